"""The law of terms «до …, далее ежегодно до …»: every door has the same last day for the order of a year.

The oracle knows what the decrees write and what reading D10 says, and nothing of how the library counts. The first
day stands once; the yearly day comes in each later year, and «до 1 января» of a year is the end of the one before
it. The yearly day of a year is for the order of the next one (of the same one by the other choice), «до 1 января»
for that of the year that begins; the first term is for the year before the next one's. So both decrees write it: an
order of 2023 by 30.09.2023 (by 31.12.2023), the order of 2024 by 31.12.2023.
"""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from cases_at_hand import FULL_TIME, changed, right, taking
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.audit.plan import plan_on
from law189.casebook.known import Made
from law189.casebook.milestones import Reached
from law189.profile.federal import load_calendar, shipped_data
from law189.profile.plan import Milestone
from law189.profile.terms import Before, Year
from law189.report.ics import plan_ics
from law189.rules.deadlines import due
from law189.rules.deadlines.plan_terms import by_plan, last_by_plan
from law189.verdict import Outcome
from law189.workflows.order import Approved, Drafted
from law189.workflows.order import lifecycle as order

PLAN = shipped_data()["municipalities"]["kemerovo"]["plan"]
ITEM = "app4.4"
CALENDAR, DAY = load_calendar(), timedelta(1)
YEARS = range(2022, 2030)


def town(term, choice):
    """Kemerovo with another term of the order, and a choice of reading D10."""
    plan = [{**row, "term": term} if row["cite"] == ITEM else row for row in PLAN]
    return changed("kemerovo", plan=plan, readings={"D10": choice})


def before(day, then):
    return {"kind": "before", "day": str(day), "then_yearly_before": then}


def within(year, then):
    return {"kind": "year", "year": year, "then_yearly_before": then}


def said(written):
    return (Before if written["kind"] == "before" else Year)(**written)


def last_days(written, choice):
    """The last day of the order of each year for which the term has one, by its year."""
    whole = written["kind"] == "year"
    first = date(written["year"] + 1, 1, 1) if whole else date.fromisoformat(written["day"])
    month, day = map(int, written["then_yearly_before"].split("-"))
    later = [date(year, month, day) for year in range((first - DAY).year + 1, 2040)]
    if later[0] < first or (later[0] == first and not whole):
        later = later[1:]
    ahead = choice == "ahead" and (month, day) != (1, 1)
    found = {one.year + ahead: one - DAY for one in later}
    return {min(found) - 1: first - DAY, **found}


firsts = st.dates(date(2023, 10, 1), date(2025, 12, 31))
yearly = st.dates(date(2023, 1, 1), date(2023, 12, 31)).map(lambda day: f"{day:%m-%d}") | st.just("01-01")
same = firsts.map(lambda day: before(day, "02-28" if f"{day:%m-%d}" == "02-29" else f"{day:%m-%d}"))
terms = st.builds(before, firsts, yearly) | same | st.builds(within, st.integers(2023, 2025), yearly)
choices = st.sampled_from(["ahead", "same_year"])


CASES = [
    (before("2023-10-01", "01-01"), "ahead", {2022: None, 2023: "2023-09-30", 2024: "2023-12-31"}),
    (before("2023-10-01", "01-01"), "same_year", {2023: "2023-09-30", 2024: "2023-12-31"}),
    (within(2023, "01-01"), "ahead", {2023: "2023-12-31", 2024: "2023-12-31", 2025: "2024-12-31"}),
    (before("2024-01-01", "01-01"), "ahead", {2023: None, 2024: "2023-12-31", 2025: "2024-12-31"}),
    (before("2023-11-01", "11-01"), "ahead", {2023: None, 2024: "2023-10-31", 2025: "2024-10-31"}),
    (before("2023-11-01", "11-01"), "same_year", {2022: None, 2023: "2023-10-31", 2024: "2024-10-31"}),
    (within(2023, "12-15"), "ahead", {2023: None, 2024: "2023-12-31", 2025: "2024-12-14"}),
    (within(2023, "12-15"), "same_year", {2023: "2023-12-31", 2024: "2024-12-14"}),
    (before("2023-12-01", "12-15"), "ahead", {2023: None, 2024: "2023-11-30", 2025: "2024-12-14"}),
    (before("2023-12-01", "12-15"), "same_year", {2023: "2023-11-30", 2024: "2024-12-14"}),
    (before("2024-01-01", "11-01"), "ahead", {2023: None, 2024: "2023-12-31", 2025: "2024-10-31"}),
    (before("2024-03-01", "01-01"), "ahead", {2023: None, 2024: "2024-02-29", 2025: "2024-12-31"}),
]


@pytest.mark.provision("kemerovo-2993/app4.4", "novokuznetsk-277/app2.4.1")
@pytest.mark.parametrize(("written", "choice", "expected"), CASES)
def test_the_last_day_of_the_order_of_each_year(written, choice, expected):
    oracle = last_days(written, choice)
    for year, last in expected.items():
        found = last_by_plan(said(written), year, choices={"D10": choice}, ahead=True)
        assert (found and str(found.day)) == last
        assert oracle.get(year) == (last and date.fromisoformat(last))


@settings(max_examples=size(60, 600))
@given(terms, choices)
def test_no_two_years_share_an_occurrence_and_each_later_year_has_one(written, choice):
    found = last_days(written, choice)
    assert all(later - year == 1 for year, later in pairwise(sorted(found)))
    told = {year: last_by_plan(said(written), year, choices={"D10": choice}, ahead=True) for year in YEARS}
    assert {year: last and last.day for year, last in told.items()} == {y: found.get(y) for y in YEARS}


@settings(max_examples=size(60, 600))
@given(terms, choices, st.sampled_from(YEARS), st.integers(-3, 400))
def test_the_reading_is_named_exactly_where_the_other_choice_answers_otherwise(written, choice, year, late):
    other = {"ahead": "same_year", "same_year": "ahead"}[choice]
    last, another = (last_days(written, one).get(year) for one in (choice, other))
    if last is None and another is None:
        assert by_plan(date(2025, 1, 9), year, said(written), choices={"D10": choice}, ahead=True) is None
        return
    on = (last or another) + timedelta(late)
    verdict = by_plan(on, year, said(written), calendar=CALENDAR, choices={"D10": choice}, ahead=True)
    assert verdict.outcome is (Outcome.BREACH if last is not None and on > last else Outcome.HOLDS)
    broken = [day is not None and on > day for day in (last, another)]
    if broken[0] != broken[1] and late > 12 and on.year < 2026:  # nearer, or not published, D1 or D2 is first
        assert verdict.reading.code == "D10"
    if last is None:
        assert verdict.rule == "plan_terms.of_another_year"
        assert verdict.facts["of_year"] == str(min(last_days(written, choice)))


LINE = {
    "service": FULL_TIME,
    "unit": "person-hours",
    "total": 100,
    "parts": [{"way": "municipal-task", "amount": 100}],
}
PAPER = {"form": "paper"}
approved = right(Approved, by="education", document=PAPER, enabling_act="решение № 5")
after = taking(order, "order")


def drafted(year):
    return Drafted(on="2023-09-26", by="education", number="1", year=year, lines=[LINE])


@settings(max_examples=size(25, 300))
@given(terms, choices, st.integers(0, 3), st.integers(-2, 40))
def test_the_step_and_the_open_duty_have_the_day_of_the_oracle(written, choice, place, late):
    profile = town(written, choice)
    year, last = sorted(last_days(written, choice).items())[place]
    on = max(last + timedelta(late), date(2023, 9, 29))
    draft = after(drafted(year), profile=profile)
    (duty,) = (one for one in order.due(draft, profile, on) if one.kind == "approved")
    assert duty.last_day == last
    if on.year > year:
        return
    verdict = order.judge(draft, approved(on=str(on)), profile)
    (told,) = (one for one in verdict.parts if one.rule == "deadlines.within")
    assert (told.facts["last_day"], told.outcome is Outcome.HOLDS) == (last, on <= last)


def of_cases(made):
    steps = [
        Reached(Milestone.ORDER, year, on, Made(f"order-{year}", 1)) for year, on in sorted(made.items())
    ]
    return {ITEM: steps}


def row(found):
    (one,) = (item for item in found if item.item.id == ITEM)
    return one


@settings(max_examples=size(40, 400))
@given(terms, choices, st.data())
def test_the_plan_by_the_cases_says_what_each_step_was_told(written, choice, data):
    profile, lasts = town(written, choice), last_days(written, choice)
    years = data.draw(st.lists(st.sampled_from(sorted(lasts)[:5]), unique=True))
    made = {year: lasts[year] + timedelta(data.draw(st.integers(-90, 90))) for year in years}
    on = data.draw(st.dates(max([*made.values(), date(2023, 10, 1)]), date(2031, 12, 31)))
    entry = row(plan_on(profile, on, of_cases(made)))
    told = {part.facts["last_day"]: part.outcome for part in entry.verdict.parts}
    late = {lasts[year]: Outcome.BREACH if day > lasts[year] else Outcome.HOLDS for year, day in made.items()}
    assert {day: told[day] for day in late} == late or len(set(late)) < len(made)
    assert entry.due == next(lasts[year] for year in sorted(lasts) if year not in made)


@settings(max_examples=size(40, 400))
@given(terms, choices, st.integers(1, 4), st.data())
def test_days_without_a_year_say_the_same_as_the_orders_made_on_them(written, choice, count, data):
    """Each is made after the last day of the one before and by its own, or late in the same way."""
    profile, lasts = town(written, choice), last_days(written, choice)
    made, since = {}, date(2023, 9, 22)
    for year, last in sorted(lasts.items())[:count]:
        made[year] = data.draw(st.dates(min(since, last), last))
        since = last + DAY
    on = data.draw(st.dates(max(made.values()), date(2032, 12, 31)))
    by_cases = row(plan_on(profile, on, of_cases(made)))
    by_days = row(plan_on(profile, on, {ITEM: sorted(made.values())}))
    if len(set(made.values())) == len(made):
        assert (by_cases.status, by_cases.due, by_cases.done) == (by_days.status, by_days.due, by_days.done)
    assert due(said(written), on, by_cases.item.cite).last_day == min(lasts.values())


@settings(max_examples=size(25, 300))
@given(terms, choices, st.dates(date(2023, 10, 1), date(2027, 12, 31)))
def test_the_calendar_has_the_days_of_the_oracle(written, choice, on):
    profile, lasts = town(written, choice), last_days(written, choice)
    file = plan_ics(profile, on).decode().replace("\r\n ", "")
    events = [event for event in file.split("BEGIN:VEVENT") if f".{ITEM}." in event]
    days = [event.split("DTSTART;VALUE=DATE:")[1][:8] for event in events]
    assert days == [f"{last:%Y%m%d}" for last in sorted(lasts.values()) if last <= date(on.year + 1, 12, 31)]
