r"""Начало файла (heads): the comments at the top of a profile that programs and people read first.

>>> is_begun("# Начат командой law189 new: …\n"), is_begun("profile: my\n# law189 new")
(True, False)
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from law189.law import Lang, Text

__all__ = ["head", "is_begun", "schema_line", "with_schema"]

_SCHEMA = "# yaml-language-server: $schema="
_BEGUN = Text(
    "Начат командой law189 new. Строка «# ? …» — вопрос без ответа, «# – …» — постановление молчит.",
    "Begun by law189 new. A line «# ? …» is a question without an answer; with «# – …» the decree is silent.",
)
_IS_BEGUN = re.compile(r"^# .*\blaw189 new\b")


def schema_line(schema: str) -> str:
    """The comment from which an editor knows the JSON Schema of the file, by its address."""
    return f"{_SCHEMA}{schema}"


def with_schema(text: str, schema: str) -> str:
    """The text with that comment at its top, in place of an earlier one; as it is where there is no address."""
    if not schema:
        return text
    first, _, rest = text.partition("\n")
    return f"{schema_line(schema)}\n{rest if first.startswith(_SCHEMA) else text}"


def head(lang: Lang, schema: str) -> Iterator[str]:
    """The first lines of a file that is begun."""
    if schema:
        yield schema_line(schema)
    yield f"# {_BEGUN[lang]}"


def is_begun(text: str) -> bool:
    """Whether the comments at the top say that the file was begun by questions."""
    top = takewhile(lambda line: line.startswith("#"), text.splitlines())
    return any(_IS_BEGUN.match(line) for line in top)
