"""Parameters of services: ages, categories and nominals, each as the profile sets them or leaves them out."""

from datetime import date

import pytest
from cases_at_hand import FORMED_CERTIFICATE, FULL_TIME, changed, hours
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from law189.errors import ProfileError
from law189.extracts import Recipient
from law189.law import Citation, Text
from law189.lints.days import limit_out_of_its_days
from law189.measures import Volume
from law189.profile.loader import load_profile
from law189.profile.parameters import Consumers, Nominal
from law189.rules.certificates.consumers import in_category, in_season, nominal_kept, nominal_of, of_age_group
from law189.verdict import Outcome
from law189.workflows import order
from law189.workflows.certificate import lifecycle as certificate

CITE = Citation("town-5", "p3", Text("п. 3 постановления № 5", "item 3 of decree No 5"))
ON = date(2024, 1, 10)
HOLDS, BREACH, UNKNOWN, VOID = Outcome.HOLDS, Outcome.BREACH, Outcome.UNKNOWN, Outcome.VOID
LARGE = {"id": "large-family", "title": {"ru": "дети из многодетных семей"}}
ORPHAN = {"id": "orphan", "title": {"ru": "дети-сироты"}}


@pytest.mark.parametrize(
    ("born", "outcome"),
    [
        ("2019-01-10", HOLDS),  # five on the very day
        ("2019-01-11", VOID),  # four
        ("2006-01-11", HOLDS),  # still seventeen
        ("2006-01-10", VOID),  # eighteen on the very day
        ("2024-01-11", VOID),  # not born yet
    ],
)
def test_the_ages_served_are_counted_in_full_years(born, outcome):
    said = of_age_group(date.fromisoformat(born), ON, Consumers(age_from=5, age_to=17), CITE)
    assert said.outcome is outcome
    assert said.cites == (CITE,)


def test_the_sentence_names_only_the_bounds_that_are_set():
    said = of_age_group(date(1950, 1, 1), ON, Consumers(age_from=60), CITE)
    assert (
        said.text.ru
        == "Полных лет потребителю на 10.01.2024: 74; возраст, для которого услуга, полных лет: от 60 включительно."
    )


@given(st.dates(date(1990, 1, 1), date(2024, 1, 9)), st.integers(0, 30), st.integers(0, 30))
def test_an_age_is_within_the_bounds_as_a_calendar_counts_it(born, first, more):
    consumers = Consumers(age_from=first, age_to=first + more)
    years = relativedelta(ON, born).years
    assert (of_age_group(born, ON, consumers).outcome is HOLDS) == (first <= years <= first + more)


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        (("large-family",), HOLDS),
        (("large-family", "pensioner"), HOLDS),
        (("pensioner",), VOID),
        (("large-family", "orphan"), VOID),  # served as the one, left out as the other
        (("large-family", "orphen"), UNKNOWN),  # nobody knows that category: it may be the one left out
        (("orphen", "orphan"), VOID),
        (("largefamily",), UNKNOWN),
        ((), VOID),  # the consumer belongs to none
        (None, UNKNOWN),  # nobody told
    ],
)
def test_a_category_is_served_or_left_out(told, outcome):
    consumers = Consumers(categories=[LARGE], excluded=[ORPHAN])
    said = in_category(told, consumers, CITE, known=["pensioner"])
    assert said.outcome is outcome
    if outcome is UNKNOWN:
        assert [ask.path for ask in said.asks] == ["event.recipient.categories"]


@given(
    st.none() | st.sets(st.sampled_from(["large-family", "orphan", "pensioner", "unheard-of"])),
    st.booleans(),
    st.booleans(),
)
def test_what_nobody_knows_decides_nothing(told, some_served, some_left_out):
    """Whichever category, or none, the unknown word stands for: where all agree, that is the answer."""
    consumers = Consumers(
        categories=[LARGE] if some_served else [], excluded=[ORPHAN] if some_left_out else []
    )
    known = {"large-family", "orphan", "pensioner"}
    sure = known & (told or set())
    may_be = [sure, *(sure | {one} for one in known)] if told is None or told - known else [sure]
    answers = {in_category(sorted(one), consumers, known=known).outcome for one in may_be}
    said = in_category(told if told is None else sorted(told), consumers, known=known)
    if some_served or some_left_out:  # else nothing is asked
        assert said.outcome is (answers.pop() if len(answers) == 1 else UNKNOWN)


@pytest.mark.parametrize(
    ("told", "volume", "outcome", "asked"),
    [
        (None, 72, HOLDS, ()),
        (None, 73, UNKNOWN, ("case.recipient.categories",)),
        (None, 145, BREACH, ()),
        ((), 73, BREACH, ()),
        (("large-family",), 144, HOLDS, ()),
    ],
)
def test_a_nominal_is_asked_of_the_category_where_it_turns_on_it(told, volume, outcome, asked):
    nominals = [
        {"volume": {"amount": "72", "unit": "person-hours"}},
        {"category": "large-family", "volume": {"amount": "144", "unit": "person-hours"}},
    ]
    (said,) = nominal_kept(hours(volume), told, town(nominals=nominals).latest.parameters)
    assert said.outcome is outcome
    assert tuple(ask.path for ask in said.asks) == asked


@pytest.mark.parametrize(
    ("told", "volume", "outcomes"),
    [
        (("large-family",), 145, [BREACH]),
        (("orphan",), 145, []),
        ((), 145, []),
        (None, 144, [HOLDS]),
        (None, 145, [UNKNOWN]),
    ],
)
def test_a_nominal_set_for_one_category_alone_is_no_limit_for_the_others(told, volume, outcomes):
    nominals = [{"category": "large-family", "volume": {"amount": "144", "unit": "person-hours"}}]
    parameters = town(nominals=nominals).latest.parameters
    assert [one.outcome for one in nominal_kept(hours(volume), told, parameters)] == outcomes


def test_a_nominal_is_that_of_the_category_or_of_all_others():
    of_all = Nominal(volume=Volume(amount=72, unit="hours-a-week"))
    large = Nominal(category="large-family", volume=Volume(amount=144, unit="hours-a-week"))
    unit = of_all.volume.unit
    assert nominal_of((), [of_all, large], unit) == of_all
    assert nominal_of(("large-family",), [of_all, large], unit) == large
    assert nominal_of(("orphan",), [large], unit) is None


@pytest.mark.parametrize(
    ("told", "volume", "outcome"),
    [
        (("large-family", "orphan"), 145, BREACH),  # the nominal in roubles says nothing of hours
        (("large-family", "orphan"), 144, HOLDS),
        (("orphan",), 1, UNKNOWN),  # only one in roubles
        (("disabled",), 73, BREACH),  # that of all others
        (("disabled",), 72, HOLDS),
    ],
)
def test_a_nominal_is_compared_with_those_in_its_own_unit(told, volume, outcome):
    nominals = [
        {"volume": {"amount": "72", "unit": "person-hours"}},
        {"category": "large-family", "volume": {"amount": "144", "unit": "person-hours"}},
        {"category": "orphan", "volume": {"amount": "24171", "unit": "roubles"}},
    ]
    (said,) = nominal_kept(hours(volume), told, town(nominals=nominals).latest.parameters)
    assert said.outcome is outcome


@pytest.mark.parametrize(
    ("told", "volume", "needed"),
    [
        (("large-family", "orphan"), 145, "144 person-hours (large-family), 24171 roubles (orphan)"),
        (("orphan",), 1, "24171 roubles"),
        (("disabled",), 73, "72 person-hours"),
        (
            None,
            73,
            "72 person-hours (for all others), 144 person-hours (large-family), 24171 roubles (orphan)",
        ),
    ],
)
def test_every_nominal_that_is_set_for_the_consumer_is_told(told, volume, needed):
    nominals = [
        {"volume": {"amount": "72", "unit": "person-hours"}},
        {"category": "large-family", "volume": {"amount": "144", "unit": "person-hours"}},
        {"category": "orphan", "volume": {"amount": "24171", "unit": "roubles"}},
    ]
    (said,) = nominal_kept(hours(volume), told, town(nominals=nominals).latest.parameters)
    assert f": {needed}" in said.text.en
    assert ("of several the largest" in said.text.en) == (told == ("large-family", "orphan"))


# ─── In a profile ────────────────────────────────────────────────────────────────────────────────────────

AGES = {"consumers": {"age_from": 5, "age_to": 17}, "cite": "p3"}


def town(**parameters):
    return changed("kemerovo", parameters=[{"cite": "p3", **parameters}])


def judged(profile, **recipient):
    born = Recipient(**{"file": "17", "born": "2014-05-01", **recipient})
    applied = FORMED_CERTIFICATE[0].model_copy(update={"recipient": born})
    return certificate.judge(certificate.begin("17"), applied, profile)


def test_an_application_is_judged_by_age_and_category():
    who = {"age_from": 5, "age_to": 17, "categories": [LARGE]}
    assert judged(town(consumers=who), categories=("large-family",)).outcome is HOLDS
    assert judged(town(consumers=who)).outcome is UNKNOWN
    assert judged(town(consumers=who), categories=()).outcome is VOID
    assert judged(town(consumers={"excluded": [ORPHAN]}), categories=()).outcome is HOLDS
    assert judged(town(consumers={"excluded": [ORPHAN]}), categories=("orphans",)).outcome is UNKNOWN
    assert judged(town(consumers=who), born="2001-05-01", categories=("large-family",)).outcome is VOID
    assert judged(town()).outcome is HOLDS


def test_parameters_of_another_service_ask_nothing():
    who = {"age_from": 60}
    assert judged(town(consumers=who, services=["804200О.99.0.ББ52АЕ11000"])).outcome is HOLDS
    assert judged(town(consumers=who, services=[FULL_TIME])).outcome is VOID


@pytest.mark.parametrize(
    ("volume", "outcome"),
    [(hours(144), HOLDS), (hours(143), BREACH), (Volume(amount=1000, unit="roubles"), UNKNOWN)],
)
def test_a_nominal_above_what_the_act_sets_is_a_breach(volume, outcome):
    profile = town(nominals=[{"volume": {"amount": str(volume.amount), "unit": volume.unit.value}}])
    history = certificate.begin("17")
    for event in FORMED_CERTIFICATE[:2]:
        history = certificate.advance(history, event, profile)
    said = certificate.judge(history, FORMED_CERTIFICATE[2], profile)
    assert [part.outcome for part in said.parts if part.rule == "consumers.nominal"] == [outcome]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"consumers": {"age_from": 17, "age_to": 5}}, "age_from"),
        ({"consumers": {"age_from": -1}}, "age_from"),
        ({"nominals": [{"volume": {"amount": "-1", "unit": "roubles"}}]}, "amount"),
        ({"limits": [{"certificates": 0}]}, "certificates"),
        ({"periods": [{"since": "2024-09-01", "until": "2024-05-31"}]}, "periods"),
        ({"body": "watchman"}, "body"),
        ({"cite": None}, "cite"),
    ],
)
def test_parameters_that_cannot_be_are_faults(wrong, words):
    with pytest.raises(ProfileError) as caught:
        town(**wrong)
    assert words in str(caught.value)


def test_a_contract_ends_in_a_period_of_the_programme():
    periods = [{"since": "2023-09-01", "until": "2024-05-31"}, {"since": "2024-09-01", "until": "2025-05-31"}]
    (set_,) = town(periods=periods).latest.parameters
    ends = {"2024-05-31": HOLDS, "2024-06-01": BREACH, "2024-08-31": BREACH, "2025-01-15": HOLDS}
    for day, outcome in ends.items():
        (said,) = in_season(date.fromisoformat(day), [set_])
        assert said.outcome is outcome
    assert said.text.ru.endswith(
        "сроки оказания услуги: с 01.09.2023 по 31.05.2024 или с 01.09.2024 по 31.05.2025."
    )


def test_a_limit_that_was_over_or_overlaps_is_told():
    over = town(limits=[{"certificates": 5, "since": "2022-01-01", "until": "2022-12-31"}])
    assert [text.ru for _, text in limit_out_of_its_days.find(over.latest)] == [
        "предел с 01.01.2022 по 31.12.2022 кончился до постановления"
    ]
    held = town(limits=[{"certificates": 5, "since": "2023-01-01", "until": "2023-12-31"}])
    assert not list(limit_out_of_its_days.find(held.latest))
    twice = town(limits=[{"certificates": 5}, {"certificates": 6, "since": "2024-01-01"}])
    assert [text.ru for _, text in limit_out_of_its_days.find(twice.latest)] == [
        "предел с 01.01.2024 пересекается с другим"
    ]


# ─── A body of one's own for some services ───────────────────────────────────────────────────────────────

OTHER = "804200О.99.0.ББ52АЕ11000"
CULTURE = {"id": "culture", "title": {"ru": "Управление культуры"}, "cite": "p3"}
BODIES = [
    {"id": one.id, "title": {"ru": one.title.ru}, "cite": one.cite.address}
    for one in load_profile("kemerovo").latest.bodies
]


@pytest.mark.parametrize(
    ("service", "by", "outcome"),
    [
        (FULL_TIME, "culture", HOLDS),
        (FULL_TIME, "education", VOID),
        (OTHER, "culture", UNKNOWN),  # the city names no authorised body itself
        (OTHER, "education", HOLDS),
    ],
)
def test_a_body_named_for_a_service_acts_for_it_and_the_authorised_one_for_the_rest(service, by, outcome):
    profile = changed(
        "kemerovo",
        bodies=[*BODIES, CULTURE],
        parameters=[{"services": [FULL_TIME], "body": "culture", "cite": "p3"}],
    )
    line = {"service": service, "unit": "person-hours", "total": 100}
    parts = [{"way": "municipal-task", "amount": 60}, {"way": "certificate", "amount": 40}]
    event = order.Drafted(
        on=date(2023, 10, 2), by=by, number="1", year=2024, lines=[{**line, "parts": parts}]
    )
    found = {
        part.rule: part for part in order.lifecycle.judge(order.lifecycle.begin("1"), event, profile).parts
    }
    assert found["roles.acting"].outcome is outcome
    option = order.lifecycle.options(order.lifecycle.begin("1"), profile, date(2023, 10, 2))[0]
    assert option.by == ("education", "culture")


@pytest.mark.parametrize("key", ["parameters", "selection"])
def test_a_service_that_the_list_does_not_have_is_a_fault_with_the_nearest_one(key):
    typo = FULL_TIME[:-1] + "1"
    entry = (
        {"services": [typo], "cite": "p3"}
        if key == "parameters"
        else {"way": "certificate", "numbers": [typo], "cite": "p3"}
    )
    with pytest.raises(ProfileError) as told:
        changed("kemerovo", **{key: [entry]})
    (fault,) = told.value.faults
    assert f"услуги «{typo}» в перечне нет" in fault.told("ru")
    assert FULL_TIME in fault.told("ru")
