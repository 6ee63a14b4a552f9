"""The laws of annulment and of the order of time, over drawn histories."""

from datetime import timedelta

import pytest
from drawn import decided, drawn
from filled import filled
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189 import agreement, certificate, contract, order, selection
from law189.cases.history import RecordAnnulled
from law189.errors import Refused
from law189.testing import begins
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES

PROFILE = filled("kemerovo")
EXTRACTS = {
    "order": order.extract,
    "selection": selection.extract,
    "agreement": agreement.extract,
    "certificate": certificate.extract,
    "contract": contract.extract,
}
cycles = pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda one: one.name)


def seen(history, on):
    """What others see of the case: its state, its extract and its balance; None where there is none yet."""
    found = [history.state]
    asked = [EXTRACTS[history.lifecycle]] if history.lifecycle in EXTRACTS else []
    for ask in asked:
        try:
            found.append(ask(history, on))
        except LookupError:
            found.append(None)
    if history.lifecycle == "certificate":
        try:
            found.append(certificate.balance(history))
        except LookupError:
            found.append(None)
    return found


def without(lifecycle, history, place):
    """The same case in which that record was never made."""
    built = lifecycle.begin("1")
    for number, record in enumerate(history.records):
        if number != place:
            built = lifecycle.advance(built, record.event, PROFILE, decision=decided(record.event))
    return built


def an_error_is_admitted(lifecycle, data):
    history = drawn(lifecycle, PROFILE, data)[-1]
    if not history.records:
        return None
    place = data.draw(st.integers(0, history.version - 1))
    on = history.last_day + timedelta(1)
    entitled = lifecycle.entitled(history, place, PROFILE.latest)
    rests = bool(lifecycle.resting(history, place))
    for by in (*entitled, "дворник", "consumer", "provider", "education", "chair"):
        event = RecordAnnulled(on=on, by=by, record=place + 1, reason="ошибка")
        outcome = lifecycle.judge(history, event, PROFILE).outcome
        if by == "consumer" and by in entitled:
            continue  # how old who annuls must be is the law below
        if by in entitled and not rests:
            assert outcome is Outcome.HOLDS
            left = lifecycle.advance(history, event, PROFILE)
            assert seen(left, on) == seen(without(lifecycle, history, place), on)
            assert [r.event for r in left.standing] == [
                r.event for n, r in enumerate(history.records) if n != place
            ]
            continue
        assert outcome in {Outcome.VOID, Outcome.UNKNOWN}
        assert not rests or outcome is Outcome.VOID
        assert by not in {"consumer", "provider"} or outcome is Outcome.VOID
        with pytest.raises(Refused):
            lifecycle.advance(history, event, PROFILE)
    return rests


BODIES = ("education", "media-committee")
PARTIES = ("provider", "consumer", "representative")
SIDE = {"provider": "provider", "consumer": "consumer", "representative": "consumer"}
FOR_WHO_THEY_ARE = {"roles.acting", "roles.of_age"}
NOT_THEIRS = {"lifecycle.annuller", "roles.of_age"}


def failing(verdict, rules):
    return {one.rule for one in verdict.walk() if one.outcome is not Outcome.HOLDS} & rules


def refused_alike(lifecycle, data):
    """The last step taken by somebody else, and its record annulled by them: who may not the one, not the other."""
    *_, before, history = [None, *drawn(lifecycle, PROFILE, data)]
    if before is None:
        return set()
    met, event = set(), history.records[-1].event
    clause = lifecycle.lookup[before.state, type(event)]
    for by in (*PARTIES, *BODIES, "chair", "дворник"):
        step = lifecycle.judge(before, event.model_copy(update={"by": by}), PROFILE)
        annulment = RecordAnnulled(on=event.on, by=by, record=history.version, reason="ошибка")
        verdict = lifecycle.judge(history, annulment, PROFILE)
        refused, said = failing(step, FOR_WHO_THEY_ARE), failing(verdict, NOT_THEIRS)
        if refused:
            assert said
            assert verdict.stops
        elif by != event.by and (clause.by is None or SIDE.get(by) != SIDE.get(event.by)):
            assert said == {"lifecycle.annuller"}
            assert verdict.outcome is (Outcome.VOID if by in PARTIES else Outcome.UNKNOWN)
        else:
            assert not said
        option = lifecycle.options(history, PROFILE, event.on)[-1]
        assert (by in option.by) is ("lifecycle.annuller" not in said)
        met |= {*refused, "" if refused else (said and "another side") or "own"}
    return met


@cycles
def test_whoever_is_refused_for_who_they_are_at_a_step_is_refused_at_annulling_it(lifecycle):
    met = set()

    @settings(max_examples=size(60, 600))
    @given(st.data())
    def tried(data):
        met.update(refused_alike(lifecycle, data))

    tried()
    assert "own" in met
    assert ("roles.of_age" in met) is (lifecycle.name in {"certificate", "contract"})


@cycles
def test_every_step_of_a_consumer_says_what_it_asks_of_the_person(lifecycle):
    """A walk over the table: where a consumer may act, the clause asks how old; nowhere else."""
    for clause in lifecycle.clauses:
        assert (clause.in_person is not None) is ("consumer" in (clause.by or ()))


@cycles
def test_every_annulment_before_the_day_of_its_record_is_for_a_person_to_decide(lifecycle):
    @settings(max_examples=size(30, 300))
    @given(st.data())
    def tried(data):
        history = drawn(lifecycle, PROFILE, data)[-1]
        if not history.records:
            return
        last, place = history.records[-1].event, history.version
        by = lifecycle.entitled(history, place - 1, PROFILE.latest)[0]
        late = last.model_copy(update={"on": last.on.replace(year=2042)})
        slipped = history._replace(records=(*history.records[:-1], history.records[-1]._replace(event=late)))
        annulment = RecordAnnulled(on=last.on, by=by, record=place, reason="описка в годе")
        verdict = lifecycle.judge(slipped, annulment, PROFILE)
        assert "lifecycle.annulled_earlier" in failing(
            verdict, {"lifecycle.annulled_earlier", "lifecycle.order"}
        )
        if verdict.outcome is Outcome.VOID:
            return
        left = lifecycle.advance(slipped, annulment, PROFILE, decision=decided(annulment))
        for day in (last.on, last.on + timedelta(1)):
            assert lifecycle.known_on(left, day).standing == left.standing
        assert lifecycle.load(lifecycle.dump(left)) == left

    tried()


@cycles
def test_annulled_by_who_may_a_case_is_as_if_the_record_was_never_made(lifecycle):
    met = set()

    @settings(max_examples=size(60, 600))
    @given(st.data())
    def tried(data):
        met.add(an_error_is_admitted(lifecycle, data))

    tried()
    assert met >= {True, False}


@cycles
def test_what_is_to_be_annulled_before_a_record_is_annulled_from_the_last_and_then_the_record_is(lifecycle):
    @settings(max_examples=size(40, 400))
    @given(st.data())
    def tried(data):
        history = drawn(lifecycle, PROFILE, data)[-1]
        if not history.records:
            return
        wanted = data.draw(st.integers(0, history.version - 1))
        for place in (*reversed(lifecycle.resting(history, wanted)), wanted):
            assert not lifecycle.resting(history, place)
            by = history.records[place].event.by
            event = RecordAnnulled(on=history.last_day, by=by, record=place + 1, reason="ошибка")
            verdict = lifecycle.judge(history, event, PROFILE)
            assert "lifecycle.left_standing" not in failing(verdict, {"lifecycle.left_standing"})
            history, _ = lifecycle.supposed(history, event, PROFILE)
            assert place in history.annulled

    tried()


def as_it_stood(lifecycle, data):
    """Whatever came later, asked of a day the case is what it was; also where a later record annuls."""
    found = drawn(lifecycle, PROFILE, data)
    history = found[-1]
    first = begins(PROFILE)[0]
    day = first + timedelta(data.draw(st.integers(-1, 12)))
    then = [one for one in found if one.last_day is None or one.last_day <= day][-1]
    if history.version and data.draw(st.booleans()):
        by = history.records[-1].event.by
        late = max(history.last_day, day) + timedelta(1)
        event = RecordAnnulled(on=late, by=by, record=history.version, reason="ошибка")
        history = lifecycle.advance(history, event, PROFILE)
    assert lifecycle.known_on(history, day) == then
    assert lifecycle.options(history, PROFILE, day) == lifecycle.options(then, PROFILE, day)
    begins_later = history.version and not then.version  # what is begun later owes nothing yet
    owed = () if begins_later else lifecycle.due(then, PROFILE, day)
    assert lifecycle.due(history, PROFILE, day) == owed
    return history.version > then.version


@cycles
def test_on_is_a_day_in_time_and_later_lines_change_nothing(lifecycle):
    met = set()

    @settings(max_examples=size(60, 600))
    @given(st.data())
    def tried(data):
        met.add(as_it_stood(lifecycle, data))

    tried()
    assert met == {True, False}
