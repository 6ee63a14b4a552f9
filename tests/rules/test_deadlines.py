"""Terms: on which day each kind ends, what is due on a day, and what every term keeps to."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import islice, pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from law189.calendar import Calendar, CalendarNotPublished
from law189.law import Citation, Text
from law189.profile.federal import load_calendar
from law189.profile.terms import After, Term
from law189.readings import D1, D2, D4
from law189.rules.deadlines import Due, Status, due
from law189.rules.deadlines.kept import within
from law189.rules.deadlines.occurrences import last_days, occurrences
from law189.rules.deadlines.periods import ends as ends_of
from law189.verdict import Outcome, Verdict

CALENDAR = load_calendar()
ISSUED = date(2023, 9, 22)
ITEM = Citation("a-decree", "app1.1", Text("п. 1.1", "item 1.1"))
READ: TypeAdapter[Term] = TypeAdapter(Term)


def term(kind: str, **rest: object) -> Term:
    return READ.validate_python({"kind": kind, **rest})


def first(count: int, of: Term, **choices: str) -> list[str]:
    days = last_days(of, since=ISSUED, calendar=CALENDAR, choices=choices)
    return [str(day) for day in islice(days, count)]


# ─── Every kind of term ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("of", "choices", "expected"),
    [
        (term("year", year=2023), {}, ["2023-12-31"]),
        (term("year", year=2023), {"D2": "moves"}, ["2024-01-09"]),
        (term("year", year=2023, then_yearly_before="01-01"), {}, ["2023-12-31", "2023-12-31", "2024-12-31"]),
        (
            term("year", year=2023, then_yearly_before="01-01"),
            {"D1": "included"},
            ["2023-12-31", "2024-01-01", "2025-01-01"],
        ),
        (
            term("year", year=2023, then_yearly_before="03-01"),
            {},
            ["2023-12-31", "2024-02-29", "2025-02-28"],
        ),
        (
            term("year", year=2023, then_yearly_before="02-29"),
            {"D1": "included"},
            ["2023-12-31", "2024-02-29", "2025-02-28"],
        ),
        (term("quarter", year=2024, quarter=1), {}, ["2024-03-31"]),
        (term("quarter", year=2024, quarter=2), {}, ["2024-06-30"]),
        (term("quarter", year=2024, quarter=3), {}, ["2024-09-30"]),
        (term("quarter", year=2024, quarter=4), {}, ["2024-12-31"]),
        (term("quarter", year=2024, quarter=2), {"D2": "moves"}, ["2024-07-01"]),
        (term("before", day="2023-10-01"), {}, ["2023-09-30"]),
        (term("before", day="2023-10-01"), {"D1": "included"}, ["2023-10-01"]),
        (term("before", day="2023-10-01"), {"D2": "moves"}, ["2023-10-02"]),
        (
            term("before", day="2023-10-01", then_yearly_before="01-01"),
            {},
            ["2023-09-30", "2023-12-31", "2024-12-31"],
        ),
        (
            term("before", day="2023-10-01", then_yearly_before="10-01"),
            {},
            ["2023-09-30", "2024-09-30", "2025-09-30"],
        ),
        (
            term("before", day="2023-10-01", then_yearly_before="10-01"),
            {"D1": "included"},
            ["2023-10-01", "2024-10-01", "2025-10-01"],
        ),
        (term("from", day="2023-09-01"), {}, []),
        (term("as_needed"), {}, []),
        (term("regular", times=1, per="quarter"), {}, ["2023-09-30", "2023-12-31", "2024-03-31"]),
        (term("regular", times=1, per="quarter", as_needed=True), {}, []),
        (
            term("regular", times=1, per="quarter", as_needed=True),
            {"D4": "quarterly"},
            ["2023-09-30", "2023-12-31", "2024-03-31"],
        ),
    ],
    ids=lambda given: getattr(getattr(given, "text", None), "en", None) or str(given),
)
def test_the_last_days_of_every_kind_of_term(of: Term, choices: dict[str, str], expected: list[str]) -> None:
    assert first(3, of, **choices) == expected


@pytest.mark.parametrize("since", ["2023-07-01", "2023-08-31", "2023-09-30"])
def test_the_first_quarter_is_the_quarter_of_the_act(since: str) -> None:
    days = last_days(term("regular", times=1, per="quarter"), since=date.fromisoformat(since))
    assert next(days) == date(2023, 9, 30)


def test_a_quarterly_term_of_an_act_without_a_day_has_no_last_day() -> None:
    assert list(last_days(term("regular", times=1, per="quarter"))) == []
    assert due(term("regular", times=1, per="quarter"), ISSUED)[:2] == (None, Status.OPEN)


@pytest.mark.parametrize(
    "of",
    [term("regular", times=1, per="quarter"), term("year", year=2023, then_yearly_before="01-01")],
    ids=["quarter", "year"],
)
def test_an_endless_term_ends_with_the_calendar_of_the_machine(of: Term) -> None:
    *_, last = last_days(of, since=ISSUED)
    assert last.year >= 9997


def test_a_move_into_an_unpublished_year_is_not_guessed() -> None:
    with pytest.raises(CalendarNotPublished, match=r"2028\.yaml"):
        first(1, term("year", year=2027), D2="moves")


@pytest.mark.parametrize(
    ("of", "not_before"),
    [
        (term("year", year=2027), date(2028, 1, 1)),
        (term("before", day="2028-03-05"), date(2028, 3, 4)),
        (term("quarter", year=2021, quarter=3), date(2021, 9, 30)),
    ],
)
def test_where_a_year_is_missing_the_last_day_is_no_sooner_than_the_day_that_was_set(
    of: Term, not_before: date
) -> None:
    (last,) = occurrences(of, calendar=CALENDAR, choices={"D2": "moves"})
    assert last == (None, not_before, not_before.year)

    def asked(on: date) -> Due:
        return due(of, on, ITEM, calendar=CALENDAR, choices={"D2": "moves"})

    before, then, after = (asked(not_before + timedelta(n)) for n in (-1, 0, 1))
    assert before[:2] == (None, Status.UPCOMING)
    assert then[:2] == after[:2] == (None, Status.UNKNOWN)
    assert [one.verdict.outcome for one in (before, then, after)] == [
        Outcome.HOLDS,
        Outcome.HOLDS,
        Outcome.UNKNOWN,
    ]
    assert f"не раньше {not_before:%d.%m.%Y} (нет календаря на {not_before.year} год)" in then.verdict.text.ru
    assert (
        f"not before {not_before}; needed: the calendar for {not_before.year} — from "
        in after.verdict.text.en
    )
    assert [ask.path for ask in after.verdict.asks] == [f"calendar {not_before.year}"]
    assert after.verdict.cites == (ITEM,)


def test_what_was_done_before_a_last_day_that_is_not_known_was_done_in_time() -> None:
    of = term("year", year=2027)
    for done, outcome, rule in (
        ("2028-01-01", Outcome.HOLDS, "deadlines.not_before"),
        ("2028-01-02", Outcome.UNKNOWN, "deadlines.within"),
    ):
        days = [date.fromisoformat(done)]
        found = due(of, date(2028, 6, 1), ITEM, done=days, calendar=CALENDAR, choices={"D2": "moves"})
        (part,) = found.verdict.parts
        assert (found.status, part.outcome, part.rule, part.cites) == (Status.DONE, outcome, rule, (ITEM,))
        assert part.facts["year"] == 2028


# ─── So many days after an event ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("days", "unit", "moves", "begins", "expected"),
    [
        (2, "working_days", False, "next_day", "2024-05-02"),
        (2, "working_days", False, "same_day", "2024-04-27"),
        (2, "calendar_days", False, "next_day", "2024-04-28"),
        (2, "calendar_days", True, "next_day", "2024-05-02"),
        (1, "calendar_days", True, "next_day", "2024-04-27"),
        (2, "calendar_days", True, "same_day", "2024-04-27"),
        (1, "calendar_days", False, "same_day", "2024-04-26"),
    ],
)
def test_a_term_after_friday_26_april_2024_whose_saturday_was_worked(
    days: int, unit: str, moves: bool, begins: str, expected: str
) -> None:
    of = After.model_validate({"kind": "after", "days": days, "unit": unit, "moves": moves})
    assert str(ends_of(of, date(2024, 4, 26), CALENDAR, choices={"D3": begins}).last_day) == expected


def test_by_default_a_term_begins_the_day_after_its_event() -> None:
    of = After(kind="after", days=1, unit="calendar_days")
    assert ends_of(of, ISSUED, CALENDAR, choices={"D9": "stays"}).last_day == ISSUED + timedelta(1)
    assert ends_of(of, ISSUED, CALENDAR).last_day == ISSUED + timedelta(3)  # a Saturday


def test_a_term_after_an_event_is_unknown_before_the_day_of_the_event_is_given() -> None:
    of = After(kind="after", days=5, unit="working_days")
    standing = due(of, ISSUED, ITEM)
    assert standing[:2] == (None, Status.UNKNOWN)
    assert (standing.verdict.rule, standing.verdict.outcome) == ("deadlines.awaits", Outcome.UNKNOWN)
    assert [ask.path for ask in standing.verdict.asks] == ["done app1.1"]
    known = due(of, date(2023, 9, 30), ITEM, event=ISSUED, calendar=CALENDAR)
    assert known[:2] == (date(2023, 9, 29), Status.OVERDUE)
    assert due(of, ISSUED, ITEM, done=[ISSUED]).status is Status.DONE


@given(
    st.dates(date(2022, 1, 2), date(2026, 9, 1)),
    st.integers(1, 40),
    st.sampled_from(["working_days", "calendar_days"]),
    st.booleans(),
)
def test_a_day_more_and_a_later_start_never_end_a_term_sooner(
    event: date, days: int, unit: str, moves: bool
) -> None:
    of = After.model_validate({"kind": "after", "days": days, "unit": unit, "moves": moves})
    more = After.model_validate({"kind": "after", "days": days + 1, "unit": unit, "moves": moves})
    ends = ends_of(of, event, CALENDAR).last_day
    assert event < ends <= ends_of(more, event, CALENDAR).last_day
    assert ends_of(of, event, CALENDAR, choices={"D3": "same_day"}).last_day <= ends
    assert ends_of(more, event, CALENDAR, choices={"D3": "same_day"}).last_day >= ends
    assert ends <= ends_of(of, event + timedelta(1), CALENDAR).last_day


# ─── In time or late ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("done_on", "outcome", "late"),
    [
        ("2023-09-29", Outcome.HOLDS, 0),
        ("2023-09-30", Outcome.HOLDS, 0),
        ("2023-10-01", Outcome.BREACH, 1),
        ("2024-09-30", Outcome.BREACH, 366),
    ],
)
def test_what_is_done_after_the_last_day_is_late_by_so_many_days(
    done_on: str, outcome: Outcome, late: int
) -> None:
    verdict = within(date.fromisoformat(done_on), date(2023, 9, 30), ITEM)
    assert (verdict.outcome, verdict.facts["late"], verdict.cites) == (outcome, late, (ITEM,))
    assert f"late, calendar days: {late}." in verdict.text.en
    told = f"просрочка, календарных дней: {late}." if late else "просрочки нет."
    assert verdict.text.ru.endswith(told)


@pytest.mark.parametrize(
    ("of", "on", "expected"),
    [
        (term("from", day="2023-09-01"), "2023-08-31", (None, Status.UPCOMING)),
        (term("from", day="2023-09-01"), "2023-09-01", (None, Status.OPEN)),
        (term("from", day="2023-09-01"), "2030-01-01", (None, Status.OPEN)),
        (term("as_needed"), "2030-01-01", (None, Status.AS_NEEDED)),
        (term("regular", times=1, per="quarter", as_needed=True), "2030-01-01", (None, Status.AS_NEEDED)),
        (term("regular", times=1, per="quarter"), "2023-09-30", (date(2023, 9, 30), Status.DUE)),
        (term("before", day="2023-10-01"), "2023-09-29", (date(2023, 9, 30), Status.UPCOMING)),
        (term("before", day="2023-10-01"), "2023-09-30", (date(2023, 9, 30), Status.DUE)),
        (term("before", day="2023-10-01"), "2023-10-01", (date(2023, 9, 30), Status.OVERDUE)),
    ],
    ids=str,
)
def test_the_state_on_a_day(of: Term, on: str, expected: tuple[date | None, Status]) -> None:
    assert due(of, date.fromisoformat(on), ITEM, since=ISSUED)[:2] == expected


def test_done_late_and_done_in_time_stand_beside_each_other() -> None:
    of = term("before", day="2023-10-01", then_yearly_before="01-01")
    verdict = due(of, date(2024, 6, 1), ITEM, done=[date(2023, 10, 3), date(2023, 12, 31)]).verdict
    assert [part.outcome for part in verdict.parts] == [Outcome.BREACH, Outcome.HOLDS]
    assert verdict.outcome is Outcome.BREACH


# ─── What every term keeps to ────────────────────────────────────────────────────────────────────────────

in_known_years = st.dates(date(2022, 1, 3), date(2025, 12, 30))
of_the_year = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: f"{day:%m-%d}")
yearly = st.none() | of_the_year
whole_years = st.builds(
    lambda year, then: term("year", year=year, then_yearly_before=then), st.integers(2022, 2025), yearly
)
befores = st.builds(
    lambda day, then: term("before", day=day, then_yearly_before=then), in_known_years, yearly
)
quarters = st.builds(
    lambda year, quarter: term("quarter", year=year, quarter=quarter),
    st.integers(2022, 2025),
    st.integers(1, 4),
)
each_quarter = st.booleans().map(
    lambda as_needed: term("regular", times=1, per="quarter", as_needed=as_needed)
)
without_end = st.just(term("as_needed")) | in_known_years.map(lambda day: term("from", day=day))
terms = whole_years | befores | quarters | each_quarter | without_end
choices_made = st.fixed_dictionaries(
    {},
    optional={
        "D1": st.sampled_from(["excluded", "included"]),
        "D2": st.sampled_from(["stays", "moves"]),
        "D4": st.sampled_from(["as_needed", "quarterly"]),
    },
)
days_asked = st.dates(date(2021, 1, 1), date(2028, 12, 31))
days_done = st.lists(in_known_years, max_size=4).map(sorted)


def ask(of: Term, on: date, done: list[date], choices: Mapping[str, str]) -> Due:
    return due(of, on, ITEM, done=done, since=ISSUED, calendar=CALENDAR, choices=choices)


def rests_on_a_missing_year(found: Due) -> bool:
    """Whether the occurrence, or one that was done, ends in a year whose days off are not published."""
    return any(
        "calendar for" in verdict.text.en or "does not know" in verdict.text.en
        for verdict in found.verdict.walk()
    )


def gist(found: Due) -> object:
    """The last day, the state, and how it and all that was done went."""
    return found[:2], found.verdict.facts, [verdict.outcome for verdict in found.verdict.walk()]


@given(terms, choices_made)
def test_the_last_days_never_go_back(of: Term, choices: dict[str, str]) -> None:
    choices = {**choices, "D2": "stays"}
    days = list(islice(last_days(of, since=ISSUED, choices=choices), 6))
    assert all(one <= other for one, other in pairwise(days))
    assert all(one < other for one, other in pairwise(days[1:]))


@given(befores | each_quarter, choices_made)
def test_the_last_days_of_a_named_day_or_quarter_go_on(of: Term, choices: dict[str, str]) -> None:
    choices = {**choices, "D2": "stays"}
    days = list(islice(last_days(of, since=ISSUED, choices=choices), 6))
    assert all(one < other for one, other in pairwise(days))


@given(befores)
def test_with_the_named_day_included_every_term_ends_one_day_later(of: Term) -> None:
    assume(getattr(of, "then_yearly_before", None) != "02-29")  # each day is before one that a year has not
    excluded = islice(last_days(of), 5)
    included = islice(last_days(of, choices={"D1": "included"}), 5)
    assert [day + timedelta(1) for day in excluded] == list(included)


@given(whole_years)
def test_a_year_ends_on_its_own_last_day_by_either_reading(of: Term) -> None:
    firsts = {next(last_days(of, choices={"D1": choice})) for choice in ("excluded", "included")}
    assert {(day.month, day.day) for day in firsts} == {(12, 31)}
    assert len(firsts) == 1


@given(quarters | each_quarter)
def test_a_quarter_ends_the_day_before_the_next_one(of: Term) -> None:
    for day in islice(last_days(of, since=ISSUED, choices={"D4": "quarterly"}), 5):
        after = day + timedelta(1)
        assert (after.day, after.month % 3) == (1, 1)


@given(terms, choices_made)
def test_a_term_moves_to_the_first_working_day_and_no_further(of: Term, choices: dict[str, str]) -> None:
    of_days = {"since": ISSUED, "calendar": CALENDAR}
    stays = list(islice(last_days(of, **of_days, choices={**choices, "D2": "stays"}), 2))
    moved = list(islice(last_days(of, **of_days, choices={**choices, "D2": "moves"}), 2))
    for before, after in zip(stays, moved, strict=True):
        assert CALENDAR.is_working_day(after)
        assert CALENDAR.working_days_between(before - timedelta(1), after) == 1


@given(terms, days_asked, st.integers(1, 400), days_done, choices_made)
def test_with_the_days_what_is_not_done_only_grows_older(
    of: Term, on: date, days: int, done: list[date], choices: dict[str, str]
) -> None:
    done = [day for day in done if day <= on]
    earlier, later = (ask(of, day, done, choices) for day in (on, on + timedelta(days)))
    if rests_on_a_missing_year(earlier):
        assert rests_on_a_missing_year(later)
        assert (earlier.verdict.outcome, later.verdict.outcome) != (Outcome.UNKNOWN, Outcome.HOLDS)
        return
    ages = [Status.UPCOMING, Status.DUE, Status.OVERDUE]
    if earlier.last_day is not None:
        assert earlier.last_day == later.last_day
        assert ages.index(earlier.status) <= ages.index(later.status)
        assert later.status is not Status.DUE or later.last_day == on + timedelta(days)
    else:
        assert earlier.status == later.status or (earlier.status, later.status) == (
            Status.UPCOMING,
            Status.OPEN,
        )


@given(terms, days_asked, days_done, in_known_years, choices_made)
def test_doing_one_more_never_makes_the_plan_later(
    of: Term, on: date, done: list[date], one_more: date, choices: dict[str, str]
) -> None:
    before, after = ask(of, on, done, choices), ask(of, on, sorted([*done, one_more]), choices)
    if rests_on_a_missing_year(before) or rests_on_a_missing_year(after):
        return
    assert after.verdict.facts["late"] <= before.verdict.facts["late"]
    if before.last_day is not None and after.last_day is not None:
        assert after.last_day >= before.last_day
    if before.status is Status.DONE:
        assert after.status is Status.DONE


@given(terms, days_asked, days_done, choices_made)
def test_what_is_done_after_the_day_changes_nothing(
    of: Term, on: date, done: list[date], choices: dict[str, str]
) -> None:
    past = [day for day in done if day <= on]
    one, other = ask(of, on, done, choices), ask(of, on, past, choices)
    assert one.verdict.as_json() == other.verdict.as_json()


@given(terms, days_asked, days_done, choices_made)
def test_it_is_a_breach_exactly_where_something_is_or_was_late(
    of: Term, on: date, done: list[date], choices: dict[str, str]
) -> None:
    found = ask(of, on, done, choices)
    if rests_on_a_missing_year(found):
        return
    late = [part.facts["late"] for part in found.verdict.walk() if "late" in part.facts]
    early = [part for part in found.verdict.parts if part.rule == "periods.endless" and of.kind == "from"]
    broken = any(late) or any(part.facts["done_on"] < of.day for part in early)
    assert (found.verdict.outcome is Outcome.BREACH) == broken
    done_late = (
        found.status is Status.DONE and found.verdict.parts[-1:] and found.verdict.parts[-1].facts["late"]
    )
    assert (found.status is Status.OVERDUE) == (found.verdict.facts["late"] != 0 and not done_late)
    assert not done_late or found.verdict.facts["late"] == done_late
    assert (found.last_day is None) == (found.status not in ("upcoming", "due", "overdue")) or (
        of.kind == "from" and found.status is Status.UPCOMING
    )


@given(terms, days_asked, days_done, choices_made)
def test_the_first_reading_that_decides_is_named_and_tells_what_the_other_choice_would_answer(
    of: Term, on: date, done: list[date], choices: dict[str, str]
) -> None:
    found = ask(of, on, done, choices)
    made = {reading.code: reading.chosen(choices) for reading in (D4, D1, D2)}
    others = {"included": "excluded", "moves": "stays", "quarterly": "as_needed"}
    others |= {other: choice for choice, other in others.items()}
    said = {code: ask(of, on, done, {**choices, code: others[made[code]]}) for code in made}
    decides = [code for code in made if gist(said[code]) != gist(found)]
    turns = [code for code in decides if said[code].verdict.outcome is not found.verdict.outcome]
    decides = [*turns, *decides]  # what turns the outcome is named before what turns the facts alone
    named = found.verdict.reading
    assert (named and named.code) == (decides[0] if decides else None)
    if named is not None:
        (told,) = named.otherwise
        other = said[named.code]
        assert (named.choice, told.choice) == (made[named.code], others[made[named.code]])
        assert (told.outcome, told.text) == (other.verdict.outcome, other.verdict.text)


@given(terms, days_asked, days_done, choices_made)
def test_every_answer_goes_to_json_and_back(
    of: Term, on: date, done: list[date], choices: dict[str, str]
) -> None:
    found = ask(of, on, done, choices)
    assert Verdict.from_json(found.verdict.as_json()) == found.verdict


@given(terms, days_asked, days_done, choices_made)
def test_what_is_said_before_a_year_is_published_stands_when_it_is(
    of: Term, on: date, done: list[date], choices: dict[str, str]
) -> None:
    fewer = Calendar(year for year in CALENDAR.years.values() if year.year < 2025)
    less = due(of, on, ITEM, done=done, since=ISSUED, calendar=fewer, choices=choices)
    more = ask(of, on, done, choices)
    assert less.last_day in (None, more.last_day)
    assert less.status in (more.status, Status.UNKNOWN)
    # that two terms end on one day, and what was done counts for both, is seen only with the calendar
    for one, other in zip(less.verdict.walk(), more.verdict.walk(), strict=False):
        assert one.outcome in (other.outcome, Outcome.UNKNOWN)
    assert len(list(less.verdict.walk())) <= len(list(more.verdict.walk()))
