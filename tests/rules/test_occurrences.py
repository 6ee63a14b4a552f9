"""Phrases of acts: on which day each ends, by hand; and what every term keeps to, drawn."""

from calendar import monthrange
from datetime import date, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from law189.law import Citation, Text
from law189.profile.federal import load_calendar
from law189.profile.terms import Term
from law189.rules.deadlines import Status, due
from law189.rules.deadlines.occurrences import last_days, occurrences
from law189.verdict import Outcome

CALENDAR = load_calendar()
ACT, EVENT = date(2024, 2, 1), date(2024, 4, 26)
ITEM = Citation("a-decree", "app1.1", Text("п. 1.1", "item 1.1"))
READ: TypeAdapter[Term] = TypeAdapter(Term)
LIMITS = {"kind": "limits"}


def term(kind: str, **rest: object) -> Term:
    return READ.validate_python({"kind": kind, **rest})


def first(of: Term, count: int = 3, event: date | None = EVENT, asked: date | None = None, **choices: str):
    days = last_days(of, since=ACT, calendar=CALENDAR, choices=choices, event=event, asked=asked)
    return [str(day) for day in islice(days, count)]


def after(days: int, unit: str = "working_days", **rest: object) -> Term:
    return term("after", days=days, unit=unit, event=LIMITS, **rest)


def ahead(days: int, unit: str = "working_days", **rest: object) -> Term:
    return term("ahead", days=days, unit=unit, **({} if rest else {"event": LIMITS}), **rest)


# ─── Phrases of acts, worked by hand; the event is Friday 26.04.2024, the act of 01.02.2024 ──────────────


@pytest.mark.parametrize(
    ("of", "choices", "expected"),
    [
        # «15 марта 2024 года», «до», «по», «не позднее»
        (term("on", day="2024-03-15"), {}, ["2024-03-15"]),
        (term("before", day="2024-03-15"), {}, ["2024-03-14"]),
        (term("before", day="2024-03-15"), {"D1": "included"}, ["2024-03-15"]),
        (term("by", day="2024-03-15"), {}, ["2024-03-15"]),
        (term("by", day="2024-03-15"), {"D1": "included"}, ["2024-03-15"]),
        (term("not_later", day="2024-03-15"), {}, ["2024-03-15"]),
        (term("not_later", day="2024-03-16"), {"D2": "moves"}, ["2024-03-18"]),
        (term("by", day="2024-03-15", since="2024-03-01"), {}, ["2024-03-15"]),
        # «в марте 2024 года», «I полугодие», «II полугодие»
        (term("month", year=2024, month=2), {}, ["2024-02-29"]),
        (term("half_year", year=2024, half=1), {}, ["2024-06-30"]),
        (term("half_year", year=2024, half=2), {}, ["2024-12-31"]),
        # «ежегодно до 1 марта», «ежегодно не позднее 1 февраля» (the very day of the act)
        (term("yearly", end="before", day="03-01"), {}, ["2024-02-29", "2025-02-28", "2026-02-28"]),
        (
            term("yearly", end="before", day="03-01"),
            {"D1": "included"},
            ["2024-03-01", "2025-03-01", "2026-03-01"],
        ),
        # «до 1 марта года, следующего за отчётным»: the first year reported on is that of the act
        (
            term("yearly", end="before", day="03-01", after_reported=True),
            {},
            ["2025-02-28", "2026-02-28", "2027-02-28"],
        ),
        (
            term("yearly", end="not_later", day="02-01", after_reported=True),
            {},
            ["2025-02-01", "2026-02-01", "2027-02-01"],
        ),
        (
            term("yearly", end="by", day="01-31", after_reported=True),
            {},
            ["2025-01-31", "2026-01-31", "2027-01-31"],
        ),
        (term("yearly", end="not_later", day="02-01"), {}, ["2024-02-01", "2025-02-01", "2026-02-01"]),
        (term("yearly", end="before", day="02-01"), {}, ["2025-01-31", "2026-01-31", "2027-01-31"]),
        (term("yearly", end="by", day="02-29"), {}, ["2024-02-29", "2025-02-28", "2026-02-28"]),
        (term("yearly", end="before", day="02-29"), {}, ["2024-02-28", "2025-02-28", "2026-02-28"]),
        (
            term("yearly", end="before", day="02-29"),
            {"D1": "included"},
            ["2024-02-29", "2025-02-28", "2026-02-28"],
        ),
        # «до 31 августа»
        (term("in_year", end="before", day="08-31"), {}, ["2024-08-30", "2025-08-30", "2026-08-30"]),
        # «не реже 2 раз в полугодие», «не реже раза в месяц»
        (term("regular", times=2, per="half_year"), {}, ["2024-06-30", "2024-06-30", "2024-12-31"]),
        (term("regular", times=1, per="month"), {}, ["2024-02-29", "2024-03-31", "2024-04-30"]),
        (term("regular", times=1, per="year"), {}, ["2024-12-31", "2025-12-31", "2026-12-31"]),
        (term("regular", times=3, per="month", as_needed=True), {}, []),
        # «в течение 5 рабочих дней»: Saturday 27.04 was a working day, 29.04 to 01.05 were days off
        (after(1), {}, ["2024-04-27"]),
        (after(2), {}, ["2024-05-02"]),
        (after(2), {"D3": "same_day"}, ["2024-04-27"]),
        (after(3, "calendar_days"), {}, ["2024-05-02"]),
        (after(3, "calendar_days"), {"D9": "stays"}, ["2024-04-29"]),
        (after(3, "calendar_days", moves=False), {}, ["2024-04-29"]),
        (after(3, "calendar_days", moves=True), {"D9": "stays"}, ["2024-05-02"]),
        # «в течение месяца»
        # «не позднее 10-го числа месяца, следующего за отчётным»: 09.05 to 12.05.2024 were days off
        (term("next_month", end="not_later", day=10, event=LIMITS), {}, ["2024-05-10"]),
        (
            term("next_month", end="by", day=10, event=LIMITS),
            {"D9": "moves", "D1": "included"},
            ["2024-05-10"],
        ),
        (term("next_month", end="not_later", day=10, event=LIMITS), {"D2": "moves"}, ["2024-05-13"]),
        (term("next_month", end="before", day=10, event=LIMITS), {}, ["2024-05-09"]),
        (term("next_month", end="before", day=10, event=LIMITS), {"D1": "included"}, ["2024-05-10"]),
        (term("next_month", end="before", day=1, event=LIMITS), {"D3": "same_day"}, ["2024-04-30"]),
        (term("next_month", end="before", day=1, of="month", event=LIMITS), {}, ["2024-04-30"]),
        (term("next_month", end="before", day=1, of="quarter", event=LIMITS), {}, ["2024-06-30"]),
        (term("next_month", end="not_later", day=15, of="half_year", event=LIMITS), {}, ["2024-07-15"]),
        (term("next_month", end="by", day=31, of="year", event=LIMITS), {}, ["2025-01-31"]),
        (term("next_month", end="by", day=31, event=LIMITS), {}, ["2024-05-31"]),
        (term("next_month", end="before", day=31, event=LIMITS), {}, ["2024-05-30"]),
        (term("next_month", end="before", day=31, of="quarter", event=LIMITS), {}, ["2024-07-30"]),
        (term("after_months", months=1, event=LIMITS), {}, ["2024-05-27"]),
        (term("after_months", months=1, event=LIMITS), {"D9": "stays"}, ["2024-05-26"]),
        (term("after_months", months=1, event=LIMITS, moves=False), {}, ["2024-05-26"]),
        (term("after_months", months=1, event=LIMITS, moves=True), {"D9": "stays"}, ["2024-05-27"]),
        (term("after_months", months=1, event=LIMITS), {"D3": "same_day", "D9": "stays"}, ["2024-05-26"]),
        (term("after_months", months=12, event=LIMITS), {}, ["2025-04-28"]),
        # «в тот же день», «до доведения лимитов»
        (term("same_day", event=LIMITS), {}, ["2024-04-26"]),
        (term("until", event=LIMITS), {}, ["2024-04-25"]),
        (term("until", event=LIMITS), {"D1": "included"}, ["2024-04-26"]),
        # «не позднее 5 рабочих дней до»: 25, 24, 23, 22, 19 April
        (ahead(5), {}, ["2024-04-19"]),
        (ahead(5), {"D3": "same_day"}, ["2024-04-19"]),
        (ahead(5), {"D11": "full_days"}, ["2024-04-18"]),
        (ahead(5, "calendar_days"), {}, ["2024-04-21"]),
        (ahead(2, day="2024-01-10"), {}, ["2023-12-29"]),
    ],
    ids=lambda given: getattr(getattr(given, "text", None), "en", None) or str(given),
)
def test_each_phrase_ends_on_its_day(of: Term, choices: dict[str, str], expected: list[str]) -> None:
    assert first(of, **choices) == expected


@pytest.mark.parametrize(
    ("begins", "months", "ends"),
    [
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-08-31", 1, "2024-09-30"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-11-30", 3, "2025-02-28"),
    ],
)
def test_a_month_without_such_a_day_ends_on_its_last_day(begins: str, months: int, ends: str) -> None:
    of = term("after_months", months=months, event=LIMITS, moves=False)
    assert first(of, event=date.fromisoformat(begins)) == [ends]


def test_a_day_without_a_year_is_each_year_or_the_year_asked_about() -> None:
    of = term("in_year", end="not_later", day="08-31")
    asked = date(2026, 5, 5)
    assert first(of, asked=asked, D8="year_asked") == ["2026-08-31"]
    assert first(of, asked=asked)[0] == "2024-08-31"
    found = due(of, asked, ITEM, since=ACT)
    assert (str(found.last_day), found.status) == ("2024-08-31", Status.OVERDUE)
    assert found.verdict.reading is not None
    assert found.verdict.reading.code == "D8"
    chosen = due(of, asked, ITEM, since=ACT, choices={"D8": "year_asked"}, done=[date(2024, 8, 1)])
    assert (str(chosen.last_day), chosen.status) == ("2026-08-31", Status.UPCOMING)
    done = due(of, asked, ITEM, since=ACT, choices={"D8": "year_asked"}, done=[date(2026, 4, 1)])
    assert done[:2] == (None, Status.DONE)


@pytest.mark.parametrize(
    "of",
    [after(5), term("same_day", event=LIMITS), term("until", event=LIMITS), ahead(3)],
    ids=lambda of: of.kind,
)
def test_until_the_day_of_the_event_is_known_nobody_knows_whether_it_is_late(of: Term) -> None:
    for on in (ACT, date(2030, 1, 1)):
        found = due(of, on, ITEM, calendar=CALENDAR)
        assert found[:2] == (None, Status.UNKNOWN)
        assert found.verdict.outcome is Outcome.UNKNOWN
        assert "день доведения лимитов бюджетных обязательств" in found.verdict.text.ru
        assert "the day of the bringing of the limits" in found.verdict.text.en


def test_working_days_back_into_a_year_without_a_calendar_are_not_guessed() -> None:
    (last,) = occurrences(ahead(20), calendar=CALENDAR, event=date(2022, 1, 12))
    assert last == (None, date.min, 2021)
    assert due(ahead(20), ACT, ITEM, calendar=CALENDAR, event=date(2022, 1, 12)).status is Status.UNKNOWN


# ─── What every term keeps to ────────────────────────────────────────────────────────────────────────────

known_days = st.dates(date(2022, 2, 1), date(2026, 6, 1))
month_days = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: f"{day:%m-%d}")
ends = st.sampled_from(["before", "by", "not_later"])


@given(st.integers(2022, 2026), st.integers(1, 12))
def test_the_last_day_of_a_period_is_inside_it_and_the_next_day_is_not(year: int, month: int) -> None:
    periods = {
        "month": (term("month", year=year, month=month), 1),
        "quarter": (term("quarter", year=year, quarter=(month + 2) // 3), 3),
        "half_year": (term("half_year", year=year, half=(month + 5) // 6), 6),
        "year": (term("year", year=year), 12),
    }
    for of, length in periods.values():
        (last,) = last_days(of)
        number = (month - 1) // length
        assert (last.year, (last.month - 1) // length) == (year, number)
        later = last + timedelta(1)
        assert (later.year, (later.month - 1) // length) != (year, number)


@given(known_days, st.integers(1, 60), st.booleans())
def test_n_working_days_are_never_shorter_than_n_days(event: date, days: int, same_day: bool) -> None:
    choices = {"D3": "same_day"} if same_day else {}
    working, plain = (
        next(last_days(after(days, unit), calendar=CALENDAR, event=event, choices=choices))
        for unit in ("working_days", "calendar_days")
    )
    assert working >= plain
    back, plain_back = (
        next(last_days(ahead(days, unit), calendar=CALENDAR, event=event + timedelta(200), choices=choices))
        for unit in ("working_days", "calendar_days")
    )
    assert back <= plain_back


@given(known_days, st.integers(1, 60))
def test_n_working_days_before_an_event_leave_n_working_days(event: date, days: int) -> None:
    event += timedelta(200)
    last = next(last_days(ahead(days), calendar=CALENDAR, event=event))
    assert CALENDAR.is_working_day(last)
    assert CALENDAR.working_days_between(last - timedelta(1), event - timedelta(1)) == days


@given(ends, month_days, known_days, st.sampled_from(["excluded", "included"]))
def test_a_yearly_term_comes_once_a_year_and_never_before_the_act(
    end: str, day: str, since: date, choice: str
) -> None:
    for kind in ("yearly", "in_year"):
        of = term(kind, end=end, day=day)
        found = list(islice(last_days(of, since=since, choices={"D1": choice}), 5))
        assert found[0] >= since
        named = [one + timedelta(end == "before" and choice == "excluded") for one in found]
        assert all(other.year == one.year + 1 for one, other in pairwise(named))
        assert (found[0] - since).days <= 366


@given(ends, month_days, known_days)
def test_what_is_due_in_the_year_after_the_reported_one_is_first_due_in_the_year_after_the_act(
    end: str, day: str, since: date
) -> None:
    of, each = (term("yearly", end=end, day=day, after_reported=one) for one in (True, False))
    found = list(islice(last_days(of, since=since, choices={"D1": "included"}), 3))
    assert [one.year for one in found] == [since.year + more for more in (1, 2, 3)]
    plain = islice(last_days(each, since=since, choices={"D1": "included"}), 4)
    assert found == [one for one in plain if one.year > since.year][:3]


@given(ends, month_days, known_days, known_days)
def test_both_choices_of_d1_differ_by_one_day_for_before_and_not_at_all_for_the_others(
    end: str, day: str, since: date, named: date
) -> None:
    assume(day != "02-29")  # in a year without that day each day of the month is before it
    terms = [term("yearly", end=end, day=day), term(end, day=named)]
    for of in terms:
        excluded, included = (
            list(islice(last_days(of, since=since, choices={"D1": choice}), 3))
            for choice in ("excluded", "included")
        )
        apart = timedelta(1 if end == "before" else 0)
        assert [one + apart for one in excluded] == included


@given(known_days, st.integers(1, 60))
def test_months_end_in_the_month_that_is_so_many_later_on_that_day_or_its_last(
    event: date, months: int
) -> None:
    (last,) = last_days(term("after_months", months=months, event=LIMITS, moves=False), event=event)
    assert last.year * 12 + last.month == event.year * 12 + event.month + months
    assert last.day == min(event.day, monthrange(last.year, last.month)[1])


@given(known_days, st.integers(1, 31), st.sampled_from(["before", "by", "not_later"]))
def test_a_day_of_the_next_month_is_of_that_number_or_the_last_of_that_month(
    event: date, day: int, end: str
) -> None:
    of = term("next_month", end=end, day=day, event=LIMITS)
    (last,) = last_days(of, event=event, choices={"D1": "included"})
    assert last.year * 12 + last.month == event.year * 12 + event.month + 1
    assert last.day == min(day, monthrange(last.year, last.month)[1])
    (excluded,) = last_days(of, event=event)
    has = last.day == day  # in a month without such a day each one is before it
    assert last - excluded == timedelta(end == "before" and has)


@given(known_days, st.integers(1, 30), st.sampled_from(["month", "quarter", "half_year", "year"]))
def test_what_is_done_so_many_times_comes_so_often_in_each_period(since: date, times: int, per: str) -> None:
    days = list(islice(last_days(term("regular", times=times, per=per), since=since), times * 3))
    assert [days.count(day) for day in dict.fromkeys(days)] == [times] * 3
    assert days[0] >= since


@given(known_days, known_days, st.integers(1, 40))
def test_what_is_done_by_the_last_day_after_an_event_is_in_time_and_a_day_later_is_late(
    event: date, on: date, days: int
) -> None:
    (last,) = last_days(after(days), calendar=CALENDAR, event=event)
    assume(on >= last)
    found = [
        due(after(days), on + timedelta(1), ITEM, done=[day], calendar=CALENDAR, event=event).verdict.outcome
        for day in (last, last + timedelta(1))
    ]
    assert found == [Outcome.HOLDS, Outcome.BREACH]
