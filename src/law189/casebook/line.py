"""Строка (line): one step of one case, as files of steps and the casebook take it.

>>> convened = {"history": "2023-10-02", "lifecycle": "meeting", "kind": "convened", "on": "2023-09-29",
...             "by": "chair", "held_on": "2023-10-02"}
>>> LINE.validate_python(convened).event.kind
'convened'
>>> LINE.validate_python({**convened, "lifecycle": "meating"})
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for Line
lifecycle
  there is no lifecycle «meating»; did you mean «meeting»? [type=law189, ...
"""

from collections.abc import Generator, Iterable
from functools import cache
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    Field,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    StrictInt,
    TypeAdapter,
    ValidationInfo,
    model_serializer,
    model_validator,
)
from pydantic_core import CoreSchema, core_schema

from law189.casebook import words
from law189.casebook.cycles import CYCLES, no_lifecycle, no_step
from law189.casebook.extracted import misnamed, names_schema
from law189.cases.as_given import NO_REFERENCES, AsGiven, References
from law189.cases.history import Decision, Event, RecordAnnulled
from law189.cases.ids import HistoryId
from law189.errors import FaultyInput
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.kinds.plain import Number
from law189.law import Entry, Text, flaw

__all__ = ["LINE", "NO_REFERENCES", "Line", "LineNumber", "References", "parted"]

LineNumber = Annotated[int, Number(int, least=0)]
"""Which line of its file it is."""


def _known(name: str) -> str:
    if name not in CYCLES:
        words = no_lifecycle(name)
        raise flaw("lifecycle", words.ru, words.en)
    return name


def _read_event(facts: Any, info: ValidationInfo) -> Any:
    """The event by the lifecycle of its line; None where that is not known, which is a fault already."""
    name = info.data.get("lifecycle")
    if isinstance(facts, Event):
        return facts
    if name is None:
        return None
    kind = facts.get("kind") if isinstance(facts, dict) else None
    if isinstance(kind, str) and kind not in (*CYCLES[name].kinds, "record_annulled"):
        words = no_step(name, kind)
        raise flaw("step_kind", words.ru, words.en, within=("kind",))
    return CYCLES[name].events.validate_python(facts, context=info.context)


def _written(event: Event, info: SerializationInfo) -> dict[str, Any]:
    """The facts of the event, in the same form as the line."""
    how = {name: getattr(info, name) for name in ("exclude_unset", "exclude_defaults", "exclude_none")}
    return {"kind": event.model_dump()["kind"], **event.model_dump(mode=info.mode, **how)}


SAVED = Text(
    "это сохранённая история, а не шаг; её проверяют law189 verify и law189 recheck",
    "this is a saved history, and no step; law189 verify and law189 recheck check it",
)
"""What is said of a saved history, or of a row of one, where a step is read."""


class Line(Entry):
    """Строка: one step of one history; in the file the event's facts stand beside the other keys."""

    history: Annotated[HistoryId, words.HISTORY]
    lifecycle: Annotated[str, AfterValidator(_known), words.LIFECYCLE]
    decision: Annotated[Decision | None, words.DECISION] = None
    expected_version: Annotated[Annotated[StrictInt, Field(ge=0)] | None, words.EXPECTED_VERSION] = None
    refers_to: Annotated[References, words.REFERS_TO] = NO_REFERENCES
    event: Annotated[Event, PlainValidator(_read_event), PlainSerializer(_written), words.EVENT]

    @asked
    def given(self, event: Event) -> AsGiven:
        """What the line gave, beside that event, which is recorded of it."""
        return AsGiven(None if event == self.event else self.event, self.refers_to)

    @model_validator(mode="before")
    @classmethod
    def _part(cls, value: object, info: ValidationInfo) -> object:
        """Part the line's own keys from the facts of its event, and note both for «did you mean»."""
        if not isinstance(value, dict) or isinstance(value.get("event"), Event):
            return value
        if "history" not in value and "schema" in value and ("records" in value or "event" in value):
            raise flaw("saved_history", SAVED.ru, SAVED.en)
        keys = (info.context or {}).get("keys") if isinstance(info.context, dict) else None
        if keys is not None:
            keys[id(value)] = (*_OWN, *_keys_of(value.get("lifecycle"), value.get("kind")))
        facts = dict(value)
        own = {key: facts.pop(key) for key in _OWN if key in value}
        return {**own, "event": facts}

    @model_validator(mode="after")
    def _of_its_lifecycle(self) -> Self:
        """An event of another lifecycle is refused here as a file refuses it."""
        event = type(self.event)
        if event is not RecordAnnulled and event not in _events_of(self.lifecycle):
            ru, en = CYCLES[self.lifecycle].title.ru, CYCLES[self.lifecycle].title.en
            raise flaw(
                "another_lifecycle",
                f"событие {event.__name__} — другого дела, а указано: {ru}; исправьте lifecycle",
                f"the event {event.__name__} is of another case, and the line says: {en}; mend lifecycle",
            )
        wrong = misnamed(event, self.refers_to)
        if wrong is not None:
            raise wrong
        return self

    @model_serializer(mode="wrap")
    def _as_in_a_file(self, fields: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """The line as a file of steps has it: the facts of the event beside the own keys that say something."""
        written = fields(self)
        event = written.pop("event", {})
        return {**{name: value for name, value in written.items() if value not in (None, {})}, **event}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The JSON Schema of a line: for each lifecycle and kind, its own keys and the facts of the event."""
        own = handler.resolve_ref_schema(handler(_as_read(core)))
        lines = []
        for cycle in CYCLES.values():
            events: list[type[Event]] = [*(clause.event for clause in cycle.clauses), RecordAnnulled]
            for event in dict.fromkeys(events):
                whole = core_schema.definitions_schema(_reader(event).core_schema, [])
                facts = handler.resolve_ref_schema(
                    handler(whole)
                )  # bare, it would lose what the event says of itself
                lines.append(_line_of(own, cycle.name, facts, names_schema(event)))
        return {"title": own["title"], "description": own["description"], "anyOf": lines}


def _as_read(core: Any) -> Any:
    """The schema of a line without how it is written: it is written as it is read."""
    kept = {name: one for name, one in core.items() if name != "serialization"}
    return {**kept, "schema": _as_read(kept["schema"])} if isinstance(kept.get("schema"), dict) else kept


@cache
def _events_of(lifecycle: str) -> frozenset[type[Event]]:
    return frozenset(clause.event for clause in CYCLES[lifecycle].clauses)


_OWN = tuple(name for name in Line.model_fields if name != "event")
"""The keys of a line that are no facts of its event."""


def _line_of(
    own: dict[str, Any], cycle: str, facts: dict[str, Any], extracts: dict[str, Any]
) -> dict[str, Any]:
    """The JSON Schema of a line whose event is of that lifecycle, has those facts and takes those extracts."""
    said = {name: schema for name, schema in own["properties"].items() if name != "event"}
    named = {
        "lifecycle": {**said["lifecycle"], "const": cycle},
        "refers_to": {**said["refers_to"], **extracts},
    }
    required = [name for name in own["required"] if name != "event"]
    return {
        "title": facts["title"],
        "description": facts["description"],
        "type": "object",
        "properties": {**said, **named, **facts["properties"]},
        "required": [*required, "kind", *facts["required"]],
        "additionalProperties": False,
    }


def _keys_of(name: object, kind: object) -> tuple[str, ...]:
    """The keys of an event of that lifecycle and kind; without a known kind, those of every event."""
    cycle = CYCLES.get(name) if isinstance(name, str) else None
    events = [] if cycle is None else [clause.event for clause in cycle.clauses if clause.kind == kind]
    return (events[0] if events else RecordAnnulled if kind == "record_annulled" else Event).known_keys()


def _reader(event: Any) -> TypeAdapter[Any]:
    return TypeAdapter(event)


LINE: TypeAdapter[Line] = TypeAdapter(Line)


@asked
def parted(
    lines: Iterable[tuple[int, Line | FaultyInput]],
) -> Generator[FaultyInput, None, list[tuple[int, Line]]]:
    """What could not be read; it returns the lines that were. Raises `WrongType` on what is neither."""
    read = []
    for number, one in lines:
        if isinstance(one, FaultyInput):
            yield one
        else:
            read.append((number, must_be(one, Line)))
    return read
