r"""Чистая строка (a clean line): a line of JSON in which nothing is wrong, read once and without places.

Whatever is not clean, or only may not be, goes to the careful reader, which names every fault; so this one says
nothing of what it does not take. What it takes, the careful reader takes too, and as the same value.

>>> from pydantic import TypeAdapter
>>> adapter = TypeAdapter(dict[str, int])
>>> clean(b'{"amount": 7}\n', adapter), clean(b'{"amount": 7, "amount": 8}', adapter)
({'amount': 7}, None)
"""

import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from pydantic import TypeAdapter

from law189.files.json_text import values
from law189.files.limits import VALUES
from law189.law.entry import blank
from law189.law.signs import hidden
from law189.law.texts import texts

__all__ = ["clean"]

T = TypeVar("T")
_BLANK = re.compile(r'"\s+"')
"""A text with nothing to read in it; between two texts of JSON there is always more than blanks."""
READ = {"keys": None}
"""To an entry: its signs were looked at, and nobody asks for its keys."""


def clean(data: bytes, adapter: TypeAdapter[T], also: Callable[[T], Iterable[Any]] | None = None) -> T | None:
    """The value of the line; None where the careful reader has to look.

    `also` says what else is wrong with the value. A longer line than `VALUES` might have too many of them.
    """
    if len(data) > VALUES:
        return None
    try:
        text = data.decode().rstrip("\r\n")
        if not text.isprintable() or hidden(text) is not None:
            return None
        if _BLANK.search(text):
            return None
        plain = values(text)
        if "\\" in text:
            said = "".join(texts(plain))
            if any(map(blank, texts(plain))) or not said.isprintable() or hidden(said) is not None:
                return None
        value = adapter.validate_python(plain, context=READ)
    except (ValueError, RecursionError):
        return None
    return None if also is not None and any(True for _ in also(value)) else value
