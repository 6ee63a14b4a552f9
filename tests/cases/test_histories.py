"""Saved histories: what an older version wrote is read by today's code, and what is no history is refused."""

import json
from copy import deepcopy
from datetime import date

import places
import pytest
from night import some
from stories import KEMEROVO, STORIES

from law189.audit.verify import Trace, last_hash, verify
from law189.cases.saved import rows_of
from law189.errors import Law189Error
from law189.workflows import LIFECYCLES
from law189.workflows.certificate import balance

FOLDER = places.HISTORIES
V1, V2, SHORT = FOLDER / "v1", FOLDER / "v2", FOLDER / "v2_short"
"""Schema 1; schema 2 as it was first written, every row in full; schema 2 without what an event says already."""
CYCLES = {cycle.name: cycle for cycle in LIFECYCLES}
EXPECTED = {
    "meeting": ("complete", "holds breach unknown holds holds holds holds holds holds", {3}, {3}),
    "order": ("published", "unknown holds unknown holds unknown breach", {1, 3, 5, 6}, {2}),
    "selection": ("included", "unknown unknown holds unknown", {1, 2, 4}, {1}),
    "agreement": ("completed", "unknown holds unknown holds unknown holds", {1, 3, 5}, {2}),
    "certificate": ("used", "breach unknown unknown holds unknown holds holds holds holds", {2, 3, 5}, {2}),
    "contract": ("terminated", "holds unknown holds breach holds holds holds", {2}, {1, 4}),
}
"""The state, the outcomes, the numbers of the decided records, the places of the annulled ones."""
ADMITTED = {
    "meeting": {5},
    "order": {4},
    "selection": {3},
    "agreement": {4},
    "certificate": {4},
    "contract": {3, 6},
}
"""The numbers of the annulments: older code let anybody annul; today an office decides on those of a clerk."""
stories = pytest.mark.parametrize("name", EXPECTED)


def write_short() -> None:
    """Write the files once: `python -c "import test_histories as t; t.write_short()"` in this folder.

    They stand for what older versions wrote, so they are never written again; a new form gets a new folder.
    """
    SHORT.mkdir(parents=True, exist_ok=True)
    for name, story in STORIES.items():
        path = SHORT / f"{name}.json"
        if not path.exists():
            path.write_text(written(story.cycle.dump(story.told())), encoding="utf-8")


def written(dumped) -> str:
    return json.dumps(dumped, ensure_ascii=False, indent=1) + "\n"


def text(name, folder=V1) -> str:
    return (folder / f"{name}.json").read_text(encoding="utf-8")


def saved(name):
    return json.loads(text(name))


# ─── Backward: what was written is read ──────────────────────────────────────────────────────────────────


def test_every_lifecycle_has_its_story_its_file_and_its_expectation():
    for folder in (V1, V2, SHORT):
        assert set(CYCLES) == {path.stem for path in folder.glob("*.json")} == set(EXPECTED) == set(STORIES)


@stories
@pytest.mark.parametrize("folder", [V1, V2, SHORT], ids=["v1", "v2", "short"])
def test_a_saved_history_is_read_with_its_state_verdicts_decisions_and_annulments(name, folder):
    history = CYCLES[name].load(json.loads(text(name, folder)))
    state, outcomes, decided, annulled = EXPECTED[name]
    if folder is not V1:
        each = ["unknown" if n in ADMITTED[name] else one for n, one in enumerate(outcomes.split(), start=1)]
        outcomes, decided = " ".join(each), decided | ADMITTED[name]
    assert (history.lifecycle, history.id, history.state) == (name, STORIES[name].id, state)
    assert " ".join(record.verdict.outcome for record in history.records) == outcomes
    assert {number for number, record in enumerate(history.records, 1) if record.decision} == decided
    assert history.annulled == annulled


def uncured(verdict):
    """The verdict without what can be done about it: the rules of today tell that, a file of then does not."""
    kept = {key: value for key, value in verdict.items() if key != "cure"}
    return kept | {"parts": [uncured(part) for part in verdict["parts"]]}


@stories
def test_a_history_of_schema_1_is_written_in_schema_2_and_says_the_same(name):
    cycle, file = CYCLES[name], saved(name)
    again = cycle.dump(cycle.load(file))
    assert (again["schema"], again["id"]) == (2, file["id"])
    back = cycle.load(json.loads(json.dumps(again)))
    assert back == cycle.load(file)
    told = [uncured(record.verdict.as_json()) for record in back.records]
    assert told == [r["verdict"] for r in file["records"]]
    assert [r.verdict.as_json() for r in cycle.load(file).records] == [
        r.verdict.as_json() for r in back.records
    ]
    assert {record.kept.law189 for record in back.records} == {None}, "nobody noted which version judged"


@stories
def test_a_history_of_schema_2_is_written_again_byte_for_byte(name):
    assert written(CYCLES[name].dump(CYCLES[name].load(json.loads(text(name, SHORT))))) == text(name, SHORT)


@stories
def test_a_history_of_schema_2_in_full_is_written_shorter_with_the_same_rows_and_hashes(name):
    cycle, file = CYCLES[name], json.loads(text(name, V2))
    loaded = cycle.load(file)
    again = cycle.dump(loaded)
    assert rows_of(again) == rows_of(file)
    assert verify(file) == verify(loaded) == verify(again) == ()
    assert last_hash(again) == last_hash(file)
    assert len(written(again)) < len(written(file))
    for number, row in enumerate(rows_of(file), start=1):
        heading = {"schema": 2, "lifecycle": name, "id": file["id"], "number": number}
        assert cycle.dump_record(loaded, number) == heading | row


@stories
@pytest.mark.parametrize("folder", [V2, SHORT], ids=["v2", "short"])
def test_a_record_changed_dropped_or_moved_in_a_file_of_schema_2_shows_as_what_it_is(name, folder):
    file = json.loads(text(name, folder))
    records = file["records"]
    dropped = verify({**file, "records": records[1:]})
    assert [(one.number, one.trace) for one in dropped] == [(1, Trace.DROPPED)]
    moved = verify({**file, "records": [records[1], records[0], *records[2:]]})
    assert {one.trace for one in moved} == {Trace.MOVED}
    for number, row in enumerate(rows_of(file), start=1):
        other = rows_of(file)
        other[number - 1] = {**row, "event": {**row["event"], "by": "somebody else"}}
        changed = verify({**file, "keys": [], "shared": [], "records": other})
        assert [(one.number, one.trace) for one in changed] == [(number, Trace.CHANGED)]


def gist(history):
    """What must never change; the words of a sentence may, and who may annul has."""
    steps = []
    for number, r in enumerate(history.records, 1):
        judged = (r.verdict.outcome, r.verdict.rule, r.decision)
        steps.append((r.event, r.state, *(() if number in ADMITTED[history.lifecycle] else judged)))
    return history.id, history.state, history.annulled, steps


@stories
def test_todays_code_has_an_office_decide_on_an_annulment_by_a_clerk(name):
    for number in ADMITTED[name]:
        record = STORIES[name].told().records[number - 1]
        (unknown,) = [part.rule for part in record.verdict.parts if part.stops]
        assert (record.kind, unknown, record.decision.reason) == (
            "record_annulled",
            "lifecycle.annuller",
            "ошибку признал начальник",
        )


@stories
def test_todays_code_judges_the_same_story_the_same_way(name):
    assert gist(CYCLES[name].load(saved(name))) == gist(STORIES[name].told())


def test_the_balance_of_a_saved_certificate_is_what_is_left_after_both_contracts():
    file = saved("certificate")
    left = []
    for steps in range(5, len(file["records"]) + 1):
        history = CYCLES["certificate"].load({**file, "records": file["records"][:steps]})
        left.append(str(balance(history).amount))
    assert left == ["72.50", "0.50", "52.50", "0.00", "0.00"]


GOING_ON = [(name, steps) for name, story in STORIES.items() for steps in range(len(story.steps))]


@pytest.mark.parametrize(("name", "steps"), GOING_ON)
def test_a_saved_history_goes_on_from_any_of_its_records(name, steps):
    story, file = STORIES[name], saved(name)
    history = CYCLES[name].load({**file, "records": file["records"][:steps]})
    for event, decision in story.steps[steps:]:
        history = CYCLES[name].advance(history, event, KEMEROVO, decision=decision)
    assert gist(history) == gist(story.told())


def test_a_record_of_older_code_without_the_key_decision_is_read():
    file = saved("meeting")
    assert "decision" not in file["records"][0]
    history = CYCLES["meeting"].load({**file, "records": file["records"][:1]})
    assert history.records[0].decision is None


# ─── Forward and hostile: what is no history of ours is refused with words ───────────────────────────────


def changed(file, *path, to):
    """The saved history with one value changed, or taken out where `to` is ABSENT."""
    file = deepcopy(file)
    place = file
    for step in path[:-1]:
        place = place[step]
    if to is ABSENT:
        del place[path[-1]]
    else:
        place[path[-1]] = to
    return file


ABSENT = object()
FIRST = ("records", 0)
MEETING_FAULTS = {
    "a newer form": ((("schema",), 3), "with schema 3; read it with the version of law189 that wrote it"),
    "no form": ((("schema",), ABSENT), "with schema None; read it with the version"),
    "the form as a word": ((("schema",), "1"), "schema: a whole number without quotes is needed"),
    "another lifecycle": (
        (("lifecycle",), "certificate"),
        "a history of meeting with schema 1 or 2 is needed",
    ),
    "no id": ((("id",), ABSENT), "id: the required key id is missing; add it"),
    "a number for the id": ((("id",), 7), "id: text is needed, not 7"),
    "no records": ((("records",), ABSENT), "records: the required key records is missing; add it"),
    "nothing for the records": ((("records",), None), "records: a list .* is needed"),
    "nothing for a record": ((FIRST, None), r"records\[0\]: keys with values are needed"),
    "an unknown key": (
        (("signature",), "x"),
        "signature: there is no such key; read the history with the version",
    ),
    "an unknown key of a record": (((*FIRST, "seal"), "x"), r"records\[0\]\.seal: there is no such key"),
    "no event": (((*FIRST, "event"), ABSENT), r"records\[0\]\.event: the required key event is missing"),
    "an event without its kind": (((*FIRST, "event", "kind"), ABSENT), r"records\[0\]\.event"),
    "an event without its day": (
        ((*FIRST, "event", "on"), ABSENT),
        r"event.*on.* is missing; add it",
    ),
    "an event with an unknown fact": (
        ((*FIRST, "event", "mood"), "good"),
        r"event.*mood: there is no such key",
    ),
    "an event on no day": (((*FIRST, "event", "on"), "2023-02-30"), "there is no day 2023-02-30"),
    "no state": (((*FIRST, "state"), ABSENT), r"records\[0\]\.state: the required key state is missing"),
    "a state off the path": (
        ((*FIRST, "state"), "signed"),
        "from planned to convened, not to signed",
    ),
    "no such state": (((*FIRST, "state"), "dreaming"), "from planned to convened, not to dreaming"),
    "no verdict": (
        ((*FIRST, "verdict"), ABSENT),
        r"records\[0\]\.verdict: the required key verdict is missing",
    ),
    "a word for a verdict": (((*FIRST, "verdict"), "holds"), r"records\[0\]\.verdict: .*not a verdict"),
    "a verdict without facts": (
        ((*FIRST, "verdict", "facts"), ABSENT),
        r"records\[0\]\.verdict: .*not a verdict",
    ),
    "a verdict without words": (
        ((*FIRST, "verdict", "text"), None),
        r"records\[0\]\.verdict: .*not a verdict",
    ),
    "no such outcome": (
        ((*FIRST, "verdict", "outcome"), "fine"),
        r"verdict: .*«fine» is not a valid",
    ),
    "a citation of nothing": (((*FIRST, "verdict", "cites"), [1]), r"records\[0\]\.verdict"),
    "a void step": (
        ((*FIRST, "verdict", "outcome"), "void"),
        "record 1 is void, and such a step is never",
    ),
    "an unknown step that nobody decided": (
        (("records", 2, "decision"), ABSENT),
        "record 3 is unknown, and",
    ),
    "a decision without its reason": (
        ((*FIRST, "decision"), {"by": "x", "on": "2023-10-02"}),
        "reason is missing",
    ),
    "a decision of nobody": (
        ((*FIRST, "decision"), {"by": " ", "on": "2023-10-02", "reason": "x"}),
        "decision.by",
    ),
    "an annulment of the future": (
        (("records", 4, "event", "record"), 6),
        "record 5 leads from closed to nowhere",
    ),
    "an annulment of itself": (
        (("records", 4, "event", "record"), 5),
        "record 5 leads from closed to nowhere",
    ),
    "an annulment of the ground": (
        (("records", 4, "event", "record"), 1),
        "record 5 leads from closed to nowhere",
    ),
    "an annulment of nothing": (
        (("records", 4, "event", "record"), 0),
        r"event.*record: 0 is too small",
    ),
}


@pytest.mark.parametrize(("change", "words"), MEETING_FAULTS.values(), ids=MEETING_FAULTS)
def test_what_is_no_history_is_refused_with_its_place_and_what_is_wrong(change, words):
    path, to = change
    with pytest.raises(Law189Error, match=words):
        CYCLES["meeting"].load(changed(saved("meeting"), *path, to=to))


@stories
def test_a_history_in_another_order_is_off_its_path(name):
    file = saved(name)
    file["records"][0], file["records"][1] = file["records"][1], file["records"][0]
    with pytest.raises(Law189Error, match="record 1 leads from"):
        CYCLES[name].load(file)


@stories
def test_no_value_changed_to_another_type_gets_past_or_raises_without_words(name):
    """Every value of the file, one by one, becomes a thing that it is not."""

    def places(value, path=()):
        yield path
        items = (
            value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        )
        for key, item in items:
            yield from places(item, (*path, key))

    short = saved(name)
    short["records"] = short["records"][:2]
    paths = [path for path in places(short) if path and "facts" not in path]
    for path in some(paths, paths[::2]):
        for to in (None, 7, "", {}, ABSENT):
            broken = changed(short, *path, to=to)
            try:
                history = CYCLES[name].load(broken)
            except Law189Error as error:
                assert str(error).strip()  # noqa: PT017  # a thousand cases in one test
            else:
                assert CYCLES[name].load(CYCLES[name].dump(history)) == history


@pytest.mark.parametrize("data", [None, [], "x", 7, {}])
def test_what_is_no_mapping_is_no_history(data):
    with pytest.raises(
        Law189Error, match=r"a mapping .dict. is needed|a history of meeting with schema 1 or 2 is needed"
    ):
        CYCLES["meeting"].load(data)


def test_a_history_of_a_thousand_steps_is_read_in_no_time():
    file = saved("meeting")
    closed, undone = file["records"][3], file["records"][4]
    pairs = []
    for number in range(4, 1004, 2):
        again = deepcopy(undone)
        again["event"]["record"] = number
        pairs += [closed, again]
    history = CYCLES["meeting"].load({**file, "records": [*file["records"][:3], *pairs]})
    assert (history.version, history.state, len(history.standing)) == (1003, "open", 3)
    assert history.last_day == date(2023, 10, 3)
