"""Сверка хешей (verify): which records of a saved history were changed, dropped or moved after they were saved.

A record carries the hash of what it says and of the hash before it, without any key: whoever rewrites every later
hash too, or cuts records off at the end, leaves no trace in the file. Keep `last_hash` elsewhere to see that.

>>> from law189.workflows.meeting import lifecycle as meeting
>>> verify(meeting.begin("2023-10-02"))
()
>>> verify({"schema": 1, "lifecycle": "meeting", "id": "1", "records": []})[0].text.en
'The file is of schema 1, which has no hashes: a later change does not show.'
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from law189.audit.unreadable import KEYS, Unreadable, broken_off, shape
from law189.cases.history import History
from law189.cases.saved import SCHEMA, hashed, rows_of
from law189.facts import plain
from law189.files.wording import word
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Law189Error, Text, Vocabulary
from law189.workflows import LIFECYCLES

__all__ = ["Trace", "Traced", "last_hash", "verify"]


class Trace(Vocabulary):
    """След: what has happened to a record after it was saved."""

    CHANGED = "changed", "изменена", "changed"
    DROPPED = "dropped", "записи перед ней нет", "the record before it is not there"
    MOVED = "moved", "стоит не на своём месте", "stands elsewhere than it did"
    ADDED = "added", "ключ добавлен", "a key was added"
    NO_HASH = "no_hash", "без хеша", "without a hash"


class Traced(NamedTuple):
    """Найденный след: of which record (counted from 1; None of the whole file), and in words."""

    number: int | None
    trace: Trace
    text: Text

    def as_json(self) -> dict[str, Any]:
        """The trace as plain JSON values."""
        return {"record": self.number, "trace": self.trace.value, "text": plain(self.text)}


@asked
def verify(history: History[Any] | Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> tuple[Traced, ...]:
    """What has happened to the records since they were saved, in their order; nothing where all is as it was.

    The history may be one that was loaded, what `dump` wrote, or the rows that `dump_record` wrote. Of one that was
    loaded a record that was not saved yet has no hash to compare. Raises `Unreadable` on what is no history.
    """
    loaded = _loaded(history)
    if loaded is not None:
        return _of_history(loaded)
    of, rows = _rows(history)
    return (*_added(of), _OLD) if of["schema"] == 1 else (*_added(of), *_traces(of, rows))


@asked
def last_hash(history: History[Any] | Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> str | None:
    """The hash of the last record, which stands for the whole history; None where it has none."""
    loaded = _loaded(history)
    if loaded is not None:
        return loaded.records[-1].kept.hash if loaded.records else None
    of, rows = _rows(history)
    last = rows[-1].get("hash") if rows and of["schema"] == SCHEMA else None
    return last if isinstance(last, str) else None


def _loaded(given: Any) -> History[Any] | None:
    """The history, where it is none that was saved; None where it is JSON."""
    if isinstance(given, dict | list) or type(given) is tuple:
        return None
    loaded: History[Any] = must_be(given, History)
    return loaded


_OLD = Traced(
    None,
    Trace.NO_HASH,
    Text(
        "Файл схемы 1, в которой хешей нет: позднее изменение не видно.",
        "The file is of schema 1, which has no hashes: a later change does not show.",
    ),
)


def _of_history(history: History[Any]) -> tuple[Traced, ...]:
    if any(record.kept.form == 1 for record in history.records):
        return (_OLD,)
    cycle = next((one for one in LIFECYCLES if one.name == history.lifecycle), None)
    if cycle is None:
        raise Unreadable(
            Text(
                f"цикла «{history.lifecycle}» в law189 нет; сверьте то, что записал его dump",
                f"{history.lifecycle} is no lifecycle of law189; verify what its dump wrote",
            )
        )
    of, rows = _rows(cycle.dump(history))
    fresh = {place for place, record in enumerate(history.records, start=1) if record.kept.hash is None}
    return tuple(one for one in _traces(of, rows) if one.number not in fresh)


def _rows(saved: Any) -> tuple[Mapping[str, Any], list[Mapping[str, Any]]]:
    """What the file says of its history, and its records one by one."""
    if (wrong := shape(saved)) is not None:
        raise Unreadable(wrong)
    if not isinstance(saved, Mapping):
        return saved[0], list(saved)
    if saved["schema"] == 1:
        return saved, []
    try:
        return saved, _mappings(rows_of(saved))
    except Unreadable:
        raise
    except Law189Error as error:
        raise Unreadable(broken_off(error)) from None


def _mappings(rows: Sequence[Any]) -> list[Mapping[str, Any]]:
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, Mapping):
            raise Unreadable(
                Text(f"запись {number} — не ключи со значениями", f"record {number} is no keys with values")
            )
    return list(rows)


def _added(of: Mapping[str, Any]) -> list[Traced]:
    """The keys of the whole that no history has; one in a record shows in its hash, and a row says its number."""
    if "event" in of:
        return []
    names = (word(str(key)) for key in of if key not in KEYS[of["schema"]])
    return [
        Traced(
            None,
            Trace.ADDED,
            Text(
                f"Ключа «{name}» в истории не бывает: он добавлен после того, как она сохранена.",
                f"No history has the key «{name}»: it was added after the history was saved.",
            ),
        )
        for name in names
    ]


def _traces(of: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> list[Traced]:
    there, by_itself = [row.get("hash") for row in rows], "event" in of
    wrong = [_wrong(row if by_itself else of, row) for row in rows]
    whole = next((row for row, one in zip(rows, wrong, strict=True) if not one), of)
    found: list[Traced] = []
    for number, row in enumerate(rows, start=1):
        first = len(found)
        own, before = row.get("hash"), row.get("before")
        if own is None:
            found.append(Traced(number, Trace.NO_HASH, _NO_HASH))
            continue
        if wrong[number - 1]:
            found.append(Traced(number, Trace.CHANGED, _CHANGED))
        if before != (there[number - 2] if number > 1 else None):
            moved = before is None or before in there
            found.append(Traced(number, *((Trace.MOVED, _MOVED) if moved else (Trace.DROPPED, _DROPPED))))
        follows = rows[number - 2].get("number") if number > 1 else 0
        if len(found) == first and by_itself:
            found += [Traced(number, Trace.CHANGED, said) for said in _as_a_row(row, whole, follows)]
    return found


def _as_a_row(row: Mapping[str, Any], whole: Mapping[str, Any], follows: Any) -> Iterator[Text]:
    """What a row says of itself otherwise than its history: of which history it is, in which schema, which number.

    The hash holds neither the schema nor the number.
    """
    if any(row.get(key) != whole.get(key) for key in ("lifecycle", "id")):
        yield _OF_ANOTHER
    if not _is(row.get("schema"), SCHEMA):
        yield _SCHEMA
    if not _is(row.get("number"), _next(follows)):
        yield _NUMBER


def _is(said: Any, number: int | None) -> bool:
    """Whether a value is that whole number, and not one that equals it, as true and 1.0 do."""
    return type(said) is int and said == number


def _next(number: Any) -> int | None:
    return number + 1 if type(number) is int else None


def _wrong(of: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    try:
        return bool(hashed(of, row) != row.get("hash"))
    except (TypeError, ValueError, RecursionError):  # such as keys that are no words
        return True


_CHANGED = Text(
    "Хеш не сходится с записью: она изменена после того, как сохранена.",
    "The hash does not fit the record: it was changed after it was saved.",
)
_NUMBER = Text(
    "Номер строки — не её место в истории: он изменён после того, как она сохранена.",
    "The number of the row is not its place in the history: it was changed after it was saved.",
)
_OF_ANOTHER = Text(
    "Строка — другой истории: её цикл или номер истории не те, что у остальных.",
    "The row is of another history: its lifecycle or the id of its history is not that of the others.",
)
_SCHEMA = Text(
    f"Схема строки — не {SCHEMA}, хотя хеш есть только в ней: она изменена после того, как строка сохранена.",
    f"The schema of the row is not {SCHEMA}, the only one with a hash: it was changed after the row was saved.",
)
_MOVED = Text(
    "Перед записью стояла другая: её место изменено, или между ними вставлена запись.",
    "Another record stood before it: its place was changed, or a record was put between them.",
)
_DROPPED = Text(
    "Записи, которая стояла перед этой, в файле нет: она удалена или заменена.",
    "The record that stood before it is not in the file: it was dropped or replaced.",
)
_NO_HASH = Text(
    "У записи нет хеша: позднее изменение не видно.", "The record has no hash: a change does not show."
)
