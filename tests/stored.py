"""What the tests of the store share: books in a database beside books in memory, and a PostgreSQL for the tests."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pytest
from books import FULL_TIME, certified, contracted, fulfilled, line, town, volume
from sqlalchemy import event, select, text

from law189.casebook import taking
from law189.casebook.book import Casebook
from law189.casebook.cycles import CYCLES
from law189.casebook.keys import formed_by, keys_of
from law189.casebook.postings import postings
from law189.casebook.stores.sql import SqlStore
from law189.casebook.stores.tables import BALANCES, COUNTS, FINDINGS, KEYS, RECORDS
from law189.errors import Refused

SERVER = next(Path("/usr/lib/postgresql").glob("*/bin/initdb"), None) or shutil.which("initdb")


# ─── Books ───────────────────────────────────────────────────────────────────────────────────────────────


def dumped(shelf):
    """Every case, as it is saved."""
    return [CYCLES[case.lifecycle].dump(case) for case in shelf.cases()]


def answer(take, one):
    """What taking the line gives: the verdict, the event and the cases changed, or the refusal."""
    try:
        taken = take(one)
    except Refused as refused:
        return refused.verdict
    return taken.verdict, taken.event, [(case.id, case.version) for case in taken.cases], taken.again


def agree(store, shelf):
    """The store answers as the shelf, whatever is asked, and has nothing besides."""
    assert dumped(store) == dumped(shelf)
    cases = [*shelf.cases()]
    keys = {key for case in cases for key in keys_of(case)}
    accounts = {one for case in cases for each in postings(case) for one in (each.source, each.target)}
    counted = {(one.services, one.unit, one.on) for case in cases for one in formed_by(case)}
    for key in keys:
        assert store.found(key) == shelf.found(key), key
    for account in accounts:
        assert store.balance(account) == shelf.balance(account), account
    for services, unit, on in counted:
        for since, until in ((on, on), (None, None), (on, None), (None, on)):
            assert store.formed(services, unit, since, until) == shelf.formed(services, unit, since, until)
    reasons = [
        (case.id, number, reason.rule, reason.outcome)
        for case in cases
        for number, record in enumerate(case.records, start=1)
        for reason in record.verdict.walk()
        if not reason.parts and reason.outcome != "holds"
    ]
    found = [*store.findings(annulled=True)]
    assert [(one.history, one.number, one.verdict.rule, one.verdict.outcome) for one in found] == reasons
    rows = rows_of(store)
    assert len(rows.keys) == sum(len(keys_of(case)) for case in cases)
    assert len([amount for amount in rows.balances if amount.strip("0.")]) <= len(accounts)
    assert sum(rows.certificates) == sum(len(formed_by(case)) for case in cases)
    assert rows.findings == len(reasons)
    assert rows.annulled == [(n, p) for n, case in enumerate(cases) for p in sorted(case.annulled)]


class Rows(NamedTuple):
    """What stands in the tables of a store besides the cases."""

    keys: set
    balances: list
    certificates: list
    findings: int
    annulled: list


def rows_of(store):
    """The rows of the tables, whatever library wrote them."""
    if not isinstance(store, SqlStore):
        from django_books import rows_in

        return rows_in(store.using, Rows)
    with store._database.reading() as connection:
        annulled = [
            (row.place - 1, row.number - 1) for row in connection.execute(select(RECORDS)) if row.annulled
        ]
        return Rows(
            {(row.kind, row.value, row.place) for row in connection.execute(select(KEYS))},
            [row.amount for row in connection.execute(select(BALANCES))],
            [row.certificates for row in connection.execute(select(COUNTS))],
            len([*connection.execute(select(FINDINGS))]),
            sorted(annulled),
        )


def step_for_step(store, book, lines):
    """Take each line in both; the store answers as the book, and has what the book has."""
    for one in lines:
        told = []

        def take(each, told=told, book=book):
            told[:] = [taking.take(book.shelf, each, book.profile)]
            return told[0]

        assert answer(store.take, one) == answer(take, one)
        book = book.after(told[0]) if told else book
    agree(store, book.shelf)
    return book


def hasty(store):
    """The SQLite of a test waits for no disk: nobody pulls its plug."""
    if store._database.name == "sqlite":
        event.listen(
            store._database.engine, "connect", lambda raw, _: raw.execute("PRAGMA synchronous = OFF")
        )
        store.close()
    return store


def shelve(store, book):
    """Put every case of the book into the empty store at once."""

    def put(shelf):
        for case in book.cases():
            shelf.put(case, 0)

    store.written(put)


MANY = (
    "INSERT INTO law189_cases SELECT place + :cases * n, id || '-' || n, lifecycle, state, version",
    (
        "INSERT INTO law189_records SELECT place + :cases * n, number, day, kind, outcome, annulled, "
        "json_set(row, '$.id', json_extract(row, '$.id') || '-' || n), state"
    ),
    "INSERT INTO law189_keys SELECT kind, value || '-' || n, place + :cases * n",
)


def multiplied(store, times):
    """Copy every case of the book so many times, with its records and numbers, each under a number of its own.

    The database does it by itself: taking the steps of many thousands would need hours.
    """
    assert isinstance(store, SqlStore)
    numbers = "WITH RECURSIVE many(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < :times)"
    with store._database.engine.begin() as connection:
        cases = connection.scalar(text("SELECT count(*) FROM law189_cases"))
        for words in MANY:
            table = words.split()[2]
            insert, _, select_ = words.partition(" SELECT ")
            connection.execute(
                text(f"{insert} {numbers} SELECT {select_} FROM {table}, many"),  # noqa: S608  # words of this file
                {"cases": cases, "times": times},
            )
        connection.execute(text("UPDATE law189_schema SET keys_kept = (SELECT count(*) FROM law189_keys)"))


ELSEWHERE = {
    "as_of": "2024-02-01",
    "number": "К-9",
    "recipient": {"file": "99", "born": "2014-05-01"},
    "services": [FULL_TIME],
    "nominal": volume(72),
    "balance": volume(72),
    "formed_on": "2024-01-12",
    "valid_until": "2024-12-31",
}
"""A certificate of 72 hours that no case of the book is of; its contracts have no case in common."""


def story():
    """Lines of steps that touch several cases, some of them refused."""
    yield from town()
    yield from certified("c2", number="К-2", file="18", nominal=50)
    yield from contracted("k1", amount=40)
    yield from contracted("k2", number="Д-2", amount=40)
    yield from contracted("k3", number="Д-3", amount=32)
    yield from fulfilled("k1", rendered=30)
    yield line("k1", "contract", "record_annulled", "2024-05-31", "provider", record=3, reason="описка")
    yield from fulfilled("k1", rendered=40)
    yield line(
        "c2", "certificate", "annulled", "2024-06-03", "education", ground="formed-in-error", reason="ошибка"
    )
    yield from certified("c3", number="К-2", file="19", nominal=50, on="2024-06-03")


# ─── Steps that are killed ───────────────────────────────────────────────────────────────────────────────

WRITES = ("INSERT", "UPDATE", "DELETE")


def killed(store_of, lines, after):
    """Take the lines in a process of its own that is killed after so many writes; whether it was."""
    child = os.fork()
    if child == 0:
        _take_and_die(store_of, lines, after)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def _take_and_die(store_of, lines, after):
    try:
        store, left = store_of(), [after]

        def write():
            left[0] -= 1
            if left[0] <= 0:
                os.kill(os.getpid(), signal.SIGKILL)

        _told_of_writes(store, write)
        for one in lines:
            answer(store.take, one)
        os._exit(0)
    finally:
        os._exit(1)


def _told_of_writes(store, write):
    """Call `write` after each statement that writes, whatever library sends it."""
    if not isinstance(store, SqlStore):
        from django_books import told_of_writes

        told_of_writes(store, write)
        return
    event.listen(
        store._database.engine,
        "after_cursor_execute",
        lambda *args: args[2].startswith(WRITES) and write(),
    )


def no_half_step(store_of, profile, kills):
    """Kill a process so many times while it takes the story; the store always stands between two steps."""
    lines, books = [*story()], [Casebook(profile)]
    for one in lines:
        answer(lambda each: _kept(books, each), one)
    moments = [dumped(book) for book in books]
    store, at = store_of(), 0
    for kill in range(kills):
        closed(store)  # a connection is not for two processes
        assert killed(store_of, lines[at:], 1 + kill % 13)
        found = dumped(store)
        at = next(n for n in range(at, len(moments)) if moments[n] == found)
        agree(store, books[at].shelf)
        if at >= len(lines) - 4:
            closed(store)
            store, at = store_of(fresh=True), 0
    for one in lines[at:]:
        answer(store.take, one)
    agree(store, books[-1].shelf)
    closed(store)


def closed(store):
    """Close what this process has opened."""
    if isinstance(store, SqlStore):
        store.close()
    else:
        import django_books

        django_books.closed(store)


def _kept(books, one):
    try:
        taken = taking.take(books[-1].shelf, one, books[-1].profile)
    except Refused:
        books.append(books[-1])
        raise
    books.append(books[-1].after(taken))
    return taken


# ─── PostgreSQL ──────────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def postgres():
    """The URL of a PostgreSQL that runs for the tests alone, without the name of a base."""
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed: the store is not tried there")
    if SERVER is None:
        pytest.skip("PostgreSQL is not installed: the store is not tried with it")
    binaries, folder = Path(SERVER).parent, Path(tempfile.mkdtemp(prefix="law189-postgres-"))
    whose = {}
    if os.geteuid() == 0:
        whose = {"user": "nobody", "group": "nogroup", "extra_groups": []}
        shutil.chown(folder, "nobody", "nogroup")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    initdb = ["-D", str(folder / "data"), "-U", "law189", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]
    said = {"LC_ALL": "C", "PATH": os.environ["PATH"]}
    options = {
        "cwd": folder,
        "env": said,
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
        **whose,
    }
    subprocess.run([str(binaries / "initdb"), *initdb], check=True, **options)  # noqa: S603
    settings = {"fsync": "off", "unix_socket_directories": "", "max_connections": "100"}
    words = [*chain.from_iterable(("-c", f"{name}={value}") for name, value in settings.items())]
    serve = [
        str(binaries / "postgres"),
        "-D",
        str(folder / "data"),
        "-h",
        "127.0.0.1",
        "-p",
        str(port),
        *words,
    ]
    ran = subprocess.Popen(serve, **options)  # noqa: S603
    try:
        where = f"law189@127.0.0.1:{port}"
        _until_it_serves(psycopg, f"postgresql://{where}/postgres", ran)
        yield f"postgresql+psycopg://{where}"
    finally:
        ran.send_signal(signal.SIGINT)
        ran.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


def _until_it_serves(psycopg, url, ran):
    until = time.monotonic() + 60
    while True:
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            assert ran.poll() is None, "PostgreSQL does not start"
            assert time.monotonic() < until, "PostgreSQL does not start in time"
            time.sleep(0.05)
        else:
            return


def base(server, name):
    """The URL of a new base there."""
    import psycopg

    with psycopg.connect(f"{server.replace('+psycopg', '')}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"{server}/{name}"
