"""A book in a database one of whose cells somebody has changed answers, or says in one sentence what is damaged."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from books import PROFILE, certified, contracted, published_elsewhere, town

from law189.audit.bulk import audit
from law189.audit.stored import StoreSource
from law189.casebook.stores.sql import Damaged, OtherSchema, SqlStore
from law189.casebook.stores.tables import FOLLOWING, METADATA
from law189.errors import FaultyInput
from law189.law import Law189Error
from law189.verdict import Outcome

CELLS = [(table.name, column.name) for table in METADATA.sorted_tables for column in table.columns]
UPDATE = "update {} set {} = ? where rowid = 1"
DELETE = "delete from {}"
VALUES = ("", "x", "999", "{}", "[]", None)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The bytes of a book of a few cases."""
    path = tmp_path_factory.mktemp("book") / "book.sqlite3"
    with SqlStore(f"sqlite:///{path}", PROFILE) as store:
        for one in (*town(), *contracted(), *published_elsewhere()):
            store.take(one)
        assert [*store.findings()]
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
        yield lambda: [*store.findings(rule="quorum", outcome=Outcome.BREACH)]
        yield lambda: [*store.due(date(2024, 3, 1))]
        yield lambda: store.version("c1")
        yield lambda: store.case("c1")
        yield store.listed
        yield store.versions
        yield lambda: store.begin("order", "another")
        yield lambda: [store.take(one) for one in certified("c9", number="К-9", file="9")]
        yield store.follow
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
def test_a_table_of_what_follows_whose_rows_are_gone_answers_nothing_until_it_is_written_anew(
    table, whole, tmp_path
):
    """Whoever asks is told: not one door answers as if nothing were owed."""
    path = tmp_path / "book.sqlite3"
    was = [answered(door) for door in read_of(changed(path, whole, "select 1"))]
    for one in tmp_path.iterdir():
        one.unlink()
    url = changed(path, whole, DELETE.format(table))
    for door in doors(url):
        if door.__name__ != "follow":
            with pytest.raises((Damaged, FaultyInput), match=r"follows? from .*records.*store\.follow\(\)"):
                door()
        else:
            break
    with SqlStore(url, PROFILE) as store:
        store.follow()
    assert [answered(door) for door in read_of(url)] == was


@pytest.mark.parametrize("table", [one.name for one in FOLLOWING])
@pytest.mark.parametrize(
    "how", ["delete from {} where rowid = 1", "insert into {0} select {1} from {0} limit 1"]
)
def test_a_row_more_or_less_of_what_follows_is_told_where_every_case_is_read(table, how, whole, tmp_path):
    names = [column.name for column in METADATA.tables[table].columns]
    other = ", ".join(["'other'", *names[1:]] if table in TEXTUAL else [f"{names[0]} + 1", *names[1:]])
    url = changed(tmp_path / "book.sqlite3", whole, how.format(table, other))
    with SqlStore(url, PROFILE) as store:
        for all_read in (lambda: [*store.cases()], lambda: [*store.cases(("order",))]):
            with pytest.raises(Damaged, match=r"store\.follow\(\)"):
                all_read()
        store.follow()
        assert [*store.cases()]


TEXTUAL = ("law189_keys", "law189_balances", "law189_counts")
"""Whose first column holds a text; that of others is a number."""


def read_of(url):
    """What is read of the book, and changes nothing."""
    with SqlStore(url, PROFILE) as store:
        yield lambda: [case.id for case in store.cases()]
        yield lambda: [*store.findings()]
        yield lambda: [*store.due(date(2024, 3, 1))]
        yield lambda: store.listed(written="К-1")
        yield lambda: store.versions(owing=date(2024, 3, 1))
        yield lambda: [store.case(one) for one in ("c1", "k1")]


def answered(door):
    return repr(door())


TABLES = [table.name for table in METADATA.sorted_tables]
RENAME = "alter table {} rename column {} to gone"
DROP = "drop table {}"
ONE = " where rowid = 1"
SHAPES = {
    **{f"{table} is gone": DROP.format(table) for table in TABLES},
    **{f"{table} has no {column}": RENAME.format(table, column) for table, column in CELLS},
    **{f"{table} is empty": DELETE.format(table) for table in TABLES},
    **{f"{table} has lost a row": DELETE.format(table) + ONE for table in TABLES if table != "law189_schema"},
    "a newer version": "update law189_schema set version = 99",
    "a version before the first": "update law189_schema set version = 0",
    "two versions": "insert into law189_schema (version) values (99)",
}


@pytest.mark.parametrize("damage", SHAPES)
def test_tables_of_another_shape_are_told_in_words(damage, whole, tmp_path):
    told = refusals(changed(tmp_path / "book.sqlite3", whole, SHAPES[damage]))
    assert all("\n" not in one and "[SQL" not in one for one in told), told
    assert told, damage


@pytest.mark.parametrize("left", [b"no database" * 100, b""], ids=["other bytes", "half"])
def test_a_file_that_is_no_database_is_told_in_words(left, whole, tmp_path):
    path = tmp_path / "book.sqlite3"
    path.write_bytes(left or whole[: len(whole) // 2])
    with pytest.raises(Damaged, match="not those that the library writes"):
        SqlStore(f"sqlite:///{path}", PROFILE)
    with pytest.raises(FaultyInput, match="holds no book of cases"):
        [*StoreSource(f"sqlite:///{path}").read(PROFILE)]


def test_a_book_whose_cases_are_all_gone_answers_nothing(whole, tmp_path):
    """Its records are there, so it is no book in which nothing has happened, and nothing is written to it."""
    url = changed(tmp_path / "book.sqlite3", whole, DELETE.format("law189_cases"))
    for door in doors(url):
        with pytest.raises((Damaged, FaultyInput), match="records whose cases are not in it"):
            door()


def test_a_case_that_is_gone_from_among_others_is_told_where_all_are_read(whole, tmp_path):
    url = changed(tmp_path / "book.sqlite3", whole, DELETE.format("law189_cases") + ONE)
    with SqlStore(url, PROFILE) as store:
        for all_read in (lambda: [*store.cases()], store.follow):
            with pytest.raises(Damaged, match="records whose cases are not in it"):
                all_read()


def test_a_row_written_past_the_lock_is_damage_where_no_case_has_changed(whole, tmp_path):
    """A record that its case does not know of stands where the next one is to be written."""
    copied = (
        "insert into law189_records select place, number + 1, day, kind, outcome, annulled, row, state "
        "from law189_records where place = 1 order by number desc limit 1"
    )
    url = changed(tmp_path / "book.sqlite3", whole, copied)
    assert any("order" in one for one in refusals(url))


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
