"""Столбцы (columns): steps read from Parquet and findings written to it. They need the extra `arrow`.

**Steps.** Either one column `line` with the JSON of each line, or a column for each key of a line, what is nested
as structs and lists. A null is a key that is left out, at any depth; a day may be a date or text, an exact number a
decimal or text. A key that different steps hold in different forms fits no column, unless the file says that the
text in it is JSON, as DuckDB writes it: then `line` is the way. The numbers of rows that pandas adds are not read.

**Findings.** A row a finding: the keys of its JSON, `text` as `text_ru` and `text_en`, `facts` and `cites` as JSON
text, and `file` and `file_line` for where the line stands.
"""

import io
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

from law189.audit.finding import Finding
from law189.errors import NeedsExtra
from law189.files.given import Unread
from law189.files.opened import open_plain
from law189.files.packed import Packed
from law189.files.wording import word
from law189.kinds.asked import asked
from law189.law import Text

__all__ = ["ROWS", "findings_batch", "findings_schema", "needed", "parquet_lines"]

LINE = "line"
ROWS = 1000
"""How many rows are held at once."""
NOT_PARQUET = Text(
    "это не Parquet, или файл повреждён; запишите его заново",
    "it is not Parquet or is damaged; write it anew",
)


def needed() -> None:
    """Raise `NeedsExtra` where the extra `arrow` is not installed."""
    try:
        import pyarrow.parquet as _  # noqa: F401  # what is read and written with
    except ImportError as error:
        raise NeedsExtra("arrow") from error


# ─── Шаги ────────────────────────────────────────────────────────────────────────────────────────────────


@asked
def parquet_lines(path: Path) -> Packed:
    """The rows of a Parquet file as lines of JSON. They raise `FaultyInput` where it does not open.

    Raises `NeedsExtra` where the extra `arrow` is missing.
    """
    needed()
    return Packed(str(path), lambda: _Rows(path))


class _Rows(io.RawIOBase, IO[bytes]):
    """A Parquet file as a stream of lines."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._file = open_plain(path)
        self._lines = _lines(self._file)
        self._rest = b""

    def readable(self) -> bool:
        """It is read."""
        return True

    def readline(self, size: int | None = -1) -> bytes:
        """The next line, or as much of it as `size`. Raises `Unread` where the file is damaged."""
        if not self._rest:
            try:
                self._rest = next(self._lines, b"")
            except Unread:
                raise
            except _arrow_errors():
                raise Unread(NOT_PARQUET) from None
        most = len(self._rest) if size is None or size < 0 else size
        given, self._rest = self._rest[:most], self._rest[most:]
        return given

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        super().close()


def _arrow_errors() -> tuple[type[Exception], ...]:
    import pyarrow as pa

    return pa.ArrowException, OSError, ValueError


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(file) as opened:
        schema = opened.schema_arrow
        names = [name for name in schema.names if not _ROW_NUMBERS.fullmatch(name)]
        whole = LINE in names
        if (wrong := _of_line(schema, names) if whole else _of_keys(names)) is not None:
            raise Unread(wrong)
        of_json = frozenset(() if whole else _of_json(opened))
        for batch in opened.iter_batches(batch_size=ROWS, columns=names):
            for row in batch.to_pylist():
                yield (_as_said(row[LINE]) if whole else _as_row(row, of_json)) + b"\n"


_ROW_NUMBERS = re.compile(r"__index_level_[0-9]+__")
"""A column in which pandas numbers the rows: it says nothing of a step."""
_KEYS = ("history", "lifecycle", "kind", "on")
"""The keys without which no line is a step."""


def _of_line(schema: Any, names: Sequence[str]) -> Text | None:
    """Why a table with the column `line` is not read: it has others beside it, or that one is no text."""
    import pyarrow as pa

    if others := [name for name in names if name != LINE]:
        told = ", ".join(map(word, others[:_SHOWN])) + (", …" if len(others) > _SHOWN else "")
        return Text(
            f"в таблице есть столбец line, а рядом с ним другие: {told}; оставьте один line",
            f"the table has the column line, and others beside it: {told}; keep line alone",
        )
    kind = schema.field(LINE).type
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    if any(is_one(kind) for is_one in (*_texts(pa.types), pa.types.is_null)):
        return None
    return Text(
        f"столбец line — не текст ({kind}); запишите в него JSON каждой строки текстом",
        f"the column line is no text ({kind}); write the JSON of each line into it as text",
    )


def _texts(types: Any) -> Iterator[Callable[[Any], bool]]:
    """What tells a type of texts, or of bytes that are one; some versions lack the last two."""
    yield from (types.is_string, types.is_large_string, types.is_binary, types.is_large_binary)
    yield from (getattr(types, name) for name in ("is_string_view", "is_binary_view") if hasattr(types, name))


def _of_keys(names: Sequence[str]) -> Text | None:
    """Why a table without the column `line` is not read: it has no column for a key that every step has."""
    lacking = [key for key in _KEYS if key not in names]
    if not lacking:
        return None
    keys, told = (
        ", ".join(lacking),
        ", ".join(map(word, names[:_SHOWN])) + (", …" if len(names) > _SHOWN else ""),
    )
    return Text(
        f"в таблице нет столбца line с JSON строк и нет столбцов {keys}; есть: {told or 'ни одного'}",
        f"the table has no column line with the JSON of lines, and no columns {keys}; it has: {told or 'none'}",
    )


_SHOWN = 8
"""How many columns are named."""


def _of_json(opened: Any) -> Iterator[str]:
    """The columns whose text is JSON, as the file itself says (DuckDB writes so what has different forms)."""
    for at in range(len(opened.schema)):
        column = opened.schema.column(at)
        if column.logical_type.type == "JSON":
            yield column.path


def _as_said(line: str | bytes | None) -> bytes:
    """The line as the column has it, on one line."""
    said = b"null" if line is None else line if isinstance(line, bytes) else line.encode()
    return b" ".join(said.splitlines())


def _as_row(row: Mapping[str, Any], of_json: Collection[str]) -> bytes:
    """The columns as one line of JSON; what is JSON already stays as it is."""
    said = []
    for key, value in row.items():
        if value is None or (key in of_json and value.strip() == "null"):
            continue
        plain = value if key in of_json else json.dumps(_kept(value), ensure_ascii=False, default=_plain)
        said.append(f"{json.dumps(key, ensure_ascii=False)}: {' '.join(plain.splitlines())}")
    return f"{{{', '.join(said)}}}".encode()


def _kept(value: Any) -> Any:
    """The value without its nulls."""
    if isinstance(value, dict):
        return {key: _kept(one) for key, one in value.items() if one is not None}
    if isinstance(value, list):
        return [_kept(one) for one in value]
    return value


def _plain(value: Any) -> str:
    """A day and an exact number as a line of JSON has them; anything else as text, which the reader refuses."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, date) else str(value)


# ─── Замечания ───────────────────────────────────────────────────────────────────────────────────────────


def findings_schema() -> Any:
    """The Arrow schema of findings. Raises `NeedsExtra` where the extra `arrow` is missing."""
    needed()
    import pyarrow as pa

    text, number = pa.string(), pa.int64()
    columns = {
        **dict.fromkeys(("history", "lifecycle"), text),
        "line": number,
        "kind": text,
        "on": pa.date32(),
        **dict.fromkeys(("rule", "outcome", "text_ru", "text_en", "facts", "cites"), text),
        "cause": number,
        "file": text,
        "file_line": number,
    }
    empty = ("cause",)
    return pa.schema([pa.field(name, kind, nullable=name in empty) for name, kind in columns.items()])


@asked
def findings_batch(found: Iterable[tuple[Finding, str, int]]) -> Any:
    """Findings, each with the file and the line of it, as a record batch of `findings_schema`."""
    import pyarrow as pa

    rows = []
    for one, file, line in found:
        told = one.as_json()
        text = told.pop("text")
        compact = {name: json.dumps(told[name], ensure_ascii=False) for name in ("facts", "cites")}
        words = {"text_ru": text["ru"], "text_en": text["en"], "on": one.on}
        rows.append({**told, **compact, **words, "file": file, "file_line": line})
    return pa.RecordBatch.from_pylist(rows, schema=findings_schema())
