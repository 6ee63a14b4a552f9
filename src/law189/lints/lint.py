"""Замечание (one lint): a kind of fault of a decree, its words, and the function that finds its places.

A decree can be wrong, and the profile keeps it as it is. A lint says where.

>>> @declared("Z1", Severity.NOTICE, Text("кратко", "brief"), Text("Зачем.", "Why."))
... def nothing(profile):
...     return iter(())
>>> nothing.code, list(nothing.find(None))
('Z1', [])
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from law189.law import Citation, Entry, Text, Vocabulary
from law189.law.fixed import fixed
from law189.profile.edition import Edition
from law189.profile.profile import Profile

__all__ = ["ALLOWANCE", "Find", "Lint", "Place", "Severity", "declared", "texts_of"]

ALLOWANCE = "A0"
"""The code under which an idle or unreasoned allowance is reported."""
Place: TypeAlias = tuple[Citation, Text]
"""The address of a fault, and what stands there."""
Find: TypeAlias = Callable[[Any], Iterator[Place]]
"""What finds the places of one kind of fault in an edition, or over all the editions of a profile."""


class Severity(Vocabulary):
    """Насколько это мешает: a warning misleads whoever applies the decree, a notice leaves a gap."""

    WARNING = "warning", "вводит в заблуждение", "warning"
    NOTICE = "notice", "оставляет пробел", "notice"


@fixed
@dataclass(frozen=True, slots=True)
class Lint:
    """One kind of fault: its code, severity, title, why it matters and what to do, and how to find it.

    Where it is `over_time` it is a fault of days, and `find` takes the profile with all its editions.
    """

    code: str
    severity: Severity
    title: Text
    why: Text
    find: Find
    over_time: bool = False

    def places(self, profile: Profile) -> Iterator[Place]:
        """Where the profile has the fault: in the decree as last amended, or in the editions of its days."""
        return self.find(profile if self.over_time else profile.latest)


def declared(
    code: str, severity: Severity, title: Text, why: Text, *, over_time: bool = False
) -> Callable[[Find], Lint]:
    """Make a lint of the function that finds it: its code, severity, title, why it matters and what to do."""

    def made(find: Find) -> Lint:
        return Lint(code, severity, title, why, find, over_time)

    return made


def texts_of(edition: Edition) -> Iterator[Place]:
    """Every text of the profile that stands in both languages, with the address that is nearest above it."""
    yield from _texts(edition, edition.cite("act"))


def _texts(value: object, cite: Citation) -> Iterator[Place]:
    if type(value) is Text:
        yield cite, value
    elif isinstance(value, Entry):
        named = (getattr(value, name, None) for name in ("cite", "basis"))
        nearest = next((own for own in named if isinstance(own, Citation)), cite)
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), nearest)
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one, cite)
