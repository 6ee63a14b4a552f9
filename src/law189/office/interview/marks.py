r"""Строки вопросов (marks): the comments of a profile that say what was asked and is not answered.

A question that stands is a comment `# ? key: words`; one of which the decree is silent, `# – key: words`. The key
is written as a fault names it: `working_group.seats[2].cite`.

>>> [(one.key, one.silent, one.line) for one in marks_in("# ? act.number: номер\n  # – act.date: молчит")]
[('act.number', False, 1), ('act.date', True, 2)]
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from law189.files.nodes import Loc, Node, key_of
from law189.law import Text

__all__ = ["SILENT", "Mark", "below", "marks_in", "node_of", "placed_marks", "standing", "told_mark"]

SILENT = Text("постановление молчит", "the decree is silent")
_MARK = re.compile(r"^( *)# ([?–—]) ([a-z_]+(?:\[[0-9]+\]|\.[a-zA-Z][a-z0-9_]*)*)(?::(?: (.*))?)?\s*$")
_STEP = re.compile(r"\[([0-9]+)\]|[a-zA-Z_][a-z0-9_]*")


@dataclass(frozen=True)
class Mark:
    """Строка вопроса: its path, whether the decree is silent of it, its line (from 1), indent and words."""

    path: Loc
    silent: bool
    line: int
    indent: int
    words: str

    @property
    def key(self) -> str:
        """The path as a person would name it."""
        return key_of(self.path)


def marks_in(text: str) -> Iterator[Mark]:
    """Every such comment of the text, in order."""
    for number, line in enumerate(text.split("\n"), start=1):
        found = _MARK.fullmatch(line.rstrip("\r"))
        if found is not None:
            path = tuple(int(step[1]) if step[1] else step[0] for step in _STEP.finditer(found[3]))
            yield Mark(path, found[2] != "?", number, len(found[1]), found[4] or "")


def placed_marks(text: str, tree: Node) -> list[Mark]:
    """Every such comment; an entry of a list is the one that it stands in, whatever number it was written with."""
    return [replace(mark, path=_where(mark, tree)) for mark in marks_in(text)]


def _where(mark: Mark, tree: Node) -> Loc:
    found: list[int | str] = []
    for step in mark.path:
        entries = node_of(tree, found)
        if isinstance(step, int) and entries is not None and isinstance(entries.content, list):
            above = [
                n for n, one in enumerate(entries.content) if one.line is not None and one.line <= mark.line
            ]
            found.append(above[-1] if above else step)
        else:
            found.append(step)
    return tuple(found)


def standing(text: str, tree: Node) -> list[Mark]:
    """The questions that stand, in the order of the file; a value under the same key answers a question.

    A list is asked about until the question is taken away.
    """
    found = []
    for mark in placed_marks(text, tree):
        node = node_of(tree, mark.path)
        if not mark.silent and (node is None or isinstance(node.content, list)):
            found.append(mark)
    return found


def node_of(tree: Node, path: Iterable[int | str]) -> Node | None:
    """The value at the path; None where there is none."""
    node: Node | None = tree
    for step in path:
        content = None if node is None else node.content
        if isinstance(content, dict) and isinstance(step, str):
            node = content.get(step)
        elif isinstance(content, list) and isinstance(step, int) and step < len(content):
            node = content[step]
        else:
            return None
    return node


def below(path: Loc, above: Loc) -> bool:
    """Whether the path is the other one or stands under it."""
    return path[: len(above)] == above


def told_mark(path: Loc, words: str, indent: int, *, silent: bool = False) -> str:
    """The line of a question, with its indent."""
    return f"{' ' * indent}# {'–' if silent else '?'} {key_of(path)}: {words}"
