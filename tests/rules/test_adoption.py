"""An act is in force from its own day to its last one; a value that nobody has set stays unknown."""

from datetime import date

import pytest
from filled import acts, filled

from law189.profile.documents import LocalAct
from law189.profile.federal import load_federal, shipped_data
from law189.profile.loader import load_profile
from law189.rules.acts.adoption import adopted, value_set
from law189.verdict import Ask, Outcome

SLOT = load_federal().slot("certificate.forming_term")
ACT = LocalAct.CERTIFICATE_FORMING


def for_a_time(since, until):
    """Kemerovo with an act on certificates that holds for a time."""
    every = list(acts(certificate_forming=since))
    for one in every:
        if one["adopts"] == [ACT.value]:
            one["until"] = until
    return load_profile({**shipped_data()["municipalities"]["kemerovo"], "adopted": every})


@pytest.mark.parametrize(
    ("on", "in_force"),
    [
        (date(2024, 1, 31), False),
        (date(2024, 2, 1), True),
        (date(2024, 2, 29), True),
        (date(2024, 3, 1), True),
        (date(2024, 3, 2), False),
    ],
    ids=str,
)
def test_an_act_is_in_force_from_its_first_day_to_its_last_both_within(on, in_force):
    profile = for_a_time("2024-02-01", "2024-03-01")
    said = adopted(ACT, profile.latest.adopted_on(ACT, on), *profile.latest.asked_by(ACT))
    assert said.outcome is (Outcome.HOLDS if in_force else Outcome.UNKNOWN)
    fill = profile.latest.fill_on(SLOT.id, on)
    assert value_set(SLOT, fill).outcome is said.outcome
    assert (fill is not None) is in_force


def test_an_act_for_a_single_day_is_in_force_on_that_day_alone():
    profile = for_a_time("2024-02-01", "2024-02-01")
    days = [date(2024, 1, 31), date(2024, 2, 1), date(2024, 2, 2)]
    assert [profile.latest.adopted_on(ACT, day) is not None for day in days] == [False, True, False]


@pytest.mark.provision("kemerovo-2993/app4.2.3")
def test_an_act_that_is_missing_is_named_with_what_asks_for_it():
    profile = load_profile("kemerovo")
    said = adopted(ACT, None, *profile.latest.asked_by(ACT))
    assert said.text.ru == (
        "Акт о формировании сертификатов на день шага в профиле не указан. Если акт не принят, примите его; если "
        "принят, укажите в профиле: акт о формировании сертификатов (adopted[certificate-forming]) — вносит тот, "
        "кто ведёт профиль муниципалитета, когда акт принят."
    )
    assert [cite.id for cite in said.cites] == ["189-fz/art20.part1", "kemerovo-2993/app4.2.3"]
    assert [ask.path for ask in said.asks] == ["profile.adopted[certificate-forming]"]


def test_an_act_that_is_adopted_is_cited_and_an_invented_one_says_so():
    profile = filled("kemerovo")
    found = profile.latest.adopted_on(ACT, date(2024, 1, 10))
    said = adopted(ACT, found, *profile.latest.asked_by(ACT))
    assert said.cites[-1] == found.cite
    assert said.facts["invented"] is True
    assert "с 25.09.2023" in said.text.ru


def test_a_value_that_is_missing_names_who_sets_it_and_by_which_act():
    said = value_set(SLOT, None)
    assert said.text.ru == (
        "Не установлено: срок формирования социального сертификата (certificate.forming_term) — устанавливает "
        "администрация муниципального образования актом о формировании сертификатов. Примите акт и внесите "
        "значение в профиль."
    )
    assert said.asks == (Ask("slot certificate.forming_term", SLOT.what, SLOT.competent),)
    assert said.cites == (SLOT.cite,)


def test_a_value_that_is_set_cites_the_law_and_the_act():
    fill = filled("kemerovo").latest.fill_on(SLOT.id, date(2024, 1, 10))
    said = value_set(SLOT, fill)
    assert (said.outcome, said.cites) == (Outcome.HOLDS, (SLOT.cite, fill.cite))
