"""A consumer has one certificate for a service at a time: two that never stand on one day are not two at a time."""

from datetime import date, timedelta
from itertools import permutations

import pytest
from books import PROFILE, certified, ordered
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.casebook.book import Casebook
from law189.verdict import Outcome

FIRST = date(2024, 1, 10)


def certificate(case, begins, lasts):
    """A certificate formed that many days after the first day, for so many days."""
    on = FIRST + timedelta(days=begins)
    lines = [*certified(case, number=f"К-{case}", nominal=20, on=on.isoformat())]
    until = on + timedelta(days=lasts)
    formed = lines[-1].event.model_copy(update={"valid_until": until})
    return [*lines[:-1], lines[-1].model_copy(update={"event": formed})], (on, until)


DAYS = st.tuples(st.integers(0, 60), st.integers(0, 60))


@settings(max_examples=size(15, 400), deadline=None)
@given(st.tuples(DAYS, DAYS))
@pytest.mark.parametrize("order", [*permutations(range(2))])
def test_two_certificates_are_refused_where_they_meet_whichever_is_recorded_first(order, days):
    both = [certificate(f"c{number}", *one) for number, one in enumerate(days)]
    book = Casebook(PROFILE)
    for one in (*ordered(), *both[order[0]][0], *both[order[1]][0][:-1]):
        book = book.take(one)
    told = {reason.rule for reason in book.judge(both[order[1]][0][-1]).reasons(Outcome.VOID)}
    (begun, until), (other_begun, other_until) = both[0][1], both[1][1]
    meet = begun <= other_until and other_begun <= until
    assert ("reconciliation.certificates_once" in told) is meet
