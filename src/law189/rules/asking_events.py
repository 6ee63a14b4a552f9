"""Что спросить о событии (asking of events): what gives the day from which an act counts a term.

>>> event_day("decision_term", Text("слушаний", "the hearings")).told.ru
'день слушаний (event_on[decision_term])'
"""

from dataclasses import replace

from law189.extracts import Extract
from law189.law import Act, Text, about
from law189.rules import asking
from law189.verdict import Ask

__all__ = ["event_day", "published", "shown"]


def event_day(name: str, of: Text) -> Ask:
    """The day of the event from which an act counts the term of that name, among the facts of the step."""
    return replace(asking.occasion(of)[0], path=f"event.event_on[{name}]")


def published(adopted: Act) -> Ask:
    """The day on which an adopted act was officially published, in the profile beside that act."""
    said = adopted.label
    return Ask(
        f"profile.adopted[{adopted.id}].act.published_on",
        Text(f"день официального опубликования {said.of}", f"the day of official publication of {said.en}"),
        asking.KEEPER,
    )


def shown(name: str, kind: type[Extract], day: str) -> Ask:
    """The day that the extract in the field of that name leaves out."""
    said = about(kind, day)
    assert said is not None, f"{kind.__name__}.{day} is described"
    told = asking.extract(name)
    return replace(told, path=f"{told.path}.{day}", title=said.title)
