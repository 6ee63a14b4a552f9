r"""Образец (sample): a profile made from another one, in which every value is unread until a person touches it.

The file names its sample at the top, and each line that holds a value ends with a mark. A value is unread while its
line has the mark and the sample has the same value under the same key; to take the mark away or to change the value
is to touch it. A sample that is shipped is known by its name. Of another one the comments at the end keep a sign of
each value, so that the file needs its sample no more.

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
from hashlib import sha256
from itertools import takewhile
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml import events as yaml_events

from law189.errors import Fault, FaultyInput
from law189.files.nodes import Loc, key_of
from law189.files.parser import read_tree
from law189.law import Lang, Text
from law189.office.interview.marks import node_of
from law189.profile.federal import shipped_data

__all__ = ["Unread", "marked", "marked_from", "sample_of", "unread"]

MARK = Text("не сверено", "unread")
_FROM = Text("образец", "sample")
_FROM_FILE = Text("образец из файла", "sample from the file")
_SIGNS = Text("знаки образца, для law189 check", "signs of the sample, for law189 check")
_IS_FROM_FILE = re.compile(r"^# (?:образец из файла|sample from the file): (.+?)\s*$")
_ARE_SIGNS = re.compile(r"^# (?:знаки образца|signs of the sample)[^:]*:((?: [0-9a-f]{6})+)\s*$")
_IN_A_LINE = 12
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


def marked_from(text: str, file: str, lang: Lang) -> str:
    """The same of the text of a profile that is not shipped; `file` is the name of its file.

    Marks and signs of a sample that it was made from itself are gone. Raises `FaultyInput` where the text is no
    YAML, or has no place for the comments.
    """
    plain = read_tree(text, "").plain()
    bare = "\n".join(_bare(text))
    bare = bare if read_tree(bare, "").plain() == plain else text
    lines = bare.splitlines()
    for number in sorted({leaf.ends for leaf in _leaves(bare)}):
        lines[number - 1] += f" # {MARK[lang]}"
    signs = sorted({_sign(*one) for one in _said(plain, ())})
    told = (" ".join(signs[n : n + _IN_A_LINE]) for n in range(0, len(signs), _IN_A_LINE))
    ends = [f"# {_SIGNS[lang]}: {one}" for one in told]
    found = "\n".join([f"# {_FROM_FILE[lang]}: {file}", *lines, *ends]) + "\n"
    if read_tree(found, "").plain() != plain:
        raise FaultyInput([Fault(file, 1, 1, "", _NO_PLACE)])
    return found


_NO_PLACE = Text(
    "пометкам в этом файле нет места; запишите его без знаков «...» и «---» и без многострочных значений",
    "the file has no place for the marks; write it without «...» and «---» and without values of several lines",
)


def _bare(text: str) -> Iterator[str]:
    """The lines without the marks and the signs of an earlier sample."""
    for line in text.splitlines():
        if not (_NAMED.match(line) or _IS_FROM_FILE.match(line) or _ARE_SIGNS.match(line)):
            yield _MARKED.sub("", line).rstrip()


def sample_of(text: str) -> str | None:
    """The sample that the comments at the top name: a shipped profile, or a file; None where they name none."""
    top = list(takewhile(lambda line: line.startswith("#"), text.splitlines()))
    names = [found[1] for line in top if (found := _NAMED.match(line))]
    shipped = next((name for name in names if name in shipped_data()["municipalities"]), None)
    files = (found[1] for line in top if (found := _IS_FROM_FILE.match(line)))
    return shipped or next(files, None)


def unread(text: str) -> list[Unread]:
    """Every value that stands as in the sample and has its mark. Raises `FaultyInput` where the text is no YAML."""
    name = sample_of(text)
    if name is None:
        return []
    known = _known(text, name)
    tree, lines = read_tree(text, ""), text.splitlines()
    found = []
    for leaf in _leaves(text):
        node = node_of(tree, leaf.path)
        value = None if node is None else node.content
        stands = known is None or _sign(*_generic(leaf.path, value)) in known
        if stands and _MARKED.search(lines[leaf.ends - 1]):
            found.append(Unread(key_of(leaf.path), leaf.line, leaf.column, value))
    return found


def _known(text: str, name: str) -> frozenset[str] | None:
    """The signs of what the sample says; None where nobody kept them, and the marks alone decide."""
    plain = shipped_data()["municipalities"].get(name)
    if plain is not None:
        return frozenset(_sign(*one) for one in _said(plain, ()))
    told = (found[1].split() for line in text.splitlines() if (found := _ARE_SIGNS.match(line)))
    return frozenset(sign for signs in told for sign in signs) or None


def _sign(key: str, value: str) -> str:
    """A short sign of a value under its key."""
    return sha256(f"{key}\0{value}".encode()).hexdigest()[:6]


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
