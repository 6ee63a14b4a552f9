"""Почему история не читается (unreadable): what is wrong with a saved history as a whole, in both languages.

>>> shape({}).ru
'не указано, какой это цикл; нужен ключ lifecycle'
>>> shape({"lifecycle": "meeting", "id": "1", "schema": 3}).en
'its schema is 3, and schemas 1 and 2 are read; read it with the version of law189 that wrote it'
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from law189.cases.history import History
from law189.cases.ids import A_STEP, is_step
from law189.cases.lifecycle import Lifecycle
from law189.cases.saved import SCHEMA, rows_of
from law189.law import Law189Error, Text, as_written
from law189.law.text import in_russian
from law189.verdict import Outcome

__all__ = ["KEYS", "Unreadable", "broken", "broken_off", "shape", "unbroken"]

LISTS = {1: ("records",), SCHEMA: ("keys", "shared", "records")}
KEYS = {schema: frozenset({"schema", "lifecycle", "id", *lists}) for schema, lists in LISTS.items()}
"""The keys that a history of each schema has."""


class Unreadable(Law189Error):
    """История не читается: what was given is no history that law189 saved; `words` say why."""

    def __init__(self, words: Text) -> None:
        self.words = words
        super().__init__(words.en)


def shape(saved: Any) -> Text | None:
    """Why this is neither a saved history nor the list of its rows; None where it looks like one."""
    if isinstance(saved, Mapping):
        return _heading(saved) or _lists(saved)
    if not isinstance(saved, list | tuple):
        return Text(
            f"нужны ключи со значениями или список строк, а указано: {as_written(saved).ru}",
            f"keys with values or a list of rows are needed, not {as_written(saved).en}",
        )
    if not saved:
        return Text("в списке нет ни одной строки истории", "the list has no row of a history")
    for number, row in enumerate(saved, start=1):
        if not isinstance(row, Mapping):
            return Text(
                f"строка {number} списка — не ключи со значениями",
                f"row {number} of the list is no keys with values",
            )
    wrong = _heading(saved[0], (SCHEMA,))
    if wrong is None and "event" not in saved[0]:
        wrong = Text("в ней нет event, это не запись", "it has no event, so it is no record")
    return None if wrong is None else _of_row(1, wrong)


def _of_row(number: int, wrong: Text) -> Text:
    return Text(f"строка {number} списка: {wrong.ru}", f"row {number} of the list: {wrong.en}")


def unbroken(rows: Sequence[Any]) -> Text | None:
    """What is wrong with the rows together; None where all are of one history, from first to last."""
    for place, row in enumerate(rows, start=1):
        if (wrong := _heading(row, (SCHEMA,))) is not None:
            return _of_row(place, wrong)
        if any(row[key] != rows[0][key] for key in ("lifecycle", "id")):
            return Text(
                "строки нескольких историй; дайте каждую историю отдельно",
                "the rows are of several histories; give each history by itself",
            )
        said = row.get("number")
        if type(said) is not int or said != place:
            told = as_written(said)
            return Text(
                f"у строки {place} номер {told.ru}; дайте все строки истории, от первой до последней",
                f"row {place} has the number {told.en}; give every row of the history, from first to last",
            )
    return None


def _heading(of: Mapping[str, Any], schemas: tuple[int, ...] = tuple(LISTS)) -> Text | None:
    if is_step(of):
        return A_STEP
    lifecycle, history, schema = (of.get(key) for key in ("lifecycle", "id", "schema"))
    if not isinstance(lifecycle, str) or not lifecycle:
        return Text(
            "не указано, какой это цикл; нужен ключ lifecycle",
            "it does not say which lifecycle it is of; the key lifecycle is needed",
        )
    if not isinstance(history, str) or not history:
        return Text("не указан номер истории; нужен ключ id", "it has no id; the key id is needed")
    if isinstance(schema, str) and schema.isascii() and schema.isdigit() and int(schema) in schemas:
        return Text(
            f"номер схемы взят в кавычки; пишите без них: {int(schema)}",
            f"the schema stands in quotes; write it without them: {int(schema)}",
        )
    if type(schema) is not int or schema not in schemas:
        told, known = as_written(schema), [str(one) for one in schemas]
        read = Text(" и ".join(known), " and ".join(known))
        one = len(known) == 1
        return Text(
            f"у неё схема {told.ru}, а читаются схемы {read.ru}; прочтите той версией law189, которая её записала",
            f"its schema is {told.en}, and schema{'' if one else 's'} {read.en} {'is' if one else 'are'} read; "
            "read it with the version of law189 that wrote it",
        )
    return None


def _lists(saved: Mapping[str, Any]) -> Text | None:
    for key in LISTS[saved["schema"]]:
        if not isinstance(saved.get(key), list | tuple):
            told = as_written(saved.get(key))
            return Text(
                f"в ключе {key} нужен список, а указано: {told.ru}",
                f"a list is needed in the key {key}, not {told.en}",
            )
    return None


# ─── Что не так с записью ────────────────────────────────────────────────────────────────────────────────


def broken(saved: Any, cycle: Lifecycle[Any], error: Law189Error) -> Text:
    """Why a history of that shape was refused when it was loaded, with the number of the record that is wrong."""
    try:
        rows = list(saved) if isinstance(saved, list | tuple) else _rows(saved)
    except Law189Error:
        return broken_off(error)
    good, bad = 0, len(rows)
    while bad - good > 1:
        middle = (good + bad) // 2
        good, bad = (good, middle) if _refused(saved, middle, cycle) else (middle, bad)
    why = _why(rows[bad - 1], _first(saved, good, cycle), cycle)
    return Text(f"запись {bad}: {why}", str(error))


def broken_off(error: Law189Error) -> Text:
    """Why a packed history does not unpack."""
    words = str(error)
    named = words[words.find("«") : words.find("»") + 1]
    if named:
        return Text(f"{named} не называет значения, которое стоит раньше; файл не целый", words)
    return Text("в нём больше, чем бывает в истории; это не файл, который записал law189", words)


def _rows(saved: Mapping[str, Any]) -> list[Any]:
    if saved["schema"] == 1:
        return list(saved["records"])
    return rows_of(saved)


def _first(saved: Any, count: int, cycle: Lifecycle[Any]) -> History[Any]:
    """The history of the first records alone."""
    if isinstance(saved, Mapping):
        return cycle.load({**saved, "records": saved["records"][:count]})
    return cycle.load_records(saved[:count]) if count else cycle.begin(saved[0]["id"])


def _refused(saved: Any, count: int, cycle: Lifecycle[Any]) -> bool:
    try:
        _first(saved, count, cycle)
    except Law189Error:
        return True
    return False


def _why(row: Mapping[str, Any], before: History[Any], cycle: Lifecycle[Any]) -> str:
    """Why the record could not follow those before it, in Russian."""
    verdict = row["verdict"]
    outcome = Outcome(verdict.get("outcome", "holds"))
    reasons = {part.get("outcome", "holds") for part in verdict.get("parts", ())} or {"holds"}
    day, last = date.fromisoformat(row["event"]["on"]), before.last_day
    undecided = outcome is Outcome.UNKNOWN and row.get("decision") is None
    if outcome is Outcome.VOID or undecided:
        return f"исход «{outcome.text.ru}», а такой шаг не записывают"
    if outcome.value not in reasons:
        return f"исход «{outcome.text.ru}», а его причины дают другой"
    if last is not None and day < last and row["event"].get("kind") != "record_annulled":
        return f"день {in_russian(day)} раньше дня записи перед ней, {in_russian(last)}"
    was, now = (cycle.words[one].ru if one in cycle.words else one for one in (before.state, row["state"]))
    return f"из состояния «{was}» этот шаг не ведёт в «{now}»"
