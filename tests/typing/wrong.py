"""What no embedder can hand in: mypy and pyright report each line marked `# wrong`, and no other line."""

from datetime import date
from typing import assert_type

from law189 import (
    History,
    MeetingRecord,
    RecordAnnulled,
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
from law189.audit.plan import plan_on

DAY = date(2024, 1, 10)
profile = load_profile("kemerovo")
edition = profile.on(DAY)
history = certificate.lifecycle.begin("17")
step = certificate.RecipientRegistered(on=DAY, by="education", record="17")
approved = order.Approved(on=DAY, by="education")
held = MeetingRecord(profile="kemerovo", held_on=DAY, present=("chair",))

# a step of another lifecycle
certificate.lifecycle.advance(history, approved, profile)  # wrong
certificate.lifecycle.judge(history, approved, profile)  # wrong
order.lifecycle.judge(order.lifecycle.begin("1"), step, profile)  # wrong
meeting.lifecycle.judge(meeting.lifecycle.begin("1"), approved, profile)  # wrong
selection.lifecycle.judge(selection.lifecycle.begin("1"), approved, profile)  # wrong
agreement.lifecycle.judge(agreement.lifecycle.begin("1"), approved, profile)  # wrong
contract.lifecycle.judge(contract.lifecycle.begin("1"), approved, profile)  # wrong
certificate.lifecycle.attach(object(), "status", history).advance(approved, profile)  # wrong

# a history of another lifecycle
certificate.lifecycle.advance(order.lifecycle.begin("1"), step, profile)  # wrong
certificate.lifecycle.options(order.lifecycle.begin("1"), profile, DAY)  # wrong
certificate.lifecycle.due(order.lifecycle.begin("1"), profile, DAY)  # wrong
certificate.lifecycle.as_of(order.lifecycle.begin("1"), DAY)  # wrong
certificate.lifecycle.attach(object(), "status", order.lifecycle.begin("1"))  # wrong
certificate.lifecycle.dump(order.lifecycle.begin("1"))  # wrong
certificate.extract(order.lifecycle.begin("1"), DAY)  # wrong
order.extract(history, DAY)  # wrong
kept: History[order.OrderEvent] = certificate.lifecycle.begin("1")  # wrong

# an edition or a name where the profile is needed
certificate.lifecycle.advance(history, step, edition)  # wrong
certificate.lifecycle.judge(history, step, "kemerovo")  # wrong
certificate.lifecycle.options(history, edition, DAY)  # wrong
judge_record(held, "kemerovo")  # wrong
plan_on(edition, DAY)  # wrong
indicators_on("kemerovo", {})  # wrong

# a text for a day, a number for an id, a mapping for an event, an event's class for an event
certificate.lifecycle.options(history, profile, "2024-01-10")  # wrong
profile.on("2024-01-10")  # wrong
certificate.lifecycle.begin(17)  # wrong
certificate.lifecycle.judge(history, {"kind": "formed"}, profile)  # wrong
certificate.lifecycle.judge(history, certificate.Formed, profile)  # wrong
certificate.lifecycle.judge(None, step, profile)  # wrong

# a fact that the event does not have, is without, or holds as something else
order.Approved(on=DAY, by="education", number="1")  # wrong
order.Approved(on=DAY)  # wrong
RecordAnnulled(on=DAY, by="education", record="1", reason="описка")  # wrong
history.the("formed")  # wrong
assert_type(history.the(certificate.Formed), certificate.Used)  # wrong
