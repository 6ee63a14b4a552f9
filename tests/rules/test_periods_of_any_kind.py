"""The term of a step may be of any kind: its last day, and whether the step was in time."""

from datetime import date

import pytest
from pydantic import TypeAdapter

from law189.law import Citation, Text
from law189.profile.federal import load_calendar
from law189.profile.terms import Term
from law189.rules.deadlines.periods import Absent, begun_by, ends, in_time
from law189.verdict import Outcome

CALENDAR = load_calendar()
CAUSE = date(2024, 3, 1)
CITE = Citation("a-decree", "p7", Text("п. 7", "item 7"))
READ: TypeAdapter[Term] = TypeAdapter(Term)


def term(kind: str, **rest: object) -> Term:
    return READ.validate_python({"kind": kind, **rest})


LIMITS = term("after_months", months=1, event={"kind": "limits"})


@pytest.mark.parametrize(
    ("of", "last"),
    [
        (term("after", days=5, unit="working_days"), "2024-03-11"),
        (term("after_months", months=1), "2024-04-01"),
        (term("next_month", end="not_later", day=10), "2024-04-10"),
        (term("next_month", end="by", day=31), "2024-04-30"),
        (term("next_month", end="before", day=10), "2024-04-09"),
        (term("same_day"), "2024-03-01"),
        (term("ahead", days=3, unit="calendar_days", day="2024-04-01"), "2024-03-29"),
        (term("not_later", day="2024-08-31"), "2024-08-31"),
        (term("before", day="2024-02-01"), "2024-01-31"),
        (term("before", day="2024-02-01", then_yearly_before="09-01"), "2025-08-31"),
        (term("yearly", end="by", day="02-20"), "2025-02-20"),
        (term("yearly", end="by", day="03-20", after_reported=True), "2024-03-20"),
        (term("in_year", end="by", day="08-31"), "2024-08-31"),
        (term("regular", times=1, per="quarter"), "2024-03-31"),
        (term("month", year=2024, month=5), "2024-05-31"),
    ],
    ids=lambda given: getattr(given, "kind", given),
)
def test_a_step_is_in_time_up_to_its_last_day_and_late_after_it(of: Term, last: str) -> None:
    day = date.fromisoformat(last)
    assert ends(of, CAUSE, CALENDAR).last_day == day
    assert in_time(day, CAUSE, of, CALENDAR, CITE).outcome is Outcome.HOLDS
    late = in_time(date.fromordinal(day.toordinal() + 1), CAUSE, of, CALENDAR, CITE)
    assert (late.outcome, late.facts["late"]) == (Outcome.BREACH, 1)


@pytest.mark.parametrize(("day", "last"), [("03-01", "2025-03-01"), ("12-31", "2025-12-31")])
def test_the_report_of_a_year_is_due_in_the_next_one_and_not_on_its_own_last_day(day: str, last: str) -> None:
    """The event of the report on an order is the last day of the year of the order."""
    of = term("yearly", end="not_later", day=day, after_reported=True)
    assert ends(of, date(2024, 12, 31), CALENDAR).last_day == date.fromisoformat(last)


@pytest.mark.parametrize("of", [term("as_needed"), term("regular", times=1, per="year", as_needed=True)])
def test_a_term_without_an_end_is_kept_whenever_the_step_is_taken(of: Term) -> None:
    found = ends(of, CAUSE, CALENDAR)
    assert (found.last_day, found.absent, found.over(date(2030, 1, 1))) == (None, Absent.ENDLESS, False)
    assert in_time(date(2030, 1, 1), CAUSE, of, CALENDAR, CITE).outcome is Outcome.HOLDS


@pytest.mark.parametrize(("on", "outcome"), [("2024-08-31", Outcome.BREACH), ("2024-09-01", Outcome.HOLDS)])
def test_a_step_before_the_first_day_of_its_term_breaks_it(on: str, outcome: Outcome) -> None:
    told = in_time(date.fromisoformat(on), CAUSE, term("from", day="2024-09-01"), CALENDAR, CITE)
    assert (told.rule, told.outcome) == ("periods.endless", outcome)
    assert "первый день: 01.09.2024" in told.text.ru


def test_without_the_day_of_its_event_a_step_is_neither_late_nor_in_time() -> None:
    found = ends(LIMITS, None, CALENDAR)
    assert (found.last_day, found.absent, found.over(CAUSE)) == (None, Absent.NO_EVENT, None)
    assert found.text.ru == "день события неизвестен"
    told = in_time(CAUSE, None, LIMITS, CALENDAR, CITE)
    assert (told.rule, told.outcome) == ("deadlines.awaits", Outcome.UNKNOWN)
    assert [ask.path for ask in told.asks] == ["event.event_on"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("cause", CAUSE), ("publication", date(2024, 1, 5)), ("in_force", date(2024, 1, 6)), ("limits", None)],
)
def test_the_event_of_a_step_is_its_own_cause_or_a_day_of_the_act(kind: str, expected: date | None) -> None:
    of = term("same_day", event={"kind": kind})
    assert begun_by(of, CAUSE, date(2024, 1, 5), date(2024, 1, 6)) == expected


def test_no_term_ends_before_the_act_that_sets_it() -> None:
    of = term("before", day="2024-02-01")
    assert ends(of, CAUSE, CALENDAR, set_on=date(2024, 3, 20)).last_day == date(2024, 3, 20)
