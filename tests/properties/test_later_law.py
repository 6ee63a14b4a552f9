"""The law that what must hold later is asked later: a fact turns between two steps, and the later is refused."""

from copy import deepcopy
from datetime import timedelta

import pytest
from drawn import decided, moment
from filled import acts, filled
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from night import size

from law189 import agreement, certificate, contract, order, selection
from law189.errors import Refused
from law189.extracts import Recipient
from law189.measures import total
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.testing import RIGHT, begins
from law189.testing.cases import service_of
from law189.verdict import Outcome

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
UNLISTED = amended(
    *(
        {"do": "repeal", "at": ["services", KEPT.latest.services[at].cite.id.partition("/")[2]]}
        for at in (0, -1)
    )
)
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


LISTED, CHOSEN, AGE = "eligibility.listed", "ways.chosen", "consumers.age"
TURNED = {LISTED: UNLISTED, CHOSEN: WAY_ENDED, AGE: GROWN_UP}
GIVING = {
    order.lifecycle: {
        ("drafted",): (LISTED,),
        ("drafted", "approved"): (LISTED,),
        ("drafted", "approved", "amended"): (LISTED,),
    },
    selection.lifecycle: {
        ("applied",): (CHOSEN,),
        ("applied", "included"): (LISTED, CHOSEN),
        ("applied", "included", "changed"): (LISTED, CHOSEN),
        ("applied", "included", "succeeded"): (LISTED, CHOSEN),
    },
    agreement.lifecycle: {
        ("drafted",): (LISTED, CHOSEN),
        ("drafted", "signed_by_provider"): (LISTED, CHOSEN),
        ("drafted", "signed_by_provider", "concluded"): (LISTED, CHOSEN),
        ("drafted", "signed_by_provider", "concluded", "amended"): (LISTED, CHOSEN),
    },
    certificate.lifecycle: {
        ("applied_for",): (LISTED, CHOSEN, AGE),
        ("applied_for", "recipient_registered"): (LISTED, CHOSEN, AGE),
        ("applied_for", "recipient_registered", "formed"): (LISTED, CHOSEN, AGE),
        ("applied_for", "recipient_registered", "formed", "amended"): (LISTED, CHOSEN, AGE),
        ("applied_for", "recipient_registered", "formed", "renewed"): (LISTED, CHOSEN, AGE),
    },
    contract.lifecycle: {
        ("offered",): (LISTED, CHOSEN),
        ("offered", "concluded"): (LISTED, CHOSEN, AGE),
        ("offered", "concluded", "amended"): (LISTED, CHOSEN, AGE),
    },
}
"""The steps by which a service is ordered, promised, paid for or given, or more of it, and what each asks.

The age is asked where the consumer is known, by the application or by the extract of the certificate; what is wrong
with a provider's services voids inclusion, not the application; the day of a way is that of the order's year
(`order_lines`), with tests of its own.
"""
GIVING_NOTHING = {
    order.lifecycle: "advice_attached published period_reported report_formed report_published cancelled closed",
    selection.lifecycle: "application_refused withdrawn excluded",
    agreement.lifecycle: "lapsed act_drawn claimed advance_paid claim_paid terminated completed remainder_kept "
    "remainder_returned",
    certificate.lifecycle: "withdrawn recipient_refused contracted contract_changed contract_ended used suspended "
    "resumed annulled expired",
    contract.lifecycle: "declined moved suspended resumed complained answered fulfilled terminated",
}
"""The other steps: they end, count or pay what was given, or record of another case what it has asked itself."""


def test_every_step_gives_or_gives_nothing():
    """A step that is new has to say here which it is."""
    for cycle, chains in GIVING.items():
        assert sorted({chain[-1] for chain in chains} | {*GIVING_NOTHING[cycle].split()}) == sorted(
            cycle.kinds
        )


CHAINS = [
    (rule, cycle, chain[:-1], chain[-1])
    for cycle, chains in GIVING.items()
    for chain, rules in chains.items()
    for rule in rules
    if len(chain) > 1
]


def grown(line):
    """The line with one more of each share that it has."""
    parts = [one.model_copy(update={"amount": one.amount + 1}) if one.amount else one for one in line.parts]
    whole = total(one.amount for one in parts)
    return line.model_copy(update={"parts": tuple(parts), "total": whole})


def giving_more(event, history):
    """The step with more than the case had before, where that is what it asks of."""
    match event:
        case agreement.Amended():
            sums = [one.model_copy(update={"roubles": one.roubles + 10**9}) for one in event.sums]
            return event.model_copy(update={"sums": tuple(sums)})
        case order.Amended():
            return event.model_copy(update={"lines": tuple(grown(one) for one in order.lines_of(history))})
        case selection.Changed():
            added = KEPT.latest.services[-1].number
            assume(added not in selection.services_of(history))
            return event.model_copy(update={"services": (*event.services, added)})
        case certificate.Amended():
            formed = history.the(certificate.Formed).nominal
            return event.model_copy(
                update={"nominal": formed.model_copy(update={"amount": formed.amount + 1})}
            )
        case contract.Amended():
            offered = history.the(contract.Offered).volume
            return event.model_copy(
                update={"volume": offered.model_copy(update={"amount": offered.amount + 1})}
            )
        case _:
            return event


@pytest.mark.parametrize(
    ("rule", "lifecycle", "before", "kind"),
    CHAINS,
    ids=[f"{rule}-{cycle.name}-{kind}" for rule, cycle, _, kind in CHAINS],
)
@settings(max_examples=size(30, 300))
@given(st.data())
def test_what_must_hold_later_is_asked_later(rule, lifecycle, before, kind, data):
    """A service that leaves the list, a way that ends: the step of that day or later is refused."""
    turned, history = TURNED[rule], after(lifecycle, before, data)
    on = TURN + timedelta(data.draw(st.integers(0, 3)))
    event = giving_more(next_step(lifecycle, history, kind, data, on), history)
    assert rule not in {part.rule for part in lifecycle.judge(history, event, KEPT).reasons(Outcome.VOID)}
    verdict = lifecycle.judge(history, event, turned)
    assert rule in {part.rule for part in verdict.reasons(Outcome.VOID)}
    with pytest.raises(Refused):
        lifecycle.advance(history, event, turned, decision=decided(event))


@settings(max_examples=size(30, 300))
@given(st.data())
def test_who_has_grown_up_may_be_given_less(data):
    """The service is not for them any more: what was given is made less, and is not made more."""
    history = after(certificate.lifecycle, ("applied_for", "recipient_registered", "formed"), data)
    event = next_step(certificate.lifecycle, history, "amended", data, TURN)
    formed = history.the(certificate.Formed)
    amount = formed.nominal.amount + data.draw(st.integers(-3, 3)) * formed.nominal.amount / 4
    until = formed.valid_until + timedelta(data.draw(st.sampled_from([-1, 0, 1])))
    nominal = formed.nominal.model_copy(update={"amount": amount})
    event = event.model_copy(update={"nominal": nominal, "valid_until": until})
    void = {part.rule for part in certificate.lifecycle.judge(history, event, GROWN_UP).reasons(Outcome.VOID)}
    assert (AGE in void) is (amount > formed.nominal.amount or until > formed.valid_until)


FIRST = [
    (rule, cycle, chain[0])
    for cycle, chains in GIVING.items()
    for chain, rules in chains.items()
    for rule in rules
    if len(chain) == 1
]


@pytest.mark.parametrize(
    ("rule", "lifecycle", "kind"), FIRST, ids=[f"{rule}-{c.name}" for rule, c, _ in FIRST]
)
@settings(max_examples=size(30, 300))
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
@settings(max_examples=size(30, 300))
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


@settings(max_examples=size(30, 300))
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


@settings(max_examples=size(30, 300))
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


MADE_AGAIN = [
    (selection.lifecycle, ("applied", "included"), "included", "changed"),
    (selection.lifecycle, ("applied", "included"), "included", "succeeded"),
    (agreement.lifecycle, ("drafted", "signed_by_provider"), "drafted", "concluded"),
    (agreement.lifecycle, ("drafted", "signed_by_provider", "concluded"), "concluded", "amended"),
    (certificate.lifecycle, ("applied_for", "recipient_registered", "formed"), "formed", "amended"),
    (certificate.lifecycle, ("applied_for", "recipient_registered", "formed"), "formed", "renewed"),
    (order.lifecycle, ("drafted", "approved"), "approved", "amended"),
]
BARE = load_profile("kemerovo")


def acts_asked(lifecycle, history, event):
    reasons = lifecycle.judge(history, event, BARE).reasons(Outcome.UNKNOWN)
    return {ask.path for part in reasons if part.rule == "adoption.act" for ask in part.asks}


@pytest.mark.parametrize(
    ("lifecycle", "chain", "made", "changed"),
    MADE_AGAIN,
    ids=[f"{cycle.name}-{changed}" for cycle, *_, changed in MADE_AGAIN],
)
@settings(max_examples=size(30, 300))
@given(st.data())
def test_a_change_rests_on_the_acts_on_which_the_document_itself_was_made(
    lifecycle, chain, made, changed, data
):
    """What was made by an office's decision before its act was adopted is given no more without one either."""
    history = after(lifecycle, chain, data)
    at = [record.kind for record in history.records].index(made)
    before = lifecycle.begin("1")
    if at:
        before = history._replace(records=history.records[:at], state=history.records[at - 1].state)
    asked = acts_asked(lifecycle, before, history.records[at].event)
    event = giving_more(next_step(lifecycle, history, changed, data, history.last_day), history)
    assert asked
    assert asked <= acts_asked(lifecycle, history, event)
