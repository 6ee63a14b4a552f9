"""The JSON Schema says what the reader takes: of profiles, meetings, lines of steps, what is done and reported.

Law: what the reader takes, the schema takes; and what the reader refuses though the schema takes it is refused for
one of the reasons that a schema cannot state, which are listed here and on the page on embedding.
"""

import copy
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import filled
import places
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from night import size
from pydantic import ValidationError

from law189 import MeetingRecord, load_profile, shipped_profiles
from law189.audit.indicators import Reported
from law189.audit.plan import Done
from law189.casebook.line import LINE, Line
from law189.errors import FaultyInput
from law189.files.disk import read_file
from law189.profile.federal import shipped_data
from law189.profile.profile import Profile

PROFILE = Draft202012Validator(Profile.json_schema())
MEETING = Draft202012Validator(MeetingRecord.model_json_schema())
LINES = Draft202012Validator(Line.model_json_schema())
SMALL = sorted((places.PROFILES / "towns").glob("*.yaml"))
GOOD_PROFILES = [
    places.PROFILES / "small.yaml",
    *sorted(places.DECREES.glob("*.yaml")),
    *sorted(places.ROOT.glob("src/law189/data/municipalities/*.yaml")),
]
CANNOT_SAY = {
    "a day that the calendar lacks, such as 30 February, or one before 1900 or after 2100": (
        r"^there is no day \S+ in the calendar|no day here is so (early|late);"
    ),
    "a name that nothing in the file or the law has": (
        r"^the file has no \w+ «|^the act «.*» is not known|^the act has no document «"
        r"|^the list has no service «|^the law hands down no value|^the composition has no seat"
    ),
    "keys that need or exclude one another": (
        r"^give exactly one of|go together:|no provision that says so; add forms_cite$|^add at_least or at_most$"
        r"|says where, but not who drafts|but not who they are; add presiding$|are needed by an event of the kind"
        r"|^where no poll is allowed it has|^only a poll has polled|^add at: the event"
    ),
    "a value that must fit another": (
        r"does not fit the role|^seats with the role|^a quorum is counted of|is given under (term|entries):"
        r"|not in the unit of the indicator|^a decree is not in force before its own day"
        r"|presides, and the composition has no seat with the role|^no part of a person is counted"
    ),
    "bounds that another entry sets": r"; at least \d+( and at most \d+)? (is )?needed$|: each entry once, among:",
    "an act that sets a value": r"is set by the act «|^another act has the name",
    "a share of more than the whole": r"^the share .* is out of range|^there is no more than the whole",
    "days, months or bounds in the wrong order": (
        r"^since .* is later than until|^the amendment since .* stands after|^age_from \d+ is more than"
        r"|^nothing is at least .* and at most|^the last month of a term must be after its first"
    ),
    "the same twice": (
        r"is listed twice|named more than once|twice; keep one$|names one thing twice"
        r"|^two of the invited are called|has a year of its own|^each recipient of copies once"
    ),
    "words of nothing but blanks, or with a sign that nobody sees": (
        r"^empty text|has the invisible sign|has a line break|has .* \(U\+....\), sign|^a number without a digit"
        r"|^an INN or OGRN has digits only|^an empty number|^a number on several lines"
        r"|^Tuple should have at least 1 item"
    ),
    "a yes, a no or a dash where words are needed, and a day in place of an event": (
        r"^the words themselves are needed|» is no number;|^it says «.*»; write|» is a day and no event"
    ),
    "an act that cannot be named, or is named in two ways": (
        r"has no short name, |is not declined by itself|^the number .* of an act|has a word too many"
        r"|^the name of a document is taken|^the day of publication is given twice"
    ),
    "a changed norm without an address": r"add cite to the change|remove cite$",
    "a layer that cannot be read, and a key that only a layer may leave out": (
        r"^the required key (acts|adopted|bodies|documents|services|systems) is missing"
        r"|^the data are of no file|in a layer is of no act"
    ),
    "who was present at a meeting, which the record of a poll leaves out": r"^who was present is not given",
    "a document that contradicts itself": r"the document contradicts itself",
}
"""Why a reader may refuse what the schema takes, by the reader's English words."""


STARTS = (
    "The schema takes more, because it cannot say:\n",
    "Схема принимает и лишнее, потому что не может выразить:\n",
)


def in_words(refused: Exception) -> list[str]:
    """The reasons of the reader in English, one by one."""
    if isinstance(refused, FaultyInput):
        return [fault.text.en for fault in refused.faults]
    assert isinstance(refused, ValidationError)
    return [details["msg"] for details in refused.errors()]


def read(reader: Callable[[Any], object], value: Any) -> list[str]:
    """Why the reader refuses the value; nothing where it takes it."""
    try:
        reader(copy.deepcopy(value))
    except (FaultyInput, ValidationError) as refused:
        return in_words(refused)
    return []


def said(schema: Draft202012Validator, value: Any) -> list[str]:
    """What the schema finds wrong, each with its place."""
    return [f"{error.json_path}: {error.message}"[:300] for error in schema.iter_errors(value)]


def held(path: Path) -> Any:
    """What the file holds; a decree of the linter's tests says only what differs from the base."""
    plain = read_file(path).plain()
    if path.parent != places.DECREES or path.stem == "base":
        return plain
    base = read_file(places.DECREES / "base.yaml").plain()
    group = {**base["working_group"], **plain.get("working_group", {})}
    return {**base, **plain, "working_group": group}


# ─── What files hold ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("schema", [PROFILE, MEETING, LINES], ids=["profile", "meeting", "line"])
def test_the_schema_is_a_schema(schema: Draft202012Validator):
    Draft202012Validator.check_schema(schema.schema)
    assert json.loads(json.dumps(schema.schema)) == schema.schema


@pytest.mark.parametrize("path", GOOD_PROFILES, ids=lambda path: path.name)
def test_every_good_profile_keeps_the_schema(path: Path):
    plain = held(path)
    assert read(load_profile, plain) == []
    assert said(PROFILE, plain) == []


def test_a_profile_with_adopted_acts_and_amendments_keeps_the_schema():
    plain = read_file(places.ROOT / "src/law189/data/municipalities/kemerovo.yaml").plain()
    plain |= read_file(places.EXAMPLES / "adopted_acts.yaml").plain()
    change = {"do": "set", "at": ["title", "ru"], "to": "город"}
    act = {**filled.act("my-town-57", "57"), "date": "2024-02-01"}
    plain["amendments"] = [{"act": act, "since": "2024-02-10", "changes": [change]}]
    assert read(load_profile, plain) == []
    assert said(PROFILE, plain) == []
    assert said(PROFILE, {**plain, "amendments": [{"act": act, "since": "2024-02-10"}]}) != []


def test_the_meeting_of_the_examples_keeps_the_schema():
    assert said(MEETING, MEETINGS[0]) == []
    assert read(MeetingRecord.model_validate, MEETINGS[0]) == []


def test_every_saved_step_of_every_lifecycle_keeps_the_schema_as_a_line():
    assert {line["lifecycle"] for line in STEPS} == {path.stem for path in SAVED}
    for line in STEPS:
        assert read(LINE.validate_python, line) == []
        assert said(LINES, line) == []


def test_the_page_on_embedding_lists_what_a_schema_cannot_state():
    pages = [
        (places.ROOT / "docs/howto" / name).read_text(encoding="utf-8")
        for name in ("embed.md", "embed.ru.md")
    ]
    listed = " ".join(pages[0].split())
    assert [reason for reason in CANNOT_SAY if reason not in listed] == []
    lists = [page.partition(start)[2].partition("\n\n")[0] for page, start in zip(pages, STARTS, strict=True)]
    assert len({one.count("\n- ") for one in lists}) == 1


# ─── Changed in one place ────────────────────────────────────────────────────────────────────────────────


def spots(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path to every value within."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield (*path, key)
        yield from spots(item, (*path, key))


def at(value: Any, path: tuple[Any, ...]) -> Any:
    """What stands at the path."""
    for step in path:
        value = value[step]
    return value


def kind(value: Any) -> type:
    """The JSON type of a value."""
    return float if isinstance(value, int | float) and not isinstance(value, bool) else type(value)


WRITTEN = (
    *("", " ", "-", "нет", "0", "7", "7,5", "zzz", "№ 5", "1/2", "3/2", "две\nстроки", "app1.1", "app99.1"),
    *(
        "1899-01-01",
        "1900-01-01",
        "2023-02-30",
        "2023-12-31",
        "2100-12-31",
        "chair",
        "education",
        "4205000009",
    ),
)
NUMBERS = (0, 1, 3, 13, 100, 2019, 2030, 2101, 1.5)


def another(value: Any) -> st.SearchStrategy[Any]:
    """Another value of the same JSON type."""
    match value:
        case bool():
            return st.just(not value)
        case str():
            return st.sampled_from((*WRITTEN, f"{value} ", value[:-1], value * 2))
        case int() | float():
            return st.sampled_from(NUMBERS)
        case list():
            return st.sampled_from(([], value[:1], value[1:], value[::-1], value * 2))
        case _:
            return st.just({})


OTHERS = (None, True, -1, 7, 1.5, "zzz", [], {}, ["zzz"], [{}], {"zzz": 1})


@st.composite
def changed(draw: st.DrawFn, bases: list[Any]) -> Any:
    """One of the values with one other value of the same or of a wrong type, one unknown key or one key less."""
    value = copy.deepcopy(draw(st.sampled_from(bases)))
    paths = list(spots(value))
    path = draw(st.sampled_from(paths))
    parent, last = at(value, path[:-1]), path[-1]
    match draw(st.sampled_from(["value", "value", "type", "key", "less"])):
        case "value":
            parent[last] = draw(another(parent[last]))
        case "type":
            old = kind(parent[last])
            parent[last] = draw(st.sampled_from([other for other in OTHERS if kind(other) is not old]))
        case "key":
            named = draw(st.sampled_from([(), *(p for p in paths if isinstance(at(value, p), dict))]))
            at(value, named)["unknown_key"] = draw(st.sampled_from(OTHERS))
        case _:
            del parent[last]
    return value


def agree(schema: Draft202012Validator, reader: Callable[[Any], object], value: Any) -> None:
    """What the law asks of one value."""
    refused, wrong = read(reader, value), said(schema, value)
    if not refused:
        assert wrong == []
    elif not wrong:
        unsaid = [why for why in refused if not any(re.search(p, why) for p in CANNOT_SAY.values())]
        assert unsaid == []


SAVED = sorted((places.HISTORIES / "v1").glob("*.json"))
STEPS = [
    {"history": saved["id"], "lifecycle": saved["lifecycle"], **record["event"]}
    for saved in (json.loads(path.read_text(encoding="utf-8")) for path in SAVED)
    for record in saved["records"]
]
MEETINGS = [read_file(places.EXAMPLES / "meeting.yaml").plain()]
MEETINGS.append({**MEETINGS[0], "readings": {"Q1": "all_seats"}, "vacant": ["member-8"], "elected": "deputy"})
DONE = [{"id": "app4.4", "done_on": "2023-09-28", "event_on": "2023-09-01"}]
REPORTED = [
    {"id": "app5.2.1", "value": True, "on": "2024-12-20", "year": 2024},
    {"id": "app5.4.5", "value": "96.5", "on": "2024-12-31"},
]
PROFILES = [
    *(read_file(file).plain() for file in (places.PROFILES / "small.yaml", *SMALL)),
    *(
        {**shipped_data()["municipalities"][name], "adopted": list(filled.acts())}
        for name in shipped_profiles()
    ),
]


@settings(max_examples=size(120, 600))
@given(changed(PROFILES))
def test_schema_and_reader_agree_on_a_profile_changed_in_one_place(value: Any):
    agree(PROFILE, load_profile, value)


@settings(max_examples=size(300, 3000))
@given(changed(MEETINGS))
def test_schema_and_reader_agree_on_a_meeting_changed_in_one_place(value: Any):
    agree(MEETING, MeetingRecord.model_validate, value)


@settings(max_examples=size(300, 3000))
@given(changed(STEPS))
def test_schema_and_reader_agree_on_a_line_changed_in_one_place(value: Any):
    agree(LINES, LINE.validate_python, value)


@settings(max_examples=size(100, 1000))
@given(changed(DONE))
def test_schema_and_reader_agree_on_what_was_done_changed_in_one_place(value: Any):
    agree(Draft202012Validator(Done.model_json_schema()), Done.model_validate, value)


@settings(max_examples=size(100, 1000))
@given(changed(REPORTED))
def test_schema_and_reader_agree_on_what_was_reported_changed_in_one_place(value: Any):
    agree(Draft202012Validator(Reported.model_json_schema()), Reported.model_validate, value)
