"""Что следует из дела (following): by which numbers it is found, what it has moved and what it counts towards.

>>> from law189.workflows import certificate
>>> following(certificate.lifecycle.begin("17")) == NO_CASE
True
"""

from collections.abc import Collection, Mapping
from decimal import Decimal
from operator import is_
from typing import Any, NamedTuple

from law189.casebook.keys import COUNTED, NAMING, Formed, Key, formed_by, keys_of
from law189.casebook.postings import MOVES, MOVING, Account, Posting, balances, postings
from law189.cases.history import Event, History
from law189.kinds.asked import asked, unasked

__all__ = ["NO_CASE", "Consequences", "following", "made_since", "moved_between"]


class Consequences(NamedTuple):
    """Что следует из дела: by which numbers it is found, what it has moved, what it counts towards."""

    keys: tuple[Key, ...] = ()
    moved: tuple[Posting, ...] = ()
    formed: tuple[Formed, ...] = ()


NO_CASE = Consequences()
"""What follows from a case that is not there yet."""


@asked
def following(
    history: History[Any],
    before: History[Any] | None = None,
    had: Consequences = NO_CASE,
    moving: Collection[str] = tuple(MOVES),
) -> Consequences:
    """What follows from the records of the case that stand.

    Where `had` followed from the case `before`, only what the records made since may change is asked anew. Of cases
    of other lifecycles than those in `moving` it is not asked what they have moved.
    """
    moves = history.lifecycle in moving
    made = None if before is None else made_since(before, history)
    if made is None:
        return Consequences(_keys_of(history), _postings(history) if moves else (), _formed_by(history))
    return Consequences(
        had.keys if made.isdisjoint(NAMING) else _keys_of(history),
        had.moved if not moves or made.isdisjoint(MOVING) else _postings(history),
        had.formed if made.isdisjoint(COUNTED) else _formed_by(history),
    )


_keys_of, _postings, _formed_by = unasked(keys_of), unasked(postings), unasked(formed_by)


def made_since(before: History[Any], now: History[Any]) -> frozenset[type[Event]] | None:
    """The kinds of steps made since; None where the case has not only more records, or one annuls another."""
    goes_on = (
        now.annulled == before.annulled
        and len(now.records) >= len(before.records)
        and all(map(is_, before.records, now.records))
    )
    return frozenset([type(one.event) for one in now.records[len(before.records) :]]) if goes_on else None


@asked
def moved_between(had: Consequences, has: Consequences) -> Mapping[Account, Decimal]:
    """By how much the case changes each account; what was moved before and is moved still stands there already."""
    if had.moved == has.moved:
        return {}
    both = 0
    for one, other in zip(had.moved, has.moved, strict=False):
        if one != other:
            break
        both += 1
    back = [one._replace(source=one.target, target=one.source) for one in had.moved[both:]]
    return balances((*back, *has.moved[both:]))
