"""The law of one line without force: put anywhere into a town, it takes no other finding away and is no cause of it.

What a void step leaves as it is in the record is found as it was without that step, with the same cause. Where the
record of the step leads on, what follows names its line only if it was no first cause before. And whatever stands
in the file, the cases in force without a ground are told of the file as the book itself tells them.
"""

import pytest
from books import PROFILE, agreed, certified, contracted, fulfilled, included, line, ordered, volume
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from scenes import act_of, annulled, cut, excluded, gone, reported, terminated

from law189.audit import parts
from law189.audit.bulk import Audit, audit, in_time
from law189.audit.parts import audit_parts
from law189.casebook.dependants import dependants
from law189.errors import FaultyInput
from law189.verdict import Outcome

RESTS, STATE = "reconciliation.rests_on", "lifecycle.state"
TOWN = (
    *ordered(),
    *included(),
    *agreed(),
    *certified(),
    *contracted(),
    *certified("c2", number="К-2", file="18"),
    *contracted("k2", number="Д-2", certificate="К-2"),
    act_of(2, 100),
    reported(500, 100),
)
ENDS = (terminated(), excluded(), cut(0), fulfilled("k2"), terminated(on="2024-03-11"), gone("c2", "2024-02-01"))
NOBODY = "nobody"


def void(history, lifecycle, kind, **facts):
    return lambda on: line(history, lifecycle, kind, on, NOBODY, **facts)


ASIDE = (
    void("k1", "contract", "moved", group="2"),
    void("k2", "contract", "moved", group="2"),
    void("agreement", "agreement", "advance_paid", roubles="100.00"),
    void("k1", "contract", "resumed"),
    void("c1", "certificate", "resumed"),
    lambda on: annulled("agreement", "agreement", 1, on, NOBODY),
    lambda on: annulled("k1", "contract", 2, on, NOBODY),
    lambda on: annulled("entry", "selection", 2, on, NOBODY),
)
"""Steps that whoever takes them has no force to take, and that leave what the record says of the case as it is."""
LEADING = (
    void("agreement", "agreement", "terminated", ground="расторжение", because="нет"),
    void("agreement", "agreement", "completed"),
    void("entry", "selection", "excluded", ground="own-request", because="нет"),
    void("c1", "certificate", "annulled", reason="нет", ground="own-request"),
    void("k1", "contract", "suspended", reason="нет"),
    void("k1", "contract", "terminated", rendered=volume(10), because="нет"),
    void("order", "order", "cancelled", reason="нет", begun=False),
)
DAYS = ("2024-01-10", "2024-02-01", "2024-02-20", "2024-03-11", "2024-04-10", "2024-04-11", "2024-05-31", "2024-06-20")
ends = st.sets(st.sampled_from(range(len(ENDS))), max_size=3).map(lambda some: [ENDS[at] for at in sorted(some)])


def numbered(lines):
    return in_time([*enumerate(lines, start=1)])


def audited(lines):
    """The findings, and the cases that the book tells of as having no ground."""
    asked, found = Audit(PROFILE), []
    for number, one in numbered(lines):
        try:
            found += asked.take(number, one)
        except FaultyInput:
            continue
    day = max(one.event.on for one in lines)
    found += asked.standing(day)
    return found, [(one.history.id, one.verdict.text) for one in dependants(asked.shelf, day)]


def said(found, but):
    """What is found beside the step at that line, and why; a case without a ground is told at its latest line."""
    return sorted(
        (one.history, 0 if one.rule == RESTS else one.line, one.rule, str(one.outcome), one.text.en, one.cause or 0)
        for one in found
        if one.rule == RESTS or one.line != but
    )


@settings(max_examples=size(30, 600))
@given(some=ends, step=st.sampled_from(ASIDE), on=st.sampled_from(DAYS))
def test_a_void_line_that_leaves_the_record_as_it_is_changes_no_other_finding(some, step, on):
    before, _ = audited([*TOWN, *some])
    after, told = audited([*TOWN, *some, step(on)])
    new = len(TOWN) + len(some) + 1
    assert any(one.line == new and one.outcome is Outcome.VOID for one in after)
    assert said(after, new) == said(before, new)
    assert sorted(told) == sorted((one.history, one.text) for one in after if one.rule == RESTS)


@settings(max_examples=size(30, 600))
@given(some=ends, step=st.sampled_from(LEADING), on=st.sampled_from(DAYS))
def test_what_follows_from_a_void_line_was_no_first_cause_without_it(some, step, on):
    before, _ = audited([*TOWN, *some])
    after, told = audited([*TOWN, *some, step(on)])
    new = len(TOWN) + len(some) + 1
    first = {(one.history, one.rule, of(one)) for one in before if one.cause is None}
    own = {one.rule for one in after if one.line == new and one.rule != RESTS}
    for one in after:
        if one.cause == new and one.rule not in own - {STATE}:
            assert (one.history, one.rule, of(one)) not in first, one
    if STATE in own:  # it is no record of the case
        assert said(after, new) == said(before, new)
    assert sorted(told) == sorted((one.history, one.text) for one in after if one.rule == RESTS)


def of(one):
    """Of what the finding is: of its step, or of the case on which its case rests."""
    return (str(one.facts["ground"]), one.facts["named"]) if one.rule == RESTS else one.line


@settings(max_examples=size(8, 100))
@given(some=ends, steps=st.lists(st.sampled_from((*ASIDE, *LEADING)), min_size=1, max_size=3), on=st.sampled_from(DAYS))
def test_a_void_line_is_told_alike_in_parts(some, steps, on):
    lines = [*enumerate([*TOWN, *some, *(step(on) for step in steps)], start=1)]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(parts, "FEW", 1)
        several = [str(one) for one in audit_parts(lines, PROFILE, memory=1)]
    assert several == [str(one) for one in audit(lines, PROFILE)]


# ─── By hand, from the words of docs/howto/audit.md ──────────────────────────────────────────────────────


def rests(lines):
    """Each case that is told to have lost its ground, with the line of the cause, which is of the last of the lines."""
    found, _ = audited(lines)
    return {one.history: one.cause for one in found if one.rule == RESTS}


def test_a_void_step_of_a_case_hides_nothing():
    assert rests([*TOWN, terminated()]) == {"k1": None, "k2": None}
    assert rests([*TOWN, terminated(), ASIDE[0]("2024-02-20")]) == {"k1": None, "k2": None}
    assert rests([*TOWN, excluded(), ASIDE[2]("2024-02-20")]) == {"agreement": None, "k1": None, "k2": None}


def test_a_void_step_of_a_ground_that_a_lawful_one_has_ended_is_no_cause():
    for step in (ASIDE[2], LEADING[0], LEADING[1], ASIDE[5]):
        assert rests([*TOWN, terminated(), step("2024-04-20")]) == {"k1": None, "k2": None}
    assert rests([*TOWN, excluded(), LEADING[2]("2024-04-20")])["k1"] is None


def test_a_void_step_that_ended_the_ground_is_the_cause_whatever_came_after():
    ended = len(TOWN) + 1
    after = line("agreement", "agreement", "act_drawn", "2024-05-02", NOBODY, number="9", since="2024-03-01",
                 until="2024-03-31", rendered=[{"service": "x", "unit": "person-hours", "amount": 1}])  # fmt: skip
    assert rests([*TOWN, LEADING[0]("2024-04-20")]) == {"k1": ended, "k2": ended}
    assert rests([*TOWN, LEADING[0]("2024-04-20"), after]) == {"k1": ended, "k2": ended}


def test_a_case_in_force_by_a_void_step_alone_follows_from_it():
    lines = [*TOWN, terminated()]
    at = next(place for place, one in enumerate(lines) if one.history == "k1" and one.event.kind == "concluded")
    lines[at] = lines[at].model_copy(update={"event": lines[at].event.model_copy(update={"by": NOBODY})})
    assert rests(lines) == {"k1": at + 1, "k2": None}


def test_a_step_refused_by_its_state_follows_from_no_void_step_that_is_beside_the_point():
    lines = [*TOWN, ASIDE[0]("2024-02-20"), line("k1", "contract", "resumed", "2024-03-01", "provider")]
    [refused] = [one for one in audited(lines)[0] if one.rule == STATE]
    assert (refused.line, refused.cause) == (len(lines), None)


def test_a_report_follows_from_the_void_step_that_says_how_much_was_rendered():
    told = line("k1", "contract", "fulfilled", "2024-05-31", NOBODY, act="А-1", rendered=volume(20))
    lines = [*TOWN, ASIDE[0]("2024-02-20"), told]
    [report] = [one for one in audited(lines)[0] if one.rule == "reconciliation.report_agrees"]
    assert report.cause == len(lines), report
