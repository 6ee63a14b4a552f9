"""How a value of an indicator stands in what a verdict has seen, and on which day its time ends."""

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from law189.profile.indicators import Indicator, IndicatorValue
from law189.profile.loader import load_profile
from law189.rules.indicators import judged
from law189.rules.indicators.targets import last_day_of
from law189.verdict import Outcome

INDICATORS = load_profile("kemerovo").latest.indicators


def fits(indicator, value):
    """Whether the value is of the unit: a yes or no of those of which one is asked, a number of all others."""
    if value is None or indicator.unit is None:
        return True
    if indicator.unit.value in ("yes-no", "exists-none", "yes_no", "exists_none"):
        return isinstance(value, bool)
    return not isinstance(value, bool) and (indicator.unit.value == "percent" or value == int(value))


@pytest.mark.parametrize(
    ("reported", "seen"), [(None, None), (Decimal("75.50"), "75.50"), (True, True), (False, False)]
)
def test_a_number_is_seen_exactly_a_yes_or_no_as_it_is_and_nothing_where_nothing_was_reported(reported, seen):
    for indicator in INDICATORS:
        *_, target = judged(indicator, reported, None, None).parts
        assert target.rule == ("indicators.target" if fits(indicator, reported) else "indicators.unit")
        assert target.facts["reported"] == seen
        assert type(target.facts["reported"]) is type(seen)


@given(st.integers(2000, 2100), st.none() | st.integers(1, 12))
def test_the_time_of_a_value_ends_with_its_month_or_else_with_its_year(year, month):
    last = month or 12
    assert last_day_of(IndicatorValue(value=1, year=year, month=month)) == date(
        year, last, monthrange(year, last)[1]
    )
    assert last_day_of(IndicatorValue(value=1, year=None, month=month)) is None


def row(**said):
    """An indicator of a table, by what is said of it."""
    return Indicator.model_validate(
        {
            "goal": 1,
            "type": "final",
            "title": {"ru": "показатель", "en": "an indicator"},
            "unit": "units",
            "base": {"value": 1, "year": 2023},
            "responsible": "education",
            "cite": INDICATORS[0].cite,
            **said,
        }
    )


DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31))
REPORTED = st.sampled_from((Decimal(0), Decimal(10), Decimal(99)))


@given(DAYS, st.integers(0, 400), st.none() | st.integers(1, 12), REPORTED, st.sampled_from((5, 50)))
@example(date(2024, 12, 31), 0, None, Decimal(0), 5)
def test_only_a_value_of_the_targets_own_days_shows_that_it_is_reached_or_missed(
    as_of, later, month, reported, base
):
    """More is better above the base, less below it: neither is shown by a value of another day."""
    of = row(base={"value": base, "year": 2023}, target={"value": 10, "year": 2024, "month": month})
    *_, told = judged(of, reported, as_of + timedelta(later), None, as_of=as_of).parts
    last = last_day_of(of.target)
    own = as_of == last or (month is not None and (as_of.year, as_of.month) == (2024, month))
    if not own:
        assert told.outcome is Outcome.UNKNOWN
        assert f"{last:%d.%m.%Y}" in told.asks[0].title.ru
        assert f"{as_of:%d.%m.%Y}" in told.text["ru"]
    elif as_of == last:
        assert told.outcome is not Outcome.UNKNOWN


@given(st.dates(date(2023, 1, 1), date(2024, 11, 30)), REPORTED)
def test_a_value_reported_before_the_month_of_its_target_does_not_show_it(on, reported):
    of = row(target={"value": 10, "year": 2024, "month": 12})
    *_, told = judged(of, reported, on, None).parts
    assert told.outcome is Outcome.UNKNOWN


def test_a_value_said_to_be_of_the_targets_year_may_be_of_a_later_day():
    of = row(target={"value": 10, "year": 2024})
    *_, told = judged(of, Decimal(10), date(2025, 2, 1), None, year=2024, as_of=date(2025, 1, 20)).parts
    assert told.outcome is Outcome.HOLDS
    *_, early = judged(of, Decimal(10), date(2025, 2, 1), None, year=2024, as_of=date(2024, 6, 30)).parts
    assert early.outcome is Outcome.UNKNOWN


def test_of_several_targets_none_is_chosen_for_a_value_without_a_day_or_a_year():
    of = row(target=None, targets=[{"value": 10, "year": 2024}, {"value": 20, "year": 2025}])
    for on in (None, date(2024, 3, 1), date(2026, 1, 15)):
        *_, told = judged(of, Decimal(10), on, None).parts
        assert (told.rule, told.outcome) == ("indicators.of_year", Outcome.UNKNOWN)
        assert told.asks[0].title.ru == "год значения показателя"
    *_, told = judged(of, Decimal(10), date(2026, 1, 15), None, year=2024).parts
    assert told.outcome is Outcome.HOLDS


@pytest.mark.parametrize("reported", [None, Decimal(10)])
def test_a_value_of_a_year_without_a_target_is_compared_with_nothing_and_the_target_is_asked_for(reported):
    of = row(target=None, targets=[{"value": 10, "year": 2024}, {"value": 20, "year": 2025}])
    (told,) = judged(of, reported, date(2027, 1, 15), None, year=2026).parts
    assert (told.rule, told.outcome, told.facts["years"]) == (
        "indicators.year",
        Outcome.UNKNOWN,
        ("2024", "2025"),
    )
    assert [ask.path for ask in told.asks] == [f"profile.indicators[{of.id}].target"]


@pytest.mark.parametrize(
    ("reported", "outcome"),
    [
        (Decimal("4.9"), Outcome.BREACH),
        (Decimal(5), Outcome.HOLDS),
        (Decimal(10), Outcome.HOLDS),
        (Decimal("10.1"), Outcome.BREACH),
        (True, Outcome.UNKNOWN),
        (None, Outcome.UNKNOWN),
    ],
)
def test_a_target_within_bounds_is_reached_by_a_number_on_either_bound_and_between_them(reported, outcome):
    of = row(target={"value": {"at_least": 5, "at_most": 10}, "year": 2024}, unit=None)
    *_, told = judged(of, reported, date(2025, 1, 15), None).parts
    assert (told.rule, told.outcome) == ("indicators.target", outcome)
