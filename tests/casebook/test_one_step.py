"""What a contract and its certificate recorded in one step is called an error in both cases, or in none."""

from datetime import date
from decimal import Decimal

import pytest
from books import PROFILE, contracted, fulfilled, line, taking, town

from law189.audit.bulk import audit_book
from law189.casebook.book import Casebook
from law189.casebook.line import LINE
from law189.cases.history import Decision, RecordAnnulled
from law189.errors import Refused
from law189.verdict import Outcome
from law189.workflows import certificate

ON, ENDED = "2024-06-03", "2024-05-31"
DAY = date(2024, 6, 3)
APART = "reconciliation.part_of_one"


def annulling(case, lifecycle, record, by, on=ON):
    return line(case, lifecycle, "record_annulled", on, by, record=record, reason="ошибка")


def book_of(*more):
    """A town with one certificate of 72 hours and a contract under it."""
    return taking(town(), contracted(), more)


LIVES = {
    "concluded": (),
    "fulfilled in part": tuple(fulfilled(rendered=40, on=ENDED)),
    "fulfilled in full": tuple(fulfilled(on=ENDED)),
}


def linked(book):
    """The places of the certificate's records about its contract that stand."""
    case = book.case("c1")
    return [
        place
        for place, record in enumerate(case.records)
        if place not in case.annulled and hasattr(record.event, "contract")
    ]


@pytest.mark.parametrize("life", LIVES)
@pytest.mark.parametrize("decided", [False, True])
def test_the_record_of_a_certificate_is_not_annulled_apart_from_that_of_its_contract(life, decided):
    book = book_of(*LIVES[life])
    assert linked(book)
    for place in linked(book):
        for by in certificate.lifecycle.entitled(book.case("c1"), place, PROFILE.on(DAY)):
            step = annulling("c1", "certificate", place + 1, by)
            if decided:
                step = step.model_copy(update={"decision": Decision(by="суд", on=DAY, reason="решение")})
            verdict = book.judge(step)
            assert verdict.outcome is Outcome.VOID
            if place == linked(book)[-1]:
                (told,) = [one for one in verdict.walk() if one.rule == APART]
                assert (told.facts["case"], told.facts["record"]) == ("k1", len(book.case("k1").records))


@pytest.mark.parametrize("life", LIVES)
def test_annulled_in_the_contract_it_is_annulled_in_both_and_so_is_the_annulment(life):
    book = book_of(*LIVES[life])
    before = book.case("c1")
    mine = book.case("k1")
    after = book.take(annulling("k1", "contract", mine.version, mine.records[-1].event.by))
    assert len(after.case("c1").annulled) == 1
    alone = annulling("c1", "certificate", after.case("c1").version, after.case("c1").records[-1].event.by)
    assert APART in {one.rule for one in after.judge(alone).reasons(Outcome.VOID)}
    back = after.take(annulling("k1", "contract", after.case("k1").version, mine.records[-1].event.by))
    assert back.case("c1").state == before.state


def test_one_certificate_is_not_spent_twice_by_an_annulment():
    book = book_of()
    (place,) = linked(book)
    with pytest.raises(Refused):
        book.take(annulling("c1", "certificate", place + 1, "provider"))
    ledger = book.ledger(DAY)
    assert all(row.held.amount <= Decimal(72) for row in ledger.services if row.formed.amount)
    assert not [one for one in audit_book(book, DAY) if one.rule == APART]


def test_an_option_says_that_nothing_is_left_to_annul_apart():
    (option,) = [one for one in book_of().options("c1", DAY) if one.kind == "record_annulled"]
    assert option.verdict.outcome is Outcome.VOID
    assert APART in {one.rule for one in option.verdict.reasons(Outcome.VOID)}


def test_where_only_an_annulment_counts_the_option_is_of_that():
    book = taking(town(), [next(contracted())])
    after = book.take(annulling("k1", "contract", 1, "provider"))
    (option,) = [one for one in after.options("k1", DAY) if one.kind == "record_annulled"]
    assert (option.verdict.outcome, option.by) == (Outcome.HOLDS, ("provider",))
    assert after.judge(annulling("k1", "contract", 2, "provider")).outcome is Outcome.HOLDS


def test_a_record_of_a_contract_that_the_book_does_not_hold_is_annulled():
    """Its contract is of another book: what was written here by mistake is mended here."""
    case = book_of().case("c1")
    alone = taking(town())
    told = case.records[-1].event.model_dump(mode="json", exclude_none=True)
    held = LINE.validate_python({"history": "c1", "lifecycle": "certificate", **told})
    taken = alone.take(held)
    undone = taken.take(annulling("c1", "certificate", case.version, "provider"))
    assert isinstance(undone.case("c1").records[-1].event, RecordAnnulled)


def test_a_book_with_half_of_a_step_annulled_is_told():
    """Such a book was written before the halves were kept together, or elsewhere."""
    book = book_of()
    case = book.case("c1")
    error = RecordAnnulled(on=DAY, by="provider", record=case.version, reason="ошибка")
    half = book.shelf.with_cases([certificate.lifecycle.advance(case, error, PROFILE)])
    (found,) = [one for one in audit_book(Casebook(PROFILE, half), DAY) if one.rule == APART]
    assert (found.history, found.kind, found.outcome) == ("c1", "record_annulled", Outcome.VOID)
