"""Which ways of execution a municipality chose, and what a certificate needs."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law189.extracts import OrderLine, Way
from law189.profile.loader import load_profile
from law189.profile.services import Selection
from law189.rules.orders.ways import enabled, enabled_for, open_to, used, way_chosen
from law189.verdict import Outcome

KEMEROVO = load_profile("kemerovo")
DISTRICT = load_profile("novokuznetsk_district")
CITE, LAW = DISTRICT.latest.cite("p3"), DISTRICT.latest.cite("189-fz/art9.part2.item1")
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))


def choice(since=None, until=None, way=Way.CERTIFICATE, cite=CITE, law=None):
    return Selection(way=way, since=since, until=until, law=law, cite=cite)


def line(**parts):
    split = [{"way": way.replace("_", "-"), "amount": amount} for way, amount in parts.items()]
    return OrderLine(service="1", unit="roubles", total=1, parts=split)


@pytest.mark.provision("novokuznetsk-277/p3")
@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        (date(2022, 12, 31), Outcome.VOID),
        (date(2023, 1, 1), Outcome.HOLDS),
        (date(2024, 12, 31), Outcome.HOLDS),
        (date(2025, 1, 1), Outcome.VOID),
    ],
)
def test_the_district_chose_the_certificate_for_2023_and_2024_both_days_included(on, outcome):
    verdict = way_chosen(Way.CERTIFICATE, on, DISTRICT.latest.selection)
    assert verdict.outcome is outcome
    assert [cite.id for cite in verdict.cites] == ["novokuznetsk-277/p3", "189-fz/art9.part2.item1"]
    assert "social certificate from 2023-01-01 to 2024-12-31" in verdict.text.en
    assert "социальный сертификат с 01.01.2023 по 31.12.2024" in verdict.text.ru


def test_kemerovo_chose_the_certificate_without_an_end():
    for on in (date(2020, 1, 1), date(2030, 1, 1)):
        verdict = way_chosen(Way.CERTIFICATE, on, KEMEROVO.latest.selection)
        assert (verdict.outcome, verdict.cites) == (Outcome.HOLDS, (KEMEROVO.latest.cite("app4.2.2"),))


@pytest.mark.parametrize("profile", [KEMEROVO, DISTRICT])
def test_the_competition_that_nobody_chose_is_refused_and_what_was_chosen_is_cited(profile):
    verdict = way_chosen(Way.COMPETITION, date(2024, 1, 9), profile.latest.selection)
    assert verdict.outcome is Outcome.VOID
    assert verdict.cites[0] == profile.latest.selection[0].cite


@pytest.mark.parametrize("way", [Way.CERTIFICATE, Way.COMPETITION])
def test_a_decree_that_chooses_no_way_is_silent_and_an_office_may_decide(way):
    verdict = way_chosen(way, date(2024, 1, 9), ())
    assert (verdict.outcome, verdict.rule) == (Outcome.UNKNOWN, "force.silent")
    assert [ask.path for ask in verdict.asks] == ["profile.selection"]


@pytest.mark.parametrize("selections", [(), KEMEROVO.latest.selection, DISTRICT.latest.selection])
def test_a_municipal_task_needs_no_choice(selections):
    verdict = way_chosen(Way.MUNICIPAL_TASK, date(2030, 1, 1), selections)
    assert (verdict.outcome, verdict.cites) == (Outcome.HOLDS, ())


def test_a_competition_that_was_chosen_is_open_and_cites_its_own_choice():
    own = KEMEROVO.latest.cite("p2.3")
    both = (choice(), choice(way=Way.COMPETITION, cite=own, law=LAW))
    verdict = way_chosen(Way.COMPETITION, date(2024, 1, 9), both)
    assert (verdict.outcome, verdict.cites) == (Outcome.HOLDS, (own, LAW))


@given(DAYS, st.none() | DAYS, st.none() | DAYS)
def test_a_choice_holds_from_its_first_day_to_its_last_and_on_no_other(on, since, until):
    if since and until and since > until:
        since, until = until, since
    verdict = way_chosen(Way.CERTIFICATE, on, [choice(since, until)])
    holds = (since or on) <= on <= (until or on)
    assert verdict.outcome is (Outcome.HOLDS if holds else Outcome.VOID)


@given(DAYS)
def test_one_of_several_choices_that_holds_is_enough(on):
    past, present = choice(until=on - timedelta(1)), choice(since=on, cite=LAW)
    verdict = way_chosen(Way.CERTIFICATE, on, [past, present])
    assert (verdict.outcome, verdict.cites) == (Outcome.HOLDS, (LAW,))


def test_ways_in_use_are_those_with_a_share_of_more_than_zero():
    lines = [line(competition=0, certificate=1), line(municipal_task="0.01", certificate=2)]
    assert used(lines) == (Way.MUNICIPAL_TASK, Way.CERTIFICATE)
    assert used([]) == ()


def test_a_certificate_needs_an_act_that_is_named():
    assert enabled("решение № 5", LAW).outcome is Outcome.HOLDS
    assert "решение № 5" in enabled("решение № 5", LAW).text.ru
    missing = enabled(None, LAW)
    assert (missing.outcome, missing.cites) == (Outcome.UNKNOWN, (LAW,))
    assert missing.text.en.endswith("give: act on certificates (enabling_act) — from whoever takes the step.")


def test_the_facts_say_whether_the_way_may_be_used():
    chosen = way_chosen(Way.CERTIFICATE, date(2024, 5, 1), DISTRICT.latest.selection)
    refused = way_chosen(Way.CERTIFICATE, date(2025, 5, 1), DISTRICT.latest.selection)
    task = way_chosen(Way.MUNICIPAL_TASK, date(2025, 5, 1), DISTRICT.latest.selection)
    assert [verdict.facts["chosen"] for verdict in (chosen, refused, task)] == [True, False, True]


def test_a_choice_taken_from_the_sense_says_so():
    said = way_chosen(Way.COMPETITION, date(2024, 5, 1), KEMEROVO.latest.selection)
    assert "социальный сертификат (взято по смыслу)" in said.text.ru
    assert (
        "взято по смыслу"
        not in way_chosen(Way.COMPETITION, date(2024, 5, 1), DISTRICT.latest.selection).text.ru
    )


def test_each_way_with_a_share_is_asked_and_a_task_is_not():
    lines = [line(municipal_task=50, certificate=30, competition=20)]
    found = list(open_to(lines, date(2024, 5, 1), DISTRICT.latest.selection))
    assert [(one.facts["way"], one.outcome) for one in found] == [
        (Way.CERTIFICATE.text, Outcome.HOLDS),
        (Way.COMPETITION.text, Outcome.VOID),
    ]
    assert list(open_to([line(municipal_task=50)], date(2024, 5, 1), ())) == []


@pytest.mark.parametrize(
    ("on", "until", "outcome", "told_of"),
    [
        (date(2024, 1, 1), date(2024, 12, 31), Outcome.HOLDS, date(2024, 1, 1)),
        (date(2022, 12, 1), date(2022, 12, 31), Outcome.VOID, date(2022, 12, 1)),
        (date(2022, 12, 1), date(2023, 1, 1), Outcome.HOLDS, date(2023, 1, 1)),
        (date(2025, 1, 1), date(2025, 12, 31), Outcome.VOID, date(2025, 1, 1)),
        (date(2022, 12, 1), None, Outcome.VOID, date(2022, 12, 1)),
    ],
)
def test_a_way_is_chosen_on_some_day_of_those_on_which_the_order_is_executed(on, until, outcome, told_of):
    (found,) = open_to([line(certificate=1)], on, DISTRICT.latest.selection, until=until)
    assert (found.outcome, found.facts["on"]) == (outcome, told_of)


@given(DAYS, DAYS, st.none() | DAYS, st.none() | DAYS)
def test_an_order_is_open_to_a_way_where_the_days_of_the_two_meet(first, last, since, until):
    """By hand: two spans of days meet where neither is over before the other begins."""
    first, last = sorted((first, last))
    if since and until and since > until:
        since, until = until, since
    (found,) = open_to([line(certificate=1)], first, [choice(since, until)], until=last)
    assert (found.outcome is Outcome.HOLDS) is ((since or first) <= last and first <= (until or last))


@pytest.mark.parametrize(
    ("lines", "outcomes"), [({"municipal_task": 1}, []), ({"certificate": 1}, [Outcome.UNKNOWN])]
)
def test_an_enabling_act_is_asked_of_a_certificates_share_alone(lines, outcomes):
    assert [one.outcome for one in enabled_for([line(**lines)], None, CITE)] == outcomes


# ─── A way of one's own for some services ────────────────────────────────────────────────────────────────

FIRST, SECOND, THIRD = (number for number, _ in KEMEROVO.latest.numbers[:3])
MIXED = [
    Selection(way=Way.CERTIFICATE, numbers=[FIRST], cite=CITE),
    Selection(way=Way.COMPETITION, numbers=[SECOND], cite=CITE),
]


@pytest.mark.parametrize(
    ("way", "services", "outcome"),
    [
        (Way.CERTIFICATE, (FIRST,), Outcome.HOLDS),
        (Way.CERTIFICATE, (FIRST.lower().replace(".", " "),), Outcome.HOLDS),
        (Way.CERTIFICATE, (SECOND,), Outcome.VOID),
        (Way.CERTIFICATE, (FIRST, SECOND), Outcome.VOID),
        (Way.COMPETITION, (SECOND,), Outcome.HOLDS),
        (Way.CERTIFICATE, (THIRD,), Outcome.VOID),
        (Way.CERTIFICATE, (), Outcome.HOLDS),
    ],
)
def test_a_way_chosen_for_named_services_is_open_to_them_alone(way, services, outcome):
    assert way_chosen(way, date(2024, 1, 9), MIXED, services).outcome is outcome


def test_before_a_service_is_named_one_choice_of_the_way_is_enough_and_is_the_one_cited():
    other = KEMEROVO.latest.cite("p2.3")
    both = [MIXED[0], Selection(way=Way.CERTIFICATE, numbers=[SECOND], cite=other)]
    assert way_chosen(Way.CERTIFICATE, date(2024, 1, 9), both).cites == (CITE,)
    assert way_chosen(Way.CERTIFICATE, date(2024, 1, 9), both, (SECOND,)).cites == (other,)
    assert way_chosen(Way.CERTIFICATE, date(2024, 1, 9), both, (FIRST, SECOND)).cites == (CITE, other)


def test_the_service_that_has_no_such_way_is_named():
    said = way_chosen(Way.CERTIFICATE, date(2024, 1, 9), MIXED, (FIRST, SECOND))
    assert said.rule == "ways.chosen_for"
    assert f"услуги {SECOND} на 09.01.2024" in said.text.ru
    assert f"социальный сертификат (услуги: {FIRST})" in said.text.ru


@given(
    st.lists(
        st.tuples(st.sampled_from(list(Way)), st.sets(st.sampled_from((FIRST, SECOND, THIRD)))), max_size=4
    ),
    st.sampled_from((Way.CERTIFICATE, Way.COMPETITION)),
    st.sets(st.sampled_from((FIRST, SECOND, THIRD))),
)
def test_each_service_of_a_step_needs_a_choice_for_it(chosen, way, services):
    """By hand: a choice without numbers is for all, and one choice for every service of the step is enough."""
    selections = [
        Selection(way=one, numbers=sorted(numbers), cite=CITE) for one, numbers in chosen if one in MADE
    ]
    of_way = [one.numbers for one in selections if one.way is way]
    holds = bool(of_way) and all(any(not one or service in one for one in of_way) for service in services)
    assert selections or not holds
    assert (way_chosen(way, date(2024, 1, 9), selections, sorted(services)).outcome is Outcome.HOLDS) is holds


MADE = (Way.CERTIFICATE, Way.COMPETITION)


def test_every_line_of_an_order_needs_a_choice_for_its_service():
    lines = [
        OrderLine(service=service, unit="roubles", total=1, parts=[{"way": "certificate", "amount": 1}])
        for service in (FIRST, SECOND)
    ]
    assert [one.outcome for one in open_to(lines[:1], date(2024, 1, 9), MIXED)] == [Outcome.HOLDS]
    first, second = open_to(lines, date(2024, 1, 9), MIXED)
    assert (first.outcome, second.outcome) == (Outcome.HOLDS, Outcome.VOID)
    assert second.facts["service"] == SECOND


@pytest.mark.parametrize(
    ("first", "second", "until", "outcomes"),
    [
        (("2024-01-01", "2024-05-31"), ("2024-06-01", "2024-12-31"), "2024-12-31", ["holds", "holds"]),
        (("2024-01-01", "2024-05-31"), ("2024-06-01", "2024-12-31"), None, ["holds", "void"]),
        (("2024-01-01", None), ("2024-06-01", None), "2024-12-31", ["holds", "holds"]),
        (("2024-06-01", None), ("2024-06-01", None), "2024-12-31", ["holds"]),
        (("2024-06-01", None), ("2024-06-01", None), None, ["void"]),
        (("2025-01-01", None), ("2024-06-01", None), "2024-12-31", ["holds", "void"]),
    ],
)
def test_services_of_one_order_may_have_their_way_from_days_of_their_own(first, second, until, outcomes):
    chosen = [
        Selection(way="certificate", numbers=[service], since=since, until=last, cite=CITE)
        for service, (since, last) in ((FIRST, first), (SECOND, second))
    ]
    lines = [
        OrderLine(service=service, unit="roubles", total=1, parts=[{"way": "certificate", "amount": 1}])
        for service in (FIRST, SECOND)
    ]
    last = None if until is None else date.fromisoformat(until)
    found = open_to(lines, date(2024, 1, 9), chosen, until=last)
    assert [one.outcome.value for one in found] == outcomes
