"""Схемы JSON (schemas): the JSON Schema of everything that the library reads and writes, by its name.

Version 1 of the contract. Within it a key may be added, none is taken away and none changes its meaning.

>>> sorted(SCHEMAS)[:6]
['audit-comparison', 'audit-difference', 'audit-summary', 'duty', 'events', 'finding']
>>> schema_of("verdict")["$id"]
'urn:law189:v1:verdict'
>>> schema_of("verdicts")
Traceback (most recent call last):
    ...
law189.audit.schemas.NoSchema: there is no schema «verdicts»; did you mean «verdict»?
"""

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from operator import or_
from types import MappingProxyType
from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field, TypeAdapter, with_config
from typing_extensions import TypedDict

from law189.audit.forms import FindingForm, KeptVerdictForm, MeetingAnswerForm, StepForm
from law189.audit.meeting import MeetingRecord
from law189.audit.outlook_forms import DutyForm, OptionForm
from law189.audit.summary_forms import ComparisonForm, DifferenceForm, SummaryForm
from law189.casebook.cycles import CYCLES
from law189.casebook.line import LINE
from law189.cases.as_given import References
from law189.cases.history import Decision, RecordAnnulled
from law189.cases.ids import HistoryId
from law189.cases.lifecycle import Lifecycle
from law189.cases.schema_two import Hash
from law189.files.wording import did_you_mean, word
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Law189Error, Text
from law189.profile.profile import Profile
from law189.verdict import Verdict
from law189.verdict.form import CLOSED

__all__ = ["SCHEMAS", "VERSION", "NoSchema", "schema_of"]

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
    return {"$schema": DRAFT, "$id": f"urn:law189:v{VERSION}:{name}", **SCHEMAS[name]()}


def _of(form: Any, *, written: bool = True) -> Callable[[], dict[str, Any]]:
    """The schema of a form that the library writes, or that it reads."""
    return lambda: TypeAdapter(form).json_schema(mode="serialization" if written else "validation")


def _events() -> dict[str, Any]:
    """Every event of every lifecycle, one of which each event is."""
    return TypeAdapter(_one_of(map(_events_of, CYCLES.values()))).json_schema()


def _events_of(cycle: Lifecycle[Any]) -> Any:
    kinds = dict.fromkeys([*(clause.event for clause in cycle.clauses), RecordAnnulled])
    return Annotated[_one_of(kinds), Field(discriminator="kind")]


def _one_of(types: Iterable[Any]) -> Any:
    return reduce(or_, types)


def _history() -> dict[str, Any]:
    """A saved history of any lifecycle: packed as `Lifecycle.dump` writes it, or in full as schema 1 has it."""
    forms: Any = _one_of(_history_of(cycle, form) for cycle in CYCLES.values() for form in (1, 2))
    return TypeAdapter(forms).json_schema()


def _history_of(cycle: Lifecycle[Any], form: int) -> Any:
    saved: dict[str, Any] = {"schema": Literal[form], "lifecycle": Literal[cycle.name], "id": HistoryId}
    if form == 1:
        saved["records"] = list[_record_of(cycle, "record", Verdict)]  # type: ignore[misc]  # made at run time
    else:
        saved |= dict.fromkeys(("keys", "shared", "records"), list[Any])
    return _closed(f"history of {cycle.name}, schema {form}", saved)


def _row() -> dict[str, Any]:
    """A record in a row of its own, as `Lifecycle.dump_record` writes it."""
    return TypeAdapter(_one_of(_row_of(cycle) for cycle in CYCLES.values())).json_schema()


def _row_of(cycle: Lifecycle[Any]) -> Any:
    heading = {"schema": Literal[2], "lifecycle": Literal[cycle.name], "id": HistoryId}
    number = Annotated[int, Field(ge=1)]
    given = {"given": NotRequired[dict[str, Any]], "refers_to": NotRequired[References]}
    hashed = {**given, "law189": NotRequired[str], "before": _one_of((Hash, None)), "hash": Hash}
    return _record_of(cycle, "row", KeptVerdictForm, **heading, number=number, **hashed)


def _record_of(cycle: Lifecycle[Any], name: str, verdict: Any, **more: Any) -> Any:
    record: dict[str, Any] = {
        "event": _events_of(cycle),
        "state": Literal[tuple(state.value for state in cycle.states)],
        "verdict": verdict,
        "decision": NotRequired[Decision],
    }
    return _closed(f"{name} of {cycle.name}", record | more)


def _closed(name: str, keys: dict[str, Any]) -> Any:
    return with_config(CLOSED)(TypedDict(name, keys))  # type: ignore[operator]  # made at run time


SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = MappingProxyType(
    {
        "audit-comparison": _of(ComparisonForm),
        "audit-difference": _of(DifferenceForm),
        "audit-summary": _of(SummaryForm),
        "duty": _of(DutyForm),
        "events": _events,
        "finding": _of(FindingForm),
        "history": _history,
        "line": LINE.json_schema,
        "meeting": _of(MeetingRecord, written=False),
        "meeting-answer": _of(MeetingAnswerForm),
        "option": _of(OptionForm),
        "profile": Profile.json_schema,
        "row": _row,
        "step": _of(StepForm),
        "verdict": _of(Verdict, written=False),
    }
)
"""Each schema by its name: what a file holds, and what an answer is."""
