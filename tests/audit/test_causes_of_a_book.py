"""An audit of a book and one of its records written as the lines of a file agree, each finding with its cause."""

from collections import Counter

import pytest
from books import agreed, included, ordered
from casebook.test_scenes import S
from scenes import Scene, excluded

from law189.audit.bulk import Finding, audit, audit_book, lines_of
from law189.casebook.book import Casebook
from law189.casebook.known import Made
from law189.casebook.shelf import MemoryShelf
from law189.casebook.taking import judged

HANDED_IN = "reconciliation.extract_agrees"
"""What a record says of the papers that were handed in; a book keeps its own in their place."""


def book_of(scene):
    shelf = MemoryShelf()
    for one in sorted(scene.lines, key=lambda line: line.event.on):
        shelf = shelf.with_cases(judged(shelf, one, scene.profile, happened=True).cases)
    return Casebook(scene.profile, shelf)


def by_book(book):
    for one in audit_book(book):
        cause = None if one.cause is None else Made(one.cause_history, one.cause)
        assert (one.cause is None) is (one.cause_history is None)
        yield Made(one.history, one.line), one.rule, one.outcome, cause


def by_file(book):
    made = lines_of(book)
    records = [Made(line.history, record) for record, line in made]
    for one in audit(list(enumerate((line for _, line in made), start=1)), book.profile):
        assert isinstance(one, Finding)
        cause = None if one.cause is None else records[one.cause - 1]
        yield records[one.line - 1], one.rule, one.outcome, cause


@pytest.mark.parametrize("name", S)
def test_a_book_and_its_lines_as_a_file_agree(name):
    book = book_of(S[name])
    told = [Counter(one for one in found(book) if one[1] != HANDED_IN) for found in (by_book, by_file)]
    assert told[0] == told[1]


def test_a_cause_in_another_case_is_told_though_its_record_has_the_same_number():
    """An agreement, concluded by its third record, rests on an entry that its third one excludes in error."""
    out = excluded()
    wrong = out.model_copy(update={"event": out.event.model_copy(update={"by": "provider"})})
    book = book_of(Scene((*ordered(), *included(), *agreed(), wrong)))
    first, rests = audit_book(book)
    assert (first.history, first.line, first.cause, first.cause_history) == ("entry", 3, None, None)
    assert (rests.history, rests.line, rests.cause, rests.cause_history) == ("agreement", 3, 3, "entry")
    assert (rests.open, rests.as_json()["cause_history"], "cause_history" in first.as_json()) == (
        False,
        "entry",
        False,
    )
    assert Counter(by_book(book)) == Counter(by_file(book))
