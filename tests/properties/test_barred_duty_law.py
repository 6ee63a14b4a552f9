"""The law of a duty that waits: what the book says against the step in `options` stands under the duty in `due`.

A duty whose step, and every step in its stead, has something of other cases against it says so; one that can be
done says nothing. What a duty says is what `options` says of the step on that day.
"""

from datetime import date

import pytest
from books import PROFILE, agreed, included, line, ordered, taking
from cases_at_hand import FULL_TIME, TECHNICAL
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from night import size
from properties.test_figures_of_a_day_law import lives

from law189.casebook.book import Casebook
from law189.casebook.cycles import CYCLES
from law189.errors import Refused
from law189.verdict import Outcome

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


# ─── By hand ─────────────────────────────────────────────────────────────────────────────────────────────


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
