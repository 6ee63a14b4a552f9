"""The engine: clauses, their machine, refusals, options, duties, rows that follow, and JSON."""

import json
from copy import deepcopy
from datetime import date
from enum import StrEnum
from types import SimpleNamespace
from typing import Literal

import pytest
from pydantic import Field, ValidationError
from transitions import MachineError

from law189.errors import Law189Error, Refused, UnknownProvision
from law189.federal import shipped_data
from law189.history import Event, History
from law189.law import Text
from law189.lifecycle import Assumed, Lifecycle
from law189.loader import load_profile
from law189.verdict import Outcome, Rule
from law189.workflows import LIFECYCLES
from law189.workflows.meeting import (
    Closed,
    Convened,
    CopiesSent,
    ItemVoted,
    MinutesDrafted,
    MinutesSigned,
    Opened,
    meeting,
)

KEMEROVO = load_profile("kemerovo")
SEATS = tuple(seat.id for seat in KEMEROVO.working_group.seats)
HELD_ON = date(2023, 10, 2)
PATH = (
    Convened(on="2023-09-29", by="chair", held_on=HELD_ON),
    Opened(on=HELD_ON, by="chair", present=SEATS[:5]),
    ItemVoted(
        on=HELD_ON,
        by="chair",
        question="План",
        question_kind="plan-measures",
        votes=dict.fromkeys(SEATS[:3], "for"),
    ),
    Closed(on=HELD_ON, by="chair"),
    MinutesDrafted(on="2023-10-03", by="member-1"),
    MinutesSigned(on="2023-10-03", by="chair"),
    CopiesSent(on="2023-10-04", by="member-1", copies_to=SEATS),
)


def after(steps):
    history = meeting.begin("2023-10-02")
    for event in PATH[:steps]:
        history = meeting.advance(history, event, KEMEROVO)
    return history


# ─── A lifecycle small enough to see through ─────────────────────────────────────────────────────────────


class DoorState(StrEnum):
    SHUT = "shut"
    AJAR = "ajar"
    OPEN = "open"


class Pushed(Event):
    kind: Literal["pushed"] = "pushed"
    strength: int
    noise: int = Field(default=0)


class Pulled(Event):
    kind: Literal["pulled"] = "pulled"


STRONG = Rule("door.strong", Text("Сила: {strength}.", "Strength: {strength}."))
QUIET = Rule("door.quiet", Text("Шум: {noise}.", "Noise: {noise}."), missed=Outcome.BREACH)
ARTICLE = "189-fz/art28.part3"


def door():
    new = Lifecycle("door", Text("дверь", "door"), DoorState, DoorState.SHUT)

    @new.on(
        Pushed,
        title=Text("толкнули", "pushed"),
        source=(DoorState.SHUT, DoorState.AJAR),
        target=DoorState.OPEN,
        basis=ARTICLE,
        by=("host",),
        duty=Text("открыть дверь", "open the door"),
        until=lambda history: date(2023, 10, 31) if history.version else None,
    )
    def push(m):
        yield STRONG.judge(m.event.strength > 1, m.profile.cite("p1"), strength=m.event.strength)
        yield QUIET.judge(m.event.noise < 5, m.profile.cite("p1"), noise=m.event.noise)

    @new.on(
        Pulled,
        title=Text("потянули", "pulled"),
        source=DoorState.OPEN,
        target=DoorState.AJAR,
        basis=Assumed(Text("двери тянут", "doors are pulled")),
    )
    def pull(_):
        yield from ()

    return new


DOOR = door()


def pushed(day="2023-10-02", by="host", **facts):
    return Pushed(on=day, by=by, **{"strength": 2, **facts})


def pulled(day="2023-10-02"):
    return Pulled(on=day, by="anybody")


def walk(*events):
    history = DOOR.begin("front")
    for event in events:
        history = DOOR.advance(history, event, KEMEROVO)
    return history


# ─── Declaring ───────────────────────────────────────────────────────────────────────────────────────────


class OtherState(StrEnum):
    SHUT = "shut"


@pytest.mark.parametrize(
    ("source", "target"),
    [(OtherState.SHUT, DoorState.OPEN), (DoorState.SHUT, OtherState.SHUT), ("shut", DoorState.OPEN)],
    ids=["as a source", "as a target", "a bare word"],
)
def test_declaring_a_foreign_state_raises_at_once(source, target):
    with pytest.raises(ValueError, match=r"door\.pulled: foreign states"):
        door().on(Pulled, title=Text("т", "p"), source=source, target=target, basis=ARTICLE)


@pytest.mark.parametrize(
    ("event", "source"),
    [
        (Pushed, DoorState.AJAR),
        (Pushed, (DoorState.OPEN, DoorState.SHUT)),
        (Pulled, (DoorState.AJAR, DoorState.AJAR)),
    ],
    ids=["in two clauses", "in two clauses, among others", "in one clause"],
)
def test_declaring_the_same_step_twice_from_one_state_raises_at_once(event, source):
    with pytest.raises(ValueError, match="is declared twice from"):
        door().on(event, title=Text("т", "p"), source=source, target=DoorState.OPEN, basis=ARTICLE)


def test_the_same_step_may_be_declared_again_from_another_state():
    longer = door()
    longer.on(Pulled, title=Text("ещё", "again"), source=DoorState.AJAR, target=DoorState.SHUT, basis="p1")(
        lambda _: iter(())
    )
    assert longer.lookup["open", Pulled].target == "ajar"
    assert longer.lookup["ajar", Pulled].target == "shut"
    assert longer.clause("pulled").target == "ajar"


def test_a_clause_is_found_by_its_kind_and_a_slip_is_named():
    assert DOOR.clause("pushed").source == ("shut", "ajar")
    with pytest.raises(UnknownProvision, match="door has no event «pished»; did you mean «pushed»"):
        DOOR.clause("pished")


def test_a_clause_cites_an_article_a_norm_of_the_profile_or_nothing_where_it_is_assumed():
    assert [cite.id for cite in DOOR.clause("pushed").cites(KEMEROVO)] == [ARTICLE]
    assert DOOR.clause("pulled").cites(KEMEROVO) == ()
    group = KEMEROVO.working_group
    assert meeting.clause("opened").cites(KEMEROVO) == (group.quorum.basis,)


# ─── The machine and the table ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("cycle", [*LIFECYCLES, DOOR], ids=lambda cycle: cycle.name)
def test_the_machine_and_the_clauses_are_one_table(cycle):
    of_machine = {
        (kind, source, found.dest)
        for kind, event in cycle.machine.events.items()
        for source, several in event.transitions.items()
        for found in several
    }
    of_clauses = {(c.kind, source, c.target) for c in cycle.clauses for source in c.source}
    assert of_machine == of_clauses
    of_lookup = {(c.kind, source, c.target) for (source, _), c in cycle.lookup.items()}
    assert of_lookup == of_clauses
    assert list(cycle.machine.states) == [state.value for state in cycle.states]
    assert cycle.machine.initial == cycle.initial


@pytest.mark.parametrize("cycle", [*LIFECYCLES, DOOR], ids=lambda cycle: cycle.name)
def test_every_state_can_be_reached(cycle):
    reached = {cycle.initial.value}
    while more := {c.target for c in cycle.clauses if reached & set(c.source)} - reached:
        reached |= more
    assert reached == {state.value for state in cycle.states}


def test_a_bare_transitions_model_walks_the_same_path():
    history, bare = meeting.begin("2023-10-02"), SimpleNamespace()
    meeting.machine.add_model(bare)
    try:
        assert bare.state == history.state
        for event in PATH:
            history = meeting.advance(history, event, KEMEROVO)
            bare.trigger(event.kind)
            assert bare.state == history.state
    finally:
        meeting.machine.remove_model(bare)
    assert history.state == "complete"


@pytest.mark.parametrize("steps", range(len(PATH) + 1))
def test_a_bare_transitions_model_refuses_the_same_steps_by_state(steps):
    history, bare = after(steps), SimpleNamespace()
    meeting.machine.add_model(bare, initial=history.state)
    try:
        possible = set(meeting.machine.get_triggers(history.state))
        taken = {clause.kind for (state, _), clause in meeting.lookup.items() if state == history.state}
        assert possible == taken
        for clause in meeting.clauses:
            if clause.kind not in possible:
                with pytest.raises(MachineError):
                    bare.trigger(clause.kind)
    finally:
        meeting.machine.remove_model(bare)


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
        "lifecycle.actor",
        "door.strong",
        "door.quiet",
    ]
    assert len(str(caught.value).splitlines()) == 3  # the breach is no reason to refuse


def test_a_step_from_another_state_is_refused_and_says_from_where_it_is_possible():
    verdict = DOOR.judge(walk(pushed()), pushed(), KEMEROVO)
    assert verdict.outcome is Outcome.VOID
    assert verdict.facts == {"state": "open", "kind": "pushed", "sources": ["shut", "ajar"]}


def test_a_step_of_another_lifecycle_is_refused_in_every_state():
    for event in (PATH[0], PATH[3]):
        verdict = DOOR.judge(walk(), event, KEMEROVO)
        assert verdict.rule == "lifecycle.state"
        assert verdict.facts["sources"] == []


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
    assert DOOR.judge(walk(pushed()), pulled(), KEMEROVO).parts == ()


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
    two_thirds = amended(since, {"do": "set", "at": share, "to": "2/3"})
    assert meeting.judge(after(1), PATH[1], two_thirds).outcome is outcome


def test_an_amendment_after_the_meeting_does_not_reach_back_to_who_presided():
    deputy_only = amended(
        "2023-10-03", {"do": "set", "at": ["working_group", "presiding", "value"], "to": ["deputy"]}
    )
    assert meeting.judge(after(5), PATH[5], deputy_only).outcome is Outcome.HOLDS


def test_an_amendment_after_the_meeting_does_not_reach_back_to_its_members():
    seat = {
        "id": "member-9",
        "role": "member",
        "office": {"ru": "директор", "en": "director"},
        "cite": "app2",
    }
    one_more = amended("2023-10-03", {"do": "add", "at": ["working_group", "seats"], "to": seat})
    assert meeting.judge(after(6), PATH[6], one_more).outcome is Outcome.HOLDS


# ─── Options and duties ──────────────────────────────────────────────────────────────────────────────────


def test_options_tell_every_step_with_what_it_needs_and_whether_it_may_be_taken():
    push, pull = DOOR.options(walk(), KEMEROVO, HELD_ON)
    assert (push.kind, push.target, push.needs) == ("pushed", "open", ("on", "by", "strength"))
    assert push.title.en == "pushed"
    assert push.verdict.outcome is Outcome.HOLDS
    assert [cite.id for cite in push.verdict.cites] == [ARTICLE]
    assert pull.verdict.outcome is Outcome.VOID
    assert pull.verdict.parts[0].rule == "lifecycle.state"


def test_options_on_an_earlier_day_than_the_last_step_are_refused_and_on_its_day_they_are_not():
    opened = walk(pushed())
    (_, earlier) = DOOR.options(opened, KEMEROVO, date(2023, 10, 1))
    assert earlier.verdict.outcome is Outcome.VOID
    assert [part.rule for part in earlier.verdict.parts] == ["lifecycle.order"]
    (_, same_day) = DOOR.options(opened, KEMEROVO, HELD_ON)
    assert same_day.verdict.outcome is Outcome.HOLDS


def test_an_option_is_the_clause_that_its_state_has():
    longer = door()
    shut = {"title": Text("захлопнули", "slammed"), "source": DoorState.AJAR, "target": DoorState.SHUT}
    longer.on(Pulled, **shut, basis="working_group.quorum")(lambda _: iter(()))
    targets = []
    for history in (walk(pushed()), walk(pushed(), pulled())):
        (_, pull) = longer.options(history, KEMEROVO, HELD_ON)
        targets.append((pull.target, pull.title.en))
    assert targets == [("ajar", "pulled"), ("shut", "slammed")]


@pytest.mark.parametrize("steps", range(len(PATH) + 1))
def test_options_of_the_meeting_agree_with_its_machine_in_every_state(steps):
    history = after(steps)
    open_steps = {
        o.kind for o in meeting.options(history, KEMEROVO, HELD_ON.replace(day=9)) if not o.verdict.stops
    }
    assert open_steps == set(meeting.machine.get_triggers(history.state))


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
    (hold,) = meeting.due(after(1), KEMEROVO, HELD_ON)
    assert (hold.kind, hold.title.en) == ("opened", "hold the meeting")
    assert (hold.last_day, hold.overdue) == (HELD_ON, False)
    (late,) = meeting.due(after(1), KEMEROVO, date(2023, 10, 3))
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
    assert [duty.kind for duty in meeting.due(after(steps), KEMEROVO, HELD_ON)] == kinds


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


@pytest.mark.parametrize("steps", range(len(PATH) + 1))
def test_a_history_goes_to_json_and_back_unchanged(steps):
    history = after(steps)
    dumped = json.loads(json.dumps(meeting.dump(history)))
    assert meeting.load(dumped) == history
    assert meeting.dump(meeting.load(dumped)) == dumped


@pytest.mark.parametrize(
    "change", [{"schema": 2}, {"schema": None}, {"lifecycle": "selection"}], ids=["newer", "none", "another"]
)
def test_a_history_of_another_schema_or_lifecycle_is_refused(change):
    with pytest.raises(Law189Error, match="a history of meeting with schema 1 is needed"):
        meeting.load(meeting.dump(after(1)) | change)


def test_a_history_that_went_on_from_json_is_the_same_as_one_that_never_left():
    loaded = meeting.load(meeting.dump(after(3)))
    assert meeting.advance(loaded, PATH[3], KEMEROVO) == after(4)


def test_an_event_or_a_state_that_the_lifecycle_does_not_have_is_refused():
    dumped = meeting.dump(after(1))
    for change in ({"event": {"kind": "pushed"}}, {"state": "ajar"}):
        with pytest.raises((ValueError, ValidationError)):
            meeting.load(dumped | {"records": [dumped["records"][0] | change]})


# ─── Drawing ─────────────────────────────────────────────────────────────────────────────────────────────


def test_the_drawing_shows_every_step_in_either_language():
    assert DOOR.mermaid("en").splitlines() == [
        "stateDiagram-v2",
        "    [*] --> shut",
        "    shut --> open: pushed",
        "    ajar --> open: pushed",
        "    open --> ajar: pulled",
    ]
    assert "    open --> ajar: потянули\n" in DOOR.mermaid("ru")


def test_the_drawing_ends_in_the_states_that_nothing_leaves():
    lines = meeting.mermaid("en").splitlines()
    assert [line for line in lines if line.endswith("[*]")] == [
        "    not_held --> [*]",
        "    complete --> [*]",
    ]


def test_a_history_off_its_path_is_not_loaded():
    history = meeting.begin("off")
    dumped = meeting.dump(meeting.advance(history, PATH[0], KEMEROVO))
    dumped["records"][0]["state"] = "signed"
    with pytest.raises(Law189Error, match="from planned to signed"):
        meeting.load(dumped)


def test_a_history_of_another_lifecycle_is_refused_and_never_raises():
    foreign = History("order", "1", "planned")
    assert meeting.judge(foreign, PATH[0], KEMEROVO).outcome is Outcome.VOID
    with pytest.raises(Refused):
        meeting.advance(foreign, PATH[0], KEMEROVO)
