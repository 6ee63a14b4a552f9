"""What a step names: numbers that look alike are told apart in words, and are still two numbers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.extracts import ContractExtract
from law189.numbers import same_number
from law189.rules.certificates.holding import of_certificate
from law189.rules.contracts import same_contract
from law189.rules.contracts.contract_changes import same_certificate
from law189.rules.naming import look_alike
from law189.verdict import Outcome

RUSSIAN, LATIN = "АВЕКМНОРСТХ", "ABEKMHOPCTX"
TO_LATIN = str.maketrans(RUSSIAN, LATIN)
ON = date(2024, 2, 2)


def contract(number="Д-1", certificate="К-1"):
    return ContractExtract(
        as_of=ON,
        number=number,
        provider="4205000009",
        certificate=certificate,
        service="804200О.99.0.ББ52АЖ48000",
        volume={"amount": 72, "unit": "person-hours"},
        concluded_on=ON,
        ends_on="2024-05-31",
    )


@given(
    st.text(RUSSIAN + "0123456789-/", min_size=1, max_size=12).filter(lambda one: one.strip("0123456789-/"))
)
def test_a_number_in_the_other_alphabet_looks_alike_and_is_another(number):
    assert look_alike(number, number.translate(TO_LATIN))
    assert look_alike(number.lower(), number.translate(TO_LATIN))
    assert not look_alike(number, number)
    assert not same_number(number, number.translate(TO_LATIN))


@pytest.mark.parametrize("other", ["К-2", "К 1 2", None])
def test_another_number_does_not_look_alike(other):
    assert not look_alike("К-1", other)


@pytest.mark.parametrize(
    "said",
    [
        of_certificate(contract(certificate="K-1"), "К-1", date(2024, 1, 15), date(2024, 12, 31), ON),
        same_certificate("K-1", "К-1"),
        same_contract(contract(certificate="K-1"), contract()),
        same_contract(contract(number="A-1"), contract(number="А-1")),
    ],
    ids=lambda one: one.rule,
)
def test_every_question_about_the_number_of_a_document_says_why_it_looks_the_same(said):
    assert said.outcome is Outcome.VOID
    assert said.text.ru.endswith("различаются только латинскими и русскими буквами.")
    assert said.text.en.endswith("differ in Latin and Russian letters alone.")


def test_of_other_numbers_nothing_is_said():
    for said in (same_certificate("К-2", "К-1"), same_contract(contract(certificate="К-2"), contract())):
        assert "латинскими" not in said.text.ru
