"""Услуги (services): the list of services, who is left out of it, and the way of selection chosen for them."""

import re
import unicodedata
from collections.abc import Callable
from functools import cached_property
from typing import Annotated, Literal

from law189.extracts import Way
from law189.files.wording import in_latin, in_russian_letters
from law189.law import Cite, Description, Entry, Grade, Period, Text, Words
from law189.numbers import same_service
from law189.profile.references import ListedService
from law189.profile.words import services as words
from law189.profile.words.common import Cited, Known, Since, Until

__all__ = ["ExcludedProvider", "Selection", "Service", "stems"]


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

    @cached_property
    def stems(self) -> Text:
        """The words of its name without their endings, in each language (see `stems`)."""
        return stems(self.name)


def stems(name: Text) -> Text:
    """The words of a name without their endings, in the alphabet of each language, a blank before and after each.

    That is what no inflection changes: a name that is said somewhere stands there whole, word by word.
    """
    return Text(_stems(name.ru, in_russian_letters), _stems(name.en, in_latin))


def _stems(name: str, letters: Callable[[str], str]) -> str:
    plain = unicodedata.normalize("NFKC", name).replace("ё", "е").replace("Ё", "Е")
    words = _WORD.findall(letters(letters(plain).casefold()))
    return f" {' '.join([_ENDING.sub('', word) for word in words])} "


_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(
    r"(?<=\w{3})(?:ами|ями|ого|его|ому|ему|ыми|ими|ая|яя|ой|ей|ую|юю|ою|ею|ые|ие|ых|их|ым|им|ом|ем|ам|ям|ах|ях"
    r"|[аяыиуюеоь]|(?<=[a-z])s)$"
)
"""The ending of a Russian noun or adjective, the plural of an English noun."""


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
