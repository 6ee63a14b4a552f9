"""A list of a day has the cases that had begun by its end, in the states of then; each filter leaves some out."""

from contextlib import closing, contextmanager, suppress
from datetime import date, timedelta
from itertools import count

import django_books
import pytest
from books import PROFILE, certified, contracted, line, taking, town
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from sqlalchemy import text
from stored import base, hasty, postgres, shelve, story

from law189.casebook.cycles import CYCLES
from law189.casebook.keys import By, keys_of, number
from law189.casebook.listed import ListedCase
from law189.casebook.stores.sql import SqlStore
from law189.cases.outlook import owed_from
from law189.errors import Refused
from law189.law import Law189Error

names = count()
CONTRACT = CYCLES["contract"]


def corrected():
    """Steps put right: one of a day to come annulled on its own day, one annulled later and made anew of before."""
    yield from certified("c4", number="К-4", file="20", on="2024-02-01")
    yield line(
        "c4", "certificate", "record_annulled", "2024-02-20", "education", record=3, reason="описка в дате"
    )
    *_, formed = certified("c4", number="К-4", file="20", on="2024-02-02")
    yield formed


def filled(store):
    for one in [*story(), *corrected()]:
        with suppress(Refused):
            store.take(one)
    store.begin("meeting", "Заседание 7")
    return store


@contextmanager
def by_sqlalchemy(url):
    with closing(hasty(SqlStore(url, PROFILE))) as store:
        yield lambda: store


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def place(request, tmp_path_factory):
    """What gives the URL of a new base there."""
    if request.param == "sqlite":
        folder = tmp_path_factory.mktemp("days")
        yield lambda: f"sqlite:///{folder / f'{next(names)}.sqlite3'}"
    else:
        with postgres() as server:
            yield lambda: base(server, f"of_days_{next(names)}")


@pytest.fixture(scope="module", params=[by_sqlalchemy, django_books.by_django], ids=["sqlalchemy", "django"])
def store(request, place):
    """A book of several kinds of cases, some put right, one begun and no more."""
    with request.param(place()) as opens:
        yield filled(opens())


# ─── What must come out: each case folded to the day ─────────────────────────────────────────────────────


def known(case, on):
    return case if on is None else CYCLES[case.lifecycle].known_on(case, on)


def owed(case):
    return any(case.state in owed_from(clause) for clause in CYCLES[case.lifecycle].clauses)


def expected(cases, *, written="", lifecycle=None, state=None, owing=None, on=None):
    """The rows of the list, and the versions that the cases have by now."""
    day = on or owing
    numbers = {number(by, written) for by in By if by not in (By.ORDER_YEAR, By.ANNULLED)}
    found = [
        (case, then)
        for case in cases
        if (then := known(case, day)).version or not case.version
        if lifecycle in (None, case.lifecycle)
        and state in (None, then.state)
        and (owing is None or owed(then))
        and (written.casefold() in case.id.casefold() or numbers & {*keys_of(case)})
    ]
    rows = tuple(
        ListedCase(case.id, case.lifecycle, then.state, then.version, then.last_day) for case, then in found
    )
    return rows, {case.id: case.version for case, _ in found}


def every_day(cases):
    days = {record.event.on for case in cases for record in case.records}
    return sorted(days | {one - timedelta(1) for one in days})


def compare(store, cases, **asked):
    rows, versions = expected(cases, **asked)
    assert store.listed(**asked, most=1000) == (rows, len(rows)), asked
    assert store.versions(**asked) == versions, asked
    assert store.listed(**asked, skip=1, most=2) == (rows[1:3], len(rows)), asked


SOME_DAYS = [date(2023, 11, 1), date(2023, 11, 30), date(2024, 1, 10), date(2024, 2, 1), date(2024, 2, 19)]


# ─── Hand cases ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("state", ["fulfilled", "declined", "terminated"])
def test_on_the_day_of_its_offer_a_contract_is_in_no_state_of_later(store, state):
    on = date(2024, 2, 1)
    assert store.listed(lifecycle="contract", state=state, owing=on) == ((), 0)
    assert store.versions(lifecycle="contract", state=state, owing=on) == {}
    assert store.listed(lifecycle="contract", state=state, on=on) == ((), 0)


def test_a_list_of_a_day_has_the_cases_begun_by_then_as_they_were_then(store):
    rows = {row.id: row for row in store.listed(on=date(2023, 11, 30)).rows}
    assert rows.keys().isdisjoint({"c1", "c2", "k1", "agreement"})
    assert rows["order"][1:] == ("order", "drafted", 1, date(2023, 11, 1))
    assert rows["Заседание 7"][1:] == ("meeting", "planned", 0, None)
    assert store.listed(on=date(2024, 2, 1), lifecycle="contract", state="offered").whole == 2
    [k1] = store.listed(on=date(2024, 2, 1), lifecycle="contract", state="concluded").rows
    assert k1 == ("k1", "contract", "concluded", 2, date(2024, 2, 1))


def test_a_list_is_of_one_day(store):
    with pytest.raises(Law189Error, match="of one day"):
        store.listed(on=date(2024, 2, 1), owing=date(2024, 2, 2))
    day = date(2024, 2, 1)
    assert store.listed(on=day, owing=day) == store.listed(owing=day)


def test_the_cases_that_may_owe_are_read_and_no_others(store):
    every = [*store.cases()]
    for on in SOME_DAYS:
        ids = [row.id for row in expected(every, owing=on)[0]]
        assert [case.id for case in store.cases(owing=on)] == ids
        with store.moment() as shelf:
            assert [case.id for case in shelf.owing(on)] == ids
            later = [case.id for case in every if any(one.event.on > on for one in case.records)]
            assert [case.id for case in shelf.later(on)] == later


# ─── The law ─────────────────────────────────────────────────────────────────────────────────────────────


def test_every_filter_of_a_list_leaves_the_cases_of_the_day(store):
    """Over every lifecycle of the book and every state that a case of it was in."""
    every = [*store.cases(reasons=False)]
    been = {(case.lifecycle, record.state) for case in every for record in case.records}
    states = [
        (None, None),
        *sorted(been),
        ("contract", None),
        ("certificate", None),
        ("contract", "declined"),
    ]
    for on in SOME_DAYS:
        for lifecycle, state in states:
            asked = {"lifecycle": lifecycle, "state": state, "on": on}
            rows, versions = expected(every, **asked)
            assert store.listed(**asked, most=1000) == (rows, len(rows)), asked
            rows, versions = expected(every, lifecycle=lifecycle, state=state, owing=on)
            assert store.versions(lifecycle=lifecycle, state=state, owing=on) == versions, asked


WORDS = st.sampled_from(["", "c", "К-2", "К-4", "1", "Заседание", "Д-2", "нет такого"])
STATES = st.sampled_from(
    [(None, None), *((name, one) for name in CYCLES for one in (None, *CYCLES[name].words))]
)


@st.composite
def drawn_cases(draw):
    """Cases of a town whose records, as they were loaded, are of drawn days: they may run backwards."""
    lines = [*town(), *certified("c2", number="К-2", file="18"), *contracted("k1"), *corrected()]
    cases = []
    for case in taking(lines).cases():
        moved = []
        for record in case.records:
            more = draw(st.sampled_from([0, 0, 0, 0, -40, 30, 400]))
            on = record.event.on + timedelta(more)
            moved.append(record._replace(event=record.event.model_copy(update={"on": on})))
        cases.append(case._replace(records=tuple(moved)))
    return cases


@pytest.fixture(scope="module", params=[by_sqlalchemy, django_books.by_django], ids=["sqlalchemy", "django"])
def empty(request, tmp_path_factory):
    """An empty book in SQLite."""
    url = f"sqlite:///{tmp_path_factory.mktemp('drawn') / 'book.sqlite3'}"
    with request.param(url) as opens:
        yield opens()


TABLES = ("findings", "keys", "counts", "balances", "records", "cases")


def emptied(store):
    if isinstance(store, SqlStore):
        with store._database.engine.begin() as connection:
            for table in TABLES:
                connection.execute(text(f"DELETE FROM law189_{table}"))  # noqa: S608  # words of this file
            connection.execute(text("UPDATE law189_schema SET keys_kept=0, balances_kept=0, counts_kept=0"))
            connection.execute(text("UPDATE law189_schema SET findings_kept=0"))
    else:
        django_books.emptied(store.using)


@settings(max_examples=size(8, 1000))
@given(cases=drawn_cases(), words=WORDS, of=STATES, data=st.data())
def test_a_drawn_list_has_the_cases_folded_to_the_day(empty, cases, words, of, data):
    emptied(empty)

    def put(shelf):
        for case in cases:
            shelf.put(case, 0)

    empty.written(put)
    read = [*empty.cases(reasons=False)]
    on = data.draw(st.sampled_from(every_day(read)))
    lifecycle, state = of
    for day in ({"on": on}, {"owing": on}, {}):
        compare(empty, read, written=words, lifecycle=lifecycle, state=state, **day)
        compare(empty, read, lifecycle=lifecycle, **day)


# ─── Where the state of a record stands ──────────────────────────────────────────────────────────────────


def test_a_book_of_before_gets_the_states_of_its_records(tmp_path):
    url = f"sqlite:///{tmp_path / 'book.sqlite3'}"
    with closing(SqlStore(url, PROFILE)) as store:
        shelve(store, taking(town()))
        rows = [*expected([*store.cases()], lifecycle="order", on=date(2023, 11, 30))[0]]
        with store._database.engine.begin() as connection:
            connection.execute(text("ALTER TABLE law189_records DROP COLUMN state"))
            connection.execute(text("UPDATE law189_schema SET version = 8"))
    with closing(SqlStore(url, PROFILE)) as store:
        assert [*store.listed(on=date(2023, 11, 30), lifecycle="order", state="drafted").rows] == rows
