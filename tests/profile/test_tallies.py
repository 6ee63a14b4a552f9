"""What an indicator may say that it counts: a good file and a bad one."""

import pytest

from law189.errors import ProfileError
from law189.extracts import Provider, Sector
from law189.profile.federal import shipped_data
from law189.profile.indicators import IndicatorUnit
from law189.profile.loader import load_profile
from law189.profile.tallies import OF_PROVIDERS, OF_SOME, Counts, Tally

KEMEROVO = shipped_data()["municipalities"]["kemerovo"]


def profile(counts, unit="units", target=1):
    entry = {
        **KEMEROVO["indicators"][0],
        "unit": unit,
        "base": None,
        "target": {"value": target, "year": 2024},
        "counts": counts,
    }
    return load_profile({**KEMEROVO, "indicators": [entry]})


def faults(counts, unit="units", target=1):
    with pytest.raises(ProfileError) as error:
        profile(counts, unit, target)
    return [fault.text.en for fault in error.value.faults]


def right(kind):
    return {"kind": kind.value, **({"sectors": ["non-state"]} if kind in OF_SOME else {})}


@pytest.mark.parametrize("kind", Tally)
@pytest.mark.parametrize("unit", [*IndicatorUnit, None])
def test_an_indicator_counts_what_is_in_its_unit(kind, unit):
    target = True if unit in (IndicatorUnit.YES_NO, IndicatorUnit.EXISTS_NONE) else 1
    written = None if unit is None else unit.value
    if unit in (None, kind.unit):
        (read,) = profile(right(kind), written, target).latest.indicators
        assert read.counts == Counts(**right(kind))
        assert read.counts.text.ru.startswith(kind.text.ru)
    else:
        (fault,) = faults(right(kind), written, target)
        assert kind.unit.text.en in fault


def test_a_yes_or_no_without_a_unit_counts_nothing():
    assert len(faults(right(Tally.ACTS), None, True)) == 1


@pytest.mark.parametrize("kind", Tally)
@pytest.mark.parametrize(
    ("key", "value"), [("kinds", "legal-entity"), ("sectors", "municipal"), ("acts", "subsidy")]
)
def test_a_parameter_stands_only_with_the_counts_that_ask_for_it(kind, key, value):
    counts = {**right(kind), key: [value]}
    if kind in (OF_PROVIDERS if key != "acts" else (Tally.ACTS,)):
        assert value in [one.value for one in getattr(Counts(**counts), key)]
        assert "(" in Counts(**counts).text.en
        assert len(faults({**counts, key: [value, value]}, kind.unit.value)) == 1
    else:
        (fault,) = faults(counts, kind.unit.value)
        assert key in fault


@pytest.mark.parametrize("kind", OF_SOME)
def test_a_share_says_of_which_providers(kind):
    assert "kinds or sectors" in faults({"kind": kind.value}, "percent")[0]


def test_a_count_that_is_not_on_the_list_is_a_fault():
    assert faults({"kind": "nonprofits"})
    assert faults({"kind": "providers", "where": "anywhere"})


@pytest.mark.parametrize(
    ("name", "counted"),
    [
        ("kemerovo", {"app5.2.2": "applicants", "app5.2.3": "providers"}),
        ("novokuznetsk_district", {"app3.2.2": "applicants", "app3.2.3": "providers"}),
    ],
)
def test_a_decree_counts_what_its_words_say_plainly(name, counted):
    found = {one.id: one.counts.kind.value for one in load_profile(name).latest.indicators if one.counts}
    assert found == counted


@pytest.mark.parametrize("kind", ["sole-proprietor", "natural-person"])
def test_a_person_is_no_institution(kind):
    assert Provider(kind=kind, inn="4205000009").known_sector is Sector.NON_STATE
    assert Provider(kind=kind, inn="4205000009", sector="non-state").sector is Sector.NON_STATE
    for sector in ("state", "municipal"):
        with pytest.raises(ValueError, match="no institution"):
            Provider(kind=kind, inn="4205000009", sector=sector)


def test_the_sector_of_a_legal_entity_is_what_was_told():
    entity = Provider(kind="legal-entity", inn="4205000009")
    assert entity.known_sector is None
    assert "sector" not in entity.model_dump()
    told = Provider(kind="legal-entity", inn="4205000009", sector="municipal")
    assert told.known_sector is Sector.MUNICIPAL
    assert told.model_dump(mode="json")["sector"] == "municipal"
