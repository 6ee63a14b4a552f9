"""Русское слово вместо кода (a Russian word in place of a code or a key): which of them it is in Russian.

The words are those that the codes and the fields say of themselves.

>>> from law189.law.act import Grade
>>> code_of("по выдержке", ["full_text", "excerpt", "assumed"])
'excerpt'
>>> key_of("наименование", ["title", "number"])
'title'
>>> key_of("погода", ["title", "number"]) is None
True
"""

import difflib
import re
from collections.abc import Collection, Iterator
from typing import get_args

from law189.law import Entry, Vocabulary
from law189.law.about import about

__all__ = ["code_of", "holders_of", "key_of"]

_ALIKE = 0.72  # how much a word must read like another to be taken for it
_LONG = 60  # the most signs of a word that is looked for
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
    "%": "percent",
    "конечн": "final",
}
"""The beginning of a word for which documents have another than the code says of itself."""


def code_of(said: str, codes: Collection[str]) -> str | None:
    """The code that the Russian word is; None where it is none of them."""
    if len(said) > _LONG:
        return None
    word = said.strip().casefold()
    found = next((code for code, told in _words(codes) if told.casefold() == word), None)
    found = found or next(
        (code for stem, code in _CODES.items() if word.startswith(stem) and code in codes), None
    )
    return found or (_closest(word, _words(codes)) if re.search("[а-яё]", word) else None)


def key_of(said: str, keys: Collection[str]) -> str | None:
    """The key that the Russian word is; None where it is none of them."""
    if len(said) > _LONG:
        return None
    word = re.sub(r"[\s_-]+", " ", said).strip().casefold()
    if re.search("[а-яё]", word) is None:
        return None
    if (found := _KEYS.get(word)) in keys:
        return found
    return _closest(word, _titles(keys))


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


def _closest(word: str, words: Iterator[tuple[str, str]]) -> str | None:
    """The code whose words begin or read like the word; None where none does."""
    best, found = _ALIKE, None
    for code, said in words:
        told = said.casefold()
        alike = difflib.SequenceMatcher(None, word, told).ratio()
        if word == told or (len(word) > 3 and re.search(rf"\b{re.escape(word[:-1])}\w{{0,2}}\b", told)):
            alike = 1 + 1 / len(told)
        if alike > best:
            best, found = alike, code
    return found


def _words(codes: Collection[str]) -> Iterator[tuple[str, str]]:
    for vocabulary in Vocabulary.__subclasses__():
        if set(codes) <= set(vocabulary):
            yield from ((member.value, member.text.ru) for member in vocabulary if member.value in codes)


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
