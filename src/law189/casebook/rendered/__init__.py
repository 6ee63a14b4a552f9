"""Оказано по договорам (rendered): of which order each contract is, and how much it gave by which day.

A contract is of the order of its certificate, and of the line that pays for that, whichever service it is for;
where no line is named it may be of each that the certificate has. Where no case tells that order, it may be of any
order of the year that has the service, and is of the only one where there is no other. By a day the cases know
between which amounts was rendered: what an amendment or the end of the contract says, and no more than the volume
until its end is recorded, also when its last day is over. A service is rendered on the days on which the contract
runs: what its end says is of them, however late it is recorded. Acts of periods say it exactly of the days they
cover, where all contracts of their agreement are of one line; what they bear out of other days is not of those that
are asked for.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from law189.casebook.known import Known, Made
from law189.casebook.rendered.borne_out import between
from law189.casebook.rendered.capacity import Acted, on_some_day
from law189.casebook.rendered.contracts import Contracts, ContractsTold, What
from law189.casebook.rendered.given import NONE, Given, plus, together
from law189.casebook.rendered.told import (
    Agreed,
    CaseTold,
    ContractTold,
    FormedUnder,
    OrderKey,
    order_key,
    told_by,
)
from law189.measures import EXACT, Unit
from law189.rules.providers.serving import Stretch
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

DAY = timedelta(1)
Days = tuple[date, date]
"""A first and a last day."""
Line = tuple[str | None, Unit]
"""The service of a line and a unit; None where it is not known which line it is."""


class InYears(NamedTuple):
    """Оказано в год заказа и в другие дни: between which amounts, each with the records that say so."""

    year: Between = NONE
    others: Between = NONE
    year_by: tuple[Made, ...] = ()
    others_by: tuple[Made, ...] = ()

    @classmethod
    def of(cls, within: Callable[[date, date], Between], year: int) -> "InYears":
        """What was rendered on the days of the year, and on those before and after it."""
        before, own, after = _years(year)
        return cls(within(*own), plus(within(*before), within(*after)))

    def made(
        self, some: Iterable[Given], acts: Mapping[Agreed, Sequence[Acted]], unit: Unit, year: int
    ) -> "InYears":
        """The same with the records of those contracts and of the acts of their agreements."""
        before, own, after = _years(year)
        said = [*dict.fromkeys(made for one in some for made in _said(one, acts, unit, (own,)))]
        beside = [*dict.fromkeys(made for one in some for made in _said(one, acts, unit, (before, after)))]
        return self._replace(year_by=tuple(said), others_by=tuple(beside))

    def plus(self, other: "InYears") -> "InYears":
        """Both together."""
        year_by = dict.fromkeys((*self.year_by, *other.year_by))
        others_by = dict.fromkeys((*self.others_by, *other.others_by))
        year, others = plus(self.year, other.year), plus(self.others, other.others)
        return InYears(year, others, tuple(year_by), tuple(others_by))


NOWHERE = InYears()


def _years(year: int) -> tuple[Days, Days, Days]:
    """The days before the year, those of it, and those after it."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    return (date.min + DAY, first - DAY), (first, last), (last + DAY, date.max - DAY)


def _said(
    one: Given, acts: Mapping[Agreed, Sequence[Acted]], unit: Unit, asked: Iterable[Days]
) -> Iterator[Made]:
    """The records that say how much a contract that ran on some of those days gave, and acts of such days."""
    agreed = None if one.agreement is None else (one.agreement, one.service, unit)
    for days in asked:
        if on_some_day(one.days, *days):
            yield from one.said
        for act in () if agreed is None else acts.get(agreed, ()):
            if act.made is not None and on_some_day([Stretch(act.since, act.until)], *days):
                yield act.made


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

    def in_years(self, of: OrderKey) -> dict[Line, InYears]:
        """How much of each line was rendered under the order in its year, and how much on all other days.

        Of contracts that may be of several lines it is what they gave by their own records.
        """
        found: dict[Line, InYears] = {}
        for what in self.contracts.named():
            several = [(one, self._counts(one, of, what)) for one in self._given(what)]
            if any(counts is not False for _, counts in several):
                sure = [one for one, counts in several if counts]
                known = InYears.of(partial(self.within, of, what), of.year)
                found[what] = known.made(sure, self._acts, what[1], of.year)
            for one, counts in several:
                if counts is None and one.lines[0] == what[0] and self._is_of(one, of):
                    line = None, what[1]
                    known = InYears.of(one.within, of.year).made([one], {}, what[1], of.year)
                    found[line] = found.get(line, NOWHERE).plus(known)
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
        own.said,
    )
