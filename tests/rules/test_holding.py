"""A certificate and the contracts that hold parts of it: what they take, what they leave, when they have ended."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.extracts import ContractExtract, Recipient
from law189.measures import Unit, Volume
from law189.rules.certificates import holding, leaving
from law189.rules.certificates.holding import Holding, ended, of_certificate
from law189.rules.certificates.leaving import returned, spent
from law189.verdict import Outcome, Rule

SERVICE = "804200О.99.0.ББ52АЖ48000"
HOLDS, UNKNOWN, VOID = Outcome.HOLDS, Outcome.UNKNOWN, Outcome.VOID


def hours(amount):
    return Volume(amount=amount, unit="person-hours")


def contract(**facts):
    step = {
        "as_of": "2024-03-02",
        "number": "5",
        "provider": "4205000009",
        "certificate": "C-17",
        "service": SERVICE,
        "volume": hours(72),
        "concluded_on": "2024-02-02",
    }
    return ContractExtract(**{**step, **facts})


# ─── The contract that takes the certificate ─────────────────────────────────────────────────────────────

FORMED_ON, UNTIL = date(2024, 1, 12), date(2024, 12, 31)


@pytest.mark.parametrize(
    ("facts", "on", "outcome"),
    [
        ({}, date(2024, 3, 2), HOLDS),
        ({"certificate": "C-18"}, date(2024, 3, 2), VOID),
        ({"certificate": None}, date(2024, 3, 2), VOID),
        ({"concluded_on": "2024-01-11"}, date(2024, 3, 2), VOID),
        ({"concluded_on": "2024-01-12"}, date(2024, 3, 2), HOLDS),
        ({"concluded_on": "2024-03-02"}, date(2024, 3, 2), HOLDS),
        ({"concluded_on": "2024-03-03", "as_of": "2024-03-03"}, date(2024, 3, 2), VOID),
        ({"concluded_on": "2024-03-03"}, date(2024, 3, 4), VOID),
        ({"concluded_on": "2024-12-31", "as_of": "2025-01-09"}, date(2025, 1, 9), HOLDS),
        ({"concluded_on": "2025-01-01", "as_of": "2025-01-09"}, date(2025, 1, 9), VOID),
    ],
    ids=[
        "its own",
        "another certificate",
        "no certificate",
        "before it was formed",
        "on the day it was formed",
        "on the day of the step",
        "after the step",
        "after its own extract",
        "on the last day, told later",
        "after the last day",
    ],
)
def test_a_contract_takes_the_certificate_only_while_it_is_live_and_free(facts, on, outcome):
    said = of_certificate(contract(**facts), "C-17", FORMED_ON, UNTIL, on)
    assert said.outcome is outcome


# ─── The contract that held it ends ──────────────────────────────────────────────────────────────────────

HELD = contract()
OVER = {"ended_on": "2024-03-02", "rendered": hours(20)}


@pytest.mark.parametrize(
    ("facts", "on", "outcome"),
    [
        (OVER, "2024-03-02", HOLDS),
        (OVER, "2024-03-05", HOLDS),
        (OVER, "2024-03-01", VOID),
        ({**OVER, "as_of": "2024-03-01"}, "2024-03-05", VOID),
        ({}, "2024-03-05", VOID),
        ({**OVER, "number": "6"}, "2024-03-05", VOID),
        ({**OVER, "provider": "4205000016"}, "2024-03-05", VOID),
        ({**OVER, "certificate": "C-18"}, "2024-03-05", VOID),
        ({**OVER, "rendered": None}, "2024-03-05", UNKNOWN),
        ({**OVER, "rendered": None, "number": "6"}, "2024-03-05", VOID),
        ({**OVER, "rendered": hours(0)}, "2024-03-05", HOLDS),
    ],
    ids=[
        "on the day",
        "later",
        "not yet",
        "an extract that foretells it",
        "still running",
        "another number",
        "another provider",
        "another certificate",
        "nobody says how much",
        "another number, nobody says how much",
        "nothing rendered",
    ],
)
def test_the_certificate_is_free_again_when_the_contract_that_held_it_has_ended(facts, on, outcome):
    said = ended(contract(**facts), HELD, date.fromisoformat(on))
    assert said.outcome is outcome
    assert (said.outcome is UNKNOWN) == ("укажите в выписке: оказано (contract.rendered)" in said.text.ru)


@given(st.decimals(0, 1000, places=2), st.sampled_from(Unit))
def test_what_is_left_either_returns_or_is_used_up(amount, unit):
    outcomes = {returned(amount, unit).outcome, spent(amount, unit).outcome}
    assert outcomes == {HOLDS, VOID}
    assert spent(amount, unit).outcome is (HOLDS if amount == 0 else VOID)


# ─── What contracts take and leave ───────────────────────────────────────────────────────────────────────

ANOTHER_SERVICE = "804200О.99.0.ББ52АЖ72000"
WHOLE = Holding("C-17", (SERVICE, ANOTHER_SERVICE), hours(144), FORMED_ON, UNTIL, left=hours(144).amount)
CHILD = Recipient(file="17", born="2014-05-01")
SECOND = contract(number="6", service=ANOTHER_SERVICE, volume=hours(50))


def test_two_contracts_hold_parts_and_each_gives_back_what_it_did_not_use():
    shared = WHOLE.taking(HELD).taking(SECOND)
    assert (shared.balance, shared.taken, shared.shared) == (hours(22), (SERVICE, ANOTHER_SERVICE), True)
    assert shared.some_free().outcome is shared.last_one().outcome is VOID
    alone = shared.returning(contract(**OVER), date(2024, 3, 5))
    assert (alone.balance, alone.running, alone.shared) == (hours(74), (SECOND,), False)
    assert alone.some_free().outcome is alone.last_one().outcome is HOLDS


def test_a_service_is_free_since_the_last_contract_on_it_ended():
    ended_on = WHOLE.taking(HELD).returning(contract(**OVER), date(2024, 3, 5))
    told_of_no_day = WHOLE.taking(HELD).returning(contract(rendered=None), date(2024, 3, 5))
    assert ended_on.free_since(SERVICE) == date(2024, 3, 2)
    assert told_of_no_day.free_since(SERVICE) == date(2024, 3, 5)
    assert ended_on.free_since(ANOTHER_SERVICE) == FORMED_ON


def test_nothing_goes_back_where_nobody_says_how_much_was_rendered():
    after = WHOLE.taking(HELD).returning(contract(ended_on="2024-03-02"), date(2024, 3, 2))
    assert (after.balance, after.running) == (hours(72), ())


def test_an_extract_that_shows_no_running_contract_is_held_against_the_latest():
    shared = WHOLE.taking(HELD).taking(SECOND)
    assert shared.held_by(contract(number="№ 5")) is HELD
    assert shared.held_by(contract(number="7")) is SECOND


def test_the_extract_shows_the_latest_running_contract_and_every_service_taken():
    shared = WHOLE.taking(HELD).taking(SECOND)
    for held, number, taken, balance in (
        (WHOLE, None, (), 144),
        (WHOLE.taking(HELD), "5", (SERVICE,), 72),
        (shared, "6", (SERVICE, ANOTHER_SERVICE), 22),
        (shared.taking(contract(number="7", volume=hours(2))), "7", (SERVICE, ANOTHER_SERVICE, SERVICE), 20),
        (shared.returning(contract(number="6", **OVER), date(2024, 3, 5)), "5", (SERVICE,), 52),
    ):
        shown = held.shown(date(2024, 3, 5), CHILD, None)
        assert (shown.contract, shown.taken, shown.balance) == (number, taken, hours(balance))
        assert (shown.number, shown.services, shown.nominal) == ("C-17", WHOLE.services, hours(144))
        assert (shown.formed_on, shown.valid_until, shown.ended_on) == (FORMED_ON, UNTIL, None)
    assert WHOLE.shown(date(2024, 3, 5), CHILD, date(2024, 3, 1)).ended_on == date(2024, 3, 1)


@pytest.mark.parametrize(
    ("rendered", "goes_back", "used_up"),
    [
        (20, (HOLDS, HOLDS), (HOLDS, VOID)),
        (72, (HOLDS, VOID), (HOLDS, HOLDS)),
        (0, (HOLDS, HOLDS), (HOLDS, VOID)),
        (73, (VOID,), (VOID,)),
        (None, (), ()),
    ],
    ids=["a part", "all", "nothing", "more than it held", "not recorded"],
)
def test_a_contract_that_ends_leaves_what_it_did_not_use_and_is_asked_only_where_that_is_known(
    rendered, goes_back, used_up
):
    taken_whole = WHOLE._replace(left=hours(72).amount).taking(HELD)
    shown = contract(ended_on="2024-03-02", rendered=None if rendered is None else hours(rendered))
    for told, wanted in (
        (taken_whole.goes_back(shown, date(2024, 3, 5)), goes_back),
        (taken_whole.used_up(shown, date(2024, 3, 5)), used_up),
    ):
        over, same, *left = told
        assert over.outcome is (UNKNOWN if rendered is None else HOLDS)
        assert same.outcome is HOLDS
        assert tuple(verdict.outcome for verdict in left) == wanted


def test_while_another_contract_runs_what_one_leaves_decides_nothing():
    shared = WHOLE._replace(left=hours(122).amount).taking(HELD).taking(SECOND)
    shown = contract(ended_on="2024-03-02", rendered=hours(72))
    rules = [verdict.rule for verdict in shared.goes_back(shown, date(2024, 3, 5))]
    assert rules == ["certificates.contract_ended", "contracts.same_contract", "volumes.rendered"]


def test_every_rule_says_why_its_consequence_is_assumed_and_speaks_both_languages():
    rules = [value for value in (*vars(holding).values(), *vars(leaving).values()) if isinstance(value, Rule)]
    assert {rule.code for rule in rules} == {
        "certificates.of_certificate",
        "certificates.contract_ended",
        "certificates.returned",
        "certificates.spent",
    }
    for rule in rules:
        assert rule.assumed is not None
        for text in (rule.text, rule.unknown or rule.text, rule.assumed):
            assert text.ru.endswith(".")
            assert text.en.endswith(".")
