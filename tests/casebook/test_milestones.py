"""On which day the cases first did what the plan sets a term for: by hand, and by a count over drawn days."""

from datetime import date, timedelta

import pytest
from books import OTHER_PROVIDER, agreed, certified, included, ordered, taking, town
from books import PROFILE as TOWN
from filled import edited
from hypothesis import given, settings
from hypothesis import strategies as st

from law189.audit.bulk import Audit
from law189.audit.plan import plan_on
from law189.casebook.known import Made
from law189.casebook.milestones import Reached, done_by_cases, events_by_cases, lifecycles_awaited, reached
from law189.cases.history import RecordAnnulled
from law189.kinds import WrongType
from law189.profile.documents import LocalAct
from law189.profile.federal import load_calendar, shipped_data
from law189.profile.loader import load_profile
from law189.profile.plan import Milestone
from law189.rules.deadlines import Status
from law189.verdict import Outcome, Verdict
from law189.workflows import selection

END = date(2024, 12, 31)


def of_year(year):
    """The acts of the town; the agreements of its plan are those under the order of that year."""
    plan = tuple(
        one.model_copy(update={"order_year": year}) if one.milestone is Milestone.AGREEMENTS else one
        for one in TOWN.on(END).plan
    )
    return edited(TOWN, {"plan": plan})


PROFILE = of_year(2024)
ITEMS = {
    "app4.4": ("2023-12-05", Made("order", 3)),
    "app4.5.1": ("2023-10-16", Made("entry", 2)),
    "app4.5.2": ("2023-12-13", Made("agreement", 3)),
    "app4.5.3": ("2024-01-10", Made("c1", 3)),
    "app4.5.4": ("2023-10-16", Made("entry", 2)),
}


def days(book, on=END):
    found = done_by_cases(book.cases(), PROFILE, on)
    return {item: [(one.on.isoformat(), one.made_by) for one in told] for item, told in found.items()}


def test_each_item_with_a_milestone_has_the_day_and_the_record_that_did_it():
    assert days(taking(town())) == {item: [told] for item, told in ITEMS.items()}


@pytest.mark.parametrize("item", ITEMS)
def test_an_item_is_done_from_the_day_of_its_record_on(item):
    on = date.fromisoformat(ITEMS[item][0])
    book = taking(town())
    assert item not in days(book, on - timedelta(1))
    assert item in days(book, on)


@pytest.mark.parametrize("order", [(), ordered()], ids=["no order shown", "an order of 2024"])
def test_agreements_under_an_order_are_those_of_its_year_alone(order):
    """«Заключение соглашений … в целях исполнения … заказа … на 2023 год» (п. 5.2 прил. 4, п. 5.2 прил. 2)."""
    asked = Audit(TOWN)
    for at, line in enumerate([*included(), *order, *agreed()], 1):
        list(asked.take(at, line))
    cases = list(asked.book.cases())
    told = {
        year: done_by_cases(cases, of_year(year), END).get("app4.5.2") for year in (None, 2023, 2024, 2025)
    }
    assert told[2023] is told[2025] is None
    assert [one.year for one in told[2024]] == [one.year for one in told[None]] == [2024]


def test_the_decrees_speak_of_the_order_of_2023():
    for name in ("kemerovo", "novokuznetsk_district"):
        told = {one.milestone: one.order_year for one in load_profile(name).latest.plan if one.order_year}
        assert told == {Milestone.AGREEMENTS: 2023}


def test_an_order_that_is_only_approved_an_agreement_not_signed_and_an_application_do_nothing():
    entry = [*included()]
    book = taking(ordered(), entry, [*agreed()][:2], [*certified()][:2])
    assert days(book).keys() == {"app4.4", "app4.5.1", "app4.5.4"}
    assert days(taking([*ordered()][:2], entry[:1])) == {}


def test_the_earliest_case_counts_whatever_the_order_of_the_file():
    late = included("late", inn=OTHER_PROVIDER, record="2", on="2023-11-20")
    for groups in (
        [included(), late],
        [[*included("late", inn=OTHER_PROVIDER, record="2", on="2023-11-20")], included()],
    ):
        assert days(taking(*groups))["app4.5.1"] == [("2023-10-16", Made("entry", 2))]


def test_the_order_counts_for_each_year_that_it_is_for_and_once_for_a_year():
    more = [
        one.model_copy(update={"event": one.event.model_copy(update={"on": one.event.on + timedelta(20)})})
        for one in ordered("more", number="2024/2")
    ]
    book = taking(ordered(), more, ordered("next", number="2025/1", year=2025))
    found = [one for one in reached(book.cases(), END) if one.milestone is Milestone.ORDER]
    assert [(one.year, one.on.isoformat(), one.made_by) for one in found] == [
        (2024, "2023-12-05", Made("order", 3)),
        (2025, "2023-12-05", Made("next", 3)),
    ]


def test_a_record_that_was_annulled_by_the_day_did_nothing():
    (case,) = taking(included()).cases()
    annulled = RecordAnnulled(on="2023-11-01", by="education", record=2, reason="запись сделана ошибочно")
    case = selection.lifecycle.advance(case, annulled, PROFILE)
    assert reached([case], date(2023, 11, 1)) == ()
    assert len(reached([case], date(2023, 10, 31))) == 2


PLACES = {"budget-portal": Outcome.HOLDS, "own-site": Outcome.BREACH}


@pytest.mark.parametrize("place", PLACES)
def test_an_order_published_elsewhere_is_published_in_breach_and_the_plan_says_so(place):
    """«Размещённое в другом месте размещено с нарушением»: it stands, and the item of the plan is done by it."""
    lines = [
        one.model_copy(update={"event": one.event.model_copy(update={"place": place})})
        if one.event.kind == "published"
        else one
        for one in ordered()
    ]
    (told,) = done_by_cases(taking(lines).cases(), PROFILE, END)["app4.4"]
    assert (told.made_by, told.outcome) == (Made("order", 3), PLACES[place])
    assert told.as_json()["outcome"] == PLACES[place].value


@given(st.data())
@settings(max_examples=25)
def test_whatever_the_steps_are_told_a_milestone_has_the_outcome_of_its_step_and_none_is_without_force(data):
    cases, told = [], {}
    for case in taking(town()).cases():
        records = []
        for number, record in enumerate(case.records, 1):
            outcome = data.draw(st.sampled_from(Outcome))
            verdict = Verdict(record.verdict.rule, outcome, record.verdict.text, {}, ())
            records.append(record._replace(verdict=verdict))
            told[Made(case.id, number)] = outcome
        cases.append(case._replace(records=tuple(records)))
    found = reached(cases, END)
    assert all(one.outcome is told[one.made_by] is not Outcome.VOID for one in found)
    expected = {at for _, at in ITEMS.values() if told[at] is not Outcome.VOID}
    assert {one.made_by for one in found} == expected
    counted = waiting("selection.included")
    events = events_by_cases(cases, counted, END)
    assert bool(events) is (told[Made("entry", 2)] is not Outcome.VOID)


def test_an_item_that_adopts_acts_is_not_done_by_its_milestone():
    plan = tuple(
        one.model_copy(update={"adopts": (LocalAct.ORDER_FORMING,)})
        if one.milestone is Milestone.REGISTER
        else one
        for one in PROFILE.on(END).plan
    )
    found = done_by_cases(taking(town()).cases(), edited(PROFILE, {"plan": plan}), END)
    assert found.keys() == ITEMS.keys() - {"app4.5.1"}


def test_the_plan_takes_the_days_and_says_what_was_late():
    found = {
        item: [one.on for one in told]
        for item, told in done_by_cases(taking(town()).cases(), PROFILE, END).items()
    }
    entries = {one.item.id: one for one in plan_on(PROFILE, END, found, calendar=load_calendar())}
    assert entries["app4.5.1"].status is Status.DONE
    late = [part for part in entries["app4.5.1"].verdict.walk() if part.rule == "deadlines.within"]
    assert [part.facts["late"] for part in late] == [46]


@given(st.lists(st.tuples(st.integers(0, 60), st.booleans()), min_size=1, max_size=4), st.integers(0, 70))
@settings(max_examples=25)
def test_the_first_of_any_cases_by_the_day_is_the_one(drawn, until):
    begun = date(2023, 10, 16)
    cases = []
    for at, (after, goes_on) in enumerate(drawn):
        steps = [*included(f"e{at}", record=str(at), on=begun + timedelta(after))][: 2 if goes_on else 1]
        cases += taking(steps).cases()
    on = begun + timedelta(until)
    expected = [after for after, goes_on in drawn if goes_on and after <= until]
    found = {one.milestone: one.on for one in reached(cases, on)}
    first = begun + timedelta(min(expected)) if expected else None
    assert found == ({Milestone.REGISTER: first, Milestone.SELECTION: first} if expected else {})
    assert all(
        isinstance(one, Reached) and one.as_json()["on"] == one.on.isoformat() for one in reached(cases, on)
    )


# ─── События ─────────────────────────────────────────────────────────────────────────────────────────────


def waiting(step):
    """Kemerovo, whose item 4.5.3 is due so many days after the step."""
    term = {"kind": "after", "days": 10, "unit": "calendar_days", "event": {"kind": "step", "at": step}}
    plan = [
        {**item, "term": term} if item["cite"] == "app4.5.3" else item
        for item in shipped_data()["municipalities"]["kemerovo"]["plan"]
    ]
    return load_profile({**shipped_data()["municipalities"]["kemerovo"], "plan": plan})


def test_an_item_that_waits_for_a_step_is_due_from_the_first_day_on_which_a_case_took_it():
    profile, cases = waiting("order.published"), taking(town()).cases()
    assert (lifecycles_awaited(profile, END), lifecycles_awaited(PROFILE, END)) == (("order",), ())
    events = events_by_cases(cases, profile, END)
    assert events == {"app4.5.3": date(2023, 12, 5)}
    found = {one.item.id: one for one in plan_on(profile, date(2023, 12, 20), events=events)}["app4.5.3"]
    assert (found.due, found.status) == (date(2023, 12, 15), Status.OVERDUE)


def test_an_item_that_waits_for_a_step_that_nobody_has_taken_is_unknown():
    profile, cases = waiting("order.published"), taking(town()).cases()
    assert events_by_cases(cases, profile, date(2023, 12, 4)) == {}
    assert events_by_cases(cases, waiting("certificate.annulled"), END) == {}
    assert events_by_cases(cases, PROFILE, END) == {}
    with pytest.raises(WrongType, match=r"^histories\[0\]: a history"):
        events_by_cases(iter([5]), PROFILE, END)
    found = {one.item.id: one for one in plan_on(profile, date(2023, 12, 4))}["app4.5.3"]
    assert found.status is Status.UNKNOWN
    assert [ask.path for ask in found.verdict.asks] == ["done app4.5.3"]
