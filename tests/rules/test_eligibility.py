"""Which services, providers and refusals come under the decree."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.extracts import Licence, Provider
from law189.profile.loader import load_profile, shipped_profiles
from law189.profile.plan import Milestone
from law189.profile.terms import AsNeeded, From, Quarter, Year
from law189.rules.providers import admitted, licensed
from law189.rules.providers.eligibility import (
    Admission,
    Objection,
    admissible,
    begun,
    listed,
    objected,
)
from law189.verdict import Outcome

KEMEROVO = load_profile("kemerovo")
DISTRICT = load_profile("novokuznetsk_district")
BOTH = pytest.mark.parametrize("profile", [KEMEROVO, DISTRICT], ids=shipped_profiles())
SCHOOLS = KEMEROVO.latest.excluded_providers
CITE = KEMEROVO.act.cite("p1")
ON = date(2023, 10, 2)
DAY = timedelta(1)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
LETTER, DIGIT = "804200О.99.0.ББ52АЖ48000", "8042000.99.0.ББ52АЖ48000"
STRANGE = "804200О.99.0.ББ52АЖ48001"
LICENCE = Licence(number="17", issued_on="2020-02-03")


def provider(**facts):
    legal = {"kind": "legal-entity", "inn": "4205000009", "ogrn": "1024200000000", "licence": LICENCE}
    return Provider(**{**legal, **facts})


def admission(profile=KEMEROVO, **choices):
    return Admission(
        profile.latest.excluded_providers,
        tuple((service.number, service.cite) for service in profile.latest.services),
        (profile.latest.direction.basis,),
        profile.latest.licence,
        choices,
    )


def failing(verdict):
    return {part.rule for part in verdict.walk() if not part.parts and part.outcome is not Outcome.HOLDS}


# ─── Услуга перечня ──────────────────────────────────────────────────────────────────────────────────────


@BOTH
@pytest.mark.parametrize("written", [LETTER, DIGIT, " 804200О990ББ52АЖ48000"])
def test_a_listed_service_is_found_however_its_number_is_written_and_cites_its_entry(profile, written):
    verdict = listed(written, admission(profile).services, CITE)
    assert verdict.outcome is Outcome.HOLDS
    assert verdict.cites == (
        next(s.cite for s in profile.latest.services if s.number.endswith("ББ52АЖ48000")),
    )


@BOTH
def test_by_letter_the_other_sign_is_another_service_and_the_verdict_names_the_reading(profile):
    own = next(s.number for s in profile.latest.services if s.number.endswith("ББ52АЖ48000"))
    other = DIGIT if own == LETTER else LETTER
    choices = {"S1": "by_letter"}
    assert listed(own, admission(profile).services, CITE, choices=choices).outcome is Outcome.HOLDS
    verdict = listed(other, admission(profile).services, CITE, choices=choices)
    assert (verdict.outcome, verdict.cites) == (Outcome.VOID, (CITE,))
    assert (verdict.reading.code, verdict.reading.choice) == ("S1", "by_letter")
    assert [(o.choice, o.outcome) for o in verdict.reading.otherwise] == [("one_service", Outcome.HOLDS)]


def test_what_is_not_in_the_list_turns_on_no_reading():
    verdict = listed(STRANGE, admission().services, CITE, choices={"S1": "by_letter"})
    assert (verdict.outcome, verdict.reading) == (Outcome.VOID, None)
    assert STRANGE in verdict.text.en


@pytest.mark.parametrize("written", ["", "танцы", "{x}", "804200О.99.0.ББ52AE59000"])
def test_a_number_that_does_not_read_is_not_counted_as_absent_from_the_list(written):
    verdict = listed(written, admission().services, CITE, choices={"S1": "by_letter"})
    assert (verdict.outcome, verdict.reading, verdict.cites) == (Outcome.UNKNOWN, None, (CITE,))
    assert f"{written} — does not read" in verdict.text.en
    assert f"{written} — не читается" in verdict.text.ru


def test_a_listed_number_that_does_not_read_hides_no_service_that_does():
    listing = [("804200О.99.0.ББ52AE59000", CITE), *admission().services]
    assert listed(LETTER, listing, CITE).outcome is Outcome.HOLDS
    assert listed(STRANGE, listing, CITE).outcome is Outcome.UNKNOWN
    assert listed("804200О.99.0.ББ52AE59000", listing, CITE).outcome is Outcome.HOLDS


def test_a_refusal_on_a_service_whose_number_does_not_read_is_not_borne_out():
    seen = objected(
        Objection.SERVICE_NOT_LISTED,
        "нет в перечне",
        admission(),
        provider(),
        ["804200О.99.0.ББ52AE59000"],
        ON,
    )
    assert seen.outcome is Outcome.UNKNOWN
    assert "does not read; it has Latin letters" in seen.text.en


@given(st.text())
def test_any_string_as_a_service_is_answered(written):
    assert listed(written, admission().services, CITE).outcome in {
        Outcome.HOLDS,
        Outcome.UNKNOWN,
        Outcome.VOID,
    }


# ─── Отбор ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.provision("kemerovo-2993/app4.5.4", "novokuznetsk-277/app2.5.4")
@pytest.mark.parametrize(
    ("profile", "first"), [(KEMEROVO, date(2023, 9, 1)), (DISTRICT, date(2023, 1, 1))], ids=shipped_profiles()
)
def test_the_selection_begins_on_its_first_day_and_is_not_closed_by_its_last(profile, first):
    item = profile.latest.milestone(Milestone.SELECTION)
    for on, outcome in (
        (first - DAY, Outcome.VOID),
        (first, Outcome.HOLDS),
        (date(2025, 6, 2), Outcome.HOLDS),
    ):
        verdict = begun(on, item.term, item.cite)
        assert (verdict.outcome, verdict.facts["first"], verdict.cites) == (outcome, first, (item.cite,))


@given(DAYS, DAYS)
def test_a_selection_from_a_day_on_has_begun_on_that_day_and_after(on, first):
    assert (begun(on, From(kind="from", day=first)).outcome is Outcome.HOLDS) is (on >= first)


@pytest.mark.parametrize(
    ("term", "first"),
    [
        (Year(kind="year", year=2024), date(2024, 1, 1)),
        (Quarter(kind="quarter", year=2024, quarter=1), date(2024, 1, 1)),
        (Quarter(kind="quarter", year=2024, quarter=4), date(2024, 10, 1)),
        (AsNeeded(kind="as_needed"), None),
    ],
)
def test_other_terms_begin_with_their_year_or_quarter_or_name_no_first_day(term, first):
    assert begun(date(2024, 12, 31), term).facts["first"] == first
    assert begun(date(2024, 12, 31), term).outcome is Outcome.HOLDS
    before = begun(date(2023, 12, 31), term).outcome
    assert before is (Outcome.HOLDS if first is None else Outcome.VOID)


# ─── Лицензия ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.provision("kemerovo-2993/app4.5.1", "novokuznetsk-277/app2.5.1")
@pytest.mark.parametrize(
    ("issued_on", "ends_on", "outcome"),
    [
        (ON, None, Outcome.HOLDS),
        (ON - DAY, ON, Outcome.HOLDS),
        (ON, ON, Outcome.HOLDS),
        (ON - 2 * DAY, ON - DAY, Outcome.VOID),
        (ON + DAY, None, Outcome.VOID),
    ],
    ids=[
        "issued today",
        "ends today",
        "for one day",
        "ended yesterday",
        "issued tomorrow",
    ],
)
def test_a_licence_holds_from_its_first_day_to_its_last(issued_on, ends_on, outcome):
    verdict = licensed(Licence(number="17", issued_on=issued_on, ends_on=ends_on), ON, CITE)
    assert (verdict.outcome, verdict.cites) == (outcome, (CITE,))


def test_no_licence_is_no_licence():
    assert licensed(None, ON, CITE).outcome is Outcome.VOID
    assert "Лицензия не указана (если она есть, укажите её);" in licensed(None, ON, CITE).text.ru


@given(DAYS, DAYS, DAYS)
def test_a_licence_is_in_force_on_exactly_its_days(issued_on, ends_on, on):
    issued_on, ends_on = sorted((issued_on, ends_on))
    holds = licensed(Licence(number="1", issued_on=issued_on, ends_on=ends_on), on).outcome is Outcome.HOLDS
    assert holds is (issued_on <= on <= ends_on)


# ─── Школы ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.provision("kemerovo-2993/p1")
@pytest.mark.parametrize("entry", SCHOOLS, ids=lambda entry: entry.id)
def test_each_of_the_eight_special_names_is_known_by_its_id_and_by_its_words(entry):
    name = entry.name.ru
    for school in (entry.id, name, name.upper(), f"МАУ ДО «{name.capitalize()} № 4»"):
        verdict = admitted(school, SCHOOLS)
        assert (verdict.outcome, verdict.cites) == (Outcome.VOID, (entry.cite,))


@pytest.mark.provision("kemerovo-2993/p1")
def test_there_are_eight_such_names():
    assert len(SCHOOLS) == 8


@pytest.mark.parametrize(
    "school",
    [
        "Детская школа искусств",
        " ДЕТСКАЯ  школа\nискусств ",
        "детская\u00a0школа искусств",
        "Детская «школа» искусств",
        "детская школа художественных ремёсел",
        "детская школа художественных реме\u0308сел",
        "детской музыкальной школы № 1",
        "детской школе искусств",
        "Детские музыкальные школы",
        "детских театральных школ",
        "дeтская школа искусств",  # one Latin letter
        "ДЕТСКАЯ ШКОЛА ИСКYССТВ",  # another
        "детcкaя xopoвaя шкoлa",
        "children's art school",
        "The Children’s Music Schools No 1",
        "children's сircus school",  # one Cyrillic letter
        "Art-School",
    ],
)
def test_case_spaces_quotes_and_yo_make_no_difference(school):
    assert admitted(school, SCHOOLS).outcome is Outcome.VOID


@pytest.mark.parametrize(
    "school",
    [
        *(
            None,
            "",
            "—",
            "центр творчества",
            "школа искусств",
            "недетская школа искусств",
            "детская школа",
            "{x}",
        ),
        *("детский сад", "детская школьная музыка", "художественный лицей", "school of arts", "art"),
    ],
)
def test_another_school_and_no_school_are_admitted_and_cite_the_norm_once(school):
    verdict = admitted(school, SCHOOLS)
    assert (verdict.outcome, verdict.cites) == (Outcome.HOLDS, (SCHOOLS[0].cite,))
    assert verdict.text.en


@given(st.text())
def test_any_string_as_a_school_is_answered(school):
    assert admitted(school, SCHOOLS).outcome in {Outcome.HOLDS, Outcome.VOID}


# ─── Допуск и возражения ─────────────────────────────────────────────────────────────────────────────────

WRONG = {
    Objection.NO_LICENCE: ({"licence": None}, (LETTER,), {"eligibility.licensed"}),
    Objection.EXCLUDED_PROVIDER: ({"school": "circus-school"}, (LETTER,), {"eligibility.school"}),
    Objection.SERVICE_NOT_LISTED: ({}, (LETTER, STRANGE), {"eligibility.listed"}),
    Objection.WRONG_IDENTIFIERS: ({"inn": "4205000008"}, (LETTER,), {"identifiers.inn"}),
}


@BOTH
def test_a_provider_with_all_that_is_asked_is_admitted(profile):
    verdict = admissible(admission(profile), provider(), (LETTER,), ON)
    assert (verdict.outcome, failing(verdict)) == (Outcome.HOLDS, set())
    assert verdict.facts == {"provider": "4205000009", "services": (LETTER,)}
    assert profile.latest.milestone(Milestone.REGISTER).cite in verdict.cites


@pytest.mark.provision("kemerovo-2993/p1", "kemerovo-2993/app4.5.1")
@pytest.mark.parametrize("ground", Objection)
def test_each_failing_condition_keeps_a_provider_out_and_bears_out_its_own_ground_only(ground):
    facts, services, rules = WRONG[ground]
    verdict = admissible(admission(), provider(**facts), services, ON)
    assert (verdict.outcome, failing(verdict)) == (Outcome.VOID, rules)
    for other in Objection:
        said = objected(other, "см. дело", admission(), provider(**facts), services, ON)
        assert said.outcome is (Outcome.HOLDS if other is ground else Outcome.VOID)
        assert said.facts["confirmed"] is (other is ground)


def test_all_that_is_wrong_is_told_at_once():
    everything = {name: value for facts, _, _ in WRONG.values() for name, value in facts.items()}
    verdict = admissible(admission(), provider(**everything), (STRANGE,), ON)
    assert failing(verdict) == {rule for _, _, rules in WRONG.values() for rule in rules}


def test_a_missing_ogrn_leaves_both_inclusion_and_its_refusal_open():
    nobody_knows = provider(ogrn=None)
    assert admissible(admission(), nobody_knows, (LETTER,), ON).outcome is Outcome.UNKNOWN
    said = objected(Objection.WRONG_IDENTIFIERS, "нет номера", admission(), nobody_knows, (LETTER,), ON)
    assert (said.outcome, said.facts["confirmed"]) == (Outcome.UNKNOWN, None)
    assert "provider.ogrn" in said.text.en
    wrong = provider(ogrn=None, inn="1")
    said = objected(Objection.WRONG_IDENTIFIERS, "неверен ИНН", admission(), wrong, (LETTER,), ON)
    assert said.outcome is Outcome.HOLDS


def test_a_ground_tells_what_was_seen_and_where_the_decree_asks_for_it():
    said = objected(Objection.NO_LICENCE, "не приложена", admission(), provider(licence=None), (LETTER,), ON)
    assert said.text.ru == (
        "Основание отказа: нет действующей лицензии (не приложена); подтверждается. "
        "Лицензия не указана (если она есть, укажите её); проверено на 02.10.2023."
    )
    assert [cite.address for cite in said.cites] == ["app4.5.1"]


def test_where_the_decree_leaves_no_school_out_none_is_a_ground():
    art = provider(school="art-school")
    assert DISTRICT.latest.excluded_providers == ()
    verdict = admissible(admission(DISTRICT), art, (LETTER,), ON)
    assert verdict.outcome is Outcome.HOLDS
    assert "eligibility.school" not in {part.rule for part in verdict.parts}
    said = objected(Objection.EXCLUDED_PROVIDER, "школа искусств", admission(DISTRICT), art, (LETTER,), ON)
    assert (said.outcome, said.facts["seen"], said.cites) == (Outcome.VOID, None, ())


def test_the_readings_of_the_profile_reach_the_services():
    assert admissible(admission(), provider(), (DIGIT,), ON).outcome is Outcome.HOLDS
    by_letter = admissible(admission(S1="by_letter"), provider(), (DIGIT,), ON)
    assert (by_letter.outcome, failing(by_letter)) == (Outcome.VOID, {"eligibility.listed"})


# ─── What the facts say ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("written", "found", "parts"), [(LETTER, True, 0), (DIGIT, True, 1), (STRANGE, False, 0)]
)
def test_the_facts_say_whether_the_service_was_found_and_only_a_comparison_has_a_part(written, found, parts):
    said = listed(written, KEMEROVO.latest.numbers, CITE)
    assert (said.facts["found"], len(said.parts)) == (found, parts)
    assert ("включена в перечень" if found else "в перечень не включена") in said.text.ru


def test_the_facts_say_whether_the_school_is_left_out():
    assert admitted("лицей", SCHOOLS).facts["excluded"] is False
    assert admitted("детская хоровая школа", SCHOOLS).facts["excluded"].ru == "детская хоровая школа"


def test_the_first_of_the_wrong_numbers_is_told():
    wrong = provider(inn="4205000000", ogrn="1024200000001")
    said = objected(Objection.WRONG_IDENTIFIERS, "оба неверны", admission(), wrong, (LETTER,), ON)
    assert said.outcome is Outcome.HOLDS
    assert "4205000000" in said.facts["seen"].ru


@pytest.mark.parametrize("written", [LETTER, DIGIT])
def test_of_two_writings_in_the_list_the_one_written_just_so_is_cited(written):
    first, second = (KEMEROVO.latest.cite(address) for address in ("app1.1", "app1.2"))
    for listing in ([(LETTER, first), (DIGIT, second)], [(DIGIT, second), (LETTER, first)]):
        verdict = listed(written, listing, CITE)
        assert (verdict.outcome, verdict.parts) == (Outcome.HOLDS, ())
        assert verdict.cites == (first if written == LETTER else second,)
