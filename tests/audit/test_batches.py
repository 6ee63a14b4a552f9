"""Record batches of lines in, record batches of findings out: those of each book, whatever spreads the lines."""

import json
import os
import sys
from datetime import date
from shutil import which

import pytest
from books import PROFILE, certified, ordered, town
from planted import example, table, year
from steps_files import text_of

from law189.audit.bulk import audit
from law189.audit.finding import Finding
from law189.audit.schemas.forms import FindingForm
from law189.casebook.line import LINE
from law189.errors import FaultyInput, Law189Error, NeedsExtra
from law189.profile.loader import load_profile

pa = pytest.importorskip("pyarrow", reason="the extra arrow is not installed")
from law189.audit.batches import audit_batches, batches_schema  # noqa: E402  # which need it
from law189.audit.columns import findings_batch, findings_schema  # noqa: E402


def lines_of(*groups):
    return text_of(*groups).splitlines()


def batch(lines, book=None, first=1):
    columns = {"number": [*range(first, first + len(lines))], "line": lines}
    return pa.record_batch({**({} if book is None else {"book": [book] * len(lines)}), **columns})


def rows_of(batches):
    found = []
    for one in batches:
        assert one.schema.equals(batches_schema())
        found += one.to_pylist()
    return found


def told(rows):
    """Each row in full, sorted."""
    return sorted(json.dumps(row, ensure_ascii=False, default=str) for row in rows)


def wanted(lines, profile, book="", on=None):
    """The rows of what `audit` finds."""
    rows = []
    for one in audit(numbered(lines), profile, on=on):
        assert isinstance(one, Finding)
        found = one.as_json()
        both = [(name, found.pop(name, {})) for name in ("text", "cure", "assumed")]
        facts, cites = (json.dumps(found.pop(name), ensure_ascii=False) for name in ("facts", "cites"))
        words = {f"{name}_{lang}": said.get(lang) for name, said in both for lang in ("ru", "en")}
        words["decided_by"] = one.decided_by
        rows.append({"book": book, **found, **words, "facts": facts, "cites": cites})
    return [{name: row[name] for name in batches_schema().names} for row in rows]


def numbered(lines):
    return [(at, LINE.validate_json(line)) for at, line in enumerate(lines, start=1)]


# ─── Одна партия и несколько ─────────────────────────────────────────────────────────────────────────────


def test_the_rows_are_the_findings_of_the_audit():
    lines = lines_of(town(), certified("c2", number="К-2"))
    [row] = rows_of(audit_batches([batch(lines)], PROFILE))
    assert (row["history"], row["rule"], row["line"]) == ("c2", "reconciliation.certificates_once", 14)
    assert isinstance(row["on"], date)
    [one] = wanted(lines, PROFILE)
    assert told([row]) == told([one])


IN_COLUMNS = {
    "text": ("text_ru", "text_en"),
    "cure": ("cure_ru", "cure_en"),
    "assumed": ("assumed_ru", "assumed_en"),
}
"""The keys of a finding in two languages, each with its columns; any other has the column of its name."""


OF_A_BOOK = {"cause_history"}
"""What only an audit of a book says, and none of lines."""


@pytest.mark.parametrize(("schema", "never"), [(batches_schema, OF_A_BOOK), (findings_schema, set())])
def test_whatever_the_json_of_a_finding_says_has_its_column(schema, never):
    keys = FindingForm.__annotations__.keys() - never
    assert {name for key in keys for name in IN_COLUMNS.get(key, (key,))} <= set(schema().names)


def test_what_can_be_done_is_told_where_something_can_be_and_left_empty_elsewhere():
    lines = lines_of(town(), certified("c2", number="К-2"))
    rows = rows_of(audit_batches([batch([lines[0], "{", *lines[1:]])], PROFILE))
    unread, found = rows
    assert (unread["cure_ru"], unread["cure_en"]) == (None, None)
    assert found["cure_ru"]
    assert found["cure_en"]
    follows = next(audit(numbered(lines), PROFILE))._replace(cause=1)
    [row] = findings_batch([(follows, "steps.jsonl", 1)]).to_pylist()
    assert (row["cure_ru"], row["cure_en"]) == (None, None)


def test_where_a_batch_ends_does_not_matter():
    lines = lines_of(town(), certified("c2", number="К-2"))
    parted = [batch(lines[:5]), batch(lines[5:6], first=6), batch(lines[6:], first=7)]
    assert rows_of(audit_batches(parted, PROFILE)) == rows_of(audit_batches([batch(lines)], PROFILE))


def test_two_books_do_not_look_at_each_other():
    lines = lines_of(ordered(), certified())
    both = [batch(lines, "A"), batch(lines, "B")]
    assert rows_of(audit_batches(both, PROFILE)) == []
    assert rows_of(audit_batches(both, {"A": PROFILE, "B": load_profile("kemerovo")}))[0]["book"] == "B"


def test_a_line_that_is_not_read_has_a_row_of_its_own():
    lines = lines_of(town())
    rows = rows_of(audit_batches([batch([lines[0], "{", *lines[1:]])], PROFILE))
    assert [(row["line"], row["outcome"], row["rule"]) for row in rows] == [(2, "unread", None)]
    assert "bracket" in rows[0]["text_en"]


def test_a_line_that_is_not_taken_has_a_row_of_its_own():
    other = '{"history":"c1","lifecycle":"order","kind":"closed","on":"2024-02-01","by":"education"}'
    rows = rows_of(audit_batches([batch([*lines_of(town()), other])], PROFILE))
    assert [(row["line"], row["outcome"]) for row in rows] == [(len(lines_of(town())) + 1, "unread")]


def test_lines_of_a_later_day_do_not_count():
    lines = lines_of(town(), certified("c2", number="К-2"))
    assert rows_of(audit_batches([batch(lines)], PROFILE, on=date(2024, 1, 9))) == []


def test_no_batches_have_no_findings():
    assert list(audit_batches([], PROFILE)) == []


@pytest.mark.parametrize(
    ("batches", "profile", "says"),
    [
        ([pa.record_batch({"number": [1]})], PROFILE, "the column «line» is missing"),
        ([batch(["{"], "A"), batch(["{"], "B"), batch(["{"], "A")], PROFILE, "do not stand together"),
        ([batch(["{"], "A")], {"B": PROFILE}, "there is no profile for the book «A»"),
    ],
)
def test_what_cannot_be_audited_is_said(batches, profile, says):
    with pytest.raises(Law189Error, match=says):
        list(audit_batches(batches, profile))


def test_without_the_extra_it_is_said_which(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(NeedsExtra):
        audit_batches([], PROFILE)
    assert not issubclass(NeedsExtra, FaultyInput)


# ─── Год и год с посаженными ошибками: polars, DuckDB, Spark ─────────────────────────────────────────────


@pytest.fixture(scope="module")
def country(tmp_path_factory):
    """Two books: the year, and the year with every planted fault; the lines of both, and what is wanted of them."""
    path = tmp_path_factory.mktemp("batches") / "kemerovo.yaml"
    path.write_text(example.profile_text(), "utf-8")
    profile = load_profile(path)
    rows = year(profile)
    planted = [*rows, *(line for one in table(rows) for line in one.lines)]
    books = {
        name: [json.dumps(row, ensure_ascii=False) for row in of]
        for name, of in (("A", rows), ("B", planted))
    }
    found = [row for name, lines in books.items() for row in wanted(lines, profile, name)]
    mixed = [
        {"book": name, "number": at, "history": json.loads(line)["history"], "line": line}
        for name, lines in books.items()
        for at, line in enumerate(lines, start=1)
    ]
    assert len(found) > 60
    return profile, sorted(mixed, key=lambda row: (row["number"], row["book"])), told(found)


def test_the_findings_of_polars_are_those_of_the_audit(country):
    polars = pytest.importorskip("polars", reason="polars is not installed")
    profile, rows, found = country
    lines = polars.DataFrame(rows).sort("book", "history", "number").to_arrow().to_batches(max_chunksize=100)
    assert told(rows_of(audit_batches(lines, profile))) == found


def test_the_findings_of_duckdb_are_those_of_the_audit(country):
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    profile, rows, found = country
    steps = pa.Table.from_pylist(rows)
    with duckdb.connect() as base:
        base.register("steps", steps)
        lines = base.sql("select * from steps order by book, history, number").to_arrow_table().to_batches()
    assert told(rows_of(audit_batches(lines, profile))) == found


@pytest.mark.filterwarnings("ignore")  # of Spark and of what it uses
def test_the_findings_of_spark_are_those_of_the_audit(country, monkeypatch):
    sql = pytest.importorskip("pyspark.sql", reason="PySpark is not installed")
    if not os.environ.get("JAVA_HOME") and which("java") is None:
        pytest.skip("Spark needs Java, and there is none here")
    profile, rows, found = country
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    shown = "book string, history string, lifecycle string, line long, kind string, on date, rule string, outcome "
    shown += (
        "string, text_ru string, text_en string, facts string, cites string, cause long, cure_ru string, "
    )
    shown += "cure_en string, assumed_ru string, assumed_en string, decided_by string"
    spark = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "4")
        .getOrCreate()
    )
    try:
        steps = spark.createDataFrame(rows, "book string, number long, history string, line string")
        spread = steps.repartition(4, "book").sortWithinPartitions("book", "history", "number")
        answers = spread.mapInArrow(lambda batches: audit_batches(batches, profile), shown).collect()
    finally:
        spark.stop()
    assert told(row.asDict() for row in answers) == found
