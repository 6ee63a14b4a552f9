"""The law of one poll: recorded as a whole and taken step by step, it has the same answers.

The steps of a poll run in the order of time, so the record is drawn with its agenda approved by the day on which
the poll ends, and with its minutes after that day.
"""

from datetime import date, timedelta

from group_drawn import groups
from groups import SMALL, parts
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from two_doors import cited, judged, told, within

from law189.audit.meeting import MeetingRecord, judge_record
from law189.profile.loader import load_profile
from law189.verdict import Outcome
from law189.workflows.meeting import (
    CopiesSent,
    ItemPolled,
    MinutesDrafted,
    MinutesSigned,
    PollClosed,
    PollOpened,
    lifecycle,
)

CLOSED = date(2024, 3, 15)


@st.composite
def worlds(draw):
    """A regulation and the record of a poll of its group, or of its subgroup."""
    group = draw(groups())
    readings = group.pop("readings", {})
    where = load_profile({**SMALL, "working_group": cited(group), "readings": readings})
    seats = [seat["id"] for seat in group["seats"]]
    anybody = st.sampled_from([*seats, "mayor"])
    votes = st.dictionaries(anybody, st.sampled_from(("for", "against", "abstain")))
    enough = st.permutations(seats).map(lambda order: dict.fromkeys(order[: len(seats) * 2 // 3 + 1], "for"))
    item = st.fixed_dictionaries(
        {"question": st.just("План"), "votes": votes | enough},
        optional={
            "kind": st.sampled_from(("order-proposals", "plan-measures", "something-else")),
            "conflicts": st.lists(anybody, max_size=1),
            "opinions": st.dictionaries(anybody, st.just("for"), max_size=1),
            "ballot": st.sampled_from(("open", "secret")),
        },
    )
    record = {
        "profile": "small_town",
        "held_on": CLOSED.isoformat(),
        "form": "absentee",
        "items": draw(st.lists(item, min_size=1, max_size=2)),
        "vacant": draw(st.lists(anybody, max_size=1)),
        "agenda": {"approved_by": draw(st.sampled_from(("chair", "deputy"))), "approved_on": "2024-03-11"},
    }
    if draw(st.booleans()):
        record["polled"] = draw(st.lists(anybody, max_size=len(seats)))
    if group.get("subgroups") and draw(st.booleans()):
        record["subgroup"] = draw(st.sampled_from(("sub-1", "sub-1", "sub-9")))
    if draw(st.booleans()):
        signed = CLOSED + timedelta(draw(st.integers(0, 9)))
        record["minutes"] = {
            "drafted_by": draw(anybody),
            "drafted_on": CLOSED.isoformat(),
            "signed_by": draw(st.sampled_from(seats)),
            "signed_on": signed.isoformat(),
            "approved_by": draw(st.none() | anybody),
            "copies_to": draw(st.just(seats) | st.just([])),
            "sent_on": signed.isoformat(),
        }
    return where, record


@given(worlds())
@settings(max_examples=size(150, 2000))
def test_a_poll_recorded_whole_and_the_same_poll_as_steps_have_the_same_answers(world):
    where, record = world
    answer = judge_record(MeetingRecord.model_validate(record), where)
    named = {name: record[name] for name in ("polled", "vacant", "subgroup") if name in record}
    opened = PollOpened(on="2024-03-11", by=record["agenda"]["approved_by"], answers_by=CLOSED, **named)
    verdict, history = judged(lifecycle.begin("1"), opened, where)
    for one in (answer.agenda, answer.attendance):
        assert within(verdict, one), told(one)
    if history is None:
        assert answer.quorum.outcome is Outcome.VOID or parts(verdict, "roles.acting")
        return
    taken = []
    for item, expected in zip(record["items"], answer.items, strict=True):
        said = {"question_kind" if key == "kind" else key: value for key, value in item.items()}
        verdict, after = judged(history, ItemPolled(on=CLOSED, by="chair", **said), where)
        assert within(verdict, expected.verdict), told(expected.verdict)
        history = history if after is None else after
        taken.append(after is not None)
    verdict, after = judged(history, PollClosed(on=CLOSED, by="chair"), where)
    if all(taken) and answer.quorum.rule != "force.silent":
        assert within(verdict, answer.quorum), told(answer.quorum)
    if after is not None and "minutes" in record:
        ended(after, record["minutes"], answer, where)


def ended(history, said, answer, where):
    """The minutes of the steps say what those of the record say, part by part, as far as the steps go."""
    known = [told(one) for one in answer.minutes.walk()]
    if any(one.rule == "force.silent" for one in answer.minutes.walk()):
        return  # of silence the record says nothing more
    steps = (
        MinutesDrafted(on=said["drafted_on"], by=said["drafted_by"]),
        MinutesSigned(on=said["signed_on"], by=said["signed_by"], approved_by=said["approved_by"]),
        CopiesSent(on=said["sent_on"], by="secretary", copies_to=said["copies_to"]),
    )
    found = []
    for step in steps:
        verdict, after = judged(history, step, where)
        found += [told(one) for one in verdict.parts if one.rule.startswith(("minutes.", "dispatch."))]
        if after is None:
            break
        history = after
    else:
        assert {one for one in found if one[0] == "minutes.copies"} == {
            one for one in known if one[0] == "minutes.copies"
        }
    assert all(one in known for one in found), [one for one in found if one not in known]
