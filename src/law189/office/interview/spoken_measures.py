"""Меры словами (spoken measures): sums of roubles and volumes of a service, as an act writes them.

>>> Sum().read("1 200,50 руб.", {}), Quantum().read("144 человеко-часа", {})
('1200.50', {'amount': '144', 'unit': 'person-hours'})
"""

import re
from dataclasses import dataclass
from typing import Any

from law189.files.hint import BLANKS
from law189.files.said_counts import once, unlike
from law189.law import Text
from law189.measures import Unit
from law189.office.interview.spoken import YES_NO, Misread, Reader, Values

__all__ = ["Number", "Quantity", "Quantum", "Sum"]

_NUMBER = rf"([0-9]+(?:[{BLANKS}][0-9]{{3}})*)(?:[.,]([0-9]+))?"
_SUM = re.compile(rf"{_NUMBER}(?: ?(?:руб\.?|рублей|рубля|рубль|roubles?))?")
_UNITS = (
    (r"человеко-?час(?:ов|а)?|чел\.?[-/ ]?час(?:ов|а)?|person-hours?", Unit.PERSON_HOURS),
    (r"час(?:ов|а)? в неделю|hours? a week|hours-a-week", Unit.HOURS_A_WEEK),
    (r"человеко-?д(?:ней|ня|ень)|чел\.?[-/ ]?д(?:н|ней|ня|ень)\.?|person-days?", Unit.PERSON_DAYS),
    (r"койко-?д(?:ней|ня|ень)|bed-days?", Unit.BED_DAYS),
    (r"человека?|чел\.?|persons?|people", Unit.PERSONS),
    (r"услуг[аи]?|services?", Unit.SERVICES),
    (r"единиц[аы]?|ед\.?|units?", Unit.UNITS),
    (r"руб\.?|рублей|рубля|рубль|roubles?", Unit.ROUBLES),
)
_SUM_HINT = Text("сумма в рублях, например: 1200,50", "a sum of roubles such as 1200.50")
_QUANTUM_HINT = Text(
    "число и единица, например: 144 человеко-часа; 4 часа в неделю; 12000 рублей",
    "a number and a unit such as 144 person-hours, 4 hours a week, 12000 roubles",
)
_NO_QUANTUM = Text(
    "объём не понят; нужны число и единица, например: 144 человеко-часа; 4 часа в неделю; 12000 рублей",
    "no such volume; a number and a unit are needed, such as 144 person-hours, 4 hours a week, 12000 roubles",
)


def _plain(whole: str, part: str | None) -> str:
    """The number as a file writes it: no blanks, a point before the decimals."""
    digits = re.sub("[^0-9]", "", whole)
    return digits if part is None else f"{digits}.{part}"


def _once(said: str) -> str:
    """The words with each number that they say in figures and in brackets said once. Raises `Misread` on two."""
    if (two := unlike(said)) is not None:
        raise Misread(two)
    return once(said) or said


@dataclass(frozen=True)
class Number(Reader):
    """Целое число."""

    def read(self, said: str, values: Values) -> Any:  # noqa: ARG002  # as every reader has it
        """The number; what is none, as it is, for the model to refuse. Raises `Misread` on two numbers."""
        said = _once(said)
        return int(said) if re.fullmatch("[0-9]{1,9}", said) else said


_QUANTITY_HINT = Text(
    "число, «да», «нет» или «будет определено»", "a number, «yes», «no» or «to be determined»"
)


@dataclass(frozen=True)
class Quantity(Reader):
    """Значение показателя: a number, yes or no, or that it is still to be determined."""

    hint: Text | None = _QUANTITY_HINT

    def read(self, said: str, values: Values) -> Any:  # noqa: ARG002  # as every reader has it
        """The value; a number as a text, exact as it is said. Raises `Misread` on two numbers."""
        said = _once(said)
        return "tbd" if said.casefold() in _TBD else YES_NO.get(said.casefold(), said)


_TBD = ("будет определено", "подлежит определению", "to be determined")


@dataclass(frozen=True)
class Sum(Reader):
    """Сумма в рублях, exact."""

    hint: Text | None = _SUM_HINT

    def read(self, said: str, values: Values) -> Any:  # noqa: ARG002  # as every reader has it
        """The sum as a text; what is none, as it is, for the model to refuse. Raises `Misread` on two numbers."""
        found = _SUM.fullmatch(_once(said).casefold())
        return said if found is None else _plain(found[1], found[2])


@dataclass(frozen=True)
class Quantum(Reader):
    """Объём: a number of one unit."""

    hint: Text | None = _QUANTUM_HINT

    def read(self, said: str, values: Values) -> Any:  # noqa: ARG002  # as every reader has it
        """The volume. Raises `Misread`."""
        said = _once(said).casefold()
        for words, unit in _UNITS:
            if found := re.fullmatch(rf"{_NUMBER} ?(?:{words})", said):
                return {"amount": _plain(found[1], found[2]), "unit": unit.value}
        raise Misread(_NO_QUANTUM)
