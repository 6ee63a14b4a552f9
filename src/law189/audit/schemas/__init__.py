"""Схемы JSON (schemas): the JSON Schema of everything that the library reads and writes, by its name.

Version 1 of the contract. Within it a key may be added, none is taken away and none changes its meaning.
`ANSWERS` says which of them each command answers with.

>>> sorted(SCHEMAS)[:5]
['assumptions-answer', 'audit-comparison', 'audit-difference', 'audit-summary', 'check-answer']
>>> ANSWERS["due"]
('due-answer',)
>>> schema_of("verdict")["$id"]
'urn:law189:v1:verdict'
>>> schema_of("verdicts")
Traceback (most recent call last):
    ...
law189.audit.schemas.NoSchema: there is no schema «verdicts»; did you mean «verdict»?
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from pydantic import TypeAdapter

from law189.audit.indicators import Reported
from law189.audit.meeting import MeetingRecord
from law189.audit.plan import Done
from law189.audit.schemas.answers.table import ANSWERS, FORMS
from law189.audit.schemas.forms import FindingForm, MeetingAnswerForm, StepForm
from law189.audit.schemas.outlook_forms import DutyForm, OptionForm
from law189.audit.schemas.schema_words import in_russian_words
from law189.audit.schemas.stored_forms import events_form, history_form, row_form
from law189.audit.schemas.summary_forms import ComparisonForm, DifferenceForm, SummaryForm
from law189.casebook.line import LINE
from law189.files.wording import did_you_mean, word
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Law189Error, Text
from law189.profile.profile import Profile
from law189.verdict import Verdict

__all__ = ["ANSWERS", "SCHEMAS", "VERSION", "NoSchema", "schema_of"]

VERSION = 1
DRAFT = "https://json-schema.org/draft/2020-12/schema"


class NoSchema(Law189Error, LookupError):
    """There is no schema of that name; `words` say so in both languages."""

    def __init__(self, name: str) -> None:
        meant, said = did_you_mean(name, SCHEMAS), word(name)
        self.words = Text(f"схемы «{said}» нет; {meant.ru}", f"there is no schema «{said}»; {meant.en}")
        super().__init__(self.words.en)
        self.name = name

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.name,)


@asked
def schema_of(name: str) -> dict[str, Any]:
    """The JSON Schema of that name. Raises `NoSchema` where there is none."""
    if must_be(name, str) not in SCHEMAS:
        raise NoSchema(name)
    return {"$schema": DRAFT, "$id": f"urn:law189:v{VERSION}:{name}", **in_russian_words(SCHEMAS[name]())}


def _made(form: Callable[[], Any], *, written: bool = True) -> Callable[[], dict[str, Any]]:
    """The schema of a form that the library writes, or that it reads; it is made when it is asked for."""
    return lambda: TypeAdapter(form()).json_schema(mode="serialization" if written else "validation")


def _of(form: Any, *, written: bool = True) -> Callable[[], dict[str, Any]]:
    """The same of a form that is there."""
    return _made(lambda: form, written=written)


def _planned() -> dict[str, Any]:
    """The record of a meeting of which the votes may not be known yet, as `minutes` and `agenda` read it."""
    schema: dict[str, Any] = TypeAdapter(MeetingRecord).json_schema()
    item = schema["$defs"]["ItemRecord"]
    item["required"] = [key for key in item["required"] if key != "votes"]
    return schema


SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = MappingProxyType(
    {
        **{name: _made(form) for name, form in FORMS.items()},
        "audit-comparison": _of(ComparisonForm),
        "audit-difference": _of(DifferenceForm),
        "audit-summary": _of(SummaryForm),
        "done": _of(Done, written=False),
        "duty": _of(DutyForm),
        "events": _made(events_form, written=False),
        "finding": _of(FindingForm),
        "history": _made(history_form, written=False),
        "line": LINE.json_schema,
        "meeting": _of(MeetingRecord, written=False),
        "meeting-answer": _of(MeetingAnswerForm),
        "option": _of(OptionForm),
        "planned-meeting": _planned,
        "profile": Profile.json_schema,
        "reported": _of(Reported, written=False),
        "row": _made(row_form, written=False),
        "step": _of(StepForm),
        "verdict": _of(Verdict, written=False),
    }
)
"""Each schema by its name: what a file holds, and what an answer is."""
