"""A record of the register that passed to a successor: what was begun before is a question for a person."""

from datetime import date

import pytest

from law189.extracts import RegisterExtract
from law189.law import Citation, Text
from law189.rules import agreements, reconciliation
from law189.rules.providers import successors
from law189.rules.reconciliation import once
from law189.verdict import Outcome

BEFORE, AFTER, ANOTHER = "4205000009", "4205000016", "4205000023"
SERVICE = "804200О.99.0.ББ52АЖ48000"
REGISTER = Citation("town-5", "p3", Text("п. 3", "item 3"))
DAY = date(2024, 3, 1)


def entry(provider: str, *before: str) -> RegisterExtract:
    return RegisterExtract(
        as_of=DAY,
        provider=provider,
        record="12",
        services=(SERVICE,),
        included_on="2023-10-01",
        before=before,
    )


def test_a_record_succeeds_everybody_whose_it_was_and_nobody_else():
    passed = entry(AFTER, BEFORE)
    assert successors.succeeds(passed, BEFORE)
    assert not successors.succeeds(passed, ANOTHER)
    assert not successors.succeeds(passed, AFTER), "its own provider has not passed it on to itself"
    assert not successors.succeeds(entry(AFTER), BEFORE)


def test_whether_what_was_begun_before_passed_on_is_unknown_and_an_office_decides():
    told = successors.begun_before(
        Text("Договор", "The contract"), "5", BEFORE, entry(AFTER, BEFORE), REGISTER
    )
    assert (told.outcome, [ask.path for ask in told.asks], told.cites) == (
        Outcome.UNKNOWN,
        ["decision"],
        (REGISTER,),
    )
    assert (told.facts["provider"], told.facts["successor"], told.facts["number"]) == (BEFORE, AFTER, "5")


@pytest.mark.parametrize(
    ("shown", "begun", "rules"),
    [
        (entry(AFTER, BEFORE), "3", {"successors.begun_before"}),
        (entry(AFTER, BEFORE), None, {"funding.provider"}),
        (entry(AFTER), "3", {"funding.provider"}),
        (entry(BEFORE), "3", set()),
    ],
)
def test_an_agreement_in_force_with_who_held_the_record_before_is_not_that_of_another(shown, begun, rules):
    told = agreements.party(shown, entry(BEFORE), (SERVICE,), DAY, REGISTER, begun=begun)
    assert {one.rule for one in told if one.outcome is not Outcome.HOLDS} == rules


def test_a_case_in_force_whose_record_passed_on_is_unknown():
    told = reconciliation.passed_on(
        Text("соглашение", "agreement"), "3", DAY, provider=BEFORE, record="12", successor=AFTER, since=DAY
    )
    assert (told.outcome, [ask.path for ask in told.asks]) == (Outcome.UNKNOWN, ["decision"])


def test_one_licence_is_of_one_provider():
    assert once.licensed_alike("Л035-1", BEFORE, ()).outcome is Outcome.HOLDS
    other = once.licensed_alike("Л035-1", BEFORE, (ANOTHER,))
    assert other.outcome is Outcome.UNKNOWN
    assert ANOTHER in str(other.facts)
