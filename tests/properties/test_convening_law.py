"""The law of who may convene: whoever the regulation may let preside, by steps as in a record.

The groups are drawn with co-chairs, several deputies, a secretary who presides, subgroups and silent regulations.
The other laws of meetings by two doors have the chair convene; here anybody does.
"""

from datetime import date

from group_drawn import HEADS, groups
from groups import SMALL, parts, profile, seat
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from two_doors import cited, judged, told, within

from law189.audit.meeting import MeetingRecord, judge_record
from law189.cases.outlook import options
from law189.profile.loader import load_profile
from law189.readings import READINGS
from law189.verdict import Outcome, worst
from law189.workflows.meeting import (
    Closed,
    Convened,
    ItemVoted,
    MinutesDrafted,
    MinutesSigned,
    Opened,
    PollOpened,
    lifecycle,
)

HELD = date(2024, 3, 15)
law = settings(max_examples=size(100, 3000))


@st.composite
def worlds(draw):
    """A regulation, and the record of a meeting of its group or subgroup, whose agenda anybody approved."""
    group = draw(groups())
    seats = [seat["id"] for seat in group["seats"]]
    if "presiding" in group and "secretary" in seats and draw(st.booleans()):
        group["presiding"] = {"value": [*group["presiding"]["value"], "secretary"], "cite": "p1"}
    if group.get("agenda", {}).get("value") == "presiding" and draw(st.booleans()):
        group["agenda"] = {"value": "chair", "cite": "p1"}
    readings = group.pop("readings", {})
    anybody = st.sampled_from(seats)
    heads = [seat for seat in seats if seat.startswith((*HEADS, "secretary"))] or seats
    here = draw(st.lists(anybody, unique=True, min_size=min(3, len(seats))))
    record = {
        "profile": "small_town",
        "held_on": HELD.isoformat(),
        "present": here,
        "items": [
            {"question": "План", "votes": draw(st.dictionaries(anybody, st.sampled_from(("for", "against"))))}
        ],
        "agenda": {
            "approved_by": draw(st.sampled_from(heads) | anybody | st.sampled_from(("secretary", "mayor"))),
            "approved_on": "2024-03-11",
        },
    }
    if draw(st.booleans()):
        record["elected"] = draw(st.sampled_from(here) | anybody)
        record["agenda"]["approved_by"] = draw(st.sampled_from((record["elected"], *heads)))
    if draw(st.booleans()):
        record["readings"] = {"Q3": draw(st.sampled_from(sorted(READINGS["Q3"].choices)))}
    if draw(st.booleans()):
        record["items"][0]["ballot"] = draw(st.sampled_from(("open", "secret")))
    if group.get("subgroups") and draw(st.booleans()):
        record["subgroup"] = "sub-1"
    where = load_profile({**SMALL, "working_group": cited(group), "readings": readings})
    return where, record


def steps(record):
    """The same meeting as the steps with which it begins."""
    named = {name: record[name] for name in ("readings",) if name in record}
    sub = {name: record[name] for name in ("subgroup",) if name in record}
    told_of = {name: record[name] for name in ("present", "elected") if name in record}
    by, on = record["agenda"]["approved_by"], record["agenda"]["approved_on"]
    return (
        Convened(on=on, by=by, held_on=HELD, **named, **sub),
        Opened(on=HELD, by="chair", **told_of, **named),
    )


def approver(*verdicts):
    """What is told of who approved the agenda."""
    rules = ("agenda.approver", "agenda.chair_approver")
    return worst(one.outcome for verdict in verdicts for rule in rules for one in parts(verdict, rule))


@given(worlds())
@law
def test_who_approved_the_agenda_is_told_alike_of_a_record_and_of_its_steps(world):
    where, record = world
    answer = judge_record(MeetingRecord.model_validate(record), where)
    convened, opened = steps(record)
    first, history = judged(lifecycle.begin("1"), convened, where)
    if any(one.outcome is Outcome.VOID for one in parts(first, "roles.acting")):
        assert not parts(answer.agenda, "agenda.approver")
        return
    if history is None:
        assert answer.established.outcome is Outcome.VOID
        return
    second = lifecycle.judge(
        history, opened.model_copy(update={"by": where.latest.working_group.seats[0].id}), where
    )
    assert approver(first, second) is approver(answer.agenda)
    for one in (answer.attendance, answer.presiding, answer.quorum):
        assert within(second, one), told(one)


@given(worlds())
@law
def test_a_question_of_a_record_is_decided_as_by_its_step(world):
    where, record = world
    answer = judge_record(MeetingRecord.model_validate(record), where)
    history = lifecycle.begin("1")
    first = where.latest.working_group.seats[0].id
    for step in steps(record):
        by = step.by if step.kind == "convened" else first
        _, history = judged(history, step.model_copy(update={"by": by}), where)
        if history is None:
            return
    (item,), (expected,) = record["items"], answer.items
    verdict, _ = judged(history, ItemVoted(on=HELD, by=first, **item), where)
    assert within(verdict, expected.verdict), told(expected.verdict)


@given(worlds(), st.sampled_from((Convened, PollOpened)))
@law
def test_whom_the_option_names_may_convene_or_poll_and_of_anybody_else_it_is_told(world, kind):
    where, record = world
    group, history, on = where.latest.working_group, lifecycle.begin("1"), record["agenda"]["approved_on"]
    days = {"held_on": HELD} if kind is Convened else {"answers_by": HELD}
    (offered,) = [
        one
        for one in options(lifecycle, history, where, date.fromisoformat(on))
        if one.kind == kind.model_fields["kind"].default
    ]
    for who in (*group.by_id, "secretary", "provider"):
        verdict = lifecycle.judge(history, kind(on=on, by=who, **days), where)
        barred = any(one.outcome is Outcome.VOID for one in parts(verdict, "roles.acting"))
        assert (who in offered.by) is not (barred or approver(verdict) is Outcome.BREACH)
    assert set(offered.by) <= {*group.by_id, "secretary"}
    lead = group.presiding.value if group.presiding else ()
    assert all(seat.id in offered.by for seat in group.seats if seat.role in lead)


# ─── Бумаги, которые подготовил не тот ───────────────────────────────────────────────────────────────────

MAYOR = "mayor"
PAPERS = profile(
    seats=[seat(one) for one in ("chair", "deputy", "member-1", "member-2", "secretary")],
    agenda="presiding",
    minutes={"drafted_by": "secretary", "signed_by": ["presiding", "secretary"], "approved_by": "chair"},
)
BY_CHAIR = profile(
    seats=[seat(one) for one in ("chair", "deputy", "member-1", "member-2", "secretary")],
    agenda="chair",
    minutes={"drafted_by": "presiding", "signed_by": "presiding"},
)
HANDS = st.sampled_from(("chair", "deputy", "member-1", "secretary", MAYOR))
FOR = {"chair": "for", "deputy": "for", "member-1": "for"}
ASKED_OF = {
    "agenda": ("agenda.approver", "agenda.chair_approver"),
    "drafted": ("minutes.drafter", "minutes.led_drafter"),
    "signed": ("minutes.signer", "minutes.secretary_signer"),
    "approved": ("minutes.approver",),
}


@given(st.sampled_from((PAPERS, BY_CHAIR)), HANDS, HANDS, HANDS, HANDS)
@law
def test_a_paper_by_one_who_may_not_is_told_alike_of_a_record_and_of_its_steps(
    where, convenes, drafts, signs, approves
):
    """Whoever it is: nobody is refused a step of which the record says only that another should have taken it."""
    came, days = ("chair", "deputy", "member-1"), dict.fromkeys(("drafted_on", "signed_on"), HELD)
    record = MeetingRecord(
        profile=where.name,
        held_on=HELD,
        present=came,
        agenda={"approved_by": convenes, "approved_on": "2024-03-11"},
        items=[{"question": "План", "votes": FOR}],
        minutes={"drafted_by": drafts, "signed_by": signs, "approved_by": approves, **days},
    )
    answer, history, found = judge_record(record, where), lifecycle.begin("1"), []
    for step in (
        Convened(on="2024-03-11", by=convenes, held_on=HELD),
        Opened(on=HELD, by="chair", present=came),
        ItemVoted(on=HELD, by="chair", question="План", votes=FOR),
        Closed(on=HELD, by="chair"),
        MinutesDrafted(on=HELD, by=drafts),
        MinutesSigned(on=HELD, by=signs, approved_by=approves),
    ):
        verdict, after = judged(history, step, where)
        found.append(verdict)
        if after is None:
            break
        history = after
    for of, rules in ASKED_OF.items():
        by_record, by_steps = (
            worst(one.outcome for verdict in verdicts for rule in rules for one in parts(verdict, rule))
            for verdicts in (answer.verdicts, found)
        )
        assert by_record is by_steps, of
    assert not any(parts(verdict, "roles.acting") for verdict in found)
