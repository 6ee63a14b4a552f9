"""Замечания об образце (lints of what was left of a sample): the name of another municipality in a copied profile.

A profile is written by copying another. The municipalities of the shipped profiles are known by name; any other one
is known by the form of the words («города Осинска»), against the municipality that the profile is of. The name of a
region («Кемеровская область», «Кузбасс») is right in any of its municipalities.

>>> from law189.profile.loader import load_profile
>>> list(left_of_a_sample.find(load_profile("kemerovo").latest))
[]
>>> [town.stem for town in towns()]
['Кемеров', 'Новокузнецк']
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from law189.law import Text
from law189.lints.lint import Place, Severity, declared, texts_of
from law189.lints.municipalities import other_named
from law189.profile.edition import Edition
from law189.profile.federal import shipped_data

__all__ = ["Town", "left_of_a_sample", "towns"]

_COMMON = re.compile(r"(?i:город|муниципал|округ|район|поселен|сель|посёл|посел|край|област)")
_ENDING = re.compile(r"(?:[иыо]й|[ая]я|[ое]е|[ыи]е|[аеиоуыэюяьй])$")
_REGION = re.compile(r"\w*[\s–—-]+(?i:област|регион|губерни|государственн)")
_REGION_EN = re.compile(r"\W+(?i:region|oblast|state)")
_SITE = re.compile(r"(?<![\w@.-])(?:[\w-]+\.)+(?:ru|рф)\b")
_SHOWN = 90  # the most signs of a text that a finding shows


class Town(NamedTuple):
    """A municipality of a shipped profile: its name, what its name begins with in each language, act and sites."""

    profile: str
    stem: str
    english: str
    act: str
    sites: frozenset[str]


@cache
def towns() -> tuple[Town, ...]:
    """The municipalities of the shipped profiles."""
    return tuple(
        Town(
            name,
            _stem(plain["title"]["ru"]),
            _english(plain["title"]["en"]),
            plain["act"]["id"],
            frozenset(_SITE.findall(json.dumps(plain, ensure_ascii=False))),
        )
        for name, plain in shipped_data()["municipalities"].items()
    )


def _stem(title: str) -> str:
    """The proper name in a title, without its ending.

    >>> _stem("Новокузнецкий муниципальный округ"), _stem("Город Кемерово")
    ('Новокузнецк', 'Кемеров')
    """
    word = next(word for word in title.split() if not _COMMON.match(word))
    return _ENDING.sub("", word)


def _english(title: str) -> str:
    return next(word for word in title.split() if word[0].isupper() and word not in ("City", "Town"))


@declared(
    "A24",
    Severity.WARNING,
    Text("осталось от образца", "left of a sample"),
    Text(
        "В профиле названы другой муниципалитет, его акт или его сайт: похоже, это осталось от образца, с "
        "которого профиль скопирован. Замените на своё; если в вашем акте сказано именно так, разрешите замечание "
        "с причиной.",
        "The profile names another municipality, its act or its site: it seems to be left of the sample that the "
        "profile was copied from. Put your own in its place; where your act says so indeed, allow the lint "
        "and give the reason.",
    ),
)
def left_of_a_sample(edition: Edition) -> Iterator[Place]:
    """Texts of the profile that name another shipped municipality, and the short name of its act."""
    others = [town for town in towns() if not _is_own(town, edition)]
    for town in others:
        for own, name, words in (
            (
                edition.profile,
                town.profile,
                Text("имя профиля (profile)", "the name of the profile (profile)"),
            ),
            (
                edition.act.id,
                town.act,
                Text("краткое имя акта (act.id)", "the short name of the act (act.id)"),
            ),
        ):
            if own == name:
                yield (
                    edition.cite("act"),
                    Text(
                        f"{words.ru} — «{name}», как у образца", f"{words.en} is «{name}», that of the sample"
                    ),
                )
    for cite, text in (*texts_of(edition), *_labels(edition)):
        if any(_names(town, text) for town in others) or other_named(text.ru, edition.title.ru):
            yield (
                cite,
                Text(
                    f"профиль — «{edition.title.ru}», а здесь сказано: «{_short(text.ru)}»",
                    f"the profile is of «{edition.title.en}», and here stands «{_short(text.en)}»",
                ),
            )


def _is_own(town: Town, edition: Edition) -> bool:
    """Whether the profile is of that municipality, or of another that is called after it."""
    title = f"{edition.title.ru} {edition.title.en}"
    return town.stem in title or town.english in title


def _labels(edition: Edition) -> Iterator[Place]:
    """What the acts of the profile are called in an answer."""
    for act in (edition.act, *(ref.act for ref in edition.acts), *(one.act for one in edition.adopted)):
        if act is not None:
            yield act.cite("act"), Text(act.label.ru, act.label.en)


def _names(town: Town, text: Text) -> bool:
    """Whether the text names that municipality, and not the region that is called after it."""
    ru = (found for found in re.finditer(rf"\b(?i:{town.stem})", text.ru))
    en = (found for found in re.finditer(rf"\b{town.english}", text.en))
    return (
        any(_REGION.match(text.ru, found.end()) is None for found in ru)
        or any(_REGION_EN.match(text.en, found.end()) is None for found in en)
        or not town.sites.isdisjoint(_SITE.findall(text.ru))
    )


def _short(said: str) -> str:
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"
