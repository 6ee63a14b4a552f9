"""The law of one audit: whatever door the lines that were taken come through, the findings are the same.

Lines name other cases by `refers_to`, rightly or not; an office decides what is unknown; steps are taken in another
order than that of their days, and the case that one names may come about later. The lines as a file, the book in
memory, the book in a database and the parts tell the same: each with its step, rule, outcome, office and cause.
"""

from collections import Counter
from datetime import date, timedelta

import pytest
from books import (
    FULL_TIME,
    OTHER_PROVIDER,
    PROFILE,
    PROVIDER,
    TECHNICAL,
    agreed,
    certified,
    contracted,
    included,
    line,
    ordered,
    volume,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.audit import parts
from law189.audit.bulk import Finding, audit, audit_book
from law189.audit.parts import audit_parts
from law189.audit.stored import StoreSource
from law189.casebook.book import Casebook
from law189.casebook.known import Made
from law189.casebook.made import as_made
from law189.casebook.stores.sql import SqlStore
from law189.cases.history import Decision
from law189.errors import Law189Error

OFFICE = "начальник управления"


def decided(step, on=None):
    """The step with the decision of an office."""
    decision = Decision(by=OFFICE, on=on or step.event.on, reason="так решено")
    return step.model_copy(update={"decision": decision})


def naming(step, **numbers):
    """The step that names other cases by these numbers, decided by an office."""
    return decided(step.model_copy(update={"refers_to": {**step.refers_to, **numbers}}))


def taken(lines, *stores):
    """The book after those lines that are taken one by one, and these lines; so with each store."""
    book, kept = Casebook(PROFILE), []
    for one in lines:
        try:
            after = book.take(one)
        except Law189Error:
            continue
        book = after
        kept.append(one)
        for store in stores:
            store.take(one)
    return book, kept


def of_lines(found, places):
    """The findings, each by the record of its case that the line made."""
    for one in found:
        assert isinstance(one, Finding), one
        cause = None if one.cause is None else places[one.cause]
        yield places[one.line], one.rule, one.outcome, one.decided_by, cause


def by_file(lines, how=audit):
    """What the lines as a file tell; a step of a contract may have made records of two cases."""
    book, places = Casebook(PROFILE), {}
    for number, one in enumerate(lines, start=1):
        book = book.take(one)
        places[number] = Made(one.history, book.case(one.history).version)
    return Counter(of_lines(how([*enumerate(lines, start=1)], PROFILE), places))


def by_book(book):
    found = audit_book(book)
    return Counter(
        (Made(one.history, one.line), one.rule, one.outcome, one.decided_by,
         None if one.cause is None else Made(one.cause_history, one.cause))
        for one in found
    )  # fmt: skip


def by_database(url, cases):
    lines = [*StoreSource(url).read(PROFILE)]
    places = {at: Made(one.history, number) for at, (number, one) in enumerate(as_made(cases), start=1)}
    return Counter(of_lines(audit(lines, PROFILE), places))


def in_parts(lines, profile):
    return audit_parts(lines, profile, memory=1)


def is_one_audit(lines, tmp_path):
    path = tmp_path / "book.sqlite3"
    path.unlink(missing_ok=True)
    url = f"sqlite:///{path}"
    with SqlStore(url, PROFILE) as store:
        book, kept = taken(lines, store)
        again = [*store.cases()]
    assert again == [*book.cases()], "the database has the book"
    whole = by_file(kept)
    assert by_file(kept, in_parts) == whole
    assert by_book(book) == whole
    assert by_database(url, again) == whole
    assert by_book(Casebook(PROFILE, book.shelf.with_cases(again))) == whole
    return whole


@pytest.fixture(autouse=True)
def however_few(monkeypatch):
    monkeypatch.setattr(parts, "FEW", 1)


# ─── By hand ─────────────────────────────────────────────────────────────────────────────────────────────


def told(found, history):
    return {
        (made.record, rule, outcome.value, by)
        for made, rule, outcome, by, _ in found
        if made.history == history
    }


def without_publication(history, **of):
    return [*ordered(history, **of)][:2]


def test_a_step_is_judged_beside_the_case_that_it_named_and_as_an_office_decided_it(tmp_path):
    """The order that it names is a draft; another one of the year is approved and not published."""
    draft = next(ordered("o1", number="2024/1"))
    first, *_ = agreed()
    lines = [draft, *without_publication("o2", number="2024/2"), *included(), naming(first, order="2024/1")]
    found = is_one_audit(lines, tmp_path)
    assert told(found, "agreement") == {(1, "reconciliation.case_named", "unknown", OFFICE)}


def test_an_amendment_of_another_order_than_the_one_named_is_innocent(tmp_path):
    """A certificate is formed by decision under an order that the book does not have."""
    *applied, formed = certified()
    cut = line(
        "order", "order", "amended", "2024-04-23", "education", status=2, reason="иное",
        enabling_act="решение № 8",
        lines=[{"service": TECHNICAL, "unit": "person-hours", "total": 10,
                "parts": [{"way": "certificate", "amount": 10}]}],
    )  # fmt: skip
    lines = [
        *ordered(shares=((FULL_TIME, 600), (TECHNICAL, 10))),
        *applied,
        naming(formed, order="2024/9"),
        cut,
    ]
    found = is_one_audit(lines, tmp_path)
    assert told(found, "order") == set()
    assert told(found, "c1") == {(3, "reconciliation.case_named", "unknown", OFFICE)}


def test_what_came_about_later_is_told_with_its_day(tmp_path):
    """A contract is concluded by decision under a certificate that is formed later."""
    *applied, formed = certified(on="2024-01-10")
    late = formed.model_copy(update={"event": formed.event.model_copy(update={"on": date(2024, 2, 20)})})
    offered, concluded = contracted()
    lines = [*ordered(), *included(), *agreed(), *applied, offered, decided(concluded), late]
    found = is_one_audit(lines, tmp_path)
    assert (2, "standing.formed", "void", None) in told(found, "k1")


def test_an_extract_that_the_book_took_itself_was_not_handed_in(tmp_path):
    """After a contract an exclusion of an earlier day is recorded."""
    out = line(
        "entry", "selection", "excluded", "2024-01-31", "education", ground="own-request", because="заявление"
    )
    found = is_one_audit([*ordered(), *included(), *agreed(), *certified(), *contracted(), out], tmp_path)
    assert [one for one in found if one[1] == "reconciliation.extract_agrees"] == []


def test_an_extract_that_was_handed_in_is_compared_at_every_door(tmp_path):
    """It says of the certificate another last day than the case."""
    base = [*ordered(), *included(), *agreed(), *certified()]
    shown = {
        "as_of": "2024-02-01", "number": "К-1", "recipient": {"file": "17", "born": "2014-05-01"},
        "services": [FULL_TIME], "nominal": volume(72), "balance": volume(72), "formed_on": "2024-01-10",
        "valid_until": "2024-12-30",
    }  # fmt: skip
    found = is_one_audit([*base, *contracted(handed=shown)], tmp_path)
    assert told(found, "k1") == {(2, "reconciliation.extract_agrees", "breach", None)}


def test_a_record_that_an_older_version_saved_is_judged_by_the_number_in_its_verdict():
    """Nothing was kept of what the line gave but the verdict, which says the number."""
    draft = next(ordered("o1", number="2024/1"))
    first, *_ = agreed()
    lines = [draft, *without_publication("o2", number="2024/2"), *included(), naming(first, order="2024/1")]
    book, _ = taken(lines)

    def older(case):
        return case._replace(records=tuple(one._replace(given=type(one.given)()) for one in case.records))

    shelf = book.shelf.with_cases(map(older, book.cases()))
    found = by_book(Casebook(PROFILE, shelf))
    assert told(found, "agreement") == {(1, "reconciliation.case_named", "unknown", OFFICE)}


# ─── Drawn ───────────────────────────────────────────────────────────────────────────────────────────────

ORDERS, RECORDS, CERTIFICATES = ("2024/1", "2024/2", "2024/9"), ("1", "2", "9"), ("К-1", "К-2", "К-9")
CUT = {
    "service": TECHNICAL,
    "unit": "person-hours",
    "total": 10,
    "parts": [{"way": "certificate", "amount": 10}],
}


def amended(history, lines):
    more = {"reason": "иное", "enabling_act": "решение № 8"}
    return line(history, "order", "amended", "2024-01-30", "education", status=2, lines=lines, **more)


def lives(draw):
    """The steps of each case, in their order."""
    both = ((FULL_TIME, 150), (TECHNICAL, 10))
    for at, shares in ((1, both), (2, draw(st.sampled_from((both, both[1:]))))):
        steps = [*ordered(f"o{at}", number=f"2024/{at}", shares=shares)][: draw(st.integers(1, 3))]
        yield [*steps, *draw(st.sampled_from(((), (amended(f"o{at}", [CUT]),))))]
    for at, inn in ((1, PROVIDER), (2, OTHER_PROVIDER)):
        out = line(
            f"e{at}",
            "selection",
            "excluded",
            "2024-02-10",
            "education",
            ground="own-request",
            because="заявление",
        )
        yield [*included(f"e{at}", inn=inn, record=str(at)), *draw(st.sampled_from(((), (out,))))]
        first, *rest = agreed(f"a{at}", number=f"С-{at}", record=str(at))
        named = {"provider": draw(st.sampled_from(RECORDS)), "order": draw(st.sampled_from(ORDERS))}
        yield [naming(first, **named) if draw(st.booleans()) else first, *rest]
        *applied, formed = certified(f"c{at}", number=f"К-{at}", file=str(at))
        own = draw(st.booleans())
        yield [*applied, naming(formed, order=draw(st.sampled_from(ORDERS))) if own else formed]
        offered, concluded = contracted(
            f"k{at}", number=f"Д-{at}", inn=inn, certificate=draw(st.sampled_from(CERTIFICATES)), amount=36
        )
        yield [offered, concluded]


def dated(step, on):
    """The step of that day; where an office decides it, it does so on the day."""
    event = step.event.model_copy(update={"on": on})
    decision = None if step.decision is None else step.decision.model_copy(update={"on": on})
    return step.model_copy(update={"event": event, "decision": decision})


@st.composite
def books(draw):
    """The lines in the order in which they are taken, each of a day of its own, those of a case in their order."""
    lives_drawn = [*lives(draw)]
    turns = draw(st.permutations([at for at, steps in enumerate(lives_drawn) for _ in steps]))
    if draw(st.booleans()):  # mostly in the order in which one rests on the other
        turns = sorted(turns)
    days = [date(2023, 12, 1) + timedelta(at) for at in range(len(turns))]
    left = [iter(steps) for steps in lives_drawn]
    lines = [dated(next(left[at]), day) for at, day in zip(turns, days, strict=True)]
    for _ in range(draw(st.integers(0, 6))):
        lines = backdated(draw, lines)
    return [decided(one) if draw(st.booleans()) else one for one in lines]


def backdated(draw, lines):
    """The lines of one case are taken later or earlier than their days say, among those of the others."""
    case = draw(st.sampled_from(sorted({one.history for one in lines})))
    own, others = ([one for one in lines if (one.history == case) is of] for of in (True, False))
    at = draw(st.integers(0, len(others)))
    return [*others[:at], *own, *others[at:]]


@settings(max_examples=size(30, 1500))
@given(lines=books())
def test_the_findings_are_the_same_at_every_door(lines, tmp_path_factory):
    is_one_audit(lines, tmp_path_factory.mktemp("book"))
