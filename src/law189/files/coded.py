"""Русское слово вместо кода (a Russian word in place of a code or a key): which of them it is in Russian.

The words are those that the codes and the fields say of themselves.

>>> from law189.law.act import Grade
>>> from law189.extracts.parties import Sector
>>> [*codes_of("по выдержке", list(Grade))], [*codes_of("учреждение", list(Sector))]
(['excerpt'], ['state', 'municipal', 'non-state'])
>>> keys_of("наименование", ["title", "number"]), keys_of("погода", ["title", "number"])
(['title'], [])
"""

import difflib
import re
from collections.abc import Collection, Iterable, Iterator
from typing import get_args

from law189.law import Entry, Text, Vocabulary
from law189.law.about import about

__all__ = ["closest", "codes_of", "holders_of", "keys_of", "worded_codes"]

_ALIKE = 0.72  # how much a word must read like another to be taken for it
_AS_MUCH = 0.05  # how much less alike another may read and still be one that may be meant
_LONG = 60  # the most signs of a word that is looked for
_MOST = 5  # the most that are said to be meant
_KEYS = {
    "наименование": "title",
    "название": "title",
    "дата": "date",
    "номер": "number",
    "адрес": "cite",
    "пункт": "cite",
    "значение": "value",
    "вид": "kind",
    "срок": "term",
    "должность": "office",
    "роль": "role",
    "цели": "goals",
    "этапы": "stages",
    "органы": "bodies",
    "приложение": "annex",
}
"""What a key is called in documents, where it says of itself something longer."""
_CODES = {
    "электронн": "electronic",
    "бумажн": "paper",
    "конкурс": "competition",
    "сертификат": "certificate",
    "заочн": "absentee",
    "очн": "meeting",
    "человеко-д": "person-days",
    "чел.-д": "person-days",
    "чел-д": "person-days",
    "чел/д": "person-days",
    "чел. д": "person-days",
    "чел.д": "person-days",
    "человеко": "person-hours",
    "чел.-ч": "person-hours",
    "чел-ч": "person-hours",
    "чел/ч": "person-hours",
    "чел. ч": "person-hours",
    "чел.ч": "person-hours",
    "чел": "persons",
    "койк": "bed-days",
    "услуг": "services",
    "руб": "roubles",
    "ед": "units",
    "%": "percent",
    "конечн": "final",
    "квартал": "quarter",
    "полугод": "half_year",
    "месяц": "month",
    "год": "year",
    "ежегодн": "yearly",
    "не реже": "regular",
    "по мере": "as_needed",
    "не позднее": "not_later",
}
"""The beginning of a word for which documents have another than the code says of itself."""


def codes_of(said: str, codes: Collection[str]) -> dict[str, Text]:
    """Each code that the Russian word may be, with what it says of itself; none where it is none of them."""
    if len(said) > _LONG:
        return {}
    word, known = said.strip().casefold(), dict(_words(codes))
    found = [code for code, told in known.items() if told.ru.casefold() == word]
    found = found or [code for stem, code in _CODES.items() if word.startswith(stem) and code in codes][:1]
    if not found and re.search("[а-яё]", word):
        found = closest(word, ((code, told.ru) for code, told in known.items()))
    return {code: known.get(code) or Text(code, code) for code in found}


def worded_codes(codes: Collection[str]) -> dict[str, Text]:
    """Each code, with what it says of itself; the code itself where it says nothing."""
    known = dict(_words(codes))
    return {code: known.get(code) or Text(code, code) for code in codes}


def keys_of(said: str, keys: Collection[str]) -> list[str]:
    """Each key that the Russian word may be."""
    if len(said) > _LONG:
        return []
    word = re.sub(r"[\s_-]+", " ", said).strip().casefold()
    if re.search("[а-яё]", word) is None:
        return []
    found = _KEYS.get(word)
    return [found] if found is not None and found in keys else closest(word, _titles(keys))


def holders_of(said: str, keys: Collection[str]) -> list[str]:
    """The keys of an entry within which the key `said` may stand; `keys` are all those of the entry.

    >>> from law189.law import Act
    >>> holders_of("subitems", Act.known_keys())
    ['numbering']
    """
    entry = next((one for one in _subclasses(Entry) if one.known_keys() == tuple(keys)), None)
    if entry is None:
        return []
    fields = zip(keys, entry.model_fields.values(), strict=True)
    return [key for key, field in fields if any(said in one.known_keys() for one in _held(field.annotation))]


def _held(annotation: object) -> Iterator[type[Entry]]:
    """Every entry that a type holds."""
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        yield annotation
    for inner in get_args(annotation):
        yield from _held(inner)


def closest(word: str, words: Iterable[tuple[str, str]]) -> list[str]:
    """Every code whose words have the word in them, or else those that read most like it."""
    within: list[str] = []
    alike: dict[str, float] = {}
    for code, said in words:
        told = said.casefold()
        if told == word:
            return [code]
        if len(word) > 3 and re.search(rf"\b{re.escape(word[:-1])}\w{{0,2}}\b", told):
            within.append(code)
        alike[code] = max(alike.get(code, 0), difflib.SequenceMatcher(None, word, told).ratio())
    if within:
        return list(dict.fromkeys(within))[:_MOST]
    best = max(alike.values(), default=0.0)
    return [code for code, much in alike.items() if much > _ALIKE and much >= best - _AS_MUCH][:_MOST]


def _words(codes: Collection[str]) -> Iterator[tuple[str, Text]]:
    """What the codes say of themselves: by the vocabulary that has just these, else by those that have them all.

    Where several have them and say different things of one, none is the vocabulary of the key, and nothing is said.
    """
    holding = [one for one in Vocabulary.__subclasses__() if set(codes) <= set(one)]
    found = [one for one in holding if set(codes) == set(one)] or holding
    told: dict[str, Text] = {}
    for member in (member for one in found for member in one if member.value in codes):
        if told.setdefault(member.value, member.text) != member.text:
            return
    yield from told.items()


def _titles(keys: Collection[str]) -> Iterator[tuple[str, str]]:
    for entry in _subclasses(Entry):
        known = entry.known_keys()
        for name, key in zip(entry.model_fields, known, strict=True):
            words = about(entry, name) if key in keys else None
            if words is not None:
                yield key, words.title.ru


def _subclasses(entry: type[Entry]) -> Iterator[type[Entry]]:
    for one in entry.__subclasses__():
        yield one
        yield from _subclasses(one)
