"""Reports for periods whose act has changed: a period is reported by the act of its last day (reading D6)."""

from datetime import date, timedelta

import pytest
from filled import act, acts
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from workflows.test_order_reports import DAYS, HOW, begun, row

from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.rules.orders.execution import ReportPeriod
from law189.verdict import Outcome
from law189.workflows.order import PeriodReported
from law189.workflows.order import lifecycle as order

SLOT, CHANGE = "order.report_periodicity", date(2024, 7, 1)


def periodicity(act_id, *periods):
    entries = [{"id": one, "title": {"ru": one, "en": one}} for one in periods]
    return {"slot": SLOT, "entries": entries, "cite": f"{act_id}/p9"}


def town(before, after, since=CHANGE, reading="as_begun"):
    """Kemerovo, whose act on forming orders asks for reports of these periods, and a later one for others."""
    adopted = list(acts())
    (forming,) = (one for one in adopted if "order-forming" in one["adopts"])
    rest = [one for one in forming["fills"] if one["slot"] != SLOT]
    forming["fills"] = [*rest, *([periodicity(forming["act"]["id"], *before)] if before else [])]
    later = {**forming, "act": act("invented-90", "order-forming"), "since": since.isoformat()}
    later["fills"] = [{**one, "cite": f"invented-90/p{place}"} for place, one in enumerate(rest, start=1)] + [
        periodicity("invented-90", *after)
    ]
    data = shipped_data()["municipalities"]["kemerovo"]
    return load_profile({**data, "adopted": [*adopted, later], "readings": {"D6": reading}})


def owed(profile, history, on):
    duties = order.due(history, profile, on)
    return [one.which.en.partition(":")[0] + one.which.en[-10:] for one in duties if one.which is not None]


def formed(period, on):
    since, until = (date.fromisoformat(f"2024-{day}") for day in DAYS[period])
    return PeriodReported(on=on, since=since, until=until, achieved=[row(10)], **HOW)


QUARTERS = ["quarter2024-03-31", "quarter2024-06-30"]


@pytest.mark.parametrize(
    ("reading", "before", "found"),
    [
        ("as_begun", ["quarter"], QUARTERS),
        ("as_changed", ["quarter"], ["half-year2024-06-30"]),
        ("as_begun", [], ["half-year2024-06-30"]),
    ],
)
def test_a_period_that_was_over_before_the_act_changed_is_owed_by_the_act_of_its_last_day(
    reading, before, found
):
    profile = town(before, ["half-year"], reading=reading)
    history = begun([100], profile)
    assert owed(profile, history, date(2024, 7, 5)) == found
    assert owed(profile, history, date(2024, 6, 30)) == (QUARTERS if before else [])
    assert owed(profile, history, date(2024, 12, 31)) == [*found, "half-year2024-12-31"]


@pytest.mark.parametrize(
    ("reading", "period", "outcome"),
    [
        ("as_begun", "q1", Outcome.HOLDS),
        ("as_begun", "h1", Outcome.HOLDS),
        ("as_begun", "q3", Outcome.VOID),
        ("as_changed", "q1", Outcome.VOID),
        ("as_changed", "h1", Outcome.HOLDS),
    ],
)
def test_the_report_of_such_a_period_is_judged_by_the_act_of_its_last_day(reading, period, outcome):
    profile = town(["quarter"], ["half-year"], reading=reading)
    verdict = order.judge(begun([100], profile), formed(period, date(2024, 10, 5)), profile)
    (told,) = (one for one in verdict.walk() if one.rule == "execution.period")
    assert told.outcome is outcome
    assert (told.reading is not None and told.reading.code == "D6") is (period == "q1")


KINDS = st.sets(st.sampled_from([one.value for one in ReportPeriod]), min_size=1).map(sorted)


@given(KINDS, KINDS, st.dates(date(2024, 1, 2), date(2024, 12, 30)), st.integers(0, 200))
@settings(max_examples=size(40, 600))
def test_no_later_act_takes_away_or_adds_a_period_that_is_over(before, after, since, days):
    profile, plain = town(before, after, since), town(before, before, since)
    history, on = begun([100], plain), since + timedelta(days)
    told, then = owed(profile, history, on), owed(plain, history, since - timedelta(1))
    assert [one for one in told if one[-10:] < since.isoformat()] == then


@given(KINDS, KINDS, st.dates(date(2024, 1, 2), date(2024, 12, 30)), st.integers(0, 200))
@settings(max_examples=size(40, 600))
def test_each_period_that_is_owed_can_be_reported_on_that_day(before, after, since, days):
    profile = town(before, after, since)
    history, on = begun([100], profile), since + timedelta(days)
    for duty in order.due(history, profile, on):
        if duty.which is None:
            continue
        first, last = (date.fromisoformat(one) for one in duty.which.en.rpartition("from ")[2].split(" to "))
        event = PeriodReported(on=on, since=first, until=last, achieved=[row(0)], **HOW)
        assert order.judge(history, event, profile).outcome is not Outcome.VOID
