"""Строки партий (batch rows): what each row of a record batch says: its book, its number and the JSON of a line.

What a column holds is seen by its type, before a row is read; what cannot be such a column is refused by its name.
A line is text or bytes, as in a Parquet file of steps (`law189.audit.columns`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from law189.audit.column_types import is_text, is_whole, json_line
from law189.files.wording import word
from law189.kinds import WrongType, refusal
from law189.law import Law189Error, Text

__all__ = ["BOOK", "NUMBER", "TEXT", "must_be_batches", "rows_of"]

BOOK, NUMBER, TEXT = "book", "number", "line"
Row: TypeAlias = tuple[str, int, bytes]
LARGEST = 2**63 - 1
"""The largest number of a line that a column of findings holds."""
AS_TEXT = Text("приведите столбец к тексту", "cast the column to text")
ASKED: Sequence[tuple[str, Callable[[Any], bool], Text, Text]] = (
    (BOOK, is_text, Text("текст", "text"), AS_TEXT),
    (
        NUMBER,
        is_whole,
        Text("целые числа", "whole numbers"),
        Text("приведите столбец к int64", "cast the column to int64"),
    ),
    (
        TEXT,
        is_text,
        Text("текст", "text"),
        Text("запишите в него JSON каждой строки текстом", "write the JSON of each line into it as text"),
    ),
)
"""What each column must hold, and what is to be done where it holds something else."""


def rows_of(batches: Iterable[Any]) -> Iterator[Row]:
    """The rows of the batches, each with its book; without the column of books all lines are of the book ''.

    Raises `WrongType` on what is no record batch and on a column of another type, and `Law189Error` where a column
    is missing or there twice, or a row has no book, no number, or one that fits no column.
    """
    for place, batch in enumerate(batches):
        _must_be_a_batch(batch, place)
        names = batch.schema.names
        _columns_fit(batch.schema)
        books = batch.column(BOOK).to_pylist() if BOOK in names else [""] * batch.num_rows
        told = zip(batch.column(NUMBER).to_pylist(), batch.column(TEXT).to_pylist(), strict=True)
        for row, (book, (number, line)) in enumerate(zip(books, told, strict=True), start=1):
            yield _book(book, row), _number(number, row), json_line(line)


def must_be_batches(batches: object) -> None:
    """Refuse a table, a single batch and a data frame: what each holds are columns. Raises `WrongType`."""
    if not hasattr(batches, "columns"):
        return
    how = "table.to_batches()"
    if not hasattr(batches, "schema"):
        how = "pyarrow.Table.from_pandas(frame).to_batches()"
    elif not hasattr(batches, "to_batches"):
        how = "frame.to_arrow().to_batches()" if hasattr(batches, "to_arrow") else "[batch]"
    name = type(batches).__name__
    raise WrongType(
        Text(
            f"batches: нужен список партий (pyarrow.RecordBatch), а дано: {name}; его даёт {how}",
            f"batches: a list of batches (pyarrow.RecordBatch) is needed, not {name}; {how} gives one",
        )
    )


def _must_be_a_batch(batch: object, place: int) -> None:
    import pyarrow as pa

    if not isinstance(batch, pa.RecordBatch | pa.Table):
        raise refusal(batch, "RecordBatch", f"batches[{place}]")


def _columns_fit(schema: Any) -> None:
    """That each column is there once, and of a type that can hold what it is for."""
    for name, fits, needed, cure in ASKED:
        many = schema.names.count(name)
        if many > 1:
            raise Law189Error(f"two columns are called «{name}»; keep one")
        if many == 0:
            if name != BOOK:
                raise Law189Error(f"the column «{name}» is missing; give the columns {NUMBER} and {TEXT}")
            continue
        kind = schema.field(name).type
        if not fits(kind):
            held = word(str(kind))
            raise WrongType(
                Text(
                    f"в столбце {name} не {needed.ru}, а {held}; {cure.ru}",
                    f"the column {name} holds {held} and no {needed.en}; {cure.en}",
                )
            )


def _book(book: str | bytes | None, row: int) -> str:
    """The name of the book. Raises `Law189Error` where there is none, or it is no text."""
    if book is None:
        raise Law189Error(
            f"the column {BOOK} is empty in the row {row} of a batch; name the book of each line, or leave the "
            "column out"
        )
    try:
        return book.decode() if isinstance(book, bytes) else book
    except UnicodeDecodeError:
        raise Law189Error(
            f"the column {BOOK} is no text (UTF-8) in the row {row} of a batch; write it as text"
        ) from None


def _number(number: int | None, row: int) -> int:
    """The number of the line. Raises `Law189Error` where there is none, or it is too large."""
    if number is None:
        raise Law189Error(f"the column {NUMBER} is empty in the row {row} of a batch; number every line")
    if number > LARGEST:
        raise Law189Error(
            f"the column {NUMBER} holds {number} in the row {row} of a batch; no line has a number so large"
        )
    return number
