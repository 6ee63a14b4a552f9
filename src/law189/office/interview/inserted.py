"""Вписанное (inserted): an answer put into the text of a file in the place of its question.

Only the lines of the question and the headings above it change; comments and whatever a person wrote stay. What
comes out is read again: it must hold what it held before and the answer, and nothing else.

>>> from law189.office.interview.catalog import ROOT
>>> from law189.office.interview.questions import under
>>> path = ("act", "number")
>>> draft = Draft.of("# ? act.number: номер")
>>> print(filled(draft, path, {"number": "77"}, under(ROOT, path), "ru").text)
act:
  number: "77"
"""

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from law189.errors import FaultyInput
from law189.files.limits import SIZE
from law189.files.nodes import Loc, Node
from law189.files.parser import read_tree
from law189.law import Lang
from law189.office.interview.marks import SILENT, Mark, below, node_of, placed_marks, told_mark
from law189.office.interview.questions import Ask, Block, Mode, Question, Several
from law189.office.interview.written_yaml import written

__all__ = ["Draft", "Misplaced", "closed", "expanded", "filled", "laid_out", "silenced", "tree_in"]

_STEP = 2


class Misplaced(Exception):
    """The answer cannot be put in the place of its question: the file was changed by hand round it."""


def tree_in(text: str) -> Node:
    """The values of the text; no values where it has comments only. Raises `FaultyInput`."""
    tree = read_tree(text, "")
    return Node({}, 1, 1) if tree.content is None else tree


@dataclass(frozen=True)
class Draft:
    """Начатый файл: its text, and the values that were read from it."""

    text: str
    tree: Node

    @classmethod
    def of(cls, text: str) -> "Draft":
        """The draft of a text. Raises `FaultyInput` where it is no YAML."""
        return cls(text, tree_in(text))

    @property
    def plain(self) -> dict[str, Any]:
        """The plain values; none where the text is no mapping."""
        plain = self.tree.plain()
        return plain if isinstance(plain, dict) else {}


# ─── Строки вопросов ─────────────────────────────────────────────────────────────────────────────────────


def laid_out(parts: Iterable[Question], path: Loc, indent: int, lang: Lang) -> list[str]:
    """The lines of the questions of a block, those of an open block within it too."""
    lines: list[str] = []
    for part in parts:
        own = (*path, part.key)
        if isinstance(part, Block) and part.mode is Mode.OPEN:
            lines += laid_out(part.parts, own, indent + _STEP, lang)
        else:
            lines.append(_asked(part, own, indent, lang))
    return lines


def _asked(part: Question, path: Loc, indent: int, lang: Lang) -> str:
    return told_mark(path, f"{part.about.title[lang]} — {part.about.help[lang]}", indent)


def _begun(question: Question, keys: Mapping[str, Any], path: Loc, indent: int, lang: Lang) -> list[str]:
    """What an answer writes, and the questions that come up with it."""
    if isinstance(question, Ask):
        return _lines(keys, indent)
    rest = [one for one in question.parts[1:] if one.when is None or one.when(keys)]
    blocks = {one.key for one in rest if isinstance(one, Block)}
    lines: list[str] = []
    for key, value in keys.items():
        if key in blocks:  # its own questions follow, so that it stands line by line
            lines += [f"{' ' * indent}{key}:", *_lines(value, indent + _STEP)]
        else:
            lines += _lines({key: value}, indent)
    return [*lines, *laid_out(rest, path, indent, lang)]


def _lines(keys: Mapping[str, Any], indent: int) -> list[str]:
    return [f"{' ' * indent}{key}: {written(value)}" for key, value in keys.items()]


# ─── Правка текста ───────────────────────────────────────────────────────────────────────────────────────


def filled(draft: Draft, path: Loc, keys: Mapping[str, Any], question: Question, lang: Lang) -> Draft:
    """The draft with the answer in place of the question at the path. Raises `Misplaced`.

    For a block and for a list the keys are those of its first question.
    """
    mark, lines = _mark_at(draft, path), draft.text.split("\n")
    at, indent = mark.line - 1, mark.indent
    if isinstance(question, Several):
        entries = node_of(draft.tree, path)
        number = len(entries.content) if entries is not None and isinstance(entries.content, list) else 0
        entry = _begun(question, keys, (*path, number), indent + 2 * _STEP, lang)
        entry[0] = f"{' ' * (indent + _STEP)}- {entry[0].strip()}"
        heading = [] if entries is not None else [f"{' ' * indent}{path[-1]}:"]
        lines[at:at] = [*heading, *entry]
        expected = _with(draft.plain, path, [dict(keys)])
    elif isinstance(question, Block):
        lines[at : at + 1] = [
            f"{' ' * indent}{path[-1]}:",
            *_begun(question, keys, path, indent + _STEP, lang),
        ]
        expected = _with(draft.plain, path, dict(keys))
    else:
        indent = _indent_within(draft.tree, path[:-1], indent)
        lines[at : at + 1] = [f"{' ' * indent}{key}: {written(value)}" for key, value in keys.items()]
        expected = draft.plain
        for key, value in keys.items():
            expected = _with(expected, (*path[:-1], key), value)
    return _checked(_headed(lines, draft, path), expected)


def expanded(draft: Draft, path: Loc, question: Block, lang: Lang) -> Draft:
    """The draft with the questions of a block in place of the question whether there is such a block."""
    mark, lines = _mark_at(draft, path), draft.text.split("\n")
    lines[mark.line - 1 : mark.line] = laid_out(question.parts, path, mark.indent + _STEP, lang)
    return _checked(lines, draft.plain)


def silenced(draft: Draft, path: Loc, lang: Lang) -> Draft:
    """The draft in which the question at the path is answered: the decree is silent. Raises `Misplaced`."""
    mark, lines = _mark_at(draft, path), draft.text.split("\n")
    lines[mark.line - 1] = told_mark(mark.path, SILENT[lang], mark.indent, silent=True)
    return _checked(lines, draft.plain)


def closed(draft: Draft, path: Loc) -> Draft:
    """The draft without the question about one more entry of a list. Raises `Misplaced`."""
    mark, lines = _mark_at(draft, path), draft.text.split("\n")
    del lines[mark.line - 1]
    return _checked(lines, draft.plain)


def _mark_at(draft: Draft, path: Loc) -> Mark:
    found = next(
        (one for one in placed_marks(draft.text, draft.tree) if one.path == path and not one.silent), None
    )
    if found is None:
        raise Misplaced
    return found


def _indent_within(tree: Node, path: Loc, indent: int) -> int:
    """How far the keys of a mapping stand from the margin; at least `indent` where it has none yet."""
    node = node_of(tree, path)
    columns = [] if node is None else [column for _, column in node.keys.values()]
    return min(columns) - 1 if columns else max(indent, _STEP * len(path))


def _headed(lines: list[str], draft: Draft, path: Loc) -> list[str]:
    """The lines with the heading of each block above that has none yet, before the first of its questions."""
    marks = placed_marks(draft.text, draft.tree)
    for length in range(len(path) - 1, 0, -1):
        above = path[:length]
        if isinstance(above[-1], int) or node_of(draft.tree, above) is not None:
            continue
        first = min(one.line for one in marks if below(one.path, above))
        lines.insert(first - 1, f"{' ' * (_STEP * (length - 1))}{above[-1]}:")
    return lines


def _with(plain: Any, path: Loc, value: Any) -> Any:
    """The plain values with one more at the path; entries are added to a list."""
    whole = {} if plain is None else copy.deepcopy(plain)
    node: Any = whole
    for step in path[:-1]:
        if isinstance(node, dict) and node.get(str(step)) is None:
            node[step] = {}
        node = node[step]
    last = path[-1]
    if isinstance(value, list) and isinstance(node, dict) and isinstance(node.get(str(last)), list):
        node[last] = [*node[last], *value]
    else:
        node[last] = value
    return whole


def _checked(lines: list[str], expected: dict[str, Any]) -> Draft:
    """The draft of the lines, which must hold what is expected. Raises `Misplaced` where it does not."""
    text = "\n".join(lines)
    try:
        draft = Draft.of(text)
    except FaultyInput:
        raise Misplaced from None
    if draft.plain != expected or len(text.encode()) > SIZE:
        raise Misplaced
    return draft
