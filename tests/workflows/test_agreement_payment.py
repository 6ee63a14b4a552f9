"""What is rendered, claimed, paid and left under an agreement, and a draft that nobody signs."""

import json
from datetime import date, timedelta
from decimal import Decimal

import pytest
from cases_at_hand import (
    BREACH,
    DISTRICT,
    FULL_TIME,
    FULL_TIME_BY_DIGIT,
    HOLDS,
    IN_NAVIGATOR,
    KEMEROVO,
    UNKNOWN,
    VOID,
    failing,
    right,
    taking,
)
from filled import acts, filled
from hypothesis import given, settings
from hypothesis import strategies as st

from law189.cases.history import Decision, RecordAnnulled
from law189.errors import Refused
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.rules.agreements.payments import PeriodClaim, claim_period
from law189.verdict import DECISION
from law189.workflows import LIFECYCLES
from law189.workflows.agreement import (
    ActDrawn,
    AdvancePaid,
    Amended,
    Claimed,
    ClaimPaid,
    Completed,
    Concluded,
    Drafted,
    Lapsed,
    RemainderKept,
    RemainderReturned,
    SignedByProvider,
    Terminated,
    account_of,
    sums_of,
)
from law189.workflows.agreement import lifecycle as agreement

BOTH = pytest.mark.parametrize("profile", [DISTRICT, KEMEROVO], ids=["district", "kemerovo"])
INN, DECIDED = "4205000009", Decision(by="head", on="2024-02-01", reason="решено")
STRANGE = "804200О.99.0.ББ52АЖ72000"


def entry(as_of):
    return {
        "as_of": as_of,
        "provider": INN,
        "record": "12",
        "services": [FULL_TIME],
        "included_on": "2023-09-25",
    }


ORDER = {
    "as_of": "2023-12-20",
    "number": "1",
    "year": 2025,
    "status": 1,
    "services": [FULL_TIME],
    "approved_on": "2023-12-01",
    "published_on": "2023-12-05",
}
drafted = right(
    Drafted,
    on="2023-12-20",
    by="education",
    document=IN_NAVIGATOR,
    number="7",
    mode="provision",
    sums=[{"year": 2023, "roubles": 100}, {"year": 2024, "roubles": "1000.50"}],
    provider=entry("2023-12-20"),
    order=ORDER,
    services=[FULL_TIME],
    ends_on="2024-12-31",
)
signed = right(SignedByProvider, on="2023-12-21", by="provider", signature="qualified")
concluded = right(
    Concluded, on="2023-12-22", by="education", signature="qualified", provider=entry("2023-12-22")
)
amended = right(
    Amended,
    on="2024-03-01",
    by="education",
    document=IN_NAVIGATOR,
    number="7/1",
    sums=[{"year": 2024, "roubles": 500}],
    ends_on="2024-12-31",
    reason="спрос",
    provider_signature="qualified",
    signature="qualified",
    provider=entry("2024-03-01"),
)
act = right(
    ActDrawn,
    on="2024-02-01",
    by="provider",
    number="1",
    since="2024-01-01",
    until="2024-01-31",
    rendered=[{"service": FULL_TIME, "unit": "person-hours", "amount": 72}],
)
claimed = right(
    Claimed,
    on="2024-02-01",
    by="provider",
    number="3",
    since="2024-01-01",
    until="2024-01-31",
    roubles="600.25",
    acts=["1"],
)
advance = right(AdvancePaid, on="2024-02-01", by="education", roubles="400.25")
paid = right(ClaimPaid, on="2024-02-05", by="education", claim="3", roubles="600.25")
kept = right(RemainderKept, on="2024-12-31", by="education", year=2024, roubles="10.05", conditions_kept=True)
returned = right(
    RemainderReturned, on="2024-12-31", by="provider", year=2024, roubles="10.05", conditions_kept=False
)
completed = right(Completed, on="2024-12-31", by="education")
terminated = right(Terminated, on="2024-06-03", by="provider", ground="п. 7", because="закрытие")
after = taking(agreement, "7", DISTRICT)
RUNS = (drafted(), signed(), concluded())
SHORT = (drafted(ends_on="2024-06-30"), signed(), concluded())
BACK = (drafted(mode="reimbursement"), signed(), concluded())
ACT, CLAIM = (*RUNS, act()), (*RUNS, act(), claimed())


def said(before, event, profile=DISTRICT):
    verdict = agreement.judge(after(*before, profile=profile), event, profile)
    return verdict.outcome, failing(verdict)


# ─── Taken ───────────────────────────────────────────────────────────────────────────────────────────────


@BOTH
@pytest.mark.parametrize(
    ("before", "event"),
    [
        (RUNS, act()),
        (
            RUNS,
            act(
                by="education",
                rendered=[{"service": FULL_TIME_BY_DIGIT, "unit": "roubles", "amount": "0.01"}],
            ),
        ),
        (RUNS, act(since="2023-12-22", until="2023-12-22")),
        (RUNS, act(on="2025-01-15", since="2024-12-31", until="2024-12-31")),
        (ACT, act(number="2", on="2024-03-01", since="2024-02-01", until="2024-02-29")),
        (ACT, act(number="2", since="2023-12-22", until="2023-12-31")),
        (RUNS, claimed(acts=[])),
        (ACT, claimed()),
        ((*BACK, act()), claimed()),
        ((*BACK, act()), claimed(acts=["№ 1"])),
        (CLAIM, claimed(number="4", acts=[], roubles="400.25")),
        (RUNS, advance()),
        (RUNS, advance(roubles="1000.50")),
        (RUNS, advance(on="2023-12-29", roubles=100)),
        (CLAIM, paid()),
        (CLAIM, paid(roubles="0.01")),
        ((*CLAIM, paid(roubles=600)), paid(roubles="0.25", claim="№ 3")),
        ((*RUNS, act(), advance(), claimed()), paid()),
        ((*CLAIM, paid()), kept()),
        ((*CLAIM, paid()), returned()),
        ((*CLAIM, paid()), returned(by="education")),
        ((*CLAIM, paid(), kept(roubles=600)), kept(roubles="0.25")),
        ((*RUNS, advance(), amended()), kept(roubles="400.25")),
    ],
)
def test_a_lawful_step_is_taken_holds_and_leaves_the_agreement_as_it_is(profile, before, event):
    history = agreement.advance(after(*before, profile=profile), event, profile)
    assert history.state == "concluded"
    assert history.records[-1].verdict.outcome is HOLDS
    assert agreement.load(json.loads(json.dumps(agreement.dump(history)))) == history


@pytest.mark.parametrize(
    ("end", "state"),
    [(completed(), "completed"), (terminated(), "terminated")],
    ids=["completed", "terminated"],
)
@pytest.mark.parametrize(
    "event", [kept(on="2025-01-15"), returned(on="2025-01-15")], ids=["kept", "returned"]
)
def test_what_is_left_may_be_settled_when_the_agreement_is_at_its_end(end, state, event):
    history = agreement.advance(after(*CLAIM, paid(), end), event, DISTRICT)
    assert (history.state, history.records[-1].verdict.outcome) == (state, HOLDS)


def test_the_remainder_that_stays_is_cited_to_the_budget_code():
    history = after(*CLAIM, paid(), kept())
    verdict = history.records[-1].verdict
    assert [cite.id for cite in verdict.cites] == ["budget-code/art78.4.item4"]
    (rule,) = (part for part in verdict.parts if part.rule == "remainders.stays")
    assert [cite.id for cite in rule.cites] == ["budget-code/art78.4.item4"]


# ─── Refused, for each condition ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "event", "outcome", "rules"),
    [
        (RUNS, act(by="consumer"), VOID, {"roles.acting"}),
        (RUNS, act(on="2024-01-30"), VOID, {"rendering.period"}),
        (RUNS, act(since="2024-01-31", until="2024-01-30"), VOID, {"rendering.period"}),
        (RUNS, act(since="2023-12-21"), VOID, {"rendering.in_term"}),
        (RUNS, act(on="2025-01-15", until="2025-01-01"), VOID, {"rendering.in_term"}),
        (
            RUNS,
            act(rendered=[{"service": STRANGE, "unit": "person-hours", "amount": 1}]),
            VOID,
            {"services.among"},
        ),
        (
            RUNS,
            act(rendered=[{"service": FULL_TIME, "unit": "roubles", "amount": 0}]),
            VOID,
            {"volumes.positive"},
        ),
        (
            RUNS,
            act(
                rendered=[
                    {"service": one, "unit": "roubles", "amount": 1}
                    for one in (FULL_TIME, FULL_TIME_BY_DIGIT)
                ]
            ),
            VOID,
            {"rendering.once"},
        ),
        (ACT, act(number="2"), VOID, {"rendering.once"}),
        (
            ACT,
            act(number="2", since="2024-01-31", on="2024-03-01", until="2024-02-29"),
            VOID,
            {"rendering.once"},
        ),
        (ACT, act(number="2", since="2023-12-31", until="2024-01-01"), VOID, {"rendering.once"}),
        (
            ACT,
            act(number="№ 1", on="2024-03-01", since="2024-02-01", until="2024-02-29"),
            VOID,
            {"payments.number"},
        ),
        (ACT, claimed(by="education"), VOID, {"roles.acting"}),
        (ACT, claimed(roubles=0), VOID, {"payments.positive"}),
        (RUNS, claimed(acts=[], since="2024-02-01"), VOID, {"payments.period"}),
        (RUNS, claimed(acts=[], since="2023-12-31"), UNKNOWN, {"payments.period"}),
        (RUNS, claimed(acts=[], since="2023-12-20", until="2023-12-21"), VOID, {"debts.claim_in_term"}),
        (CLAIM, claimed(acts=[], roubles=1), VOID, {"payments.number"}),
        (BACK, claimed(acts=[]), UNKNOWN, {"payments.on_acts"}),
        (RUNS, claimed(), VOID, {"payments.on_acts"}),
        (ACT, claimed(acts=["1", "2"]), VOID, {"payments.on_acts"}),
        (ACT, claimed(acts=["1", "№1"]), VOID, {"payments.on_acts"}),
        (CLAIM, claimed(number="4", roubles=1), VOID, {"payments.on_acts"}),
        (ACT, claimed(since="2024-01-02"), VOID, {"payments.on_acts"}),
        (ACT, claimed(until="2024-01-30"), VOID, {"payments.on_acts"}),
        (BACK, advance(), VOID, {"payments.advance"}),
        (RUNS, advance(by="provider"), VOID, {"roles.acting"}),
        (RUNS, advance(roubles=0), VOID, {"payments.positive"}),
        (RUNS, advance(roubles="1000.51"), VOID, {"payments.in_year"}),
        (RUNS, advance(on="2025-01-09"), VOID, {"payments.in_year", "funding.runs"}),
        ((*RUNS, advance()), advance(roubles="600.26"), VOID, {"payments.in_year"}),
        (CLAIM, paid(by="provider"), VOID, {"roles.acting"}),
        (CLAIM, paid(roubles=0), VOID, {"payments.positive"}),
        (CLAIM, paid(claim="4"), VOID, {"payments.of_claim"}),
        (CLAIM, paid(roubles="600.26"), VOID, {"payments.of_claim"}),
        ((*CLAIM, paid()), paid(roubles="0.01"), VOID, {"payments.of_claim"}),
        ((*RUNS, act(), claimed(), advance(roubles="400.26")), paid(), VOID, {"payments.in_year"}),
        ((*CLAIM, paid()), amended(), VOID, {"payments.still_covered"}),
        ((*RUNS, amended()), amended(), VOID, {"payments.number"}),
        (RUNS, amended(number="№ 7"), VOID, {"payments.number"}),
        ((*RUNS, advance(on="2023-12-29", roubles=1)), amended(), VOID, {"payments.still_covered"}),
        ((*CLAIM, paid()), kept(by="provider"), VOID, {"roles.acting"}),
        ((*CLAIM, paid()), kept(on="2024-12-30"), VOID, {"remainders.year_over"}),
        ((*CLAIM, paid()), kept(roubles=0), VOID, {"payments.positive"}),
        ((*CLAIM, paid()), kept(roubles="600.26"), VOID, {"remainders.left_over"}),
        ((*CLAIM, paid()), kept(year=2023), VOID, {"remainders.left_over"}),
        ((*CLAIM, paid(), kept(roubles=600)), kept(roubles="0.26"), VOID, {"remainders.left_over"}),
        ((*CLAIM, paid(), kept(roubles=600)), returned(roubles="0.25"), UNKNOWN, {"remainders.told_alike"}),
        ((*CLAIM, paid(), returned(roubles=600)), kept(roubles="0.25"), UNKNOWN, {"remainders.told_alike"}),
        ((*CLAIM, paid()), kept(conditions_kept=None), UNKNOWN, {"remainders.stays"}),
        ((*CLAIM, paid()), kept(conditions_kept=False), VOID, {"remainders.stays"}),
        ((*CLAIM, paid()), returned(conditions_kept=None), UNKNOWN, {"remainders.goes_back"}),
        ((*CLAIM, paid()), returned(conditions_kept=True), VOID, {"remainders.goes_back"}),
        ((*CLAIM, paid()), returned(by="consumer"), VOID, {"roles.acting"}),
        ((*CLAIM, paid()), returned(on="2024-12-30"), VOID, {"remainders.year_over"}),
    ],
)
def test_a_step_is_refused_for_each_of_its_conditions_and_nothing_moves(before, event, outcome, rules):
    assert said(before, event) == (outcome, rules)
    with pytest.raises(Refused):
        agreement.advance(after(*before), event, DISTRICT)


def test_payments_wait_for_the_act_on_subsidies():
    without = filled("novokuznetsk_district", subsidy="2024-02-06")
    for event in (advance(), paid()):
        assert said(CLAIM, event, DISTRICT) == (HOLDS, set())
        verdict = agreement.judge(after(*CLAIM), event, without)
        assert (verdict.outcome, failing(verdict)) == (UNKNOWN, {"adoption.act"})


def test_by_the_letter_two_signs_are_two_services_in_an_act():
    data = {
        **shipped_data()["municipalities"]["kemerovo"],
        "adopted": list(acts()),
        "readings": {"S1": "by_letter"},
    }
    by_letter = load_profile(data)
    again = act(number="2", rendered=[{"service": FULL_TIME_BY_DIGIT, "unit": "roubles", "amount": 1}])
    verdict = agreement.judge(after(*ACT, profile=by_letter), again, by_letter)
    assert failing(verdict) == {"services.among"}
    verdict = agreement.judge(after(*ACT), again, DISTRICT)
    (once,) = (part for part in verdict.parts if part.rule == "rendering.once")
    assert (once.outcome, once.reading.code) == (VOID, "S1")


def test_a_number_that_does_not_read_leaves_it_open_whether_a_service_is_counted_twice():
    unread = [{"service": one, "unit": "roubles", "amount": 1} for one in (FULL_TIME, "804200")]
    outcome, rules = said(RUNS, act(rendered=unread))
    assert (outcome, rules) == (UNKNOWN, {"services.among", "rendering.once"})


def test_an_act_made_in_error_is_annulled_and_its_days_are_free_again():
    annulled = RecordAnnulled(on="2024-02-01", by="provider", record=4, reason="не те дни")
    history = agreement.advance(after(*ACT), annulled, DISTRICT)
    assert agreement.judge(history, act(), DISTRICT).outcome is HOLDS


# ─── A draft that the provider does not sign ─────────────────────────────────────────────────────────────

lapsed = right(Lapsed, on="2024-01-09", by="education", because="письмо осталось без ответа")


@BOTH
def test_a_draft_lapses_when_the_term_to_sign_is_over(profile):
    """Seven working days after Wednesday, 20 December 2023 end on Friday, 29 December."""
    drawn = after(drafted(), profile=profile)
    assert agreement.advance(drawn, lapsed(on="2023-12-30"), profile).state == "lapsed"
    early = agreement.judge(drawn, lapsed(on="2023-12-29"), profile)
    assert (early.outcome, failing(early)) == (VOID, {"agreements.evaded"})
    assert failing(agreement.judge(drawn, lapsed(by="provider"), profile)) == {"roles.acting"}


def test_without_a_term_to_sign_a_draft_does_not_lapse_and_is_signed_at_any_time():
    fills = [
        {**one, "fills": [fill for fill in one["fills"] if fill["slot"] != "agreement.signing_term"]}
        for one in acts()
    ]
    silent = load_profile({**shipped_data()["municipalities"]["novokuznetsk_district"], "adopted": fills})
    verdict = agreement.judge(after(drafted()), lapsed(), silent)
    assert (verdict.outcome, failing(verdict)) == (UNKNOWN, {"adoption.value"})
    late = signed(on="2024-06-03")
    assert agreement.judge(after(drafted()), late, silent).outcome is HOLDS
    verdict = agreement.judge(after(drafted()), late, DISTRICT)
    assert (verdict.outcome, failing(verdict)) == (BREACH, {"deadlines.within"})
    (duty,) = agreement.due(after(drafted()), DISTRICT, date(2023, 12, 30))
    assert (duty.kind, duty.last_day, duty.overdue) == ("signed_by_provider", date(2023, 12, 29), True)
    assert agreement.due(after(drafted()), silent, date(2023, 12, 30))[0].last_day is None


def test_without_a_calendar_it_is_not_known_whether_the_term_to_sign_is_over():
    late = {
        "on": "2030-12-20",
        "provider": {**entry("2030-12-20")},
        "order": {**ORDER, "as_of": "2030-12-20", "year": 2031},
        "ends_on": "2031-12-31",
        "sums": [{"year": 2031, "roubles": 1}],
    }
    decision = Decision(by="head", on="2030-12-20", reason="решено")
    history = agreement.advance(agreement.begin("7"), drafted(**late), KEMEROVO, decision=decision)
    verdict = agreement.judge(history, lapsed(on="2031-01-20"), KEMEROVO)
    (part,) = (part for part in verdict.parts if part.rule == "agreements.evaded")
    assert part.outcome is UNKNOWN
    assert [ask.path for ask in part.asks] == ["calendar 2030"]
    early = agreement.judge(history, lapsed(on="2030-12-21"), KEMEROVO)
    assert "agreements.evaded" in {one.rule for one in early.parts if one.outcome is VOID}


# ─── What is owed and what the account says ──────────────────────────────────────────────────────────────


def test_a_claim_is_owed_until_it_is_paid():
    def owed(*events):
        return {duty.kind for duty in agreement.due(after(*events), DISTRICT, date(2024, 2, 6))}

    assert "claim_paid" not in owed(*ACT)
    assert "claim_paid" in owed(*CLAIM)
    assert "claim_paid" in owed(*CLAIM, paid(roubles=600))
    assert "claim_paid" not in owed(*CLAIM, paid())


def may(*events, on, profile=DISTRICT):
    """The outcome of each option on the day."""
    history = after(*events, profile=profile)
    return {
        one.kind: one.verdict.outcome for one in agreement.options(history, profile, date.fromisoformat(on))
    }


@pytest.mark.parametrize(
    ("events", "on", "kind", "outcome"),
    [
        (RUNS, "2024-02-01", "claim_paid", VOID),
        (CLAIM, "2024-02-01", "claim_paid", HOLDS),
        ((*CLAIM, paid()), "2024-02-06", "claim_paid", VOID),
        ((*RUNS, act(), claimed(), advance(roubles="1000.50")), "2024-02-06", "claim_paid", VOID),
        (CLAIM, "2024-12-31", "remainder_kept", VOID),
        ((*CLAIM, paid()), "2024-12-30", "remainder_kept", VOID),
        ((*CLAIM, paid()), "2024-12-31", "remainder_kept", HOLDS),
        ((*CLAIM, paid()), "2024-12-30", "remainder_returned", VOID),
        ((*CLAIM, paid()), "2024-12-31", "remainder_returned", HOLDS),
        ((*CLAIM, paid(), kept(roubles="600.25")), "2025-01-15", "remainder_returned", VOID),
        (RUNS, "2024-02-01", "advance_paid", HOLDS),
        ((*RUNS, advance(roubles="1000.50")), "2024-02-01", "advance_paid", VOID),
        (RUNS, "2025-01-09", "advance_paid", VOID),
        (SHORT, "2024-06-30", "advance_paid", HOLDS),
        (SHORT, "2024-07-01", "advance_paid", VOID),
        (
            (*SHORT, amended(on="2024-06-28", ends_on="2024-12-31", provider=entry("2024-06-28"))),
            "2024-07-01",
            "advance_paid",
            HOLDS,
        ),
        (BACK, "2024-02-01", "advance_paid", VOID),
        (BACK, "2024-02-01", "claimed", UNKNOWN),
        ((*BACK, act()), "2024-02-01", "claimed", HOLDS),
        ((*BACK, act(), claimed()), "2024-02-01", "claimed", UNKNOWN),
        (RUNS, "2024-02-01", "claimed", HOLDS),
        (RUNS, "2024-02-01", "act_drawn", HOLDS),
        ((*RUNS, act(since="2023-12-22")), "2024-02-01", "act_drawn", HOLDS),
        (
            (*RUNS, act(on="2024-02-01", since="2023-12-22", until="2024-02-01")),
            "2024-02-01",
            "act_drawn",
            VOID,
        ),
        (CLAIM, "2024-12-31", "completed", BREACH),
        ((*CLAIM, paid()), "2024-12-31", "completed", HOLDS),
        (CLAIM, "2024-12-31", "terminated", HOLDS),
    ],
)
def test_an_option_holds_only_where_some_facts_can_fulfil_it(events, on, kind, outcome):
    assert may(*events, on=on)[kind] is outcome


def test_an_advance_after_the_last_day_of_the_agreement_is_told_by_its_term_alone():
    late = after(*SHORT)
    told = agreement.judge(late, advance(on="2024-11-23"), DISTRICT)
    assert told.outcome is VOID
    assert {one.rule for one in told.reasons(VOID)} == {"funding.runs"}
    assert agreement.judge(late, act(on="2024-11-23"), DISTRICT).outcome is not VOID


# ─── Долг: the end of an agreement ends none ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("end", "state"),
    [
        (terminated(), "terminated"),
        (completed(), "completed"),
    ],
    ids=["terminated", "completed"],
)
def test_what_was_rendered_before_the_end_is_acted_claimed_and_paid_after_it(end, state):
    late = "2025-01-09"
    steps = (
        paid(on=late, roubles=600),
        act(number="2", on=late, since="2024-02-01", until="2024-05-31"),
        claimed(number="4", on=late, since="2024-02-01", until="2024-05-31", roubles=100, acts=["2"]),
        paid(on=late, roubles="0.25"),
        paid(on=late, claim="4", roubles=100),
    )
    history = after(*CLAIM, end)
    for step in steps:
        history = agreement.advance(history, step, DISTRICT)
        assert (history.state, history.records[-1].verdict.outcome) == (state, HOLDS)
    assert account_of(history).unpaid == ()
    assert agreement.due(history, DISTRICT, date(2025, 1, 10)) == ()
    assert agreement.load(agreement.dump(history)) == history


@pytest.mark.parametrize("end", [terminated(), completed()], ids=["terminated", "completed"])
def test_an_open_claim_is_owed_after_the_end_and_no_advance_is_paid(end):
    history = after(*CLAIM, end)
    (duty,) = agreement.due(history, DISTRICT, date(2025, 1, 10))
    assert duty.kind == "claim_paid"
    open_ = may(*CLAIM, end, on="2025-01-10")
    assert (open_["claim_paid"], open_["advance_paid"], open_["amended"]) == (HOLDS, VOID, VOID)


def test_days_after_the_termination_are_neither_acted_nor_claimed():
    ended = (*CLAIM, terminated())
    for until, outcome, rules in (
        ("2024-06-03", HOLDS, set()),
        ("2024-06-04", VOID, {"rendering.in_term"}),
    ):
        drawn = act(number="2", on="2024-07-01", since="2024-05-01", until=until)
        assert said(ended, drawn) == (outcome, rules)
    asked = claimed(number="4", on="2024-07-01", acts=[], since="2024-06-04", until="2024-06-30")
    assert said(ended, asked) == (VOID, {"debts.claim_in_term"})
    month = beyond("4", "400.25", on="2024-07-01", since="2024-06-01", until="2024-06-30")
    assert said(ended, month) == (HOLDS, set())


@pytest.mark.parametrize(
    ("since", "until", "outcome"),
    [
        ("2023-12-01", "2023-12-21", VOID),
        ("2023-12-01", "2023-12-22", HOLDS),
        ("2024-12-31", "2024-12-31", HOLDS),
        ("2025-01-01", "2025-01-31", VOID),
    ],
)
def test_a_claim_is_of_days_on_which_the_agreement_runs(since, until, outcome):
    asked = claimed(acts=[], on="2025-02-03", since=since, until=until, roubles=100)
    assert said(RUNS, asked) == (outcome, {"debts.claim_in_term"} if outcome is VOID else set())


def test_the_end_of_an_agreement_tells_what_is_still_owed():
    part = (*CLAIM, paid(roubles=600))
    verdict = agreement.judge(after(*part), completed(), DISTRICT)
    (told,) = (one for one in verdict.parts if one.rule == "debts.paid_off")
    assert (verdict.outcome, told.outcome, told.facts["unpaid"]) == (BREACH, BREACH, {"3": Decimal("0.25")})
    assert agreement.advance(after(*part), completed(), DISTRICT).state == "completed"
    verdict = agreement.judge(after(*part), terminated(), DISTRICT)
    (told,) = (one for one in verdict.parts if one.rule == "debts.owing")
    assert (verdict.outcome, told.outcome, told.facts["unpaid"]) == (HOLDS, HOLDS, {"3": Decimal("0.25")})
    verdict = agreement.judge(after(*CLAIM, paid()), terminated(), DISTRICT)
    assert "debts.owing" not in {one.rule for one in verdict.parts}


def in_days(days):
    """The decree with an act that sets the term of paying a claim, in calendar days; None for no such term."""
    own = []
    for one in acts():
        fills = [fill for fill in one["fills"] if fill["slot"] != "agreement.payment_term"]
        if days is not None and len(fills) < len(one["fills"]):
            term = {"kind": "after", "days": days, "unit": "calendar_days"}
            cite = f"{one['act']['id']}/p9"
            fills.append({"slot": "agreement.payment_term", "term": term, "cite": cite})
        own.append({**one, "fills": fills})
    return load_profile({**shipped_data()["municipalities"]["novokuznetsk_district"], "adopted": own})


def test_a_claim_is_paid_in_the_term_that_an_act_sets_counted_from_its_own_day():
    """Eight days after Thursday, 1 February 2024 end on Friday, 9 February."""
    eight, unset = in_days(8), in_days(None)
    for on, outcome in (("2024-02-09", HOLDS), ("2024-02-10", BREACH)):
        verdict = agreement.judge(after(*CLAIM), paid(on=on), eight)
        assert (verdict.outcome, failing(verdict)) == (
            outcome,
            {"deadlines.within"} if outcome is BREACH else set(),
        )
        assert agreement.judge(after(*CLAIM), paid(on=on), unset).outcome is HOLDS
    later = claimed(number="4", on="2024-02-12", acts=[], since="2024-02-01", until="2024-02-09", roubles=1)
    history = after(*CLAIM, later)
    assert agreement.judge(history, paid(claim="4", roubles=1, on="2024-02-20"), eight).outcome is HOLDS
    assert agreement.judge(history, paid(on="2024-02-20"), eight).outcome is BREACH
    assert failing(agreement.judge(history, paid(claim="9", on="2024-02-20"), eight)) == {"payments.of_claim"}
    assert owed(history, eight) == [("№ 3", date(2024, 2, 9), True), ("№ 4", date(2024, 2, 20), False)]
    assert owed(history, unset) == [("№ 3", None, False), ("№ 4", None, False)]
    some = agreement.advance(history, paid(roubles=1, on="2024-02-12"), eight)
    assert owed(some, eight) == owed(history, eight)
    one = agreement.advance(history, paid(claim="4", roubles=1, on="2024-02-12"), eight)
    assert owed(one, eight) == [("№ 3", date(2024, 2, 9), True)]


def owed(history, profile, on=date(2024, 2, 13)):
    """Each claim that is to be paid, its last day, and whether that is past."""
    found = (duty for duty in agreement.due(history, profile, on) if duty.kind == "claim_paid")
    return [(duty.which.ru, duty.last_day, duty.overdue) for duty in found]


OF_2024 = (drafted(sums=[{"year": 2024, "roubles": "1000.50"}]), signed(), concluded())


def beyond(number, roubles, *, on="2024-02-01", since="2024-01-01", until="2024-01-31"):
    return claimed(number=number, on=on, acts=[], roubles=roubles, since=since, until=until)


LAST_DAYS = {"since": "2023-12-27", "until": "2023-12-31"}
TWO_YEARS = {"since": "2023-12-27", "until": "2024-01-31"}


@pytest.mark.parametrize("before", [RUNS, BACK], ids=["provision", "reimbursement"])
def test_a_claim_for_days_of_two_years_is_decided_once_and_is_of_the_year_of_its_last_day(before):
    """No act known here says to which year it is counted; an act of such days was claimed for under no year."""
    asked = claimed(**TWO_YEARS, roubles="1000.50")
    history = after(*before, act(**TWO_YEARS))
    verdict = agreement.judge(history, asked, DISTRICT)
    (told,) = (one for one in verdict.parts if one.rule == "payments.period")
    assert (verdict.outcome, failing(verdict), told.facts["year"]) == (UNKNOWN, {"payments.period"}, 2024)
    assert told.asks == (DECISION,)
    assert any(one.rule == "debts.claim_covered" and one.facts["year"] == 2024 for one in verdict.parts)
    with pytest.raises(Refused):
        agreement.advance(history, asked, DISTRICT)
    claims = agreement.advance(history, asked, DISTRICT, decision=DECIDED)
    settled = agreement.advance(claims, paid(roubles="1000.50"), DISTRICT)
    assert settled.records[-1].verdict.outcome is HOLDS
    assert (account_of(settled).paid_in(2023), account_of(settled).paid_in(2024)) == (0, Decimal("1000.50"))
    done = agreement.advance(settled, completed(), DISTRICT)
    assert done.records[-1].verdict.outcome is HOLDS


@given(st.dates(date(2022, 1, 1), date(2026, 12, 31)), st.integers(-40, 800))
def test_days_of_one_year_hold_days_of_more_are_decided_and_days_that_run_backwards_are_none(since, shift):
    until = since + timedelta(shift)
    told = claim_period(PeriodClaim("3", since, until, Decimal(1)))
    expected = VOID if shift < 0 else HOLDS if since.year == until.year else UNKNOWN
    assert told.outcome is expected
    assert (told.asks == (DECISION,)) is (expected is UNKNOWN)


@pytest.mark.parametrize(
    ("before", "asked", "facts"),
    [
        (RUNS, beyond("3", "1000.50"), None),
        (RUNS, beyond("3", "1000.51"), {"year": 2024, "limit": "1000.50", "paid": "0", "asked": "0"}),
        (RUNS, beyond("3", 100, **LAST_DAYS), None),
        (RUNS, beyond("3", "100.01", **LAST_DAYS), {"year": 2023, "limit": "100", "paid": "0", "asked": "0"}),
        (OF_2024, beyond("3", "0.01", **LAST_DAYS), {"year": 2023, "limit": "0", "paid": "0", "asked": "0"}),
        ((*RUNS, advance()), beyond("3", "600.25"), None),
        (
            (*RUNS, advance()),
            beyond("3", "600.26"),
            {"year": 2024, "limit": "1000.50", "paid": "400.25", "asked": "0"},
        ),
        ((*RUNS, beyond("2", 600)), beyond("3", "400.50"), None),
        (
            (*RUNS, beyond("2", 600)),
            beyond("3", "400.51"),
            {"year": 2024, "limit": "1000.50", "paid": "0", "asked": "600"},
        ),
        (
            (*RUNS, beyond("2", 600), paid(claim="2", roubles=200)),
            beyond("3", "400.51", on="2024-02-06"),
            {"year": 2024, "limit": "1000.50", "paid": "200", "asked": "400"},
        ),
        ((*RUNS, beyond("2", 100, **LAST_DAYS)), beyond("3", "1000.50"), None),
    ],
)
def test_a_claim_tells_that_the_sum_of_its_year_does_not_cover_it(before, asked, facts):
    """The claim is taken: the agreement may still be amended; until then no more than the sum is paid on it."""
    verdict = agreement.judge(after(*before), asked, DISTRICT)
    (told,) = (one for one in verdict.parts if one.rule == "debts.claim_covered")
    assert verdict.outcome is told.outcome is (HOLDS if facts is None else BREACH)
    if facts is not None:
        assert failing(verdict) == {"debts.claim_covered"}
        assert {name: str(told.facts[name]) for name in facts} == {
            one: str(fact) for one, fact in facts.items()
        }
        assert told.cure is not None


def test_what_cannot_be_paid_is_not_owed_until_the_sum_of_its_year_is_changed():
    eight, on = in_days(8), date(2024, 3, 5)

    def payable(history):
        options = agreement.options(history, eight, on)
        return next(one.verdict for one in options if one.kind == "claim_paid")

    bare = after(*OF_2024, beyond("3", 100, **LAST_DAYS), profile=eight)
    assert owed(bare, eight, on) == []
    assert failing(payable(bare)) == {"debts.payable"}
    both = after(
        *OF_2024,
        beyond("3", 100, **LAST_DAYS),
        beyond("4", 1000, on="2024-02-12"),
        beyond("5", 10, on="2024-02-13"),
        profile=eight,
    )
    fourth, fifth = ("№ 4", date(2024, 2, 20), True), ("№ 5", date(2024, 2, 21), True)
    assert owed(both, eight, on) == [fourth, fifth]
    late = next(one for one in payable(both).walk() if one.rule == "deadlines.within")
    assert late.facts["last_day"] == date(2024, 2, 20)  # of the first that can be paid, not of the first made
    some = agreement.advance(both, paid(claim="4", roubles=1000, on="2024-02-20"), eight)
    assert owed(some, eight, on) == [fifth]  # half a rouble can be paid on it
    spent = agreement.advance(some, paid(claim="5", roubles="0.50", on="2024-02-21"), eight)
    assert owed(spent, eight, on) == []
    assert account_of(spent).unpaid != ()
    sums = [{"year": 2024, "roubles": "1010"}]
    more = agreement.advance(spent, amended(on="2024-03-01", sums=sums), eight)
    assert owed(more, eight, on) == [fifth]


CUT = amended(sums=[{"year": 2024, "roubles": 500}])


@pytest.mark.parametrize(
    ("before", "step", "beyond_"),
    [
        (CLAIM, CUT, {"2024": Decimal("100.25")}),
        (CLAIM, advance(on="2024-02-06"), None),
        (CLAIM, advance(on="2024-02-06", roubles="400.26"), {"2024": Decimal("0.01")}),
        ((*CLAIM, paid(roubles=400)), CUT, {"2024": Decimal("100.25")}),
        (CLAIM, amended(sums=[{"year": 2024, "roubles": "600.25"}]), None),
        ((*RUNS, beyond("3", 100, **LAST_DAYS)), CUT, {"2023": Decimal(100)}),
        ((*RUNS, beyond("3", 2000)), amended(sums=[{"year": 2024, "roubles": 1500}]), None),
    ],
)
def test_a_step_tells_that_it_leaves_too_little_for_what_is_claimed(before, step, beyond_):
    verdict = agreement.judge(after(*before), step, DISTRICT)
    (told,) = (one for one in verdict.parts if one.rule == "debts.claims_covered")
    assert verdict.outcome is told.outcome is (HOLDS if beyond_ is None else BREACH)
    assert told.facts["beyond"] == (beyond_ or {})
    assert (told.cure is None) is (beyond_ is None)


def test_a_claim_and_a_smaller_sum_of_one_day_tell_it_in_any_order():
    """The claim asks for more than the sum; after what can be paid is paid the end names what is not."""
    asked, cut = beyond("3", "600.25", on="2024-03-01"), amended()
    for steps in ((asked, cut), (cut, asked)):
        history = after(*RUNS, *steps)
        breaches = [one for one in history.records if one.verdict.outcome is BREACH]
        assert len(breaches) == 1
        history = agreement.advance(history, paid(claim="3", roubles=500, on="2024-03-05"), DISTRICT)
        for end, rule in ((completed(), "debts.paid_off"), (terminated(), "debts.owing")):
            (told,) = (one for one in agreement.judge(history, end, DISTRICT).parts if one.rule == rule)
            assert (told.outcome, told.facts["unpaid"]) == (HOLDS, {"3": Decimal("100.25")})
            assert told.facts["covered"] == ()


def test_where_the_claims_ask_for_all_of_the_sum_no_advance_is_without_a_breach():
    assert may(*RUNS, beyond("3", "1000.50"), on="2024-02-06")["advance_paid"] is BREACH
    assert may(*RUNS, beyond("3", "1000.49"), on="2024-02-06")["advance_paid"] is HOLDS


def test_an_agreement_whose_sums_are_paid_out_is_carried_out_whatever_else_is_claimed():
    """No more is paid than the sum of a year; what is claimed beyond it is no debt of an agreement at its end."""
    for before, asked in ((OF_2024, beyond("3", 100, **LAST_DAYS)), (RUNS, beyond("3", "1000.51"))):
        history = after(*before, asked)
        if before is RUNS:
            history = agreement.advance(history, paid(claim="3", roubles="1000.50"), DISTRICT)
        verdict = agreement.judge(history, completed(), DISTRICT)
        (told,) = (one for one in verdict.parts if one.rule == "debts.paid_off")
        assert (verdict.outcome, told.outcome) == (HOLDS, HOLDS)
        assert list(told.facts["unpaid"]) == ["3"]
        assert told.facts["covered"] == ()
        ended = agreement.judge(history, terminated(), DISTRICT)
        (told,) = (one for one in ended.parts if one.rule == "debts.owing")
        assert (told.outcome, [*told.facts["unpaid"]], told.facts["covered"]) == (HOLDS, ["3"], ())


STEPS = st.one_of(
    st.builds(
        lambda on, first, days: (
            lambda n: act(on=on, number=str(n), since=first, until=date.fromordinal(first.toordinal() + days))
        ),
        st.dates(date(2024, 1, 9), date(2024, 12, 31)),
        st.dates(date(2023, 12, 20), date(2024, 12, 31)),
        st.integers(0, 20),
    ),
    st.builds(
        lambda roubles, year, acts: (
            lambda n: claimed(
                number=str(n),
                roubles=roubles,
                acts=acts,
                since=date(year, 1, 1) if year > 2023 else date(2023, 12, 22),
                until=date(year, 12, 31),
            )
        ),
        st.integers(1, 900),
        st.sampled_from((2023, 2024)),
        st.lists(st.sampled_from("123456"), max_size=2),
    ),
    st.builds(lambda roubles: lambda _: advance(roubles=roubles), st.integers(0, 700)),
    st.builds(
        lambda to, roubles: lambda _: paid(claim=to, roubles=roubles),
        st.sampled_from("123456"),
        st.integers(0, 700),
    ),
    st.builds(
        lambda roubles: lambda _: amended(sums=[{"year": 2024, "roubles": roubles}]), st.integers(1, 900)
    ),
    st.builds(
        lambda roubles, year: lambda _: kept(roubles=roubles, year=year),
        st.integers(0, 500),
        st.sampled_from((2023, 2024)),
    ),
    st.builds(lambda roubles: lambda _: returned(roubles=roubles), st.integers(0, 500)),
)


@settings(max_examples=60)
@given(st.sampled_from((RUNS, BACK)), st.lists(STEPS, max_size=14))
def test_whatever_is_recorded_no_payment_exceeds_a_claim_or_a_year_and_no_day_is_counted_twice(before, steps):
    """Every step is tried on the latest day; what is refused leaves the account as it was."""
    history = after(*before)
    for number, made in enumerate(steps, start=1):
        event = made(number)
        event = event.model_copy(update={"on": max(event.on, history.last_day)})
        if isinstance(event, Amended):
            event = event.model_copy(
                update={"provider": event.provider.model_copy(update={"as_of": event.on})}
            )
        try:
            history = agreement.advance(history, event, DISTRICT)
        except Refused:
            continue
    events = [record.event for record in history.records]
    money = {
        kind: [one for one in events if isinstance(one, kind)] for kind in (AdvancePaid, Claimed, ClaimPaid)
    }
    limits = {one.year: one.roubles for one in sums_of(history)}
    year_of = {one.number: one.until.year for one in money[Claimed]}
    for year in (2023, 2024, 2025):
        out = sum((one.roubles for one in money[AdvancePaid] if one.on.year == year), Decimal(0))
        out += sum((one.roubles for one in money[ClaimPaid] if year_of[one.claim] == year), Decimal(0))
        assert out <= limits.get(year, 0)
        left = [
            one.roubles
            for one in events
            if isinstance(one, RemainderKept | RemainderReturned) and one.year == year
        ]
        assert sum(left) <= out
        assert account_of(history).paid_in(year) == out
    for one in money[Claimed]:
        assert sum(paid_.roubles for paid_ in money[ClaimPaid] if paid_.claim == one.number) <= one.roubles
    account = account_of(history)
    for year in {one.until.year for one in account.unpaid}:
        own = [one for one in account.unpaid if one.until.year == year]
        left = sum(one.roubles - account.paid_on(one.number) for one in own)
        if account.paid_in(year) + left > account.sum_of(year):  # some step told that it cannot be paid
            assert any(
                part.rule in ("debts.claim_covered", "debts.claims_covered") and part.outcome is BREACH
                for record in history.records
                for part in record.verdict.walk()
            )
    named = [number for one in money[Claimed] for number in one.acts]
    assert len(set(named)) == len(named)
    if before is BACK:
        assert not money[AdvancePaid]
        assert all(one.acts for one in money[Claimed])
    days = [
        day
        for one in events
        if isinstance(one, ActDrawn)
        for day in range(one.since.toordinal(), one.until.toordinal() + 1)
    ]
    assert len(set(days)) == len(days)


# ─── Numbers ─────────────────────────────────────────────────────────────────────────────────────────────


def test_every_document_that_a_case_may_have_several_of_has_a_number_of_its_own():
    """Each such step was tried above with a number that the case has already; a new one has to be too.

    A draft of an order that is drafted anew is the same document.
    """
    found = {
        (cycle.name, clause.event.model_fields["kind"].default)
        for cycle in LIFECYCLES
        for clause in cycle.clauses
        if "number" in clause.event.model_fields and clause.target in clause.source
    }
    assert found - {("order", "drafted")} == {
        ("agreement", "act_drawn"),
        ("agreement", "claimed"),
        ("agreement", "amended"),
    }


def test_parts_of_one_remainder_that_were_kept_on_the_same_conditions_are_told_alike():
    history = after(*CLAIM, paid(), kept(roubles=600), kept(roubles="0.25"))
    (told,) = [part for part in history.records[-1].verdict.walk() if part.rule == "remainders.told_alike"]
    assert told.outcome is HOLDS
