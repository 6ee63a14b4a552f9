"""An independent judge of steps under 189-FZ: order, selection, agreement, certificate, contract.

It was written from the two decrees and what is known of the law, without reading the library.
Every finding is a pair (name, admissible outcomes). Where the sources leave the answer open, several outcomes
are admissible. Call ``judge(steps, facts)``, or ``judge(steps, facts, taken)``
to follow the acceptances of another judge wherever they are admissible. What a decree says stands in
step_facts.py.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from step_facts import (  # noqa: F401 - some are for those who call
    _A,
    _C,
    ANY,
    BREACH,
    DAY,
    DISTRICT,
    HOLDS,
    INVENTED,
    KEMEROVO,
    NO_OFFICES,
    NOT_HOLDS,
    OUTSIDERS,
    TABLE,
    UNKNOWN,
    VOID,
    Act,
    Case,
    Facts,
    History,
    Period,
    Record,
    among,
    amount,
    bare,
    day_of,
    inn_ok,
    ogrn_ok,
    service_key,
    with_acts,
)


@dataclass(frozen=True)
class Answer:
    """Admissible outcomes of a line (the likeliest first), its conditions, and whether it is recorded."""

    outcome: tuple[str, ...]
    reasons: frozenset[str]
    accepted: frozenset[bool]
    state: str  # after the line
    doubtful: frozenset[str] = frozenset()  # of the reasons, those that another reading lets hold


# -- the rules -----------------------------------------------------------------------------------------


def _lines(c: Case, year: int, lines, enabling: bool) -> None:
    """Lines of an order: listed services, disjoint ways whose parts make the total, and the chosen way."""
    c.check(bool(lines), "no-service", VOID, UNKNOWN)
    keys = [service_key(line["service"]) for line in lines]
    c.check(len(set(keys)) == len(keys), "line-twice", *ANY)
    for line in lines:
        c.services([line["service"]])
        parts = line["parts"]
        total = sum(map(amount, parts), Decimal(0))
        c.check(total == Decimal(str(line["total"])), "sum")
        c.check(len({p["way"] for p in parts}) == len(parts), "way-twice", *ANY)
        c.check(Decimal(str(line["total"])) > 0, "nothing-ordered", *ANY)
        for part in parts:
            if part["way"] == "certificate" and Decimal(str(part["amount"])) > 0:
                c.way()
                if not c.facts.chosen("certificate", date(year, 1, 1)):
                    c.find("way-not-chosen", HOLDS, VOID)  # the day of the step, or the year of the order?
                if enabling:
                    c.check(bool(c.step.get("enabling_act")), "enabling-act", UNKNOWN, VOID)
            elif part["way"] not in ("certificate", "municipal-task"):
                c.check(c.facts.chosen(part["way"], c.on), "way-not-chosen", VOID, UNKNOWN, HOLDS)


def _order_base(history: History) -> tuple[dict, list]:
    """The draft that holds now, and the lines as last amended."""
    draft, amended = history.last("drafted"), history.last("amended")
    return draft, (amended or draft)["lines"]


def judge_order(c: Case) -> None:
    step, on, kind = c.step, c.on, c.kind
    if kind == "drafted":
        c.act("order-forming", UNKNOWN, HOLDS)
        _lines(c, step["year"], step["lines"], enabling=False)
        _planning(c, step["year"])
        c.check(on.year <= step["year"], "year-over", *NOT_HOLDS)
        return
    draft, lines = _order_base(c.history)
    year, last_day = draft["year"], c.facts.order_last_day(draft["year"])
    late = last_day is not None and on > last_day
    if kind == "advice_attached":
        advice = step["advice"]
        held = day_of(advice["held_on"])
        c.check(held <= on and held <= day_of(advice["as_of"]), "meeting-not-held", *NOT_HOLDS)
        c.check(day_of(advice["as_of"]) <= on, "extract-later", VOID, UNKNOWN)
        if advice.get("adopted") is not True:  # advisory: does a rejection harm?
            c.find("advice-not-adopted", *((UNKNOWN, HOLDS) if advice.get("adopted") is None else ANY))
        c.check(held >= c.facts.act_date, "meeting-before-act", *NOT_HOLDS, HOLDS)
    elif kind == "approved":
        c.act("order-forming", UNKNOWN, HOLDS)
        _lines(c, year, lines, enabling=True)
        c.document("social-order")
        c.check(not late, "late", BREACH)
        c.check(on.year <= year, "year-over", *NOT_HOLDS)
    elif kind == "published":
        c.check(step["place"] == c.facts.place, "place", BREACH)
        first = not c.history.live("amended")
        c.check(not late, "late", *((BREACH,) if first else (HOLDS, BREACH)))  # amended: no term
        c.act("order-forming", HOLDS, UNKNOWN)
    elif kind == "amended":
        c.act("order-forming", UNKNOWN, HOLDS)
        _lines(c, year, step["lines"], enabling=True)
        _planning(c, year)
        c.document("social-order")
        c.check(on.year <= year, "year-over", *NOT_HOLDS)
        c.check(step["status"] == 2 + len(c.history.live("amended")), "status", VOID, BREACH)
    elif kind == "report_formed":
        c.act("order-forming")
        c.document("order-report")
        if on.year <= year:  # reports inside the year are not excluded by what was read
            c.find("year-not-over", *ANY)
        c.term("order.report_term", date(year, 12, 31))
        _report(c, lines, step["achieved"])
    else:
        _after_the_order(c, year, lines)


def _after_the_order(c: Case, year: int, lines) -> None:
    step, kind = c.step, c.kind
    if kind == "period_reported":
        c.act("order-forming")
        c.document("order-report")
        asked = c.facts.fill("order.report_periodicity", c.on)
        since, until = day_of(step["since"]), day_of(step["until"])
        if asked is None:
            c.find("value-missing", UNKNOWN)
        c.check(since <= until and since.year == until.year == year, "period", *NOT_HOLDS)
        c.check(until <= c.on, "period-not-over", *NOT_HOLDS)
        spans = [(day_of(one["since"]), day_of(one["until"])) for one in c.history.live(kind)]
        c.check((since, until) not in spans, "reported-twice", BREACH)
        _report(c, lines, step["achieved"])
    elif kind == "cancelled":
        c.act("order-forming")
        c.check(c.on.year <= year, "year-over", *NOT_HOLDS)
        begun = step.get("begun")
        shown = any(amount(row) for s in c.history.live("period_reported") for row in s["achieved"])
        c.check(not shown and begun is not True, "executed")
        c.check(begun is not None, "executed", UNKNOWN)
    elif kind == "report_published":
        c.act("order-forming")
        c.check(step["place"] == c.facts.place, "place", BREACH)
        c.term("order.publication_term", day_of(c.history.last("report_formed")["on"]))


def _planning(c: Case, year: int) -> None:
    """Volumes for years after that of the order, of its own services."""
    listed = [line["service"] for line in c.step["lines"]]
    units = {service_key(line["service"]): line["unit"] for line in c.step["lines"]}
    seen = set()
    for row in c.step.get("planning", ()):
        key = service_key(row["service"])
        c.check(row["year"] > year, "planning-year")
        place = among(row["service"], listed)
        c.check(place != "out", "planning-foreign")
        c.check(place != "unread", "planning-foreign", UNKNOWN)
        c.check((key, row["year"]) not in seen, "planning-twice")
        c.check(place != "in" or units.get(key, row["unit"]) == row["unit"], "unit")
        seen.add((key, row["year"]))


def _report(c: Case, lines, achieved) -> None:
    """What was achieved against what was ordered."""
    told = {}
    for row in achieved:
        key = service_key(row["service"])
        if key is None:
            c.find("service-unreadable", UNKNOWN)
        c.check(key not in told, "line-twice", *ANY)
        told[key] = row
    for line in lines:
        row = told.pop(service_key(line["service"]), None)
        if row is None:
            c.find("report-line-missing", *NOT_HOLDS)
            continue
        _report_by_way(c, line, row)
        if row["unit"] != line["unit"]:
            c.find("unit", *NOT_HOLDS)
        elif Decimal(str(row["amount"])) > Decimal(str(line["total"])):
            c.find("over-execution", BREACH, UNKNOWN)
        elif Decimal(str(row["amount"])) == 0:  # told in the facts; the law does not name its outcome
            c.find("nothing-achieved", HOLDS, BREACH, UNKNOWN)
    for key in told:
        if key is not None:
            c.find("report-foreign-line", *NOT_HOLDS)
    _other_reports(c, lines, achieved)


ADDED = {"roubles", "person-hours", "person-days", "bed-days", "services", "units"}


def _other_reports(c: Case, lines, achieved) -> None:
    """What two reports tell of the same days is one thing, and quarters add up beside the order."""
    year = c.history.last("drafted")["year"]
    whole = (date(year, 1, 1), date(year, 12, 31))
    days = whole if c.kind == "report_formed" else (day_of(c.step["since"]), day_of(c.step["until"]))
    ordered = {service_key(line["service"]): Decimal(str(line["total"])) for line in lines}
    for row in achieved:
        key, own = service_key(row["service"]), amount(row)
        for other in c.history.live("period_reported"):
            others = (day_of(other["since"]), day_of(other["until"]))
            for one in other["achieved"]:
                if (service_key(one["service"]), one["unit"]) != (key, row["unit"]) or row[
                    "unit"
                ] not in ADDED:
                    continue
                inside = days[0] <= others[0] and others[1] <= days[1]
                around = others[0] <= days[0] and days[1] <= others[1]
                against = (inside and amount(one) > own) or (around and amount(one) < own)
                c.check(not against, "report-against-report", BREACH)
                apart = days[1] < others[0] or others[1] < days[0]
                over = apart and own > 0 and own + amount(one) > ordered.get(key, own + amount(one))
                c.check(not over, "reports-over-order", BREACH)


def _report_by_way(c: Case, line: dict, row: dict) -> None:
    """Article 19, part 1: the shares are kept apart, so each way answers for its own."""
    parts = row.get("parts", ())
    if not parts:
        return
    c.check(sum(map(amount, parts), Decimal(0)) == amount(row), "parts", *NOT_HOLDS)
    c.check(len({p["way"] for p in parts}) == len(parts), "way-twice", *ANY)
    shares = {p["way"]: amount(p) for p in line["parts"]}
    permitted = c.facts.fill("order.permitted_deviation", c.on)
    for part in parts:
        over = amount(part) - shares.get(part["way"], Decimal(0))
        if row["unit"] == line["unit"] and over > 0:  # how far a permitted deviation reaches is not told
            c.find("over-share", *((BREACH, UNKNOWN) if permitted is None else ANY))


def _provider(c: Case, provider: dict, services, soft: bool) -> None:
    """Identity, licence, special name and services of a provider.

    ``soft``: an application may be filed with faults and be refused for them, so there the answer is open.
    """

    def hard(*outcomes: str) -> tuple[str, ...]:
        return (HOLDS, *outcomes) if soft else outcomes

    c.services(services, out=hard(VOID), unread=hard(UNKNOWN) + ((VOID,) if soft else ()))
    c.check(inn_ok(provider["inn"]), "inn", *hard(VOID))
    legal = provider["kind"] == "legal-entity"
    if legal:
        c.check(len(bare(provider["inn"])) == 10, "inn", *hard(VOID))
    if provider.get("ogrn") is None:
        c.check(not legal, "ogrn-missing", *hard(UNKNOWN, VOID))
    else:
        c.check(ogrn_ok(provider["ogrn"], legal), "ogrn", *hard(VOID))
    licence = provider.get("licence")
    if licence is None:
        c.find("licence", *hard(UNKNOWN, VOID))
    else:
        ends = licence.get("ends_on")
        c.agrees(*(() if soft else ((licence["issued_on"], ends),)))
        c.check(day_of(licence["issued_on"]) <= c.on, "licence", *hard(VOID))
        c.check(ends is None or day_of(ends) >= c.on, "licence", *hard(VOID))
    school = provider.get("school")
    name = (school or "").strip().lower()
    c.check(name not in c.facts.excluded_schools, "excluded-school", *hard(VOID))


def judge_selection(c: Case) -> None:
    step, kind = c.step, c.kind
    if kind == "applied":
        c.document("provider-application")
        c.way(HOLDS, VOID)
        _provider(c, step["provider"], step["services"], soft=True)
        return
    applied = c.history.last("applied")
    now = {}  # who stands in the entry, and with what
    for told in c.history.live("applied", "changed", "succeeded"):
        now.update({key: told[key] for key in ("provider", "services") if key in told})
    if kind == "included":
        c.act("provider-register")
        c.term("selection.decision_term", day_of(applied["on"]))
        c.way()
        _provider(c, now["provider"], now["services"], soft=False)
    elif kind == "application_refused":
        c.act("provider-register")
        c.term("selection.decision_term", day_of(applied["on"]))
        _ground(c, "selection.refusal_grounds", now["services"])
    elif kind == "changed":
        c.act("provider-register")
        c.way()
        _provider(c, step["provider"], step["services"], soft=False)
        same = bare(step["provider"]["inn"]) == bare(now["provider"]["inn"])
        c.check(same, "provider-differs", VOID, UNKNOWN)
        if c.by == "provider":  # what it did not have it does not take without a decision
            new = [one for one in step["services"] if among(one, now["services"]) != "in"]
            c.check(not new, "services-wider", UNKNOWN, VOID)
    elif kind == "succeeded":
        c.act("provider-register")
        c.way()
        old, new = now["provider"], step["provider"]
        c.check(old["kind"] == new["kind"] == "legal-entity", "no-successor")
        c.check(bare(old["inn"]) != bare(new["inn"]), "no-successor")
        both = old.get("ogrn") and new.get("ogrn")
        c.check(not both or bare(old["ogrn"]) != bare(new["ogrn"]), "no-successor")
        c.check(step.get("succession") is not None, "succession-missing", UNKNOWN)
        _provider(c, new, now["services"], soft=False)
    elif kind == "excluded":
        c.act("provider-register")
        c.entry("selection.exclusion_grounds", step["ground"], "ground")


def _ground(c: Case, slot: str, services) -> None:
    """A ground of refusal: of the act's list, or «service-not-listed», which the decree bears out."""
    ground = c.step["ground"]
    if ground != "service-not-listed":
        c.entry(slot, ground, "ground")
        return
    places = {among(s, c.facts.services) for s in services}
    if "out" not in places:
        c.find("ground-not-borne-out", *((UNKNOWN,) if "unread" in places else NOT_HOLDS))


def judge_agreement(c: Case) -> None:
    step, on, kind = c.step, c.on, c.kind
    if kind == "drafted":
        c.document("agreement")
        c.act("subsidy")
        c.act("standard-agreement")
        c.entry("agreement.modes", step["mode"], "mode")
        c.way()
        c.services(step["services"])
        c.register(step.get("provider"), step["services"])
        c.order(step.get("order"), step["services"])
        _agreement_days(c, step, step.get("order"))
        return
    draft, terms = c.history.last("drafted"), c.history.last("drafted", "amended")
    register = c.history.last("drafted").get("provider")
    inn = register["provider"] if register else None
    ends = day_of(terms["ends_on"])
    if kind == "signed_by_provider":
        c.way()
        _signature(c, draft, "signature")
        c.check(on <= ends, "ended", *NOT_HOLDS, HOLDS)
    elif kind == "concluded":
        c.act("subsidy")
        c.act("standard-agreement")
        c.way()
        c.services(draft["services"])
        c.check(all(s["year"] >= on.year for s in draft["sums"]), "sum-of-past-year", *NOT_HOLDS)
        c.register(step.get("provider"), draft["services"], inn)
        _signature(c, draft, "signature")
        c.term("agreement.conclusion_term", day_of(draft["on"]))
        c.check(on <= ends, "ended", *NOT_HOLDS)
    elif kind == "amended":
        c.check(on <= ends, "ended", *NOT_HOLDS)
        _amended(c, draft, inn)
    elif kind == "terminated":  # no source lists the grounds
        c.find("ground", HOLDS, UNKNOWN)
        c.check(on <= ends, "ended", *ANY)
    elif kind == "completed":
        c.check(on >= ends, "term-not-over", *NOT_HOLDS)
        if on == ends:
            c.find("term-not-over", *ANY)
        if _unpaid(
            c.history, terms
        ):  # it is not carried out, but nothing that was read keeps it from its end
            c.find("unpaid", BREACH, HOLDS)
    else:
        _money_step(c, draft, terms, _runs_to(c.history, ends))


def _runs_to(history: History, ends: date) -> date:
    """No end of an agreement ends what was rendered before it; on the day of a termination it may still run."""
    over = history.last("terminated")
    return ends if over is None else min(ends, day_of(over["on"]))


def _left_of_claims(history: History) -> list[tuple[int, Decimal]]:
    """Of each claim the year of its days, and how much of it is not paid."""
    paid: dict = {}
    for s in history.live("claim_paid"):
        paid[bare(s["claim"])] = paid.get(bare(s["claim"]), Decimal(0)) + Decimal(str(s["roubles"]))
    left = [
        (day_of(s["until"]).year, Decimal(str(s["roubles"])) - paid.get(bare(s["number"]), 0))
        for s in history.live("claimed")
    ]
    return [(year, money) for year, money in left if money > 0]


def _unpaid(history: History, terms: dict) -> bool:
    """Whether something can be paid on some claim: no more than the sum of its year is paid."""
    limits, out = {s["year"]: Decimal(str(s["roubles"])) for s in terms["sums"]}, _money(history)
    return any(out.get(year, 0) < limits.get(year, 0) for year, _ in _left_of_claims(history))


def _amended(c: Case, draft: dict, inn: str | None) -> None:
    step = c.step
    c.document("agreement")
    c.act("subsidy")
    c.act("standard-agreement")
    c.register(step.get("provider"), draft["services"], inn)
    _signature(c, step, "provider_signature")
    _signature(c, step, "signature")
    agreed_to = day_of(c.history.last("drafted", "amended")["ends_on"])
    _agreement_days(c, step, draft.get("order"), agreed_to)
    numbers = [bare(s["number"]) for s in (draft, *c.history.live("amended"))]
    c.check(bare(step["number"]) not in numbers, "number-again")
    new = {s["year"]: Decimal(str(s["roubles"])) for s in step["sums"]}
    terms, first = c.history.last("drafted", "amended"), day_of(c.history.last("concluded")["on"]).year
    was = {s["year"]: Decimal(str(s["roubles"])) for s in terms["sums"]}
    if day_of(step["ends_on"]) > day_of(terms["ends_on"]) or any(n > was.get(y, 0) for y, n in new.items()):
        c.way()
        c.services(draft["services"])
    c.check(all(year >= first for year in new), "sum-of-past-year", *NOT_HOLDS)
    out = _money(c.history)
    c.check(all(paid <= new.get(year, 0) for year, paid in out.items()), "paid-over-sum", VOID, BREACH)


def _money_step(c: Case, draft: dict, terms: dict, ends: date) -> None:
    if c.kind == "lapsed":
        term = c.facts.fill("agreement.signing_term", c.on)
        c.find("term-to-sign", *((UNKNOWN,) if term is None else ANY))
    elif c.kind.startswith("remainder"):
        _remainder(c)
    elif c.kind == "act_drawn":
        _act_drawn(c, draft, ends)
    else:
        _payment(c, draft, terms, ends)


def _money(history: History) -> dict:
    """What was paid for each year: a claim belongs to the year of its days, an advance to its own day."""
    claims = {bare(s["number"]): day_of(s["until"]).year for s in history.live("claimed")}
    out: dict = {}
    for s in history.live("advance_paid", "claim_paid"):
        year = claims[bare(s["claim"])] if s["kind"] == "claim_paid" else day_of(s["on"]).year
        out[year] = out.get(year, Decimal(0)) + Decimal(str(s["roubles"]))
    return out


def _act_drawn(c: Case, draft: dict, ends: date) -> None:
    """No day of a service is counted twice."""
    step, acts = c.step, c.history.live("act_drawn")
    since, until = day_of(step["since"]), day_of(step["until"])
    c.check(since <= until <= c.on, "period")
    c.check(day_of(c.history.last("concluded")["on"]) <= since and until <= ends, "outside-term")
    named = [row["service"] for row in step["rendered"]]
    c.services(named, draft["services"], "service-not-in-agreement")
    c.check(all(Decimal(str(row["amount"])) > 0 for row in step["rendered"]), "nothing-rendered")
    c.check(bare(step["number"]) not in [bare(s["number"]) for s in acts], "number-twice")
    same_days = [s for s in acts if day_of(s["since"]) <= until and since <= day_of(s["until"])]
    before = [row["service"] for s in same_days for row in s["rendered"]]
    for at, one in enumerate(named):
        place = among(one, before + named[:at])
        c.check(place != "in", "counted-twice", VOID, BREACH)
        c.check(place != "unread", "counted-twice", UNKNOWN)


def _payment(c: Case, draft: dict, terms: dict, ends: date) -> None:
    """Claims and payments: no more than claimed, no more than the sum of the year."""
    step, on, kind = c.step, c.on, c.kind
    claims = {bare(s["number"]): s for s in c.history.live("claimed")}
    acts = {bare(s["number"]): s for s in c.history.live("act_drawn")}
    money = Decimal(str(step["roubles"]))
    c.check(money > 0, "no-money")
    limits = {s["year"]: Decimal(str(s["roubles"])) for s in terms["sums"]}
    out = _money(c.history)
    if kind == "claimed":
        _claimed(c, draft, claims, acts)
        concluded = day_of(c.history.last("concluded")["on"])
        runs = day_of(step["since"]) <= ends and concluded <= day_of(step["until"])
        c.check(runs, "outside-term")
        year = day_of(step["until"]).year
        if runs and day_of(step["since"]) <= day_of(step["until"]) and money > 0:
            asked = sum((left for of, left in _left_of_claims(c.history) if of == year), money)
            c.check(out.get(year, 0) + asked <= limits.get(year, 0), "claimed-beyond-sum", BREACH)
        return
    c.act("subsidy")
    year = on.year
    if kind == "claim_paid":
        asked = claims.get(bare(step["claim"]))
        c.check(asked is not None, "no-claim")
        if asked is None:
            return
        if c.facts.fill("agreement.payment_term", on) is not None:  # its law was not read; an act may set one
            c.term("agreement.payment_term", day_of(asked["on"]))
        year = day_of(asked["until"]).year
        on_it = [s for s in c.history.live("claim_paid") if bare(s["claim"]) == bare(step["claim"])]
        before = sum((Decimal(str(s["roubles"])) for s in on_it), Decimal(0))
        c.check(before + money <= Decimal(str(asked["roubles"])), "over-claim")
    else:
        c.check(draft["mode"] == "provision", "advance-in-reimbursement")
    c.check(out.get(year, 0) + money <= limits.get(year, 0), "over-sum")


def _claimed(c: Case, draft: dict, claims: dict, acts: dict) -> None:
    step = c.step
    since, until = day_of(step["since"]), day_of(step["until"])
    c.check(since <= until, "period")
    c.check(since > until or since.year == until.year, "period-of-years", UNKNOWN)
    c.check(bare(step["number"]) not in claims, "number-twice")
    named = [bare(number) for number in step.get("acts", ())]
    c.check(bool(named) or draft["mode"] == "provision", "act-missing", UNKNOWN)
    used = [bare(number) for s in claims.values() for number in s.get("acts", ())]
    c.check(len(set(named + used)) == len(named + used), "act-twice")
    c.check(set(named) <= set(acts), "act-unknown")
    for one in set(named) & set(acts):
        inside = since <= day_of(acts[one]["since"]) and day_of(acts[one]["until"]) <= until
        c.check(inside, "act-of-other-days")


def _remainder(c: Case) -> None:
    """Budget Code, article 78.4, item 4: it stays with the provider that kept the conditions."""
    step, year = c.step, c.step["year"]
    c.check(c.on >= date(year, 12, 31), "year-not-over")
    money = Decimal(str(step["roubles"]))
    c.check(money > 0, "no-money")
    told = [s for s in c.history.live("remainder_kept", "remainder_returned") if s["year"] == year]
    before = sum((Decimal(str(s["roubles"])) for s in told), Decimal(0))
    c.check(before + money <= _money(c.history).get(year, 0), "more-than-paid")
    kept = step.get("conditions_kept")
    if kept is None:
        c.find("conditions", UNKNOWN)
    else:
        c.check(kept is (c.kind == "remainder_kept"), "conditions")
        c.check(
            all(s.get("conditions_kept") in (None, kept) for s in told), "conditions-told-otherwise", UNKNOWN
        )


def _agreement_days(c: Case, step: dict, order: dict | None, agreed_to: date = date.min) -> None:
    """Budget Code, article 78.4, item 3: the term is the term of the service in the order; decided once."""
    ends = day_of(step["ends_on"])
    c.check(ends >= c.on, "ends-before-step", VOID, BREACH)
    if order is not None:
        c.check(ends.year <= order["year"] or ends <= agreed_to, "longer-than-order", *NOT_HOLDS)
        years = [s["year"] for s in step["sums"]]
        c.check(all(y <= order["year"] for y in years), "sum-outside-order", *ANY)
        c.check(ends.year >= order["year"], "ends-before-order-year", *ANY)
    c.check(len({s["year"] for s in step["sums"]}) == len(step["sums"]) > 0, "sums", *ANY)
    c.check(all(Decimal(str(s["roubles"])) > 0 for s in step["sums"]), "sums", *ANY)


def _signature(c: Case, paper: dict, key: str) -> None:
    """A qualified signature; the district's plan asks for an act on signing electronically; others name none."""
    on_paper = (paper.get("document") or {}).get("form") == "paper"
    named = "electronic-agreement" in c.facts.plan_acts
    if named:
        c.act("electronic-agreement", *((UNKNOWN, HOLDS) if on_paper else (UNKNOWN,)))
    signature = c.step.get(key)
    if signature is None:
        c.find("signature", *((UNKNOWN, HOLDS) if on_paper else (UNKNOWN,)))
    elif signature == "electronic" and not named and not on_paper:
        c.find("signature-kind", UNKNOWN)
    elif signature != "qualified":
        c.find("signature", *(ANY if on_paper else (VOID, BREACH)))


def judge_certificate(c: Case) -> None:
    step, on, kind = c.step, c.on, c.kind
    if kind == "applied_for":
        c.document("consumer-application")
        c.way(HOLDS, VOID)
        c.services(step["services"], out=(HOLDS, VOID), unread=(HOLDS, UNKNOWN, VOID))
        born = day_of(step["recipient"]["born"])
        c.check(born <= on, "born-later", VOID, UNKNOWN)
        c.age(born)
        c.check("certificate" in step["asks"], "certificate-not-asked", *ANY)
        _single(c, step["services"], UNKNOWN, HOLDS)
        return
    request = c.history.last("applied_for")
    services = request["services"]
    if kind in ("recipient_registered", "recipient_refused"):
        c.act("certificate-forming")
        c.term("certificate.registration_term", day_of(request["on"]))
        if kind == "recipient_refused":
            _ground(c, "certificate.refusal_grounds", services)
            return
        c.way()
        c.services(services)
        c.check("certificate" in request["asks"], "certificate-not-asked", *ANY)
        _single(c, services, UNKNOWN, HOLDS)
    elif kind == "withdrawn":
        c.age(day_of(request["recipient"]["born"]))
    else:
        _certified(c, request)


def _certified(c: Case, request: dict) -> None:
    """The steps from the forming on."""
    step, on, kind, services = c.step, c.on, c.kind, request["services"]
    if kind == "formed":
        _formed(c, request)
        if step.get("line") is not None:
            c.services([step["line"]], services, "line-not-in-certificate")
    elif kind in ("amended", "renewed"):
        _certificate_changed(c, services)
    elif kind in ("contracted", "contract_changed", "contract_ended", "used"):
        _card(c, step["contract"], c.history.card(), services)
    elif kind == "annulled":
        c.act("certificate-forming", HOLDS, UNKNOWN)
        if c.facts.fill("certificate.annulment_grounds", on) is not None:  # else the reason is enough
            if step.get("ground") is None:
                c.find("ground-missing", UNKNOWN)
            else:
                c.entry("certificate.annulment_grounds", step["ground"], "ground")
    elif kind == "expired":
        c.check(on > day_of(c.history.card()["valid_until"]), "term-not-over")


def _single(c: Case, services, *outcomes: str) -> None:
    """One certificate for two or more services needs its act (article 20, part 9)."""
    adopted = c.facts.act("single-certificate", c.on) is not None
    c.check(len(services) < 2 or adopted, "single-certificate", *outcomes)


def _formed(c: Case, request: dict) -> None:
    step, on, services = c.step, c.on, request["services"]
    c.document("certificate")
    c.act("certificate-forming")
    c.way()
    c.services(services)
    c.check("certificate" in request["asks"], "certificate-not-asked", *ANY)
    _single(c, services, UNKNOWN)
    c.term("certificate.forming_term", day_of(c.history.last("recipient_registered")["on"]))
    c.order(step.get("order"), services)
    until, validity = day_of(step["valid_until"]), c.facts.fill("certificate.validity_term", on)
    c.check(until >= on, "valid-until", VOID)
    if validity is None:
        c.find("value-missing", UNKNOWN)
    else:
        c.check(until <= on + (validity[0][0] + 1) * DAY, "valid-until", VOID, BREACH)
        if until == on + (validity[0][0] + 1) * DAY:
            c.find("valid-until", *ANY)
    c.check(amount(step["nominal"]) > 0, "nominal", VOID, UNKNOWN)
    if step.get("order"):
        year = step["order"]["year"]
        c.check(year >= on.year, "order-of-past-year", *NOT_HOLDS)
        c.check(year == until.year, "order-year", *ANY)


def _certificate_changed(c: Case, services) -> None:
    """Amended: what is rendered or held stays covered, and it is formed anew. Renewed: a new term, while live."""
    step, on, card = c.step, c.on, c.history.card()
    until, before = day_of(step["valid_until"]), day_of(card["valid_until"])
    c.document("certificate")
    c.act("certificate-forming")
    c.way()
    c.services(services)
    _single(c, services, UNKNOWN)
    c.order(step.get("order"), services)
    if step.get("order"):
        c.check(step["order"]["year"] >= on.year, "order-of-past-year", *NOT_HOLDS)
    c.check(on <= before, "expired")
    renewals = c.history.live("renewed")
    began = on if c.kind == "renewed" else day_of((renewals or c.history.live("formed"))[-1]["on"])
    validity = c.facts.fill("certificate.validity_term", on)
    if validity is None:
        c.find("value-missing", UNKNOWN)
    else:
        last = began + (validity[0][0] + 1) * DAY
        c.check(until <= last, "valid-until", VOID, BREACH)
        if until == last:
            c.find("valid-until", *ANY)
    if c.kind == "renewed":
        c.check(until > before, "not-longer")
        return
    c.check(until >= on, "valid-until")
    c.check(amount(step["nominal"]) > 0, "nominal", VOID, UNKNOWN)
    same_unit = step["nominal"]["unit"] == card["nominal"]["unit"]
    c.check(same_unit and amount(step["nominal"]) >= c.history.spent(), "not-covered")
    for held in c.history.contracts().values() if until < before else ():
        ends = held["contract"].get("ends_on")
        if ends is None:
            c.find("contract-end-unknown", UNKNOWN)
        else:
            c.check(day_of(ends) <= until, "contract-runs-longer", VOID, BREACH)


def _card(c: Case, contract: dict, card: dict, services) -> None:
    """A contract holds, leaves or uses the certificate."""
    on, kind, held = c.on, c.kind, c.history.contracts()
    concluded, ended = day_of(contract["concluded_on"]), contract.get("ended_on")
    rendered = contract.get("rendered")
    c.fresh(contract, (UNKNOWN, HOLDS) if kind == "contracted" else (HOLDS, UNKNOWN))
    c.agrees((concluded, ended), (concluded, contract["as_of"]), (ended, contract["as_of"]))
    c.check(concluded <= on, "contract-later", VOID)
    if contract.get("certificate") is None:
        c.find("certificate-missing", UNKNOWN, VOID)
    else:
        c.check(bare(contract["certificate"]) == bare(card["number"]), "certificate-differs")
    c.services([contract["service"]], services, "service-not-in-certificate")
    c.check(contract["volume"]["unit"] == card["nominal"]["unit"], "unit", VOID, UNKNOWN)
    if rendered is not None:
        c.check(rendered["unit"] == contract["volume"]["unit"], "unit", VOID, UNKNOWN)
        c.check(amount(rendered) <= amount(contract["volume"]), "over-rendered", *NOT_HOLDS)
    if kind == "contracted":
        c.way(HOLDS, VOID)
        key = service_key(contract["service"])
        same = [s for s in held.values() if service_key(s["contract"]["service"]) == key]
        c.check(not held or (len(services) > 1 and not same), "state")
        c.check(contract["number"] not in held, "state")
        c.check(concluded >= day_of(card["on"]), "contract-before-certificate", VOID, UNKNOWN)
        for since, back in c.history.pauses():  # of its first day nobody knows which came first
            if back is not None and since <= concluded < back:
                c.find("suspended", *((VOID,) if concluded > since else (UNKNOWN, VOID)))
        c.check(concluded <= day_of(card["valid_until"]), "expired", VOID)
        c.check(on <= day_of(card["valid_until"]), "expired", *ANY)  # concluded in time, recorded later
        c.check(amount(contract["volume"]) <= amount(card["nominal"]) - c.history.spent(), "balance")
        c.check(amount(contract["volume"]) > 0, "volume", VOID, UNKNOWN)
        c.check(ended is None or day_of(ended) > on, "contract-ended", *NOT_HOLDS)
        c.check(not contract.get("fulfilled"), "contract-ended", *ANY)
        return
    if contract["number"] not in held:
        c.find("contract-differs", VOID)
        return
    _held(c, contract, card, held[contract["number"]]["contract"])


def _held(c: Case, contract: dict, card: dict, before: dict) -> None:
    """A contract that holds the certificate is amended, or has ended."""
    on, kind, ended, rendered = c.on, c.kind, contract.get("ended_on"), contract.get("rendered")
    held = c.history.contracts()
    if kind == "contract_changed":
        c.check(ended is None or day_of(ended) > on, "contract-ended", *NOT_HOLDS)
        c.check(amount(contract["volume"]) > 0, "volume", VOID, UNKNOWN)
        free = amount(card["nominal"]) - c.history.spent()
        c.check(amount(contract["volume"]) <= free + amount(before["volume"]), "balance")
        more = amount(contract["volume"]) > amount(before["volume"])
        c.check(not (more and c.history.state() == "suspended_contracted"), "suspended")
    same = (
        kind == "contract_changed" or amount(before["volume"]) == amount(contract["volume"]),
        bare(before["provider"]) == bare(contract["provider"]),
        service_key(before["service"]) == service_key(contract["service"]),
        before["volume"]["unit"] == contract["volume"]["unit"],
        before["concluded_on"] == contract["concluded_on"],
    )
    c.check(all(same), "extract-differs", VOID, UNKNOWN)
    if kind == "contract_changed":
        return
    c.check(ended is not None, "not-ended", VOID, UNKNOWN)
    c.check(ended is None or day_of(ended) <= on, "not-ended", VOID)
    c.check(rendered is not None, "rendered-missing", UNKNOWN, VOID)
    if rendered is None:
        return
    left = amount(card["nominal"]) - c.history.spent() + amount(contract["volume"]) - amount(rendered)
    if kind == "used":
        c.check(bool(contract.get("fulfilled")), "not-fulfilled", VOID, UNKNOWN)
        c.check(left <= 0, "balance-left", *ANY)
        c.check(len(held) == 1, "other-contract", *ANY)
    else:
        c.check(not contract.get("fulfilled"), "fulfilled", *ANY)
        c.check(left > 0 or len(held) > 1, "nothing-left", *ANY)


def judge_contract(c: Case) -> None:
    step, on, kind = c.step, c.on, c.kind
    if kind == "offered":
        c.services([step["service"]], out=(VOID, HOLDS), unread=(UNKNOWN, HOLDS))
        c.way(HOLDS, VOID)
        c.check(day_of(step["ends_on"]) >= on, "ends-before-step", VOID, BREACH)
        c.check(amount(step["volume"]) > 0, "volume", VOID, UNKNOWN)
        _mandatory(c, step, HOLDS)
        return
    offer, deal = c.history.last("offered"), c.history.last("concluded")
    if kind == "declined":
        c.age(None)
        return
    if kind == "concluded":
        _concluded(c, offer)
        return
    now = c.history.last("offered", "amended")
    if kind == "amended":
        _contract_amended(c, offer, deal, now)
    elif kind in ("fulfilled", "terminated"):
        _contract_ended(c, deal, now)
    else:
        _contract_runs(c, deal, now)


def _contract_runs(c: Case, deal: dict, now: dict) -> None:
    """Moved, suspended, resumed, complained of, answered."""
    card = deal.get("certificate")
    c.age(day_of(card["recipient"]["born"]) if card else None)
    if c.kind in ("moved", "suspended"):
        c.check(c.on <= day_of(now["ends_on"]), "ended")
    elif c.kind == "answered":
        since = c.history.unanswered()
        c.check(since is not None, "no-complaint")
        if since is not None:
            c.term("contract.complaint_term", since)


def _contract_ended(c: Case, deal: dict, now: dict) -> None:
    """Fulfilled by act, or terminated."""
    step, on, volume, ends = c.step, c.on, now["volume"], day_of(now["ends_on"])
    kind, rendered = c.kind, step["rendered"]
    _no_less(c, rendered)
    if rendered["unit"] != volume["unit"]:
        c.find("unit", VOID, UNKNOWN)
    else:
        c.check(amount(rendered) <= amount(volume), "over-rendered", *NOT_HOLDS)
    if kind == "fulfilled":
        c.check(on <= ends, "late", BREACH)
        if rendered["unit"] == volume["unit"] and amount(rendered) < amount(volume):
            c.find("under-rendered", *(ANY if amount(rendered) else NOT_HOLDS))
    else:
        c.check(on <= ends, "ended", *ANY)
        card = deal.get("certificate")
        c.age(day_of(card["recipient"]["born"]) if card else None)
        told = step.get("because") is not None or c.by in (_C, "representative")  # a consumer needs no ground
        c.check(told, "because", UNKNOWN, VOID)


def _no_less(c: Case, rendered: dict) -> None:
    """What is rendered does not grow less."""
    amended = c.history.last("amended")
    if amended is not None:
        same = amended["rendered"]["unit"] == rendered["unit"]
        c.check(same and amount(rendered) >= amount(amended["rendered"]), "rendered-less")


def _contract_amended(c: Case, offer: dict, deal: dict, now: dict) -> None:
    """Both sides agree; what is rendered stays covered, and the certificate covers what is taken more."""
    step, on, service = c.step, c.on, offer["service"]
    volume, ends = step["volume"], day_of(step["ends_on"])
    c.document("contract")
    other, sides = step.get("agreed_by"), (_C, "representative")
    if other is None:
        c.find("consent", UNKNOWN)
    else:
        c.check((c.by in sides) != (other in sides) and "provider" in (c.by, other), "consent")
    born = deal["certificate"]["recipient"]["born"] if deal.get("certificate") else None
    for who in (c.by, other):
        if who == _C:
            c.by, before = who, c.by
            c.age(day_of(born) if born else None)
            c.by = before
    c.check(amount(volume) > 0, "volume", VOID, UNKNOWN)
    c.check(on <= day_of(now["ends_on"]), "ended")
    c.check(ends >= on, "ends-before-step", VOID, BREACH)
    if step["rendered"]["unit"] != volume["unit"]:
        c.find("unit", VOID, UNKNOWN)
    else:
        c.check(amount(step["rendered"]) <= amount(volume), "rendered-not-covered")
    _no_less(c, step["rendered"])
    c.check(volume["unit"] == now["volume"]["unit"], "unit")
    more = amount(volume) - amount(now["volume"])
    if more <= 0 and ends <= day_of(now["ends_on"]):
        return
    c.way()
    c.register(step.get("provider"), [service], offer["provider"])
    _takes_more(c, offer, deal, more)


def _takes_more(c: Case, offer: dict, deal: dict, more: Decimal) -> None:
    """More services, or for longer: by the certificate and the agreement of the day."""
    step, on, service = c.step, c.on, offer["service"]
    volume, ends = step["volume"], day_of(step["ends_on"])
    card, paid = step.get("certificate"), step.get("agreement")
    if card is None:
        c.find("certificate-missing", UNKNOWN)
    else:
        c.fresh(card)
        over, paused = card.get("ended_on"), card.get("suspended_on")
        c.check(day_of(card["formed_on"]) <= on <= day_of(card["valid_until"]), "expired", *NOT_HOLDS)
        c.check(over is None or day_of(over) > on, "certificate-ended", *NOT_HOLDS)
        c.check(paused is None or day_of(paused) > on, "suspended", *NOT_HOLDS)
        if deal.get("certificate"):
            c.check(bare(card["number"]) == bare(deal["certificate"]["number"]), "certificate-differs")
        c.check(ends <= day_of(card["valid_until"]), "longer-than-certificate", *ANY)
        held = bare(card.get("contract") or "") == bare(offer["number"]) or service in card.get("taken", ())
        same = card["balance"]["unit"] == volume["unit"]
        needed = more if held else amount(volume)
        c.check(more <= 0 or (same and needed <= amount(card["balance"])), "balance")
    if paid is None:
        c.find("agreement-missing", UNKNOWN)
        return
    c.fresh(paid)
    c.check(bare(paid["provider"]) == bare(offer["provider"]), "provider-differs")
    c.services([service], paid["services"], "service-not-in-agreement")
    c.check(day_of(paid["concluded_on"]) <= on <= day_of(paid["ends_on"]), "agreement-ended")
    c.check(paid.get("ended_on") is None or day_of(paid["ended_on"]) > on, "agreement-ended")
    c.check(ends <= day_of(paid["ends_on"]), "longer-than-agreement", *NOT_HOLDS)


def _mandatory(c: Case, offer: dict, *also: str) -> None:
    """Other terms of the contract, where an act sets them; until then a contract has none."""
    now = c.facts.fill("contract.mandatory_terms", c.on)
    if now is not None and not set(now[0]) <= set(offer.get("terms", ())):
        before = day_of(offer["on"]) < now[1]  # the offer is older than the act: a reading
        c.find("terms", *NOT_HOLDS, *also, *((HOLDS,) if before else ()))


def _concluded(c: Case, offer: dict) -> None:
    step, on = c.step, c.on
    service, ends = offer["service"], day_of(offer["ends_on"])
    c.document("contract")
    c.way()
    c.services([service])
    _mandatory(c, offer)
    c.check(on <= ends, "ended", *NOT_HOLDS)
    c.register(step.get("provider"), [service], offer["provider"])
    card = step.get("certificate")
    if card is None:
        c.find("certificate-missing", UNKNOWN)
    else:
        c.fresh(card)
        formed, until, over = card["formed_on"], card["valid_until"], card.get("ended_on")
        c.agrees((formed, over), (formed, until), (formed, card["as_of"]), (over, card["as_of"]))
        born = day_of(card["recipient"]["born"])
        c.check(born <= day_of(formed), "born-later", VOID, UNKNOWN)
        c.age(born)
        c.services([service], card["services"], "service-not-in-certificate")
        c.check(day_of(formed) <= on, "certificate-later", VOID)
        maybe_renewed = day_of(card["as_of"]) < on and day_of(card["as_of"]) <= day_of(until)
        c.check(on <= day_of(until), "expired", *((UNKNOWN,) if maybe_renewed else (VOID,)))
        paused = card.get("suspended_on")
        c.check(paused is None or day_of(paused) > on, "suspended", *NOT_HOLDS)
        c.check(ends <= day_of(until), "longer-than-certificate", *ANY)
        c.check(over is None or day_of(over) > on, "certificate-ended")
        if len({v["unit"] for v in (card["balance"], card["nominal"], offer["volume"])}) > 1:
            c.find("unit", VOID, UNKNOWN)
        else:
            c.check(amount(offer["volume"]) <= amount(card["balance"]), "balance")
            c.check(amount(card["balance"]) <= amount(card["nominal"]), "extract-contradicts", VOID, UNKNOWN)
        held = card.get("contract")
        if held is not None and bare(held) != bare(offer["number"]):
            c.find("certificate-held", *((VOID,) if len(card["services"]) < 2 else ANY))
        elif held is not None:
            c.find("certificate-held", *ANY)
    paid = step.get("agreement")
    if paid is None:
        c.find("agreement-missing", UNKNOWN)
        return
    c.fresh(paid)
    over = paid.get("ended_on")
    c.agrees(
        (paid["concluded_on"], over),
        (paid["concluded_on"], paid["as_of"]),
        (over, paid["as_of"]),
        (paid["concluded_on"], paid["ends_on"]),
    )
    c.check(bare(paid["provider"]) == bare(offer["provider"]), "provider-differs")
    c.services([service], paid["services"], "service-not-in-agreement")
    c.check(day_of(paid["concluded_on"]) <= on, "agreement-later")
    c.check(on <= day_of(paid["ends_on"]), "agreement-ended")
    c.check(over is None or day_of(over) > on, "agreement-ended")
    c.check(ends <= day_of(paid["ends_on"]), "longer-than-agreement", *NOT_HOLDS)


# -- annulment -----------------------------------------------------------------------------------------


def judge_annulment(c: Case) -> None:
    """A record is an error: who may say so, and what rests on it."""
    number, records = c.history.place(c.step["record"]), c.history.records
    c.base(None, None, error=number)
    if not 0 <= number < len(records) or records[number].annulled:
        c.find("record", VOID)
        return
    record = records[number].step
    if record["kind"] == "record_annulled":  # an annulment of an annulment: nothing says
        c.find("record", VOID, UNKNOWN, HOLDS)
        return
    actors = TABLE[c.history.lifecycle][record["kind"]][2]
    who = _A if c.by == c.facts.authorised else c.by
    decision = c.step.get("decision")
    if actors is None:  # whose record it is may call it an error; of anybody else nothing is said
        if c.by != record["by"]:
            c.find("acting", HOLDS, UNKNOWN, *((VOID,) if c.by in OUTSIDERS else ()))
    elif who not in actors:
        if c.by in OUTSIDERS:  # a party with an office's decision is open; alone it is nobody
            c.find("acting", *((VOID, UNKNOWN) if decision else (VOID,)))
        else:
            c.find("acting", *((UNKNOWN, HOLDS) if decision else (VOID, UNKNOWN)))
    elif _side(c.by) != _side(record["by"]):  # a party never undoes another's record, an office by a decision
        c.find("acting", VOID if c.by in OUTSIDERS else UNKNOWN)
    elif who == _C:  # who is too young for the step is too young to undo it
        c.age(_born(c.history, record))
    if c.on < day_of(record["on"]):  # its day may be the error
        c.find("annulled-earlier", UNKNOWN)
    _rests(c, number)


def _side(by: str) -> str:
    """The provider; the consumer and who represents them; the offices."""
    return {"provider": "provider", "consumer": "consumer", "representative": "consumer"}.get(by, "office")


def _born(history: History, record: dict) -> date | None:
    """When the consumer of the case was born, as far as the record and the case show it."""
    if history.lifecycle == "certificate":
        return day_of((record if "recipient" in record else history.last("applied_for"))["recipient"]["born"])
    own = record["kind"] in ("declined", "concluded")
    card = (record if own else history.last("concluded")).get("certificate")
    return day_of(card["recipient"]["born"]) if card else None


def _rests(c: Case, number: int) -> None:
    history, records = c.history, c.history.records
    kind = records[number].step["kind"]
    later = [
        r.step["kind"]
        for r in records[number + 1 :]
        if not r.annulled and r.step["kind"] not in ("record_annulled", "advice_attached")
    ]
    advised = any(not r.annulled and r.step["kind"] == "advice_attached" for r in records[number + 1 :])
    if history.state(without=number) is None:
        c.find("rests", VOID)
    elif history.lifecycle == "order":
        if kind == "drafted" and later and "drafted" in later:
            c.find("rests", HOLDS, VOID)  # a draft replaced by a later one
        elif (kind == "drafted" and later) or (kind == "amended" and later):
            c.find("rests", VOID)
        elif (kind == "advice_attached" and later) or (kind == "drafted" and advised):
            c.find("rests", HOLDS, VOID)
    elif later and kind in (
        *("changed", "amended", "contracted", "contract_changed", "contract_ended", "renewed", "suspended"),
        *("resumed", "moved", "complained", "answered"),
    ):
        c.find("rests", VOID, HOLDS)


def _named_alike(c: Case) -> None:
    """One identity, one question: an INN and a list of services, in the step or in an extract before it."""
    for told in (c.step, *(one for one in c.step.values() if isinstance(one, dict))):
        who = told.get("provider")
        c.check(not isinstance(who, str) or inn_ok(who), "inn")
        for name in ("services", "taken"):
            keys = [service_key(one) for one in told.get(name) or ()]
            read = [key for key in keys if key is not None]
            c.check(len(set(read)) == len(read), "service-twice")


JUDGES = {
    "order": judge_order,
    "selection": judge_selection,
    "agreement": judge_agreement,
    "certificate": judge_certificate,
    "contract": judge_contract,
}


# -- a file --------------------------------------------------------------------------------------------


def _is_party(by: str, c: Case) -> bool:
    """A party to the case, or no office: a number, a word of a heading. The body is a party to an agreement."""
    said = by.strip().lower()
    own = c.history.lifecycle == "agreement" and said == c.facts.authorised
    return own or said in OUTSIDERS or said in NO_OFFICES or not any(sign.isalpha() for sign in said)


def _early(decision: dict, c: Case) -> bool:
    """A decision older than the decree or the case; a case may begin with the decision that lets it begin."""
    error = c.history.place(c.step["record"]) if c.kind == "record_annulled" else None
    first = [
        r.step
        for n, r in enumerate(c.history.records)
        if not r.annulled and n != error and r.step["kind"] != "record_annulled"
    ][:1]
    days = [day_of(s["on"]) for s in first]
    days += [day_of(s["decision"]["on"]) for s in first if s.get("decision")]
    return day_of(decision["on"]) < max(c.facts.act_date, min(days, default=c.facts.act_date))


def judge_step(step: dict, facts: Facts, history: History) -> Answer:
    """Judge one step; nothing is recorded."""
    c = Case(facts, history, step)
    if c.kind == "record_annulled":
        judge_annulment(c)
    else:
        before, _, actors = TABLE[history.lifecycle][c.kind]
        c.base(before, actors)
        if not any(n == "state" for n, _ in c.findings):
            _named_alike(c)
            JUDGES[history.lifecycle](c)
    outcome, accepted = c.outcome(), set()
    names = frozenset(n for n, _ in c.findings)
    decision = step.get("decision")
    late = decision is not None and day_of(decision["on"]) > c.on
    party = decision is not None and (_is_party(decision["by"], c) or _early(decision, c))
    for one in outcome:
        if one == UNKNOWN and late and not party:  # refused, or a breach
            accepted |= {True, False}
        elif one == UNKNOWN:
            accepted.add(decision is not None and not party)
        else:
            accepted.add(one != VOID)
    if late or party:
        names |= {"decision"}
        if set(outcome) <= {HOLDS, BREACH}:  # a bad decision that nobody needed
            outcome, accepted = tuple(dict.fromkeys(outcome + ANY)), {True, False}
        elif outcome != (VOID,):
            outcome = tuple(dict.fromkeys((*outcome, VOID)))
            accepted.add(False)
    if step.get("expected_version") not in (None, len(history.records)):
        outcome, accepted, names = ANY, {False}, names | {"version"}
    open_ = frozenset(n for n, o in c.findings if HOLDS in o) - {n for n, o in c.findings if HOLDS not in o}
    return Answer(outcome, names, frozenset(accepted), "", open_)


def judge(steps: list[dict], facts: Facts, taken: list[bool] | None = None) -> list[Answer]:
    """Judge the lines in order.

    ``taken``: whether another judge recorded each line; it is followed wherever that is admissible, so that an open
    answer does not spoil the comparison of later lines.
    """
    histories: dict[tuple[str, str], History] = {}
    answers = []
    for number, step in enumerate(steps):
        history = histories.setdefault((step["lifecycle"], step["history"]), History(step["lifecycle"]))
        answer = judge_step(step, facts, history)
        first, sound = answer.outcome[0], "decision" not in answer.reasons
        move = first in (HOLDS, BREACH) or (first == UNKNOWN and True in answer.accepted and sound)
        if taken is not None and taken[number] in answer.accepted:
            move = taken[number]
        elif move not in answer.accepted:
            move = next(iter(answer.accepted))
        if move:
            if step["kind"] == "record_annulled" and (place := history.place(step["record"])) >= 0:
                history.records[place].annulled = True
            history.records.append(Record(step))
        history.lines.append(len(history.records) - 1 if move else None)
        answers.append(replace(answer, state=history.state() or "?"))
    return answers
