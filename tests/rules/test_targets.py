"""Which target of an indicator a value is of, and on which days it shows that target."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.profile.indicators import Indicator, IndicatorValue
from law189.profile.loader import load_profile
from law189.rules.indicators.targets import determined, shows, target_of, value_of, year_of

FIRST = load_profile("kemerovo").latest.indicators[0]
BLANK = IndicatorValue(value=5, year=None)
YEARS = st.none() | st.integers(2022, 2030)
DAYS = st.dates(date(2022, 1, 1), date(2030, 12, 31))


def with_targets(*years):
    return Indicator.model_validate(
        {
            "goal": 1,
            "type": "final",
            "title": {"ru": "показатель", "en": "an indicator"},
            "unit": "units",
            "responsible": "education",
            "cite": FIRST.cite,
            "targets": [{"value": year, "year": year} for year in years],
        }
    )


@given(st.sets(st.integers(2023, 2028), min_size=1), YEARS, st.none() | DAYS)
def test_a_value_is_of_the_target_of_its_year_or_of_the_next_one_due_and_at_last_of_the_last(years, year, on):
    targets = sorted(years)
    found = target_of(with_targets(*targets), year, on)
    if year is not None:
        assert (found and found.year) == (year if year in years else None)
    else:
        due = [one for one in targets if on is not None and one >= on.year]
        assert found.year == (due[0] if due else targets[-1])


@given(YEARS, st.none() | DAYS)
def test_a_target_whose_year_the_source_leaves_blank_is_that_of_any_year(year, on):
    one = with_targets(2024).model_copy(update={"targets": (BLANK,)})
    assert target_of(one, year, on) == BLANK


DECEMBER = IndicatorValue(value=1, year=2024, month=12)
JUNE = IndicatorValue(value=1, year=2024, month=6)
YEAR = IndicatorValue(value=1, year=2024)


@pytest.mark.parametrize(
    ("aim", "as_of", "year", "shown"),
    [
        (DECEMBER, "2024-11-30", None, False),
        (DECEMBER, "2024-12-01", None, True),
        (DECEMBER, "2024-12-31", None, True),
        (DECEMBER, "2025-01-01", None, False),
        (DECEMBER, "2025-01-01", 2024, True),
        (DECEMBER, "2025-01-01", 2025, False),
        (DECEMBER, "2024-11-30", 2024, False),
        (JUNE, "2024-07-01", 2024, False),
        (JUNE, "2025-07-01", 2024, True),
        (YEAR, "2024-12-30", None, False),
        (YEAR, "2024-12-31", None, True),
        (YEAR, "2024-12-31", 2024, True),
        (YEAR, "2025-02-01", 2024, True),
        (BLANK, "2030-01-01", None, True),
    ],
)
def test_a_value_shows_a_target_of_its_own_days_or_later_where_it_is_said_to_be_of_its_year(
    aim, as_of, year, shown
):
    for on in (None, date(2023, 1, 1), date(2026, 1, 1)):
        assert shows(aim, on, date.fromisoformat(as_of), year) is shown


@pytest.mark.parametrize(
    ("aim", "first"),
    [(DECEMBER, date(2024, 12, 1)), (JUNE, date(2024, 6, 1)), (YEAR, date(2024, 12, 31)), (BLANK, date.min)],
)
@given(on=DAYS)
def test_a_value_without_a_day_is_of_no_later_day_than_its_report(aim, first, on):
    assert shows(aim, on, None, None) is (on >= first)
    assert shows(aim, None, None, None)


def test_what_is_left_open_is_asked_for_by_its_place_in_the_table():
    base, target = determined("app5.1.1", "base"), determined("app5.1.1", "target")
    assert [ask.path for ask in (base, target)] == [
        "profile.indicators[app5.1.1].base",
        "profile.indicators[app5.1.1].target",
    ]
    assert [ask.title.ru for ask in (base, target)] == [
        "базовое значение показателя",
        "целевой ориентир показателя",
    ]


def test_a_value_is_asked_for_of_the_day_where_there_is_one_already():
    value, of_day, year = value_of("1"), value_of("1", date(2024, 12, 31)), year_of("1")
    assert [ask.path for ask in (value, of_day, year)] == ["indicator 1", "indicator 1", "indicator 1.year"]
    assert value.title.ru == "сообщённое значение показателя"
    assert of_day.title.ru == "сообщённое значение показателя на 31.12.2024"
    assert of_day.title.en.endswith("as of 2024-12-31")
