"""A reported value beside what was counted: alike, another one, not to be said."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.law import Text
from law189.profile.tallies import Counts
from law189.rules.indicators.tallies import HOLDER, SECTOR, Extent, told
from law189.verdict import Outcome

DAY = date(2024, 12, 31)
HOLDS, BREACH, UNKNOWN = Outcome.HOLDS, Outcome.BREACH, Outcome.UNKNOWN
UNITS = Counts(kind="providers")
SHARE = Counts(kind="providers-share", sectors=("non-state",))


def judged(reported, least, most=None, counts=UNITS, lacks=()):
    count = Extent(Fraction(least), Fraction(least if most is None else most), lacks)
    value = Decimal(reported) if isinstance(reported, str) else reported
    return told("app5.2.3", counts, count, DAY, value)


@pytest.mark.parametrize(
    ("reported", "least", "most", "outcome"),
    [
        ("3", 3, 3, HOLDS),
        ("3.0", 3, 3, HOLDS),
        ("4", 3, 3, BREACH),
        ("2", 3, 3, BREACH),
        ("2", 3, 5, BREACH),
        ("6", 3, 5, BREACH),
        ("3", 3, 5, UNKNOWN),
        ("4", 3, 5, UNKNOWN),
        (None, 3, 3, UNKNOWN),
        (True, 3, 3, UNKNOWN),
    ],
)
def test_a_number_is_the_count_or_another_one_or_cannot_be_told(reported, least, most, outcome):
    verdict = judged(reported, least, most, lacks=(SECTOR,))
    assert (verdict.rule, verdict.outcome) == ("indicators.counted", outcome)
    assert (verdict.facts["least"], verdict.facts["most"]) == (least, most)


@pytest.mark.parametrize(
    ("reported", "share", "outcome"),
    [
        ("33", "100/3", HOLDS),
        ("33.3", "100/3", HOLDS),
        ("33.33", "100/3", HOLDS),
        ("33.4", "100/3", BREACH),
        ("33.30", "100/3", BREACH),
        ("34", "100/3", BREACH),
        ("50", 50, HOLDS),
        ("50", "101/2", HOLDS),
        ("51", "101/2", HOLDS),
        ("50", "50.51", BREACH),
    ],
)
def test_per_cent_agree_to_half_of_the_last_digit_that_was_reported(reported, share, outcome):
    assert judged(reported, Fraction(share), counts=SHARE).outcome is outcome


def test_both_values_stand_in_the_sentence_in_both_languages():
    verdict = judged("40.5", Fraction(100, 3), counts=SHARE)
    assert "Сообщено: 40,5; посчитано на 31.12.2024: 33 1/3;" in verdict.text.ru
    assert "Reported: 40.5; counted on 2024-12-31: 33 1/3;" in verdict.text.en
    assert "от 1 до 2,5" in judged("2", 1, Fraction(5, 2), lacks=(SECTOR,)).text.ru
    assert "1/3" in judged("2", Fraction(1, 3)).text.ru


def test_what_is_missing_is_asked_for_and_nothing_else():
    assert judged("4", 3, 5, lacks=(SECTOR, HOLDER)).asks == (SECTOR, HOLDER)
    assert [ask.path for ask in judged(None, 3).asks] == ["indicator app5.2.3"]
    assert [ask.path for ask in told("a", UNITS, Text("нет дел", "no cases"), DAY, Decimal(1)).asks] == [
        "case.counted"
    ]
    acts = told("a", Counts(kind="acts"), Text("нет актов", "no acts"), DAY, Decimal(1))
    assert [ask.path for ask in acts.asks] == ["profile.adopted"]
    assert "нет актов" in acts.text.ru
    assert acts.facts["least"] is None


@given(st.fractions(0, 100), st.integers(0, 4))
def test_a_count_that_is_rounded_to_any_digit_agrees_with_itself(share, digits):
    for rounded in {int(share * 10**digits), -int(-share * 10**digits // 1)}:
        value = Decimal(rounded).scaleb(-digits)
        near = abs(Fraction(value) - share) * 2 <= Fraction(1, 10**digits)
        assert judged(value, share, counts=SHARE).outcome is (HOLDS if near else BREACH)


@pytest.mark.parametrize(
    ("reported", "seen", "why"),
    [
        (None, None, "значение не сообщено"),
        (True, True, "сообщено не число"),
        (False, False, "сообщено не число"),
        ("4.50", "4.50", "для точного счёта не хватает фактов"),
        ("9", "9", None),
    ],
)
def test_what_was_reported_is_seen_as_it_was_and_why_it_is_not_compared_is_said(reported, seen, why):
    verdict = judged(reported, 3, 5, lacks=(SECTOR,))
    assert (verdict.facts["reported"], type(verdict.facts["reported"])) == (seen, type(seen))
    assert ("сравнить нельзя" in verdict.text.ru) is (why is not None)
    assert why is None or f"сравнить нельзя: {why}." in verdict.text.ru


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Fraction(0), "0"),
        (Fraction(1, 3), "1/3"),
        (Fraction(7, 3), "2 1/3"),
        (Fraction(1, 2), "0.5"),
        (Fraction(10), "10"),
        (Fraction(1234567, 1000000), "1.234567"),
        (Fraction(1, 10**7), "1/10000000"),
    ],
)
def test_a_count_is_told_in_decimals_of_at_most_six_digits_and_else_as_a_fraction(count, words):
    assert Extent(count, count).text.en == words
    assert Extent(count, count).text.ru == words.replace(".", ",")
    assert Extent(count, count + 20).text.en.startswith(f"from {words} to ")


@pytest.mark.parametrize(
    ("least", "most", "exact"),
    [
        (2, 2, Decimal(2)),
        (1, 2, None),
        (Fraction(1, 3), Fraction(1, 3), None),
        (Fraction(1, 8), Fraction(1, 8), Decimal("0.125")),
    ],
)
def test_a_count_is_one_number_where_nothing_is_missing_and_a_decimal_writes_it(least, most, exact):
    assert Extent(Fraction(least), Fraction(most)).exact == exact
