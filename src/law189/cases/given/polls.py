"""Заочное голосование (polls): to whom answer sheets went, until which day answers are taken, who answered."""

from typing import Annotated

from law189.cases.given.meeting import Seats
from law189.law import About, Day, Source

__all__ = ["Answered", "LastDayOfAnswers", "Polled"]

LastDayOfAnswers = Annotated[
    Day,
    About.of(
        "последний день ответов",
        "last day of answers",
        "До какого дня включительно принимают ответы.",
        "The last day on which answers are taken.",
    ),
]
Polled = Annotated[
    Seats | None,
    About.of(
        "опрошены",
        "polled",
        "Места, которым направлены опросные листы; если не указано, всем замещённым.",
        "The seats to which answer sheets were sent; where left out, every filled seat.",
        source=Source.SEATS,
    ),
]
Answered = Annotated[
    Seats,
    About.of(
        "ответили",
        "answered",
        "Места, которые ответили.",
        "The seats that answered.",
        source=Source.SEATS,
    ),
]
