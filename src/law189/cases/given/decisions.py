"""Решение (decisions): which office decided what the law leaves unknown, when and why."""

from typing import Annotated

from law189.extracts import Words
from law189.law import About, Day

__all__ = ["DecidedBy", "DecidedOn", "Grounds"]

DecidedBy = Annotated[
    Words,
    About.of(
        "кто решил",
        "who decided",
        "Должность того, кто принял решение, без фамилии.",
        "The office of whoever decided, without a name of a person.",
        example="заместитель главы города",
    ),
]
DecidedOn = Annotated[
    Day,
    About.of(
        "день решения",
        "day of the decision",
        "В какой день принято решение.",
        "The day on which it was decided.",
    ),
]
Grounds = Annotated[
    Words,
    About.of(
        "чем обосновано",
        "what it rests on",
        "Документ или обстоятельство, из-за которых решено так.",
        "The document or circumstance that the decision rests on.",
        example="письмо от 12.01.2024 № 7",
    ),
]
