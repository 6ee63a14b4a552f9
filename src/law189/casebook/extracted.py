"""Выписка из дела (extracted): what a case of the book shows to another one on a day.

>>> from law189.workflows import order
>>> extract_of(Source.ORDER, order.lifecycle.begin("1"), date(2024, 1, 9)) is None
True
>>> [name for name, _ in ASKED[contract.Concluded]]
['certificate', 'provider', 'agreement']
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from law189.casebook.cycles import CYCLES
from law189.cases.history import Event, History
from law189.extracts.extract import Extract
from law189.files.offered import in_words
from law189.law import Source, Text, about, flaw
from law189.law.entry import sharing
from law189.workflows import agreement, certificate, contract, order, selection

__all__ = ["ASKED", "EXTRACTS", "extract_of", "is_over", "last_day", "misnamed", "names_schema"]

EXTRACTS: Mapping[Source, Callable[[History[Any], date], Extract]] = {
    Source.ORDER: order.extract,
    Source.REGISTER: selection.extract,
    Source.AGREEMENT: agreement.extract,
    Source.CERTIFICATE: certificate.extract,
    Source.CONTRACT: contract.extract,
}


def _asked_of(event: type[BaseModel]) -> tuple[tuple[str, Source], ...]:
    """The facts of the event that are extracts of cases which a book holds."""
    sources = (
        (name, None if (of := about(event, name)) is None else of.source) for name in event.model_fields
    )
    return tuple((name, source) for name, source in sources if source is not None and source in EXTRACTS)


ASKED: Mapping[type[Event], tuple[tuple[str, Source], ...]] = {
    clause.event: _asked_of(clause.event) for cycle in CYCLES.values() for clause in cycle.clauses
}
"""For each event, which of its facts are extracts, and of what."""


def last_day(extract: Extract) -> date | None:
    """The last day of what the extract is of; None where it has none."""
    last: date | None = getattr(extract, "ends_on", None) or getattr(extract, "valid_until", None)
    return last


def is_over(extract: Extract, on: date) -> bool:
    """Whether by the extract that has ended by the day, or its last day is past."""
    last = last_day(extract)
    ended = getattr(extract, "ended_on", None) or getattr(extract, "excluded_on", None)
    return (last is not None and last < on) or (ended is not None and ended <= on)


def misnamed(event: type[Event], refers_to: Iterable[str]) -> PydanticCustomError | None:
    """The refusal of the first name in `refers_to` that is no extract which the event takes; None where all are.

    >>> misnamed(contract.Concluded, ["certificat"]).context["en"]
    'the step takes no extract of that name; did you mean «certificate»?'
    """
    names = [name for name, _ in ASKED.get(event, ())]
    wrong = next((name for name in refers_to if name not in names), None)
    if wrong is None:
        return None
    if not names:
        return flaw("no_extracts", NO_EXTRACTS.ru, NO_EXTRACTS.en, within=("refers_to", wrong))
    hint = in_words(wrong, {name: _title(event, name) for name in names})
    return flaw(
        "no_extract",
        f"такой выписки шаг не берёт; {hint.ru}",
        f"the step takes no extract of that name; {hint.en}",
        within=("refers_to", wrong),
    )


def names_schema(event: type[Event]) -> dict[str, Any]:
    """What a JSON Schema of `refers_to` says beside: the names of the extracts that the event takes.

    >>> names_schema(contract.Offered)
    {'maxProperties': 0}
    """
    names = [name for name, _ in ASKED.get(event, ())]
    return {"propertyNames": {"enum": names}} if names else {"maxProperties": 0}


def _title(event: type[BaseModel], name: str) -> Text | None:
    told = about(event, name)
    return None if told is None else told.title


NO_EXTRACTS = Text(
    "этот шаг не берёт выписок из других дел; уберите refers_to",
    "this step takes no extracts of other cases; leave refers_to out",
)
"""What is said of a number in `refers_to` where the step takes no extract."""


def extract_of(source: Source, case: History[Any], on: date) -> Extract | None:
    """The extract of the case as of the day; None where it had nothing to show by then.

    None too where what happened contradicts itself, as an agreement does that ended before it was concluded: no
    extract says that, and a finding has told it where it happened.
    """
    try:
        return sharing(EXTRACTS[source](case, on))
    except (LookupError, ValidationError):
        return None
