"""What a sentence says of a bound is what the rule compares: a day that is included is told as included.

The cases are at the bound itself, where the two differ. Law: no Russian sentence or cure has «до» or «после» before
a fact, nor an English one «until» or «after», unless the rule leaves that day out; those that do are named.
"""

import re
from datetime import date

import pytest

from law189 import load_profile
from law189.law import Citation, Text
from law189.rules import RULES, minutes, orders
from law189.rules.agreements import funding, remainders
from law189.rules.orders import execution
from law189.rules.step.roles import of_age
from law189.rules.votes import poll_steps
from law189.verdict import Outcome

ITEM = Citation("x", "p1", Text("п. 1", "item 1"))
DAY, NEXT = date(2023, 10, 6), date(2023, 10, 7)
GROUP = load_profile("kemerovo").latest.working_group


def said(verdict):
    return " | ".join(part.text.ru + " " + part.text.en for part in verdict.walk())


def test_minutes_signed_on_the_day_of_the_meeting_are_told_the_bound_that_they_kept():
    verdict = minutes.signed("chair", DAY, "chair", DAY, GROUP)
    assert verdict.outcome is Outcome.HOLDS
    assert "не раньше дня заседания" in said(verdict)
    assert "no earlier than that day" in said(verdict)
    assert "after it" not in said(verdict)


@pytest.mark.parametrize("judged", [poll_steps.in_time(DAY, DAY), poll_steps.closed(DAY, DAY, full=False)])
def test_the_last_day_of_answers_is_told_as_one_on_which_they_are_taken(judged):
    assert judged.outcome is Outcome.HOLDS
    assert "Ответы принимали по 06.10.2023 включительно" in judged.text.ru
    assert "Answers were taken to 2023-10-06, that day included" in judged.text.en


def test_a_birth_that_is_not_recorded_is_not_told_to_be_after_the_step():
    verdict = of_age("representative", None, DAY, 14, ITEM)
    assert verdict.outcome is Outcome.HOLDS
    assert not re.search("позже|after", said(verdict))
    assert "Дата рождения потребителя: не указана" in verdict.text.ru


def test_the_age_of_a_child_in_its_first_year_is_told_as_zero():
    verdict = of_age("representative", DAY, NEXT, 14, ITEM)
    assert verdict.outcome is Outcome.HOLDS
    assert "полных лет на 07.10.2023: 0;" in verdict.text.ru
    assert "full years on 2023-10-07: 0;" in verdict.text.en


AT_THE_BOUND = {
    "events_told.come": ("не раньше него", "no sooner than it"),
    "funding.run_out": ("не раньше его последнего дня", "no sooner than on its last day"),
    "execution.period_over": ("не раньше последнего дня", "no sooner than on the last day"),
    "remainders.year_over": ("не раньше последнего дня года", "no sooner than on the last day of the year"),
    "orders.advice_held": ("не раньше дня заседания", "no sooner than on the day of the meeting"),
}


def test_a_step_on_the_very_day_holds_where_the_cure_names_that_day():
    assert funding.run_out(DAY, DAY).outcome is Outcome.HOLDS
    assert execution.period_over(DAY, DAY).outcome is Outcome.HOLDS
    assert remainders.year_over(2023, date(2023, 12, 31)).outcome is Outcome.HOLDS
    assert orders.advised("В", DAY, True, DAY, ITEM).outcome is Outcome.HOLDS


@pytest.mark.parametrize("code", AT_THE_BOUND)
def test_a_cure_names_the_day_that_the_rule_lets_in(code):
    rule = next(one for one in RULES if one.code == code)
    ru, en = AT_THE_BOUND[code]
    assert ru in rule.cure.ru
    assert en in rule.cure.en


def test_the_english_notice_says_that_more_days_are_right_too():
    rule = next(one for one in RULES if one.code == "dispatch.notice_days")
    assert "at least so many" in rule.text.en
    assert "at least so many" in rule.unknown.en


LEFT_OUT = {
    "indicators.determined": "the analysis of the plan is due «до» that day, and reading D1 says whether it counts",
    "reconciliation.acts_covered": "contracts that ended before the first day of the acts are left out",
    "reconciliation.of_contracts": "contracts that ended before the first day of the acts are left out",
    "forms.paper": "the event until which paper is let in, in the words of the decree",
    "forms.yet_on_paper": "the event until which paper is let in, in the words of the decree",
    "funding.term_of_order": "an agreement that runs on the days after that one: «после»",
    "consumers.age": "the last age, with «включительно» at the end of the sentence",
}
"""Rules whose sentence has «до» or «until» before a fact, and why that is what they compare."""
OPEN = re.compile(r"\b(?:до|после|until|after)(?: события)?:? (?:\{\w+\}|…)")


def test_no_sentence_has_an_open_bound_before_a_fact_but_those_that_leave_the_day_out():
    found = {
        rule.code
        for rule in RULES
        for text in (rule.text, rule.unknown, rule.cure)
        if text is not None and (OPEN.search(text.ru) or OPEN.search(text.en))
    }
    assert found == set(LEFT_OUT)
