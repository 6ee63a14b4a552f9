"""Услуги (services): the list of services, who is left out of it, and the way of selection chosen for them."""

from functools import cached_property
from typing import Annotated, Literal

from law189.extracts import Way
from law189.law import Cite, Description, Entry, Grade, Period, Text, Words
from law189.numbers import same_service
from law189.profile.references import ListedService
from law189.profile.words import services as words
from law189.profile.words.common import Cited, Known, Since, Until

__all__ = ["ExcludedProvider", "Selection", "Service"]


class Service(Entry):
    """Услуга перечня: its place in the list, its unique number as the source writes it, its kind."""

    number: Annotated[Words, words.NUMBER]
    title: Annotated[Description, words.TITLE]
    direction: Annotated[Description | None, words.DIRECTION] = None
    attendance: Annotated[Description | None, words.ATTENDANCE] = None
    cite: Cited

    @property
    def id(self) -> str:
        """Its address, which is how the list of provisions calls it."""
        return self.cite.address


class ExcludedProvider(Entry):
    """Особое наименование: a kind of organisation that the decree leaves out, by its official kind name."""

    id: Annotated[str, words.EXCLUDED_ID]
    name: Annotated[Description, words.EXCLUDED_NAME]
    cite: Cited


class Selection(Period):
    """Способ отбора исполнителей: which way, on which days, by which provision of the law.

    `services` is where the source says for which services, and `numbers` are those; empty means all of the list.
    """

    way: Annotated[Literal[Way.CERTIFICATE, Way.COMPETITION, Way.TREASURY_INSTITUTION, Way.OTHER], words.WAY]
    since: Since = None
    until: Until = None
    law: Annotated[Cite | None, words.LAW] = None
    services: Annotated[Cite | None, words.SERVICES] = None
    numbers: Annotated[tuple[ListedService, ...], words.NUMBERS] = ()
    cite: Cited
    grade: Known = Grade.FULL_TEXT

    def of(self, service: str) -> bool:
        """Whether the way is chosen for the service of that number."""
        return not self.numbers or any(same_service(service, number) for number in self.numbers)

    @cached_property
    def text(self) -> Text:
        """The choice in words, with its days."""
        ru, en = Way(self.way).text.ru, Way(self.way).text.en
        if self.days is not None:
            ru, en = f"{ru} {self.days.ru}", f"{en} {self.days.en}"
        if self.numbers:
            ru, en = (
                f"{ru} (услуги: {', '.join(self.numbers)})",
                f"{en} (services: {', '.join(self.numbers)})",
            )
        if self.grade is Grade.ASSUMED:
            ru, en = f"{ru} (взято по смыслу)", f"{en} (taken from the sense)"
        return Text(ru, en)
