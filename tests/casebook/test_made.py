"""In which order the records of a book were made: what the cases themselves say of the steps of one day."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from books import PROFILE, agreed, certified, contracted, fulfilled, included, line, ordered, taking, volume
from casebook.test_scenes import NOT_KEPT, S
from night import size
from scenes import FULL_TIME, OTHER_PROVIDER, STANDING, Scene, act, excluded, gone, reported, terminated

from law189.audit.bulk import audit_book
from law189.audit.recheck import recheck_book
from law189.casebook.book import Casebook
from law189.casebook.made import as_made
from law189.casebook.shelf import MemoryShelf
from law189.casebook.taking import judged

ONE_DAY = "2024-03-01"


def on(step, day=ONE_DAY):
    event = step.event
    moved = type(event).model_validate({**event.model_dump(mode="json"), "on": day})
    return step.model_copy(update={"event": moved})


def told(book):
    """What is found of the steps; of the cases as they stand nothing is asked."""
    found = [one for one in audit_book(book) if one.rule not in STANDING.values()]
    return [(one.history, one.kind, one.rule, one.outcome.value) for one in found]


def order_of(book):
    return [(one.history, one.event.kind) for _, one in as_made(book.cases())]


BASE = [*ordered(), *included(), *agreed()]
SECOND = [*included("e2", inn=OTHER_PROVIDER, record="2"), *agreed("a2", number="С-2", record="2")]


def test_a_contract_on_the_certificate_that_the_first_one_gave_back_that_day():
    """The second contract was begun before the first one, so neither the cases nor the numbers say the order."""
    second = [*contracted("k2", number="Д-2", amount=22, on=ONE_DAY)]
    offered = on(second[0], "2024-01-31")
    book = taking(BASE, certified(), [offered], contracted(), fulfilled(rendered=50, on=ONE_DAY), second[1:])
    assert told(book) == []
    assert order_of(book).index(("k2", "concluded")) > order_of(book).index(("k1", "fulfilled"))


def test_a_step_and_the_one_linked_with_it_stand_together():
    book = taking(BASE, certified(), contracted(on="2024-01-10"), certified("x", number="К-2", file="18"))
    found = order_of(book)
    place = found.index(("k1", "concluded"))
    assert found[place + 1] == ("c1", "contracted")


def test_an_extract_says_before_which_step_of_the_other_case_it_was_taken():
    """The agreement was concluded and terminated on one day, and a contract was concluded between."""
    late = [on(one) for one in agreed()]
    end = terminated(on=ONE_DAY)
    book = taking(ordered(), included(), certified(), late, contracted(on=ONE_DAY), [end])
    assert told(book) == []
    found = order_of(book)
    assert found[-3:] == [("k1", "concluded"), ("c1", "contracted"), ("agreement", "terminated")]


def test_an_exclusion_after_the_agreement_of_one_day():
    late = [on(one) for one in agreed()]
    book = taking(ordered(), included(), late, [excluded(on=ONE_DAY)])
    assert told(book) == []


def test_what_gives_back_stands_before_what_takes():
    """The second application was begun first, and formed on the day on which the first certificate was annulled."""
    small = [*ordered(shares=((FULL_TIME, 72),))]
    second = [*certified("x", number="К-2", file="18", on="2024-01-12")]
    first = on(second[0], "2024-01-09")
    book = taking(small, [first], certified(), [gone(on="2024-01-12")], second[1:])
    assert told(book) == []


def test_an_act_and_a_report_stand_after_what_they_tell_of():
    """Their cases were begun before that of the contract."""
    monthly = act("А-3", "2024-03-01", "2024-03-31", 50, "2024-03-31")
    quarter = reported(50, 50, on="2024-03-31", period=("2024-01-01", "2024-03-31"))
    ended = fulfilled(rendered=50, on="2024-03-31")
    book = taking(BASE, certified(), contracted(on="2024-03-31"), ended, [monthly], [quarter])
    assert told(book) == []


def test_cases_that_contradict_each_other_keep_their_own_order():
    """Each of two contracts shows the certificate as the other one left it."""
    book = taking(BASE, certified(), contracted(amount=10, on=ONE_DAY), fulfilled(rendered=5, on=ONE_DAY),
                  contracted("k2", number="Д-2", amount=10, on=ONE_DAY))  # fmt: skip
    one, other = book.case("k1"), book.case("k2")
    shown = other.records[1].event.certificate
    records = list(one.records)
    records[1] = records[1]._replace(event=records[1].event.model_copy(update={"certificate": shown}))
    crossed = MemoryShelf().with_cases(
        [case if case.id != "k1" else one._replace(records=tuple(records)) for case in book.cases()]
    )
    found = order_of(Casebook(PROFILE, crossed))
    assert len(found) == sum(case.version for case in book.cases())
    for case in crossed.cases():
        assert [kind for name, kind in found if name == case.id] == [record.kind for record in case.records]


def merged(lines, seed):
    """The steps, some days of which are moved to the next day on which there is a step."""
    drawn = Random(seed)  # noqa: S311  # it draws days
    days = sorted({one.event.on for one in lines})
    to = {days[-1]: days[-1]}
    for day, after in reversed([*pairwise(days)]):
        near = after - day < timedelta(60)
        to[day] = to[after] if near and drawn.random() < 0.5 else day
    return tuple(on(one, to[one.event.on].isoformat()) for one in lines)


@pytest.mark.parametrize("name", S)
def test_a_file_with_no_findings_makes_a_book_with_none_on_whatever_days_its_steps_fall(name):
    one = S[name]
    for seed in range(size(1, 40)):
        try:
            steps = merged(one.lines, f"{name} {seed}")
        except ValueError:  # on that day the step cannot be
            continue
        scene = Scene(steps, profile=one.profile)
        rules = {each.rule for each in scene.of_audit()}
        found = {each.rule for each in scene.of_book()}
        assert rules & {*NOT_KEPT} or bool(rules) >= bool(found), (rules, found)


@pytest.mark.parametrize("name", S)
def test_each_case_keeps_its_own_order_and_each_record_has_a_place(name):
    one = S[name]
    shelf = MemoryShelf()
    for each in one.lines:
        shelf = shelf.with_cases(judged(shelf, each, one.profile, happened=True).cases)
    made = as_made(shelf.cases())
    assert len(made) == sum(case.version for case in shelf.cases())
    for case in shelf.cases():
        assert [at for at, told_of in made if told_of.history == case.id] == [*range(1, case.version + 1)]
    days = [told_of.event.on for _, told_of in made]
    if all(a.event.on <= b.event.on for case in shelf.cases() for a, b in pairwise(case.records)):
        assert days == sorted(days)
    assert all(day >= date(2023, 1, 1) for day in days)


def test_a_difference_of_an_extract_handed_in_is_told_by_a_book_and_is_no_change_of_the_rules():
    own = {"as_of": "2024-02-01", "number": "К-1", "recipient": {"file": "17", "born": "2014-05-01"},
           "services": [FULL_TIME], "nominal": volume(72), "balance": volume(70), "formed_on": "2024-01-10",
           "valid_until": "2024-12-31"}  # fmt: skip
    book = taking(BASE, certified(), contracted(handed=own))
    assert told(book) == [("k1", "concluded", "reconciliation.extract_agrees", "breach")]
    assert [*recheck_book(book, PROFILE)] == []


def held(amount=72, day="2024-02-01"):
    """The step of a certificate that is one with the conclusion of its contract, as a line of its own."""
    shown = {"as_of": day, "number": "Д-1", "provider": "4205000009", "certificate": "К-1", "service": FULL_TIME,
             "volume": volume(amount), "concluded_on": day}  # fmt: skip
    return line("c1", "certificate", "contracted", day, "provider", contract=shown)


TOO_MUCH = [*contracted(amount=80)]
GONE = [*BASE, *certified(), gone()]


@pytest.mark.parametrize(
    ("steps", "wanted"),
    [
        ([*BASE, *certified(), *TOO_MUCH, held(80)], [(13, None)]),
        ([*BASE, *certified(), held(80), *TOO_MUCH], [(12, None), (14, 12)]),
        ([*GONE, *contracted(), held()], [(14, None), (15, 14)]),
    ],
)
def test_what_is_said_of_a_contract_and_of_its_certificate_is_one_fault(steps, wanted):
    found = Scene(tuple(steps)).of_audit()
    assert [(one.line, one.cause) for one in found] == wanted
