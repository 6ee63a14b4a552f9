"""The law of a term that comes again: what was over before the act held is passed over, and the next one is told.

The oracle lists the last days by hand, drops those that bind nobody, and says what is open, late and done. What was
done before the act held broke nothing. The plan, an order of each year and the calendar file say the same.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from pydantic import TypeAdapter

from law189.audit.plan import plan_on
from law189.law import Citation, Text
from law189.lints.linter import lint
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.profile.terms import Term
from law189.report.ics import plan_ics
from law189.rules.deadlines import Status, due
from law189.rules.deadlines.bound import Beginning
from law189.rules.deadlines.periods import in_time
from law189.rules.deadlines.plan_terms import by_plan
from law189.verdict import Outcome

SHIPPED = shipped_data()["municipalities"]
READ: TypeAdapter[Term] = TypeAdapter(Term)
ITEM = Citation("a-decree", "app1.1", Text("п. 1.1", "item 1.1"))
DAY = timedelta(1)
DAYS = st.dates(date(2022, 6, 1), date(2026, 6, 1))


def before(named, month, day):
    """«До …, далее ежегодно до …»: from the year after the first term on, which is of the year before that."""
    said = {"kind": "before", "day": named, "then_yearly_before": f"{month:02}-{day:02}"}
    again = (named - DAY).year + 1
    again += date(again, month, day) - DAY < named
    return said, [named - DAY, *yearly(again, month, day)], again - 1


def yearly(since, month, day):
    return [date(year, month, day) - DAY for year in range(since, since + 12)]


def in_year(year, month, day):
    """«Год …, далее ежегодно до …»."""
    said = {"kind": "year", "year": year, "then_yearly_before": f"{month:02}-{day:02}"}
    return said, [date(year, 12, 31), *yearly(year + 1, month, day)], year


AGAIN = st.one_of(
    st.builds(
        before, st.dates(date(2022, 8, 1), date(2024, 3, 1)), st.integers(1, 12), st.sampled_from([1, 15])
    ),
    st.builds(in_year, st.integers(2021, 2024), st.integers(1, 12), st.sampled_from([1, 15])),
)
ONCE = st.one_of(
    st.builds(lambda day: ({"kind": "before", "day": day}, [day - DAY], None), DAYS),
    st.builds(lambda day: ({"kind": "by", "day": day}, [day], None), DAYS),
    st.builds(
        lambda year: ({"kind": "year", "year": year}, [date(year, 12, 31)], None), st.integers(2022, 2025)
    ),
    st.builds(
        lambda year, half: (
            {"kind": "half_year", "year": year, "half": half},
            [date(year, 6, 30) if half == 1 else date(year, 12, 31)],
            None,
        ),
        st.integers(2022, 2025),
        st.sampled_from([1, 2]),
    ),
)


def dead(ends, issued):
    """The numbers of those that were over before the act held and have one after them."""
    return {place for place, end in enumerate(ends[:-1]) if end < issued}


def counted(ends, issued, done):
    """On which day each was done: in order, never while the one before runs; nothing late for what bound nobody."""
    placed, place = {}, 0
    for day in sorted(done):
        while place in dead(ends, issued) and day > ends[place]:
            place += 1
        if place == len(ends):
            break
        if place == 0 or ends[place - 1] == ends[place] or day > ends[place - 1]:
            placed[place] = day
            place += 1
    return placed


def stands(ends, issued, on, placed):
    """The last day, the state and the outcome of what is told."""
    late = {place for place, day in placed.items() if day > ends[place] >= issued}
    left = [place for place in range(len(ends)) if place not in placed and place not in dead(ends, issued)]
    if not left:
        return None, Status.DONE, Outcome.BREACH if late else Outcome.HOLDS
    end = ends[left[0]]
    status = Status.OVERDUE if on > end else Status.DUE if on == end else Status.UPCOMING
    broken = late or (on > end >= issued)
    return end, status, Outcome.BREACH if broken else Outcome.HOLDS


@settings(max_examples=size(150, 3000))
@given(AGAIN | ONCE, DAYS, DAYS, st.lists(DAYS, max_size=4, unique=True))
def test_a_row_shows_its_first_open_occurrence_that_binds(row, issued, on, done):
    said, ends, _ = row
    term, begun = READ.validate_python(said), Beginning(issued)
    found = due(term, on, ITEM, done=sorted(done), since=issued, begun=begun)
    placed = counted(ends, issued, [day for day in done if day <= on])
    assert dict.fromkeys(found.done) == dict.fromkeys(placed)
    assert (found.last_day, found.status, found.verdict.outcome) == stands(ends, issued, on, placed)
    gone = [end for place, end in enumerate(ends) if place in dead(ends, issued) - placed.keys()]
    passed = [part for part in found.verdict.parts if part.rule == "deadlines.passed_over"]
    assert [part.facts["last_day"] for part in passed] == gone[-1:]


@settings(max_examples=size(80, 1500))
@given(AGAIN, DAYS, DAYS, st.dictionaries(st.integers(2021, 2027), DAYS, max_size=3))
def test_an_order_of_each_year_is_late_in_the_plan_where_the_order_itself_is(row, issued, on, orders):
    said, ends, first = row
    term = READ.validate_python(said)
    found = due(term, on, ITEM, of_years=orders, since=issued, begun=Beginning(issued))
    placed = {year - first: day for year, day in orders.items() if day <= on and year >= first}
    assert (found.last_day, found.status, found.verdict.outcome) == stands(ends, issued, on, placed)
    year = int(found.verdict.facts["of_year"])
    assert ends[year - first] == found.last_day
    itself = by_plan(max(on, found.last_day), year, term, ITEM, issued=issued)
    assert (itself.outcome is Outcome.BREACH) is (found.status is Status.OVERDUE)


BEGUN = st.sampled_from(["from", "by", "before", "again"])


@settings(max_examples=size(80, 1500))
@given(BEGUN, DAYS, DAYS, DAYS, st.integers(0, 400))
def test_what_was_done_before_the_act_held_broke_no_first_day_of_it(kind, first, issued, done, later):
    last = first + timedelta(60)
    said = {"kind": "from", "day": first} if kind == "from" else {"day": last, "since": first, "kind": kind}
    if kind == "again":
        said |= {"kind": "before", "then_yearly_before": "01-01"}
    term = READ.validate_python(said)
    told = due(
        term, done + timedelta(later), ITEM, done=[done], since=issued, begun=Beginning(issued)
    ).verdict
    part = next(one for one in told.parts if one.facts.get("done_on") == done)
    over = kind != "from" and last < issued
    if done < first:
        assert (part.outcome is Outcome.BREACH) is (done >= issued and not over)
        assert part.facts["first"] == first
        assert in_time(done, first, term, None, ITEM, set_on=issued).outcome is (
            Outcome.BREACH if done >= issued else Outcome.HOLDS
        )
    if done < issued:
        assert part.outcome is Outcome.HOLDS


# ─── По дням, посчитанным вручную ────────────────────────────────────────────────────────────────────────


def published(name, day, d5="on_publication"):
    """The decree of 22.09.2023, published on that day; the district holds from the day after it."""
    whole = {**SHIPPED[name], "readings": {"D5": d5}}
    return load_profile(whole | {"act": {**whole["act"], "published_on": day}})


def row_of(profile, row, on, *done):
    return next(one for one in plan_on(profile, on, {row: list(done)}) if one.item.id == row)


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2023, 9, 25), Status.UPCOMING),
        (date(2023, 12, 31), Status.DUE),
        (date(2024, 1, 1), Status.OVERDUE),
        (date(2025, 6, 1), Status.OVERDUE),
    ],
)
def test_the_order_of_2024_is_owed_by_a_decree_published_after_the_term_of_the_first(on, state):
    """«До 1 октября 2023 года, далее ежегодно до 1 января»; published on 05.10.2023."""
    told = row_of(published("kemerovo", date(2023, 10, 5)), "app4.4", on)
    assert (told.due, told.status) == (date(2023, 12, 31), state)
    assert (told.verdict.outcome is Outcome.BREACH) is (state is Status.OVERDUE)
    assert told.verdict.facts["of_year"] == "2024"
    (passed,) = told.verdict.parts
    assert passed.text.en == (
        "Last day of an earlier term: 2023-09-30; the decree that sets it holds from 2023-10-05; such a term binds "
        "nobody, and the state is that of the next one."
    )


def test_of_two_terms_that_end_on_one_day_both_are_passed_over():
    """«2023 год далее ежегодно до 1 января»; published on 10.01.2024, so that the district holds from 11.01."""
    district = published("novokuznetsk_district", date(2024, 1, 10))
    for on, state in ((date(2024, 1, 20), Status.UPCOMING), (date(2025, 1, 1), Status.OVERDUE)):
        told = row_of(district, "app2.4.1", on)
        assert (told.due, told.status, told.verdict.facts["of_year"]) == (date(2024, 12, 31), state, "2025")
    once = row_of(district, "app2.1.1", date(2024, 2, 1))
    assert (once.due, once.status, once.verdict.outcome) == (
        date(2023, 12, 31),
        Status.OVERDUE,
        Outcome.HOLDS,
    )


@pytest.mark.parametrize(
    ("done", "of", "owed"),
    [
        (date(2023, 9, 28), "2023", date(2023, 12, 31)),  # while the first term ran
        (date(2023, 10, 10), "2024", date(2024, 12, 31)),  # when it was over: nobody owed it
        (date(2023, 12, 20), "2024", date(2024, 12, 31)),
        (date(2024, 1, 10), "2024", date(2024, 12, 31)),
    ],
)
def test_a_line_counts_for_the_first_term_only_while_that_ran(done, of, owed):
    told = row_of(published("kemerovo", date(2023, 10, 5)), "app4.4", date(2024, 2, 1), done)
    (part,) = (one for one in told.verdict.parts if one.rule == "deadlines.within")
    assert (part.facts["of_year"], told.due) == (of, owed)
    late = done > date(2023, 12, 31) or owed < date(2024, 2, 1)
    assert (told.verdict.outcome is Outcome.BREACH) is late


@settings(max_examples=size(15, 150))
@given(
    st.sampled_from([("kemerovo", "app4.4"), ("novokuznetsk_district", "app2.4.1")]),
    st.dates(date(2023, 9, 22), date(2025, 2, 1)),
    st.dates(date(2023, 9, 1), date(2025, 12, 1)),
)
def test_the_calendar_file_has_first_what_the_plan_shows(row, day, on):
    name, item = row
    profile = published(name, day)
    told = row_of(profile, item, on)
    lines = plan_ics(profile, on).decode().split("BEGIN:VEVENT")
    starts = [
        line.split("DTSTART;VALUE=DATE:")[1][:8] for line in lines if f"UID:{profile.act.id}.{item}." in line
    ]
    shown = told.due.year <= on.year + 1
    assert starts[:1] == ([told.due.strftime("%Y%m%d")] if shown else [])


def test_the_lint_says_that_the_later_terms_bind():
    found = [one for one in lint(published("kemerovo", date(2023, 10, 5))) if one.code == "A2"]
    said = {one.cite.address: one.text.en for one in found}
    assert "its first last day is 2023-09-30" in said["app4.4"]
    assert "the later ones bind" in said["app4.4"]
    assert "later" not in said["app4.5.1"]
