"""A meeting written down as a whole: right, wrong, with gaps, and hostile."""

import json
import time
from copy import deepcopy
from datetime import date

import pytest
from filled import edited
from pydantic import ValidationError

from law189.audit.demo import MEETINGS
from law189.audit.meeting import MeetingRecord, judge_record
from law189.profile.loader import load_profile
from law189.verdict import Outcome

PROFILES = {name: load_profile(name) for name in ("kemerovo", "novokuznetsk_district")}
KEMEROVO = PROFILES["kemerovo"]
SEATS = [seat.id for seat in KEMEROVO.latest.working_group.seats]
WHOLE = {
    "profile": "kemerovo",
    "held_on": "2023-10-02",
    "agenda": {"approved_by": "chair", "approved_on": "2023-09-29"},
    "present": SEATS[:6],
    "items": [
        {
            "question": "Предложения",
            "kind": "order-proposals",
            "votes": {"chair": "for", "deputy": "for", "member-1": "against", "member-2": "abstain"},
        }
    ],
    "minutes": {"signed_by": "chair", "signed_on": "2023-10-03", "copies_to": SEATS},
    "readings": {"V1": "casting_vote"},
}


def read(**changes):
    return MeetingRecord.model_validate(deepcopy(WHOLE) | changes)


def judged(**changes):
    return judge_record(read(**changes), PROFILES[changes.get("profile", "kemerovo")])


# ─── Right and wrong ─────────────────────────────────────────────────────────────────────────────────────


def test_a_meeting_that_is_right_in_every_part_holds():
    votes = dict.fromkeys(SEATS[:6], "for")
    answer = judged(items=[{"question": "План", "kind": "plan-measures", "votes": votes}])
    assert answer.outcome is Outcome.HOLDS
    assert {verdict.outcome for verdict in answer.verdicts} == {Outcome.HOLDS}
    assert answer.items[0].adopted is True


@pytest.mark.parametrize(
    ("changes", "part", "outcome"),
    [
        ({"held_on": "2023-09-21"}, "established", Outcome.VOID),
        ({"agenda": {"approved_by": "member-1", "approved_on": "2023-09-29"}}, "agenda", Outcome.BREACH),
        ({"agenda": {"approved_by": "chair", "approved_on": "2023-10-03"}}, "agenda", Outcome.BREACH),
        ({"present": [*SEATS, "mayor"]}, "attendance", Outcome.BREACH),
        ({"present": SEATS[2:]}, "presiding", Outcome.VOID),
        ({"present": SEATS[:4]}, "quorum", Outcome.VOID),
        ({"minutes": WHOLE["minutes"] | {"signed_by": "deputy"}}, "minutes", Outcome.VOID),
        ({"minutes": WHOLE["minutes"] | {"signed_on": "2023-10-01"}}, "minutes", Outcome.VOID),
        ({"minutes": WHOLE["minutes"] | {"copies_to": SEATS[:9]}}, "minutes", Outcome.BREACH),
    ],
)
def test_what_is_wrong_with_a_meeting_is_said_in_its_own_part(changes, part, outcome):
    assert getattr(judged(**changes), part).outcome is outcome


def test_the_answer_comes_part_by_part_in_the_order_in_which_a_meeting_goes():
    answer = judged()
    rules = [verdict.rule for verdict in answer.verdicts]
    assert rules == [
        "sitting.established",
        "agenda.approved",
        "quorum.attendance",
        "quorum.presiding",
        "quorum.present",
        "sitting.item",
        "meeting.minutes",
    ]


def test_all_reasons_come_at_once():
    answer = judged(held_on="2023-09-01", present=["mayor"], agenda={"approved_by": "mayor"})
    wrong = {verdict.rule for verdict in answer.verdicts if verdict.outcome is not Outcome.HOLDS}
    assert wrong == {verdict.rule for verdict in answer.verdicts}


def test_the_meetings_of_the_demo_come_out_as_their_titles_say():
    answers = [judge_record(record, PROFILES[record.profile]) for _, record in MEETINGS]
    assert [[item.adopted for item in answer.items] for answer in answers] == [
        [True, True],
        [None],
        [True],
        [None],
    ]
    assert [answer.presiding_seat for answer in answers] == ["chair", "chair", "deputy", None]
    tie = answers[0].items[0].verdict.parts[0]
    assert tie.reading.code == "V1"
    assert answers[1].quorum.outcome is answers[3].presiding.outcome is Outcome.VOID


# ─── Gaps ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("part", ["agenda", "minutes"])
@pytest.mark.parametrize("written", [None, {}], ids=["left out", "empty"])
def test_a_part_that_is_left_out_is_unknown_in_its_own_verdict(part, written):
    answer = judged(**{part: written})
    assert getattr(answer, part).outcome is Outcome.UNKNOWN
    assert answer.quorum == judged().quorum
    assert answer.items == judged().items


def test_a_kind_that_is_left_out_is_unknown_and_the_vote_is_decided_all_the_same():
    item = {"question": "План", "votes": dict.fromkeys(SEATS[:6], "for")}
    (decided,) = judged(items=[item]).items
    assert decided.adopted is True
    assert decided.verdict.outcome is Outcome.UNKNOWN
    assert [reason.rule for reason in decided.verdict.reasons(Outcome.UNKNOWN)] == ["agenda.within"]


def test_a_question_may_be_one_letter():
    assert judged(items=[{"question": "А", "votes": {}}]).items[0].question == "А"


def test_a_meeting_may_put_no_question():
    assert judged(items=[]).items == ()
    least = {"profile": "kemerovo", "held_on": "2023-10-02", "present": []}
    assert judge_record(MeetingRecord.model_validate(least), KEMEROVO).outcome is Outcome.VOID


def test_a_group_whose_decree_has_no_date_leaves_its_decisions_unknown_and_not_void():
    act = KEMEROVO.act.model_copy(update={"date": None})
    answer = judge_record(read(), edited(KEMEROVO, {"act": act}))
    assert answer.established.outcome is Outcome.UNKNOWN
    assert answer.quorum.outcome is Outcome.HOLDS
    assert answer.items[0].verdict.outcome is Outcome.UNKNOWN


# ─── Readings ────────────────────────────────────────────────────────────────────────────────────────────

TIE = [{"question": "План", "kind": "plan-measures", "votes": {"chair": "for", "deputy": "against"}}]


def test_a_meeting_chooses_for_itself_before_its_profile_chooses_for_it():
    profile = edited(KEMEROVO, {"readings": {"V2": "threshold"}})
    assert judge_record(read(items=TIE), profile).items[0].adopted is False
    assert judge_record(read(items=TIE, readings={"V2": "casting_vote"}), profile).items[0].adopted is True
    assert judge_record(read(items=TIE), KEMEROVO).items[0].adopted is True


# ─── JSON ────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_record_goes_to_json_and_back_equal():
    record = read(vacant=["member-8"], elected="member-1")
    assert MeetingRecord.model_validate_json(record.model_dump_json()) == record


def test_an_answer_is_json_and_shows_the_decision_beside_its_verdict():
    said = judged().as_json()
    assert json.loads(json.dumps(said)) == said
    assert list(said) == [
        "profile",
        "held_on",
        "outcome",
        "established",
        "agenda",
        "attendance",
        "presiding",
        "quorum",
        "items",
        "minutes",
    ]
    assert said["presiding"]["seat"] == "chair"
    assert said["items"][0]["adopted"] is False
    assert said["outcome"] == "holds"


# ─── Hostile records ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("profile", ""),
        ("profile", None),
        ("profile", ["kemerovo"]),
        ("held_on", "2023-02-31"),
        ("held_on", "02.10.2023"),
        ("held_on", 20231002),
        ("held_on", 1e9),
        ("held_on", None),
        ("held_on", "2023-10-02T10:00:00"),
        ("held_on", "{x}"),
        ("present", None),
        ("present", "chair"),
        ("present", 5),
        ("present", [None]),
        ("present", [["chair"]]),
        ("present", {"chair": True}),
        ("vacant", "chair"),
        ("elected", 5),
        ("items", {"question": "План"}),
        ("items", [{}]),
        ("items", [{"question": "", "votes": {}}]),
        ("items", [{"question": "План"}]),
        ("items", [{"question": "План", "votes": "for"}]),
        ("items", [{"question": "План", "votes": {"chair": "{x}"}}]),
        ("items", [{"question": "План", "votes": {"chair": None}}]),
        ("items", [{"question": "План", "votes": {5: "for"}}]),
        ("items", [{"question": "План", "votes": [{"seat": ["chair"], "vote": "for"}]}]),
        ("items", [{"question": "План", "votes": {}, "kind": 5}]),
        ("items", [{"question": 5, "votes": {}}]),
        ("items", [[]]),
        ("agenda", "chair"),
        ("agenda", {"approved_on": "yesterday"}),
        ("agenda", {"approved": "chair"}),
        ("minutes", {"copies_to": "everybody"}),
        ("minutes", {"signed_on": True}),
        ("readings", {"V9": "threshold"}),
        ("readings", {"V1": "{x}"}),
        ("readings", ["V1"]),
        ("{x}", 5),
        ("presant", []),
    ],
    ids=repr,
)
def test_what_is_no_meeting_is_refused_with_its_place_and_words(key, value):
    with pytest.raises(ValidationError) as caught:
        read(**{key: value})
    for error in caught.value.errors():
        assert error["loc"][0] == key
        assert error["msg"]


STRANGE = [
    "{x}",
    "{}",
    "{0}",
    "{seat.__class__}",
    "{{",
    "}}",
    "%(x)s",
    "🗳",
    "",
    "А" * 100_000,
]
"""Words of blanks alone are refused; tests/properties/test_words_law.py holds every entry to that."""


@pytest.mark.parametrize("words", STRANGE, ids=lambda words: repr(words[:20]))
def test_strange_words_are_shown_as_they_are_and_break_nothing(words):
    answer = judged(
        present=[*SEATS[:6], words, words],
        vacant=[words],
        elected=words,
        items=[
            {
                "question": words or "?",
                "kind": words,
                "votes": [[words, "for"], ["chair", "for"], [words, "for"]],
            }
        ],
        agenda={"approved_by": words},
        minutes={"drafted_by": words, "signed_by": words, "copies_to": [words]},
    )
    assert answer.attendance.outcome is Outcome.BREACH
    assert json.loads(json.dumps(answer.as_json())) == answer.as_json()
    (item,) = answer.items
    assert item.adopted is False
    assert item.verdict.text.en == f"Question: {words or '?'}"
    assert [part.facts["seat"] for part in item.verdict.parts[1:3]] == [words, words]


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2100, 12, 31)])
def test_the_first_and_the_last_day_that_a_record_may_have_are_days(day):
    answer = judged(held_on=day.isoformat(), minutes={"signed_on": day.isoformat()})
    assert answer.established.outcome is (Outcome.VOID if day.year == 1900 else Outcome.HOLDS)
    assert answer.as_json()["held_on"] == day.isoformat()


@pytest.mark.parametrize("day", [date.min, date(1899, 12, 30), date(2101, 1, 1), date.max])
@pytest.mark.parametrize("given", [date.isoformat, lambda day: day], ids=["written", "a day"])
def test_a_day_that_stands_for_no_day_is_refused(day, given):
    with pytest.raises(ValidationError, match="give a day"):
        read(held_on=given(day))


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x85", "\u00ad", "\u200b", "\u3164", "\ufe0f", "\ue000"])
@pytest.mark.parametrize("key", ["profile", "present", "vacant", "elected", "items", "votes", "minutes"])
def test_a_sign_that_nobody_can_see_is_refused_wherever_a_word_stands(key, sign):
    word = f"ch{sign}air"
    changes = {
        "present": [word],
        "vacant": [word],
        "items": [{"question": word, "votes": {}}],
        "votes": [],
        "minutes": {"copies_to": [word]},
    }
    changed = {"items": [{"question": "?", "votes": {word: "for"}}]} if key == "votes" else {}
    with pytest.raises(ValidationError, match=f"invisible sign U\\+{ord(sign):04X}; delete it"):
        read(**(changed or {key: changes.get(key, word)}))


def test_ten_thousand_questions_and_as_many_entries_are_answered_in_a_few_seconds():
    begun = time.monotonic()
    item = {"question": "План", "kind": "plan-measures", "votes": dict.fromkeys(SEATS[:6], "for")}
    answer = judged(items=[item] * 10_000, present=SEATS[:6] + ["chair"] * 10_000)
    assert len(answer.items) == 10_000
    assert answer.attendance.facts == {"present": 6, "refused": 10_000}
    assert all(decided.adopted for decided in answer.items)
    assert time.monotonic() - begun < 20


def test_ten_thousand_votes_on_one_question_count_once_a_seat():
    votes = [{"seat": seat, "vote": "for"} for seat in SEATS[:6] + ["mayor"] * 10_000]
    (item,) = judged(items=[{"question": "План", "kind": "plan-measures", "votes": votes}]).items
    assert item.adopted is True
    assert len(item.verdict.reasons(Outcome.BREACH)) == 10_000
