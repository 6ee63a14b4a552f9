"""Terms as an act writes them: what is taken, what is refused, and the words of each."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from law189.profile.loader import load_profile
from law189.profile.term_words import term_of
from law189.profile.terms import After, Term

READ: TypeAdapter[Term] = TypeAdapter(Term)


def months(first_year, first_month, last_year, last_month):
    """Some months on end, as a file writes them."""
    ends = {"first_year": first_year, "first_month": first_month}
    return {"kind": "months", **ends, "last_year": last_year, "last_month": last_month}


@pytest.mark.parametrize(
    ("written", "ru", "en"),
    [
        ({"kind": "year", "year": 2023}, "2023 год", "the year 2023"),
        (
            {"kind": "year", "year": 2023, "then_yearly_before": "01-01"},
            "2023 год, далее ежегодно до 01.01",
            "the year 2023, then yearly before 01-01",
        ),
        ({"kind": "quarter", "year": 2024, "quarter": 4}, "4 квартал 2024 года", "quarter 4 of 2024"),
        ({"kind": "before", "day": "2023-10-01"}, "до 01.10.2023", "before 2023-10-01"),
        (
            {"kind": "before", "day": "2023-10-01", "then_yearly_before": "02-29"},
            "до 01.10.2023, далее ежегодно до 29.02",
            "before 2023-10-01, then yearly before 02-29",
        ),
        ({"kind": "from", "day": "2023-09-01"}, "с 01.09.2023", "from 2023-09-01"),
        (
            {"kind": "regular", "times": 1, "per": "quarter"},
            "не реже раза в квартал",
            "at least once a quarter",
        ),
        (
            {"kind": "regular", "times": 1, "per": "quarter", "as_needed": True},
            "не реже раза в квартал (по мере необходимости)",
            "at least once a quarter (as needed)",
        ),
        ({"kind": "as_needed"}, "по мере необходимости", "as needed"),
        ({"kind": "half_year", "year": 2024, "half": 1}, "1 полугодие 2024 года", "half-year 1 of 2024"),
        ({"kind": "month", "year": 2024, "month": 3}, "март 2024 года", "March 2024"),
        (months(2024, 9, 2024, 10), "сентябрь – октябрь 2024 года", "September to October 2024"),
        (
            months(2023, 9, 2024, 5),
            "сентябрь 2023 года – май 2024 года",
            "September 2023 to May 2024",
        ),
        (months(2023, 1, 2025, 12), "2023 – 2025 годы", "the years 2023 to 2025"),
        ({"kind": "on", "day": "2024-03-15"}, "15.03.2024", "on 2024-03-15"),
        ({"kind": "by", "day": "2024-03-15"}, "по 15.03.2024", "up to and including 2024-03-15"),
        (
            {"kind": "by", "day": "2024-03-15", "since": "2024-03-01"},
            "с 01.03.2024 по 15.03.2024",
            "from 2024-03-01 up to and including 2024-03-15",
        ),
        (
            {"kind": "before", "day": "2024-03-15", "since": "2024-03-01"},
            "с 01.03.2024 до 15.03.2024",
            "from 2024-03-01 before 2024-03-15",
        ),
        ({"kind": "not_later", "day": "2024-03-15"}, "не позднее 15.03.2024", "not later than 2024-03-15"),
        ({"kind": "yearly", "end": "before", "day": "03-01"}, "ежегодно до 01.03", "yearly before 03-01"),
        (
            {"kind": "yearly", "end": "not_later", "day": "03-01"},
            "ежегодно не позднее 01.03",
            "yearly not later than 03-01",
        ),
        (
            {"kind": "yearly", "end": "before", "day": "03-01", "after_reported": True},
            "ежегодно до 01.03 года, следующего за отчётным",
            "yearly before 03-01 of the year after the one reported on",
        ),
        ({"kind": "in_year", "end": "before", "day": "08-31"}, "до 31.08", "before 08-31"),
        ({"kind": "regular", "times": 1, "per": "month"}, "не реже раза в месяц", "at least once a month"),
        (
            {"kind": "regular", "times": 2, "per": "half_year"},
            "раз в полугодие не реже: 2",
            "times a half-year or more: 2",
        ),
        (
            {"kind": "after", "days": 5, "unit": "working_days", "event": {"kind": "limits"}},
            "рабочих дней после доведения лимитов бюджетных обязательств: 5",
            "working days after the bringing of the limits of budget obligations: 5",
        ),
        (
            {"kind": "after", "days": 5, "unit": "calendar_days", "event": {"kind": "item", "at": "app4.4"}},
            "календарных дней после исполнения мероприятия «app4.4»: 5",
            "calendar days after the item «app4.4» being done: 5",
        ),
        (
            {"kind": "after_months", "months": 1, "event": {"kind": "publication"}},
            "месяцев после официального опубликования акта: 1",
            "months after the official publication of the act: 1",
        ),
        (
            {"kind": "next_month", "end": "not_later", "day": 10},
            "не позднее 10-го числа месяца, следующего за месяцем события",
            "not later than day 10 of the month after that of the event",
        ),
        (
            {"kind": "next_month", "end": "before", "day": 5, "event": {"kind": "publication"}},
            "до 5-го числа месяца, следующего за месяцем официального опубликования акта",
            "before day 5 of the month after that of the official publication of the act",
        ),
        (
            {"kind": "next_month", "of": "quarter", "end": "before", "day": 1},
            "до 1-го числа месяца, следующего за кварталом события",
            "before day 1 of the month after the quarter of the event",
        ),
        (
            {"kind": "same_day", "event": {"kind": "step", "at": "certificate.formed"}},
            "в день шага «сертификат сформирован» (certificate.formed)",
            "on the day of the step «certificate formed» (certificate.formed)",
        ),
        (
            {"kind": "ahead", "days": 5, "unit": "working_days", "event": {"kind": "in_force"}},
            "до вступления акта в силу, рабочих дней не менее: 5",
            "working days or more before the entry into force of the act: 5",
        ),
        (
            {"kind": "ahead", "days": 5, "unit": "calendar_days", "day": "2024-03-15"},
            "до 15.03.2024, календарных дней не менее: 5",
            "calendar days or more before 2024-03-15: 5",
        ),
        (
            {
                "kind": "until",
                "event": {"kind": "other", "what": {"ru": "утверждения порядка", "en": "the approval"}},
            },
            "до утверждения порядка",
            "until the approval",
        ),
    ],
)
def test_a_term_is_told_in_both_languages(written: dict[str, Any], ru: str, en: str) -> None:
    term = READ.validate_python(written)
    assert (term.text.ru, term.text.en) == (ru, en)
    assert READ.validate_python(term.model_dump(mode="json")) == term


@pytest.mark.parametrize(
    ("unit", "ru", "en"),
    [
        ("working_days", "рабочих дней после события: 5", "working days after the event: 5"),
        ("calendar_days", "календарных дней после события: 5", "calendar days after the event: 5"),
    ],
)
def test_a_term_after_an_event_is_told_in_its_days(unit: str, ru: str, en: str) -> None:
    term = After.model_validate({"kind": "after", "days": 5, "unit": unit})
    assert (term.text.ru, term.text.en, term.moves) == (ru, en, None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "year", "year": 1999},
        {"kind": "next_month", "end": "before", "day": 32},
        {"kind": "next_month", "day": 10},
        {"kind": "year", "year": 2101},
        {"kind": "year", "year": "2023"},
        {"kind": "year", "year": 2023.0},
        {"kind": "year"},
        {"kind": "quarter", "year": 2024, "quarter": 0},
        months(2024, 5, 2024, 5),
        months(2024, 1, 2023, 12),
        months(2024, 1, 2024, 13),
        {"kind": "quarter", "year": 2024, "quarter": 5},
        {"kind": "quarter", "year": 2024, "quarter": 4, "then_yearly_before": "01-01"},
        {"kind": "before", "day": "2023-02-29"},
        {"kind": "before", "day": "01.10.2023"},
        {"kind": "before", "day": 20231001},
        {"kind": "from", "day": None},
        {"kind": "regular", "times": 1, "per": "quarter", "as_needed": "yes"},
        {"kind": "as_needed", "day": "2023-10-01"},
        {"kind": "each_quarter"},
        {"kind": "after", "days": 5, "unit": "weeks"},
        {"kind": "after", "days": 5, "unit": "working_days", "event": {"kind": "item"}},
        {"kind": "after", "days": 5, "unit": "working_days", "event": {"kind": "limits", "at": "app4.4"}},
        {"kind": "after_months", "months": 0},
        {"kind": "same_day", "event": {"kind": "other"}},
        {"kind": "same_day", "event": {"kind": "cause", "what": {"ru": "события"}}},
        {"kind": "ahead", "days": 5, "unit": "working_days"},
        {
            "kind": "ahead",
            "days": 5,
            "unit": "working_days",
            "day": "2024-03-01",
            "event": {"kind": "limits"},
        },
        {"kind": "until"},
        {"kind": "yearly", "end": "before", "day": "02-30"},
        {"kind": "yearly", "end": "after", "day": "02-01"},
        {"kind": "in_year", "end": "by", "day": "2024-02-01"},
        {"kind": "half_year", "year": 2024, "half": 3},
        {"kind": "month", "year": 2024, "month": 13},
        {"kind": "regular", "times": 0, "per": "month"},
        {"kind": "regular", "times": 1, "per": "week"},
        {"kind": "not_later", "day": "2024-02-01", "since": "2024-01-01"},
        {"kind": "monthly"},
        {},
        "2023 год",
    ],
    ids=str,
)
def test_what_is_no_term_of_a_plan_is_refused(wrong: object) -> None:
    with pytest.raises(ValidationError):
        READ.validate_python(wrong)


@pytest.mark.parametrize("days", [0, -1, 3661, "5", 1.0])
def test_a_term_after_an_event_has_a_whole_number_of_days(days: object) -> None:
    with pytest.raises(ValidationError):
        After.model_validate({"kind": "after", "days": days, "unit": "working_days"})


@pytest.mark.parametrize("wrong", ["00-01", "13-01", "01-00", "01-32", "02-30", "04-31", "1-1", "01.01", ""])
def test_a_day_of_the_year_that_is_none_is_refused_and_says_what_is_needed(wrong: str) -> None:
    with pytest.raises(ValidationError, match="a month and day of the form MM-DD such as 01-01"):
        READ.validate_python({"kind": "year", "year": 2023, "then_yearly_before": wrong})


@given(st.dates().map(lambda day: f"{day:%m-%d}"))
def test_every_day_that_a_year_can_have_is_taken(day: str) -> None:
    term = READ.validate_python({"kind": "year", "year": 2023, "then_yearly_before": day})
    assert term.text.en.endswith(day)


def test_a_term_does_not_change_after_reading() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        READ.validate_python({"kind": "year", "year": 2023}).year = 2024


@pytest.mark.parametrize("name", ["kemerovo", "novokuznetsk_district"])
def test_the_plans_of_both_decrees_use_terms_that_have_words(name: str) -> None:
    for item in load_profile(name).latest.plan:
        assert item.term.text.ru
        assert item.term.text.en.isascii()


def test_the_old_word_for_each_quarter_says_what_to_write_now() -> None:
    with pytest.raises(ValidationError, match="write kind: regular, times: 1, per: quarter"):
        READ.validate_python({"kind": "each_quarter", "as_needed": True})


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("1 кв. 2024 г.", {"kind": "quarter", "year": 2024, "quarter": 1}),
        ("Ⅳ квартал 2024 года", {"kind": "quarter", "year": 2024, "quarter": 4}),  # as Word puts it
        ("не реже одного раза в год", {"kind": "regular", "times": 1, "per": "year"}),
        ("2023-2024 годы", months(2023, 1, 2024, 12)),
        ("в 2023 – 2025 гг.", months(2023, 1, 2025, 12)),
        ("2024-2023 годы", None),
        ("I – III кварталы 2024 года", months(2024, 1, 2024, 9)),
        ("III-II квартал 2024 года", None),
        ("сентябрь 2023 года – май 2024 года", months(2023, 9, 2024, 5)),
        ("с января по февраль 2024 года", months(2024, 1, 2024, 2)),
        ("декабрь – март 2024 года", None),
        ("2023/2024 учебный год", None),
    ],
)
def test_a_term_is_read_in_the_forms_that_plans_have(words, term):
    assert term_of(words) == term
