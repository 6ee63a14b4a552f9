"""Every place where the text can be read two ways, and what may be chosen there."""

import pytest
from pydantic import TypeAdapter, ValidationError

from law189.law import Text
from law189.profile.loader import load_profile, shipped_profiles
from law189.readings import READINGS, Choices, check_choices

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
    assert reading.about == "act" or reading.about in dict(load_profile(name).norms)


@EVERY_ONE
def test_where_nothing_is_chosen_the_default_holds(reading):
    assert reading.chosen({}) == reading.default
    for choice in reading.choices:
        assert reading.chosen({reading.code: choice, "other": "x"}) == choice
        assert check_choices({reading.code: choice}) == []


def test_readings_are_listed_by_their_codes_in_order():
    assert list(READINGS) == [reading.code for reading in READINGS.values()] == sorted(READINGS)


def test_everything_wrong_with_the_choices_is_said_at_once():
    wrong = dict(check_choices({"V9": "threshold", "V1": "coin", "Q1": "exact"}))
    assert list(wrong) == ["V9", "V1"]
    assert wrong["V9"].en.startswith("there is no such reading; there are: ")
    assert wrong["V1"].en == "there is no such choice: 'coin'; choose one of: casting_vote, threshold"
    assert wrong["V1"].ru == "нет такого выбора: 'coin'; выберите из: casting_vote, threshold"


def test_choices_that_exist_are_read_as_they_are():
    assert CHOICES.validate_python({"V1": "threshold"}) == {"V1": "threshold"}
    assert CHOICES.validate_python({}) == {}


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ({"V9": "threshold"}, "V9: there is no such reading"),
        ({"V1": "{x}"}, "V1: there is no such choice: '{x}'"),
        ({"V1": None}, "V1: there is no such choice: 'None'"),
        ({7: "threshold"}, "7: there is no such reading"),
        ("V1", "valid dictionary"),
        ([("V1", "threshold")], "valid dictionary"),
    ],
    ids=str,
)
def test_what_is_no_choice_is_refused_in_words(written, words):
    with pytest.raises(ValidationError, match=words):
        CHOICES.validate_python(written)
