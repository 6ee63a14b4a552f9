"""A claim of days on which no contract ran: a person decides, and the step of a contract after it stands."""

from datetime import date

import pytest

from law189.rules.agreements.claimed import claim_served, claims_covered
from law189.verdict import Outcome

MARCH = (date(2024, 3, 1), date(2024, 3, 31))


@pytest.mark.parametrize("ran", [0, 1, 60])
def test_a_person_decides_of_a_claim_of_days_on_which_no_contract_ran(ran):
    verdict = claim_served("Т-1", MARCH, agreement="С-1", ran=ran)
    assert verdict.outcome is (Outcome.HOLDS if ran else Outcome.UNKNOWN)
    assert [ask.path for ask in verdict.asks] == ([] if ran else ["decision"])
    assert verdict.text.ru.startswith(
        "Требование № Т-1 с 01.03.2024 по 31.03.2024; соглашение № С-1, договоров, по которым в какой-либо из этих "
        f"дней могли оказывать услуги: {ran}"
    )
    assert verdict.text.en.startswith(
        "The claim Т-1, from 2024-03-01 to 2024-03-31; the agreement С-1, contracts"
    )


@pytest.mark.parametrize("ran", [0, 1])
@pytest.mark.parametrize("contract", ["Д-1", None])
def test_the_step_by_which_a_claim_is_left_without_a_contract_stands(ran, contract):
    verdict = claims_covered("Т-1", MARCH, agreement="С-1", ran=ran, contract=contract)
    assert verdict.outcome is (Outcome.HOLDS if ran else Outcome.BREACH)
    assert ("договор № Д-1, соглашение № С-1" in verdict.text.ru) is (contract is not None)
    assert ("the contract Д-1, the agreement С-1" in verdict.text.en) is (contract is not None)
