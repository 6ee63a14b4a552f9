"""What is possible is told in words; a code stands in «…», for it is what a person must write."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.casebook.cycles import CYCLES, STEPS, no_lifecycle, no_step
from law189.casebook.line import LINE
from law189.errors import FaultyInput
from law189.files.disk import careful
from law189.files.offered import code_for, in_words, step_in_words
from law189.files.wording import among
from law189.law import Text

QUOTED = re.compile(r"«[^«»]*»")
CODES = {
    *CYCLES,
    *(kind for _, kinds in STEPS.values() for kind in kinds),
    *(f"{name}.{kind}" for name, (_, kinds) in STEPS.items() for kind in kinds),
}
STEP_LIKE = st.sampled_from(sorted(CODES)) | st.text(max_size=12)
CHANGED = st.tuples(STEP_LIKE, st.integers(0, 8), st.sampled_from(["", "a", "_", "я", " "]))


def misspelt(drawn):
    said, place, sign = drawn
    return said[:place] + sign + said[place + 1 :]


def bare(sentence):
    """The codes of steps and lifecycles that stand in a Russian sentence without quotes."""
    return {word for word in re.findall(r"[a-z_]+(?:\.[a-z_]+)?", QUOTED.sub("", sentence)) if word in CODES}


@given(CHANGED)
def test_no_sentence_about_a_wrong_step_or_lifecycle_shows_a_bare_code(drawn):
    said = misspelt(drawn).replace("«", "").replace("»", "")
    told = [no_lifecycle(said), step_in_words(said, STEPS), *(no_step(name, said) for name in CYCLES)]
    assert [one.ru for one in told if bare(one.ru)] == []


def test_every_step_that_is_listed_has_its_words_before_it():
    told = no_step("order", "zzz").ru
    for kind, words in STEPS["order"][1].items():
        assert f"{words.ru} («{kind}»)" in told


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("certificate.form", "«certificate.formed» (социальный сертификат: сертификат сформирован)"),
        ("order.zzz", "социальный заказ, возможны: проект заказа составлен («order.drafted»), "),
        ("zzz.zzz", "шаг начинается с имени цикла; возможны: заседание рабочей группы («meeting.…»), "),
        ("сертификат сформирован", "здесь это пишут «certificate.formed»"),
        ("certificаte.formed", "наберите «certificate.formed» латиницей"),
    ],
)
def test_a_step_that_a_profile_names_wrongly_is_told_in_words(said, words):
    assert words in step_in_words(said, STEPS).ru


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("сертификат сформирован", "здесь это пишут «formed»"),
        ("formedd", "возможно, вы имели в виду «formed» (сертификат сформирован)"),
        ("zzz", "возможны: подано заявление («applied_for»), "),
    ],
)
def test_a_line_whose_step_is_wrong_is_told_at_its_kind(kind, words):
    line = {"history": "c", "lifecycle": "certificate", "kind": kind, "on": "2024-02-01", "by": "education"}
    refused = careful(json.dumps(line).encode(), 1, "", LINE, lambda _line: ())
    assert isinstance(refused, FaultyInput)
    [fault] = [one for one in refused.faults if one.key == "kind"]
    assert fault.text.ru.startswith(f"нет такого значения: «{kind}»; ")
    assert words in fault.text.ru


def test_a_code_without_words_is_told_alone():
    assert among({"a": None, "b": Text("бета", "beta")}).ru == "возможны: a, бета («b»)"
    assert code_for("x", ["a", "b"]).ru == "возможны: a, b"
    assert in_words("x", {"b": Text("бета", "beta")}).en == "possible: beta («b»)"


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        (["presiding", "chair", "nobody"], "председательствующий («presiding»)"),
        (["presiding", "chair", "deputy", "nobody"], "решает голос председательствующего («presiding»)"),
        (["chair"], "chair"),  # the words of a casting vote and of a role differ
        (["certificate", "competition"], "социальный сертификат («certificate»)"),
    ],
)
def test_codes_are_told_in_the_words_of_the_vocabulary_that_has_just_these(codes, words):
    assert words in code_for("погода", codes).ru
    assert ("решает" in code_for("погода", codes).ru) is ("решает" in words)


@pytest.mark.parametrize(
    "said", ["председатель, секретарь", "Председатель; секретарь", "председатель и секретарь"]
)
def test_a_list_is_parted_and_never_taken_for_one_of_its_words(said):
    known = {"chair": Text("председатель", "chair"), "secretary": Text("секретарь", "secretary")}
    assert "через «;»: chair; secretary" in in_words(said, known).ru
    other = in_words(f"{said}, кто-то", known).ru
    assert other.startswith("возможны: ")


@pytest.mark.parametrize("said", ["co-chair", "absent", "member"])
def test_a_word_with_a_meaning_of_its_own_is_no_misspelling(said):
    told = in_words(
        said, {"chair": Text("председатель", "chair"), "abstain": Text("воздержался", "abstained")}
    )
    assert told.ru.startswith("возможны: ")
