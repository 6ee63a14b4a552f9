"""Столбцы (columns): steps read from Parquet and findings written to it. They need the extra `arrow`.

**Steps.** Either one column `line` with the JSON of each line, or a column for each key of a line, what is nested
as structs and lists. A null is a key that is left out, at any depth; a day may be a date or text, an exact number a
decimal or text. A key that different steps hold in different forms fits no column: then `line` is the way, or one
of the type JSON, as DuckDB writes it. The index that pandas adds is no column; a table of other columns is refused
once, as a whole.

**Findings.** A row a finding: the keys of its JSON, `text` as `text_ru` and `text_en`, `facts` and `cites` as JSON
text, `file` and `file_line` for where the line stands, and `cure`, what can be done about it, as `cure_ru` and
`cure_en`, empty where nothing is said; `assumed_ru` and `assumed_en`, why it is assumed where no provision is
named; `decided_by`, who decided what was unknown; `cause_history`, the case of the cause in an audit of a book.
"""

import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

from law189.audit.column_types import is_text, json_line
from law189.audit.finding import Finding
from law189.audit.rows import CURE, GROUND, row_of
from law189.errors import NeedsExtra
from law189.files.given import Unread
from law189.files.opened import open_plain
from law189.files.packed import Packed
from law189.files.wording import word
from law189.kinds.asked import asked
from law189.law import Text

__all__ = ["ROWS", "findings_batch", "findings_schema", "needed", "parquet_lines"]

LINE = "line"
NEEDED = ("history", "lifecycle", "on", "kind")
"""The keys that every step has, and so the columns that a table of steps has."""
_INDEX = re.compile(r"__index_level_\d+__")
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
        names = [name for name in schema.names if not _INDEX.fullmatch(name)]
        kinds = {name: schema.field(name).type for name in names if schema.names.count(name) == 1}
        whole = names == [LINE] and is_text(kinds.get(LINE))
        if not whole and (words := _not_steps(names, kinds)) is not None:
            raise Unread(words)
        for batch in opened.iter_batches(batch_size=ROWS, columns=names):
            for row in batch.to_pylist():
                yield b"%s\n" % json_line(row[LINE]) if whole else _of_keys(row, kinds)


def _of_keys(row: dict[str, Any], kinds: Mapping[str, Any]) -> bytes:
    """The columns of a row as a line of JSON."""
    kept = _kept({key: _unfolded(value, kinds[key]) for key, value in row.items()})
    return b"%s\n" % json.dumps(kept, ensure_ascii=False, default=_plain).encode()


def _not_steps(names: Sequence[str], kinds: Mapping[str, Any]) -> Text | None:
    """Why the columns are not those of steps, and what to do; None where they may be."""
    shown = word(", ".join(names))
    if len(kinds) < len(names):
        twice = word(next(name for name in names if name not in kinds))
        return Text(
            f"столбец «{twice}» указан дважды; оставьте один", f"two columns are called «{twice}»; keep one"
        )
    if names == [LINE]:
        return Text(
            f"в столбце line не текст, а {kinds[LINE]}; запишите в него JSON каждой строки текстом",
            f"the column line holds {kinds[LINE]} and no text; write the JSON of each line into it as text",
        )
    if LINE in names:
        return Text(
            f"рядом со столбцом line есть другие (столбцы: {shown}); оставьте один line или сделайте столбец на "
            "каждый ключ",
            f"other columns stand beside line (columns: {shown}); keep line alone or make a column for each key",
        )
    missing = ", ".join(name for name in NEEDED if name not in names)
    if not missing:
        return None
    return Text(
        f"это таблица не шагов: столбцов {missing} в ней нет (есть: {shown}); нужен один столбец line с JSON "
        "каждой строки или столбец на каждый ключ",
        f"the table is not of steps: it has no columns {missing} (it has {shown}); one column line with the JSON "
        "of each line is needed, or a column for each key",
    )


def _unfolded(value: Any, kind: Any) -> Any:
    """The value as its type means it: what is of the type JSON is read, at any depth."""
    import pyarrow as pa

    if value is None:
        return None
    if isinstance(kind, pa.BaseExtensionType):
        return _from_json(value) if kind.extension_name == "arrow.json" else value
    if pa.types.is_struct(kind):
        return {one.name: _unfolded(value[one.name], one.type) for one in kind}
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return [_unfolded(one, kind.value_type) for one in value]
    return value


def _from_json(value: str) -> Any:
    """What a text of JSON says, its numbers exact; the text where it is none."""
    try:
        return json.loads(value, parse_float=Decimal)
    except ValueError:
        return value


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
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
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
        "cause_history": text,
        "file": text,
        "file_line": number,
        **dict.fromkeys((*CURE, *GROUND), text),
    }
    empty = ("cause", "cause_history", *CURE, *GROUND)
    return pa.schema([pa.field(name, kind, nullable=name in empty) for name, kind in columns.items()])


@asked
def findings_batch(found: Iterable[tuple[Finding, str, int]]) -> Any:
    """Findings, each with the file and the line of it, as a record batch of `findings_schema`."""
    import pyarrow as pa

    rows = [{**row_of(one), "file": file, "file_line": line} for one, file, line in found]
    return pa.RecordBatch.from_pylist(rows, schema=findings_schema())
