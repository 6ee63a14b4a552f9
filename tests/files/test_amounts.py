"""A number as documents write it: what is told to write is the same number, in JSON and in YAML, quoted or not."""

import json
import re
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from night import size
from pydantic import TypeAdapter

from law189.errors import FaultyInput
from law189.files.amounts import amount_of
from law189.files.json_text import placed, read_json
from law189.files.meant import meant
from law189.files.nodes import check
from law189.files.parser import read_tree
from law189.measures import Volume

VOLUME = TypeAdapter(Volume)
WRITE = re.compile(r"(?:пишите|write) (\S+)$")
UNITS = ("", " руб.", " чел.-ч", " ч", " часов в неделю", "%", " ₽")
BLANKS = " \u00a0\u202f\u2009"


def faults(text, *, as_json):
    """The words for the first fault of a volume; "" where there is none, and the volume itself."""
    found = []
    try:
        tree = placed(read_json(text, "f"), text, "f") if as_json else read_tree(text, "f")
        value = check(tree, VOLUME, "f", {}, found)
    except FaultyInput as error:
        return error.faults[0].text.ru, None
    return (found[0].text.ru if found else ""), value


def grouped(whole, sign):
    return f"{whole:,}".replace(",", sign)


WHOLE = st.integers(1000, 999_999_999)
HUNDREDTHS = st.sampled_from(("", "5", "50", "05", "25"))


@settings(max_examples=size(150, 3000))
@given(
    whole=WHOLE,
    after=HUNDREDTHS,
    sign=st.sampled_from(["", *BLANKS]),
    comma=st.sampled_from([",", ", ", "."]),
)
@example(whole=72, after="5", sign="", comma=",")
@example(whole=1000, after="", sign=" ", comma=",")
@example(whole=1000, after="50", sign=" ", comma=",")
def test_a_number_out_of_quotes_in_json_is_told_whole(whole, after, sign, comma):
    said = grouped(whole, sign) + (comma + after if after else "")
    exact = Decimal(f"{whole}.{after or 0}")
    told, volume = faults(f'{{"amount": {said}, "unit": "roubles"}}', as_json=True)
    if volume is not None:
        assert volume.amount == exact
        return
    hint = WRITE.search(told)
    assert hint is not None, (said, told)
    again, volume = faults(f'{{"amount": {hint[1]}, "unit": "roubles"}}', as_json=True)
    assert again == ""
    assert volume.amount == exact


@settings(max_examples=size(150, 3000))
@given(
    whole=WHOLE,
    after=HUNDREDTHS,
    signs=st.sampled_from(
        [("'", "."), ("_", "."), ("’", ","), (".", ","), (",", "."), (" ", ","), ("", ",")]
    ),
    unit=st.sampled_from(UNITS),
    as_json=st.booleans(),
)
def test_so_is_one_in_quotes_with_whatever_parts_it(whole, after, signs, unit, as_json):
    between, point = signs
    said = grouped(whole, between) + (point + after if after else "") + unit
    exact = Decimal(f"{whole}.{after or 0}")
    if not after and between in (".", ","):  # nobody can tell thousands from a fraction
        return
    told, volume = faults(json.dumps({"amount": said, "unit": "roubles"}), as_json=as_json)
    if volume is None:
        hint = WRITE.search(told)
        assert hint is not None, (said, told)
        again, volume = faults(f'{{"amount": {hint[1]}, "unit": "roubles"}}', as_json=as_json)
        assert again == ""
    assert volume.amount == exact


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("½", "0.5"),
        ("72½", "72.5"),
        ("1/2", "0.5"),
        ("+72", "72"),
        ("72.", "72"),
        (",5", "0.5"),
        ("٧٢", "72"),
        ("７２", "72"),
        ("72 чел.-ч", "72"),
        ("-5", None),
        ("7e2", None),
        ("1.234", None),
        ("1,234", None),
        ("72.123", None),
        ("семьдесят", None),
        ("", None),
    ],
)
def test_what_a_number_is_and_what_is_none(said, meant):
    assert amount_of(said) == meant


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ('72,"5"', '«72,5» — не число JSON; пишите "72.5"'),
        ("1, 000", "если запятая отделяет тысячи, пишите 1000"),
        (".5", '«.5» — не число JSON; пишите "0.5"'),
        ("1'000", "пишите 1000"),
        ("1_000", "пишите 1000"),
        ('72, "5": 0', "«72,5» распалось; возьмите число в кавычки"),
        ("007", "не число JSON; пишите цифрами"),
        ("7 5", "пишите цифры слитно"),
    ],
)
def test_a_number_that_fell_apart_is_told_as_one(said, words):
    told, _ = faults(f'{{"amount": {said}, "unit": "roubles"}}', as_json=True)
    assert words in told, told


@pytest.mark.parametrize(
    "text", ['{"a": 5, by: 1}', '{"a": [1, 2, x]}', '{"a": 1, 2024: 3}', '{"a": "1 000" 5}']
)
def test_what_is_no_number_is_told_as_before(text):
    with pytest.raises(FaultyInput) as error:
        read_json(text, "f")
    assert "не число" not in error.value.faults[0].text.ru


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("600.000", "возможны: 600 или 600000"),
        ("72.500", 'возможны: "72.5" или 72500'),
        ("600,000", "возможны: 600 или 600000"),
        ("1200.000", "без лишних нулей: пишите 1200"),
        ("600.0000", "без лишних нулей: пишите 600"),
        ("72.2500", 'без лишних нулей: пишите "72.25"'),
        ("0.500", 'без лишних нулей: пишите "0.5"'),
        (Decimal("72.000"), "без лишних нулей: пишите 72"),
        (Decimal("72.250"), 'без лишних нулей: пишите "72.25"'),
        ("600.001", None),
    ],
)
def test_zeros_after_the_decimals_are_told_and_no_number_is_guessed(said, told):
    found = meant("amount", said)
    assert (None if found is None else found.ru) == told
