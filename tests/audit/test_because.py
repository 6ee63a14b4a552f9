"""Law: what follows from a void step of a contract names its line: in one book, and in parts of it."""

import pytest
from books import PROFILE, agreed, certified, contracted, fulfilled, included, line, ordered
from scenes import act, reported

from law189.audit import parts
from law189.audit.bulk import audit
from law189.audit.finding import Finding
from law189.audit.parts import audit_parts
from law189.casebook.shelf import MemoryShelf
from law189.casebook.taking import judged
from law189.verdict import Outcome

REPORT, STATE = "reconciliation.report_agrees", "lifecycle.state"
TOWN = (*ordered(), *included(), *agreed(), *certified(nominal=144), *contracted())
EXPIRED = line("c1", "certificate", "expired", "2025-01-09", "education")


def found(steps, monkeypatch):
    """The findings of the steps in the order of their days, the same in one book and in parts."""
    lines = [*enumerate(sorted(steps, key=lambda one: one.event.on), start=1)]
    whole = [*audit(lines, PROFILE)]
    monkeypatch.setattr(parts, "FEW", 1)
    several = [*audit_parts(lines, PROFILE, memory=1)]
    assert [one.as_json() for one in several] == [one.as_json() for one in whole]
    assert all(isinstance(one, Finding) for one in whole)
    return whole


def of(told, rule, kind=None):
    return [one for one in told if one.rule == rule and kind in (None, one.kind)]


def test_a_certificate_that_a_void_contract_holds_cannot_expire_because_of_it(monkeypatch):
    steps = [*TOWN, *contracted("k2", number="Д-2", on="2024-02-05"), *fulfilled(), EXPIRED]
    told = found(steps, monkeypatch)
    void = next(one for one in told if one.history == "k2" and one.outcome is Outcome.VOID)
    (expired,) = of(told, STATE, "expired")
    assert expired.cause == void.line


def test_a_certificate_that_could_not_expire_anyhow_is_a_first_cause(monkeypatch):
    """The first contract, which is right, still holds it."""
    steps = [*TOWN, *contracted("k2", number="Д-2", on="2024-02-05"), EXPIRED]
    (expired,) = of(found(steps, monkeypatch), STATE, "expired")
    assert expired.cause is None


PAPER = act("А-1", "2024-02-01", "2024-05-31", 72, "2024-05-31")


def test_a_report_that_differs_only_by_a_void_end_of_a_contract_follows_from_it(monkeypatch):
    told = found([*TOWN, PAPER, *fulfilled(rendered=73), reported(472, 72)], monkeypatch)
    over = next(one for one in told if one.history == "k1")
    (report,) = of(told, REPORT)
    assert (over.outcome, report.outcome, report.cause) == (Outcome.VOID, Outcome.UNKNOWN, over.line)
    assert report.facts["void"] == ("k1",)
    assert "шаги не имеют силы в делах: k1" in report.text.ru
    moved = line("k1", "contract", "moved", "2024-03-01", "nobody", group="2")
    told = found([*TOWN, PAPER, moved, *fulfilled(rendered=73), reported(472, 72)], monkeypatch)
    over = next(one for one in told if one.kind == "fulfilled" and one.outcome is Outcome.VOID)
    assert [one.cause for one in of(told, REPORT)] == [over.line], (
        "not from another void step of the contract"
    )


@pytest.mark.parametrize("rendered", [72, 73])
def test_a_report_that_is_wrong_whatever_the_contracts_gave_is_a_first_cause(rendered, monkeypatch):
    told = found([*TOWN, PAPER, *fulfilled(rendered=rendered), reported(600, 200)], monkeypatch)
    (report,) = of(told, REPORT)
    assert (report.outcome, report.cause, report.facts["void"]) == (Outcome.BREACH, None, ())


def test_a_contract_that_was_void_when_it_was_concluded_leaves_no_doubt_of_what_it_gave(monkeypatch):
    """Its end says how much was rendered, and is right: a report that says otherwise is a first cause."""
    second = contracted("k2", number="Д-2", on="2024-02-05", amount=36)
    steps = [*TOWN, *second, *fulfilled(), *fulfilled("k2", rendered=36), reported(500, 100)]
    told = found(steps, monkeypatch)
    assert {one.outcome for one in told if one.history == "k2" and one.kind == "concluded"} == {Outcome.VOID}
    (report,) = of(told, REPORT)
    assert (report.outcome, report.cause, report.facts["void"]) == (Outcome.BREACH, None, ())


def test_a_book_that_takes_no_void_step_tells_none():
    shelf = MemoryShelf()
    for step in (*TOWN, PAPER, *fulfilled()):
        shelf = shelf.with_cases(judged(shelf, step, PROFILE).cases)
    verdict = judged(shelf, reported(480, 80), PROFILE).verdict
    (report,) = (one for one in verdict.walk() if one.rule == REPORT)
    assert (report.outcome, report.facts["void"]) == (Outcome.BREACH, ())
