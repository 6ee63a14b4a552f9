"""Советы для ячеек (cures): what to do about a value of a workbook, as it is written in its cells.

A reader of files says what keys to write. Who fills in a workbook has no keys: a code stands there in words, a day
as a day, and a value of several keys in several cells, each of which is named.
"""

from datetime import date
from typing import Any, NamedTuple

from law189.files.hint import Choice, Form, Hint, Told
from law189.files.nodes import Loc
from law189.files.wording import Missing, word
from law189.law import Text
from law189.law.text import in_russian
from law189.office.workbook.cells import Cell, to_cell
from law189.office.workbook.columns import Column, Leaf
from law189.office.workbook.faults import Place, cell_name
from law189.office.workbook.sheets import forms
from law189.office.workbook.taken import Taken

__all__ = ["column_at", "in_cells"]

_MOST = 30
"""The most words of codes that are told."""


def in_cells(text: Text, loc: Loc, place: Place, taken: Taken) -> Text:
    """What is wrong with the value at `loc`, told at `place`, with what to write in the cells; else as it is."""
    match text:
        case Missing():
            return _missing(text, loc)
        case Told(what=Text() as what, cure=cure):
            column = column_at(loc)
            what = _needed(what, column)
            told = _cure(cure, column, loc, place, taken)
            if isinstance(cure, Hint | Choice) and told is not None:
                what = _of_keys(what, cure, column, place, taken)
            return what if told is None else Text(f"{what.ru}; {told.ru}", f"{what.en}; {told.en}")
    return text


def column_at(loc: Loc) -> Column | None:
    """The column whose cells hold the value at that place; None where it has none of its own."""
    for form in sorted(forms(), key=lambda one: -len(one.at)):
        if form.is_list and loc[: len(form.at)] == form.at and len(loc) > len(form.at) + 1:
            path = _keys(loc[len(form.at) + 1 :])
        elif form.is_list:
            continue
        else:
            path = _keys(loc)
        found = next((one for one in form.columns if one.path == path), None)
        if found is not None:
            return found
    return None


def _keys(loc: Loc) -> tuple[str, ...]:
    return tuple(step for step in loc if isinstance(step, str))


# ─── Чего нет ────────────────────────────────────────────────────────────────────────────────────────────


def _missing(text: Missing, loc: Loc) -> Text:
    """That the cell is blank, and what stands in it."""
    column = column_at(loc) or column_at((*loc, "ru"))
    if text.key == "cite":
        return _NO_ADDRESS
    if column is None:
        return text
    title, example = column.title, _example(column.leaf)
    return Text(
        f"ячейка пуста, а без неё записи нет: {title}; впишите сюда{example}",
        f"the cell is blank, and without it there is no entry: {title}; write it here{example}",
    )


_NO_ADDRESS = Text(
    "у значения нет адреса нормы; впишите его сюда, например app3.5.5",
    "the value has no address in law; write it here, such as app3.5.5",
)


def _example(leaf: Leaf) -> str:
    if words := list(leaf.words.values()):
        return f": {' / '.join(words[:_MOST])}"
    return ": 01.10.2023" if leaf.day else ""


# ─── Что нужно ───────────────────────────────────────────────────────────────────────────────────────────


def _needed(what: Text, column: Column | None) -> Text:
    """What is needed, as a cell holds it, in place of how a file writes it."""
    if column is None:
        return what
    for (ru, en), kind in _IN_A_FILE.items():
        if what.ru.startswith(ru) and what.en.startswith(en):
            return Text(f"{kind.ru}{what.ru[len(ru) :]}", f"{kind.en}{what.en[len(en) :]}")
    return what


_IN_A_FILE = {
    ("нужны ключи со значениями", "keys with values are needed"): Text(
        "нужна запись в фигурных скобках", "an entry in braces is needed"
    ),
    ("нужно true или false без кавычек", "true or false without quotes is needed"): Text(
        "нужно «да» или «нет»", "«да» or «нет» is needed"
    ),
    ("нужно целое число без кавычек", "a whole number without quotes is needed"): Text(
        "нужно целое число", "a whole number is needed"
    ),
    ("нужен день вида ГГГГ-ММ-ДД", "a day of the form YYYY-MM-DD is needed"): Text(
        "нужен день вида 01.10.2023", "a day of the form 01.10.2023 is needed"
    ),
    ("нужен список (каждая запись с дефиса)", "a list (each entry after a dash) is needed"): Text(
        "нужны записи в фигурных скобках, каждая с новой строки после дефиса",
        "entries in braces are needed, each on a line of its own after a dash",
    ),
}


def _of_keys(what: Text, cure: Hint | Choice, column: Column | None, place: Place, taken: Taken) -> Text:
    """What is wrong with a value that a file writes with keys, as it stands in one cell or in several."""
    hints = cure.hints if isinstance(cure, Choice) else (cure,)
    keyed = [isinstance(one.value, dict) for one in hints]
    said = _said(place, taken)
    shown = "" if said is None else f" «{word(str(said))}»"
    if column is not None:
        asks_keys = any(keyed) and ", а указано: " in what.ru
        return (
            Text(f"значение{shown} не понято", f"the value{shown} is not understood") if asks_keys else what
        )
    if not all(keyed):
        return what
    return Text(
        f"значение{shown} записано не так: в книге для его частей есть отдельные ячейки",
        f"the value{shown} is written otherwise here: its parts have cells of their own",
    )


# ─── Что написать ────────────────────────────────────────────────────────────────────────────────────────


class _Write(NamedTuple):
    """What is written where."""

    place: Place
    said: str


def _cure(cure: Text | None, column: Column | None, loc: Loc, place: Place, taken: Taken) -> Text | None:
    """What to write in the cells; None where it cannot be written there."""
    if (words := _words_of(column)) and not isinstance(cure, Hint | Choice):
        listed = "; ".join(f"«{one}»" for one in words[:_MOST])
        several = column is not None and column.leaf.item is not None
        return Text(
            f"возможны: {listed}" + (f"{_SEVERAL.ru}" if several else ""),
            f"possible: {listed}" + (f"{_SEVERAL.en}" if several else ""),
        )
    match cure:
        case Hint():
            return _one(cure, loc, place, taken)
        case Choice():
            ways = [_one(hint, loc, place, taken) for hint in cure.hints]
            told = [one for one in ways if one is not None]
            lead = cure.LEAD if isinstance(cure, Form) else Text("одно из", "one of")
            return (
                Text(
                    f"{lead.ru}: {' или '.join(one.ru for one in told)}",
                    f"{lead.en}: {' or '.join(one.en for one in told)}",
                )
                if told
                else None
            )
    return cure


_SEVERAL = Text(
    "; несколько значений разделите точкой с запятой", "; between several of them stand semicolons"
)


def _words_of(column: Column | None) -> list[str]:
    """The words of which a cell, or each of those in it, is one."""
    if column is None:
        return []
    item = column.leaf.item
    return list(column.leaf.words.values()) or ([] if item is None else list(item.words.values()))


def _one(hint: Hint, loc: Loc, place: Place, taken: Taken) -> Text | None:
    writes = _writes(hint.value, loc, taken)
    if writes is None:
        return None
    lead = hint.ru.removesuffix(f"пишите {hint.said}"), hint.en.removesuffix(f"write {hint.said}")
    own = {one.place for one in writes}
    blank = sorted(
        {one for at, one in taken.places.items() if at[: len(loc)] == loc} - own - _cites(loc, taken)
    )
    if own == {place} and not blank:
        return Text(f"{lead[0]}пишите {writes[0].said}", f"{lead[1]}write {writes[0].said}")
    changed = [one for one in writes if _held(one, taken) != one.said]
    said = ", ".join(f"{cell_name(*one.place[1:])} — {one.said}" for one in changed)
    emptied = ", ".join(cell_name(*one[1:]) for one in blank)
    return Text(
        f"пишите: {said}" + (f"; очистите: {emptied}" if blank else ""),
        f"write: {said}" + (f"; clear: {emptied}" if blank else ""),
    )


def _cites(loc: Loc, taken: Taken) -> set[Place]:
    """The cells of addresses and days beside the value, which stay."""
    return {taken.places[at] for at in taken.places if at[: len(loc)] == loc and at[-1] in ("cite", "grade")}


def _held(write: _Write, taken: Taken) -> str | None:
    """What the cell holds already."""
    loc = next((at for at, place in taken.places.items() if place == write.place and column_at(at)), None)
    column = None if loc is None else column_at(loc)
    if loc is None or column is None:
        return None
    value = _said(write.place, taken)
    cell = None if value is None else to_cell(value, column.leaf)
    return None if cell is None else _shown(cell)


def _said(place: Place, taken: Taken) -> Any:
    """The value that the cell holds; None where it is blank."""
    loc = next((at for at, own in taken.places.items() if own == place and column_at(at)), ())
    value: Any = taken.values if loc else None
    for step in loc:
        value = value[step]
    return value


def _writes(value: object, loc: Loc, taken: Taken) -> list[_Write] | None:
    """The cells that hold the value, with what each says; None where a part of it has no cell."""
    column, place = column_at(loc), taken.at(loc)
    if column is not None and place is not None:
        cell = to_cell(value, _leaf(column, loc))
        if cell is not None:
            return [_Write(place, _shown(cell))]
    if not isinstance(value, dict):
        return None
    parts = [_writes(one, (*loc, key), taken) for key, one in value.items()]
    return None if None in parts else [one for part in parts for one in part or ()]


def _leaf(column: Column, loc: Loc) -> Leaf:
    """What the cell holds, or one of those in it where the place is that of an entry of its list."""
    within = isinstance(loc[-1], int) and column.leaf.item is not None
    return column.leaf.item if within and column.leaf.item is not None else column.leaf


def _shown(cell: Cell) -> str:
    return in_russian(cell) if isinstance(cell, date) else str(cell)
