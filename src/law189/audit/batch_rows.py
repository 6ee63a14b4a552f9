"""Строки партий (batch rows): what each row of a record batch says: its book, its number and the JSON of a line.

What a column holds is seen by its type, before a row is read; what cannot be such a column is refused by its name.
A line is text or bytes, as in a Parquet file of steps (`law189.audit.columns`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from law189.audit.column_types import is_text, is_whole, json_line
from law189.files.wording import word
from law189.kinds import WrongType, refusal
from law189.law import Law189Error, Text

__all__ = ["BOOK", "NUMBER", "TEXT", "NotTaken", "Row", "must_be_batches", "rows_of"]

BOOK, NUMBER, TEXT = "book", "number", "line"
LARGEST = 2**63 - 1
"""The largest number of a line that a column of findings holds."""
NO_BOOK = Text(
    "столбец book пуст; назовите книгу каждой строки или уберите столбец, и строку прочтут",
    "the column book is empty; name the book of each line, or leave the column out, and the line is read",
)
NO_NAME = Text(
    "в столбце book не текст (UTF-8); запишите имя книги текстом, и строку прочтут",
    "the column book is no text (UTF-8); write the name of the book as text, and the line is read",
)
NO_NUMBER = Text(
    "столбец number пуст; пронумеруйте каждую строку, и её прочтут",
    "the column number is empty; number every line, and it is read",
)
NO_SUCH_NUMBER = Text(
    "номера строк идут от 0 и до 2^63; исправьте номер в столбце number, и строку прочтут",
    "lines are numbered from 0 and below 2^63; mend the number in the column number, and the line is read",
)


class Row(NamedTuple):
    """Строка партии: the name of its book, its number, and the JSON of its line."""

    book: str
    number: int
    line: bytes


class NotTaken(NamedTuple):
    """Не взятая строка: its book, None where it names none; its number, None where no line has it; and why."""

    book: str | None
    number: int | None
    why: Text


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


def rows_of(batches: Iterable[Any]) -> Iterator[Row | NotTaken]:
    """The rows of the batches, each with its book; without the column of books all lines are of the book ''.

    A row without a book or a number is not taken, and comes with why. Raises `WrongType` on what is no record batch
    and on a column of another type, and `Law189Error` where a column is missing or there twice.
    """
    for place, batch in enumerate(batches):
        _must_be_a_batch(batch, place)
        names = batch.schema.names
        _columns_fit(batch.schema)
        books = batch.column(BOOK).to_pylist() if BOOK in names else [""] * batch.num_rows
        told = zip(batch.column(NUMBER).to_pylist(), batch.column(TEXT).to_pylist(), strict=True)
        for at, (book, (number, line)) in enumerate(zip(books, told, strict=True), start=1):
            yield _row(book, number, line, at, place + 1)


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


def _row(
    book: str | bytes | None, number: int | None, line: str | bytes | None, at: int, batch: int
) -> Row | NotTaken:
    """The row, or why it is not taken; `at` is its place in the batch, and `batch` that of the batch, from 1."""
    name = _name(book)
    if isinstance(name, str) and number is not None and 0 <= number <= LARGEST:
        return Row(name, number, json_line(line))
    wrong = name if isinstance(name, Text) else NO_NUMBER if number is None else NO_SUCH_NUMBER
    why = Text(f"строка {at} партии {batch}: {wrong.ru}", f"row {at} of batch {batch}: {wrong.en}")
    fits = number is not None and number <= LARGEST
    return NotTaken(name if isinstance(name, str) else None, number if fits else None, why)


def _name(book: str | bytes | None) -> str | Text:
    """The name of the book, or why it has none."""
    if book is None:
        return NO_BOOK
    try:
        return book.decode() if isinstance(book, bytes) else book
    except UnicodeDecodeError:
        return NO_NAME
