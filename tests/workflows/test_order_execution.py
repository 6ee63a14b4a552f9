"""The order's planning period, its cancellation, reports of a period, the permitted deviation, its lines shown."""

from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from cases_at_hand import (
    BREACH,
    DISTRICT,
    FORMED_CERTIFICATE,
    FULL_TIME,
    FULL_TIME_BY_DIGIT,
    HOLDS,
    KEMEROVO,
    PROFILES,
    TECHNICAL,
    UNKNOWN,
    VOID,
    failing,
    hours,
    right,
    taking,
)
from filled import acts
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from law189.cases.history import RecordAnnulled
from law189.errors import ProfileError, Refused
from law189.extracts import CertificateLine, OrderExtract, Way
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.rules.orders.execution import ReportPeriod, of_period
from law189.workflows.certificate import lifecycle as certificate
from law189.workflows.order import (
    Amended,
    Approved,
    Cancelled,
    Drafted,
    PeriodReported,
    Published,
    ReportFormed,
    extract,
)
from law189.workflows.order import lifecycle as order

ELECTRONIC = {"form": "electronic"}
STRANGE = "804200О.99.0.ББ52АЖ72000"


def line(service=FULL_TIME, total=100, unit="person-hours", **ways):
    ways = ways or {"municipal_task": 60, "certificate": 40}
    parts = [{"way": way.replace("_", "-"), "amount": amount} for way, amount in ways.items()]
    return {"service": service, "unit": unit, "total": total, "parts": parts}


def planned(year=2025, service=FULL_TIME, unit="person-hours", amount=110):
    return {"service": service, "unit": unit, "year": year, "amount": amount}


drafted = right(Drafted, on="2023-09-26", by="education", number="1", year=2024, lines=[line()])
approved = right(
    Approved, on="2023-09-28", by="education", document={"form": "paper"}, enabling_act="решение № 5"
)
published = right(Published, on="2023-09-29", by="education", place="budget-portal", evidence="запись 17")
amended = right(
    Amended,
    on="2024-03-01",
    by="education",
    status=2,
    lines=[line()],
    reason="спрос",
    document=ELECTRONIC,
    enabling_act="решение № 5",
)
rendered = right(dict, service=FULL_TIME, unit="person-hours", amount=25)
reported = right(
    PeriodReported,
    on="2024-04-08",
    by="education",
    since="2024-01-01",
    until="2024-03-31",
    achieved=[rendered()],
    document=ELECTRONIC,
)
of_year = right(ReportFormed, on="2025-01-20", by="education", achieved=[rendered()], document=ELECTRONIC)
cancelled = right(Cancelled, on="2023-10-16", by="education", reason="нет средств", begun=False)
after = taking(order, "2024")
APPROVED = (drafted(), approved())
PUBLISHED = (*APPROVED, published())


def said(before, event, profile=KEMEROVO):
    verdict = order.judge(after(*before, profile=profile), event, profile)
    return verdict.outcome, failing(verdict)


@cache
def kemerovo(*, deviation=None, fills=True, readings=None, selection=()):
    """The filled decree with a permitted deviation, without the values of its acts, or with more ways chosen."""
    data = shipped_data()["municipalities"]["kemerovo"]
    adopted = list(acts())
    if deviation is not None:
        own = next(one for one in adopted if "order-forming" in one["adopts"])
        cite = f"{own['act']['id']}/p9"
        fill = {"slot": "order.permitted_deviation", "number": deviation, "cite": cite}
        own["fills"] = [*own["fills"], fill]
    if not fills:
        adopted = [{**one, "fills": []} for one in adopted]
    more = [{"way": way, "since": since, "cite": "app4.2.2"} for way, since in selection]
    chosen = {"selection": [*data["selection"], *more]}
    return load_profile({**data, **chosen, "adopted": adopted, "readings": dict(readings or ())})


# ─── The planning period ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_a_planning_period_of_two_years_is_taken_with_the_draft_and_with_an_amendment(profile):
    planning = [planned(), planned(2026, FULL_TIME_BY_DIGIT, amount=0)]
    history = after(drafted(planning=planning), approved(), published(), profile=profile)
    assert {record.verdict.outcome for record in history.records} == {HOLDS}
    history = order.advance(history, amended(planning=planning), profile)
    assert history.records[-1].verdict.outcome is HOLDS
    assert order.load(order.dump(history)) == history
    assert history.records[-1].event.planning[0].amount == Decimal(110)


@pytest.mark.parametrize(
    ("planning", "outcome", "facts"),
    [
        ([planned(2024)], VOID, {"years": (2024,)}),
        ([planned(2023)], VOID, {"years": (2023,)}),
        ([planned(2027)], HOLDS, {"years": (), "beyond": ("2027",)}),
        ([planned(), planned(2028), planned(2023)], VOID, {"years": (2023,), "beyond": ("2028",)}),
        ([planned(service=TECHNICAL)], VOID, {"foreign": (TECHNICAL,)}),
        ([planned(), planned(service=FULL_TIME_BY_DIGIT)], VOID, {"doubled": (FULL_TIME_BY_DIGIT,)}),
        ([planned(unit="hours-a-week")], VOID, {"measured": (FULL_TIME,)}),
        ([planned(service="804200")], UNKNOWN, {"foreign": ()}),
        ([planned(service="804200"), planned(2027)], UNKNOWN, {"beyond": ("2027",)}),
        ([planned(service="804200"), planned(2024)], VOID, {"years": (2024,)}),
    ],
)
def test_a_volume_that_is_of_no_line_or_not_of_a_later_year_plans_nothing(planning, outcome, facts):
    for before, event in (((), drafted(planning=planning)), (PUBLISHED, amended(planning=planning))):
        verdict = order.judge(after(*before), event, KEMEROVO)
        (part,) = (part for part in verdict.parts if part.rule == "orders.planning")
        assert (verdict.outcome, part.outcome) == (outcome, outcome)
        assert {name: part.facts[name] for name in facts} == facts
        assert (part.facts["first"], part.facts["second"]) == (2025, 2026)


def test_an_order_without_a_planning_period_is_written_as_before_and_asked_nothing_of_it():
    written = order.dump(after(*PUBLISHED, amended()))
    assert "planning" not in str(written)
    assert "orders.planning" not in {part.rule for part in after(*APPROVED).records[0].verdict.parts}


# ─── Cancelled before it is executed ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("before", [APPROVED, PUBLISHED], ids=["approved", "published"])
def test_an_order_is_cancelled_before_its_execution_and_shows_nothing_then(before):
    history = order.advance(after(*before), cancelled(), KEMEROVO)
    assert (history.state, history.records[-1].verdict.outcome) == ("cancelled", HOLDS)
    assert extract(history, date(2023, 10, 15)).number == "1"
    with pytest.raises(LookupError, match="was cancelled by 2023-10-16"):
        extract(history, date(2023, 10, 16))
    assert order.due(history, KEMEROVO, date(2025, 3, 1)) == ()


@pytest.mark.parametrize(
    ("before", "event", "outcome", "rules"),
    [
        (PUBLISHED, cancelled(begun=None), UNKNOWN, {"execution.not_begun"}),
        (PUBLISHED, cancelled(begun=True), VOID, {"execution.not_begun"}),
        (PUBLISHED, cancelled(by="provider"), VOID, {"roles.acting"}),
        ((*PUBLISHED, reported()), cancelled(on="2024-04-09"), VOID, {"execution.not_begun"}),
        ((*PUBLISHED, reported()), cancelled(on="2024-04-09", begun=None), VOID, {"execution.not_begun"}),
        ((*PUBLISHED, reported(achieved=[rendered(amount=0)])), cancelled(on="2024-04-09"), HOLDS, set()),
        ((drafted(),), cancelled(), VOID, {"lifecycle.state"}),
    ],
)
def test_an_order_that_is_executed_is_not_cancelled(before, event, outcome, rules):
    verdict = order.judge(after(*before), event, KEMEROVO)
    found = failing(verdict) or ({verdict.rule} if verdict.outcome is not HOLDS else set())
    assert (verdict.outcome, found) == (outcome, rules)


# ─── Reports of a period: the invented act asks for quarters and for nine months ─────────────────────────


@pytest.mark.parametrize(
    ("since", "until"),
    [
        ("2024-01-01", "2024-03-31"),
        ("2024-04-01", "2024-06-30"),
        ("2024-01-01", "2024-06-30"),
        ("2024-01-01", "2024-09-30"),
        ("2024-10-01", "2024-12-31"),
    ],
)
def test_a_report_for_a_period_that_the_act_asks_for_is_taken_and_the_order_goes_on(since, until):
    history = order.advance(after(*PUBLISHED), reported(on="2025-01-13", since=since, until=until), KEMEROVO)
    assert (history.state, history.records[-1].verdict.outcome) == ("published", HOLDS)
    assert order.advance(history, of_year(), KEMEROVO).state == "reported"


@pytest.mark.parametrize(
    ("event", "outcome", "rules"),
    [
        (reported(until="2024-01-31"), VOID, {"execution.period"}),
        (reported(since="2024-01-02"), VOID, {"execution.period"}),
        (reported(since="2024-02-01", until="2024-04-30", on="2024-05-02"), VOID, {"execution.period"}),
        (reported(since="2025-01-01", until="2025-03-31", on="2025-04-02"), VOID, {"execution.period"}),
        (reported(since="2024-03-31", until="2024-01-01"), VOID, {"execution.period"}),
        (reported(on="2024-03-30"), BREACH, {"execution.period_over"}),
        (reported(achieved=[rendered(amount=101)]), BREACH, {"volumes.executed"}),
        (reported(achieved=[rendered(service=TECHNICAL)]), VOID, {"volumes.reported"}),
        (reported(by="provider"), VOID, {"roles.acting"}),
    ],
)
def test_another_period_or_other_lines_are_no_report_of_a_period(event, outcome, rules):
    assert said(PUBLISHED, event) == (outcome, rules)


def test_a_second_report_for_a_period_is_told_with_the_day_of_the_first():
    twice, again = (*PUBLISHED, reported()), reported(on="2024-04-09")
    assert said(twice, again) == (BREACH, {"execution.period_once"})
    verdict = order.judge(after(*twice), again, KEMEROVO)
    (part,) = (one for one in verdict.walk() if one.rule == "execution.period_once")
    assert part.facts["others"] == (date(2024, 4, 8),)
    assert "08.04.2024" in part.text.ru
    of_two = reported(on="2024-07-05", until="2024-06-30")
    assert said(twice, of_two) == (HOLDS, set())  # from the beginning of the year is another period
    assert said(twice, reported(on="2024-07-05", since="2024-04-01", until="2024-06-30")) == (HOLDS, set())


def test_a_report_that_was_annulled_is_no_first_one():
    history = after(*PUBLISHED, reported())
    annulled = RecordAnnulled(on="2024-04-09", by="education", record=history.version, reason="ошибка")
    history = order.advance(history, annulled, KEMEROVO)
    assert order.judge(history, reported(on="2024-04-10"), KEMEROVO).outcome is HOLDS


def test_where_no_act_says_how_often_a_report_before_the_end_of_the_year_is_unknown():
    assert said(PUBLISHED, reported(), KEMEROVO) == (HOLDS, set())
    verdict = order.judge(after(*PUBLISHED), reported(), kemerovo(fills=False))
    assert (verdict.outcome, failing(verdict)) == (UNKNOWN, {"adoption.value"})


@given(
    st.sampled_from(list(ReportPeriod)),
    st.integers(2023, 2030),
    st.dates(date(2022, 1, 1), date(2031, 12, 31)),
    st.dates(date(2022, 1, 1), date(2031, 12, 31)),
)
def test_a_period_of_the_act_lies_in_the_year_and_ends_with_a_month(period, year, since, until):
    holds = of_period(since, until, year=year, periods=(period.value,)).outcome is HOLDS
    if holds:
        assert since <= until
        assert since.year == until.year == year
        assert since.day == 1
        assert date.fromordinal(until.toordinal() + 1).day == 1
    months = {"month": 1, "quarter": 3, "half-year": 6, "nine-months": 9}[period.value]
    spans = list(period.days(year))
    assert len(spans) == 12 // months
    for first, last in spans:
        assert of_period(first, last, year=year, periods=(period.value,)).outcome is HOLDS
        assert of_period(first, last, year=year, periods=()).outcome is VOID
        assert of_period(first, last, year=year + 1, periods=(period.value,)).outcome is VOID


# ─── The permitted deviation ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("amount", "outcome", "within", "beyond"),
    [
        ("100", HOLDS, {FULL_TIME: Decimal(0)}, {}),
        ("105", HOLDS, {FULL_TIME: Decimal(5)}, {}),
        ("95", HOLDS, {FULL_TIME: Decimal(-5)}, {}),
        ("105.01", BREACH, {}, {FULL_TIME: Decimal("5.01")}),
        ("94.99", HOLDS, {}, {FULL_TIME: Decimal("-5.01")}),
        ("0", HOLDS, {}, {FULL_TIME: Decimal(-100)}),
    ],
)
def test_a_deviation_within_what_is_permitted_holds_and_says_so(amount, outcome, within, beyond):
    profile = kemerovo(deviation=5)
    verdict = order.judge(after(*PUBLISHED), of_year(achieved=[rendered(amount=amount)]), profile)
    (part,) = (part for part in verdict.parts if part.rule == "execution.deviation")
    assert (verdict.outcome, part.outcome) == (outcome, outcome)
    assert (part.facts["within"], part.facts["beyond"]) == (within, beyond)
    assert {*part.facts["within"], *part.facts["beyond"]} == {
        FULL_TIME
    }  # each service is the one or the other
    assert {cite.address for cite in part.cites} == {"art6.part4", "p9"}
    # without the value it is told as ever
    plain = order.judge(after(*PUBLISHED), of_year(achieved=[rendered(amount=amount)]), KEMEROVO)
    assert plain.outcome is (BREACH if Decimal(amount) > 100 else HOLDS)
    assert "execution.deviation" not in {part.rule for part in plain.parts}


def test_the_permitted_deviation_is_counted_of_each_service():
    lines = [line(total=1000, certificate=1000), line(TECHNICAL, 10, certificate=10)]
    history = after(drafted(lines=lines), approved(), published())
    done = [rendered(amount=1040), rendered(service=TECHNICAL, amount=11)]
    verdict = order.judge(history, of_year(achieved=done), kemerovo(deviation=5))
    (part,) = (part for part in verdict.parts if part.rule == "execution.deviation")
    assert (part.outcome, part.facts["within"]) == (BREACH, {FULL_TIME: Decimal(40)})
    assert part.facts["beyond"] == {TECHNICAL: Decimal(1)}


@pytest.mark.parametrize("wrong", [-1, 101])
def test_a_permitted_deviation_is_a_per_cent(wrong):
    with pytest.raises(ProfileError, match=r"order\.permitted_deviation"):
        kemerovo(deviation=wrong)


# ─── A report that tells the ways apart ──────────────────────────────────────────────────────────────────


def apart(**ways):
    return [{"way": way.replace("_", "-"), "amount": amount} for way, amount in ways.items()]


@pytest.mark.parametrize("report", [reported, of_year], ids=["of a period", "of the year"])
@pytest.mark.parametrize(
    ("parts", "outcome", "rules"),
    [
        ([], HOLDS, set()),
        (apart(municipal_task=15, certificate=10), HOLDS, set()),
        (apart(certificate=25), HOLDS, set()),
        (apart(certificate=25, competition=0), HOLDS, set()),
        (apart(certificate="24.99"), VOID, {"volumes.reported_parts"}),
        (apart(municipal_task=15, certificate="10.01"), VOID, {"volumes.reported_parts"}),
        (apart(certificate=10) * 2 + apart(municipal_task=5), VOID, {"volumes.reported_parts"}),
        (apart(certificate=20, competition=5), BREACH, {"volumes.reported_ways"}),
        (
            apart(municipal_task=0, certificate="40.01"),
            VOID,
            {"volumes.reported_parts", "volumes.reported_shares"},
        ),
        (apart(competition=5), VOID, {"volumes.reported_parts", "volumes.reported_ways"}),
    ],
)
def test_the_parts_of_a_report_make_its_row_and_are_of_ways_that_the_order_has(report, parts, outcome, rules):
    assert said(PUBLISHED, report(achieved=[rendered(parts=parts)])) == (outcome, rules)


def test_a_way_of_another_service_is_not_a_way_of_this_one():
    lines = [line(certificate=100), line(TECHNICAL, 10, municipal_task=10)]
    before = (drafted(lines=lines), approved(), published())
    done = [rendered(parts=apart(municipal_task=25)), rendered(service=TECHNICAL, amount=0)]
    verdict = order.judge(after(*before), of_year(achieved=done), KEMEROVO)
    (part,) = (part for part in verdict.parts if part.rule == "volumes.reported_ways")
    assert (verdict.outcome, [way.en for way in part.facts["beyond"]]) == (BREACH, ["municipal task"])


def test_a_report_without_parts_is_written_as_before_and_one_with_them_comes_back():
    plain, told = reported(), of_year(achieved=[rendered(parts=apart(certificate=25))])
    assert "parts" not in plain.model_dump(mode="json")["achieved"][0]
    assert told.model_dump(mode="json")["achieved"][0]["parts"] == [{"way": "certificate", "amount": "25"}]
    history = order.advance(order.advance(after(*PUBLISHED), plain, KEMEROVO), told, KEMEROVO)
    assert order.load(order.dump(history)) == history


@given(st.lists(st.tuples(st.sampled_from(list(Way)), st.integers(0, 60)), min_size=1, max_size=4))
def test_parts_are_judged_by_their_sum_and_their_ways(drawn):
    parts = [{"way": way, "amount": amount} for way, amount in drawn]
    outcome, rules = said(PUBLISHED, of_year(achieved=[rendered(amount=60, parts=parts)]))
    ways, amounts = zip(*drawn, strict=True)
    whole = sum(amounts) == 60 and len(set(ways)) == len(ways)
    own = {way for way, amount in drawn if amount} <= {Way.MUNICIPAL_TASK, Way.CERTIFICATE}
    certified = sum(amount for way, amount in drawn if way is Way.CERTIFICATE)
    tasked = sum(amount for way, amount in drawn if way is Way.MUNICIPAL_TASK)
    kept = certified <= 40 and tasked <= 60
    assert ("volumes.reported_parts" in rules, "volumes.reported_ways" in rules) == (not whole, not own)
    assert ("volumes.reported_shares" in rules) == (not kept)
    assert outcome is (VOID if not whole else HOLDS if own and kept else BREACH)


@pytest.mark.parametrize("report", [reported, of_year], ids=["of a period", "of the year"])
def test_what_one_way_lacks_does_not_make_up_for_what_another_has_over(report):
    done = [rendered(amount=100, parts=apart(municipal_task=30, certificate=70))]
    verdict = order.judge(after(*PUBLISHED), report(achieved=done), KEMEROVO)
    assert (verdict.outcome, failing(verdict)) == (BREACH, {"volumes.reported_shares"})
    task, certificate_ = (part for part in verdict.parts if part.rule == "volumes.reported_shares")
    told = [
        tuple(part.facts[name] for name in ("ordered", "achieved", "deviation"))
        for part in (task, certificate_)
    ]
    assert told == [(60, 30, -30), (40, 70, 30)]
    assert certificate_.text.en.startswith(
        f"The service {FULL_TIME}; the way: social certificate; ordered, person"
    )
    assert certificate_.cites[0].id == "189-fz/art19.part1"


@pytest.mark.parametrize(
    ("certified", "outcome"), [(40, HOLDS), ("42.00", HOLDS), ("42.01", BREACH), (0, HOLDS)]
)
def test_a_permitted_deviation_is_counted_of_each_share(certified, outcome):
    profile = kemerovo(deviation=5)
    parts = apart(municipal_task=5, certificate=certified)
    done = [rendered(amount=Decimal(certified) + 5, parts=parts)]
    verdict = order.judge(after(*PUBLISHED, profile=profile), of_year(achieved=done), profile)
    assert (verdict.outcome, failing(verdict)) == (
        outcome,
        {"volumes.reported_shares"} if outcome is BREACH else set(),
    )


def test_a_share_in_another_unit_is_not_compared():
    done = [rendered(unit="roubles", parts=apart(certificate=25))]
    assert said(PUBLISHED, of_year(achieved=done)) == (VOID, {"volumes.reported"})


# ─── More ways of execution ──────────────────────────────────────────────────────────────────────────────


def test_an_institution_kept_by_its_estimate_needs_no_choice_and_no_act_on_certificates():
    event = drafted(lines=[line(treasury_institution=100)])
    for profile in (KEMEROVO, DISTRICT):
        history = after(event, profile=profile)
        assert history.records[0].verdict.outcome is HOLDS
        assert order.judge(history, approved(enabling_act=None), profile).outcome is HOLDS
        taken = order.advance(history, approved(enabling_act=None), profile)
        assert extract(taken, date(2023, 9, 28)).services == ()


def test_another_way_is_unknown_until_the_profile_lists_it():
    event = drafted(lines=[line(other=60, municipal_task=40)])
    verdict = order.judge(order.begin("2024"), event, KEMEROVO)
    assert (verdict.outcome, failing(verdict)) == (UNKNOWN, {"ways.unlisted"})
    assert [ask.path for ask in verdict.asks] == ["profile.selection"]
    assert said((), drafted(lines=[line(other=0, municipal_task=100)])) == (HOLDS, set())


@pytest.mark.parametrize("way", [Way.OTHER, Way.TREASURY_INSTITUTION])
def test_a_way_that_the_profile_lists_is_open_on_its_days_alone(way):
    """An order of 2024 is executed in its year, so a way chosen since a day of that year is open to it."""
    event = drafted(lines=[line(**{way.value.replace("-", "_"): 100})])
    for since, expected in (
        (date(2025, 1, 1), (VOID, {"ways.chosen"})),
        (date(2024, 12, 31), (HOLDS, set())),
        (date(2023, 9, 27), (HOLDS, set())),
    ):
        listing = kemerovo(selection=((way.value, since),))
        assert said((), event, listing) == expected, since


# ─── What the order shows of its lines, and what a certificate takes of them ─────────────────────────────


def test_the_extract_shows_how_much_is_ordered_by_certificate():
    lines = [line(), line(TECHNICAL, 30, "hours-a-week", certificate=30), line(STRANGE, 5, municipal_task=5)]
    history = after(drafted(lines=lines[:2]), approved())
    shown = extract(history, date(2023, 9, 28))
    assert [(one.service, one.unit.value, one.amount) for one in shown.lines] == [
        (FULL_TIME, "person-hours", Decimal(40)),
        (TECHNICAL, "hours-a-week", Decimal(30)),
    ]
    assert OrderExtract.model_validate(shown.model_dump(mode="json")) == shown
    bare = shown.model_copy(update={"lines": ()})
    assert "lines" not in bare.model_dump()
    amount = amended(lines=[line(municipal_task=10, certificate=90)])
    later = after(drafted(), approved(), published(), amount)
    assert [one.amount for one in extract(later, date(2024, 3, 1)).lines] == [Decimal(90)]
    assert [one.amount for one in extract(later, date(2024, 2, 29)).lines] == [Decimal(40)]


def test_a_line_of_a_service_that_the_extract_does_not_order_contradicts_it():
    shown = extract(after(*APPROVED), date(2023, 9, 28)).model_dump(mode="json")
    with pytest.raises(ValidationError, match="none of those by certificate"):
        OrderExtract.model_validate({**shown, "lines": [{**shown["lines"][0], "service": TECHNICAL}]})
    same = {**shown["lines"][0], "service": FULL_TIME_BY_DIGIT}
    assert OrderExtract.model_validate({**shown, "lines": [same]}).lines[0].service == FULL_TIME_BY_DIGIT


LINE = CertificateLine(service=FULL_TIME_BY_DIGIT, unit="person-hours", amount=144)


@pytest.mark.parametrize(
    ("nominal", "lines", "outcome"),
    [
        (hours(144), (LINE,), HOLDS),
        (hours("144.01"), (LINE,), VOID),
        (hours(1, "roubles"), (LINE,), VOID),
        (hours(1000), (), HOLDS),
    ],
)
def test_a_certificate_is_no_more_than_its_line_of_the_order_and_in_its_unit(nominal, lines, outcome):
    *before, formed = FORMED_CERTIFICATE
    history = certificate.begin("17")
    for event in before:
        history = certificate.advance(history, event, KEMEROVO)
    shown = formed.order.model_copy(update={"lines": lines})
    event = formed.model_copy(update={"order": shown, "nominal": nominal})
    verdict = certificate.judge(history, event, KEMEROVO)
    assert verdict.outcome is outcome
    assert failing(verdict) == (set() if outcome is HOLDS else {"orders.within_line"})
    assert ("orders.within_line" in {part.rule for part in verdict.parts}) is bool(lines)
    if outcome is VOID:
        with pytest.raises(Refused):
            certificate.advance(history, event, KEMEROVO)


# ─── Options that no facts could fulfil ──────────────────────────────────────────────────────────────────


def option(kind, on, *before, profile=KEMEROVO):
    found = order.options(after(*before, profile=profile), profile, date.fromisoformat(on))
    return next(one.verdict for one in found if one.kind == kind)


def test_a_report_of_a_period_is_open_once_a_period_is_over_and_not_reported():
    done = reported(on="2024-03-31")
    year_so_far = reported(on="2024-06-30", until="2024-06-30")
    second = reported(on="2024-06-30", since="2024-04-01", until="2024-06-30")
    for on, before, outcome in (
        ("2024-03-30", PUBLISHED, BREACH),
        ("2024-03-31", PUBLISHED, HOLDS),
        ("2024-06-29", (*PUBLISHED, done), BREACH),
        ("2024-06-30", (*PUBLISHED, done), HOLDS),
        ("2024-07-01", (*PUBLISHED, done, second), HOLDS),
        ("2024-07-01", (*PUBLISHED, done, second, year_so_far), BREACH),
    ):
        assert option("period_reported", on, *before).outcome is outcome
    unset = option("period_reported", "2024-03-31", *PUBLISHED, profile=kemerovo(fills=False))
    assert failing(unset) == {"adoption.value"}


def test_a_report_of_the_year_before_its_end_is_told_beforehand():
    assert failing(option("report_formed", "2024-12-30", *PUBLISHED)) == {"orders.year_over"}
    assert option("report_formed", "2024-12-31", *PUBLISHED).outcome is HOLDS


def test_an_order_that_a_report_shows_executed_is_not_open_to_cancelling():
    nothing = reported(achieved=[rendered(amount=0)])
    assert option("cancelled", "2024-05-01", *PUBLISHED, nothing).outcome is HOLDS
    verdict = option("cancelled", "2024-05-01", *PUBLISHED, reported())
    assert (verdict.outcome, failing(verdict)) == (VOID, {"execution.not_begun"})


def test_each_period_that_is_over_and_not_reported_is_a_duty_without_a_last_day():
    """The act asks for reports for a quarter and for nine months; one from the beginning of the year will do."""

    def owed(history, on):
        found = [duty for duty in order.due(history, KEMEROVO, on) if duty.kind == "period_reported"]
        assert all((duty.last_day, duty.overdue, len(duty.cites)) == (None, False, 1) for duty in found)
        return [duty.which.ru for duty in found]

    published = after(*PUBLISHED, profile=KEMEROVO)
    first = "квартал: с 01.01.2024 по 31.03.2024"
    assert owed(published, date(2024, 3, 30)) == []
    assert owed(published, date(2024, 3, 31)) == [
        first
    ]  # its last day counts as over: the step is open on it
    second, third = "квартал: с 01.04.2024 по 30.06.2024", "квартал: с 01.07.2024 по 30.09.2024"
    nine = "девять месяцев: с 01.01.2024 по 30.09.2024"
    assert owed(published, date(2024, 10, 1)) == [first, second, nine, third]
    told = order.advance(published, reported(until="2024-09-30", on="2024-10-02"), KEMEROVO)
    assert owed(told, date(2024, 10, 3)) == [first, second]


# ─── An order that is amended, and not published anew ────────────────────────────────────────────────────


def duties(history, on, profile=KEMEROVO):
    """What is owed, by which day, and whether the step can be taken at once."""
    found = order.due(history, profile, date.fromisoformat(on))
    return {(duty.kind, duty.which and duty.which.en, duty.last_day): not duty.against for duty in found}


AMENDED = (*PUBLISHED, amended(on="2024-05-06"))
LAST_DAY = order.due(after(*PUBLISHED), KEMEROVO, date(2024, 5, 6))[-1].last_day
ANEW = published(on="2024-05-20", evidence="запись 18")


@pytest.mark.parametrize(
    ("before", "on", "waits"),
    [
        (PUBLISHED, "2024-05-07", False),
        (AMENDED, "2024-05-07", True),
        ((*AMENDED, amended(on="2024-05-13", status=3)), "2024-05-14", True),
        ((*AMENDED, ANEW), "2024-05-21", False),
        (AMENDED, "2025-03-31", True),
    ],
)
def test_the_reports_of_a_published_order_are_owed_while_its_amendment_is_not_published(before, on, waits):
    history = after(*before)
    found = duties(history, on)
    first = ("period_reported", "quarter: from 2024-01-01 to 2024-03-31", None)
    year = ("report_formed", None, LAST_DAY)
    assert LAST_DAY is not None
    assert {first, year} <= set(found)
    assert found[first] is found[year] is not waits
    assert (("published", None, None) in found) is waits
    assert found.get(("published", None, None), True)
    for duty in order.due(history, KEMEROVO, date.fromisoformat(on)):
        assert {one.rule for one in duty.against} == ({"lifecycle.state"} if duty.against else set())
        if duty.kind == "report_formed":
            assert duty.overdue is (date.fromisoformat(on) > LAST_DAY)


@pytest.mark.parametrize(
    "before",
    [APPROVED, (*APPROVED, amended(on="2023-10-02"))],
    ids=["approved", "amended before its publication"],
)
def test_an_order_that_never_was_published_owes_its_publication_alone(before):
    assert [kind for kind, *_ in duties(after(*before), "2025-03-31")] == ["published"]


def test_where_the_publication_was_an_error_no_report_is_owed():
    history = after(*PUBLISHED)
    annulled = RecordAnnulled(on="2024-05-07", by="education", record=history.version, reason="ошибка")
    assert [kind for kind, *_ in duties(order.advance(history, annulled, KEMEROVO), "2024-05-08")] == [
        "published"
    ]


def test_the_report_of_the_year_takes_the_place_of_those_for_its_periods():
    assert {kind for kind, *_ in duties(after(*PUBLISHED, of_year()), "2025-01-21")} == {"report_published"}


def test_a_period_reported_in_one_form_is_not_told_to_be_unreported_in_the_other():
    """The second quarter alone is reported: from the beginning of the year it may be, and is not owed."""
    second = reported(on="2024-06-30", since="2024-04-01", until="2024-06-30")
    before = (*PUBLISHED, reported(on="2024-03-31"), second)
    (told,) = (
        one
        for one in option("period_reported", "2024-07-15", *before).walk()
        if one.rule == "execution.period_left"
    )
    assert told.outcome is HOLDS
    assert (told.facts["since"], told.facts["until"]) == (None, None)
    assert (told.facts["other_since"], told.facts["other_until"]) == (date(2024, 1, 1), date(2024, 6, 30))
    assert "такого периода нет" in told.text.ru
    assert [kind for kind, *_ in duties(after(*before), "2024-07-15")] == ["report_formed"]


@pytest.mark.parametrize("on", ["2024-03-30", "2024-03-31", "2024-04-01", "2024-06-30", "2024-10-01"])
def test_the_option_and_the_duty_name_the_same_period(on):
    (told,) = (
        one for one in option("period_reported", on, *PUBLISHED).walk() if one.rule == "execution.period_left"
    )
    named = told.facts["until"] and f"quarter: from {told.facts['since']} to {told.facts['until']}"
    assert (
        next((which for kind, which, _ in duties(after(*PUBLISHED), on) if kind == "period_reported"), None)
        == named
    )
