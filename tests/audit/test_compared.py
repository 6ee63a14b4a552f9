"""What differs between two audits of the same lines: what appears, vanishes, changes."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from law189.audit.compared import FindingChange, compared, counted
from law189.audit.finding import Finding
from law189.audit.schemas import schema_of
from law189.facts import Frozen
from law189.law import Citation, Text
from law189.verdict import Outcome

WORDS = Text("…", "…")


def found(line=1, rule="forms.form", outcome=Outcome.VOID, value=1, address="p1", history="c1", cause=None):
    cites = (Citation("act", address, WORDS),)
    on, facts = date(2024, 1, 9), Frozen({"value": value})
    return Finding(history, "certificate", line, "formed", on, rule, outcome, WORDS, facts, cites, cause)


FINDINGS = st.lists(
    st.builds(
        found,
        line=st.integers(1, 3),
        rule=st.sampled_from(["forms.form", "roles.acting"]),
        outcome=st.sampled_from([Outcome.VOID, Outcome.BREACH]),
        value=st.integers(1, 2),
    ),
    max_size=6,
)


def changes(before, after):
    return [(one.change.value, one.finding.line) for one in compared(before, after)]


@pytest.mark.parametrize("other", [{"outcome": Outcome.BREACH}, {"value": 2}, {"address": "p2"}])
def test_one_that_says_otherwise_has_changed(other):
    [one] = compared([found()], [found(**other)])
    assert (one.change, one.before, one.after) == (FindingChange.CHANGED, found(), found(**other))


@pytest.mark.parametrize("other", [{"line": 2}, {"rule": "roles.acting"}, {"history": "c2"}])
def test_one_of_another_line_rule_or_case_is_another(other):
    assert {change for change, _ in changes([found()], [found(**other)])} == {"appeared", "vanished"}


def test_another_cause_alone_is_no_difference():
    assert not compared([found(line=2)], [found(line=2, cause=1)])


def test_of_several_by_one_rule_what_stayed_is_matched_first():
    [one] = compared([found(value=1), found(value=2)], [found(value=3), found(value=1)])
    assert one.before == found(value=2)
    assert one.after == found(value=3)


@given(FINDINGS, FINDINGS)
def test_the_two_sides_change_places(before, after):
    turned = {"appeared": "vanished", "vanished": "appeared", "changed": "changed"}
    there, back = counted(compared(before, after)), counted(compared(after, before))
    assert {turned[change]: count for change, count in there.items()} == back
    assert there["appeared"] - there["vanished"] == len(after) - len(before)


@given(FINDINGS)
def test_nothing_differs_from_itself(findings):
    assert not compared(findings, findings)
    assert not compared(findings, reversed(findings))


@given(FINDINGS, FINDINGS)
def test_each_difference_is_as_its_schema_says(before, after):
    schema = Draft202012Validator(schema_of("audit-difference"))
    for one in compared(before, after):
        assert not list(schema.iter_errors(one.as_json()))
