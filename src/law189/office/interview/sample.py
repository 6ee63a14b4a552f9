r"""Образец (sample): a profile made from another one, in which every value is unread until a person touches it.

The file names its sample at the top, and each line that holds a value ends with a mark. A value is unread while its
line has the mark and the sample has the same value under the same key; to take the mark away or to change the value
is to touch it.

>>> text = marked("profile: kemerovo\ntitle: {ru: Город Кемерово}\n", "kemerovo", "ru")
>>> print(text, end="")
# образец: kemerovo
profile: kemerovo # не сверено
title: {ru: Город Кемерово} # не сверено
>>> [one.key for one in unread(text.replace("profile: kemerovo", "profile: primersk"))]
['title.ru']
"""

import io
import json
import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml import events as yaml_events

from law189.files.nodes import Loc, key_of
from law189.files.parser import read_tree
from law189.law import Lang, Text
from law189.office.interview.marks import node_of
from law189.profile.federal import shipped_data

__all__ = ["Unread", "marked", "sample_of", "unread"]

MARK = Text("не сверено", "unread")
_FROM = Text("образец", "sample")
_NAMED = re.compile(r"^# (?:образец|sample): ([a-z]+(?:_[a-z]+)*)\s*$")
_MARKED = re.compile(r"#\s*(?:не сверено|unread)\s*$")


class Leaf(NamedTuple):
    """Значение на конце пути: its path, its place, and the line at whose end a mark may stand, all from 1."""

    path: Loc
    line: int
    column: int
    ends: int


class Unread(NamedTuple):
    """Не сверенное: the key, its place, and the value that stands as in the sample."""

    key: str
    line: int
    column: int
    value: Any


def marked(text: str, name: str, lang: Lang) -> str:
    """The text of a profile as a sample for another, with a mark at every line that holds a value."""
    lines = text.splitlines()
    for number in sorted({leaf.ends for leaf in _leaves(text)}):
        lines[number - 1] += f" # {MARK[lang]}"
    found = "\n".join([f"# {_FROM[lang]}: {name}", *lines]) + "\n"
    assert read_tree(found, "").plain() == read_tree(text, "").plain(), "marks change no value"
    return found


def sample_of(text: str) -> str | None:
    """The shipped profile that the comments at the top name as the sample; None where they name none."""
    top = takewhile(lambda line: line.startswith("#"), text.splitlines())
    names = [found[1] for line in top if (found := _NAMED.match(line))]
    return next((name for name in names if name in shipped_data()["municipalities"]), None)


def unread(text: str) -> list[Unread]:
    """Every value that stands as in the sample and has its mark. Raises `FaultyInput` where the text is no YAML."""
    name = sample_of(text)
    if name is None:
        return []
    known = set(_said(shipped_data()["municipalities"][name], ()))
    tree, lines = read_tree(text, ""), text.splitlines()
    found = []
    for leaf in _leaves(text):
        node = node_of(tree, leaf.path)
        value = None if node is None else node.content
        if _MARKED.search(lines[leaf.ends - 1]) and _generic(leaf.path, value) in known:
            found.append(Unread(key_of(leaf.path), leaf.line, leaf.column, value))
    return found


def _generic(path: Loc, value: Any) -> tuple[str, str]:
    """A value under its key, wherever in a list its entry stands."""
    return ".".join("[]" if isinstance(step, int) else step for step in path), json.dumps(value, default=str)


def _said(value: Any, path: Loc) -> Iterator[tuple[str, str]]:
    inner: Any = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    )
    if inner is None:
        yield _generic(path, value)
    for step, one in inner or ():
        yield from _said(one, (*path, step))


def _leaves(text: str) -> Iterator[Leaf]:
    """Every value that is no list and no mapping, with the line after which a comment may stand."""
    found: list[Leaf] = []
    broken: set[int] = set()
    events: Iterator[Any] = iter(YAML(typ="safe", pure=True).parse(io.StringIO(text)))

    def node(event: Any, path: Loc) -> None:
        if isinstance(event, yaml_events.MappingStartEvent):
            while not isinstance(key := next(events), yaml_events.MappingEndEvent):
                node(next(events), (*path, key.value))
        elif isinstance(event, yaml_events.SequenceStartEvent):
            number = 0
            while not isinstance(one := next(events), yaml_events.SequenceEndEvent):
                node(one, (*path, number))
                number += 1
        else:
            start, end = event.start_mark.line + 1, event.end_mark.line + 1
            block = event.style in ("|", ">")
            broken.update(() if block else range(start, end))
            found.append(Leaf(path, start, event.start_mark.column + 1, start if block else end))

    next(events)
    if isinstance(next(events), yaml_events.DocumentStartEvent):
        node(next(events), ())
    yield from (leaf for leaf in found if leaf.ends not in broken)
