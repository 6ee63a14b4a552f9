"""The law of a meeting under a changed edition: its record and its steps have the same answers, norm by norm.

A norm of the group ends, is suspended, begins later or is amended on a day before, between or after the steps.
What it governs is answered by the edition of its own day, a term that has begun by reading D6, and what it does not
govern stays as it was.
"""

import copy
import itertools
from datetime import date, timedelta
from functools import cache

import pytest
from bad_profiles import small
from groups import IDS, regulation
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.audit.meeting import MeetingRecord, judge_record
from law189.cases.history import Decision
from law189.cases.outlook import due
from law189.profile.loader import load_profile
from law189.verdict import Outcome
from law189.workflows.certificate import lifecycle as certificate
from law189.workflows.meeting import (
    Closed,
    Convened,
    CopiesSent,
    ItemPolled,
    ItemVoted,
    MinutesDrafted,
    MinutesSigned,
    Opened,
    PollClosed,
    PollOpened,
    lifecycle,
)

HOLDS, BREACH, UNKNOWN, VOID = Outcome
HELD = date(2024, 3, 11)
DAY = timedelta(1)


def minutes(drafted, signed, sent, signers=("presiding",), unit="calendar_days", to="members"):
    terms = {"drafted_within": drafted, "signed_within": signed, "sent_within": sent}
    said = {name: {"days": days, "unit": unit} for name, days in terms.items() if days}
    return {"drafted_by": "presiding", "signed_by": list(signers), "copies_to": to, **said}


NORMS = {
    "presiding": ["chair", "deputy"],
    "presiding_by": "in_order",
    "agenda": "presiding",
    "quorum": {"at_least": "1/2", "of": "members"},
    "adoption": {"more_than": "1/2", "of": "present"},
    "casting_vote": "presiding",
    "minutes": minutes(3, 5, 2),
    "absentee": {"allowed": True},
}
ADDRESS = {name: f"app2.5.{place}" for place, name in enumerate(NORMS, 1)}
OTHERWISE = {
    "presiding": ["deputy", "chair"],
    "presiding_by": "on_order",
    "agenda": "chair",
    "quorum": {"more_than": "3/4", "of": "members"},
    "adoption": {"more_than": "3/4", "of": "present"},
    "casting_vote": "nobody",
    "minutes": minutes(1, 2, 1, ("presiding", "present")),
    "absentee": {"allowed": False},
}
"""Of each norm another value, which an amendment writes."""


def written(name, value=None, **more):
    return {"value": NORMS[name] if value is None else value, "cite": ADDRESS[name], **more}


def decree(**more):
    """The profile of an invented municipality whose norms of the group have an item each."""
    said = {**copy.deepcopy(small()), **more.pop("keys", {}), "readings": more.pop("readings", {})}
    group = regulation()
    group.update({name: written(name) for name in NORMS})
    group.update(more.pop("norms", {}))
    return load_profile({**said, "working_group": group, **more})


def amended(name, on, value=None, **more):
    act = {"id": "am-12", "number": "12", "date": on, "title": {"ru": "О", "en": "On"}}
    value = OTHERWISE[name] if value is None else value
    change = {"do": "set", "at": ["working_group", name], "to": {"value": value, "cite": "am-12/p1"}}
    return decree(amendments=[{"act": act, "since": on, "changes": [change]}], **more)


def begins(of, on):
    parts = [{"of": [of], "starts": {"on_day": on}}, {"starts": "on_signing"}]
    return {"value": parts, "cite": "p3"}


def lapse(of, **more):
    return {"lapses": [{"of": [of], "cite": "p3", **more}]}


CHANGES = {
    "repealed": lambda name, on: decree(**lapse(ADDRESS[name], repealed_on=on)),
    "suspended": lambda name, on: decree(
        **lapse(ADDRESS[name], suspended={"since": on, "until": on + 2 * DAY})
    ),
    "undated": lambda name, _: decree(**lapse(ADDRESS[name], expires_on=None)),
    "begins": lambda name, on: decree(entry_into_force=begins(ADDRESS[name], on)),
    "until": lambda name, on: decree(norms={name: written(name, until=on)}),
    "since": lambda name, on: decree(norms={name: written(name, since=on)}),
    "amended": amended,
    "as_changed": lambda name, on: amended(name, on, readings={"D6": "as_changed"}),
}


@cache
def changed(change, name, on):
    """The profile with that norm changed so on the day."""
    return CHANGES[change](name, on)


def steps_of(days, votes, also=(), to=IDS):
    """A meeting whose agenda, minutes and copies have days of their own, counted from that of the meeting."""
    agenda, drafted, signed, sent = (HELD + days * DAY for days in days)
    return (
        Convened(on=agenda, by="chair", held_on=HELD),
        Opened(on=HELD, by="chair", present=("chair", "deputy", "member-1")),
        ItemVoted(on=HELD, by="chair", question="План", votes=votes),
        Closed(on=HELD, by="chair"),
        MinutesDrafted(on=drafted, by="chair"),
        MinutesSigned(on=signed, by="chair", also_signed=also),
        CopiesSent(on=sent, by="chair", copies_to=to),
    )


def polled_of(days, votes, also=(), to=IDS):
    _, drafted, signed, sent = (HELD + days * DAY for days in days)
    return (
        PollOpened(on=HELD, by="chair", answers_by=HELD),
        ItemPolled(on=HELD, by="chair", question="План", votes=votes),
        PollClosed(on=HELD, by="chair"),
        MinutesDrafted(on=drafted, by="chair"),
        MinutesSigned(on=signed, by="chair", also_signed=also),
        CopiesSent(on=sent, by="chair", copies_to=to),
    )


def record_of(steps, where):
    first, (drafted, signed, sent) = steps[0], steps[-3:]
    poll = isinstance(first, PollOpened)
    votes = next(one.votes for one in steps if isinstance(one, ItemVoted | ItemPolled))
    came = {"form": "absentee"} if poll else {"present": steps[1].present}
    return MeetingRecord(
        profile=where.name,
        held_on=HELD,
        agenda={"approved_by": first.by, "approved_on": first.on},
        items=[{"question": "План", "votes": votes}],
        minutes={
            "drafted_by": drafted.by,
            "drafted_on": drafted.on,
            "signed_by": (signed.by, *signed.also_signed),
            "signed_on": signed.on,
            "copies_to": sent.copies_to,
            "sent_on": sent.on,
        },
        **came,
    )


def by_steps(steps, where):
    """What each step is told, up to the first that is VOID; what is UNKNOWN an office decides to go on with."""
    history, found = lifecycle.begin("1"), []
    for step in steps:
        told = lifecycle.judge(history, step, where)
        found.append(told)
        if told.outcome is VOID:
            break
        history = taken(history, step, where)
    return found


def taken(history, step, where):
    """The history with the step, which an office decides to take."""
    return lifecycle.advance(history, step, where, decision=Decision(by="head", on=step.on, reason="решено"))


def worst_of(verdicts):
    return max((one.outcome for one in verdicts), key=[HOLDS, BREACH, UNKNOWN, VOID].index)


EVEN = {"chair": "for", "deputy": "against"}
VOTES = st.sampled_from(({"chair": "for", "deputy": "for", "member-1": "for"}, EVEN))
ORDERED = st.tuples(st.integers(-3, 0), *[st.integers(0, 6)] * 3).map(lambda d: (d[0], *sorted(d[1:])))
law = settings(max_examples=size(120, 3000))


@given(
    st.sampled_from(tuple(CHANGES)),
    st.sampled_from(tuple(NORMS)),
    st.integers(-4, 7),
    ORDERED,
    VOTES,
    st.sampled_from(((), ("deputy", "member-1"))),
    st.sampled_from((steps_of, polled_of)),
)
@law
def test_the_record_and_the_steps_of_a_meeting_answer_alike_whatever_changed(
    change, name, on, days, votes, also, of
):
    where = changed(change, name, HELD + on * DAY)
    steps = of(days, votes, also)
    answer, told = judge_record(record_of(steps, where), where), by_steps(steps, where)
    assert answer.outcome is worst_of(told)
    assert all(one.text for verdict in (*answer.verdicts, *told) for one in verdict.walk())
    voted = [one for one in told if one.rule in ("meeting.item_voted", "meeting.item_polled")]
    facts = [part.facts["adopted"] for one in voted for part in one.walk() if part.rule == "sitting.item"]
    if facts and change != "undated":  # a record has no place for what an office decides to go on with
        assert facts == [one.adopted for one in answer.items]


ADDRESSEES = st.sampled_from(
    ("members", "authorized", "concerned", "nobody", ["members", "authorized"], None)
)
SENT = st.sampled_from(([], IDS, IDS[:2], ["education"], [*IDS, "education"]))
COPIED = st.tuples(ADDRESSEES, ADDRESSEES, st.integers(-4, 9), st.sampled_from(("as_begun", "as_changed")))
BODY = {"value": "education", "cite": "p2"}


@cache
def readdressed(before, since, on, reading):
    """The profile whose minutes go to these addressees, and from a day of the change on to others."""
    old, new = ({"to": list(one) if isinstance(one, tuple) else one} for one in (before, since))
    norm = minutes(3, 5, 2, **new)
    was = {"minutes": written("minutes", minutes(3, 5, 2, **old))}
    return amended(
        "minutes", HELD + on * DAY, norm, norms=was, readings={"D6": reading}, keys={"authorized_body": BODY}
    )


@given(COPIED, ORDERED, SENT, st.sampled_from((steps_of, polled_of)))
@law
def test_copies_go_by_one_regulation_at_every_door_and_none_that_comes_later_asks_for_more(
    copied, days, sent, of
):
    before, since, on, reading = (tuple(one) if isinstance(one, list) else one for one in copied)
    where, steps = readdressed(before, since, on, reading), of(days, FOR, (), sent)
    answer, told = judge_record(record_of(steps, where), where), by_steps(steps, where)
    assert answer.outcome is worst_of(told)
    *first, last = steps
    history = lifecycle.begin("1")
    for step in first:
        history = taken(history, step, where)
    owed = copies_owed(history, where, last.on)
    assert owed is not None or "nobody" in (before, since)
    history = lifecycle.advance(
        history, last, where, decision=Decision(by="head", on=last.on, reason="решено")
    )
    later = [copies_owed(history, where, last.on + n * DAY) is not None for n in range(12)]
    assert not any(now and not was for was, now in itertools.pairwise(later))
    assert reading == "as_changed" or len({*later}) == 1
    for n in range(0, 12, 3):
        options = lifecycle.options(history, where, last.on + n * DAY)
        (found,) = (one.verdict for one in options if one.kind == "copies_sent")
        assert (found.outcome is VOID) is not later[n]


FOR = {"chair": "for", "deputy": "for", "member-1": "for"}


def copies_owed(history, where, on):
    return next((one for one in due(lifecycle, history, where, on) if one.kind == "copies_sent"), None)


@pytest.mark.parametrize("name", ["agenda", "minutes", "absentee"])
@pytest.mark.parametrize("change", ["repealed", "suspended", "begins", "until", "since"])
def test_what_does_not_govern_a_decision_does_not_undo_it(change, name):
    days = {"begins": 8, "since": 8, "until": -4}
    where = CHANGES[change](name, HELD + days.get(change, -3) * DAY)
    votes = {"chair": "for", "deputy": "for", "member-1": "for"}
    answer = judge_record(record_of(steps_of((0, 0, 0, 0), votes), where), where)
    found = (answer.established.outcome, answer.quorum.outcome, [one.adopted for one in answer.items])
    assert found == (HOLDS, HOLDS, [True])


@pytest.mark.parametrize(
    ("reading", "last", "outcomes"),
    [("as_begun", date(2024, 5, 3), [HOLDS, HOLDS]), ("as_changed", date(2024, 4, 27), [BREACH, BREACH])],
)
def test_a_term_of_the_minutes_that_has_begun_is_that_of_its_first_day(reading, last, outcomes):
    """Meeting 26.04.2024, three and five working days; since 02.05 one and two days."""
    held, change = date(2024, 4, 26), date(2024, 5, 2)
    act = {"id": "am-12", "number": "12", "date": change, "title": {"ru": "О", "en": "On"}}
    worked, plain = (
        {"value": minutes(*terms), "cite": cite}
        for terms, cite in (((3, 5, 2, ("presiding",), "working_days"), "app2.5.7"), ((1, 2, 1), "am-12/p1"))
    )
    change_of = {"do": "set", "at": ["working_group", "minutes"], "to": plain}
    where = decree(
        norms={"minutes": worked},
        readings={"D6": reading},
        amendments=[{"act": act, "since": change, "changes": [change_of]}],
    )
    votes = {"chair": "for", "deputy": "for", "member-1": "for"}
    steps = [
        Convened(on=held, by="chair", held_on=held),
        Opened(on=held, by="chair", present=("chair", "deputy", "member-1")),
        ItemVoted(on=held, by="chair", question="План", votes=votes),
        Closed(on=held, by="chair"),
    ]
    history = lifecycle.begin("1")
    for step in steps:
        history = lifecycle.advance(history, step, where)
    assert [one.last_day for one in due(lifecycle, history, where, change)] == [last]
    assert [one.last_day for one in due(lifecycle, history, where, change - DAY)] == [date(2024, 5, 3)]
    found = []
    for step in (
        MinutesDrafted(on=date(2024, 5, 3), by="chair"),
        MinutesSigned(on=date(2024, 5, 7), by="chair"),
    ):
        found.append(lifecycle.judge(history, step, where))
        history = lifecycle.advance(history, step, where)
    assert [one.outcome for one in found] == outcomes
    named = [
        one.reading.code
        for told in found
        for one in told.walk()
        if one.reading and one.rule == "dispatch.drafted"
    ]
    assert named == ["D6"]


def test_a_term_set_after_it_would_have_begun_is_counted_from_its_own_first_day():
    where = amended(
        "minutes", HELD + DAY, minutes(2, 0, 0), norms={"minutes": written("minutes", minutes(0, 0, 0))}
    )
    votes = {"chair": "for", "deputy": "for", "member-1": "for"}
    for late, outcome in ((0, HOLDS), (3, HOLDS), (4, BREACH)):
        steps = steps_of((0, late, late, late), votes)
        assert by_steps(steps, where)[4].outcome is outcome
        assert judge_record(record_of(steps, where), where).outcome is outcome


@pytest.mark.parametrize(("reading", "outcome"), [("as_begun", BREACH), ("as_changed", HOLDS)])
def test_a_term_that_is_set_no_more_runs_on_as_it_began(reading, outcome):
    where = amended("minutes", HELD + 4 * DAY, minutes(0, 0, 0), readings={"D6": reading})
    votes = {"chair": "for", "deputy": "for", "member-1": "for"}
    steps = steps_of((0, 8, 8, 8), votes)
    drafted, answer = by_steps(steps, where)[4], judge_record(record_of(steps, where), where)
    assert (drafted.outcome, answer.outcome) == (outcome, outcome)
    for told in (drafted, answer.minutes):
        named = [one.reading.code for one in told.walk() if one.reading and one.rule.startswith("dispatch.")]
        assert "D6" in named
        assert ("dispatch.no_term" in [one.rule for one in told.walk()]) is (outcome is HOLDS)


@pytest.mark.parametrize(("reading", "outcome"), [("as_begun", HOLDS), ("as_changed", BREACH)])
def test_a_local_term_that_has_begun_is_that_of_its_first_day(reading, outcome):
    """Told 05.02.2024, ten days; since 10.02 three; the step of 12.02."""
    title = {"ru": "срок", "en": "term"}
    asks = {"kind": "term_kept", "days": 10, "unit": "calendar_days"}
    local = {"id": "res", "step": "certificate.applied_for", "asks": asks, "title": title}
    act = {"id": "am-12", "number": "12", "date": date(2024, 2, 10), "title": {"ru": "О", "en": "On"}}
    change = {"do": "set", "at": ["conditions", "res", "asks", "days"], "to": 3, "cite": "am-12/p1"}
    where = decree(
        keys={"conditions": [{**local, "missing": "breach", "cite": "p3"}]},
        readings={"D6": reading},
        amendments=[{"act": act, "since": act["date"], "changes": [change]}],
    )
    event = certificate.clause("applied_for").event(
        on=date(2024, 2, 12),
        by="representative",
        recipient={"file": "17", "born": "2014-05-01"},
        services=["1"],
        asks=["enrolment", "certificate"],
        local={"res": "2024-02-05"},
    )
    told = certificate.judge(certificate.begin("1"), event, where)
    (found,) = [one for one in told.walk() if one.rule == "conditions.order"]
    assert (found.outcome, found.reading.code) == (outcome, "D6")


@pytest.mark.parametrize(("before", "outcome"), [(1, VOID), (0, HOLDS)])
def test_an_agenda_approved_before_the_decree_is_in_force_is_told_by_both_doors(before, outcome):
    where = decree(entry_into_force={"value": {"on_day": HELD}, "cite": "p3"})
    votes = {"chair": "for", "deputy": "for", "member-1": "for"}
    steps = steps_of((-before, 0, 0, 0), votes)
    answer = judge_record(record_of(steps, where), where)
    assert (answer.agenda.outcome, by_steps(steps, where)[0].outcome) == (outcome, outcome)
    told = [one.outcome for one in answer.agenda.walk() if one.rule == "force.decree"]
    assert told == [VOID] * before
