"""What Hypothesis draws by a type alone: every event, extract and record of a meeting, valid and kept by JSON."""

import importlib
import json
import re
import subprocess
import sys
import warnings
from datetime import date
from typing import Annotated, Literal

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.strategies._internal import types
from places import ROOT
from pydantic import Field, TypeAdapter, model_validator

from law189 import extracts
from law189.audit.indicators import Reported
from law189.audit.meeting import MeetingRecord, judge_record
from law189.audit.plan import Done
from law189.casebook.cycles import CYCLES
from law189.casebook.line import LINE, Line
from law189.casebook.shown.meant import ASKED
from law189.cases.history import Event, RecordAnnulled
from law189.errors import FaultyInput
from law189.extracts import CertificateExtract, ContractExtract, Extract, OrderExtract
from law189.files.disk import read_lines
from law189.law import Entry, Norm
from law189.measures import Volume
from law189.office.papers.planned import PlannedRecord
from law189.profile.documents import Handed
from law189.profile.edition import Edition
from law189.profile.loader import load_profile
from law189.testing import drawn_from, registered
from law189.testing.typed import is_of_a_case
from law189.workflows import LIFECYCLES
from law189.workflows.certificate import AppliedFor

registered.register()  # as the entry point does where the project is installed

EVENTS = tuple(dict.fromkeys(clause.event for cycle in LIFECYCLES for clause in cycle.clauses))
EXTRACTS = tuple(
    kind
    for kind in (getattr(extracts, name) for name in extracts.__all__)
    if isinstance(kind, type) and issubclass(kind, Extract) and kind is not Extract
)
FILES = (Line, MeetingRecord, PlannedRecord, Done, Reported)
KINDS = (*EVENTS, *EXTRACTS, RecordAnnulled, *FILES)
FEW = settings(max_examples=20)
SOUGHT = settings(FEW, max_examples=1_000, phases=[Phase.generate])
"""Looks until it has found one, and then no further."""


def named(kind):
    return f"{kind.__module__.rpartition('.')[2]}.{kind.__name__}"


def test_every_event_and_extract_of_the_library_is_among_them():
    found = {one for base in (Event, Extract) for one in below(base) if one.__module__.startswith("law189.")}
    ours = {
        one
        for one in found
        if not one.__module__.startswith(("law189.testing.", "law189.contrib."))  # those are made of ours
        and (
            issubclass(one, Extract) or "kind" in one.model_fields
        )  # else what the events of a lifecycle have in common
    }
    assert ours <= set(KINDS)
    assert len(EVENTS) > 30
    assert len(EXTRACTS) == 6


@pytest.mark.parametrize("kind", [one for one in KINDS if one is not Line], ids=named)
def test_a_type_alone_is_drawn_from_and_what_is_drawn_goes_to_json_and_back(kind):
    drawn = []

    @FEW
    @given(st.from_type(kind))
    def law(value):
        assert type(value) is kind
        assert kind.model_validate_json(value.model_dump_json()) == value
        assert kind.model_validate(value.model_dump(mode="json")) == value
        drawn.append(value)

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        law()
    assert len(drawn) >= 20
    assert len(set(map(repr, drawn))) > 10


@pytest.mark.parametrize("kind", KINDS, ids=named)
def test_every_fact_is_drawn_in_more_than_one_way(kind):
    first = find(st.from_type(kind), lambda _: True, settings=SOUGHT)
    for name in kind.model_fields:
        if name != "kind":
            held = getattr(first, name)
            find(st.from_type(kind), lambda value: getattr(value, name) != held, settings=SOUGHT)  # noqa: B023


def _public():
    """Every class of `docs/reference/public.md` that a file or a case is made of."""
    page = (ROOT / "docs" / "reference" / "public.md").read_text("utf-8")
    for module, names in re.findall(r"^\| `(law189[a-z0-9_.]*)` \| (.*) \|$", page, re.MULTILINE):
        if not module.startswith("law189.contrib."):
            held = vars(importlib.import_module(module))
            yield from (held[name] for name in re.findall(r"`([A-Z]\w+)`", names) if name in held)


def test_every_public_class_of_a_case_or_of_a_file_is_drawn():
    found = {one for one in _public() if is_of_a_case(one)}
    assert {Line, PlannedRecord, Done, Reported} <= found
    for kind in found:
        assert find(st.from_type(kind), lambda _: True, settings=SOUGHT) is not None


def below(kind):
    for one in kind.__subclasses__():
        yield one
        yield from below(one)


def test_no_class_is_said_to_be_drawn_and_is_not():
    for kind in {one for one in below(Entry) if one.__module__.startswith("law189.") and is_of_a_case(one)}:
        assert find(st.from_type(kind), lambda _: True, settings=SOUGHT) is not None
    assert not [one for one in below(Norm) if is_of_a_case(one)]


def written(value):
    """The value as a file has it."""
    if not isinstance(value, Line):
        return value.model_dump_json()
    own = value.model_dump(mode="json", exclude={"event"})
    return json.dumps({**own, **value.event.model_dump(mode="json")})


@pytest.mark.parametrize("kind", FILES, ids=named)
def test_what_is_drawn_is_taken_by_the_reader_of_its_file(kind, tmp_path):
    file, adapter = tmp_path / "drawn.jsonl", LINE if kind is Line else TypeAdapter(kind)

    @settings(FEW, max_examples=80)
    @given(st.lists(st.from_type(kind), min_size=1, max_size=3))
    def law(values):
        file.write_text("\n".join(map(written, values)) + "\n", "utf-8")
        read = [one for _, one in read_lines(file, adapter)]
        assert not [one.faults for one in read if isinstance(one, FaultyInput)]
        assert read == values

    law()


def test_a_line_is_of_every_lifecycle_and_names_the_cases_that_its_event_takes():
    seen, named_cases = set(), set()

    @settings(FEW, max_examples=400)
    @given(st.from_type(Line))
    def law(line):
        event = type(line.event)
        assert event is RecordAnnulled or event in {one.event for one in CYCLES[line.lifecycle].clauses}
        assert {*line.refers_to} <= {name for name, _ in ASKED.get(event, ())}
        seen.add(line.lifecycle)
        named_cases.update(line.refers_to)

    law()
    assert seen == {*CYCLES}
    assert len(named_cases) > 2


COMMON = {cycle.clauses[0].event.__mro__[1] for cycle in LIFECYCLES}


@pytest.mark.parametrize("kind", [Event, Extract, *COMMON], ids=named)
def test_of_a_common_class_its_kinds_are_drawn_and_never_the_class_itself(kind):
    seen = set()

    @settings(FEW, max_examples=60)
    @given(st.from_type(kind))
    def law(value):
        assert isinstance(value, kind)
        assert type(value) not in (Event, Extract, *COMMON)
        seen.add(type(value))

    law()
    assert len(seen) > 2


@FEW
@given(st.from_type(MeetingRecord))
def test_a_record_of_a_meeting_can_be_judged(record):
    assert judge_record(record, load_profile(record.profile)).verdicts


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        (AppliedFor, lambda event: event.document is None and len(event.services) > 1),
        (AppliedFor, lambda event: event.document is not None and event.document.impossibility is not None),
        (ContractExtract, lambda one: one.fulfilled and one.rendered != one.volume),
        (CertificateExtract, lambda one: one.as_of < one.formed_on),  # an intention
        (CertificateExtract, lambda one: one.contract is not None and one.balance != one.nominal),
        (OrderExtract, lambda one: one.published_on is not None and one.published_on < one.approved_on),
    ],
)
def test_what_is_rare_is_drawn_too(kind, wanted):
    often = settings(FEW, max_examples=2000, phases=[Phase.generate])
    found = find(st.from_type(kind), wanted, settings=often)
    assert wanted(found)


class Moved(Event):
    """An event of one's own, which asks more of its facts than their types say."""

    kind: Literal["moved"] = "moved"
    floors: Annotated[tuple[int, ...], Field(min_length=1)]
    seen_on: date
    volume: Volume

    @model_validator(mode="after")
    def _upwards(self):
        assert list(self.floors) == sorted(self.floors)
        return self


@FEW
@given(st.from_type(Moved))
def test_an_event_of_ones_own_is_drawn_by_its_type_too(moved):
    assert list(moved.floors) == sorted(moved.floors)


@FEW
@given(st.from_type(Handed) | st.from_type(Volume))
def test_what_stands_in_an_event_is_drawn_by_its_type_too(value):
    assert isinstance(value, Handed | Volume)


@pytest.mark.parametrize("kind", [int, Edition, Entry, AppliedFor | None])
def test_a_type_of_no_case_is_refused_and_left_to_hypothesis(kind):
    with pytest.raises(TypeError, match="is no event, no extract"):
        drawn_from(kind)


@FEW
@given(st.from_type(int) | st.from_type(str) | st.from_type(AppliedFor | None))
def test_other_types_are_drawn_as_before(value):
    TypeAdapter(int | str | AppliedFor | None).validate_python(value)


def test_a_hypothesis_that_takes_no_question_has_each_type_registered(monkeypatch):
    monkeypatch.setattr(types, "_global_type_lookup", dict(types._global_type_lookup))
    monkeypatch.delattr(types, "_global_extra_lookup")
    registered.register()
    assert set(KINDS) <= set(types._global_type_lookup)
    assert types._global_type_lookup[AppliedFor] is drawn_from


def test_the_installed_entry_point_loads_no_more_than_itself_and_draws(installed):
    code = """
import sys, hypothesis.strategies as st
from hypothesis import find, settings
ours = {name for name in sys.modules if name.startswith("law189")}
assert ours == {"law189", "law189.testing", "law189.testing.registered"}, ours
assert "pydantic" not in sys.modules
from law189.workflows.certificate import AppliedFor
found = find(st.from_type(AppliedFor), lambda event: True, settings=settings(database=None))
assert type(found) is AppliedFor
"""
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True, env=installed)  # noqa: S603  # our own
