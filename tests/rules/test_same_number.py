"""Of several cases of one number it is asked which is meant; an order of a year that the book has not is told."""

from hypothesis import given
from hypothesis import strategies as st

from law189.law import Text
from law189.rules.reconciliation.same_number import order_of_year, several_named
from law189.verdict import DECISION, Outcome

YEARS = st.sets(st.integers(2020, 2030), max_size=4)


@given(st.lists(st.integers(2020, 2030), min_size=1, max_size=4, unique=True))
def test_the_one_case_is_meant_and_of_several_its_extract_is_asked_for(years):
    held = {f"o{year}": Text(f"год заказа: {year}", f"year: {year}") for year in years}
    verdict = several_named("order", "1", held)
    assert verdict.outcome is (Outcome.UNKNOWN if len(years) > 1 else Outcome.HOLDS)
    assert verdict.facts["cases"] == tuple(held)
    for year in years:
        assert f"o{year} (год заказа: {year})" in verdict.text.ru
    if verdict.outcome is Outcome.UNKNOWN:
        assert [ask.path for ask in verdict.lacks] == ["event.order"]
        assert DECISION not in verdict.asks


@given(st.integers(2020, 2030), YEARS)
def test_an_order_of_a_year_that_the_book_has_not_is_for_a_person(year, held):
    verdict = order_of_year("1", year, held)
    assert verdict.outcome is (Outcome.HOLDS if year in held else Outcome.UNKNOWN)
    assert verdict.facts["held"] == tuple(sorted(held))
    assert (DECISION in verdict.asks) is (year not in held)
