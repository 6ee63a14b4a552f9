"""Схема 1 (schema one): a history as it was saved with its sentences in full, read event by event.

What is no history, or could not have been recorded, is refused with everything wrong, each by its key.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, PlainValidator, TypeAdapter, ValidationError, ValidationInfo
from pydantic_core import ErrorDetails

from law189.cases.history import Decision, Record
from law189.cases.ids import SavedId
from law189.errors import Fault, FaultyInput
from law189.files.nodes import key_of
from law189.files.refused import worded
from law189.files.wording import missing, word
from law189.law import Entry, Text
from law189.rules import CURES
from law189.verdict import Outcome, Verdict, worst

__all__ = ["SavedRecord", "fault_of", "forged", "read_event", "read_saved"]


def read_event(facts: Any, info: ValidationInfo) -> Any:
    """The event by the lifecycle that reads it; where the signs of the whole were looked at, not once more."""
    context: Mapping[str, Any] = info.context or {}
    events: TypeAdapter[Any] = context["events"]
    return events.validate_python(facts, context={"keys": None} if "keys" in context else None)


def _curing(verdict: Verdict) -> Verdict:
    """What can be done is told by the rules of today."""
    return verdict.curing(CURES)


class SavedRecord(Entry):
    """Сохранённая запись; older ones have no key `decision`."""

    event: Annotated[Any, PlainValidator(read_event)]
    state: str
    verdict: Annotated[Verdict, AfterValidator(_curing)]
    decision: Decision | None = None


class Saved(Entry):
    """Сохранённая история, as `Lifecycle.dump` writes it."""

    form: Literal[1] = Field(alias="schema")
    lifecycle: str
    id: SavedId
    records: tuple[SavedRecord, ...]


_SAVED: TypeAdapter[Saved] = TypeAdapter(Saved)


def read_saved(data: Mapping[str, Any], events: TypeAdapter[Any]) -> Saved:
    """The history that JSON holds, event by event.

    Raises `FaultyInput` with everything wrong, each by its key.
    """
    try:
        return _SAVED.validate_python(data, context={"events": events})
    except ValidationError as error:
        file = f"{word(str(data.get('lifecycle')))} {word(str(data.get('id')))}"
        raise FaultyInput(fault_of(file, details) for details in error.errors(include_url=False)) from None


def fault_of(file: str, details: ErrorDetails, within: tuple[str, ...] = ()) -> Fault:
    """What pydantic found wrong with a saved history, by its key; `within` is where what it read stands."""
    loc, kind = details["loc"], details["type"]
    if kind == "missing":
        words = missing(str(loc[-1]))
    elif kind == "extra_forbidden":
        words = Text(
            "такого ключа нет; прочтите историю той версией law189, которая её записала",
            "there is no such key; read the history with the version of law189 that wrote it",
        )
    else:
        words = worded(kind, details["input"], details.get("ctx", {}), details["msg"])
    return Fault(file, None, None, key_of((*within, *loc)), words)


def forged(record: Record[Any]) -> str | None:
    """What is wrong with the verdict and the decision of a saved record; None where nothing is."""
    verdict, decision = record.verdict, record.decision
    if verdict.outcome is Outcome.VOID or (verdict.stops and decision is None):
        return f"is {verdict.outcome}, and such a step is never recorded"
    if verdict.outcome is not worst(part.outcome for part in verdict.parts):
        return f"is {verdict.outcome}, and that is not the worst of its reasons"
    return None
