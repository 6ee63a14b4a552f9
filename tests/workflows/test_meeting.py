"""The meeting step by step: every transition taken, and refused for each of its conditions."""

import copy
import json
import pickle
from datetime import date

import pytest
from cases_at_hand import failing, named, right, taking
from filled import edited
from pydantic import ValidationError

from law189.errors import Refused
from law189.profile.group import Role
from law189.profile.loader import load_profile
from law189.verdict import Outcome
from law189.workflows.meeting import (
    Closed,
    Convened,
    CopiesSent,
    ItemVoted,
    MinutesDrafted,
    MinutesSigned,
    NotHeld,
    Opened,
)
from law189.workflows.meeting import lifecycle as meeting

KEMEROVO = load_profile("kemerovo")
DISTRICT = load_profile("novokuznetsk_district")
SEATS = tuple(seat.id for seat in KEMEROVO.latest.working_group.seats)
HELD_ON = date(2023, 10, 2)


convened = right(Convened, on="2023-09-29", by="chair", held_on=HELD_ON)


opened = right(Opened, on=HELD_ON, by="chair", present=SEATS[:5])


def not_held(*present, **facts):
    return NotHeld(on=HELD_ON, by="chair", present=present, **facts)


def voted(*in_favour, **facts):
    votes = dict.fromkeys(in_favour, "for")
    step = {"question": "План", "question_kind": "plan-measures", "votes": votes}
    return ItemVoted(on=HELD_ON, by="chair", **{**step, **facts})


def closed():
    return Closed(on=HELD_ON, by="chair")


def drafted(by="secretary"):
    return MinutesDrafted(on="2023-10-03", by=by)


def signed(by="chair", on="2023-10-03"):
    return MinutesSigned(on=on, by=by)


def copies(*to):
    return CopiesSent(on="2023-10-04", by="secretary", copies_to=to)


after = taking(meeting, "2023-10-02", KEMEROVO)
HELD = (convened(), opened())
CLOSED = (*HELD, closed())
DRAFTED = (*CLOSED, drafted())
SIGNED = (*DRAFTED, signed())


# ─── Every transition taken ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "event", "state"),
    [
        ((), convened(), "convened"),
        ((), convened(by="deputy"), "convened"),
        ((), convened(held_on="2023-09-29"), "convened"),
        ((convened(),), opened(), "open"),
        ((convened(),), opened(present=SEATS[1:6]), "open"),
        ((convened(),), opened(present=SEATS[:4], vacant=SEATS[8:]), "open"),
        ((convened(),), not_held(*SEATS[:4]), "not_held"),
        ((convened(),), not_held(*SEATS[2:]), "not_held"),
        (HELD, voted("chair", "deputy", "member-1"), "open"),
        (HELD, voted("chair"), "open"),
        (HELD, voted("chair", question="А"), "open"),
        ((*HELD, voted("chair", question="А")), voted("chair", "deputy", "member-1"), "open"),
        (HELD, closed(), "closed"),
        (CLOSED, drafted(by="member-1"), "drafted"),
        (DRAFTED, signed(), "signed"),
        (SIGNED, copies(*SEATS), "complete"),
    ],
)
def test_a_lawful_step_is_taken_and_holds(before, event, state):
    history = meeting.advance(after(*before), event, KEMEROVO)
    assert history.state == state
    assert history.records[-1].verdict.outcome is Outcome.HOLDS


def test_the_districts_meeting_goes_from_its_agenda_to_the_copies_under_the_acting_deputy():
    seats = [seat.id for seat in DISTRICT.latest.working_group.seats]
    history = after(
        convened(by="deputy"),
        opened(by="deputy", present=["deputy", "member-1", "member-2", "secretary"]),
        voted("deputy", "member-1", question_kind="request-information"),
        closed(),
        drafted(),
        signed(by="deputy"),
        copies(*seats),
        profile=DISTRICT,
    )
    assert history.state == "complete"
    assert {record.verdict.outcome for record in history.records} == {Outcome.HOLDS}


@pytest.mark.parametrize(
    ("before", "event", "rule"),
    [
        ((), convened(by="member-1"), "agenda.approver"),
        ((), convened(held_on="2023-09-28"), "agenda.before_meeting"),
        ((convened(),), opened(on="2023-10-03"), "meeting.day"),
        ((convened(),), opened(on="2023-09-30"), "meeting.day"),
        ((convened(),), opened(present=(*SEATS[:5], "chair")), "quorum.entry"),
        ((convened(),), opened(present=(*SEATS[:5], "mayor")), "quorum.entry"),
        ((convened(),), not_held(*SEATS[:5]), "meeting.in_vain"),
        (HELD, voted("chair", "member-8"), "voting.ballot"),
        (HELD, voted("chair", question_kind="festival"), "agenda.within"),
        (SIGNED, copies(*SEATS[1:]), "minutes.copies"),
    ],
)
def test_a_breach_is_recorded_and_the_meeting_goes_on(before, event, rule):
    verdict = meeting.advance(after(*before), event, KEMEROVO).records[-1].verdict
    assert [reason.rule for reason in verdict.reasons(Outcome.BREACH)] == [rule]


def test_in_the_district_minutes_that_another_hand_kept_are_a_breach_and_in_kemerovo_they_are_not():
    for profile, outcome in ((DISTRICT, Outcome.BREACH), (KEMEROVO, Outcome.HOLDS)):
        before = after(convened(), opened(), closed(), profile=profile)
        assert meeting.judge(before, drafted(by="member-1"), profile).outcome is outcome


# ─── Every transition refused, for each of its conditions ────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "event", "outcome", "rules"),
    [
        (
            (),
            convened(on="2023-09-01", held_on="2023-09-21"),
            Outcome.VOID,
            {"sitting.established", "force.decree"},
        ),
        ((convened(),), opened(present=SEATS[:4]), Outcome.VOID, {"quorum.present"}),
        ((convened(),), opened(present=SEATS[2:]), Outcome.VOID, {"quorum.presiding"}),
        ((convened(),), opened(present=()), Outcome.VOID, {"quorum.presiding", "quorum.present"}),
        (
            (convened(),),
            opened(present=SEATS[2:], readings={"Q3": "elected"}),
            Outcome.UNKNOWN,
            {"quorum.presiding"},
        ),
        ((convened(),), opened(on="2023-09-28"), Outcome.VOID, {"lifecycle.order", "meeting.day"}),
        (
            (convened(on="2023-09-22"),),
            opened(on="2023-09-21"),
            Outcome.VOID,
            {"sitting.established", "meeting.day", "force.decree", "lifecycle.order"},
        ),
        (HELD, voted("chair", question_kind="request-information"), Outcome.VOID, {"agenda.power"}),
        (HELD, voted("chair", question_kind=None), Outcome.UNKNOWN, {"agenda.within"}),
        (DRAFTED, signed(by="deputy"), Outcome.VOID, {"minutes.signer"}),
        (DRAFTED, signed(on="2023-10-01"), Outcome.VOID, {"minutes.after_meeting", "lifecycle.order"}),
    ],
)
def test_a_step_is_refused_for_each_of_its_conditions_and_nothing_moves(before, event, outcome, rules):
    history = after(*before)
    with pytest.raises(Refused) as caught:
        meeting.advance(history, event, KEMEROVO)
    verdict = caught.value.verdict
    assert verdict.outcome is outcome
    assert {v.rule for v in verdict.walk() if not v.parts and v.outcome is not Outcome.HOLDS} == rules
    assert history == after(*before)


ALL = (convened(), opened(), not_held("chair"), voted("chair"), closed(), drafted(), signed(), copies(*SEATS))


@pytest.mark.parametrize(
    ("before", "possible"),
    [
        ((), {"convened"}),
        ((convened(),), {"opened", "not_held"}),
        ((convened(), not_held("chair")), set()),
        (HELD, {"item_voted", "closed"}),
        (CLOSED, {"minutes_drafted"}),
        (DRAFTED, {"minutes_signed"}),
        (SIGNED, {"copies_sent"}),
        ((*SIGNED, copies(*SEATS)), {"copies_sent"}),
    ],
    ids=["planned", "convened", "not held", "open", "closed", "drafted", "signed", "complete"],
)
def test_in_each_state_every_other_step_is_refused_by_the_state_alone(before, possible):
    history = after(*before)
    for event in ALL:
        by_state = meeting.judge(history, event, KEMEROVO).rule == "lifecycle.state"
        assert by_state is (event.kind not in possible)


# ─── What a step says ────────────────────────────────────────────────────────────────────────────────────


def about(history, event):
    """The one part that is about the step itself; another is about the decree, in force on its day."""
    decree, said = meeting.judge(history, event, KEMEROVO).parts
    assert (decree.rule, decree.outcome) == ("force.decree", Outcome.HOLDS)
    return said


def test_the_verdict_of_a_vote_says_whether_the_question_is_adopted():
    for in_favour, adopted in ((SEATS[:3], True), (SEATS[:2], False)):
        question = about(after(*HELD), voted(*in_favour))
        assert question.facts == {"question": "План", "adopted": adopted}


def test_a_question_that_is_decided_otherwise_later_at_the_meeting_is_one_for_a_person():
    """The regulation does not say which of the two decisions counts; another question has nothing to do with it."""
    adopted, rejected = voted(*SEATS[:5]), voted("chair")
    for first, second, twice in (
        (adopted, rejected, True),
        (rejected, adopted, True),
        (adopted, adopted, False),
    ):
        other = first.model_copy(update={"question": "Другой вопрос"})
        for before in ((*HELD, first), (*HELD, first, other), (*HELD, other, first)):
            verdict = meeting.judge(after(*before), second, KEMEROVO)
            assert ("sitting.decided_twice" in failing(verdict)) is twice
        verdict = meeting.judge(after(*HELD, other), second, KEMEROVO)
        assert "sitting.decided_twice" not in failing(verdict)


def test_a_tie_is_decided_by_the_officer_who_presided_when_the_meeting_was_opened():
    before = after(convened(), opened(present=SEATS[1:7]))
    tie = {"deputy": "against", "member-1": "for"}
    question = about(before, voted(votes=tie))
    assert question.facts["adopted"] is False
    assert question.parts[0].reading.code == "V2"


def test_readings_chosen_when_the_meeting_was_opened_hold_to_its_end():
    by_threshold = opened(present=SEATS[:6], readings={"V2": "threshold"})
    tie = {"chair": "for", "deputy": "against"}
    for how, adopted in ((by_threshold, False), (opened(present=SEATS[:6]), True)):
        question = about(after(convened(), how), voted(votes=tie))
        assert question.facts["adopted"] is adopted


def test_who_was_elected_is_asked_only_where_the_reading_lets_a_member_be_elected():
    for readings, asked in (({}, False), ({"Q3": "elected"}, True)):
        profile = edited(KEMEROVO, {"readings": {**KEMEROVO.latest.readings, **readings}})
        options = meeting.options(after(convened(), profile=profile), profile, HELD_ON)
        opening = next(option for option in options if option.kind == "opened")
        assert ("elected" in named(opening.needs)) is asked


def test_an_elected_member_signs_the_minutes():
    elected = opened(present=SEATS[2:], elected="member-1", readings={"Q3": "elected"})
    before = after(convened(), elected, closed(), drafted())
    assert meeting.judge(before, signed(by="member-1"), KEMEROVO).outcome is Outcome.HOLDS
    assert meeting.judge(before, signed(by="chair"), KEMEROVO).outcome is Outcome.VOID


def test_copies_are_owed_to_filled_seats_only():
    before = after(convened(), opened(present=SEATS[:4], vacant=SEATS[8:]), closed(), drafted(), signed())
    assert meeting.judge(before, copies(*SEATS[:8]), KEMEROVO).outcome is Outcome.HOLDS


def test_a_meeting_that_could_have_been_held_says_so_when_it_was_not():
    verdict = meeting.judge(after(convened()), not_held(*SEATS[:5]), KEMEROVO)
    (said,) = (part for part in verdict.parts if part.rule == "meeting.in_vain")
    assert said.outcome is Outcome.BREACH
    assert said.facts["quorum"] is True
    assert said.facts["led"] is True


def test_closing_has_no_conditions_of_its_own_and_is_marked_as_assumed():
    verdict = meeting.judge(after(*HELD), closed(), KEMEROVO)
    assert ([part.rule for part in verdict.parts], verdict.cites) == (["force.decree"], ())
    assert "do not describe closing" in meeting.clause("closed").basis.why.en


@pytest.mark.parametrize(
    "facts",
    [{"question": ""}, {"votes": {"chair": "aye"}}, {"votes": None}, {"minutes": "none"}],
    ids=["no words", "no vote", "no votes", "a foreign fact"],
)
def test_an_event_that_is_no_fact_of_its_kind_cannot_be_made(facts):
    with pytest.raises(ValidationError):
        voted(**facts)


def test_an_unknown_reading_cannot_be_chosen():
    with pytest.raises(ValidationError, match="there is no such reading"):
        opened(readings={"V9": "threshold"})


# ─── What an opened meeting keeps for the steps to come ──────────────────────────────────────────────────

TO_SIGN = after(*HELD, voted("chair"), closed(), drafted())


def signed_by(seat, history, profile=KEMEROVO):
    return meeting.judge(history, signed(by=seat), profile).outcome


def with_opened(event):
    """The meeting that waits for its signature, with another opening in its history."""
    first, second, *rest = TO_SIGN.records
    return TO_SIGN._replace(records=(first, second._replace(event=event), *rest))


@pytest.mark.parametrize(
    "again",
    [
        copy.copy,
        copy.deepcopy,
        lambda event: pickle.loads(pickle.dumps(event)),  # noqa: S301  # our own
        lambda event: event.model_copy(),
    ],
    ids=["copy", "deepcopy", "pickle", "model_copy"],
)
def test_a_copy_of_an_opened_meeting_is_the_same_meeting(again):
    event = again(TO_SIGN.the(Opened))
    assert event == opened() == TO_SIGN.the(Opened)
    assert signed_by("chair", with_opened(event)) is Outcome.HOLDS


def test_what_an_opened_meeting_keeps_is_not_written_down():
    event = TO_SIGN.the(Opened)
    assert event.model_dump_json() == opened().model_dump_json()
    assert repr(event) == repr(opened())
    assert len(pickle.dumps(event)) < 2 * len(pickle.dumps(opened()))


def test_an_opened_meeting_that_is_changed_afterwards_is_judged_as_changed():
    led_by_deputy = TO_SIGN.the(Opened).model_copy(update={"present": SEATS[1:6]})
    assert signed_by("deputy", with_opened(led_by_deputy)) is Outcome.HOLDS
    assert signed_by("chair", with_opened(led_by_deputy)) is Outcome.VOID
    assert signed_by("chair", TO_SIGN) is Outcome.HOLDS


def test_an_opened_meeting_is_judged_by_whichever_profile_is_given():
    order = KEMEROVO.latest.working_group.presiding.model_copy(update={"value": (Role.DEPUTY, Role.CHAIR)})
    group = KEMEROVO.latest.working_group.model_copy(update={"presiding": order})
    reversed_order = edited(KEMEROVO, {"working_group": group})
    for profile, seat in ((KEMEROVO, "chair"), (reversed_order, "deputy"), (KEMEROVO, "chair")):
        assert signed_by(seat, TO_SIGN, profile) is Outcome.HOLDS


def test_a_meeting_that_came_back_from_json_is_judged_like_the_first():
    back = meeting.load(json.loads(json.dumps(meeting.dump(TO_SIGN))))
    for seat in ("chair", "deputy"):
        first, second = (meeting.judge(history, signed(by=seat), KEMEROVO) for history in (TO_SIGN, back))
        assert first == second


# ─── Копии остальным: обязанность остаётся, пока они не у всех ───────────────────────────────────────────


def owed(*steps):
    return [(duty.kind, duty.title.en) for duty in meeting.due(after(*steps), KEMEROVO, date(2023, 10, 20))]


def test_copies_sent_to_some_leave_the_duty_to_send_the_rest():
    some, rest = copies(*SEATS[:-2]), copies(SEATS[-2])
    first = ("copies_sent", "send copies of the minutes to every member")
    others = ("copies_sent", "send copies of the minutes to the others")
    assert owed(*SIGNED) == [first]
    assert owed(*SIGNED, some) == owed(*SIGNED, some, rest) == [others]
    assert owed(*SIGNED, some, rest, copies(SEATS[-1])) == owed(*SIGNED, copies(*SEATS)) == []


def test_the_rest_is_recorded_by_one_more_step_and_all_who_have_a_copy_count():
    some = copies(*SEATS[:-2])
    said = [
        meeting.judge(after(*SIGNED, *before), event, KEMEROVO)
        for before, event in (((), some), ((some,), copies(SEATS[-2])), ((some,), copies(*SEATS[-2:])))
    ]
    assert [one.outcome for one in said] == [Outcome.BREACH, Outcome.BREACH, Outcome.HOLDS]
    assert [
        len(part.facts["missing"]) for one in said for part in one.walk() if part.rule == "minutes.copies"
    ] == [2, 1, 0]


def test_where_all_have_a_copy_there_is_none_to_send():
    complete = after(*SIGNED, copies(*SEATS))
    verdict = meeting.judge(complete, copies(SEATS[0]), KEMEROVO)
    assert (verdict.outcome, {part.rule for part in verdict.reasons(Outcome.VOID)}) == (
        Outcome.VOID,
        {"minutes.copies_left"},
    )
    (option,) = [
        one for one in meeting.options(complete, KEMEROVO, date(2023, 10, 20)) if one.kind == "copies_sent"
    ]
    assert option.verdict.outcome is Outcome.VOID
