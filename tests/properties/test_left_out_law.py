"""The law of a fact left out: it is no «no». What holds with the fact is held or unknown without it, never denied.

Drawn regulations and meetings of them, mostly right, often without the officers, and right steps of every
lifecycle: each fact that may be left out is left out alone. A list that is not there says that there was none, so
it is no fact left out; nor is what stands in `SAYS_NO`.
"""

import copy
from datetime import timedelta

import pytest
from drawn import decided, drawn, open_kinds, right
from filled import filled
from group_drawn import HEADS, groups
from groups import SMALL, profile, seat
from hypothesis import event, given, settings
from hypothesis import strategies as st
from night import size
from pydantic import BaseModel
from two_doors import cited

from law189.audit.meeting import MeetingRecord, judge_record
from law189.profile.loader import load_profile
from law189.testing import begins
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES
from law189.workflows.meeting import (
    Closed,
    Convened,
    CopiesSent,
    ItemVoted,
    MinutesDrafted,
    MinutesSigned,
    Opened,
    lifecycle,
)

HELD, BEFORE, AFTER = "2024-03-15", "2024-03-01", "2024-03-18"
DENIED = (Outcome.VOID, Outcome.BREACH)
FACTS = (
    *(("elected",), ("presided",), ("notice",), ("agenda",), ("minutes",), ("items",)),
    *(("notice", name) for name in ("sent_on", "materials")),
    *(("agenda", name) for name in ("approved_by", "approved_on")),
    *(("items", 0, name) for name in ("kind", "ballot")),
    *(
        ("minutes", name)
        for name in (
            "drafted_by",
            "drafted_on",
            "signed_by",
            "signed_on",
            "approved_by",
            "attached",
            "copies_to",
            "sent_on",
        )
    ),
)
"""Every fact of a record that may not be recorded, by its path."""
SAYS_NO = {
    ("order", "published_on"),  # an extract of an order that is not published has no day of it
    ("contract", "ended_on"),  # an extract of a contract that runs has no last day of it
    ("provider", "licence"),  # «номер лицензии: нет»: the ground of a refusal is that there is none
}
"""What a step says by leaving it out, for which its pages have the words."""
law = settings(max_examples=size(120, 4000))


@st.composite
def regulations(draw):
    """A regulation, drawn from all that there may be, or one that asks for much of who led and of the chair."""
    if draw(st.booleans()):
        group = draw(groups(dated=True))
        readings = group.pop("readings", {})
        return load_profile({**copy.deepcopy(SMALL), "working_group": cited(group), "readings": readings})
    heads = draw(st.sampled_from((("chair", "deputy"), ("co-chair-1", "co-chair-2"), ("chair",), ())))
    roles = list(dict.fromkeys(one.rstrip("-0123456789") for one in heads))
    order = draw(st.sampled_from((roles, roles[::-1], None))) or None
    way = draw(st.sampled_from(("in_turn", "on_order", None))) if order else None
    approvers = ("presiding", "nobody", *(("chair",) if "chair" in heads else ()))
    signers = draw(st.sampled_from((["presiding"], ["presiding", "secretary"], ["present"])))
    minutes = {
        "drafted_by": draw(st.sampled_from(("presiding", "secretary"))),
        "signed_by": signers,
        "copies_to": "members",
        **({"approved_by": "chair"} if "chair" in heads and draw(st.booleans()) else {}),
    }
    members = (*(f"member-{number}" for number in range(1, 5)), *(("secretary",) * ("secretary" in signers)))
    return profile(
        seats=[seat(one) for one in (*heads, *members)],
        presiding=order,
        agenda=draw(st.sampled_from(approvers)),
        minutes=minutes,
        **({"presiding_by": way} if way else {}),
    )


@st.composite
def worlds(draw):
    """A regulation and the record of a meeting of it, whose papers are those of whoever may have led."""
    where = draw(regulations())
    seats = list(where.latest.working_group.by_id)
    rest = [one for one in seats if not one.startswith(HEADS)] or seats
    here = draw(st.sampled_from((seats, rest)).flatmap(st.permutations))
    here = here[: draw(st.integers((len(here) + 1) // 2, len(here)))]
    leader = draw(st.sampled_from(here))
    hand = st.just(leader) | st.just(leader) | st.sampled_from([*seats, "secretary", "mayor"])
    record = {
        "profile": where.name,
        "held_on": HELD,
        "present": here,
        "items": [{"question": "План", "votes": dict.fromkeys(here, "for")}],
        "agenda": {"approved_by": draw(hand), "approved_on": BEFORE},
        "notice": {"sent_on": BEFORE, "materials": True},
        "minutes": {
            "drafted_by": draw(hand | st.just("secretary")),
            "drafted_on": HELD,
            "signed_by": draw(st.sampled_from((here, [leader, "secretary"])) | hand),
            "signed_on": draw(st.sampled_from((HELD, AFTER))),
            "approved_by": draw(st.sampled_from(("chair", "deputy", leader))),
            "copies_to": seats,
            "sent_on": AFTER,
        },
        "readings": {"Q3": draw(st.sampled_from(("elected", "elected", "cannot_be_held")))},
    }
    for name in ("elected", "presided"):
        if draw(st.booleans()):
            record[name] = leader
    kinds = [*where.latest.working_group.business]
    record["items"][0] |= {"kind": draw(st.sampled_from(kinds))} if kinds else {}
    record["items"][0]["ballot"] = draw(st.sampled_from(("open", "secret")))
    return where, record


def without(record, path):
    """The record without the fact; None where it has no such fact."""
    less = copy.deepcopy(record)
    held = less
    for step in path[:-1]:
        held = held[step]
    return less if held.pop(path[-1], None) is not None else None


def answers(record, where):
    """What the record is answered, part by part."""
    told = judge_record(MeetingRecord.model_validate(record), where)
    parts = ("established", "agenda", "attendance", "presiding", "quorum", "notice", "minutes")
    named = {name: getattr(told, name) for name in parts}
    named |= {f"item {place}": item.verdict for place, item in enumerate(told.items)}
    return {name: verdict for name, verdict in named.items() if verdict is not None}


def marks(verdict):
    """The outcomes of each rule in the verdict."""
    found = {}
    for part in verdict.walk():
        if not part.parts:
            found.setdefault(part.rule, set()).add(part.outcome)
    return found


def denied(whole, less):
    """The rules that deny without the fact what they, or the whole part of the answer, let hold with it."""
    before = marks(whole)
    for rule, outcomes in marks(less).items():
        held = whole.outcome is Outcome.HOLDS or before.get(rule) == {Outcome.HOLDS}
        if held and not outcomes.isdisjoint(DENIED):
            yield rule


@given(worlds())
@law
def test_what_holds_with_a_fact_is_not_denied_without_it(world):
    where, record = world
    whole = answers(record, where)
    for path in FACTS:
        less = without(record, path)
        if less is None:
            continue
        for name, verdict in answers(less, where).items():
            if name in whole:
                event(f"{name} {whole[name].outcome} {verdict.outcome}")
                assert not [*denied(whole[name], verdict)], (path, name, verdict.text.en)


# ─── The same meeting by its steps ───────────────────────────────────────────────────────────────────────


def steps(record, where):
    """The meeting as its steps, each fact where its step has it."""
    by, item, papers = next(iter(where.latest.working_group.by_id)), record["items"][0], record["minutes"]
    signer, *also = [papers["signed_by"]] if isinstance(papers["signed_by"], str) else papers["signed_by"]
    opened = {name: record[name] for name in ("elected", "presided", "notice") if name in record}
    voted = {"question_kind": item.get("kind"), "ballot": item.get("ballot")}
    return (
        Convened(on=BEFORE, by=record["agenda"]["approved_by"], held_on=HELD, readings=record["readings"]),
        Opened(on=HELD, by=by, present=record["present"], **opened),
        ItemVoted(on=HELD, by=by, question=item["question"], votes=item["votes"], **voted),
        Closed(on=HELD, by=by),
        MinutesDrafted(on=papers["drafted_on"], by=papers["drafted_by"]),
        MinutesSigned(
            on=papers["signed_on"], by=signer, also_signed=also, approved_by=papers.get("approved_by")
        ),
        CopiesSent(on=papers["sent_on"], by=by, copies_to=papers["copies_to"]),
    )


def by_steps(record, where):
    """What each step is answered, up to the first that is void; of an unknown an office decides."""
    history, found = lifecycle.begin("1"), []
    for step in steps(record, where):
        found.append(lifecycle.judge(history, step, where))
        if found[-1].outcome is Outcome.VOID:
            break
        history = lifecycle.advance(history, step, where, decision=decided(step))
    return found


OF_STEPS = (
    *(("elected",), ("presided",), ("notice",), ("notice", "sent_on"), ("notice", "materials")),
    *(("items", 0, "kind"), ("items", 0, "ballot"), ("minutes", "approved_by")),
)


@given(worlds())
@law
def test_a_step_of_a_meeting_that_holds_with_a_fact_is_not_denied_without_it(world):
    where, record = world
    whole = by_steps(record, where)
    for path in OF_STEPS:
        less = without(record, path)
        if less is not None:
            for before, after in zip(whole, by_steps(less, where), strict=False):
                assert not [*denied(before, after)], (path, after.text.en)


# ─── The right steps of every lifecycle ──────────────────────────────────────────────────────────────────


def loose(value, path=()):
    """The paths of what the step, or an extract or a document in it, has and could leave out."""
    for name, field in type(value).model_fields.items():
        given_ = getattr(value, name)
        if given_ is not None and not field.is_required() and field.get_default() is None:
            yield (*path, name)
        if isinstance(given_, BaseModel):
            yield from loose(given_, (*path, name))


def bare(value, path):
    """The step without what stands at the path."""
    name, *rest = path
    return value.model_copy(update={name: bare(getattr(value, name), rest) if rest else None})


@pytest.mark.parametrize("cycle", LIFECYCLES, ids=lambda one: one.name)
def test_a_right_step_is_not_denied_for_a_fact_that_is_left_out(cycle):
    @settings(law, max_examples=size(40, 600))
    @given(st.data())
    def tried(data):
        where = filled(data.draw(st.sampled_from(("kemerovo", "novokuznetsk_district"))))
        history = data.draw(st.sampled_from(drawn(cycle, where, data, steps=10)[::-1]))
        on = (history.last_day or begins(where)[0]) + timedelta(data.draw(st.integers(0, 2)))
        for kind in open_kinds(cycle, history):
            step = right(cycle, history, where, on, kind, data)
            whole = None if step is None else cycle.judge(history, step, where)
            for path in () if step is None else loose(step):
                less = cycle.judge(history, bare(step, path), where)
                assert path in SAYS_NO or not [*denied(whole, less)], (kind, path, less.text.en)

    tried()
