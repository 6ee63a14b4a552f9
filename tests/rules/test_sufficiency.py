"""The share of an order covers its certificates, and a certificate its contracts."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from law189.measures import Unit, Volume
from law189.rules.reconciliation.sufficiency import (
    acts_covered,
    cut_below,
    line_named,
    of_certificate,
    of_contracts,
    of_share,
)
from law189.verdict import Outcome

HOLDS, BREACH, UNKNOWN, VOID = Outcome
HOURS = Unit.PERSON_HOURS
AMOUNTS = st.decimals(0, 1000, places=2)
NAMES = {"number": "2024/1", "service": "1"}


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_a_certificate_fits_in_what_is_left_of_the_share(asked, share, certified):
    verdict = of_share(asked, share, certified, HOURS, **NAMES)
    assert verdict.outcome is (VOID if certified + asked > share else HOLDS)
    assert verdict.facts["left"] == share - certified


@given(AMOUNTS, AMOUNTS)
def test_an_amended_order_covers_what_is_certified(share, certified):
    verdict = cut_below(share, certified, HOURS, **NAMES)
    assert verdict.outcome is (VOID if share < certified else HOLDS)


@given(AMOUNTS, AMOUNTS, AMOUNTS, st.sampled_from(Unit))
def test_contracts_together_take_no_more_of_a_certificate_than_it_gives(asked, nominal, taken, unit):
    verdict = of_certificate(
        Volume(amount=asked, unit=unit), Volume(amount=nominal, unit=HOURS), taken, number="К-1"
    )
    assert verdict.outcome is (HOLDS if unit is HOURS and taken + asked <= nominal else VOID)
    assert verdict.facts["taken"] == taken


@given(AMOUNTS, AMOUNTS)
def test_acts_bear_out_no_more_than_the_contracts_give(acted, given_volume):
    verdict = of_contracts(acted, given_volume, HOURS, **NAMES)
    assert verdict.outcome is (VOID if acted > given_volume else HOLDS)


@given(AMOUNTS, AMOUNTS)
def test_a_contract_that_gives_less_stands_though_acts_bear_out_more(acted, given_volume):
    verdict = acts_covered(acted, given_volume, HOURS, contract="Д-1", **NAMES)
    assert verdict.outcome is (BREACH if acted > given_volume else HOLDS)


def test_a_certificate_of_several_services_names_the_line_that_pays():
    named, silent = line_named(["1", "2"], "2"), line_named(["1", "2"], None)
    assert (named.outcome, silent.outcome) == (HOLDS, UNKNOWN)
    assert [ask.path for ask in silent.asks] == ["event.line"]
    assert "строку заказа" in silent.text.ru


def test_the_sentences_say_all_figures():
    told = of_share(Decimal(72), Decimal(600), Decimal(576), HOURS, **NAMES)
    assert told.text.ru == (
        "Заказ № 2024/1, услуга 1: доля сертификатов (человеко-часов): 600; уже сформировано: 576; "
        "этот сертификат: 72; остаток доли: 24."
    )
