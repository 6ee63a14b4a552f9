"""Every store answers as a book in memory: SQLAlchemy's and Django's, in SQLite and in PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from datetime import date
from itertools import count
from threading import Barrier, Thread
from unittest.mock import patch

import django_books
import pytest
from books import PROFILE, certified, contracted, fulfilled, line, taking, town
from sqlalchemy import event
from stored import ELSEWHERE, agree, base, dumped, hasty, postgres, shelve, step_for_step, story

from law189 import load_profile
from law189.casebook.book import Casebook
from law189.casebook.cycles import CYCLES
from law189.casebook.dependants import dependants
from law189.casebook.keys import By, Key, keys_of, number
from law189.casebook.ledger import ledger
from law189.casebook.line import LINE
from law189.casebook.listed import ListedCase
from law189.casebook.milestones import done_by_cases, events_by_cases
from law189.casebook.registers import RegisterKind, register
from law189.casebook.rows import short
from law189.casebook.stores.rack import SqlRack
from law189.casebook.stores.sql import SqlStore
from law189.cases.history import Decision
from law189.errors import Conflict, Refused
from law189.law import Law189Error
from law189.verdict import Outcome

names = count()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def places(request, tmp_path_factory):
    """What gives the URL of a new base there."""
    if request.param == "sqlite":
        folder = tmp_path_factory.mktemp("books")
        yield lambda: f"sqlite:///{folder / f'{next(names)}.sqlite3'}"
    else:
        with postgres() as server:
            yield lambda: base(server, f"of_stores_{next(names)}")


@contextmanager
def by_sqlalchemy(url):
    """What opens the store of that URL, as many times as it is asked to."""
    opened = []

    def store_of():
        opened.append(hasty(SqlStore(url, PROFILE)))
        return opened[-1]

    yield store_of
    for one in opened:
        one.close()


@pytest.fixture(params=[by_sqlalchemy, django_books.by_django], ids=["sqlalchemy", "django"])
def store_of(request, places):
    with request.param(places()) as opens:
        yield opens


@pytest.fixture
def store(store_of):
    return store_of()


@pytest.fixture
def of_town(store):
    """A store that has the cases of the town."""
    shelve(store, taking(town()))
    return store


# ─── The same as in memory ───────────────────────────────────────────────────────────────────────────────


MET = {
    "history": "1",
    "lifecycle": "meeting",
    "kind": "convened",
    "on": "2023-09-29",
    "by": "chair",
    "held_on": "2023-10-02",
}


def _decided(on="2024-01-09"):
    return {"decision": Decision(by="глава города", on=on, reason="до принятия порядка")}


def test_a_story_of_several_cases_is_the_same_in_both(store):
    book = step_for_step(store, Casebook(PROFILE), story())
    assert {case.id for case in book.cases()} > {"order", "entry", "agreement", "c1", "c2", "c3", "k1", "k3"}
    assert store.case("nobody") is None


def test_a_refused_step_writes_nothing(of_town):
    before = dumped(of_town)
    with pytest.raises(Refused):
        of_town.take(next(iter(fulfilled("k1"))))
    *_, second = certified("c2", number="К-2")
    for one in [*certified("c2", number="К-2")][:-1]:
        of_town.take(one)
    with pytest.raises(Refused) as refused:
        of_town.take(second)
    assert of_town.judge(second) == refused.value.verdict
    assert dumped(of_town)[: len(before)] == before
    assert of_town.case("c2").version == 2


def test_a_step_on_another_version_is_a_conflict_that_names_the_case(of_town):
    late = [*certified()][1].model_copy(update={"expected_version": 1})
    with pytest.raises(Conflict) as conflict:
        of_town.take(late)
    assert (conflict.value.expected, conflict.value.found, conflict.value.history) == (1, 3, "c1")


def test_an_id_too_long_for_an_index_is_refused_in_words(store):
    with pytest.raises(Law189Error, match="up to 400 letters"):
        store.take(LINE.validate_python({**MET, "history": "1" * 401}))


def test_a_case_is_begun_once_and_takes_its_steps_as_one_that_was_not(store):
    assert store.begin("certificate", "c1").state == "expected"
    assert store.begin("certificate", "c1") is None
    assert store.begin("contract", "c1") is None
    assert (store.case("c1").version, store.case("c1").state) == (0, "expected")
    book = Casebook(PROFILE)
    for step in town():
        store.take(step)
        book = book.take(step)
    assert store.case("c1") == book.case("c1")
    first, *_ = [case.id for case in store.cases()]
    assert first == "c1"  # in the order in which they were begun
    assert store.begin("order", "order") is None


@pytest.mark.parametrize(
    ("lifecycle", "history", "words"),
    [("sertificate", "1", "did you mean «certificate»"), ("certificate", "x" * 401, "up to 400 letters")],
)
def test_what_cannot_be_begun_is_told_in_words(store, lifecycle, history, words):
    with pytest.raises(Law189Error, match=words):
        store.begin(lifecycle, history)
    assert not list(store.cases())


def test_a_case_that_is_begun_and_no_more_tells_nothing(store):
    for lifecycle in CYCLES:
        store.begin(lifecycle, lifecycle)
    cases = list(store.cases())
    assert {case.version for case in cases} == {0}
    assert not ledger(cases, PROFILE, date(2024, 12, 31)).services
    assert not any(register(kind, cases, PROFILE, date(2024, 12, 31)).rows for kind in RegisterKind)
    with store.moment() as shelf:
        assert not list(dependants(shelf, date(2024, 12, 31)))
    store.follow()
    assert [case.id for case in store.cases()] == [*CYCLES]


def test_a_number_too_long_for_an_index_is_found_all_the_same(of_town):
    number = "9" * 3000
    of_town.take(next(iter(contracted(number=number))))
    assert of_town.found(Key(By.CONTRACT, number)) == ("k1",)
    assert of_town.found(Key(By.CONTRACT, number[1:])) == ()
    assert short("9" * 400) == "9" * 400


def test_options_and_duties_are_those_of_the_book(of_town):
    book, on = taking(town()), date(2024, 2, 1)
    assert of_town.options("c1", on) == book.options("c1", on)
    assert [*of_town.due(on)] == [*book.due(on)]
    with pytest.raises(Law189Error, match="no case «c9»"):
        of_town.options("c9", on)


def test_findings_are_found_by_what_is_asked(store):
    store.profile = load_profile("kemerovo")  # it has adopted nothing, so an office decides
    wrong = line("c1", "certificate", "record_annulled", "2024-01-10", "education", record=3, reason="описка")
    for one in [*town(), wrong, *certified("c2", number="К-2", file="18")]:
        store.take(one.model_copy(update=_decided(one.event.on)))
    every = [*store.findings(annulled=True)]
    assert len({one.verdict.rule for one in every}) > 1
    assert {one.annulled for one in every} == {True, False}
    asked = {
        "history": lambda one: one.history,
        "lifecycle": lambda one: one.lifecycle,
        "rule": lambda one: one.verdict.rule,
        "outcome": lambda one: one.verdict.outcome,
    }
    for name, of in asked.items():
        for value in {of(one) for one in every}:
            assert [*store.findings(**{name: value}, annulled=True)] == [o for o in every if of(o) == value]
    for day in {one.on for one in every}:
        assert [*store.findings(since=day, annulled=True)] == [one for one in every if one.on >= day]
        assert [*store.findings(until=day, annulled=True)] == [one for one in every if one.on <= day]
    assert [*store.findings()] == [one for one in every if not one.annulled]
    assert [*store.findings(rule="no.such")] == []
    assert not {one.verdict.outcome for one in every} & {Outcome.HOLDS}


# ─── Cases read for their steps ──────────────────────────────────────────────────────────────────────────


def reckoned(cases, on):
    """All that is reckoned of many cases on a day."""
    return (
        ledger(cases, PROFILE, on),
        [register(kind, cases, PROFILE, on) for kind in RegisterKind],
        done_by_cases(cases, PROFILE, on),
        events_by_cases(cases, PROFILE, on),
        [CYCLES[case.lifecycle].due(case, PROFILE, on) for case in cases],
    )


def test_cases_read_without_reasons_are_reckoned_as_whole_ones(of_many):
    whole, read = [*of_many.cases()], [*of_many.cases(reasons=False)]
    assert any(record.verdict.parts for case in whole for record in case.records)
    for case, other in zip(whole, read, strict=True):
        assert other._replace(records=case.records) == case
        for record, alone in zip(case.records, other.records, strict=True):
            assert alone.verdict.parts == ()
            assert alone._replace(verdict=record.verdict) == record
            assert (alone.verdict.rule, alone.verdict.outcome) == (
                record.verdict.rule,
                record.verdict.outcome,
            )
            assert alone.without_force == record.without_force
    for on in sorted({record.event.on for case in whole for record in case.records}):
        assert reckoned(read, on) == reckoned(whole, on)


def test_cases_that_may_owe_are_those_of_the_list(of_many):
    for on in (date(2023, 10, 1), date(2024, 1, 12), date(2024, 6, 3), date(2025, 6, 1)):
        listed = [row.id for row in of_many.listed(owing=on, most=1000).rows]
        assert [case.id for case in of_many.cases(owing=on)] == listed
        assert [*of_many.versions(owing=on)] == listed
        assert [case.id for case in of_many.cases(("certificate",), owing=on, reasons=False)] == [
            row.id for row in of_many.listed(lifecycle="certificate", owing=on, most=1000).rows
        ]


# ─── The list of cases ───────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def of_many(store):
    """A store with cases of several kinds, some of them moved on, one begun and no more, one annulled in part."""
    for one in story():
        with suppress(Refused):
            store.take(one)
    store.begin("meeting", "Заседание 7 [черновик] ёж_%")
    return store


def row_of(case):
    return ListedCase(case.id, case.lifecycle, case.state, case.version, case.last_day)


def owes(case, on):
    """Whether the case may owe something on the day, by what every clause says."""
    return CYCLES[case.lifecycle].due(case, PROFILE, on)


def test_a_list_has_the_cases_that_are_asked_for_and_counts_all_of_them(of_many):
    every = [*of_many.cases()]
    assert len({case.lifecycle for case in every}) >= 5
    for lifecycle in (None, *CYCLES):
        those = [case for case in every if lifecycle in (None, case.lifecycle)]
        assert of_many.listed(lifecycle=lifecycle) == (tuple(map(row_of, those)), len(those))
        assert [*of_many.versions(lifecycle=lifecycle).items()] == [(case.id, case.version) for case in those]
        for state in () if lifecycle is None else CYCLES[lifecycle].words:
            found = tuple(row_of(case) for case in those if case.state == state)
            assert of_many.listed(lifecycle=lifecycle, state=state) == (found, len(found))


def test_a_page_is_a_part_of_the_list_with_the_size_of_the_whole(of_many):
    whole = of_many.listed(most=1000).rows
    for most in (1, 2, 3, 50):
        pages = [of_many.listed(skip=skip, most=most) for skip in range(0, len(whole) + most, most)]
        assert {page.whole for page in pages} == {len(whole)}
        assert all(len(page.rows) <= most for page in pages)
        assert tuple(row for page in pages for row in page.rows) == whole
    assert of_many.listed(most=0) == ((), len(whole))


WRITTEN = ("C", "c1", "K", "ЗАСЕДАНИЕ", "заседание 7", "[черновик]", "ЁЖ_", "%", "_", "\\", "(", ".*", "к-2", " ",
           "№ К - 2", "нет такого", "\x00", "7\u202e", "'", "\ud800", "***", "1" * 300)  # fmt: skip


def found_among(cases, asked):
    """The rows of the cases that are found by what is asked."""
    numbers = {number(by, asked) for by in By if by not in (By.ORDER_YEAR, By.ANNULLED)}
    return tuple(
        row_of(case)
        for case in cases
        if asked.isprintable() and (asked.casefold() in case.id.casefold() or numbers & {*keys_of(case)})
    )


def test_a_case_is_found_by_a_part_of_its_id_and_by_any_number_of_a_document(of_many):
    """By a part as it is written, in large letters or small; a sign of SQL or of a pattern stands for itself."""
    every = [*of_many.cases()]
    for written in WRITTEN:
        found = found_among(every, written.strip())
        assert of_many.listed(written=written) == (found, len(found)), ascii(written)
    assert found_among(every, "к-2")


def test_a_list_of_what_is_owed_leaves_out_no_case_that_owes(of_many):
    every = [*of_many.cases()]
    for on in sorted({case.last_day for case in every if case.last_day} | {date(2024, 12, 31)}):
        listed = {row.id for row in of_many.listed(owing=on).rows}
        assert {case.id for case in every if owes(case, on)} <= listed
    assert len(of_many.listed(owing=date(2025, 12, 31)).rows) < len(every)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"lifecycle": "sertificate"}, "did you mean «certificate»"),
        ({"lifecycle": "certificate", "state": "formd"}, "did you mean «formed»"),
        ({"state": "formed"}, "name the lifecycle too"),
        ({"skip": -1}, "numbers from 0"),
        ({"most": -1}, "numbers from 0"),
    ],
)
def test_a_list_that_cannot_be_made_is_told_in_words(store, asked, words):
    with pytest.raises(Law189Error, match=words):
        store.listed(**asked)


def test_what_follows_from_the_records_is_written_anew(of_town):
    of_town.follow()
    agree(of_town, taking(town()).shelf)


# ─── What happens at once ────────────────────────────────────────────────────────────────────────────────


def elsewhere(store, work):
    """Do the work with the store in a thread of its own, and raise what it raises."""
    raised = []

    def done():
        try:
            work()
        except BaseException as error:  # noqa: BLE001  # it is raised below
            raised.append(error)
        finally:
            django_books.closed(store)

    thread = Thread(target=done)
    thread.start()
    thread.join()
    for error in raised:
        raise error


def test_one_moment_does_not_see_what_is_taken_meanwhile(of_town):
    step = next(iter(contracted()))
    with of_town.moment() as then:
        seen = [case.version for case in then.cases()]
        elsewhere(of_town, lambda: of_town.take(step))
        assert [case.version for case in then.cases()] == seen
        assert then.case("k1") is None
    assert of_town.case("k1").version == 1


def test_a_step_is_taken_while_every_case_is_read(of_town):
    read = of_town.cases()
    next(read)
    of_town.take(next(iter(contracted())))
    assert len([*read]) >= 3
    assert len([*of_town.cases()]) == 5


def test_writers_of_several_contracts_never_overspend_one_certificate(of_town, store_of):
    """The book does not hold the certificate, so the contracts have no case in common."""
    offers = [[*contracted(f"k{n}", number=f"Д-{n}", amount=20, handed=ELSEWHERE)] for n in range(6)]
    for offered, _ in offers:
        of_town.take(offered)
    barrier = Barrier(len(offers))

    def take(one):
        store = store_of()
        barrier.wait()
        try:
            return store.take(one).verdict.outcome
        except Refused as refused:
            return {reason.rule for reason in refused.verdict.reasons(Outcome.UNKNOWN, Outcome.VOID)}
        finally:
            django_books.closed(store)

    with ThreadPoolExecutor(len(offers)) as pool:
        told = [*pool.map(take, [concluded for _, concluded in offers])]
    assert [one for one in told if isinstance(one, set)] == [{"reconciliation.of_certificate"}] * 3
    assert [case.state for case in of_town.cases() if case.lifecycle == "contract"].count("concluded") == 3


def test_a_transaction_that_fails_leaves_nothing(of_town):
    before = dumped(of_town)

    def work(shelf):
        shelf.put(CYCLES["meeting"].begin("2023-10-02"), 0)
        raise RuntimeError("the work fails")

    with pytest.raises(RuntimeError):
        of_town.written(work)
    assert dumped(of_town) == before
    agree(of_town, taking(town()).shelf)


def test_options_are_of_one_moment_and_of_one_connection(tmp_path):
    """Another program takes a step of a later day as soon as the store has begun to read: it does not count."""
    url, on = f"sqlite:///{tmp_path / 'book.sqlite3'}", date(2024, 1, 20)
    with closing(SqlStore(url, PROFILE)) as store, closing(SqlStore(url, PROFILE)) as other:
        for one in town():
            store.take(one)
        before = store.options("c1", on)
        later = [*certified("c2", number="К-2", file="18", on="2024-02-10")]
        connections = []

        @event.listens_for(store._database.engine, "checkout")
        def counted(*_):
            connections.append(1)

        read = SqlRack.case

        def interrupted(rack, history_id):
            steps, later[:] = later[:], []
            for one in steps:
                other.take(one)
            return read(rack, history_id)

        with patch.object(SqlRack, "case", interrupted):
            assert store.options("c1", on) == before
        assert len(connections) == 1
        assert other.case("c2").version == 3


@pytest.mark.parametrize("door", ["case", "version", "begin", "options", "take"])
def test_an_id_is_the_same_however_its_letters_are_composed(store_of, door):
    apart = "дело-и\u0306"
    store = store_of()
    for one in town():
        store.take(one)
    store.take(next(certified("дело-й", number="К-9", file="99")))
    match door:
        case "case":
            assert store.case(apart) == store.case("дело-й")
        case "version":
            assert store.version(apart) == 1
        case "begin":
            assert store.begin("certificate", apart) is None
        case "options":
            day = date(2024, 1, 20)
            assert store.options(apart, day) == store.options("дело-й", day)
        case _:
            step = line(apart, "certificate", "recipient_registered", "2024-01-11", "education", record="П-9")
            assert store.take(step).history.id == "дело-й"
