"""A term that a step need not have, once begun, goes by reading D6 also where its act sets none any more."""

from datetime import date, timedelta

import pytest
from books import agreed, contracted, fulfilled, line, taking, town
from cases_at_hand import FULL_TIME
from filled import acts
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.casebook.cycles import CYCLES
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.verdict import Outcome

HOLDS, BREACH = Outcome.HOLDS, Outcome.BREACH
TERMS = {"claim_paid": "agreement.payment_term", "signed_by_provider": "agreement.signing_term"}
ASKED = {"claim_paid": date(2024, 5, 2), "signed_by_provider": date(2023, 12, 11)}
RENDERED = {"since": "2024-02-01", "until": "2024-04-15"}


def decree(kind, ends, reading="as_begun", days=5):
    """Kemerovo, whose act sets the step a term of so many calendar days up to a day, and none after it."""
    adopted = []
    for one in acts():
        slots = [fill for fill in one["fills"] if fill["slot"] == TERMS[kind]]
        if not slots:
            adopted.append(one)
            continue
        term = {**slots[0], "term": {"kind": "after", "days": days, "unit": "calendar_days", "moves": False}}
        others = [fill for fill in one["fills"] if fill["slot"] != TERMS[kind]]
        first, later = {**one, "fills": [*others, term]}, {**one, "fills": others}
        adopted += [{**first, "until": ends.isoformat()}]
        adopted += [{**later, "since": (ends + timedelta(1)).isoformat()}]
    data = shipped_data()["municipalities"]["kemerovo"]
    return load_profile({**data, "adopted": adopted, "readings": {"D6": reading}})


def of_agreement(kind, on, by="education", **facts):
    return line("agreement", "agreement", kind, on, by, **facts)


def case_of(kind, profile):
    """The agreement that waits for the step."""
    if kind == "signed_by_provider":
        drafted, *_ = agreed()
        steps = [one for one in town() if one.history != "agreement"]
        return taking(steps, [drafted], profile=profile).case("agreement")
    acted = [{"service": FULL_TIME, "unit": "person-hours", "amount": "10"}]
    more = [
        of_agreement("act_drawn", "2024-05-02", "provider", number="А-1", **RENDERED, rendered=acted),
        of_agreement(
            "claimed", "2024-05-02", "provider", number="Т-1", **RENDERED, roubles="1000.00", acts=["А-1"]
        ),
    ]
    book = taking(town(), contracted(), fulfilled(rendered=10, on="2024-04-15"), more, profile=profile)
    return book.case("agreement")


def step_of(kind, on):
    if kind == "signed_by_provider":
        return of_agreement(kind, on.isoformat(), "provider", signature="qualified").event
    return of_agreement(kind, on.isoformat(), claim="Т-1", roubles="1000.00").event


@pytest.mark.parametrize("kind", sorted(TERMS))
@pytest.mark.parametrize(("reading", "late"), [("as_begun", True), ("as_changed", False)])
def test_a_term_that_had_begun_is_told_by_the_duty_and_by_the_step_alike(kind, reading, late):
    begun = ASKED[kind]
    profile, on = decree(kind, begun + timedelta(2), reading), begun + timedelta(20)
    case, cycle = case_of(kind, profile), CYCLES["agreement"]
    [duty] = [one for one in cycle.due(case, profile, on) if one.kind == kind]
    assert (duty.overdue, duty.last_day) == ((True, begun + timedelta(5)) if late else (False, None))
    told = cycle.judge(case, step_of(kind, on), profile)
    assert told.outcome is (BREACH if late else HOLDS)
    assert "D6" in [one.reading.code for one in told.walk() if one.reading]
    assert ("dispatch.no_term" in [one.rule for one in told.walk()]) is not late


@given(st.sampled_from(sorted(TERMS)), st.integers(-2, 12), st.integers(1, 9), st.integers(0, 20))
@settings(max_examples=size(40, 600))
def test_the_last_day_of_a_duty_is_that_of_the_step_whenever_its_act_ends(kind, ends, days, after):
    begun = ASKED[kind]
    profile, on = decree(kind, begun + timedelta(ends), days=days), begun + timedelta(after)
    case, cycle = case_of(kind, profile), CYCLES["agreement"]
    [duty] = [one for one in cycle.due(case, profile, on) if one.kind == kind]
    late = cycle.judge(case, step_of(kind, on), profile).reasons(BREACH)
    assert duty.overdue is bool(late)
