"""The plan on a day: both decrees against an oracle that was read from their words alone."""

import ast
import random
from datetime import date, timedelta
from pathlib import Path

import plan_oracle
import pytest
from night import size, some
from pydantic import ValidationError

from law189.audit.plan import Done, ItemOnDay, done_by_item, events_by_item, plan_on
from law189.casebook.known import Made
from law189.casebook.milestones import Reached
from law189.errors import ProfileError
from law189.law import UnknownProvision
from law189.profile.federal import load_calendar, shipped_data
from law189.profile.loader import load_profile
from law189.profile.plan import Milestone
from law189.profile.profile import Profile
from law189.rules.deadlines import Status
from law189.verdict import Outcome, Verdict

FIRST, LAST = date(2023, 9, 1), date(2026, 12, 31)
EVERY = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]
ENDS = [on for on in EVERY if 1 in (on.day, (on + timedelta(1)).day)]
"""The first and the last day of each month: every term of both decrees ends or begins on one of them."""
DAYS = some(sorted({*EVERY[::3], *ENDS}), sorted({*EVERY[::18], *ENDS}))
NAMES = tuple(plan_oracle.PLANS)
CALENDAR = load_calendar()
SHIPPED = shipped_data()["municipalities"]
ORDER = {"kemerovo": "app4.4", "novokuznetsk_district": "app2.4.1"}
SEMINAR = {"kemerovo": "app4.3.1", "novokuznetsk_district": "app2.3.1"}
ITEM = {
    "id",
    "stage",
    "title",
    "responsible",
    "bodies",
    "term",
    "adopts",
    "due",
    "event_on",
    "status",
    "verdict",
}


def reading(name: str, **choices: str) -> Profile:
    return load_profile({**SHIPPED[name], "readings": choices})


def ask(profile: Profile, item: str, on: str, *done: str) -> ItemOnDay:
    days = {item: [date.fromisoformat(day) for day in done]}
    found = plan_on(profile, date.fromisoformat(on), days, calendar=CALENDAR)
    return next(entry for entry in found if entry.item.id == item)


def otherwise(entry: ItemOnDay) -> list[tuple[str, str, Outcome, str]]:
    """The reading named, each choice not made, its outcome, and its sentence."""
    named = entry.verdict.reading
    assert named is not None
    return [(named.code, other.choice, other.outcome, other.text.en) for other in named.otherwise]


def random_done(rng: random.Random, name: str) -> dict[str, list[str]]:
    """For about half of the items up to four days on which something was done, in order."""
    busy = [item for item in plan_oracle.PLANS[name] if rng.random() < 0.5]
    span = (LAST - FIRST).days
    return {
        item: sorted(str(FIRST + timedelta(rng.randint(-60, span))) for _ in range(rng.randint(1, 4)))
        for item in busy
    }


def told(profile: Profile, on: date, done: dict[str, list[str]]) -> dict[str, tuple[object, ...]]:
    """What the library says of each item, taken from its JSON."""
    records = done_by_item(Done(id=item, done_on=day) for item, days in done.items() for day in days)
    items = [entry.as_json() for entry in plan_on(profile, on, records, calendar=CALENDAR)]
    return {
        item["id"]: (
            item["due"],
            item["status"],
            item["verdict"]["outcome"],
            [part["outcome"] for part in item["verdict"]["parts"]],
        )
        for item in items
    }


# ─── Against the oracle ──────────────────────────────────────────────────────────────────────────────────


def test_the_oracle_imports_nothing() -> None:
    tree = ast.parse(Path(plan_oracle.__file__).read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]


def test_there_are_days_enough_and_among_them_the_first_and_the_last_of_each_month() -> None:
    assert len(DAYS) >= size(140, 400)
    assert len(ENDS) == 80


@pytest.mark.parametrize("name", NAMES)
def test_the_plan_has_the_items_of_the_decree_in_its_order(name: str) -> None:
    assert [item.id for item in load_profile(name).latest.plan] == list(plan_oracle.PLANS[name])


@pytest.mark.parametrize("name", NAMES)
def test_every_item_stands_as_the_decree_says_on_days_of_four_years(name: str) -> None:
    profile, rng = load_profile(name), random.Random(f"{name} by default")  # noqa: S311  # no secret
    for on in DAYS:
        done = random_done(rng, name)
        assert told(profile, on, done) == plan_oracle.answer(name, str(on), done), (on, done)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "choices",
    [
        {"D1": "included"},
        {"D2": "moves"},
        {"D4": "quarterly"},
        {"D1": "included", "D2": "moves"},
        {"D1": "included", "D2": "moves", "D4": "quarterly"},
    ],
    ids=str,
)
def test_every_item_follows_the_readings_that_the_profile_chose(name: str, choices: dict[str, str]) -> None:
    profile, rng = reading(name, **choices), random.Random(f"{name} {choices}")  # noqa: S311  # no secret
    for on in DAYS[::5]:
        done = random_done(rng, name)
        items = told(profile, on, done)
        for item, words in plan_oracle.PLANS[name].items():
            try:
                expected = plan_oracle.stand(words, str(on), done.get(item, ()), choices)
            except LookupError:  # a day off of that year is not published
                assert items[item][0] is None
                assert items[item][1] in ("upcoming", "unknown", "done")
            else:
                assert items[item] == expected, (on, done)


@pytest.mark.parametrize("name", NAMES)
def test_every_item_says_who_answers_for_it_and_where_it_is_written(name: str) -> None:
    profile = load_profile(name)
    for entry in plan_on(profile, date(2023, 10, 5), calendar=CALENDAR):
        item = entry.as_json()
        assert set(item) == ITEM
        assert set(item["responsible"]) == set(item["title"]) == {"ru", "en"}
        assert item["term"]["kind"] == entry.item.term.kind
        assert [cite["address"] for cite in item["verdict"]["cites"]] == [item["id"]]
        assert item["verdict"]["cites"][0]["act"] == profile.act.id


def test_the_finance_department_answers_for_the_budget_of_the_district() -> None:
    entry = ask(load_profile("novokuznetsk_district"), "app2.2.2", "2023-10-05")
    assert entry.responsible is not None
    assert entry.responsible.ru == "финансовое управление администрации округа"


def test_an_item_with_nobody_responsible_has_none() -> None:
    plan = [{**entry, "responsible": None} for entry in SHIPPED["kemerovo"]["plan"]]
    profile = load_profile({**SHIPPED["kemerovo"], "plan": plan})
    assert {entry.as_json()["responsible"] for entry in plan_on(profile, FIRST)} == {None}


# ─── Late, early, often ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("on", "status", "late", "outcome"),
    [
        ("2023-09-22", Status.UPCOMING, 0, Outcome.HOLDS),
        ("2023-09-29", Status.UPCOMING, 0, Outcome.HOLDS),
        ("2023-09-30", Status.DUE, 0, Outcome.HOLDS),
        ("2023-10-01", Status.OVERDUE, 1, Outcome.BREACH),
        ("2023-10-05", Status.OVERDUE, 5, Outcome.BREACH),
        ("2024-09-30", Status.OVERDUE, 366, Outcome.BREACH),
    ],
)
def test_the_order_of_kemerovo_is_due_on_30_september_and_late_after_it(
    on: str, status: Status, late: int, outcome: Outcome
) -> None:
    entry = ask(load_profile("kemerovo"), "app4.4", on)
    assert (entry.due, entry.status, entry.verdict.outcome) == (date(2023, 9, 30), status, outcome)
    assert entry.verdict.facts["late"] == late


def test_an_overdue_occurrence_stays_until_it_is_done_and_then_the_next_one_is_due() -> None:
    kemerovo = load_profile("kemerovo")
    assert str(ask(kemerovo, "app4.4", "2026-06-01").due) == "2023-09-30"
    assert str(ask(kemerovo, "app4.4", "2026-06-01", "2023-09-30").due) == "2023-12-31"
    assert str(ask(kemerovo, "app4.4", "2026-06-01", "2023-09-30", "2023-12-31").due) == "2024-12-31"


def test_the_first_two_occurrences_of_the_district_end_on_the_same_day() -> None:
    district = load_profile("novokuznetsk_district")
    done = [str(ask(district, "app2.4.1", "2024-02-01", *["2023-12-01"] * n).due) for n in range(4)]
    assert done == ["2023-12-31", "2023-12-31", "2024-12-31", "2024-12-31"]


def test_what_was_done_late_is_done_and_is_a_breach_part() -> None:
    entry = ask(load_profile("kemerovo"), "app4.4", "2023-10-05", "2023-10-02")
    (part,) = entry.verdict.parts
    assert (str(entry.due), entry.status) == ("2023-12-31", Status.UPCOMING)
    assert (entry.verdict.outcome, part.outcome, part.facts["late"]) == (Outcome.BREACH, Outcome.BREACH, 2)
    assert [cite.address for cite in part.cites] == ["app4.4"]


def test_terms_earlier_than_the_decree_itself_are_told_as_late_from_its_first_day_and_bind_nobody() -> None:
    found = plan_on(load_profile("kemerovo"), date(2023, 9, 22), calendar=CALENDAR)
    late = {entry.item.id: entry for entry in found if entry.verdict.facts["late"]}
    assert {name: entry.verdict.facts["late"] for name, entry in late.items()} == {
        "app4.5.1": 22,
        "app4.5.2": 22,
        "app4.5.3": 22,
    }
    for entry in late.values():
        assert (entry.status, entry.due) == (Status.OVERDUE, date(2023, 8, 31))
        assert (entry.verdict.outcome, entry.verdict.cure) == (Outcome.HOLDS, None)
        (why,) = entry.verdict.parts
        assert (why.rule, why.facts["issued"]) == ("orders.term_before_act", date(2023, 9, 22))


def test_what_is_done_after_the_day_asked_about_has_not_happened_yet() -> None:
    kemerovo = load_profile("kemerovo")
    assert ask(kemerovo, "app4.6.1", "2024-05-16", "2024-05-17").status is Status.UPCOMING
    assert ask(kemerovo, "app4.6.1", "2024-05-17", "2024-05-17").status is Status.DONE


@pytest.mark.parametrize("item", ["app4.1.1", "app4.3.1", "app4.3.3", "app4.4", "app4.5.1", "app4.5.4"])
def test_more_done_than_was_asked_for_breaks_nothing(item: str) -> None:
    entry = ask(load_profile("kemerovo"), item, "2023-12-01", *["2023-09-25"] * 900)
    expected = {"app4.3.1": "as_needed", "app4.3.3": "as_needed", "app4.5.4": "open", "app4.4": "upcoming"}
    assert entry.status == expected.get(item, "done")
    assert (entry.due is None) == (item != "app4.4")


def test_a_day_recorded_of_a_term_without_an_end_is_asked() -> None:
    kemerovo = load_profile("kemerovo")
    for day in ("2023-08-01", "2023-09-01"):  # the decree is of 22.09.2023, after both
        entry = ask(kemerovo, "app4.5.4", "2024-03-01", day)
        assert (entry.status, entry.verdict.outcome) == (Status.OPEN, Outcome.HOLDS)
        (part,) = entry.verdict.parts
        assert part.facts["done_on"] == date.fromisoformat(day)


def test_what_was_done_late_is_told_as_late_in_the_state_too() -> None:
    entry = ask(load_profile("kemerovo"), "app4.3.4", "2024-03-01", "2024-02-01")
    assert (entry.status, entry.verdict.facts["late"]) == (Status.DONE, 32)
    assert "просрочки нет" not in entry.verdict.text.ru


def test_done_records_in_any_order_are_taken_in_order_of_time() -> None:
    days = [date(2023, 12, 30), date(2023, 9, 29)]
    records = [Done(id="app4.4", done_on=day) for day in days] + [Done(id="app4.7", done_on=days[0])]
    assert done_by_item(records) == {"app4.4": sorted(days), "app4.7": days[:1]}


@pytest.mark.parametrize("item", ["app4.44", "app2.4.1", "", "{x}"])
def test_an_id_that_the_plan_does_not_have_is_refused_by_name(item: str) -> None:
    with pytest.raises(UnknownProvision, match="the plan has no item «"):
        plan_on(load_profile("kemerovo"), FIRST, {item: [FIRST]})


def test_a_slip_in_an_id_is_told_what_was_meant() -> None:
    with pytest.raises(UnknownProvision, match=r"no item «app4\.44»; did you mean «app4\.4»\?"):
        plan_on(load_profile("kemerovo"), FIRST, {"app4.44": []})


# ─── An amended edition ──────────────────────────────────────────────────────────────────────────────────


AMENDMENT = {
    "act": {
        "id": "kemerovo-100",
        "number": "100",
        "date": "2024-02-01",
        "title": {"ru": "Об изменениях", "en": "On amendments"},
        "label": {"ru": "акт № 100", "of": "акта № 100", "to": "акту № 100", "en": "act No 100"},
    },
    "since": "2024-02-10",
    "changes": [
        {
            "do": "set",
            "at": ["plan", "app4.6.1", "term"],
            "to": {"kind": "quarter", "year": 2024, "quarter": 2},
            "cite": "app4.6.1",
        },
        {"do": "repeal", "at": ["plan", "app4.3.4"]},
    ],
}


def test_from_the_day_of_an_amendment_its_edition_of_the_plan_holds() -> None:
    amended = load_profile({**SHIPPED["kemerovo"], "amendments": [AMENDMENT]})
    assert str(ask(amended, "app4.6.1", "2024-02-09").due) == "2024-12-31"
    assert str(ask(amended, "app4.6.1", "2024-02-10").due) == "2024-06-30"
    assert ask(amended, "app4.3.4", "2024-02-09", "2023-12-01").status is Status.DONE
    with pytest.raises(UnknownProvision, match=r"app4\.3\.4"):
        ask(amended, "app4.3.4", "2024-02-10", "2023-12-01")


# ─── Readings, and what the other choice would have answered ─────────────────────────────────────────────


def test_by_default_the_named_day_is_too_late_and_the_other_reading_is_told() -> None:
    entry = ask(load_profile("kemerovo"), "app4.4", "2023-10-01")
    assert entry.status is Status.OVERDUE
    ((code, choice, outcome, words),) = otherwise(entry)
    assert (code, choice, outcome) == ("D1", "included", Outcome.HOLDS)
    assert "last day: 2023-10-01; of the year: 2023; state: due; late, calendar days: 0." in words


def test_with_the_named_day_included_it_is_the_last_one() -> None:
    entry = ask(reading("kemerovo", D1="included"), "app4.4", "2023-10-01")
    assert (str(entry.due), entry.status) == ("2023-10-01", Status.DUE)
    ((code, choice, outcome, words),) = otherwise(entry)
    assert (code, choice, outcome) == ("D1", "excluded", Outcome.BREACH)
    assert "last day: 2023-09-30; of the year: 2023; state: overdue; late, calendar days: 1." in words


def test_what_was_done_on_the_very_day_is_late_or_not_by_the_same_reading() -> None:
    entry = ask(load_profile("kemerovo"), "app4.4", "2023-12-01", "2023-10-01")
    assert (entry.status, entry.verdict.outcome) == (Status.UPCOMING, Outcome.BREACH)
    ((code, choice, outcome, _),) = otherwise(entry)
    assert (code, choice, outcome) == ("D1", "included", Outcome.HOLDS)


def test_the_second_occurrence_of_the_district_turns_on_the_named_day_too() -> None:
    entry = ask(load_profile("novokuznetsk_district"), "app2.4.1", "2024-01-01", "2023-12-01")
    assert (str(entry.due), entry.status) == ("2023-12-31", Status.OVERDUE)
    ((code, choice, outcome, words),) = otherwise(entry)
    assert (code, choice, outcome) == ("D1", "included", Outcome.HOLDS)
    assert "last day: 2024-01-01; of the year: 2024; state: due" in words


def test_by_default_a_day_off_stays_the_last_day_and_the_next_working_day_is_told() -> None:
    entry = ask(load_profile("kemerovo"), "app4.1.1", "2024-01-05")
    assert (str(entry.due), entry.status) == ("2023-12-31", Status.OVERDUE)
    ((code, choice, outcome, words),) = otherwise(entry)
    assert (code, choice, outcome) == ("D2", "moves", Outcome.HOLDS)
    assert "last day: 2024-01-09; state: upcoming; late, calendar days: 0." in words


def test_a_term_that_moved_says_that_it_moved() -> None:
    entry = ask(reading("kemerovo", D2="moves"), "app4.1.1", "2024-01-05")
    assert (str(entry.due), entry.status) == ("2024-01-09", Status.UPCOMING)
    ((code, choice, outcome, words),) = otherwise(entry)
    assert (code, choice, outcome) == ("D2", "stays", Outcome.BREACH)
    assert "last day: 2023-12-31; state: overdue; late, calendar days: 5." in words


def test_a_term_that_ends_on_a_working_day_names_no_reading() -> None:
    plan = [{**SHIPPED["kemerovo"]["plan"][0], "term": {"kind": "quarter", "year": 2024, "quarter": 3}}]
    for choice in ("stays", "moves"):
        profile = load_profile({**SHIPPED["kemerovo"], "plan": plan, "readings": {"D2": choice}})
        assert ask(profile, "app4.1.1", "2024-05-16").verdict.reading is None


@pytest.mark.parametrize("name", NAMES)
def test_a_seminar_of_each_quarter_as_needed_has_no_day_and_the_quarter_is_told(name: str) -> None:
    entry = ask(load_profile(name), SEMINAR[name], "2023-10-01")
    assert (entry.due, entry.status) == (None, Status.AS_NEEDED)
    ((code, choice, outcome, words),) = otherwise(entry)
    assert (code, choice, outcome) == ("D4", "quarterly", Outcome.BREACH)
    assert "last day: 2023-09-30; state: overdue; late, calendar days: 1." in words


@pytest.mark.parametrize("name", NAMES)
def test_by_the_quarter_the_first_seminar_is_due_in_the_quarter_of_the_decree(name: str) -> None:
    profile = reading(name, D4="quarterly")
    assert str(ask(profile, SEMINAR[name], "2023-09-22").due) == "2023-09-30"
    assert str(ask(profile, SEMINAR[name], "2023-10-05", "2023-09-25").due) == "2023-12-31"
    ((code, choice, outcome, words),) = otherwise(ask(profile, SEMINAR[name], "2023-10-01"))
    assert (code, choice, outcome) == ("D4", "as_needed", Outcome.HOLDS)
    assert "last day: not set; state: as needed" in words


@pytest.mark.parametrize("name", NAMES)
def test_a_last_day_that_must_move_into_an_unpublished_year_is_not_guessed(name: str) -> None:
    profile = reading(name, D2="moves")
    done = ["2023-09-25", "2023-12-25", "2024-12-25", "2025-12-25", "2026-12-25"]
    if name == "kemerovo":
        assert str(ask(profile, ORDER[name], "2026-06-01", *done[:3]).due) == "2026-01-12"
    entry = ask(profile, ORDER[name], "2028-06-01", *done)
    assert (entry.due, entry.status, entry.verdict.outcome) == (None, Status.UNKNOWN, Outcome.UNKNOWN)
    assert "нужно: календарь на 2028 год" in entry.verdict.text.ru


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("on", ["2027-01-01", "2031-05-05", "2100-12-31"])
def test_where_days_stay_no_year_needs_a_calendar(name: str, on: str) -> None:
    done = ["2023-09-25", "2023-12-25", "2024-12-25", "2025-12-25"]
    entry = ask(load_profile(name), ORDER[name], on, *done)
    assert str(entry.due) == "2026-12-31"
    assert entry.as_json()["status"] == "overdue"


@pytest.mark.parametrize(
    ("year", "on", "outcome"),
    [
        (2027, "2026-06-01", Outcome.HOLDS),
        (2028, "2026-06-01", Outcome.HOLDS),
        (2027, "2028-06-01", Outcome.UNKNOWN),
        (2028, "2029-06-01", Outcome.UNKNOWN),
    ],
)
def test_the_other_reading_is_told_as_far_as_the_calendar_goes(year: int, on: str, outcome: Outcome) -> None:
    plan = [{**SHIPPED["kemerovo"]["plan"][0], "term": {"kind": "year", "year": year}}]
    entry = ask(load_profile({**SHIPPED["kemerovo"], "plan": plan}), "app4.1.1", on)
    assert str(entry.due) == f"{year}-12-31"
    ((code, choice, told, words),) = otherwise(entry)
    assert (code, choice, told) == ("D2", "moves", outcome)
    assert "calendar for 2028" in words


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("choices", [{}, {"D2": "moves"}, {"D2": "moves", "D4": "quarterly"}], ids=str)
def test_where_no_calendar_is_given_that_of_the_profile_is_taken(name: str, choices: dict[str, str]) -> None:
    profile = reading(name, **choices)
    for on in DAYS[::20]:
        assert plan_on(profile, on) == plan_on(profile, on, calendar=CALENDAR)
    assert str(plan_on(reading(name, D2="moves"), date(2024, 1, 5))[0].due) == "2024-01-09"


@pytest.mark.parametrize("name", NAMES)
def test_every_verdict_of_the_plan_goes_to_json_and_back(name: str) -> None:
    done = {item: [date(2023, 10, 2)] for item in plan_oracle.PLANS[name]}
    for standing in plan_on(load_profile(name), date(2024, 1, 5), done, calendar=CALENDAR):
        assert Verdict.from_json(standing.verdict.as_json()) == standing.verdict


def test_a_record_given_twice_was_done_once():
    first, second = Done(id="app4.4", done_on="2023-12-01"), Done(id="app4.4", done_on="2023-10-01")
    assert done_by_item([first, second, first]) == {"app4.4": [date(2023, 10, 1), date(2023, 12, 1)]}
    kemerovo = load_profile("kemerovo")
    yearly = next(item.id for item in kemerovo.latest.plan if getattr(item.term, "then_yearly_before", None))
    told = Done(id=yearly, done_on="2023-09-25")
    once, twice = (plan_on(kemerovo, date(2024, 1, 10), done_by_item([told] * times)) for times in (1, 2))
    assert once == twice


# ─── Events, several bodies, no stage ────────────────────────────────────────────────────────────────────


def planned(*items: dict[str, object], **changed: object) -> Profile:
    """The plan of Kemerovo with nothing in it but these items, called app4.1.1 and so on."""
    plan = [
        {"title": {"ru": "мероприятие", "en": "measure"}, "cite": f"app4.1.{number}", **item}
        for number, item in enumerate(items, start=1)
    ]
    return load_profile({**SHIPPED["kemerovo"], "plan": plan, **changed})


def after_item(days: int, at: str) -> dict[str, object]:
    event = {"kind": "item", "at": at}
    return {"term": {"kind": "after", "days": days, "unit": "calendar_days", "event": event}}


LIMITS = {"term": {"kind": "after_months", "months": 1, "event": {"kind": "limits"}}}


def test_a_plan_item_may_leave_out_its_stage_its_result_and_who_answers() -> None:
    (entry,) = plan_on(planned({"term": {"kind": "year", "year": 2024}}), date(2024, 3, 1))
    told = entry.as_json()
    assert (told["stage"], told["responsible"], told["bodies"]) == (None, None, [])
    assert (entry.item.result, entry.status) == (None, Status.UPCOMING)


def test_several_bodies_answer_for_one_item() -> None:
    finance = {"id": "finance", "title": {"ru": "финансовое управление", "en": "finance department"}}
    bodies = [*SHIPPED["kemerovo"]["bodies"], {**finance, "cite": "p3.1"}]
    first = bodies[0]["id"]
    profile = planned(
        {"term": {"kind": "year", "year": 2024}, "responsible": [first, "finance"]},
        {"term": {"kind": "year", "year": 2024}, "responsible": "finance"},
        bodies=bodies,
    )
    both, one = plan_on(profile, date(2024, 3, 1))
    assert both.responsible is not None
    assert both.responsible.ru.endswith(" и финансовое управление")
    assert both.as_json()["bodies"] == [first, "finance"]
    assert (one.item.responsible, one.as_json()["bodies"]) == (("finance",), ["finance"])


@pytest.mark.parametrize("wrong", [["education", "education"], ["nobody"], 1])
def test_a_body_twice_or_an_unknown_one_is_a_fault(wrong: object) -> None:
    with pytest.raises(ProfileError, match="responsible"):
        planned({"term": {"kind": "year", "year": 2024}, "responsible": wrong})


def test_an_item_that_ends_by_an_event_is_unknown_until_its_day_is_given() -> None:
    profile = planned(LIMITS)
    (entry,) = plan_on(profile, date(2024, 6, 1))
    assert (entry.due, entry.status, entry.verdict.outcome) == (None, Status.UNKNOWN, Outcome.UNKNOWN)
    assert [asked.path for asked in entry.verdict.asks] == ["done app4.1.1"]
    (entry,) = plan_on(profile, date(2024, 6, 1), events={"app4.1.1": date(2024, 1, 31)})
    assert (str(entry.due), entry.status) == ("2024-02-29", Status.OVERDUE)
    assert entry.as_json()["event_on"] == "2024-01-31"
    (entry,) = plan_on(
        profile, date(2024, 6, 1), {"app4.1.1": [date(2024, 2, 29)]}, events={"app4.1.1": date(2024, 1, 31)}
    )
    assert (entry.status, entry.verdict.outcome) == (Status.DONE, Outcome.HOLDS)


def test_the_event_of_an_item_is_the_first_day_on_which_another_item_was_done() -> None:
    profile = planned({"term": {"kind": "year", "year": 2024}}, after_item(10, "app4.1.1"))
    done = {"app4.1.1": [date(2024, 3, 1), date(2024, 5, 1)]}
    before, after = (plan_on(profile, on, done)[1] for on in (date(2024, 2, 29), date(2024, 3, 12)))
    assert (before.status, before.event_on) == (Status.UNKNOWN, None)
    assert (str(after.due), after.status) == ("2024-03-11", Status.OVERDUE)


def test_publication_is_that_of_the_decree_and_entry_into_force_what_it_says_itself() -> None:
    act = {**SHIPPED["kemerovo"]["act"], "published_on": "2023-09-25"}
    events = [{"kind": "publication"}, {"kind": "in_force"}]
    items = [{"term": {"kind": "same_day", "event": event}} for event in events]
    says = {"entry_into_force": {"value": "day_after_publication", "cite": "p5"}}
    found = plan_on(planned(*items, act=act, **says), date(2023, 9, 26))
    assert [str(entry.due) for entry in found] == ["2023-09-25", "2023-09-26"]
    unpublished, silent = plan_on(planned(*items), date(2023, 9, 26))
    assert (unpublished.status, str(silent.due)) == (Status.UNKNOWN, "2023-09-22")
    assert [ask.path for ask in unpublished.verdict.asks] == ["profile.act.published_on"]
    reading = silent.verdict.reading
    assert reading is not None
    assert (reading.code, reading.choice) == ("D5", "on_signing")
    assert [one.outcome for one in reading.otherwise] == [Outcome.UNKNOWN]
    told = plan_on(planned(*items), date(2023, 9, 26), events={"app4.1.2": date(2023, 9, 27)})
    assert str(told[1].due) == "2023-09-27"


def test_the_event_of_an_item_that_has_none_or_is_not_there_is_refused() -> None:
    profile = planned({"term": {"kind": "year", "year": 2024}})
    with pytest.raises(ValueError, match="counted from no event"):
        plan_on(profile, FIRST, events={"app4.1.1": FIRST})
    with pytest.raises(UnknownProvision, match="no item «app4\\.1\\.2»"):
        plan_on(profile, FIRST, events={"app4.1.2": FIRST})


def test_a_done_line_may_give_the_day_of_the_event_and_the_last_one_counts() -> None:
    records = [
        Done(id="a", event_on=date(2024, 1, 1)),
        Done(id="a", done_on=date(2024, 2, 1), event_on=date(2024, 1, 15)),
        Done(id="b", done_on=date(2024, 2, 2)),
    ]
    assert done_by_item(records) == {"a": [date(2024, 2, 1)], "b": [date(2024, 2, 2)]}
    assert events_by_item(records) == {"a": date(2024, 1, 15)}
    with pytest.raises(ValidationError, match="a day is needed"):
        Done(id="a")


EACH_YEAR = {"term": {"kind": "yearly", "end": "not_later", "day": "10-10"}, "milestone": "order"}


def orders_of(years: dict[int, date]) -> dict[str, list[Reached]]:
    made = Made("order", 1)
    return {"app4.1.1": [Reached(Milestone.ORDER, year, on, made) for year, on in years.items()]}


def test_the_order_of_a_year_counts_for_the_day_that_reading_d10_says() -> None:
    """The decree is of 22.09.2023: its first 10 October is that of 2023, for the order of 2024."""
    done = orders_of({2025: date(2024, 10, 4)})
    (entry,) = plan_on(planned(EACH_YEAR), date(2024, 11, 1), done)
    assert (str(entry.due), entry.status, entry.done) == ("2023-10-10", Status.OVERDUE, {1})
    assert entry.verdict.reading is None, "10.10.2023 is overdue in any case"
    done = orders_of({2024: date(2023, 10, 9), 2025: date(2024, 10, 4)})
    (entry,) = plan_on(planned(EACH_YEAR), date(2024, 11, 1), done)
    assert (str(entry.due), entry.status, entry.verdict.outcome) == (
        "2025-10-10",
        Status.UPCOMING,
        Outcome.HOLDS,
    )
    assert entry.verdict.reading is not None
    assert (entry.verdict.reading.code, entry.verdict.reading.choice) == ("D10", "ahead")
    assert [one.outcome for one in entry.verdict.reading.otherwise] == [Outcome.BREACH]
    same = planned(EACH_YEAR, readings={"D10": "same_year"})
    (entry,) = plan_on(same, date(2024, 11, 1), done)
    assert (str(entry.due), entry.done) == ("2023-10-10", {1, 2})


def test_an_order_of_a_year_before_the_first_that_the_act_names_counts_for_none() -> None:
    (entry,) = plan_on(planned(EACH_YEAR), date(2023, 10, 11), orders_of({2023: date(2023, 9, 29)}))
    assert (str(entry.due), entry.status, entry.done) == ("2023-10-10", Status.OVERDUE, frozenset())


def test_a_day_without_a_year_is_that_of_the_year_asked_about_where_reading_d8_says_so() -> None:
    item = {"term": {"kind": "in_year", "end": "not_later", "day": "10-10"}, "milestone": "order"}
    profile = planned(item, readings={"D8": "year_asked"})
    done = orders_of({2024: date(2023, 10, 9), 2025: date(2024, 10, 4)})
    for on, status in ((date(2024, 11, 1), Status.DONE), (date(2025, 11, 1), Status.OVERDUE)):
        (entry,) = plan_on(profile, on, done)
        assert entry.status is status
