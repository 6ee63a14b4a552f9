"""The status number of an order, its advice, and the year it reports on."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.extracts import OrderLine
from law189.profile.loader import load_profile
from law189.profile.plan import Milestone
from law189.rules.orders import advised, next_status, of_lines, year_over
from law189.verdict import Outcome

KEMEROVO = load_profile("kemerovo").latest.milestone(Milestone.ORDER)


# ─── Status, advice, the year ────────────────────────────────────────────────────────────────────────────


@given(st.integers(-3, 9), st.integers(1, 9))
def test_only_the_next_number_is_the_status_of_an_amendment(status, previous):
    verdict = next_status(status, previous)
    # what the number means is taken from practice: a wrong one is a finding and takes no effect away
    assert verdict.outcome is (Outcome.HOLDS if status - previous == 1 else Outcome.BREACH)
    assert verdict.facts["needed"] == previous + 1


@pytest.mark.parametrize(("adopted", "word"), [(True, "yes"), (False, "no"), (None, "not decided")])
@pytest.mark.parametrize("on", [date(2023, 9, 26), date(2023, 9, 27)])
def test_advice_of_a_meeting_that_was_held_holds_whatever_it_says(adopted, word, on):
    verdict = advised("О заказе", date(2023, 9, 26), adopted, on, KEMEROVO.cite)
    assert (verdict.outcome, verdict.cites) == (Outcome.HOLDS, (KEMEROVO.cite,))
    assert f"adopted: {word}; it is attached, it is advisory" in verdict.text.en


def test_a_meeting_that_is_to_come_has_advised_nothing():
    verdict = advised("О заказе", date(2023, 9, 26), True, date(2023, 9, 25), KEMEROVO.cite)
    assert verdict.outcome is Outcome.VOID
    assert verdict.cites == (KEMEROVO.cite,)


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        (date(2024, 12, 30), Outcome.BREACH),
        (date(2024, 12, 31), Outcome.HOLDS),
        (date(2025, 1, 1), Outcome.HOLDS),
    ],
)
def test_a_report_is_formed_when_the_year_of_the_order_is_over(on, outcome):
    verdict = year_over(on, 2024)
    assert (verdict.outcome, verdict.facts["year_end"]) == (outcome, date(2024, 12, 31))


def test_each_line_is_asked_of_its_service_its_volume_and_its_shares_and_all_together_once():
    edition = load_profile("kemerovo").latest
    parts = ({"way": "municipal-task", "amount": 60}, {"way": "certificate", "amount": 40})
    service = edition.services[0].number
    lines = [OrderLine(service=service, unit="person-hours", total=total, parts=parts) for total in (100, 90)]
    whole = edition.cite("189-fz/art19.part1")
    found = [
        (one.rule, one.outcome) for one in of_lines(lines, edition.numbers, [edition.direction.basis], whole)
    ]
    holds, void = Outcome.HOLDS, Outcome.VOID
    assert sorted(found) == sorted(
        [
            *[("eligibility.listed", holds)] * 2,
            *[("volumes.positive", holds)] * 2,
            ("volumes.shares", holds),
            ("volumes.shares", void),
            ("volumes.once", void),
        ]
    )
