"""What the book says against a step that is only thought of, from its own cases."""

from datetime import date

import pytest
from books import PROFILE, certified, contracted, line, taking, town

from law189.casebook.shelf import MemoryShelf
from law189.casebook.taking.tried import against_it
from law189.verdict import Outcome
from law189.workflows import contract

ON = date(2024, 4, 15)


def concluded(book, case="k1"):
    return next(one for one in book.options(case, ON) if one.kind == "concluded")


def offered():
    return [next(iter(contracted()))]


def test_a_contract_that_the_book_lets_be_is_possible():
    option = concluded(taking(town(), offered()))
    assert option.verdict.outcome is Outcome.HOLDS
    assert {one.name for one in option.needs} >= {"certificate"}
    assert not {"provider", "agreement"} & {one.name for one in option.needs}


def test_what_another_case_says_stands_in_the_option():
    """The entry is taken from the book and not asked for: that it is over is told."""
    out = line(
        "entry", "selection", "excluded", "2024-04-10", "education", ground="own-request", because="заявление"
    )
    option = concluded(taking(town(), offered(), [out]))
    assert option.verdict.outcome is Outcome.VOID
    assert "standing.included" in {one.rule for one in option.verdict.reasons(Outcome.VOID)}


@pytest.mark.parametrize("free", [False, True])
def test_a_contract_is_possible_as_long_as_one_certificate_is_free(free):
    own = line("k2", "contract", **{
        **offered()[0].event.model_dump(mode="json", exclude_none=True), "number": "Д-2", "on": "2024-02-20",
    })  # fmt: skip
    more = [certified("c2", number="К-2", file="18")] if free else []
    option = concluded(taking(town(), contracted(), *more, [own]), "k2")
    assert option.verdict.outcome is (Outcome.HOLDS if free else Outcome.VOID)


def test_a_step_that_needs_a_fact_is_not_tried():
    case = contract.lifecycle.begin("17")
    assert against_it(MemoryShelf(), case, contract.Offered, ("provider",), PROFILE, ON) == ()
