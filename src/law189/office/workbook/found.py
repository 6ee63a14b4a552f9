"""Найденное в таблицах (found): what tables of a decree say, where it stands, and what is left to ask."""

from dataclasses import dataclass, field
from typing import Any

from law189.law import Text
from law189.office.workbook.faults import Place

__all__ = ["Asked", "Pasted"]

Questions = list[tuple[Place, Text]]


class Asked(list[Text]):
    """Questions about one row: `role` is the column that is being read, `roles` that of each question."""

    def __init__(self) -> None:
        super().__init__()
        self.role = "title"
        self.roles: list[str] = []

    def append(self, words: Text) -> None:
        """One more question, about the column that is being read."""
        super().append(words)
        self.roles.append(self.role)


@dataclass
class Pasted:
    """Entries by their list, the row of each, and every question, each with its cell.

    `asked` are the questions of one entry, by its list and its number there. `read` are the titles of the tables
    that were read, `unread` of those with headings of neither kind; `counts` the indicators of each goal. `wrong`
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
    wrong: Questions = field(default_factory=list)
    cited: set[str] = field(default_factory=set)
    cells: dict[tuple[str, int, str], Place] = field(default_factory=dict)
