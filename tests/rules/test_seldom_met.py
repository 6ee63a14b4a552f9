"""Answers that drawn cases seldom meet, each from the law by hand."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from groups import asked, group, profile
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from law189.calendar import CalendarNotPublished
from law189.extracts import OrderLine, Part
from law189.law import Citation, Day, Norm, Text
from law189.profile.counted import After, AfterMonths, Ahead, Days, Occasion, SameDay, Until
from law189.profile.dated import Before, By, HalfYear, InYear, Month, Months, On, Quarter, Year, Yearly
from law189.profile.indicators import Indicator
from law189.profile.loader import load_profile
from law189.profile.parameters import Parameters
from law189.profile.regulation import Decisions, Frequency, HowOften, Notice, Permission, Span
from law189.profile.terms import Regular
from law189.rules import certificates, orders
from law189.rules.acts import force
from law189.rules.certificates import consumers
from law189.rules.deadlines import Status, due, events_told, periods
from law189.rules.deadlines.counting import LastDay, counted
from law189.rules.deadlines.endless import early
from law189.rules.deadlines.kept import kept
from law189.rules.deadlines.occurrences import last_days
from law189.rules.deadlines.periods import Absent, Ends
from law189.rules.group import dispatch, met, presiding, subgroups
from law189.rules.group.frequency import held_often
from law189.rules.group.proxies import opinions_told
from law189.rules.group.regulation import lacking
from law189.rules.indicators import judged
from law189.rules.orders.reported_parts import by_share, ordered_ways
from law189.rules.providers import eligibility
from law189.rules.votes import poll_steps
from law189.rules.votes.ballots import Held
from law189.rules.votes.poll_items import poll_cast
from law189.rules.votes.polls import Poll
from law189.verdict import Outcome

CITE = Citation("town-5", "p3", Text("п. 3", "item 3"))
HOLDS, BREACH, UNKNOWN, VOID = Outcome.HOLDS, Outcome.BREACH, Outcome.UNKNOWN, Outcome.VOID
DAY = date(2024, 3, 15)
KEMEROVO = load_profile("kemerovo").latest.working_group


# ─── Terms ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("term", "first"),
    [
        (On(kind="on", day=DAY), DAY),
        (Before(kind="before", day="2024-09-01", since="2024-06-01"), date(2024, 6, 1)),
        (By(kind="by", day="2024-09-01", since="2024-06-01"), date(2024, 6, 1)),
        (Year(kind="year", year=2024), date(2024, 1, 1)),
        (HalfYear(kind="half_year", year=2024, half=2), date(2024, 7, 1)),
        (Quarter(kind="quarter", year=2024, quarter=4), date(2024, 10, 1)),
        (Month(kind="month", year=2024, month=5), date(2024, 5, 1)),
        (
            Months(kind="months", first_year=2023, first_month=9, last_year=2024, last_month=5),
            date(2023, 9, 1),
        ),
    ],
    ids=lambda one: getattr(one, "kind", ""),
)
def test_a_selection_begins_on_the_first_day_of_its_term(term, first):
    assert eligibility.begun(first, term, CITE).outcome is HOLDS
    early = eligibility.begun(date.fromordinal(first.toordinal() - 1), term, CITE)
    assert (early.outcome, early.facts["first"]) == (VOID, first)


def test_a_selection_without_a_first_day_begins_at_once():
    for term in (Before(kind="before", day="2024-09-01"), Yearly(kind="yearly", end="before", day="03-01")):
        assert eligibility.begun(DAY, term, CITE).outcome is HOLDS


def test_a_certificate_whose_term_waits_for_an_event_asks_for_its_day():
    term = AfterMonths(kind="after_months", months=12, event=Occasion(kind="limits"))
    said = certificates.valid_within(date(2025, 1, 1), DAY, term, None, CITE)
    assert (said.outcome, said.facts["last_day"]) == (UNKNOWN, None)
    assert "доведения лимитов" in said.text.ru


CALENDAR = load_profile("kemerovo").latest.calendar


@pytest.mark.parametrize(
    ("term", "choices", "day"),
    [
        (SameDay(kind="same_day"), {}, DAY),
        (After(kind="after", days=10, unit="calendar_days"), {}, date(2024, 3, 25)),
        (
            After(kind="after", days=10, unit="calendar_days", moves=False),
            {"D3": "same_day"},
            date(2024, 3, 24),
        ),
        (After(kind="after", days=2, unit="calendar_days", moves=True), {}, date(2024, 3, 18)),
        (After(kind="after", days=3, unit="working_days"), {}, date(2024, 3, 20)),
        (AfterMonths(kind="after_months", months=1), {}, date(2024, 4, 15)),
        (AfterMonths(kind="after_months", months=1, moves=False), {"D3": "same_day"}, date(2024, 4, 15)),
        (AfterMonths(kind="after_months", months=3, moves=True), {}, date(2024, 6, 17)),
        (
            Ahead(kind="ahead", days=5, unit="calendar_days", event=Occasion(kind="cause")),
            {},
            date(2024, 3, 10),
        ),
        (
            Ahead(kind="ahead", days=5, unit="working_days", event=Occasion(kind="cause")),
            {},
            date(2024, 3, 7),
        ),
        (Until(kind="until", event=Occasion(kind="cause")), {}, date(2024, 3, 14)),
        (Until(kind="until", event=Occasion(kind="cause")), {"D1": "included"}, DAY),
    ],
)
def test_a_term_counted_from_friday_the_fifteenth_of_march_ends_on_its_day(term, choices, day):
    """15.03.2024 is a Friday; 23.03 and 24.03 are a weekend, so is 15.06 with 16.06; 08.03 to 10.03 are off."""
    assert counted(term, DAY, CALENDAR, choices).day == day


def test_a_term_of_each_year_runs_out_with_the_calendar_of_dates():
    """No date is later than 31.12.9999, and no search goes beyond it."""
    yearly, in_year = (
        Yearly(kind="yearly", end="by", day="03-01"),
        InYear(kind="in_year", end="by", day="03-01"),
    )
    for term in (yearly, in_year):
        found = list(last_days(term, since=date(9996, 5, 1), choices={"D8": "each_year"}))
        assert found == [date(9997, 3, 1), date(9998, 3, 1)]
    every = Year(kind="year", year=2100, then_yearly_before="12-31")
    assert sum(1 for _ in last_days(every)) == 1 + 9998 - 2100
    regular = Regular(kind="regular", times=1, per="year")
    assert list(last_days(regular, since=date(9998, 1, 1)))[-1].year >= 9998


@pytest.mark.parametrize("term", [On(kind="on", day=DAY), Month(kind="month", year=2024, month=3)])
def test_a_term_with_one_end_is_done_once_and_then_nothing_is_due(term):
    assert due(term, date(2024, 5, 1), CITE, done=[DAY]).status is Status.DONE
    assert due(term, date(2024, 5, 1), CITE).status is Status.OVERDUE


@pytest.mark.parametrize("choice", ["year_asked", "each_year"])
def test_a_day_without_a_year_done_this_year_is_done_or_open_by_its_reading(choice):
    term = InYear(kind="in_year", end="by", day="08-31")
    found = due(term, date(2024, 9, 1), CITE, done=[date(2024, 8, 1)], since=DAY, choices={"D8": choice})
    assert found.status is (Status.DONE if choice == "year_asked" else Status.UPCOMING)


def test_an_end_that_is_not_known_says_what_is_counted_and_which_calendar_is_missing():
    other = AfterMonths(kind="after_months", months=2, moves=True)
    assert "нет календаря на 2031 год" in Ends(None, Absent.NO_CALENDAR, other, None, 2031).text.ru
    assert Ends(None, Absent.NOT_SET).text == Absent.NOT_SET.text
    assert Ends(date(2024, 5, 1)).text.ru == "01.05.2024"


# ─── The group ───────────────────────────────────────────────────────────────────────────────────────────


@given(st.dates(date(2023, 2, 1), date(2026, 11, 1)), st.integers(1, 30), st.sampled_from(list(Days)))
def test_the_last_day_of_a_notice_is_the_last_that_is_early_enough(held_on, days, unit):
    said = Norm[Notice](value=Notice(days=days, unit=unit), basis=CITE)
    last = dispatch.last_day_of_notice(held_on, said.value, CALENDAR)
    after = date.fromordinal(last.toordinal() + 1)
    assert dispatch.notified(last, None, held_on, said, CALENDAR).outcome is HOLDS
    assert dispatch.notified(after, None, held_on, said, CALENDAR).outcome is BREACH


def test_the_last_day_of_a_notice_in_working_days_needs_a_calendar():
    said = Notice(days=3, unit="working_days")
    for calendar, held_on in ((None, DAY), (CALENDAR, date(2040, 3, 1))):
        with pytest.raises(CalendarNotPublished):
            dispatch.last_day_of_notice(held_on, said, calendar)


def test_a_period_in_which_the_norm_did_not_hold_all_along_is_not_owed():
    norm = Norm[HowOften](value=Frequency(at_least=1, per="quarter"), basis=CITE, until="2024-08-31")
    found = held_often([], date(2024, 12, 31), norm, since=date(2024, 1, 1))
    assert [one.first for one in found] == [date(2024, 1, 1), date(2024, 4, 1)]


@pytest.mark.parametrize("per", list(Span))
def test_the_periods_end_where_dates_end(per):
    norm = Norm[HowOften](value=Frequency(at_least=1, per=per), basis=CITE)
    found = held_often([], date.max, norm, since=date(9999, 1, 1))
    assert (found[0].first, found[-1].last_day) == (date(9999, 1, 1), date.max)


@pytest.mark.parametrize("written", [["chair"], "chair", 7, [["member-1"]], [["member-1", 3]]])
def test_proxies_that_are_no_pairs_of_seats_are_refused(written):
    with pytest.raises(ValidationError, match="proxies are written as absent seat"):
        TypeAdapter(Held).validate_python(written)


def test_a_binding_decision_is_told_with_on_whom_it_binds():
    said = Decisions(force="binding", on=Text("органы администрации", "the bodies"))
    told = orders.advised("План", DAY, adopted=True, on=DAY, said=said)
    assert (told.outcome, told.rule) == (HOLDS, "orders.advice_binding")
    assert "органы администрации" in told.text.ru


def test_the_opinion_of_a_seat_in_conflict_does_not_count():
    told = list(
        opinions_told(
            {"member-1": "for"},
            {"chair"},
            (),
            ("chair", "member-1"),
            Permission.COUNTED,
            CITE,
            barred=["member-1"],
        )
    )
    assert [(one.outcome, "конфликт интересов" in one.text.ru) for one in told] == [(BREACH, True)]


@pytest.mark.parametrize(
    ("said", "rule"), [(True, "quorum.guests"), (False, "quorum.guests"), (None, "force.silent")]
)
def test_a_poll_with_an_invited_person_is_told_of_it(said, rule):
    municipality = profile(absentee={"allowed": True}, invited=said)
    told = asked(municipality, form="absentee", votes={"chair": "for"}, guests=["эксперт"])
    found = [part for part in told.attendance.parts if part.rule == rule]
    assert [part.outcome for part in found] == [{True: HOLDS, False: BREACH, None: UNKNOWN}[said]]


def test_a_list_of_services_that_the_decree_does_not_have_is_silence():
    said = eligibility.listed("804200О.99.0.ББ52АЖ48000", (), CITE)
    assert (said.outcome, said.rule) == (UNKNOWN, "force.silent")


@pytest.mark.parametrize(
    ("base", "reported", "reached"),
    [
        ({"at_most": 9}, 4, True),
        ({"at_most": 9}, 6, False),
        ({"at_least": 1}, 4, False),
        ({"at_least": 1}, 6, True),
    ],
)
def test_a_base_within_bounds_says_which_way_is_better(base, reported, reached):
    """From at most nine down to five, or from at least one up to five."""
    indicator = Indicator(
        goal=1,
        type="final",
        title=Text("очередь", "queue"),
        unit="percent",
        base={"value": base, "year": 2023},
        target={"value": 5, "year": 2024},
        cite=CITE,
    )
    said = judged(indicator, Decimal(reported), date(2025, 1, 1), None)
    assert (said.outcome is HOLDS) is reached


def test_a_term_that_no_calendar_of_dates_or_of_working_days_can_count_is_not_known():
    far = counted(AfterMonths(kind="after_months", months=120), date(9995, 1, 1), CALENDAR)
    assert (far.day, far.missing_year) == (None, 10000)
    ahead = Ahead(kind="ahead", days=3, unit="working_days", event=Occasion(kind="cause"))
    assert (counted(ahead, DAY, None).day, counted(ahead, DAY, None).missing_year) == (None, 2024)


def test_a_duty_of_each_year_is_open_where_the_day_of_the_act_is_not_known():
    assert due(Yearly(kind="yearly", end="by", day="03-01"), DAY, CITE).status is Status.OPEN
    assert due(Regular(kind="regular", times=1, per="quarter"), DAY, CITE).status is Status.OPEN


def test_a_poll_that_is_silent_on_quorum_and_adoption_asks_for_both():
    told = asked(
        profile(absentee={"allowed": True}, quorum=None, adoption=None),
        form="absentee",
        votes={"chair": "for"},
    )
    paths = {ask.path for ask in told.items[0].verdict.asks}
    assert paths >= {"profile.working_group.quorum", "profile.working_group.adoption"}


def test_parameters_without_periods_say_nothing_of_the_season():
    period = {"since": "2023-09-01", "until": "2024-05-31"}
    silent, said = Parameters(cite=CITE), Parameters(cite=CITE, periods=(period,))
    (found,) = consumers.in_season(DAY, [silent, said, silent])
    assert found.outcome is HOLDS


def test_a_decree_that_is_silent_on_its_entry_into_force_has_the_day_that_reading_d5_gives():
    issued, published, by_publication = date(2023, 9, 22), date(2023, 9, 25), {"D5": "on_publication"}
    assert force.begins(issued, published, None) == issued
    assert force.begins(issued, published, None, by_publication) == published
    assert force.begins(issued, None, None, by_publication) is None
    said = Norm[str](value="on_publication", basis=CITE)
    assert force.begins(issued, published, said) == published
    assert force.begins(issued, None, said) is None


def test_a_target_that_is_not_determined_is_asked_for_and_a_value_with_it_where_none_is_reported():
    indicator = Indicator(
        goal=1,
        type="final",
        title=Text("очередь", "queue"),
        unit="percent",
        base={"value": 9, "year": 2023},
        target={"value": "tbd", "year": 2024},
        cite=CITE,
    )
    reported, nothing = (judged(indicator, one, date(2025, 1, 1), None) for one in (Decimal(7), None))
    target = f"profile.indicators[{indicator.id}].target"
    assert (reported.outcome, nothing.outcome) == (UNKNOWN, UNKNOWN)
    assert [ask.path for ask in reported.asks] == [target]
    assert target in [ask.path for ask in nothing.asks]
    assert len(nothing.asks) == 2


def test_an_answer_of_a_poll_is_of_a_seat_that_was_asked_and_has_no_conflict():
    group = profile(absentee={"allowed": True}, conflict_of_interest="abstains").latest.working_group
    poll = Poll(group, ("chair", "member-1"))
    counted, answered = poll_cast(
        poll, {"chair": "for", "member-1": "against", "deputy": "for"}.items(), ["chair"]
    )
    assert dict(counted) == {"member-1": "against"}
    assert answered == {"chair", "member-1"}


def test_what_was_rendered_in_ways_is_not_compared_with_an_order_of_other_services():
    ordered, other = "804200О.99.0.ББ52АЖ48000", "804200О.99.0.ББ52АЕ76000"
    shares = (Part(way="certificate", amount=10),)
    lines = [OrderLine(service=ordered, unit="person-hours", total=10, parts=shares)]
    rendered = [Part(way="competition", amount=5)]
    assert list(ordered_ways(other, rendered, lines, CITE)) == []
    assert [said.outcome for said in ordered_ways(ordered, rendered, lines, CITE)] == [BREACH]


def test_only_the_silent_norms_on_which_a_decision_turns_are_asked_for():
    """Equal votes turn on the casting vote; whether an abstaining opinion counts changes nothing."""
    silent = profile(casting_vote=None, opinions=None)
    votes = {"chair": "for", "deputy": "against"}
    told = asked(
        silent,
        present=("chair", "deputy", "member-1"),
        item={"votes": votes, "opinions": {"member-2": "abstain"}},
    )
    (turned,) = [part for part in told.items[0].verdict.parts if part.rule == "voting.silent"]
    assert [ask.path for ask in turned.asks] == ["profile.working_group.casting_vote"]


# ─── Limits of a poll, a proxy, a report ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("days", "outcome"), [(-1, HOLDS), (0, HOLDS), (1, BREACH)])
def test_answers_of_a_poll_are_taken_through_its_last_day(days, outcome):
    assert poll_steps.in_time(DAY + timedelta(days), DAY, CITE).outcome is outcome


@pytest.mark.parametrize(
    ("permission", "outcome"),
    [(Permission.FORBIDDEN, BREACH), (Permission.ALLOWED, HOLDS), (Permission.COUNTED, HOLDS)],
)
def test_an_opinion_is_as_the_regulation_says(permission, outcome):
    (verdict,) = opinions_told({"member-1": "for"}, {"chair"}, (), ("chair", "member-1"), permission, CITE)
    assert verdict.outcome is outcome


@pytest.mark.parametrize(
    ("achieved", "outcome"), [("99.5", HOLDS), (100, HOLDS), ("100.5", BREACH), (101, BREACH)]
)
def test_no_more_is_rendered_in_a_way_than_its_share_where_no_act_permits_more(achieved, outcome):
    ordered = OrderLine(
        service="804200О.99.0.ББ52АЖ48000",
        unit="person-hours",
        total=100,
        parts=[Part(way="certificate", amount=100)],
    )
    done = [Part(way="certificate", amount=achieved)]
    (verdict,) = by_share(ordered.service, ordered.unit, done, [ordered], CITE)
    assert verdict.outcome is outcome


def test_of_a_norm_of_the_group_nothing_is_asked_without_a_day():
    said = group()
    ended = said.quorum.model_copy(update={"until": date(2024, 1, 31)})
    late = said.model_copy(update={"quorum": ended})
    assert lacking(late, "quorum") is None
    assert lacking(late, "quorum", DAY).outcome is not HOLDS


SEATS = group().by_id


@pytest.mark.parametrize(("elected", "outcome"), [(None, UNKNOWN), ("member-1", HOLDS), ("member-2", VOID)])
def test_where_nobody_of_the_order_is_there_whoever_was_elected_presides(elected, outcome):
    silent = force.silent("working_group.presiding", Text("кто ведёт", "who presides"), CITE)
    verdict = presiding.chosen(elected, ("member-1",), SEATS, silent, {})
    assert verdict.outcome is outcome


def test_what_is_done_before_the_first_day_of_its_term_is_a_breach():
    """«С 1 по 15 октября»: a day named beside the last one is within the term, the day before it is not."""
    term = By(kind="by", day="2023-10-15", since="2023-10-01")
    last = LastDay(date(2023, 10, 15), date(2023, 10, 15))
    assert early(date(2023, 10, 1), term, CITE) is None
    for told in (early(date(2023, 9, 30), term, CITE), kept(date(2023, 9, 30), last, CITE, term=term)):
        assert (told.rule, told.outcome, told.cites) == ("periods.early", BREACH, (CITE,))
    assert kept(date(2023, 9, 30), last, CITE).outcome is HOLDS, "nobody has said of a first day"


def test_a_term_counted_from_an_event_has_no_last_day_without_it():
    for term in (
        After(kind="after", days=5, unit="working_days"),
        AfterMonths(kind="after_months", months=1),
    ):
        assert list(last_days(term)) == []


@given(st.text(max_size=8))
def test_a_subgroup_of_any_name_is_asked_for(name):
    """A record of a meeting may name anything; what is asked for is a path of the profile all the same."""
    told = subgroups.sitting_as(KEMEROVO, name)
    asks = {ask.path.partition("[")[0] for ask in told.asks}
    assert (told.outcome, asks) == (UNKNOWN, {"profile.working_group.subgroups"})
    advised = [*subgroups.advised(KEMEROVO, name, DAY)]
    assert [one.outcome for one in advised] == [UNKNOWN]


def test_a_decree_that_covers_what_was_before_it_covers_a_meeting_then():
    issued, covered = date(2023, 5, 11), Norm[Day](value=date(2023, 1, 1), basis=CITE)
    told = [
        met.established(on, issued, CITE, covered) for on in (date(2022, 12, 31), date(2023, 1, 1), issued)
    ]
    assert [one.outcome for one in told] == [VOID, HOLDS, HOLDS]
    assert told[1].facts["covered"] == date(2023, 1, 1)


def test_a_term_before_an_event_waits_for_no_day_of_it():
    """«Не позднее чем за 5 дней до события» ends before the event comes, and its day may be one to come."""
    ahead = Ahead(kind="ahead", days=5, unit="calendar_days", event=Occasion(kind="limits"))
    after = After(kind="after", days=5, unit="working_days", event=Occasion(kind="limits"))
    days = {"term": DAY + timedelta(9)}
    assert list(events_told.told(days, {"term": ahead}, DAY)) == []
    assert [one.outcome for one in events_told.told(days, {"term": after}, DAY)] == [BREACH]
    assert [one.outcome for one in events_told.told(days, {}, DAY)] == [BREACH]


def test_the_day_of_an_act_is_what_a_term_is_counted_from_where_the_act_says_so():
    published, force = date(2024, 1, 10), date(2024, 1, 20)
    for kind, day in (("publication", published), ("in_force", force)):
        term = After(kind="after", days=5, unit="working_days", event=Occasion(kind=kind))
        assert periods.begun_by(term, DAY, published, force) == day
    step = Occasion(kind="step", at="order.approved")
    for event, day in ((step, force), (Occasion(kind="cause"), DAY)):
        term = After(kind="after", days=5, unit="working_days", event=event)
        assert periods.begun_by(term, DAY, published, published, force) == day


@pytest.mark.parametrize(
    ("title", "base", "target", "reported", "outcome"),
    [
        ("Темп роста", 100, 110, "112", HOLDS),
        ("Темп роста", 100, 110, "108", BREACH),
        ("Темп роста", 80, 90, "112", HOLDS),
        ("Доля услуг", 80, 90, "112", VOID),
        ("Доля услуг", 100, 100, "112", VOID),
        ("Доля услуг", 100, 110, "112", HOLDS),
    ],
)
def test_a_share_over_a_hundred_percent_is_one_where_the_table_has_such(
    title, base, target, reported, outcome
):
    """«Темп роста — 110 процентов» is no share of a whole; «доля — 90 процентов» is."""
    indicator = Indicator(
        goal=1,
        type="final",
        title=Text(title, "an indicator"),
        unit="percent",
        base={"value": base, "year": 2023},
        target={"value": target, "year": 2024},
        cite=CITE,
    )
    assert judged(indicator, Decimal(reported), None, None).outcome is outcome
