"""Строже (stricter): which of two values asks for more, where that can be decided; else it is not said.

>>> from fractions import Fraction
>>> half, more = Threshold(at_least=Fraction(1, 2)), Threshold(more_than=Fraction(1, 2))
>>> name = "WorkingGroup.quorum"
>>> stricter(name, half, more), stricter(name, half, half), stricter("Consumers.age_to", 18, None)
('b', None, 'a')
>>> stricter(name, half, Threshold(at_least=Fraction(2, 3), of="present")) is None
True
"""

from collections.abc import Callable, Mapping
from typing import Any, Literal

from law189.measures import Volume
from law189.profile.conditions import AtLeast, AtMost, ByDay, FromDay, LiveCases, OneOf, TermKept
from law189.profile.edition import Edition
from law189.profile.group import Threshold
from law189.profile.terms import After, Before, Quarter, Year

__all__ = ["Stricter", "stricter"]

Stricter = Literal["a", "b"] | None
"""Which side is stricter; None where neither is, or where that cannot be decided."""
ASKED = (
    "Edition.documents",
    "Edition.conditions",
    "Edition.licence",
    "Consumers.excluded",
    "Parameters.limits",
)
"""What asks for something: who has it is stricter than who is silent."""
LARGER = ("Consumers.age_from",)
SMALLER = (
    "Consumers.age_to",
    "Limit.certificates",
    "Limit.volume",
    "Nominal.volume",
    "Parameters.certificates",
)
"""Bounds: a value is stricter than none, and the nearer bound than the farther."""
SILENT: Mapping[str, int] = {"Parameters.certificates": 1}
"""What silence is taken for where it is not «no bound» (`casebook.reconciled.once.one_certificate`)."""
RANKS: Mapping[str, Mapping[str, int]] = {"LocalCondition.missing": {"breach": 0, "void": 1}}
"""Codes in the order in which they ask for more."""


def stricter(name: str, a: Any, b: Any, *editions: Edition) -> Stricter:
    """Which of the two values of the field `name`, as `Consumers.age_to`, is stricter; None is silence.

    `editions` are the two that the values are of: where one is silent and another entry of it may say what silence
    would be taken for otherwise, it cannot be decided.
    """
    if name in SILENT:
        for value, edition in zip((a, b), editions, strict=False):
            if value is None and any(one.certificates is not None for one in edition.parameters):
                return None
        a, b = (SILENT[name] if one is None else one for one in (a, b))
    found = _by_absence(name, a, b) if a is None or b is None else _by_value(name, a, b)
    return None if not found else "a" if found > 0 else "b"


def _by_absence(name: str, a: Any, b: Any) -> int:
    if (a is None) == (b is None) or name not in (*ASKED, *LARGER, *SMALLER):
        return 0
    return 1 if b is None else -1


def _by_value(name: str, a: Any, b: Any) -> int:
    if name in RANKS:
        return _more(RANKS[name].get(a), RANKS[name].get(b))
    if type(a) is not type(b):
        return 0
    if name in LARGER:
        return _more(a, b)
    if isinstance(a, Volume):
        return _more(b.amount, a.amount) if name in SMALLER and a.unit is b.unit else 0
    if name in SMALLER:
        return _more(b, a)
    for kind, asked in _ORDERS:
        if isinstance(a, kind):
            return asked(a, b)
    return 0


def _more(a: Any, b: Any) -> int:
    """1 where the first is more, -1 where the second is, 0 where they are one or one is not known."""
    return 0 if a is None or b is None else (a > b) - (a < b)


def _threshold(a: Threshold, b: Threshold) -> int:
    """A larger share of the same whole, or more people; «more than» asks for no fewer than «at least»."""
    if a.of != b.of or (a.persons is None) != (b.persons is None):
        return 0
    if a.persons is not None:
        return _more(a.persons, b.persons)
    shares = [(one.more_than or one.at_least, one.more_than is not None) for one in (a, b)]
    return _more(*shares)


def _days(a: After | TermKept, b: After | TermKept) -> int:
    return _more(b.days, a.days) if a.model_copy(update={"days": b.days}) == b else 0


def _yearly(a: Year | Before, b: Year | Before) -> int:
    if a.then_yearly_before != b.then_yearly_before or getattr(a, "since", None) != getattr(b, "since", None):
        return 0
    ends = [one.year if isinstance(one, Year) else one.day for one in (b, a)]
    return _more(*ends)


def _amounts(a: AtMost | AtLeast, b: AtMost | AtLeast) -> int:
    if a.counted != b.counted:
        return 0
    return _more(a.amount, b.amount) if isinstance(a, AtLeast) else _more(b.amount, a.amount)


def _choices(a: OneOf, b: OneOf) -> int:
    """Fewer of the same choices."""
    left, right = ({value.id for value in one.values} for one in (a, b))
    return (left < right) - (right < left)


_ORDERS: tuple[tuple[Any, Callable[[Any, Any], int]], ...] = (
    (Threshold, _threshold),
    ((After, TermKept), _days),
    ((Year, Before), _yearly),
    (Quarter, lambda a, b: _more((b.year, b.quarter), (a.year, a.quarter))),
    ((AtMost, AtLeast), _amounts),
    (LiveCases, lambda a, b: _more(b.at_most, a.at_most)),
    (ByDay, lambda a, b: _more(b.day, a.day)),
    (FromDay, lambda a, b: _more(a.day, b.day)),
    (OneOf, _choices),
)
