"""Общие поля (common): fields that many entries have, each described once with its type."""

from typing import Annotated

from law189.law import About, Cite, Day, Grade, Text
from law189.law.words import CITE, GRADE, SINCE, UNTIL

__all__ = ["Cited", "Known", "Since", "Titled", "Until"]

Cited = Annotated[Cite, CITE]
Since = Annotated[Day | None, SINCE]
Until = Annotated[Day | None, UNTIL]
Known = Annotated[Grade, GRADE]
Titled = Annotated[
    Text,
    About.of(
        "наименование",
        "title",
        "Как это названо в источнике, на двух языках.",
        "What the source calls it, in both languages.",
    ),
]
