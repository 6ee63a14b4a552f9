"""Акт и адреса в нём (acts, and addresses within them).

Every answer has an address in law. This module knows how an act numbers its provisions
and how a lawyer writes such an address in Russian and in English. It reads no files: acts
arrive as values.

>>> from datetime import date
>>> decree = Act(
...     id="kemerovo-2993", number="2993", date=date(2023, 9, 22),
...     title=Text("Об организации оказания услуг", "On organising services"),
...     label=ActLabel(ru="постановление № 2993", of="постановления № 2993",
...                    to="постановлению № 2993", en="decree No 2993"))
>>> decree.cite("app3.5.5").label.ru
'п. 5.5 прил. 3 к постановлению № 2993'
>>> decree.cite("annex 3")
Traceback (most recent call last):
    ...
law189.law.act.UnknownProvision: kemerovo-2993 has no address «annex 3»; write it like p3.1, ...
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
)

from law189.law import words
from law189.law.entry import Day, Entry
from law189.law.text import Law189Error, Text, Vocabulary, flaw

__all__ = ["Act", "ActLabel", "Citation", "Cite", "Grade", "Numbering", "UnknownProvision"]

_STRICT = ConfigDict(extra="forbid")


class UnknownProvision(Law189Error, LookupError):
    """An address that the act cannot have; the message says which form was needed."""


class Grade(Vocabulary):
    """How well a norm is known: read in full, seen quoted, or chosen by this library."""

    FULL_TEXT = "full_text", "прочитано полностью", "read in full"
    EXCERPT = "excerpt", "известно по выдержке", "known by an excerpt"
    ASSUMED = "assumed", "принято библиотекой", "assumed by this library"


@dataclass(frozen=True, slots=True)
class Citation:
    """Адрес нормы: the act's id, the address within it, and how a lawyer writes it."""

    act: str
    address: str
    label: Text
    __pydantic_config__: ClassVar = _STRICT

    @property
    def id(self) -> str:
        """`act/address`, as the list of provisions writes it."""
        return f"{self.act}/{self.address}"


Words = Annotated[str, Field(min_length=1)]


class ActLabel(Entry):
    """The act's short name: Russian nominative (`ru`), genitive (`of`), dative (`to`), and English."""

    ru: Annotated[Words, words.NOMINATIVE]
    of: Annotated[Words, words.GENITIVE]
    to: Annotated[Words, words.DATIVE]
    en: Annotated[Words, words.ENGLISH]


class Numbering(Entry):
    """What an act's own numbers mean, where they are not plain «пункт».

    `subitems` lists the addresses whose children are «подпункты», `paragraphs` those whose children
    are unnumbered «абзацы», `rows` the annexes that are tables of goals and rows.
    """

    subitems: Annotated[tuple[str, ...], words.SUBITEMS] = ()
    paragraphs: Annotated[tuple[str, ...], words.PARAGRAPHS] = ()
    rows: Annotated[tuple[str, ...], words.ROWS] = ()


_ARTICLE = re.compile(r"art(\d+(?:\.\d+)*)(?:\.part(\d+))?(?:\.item(\d+))?", re.ASCII)
_ITEM = re.compile(r"(?:app(?P<app>\d+)|p(?P<p>\d+))(?P<rest>(?:\.\d+)*)", re.ASCII)
_ADDRESS = (
    r"^([a-z0-9-]+/)?(act|preamble|title|art[0-9]+(\.[0-9]+)*(\.part[0-9]+)?(\.item[0-9]+)?"
    r"|(app|p)[0-9]+(\.[0-9]+)*)$"
)
"""What the JSON Schema says of an address in a file; the acts that it may name are known to the reader only."""
_WHOLE = {
    "act": None,
    "preamble": Text("преамбула", "preamble"),
    "title": Text("наименование", "title"),
}


class Act(Entry):
    """Правовой акт: who issued it, when, under which number, and how its provisions are addressed.

    `number` and `date` are None where the source names the act without them.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$"), words.ACT_ID]
    number: Annotated[str | None, words.NUMBER]
    date: Annotated[Day | None, words.DATE]
    title: Annotated[Text, words.ACT_TITLE]
    label: Annotated[ActLabel, words.LABEL]
    numbering: Annotated[Numbering, words.NUMBERING] = Numbering()
    published_on: Annotated[Day | None, words.PUBLISHED_ON] = None
    grade: Annotated[Grade, words.GRADE] = Grade.FULL_TEXT

    def cite(self, address: str) -> Citation:
        """The citation of `address`: `p3.1.1`, `app3.5.5`, `art20.part1`, `preamble` or `act`.

        Raises `UnknownProvision` where the address has no such form.
        """
        return Citation(self.id, address, self._label(address))

    def _label(self, address: str) -> Text:
        if address in _WHOLE:
            words = _WHOLE[address]
            if words is None:
                return Text(self.label.ru, self.label.en)
            return Text(f"{words.ru} {self.label.of}", f"{words.en} of {self.label.en}")
        if article := _ARTICLE.fullmatch(address):
            return self._article(*article.groups())
        item = _ITEM.fullmatch(address)
        if item is None:
            raise UnknownProvision(
                f"{self.id} has no address «{address}»; write it like p3.1, app3.5.5 or art20.part1"
            )
        numbers = item["rest"].split(".")[1:]
        if item["app"] is None:
            words = self._words(address, "p" + item["p"], [item["p"], *numbers], start=1)
            return Text(f"{words.ru} {self.label.of}", f"{words.en} of {self.label.en}")
        annex = Text(f"прил. {item['app']} к {self.label.to}", f"annex {item['app']} to {self.label.en}")
        if not numbers:
            return annex
        words = self._words(address, "app" + item["app"], numbers, start=0)
        return Text(f"{words.ru} {annex.ru}", f"{words.en} of {annex.en}")

    def _words(self, address: str, root: str, numbers: list[str], start: int) -> Text:
        """«подп. 1 п. 3.1», «абз. 2 п. 8», «строка 3 цели 1» or plain «п. 5.5»."""
        if root in self.numbering.rows:
            goal, *row = numbers
            if row:
                return Text(f"строка {row[0]} цели {goal}", f"row {row[0]} of goal {goal}")
            return Text(f"цель {goal}", f"goal {goal}")
        parent, _, last = address.rpartition(".")
        if len(numbers) > start:
            for parents, ru, en in (
                (self.numbering.subitems, "подп.", "sub-item"),
                (self.numbering.paragraphs, "абз.", "paragraph"),
            ):
                if parent in parents:
                    above = ".".join(numbers[:-1])
                    return Text(f"{ru} {last} п. {above}", f"{en} {last} of item {above}")
        whole = ".".join(numbers)
        return Text(f"п. {whole}", f"item {whole}")

    def _article(self, article: str, part: str | None, item: str | None) -> Text:
        ru, en = f"ст. {article} {self.label.of}", f"article {article} of {self.label.en}"
        if part:
            ru, en = f"ч. {part} {ru}", f"part {part} of {en}"
        if item:
            ru, en = f"п. {item} {ru}", f"item {item} of {en}"
        return Text(ru, en)


def _resolve(value: object, info: ValidationInfo) -> object:
    """Read `app3.5.5` or `189-fz/art20.part1` against the acts that the reader knows."""
    if not isinstance(value, str):
        return value
    context: Any = info.context if isinstance(info.context, dict) else {}
    resolve: Callable[[str], Citation] | None = context.get("cite")
    if resolve is None:
        raise flaw(
            "cite_alone",
            f"адрес {value!r} читается только вместе с актом",
            f"the address {value!r} is read only together with its act",
        )
    return resolve(value)


_WrittenCite = Annotated[str, Field(pattern=_ADDRESS)]
Cite = Annotated[Citation, BeforeValidator(_resolve, json_schema_input_type=_WrittenCite)]
"""A citation; in a file the bare address, `act/address` where it is of another act."""
