"""Полки частей (shelves): the cases of a part or of the core, with what a line has changed of them so far.

>>> CoreShelf(EMPTY, (), Sums(), {}, CoreTurn()).case("1") is None
True
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, Self, TypeAlias

from law189.audit.parts.sums import Sums
from law189.audit.parts.versions import PlaceInTime
from law189.casebook.keys import Key
from law189.casebook.known import on_day
from law189.casebook.postings.accounts import Account
from law189.casebook.rendered import Rendered, rendered_of
from law189.casebook.rendered.told import VoidLine, told_by
from law189.casebook.shelf import Changed, Count, MemoryShelf
from law189.casebook.shelf.added import of_case
from law189.casebook.shelf.apart import Apart, Question
from law189.cases.history import History
from law189.kinds.asked import unasked
from law189.measures import EXACT, Unit
from law189.verdict import Outcome, Verdict
from law189.workflows import certificate, contract, order

__all__ = ["EMPTY", "AskedOfSums", "CoreShelf", "CoreTurn", "HalfShelf"]

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


_Told: TypeAlias = tuple[Verdict, ...] | VoidLine | None


class AskedOfSums(NamedTuple):
    """Спрошено у сумм: after how many changes of its line the core asked what, and what it was told.

    A question of a step is told its verdicts, nothing where every one holds; the id of a case its void line.
    """

    place: int
    of: Question | str
    told: _Told


class CoreTurn:
    """Строка ядра, которую судят: what it has asked of the sums, and was told by them, or as it was told before.

    Where it was told nothing before, every question is left open.
    """

    def __init__(self) -> None:
        self.asked: list[AskedOfSums] = []
        self._before: Sequence[AskedOfSums] | None = ()

    def begin(self, before: Sequence[AskedOfSums] | None) -> None:
        """Go on to the next line; None where the sums say what they are asked."""
        self.asked, self._before = [], before

    def ask(self, shelf: "CoreShelf", of: Question | str) -> Any:
        """What is told; a line that is judged by what it was told before asks the same in the same order."""
        told: _Told = None if isinstance(of, str) else ()
        if self._before is None:
            told = shelf.answered(of)
        elif len(self.asked) < len(self._before):
            told = self._before[len(self.asked)].told
        self.asked.append(AskedOfSums(len(shelf.changes), of, told))
        return told


class CoreShelf(HalfShelf):
    """Полка ядра: its sums are those of all parts, as far as they were added; `begun` says when its cases were."""

    def __init__(
        self,
        own: MemoryShelf,
        changes: tuple[Changed, ...],
        sums: Sums,
        begun: Mapping[str, PlaceInTime],
        turn: CoreTurn,
    ) -> None:
        super().__init__(own, changes)
        self.sums = self.all = sums
        self._begun, self._turn = begun, turn

    def _with(self, own: MemoryShelf, changes: tuple[Changed, ...]) -> Self:
        return type(self)(own, changes, self.all, self._begun, self._turn)

    def settled(self) -> Self:
        """The same shelf, with nothing changed yet; the sums know what its contracts and certificates say."""
        for change in self.changes:
            case = change.after.history
            if (now := of_case(case, self._begun[case.id])) is not None:
                self.all.keep(now._replace(paid_by=()))  # what it gives its agreement its own shelf says
        return super().settled()

    def answered(self, of: Question | str) -> Any:
        """What the sums say: the verdicts on a question, nothing where every one holds; the void line of a case."""
        if isinstance(of, str):
            return self.all.void.get(of)
        judged = of.judged(self)
        return judged if any(one.outcome is not Outcome.HOLDS for one in judged) else ()

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
        """The verdicts on the question, as far as they are known; nothing where every one holds."""
        verdicts: tuple[Verdict, ...] = self._turn.ask(self, question)
        return verdicts

    def void_line(self, history: str) -> VoidLine | None:
        """The first void line of a case of another part; None where there is none, or it is not known yet."""
        line: VoidLine | None = self._turn.ask(self, history)
        return line

    def rendered(self) -> Rendered:
        """What the contracts of all parts rendered."""
        own = sorted(self.cases(), key=lambda case: self._begun[case.id])
        return rendered_of([told_by(on_day(case, date.max)) for case in own], self.all.contracts)
