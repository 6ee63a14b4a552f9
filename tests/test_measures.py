"""Roubles and hours: exact, digits only, zero or more, and never one unit with another."""

import json
import re
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from law189.measures import Unit, Volume

HUGE = 10**5000
amounts = st.decimals(min_value=0, max_value=10**14, places=2)
units = st.sampled_from(Unit)


def volume(amount, unit="roubles"):
    return Volume(amount=amount, unit=unit)


@pytest.mark.parametrize(
    "amount",
    [
        0.5,
        1200.0,
        float("nan"),
        float("inf"),
        True,
        False,
        None,
        Fraction(1, 2),
        [5],
        "",
        " ",
        " 5 ",
        "5\n",
        "NaN",
        "sNaN",
        "Infinity",
        "-Infinity",
        "1e5",
        "1E5",
        "1_000",
        "1 000",
        "1\u00a0000",
        "1,5",
        "1.",
        ".5",
        "+5",
        "-0",
        "-1",
        -1,
        "0x10",
        "5 руб.",
        "١٢",  # Arabic-Indic digits
        "１２",  # full-width digits
        "²",
        "1200.505",
        "1200.500",
        Decimal("1200.505"),
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("Infinity"),
        Decimal(-1),
        Decimal("-0"),
        Decimal("1E+999999"),
        Decimal("1E-999999"),
        10**15,
        str(10**15),
        Decimal(10) ** 15,
        HUGE,
        -HUGE,
        "9" * 100_000,
    ],
    ids=lambda amount: repr(amount)[:20] if not isinstance(amount, int) or abs(amount) < HUGE else "huge",
)
def test_what_is_no_exact_number_is_refused_with_words(amount):
    with pytest.raises(ValidationError) as caught:
        volume(amount)
    (error,) = caught.value.errors()
    assert error["type"] == "law189"
    for words in (error["ctx"]["ru"], error["ctx"]["en"]):
        assert "1200.50" in words or not str(amount).strip()  # what is needed, by an example
        assert len(words) < 300


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (0, "0"),
        ("0.00", "0.00"),
        ("05", "5"),
        (5, "5"),
        ("1200.50", "1200.50"),
        ("1200.5", "1200.5"),
        (10**15 - 1, "9" * 15),
        ("9" * 15 + ".99", "9" * 15 + ".99"),
        (Decimal("1E+5"), "100000"),
        (Decimal("0.01"), "0.01"),
    ],
)
def test_an_exact_number_is_kept_as_it_was_written(amount, written):
    assert str(volume(amount).amount) == written


@given(amounts, units)
def test_a_volume_goes_to_json_and_back_unchanged(amount, unit):
    there = volume(amount, unit)
    back = Volume.model_validate(json.loads(there.model_dump_json()))
    assert back == there
    assert back.model_dump_json() == there.model_dump_json()
    assert re.fullmatch(r"\d+(\.\d{1,2})?", str(back.amount))


@given(amounts, amounts, amounts, units)
def test_sums_are_associative_commutative_and_exact(a, b, c, unit):
    one, two, three = (volume(amount, unit) for amount in (a, b, c))
    assert (one + two) + three == one + (two + three)
    assert one + two == two + one
    assert Fraction((one + two).amount) == Fraction(a) + Fraction(b)
    assert one + volume(0, unit) == one


@given(amounts, amounts, units)
def test_what_is_added_can_be_taken_away_and_never_more_than_there_is(a, b, unit):
    one, two = volume(a, unit), volume(b, unit)
    assert (one + two) - two == one
    assert one - one == volume(0, unit)
    less, more = sorted((one, two), key=lambda v: v.amount)
    assert (more - less) + less == more
    if less.amount < more.amount:
        with pytest.raises(ValidationError):
            less - more


@given(amounts, amounts)
def test_two_units_are_never_added_nor_taken_away(a, b):
    for first in Unit:
        for second in Unit:
            if first is not second:
                for step in (Volume.__add__, Volume.__sub__):
                    with pytest.raises(ValueError, match="are never added"):
                        step(volume(a, first), volume(b, second))


@pytest.mark.parametrize("other", [5, Decimal(5), "5", None])
def test_a_bare_number_has_no_unit_and_is_not_added(other):
    for step in (lambda v: v + other, lambda v: v - other):
        with pytest.raises(TypeError):
            step(volume(5))


def test_sums_do_not_depend_on_the_decimal_context_of_the_embedder():
    with localcontext(prec=3):
        assert volume("123456.78") + volume("0.01") == volume("123456.79")
        assert volume("123456.78") - volume("0.79") == volume("123455.99")
        assert volume(Decimal("99999.99")).amount == Decimal("99999.99")


def test_a_volume_is_told_in_words_and_is_frozen():
    told = volume("12.5", "hours-a-week").text
    assert (told.ru, told.en) == ("12,5 часов в неделю", "12.5 hours a week")
    money, hours = {"руб."}, {"часов в неделю", "человеко-часов"}
    counted = {"человеко-дней", "койко-дней", "человек", "услуг", "единиц"}
    assert {unit.text.ru for unit in Unit} == money | hours | counted
    with pytest.raises(ValidationError, match="frozen"):
        volume(5).amount = 6


@pytest.mark.parametrize("unit", ["rubles", "ROUBLES", "", None, 1])
def test_an_unknown_unit_is_refused(unit):
    with pytest.raises(ValidationError):
        volume(5, unit)


def test_bytes_are_no_amount():
    with pytest.raises(ValidationError, match="bytes"):
        volume(b"5")
