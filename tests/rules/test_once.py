"""Numbers, records and certificates that many cases may not have twice, and limits of an act."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.law import Text
from law189.measures import Unit
from law189.profile.loader import load_profile
from law189.rules.reconciliation.once import (
    born_alike,
    certificates_once,
    number_alike,
    number_once,
    record_once,
    registered_alike,
    within_limit,
)
from law189.verdict import Outcome

HOLDS, BREACH, UNKNOWN, VOID = Outcome
WHAT = Text("номер договора", "number of the contract")
IDS = st.lists(st.text("abc17", min_size=1), max_size=4)
CITE = load_profile("kemerovo").latest.cite("189-fz/art20.part1")
COUNTS, AMOUNTS = st.integers(0, 50), st.integers(0, 5000).map(Decimal)


@given(IDS)
def test_a_number_is_used_once(others):
    verdict = number_once("5", WHAT, others)
    assert verdict.outcome is (VOID if others else HOLDS)
    assert verdict.facts == {"number": "5", "what": WHAT, "others": tuple(others)}


@given(IDS)
def test_a_provider_is_in_the_register_once_for_a_service(others):
    verdict = record_once("4205000009", ["1"], others)
    assert verdict.outcome is (VOID if others else HOLDS)
    assert verdict.facts == {"provider": "4205000009", "services": ("1",), "others": tuple(others)}


@given(IDS, st.integers(1, 4))
def test_a_consumer_has_no_more_live_certificates_than_the_act_allows_and_one_where_it_is_silent(
    others, most
):
    verdict = certificates_once("17", ["1"], others, most, CITE)
    assert verdict.outcome is (VOID if len(others) + 1 > most else HOLDS)
    assert verdict.cites == (CITE,)
    assert verdict.facts == {"consumer": "17", "services": ("1",), "others": tuple(others), "allowed": most}


@given(COUNTS, AMOUNTS, st.none() | COUNTS, st.none() | AMOUNTS)
def test_the_certificates_of_a_period_keep_within_both_limits_of_the_act(count, amount, most, most_amount):
    verdict = within_limit(
        count,
        amount,
        Unit.PERSON_HOURS,
        CITE,
        period=Text("год", "the year"),
        most_certificates=most,
        most_amount=most_amount,
    )
    beyond = (most is not None and count > most) or (most_amount is not None and amount > most_amount)
    assert verdict.outcome is (VOID if beyond else HOLDS)
    assert verdict.cites == (CITE,)


LIMITED = within_limit(
    3,
    Decimal("72.5"),
    Unit.PERSON_HOURS,
    period=Text("2024 год", "2024"),
    most_certificates=2,
    most_amount=None,
)


@pytest.mark.parametrize(
    ("verdict", "ru", "en"),
    [
        (
            number_once("5", WHAT, ["17"]),
            "Указан номер договора 5; другие дела с этим номером: 17.",
            "Given is the number of the contract 5; other cases of this number: 17.",
        ),
        (
            certificates_once("17", ["1"], ["К-1"], 1),
            "Потребитель (дело 17), услуги: 1; другие неоконченные сертификаты на них: К-1; допускается: 1.",
            (
                "The consumer of the file 17, services: 1; other certificates for them that are not over: К-1; "
                "allowed: 1."
            ),
        ),
        (
            LIMITED,
            "За 2024 год сертификатов с этим: 3, объём (человеко-часов): 72,5; предусмотрено: 2; любой объём.",
            "In 2024 certificates with this one: 3, volume (person-hours): 72.5; provided for: 2; any volume.",
        ),
    ],
)
def test_the_sentences_say_both_values(verdict, ru, en):
    assert (verdict.text.ru, verdict.text.en) == (ru, en)


@given(IDS, st.booleans())
def test_a_number_that_only_looks_like_another_is_for_a_person_to_tell_apart(others, latin):
    verdict = number_alike("К-1", WHAT, others, latin=latin)
    assert verdict.outcome is (UNKNOWN if others else HOLDS)
    assert verdict.facts["others"] == tuple(others)
    assert ("латинские" in verdict.text.ru) is (latin and bool(others))


@given(IDS)
def test_what_records_say_of_one_person_is_alike(others):
    days = [(date(2014, 2, 3), one) for one in others]
    born, told = born_alike("17", date(2014, 2, 2), days), registered_alike("4205000009", "1", others)
    assert [(one.ru, one.en) for one in born.facts["others"]] == [
        (f"03.02.2014 ({one})", f"2014-02-03 ({one})") for one in others
    ]
    assert born.outcome is told.outcome is (UNKNOWN if others else HOLDS)
    assert [ask.path for ask in (*born.asks, *told.asks)] == (
        ["event.recipient.born", "event.provider.ogrn"] if others else []
    )
