"""A refusal because the volume is used up: borne out where nothing is left, and one whatever number of orders."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from law189.measures import Unit
from law189.rules.orders.exhausted import ShareLeft, exhausted
from law189.verdict import Outcome

HOLDS, VOID, HOURS = Outcome.HOLDS, Outcome.VOID, Unit.PERSON_HOURS


@given(st.decimals(-10, 10, places=2))
def test_a_refusal_because_nothing_is_left_is_borne_out_where_nothing_is(left):
    verdict = exhausted("limit-exhausted", [ShareLeft("2024/1", "1", HOURS, Decimal(600), left)])
    assert verdict.outcome is (HOLDS if left <= 0 else VOID)


def test_a_refusal_is_one_whatever_number_of_orders_and_tells_what_is_left_of_all():
    shares = [ShareLeft(f"2024/{n}", "1", HOURS, Decimal(10), Decimal(n - 2)) for n in range(1, 10)]
    verdict = exhausted("limit-exhausted", [*shares, ShareLeft("2024/9", "2", HOURS, Decimal(7), Decimal(3))])
    assert verdict.outcome is VOID
    assert (
        "№ 2024/3, № 2024/4, № 2024/5, № 2024/6, № 2024/7 и других: 2; остаток: услуга 1" in verdict.text.ru
    )
    assert "услуга 1 (человеко-часов): 28 из 70 и услуга 2 (человеко-часов): 3 из 7" in verdict.text.ru
    none = exhausted("limit-exhausted", shares[:2])
    assert none.outcome is HOLDS
    assert "№ 2024/1 и № 2024/2; остаток: нет" in none.text.ru
