"""A case that stood in a book, judged again alone: what only the book asks is not asked, and nothing has changed.

The profile and the version are the same in each law here, so no answer is another one.
"""

import json

import pytest
from books import (
    PROFILE,
    agreed,
    certified,
    contracted,
    included,
    line,
    ordered,
    taking,
    volume,
    with_parameters,
)
from casebook.test_laws import taken, towns, with_annulments
from casebook.test_scenes import S
from hypothesis import given, settings
from night import size
from scenes import FULL_TIME
from typer.testing import CliRunner

from law189.audit.recheck import not_asked, recheck, recheck_book
from law189.casebook.book import Casebook
from law189.casebook.cycles import CYCLES
from law189.casebook.shelf import MemoryShelf
from law189.casebook.taking import judged, undone
from law189.cli.app import app
from law189.verdict import Outcome

OF_OTHERS = "reconciliation."
EXTRACT = "reconciliation.extract_agrees"


def recorded(steps, profile=PROFILE):
    """The book in which all that happened is recorded, whatever is wrong with it."""
    shelf = MemoryShelf()
    for one in sorted(steps, key=lambda step: step.event.on):
        told = one.model_copy(update={"expected_version": None})
        shelf = undone(shelf, told, profile)
        shelf = shelf.with_cases(judged(shelf, told, profile, happened=True).cases)
    return Casebook(profile, shelf)


def may_stand(record):
    """Whether a case that is loaded may have the record."""
    outcome = record.verdict.outcome
    return outcome is not Outcome.VOID and (outcome is not Outcome.UNKNOWN or record.decision is not None)


def answered_alike(book, profile=PROFILE):
    """That no case of the book is answered otherwise alone; nor saved and loaded, where each step may stand."""
    for case in book.cases():
        assert recheck(case, profile) == ()
        if all(may_stand(record) for record in case.records):
            cycle = CYCLES[case.lifecycle]
            loaded = cycle.load(cycle.dump(case))
            assert recheck(loaded, profile) == ()
            assert not_asked(loaded, profile) == not_asked(case, profile)
    assert [*recheck_book(book, profile)] == []


@given(steps=towns)
@settings(max_examples=size(8, 60))
def test_no_case_of_a_book_is_answered_otherwise_alone(steps):
    answered_alike(taken(steps)[0])


@given(steps=with_annulments())
@settings(max_examples=size(8, 60))
def test_no_case_of_what_happened_is_answered_otherwise_alone(steps):
    answered_alike(recorded(steps))


@pytest.mark.parametrize("name", S)
def test_no_case_of_a_scene_is_answered_otherwise_alone(name):
    one = S[name]
    answered_alike(recorded(one.lines, one.profile), one.profile)


# ─── A contract whose extract of the certificate is not what the certificate says ────────────────────────

HANDED = {
    "as_of": "2024-02-01", "number": "К-1", "recipient": {"file": "17", "born": "2014-05-01"},
    "services": [FULL_TIME], "nominal": volume(72), "balance": volume(70), "formed_on": "2024-01-10",
    "valid_until": "2024-12-31",
}  # fmt: skip


@pytest.fixture(scope="module")
def differing():
    return taking(ordered(), included(), agreed(), certified(), contracted(handed=HANDED)).case("k1")


def test_what_the_book_said_stays_as_it_was_and_is_told_to_be_not_asked_again(differing):
    assert differing.records[1].verdict.outcome is Outcome.BREACH
    assert recheck(differing, PROFILE) == ()
    told = [(number, one.outcome) for number, one in not_asked(differing, PROFILE) if one.rule == EXTRACT]
    assert told == [(2, Outcome.BREACH)]


def test_another_act_tells_only_what_the_case_itself_is_asked(differing):
    """The other act changes what one case is asked; what the book said of it is no difference of it."""
    book = taking(ordered(), included(), agreed(), certified(), certified("c2", number="К-2", file="18"))
    other = with_parameters({"limits": [{"since": "2024-01-01", "until": "2024-12-31", "certificates": 1}]})
    assert [change.rule for _, one in recheck_book(book, other) for change in one.changes] == [
        "reconciliation.within_limit"
    ]
    for case in [*book.cases(), differing]:
        changes = [change for one in recheck(case, other) for change in one.changes]
        assert not [change.rule for change in changes if change.rule.startswith(OF_OTHERS)]


@pytest.mark.parametrize(("lang", "words"), [("ru", "не спрошено заново"), ("en", "not asked again")])
def test_the_command_says_what_was_not_asked_again(differing, lang, words, tmp_path):
    file = tmp_path / "saved.json"
    file.write_text(json.dumps(CYCLES["contract"].dump(differing), ensure_ascii=False), encoding="utf-8")
    found = CliRunner().invoke(app, ["recheck", str(file), "--profile", "kemerovo", "--lang", lang])
    assert words in found.output
    assert EXTRACT in found.output
    assert "теперь не спрашивают" not in found.output
    assert "is not asked any more" not in found.output
    found = CliRunner().invoke(app, ["recheck", str(file), "--profile", "kemerovo", "--json"])
    (told,) = json.loads(found.output)
    assert (2, EXTRACT) in {(one["record"], one["verdict"]["rule"]) for one in told["not_asked"]}


def test_a_record_that_was_annulled_is_not_told():
    book = taking(ordered(), included(), agreed(), certified(), contracted(handed=HANDED))
    by = book.case("k1").records[1].event.by
    gone = line("k1", "contract", "record_annulled", "2024-02-02", by, record=2, reason="ошибка")
    case = book.take(gone).case("k1")
    assert 2 not in {number for number, _ in not_asked(case, PROFILE)}
    assert recheck(case, PROFILE) == ()
