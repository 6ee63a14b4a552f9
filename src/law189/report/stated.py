"""Что указано в шаге (stated): the facts of an event in words, each under the title of its field.

A code stands as its words: a seat by its office, a body by its title, a service by its name with its number, an
entry of a list that an act sets by its title. What is left out is not told.

>>> from law189.profile.loader import load_profile
>>> from law189.workflows.meeting import Opened
>>> opened = Opened(on="2023-10-02", by="chair", present=("chair", "member-2"))
>>> for one in stated(opened, load_profile("kemerovo").latest, "ru"):
...     print(f"{one.title}: {one.words}")
присутствуют: председатель и заведующий экономическим отделом управления образования администрации города Кемерово
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from law189.law import Lang, Source, Text, Vocabulary, about
from law189.law.about import About
from law189.measures import Volume
from law189.numbers import service_key
from law189.profile.edition import Edition
from law189.report.page import escaped
from law189.report.tables import told_by
from law189.telling import joined, shown

__all__ = ["Stated", "html_stated", "stated", "stated_rows"]

OWN = ("kind", "on", "by")
"""What a heading tells of a step."""


class Stated(NamedTuple):
    """Указанное: the title of a field, what it holds in words, and what stands within it."""

    title: str
    words: str
    parts: tuple["Stated", ...] = ()


def stated(
    entry: BaseModel, edition: Edition, lang: Lang, left_out: tuple[str, ...] = OWN
) -> tuple[Stated, ...]:
    """Every fact that the entry holds, in the order of declaration; nothing of the fields left out."""
    return tuple(_facts(entry, edition, lang, left_out))


def _facts(entry: BaseModel, edition: Edition, lang: Lang, left_out: tuple[str, ...]) -> Iterator[Stated]:
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        if name in left_out or value is None or (not value and value not in (0, False)):
            continue
        said = about(type(entry), name) or About(Text(name, name), Text("", ""))
        yield _fact(said.title[lang], value, said, edition, lang)


def _fact(title: str, value: Any, said: About, edition: Edition, lang: Lang) -> Stated:
    if isinstance(value, Volume):
        return Stated(title, value.text[lang])
    if isinstance(value, BaseModel):
        return Stated(title, "", stated(value, edition, lang, ()))
    if isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
        parts = (
            Stated(str(number), "", stated(one, edition, lang, ())) for number, one in enumerate(value, 1)
        )
        return Stated(title, "", tuple(parts))
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return Stated(title, "", _pairs(value, said, edition, lang))
    if isinstance(value, Mapping):
        return Stated(title, "", _pairs(tuple(value.items()), said, edition, lang))
    if isinstance(value, tuple):
        return Stated(title, joined((_word(one, said, edition, lang) for one in value), lang))
    return Stated(title, _word(value, said, edition, lang))


def _pairs(pairs: tuple[Any, ...], said: About, edition: Edition, lang: Lang) -> tuple[Stated, ...]:
    """A value for each, such as the vote of each seat."""
    return tuple(
        Stated(_word(name, said, edition, lang), _word(value, said, edition, lang)) for name, value in pairs
    )


def _word(value: Any, said: About, edition: Edition, lang: Lang) -> str:
    """One value in words, by where its choices come from."""
    if isinstance(value, Vocabulary):
        return value.text[lang]
    if not isinstance(value, str):
        return shown(value, lang)
    if said.source in (Source.ACTORS, Source.SEATS):
        found = edition.titles.get(value)
        return told_by(value, lang, edition) if found is None else found[lang]
    if said.source is Source.SERVICES:
        named = [one.title[lang] for one in edition.services if service_key(one.number) == service_key(value)]
        return f"{named[0]} ({value})" if named else value
    titles = dict(_titles(said, edition))
    return titles[value][lang] if value in titles else value


def _titles(said: About, edition: Edition) -> Iterator[tuple[str, Text]]:
    """What the codes of the field are called."""
    group = edition.working_group
    if said.slot is not None:
        listed = [one for adopted in edition.adopted for one in adopted.fills if one.slot == said.slot]
        yield from ((entry.id, entry.title) for fill in listed for entry in fill.entries or ())
    if said.source is Source.SYSTEMS:
        yield from ((one.id, one.title) for one in edition.systems)
    if said.source is Source.BUSINESS and group is not None:
        yield from ((kind, one.title) for kind, one in group.business.items())


def html_stated(facts: tuple[Stated, ...]) -> Iterator[str]:
    """The facts as lines of HTML, what stands within one below it; none where there are none."""
    if not facts:
        return
    yield '<ul class="facts">'
    for one in facts:
        words = f" {escaped(one.words)}" if one.words else ""
        yield f'<li><span class="label">{escaped(one.title)}:</span>{words}'
        yield from html_stated(one.parts)
        yield "</li>"
    yield "</ul>"


def stated_rows(facts: tuple[Stated, ...], within: str = "") -> Iterator[tuple[str, str]]:
    """The facts as cells: the titles down to the fact, and its words."""
    for one in facts:
        title = f"{within}{one.title}"
        if one.words:
            yield title, one.words
        yield from stated_rows(one.parts, f"{title} — ")
