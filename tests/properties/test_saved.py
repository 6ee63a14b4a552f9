"""What is read can be told: whatever a reader accepts is judged, told, dumped and loaded again."""

import json
from copy import deepcopy
from datetime import date, timedelta

import places
import pytest
from filled import filled
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from stories import STORIES

from law189.errors import Law189Error
from law189.profile.loader import load_profile
from law189.report.text import tell
from law189.verdict import NotAVerdict, Verdict
from law189.workflows import LIFECYCLES

law = settings(max_examples=size(40, 120))
CYCLES = {cycle.name: cycle for cycle in LIFECYCLES}
SAVED = {
    name: json.loads((places.HISTORIES / "v1" / f"{name}.json").read_text(encoding="utf-8"))
    for name in CYCLES
}
HISTORIES = {name: cycle.load(SAVED[name]) for name, cycle in CYCLES.items()}
FRESH = {name: cycle.dump(HISTORIES[name]) for name, cycle in CYCLES.items()}


def rows_of(cycle, history):
    """A row for each record, as a table gives them back; the whole where there is none."""
    rows = [cycle.dump_record(history, number) for number in range(1, history.version + 1)]
    return json.loads(json.dumps(rows, allow_nan=False)) if rows else cycle.dump(history)


ROWS = {
    name: rows_of(STORIES[name].cycle, STORIES[name].told(3 if name == "certificate" else None))
    for name in CYCLES
}


PROFILES = (load_profile("kemerovo"), filled("kemerovo"))

# ─── Порча сохранённого: swap, delete, retype, splice ────────────────────────────────────────────────────

STRANGE = st.sampled_from(
    [
        None,
        True,
        0,
        -1,
        10**30,
        0.5,
        float("nan"),
        float("inf"),
        "",
        " ",
        "{x}",
        "{0}",
        "\x1b[31m",
        "void",
        "holds",
        "unknown",
        "V2",
        "threshold",
        "coin",
        "0001-01-01",
        "9999-12-31",
        "2023-02-30",
        "1/0",
        "NaN",
        [],
        {},
        [[]],
        {"": None},
        {"ru": "а", "en": "a"},
        {"ru": "а"},
        {"code": "V2", "choice": "coin", "otherwise": []},
        {"code": "Z9", "choice": "coin", "otherwise": []},
        [["decimal"]],
        [["x", "decimal"]],
        [["present", "decimal"], ["present", 0, "text"]],
    ]
)


def paths(value, path=()):
    """The path to every value inside, its own included."""
    yield path
    within = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in within:
        yield from paths(item, (*path, key))


def at(value, path):
    for step in path:
        value = value[step]
    return value


@st.composite
def spoilt(draw, dumps):
    """A saved value with one to three of its places swapped, taken out, retyped or filled with another's."""
    value = deepcopy(draw(st.sampled_from(dumps)))
    for _ in range(draw(st.integers(1, 3))):
        places_ = [path for path in paths(value) if path]
        if not places_:
            break
        path, other = draw(st.sampled_from(places_)), draw(st.sampled_from(places_))
        parent, key = at(value, path[:-1]), path[-1]
        match draw(st.sampled_from(["swap", "delete", "retype", "splice", "add"])):
            case "swap" if path[: len(other)] != other and other[: len(path)] != path:
                parent[key], at(value, other[:-1])[other[-1]] = at(value, other), parent[key]
            case "delete":
                del parent[key]
            case "retype":
                parent[key] = deepcopy(draw(STRANGE))
            case "splice":
                parent[key] = deepcopy(at(value, other))
            case "add" if isinstance(parent[key], dict):
                parent[key][draw(st.sampled_from(["x", "types", "reading", "ru"]))] = deepcopy(draw(STRANGE))
            case _:
                pass
    return value


# ─── Законы ──────────────────────────────────────────────────────────────────────────────────────────────


def told(verdict):
    for lang in ("ru", "en"):
        assert all(isinstance(line, str) for line in tell(verdict, lang))
    assert repr(verdict)
    assert isinstance(hash(verdict), int)


def read_and_used(cycle, data):
    """Load what a file holds; where it is taken, do with it all that anybody does with a history."""
    try:
        history = cycle.load_records(data) if isinstance(data, list) else cycle.load(data)
    except Law189Error as error:
        assert str(error).strip()  # noqa: PT017  # either way is right
        return False
    for record in history.records:
        told(record.verdict)
    dumped = cycle.dump(history)
    again = cycle.load(json.loads(json.dumps(dumped, allow_nan=False)))
    assert again == history
    assert cycle.dump(again) == dumped
    assert cycle.load_records(rows_of(cycle, history)) == history
    last = history.last_day or date(2023, 10, 2)
    for on in {last, min(last, date.max - timedelta(1)) + timedelta(1)}:
        for profile in PROFILES:
            for option in cycle.options(history, profile, on):
                told(option.verdict)
            cycle.due(history, profile, on)
            for record in history.records[-1:]:
                told(cycle.judge(history, record.event, profile))
    return True


@pytest.mark.parametrize("name", CYCLES)
def test_a_saved_history_whatever_happened_to_it_is_refused_with_words_or_can_be_used(name):
    @law
    @given(spoilt([SAVED[name], FRESH[name]]))
    def tried(data):
        read_and_used(CYCLES[name], data)

    tried()
    assert read_and_used(CYCLES[name], SAVED[name])


@pytest.mark.parametrize("name", CYCLES)
def test_rows_whatever_happened_to_them_are_refused_with_words_or_can_be_used(name):
    @law
    @given(spoilt([ROWS[name]]))
    def tried(data):
        read_and_used(CYCLES[name], data)

    tried()
    assert read_and_used(CYCLES[name], ROWS[name])


@pytest.mark.nightly
@pytest.mark.parametrize("name", CYCLES)
def test_a_saved_history_for_an_hour(name):
    @settings(law, max_examples=20_000, derandomize=False)
    @given(spoilt([SAVED[name], FRESH[name]]))
    def tried(data):
        read_and_used(CYCLES[name], data)

    tried()


VERDICTS = [record["verdict"] for saved in SAVED.values() for record in saved["records"]]


@settings(law, max_examples=size(150, 600))
@given(spoilt(VERDICTS))
def test_a_saved_verdict_whatever_happened_to_it_is_refused_with_words_or_can_be_told(data):
    try:
        verdict = Verdict.from_json(data)
    except NotAVerdict as error:
        assert error.words.ru.startswith("не вывод: ")  # noqa: PT017  # either way is right
        assert error.words.en.startswith("not a verdict: ")  # noqa: PT017  # either way is right
        return
    told(verdict)
    assert Verdict.from_json(json.loads(json.dumps(verdict.as_json(), allow_nan=False))) == verdict


# ─── Названные подделки ──────────────────────────────────────────────────────────────────────────────────


def forged(**changes):
    """The saved meeting with one of its verdicts forged."""
    saved = deepcopy(SAVED["meeting"])
    saved["records"][0]["verdict"] |= changes
    return saved


def test_an_outcome_better_than_a_reason_is_refused():
    saved = deepcopy(SAVED["meeting"])
    saved["records"][2]["verdict"]["outcome"] = "holds"
    saved["records"][2].pop("decision")
    with pytest.raises(Law189Error, match="better than a part's"):
        CYCLES["meeting"].load(saved)


def test_an_outcome_worse_than_every_reason_is_refused():
    with pytest.raises(Law189Error, match="record 1 is breach, and that is not the worst of its reasons"):
        CYCLES["meeting"].load(forged(outcome="breach"))


def test_days_that_run_backwards_are_refused():
    saved = deepcopy(SAVED["order"])
    saved["records"] = saved["records"][:2]
    first = date.fromisoformat(saved["records"][0]["event"]["on"])
    saved["records"][0]["event"]["on"] = (first + timedelta(3000)).isoformat()
    with pytest.raises(Law189Error, match=r"record 2 is of .*, earlier than the one before it"):
        CYCLES["order"].load(saved)


def test_a_removed_decision_is_refused():
    for name, saved in SAVED.items():
        for place, record in enumerate(saved["records"]):
            if record["verdict"]["outcome"] == "unknown":
                removed = deepcopy(saved)
                del removed["records"][place]["decision"]
                with pytest.raises(Law189Error, match=f"record {place + 1} is unknown"):
                    CYCLES[name].load(removed)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"reading": {"code": "V2", "choice": "coin", "otherwise": []}}, "the reading V2 has no such choice"),
        ({"facts": {"present": 0.5}}, "an exact number is written as text"),
        ({"facts": ["present"]}, "keys are needed"),
        ({"cites": [0.5]}, "an exact number is written as text"),
        ({"cites": ["app3.5.5"]}, "something else than an address"),
        ({"facts": {"a": "x"}, "types": [["a", "decimal"]]}, "'x' is no decimal"),
        ({"facts": {"a": "1"}, "types": [["b", "decimal"]]}, "there is no fact at"),
        ({"facts": {"a": "01"}, "types": [["a", "fraction"]]}, "'01' is no fraction"),
        ({"outcome": "fine"}, "«fine» is not a valid outcome"),
        ({"seal": "x"}, "are needed, not"),
    ],
)
def test_a_verdict_of_another_shape_is_refused_when_it_is_read(changes, words):
    with pytest.raises(NotAVerdict, match=words):
        Verdict.from_json(VERDICTS[0] | changes)


def test_facts_and_parts_without_end_are_refused():
    fact = None
    for _ in range(5000):
        fact = [fact]
    with pytest.raises(NotAVerdict, match="facts within facts"):
        Verdict.from_json(VERDICTS[0] | {"facts": {"deep": fact}})
    deep = VERDICTS[0] | {"parts": []}
    for _ in range(2000):
        deep = deep | {"parts": [deep]}
    with pytest.raises(NotAVerdict, match="parts within parts"):
        Verdict.from_json(deep)


def test_a_reading_of_somebody_elses_is_told_by_its_code():
    other = {"choice": "wide", "outcome": "void", "text": {"ru": "нет", "en": "no"}}
    verdict = Verdict.from_json(
        VERDICTS[0] | {"reading": {"code": "Z9", "choice": "narrow", "otherwise": [other]}}
    )
    assert any("Z9: narrow" in line for line in tell(verdict, "en"))
