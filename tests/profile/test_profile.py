"""A profile: its addresses, its norms by key, and its editions by day."""

from datetime import date
from decimal import Decimal
from itertools import permutations
from typing import Any

import places
import pytest
from filled import filled
from pydantic import ValidationError

from law189.errors import UnknownProvision
from law189.law import Grade, Text
from law189.profile.documents import DocumentKind, LocalAct
from law189.profile.edition import Edition
from law189.profile.federal import shipped_data
from law189.profile.indicators import IndicatorValue
from law189.profile.loader import load_profile
from law189.profile.plan import Milestone, PlanItem
from law189.profile.profile import Profile
from law189.profile.terms import Year

TOWN = load_profile(places.PROFILES / "small.yaml")
SMALL = TOWN.latest


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
    assert SMALL.amended == ()
    assert TOWN.on(date(2030, 1, 1)) is TOWN.on(date(1900, 1, 1)) is TOWN.first is SMALL
    assert (TOWN.name, TOWN.act) == (SMALL.profile, SMALL.act)


def test_an_indicator_is_a_whole_number_yes_no_or_to_be_determined() -> None:
    assert IndicatorValue(value=100, year=None).value == Decimal(100)
    assert IndicatorValue(value=Decimal("2.5"), year=2024).value == Decimal("2.5")
    assert IndicatorValue(value=True, year=2024).value is True
    assert IndicatorValue(value="tbd", year=2024).value == "tbd"
    with pytest.raises(ValidationError, match=r"a number .* true, false or tbd"):
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
    assert item.responsible == ("nobody",)


def test_an_edition_is_not_built_in_code_as_it_would_know_no_act_but_its_own() -> None:
    with pytest.raises(ValidationError, match="an edition is read with its profile"):
        Edition(**{name: getattr(SMALL, name) for name in Edition.model_fields})
    bare = Edition.model_construct(**{name: getattr(SMALL, name) for name in Edition.model_fields})
    with pytest.raises(UnknownProvision, match="known: small-1"):
        bare.cite("189-fz/art20")


# ─── What a step asks a profile ──────────────────────────────────────────────────────────────────────────

BOTH = pytest.mark.parametrize("name", ["kemerovo", "novokuznetsk_district"])
DAY = date(2024, 1, 10)


def adopting(number: int, since: str, *, until: str | None = None, days: int | None = None) -> dict[str, Any]:
    """An invented act on certificates; `days` is the term of forming that it sets, None where it sets none."""
    act_id, label = f"invented-{number}", f"вымышленный акт № {number}"
    term = {"kind": "after", "days": days, "unit": "working_days"}
    fills = [{"slot": "certificate.forming_term", "cite": f"{act_id}/p1", "term": term}]
    return {
        "act": {
            "id": act_id,
            "number": str(number),
            "date": "2023-09-25",
            "title": {"ru": label, "en": f"an invented act {number}"},
            "label": {"ru": label, "of": label, "to": label, "en": f"invented act {number}"},
        },
        "adopts": ["certificate-forming"],
        "since": since,
        "until": until,
        "invented": True,
        "fills": [] if days is None else fills,
    }


def with_acts(*acts: dict[str, Any], name: str = "kemerovo", **more: Any) -> Profile:
    return load_profile({**shipped_data()["municipalities"][name], "adopted": list(acts), **more})


def test_the_act_in_force_is_the_latest_of_several_in_whatever_order_they_are_written() -> None:
    acts = [
        adopting(1, "2023-10-01"),
        adopting(2, "2024-02-01"),
        adopting(3, "2023-12-01", until="2023-12-31"),
    ]
    for order in permutations(acts):
        profile = with_acts(*order)
        found = {
            day: one and one.act.number
            for day in ("2023-09-30", "2023-10-01", "2023-12-01", "2023-12-31", "2024-01-01", "2024-02-01")
            for one in [profile.latest.adopted_on(LocalAct.CERTIFICATE_FORMING, date.fromisoformat(day))]
        }
        assert list(found.values()) == [None, "1", "3", "3", "1", "2"]
        assert profile.latest.adopted_on(LocalAct.SUBSIDY, DAY) is None


def test_a_value_is_that_of_the_latest_act_in_force_that_sets_it() -> None:
    profile = with_acts(
        adopting(1, "2023-10-01", days=5), adopting(2, "2023-12-01"), adopting(3, "2024-02-01", days=7)
    )
    found = [
        (fill := profile.latest.fill_on("certificate.forming_term", date.fromisoformat(day)))
        and fill.term.days
        for day in ("2023-09-30", "2023-10-01", "2023-12-01", "2024-01-31", "2024-02-01")
    ]
    assert found == [None, 5, 5, 5, 7]  # the second act sets no term and takes none away
    assert profile.latest.fill_on("certificate.validity_term", DAY) is None


def test_one_act_may_be_recorded_by_parts_of_its_time() -> None:
    first = adopting(1, "2023-10-01", until="2023-12-31", days=5)
    profile = with_acts(first, adopting(1, "2024-01-01", days=9))
    terms = [
        profile.latest.fill_on("certificate.forming_term", day)
        for day in (date(2023, 12, 31), date(2024, 1, 1))
    ]
    assert [fill and fill.term and fill.term.days for fill in terms] == [5, 9]


def test_an_amendment_that_adds_an_act_reaches_forward_only() -> None:
    amendment = {
        "act": {**adopting(9, DAY.isoformat())["act"], "id": "kemerovo-9"},
        "since": "2024-03-01",
        "changes": [{"do": "add", "at": ["adopted"], "to": adopting(2, "2024-01-15", days=4)}],
    }
    profile = with_acts(adopting(1, "2023-10-01", days=5), amendments=[amendment])
    for edition, day, days in (
        (date(2024, 2, 29), date(2024, 2, 29), 5),
        (date(2024, 3, 1), date(2024, 3, 1), 4),
        (date(2024, 3, 1), date(2024, 1, 14), 5),
    ):
        fill = profile.on(edition).fill_on("certificate.forming_term", day)
        assert fill is not None
        assert fill.term is not None
        assert fill.term.days == days
    assert profile.latest.amended == (date(2024, 3, 1),)


@BOTH
def test_the_shipped_decrees_have_adopted_nothing_and_every_value_is_unset(name: str) -> None:
    profile = load_profile(name)
    assert profile.latest.adopted == ()
    assert all(profile.latest.adopted_on(act, DAY) is None for act in LocalAct)
    assert all(profile.latest.fill_on(slot.id, DAY) is None for slot in profile.latest.federal.slots)


@BOTH
def test_a_filled_decree_has_every_value_from_the_first_day_of_its_acts(name: str) -> None:
    profile = filled(name)
    before, first = date(2023, 9, 24), date(2023, 9, 25)
    for slot in profile.latest.federal.slots:
        assert profile.latest.fill_on(slot.id, before) is None
        if slot.type == "number":  # the permitted deviation changes an answer and is filled where it is asked
            continue
        fill = profile.latest.fill_on(slot.id, first)
        assert fill is not None
        assert (fill.term is not None) == (slot.type == "term")


@BOTH
def test_who_asks_for_an_act_is_the_law_then_the_plan(name: str) -> None:
    profile = load_profile(name)
    for act in LocalAct:
        cites = profile.latest.asked_by(act)
        of_plan = [item.cite for item in profile.latest.plan if act in item.adopts]
        of_law = [one.cite for one in profile.latest.federal.delegations if one.adopted_by is act]
        assert cites == (*of_law, *of_plan)
    asked = profile.latest.asked_by(LocalAct.CERTIFICATE_FORMING)
    assert asked[0].id == "189-fz/art20.part1"
    assert profile.act.id in {cite.act for cite in asked}


@BOTH
def test_the_form_of_a_document_is_asked_with_its_paper_and_its_systems(name: str) -> None:
    profile = load_profile(name)
    asked = {kind: profile.latest.form_of(kind) for kind in DocumentKind}
    assert {kind for kind, found in asked.items() if found} == {
        rule.kind for rule in profile.latest.documents
    }
    for kind, found in asked.items():
        if found is not None:
            assert found.rule.kind is kind
            assert set(found.paper) == {paper for paper in profile.latest.paper if kind in paper.documents}
            assert set(found.systems) == {system for system in profile.latest.systems if kind in system.forms}
    contract = asked[DocumentKind.CONTRACT]
    assert contract is not None
    assert [system.id for system in contract.systems] == ["navigator"]


def test_a_document_that_the_decree_does_not_mention_has_no_form() -> None:
    assert SMALL.form_of(DocumentKind.AGREEMENT) is None


@BOTH
def test_each_milestone_is_one_item_of_the_plan_or_none(name: str) -> None:
    profile = load_profile(name)
    for milestone in Milestone:
        item = profile.latest.milestone(milestone)
        assert item is not None
        assert item.milestone is milestone
        assert SMALL.milestone(milestone) is None


@BOTH
def test_every_service_number_has_its_address(name: str) -> None:
    edition = load_profile(name).latest
    assert [number for number, _ in edition.numbers] == [service.number for service in edition.services]
    assert len({cite.id for _, cite in edition.numbers}) == len(edition.services)
    assert edition.numbers is edition.numbers


@pytest.mark.provision("novokuznetsk-277/p2")
@pytest.mark.provision("kemerovo-2993/app4.4")
def test_the_authorised_body_is_named_by_the_district_and_assumed_for_the_city() -> None:
    found = {}
    for name in ("kemerovo", "novokuznetsk_district"):
        body = load_profile(name).latest.authorized_body
        assert body is not None
        found[name] = (body.value, body.grade, body.basis.address)
    assert found == {
        "kemerovo": ("education", Grade.ASSUMED, "app4.4"),
        "novokuznetsk_district": ("education", Grade.FULL_TEXT, "p2"),
    }


@BOTH
def test_a_profile_that_was_asked_is_still_equal_to_one_that_was_not(name: str) -> None:
    whole, fresh = load_profile(name), load_profile(name)
    asked = whole.latest
    assert asked.numbers
    assert asked.asked_by(LocalAct.SUBSIDY)
    assert asked.form_of(DocumentKind.CONTRACT)
    assert whole == fresh
