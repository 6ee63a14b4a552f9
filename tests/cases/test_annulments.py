"""Annulments in any order: what is judged right is recorded, and what rests on a record keeps it in."""

from datetime import date

import pytest
from cases_at_hand import FORMED_CERTIFICATE, FULL_TIME, HOLDS, KEMEROVO, UNKNOWN, VOID, failing, hours
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.audit.bulk import audit
from law189.audit.replay import Replay
from law189.casebook.line import LINE
from law189.cases.history import Decision, RecordAnnulled
from law189.errors import Refused
from law189.extracts import ContractExtract
from law189.workflows import certificate as c
from law189.workflows.certificate import lifecycle as certificate
from law189.workflows.order import lifecycle as order

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


@settings(max_examples=size(25, 60))
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


LINES = (
    {
        "service": FULL_TIME,
        "unit": "person-hours",
        "total": 100,
        "parts": [{"way": "municipal-task", "amount": 100}],
    },
)
DRAFT = {"kind": "drafted", "on": "2023-11-01", "number": "1", "year": 2024, "lines": LINES}
APPROVED = {"kind": "approved", "on": "2023-12-01", "document": {"form": "paper"}}
PUBLISHED = {"kind": "published", "on": "2023-12-05", "place": "budget-portal", "evidence": "1"}
TOO_EARLY = {"kind": "record_annulled", "on": "2023-12-04", "record": 3, "reason": "описка"}
SLIPPED = {**PUBLISHED, "on": "2042-12-05"}


def told(*steps, decision=None):
    head = {"history": "o", "lifecycle": "order", "by": "education"}
    lines = [LINE.validate_python({**head, **step}) for step in steps]
    if decision is not None:
        lines[-1] = lines[-1].model_copy(update={"decision": decision})
    return [*enumerate(lines, 1)]


@pytest.mark.parametrize("published", [PUBLISHED, SLIPPED])
@pytest.mark.parametrize("on", [None, date(2023, 12, 4), date(2023, 12, 5), date(2024, 1, 9)])
def test_an_annulment_before_the_day_of_its_record_has_one_answer_whoever_is_asked_and_of_what_day(
    published, on
):
    lines = told(DRAFT, APPROVED, published, TOO_EARLY)
    replay = Replay(KEMEROVO, "o.jsonl")
    steps = [replay.take(number, line) for number, line in lines]
    assert [step.verdict.outcome for step in steps] == [HOLDS, HOLDS, steps[2].verdict.outcome, UNKNOWN]
    assert failing(steps[3].verdict) == {"lifecycle.annulled_earlier"}
    found = [one for one in audit(lines, KEMEROVO, on=on) if one.line == 4]
    assert [(one.rule, one.outcome) for one in found] == [("lifecycle.annulled_earlier", UNKNOWN)]


@pytest.mark.parametrize("published", [PUBLISHED, SLIPPED])
def test_a_person_says_that_the_day_is_the_error_and_the_case_of_each_day_is_one_without_the_record(
    published,
):
    decision = Decision(by="head", on="2023-12-04", reason="описка в дне")
    history = order.begin("o")
    for _, line in told(DRAFT, APPROVED, published, TOO_EARLY, decision=decision):
        history = order.advance(history, line.event, KEMEROVO, decision=line.decision)
    assert history.state == "approved"
    again = order.advance(history, told({**PUBLISHED, "on": "2023-12-04"})[0][1].event, KEMEROVO)
    for day, state in ((date(2023, 12, 3), "approved"), (date(2023, 12, 4), "published")):
        assert order.known_on(again, day).state == state
    for day in (date(2023, 12, 4), date(2023, 12, 31), date(2050, 1, 1)):
        assert [*order.known_on(again, day).standing] == [*again.standing]
    assert order.load(order.dump(again)) == again


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
