"""A book in Django's tables that somebody has damaged answers, or says in one sentence what is damaged."""

import sqlite3
from contextlib import closing, suppress
from datetime import date

import django_books
import pytest
from books import PROFILE, certified, contracted, town
from django.db import connections

from law189.casebook.rows import Damaged
from law189.contrib.django import models
from law189.contrib.django.store import DjangoStore
from law189.law import Law189Error

TABLES = {
    model._meta.db_table: [field.column for field in model._meta.concrete_fields]
    for model in (models.Book, models.Case, models.Record, *models.FOLLOWING)
}
RENAME = "alter table {} rename column {} to gone"
DELETE = "delete from {}"
NEWER = "update {} set form = 99"
DAMAGES = (
    *map("drop table {}".format, TABLES),
    *map(DELETE.format, TABLES),
    *(RENAME.format(table, name) for table, names in TABLES.items() for name in names),
    NEWER.format(models.Book._meta.db_table),
)


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """What damages a whole book and opens it."""
    path = tmp_path_factory.mktemp("book") / "book.sqlite3"
    with django_books.by_django(f"sqlite:///{path}") as opened:
        store = opened()
        for one in (*town(), *contracted()):
            store.take(one)
        django_books.closed(store)
        with closing(sqlite3.connect(path)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            database.execute("PRAGMA journal_mode = DELETE")
        whole = path.read_bytes()

        def damaged(sql):
            django_books.closed(store)
            for one in path.parent.iterdir():
                one.unlink()
            path.write_bytes(whole)
            with closing(sqlite3.connect(path)) as database:
                database.execute("PRAGMA foreign_keys = OFF")
                database.execute(sql)
                database.commit()
            return opened()

        yield damaged
        connections[store.using].close()


def doors(store):
    return (
        lambda: [case.id for case in store.cases()],
        lambda: [*store.findings()],
        lambda: [*store.due(date(2024, 3, 1))],
        lambda: store.version("c1"),
        lambda: store.case("c1"),
        store.listed,
        store.versions,
        lambda: store.begin("order", "another"),
        lambda: [store.take(one) for one in certified("c9", number="К-9", file="9")],
        store.follow,
    )


@pytest.mark.parametrize("sql", DAMAGES)
def test_each_door_answers_or_says_it_in_words(book, sql):
    for door in doors(book(sql)):
        with suppress(Law189Error):
            door()


def test_a_book_whose_cases_are_all_gone_answers_nothing(book):
    store = book(DELETE.format(models.Case._meta.db_table))
    for door in doors(store):
        with pytest.raises(Damaged, match="records whose cases are not in it"):
            door()
    assert isinstance(store, DjangoStore)
    assert store.profile is PROFILE
