"""The store in PostgreSQL: the same answers, steps one after the other, whole steps."""

import os
import threading
from contextlib import closing
from itertools import count

import pytest
from books import PROFILE, contracted, taking, town
from night import size
from sqlalchemy import create_engine, text, update
from sqlalchemy.exc import DBAPIError
from stored import agree, answer, base, dumped, no_half_step, postgres, shelve, story

from law189.casebook import taking as steps
from law189.casebook.book import Casebook
from law189.casebook.stores.opened import TRIES
from law189.casebook.stores.sql import Busy, Damaged, SqlStore
from law189.casebook.stores.tables import CASES
from law189.errors import Conflict, Refused

names = count()


@pytest.fixture(scope="module")
def server():
    with postgres() as url:
        yield url


@pytest.fixture
def url(server):
    return base(server, f"of_test_{next(names)}")


@pytest.fixture
def of_town(url):
    with SqlStore(url, PROFILE) as store:
        shelve(store, taking(town()))
        yield store


def test_a_story_of_several_cases_is_the_same_as_in_memory(url):
    book = Casebook(PROFILE)
    with SqlStore(url, PROFILE) as store:
        for one in story():
            taken = []

            def take(each, taken=taken, book=book):
                taken[:] = [steps.take(book.shelf, each, PROFILE)]
                return taken[0]

            assert answer(store.take, one) == answer(take, one)
            book = book.after(taken[0]) if taken else book
        agree(store, book.shelf)
        store.follow()
        agree(store, book.shelf)


def test_a_case_written_past_the_lock_is_a_conflict_and_nothing_is_written(of_town, url, monkeypatch):
    offered, concluded = contracted(amount=10)
    of_town.take(offered)
    take, other = steps.take, create_engine(url)

    def and_meanwhile(shelf, one, profile):
        taken = take(shelf, one, profile)
        with other.begin() as connection:
            connection.execute(update(CASES).where(CASES.c.id == "c1").values(version=7))
        return taken

    monkeypatch.setattr(steps, "take", and_meanwhile)
    with closing(SqlStore(url, PROFILE)) as store, pytest.raises(Conflict) as conflict:
        store.take(concluded)
    other.dispose()
    assert (conflict.value.expected, conflict.value.found, conflict.value.history) == (3, 7, "c1")
    assert of_town.case("k1").version == 1


def test_a_case_begun_past_the_lock_is_a_conflict(of_town, url, monkeypatch):
    """Whoever writes past the lock has begun a case of that id."""
    take, other = steps.take, create_engine(url)
    row = "INSERT INTO law189_cases VALUES (99, 'k1', 'contract', 'draft', 1)"

    def and_meanwhile(shelf, one, profile):
        taken = take(shelf, one, profile)
        with other.begin() as connection:
            connection.execute(text(row))
        return taken

    monkeypatch.setattr(steps, "take", and_meanwhile)
    with pytest.raises(Conflict) as conflict:
        of_town.take(next(iter(contracted())))
    other.dispose()
    assert (conflict.value.expected, conflict.value.found, conflict.value.history) == (0, 1, "k1")


def test_the_second_step_waits_for_the_first_and_sees_it(of_town, url, monkeypatch):
    """Two contracts want one certificate: the second is judged only when the first is committed."""
    offers = [[*contracted(f"k{n}", number=f"Д-{n}", amount=40)] for n in range(2)]
    for offered, _ in offers:
        of_town.take(offered)
    judging, go_on, take, told = threading.Event(), threading.Event(), steps.take, []

    def slowly(shelf, one, profile):
        taken = take(shelf, one, profile)
        if one.history == "k0":
            judging.set()
            assert go_on.wait(30)
        return taken

    def second():
        assert judging.wait(30)
        threading.Timer(0.3, go_on.set).start()
        with closing(SqlStore(url, PROFILE)) as store, pytest.raises(Refused) as refused:
            store.take(offers[1][1])
        told.append((go_on.is_set(), refused.value.verdict))

    monkeypatch.setattr(steps, "take", slowly)
    waits = threading.Thread(target=second)
    waits.start()
    of_town.take(offers[0][1])
    waits.join()
    [(after, verdict)] = told
    assert after
    assert "standing.formed" in {reason.rule for reason in verdict.reasons(verdict.outcome)}


def test_a_database_that_is_not_free_in_time_is_told(of_town, url):
    with closing(SqlStore(url, PROFILE, wait=0.05)) as hurried:

        def held(_, __):
            with pytest.raises(Busy, match="nothing was written"):
                hurried.take(next(iter(contracted())))

        of_town._database.write(held)
    assert of_town.case("k1") is None


@pytest.mark.parametrize("code", ["40001", "40P01"])
def test_a_transaction_that_the_database_breaks_off_is_tried_again_so_many_times(of_town, code):
    broken = f"DO $$ BEGIN RAISE EXCEPTION 'broken off' USING ERRCODE = '{code}'; END $$"
    tried = []

    def work(connection, _):
        tried.append(code)
        if len(tried) < TRIES:
            connection.execute(text(broken))
        return "written"

    assert of_town._database.write(work) == "written"
    assert len(tried) == TRIES
    tried[:] = [code] * -TRIES
    with pytest.raises(Busy):
        of_town._database.write(lambda connection, _: (tried.append(code), connection.execute(text(broken))))
    assert len(tried) == TRIES


def test_another_error_of_the_database_comes_out_as_it_is(of_town):
    before = dumped(of_town)
    with pytest.raises(Damaged, match="no_such_table"):
        of_town._database.write(lambda connection, _: connection.execute(text("SELECT * FROM no_such_table")))
    forbidden = "DO $$ BEGIN RAISE EXCEPTION 'not allowed' USING ERRCODE = '42501'; END $$"
    with pytest.raises(DBAPIError, match="not allowed"):
        of_town._database.write(lambda connection, _: connection.execute(text(forbidden)))
    assert dumped(of_town) == before


def opener(server):
    """What opens the store of the test, or another that is empty."""
    made = []

    def store_of(*, fresh=False):
        if fresh or not made:
            made.append(base(server, f"of_test_{next(names)}"))
        return SqlStore(made[-1], PROFILE)

    return store_of


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed where it can be forked")


@needs_fork
def test_a_process_killed_between_two_writes_leaves_no_half_step(server):
    no_half_step(opener(server), PROFILE, size(10, 50))
