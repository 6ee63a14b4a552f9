"""The law of a first day: what is done before it breaks the term, whatever the term and whoever asks.

A term that names its first day is «с …», «с … по …» or «с … до …»; the plan, a step and an order say alike.
"""

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter

from law189.law import Citation, Text
from law189.profile.federal import load_calendar
from law189.profile.terms import Term
from law189.rules.deadlines import due
from law189.rules.deadlines.crediting import year_of
from law189.rules.deadlines.periods import in_time
from law189.rules.deadlines.plan_terms import by_plan
from law189.verdict import Outcome

READ: TypeAdapter[Term] = TypeAdapter(Term)
ITEM = Citation("a-decree", "app1.1", Text("п. 1.1", "item 1.1"))
ISSUED, FIRST, LAST = date(2023, 9, 22), date(2024, 9, 2), date(2024, 12, 1)
CALENDAR = load_calendar()


def term(**said):
    return READ.validate_python(said)


BEGUN = {
    "from": term(kind="from", day=FIRST),
    "by": term(kind="by", day=LAST, since=FIRST),
    "before": term(kind="before", day=LAST, since=FIRST),
    "before, then yearly": term(kind="before", day=LAST, since=FIRST, then_yearly_before="12-01"),
}


def kinds(of):
    """Every kind of term in the union."""
    inner = get_args(of)
    if isinstance(of, type) and issubclass(of, BaseModel):
        return {of}
    return {one for part in inner for one in kinds(part)}


def test_every_term_that_names_a_first_day_is_here():
    named = {
        kind.__name__.lower()
        for kind in kinds(Term)
        if "since" in kind.model_fields or kind.__name__ == "From"
    }
    assert named == {"from", "by", "before"}


@pytest.mark.parametrize("of", BEGUN.values(), ids=BEGUN)
@given(st.integers(-400, 80))
def test_what_is_done_before_the_first_day_is_a_breach_of_the_plan_and_of_a_step(of, days):
    done = FIRST + timedelta(days)
    expected = Outcome.BREACH if days < 0 else Outcome.HOLDS
    planned = due(of, max(done, LAST), ITEM, done=[done], since=ISSUED, calendar=CALENDAR)
    assert planned.verdict.parts[0].outcome is expected
    assert in_time(done, FIRST, of, CALENDAR, ITEM).outcome is expected
    ordered = by_plan(done, 2024, of, ITEM, calendar=CALENDAR)
    assert ordered is None or ordered.outcome is expected


@given(st.sampled_from(("01-01", "03-01")), st.dates(date(2023, 1, 1), date(2027, 12, 31)))
def test_two_occurrences_of_a_term_that_is_due_anew_each_year_are_told_by_their_years(then, on):
    """Where both end on one day, the sentences still say which is meant."""
    of = term(kind="year", year=2023, then_yearly_before=then)
    done = [day for day in (date(2023, 12, 31), date(2024, 12, 30)) if day <= on]
    told = due(of, on, ITEM, done=done, since=ISSUED, calendar=CALENDAR).verdict
    years = [one.facts["of_year"] for one in (*told.parts, told)]
    assert years == [str(2023 + place) for place in range(len(years))]
    for one in (*told.parts, told):
        assert f"срок {one.facts['of_year']} года" in one.text.ru
        assert one.facts["of_year"] in one.text.en.split("of the year:")[1]
    assert year_of(term(kind="year", year=2023), 0) is None
