"""The law of a term that was over before its act held: it binds nobody, whoever is asked.

The plan, the calendar file, the step of a case, the open duty and the duty to determine the values of indicators
say the same of each term of both decrees, whatever the day of publication. How late something is stays told as it
is written.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.audit.indicators import indicators_on
from law189.audit.plan import plan_on
from law189.cases.lifecycle import Moment
from law189.cases.planned import Planned
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.report.ics import plan_ics
from law189.rules.deadlines import Status
from law189.verdict import Outcome
from law189.workflows.order import lifecycle as order

SHIPPED = shipped_data()["municipalities"]
ISSUED = date(2023, 9, 22)
DAY = timedelta(1)
NAMES = st.sampled_from(sorted(SHIPPED))
ONE = st.dates(date(2023, 8, 20), date(2025, 3, 1))
FORCE = st.sampled_from(["on_publication", "day_after_publication", "on_signing", None])
SILENT = st.sampled_from(["on_signing", "on_publication"])
BEFORE_ACT = {"orders.term_before_act", "orders.term_not_yet"}


def published(name, day, force, d5, d7="act_date"):
    """The decree that says so of its entry into force, with that day of publication."""
    whole = {**SHIPPED[name], "readings": {"D5": d5, "D7": d7}}
    whole["act"] = {**whole["act"], "published_on": day}
    whole.pop("entry_into_force", None)
    if force is not None:
        whole["entry_into_force"] = {"value": force, "cite": "p1"}
    return load_profile(whole)


def first_day(day, force, d5):
    """From which day it holds, by hand."""
    says = force or d5
    if day is None or says == "on_signing":
        return ISSUED
    return max(ISSUED, day + DAY if says == "day_after_publication" else day)


AGAIN = {"app4.4", "app2.4.1"}
"""The rows that come again each year: what bound nobody is passed over (`test_passed_over_law`)."""
DECREES = st.tuples(NAMES, st.none() | st.dates(ISSUED, date(2024, 3, 1)), FORCE, SILENT)


def by_id(profile, on, done=None):
    return {one.item.id: one for one in plan_on(profile, on, done)}


@settings(max_examples=size(20, 400))
@given(DECREES, ONE, st.none() | ONE)
def test_the_plan_tells_what_is_late_and_breaks_only_what_binds(decree, on, done):
    name, day, force, d5 = decree
    profile, since = published(*decree), first_day(day, force, d5)
    records = None if done is None else {row.id: [done] for row in profile.latest.plan}
    plain = by_id(load_profile(SHIPPED[name]), on, records)
    for row, told in by_id(profile, on, records).items():
        last, own = told.due, told.verdict
        if all(part.rule != "deadlines.passed_over" for part in own.parts):
            assert (last, told.status) == (plain[row].due, plain[row].status)
            assert own.facts.get("late") == plain[row].verdict.facts.get("late")
        else:
            assert row in AGAIN
            assert last >= since
        for part in own.parts:
            late = part.facts.get("late")
            if late:
                assert (part.outcome is Outcome.BREACH) is (part.facts["last_day"] >= since), row
        assert on >= since or own.outcome is not Outcome.BREACH
        if told.status is Status.OVERDUE:
            excused = [part for part in own.parts if part.rule in BEFORE_ACT]
            assert bool(excused) is (last < since)
            if not excused:
                assert own.outcome is Outcome.BREACH


@settings(max_examples=size(20, 400))
@given(DECREES, ONE)
def test_a_calendar_file_has_no_term_that_binds_nobody(decree, on):
    profile, since = published(*decree), first_day(*decree[1:])
    written = plan_ics(profile, on).decode().splitlines()
    days = [line.rpartition(":")[2] for line in written if line.startswith("DTSTART")]
    assert all(one >= since.strftime("%Y%m%d") for one in days)


@settings(max_examples=size(20, 400))
@given(DECREES, ONE, st.sampled_from([2023, 2024, 2025]))
def test_a_step_an_open_duty_and_the_plan_say_the_same_of_each_milestone(decree, on, year):
    profile = published(*decree)
    moment = Moment(on, order.begin("1"), profile)
    for row in profile.latest.plan:
        if row.milestone is None or row.order_year not in (None, year):
            continue
        door = Planned(row.milestone, lambda _, year=year: year)
        judged, ends = door(moment), door.ends(moment)
        told = by_id(profile, on, {row.id: [on]})[row.id].verdict.parts
        first = told[0].facts.get("last_day") if told else None
        if judged is None or not told or judged.facts.get("last_day") != first:
            continue
        assert judged.outcome is told[0].outcome, row.id
        assert (ends.last_day is None) is (judged.rule in BEFORE_ACT), row.id


@settings(max_examples=size(20, 400))
@given(DECREES, ONE)
def test_the_duty_to_determine_values_binds_from_the_day_of_the_decree(decree, on):
    profile, since = published(*decree), first_day(*decree[1:])
    analysis = profile.latest.factor_analysis
    if analysis is None:
        return
    last = analysis.value.before - DAY
    parts = [
        part
        for one in indicators_on(profile, {}, on)
        for part in one.verdict.walk()
        if part.rule == "deadlines.due"
    ]
    assert parts
    for part in parts:
        assert part.facts["late"] == max((on - last).days, 0)
        assert (part.outcome is Outcome.BREACH) is (on > last >= since)
        assert (part.cure is None) is (part.outcome is Outcome.HOLDS)


# ─── По дням, посчитанным вручную ────────────────────────────────────────────────────────────────────────


def test_the_register_of_kemerovo_published_after_its_term():
    """«До 1 сентября 2023 года»: its last day is 31.08; the decree is published on 15.10 and holds from then."""
    profile = published("kemerovo", date(2023, 10, 15), None, "on_publication")
    told = by_id(profile, date(2023, 11, 1), {"app4.5.1": [date(2023, 10, 18)]})["app4.5.1"].verdict
    assert (told.outcome, told.parts[0].facts["late"]) == (Outcome.HOLDS, 48)
    (why,) = told.parts[0].parts
    assert why.text.en == (
        "Last day of the term: 2023-08-31; the decree that sets it holds from 2023-10-15; such a term binds nobody."
    )


@pytest.mark.parametrize(
    ("d7", "outcome", "other"),
    [("act_date", Outcome.BREACH, Outcome.UNKNOWN), ("unknown", Outcome.UNKNOWN, Outcome.BREACH)],
)
def test_where_the_day_of_publication_is_not_recorded_reading_d7_is_named(d7, outcome, other):
    """The district holds from the day after publication, which nobody recorded; item 2.1 is of the year 2023."""
    profile = published("novokuznetsk_district", None, "day_after_publication", "on_signing", d7)
    told = by_id(profile, date(2024, 2, 1))["app2.1.1"]
    assert (told.status, str(told.due), told.verdict.facts["late"]) == (Status.OVERDUE, "2023-12-31", 32)
    assert told.verdict.outcome is outcome
    assert (told.verdict.reading.code, [one.outcome for one in told.verdict.reading.otherwise]) == (
        "D7",
        [other],
    )
    if outcome is Outcome.UNKNOWN:
        assert [ask.path for ask in told.verdict.asks] == ["profile.act.published_on"]


def test_a_week_before_the_decree_nothing_is_a_breach():
    for name in SHIPPED:
        for told in by_id(load_profile(SHIPPED[name]), date(2023, 9, 15)).values():
            assert told.verdict.outcome is Outcome.HOLDS


def test_what_is_done_before_its_first_day_and_before_the_decree_breaks_nothing_whenever_asked():
    """«С 1 сентября 2023 год» of a decree of 22.09.2023."""
    kemerovo, done = load_profile(SHIPPED["kemerovo"]), {"app4.5.4": [date(2023, 8, 30)]}
    for on in (ISSUED - DAY, ISSUED, date(2024, 3, 1)):
        told = by_id(kemerovo, on, done)["app4.5.4"].verdict
        assert told.outcome is Outcome.HOLDS
        (why,) = told.parts[0].parts
        assert why.text.en == (
            "The decree that sets the term holds from 2023-09-22; on 2023-08-30 the term binds nobody."
        )


def test_a_target_whose_time_was_over_before_the_decree_held_is_not_missed():
    late = published("kemerovo", date(2025, 1, 20), "on_publication", "on_signing")
    plain = load_profile(SHIPPED["kemerovo"])
    for profile, expected in ((plain, Outcome.BREACH), (late, Outcome.HOLDS)):
        (one,) = (
            one
            for one in indicators_on(profile, {"app5.2.1": False}, date(2025, 2, 1))
            if one.indicator.id == "app5.2.1"
        )
        assert one.verdict.outcome is expected
