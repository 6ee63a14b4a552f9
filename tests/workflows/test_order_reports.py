"""Reports on one order are compared with each other, and with the order as it stands: cases written by hand."""

from datetime import date
from decimal import Decimal

import pytest
from cases_at_hand import (
    BREACH,
    FULL_TIME,
    FULL_TIME_BY_DIGIT,
    HOLDS,
    TECHNICAL,
    failing,
)
from filled import acts

from law189.cases.history import Decision, RecordAnnulled
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.workflows.order import Amended, Approved, Drafted, PeriodReported, Published, ReportFormed
from law189.workflows.order import lifecycle as order

AGREE, TOGETHER, BELOW = (
    "execution.reports_agree",
    "execution.reported_together",
    "execution.amended_below",
)
PERIODS = ("month", "quarter", "half-year", "nine-months")


def town(*periods, deviation=None, readings=None):
    """Kemerovo, whose act on forming orders asks for reports of these periods and permits a deviation."""
    data, adopted = shipped_data()["municipalities"]["kemerovo"], []
    for act in acts():
        if "order-forming" in act["adopts"]:
            cite = f"{act['act']['id']}/p9"
            fills = [one for one in act["fills"] if one["slot"] != "order.report_periodicity"]
            entries = [{"id": one, "title": {"ru": one, "en": one}} for one in periods]
            if entries:
                fills.append({"slot": "order.report_periodicity", "entries": entries, "cite": cite})
            if deviation is not None:
                fills.append({"slot": "order.permitted_deviation", "number": deviation, "cite": cite})
            adopted.append({**act, "fills": fills})
        else:
            adopted.append(act)
    return load_profile({**data, "adopted": adopted, "readings": dict(readings or ())})


TOWN, PERMITTING = town(*PERIODS), town(*PERIODS, deviation=5)
DAYS = {
    "jan": ("01-01", "01-31"),
    "feb": ("02-01", "02-29"),
    "jan-apr": ("01-01", "04-30"),
    "apr": ("04-01", "04-30"),
    "q1": ("01-01", "03-31"),
    "q2": ("04-01", "06-30"),
    "q3": ("07-01", "09-30"),
    "q4": ("10-01", "12-31"),
    "h1": ("01-01", "06-30"),
    "h2": ("07-01", "12-31"),
    "m9": ("01-01", "09-30"),
    "to-the-end": ("01-01", "12-31"),
    "backwards": ("06-30", "01-01"),
}
HOW = {"by": "education", "document": {"form": "electronic"}}


def row(amount, service=FULL_TIME, unit="person-hours", **ways):
    """A row of a report, or a line of an order where `total` is asked; `ways` are how much in which way."""
    parts = [{"way": way.replace("_", "-"), "amount": one} for way, one in ways.items()]
    return {"service": service, "unit": unit, "amount": amount, "parts": parts}


def line(total, service=FULL_TIME, unit="person-hours", **ways):
    told = row(total, service, unit, **(ways or {"municipal_task": total}))
    return {"total": told.pop("amount"), **told}


def lines(*told):
    return [line(one) if not isinstance(one, dict) else one for one in told]


LATE_IN_THE_YEAR, AFTER_IT = date(2024, 12, 28), date(2025, 1, 13)


def report(period, *rows):
    """A report of a period, or of the year, formed when it is over."""
    achieved = [row(one) if not isinstance(one, dict) else one for one in rows]
    if period == "year":
        return ReportFormed(on=date(2025, 1, 20), achieved=achieved, **HOW)
    since, until = (date.fromisoformat(f"2024-{day}") for day in DAYS[period])
    on = AFTER_IT if until > LATE_IN_THE_YEAR else LATE_IN_THE_YEAR
    return PeriodReported(on=on, since=since, until=until, achieved=achieved, **HOW)


def begun(ordered, profile=TOWN):
    history = order.begin("2024")
    for event in (
        Drafted(on=date(2023, 9, 26), by="education", number="1", year=2024, lines=lines(*ordered)),
        Approved(on=date(2023, 9, 28), enabling_act="решение № 5", **HOW),
        Published(on=date(2023, 9, 29), by="education", place="budget-portal", evidence="запись 17"),
    ):
        history = order.advance(history, event, profile)
    return history


def taken(history, *told, profile=TOWN):
    """The case after the reports; «annulled» annuls the last record, a list amends the order and publishes it."""
    for one in told:
        if one == "annulled":
            history = order.advance(history, annulment(history), profile)
        elif isinstance(one, list):
            history = order.advance(history, amendment(history, one), profile)
            place = {"place": "budget-portal", "evidence": "запись 18"}
            history = order.advance(history, Published(on=history.last_day, by="education", **place), profile)
        else:
            history = order.advance(history, one, profile)
    return history


def annulment(history):
    on = max(history.last_day, LATE_IN_THE_YEAR)
    return RecordAnnulled(on=on, by="education", record=history.version, reason="ошибка")


def amendment(history, told):
    status = 2 + sum(isinstance(record.event, Amended) for record in history.standing)
    how = {"reason": "спрос", "enabling_act": "решение № 5", **HOW}
    return Amended(on=LATE_IN_THE_YEAR, status=status, lines=lines(*told), **how)


def said(history, event, profile=TOWN):
    verdict = order.judge(history, event, profile)
    return verdict.outcome, failing(verdict)


OK, AGAINST, OVER = (HOLDS, set()), (BREACH, {AGREE}), (BREACH, {TOGETHER})
CASES = {
    "two quarters together are more than ordered": ([("q1", 80), ("q2", 80)], OVER),
    "nine months are less than their quarters": ([("q1", 80), ("q2", 80), ("m9", 30)], AGAINST),
    "the year is less than a quarter of it": ([("q1", 80), ("year", 20)], AGAINST),
    "the year is less than its quarters": ([("q1", 40), ("q2", 40), ("year", "79.99")], AGAINST),
    "the year is as much as its quarters": ([("q1", 40), ("q2", 40), ("year", 80)], OK),
    "quarters below the order": ([("q1", 40), ("q2", 40)], OK),
    "quarters as ordered": ([("q1", 40), ("q2", 60)], OK),
    "a hundredth beyond": ([("q1", 40), ("q2", "60.01")], OVER),
    "half a year is less than its first quarter": ([("q1", 40), ("h1", 30)], AGAINST),
    "nothing was rendered in the second quarter": ([("q1", 40), ("h1", 40)], OK),
    "half a year is more than its first quarter": ([("q1", 40), ("h1", 90)], OK),
    "half a year is its quarters": ([("q1", 40), ("q2", 30), ("h1", 70)], OK),
    "half a year is more than both its quarters": ([("q1", 40), ("q2", 30), ("h1", 71)], AGAINST),
    "half a year is less than both its quarters": ([("q1", 40), ("q2", 30), ("h1", 69)], AGAINST),
    "nothing in the gap": ([("q1", 40), ("q3", 40), ("m9", 80)], OK),
    "something in the gap": ([("q1", 40), ("q3", 40), ("m9", 100)], OK),
    "less than nothing in the gap": ([("q1", 40), ("q3", 40), ("m9", "79.99")], AGAINST),
    "a quarter told late is more than its half-year": ([("h1", 70), ("q1", 80)], AGAINST),
    "what is left of the half-year is another": ([("h1", 70), ("q1", 30), ("q2", 30)], AGAINST),
    "what is left of the half-year": ([("h1", 70), ("q1", 30), ("q2", 40)], OK),
    "half-years that cross nine months": ([("h1", 50), ("m9", 70), ("h2", 10)], AGAINST),
    "half-years that fit nine months": ([("h1", 50), ("m9", 70), ("h2", 20)], OK),
    "four months cross a quarter": (
        [("h1", 70), ("jan-apr", 60), ("q2", 15), ("apr", 10)],
        AGAINST,
    ),
    "four months that fit a quarter": ([("h1", 70), ("jan-apr", 60), ("q2", 15), ("apr", 5)], OK),
    "half-years together are more than ordered": ([("h1", 50), ("h2", 60)], OVER),
    "figures from the beginning of the year are not added": ([("q1", 60), ("h1", 80), ("m9", 100)], OK),
    "a quarter after nine months": ([("m9", 90), ("q4", 20)], OVER),
    "a year after nine months and a quarter": ([("m9", 90), ("q4", 10), ("year", 100)], OK),
    "a year of less than nine months and a quarter": ([("m9", 90), ("q4", 10), ("year", 95)], AGAINST),
    "months that are more than their quarter": ([("jan", 10), ("feb", 10), ("q1", 15)], AGAINST),
    "months and their quarter": ([("jan", 10), ("feb", 10), ("q1", 25)], OK),
    "the year told twice otherwise": ([("to-the-end", 90), ("year", 80)], AGAINST),
    "the year told twice alike": ([("to-the-end", 90), ("year", 90)], OK),
    "a period told twice": ([("q1", 80), ("q1", 60)], (BREACH, {"execution.period_once"})),
    "the year fits the first of two": ([("q1", 80), ("q1", 60), ("year", 80)], OK),
    "the year fits only the second": ([("q1", 80), ("q1", 60), ("year", 70)], AGAINST),
    "alone beyond the order": ([("q1", 50), ("q2", 101)], (BREACH, {"volumes.executed"})),
    "nothing more after what was beyond": ([("q1", 80), ("q2", 80), ("q3", 0)], OK),
    "more after what was beyond": ([("q1", 80), ("q2", 80), ("q3", 1)], OVER),
    "a figure that stands against its quarters": (
        [("q1", 10), ("q2", 10), ("h1", 80), ("m9", 50)],
        AGAINST,
    ),
    "what agrees with the first and the last": ([("q1", 60), ("h1", 50), ("m9", 60)], OK),
}


@pytest.mark.parametrize(("told", "expected"), CASES.values(), ids=CASES)
def test_reports_of_one_order_agree_and_are_not_more_than_it_together(told, expected):
    *before, last = (report(period, amount) for period, amount in told)
    assert said(taken(begun([100]), *before), last) == expected


def test_a_report_that_was_annulled_is_compared_with_none():
    history = taken(begun([100]), report("q1", 80), "annulled")
    assert said(history, report("q2", 80)) == said(history, report("year", 20)) == OK


def test_the_sentence_names_the_reports_and_the_bounds():
    history = taken(begun([100]), report("q1", 40), report("h1", 70))
    verdict = order.judge(history, report("q2", 10), TOWN)
    (part,) = (one for one in verdict.walk() if one.rule == AGREE and one.outcome is BREACH)
    assert (part.facts["least"], part.facts["most"], part.facts["amount"]) == (30, 30, 10)
    assert "с 01.01.2024 по 30.06.2024: 70" in part.text.ru
    assert "с 01.01.2024 по 31.03.2024: 40" in part.text.ru
    assert "from 2024-01-01 to 2024-06-30: 70" in part.text.en
    verdict = order.judge(taken(begun([100]), report("q1", "80.50")), report("q2", 80), TOWN)
    (part,) = (one for one in verdict.walk() if one.rule == TOGETHER)
    told = [part.facts[name] for name in ("ordered", "before", "together", "deviation")]
    assert told == [100, Decimal("80.50"), Decimal("160.50"), Decimal("60.50")]
    assert "160,50" in part.text.ru


# ─── The order is amended ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("ordered", "amended", "expected"),
    [(100, 200, OK), (200, 100, OVER), (200, 110, OK)],
)
def test_reports_are_compared_with_the_order_as_it_stands(ordered, amended, expected):
    history = taken(begun([ordered]), report("q1", 80), [amended])
    assert said(history, report("q2", 30)) == expected


@pytest.mark.parametrize(
    ("reports", "amended", "rules"),
    [
        ([("q1", 80)], [70], {BELOW}),
        ([("q1", 80)], [80], set()),
        ([("q1", 80)], [300], set()),
        ([("q1", 80), ("q2", 80)], [150], {BELOW}),
        ([("q1", 80), ("h1", 90)], [90], set()),
        ([("q1", 80), ("h1", 90)], [89], {BELOW}),
        ([("q1", 80), "annulled"], [70], set()),
        ([("q1", 80)], [line(200, unit="person-days")], {BELOW}),
        ([("q1", 0)], [line(200, unit="person-days")], set()),
        ([("q1", 80)], [line(30, TECHNICAL)], {BELOW}),
        ([("q1", 0)], [line(30, TECHNICAL)], set()),
        ([("q1", 80)], [line(80, FULL_TIME_BY_DIGIT)], set()),
        ([("q1", 201)], [200], set()),
        ([("q1", 201)], [199], {BELOW}),
    ],
)
def test_an_order_is_not_amended_below_what_was_reported(reports, amended, rules):
    events = (one if one == "annulled" else report(*one) for one in reports)
    history = taken(begun([200]), *events)
    expected = (BREACH if rules else HOLDS, rules)
    assert said(history, amendment(history, amended)) == expected


def test_what_was_over_before_is_not_told_of_an_amendment_that_takes_nothing_away():
    history = taken(begun([100]), report("q1", 80), report("q2", 80))
    assert BELOW not in failing(order.judge(history, amendment(history, [100]), TOWN))
    assert BELOW in failing(order.judge(history, amendment(history, [99]), TOWN))


# ─── By way, by service, by unit ─────────────────────────────────────────────────────────────────────────

SHARES = [line(100, municipal_task=60, certificate=40)]


def by_way(task, certificate):
    return row(task + certificate, municipal_task=task, certificate=certificate)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([("q1", by_way(40, 20)), ("q2", by_way(10, 30))], OVER),
        ([("q1", by_way(40, 20)), ("q2", by_way(20, 20))], OK),
        ([("q1", by_way(10, 30)), ("h1", by_way(40, 20))], AGAINST),
        ([("q1", row(40, certificate=40)), ("h1", row(60, municipal_task=60))], AGAINST),
        ([("q1", row(40)), ("h1", by_way(50, 20))], OK),
        ([("q1", row(10)), ("q2", by_way(20, 0)), ("h1", by_way(0, 30))], AGAINST),
        ([("q1", row(10)), ("q2", by_way(20, 0)), ("h1", by_way(20, 10))], OK),
        ([("q1", row(40, certificate=40)), ("h1", row(60))], OK),
        ([("q1", by_way(10, 30)), ("year", by_way(40, 20))], AGAINST),
    ],
)
def test_each_way_is_compared_with_itself_and_with_its_share(told, expected):
    *before, last = (report(*one) for one in told)
    assert said(taken(begun(SHARES), *before), last) == expected


def test_a_share_is_not_amended_below_what_was_reported_of_its_way():
    told = report("q1", row(50, municipal_task=10, certificate=40))
    history = taken(begun(SHARES), told)
    for certificate, rules in ((40, set()), (39, {BELOW}), (0, {BELOW})):
        shares = [line(100, municipal_task=100 - certificate, certificate=certificate)]
        found = failing(order.judge(history, amendment(history, shares), TOWN))
        assert (BELOW in found) == (BELOW in rules), certificate


def test_each_service_is_compared_with_itself():
    ordered = [line(200), line(15, TECHNICAL)]
    history = taken(begun(ordered), report("q1", 80, row(10, TECHNICAL)))
    event = report("q2", 80, row(10, TECHNICAL))
    assert said(history, event) == OVER
    found = [one for one in order.judge(history, event, TOWN).walk() if one.rule == TOGETHER]
    assert [(one.facts["service"], one.outcome) for one in found] == [(FULL_TIME, HOLDS), (TECHNICAL, BREACH)]


def test_one_service_written_in_two_ways_is_one_service():
    history = taken(begun([100]), report("q1", row(80, FULL_TIME_BY_DIGIT)))
    assert said(history, report("q2", 80)) == OVER
    verdict = order.judge(history, report("year", 20), TOWN)
    (part,) = (one for one in verdict.walk() if one.rule == AGREE)
    assert part.outcome is BREACH
    assert part.reading is not None
    assert part.reading.code == "S1"


@pytest.mark.parametrize(
    ("unit", "told", "expected"),
    [
        ("persons", [("q1", 80), ("q2", 80)], OK),
        ("persons", [("q1", 80), ("q2", 80), ("h1", 90)], OK),
        ("persons", [("q1", 80), ("h1", 70)], AGAINST),
        ("persons", [("h1", 70), ("q1", 80)], AGAINST),
        ("persons", [("q1", 80), ("year", 70)], AGAINST),
        ("hours-a-week", [("q1", 80), ("q2", 80), ("year", 70)], OK),
        ("roubles", [("q1", 80), ("q2", 80)], OVER),
        ("units", [("q1", 80), ("year", 70)], AGAINST),
    ],
)
def test_persons_are_not_added_and_hours_a_week_are_not_compared(unit, told, expected):
    *before, last = (report(period, row(amount, unit=unit)) for period, amount in told)
    assert said(taken(begun([line(100, unit=unit)]), *before), last) == expected


def test_reports_in_another_unit_are_not_compared():
    history = taken(begun([200]), report("q1", 80), [line(100, unit="person-days")])
    assert said(history, report("q2", row(80, unit="person-days"))) == OK
    assert said(history, report("year", row(20, unit="person-days"))) == OK


# ─── The permitted deviation ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([("q1", 80), ("q2", 25)], OK),
        ([("q1", 80), ("q2", "25.01")], OVER),
        ([("m9", 105)], OK),
        ([("m9", "105.01")], (BREACH, {"execution.deviation"})),
        ([("q1", 80), ("year", 79)], AGAINST),
        ([("q1", 80), ("q2", 25), ("year", 105)], OK),
    ],
)
def test_what_is_permitted_of_the_year_is_permitted_of_its_periods(told, expected):
    *before, last = (report(*one) for one in told)
    history = taken(begun([100], PERMITTING), *before, profile=PERMITTING)
    assert said(history, last, PERMITTING) == expected


def test_days_that_run_backwards_are_compared_with_none():
    silent = town()
    person = Decision(by="head of the city", on=LATE_IN_THE_YEAR, reason="так сложилось")
    history = begun([100], silent)
    history = order.advance(history, report("backwards", 80), silent, decision=person)
    assert said(history, report("year", 20), silent) == OK


@pytest.mark.parametrize(("cut", "told"), [(70, {BELOW}), (80, set()), (90, set())])
def test_an_order_of_persons_is_not_cut_below_the_most_that_a_report_tells(cut, told):
    """Persons are not added: of two quarters with 80 and 60 at least 80 were served."""
    persons = {"unit": "persons"}
    ordered = begun([line(100, **persons)])
    history = taken(ordered, report("q1", row(80, **persons)), report("q2", row(60, **persons)))
    verdict = order.judge(history, amendment(history, [line(cut, **persons)]), TOWN)
    assert failing(verdict) & {BELOW} == told


def test_a_way_in_which_nothing_is_ordered_is_not_added_up_over_periods():
    """That it is told at all is told of each report by itself."""
    history = taken(begun([100]), report("q1", row(40, certificate=10, municipal_task=30)))
    verdict = order.judge(history, report("q2", row(40, certificate=10, municipal_task=30)), TOWN)
    assert TOGETHER not in failing(verdict)
