"""A span of days is one term in whatever way it is written; one that runs backwards is none."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.profile.months import GENITIVES
from law189.profile.term_words import term_of

DAYS = st.dates(date(2021, 1, 1), date(2029, 12, 31))


def figures(day):
    return f"{day:%d.%m.%Y}"


def words(day, year=True):
    return f"{day.day} {GENITIVES[day.month - 1]}{f' {day.year} года' if year else ''}"


def written(since, until):
    """The ways in which acts write the days from the one to the other."""
    yield f"с {figures(since)} по {figures(until)}"
    yield f"с {words(since)} по {words(until)}"
    for dash in ("-", " - ", " – ", "—"):
        yield f"{figures(since)}{dash}{figures(until)}"
        yield f"{words(since)}{dash}{words(until)}"
    if since.year == until.year:
        yield f"с {words(since, year=False)} по {words(until)}"
        yield f"с {since:%d.%m} по {figures(until)} г."
        yield f"{words(since, year=False)} – {words(until)}"
        if since.month == until.month:
            yield f"с {since.day} по {words(until)}"
            yield f"{since.day}–{words(until)}"


@settings(max_examples=size(60, 2000))
@given(DAYS, st.integers(-400, 400))
def test_a_span_of_days_is_one_term_however_it_is_written(since, days):
    until = since + timedelta(days=days)
    term = {"kind": "by", "day": until.isoformat(), "since": since.isoformat()} if days >= 0 else None
    for said in written(since, until):
        assert term_of(said) == term, said


@pytest.mark.parametrize("said", ["в течение 2023-2024 годов", "2023–2024 годы", "в 2023 - 2024 годах"])
def test_whole_years_are_months_on_end(said):
    months = {"first_year": 2023, "first_month": 1, "last_year": 2024, "last_month": 12}
    assert term_of(said) == {"kind": "months", **months}


@pytest.mark.parametrize(
    "said",
    [
        "2023-2024",
        "2023/2024 учебный год",
        "31.12.2023-30.02.2024",
        "30-31 февраля 2024 года",
        "01.09.2023-31.12",
    ],
)
def test_what_has_two_senses_or_no_day_is_no_span(said):
    assert term_of(said) is None
