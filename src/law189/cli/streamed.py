"""Ответ по частям (streamed): one JSON value, written while its entries are made.

What a file came to is one object with a list of histories. It is written as `json.dumps` with two spaces would
write the whole, and only one entry is in memory at once.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from law189.cli.console import say_bytes, shown_as_json

__all__ = ["say_streamed"]


def say_streamed(whole: Mapping[str, Any], name: str, entries: Iterable[Any]) -> None:
    """The object as JSON, with the entries as the list of that name, which `whole` has in its place."""
    opening = "{"
    for key, value in whole.items():
        say_bytes(f"{opening}\n  {json.dumps(key)}: ".encode())
        opening = ","
        if key == name:
            _say_list(entries)
        else:
            say_bytes(_inside(value, 1))
    say_bytes(b"\n}\n")


def _say_list(entries: Iterable[Any]) -> None:
    opening, closing = b"[", b"[]"
    for entry in entries:
        say_bytes(opening + b"\n    " + _inside(entry, 2))
        opening, closing = b",", b"\n  ]"
    say_bytes(closing)


def _inside(value: Any, depth: int) -> bytes:
    """The value as JSON, as it stands that deep inside another."""
    return shown_as_json(value).replace("\n", "\n" + "  " * depth).encode()
