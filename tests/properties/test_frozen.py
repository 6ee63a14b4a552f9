"""Frozen means frozen, and portable: nothing inside a value changes, and every value travels whole."""

import copy
import pickle
import sys
import unicodedata
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from multiprocessing import get_context

import pytest
from filled import filled
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from pydantic import BaseModel, TypeAdapter

import law189
from law189.audit.meeting import MeetingRecord, judge_record
from law189.casebook.book import Casebook
from law189.casebook.line import LINE
from law189.cases.history import Event, History
from law189.cases.moment import Moment
from law189.errors import Law189Error, Refused
from law189.facts import Frozen, frozen, marks, plain, read
from law189.law import Citation, Entry, Norm, Text
from law189.profile.conditions import NO_ANSWERS
from law189.profile.loader import load_profile, shipped_profiles
from law189.readings import READINGS
from law189.rules import RULES
from law189.testing import RIGHT, begins, meeting_records
from law189.verdict import Verdict
from law189.workflows import LIFECYCLES
from law189.workflows import meeting as meetings

law = settings(max_examples=size(8, 15))
CYCLES = {cycle.name: cycle for cycle in LIFECYCLES}
PLAIN = str | int | bool | date | Decimal | Fraction | Enum | None
WRITERS = ("__setitem__", "__delitem__", "append", "add", "update", "clear", "pop")


def walked(value, seen=None):
    """Every value that can be reached from this one by its public names, its items and its members."""
    seen = {} if seen is None else seen
    if isinstance(value, PLAIN) or callable(value) or id(value) in seen:
        return
    seen[id(value)] = value
    yield value
    if isinstance(value, Verdict):
        within = [value.facts, value.cites, value.reading, value.parts, value.lacks, value.cure]
    elif isinstance(value, BaseModel):
        derived = [name for name in vars(value) if not name.startswith("_")]
        within = [getattr(value, name) for name in {*type(value).model_fields, *derived}]
    elif is_dataclass(value):
        within = [getattr(value, field.name) for field in fields(value)]
    elif isinstance(value, Mapping):
        within = list(value.values())
    elif isinstance(value, tuple | frozenset):
        within = list(value)
    else:
        within = []
    for one in within:
        yield from walked(one, seen)


def pickled(value):
    return pickle.loads(pickle.dumps(value))  # noqa: S301  # our own


@cache
def profiles():
    return tuple(load_profile(name) for name in shipped_profiles())


@st.composite
def histories(draw):
    """A life of a case by right steps, under a decree with every act adopted."""
    cycle, profile = draw(st.sampled_from(LIFECYCLES)), filled(draw(st.sampled_from(shipped_profiles())))
    history, day = cycle.begin("1"), begins(profile)[0]
    for _ in range(draw(st.integers(0, 6))):
        kinds = [clause.kind for clause in cycle.clauses if history.state in clause.source]
        if not kinds:
            break
        kind, day = draw(st.sampled_from(kinds)), history.last_day or day
        event = RIGHT[cycle.name][kind](Moment(day, history, profile), draw)
        if cycle.judge(history, event, profile).stops:
            break
        history = cycle.advance(history, event, profile)
    return history


# ─── Ничего внутри не меняется ───────────────────────────────────────────────────────────────────────────


def refuses(value):
    """Whether the value refuses to be written by every way that its kind knows."""
    for writer in WRITERS:
        assert not hasattr(value, writer), f"{type(value).__name__} can be written by {writer}: {value!r:.80}"
    if isinstance(value, Verdict | Frozen | BaseModel) or is_dataclass(value):
        name = next(iter(getattr(type(value), "model_fields", ())), "facts")
        with pytest.raises((AttributeError, TypeError, ValueError)):
            setattr(value, name, None)


@pytest.mark.parametrize("name", shipped_profiles())
def test_nothing_inside_a_profile_can_be_written(name):
    profile = load_profile(name)
    assert profile.latest.titles
    assert profile.latest.working_group.by_id
    for value in walked(profile):
        refuses(value)


@law
@given(histories())
def test_nothing_inside_a_history_can_be_written(history):
    for value in walked(history):
        refuses(value)


@law
@given(st.data())
def test_nothing_inside_a_meeting_its_record_and_its_answer_can_be_written(data):
    profile = data.draw(st.sampled_from(profiles()))
    record = data.draw(meeting_records(profile))
    for value in walked(judge_record(record, profile)):
        refuses(value)


def test_nothing_inside_rules_and_readings_can_be_written():
    for value in walked((*RULES, *READINGS.values())):
        refuses(value)


def models(kind):
    for one in kind.__subclasses__():
        yield one
        yield from models(one)


def test_no_entry_declares_a_field_that_could_be_written():
    """Lists and dicts as types of fields are read from the schema of every model that exists."""
    for model in models(Entry):
        for name, field in model.model_fields.items():
            said = repr(field.annotation)
            assert "dict[" not in said, f"{model.__name__}.{name}"
            assert "list[" not in said, f"{model.__name__}.{name}"
            assert "set[" not in said.replace("frozenset[", ""), f"{model.__name__}.{name}"


@pytest.mark.parametrize("write", [lambda r: r.update(V2="x"), lambda r: r.__setitem__("V2", "x")])
def test_choices_once_made_do_not_change(write):
    given = {"V2": "threshold"}
    record = MeetingRecord(profile="kemerovo", held_on="2023-10-02", present=["chair"], readings=given)
    opened = meetings.Opened(on="2023-10-02", by="chair", present=("chair",), readings=given)
    given["V2"] = "casting_vote"
    for held in (record, opened):
        assert held.readings == {"V2": "threshold"}
        with pytest.raises((TypeError, AttributeError)):
            write(held.readings)
        assert isinstance(hash(held), int)


# ─── Всё переносимо ──────────────────────────────────────────────────────────────────────────────────────

PUBLIC = [getattr(law189, name) for name in law189.__all__ if not name.startswith("__")]
VALUES = [*RULES[:5], *READINGS.values(), *LIFECYCLES, *profiles(), *(one for one in PUBLIC if callable(one))]


@pytest.mark.parametrize("again", [pickled, copy.copy, copy.deepcopy], ids=["pickle", "copy", "deepcopy"])
def test_every_public_object_travels_equal(again):
    for value in VALUES:
        assert again(value) == value


@law
@given(histories())
def test_a_drawn_history_is_pickled_copied_dumped_and_loaded_equal(history):
    cycle = CYCLES[history.lifecycle]
    for again in (pickled(history), copy.deepcopy(history), cycle.load(cycle.dump(history))):
        assert again == history
        assert cycle.dump(again) == cycle.dump(history)
        for one, other in zip(history.records, again.records, strict=True):
            for fresh, carried in zip(one.verdict.walk(), other.verdict.walk(), strict=True):
                assert typed(carried.facts) == typed(fresh.facts)
                assert carried.cites == fresh.cites


@law
@given(histories())
def test_entries_that_were_pickled_share_what_they_have_alike(history):
    """What each entry holds for itself would be most of what a million lines take in memory."""
    one, other = ([each for each in walked(pickled(history)) if isinstance(each, Entry)] for _ in range(2))
    assert len(one) == len(other)
    for entry, twin in zip(one, other, strict=True):
        assert entry.__pydantic_fields_set__ is twin.__pydantic_fields_set__
        for name in (*vars(entry), *entry.__pydantic_fields_set__):
            assert name is sys.intern(name)
        for value, same in zip(vars(entry).values(), vars(twin).values(), strict=True):
            if type(value) in (str, date) or (type(value) is Frozen and not value):
                assert value is same


@law
@given(histories())
def test_a_changed_copy_leaves_what_others_share(history):
    for record in pickled(history).records:
        given_before = set(record.event.model_fields_set)
        copied = record.event.model_copy(update={"local": NO_ANSWERS})
        assert copied.model_fields_set == given_before | {"local"}
        assert record.event.model_fields_set == pickled(record.event).model_fields_set == given_before


def typed(fact):
    """The fact with the type of everything in it."""
    if isinstance(fact, Frozen):
        return {name: typed(value) for name, value in fact.items()}
    return (type(fact), tuple(map(typed, fact)) if isinstance(fact, tuple) else fact)


@pytest.mark.parametrize("name", shipped_profiles())
def test_a_pickled_profile_keeps_its_editions_acts_federal_layer_and_calendar(name):
    profile = load_profile(name)
    again = pickled(profile)
    assert again == profile
    for (_, thawed), (_, edition) in zip(again.editions, profile.editions, strict=True):
        assert thawed.cite("189-fz/art20.part1") == edition.cite("189-fz/art20.part1")
        assert thawed.federal == edition.federal
        assert thawed.calendar.years == edition.calendar.years
        assert dict(thawed.norms) == dict(edition.norms)


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_another_process_gives_the_same_answer(method):
    profile = load_profile("kemerovo")
    event = meetings.Convened(on="2023-09-29", by="chair", held_on="2023-10-02")
    cycle = meetings.lifecycle
    history = cycle.begin("1")
    with ProcessPoolExecutor(1, mp_context=get_context(method)) as pool:
        verdict = pool.submit(cycle.judge, history, event, profile).result()
        there, back = pool.submit(copy.copy, (cycle, profile)).result()
    assert verdict == cycle.judge(history, event, profile)
    assert there is cycle
    assert back == profile


def test_a_norm_of_any_value_is_pickled():
    cite = Citation("act", "p1", Text("п. 1", "item 1"))
    for kind, value in (
        (Norm[Text], Text("а", "a")),
        (Norm[int], 5),
        (Norm, "x"),
        (Norm[tuple[str, ...]], ("a",)),
    ):
        norm = kind(value=value, basis=cite)
        assert pickled(norm) == norm
        assert type(pickled(norm)) is kind


# ─── Факты: типы, JSON и обратно ─────────────────────────────────────────────────────────────────────────

WORDS = st.text(max_size=8)
DAYS = st.dates()
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | WORDS
    | DAYS
    | DAYS.map(date.isoformat)
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.fractions()
    | st.builds(Text, WORDS, WORDS)
    | st.builds(Citation, WORDS, WORDS, st.builds(Text, WORDS, WORDS))
    | st.just({"ru": "а", "en": "a"})
    | st.just({"act": "a", "address": "p1", "label": {"ru": "а", "en": "a"}})
)
FACTS = st.recursive(
    LEAVES, lambda within: st.lists(within, max_size=3) | st.dictionaries(WORDS, within, max_size=3)
)


@settings(law, max_examples=size(200, 300))
@given(st.dictionaries(WORDS, FACTS, max_size=4))
def test_facts_come_back_from_json_with_their_types(facts):
    held = Frozen(facts)
    assert held == facts
    again = read(plain(held), [["mapping"], *(mark for mark in marks(held) if len(mark) > 1)])
    assert typed(again) == typed(held)
    assert hash(again) == hash(held)
    assert pickled(held) == copy.deepcopy(held) == held


@pytest.mark.parametrize(
    "wrong", [0.5, float("nan"), Decimal("NaN"), object(), b"x", {1: 2}, print], ids=repr
)
def test_what_is_no_fact_is_refused(wrong):
    with pytest.raises(TypeError):
        frozen({"fact": [wrong]})


# ─── Событие пишется целиком, номер истории проверен ─────────────────────────────────────────────────────


class Held(BaseModel):
    """A model of somebody's own that holds an event by its base type."""

    event: Event


@law
@given(histories())
def test_an_event_written_by_its_base_type_loses_nothing(history):
    for record in history.records:
        whole = record.event.model_dump(mode="json")
        assert Held.model_construct(event=record.event).model_dump(mode="json") == {"event": whole}
        assert TypeAdapter(Event).dump_python(record.event, mode="json") == whole
        assert TypeAdapter(Event).dump_json(record.event) == record.event.model_dump_json().encode()
    if history.records:
        told = TypeAdapter(History).dump_python(history, mode="json")
        assert told[3][0][0] == history.records[0].event.model_dump(mode="json")


@pytest.mark.parametrize(
    "history_id", ["", " ", " 1", "1 ", "a\nb", "a\u200bb", "a\u0085", 7, None, b"1", True]
)
def test_an_id_that_no_file_may_have_begins_no_history(history_id):
    for cycle in LIFECYCLES:
        with pytest.raises(Law189Error, match="id"):
            cycle.begin(history_id)
    assert LIFECYCLES[0].begin("17/2024 а").id == "17/2024 а"


@pytest.mark.parametrize("said", ["дело-й", "Ёлка 1", "7é", "plain"])
def test_an_id_is_one_however_its_letters_are_put_together(said):
    apart = unicodedata.normalize("NFD", said)
    facts = {"lifecycle": "meeting", "kind": "convened", "on": "2023-09-29", "by": "chair"}
    lines = [
        LINE.validate_python({"history": one, **facts, "held_on": "2023-10-02"}) for one in (said, apart)
    ]
    assert {line.history for line in lines} == {cycle.begin(apart).id for cycle in LIFECYCLES} == {said}
    book = Casebook(load_profile("kemerovo"))
    for line in lines:
        with suppress(Refused):
            book = book.take(line)
    assert [one.id for one in book.cases()] == [said]
    assert book.case(apart) == book.case(said)


def test_an_id_that_was_saved_apart_loads_as_it_was_saved():
    meeting = next(cycle for cycle in LIFECYCLES if cycle.name == "meeting")
    saved = meeting.dump(History("meeting", "дело-и\u0306", meeting.initial.value))
    assert meeting.load(saved).id == "дело-и\u0306"
    assert meeting.dump(meeting.load(saved)) == saved
