"""The certificate withdrawn, amended, renewed, suspended, resumed, annulled, and what its extract shows."""

import json
from datetime import date, timedelta
from decimal import Decimal

import pytest
from cases_at_hand import (
    FORMED_CERTIFICATE,
    FULL_TIME,
    HOLDS,
    IN_NAVIGATOR,
    KEMEROVO,
    PROFILES,
    TECHNICAL,
    UNKNOWN,
    VOID,
    changed,
    failing,
    hours,
    named,
    taking,
)
from filled import acts, filled
from hypothesis import given
from hypothesis import strategies as st

from law189.cases.history import Decision, RecordAnnulled
from law189.errors import Refused
from law189.extracts import CertificateExtract, ContractExtract, Recipient
from law189.measures import Volume
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.rules.deadlines.periods import Absent
from law189.verdict import DECISION
from law189.workflows import certificate as c
from law189.workflows import contract as deal
from law189.workflows.certificate import lifecycle as certificate

APPLIED, REGISTERED, MADE = FORMED_CERTIFICATE
FORMED = FORMED_CERTIFICATE
TWO = (
    APPLIED.model_copy(update={"services": (FULL_TIME, TECHNICAL)}),
    REGISTERED,
    MADE.model_copy(update={"order": MADE.order.model_copy(update={"services": (FULL_TIME, TECHNICAL)})}),
)
after = taking(certificate, "17")


def order(day, **facts):
    return MADE.order.model_copy(update={"as_of": date.fromisoformat(day), **facts})


def amended(on="2024-02-10", nominal=100, until="2024-11-30", **facts):
    step = {"by": "education", "document": IN_NAVIGATOR, "reason": "изменился объём", "order": order(on)}
    nominal = hours(nominal) if isinstance(nominal, int | str) else nominal
    return c.Amended(**{"on": on, "nominal": nominal, "valid_until": until, **step, **facts})


def renewed(on="2024-02-10", until="2025-02-09", **facts):
    step = {"by": "education", "document": IN_NAVIGATOR, "reason": "продолжение", "order": order(on)}
    return c.Renewed(**{"on": on, "valid_until": until, **step, **facts})


def agreed(day="2024-02-02", volume=72, **facts):
    step = {"number": "5", "provider": "4205000009", "certificate": "C-17", "service": FULL_TIME}
    step |= {"concluded_on": "2024-02-02", "ends_on": "2024-05-31", "volume": hours(volume)}
    return ContractExtract(**{"as_of": day, **step, **facts})


def contracted(on="2024-02-02", contract=None, **facts):
    return c.Contracted(on=on, by="provider", contract=contract or agreed(on), **facts)


def contract_changed(on="2024-02-15", volume=80, **facts):
    return c.ContractChanged(on=on, by="provider", contract=agreed(on, volume, **facts))


def ended(on="2024-03-02", volume=72, rendered=20, **facts):
    shown = agreed(on, volume, ended_on=on, rendered=hours(rendered), **facts)
    return c.ContractEnded(on=on, by="provider", contract=shown)


def suspended(on="2024-02-20"):
    return c.Suspended(on=on, by="education", reason="проверка")


def resumed(on="2024-03-01"):
    return c.Resumed(on=on, by="education", reason="подтверждено")


def withdrawn(on="2024-01-11", by="representative"):
    return c.Withdrawn(on=on, by=by)


def annulled(on="2024-04-01", **facts):
    return c.Annulled(on=on, by="education", reason="ошибка", **facts)


HELD = (*FORMED, contracted())
NEXT = order("2025-01-01", year=2025)
OF_TWO = filled("kemerovo", single_certificate="2023-09-25")


# ─── What is right, and where it leads ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@pytest.mark.parametrize(
    ("before", "event", "state"),
    [
        ((APPLIED,), withdrawn(), "withdrawn"),
        (FORMED, amended(), "formed"),
        (FORMED, amended(nominal=200), "formed"),
        (FORMED, amended(until="2025-01-11"), "formed"),  # a year from the forming
        (FORMED, amended(until="2024-02-10"), "formed"),
        (HELD, amended(nominal=72), "contracted"),
        (HELD, amended(until="2024-05-31"), "contracted"),
        (FORMED, renewed(), "formed"),
        (HELD, renewed(), "contracted"),
        (FORMED, renewed(on="2024-12-31", until="2025-12-31"), "formed"),
        ((*FORMED, renewed()), amended(on="2024-02-11", until="2025-02-09"), "formed"),
        (HELD, contract_changed(), "contracted"),
        (HELD, contract_changed(volume=144), "contracted"),
        (HELD, contract_changed(volume=1), "contracted"),
        (FORMED, suspended(), "suspended"),
        (HELD, suspended(), "suspended_contracted"),
        ((*FORMED, suspended()), resumed(), "formed"),
        ((*HELD, suspended()), resumed(), "contracted"),
        ((*HELD, suspended()), contract_changed(on="2024-02-25", volume=72), "suspended_contracted"),
        ((*HELD, suspended()), contract_changed(on="2024-02-25", volume=1), "suspended_contracted"),
        ((*HELD, suspended()), ended(), "suspended"),
        ((*FORMED, suspended()), annulled(ground="own-request"), "annulled"),
        ((*FORMED, suspended()), c.Expired(on="2025-01-01", by="education"), "expired"),
        ((*FORMED, suspended("2024-02-01"), resumed("2024-02-02")), contracted(), "contracted"),
    ],
)
def test_a_lawful_step_holds(profile, before, event, state):
    history = certificate.advance(after(*before, profile=profile), event, profile)
    assert (history.state, history.records[-1].verdict.outcome) == (state, HOLDS)


def test_a_suspended_certificate_of_two_services_keeps_the_contract_that_still_runs():
    second = agreed("2024-02-03", 10, number="6", service=TECHNICAL, concluded_on="2024-02-03")
    history = after(*TWO, contracted(), contracted("2024-02-03", second), suspended(), profile=OF_TWO)
    history = certificate.advance(history, ended(), OF_TWO)
    assert history.state == "suspended_contracted"
    over = second.model_copy(
        update={"as_of": date(2024, 3, 3), "ended_on": date(2024, 3, 3), "rendered": hours(10)}
    )
    history = certificate.advance(
        history, c.ContractEnded(on="2024-03-03", by="provider", contract=over), OF_TWO
    )
    assert (history.state, c.balance(history)) == ("suspended", hours(114))


# ─── What is refused, for each of its conditions ─────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "event", "outcome", "rules"),
    [
        ((APPLIED,), withdrawn(by="education"), VOID, {"roles.acting"}),
        ((APPLIED,), withdrawn(by="consumer"), VOID, {"roles.of_age"}),
        ((APPLIED, REGISTERED), withdrawn(), VOID, {"lifecycle.state"}),
        (FORMED, amended(by="provider"), VOID, {"roles.acting"}),
        (FORMED, amended(nominal=0), VOID, {"volumes.positive"}),
        (HELD, amended(nominal="71.99"), VOID, {"changes.covers"}),
        (HELD, amended(nominal=hours(200, "roubles")), VOID, {"changes.covers"}),
        ((*HELD, ended()), amended(on="2024-03-03", nominal=19), VOID, {"changes.covers"}),
        (HELD, amended(until="2024-05-30"), VOID, {"changes.contract_in_term"}),
        (HELD, amended(until="2024-02-09"), VOID, {"changes.contract_in_term", "certificates.ahead"}),
        (
            (*FORMED, contracted(contract=agreed(ends_on=None))),
            amended(),
            UNKNOWN,
            {"changes.contract_in_term"},
        ),
        (FORMED, amended(until="2025-01-12"), VOID, {"certificates.valid_within"}),
        (FORMED, amended(nominal=200, order=None), UNKNOWN, {"standing.ordered"}),
        (
            FORMED,
            amended(nominal=200, order=order("2024-02-10", services=(TECHNICAL,))),
            VOID,
            {"services.among"},
        ),
        (FORMED, amended(document=None), UNKNOWN, {"forms.form"}),
        (FORMED, amended(on="2025-01-01", until="2025-01-11", order=NEXT), VOID, {"certificates.not_over"}),
        ((*FORMED, suspended()), amended(on="2024-02-21"), VOID, {"lifecycle.state"}),
        (FORMED, renewed(until="2024-12-31"), VOID, {"changes.moved_on"}),
        (FORMED, renewed(until="2025-02-10"), VOID, {"certificates.valid_within"}),
        (FORMED, renewed(on="2025-01-01", until="2025-06-30", order=NEXT), VOID, {"certificates.not_over"}),
        (FORMED, renewed(order=None), UNKNOWN, {"standing.ordered"}),
        ((*FORMED, suspended()), renewed(on="2024-02-21"), VOID, {"lifecycle.state"}),
        (HELD, contract_changed(volume=145), VOID, {"volumes.covered"}),
        (HELD, contract_changed(volume=0), VOID, {"volumes.positive"}),
        (HELD, contract_changed(number="6"), VOID, {"contracts.same_contract"}),
        (HELD, contract_changed(provider="4205000016"), VOID, {"contracts.same_contract"}),
        (HELD, contract_changed(ended_on="2024-02-15"), VOID, {"changes.contract_runs"}),
        (
            (*HELD, suspended()),
            contract_changed(on="2024-02-25", volume="72.01"),
            VOID,
            {"changes.no_more"},
        ),
        (HELD, ended(volume=71), VOID, {"contracts.same_contract"}),
        ((*HELD, contract_changed()), ended(), VOID, {"contracts.same_contract"}),
        ((*FORMED, suspended()), contracted("2024-02-21"), VOID, {"lifecycle.state"}),
        (
            (*FORMED, suspended("2024-02-01"), resumed()),
            contracted("2024-03-01"),
            VOID,
            {"changes.not_suspended"},
        ),
        (
            (*FORMED, suspended("2024-02-02"), resumed()),
            contracted("2024-03-01"),
            UNKNOWN,
            {"changes.not_suspended"},
        ),
        ((*HELD, suspended()), annulled(), VOID, {"lifecycle.state"}),
        (FORMED, annulled(), UNKNOWN, {"grounds.named"}),
        (FORMED, annulled(ground="dislike"), VOID, {"grounds.listed"}),
    ],
)
def test_a_step_is_refused_for_each_of_its_conditions(before, event, outcome, rules):
    history = after(*before)
    with pytest.raises(Refused) as caught:
        certificate.advance(history, event, KEMEROVO)
    assert (caught.value.verdict.outcome, failing(caught.value.verdict)) == (outcome, rules)
    assert all(reason.text.ru and reason.text.en for reason in caught.value.verdict.walk())


def test_a_consumer_of_age_withdraws_alone():
    grown = APPLIED.model_copy(update={"recipient": Recipient(file="17", born="2010-01-11")})
    for on, outcome in (("2024-01-10", VOID), ("2024-01-11", HOLDS)):
        verdict = certificate.judge(after(grown), withdrawn(on, by="consumer"), KEMEROVO)
        assert verdict.outcome is outcome


def test_an_amendment_to_more_or_for_longer_asks_again_for_the_way_the_list_and_the_act():
    history = after(*FORMED)
    over = changed("kemerovo", selection=None)
    bare = filled("kemerovo", certificate_forming=None)
    act, value = {"adoption.act"}, {"adoption.value"}
    for event, asked in (
        (amended(nominal=200), act),
        (amended(until="2025-01-11"), act | value),
        (renewed(), act | value),
    ):
        assert "force.silent" in failing(certificate.judge(history, event, over))
        assert failing(certificate.judge(history, event, bare)) == asked


def test_an_amendment_to_less_asks_for_the_act_on_which_it_is_made_and_for_nothing_it_does_not_give():
    history = after(*FORMED)
    assert (
        certificate.judge(history, amended(order=None), changed("kemerovo", selection=None)).outcome is HOLDS
    )
    bare = filled("kemerovo", certificate_forming=None)
    assert failing(certificate.judge(history, amended(order=None), bare)) == {"adoption.act"}


def of_validity(days, **keys):
    """Kemerovo where an act of 1 February 2024 sets another term of validity, of 365 days before."""
    later = {
        "act": {**next(acts())["act"], "id": "newer", "number": "newer", "date": "2024-02-01"},
        "adopts": ["certificate-forming"],
        "since": "2024-02-01",
        "invented": True,
        "fills": [
            {
                "slot": "certificate.validity_term",
                "cite": "newer/p1",
                "term": {"kind": "after", "days": days, "unit": "calendar_days"},
            }
        ],
    }
    return load_profile({**shipped_data()["municipalities"]["kemerovo"], "adopted": [*acts(), later], **keys})


@pytest.mark.parametrize(
    ("days", "until", "as_begun", "as_changed"),
    [(10, "2025-01-11", HOLDS, VOID), (400, "2025-01-12", VOID, HOLDS)],
    ids=["over by the new term", "over by the term that began"],
)
def test_a_later_last_day_is_within_the_term_of_validity_that_began_and_the_reading_is_named(
    days, until, as_begun, as_changed
):
    history = after(*FORMED)
    for choice, outcome in (("as_begun", as_begun), ("as_changed", as_changed)):
        verdict = certificate.judge(history, amended(until=until), of_validity(days, readings={"D6": choice}))
        (term,) = [one for one in verdict.parts if one.rule == "certificates.valid_within"]
        assert (verdict.outcome, term.outcome) == (outcome, outcome)
        assert (term.reading.code, term.reading.choice) == ("D6", choice)


def test_a_renewal_begins_a_term_of_the_act_of_its_day():
    history, new = after(*FORMED), of_validity(400)
    for until, outcome in (("2025-03-16", HOLDS), ("2025-03-17", VOID)):
        assert certificate.judge(history, renewed(until=until), new).outcome is outcome


def test_where_no_act_lists_grounds_annulment_needs_its_reason_only():
    every = [
        {**one, "fills": [fill for fill in one["fills"] if fill["slot"] != "certificate.annulment_grounds"]}
        for one in acts()
    ]
    silent = load_profile({**shipped_data()["municipalities"]["kemerovo"], "adopted": every})
    history = after(*FORMED)
    for ground in (None, "own-request"):
        assert certificate.judge(history, annulled(ground=ground), silent).outcome is HOLDS
    for profile, asked in ((silent, False), (KEMEROVO, True)):
        found = certificate.options(history, profile, date(2024, 4, 1))
        (option,) = [one for one in found if one.kind == "annulled"]
        assert ("ground" in named(option.needs)) is asked


# ─── The line of the order ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "outcome"), [(None, HOLDS), (FULL_TIME, HOLDS), (TECHNICAL, HOLDS), ("804200", UNKNOWN)]
)
def test_the_line_is_one_of_the_services_and_may_be_left_out(line, outcome):
    event = TWO[-1].model_copy(update={"line": line})
    assert certificate.judge(after(*TWO[:2], profile=OF_TWO), event, OF_TWO).outcome is outcome


def test_a_line_of_another_service_is_refused():
    event = MADE.model_copy(update={"line": TECHNICAL})
    verdict = certificate.judge(after(*FORMED[:2]), event, KEMEROVO)
    assert (verdict.outcome, failing(verdict)) == (VOID, {"services.among"})


def test_what_an_older_version_did_not_know_is_not_written():
    assert "line" not in MADE.model_dump(mode="json")
    assert "ground" not in annulled().model_dump(mode="json")
    assert "suspended_on" not in c.extract(after(*FORMED), date(2024, 2, 1)).model_dump(mode="json")
    assert "ends_on" not in agreed(ends_on=None).model_dump(mode="json")
    assert agreed().model_dump(mode="json")["ends_on"] == "2024-05-31"


# ─── Expiry as a duty ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("more", [(), (suspended(),), (amended(until="2024-06-30"),), (renewed(),)])
def test_expiry_is_owed_from_the_day_after_the_last_one(more):
    history = after(*FORMED, *more)
    last = c.extract(history, date(2024, 3, 1)).valid_until
    for days, owed in ((0, []), (1, [("expired", False)]), (200, [("expired", False)])):
        found = certificate.due(history, KEMEROVO, last + timedelta(days))
        assert [(duty.kind, duty.overdue) for duty in found] == owed
        assert all(duty.ends.absent is Absent.NO_TERM for duty in found)


def test_a_certificate_that_a_contract_holds_is_not_owed_its_expiry():
    assert certificate.due(after(*HELD), KEMEROVO, date(2025, 2, 1)) == ()


# ─── What its extract shows ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("events", "shown"),
    [
        ((amended(nominal=100),), (100, 100, (), None)),
        ((contracted(), amended(nominal=100)), (100, 28, (FULL_TIME,), None)),
        ((contracted(), contract_changed()), (144, 64, (FULL_TIME,), None)),
        ((contracted(), suspended()), (144, 72, (FULL_TIME,), date(2024, 2, 20))),
        ((contracted(), suspended(), resumed()), (144, 72, (FULL_TIME,), None)),
        ((contracted(), ended(), amended(on="2024-03-03", nominal=20)), (20, 0, (), None)),
        ((contracted(), contract_changed(), ended(volume=80)), (144, 124, (), None)),
    ],
)
def test_the_extract_shows_the_certificate_as_it_is_now(events, shown):
    found = c.extract(after(*FORMED, *events), date(2024, 4, 1))
    nominal, left, taken, paused = shown
    assert (found.nominal, found.balance) == (hours(nominal), hours(left))
    assert (found.taken, found.suspended_on) == (taken, paused)
    assert CertificateExtract.model_validate_json(found.model_dump_json()) == found


def test_an_extract_of_an_earlier_day_shows_the_certificate_as_it_was():
    history = after(*FORMED, amended(), renewed("2024-02-11", "2025-02-10"), suspended(), resumed())
    for day, nominal, until, paused in (
        (date(2024, 2, 9), 144, date(2024, 12, 31), None),
        (date(2024, 2, 10), 100, date(2024, 11, 30), None),
        (date(2024, 2, 11), 100, date(2025, 2, 10), None),
        (date(2024, 2, 20), 100, date(2025, 2, 10), date(2024, 2, 20)),
        (date(2024, 3, 1), 100, date(2025, 2, 10), None),
    ):
        found = c.extract(history, day)
        assert (found.nominal, found.valid_until, found.suspended_on) == (hours(nominal), until, paused)


def test_a_contract_takes_no_suspended_certificate_and_takes_it_when_it_is_resumed():
    offered = deal.Offered(
        on="2024-02-20",
        by="provider",
        number="5",
        provider="4205000009",
        service=FULL_TIME,
        volume=hours(72),
        ends_on="2024-05-31",
    )
    case = deal.lifecycle.advance(deal.lifecycle.begin("5"), offered, KEMEROVO)
    paused = after(*FORMED, suspended())
    for history, on, void in (
        (paused, date(2024, 2, 20), True),
        (paused, date(2024, 2, 21), True),
        (certificate.advance(paused, resumed(), KEMEROVO), date(2024, 3, 1), False),
    ):
        step = deal.Concluded(on=on, by="representative", certificate=c.extract(history, on))
        verdict = deal.lifecycle.judge(case, step, KEMEROVO)
        assert ("standing.formed" in {part.rule for part in verdict.reasons(VOID)}) is void


def test_a_record_of_an_amendment_made_in_error_gives_the_old_nominal_back():
    history = after(*HELD, amended(nominal=72))
    error = RecordAnnulled(on="2024-02-11", by="education", record=5, reason="описка")
    assert c.balance(history) == hours(0)
    assert c.balance(certificate.advance(history, error, KEMEROVO)) == hours(72)


def test_what_is_unknown_of_a_contract_an_office_may_decide():
    history = after(*FORMED, contracted(contract=agreed(ends_on=None)))
    verdict = certificate.judge(history, amended(), KEMEROVO)
    assert verdict.asks == (DECISION,)
    by_office = Decision(by="education", on="2024-02-10", reason="договор действует по 31.05.2024")
    assert certificate.advance(history, amended(), KEMEROVO, decision=by_office).state == "contracted"


# ─── A model of the balance ──────────────────────────────────────────────────────────────────────────────

AMOUNTS = st.integers(0, 200)
STEPS = st.lists(
    st.tuples(st.sampled_from(("amend", "take", "change", "end", "pause", "go on")), AMOUNTS), max_size=8
)


class Model:
    """What is certified, rendered and held, kept apart from the library: all in person-hours."""

    def __init__(self):
        self.nominal, self.rendered, self.held, self.paused = 144, 0, None, False

    def may(self, what, amount):
        free = self.nominal - self.rendered - (self.held or 0)
        return {
            "amend": not self.paused and amount > 0 and amount >= self.rendered + (self.held or 0),
            "take": not self.paused and self.held is None and 0 < amount <= free,
            "change": self.held is not None
            and 0 < amount <= (self.held if self.paused else free + self.held),
            "end": self.held is not None and amount <= self.held and free + self.held - amount > 0,
            "pause": not self.paused,
            "go on": self.paused,
        }[what]

    def do(self, what, amount):
        match what:
            case "amend":
                self.nominal = amount
            case "take" | "change":
                self.held = amount
            case "end":
                self.rendered, self.held = self.rendered + amount, None
            case _:
                self.paused = what == "pause"


def step_of(what, amount, number, volume):
    on = f"2024-02-{number + 2:02}"
    shown = {"number": f"{number}", "concluded_on": on}
    match what:
        case "amend":
            return amended(on, amount, "2024-12-31")
        case "take":
            return contracted(on, agreed(on, amount, **shown))
        case "pause":
            return suspended(on)
        case "go on":
            return resumed(on)
    held = {"number": volume[0], "concluded_on": volume[1]}
    return contract_changed(on, amount, **held) if what == "change" else ended(on, volume[2], amount, **held)


@given(STEPS)
def test_the_balance_is_what_a_plain_model_of_it_says(steps):
    """Steps that the model allows hold, all others are refused, and what is left is the same."""
    history, model, volume = after(*FORMED), Model(), ("0", "2024-02-02", 0)
    for number, (what, amount) in enumerate(steps):
        event = step_of(what, amount, number, volume)
        allowed = model.may(what, amount)
        assert (certificate.judge(history, event, KEMEROVO).outcome is HOLDS) is allowed, (what, amount)
        if not allowed:
            continue
        history = certificate.advance(history, event, KEMEROVO)
        model.do(what, amount)
        if what in ("take", "change"):
            first = (f"{number}", f"{event.on}") if what == "take" else volume[:2]
            volume = (*first, amount)
        left = Decimal(model.nominal - model.rendered - (model.held or 0))
        assert c.balance(history) == Volume(amount=left, unit="person-hours")
        found = c.extract(history, event.on)
        assert (found.nominal, found.balance) == (hours(model.nominal), hours(left))
        assert found.taken == (() if model.held is None else (FULL_TIME,))
        assert (found.suspended_on is not None) is model.paused
    read = certificate.load(json.loads(json.dumps(certificate.dump(history))))
    assert [one.event for one in read.records] == [one.event for one in history.records]


# ─── Для кого услуга: уменьшить можно и тому, кто вырос ──────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("event", "void"),
    [
        (amended(nominal=100), False),
        (amended(nominal=144, until="2024-12-31"), False),
        (amended(nominal="144.01"), True),
        (amended(nominal=100, until="2025-01-01"), True),
        (renewed(), True),
    ],
)
def test_a_certificate_is_made_less_whoever_the_services_are_for(event, void):
    """The child of the certificate is nine; the act of the day serves up to seven."""
    grown = changed("kemerovo", parameters=[{"consumers": {"age_to": 7}, "cite": "p3"}])
    verdict = certificate.judge(after(*FORMED), event, grown)
    assert ("consumers.age" in {part.rule for part in verdict.reasons(VOID)}) is void
    assert ("consumers.age" in {part.rule for part in verdict.walk()}) is void
