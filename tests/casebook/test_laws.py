"""Laws of the casebook, over drawn towns: whatever the steps, and in whatever order of what has nothing in common.

A town is a few orders, entries, agreements, certificates and contracts, some of which go wrong: more is certified
than ordered, a number is used twice, a contract takes too much. What the book refuses is left out of it.
"""

import copy
import pickle
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

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
    fulfilled,
    included,
    line,
    ordered,
    taking,
    town,
    volume,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from law189.audit.bulk import Audit
from law189.audit.parts.shelves import EMPTY
from law189.casebook.book import Casebook
from law189.casebook.cycles import CYCLES
from law189.casebook.line import LINE
from law189.casebook.postings import balances, postings
from law189.casebook.postings.accounts import Stage
from law189.casebook.shelf import MemoryShelf
from law189.casebook.shelf.added import SAYING, of_case, says_the_same
from law189.casebook.taking import judged, take, undone
from law189.cases.history import Decision
from law189.errors import Conflict, Refused
from law189.facts import Frozen
from law189.verdict import Outcome
from law189.workflows import contract

SERVICES = ((FULL_TIME,), (FULL_TIME,), (TECHNICAL,), (FULL_TIME, TECHNICAL))


# ─── Drawn towns ─────────────────────────────────────────────────────────────────────────────────────────


def ended(case, rendered, on="2024-04-01"):
    yield line(case, "contract", "terminated", on, "provider", because="переезд", rendered=volume(rendered))


def annulled(case, on="2024-01-20"):
    yield line(case, "certificate", "annulled", on, "education", reason="переезд", ground="own-request")


def amended(case, share, on="2024-03-01"):
    parts = [{"way": "certificate", "amount": share}]
    lines = [{"service": FULL_TIME, "unit": "person-hours", "total": share, "parts": parts}]
    yield line(
        case, "order", "amended", on, "education", status=2, lines=lines, reason="изменение",
        enabling_act="решение № 8", document={"form": "paper"},
    )  # fmt: skip


def wronged(case, on="2024-04-02"):
    """The latest record of a contract annulled."""
    yield line(case, "contract", "record_annulled", on, "provider", record=3, reason="ошибка в записи")


def acted(case, amount, on="2024-03-01"):
    rendered = [{"service": FULL_TIME, **volume(amount)}]
    yield line(
        case, "agreement", "act_drawn", on, "provider", number="А-1", since="2024-02-01", until="2024-02-29",
        rendered=rendered,
    )  # fmt: skip


def excluded(case, on="2024-03-15"):
    yield line(case, "selection", "excluded", on, "education", ground="own-request", because="заявление")


@st.composite
def groups(draw, tag=""):
    """Cases of a town as groups of steps; numbers and ids end with the tag, so that two towns share none."""
    pick = lambda *of: draw(st.sampled_from(of))  # noqa: E731
    inn = OTHER_PROVIDER if tag == "-б" else PROVIDER
    number = f"2024/1{tag}"
    found = [[*ordered(f"o{tag}", number=number, shares=((FULL_TIME, pick(72, 150)), (TECHNICAL, 72)))]]
    if pick(True, False):
        found[0] += amended(f"o{tag}", pick(36, 150, 600))
    for at in range(pick(1, 2)):
        entry = [*included(f"e{at}{tag}", record=f"{at}{tag}", inn=inn, services=pick(*SERVICES))]
        found.append(entry + ([*excluded(f"e{at}{tag}")] if pick(True, False, False) else []))
        drafted, *rest = agreed(f"a{at}{tag}", number=f"С-{at}{tag}", services=pick(*SERVICES))
        refers = Frozen({"provider": f"{at}{tag}", "order": number})
        found.append([drafted.model_copy(update={"refers_to": refers}), *rest])
        if pick(True, False):
            found[-1] += acted(f"a{at}{tag}", pick(36, 72))
    for at in range(pick(1, 2, 3)):
        case = [*certified(
            f"c{at}{tag}", number=f"К-{pick(at, at, 0)}{tag}", file=f"{pick(17, 18, 19)}{tag}",
            services=pick(*SERVICES), nominal=pick(36, 72),
            refers_to={"order": number},
        )]  # fmt: skip
        found.append(case + ([*annulled(f"c{at}{tag}")] if pick(True, False, False) else []))
    for at in range(pick(1, 2, 3)):
        name = f"k{at}{tag}"
        case = [*contracted(
            name, number=f"Д-{pick(at, at, 0)}{tag}", inn=inn, certificate=f"К-{pick(0, 0, 1, 2)}{tag}",
            service=pick(FULL_TIME, TECHNICAL), amount=pick(36, 72, 100),
        )]  # fmt: skip
        match pick("runs", "ended", "fulfilled", "wronged", "wronged"):
            case "ended":
                case += ended(name, pick(0, 20, 36))
            case "fulfilled":
                case += fulfilled(name, rendered=pick(36, 72))
            case "wronged":
                case += [*ended(name, 20), *wronged(name), *ended(name, 30, "2024-04-03")]
        found.append(case)
    return [[_decided(one) for one in case] for case in found]


def _decided(one):
    """The step with the office that takes it where it is UNKNOWN."""
    decision = Decision(by="глава города", on=one.event.on, reason="решили до принятия акта")
    return one.model_copy(update={"decision": decision})


def in_days(*cases):
    """The steps of the cases in the order of their days; those of one day as the cases stand."""
    steps = [one for case in cases for one in case]
    return sorted(steps, key=lambda one: one.event.on)


towns = groups().map(lambda cases: in_days(*cases))


def taken(steps):
    """The book after the steps that it takes, and those steps with what came of each."""
    book, told = Casebook(PROFILE), []
    for one in steps:
        try:
            found = take(book.shelf, one, PROFILE)
        except Refused:
            continue
        told.append((one, found))
        book = book.after(found)
    return book, told


def cases_of(book):
    """Each case by its id: its state, and of each record the event, the verdict and what is annulled."""
    return {
        case.id: (case.state, case.annulled, [(one.event, one.verdict, one.decision) for one in case.records])
        for case in book.cases()
    }


# ─── The laws ────────────────────────────────────────────────────────────────────────────────────────────


@given(steps=towns)
@settings(max_examples=8)
def test_the_lines_that_were_taken_give_the_same_book_again(steps):
    book, told = taken(steps)
    again = taken([LINE.validate_python(as_line(one)) for one, _ in told])[0]
    assert again == book
    assert cases_of(again) == cases_of(book)


def as_line(one):
    """The line as a file of steps has it."""
    written = one.model_dump(mode="json", exclude_none=True, exclude={"event"})
    return {**written, **one.event.model_dump(mode="json", exclude_none=True)}


@given(steps=towns)
@settings(max_examples=8)
def test_the_extracts_that_the_book_has_put_before_a_step_give_the_same_when_handed_in(steps):
    book, told = taken(steps)
    handed = [one.model_copy(update={"event": found.event}) for one, found in told]
    assert cases_of(taken(handed)[0]) == cases_of(book)


@given(first=groups("-а"), second=groups("-б"), data=st.data())
@settings(max_examples=8)
def test_steps_that_have_nothing_in_common_come_in_any_order(first, second, data):
    one, other = in_days(*first), in_days(*second)
    places = data.draw(st.permutations([0] * len(one) + [1] * len(other)))
    left, right = iter(one), iter(other)
    mixed = [next(left) if place == 0 else next(right) for place in places]
    assert cases_of(taken(mixed)[0]) == cases_of(taken(one)[0]) | cases_of(taken(other)[0])


@given(steps=towns)
@settings(max_examples=8)
def test_the_case_alone_refuses_no_step_that_the_book_has_taken_on_the_same_extracts(steps):
    book = Casebook(PROFILE)
    for one in steps:
        found = judged(book.shelf, one, PROFILE)
        if found.cases:
            cycle = CYCLES[one.lifecycle]
            history = book.shelf.case(one.history) or cycle.begin(one.history)
            alone = cycle.judge(history, found.event, PROFILE)
            assert alone.outcome <= found.verdict.outcome
            assert alone.outcome is not Outcome.VOID
            book = book.after(found)


@given(steps=towns)
@settings(max_examples=8)
def test_a_step_leaves_the_book_equal_refused_or_not(steps):
    book = Casebook(PROFILE)
    for one in steps:
        before, shelf = cases_of(book), pickle.dumps(book.shelf)
        try:
            after = book.take(one)
        except Refused:
            after = book
        assert cases_of(book) == before
        assert book.shelf == pickle.loads(shelf)  # noqa: S301  # our own bytes
        book = after


@given(steps=towns)
@settings(max_examples=8)
def test_what_the_accounts_hold_sums_to_zero_and_is_what_the_cases_posted(steps):
    book, _ = taken(steps)
    held = balances(one for case in book.cases() for one in postings(case))
    assert {account: book.shelf.balance(account) for account in held} == held
    for unit in {account.unit for account in held}:
        assert sum(amount for account, amount in held.items() if account.unit is unit) == 0
    assert all(one.amount > 0 for case in book.cases() for one in postings(case))


def happened(steps):
    """Each step as it happened, whatever is wrong with it, with the shelf on which it was judged."""
    shelf = MemoryShelf()
    for one in steps:
        found = judged(shelf, one, PROFILE, happened=True)
        yield shelf, one, found
        shelf = shelf.with_cases(found.cases)


@given(steps=towns)
@settings(max_examples=8)
def test_a_step_tells_the_versions_that_its_cases_had_on_the_shelf(steps):
    for shelf, _, found in happened(steps):
        held = {case.id: shelf.case(case.id) for case in found.cases}
        assert found.before == {name: 0 if case is None else case.version for name, case in held.items()}


@given(steps=towns)
@settings(max_examples=8)
def test_a_case_says_to_other_parts_what_it_said_after_any_step_that_says_nothing(steps):
    same = 0
    for shelf, _, found in happened(steps):
        for case in found.cases:
            before = shelf.case(case.id)
            if before is not None and says_the_same(before, case):
                assert repr(of_case(case, (0, 1, 1))) == repr(of_case(before, (0, 1, 1)))
                same += 1
    assert same


SAID = {"volume", "rendered", "service", "agreement", "ends_on"}
"""The facts of a contract that other parts hear of."""


@pytest.mark.parametrize("clause", contract.lifecycle.clauses, ids=lambda one: one.kind)
def test_every_step_of_a_contract_with_a_fact_that_other_parts_hear_of_says_it(clause):
    assert clause.event in SAYING or SAID.isdisjoint(clause.event.model_fields)


@given(steps=towns)
@settings(max_examples=8)
def test_a_half_of_a_shelf_knows_every_account_that_a_step_asks_for(steps):
    half = EMPTY
    for shelf, one, found in happened(steps):
        asked = Asking(shelf)
        again = judged(asked, one, PROFILE, happened=True)
        assert again.verdict == found.verdict
        assert {account: half.balance(account) for account in asked.of} == asked.of
        half = half.with_cases(found.cases)


class Asking:
    """A shelf that notes of which accounts it was asked, and what stood on them."""

    def __init__(self, shelf):
        self.shelf, self.of = shelf, {}

    def __getattr__(self, name):
        return getattr(self.shelf, name)

    def balance(self, account):
        return self.of.setdefault(account, self.shelf.balance(account))


@given(steps=towns, version=st.integers(0, 4))
@settings(max_examples=8)
def test_another_version_than_the_line_expects_is_a_conflict(steps, version):
    book = Casebook(PROFILE)
    for one in steps:
        case = book.shelf.case(one.history)
        there = 0 if case is None else case.version
        if version != there:
            with pytest.raises(Conflict) as caught:
                book.take(one.model_copy(update={"expected_version": version}))
            assert (caught.value.expected, caught.value.found) == (version, there)
        try:
            book = book.take(one.model_copy(update={"expected_version": there}))
        except Refused:
            continue


def test_a_book_comes_back_equal_from_another_process():
    book = taking(town(), contracted(), fulfilled(rendered=50))
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        back = pool.submit(copy.copy, book).result()
    assert back == book
    assert cases_of(back) == cases_of(book)
    more = contracted("k2", number="Д-2", amount=22, on="2024-05-31")
    for one in more:
        book, back = book.take(one), back.take(one)
    assert back == book


def test_drawn_towns_have_steps_that_are_taken_and_steps_that_are_refused():
    kinds, refused = set(), []

    @given(steps=towns)
    @settings(max_examples=30)
    def drawn(steps):
        _, told = taken(steps)
        kinds.update((one.lifecycle, one.event.kind) for one, _ in told)
        refused.append(len(steps) - len(told))

    drawn()
    assert sum(refused) > 0
    assert {("order", "amended"), ("agreement", "concluded"), ("certificate", "annulled")} <= kinds
    assert {("contract", "concluded"), ("contract", "terminated"), ("contract", "record_annulled")} <= kinds


# ─── Что отклоняет книга, о том говорит проверка ─────────────────────────────────────────────────────────


SUSPECT = (Stage.CERTIFICATE, Stage.CONTRACT)
"""The accounts that say what is free on a certificate and what a contract holds."""


@st.composite
def with_annulments(draw):
    """A drawn town, and annulments of records of its cases after all its steps; some annul an annulment."""
    steps = draw(towns)
    told = {}
    for one in steps:
        told.setdefault((one.history, one.lifecycle), []).append(one.event.by)
    cases = sorted(told)
    for at in range(draw(st.integers(1, 6))):
        case, lifecycle = draw(st.sampled_from(cases))
        who = told[case, lifecycle]
        record = draw(st.sampled_from([len(who), len(who), *range(1, len(who) + 1)]))
        who.append(who[record - 1])
        steps.append(
            line(
                case,
                lifecycle,
                "record_annulled",
                f"2024-04-{10 + at}",
                who[record - 1],
                record=record,
                reason="запись ошибочна",
            )
        )
    return steps


def numbered(steps):
    return list(enumerate(steps, start=1))


@given(steps=with_annulments())
@settings(max_examples=25)
def test_an_audit_tells_of_each_step_that_a_book_would_refuse(steps):
    """Each line is judged beside the cases as the audit has them, and as `take` would judge it there."""
    asked = Audit(PROFILE)
    for at, one in numbered(steps):
        told = asked._numbered(one)
        there = judged(undone(asked.book.shelf, told, PROFILE), told, PROFILE).verdict
        found = [finding.outcome for finding in asked.take(at, one)]
        if there.outcome is Outcome.VOID:
            assert Outcome.VOID in found, (at, one, there)


@given(steps=with_annulments())
@settings(max_examples=25)
def test_nothing_that_is_free_is_below_zero_without_a_finding(steps):
    asked, told = Audit(PROFILE), []
    for at, one in numbered(steps):
        told += asked.take(at, one)
        shelf = asked.book.shelf
        held = [account for account in dict(shelf._balances.items()) if account.stage in SUSPECT]
        if any(shelf.balance(account) < 0 for account in held):
            assert told, (at, one)


def given_and_acted(book):
    """What contracts give under each agreement, and what its acts bear out, counted from nothing."""
    given, acts = Counter(), Counter()
    for case in book.cases():
        events = [one.event for one in case.standing]
        told = {one.kind: one for one in events}
        if case.lifecycle == "agreement":
            for one in (row for event in events if event.kind == "act_drawn" for row in event.rendered):
                acts[told["drafted"].number, one.service] += one.amount
        if case.lifecycle == "contract" and "concluded" in told and told["concluded"].agreement is not None:
            end = told.get("fulfilled") or told.get("terminated")
            gives = told["offered"].volume if end is None else end.rendered
            given[told["concluded"].agreement.number, told["offered"].service] += gives.amount
    return given, acts


@given(steps=with_annulments())
@settings(max_examples=40)
def test_no_act_is_beyond_what_its_contracts_give_without_a_finding(steps):
    """Told at the act, or at the contract that gives less after it, in `take` and in the audit alike."""
    asked, ever, beyond = Audit(PROFILE), set(), set()
    for at, one in numbered(steps):
        told = asked._numbered(one)
        there = judged(undone(asked.book.shelf, told, PROFILE), told, PROFILE).verdict
        found = {finding.rule for finding in asked.take(at, one)} & set(BEYOND)
        assert found == {part.rule for part in there.walk() if part.outcome is not Outcome.HOLDS} & set(
            BEYOND
        )
        gives, acts = given_and_acted(asked.book)
        ever |= set(gives)
        now = {key for key, amount in acts.items() if amount > gives[key] and key in ever}
        assert not now - beyond or found, (at, one, now)
        beyond = now


BEYOND = ("reconciliation.of_contracts", "reconciliation.acts_covered")


def test_drawn_annulments_are_taken_and_refused():
    taken, refused = set(), set()

    @given(steps=with_annulments())
    @settings(max_examples=40)
    def drawn(steps):
        asked = Audit(PROFILE)
        for at, one in numbered(steps):
            found = {finding.rule for finding in asked.take(at, one)}
            if one.event.kind == "record_annulled":
                (refused if found else taken).add(one.lifecycle)

    drawn()
    assert {"contract", "certificate", "order"} <= taken & refused
