"""The table: clauses are declared once, and the machine, the look-up, the reader and the drawing follow."""

from enum import StrEnum
from types import SimpleNamespace
from typing import Literal

import pytest
from doors import ARTICLE, DOOR, KEMEROVO, DoorState, Pulled, Pushed, door
from pydantic import ValidationError
from stories import MEETING_PATH, met
from transitions import MachineError

from law189.cases.clause import Heading
from law189.cases.history import Event, RecordAnnulled
from law189.cases.table import AT_ANY_TIME
from law189.errors import UnknownProvision
from law189.law import Text
from law189.profile.documents import DocumentKind, Handed
from law189.workflows import LIFECYCLES
from law189.workflows.meeting import lifecycle as meeting

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
        door().on(Pulled, Heading(title=Text("т", "p"), source=source, target=target, basis=ARTICLE))


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
        door().on(event, Heading(title=Text("т", "p"), source=source, target=DoorState.OPEN, basis=ARTICLE))


def test_the_same_step_may_be_declared_again_from_another_state():
    longer = door()
    longer.on(
        Pulled, Heading(title=Text("ещё", "again"), source=DoorState.AJAR, target=DoorState.SHUT, basis="p1")
    )(lambda _: iter(()))
    assert longer.lookup["open", Pulled].target == "ajar"
    assert longer.lookup["ajar", Pulled].target == "shut"
    assert longer.clause("pulled").target == "ajar"


def test_a_clause_is_found_by_its_kind_and_a_slip_is_named():
    assert DOOR.clause("pushed").source == ("shut", "ajar")
    with pytest.raises(UnknownProvision, match="door has no event «pished»; did you mean «pushed»"):
        DOOR.clause("pished")


def test_a_clause_cites_an_article_a_norm_of_the_profile_or_nothing_where_it_is_assumed():
    assert [cite.id for cite in DOOR.clause("pushed").cites(KEMEROVO.latest)] == [ARTICLE]
    assert DOOR.clause("pulled").cites(KEMEROVO.latest) == ()
    group = KEMEROVO.latest.working_group
    assert meeting.clause("opened").cites(KEMEROVO.latest) == (group.quorum.basis,)


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
    for event in MEETING_PATH:
        history = meeting.advance(history, event, KEMEROVO)
        bare.trigger(event.kind)
        assert bare.state == history.state
    assert history.state == "complete"


@pytest.mark.parametrize("steps", range(len(MEETING_PATH) + 1))
def test_a_bare_transitions_model_refuses_the_same_steps_by_state(steps):
    history, bare, machine = met(steps), SimpleNamespace(), meeting.machine
    machine.add_model(bare, initial=history.state)
    possible = set(machine.get_triggers(history.state))
    assert possible == {
        clause.kind for (state, _), clause in meeting.lookup.items() if state == history.state
    }
    for clause in meeting.clauses:
        if clause.kind not in possible:
            with pytest.raises(MachineError):
                bare.trigger(clause.kind)


def test_a_change_of_the_machine_is_a_change_of_ones_own():
    meeting.machine.add_transition("skip", "planned", "complete")
    assert "skip" not in meeting.machine.events


# ─── Drawing ─────────────────────────────────────────────────────────────────────────────────────────────


def test_the_drawing_shows_every_step_in_either_language():
    assert DOOR.mermaid("en").splitlines() == [
        "stateDiagram-v2",
        "    [*] --> shut",
        "    shut --> open: pushed",
        "    ajar --> open: pushed",
        "    open --> ajar: pulled",
        f"    note right of shut: {AT_ANY_TIME.en}",
    ]
    assert "    open --> ajar: потянули\n" in DOOR.mermaid("ru")


def test_the_drawing_ends_in_the_states_that_nothing_leaves():
    lines = meeting.mermaid("en").splitlines()
    assert [line for line in lines if line.endswith("[*]")] == [
        "    not_held --> [*]",
        "    complete --> [*]",
    ]


# ─── Documents in a heading ──────────────────────────────────────────────────────────────────────────────


class Painted(Event):
    kind: Literal["painted"] = "painted"


class PaintedOnPaper(Event):
    kind: Literal["painted"] = "painted"
    document: Handed | None = None


def test_a_clause_that_hands_in_a_document_needs_an_event_that_has_one():
    heading = {"title": Text("покрашена", "painted"), "source": DoorState.SHUT, "target": DoorState.SHUT}
    with pytest.raises(ValueError, match=r"door\.painted hands in a document, and Painted has none"):
        door().on(Painted, Heading(**heading, basis=ARTICLE, document=DocumentKind.CONTRACT))
    painted = door()
    painted.on(PaintedOnPaper, Heading(**heading, basis=ARTICLE, document=DocumentKind.CONTRACT))(
        lambda _: iter(())
    )
    assert painted.clause("painted").document is DocumentKind.CONTRACT


# ─── Events out of mappings ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("cycle", [*LIFECYCLES, DOOR], ids=lambda cycle: cycle.name)
def test_every_kind_of_a_lifecycle_is_read_by_its_word_and_an_annulment_in_every_one(cycle):
    tags = {clause.kind for clause in cycle.clauses} | {"record_annulled"}
    with pytest.raises(ValidationError) as caught:
        cycle.events.validate_python({"kind": "?"})
    assert set(caught.value.errors()[0]["ctx"]["expected_tags"].replace("'", "").split(", ")) == tags
    facts = {"kind": "record_annulled", "on": "2023-10-02", "by": "clerk", "record": 1, "reason": "ошибка"}
    assert cycle.events.validate_python(facts) == RecordAnnulled(**facts)


def test_an_event_that_a_clause_declares_twice_is_read_once():
    longer = door()
    longer.on(
        Pulled,
        Heading(title=Text("ещё", "again"), source=DoorState.AJAR, target=DoorState.SHUT, basis=ARTICLE),
    )(lambda _: iter(()))
    read = longer.events.validate_python({"kind": "pulled", "on": "2023-10-02", "by": "host"})
    assert type(read) is Pulled
    assert longer.kinds == ("pushed", "pulled")


class Nameless(Event):
    pass


def test_an_event_without_a_kind_is_no_step():
    with pytest.raises(ValueError, match="door: Nameless has no field `kind`"):
        door().on(
            Nameless,
            Heading(title=Text("т", "t"), source=DoorState.SHUT, target=DoorState.OPEN, basis=ARTICLE),
        )
