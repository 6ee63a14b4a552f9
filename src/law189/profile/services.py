"""Услуги (services): the list of services, who is left out of it, and the way of selection chosen for them."""

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from law189.extracts import Way
from law189.law import Cite, Day, Entry, Grade, Period, Text

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


class Selection(Period):
    """Способ отбора исполнителей: which way, on which days, by which provision of the law.

    `services` is where the source says for which services.
    """

    way: Literal[Way.CERTIFICATE, Way.COMPETITION]
    since: Day | None = None
    until: Day | None = None
    law: Cite | None = None
    services: Cite | None = None
    cite: Cite
    grade: Grade = Grade.FULL_TEXT

    @cached_property
    def text(self) -> Text:
        """The choice in words, with its days."""
        ru, en = Way(self.way).text.ru, Way(self.way).text.en
        if self.days is not None:
            ru, en = f"{ru} {self.days.ru}", f"{en} {self.days.en}"
        if self.grade is Grade.ASSUMED:
            ru, en = f"{ru} (взято по смыслу)", f"{en} (taken from the sense)"
        return Text(ru, en)
