"""Столбцы (columns): steps read from Parquet and findings written to it. They need the extra `arrow`.

**Steps.** Either one column `line` with the JSON of each line, or a column for each key of a line, what is nested
as structs and lists. A null is a key that is left out, at any depth; a day may be a date or text, an exact number a
decimal or text. A key that different steps hold in different forms fits no column: then `line` is the way.

**Findings.** A row a finding: the keys of its JSON, `text` as `text_ru` and `text_en`, `facts` and `cites` as JSON
text, `file` and `file_line` for where the line stands, and `cure`, what can be done about it, as `cure_ru` and
`cure_en`, empty where nothing is said.
"""

import io
import json
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

from law189.audit.finding import Finding
from law189.audit.rows import CURE, row_of
from law189.errors import NeedsExtra
from law189.files.given import Unread
from law189.files.opened import open_plain
from law189.files.packed import Packed
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
    import pyarrow as pa
    import pyarrow.parquet as pq

    with pq.ParquetFile(file) as opened:
        schema = opened.schema_arrow
        whole = schema.names == [LINE] and (
            pa.types.is_string(schema.field(0).type) or pa.types.is_large_string(schema.field(0).type)
        )
        for batch in opened.iter_batches(batch_size=ROWS):
            for row in batch.to_pylist():
                if whole:
                    yield b"%s\n" % " ".join((row[LINE] or "null").splitlines()).encode()
                else:
                    yield b"%s\n" % json.dumps(_kept(row), ensure_ascii=False, default=_plain).encode()


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
        **dict.fromkeys(CURE, text),
    }
    empty = ("cause", *CURE)
    return pa.schema([pa.field(name, kind, nullable=name in empty) for name, kind in columns.items()])


@asked
def findings_batch(found: Iterable[tuple[Finding, str, int]]) -> Any:
    """Findings, each with the file and the line of it, as a record batch of `findings_schema`."""
    import pyarrow as pa

    rows = [{**row_of(one), "file": file, "file_line": line} for one, file, line in found]
    return pa.RecordBatch.from_pylist(rows, schema=findings_schema())
