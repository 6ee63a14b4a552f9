"""Дело, которое молчит (silent): an extract is handed in, and the case of its number has nothing to show.

A record was annulled, a certificate was not formed or an agreement not concluded by the day, or an order cancelled.
The book holds the case, so the extract is not a matter of another book: what it says is not so.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from law189.casebook.cycles import CYCLES
from law189.casebook.differing import written
from law189.casebook.extracted import extract_of
from law189.casebook.keys import BY, number, once_given
from law189.casebook.shelf import Shelf
from law189.cases.history import Event, History, RecordAnnulled
from law189.extracts import OrderExtract
from law189.extracts.extract import Extract
from law189.law import Source, Text, about
from law189.rules import reconciliation
from law189.verdict import Verdict
from law189.workflows import agreement, certificate, contract, order, selection

__all__ = [
    "GIVES",
    "came_about",
    "known_by",
    "not_said",
    "said_of",
    "silent",
    "silent_case",
    "withdrawn",
]

SINCE: Mapping[Source, str] = {
    Source.ORDER: "approved_on",
    Source.REGISTER: "included_on",
    Source.AGREEMENT: "concluded_on",
    Source.CERTIFICATE: "formed_on",
    Source.CONTRACT: "concluded_on",
}
"""The fact that says since when what an extract shows has been so."""
GIVES: Mapping[Source, type[Event]] = {
    Source.ORDER: order.Approved,
    Source.REGISTER: selection.Included,
    Source.AGREEMENT: agreement.Concluded,
    Source.CERTIFICATE: certificate.Formed,
    Source.CONTRACT: contract.Concluded,
}
"""The step from which a case has something to show."""
LATER = (Source.ORDER, Source.REGISTER, Source.AGREEMENT, Source.CERTIFICATE)
"""Of what a step asks since which day it has been so."""
ENDED: Mapping[Source, str] = {
    Source.REGISTER: "excluded_on",
    Source.AGREEMENT: "ended_on",
    Source.CERTIFICATE: "ended_on",
}
"""The fact that says since when it has not been so any more."""


def known_by(shelf: Shelf, source: Source, written_as: str) -> Iterator[History[Any]]:
    """The cases that have or once had that number, those that have it first."""
    by = BY[source]
    ids = (*shelf.found(number(by, written_as)), *shelf.found(once_given(by, written_as)))
    for one in dict.fromkeys(ids):
        case = shelf.case(one)
        if case is not None:
            yield case


def silent(source: Source, case: History[Any], on: date) -> bool:
    """Whether the case has nothing to show on the day: what gives it something was not done, or was an error."""
    done = any(event.on <= on for event in case.events(GIVES[source]))
    return not done or any(event.on <= on for event in case.events(order.Cancelled))


def came_about(source: Source, cases: Iterable[History[Any]], on: date) -> Extract | None:
    """What the first of the cases shows that came about on a later day than `on`, as far as it was known by then.

    It says since when what it shows is so, and so that it was not yet on the day. An extract of a contract is not
    asked of its day, and nothing comes of it here.
    """
    for case in cases if source in LATER else ():
        later = min((event.on for event in case.events(GIVES[source])), default=on)
        extract = extract_of(source, case, later) if later > on else None
        if extract is not None:
            return extract.model_copy(update={"as_of": on})
    return None


def said_of(case: History[Any]) -> Text:
    """What the case is, and how far it has come."""
    cycle = CYCLES[case.lifecycle]
    state = cycle.words[case.state]
    return Text(f"{cycle.title.ru}: {state.ru}", f"{cycle.title.en}: {state.en}")


def silent_case(shelf: Shelf, source: Source, handed: Extract, on: date) -> History[Any] | None:
    """The case that the extract handed in is of, where it is silent; None where the book does not hold it."""
    held = [case for case in known_by(shelf, source, written(handed)) if _is_of(case, handed)]
    return held[0] if held and all(silent(source, case, on) for case in held) else None


def _is_of(case: History[Any], handed: Extract) -> bool:
    """Whether an order is of the same year; else the number is enough."""
    if isinstance(handed, OrderExtract):
        return any(getattr(record.event, "year", None) == handed.year for record in case.records)
    return True


def not_said(source: Source, handed: Extract, case: History[Any]) -> Verdict:
    """That the case does not say since when what the extract shows has been so."""
    name = SINCE[source]
    words = about(type(handed), name)
    assert words is not None, "every field of an extract says what it is"
    return reconciliation.extract_agrees(
        CYCLES[case.lifecycle].title,
        written(handed),
        handed.as_of,
        fact=words.title,
        handed=getattr(handed, name),
        case=case.id,
        held=None,
    )


def withdrawn(source: Source, handed: Extract, case: History[Any], on: date) -> Extract:
    """The extract as the book gives it on the day: ended when the record was annulled, an order not published.

    An extract of a contract stays as it is: what it shows says nothing of whether it is in force.
    """
    if source is Source.ORDER:
        return handed.model_copy(update={"as_of": on, "published_on": None})
    if source not in ENDED:
        return handed
    days = [one.on for record in case.records if isinstance(one := record.event, RecordAnnulled)]
    gone = max([getattr(handed, SINCE[source]), *(day for day in days if day <= on)])
    return handed.model_copy(update={"as_of": on, ENDED[source]: gone})
