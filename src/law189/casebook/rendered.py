"""Оказано по договорам (rendered): of which order each contract is, and how much it gave by which day.

A contract is of the order of its certificate, and of the line that pays for that, whichever service it is for;
where no line is named it may be of each that the certificate has. Where no case tells that order, it may be of any
order of the year that has the service, and is of the only one where there is no other. By a day the cases know
between which amounts was rendered: what an amendment or the end of the contract says, and no more than the volume
until its end is recorded, also after its last day. Acts of periods say it exactly of the days that they cover,
where all contracts of their agreement are of one line; what they bear out of other days is not of those that are
asked for.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from law189.casebook.borne_out import between
from law189.casebook.capacity import Acted
from law189.casebook.contracts_told import Contracts, ContractsTold, What
from law189.casebook.given import NONE, Given, plus, together
from law189.casebook.known import Known
from law189.casebook.ledger_rows import NOTHING, Figure
from law189.casebook.told import (
    Agreed,
    CaseTold,
    ContractTold,
    FormedUnder,
    OrderKey,
    order_key,
    told_by,
)
from law189.measures import EXACT, Unit
from law189.rules.reconciliation import Between

__all__ = [
    "Given",
    "OrderKey",
    "Rendered",
    "given_by",
    "order_key",
    "rendered_by",
    "rendered_of",
]

Ended = tuple[str | None, Unit]
"""The service of a line and a unit; None where it is not known which line it is."""


class Rendered:
    """Оказанное по всем договорам, as it is known, whatever the day of what it was for.

    `acts` are those of each agreement, `ordered` which orders have what. That the last day of a contract is past
    says nothing of what it gave: until its end is recorded it may have given up to its volume. Where it is
    `doubted`, nothing is known of what was rendered by a void step.
    """

    def __init__(
        self,
        contracts: Contracts,
        acts: Mapping[Agreed, Sequence[Acted]],
        ordered: frozenset[tuple[OrderKey, str, Unit]],
        *,
        doubted: bool = False,
    ) -> None:
        self.contracts, self._acts, self._ordered, self._doubted = contracts, acts, ordered, doubted

    def within(self, of: OrderKey, what: What, since: date, until: date) -> Between:
        """How much of the line was rendered under the order from one day to another."""
        found = NONE
        for (agreement, service), several in groupby(self._given(what), attrgetter("agreement", "service")):
            own = list[Given]()
            for one in several:
                counts = self._counts(one, of, what)
                if counts and agreement is not None:
                    own.append(one)
                elif counts:
                    found = plus(found, one.within(since, until))
                elif counts is None:
                    found = Between(found.least, EXACT.add(found.most, one.within(since, until).most))
            if own and agreement is not None:
                found = plus(found, self._agreed((agreement, service, what[1]), own, since, until))
        return found

    def some_of(self, of: OrderKey) -> bool:
        """Whether some contract is of the order, or may be."""
        every = ((what, one) for what in self.contracts.named() for one in self._given(what))
        return any(self._counts(one, of, what) is not False for what, one in every)

    def void(self, what: What) -> tuple[str, ...]:
        """The cases of the contracts of the line that say how much was rendered by a void step."""
        return tuple(one.void for one in self._given(what) if one.void is not None and what[0] in one.lines)

    def doubted(self) -> "Rendered":
        """The same, where nothing is known of what was rendered by a void step."""
        return Rendered(self.contracts, self._acts, self._ordered, doubted=True)

    def ended(self, of: OrderKey) -> dict[Ended, Figure]:
        """How much of each line the contracts of the order that have ended rendered, with its records."""
        found: dict[Ended, Figure] = {}
        for what in self.contracts.named():
            for one in self._given(what):
                if one.end is not None and one.lines[0] == what[0] and self._is_of(one, of):
                    line = what if len(one.lines) == 1 else (None, what[1])
                    found[line] = found.get(line, NOTHING) + Figure(one.told[-1][1], (one.end,))
        return found

    def _given(self, what: What) -> Iterator[Given]:
        for own in self.contracts.of(what):
            formed = () if own.certificate is None else self.contracts.formed(own.certificate)
            one = given_by(own, formed)
            if not own.force and one.most is not None:
                one = one._replace(most=Decimal(0))
            yield _doubted(one) if self._doubted else one

    def _counts(self, one: Given, of: OrderKey, what: What) -> bool | None:
        """Whether the contract is of the line of the order; None where it may be of that or of another one."""
        if what[0] not in one.lines:
            return False
        if self._is_of(one, of):
            return True if len(one.lines) == 1 else None
        return None if one.order is None and (of, *what) in self._ordered else False

    def _is_of(self, one: Given, of: OrderKey) -> bool:
        """Whether the contract is of the order; one of which no case tells it, where no other order has that."""
        if one.order is not None:
            return one.order == of
        same = {
            key
            for key, service, unit in self._ordered
            if key.year == of.year and service in one.lines and unit is one.unit
        }
        return one.last.year == of.year and not same - {of}

    def _agreed(self, agreed: Agreed, some: Sequence[Given], since: date, until: date) -> Between:
        """How much was rendered by contracts of one agreement, by their own records and by its acts."""
        if self.contracts.under(agreed) > len(some):
            return together(some, since, until)
        return between(some, self._acts.get(agreed, ()), (since, until))


def _doubted(one: Given) -> Given:
    """The contract, which may have given anything up to its volume where that is said by a void step."""
    most = max((amount for _, amount in one.told), default=one.volume)
    return one if one.void is None else one._replace(told=(), most=max(most, one.volume))


def rendered_by(cases: Iterable[Known]) -> Rendered:
    """What the cases know of what their contracts rendered, in the order in which they were begun."""
    told = [told_by(one) for one in cases]
    return rendered_of(told, ContractsTold(told))


def rendered_of(cases: Iterable[CaseTold], contracts: Contracts) -> Rendered:
    """The same, of those contracts, and what agreements and orders among the cases say of them."""
    acts: dict[Agreed, list[Acted]] = {}
    ordered = set[tuple[OrderKey, str, Unit]]()
    for one in cases:
        ordered.update(one.ordered)
        for agreed, act in one.acts:
            acts.setdefault(agreed, []).append(act)
    return Rendered(contracts, acts, frozenset(ordered))


def given_by(own: ContractTold, formed: Sequence[FormedUnder] = ()) -> Given:
    """What a concluded contract gave, of the order and the line of its certificate, which is one of those `formed`.

    Where none is, it is of the line of its own service.
    """
    before = [one for one in formed if one.on <= own.begun] or formed[:1]
    under = max(before, key=lambda one: one.on, default=None)
    return Given(
        own.service,
        (own.service,) if under is None else under.lines,
        own.unit,
        None if under is None else under.order,
        own.agreement,
        own.begun,
        own.last,
        own.days,
        own.told,
        None if own.end is not None else own.volume,
        own.end,
        own.void,
        own.volume,
    )
