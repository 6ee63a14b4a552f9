"""Оказанное по одному договору (given): between which amounts it gave by a day, and on some days.

>>> begun, last = date(2024, 2, 1), date(2024, 5, 31)
>>> given = Given("1", ("1",), Unit.PERSON_HOURS, None, None, begun, last, ((begun, last),), (), Decimal(72), None)
>>> given.within(date(2024, 1, 1), date(2024, 3, 31)), given.within(date(2023, 1, 1), date(2023, 12, 31))
(Between(least=Decimal('0'), most=Decimal('72')), Between(least=Decimal('0'), most=Decimal('0')))
"""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from functools import reduce
from typing import NamedTuple

from law189.casebook.known import Made
from law189.casebook.rendered.capacity import GivenIn, last_served, on_some_day, parted
from law189.casebook.rendered.told import OrderKey
from law189.measures import EXACT, Unit
from law189.rules.providers.serving import Stretch
from law189.rules.reconciliation import Between

__all__ = ["NONE", "Given", "plus", "together"]

NONE = Between(Decimal(0), Decimal(0))
DAY = timedelta(1)


def plus(one: Between, other: Between) -> Between:
    """Both together."""
    return Between(EXACT.add(one.least, other.least), EXACT.add(one.most, other.most))


class Given(NamedTuple):
    """Оказанное по договору: `told` are the days by which it is known how much was rendered in all.

    `most` is what it may come to; None where its end is recorded, and with it how much it gave. `order` and
    `agreement` are None where no case tells them. `last` is its last day, `days` are those on which it ran and was
    not suspended, `end` is the record of its end. `service` and `lines`, the services of the lines of the order
    that it may be of, are as `service_key` writes them. `void` is its case, where a step that says how much was
    rendered is void; `volume` is what it may give; `said` are the records that say how much was rendered.
    """

    service: str
    lines: tuple[str, ...]
    unit: Unit
    order: OrderKey | None
    agreement: str | None
    begun: date
    last: date
    days: tuple[Stretch, ...]
    told: tuple[tuple[date, Decimal], ...]
    most: Decimal | None
    end: Made | None
    void: str | None = None
    volume: Decimal = Decimal(0)
    said: tuple[Made, ...] = ()

    def by(self, day: date) -> Between:
        """How much was rendered by the end of the day; one on which it did not run adds nothing."""
        if day < self.begun:
            return NONE
        day = last_served(self.days, day)
        least = max((amount for on, amount in self.told if on <= day), default=Decimal(0))
        later = [amount for on, amount in self.told if on >= day]
        most = least if self.most is None else self.most
        return Between(least, max(least, min(later, default=most)))

    @property
    def parts(self) -> tuple[GivenIn, ...]:
        """What it may have given in all, in parts by the days of which it is told."""
        told = max((amount for _, amount in self.told), default=Decimal(0))
        return self.sure if self.most is None else parted(self.days, self.told, max(told, self.most))

    @property
    def sure(self) -> tuple[GivenIn, ...]:
        """What it has surely given, in such parts."""
        return parted(self.days, self.told, self.told[-1][1] if self.told else Decimal(0))

    def within(self, since: date, until: date) -> Between:
        """How much was rendered from one day to another, both included; nothing where it ran on none of them."""
        if not on_some_day(self.days, since, until):
            return NONE
        before, after = self.by(since - DAY), self.by(until)
        least = max(Decimal(0), EXACT.subtract(after.least, before.most))
        return Between(least, max(least, EXACT.subtract(after.most, before.least)))


def together(some: Iterable[Given], since: date, until: date) -> Between:
    """How much the contracts gave on those days, by their own records."""
    return reduce(plus, (one.within(since, until) for one in some), NONE)
