"""What a line that was not read would have given: whoever misses it later names that line as the cause."""

import json

import pytest
from books import (
    PROFILE,
    agreed,
    certified,
    contracted,
    fulfilled,
    included,
    line,
    ordered,
)
from cases_at_hand import FULL_TIME
from hypothesis import given
from hypothesis import strategies as st

from law189.audit import parts
from law189.audit.bulk import audit, read_steps
from law189.audit.causes.unread_cause import ASKS_FOR
from law189.audit.finding import Finding
from law189.audit.lines.not_read import NotRead, not_read
from law189.audit.lines.numbered import Traces
from law189.audit.parts import audit_parts
from law189.casebook.keys import By, number
from law189.errors import FaultyInput
from law189.rules import RULES

ACT = {"number": "А-1", "since": "2024-02-01", "until": "2024-02-29"}


def of_agreement(kind, on, by="education", **facts):
    return line("agreement", "agreement", kind, on, by, **facts)


def of_contract(kind, on, by="education", **facts):
    return line("k1", "contract", kind, on, by, **facts)


LIFE = (
    *ordered(),
    *included(),
    *agreed(),
    *certified(),
    line("c1", "certificate", "suspended", "2024-01-11", "education", reason="проверка"),
    line("c1", "certificate", "resumed", "2024-01-12", "education", reason="проверка окончена"),
    *contracted(amount=36),
    of_contract(
        "complained", "2024-02-20", "representative", matter="not-rendered", because="занятий не было"
    ),
    of_contract("answered", "2024-02-27", answer="занятия перенесены"),
    of_agreement("advance_paid", "2024-02-05", roubles="100.00"),
    of_agreement(
        "act_drawn",
        "2024-03-01",
        "provider",
        **ACT,
        rendered=[{"service": FULL_TIME, "unit": "person-hours", "amount": "20"}],
    ),
    of_agreement(
        "claimed", "2024-03-04", "provider", **{**ACT, "number": "Т-1"}, roubles="2000.00", acts=["А-1"]
    ),
    of_agreement("claim_paid", "2024-03-06", claim="Т-1", roubles="2000.00"),
    *fulfilled(rendered=36, on="2024-05-20"),
    *contracted("k2", number="Д-2", amount=36, on="2024-05-21"),
)


NAMES = {
    ("agreement", "drafted"): {"provider": "1", "order": "2024/1"},
    ("agreement", "concluded"): {"provider": "1"},
    ("certificate", "formed"): {"order": "2024/1"},
    ("contract", "concluded"): {"certificate": "К-1", "provider": "1", "agreement": "С-1"},
}
"""Which cases each step names."""
SUMS = ("reconciliation.acts_covered", "reconciliation.contracts_held")
"""What is told of sums of many cases: which of them was not read no single line says."""


@pytest.fixture(autouse=True)
def _in_parts_however_few(monkeypatch):
    """A life has few lines, which are audited at once otherwise."""
    monkeypatch.setattr(parts, "FEW", 0)


def row(one):
    told = {"history": one.history, "lifecycle": one.lifecycle, **one.event.model_dump(mode="json")}
    named = NAMES.get((one.lifecycle, one.event.kind))
    more = {"refers_to": named} if named else {}
    return {**{key: value for key, value in told.items() if value is not None}, **more}


ROWS = [row(one) for one in LIFE]


def told(tmp_path, rows, audited=audit):
    file = tmp_path / "life.jsonl"
    file.write_text("".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in rows), "utf-8")
    found = [one for one in audited(read_steps(file, PROFILE), PROFILE) if isinstance(one, Finding)]
    return [one for one in found if one.rule not in SUMS]


def in_parts(lines, profile):
    """The same in parts, to which what was not read is given as what is known of it."""
    known = ((at, not_read(at, one) if isinstance(one, FaultyInput) else one) for at, one in lines)
    return audit_parts(((at, one) for at, one in known if one is not None), profile, memory=1)


def test_the_life_is_right(tmp_path):
    assert [(one.line, one.text.ru) for one in told(tmp_path, ROWS)] == []


@pytest.mark.parametrize(
    "place", range(len(ROWS)), ids=lambda at: f"{ROWS[at]['history']}-{ROWS[at]['kind']}"
)
def test_every_finding_of_a_later_line_has_the_unread_line_as_its_cause(place, tmp_path):
    rows = [*ROWS]
    rows[place] = {**rows[place], "note": 1}
    found = told(tmp_path, rows)
    assert [(one.line, one.rule, one.text.ru) for one in found if one.cause is None] == []
    assert {one.cause for one in found} <= {place + 1, *(one.line for one in found)}
    assert told(tmp_path, rows, in_parts) == found


def test_a_case_that_stands_wrong_at_the_end_has_the_unread_line_of_its_own_end_as_its_cause(tmp_path):
    ended = [
        of_agreement("terminated", "2024-05-25", ground="agreement", because="по соглашению сторон"),
        *fulfilled("k2", rendered=36, on="2024-05-30"),
    ]
    rows = [*ROWS, *map(row, ended)]
    rows[-1] = {**rows[-1], "note": 1}
    found = told(tmp_path, rows)
    assert ("reconciliation.rests_on", len(rows)) in {(one.rule, one.cause) for one in found}
    assert told(tmp_path, rows, in_parts) == found


@pytest.mark.parametrize("key", ["lifecycle", "kind"])
def test_a_step_whose_word_was_misspelt_is_the_cause_too(key, tmp_path):
    place = next(
        at for at, one in enumerate(ROWS) if one["kind"] == "concluded" and one["history"] == "agreement"
    )
    rows = [*ROWS]
    rows[place] = {**rows[place], key: "conclded"}
    found = told(tmp_path, rows)
    assert found
    assert [(one.line, one.rule) for one in found if one.cause is None] == []


def test_another_document_is_not_the_one_that_is_missed(tmp_path):
    """The claim names an act that is nowhere; that another act was not read is not why."""
    rows = [*ROWS]
    at = next(at for at, one in enumerate(rows) if one["kind"] == "act_drawn")
    rows[at] = {**rows[at], "number": "А-9", "note": 1}
    [missed] = [one for one in told(tmp_path, rows) if one.rule == "payments.on_acts"]
    assert missed.cause is None


def test_a_finding_before_the_unread_line_is_no_consequence(tmp_path):
    early = of_contract("answered", "2024-02-10", answer="жалобы ещё не было")
    at = next(at for at, one in enumerate(ROWS) if one["kind"] == "complained")
    rows = [*ROWS[:at], row(early), {**ROWS[at], "note": 1}, *ROWS[at + 1 :]]
    found = [one for one in told(tmp_path, rows) if one.rule == "complaints.answered"]
    assert (found[0].line, found[0].cause) == (at + 1, None)


def test_the_rules_are_rules_of_the_library():
    assert set(ASKS_FOR) <= {rule.code for rule in RULES}


@given(st.permutations([7, 3, 12, 5]))
def test_of_several_lines_that_were_not_read_the_first_is_named_in_whatever_order_they_come(numbers):
    key, traces = number(By.ORDER, "2024/1"), Traces()
    for at in numbers:
        traces.unread(NotRead(at, f"order-{at % 2}", "order", None, key))
    assert [one.line for one in traces.unread_of("order-1")] == [3, 5, 7]
    assert traces.fault(key, (), (0, 1, 100)).line == 3
