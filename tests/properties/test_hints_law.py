"""What a person is told to write is written so: a hint obeyed never leads to another refusal of the same value."""

import json
import re
from typing import Annotated

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from night import size
from pydantic import StrictBool, StrictInt, TypeAdapter

from law189.cli.console import day_of
from law189.cli.language import Misused
from law189.errors import FaultyInput
from law189.files.json_text import placed, read_json
from law189.files.nodes import check, key_of
from law189.files.parser import read_tree
from law189.law import Act, Day, Entry
from law189.law.label import ActNumber
from law189.measures import Amount, Unit
from law189.numbers import Inn
from law189.profile.counted import Days
from law189.profile.dated import DayOfYear, YearNumber
from law189.profile.documents import Asks
from law189.profile.indicators import IndicatorValue
from law189.profile.seats import SeatId
from law189.profile.thresholds import Share, Threshold

_VALUE = IndicatorValue.model_fields["value"]
Value = Annotated[_VALUE.annotation, *_VALUE.metadata]
"""The value alone, without its year."""


class Of(Entry):
    """One value of each kind that a hint is given for; all but `due` may be left out."""

    due: Day | None = None
    year: YearNumber | None = None
    count: StrictInt | None = None
    share: Share | None = None
    yes: StrictBool | None = None
    amount: Amount | None = None
    indicator: Value | None = None
    yearly: DayOfYear | None = None
    number: ActNumber | None = None
    inn: Inn | None = None
    asks: tuple[Asks, ...] = ()
    names: tuple[str, ...] = ()
    seat: SeatId | None = None
    quorum: Threshold | None = None
    act: Act | None = None


class Needed(Entry):
    """A day that must be there."""

    due: Day


OF, NEEDED = TypeAdapter(Of), TypeAdapter(Needed)
WRITE = re.compile(r"\bпишите (.+)$")
PIECES = (
    *("0", "1", "2", "08", "12", "31", "99", "2024", "2023", "0001", "9999", "1899", "4205000016", "000"),
    *(".", ",", "-", "/", ":", "%", " ", "\u00a0", "№", "T00:00:00", " г.", "«", "»", "—", "О"),
    *("января", "мая", "две трети", "половина", "не менее", "не более", "определится", "да", "нет", "пять"),
    *("руб.", "процентов", "chair", "enrolment", "certificate", "IV", "п. 5.5 прил. 3", "true", "1/2", "5/3"),
)
SAID = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join)
KEYS = tuple(key for key in Of.model_fields if key not in ("quorum", "act"))


def told(text, adapter, *, as_json):
    """The faults of a text: each key with its words."""
    found = []
    tree = placed(read_json(text, "f"), text, "f") if as_json else read_tree(text, "f")
    check(tree, adapter, "f", {}, found)
    return {fault.key: fault.text.ru for fault in found}


def obeyed(key, raw, *, as_json, adapter=OF):
    """Write the value, and then what the answer says to write; the second answer says nothing of it."""

    def file(value):
        return f'{{"{key}": {value}}}' if as_json else f"{key}: {value}"

    try:
        words = told(file(raw), adapter, as_json=as_json).get(key, "")
    except FaultyInput:  # what is no YAML at all
        return None
    hint = WRITE.search(words)
    if hint is not None:
        again = told(file(hint[1]), adapter, as_json=as_json)
        assert {k: v for k, v in again.items() if k.startswith(key)} == {}, (raw, words)
    return words


@pytest.mark.parametrize("key", KEYS)
@settings(max_examples=size(60, 3000))
@given(said=SAID, as_json=st.booleans())
@example(said="08", as_json=False)
@example(said="2024.0", as_json=False)
@example(said="12.000", as_json=False)
@example(said="4205000016.0", as_json=False)
@example(said="0001-01-01T00:00:00", as_json=True)
@example(said="31.12.9999", as_json=False)
@example(said="2023-31-02", as_json=False)
@example(said="87,5 %", as_json=False)
@example(said="1023-10-01", as_json=False)
@example(said="12 000", as_json=False)
@example(said="0,", as_json=False)
@example(said="true,chair", as_json=False)
def test_a_hint_obeyed_leads_to_no_other_refusal(key, said, as_json):
    obeyed(key, json.dumps(said, ensure_ascii=False) if as_json else said, as_json=as_json)


@pytest.mark.parametrize("number", ["0", "8", "12.10", "2024.0", "4205000016.0", "12.000", "0.5", "true"])
@pytest.mark.parametrize("key", KEYS)
def test_so_does_a_hint_for_a_number(key, number):
    for as_json in (True, False):
        obeyed(key, number, as_json=as_json)


@pytest.mark.parametrize(
    ("key", "raw", "write"),
    [
        ("count", "08", "8"),
        ("year", "2024.0", "2024"),
        ("inn", "4205000016.0", '"4205000016"'),
        ("number", "12.10", '"12.10"'),
        ("due", "31.12.2023", "2023-12-31"),
        ("asks", "enrolment", "[enrolment]"),
        ("count", "12.000", "12000"),
    ],
)
def test_what_to_write_is_what_stands_there_in_the_right_form(key, raw, write):
    words = obeyed(key, raw, as_json=False)
    assert words.endswith(f"пишите {write}"), words


def test_the_zeros_of_a_number_are_shown():
    assert "указано: 12.10" in obeyed("number", "12.10", as_json=False)


@pytest.mark.parametrize(
    ("key", "raw", "write"),
    [
        ("asks", '"enrolment"', '["enrolment"]'),
        ("due", '"31.12.2023"', '"2023-12-31"'),
        ("yes", '"да"', "true"),
        ("indicator", '"не менее 5 %"', '{"at_least": 5}'),
        ("amount", '"12,50 руб."', '"12.50"'),
    ],
)
def test_in_json_the_hint_is_json(key, raw, write):
    words = obeyed(key, raw, as_json=True)
    assert words.endswith(f"пишите {write}"), words
    assert json.loads(write) is not None
    assert "дефис" not in words


@pytest.mark.parametrize(
    "day", ["0001-01-01", "1023-10-01", "9999-12-31", "31.12.9999", "0001-01-01T00:00:00"]
)
@pytest.mark.parametrize("as_json", [True, False])
def test_a_day_that_is_none_goes_only_where_its_key_may(day, as_json):
    raw = f'"{day}"' if as_json else day
    may, must = obeyed("due", raw, as_json=as_json), obeyed("due", raw, as_json=as_json, adapter=NEEDED)
    assert may.endswith("или уберите ключ")
    assert "уберите" not in must
    assert "укажите день" in must
    assert key_of(("due",)) == "due"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("01.03.2024", "пишите 2024-03-01"),
        ("2024-03-01T00:00", "пишите 2024-03-01"),
        (" 2024-03-01", "пишите 2024-03-01"),
        ("2024-03-01 ", "пишите 2024-03-01"),
        ("1 марта 2024 г.", "пишите 2024-03-01"),
        ("0001-01-01", "укажите день с 1900 года"),
        ("31.12.9999", "укажите день до 2101 года"),
    ],
)
def test_a_day_on_the_command_line_is_told_as_in_a_file(said, words):
    with pytest.raises(Misused) as refused:
        day_of(said)
    assert refused.value.words.ru.startswith("--on: ")
    assert refused.value.words.ru.endswith(words)


@pytest.mark.parametrize(
    ("kind", "said", "codes"),
    [
        (Days, "дней", {"working_days", "calendar_days"}),
        (Unit, "часы", {"hours-a-week", "person-hours"}),
        (Unit, "часов", {"hours-a-week", "person-hours"}),
    ],
)
def test_a_word_that_may_mean_several_codes_is_told_all_of_them(kind, said, codes):
    found = []
    check(read_tree(f"one: {said}", "f"), TypeAdapter(dict[str, kind]), "f", {}, found)
    assert codes <= {code for code in kind if code in found[0].text.ru}, found[0].text.ru
