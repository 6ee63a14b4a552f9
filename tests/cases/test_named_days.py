"""The words of an event name one day that a case knows; one word more and they name none."""

import re

from hypothesis import given as drawn
from hypothesis import strategies as st

from law189.casebook.cycles import CYCLES, STEP_CODES
from law189.cases.named_days import NAMED, begins, days_known, in_case
from law189.profile.federal import load_federal
from law189.profile.term_words import plain_words
from law189.profile.terms import Occasion, OccasionKind

TERMS = [slot.id for slot in load_federal().slots if slot.type == "term"]
DAYS = [(name, day) for name, days in NAMED.items() for day in days]


def said(words):
    return Occasion(kind=OccasionKind.OTHER, what={"ru": words, "en": "an event"})


def test_every_day_is_of_a_step_and_its_words_are_its_own():
    assert {day.step for _, day in DAYS} <= STEP_CODES
    for name, day in DAYS:
        assert in_case(said(day.said.ru), name).at == day.step
        found = [one.step for one in NAMED[name] if re.fullmatch(one.words, plain_words(day.said.ru))]
        assert found == [day.step]


def test_every_slot_has_the_day_from_which_its_term_is_counted_and_its_words():
    within = {
        clause.within.slot
        for cycle in CYCLES.values()
        for clause in cycle.clauses
        if clause.within is not None
    }
    assert within < set(TERMS)
    for slot in TERMS:
        known = [words for words in days_known(slot) if begins(slot, said(words.ru))]
        assert len(known) == (slot != "order.report_term"), (
            slot
        )  # counted from the end of a year, which is no event
        assert not begins(slot, said("слушаний"))


@drawn(st.sampled_from(DAYS), st.sampled_from(["отзыве", "не", "повторного", "комиссией"]), st.data())
def test_a_word_more_names_no_day_of_a_case(day, word, data):
    name, one = day
    words = one.said.ru.split()
    at = data.draw(st.integers(0, len(words)))
    event = said(" ".join([*words[:at], word, *words[at:]]))
    assert in_case(event, name) is event
