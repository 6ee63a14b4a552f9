"""Records of meetings out of a file: their profiles, their names, their places, and the answers."""

import json
import os

import pytest

from law189.audit.meeting import MeetingAnswer
from law189.audit.records import Meetings
from law189.errors import FaultyInput
from law189.profile.loader import shipped_source

RIGHT = {
    "profile": "kemerovo",
    "held_on": "2023-10-02",
    "agenda": {"approved_by": "chair", "approved_on": "2023-09-29"},
    "present": ["chair", "deputy", "member-1", "member-2", "member-3"],
    "items": [{"question": "План", "kind": "plan-measures", "votes": {"chair": "for"}}],
    "minutes": {"drafted_by": "secretary", "signed_by": "chair", "copies_to": ["chair"]},
}


def read(folder, *records, name="meetings.jsonl"):
    path = folder / name
    path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in records), encoding="utf-8")
    return list(Meetings(path))


def fault_of(folder, **changes):
    ((line, answer),) = read(folder, {**RIGHT, **changes})
    assert isinstance(answer, FaultyInput)
    (fault,) = answer.faults
    assert fault.line == line == 1
    return fault


@pytest.mark.parametrize(
    "name", ["meetings.jsonl", "meetings.JSONL", "meetings.ndjson", "meeting.json", "meeting.YAML"]
)
def test_a_right_record_is_judged_whatever_the_name_of_its_file(tmp_path, name):
    ((line, answer),) = read(tmp_path, RIGHT, name=name)
    assert line == 1
    assert isinstance(answer, MeetingAnswer)
    assert answer.items[0].adopted is False


def test_faulty_lines_stop_nothing(tmp_path):
    answers = read(tmp_path, RIGHT, '{"profile": NaN}', {**RIGHT, "present": ["сhair"]}, "", RIGHT)
    assert [line for line, _ in answers] == [1, 2, 3, 5]
    assert [isinstance(answer, MeetingAnswer) for _, answer in answers] == [True, False, False, True]


@pytest.mark.parametrize(
    ("changes", "key", "words"),
    [
        ({"present": ["chair", "сhair"]}, "present[1]", "Russian letters that look Latin; type «chair»"),
        ({"present": ["member-1\u00a0"]}, "present[0]", "a space too many; type «member-1»"),
        ({"present": ["member-1 "]}, "present[0]", "a space too many; type «member-1»"),
        (
            {"present": ["Иванов И. И."]},
            "present[0]",
            "no seat «Иванов И. И.»; possible",
        ),
        ({"vacant": ["член группы 4"]}, "vacant[0]", "did you mean «member-4»?"),
        ({"elected": "председатель"}, "elected", "did you mean «chair»?"),
        ({"agenda": {"approved_by": "родитель"}}, "agenda.approved_by", "did you mean «representative»?"),
        ({"minutes": {"drafted_by": "секретарь"}}, "minutes.drafted_by", "did you mean «secretary»?"),
        ({"minutes": {"signed_by": "chiar"}}, "minutes.signed_by", "did you mean «chair»?"),
        (
            {"minutes": {"copies_to": ["chair", "memeber-1"]}},
            "minutes.copies_to[1]",
            "did you mean «member-1»?",
        ),
        (
            {"items": [{"question": "?", "kind": "plan", "votes": {}}]},
            "items[0].kind",
            "there is no kind of question",
        ),
        (
            {"items": [{"question": "?", "votes": {"сhair": "for"}}]},
            "items[0].votes.сhair",
            "type «chair» in",
        ),
        ({"profile": "kemerova"}, "profile", "did you mean «kemerovo»?"),
        ({"profile": "/etc/passwd"}, "profile", "neither a shipped profile nor a .yaml, .yml or .json file"),
        ({"profile": "/dev/zero"}, "profile", "neither a shipped profile nor a .yaml, .yml or .json file"),
        ({"profile": "a/" * 3000 + "x"}, "profile", "neither a shipped profile nor"),
        ({"profile": "x" * 3000 + ".yaml"}, "profile", "the file does not open"),
        ({"profile": "none.yaml"}, "profile", "there is no such file"),
    ],
)
def test_a_typo_is_a_fault_of_the_file_with_its_place_and_the_right_word(tmp_path, changes, key, words):
    fault = fault_of(tmp_path, **changes)
    assert fault.key == key
    assert words in fault.text.en
    assert fault.text.ru
    assert len(fault.told("ru")) < 2_000


def test_in_a_file_of_many_lines_the_line_of_the_word_is_told(tmp_path):
    text = "profile: kemerovo\nheld_on: 2023-10-02\npresent:\n  - chair\n  - сhair\n"
    ((_, answer),) = read(tmp_path, text, name="meeting.yaml")
    assert isinstance(answer, FaultyInput)
    assert [(fault.line, fault.column, fault.key) for fault in answer.faults] == [(5, 5, "present[1]")]


def test_a_next_line_sign_hides_no_key_in_a_comment(tmp_path):
    text = "profile: kemerovo\nheld_on: 2023-10-02\npresent: [chair] # note\x85vacant: [member-1]\n"
    with pytest.raises(FaultyInput, match=r"3:24: the text has the invisible sign U\+0085; delete it"):
        read(tmp_path, text, name="meeting.yaml")


def test_a_profile_may_be_a_file_beside_and_never_a_pipe(tmp_path):
    (tmp_path / "own.YML").write_text(shipped_source("kemerovo"), encoding="utf-8")
    ((_, answer),) = read(tmp_path, {**RIGHT, "profile": "own.YML"})
    assert isinstance(answer, MeetingAnswer)
    os.mkfifo(tmp_path / "pipe.yaml")
    assert "a device or a pipe" in fault_of(tmp_path, profile="pipe.yaml").text.en


def test_faults_of_a_profile_are_told_with_the_record_that_names_it(tmp_path):
    (tmp_path / "own.yaml").write_text("profile: own\n", encoding="utf-8")
    ((line, answer),) = read(tmp_path, {**RIGHT, "profile": "own.yaml"})
    assert isinstance(answer, FaultyInput)
    assert answer.faults[0].key == "profile"
    assert answer.faults[0].line == line
    assert len(answer.faults) > 1


def test_a_faulty_profile_is_told_at_its_name_and_then_by_its_own_file_and_lines(tmp_path):
    (tmp_path / "own.yaml").write_text(
        shipped_source("kemerovo").replace("\ntitle:", "\ntitel:"), encoding="utf-8"
    )
    record = "held_on: 2023-10-02\npresent: [chair]\nprofile: own.yaml\n"
    ((_, answer),) = read(tmp_path, record, name="meeting.yaml")
    assert isinstance(answer, FaultyInput)
    first, *rest = answer.faults
    assert (first.line, first.column, first.key) == (3, 10, "profile")
    assert first.text.ru == "профиль «own.yaml» нельзя использовать; что с ним не так, сказано следом"
    assert [(fault.file, fault.key) for fault in rest] == [
        (str(tmp_path / "own.yaml"), "title"),
        (str(tmp_path / "own.yaml"), "titel"),
    ]
    assert all(fault.line for fault in rest)
    ((_, answer),) = read(tmp_path, record.replace("own", "none"), name="meeting.yaml")
    assert [(fault.line, fault.column, fault.text.ru) for fault in answer.faults] == [
        (3, 10, "профиль «none.yaml»: файл не открывается: такого файла нет; проверьте имя")
    ]


VOTES = {
    "за": "; пишите for",
    "Да": "; пишите for",
    "yes": "; пишите for",
    "против": "; пишите against",
    "нет": "; пишите against",
    "воздержалась": "; пишите abstain",
    "agianst": "; пишите against",
    "наверное": "",
}


def test_every_wrong_vote_is_told_once_at_its_own_place_with_what_to_write(tmp_path):
    head = "profile: kemerovo\nheld_on: 2023-10-02\npresent: [chair]\nitems:\n- question: x\n  votes:\n"
    by_seat = "".join(f"    member-{place}: {vote}\n" for place, vote in enumerate(VOTES))
    listed = "".join(f"  - {{seat: chair, vote: {vote}}}\n" for vote in VOTES)
    for votes, column, key in ((by_seat, 15, "member-{}"), (listed, 25, "[{}].vote")):
        ((_, answer),) = read(tmp_path, head + votes, name="meeting.yaml")
        assert isinstance(answer, FaultyInput)
        told = [(fault.line, fault.column, fault.text.ru) for fault in answer.faults]
        assert told == [
            (7 + place, column, f"голос — for, against или abstain, а указано: «{vote}»{hint}")
            for place, (vote, hint) in enumerate(VOTES.items())
        ]
        assert [fault.key.endswith(key.format(place)) for place, fault in enumerate(answer.faults)]


def test_steps_in_place_of_a_record_are_named_and_nothing_else_is_told(tmp_path):
    step = {"history": "c1", "lifecycle": "certificate", "kind": "applied_for", "on": "2024-02-01"}
    ((line, answer),) = read(tmp_path, step)
    assert isinstance(answer, FaultyInput)
    [fault] = answer.faults
    assert (line, fault.line) == (1, 1)
    assert fault.text.ru.endswith("шаги проверяет law189 replay ФАЙЛ --profile ПРОФИЛЬ")


@pytest.mark.parametrize("votes", [{"за": ["chair", "deputy"]}, {"for": ["chair"]}, {"chair": ["for"]}])
def test_votes_listed_by_how_they_were_cast_are_told_to_be_given_by_seat(tmp_path, votes):
    item = {"question": "План", "kind": "plan-measures", "votes": votes}
    ((_, answer),) = read(tmp_path, {**RIGHT, "items": [item]})
    assert isinstance(answer, FaultyInput)
    assert any(
        "сначала место, потом его голос, например member-1: for" in one.text.ru for one in answer.faults
    )
