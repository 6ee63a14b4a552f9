"""Where the cases hold no contract: what is asked for, and that nothing is decided by an empty list."""

from datetime import date

import pytest

from law189.rules.providers.serving import ACT, CLAIM
from law189.rules.reconciliation.contracts_held import of_agreement, of_order
from law189.verdict import Outcome

PERIOD = (date(2024, 3, 1), date(2024, 3, 31))
SERVICE = "804200О.99.0.ББ52АЖ48000"


@pytest.mark.parametrize(
    ("verdict", "ru", "en"),
    [
        (
            of_agreement("С-1", ACT, "А-1", PERIOD),
            "Акт № А-1 с 01.03.2024 по 31.03.2024; соглашение № С-1, договоров по нему в делах: 0",
            "from 2024-03-01 to 2024-03-31; the agreement С-1, contracts of it in the cases: 0",
        ),
        (
            of_agreement("С-1", CLAIM, "Т-1", PERIOD),
            "№ Т-1 с 01.03.2024 по 31.03.2024; соглашение № С-1",
            "Т-1, from 2024-03-01 to 2024-03-31; the agreement С-1",
        ),
        (
            of_order("2024/1", PERIOD, [SERVICE]),
            "по отчёту по сертификатам оказаны или могли быть оказаны услуги: 804200О.99.0.ББ52АЖ48000",
            "or may have been: 804200О.99.0.ББ52АЖ48000",
        ),
    ],
    ids=["act", "claim", "report"],
)
def test_an_empty_list_of_contracts_is_asked_for(verdict, ru, en):
    assert verdict.outcome is Outcome.UNKNOWN
    assert verdict.facts["held"] == 0
    assert ru in verdict.text.ru
    assert en in verdict.text.en
    assert "case.contracts" in [ask.path for ask in verdict.asks]
