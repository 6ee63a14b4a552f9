"""Entries of a profile: references are looked up in the file, days are in order, values are exact."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from law189.extracts import Way
from law189.law import Citation, Grade, Text
from law189.profile.indicators import IndicatorValue
from law189.profile.loader import load_profile
from law189.profile.plan import Milestone, PlanItem
from law189.profile.services import Selection, Service
from law189.profile.terms import Year

CITE = Citation("small-1", "app1.1", Text("п. 1", "item 1"))
PROFILES = [load_profile(name) for name in ("kemerovo", "novokuznetsk_district")]
both = pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)


def test_a_selection_is_by_certificate_or_competition_and_its_days_are_in_order():
    assert Selection(way=Way.CERTIFICATE, since="2023-01-01", until="2023-01-01", cite=CITE).since
    with pytest.raises(ValidationError, match="swap the days"):
        Selection(way=Way.CERTIFICATE, since="2023-01-02", until="2023-01-01", cite=CITE)
    with pytest.raises(ValidationError, match="way"):
        Selection(way=Way.MUNICIPAL_TASK, cite=CITE)


@pytest.mark.parametrize("value", ["0.5.1", "1e2", None, "TBD", [], float("nan"), 0.1234567890123456])
def test_what_is_no_value_of_an_indicator_says_what_is_needed(value):
    with pytest.raises(ValidationError, match=r"a number \(87\.5\), .*, true, false or tbd"):
        IndicatorValue(value=value, year=2024)


def test_yes_is_not_one_and_to_be_determined_is_no_zero():
    assert IndicatorValue(value=True, year=None).value is True
    assert IndicatorValue(value=1, year=None).value == Decimal(1)
    assert isinstance(IndicatorValue(value=1, year=None).value, Decimal)
    assert IndicatorValue(value="tbd", year=None).value == "tbd"


@pytest.mark.parametrize(
    "facts", [{"year": 1999}, {"year": 2024, "month": 13}, {"year": 2024, "month": 0}, {}]
)
def test_an_indicator_has_a_year_or_a_blank_and_a_month_of_the_year(facts):
    with pytest.raises(ValidationError):
        IndicatorValue(value=1, **facts)


@pytest.mark.parametrize("stage", [0, -1, "1", True])
def test_a_plan_item_is_of_a_numbered_stage(stage):
    facts = {"title": CITE.label, "term": Year(kind="year", year=2024), "result": CITE.label}
    with pytest.raises(ValidationError):
        PlanItem(stage=stage, responsible=None, cite=CITE, **facts)


def test_a_service_is_called_by_its_address_and_has_a_number():
    assert Service(number="101", title=CITE.label, cite=CITE).id == "app1.1"
    with pytest.raises(ValidationError):
        Service(number="", title=CITE.label, cite=CITE)


@both
def test_each_milestone_is_set_by_one_item_of_the_plan_at_most(profile):
    found = [item.milestone for item in profile.latest.plan if item.milestone is not None]
    assert len(found) == len(set(found))
    assert set(found) == set(Milestone)


@both
def test_grades_say_what_is_assumed(profile):
    assert {grade.value for grade in Grade} == {"full_text", "excerpt", "assumed"}
    for way in profile.latest.selection:
        assert (way.since is None) == (way.grade is Grade.ASSUMED)
