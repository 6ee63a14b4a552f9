"""На чём стояло (rested): because of which step without force a case in force has lost what it rests on.

What a case rests on may be gone by a lawful step, and then nothing else is at fault, whatever else was done without
force in either case. Only where the case would rest on something else without such a step of its own, or would
still rest on the other case without such a step there, does it follow from that.

>>> from law189.audit.causes.because import without
>>> from law189.casebook.shelf import MemoryShelf
>>> LeftOut(MemoryShelf(), (), without).case("k1") is None
True
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from law189.audit.causes.because import Stopped, as_if, first_needed
from law189.audit.causes.reasons import against
from law189.audit.causes.unread_cause import ASKS_FOR
from law189.audit.finding import Finding, LastLine
from law189.audit.lines.numbered import ON_THE_WAY
from law189.casebook.cycles import CYCLES
from law189.casebook.dependants import Dependant, of_case
from law189.casebook.keys import Key
from law189.casebook.postings.accounts import Account
from law189.casebook.shelf import Count, Shelf
from law189.casebook.states import IN_FORCE
from law189.cases.history import Event, History, Record, RecordAnnulled
from law189.facts import Frozen
from law189.measures import Unit
from law189.profile.profile import Profile
from law189.verdict import Outcome

__all__ = ["TAKES_AWAY", "LeftOut", "Noted", "Suspect", "found_at", "in_force_without", "lost_by", "void_in"]


class Suspect(NamedTuple):
    """Шаг, который мог быть причиной: its day, its case, the place of its record, counted from 0, and its line."""

    on: date
    history: str
    place: int
    line: int


class Noted(NamedTuple):
    """Что заметила проверка: of each case the records that its lines made, and the steps that it refused.

    A record is counted from 1 and has the number of its line. `worked_out` are cases as they would be, each beside
    the case that it was made of.
    """

    made: Mapping[str, Mapping[int, int]]
    stopped: Mapping[str, Sequence[Stopped]]
    profile: Profile
    worked_out: dict[tuple[str, frozenset[int], int], tuple[History[Any], History[Any]]]

    def as_if(self, case: History[Any], places: Collection[int]) -> History[Any]:
        """The case as if the records at those places had not been made; worked out once for all who ask."""
        stopped = self.stopped.get(case.id, ())
        key = case.id, frozenset(places), len(stopped)
        of, found = self.worked_out.get(key, (None, case))
        if of is not case:
            found = as_if(case, places, (one.event for one in stopped), self.profile)
            self.worked_out[key] = case, found
        return found


class LeftOut:
    """Полка без некоторых записей: the shelf as if they had not been made; `seen` are the cases asked for.

    `of` says how a case would stand without the records at those places.
    """

    def __init__(
        self,
        shelf: Shelf,
        records: Collection[Suspect],
        of: Callable[[History[Any], Collection[int]], History[Any]],
    ) -> None:
        self._shelf, self._of, self._out = shelf, of, defaultdict[str, set[int]](set)
        for one in records:
            self._out[one.history].add(one.place)
        self.seen: dict[str, History[Any]] = {}

    def case(self, history_id: str) -> History[Any] | None:
        """The case of that id without the records that are left out; None where there is none."""
        found = self._shelf.case(history_id)
        if found is not None:
            self.seen[history_id] = found
        return None if found is None else self.cut(found)

    def cut(self, case: History[Any]) -> History[Any]:
        """The case without the records that are left out."""
        places = self._out.get(case.id)
        return self._of(case, places) if places else case

    def found(self, key: Key) -> tuple[str, ...]:
        """The ids of the cases with that number, also where it was given by a record that is left out."""
        return self._shelf.found(key)

    def balance(self, account: Account) -> Decimal:
        """How much stands on the account by all records."""
        return self._shelf.balance(account)

    def formed(self, services: Collection[str], unit: Unit, since: date | None, until: date | None) -> Count:
        """The certificates formed by all records."""
        return self._shelf.formed(services, unit, since, until)

    def cases(self) -> Iterator[History[Any]]:
        """Every case without the records that are left out."""
        return map(self.cut, self._shelf.cases())


def found_at(one: Dependant, at: LastLine, cause: int | None) -> Iterator[Finding]:
    """What is found against a case in force without what it rests on, told at that line of it."""
    for reason in against(one.verdict):
        yield Finding(
            one.history.id,
            one.history.lifecycle,
            at.line,
            at.kind,
            at.on,
            reason.rule,
            reason.outcome,
            reason.text,
            Frozen(reason.facts),
            reason.cites,
            cause,
        )


def void_in(case: History[Any], made: Mapping[int, int]) -> tuple[Suspect, ...]:
    """The steps of the case without force; `made` are the records that lines made, with the line of each."""
    return _suspects(case, made, (at for at, one in _standing(case) if one.verdict.outcome is Outcome.VOID))


def in_force_without(case: History[Any], own: Sequence[Suspect], on: date, noted: Noted) -> bool:
    """Whether the case would be in force at the end of the day without its own steps that have no force."""
    cut = noted.as_if(case, {one.place for one in own})
    return CYCLES[case.lifecycle].known_on(cut, on).state in IN_FORCE[case.lifecycle]


def lost_by(
    shelf: Shelf,
    case: History[Any],
    own: Sequence[Suspect],
    ground: str,
    on: date,
    noted: Noted,
) -> int | None:
    """The line of the step without which the case would not stand on a ground that is gone on the day.

    `own` are the steps of the case without force. Of what it rests on a step is one that would have been refused
    and led away from where the other case had something to show. None where lawful steps alone say it, or would
    without that step.
    """

    def told(records: Collection[Suspect]) -> tuple[bool, LeftOut]:
        left = LeftOut(shelf, records, noted.as_if)
        found = of_case(left, left.cut(case), on)
        return any(one.ground.id == ground for one in found), left

    seen = told(())[1].seen
    others = (
        one for name, held in seen.items() if name != case.id for one in _refused(held, noted.made.get(name))
    )
    suspects = sorted({*own, *others})
    needed = first_needed(suspects, lambda left_out: not told(left_out)[0])
    return None if needed is None else needed.line


def _refused(case: History[Any], made: Mapping[int, int] | None) -> tuple[Suspect, ...]:
    """The steps of what a case rests on that would have been refused and may have taken that away."""
    places = (
        at
        for at, one in _standing(case)
        if type(one.event) in TAKES_AWAY
        and one.verdict.stops
        and (one.verdict.outcome is Outcome.VOID or one.decision is None)
    )
    return () if made is None else _suspects(case, made, places)


def _standing(case: History[Any]) -> Iterator[tuple[int, Record[Any]]]:
    return ((at, one) for at, one in enumerate(case.records) if at not in case.annulled)


def _suspects(case: History[Any], made: Mapping[int, int], places: Iterable[int]) -> tuple[Suspect, ...]:
    days = [one.event.on for one in case.records]
    return tuple(Suspect(days[at], case.id, at, made[at + 1]) for at in places if at + 1 in made)


TAKES_AWAY = (
    frozenset[type[Event]](
        (*ASKS_FOR["reconciliation.rests_on"], *ASKS_FOR["standing.formed"], RecordAnnulled),
    )
    - ON_THE_WAY
)
"""The steps by which a case may show no more what it did."""
