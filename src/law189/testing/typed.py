"""Значения по типу (values by their type): any event, extract, line or record of a file, as its own types take it.

What is drawn is valid and need not make sense: its days, numbers and services belong to no case. For a step that is
right in its history draw `right_step`.

>>> from hypothesis import find, settings
>>> from law189.extracts import ContractExtract
>>> ended = find(drawn_from(ContractExtract), lambda one: one.fulfilled, settings=settings(database=None))
>>> ended.ended_on >= ended.concluded_on
True
>>> drawn_from(int)
Traceback (most recent call last):
    ...
law189.kinds.WrongType: int is no event, no extract and no entry of a case or of a file
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from annotated_types import MinLen
from hypothesis import reject
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from pydantic import ValidationError
from pydantic.fields import FieldInfo

from law189.audit.meeting import MeetingRecord
from law189.casebook.cycles import CYCLES
from law189.casebook.extracted import ASKED
from law189.casebook.line import Line, References
from law189.cases.given.events import EventDays
from law189.cases.history import Event, RecordAnnulled
from law189.cases.ids import HistoryId
from law189.extracts import (
    AdviceExtract,
    AgreementExtract,
    CertificateExtract,
    ContractExtract,
    Extract,
    Licence,
    OrderExtract,
    Provider,
    ProviderKind,
    RegisterExtract,
    Sector,
    Words,
    YearNumber,
)
from law189.facts import Frozen
from law189.kinds import WrongType
from law189.law import Day, Entry, Norm, Text, Vocabulary
from law189.measures import Amount, Volume
from law189.numbers import SIGN, Inn, ListedServices, Number, Ogrn, ServiceNumber, Services
from law189.profile.conditions import Answers
from law189.profile.documents import Handed
from law189.profile.loader import load_profile, shipped_profiles
from law189.profile.parties import Party
from law189.readings import READINGS, Choices
from law189.rules.votes.ballots import Ballots, Held, Voiced
from law189.rules.voting import Vote
from law189.testing.strategies import QUESTIONS, TIMES, choices, meeting_records

__all__ = ["drawn_from", "is_of_a_case"]

E = TypeVar("E", bound=Entry)

MANY = 3
"""How many values a list is drawn with, at most."""
SEATS = ("chair", "deputy", "secretary", "member-1", "member-2")
WHO = st.sampled_from((*SEATS, *(party.value for party in Party)))
DIGITS = st.sampled_from(("4205000009", "1024200000003")) | st.text("0123456789", min_size=1, max_size=15)
SERVICES = st.from_regex(rf"[0-9]{{6}}{SIGN}\.99\.0\.ББ52[А-Я]{{2}}[0-9]{{5}}", fullmatch=True)
AMOUNTS = st.integers(0, 10**6).map(str) | st.decimals(0, 10**9, places=2).map(str)
DAYS = st.dates(date(2023, 1, 1), date(2027, 12, 31)) | st.dates(date(1900, 1, 1), date(2100, 12, 31))
ANSWERS = st.booleans() | st.integers(0, 100) | DAYS.map(str) | AMOUNTS
NUMBERS = st.from_regex(r"(№ ?)?[0-9]{1,6}([/-][0-9А-Я]{1,4})?", fullmatch=True)
EXTRACTS = sorted({name for asked in ASKED.values() for name, _ in asked})
KNOWN: tuple[tuple[Any, SearchStrategy[Any]], ...] = (
    (Day, DAYS),
    (Amount, AMOUNTS),
    (Words, QUESTIONS),
    (YearNumber, st.integers(2000, 2100)),
    (Inn, DIGITS),
    (Ogrn, DIGITS),
    (Number, NUMBERS),
    (References, st.dictionaries(st.sampled_from(EXTRACTS), NUMBERS, max_size=2).map(Frozen)),
    (HistoryId, st.from_regex("[0-9А-Яа-я]{1,9}([/-][0-9]{1,4})?", fullmatch=True)),
    (Services, st.lists(SERVICES, min_size=1, max_size=MANY, unique=True).map(tuple)),
    (ListedServices, st.lists(SERVICES, max_size=MANY, unique=True).map(tuple)),
    (ServiceNumber, SERVICES | QUESTIONS),
    (Choices, choices(READINGS)),
    (
        Answers,
        st.just({}) | st.dictionaries(st.from_regex("[a-z]{1,9}", fullmatch=True), ANSWERS, max_size=MANY),
    ),
    (
        EventDays,
        st.just({}) | st.dictionaries(st.from_regex("[a-z]{1,9}_term", fullmatch=True), DAYS, max_size=MANY),
    ),
    (Ballots, st.lists(st.tuples(WHO, st.sampled_from(Vote)), max_size=MANY).map(tuple)),
    (Voiced, st.dictionaries(WHO, st.sampled_from(Vote), max_size=MANY)),
    (Held, st.dictionaries(WHO, WHO, max_size=MANY)),
)
"""What is drawn where a type says more of its values than that they are texts or numbers."""


def is_of_a_case(kind: object) -> bool:
    """Whether it is an event, an extract, a line or a record of a file, or an entry that may stand in those."""
    if not (isinstance(kind, type) and issubclass(kind, Entry)) or issubclass(kind, Norm):
        return False
    return kind is Handed or not kind.__module__.startswith(OTHERS)


OTHERS = ("law189.profile.", "law189.law.", "law189.cases.saved", "law189.cases.schema_")
"""Where the entries of profiles are, and those of a history as it is saved, which only its lifecycle writes."""


def drawn_from(kind: type[E]) -> SearchStrategy[E]:
    """Values of that class of an event, of an extract, of a line or a record of a file, or of what stands in them.

    Of a `Line` the event is one of its lifecycle, and `refers_to` names extracts that the event takes. Of a common
    class (`Event`, `CertificateEvent`, `Extract`) each value is of one of its kinds.
    Raises `WrongType` on another class.
    """
    if not is_of_a_case(kind):
        named = getattr(kind, "__name__", kind)
        raise WrongType(
            Text(
                f"{named} — не событие, не выписка и не запись дела или файла",
                f"{named} is no event, no extract and no entry of a case or of a file",
            )
        )
    if kind is Extract or (issubclass(kind, Event) and "kind" not in kind.model_fields):
        kinds = [one for one in kind.__subclasses__() if not one.__module__.startswith("law189.testing.")]
        return st.one_of([drawn_from(one) for one in kinds])
    return _entries(kind)


@cache
def _entries(kind: type[Any]) -> SearchStrategy[Any]:
    together = DRAWN_TOGETHER if kind is Line else ()
    fields = {name: _values(one) for name, one in kind.model_fields.items() if name not in together}
    if issubclass(kind, Event):
        fields["by"] = WHO | QUESTIONS
    if issubclass(kind, MeetingRecord):
        fields["profile"] = st.sampled_from(shipped_profiles())
        fields["time"] = st.none() | TIMES
        written = st.one_of([meeting_records(load_profile(name)) for name in shipped_profiles()])
        of_kind = written.map(lambda one: one if kind is MeetingRecord else kind(**one.model_dump()))
        return of_kind | _read(kind, fields)
    if kind is Line:
        return _lines(fields)
    return _read(kind, fields)


@st.composite
def _read(draw: DrawFn, kind: type[Any], fields: Mapping[str, SearchStrategy[Any]]) -> Any:
    """An entry of such facts, mended so that it does not contradict itself."""
    facts = {name: draw(values) for name, values in fields.items()}
    if kind in MENDED:
        MENDED[kind](facts)
    try:
        return kind(**facts)
    except ValidationError:  # what a class of one's own asks of its facts
        reject()


@st.composite
def _lines(draw: DrawFn, fields: Mapping[str, SearchStrategy[Any]]) -> Line:
    """A step of one lifecycle, and which cases its extracts are of."""
    cycle = draw(st.sampled_from([*CYCLES.values()]))
    events = dict.fromkeys([*(clause.event for clause in cycle.clauses), RecordAnnulled])
    kind = draw(st.sampled_from([*events]))
    named = {name: st.none() | NUMBERS for name, _ in ASKED.get(kind, ())}
    refers = {
        name: number for name, number in draw(st.fixed_dictionaries(named)).items() if number is not None
    }
    own = {name: draw(values) for name, values in fields.items()}
    return Line(**own, lifecycle=cycle.name, event=draw(drawn_from(kind)), refers_to=Frozen(refers))


DRAWN_TOGETHER = ("lifecycle", "event", "refers_to")
"""What of a line is drawn of one another."""


def _values(field: FieldInfo) -> SearchStrategy[Any]:
    """What one field takes, by its type and what is said beside it."""
    for known, values in KNOWN:
        told = FieldInfo.from_annotation(known)
        if told.metadata and all(mark in field.metadata for mark in told.metadata):
            return values
        if not told.metadata and told.annotation == field.annotation:
            return values
    kind: Any = field.annotation
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return st.one_of(*(_values(FieldInfo.from_annotation(one)) for one in reversed(get_args(kind))))
    if origin is Annotated:
        return _values(FieldInfo.from_annotation(kind))
    if origin is tuple:
        least = next((mark.min_length for mark in field.metadata if isinstance(mark, MinLen)), 0)
        one = _values(FieldInfo.from_annotation(get_args(kind)[0]))
        return st.lists(one, min_size=least, max_size=MANY).map(tuple)
    if origin is Literal:
        return st.sampled_from(get_args(kind))
    if kind is str:
        return QUESTIONS if any(isinstance(mark, MinLen) for mark in field.metadata) else WHO | QUESTIONS
    return _plain(kind)


def _plain(kind: Any) -> SearchStrategy[Any]:
    """What a class without marks takes."""
    if kind in (None, NoneType):
        return st.none()
    if kind is bool:
        return st.booleans()
    if kind is int:
        return st.integers(1, 100)
    if isinstance(kind, type) and issubclass(kind, Vocabulary):
        return st.sampled_from(kind)
    return _entries(kind) if is_of_a_case(kind) else st.from_type(kind)


# ─── Что не противоречит себе ────────────────────────────────────────────────────────────────────────────


def _in_order(facts: dict[str, Any], first: str, *then: str) -> None:
    """Give the first day to what comes first."""
    for name in then:
        if facts[name] is not None and facts[name] < facts[first]:
            facts[first], facts[name] = facts[name], facts[first]


def _order(facts: dict[str, Any]) -> None:
    lines = zip(facts["lines"], facts["services"], strict=False)  # a line is of a service of the extract
    facts["lines"] = tuple(line.model_copy(update={"service": service}) for line, service in lines)
    if facts["status"] == 1:
        _in_order(facts, "approved_on", "published_on")


def _certificate(facts: dict[str, Any]) -> None:
    nominal, balance = facts["nominal"], facts["balance"]
    facts["balance"] = Volume(amount=min(nominal.amount, balance.amount), unit=nominal.unit)
    held = facts["contract"] is not None or facts["balance"] != nominal
    _in_order(facts, "formed_on", "valid_until", "ended_on", *(["as_of"] if held else []))


def _contract(facts: dict[str, Any]) -> None:
    _in_order(facts, "concluded_on", "ended_on")
    if facts["ended_on"] is None:
        facts["rendered"], facts["fulfilled"] = None, False


def _meeting(facts: dict[str, Any]) -> None:
    if facts["closed_on"] is not None:
        facts["form"], facts["polled"] = "meeting", None
    _in_order(facts, "held_on", "closed_on")


def _provider(facts: dict[str, Any]) -> None:
    if facts["kind"] is not ProviderKind.LEGAL_ENTITY and facts["sector"] is not None:
        facts["sector"] = Sector.NON_STATE


MENDED: dict[type[Entry], Callable[[dict[str, Any]], None]] = {
    AdviceExtract: lambda facts: _in_order(facts, "held_on", "as_of"),
    AgreementExtract: lambda facts: _in_order(facts, "concluded_on", "ends_on", "ended_on"),
    CertificateExtract: _certificate,
    ContractExtract: _contract,
    Licence: lambda facts: _in_order(facts, "issued_on", "ends_on"),
    MeetingRecord: _meeting,
    OrderExtract: _order,
    Provider: _provider,
    RegisterExtract: lambda facts: _in_order(facts, "included_on", "excluded_on"),
}
"""How drawn facts are put so that the document is none that contradicts itself."""
