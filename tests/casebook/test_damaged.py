"""A book in a database one of whose cells somebody has changed answers, or says in one sentence what is damaged."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from books import PROFILE, certified, contracted, town

from law189.audit.bulk import audit
from law189.audit.stored import StoreSource
from law189.casebook.stores.sql import Damaged, OtherSchema, SqlStore
from law189.casebook.stores.tables import FOLLOWING, METADATA
from law189.errors import FaultyInput
from law189.law import Law189Error

CELLS = [(table.name, column.name) for table in METADATA.sorted_tables for column in table.columns]
UPDATE = "update {} set {} = ? where rowid = 1"
DELETE = "delete from {}"
VALUES = ("", "x", "999", "{}", "[]", None)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The bytes of a book of a few cases."""
    path = tmp_path_factory.mktemp("book") / "book.sqlite3"
    with SqlStore(f"sqlite:///{path}", PROFILE) as store:
        for one in (*town(), *contracted()):
            store.take(one)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.execute("PRAGMA journal_mode = DELETE")
    return path.read_bytes()


def changed(path, whole, sql, *values):
    path.write_bytes(whole)
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute(sql, values)
        database.commit()
    return f"sqlite:///{path}"


def doors(url):
    """What the store and the audit answer, each asked by itself."""
    with SqlStore(url, PROFILE) as store:
        yield lambda: [case.id for case in store.cases()]
        yield lambda: [*store.findings()]
        yield lambda: [*store.due(date(2024, 3, 1))]
        yield lambda: store.version("c1")
        yield lambda: store.case("c1")
        yield lambda: [store.take(one) for one in certified("c9", number="К-9", file="9")]
    yield lambda: [*audit(StoreSource(url).read(PROFILE), PROFILE)]


def refusals(url):
    """Why a door does not answer, where one does not; anything but what the store says of itself is an error."""
    found = []
    asked = doors(url)
    while True:
        try:
            door = next(asked, None)
        except (Damaged, OtherSchema) as refused:
            return [*found, str(refused)]
        if door is None:
            return found
        try:
            door()
        except (Law189Error, FaultyInput) as refused:
            found.append(str(refused))


@pytest.mark.parametrize(("table", "column"), CELLS)
def test_a_cell_that_was_changed_is_told_in_words(table, column, whole, tmp_path):
    for value in VALUES:
        path = tmp_path / "book.sqlite3"
        for one in tmp_path.iterdir():
            one.unlink()
        try:
            url = changed(path, whole, UPDATE.format(table, column), value)
        except sqlite3.IntegrityError:  # the tables themselves refuse it
            continue
        assert all("\n" not in one for one in refusals(url)), (table, column, value)


@pytest.mark.parametrize("table", [one.name for one in FOLLOWING])
def test_a_table_of_what_follows_whose_rows_are_gone_is_told_in_words(table, whole, tmp_path):
    refusals(changed(tmp_path / "book.sqlite3", whole, DELETE.format(table)))


def test_a_book_without_its_version_is_damaged(whole, tmp_path):
    url = changed(tmp_path / "book.sqlite3", whole, "delete from law189_schema")
    with pytest.raises(Damaged, match="has 0 rows"):
        SqlStore(url, PROFILE)
    with pytest.raises(FaultyInput, match="has 0 rows"):
        [*StoreSource(url).read(PROFILE)]


def test_a_case_without_its_id_is_damaged(whole, tmp_path):
    url = changed(tmp_path / "book.sqlite3", whole, "update law189_cases set id = '' where id = 'c1'")
    with SqlStore(url, PROFILE) as store, pytest.raises(Damaged, match="«c1»"):
        [*store.cases()]
