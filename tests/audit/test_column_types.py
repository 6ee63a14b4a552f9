"""Every type of column at every column, through both doors: it is read, or refused in words that name the column.

The doors are `audit_batches` and a Parquet file (`law189 audit`). What both take they answer alike.
"""

import json
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from importlib import import_module

import pytest
from books import PROFILE
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from steps_files import text_of

from law189.audit.bulk import read_steps
from law189.casebook.line import LINE
from law189.errors import FaultyInput, Law189Error
from law189.kinds import WrongType

pa = pytest.importorskip("pyarrow", reason="the extra arrow is not installed")
import pyarrow.parquet as pq  # noqa: E402

from law189.audit.batches import audit_batches  # noqa: E402
from law189.audit.columns import parquet_lines  # noqa: E402

STEPS = [
    {"history": "m1", "lifecycle": "meeting", "kind": "convened", "on": "2023-09-29", "by": "chair",
     "held_on": "2023-10-02"},
    {"history": "m1", "lifecycle": "meeting", "kind": "opened", "on": "2023-10-02", "by": "chair",
     "present": ["chair", "deputy"]},
]  # fmt: skip
LINES = [json.dumps(one) for one in STEPS]
TEXTS = {
    "string": pa.string(),
    "large_string": pa.large_string(),
    "binary": pa.binary(),
    "large_binary": pa.large_binary(),
    "dictionary": pa.dictionary(pa.int32(), pa.string()),
    "dictionary of bytes": pa.dictionary(pa.int8(), pa.binary()),
    **({"string_view": pa.string_view()} if hasattr(pa, "string_view") else {}),
    **({"json": pa.json_()} if hasattr(pa, "json_") else {}),
}
WHOLE = {
    **{str(kind): kind for kind in (pa.int8(), pa.int16(), pa.int32(), pa.int64())},
    **{str(kind): kind for kind in (pa.uint8(), pa.uint16(), pa.uint32(), pa.uint64())},
    "dictionary of numbers": pa.dictionary(pa.int8(), pa.int64()),
}
MOMENT = datetime.combine(date(2023, 9, 29), time(9))
OTHER = {
    "float": pa.array([1.0, float("nan")], pa.float64()),
    "half": pa.array([1, 2], pa.int8()).cast(pa.float16()),
    "bool": pa.array([True, False]),
    "null": pa.nulls(2),
    "decimal": pa.array([Decimal(1), Decimal(2)], pa.decimal128(5, 2)),
    "date": pa.array([date(2023, 9, 29)] * 2),
    "time": pa.array([time(9), time(10)], pa.time64("us")),
    "nanotime": pa.array([1, 2], pa.int64()).cast(pa.time64("ns")),
    "timestamp": pa.array([MOMENT] * 2, pa.timestamp("us")),
    "timestamp of a zone": pa.array([MOMENT] * 2, pa.timestamp("ms", tz="Asia/Novosibirsk")),
    "nanoseconds": pa.array([1, 2], pa.int64()).cast(pa.timestamp("ns")),
    "duration": pa.array([timedelta(1)] * 2, pa.duration("s")),
    "list": pa.array([["a"], None]),
    "large list": pa.array([["a"], []], pa.large_list(pa.string())),
    "struct": pa.array([{"a": 1}, None]),
    "map": pa.array([[("a", 1)], []], pa.map_(pa.string(), pa.int64())),
    "fixed bytes": pa.array([b"ab", b"cd"], pa.binary(2)),
    "dictionary of days": pa.array([date(2023, 9, 29)] * 2).dictionary_encode(),
}


def array(values, kind):
    """The values as a column of that type."""
    if isinstance(kind, pa.BaseExtensionType):
        return pa.ExtensionArray.from_storage(kind, pa.array(values, kind.storage_type))
    if pa.types.is_dictionary(kind):
        plain = pa.array(values, pa.string() if isinstance(values[0], str) else pa.int64())
        return plain.cast(kind.value_type).dictionary_encode()
    text = isinstance(values[0], str) and (pa.types.is_binary(kind) or pa.types.is_large_binary(kind))
    return pa.array([one.encode() for one in values] if text else values, kind)


def columns(**changed):
    return {
        "book": pa.array(["a", "a"]),
        "number": pa.array([1, 2]),
        "line": pa.array(LINES),
        **changed,
    }


def answers(**changed):
    """The rows of what is found."""
    found = audit_batches([pa.record_batch(columns(**changed))], PROFILE)
    return [row for one in found for row in one.to_pylist()]


RIGHT = answers()


def test_there_is_something_to_find():
    assert [(row["line"], row["rule"], row["outcome"]) for row in RIGHT] == [(2, "quorum.present", "void")]


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("column", ["book", "line"])
def test_a_text_of_any_type_is_read(column, kind):
    values = LINES if column == "line" else ["a", "a"]
    assert answers(**{column: array(values, TEXTS[kind])}) == RIGHT


@pytest.mark.parametrize("kind", WHOLE)
def test_a_whole_number_of_any_type_is_read(kind):
    assert answers(number=array([1, 2], WHOLE[kind])) == RIGHT


@pytest.mark.parametrize("kind", OTHER)
@pytest.mark.parametrize("column", ["book", "number", "line"])
def test_another_type_is_refused_by_the_name_of_its_column(column, kind):
    with pytest.raises(WrongType, match=f"the column {column} holds ") as told:
        answers(**{column: OTHER[kind]})
    assert f"в столбце {column} не " in told.value.told("ru")
    assert "приведите" in told.value.told("ru") or "запишите" in told.value.told("ru")


@pytest.mark.parametrize("column", ["book", "number"])
def test_a_text_is_no_number_and_a_number_no_name(column):
    with pytest.raises(WrongType, match=f"the column {column} holds "):
        answers(**{column: array([1, 2], pa.int64()) if column == "book" else array(["1", "2"], pa.string())})


@pytest.mark.parametrize(
    ("changed", "book", "line", "says"),
    [
        ({"book": pa.array([None, "a"])}, "", 1, "row 1 of batch 1: the column book is empty"),
        ({"book": pa.array([b"\xff", b"a"])}, "", 1, "row 1 of batch 1: the column book is no text (UTF-8)"),
        ({"number": pa.array([None, 2])}, "a", None, "row 1 of batch 1: the column number is empty"),
        ({"number": pa.array([-1, 2])}, "a", -1, "row 1 of batch 1: lines are numbered from 0"),
        (
            {"number": pa.array([2**64 - 1, 2], pa.uint64())},
            "a",
            None,
            "row 1 of batch 1: lines are numbered",
        ),
    ],
)
def test_a_row_without_what_it_needs_is_not_read_and_the_others_are(changed, book, line, says):
    unread, found = answers(line=pa.array(["{}", MEETING]), **changed)
    assert (unread["book"], unread["line"], unread["outcome"]) == (book, line, "unread")
    assert unread["text_en"].startswith(says)
    assert unread["text_ru"].startswith("строка 1 партии 1: ")
    assert (found["book"], found["line"], found["rule"]) == ("a", 2, "lifecycle.state")


MEETING = LINES[1]
"""A meeting that nobody convened is opened."""
SPOILT = {
    "book": st.just(None),
    "number": st.sampled_from([None, -1, -(2**63)]),
    "line": st.sampled_from([None, "", "{", "[]", "{}", '{"history": "m9"}']),
}


@given(st.data())
@settings(max_examples=size(40, 400))
def test_bad_rows_change_nothing_of_the_others(data):
    """Among rows that are read stand some that are not: of each is told why, of the others what was."""
    stand = [
        (book, {"book": book, "number": at, "line": line})
        for book in ("a", "b")
        for at, line in enumerate(LINES, start=1)
    ]
    bad = data.draw(st.integers(0, 6))
    for _ in range(bad):
        at, key = data.draw(st.integers(0, len(stand))), data.draw(st.sampled_from([*SPOILT]))
        near = stand[max(at - 1, 0)][0]
        stand.insert(at, (near, {"book": near, "number": 99, "line": "{}"} | {key: data.draw(SPOILT[key])}))
    rows = [row for _, row in stand]
    schema = pa.schema({"book": pa.string(), "number": pa.int64(), "line": pa.string()})
    cut = data.draw(st.integers(0, len(rows)))
    batches = [pa.RecordBatch.from_pylist(part, schema=schema) for part in (rows[:cut], rows[cut:])]
    told = [row for one in audit_batches(batches, PROFILE) for row in one.to_pylist()]
    assert [row for row in told if row["outcome"] != "unread"] == [
        {**row, "book": book} for book in ("a", "b") for row in RIGHT
    ]
    assert len([row for row in told if row["outcome"] == "unread"]) == bad
    assert all(row["text_ru"] and row["text_en"] for row in told)


def test_two_columns_of_one_name_are_told():
    twice = pa.record_batch(
        [pa.array([1]), pa.array(["{}"]), pa.array(["{}"])], names=["number", "line", "line"]
    )
    with pytest.raises(Law189Error, match="two columns are called «line»"):
        list(audit_batches([twice], PROFILE))


BATCH = pa.record_batch(columns())


def frame(module, **more):
    return import_module(module).DataFrame({"number": [1], "line": [LINES[0]]}, **more)


@pytest.mark.parametrize("module", ["pandas", "polars"])
def test_a_frame_is_refused_with_what_gives_batches(module):
    pytest.importorskip(module)
    with pytest.raises(WrongType, match=r"batches: .*DataFrame.*to_"):
        audit_batches(frame(module), PROFILE)


@pytest.mark.parametrize("wrong", [BATCH, pa.table(columns()), [LINES[0]], [BATCH, None], ["number"], [{}]])
def test_what_is_no_batch_is_refused_in_words(wrong):
    with pytest.raises(WrongType, match="batch"):
        list(audit_batches(wrong, PROFILE))


def test_an_empty_line_is_not_read_and_its_row_says_so():
    (row,) = answers(line=pa.array([LINES[0], None]))
    assert (row["line"], row["outcome"]) == (2, "unread")


# ─── The other door ──────────────────────────────────────────────────────────────────────────────────────


def of_file(path, table):
    """What a Parquet file says of each line, and what is wrong with it."""
    pq.write_table(table, path)
    read = [*read_steps(parquet_lines(path), PROFILE)]
    return [one for _, one in read if not isinstance(one, FaultyInput)], [
        fault for _, one in read if isinstance(one, FaultyInput) for fault in one.faults
    ]


@pytest.mark.parametrize("kind", TEXTS)
def test_a_file_reads_a_line_of_any_text(kind, tmp_path):
    lines, faults = of_file(tmp_path / "a.parquet", pa.table({"line": array(LINES, TEXTS[kind])}))
    assert (text_of(lines), faults) == (text_of([LINE.validate_python(one) for one in STEPS]), [])


def refused(path, table, column):
    """The words of what a file is refused with; a type that Parquet does not hold is left out."""
    try:
        lines, faults = of_file(path, table)
    except pa.ArrowException:
        pytest.skip("Parquet has no such type")
    except FaultyInput as error:
        lines, faults = [], [*error.faults]
    assert lines == []
    assert faults
    assert all(column in fault.text.en or column in fault.key for fault in faults), faults
    return faults


@pytest.mark.parametrize("kind", {**OTHER, **WHOLE})
def test_a_file_refuses_a_line_of_another_type(kind, tmp_path):
    held = OTHER[kind] if kind in OTHER else array([1, 2], WHOLE[kind])
    refused(tmp_path / "a.parquet", pa.table({"line": held}), "line")


KEYS = ["history", "lifecycle", "kind", "on", "by", "held_on"]


@pytest.mark.parametrize("kind", OTHER)
@pytest.mark.parametrize("column", KEYS)
def test_a_file_with_a_column_for_each_key_tells_of_another_type_line_by_line(column, kind, tmp_path):
    table = pa.table({key: [STEPS[0][key]] * 2 for key in KEYS})
    changed = table.set_column(KEYS.index(column), column, OTHER[kind])
    try:
        lines, faults = of_file(tmp_path / "a.parquet", changed)
    except pa.ArrowException:
        pytest.skip("Parquet has no such type")
    assert len(lines) + len({fault.line for fault in faults}) == 2, faults
    for fault in faults:
        assert fault.text.ru
        assert column in fault.key or column in fault.text.en or "NaN" in fault.text.en, fault
