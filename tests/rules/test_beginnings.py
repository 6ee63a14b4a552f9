"""From which day an act holds by its own word, and what it covers from before."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.law import Citation, Day, Norm, Text
from law189.profile.validity import ActPart, Start
from law189.rules.acts.beginnings import begun, days_after, of_rest, related
from law189.verdict import Outcome

CITE, RELATIONS = (Citation("town-5", f"p{n}", Text(f"п. {n}", f"item {n}")) for n in (3, 9))
ISSUED = date(2023, 9, 22)
DAYS = st.dates(date(2022, 1, 1), date(2030, 12, 31))
AFTER = {"on_publication": 0, "day_after_publication": 1, Start(days_after_publication=10): 10}
NAMED = Start(on_day=date(2024, 1, 1))


@given(st.none() | DAYS, st.none() | DAYS)
def test_an_act_begins_from_its_signing_its_publication_or_the_day_that_it_names(issued, published):
    """A day that it names needs no other; one that is not recorded is not made up."""
    for said in ("on_signing", None):
        assert begun(said, issued, published) == issued
    for said, days in AFTER.items():
        assert begun(said, issued, published) == (None if published is None else published + timedelta(days))
    assert begun(NAMED, issued, published) == date(2024, 1, 1)


def test_of_how_many_days_after_publication_only_words_on_publication_tell():
    assert {said: days_after(said) for said in AFTER} == AFTER
    assert [days_after(said) for said in ("on_signing", None, NAMED)] == [None, None, None]


def test_no_day_after_the_last_that_there_is():
    """The count ends with the calendar of dates, and not in an error."""
    assert begun("on_publication", None, date.max) == date.max
    assert begun("day_after_publication", None, date.max) == date.max


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ((ActPart(of=(CITE,), starts=NAMED), ActPart(starts="on_publication")), "on_publication"),
        ((ActPart(of=(CITE,), starts=NAMED),), None),
        ("on_signing", "on_signing"),
        (NAMED, NAMED),
    ],
)
def test_a_decree_begins_by_the_part_without_addresses_or_as_a_whole(said, rest):
    assert of_rest(None) is None
    assert of_rest(Norm(value=said, basis=CITE)) == rest


def test_that_a_step_is_covered_is_told_with_both_addresses_each_once():
    covered = Norm[Day](value=date(2023, 9, 1), basis=RELATIONS)
    for cites in ((CITE,), (CITE, RELATIONS)):
        told = related(date(2023, 9, 10), covered, ISSUED, date(2023, 10, 1), *cites)
        assert (told.outcome, told.cites) == (Outcome.HOLDS, (CITE, RELATIONS))
    assert told.facts == {
        "issued": ISSUED,
        "since": date(2023, 10, 1),
        "covered": date(2023, 9, 1),
        "on": date(2023, 9, 10),
    }
