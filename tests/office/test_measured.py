"""What a cell of values says: a number is read whole, and a year is one only where it stands alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.office.workbook.measured import value_in
from law189.office.workbook.said import Said
from law189.profile.term_words import unclear

WHOLE = st.integers(0, 10**9) | st.sampled_from([12000, 12050, 152050, 2000, 2050, 20200, 202020])
FORMS = ("{0}", "{0:_}", "{0} чел.", "{0} %", "{0} единиц")
YEARS = (
    "{0}, {1} г.",
    "{0} ({1} год)",
    "{0} ({1} г.)",
    "{0} {1} года",
    "{0}; {1}",
    "{0} декабрь {1} г.",
    "{0} год: {1}",
)


def said(number, form):
    return form.format(number).replace("_", " ")


def read(words, year=2024):
    asked = []
    return value_in(words, Said(year=year), asked), asked


@settings(max_examples=size(200, 3000))
@given(WHOLE, st.sampled_from(FORMS))
def test_a_number_is_read_whole_whatever_its_last_digits_are(number, form):
    assert read(said(number, form)) == ({"value": number, "year": 2024}, [])


@settings(max_examples=size(200, 3000))
@given(WHOLE, st.sampled_from(FORMS), st.sampled_from(YEARS), st.integers(2000, 2099))
def test_a_year_beside_a_number_is_its_year_and_no_digit_of_it(number, form, beside, year):
    found, asked = read(beside.format(said(number, form), year), None)
    assert (found["value"], found["year"], asked) == (number, year, [])


@settings(max_examples=size(200, 3000))
@given(WHOLE, WHOLE)
def test_bounds_are_whole_numbers(one, other):
    low, high = sorted((one, other))
    assert read(f"от {low} до {high}") == ({"value": {"at_least": low, "at_most": high}, "year": 2024}, [])
    assert read(f"не менее {low}") == ({"value": {"at_least": low}, "year": 2024}, [])
    assert read(f"не более {high}")[0] == {"value": {"at_most": high}, "year": 2024}


@pytest.mark.parametrize("words", ["5,2030", "0.2024"])
def test_digits_after_a_comma_are_no_year(words):
    assert read(words) == ({"value": words, "year": 2024}, [])


@pytest.mark.parametrize("words", ["12050 г.", "75-2024", "75 до 2024", "5,2030 г.", "12___", "1220__"])
def test_what_may_be_a_number_and_a_year_is_asked_about(words):
    found, asked = read(words)
    assert found is None
    assert [one.en for one in asked] == [f"the value «{words}» is not understood; write it"]


@pytest.mark.parametrize("words", ["до 30.02.20245", "до 1.30.02.2024"])
def test_a_day_is_none_inside_another_number(words):
    assert unclear(words) is None
