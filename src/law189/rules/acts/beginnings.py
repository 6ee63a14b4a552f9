"""Начало действия (beginnings): from which day an act holds by its own word, and what it covers from before.

>>> begun("day_after_publication", date(2023, 9, 22), date(2023, 9, 29))
datetime.date(2023, 9, 30)
"""

from datetime import date
from typing import Any

from law189.kinds.asked import asked
from law189.law import Citation, Day, Norm, Text
from law189.profile import validity
from law189.verdict import Rule, Verdict

__all__ = ["begun", "days_after", "of_rest", "related"]

RELATIONS = Rule(
    "force.relations",
    Text(
        "Постановление{issued: от …|} действует с {since} и распространяется на отношения, возникшие с {covered}; "
        "день шага: {on}.",
        "The decree{issued: of …|} is in force from {since} and covers relations that arose from {covered}; "
        "the day of the step: {on}.",
    ),
    assumed=Text(
        "Шаг, сделанный не раньше этого дня, — отношение, на которое акт распространяется.",
        "A step taken no sooner than that day is a relation that the act covers.",
    ),
)


@asked
def of_rest(says: Norm[Any] | None) -> Any:
    """When the decree begins to hold but for its parts; None where it does not say."""
    value = None if says is None else says.value
    if isinstance(value, tuple):
        return next((part.starts for part in value if not part.of), None)
    return value


@asked
def days_after(start: Any) -> int | None:
    """How many days after publication it begins to hold; None where it does not depend on publication."""
    return validity.days_after(start)


@asked
def begun(start: Any, issued: date | None, published_on: date | None) -> date | None:
    """From which day it holds by its own word; None where that depends on a day that is not recorded."""
    return validity.begins_on(start, issued, published_on)


@asked
def related(on: date, covered: Norm[Day], issued: date | None, since: date, *cites: Citation) -> Verdict:
    """That a step of the day before the act was in force is a relation that it covers."""
    told = dict.fromkeys((*cites, covered.basis))
    return RELATIONS.judge(True, *told, issued=issued, since=since, covered=covered.value, on=on)
