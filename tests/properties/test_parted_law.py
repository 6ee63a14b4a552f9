"""A comma within braces parts the entries: whatever value it parts, no advice is of a part of the value."""

import json
import re
from functools import cache, reduce
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from pydantic import TypeAdapter

from law189 import load_profile
from law189.errors import ProfileError
from law189.files.disk import read_file
from law189.files.nodes import check, key_of
from law189.files.parser import read_tree
from law189.profile.indicators import IndicatorValue

FILE = Path(load_profile.__code__.co_filename).parent.parent / "data/municipalities/kemerovo.yaml"
PLACE = '"@@@"'
SAID = [
    *("не менее 78,5", "78,5 %", "78,5", "1 200,50", "1 200,50 руб.", "от 10,5 до 12,5", "app4,1,8"),
    *("п. 1,2 прил. 4", "01,10,2023", "1/2,5", "12,345,678", "education,2", "не более 1,5 раза", "IV,2024"),
]


@cache
def profile():
    return read_file(FILE).plain()


def places(value, loc=()):
    """The place of every value that is neither keys nor a list, and stands within keys."""
    for key, one in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(one, dict | list):
            yield from places(one, (*loc, key))
        elif isinstance(value, dict):
            yield (*loc, key)


@cache
def kinds():
    """One place for each path of keys."""
    found = {tuple(step for step in loc if isinstance(step, str)): loc for loc in places(profile())}
    return [found[one] for one in sorted(found)]


def in_flow(loc, said):
    """The profile in braces, with those words as they are at the place."""
    plain = json.loads(json.dumps(profile(), default=str))
    reduce(lambda within, step: within[step], loc[:-1], plain)[loc[-1]] = PLACE[1:-1]
    return json.dumps(plain, ensure_ascii=False).replace(PLACE, said)


def told(text, adapter):
    found = []
    check(read_tree(text, "f"), adapter, "f", {}, found)
    return {fault.key: fault.text for fault in found}


def figures(words):
    return re.sub(r"[^0-9]", "", words)


ADVICE = re.compile(r"(?:пишите|write) (.+?)(?:;|$)")


def faults(loc, said, folder):
    """What is wrong with the profile that has those words at the place."""
    path = folder / "town.yaml"
    path.write_text(in_flow(loc, said), encoding="utf-8")
    with pytest.raises(ProfileError) as caught:
        load_profile(path)
    return {fault.key: fault.text for fault in caught.value.faults}


@settings(max_examples=size(40, 600))
@given(place=st.integers(0, 10**6), said=st.sampled_from(SAID))
def test_no_advice_is_of_a_part_of_a_value_that_a_comma_has_parted(tmp_path_factory, place, said):
    loc = kinds()[place % len(kinds())]
    found = faults(loc, said, tmp_path_factory.getbasetemp())
    above = key_of(loc[:-1])
    of_value = {key: one for key, one in found.items() if key == key_of(loc)}
    of_parts = {
        key: one
        for key, one in found.items()
        if key.removeprefix(f"{above}.")[:1].isdigit() and key.startswith(above)
    }
    assert of_value or of_parts, (loc, said, found)
    for key, one in (of_value | of_parts).items():
        for words in (one.ru, one.en):
            for advice in ADVICE.findall(words):
                assert figures(advice) == figures(said), (key, words)
            assert re.search("кавычки|запят|quotes|comma", words), (key, words)


def test_obeying_the_advice_loses_nothing():
    for said, value in (
        ("не менее 78,5", {"at_least": "78.5"}),
        ("78,5 %", "78.5"),
        ("78,5", "78.5"),
    ):
        adapter = TypeAdapter(IndicatorValue)
        assert all("кавычки" in one.ru for one in told(f"{{value: {said}, year: 2023}}", adapter).values())
        quoted = told(f'{{value: "{said}", year: 2023}}', adapter)
        advice = ADVICE.findall(quoted["value"].ru)[0] if quoted else "78.5"
        assert figures(advice) == figures(json.dumps(value))
        assert told(f"{{value: {advice}, year: 2023}}", adapter) == {}


def test_an_address_with_commas_is_told_whole_at_each_of_its_parts(tmp_path):
    found = faults(next(loc for loc in kinds() if loc[-1] == "cite"), "app4,1,8", tmp_path)
    of_parts = [one.ru for key, one in found.items() if key[-1] in "18"]
    assert of_parts == ["внутри скобок запятая разделяет записи; адрес пишут без запятой: app4.1.8"] * 2


def test_a_text_with_a_number_is_put_in_quotes(tmp_path):
    loc = next(loc for loc in kinds() if loc[-1] == "ru")
    [words] = [one.ru for key, one in faults(loc, "Доля 78,5", tmp_path).items() if key.endswith(".5")]
    assert "текст с запятой внутри скобок возьмите в кавычки" in words


def test_a_key_without_a_value_on_its_own_line_is_no_part():
    found = told("value: много\nyaer:\nyear: 2023\n", TypeAdapter(IndicatorValue))
    assert "распалось" not in " ".join(one.ru for one in found.values())
    assert "year" in found["yaer"].ru
