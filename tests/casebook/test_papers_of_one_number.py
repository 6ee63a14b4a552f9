"""Of two things that have one number, or one place, each is asked of by itself: papers, records, days, orders."""

from collections import deque
from datetime import date

import pytest
from books import PROFILE, agreed, certified, contracted, fulfilled, included, line, ordered, taking, town
from scenes import act, annulled

from law189.audit.bulk import Audit, audit, audit_cases
from law189.cases.history import Decision
from law189.verdict import Outcome


@pytest.mark.parametrize("number", ["А-1", "1", "№ 1"])
@pytest.mark.parametrize("decided", [False, True])
def test_a_decision_on_an_act_decides_no_claim_of_the_same_number(number, decided):
    drawn = act(number, "2024-02-01", "2024-05-31", 72, "2024-06-03")
    if decided:
        by = Decision(by="глава города", on=date(2024, 6, 3), reason="так решено")
        drawn = drawn.model_copy(update={"decision": by})
    claimed = line(
        "agreement",
        "agreement",
        "claimed",
        "2024-09-03",
        "provider",
        number="1",
        since="2024-08-01",
        until="2024-08-31",
        roubles="100.00",
        acts=[],
    )
    verdict = taking(town(), contracted(), fulfilled(), [drawn]).judge(claimed)
    asked = [one.outcome for one in verdict.walk() if one.rule == "reconciliation.claim_served"]
    assert asked == [Outcome.UNKNOWN]


def meeting(history, opened, record):
    """A meeting opened on the day, and one of its records called an error on the next day after it was convened."""
    quorum = ["chair", "deputy", "member-1", "member-2", "member-3"]
    return [
        line(history, "meeting", "convened", "2023-09-29", "chair", held_on="2023-10-02"),
        line(history, "meeting", "opened", opened, "chair", present=quorum),
        annulled(history, "meeting", record, "2023-10-03", "chair"),
    ]


def test_an_annulment_without_force_keeps_that_of_another_case_in_force():
    """Records of a book are numbered by their cases: the third of each is another one."""
    void, own = meeting("A", "2023-10-02", 1), meeting("B", "2024-10-02", 2)
    day = date(2023, 12, 31)

    def told(*lines):
        rows = Audit(PROFILE)
        for number, one in enumerate(lines, 1):
            deque(rows.take(number, one), maxlen=0)
        found = audit_cases([*rows.book.cases()], PROFILE, on=day)
        return [one for one in found if one.history == "B"]

    assert told(*own) == told(*void, *own)
    assert {"meeting.day"} <= {one.rule for one in told(*own)}


def test_an_order_that_is_a_draft_or_is_cancelled_bears_no_refusal_out():
    steps = list(ordered(number="2024/1"))
    cancelled = line("order", "order", "cancelled", "2024-01-09", "education", reason="отменён", begun=False)
    refused = line(
        "c9",
        "certificate",
        "recipient_refused",
        "2024-01-11",
        "education",
        ground="limit-exhausted",
        because="объём исчерпан",
    )
    told = []
    for orders in (steps[:1], steps, [*steps, cancelled]):
        verdict = taking(orders, list(certified("c9", number="К-9", file="99"))[:1]).judge(refused)
        told.append([one.outcome for one in verdict.walk() if one.rule == "reconciliation.exhausted"])
    assert told == [[], [Outcome.VOID], []]


def test_what_rests_on_an_agreement_is_told_since_when_it_ended():
    stated = {"ground": "agreement-of-parties", "because": "соглашение сторон"}
    ended = line("agreement", "agreement", "terminated", "2024-03-01", "education", **stated)
    later = act("А-1", "2024-02-01", "2024-02-29", 10, "2024-04-05")
    found = []
    for more in ((), (later,)):
        lines = [*ordered(), *included(), *agreed(), *certified(), *contracted(), ended, *more]
        rows = enumerate(sorted(lines, key=lambda one: one.event.on), 1)
        told = [
            one for one in audit(rows, PROFILE, on=date(2024, 4, 30)) if one.rule == "reconciliation.rests_on"
        ]
        found.append({one.facts["since"] for one in told if one.history == "k1"})
    assert found == [{date(2024, 3, 1)}] * 2
