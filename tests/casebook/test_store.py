"""The store in SQLite: it says what a book in memory says, and two writers never spend one thing twice."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier

import pytest
import small_year
from books import (
    FULL_TIME,
    PROFILE,
    TECHNICAL,
    certified,
    contracted,
    fulfilled,
    line,
    ordered,
    taking,
    town,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from sqlalchemy import event, select, text, update
from stored import ELSEWHERE, agree, dumped, hasty, killed, no_half_step, shelve, step_for_step

from law189 import load_profile
from law189.casebook import rows
from law189.casebook import taking as steps
from law189.casebook.book import Casebook
from law189.casebook.line import LINE
from law189.casebook.rows import SCHEMA, Damaged, OtherSchema
from law189.casebook.stores import rack, schema
from law189.casebook.stores.rack import KEPT
from law189.casebook.stores.sql import Busy, SqlStore
from law189.casebook.stores.tables import CASES, KEYS, METADATA, SCHEMAS
from law189.cases.history import Decision
from law189.errors import Conflict, Refused, needs_extra
from law189.law import Law189Error
from law189.verdict import Outcome


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'book.sqlite3'}"


@pytest.fixture
def store(url):
    with hasty(SqlStore(url, PROFILE)) as opened:
        yield opened


@pytest.fixture(scope="module")
def stored_town(tmp_path_factory):
    """A file with the cases of the town."""
    file = tmp_path_factory.mktemp("town") / "book.sqlite3"
    with SqlStore(f"sqlite:///{file}", PROFILE) as opened:
        shelve(opened, taking(town()))
    return file


@pytest.fixture
def of_town(stored_town, tmp_path, url):
    """A store that has the cases of the town."""
    shutil.copy(stored_town, tmp_path / "book.sqlite3")
    with hasty(SqlStore(url, PROFILE)) as opened:
        yield opened


# ─── The same as in memory ───────────────────────────────────────────────────────────────────────────────


DAYS = st.sampled_from(["2024-01-09", "2024-02-01", "2024-02-02", "2024-06-03"])
CERTIFICATES = st.sampled_from(["c1", "c2", "c3"])
CONTRACTS = st.sampled_from(["k1", "k2", "k3"])
LINES = st.one_of(
    st.builds(
        lambda history, number, file, nominal, on, of: [
            *certified(history, number=number, file=file, nominal=nominal, on=on, services=of)
        ],
        CERTIFICATES,
        st.sampled_from(["К-1", "К-2", "К-3"]),
        st.sampled_from(["17", "18"]),
        st.sampled_from([20, 72, 500]),
        DAYS,
        st.sampled_from([(FULL_TIME,), (TECHNICAL,)]),
    ),
    st.builds(
        lambda history, number, of, amount, on: [
            *contracted(history, number=number, certificate=of, amount=amount, on=on)
        ],
        CONTRACTS,
        st.sampled_from(["Д-1", "Д-2"]),
        st.sampled_from(["К-1", "К-2", "К-9"]),
        st.sampled_from([1, 40, 72]),
        DAYS,
    ),
    st.builds(
        lambda history, rendered: [*fulfilled(history, rendered=rendered)],
        CONTRACTS,
        st.sampled_from([0, 10, 72]),
    ),
    st.builds(
        lambda history, of, record: [
            line(history, of, "record_annulled", "2024-06-03", "education", record=record, reason="описка")
        ],
        st.one_of(CERTIFICATES, CONTRACTS, st.just("order")),
        st.sampled_from(["certificate", "contract", "order"]),
        st.integers(1, 4),
    ),
    st.just([*ordered("order2", number="2024/1")]),
    st.just([*ordered("order2", number="2025/1", year=2025)]),
)


@st.composite
def drawn(draw):
    """Lines of several cases; some are left out, some are decided by an office, some come twice."""
    found = [one for group in draw(st.lists(LINES, min_size=1, max_size=4)) for one in group]
    kept = [one for one in found if draw(st.sampled_from([True, True, True, False]))]
    decided = [one.model_copy(update=draw(st.sampled_from([{}, {}, _decided()]))) for one in kept]
    return [*decided, *draw(st.lists(st.sampled_from(decided), max_size=2))] if decided else []


def _decided(on="2024-01-09"):
    return {"decision": Decision(by="глава города", on=on, reason="до принятия порядка")}


def drawn_lines_agree(stored_town, folder, lines):
    file = folder / "drawn.sqlite3"
    for left in folder.glob("drawn.sqlite3*"):
        left.unlink()
    shutil.copy(stored_town, file)
    known = [one for one in lines if _is_of(one)]
    with hasty(SqlStore(f"sqlite:///{file}", PROFILE)) as store:
        step_for_step(store, taking(town()), known)


def _is_of(one):
    """Whether the case of the line is of its lifecycle: the drawn annulments need not be."""
    named = {"c": "certificate", "k": "contract"}.get(one.history[0], one.lifecycle)
    return named == one.lifecycle and one.history[0] in (one.lifecycle[0], "k")


@settings(max_examples=size(12, 2000))
@given(lines=drawn())
def test_drawn_lines_are_the_same_in_both(stored_town, tmp_path_factory, lines):
    drawn_lines_agree(stored_town, tmp_path_factory.getbasetemp(), lines)


def test_a_small_year_is_the_same_in_both(store, tmp_path):
    events, file = tmp_path / "year.jsonl", tmp_path / "kemerovo.yaml"
    small_year.write(events, file)
    lines = [LINE.validate_json(one) for one in events.read_text(encoding="utf-8").splitlines()]
    lines = sorted(lines, key=lambda one: one.event.on)[:300]
    store.profile = load_profile(file)
    book = step_for_step(store, Casebook(store.profile), lines)
    assert sum(case.version for case in book.cases()) > 280


# ─── What is kept, and what is refused ───────────────────────────────────────────────────────────────────


def test_what_was_taken_is_there_when_the_file_is_opened_again(store, url):
    for one in town():
        store.take(one)
    with closing(SqlStore(url, PROFILE)) as again:
        agree(again, taking(town()).shelf)


def test_a_case_written_past_the_lock_is_a_conflict_and_nothing_is_written(of_town, monkeypatch):
    """The certificate, which the step of the contract writes too, has another version when it is written."""
    offered, concluded = contracted(amount=10)
    of_town.take(offered)
    before, take = dumped(of_town), steps.take

    def and_meanwhile(shelf, one, profile):
        taken = take(shelf, one, profile)
        shelf._connection.execute(update(CASES).where(CASES.c.id == "c1").values(version=7))
        return taken

    monkeypatch.setattr(steps, "take", and_meanwhile)
    with pytest.raises(Conflict) as conflict:
        of_town.take(concluded)
    assert (conflict.value.expected, conflict.value.found, conflict.value.history) == (3, 7, "c1")
    assert dumped(of_town) == before


@pytest.mark.parametrize("where", ["sqlite://", "sqlite:///:memory:", "mysql://host/base"])
def test_another_kind_of_database_is_refused_in_words(where):
    with pytest.raises(Law189Error, match="give"):
        SqlStore(where, PROFILE)


def test_without_the_extra_the_error_says_which_is_needed():
    script = (
        "import sys; sys.modules['sqlalchemy'] = None; import law189.casebook.book, law189.casebook.stores"
    )
    ran = subprocess.run(  # noqa: S603  # our own code
        [sys.executable, "-c", script], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 1
    assert ran.stderr.splitlines()[-1] == f"law189.errors.NeedsExtra: {needs_extra('store').en}"


# ─── Questions ───────────────────────────────────────────────────────────────────────────────────────────


def test_one_moment_does_not_see_what_is_taken_meanwhile(of_town):
    with of_town.moment() as then:
        seen = [case.version for case in then.cases()]
        of_town.take(next(iter(contracted())))
        assert [case.version for case in then.cases()] == seen
        assert then.case("k1") is None
    assert of_town.case("k1").version == 1


def test_a_step_is_taken_while_every_case_is_read(of_town):
    read = of_town.cases()
    next(read)
    of_town.take(next(iter(contracted())))
    assert len([*read]) == 3
    assert len([*of_town.cases()]) == 5


def test_cases_are_read_one_after_the_other_and_a_few_rows_at_once(of_town, monkeypatch):
    """What is in memory at once does not grow with the book; `benchmarks/store.py` measures it."""
    built, fetched, made = [], [], rows._history

    def counted(of, *more):
        built.append(of[0].id)
        return made(of, *more)

    monkeypatch.setattr(rows, "_history", counted)
    monkeypatch.setattr(rack, "AT_ONCE", 2)
    event.listen(
        of_town._database.engine,
        "after_cursor_execute",
        lambda *args: fetched.append(args[4].execution_options.get("yield_per")),
    )
    for place, case in enumerate(of_town.cases(), start=1):
        assert built[-1] == case.id
        assert len(built) == place
    assert fetched[-1] == 2


# ─── Damage and versions ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE law189_cases SET version = 2 WHERE id = 'c1'",
        "UPDATE law189_cases SET state = 'applied' WHERE id = 'c1'",
        "UPDATE law189_cases SET lifecycle = 'unheard' WHERE id = 'c1'",
        "UPDATE law189_records SET \"row\" = '{' WHERE place = 4 AND number = 2",
        "UPDATE law189_records SET \"row\" = '{}' WHERE place = 4 AND number = 2",
        "DELETE FROM law189_records WHERE place = 4 AND number = 2",
        'UPDATE law189_records SET "row" = (SELECT "row" FROM law189_records WHERE place = 3) WHERE place = 4',
        """UPDATE law189_records SET "row" = replace("row", '"before":"', '"before":"0') WHERE place = 4""",
    ],
)
def test_rows_that_are_no_whole_case_are_told(of_town, damage):
    of_town._database.write(lambda connection, _: connection.execute(text(damage)))
    with pytest.raises(Damaged, match="c1"):
        of_town.case("c1")
    with pytest.raises(Damaged, match="c1"):
        [*of_town.cases()]


def set_version(store, number):
    store._database.write(lambda connection, _: connection.execute(update(SCHEMAS).values(version=number)))


@pytest.mark.parametrize(("number", "words"), [(SCHEMA + 1, "install a newer"), (0, "that wrote it")])
def test_tables_of_another_version_are_refused_in_words(of_town, url, number, words):
    set_version(of_town, number)
    with pytest.raises(OtherSchema, match=words):
        SqlStore(url, PROFILE)
    for asked in (lambda: of_town.case("c1"), lambda: of_town.take(next(iter(contracted()))), of_town.follow):
        with pytest.raises(OtherSchema, match=words):
            asked()
    set_version(of_town, SCHEMA)
    assert of_town.case("k1") is None


def test_tables_of_an_older_version_are_migrated_whole_or_not_at_all(of_town, url, monkeypatch):
    def one(connection):
        connection.execute(text("ALTER TABLE law189_cases ADD COLUMN remark TEXT"))
        connection.execute(KEYS.delete())

    def fails(connection):
        connection.execute(text("ALTER TABLE law189_cases ADD COLUMN other TEXT"))
        raise RuntimeError("the second migration fails")

    monkeypatch.setattr(schema, "SCHEMA", SCHEMA + 2)
    monkeypatch.setattr(schema, "MIGRATIONS", {SCHEMA: one, SCHEMA + 1: fails})
    with pytest.raises(RuntimeError, match="second"):
        SqlStore(url, PROFILE)
    with of_town._database.reading() as connection:
        assert [*connection.scalars(select(SCHEMAS.c.version))] == [SCHEMA]
        assert "remark" not in [*connection.execute(text("SELECT * FROM law189_cases")).keys()]
        assert [*connection.execute(select(KEYS))]
    monkeypatch.setattr(schema, "MIGRATIONS", {SCHEMA: one, SCHEMA + 1: lambda _: None})
    with SqlStore(url, PROFILE) as migrated:
        agree(migrated, taking(town()).shelf)
        with migrated._database.reading() as connection:
            assert "remark" in [*connection.execute(text("SELECT * FROM law189_cases")).keys()]


def test_a_book_of_the_first_version_gets_todays_balances(of_town, url):
    of_town._database.write(lambda connection, _: connection.execute(text("DELETE FROM law189_balances")))
    set_version(of_town, 1)
    with of_town._database.engine.begin() as connection:  # the first versions kept no sizes and no states
        for column in KEPT.values():
            connection.execute(text(f"ALTER TABLE law189_schema DROP COLUMN {column.name}"))
        connection.execute(text("ALTER TABLE law189_records DROP COLUMN state"))
    with SqlStore(url, PROFILE) as migrated:
        agree(migrated, taking(town()).shelf)


def test_what_follows_from_the_records_is_written_anew(of_town):
    for one in contracted(amount=10):
        of_town.take(one)
    of_town._database.write(
        lambda connection, _: connection.execute(text("UPDATE law189_balances SET amount = '1'"))
    )
    of_town._database.write(lambda connection, _: connection.execute(text("DELETE FROM law189_keys")))
    of_town.follow()
    agree(of_town, taking(town(), contracted(amount=10)).shelf)


def test_a_table_has_the_columns_that_the_code_says(of_town):
    with of_town._database.reading() as connection:
        for table in METADATA.sorted_tables:
            found = connection.execute(text(f"SELECT * FROM {table.name}"))  # noqa: S608  # our own names
            assert [*found.keys()] == [column.name for column in table.c]


# ─── Two writers ─────────────────────────────────────────────────────────────────────────────────────────


def at_once(store_of, lines):
    """Take each line by a writer of its own, all at once; what each was told."""
    barrier = Barrier(len(lines))

    def take(one):
        with closing(store_of()) as store:
            barrier.wait()
            try:
                return store.take(one).verdict.outcome
            except Refused as refused:
                return {reason.rule for reason in refused.verdict.reasons(Outcome.UNKNOWN, Outcome.VOID)}

    with ThreadPoolExecutor(len(lines)) as pool:
        return [*pool.map(take, lines)]


def test_writers_of_several_contracts_never_overspend_one_certificate(of_town, url):
    """The book does not hold the certificate, so the contracts have no case in common."""
    offers = [[*contracted(f"k{n}", number=f"Д-{n}", amount=20, handed=ELSEWHERE)] for n in range(8)]
    for offered, _ in offers:
        of_town.take(offered)
    told = at_once(lambda: hasty(SqlStore(url, PROFILE)), [concluded for _, concluded in offers])
    refused = [one for one in told if isinstance(one, set)]
    assert refused == [{"reconciliation.of_certificate"}] * 5
    assert [case.state for case in of_town.cases() if case.lifecycle == "contract"].count("concluded") == 3


def test_writers_that_make_the_tables_at_once_make_them_once(url):
    barrier = Barrier(8)

    def opened(_):
        barrier.wait()
        with closing(SqlStore(url, PROFILE)) as store, store._database.reading() as connection:
            return [*connection.scalars(select(SCHEMAS.c.version))]

    with ThreadPoolExecutor(8) as pool:
        assert [*pool.map(opened, range(8))] == [[SCHEMA]] * 8


def test_a_database_that_is_not_free_in_time_is_told(of_town, url):
    with closing(SqlStore(url, PROFILE, wait=0.05)) as hurried:

        def held(_, __):
            with pytest.raises(Busy, match="nothing was written"):
                hurried.take(next(iter(contracted())))

        of_town._database.write(held)
    assert of_town.case("k1") is None


@pytest.mark.parametrize("held_by", ["BEGIN", "BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_a_file_that_another_reads_or_writes_is_opened_once_it_is_free(url, tmp_path, held_by):
    """A file of another program keeps no log ahead yet, and SQLite does not wait before it makes one."""
    other = sqlite3.connect(tmp_path / "book.sqlite3", isolation_level=None, check_same_thread=False)
    other.execute("CREATE TABLE its_own (row)")
    other.execute(held_by)
    other.execute("SELECT * FROM its_own").fetchall()
    with closing(other), ThreadPoolExecutor(1) as pool:
        with pytest.raises(Busy, match="nothing was written"):
            SqlStore(url, PROFILE, wait=0.02)
        opened = pool.submit(SqlStore, url, PROFILE, wait=20)
        time.sleep(0.1)
        assert not opened.done()
        other.execute("COMMIT")
        with closing(opened.result()) as store:
            assert [*store.cases()] == []


def test_a_reader_is_told_that_the_database_is_not_free(url, tmp_path):
    """A file that another has set to keep no log ahead, and has to itself."""
    with closing(SqlStore(url, PROFILE, wait=0.02)) as store:
        store._database.engine.dispose()
        with closing(sqlite3.connect(tmp_path / "book.sqlite3", isolation_level=None)) as other:
            other.execute("PRAGMA journal_mode = DELETE")
            other.execute("BEGIN EXCLUSIVE")
            for read in (lambda: [*store.cases()], lambda: store.case("k1"), lambda: store.version("k1")):
                with pytest.raises(Busy):
                    read()
            other.execute("COMMIT")
        assert [*store.cases()] == []


# ─── Killed ──────────────────────────────────────────────────────────────────────────────────────────────


def opener(folder):
    """What opens the store of the test, or another that is empty."""
    made = []

    def store_of(*, fresh=False):
        if fresh or not made:
            made.append(f"sqlite:///{folder / f'{len(made)}.sqlite3'}")
        return SqlStore(made[-1], PROFILE)

    return store_of


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed where it can be forked")


@needs_fork
def test_a_process_killed_between_two_writes_leaves_no_half_step(tmp_path):
    no_half_step(opener(tmp_path), PROFILE, size(10, 50))


@needs_fork
def test_a_process_that_is_not_killed_takes_every_step(tmp_path):
    store_of = opener(tmp_path)
    store_of().close()
    assert not killed(store_of, [*town()], 1000)
    with store_of() as store:
        agree(store, taking(town()).shelf)


def test_the_cases_of_some_lifecycles_are_those_of_the_whole_book(store):
    shelve(store, taking(town()))
    whole = [*store.cases()]
    for lifecycles in (("certificate",), ["order", "selection"], {"meeting"}):
        assert [*store.cases(lifecycles)] == [case for case in whole if case.lifecycle in lifecycles]
    with pytest.raises(Law189Error, match="there is no lifecycle «certificat»"):
        store.cases(["certificat"])
    with pytest.raises(TypeError):
        store.cases(5)
