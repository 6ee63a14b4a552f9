"""Who led a meeting where any of several may, and what is told of another who led or was elected."""

import pytest
from groups import parts, profile, seat
from hypothesis import given, settings
from hypothesis import strategies as st

from law189.audit.meeting import MeetingRecord, judge_record
from law189.profile.regulation import Leading
from law189.rules.group.led import may_lead
from law189.rules.group.sitting import Sitting
from law189.verdict import Outcome
from law189.workflows.meeting import Convened, Opened, lifecycle

IDS = ("chair", "deputy-1", "deputy-2", "co-chair-1", "co-chair-2", "member-1", "member-2")
SEATS = [seat(one) for one in IDS]
ORDERS = [("chair", "deputy"), ("co-chair",), ("deputy", "chair"), ("co-chair", "deputy")]
WAYS = [None, *Leading]
DAY = "2024-03-11"


def where(order, way, **more):
    said = {} if way is None else {"presiding_by": way}
    return profile(seats=SEATS, presiding=list(order), **said, **more)


def rightful(order, way, present):
    """Who of those present may lead, as the words of the regulation say it."""
    of_role = {
        role: [one for one in IDS if one.rsplit("-", 1)[0] == role and one in present] for role in order
    }
    of_role["chair"] = [one for one in present if one == "chair"] if "chair" in order else []
    there = [of_role[role] for role in order if of_role[role]]
    if way is Leading.ON_ORDER:
        return {one for found in there for one in found}
    if way is Leading.IN_TURN:
        return set(there[0]) if there else set()
    return set(there[0][:1]) if there else set()


@given(
    st.sampled_from(ORDERS),
    st.sampled_from(WAYS),
    st.sets(st.sampled_from(IDS), min_size=1),
    st.none() | st.sampled_from(IDS),
    st.none() | st.sampled_from(IDS),
)
@settings(max_examples=400)
def test_whoever_is_recorded_leads_where_it_is_theirs_and_nothing_recorded_is_dropped_in_silence(
    order, way, present, presided, elected
):
    group = where(order, way).latest.working_group
    held = Sitting(group, sorted(present), presided=presided, elected=elected)
    may = rightful(order, way, present)
    assert set(may_lead(present, group.by_id, group.presiding, way or Leading.IN_ORDER)) == may
    told = held.presiding
    if len(may) > 1:
        expected = presided if presided in may else elected if elected in may else None
        assert held.seat == expected
        assert (told.outcome is Outcome.UNKNOWN) is (expected is None)
        assert [ask.path for ask in told.asks] == ([] if expected else ["event.presided"])
        (several,) = parts(told, "presiding.of_several")
        assert several.facts["who"] == group.names.get(expected, expected), (
            "told of by what the seat is called"
        )
    else:
        assert held.seat == next(iter(may), None)
        assert (told.outcome is Outcome.VOID) is (not may)
    assert bool(parts(told, "presiding.led_by")) is (presided is not None and presided != held.seat)
    in_vain = parts(told, "presiding.elected_in_vain")
    assert bool(in_vain) is (elected is not None and elected != held.seat)
    assert all(one.facts["leader"] == group.names.get(held.seat, held.seat) for one in in_vain)


@pytest.mark.parametrize(
    ("way", "presided", "adopted", "outcome"),
    [
        (Leading.ON_ORDER, "deputy-1", True, Outcome.HOLDS),
        (Leading.ON_ORDER, "chair", False, Outcome.HOLDS),
        (Leading.ON_ORDER, None, None, Outcome.UNKNOWN),
        (Leading.ON_ORDER, "member-1", None, Outcome.UNKNOWN),
        (None, "deputy-1", False, Outcome.BREACH),
        (Leading.IN_TURN, "deputy-1", False, Outcome.BREACH),
        (None, None, False, Outcome.HOLDS),
    ],
)
def test_the_casting_vote_and_the_signature_are_of_whoever_led_and_both_doors_say_so(
    way, presided, adopted, outcome
):
    said = {"agenda": "nobody", "casting_vote": "presiding"}
    said["minutes"] = {"signed_by": "presiding", "copies_to": "nobody"}
    town = where(("chair", "deputy"), way, **said)
    present = ("chair", "deputy-1", "member-1", "member-2")
    votes = {"chair": "against", "deputy-1": "for", "member-1": "for", "member-2": "against"}
    record = MeetingRecord(
        profile=town.name,
        held_on=DAY,
        present=present,
        presided=presided,
        items=[{"question": "План", "votes": votes}],
        minutes={"signed_by": presided or "chair", "signed_on": DAY},
    )
    answer = judge_record(record, town)
    assert (answer.presiding.outcome, answer.items[0].adopted) == (outcome, adopted)
    signer = next(iter(parts(answer.minutes, "minutes.signer")))
    led = presided or "chair"
    right = None if answer.presiding_seat is None else led == answer.presiding_seat
    assert signer.outcome is {None: Outcome.UNKNOWN, True: Outcome.HOLDS, False: Outcome.VOID}[right]
    begun = lifecycle.advance(lifecycle.begin("1"), Convened(on=DAY, by="chair", held_on=DAY), town)
    opened = lifecycle.judge(begun, Opened(on=DAY, by="chair", present=present, presided=presided), town)
    assert opened.outcome is outcome


def test_it_is_refused_to_say_who_of_several_leads_and_not_who_they_are():
    with pytest.raises(Exception, match="presiding"):
        profile(seats=SEATS, presiding=None, presiding_by="on_order")


def test_a_poll_that_names_who_led_is_refused():
    for name in ("elected", "presided"):
        with pytest.raises(ValueError, match="nobody presides a poll"):
            MeetingRecord(profile="x", held_on=DAY, form="absentee", **{name: "chair"})
