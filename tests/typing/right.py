"""What an embedder writes: every line passes `mypy --strict` and pyright, and nothing is ignored."""

from collections.abc import Iterator
from datetime import date
from typing import Any, assert_type

from law189 import (
    Decision,
    Edition,
    History,
    Lifecycle,
    MeetingRecord,
    Outcome,
    Profile,
    Record,
    RecordAnnulled,
    Refused,
    Verdict,
    agreement,
    certificate,
    contract,
    judge_record,
    load_profile,
    meeting,
    order,
    selection,
)
from law189.audit.indicators import indicators_on
from law189.audit.plan import ItemOnDay, plan_on
from law189.cases.lifecycle import Attached, Duty, Option
from law189.extracts import CertificateExtract, OrderExtract
from law189.workflows import LIFECYCLES

DAY = date(2024, 1, 10)
profile: Profile = load_profile("kemerovo")
edition: Edition = profile.on(DAY)

# ─── Every lifecycle begins with a history of its own events ─────────────────────────────────────────────

assert_type(meeting.lifecycle.begin("1"), History[meeting.MeetingEvent])
assert_type(order.lifecycle.begin("1"), History[order.OrderEvent])
assert_type(selection.lifecycle.begin("1"), History[selection.SelectionEvent])
assert_type(agreement.lifecycle.begin("1"), History[agreement.AgreementEvent])
assert_type(certificate.lifecycle.begin("1"), History[certificate.CertificateEvent])
assert_type(contract.lifecycle.begin("1"), History[contract.ContractEvent])

# ─── A step is judged, recorded, annulled; the history stays of its kind ─────────────────────────────────

history = certificate.lifecycle.begin("17")
step = certificate.RecipientRegistered(on=DAY, by="education", record="17")
error = RecordAnnulled(on=DAY, by="education", record=1, reason="описка в дате")
verdict = certificate.lifecycle.judge(history, step, profile)
assert_type(verdict, Verdict)
stops: bool = verdict.outcome is Outcome.VOID


def recorded(decision: Decision | None) -> History[certificate.CertificateEvent] | Refused:
    """The history with the step in it, or why it has none."""
    try:
        after = certificate.lifecycle.advance(history, step, profile, decision=decision, expected_version=0)
    except Refused as refused:
        return refused
    return certificate.lifecycle.advance(after, error, profile)


assert_type(certificate.lifecycle.known_on(history, DAY), History[certificate.CertificateEvent])
assert_type(history.as_of(DAY), History[certificate.CertificateEvent])
saved: dict[str, Any] = certificate.lifecycle.dump(history)
assert_type(certificate.lifecycle.load(saved), History[certificate.CertificateEvent])

# ─── What a history holds ────────────────────────────────────────────────────────────────────────────────

assert_type(history.records, tuple[Record[certificate.CertificateEvent], ...])
assert_type(history.the(certificate.Formed), certificate.Formed)
assert_type(history.events(certificate.Contracted), Iterator[certificate.Contracted])
for record in history.records:
    assert_type(record.event, certificate.CertificateEvent | RecordAnnulled)
    match record.event:
        case certificate.Formed() as formed:
            assert_type(formed, certificate.Formed)
        case RecordAnnulled(record=number):
            assert_type(number, int)
        case _:
            pass
assert_type(certificate.extract(history, DAY), CertificateExtract)
assert_type(order.extract(order.lifecycle.begin("1"), DAY), OrderExtract)

# ─── Looking forward; an object of one's own ─────────────────────────────────────────────────────────────

assert_type(certificate.lifecycle.options(history, profile, DAY), tuple[Option, ...])
assert_type(certificate.lifecycle.due(history, profile, DAY), tuple[Duty, ...])


class Row:
    """A row of the embedder's own."""

    status: str | None = None


followed = certificate.lifecycle.attach(Row(), "status", history)
assert_type(followed, Attached[certificate.CertificateEvent])
assert_type(followed.advance(step, profile), History[certificate.CertificateEvent])

# ─── Where the lifecycle is known only when the program runs ─────────────────────────────────────────────

CYCLES: dict[str, Lifecycle[Any]] = {cycle.name: cycle for cycle in LIFECYCLES}


def advanced(name: str, case: History[Any], facts: dict[str, Any]) -> History[Any]:
    """The history of any lifecycle with the step that the facts describe."""
    cycle = CYCLES[name]
    return cycle.advance(case, cycle.events.validate_python(facts), profile)


def read(facts: dict[str, Any]) -> order.OrderEvent | RecordAnnulled:
    """An event of the order, by its `kind`."""
    return order.lifecycle.events.validate_python(facts)


# ─── What is judged as a whole ───────────────────────────────────────────────────────────────────────────

held = MeetingRecord(profile="kemerovo", held_on=DAY, present=("chair", "deputy"))
assert_type(judge_record(held, profile).verdicts, tuple[Verdict, ...])
assert_type(plan_on(profile, DAY), tuple[ItemOnDay, ...])
reported = [(one.indicator.id, one.verdict) for one in indicators_on(profile, {"app5.2.1": True}, DAY)]
