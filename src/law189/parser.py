"""Разбор файла (parsing a file): YAML 1.2 or JSON text in, values with their places out.

A hostile file (too large, too deep, aliases, tags, doubled keys) is refused while it is being read,
before it can grow.

>>> read_tree("quorum: {at_least: 1/2}", "my.yaml").plain()
{'quorum': {'at_least': '1/2'}}
>>> read_tree("a: *b", "my.yaml")
Traceback (most recent call last):
    ...
law189.errors.FaultyInput: my.yaml:1:4: aliases and anchors are not read here; write the value out
"""

import io
from collections.abc import Iterator
from typing import Any, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml import events as yaml_events
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import ScalarNode

from law189.reader import DEPTH, SIZE, Node, stop

__all__ = ["read_bytes", "read_tree"]


def read_bytes(data: bytes, file: str) -> str:
    """The text of a file. Raises `FaultyInput` where it is too large or not UTF-8."""
    if len(data) > SIZE:
        stop(
            file,
            f"файл больше {SIZE} байт ({len(data)}); столько в профиле не бывает, проверьте файл",
            f"the file has more than {SIZE} bytes ({len(data)}); no profile is so large, check the file",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        stop(
            file,
            "файл не в кодировке UTF-8; сохраните его в UTF-8",
            "the file is not in UTF-8; save it as UTF-8",
            line,
            column,
        )


def read_tree(text: str, file: str) -> Node:
    """The file's values, each with its place. Raises `FaultyInput` where it is not YAML 1.2 or JSON."""
    yaml = YAML(typ="safe")
    try:
        return _Tree(file, yaml.resolver, iter(yaml.parse(io.StringIO(text)))).document()
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = error.problem or error.context or "?"
        place = (mark.line + 1, mark.column + 1) if mark else (None, None)
        stop(
            file,
            f"запись не читается как YAML ({said}); проверьте отступы, двоеточия и кавычки",
            f"this does not read as YAML ({said}); check indents, colons and quotes",
            *place,
        )
    except (YAMLError, ValueError) as error:
        said = str(error).splitlines()[0]
        stop(
            file,
            f"файл не читается как YAML: {said}",
            f"the file does not read as YAML: {said}",
        )


class _Tree:
    """Nodes out of parser events, refusing on the way what no person writes by hand."""

    def __init__(self, file: str, resolver: Any, events: Iterator[Any]) -> None:
        self.file, self.resolver, self.events = file, resolver, events

    def document(self) -> Node:
        next(self.events)  # the start of the stream
        if isinstance(next(self.events), yaml_events.StreamEndEvent):
            return Node(None, 1, 1)
        root = self.node(next(self.events), 0)
        next(self.events)  # the end of the document
        if not isinstance(after := next(self.events), yaml_events.StreamEndEvent):
            self.stop(
                after, "в файле больше одного документа; оставьте один", "more than one document; keep one"
            )
        return root

    def node(self, event: Any, depth: int) -> Node:
        if event.anchor is not None:
            self.stop(
                event,
                "ссылки и якоря здесь не читаются; впишите значение целиком",
                "aliases and anchors are not read here; write the value out",
            )
        if event.tag is not None:
            self.stop(
                event,
                f"метка типа {event.tag} здесь не читается; уберите её",
                f"the tag {event.tag} is not read here; remove it",
            )
        if depth > DEPTH:
            self.stop(
                event,
                f"вложенность больше {DEPTH}; в профиле такой не бывает",
                f"nested deeper than {DEPTH}; no profile is",
            )
        node = Node(None, event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml_events.MappingStartEvent):
            node.content = {}
            while not isinstance(start := next(self.events), yaml_events.MappingEndEvent):
                key = self.key(start, node)
                node.content[key] = self.node(next(self.events), depth + 1)
        elif isinstance(event, yaml_events.SequenceStartEvent):
            node.content = []
            while not isinstance(start := next(self.events), yaml_events.SequenceEndEvent):
                node.content.append(self.node(start, depth + 1))
        else:
            node.content = self.scalar(event)
        return node

    def key(self, event: Any, parent: Node) -> str:
        if not isinstance(event, yaml_events.ScalarEvent) or not event.value:
            self.stop(event, "ключ должен быть словом", "a key must be a word")
        key: str = event.value
        if key in parent.content:
            self.stop(
                event,
                f"ключ «{key}» указан дважды; оставьте один",
                f"the key «{key}» is given twice; keep one",
            )
        parent.keys[key] = (event.start_mark.line + 1, event.start_mark.column + 1)
        return key

    def scalar(self, event: Any) -> str | int | bool | None:
        value: str = event.value
        if not event.implicit[0]:
            return value
        tag = self.resolver.resolve(ScalarNode, value, event.implicit)
        match str(tag).rpartition(":")[2]:
            case "null":
                return None
            case "bool" if value in ("true", "false"):
                return value == "true"
            case "int" if value.lstrip("+-").isdecimal() and len(value) < 20:
                return int(value)
        return value

    def stop(self, event: Any, ru: str, en: str) -> NoReturn:
        stop(self.file, ru, en, event.start_mark.line + 1, event.start_mark.column + 1)
