"""The summary of an audit counts what came, first causes apart from what follows, and keeps nothing else."""

import tracemalloc
from datetime import date

import pytest
from books import PROFILE, certified, line, ordered, town
from jsonschema import Draft202012Validator

from law189.audit.bulk import audit
from law189.audit.finding import Finding
from law189.audit.schemas import schema_of
from law189.audit.summary import AuditCount, FileRead
from law189.facts import Frozen
from law189.law import Citation, Text
from law189.profile.loader import load_profile
from law189.report.findings import tell_alike, tell_summary
from law189.verdict import Outcome

CITE = Citation("kemerovo-2993", "app3.p5", Text("п. 5", "item 5"))


def found(
    line=1, outcome=Outcome.VOID, cause=None, rule="forms.form", kind="formed", on="2024-01-31", cites=(CITE,)
):
    words = Text("…", "…")
    return Finding(
        "c1", "certificate", line, kind, date.fromisoformat(on), rule, outcome, words, Frozen(), cites, cause
    )


def told(*findings, steps=(), on=None):
    tally = AuditCount(on)
    for number, one in enumerate(steps, start=1):
        tally.read(number, one)
    for one in findings:
        tally.found(one)
    return tally.summary(seconds=0)


def test_first_causes_are_counted_by_each_and_what_follows_apart():
    steps = [*town(), *certified("c2", number="К-2")]
    answers = [*audit(enumerate(steps, start=1), PROFILE)]
    summary = told(*answers, steps=steps)
    assert (summary.events, summary.histories, summary.findings) == (14, 5, 1)
    assert summary.outcomes == {"void": 1}
    assert summary.by_rule == {"reconciliation.certificates_once": 1}
    assert summary.by_kind == {"certificate.formed": 1}
    assert summary.by_body == {"education": 1}
    assert summary.by_month == {"2024-01": {"void": 1}}
    assert summary.following.findings == 0
    assert summary.bad


def test_a_line_of_a_later_day_that_was_annulled_by_then_is_counted():
    """A day of the future, a misprint, is known on the day on which it is annulled."""
    applied, registered, formed = certified("c2", number="К-2")
    late = formed.model_copy(update={"event": formed.event.model_copy(update={"on": date(2042, 1, 10)})})
    undone = line(
        "c2", "certificate", "record_annulled", "2024-01-11", "education", record=3, reason="описка"
    )
    other = line("c3", "certificate", "suspended", "2024-02-11", "education", reason="отъезд")
    steps = [*enumerate([*town(), applied, registered, late, undone, formed, other], start=1)]
    tally, on = AuditCount(date(2024, 1, 31)), date(2024, 1, 31)
    for number, one in steps:
        tally.read(number, one)
    answers = [*audit(steps, PROFILE, on=on, later=tally.known)]
    for one in answers:
        tally.found(one)
    summary = tally.summary(seconds=0)
    assert (summary.events, summary.histories, summary.later) == (len(steps) - 1, 5, 1)
    assert sum(summary.by_body.values()) == summary.findings > 0


def test_what_follows_is_in_no_count_of_first_causes():
    summary = told(found(), found(line=2, cause=1, outcome=Outcome.BREACH))
    assert (summary.findings, summary.outcomes) == (1, {"void": 1})
    assert summary.following == (1, {"breach": 1}, {"forms.form": 1})


def test_the_counts_add_up_to_the_first_causes():
    """Each first cause is once in each count but that of provisions, which may be several or none."""
    profile = load_profile("kemerovo")  # no act is adopted
    steps = [*ordered(), *certified(), *certified("c2", number="К-1")]
    answers = [*audit(enumerate(steps, start=1), profile)]
    summary = told(*answers, steps=steps)
    assert summary.findings + summary.following.findings == len(answers)
    for count in (summary.outcomes, summary.by_rule, summary.by_kind, summary.by_body):
        assert sum(count.values()) == summary.findings
        assert list(count.values()) == sorted(count.values(), reverse=True) or count is summary.outcomes
    assert sum(sum(of.values()) for of in summary.by_month.values()) == summary.findings
    assert summary.by_provision.keys() == summary.labels.keys()


def test_a_finding_counts_once_for_a_provision_that_it_names_twice():
    assert told(found(cites=(CITE, CITE))).by_provision == {"kemerovo-2993/app3.p5": 1}


def test_a_case_that_rests_on_another_has_no_step_of_its_own():
    assert told(found(kind="")).by_kind == {"certificate": 1}


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("order-1", "ordеr-1"),
        ("ordеr-1", "order-1"),
        ("Ж-1", "ж-1"),
        ("о 1", "о1"),
        ("a-1", "A-1"),
        ("К-1", "K-1"),
    ],
)
def test_an_id_that_looks_like_an_earlier_one_is_told_once(first, then):
    tally = AuditCount()
    step = next(iter(town()))
    for number, history in enumerate((first, "other", then, first, then), start=1):
        tally.read(number, step.model_copy(update={"history": history}))
    summary = tally.summary(seconds=0)
    assert (summary.histories, dict(summary.alike)) == (3, {then: 3})
    for lang in ("ru", "en"):
        [told] = tell_alike(summary.alike, lang)
        assert then in told
        assert told in [*tell_summary(summary, lang)]


def test_ids_that_differ_in_what_is_seen_are_not_told():
    tally = AuditCount()
    for number, history in enumerate(("1/2", "1-2", "12", "а-1", "б-1", "A-2"), start=1):
        tally.read(number, next(iter(town())).model_copy(update={"history": history}))
    assert tally.summary(seconds=0).alike == {}


def test_lines_of_a_later_day_do_not_count():
    steps = [*town(), line("order", "order", "closed", "2025-01-31", "education")]
    assert told(steps=steps, on=date(2024, 12, 31)).events == len(steps) - 1


def test_unknown_alone_is_not_bad_and_a_fault_is():
    assert not told(found(outcome=Outcome.UNKNOWN)).bad
    assert told(found(outcome=Outcome.UNKNOWN), found(line=2, cause=1)).bad
    tally = AuditCount()
    tally.fault()
    assert tally.summary(seconds=0).bad


def test_the_summary_is_as_its_schema_says():
    tally = AuditCount()
    tally.found(found())
    tally.found(found(line=2, cause=1))
    files = (FileRead("a.jsonl", 1, 2),)
    whole = {"summary": tally.summary(seconds=1.23456, files=files, interrupted=True).as_json()}
    assert not list(Draft202012Validator(schema_of("audit-summary")).iter_errors(whole))
    assert whole["summary"]["seconds"] == 1.235
    assert whole["summary"]["files"] == [{"name": "a.jsonl", "first": 1, "lines": 2}]


def test_a_hundred_thousand_findings_take_no_more_than_one():
    tally, one = AuditCount(), found()
    tally.found(one)
    tracemalloc.start()
    try:
        for _ in range(100_000):
            tally.found(one)
            tally.fault()
        assert tracemalloc.get_traced_memory()[0] < 20_000
    finally:
        tracemalloc.stop()
    assert tally.summary(seconds=0).findings == 100_001
