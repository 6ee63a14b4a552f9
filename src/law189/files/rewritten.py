"""Переписанный файл (rewritten): a YAML or JSON file with some of its values changed, and its comments kept.

A value that nobody changes is written letter by letter as it stood: a day that is in no calendar, `12_`, `+1`.

>>> told = rewritten("{value: none, number: +1} # повестка", lambda file: file.update(value="nobody"))
>>> print(told.strip())
{value: nobody, number: +1} # повестка
"""

import io
import json
from collections.abc import Callable
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter

from law189.errors import Fault, FaultyInput
from law189.files.parser import read_tree, without_end_tabs
from law189.law import Text

__all__ = ["rewritten"]

WIDE = 10_000
"""No line is folded that was not folded before."""


def rewritten(text: str, change: Callable[[Any], object], *, is_json: bool = False, file: str = "") -> str:
    """The text after `change` was given its values and has changed them in place.

    The text is one that was read without a fault of YAML or JSON. Raises `FaultyInput`, by the name of `file`,
    where what would be written does not say what the values say.
    """
    wanted = read_tree(text, file).plain()
    change(wanted)
    if is_json:
        return json.dumps(wanted, ensure_ascii=False, indent=2) + "\n"
    try:
        told = _with_comments(text, change)
        if read_tree(told, file).plain() == wanted:
            return told
    except (YAMLError, FaultyInput, ValueError):
        pass
    raise FaultyInput([Fault(file, None, None, "", _NOT_REWRITTEN)])


_NOT_REWRITTEN = Text(
    "файл читается, но переписать его с комментариями не выходит; проверьте его: law189 check, и исправьте прежние "
    "слова сами",
    "the file is read, but is not rewritten with its comments; check it: law189 check, and mend the older words "
    "by hand",
)


def _with_comments(text: str, change: Callable[[Any], object]) -> str:
    yaml = YAML(typ="rt")
    yaml.preserve_quotes, yaml.width = True, WIDE
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.Constructor, yaml.Representer = _AsWritten, _Written
    values = yaml.load(without_end_tabs(text))
    change(values)
    out = io.StringIO()
    yaml.dump(values, out)
    return out.getvalue()


class _Plain(str):
    """A value without quotes, as it is written; `tag` says what YAML takes it for."""

    __slots__ = ("tag",)
    tag: str


class _AsWritten(RoundTripConstructor):
    """Values of a file of which none is turned into a number or a day."""

    def written(self, node: ScalarNode) -> Any:
        """The value as it stands; truths that a person writes are told, for they are compared."""
        if node.value in _TRUTHS:
            return _TRUTHS[node.value]
        plain = _Plain(node.value)
        plain.tag = str(node.tag)
        return plain


_TRUTHS = {"true": True, "false": False}


class _Written(RoundTripRepresenter):
    """Values as they stood."""

    def plain(self, value: _Plain) -> ScalarNode:
        """The value without quotes."""
        node: ScalarNode = self.represent_scalar(value.tag, str(value))
        return node

    def nothing(self, _: None) -> ScalarNode:
        """Nothing is written as the word for it, and not as a blank."""
        node: ScalarNode = self.represent_scalar("tag:yaml.org,2002:null", "null")
        return node


for _tag in ("int", "float", "timestamp", "bool"):
    _AsWritten.add_constructor(f"tag:yaml.org,2002:{_tag}", _AsWritten.written)
_Written.add_representer(_Plain, _Written.plain)
_Written.add_representer(type(None), _Written.nothing)
