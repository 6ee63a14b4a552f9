"""Простой вид (plain kind): what one value must be: of a class, a number that can be counted by, or whatever it is.

>>> Number(int).wrong(2**63).refused("days").told("en")
'days: a whole number below 2^63 is needed, not 9223372036854775808 (int); see where the number comes from'
>>> Kind(int, str).name
'int | str'
"""

from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from types import NoneType
from typing import Any, NamedTuple

from law189.kinds import NoneOfThese, NoSuchNumber, given, refusal
from law189.law import Law189Error, Text

__all__ = ["Anything", "Kind", "Number", "Wrong"]


class Wrong(NamedTuple):
    """A value of another kind: where it stands in the argument, the value, and the name of what is needed.

    `said` is what is wrong with it, where its kind has words of its own for that, and `refusing` the error then.
    """

    at: str
    value: object
    name: str
    said: Text | None = None
    refusing: type[NoneOfThese] | type[NoSuchNumber] = NoneOfThese

    def refused(self, at: str) -> Law189Error:
        """The refusal; `at` is the argument, as it is named."""
        where = f"{at}{self.at}"
        if self.said is not None:
            return self.refusing(Text(f"{where}: {self.said.ru}", f"{where}: {self.said.en}"))
        return refusal(self.value, self.name, where)


class Kind:
    """What a value must be: any of the classes of `plain`, or of `classes`; or what a kind below says.

    `late` says whether a right value may hold others that nobody has read yet, as an iterator does.
    """

    late = False

    def __init__(self, *classes: type) -> None:
        self.classes = classes
        self.plain = frozenset(classes)
        self.days = any(issubclass(one, date) for one in classes)
        self.name = " | ".join(one.__name__ for one in classes if one is not NoneType)

    def wrong(self, value: object) -> Wrong | None:
        """What of the value is of another kind; None where all of it is right."""
        fits = isinstance(value, self.classes) and (
            not (self.days and isinstance(value, datetime))
            and not (isinstance(value, bool) and bool not in self.classes)
        )
        return None if fits else Wrong("", value, self.name)

    def looked(self, value: Any, at: str) -> Any:
        """The value, where it is right; of what is not read yet each value is looked at when it is read.

        `at` is the argument, as it is named. What is read raises `WrongType` with the place of a wrong value.
        """
        del at
        return value


LARGEST = 2**63 - 1
"""The largest whole number: what a database and a column of Arrow hold, and more than anybody counts."""
DIGITS, DECIMALS = 18, 48
"""How many digits an exact number has before the point and after it; a share of two amounts has some 30."""


class Number(Kind):
    """A number that something can be counted by: neither endless nor of more digits than anybody writes.

    `least` is the smallest whole number that it may be.
    """

    def __init__(self, *classes: type, least: int = -LARGEST) -> None:
        super().__init__(*classes)
        self.plain = frozenset()  # one of the right class may be out of bounds
        self.least = least

    def wrong(self, value: object) -> Wrong | None:
        """The value, where it is of another class or out of bounds."""
        if type(value) is int and int in self.classes:
            return None if self.least <= value <= LARGEST else self._outside(value, _whole(self.least))
        if (told := super().wrong(value)) is not None:
            return told
        if isinstance(value, Decimal):
            exponent = value.as_tuple().exponent
            fits = isinstance(exponent, int) and value.adjusted() < DIGITS and exponent >= -DECIMALS
            return None if fits else self._outside(value, EXACT)
        if isinstance(value, float):
            return None if isfinite(value) and abs(value) <= LARGEST else self._outside(value, FINITE)
        return None

    def _outside(self, value: object, needed: Text) -> Wrong:
        told = given(value)
        said = Text(
            f"нужно: {needed.ru}, а дано: {told.ru}; проверьте, откуда число",
            f"{needed.en} is needed, not {told.en}; see where the number comes from",
        )
        return Wrong("", value, self.name, said, NoSuchNumber)


EXACT = Text(
    f"число, в котором до {DIGITS} цифр перед точкой и до {DECIMALS} после",
    f"a number of at most {DIGITS} digits before the point and {DECIMALS} after",
)
FINITE = Text("конечное число", "a finite number")


def _whole(least: int) -> Text:
    if least == -LARGEST:
        return Text("целое число до 2^63", "a whole number below 2^63")
    return Text(f"целое число от {least} до 2^63", f"a whole number from {least} and below 2^63")


class Anything(Kind):
    """Whatever it is: a function says nothing of it that can be seen."""

    def wrong(self, value: object) -> Wrong | None:
        """Nothing is wrong."""
        del value
        return None
