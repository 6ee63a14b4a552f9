"""The law of terms counted from events: whatever event an act counts from, its day can be given, and is asked so.

Where the day is known nowhere, the step asks for the one thing that gives it: the publication of the act that sets
the term, an extract that the step takes, or the day among the facts of the step. Giving exactly that ends the
UNKNOWN, and `needs` has it before the step is taken.
"""

from contextlib import suppress
from datetime import timedelta
from functools import cache

import pytest
from drawn import decided, moment
from filled import acts, filled
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189 import certificate
from law189.cases.given.events import NO_DAYS
from law189.cases.occasions import named
from law189.errors import Refused
from law189.facts import Frozen
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.testing import RIGHT, begins, walk
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES

WHOLE = filled("kemerovo")
EVENTS = (
    {"kind": "publication"},
    {"kind": "in_force"},
    {"kind": "limits"},
    {"kind": "other", "what": {"ru": "слушаний", "en": "the hearings"}},
    {"kind": "item", "at": "app4.4"},
    {"kind": "step", "at": "order.published"},
    {"kind": "step", "at": "agreement.concluded"},
    {"kind": "step", "at": "contract.concluded"},
    {"kind": "step", "at": "meeting.closed"},
    {"kind": "step", "at": "certificate.suspended"},
)


def slots_of(clause):
    """The slots that set the clause a term."""
    within = () if clause.within is None else (clause.within.slot,)
    return {*within, *(slot for slot in clause.values if slot.endswith("_term"))}


CLAUSES = [
    (lifecycle, clause, slot)
    for lifecycle in LIFECYCLES
    for clause in {one.kind: one for one in lifecycle.clauses if slots_of(one)}.values()
    for slot in sorted(slots_of(clause))
]
each_term = pytest.mark.parametrize(
    ("lifecycle", "clause", "slot"), CLAUSES, ids=[f"{clause.code}-{slot}" for _, clause, slot in CLAUSES]
)


@cache
def counted_from(slot, at, published=False):
    """Kemerovo with all acts, one of which counts the term of the slot from the event."""
    told = list(acts())
    for one in told:
        for fill in one["fills"]:
            if fill["slot"] == slot:
                fill["term"] = {
                    "kind": "after",
                    "days": 400,
                    "unit": "calendar_days",
                    "moves": False,
                    "event": EVENTS[at],
                }
                if published:
                    one["act"]["published_on"] = one["act"]["date"]
    return load_profile({**shipped_data()["municipalities"]["kemerovo"], "adopted": told})


BEFORE = {"answered": "complained"}
"""What a step that leaves the state as it is follows, though no state says so."""
LATER = {"claimed": timedelta(180)}
"""After how long: what is claimed and paid belongs to the year after the one in which the case begins."""


def walked(lifecycle, last, draw):
    """The shortest history that leads to the step, and the step."""
    history, event = lifecycle.begin("1"), None
    for way in walk.path(draw, lifecycle, last):
        if event is not None:
            history = lifecycle.advance(history, event, WHOLE, decision=decided(event))
        on = (history.last_day or begins(WHOLE)[0]) + LATER.get(way.kind, timedelta(0))
        before = BEFORE.get(way.kind)
        if before is not None:
            asked = RIGHT[lifecycle.name][before](moment(history, WHOLE, on), draw)
            history = lifecycle.advance(history, asked, WHOLE, decision=decided(asked))
        event = RIGHT[lifecycle.name][way.kind](moment(history, WHOLE, on), draw)
    return history, event


def for_longer(history, event):
    """The step; an amendment of a certificate with a day more, as it is asked only of what it gives besides."""
    if not isinstance(event, certificate.Amended):
        return event
    until = certificate.extract(history, event.on).valid_until
    return event.model_copy(update={"valid_until": until + timedelta(1)})


def of_terms(verdict):
    """What is asked for the days of events, as far as anything is unknown for them."""
    return {
        ask.path: ask
        for part in verdict.reasons(Outcome.UNKNOWN)
        for ask in part.asks
        if part.rule in ("deadlines.awaits", "certificates.valid_within", "agreements.evaded")
    }


def answered(event, slot, at, path):
    """The step and the profile with exactly what the path names."""
    if path.startswith("profile.adopted["):
        assert path.endswith("].act.published_on")
        return event, counted_from(slot, at, published=True)
    if path == f"event.event_on[{named(slot)}]":
        days = {**event.event_on, named(slot): event.on}
        return event.model_copy(update={"event_on": Frozen(days)}), counted_from(slot, at)
    _, field, day = path.split(".")
    shown = getattr(event, field).model_copy(update={day: event.on})
    return event.model_copy(update={field: shown}), counted_from(slot, at)


@each_term
def test_every_step_whose_term_an_act_sets_can_tell_the_day_of_its_event(lifecycle, clause, slot):
    del lifecycle, slot
    assert clause.event.model_fields["event_on"].default == NO_DAYS


@each_term
def test_giving_exactly_what_a_term_of_an_event_asks_for_ends_the_unknown(lifecycle, clause, slot):
    met = set()

    @settings(max_examples=size(1, 10))
    @given(st.data())
    def tried(way, data):
        with suppress(Refused):
            history, event = walked(lifecycle, way, data.draw)
            event = for_longer(history, event)
            for at, said in enumerate(EVENTS):
                profile = counted_from(slot, at)
                asked = of_terms(lifecycle.judge(history, event, profile))
                assert len(asked) <= 1, asked
                for path, ask in asked.items():
                    met.add(said["kind"])
                    assert "case." not in path
                    option = next(
                        one
                        for one in lifecycle.options(history, profile, event.on)
                        if one.kind == clause.kind
                    )
                    needed = {fact.name: fact for fact in option.needs}
                    if path.startswith("event.event_on["):
                        assert (named(slot), ask.title) in [
                            (one.name, one.title) for one in needed["event_on"].fields
                        ]
                    elif path.startswith("event."):
                        assert path.split(".")[1] in needed
                    again = lifecycle.judge(history, *answered(event, slot, at, path))
                    assert not of_terms(again), (path, of_terms(again))
                    assert "events_told.unasked" not in [part.rule for part in again.walk()]

    for way in walk.ways(lifecycle):
        if way.kind == clause.kind:
            tried(way)
    assert met >= {"publication", "limits", "other"}, met
