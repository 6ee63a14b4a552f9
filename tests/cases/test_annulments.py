"""Annulments in any order: what is judged right is recorded, and what rests on a record keeps it in."""

from datetime import date

import pytest
from cases_at_hand import FORMED_CERTIFICATE, FULL_TIME, HOLDS, KEMEROVO, UNKNOWN, VOID, failing, hours
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.cases.history import Decision, RecordAnnulled
from law189.errors import Refused
from law189.extracts import ContractExtract
from law189.workflows import certificate as c
from law189.workflows.certificate import lifecycle as certificate

DAY, LATER = "2024-03-02", "2024-04-01"
HELD = ContractExtract(
    as_of=DAY,
    number="5",
    provider="4205000009",
    certificate="C-17",
    service=FULL_TIME,
    volume=hours(72),
    concluded_on="2024-02-02",
)
OVER = ContractExtract(**{**HELD.model_dump(), "ended_on": DAY, "rendered": hours(20)})
STEPS = (
    *FORMED_CERTIFICATE,
    c.Contracted(on=DAY, by="provider", contract=HELD),
    c.ContractEnded(on=DAY, by="provider", contract=OVER),
)
ANNULLED = c.Annulled(on=LATER, by="education", reason="отказ получателя")


def annulment(record, by="provider"):
    return RecordAnnulled(on=LATER, by=by, record=record, reason="ошибка оператора")


def after(*events):
    history = certificate.begin("17")
    for event in events:
        history = certificate.advance(history, event, KEMEROVO)
    return history


@settings(max_examples=size(25, 60), deadline=None)
@given(st.lists(st.sampled_from((*range(1, 16), "contracted", "ended", "annulled")), max_size=8))
def test_what_is_judged_right_is_recorded_in_whatever_order_records_are_annulled(drawn):
    history = after(*STEPS)
    again = {
        "contracted": STEPS[3].model_copy(update={"on": date(2024, 4, 1)}),
        "ended": STEPS[4].model_copy(update={"on": date(2024, 4, 1)}),
        "annulled": ANNULLED,
    }
    for one in drawn:
        event = again.get(one)
        if event is None:
            place = min(one, len(history.records)) - 1
            event = annulment(place + 1, history.records[place].event.by)
        if not certificate.judge(history, event, KEMEROVO).stops:
            history = certificate.advance(history, event, KEMEROVO)
            standing = [record.event for record in history.standing]
            assert after(*standing).state == history.state
            assert certificate.load(certificate.dump(history)) == history


def test_an_annulment_is_undone_by_who_made_it_and_the_record_counts_again():
    history = after(*STEPS, annulment(5))
    assert history.state == "contracted"
    for by, outcome in (("provider", HOLDS), ("education", UNKNOWN), ("consumer", VOID)):
        verdict = certificate.judge(history, annulment(6, by), KEMEROVO)
        assert (verdict.outcome, failing(verdict)) == (
            outcome,
            set() if outcome is HOLDS else {"lifecycle.annuller"},
        )
    assert certificate.advance(history, annulment(6), KEMEROVO).state == "formed"
    decision = Decision(by="head", on=LATER, reason="акт сверки")
    assert (
        certificate.advance(history, annulment(6, "education"), KEMEROVO, decision=decision).state == "formed"
    )


def test_an_annulment_is_not_undone_while_the_ground_of_its_record_is_out():
    history = after(*STEPS, annulment(5), annulment(4))
    with pytest.raises(Refused) as caught:
        certificate.advance(history, annulment(6), KEMEROVO)
    assert failing(caught.value.verdict) == {"lifecycle.left_standing"}
    (said,) = caught.value.verdict.reasons(VOID)
    assert said.facts["resting"] == (7,)
    history = certificate.advance(history, annulment(7), KEMEROVO)
    assert certificate.advance(history, annulment(6), KEMEROVO).state == "formed"


def test_an_annulment_is_not_undone_under_a_later_step_but_is_once_that_step_is_out():
    ended = STEPS[4].model_copy(update={"on": date(2024, 4, 1)})
    history = after(*STEPS, annulment(5), ended)
    verdict = certificate.judge(history, annulment(6), KEMEROVO)
    assert (verdict.outcome, failing(verdict)) == (VOID, {"lifecycle.left_standing"})
    history = certificate.advance(history, annulment(7), KEMEROVO)
    assert certificate.advance(history, annulment(6), KEMEROVO).state == "formed"
