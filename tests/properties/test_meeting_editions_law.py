"""The law of a changed regulation: the record of a meeting and its steps answer alike, each by the law of its day.

A norm may lapse, be suspended, begin to hold later or end on its own last day; then what it governs is not known,
and nothing else. A term of the minutes that had begun before it was changed goes by reading D6.
"""

import copy
from datetime import date, timedelta

import pytest
from groups import NORMS, SMALL, seat
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.audit.meeting import MeetingRecord, judge_record
from law189.profile.loader import load_profile
from law189.verdict import Outcome, worst
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

CALLED, HELD, DRAFTED, SIGNED, SENT = (date(2024, 3, day) for day in (7, 11, 12, 13, 14))
SEATS = ("chair", "deputy", "member-1", "member-2", "secretary")
CAME = SEATS[:3]
KEPT = {"drafted_by": "secretary", "signed_by": ["presiding"], "copies_to": "members"}
SAID = {**NORMS, "agenda": "presiding", "minutes": KEPT}
ADDRESSES = {name: f"app2.{place}" for place, name in enumerate(SAID, start=1)}
DECIDES = ("presiding", "quorum", "adoption")
STEPS_OF = {
    "agenda": (CALLED,),
    "presiding": (HELD,),
    "quorum": (HELD,),
    "adoption": (HELD,),
    "casting_vote": (),
    "minutes": (DRAFTED, SIGNED, SENT),
}
"""On which days something is done by each norm; whose vote decides equal votes is not asked where all are for."""
law = settings(max_examples=size(150, 2000))


def town(readings=None, until=None, minutes=KEPT, **more):
    """The profile with each norm at its own address; `until` are their last days."""
    said = {
        name: {"value": minutes if name == "minutes" else value, "cite": ADDRESSES[name]}
        for name, value in SAID.items()
    }
    for name, last in (until or {}).items():
        said[name]["until"] = last
    group = {"seats": [seat(one) for one in SEATS], **said}
    return load_profile({**copy.deepcopy(SMALL), "working_group": group, "readings": readings or {}, **more})


def votes():
    return dict.fromkeys(CAME, "for")


def steps(drafted=DRAFTED, signed=SIGNED, sent=SENT):
    return (
        Convened(on=CALLED, by="chair", held_on=HELD),
        Opened(on=HELD, by="chair", present=CAME),
        ItemVoted(on=HELD, by="chair", question="План", votes=votes()),
        Closed(on=HELD, by="chair"),
        MinutesDrafted(on=drafted, by="secretary"),
        MinutesSigned(on=signed, by="chair"),
        CopiesSent(on=sent, by="secretary", copies_to=SEATS),
    )


def by_steps(where, *days):
    """What each step is told, up to the first that has no effect."""
    history, found = lifecycle.begin("1"), []
    for step in steps(*days):
        found.append(lifecycle.judge(history, step, where))
        if found[-1].outcome not in (Outcome.HOLDS, Outcome.BREACH):
            break
        history = lifecycle.advance(history, step, where)
    return found


def by_record(where, drafted=DRAFTED, signed=SIGNED, sent=SENT):
    record = {
        "profile": where.name,
        "held_on": HELD,
        "agenda": {"approved_by": "chair", "approved_on": CALLED},
        "present": CAME,
        "items": [{"question": "План", "votes": votes()}],
        "minutes": {
            "drafted_by": "secretary",
            "drafted_on": drafted,
            "signed_by": "chair",
            "signed_on": signed,
            "copies_to": SEATS,
            "sent_on": sent,
        },
    }
    return judge_record(MeetingRecord.model_validate(record), where)


def lapsed(name, day):
    gone = {"of": [ADDRESSES[name]], "repealed_on": day.isoformat(), "cite": "p1"}
    return town(lapses=[gone]), lambda on: on >= day


def suspended(name, day):
    last = day + timedelta(1)
    gone = {"of": [ADDRESSES[name]], "suspended": {"since": day, "until": last}, "cite": "p1"}
    return town(lapses=[gone]), lambda on: day <= on <= last


def ended(name, day):
    return town(until={name: day - timedelta(1)}), lambda on: on >= day


def later(name, day):
    parts = [{"of": [ADDRESSES[name]], "starts": {"on_day": day.isoformat()}}]
    return town(entry_into_force={"value": parts, "cite": "p1"}), lambda on: on < day


DAYS = st.dates(CALLED - timedelta(2), SENT + timedelta(2))


@given(st.sampled_from([lapsed, suspended, ended, later]), st.sampled_from([*SAID]), DAYS)
@law
def test_a_norm_that_does_not_hold_leaves_open_what_it_governs_at_both_doors(change, name, day):
    where, gone = change(name, day)
    answer, told = by_record(where), by_steps(where)
    touched = any(gone(on) for on in STEPS_OF[name])
    expected = Outcome.UNKNOWN if touched else Outcome.HOLDS
    assert (answer.outcome, worst(one.outcome for one in told)) == (expected, expected)
    assert [one.adopted for one in answer.items] == [None if touched and name in DECIDES else True]
    assert answer.established.outcome is Outcome.HOLDS


TERMS = st.tuples(*[st.integers(1, 4)] * 3)


def with_terms(drafted, signed, sent):
    within = {"drafted_within": drafted, "signed_within": signed, "sent_within": sent}
    return KEPT | {name: {"days": days, "unit": "calendar_days"} for name, days in within.items()}


def changed(old, new, since, readings):
    act = {"id": "am-1", "number": "1", "date": since, "title": {"ru": "О", "en": "On"}}
    to = {"value": with_terms(*new), "cite": "am-1/p1"}
    amended = {
        "act": act,
        "since": since,
        "changes": [{"do": "set", "at": ["working_group", "minutes"], "to": to}],
    }
    return town({**readings, "D9": "stays"}, minutes=with_terms(*old), amendments=[amended])


@given(
    TERMS,
    TERMS,
    st.dates(HELD - timedelta(2), HELD + timedelta(12)),
    st.tuples(*[st.integers(0, 4)] * 3),
    st.sampled_from([{}, {"D6": "as_begun"}, {"D6": "as_changed"}]),
)
@law
def test_a_term_of_the_minutes_goes_by_reading_d6_at_both_doors(old, new, since, later_by, readings):
    where = changed(old, new, since, readings)
    drafted = HELD + timedelta(later_by[0])
    signed = drafted + timedelta(later_by[1])
    sent = signed + timedelta(later_by[2])
    begun = readings.get("D6", "as_begun") == "as_begun"
    late = []
    for place, (begins, done) in enumerate(((HELD, drafted), (HELD, signed), (signed, sent))):
        days = new[place] if since <= (begins if begun else done) else old[place]
        late.append(done > begins + timedelta(days))
    told = by_steps(where, drafted, signed, sent)
    assert [one.outcome is Outcome.BREACH for one in told[4:]] == late
    answer = by_record(where, drafted, signed, sent)
    assert answer.outcome is (Outcome.BREACH if any(late) else Outcome.HOLDS)


@pytest.mark.parametrize("since", [CALLED, HELD, DRAFTED, SIGNED, SENT, SENT + timedelta(1)])
def test_who_signs_is_said_by_the_regulation_of_the_day_of_the_signing_at_both_doors(since):
    act = {"id": "am-1", "number": "1", "date": since, "title": {"ru": "О", "en": "On"}}
    to = {"value": KEPT | {"signed_by": ["presiding", "present"]}, "cite": "am-1/p1"}
    changes = [{"do": "set", "at": ["working_group", "minutes"], "to": to}]
    where = town(amendments=[{"act": act, "since": since, "changes": changes}])
    expected = Outcome.VOID if since <= SIGNED else Outcome.HOLDS
    assert worst(one.outcome for one in by_steps(where)) is by_record(where).outcome is expected


@pytest.mark.parametrize(
    ("first", "expected"), [(CALLED, "holds"), (CALLED + timedelta(1), "void"), (HELD, "void")]
)
def test_an_agenda_is_approved_under_a_decree_in_force_at_both_doors(first, expected):
    where = town(entry_into_force={"value": {"on_day": first.isoformat()}, "cite": "p1"})
    answer = by_record(where)
    assert answer.agenda.outcome.value == answer.outcome.value == expected
    assert by_steps(where)[0].outcome.value == expected
    assert [one.adopted for one in answer.items] == [True]
