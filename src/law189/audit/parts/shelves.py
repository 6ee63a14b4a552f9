"""Полки частей (shelves): the cases of a part or of the core, with what a line has changed of them so far.

>>> CoreShelf(EMPTY, (), Sums(), {}).case("1") is None
True
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Self

from law189.audit.parts.sums import Sums
from law189.audit.parts.versions import PlaceInTime
from law189.casebook.keys import Key
from law189.casebook.known import on_day
from law189.casebook.postings.accounts import Account
from law189.casebook.rendered import Rendered, rendered_of
from law189.casebook.rendered.told import VoidLine, told_by
from law189.casebook.shelf import Changed, Count, MemoryShelf
from law189.casebook.shelf.apart import Apart, Question
from law189.cases.history import History
from law189.kinds.asked import unasked
from law189.measures import EXACT, Unit
from law189.verdict import Verdict
from law189.workflows import certificate, contract, order

__all__ = ["EMPTY", "CoreShelf", "HalfShelf"]

_case, _found = unasked(MemoryShelf.case), unasked(MemoryShelf.found)
_with_case = unasked(MemoryShelf.with_case)


EMPTY = MemoryShelf(moving=(order.lifecycle.name, certificate.lifecycle.name, contract.lifecycle.name))
"""A shelf without cases; what agreements have moved it does not keep, as no step asks for their money."""


class HalfShelf(Apart):
    """Полка части: its own cases, and what a step has changed of them so far."""

    def __init__(self, own: MemoryShelf, changes: tuple[Changed, ...] = ()) -> None:
        self.own, self.changes = own, changes

    def _with(self, own: MemoryShelf, changes: tuple[Changed, ...]) -> Self:
        raise NotImplementedError

    def case(self, history_id: str) -> History[Any] | None:
        """The case of that id; None where there is none."""
        return _case(self.own, history_id)

    def found(self, key: Key) -> tuple[str, ...]:
        """The ids of the cases with that number."""
        return _found(self.own, key)

    def balance(self, account: Account) -> Decimal:
        """How much stands on the account."""
        return self.own.balance(account)

    def formed(self, services: Collection[str], unit: Unit, since: date | None, until: date | None) -> Count:
        """The certificates formed in the term."""
        return self.own.formed(services, unit, since, until)

    def cases(self) -> Iterator[History[Any]]:
        """The cases of the part."""
        return self.own.cases()

    def with_cases(self, histories: Iterable[History[Any]]) -> Self:
        """The shelf with these cases as they are now, and noted as changed."""
        own, changes = self.own, [*self.changes]
        for history in histories:
            own, changed = _with_case(own, history)
            changes.append(changed)
        return self._with(own, tuple(changes))

    def settled(self) -> Self:
        """The same shelf, with nothing changed yet."""
        return self._with(self.own, ())


class CoreShelf(HalfShelf):
    """Полка ядра: its sums are those of all parts, as far as they were added; `begun` says when its cases were."""

    def __init__(
        self, own: MemoryShelf, changes: tuple[Changed, ...], sums: Sums, begun: Mapping[str, PlaceInTime]
    ) -> None:
        super().__init__(own, changes)
        self.sums = self.all = sums
        self._begun = begun

    def _with(self, own: MemoryShelf, changes: tuple[Changed, ...]) -> Self:
        return type(self)(own, changes, self.all, self._begun)

    def balance(self, account: Account) -> Decimal:
        """How much stands on the account, in all parts."""
        return EXACT.add(self.own.balance(account), self.all.balance(account))

    def formed(self, services: Collection[str], unit: Unit, since: date | None, until: date | None) -> Count:
        """The certificates formed in the term, in all parts."""
        own, others = (one.formed(services, unit, since, until) for one in (self.own, self.all))
        return Count(
            own.certificates + others.certificates,
            EXACT.add(own.amount, others.amount),
            own.elsewhere + others.elsewhere,
        )

    def told(self, question: Question) -> tuple[Verdict, ...]:
        """The verdicts on the question, by the sums of all parts."""
        return question.judged(self)

    def void_line(self, history: str) -> VoidLine | None:
        """The first void line of a case of another part; None where there is none."""
        return self.all.void.get(history)

    def rendered(self) -> Rendered:
        """What the contracts of all parts rendered."""
        own = sorted(self.cases(), key=lambda case: self._begun[case.id])
        return rendered_of([told_by(on_day(case, date.max)) for case in own], self.all.contracts)
