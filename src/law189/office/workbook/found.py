"""Найденное в таблицах (found): what tables of a decree say, where it stands, and what is left to ask."""

from dataclasses import dataclass, field
from typing import Any

from law189.files.nodes import Loc
from law189.law import Text
from law189.law.fixed import fixed
from law189.office.workbook.faults import Place
from law189.profile.indicators import IndicatorType, IndicatorUnit

__all__ = [
    "NO_NUMBER",
    "Asked",
    "Left",
    "Pasted",
    "left",
    "no_address",
    "no_number",
    "number_alone",
    "taken_for_a_note",
    "two_numbers",
]

Questions = list[tuple[Place, Text]]


class Asked(list[Text]):
    """Questions about one row: `role` is the column that is being read, `roles` that of each question."""

    def __init__(self, *words: Text, role: str = "title") -> None:
        super().__init__(words)
        self.role = role
        self.roles = [role for _ in words]

    def append(self, words: Text) -> None:
        """One more question, about the column that is being read."""
        super().append(words)
        self.roles.append(self.role)


@fixed
@dataclass(frozen=True, slots=True)
class Left(Text):
    """Вопрос о ключе: what is not known (`what`), and the key that a person writes for it."""

    key: str = ""
    what: Text = field(default=Text("", ""), compare=False)

    @property
    def in_cell(self) -> Text:
        """The same, with what a person writes into the table itself."""
        cure = _IN_THE_TABLE[self.key]
        return Text(f"{self.what.ru}; {cure.ru}", f"{self.what.en}; {cure.en}")


def left(key: str, ru: str, en: str) -> Left:
    """A question about that key, which a file of a profile has.

    >>> left("goal", "цель не названа", "no goal is named").ru
    'цель не названа; впишите goal'
    """
    named = _NAMED.get(key, Text(key, key))
    return Left(f"{ru}; впишите {named.ru}", f"{en}; write {named.en}", key, Text(ru, en))


_NAMED = {"unit": Text("unit или null", "unit or null"), "value": Text("его", "it")}
_UNITS, _TYPES = ("; ".join(one.text.ru for one in kind) for kind in (IndicatorUnit, IndicatorType))
_IN_THE_TABLE = {
    "cite": Text(
        "впишите в графу номера адрес целиком, например app4.1.1",
        "write the whole address in the column of numbers, such as app4.1.1",
    ),
    "responsible": Text(
        "впишите наименование или имя органа, как на листе «Органы»",
        "write the title or the id of a body, as the sheet «Органы» has it",
    ),
    "term": Text(
        "впишите срок словами, например: до 01.02.2024, или записью в скобках, например: {kind: year, year: 2024}",
        "write the term in words, such as до 01.02.2024, or in braces, such as {kind: year, year: 2024}",
    ),
    "unit": Text(
        f"возможны: {_UNITS}; если единицы в акте нет, впишите: не указано",
        f"possible: {_UNITS}; where the act has no unit, write: не указано",
    ),
    "type": Text(f"возможны: {_TYPES}", f"possible: {_TYPES}"),
    "goal": Text(
        "добавьте выше строку с целью, например: Цель 1. Развитие",
        "add a row with the goal above, such as: Цель 1. Развитие",
    ),
    "target": Text(
        "впишите значение в графу года, например: 87,5",
        "write the value in the column of a year, such as: 87,5",
    ),
    "value": Text(
        "впишите его, например: 87,5; не менее 10; да; подлежит определению",
        "write it, such as: 87,5; не менее 10; да; подлежит определению",
    ),
    "year": Text(
        "впишите год в заголовок графы, например: 2024 год",
        "write the year in the heading of the column, such as: 2024 год",
    ),
}


NO_NUMBER = left("cite", "у строки нет номера", "the row has no number")


def no_number(shown: str, *, with_cure: bool = True) -> Text:
    """That the number of a row is not understood; `with_cure` says that its address is to be written."""
    ru, en = f"номер «{shown}» не понят", f"the number «{shown}» is not understood"
    return left("cite", ru, en) if with_cure else Text(ru, en)


def number_alone(shown: str, of: Text) -> Left:
    """That the number of a row is not enough for an address; `of` is the stage or the goal that it stands below."""
    return left(
        "cite",
        f"номер «{shown}» стоит без номера {of.ru}, адрес по нему не ясен",
        f"the number «{shown}» has no number of a {of.en}, which its address needs",
    )


def no_address(of: Text, example: str) -> Text:
    """That a stage or a goal has no address, for its table numbers the rows and not them."""
    return Text(
        f"у {of.ru} нет адреса: номера в графе считают строки; впишите номер перед словами, например: {example} 1. "
        "Развитие",
        f"the {of.en} has no address: the numbers in the column count the rows; write a number before the words, "
        f"such as: {example} 1. Развитие",
    )


def two_numbers(beside: str, before: str) -> Text:
    """That the column of numbers has one number and the words of the row begin with another."""
    return Text(
        f"в графе номер {beside}, а перед словами — {before}; взят номер графы, проверьте",
        f"the column has the number {beside}, and {before} stands before the words; that of the column is taken, "
        "check it",
    )


def taken_for_a_note(shown: str, of: Text | None, example: str) -> Text:
    """That a row is not read as it seems to be a note; `of` is what else it may head, None where it is sure."""
    ru, en = (
        f"«{shown}» принято за примечание и не прочитано",
        f"«{shown}» is taken for a note and is not read",
    )
    if of is None:
        return Text(ru, en)
    return Text(
        f"{ru}; если это заголовок {of.ru}, впишите перед словами номер, например: {example} 1. Развитие",
        f"{en}; where it heads a {of.en}, write a number before the words, such as: {example} 1. Развитие",
    )


@dataclass
class Pasted:
    """Entries by their list, the row of each, and every question, each with its cell.

    `asked` are the questions of one entry, by its list and its number there. `read` are the titles of the tables
    that were read, `unread` of those with headings of neither kind, `others` of those of the kind that was not
    asked for; `counts` the indicators of each goal. `wrong`
    are the cells that Excel has changed; `cited` are the addresses that were given. `cells` are the cells of the
    keys of an entry, by its list, its number there and the key.
    """

    entries: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    places: dict[tuple[str, int], Place] = field(default_factory=dict)
    questions: Questions = field(default_factory=list)
    asked: dict[tuple[str, int], list[Text]] = field(default_factory=dict)
    counts: dict[int | None, int] = field(default_factory=dict)
    read: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    wrong: Questions = field(default_factory=list)
    cited: set[str] = field(default_factory=set)
    cells: dict[Loc, Place] = field(default_factory=dict)
