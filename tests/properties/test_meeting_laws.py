"""Laws that hold for the answer to any meeting."""

import json
import re
from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st
from meetings import PROFILES, SEATS, STRANGERS, judge, law, meetings

from law189.audit.meeting import MeetingRecord, judge_record
from law189.readings import READINGS
from law189.report.text import tell_meeting
from law189.verdict import Outcome, Verdict, worst


@law
@given(meetings())
def test_a_verdict_is_pure(meeting):
    record = MeetingRecord.model_validate(meeting)
    before, dump = deepcopy(meeting), record.model_dump(mode="json")
    profile = PROFILES[meeting["profile"]]
    first, second = judge_record(record, profile), judge_record(record, profile)
    assert first.verdicts == second.verdicts
    assert first.as_json() == second.as_json() == first.as_json()
    assert (meeting, record.model_dump(mode="json")) == (before, dump)


@law
@given(meetings())
def test_every_verdict_has_an_address(meeting):
    for verdict in judge(meeting).verdicts:
        for part in verdict.walk():
            assert part.cites
            assert all(cite.label.ru and cite.label.en for cite in part.cites)


@law
@given(meetings(strangers=("mayor", "secretary")))
def test_every_sentence_is_whole_in_both_languages(meeting):
    for item in meeting.get("items", ()):
        item["question"] = "План"
    for verdict in judge(meeting).verdicts:
        for part in verdict.walk():
            said = [part.text]
            if part.reading is not None:
                said += [other.text for other in part.reading.otherwise]
            for text in said:
                assert text.ru.strip()
                assert text.en.strip()
                assert "{" not in text.ru + text.en


@law
@given(meetings())
def test_a_verdict_goes_to_json_and_back_equal(meeting):
    for verdict in judge(meeting).verdicts:
        back = Verdict.from_json(json.loads(json.dumps(verdict.as_json())))
        assert back == verdict
        assert back.as_json() == verdict.as_json()
        assert [part.text for part in back.walk()] == [part.text for part in verdict.walk()]


@law
@given(meetings())
def test_a_bundle_is_as_good_as_its_worst_part_and_a_meeting_as_its_worst_verdict(meeting):
    answer = judge(meeting)
    for verdict in answer.verdicts:
        for part in verdict.walk():
            if part.parts:
                assert part.outcome is worst(inner.outcome for inner in part.parts)
    assert answer.outcome is worst(verdict.outcome for verdict in answer.verdicts)


@law
@given(meetings(), st.sampled_from(("ru", "en")))
def test_any_answer_can_be_told(meeting, lang):
    answer = judge(meeting)
    lines = tell_meeting(answer, PROFILES[meeting["profile"]], lang)
    assert len(lines) > len(answer.verdicts)


@law
@given(meetings())
def test_nothing_is_adopted_without_a_quorum_somebody_to_preside_and_a_group(meeting):
    answer = judge(meeting)
    may = answer.quorum.outcome is answer.presiding.outcome is answer.established.outcome is Outcome.HOLDS
    for item, recorded in zip(answer.items, answer.record.items, strict=True):
        assert (item.adopted is not None) is (may and bool(recorded.votes))


@law
@given(meetings())
def test_a_question_without_a_recorded_vote_is_unknown_and_not_rejected(meeting):
    unrecorded = {**meeting, "items": [{**item, "votes": {}} for item in meeting.get("items", ())]}
    for item in judge(unrecorded).items:
        decision = item.verdict.parts[0]
        assert item.adopted is None
        assert decision.outcome in (Outcome.UNKNOWN, Outcome.VOID)
        assert (decision.rule == "voting.recorded") is (decision.outcome is Outcome.UNKNOWN) or (
            decision.rule == "voting.competent"
        )


@law
@given(meetings())
def test_an_explicit_default_reading_changes_nothing(meeting):
    defaults = {code: reading.default for code, reading in READINGS.items()}
    explicit = {**meeting, "readings": {**defaults, **meeting.get("readings", {})}}
    assert judge(explicit).as_json() == judge(meeting).as_json()


@law
@given(meetings(), st.sets(st.sampled_from(("agenda", "minutes")), min_size=1))
def test_what_is_left_out_denies_neither_the_quorum_nor_the_vote(meeting, left_out):
    whole = judge(meeting)
    less = judge({key: value for key, value in meeting.items() if key not in left_out})
    assert less.quorum == whole.quorum
    assert [item.verdict for item in less.items] == [item.verdict for item in whole.items]
    for part in left_out:
        assert getattr(less, part).outcome is Outcome.UNKNOWN


@law
@given(meetings(), st.data())
def test_the_quorum_is_monotone_in_the_number_present(meeting, data):
    absent = sorted(set(SEATS[meeting["profile"]]) - set(meeting["present"]))
    came = data.draw(st.lists(st.sampled_from(absent), unique=True)) if absent else []
    more = judge({**meeting, "present": [*meeting["present"], *came]})
    if judge(meeting).quorum.outcome is Outcome.HOLDS:
        assert more.quorum.outcome is Outcome.HOLDS


@law
@given(meetings(), st.data())
def test_the_order_in_which_entries_are_recorded_changes_no_outcome(meeting, data):
    shuffled = {**meeting, "present": data.draw(st.permutations(meeting["present"]))}
    one, other = judge(meeting), judge(shuffled)
    assert [v.outcome for v in one.verdicts] == [v.outcome for v in other.verdicts]
    assert [item.adopted for item in one.items] == [item.adopted for item in other.items]


# ─── Renaming ────────────────────────────────────────────────────────────────────────────────────────────

SEAT = re.compile(r"\bmember-(\d+)\b|член группы (\d+)\b")


def renamed(value, names):
    """A JSON value with every member seat under its new name."""
    if isinstance(value, dict):
        return {key: renamed(inner, names) for key, inner in value.items()}
    if isinstance(value, list):
        return [renamed(inner, names) for inner in value]
    if isinstance(value, str):
        return SEAT.sub(lambda m: m[0].replace(m[1] or m[2], names.get(m[1] or m[2], m[1] or m[2])), value)
    return value


def by_id(fact):
    return fact["en"] if isinstance(fact, dict) and fact.keys() == {"ru", "en"} else str(fact)


def gist(verdict):
    """A verdict without its sentence: lists of seats in a sentence keep the order of the composition.

    Seats are told by their offices in Russian, which go with the seat, and by their ids in English.
    """
    facts = {
        key: sorted(map(by_id, v)) if isinstance(v, list) else by_id(v) for key, v in verdict["facts"].items()
    }
    reading = verdict["reading"] and [verdict["reading"]["code"], verdict["reading"]["choice"]]
    parts = [gist(part) for part in verdict["parts"]]
    return [verdict["rule"], verdict["outcome"], facts, verdict["cites"], reading, parts]


def gists(said):
    single = [said[part] for part in ("established", "agenda", "attendance", "quorum", "minutes")]
    items = [[item["adopted"], gist(item["verdict"])] for item in said["items"]]
    return [*map(gist, single), said["presiding"]["seat"], gist(said["presiding"]["verdict"]), items]


@law
@given(meetings(strangers=tuple({*STRANGERS} - {"member-9"})), st.data())
def test_renaming_members_changes_nothing_but_their_names(meeting, data):
    for item in meeting.get("items", ()):
        item["question"] = "План"
    numbers = [seat.removeprefix("member-") for seat in SEATS[meeting["profile"]][2:]]
    names = dict(zip(numbers, data.draw(st.permutations(numbers)), strict=True))
    assert gists(judge(renamed(meeting, names)).as_json()) == gists(renamed(judge(meeting).as_json(), names))
