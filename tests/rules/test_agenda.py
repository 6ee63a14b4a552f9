"""Who approved the agenda and when, and whether a question is the group's to consider."""

from datetime import date

import pytest
from groups import group, seat

from law189.errors import FaultyInput
from law189.profile.loader import load_profile
from law189.profile.seats import Role
from law189.rules.group.agenda import POWERS, within
from law189.rules.group.approving import approval, approvers
from law189.verdict import DECISION, Outcome

KEMEROVO = load_profile("kemerovo").latest.working_group
DISTRICT = load_profile("novokuznetsk_district").latest.working_group
AGENDA = pytest.mark.provision("kemerovo-2993/app3.5.3", "novokuznetsk-277/app4.5.4")
TASKS = pytest.mark.provision("kemerovo-2993/app3.2", "novokuznetsk-277/app4.2.1")
POWERS_GIVEN = pytest.mark.provision("kemerovo-2993/app3.3", "novokuznetsk-277/app4.3.1")
FUNCTIONS = pytest.mark.provision("kemerovo-2993/app3.4", "novokuznetsk-277/app4.4.1")
BEFORE, HELD_ON, AFTER = date(2023, 9, 29), date(2023, 10, 2), date(2023, 10, 3)


def parts(verdict):
    return {part.rule: part.outcome for part in verdict.parts}


def approver(by, presiding="chair", group=KEMEROVO):
    return parts(approval(by, BEFORE, presiding, HELD_ON, group))["agenda.approver"]


# ─── Approval ────────────────────────────────────────────────────────────────────────────────────────────


def test_an_agenda_that_the_presiding_chair_approved_in_time_holds():
    verdict = approval("chair", BEFORE, "chair", HELD_ON, KEMEROVO)
    assert verdict.outcome is Outcome.HOLDS
    assert verdict.cites == (KEMEROVO.agenda.basis,)


@AGENDA
def test_whoever_presides_first_by_the_regulation_approves_as_a_chair_does():
    order = KEMEROVO.presiding.model_copy(update={"value": (Role.DEPUTY, Role.CHAIR)})
    group = KEMEROVO.model_copy(update={"presiding": order})
    assert approver("deputy", "chair", group) is Outcome.HOLDS
    assert approver("deputy", "chair") is Outcome.UNKNOWN


@AGENDA
def test_a_member_may_have_presided_where_the_regulation_lets_members_or_does_not_say_who():
    order = KEMEROVO.presiding.model_copy(update={"value": (Role.CHAIR, Role.MEMBER)})
    assert approver("member-1", "chair", KEMEROVO.model_copy(update={"presiding": order})) is Outcome.UNKNOWN
    assert approver("member-1", "chair", KEMEROVO.model_copy(update={"presiding": None})) is Outcome.UNKNOWN
    assert approver("member-1", "chair") is Outcome.BREACH


@AGENDA
@pytest.mark.parametrize(
    ("by", "presiding", "outcome"),
    [
        ("chair", "deputy", Outcome.HOLDS),
        ("deputy", "deputy", Outcome.HOLDS),
        ("deputy", "chair", Outcome.UNKNOWN),
        ("deputy", None, Outcome.UNKNOWN),
        ("member-1", "member-1", Outcome.HOLDS),
        ("member-1", "chair", Outcome.BREACH),
        ("mayor", "chair", Outcome.BREACH),
        (None, "chair", Outcome.UNKNOWN),
        (None, None, Outcome.UNKNOWN),
    ],
    ids=[
        "the chair, though the deputy presides",
        "the acting deputy",
        "the deputy, though the chair presides: was the chair absent that day?",
        "the deputy, and nobody presides",
        "the elected member who presides",
        "another member",
        "somebody unknown",
        "not recorded",
        "not recorded, and nobody presides",
    ],
)
def test_the_agenda_is_for_the_chair_or_whoever_presides_to_approve(by, presiding, outcome):
    assert approver(by, presiding) is outcome
    assert approver(by, presiding, DISTRICT) is outcome


@AGENDA
@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        (BEFORE, Outcome.HOLDS),
        (HELD_ON, Outcome.HOLDS),
        (AFTER, Outcome.BREACH),
        (None, Outcome.UNKNOWN),
    ],
    ids=["before the meeting", "on its day", "after it", "not recorded"],
)
def test_the_agenda_is_approved_not_later_than_the_day_of_the_meeting(on, outcome):
    verdict = approval("chair", on, "chair", HELD_ON, KEMEROVO)
    assert parts(verdict)["agenda.before_meeting"] is outcome


def test_what_is_not_recorded_is_asked_for_by_its_key():
    verdict = approval(None, None, "chair", HELD_ON, KEMEROVO)
    assert [ask.path for ask in verdict.asks] == ["meeting.agenda.approved_by", "meeting.agenda.approved_on"]
    assert verdict.parts[0].text.en.endswith(
        "Give: who approved the agenda (agenda.approved_by) — from the secretary, or whoever presided."
    )
    assert verdict.parts[1].text.ru.endswith(
        "укажите: дату утверждения повестки (agenda.approved_on) — сообщает секретарь или председательствующий."
    )


def test_whether_the_chair_was_absent_when_the_deputy_approved_is_for_an_office_to_say():
    verdict = approval("deputy", HELD_ON, "chair", HELD_ON, KEMEROVO)
    assert verdict.asks == (DECISION,)


def test_a_municipality_whose_agenda_nobody_approves_asks_nothing():
    agenda = KEMEROVO.agenda.model_copy(update={"value": "none"})
    verdict = approval(None, None, "chair", HELD_ON, KEMEROVO.model_copy(update={"agenda": agenda}))
    assert verdict.outcome is Outcome.HOLDS
    assert verdict.parts == ()
    assert verdict.cites == (KEMEROVO.agenda.basis,)


# ─── What the group may consider ─────────────────────────────────────────────────────────────────────────


@TASKS
@FUNCTIONS
@POWERS_GIVEN
@pytest.mark.parametrize("group", [KEMEROVO, DISTRICT], ids=["kemerovo", "district"])
def test_every_task_power_and_function_is_the_groups_and_cites_its_own_item(group):
    for entry in (*group.tasks, *group.powers, *group.functions):
        verdict = within(entry.kind, group)
        assert verdict.outcome is Outcome.HOLDS
        assert verdict.cites == (entry.cite,)
        assert verdict.facts == {"kind": entry.kind, "title": entry.title, "listed": True}


@POWERS_GIVEN
def test_only_the_district_may_request_information():
    assert within("request-information", DISTRICT).outcome is Outcome.HOLDS
    denied = within("request-information", KEMEROVO)
    assert denied.outcome is Outcome.VOID
    assert denied.cites == tuple(power.cite for power in KEMEROVO.powers)
    assert "request-information" not in denied.facts["possible"]
    assert denied.facts["listed"] is False


def test_a_question_outside_the_tasks_is_a_breach_and_cites_the_tasks():
    verdict = within("festival", KEMEROVO)
    assert verdict.outcome is Outcome.BREACH
    assert verdict.cites == tuple(task.cite for task in KEMEROVO.tasks)
    assert verdict.text.en.startswith("The kind of question: festival; ")
    assert verdict.facts["listed"] is False


def test_a_kind_that_is_not_recorded_is_unknown_and_names_what_is_possible():
    verdict = within(None, DISTRICT)
    assert verdict.outcome is Outcome.UNKNOWN
    assert "(one of: order-proposals, " in verdict.text.en
    recorded = within(None, DISTRICT, asked_at="meeting.items[0].kind")
    assert [ask.path for ask in recorded.asks] == ["meeting.items[0].kind"]
    assert "request-information" in verdict.text.ru


def test_a_group_without_tasks_or_powers_is_cited_by_its_purpose():
    bare = KEMEROVO.model_copy(update={"tasks": (), "powers": (), "functions": ()})
    for kind in (None, "festival", "request-information"):
        assert within(kind, bare).cites == (KEMEROVO.purpose.basis,)


def test_every_power_of_the_shipped_regulations_is_a_power_that_another_may_lack():
    assert {power.kind for group in (KEMEROVO, DISTRICT) for power in group.powers} == POWERS


@pytest.mark.parametrize(
    ("by", "presiding", "outcome"),
    [
        ("chair", "chair", Outcome.HOLDS),
        ("chair", "deputy", Outcome.HOLDS),
        ("deputy", "deputy", Outcome.UNKNOWN),
        ("deputy", "chair", Outcome.UNKNOWN),
        ("member-1", "member-1", Outcome.BREACH),
        (None, "chair", Outcome.UNKNOWN),
    ],
)
def test_where_the_chair_approves_the_agenda_nobody_else_does_though_they_preside(by, presiding, outcome):
    by_chair = group(agenda="chair")
    told = parts(approval(by, BEFORE, presiding, HELD_ON, by_chair))
    assert told["agenda.chair_approver"] is outcome
    assert set(approvers(by_chair)) == {"chair", "deputy"}


def test_where_the_chair_approves_the_agenda_there_is_a_chair():
    with pytest.raises(FaultyInput, match="agenda"):
        group(agenda="chair", presiding=["co-chair"], seats=[seat("co-chair-1"), seat("member-1")])
