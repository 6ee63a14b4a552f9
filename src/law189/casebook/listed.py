"""Список дел (listed): which cases are asked for, a page of them and how many there are, without their records.

A database finds them by its own query, so a page costs as much in a book of ten cases as in one of many thousands.

>>> wanted("С-17", "certificate", "formed").states
{'certificate': ('formed',)}
>>> wanted("", "certificate", "formd")
Traceback (most recent call last):
    ...
law189.law.text.Law189Error: «certificate» has no state «formd»; did you mean «formed»?
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, NamedTuple

from law189.casebook.cycles import CYCLES, no_lifecycle
from law189.casebook.keys import By, Key, number
from law189.cases.history import History
from law189.cases.outlook import owed_from
from law189.files.wording import did_you_mean, word
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Law189Error

__all__ = [
    "EVERY",
    "CaseList",
    "ListedCase",
    "ToRead",
    "Wanted",
    "is_wanted",
    "later_than",
    "on_day",
    "owing_on",
    "wanted",
]


class ListedCase(NamedTuple):
    """Дело в списке: its id, lifecycle and state, how many records it has, and the day of the last that counts.

    Of a list of a day all of it is as it was known at the end of that day.
    """

    id: str
    lifecycle: str
    state: str
    version: int
    last_day: date | None


class CaseList(NamedTuple):
    """Страница списка: the cases on it, and how many there are on all pages."""

    rows: tuple[ListedCase, ...]
    whole: int


class Wanted(NamedTuple):
    """Какие дела ищут: by words that stand in a number, and in which states of which lifecycles.

    Where `states` is empty, in any. With `on` the cases are as they were known at the end of that day: those that
    had begun by then, in the states of then. `nothing` says that no case can be meant.
    """

    written: str
    states: Mapping[str, tuple[str, ...]]
    on: date | None = None

    @property
    def nothing(self) -> bool:
        """Whether no case has such a number: one with a sign that nobody sees."""
        return not self.written.isprintable()

    @property
    def keys(self) -> tuple[Key, ...]:
        """The numbers of documents and people that may be meant."""
        return tuple(number(by, self.written) for by in By if by not in _NO_NUMBER) if self.written else ()

    @property
    def pattern(self) -> str:
        """A regular expression of what stands in the id of such a case, in large letters or small.

        It lists both writings of a letter, for a database may know them of Latin letters alone.
        """
        return "".join(map(_either, self.written))


class ToRead(NamedTuple):
    """Какие дела читают целиком: of which lifecycles (all where none is named), owing what, and how far.

    Where `owing` is given, only the cases that it says; where `after`, only those with a record of a later day.
    Without `reasons` what the verdicts rest on is not read.
    """

    lifecycles: Collection[str] = ()
    owing: Wanted | None = None
    reasons: bool = True
    after: date | None = None

    @property
    def every(self) -> bool:
        """Whether no case of these lifecycles is left out."""
        return self.owing is None and self.after is None


EVERY = ToRead()
"""Every case, with all that its records keep."""

_NO_NUMBER = (By.ORDER_YEAR, By.ANNULLED)
"""A year is no number of a case; that of an annulled record counts no more."""


def _either(sign: str) -> str:
    """The sign as a regular expression, in large or small where it has both."""
    both = sorted({one for one in (sign, sign.lower(), sign.upper()) if len(one) == 1})
    return f"[{''.join(both)}]" if len(both) > 1 else re.escape(sign)


@asked
def wanted(
    written: str,
    lifecycle: str | None,
    state: str | None,
    owing: date | None = None,
    on: date | None = None,
) -> Wanted:
    """The cases that are asked for, as they were at the end of the day `on`; with `owing` those that may owe on it.

    Raises `Law189Error` on a lifecycle that there is not, on a state that it has not, on a state of none, and on
    two days.
    """
    if owing is not None and on not in (None, owing):
        raise Law189Error(
            f"a list is of one day, not of {on} and of {owing}; give the day of what is owed alone"
        )
    if lifecycle is not None and lifecycle not in CYCLES:
        raise Law189Error(no_lifecycle(lifecycle).en)
    if state is not None:
        _known(lifecycle, state)
    named = [*CYCLES] if lifecycle is None else [lifecycle]
    states = {name: (state,) if state else (*CYCLES[name].words,) for name in named}
    if owing is not None:
        states = {name: tuple(one for one in those if one in _owing(name)) for name, those in states.items()}
    every = lifecycle is None and owing is None
    composed = unicodedata.normalize("NFC", written).strip()
    return Wanted(composed, {} if every else states, on if owing is None else owing)


@asked
def on_day(row: ListedCase, case: History[Any], on: date) -> ListedCase:
    """The row of the case as it was known at the end of the day; `case` is all of it."""
    known = CYCLES[case.lifecycle].known_on(case, on)
    return row._replace(state=known.state, version=known.version, last_day=known.last_day)


@asked
def is_wanted(of: Wanted, case: History[Any]) -> bool:
    """Whether the case had begun by the day, and was in a state that is asked for; its number is not asked."""
    known = case if of.on is None else CYCLES[case.lifecycle].known_on(case, of.on)
    begun = known.version > 0 or case.version == 0
    return begun and (not of.states or known.state in of.states.get(case.lifecycle, ()))


@asked
def later_than(on: date) -> ToRead:
    """The cases that have a record of a later day."""
    return ToRead(after=must_be(on, date))


@asked
def owing_on(on: date) -> ToRead:
    """The cases of which somebody may have to take a step on the day, read for their steps."""
    return ToRead((), wanted("", None, None, must_be(on, date)), reasons=False)


def _owing(lifecycle: str) -> frozenset[str]:
    """The states of the lifecycle in which somebody may have to take a step."""
    return frozenset(state for clause in CYCLES[lifecycle].clauses for state in owed_from(clause))


def _known(lifecycle: str | None, state: str) -> None:
    if lifecycle is None:
        raise Law189Error("a state is one of a lifecycle; name the lifecycle too")
    words = CYCLES[lifecycle].words
    if state not in words:
        raise Law189Error(f"«{lifecycle}» has no state «{word(state)}»; {did_you_mean(state, words).en}")
