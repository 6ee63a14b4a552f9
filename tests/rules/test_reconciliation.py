"""What cases say of each other: extracts, reports, licences, and what a case rests on."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.law import Text
from law189.measures import Unit
from law189.profile.loader import load_profile
from law189.rules.reconciliation import (
    Between,
    already_taken,
    case_named,
    extract_agrees,
    licence_runs,
    report_agrees,
    rests_on,
)
from law189.verdict import Outcome

HOLDS, BREACH, UNKNOWN, VOID = Outcome
ON = date(2024, 2, 1)
HOURS = Unit.PERSON_HOURS
CERTIFICATE, BALANCE = Text("социальный сертификат", "social certificate"), Text("остаток", "balance")
CITE = load_profile("kemerovo").latest.whole
AMOUNTS = st.integers(0, 30).map(Decimal)


@given(st.integers(0, 3), st.integers(0, 3))
def test_an_extract_that_differs_from_its_case_is_a_breach_with_both_values(handed, held):
    verdict = extract_agrees(CERTIFICATE, "К-1", ON, fact=BALANCE, handed=handed, case="17", held=held)
    assert verdict.outcome is (HOLDS if handed == held else BREACH)
    assert (verdict.facts["handed"], verdict.facts["held"]) == (handed, held)


def test_the_sentence_of_an_extract_names_the_fact_and_the_case():
    verdict = extract_agrees(CERTIFICATE, "К-1", ON, fact=BALANCE, handed=None, case="17", held=ON)
    assert verdict.text.ru == (
        "Социальный сертификат № К-1, «остаток» на 01.02.2024: в приложенной выписке — не указано; в деле 17 — "
        "01.02.2024."
    )
    assert verdict.text.en == (
        "Social certificate К-1, «balance» on 2024-02-01: the extract handed in says nothing; the case 17 says "
        "2024-02-01."
    )


@given(st.integers(-40, 40))
def test_a_licence_runs_to_its_last_day(days):
    verdict = licence_runs("4205000009", "Л-1", ON, ON + timedelta(days), CITE)
    assert verdict.outcome is (VOID if days > 0 else HOLDS)
    assert verdict.cites == (CITE,)


YEAR = (date(2024, 1, 1), date(2024, 12, 31))


@given(AMOUNTS, st.none() | AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS)
def test_a_report_says_what_the_cases_say(reported, told, rendered, unsure, others):
    between = Between(rendered, rendered + unsure)
    verdict = report_agrees("1", HOURS, reported, told, between, others, YEAR)
    said, most = (reported, between.most + others) if told is None else (told, between.most)
    possible = UNKNOWN if unsure or (told is None and others) else HOLDS
    expected = possible if rendered <= said <= most else BREACH
    assert verdict.outcome is expected
    assert verdict.facts["most"] == (between.most if unsure else None)
    assert (verdict.facts["since"], verdict.facts["until"]) == YEAR


@given(st.integers(-40, 40))
def test_a_case_rests_on_what_stands(days):
    verdict = rests_on(
        Text("договор", "contract"),
        "5",
        ON,
        ground=CERTIFICATE,
        named="К-1",
        state=Text("аннулирован", "annulled"),
        since=ON + timedelta(days),
    )
    assert verdict.outcome is (HOLDS if days > 0 else BREACH)


def test_a_linked_step_that_stands_already_holds():
    verdict = already_taken(ON, "5")
    assert verdict.outcome is HOLDS
    assert verdict.facts == {"on": ON, "case": "5"}


@pytest.mark.parametrize("rendered", [Decimal(0), Decimal(5)])
def test_a_report_that_cannot_be_checked_asks_for_a_decision(rendered):
    verdict = report_agrees("1", HOURS, Decimal(5), None, Between(rendered, rendered), Decimal(9), YEAR)
    assert verdict.outcome is UNKNOWN
    assert [ask.path for ask in verdict.asks] == ["decision"]


@pytest.mark.parametrize("cases", [(), ("a",), ("a", "b")])
def test_a_case_that_is_named_and_shows_nothing_is_told_with_what_to_add(cases):
    verdict = case_named("provider", "17", dict.fromkeys(cases, Text("соглашение: проект есть", "drafted")))
    assert verdict.outcome is Outcome.UNKNOWN
    assert [ask.path for ask in verdict.asks] == ["event.provider"]
    assert ("дела с этим номером нет" in verdict.text.ru) is (not cases)
    assert all(f"{one} (соглашение: проект есть)" in verdict.text.ru for one in cases)
    assert verdict.facts["cases"] == cases


@pytest.mark.parametrize("near", [None, {}, {"17-А": Text("заказ: проект есть", "order: drafted")}])
def test_a_case_like_the_one_that_is_named_is_told_where_there_is_one(near):
    verdict = case_named("order", "17", {}, near)
    assert (verdict.outcome, [ask.path for ask in verdict.asks]) == (UNKNOWN, ["event.order"])
    assert ("похожее дело есть: 17-А (заказ: проект есть);" in verdict.text.ru) is bool(near)
    assert ("a case like it is there: 17-А (order: drafted);" in verdict.text.en) is bool(near)
    assert ("near" in verdict.facts) is bool(near)
