"""What no contract holds of a certificate, known before a contract is shown."""

from datetime import date
from decimal import Decimal

import pytest
from cases_at_hand import FORMED_CERTIFICATE, FULL_TIME, KEMEROVO, hours, taking

from law189.extracts import ContractExtract
from law189.rules.certificates.balances import all_held, some_left
from law189.rules.certificates.holding import Holding
from law189.verdict import Outcome
from law189.workflows.certificate import Contracted
from law189.workflows.certificate import lifecycle as certificate

HOLDS, VOID = Outcome.HOLDS, Outcome.VOID


@pytest.mark.parametrize(
    ("left", "some", "held"),
    [("0.01", HOLDS, VOID), ("0", VOID, HOLDS), ("-1", VOID, HOLDS)],
)
def test_what_is_left_is_for_one_more_contract_or_for_none(left, some, held):
    found = Holding("C", (FULL_TIME,), hours(72), date(2024, 1, 12), date(2024, 12, 31), Decimal(left))
    assert (some_left(found).outcome, all_held(found).outcome) == (some, held)
    assert (
        some_left(found).facts
        == all_held(found).facts
        == {
            "left": Decimal(left),
            "unit": hours(1).unit.text,
        }
    )


def contracted(amount):
    return Contracted(
        on="2024-02-02",
        by="provider",
        contract=ContractExtract(
            as_of="2024-02-02",
            number="5",
            provider="4205000009",
            certificate="C-17",
            service=FULL_TIME,
            volume=hours(amount),
            concluded_on="2024-02-02",
            ends_on="2024-12-31",
        ),
    )


@pytest.mark.parametrize(("amount", "used"), [(144, HOLDS), (143, VOID)])
def test_a_certificate_is_open_to_be_used_where_contracts_hold_all_of_it(amount, used):
    history = taking(certificate, "17")(*FORMED_CERTIFICATE, contracted(amount))
    options = {
        one.kind: one.verdict.outcome for one in certificate.options(history, KEMEROVO, date(2024, 3, 1))
    }
    assert options["used"] is used
