"""A term before an event is no term after it: each question takes the norm of its own direction and event."""

import itertools

import pytest

from law189.office.interview.spoken import Misread
from law189.office.interview.spoken_terms import InDays
from law189.profile.regulation_words import days_of, no_days_said

THREE = {"days": 3, "unit": "working_days"}
ANY = ("3 рабочих дня", "не позднее 3 рабочих дней")
BEFORE = (
    "за 3 рабочих дня",
    "за 3 рабочих дня до заседания",
    "не позднее чем за 3 рабочих дня до заседания",
    "не менее чем за 3 рабочих дня до даты проведения заседания рабочей группы",
    "3 рабочих дня до заседания",
    "не позднее 3 рабочих дней до дня заседания",
)
AFTER = ("в течение 3 рабочих дней", "в срок не более 3 рабочих дней")
OF_MEETING = (
    "3 рабочих дня со дня заседания",
    "в течение 3 рабочих дней после проведения заседания",
    "не позднее 3 рабочих дней с даты заседания рабочей группы",
)
OF_SIGNING = (
    "3 рабочих дня со дня подписания",
    "в течение 3 рабочих дней после подписания протокола",
    "не позднее 3 рабочих дней с момента его подписания",
)
TAKEN = {
    None: {*ANY, *BEFORE},
    "meeting": {*ANY, *AFTER, *OF_MEETING},
    "signing": {*ANY, *AFTER, *OF_SIGNING},
}
PHRASES = (*ANY, *BEFORE, *AFTER, *OF_MEETING, *OF_SIGNING)


@pytest.mark.parametrize(("since", "said"), list(itertools.product(TAKEN, PHRASES)))
def test_a_term_is_taken_where_its_direction_and_its_event_are_those_asked_about(since, said):
    right = THREE if said in TAKEN[since] else None
    assert days_of(said, since) == right
    no_unit = said.replace("рабочих ", "")
    assert no_days_said(no_unit, since) == (right is not None)
    if right is None:
        with pytest.raises(Misread) as caught:
            InDays(since=since).read(said, {})
        asked = {None: "до заседания", "meeting": "после заседания", "signing": "после подписания"}[since]
        assert f"срок считают {asked}" in caught.value.words.ru
    else:
        assert InDays(since=since).read(said, {}) == right


@pytest.mark.parametrize(("since", "said"), list(itertools.product(TAKEN, PHRASES)))
def test_what_is_offered_in_place_of_a_refused_term_is_taken(since, said):
    try:
        InDays(since=since).read(said, {})
    except Misread as misread:
        _, _, offered = misread.words.ru.partition("нужно число рабочих или календарных дней: ")
        assert offered
        for one in offered.split("; "):
            assert InDays(since=since).read(one, {})
