"""Who may act, from which age alone, and with which signature."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.law import Text
from law189.profile.loader import load_profile
from law189.rules.step.roles import Signature, acting, of_age, signed
from law189.verdict import Outcome, Verdict

ITEM = load_profile("novokuznetsk_district").latest.cite("p2")
BORN = date(2010, 3, 15)


# ─── Acting ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.provision("novokuznetsk-277/p2")
@pytest.mark.parametrize(
    ("by", "allowed", "outcome"),
    [
        ("education", ("education",), Outcome.HOLDS),
        ("provider", ("education", "provider"), Outcome.HOLDS),
        ("finance", ("education",), Outcome.VOID),
        ("education", ("provider",), Outcome.VOID),
        ("Provider", ("provider",), Outcome.VOID),
        ("education", (), Outcome.UNKNOWN),
    ],
)
def test_only_those_entitled_may_act_and_where_nobody_is_named_nobody_knows(by, allowed, outcome):
    verdict = acting(by, allowed, ITEM)
    assert (verdict.outcome, verdict.cites) == (outcome, (ITEM,))
    assert (verdict.facts["by"], verdict.facts["allowed"]) == (by, allowed)


def test_a_party_is_named_in_words_and_a_body_by_its_id():
    verdict = acting("finance", ("education", "provider", "consumer", "representative"))
    assert verdict.text.ru == (
        "Шаг совершил: finance; вправе только: education, исполнитель, потребитель или представитель потребителя."
    )
    assert "education, provider, consumer, the consumer's representative" in verdict.text.en
    titled = acting("finance", ("education",), titles={"finance": Text("финансовый орган", "finance body")})
    assert titled.text.ru == "Шаг совершил: финансовый орган; вправе только: education."
    assert (titled.outcome, titled.facts["by"]) == (Outcome.VOID, "finance")


@pytest.mark.parametrize(
    ("by", "allowed", "assumed", "outcome"),
    [
        ("education", ("education",), True, Outcome.HOLDS),
        ("finance", ("education",), True, Outcome.UNKNOWN),
        ("finance", ("education",), False, Outcome.VOID),
        ("provider", ("education",), True, Outcome.VOID),
        ("consumer", ("education",), True, Outcome.VOID),
        ("provider", ("education", "provider"), True, Outcome.HOLDS),
        ("education", (), False, Outcome.UNKNOWN),
        ("provider", (), False, Outcome.UNKNOWN),
    ],
)
def test_where_the_body_is_assumed_nobody_can_say_that_another_office_has_no_right(
    by, allowed, assumed, outcome
):
    verdict = acting(by, allowed, ITEM, assumed=assumed)
    assert verdict.outcome is outcome
    assert ("постановлением не назван" in verdict.text.ru) == (outcome is Outcome.UNKNOWN)


# ─── Age ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("by", "on", "outcome", "age"),
    [
        ("consumer", "2024-03-14", Outcome.VOID, 13),
        ("consumer", "2024-03-15", Outcome.HOLDS, 14),
        ("representative", "2011-01-01", Outcome.HOLDS, 0),
        ("representative", "2010-03-15", Outcome.HOLDS, 0),
        ("representative", "2010-03-14", Outcome.VOID, None),
    ],
)
def test_a_consumer_acts_alone_from_the_birthday_on(by, on, outcome, age):
    verdict = of_age(by, BORN, date.fromisoformat(on), 14, ITEM)
    assert (verdict.outcome, verdict.facts["age"], verdict.cites) == (outcome, age, (ITEM,))


def test_who_was_born_on_29_february_grows_older_on_28_february():
    for day, age in ((27, 13), (28, 14)):
        assert of_age("consumer", date(2008, 2, 29), date(2022, 2, day), 14).facts["age"] == age


@given(
    st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    st.integers(0, 21),
)
def test_the_age_is_the_number_of_birthdays_and_only_grows(born: date, on: date, own_age: int) -> None:
    verdict = of_age("consumer", born, on, own_age)
    had = (on.month, on.day) >= (born.month, born.day) or (
        (born.month, born.day, on.month, on.day) == (2, 29, 2, 28) and (on + timedelta(1)).month == 3
    )
    age = on.year - born.year - (not had)
    holds = born <= on and age >= own_age
    assert verdict.outcome is (Outcome.HOLDS if holds else Outcome.VOID)
    if holds:
        assert verdict.facts["age"] == age
        assert of_age("consumer", born, on + timedelta(1), own_age).outcome is Outcome.HOLDS


# ─── Signature ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("by", ["provider", "education"])
@pytest.mark.parametrize(
    ("kind", "electronic", "outcome"),
    [
        (Signature.QUALIFIED, True, Outcome.HOLDS),
        (Signature.QUALIFIED, False, Outcome.VOID),
        (Signature.ELECTRONIC, True, Outcome.VOID),
        (Signature.ELECTRONIC, False, Outcome.VOID),
        (Signature.HANDWRITTEN, True, Outcome.VOID),
        (Signature.HANDWRITTEN, False, Outcome.HOLDS),
        (None, True, Outcome.UNKNOWN),
        (None, False, Outcome.UNKNOWN),
    ],
)
def test_an_electronic_document_wants_a_qualified_signature_and_paper_one_by_hand(
    by, kind, electronic, outcome
):
    verdict = signed(by, kind, ITEM, electronic=electronic)
    assert (verdict.outcome, verdict.facts["by"], verdict.cites) == (outcome, by, (ITEM,))
    assert ("qualified electronic" if electronic else "handwritten") in verdict.text.en
    assert Verdict.from_json(verdict.as_json()) == verdict


def test_a_missing_signature_says_whose_and_where_to_give_it():
    text = signed("provider", None, electronic=True).text
    assert text.ru.startswith("Подпись (исполнитель) не указана")
    assert "(signature)" in text.en


def test_an_age_that_is_not_shown_leaves_the_consumer_unknown_and_a_representative_acts():
    on = date(2024, 1, 9)
    assert of_age("consumer", None, on, 14).outcome is Outcome.UNKNOWN
    assert of_age("representative", None, on, 14).outcome is Outcome.HOLDS


def test_a_birth_after_the_step_is_told_as_one():
    verdict = of_age("parent", date(2024, 5, 2), date(2024, 5, 1), 14)
    assert "она позже дня шага" in verdict.text.ru
    assert "which is after the day of the step" in verdict.text.en
    assert "не указан" not in verdict.text.ru
