"""The law of one line without force: put anywhere, it takes no other finding away and is no cause of it.

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
from law189.audit.causes.rested import TAKES_AWAY
from law189.audit.parts import audit_parts
from law189.casebook.cycles import CYCLES
from law189.casebook.dependants import dependants
from law189.casebook.states import GONE
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
ENDS = (terminated(), excluded(), cut(0), *fulfilled("k2"), terminated(on="2024-03-11"), gone("c2"))
BEGINS = ("offered", "concluded", "formed", "included")
"""The steps without which a case is not in force; where one of them is void, that is told, and no more."""
OTHERS = {"contract": "education"}
"""Who takes no step of a case of that lifecycle; of any other one a consumer."""


def void(history, lifecycle, kind, **facts):
    return lambda on: line(history, lifecycle, kind, on, OTHERS.get(lifecycle, "consumer"), **facts)


ASIDE = (
    void("k1", "contract", "moved", group="2"),
    void("k2", "contract", "moved", group="2"),
    void("agreement", "agreement", "advance_paid", roubles="100.00"),
    void("k1", "contract", "resumed", reason="ошибка"),
    void("c1", "certificate", "resumed", reason="ошибка"),
    lambda on: annulled("agreement", "agreement", 1, on, "consumer"),
    lambda on: annulled("k1", "contract", 1, on, "consumer"),
    lambda on: annulled("entry", "selection", 2, on, "consumer"),
)
"""Steps that whoever takes them has no force to take, and that leave what the record says of the case as it is."""
LEADING = (
    void("agreement", "agreement", "terminated", ground="расторжение", because="заявление"),
    void("agreement", "agreement", "completed"),
    void("entry", "selection", "excluded", ground="own-request", because="заявление"),
    void("c1", "certificate", "annulled", reason="ошибка", ground="own-request"),
    void("k1", "contract", "suspended", reason="ошибка"),
    void("k1", "contract", "terminated", rendered=volume(10), because="заявление"),
    void("order", "order", "cancelled", reason="ошибка", begun=False),
)
DAYS = (
    "2024-01-10",
    "2024-02-01",
    "2024-02-20",
    "2024-03-11",
    "2024-04-10",
    "2024-04-11",
    "2024-05-31",
    "2024-06-20",
)
ends = st.sets(st.sampled_from(range(len(ENDS))), max_size=3).map(
    lambda some: [ENDS[at] for at in sorted(some)]
)


def numbered(lines, *more):
    """The lines by their days, with tens for numbers, so that one of `more` put among them renumbers none."""
    placed = [*enumerate(sorted(lines, key=lambda one: one.event.on), start=1)]
    found = [(10 * at, one) for at, one in placed]
    for number, one in enumerate(more, start=1):
        found.append((10 * sum(other.event.on <= one.event.on for other in lines) + number, one))
    return sorted(found, key=lambda one: one[0])


def audited(lines):
    """The findings, and the cases that the book tells of as having no ground."""
    asked, found = Audit(PROFILE), []
    for number, one in in_time(lines):
        try:
            found += asked.take(number, one)
        except FaultyInput:
            continue
    day = max(one.event.on for _, one in lines)
    found += asked.standing(day)
    rests = {(one.history, one.text.en) for one in found if one.rule == RESTS}
    without = {(one.history.id, one.verdict.text.en) for one in dependants(asked.shelf, day)}
    void = {one.history for one in found if one.kind in BEGINS and one.outcome is Outcome.VOID}
    assert rests <= without
    assert {history for history, _ in without - rests} <= void
    return found


def said(found, but):
    """What is found beside the step at that line, and why; a case without a ground is told at its latest line."""
    return sorted(
        (
            one.history,
            0 if one.rule == RESTS else one.line,
            one.rule,
            str(one.outcome),
            one.text.en,
            one.cause or 0,
        )
        for one in found
        if one.rule == RESTS or one.line != but
    )


@settings(max_examples=size(60, 1000))
@given(some=ends, step=st.sampled_from(ASIDE), on=st.sampled_from(DAYS))
def test_a_void_line_that_leaves_the_record_as_it_is_changes_no_other_finding(some, step, on):
    before, lines = audited(numbered([*TOWN, *some])), numbered([*TOWN, *some], step(on))
    after, new = audited(lines), new_in(lines)
    assert any(one.line == new and one.outcome is Outcome.VOID for one in after), [step(on), after]
    assert said(after, new) == said(before, new)


@settings(max_examples=size(60, 1000))
@given(some=ends, step=st.sampled_from(LEADING), on=st.sampled_from(DAYS))
def test_what_follows_from_a_void_line_was_no_first_cause_without_it(some, step, on):
    before, lines = audited(numbered([*TOWN, *some])), numbered([*TOWN, *some], step(on))
    after, new = audited(lines), new_in(lines)
    first = {meant(one) for one in before if one.cause is None}
    same = {told(one) for one in after if one.line == new}
    for one in after:
        if one.cause == new and told(one) not in same:
            assert meant(one) not in first, one
    if any(one.line == new and one.rule == STATE for one in after):  # it is no record of the case
        assert [one for one in said(after, new) if one[-1] != new] == [
            one
            for one in said(before, new)
            if one[:-1] not in {two[:-1] for two in said(after, new) if two[-1] == new}
        ]


def told(one):
    """What a finding says of its case: a later one that says the same follows from it, by whichever line."""
    return one.history, one.rule, str({name: fact for name, fact in one.facts.items() if name != "on"})


def meant(one):
    """Of what the finding is: of its step, or of the case on which its case rests."""
    of = (str(one.facts["ground"]), one.facts["named"]) if one.rule == RESTS else one.line
    return one.history, one.rule, one.outcome, of


def new_in(lines):
    return next(number for number, _ in lines if number % 10)


@settings(max_examples=size(12, 200))
@given(
    some=ends,
    steps=st.lists(st.sampled_from((*ASIDE, *LEADING)), min_size=1, max_size=3),
    on=st.sampled_from(DAYS),
)
def test_a_void_line_is_told_alike_in_parts(some, steps, on):
    lines = numbered([*TOWN, *some], *(step(on) for step in steps))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(parts, "FEW", 1)
        several = [str(one) for one in audit_parts(lines, PROFILE, memory=1)]
    assert several == [str(one) for one in audit(lines, PROFILE)]


def test_every_step_by_which_a_case_ends_may_be_why_nothing_rests_on_it():
    for name, states in GONE.items():
        into = (one for one in CYCLES[name].clauses if one.target in states and states.isdisjoint(one.source))
        steps = {one.event for one in into}
        assert steps, name
        assert steps <= TAKES_AWAY, name


# ─── By hand, from the words of docs/howto/audit.md ──────────────────────────────────────────────────────


def rests(lines):
    """Each case that is told to have lost its ground, with the line of the cause."""
    return {one.history: one.cause for one in audited([*enumerate(lines, start=1)]) if one.rule == RESTS}


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
    after = line("agreement", "agreement", "act_drawn", "2024-05-02", "consumer", number="9", since="2024-03-01",
                 until="2024-03-31", rendered=[{"service": "x", "unit": "person-hours", "amount": 1}])  # fmt: skip
    assert rests([*TOWN, LEADING[0]("2024-04-20")]) == {"k1": ended, "k2": ended}
    assert rests([*TOWN, LEADING[0]("2024-04-20"), after]) == {"k1": ended, "k2": ended}


def test_a_case_in_force_by_a_void_step_alone_is_told_by_that_step_and_no_more():
    lines = [*TOWN, terminated()]
    at = next(
        place for place, one in enumerate(lines) if one.history == "k1" and one.event.kind == "concluded"
    )
    lines[at] = lines[at].model_copy(update={"event": lines[at].event.model_copy(update={"by": "education"})})
    assert rests(lines) == {"k2": None}
    assert rests([*lines, ASIDE[0]("2024-04-20")]) == {"k2": None}


def test_a_step_refused_by_its_state_follows_from_no_void_step_that_is_beside_the_point():
    lines = [
        *TOWN,
        ASIDE[0]("2024-02-20"),
        line("k1", "contract", "resumed", "2024-03-01", "provider", reason="болезнь"),
    ]
    [refused] = [one for one in audited([*enumerate(lines, start=1)]) if one.rule == STATE]
    assert (refused.line, refused.cause) == (len(lines), None)


def test_a_case_that_was_not_concluded_is_not_so_because_of_a_void_step_that_would_not_have_concluded_it():
    drafted, *_ = agreed()
    named = [
        one.model_copy(update={"refers_to": {**one.refers_to, "agreement": "С-1"}}) for one in contracted()
    ]
    town = [*ordered(), *included(), drafted, *certified()]
    for more in ([], [ASIDE[2]("2024-01-20")]):
        found = audited([*enumerate([*town, *more, *named], start=1)])
        [missed] = [one for one in found if one.rule == "reconciliation.case_named"]
        assert (missed.cause, "из-за строки" in missed.text.ru) == (None, False), missed
    stopped = [*agreed()][2]
    found = audited([*enumerate([*town, stopped, *named], start=1)])
    [missed] = [one for one in found if one.rule == "reconciliation.case_named"]
    assert missed.cause == len(town) + 1
