"""Local conditions: each kind with an answer that meets it, one that does not, and none at all."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from cases_at_hand import FORMED_CERTIFICATE, changed
from hypothesis import given
from hypothesis import strategies as st

from law189.errors import ProfileError
from law189.law import Citation, Text
from law189.lints.conditions import condition_of_no_step
from law189.profile.conditions import LocalCondition
from law189.profile.federal import load_calendar
from law189.rules.step.conditions import local, unasked
from law189.testing import check_cases
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES
from law189.workflows.certificate import lifecycle as certificate

CITE = Citation("town-5", "p3", Text("п. 3 постановления № 5", "item 3 of decree No 5"))
ON = date(2024, 1, 10)
HOLDS, BREACH, UNKNOWN, VOID = Outcome.HOLDS, Outcome.BREACH, Outcome.UNKNOWN, Outcome.VOID
DISABLED = {"id": "disabled", "title": {"ru": "дети-инвалиды"}}
LARGE = {"id": "large-family", "title": {"ru": "дети из многодетных семей"}}


def condition(missing="void", **asks):
    title = {"ru": "зарегистрирован на территории"}
    step = "certificate.applied_for"
    return LocalCondition(id="asked", step=step, asks=asks, title=title, missing=missing, cite=CITE)


def answered(answer, **asks):
    return local(condition(**asks), {"asked": answer}, ON, calendar=load_calendar()).outcome


# what is asked, an answer that meets it, one that does not, one of another kind
KINDS = [
    ({"kind": "confirmed"}, True, False, "yes"),
    ({"kind": "handed_in"}, True, False, 1),
    ({"kind": "one_of", "values": [DISABLED, LARGE]}, "large-family", "orphan", 3),
    ({"kind": "at_most", "amount": "1200.50"}, "1200.50", "1200.51", "much"),
    ({"kind": "at_least", "amount": 3}, 3, 2, True),
    ({"kind": "not_later", "day": "2024-01-05"}, "2024-01-05", "2024-01-06", "2024-02-30"),
    ({"kind": "not_earlier", "day": "2024-01-05"}, "2024-01-05", "2024-01-04", 20240105),
    ({"kind": "live_cases", "at_most": 2}, 2, 3, "two"),
    ({"kind": "term_kept", "days": 10, "unit": "calendar_days"}, "2023-12-31", "2023-12-30", "soon"),
]
EACH = pytest.mark.parametrize(("asks", "met", "missed", "strange"), KINDS, ids=[k[0]["kind"] for k in KINDS])


@EACH
def test_a_condition_is_met_missed_or_not_answered(asks, met, missed, strange):
    assert answered(met, **asks) is HOLDS
    assert answered(missed, **asks) is VOID
    assert answered(strange, **asks) is UNKNOWN
    missing = local(condition(**asks), {}, ON)
    assert missing.outcome is UNKNOWN
    assert [ask.path for ask in missing.asks] == ["event.local[asked]"]


@pytest.mark.parametrize(("asks", "missed"), [(asks, missed) for asks, _, missed, _ in KINDS])
def test_what_missing_it_means_is_what_the_act_says(asks, missed):
    said = local(condition("breach", **asks), {"asked": missed}, ON, calendar=load_calendar())
    assert said.outcome is BREACH
    assert said.cites == (CITE,)


def test_the_sentence_says_what_is_needed_and_what_was_given():
    asks = {"kind": "at_most", "amount": 3, "counted": {"ru": "программ"}}
    assert local(condition(**asks), {"asked": 4}, ON).text.ru == (
        "Условие: зарегистрирован на территории; нужно: не более 3 программ; указано: 4."
    )
    said = local(condition(kind="one_of", values=[DISABLED]), {"asked": "disabled"}, ON)
    assert said.text.ru.endswith("нужно: одно из: дети-инвалиды; указано: дети-инвалиды.")
    assert local(condition(kind="confirmed"), {"asked": False}, ON).text.ru.endswith("указано: нет.")


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_at_most_and_at_least_part_at_the_amount(amount, told):
    exact = Decimal(told) / 100
    most, least = ({"kind": kind, "amount": Decimal(amount) / 100} for kind in ("at_most", "at_least"))
    assert (answered(f"{exact:f}", **most) is HOLDS) == (told <= amount)
    assert (answered(f"{exact:f}", **least) is HOLDS) == (told >= amount)


@given(st.integers(1, 400), st.integers(-50, 400))
def test_a_term_of_calendar_days_ends_on_its_last_day(days, passed):
    begun = (ON - timedelta(days=passed)).isoformat()
    assert (answered(begun, kind="term_kept", days=days, unit="calendar_days") is HOLDS) == (
        0 <= passed <= days
    )


@given(
    st.integers(1, 30),
    st.integers(1, 30),
    st.integers(0, 40),
    st.integers(0, 40),
    st.sampled_from([{}, {"D6": "as_begun"}, {"D6": "as_changed"}]),
)
def test_a_term_that_began_before_it_was_changed_goes_by_reading_d6(old, new, passed, ago, choices):
    before, now = (condition(kind="term_kept", days=days, unit="calendar_days") for days in (old, new))
    begun, changed_on = ON - timedelta(passed), ON - timedelta(ago)
    said = local(
        now,
        {"asked": begun.isoformat()},
        ON,
        calendar=load_calendar(),
        choices={**choices, "D9": "stays"},
        of_day=lambda day: now if day >= changed_on else before,
    )
    days = old if begun < changed_on and choices.get("D6", "as_begun") == "as_begun" else new
    assert (said.outcome is HOLDS) == (passed <= days)


@pytest.mark.parametrize(("choice", "expected"), [(None, HOLDS), ("as_begun", HOLDS), ("as_changed", BREACH)])
def test_a_local_term_that_an_amendment_shortened_goes_by_reading_d6_in_a_step(choice, expected):
    asks = {"kind": "term_kept", "days": 10, "unit": "calendar_days"}
    title = {"ru": "извещение", "en": "notice"}
    own = {"id": "told", "step": "certificate.applied_for", "asks": asks, "title": title, "cite": "p4"}
    amended = {
        "act": {"id": "am-1", "number": "1", "date": "2024-02-10", "title": {"ru": "О", "en": "On"}},
        "since": "2024-02-10",
        "changes": [{"do": "set", "at": ["conditions", "told", "asks", "days"], "to": 3, "cite": "am-1/p1"}],
    }
    profile = changed(
        "kemerovo",
        conditions=[own | {"missing": "breach"}],
        amendments=[amended],
        readings={} if choice is None else {"D6": choice},
    )
    applied = FORMED_CERTIFICATE[0].model_copy(
        update={"on": date(2024, 2, 12), "local": {"told": "2024-02-05"}}
    )
    told = certificate.judge(certificate.begin("1"), applied, profile)
    (part,) = [one for one in told.walk() if one.rule == "conditions.order"]
    assert part.outcome is expected


def test_a_term_in_working_days_without_a_calendar_is_not_known():
    asked = condition(kind="term_kept", days=3, unit="working_days")
    said = local(asked, {"asked": "2031-01-09"}, date(2031, 1, 31), calendar=load_calendar())
    assert said.outcome is UNKNOWN
    assert [ask.path for ask in said.asks] == ["calendar 2031"]


def test_an_answer_to_no_condition_is_told():
    (said,) = unasked({"asked": True, "aksed": True}, [condition(kind="confirmed")], CITE)
    assert said.outcome is BREACH
    assert said.facts["name"] == "aksed"


# ─── In a profile ────────────────────────────────────────────────────────────────────────────────────────

RESIDENCE = {
    "id": "residence",
    "step": "certificate.applied_for",
    "asks": {"kind": "confirmed"},
    "title": {"ru": "ребёнок зарегистрирован на территории города"},
    "missing": "void",
    "cite": "p3",
}


def town(*conditions):
    return changed("kemerovo", conditions=list(conditions))


def applied(**local):
    return FORMED_CERTIFICATE[0].model_copy(update={"local": local})


@pytest.mark.parametrize(
    ("local", "outcome"), [({"residence": True}, HOLDS), ({"residence": False}, VOID), ({}, UNKNOWN)]
)
def test_a_step_is_judged_by_what_the_municipality_adds(local, outcome):
    said = certificate.judge(certificate.begin("17"), applied(**local), town(RESIDENCE))
    assert said.outcome is outcome
    assert "kemerovo-2993/p3" in [cite.id for part in said.parts for cite in part.cites]


def test_an_option_needs_the_answer_and_a_step_with_it_is_known():
    profile = town(RESIDENCE)
    option = certificate.options(certificate.begin("17"), profile, ON)[0]
    (group,) = (fact for fact in option.needs if fact.name == "local")
    assert [(one.name, one.shape.value) for one in group.fields] == [("residence", "yes-no")]
    without = certificate.options(certificate.begin("17"), town(), ON)[0]
    assert "local" not in [fact.name for fact in without.needs]


def test_a_condition_has_days_of_its_own():
    later = RESIDENCE | {"since": "2024-02-01"}
    assert certificate.judge(certificate.begin("17"), applied(), town(later)).outcome is HOLDS


def test_answers_are_saved_and_nothing_is_saved_where_there_are_none():
    profile = town(RESIDENCE)
    history = certificate.advance(certificate.begin("17"), applied(residence=True), profile)
    assert certificate.load(certificate.dump(history)) == history
    assert certificate.dump_record(history, 1)["event"]["local"] == {"residence": True}
    assert "local" not in FORMED_CERTIFICATE[0].model_dump(mode="json")


def test_a_misspelt_step_is_told_with_the_right_one():
    (_, said), *_ = condition_of_no_step.find(town(RESIDENCE | {"step": "certificate.aplied_for"}).latest)
    assert "возможно, вы имели в виду «certificate.applied_for»" in said.ru


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"asks": {"kind": "if"}}, "asks"),
        ({"asks": {"kind": "one_of", "values": []}}, "asks"),
        ({"missing": "unknown"}, "missing"),
        ({"step": "certificate"}, "step"),
        ({"id": "Прописка"}, "id"),
        ({"asks": {"kind": "at_most", "amount": "-1"}}, "amount"),
    ],
)
def test_a_condition_outside_the_closed_set_is_a_fault(wrong, words):
    with pytest.raises(ProfileError) as caught:
        town(RESIDENCE | wrong)
    assert words in str(caught.value)


def test_every_lifecycle_runs_under_conditions_at_every_step():
    steps = sorted({clause.code for cycle in LIFECYCLES for clause in cycle.clauses})
    asked = [
        RESIDENCE | {"id": re.sub("[._]", "-", f"{step}-{asks['kind']}"), "step": step, "asks": asks}
        for step in steps
        for asks, *_ in KINDS
    ]
    for part in (asked[::2], asked[1::2]):  # a profile has no more values than a person writes
        check_cases(town(*part), examples=3, steps=4)
