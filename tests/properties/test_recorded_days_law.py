"""The law that a recorded day is asked: each day and year of the models has a rule or a lint that reads it.

That it reads it is shown by what it does: with another day, and all else the same, its answer is another.
"""

from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import get_args

import groups
import places
import pytest
from cases_at_hand import FORMED_CERTIFICATE, FULL_TIME, changed, hours
from drawn import decided, moment
from filled import acts, edited, filled
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from pydantic import BaseModel, ValidationError

from law189 import extracts
from law189.audit.meeting import MeetingRecord, judge_record
from law189.cases.history import Decision, Event, RecordAnnulled
from law189.errors import Refused
from law189.law import Entry, Text
from law189.lints.linter import lint
from law189.profile.amendments import Amendment
from law189.profile.documents import DocumentKind, Handed, LocalAct
from law189.profile.edition import Edition
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.profile.parameters import Parameters, Season
from law189.profile.terms import Ahead, Before, By, From, HalfYear, Month, Months, NotLater, On, Quarter, Year
from law189.rules import indicators
from law189.rules.acts import adoption
from law189.rules.acts.force import norm
from law189.rules.agreements import payments, remainders, rendering
from law189.rules.agreements.payments import PeriodClaim
from law189.rules.certificates.consumers import in_season
from law189.rules.deadlines import due
from law189.rules.extracts import formed, ordered
from law189.rules.minutes import minutes_terms
from law189.rules.orders import execution, ways
from law189.rules.providers import eligibility
from law189.rules.step import forms
from law189.testing import RIGHT, begins, walk
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES, order
from law189.workflows.certificate import RecipientRegistered
from law189.workflows.certificate import lifecycle as certificate

YEARS = ("year", "first_year", "last_year")
READ_BY = {
    "Ahead.day": "deadlines.due",
    "Before.since": "A30",
    "By.day": "deadlines.due",
    "By.since": "A30",
    "HalfYear.year": "deadlines.due",
    "Month.year": "deadlines.due",
    "Months.first_year": "eligibility.begun",
    "Months.last_year": "deadlines.due",
    "NotLater.day": "deadlines.due",
    "On.day": "deadlines.due",
    "Act.date": "force.decree",
    "ActDrawn.since": "rendering.period",
    "ActDrawn.until": "rendering.period",
    "Claimed.since": "payments.period",
    "Claimed.until": "payments.period",
    "RemainderKept.year": "remainders.year_over",
    "RemainderReturned.year": "remainders.year_over",
    "Act.published_on": "force.decree",
    "Adopted.since": "adoption.act",
    "Adopted.until": "adoption.act",
    "Amendment.since": "A21",
    "AdviceExtract.as_of": "standing.at_hand",
    "AdviceExtract.held_on": "orders.advice_held",
    "AgendaRecord.approved_on": "agenda.approved",
    "AgreementExtract.as_of": "standing.agreed",
    "AgreementExtract.concluded_on": "standing.agreed",
    "AgreementExtract.ended_on": "standing.agreed",
    "AgreementExtract.ends_on": "contracts.within_agreement",
    "Amended.ends_on": "funding.term_of_order",
    "Amended.valid_until": "certificates.valid_within",
    "Before.day": "deadlines.due",
    "CertificateExtract.as_of": "standing.formed",
    "CertificateExtract.ended_on": "standing.formed",
    "CertificateExtract.formed_on": "standing.formed",
    "CertificateExtract.suspended_on": "standing.formed",
    "CertificateExtract.valid_until": "standing.formed",
    "ContractExtract.as_of": "certificates.contract_ended",
    "ContractExtract.concluded_on": "certificates.of_certificate",
    "ContractExtract.ended_on": "certificates.contract_ended",
    "ContractExtract.ends_on": "changes.contract_in_term",
    "Convened.held_on": "agenda.before_meeting",
    "Decision.on": "lifecycle.decided",
    "Drafted.ends_on": "funding.term_of_order",
    "Drafted.year": "orders.in_year",
    "FactorAnalysis.before": "deadlines.due",
    "Formed.valid_until": "certificates.valid_within",
    "From.day": "deadlines.due",
    "IndicatorValue.year": "A18",
    "Licence.ends_on": "eligibility.licensed",
    "Licence.issued_on": "eligibility.licensed",
    "MeetingRecord.closed_on": "dispatch.drafted",
    "MeetingRecord.held_on": "sitting.established",
    "MinutesRecord.drafted_on": "dispatch.drafted",
    "MinutesRecord.sent_on": "dispatch.sent",
    "MinutesRecord.signed_on": "minutes.after_meeting",
    "Limit.since": "A23",
    "Limit.until": "A23",
    "LocalCondition.since": "conditions.effect",
    "LocalCondition.until": "conditions.effect",
    "Norm.since": "force.norm",
    "NoticeGiven.sent_on": "dispatch.notice_days",
    "ByDay.day": "conditions.effect",
    "FromDay.day": "conditions.effect",
    "Norm.until": "force.norm",
    "Norm.published": "force.norm",
    "Offered.ends_on": "contracts.within_agreement",
    "OrderExtract.approved_on": "standing.ordered",
    "OrderExtract.as_of": "standing.ordered",
    "OrderExtract.published_on": "standing.ordered",
    "OrderExtract.year": "standing.order_year",
    "PaperRule.ended_on": "forms.paper",
    "PaperRule.since": "forms.paper",
    "PaperRule.until": "forms.paper",
    "Quarter.year": "deadlines.due",
    "PeriodReported.since": "execution.period",
    "PeriodReported.until": "execution.period",
    "PollOpened.answers_by": "agenda.before_meeting",
    "PlannedVolume.year": "orders.planning",
    "Recipient.born": "roles.of_age",
    "Renewed.valid_until": "certificates.valid_within",
    "RegisterExtract.as_of": "standing.included",
    "RegisterExtract.excluded_on": "standing.included",
    "RegisterExtract.included_on": "standing.included",
    "Season.since": "consumers.season",
    "Season.until": "consumers.season",
    "Norm.value": "force.relations",  # of covers_since
    "Lapse.expires_on": "force.lapsed",
    "Lapse.repealed_on": "force.lapsed",
    "Published.on": "force.decree",
    "Selection.since": "ways.chosen",
    "Selection.until": "ways.chosen",
    "Start.on_day": "force.decree",
    "Suspension.since": "force.lapsed",
    "Suspension.until": "force.lapsed",
    "Year.year": "deadlines.due",
    "YearSum.year": "funding.years",
}
"""Each recorded day and year, by the rule or the lint that reads it; `on` of every event is `lifecycle.order`."""


OWN = {"on", "event_on"}
"""Days of a step that are read wherever they stand: its own, and those from which its terms are counted.

The second are read by `deadlines.within` and `events_told.come`, as tests/cases/test_occasions.py shows.
"""


def inside(annotation):
    yield annotation
    for argument in get_args(annotation):
        yield from inside(argument)


def recorded(model, seen):
    """Every field of a day or a year in the model and in those within it, as `Model.field`."""
    if model in seen:
        return
    seen.add(model)
    for name, field in model.model_fields.items():
        types = list(inside(field.annotation))
        if (date in types or name in YEARS) and not (issubclass(model, Event) and name in OWN):
            yield f"{model.__name__.partition('[')[0]}.{name}"
        for within in types:
            if isinstance(within, type) and issubclass(within, BaseModel):
                yield from recorded(within, seen)


def models():
    yield from (Edition, Amendment, MeetingRecord, RecordAnnulled, Decision)
    yield from (clause.event for lifecycle in LIFECYCLES for clause in lifecycle.clauses)
    of_extracts = (value for value in vars(extracts).values() if isinstance(value, type))
    for model in of_extracts:
        if issubclass(model, Entry) and model not in (Entry, extracts.Extract):
            yield model


def test_every_recorded_day_and_year_has_a_rule_or_a_lint_that_reads_it():
    seen = set()
    found = {field for model in models() for field in recorded(model, seen)} - {"Extract.as_of"}
    assert found == set(READ_BY)


# ─── A day in a step or in an extract: right steps, and the same with another day ────────────────────────

KEMEROVO, DISTRICT = filled("kemerovo"), filled("novokuznetsk_district")
SHIFTS = (1, -1, 2, -2, 400, -400, 4000)


def others(value, on):
    """Other days, or other years, than the one recorded; a day where none is."""
    if value is None:
        return (on, on - timedelta(1))
    return [value + (timedelta(shift) if isinstance(value, date) else shift) for shift in SHIFTS]


def with_another_day(entry, on):
    """The entry with one day or year at some depth changed, each by its `Model.field`."""
    for name, value in entry:
        field = f"{type(entry).__name__}.{name}"
        inside = value if isinstance(value, tuple) else (value,)
        if field in READ_BY:
            yield from ((field, entry.model_copy(update={name: other})) for other in others(value, on))
        for at, one in enumerate(inside):
            for read, inner in with_another_day(one, on) if isinstance(one, BaseModel) else ():
                new = (*inside[:at], inner, *inside[at + 1 :]) if isinstance(value, tuple) else inner
                yield read, entry.model_copy(update={name: new})


def right_with_another_day(event, sought):
    """The same of an event for the fields sought, as far as it does not contradict itself."""
    for field, other in with_another_day(event, event.on):
        if field in sought:
            with suppress(ValidationError):
                yield field, type(event).model_validate(other.model_dump())


def answers(*verdicts):
    """What each rule answers, by its code."""
    return {(part.rule, part.outcome) for verdict in verdicts for part in verdict.walk()}


def turned_by(lifecycle, history, event, sought):
    """Each day sought in the step or before it, with each rule that another day has answer otherwise."""
    records = history.records
    cases = [(field, history, other) for field, other in right_with_another_day(event, sought)]
    for at, record in enumerate(records):
        for field, other in right_with_another_day(record.event, sought):
            told = (*records[:at], record._replace(event=other), *records[at + 1 :])
            cases.append((field, history._replace(records=told), event))
    said = answers(lifecycle.judge(history, event, KEMEROVO))
    for field, before, step in cases:
        now = answers(lifecycle.judge(before, step, KEMEROVO))
        yield from ((field, rule) for rule, _ in now ^ said)


def walked(lifecycle, last, draw):
    """The shortest history that leads to the step, and the step, right as all before it."""
    history, event = lifecycle.begin("1"), None
    for way in walk.path(draw, lifecycle, last):
        if event is not None:
            history = lifecycle.advance(history, event, KEMEROVO, decision=decided(event))
        on = history.last_day or begins(KEMEROVO)[0]
        event = RIGHT[lifecycle.name][way.kind](moment(history, KEMEROVO, on), draw)
    return history, event


@cache
def turned():
    """What `turned_by` finds at every step of every lifecycle, for each field until its rule answers otherwise."""
    found = set()

    @settings(max_examples=12)
    @given(st.data())
    def tried(lifecycle, way, data):
        sought = {field for field, rule in READ_BY.items() if (field, rule) not in found}
        with suppress(Refused):  # an application may be drawn without a licence
            found.update(turned_by(lifecycle, *walked(lifecycle, way, data.draw), sought))

    for lifecycle in LIFECYCLES:  # each way is an example of its own: one that draws them all draws too much
        for way in walk.ways(lifecycle):
            tried(lifecycle, way)
    return found


# ─── A day in a profile or in a meeting, and what a right step does not show: one example each ───────────

DAY = date(2024, 2, 1)
EARLY, LATE = date(2023, 10, 2), date(2024, 3, 1)
GROUP, ACT = DISTRICT.latest.working_group, LocalAct.SUBSIDY
NEW_ACT = {"id": "own-1", "number": "1", "date": EARLY, "title": {"ru": "акт", "en": "an act"}}
NEW_ACT["label"] = {"ru": "акт", "of": "акта", "to": "акту", "en": "an act"}


def draft(profile):
    """A right draft of the order."""
    return RIGHT["order"]["drafted"](moment(order.lifecycle.begin("1"), profile, DAY), lambda _: 0)


def decree(name, **facts):
    """What a draft of the order is answered where the decree has other days."""
    profile = changed(name, act={**shipped_data()["municipalities"][name]["act"], **facts})
    return answers(order.lifecycle.judge(order.lifecycle.begin("1"), draft(profile), profile))


def lapsed(**facts):
    """What a draft of the order is answered where the decree ended or was suspended so."""
    profile = changed("kemerovo", lapses=[{**facts, "cite": "act"}])
    return answers(order.lifecycle.judge(order.lifecycle.begin("1"), draft(profile), profile))


def begun(day):
    """What a draft of the order is answered where the decree holds from that day."""
    profile = changed("kemerovo", entry_into_force={"value": {"on_day": day}, "cite": "p7"})
    return answers(order.lifecycle.judge(order.lifecycle.begin("1"), draft(profile), profile))


def covering(day):
    """What a draft of the order is answered where the decree, not yet in force, covers relations since that day."""
    late = {"value": {"on_day": date(2024, 6, 1)}, "cite": "p7"}
    profile = changed("kemerovo", entry_into_force=late, covers_since={"value": day, "cite": "p7"})
    return answers(order.lifecycle.judge(order.lifecycle.begin("1"), draft(profile), profile))


def adopted(**facts):
    """What is answered of an act that was adopted so."""
    profile = changed("kemerovo", adopted=[{**one, **facts} for one in acts()])
    return answers(adoption.adopted(ACT, profile.latest.adopted_on(ACT, DAY)))


def amended(since):
    """What the lints find of an amendment."""
    change = {
        "do": "set",
        "at": ["working_group", "quorum", "value"],
        "to": {"at_least": "2/3"},
        "cite": "own-1/p1",
    }
    return linted(changed("kemerovo", amendments=[{"act": NEW_ACT, "since": since, "changes": [change]}]))


def linted(profile):
    return {(finding.code, "found") for finding in lint(profile)}


def advised(held_on):
    """What is answered of an advice that is attached on the day."""
    history = order.lifecycle.advance(order.lifecycle.begin("1"), draft(KEMEROVO), KEMEROVO)
    told = {"as_of": LATE, "held_on": held_on, "question": "О заказе", "adopted": True}
    event = order.AdviceAttached(on=DAY, by="chair", advice=told)
    return answers(order.lifecycle.judge(history, event, KEMEROVO))


def met(held_on=DAY, **facts):
    """What is answered of a meeting."""
    record = {
        "profile": "kemerovo",
        "held_on": held_on,
        "present": list(KEMEROVO.latest.working_group.by_id),
        "items": [],
        **facts,
    }
    return answers(*judge_record(MeetingRecord.model_validate(record), KEMEROVO).verdicts)


def in_town(**facts):
    """What is answered of a meeting in a city whose regulation has terms for everything."""
    town = load_profile(places.PROFILES / "towns" / "city.yaml")
    record = {
        "profile": "city",
        "held_on": DAY,
        "present": ["chair", "deputy-1", "deputy-2", "member-1"],
        **facts,
    }
    return answers(*judge_record(MeetingRecord.model_validate(record), town).verdicts)


def certified(valid_until):
    """What is answered of a certificate."""
    held = extracts.CertificateExtract(
        as_of=DAY,
        number="C-17",
        recipient=extracts.Recipient(file="17", born="2014-05-01"),
        services=(FULL_TIME,),
        nominal=hours(144),
        balance=hours(144),
        formed_on=EARLY,
        valid_until=valid_until,
    )
    return answers(formed(held, DAY))


def approved(approved_on):
    """What is answered of an order that was approved again."""
    told = {"as_of": DAY, "number": "1", "year": 2024, "status": 2, "services": (FULL_TIME,)}
    shown = extracts.OrderExtract(**told, approved_on=approved_on, published_on=DAY)
    return answers(ordered(shown, DAY))


def took(on):
    """What is answered where an office decides on that day what was unknown on another."""
    shipped = load_profile("kemerovo")
    history = certificate.advance(certificate.begin("17"), FORMED_CERTIFICATE[0], shipped)
    event = RecipientRegistered(on=DAY, by="education", record="17")
    try:
        history = certificate.advance(
            history, event, shipped, decision=Decision(by="head", on=on, reason="срок не ждёт")
        )
    except Refused as refused:
        return answers(refused.verdict)
    return answers(history.records[-1].verdict)


def held(**facts):
    """What is answered of the norm on the quorum."""
    said = norm("working_group.quorum", GROUP.quorum.model_copy(update=facts), DAY)
    return set() if said is None else answers(said)


def on_paper(**facts):
    """What is answered of an agreement on paper."""
    asked = DISTRICT.latest.form_of(DocumentKind.AGREEMENT)
    rule = asked.paper[0].model_copy(update={"since": EARLY, "until": LATE, **facts})
    handed = Handed(form="paper", impossibility="акт о сбое № 4")
    return answers(*forms.handed_in(handed, DAY, asked._replace(paper=(rule,))))


def chosen(**facts):
    """What is answered of the certificate as a way of execution."""
    selection = DISTRICT.latest.selection[0].model_copy(update={"since": EARLY, "until": LATE, **facts})
    return answers(ways.way_chosen(extracts.Way.CERTIFICATE, DAY, (selection,)))


def target(year):
    """What the lints find where the target of an indicator is of that year."""
    row = next(row for row in KEMEROVO.latest.indicators if row.base.year is not None)
    row = row.model_copy(update={"target": row.target.model_copy(update={"year": year})})
    return linted(edited(KEMEROVO, {"indicators": (row,)}))


def analysed(before):
    """What is answered of an indicator that an analysis is to determine."""
    row = next(row for row in DISTRICT.latest.indicators if "tbd" in (row.base.value, row.target.value))
    analysis = DISTRICT.latest.factor_analysis
    analysis = analysis.model_copy(update={"value": analysis.value.model_copy(update={"before": before})})
    return answers(indicators.judged(row, None, DAY, analysis))


def limited(**days):
    """What the lints find of a limit beside one that holds in the first half of 2024."""
    held = {"certificates": 5, "since": date(2024, 1, 1), "until": date(2024, 6, 30)}
    limits = [held, {"certificates": 6, "since": date(2023, 1, 1), "until": date(2023, 12, 31), **days}]
    return linted(changed("kemerovo", parameters=[{"cite": "p1", "limits": limits}]))


def season(**days):
    """What is answered of a contract that ends on the day, where the programme has those days."""
    period = Season(**{"since": EARLY, "until": LATE, **days})
    cite = KEMEROVO.act.cite("p1")
    return answers(*in_season(DAY, [Parameters(cite=cite, periods=(period,))]))


def local(answer=None, asks=None, **days):
    """What is answered of an application to which the municipality adds a condition."""
    asked = {"id": "asked", "step": "certificate.applied_for", "missing": "void", "title": {"ru": "условие"}}
    asked |= {"asks": asks or {"kind": "confirmed"}, "cite": "p1", **days}
    event = FORMED_CERTIFICATE[0].model_copy(
        update={"on": DAY, "local": {} if answer is None else {"asked": answer}}
    )
    profile = changed("kemerovo", conditions=[asked])
    return answers(certificate.judge(certificate.begin("17"), event, profile))


def compared(kind, day):
    return local(DAY.isoformat(), {"kind": kind, "day": day})


def stands(term):
    """What is answered of an item with that term."""
    return answers(due(term, DAY).verdict)


def on_end(**years):
    """A term of months on end, with one of its years given."""
    ends = {"first_year": 2023, "first_month": 9, "last_year": 2025, "last_month": 10, **years}
    return Months(kind="months", **ends)


def begins_on(kind):
    """What the lints find of an item whose term begins on that day and ends on another."""
    item = KEMEROVO.latest.plan[0]

    def found(day):
        term = kind(kind=kind.__name__.lower(), since=day, day=DAY)
        return linted(edited(KEMEROVO, {"plan": (item.model_copy(update={"term": term}),)}))

    return found


def claimed(since, until):
    """A claim for the days."""
    return answers(payments.claim_period(PeriodClaim("1", since, until, Decimal(1))))


def over_period(since, until):
    """A report for a quarter."""
    return answers(execution.of_period(since, until, year=2024, periods=["quarter"]))


QUARTER = (date(2024, 1, 1), date(2024, 3, 31))


def drafted_after(closed_on):
    """The answers of minutes that are drafted on a day, of a meeting that was closed on that one."""
    within = {"days": 1, "unit": "calendar_days"}
    kept = {"drafted_by": "secretary", "signed_by": ["presiding"], "copies_to": "members"}
    held = groups.group(minutes=kept | {"drafted_within": within})
    told = minutes_terms.drafted_in_time(LATE, EARLY, held, None, closed_on=closed_on)
    return answers(told)


EXAMPLES = {
    "MeetingRecord.closed_on": (drafted_after, EARLY, LATE),
    "ActDrawn.since": (lambda day: answers(rendering.act_period(day, DAY, LATE)), EARLY, LATE),
    "ActDrawn.until": (lambda day: answers(rendering.act_period(EARLY, day, DAY)), EARLY, LATE),
    "Claimed.since": (lambda day: claimed(day, DAY), date(2024, 1, 9), LATE),
    "Claimed.until": (lambda day: claimed(DAY, day), EARLY, LATE),
    "RemainderKept.year": (lambda year: answers(remainders.year_over(year, DAY)), 2023, 2024),
    "RemainderReturned.year": (lambda year: answers(remainders.year_over(year, DAY)), 2023, 2024),
    "PeriodReported.since": (lambda day: over_period(day, QUARTER[1]), QUARTER[0], DAY),
    "PeriodReported.until": (lambda day: over_period(QUARTER[0], day), QUARTER[1], DAY),
    "Ahead.day": (
        lambda day: stands(Ahead(kind="ahead", days=1, unit="calendar_days", day=day)),
        EARLY,
        LATE,
    ),
    "Before.since": (begins_on(Before), EARLY, LATE),
    "By.day": (lambda day: stands(By(kind="by", day=day)), EARLY, LATE),
    "By.since": (begins_on(By), EARLY, LATE),
    "HalfYear.year": (lambda year: stands(HalfYear(kind="half_year", year=year, half=2)), 2023, 2024),
    "Month.year": (lambda year: stands(Month(kind="month", year=year, month=12)), 2023, 2024),
    "Months.first_year": (
        lambda year: answers(eligibility.begun(DAY, on_end(first_year=year))),
        2023,
        2025,
    ),
    "Months.last_year": (lambda year: stands(on_end(last_year=year)), 2023, 2025),
    "NotLater.day": (lambda day: stands(NotLater(kind="not_later", day=day)), EARLY, LATE),
    "On.day": (lambda day: stands(On(kind="on", day=day)), EARLY, LATE),
    "Act.date": (lambda day: decree("kemerovo", date=day), EARLY, LATE),
    "Act.published_on": (lambda day: decree("novokuznetsk_district", published_on=day), EARLY, LATE),
    "Adopted.since": (lambda day: adopted(since=day), EARLY, LATE),
    "Adopted.until": (lambda day: adopted(until=day), EARLY, LATE),
    "AdviceExtract.held_on": (advised, EARLY, LATE),
    "AgendaRecord.approved_on": (
        lambda day: met(agenda={"approved_by": "chair", "approved_on": day}),
        EARLY,
        LATE,
    ),
    "Amendment.since": (amended, date(2023, 9, 1), LATE),
    "Before.day": (lambda day: answers(due(Before(kind="before", day=day), DAY).verdict), EARLY, LATE),
    "CertificateExtract.valid_until": (certified, EARLY, LATE),
    "Decision.on": (took, DAY, LATE),
    "FactorAnalysis.before": (analysed, EARLY, LATE),
    "From.day": (lambda day: {("deadlines.due", due(From(kind="from", day=day), DAY).status)}, EARLY, LATE),
    "IndicatorValue.year": (target, 2000, 2030),
    "Limit.since": (lambda day: limited(since=day, until=None), date(2023, 1, 1), date(2024, 7, 1)),
    "Limit.until": (lambda day: limited(until=day), date(2023, 12, 31), LATE),
    "LocalCondition.since": (lambda day: local(since=day), EARLY, LATE),
    "LocalCondition.until": (lambda day: local(until=day), EARLY, LATE),
    "MeetingRecord.held_on": (met, date(2023, 9, 1), DAY),
    "MinutesRecord.drafted_on": (lambda day: in_town(minutes={"drafted_on": day}), date(2024, 2, 2), LATE),
    "MinutesRecord.sent_on": (
        lambda day: in_town(minutes={"signed_on": date(2024, 2, 2), "sent_on": day}),
        date(2024, 2, 3),
        LATE,
    ),
    "NoticeGiven.sent_on": (
        lambda day: in_town(notice={"sent_on": day}),
        date(2024, 1, 10),
        date(2024, 1, 31),
    ),
    "MinutesRecord.signed_on": (lambda day: met(minutes={"signed_on": day}), EARLY, LATE),
    "Norm.published": (lambda day: held(published=day), EARLY, LATE),
    "Norm.since": (lambda day: held(since=day), EARLY, LATE),
    "Norm.until": (lambda day: held(until=day), EARLY, LATE),
    "FromDay.day": (lambda day: compared("not_earlier", day), EARLY, LATE),
    "ByDay.day": (lambda day: compared("not_later", day), EARLY, LATE),
    "OrderExtract.approved_on": (approved, EARLY, LATE),
    "PaperRule.since": (lambda day: on_paper(since=day), EARLY, LATE),
    "PaperRule.until": (lambda day: on_paper(until=day), EARLY, LATE),
    "Quarter.year": (
        lambda year: answers(due(Quarter(kind="quarter", year=year, quarter=4), DAY).verdict),
        2023,
        2024,
    ),
    "Season.since": (lambda day: season(since=day), EARLY, LATE),
    "Season.until": (lambda day: season(until=day), EARLY, LATE),
    "PaperRule.ended_on": (
        lambda day: on_paper(until=None, until_event=Text("система названа"), ended_on=day),
        EARLY,
        LATE,
    ),
    "Norm.value": (covering, EARLY, LATE),
    "Lapse.expires_on": (lambda day: lapsed(expires_on=day), EARLY, LATE),
    "Lapse.repealed_on": (lambda day: lapsed(repealed_on=day), EARLY, LATE),
    "Published.on": (lambda day: decree("novokuznetsk_district", published={"on": day}), EARLY, LATE),
    "Selection.since": (lambda day: chosen(since=day), EARLY, LATE),
    "Selection.until": (lambda day: chosen(until=day), EARLY, LATE),
    "Start.on_day": (begun, EARLY, LATE),
    "Suspension.since": (lambda day: lapsed(suspended={"since": day, "until": None}), EARLY, LATE),
    "Suspension.until": (lambda day: lapsed(suspended={"since": EARLY, "until": day}), EARLY, LATE),
    "Year.year": (lambda year: answers(due(Year(kind="year", year=year), DAY).verdict), 2023, 2024),
}
"""What is answered with a day, and two days with which the answer is not the same.

A term that only begins breaks nothing: of `From.day` the state on the day is compared, of all others the outcome.
"""


@pytest.mark.parametrize(("field", "code"), READ_BY.items(), ids=READ_BY)
def test_the_rule_or_the_lint_answers_otherwise_with_another_day(field, code):
    if field in EXAMPLES:
        ask, one, other = EXAMPLES[field]
        assert code in {read for read, _ in ask(one) ^ ask(other)}
    else:
        assert (field, code) in turned()


def test_no_extract_is_from_before_the_meeting_that_it_tells_of():
    told = {"held_on": DAY, "question": "О заказе", "adopted": True}
    assert extracts.AdviceExtract(as_of=DAY, **told)
    with pytest.raises(ValidationError, match="from before the meeting"):
        extracts.AdviceExtract(as_of=EARLY, **told)


FIRST_DAY = {"kemerovo": date(2023, 9, 22), "novokuznetsk_district": date(2023, 9, 23)}
"""From which day each decree can hold: the district's from the day after its publication."""


@pytest.mark.parametrize("name", FIRST_DAY)
@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda one: one.name)
@settings(max_examples=size(10, 30))
@given(st.data())
def test_a_step_before_the_first_day_of_the_decree_is_void(lifecycle, name, data):
    history = lifecycle.begin("1")
    kinds = [clause.kind for clause in lifecycle.clauses if history.state in clause.source]
    kind = data.draw(st.sampled_from(kinds))
    for profile in (load_profile(name), filled(name)):
        first = FIRST_DAY[name]
        before = first - timedelta(data.draw(st.integers(1, 3000)))
        for on, refused in ((before, True), (first, False)):
            event = RIGHT[lifecycle.name][kind](moment(history, profile, on), data.draw)
            said = lifecycle.judge(history, event.model_copy(update={"on": on}), profile)
            (force,) = [part for part in said.parts if part.rule == "force.decree"]
            assert (force.outcome is Outcome.VOID) is refused
            option = next(one for one in lifecycle.options(history, profile, on) if one.kind == kind)
            assert not refused or option.verdict.outcome is Outcome.VOID


@pytest.mark.parametrize(("days", "outcome"), [(0, None), (1, Outcome.UNKNOWN)])
def test_a_norm_does_not_hold_before_the_day_of_its_publication(days, outcome):
    quorum = load_profile("kemerovo").latest.working_group.quorum
    on = date(2023, 10, 2)
    said = norm("working_group.quorum", quorum.model_copy(update={"published": on + timedelta(days)}), on)
    assert (None if said is None else said.outcome) is outcome
