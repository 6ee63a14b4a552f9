"""The law of a reading chosen for one meeting: it means what the same choice of the profile means.

A choice may stand in the record of a meeting or of a poll, in the event by which it is convened, opened or polled,
and in that by which it is not held. Whatever the decree says, no such choice is taken and then passed over: it
decides of the meeting, of what is owed and offered after it, and of its papers.
"""

import copy
from datetime import date, timedelta

import pytest
from groups import CAST, HALF, SMALL, seat
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.audit.meeting import MeetingRecord, judge_record
from law189.cases.history import Decision
from law189.office.papers.of_case import record_of
from law189.profile.loader import load_profile
from law189.readings import READINGS
from law189.verdict import Outcome
from law189.workflows.meeting import (
    Closed,
    Convened,
    CopiesSent,
    ItemPolled,
    ItemVoted,
    MinutesDrafted,
    MinutesSigned,
    NotHeld,
    Opened,
    PollClosed,
    PollOpened,
    lifecycle,
)

CALLED, HELD = date(2024, 3, 7), date(2024, 3, 11)
SEATS = ("chair", "deputy", "member-1", "member-2", "member-3", "secretary")
CHOSEN = st.fixed_dictionaries(
    {}, optional={code: st.sampled_from(list(one.choices)) for code, one in READINGS.items()}
)
law = settings(max_examples=size(100, 3000))


# ─── Каким бывает положение и заседание ──────────────────────────────────────────────────────────────────

TERMS = st.fixed_dictionaries(
    {"days": st.integers(1, 5), "unit": st.sampled_from(("working_days", "calendar_days"))}
)
MINUTES = st.fixed_dictionaries(
    {"drafted_by": st.just("secretary"), "copies_to": st.sampled_from(("members", "nobody"))},
    optional={"drafted_within": TERMS, "signed_within": TERMS, "sent_within": TERMS},
)
NORMS = st.fixed_dictionaries(
    {
        "presiding": st.just(["chair", "deputy"]),
        "agenda": st.just("presiding"),
        "quorum": st.sampled_from((HALF, {"at_least": "1/2", "of": "list"})),
        "adoption": st.sampled_from((CAST, {"at_least": "1/2", "of": "present"})),
        "casting_vote": st.sampled_from(("presiding", "nobody")),
        "absentee": st.just({"allowed": True}),
        "minutes": MINUTES,
    },
    optional={"notice": TERMS},
)
ACTS = st.sampled_from(
    [
        {},
        {"published_on": None, "says": None},
        {"published_on": None, "says": "on_publication"},
        {"published_on": None, "says": "day_after_publication"},
        {
            "published_on": None,
            "says": [{"starts": "on_signing"}, {"of": ["app2.5"], "starts": "on_publication"}],
        },
        {"published_on": "2024-03-10", "says": None},
        {"published_on": "2024-03-10", "says": "on_publication"},
    ]
)
"""What is changed of the act: whether its publication is recorded, and whether it says when it takes effect."""


@st.composite
def worlds(draw):
    """A profile as plain values: a regulation with terms, changed once or never, of an act in force or not yet."""
    said = {name: {"value": value, "cite": "app2.5"} for name, value in draw(NORMS).items()}
    mute = draw(st.sampled_from((None, "secretary", "member-3")))
    seats = [seat(one, votes=False) if one == mute else seat(one) for one in SEATS]
    town = copy.deepcopy(SMALL) | {"working_group": {"seats": seats, **said}, "readings": {}}
    if act := draw(ACTS):
        town["act"] = {name: one for name, one in town["act"].items() if name != "published_on"}
        town["act"] |= {"published_on": act["published_on"]} if act["published_on"] else {}
        town.pop("entry_into_force", None)
        town |= {"entry_into_force": {"value": act["says"], "cite": "p1"}} if act["says"] else {}
    if draw(st.booleans()):
        since = draw(st.dates(HELD - timedelta(2), HELD + timedelta(8)))
        change = {"value": draw(MINUTES), "cite": "am-1/p1"}
        town["amendments"] = [
            {
                "act": {"id": "am-1", "number": "1", "date": since, "title": {"ru": "О", "en": "On"}},
                "since": since,
                "changes": [{"do": "set", "at": ["working_group", "minutes"], "to": change}],
            }
        ]
    return town


def under(town, chosen):
    """The profile that makes the choices, and the same one that makes none."""
    return (load_profile({**copy.deepcopy(town), "readings": one}) for one in (chosen, {}))


CAME = st.just(SEATS[:4]) | st.lists(st.sampled_from(SEATS), unique=True, min_size=1)
TIE = {"chair": "for", "member-1": "for", "deputy": "against", "member-2": "against"}
VOTES = st.just(TIE) | st.dictionaries(st.sampled_from(SEATS), st.sampled_from(("for", "against", "abstain")))
VACANT = st.sampled_from(((), ("member-2",)))
LATER = st.tuples(*[st.integers(0, 6)] * 3)


def days_of(later):
    drafted = HELD + timedelta(later[0])
    signed = drafted + timedelta(later[1])
    return drafted, signed, signed + timedelta(later[2])


def kept(later):
    drafted, signed, sent = days_of(later)
    return (
        MinutesDrafted(on=drafted, by="secretary"),
        MinutesSigned(on=signed, by="chair"),
        CopiesSent(on=sent, by="secretary", copies_to=SEATS),
    )


def written(came, votes, vacant, later, form):
    drafted, signed, sent = days_of(later)
    return {
        "profile": "small_town",
        "held_on": HELD,
        "form": form,
        "notice": {"sent_on": CALLED},
        "agenda": {"approved_by": "chair", "approved_on": CALLED},
        **({"polled": came} if form == "absentee" else {"present": came}),
        "vacant": [one for one in vacant if one not in came],
        "items": [{"question": "План", "votes": votes}],
        "minutes": {
            "drafted_by": "secretary",
            "drafted_on": drafted,
            "signed_by": "chair",
            "signed_on": signed,
            "copies_to": SEATS,
            "sent_on": sent,
        },
    }


# ─── Выбор сделан в записи ───────────────────────────────────────────────────────────────────────────────


@given(worlds(), CHOSEN, CAME, VOTES, VACANT, LATER, st.sampled_from(("meeting", "absentee")))
@law
def test_a_choice_in_the_record_means_what_it_means_in_the_profile(
    town, chosen, came, votes, vacant, later, form
):
    said = written(came, votes, vacant, later, form)
    record = MeetingRecord.model_validate(said | {"readings": chosen})
    by_profile, plain = under(town, chosen)
    expected = judge_record(MeetingRecord.model_validate(said), by_profile)
    assert judge_record(record, plain).as_json() == expected.as_json()


# ─── Выбор сделан в событии ──────────────────────────────────────────────────────────────────────────────


def told(steps, where, since):
    """What each step from that one on is told, and what is owed and offered after it, up to one without effect."""
    history, found = lifecycle.begin("1"), []
    for place, step in enumerate(steps):
        verdict = lifecycle.judge(history, step, where)
        if verdict.outcome is Outcome.VOID:
            return [*found, verdict.as_json()]
        took = Decision(by="head", on=step.on, reason="решено") if verdict.outcome.stops else None
        history = lifecycle.advance(history, step, where, decision=took)
        if place >= since:
            owed = [(one.title, one.last_day) for one in lifecycle.due(history, where, step.on)]
            found.append((verdict.as_json(), owed, lifecycle.options(history, where, step.on)))
    return found


def steps_of(which, came, votes, vacant, later, readings):
    """The steps of a meeting or a poll in which the event `which` makes the choice, and its place among them."""

    def of(kind):
        return {"readings": readings} if kind is which else {}

    vacant = [one for one in vacant if one not in came]
    if which is PollOpened:
        return 0, (
            PollOpened(on=CALLED, by="chair", answers_by=HELD, polled=came, vacant=vacant, **of(PollOpened)),
            ItemPolled(on=HELD, by="chair", question="План", votes=votes),
            PollClosed(on=HELD, by="chair"),
            *kept(later),
        )
    called = Convened(on=CALLED, by="chair", held_on=HELD, **of(Convened))
    if which is NotHeld:
        return 1, (called, NotHeld(on=HELD, by="chair", present=came, vacant=vacant, **of(NotHeld)))
    sent = {"sent_on": CALLED}
    return int(which is Opened), (
        called,
        Opened(on=HELD, by="chair", present=came, vacant=vacant, notice=sent, **of(Opened)),
        ItemVoted(on=HELD, by="chair", question="План", votes=votes),
        Closed(on=HELD, by="chair"),
        *kept(later),
    )


CHOOSING = (Convened, Opened, NotHeld, PollOpened)


@given(st.sampled_from(CHOOSING), worlds(), CHOSEN, CAME, VOTES, VACANT, LATER)
@law
def test_a_choice_in_an_event_means_what_it_means_in_the_profile(
    which, town, chosen, came, votes, vacant, later
):
    since, steps = steps_of(which, came, votes, vacant, later, chosen)
    by_profile, plain = under(town, chosen)
    _, same = steps_of(which, came, votes, vacant, later, {})
    assert told(steps, plain, since) == told(same, by_profile, since)


# ─── Постановления, которые с библиотекой ────────────────────────────────────────────────────────────────


EACH_CHOICE = [(code, one) for code, reading in READINGS.items() for one in reading.choices]
KEMEROVO, DISTRICT = load_profile("kemerovo"), load_profile("novokuznetsk_district")
SHIPPED = pytest.mark.parametrize("of", [KEMEROVO, DISTRICT], ids=lambda of: of.name)
EARLY = date(2023, 9, 25)


@SHIPPED
@pytest.mark.parametrize("chosen", [{code: one} for code, one in EACH_CHOICE], ids=str)
def test_every_choice_means_the_same_in_a_record_and_in_the_profile(of, chosen):
    said = written(SEATS[:4], TIE, ("member-2",), (1, 1, 1), "meeting") | {
        "profile": of.name,
        "held_on": EARLY,
    }
    record = MeetingRecord.model_validate(said | {"readings": chosen})
    expected = judge_record(MeetingRecord.model_validate(said), of.choosing(chosen))
    assert judge_record(record, of).as_json() == expected.as_json()


def test_whether_the_decree_was_in_force_is_asked_as_the_meeting_chooses():
    said = written(SEATS[:4], TIE, (), (1, 1, 1), "meeting") | {
        "profile": "novokuznetsk_district",
        "held_on": EARLY,
    }
    record = MeetingRecord.model_validate(said | {"readings": {"D7": "unknown"}})
    told = judge_record(record, DISTRICT).established
    assert [one.rule for one in told.reasons(Outcome.UNKNOWN)] == ["force.decree"]


@pytest.mark.parametrize("which", [Convened, Opened])
def test_an_event_chooses_whether_the_decree_was_in_force(which):
    _, steps = steps_of(which, SEATS[:4], TIE, (), (1, 1, 1), {"D7": "unknown"})
    history, where = lifecycle.begin("1"), DISTRICT
    for step in steps:
        verdict = lifecycle.judge(history, step, where)
        lacks = [ask.path for ask in verdict.asks]
        assert ("profile.act.published_on" in lacks) is (step.kind != "convened" or which is Convened)
        took = Decision(by="head", on=step.on, reason="решено") if verdict.outcome.stops else None
        history = lifecycle.advance(history, step, where, decision=took)


@pytest.mark.parametrize("which", [Convened, Opened, PollOpened])
def test_the_papers_of_a_case_are_written_as_the_case_chooses(which):
    _, steps = steps_of(which, SEATS[:4], TIE, (), (1, 1, 1), {"V2": "threshold"})
    history, where = lifecycle.begin("1"), load_profile(copy.deepcopy(SMALL))
    for step in steps:
        took = Decision(by="head", on=step.on, reason="решено")
        history, _ = lifecycle.happened(history, step, where, decision=took)
    assert record_of(history, where).readings == {"V2": "threshold"}
