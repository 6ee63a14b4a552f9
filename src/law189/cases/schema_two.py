"""Схема 2 (schema two): the records of a saved history, as they are written today, read key by key."""

from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator, ValidationInfo

from law189.cases.as_given import NO_REFERENCES, References, read_given
from law189.cases.ids import SavedId
from law189.cases.schema_one import SavedRecord, read_event
from law189.cases.told import Sentences
from law189.law import Entry, flaw
from law189.verdict import NotAVerdict, Verdict

__all__ = ["Hash", "KeptHistory", "KeptRecord"]


def _read_verdict(data: Any, info: ValidationInfo) -> Verdict:
    sentences: Sentences = (info.context or {})["sentences"]
    try:
        return sentences.verdict(data)
    except NotAVerdict as error:
        raise flaw("verdict", error.words.ru, error.words.en) from error


def _read_given(facts: Any, info: ValidationInfo) -> Any:
    """The event as it was given; the recorded one stands before it."""
    return read_given(facts, info.data.get("event"), lambda whole: read_event(whole, info))


Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class KeptRecord(SavedRecord):
    """Запись схемы 2: its verdict without the sentences that a rule has, the version that judged, its hashes."""

    verdict: Annotated[Verdict, PlainValidator(_read_verdict)]
    given: Annotated[Any, PlainValidator(_read_given)] = None
    refers_to: References = NO_REFERENCES
    law189: str | None = None
    before: Hash | None
    hash: Hash


class KeptHistory(Entry):
    """История схемы 2, as `dump` writes it: packed, so that nothing is written twice."""

    form: Literal[2] = Field(alias="schema")
    lifecycle: str
    id: SavedId
    keys: tuple[Any, ...]
    shared: tuple[Any, ...]
    records: tuple[Any, ...]
