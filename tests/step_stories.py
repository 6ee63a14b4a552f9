"""Plausible histories of the five lifecycles, some spoilt in one or two named places.

``draw(rng, facts)`` gives a Story: its steps and the names of its spoilings (none: a right history).
A spoiling stands for a kind of fault; what is right about the spoilt history the oracle says.
``SPOILINGS`` lists them.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from step_facts import DAY, NO_OFFICES, Facts, is_working
from step_oracle import judge

UNIT, OTHER_UNIT = "person-hours", "persons"  # change the second one if the library has no such unit
PROVIDERS = ("4205000016", "4205000023")
OGRNS = ("1234200000011", "1024200000000")
OGRN = OGRNS[0]
OFFICE = "заместитель Главы"


class Story(NamedTuple):
    """A drawn history."""

    steps: list[dict]
    spoilt: tuple[str, ...]


def day(text: str) -> date:
    return date.fromisoformat(text)


def work(start: date, days: int) -> date:
    """The working day that lies so many working days after the start; 0: the next one on or after it."""
    while not is_working(start):
        start += DAY
    for _ in range(days):
        start += DAY
        while not is_working(start):
            start += DAY
    return start


def move(step: dict, to: date) -> None:
    """Put a step on another day; its extracts of that day go with it."""
    old, new = step["on"], to.isoformat()
    step["on"] = new
    for value in step.values():
        if isinstance(value, dict) and value.get("as_of") == old:
            value["as_of"] = new


# -- right histories -------------------------------------------------------------------------------------


def _start(rng: random.Random, facts: Facts) -> date:
    """A day on which the way is chosen and, where there are such, the later acts are in force."""
    last = min([w.until for w in facts.ways if w.until] + [date(2026, 9, 1)]) - timedelta(days=100)
    first = date(2023, 10, 2)
    return work(first + timedelta(days=rng.randrange(max((last - first).days, 1))), 0)


def _line(service: str, total: int, card: int) -> dict:
    parts = [{"way": "municipal-task", "amount": total - card}, {"way": "certificate", "amount": card}]
    return {"service": service, "unit": UNIT, "total": total, "parts": [p for p in parts if p["amount"]]}


def _paper(facts: Facts, kind: str, on: date) -> dict:
    """A document as the decree wants it on the day."""
    if any(p.free and kind in p.names and p.covers(on) for p in facts.paper):
        return {"form": "paper"}
    return {"form": "electronic", "system": facts.systems.get(kind, "electronic-budget")}


def _volume(amount: int) -> dict:
    return {"amount": amount, "unit": UNIT}


def _register(on: date, inn: str, services: list[str]) -> dict:
    return {
        "as_of": on.isoformat(),
        "provider": inn,
        "record": "1",
        "services": services,
        "included_on": "2023-09-29",
    }


def _order(on: date, year: int, services: list[str]) -> dict:
    approved, published = min(date(year - 1, 11, 20), on - 3 * DAY), min(date(year - 1, 11, 27), on - DAY)
    return {
        "as_of": on.isoformat(),
        "number": f"{year}/1",
        "year": year,
        "status": 1,
        "services": services,
        "approved_on": approved.isoformat(),
        "published_on": published.isoformat(),
    }


def _planning(rng: random.Random, lines: list[dict], year: int) -> list[dict]:
    """Volumes of some of the lines for the two years that follow."""
    return [
        {
            "service": line["service"],
            "unit": UNIT,
            "year": year + rng.choice((1, 2)),
            "amount": rng.randint(0, 900),
        }
        for line in lines
    ]


class Writer:
    """Collects the steps of one history."""

    def __init__(self, lifecycle: str, rng: random.Random) -> None:
        self.head = {"history": f"{lifecycle}-{rng.randrange(1000)}", "lifecycle": lifecycle}
        self.steps: list[dict] = []

    def add(self, kind: str, on: date, by: str, **facts) -> None:
        self.steps.append({**self.head, "kind": kind, "on": on.isoformat(), "by": by, **facts})


def order(rng: random.Random, facts: Facts) -> list[dict]:
    w, body = Writer("order", rng), facts.authorised
    year = 2024 if any(x.until for x in facts.ways) else rng.choice((2024, 2025, 2026))
    count = rng.randint(1, min(3, len(facts.services)))
    lines = [
        _line(s, t := rng.randrange(200, 5000, 50), rng.choice((0, t // 2, t)))
        for s in rng.sample(facts.services, count)
    ]
    on = work(date(year - 1, 10, 2) + timedelta(days=rng.randrange(30)), 0)
    draft = {"number": f"{year}/1", "year": year}
    more = {"planning": _planning(rng, lines, year)} if rng.random() < 0.3 else {}
    w.add("drafted", on, body, **draft, lines=lines, **more)
    if rng.random() < 0.3:
        on = work(on, rng.randint(1, 4))
        lines = copy.deepcopy(lines)
        lines[0] = _line(lines[0]["service"], lines[0]["total"] + 100, 100)
        w.add("drafted", on, body, **draft, lines=lines)
    if rng.random() < 0.5:
        on = work(on, rng.randint(1, 4))
        w.add(
            "advice_attached",
            on,
            body,
            advice={
                "as_of": on.isoformat(),
                "held_on": (on - DAY).isoformat(),
                "question": "О заказе",
                "adopted": True,
            },
        )
    on = work(on, rng.randint(1, 5))
    enabling = {"enabling_act": "решение № 7"}
    w.add("approved", on, body, document=_paper(facts, "social-order", on), **enabling)
    on = work(on, rng.randint(0, 4))
    w.add("published", on, body, place=facts.place, evidence="1")
    for status in range(2, 2 + rng.choice((0, 0, 0, 1, 2))):
        on = work(max(on, date(year, 1, 9)), rng.randint(5, 60))
        lines = [_line(x["service"], x["total"] + 50, 50) for x in lines]
        w.add(
            "amended",
            on,
            body,
            status=status,
            lines=lines,
            reason="бюджет",
            **enabling,
            document=_paper(facts, "social-order", on),
        )
        on = work(on, rng.randint(0, 3))
        w.add("published", on, body, place=facts.place, evidence=str(status))
    if rng.random() < 0.1:
        w.add("cancelled", work(on, rng.randint(1, 20)), body, reason="нет средств", begun=False)
        return w.steps
    if rng.random() < 0.3:
        on = work(max(on, date(year, 4, 1)), rng.randint(0, 5))
        w.add(
            "period_reported",
            on,
            body,
            since=f"{year}-01-01",
            until=f"{year}-03-31",
            document=_paper(facts, "order-report", on),
            achieved=[{"service": x["service"], "unit": UNIT, "amount": rng.randint(0, 9)} for x in lines],
        )
    if rng.random() < 0.7:
        on = work(date(year + 1, 1, 9), rng.randint(0, 25))
        w.add(
            "report_formed",
            on,
            body,
            document=_paper(facts, "order-report", on),
            achieved=[
                {"service": x["service"], "unit": UNIT, "amount": rng.randint(1, x["total"])} for x in lines
            ],
        )
        on = work(on, rng.randint(0, 5))
        w.add("report_published", on, body, place=facts.place, evidence="р")
        if rng.random() < 0.6:
            w.add("closed", work(on, 1), body)
    return w.steps


def selection(rng: random.Random, facts: Facts) -> list[dict]:
    w, body, on = Writer("selection", rng), facts.authorised, _start(rng, facts)
    services = rng.sample(facts.services, rng.randint(1, min(2, len(facts.services))))
    provider = {
        "kind": "legal-entity",
        "inn": rng.choice(PROVIDERS),
        "licence": {"number": "Л-1", "issued_on": "2019-09-02"},
    }
    provider["ogrn"] = OGRNS[PROVIDERS.index(provider["inn"])]
    w.add(
        "applied",
        on,
        "provider",
        provider=provider,
        services=services,
        document=_paper(facts, "provider-application", on),
    )
    on, path = work(on, rng.randint(0, 5)), rng.random()
    if path < 0.12:
        w.add("withdrawn", on, "provider")
    elif path < 0.25:
        w.add("application_refused", on, body, ground="false-data", because="сведения неверны")
    else:
        w.add("included", on, body, record="1")
        for _ in range(rng.choice((0, 1, 2))):
            on = work(on, rng.randint(1, 40))
            if rng.random() < 0.3:
                other = PROVIDERS[PROVIDERS[0] == provider["inn"]]
                provider = {**provider, "inn": other, "ogrn": OGRNS[PROVIDERS.index(other)]}
                w.add("succeeded", on, body, provider=provider, succession="передаточный акт")
                continue
            by = rng.choice(("provider", body))
            services = rng.sample(services if by == "provider" else facts.services, 1)
            w.add("changed", on, by, provider=provider, reason="новая лицензия", services=services)
        if rng.random() < 0.5:
            w.add("excluded", work(on, rng.randint(1, 40)), body, ground="own-request", because="заявление")
    return w.steps


def agreement(rng: random.Random, facts: Facts) -> list[dict]:
    w, body, on = Writer("agreement", rng), facts.authorised, _start(rng, facts)
    services = rng.sample(facts.services, rng.randint(1, min(2, len(facts.services))))
    year, inn = max(on.year, 2024), rng.choice(PROVIDERS)
    ends = date(year, 12, 31) if on.month > 7 else date(year, rng.choice((10, 12)), rng.choice((15, 31)))
    w.add(
        "drafted",
        on,
        body,
        number="С-1",
        mode="provision",
        sums=[{"year": year, "roubles": 1000000}],
        provider=_register(on, inn, services),
        order=_order(on, year, services),
        services=services,
        ends_on=ends.isoformat(),
        document=_paper(facts, "agreement", on),
    )
    on = work(on, rng.randint(0, 4))
    w.add("signed_by_provider", on, "provider", signature="qualified")
    on = work(on, rng.randint(0, 5))
    w.add("concluded", on, body, signature="qualified", provider=_register(on, inn, services))
    if rng.random() < 0.4 and work(on, 30) < ends:
        on = work(on, rng.randint(1, 30))
        w.add(
            "amended",
            on,
            body,
            number="С-1/1",
            sums=[{"year": year, "roubles": 1200000}],
            reason="объём",
            ends_on=ends.isoformat(),
            provider_signature="qualified",
            signature="qualified",
            provider=_register(on, inn, services),
            document=_paper(facts, "agreement", on),
        )
    on = _paying(w, rng, on, ends, services, body)
    path = rng.random()
    if path < 0.3 and work(on, 20) < ends:
        w.add(
            "terminated",
            work(on, rng.randint(1, 20)),
            rng.choice((body, "provider")),
            ground="соглашение сторон",
            because="ликвидация",
        )
    elif path < 0.7:
        w.add("completed", work(ends + DAY, rng.randint(0, 5)), body)
    paid = [step for step in w.steps if step["kind"].endswith("_paid")]
    if paid and rng.random() < 0.6:
        kept = rng.random() < 0.5
        w.add(
            "remainder_kept" if kept else "remainder_returned",
            work(max(date(year + 1, 1, 9), day(w.steps[-1]["on"])), rng.randint(0, 5)),
            body,
            year=day(paid[0]["on"]).year,
            roubles=rng.choice((1, paid[0]["roubles"])),
            conditions_kept=kept,
        )
    return w.steps


def _paying(w: Writer, rng: random.Random, on: date, ends: date, services: list[str], body: str) -> date:
    """Some months of an agreement: an act, a claim, its payment, perhaps an advance before."""
    if rng.random() < 0.3 and work(on, 1) < ends and on.year == ends.year:
        on = work(on, 1)
        w.add("advance_paid", on, body, roubles=rng.choice((5000, 100000)))
    since = day(next(s for s in w.steps if s["kind"] == "concluded")["on"])
    for number in range(1, 1 + rng.choice((0, 0, 1, 2))):
        until = max(since, on) + rng.randint(0, 25) * DAY
        if work(until, 6) >= ends or until.year != since.year or since.year != ends.year:
            break
        on = work(until, rng.randint(0, 3))
        period = {"since": since.isoformat(), "until": until.isoformat()}
        named = rng.sample(services, rng.randint(1, len(services)))
        rows = [{"service": one, "unit": UNIT, "amount": rng.randint(1, 500)} for one in named]
        w.add("act_drawn", on, rng.choice((body, "provider")), number=f"А-{number}", **period, rendered=rows)
        roubles = rng.choice((1000, 20000))
        acts = [f"А-{number}"] if rng.random() < 0.8 else []
        w.add("claimed", on, "provider", number=f"Т-{number}", **period, roubles=roubles, acts=acts)
        on = work(on, rng.randint(0, 4))
        for part in rng.choice(((roubles,), (roubles // 2, roubles // 2), (roubles // 4,))):
            w.add("claim_paid", on, body, claim=f"Т-{number}", roubles=part)
        since = until + DAY
    return on


def certificate(rng: random.Random, facts: Facts) -> list[dict]:
    w, body, on = Writer("certificate", rng), facts.authorised, _start(rng, facts)
    several = facts.act("single-certificate", on) and len(facts.services) > 1
    services = rng.sample(facts.services, 2 if several and rng.random() < 0.5 else 1)
    child = rng.random() < 0.7
    born = date(on.year - (9 if child else 15), rng.randint(1, 12), rng.randint(1, 28))
    w.add(
        "applied_for",
        on,
        "representative" if child or rng.random() < 0.3 else "consumer",
        document=_paper(facts, "consumer-application", on),
        services=services,
        recipient={"file": str(rng.randrange(100)), "born": born.isoformat()},
        asks=["enrolment", "certificate"],
    )
    on = work(on, rng.randint(0, 3))
    if rng.random() < 0.12:
        w.add("recipient_refused", on, body, ground="no-right", because="нет права")
        return w.steps
    if rng.random() < 0.06:
        w.add("withdrawn", on, w.steps[0]["by"])
        return w.steps
    w.add("recipient_registered", on, body, record="П-1")
    if rng.random() < 0.05:
        w.add("annulled", on, body, reason="отказ")
        return w.steps
    on = work(on, rng.randint(0, 4))
    until = date(on.year, 12, 31)
    w.add(
        "formed",
        on,
        body,
        document=_paper(facts, "certificate", on),
        number="К-1",
        nominal=_volume(144),
        valid_until=until.isoformat(),
        order=_order(on, on.year, services),
    )
    on, left, until = _changed(w, rng, facts, on, until)
    for number in range(1, 1 + rng.choice((0, 1, 1, 1, 2))):
        if work(on, 25) >= until or left < 36:
            return w.steps
        on = work(on, rng.randint(0, 10))
        size, by = rng.choice((36, left)), rng.choice(("provider", body))
        contract = {
            "as_of": on.isoformat(),
            "number": f"Д-{number}",
            "provider": PROVIDERS[0],
            "certificate": "К-1",
            "service": services[0],
            "volume": _volume(size),
            "concluded_on": on.isoformat(),
            "fulfilled": False,
        }
        w.add("contracted", on, by, contract=contract)
        on, size, contract, paused = _held(w, rng, facts, left)
        on = work(on, rng.randint(3, 15))
        end = {**contract, "as_of": on.isoformat(), "ended_on": on.isoformat()}
        if size == left and rng.random() < 0.8:
            w.add("used", on, by, contract={**end, "rendered": _volume(size), "fulfilled": True})
            return w.steps
        done = rng.randrange(0, size)
        w.add("contract_ended", on, by, contract={**end, "rendered": _volume(done)})
        left -= done
        if paused:
            on = work(on, 0)
            w.add("resumed", on, body, reason="проверено")
    path = rng.random()
    if path < 0.3:
        w.add("expired", work(until + DAY, rng.randint(0, 3)), body)
    elif path < 0.5:
        w.add("annulled", work(on, 1), body, reason="отказ")
    return w.steps


def _changed(w: Writer, rng, facts: Facts, on: date, until: date) -> tuple[date, int, date]:
    """The certificate may be amended and renewed: the day, the nominal and the last day after it."""
    body, services, nominal = facts.authorised, w.steps[0]["services"], 144
    if rng.random() < 0.25:
        on, nominal = work(on, rng.randint(0, 2)), rng.choice((100, 144, 180))
        anew = _formed_anew(facts, on, services)
        w.add("amended", on, body, nominal=_volume(nominal), valid_until=until.isoformat(), **anew)
    if rng.random() < 0.15:
        on, until = work(on, rng.randint(0, 2)), until + timedelta(days=rng.randint(1, 30))
        w.add("renewed", on, body, valid_until=until.isoformat(), **_formed_anew(facts, on, services))
    return on, nominal, until


def _held(w: Writer, rng, facts: Facts, left: int) -> tuple[date, int, dict, bool]:
    """The latest contract may be amended, the certificate suspended: the day, the volume, the contract, paused."""
    last = w.steps[-1]
    on, contract, paused = day(last["on"]), last["contract"], rng.random() < 0.2
    size = contract["volume"]["amount"]
    if rng.random() < 0.2:
        on, size = work(on, 1), rng.choice((20, min(left, 40), left))
        contract = {**contract, "as_of": on.isoformat(), "volume": _volume(size)}
        w.add("contract_changed", on, last["by"], contract=contract)
    if paused:
        on = work(on, 1)
        w.add("suspended", on, facts.authorised, reason="проверка")
        if rng.random() < 0.5:
            on, paused = work(on, 1), False
            w.add("resumed", on, facts.authorised, reason="проверено")
    return on, size, contract, paused


def _formed_anew(facts: Facts, on: date, services: list[str]) -> dict:
    """What a certificate that is amended or renewed has like one that is formed."""
    return {
        "document": _paper(facts, "certificate", on),
        "order": _order(on, on.year, services),
        "reason": "иное",
    }


def contract(rng: random.Random, facts: Facts) -> list[dict]:
    w, _body, on = Writer("contract", rng), facts.authorised, _start(rng, facts)
    service, inn = rng.choice(facts.services), rng.choice(PROVIDERS)
    on = max(on, work(date(2024, 1, 22), 0)) if on.year == 2023 else work(max(on, date(on.year, 1, 22)), 0)
    ends = min(date(on.year, 12, 31), on + timedelta(days=rng.randint(40, 150)))
    size = rng.choice((36, 72))
    child = rng.random() < 0.7
    born = date(on.year - (9 if child else 15), rng.randint(1, 12), rng.randint(1, 28))
    w.add(
        "offered",
        on,
        "provider",
        number="Д-1",
        provider=inn,
        service=service,
        volume=_volume(size),
        ends_on=ends.isoformat(),
        terms=["schedule", "place"] if on >= date(2024, 9, 1) else [],
    )
    on, by = work(on, rng.randint(0, 5)), "representative" if child or rng.random() < 0.3 else "consumer"
    if rng.random() < 0.1:
        w.add("declined", on, rng.choice(("provider", "representative")))
        return w.steps
    if on > ends:
        return w.steps
    year = on.year
    w.add(
        "concluded",
        on,
        by,
        document=_paper(facts, "contract", on),
        provider=_register(on, inn, [service]),
        certificate={
            "as_of": on.isoformat(),
            "number": "К-1",
            "recipient": {"file": "17", "born": born.isoformat()},
            "services": [service],
            "nominal": _volume(72),
            "balance": _volume(72),
            "formed_on": date(year, 1, 15).isoformat(),
            "valid_until": date(year, 12, 31).isoformat(),
        },
        agreement={
            "as_of": on.isoformat(),
            "number": "С-1",
            "provider": inn,
            "services": [service],
            "mode": "provision",
            "concluded_on": date(year, 1, 12).isoformat(),
            "ends_on": date(year, 12, 31).isoformat(),
        },
    )
    on, size = _lived(w, rng, facts, ends)
    if w.steps[-1]["kind"] == "terminated":
        return w.steps
    path, spare = rng.random(), max((ends - on).days, 0)
    if path < 0.55:
        w.add(
            "fulfilled",
            on + timedelta(days=rng.randint(0, spare)),
            "provider",
            act="А-1",
            rendered=_volume(size),
        )
    elif path < 0.85:
        w.add(
            "terminated",
            on + timedelta(days=rng.randint(0, spare)),
            rng.choice((by, "provider")),
            because="переезд",
            rendered=_volume(rng.randint(5, size)),
        )
    return w.steps


def _lived(w: Writer, rng, facts: Facts, ends: date) -> tuple[date, int]:
    """The contract may be amended, moved, complained of, suspended: the day and the volume after it."""
    offer, deal, body = w.steps[0], w.steps[-1], facts.authorised
    on, by, size, inn, service = (
        day(deal["on"]),
        deal["by"],
        offer["volume"]["amount"],
        offer["provider"],
        offer["service"],
    )
    if rng.random() < 0.3 and work(on, 2) <= ends:
        on, before = work(on, 2), size
        size = rng.choice((size - 10, size + 10))
        card = {**deal["certificate"], "as_of": on.isoformat(), "contract": "Д-1", "taken": [service]}
        w.add(
            "amended",
            on,
            "provider",
            agreed_by="representative",
            document=_paper(facts, "contract", on),
            volume=_volume(size),
            ends_on=ends.isoformat(),
            rendered=_volume(rng.choice((0, 5))),
            certificate={**card, "nominal": _volume(100), "balance": _volume(100 - before)},
            provider=_register(on, inn, [service]),
            agreement={**deal["agreement"], "as_of": on.isoformat()},
        )
    if rng.random() < 0.15 and work(on, 1) <= ends:
        on = work(on, 1)
        w.add("moved", on, rng.choice((by, "provider")), group="2")
    if rng.random() < 0.2 and work(on, 3) <= ends:
        on = work(on, 1)
        w.add("complained", on, by, matter="not-rendered", because="занятий не было")
        if rng.random() < 0.7:
            on = work(on, rng.randint(0, 2))
            w.add("answered", on, body, answer="занятия восстановлены")
    if rng.random() < 0.2 and work(on, 4) <= ends:
        on = work(on, 1)
        w.add("suspended", on, rng.choice((by, "provider")), reason="ремонт")
        if rng.random() < 0.2:
            w.add("terminated", work(on, 1), by, rendered=_volume(5))
            return on, size
        on = work(on, 2)
        w.add("resumed", on, "provider", reason="ремонт окончен")
    return on, size


LIFECYCLES = {f.__name__: f for f in (order, selection, agreement, certificate, contract)}


# -- spoilings -------------------------------------------------------------------------------------------

Spoil = Callable[[list[dict], random.Random, Facts], bool]
SPOILINGS: dict[str, tuple[str, Spoil]] = {}  # name -> (lifecycle or "any", what it does)


def spoiling(lifecycle: str, name: str):
    """Register a spoiling; it answers False where the history has no place for it."""

    def keep(function: Spoil) -> Spoil:
        SPOILINGS[name] = (lifecycle, function)
        return function

    return keep


def at(steps: list[dict], rng: random.Random, *kinds: str, key: str | None = None) -> int | None:
    """The place of a step of these kinds that has this fact, or None."""
    found = [
        i for i, s in enumerate(steps) if (not kinds or s["kind"] in kinds) and (key is None or s.get(key))
    ]
    return rng.choice(found) if found else None


def patch(name: str, lifecycle: str, kinds: tuple[str, ...], change, key: str | None = None) -> None:
    """A spoiling that changes one step: ``change(step, rng, facts)``; False from it says «not here»."""

    @spoiling(lifecycle, name)
    def spoil(steps, rng, facts) -> bool:
        place = at(steps, rng, *kinds, key=key)
        return place is not None and change(steps[place], rng, facts) is not False


def late(name: str, lifecycle: str, kind: str, least: int, most: int) -> None:
    """A spoiling that takes a step, and all after it, some days later."""

    @spoiling(lifecycle, name)
    def spoil(steps, rng, facts) -> bool:
        place = at(steps, rng, kind)
        if place is None:
            return False
        shift = timedelta(days=rng.randint(least, most))
        for step in steps[place:]:
            move(step, day(step["on"]) + shift)
        return True


def plus(text: str, days: int) -> str:
    return (day(text) + timedelta(days=days)).isoformat()


@spoiling("any", "before-the-act")
def _(steps, rng, facts):
    move(steps[0], rng.choice((date(2015, 3, 1), date(2019, 9, 2), facts.act_date - DAY)))
    return True


@spoiling("any", "days-run-backwards")
def _(steps, rng, facts):
    if len(steps) < 2:
        return False
    place = rng.randrange(1, len(steps))
    move(steps[place], max(day(steps[place - 1]["on"]) - rng.randint(1, 20) * DAY, facts.act_date))
    return steps[place]["on"] < steps[place - 1]["on"]


@spoiling("any", "another-actor")
def _(steps, rng, facts):
    step = rng.choice(steps)
    everybody = (*facts.bodies, "provider", "consumer", "representative")
    step["by"] = rng.choice([b for b in everybody if b != step["by"]])
    return step["kind"] != "advice_attached"


@spoiling("any", "a-step-left-out")
def _(steps, rng, facts):
    if len(steps) < 2:
        return False
    del steps[rng.randrange(len(steps) - 1)]
    return True


@spoiling("any", "a-step-twice")
def _(steps, rng, facts):
    place = rng.randrange(len(steps))
    steps.insert(place, copy.deepcopy(steps[place]))
    return True


def _lose(step: dict) -> bool:
    """Take out a fact that a person would have to make up for."""
    for key in ("document", "order", "agreement", "certificate", "signature", "succession", "provider"):
        if step.get(key) and step["kind"] not in ("applied", "changed", "offered"):
            del step[key]
            return True
    return False


@spoiling("any", "a-fact-missing")
def _(steps, rng, facts):
    return _lose(rng.choice(steps))


@spoiling("any", "decision-makes-up")
def _(steps, rng, facts):
    step = rng.choice(steps)
    step["decision"] = {"by": OFFICE, "on": plus(step["on"], -rng.randint(0, 2)), "reason": "иначе нельзя"}
    return _lose(step)


@spoiling("any", "decision-after-its-step")
def _(steps, rng, facts):
    step = rng.choice(steps)
    step["decision"] = {
        "by": OFFICE,
        "on": plus(step["on"], rng.choice((1, 30, 2000))),
        "reason": "задним числом",
    }
    return _lose(step)


@spoiling("any", "decision-by-a-party")
def _(steps, rng, facts):
    step = rng.choice(steps)
    step["decision"] = {
        "by": rng.choice(
            ("provider", "consumer", "representative", facts.authorised, "4205000016", *NO_OFFICES)
        ),
        "on": step["on"],
        "reason": "сам решил",
    }
    return _lose(step)


@spoiling("any", "decision-before-its-case")
def _(steps, rng, facts):
    step = rng.choice(steps)
    before = min(steps[0]["on"], facts.act_date.isoformat())
    on = plus(rng.choice((before, steps[0]["on"])), -rng.choice((1, 30, 400)))
    step["decision"] = {"by": OFFICE, "on": on, "reason": "решено давно"}
    return _lose(step)


@spoiling("order", "an-order-of-a-finished-year")
def _(steps, rng, facts):
    for step in steps:
        if step["kind"] == "drafted":
            step["year"] = day(step["on"]).year - rng.randint(1, 2)
    return True


def _annul(steps, place: int, number: int, by: str, **more) -> None:
    head = {k: steps[0][k] for k in ("history", "lifecycle")}
    steps.insert(
        place,
        {
            **head,
            "kind": "record_annulled",
            "on": steps[place - 1]["on"],
            "by": by,
            "record": number,
            "reason": "ошибка",
            **more,
        },
    )


@spoiling("any", "annulled-by-its-taker")
def _(steps, rng, facts):
    """A right annulment of the newest record, which is then taken again."""
    place = rng.randint(1, len(steps))
    _annul(steps, place, place, steps[place - 1]["by"])
    steps.insert(place + 1, copy.deepcopy(steps[place - 1]))
    return True


@spoiling("any", "annulled-by-a-stranger")
def _(steps, rng, facts):
    place = rng.randint(1, len(steps))
    _annul(steps, place, place, rng.choice(("provider", "consumer", "representative", facts.bodies[-1])))
    return True


@spoiling("any", "annulled-by-decision")
def _(steps, rng, facts):
    place = rng.randint(1, len(steps))
    on = steps[place - 1]["on"]
    decision = {"by": OFFICE, "on": on, "reason": "ошибка органа"}
    _annul(steps, place, place, facts.bodies[-1], decision=decision)
    return True


@spoiling("any", "annulled-under-others")
def _(steps, rng, facts):
    place = rng.randint(1, len(steps))
    number = rng.randint(1, place)
    _annul(steps, place, number, steps[number - 1]["by"])
    return number < place


@spoiling("any", "annulled-before-its-day")
def _(steps, rng, facts):
    """The day of the newest record is the error, or its annulment is told of a day too early."""
    place = rng.randint(1, len(steps))
    decision = {"by": OFFICE, "on": steps[place - 1]["on"], "reason": "описка в дне"}
    _annul(
        steps, place, place, steps[place - 1]["by"], **({"decision": decision} if rng.random() < 0.3 else {})
    )
    steps[place]["on"] = plus(steps[place]["on"], -rng.randint(1, 20))
    if "decision" in steps[place]:
        decision["on"] = steps[place]["on"]
    return True


@spoiling("any", "annulled-by-another-side")
def _(steps, rng, facts):
    place = rng.randint(1, len(steps))
    sides = ("provider", "consumer", "representative", facts.authorised)
    _annul(steps, place, place, rng.choice([one for one in sides if one != steps[place - 1]["by"]]))
    return True


@spoiling("any", "annulled-nothing")
def _(steps, rng, facts):
    place = rng.randint(1, len(steps))
    _annul(steps, place, place + rng.randint(1, 5), steps[place - 1]["by"])
    return True


@spoiling("any", "a-calendar-missing")
def _(steps, rng, facts):
    """The history goes over a new year whose calendar nobody has published."""
    shift = date(max(facts.known_years), 12, rng.randint(24, 30)) - day(steps[0]["on"])
    for step in steps:
        move(step, day(step["on"]) + shift)
    return True


# documents
for _name, _change in {
    "paper-without-leave": lambda s, r, f: s.update(document={"form": "paper"}),
    "wrong-system": lambda s, r, f: (
        s["document"].update(system=r.choice(("eais", "other-system")))
        if s["document"]["form"] != "paper"
        else False
    ),
    "system-missing": lambda s, r, f: s["document"].pop("system", False) and None,
}.items():
    patch(_name, "any", (), _change, key="document")


# services and identities
def _services(step: dict, change: Callable[[str], str]) -> bool | None:
    for holder in (step, step.get("contract") or {}):
        if "services" in holder:
            holder["services"] = [change(holder["services"][0]), *holder["services"][1:]]
            return None
        if "service" in holder:
            holder["service"] = change(holder["service"])
            return None
        if "lines" in holder:
            holder["lines"] = copy.deepcopy(holder["lines"])
            holder["lines"][0]["service"] = change(holder["lines"][0]["service"])
            return None
    return False


_LATIN = str.maketrans("АЕ", "AE")
patch("service-unlisted", "any", (), lambda s, r, f: _services(s, lambda n: n[:-5] + "99000"))
patch("service-latin", "any", (), lambda s, r, f: _services(s, lambda n: n[:14] + n[14:].translate(_LATIN)))
patch(
    "service-other-seventh",
    "any",
    (),
    lambda s, r, f: _services(s, lambda n: n[:6] + ("0" if n[6] == "О" else "О") + n[7:]),
)
patch("service-with-spaces", "any", (), lambda s, r, f: _services(s, lambda n: n[:15] + " " + n[15:]))


def _spaced(step: dict, rng, facts) -> bool | None:
    for holder in (step, step.get("provider"), step.get("agreement"), step.get("contract")):
        for key in ("inn", "provider"):
            if isinstance(holder, dict) and isinstance(holder.get(key), str):
                holder[key] = holder[key][:4] + " " + holder[key][4:]
                return None
    return False


patch("inn-with-spaces", "any", (), _spaced)

# order
patch(
    "sum-of-parts",
    "order",
    ("drafted", "amended"),
    lambda s, r, f: s["lines"][0].update(total=s["lines"][0]["total"] + r.choice((-1, 1, 50))),
)
patch(
    "enabling-act-missing",
    "order",
    ("approved", "amended"),
    lambda s, r, f: s.pop("enabling_act", None) and None,
)
patch(
    "wrong-place",
    "order",
    ("published", "report_published"),
    lambda s, r, f: s.update(place=r.choice(("own-site", "press"))),
)
patch(
    "status-skipped",
    "order",
    ("amended",),
    lambda s, r, f: s.update(status=s["status"] + r.choice((-1, 1, 2))),
)
patch("report-over", "order", ("report_formed",), lambda s, r, f: s["achieved"][0].update(amount=99999))
patch("report-of-nothing", "order", ("report_formed",), lambda s, r, f: s["achieved"][0].update(amount=0))
patch("report-below-period", "order", ("report_formed",), lambda s, r, f: s["achieved"][0].update(amount=1))
patch(
    "report-by-way",
    "order",
    ("report_formed", "period_reported"),
    lambda s, r, f: s["achieved"][0].update(
        amount=40,
        parts=r.choice(
            (
                [{"way": "certificate", "amount": 40}],
                [{"way": "certificate", "amount": 10}, {"way": "municipal-task", "amount": 30}],
                [{"way": "municipal-task", "amount": 40}],
                [{"way": "municipal-task", "amount": 41}],
            )
        ),
    ),
)
patch(
    "report-line-missing",
    "order",
    ("report_formed",),
    lambda s, r, f: s["achieved"].pop() and None if len(s["achieved"]) > 1 else False,
)
patch(
    "report-foreign-line",
    "order",
    ("report_formed",),
    lambda s, r, f: s["achieved"].append(
        {"service": s["achieved"][0]["service"][:-5] + "99000", "unit": UNIT, "amount": 10}
    ),
)
patch(
    "report-other-unit", "order", ("report_formed",), lambda s, r, f: s["achieved"][0].update(unit=OTHER_UNIT)
)
patch(
    "advice-of-a-meeting-to-come",
    "order",
    ("advice_attached",),
    lambda s, r, f: s["advice"].update(held_on=plus(s["on"], r.randint(1, 30))),
)
patch("advice-without-votes", "order", ("advice_attached",), lambda s, r, f: s["advice"].update(adopted=None))
patch(
    "planning-astray",
    "order",
    ("drafted",),
    lambda s, r, f: s["planning"][0].update(
        r.choice(({"year": s["year"]}, {"unit": "roubles"}, {"service": "1"}))
    ),
    key="planning",
)
patch(
    "planning-twice",
    "order",
    ("drafted",),
    lambda s, r, f: s["planning"].append(copy.deepcopy(s["planning"][0])),
    key="planning",
)
patch(
    "cancelled-while-executed",
    "order",
    ("cancelled",),
    lambda s, r, f: s.update(begun=r.choice((None, True))),
)
late("order-approved-late", "order", "approved", 90, 120)
late("order-published-late", "order", "published", 60, 120)
late("order-amended-after-its-year", "order", "amended", 330, 400)
late("report-late", "order", "report_formed", 60, 200)
late("report-published-late", "order", "report_published", 12, 40)


@spoiling("order", "reported-while-amended")
def _(steps, rng, facts):
    place = at(steps, rng, "amended")
    if place is None or place + 1 >= len(steps) or steps[place + 1]["kind"] != "published":
        return False
    del steps[place + 1]
    return True


# selection
_ID = ("applied", "changed")
patch(
    "inn-wrong", "selection", _ID, lambda s, r, f: s.update(provider={**s["provider"], "inn": "4205000017"})
)
patch(
    "record-number-for-ogrn",
    "selection",
    _ID,
    lambda s, r, f: s.update(provider={**s["provider"], "ogrn": "2234200000010"}),
)
patch("ogrn-missing", "selection", _ID, lambda s, r, f: s.update(provider={**s["provider"], "ogrn": None}))
patch(
    "another-provider",
    "selection",
    ("changed",),
    lambda s, r, f: s.update(
        provider={**s["provider"], "inn": PROVIDERS[PROVIDERS[0] == s["provider"]["inn"]]}
    ),
)
patch(
    "services-wider",
    "selection",
    ("changed",),
    lambda s, r, f: s.update(by="provider", services=list(f.services)) if len(f.services) > 1 else False,
)
patch("succession-unnamed", "selection", ("succeeded",), lambda s, r, f: s.pop("succession") and None)
patch(
    "successor-is-the-same",
    "selection",
    ("succeeded",),
    lambda s, r, f: s.update(
        provider={**s["provider"], "inn": PROVIDERS[PROVIDERS[0] == s["provider"]["inn"]]}
    ),
)
patch(
    "successor-is-a-person",
    "selection",
    ("succeeded",),
    lambda s, r, f: s.update(provider={**s["provider"], "kind": "natural-person"}),
)
patch(
    "licence-missing", "selection", _ID, lambda s, r, f: s.update(provider={**s["provider"], "licence": None})
)
patch(
    "licence-to-come",
    "selection",
    _ID,
    lambda s, r, f: s.update(
        provider={
            **s["provider"],
            "licence": {"number": "Л-2", "issued_on": plus(s["on"], r.choice((1, 400)))},
        }
    ),
)
patch(
    "licence-ended",
    "selection",
    _ID,
    lambda s, r, f: s.update(
        provider={
            **s["provider"],
            "licence": {
                "number": "Л-2",
                "issued_on": "2019-09-02",
                "ends_on": plus(s["on"], r.choice((-30, -1, 2))),
            },
        }
    ),
)
patch(
    "excluded-school",
    "selection",
    _ID,
    lambda s, r, f: s.update(provider={**s["provider"], "school": "art-school"}),
)
patch(
    "ground-invented",
    "selection",
    ("application_refused", "excluded"),
    lambda s, r, f: s.update(ground="dislike"),
)
patch(
    "ground-not-borne-out",
    "selection",
    ("application_refused",),
    lambda s, r, f: s.update(ground="service-not-listed"),
)
late("included-late", "selection", "included", 12, 60)
late("refused-late", "selection", "application_refused", 12, 60)


# extracts of any lifecycle
def _extract(step: dict, rng, facts) -> dict | None:
    found = [v for v in step.values() if isinstance(v, dict) and "as_of" in v]
    return rng.choice(found) if found else None


def _with_extract(name: str, change) -> None:
    patch(
        name, "any", (), lambda s, r, f: (x := _extract(s, r, f)) is not None and change(x, r, s) is not False
    )


_with_extract("extract-old", lambda x, r, s: x.update(as_of=plus(s["on"], -r.randint(1, 10))))
_with_extract("extract-of-tomorrow", lambda x, r, s: x.update(as_of=plus(s["on"], r.randint(1, 10))))
_with_extract(
    "extract-ended-before-begun",
    lambda x, r, s: (
        x.update(ended_on=plus(x["concluded_on"], -1))
        if "concluded_on" in x
        else x.update(excluded_on=plus(x["included_on"], -1))
        if "included_on" in x
        else False
    ),
)

_with_extract(
    "extract-of-a-wrong-inn",
    lambda x, r, s: x.update(provider="4205000017") if isinstance(x.get("provider"), str) else False,
)
patch("offer-of-a-wrong-inn", "contract", ("offered",), lambda s, r, f: s.update(provider="4205000017"))


def _other_sign(number: str) -> str:
    return number[:6] + ("0" if number[6] != "0" else "О") + number[7:]


patch(
    "one-service-in-two-writings",
    "any",
    ("applied", "drafted", "applied_for", "changed"),
    lambda s, r, f: s.update(services=[*s["services"], _other_sign(s["services"][0])]),
    key="services",
)
_with_extract(
    "extract-of-one-service-in-two-writings",
    lambda x, r, s: (
        x.update(services=[*x["services"], _other_sign(x["services"][0])]) if x.get("services") else False
    ),
)

# agreement
_REG = ("drafted", "concluded", "amended")
patch(
    "register-service-turned",
    "agreement",
    ("concluded", "amended"),
    lambda s, r, f: s["provider"].update(services=[s["provider"]["services"][0][:-5] + "99000"]),
    key="provider",
)
patch(
    "register-excluded",
    "agreement",
    _REG,
    lambda s, r, f: s["provider"].update(excluded_on=s["on"]),
    key="provider",
)
patch(
    "register-other-provider",
    "agreement",
    ("concluded", "amended"),
    lambda s, r, f: s["provider"].update(provider=PROVIDERS[PROVIDERS[0] == s["provider"]["provider"]]),
    key="provider",
)
patch(
    "longer-than-order",
    "agreement",
    ("drafted", "amended"),
    lambda s, r, f: s.update(ends_on=plus(s["ends_on"], r.choice((366, 1096)))),
)
patch(
    "service-outside-order",
    "agreement",
    ("drafted",),
    lambda s, r, f: s["order"].update(services=[s["order"]["services"][0][:-5] + "99000"]),
    key="order",
)
patch(
    "order-unpublished",
    "any",
    ("drafted", "formed"),
    lambda s, r, f: s["order"].update(published_on=None),
    key="order",
)
patch("mode-not-granted", "agreement", ("drafted",), lambda s, r, f: s.update(mode="reimbursement"))
patch("signature-missing", "agreement", (), lambda s, r, f: s.pop("signature") and None, key="signature")
patch(
    "act-of-the-same-days",
    "agreement",
    ("act_drawn",),
    lambda s, r, f: s.update(since=plus(s["since"], -r.randint(1, 40))),
)
patch("act-of-days-to-come", "agreement", ("act_drawn",), lambda s, r, f: s.update(until=plus(s["on"], 1)))
patch("act-of-nothing", "agreement", ("act_drawn",), lambda s, r, f: s["rendered"][0].update(amount=0))
patch("act-renumbered", "agreement", ("act_drawn", "claimed"), lambda s, r, f: s.update(number="А-2"))
patch(
    "claim-on-another-act",
    "agreement",
    ("claimed",),
    lambda s, r, f: s.update(acts=r.choice((["А-1"], ["А-9"]))),
)
patch(
    "claim-over-two-years",
    "agreement",
    ("claimed",),
    lambda s, r, f: s.update(until=plus(s["until"], r.choice((1, 366)))),
)
patch(
    "paid-too-much",
    "agreement",
    ("claim_paid", "advance_paid"),
    lambda s, r, f: s.update(roubles=r.choice((1001, 20001, 1000000, 1300000))),
)
patch("paid-on-no-claim", "agreement", ("claim_paid",), lambda s, r, f: s.update(claim="Т-2"))
patch("sums-cut", "agreement", ("amended",), lambda s, r, f: s["sums"][0].update(roubles=500))
patch(
    "remainder-of-another-year",
    "agreement",
    ("remainder_kept", "remainder_returned"),
    lambda s, r, f: s.update(year=s["year"] + r.choice((-1, 1))),
)
patch(
    "remainder-too-large",
    "agreement",
    ("remainder_kept", "remainder_returned"),
    lambda s, r, f: s.update(roubles=999999),
)
patch(
    "conditions-otherwise",
    "agreement",
    ("remainder_kept", "remainder_returned"),
    lambda s, r, f: s.update(conditions_kept=r.choice((None, not s["conditions_kept"]))),
)


@spoiling("agreement", "paid-before-it-is-amended")
def _(steps, rng, facts):
    """The amendment comes after the payments."""
    place = at(steps, rng, "amended")
    last = at(steps[::-1], rng, "claim_paid", "advance_paid")
    if place is None or last is None or len(steps) - last <= place:
        return False
    step = steps.pop(place)
    move(step, max(day(step["on"]), day(steps[len(steps) - last - 1]["on"])))
    step["sums"][0]["roubles"] = rng.choice((500, 1500, 200000))
    steps.insert(len(steps) - last, step)
    return True


@spoiling("agreement", "settled-after-its-end")
def _(steps, rng, facts):
    """What was left of acts, claims and payments comes after the end."""
    place = at(steps, rng, "terminated", "completed")
    kinds = ("act_drawn", "claimed", "claim_paid")
    money = [n for n, step in enumerate(steps) if step["kind"] in kinds]
    if place is None or not money or max(money) > place:
        return False
    late = money[rng.randrange(len(money)) :]
    moved = [steps[n] for n in late]
    for step in moved:
        move(step, day(steps[place]["on"]))
        if rng.random() < 0.1 and "until" in step:
            step["until"] = steps[place]["on"]
    steps[:] = [s for n, s in enumerate(steps) if n <= place and n not in late] + moved + steps[place + 1 :]
    return True


@spoiling("agreement", "a-draft-lapses")
def _(steps, rng, facts):
    del steps[1:]
    head = {k: steps[0][k] for k in ("history", "lifecycle")}
    on = plus(steps[0]["on"], rng.choice((1, 60)))
    steps.append({**head, "kind": "lapsed", "on": on, "by": facts.authorised, "because": "молчание"})
    return True


late("concluded-late", "agreement", "concluded", 17, 60)
late("agreement-amended-after-its-end", "agreement", "amended", 400, 500)


@spoiling("agreement", "completed-early")
def _(steps, rng, facts):
    place = at(steps, rng, "completed")
    if place is None:
        return False
    move(steps[place], max(day(steps[place - 1]["on"]), day(steps[0]["ends_on"]) - rng.randint(1, 40) * DAY))
    return True


@spoiling("any", "way-turns-between-steps")
def _(steps, rng, facts):
    """The days after which no way is chosen fall between two steps."""
    ends = [w.until for w in facts.ways if w.until]
    if not ends or len(steps) < 2:
        return False
    place = rng.randrange(1, len(steps))
    shift = work(max(ends) + DAY, rng.randint(0, 3)) - day(steps[place]["on"])
    for step in steps[place:]:
        move(step, day(step["on"]) + shift)
    return True


# certificate
patch(
    "child-applies",
    "certificate",
    ("applied_for",),
    lambda s, r, f: (
        s.update(by="consumer"),
        s["recipient"].update(born=plus(s["on"], -365 * 14 + r.choice((30, 1500)))),
    )[2:],
)
late("registered-late", "certificate", "recipient_registered", 8, 40)
late("formed-late", "certificate", "formed", 12, 40)
patch(
    "valid-too-long",
    "certificate",
    ("formed",),
    lambda s, r, f: s.update(valid_until=plus(s["on"], r.choice((367, 800)))),
)
patch(
    "order-of-past-year",
    "certificate",
    ("formed",),
    lambda s, r, f: s["order"].update(
        year=day(s["on"]).year - 1, approved_on="2023-10-02", published_on="2023-10-03"
    ),
    key="order",
)
patch(
    "balance-over", "certificate", ("contracted",), lambda s, r, f: s["contract"].update(volume=_volume(145))
)
patch(
    "contract-of-another-certificate",
    "certificate",
    ("contracted", "contract_ended", "used"),
    lambda s, r, f: s["contract"].update(certificate="К-2"),
)
patch(
    "ended-with-another-volume",
    "certificate",
    ("contract_ended", "used"),
    lambda s, r, f: s["contract"].update(volume=_volume(144 + 36)),
)
patch(
    "ended-with-another-provider",
    "certificate",
    ("contract_ended", "used"),
    lambda s, r, f: s["contract"].update(provider=PROVIDERS[1]),
)
patch(
    "ended-another-contract",
    "certificate",
    ("contract_ended", "used"),
    lambda s, r, f: s["contract"].update(number="Д-9"),
)
patch(
    "ended-without-its-day",
    "certificate",
    ("contract_ended", "used"),
    lambda s, r, f: s["contract"].update(ended_on=None),
)
patch(
    "rendered-more",
    "certificate",
    ("contract_ended", "used"),
    lambda s, r, f: s["contract"].update(rendered=_volume(500)),
)
patch(
    "rendered-unknown",
    "certificate",
    ("contract_ended", "used"),
    lambda s, r, f: s["contract"].pop("rendered", None) and None,
)


patch(
    "amended-or-changed-beyond",
    "certificate",
    ("amended", "contract_changed"),
    lambda s, r, f: (
        s.update(nominal=_volume(r.choice((0, 1, 19))))
        if s["kind"] == "amended"
        else s["contract"].update(volume=_volume(r.choice((0, 60, 500))))
    ),
)
patch(
    "last-day-back-or-far",
    "certificate",
    ("amended", "renewed"),
    lambda s, r, f: s.update(valid_until=plus(s["on"], r.choice((-1, 0, 5, 366, 367, 800)))),
)


@spoiling("certificate", "amended-while-held")
def _(steps, rng, facts) -> bool:
    """The nominal is set anew below, at or above what a contract holds, and the last day near or far."""
    place = at(steps, rng, "contracted")
    if place is None:
        return False
    made, step = next(s for s in steps if s["kind"] == "formed"), copy.deepcopy(steps[place])
    ends = rng.choice((None, plus(step["on"], 20)))
    steps[place]["contract"]["ends_on"] = ends
    held = step.pop("contract")["volume"]["amount"]
    step.update(kind="amended", by=facts.authorised, reason="иное", document=made.get("document"))
    step.update(nominal=_volume(held + rng.choice((-1, 0, 50))), order={**made["order"], "as_of": step["on"]})
    step.update(valid_until=rng.choice((made["valid_until"], plus(step["on"], 19), plus(step["on"], 20))))
    steps.insert(place + 1, step)
    return True


@spoiling("certificate", "contracted-after-expiry")
def _(steps, rng, facts):
    place = at(steps, rng, "contracted")
    if place is None:
        return False
    del steps[place + 1 :]
    move(steps[place], day(f"{day(steps[0]['on']).year + 1}-01-01") + timedelta(days=rng.randint(0, 60)))
    steps[place]["contract"]["concluded_on"] = steps[place]["on"]
    return True


@spoiling("certificate", "expired-early")
def _(steps, rng, facts):
    place = at(steps, rng, "expired")
    if place is None:
        return False
    move(steps[place], day(next(s for s in steps if s["kind"] == "formed")["valid_until"]))
    return True


@spoiling("certificate", "two-services-at-once")
def _(steps, rng, facts):
    place = at(steps, rng, "contracted")
    if place is None:
        return False
    second = copy.deepcopy(steps[place])
    request = steps[0]["services"]
    steps[place]["contract"]["volume"] = _volume(72)
    second["contract"].update(number="Д-8", service=request[-1], volume=_volume(rng.choice((72, 73))))
    steps[place + 1 :] = [second]
    return True


# contract
_CON = ("concluded",)
patch(
    "child-concludes",
    "contract",
    _CON,
    lambda s, r, f: (
        s.update(by="consumer"),
        s["certificate"]["recipient"].update(born=plus(s["on"], -365 * 10)),
    )[2:],
    key="certificate",
)
patch(
    "contract-amended-wrongly",
    "contract",
    ("amended",),
    lambda s, r, f: r.choice(
        (
            lambda: s.update(agreed_by=r.choice((None, "provider", "consumer"))),
            lambda: s["certificate"].update(balance=_volume(r.choice((0, 9, 10)))),
            lambda: s["certificate"].update(contract=None, taken=[]),
            lambda: s["certificate"].update(suspended_on=s["on"]),
            lambda: s["certificate"].update(number="К-2"),
            lambda: s.update(volume=_volume(r.choice((0, 4, 5, 100)))),
            lambda: s.update(ends_on=plus(s["ends_on"], r.choice((-200, 1, 400)))),
        )
    )(),
    key="certificate",
)
patch(
    "terminated-without-a-word", "contract", ("terminated",), lambda s, r, f: s.pop("because", None) and None
)
patch("rendered-less", "contract", ("fulfilled", "terminated"), lambda s, r, f: s.update(rendered=_volume(1)))
patch("consumer-ends-it", "contract", ("terminated", "declined"), lambda s, r, f: s.update(by="consumer"))
patch(
    "balance-short",
    "contract",
    _CON,
    lambda s, r, f: s["certificate"].update(balance=_volume(35)),
    key="certificate",
)
patch(
    "certificate-held",
    "contract",
    _CON,
    lambda s, r, f: s["certificate"].update(contract="Д-7"),
    key="certificate",
)
patch(
    "certificate-ended",
    "contract",
    _CON,
    lambda s, r, f: s["certificate"].update(ended_on=s["on"]),
    key="certificate",
)
patch(
    "certificate-expired",
    "contract",
    _CON,
    lambda s, r, f: s["certificate"].update(valid_until=plus(s["on"], -1)),
    key="certificate",
)
patch(
    "certificate-of-another-service",
    "contract",
    _CON,
    lambda s, r, f: s["certificate"].update(services=[s["certificate"]["services"][0][:-5] + "99000"]),
    key="certificate",
)
patch(
    "balance-over-nominal",
    "contract",
    _CON,
    lambda s, r, f: s["certificate"].update(balance=_volume(90)),
    key="certificate",
)
patch(
    "longer-than-agreement",
    "contract",
    _CON,
    lambda s, r, f: s["agreement"].update(ends_on=s["on"]),
    key="agreement",
)
patch(
    "agreement-ended",
    "contract",
    _CON,
    lambda s, r, f: s["agreement"].update(ended_on=s["on"]),
    key="agreement",
)
patch(
    "agreement-of-another-provider",
    "contract",
    _CON,
    lambda s, r, f: s["agreement"].update(provider="4205000030"),
    key="agreement",
)
patch(
    "agreement-of-another-service",
    "contract",
    _CON,
    lambda s, r, f: s["agreement"].update(services=[s["agreement"]["services"][0][:-5] + "99000"]),
    key="agreement",
)
patch(
    "provider-not-in-register",
    "contract",
    _CON,
    lambda s, r, f: s["provider"].update(excluded_on=s["on"]),
    key="provider",
)
patch("terms-missing", "contract", ("offered",), lambda s, r, f: s.update(terms=s["terms"][:1]), key="terms")
patch(
    "other-unit",
    "contract",
    ("fulfilled", "terminated"),
    lambda s, r, f: s["rendered"].update(unit=OTHER_UNIT),
)
patch(
    "over-rendered", "contract", ("fulfilled", "terminated"), lambda s, r, f: s.update(rendered=_volume(80))
)
patch("rendered-nothing", "contract", ("fulfilled",), lambda s, r, f: s.update(rendered=_volume(0)))
late("fulfilled-late", "contract", "fulfilled", 160, 800)
late("offer-outlived", "contract", "concluded", 160, 200)


# -- the draw --------------------------------------------------------------------------------------------


def _decide(steps: list[dict], facts: Facts) -> None:
    """An office decides what is unknown, step after step."""
    for number, step in enumerate(steps):
        if "unknown" in judge(steps[: number + 1], facts)[-1].outcome:
            step["decision"] = {"by": OFFICE, "on": step["on"], "reason": "акта ещё нет"}


def _right(rng: random.Random, facts: Facts, lifecycle: str) -> list[dict]:
    steps = [copy.deepcopy(step) for step in LIFECYCLES[lifecycle](rng, facts)]  # no part shared by two steps
    if rng.random() < 0.85:
        _decide(steps, facts)
    return steps


def draw(rng: random.Random, facts: Facts, lifecycle: str | None = None, spoil: float = 0.4) -> Story:
    """A history, right or spoilt; where the right one lacks an act, an office mostly decides."""
    lifecycle = lifecycle or rng.choice(list(LIFECYCLES))
    if rng.random() >= spoil:
        return Story(_right(rng, facts, lifecycle), ())
    names = [n for n, (where, _) in SPOILINGS.items() if where in ("any", lifecycle)]
    wanted, spoilt, steps = rng.choice((1, 1, 2)), [], _right(rng, facts, lifecycle)
    own = [n for n in names if SPOILINGS[n][0] == lifecycle]
    while wanted > len(spoilt):
        name = rng.choice(own if rng.random() < 0.5 else names)
        for _ in range(1 if spoilt else 12):  # a fault that needs a rare step waits for a history that has it
            trial = copy.deepcopy(steps if spoilt else _right(rng, facts, lifecycle))
            if SPOILINGS[name][1](trial, rng, facts):
                steps, spoilt = trial, [*spoilt, name]
                break
        else:
            wanted -= bool(spoilt)
    return Story(steps, tuple(spoilt))
