"""Слова шага (steps): what every event says of itself: its kind, its day, who took the step."""

from typing import Annotated

from law189.extracts import Words
from law189.law import About, Day, Source, Text

__all__ = ["KIND", "By", "On"]

KIND = About.of("вид шага", "kind of step", "Код события.", "The code of the event.")
On = Annotated[
    Day,
    About.of("день", "day", "В какой день сделан шаг.", "The day on which the step was taken."),
]
By = Annotated[
    Words,
    About(
        Text("кто", "by whom"),
        Text(
            "Орган, место в группе или сторона, которые сделали шаг.",
            "The body, seat or party that took the step.",
        ),
        source=Source.ACTORS,
    ),
]
