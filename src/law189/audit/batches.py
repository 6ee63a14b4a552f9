"""Партии строк (batches): steps as Arrow record batches in, findings as record batches out. Extra `arrow`.

What reads and spreads the lines (polars, DuckDB, Spark, Dask) does not matter: the findings are those of `audit`
for each book. A book is the cases of one municipality, judged by its own profile. The cases of two books never look
at each other, so books are what is spread over machines. The lines of one book stand together, in any order of
histories, those of one history in their order.

Columns taken: `number` (the line's number, whole), `line` (its JSON as text or bytes), and `book` (text; without it
all lines are one book). Text may be listed once (a dictionary). Other columns are left alone.

Columns given: see `batches_schema`.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from operator import attrgetter
from types import NoneType
from typing import Any

from law189.audit.batch_rows import BOOK, TEXT, NotTaken, Row, must_be_batches, rows_of
from law189.audit.columns import ROWS, needed
from law189.audit.finding import Finding
from law189.audit.lines.not_read import NotRead, not_read
from law189.audit.names import Names
from law189.audit.parts import MEMORY, audit_parts
from law189.audit.rows import CURE, GROUND, row_of
from law189.casebook.line import LINE, Line
from law189.errors import FaultyInput
from law189.files.clean import clean
from law189.files.disk import careful
from law189.files.wording import word
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Law189Error, Text
from law189.profile.profile import Profile

__all__ = ["audit_batches", "batches_schema"]

UNREAD = "unread"


def batches_schema() -> Any:
    """The Arrow schema of what `audit_batches` gives: a row a finding, or a line that was not read or taken.

    `book`, and the keys of a finding: `text` as `text_ru` and `text_en`, `facts` and `cites` as JSON text, and what
    can be done about it (`cure`) as `cure_ru` and `cure_en`, empty where nothing is said; why it is assumed as
    `assumed_ru` and `assumed_en`, who decided what was unknown as `decided_by`. A line that was not read
    or taken has the outcome `unread`, in `text_ru` and `text_en` why, and no other key than `book` and `line`; its
    `book` is '' where its row names none, and its `line` null where its row has no number that a line may have.
    Raises `NeedsExtra` where the extra `arrow` is missing.
    """
    needed()
    import pyarrow as pa

    text, number = pa.string(), pa.int64()
    columns = {
        BOOK: text,
        **dict.fromkeys(("history", "lifecycle"), text),
        TEXT: number,
        "kind": text,
        "on": pa.date32(),
        **dict.fromkeys(("rule", "outcome", "text_ru", "text_en", "facts", "cites"), text),
        "cause": number,
        **dict.fromkeys((*CURE, *GROUND), text),
    }
    always = (BOOK, "outcome", "text_ru", "text_en")
    return pa.schema([pa.field(name, kind, nullable=name not in always) for name, kind in columns.items()])


@asked
def audit_batches(
    batches: Iterable[Any],
    profile: Profile | Mapping[str, Profile],
    *,
    on: date | None = None,
    memory: int = MEMORY,
) -> Iterator[Any]:
    """The findings of the books whose lines the record batches hold, as record batches of `batches_schema`.

    `profile` is that of all books, or of each by its name. `on` and `memory` are as in `audit_parts`; the day of a
    book is its own latest one where none is given. A row without a book, or without a number from 0 on, is told as
    not read, and the others are audited. Raises `Law189Error` where a column is missing or of another type
    (`WrongType`), where a book has no profile, or its lines do not stand together, and `NeedsExtra` without the
    extra `arrow`.
    """
    needed()
    must_be_batches(batches)
    if not isinstance(profile, Mapping):
        must_be(profile, Profile)
    must_be(on, date, NoneType)
    return _batched(_answers(batches, profile, on, must_be(memory, int)))


def _answers(
    batches: Iterable[Any], profile: Profile | Mapping[str, Profile], on: date | None, memory: int
) -> Iterator[dict[str, Any]]:
    seen: set[str] = set()
    faults: list[NotTaken] = []
    for book, rows in groupby(_of_books(rows_of(batches), faults), key=attrgetter("book")):
        if book in seen:
            raise Law189Error(f"the lines of the book «{word(book)}» do not stand together; sort them by it")
        seen.add(book)
        by = profile if isinstance(profile, Profile) else profile.get(book)
        if by is None:
            raise Law189Error(f"there is no profile for the book «{word(book)}»")
        for one in audit_parts(_read(book, rows, by, faults), by, on=on, memory=memory):
            yield from _drained(faults)
            if isinstance(one, FaultyInput):
                yield _unread(NotTaken(book, one.faults[0].line, _why(one)))
            else:
                yield _found(book, one)
        yield from _drained(faults)
    yield from _drained(faults)


def _of_books(rows: Iterable[Row | NotTaken], faults: list[NotTaken]) -> Iterator[Row | NotTaken]:
    """The rows that name a book; one that names none stands in no book, and is put with the faults."""
    for row in rows:
        if isinstance(row, NotTaken) and row.book is None:
            faults.append(row)
        else:
            yield row


def _read(
    book: str, rows: Iterable[Row | NotTaken], profile: Profile, faults: list[NotTaken]
) -> Iterator[tuple[int, Line | NotRead]]:
    """Each line that is read, and what is known of another; what is wrong with that is put with the faults."""
    names = Names(profile)
    for row in rows:
        if isinstance(row, NotTaken):
            faults.append(row)
            continue
        _, number, data = row
        line: Line | FaultyInput | None = clean(data, LINE, lambda one: names.of(one.event))
        if line is None:
            line = careful(data, number, "", LINE, lambda one: names.of(one.event))
        if isinstance(line, FaultyInput):
            faults.append(NotTaken(book, number, _why(line)))
            if (told := not_read(number, line)) is not None:
                yield number, told
        else:
            yield number, line


def _why(error: FaultyInput) -> Text:
    """Why a line is not read, in one sentence after another."""
    ru, en = (" ".join(one.text[lang] for one in error.faults) for lang in ("ru", "en"))
    return Text(ru, en)


def _drained(faults: list[NotTaken]) -> Iterator[dict[str, Any]]:
    held, faults[:] = faults[:], []
    return map(_unread, held)


def _unread(one: NotTaken) -> dict[str, Any]:
    """The row of a line that was not read or taken."""
    said = {"text_ru": one.why.ru, "text_en": one.why.en}
    return {BOOK: one.book or "", TEXT: one.number, "outcome": UNREAD, **said}


def _found(book: str, one: Finding) -> dict[str, Any]:
    return {BOOK: book, **row_of(one)}


def _batched(answers: Iterable[dict[str, Any]]) -> Iterator[Any]:
    import pyarrow as pa

    held: list[dict[str, Any]] = []
    for one in answers:
        held.append(one)
        if len(held) == ROWS:
            yield pa.RecordBatch.from_pylist(held, schema=batches_schema())
            held = []
    if held:
        yield pa.RecordBatch.from_pylist(held, schema=batches_schema())
