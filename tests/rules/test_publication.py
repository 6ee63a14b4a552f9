"""Where a document must be published, and what shows that it was."""

import pytest

from law189.profile.loader import load_profile
from law189.rules.acts.publication import placed, published
from law189.verdict import Outcome

KEMEROVO = load_profile("kemerovo")
DISTRICT = load_profile("novokuznetsk_district")


@pytest.mark.provision("kemerovo-2993/p4", "novokuznetsk-277/p7")
@pytest.mark.parametrize(
    ("profile", "address"), [(KEMEROVO, "kemerovo-2993/p4"), (DISTRICT, "novokuznetsk-277/p7")]
)
@pytest.mark.parametrize(
    ("place", "outcome"),
    [("budget-portal", Outcome.HOLDS), ("own-site", Outcome.BREACH), ("press", Outcome.BREACH)],
)
def test_what_the_law_asks_to_publish_goes_to_the_budget_portal(profile, address, place, outcome):
    verdict = placed(place, "запись 17", profile.latest.publication)
    assert verdict.outcome is outcome
    assert [cite.id for cite in verdict.cites] == [address, "minfin-243n/act"]
    assert (verdict.facts["place"], verdict.facts["evidence"]) == (place, "запись 17")


def test_the_sentence_names_the_place_in_words_and_another_place_as_it_is_given():
    assert (
        "Место размещения: собственный сайт (подтверждение: запись 17)"
        in placed("own-site", "запись 17", KEMEROVO.latest.publication).text.ru
    )
    assert "Published: town hall" in published("town hall", "17", "press", None).text.en


@pytest.mark.parametrize(
    "duties",
    [(), [duty for duty in KEMEROVO.latest.publication if duty.what == "decree"]],
    ids=["nothing", "the decree only"],
)
def test_where_the_decree_sends_no_documents_anywhere_nobody_knows(duties):
    verdict = placed("budget-portal", "запись 17", duties)
    assert (verdict.outcome, verdict.cites) == (Outcome.UNKNOWN, ())
    assert [ask.path for ask in verdict.asks] == ["profile.publication[law-documents]"]


def test_a_duty_without_a_place_that_steps_can_name_is_unknown_and_cites_what_it_has():
    duty = DISTRICT.latest.publication[0].model_copy(update={"place": None, "under": None})
    verdict = placed("budget-portal", "запись 17", [duty])
    assert (verdict.outcome, verdict.cites) == (Outcome.UNKNOWN, (duty.cite,))
