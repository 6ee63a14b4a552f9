"""The engine: judging, deciding, annulling, options, duties, rows that follow, conflicts, and JSON."""

import json
import pickle
from copy import deepcopy
from datetime import date
from types import SimpleNamespace

import pytest
from cases_at_hand import named
from doors import (
    ARTICLE,
    DOOR,
    KEMEROVO,
    DoorState,
    Pulled,
    Pushed,
    annulled,
    decided,
    door,
    pulled,
    pushed,
    walk,
)
from hypothesis import given
from hypothesis import strategies as st
from stories import HELD_ON, MEETING_PATH, STORIES, met

from law189.cases.clause import Heading
from law189.cases.history import Decision, History, RecordAnnulled
from law189.cases.lifecycle import Lifecycle
from law189.errors import Conflict, Law189Error, Refused
from law189.law import Text
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.verdict import Outcome
from law189.workflows.meeting import lifecycle as meeting

# ─── Judging and advancing ───────────────────────────────────────────────────────────────────────────────


def test_a_permitted_step_is_recorded_with_its_verdict_and_leaves_the_old_history_alone():
    old = walk()
    new = DOOR.advance(old, pushed(), KEMEROVO)
    assert (old.state, old.version) == ("shut", 0)
    assert (new.state, new.version, new.id) == ("open", 1, "front")
    assert new.records[0].verdict == DOOR.judge(old, pushed(), KEMEROVO)
    assert new.records[0].verdict.outcome is Outcome.HOLDS


def test_a_breach_is_recorded_and_refuses_nothing():
    history = walk(pushed(noise=9))
    assert history.state == "open"
    assert history.records[0].verdict.outcome is Outcome.BREACH


def test_a_refused_step_says_every_reason_at_once():
    with pytest.raises(Refused) as caught:
        DOOR.advance(walk(pushed(), pulled("2023-10-05")), pushed(by="guest", strength=0, noise=9), KEMEROVO)
    verdict = caught.value.verdict
    assert [part.rule for part in verdict.parts] == [
        "lifecycle.order",
        "roles.acting",
        "force.decree",
        "door.strong",
        "door.quiet",
    ]
    assert len(str(caught.value).splitlines()) == 3  # the breach is no reason to refuse


def test_a_step_from_another_state_is_refused_and_says_from_where_it_is_possible():
    verdict = DOOR.judge(walk(pushed()), pushed(), KEMEROVO)
    assert verdict.outcome is Outcome.VOID
    codes = {name: verdict.facts[name] for name in ("state", "kind", "sources")}
    assert codes == {"state": "open", "kind": "pushed", "sources": ("shut", "ajar")}


def test_a_step_of_another_lifecycle_is_refused_in_every_state():
    for event in (MEETING_PATH[0], MEETING_PATH[3]):
        verdict = DOOR.judge(walk(), event, KEMEROVO)
        assert verdict.rule == "lifecycle.state"
        assert verdict.facts["sources"] == ()


def test_a_step_that_is_declared_after_a_history_was_read_is_known_and_told_in_its_words():
    """Whatever is derived from the clauses is derived anew."""
    late = Lifecycle("door", Text("дверь", "door"), DoorState, DoorState.SHUT)
    heading = {"basis": ARTICLE, "source": DoorState.SHUT, "target": DoorState.OPEN}
    late.on(Pushed, Heading(title=Text("толкнули", "pushed"), **heading))(lambda _: iter(()))
    history = late.advance(late.begin("front"), pushed(), KEMEROVO)
    assert late.load(late.dump(history)) == history
    heading |= {"source": DoorState.OPEN, "target": DoorState.AJAR}
    late.on(Pulled, Heading(title=Text("потянули", "pulled"), **heading))(lambda _: iter(()))
    history = late.advance(history, pulled(), KEMEROVO)
    read = late.load(late.dump(history))
    assert read == history
    assert read.records[-1].verdict.template.ru == "потянули"
    assert "pulled" in late.machine.events
    fresh = Lifecycle("door", Text("дверь", "door"), DoorState, DoorState.SHUT)
    for clause in late.clauses:
        title = {"title": clause.title, "basis": ARTICLE, "target": DoorState(clause.target)}
        fresh.on(clause.event, Heading(**title, source=tuple(map(DoorState, clause.source))))(
            lambda _: iter(())
        )
    assert fresh.dump(history) == late.dump(history)


def test_a_history_goes_forward_in_time_and_the_same_day_is_no_step_back():
    opened = walk(pushed("2023-10-02"))
    assert DOOR.judge(opened, pulled("2023-10-02"), KEMEROVO).outcome is Outcome.HOLDS
    back = DOOR.judge(opened, pulled("2023-10-01"), KEMEROVO)
    assert back.outcome is Outcome.VOID
    assert back.parts[0].facts == {"on": date(2023, 10, 1), "previous": date(2023, 10, 2)}


def test_a_step_by_somebody_not_entitled_is_refused_and_cites_who_is():
    verdict = DOOR.judge(walk(), pushed(by="guest"), KEMEROVO)
    assert verdict.outcome is Outcome.VOID
    actor = verdict.parts[0]
    assert actor.text.en == "Acting: guest; entitled: host."
    assert [cite.id for cite in actor.cites] == [ARTICLE]


def test_where_a_clause_names_nobody_anybody_may_act():
    assert [part.rule for part in DOOR.judge(walk(pushed()), pulled(), KEMEROVO).parts] == ["force.decree"]


def amended(since, *changes):
    act = {
        "id": "kemerovo-1",
        "number": "1",
        "date": since,
        "title": {"ru": "Изменения", "en": "Amendments"},
        "label": {"ru": "№ 1", "of": "№ 1", "to": "№ 1", "en": "No 1"},
    }
    file = deepcopy(shipped_data()["municipalities"]["kemerovo"])
    return load_profile({**file, "amendments": [{"act": act, "since": since, "changes": list(changes)}]})


@pytest.mark.parametrize(("since", "outcome"), [("2023-10-02", Outcome.VOID), ("2023-10-03", Outcome.HOLDS)])
def test_a_step_is_judged_by_the_edition_of_its_own_day(since, outcome):
    share = ["working_group", "quorum", "value", "at_least"]
    two_thirds = amended(since, {"do": "set", "at": share, "to": "2/3", "cite": "app3.5.5"})
    assert meeting.judge(met(1), MEETING_PATH[1], two_thirds).outcome is outcome


def test_an_amendment_after_the_meeting_does_not_reach_back_to_who_presided():
    deputy_only = amended(
        "2023-10-03",
        {"do": "set", "at": ["working_group", "presiding", "value"], "to": ["deputy"], "cite": "app3.5.1"},
    )
    assert meeting.judge(met(5), MEETING_PATH[5], deputy_only).outcome is Outcome.HOLDS


def test_an_amendment_after_the_meeting_does_not_reach_back_to_its_members():
    seat = {
        "id": "member-9",
        "role": "member",
        "office": {"ru": "директор", "en": "director"},
        "cite": "app2",
    }
    one_more = amended("2023-10-03", {"do": "add", "at": ["working_group", "seats"], "to": seat})
    assert meeting.judge(met(6), MEETING_PATH[6], one_more).outcome is Outcome.HOLDS


# ─── Decided by an office ────────────────────────────────────────────────────────────────────────────────

UNSURE = pushed(strength=None)


def test_what_is_unknown_is_refused_until_an_office_decides_and_then_both_are_recorded():
    with pytest.raises(Refused) as caught:
        DOOR.advance(walk(), UNSURE, KEMEROVO)
    history = DOOR.advance(walk(), UNSURE, KEMEROVO, decision=decided())
    (record,) = history.records
    assert history.state == "open"
    assert record.decision == decided()
    assert record.verdict.outcome is Outcome.UNKNOWN
    assert record.verdict == caught.value.verdict


def test_a_decided_step_goes_to_json_and_back_with_its_decision():
    history = DOOR.advance(walk(), UNSURE, KEMEROVO, decision=decided("ключ потерян"))
    dumped = json.loads(json.dumps(DOOR.dump(history)))
    assert dumped["records"][0]["decision"]["reason"] == "ключ потерян"
    assert DOOR.load(dumped) == history
    assert DOOR.dump(DOOR.load(dumped)) == dumped


@pytest.mark.parametrize(
    "event",
    [pushed(strength=0), pushed(by="guest"), pushed(by="guest", strength=None), pulled()],
    ids=["void", "wrong actor", "void and unknown", "wrong state"],
)
def test_what_is_void_nobody_can_decide(event):
    old = walk()
    with pytest.raises(Refused) as caught:
        DOOR.advance(old, event, KEMEROVO, decision=decided())
    assert caught.value.verdict.outcome is Outcome.VOID
    assert old == walk()


@pytest.mark.parametrize(("noise", "outcome"), [(0, Outcome.HOLDS), (9, Outcome.BREACH)])
def test_a_decision_is_kept_where_none_was_needed(noise, outcome):
    history = walk(pushed(noise=noise), decision=decided())
    assert history.records[0].decision == decided()
    assert history.records[0].verdict.outcome is outcome
    assert DOOR.load(DOOR.dump(history)) == history


def test_without_a_decision_the_dump_has_no_such_key():
    assert "decision" not in DOOR.dump(walk(pushed()))["records"][0]


# ─── Annulling ───────────────────────────────────────────────────────────────────────────────────────────

THREE = (pushed("2023-10-02"), pulled("2023-10-03"), pushed("2023-10-05"))


def reasons(history, event):
    with pytest.raises(Refused) as caught:
        DOOR.advance(history, event, KEMEROVO)
    return [part.rule for part in caught.value.verdict.reasons(Outcome.VOID)], caught.value


def test_an_annulled_record_does_not_count_and_both_stay():
    history = walk(*THREE, annulled(3))
    assert history.state == "ajar"
    assert [record.event for record in history.records] == [*THREE, annulled(3)]
    assert [record.event for record in history.standing] == list(THREE[:2])
    assert history.records[-1].state == "ajar"
    assert history.records[-1].verdict.outcome is Outcome.HOLDS


def test_an_annulment_of_what_later_records_rest_on_names_all_that_do():
    rules, error = reasons(walk(*THREE), annulled(1))
    assert rules == ["lifecycle.left_standing"]
    assert "Records to be annulled before record 1: 2, 3 (begin with the last one)" in str(error)
    assert "аннулируют раньше записи № 1: 2 и 3 (начните с последней)" in error.told("ru")


def test_from_the_last_to_the_first_everything_can_be_annulled():
    history = walk(*THREE, annulled(3), annulled(2, by="anybody"), annulled(1))
    assert (history.state, history.version, history.standing) == ("shut", 6, ())
    assert DOOR.advance(history, pushed("2023-09-25"), KEMEROVO).state == "open"


def test_an_annulled_annulment_restores_what_it_annulled():
    history = walk(*THREE, annulled(3), annulled(4))
    assert history.state == "open"
    assert [record.event for record in history.standing] == list(THREE)


def test_an_annulment_is_not_taken_back_where_the_case_went_on_without_its_record():
    went_on = walk(*THREE, annulled(3), pushed("2023-10-04"))
    rules, error = reasons(went_on, annulled(4))
    assert rules == ["lifecycle.left_standing"]
    assert "before record 4: 5" in str(error)


@pytest.mark.parametrize(
    "record", [3, 5, 6, 10**9], ids=["annulled already", "itself", "the next", "far beyond"]
)
def test_what_does_not_stand_cannot_be_annulled(record):
    rules, _ = reasons(walk(*THREE, annulled(3)), annulled(record))
    assert rules == ["lifecycle.annulled"]


def test_in_an_empty_history_there_is_nothing_to_annul():
    rules, error = reasons(walk(), annulled(1))
    assert rules == ["lifecycle.annulled"]
    assert "of 0" in str(error)


def test_an_annulment_in_a_history_of_another_lifecycle_is_refused():
    foreign = History("meeting", "front", "shut")
    assert DOOR.judge(foreign, annulled(1), KEMEROVO).outcome is Outcome.VOID


def test_after_an_annulment_the_right_event_may_have_an_earlier_day():
    history = walk(*THREE, annulled(3, "2023-10-09"), pushed("2023-10-04"))
    assert (history.state, history.last_day) == ("open", date(2023, 10, 4))
    rules, _ = reasons(walk(*THREE, annulled(3)), pushed("2023-10-02"))
    assert rules == ["lifecycle.order"]  # still not before the record that stands


def test_options_and_duties_are_of_the_state_without_the_annulled_record():
    history = walk(*THREE, annulled(3))
    open_steps = [o.kind for o in DOOR.options(history, KEMEROVO, date(2023, 10, 9)) if not o.verdict.stops]
    assert open_steps == ["pushed", "record_annulled"]
    assert [duty.kind for duty in DOOR.due(history, KEMEROVO, date(2023, 10, 9))] == ["pushed"]


def test_a_decision_on_an_annulment_is_kept_too():
    history = DOOR.advance(walk(*THREE), annulled(3), KEMEROVO, decision=decided())
    assert history.records[-1].decision == decided()
    assert DOOR.load(DOOR.dump(history)) == history


def test_a_step_that_an_office_decided_stands_when_an_earlier_record_is_annulled():
    decided_last = DOOR.advance(
        walk(*THREE[:2]), pushed(strength=None, day="2023-10-05"), KEMEROVO, decision=decided()
    )
    history = DOOR.advance(decided_last, annulled(3), KEMEROVO)
    restored = DOOR.advance(history, annulled(4), KEMEROVO)
    assert (history.state, restored.state) == ("ajar", "open")


days = st.integers(min_value=1, max_value=9).map(lambda day: f"2023-10-0{day}")
steps = st.one_of(
    st.builds(pushed, days, st.sampled_from(["host", "guest"]), strength=st.sampled_from([None, 0, 2])),
    st.builds(pulled, days),
    st.builds(
        annulled,
        st.integers(min_value=1, max_value=9),
        days,
        by=st.sampled_from(["host", "anybody", "guest"]),
    ),
)


@given(st.lists(st.tuples(steps, st.booleans()), max_size=14))
def test_any_steps_and_annulments_leave_a_history_that_folds_grows_and_is_saved(taken):
    history = walk()
    for event, has_decision in taken:
        verdict = DOOR.judge(history, event, KEMEROVO)
        decision = Decision(by="head of department", on=event.on, reason="?") if has_decision else None
        if verdict.outcome is Outcome.VOID or (verdict.outcome is Outcome.UNKNOWN and decision is None):
            with pytest.raises(Refused) as caught:
                DOOR.advance(history, event, KEMEROVO, decision=decision)
            assert caught.value.verdict == verdict
            continue
        moved = DOOR.advance(history, event, KEMEROVO, decision=decision)
        assert moved.records[:-1] == history.records
        assert moved.records[-1].event is event
        assert moved.records[-1].decision == decision
        history = moved
        state = DOOR.initial.value
        for record in history.standing:
            state = DOOR.lookup[state, type(record.event)].target
        assert history.state == state == history.records[-1].state
        days = [record.event.on for record in history.standing]
        assert days == sorted(days)
        assert not any(isinstance(record.event, RecordAnnulled) for record in history.standing)
        assert DOOR.load(json.loads(json.dumps(DOOR.dump(history)))) == history


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_whatever_record_is_annulled_in_a_real_case_the_engine_answers_and_never_raises(story):
    for steps in range(len(story.steps) + 1):
        history = story.told(steps)
        for record in range(1, history.version + 2):
            entitled = (
                story.cycle.entitled(history, record - 1, KEMEROVO.latest) if record <= steps else ("clerk",)
            )
            event = annulled(record, "2024-12-31", by=entitled[0])
            verdict = story.cycle.judge(history, event, KEMEROVO)
            if not verdict.stops:
                without = story.cycle.advance(history, event, KEMEROVO)
                assert story.cycle.load(story.cycle.dump(without)) == without
                story.cycle.options(without, KEMEROVO, date(2024, 12, 31))
                story.cycle.due(without, KEMEROVO, date(2024, 12, 31))


# ─── Two writers ─────────────────────────────────────────────────────────────────────────────────────────


def test_of_two_writers_one_wins_and_the_other_is_told_both_versions():
    seen = walk(pushed())
    won = DOOR.advance(seen, pulled(), KEMEROVO, expected_version=1)
    with pytest.raises(Conflict) as caught:
        DOOR.advance(won, pulled(), KEMEROVO, expected_version=seen.version)
    assert (caught.value.expected, caught.value.found) == (1, 2)
    assert won.version == 2


def test_a_conflict_comes_before_any_verdict_and_nothing_is_recorded():
    with pytest.raises(Conflict):
        DOOR.advance(walk(), pushed(strength=0), KEMEROVO, expected_version=1)
    row = SimpleNamespace(state=None)
    attached = DOOR.attach(row, "state", walk())
    with pytest.raises(Conflict):
        attached.advance(pushed(), KEMEROVO, expected_version=7)
    assert (row.state, attached.history) == ("shut", walk())


def test_an_annulment_is_a_step_of_the_version_count_too():
    history = walk(*THREE, annulled(3))
    with pytest.raises(Conflict):
        DOOR.advance(history, pushed("2023-10-04"), KEMEROVO, expected_version=3)
    assert DOOR.advance(history, pushed("2023-10-04"), KEMEROVO, expected_version=4).version == 5


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_a_real_case_is_pickled_with_all_its_reasons(story):
    history = story.told()
    again = pickle.loads(pickle.dumps(history))  # noqa: S301
    assert again == history
    assert story.cycle.dump(again) == story.cycle.dump(history)


# ─── Options and duties ──────────────────────────────────────────────────────────────────────────────────


def test_options_tell_every_step_with_what_it_needs_and_whether_it_may_be_taken():
    push, pull, undo = DOOR.options(walk(), KEMEROVO, HELD_ON)
    assert (undo.kind, named(undo.needs)) == ("record_annulled", ("on", "by", "record", "reason"))
    assert [part.rule for part in undo.verdict.parts if part.stops] == ["lifecycle.annulled"]
    assert (push.kind, push.target, named(push.needs)) == ("pushed", "open", ("on", "by", "strength"))
    assert push.title.en == "pushed"
    assert push.verdict.outcome is Outcome.HOLDS
    assert [cite.id for cite in push.verdict.cites] == [ARTICLE]
    assert pull.verdict.outcome is Outcome.VOID
    assert pull.verdict.parts[0].rule == "lifecycle.state"


def test_options_on_an_earlier_day_are_of_the_history_of_that_day():
    opened = walk(pushed())
    assert DOOR.options(opened, KEMEROVO, date(2023, 10, 1)) == DOOR.options(
        walk(), KEMEROVO, date(2023, 10, 1)
    )
    (_, earlier, _) = DOOR.options(opened, KEMEROVO, date(2023, 10, 1))
    assert earlier.verdict.outcome is Outcome.VOID
    assert [part.rule for part in earlier.verdict.parts] == ["lifecycle.state"]
    (_, same_day, _) = DOOR.options(opened, KEMEROVO, HELD_ON)
    assert same_day.verdict.outcome is Outcome.HOLDS


def test_an_option_is_the_clause_that_its_state_has():
    longer = door()
    shut = {"title": Text("захлопнули", "slammed"), "source": DoorState.AJAR, "target": DoorState.SHUT}
    longer.on(Pulled, Heading(**shut, basis="working_group.quorum"))(lambda _: iter(()))
    targets = []
    for history in (walk(pushed()), walk(pushed(), pulled())):
        (_, pull, _) = longer.options(history, KEMEROVO, HELD_ON)
        targets.append((pull.target, pull.title.en))
    assert targets == [("ajar", "pulled"), ("shut", "slammed")]


@pytest.mark.parametrize("steps", range(len(MEETING_PATH) + 1))
def test_options_of_the_meeting_agree_with_its_machine_in_every_state(steps):
    history = met(steps)
    open_steps = {
        o.kind for o in meeting.options(history, KEMEROVO, HELD_ON.replace(day=9)) if not o.verdict.stops
    }
    annulment = {"record_annulled"} if steps else set()
    silent = {"poll_opened"}  # the decree does not speak of polls
    silent |= {"copies_sent"} if history.state == "complete" else set()  # all have theirs
    assert open_steps == set(meeting.machine.get_triggers(history.state)) - silent | annulment


def test_a_duty_is_open_in_its_states_and_has_a_last_day_where_the_clause_sets_one():
    (without_term,) = DOOR.due(walk(), KEMEROVO, date(2030, 1, 1))
    assert (without_term.kind, without_term.last_day, without_term.overdue) == ("pushed", None, False)
    ajar = walk(pushed(), pulled())
    (on_the_last_day,) = DOOR.due(ajar, KEMEROVO, date(2023, 10, 31))
    (the_day_after,) = DOOR.due(ajar, KEMEROVO, date(2023, 11, 1))
    assert (on_the_last_day.last_day, on_the_last_day.overdue) == (date(2023, 10, 31), False)
    assert the_day_after.overdue
    assert [cite.id for cite in the_day_after.cites] == [ARTICLE]
    assert DOOR.due(walk(pushed()), KEMEROVO, HELD_ON) == ()


def test_the_meeting_is_to_be_held_on_the_day_for_which_it_was_convened():
    (hold,) = meeting.due(met(1), KEMEROVO, HELD_ON)
    assert (hold.kind, hold.title.en) == ("opened", "hold the meeting")
    assert (hold.last_day, hold.overdue) == (HELD_ON, False)
    (late,) = meeting.due(met(1), KEMEROVO, date(2023, 10, 3))
    assert late.overdue


@pytest.mark.parametrize(
    ("steps", "kinds"),
    [
        (0, ["convened"]),
        (1, ["opened"]),
        (2, []),
        (4, ["minutes_drafted"]),
        (5, ["minutes_signed"]),
        (6, ["copies_sent"]),
        (7, []),
    ],
)
def test_each_state_of_the_meeting_owes_its_next_step(steps, kinds):
    history = met(steps)
    assert [duty.kind for duty in meeting.due(history, KEMEROVO, history.last_day or HELD_ON)] == kinds


# ─── A row that follows ──────────────────────────────────────────────────────────────────────────────────


def test_a_row_follows_the_history_in_one_attribute():
    row = SimpleNamespace(status=None)
    attached = DOOR.attach(row, "status", walk())
    assert row.status == "shut"
    history = attached.advance(pushed(), KEMEROVO)
    assert (row.status, attached.history) == ("open", history)


def test_a_refused_step_moves_neither_the_row_nor_the_history():
    row = SimpleNamespace(status="shut")
    attached = DOOR.attach(row, "status", walk())
    with pytest.raises(Refused):
        attached.advance(pushed(strength=0), KEMEROVO)
    assert (row.status, attached.history) == ("shut", walk())


def test_a_row_in_another_state_than_its_history_is_refused():
    with pytest.raises(Law189Error, match=r"SimpleNamespace\.status is «open», but its history is «shut»"):
        DOOR.attach(SimpleNamespace(status="open"), "status", walk())


def test_a_row_that_cannot_be_written_leaves_the_history_where_it_was():
    class Locked:
        @property
        def status(self):
            return "shut"

    attached = DOOR.attach(Locked(), "status", walk())
    with pytest.raises(AttributeError):
        attached.advance(pushed(), KEMEROVO)
    assert attached.history.version == 0


# ─── JSON ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("steps", range(len(MEETING_PATH) + 1))
def test_a_history_goes_to_json_and_back_unchanged(steps):
    history = met(steps)
    dumped = json.loads(json.dumps(meeting.dump(history)))
    assert meeting.load(dumped) == history
    assert meeting.dump(meeting.load(dumped)) == dumped


@pytest.mark.parametrize(
    "change", [{"schema": 3}, {"schema": None}, {"lifecycle": "selection"}], ids=["newer", "none", "another"]
)
def test_a_history_of_another_schema_or_lifecycle_is_refused(change):
    with pytest.raises(Law189Error, match="a history of meeting with schema 1 or 2 is needed"):
        meeting.load(meeting.dump(met(1)) | change)


def test_a_history_that_went_on_from_json_is_the_same_as_one_that_never_left():
    loaded = meeting.load(meeting.dump(met(3)))
    assert meeting.advance(loaded, MEETING_PATH[3], KEMEROVO) == met(4)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            {"event": {"kind": "pushed", "on": "2023-10-02", "by": "host"}},
            r"records\[0\]\.event: there is no such value: «pushed»",
        ),
        ({"event": {"on": "2023-10-02", "by": "host"}}, r"records\[0\]\.event"),
        ({"state": "ajar"}, "record 1 leads from planned to convened, not to ajar"),
    ],
    ids=["an event", "no kind", "a state"],
)
def test_an_event_or_a_state_that_the_lifecycle_does_not_have_is_refused(change, words):
    dumped = meeting.dump(met(1))
    with pytest.raises(Law189Error, match=words):
        meeting.load(dumped | {"records": [dumped["records"][0] | change]})


def test_a_history_off_its_path_is_not_loaded():
    history = meeting.begin("off")
    dumped = meeting.dump(meeting.advance(history, MEETING_PATH[0], KEMEROVO))
    dumped["records"][0]["state"] = "signed"
    with pytest.raises(Law189Error, match="from planned to convened, not to signed"):
        meeting.load(dumped)


def test_a_history_of_another_lifecycle_is_refused_and_never_raises():
    foreign = History("order", "1", "planned")
    assert meeting.judge(foreign, MEETING_PATH[0], KEMEROVO).outcome is Outcome.VOID
    with pytest.raises(Refused):
        meeting.advance(foreign, MEETING_PATH[0], KEMEROVO)
