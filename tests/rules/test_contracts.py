"""The last day of a contract, and the contract that an extract shows when it ends."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.extracts import ContractExtract
from law189.measures import Volume
from law189.profile.loader import load_profile
from law189.rules.contracts import (
    fulfilled_in_time,
    last_one,
    same_contract,
    service_free,
    some_free,
    terminated_in_time,
    within_agreement,
)
from law189.verdict import Outcome, Verdict

LETTER, DIGIT, OTHER = "804200О.99.0.ББ52АЖ48000", "8042000.99.0.ББ52АЖ48000", "804200О.99.0.ББ52АЕ11000"
CITE = load_profile("kemerovo").latest.cite("189-fz/art22.part2")
DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31))
HOLDS, BREACH, UNKNOWN, VOID = Outcome


def hours(amount):
    return Volume(amount=amount, unit="person-hours")


HELD = ContractExtract(
    as_of="2024-02-02",
    number="5",
    provider="4205000009",
    certificate="C-17",
    service=LETTER,
    volume=hours(72),
    concluded_on="2024-02-02",
)


def shown(**facts):
    ended = {"as_of": "2024-05-31", "ended_on": "2024-05-31", "rendered": hours(72)}
    return ContractExtract(**{**HELD.model_dump(), **ended, **facts})


@given(DAYS, st.integers(-400, 400))
def test_a_contract_runs_no_longer_than_the_agreement_that_pays_for_it(last_day, over):
    verdict = within_agreement(last_day + timedelta(over), last_day, CITE)
    assert verdict.outcome is (BREACH if over > 0 else HOLDS)
    assert verdict.cites == (CITE,)
    assert verdict.facts == {"ends_on": last_day + timedelta(over), "last_day": last_day}


@given(DAYS, st.integers(-400, 800))
def test_a_contract_fulfilled_after_its_last_day_is_late_by_so_many_days(ends_on, over):
    verdict = fulfilled_in_time(ends_on + timedelta(over), ends_on)
    assert verdict.outcome is (BREACH if over > 0 else HOLDS)
    assert verdict.facts["late"] == max(over, 0)
    assert f"late, calendar days: {max(over, 0)}." in verdict.text.en


def test_the_contract_that_holds_the_certificate_is_the_same_when_it_ends():
    assert same_contract(HELD, HELD).outcome is HOLDS
    assert same_contract(shown(), HELD).outcome is HOLDS
    without = HELD.model_copy(update={"certificate": None})
    assert same_contract(shown(certificate=None), without).outcome is HOLDS


@pytest.mark.parametrize(
    ("facts", "name", "values"),
    [
        ({"number": "6"}, "number", ("6", "5")),
        ({"provider": "4205000016"}, "provider", ("4205000016", "4205000009")),
        ({"certificate": "C-18"}, "certificate", ("C-18", "C-17")),
        ({"certificate": None}, "certificate", (None, "C-17")),
        ({"service": OTHER}, "service", (OTHER, LETTER)),
        ({"volume": hours(73)}, "volume", (hours(73).text, hours(72).text)),
        (
            {"volume": Volume(amount=72, unit="roubles")},
            "volume",
            (Volume(amount=72, unit="roubles").text, hours(72).text),
        ),
        ({"concluded_on": "2024-02-01"}, "day of conclusion", (date(2024, 2, 1), date(2024, 2, 2))),
    ],
)
def test_another_contract_is_void_and_both_values_are_told(facts, name, values):
    verdict = same_contract(shown(**facts), HELD)
    assert verdict.outcome is VOID
    assert [one.en for one in verdict.facts["differ"]] == [name]
    assert (verdict.facts["shown"], verdict.facts["held"]) == ((values[0],), (values[1],))
    assert Verdict.from_json(verdict.as_json()) == verdict


def test_a_contract_does_not_end_before_it_was_concluded():
    late = HELD.model_copy(update={"concluded_on": date(2024, 6, 3)})
    verdict = same_contract(shown(concluded_on="2024-05-01"), late)
    assert verdict.outcome is VOID
    assert [one.en for one in verdict.facts["differ"]] == [
        "day of conclusion",
        "ended before it was concluded",
    ]


def test_all_that_differs_is_told_at_once():
    verdict = same_contract(shown(number="6", volume=hours(1)), HELD)
    assert "differs from it in: number, volume; the extract has: 6, 1 person-hours; recorded is: 5, 72" in (
        verdict.text.en
    )


def test_the_sign_of_the_service_turns_on_reading_s1():
    said = same_contract(shown(service=DIGIT), HELD)
    strict = same_contract(shown(service=DIGIT), HELD, {"S1": "by_letter"})
    assert (said.outcome, strict.outcome) == (HOLDS, VOID)
    assert (said.reading.code, strict.reading.code) == ("S1", "S1")


def test_a_service_whose_number_does_not_read_leaves_it_open_unless_all_else_differs():
    latin = LETTER.replace("А", "A")
    verdict = same_contract(shown(service=latin), HELD)
    assert verdict.outcome is UNKNOWN
    assert "does not read; it has Latin letters" in verdict.text.en
    other = same_contract(shown(service=latin, number="6"), HELD)
    assert (other.outcome, [one.en for one in other.facts["differ"]]) == (VOID, ["number"])


# ─── The services of a certificate and the contracts that run ────────────────────────────────────────────


@given(DAYS, st.integers(-400, 800))
def test_a_contract_terminated_after_its_last_day_is_late_by_so_many_days(ends_on, over):
    verdict = terminated_in_time(ends_on + timedelta(over), ends_on)
    assert verdict.outcome is (BREACH if over > 0 else HOLDS)
    assert verdict.facts["late"] == max(over, 0)


@pytest.mark.parametrize(
    ("taken", "choices", "outcome", "reading"),
    [
        ((), {}, HOLDS, None),
        ((OTHER,), {}, HOLDS, None),
        ((OTHER, LETTER), {}, VOID, None),
        ((DIGIT,), {}, VOID, "S1"),
        ((DIGIT,), {"S1": "by_letter"}, HOLDS, "S1"),
        (("804200",), {}, UNKNOWN, None),
        (("804200", LETTER), {}, VOID, None),
    ],
    ids=["none", "another", "taken", "a digit", "by the letter", "unread", "taken and unread"],
)
def test_a_second_contract_on_a_service_waits_until_the_first_has_ended(taken, choices, outcome, reading):
    verdict = service_free(LETTER, taken, choices)
    assert (verdict.outcome, verdict.reading and verdict.reading.code) == (outcome, reading)
    assert verdict.facts["taken"] == taken
    assert verdict.facts["free"] is {HOLDS: True, VOID: False, UNKNOWN: None}[outcome]


@pytest.mark.parametrize(
    ("services", "taken", "choices", "outcome", "reading"),
    [
        ((LETTER,), (), {}, HOLDS, None),
        ((LETTER, OTHER), (LETTER,), {}, HOLDS, None),
        ((LETTER, OTHER), (OTHER,), {}, HOLDS, None),
        ((LETTER, OTHER), (OTHER, LETTER), {}, VOID, None),
        ((LETTER,), (DIGIT,), {}, VOID, "S1"),
        ((LETTER,), (DIGIT,), {"S1": "by_letter"}, HOLDS, "S1"),
        ((LETTER,), ("804200",), {}, HOLDS, None),
    ],
    ids=["none", "the second", "the first", "both", "a digit", "by the letter", "not surely taken"],
)
def test_a_certificate_has_a_free_service_until_each_is_surely_taken(
    services, taken, choices, outcome, reading
):
    verdict = some_free(services, taken, choices)
    assert (verdict.outcome, verdict.reading and verdict.reading.code) == (outcome, reading)
    assert verdict.facts == {"services": services, "taken": taken}


@pytest.mark.parametrize(("running", "outcome"), [((), HOLDS), (("5",), HOLDS), (("5", "6"), VOID)])
def test_a_certificate_is_used_when_the_last_contract_under_it_ends(running, outcome):
    verdict = last_one(running)
    assert (verdict.outcome, verdict.facts) == (outcome, {"running": running})
