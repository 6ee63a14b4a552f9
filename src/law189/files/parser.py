"""Разбор файла (parsing a file): YAML 1.2 or JSON text in, values with their places out.

A hostile file (too large, too deep, aliases, tags, doubled keys) is refused while it is being read,
before it can grow.

>>> read_tree("quorum: {at_least: 1/2}", "my.yaml").plain()
{'quorum': {'at_least': '1/2'}}
>>> read_tree("a: [b", "my.yaml")
Traceback (most recent call last):
    ...
law189.errors.FaultyInput: my.yaml:1:4: a bracket is not closed, or a comma is missing; add what is missing
"""

import io
import re
from collections.abc import Iterator
from typing import Any, NoReturn

from ruamel.yaml import YAML
from ruamel.yaml import events as yaml_events
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.parser import Parser

from law189.errors import Fault, FaultyInput
from law189.files.foreign import encoded, foreign, not_utf_8
from law189.files.hint import Figure
from law189.files.limits import DEPTH, SIZE, VALUES, too_deep, too_long_key, too_many, wrong_key
from law189.files.misplaced import NO_COLON, cause
from law189.files.nodes import NUMBER, Node, place, stop
from law189.files.wording import word
from law189.law import Text, hidden_sign
from law189.law.signs import hidden

__all__ = ["read_bytes", "read_tree", "without_end_tabs"]


def read_bytes(data: bytes, file: str, *, first: bool = True) -> str:
    """The text of a file, or of one line that is not its `first`.

    Raises `FaultyInput` where it is too large, not UTF-8, or has hidden signs.
    """
    if first and (words := foreign(data)) is not None:
        stop(file, words.ru, words.en)
    if len(data) > SIZE:
        stop(
            file,
            f"размер больше {SIZE} байт; столько здесь не бывает, проверьте файл",
            f"more than {SIZE} bytes; nothing here is so large, check the file",
        )
    try:
        text = data.decode("utf-8-sig" if first else "utf-8")
    except UnicodeDecodeError as error:
        named = encoded(data) if first else None
        words, wide = not_utf_8(named), (named or "").startswith("UTF")
        stop(file, words.ru, words.en, *((1, 1) if wide else place(error.object[: error.start].decode())))
    if first and (named := encoded(data)) is not None:
        words = not_utf_8(named)
        stop(file, words.ru, words.en, 1, 1)
    _seen(text, file)
    return text


def _seen(text: str, file: str) -> None:
    """Refuse a text with a sign that nobody can see, some of which YAML takes for the end of a line."""
    if (sign := hidden(text)) is not None:
        words = hidden_sign(sign)
        stop(file, words.ru, words.en, *place(text[: text.index(sign)]))


def read_tree(text: str, file: str) -> Node:
    """The file's values, each with its place.

    Raises `FaultyInput` where it is not YAML 1.2 or JSON, or has hidden signs.
    """
    _seen(text, file)
    if tag := _LONG_TAG.search(text):
        words = Text(
            "метка типа длиннее 20000 знаков; уберите её", "a tag is longer than 20000 signs; remove it"
        )
        stop(file, words.ru, words.en, *place(text[: tag.start()]))
    text = without_end_tabs(text)
    yaml = YAML(typ="safe")
    if yaml.Parser is not Parser:  # in C, with words and places of its own where it refuses
        try:
            return _tree(yaml, text, file)
        except _REFUSALS:
            pass
    return _tree_or_why(text, file)


def without_end_tabs(text: str) -> str:
    """The text without tabs at the end of a line: nobody sees them there, and they say nothing."""
    if "\t" not in text:
        return text
    return _BLANKS_AT_THE_END.sub(lambda blanks: "" if "\t" in blanks[0] else blanks[0], text)


_BLANKS_AT_THE_END = re.compile(r"(?<![ \t])[ \t]++(?=\r?$)", re.MULTILINE)
_LONG_TAG = re.compile(r"!\S{20000}")
"""The parser's time grows with the square of a tag's length."""


def _tree(yaml: YAML, text: str, file: str) -> Node:
    return _Tree(file, yaml.resolver, iter(yaml.parse(io.StringIO(text)))).document()


def _tree_or_why(text: str, file: str) -> Node:
    try:
        return _tree(YAML(typ="safe", pure=True), text, file)
    except MarkedYAMLError as error:
        said = f"{error.context}: {error.problem}"
        pattern = next(pattern for pattern in _UNREADABLE if re.search(pattern, said))
        mark = error.context_mark if pattern in _OPENED else error.problem_mark
        if _COLON.search(said) and _LONG_KEY.search(text[: error.problem_mark.index]):
            stop(file, too_long_key().ru, too_long_key().en, error.problem_mark.line + 1, 1)
        at, opened = _place(error.problem_mark), _place(error.context_mark)
        likely = None if at is None else cause(text, said, at, opened)
        if likely is not None:
            stop(file, likely.text.ru, likely.text.en, likely.line, likely.column)
    except _REFUSALS:  # an escape such as "\\UFFFFFFFF", which no sign has
        pattern, mark = "", None
    words = _UNREADABLE[pattern]
    line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
    raise FaultyInput([Fault(file, line, column, "", words)])


def _place(mark: Any) -> tuple[int, int] | None:
    return None if mark is None else (mark.line + 1, mark.column + 1)


_COLON = re.compile("':'|mapping values are not allowed")
_LONG_KEY = re.compile(r"[^:\n]{1024}\Z")
"""Where YAML ends its look for the colon of a key."""
_REFUSALS = (YAMLError, ValueError, OverflowError)
_OPENED = {
    "quoted scalar: found unexpected": Text(
        "кавычка не закрыта; закройте её", "a quote is not closed; close it"
    ),
    "flow (mapping|sequence)": Text(
        "скобка не закрыта, или нет запятой между значениями; добавьте, чего не хватает",
        "a bracket is not closed, or a comma is missing; add what is missing",
    ),
    "could not find expected ':'": NO_COLON,
}
_UNREADABLE = _OPENED | {
    "mapping values are not allowed": Text(
        "двоеточие здесь лишнее; возьмите текст с двоеточием в кавычки или поправьте отступ",
        "a colon should not stand here; put a text with a colon in quotes, or mend the indent",
    ),
    r"character '\\t'": Text(
        "здесь стоит табуляция; замените её пробелами", "a tab stands here; replace it with spaces"
    ),
    "cannot start any token": Text(
        "с этого знака значение не начинают; возьмите значение в кавычки",
        "no value begins with this sign; put the value in quotes",
    ),
    "double-quoted scalar": Text(
        "в двойных кавычках стоит обратная косая черта; удвойте её",
        "a backslash stands in double quotes; double it",
    ),
    "flow node: .*stream end": Text("скобка не закрыта; закройте её", "a bracket is not closed; close it"),
    "but found '<scalar>'": Text(
        "здесь лишний текст; возможно, выше не закрыта кавычка или не там закрыта",
        "this text should not stand here; perhaps a quote above is not closed, or closed too early",
    ),
    "": Text(
        "строка не на своём месте; проверьте отступ, кавычки и скобки",
        "the line is out of place; check its indent, quotes and brackets",
    ),
}


class _Tree:
    """Nodes out of parser events, refusing on the way what no person writes by hand."""

    def __init__(self, file: str, resolver: Any, events: Iterator[Any]) -> None:
        self.file, self.resolver, self.events = file, resolver, events
        self.room = iter(range(VALUES))

    def document(self) -> Node:
        next(self.events)  # the start of the stream
        if isinstance(next(self.events), yaml_events.StreamEndEvent):
            return Node(None, 1, 1)
        root = self.node(next(self.events), 0)
        next(self.events)  # the end of the document
        if not isinstance(after := next(self.events), yaml_events.StreamEndEvent):
            words = Text(
                "в файле больше одного документа; уберите строку --- и оставьте один",
                "the file has more than one document; remove the line --- and keep one",
            )
            self.stop(after, words)
        return root

    def node(self, event: Any, depth: int) -> Node:
        if event.anchor is not None:
            words = Text(
                "ссылки и якоря (* и &) здесь не читаются; впишите значение целиком или возьмите в кавычки",
                "aliases and anchors (* and &) are not read here; write the value out, or put it in quotes",
            )
            self.stop(event, words)
        if event.tag is not None:
            tag = word(event.tag.removeprefix("tag:yaml.org,2002:"))
            words = Text(
                f"метка типа «{tag}» здесь не читается; уберите её или возьмите значение в кавычки",
                f"the tag «{tag}» is not read here; remove it, or put the value in quotes",
            )
            self.stop(event, words)
        if depth > DEPTH:
            self.stop(event, too_deep())
        if next(self.room, None) is None:
            self.stop(event, too_many())
        node = Node(None, event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml_events.MappingStartEvent):
            node.content = {}
            while not isinstance(start := next(self.events), yaml_events.MappingEndEvent):
                key, value = self.key(start, node), next(self.events)
                inner = node.content[key] = self.node(value, depth + 1)
                if inner.content is None and not value.value:  # nothing is written: its place is the key's
                    inner.line, inner.column = node.keys[key]
        elif isinstance(event, yaml_events.SequenceStartEvent):
            node.content = []
            while not isinstance(start := next(self.events), yaml_events.SequenceEndEvent):
                node.content.append(self.node(start, depth + 1))
        else:
            node.content = self.scalar(event)
        return node

    def key(self, event: Any, parent: Node) -> str:
        key = _said(event) if isinstance(event, yaml_events.ScalarEvent) else ""
        if (wrong := wrong_key(key)) is not None:
            self.stop(event, wrong)
        if key in parent.content:
            shown = word(key)
            words = Text(
                f"ключ «{shown}» указан дважды; оставьте один", f"the key «{shown}» is given twice; keep one"
            )
            self.stop(event, words)
        parent.keys[key] = (event.start_mark.line + 1, event.start_mark.column + 1)
        return key

    def scalar(self, event: Any) -> str | float | bool | None:
        value = _said(event)
        if not event.implicit[0]:
            if (sign := hidden(value)) is not None:
                self.stop(event, hidden_sign(sign))
            return value
        tag = self.resolver.resolve(ScalarNode, value, event.implicit)
        match str(tag).rpartition(":")[2]:
            case "null":
                return None
            case "bool" if value in ("true", "false"):
                return value == "true"
            case "int" if NUMBER.fullmatch(value):
                return int(value)
            case "float" if NUMBER.fullmatch(value):
                return Figure(value)
        if value in _NOTHING:
            self.stop(event, _nothing(value))
        return value

    def stop(self, event: Any, words: Text) -> NoReturn:
        mark = event.start_mark
        stop(self.file, words.ru, words.en, mark.line + 1, mark.column + 1)


_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def _said(event: Any) -> str:
    """The text of a key or a value; two halves in which JSON escapes a sign beyond U+FFFF are one sign."""
    return _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), event.value)


_NOTHING = ("None", "NaN", "nan", ".nan", ".NaN", ".NAN", "undefined")
"""What programs write where there is nothing to write."""


def _nothing(said: str) -> Text:
    return Text(
        f"«{said}» — не значение; впишите null, если значения нет, или возьмите текст в кавычки",
        f"«{said}» is no value; write null where there is none, or put the text in quotes",
    )
