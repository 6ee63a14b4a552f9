"""Слова схем (schema words): a title and a description in a schema are Russian; `x-law189` has both languages.

pydantic makes a title of a name in code, and a description of a docstring, which goes on in English. A name is no
title for a person, so it is left out; of a docstring the Russian words that it opens with are the description.

>>> in_russian_words({"title": "Signer", "description": "Кто подписал: who signed it, and when."})
{'description': 'Кто подписал.'}
>>> russian_opening("The same words in both languages."), russian_opening("День по `on`; later ones are left out.")
('', 'День по `on`.')
"""

import re
from collections.abc import Mapping
from typing import Any

from law189.kinds.asked import asked

__all__ = ["in_russian_words", "russian_opening"]

_RUSSIAN = re.compile("[А-Яа-яЁё]")
_ENGLISH = re.compile(r"`[^`]*`|(?P<word>[A-Za-z]+)")
_PARTS = re.compile(r"[:;,.(—]")
_NAMED = ("properties", "$defs", "patternProperties")
"""Words of a schema whose values are schemas by names of their own."""
_VALUES = ("const", "default", "enum", "examples", "x-law189", "required", "discriminator")
"""Words of a schema whose values are no schemas."""


@asked
def in_russian_words(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The schema with Russian titles and descriptions alone, in every schema within it too."""
    told: dict[str, Any] = {}
    for word, value in schema.items():
        if word == "title":
            said = value if _RUSSIAN.search(value) else ""
        elif word == "description":
            said = value if "x-law189" in schema else russian_opening(value)
        else:
            told[word] = _within(word, value)
            continue
        told |= {word: said} if said else {}
    return told


def _within(word: str, value: Any) -> Any:
    if word in _VALUES:
        return value
    if isinstance(value, list):
        return [_within("", one) for one in value]
    if not isinstance(value, dict):
        return value
    if word in _NAMED:
        return {name: _within("", one) for name, one in value.items()}
    return in_russian_words(value)


@asked
def russian_opening(words: str) -> str:
    """The Russian words that a docstring opens with, as a sentence; empty where it opens in English."""
    first = words.partition("\n\n")[0]
    english = next((found.start() for found in _ENGLISH.finditer(first) if found["word"]), None)
    if english is None:
        return " ".join(first.split())
    ends = [found.start() for found in _PARTS.finditer(first, 0, english)]
    opening = " ".join(first[: ends[-1] if ends else 0].split())
    return f"{opening}." if _RUSSIAN.search(opening) else ""
