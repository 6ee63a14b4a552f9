"""Every place where the text can be read two ways, and what may be chosen there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from pydantic import TypeAdapter, ValidationError

from law189.law import Text
from law189.profile.loader import load_profile, shipped_profiles
from law189.readings import D1, D2, D7, READINGS, Choices, check_choices, outcome, said, under
from law189.readings.reading import Applied, Consulted
from law189.verdict import Outcome, Rule

CHOICES = TypeAdapter(Choices)
EVERY_ONE = pytest.mark.parametrize("reading", READINGS.values(), ids=READINGS)


@EVERY_ONE
def test_a_reading_has_two_choices_or_more_and_its_default_is_one_of_them(reading):
    assert len(reading.choices) >= 2
    assert reading.default in reading.choices


@EVERY_ONE
def test_a_reading_asks_a_question_and_says_why_its_default_is_the_default(reading):
    assert reading.question.ru.endswith("?")
    assert reading.question.en.endswith("?")
    for words in (reading.why, *reading.choices.values()):
        assert isinstance(words, Text)
        assert words.ru
        assert words.en


@EVERY_ONE
@pytest.mark.parametrize("name", shipped_profiles())
def test_a_reading_is_about_a_norm_of_every_shipped_profile_or_the_act_as_a_whole(reading, name):
    assert reading.about == "act" or reading.about in dict(load_profile(name).latest.norms)


@EVERY_ONE
def test_where_nothing_is_chosen_the_default_holds(reading):
    assert reading.chosen({}) == reading.default
    for choice in reading.choices:
        assert reading.chosen({reading.code: choice, "other": "x"}) == choice
        assert check_choices({reading.code: choice}) == []


def test_readings_are_listed_by_their_codes_in_order():
    assert list(READINGS) == [reading.code for reading in READINGS.values()]
    assert list(READINGS) == sorted(READINGS, key=lambda code: (code[0], int(code[1:])))


def test_everything_wrong_with_the_choices_is_said_at_once():
    wrong = dict(check_choices({"V9": "threshold", "V1": "coin", "Q1": "exact"}))
    assert list(wrong) == ["V9", "V1"]
    assert wrong["V9"].en.startswith("there is no such reading; there are: ")
    assert wrong["V1"].en == "there is no such choice: «coin»; choose one of: casting_vote, threshold"
    assert wrong["V1"].ru == "нет такого выбора: «coin»; выберите из: casting_vote, threshold"


def test_choices_that_exist_are_read_as_they_are():
    assert CHOICES.validate_python({"V1": "threshold"}) == {"V1": "threshold"}
    assert CHOICES.validate_python({}) == {}


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ({"V9": "threshold"}, "V9: there is no such reading"),
        ({"V1": "{x}"}, "V1: there is no such choice: «{x}»"),
        ({"V1": None}, "V1: there is no such choice: null"),
        ({7: "threshold"}, "7: there is no such reading"),
        ("V1", "valid dictionary"),
        ([("V1", "threshold")], "valid dictionary"),
    ],
    ids=str,
)
def test_what_is_no_choice_is_refused_in_words(written, words):
    with pytest.raises(ValidationError, match=words):
        CHOICES.validate_python(written)


# ─── Ответ при выбранных толкованиях ─────────────────────────────────────────────────────────────────────

ASKED = Rule("example.asked", Text("Дней: {days}.", "Days: {days}."))


def told(choices):
    """Turns on D1 by its outcome, on D2 by a fact alone."""
    return ASKED.judge(D1.chosen(choices) == "included", days=D2.chosen(choices))


def test_a_verdict_names_the_first_reading_under_which_it_would_be_another():
    by_outcome = under({}, told, D2, D1)
    assert (by_outcome.reading.code, by_outcome.reading.choice) == ("D1", "excluded")
    (other,) = by_outcome.reading.otherwise
    assert (other.choice, other.outcome, other.text.en) == ("included", Outcome.HOLDS, "Days: stays.")
    assert under({}, told, D2, by=said).reading.code == "D2"
    assert under({"D2": "moves"}, told, D2, by=said).reading.choice == "moves"


@pytest.mark.parametrize("order", [(D1, D2), (D2, D1)], ids=["outcome first", "facts first"])
def test_a_reading_that_turns_the_outcome_is_named_before_one_that_turns_a_fact(order):
    assert under({}, told, *order, by=said).reading.code == "D1"


def test_a_verdict_that_turns_on_no_reading_names_none_unless_the_reading_surely_applies():
    assert under({}, told, D2).reading is None
    assert under({}, told).reading is None
    assert under({}, told, D2, by=None).reading.code == "D2"


def test_a_choice_that_a_reading_does_not_have_is_refused_by_the_answer():
    with pytest.raises(ValueError, match="D2 has no choice 'coin'"):
        under({"D2": "coin"}, told, D2)


# ─── Не спрошено — не решает ─────────────────────────────────────────────────────────────────────────────

THREE = (D1, D2, D7)
HOW = ("chosen", "copied", "instead", "within")
"""How an answer comes by a choice: it asks of it, copies all, sets others beside it, or answers within another."""
ANSWERS = st.recursive(
    st.tuples(st.booleans(), st.integers(0, 1)),
    lambda below: st.tuples(st.sampled_from(THREE), st.sampled_from(HOW), below, below),
    max_leaves=6,
)
MADE = st.fixed_dictionaries({}, optional={one.code: st.sampled_from([*one.choices]) for one in THREE})


def answer(drawn, choices):
    """The answer that was drawn: which of its branches holds turns on the choices on the way to it."""
    if len(drawn) == 2:
        return ASKED.judge(drawn[0], days=drawn[1])
    reading, how, first, second = drawn
    if how == "copied":
        choices = {**choices}
    elif how == "instead":
        choices = Consulted(choices, {"D3": "same_day"})

    def told(choices):
        return answer(first if reading.chosen(choices) == reading.default else second, choices)

    if how == "within":
        return under(choices, told, reading)._but(reading=None)
    return told(choices)


def under_each(choices, told, *readings, by):
    """What `under` promises, where everything is told under each choice of each reading."""
    verdict, beside = told(choices), None
    for reading in readings:
        chosen = reading.chosen(choices)
        others = [(one, told({**choices, reading.code: one})) for one in reading.choices if one != chosen]
        applied = Applied(reading.code, chosen, tuple(others))
        if by is None or any(outcome(other) != outcome(verdict) for _, other in others):
            return verdict.naming(applied)
        if beside is None and any(by(other) != by(verdict) for _, other in others):
            beside = applied
    return verdict if beside is None else verdict.naming(beside)


@given(drawn=ANSWERS, choices=MADE, order=st.permutations(THREE), by=st.sampled_from([outcome, said, None]))
@settings(max_examples=size(300, 5000))
def test_an_answer_under_readings_is_that_of_every_choice_told(drawn, choices, order, by):
    def told(choices):
        return answer(drawn, choices)

    assert under(choices, told, *order, by=by) == under_each(choices, told, *order, by=by)


def test_an_answer_is_not_told_under_a_reading_of_which_it_has_not_asked():
    told = []

    def once(choices):
        told.append(choices)
        return ASKED.judge(True, days=0)

    assert under({}, once, D1, D2, by=said).reading is None
    assert len(told) == 1
