"""The contract amended, moved, suspended, resumed and complained of, and what the certificate is shown of it."""

from datetime import date
from decimal import Decimal

import pytest
from cases_at_hand import (
    BREACH,
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
    right,
    taking,
)
from filled import acts
from hypothesis import given, settings
from hypothesis import strategies as st

from law189.cases.fact import needs
from law189.cases.history import Decision
from law189.cases.lifecycle import Moment
from law189.errors import Refused
from law189.extracts import AgreementExtract, CertificateExtract, ContractExtract, Recipient, RegisterExtract
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.rules.deadlines.periods import Absent
from law189.workflows import certificate as c
from law189.workflows import contract as deal
from law189.workflows.contract import lifecycle as contract

INN, DAY = "4205000009", "2024-02-20"
CHILD, FOURTEEN = Recipient(file="17", born="2014-05-01"), Recipient(file="17", born="2010-02-02")

shown = right(
    CertificateExtract,
    as_of=DAY,
    number="C-17",
    recipient=CHILD,
    services=(FULL_TIME,),
    nominal=hours(144),
    balance=hours(72),
    formed_on="2024-01-12",
    valid_until="2024-12-31",
    contract="5",
    taken=(FULL_TIME,),
)
"""The certificate of the day, 72 hours of which the contract holds."""
entry = right(
    RegisterExtract, as_of=DAY, provider=INN, record="12", services=(FULL_TIME,), included_on="2023-10-01"
)
agreement = right(
    AgreementExtract,
    as_of=DAY,
    number="3",
    provider=INN,
    services=(FULL_TIME,),
    mode="provision",
    concluded_on="2023-12-27",
    ends_on="2024-12-31",
)
OFFERED = deal.Offered(
    on="2024-02-01",
    by="provider",
    number="5",
    provider=INN,
    service=FULL_TIME,
    volume=hours(72),
    ends_on="2024-05-31",
    terms=("schedule", "place"),
)


def concluded(recipient=CHILD):
    free = {"balance": hours(144), "contract": None, "taken": (), "recipient": recipient}
    day = {"as_of": "2024-02-02"}
    return deal.Concluded(
        on="2024-02-02",
        by="representative",
        document=IN_NAVIGATOR,
        certificate=shown(**day, **free),
        provider=entry(**day),
        agreement=agreement(**day),
    )


def amended(volume=80, ends_on="2024-05-31", **facts):
    """The contract amended by the provider, who renders 20 hours so far, with the representative's consent."""
    step = {"on": DAY, "by": "provider", "agreed_by": "representative", "document": IN_NAVIGATOR}
    step |= {"rendered": hours(20), "certificate": shown(), "provider": entry(), "agreement": agreement()}
    volume = hours(volume) if isinstance(volume, int | str) else volume
    return deal.Amended(**{"volume": volume, "ends_on": ends_on, **step, **facts})


NOTHING_SHOWN = {"certificate": None, "provider": None, "agreement": None}
moved = right(deal.Moved, on=DAY, by="representative", group="2")
suspended = right(deal.Suspended, on="2024-03-01", by="provider", reason="ремонт")
resumed = right(deal.Resumed, on="2024-03-11", by="provider", reason="ремонт окончен")
fulfilled = right(deal.Fulfilled, on="2024-05-31", by="provider", act="акт № 9", rendered=hours(72))
terminated = right(deal.Terminated, on="2024-03-12", by="representative", rendered=hours(20))


def complained(on="2024-03-04", by="representative"):
    return deal.Complained(on=on, by=by, matter="not-rendered", because="занятий не было")


def answered(on="2024-03-11", by="education"):
    return deal.Answered(on=on, by=by, answer="занятия восстановлены")


CONCLUDED = (OFFERED, concluded())
AGED = (OFFERED, concluded(FOURTEEN))
after = taking(contract, "5")


# ─── What is right, and where it leads ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
@pytest.mark.parametrize(
    ("before", "event", "state"),
    [
        (CONCLUDED, amended(), "concluded"),
        (CONCLUDED, amended(144), "concluded"),
        (CONCLUDED, amended(20, **NOTHING_SHOWN), "concluded"),
        (CONCLUDED, amended(72, "2024-03-31", **NOTHING_SHOWN), "concluded"),
        (CONCLUDED, amended(72, "2024-12-31"), "concluded"),
        (CONCLUDED, amended(by="representative", agreed_by="provider"), "concluded"),
        (AGED, amended(by="consumer", agreed_by="provider"), "concluded"),
        (AGED, amended(agreed_by="consumer"), "concluded"),
        (CONCLUDED, amended(72, certificate=shown(balance=hours(0)), ends_on="2024-06-30"), "concluded"),
        ((*CONCLUDED, amended()), amended(85, rendered=hours(21)), "concluded"),
        (CONCLUDED, moved(), "concluded"),
        (CONCLUDED, moved(by="provider", programme="Робототехника"), "concluded"),
        (CONCLUDED, suspended(), "suspended"),
        ((*CONCLUDED, suspended()), resumed(), "concluded"),
        ((*CONCLUDED, suspended()), terminated(), "terminated"),
        ((*CONCLUDED, amended()), fulfilled(rendered=hours(80)), "fulfilled"),
        ((*CONCLUDED, amended(72, "2024-06-30")), fulfilled(on="2024-06-30"), "fulfilled"),
        (CONCLUDED, complained(), "concluded"),
        (AGED, complained(by="consumer"), "concluded"),
        ((*CONCLUDED, suspended()), complained(), "suspended"),
        ((*CONCLUDED, terminated()), complained("2024-04-01"), "terminated"),
        ((*CONCLUDED, fulfilled()), complained("2024-06-03"), "fulfilled"),
        ((*CONCLUDED, complained()), answered(), "concluded"),
        ((*CONCLUDED, fulfilled(), complained("2024-06-03")), answered("2024-06-03"), "fulfilled"),
        ((*CONCLUDED, complained(), terminated()), answered("2024-03-12"), "terminated"),
    ],
)
def test_a_lawful_step_holds(profile, before, event, state):
    history = contract.advance(after(*before, profile=profile), event, profile)
    assert (history.state, history.records[-1].verdict.outcome) == (state, HOLDS)


def test_more_may_be_taken_of_any_certificate_where_the_contract_was_concluded_on_one_not_shown():
    """An office concluded it without the extract, so there is no number that the new one could differ from."""
    decision = Decision(by="начальник управления", on="2024-02-02", reason="выписка утрачена")
    unseen = concluded().model_copy(update={"certificate": None})
    history = contract.advance(after(OFFERED), unseen, KEMEROVO, decision=decision)
    assert contract.judge(history, amended(certificate=shown(number="C-18")), KEMEROVO).outcome is HOLDS


# ─── What is refused, for each of its conditions ─────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "event", "outcome", "rules"),
    [
        (CONCLUDED, amended(by="education"), VOID, {"roles.acting", "contract_changes.both_sides"}),
        (CONCLUDED, amended(agreed_by=None), UNKNOWN, {"contract_changes.both_sides"}),
        (CONCLUDED, amended(agreed_by="provider"), VOID, {"contract_changes.both_sides"}),
        (
            CONCLUDED,
            amended(by="consumer", agreed_by="representative"),
            VOID,
            {"contract_changes.both_sides", "roles.of_age"},
        ),
        (CONCLUDED, amended(agreed_by="consumer"), VOID, {"roles.of_age"}),
        (CONCLUDED, amended(document=None), UNKNOWN, {"forms.form"}),
        (CONCLUDED, amended("19.99"), VOID, {"volumes.rendered"}),
        (CONCLUDED, amended(0, rendered=hours(0)), VOID, {"volumes.positive"}),
        (CONCLUDED, amended("144.01"), VOID, {"contract_changes.covers_more"}),
        (
            CONCLUDED,
            amended(hours(80, "roubles"), rendered=hours(20, "roubles")),
            VOID,
            {"contract_changes.same_unit"},
        ),
        (
            CONCLUDED,
            amended(hours(8, "roubles"), rendered=hours(2, "roubles")),
            VOID,
            {"contract_changes.same_unit"},
        ),
        (
            CONCLUDED,
            amended(**NOTHING_SHOWN),
            UNKNOWN,
            {
                "contract_changes.covers_more",
                "contract_changes.certificate_live",
                "standing.included",
                "standing.agreed",
            },
        ),
        (
            CONCLUDED,
            amended(72, "2024-06-30", **NOTHING_SHOWN),
            UNKNOWN,
            {"contract_changes.certificate_live", "standing.included", "standing.agreed"},
        ),
        (
            CONCLUDED,
            amended(certificate=shown(as_of="2024-02-19")),
            UNKNOWN,
            {"contract_changes.certificate_live"},
        ),
        (
            CONCLUDED,
            amended(certificate=shown(suspended_on=DAY)),
            VOID,
            {"contract_changes.certificate_live"},
        ),
        (CONCLUDED, amended(certificate=shown(ended_on=DAY)), VOID, {"contract_changes.certificate_live"}),
        (CONCLUDED, amended(certificate=shown(number="C-18")), VOID, {"contract_changes.same_certificate"}),
        # an extract that does not show the contract has its volume in the balance still
        (
            CONCLUDED,
            amended(certificate=shown(contract=None, taken=(), balance=hours(79))),
            VOID,
            {"contract_changes.covers_more"},
        ),
        (CONCLUDED, amended(provider=entry(excluded_on=DAY)), VOID, {"standing.included"}),
        (CONCLUDED, amended(provider=entry(services=(TECHNICAL,))), VOID, {"services.among"}),
        (CONCLUDED, amended(agreement=agreement(ended_on=DAY)), VOID, {"standing.agreed"}),
        (CONCLUDED, amended(72, "2024-02-19", **NOTHING_SHOWN), VOID, {"certificates.ahead"}),
        (
            (*CONCLUDED, amended()),
            amended(90, rendered=hours(19)),
            VOID,
            {"contract_changes.no_less_rendered"},
        ),
        ((*CONCLUDED, amended()), fulfilled(rendered=hours(81)), VOID, {"volumes.rendered"}),
        ((*CONCLUDED, amended(60)), fulfilled(rendered=hours(61)), VOID, {"volumes.rendered"}),
        (
            (*CONCLUDED, amended()),
            terminated(rendered=hours(19)),
            VOID,
            {"contract_changes.no_less_rendered"},
        ),
        (CONCLUDED, moved(by="education"), VOID, {"roles.acting"}),
        (CONCLUDED, moved(by="consumer"), VOID, {"roles.of_age"}),
        (CONCLUDED, moved(on="2024-06-01"), VOID, {"certificates.not_over"}),
        (CONCLUDED, suspended(by="consumer"), VOID, {"roles.of_age"}),
        (CONCLUDED, suspended(on="2024-06-01"), VOID, {"certificates.not_over"}),
        ((*CONCLUDED, suspended()), resumed(by="education"), VOID, {"roles.acting"}),
        ((*CONCLUDED, suspended()), fulfilled(), VOID, {"lifecycle.state"}),
        ((*CONCLUDED, suspended()), amended(on="2024-03-02"), VOID, {"lifecycle.state"}),
        ((*CONCLUDED, suspended()), moved(on="2024-03-02"), VOID, {"lifecycle.state"}),
        (CONCLUDED, complained(by="provider"), VOID, {"roles.acting"}),
        (CONCLUDED, complained(by="consumer"), VOID, {"roles.of_age"}),
        ((OFFERED,), complained(), VOID, {"lifecycle.state"}),
        (CONCLUDED, answered(), VOID, {"complaints.answered"}),
        ((*CONCLUDED, complained(), answered()), answered("2024-03-12"), VOID, {"complaints.answered"}),
        ((*CONCLUDED, complained()), answered(by="provider"), VOID, {"roles.acting"}),
        (CONCLUDED, terminated(by="provider"), UNKNOWN, {"contract_changes.cause_told"}),
    ],
)
def test_a_step_is_refused_for_each_of_its_conditions(before, event, outcome, rules):
    history = after(*before)
    with pytest.raises(Refused) as caught:
        contract.advance(history, event, KEMEROVO)
    assert (caught.value.verdict.outcome, failing(caught.value.verdict)) == (outcome, rules)
    assert all(reason.text.ru and reason.text.en for reason in caught.value.verdict.walk())


@pytest.mark.parametrize(
    ("event", "rules"),
    [
        (amended(72, "2025-01-01"), {"certificates.contract_within", "contracts.within_agreement"}),
        (amended(agreement=agreement(ends_on="2024-05-30")), {"contracts.within_agreement"}),
    ],
)
def test_a_breach_is_recorded(event, rules):
    verdict = contract.judge(after(*CONCLUDED), event, KEMEROVO)
    assert (verdict.outcome, failing(verdict)) == (BREACH, rules)


def test_more_is_asked_for_the_way_and_less_is_not():
    over = changed("kemerovo", selection=None)
    history = after(*CONCLUDED)
    for event, asked in ((amended(), True), (amended(72, "2024-06-30"), True), (amended(60), False)):
        assert ("force.silent" in failing(contract.judge(history, event, over))) is asked


# ─── The consumer refuses the service ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("by", ["consumer", "representative"])
@pytest.mark.parametrize("before", [AGED, (*AGED, suspended()), (*AGED, complained())])
@pytest.mark.parametrize("because", [None, "переезд"])
def test_a_refusal_of_the_consumer_needs_no_ground(by, before, because):
    event = terminated(by=by, because=because)
    verdict = contract.judge(after(*before), event, KEMEROVO)
    assert verdict.outcome is HOLDS
    (told,) = [part for part in verdict.parts if part.rule == "contract_changes.cause_told"]
    assert [cite.id for cite in told.cites] == ["189-fz/art3.item4"]
    assert ("because" in event.model_dump(mode="json")) is (because is not None)


def test_of_what_only_some_takers_need_it_is_said_of_whom_and_they_alone_need_it():
    history = after(*CONCLUDED)
    (option,) = [
        one for one in contract.options(history, KEMEROVO, date(2024, 3, 12)) if one.kind == "terminated"
    ]
    assert named(option.needs) == ("on", "by", "because", "rendered")
    assert [fact.why.ru for fact in option.needs if fact.name == "because"] == ["расторгает исполнитель"]
    for by, asked in (("provider", True), ("representative", False), ("consumer", False)):
        event = terminated(by=by)
        at = Moment(event.on, history, KEMEROVO, event)
        assert ("because" in named(needs(deal.Terminated, at))) is asked


@pytest.mark.parametrize("by", ["provider", "representative", "consumer"])
def test_whoever_declines_an_offer_needs_the_certificate_where_the_age_is_asked(by):
    history, event = after(OFFERED), deal.Declined(on="2024-02-02", by=by)
    needed = "certificate" in named(needs(deal.Declined, Moment(event.on, history, KEMEROVO, event)))
    outcome = contract.judge(history, event, KEMEROVO).outcome
    assert (needed, outcome) == ((True, UNKNOWN) if by == "consumer" else (False, HOLDS))


def test_an_amendment_needs_the_extracts_where_the_contract_gives_more_or_for_longer():
    history, shows = after(*CONCLUDED), {"certificate", "provider", "agreement"}
    for event, asked in ((amended(), shows), (amended(72, "2024-06-30"), shows), (amended(60), set())):
        needed = named(needs(deal.Amended, Moment(event.on, history, KEMEROVO, event)))
        assert shows & set(needed) == asked


# ─── The answer to a complaint ───────────────────────────────────────────────────────────────────────────


def due(history, day, profile=KEMEROVO):
    found = contract.due(history, profile, day)
    return [(duty.last_day, duty.overdue) for duty in found if duty.kind == "answered"]


@pytest.mark.parametrize("more", [(), (suspended(on="2024-03-05"),), (terminated(on="2024-03-05"),)])
def test_an_answer_is_owed_until_it_is_given_and_each_complaint_is_answered_on_its_own(more):
    last, next_last = date(2024, 3, 12), date(2024, 3, 13)  # five working days; 8 March is a day off
    assert due(after(*CONCLUDED), date(2024, 3, 4)) == []
    history = after(*CONCLUDED, complained("2024-03-04"), complained("2024-03-05"), *more)
    assert due(history, last) == [(last, False), (next_last, False)]
    assert due(history, next_last) == [(last, True), (next_last, False)]
    told = [duty.text.ru for duty in contract.due(history, KEMEROVO, last) if duty.kind == "answered"]
    assert told == [f"ответить на жалобу потребителя: от 0{day}.03.2024" for day in (4, 5)]
    once = contract.advance(history, answered("2024-03-11"), KEMEROVO)
    assert due(once, next_last) == [(next_last, False)]
    twice = contract.advance(once, answered("2024-03-13"), KEMEROVO)
    assert twice.records[-1].verdict.outcome is HOLDS
    assert due(twice, date(2024, 6, 1)) == []


def test_a_late_answer_is_a_breach_and_a_term_that_no_act_sets_is_unknown():
    history = after(*CONCLUDED, complained())
    for on, outcome in (("2024-03-12", HOLDS), ("2024-03-13", BREACH)):
        assert contract.judge(history, answered(on), KEMEROVO).outcome is outcome
    every = [
        {**one, "fills": [fill for fill in one["fills"] if fill["slot"] != "contract.complaint_term"]}
        for one in acts()
    ]
    silent = load_profile({**shipped_data()["municipalities"]["kemerovo"], "adopted": every})
    verdict = contract.judge(history, answered(), silent)
    assert (verdict.outcome, failing(verdict)) == (UNKNOWN, {"adoption.value"})
    (duty,) = [one for one in contract.due(history, silent, date(2024, 3, 5)) if one.kind == "answered"]
    assert (duty.last_day, duty.ends.absent) == (None, Absent.NOT_SET)


# ─── What the contract shows, and the certificate that sees it ───────────────────────────────────────────


@pytest.mark.parametrize(
    ("events", "volume", "ends_on"),
    [
        ((), 72, date(2024, 5, 31)),
        ((amended(),), 80, date(2024, 5, 31)),
        ((amended(30, "2024-04-30"),), 30, date(2024, 4, 30)),
        ((amended(), moved(), suspended()), 80, date(2024, 5, 31)),
    ],
)
def test_the_extract_shows_the_contract_as_it_is_now(events, volume, ends_on):
    found = deal.extract(after(*CONCLUDED, *events), date(2024, 3, 1))
    assert (found.volume, found.ends_on, found.ended_on) == (hours(volume), ends_on, None)
    assert ContractExtract.model_validate_json(found.model_dump_json()) == found


def test_a_complaint_after_the_end_leaves_the_end_as_it_was():
    history = after(*CONCLUDED, fulfilled(), complained("2024-06-03"))
    found = deal.extract(history, date(2024, 6, 3))
    assert (found.fulfilled, found.ended_on, found.rendered) == (True, date(2024, 5, 31), hours(72))


@settings(max_examples=60)
@given(st.integers(1, 200), st.integers(0, 200), st.booleans())
def test_the_two_cases_agree_on_what_the_certificate_covers(volume, rendered, recorded):
    """A contract amended on a fresh extract is taken by its certificate, and what is left is the same in both."""
    steps = (
        *FORMED_CERTIFICATE,
        *((c.Contracted(on="2024-02-02", by="provider", contract=taken()),) if recorded else ()),
    )
    certified = taking(c.lifecycle, "17")(*steps)
    event = amended(volume, rendered=hours(rendered), certificate=c.extract(certified, date(2024, 2, 20)))
    case = after(*CONCLUDED)
    allowed = rendered <= volume <= 144
    assert (contract.judge(case, event, KEMEROVO).outcome is HOLDS) is allowed
    if allowed:
        now = deal.extract(contract.advance(case, event, KEMEROVO), date(2024, 2, 20))
        kind = c.ContractChanged if recorded else c.Contracted
        certified = c.lifecycle.advance(certified, kind(on=DAY, by="provider", contract=now), KEMEROVO)
        assert c.balance(certified).amount == Decimal(144 - volume)


def taken():
    return deal.extract(after(*CONCLUDED), date(2024, 2, 2))


def test_a_suspended_contract_is_to_be_resumed_or_terminated_by_its_last_day():
    history = after(*CONCLUDED, suspended())
    for on, late in ((date(2024, 5, 31), False), (date(2024, 6, 1), True)):
        (duty,) = contract.due(history, KEMEROVO, on)
        assert (duty.kind, duty.last_day, duty.overdue) == ("terminated", date(2024, 5, 31), late)
        assert duty.title.ru == "возобновить или расторгнуть договор"


# ─── What is said to be done ─────────────────────────────────────────────────────────────────────────────

SUM = hours(80, "roubles")
LATE = (amended(on="2024-06-03", ends_on="2024-06-30"), moved(on="2024-06-03"), suspended(on="2024-06-03"))


def offered(ends_on):
    return OFFERED.model_copy(update={"ends_on": date.fromisoformat(ends_on)})


OBEYED = [
    # the day of the step, at every step that is taken while the term runs
    *(
        (
            "certificates.not_over",
            CONCLUDED,
            late,
            CONCLUDED,
            late.model_copy(update={"on": date(2024, 5, 31)}),
        )
        for late in (
            amended(on="2024-06-03", ends_on="2024-06-30"),
            moved(on="2024-06-03"),
            suspended(on="2024-06-03"),
        )
    ),
    ("certificates.not_over", (offered(ends_on="2024-02-01"),), concluded(), (OFFERED,), concluded()),
    # a last day that the step itself sets
    ("certificates.ahead", CONCLUDED, amended(72, "2024-02-19"), CONCLUDED, amended(72, DAY)),
    ("certificates.ahead", (), offered(ends_on="2024-01-31"), (), offered(ends_on="2024-02-01")),
    # what was rendered: mended, or a volume that holds it, set at once or by a change before
    (
        "volumes.rendered",
        CONCLUDED,
        amended(9, rendered=hours(10)),
        CONCLUDED,
        amended(10, rendered=hours(10)),
    ),
    ("volumes.rendered", CONCLUDED, amended(9, rendered=hours(10)), CONCLUDED, amended(9, rendered=hours(9))),
    ("volumes.rendered", CONCLUDED, amended(rendered=SUM), CONCLUDED, amended()),
    *(
        (
            "volumes.rendered",
            CONCLUDED,
            step(rendered=hours(73)),
            (*CONCLUDED, amended()),
            step(rendered=hours(73)),
        )
        for step in (fulfilled, terminated)
    ),
    ("volumes.rendered", CONCLUDED, fulfilled(rendered=SUM), CONCLUDED, fulfilled()),
    # the unit of the contract
    ("contract_changes.same_unit", CONCLUDED, amended(SUM, rendered=SUM), CONCLUDED, amended()),
    ("contract_changes.covers_more", CONCLUDED, amended("144.01"), CONCLUDED, amended(144)),
    *(
        (
            "contract_changes.no_less_rendered",
            (*CONCLUDED, amended()),
            step(rendered=wrong),
            (*CONCLUDED, amended()),
            step(rendered=hours(20)),
        )
        for step in (fulfilled, terminated)
        for wrong in (hours(19), SUM)
    ),
    # an answer: to a complaint that is recorded first
    ("complaints.answered", CONCLUDED, answered(), (*CONCLUDED, complained()), answered()),
]
"""A rule; the steps before and the step that misses it; the same as its cure has them."""


@pytest.mark.parametrize(("rule", "before", "wrong", "then", "mended"), OBEYED)
def test_what_is_said_to_be_done_can_be_done_at_every_step_that_misses_it(rule, before, wrong, then, mended):
    def told(steps, event):
        verdict = contract.judge(after(*steps), event, KEMEROVO)
        return [part for part in verdict.walk() if part.rule == rule]

    (missed,) = [part for part in told(before, wrong) if part.outcome is not HOLDS]
    assert missed.cure is not None
    assert {part.outcome for part in told(then, mended)} <= {HOLDS}


# ─── Для кого услуга: возраст и категория в день договора ────────────────────────────────────────────────

LARGE = {"id": "large-family", "title": {"ru": "дети из многодетных семей"}}
GROWN = {"consumers": {"age_to": 7}}
"""The child of the certificate turned eight on 2022-05-01, long before the contract."""


def of_consumer(*before, event, outcome, **parameters):
    """Which rules of the consumer the step asks, where the town sets that; and the outcome of the step."""
    case = contract.begin("5")
    for step in before:
        case = contract.advance(case, step, KEMEROVO)
    town = changed("kemerovo", parameters=[{"cite": "p3", **parameters}])
    verdict = contract.judge(case, event, town)
    assert verdict.outcome is outcome
    return {part.rule for part in verdict.walk() if part.rule in ("consumers.age", "consumers.category")}


def test_a_contract_is_concluded_only_with_whom_the_service_is_for():
    age, signed = {"consumers.age"}, concluded()
    ages = {"consumers": {"age_from": 5, "age_to": 17}}
    assert of_consumer(OFFERED, event=signed, outcome=HOLDS) == set()
    assert of_consumer(OFFERED, event=signed, outcome=VOID, **GROWN) == age
    assert of_consumer(OFFERED, event=signed, outcome=HOLDS, **ages) == age
    assert of_consumer(OFFERED, event=signed, outcome=HOLDS, **GROWN, services=[TECHNICAL]) == set()


@pytest.mark.parametrize(("told", "outcome"), [(None, HOLDS), (("large-family",), HOLDS), ((), VOID)])
def test_a_category_is_asked_of_a_contract_where_the_certificate_shows_it(told, outcome):
    signed = concluded(Recipient(file="17", born="2014-05-01", categories=told))
    found = of_consumer(OFFERED, event=signed, outcome=outcome, consumers={"categories": [LARGE]})
    assert found == (set() if told is None else {"consumers.category"})


@pytest.mark.parametrize("event", [amended(80), amended(72, "2024-06-30")], ids=["more", "longer"])
def test_a_contract_gives_no_more_to_whom_the_service_is_not_for(event):
    assert of_consumer(OFFERED, concluded(), event=event, outcome=VOID, **GROWN) == {"consumers.age"}


def test_a_contract_is_made_less_whoever_the_service_is_for():
    event = amended(60, **NOTHING_SHOWN)
    assert of_consumer(OFFERED, concluded(), event=event, outcome=HOLDS, **GROWN) == set()
