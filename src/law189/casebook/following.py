"""Что следует из дела (following): by which numbers it is found, what it has moved and what it counts towards.

>>> from law189.workflows import certificate
>>> following(certificate.lifecycle.begin("17")) == NO_CASE
True
"""

from collections.abc import Mapping
from decimal import Decimal
from operator import is_
from typing import Any, NamedTuple

from law189.casebook.keys import COUNTED, NAMING, Formed, Key, formed_by, keys_of
from law189.casebook.postings import MOVING, Account, Posting, balances, postings
from law189.cases.history import History
from law189.kinds.asked import asked, unasked

__all__ = ["NO_CASE", "Consequences", "following", "moved_between"]


class Consequences(NamedTuple):
    """Что следует из дела: by which numbers it is found, what it has moved, what it counts towards."""

    keys: tuple[Key, ...] = ()
    moved: tuple[Posting, ...] = ()
    formed: tuple[Formed, ...] = ()


NO_CASE = Consequences()
"""What follows from a case that is not there yet."""


@asked
def following(
    history: History[Any], before: History[Any] | None = None, had: Consequences = NO_CASE
) -> Consequences:
    """What follows from the records of the case that stand.

    Where `had` followed from the case `before`, only what the records made since may change is asked anew.
    """
    if before is None or not _goes_on(before, history):
        return Consequences(_keys_of(history), _postings(history), _formed_by(history))
    made = {type(record.event) for record in history.records[len(before.records) :]}
    return Consequences(
        had.keys if made.isdisjoint(NAMING) else _keys_of(history),
        had.moved if made.isdisjoint(MOVING) else _postings(history),
        had.formed if made.isdisjoint(COUNTED) else _formed_by(history),
    )


_keys_of, _postings, _formed_by = unasked(keys_of), unasked(postings), unasked(formed_by)


def _goes_on(before: History[Any], now: History[Any]) -> bool:
    """Whether the case only has records more than before, none of which annuls another."""
    return (
        now.annulled == before.annulled
        and len(now.records) >= len(before.records)
        and all(map(is_, before.records, now.records))
    )


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
