"""Что написать (hint): what a person is told to write, as YAML and as JSON have it, and a number as it is written.

>>> write("[enrolment]", ["enrolment"]).ru, write("[enrolment]", ["enrolment"]).in_json().en
('пишите [enrolment]', 'write ["enrolment"]')
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Self

from law189.law import Text
from law189.law.fixed import fixed

__all__ = ["BLANKS", "Choice", "Figure", "Form", "Hint", "Told", "entry", "flow", "in_braces", "write"]

BLANKS = " \u00a0\u2007\u2009\u202f"
"""The blanks that may part the thousands of a number: plain, no-break, figure, thin, narrow ones."""


class Figure(float):
    """Число, как оно написано: a number with a point that keeps the zeros at its end.

    >>> Figure("12.10"), Figure("12.10") == 12.1
    (12.10, True)
    """

    __slots__ = ("said",)
    said: str

    def __new__(cls, said: str) -> Self:
        """The number that the words are."""
        figure = super().__new__(cls, said)
        figure.said = said
        return figure

    def __repr__(self) -> str:
        return self.said

    def __reduce__(self) -> tuple[type["Figure"], tuple[str]]:
        return Figure, (self.said,)


@fixed
@dataclass(frozen=True, slots=True)
class Hint(Text):
    """Что написать: the words end with what a file of YAML says; `value` is that value.

    `whole` is false where it only shows the form, and something is to be filled in.
    """

    said: str = ""
    value: object = None
    whole: bool = True

    def in_json(self) -> Text:
        """The same, with what JSON writes."""
        told = json.dumps(self.value, ensure_ascii=False)
        return Text(self.ru.removesuffix(self.said) + told, self.en.removesuffix(self.said) + told)


@fixed
@dataclass(frozen=True, slots=True)
class Told(Text):
    """Отказ с советом: what is wrong (`what`) and what to do about it (`cure`), beside both in one sentence.

    A door whose values stand elsewhere than in a file says the cure by its own places.
    """

    what: Text | None = field(default=None, compare=False)
    cure: Text | None = field(default=None, compare=False)


def write(said: str, value: object, ru: str = "", en: str = "") -> Hint:
    """To write `said`, which is that value."""
    return Hint(f"{ru}пишите {said}", f"{en}write {said}", said, value)


@fixed
@dataclass(frozen=True, slots=True)
class Choice(Text):
    """Что можно написать: several values of which the one that is meant is to be chosen."""

    LEAD: ClassVar[Text] = Text("возможны", "possible")
    hints: tuple[Hint, ...] = ()

    def in_json(self) -> Text:
        """The same, with what JSON writes."""
        return self.of(json.dumps(one.value, ensure_ascii=False) for one in self.hints)

    def of(self, said: Iterable[str]) -> Text:
        """What is told, with the values as they are written."""
        many = tuple(said)
        return Text(f"{self.LEAD.ru}: {' или '.join(many)}", f"{self.LEAD.en}: {' or '.join(many)}")

    @classmethod
    def among(cls, values: Iterable[object]) -> Self:
        """The choice among the values."""
        hints = tuple(map(entry, values))
        told = cls("", hints=hints).of(one.said for one in hints)
        return cls(told.ru, told.en, hints)


def entry(value: object, ru: str = "", en: str = "") -> Hint:
    """To write the value, as YAML has it on one line."""
    return write(flow(value), value, ru, en)


class Form(Choice):
    """Вид записи: examples of which none is meant, so what the source says is to be filled in."""

    __slots__ = ()
    LEAD: ClassVar[Text] = Text(
        "впишите то, что сказано в акте, в таком виде", "write what the act says in such a form"
    )


def flow(value: object) -> str:
    """The value as YAML writes it on one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case Mapping():
            return f"{{{', '.join(f'{key}: {flow(one)}' for key, one in value.items())}}}"
        case list() | tuple():
            return f"[{', '.join(map(flow, value))}]"
        case str():
            return in_braces(value)
        case None:
            return "null"
    return str(value)


_OTHER_THAN_TEXT = re.compile(
    r"(?i)(?:true|false|null|yes|no|on|off|~)?|[-+]?[0-9][0-9_.,eE]*|[-+]?\.(?:inf|nan)"
)


def in_braces(said: str) -> str:
    """The text as it stands within braces: in quotes where a sign in it would part it or it is no text without."""
    parted = re.search(r"""[][{},:#'"&*!|>%@`]|^[-? ]|^$""", said)
    if parted is None and _OTHER_THAN_TEXT.fullmatch(said) is None:
        return said
    return json.dumps(said, ensure_ascii=False)
