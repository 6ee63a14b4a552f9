"""Who passes an entry to whom, who widens it, and when a sole proprietor may need no licence."""

from datetime import date

import pytest

from law189.extracts import Licence, Provider
from law189.law import Citation, Text
from law189.rules.providers import licensed, succeeded, widened
from law189.verdict import Outcome

HOLDS, UNKNOWN, VOID = Outcome.HOLDS, Outcome.UNKNOWN, Outcome.VOID
CITE = Citation("town-5", "p3", Text("п. 3", "item 3"))
DAY = date(2024, 3, 15)
FULL_TIME, TECHNICAL = "804200О.99.0.ББ52АЖ48000", "804200О.99.0.ББ52АЕ76000"


def entity(inn="4205000009", ogrn=None, kind="legal-entity"):
    return Provider(kind=kind, inn=inn, ogrn=ogrn)


@pytest.mark.parametrize(
    ("kind", "alone", "choices", "outcome", "rule"),
    [
        ("sole-proprietor", True, {"P1": "not_needed"}, HOLDS, "proprietor"),
        ("sole-proprietor", None, {"P1": "not_needed"}, UNKNOWN, "proprietor"),
        ("sole-proprietor", False, {"P1": "not_needed"}, VOID, "licensed"),
        ("legal-entity", True, {"P1": "not_needed"}, VOID, "licensed"),
        ("sole-proprietor", True, {"P1": "needed"}, VOID, "licensed"),
    ],
)
def test_only_a_proprietor_who_teaches_alone_may_need_no_licence(kind, alone, choices, outcome, rule):
    kinds = entity(kind=kind).kind
    verdict = licensed(None, DAY, CITE, kind=kinds, alone=alone, choices=choices)
    assert (verdict.outcome, verdict.rule.endswith(rule)) == (outcome, True)


def test_whoever_has_a_licence_is_asked_nothing_else():
    held = Licence(number="1", issued_on=DAY)
    verdict = licensed(
        held, DAY, CITE, kind=entity(kind="sole-proprietor").kind, choices={"P1": "not_needed"}
    )
    assert (verdict.outcome, verdict.reading) == (HOLDS, None)


@pytest.mark.parametrize(
    ("before", "after", "succession", "outcome"),
    [
        (entity(), entity("4205000016"), "передаточный акт", HOLDS),
        (entity(), entity("4205000016"), None, UNKNOWN),
        (entity(), entity("4205 000 009"), "передаточный акт", VOID),
        (entity(ogrn="1024200000012"), entity("4205000016", "1024200000012"), "передаточный акт", VOID),
        (entity(ogrn="1024200000012"), entity("4205000016", "1024200000023"), "передаточный акт", HOLDS),
        (entity(ogrn="1024200000012"), entity("4205000016"), "передаточный акт", HOLDS),
        (entity(kind="sole-proprietor"), entity("4205000016"), "передаточный акт", VOID),
        (entity(), entity("4205000016", kind="sole-proprietor"), "передаточный акт", VOID),
    ],
)
def test_an_entry_passes_from_one_legal_entity_to_another_by_a_document(before, after, succession, outcome):
    assert succeeded(before, after, succession).outcome is outcome


@pytest.mark.parametrize(
    ("by", "after", "outcome", "added"),
    [
        ("provider", (FULL_TIME,), HOLDS, ()),
        ("provider", (FULL_TIME, TECHNICAL), UNKNOWN, (TECHNICAL,)),
        ("education", (FULL_TIME, TECHNICAL), HOLDS, (TECHNICAL,)),
        ("education", (FULL_TIME,), HOLDS, ()),
    ],
)
def test_a_provider_adds_no_service_by_himself(by, after, outcome, added):
    verdict = widened((FULL_TIME,), after, by)
    assert (verdict.outcome, verdict.facts["added"]) == (outcome, added)
