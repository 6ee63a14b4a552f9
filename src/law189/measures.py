"""Меры (measures): roubles and volumes of a service, exact, each with its unit.

A sum is a Decimal of roubles and kopecks, never a float. A certificate counts in roubles, in hours a week or
in person-hours; two units are never added. Arithmetic on two amounts is `EXACT`, a sum of many is `total`; `+`,
`sum` and `abs` round as the program says that embeds the library, and the checker of types refuses them.

>>> Volume(amount="1200.50", unit="roubles") - Volume(amount=200, unit="roubles")
Volume(amount=Decimal('1000.50'), unit=<Unit.ROUBLES: 'roubles'>)
>>> Volume(amount=12, unit="hours-a-week") + Volume(amount=12, unit="roubles")
Traceback (most recent call last):
    ...
law189.law.text.WrongValue: hours-a-week and roubles are never added
>>> total([Decimal("1200000.50"), Decimal("480000.01")])
Decimal('1680000.51')
"""

import re
from collections.abc import Iterable
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, Context, Decimal, Inexact, InvalidOperation
from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from law189.kinds.asked import asked
from law189.law import About, Entry, Text, Vocabulary, WrongValue, as_written, flaw
from law189.law.fixed import Exact
from law189.telling import shown

__all__ = ["EXACT", "Amount", "Unit", "Volume", "total"]


class Unit(Vocabulary):
    """Единица объёма: деньги и то, в чём перечни и стандарты услуг измеряют услугу."""

    ROUBLES = "roubles", "руб.", "roubles"
    HOURS_A_WEEK = "hours-a-week", "часов в неделю", "hours a week"
    PERSON_HOURS = "person-hours", "человеко-часов", "person-hours"
    PERSON_DAYS = "person-days", "человеко-дней", "person-days"
    BED_DAYS = "bed-days", "койко-дней", "bed-days"
    PERSONS = "persons", "человек", "persons"
    SERVICES = "services", "услуг", "services"
    UNITS = "units", "единиц", "units"


_WRITTEN = re.compile(r"[0-9]{1,15}(\.[0-9]{1,2})?")
EXACT = Exact(
    Context(
        prec=160,
        rounding=ROUND_HALF_EVEN,
        Emin=MIN_EMIN,
        Emax=MAX_EMAX,
        capitals=1,
        clamp=0,
        traps=[Inexact, InvalidOperation],
    )
)  # each is said: what is not comes from a context that the embedder may change
"""Sums, differences and products of amounts are exact whatever context the embedder works in; all are made so."""


@asked
def total(amounts: Iterable[Decimal]) -> Decimal:
    """All the amounts together; 0 where there are none."""
    found = Decimal(0)
    for amount in amounts:
        found = EXACT.add(found, amount)
    return found


def _amount(value: object) -> Decimal:
    if isinstance(value, bool | float) or not isinstance(value, str | int | Decimal):
        raise _flawed(value)
    if isinstance(value, int):
        if not 0 <= value < 10**15:
            raise _flawed(value)
        return Decimal(value)
    # digits only: Decimal would also read 1e5, 1_000, +5 and the digits of other scripts
    written = value if isinstance(value, str) else f"{value:f}" if _short(value) else ""
    if _WRITTEN.fullmatch(written) is None:
        raise _flawed(value)
    return Decimal(written)


def _short(value: Decimal) -> bool:
    """Whether the number may be written out at all: 1E+999999 has a million digits."""
    return value.is_finite() and -2 <= value.adjusted() < 15


def _flawed(value: object) -> PydanticCustomError:
    long = isinstance(value, int) and value.bit_length() > 200
    given = Text("…") if long else as_written(value)
    return flaw(
        "amount",
        f"нужно точное число от нуля, целое или в кавычках вида 1200.50, до 15 цифр перед точкой и 2 после, "
        f"а указано: {given.ru}",
        f"an exact number from 0 is needed, a whole one or a quoted one such as 1200.50, at most 15 digits "
        f"before the point and 2 after, not {given.en}",
    )


_WrittenAmount = (
    Annotated[int, Field(ge=0, lt=10**15)] | Annotated[str, Field(pattern=rf"^{_WRITTEN.pattern}$")]
)
Amount = Annotated[Decimal, BeforeValidator(_amount, json_schema_input_type=_WrittenAmount)]
"""Zero or more, at most two decimals: roubles and kopecks, or hours. In a file a whole number or a string."""


class Volume(Entry):
    """Объём: so much of one unit. Adding or taking away another unit raises ValueError."""

    amount: Annotated[Amount, About.of("количество", "amount", "Сколько.", "How much.", example="72")]
    unit: Annotated[Unit, About.of("единица", "unit", "В чём измерено.", "What it is counted in.")]

    @property
    def text(self) -> Text:
        """The volume in words."""
        return Text(
            f"{shown(self.amount, 'ru')} {self.unit.text.ru}",
            f"{shown(self.amount, 'en')} {self.unit.text.en}",
        )

    @asked
    def within(self, other: "Volume") -> bool:
        """Whether it is no more than the other, in the same unit."""
        return self.unit is other.unit and self.amount <= other.amount

    @asked
    def in_unit(self, unit: Unit) -> Decimal:
        """How much of that unit it is: nothing where it is of another one."""
        return self.amount if self.unit is unit else Decimal(0)

    def __add__(self, other: "Volume") -> "Volume":
        if not isinstance(other, Volume):
            return NotImplemented
        self._alike(other)
        return Volume(amount=EXACT.add(self.amount, other.amount), unit=self.unit)

    def __sub__(self, other: "Volume") -> "Volume":
        if not isinstance(other, Volume):
            return NotImplemented
        self._alike(other)
        return Volume(amount=EXACT.subtract(self.amount, other.amount), unit=self.unit)

    def _alike(self, other: "Volume") -> None:
        if self.unit is not other.unit:
            raise WrongValue(f"{self.unit} and {other.unit} are never added")
