"""The law of a duty that waits: what the book says against the step in `options` stands under the duty in `due`.

A duty whose step, and every step in its stead, has something of other cases against it says so; one that can be
done says nothing. What a duty says is what `options` says of the step on that day.
"""

from dataclasses import fields
from datetime import date, timedelta
from itertools import product

import pytest
from books import PROFILE, agreed, contracted, fulfilled, included, line, ordered, taking, town
from cases_at_hand import FULL_TIME, TECHNICAL
from drawn import drawn
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from night import size
from properties.test_figures_of_a_day_law import lives

from law189.casebook.book import Casebook, options
from law189.casebook.cycles import CYCLES
from law189.casebook.shelf import MemoryShelf
from law189.casebook.taking.owed import owed
from law189.cases.outlook import discharging, owed_from
from law189.errors import Refused
from law189.testing import begins
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES

DAYS = st.dates(date(2023, 11, 1), date(2025, 3, 31))


def void(option):
    """What is against the step, each by its rule and facts."""
    return {repr(one) for one in option.verdict.reasons(Outcome.VOID)}


def of_book(book, case, kind, day):
    """What other cases say against the step: told by the book, and not by the case alone."""
    alone, beside = (
        next(one for one in options if one.kind == kind)
        for options in (CYCLES[case.lifecycle].options(case, PROFILE, day), book.options(case.id, day))
    )
    return void(beside) - void(alone)


@st.composite
def books(draw):
    """A drawn town, in which the entry of the provider is narrowed or excluded on some day."""
    book = Casebook(PROFILE)
    for one in [*draw(lives()), *late(draw)]:
        try:
            book = book.take(one)
        except Refused:
            continue
    return book


def late(draw):
    """An agreement that waits for its body, and what may befall the register entry on which it rests."""
    yield from [*agreed("waits", number="С-7")][:2]
    if draw(st.booleans()):
        yield excluded(draw(st.dates(date(2024, 9, 1), date(2024, 12, 1))).isoformat())


def excluded(on):
    return line("entry", "selection", "excluded", on, "education", ground="own-request", because="заявление")


@given(book=books(), day=DAYS)
@settings(max_examples=size(40, 2000), phases=[Phase.generate])
def test_what_other_cases_say_against_the_step_stands_under_its_duty(book, day):
    for case_id, duty in book.due(day):
        case = book.case(case_id)
        told = {repr(reason) for part in duty.against for reason in part.reasons(Outcome.VOID)}
        option = next(one for one in book.options(case_id, day) if one.kind == duty.kind)
        assert told <= void(option), duty.kind
        clause = CYCLES[case.lifecycle].clause(duty.kind)
        if all(of_book(book, case, one, day) for one in (duty.kind, *clause.instead)):
            assert duty.against, duty.kind


# ─── Every lifecycle, every heading of a step ────────────────────────────────────────────────────────────


def said(lifecycle, history, day):
    """What `options` of the book says against each step that leads from the state, by its kind."""
    shelf = MemoryShelf().with_cases([history])
    found = options(shelf, lifecycle.as_of(history, day), PROFILE, day)
    return {one.kind: one.verdict.reasons(Outcome.VOID) for one in found}


def as_options_say(lifecycle, history, day):
    """Each duty that the book tells of the case, once it says of its step what `options` says of it."""
    told, state = said(lifecycle, history, day), lifecycle.as_of(history, day).state
    shelf = MemoryShelf().with_cases([history])
    for duty in owed(shelf, history, PROFILE, day):
        kinds = [one.kind for one in discharging(lifecycle, state, duty.kind)]
        waits = [reason for part in duty.against for reason in part.reasons(Outcome.VOID)]
        assert waits == ([] if not all(told[one] for one in kinds) else [*told[duty.kind]]), (state, duty)
        yield duty.kind, state


@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda one: one.name)
def test_a_duty_of_the_book_says_of_its_step_what_options_of_the_book_says(lifecycle):
    met = set()

    @settings(max_examples=size(120, 2000))
    @given(st.data())
    def tried(data):
        history = drawn(lifecycle, PROFILE, data, steps=9)[-1]
        after = data.draw(st.sampled_from((0, 1, 30, 200, 400)))
        day = (history.last_day or begins(PROFILE)[0]) + timedelta(after)
        met.update(as_options_say(lifecycle, history, day))

    tried()
    assert met


def test_in_each_state_one_heading_of_a_kind_says_what_is_owed_and_who_takes_the_step():
    for lifecycle in LIFECYCLES:
        for kind, state in product(lifecycle.kinds, lifecycle.states):
            own = [one for one in lifecycle.clauses if one.kind == kind and state in owed_from(one)]
            leads = [one for one in lifecycle.clauses if one.kind == kind and state in one.source]
            assert len(own) <= 1, (kind, state)
            assert not (own and leads) or own == leads, (kind, state)
            assert [*discharging(lifecycle, state, kind)[:1]] == own, (kind, state)


BY_STATE = {"source", "target", "conditions", "duty", "owed", "owed_as", "instead", "until", "given", "fits"}
"""What the headings of one kind may say each of its own state; all else is the same, and asked of any of them."""


def test_what_the_headings_of_a_kind_say_differs_only_where_a_state_decides():
    for lifecycle in LIFECYCLES:
        for kind in lifecycle.kinds:
            first, *others = (one for one in lifecycle.clauses if one.kind == kind)
            for other, said in product(others, {one.name for one in fields(first)} - BY_STATE):
                assert getattr(other, said) == getattr(first, said), (lifecycle.name, kind, said)


# ─── By hand ─────────────────────────────────────────────────────────────────────────────────────────────


SUSPENDED = line("k1", "contract", "suspended", "2024-04-15", "provider", reason="болезнь")
ENDED = {"concluded": [], "suspended": [SUSPENDED], "fulfilled": [*fulfilled(rendered=10, on="2024-04-15")]}
RENDERED = {"since": "2024-02-01", "until": "2024-04-15"}


def of_agreement(kind, on, by="education", **facts):
    return line("agreement", "agreement", kind, on, by, **facts)


def complained():
    told = {"matter": "not-rendered", "because": "не было занятий"}
    return line("k1", "contract", "complained", "2024-04-16", "representative", **told)


def claimed(on):
    acted = [{"service": FULL_TIME, "unit": "person-hours", "amount": "10"}]
    yield of_agreement("act_drawn", on, "provider", number="А-1", **RENDERED, rendered=acted)
    yield of_agreement("claimed", on, "provider", number="Т-1", **RENDERED, roubles="1000.00", acts=["А-1"])


def duties(book, case, day):
    return {duty.kind: duty.against for at, duty in book.due(day) if at == case}


@pytest.mark.parametrize("end", sorted(ENDED))
def test_a_complaint_can_be_answered_whatever_became_of_the_contract(end):
    book = taking(town(), contracted(), ENDED[end], [complained()])
    assert book.case("k1").state == end
    assert duties(book, "k1", date(2024, 4, 20))["answered"] == ()


def test_a_suspended_contract_can_be_terminated_or_resumed():
    book = taking(town(), contracted(), [SUSPENDED])
    assert duties(book, "k1", date(2024, 4, 20)) == {"terminated": ()}


@pytest.mark.parametrize("end", ["terminated", "completed"])
def test_a_claim_can_be_paid_whatever_became_of_the_agreement(end):
    on = "2024-12-31" if end == "completed" else "2024-04-16"
    why = {} if end == "completed" else {"ground": "other", "because": "соглашение сторон"}
    book = taking(
        town(), contracted(), ENDED["fulfilled"], [of_agreement(end, on, **why)], claimed("2025-01-09")
    )
    assert book.case("agreement").state == end
    assert duties(book, "agreement", date(2025, 1, 15)) == {"claim_paid": ()}


def waiting(after=()):
    drafted, signed, _ = agreed(services=(FULL_TIME, TECHNICAL))
    shares = ((FULL_TIME, 600), (TECHNICAL, 600))
    return taking(ordered(shares=shares), included(services=(FULL_TIME, TECHNICAL)), [drafted, signed], after)


@pytest.mark.parametrize("kind", ["changed", "excluded"])
def test_an_agreement_whose_provider_may_not_serve_any_more_waits_with_the_reason(kind):
    [(_, free)] = [one for one in waiting().due(date(2023, 12, 14)) if one[1].kind == "concluded"]
    assert not free.against
    after = excluded("2023-12-13") if kind == "excluded" else narrowed("2023-12-13")
    [(_, duty)] = [one for one in waiting([after]).due(date(2023, 12, 14)) if one[1].kind == "concluded"]
    rules = {part.rule for one in duty.against for part in one.reasons(Outcome.VOID)}
    assert rules == {"standing.included" if kind == "excluded" else "services.among"}


def narrowed(on):
    """The entry without one of its services."""
    applied, _ = included()
    facts = {"provider": applied.event.provider.model_dump(mode="json"), "services": [FULL_TIME]}
    return line("entry", "selection", "changed", on, "education", reason="перечень", **facts)
