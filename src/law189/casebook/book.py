"""Книга дел (casebook): the cases of one municipality, and the steps that are taken beside all of them.

A book never changes: a step gives another book. It takes extracts from its own cases, records linked steps together
and judges what no single case can see.

>>> from law189 import load_profile
>>> from law189.casebook.line import LINE
>>> book = Casebook(load_profile("kemerovo"))
>>> convened = {"history": "2023-10-02", "lifecycle": "meeting", "kind": "convened", "on": "2023-09-29",
...             "by": "chair", "held_on": "2023-10-02"}
>>> after = book.take(LINE.validate_python(convened))
>>> [case.state for case in after.cases()], list(book.cases())
(['convened'], [])
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from law189.casebook.cycles import CYCLES
from law189.casebook.dependants import Dependant, dependants
from law189.casebook.ledger import Ledger, ledger_of
from law189.casebook.line import Line
from law189.casebook.shelf import MemoryShelf, Shelf, ShelfOfMoment, held
from law189.casebook.shelf.past import past
from law189.casebook.shown.meant import held_for
from law189.casebook.taking import Taken, apart, judged, take
from law189.casebook.taking.owed import owed_by
from law189.casebook.taking.tried import against_it
from law189.cases.history import History, RecordAnnulled
from law189.cases.lifecycle import Duty, Option
from law189.kinds import must_be
from law189.kinds.asked import asked, methods_asked
from law189.law import Law189Error
from law189.law.fixed import fixed
from law189.profile.profile import Profile
from law189.verdict import Outcome, Verdict
from law189.workflows import certificate, contract

__all__ = ["Casebook", "options", "options_on"]


@asked
def options(
    shelf: Shelf,
    case: History[Any],
    profile: Profile,
    on: date,
    certificates: Sequence[History[Any]] = (),
) -> tuple[Option, ...]:
    """Every step of the case on the day; what the shelf shows of its own cases is not asked for, but counted.

    Where the step needs no fact but those, what the book would say against it stands in its verdict. `certificates`
    are those that a contract may be concluded under (see `law189.casebook.taking.tried`). The shelf and they are as
    they stood at the end of the day (see `law189.casebook.shelf.past`).
    """
    cycle = CYCLES[case.lifecycle]
    case = cycle.as_of(case, on)

    def of_the_book(option: Option) -> Option:
        event = cycle.clause(option.kind).event
        held = held_for(shelf, event, case, on)
        needs = tuple(fact for fact in option.needs if fact.name not in held)
        if option.verdict.outcome is Outcome.VOID:
            return replace(option, needs=needs)
        if event is RecordAnnulled:
            return replace(option, needs=needs, verdict=option.verdict.joined(*_all_apart(shelf, case)))
        also = against_it(shelf, case, event, option.by, profile, on, certificates)
        return replace(option, needs=needs, verdict=option.verdict.joined(*also))

    return tuple(of_the_book(option) for option in cycle.options(case, profile, on))


@asked
def options_on(
    shelf: ShelfOfMoment,
    case: History[Any],
    profile: Profile,
    on: date,
    certificates: Sequence[History[Any]] = (),
) -> tuple[Option, ...]:
    """The same of a shelf that has gone on since: all of it is as it stood at the end of the day."""
    return options(past(shelf, shelf.later(on), on), case, profile, on, certificates)


def _all_apart(shelf: Shelf, case: History[Any]) -> tuple[Verdict, ...]:
    """What the book says against annulling the last record that may be annulled, where it says so of each."""
    cycle = CYCLES[case.lifecycle]
    free = [p for p in range(case.version) if p not in case.annulled and not cycle.resting(case, p)]
    told = [tuple(apart(shelf, case, place)) for place in free]
    return told[-1] if told and all(told) else ()


@methods_asked
@fixed
@dataclass(frozen=True, slots=True)
class Casebook:
    """Книга дел: the profile by which they are judged, and the shelf on which they stand."""

    profile: Profile
    shelf: MemoryShelf = field(default_factory=MemoryShelf)

    def __post_init__(self) -> None:
        """Refuse what is no profile or no shelf, with `WrongType`."""
        must_be(self.profile, Profile)
        must_be(self.shelf, MemoryShelf)

    def judge(self, line: Line) -> Verdict:
        """Whether the step may be taken, beside all cases. Raises as `take`, but never `Refused`."""
        return judged(self.shelf, line, self.profile).verdict

    def take(self, line: Line) -> "Casebook":
        """The book with the step recorded, and the linked steps of other cases with it; the old one stays.

        Raises `Refused` on VOID, and on UNKNOWN without a decision of an office; `Conflict` where the case has
        another version than the line expects; `OfAnother` where the case is of another lifecycle.
        """
        return self.after(take(self.shelf, line, self.profile))

    def after(self, taken: Taken) -> "Casebook":
        """The book with the cases as a step has left them."""
        must_be(taken, Taken)
        return Casebook(self.profile, self.shelf.with_cases(taken.cases)) if taken.cases else self

    def case(self, history_id: str) -> History[Any]:
        """The case of that id. Raises `Law189Error` where there is none."""
        found = held(self.shelf, history_id)
        if found is None:
            raise Law189Error(f"the book has no case «{history_id}»")
        return found

    def cases(self) -> Iterator[History[Any]]:
        """Every case, in the order in which they were begun."""
        return self.shelf.cases()

    def options(self, history_id: str, on: date) -> tuple[Option, ...]:
        """Every step of the case on the day; what the book takes from its own cases it does not ask for.

        The case and all beside it are as they stood at the end of the day.
        """
        of, shelf = self.case(history_id), self._on(on)
        cases = shelf.cases() if of.lifecycle == contract.lifecycle.name else ()
        return options(
            shelf,
            of,
            self.profile,
            on,
            tuple(one for one in cases if one.lifecycle == certificate.lifecycle.name),
        )

    def due(self, on: date) -> Iterator[tuple[str, Duty]]:
        """The open duties on the day of every case that had begun by then, each with the id of its case.

        A certificate that its contracts have used up does not expire (see `law189.casebook.taking.owed`).
        """
        for case, duties in owed_by(self.cases(), self.shelf, self.profile, must_be(on, date)):
            yield from ((case.id, duty) for duty in duties)

    def ledger(self, on: date, *, service: str | None = None) -> Ledger:
        """The ledger at the end of the day, as `law189.casebook.ledger` gives it of the cases of the book."""
        return ledger_of(self.shelf.moved_by(on), self.profile, on, service=service)

    def dependants(self, on: date) -> Iterator[Dependant]:
        """The cases that are in force on the day while what they rest on is not."""
        return dependants(self._on(on), on)

    def _on(self, on: date) -> Shelf:
        """The shelf as it stood at the end of the day."""
        return past(self.shelf, self.shelf.later(on), on)
