"""A clean line is read once, and as the careful reader reads it; any other is left to that reader."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from night import size
from pydantic import TypeAdapter
from stories import KEMEROVO, STORIES

from law189.audit.names import Names
from law189.casebook.line import LINE
from law189.errors import FaultyInput
from law189.files.clean import clean
from law189.files.disk import careful, read_lines
from law189.files.limits import VALUES

NAMES = Names(KEMEROVO)
STEPS = [
    {
        "history": story.id,
        "lifecycle": story.cycle.name,
        **event.model_dump(mode="json", exclude_none=True),
        **({} if decision is None else {"decision": decision.model_dump(mode="json")}),
    }
    for story in STORIES.values()
    for event, decision in story.steps
    if event.by != "clerk"  # whom no file may name
]
RIGHT = [
    json.dumps(step, ensure_ascii=ascii_only).encode() + end
    for step in STEPS
    for ascii_only, end in ((False, b"\n"), (True, b"\r\n"))
]
ODD = (
    *'{}[],:"\\ \t\n\r-+.0123456789eE',
    *"\u200b\u00ad\u00a0\ufe0f\ufeff\u3164\u2028\x00\x1bОсhТ",
    *("null", "true", "NaN", "Infinity", "None", "1_0", "1e2", "007", "-0", "٣", "[[[[[[", "{}", "//"),
    *(
        r"\u200b",
        r"\u00a0",
        r"\n",
        r"\ud800",
        r"\u0441",
        '"by":"chair",',
        '"kind":"x",',
        ',"extra":1',
        "x" * 90,
    ),
    *("2023-W40-4", "2023-13-01", "0001-01-01", "member-1", "родитель", "certificate", "[" * 40 + "]" * 40),
)


def also(line):
    return NAMES.of(line.event)


def agree(data, adapter=LINE, also=also):
    """The clean reader's value, which is the careful one's; None where it leaves the line to that one."""
    found = clean(data, adapter, also)
    if found is not None:
        told = careful(data, 2, "steps.jsonl", adapter, also)
        assert not isinstance(told, FaultyInput), [fault.told("en") for fault in told.faults]
        assert told == found
        assert type(told) is type(found)
    return found


@pytest.mark.parametrize("data", RIGHT, ids=lambda data: str(RIGHT.index(data)))
def test_a_right_line_is_clean(data):
    assert agree(data) is not None


@st.composite
def spoilt(draw):
    """A right line with a few places cut out, doubled, or with something odd put in."""
    text = draw(st.sampled_from(RIGHT)).decode().rstrip("\r\n")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.sampled_from([0, 0, 0, 1, 1, 3, 12]))
        put = draw(st.sampled_from(["", *ODD]) | st.just(text[at : at + cut] * 2))
        text = text[:at] + put + text[at + cut :]
    return text.encode("utf-8", "surrogatepass")


@settings(max_examples=size(600, 50_000))
@given(spoilt())
@example(b"")
@example(b"\xff")
@example(b'{"a":1,"a":1}')
def test_a_spoilt_line_is_taken_and_refused_alike(data):
    agree(data)


@settings(max_examples=size(300, 20_000))
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=9,
    ),
    st.booleans(),
)
def test_a_value_of_any_shape_is_taken_and_refused_alike(value, ascii_only):
    text = json.dumps(value, ensure_ascii=ascii_only)
    agree(text.encode("utf-8", "surrogatepass"), TypeAdapter(dict[str, str]), None)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda line: line.replace(b'"by"', b'"by": "chair", "by"', 1),
        lambda line: line.replace(b'"on"', b'"\\u006fn": "2023-10-02", "on"', 1),
        lambda line: line.replace(b'"by": "', b'"by": "\\u200b', 1),
        lambda line: line.replace(b'"by": "', '"by": "\u200b'.encode(), 1),
        lambda line: line.replace(b'"by"', '"bу"'.encode(), 1),
        lambda line: line[:-3],
        lambda line: line.replace(b"}", b', "more": NaN}', 1),
        lambda line: b" " * VALUES + line,
    ],
    ids=[
        "twice",
        "twice, escaped",
        "hidden, escaped",
        "hidden",
        "another alphabet",
        "cut",
        "no JSON",
        "long",
    ],
)
def test_what_may_not_be_clean_is_left_to_the_careful_reader(spoil):
    assert all(clean(spoil(data), LINE, also) is None for data in RIGHT)


def test_a_file_says_of_each_line_what_the_careful_reader_says(tmp_path):
    file = tmp_path / "steps.jsonl"
    lines = [
        line
        for data in RIGHT[:20:2]
        for line in (data, data.replace(b'"by"', '"bу"'.encode()), data[:-3] + b"\n")
    ]
    file.write_bytes(b"".join(lines))
    for (number, found), data in zip(read_lines(file, LINE, also), lines, strict=True):
        told = careful(data, number, str(file), LINE, also)
        assert (str(found), number) == (str(told), number)
