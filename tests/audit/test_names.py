"""A typo is a fault of the file, not a legal verdict: names that name nobody, in steps and in meetings."""

import json
from typing import Any, get_args

import places
import pytest
from pydantic import create_model

from law189.audit.meeting import MeetingRecord, judge_record
from law189.audit.names import Names
from law189.audit.replay import Replay
from law189.casebook.cycles import CYCLES
from law189.cases.history import RecordAnnulled
from law189.errors import FaultyInput
from law189.files.disk import read_file
from law189.law import Entry
from law189.profile.loader import load_profile
from law189.rules.agenda import POWERS
from law189.verdict import Outcome
from law189.workflows.meeting import lifecycle as meeting

KEMEROVO, DISTRICT = load_profile("kemerovo"), load_profile("novokuznetsk_district")
NAMES = Names(KEMEROVO)
SOURCE = places.ROOT / "src/law189/data/municipalities/kemerovo.yaml"
PRESENT = ["chair", "deputy", "member-1", "member-2", "member-3"]
CONVENED = {
    "history": "m-1",
    "lifecycle": "meeting",
    "kind": "convened",
    "on": "2023-09-29",
    "by": "chair",
    "held_on": "2023-10-02",
}
OPENED = {**CONVENED, "kind": "opened", "on": "2023-10-02", "present": PRESENT}
del OPENED["held_on"]
VOTED = {
    **{key: CONVENED[key] for key in ("history", "lifecycle", "by")},
    "kind": "item_voted",
    "on": "2023-10-02",
    "question": "План",
    "question_kind": "plan-measures",
    "votes": {"chair": "for"},
}


def last_of(folder, *lines):
    """What came of the last line of a file."""
    path = folder / "steps.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return list(Replay(KEMEROVO, str(path)).read(path))[-1]


@pytest.mark.parametrize(
    ("line", "key", "words"),
    [
        ({**CONVENED, "by": "сhair"}, "by", "type «chair» in Latin letters"),
        ({**CONVENED, "by": "родитель"}, "by", "did you mean «representative»?"),
        ({**CONVENED, "by": "председатель"}, "by", "did you mean «chair»?"),
        ({**CONVENED, "by": "исполнитель"}, "by", "did you mean «provider»?"),
        ({**CONVENED, "by": "Секретарь"}, "by", "did you mean «secretary»?"),
        ({**CONVENED, "by": "Иванов И.И."}, "by", "possible: provider, consumer"),
        ({**CONVENED, "by": "Chair"}, "by", "did you mean «chair»?"),
        ({**CONVENED, "by": "authorized-body"}, "by", "«authorized-body» is no seat, body or party"),
        ({**CONVENED, "by": "member-99"}, "by", "possible: provider, consumer"),
        (
            {**OPENED, "present": [*PRESENT[:4], "member-3\u00a0"]},
            "present[4]",
            "type «member-3» without spaces",
        ),
        ({**OPENED, "present": [*PRESENT[:4], "member-3 "]}, "present[4]", "type «member-3» without spaces"),
        ({**OPENED, "present": [*PRESENT[:4], "member–3"]}, "present[4]", "did you mean «member-3»?"),
        ({**OPENED, "vacant": ["member-55"]}, "vacant[0]", "no seat «member-55»; possible: chair"),
        ({**OPENED, "elected": "memebr-4"}, "elected", "did you mean «member-4»?"),
        ({**OPENED, "present": ["provider"]}, "present[0]", "no seat «provider»"),
        (
            {**VOTED, "votes": {"chair": "for", "сhair": "for"}},
            "votes.сhair",
            "type «chair» in Latin letters",
        ),
        ({**VOTED, "votes": [{"seat": "deputi", "vote": "for"}]}, "votes[0].seat", "did you mean «deputy»?"),
        ({**VOTED, "question_kind": "plan-mesures"}, "question_kind", "did you mean «plan-measures»?"),
        (
            {**VOTED, "question_kind": "рlan-measures"},
            "question_kind",
            "type «plan-measures» in Latin letters",
        ),
    ],
)
def test_a_name_that_names_nobody_is_a_fault_with_its_line_and_the_right_word(tmp_path, line, key, words):
    number, answer = last_of(tmp_path, CONVENED, line)
    assert number == 2
    assert isinstance(answer, FaultyInput)
    (fault,) = answer.faults
    assert (fault.line, fault.key) == (2, key)
    assert words in fault.text.en


def test_an_annulment_by_nobody_is_a_fault_too(tmp_path):
    annulled = {**CONVENED, "kind": "record_annulled", "by": "дворник", "record": 1, "reason": "ошибка"}
    del annulled["held_on"]
    _, answer = last_of(tmp_path, CONVENED, annulled)
    assert isinstance(answer, FaultyInput)
    assert [fault.key for fault in answer.faults] == ["by"]


def test_whoever_exists_and_may_not_act_gets_a_verdict(tmp_path):
    for by in ("member-1", "secretary", "provider", "consumer", KEMEROVO.latest.bodies[0].id):
        _, answer = last_of(tmp_path, {**CONVENED, "by": by})
        assert not isinstance(answer, FaultyInput), by
        assert not answer.accepted


def test_a_power_that_another_group_has_is_a_matter_of_law_and_a_typo_is_not():
    assert "request-information" in POWERS
    assert NAMES.kind("request-information") is None
    assert NAMES.kind("request-informations") is not None
    for known in DISTRICT.latest.working_group.business:
        assert Names(DISTRICT).kind(known) is None


def test_in_a_program_an_unknown_name_stays_a_verdict():
    event = meeting.events.validate_python(
        {key: fact for key, fact in CONVENED.items() if key not in ("history", "lifecycle")} | {"by": "сhair"}
    )
    assert meeting.judge(meeting.begin("m-1"), event, KEMEROVO).outcome is Outcome.VOID
    record = MeetingRecord.model_validate(
        {"profile": "kemerovo", "held_on": "2023-10-02", "present": [*PRESENT, "сhair"]}
    )
    assert judge_record(record, KEMEROVO).attendance.outcome is Outcome.BREACH


def test_every_field_of_every_event_that_names_a_seat_is_asked():
    """A walk over the model: whatever holds seats or votes is in the list, and `by` of every event."""
    listed = {
        "present",
        "answered",
        "polled",
        "vacant",
        "copies_to",
        "alternates",
        "conflicts",
        "also_signed",
        "dissents",
        "attached",
    }
    asked = {"by", "elected", "subgroup", "question_kind", "votes", "approved_by", *listed}
    for name in asked - {"votes"}:
        wrong = ["nobody"] if name in listed else "nobody"
        made = create_model("Made", __base__=Entry, **{name: (Any, wrong)})()
        assert [loc[0] for loc, _ in NAMES.of(made)] == [name]
    for cycle in CYCLES.values():
        for event in [RecordAnnulled, *(clause.event for clause in cycle.clauses)]:
            assert "by" in event.model_fields
            if cycle is not CYCLES["meeting"]:
                continue
            for name, field in event.model_fields.items():
                bare = {field.annotation, *get_args(field.annotation)}
                if bare & {str, tuple[str, ...]} and name not in ("question", "reason", "readings", "guests"):
                    assert name in asked, f"{event.__name__}.{name}"


@pytest.mark.parametrize(
    "said",
    [
        "сhair",
        "Chair",
        "Chair ",
        "CHAIR",
        "родитель",
        "Секретарь",
        "member\u20112",
        "member–2",
        "законный представитель",
    ],
)
def test_no_hint_is_itself_a_fault(said):
    words = NAMES.actor(said).en
    assert "possible:" not in words
    hinted = words.rpartition("«")[2].partition("»")[0]
    assert NAMES.actor(hinted) is None, words


def test_without_a_working_group_one_fault_says_so_for_all_seats():
    plain = {key: value for key, value in read_file(SOURCE).plain().items() if key != "working_group"}
    names = Names(load_profile(plain))
    record = MeetingRecord(profile="mine", held_on="2023-10-02", present=PRESENT, vacant=["member-4"])
    ((_, words),) = names.of_meeting(record)
    assert words.ru.startswith("рабочей группы в профиле нет")
    assert names.seat("chair") is words
