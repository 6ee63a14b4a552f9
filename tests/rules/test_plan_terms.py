"""The term that the plan sets for what belongs to a year."""

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from law189.profile.federal import load_calendar
from law189.profile.loader import load_profile
from law189.profile.plan import Milestone
from law189.profile.terms import Term
from law189.rules.deadlines.occurrences import last_days
from law189.rules.deadlines.plan_terms import by_plan, last_by_plan
from law189.verdict import Outcome

KEMEROVO = load_profile("kemerovo").latest.milestone(Milestone.ORDER)
DISTRICT = load_profile("novokuznetsk_district").latest.milestone(Milestone.ORDER)
CALENDAR = load_calendar()
INCLUDED, MOVES = {"D1": "included"}, {"D2": "moves"}


def term(**written):
    return TypeAdapter(Term).validate_python(written)


@pytest.mark.provision("kemerovo-2993/app4.4", "novokuznetsk-277/app2.4.1")
@pytest.mark.parametrize(
    ("item", "year", "last_day"),
    [
        (KEMEROVO, 2023, date(2023, 9, 30)),
        (KEMEROVO, 2024, date(2023, 12, 31)),
        (KEMEROVO, 2025, date(2024, 12, 31)),
        (KEMEROVO, 2100, date(2099, 12, 31)),
        (DISTRICT, 2023, date(2023, 12, 31)),
        (DISTRICT, 2024, date(2023, 12, 31)),
        (DISTRICT, 2025, date(2024, 12, 31)),
    ],
)
def test_the_first_term_is_for_its_own_year_and_each_later_one_ends_before_the_year_begins(
    item, year, last_day
):
    verdict = by_plan(last_day, year, item.term, item.cite)
    assert (verdict.outcome, verdict.facts["last_day"]) == (Outcome.HOLDS, last_day)
    assert verdict.cites == (item.cite,)
    late = by_plan(last_day + timedelta(9), year, item.term, item.cite)
    assert (late.outcome, late.facts["late"]) == (Outcome.BREACH, 9)


@pytest.mark.parametrize(
    ("written", "year"),
    [
        (KEMEROVO.term, 2022),
        (DISTRICT.term, 2022),
        (term(kind="year", year=2023), 2024),
        (term(kind="before", day="2023-10-01"), 2024),
        (term(kind="quarter", year=2024, quarter=4), 2025),
        (term(kind="as_needed"), 2024),
        (term(kind="regular", times=1, per="quarter"), 2024),
        (term(kind="from", day="2023-09-01"), 2023),
    ],
)
def test_a_year_for_which_the_plan_has_no_term_is_asked_nothing(written, year):
    assert by_plan(date(2023, 9, 26), year, written) is None


def test_a_quarter_is_a_term_of_its_year():
    written = term(kind="quarter", year=2024, quarter=4)
    assert by_plan(date(2024, 12, 31), 2024, written).outcome is Outcome.HOLDS
    assert by_plan(date(2025, 1, 1), 2024, written).outcome is Outcome.BREACH


def test_on_the_named_day_the_answer_turns_on_reading_d1():
    excluded = by_plan(date(2023, 10, 1), 2023, KEMEROVO.term)
    assert (excluded.outcome, excluded.reading.code) == (Outcome.BREACH, "D1")
    assert [(one.choice, one.outcome) for one in excluded.reading.otherwise] == [("included", Outcome.HOLDS)]
    included = by_plan(date(2023, 10, 1), 2023, KEMEROVO.term, choices=INCLUDED)
    assert (included.outcome, included.reading.choice) == (Outcome.HOLDS, "included")
    assert [one.outcome for one in included.reading.otherwise] == [Outcome.BREACH]


def test_after_a_last_day_that_is_a_day_off_the_answer_turns_on_reading_d2():
    stays = by_plan(date(2023, 10, 2), 2023, KEMEROVO.term, calendar=CALENDAR)
    assert (stays.outcome, stays.reading.code) == (Outcome.BREACH, "D2")
    assert [one.outcome for one in stays.reading.otherwise] == [Outcome.HOLDS]
    moves = by_plan(date(2023, 10, 2), 2023, KEMEROVO.term, calendar=CALENDAR, choices=MOVES)
    assert (moves.outcome, moves.facts["last_day"]) == (Outcome.HOLDS, date(2023, 10, 2))


def test_a_year_whose_days_off_are_not_published_is_unknown_where_the_term_moves():
    moves = by_plan(date(2040, 1, 2), 2040, KEMEROVO.term, calendar=CALENDAR, choices=MOVES)
    assert moves.outcome is Outcome.UNKNOWN
    assert "no calendar of working days for 2039" in moves.text.en
    assert (moves.reading.code, moves.facts["year"]) == ("D2", 2039)
    for on in (date(2039, 12, 1), date(2039, 12, 31)):
        in_time = by_plan(on, 2040, KEMEROVO.term, calendar=CALENDAR, choices=MOVES)
        assert (in_time.outcome, in_time.rule, in_time.reading) == (
            Outcome.HOLDS,
            "deadlines.not_before",
            None,
        )
    issued = {"calendar": CALENDAR, "choices": MOVES, "issued": date(2040, 1, 1)}
    assert by_plan(date(2040, 1, 1), 2040, KEMEROVO.term, **issued).outcome is Outcome.UNKNOWN
    assert by_plan(date(2039, 12, 1), 2040, KEMEROVO.term, choices=MOVES).outcome is Outcome.HOLDS


@given(
    st.sampled_from([KEMEROVO.term, DISTRICT.term]),
    st.dates(date(2023, 1, 1), date(2026, 1, 20)),
    st.integers(2023, 2026),
    st.sampled_from([{}, INCLUDED, MOVES, {**INCLUDED, **MOVES}]),
)
def test_a_reading_is_named_exactly_where_another_choice_would_answer_another_way(written, on, year, choices):
    calendar = CALENDAR

    def outcome(choices):
        days = last_days(written, calendar=calendar, choices=choices)
        late = on > next(islice(days, year - 2023, None))
        return Outcome.BREACH if late else Outcome.HOLDS

    verdict = by_plan(on, year, written, calendar=calendar, choices=choices)
    d1, d2 = choices.get("D1", "excluded"), choices.get("D2", "stays")
    other = {
        "D1": {"D1": "included" if d1 == "excluded" else "excluded", "D2": d2},
        "D2": {"D1": d1, "D2": "moves" if d2 == "stays" else "stays"},
    }
    turned = [code for code, choices in other.items() if outcome(choices) is not verdict.outcome]
    assert verdict.outcome is outcome(choices)
    assert (verdict.reading and verdict.reading.code) == (turned[0] if turned else None)


# ─── A term that was over before the decree ──────────────────────────────────────────────────────────────

ISSUED = load_profile("kemerovo").latest.act.date
AGREEMENTS = load_profile("kemerovo").latest.milestone(Milestone.AGREEMENTS)


@pytest.mark.provision("kemerovo-2993/app4.5.2")
@pytest.mark.parametrize("on", [date(2023, 8, 1), date(2023, 8, 31), date(2023, 10, 5), date(2024, 1, 9)])
def test_a_term_that_ended_before_the_decree_was_issued_binds_nobody(on):
    verdict = by_plan(on, 2023, AGREEMENTS.term, AGREEMENTS.cite, calendar=CALENDAR, issued=ISSUED)
    assert (verdict.rule, verdict.outcome) == ("orders.term_before_act", Outcome.HOLDS)
    assert (verdict.cites, verdict.reading) == ((AGREEMENTS.cite,), None)
    assert verdict.facts == {"last_day": date(2023, 8, 31), "issued": date(2023, 9, 22)}
    assert "31.08.2023" in verdict.text.ru
    assert "22.09.2023" in verdict.text.ru


def test_without_the_day_of_the_decree_the_term_is_judged_as_it_is_written():
    verdict = by_plan(date(2023, 10, 5), 2023, AGREEMENTS.term, AGREEMENTS.cite)
    assert (verdict.rule, verdict.outcome) == ("deadlines.within", Outcome.BREACH)


def test_a_term_whose_last_day_is_the_day_of_the_decree_binds_and_the_day_before_it_does_not():
    written = term(kind="before", day="2023-09-23")
    for issued, rule in (
        (date(2023, 9, 21), "deadlines.within"),
        (date(2023, 9, 22), "deadlines.within"),
        (date(2023, 9, 23), "orders.term_before_act"),
    ):
        assert by_plan(date(2023, 9, 26), 2023, written, issued=issued).rule == rule


def test_where_a_reading_decides_whether_the_term_was_over_before_the_decree_it_is_named():
    written = term(kind="before", day="2023-09-22")
    excluded = by_plan(date(2023, 9, 26), 2023, written, issued=ISSUED)
    assert (excluded.rule, excluded.outcome) == ("orders.term_before_act", Outcome.HOLDS)
    assert (excluded.reading.code, [one.outcome for one in excluded.reading.otherwise]) == (
        "D1",
        [Outcome.BREACH],
    )
    included = by_plan(date(2023, 9, 26), 2023, written, issued=ISSUED, choices=INCLUDED)
    assert (included.rule, included.outcome) == ("deadlines.within", Outcome.BREACH)


@given(
    st.dates(date(2023, 1, 1), date(2025, 1, 20)),
    st.integers(2023, 2025),
    st.dates(date(2023, 8, 1), date(2024, 3, 1)),
)
def test_the_day_of_the_decree_changes_only_the_terms_that_ended_before_it(on, year, issued):
    for item in (KEMEROVO, DISTRICT):
        plain = by_plan(on, year, item.term, item.cite, calendar=CALENDAR)
        verdict = by_plan(on, year, item.term, item.cite, calendar=CALENDAR, issued=issued)
        if plain.facts["last_day"] < issued:
            assert (verdict.rule, verdict.outcome) == ("orders.term_before_act", Outcome.HOLDS)
        else:
            assert verdict.outcome is plain.outcome
            assert verdict.rule == "deadlines.within"


# ─── A term of each year, without a word of the year whose order it is for ───────────────────────────────

AHEAD, SAME = {"D10": "ahead"}, {"D10": "same_year"}
YEARLY = term(kind="yearly", end="not_later", day="10-10")
IN_YEAR = term(kind="in_year", end="before", day="09-01")
NEW_YEAR = term(kind="yearly", end="before", day="01-01")
LEAP = term(kind="yearly", end="not_later", day="02-29")


def of_order(on, year, written, **more):
    return by_plan(on, year, written, calendar=CALENDAR, ahead=True, **more)


@pytest.mark.parametrize(
    ("written", "year", "choices", "last_day"),
    [
        (YEARLY, 2025, {}, date(2024, 10, 10)),
        (YEARLY, 2025, AHEAD, date(2024, 10, 10)),
        (YEARLY, 2025, SAME, date(2025, 10, 10)),
        (IN_YEAR, 2025, {}, date(2024, 8, 31)),
        (IN_YEAR, 2025, INCLUDED, date(2024, 9, 1)),
        (IN_YEAR, 2025, SAME, date(2025, 8, 31)),
        (IN_YEAR, 2025, {"D8": "year_asked"}, date(2024, 8, 31)),
        (NEW_YEAR, 2025, {}, date(2024, 12, 31)),
        (NEW_YEAR, 2025, SAME, date(2024, 12, 31)),
        (NEW_YEAR, 2025, INCLUDED, date(2025, 1, 1)),
        (LEAP, 2025, {}, date(2024, 2, 29)),
        (LEAP, 2025, SAME, date(2025, 2, 28)),
        (YEARLY, 2026, {"D2": "moves", **AHEAD}, date(2025, 10, 10)),
        (IN_YEAR, 2025, {"D2": "moves"}, date(2024, 9, 2)),  # 31.08.2024 is a Saturday
    ],
)
def test_a_day_of_each_year_is_for_the_order_of_the_next_year_or_of_its_own(written, year, choices, last_day):
    verdict = of_order(last_day, year, written, choices=choices)
    assert (verdict.outcome, verdict.facts["last_day"]) == (Outcome.HOLDS, last_day)
    late = of_order(last_day + timedelta(1), year, written, choices=choices)
    assert (late.outcome, late.facts["late"]) == (Outcome.BREACH, 1)
    assert last_by_plan(written, year, calendar=CALENDAR, choices=choices, ahead=True).day == last_day


def test_the_reading_is_named_only_where_the_two_years_answer_otherwise():
    between = of_order(date(2024, 12, 4), 2025, YEARLY)
    assert (between.outcome, between.reading.code, between.reading.choice) == (Outcome.BREACH, "D10", "ahead")
    assert [one.outcome for one in between.reading.otherwise] == [Outcome.HOLDS]
    for on in (date(2024, 10, 10), date(2025, 10, 11)):
        assert of_order(on, 2025, YEARLY).reading is None
    for on in (date(2024, 12, 4), date(2024, 12, 31), date(2025, 3, 4)):
        told = of_order(on, 2025, NEW_YEAR)
        assert told.reading is None or told.reading.code == "D1", "«до 1 января» can be for one year only"


def test_what_is_no_order_has_the_day_of_its_own_year():
    verdict = by_plan(date(2025, 10, 11), 2025, YEARLY, calendar=CALENDAR)
    assert (verdict.outcome, verdict.facts["last_day"]) == (Outcome.BREACH, date(2025, 10, 10))


def test_a_day_of_each_year_before_the_decree_binds_nobody():
    verdict = of_order(date(2023, 11, 1), 2024, IN_YEAR, issued=ISSUED)
    assert (verdict.rule, verdict.outcome) == ("orders.term_before_act", Outcome.HOLDS)
    assert of_order(date(2024, 11, 1), 2025, IN_YEAR, issued=ISSUED).outcome is Outcome.BREACH


# ─── A term counted from an event ────────────────────────────────────────────────────────────────────────

IN_FORCE = {"kind": "in_force"}
TEN_DAYS = term(kind="after", days=10, unit="working_days", event=IN_FORCE)
MONTH = term(kind="after_months", months=1, event=IN_FORCE)
ON_ITS_DAY = term(kind="same_day", event=IN_FORCE)
APPROVED = term(kind="after", days=5, unit="working_days", event={"kind": "step", "at": "order.approved"})


@pytest.mark.parametrize(
    ("written", "last_day"),
    [(TEN_DAYS, date(2023, 10, 6)), (MONTH, date(2023, 10, 23)), (ON_ITS_DAY, date(2023, 9, 22))],
)
def test_a_term_counted_once_is_for_one_order(written, last_day):
    """22.09.2023 is a Friday; a month after it ends on Sunday 22.10.2023, which moves by reading D9."""
    event = ISSUED
    for year, choices in ((2024, {}), (2024, AHEAD), (2023, SAME)):
        told = {"event": event, "choices": choices}
        assert of_order(last_day, year, written, **told).outcome is Outcome.HOLDS
        late = of_order(last_day + timedelta(1), year, written, **told)
        assert (late.outcome, late.facts["last_day"]) == (Outcome.BREACH, last_day)
        assert (late.reading.code, [one.outcome for one in late.reading.otherwise]) == (
            "D10",
            [Outcome.HOLDS],
        )


@pytest.mark.parametrize("year", [2022, 2025, 2030])
def test_the_order_of_another_year_is_told_that_the_term_is_not_its_own(year):
    verdict = of_order(date(2025, 3, 4), year, TEN_DAYS, event=ISSUED)
    assert (verdict.rule, verdict.outcome, verdict.reading) == (
        "plan_terms.of_another_year",
        Outcome.HOLDS,
        None,
    )
    assert verdict.facts["last_day"] == date(2023, 10, 6)


def test_a_term_counted_from_a_step_of_the_case_is_its_own_whatever_the_year():
    for year in (2023, 2024, 2025):
        verdict = of_order(date(2024, 1, 25), year, APPROVED, event=date(2024, 1, 15))
        assert (verdict.outcome, verdict.facts["last_day"]) == (Outcome.BREACH, date(2024, 1, 22))


LIMITS = term(kind="after_months", months=1, event={"kind": "limits"})
PUBLISHED, TOLD = "profile.act.published_on", "event.event_on[plan_term]"


@pytest.mark.parametrize(
    ("written", "asks"),
    [(TEN_DAYS, PUBLISHED), (MONTH, PUBLISHED), (APPROVED, TOLD), (LIMITS, TOLD)],
)
def test_a_term_whose_event_is_not_known_is_unknown_and_asks_for_what_can_be_given(written, asks):
    """The day on which the decree holds is missing only where it turns on its publication."""
    verdict = of_order(date(2024, 1, 25), 2024, written)
    assert (verdict.rule, verdict.outcome) == ("deadlines.awaits", Outcome.UNKNOWN)
    assert [ask.path for ask in verdict.asks] == [asks]
    assert last_by_plan(written, 2024, calendar=CALENDAR, ahead=True) is None


def test_a_term_ahead_of_a_day_is_counted_from_that_day():
    written = term(kind="ahead", days=3, unit="working_days", day="2024-01-09")
    verdict = of_order(date(2023, 12, 28), 2024, written)
    assert (verdict.outcome, verdict.facts["last_day"]) == (Outcome.BREACH, date(2023, 12, 27))
