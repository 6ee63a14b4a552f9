"""The law that a recorded day is asked: each day and year of the models has a rule or a lint that reads it."""

from datetime import date, timedelta
from typing import get_args

import pytest
from drawn import moment
from filled import filled
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from law189 import extracts
from law189.audit.meeting import MeetingRecord
from law189.cases.history import Decision, Event, RecordAnnulled
from law189.lints.lints import LINTS
from law189.profile.amendments import Amendment
from law189.profile.edition import Edition
from law189.profile.loader import load_profile
from law189.rules import RULES
from law189.rules.force import norm
from law189.testing import RIGHT
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES

READ_BY = {
    "Act.date": "force.decree",
    "Act.published_on": "force.decree",
    "Adopted.since": "adoption.act",
    "Adopted.until": "adoption.act",
    "Amendment.since": "A21",
    "AdviceExtract.as_of": "orders.advice",
    "AdviceExtract.held_on": "orders.advice_held",
    "AgendaRecord.approved_on": "agenda.approved",
    "AgreementExtract.as_of": "standing.agreed",
    "AgreementExtract.concluded_on": "standing.agreed",
    "AgreementExtract.ended_on": "standing.agreed",
    "AgreementExtract.ends_on": "contracts.within_agreement",
    "Amended.ends_on": "funding.term_of_order",
    "Before.day": "deadlines.due",
    "CertificateExtract.as_of": "standing.formed",
    "CertificateExtract.ended_on": "standing.formed",
    "CertificateExtract.formed_on": "standing.formed",
    "CertificateExtract.valid_until": "standing.formed",
    "ContractExtract.as_of": "certificates.contract_terms",
    "ContractExtract.concluded_on": "certificates.contract_within",
    "ContractExtract.ended_on": "certificates.contract_ended",
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
    "MeetingRecord.held_on": "sitting.established",
    "MinutesRecord.signed_on": "minutes.after_meeting",
    "Norm.since": "force.norm",
    "Norm.until": "force.norm",
    "Norm.published": "force.norm",
    "Offered.ends_on": "contracts.within_agreement",
    "OrderExtract.approved_on": "standing.ordered",
    "OrderExtract.as_of": "standing.ordered",
    "OrderExtract.published_on": "standing.ordered",
    "OrderExtract.year": "standing.order_year",
    "PaperRule.since": "forms.paper",
    "PaperRule.until": "forms.paper",
    "Quarter.year": "deadlines.due",
    "Recipient.born": "roles.of_age",
    "RegisterExtract.as_of": "standing.included",
    "RegisterExtract.excluded_on": "standing.included",
    "RegisterExtract.included_on": "standing.included",
    "Selection.since": "ways.chosen",
    "Selection.until": "ways.chosen",
    "Year.year": "deadlines.due",
    "YearSum.year": "funding.years",
}
"""Each recorded day and year, by the rule or the lint that reads it; `on` of every event is `lifecycle.order`."""


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
        if (date in types or name == "year") and not (issubclass(model, Event) and name == "on"):
            yield f"{model.__name__.partition('[')[0]}.{name}"
        for within in types:
            if isinstance(within, type) and issubclass(within, BaseModel):
                yield from recorded(within, seen)


def models():
    yield from (Edition, Amendment, MeetingRecord, RecordAnnulled, Decision)
    yield from (clause.event for lifecycle in LIFECYCLES for clause in lifecycle.clauses)
    of_extracts = (value for value in vars(extracts).values() if isinstance(value, type))
    for model in of_extracts:
        if issubclass(model, extracts.Entry) and model not in (extracts.Entry, extracts.Extract):
            yield model


def test_every_recorded_day_and_year_has_a_rule_or_a_lint_that_reads_it():
    seen = set()
    found = {field for model in models() for field in recorded(model, seen)} - {"Extract.as_of"}
    assert found == set(READ_BY)


def test_each_rule_or_lint_that_reads_a_day_exists():
    known = {rule.code for rule in RULES} | {lint.code for lint in LINTS}
    assert set(READ_BY.values()) <= known


@pytest.mark.parametrize("name", ["kemerovo", "novokuznetsk_district"])
@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda one: one.name)
@settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(st.data())
def test_a_step_before_the_day_of_the_decree_is_void(lifecycle, name, data):
    history = lifecycle.begin("1")
    kinds = [clause.kind for clause in lifecycle.clauses if history.state in clause.source]
    kind = data.draw(st.sampled_from(kinds))
    for profile in (load_profile(name), filled(name)):
        issued = profile.act.date
        before = issued - timedelta(data.draw(st.integers(1, 3000)))
        for on, refused in ((before, True), (issued, False)):
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
