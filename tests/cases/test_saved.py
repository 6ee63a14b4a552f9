"""Saved records: sentences told again, rows, hashes; what the library does not know any more is told honestly."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size, some
from stories import KEMEROVO, STORIES

from law189.audit import unreadable
from law189.audit.verify import Trace, last_hash, verify
from law189.cases import folded, saved, told
from law189.cases.packed import Packed, pack
from law189.cases.saved import HEADING
from law189.cases.told import Sentences
from law189.cases.unpacked import unpack
from law189.errors import Law189Error
from law189.law import Citation, Text
from law189.rules import RULES
from law189.verdict import NotAVerdict, Outcome, Rule, Verdict
from law189.workflows import LIFECYCLES

ALL = pytest.mark.parametrize("name", STORIES)
TOLD = {name: story.told() for name, story in STORIES.items()}
CYCLES = {cycle.name: cycle for cycle in LIFECYCLES}


def rows_of(name):
    cycle, history = CYCLES[name], TOLD[name]
    rows = [cycle.dump_record(history, number) for number in range(1, history.version + 1)]
    return json.loads(json.dumps(rows))


# ─── What is kept, and what is told again ────────────────────────────────────────────────────────────────


@ALL
def test_no_sentence_that_a_rule_has_is_kept_and_all_are_told_again(name):
    for record, row in zip(TOLD[name].records, rows_of(name), strict=True):
        assert '"text": {"ru"' not in json.dumps(row["verdict"])
        assert CYCLES[name].load_record(row).verdict.as_json() == record.verdict.as_json()
        assert row["law189"] == "0.1.0"


@ALL
def test_a_saved_history_is_at_most_a_third_of_its_sentences(name):
    full = [record.verdict.as_json() for record in TOLD[name].records]
    kept = CYCLES[name].dump(TOLD[name])
    assert len(json.dumps(kept, ensure_ascii=False)) * 2.5 < len(json.dumps(full, ensure_ascii=False))


def test_a_sentence_of_somebody_elses_rule_is_kept_in_full():
    own = Rule("my.rule", Text("Своё: {n}.", "Own {{n}}: {n}."))
    row = Sentences(()).row(own.judge(True, n=3))
    assert row == {"rule": "my.rule", "text": {"ru": "Своё: 3.", "en": "Own {n}: 3."}, "facts": {"n": 3}}
    back = Sentences(()).verdict(row)
    assert back == own.judge(True, n=3)
    assert Sentences([("my.rule", own.text)]).row(back) == row, "what is kept in full stays so"


@pytest.mark.parametrize(
    "gone", [{}, {"quorum.present": told.OF_RULES["minutes.drafter"]}], ids=["gone", "other"]
)
def test_a_rule_that_the_reader_does_not_know_is_told_by_its_outcome_and_facts(gone, monkeypatch):
    row = {"rule": "quorum.present", "outcome": "void", "facts": {"present": 2}} | (
        {} if gone else {"said": "unknown"}
    )
    monkeypatch.setattr(told, "OF_RULES", gone)
    verdict = Sentences(()).verdict(row)
    assert "«quorum.present»" in verdict.text.ru
    assert "outcome: void; facts: present — 2" in verdict.text.en
    assert Sentences(()).row(verdict) == row, "it is written as it was read"


def test_every_sentence_of_every_rule_is_told_again():
    for rule in RULES:
        for said, text in ((True, rule.text), (None, rule.unknown or rule.text)):
            facts = dict.fromkeys(told._sentence("", text).names, 1)
            verdict = rule.judge(said, **facts)
            row = Sentences(()).row(verdict)
            assert "text" not in row
            assert Sentences(()).verdict(row) == verdict


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(
    ["2024-01-10", "2024-02-30", "~", "~0", "a/b"]
)
FACTS = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | WORDS
    | st.dates()
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.fractions()
    | st.builds(Text, WORDS, WORDS)
    | st.builds(Citation, WORDS, WORDS, st.builds(Text, WORDS, WORDS)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=size(200, 2000))
@given(st.dictionaries(WORDS, FACTS, max_size=4), st.sampled_from(Outcome))
def test_facts_of_every_type_come_back_as_they_were(facts, outcome):
    verdict = Verdict("any.rule", outcome, Text("и", "and"), facts)
    back = Sentences(()).verdict(json.loads(json.dumps(Sentences(()).row(verdict))))
    assert back == verdict
    assert repr(dict(back.facts)) == repr(dict(verdict.facts))


# ─── Packed ──────────────────────────────────────────────────────────────────────────────────────────────

PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(0, 1)
    | st.floats(0, 1)
    | WORDS
    | st.just("the end of a long text of many"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=size(300, 3000))
@given(st.lists(PLAIN | st.lists(PLAIN, min_size=3).map(lambda some: some * 2), max_size=3))
def test_what_is_packed_is_unpacked_as_it_was(records):
    packed = Packed(*json.loads(json.dumps(pack(records))))
    assert json.dumps(unpack(packed)) == json.dumps(records)


ACTS = st.sampled_from(["act-1", "act-2", "", "~"])
ENDS = st.sampled_from(
    [" закона № 1", " of law No 1", " к закону № 1 от 2 мая", "", " ", "~1", " " + "x" * 400]
)
LABELS = st.tuples(WORDS, ENDS).map("".join)
CITES = st.dictionaries(
    st.builds("{}/{}".format, ACTS, st.sampled_from(["p3", "p3.1", "app1", "app2.3", "", "act"])),
    st.lists(LABELS, min_size=1, max_size=3) | PLAIN,
    min_size=1,
    max_size=2,
)


@settings(max_examples=size(300, 3000))
@given(st.lists(CITES | PLAIN, max_size=8))
def test_labels_that_end_alike_are_unpacked_as_they_were(records):
    packed = Packed(*json.loads(json.dumps(pack(records))))
    assert json.dumps(unpack(packed)) == json.dumps(records)


def test_the_words_for_an_act_are_written_once():
    cites = [{f"act-1/p{n}": [f"п. {n} постановления № 1", f"item {n} of decree No 1"]} for n in range(9)]
    packed = pack(cites)
    assert json.dumps(packed, ensure_ascii=False).count("постановления № 1") == 1
    assert unpack(packed) == cites


@settings(max_examples=size(100, 1000))
@given(st.lists(st.sampled_from(["", " ", "п. 3", "п. 4", "~"]), min_size=2, max_size=6), ENDS, ENDS)
def test_labels_of_one_end_are_unpacked_as_they_were(heads, ru, en):
    cites = [{f"act-1/p{n}": [head + ru, (head + en).strip()]} for n, head in enumerate(heads)]
    assert unpack(pack(cites)) == cites


def test_a_label_that_is_all_end_is_unpacked_as_it_was():
    act = Text("постановлению № 1 от 22.09.2023", "decree No 1 of 22.09.2023")
    whole = [f"прил. 3 к {act.ru}", f"annex 3 to {act.en}"]
    item = [f"п. 5 {whole[0]}", f"item 5 of {whole[1]}"]
    cites = [{"act-1/app3": whole}, {"act-1/app3.5": item}]
    assert unpack(pack(cites)) == cites


@pytest.mark.parametrize(
    "wrong",
    [
        *([], ["~0"], "~0", 7, ["~0", "a"], ["~0", "a", 1], ["~0", "a", "b", "c"], ["a", "b"]),
        *([["", 1], "a", "b"], [["x" * 301, ""], "a", "b"]),
    ],
)
def test_labels_whose_end_is_not_there_are_refused(wrong):
    with pytest.raises(Law189Error, match="names no value"):
        unpack(Packed([], [["", ""]], [{"~": wrong}]))


def test_a_file_that_unpacks_without_end_is_refused():
    shared = [["x"] * 10, *([f"~{place}"] * 10 for place in range(40))]
    with pytest.raises(Law189Error, match="unpacks to more"):
        unpack(Packed([], shared, ["~40"]))
    deep = [["x"], *([f"~{place}"] for place in range(400))]
    with pytest.raises(Law189Error, match="unpacks to more"):
        unpack(Packed([], deep, ["~400"]))


@pytest.mark.parametrize("wrong", ["~0", "~", "~x", "~ 0", {"~0": []}, ["~1"]])
def test_a_name_of_nothing_is_refused(wrong):
    with pytest.raises(Law189Error, match="names no value"):
        unpack(Packed([], [], [wrong]))


@pytest.mark.parametrize("text", ["~", "~0", "~~", "~~0", "a~0", "~x"])
def test_a_text_with_the_sign_means_itself(text):
    records = [text, [text, {text: text}], {text: text}]
    assert unpack(pack(records)) == records


# ─── Rows and hashes ─────────────────────────────────────────────────────────────────────────────────────


@ALL
def test_rows_are_the_history_and_a_row_written_alone_is_the_same_row(name):
    rows, cycle = rows_of(name), CYCLES[name]
    assert cycle.load_records(rows) == TOLD[name]
    for number in range(1, len(rows) + 1):
        part = cycle.load_records(rows[: number - 1]) if number > 1 else cycle.begin(STORIES[name].id)
        event, decision = STORIES[name].steps[number - 1]
        stepped = cycle.advance(part, event, KEMEROVO, decision=decision)
        assert cycle.dump_record(stepped, number) == rows[number - 1]


@ALL
def test_a_whole_history_leaves_out_what_an_event_says_and_a_row_does_not(name):
    whole = CYCLES[name].dump(TOLD[name])
    rows = [{key: value for key, value in row.items() if key not in HEADING} for row in rows_of(name)]
    assert saved.rows_of(json.loads(json.dumps(whole))) == rows
    assert [folded.unfolded(whole, folded.folded(whole, row)) for row in rows] == rows
    assert [folded.unfolded(whole, row) for row in rows] == rows, "what was saved in full stays so"
    for row, short in zip(rows, unpack(Packed(*[whole[key] for key in Packed._fields])), strict=True):
        assert "rule" not in short["verdict"]
        there = row.get("decision")
        assert there is None or ("on" in short["decision"]) == (there["on"] != row["event"]["on"])


def test_what_no_event_says_is_kept():
    of, event = {"lifecycle": "door"}, {"kind": "opened", "on": "2024-01-11"}
    decision = {"by": "us", "on": "2024-01-10", "reason": "so"}
    row = {"event": event, "verdict": {"rule": "door.shut"}, "decision": decision}
    assert folded.folded(of, row) == row


@pytest.mark.parametrize("row", [None, 7, {}, {"event": 1}, {"event": {}, "verdict": {}, "decision": {}}])
def test_what_is_no_row_is_left_to_the_reader(row):
    assert folded.unfolded({"lifecycle": "door"}, row) is row


@pytest.mark.parametrize("key", ["before", "hash", "state", "event", "verdict"])
def test_a_row_without_one_of_its_keys_is_refused(key):
    rows = rows_of("meeting")
    del rows[1][key]
    with pytest.raises(Law189Error, match=f"{key} is missing"):
        CYCLES["meeting"].load_records(rows)
    del rows[1]["number"]
    with pytest.raises(Law189Error, match=f"{key} is missing"):
        CYCLES["meeting"].load_record(rows[1])


@pytest.mark.parametrize("bad", ["a\u00adb", "  "])
def test_a_text_that_nobody_can_see_is_refused_in_a_file_and_in_a_row(bad):
    rows, cycle = rows_of("meeting"), CYCLES["meeting"]
    rows[1]["verdict"]["facts"] = {"seen": bad}
    with pytest.raises(Law189Error, match=r"invisible sign|empty text"):
        cycle.load_records(rows)
    with pytest.raises(Law189Error, match=r"invisible sign|empty text"):
        cycle.load_record(rows[1])
    whole = cycle.dump(TOLD["meeting"])
    place = next(place for place, one in enumerate(whole["shared"]) if isinstance(one, str))
    shared = [*whole["shared"][:place], bad, *whole["shared"][place + 1 :]]
    with pytest.raises(Law189Error, match=rf"shared\[{place}\].*(invisible sign|empty text)"):
        cycle.load({**whole, "shared": shared})
    with pytest.raises(Law189Error, match=r"id.*(invisible sign|a space at its end)"):
        cycle.load({**whole, "id": f"1{bad}"})


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda _: [], "there is no row"),
        (lambda rows: rows[1:], "has the number 2"),
        (lambda rows: [*rows, {**rows[0], "id": "other"}], "of several histories"),
        (lambda rows: [{**rows[0], "schema": 3}], "with schema 3"),
        (lambda rows: [{**rows[0], "hash": "x"}], "hash"),
        (lambda _: [None], "is needed"),
    ],
)
def test_rows_that_are_no_history_are_refused(spoil, words):
    with pytest.raises(Law189Error, match=words):
        CYCLES["meeting"].load_records(spoil(rows_of("meeting")))


@pytest.mark.parametrize("number", [0, 10, -1])
def test_there_is_no_row_of_a_record_that_is_not_there(number):
    with pytest.raises(Law189Error, match="has 9 records"):
        CYCLES["meeting"].dump_record(TOLD["meeting"], number)


@ALL
def test_what_nobody_touched_has_no_trace(name):
    rows, whole = rows_of(name), CYCLES[name].dump(TOLD[name])
    loaded = CYCLES[name].load(whole)
    assert verify(rows) == verify(whole) == verify(loaded) == verify(TOLD[name]) == ()
    assert last_hash(rows) == last_hash(whole) == last_hash(loaded) == rows[-1]["hash"]


def places(value, path=()):
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield from places(item, (*path, key))


@ALL
def test_every_value_of_every_record_that_is_changed_shows(name):
    for number, row in enumerate(rows_of(name), start=1):
        paths = [path for path in places(row) if path]
        heading = [(key,) for key in HEADING]
        for path in [*heading, *some(paths, paths[number % 4 :: 4])]:
            rows = rows_of(name)
            place = rows[number - 1]
            for step in path[:-1]:
                place = place[step]
            place[path[-1]] = "0" * 64
            if path == ("schema",) and number == 1:
                with pytest.raises(Law189Error, match="schema"):
                    verify(rows)
                continue
            assert (number, Trace.CHANGED) in [(one.number, one.trace) for one in verify(rows)], path


@ALL
@pytest.mark.parametrize("key", HEADING)
@pytest.mark.parametrize("value", [None, 1, 2, 3, True, 1.0, 2.0, "1", "2", "order", "999", [], "gone"])
def test_a_row_that_names_another_history_schema_or_number_is_told_as_that_row(name, key, value):
    """Also where the value equals the one that stood there, as 1.0 equals 1, and where the key is not there."""
    for number in range(1, len(rows_of(name)) + 1):
        rows = rows_of(name)
        was = rows[number - 1].pop(key)
        if value != "gone":
            rows[number - 1][key] = value
        if type(value) is type(was) and value == was:
            continue
        try:
            found = [(one.number, one.trace) for one in verify(rows)]
        except Law189Error:
            assert number == 1, "the first row says of what the rows are"
            continue
        assert (number, Trace.CHANGED) in found
        assert {one for one, _ in found} <= {number, number + 1 if key == "number" else number}


@ALL
def test_a_row_of_another_history_is_told_though_its_hash_was_written_anew(name):
    """No hash shows it then, and `load_records` refuses the rows."""
    rows = rows_of(name)[:2]
    rows[1]["id"] = "999"
    rows[1]["hash"] = saved.hashed(rows[1], rows[1])
    assert [(one.number, one.trace) for one in verify(rows)] == [(2, Trace.CHANGED)]
    with pytest.raises(Law189Error, match="of several histories"):
        CYCLES[name].load_records(rows)


@ALL
def test_a_record_that_is_dropped_or_moved_shows(name):
    rows = rows_of(name)
    for place in range(len(rows) - 1):
        dropped = verify(rows[:place] + rows[place + 1 :])
        assert [(one.number, one.trace) for one in dropped] == [(place + 1, Trace.DROPPED)]
        moved = verify([*rows[:place], rows[place + 1], rows[place], *rows[place + 2 :]])
        assert {one.trace for one in moved} == {Trace.MOVED}
    assert verify(rows[:-1]) == (), "a cut at the end does not show"


def test_a_record_changed_in_memory_shows_also_after_it_is_written_again():
    cycle = CYCLES["meeting"]
    loaded = cycle.load(cycle.dump(TOLD["meeting"]))
    forged = loaded.records[0]._replace(event=loaded.records[0].event.model_copy(update={"by": "deputy"}))
    history = loaded._replace(records=(forged, *loaded.records[1:]))
    assert [(one.number, one.trace) for one in verify(history)] == [(1, Trace.CHANGED)]
    assert [(one.number, one.trace) for one in verify(cycle.dump(history))] == [(1, Trace.CHANGED)]


@pytest.mark.parametrize("data", [None, {}, [], {"schema": 2}, {"schema": 3}, [{}], 7])
def test_what_is_no_history_cannot_be_verified(data):
    with pytest.raises(Law189Error, match=r"lifecycle|has no row|a history \(History\) is needed"):
        verify(data)


@pytest.mark.parametrize(
    "data", [None, {}, {"rule": "a", "facts": {"a": 0.5}}, {"rule": "a", "cites": [{"a": 1}]}]
)
def test_what_is_no_kept_verdict_is_refused(data):
    with pytest.raises(NotAVerdict):
        Sentences(()).verdict(data)


@pytest.mark.parametrize("schema", ["1", "2"])
def test_a_schema_in_quotes_is_told_so(schema):
    told = unreadable.shape({"lifecycle": "meeting", "id": "1", "schema": schema, "records": []})
    assert told is not None
    assert told.ru == f"номер схемы взят в кавычки; пишите без них: {schema}"
    assert "прочтите той версией" in unreadable.shape({"lifecycle": "meeting", "id": "1", "schema": "3"}).ru
