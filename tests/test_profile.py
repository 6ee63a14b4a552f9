"""A profile: its addresses, its norms by key, and its editions by day."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import ValidationError

from law189.errors import UnknownProvision
from law189.law import Text
from law189.loader import load_profile
from law189.profile import IndicatorValue, PlanItem, Profile
from law189.terms import Year

SMALL = load_profile(Path(__file__).parent / "profiles" / "small.yaml")


def test_a_bare_address_is_of_the_decree_and_another_names_its_act() -> None:
    assert SMALL.cite("app2.7").label.ru == "п. 7 прил. 2 к постановлению № 1"
    assert SMALL.cite("small-1/p1") == SMALL.cite("p1")
    assert SMALL.cite("189-fz/art20.part1").act == "189-fz"


def test_an_address_of_an_unknown_act_names_the_known_ones() -> None:
    with pytest.raises(UnknownProvision, match=r"no act «44-fz» is known here; known: .*189-fz.*small-1"):
        SMALL.cite("44-fz/art1")


def test_an_act_that_the_decree_rests_on_is_found_by_its_reference() -> None:
    (reference,) = SMALL.acts
    assert SMALL.act_of(reference).number == "189-ФЗ"


def test_every_norm_is_found_by_its_key() -> None:
    norms = dict(SMALL.norms)
    assert norms["working_group.quorum"] is SMALL.working_group.quorum
    assert norms["control"] is SMALL.control
    assert "factor_analysis" not in norms


def test_services_plan_items_and_indicators_are_called_by_their_address() -> None:
    assert [service.id for service in SMALL.services] == ["app1.1", "app1.2"]
    assert [item.id for item in SMALL.plan] == ["app4.1.1", "app4.1.2"]
    assert [indicator.id for indicator in SMALL.indicators] == ["app5.1.1"]


def test_a_profile_without_amendments_is_one_edition() -> None:
    assert SMALL.editions == ()
    assert SMALL.on(date(2030, 1, 1)) is SMALL
    assert SMALL.latest is SMALL


def test_an_indicator_is_a_whole_number_yes_no_or_to_be_determined() -> None:
    assert IndicatorValue(value=100, year=None).value == Decimal(100)
    assert IndicatorValue(value=Decimal("2.5"), year=2024).value == Decimal("2.5")
    assert IndicatorValue(value=True, year=2024).value is True
    assert IndicatorValue(value="tbd", year=2024).value == "tbd"
    with pytest.raises(ValidationError, match="a whole number, true, false or tbd"):
        IndicatorValue(value="many", year=2024)  # type: ignore[arg-type]


def test_a_reference_is_checked_against_a_file_only_where_there_is_one() -> None:
    item = PlanItem(
        stage=9,
        title=Text("порядок", "procedure"),
        term=Year(kind="year", year=2024),
        result=Text("принят", "adopted"),
        responsible="nobody",
        cite=SMALL.cite("app4.9"),
    )
    assert item.responsible == "nobody"


def test_a_profile_built_in_code_knows_no_act_but_its_own() -> None:
    built = Profile(**{name: getattr(SMALL, name) for name in Profile.model_fields})
    assert built.cite("p1") == SMALL.cite("p1")
    with pytest.raises(UnknownProvision, match="known: small-1"):
        built.cite("189-fz/art20")
