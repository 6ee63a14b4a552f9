"""Zero is a value: what a rule compares as 0 is told as 0 in both languages, and not as something left out.

Law: no place of any rule takes the number 0 for the lack of a fact: it shows «0», or has words of its own for it.
"""

from datetime import date
from decimal import Decimal
from string import Formatter

import pytest

from law189.law import Citation, Text
from law189.measures import Unit, Volume
from law189.profile.parameters import Consumers
from law189.rules import RULES
from law189.rules.certificates.consumers import of_age_group
from law189.telling import Told

ITEM = Citation("x", "p1", Text("п. 1", "item 1"))
HOURS = Unit("person-hours")


def places():
    """Every place of every rule that has words, with the rule and the language."""
    for rule in RULES:
        for text in (rule.text, rule.unknown):
            for lang in ("ru", "en") if text is not None else ():
                for _, name, words, _ in Formatter().parse(text[lang]):
                    if name is not None and words:
                        yield rule.code, name, lang, words


def shows(zero, lang, words):
    said = format(Told(zero, lang), words)
    return "0" in said or (words.count("|") > 1 and said == words.split("|")[1])


@pytest.mark.parametrize("zero", [0, Decimal(0), Decimal("0.00")])
def test_no_place_takes_zero_for_the_lack_of_a_fact(zero):
    hides = [one for one in places() if "…" in one[3] or "|" not in one[3] if not shows(zero, one[2], one[3])]
    assert hides == []


def test_a_child_in_its_first_year_is_of_the_ages_from_zero():
    told = of_age_group(date(2024, 1, 9), date(2024, 2, 1), Consumers(age_from=0, age_to=3), ITEM).text
    assert "на 01.02.2024: 0;" in told.ru
    assert "от 0 до 3 включительно" in told.ru
    assert "from 0 to 3 inclusive" in told.en


def test_a_limit_of_no_certificates_is_not_told_as_any_number():
    rule = next(rule for rule in RULES if rule.code == "reconciliation.within_limit")
    facts = {"period": "2024", "certificates": 1, "amount": 5, "unit": "ч", "elsewhere": None}
    told = rule.judge(False, **facts, most_certificates=0, most_amount=None).text
    assert "предусмотрено: 0;" in told.ru
    assert "provided for: 0;" in told.en


def test_an_exhausted_certificate_has_a_balance_of_zero():
    before, after = Volume(amount=Decimal(5), unit=HOURS), Volume(amount=Decimal(6), unit=HOURS)
    rule = next(rule for rule in RULES if rule.code == "contract_changes.covers_more")
    told = rule.judge(
        False,
        unit=HOURS.text,
        before=before.amount,
        after_unit=HOURS.text,
        after=after.amount,
        needed=Decimal(1),
        balance=Decimal(0),
    ).text
    assert "его остаток — 0." in told.ru
    assert "its balance: 0." in told.en


def test_a_deviation_of_zero_is_told_as_permitted_zero():
    rule = next(rule for rule in RULES if rule.code == "volumes.reported_shares")
    facts = {"service": "1", "way": "с", "unit": "ч", "ordered": 5, "achieved": 6, "deviation": 1}
    assert "процентов: 0;" in rule.judge(False, **facts, permitted=Decimal(0)).text.ru
    assert "процентов: не установлено;" in rule.judge(False, **facts, permitted=None).text.ru
