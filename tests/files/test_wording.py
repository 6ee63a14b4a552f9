"""Words for faults: hints, look-alike letters, and sentences a clerk can act on, in both languages."""

from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, StrictInt, TypeAdapter, ValidationError

from law189.files.refused import worded
from law189.files.wording import did_you_mean, in_latin, in_russian_letters, missing, word
from law189.law import Text, flaw


def said(kind: object, value: object) -> Text:
    """What is told of the first fault of a value."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    details = caught.value.errors(include_url=False)[0]
    return worded(details["type"], details["input"], details.get("ctx", {}), details["msg"])


def test_a_misspelt_word_is_told_the_one_meant() -> None:
    assert did_you_mean("quorom", ["minutes", "quorum"]).ru == "возможно, вы имели в виду «quorum»"


def test_a_word_like_no_other_is_told_all_there_are_but_not_too_many() -> None:
    assert did_you_mean("x", [1, 2]).en == "possible: 1, 2"
    assert did_you_mean("x", range(100, 200)).en.endswith("128, 129, …")
    assert did_you_mean("x", []).ru == "здесь не перечислено ни одного"


def test_a_very_long_word_is_compared_with_nothing() -> None:
    assert did_you_mean("quorum" * 100, ["quorum" * 99]).en.startswith("possible: quorum")


def test_russian_letters_that_look_latin_are_pointed_out() -> None:
    assert in_latin("арр3.5") == "app3.5"
    assert "русские буквы" in did_you_mean("сite", ["cite"]).ru
    assert "русские" not in did_you_mean("срок", ["cite"]).ru


ACTS = ["189-fz", "rf-1564", "rf-1678", "kemerovo-2993"]
SEATS = ["chair", "deputy", *(f"member-{number}" for number in range(1, 9))]


@pytest.mark.parametrize(
    ("said", "known"),
    [
        *(("rf-1694", ACTS), ("rf-1565", ACTS), ("rf-15640", ACTS), ("kemerovo-2994", ACTS), ("rf", ACTS)),
        *(("member-11", SEATS), ("member-0", SEATS), ("member", SEATS)),
    ],
)
def test_another_number_is_another_act_or_seat_and_is_never_the_one_meant(
    said: str, known: list[str]
) -> None:
    assert did_you_mean(said, known).en.startswith("possible: ")


@given(
    st.lists(st.sampled_from([*SEATS, "secretary"]), min_size=2, max_size=4),
    st.sampled_from([" ", ", ", ",", "; "]),
)
def test_several_words_in_one_lose_none_of_them(words: list[str], between: str) -> None:
    told = did_you_mean(between.join(words), [*SEATS, "secretary"])
    assert f"пишите каждое отдельной записью, в ячейке — через «;»: {'; '.join(words)};" in told.ru
    assert f"write each as an entry of its own, in a cell with «;» between: {'; '.join(words)};" in told.en


def test_a_misspelt_id_with_the_same_number_is_told_the_one_meant() -> None:
    assert did_you_mean("fr-1564", ACTS).en == "did you mean «rf-1564»?"
    assert did_you_mean("memeber-3", SEATS).en == "did you mean «member-3»?"
    assert did_you_mean("MEMBER-3", SEATS).en == "did you mean «member-3»?"


@pytest.mark.parametrize("said", ["chair ", " chair", "chair\u00a0", "ch air", "chair\n"])
def test_a_space_too_many_is_pointed_out(said: str) -> None:
    assert did_you_mean(said, SEATS).en == "the word has a space too many; type «chair» without spaces"


@pytest.mark.parametrize("said", ["сhair", "chаir", "сhаіr", "ｃhair", "mеmbеr-1 "])
def test_letters_of_another_script_are_pointed_out_and_the_word_to_type_is_a_known_one(said: str) -> None:
    words = did_you_mean(said, SEATS).en
    assert words.startswith("the word has Russian letters that look Latin; type «")
    assert words.split("«")[1].split("»")[0] in SEATS


def test_a_word_is_shown_short_and_without_invisible_signs() -> None:
    assert word("x" * 100) == "x" * 60 + "…"
    assert word("a\n\u202eb\ud800") == r"a\n\u202eb\ud800"


def test_a_missing_key_is_told_what_it_is_for() -> None:
    assert missing("cite").en == "the value has no address in law; add cite, such as cite: app3.5.5"
    assert missing("control").ru == "нет обязательного ключа control; добавьте его"


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        (str, 7, "нужен текст, а указано: 7; возьмите в кавычки"),
        (str, True, "нужен текст, а указано: true"),
        (str, None, "нужен текст, а значение пустое"),
        (str, {}, "нужен текст, а указано: ключи со значениями"),
        (str, [], "нужно одно значение, а указан список"),
        (StrictInt, "2023", "нужно целое число без кавычек, а указано: «2023»"),
        (bool, "да", "нужно true или false без кавычек, а указано: «да»"),
        (dict[str, str], "x", "нужны ключи со значениями, а указано: «x»"),
        (Literal["a", "b"], "c", "нет такого значения: «c»; возможны: a, b"),
        (Literal["a", "b"], None, "нет такого значения: null; возможны: a, b"),
        (
            Annotated[str, Field(pattern="^x$")],
            "y",
            "значение «y» не той формы; нужно: ^x$",
        ),
        (Annotated[StrictInt, Field(ge=1)], 0, "0 меньше допустимого; нужно не меньше 1"),
        (float, "x", "неверное значение «x»: Input should be a valid number"),
    ],
)
def test_a_wrong_value_is_told_what_is_needed(kind: object, value: object, words: str) -> None:
    assert said(kind, value).ru.startswith(words)


def test_a_very_long_sentence_keeps_what_is_wrong_and_what_to_do() -> None:
    error = flaw("test", f"неверно: {'x' * 5_000}; исправьте", f"wrong: {'x' * 5_000}; mend it")
    text = worded("law189", "x", error.context or {}, "")
    assert len(text.ru) < 820
    assert text.ru.startswith("неверно: ")
    assert text.en.endswith("; mend it")


def test_letters_that_look_alike_are_those_of_the_other_alphabet_and_back() -> None:
    for latin in "aeopcyxABEKMHOPCTX":
        assert in_russian_letters(latin) != latin
        assert in_latin(in_russian_letters(latin)) == latin
    assert in_russian_letters("АOPTX") == "АОРТХ"
