"""The working days of 2022-2027, held against a public library and against their own decrees."""

import copy
import pickle
from datetime import date, timedelta
from typing import Any

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from law189.audit.assumptions import assumptions
from law189.calendar import Calendar, CalendarNotPublished, CalendarYear
from law189.law import Grade
from law189.profile.federal import federal_acts, load_calendar

FIRST, LAST = date(2022, 1, 1), date(2027, 12, 31)
DAYS = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]
CALENDAR = load_calendar()
known_days = st.dates(FIRST, LAST)


def test_every_day_agrees_with_the_public_calendar() -> None:
    peer = holidays.country_holidays("RU", years=range(2022, 2028))
    assert [day for day in DAYS if CALENDAR.is_working_day(day) != peer.is_working_day(day)] == []


@pytest.mark.parametrize(
    "day", ["2022-03-05", "2024-04-27", "2024-11-02", "2024-12-28", "2025-11-01", "2027-02-20"]
)
def test_these_saturdays_were_worked(day: str) -> None:
    assert CALENDAR.is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("year", "act"), [*zip(range(2022, 2027), (1564, 1505, 1314, 1335, 1466), strict=True)]
)
def test_every_year_names_the_decree_that_moved_its_days_off(year: int, act: int) -> None:
    assert CALENDAR.cite(date(year, 6, 1)).act == f"rf-{act}"
    assert CALENDAR.years[year].grade is Grade.EXCERPT


def test_a_year_whose_decree_was_not_read_says_so_in_its_grade_its_words_and_the_assumptions() -> None:
    year = CALENDAR.years[2027]
    assert year.grade is Grade.ASSUMED
    act = federal_acts()[year.moved_by.act]
    assert (act.number, act.date, act.grade) == (None, None, Grade.ASSUMED)
    assert "known from calendars only" in year.moved_by.label.en
    listed = {assumed.code for assumed in assumptions() if assumed.kind == "calendar"}
    assert listed == {f"calendar.{n}" for n, year in CALENDAR.years.items() if year.grade is Grade.ASSUMED}


@pytest.mark.parametrize(
    ("year", "count"), [(2022, 247), (2023, 247), (2024, 248), (2025, 247), (2026, 247), (2027, 247)]
)
def test_a_year_has_as_many_working_days_as_the_production_calendar_prints(year: int, count: int) -> None:
    assert sum(CALENDAR.is_working_day(day) for day in DAYS if day.year == year) == count


@pytest.mark.parametrize("day", [date(2021, 12, 31), date(2028, 1, 1)])
def test_a_year_without_data_is_never_guessed(day: date) -> None:
    for ask in (
        lambda: CALENDAR.is_working_day(day),
        lambda: CALENDAR.add_working_days(day, 1),
        lambda: CALENDAR.next_working_day(day),
        lambda: CALENDAR.working_days_between(day, day),
        lambda: CALENDAR.cite(day),
    ):
        with pytest.raises(CalendarNotPublished, match=rf"{day.year}\.yaml"):
            ask()


def test_a_term_that_runs_out_of_the_known_years_is_not_guessed() -> None:
    with pytest.raises(CalendarNotPublished, match=r"2028\.yaml"):
        CALENDAR.add_working_days(LAST, 1)
    with pytest.raises(CalendarNotPublished, match=r"2028\.yaml"):
        CALENDAR.next_working_day(LAST)  # 31.12.2027 is a day off


@given(known_days, st.integers(1, 30))
def test_adding_working_days_is_counting_them_one_by_one(day: date, count: int) -> None:
    expected, left = day, count
    while left:
        expected += timedelta(1)
        if expected > LAST:
            with pytest.raises(CalendarNotPublished):
                CALENDAR.add_working_days(day, count)
            return
        left -= CALENDAR.is_working_day(expected)
    assert CALENDAR.add_working_days(day, count) == expected
    assert CALENDAR.working_days_between(day, expected) == count


@given(known_days, known_days, known_days)
def test_working_days_between_add_up(one: date, two: date, three: date) -> None:
    between = CALENDAR.working_days_between
    assert between(one, two) + between(two, three) == between(one, three)


@given(st.lists(known_days, max_size=5))
def test_regional_days_off_only_add(days: list[date]) -> None:
    regional = CALENDAR.with_regional(days)
    assert not any(regional.is_working_day(day) for day in days)
    rest = set(DAYS) - set(days)
    assert all(regional.is_working_day(day) == CALENDAR.is_working_day(day) for day in rest)


@pytest.mark.parametrize("count", [0, -1])
def test_a_term_has_at_least_one_day(count: int) -> None:
    with pytest.raises(ValueError, match="at least one working day"):
        CALENDAR.add_working_days(FIRST, count)


def test_a_calendar_has_each_year_once_and_no_gap() -> None:
    for years in ((2022, 2024), (2022, 2022), (2022, 2023, 2023)):
        with pytest.raises(ValueError, match="each once, without a gap"):
            Calendar(CALENDAR.years[year] for year in years)


@pytest.mark.parametrize(
    "wrong",
    [
        {"moved": [{"from": "2023-01-10", "to": "2023-01-11"}], "follows": []},
        {"moved": [{"from": "2023-01-01", "to": "2023-01-08"}], "follows": []},
        {"moved": [], "follows": [{"holiday": "2023-11-05", "day": "2023-11-06"}]},
        {"moved": [], "follows": [{"holiday": "2023-05-01", "day": "2023-05-02"}]},
    ],
)
def test_a_move_that_the_week_contradicts_is_refused(wrong: dict[str, object]) -> None:
    cite = CALENDAR.cite(FIRST)
    with pytest.raises(ValueError, match="law189"):
        CalendarYear.model_validate({"year": 2023, "moved_by": cite, **wrong})


def as_a_file(year: CalendarYear) -> dict[str, Any]:
    """What the file of the year holds, its decree as a citation."""
    return {**year.model_dump(by_alias=True, mode="json"), "moved_by": year.moved_by}


@pytest.mark.parametrize("number", sorted(CALENDAR.years))
@pytest.mark.parametrize("other", [-1, 1])
def test_a_year_file_that_holds_another_years_days_is_refused(number: int, other: int) -> None:
    held = as_a_file(CALENDAR.years[number])
    assert CalendarYear.model_validate(held) == CALENDAR.years[number]
    with pytest.raises(ValueError, match=f"is not of {number + other}; mend the day or the year"):
        CalendarYear.model_validate({**held, "year": number + other})


@given(st.sampled_from(sorted(CALENDAR.years)), st.sampled_from(["moved", "follows"]), st.data())
def test_no_single_day_of_a_year_file_may_be_of_another_year(
    number: int, kind: str, data: DataObject
) -> None:
    held = as_a_file(CALENDAR.years[number])
    if not held[kind]:
        return
    entry = data.draw(st.sampled_from(held[kind]))
    key = data.draw(st.sampled_from(sorted(entry)))
    year = data.draw(st.integers(2000, 2100).filter(lambda year: year != number))
    entry[key] = f"{year}{entry[key][4:]}"
    with pytest.raises(ValueError, match="law189"):
        CalendarYear.model_validate(held)


@given(st.sampled_from([year for year in CALENDAR.years.values() if year.follows]), st.integers(-40, 40))
def test_a_day_off_that_fell_on_a_holiday_follows_on_the_first_working_day(
    year: CalendarYear, by: int
) -> None:
    held = as_a_file(year)
    first = held["follows"][0]
    first["day"] = (date.fromisoformat(first["day"]) + timedelta(by)).isoformat()
    if by == 0:
        assert CalendarYear.model_validate(held) == year
    else:
        with pytest.raises(ValueError, match="law189"):
            CalendarYear.model_validate(held)


@pytest.mark.parametrize("kind", ["moved", "follows"])
def test_a_move_given_twice_is_refused(kind: str) -> None:
    held = as_a_file(CALENDAR.years[2027])
    held[kind].append(held[kind][0])
    with pytest.raises(ValueError, match="is given twice; keep one move"):
        CalendarYear.model_validate(held)


def test_a_calendar_equals_its_copies_and_no_other_one():
    calendar = load_calendar()
    for same in (copy.copy(calendar), copy.deepcopy(calendar), pickle.loads(pickle.dumps(calendar))):  # noqa: S301
        assert (same, hash(same)) == (calendar, hash(calendar))
    assert calendar != calendar.with_regional([date(2024, 1, 9)])
    assert calendar != Calendar([calendar.years[2024]])
    assert calendar != "calendar"
