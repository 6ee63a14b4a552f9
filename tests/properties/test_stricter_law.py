"""The law of what is stricter: of two acts that differ in one thing it never allows what the other forbids.

What an act forbids is asked of the rules themselves, for every field that `audit.compare.strictness` can decide by.
"""

from datetime import date, timedelta
from functools import cache

import pytest
from books import agreed, certified, included, ordered, taking, with_parameters
from cases_at_hand import FULL_TIME
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from night import size
from pydantic import TypeAdapter

from law189.audit.compare import compare, strictness
from law189.audit.compare.strictness import stricter
from law189.errors import Refused
from law189.extracts import Recipient
from law189.measures import Unit, Volume
from law189.profile.conditions import LocalCondition
from law189.profile.documents import DocumentKind, Handed
from law189.profile.federal import load_calendar, shipped_data
from law189.profile.loader import load_profile
from law189.profile.parameters import Parameters
from law189.profile.terms import Term
from law189.rules.certificates import consumers
from law189.rules.deadlines import due
from law189.rules.step import forms
from law189.rules.step.conditions import local
from law189.verdict import Outcome

RUNS = settings(max_examples=size(80, 3000))
FEWER = settings(max_examples=size(12, 200))
WORSE = {Outcome.HOLDS: 0, Outcome.UNKNOWN: 0, Outcome.BREACH: 1, Outcome.VOID: 2}
ON = date(2024, 3, 1)
FILE = shipped_data()["municipalities"]["kemerovo"]
CALENDAR = load_calendar()
FIRST = load_profile("kemerovo").latest.whole


def worst(verdicts):
    """How far the worst of the answers forbids."""
    return max((WORSE[one.outcome] for one in verdicts), default=0)


def agrees(which, a, b):
    """Whether the side that is called stricter forbids no less, `a` and `b` being how far each forbids."""
    return {"a": a >= b, "b": b >= a, None: True}[which]


# ─── Consumers, nominals ─────────────────────────────────────────────────────────────────────────────────

GROUNDS = [{"id": one, "title": {"ru": one}} for one in ("orphan", "large-family", "enrolled")]
AGES = st.none() | st.integers(5, 9)
SOME = st.lists(st.sampled_from(GROUNDS), unique_by=lambda one: one["id"], max_size=2)
WHO = st.fixed_dictionaries(
    {"age_from": AGES, "age_to": st.none() | st.integers(9, 12), "categories": SOME, "excluded": SOME}
)


@given(
    WHO,
    WHO,
    st.sampled_from(["age_from", "age_to", "categories", "excluded"]),
    st.integers(3, 14),
    st.none() | SOME,
)
@RUNS
def test_whom_the_narrower_act_serves_the_wider_one_serves_too(who, other, key, age, told):
    a, b = who, {**who, key: other[key]}
    assume(a != b)
    profiles = [with_parameters({"services": [FULL_TIME], "consumers": one}) for one in (a, b)]
    differences = compare(*(one.latest for one in profiles))
    assume(len(differences) == 1)
    categories = None if told is None else [one["id"] for one in told]
    child = Recipient(file="1", born=date(2024 - age, 1, 1), categories=categories)
    known = [one["id"] for one in GROUNDS]
    forbidden = [worst(consumers.served(child, one.latest.parameters, ON, known=known)) for one in profiles]
    assert agrees(differences[0].stricter, *forbidden)


SIZES = st.builds(Volume, amount=st.integers(1, 5), unit=st.sampled_from([Unit.ROUBLES, Unit.PERSON_HOURS]))


@given(SIZES, SIZES, SIZES)
@RUNS
def test_what_is_within_the_smaller_nominal_is_within_the_larger(one, other, asked):
    said = [Parameters(nominals=[{"volume": size}], cite=FIRST) for size in (one, other)]
    forbidden = [worst(consumers.nominal_kept(asked, (), [each])) for each in said]
    assert agrees(stricter("Nominal.volume", one, other), *forbidden)


# ─── How many certificates, and how much ─────────────────────────────────────────────────────────────────

COUNTS = st.none() | st.integers(1, 3)


@cache
def formed(most, volume, certificates, other):
    """How many certificates of 10 hours one child gets, and four children in all, of four asked for."""
    limit = {"certificates": most, "volume": volume and {"amount": volume, "unit": "person-hours"}}
    limits = [{key: one for key, one in limit.items() if one is not None} | {"since": "2024-01-01"}]
    said = {"services": [FULL_TIME], "certificates": certificates, "limits": limits if most or volume else []}
    more = [] if other is None else [{"certificates": other}]
    profile = with_parameters(said, *more)
    found = []
    for files in (("1", "1", "1", "1"), ("1", "2", "3", "4")):
        book, taken = taking(ordered(), included(), agreed(), profile=profile), 0
        for number, file in enumerate(files):
            try:
                tried = book
                for step in certified(f"c{number}", number=f"К-{number}", file=file, nominal=10):
                    tried = tried.take(step)
                book, taken = tried, taken + 1
            except Refused:
                pass
        found.append(taken)
    return profile, found


BOUNDS = st.tuples(COUNTS, st.none() | st.sampled_from([10, 25]), COUNTS, COUNTS)


@given(BOUNDS, BOUNDS, st.integers(0, 2))
@FEWER
def test_an_act_that_is_stricter_on_certificates_gives_no_more_of_them(one, other, key):
    changed = tuple(new if at == key else was for at, (was, new) in enumerate(zip(one, other, strict=True)))
    (a, few), (b, many) = formed(*one), formed(*changed)
    found = compare(a.latest, b.latest)
    for difference in found if len(found) == 1 else ():
        for ours, theirs in zip(few, many, strict=True):
            assert agrees(difference.stricter, -ours, -theirs)


def test_a_limit_of_another_period_is_another_limit():
    limits = [{"certificates": 5, "since": "2024-01-01", "until": "2024-12-31"}]
    later = [{"certificates": 4, "since": "2025-01-01", "until": "2025-12-31"}]
    a, b = (with_parameters({"services": [FULL_TIME], "limits": one}) for one in (limits, later))
    assert {one.stricter: one.a.ru == "молчит" for one in compare(a.latest, b.latest)} == {
        "a": False,
        "b": True,
    }


# ─── Forms of documents ──────────────────────────────────────────────────────────────────────────────────

HANDED = [
    Handed(form=form, system=system, impossibility=why)
    for form, system in (("electronic", "navigator"), ("electronic", None), ("paper", None))
    for why in (None, "акт о сбое от 10.01.2024 № 4")
]
CONDITIONS = ["unconditional", "technical-impossibility"]


@cache
def papers(conditions):
    """The decree with that condition of paper, without its rules of forms where there is none."""
    if conditions is None:
        keys = ("documents", "paper")
        return load_profile({key: one for key, one in FILE.items() if key not in keys})
    return load_profile({**FILE, "paper": [{**one, "condition": conditions} for one in FILE["paper"]]})


def forbidden_by(conditions, handed, on):
    found = {kind: papers(conditions).latest.form_of(kind) for kind in DocumentKind}
    return {kind: worst(forms.handed_in(handed, on, asked)) for kind, asked in found.items()}


@pytest.mark.parametrize("handed", HANDED)
@pytest.mark.parametrize("on", [date(2023, 10, 1), ON])
@pytest.mark.parametrize(("a", "b"), [CONDITIONS, (None, CONDITIONS[0]), (CONDITIONS[1], None)])
def test_a_document_that_the_stricter_act_lets_in_the_other_lets_in_too(a, b, on, handed):
    ours, theirs = (forbidden_by(one, handed, on) for one in (a, b))
    found = compare(papers(a).latest, papers(b).latest)
    assert found
    for difference in found:
        of = difference.path.partition("[")[2].partition("]")[0].split(", ")
        for kind in (one for one in DocumentKind if one in of):
            assert agrees(difference.stricter, ours[kind], theirs[kind]), kind


# ─── Conditions of a municipality ────────────────────────────────────────────────────────────────────────

NUMBERS = st.integers(1, 3)
NEAR = st.integers(0, 3).map(lambda days: ON - timedelta(days))
QUESTIONS = {
    "confirmed": st.just({}),
    "handed_in": st.just({}),
    "one_of": st.lists(st.sampled_from(GROUNDS), unique_by=lambda one: one["id"], min_size=1).map(
        lambda values: {"values": values}
    ),
    "at_most": NUMBERS.map(lambda amount: {"amount": amount}),
    "at_least": NUMBERS.map(lambda amount: {"amount": amount}),
    "not_later": NEAR.map(lambda day: {"day": day.isoformat()}),
    "not_earlier": NEAR.map(lambda day: {"day": day.isoformat()}),
    "live_cases": NUMBERS.map(lambda most: {"at_most": most}),
    "term_kept": st.tuples(NUMBERS, st.sampled_from(["working_days", "calendar_days"])).map(
        lambda one: {"days": one[0], "unit": one[1]}
    ),
}
ANSWERS = st.one_of(
    st.booleans(), NUMBERS, NEAR.map(date.isoformat), st.sampled_from([one["id"] for one in GROUNDS])
)


def condition(kind, asks, missing):
    said = {
        "id": "own",
        "step": "certificate.applied_for",
        "asks": {"kind": kind, **asks},
        "missing": missing,
    }
    return LocalCondition.model_validate({**said, "title": {"ru": "своё"}, "cite": FIRST})


@given(st.data())
@RUNS
def test_what_the_stricter_condition_lets_through_the_other_does(data):
    kind = data.draw(st.sampled_from(sorted(QUESTIONS)))
    missing, asks, other = data.draw(
        st.tuples(st.sampled_from(["void", "breach"]), QUESTIONS[kind], QUESTIONS[kind])
    )
    answers = {"own": data.draw(ANSWERS)}
    a, b, harder = (
        condition(kind, asks, missing),
        condition(kind, other, missing),
        condition(kind, asks, "void"),
    )
    one, two, three = (WORSE[local(each, answers, ON, calendar=CALENDAR).outcome] for each in (a, b, harder))
    assert agrees(stricter("LocalCondition.asks", a.asks, b.asks), one, two)
    assert agrees(stricter("LocalCondition.missing", a.missing, "void"), one, three)
    assert agrees(stricter("Edition.conditions", a, None), one, 0)


# ─── Terms ───────────────────────────────────────────────────────────────────────────────────────────────

EVENTS = [{"kind": "cause"}, {"kind": "limits"}]
COMING = {"cause": date(2024, 1, 15), "limits": date(2024, 1, 29)}
SOON = st.integers(0, 30).map(lambda days: date(2024, 1, 14) + timedelta(days))
THEN = st.sampled_from([{}, {"then_yearly_before": "02-01"}])
TERMS = {
    "after": st.builds(
        lambda days, unit, event: {"days": days, "unit": unit, "event": event},
        st.integers(1, 9), st.sampled_from(["working_days", "calendar_days"]), st.sampled_from(EVENTS),
    ),
    "before": st.builds(
        lambda day, since, then: {"day": (date(2024, 2, 5) + timedelta(day)).isoformat(), **since, **then},
        st.integers(0, 9), st.sampled_from([{}, {"since": "2024-01-25"}]), THEN,
    ),
    "year": st.builds(lambda year, then: {"year": year, **then}, st.integers(2023, 2025), THEN),
    "quarter": st.builds(
        lambda year, quarter: {"year": year, "quarter": quarter}, st.integers(2023, 2024), st.integers(1, 4)
    ),
}  # fmt: skip
READ: TypeAdapter[object] = TypeAdapter(Term)


@pytest.mark.parametrize("kind", TERMS)
@given(st.data())
@RUNS
def test_what_is_in_time_by_the_stricter_term_is_in_time_by_the_other(kind, data):
    a, b = (READ.validate_python({"kind": kind, **data.draw(TERMS[kind])}) for _ in "ab")
    done = data.draw(st.lists(SOON, max_size=1))
    on = data.draw(st.sampled_from([date(2024, 3, 1), date(2024, 1, 20), date(2025, 3, 1), date(2026, 1, 1)]))
    forbidden = [
        worst([due(one, on, done=done, calendar=CALENDAR, event=_event(one)).verdict]) for one in (a, b)
    ]
    assert agrees(stricter("PlanItem.term", a, b), *forbidden)


def _event(term):
    return COMING[term.event.kind] if term.kind == "after" else None


# ─── Nothing is decided that is not asked of the rules ───────────────────────────────────────────────────

JUDGED = {
    "Consumers.age_from", "Consumers.age_to", "Consumers.excluded", "Nominal.volume", "Parameters.certificates",
    "Parameters.limits", "Limit.certificates", "Limit.volume", "Edition.documents", "Edition.conditions",
    "LocalCondition.missing", "Edition.licence",
}  # fmt: skip
"""The fields that the laws above ask; a licence is asked where the decree does (`rules.providers.eligibility`)."""


def test_every_field_that_is_decided_by_is_asked_of_the_rules():
    assert {*strictness.ASKED, *strictness.LARGER, *strictness.SMALLER, *strictness.RANKS} == JUDGED
