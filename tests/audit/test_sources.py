"""Steps of files, folders and databases: numbered through all of them, each fault a sentence, the rest read."""

import gzip
import json
import os
from datetime import date
from pathlib import Path

import pytest
from books import FULL_TIME, PROFILE, agreed, certified, contracted, included, line, ordered, taking, town
from steps_files import text_of

from law189.audit.bulk import audit, lines_of
from law189.audit.finding import Finding
from law189.audit.lines.not_read import not_read
from law189.audit.sources import FileSource, Steps, files_of, is_address, place_of
from law189.audit.stored import StoreSource
from law189.casebook.line import Line
from law189.casebook.stores.sql import SqlStore
from law189.errors import FaultyInput
from law189.files.limits import SIZE
from law189.files.packed import gzipped
from law189.profile.loader import load_profile
from law189.workflows.order.approval import Drafted


def read(*names, profile=PROFILE):
    """What is read of the files of those names: the lines by their numbers, and the sentences of what is wrong."""
    steps = Steps([one for name in names for one in files_of(str(name))], profile)
    lines, faults = [], []
    for number, one in steps:
        if isinstance(one, FaultyInput):
            faults.append((number, one.told("en")))
        else:
            lines.append((number, one))
    return lines, faults, steps


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "1.jsonl").write_text(text_of(ordered()) + "\n\n", "utf-8")
    (tmp_path / "2.ndjson.gz").write_bytes(gzip.compress(text_of(included()).encode()))
    (tmp_path / "3.NDJSON").write_text('{"history": 1}\n' + text_of(agreed(), certified()), "utf-8")
    for hidden in (".hidden.jsonl", "~$1.jsonl"):
        (tmp_path / hidden).write_text("{\n", "utf-8")
    (tmp_path / "_SUCCESS").write_text("", "utf-8")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "4.jsonl").write_text("{\n", "utf-8")
    return tmp_path


def test_a_folder_is_its_files_of_steps_by_name_and_no_folder_within(folder):
    lines, faults, steps = read(folder)
    assert [Path(one.name).name for one in steps.files] == ["1.jsonl", "2.ndjson.gz", "3.NDJSON"]
    assert [line for _, line in lines] == [*ordered(), *included(), *agreed(), *certified()]
    assert [number for number, _ in faults] == [6]


def test_lines_are_numbered_through_all_files_and_each_knows_its_place(folder):
    lines, _, steps = read(folder)
    assert [number for number, _ in lines] == [*range(1, 6), *range(7, 13)]
    assert [(one.first, one.lines) for one in steps.files] == [(1, 3), (4, 2), (6, 7)]
    told = {number: steps.place(number) for number in (1, 3, 4, 5, 6, 12)}
    assert {number: (Path(name).name, line) for number, (name, line) in told.items()} == {
        1: ("1.jsonl", 1),
        3: ("1.jsonl", 3),
        4: ("2.ndjson.gz", 1),
        5: ("2.ndjson.gz", 2),
        6: ("3.NDJSON", 1),
        12: ("3.NDJSON", 7),
    }


def test_the_findings_of_parts_are_those_of_the_whole(tmp_path):
    whole = text_of(town(), certified("c2", number="К-2"), contracted())
    rows = whole.splitlines(keepends=True)
    (tmp_path / "whole.jsonl").write_text(whole, "utf-8")
    (tmp_path / "a.jsonl").write_text("".join(rows[:5]), "utf-8")
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress("".join(rows[5:]).encode()))
    together, _, _ = read(tmp_path / "whole.jsonl")
    parted, _, _ = read(tmp_path / "a.jsonl", tmp_path / "b.jsonl.gz")
    assert parted == together
    assert [*audit(parted, PROFILE)] == [*audit(together, PROFILE)]


def test_reading_again_is_the_same(folder):
    lines, _, steps = read(folder)
    assert [(number, one) for number, one in steps if isinstance(one, Line)] == lines


def test_a_file_that_is_missing_is_told_and_the_others_are_read(folder):
    lines, faults, steps = read(folder / "none.jsonl", folder / "1.jsonl")
    assert len(lines) == 3
    assert faults == [
        (0, f"{folder / 'none.jsonl'}: the file does not open: there is no such file; check its name")
    ]
    assert steps.place(1) == (str(folder / "1.jsonl"), 1)


def test_a_file_that_vanishes_after_the_folder_was_listed_is_told(folder):
    steps = Steps(files_of(str(folder)), PROFILE)
    (folder / "2.ndjson.gz").unlink()
    faults = [one.told("en") for _, one in steps if isinstance(one, FaultyInput)]
    assert "there is no such file" in faults[0]


def test_a_folder_without_files_of_steps_is_told(tmp_path):
    with pytest.raises(FaultyInput, match=r"no files of steps \(\.jsonl"):
        files_of(str(tmp_path))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_folder_that_may_not_be_read_is_told(tmp_path):
    (tmp_path / "shut").mkdir(mode=0)
    with pytest.raises(FaultyInput, match="give access"):
        files_of(str(tmp_path / "shut"))


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="a file whose reading breaks off is of Linux")
def test_a_disk_that_breaks_off_is_told():
    broken = FileSource("a.jsonl", lambda: Path("/proc/self/mem"))
    assert [one.told("en") for _, one in Steps([broken], PROFILE)] == [
        "/proc/self/mem: the file is not read to its end; check the disk, or copy the data to a plain file"
    ]
    assert broken.size() is None


# ─── gzip ────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_packed_file_that_breaks_off_keeps_what_was_before(tmp_path):
    text = text_of(town(), *(certified(f"d{n}", number=f"Д-{n}", file=str(n)) for n in range(300)))
    packed = gzip.compress(text.encode())
    (tmp_path / "cut.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    lines, faults, _ = read(tmp_path / "cut.jsonl.gz")
    assert 10 < len(lines) < 911
    [(number, words)] = faults
    assert number == 0
    assert "breaks off before the end of what gzip packed; copy or pack the file anew" in words


def test_a_file_that_gzip_did_not_pack_is_told(tmp_path):
    (tmp_path / "a.jsonl.gz").write_text(text_of(ordered()), "utf-8")
    assert "not packed by gzip or is damaged" in read(tmp_path / "a.jsonl.gz")[1][0][1]
    packed = bytearray(gzip.compress(text_of(town()).encode()))
    packed[len(packed) // 2] ^= 0xFF
    (tmp_path / "b.jsonl.gz").write_bytes(packed)
    faults = read(tmp_path / "b.jsonl.gz")[1]
    assert faults
    assert all("anew" in words for number, words in faults if not number)


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        (lambda packed: packed + b"garbage", "data follow what gzip packed"),
        (lambda packed: packed + b"\x1f", "data follow what gzip packed"),
        (lambda packed: packed[:-8] + bytes(4) + packed[-4:], "the check sum of what gzip packed is wrong"),
        (lambda packed: packed[:-4] + bytes(4), "the check sum of what gzip packed is wrong"),
        (lambda packed: packed[:-9], "breaks off before the end"),
        (lambda packed: packed + packed, None),
        (lambda packed: packed + bytes(8), None),
    ],
)
def test_what_is_wrong_at_the_end_of_an_archive_is_told_apart(spoilt, said, tmp_path):
    text = text_of(town())
    (tmp_path / "a.jsonl.gz").write_bytes(spoilt(gzip.compress(text.encode())))
    lines, faults, _ = read(tmp_path / "a.jsonl.gz")
    times = 2 if said is None and len(lines) > text.count("\n") else 1
    assert len(lines) == times * text.count("\n")
    assert [number for number, _ in faults] == ([] if said is None else [0])
    assert all(said in words for _, words in faults)


def test_a_long_line_is_a_fault_of_one_line_however_well_it_was_packed(tmp_path):
    long = b'{"a": "' + b"x" * (3 * SIZE) + b'"}\n'
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(long + text_of(ordered()).encode()))
    lines, faults, _ = read(tmp_path / "a.jsonl.gz")
    assert [number for number, _ in lines] == [2, 3, 4]
    assert [number for number, _ in faults] == [1]
    assert max(map(len, gzipped(tmp_path / "a.jsonl.gz").lines())) == SIZE + 1


# ─── Parquet ─────────────────────────────────────────────────────────────────────────────────────────────


def test_parquet_of_lines_and_of_keys_is_read_as_the_text(tmp_path):
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    text = text_of(certified(), certified("c2", number="К-2", file="18"))
    rows = [json.loads(row) for row in text.splitlines()]
    pq.write_table(pa.table({"line": text.splitlines()}), tmp_path / "lines.parquet")
    pq.write_table(pa.Table.from_pylist(_widened(rows)), tmp_path / "keys.parquet")
    (tmp_path / "text.jsonl").write_text(text, "utf-8")
    expected = read(tmp_path / "text.jsonl")[0]
    assert read(tmp_path / "lines.parquet")[0] == expected
    assert read(tmp_path / "keys.parquet")[:2] == (expected, [])


def _widened(rows):
    """The rows with a null for every key that only others have, as a table has them."""
    keys = dict.fromkeys(key for row in rows for key in row)
    return [{key: row.get(key) for key in keys} for row in rows]


def test_days_and_exact_numbers_of_parquet_are_read(tmp_path):
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    from datetime import date, datetime
    from decimal import Decimal

    row = {"history": "k1", "lifecycle": "contract", "kind": "fulfilled", "by": "provider", "act": "А-1"}
    rendered = {"amount": Decimal("72.50"), "unit": "person-hours"}
    pq.write_table(
        pa.Table.from_pylist([{**row, "on": date(2024, 5, 31), "rendered": rendered}]), tmp_path / "a.parquet"
    )
    [(_, line)], faults, _ = read(tmp_path / "a.parquet")
    assert not faults
    assert (line.event.on, line.event.rendered.amount) == (date(2024, 5, 31), Decimal("72.5"))
    moment = datetime(2024, 5, 31, 12, 0)  # noqa: DTZ001  # a table has such moments
    pq.write_table(pa.Table.from_pylist([{**row, "on": moment}]), tmp_path / "b.parquet")
    assert "on" in read(tmp_path / "b.parquet")[1][0][1]


def written(path, table):
    """What is read of a table."""
    import pyarrow.parquet as pq

    pq.write_table(table, path)
    return read(path)


TEXT = text_of(certified(), certified("c2", number="К-2", file="18"))


def test_a_column_of_lines_is_read_in_whatever_form_a_program_keeps_texts(tmp_path):
    """As pandas, polars and others write it: listed once, as bytes, large, with an index beside it."""
    pa = pytest.importorskip("pyarrow")
    (tmp_path / "text.jsonl").write_text(TEXT, "utf-8")
    expected = read(tmp_path / "text.jsonl")[0]
    texts = pa.array(TEXT.splitlines())
    forms = [texts, texts.cast(pa.large_string()), texts.cast(pa.binary()), texts.cast(pa.large_binary())]
    forms += [texts.dictionary_encode(), texts.cast(pa.large_string()).dictionary_encode()]
    for number, column in enumerate(forms):
        assert written(tmp_path / f"{number}.parquet", pa.table({"line": column}))[0] == expected, column.type
    index = pa.array(range(len(texts)))
    indexed = pa.table({"line": texts, "__index_level_0__": index, "__index_level_1__": index})
    assert written(tmp_path / "i.parquet", indexed)[:2] == (expected, [])
    keyed = pa.Table.from_pylist(_widened([json.loads(row) for row in TEXT.splitlines()]))
    keyed = keyed.append_column("__index_level_0__", index)
    assert written(tmp_path / "k.parquet", keyed)[:2] == (expected, [])


def test_a_column_of_the_type_json_is_read_as_what_it_says(tmp_path):
    """DuckDB writes a key of that type where different steps hold it in different forms."""
    pa = pytest.importorskip("pyarrow")
    if not hasattr(pa, "json_"):
        pytest.skip("this PyArrow has no type of JSON")
    text = text_of(ordered(), included(), agreed(), certified())
    (tmp_path / "text.jsonl").write_text(text, "utf-8")
    rows = [json.loads(row) for row in text.splitlines()]
    keys = dict.fromkeys(key for row in rows for key in row)
    texts = {key: [None if key not in row else json.dumps(row[key]) for row in rows] for key in keys}
    plain = ("history", "lifecycle", "kind", "on", "by")
    columns = {
        key: pa.array([row[key] for row in rows])
        if key in plain
        else pa.ExtensionArray.from_storage(pa.json_(), pa.array(texts[key], pa.string()))
        for key in keys
    }
    assert written(tmp_path / "a.parquet", pa.table(columns))[:2] == (read(tmp_path / "text.jsonl")[0], [])


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"line": ["{}"], "more": [1]}, "other columns stand beside line (columns: line, more)"),
        ({"line": [1]}, "the column line holds int64 and no text"),
        ({"line": [None]}, "the column line holds null and no text"),
        ({"Line": ["{}"]}, "it has no columns history, lifecycle, on, kind (it has Line)"),
        ({"history": ["a"], "on": ["2024-01-01"]}, "it has no columns lifecycle, kind (it has history, on)"),
        ({}, "it has no columns history"),
    ],
)
def test_a_table_of_other_columns_is_told_once(tmp_path, columns, said):
    pa = pytest.importorskip("pyarrow")
    lines, faults, _ = written(tmp_path / "a.parquet", pa.table(columns))
    assert not lines
    [(number, told)] = faults
    assert (number, said in told) == (0, True), told


def test_parquet_that_is_none_and_one_that_is_cut_are_told(tmp_path):
    pytest.importorskip("pyarrow")
    (tmp_path / "a.parquet").write_text("PAR1 no", "utf-8")
    assert read(tmp_path / "a.parquet")[1] == [
        (0, f"{tmp_path / 'a.parquet'}: it is not read: it is not Parquet or is damaged; write it anew")
    ]


def test_an_empty_table_has_no_record(tmp_path):
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"line": pa.array([], pa.string())}), tmp_path / "a.parquet")
    assert "no record" in read(tmp_path / "a.parquet")[1][0][1]


# ─── A book in a database ────────────────────────────────────────────────────────────────────────────────


def test_the_book_in_a_database_is_audited_as_the_book_in_memory(tmp_path):
    url = f"sqlite:///{tmp_path / 'book.sqlite3'}"
    steps = [*town(), *contracted()]
    with SqlStore(url, PROFILE) as store:
        for one in steps:
            store.take(one)
    source = StoreSource(url)
    lines = [(number, line) for number, line in source.read(PROFILE)]
    book = taking(steps)
    assert [line for _, line in lines] == [line for _, line in lines_of(book)]
    assert [number for number, _ in lines] == [*range(1, len(lines) + 1)]
    assert [one for one in audit(lines, PROFILE) if isinstance(one, Finding)] == []


def same_day():
    """One certificate returns its hours on the day on which another, whose case was begun before, takes them."""
    first, *formed = certified("c0", number="К-0", file="18", on="2024-01-15")
    gone = line(
        "c1", "certificate", "annulled", "2024-01-15", "education", reason="переезд", ground="own-request"
    )
    applied = first.model_copy(update={"event": first.event.model_copy(update={"on": date(2024, 1, 9)})})
    out = line("entry", "selection", "excluded", "2024-03-15", "education", ground="own-request", because="х")
    return [*ordered(shares=((FULL_TIME, 72),)), *included(), *agreed(), applied, *certified(), gone, *formed,
            *contracted(certificate="К-0", on="2024-01-16"), out]  # fmt: skip


def test_a_file_of_steps_and_the_database_that_took_them_have_the_same_findings(tmp_path):
    """Also of steps of one day, which the database keeps case by case."""
    url, steps = f"sqlite:///{tmp_path / 'book.sqlite3'}", same_day()
    with SqlStore(url, PROFILE) as store:
        for one in steps:
            store.take(one)

    def told(lines):
        found = audit(lines, PROFILE)
        return [(one.history, one.kind, one.rule, one.text) for one in found if isinstance(one, Finding)]

    stored = told(StoreSource(url).read(PROFILE))
    assert stored == told(enumerate(steps, start=1))
    rules = {rule for _, _, rule, _ in stored}
    assert "reconciliation.rests_on" in rules
    by_case = sorted(
        steps, key=lambda one: ["order", "entry", "agreement", "c0", "c1", "k1"].index(one.history)
    )
    assert {rule for _, _, rule, _ in told(enumerate(by_case, start=1))} - rules == {
        "reconciliation.of_share"
    }


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("sqlite:///{0}/none.sqlite3", "there is no file of the database"),
        ("sqlite:///{0}/other.sqlite3", "this database holds no book of cases"),
        ("sqlite:///{0}/text.sqlite3", "holds no book"),
        ("sqlite://", "there is no file of the database"),
        ("mysql://user@host/base", "no such address of a database"),
        ("unheard://host/base", "no such address of a database"),
        ("postgresql+unheard://host/base", "the driver of this database is missing"),
        ("postgresql://user:secret@host:port/base", "no such address of a database"),
        ("postgresql+psycopg://user:secret@127.0.0.1:1/base", "does not answer or is closed"),
    ],
)
def test_a_database_that_is_no_book_is_told_and_stays_as_it_was(url, said, tmp_path):
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(tmp_path / "other.sqlite3")) as other:
        other.execute("CREATE TABLE mine (one)")
    (tmp_path / "text.sqlite3").write_text("no database" * 100, "utf-8")
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
    with pytest.raises(FaultyInput) as raised:
        [*StoreSource(url.format(tmp_path)).read(PROFILE)]
    assert said in raised.value.told("en")
    assert "secret" not in raised.value.told("ru")
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == before


def test_an_address_is_told_from_a_file():
    assert is_address("sqlite:///book.sqlite3")
    assert is_address("postgresql+psycopg://u@h/b")
    assert not is_address("steps.jsonl")
    assert not is_address("C:\\steps.jsonl")
    assert not is_address("./sqlite:/x")


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda line: "\ufeff" + line,
        lambda line: line.replace('"amount": 10', '"amount": 1E3'),
        lambda line: line.rstrip("}") + ", }",
        lambda line: line + ",",
        lambda line: line.replace(": ", ":\u200b ", 1),
        lambda line: line[:-1] + ', "note": "не закрыто}',
    ],
)
def test_of_a_line_that_is_no_json_its_case_is_known_all_the_same(spoilt, tmp_path):
    line = (
        '{"history": "a1", "lifecycle": "order", "kind": "drafted", "lines": [{"amount": 10, "kind": "x"}]}'
    )
    file = tmp_path / "a.jsonl"
    file.write_text("{}\n" + spoilt(line) + "\n", "utf-8")
    [_, (number, refused)] = FileSource("a.jsonl", lambda: file).read(load_profile("kemerovo"))
    assert isinstance(refused, FaultyInput)
    told = not_read(number, refused)
    assert told is not None
    assert (told.line, told.history, told.lifecycle) == (2, "a1", "order")
    assert told.event is Drafted


def test_one_place_has_one_file_under_all_its_names(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Дела 2024").mkdir()
    for name in ("Дела 2024/a.sqlite3", "b.jsonl"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "ln.jsonl").symlink_to("b.jsonl")
    (tmp_path / "round.jsonl").symlink_to("round.jsonl")
    base = f"sqlite:///{tmp_path}/Дела 2024/a.sqlite3"
    assert place_of("b.jsonl") == place_of("ln.jsonl") == place_of(str(tmp_path / "b.jsonl"))
    assert place_of(base) == place_of("sqlite:///Дела 2024/a.sqlite3") == place_of(StoreSource(base).name)
    assert place_of("none.jsonl") == place_of("./none.jsonl") != place_of("b.jsonl")
    assert place_of("round.jsonl") != place_of("b.jsonl") != place_of(base)
    for apart in ("postgresql://u:p@host/a", "sqlite://", "a\0b"):
        assert place_of(apart) == place_of(apart)


def test_a_database_is_named_as_its_address_was_written(tmp_path):
    for name in ("Мои дела 2024/нет.sqlite3", "a b.sqlite3"):
        url = f"sqlite:///{tmp_path}/{name}"
        assert StoreSource(url).name == url
        with pytest.raises(FaultyInput, match=f"{name}: there is no file of the database"):
            next(StoreSource(url).read(load_profile("kemerovo")))
    assert "secret" not in StoreSource("postgresql+psycopg://me:secret@host/дела").name
