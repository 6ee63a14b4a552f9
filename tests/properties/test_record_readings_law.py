"""The law of a reading chosen for one meeting: it means what the same choice of the profile means, or is refused.

A choice may stand in the record of a meeting or of a poll, in the event by which it is convened, opened or polled,
and in that by which it is not held. Whatever the decree says, no such choice is taken and then passed over.
"""

import copy
from datetime import date, timedelta

import pytest
from groups import CAST, HALF, SMALL, seat
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from pydantic import ValidationError

from law189.audit.meeting import MeetingRecord, judge_record
from law189.cases.history import Decision
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
OF_TERMS = ("D3", "D6", "D9", "D11")
OF_MEETINGS = (*OF_TERMS, "Q1", "Q2", "Q3", "Q4", "V1", "V2", "V3")
OF_PROFILES = tuple(code for code in READINGS if code not in OF_MEETINGS)
CHOSEN = st.fixed_dictionaries(
    {}, optional={code: st.sampled_from(list(READINGS[code].choices)) for code in OF_MEETINGS}
)
law = settings(max_examples=size(200, 3000))


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
    """What each step from that one on is told, and what is owed after it, up to the first that has no effect."""
    history, found = lifecycle.begin("1"), []
    for place, step in enumerate(steps):
        verdict = lifecycle.judge(history, step, where)
        if verdict.outcome is Outcome.VOID:
            return [*found, verdict.as_json()]
        took = Decision(by="head", on=step.on, reason="решено") if verdict.outcome.stops else None
        history = lifecycle.advance(history, step, where, decision=took)
        if place >= since:
            owed = [(one.title, one.last_day) for one in lifecycle.due(history, where, step.on)]
            found.append((verdict.as_json(), owed))
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


# ─── Что для заседания не выбирают ───────────────────────────────────────────────────────────────────────


def made(door, readings):
    if door is MeetingRecord:
        return MeetingRecord(profile="kemerovo", held_on=HELD, present=(), readings=readings)
    return steps_of(door, ("chair",), {}, (), (0, 0, 0), readings)


DOORS = pytest.mark.parametrize("door", [MeetingRecord, *CHOOSING], ids=lambda door: door.__name__)


@DOORS
@pytest.mark.parametrize("code", OF_PROFILES)
def test_what_belongs_to_the_profile_is_refused_by_the_name_of_what_a_meeting_may_choose(door, code):
    with pytest.raises(ValidationError) as caught:
        made(door, {code: READINGS[code].default})
    (fault,) = caught.value.errors()
    assert fault["loc"] == ("readings",)
    assert fault["msg"] == (
        f"{code}: this reading is chosen in the profile of the municipality (readings), not for one meeting; "
        f"for a meeting one chooses: {', '.join(OF_MEETINGS)}"
    )
    assert fault["ctx"]["ru"] == (
        f"{code}: это толкование выбирают в профиле муниципалитета (readings), а не для одного заседания; "
        f"для заседания выбирают: {', '.join(OF_MEETINGS)}"
    )


@DOORS
@pytest.mark.parametrize("code", OF_MEETINGS)
def test_every_choice_of_what_is_read_of_meetings_is_taken(door, code):
    for choice in READINGS[code].choices:
        assert made(door, {code: choice})


@DOORS
def test_a_reading_that_does_not_exist_is_answered_with_those_of_meetings(door):
    with pytest.raises(ValidationError, match=f"V9: there is no such reading; there are: {OF_MEETINGS[0]}, "):
        made(door, {"V9": "threshold"})
