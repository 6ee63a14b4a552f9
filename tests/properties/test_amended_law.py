"""The law that a new act looks forward: an amendment by which nothing more is given is no worse under a later act.

What was given before was judged by the act of its day. An amendment that leaves all as it was, or gives less and
ends no later, is asked only how it is made itself: who acts, by which document and signature, on which acts.
"""

from copy import deepcopy
from datetime import timedelta
from decimal import Decimal
from functools import cache

import pytest
from drawn import decided, moment
from filled import acts, filled
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from night import size

from law189 import agreement, certificate, contract, order, selection
from law189.measures import Volume
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.testing import RIGHT, begins
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES

KEPT = filled("kemerovo")
BEGAN = begins(KEPT)[0]
TURN = BEGAN + timedelta(20)
WORSE = [Outcome.HOLDS, Outcome.UNKNOWN, Outcome.BREACH, Outcome.VOID]
FILE = shipped_data()["municipalities"]["kemerovo"]
ACT = {
    "id": "kemerovo-1",
    "number": "1",
    "date": f"{TURN}",
    "title": {"ru": "Изменения", "en": "Amendments"},
    "label": {"ru": "№ 1", "of": "№ 1", "to": "№ 1", "en": "No 1"},
}
NUMBERS = [one.cite.id.partition("/")[2] for one in KEPT.latest.services]
ONE_HOUR = {"amount": 1, "unit": "person-hours"}


def parameters(**said):
    return [{"do": "set", "at": ["parameters"], "to": [{**said, "cite": "kemerovo-1/p1"}]}]


STRICTER = {
    "no service listed": [{"do": "repeal", "at": ["services", one]} for one in NUMBERS[1:]],
    "the first service not listed": [{"do": "repeal", "at": ["services", NUMBERS[0]]}],
    "the way ended": [
        {
            "do": "set",
            "at": ["selection"],
            "to": [
                {
                    "way": "certificate",
                    "cite": "app4.2.2",
                    "grade": "assumed",
                    "until": f"{BEGAN + timedelta(19)}",
                }
            ],
        }
    ],
    "for little children": parameters(consumers={"age_to": 1}),
    "for one category": parameters(
        consumers={"categories": [{"id": "orphan", "title": {"ru": "сирота", "en": "orphan"}}]}
    ),
    "a small nominal in hours": parameters(nominals=[{"volume": ONE_HOUR}]),
    "a small nominal in roubles": parameters(nominals=[{"volume": {"amount": 1, "unit": "roubles"}}]),
    "other periods": parameters(periods=[{"since": "2030-01-01", "until": "2030-02-01"}]),
}


def with_validity(said, **lines):
    """The acts that fill every slot; another follows on the day of the turn, with the term of validity as said."""
    later = {
        "act": {**next(acts())["act"], "id": "newer", "number": "newer", "date": f"{TURN}"},
        "adopts": ["certificate-forming"],
        "since": f"{TURN}",
        "invented": True,
        "fills": [{"slot": "certificate.validity_term", "cite": "newer/p1", "term": said}],
    }
    return {"adopted": [*acts(), later], **lines}


def without(slot):
    told = list(acts())
    for one in told:
        one["fills"] = [fill for fill in one["fills"] if fill["slot"] != slot]
    return {"adopted": told}


DAYS = {"kind": "after", "unit": "calendar_days"}
OTHERS = {
    "a short term of validity": lambda: with_validity({**DAYS, "days": 3}),
    "a term of an event": lambda: with_validity(
        {**DAYS, "days": 400, "event": {"kind": "other", "what": {"ru": "слушаний", "en": "the hearings"}}}
    ),
    "no term of validity": lambda: without("certificate.validity_term"),
    "no act on single certificates": lambda: {"adopted": list(acts(single_certificate=None))},
}
EDITIONS = [*STRICTER, *OTHERS]


@cache
def under(name):
    """Kemerovo with every act adopted, amended from the day of the turn, or with another set of acts."""
    if name in OTHERS:
        return load_profile({**deepcopy(FILE), **OTHERS[name]()})
    change = {"act": ACT, "since": f"{TURN}", "changes": STRICTER[name]}
    return load_profile({**deepcopy(FILE), "adopted": list(acts()), "amendments": [change]})


AMENDING = {
    order.lifecycle: [("drafted", "approved"), "amended"],
    selection.lifecycle: [("applied", "included"), "changed"],
    agreement.lifecycle: [("drafted", "signed_by_provider", "concluded"), "amended"],
    certificate.lifecycle: [("applied_for", "recipient_registered", "formed"), "amended"],
    contract.lifecycle: [("offered", "concluded"), "amended"],
}
"""The step of each lifecycle that says anew what was given, after the steps that gave it."""
NEW_WHOLE = {
    selection.lifecycle: {"succeeded"},  # the entry is given to another provider
    certificate.lifecycle: {"renewed"},  # always for longer
}
"""The steps after which somebody has what nobody gave them before; they are asked as at the first giving."""


def test_every_step_that_says_anew_what_is_given_is_asked_here():
    """A step that is new, and sets again a field that gives, has to say here which it is."""
    gives = {"volume", "nominal", "sums", "lines", "services", "valid_until", "ends_on"}
    for cycle in LIFECYCLES:
        said = [
            {clause.kind for clause in cycle.clauses if field in clause.event.model_fields} for field in gives
        ]
        again = {
            clause.kind
            for clause in cycle.clauses
            if gives & {*clause.event.model_fields} and set(clause.source) == {clause.target}
        }
        if cycle.name != "meeting":
            assert any(said)
            assert again <= {AMENDING[cycle][1], *NEW_WHOLE.get(cycle, ())}, (cycle.name, again)


def after(lifecycle, kinds, data):
    """The history after right steps of these kinds, taken before anything turned."""
    history = lifecycle.begin("1")
    for kind in kinds:
        event = RIGHT[lifecycle.name][kind](moment(history, KEPT, BEGAN), data.draw)
        assume(lifecycle.judge(history, event, KEPT).outcome is not Outcome.VOID)
        history = lifecycle.advance(history, event, KEPT, decision=decided(event))
    return history


def part(data, amount):
    """The amount as it was, or less."""
    return data.draw(st.sampled_from([amount, min(amount, Decimal("0.01"))]))


def no_more(history, event, data):
    """The amendment with no more than the case had before, and for no longer."""
    sooner = timedelta(data.draw(st.sampled_from([0, 1])))
    match event:
        case order.Amended():
            return event.model_copy(update={"lines": order.lines_of(history)[: data.draw(st.integers(1, 3))]})
        case selection.Changed():
            kept = selection.services_of(history)[: data.draw(st.integers(1, 3))]
            provider = data.draw(st.sampled_from([selection.provider_of(history), event.provider]))
            return event.model_copy(update={"services": kept, "provider": provider})
        case agreement.Amended():
            was = agreement.terms(history)
            sums = [one.model_copy(update={"roubles": part(data, one.roubles)}) for one in was.sums]
            return event.model_copy(update={"sums": tuple(sums), "ends_on": was.ends_on - sooner})
        case certificate.Amended():
            formed = history.the(certificate.Formed)
            nominal = Volume(amount=part(data, formed.nominal.amount), unit=formed.nominal.unit)
            return event.model_copy(
                update={
                    "nominal": nominal,
                    "valid_until": formed.valid_until - sooner,
                    "order": data.draw(st.sampled_from([None, event.order])),
                }
            )
        case _:
            was = history.the(contract.Offered)
            volume = Volume(amount=part(data, was.volume.amount), unit=was.volume.unit)
            return event.model_copy(update={"volume": volume, "ends_on": was.ends_on - sooner})


def against(verdict):
    """How bad the worst of each rule is."""
    found = {}
    for one in verdict.walk():
        if one.outcome is not Outcome.HOLDS and not one.parts:
            found[one.rule] = max(found.get(one.rule, 0), WORSE.index(one.outcome))
    return found


@pytest.mark.parametrize("name", EDITIONS)
@pytest.mark.parametrize("lifecycle", AMENDING, ids=[cycle.name for cycle in AMENDING])
@settings(max_examples=size(12, 200))
@given(st.data())
def test_an_amendment_that_gives_nothing_more_is_no_worse_under_a_later_act(lifecycle, name, data):
    chain, kind = AMENDING[lifecycle]
    history, on = after(lifecycle, chain, data), TURN + timedelta(data.draw(st.integers(0, 3)))
    event = no_more(history, RIGHT[lifecycle.name][kind](moment(history, KEPT, on), data.draw), data)
    old, new = (against(lifecycle.judge(history, event, one)) for one in (KEPT, under(name)))
    assert {rule: how for rule, how in new.items() if how > old.get(rule, 0)} == {}
