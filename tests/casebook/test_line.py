"""A line names by `refers_to` extracts that its step takes; another name is a fault of its own key, at every door.

Law: of every step, each name of an extract is taken; every other name, be it another fact of the step, an extract
of another step, a reading or a slip of the pen, is refused at `refers_to.NAME`.
"""

import json

import pyarrow as pa
import pytest
from books import PROFILE, contracted
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from night import size
from pydantic import TypeAdapter, ValidationError

from law189.audit.batches import audit_batches
from law189.audit.bulk import read_steps
from law189.casebook.cycles import CYCLES
from law189.casebook.extracted import ASKED
from law189.casebook.line import LINE, Line
from law189.cases.history import Decision, RecordAnnulled
from law189.contrib.fastapi.bodies import read as read_body
from law189.contrib.fastapi.bodies import step_of
from law189.errors import FaultyInput
from law189.testing.typed import drawn_from

STEPS = [(cycle, clause.event) for cycle in CYCLES.values() for clause in (*cycle.clauses, cycle.annulment)]
EXTRACTS = sorted({name for asked in ASKED.values() for name, _ in asked})
SCHEMA = Draft202012Validator(Line.model_json_schema())
TOLD = "the step takes no extract of that name; did you mean «certificate»?"
WRONG = {
    "certificat": (
        "refers_to.certificat",
        "возможно, вы имели в виду «certificate»",
        "did you mean «certificate»?",
    ),
    "сертификат": (
        "refers_to.сертификат",
        "здесь это пишут «certificate»",
        "here it is written «certificate»",
    ),
    "document": ("refers_to.document", "«agreement»", "«agreement»"),
    "V2": ("refers_to.V2", "«agreement»", "«agreement»"),
}


def concluded(**refers_to):
    *_, last = contracted()
    event = last.event.model_dump(mode="json", exclude_none=True)
    return {"history": last.history, "lifecycle": last.lifecycle, **event, "refers_to": refers_to}


@st.composite
def named(draw):
    """A step, and a name in its `refers_to`."""
    cycle, event = draw(st.sampled_from(STEPS))
    name = draw(st.sampled_from([*event.model_fields, *EXTRACTS, "V2"]))
    if draw(st.booleans()):
        at = draw(st.integers(0, len(name) - 1))
        name = name[:at] + name[at + 1 :]
    return cycle, draw(drawn_from(event)), name


@given(named())
@settings(max_examples=size(150, 2000))
def test_a_name_in_refers_to_is_an_extract_of_the_step_or_a_fault(drawn):
    cycle, event, name = drawn
    takes = name in {one for one, _ in ASKED.get(type(event), ())}
    row = {"history": "1", "lifecycle": cycle.name, **event.model_dump(mode="json", exclude_none=True)}
    assert SCHEMA.is_valid({**row, "refers_to": {name: "1"}}) == takes or not SCHEMA.is_valid(row)
    try:
        Line(history="1", lifecycle=cycle.name, event=event, refers_to={name: "1"})
    except ValidationError as error:
        assert not takes
        (one,) = error.errors()
        assert one["ctx"]["within"] == ("refers_to", name)
    else:
        assert takes


@pytest.mark.parametrize("name", WRONG)
def test_the_file_tells_it_by_line_and_key(tmp_path, name):
    file = tmp_path / "steps.jsonl"
    file.write_text(json.dumps(concluded(**{name: "К-1"}), ensure_ascii=False), encoding="utf-8")
    ((number, error),) = read_steps(file, PROFILE)
    (fault,) = error.faults
    key, ru, en = WRONG[name]
    assert (number, fault.line, fault.key) == (1, 1, key)
    assert ru in fault.text.ru
    assert en in fault.text.en


def test_record_batches_tell_it():
    row = {"book": "a", "number": 1, "line": json.dumps(concluded(certificat="К-1"), ensure_ascii=False)}
    (batch,) = audit_batches([pa.RecordBatch.from_pylist([row])], PROFILE)
    (told,) = batch.to_pylist()
    assert (told["outcome"], told["text_en"]) == ("unread", TOLD)


def test_a_body_of_http_tells_it():
    facts = {
        key: one for key, one in concluded(certificat="К-1").items() if key not in ("history", "lifecycle")
    }
    with pytest.raises(FaultyInput) as raised:
        read_body(facts, TypeAdapter(step_of(CYCLES["contract"])))
    (fault,) = raised.value.faults
    assert (fault.key, fault.text.en) == (
        "refers_to.certificat",
        TOLD,
    )


def test_a_step_that_takes_no_extract_says_so():
    step = RecordAnnulled(on="2024-02-01", by="chair", record=1, reason="ошибка")
    with pytest.raises(ValidationError, match="takes no extracts of other cases; leave refers_to out"):
        Line(history="1", lifecycle="contract", event=step, refers_to={"certificate": "1"})


@given(
    st.sampled_from(STEPS).flatmap(lambda step: st.tuples(st.just(step[0]), drawn_from(step[1]))), st.data()
)
@settings(max_examples=size(100, 3000))
def test_a_line_is_written_as_a_file_of_steps_has_it_and_read_back(drawn, data):
    """Whatever writes it, as JSON and as values of Python."""
    cycle, event = drawn
    line = Line(
        history="1",
        lifecycle=cycle.name,
        event=event,
        decision=data.draw(st.none() | drawn_from(Decision)),
        expected_version=data.draw(st.none() | st.integers(0, 5)),
    )
    for how in ({}, {"exclude_unset": True}):
        text = line.model_dump_json(**how)
        assert LINE.dump_json(line, **how).decode() == text
        written = json.loads(text)
        assert "event" not in written
        assert written["kind"] == event.model_dump()["kind"]
        assert Line.model_validate_json(text) == line
        assert LINE.validate_json(text) == line
        assert LINE.validate_python(line.model_dump(**how)) == line


def test_a_line_is_written_without_a_word_of_warning_and_its_schema_is_one(recwarn):
    *_, last = contracted()
    written = json.loads(last.model_dump_json(exclude_none=True))
    assert (written["history"], written["kind"]) == ("k1", "concluded")
    assert not recwarn.list
    modes = ("validation", "serialization")
    assert Line.model_json_schema(mode=modes[0]).keys() == Line.model_json_schema(mode=modes[1]).keys()
