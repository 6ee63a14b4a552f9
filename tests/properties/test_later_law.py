"""The law that what must hold later is asked later: a fact turns between two steps, and the later is refused."""

from copy import deepcopy
from datetime import timedelta

import pytest
from drawn import decided, moment
from filled import acts, filled
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from night import size

from law189 import agreement, certificate, contract, order, selection
from law189.errors import Refused
from law189.extracts import Recipient
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.testing import RIGHT, begins
from law189.testing.cases import service_of
from law189.verdict import Outcome

QUICK = {
    "max_examples": size(30, 300),
    "deadline": None,
    "derandomize": True,
    "database": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large],
}
BEGAN = begins(filled("kemerovo"))[0]
TURN = BEGAN + timedelta(20)


def amended(*changes):
    """Kemerovo with every act adopted, amended from the day of the turn."""
    act = {
        "id": "kemerovo-1",
        "number": "1",
        "date": f"{TURN}",
        "title": {"ru": "Изменения", "en": "Amendments"},
        "label": {"ru": "№ 1", "of": "№ 1", "to": "№ 1", "en": "No 1"},
    }
    file = deepcopy(shipped_data()["municipalities"]["kemerovo"])
    change = {"act": act, "since": f"{TURN}", "changes": list(changes)}
    return load_profile({**file, "adopted": list(acts()), "amendments": [change]})


KEPT = filled("kemerovo")
UNLISTED = amended({"do": "repeal", "at": ["services", KEPT.latest.services[0].cite.id.partition("/")[2]]})
WAY_ENDED = amended(
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
)


GROWN_UP = amended(
    {
        "do": "set",
        "at": ["parameters"],
        "to": [{"consumers": {"age_to": 1}, "cite": "kemerovo-1/p1"}],
    }
)


def after(lifecycle, kinds, data, on=BEGAN):
    """The history after right steps of these kinds, taken before anything turned."""
    history = lifecycle.begin("1")
    for kind in kinds:
        event = RIGHT[lifecycle.name][kind](moment(history, KEPT, on), data.draw)
        assume(
            lifecycle.judge(history, event, KEPT).outcome is not Outcome.VOID
        )  # no licence: never included
        history = lifecycle.advance(history, event, KEPT, decision=decided(event))
    return history


def next_step(lifecycle, history, kind, data, on):
    return RIGHT[lifecycle.name][kind](moment(history, KEPT, on), data.draw)


CHAINS = [
    (UNLISTED, "eligibility.listed", certificate.lifecycle, ("applied_for",), "recipient_registered"),
    (
        UNLISTED,
        "eligibility.listed",
        certificate.lifecycle,
        ("applied_for", "recipient_registered"),
        "formed",
    ),
    (UNLISTED, "eligibility.listed", order.lifecycle, ("drafted",), "approved"),
    (UNLISTED, "eligibility.listed", selection.lifecycle, ("applied",), "included"),
    (UNLISTED, "eligibility.listed", agreement.lifecycle, ("drafted",), "signed_by_provider"),
    (UNLISTED, "eligibility.listed", agreement.lifecycle, ("drafted", "signed_by_provider"), "concluded"),
    (UNLISTED, "eligibility.listed", contract.lifecycle, ("offered",), "concluded"),
    (GROWN_UP, "consumers.age", certificate.lifecycle, ("applied_for",), "recipient_registered"),
    (GROWN_UP, "consumers.age", certificate.lifecycle, ("applied_for", "recipient_registered"), "formed"),
    (WAY_ENDED, "ways.chosen", certificate.lifecycle, ("applied_for",), "recipient_registered"),
    (WAY_ENDED, "ways.chosen", certificate.lifecycle, ("applied_for", "recipient_registered"), "formed"),
    (WAY_ENDED, "ways.chosen", selection.lifecycle, ("applied",), "included"),
    (WAY_ENDED, "ways.chosen", selection.lifecycle, ("applied", "included"), "changed"),
    (WAY_ENDED, "ways.chosen", agreement.lifecycle, ("drafted",), "signed_by_provider"),
    (WAY_ENDED, "ways.chosen", agreement.lifecycle, ("drafted", "signed_by_provider"), "concluded"),
    (WAY_ENDED, "ways.chosen", contract.lifecycle, ("offered",), "concluded"),
]


@pytest.mark.parametrize(
    ("turned", "rule", "lifecycle", "before", "kind"),
    CHAINS,
    ids=[f"{rule}-{cycle.name}-{kind}" for _, rule, cycle, _, kind in CHAINS],
)
@settings(**QUICK)
@given(st.data())
def test_what_must_hold_later_is_asked_later(turned, rule, lifecycle, before, kind, data):
    """A service that leaves the list, a way that ends: the step of that day or later is refused."""
    history = after(lifecycle, before, data)
    on = TURN + timedelta(data.draw(st.integers(0, 3)))
    event = next_step(lifecycle, history, kind, data, on)
    assert rule not in {part.rule for part in lifecycle.judge(history, event, KEPT).reasons(Outcome.VOID)}
    verdict = lifecycle.judge(history, event, turned)
    assert rule in {part.rule for part in verdict.reasons(Outcome.VOID)}
    with pytest.raises(Refused):
        lifecycle.advance(history, event, turned, decision=decided(event))


FIRST = [
    ("eligibility.listed", cycle, kind)
    for cycle, kind in (
        (order.lifecycle, "drafted"),
        (agreement.lifecycle, "drafted"),
        (certificate.lifecycle, "applied_for"),
        (contract.lifecycle, "offered"),
    )
]
FIRST += [("ways.chosen", cycle, kind) for _, cycle, kind in FIRST if cycle is not order.lifecycle]
FIRST += [
    ("ways.chosen", selection.lifecycle, "applied"),
    ("consumers.age", certificate.lifecycle, "applied_for"),
]
"""What is asked of the first step of a case; what is wrong with a provider voids inclusion, not the application."""
TURNED = {"eligibility.listed": UNLISTED, "ways.chosen": WAY_ENDED, "consumers.age": GROWN_UP}


@pytest.mark.parametrize(
    ("rule", "lifecycle", "kind"), FIRST, ids=[f"{rule}-{c.name}" for rule, c, _ in FIRST]
)
@settings(**QUICK)
@given(st.data())
def test_what_must_hold_later_is_asked_of_the_first_step_too(rule, lifecycle, kind, data):
    """Nothing is begun that could not be brought to its end on the same day."""
    on = TURN + timedelta(data.draw(st.integers(0, 3)))
    event = next_step(lifecycle, lifecycle.begin("1"), kind, data, on)
    for profile, refused in ((KEPT, False), (TURNED[rule], True)):
        verdict = lifecycle.judge(lifecycle.begin("1"), event, profile)
        assert (rule in {part.rule for part in verdict.reasons(Outcome.VOID)}) is refused


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        (("drafted", "signed_by_provider"), "concluded"),
        (("drafted", "signed_by_provider", "concluded"), "amended"),
    ],
)
@settings(**QUICK)
@given(st.data())
def test_a_service_that_left_the_register_is_asked_at_the_next_step_of_the_agreement(before, kind, data):
    history = after(agreement.lifecycle, before, data)
    event = next_step(agreement.lifecycle, history, kind, data, history.last_day)
    gone = event.provider.model_copy(update={"services": (KEPT.latest.services[1].number,)})
    assert service_of(moment(history, KEPT, event.on)) not in gone.services
    lost = event.model_copy(update={"provider": gone})
    right, wrong = (agreement.lifecycle.judge(history, one, KEPT) for one in (event, lost))
    assert right.outcome is not Outcome.VOID
    assert wrong.outcome is Outcome.VOID
    with pytest.raises(Refused):
        agreement.lifecycle.advance(history, lost, KEPT, decision=decided(lost))


@settings(**QUICK)
@given(st.data())
def test_the_age_of_who_declines_a_contract_is_asked(data):
    history = after(contract.lifecycle, ("offered",), data)
    shown = next_step(contract.lifecycle, history, "concluded", data, history.last_day).certificate
    own_age = KEPT.latest.federal.value("consumer.own_age").value
    for years, outcome in ((own_age, Outcome.HOLDS), (data.draw(st.integers(5, own_age - 1)), Outcome.VOID)):
        on = history.last_day
        born = Recipient(file="17", born=on.replace(year=on.year - years))
        declined = contract.Declined(
            on=on, by="consumer", certificate=shown.model_copy(update={"recipient": born})
        )
        assert contract.lifecycle.judge(history, declined, KEPT).outcome is outcome


@settings(**QUICK)
@given(st.data())
def test_the_age_of_who_terminates_a_contract_is_asked(data):
    offered = after(contract.lifecycle, ("offered",), data)
    concluded = next_step(contract.lifecycle, offered, "concluded", data, offered.last_day)
    own_age = KEPT.latest.federal.value("consumer.own_age").value
    for years, holds in ((own_age, True), (data.draw(st.integers(5, own_age - 1)), False)):
        born = Recipient(file="17", born=BEGAN.replace(year=BEGAN.year - years))
        shown = concluded.certificate.model_copy(update={"recipient": born})
        signed = concluded.model_copy(update={"certificate": shown, "by": "representative"})
        history = contract.lifecycle.advance(offered, signed, KEPT, decision=decided(signed))
        event = next_step(contract.lifecycle, history, "terminated", data, history.last_day)
        ended = event.model_copy(update={"by": "consumer"})
        assert (contract.lifecycle.judge(history, ended, KEPT).outcome is not Outcome.VOID) is holds
