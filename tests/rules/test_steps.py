"""A step leads from a state, a history goes forward, a record made in error is annulled, an office decides."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.law import Text
from law189.profile.parties import SPOKEN
from law189.rules.step.steps import (
    annulled,
    annulled_earlier,
    annuls_nothing,
    by_lines,
    decided,
    forward,
    left_standing,
    may_annul,
    of_another,
    out_of_state,
)
from law189.verdict import DECISION, Outcome, Verdict

HOLDS, BREACH, UNKNOWN, VOID = Outcome
WORDS = {"drafted": Text("проект составлен", "drafted"), "signed": Text("подписано", "signed")}
STEP = Text("соглашение заключено", "agreement concluded")
TITLES = {"education": Text("Управление образования", "Education department")}
DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31))


def test_a_step_from_another_state_is_void_and_says_from_which_it_is_possible():
    verdict = out_of_state("drafted", "concluded", ["signed"], step=STEP, words=WORDS)
    assert (verdict.outcome, verdict.rule) == (VOID, "lifecycle.state")
    assert verdict.text.en == "State: drafted; the step «agreement concluded» is possible from: signed."
    assert verdict.facts["sources"] == ("signed",)


def test_a_state_and_a_step_that_the_lifecycle_does_not_have_are_told_in_words():
    verdict = out_of_state("opened", "Opened", [], step=None, words=WORDS)
    assert verdict.outcome is VOID
    assert "a case of another lifecycle" in verdict.text.en
    assert "a step of another lifecycle" in verdict.text.en
    assert "Opened" not in verdict.text.en


@given(DAYS, st.integers(-400, 400))
def test_a_history_goes_forward(previous, later):
    verdict = forward(previous + timedelta(later), previous)
    assert verdict.outcome is (VOID if later < 0 else HOLDS)
    assert verdict.rule == "lifecycle.order"


@pytest.mark.parametrize(("exists", "outcome"), [(True, HOLDS), (False, VOID)])
def test_a_record_that_is_annulled_must_be_there(exists, outcome):
    verdict = annulled(3, "concluded", 4, "описка", exists=exists, step=STEP)
    assert (verdict.outcome, verdict.rule) == (outcome, "lifecycle.annulled")
    assert verdict.text.en == "Record 3 (agreement concluded) of 4 is annulled; the reason: описка."
    assert Verdict.from_json(verdict.as_json()) == verdict


@pytest.mark.parametrize(("resting", "outcome"), [((), HOLDS), ((3,), VOID), ([3, 4], VOID)])
def test_a_record_on_which_later_ones_rest_cannot_be_taken_out(resting, outcome):
    verdict = left_standing(2, resting)
    assert (verdict.outcome, verdict.rule) == (outcome, "lifecycle.left_standing")
    assert verdict.facts == {"record": 2, "resting": tuple(resting)}


@pytest.mark.parametrize(
    ("by", "entitled", "outcome"),
    [
        ("chair", (), UNKNOWN),
        ("education", ("education",), HOLDS),
        ("provider", ("education", "provider"), HOLDS),
        ("consumer", ("consumer", "representative"), HOLDS),
        ("provider", ("education",), VOID),
        ("consumer", ("provider",), VOID),
        ("representative", ("provider",), VOID),
        ("finance", ("education",), UNKNOWN),
        ("education", ("provider",), UNKNOWN),
        ("дворник", ("education",), UNKNOWN),
        ("education", (), UNKNOWN),
        ("provider", (), VOID),
    ],
)
def test_who_may_take_a_step_calls_its_record_an_error_another_office_decides_and_a_party_has_no_say(
    by, entitled, outcome
):
    verdict = may_annul(2, STEP, by, entitled, TITLES, whose="provider")
    assert (verdict.outcome, verdict.rule) == (outcome, "lifecycle.annuller")
    assert (verdict.facts["by"], verdict.facts["whose"]) == (by, "provider")
    assert verdict.asks == ((DECISION,) if outcome is UNKNOWN else ())
    assert ("needs: a decision of an office" in verdict.text.en) is (outcome is UNKNOWN)
    if "education" in entitled:
        assert "Education department" in verdict.text.en


def test_a_history_of_another_lifecycle_is_told_by_its_name():
    verdict = of_another("7", "order", Text("соглашение", "agreement"))
    assert (verdict.outcome, verdict.rule) == (VOID, "lifecycle.another")
    assert verdict.text.en == "The history 7 is of another lifecycle; the step is of «agreement»."
    assert verdict.facts["found"] == "order"


@given(DAYS, st.integers(-800, 800))
def test_a_decision_is_taken_by_the_day_of_the_step(on, later):
    verdict = decided("head", on + timedelta(later), on)
    assert (verdict.outcome, verdict.rule) == (VOID if later > 0 else HOLDS, "lifecycle.decided")
    assert (verdict.facts["decided_on"], verdict.facts["on"]) == (on + timedelta(later), on)


@pytest.mark.parametrize(
    ("by", "outcome"),
    [
        ("head", HOLDS),
        ("заместитель Главы", HOLDS),
        ("education", HOLDS),
        ("provider", VOID),
        ("consumer", VOID),
        ("representative", VOID),
        (" Provider ", VOID),
        ("исполнитель", VOID),
        ("Исполнитель", VOID),
        ("начальник управления по защите прав потребителей", HOLDS),
        ("представитель главы города", HOLDS),
        ("head of the city", HOLDS),
        ("исполняющий обязанности главы", HOLDS),
        *((word, VOID) for word in sorted(SPOKEN)),
        ("Исполнитель  услуг", VOID),
        ("the provider", VOID),
        ("the provider's director", VOID),
        ("director of the provider", VOID),
        ("директор исполнителя", VOID),
        ("бухгалтер исполнителя услуг", VOID),
        ("бабушка потребителя", VOID),
        ("представитель потребителя", VOID),
        ("4205000016", VOID),
        ("ИНН 4205 000016", VOID),
        ("1234200000011", VOID),
        ("№ 7", VOID),
        ("authorized-body", VOID),
        ("уполномоченный орган", VOID),
    ],
)
def test_an_office_decides_and_no_party_to_the_case_does_however_it_is_written(by, outcome):
    day = date(2024, 2, 2)
    assert decided(by, day, day).outcome is outcome
    assert decided(by, day, day, parties=("Управление образования", "education")).outcome is (
        VOID if by == "education" else outcome
    )


@given(DAYS, st.integers(-40, 40), st.integers(-40, 40))
def test_a_decision_is_not_older_than_what_it_decides_of(on, began, taken):
    since, day = on + timedelta(began), on + timedelta(taken)
    verdict = decided("head", day, on, since=since)
    assert verdict.outcome is (HOLDS if since <= day <= on else VOID)
    assert f"no earlier than {since}" in verdict.text.en


@given(DAYS, st.integers(-40, 40))
def test_a_record_annulled_before_its_own_day_is_for_a_person_to_decide(of_day, later):
    verdict = annulled_earlier(2, STEP, of_day, of_day + timedelta(later))
    assert (verdict.outcome, verdict.asks) == ((UNKNOWN, (DECISION,)) if later < 0 else (HOLDS, ()))
    assert verdict.rule == "lifecycle.annulled_earlier"


def test_that_a_record_was_annulled_before_is_told():
    what = Text("заказ утверждён", "order approved")
    again = annulled(2, "approved", 3, "ещё раз", exists=False, step=what, already=True)
    assert again.outcome is Outcome.VOID
    assert again.text.ru == (
        "Аннулируется запись № 2 («заказ утверждён»), которая уже аннулирована, всего записей: 3; причина: ещё раз."
    )
    assert "уже" not in annulled(2, "approved", 3, "ошибка", exists=True, step=what).text.ru


def test_a_line_without_a_record_is_annulled_by_nobody():
    verdict = annuls_nothing(4, 14)
    assert (verdict.outcome, verdict.rule) == (VOID, "lifecycle.annuls_nothing")
    assert verdict.text.ru.startswith("Аннулируется запись № 4 (строка 14), но записи эта строка не оставила")
    assert verdict.cure is not None


def test_records_of_another_case_are_told_by_the_lines_of_the_file():
    said = by_lines(
        Text(
            "Основаны на записи № {record}: {resting:…|нет}.",
            "Later records that rest on record {record}: {resting:…|none}.",
        )
    )
    assert said.ru == "Основаны на записи из строки {line}: {resting_lines:строки № …|нет}."
    assert said.en == "Later records that rest on record of line {line}: {resting_lines:lines …|none}."
