"""Графы (columns): what a column of a sheet is: the key it holds, its words, what its cells may hold.

>>> Column(("title", "ru"), "наименование", "", Leaf(frozenset({"string"})), None, required=True).key
'title.ru'
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["REST", "Column", "Form", "Leaf", "Path"]

Path = tuple[str, ...]
REST = "+"
"""The key of the column that holds what no other column can."""


@dataclass(frozen=True)
class Leaf:
    """What one cell may hold: JSON kinds of its value, the words of its codes, and how it is told in words.

    `told` is `term` for a term, `quantity` for the value of an indicator, `values` for a list of them. `item` is
    what stands in a list, `source` the list of the profile that choices come from.
    """

    kinds: frozenset[str]
    words: Mapping[str, str] = field(default_factory=dict)
    day: bool = False
    item: "Leaf | None" = None
    source: str | None = None
    told: str | None = None


@dataclass(frozen=True)
class Column:
    """One column of a list, or one row of a sheet of single values: the path of its key below the entry.

    `null_at` is the path that becomes `null` where the cell says «не указано»; None where nothing may.
    """

    path: Path
    title: str
    help: str
    leaf: Leaf
    null_at: Path | None
    required: bool

    @property
    def key(self) -> str:
        """The path as the sheet shows it."""
        return ".".join(self.path)


@dataclass(frozen=True)
class Form:
    """A sheet: its title, the path of what it holds, whether that is a list, its columns."""

    title: str
    at: Path
    is_list: bool
    columns: tuple[Column, ...]
