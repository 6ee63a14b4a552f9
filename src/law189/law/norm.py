"""Норма (norm): a value with its days and its address.

>>> from law189.law.act import Citation
>>> from law189.law.text import Text
>>> cite = Citation("my-1", "p1", Text("п. 1", "item 1"))
>>> half_year = Norm[int](value=3, cite=cite, since="2024-01-01", until="2024-06-30")
>>> half_year.in_force(date(2024, 6, 30)), half_year.in_force(date(2024, 7, 1))
(True, False)
"""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Generic, Self, TypeVar

from pydantic import AliasChoices, Field, model_validator

from law189.law import words
from law189.law.act import Cite, Grade
from law189.law.days import PLAIN, is_day
from law189.law.entry import Day, Entry, restored
from law189.law.text import Text, WrongValue, flaw, in_russian

__all__ = ["Norm", "Period", "in_order"]

T = TypeVar("T")


def in_order(since: date | None, until: date | None) -> None:
    """Refuse a term that ends before it begins; None is a term without that end."""
    if since and until and since > until:
        raise flaw(
            "since_after_until",
            f"начало {in_russian(since)} позже конца {in_russian(until)}; поменяйте дни местами",
            f"since {since} is later than until {until}; swap the days",
        )


class Period(Entry):
    """Срок действия: from which day and to which, both within it; None where it has no such end.

    Each kind of entry declares the two days in its own place among its keys, and says which of them it needs.
    """

    if TYPE_CHECKING:
        since: Day | None
        until: Day | None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        in_order(self.since, self.until)
        return self

    def in_force(self, day: date) -> bool:
        """Whether `day` is within the term. Raises `WrongValue` on what is no day."""
        if type(day) not in PLAIN and not is_day(day):
            raise WrongValue(f"day: a day (date) is needed, not {ascii(day)[:40]}")
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def days(self) -> Text | None:
        """The term in words; None where it has neither end."""
        ru, en = [], []
        if self.since is not None:
            ru, en = [f"с {in_russian(self.since)}"], [f"from {self.since.isoformat()}"]
        if self.until is not None:
            ru, en = [*ru, f"по {in_russian(self.until)}"], [*en, f"to {self.until.isoformat()}"]
        return Text(" ".join(ru), " ".join(en)) if ru else None


class Norm(Period, Generic[T]):
    """Значение с адресом: a value, the days it holds, its basis in law and how well it is known.

    `published` is the day of official publication.
    """

    value: Annotated[T, words.VALUE]
    basis: Annotated[Cite, words.CITE] = Field(validation_alias=AliasChoices("cite", "basis"))
    since: Annotated[Day | None, words.SINCE] = None
    until: Annotated[Day | None, words.UNTIL] = None
    published: Annotated[Day | None, words.PUBLISHED_ON] = None
    grade: Annotated[Grade, words.GRADE] = Grade.FULL_TEXT

    def __reduce__(self) -> tuple[Any, ...]:
        """A norm of some value is a class that no module holds: it is found again by the value's type."""
        _, (_, *held) = super().__reduce__()
        return _norm_of, (type(self).__pydantic_generic_metadata__["args"], *held)


def _norm_of(args: tuple[Any, ...], *held: Any) -> Norm[Any]:
    """The norm that a pickle holds, of that type of value."""
    kind: Any = Norm.__class_getitem__(args) if args else Norm
    found: Norm[Any] = restored(kind, *held)
    return found
