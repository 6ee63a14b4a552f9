"""A term before an event is no term after it: each question takes the norm of its own direction and event."""

import itertools

import pytest

from law189.office.interview.catalog import ROOT
from law189.office.interview.questions import Ask, under
from law189.office.interview.spoken import Misread
from law189.office.interview.spoken_shares import Threshold
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


HALF = {"at_least": "1/2", "of": "members"}
NO_EVENT = {
    "не менее половины членов рабочей группы": HALF,
    "не менее 5 членов группы": {"persons": 5, "of": "members"},
    "не менее половины присутствующих на заседании": {"at_least": "1/2", "of": "present"},
}
GATHERED = {
    "Заседание рабочей группы считается правомочным, если на нем присутствует не менее половины членов": HALF,
    "при участии не менее половины членов рабочей группы": HALF,
    "в присутствии не менее половины членов": HALF,
    "если на заседании присутствуют не менее половины членов группы": HALF,
}
DECIDED = {
    "Решение рабочей группы считается принятым, если за него проголосовало не менее половины членов": HALF,
    "за него проголосовало не менее половины членов группы": HALF,
    "решения принимаются большинством голосов от общего числа членов группы": {
        "more_than": "1/2",
        "of": "members",
    },
    "не менее половины голосов от общего числа членов": HALF,
}
BOTH = {"решение принимается при наличии не менее половины членов": HALF}
"""Whether so many meet or so many vote is not said."""
THRESHOLDS = {**NO_EVENT, **GATHERED, **DECIDED, **BOTH}
TOLD = {
    "quorum": ("кворум", {**NO_EVENT, **GATHERED}),
    "adoption": ("принятия решения", {**NO_EVENT, **DECIDED}),
    None: ("", THRESHOLDS),
}


@pytest.mark.parametrize(("asked", "said"), list(itertools.product(TOLD, THRESHOLDS)))
def test_a_threshold_of_a_meeting_is_none_of_a_decision(asked, said):
    told, taken = TOLD[asked]
    reader = Threshold(asked=asked)
    if said in taken:
        assert reader.read(said, {}) == THRESHOLDS[said]
    else:
        with pytest.raises(Misread) as caught:
            reader.read(said, {})
        assert told in caught.value.words.ru


@pytest.mark.parametrize("key", ["quorum", "adoption"])
def test_each_question_of_a_meeting_says_what_it_is_about_and_takes_what_it_offers(key):
    for path in (("working_group", key), ("working_group", "subgroups", 0, key)):
        question = under(ROOT, (*path, "value"))
        assert isinstance(question, Ask)
        reader = question.reader
        assert reader.asked == key
        for value, words in reader.offered({}):
            assert reader.read(words.ru, {}) == reader.read(words.en, {}) == value
