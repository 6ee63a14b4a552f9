"""Every provision of both decrees is carried by something, and exercised by some test."""

import re

import pytest

from law189.audit.provisions import Provision, list_provisions, provision
from law189.errors import UnknownProvision
from law189.profile.loader import load_profile, shipped_profiles

PROFILES = {profile.act.id: profile for profile in map(load_profile, shipped_profiles())}


def of_kind(*kinds: str) -> list[object]:
    return [
        pytest.param(found, id=found.id, marks=pytest.mark.provision(found.id))
        for found in list_provisions()
        if found.kind in kinds
    ]


def place(found: Provision) -> tuple[str, str]:
    document, _, locator = found.id.partition("/")
    return document, locator


def test_there_are_161_of_them() -> None:
    assert len(list_provisions()) == 161
    assert len({found.id for found in list_provisions()}) == 161


@pytest.mark.parametrize(
    "found", [pytest.param(p, id=p.id, marks=pytest.mark.provision(p.id)) for p in list_provisions()]
)
def test_each_is_carried_or_says_why_not(found: Provision) -> None:
    assert bool(found.carried_by) != bool(found.not_modelled)


@pytest.mark.parametrize("found", of_kind("plan"))
def test_each_plan_provision_is_an_item_with_its_stage_term_and_result(found: Provision) -> None:
    document, locator = place(found)
    profile = PROFILES[document]
    item = next(item for item in profile.latest.plan if item.id == locator)
    assert item.stage in {stage.id for stage in profile.latest.stages}
    assert locator.split(".")[1] == str(item.stage)
    assert item.term.text.ru
    assert item.result.ru
    assert item.responsible is not None
    assert "deadlines.due" in found.carried_by


@pytest.mark.parametrize("found", of_kind("indicator"))
def test_each_indicator_provision_is_a_row_with_goal_type_base_and_target(found: Provision) -> None:
    document, locator = place(found)
    indicator = next(row for row in PROFILES[document].latest.indicators if row.id == locator)
    assert locator.split(".")[1] == str(indicator.goal)
    words = {"process": "process", "intermediate": "intermediate", "final": "final"}[indicator.type]
    assert words in found.summary.en
    assert indicator.base.year == 2023
    assert ("TBD" in found.summary.en.partition("target")[2]) == (indicator.target.value == "tbd")
    assert "indicators.target" in found.carried_by


@pytest.mark.parametrize("found", of_kind("service"))
def test_each_service_provision_has_its_number_as_the_source_prints_it(found: Provision) -> None:
    document, locator = place(found)
    service = next(service for service in PROFILES[document].latest.services if service.id == locator)
    assert service.number in found.summary.en
    assert service.number in found.summary.ru


@pytest.mark.parametrize("found", of_kind("document"))
def test_each_document_provision_is_an_electronic_document(found: Provision) -> None:
    document, locator = place(found)
    rule = next(rule for rule in PROFILES[document].latest.documents if rule.cite.address == locator)
    assert rule.form == "electronic"


def test_the_rules_of_the_working_group_are_carried_by_rules() -> None:
    for provision_id, rule in {
        "kemerovo-2993/app3.5.2": "quorum.presiding",
        "kemerovo-2993/app3.5.3": "agenda.approver",
        "kemerovo-2993/app3.5.5": "quorum.present",
        "kemerovo-2993/app3.5.6": "voting.casting",
        "kemerovo-2993/app3.5.7": "minutes.signer",
        "novokuznetsk-277/app4.5.6": "quorum.present",
        "novokuznetsk-277/app4.5.8": "minutes.drafter",
        "novokuznetsk-277/app4.5.10": "minutes.copies",
        "novokuznetsk-277/p11": "force.in_force",
        "novokuznetsk-277/app1.1": "lint A1",
    }.items():
        assert rule in provision(provision_id).carried_by


def test_an_unknown_provision_says_what_was_meant() -> None:
    with pytest.raises(UnknownProvision, match=r"app3\.5\.5"):
        provision("kemerovo-2993/app3.5.55")


def test_each_is_exercised_by_some_test(marked: dict[str, list[str]]) -> None:
    assert all(marked.get(found.id) for found in list_provisions())


@pytest.mark.parametrize("found", list_provisions(), ids=lambda found: found.id)
def test_what_a_provision_holds_is_said_in_both_languages(found: Provision) -> None:
    """Each without a word of the other language, but for the numbers of services and lints."""
    bare = {lang: re.sub(r"8042\d{2}\S+|\bA\d+\b", "", found.summary[lang]) for lang in ("ru", "en")}
    assert re.search("[а-яё]", bare["ru"])
    assert not re.search("[A-Za-z]", bare["ru"])
    assert re.search("[a-z]", bare["en"])
    assert not re.search("[А-Яа-яЁё]", bare["en"])


@pytest.mark.parametrize("found", of_kind("plan") + of_kind("indicator"))
def test_both_languages_name_the_same_years_days_and_lints(found: Provision) -> None:
    def numbers(words: str) -> set[str]:
        return {*re.findall(r"\b20\d\d\b|\bA\d+\b|\b100\b", words)}

    assert numbers(found.summary.ru) == numbers(found.summary.en)
