"""Оказано по договорам (rendered): of which order each contract is, and how much it gave by which day.

A contract is of the order of its certificate. Where no case tells that order, it may be of any order of the year
that has the service, and is of the only one where there is no other. By a day the cases know between which amounts
was rendered: what an amendment or the end of the contract says, and no more than the volume while it runs. Acts of
periods say it exactly of the days that they cover, where all contracts of their agreement are of one order.

>>> begun, last = date(2024, 2, 1), date(2024, 5, 31)
>>> given = Given("1", "1", Unit.PERSON_HOURS, None, None, begun, last, (), Decimal(72), None)
>>> given.within(date(2024, 1, 1), date(2024, 3, 31)), given.within(date(2023, 1, 1), date(2023, 12, 31))
(Between(least=Decimal('0'), most=Decimal('72')), Between(least=Decimal('0'), most=Decimal('0')))
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from law189.casebook.known import Known, Made
from law189.casebook.ledger_rows import NOTHING, Figure
from law189.extracts import Way
from law189.measures import EXACT, Unit
from law189.numbers import number_key, service_key
from law189.rules.reconciliation import Between
from law189.verdict import Outcome
from law189.workflows import agreement, certificate, contract, order

__all__ = ["Given", "OrderKey", "Rendered", "order_key", "rendered_by"]


class OrderKey(NamedTuple):
    """Заказ: its number, in the form in which `law189.numbers` compares it, and its year."""

    number: str
    year: int


NONE = Between(Decimal(0), Decimal(0))
DAY = timedelta(1)


class Given(NamedTuple):
    """Оказанное по договору: `told` are the days by which it is known how much was rendered in all.

    `most` is what it may come to while it runs; None where it is known how much it gave. `order` and `agreement`
    are None where no case tells them. `last` is its last day, `end` the record of its end. `service` is as
    `service_key` writes it, `named` as the offer does.
    """

    service: str
    named: str
    unit: Unit
    order: OrderKey | None
    agreement: str | None
    begun: date
    last: date
    told: tuple[tuple[date, Decimal], ...]
    most: Decimal | None
    end: Made | None

    def by(self, day: date) -> Between:
        """How much was rendered by the end of the day, from its beginning."""
        if day < self.begun:
            return NONE
        least = max((amount for on, amount in self.told if on <= day), default=Decimal(0))
        later = [amount for on, amount in self.told if on >= day]
        most = least if self.most is None else self.most
        return Between(least, max(least, min(later, default=most)))

    def within(self, since: date, until: date) -> Between:
        """How much was rendered from one day to another, both included."""
        before, after = self.by(since - DAY), self.by(until)
        least = max(Decimal(0), EXACT.subtract(after.least, before.most))
        return Between(least, max(least, EXACT.subtract(after.most, before.least)))


class Acted(NamedTuple):
    """Акт за период: its first and last day, and how much of the service it bears out."""

    since: date
    until: date
    amount: Decimal


What = tuple[str, Unit]
"""A service, as `service_key` writes it, and a unit."""
Agreed = tuple[str, str, Unit]
"""An agreement, a service and a unit."""


class Rendered(NamedTuple):
    """Оказанное по всем договорам: the contracts, the acts of each agreement, and which orders have what.

    `under` is how many contracts of a service, in a unit, each agreement pays for.
    """

    contracts: tuple[Given, ...]
    acts: Mapping[Agreed, tuple[Acted, ...]]
    ordered: frozenset[tuple[OrderKey, str, Unit]]
    under: Mapping[Agreed, int]

    @property
    def named(self) -> dict[What, str]:
        """Each service and unit of the contracts, with the number of the service as an offer writes it."""
        return {(one.service, one.unit): one.named for one in self.contracts}

    def within(self, of: OrderKey, what: What, since: date, until: date) -> Between:
        """How much of the service was rendered under the order from one day to another."""
        found, by_agreement = NONE, dict[str | None, list[Given]]()
        for one in self.contracts:
            if (one.service, one.unit) != what:
                continue
            if self._is_of(one, of):
                by_agreement.setdefault(one.agreement, []).append(one)
            elif one.order is None and (of, *what) in self.ordered:
                found = Between(found.least, EXACT.add(found.most, one.within(since, until).most))
        for agreed, some in by_agreement.items():
            found = _plus(found, self._agreed(agreed, some, since, until))
        return found

    def ended(self, of: OrderKey) -> dict[What, Figure]:
        """How much of each service the contracts of the order that have ended rendered, with its records."""
        found: dict[What, Figure] = {}
        for one in self.contracts:
            if one.end is not None and self._is_of(one, of):
                what = one.service, one.unit
                found[what] = found.get(what, NOTHING) + Figure(one.told[-1][1], (one.end,))
        return found

    def _is_of(self, one: Given, of: OrderKey) -> bool:
        """Whether the contract is of the order; one of which no case tells it, where no other order has that."""
        if one.order is not None:
            return one.order == of
        same = {key for key, *what in self.ordered if key.year == of.year and what == [one.service, one.unit]}
        return one.last.year == of.year and not same - {of}

    def _agreed(self, agreed: str | None, some: Sequence[Given], since: date, until: date) -> Between:
        """How much was rendered by contracts of one agreement, by their own records and by its acts."""
        found = NONE
        for one in some:
            found = _plus(found, one.within(since, until))
        if agreed is None:
            return found
        service, unit = some[0].service, some[0].unit
        if self.under[agreed, service, unit] > len(some):
            return found
        first = max(since, min(one.begun for one in some))
        last = min(until, max(one.last for one in some))
        return _by_acts(found, self.acts.get((agreed, service, unit), ()), (since, until), (first, last))


def _plus(one: Between, other: Between) -> Between:
    return Between(EXACT.add(one.least, other.least), EXACT.add(one.most, other.most))


def _by_acts(
    found: Between, acts: Sequence[Acted], asked: tuple[date, date], run: tuple[date, date]
) -> Between:
    """What acts add to what contracts say; where the two differ, both may be so."""
    inside = sorted(one for one in acts if asked[0] <= one.since and one.until <= asked[1])
    beside = any(one.since <= asked[1] and asked[0] <= one.until for one in acts if one not in inside)
    acted, next_day = Decimal(0), run[0]
    for one in inside:
        acted = EXACT.add(acted, one.amount)
        if one.since <= next_day:
            next_day = max(next_day, one.until + DAY)
    if inside and not beside and next_day > run[1]:
        if found.least <= acted <= found.most:
            return Between(acted, acted)
        return Between(min(acted, found.least), max(acted, found.most))
    return Between(found.least if acted > found.most else max(found.least, acted), max(found.most, acted))


def order_key(number: str, year: int) -> OrderKey:
    """The key of an order as somebody has written its number."""
    return OrderKey(number_key(number), year)


def rendered_by(cases: Iterable[Known], on: date) -> Rendered:
    """What the cases know on the day of what their contracts rendered, whatever the day of what it was for.

    A contract whose last day is past and of which no end is recorded gave what was recorded of it.
    """
    known = list(cases)
    formed: dict[str, list[tuple[date, OrderKey | None]]] = {}
    acts: dict[Agreed, tuple[Acted, ...]] = {}
    ordered: set[tuple[OrderKey, str, Unit]] = set()
    for one in known:
        if one.history.lifecycle == certificate.lifecycle.name:
            for number, made in _formed(one):
                formed.setdefault(number, []).append(made)
        elif one.history.lifecycle == agreement.lifecycle.name:
            for key, act in _acts(one):
                acts[key] = (*acts.get(key, ()), act)
        elif one.history.lifecycle == order.lifecycle.name:
            ordered.update(_ordered(one))
    own = (one for one in known if one.history.lifecycle == contract.lifecycle.name)
    contracts = tuple(found for one in own for found in _given(one, formed, on))
    under = Counter((one.agreement, one.service, one.unit) for one in contracts if one.agreement is not None)
    return Rendered(contracts, acts, frozenset(ordered), under)


def _formed(known: Known) -> Iterator[tuple[str, tuple[date, OrderKey | None]]]:
    for event in known.history.events(certificate.Formed):
        shown = event.order
        key = None if shown is None else order_key(shown.number, shown.year)
        yield number_key(event.number), (event.on, key)


def _acts(known: Known) -> Iterator[tuple[Agreed, Acted]]:
    """What the acts of an agreement bear out; one that an audit has found void bears out nothing."""
    for record in known.history.standing:
        event = record.event
        if not isinstance(event, agreement.ActDrawn) or record.verdict.outcome is Outcome.VOID:
            continue
        agreed = number_key(known.history.the(agreement.Drafted).number)
        for line in event.rendered:
            yield (agreed, service_key(line.service), line.unit), Acted(event.since, event.until, line.amount)


def _ordered(known: Known) -> Iterator[tuple[OrderKey, str, Unit]]:
    """What the order gives a share of to certificates, from its approval until it is cancelled."""
    history = known.history
    if not any(history.events(order.Approved)) or history.state == order.State.CANCELLED:
        return
    drafted = history.the(order.Drafted)
    for line in order.lines_of(history):
        if any(part.way is Way.CERTIFICATE and part.amount > 0 for part in line.parts):
            yield order_key(drafted.number, drafted.year), service_key(line.service), line.unit


def _given(
    known: Known, formed: Mapping[str, list[tuple[date, OrderKey | None]]], on: date
) -> Iterator[Given]:
    """What a concluded contract gave; nothing of one that was not concluded."""
    history = known.history
    if not any(history.events(contract.Concluded)):
        return
    concluded, terms = history.the(contract.Concluded), contract.terms_of(history)
    shown, agreed, named = concluded.certificate, concluded.agreement, history.the(contract.Offered).service
    made = [] if shown is None else formed.get(number_key(shown.number), [])
    before = [one for one in made if one[0] <= concluded.on] or made[:1]
    ends = [pair for pair in known.events if isinstance(pair[1], contract.Fulfilled | contract.Terminated)]
    unit = ends[-1][1].rendered.unit if ends else terms.volume.unit
    told = [(one.on, one.rendered) for one in history.events(contract.Amended)]
    told += [(max(concluded.on, min(event.on, terms.ends_on)), event.rendered) for _, event in ends[-1:]]
    yield Given(
        service_key(named),
        named,
        unit,
        max(before, key=lambda one: one[0])[1] if before else None,
        None if agreed is None else number_key(agreed.number),
        concluded.on,
        min(terms.ends_on, ends[-1][1].on) if ends else terms.ends_on,
        tuple((day, volume.amount) for day, volume in told if volume.unit is unit),
        None if ends or terms.ends_on < on else terms.volume.amount,
        Made(history.id, ends[-1][0]) if ends else None,
    )
