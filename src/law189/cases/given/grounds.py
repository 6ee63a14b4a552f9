"""Причины и основания (grounds): why a step is taken, and on which ground."""

from typing import Annotated

from law189.extracts import Words
from law189.law import About, Source

__all__ = [
    "ApplicationRefusal",
    "Because",
    "ExclusionGround",
    "Reason",
    "RecipientRefusal",
    "TerminationGround",
]

Because = Annotated[
    Words,
    About.of(
        "обстоятельства",
        "circumstances",
        "Что подтверждает основание: факт и документ.",
        "What bears the ground out: the fact and the document.",
        example="заявление от 12.01.2024 № 7",
    ),
]
Reason = Annotated[
    Words,
    About.of(
        "причина",
        "reason",
        "Почему делают этот шаг.",
        "Why the step is taken.",
        example="изменился объём средств",
    ),
]
ApplicationRefusal = Annotated[
    Words,
    About.of(
        "основание",
        "ground",
        "Основание из перечня, который установил акт.",
        "A ground of the list that the act sets.",
        source=Source.ENTRIES,
        slot="selection.refusal_grounds",
    ),
]
ExclusionGround = Annotated[
    Words,
    About.of(
        "основание",
        "ground",
        "Основание из перечня, который установил акт.",
        "A ground of the list that the act sets.",
        source=Source.ENTRIES,
        slot="selection.exclusion_grounds",
    ),
]
RecipientRefusal = Annotated[
    Words,
    About.of(
        "основание",
        "ground",
        "Основание из перечня, который установил акт.",
        "A ground of the list that the act sets.",
        source=Source.ENTRIES,
        slot="certificate.refusal_grounds",
    ),
]
TerminationGround = Annotated[
    Words,
    About.of(
        "основание",
        "ground",
        "На каком основании расторгают.",
        "The ground of the termination.",
        example="исключение из реестра",
    ),
]
