"""Histories out of a file of lines: each line read or refused with its place, each step taken or not."""

import json
from itertools import product

import pytest
from filled import filled

from law189.audit.replay import Replay, duty_as_json, option_as_json
from law189.casebook.cycles import CYCLES, no_lifecycle
from law189.casebook.line import LINE, Line
from law189.cases.history import RecordAnnulled
from law189.cases.lifecycle import Duty, Option
from law189.errors import FaultyInput
from law189.profile.documents import DocumentKind
from law189.profile.loader import load_profile
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES

KEMEROVO, FILLED = load_profile("kemerovo"), filled("kemerovo")
PRESENT = ["chair", "deputy", "member-1", "member-2", "member-3"]
SERVICE = "804200О.99.0.ББ52АЖ48000"
DECISION = {"by": "mayor", "on": "2023-10-02", "reason": "the kind of the question was read out"}
KINDS = [(cycle, kind) for cycle in LIFECYCLES for kind in cycle.kinds]


def step(history="m-1", lifecycle="meeting", by="chair", **facts):
    return {"history": history, "lifecycle": lifecycle, "by": by, **facts}


def convened(history="m-1", **facts):
    return step(history, **{"kind": "convened", "on": "2023-09-29", "held_on": "2023-10-02", **facts})


def opened(history="m-1", **facts):
    return step(history, **{"kind": "opened", "on": "2023-10-02", "present": PRESENT, **facts})


def voted(history="m-1", **facts):
    facts = {"question": "План", "question_kind": "plan-measures", "votes": {"chair": "for"}, **facts}
    return step(history, kind="item_voted", on="2023-10-02", **facts)


def annulled(record, history="m-1", **facts):
    facts = {"on": "2023-10-03", "record": record, "reason": "записано по ошибке", **facts}
    return step(history, kind="record_annulled", **facts)


def offered(history="k-1", **facts):
    offer = {
        "kind": "offered",
        "on": "2023-10-03",
        "number": "5",
        "provider": "4205000009",
        "service": SERVICE,
        "volume": {"amount": "1200.50", "unit": "roubles"},
        "ends_on": "2024-05-31",
    }
    return step(history, "contract", "provider", **{**offer, **facts})


def applied_for(history="c-1", **facts):
    facts = {
        "document": {"form": "electronic", "system": "navigator"},
        "recipient": {"file": "17", "born": "2015-05-05"},
        "services": [SERVICE],
        "asks": ["enrolment", "certificate"],
        **facts,
    }
    return step(
        history, "certificate", "representative", **{"kind": "applied_for", "on": "2023-10-02", **facts}
    )


def registered(history="c-1", **facts):
    facts = {"kind": "recipient_registered", "on": "2023-10-03", "record": "5", **facts}
    return step(history, "certificate", "education", **facts)


def written(folder, *lines):
    path = folder / "steps.jsonl"
    told = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    path.write_bytes(b"\n".join(told) + b"\n")
    return path


@pytest.fixture
def played(tmp_path):
    """Play lines and give the replay and what came of each line."""

    def play(*lines, profile=KEMEROVO):
        path = written(tmp_path, *lines)
        replayed = Replay(profile, "steps.jsonl")
        return replayed, list(replayed.read(path))

    return play


@pytest.fixture
def faults(played):
    """What is wrong with the last of some lines: key and English words of each fault."""

    def found(*lines):
        _, answers = played(*lines)
        number, answer = answers[-1]
        assert isinstance(answer, FaultyInput)
        assert {fault.line for fault in answer.faults} == {number}
        return {fault.key: fault.text.en for fault in answer.faults}

    return found


# ─── Steps ───────────────────────────────────────────────────────────────────────────────────────────────


def test_histories_and_lifecycles_stand_mixed_and_each_goes_its_own_way(played):
    replayed, answers = played(
        convened(), applied_for(), convened("m-2"), offered(), registered(), opened(), profile=FILLED
    )
    assert [answer.accepted for _, answer in answers] == [True] * 6
    assert {name: history.state for name, history in replayed.histories.items()} == {
        "m-1": "open",
        "c-1": "registered",
        "m-2": "convened",
        "k-1": "offered",
    }
    assert [number for number, _ in answers] == [1, 2, 3, 4, 5, 6]


def test_a_replayed_history_is_the_one_that_the_engine_makes(played):
    replayed, _ = played(convened(), opened(), voted())
    meeting, history = CYCLES["meeting"], CYCLES["meeting"].begin("m-1")
    for line in (convened(), opened(), voted()):
        facts = {key: fact for key, fact in line.items() if key not in ("history", "lifecycle")}
        history = meeting.advance(history, meeting.events.validate_python(facts), KEMEROVO)
    assert replayed.histories["m-1"] == history


def test_a_refused_step_moves_nothing_and_the_rest_is_taken(played):
    replayed, answers = played(convened(), opened(present=["chair"]), opened())
    steps = [answer for _, answer in answers]
    assert [(one.accepted, one.history.state) for one in steps] == [
        (True, "convened"),
        (False, "convened"),
        (True, "open"),
    ]
    assert steps[1].verdict.outcome is Outcome.VOID
    assert replayed.histories["m-1"].version == 2


def test_a_breach_is_recorded(played):
    _, [(_, found)] = played(convened(held_on="2023-09-28"))
    assert (found.accepted, found.verdict.outcome, found.history.state) == (
        True,
        Outcome.BREACH,
        "convened",
    )


@pytest.mark.parametrize(
    ("decision", "accepted"), [(None, False), (DECISION, True)], ids=["nobody", "an office"]
)
def test_an_unknown_step_is_taken_where_a_named_office_decides_it(played, decision, accepted):
    _, answers = played(convened(), opened(), voted(question_kind=None, decision=decision))
    found = answers[-1][1]
    assert (found.accepted, found.verdict.outcome) == (accepted, Outcome.UNKNOWN)
    assert (found.decided and found.decided.by) == (decision and "mayor")
    assert (found.history.records[-1].decision is not None) is accepted


def test_a_decision_does_not_help_what_is_void_and_is_not_needed_where_the_step_holds(played):
    _, answers = played(
        convened(decision=DECISION), opened(present=["chair"], decision=DECISION), opened(decision=None)
    )
    assert [(one.accepted, one.decided) for _, one in answers] == [(True, None), (False, None), (True, None)]


def test_a_step_as_json_has_the_agreed_form(played):
    _, [(_, found)] = played(convened())
    answer = found.as_json()
    verdict = answer.pop("verdict")
    assert answer == {
        "history": "m-1",
        "lifecycle": "meeting",
        "kind": "convened",
        "on": "2023-09-29",
        "state": "convened",
        "accepted": True,
    }
    assert verdict == found.verdict.as_json()
    assert json.loads(json.dumps(verdict)) == verdict


def test_an_annulled_record_takes_the_history_back_and_one_that_holds_others_is_not_annulled(played):
    replayed, answers = played(convened(), opened(), annulled(1), annulled(2), annulled(9))
    steps = [answer for _, answer in answers]
    assert [one.accepted for one in steps] == [True, True, False, True, False]
    assert [one.history.state for one in steps] == ["convened", "open", "open", "convened", "convened"]
    assert steps[3].kind == "record_annulled"
    assert replayed.histories["m-1"].version == 3


# ─── A line that speaks of another history than it thinks ────────────────────────────────────────────────


def test_one_id_is_one_lifecycle_whatever_became_of_its_first_step(played, faults):
    refused = convened("k-1", by="member-1")
    for first in (convened("k-1"), refused):
        words = faults(convened(), first, offered("k-1"))
        assert words == {
            "lifecycle": "the history «k-1» was begun in line 2 as meeting, and here it is contract; "
            "give another history id"
        }
    replayed, _ = played(convened("k-1"), offered("k-1"), offered("k-2"))
    assert [history.lifecycle for history in replayed.histories.values()] == ["meeting", "contract"]


def test_a_line_that_was_not_read_begins_no_history(played):
    replayed, answers = played(convened("k-1", on="2023-02-31"), offered("k-1"))
    assert answers[1][1].accepted
    assert list(replayed.histories) == ["k-1"]


@pytest.mark.parametrize("expected", [0, 2, 10**18])
def test_another_version_than_expected_is_a_fault_with_both_numbers_and_the_rest_runs(played, expected):
    lines = (convened(), opened(expected_version=expected), opened(expected_version=1))
    replayed, answers = played(*lines)
    (fault,) = answers[1][1].faults
    assert (fault.file, fault.line, fault.key) == ("steps.jsonl", 2, "expected_version")
    for words in (fault.text.ru, fault.text.en):
        assert f" {expected}" in words
        assert " 1" in words
    assert answers[2][1].accepted
    assert replayed.histories["m-1"].state == "open"


# ─── Faults of a line ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("changed", "key", "words"),
    [
        ({"lifecycle": "meating"}, "lifecycle", "there is no lifecycle «meating»; did you mean «meeting»?"),
        ({"lifecycle": "сertificate"}, "lifecycle", "Russian letters that look Latin"),
        ({"lifecycle": ["meeting"]}, "lifecycle", "one value is needed, not a list"),
        ({"kind": "convend"}, "kind", "did you mean «convened» (agenda approved)?"),
        ({"kind": "offered"}, "kind", "there is no such value: «offered»"),
        ({"kind": None}, "kind", "there is no such value"),
        ({"history": ""}, "history", "empty text"),
        ({"history": 7}, "history", "put it in quotes"),
        ({"history": "m-1\n✓ m-2"}, "history", "has a line break; take it out"),
        ({"history": "С-1\u00a0/2024"}, "history", "a no-break space (U+00A0), sign 4"),
        ({"history": " m-1"}, "history", "a line break or a space at its end"),
        ({"on": "2023-02-31"}, "on", "there is no day 2023-02-31"),
        ({"on": 20230929}, "on", "YYYY-MM-DD"),
        ({"held_on": None}, "held_on", "YYYY-MM-DD"),
        ({"heldon": "2023-10-02"}, "heldon", "did you mean «held_on»?"),
        ({"histroy": "m-1"}, "histroy", "did you mean «history»?"),
        ({"event": {"kind": "opened"}}, "event", "there is no such key"),
        ({"event": {"convened": {"x": 1}}}, "event.convened", "there is no such key"),
        ({"expected_version": -1}, "expected_version", "at least 0"),
        ({"expected_version": "1"}, "expected_version", "a whole number without quotes"),
        ({"expected_version": True}, "expected_version", "a whole number without quotes"),
        ({"decision": "mayor"}, "decision", "keys with values are needed"),
        ({"decision": {**DECISION, "reson": "x"}}, "decision.reson", "did you mean «reason»?"),
        ({"decision": {"by": "mayor", "on": "2023-10-02"}}, "decision.reason", "is missing"),
    ],
)
def test_a_fault_is_told_by_its_key_with_what_to_do(faults, changed, key, words):
    assert words in faults(convened(**changed))[key]


@pytest.mark.parametrize("key", ["history", "lifecycle", "kind", "on", "by", "held_on"])
def test_what_is_missing_is_named(faults, key):
    line = convened()
    del line[key]
    assert "is missing" in faults(line)[key]


def test_faults_of_the_line_and_of_its_event_are_told_together_in_their_order(played):
    _, [(number, answer)] = played(
        b'{"histroy": "a", "lifecycle": "meeting", "kind": "convened", "on": 1, "decision": 5}'
    )
    assert number == 1
    assert [(fault.column, fault.key) for fault in answer.faults] == [
        (1, "history"),
        (1, "by"),
        (1, "held_on"),
        (2, "histroy"),
        (68, "on"),
        (83, "decision"),
    ]


@pytest.mark.parametrize(("cycle", "kind"), KINDS, ids=lambda one: getattr(one, "name", one))
def test_an_event_of_every_lifecycle_is_read_by_its_kind_and_every_fact_it_lacks_is_named(cycle, kind):
    needed = {
        name: field for name, field in cycle.clause(kind).event.model_fields.items() if field.is_required()
    }
    line = {"history": "1", "lifecycle": cycle.name, "kind": kind, "on": "2023-10-02", "by": "chair"}
    replayed = Replay(KEMEROVO, "steps.jsonl")
    if set(needed) == {"on", "by"}:
        assert replayed.take(1, LINE.validate_python(line)).kind == kind
        return
    with pytest.raises(ValueError, match="Field required") as caught:
        LINE.validate_python(line)
    missing = {error["loc"][-1] for error in caught.value.errors() if error["type"] == "missing"}
    assert missing == set(needed) - {"on", "by"}


@pytest.mark.parametrize("cycle", LIFECYCLES, ids=lambda cycle: cycle.name)
def test_no_event_has_a_fact_that_the_line_itself_calls_so(cycle):
    for event in {RecordAnnulled, *(clause.event for clause in cycle.clauses)}:
        assert not set(event.model_fields) & set(Line.model_fields)


@pytest.mark.parametrize("cycle", LIFECYCLES, ids=lambda cycle: cycle.name)
def test_in_every_lifecycle_nothing_can_be_annulled_before_anything_happened(played, cycle):
    replayed, [(_, found)] = played({**annulled(1), "lifecycle": cycle.name})
    assert not found.accepted
    assert replayed.histories["m-1"] == cycle.begin("m-1")


# ─── A typo is a fault of the file, not a legal verdict ──────────────────────────────────────────────────

TYPOS = [
    (
        convened(by="сhair"),
        "by",
        "the word has Russian letters that look Latin; type «chair» in Latin letters",
    ),
    (convened(by="chair "), "by", "the word has a space too many; type «chair» without spaces"),
    (convened(by="Chair"), "by", "did you mean «chair»?"),
    (convened(by="председатель"), "by", "did you mean «chair»?"),
    (
        convened(by="Иванов И. И."),
        "by",
        "«Иванов И. И.» is no seat, body or party; possible: provider («provider»), consumer («consumer»)",
    ),
    (registered() | {"by": "образование"}, "by", "is no seat, body or party; possible"),
    (registered() | {"by": "educaton"}, "by", "did you mean «education»?"),
    (applied_for() | {"by": "родитель"}, "by", "did you mean «representative»?"),
    (applied_for() | {"by": "Законный  представитель"}, "by", "did you mean «representative»?"),
    (applied_for() | {"by": "потребитель"}, "by", "did you mean «consumer»?"),
    (offered() | {"by": "исполнитель"}, "by", "did you mean «provider»?"),
    (offered() | {"by": "authorized-body"}, "by", "is no seat, body or party"),
    (annulled(1, by="дворник"), "by", "«дворник» is no seat, body or party"),
    (annulled(1, by="секретарь"), "by", "did you mean «secretary»?"),
    (opened(present=["chair", "member-1\u00a0"]), "present[1]", "type «member-1» without spaces"),
    (
        opened(present=["member-11"]),
        "present[0]",
        "the composition has no seat «member-11»; possible: deputy head of the city for social matters («chair»)",
    ),
    (
        opened(present=["Иванов"]),
        "present[0]",
        "the composition has no seat «Иванов»; possible: deputy head of the city for social matters («chair»)",
    ),
    (opened(present=["education"]), "present[0]", "the composition has no seat «education»"),
    (opened(vacant=["memeber-2"]), "vacant[0]", "did you mean «member-2»?"),
    (opened(elected="член группы 3"), "elected", "did you mean «member-3»?"),
    (voted(votes={"сhair": "for"}), "votes.сhair", "type «chair» in Latin letters"),
    (voted(votes=[{"seat": "chiar", "vote": "for"}]), "votes[0].seat", "did you mean «chair»?"),
    (voted(question_kind="plan-mesures"), "question_kind", "did you mean «plan-measures»?"),
    (voted(question_kind="bribery"), "question_kind", "there is no kind of question «bribery»; possible: "),
    (
        step(kind="copies_sent", on="2023-10-05", copies_to=["deptuy"]),
        "copies_to[0]",
        "did you mean «deputy»?",
    ),
    (step(kind="not_held", on="2023-10-02", present=["зам"]), "present[0]", "has no seat «зам»"),
    (step(kind="minutes_drafted", on="2023-10-04", by="secretry"), "by", "did you mean «secretary»?"),
]


def test_nobody_is_no_actor(faults):
    assert "empty text; write the value" in faults(convened(), convened("m-9", by=""))["by"]


@pytest.mark.parametrize(("line", "key", "words"), TYPOS, ids=lambda one: one if isinstance(one, str) else "")
def test_a_name_that_nobody_has_is_a_fault_of_its_line_with_the_right_word_and_moves_nothing(
    played, faults, line, key, words
):
    assert words in faults(convened(), line)[key]
    replayed, _ = played(convened("m-9"), line)
    assert list(replayed.histories) == ["m-9"]
    with pytest.raises(FaultyInput) as caught:
        replayed.take(7, LINE.validate_python(line))
    assert [fault.line for fault in caught.value.faults] == [7]
    assert words in caught.value.faults[0].text.en
    assert caught.value.faults[0].text.ru


def test_a_fault_of_a_name_stands_at_its_column(played):
    _, [(_, answer)] = played(convened(by="chiar"))
    (fault,) = answer.faults
    assert (fault.line, fault.column) == (1, json.dumps(convened()).index('"chair"') + 1)


def test_what_some_regulation_knows_is_judged_and_no_typo(played):
    known = ("secretary", "provider", "education", "member-8")
    _, answers = played(*(convened(f"m-{by}", by=by) for by in known))
    assert [found.verdict.outcome for _, found in answers] == [Outcome.BREACH] * len(known)
    _, answers = played(convened(), opened(), voted(question_kind="request-information"))
    assert answers[-1][1].verdict.outcome is Outcome.VOID  # a power of another group


def test_in_pure_python_a_stranger_is_still_a_verdict():
    meeting = CYCLES["meeting"]
    event = LINE.validate_python(convened(by="nobody")).event
    assert meeting.judge(meeting.begin("m-1"), event, KEMEROVO).outcome is Outcome.BREACH


# ─── Missing is not a value ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("word", ["NaN", "None", "undefined", "Infinity"])
@pytest.mark.parametrize("key", ["history", "by", "kind", "on", "question_kind"])
def test_what_programs_write_for_nothing_is_no_text(played, key, word):
    line = json.dumps({**voted(), key: "?"}).replace('"?"', word).encode()
    replayed, [(number, answer)] = played(line)
    assert number == 1
    assert "write null" in answer.told("en")
    assert replayed.histories == {}


@pytest.mark.parametrize("day", ["0001-01-01", "1753-01-01", "1899-12-30", "1899-12-31"])
def test_an_empty_date_is_no_day(faults, day):
    assert (
        "is an empty date, no day here is so early; give a day since 1900"
        in faults(convened(held_on=day))["held_on"]
    )
    assert "empty date" in faults(applied_for(recipient={"file": "1", "born": day}))["recipient.born"]


@pytest.mark.parametrize("day", ["2101-01-01", "9999-12-31"])
def test_a_date_without_end_is_no_day(faults, day):
    assert "is a date without end" in faults(offered(ends_on=day))["ends_on"]


def test_somebody_born_in_the_1900s_is_read(played):
    _, [(_, found)] = played(applied_for(recipient={"file": "1", "born": "1900-01-01"}))
    assert found.kind == "applied_for"


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\ufe0f", "\u3164", "\x85", "\u2028", "\ue000", "\x07"])
def test_a_hidden_sign_is_refused_in_a_file_and_in_python_alike(faults, sign):
    line = convened(f"m{sign}1")
    assert any("invisible sign" in words for words in faults(line).values())
    with pytest.raises(ValueError, match="invisible sign"):
        LINE.validate_python(line)


def test_a_file_without_a_step_is_told(tmp_path):
    with pytest.raises(FaultyInput, match="the file has no record"):
        list(Replay(KEMEROVO, "steps.jsonl").read(written(tmp_path)))


# ─── Hostile files ───────────────────────────────────────────────────────────────────────────────────────


HOSTILE = {
    "ten megabytes": b'{"history": "' + b"a" * 10_000_000 + b'"}',
    "deep lists": b'{"history": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "deep keys": b'{"a": ' * 30 + b"1" + b"}" * 30,
    "many values": json.dumps(convened(present=["x"] * 9_000)).encode(),
    "a key twice": b'{"history": "m-1", "history": "m-2", "lifecycle": "meeting"}',
    "not UTF-8": b'{"history": "\xff"}',
    "a hidden sign": '{"history": "m\u202e1"}'.encode(),
    "a hidden sign escaped": json.dumps(convened("m\u202e1")).encode(),
    "half a sign": b'{"history": "\\ud800"}',
    "half a line": b'{"history": "m-1"',
    "a list": b"[1, 2]",
    "a word": b"meeting",
    "NaN": json.dumps({**annulled(1), "record": float("nan")}).encode(),
    "infinity": json.dumps(convened(expected_version=float("inf"))).encode(),
    "a huge number": json.dumps(convened(expected_version=7)).replace(" 7", " " + "7" * 5_000).encode(),
    "an empty key": json.dumps(convened(**{"": 1})).encode(),
    "zero bytes": b"\0\0\0",
}


@pytest.mark.parametrize("bad", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_line_is_a_fault_of_its_own_and_the_rest_is_taken(played, bad):
    replayed, answers = played(convened(), bad, opened())
    assert [number for number, _ in answers] == [1, 2, 3]
    assert isinstance(answers[1][1], FaultyInput)
    assert {fault.line for fault in answers[1][1].faults} == {2}
    assert all(len(fault.told("en")) < 2_000 for fault in answers[1][1].faults)
    assert replayed.histories["m-1"].state == "open"


@pytest.mark.parametrize(
    ("before", "between"),
    [(b"\xef\xbb\xbf", b"\n"), (b"", b"\r\n"), (b"\n\n", b"\n  \n\t\n"), (b"\xef\xbb\xbf", b"\r\n\r\n")],
    ids=["BOM", "CRLF", "empty lines", "all three"],
)
def test_a_byte_order_mark_foreign_line_ends_and_empty_lines_are_read(tmp_path, before, between):
    path = tmp_path / "steps.jsonl"
    path.write_bytes(before + between.join(json.dumps(line).encode() for line in (convened(), opened())))
    replayed = Replay(KEMEROVO, "steps.jsonl")
    answers = list(replayed.read(path))
    assert [answer.accepted for _, answer in answers] == [True, True]
    lines = path.read_bytes().split(b"\n")
    assert all(lines[number - 1].strip(b"\r\n\xef\xbb\xbf") for number, _ in answers)


def test_a_file_that_is_not_there_is_said_so(tmp_path):
    with pytest.raises(FaultyInput, match="there is no such file"):
        list(Replay(KEMEROVO, "none.jsonl").read(tmp_path / "none.jsonl"))


def test_ten_thousand_lines_come_one_by_one(tmp_path):
    path = tmp_path / "steps.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(5_000):
            file.write(json.dumps(convened(f"m-{number}")) + "\n" + json.dumps(opened(f"m-{number}")) + "\n")
    replayed = Replay(KEMEROVO, "steps.jsonl")
    answers = replayed.read(path)
    assert next(answers)[0] == 1
    assert len(replayed.histories) == 1
    assert sum(1 for _ in answers) == 9_999
    assert {history.state for history in replayed.histories.values()} == {"open"}


DAYS = ("1900-01-01", "1999-12-31", "2023-10-02", "2031-05-05", "2100-12-31")


@pytest.mark.parametrize("profile", [KEMEROVO, FILLED], ids=["shipped", "filled"])
def test_no_day_that_a_file_may_have_breaks_a_step_its_options_or_its_duties(profile):
    for first, second in product(DAYS, DAYS):
        replayed = Replay(profile, "steps.jsonl")
        for line in (
            convened(on=first, held_on=second),
            opened(on=second),
            applied_for(on=first, recipient={"file": "1", "born": second}),
            registered(on=second),
            offered(on=first, ends_on=second),
        ):
            replayed.take(1, LINE.validate_python({**line, "decision": DECISION}))
        for history in replayed.histories.values():
            for day in (first, second):
                on = LINE.validate_python(convened(on=day)).event.on
                cycle = CYCLES[history.lifecycle]
                found = [option_as_json(one) for one in cycle.options(history, profile, on)]
                found += [duty_as_json(one) for one in cycle.due(history, profile, on)]
                assert json.dumps(found)


# ─── Answers in JSON ─────────────────────────────────────────────────────────────────────────────────────


def test_an_option_as_json_says_whether_anything_known_stops_it(played):
    replayed, _ = played(applied_for())
    history = replayed.histories["c-1"]
    on = LINE.validate_python(registered()).event.on
    for profile, permitted in ((KEMEROVO, False), (FILLED, True)):
        found = {o.kind: option_as_json(o) for o in CYCLES["certificate"].options(history, profile, on)}
        assert set(found) >= set(CYCLES["certificate"].kinds)
        assert found["recipient_registered"]["permitted"] is permitted
        assert found["recipient_registered"]["by"] == ["education"]
        assert found["recipient_registered"]["needs"] == ["on", "by", "record"]
        assert found["applied_for"]["document"] == DocumentKind.CONSUMER_APPLICATION.value
        assert found["applied_for"]["permitted"] is False


def test_an_option_for_anybody_has_none_for_who_and_none_for_the_document(played):
    replayed, _ = played(convened())
    option = next(
        o
        for o in CYCLES["meeting"].options(
            replayed.histories["m-1"], KEMEROVO, LINE.validate_python(opened()).event.on
        )
        if o.kind == "copies_sent"
    )
    assert isinstance(option, Option)
    answer = option_as_json(option)
    assert (answer["by"], answer["document"], answer["permitted"]) == (None, None, False)


@pytest.mark.parametrize(
    ("day", "overdue"), [("2023-10-02", False), ("2023-10-03", True)], ids=["last day", "after"]
)
def test_a_duty_as_json_has_its_last_day_and_whether_it_is_over(played, day, overdue):
    replayed, _ = played(convened())
    (duty,) = CYCLES["meeting"].due(
        replayed.histories["m-1"], KEMEROVO, LINE.validate_python(opened(on=day)).event.on
    )
    assert isinstance(duty, Duty)
    answer = duty_as_json(duty)
    assert (answer["kind"], answer["last_day"], answer["overdue"]) == ("opened", "2023-10-02", overdue)
    assert answer["cites"][0]["address"] == "app3.5.5"


def test_the_lifecycles_are_found_by_name_and_an_unknown_name_says_which_was_meant():
    assert list(CYCLES) == [cycle.name for cycle in LIFECYCLES]
    for name in CYCLES:
        assert f"«{name}»" in no_lifecycle(name + "s").ru
        assert f"did you mean «{name}»?" in no_lifecycle(name + "s").en
