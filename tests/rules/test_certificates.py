"""A certificate: its application, its days, and what a contract under it must keep."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.law import Text
from law189.profile.documents import Asks
from law189.profile.federal import load_calendar, load_federal
from law189.profile.terms import After
from law189.rules import certificates
from law189.verdict import Outcome, Rule, Verdict

CALENDAR = load_calendar()
CITE = load_federal().slot("certificate.validity_term").cite
DAYS = st.dates(date(2023, 1, 1), date(2026, 11, 1))
HOLDS, BREACH, UNKNOWN, VOID = Outcome.HOLDS, Outcome.BREACH, Outcome.UNKNOWN, Outcome.VOID


# ─── The application and the register ────────────────────────────────────────────────────────────────────


BOTH = (Asks.ENROLMENT, Asks.CERTIFICATE)


@pytest.mark.provision("kemerovo-2993/p3.1.1")
@pytest.mark.parametrize(
    ("asks", "outcome"),
    [
        (("enrolment", "certificate"), HOLDS),
        (("certificate", "enrolment"), HOLDS),
        (("enrolment", "certificate", "certificate"), HOLDS),
        (("enrolment",), BREACH),
        (("certificate",), BREACH),
        ((), BREACH),
    ],
)
def test_one_application_asks_for_both(asks, outcome):
    assert certificates.one_application(asks, BOTH, CITE).outcome is outcome


def test_what_an_application_asks_for_is_told_in_words():
    said = certificates.one_application(("enrolment",), BOTH)
    assert said.text.ru == (
        "Одним заявлением просят о: зачислении и сертификате; в этом заявлении просят о: зачислении."
    )
    assert "просят о: не указано" in certificates.one_application((), BOTH).text.ru


def test_a_record_counts_from_its_own_day():
    for on, outcome in ((date(2024, 1, 10), VOID), (date(2024, 1, 11), HOLDS), (date(2024, 1, 12), HOLDS)):
        assert certificates.registered("17", date(2024, 1, 11), on).outcome is outcome


# ─── Validity ────────────────────────────────────────────────────────────────────────────────────────────


def days(number, unit="calendar_days"):
    return After(kind="after", days=number, unit=unit)


@given(DAYS, st.integers(1, 60), st.integers(-70, 70))
def test_a_certificate_may_be_valid_to_the_last_day_of_the_term_and_not_a_day_longer(since, term, over):
    until = since + timedelta(term + over)
    said = certificates.valid_within(until, since, days(term), CALENDAR, CITE)
    assert said.outcome is (HOLDS if over <= 0 else VOID)
    assert said.facts["last_day"] == since + timedelta(term)
    # a term that begins a day earlier ends a day earlier, so only its very last day turns on D3
    assert (said.reading is not None) is (over == 0)


def test_the_last_day_turns_on_reading_d3_and_the_verdict_says_so():
    since, until = date(2024, 1, 12), date(2024, 1, 22)
    said = certificates.valid_within(until, since, days(10), CALENDAR, CITE)
    strict = certificates.valid_within(until, since, days(10), CALENDAR, CITE, choices={"D3": "same_day"})
    assert (said.outcome, strict.outcome) == (HOLDS, VOID)
    for verdict, other in ((said, VOID), (strict, HOLDS)):
        assert verdict.reading.code == "D3"
        assert [answer.outcome for answer in verdict.reading.otherwise] == [other]
        assert Verdict.from_json(verdict.as_json()) == verdict


def test_working_days_of_validity_step_over_the_new_year_holidays():
    said = certificates.valid_within(date(2024, 1, 10), date(2023, 12, 28), days(3, "working_days"), CALENDAR)
    assert said.facts["last_day"] == date(2024, 1, 10)
    assert said.outcome is HOLDS


@pytest.mark.parametrize("calendar", [None, CALENDAR], ids=["no calendar", "a year without a decree"])
def test_where_the_calendar_does_not_know_the_year_it_is_unknown(calendar):
    said = certificates.valid_within(
        date(2031, 7, 1), date(2030, 12, 1), days(90, "working_days"), calendar, CITE
    )
    assert said.outcome is UNKNOWN
    assert "нужно: календарь на 203" in said.text.ru


@given(DAYS, st.integers(-3, 3))
def test_a_last_day_is_not_before_the_step_and_expiry_is_after_the_last_day(on, shift):
    last = on + timedelta(shift)
    assert certificates.ahead(last, on).outcome is (HOLDS if shift >= 0 else VOID)
    assert certificates.expired(last, on).outcome is (HOLDS if shift < 0 else VOID)
    assert certificates.still_valid(last, on).outcome is (HOLDS if shift >= 0 else UNKNOWN)


# ─── The terms of the contract ───────────────────────────────────────────────────────────────────────────

NEEDED = {"schedule": Text("расписание", "the schedule"), "place": Text("место", "the place")}


@given(st.sets(st.sampled_from(["schedule", "place", "price"])))
def test_every_mandatory_term_is_kept_and_others_do_no_harm(terms):
    said = certificates.terms_kept(terms, NEEDED, CITE)
    assert said.outcome is (HOLDS if set(NEEDED) <= terms else VOID)
    assert set(said.facts["missing"]) == set(NEEDED) - terms


def test_a_missing_term_is_told_by_its_id_and_in_words():
    said = certificates.terms_kept(("place",), NEEDED)
    assert said.text.ru == (
        "Иные условия, которые акт предписывает включить в договор: расписание (schedule) и место (place); "
        "не включены: расписание (schedule)."
    )
    assert certificates.terms_kept(tuple(NEEDED), NEEDED).text.ru.endswith("не включены: нет.")


@given(DAYS, st.integers(-3, 3))
def test_a_contract_that_outlasts_the_certificate_is_a_breach(until, shift):
    said = certificates.within_validity(until + timedelta(shift), until)
    assert said.outcome is (HOLDS if shift <= 0 else BREACH)


def test_an_extract_about_another_provider_shows_nothing():
    assert certificates.same_provider("4205000009", "4205000009").outcome is HOLDS
    assert certificates.same_provider("4205000016", "4205000000").outcome is VOID


def test_every_rule_says_why_its_consequence_is_assumed_and_speaks_both_languages():
    rules = [value for value in vars(certificates).values() if isinstance(value, Rule)]
    assert len({rule.code for rule in rules}) == len(rules)
    for rule in rules:
        assert rule.code.startswith("certificates.")
        assert rule.assumed is not None
        for text in (rule.text, rule.unknown or rule.text, rule.assumed):
            assert text.ru.endswith(".")
            assert text.en.endswith(".")
