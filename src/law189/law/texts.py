"""Тексты значения (texts): every text in plain values and words, in any order or each at its place.

>>> sorted(texts({"ключ": ["раз", 2]})), [*texts_at({"ключ": ["раз", 2]})]
(['ключ', 'раз'], [(('ключ',), 'ключ'), (('ключ', 0), 'раз')])
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import NoneType

from pydantic import BaseModel

from law189.law.signs import hidden
from law189.law.text import Text

__all__ = ["readable", "texts", "texts_at"]


def readable(said: Sequence[str]) -> bool:
    """Whether every text is one that a person can read: none is blank, none has a sign that nobody can see."""
    return hidden("".join(said)) is None and not any(map(str.isspace, said))


def texts(value: object) -> list[str]:
    """Every text in plain values and words, keys among them, in any order; an entry saw to its own."""
    found: list[str] = []
    ahead: list[object] = [value]
    while ahead:
        one = ahead.pop()
        if isinstance(one, str):
            found.append(one)
        elif type(one) in _NO_TEXT or isinstance(one, BaseModel):
            continue
        elif isinstance(one, list | tuple | set | frozenset):
            ahead += one
        elif isinstance(one, Text):
            ahead += (one.ru, one.en)
        elif isinstance(one, dict | Mapping):
            ahead += one
            ahead += one.values()
    return found


_NO_TEXT = frozenset({NoneType, bool, int, date, Decimal})
"""The commonest values in which there is no text."""


def texts_at(value: object) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """Every text in plain values and words, with its place; an entry has seen to its own."""
    ahead: list[tuple[tuple[int | str, ...], object]] = [((), value)]
    while ahead:
        at, one = ahead.pop()
        if isinstance(one, str):
            yield at, one
        elif isinstance(one, Text):
            ahead += (((*at, "en"), one.en), ((*at, "ru"), one.ru))
        elif isinstance(one, Mapping):
            for key, within in reversed(list(one.items())):
                if isinstance(key, str):
                    ahead += (((*at, key), within), ((*at, key), key))
        elif isinstance(one, list | tuple | set | frozenset):
            ahead += [((*at, place), within) for place, within in enumerate(one)][::-1]
