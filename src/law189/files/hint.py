"""Что написать (hint): what a person is told to write, as YAML and as JSON have it, and a number as it is written.

>>> write("[enrolment]", ["enrolment"]).ru, write("[enrolment]", ["enrolment"]).in_json().en
('пишите [enrolment]', 'write ["enrolment"]')
"""

import json
from dataclasses import dataclass
from typing import Self

from law189.law import Text

__all__ = ["Figure", "Hint", "write"]


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


def write(said: str, value: object, ru: str = "", en: str = "") -> Hint:
    """To write `said`, which is that value."""
    return Hint(f"{ru}пишите {said}", f"{en}write {said}", said, value)
