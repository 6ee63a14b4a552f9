"""История (history): what happened, in order, each step with its verdict; append-only.

An event is a frozen fact in the past tense. A history only grows: every step gives a new one, and its
state is the fold of its records. A record made in error is not edited: a later record annuls it, and the
history still shows both.

>>> history = History("meeting", "2023-10-02", "planned")
>>> history.version, history.state
(0, 'planned')
>>> history.records.append("something")
Traceback (most recent call last):
    ...
AttributeError: 'tuple' object has no attribute 'append'
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, cast

from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    PlainValidator,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    StrictInt,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
)
from pydantic_core import CoreSchema, ErrorDetails, core_schema

from law189.cases.kept import NOT_KEPT, Kept
from law189.errors import Fault, FaultyInput
from law189.extracts import Words
from law189.files.nodes import key_of
from law189.files.wording import missing, word, worded
from law189.law import About, Day, Entry, Law189Error, Source, Text, flaw
from law189.verdict import Verdict

__all__ = [
    "Decision",
    "Event",
    "History",
    "Record",
    "RecordAnnulled",
    "annulled_by",
    "fault_of",
    "read_saved",
]


def _one_line(history_id: str) -> str:
    """An answer names the history on one line, so its id may not break one or hide in it."""
    if not history_id.isprintable() or history_id != history_id.strip():
        raise flaw(
            "history_id",
            f"в номере истории «{word(history_id)}» есть перенос строки или пробел с краю; уберите его",
            f"the history id «{word(history_id)}» has a line break or a space at its end; take it out",
        )
    return history_id


HistoryId = Annotated[str, Field(min_length=1), AfterValidator(_one_line)]
"""Номер истории: words on one line, without a space at the ends."""
_ID: TypeAdapter[str] = TypeAdapter(HistoryId, config=ConfigDict(strict=True))


def read_id(history_id: object) -> str:
    """The id, where it is one. Raises `Law189Error` on what no file may have for an id."""
    try:
        return _ID.validate_python(history_id)
    except ValidationError as error:
        details = error.errors(include_url=False)[0]
        words = worded(details["type"], details["input"], details.get("ctx", {}), details["msg"])
        raise Law189Error(f"id: {words.en}") from None


class Event(Entry):
    """Событие: what was done, on which day, by whom (a seat, a role or a body), and its facts.

    Every kind of event has a field `kind` with its own one word.
    """

    on: Annotated[
        Day,
        About(Text("день", "day"), Text("В какой день сделан шаг.", "The day on which the step was taken.")),
    ]
    by: Annotated[
        str,
        About(
            Text("кто", "by whom"),
            Text(
                "Орган, место в группе или сторона, которые сделали шаг.",
                "The body, seat or party that took the step.",
            ),
            source=Source.ACTORS,
        ),
    ]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """An event is written with all its facts, also where only its base type is declared."""

        def whole(value: Any, fields: SerializerFunctionWrapHandler, info: SerializationInfo) -> Any:
            kind = type(value)
            if kind is cls or not isinstance(value, cls):
                return fields(value)
            how = {name: getattr(info, name) for name in ("mode", "by_alias", "round_trip", *EXCLUDED)}
            return kind.__pydantic_serializer__.to_python(value, **how, context=info.context)

        schema: Any = handler(source)
        schema["serialization"] = core_schema.wrap_serializer_function_ser_schema(
            whole, info_arg=True, schema=schema.copy()
        )
        return cast(CoreSchema, schema)


EXCLUDED = ("exclude_unset", "exclude_defaults", "exclude_none")
E = TypeVar("E", bound=Event)


class RecordAnnulled(Event):
    """Запись аннулирована: which one (counted from 1) was made in error, and why."""

    kind: Literal["record_annulled"] = "record_annulled"
    record: Annotated[
        StrictInt,
        Field(ge=1),
        About(
            Text("номер записи", "number of the record"),
            Text("Какая запись ошибочна, считая с 1.", "Which record is an error, counted from 1."),
            example="1",
        ),
    ]
    reason: Annotated[
        Words,
        About(
            Text("причина", "reason"),
            Text("В чём ошибка записи.", "What is wrong with the record."),
            example="описка в дате",
        ),
    ]


class Decision(Entry):
    """Решение должностного лица: which office decided what the law leaves unknown, when and why."""

    by: Words
    on: Day
    reason: Words


class Record(NamedTuple):
    """Запись: an event, the state it led to, its verdict, and who decided where that was UNKNOWN."""

    event: Event
    state: str
    verdict: Verdict
    decision: Decision | None = None
    kept: Kept = NOT_KEPT

    @property
    def kind(self) -> str:
        """The kind of its event."""
        return str(type(self.event).model_fields["kind"].default)


class History(NamedTuple):
    """История одного дела: its lifecycle, its id, its state, and its records from first to last.

    `annulled` are the places (counted from 0) of the records that later ones annul.
    """

    lifecycle: str
    id: str
    state: str
    records: tuple[Record, ...] = ()
    annulled: frozenset[int] = frozenset()

    @property
    def version(self) -> int:
        """How many records there are."""
        return len(self.records)

    @property
    def standing(self) -> tuple[Record, ...]:
        """The records that count: neither annulled nor annulments."""
        if not self.annulled:
            return self.records
        return tuple(
            record
            for place, record in enumerate(self.records)
            if place not in self.annulled and not isinstance(record.event, RecordAnnulled)
        )

    def as_of(self, day: date) -> "History":
        """The history as it stood at the end of the day: only the records that count, up to that day.

        Raises LookupError where nothing had happened by then.
        """
        records = tuple(record for record in self.standing if record.event.on <= day)
        if not records:
            raise LookupError(f"nothing has happened in {self.lifecycle} {self.id} by {day}")
        return self._replace(state=records[-1].state, records=records, annulled=frozenset())

    @property
    def last_day(self) -> date | None:
        """The day of the last record that counts; None where there is none."""
        records = self.standing if self.annulled else self.records
        return records[-1].event.on if records else None

    def events(self, kind: type[E]) -> Iterator[E]:
        """The events of one kind that count, from first to last."""
        return (record.event for record in self.standing if isinstance(record.event, kind))

    def the(self, kind: type[E]) -> E:
        """The latest event of one kind that counts. Raises LookupError where there is none."""
        for record in reversed(self.standing if self.annulled else self.records):
            if isinstance(record.event, kind):
                return record.event
        raise LookupError(f"nothing of kind {kind.__name__} has happened in {self.lifecycle} {self.id}")


def annulled_by(events: Sequence[Event]) -> frozenset[int]:
    """The places of the events that others annul; an annulment may be annulled too."""
    found: set[int] = set()
    for place in reversed(range(len(events))):
        event = events[place]
        if isinstance(event, RecordAnnulled) and place not in found:
            found.add(event.record - 1)
    return frozenset(found)


# ─── Что сохранено в JSON ────────────────────────────────────────────────────────────────────────────────


def _read_event(facts: Any, info: ValidationInfo) -> Any:
    """The event by the lifecycle that reads it."""
    events: TypeAdapter[Event] = (info.context or {})["events"]
    return events.validate_python(facts)


class SavedRecord(Entry):
    """Сохранённая запись; older ones have no key `decision`."""

    event: Annotated[Event, PlainValidator(_read_event)]
    state: str
    verdict: Verdict
    decision: Decision | None = None


class Saved(Entry):
    """Сохранённая история, as `Lifecycle.dump` writes it."""

    form: Literal[1] = Field(alias="schema")
    lifecycle: str
    id: HistoryId
    records: tuple[SavedRecord, ...]


_SAVED: TypeAdapter[Saved] = TypeAdapter(Saved)


def read_saved(data: Mapping[str, Any], events: TypeAdapter[Event]) -> Saved:
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
