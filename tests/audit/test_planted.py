"""A year in which more than forty kinds of faults are planted: each is told by its rule, and nothing else is."""

from collections import Counter

import pytest
from night import at_night
from planted import example, table, year

from law189.audit.bulk import audit
from law189.audit.finding import Finding
from law189.casebook.line import LINE
from law189.profile.loader import load_profile
from law189.rules import RULES

FOLLOWING = {"contract/k10"}
"""What is told of these cases follows from a step that was right: the provider was excluded as the law says."""
NO_ADDRESS = {"lifecycle.state", "orders.year_over", "volumes.reported"}
"""The rules here that name no provision, though one says so."""


@pytest.fixture(scope="module")
def profile(tmp_path_factory):
    path = tmp_path_factory.mktemp("planted") / "kemerovo.yaml"
    path.write_text(example.profile_text(), "utf-8")
    return load_profile(path)


@pytest.fixture(scope="module")
def rows(profile):
    return year(profile)


@pytest.fixture(scope="module")
def faults(rows):
    return list(table(rows))


def found(rows, profile):
    answers = [*audit([(n, LINE.validate_python(row)) for n, row in enumerate(rows, start=1)], profile)]
    assert all(isinstance(one, Finding) for one in answers)
    return answers


def counted(findings):
    """What does not change where other cases are added."""
    return Counter(
        (one.history, one.lifecycle, one.kind, one.rule, one.outcome, one.cause is None) for one in findings
    )


@pytest.fixture(scope="module")
def right(rows, profile):
    """The findings of the year in which nothing is planted."""
    return counted(found(rows, profile))


def told(one, findings):
    """The findings of the cases that the fault stands in: first causes, and what follows from another line."""
    cases = {row["history"] for row in one.lines}
    those = [finding for finding in findings if finding.history in cases]
    first = those if one.case in FOLLOWING else [finding for finding in those if finding.cause is None]
    return first, [finding for finding in those if finding not in first]


def is_told(one, findings, rows):
    first, after = told(one, findings)
    assert {(finding.history, finding.rule) for finding in first} == {
        (one.case, rule) for rule in one.rules
    }, (
        one.what,
        [(finding.history, finding.kind, finding.rule, finding.text.ru) for finding in first],
    )
    for finding in after:  # what follows follows from a line of the same fault
        assert rows[finding.cause - 1]["history"] in {row["history"] for row in one.lines}, one.what
    if one.said != "—" and not NO_ADDRESS & {*one.rules}:
        assert one.said in {cite.id for finding in first for cite in finding.cites}, one.what


def test_the_lean_year_has_the_findings_of_the_year(profile, right):
    whole = [dict(line) for line in example.play(profile).lines]
    assert counted(found(whole, profile)) == right


def test_there_are_more_than_forty_kinds_by_known_rules(faults):
    kinds = {
        (row["lifecycle"], one.rules) for one in faults for row in one.lines if row["history"] == one.case
    }
    assert len(kinds) > 40
    assert {rule for one in faults for rule in one.rules} <= {rule.code for rule in RULES}
    cases = [row["history"] for one in faults for row in one.lines[:1]]
    assert len(cases) == len(set(cases)) == len({one.what for one in faults})


def test_every_fault_is_told_by_its_rule_and_none_is_invented(rows, faults, profile, right):
    all_rows = [*rows, *(row for one in faults for row in one.lines)]
    findings = found(all_rows, profile)
    for one in faults:
        is_told(one, findings, all_rows)
    planted = {row["history"] for one in faults for row in one.lines}
    assert counted(one for one in findings if one.history not in planted) == right


def test_each_fault_alone_is_told_alike(rows, faults, profile, right):
    """By day one of each lifecycle; beside the right year at night, by day beside the cases that it may need."""
    some = faults if at_night() else list({one.case.partition("/")[0]: one for one in faults}.values())
    for one in some:
        findings = found([*rows, *one.lines], profile)
        is_told(one, findings, [*rows, *one.lines])
        cases = {row["history"] for row in one.lines}
        assert counted(finding for finding in findings if finding.history not in cases) == right
