"""Услуги (services): the list of services, who is left out of it, and the way of selection chosen for them."""

from datetime import date
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from law189.extracts import Way
from law189.law import Cite, Day, Entry, Grade, Text, in_order

__all__ = ["SchoolName", "Selection", "Service"]


class Service(Entry):
    """Услуга перечня: its place in the list, its unique number as the source writes it, its kind."""

    number: Annotated[str, Field(min_length=1)]
    title: Text
    direction: Text | None = None
    attendance: Text | None = None
    cite: Cite

    @property
    def id(self) -> str:
        """Its address, which is how the list of provisions calls it."""
        return self.cite.address


class SchoolName(Entry):
    """Особое наименование: a kind of school that the decree leaves out, by its official kind name."""

    id: str
    name: Text
    cite: Cite


class Selection(Entry):
    """Способ отбора исполнителей: which way, on which days, by which provision of the law.

    `since` and `until` are both within the term, None where the source names no such day. `services` is where
    it says for which services.
    """

    way: Literal[Way.CERTIFICATE, Way.COMPETITION]
    since: Day | None = None
    until: Day | None = None
    law: Cite | None = None
    services: Cite | None = None
    cite: Cite
    grade: Grade = Grade.FULL_TEXT

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        in_order(self.since, self.until)
        return self

    def holds(self, day: date) -> bool:
        """Whether the way is chosen for the day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @cached_property
    def text(self) -> Text:
        """The choice in words, with its days."""
        ru, en = Way(self.way).text.ru, Way(self.way).text.en
        if self.since is not None:
            ru, en = f"{ru} с {self.since:%d.%m.%Y}", f"{en} from {self.since.isoformat()}"
        if self.until is not None:
            ru, en = f"{ru} по {self.until:%d.%m.%Y}", f"{en} to {self.until.isoformat()}"
        if self.grade is Grade.ASSUMED:
            ru, en = f"{ru} (взято по смыслу)", f"{en} (taken from the sense)"
        return Text(ru, en)
