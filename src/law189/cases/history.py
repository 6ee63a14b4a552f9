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

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import accumulate
from typing import Annotated, Any, ClassVar, Generic, Literal, NamedTuple, TypeVar, cast

from pydantic import (
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    StrictInt,
)
from pydantic_core import CoreSchema, core_schema

from law189.cases.as_given import AS_RECORDED, AsGiven
from law189.cases.days import days_made
from law189.cases.given.decisions import DecidedBy, DecidedOn, Grounds
from law189.cases.given.local import LocalAnswers
from law189.cases.given.steps import KIND, By, On
from law189.cases.kept import NOT_KEPT, Kept
from law189.errors import NothingYet
from law189.extracts import Words
from law189.kinds import must_be, refusal
from law189.law import About, Entry, Text
from law189.profile.conditions import NO_ANSWERS
from law189.verdict import Outcome, Verdict

__all__ = [
    "Decision",
    "Event",
    "History",
    "Record",
    "RecordAnnulled",
    "annulled_by",
    "annulled_in",
    "annulled_with",
    "recorded_on",
    "untold",
    "untold_verdict",
]


class Event(Entry):
    """Событие: what was done, on which day, by whom (a seat, a role or a body), and its facts.

    Every kind of event has a field `kind` with its own one word. `LATER` are fields that older versions did not
    have: they are not written where they are empty, so that what was saved then is written again as it was.
    """

    LATER: ClassVar[frozenset[str]] = frozenset({"local", "event_on"})

    on: On
    by: By
    local: LocalAnswers = NO_ANSWERS

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """An event is written with all its facts, also where only its base type is declared."""

        def whole(value: Any, fields: SerializerFunctionWrapHandler, info: SerializationInfo) -> Any:
            kind = type(value)
            if kind is cls or not isinstance(value, cls):
                written = fields(value)
                if not isinstance(value, Event):
                    return written
                return {key: one for key, one in written.items() if not _left_out(kind, key, one)}
            how = {name: getattr(info, name) for name in ("mode", "by_alias", "round_trip", *EXCLUDED)}
            return kind.__pydantic_serializer__.to_python(value, **how, context=info.context)

        schema: Any = handler(source)
        schema["serialization"] = core_schema.wrap_serializer_function_ser_schema(
            whole, info_arg=True, schema=schema.copy()
        )
        return cast(CoreSchema, schema)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The JSON Schema of an event, with the words of its kind, which each event declares anew."""
        schema: dict[str, Any] = dict(handler(core))
        kind = handler.resolve_ref_schema(schema).get("properties", {}).get("kind")
        if kind is not None:
            kind |= KIND.in_schema()
        return schema


def _left_out(kind: type[Event], field: str, written: object) -> bool:
    """Whether a field that older versions did not have is empty; no value and no entries are not the same."""
    if field not in kind.LATER or written:
        return False
    return written is None or kind.model_fields[field].default is not None


EXCLUDED = ("exclude_unset", "exclude_defaults", "exclude_none")
E_co = TypeVar("E_co", bound=Event, covariant=True)
One = TypeVar("One", bound=Event)


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

    by: DecidedBy
    on: DecidedOn
    reason: Grounds


class Record(NamedTuple, Generic[E_co]):
    """Запись: an event, the state it led to, its verdict, and who decided where that was UNKNOWN.

    Its event is one of the lifecycle, or `RecordAnnulled`, which every lifecycle has. `given` is what the line of
    the step gave, where a book has put its own extracts before it or the step named other cases.
    """

    event: E_co | RecordAnnulled
    state: str
    verdict: Verdict
    decision: Decision | None = None
    kept: Kept = NOT_KEPT
    given: AsGiven = AS_RECORDED

    @property
    def kind(self) -> str:
        """The kind of its event."""
        return str(type(self.event).model_fields["kind"].default)

    @property
    def without_force(self) -> bool:
        """Whether it annuls another record without force, as it happened: it is told, and that record stands."""
        return isinstance(self.event, RecordAnnulled) and self.verdict.outcome is Outcome.VOID


class History(NamedTuple, Generic[E_co]):
    """История одного дела: its lifecycle, its id, its state, and its records from first to last.

    `History[CertificateEvent]` holds the events of the certificate; no other lifecycle takes it.
    `annulled` are the places (counted from 0) of the records that later ones annul, and of annulments that have no
    force.
    """

    lifecycle: str
    id: str
    state: str
    records: tuple[Record[E_co], ...] = ()
    annulled: frozenset[int] = frozenset()

    @property
    def version(self) -> int:
        """How many records there are."""
        return len(self.records)

    @property
    def standing(self) -> tuple[Record[E_co], ...]:
        """The records that count: neither annulled nor annulments."""
        if not self.annulled:
            return self.records
        return tuple(
            record
            for place, record in enumerate(self.records)
            if place not in self.annulled and not isinstance(record.event, RecordAnnulled)
        )

    def as_of(self, day: date) -> "History[E_co]":
        """The history as it stood at the end of the day: only the records that count, made by then.

        Raises `NothingYet` where nothing had happened by then.
        """
        records = self.made_by(must_be(day, date))
        if not records:
            raise NothingYet(f"nothing has happened in {self.lifecycle} {self.id} by {day}")
        if len(records) == len(self.records):  # all of them, and none annuls another
            return self
        return self._replace(state=records[-1].state, records=records, annulled=frozenset())

    def made_by(self, day: date) -> tuple[Record[E_co], ...]:
        """The records that count of the day or before it; one with a day in error by its order (`days_made`)."""
        standing = self.standing
        days = days_made([record.event.on for record in standing])
        return standing[: bisect_right(days, must_be(day, date))]

    @property
    def last_day(self) -> date | None:
        """The day of the last record that counts; None where there is none."""
        return records[-1].event.on if (records := self.standing if self.annulled else self.records) else None

    def events(self, kind: type[One]) -> Iterator[One]:
        """The events of one kind that count, from first to last."""
        given: object = kind
        if not isinstance(given, type):
            raise refusal(given, "type")
        return iter([record.event for record in self.standing if isinstance(record.event, kind)])

    def the(self, kind: type[One]) -> One:
        """The latest event of one kind that counts. Raises `NothingYet` where there is none."""
        given: object = kind
        if not isinstance(given, type):
            raise refusal(given, "type")
        for record in reversed(self.standing if self.annulled else self.records):
            if isinstance(record.event, kind):
                return record.event
        raise NothingYet(f"nothing of kind {kind.__name__} has happened in {self.lifecycle} {self.id}")


def recorded_on(events: Sequence[Event]) -> Sequence[date]:
    """The day on which each was put down, none before the one before it.

    After an annulment comes what is put right, which may be of an earlier day; else see `days_made`.
    """
    days = [event.on for event in events]
    if any(isinstance(event, RecordAnnulled) for event in events):
        return [*accumulate(days, max)]
    return days_made(days)


def untold(history: History[E_co]) -> History[E_co]:
    """The same history, whose last record keeps of its verdict the rule and the outcome alone.

    The next step asks no more of it; for whoever runs through many steps and has told each.
    """
    *before, last = history.records
    kept: Record[E_co] = Record(last.event, last.state, untold_verdict(last.verdict), *last[3:])
    return History(history.lifecycle, history.id, history.state, (*before, kept), history.annulled)


def untold_verdict(verdict: Verdict) -> Verdict:
    """The rule and the outcome of the verdict alone; many records share one."""
    return _untold(verdict.rule, verdict.outcome)


@lru_cache(maxsize=1024)
def _untold(rule: str, outcome: Outcome) -> Verdict:
    return Verdict(rule, outcome, UNTOLD, {})


UNTOLD = Text("Вывод не хранится.", "The verdict is not kept.")


def annulled_by(events: Sequence[Event | None], until: date = date.max) -> frozenset[int]:
    """The places of the events that others annul by the day `until`; an annulment may be annulled too.

    None stands for an annulment without force.
    """
    found: set[int] = set()
    for place in reversed(range(len(events))):
        event = events[place]
        if isinstance(event, RecordAnnulled) and event.on <= until and place not in found:
            found.add(event.record - 1)
    return frozenset(found)


def annulled_in(records: Sequence[Record[Any]], until: date = date.max) -> frozenset[int]:
    """The places of the records that do not count: others annul them by the day, or they annul without force."""
    void = frozenset(place for place, one in enumerate(records) if one.without_force)
    return void | annulled_by([None if one.without_force else one.event for one in records], until)


def annulled_with(records: Sequence[Record[Any]], event: Event) -> frozenset[int]:
    """The same after one more event, as if it had its force."""
    void = frozenset(place for place, one in enumerate(records) if one.without_force)
    return void | annulled_by([*(None if one.without_force else one.event for one in records), event])
