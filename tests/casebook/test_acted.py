"""Acts of an agreement beside its contracts: what was rendered once, on days that are known, is borne out once."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, combinations_with_replacement, product

import pytest
from books import FULL_TIME, PROFILE, agreed, certified, contracted, included, line, ordered, volume
from hypothesis import event, given, settings
from hypothesis import strategies as st
from night import size

from law189.audit.bulk import Audit
from law189.casebook.borne_out import between
from law189.casebook.capacity import Acted, GivenIn, beyond, parted
from law189.casebook.given import Given
from law189.casebook.known import Made
from law189.measures import Unit
from law189.rules.providers.serving import Stretch
from law189.verdict import Outcome

RULES = ("reconciliation.of_contracts", "reconciliation.acts_covered")
NAVIGATOR = {"form": "electronic", "system": "navigator"}


def act(number, since, until, amount, on="2024-06-05"):
    rendered = [{"service": FULL_TIME, **volume(amount)}]
    return line("agreement", "agreement", "act_drawn", on, "provider", number=number, since=since, until=until,
                rendered=rendered)  # fmt: skip


def amended(case, on, rendered, amount=72):
    return line(case, "contract", "amended", on, "provider", document=NAVIGATOR, volume=volume(amount),
                ends_on="2024-05-31", rendered=volume(rendered), agreed_by="representative")  # fmt: skip


def ended(case, on, rendered):
    return line(case, "contract", "terminated", on, "provider", because="переезд", rendered=volume(rendered))


def suspended(case, on):
    return line(case, "contract", "suspended", on, "provider", reason="болезнь")


def under(*contracts):
    """An agreement and its contracts, each by its first day and its volume."""
    yield from ordered()
    yield from included()
    yield from agreed()
    for at, (on, amount) in enumerate(contracts, start=1):
        yield from certified(f"c{at}", number=f"К-{at}", file=str(at))
        yield from contracted(f"k{at}", number=f"Д-{at}", certificate=f"К-{at}", on=on, amount=amount)


def findings(*steps):
    """What is found of acts, in the order in which the steps are recorded, whatever their days."""
    asked = Audit(PROFILE)
    return [one for at, step in enumerate(steps, 1) for one in asked.take(at, step) if one.rule in RULES]


def found(*steps):
    """What is said of acts: of which step, how much they bear out and how much was given."""
    return [(one.kind, one.outcome, one.facts["acted"], one.facts["given"]) for one in findings(*steps)]


# ─── Случаи ──────────────────────────────────────────────────────────────────────────────────────────────

FEBRUARY = ("2024-02-01", 72)
BOTH_WAYS = {
    "the end says that less was rendered than the act of its days": (
        [FEBRUARY], [], ended("k1", "2024-04-15", 10), ("2024-02-01", "2024-03-31", 40), 10,
    ),
    "what another contract rendered before is not of the days of the act": (
        [FEBRUARY, ("2024-04-01", 72)], [ended("k1", "2024-03-12", 8)], ended("k2", "2024-05-15", 1),
        ("2024-04-01", "2024-05-15", 2), 1,
    ),
    "the amendment says how much was rendered by its day": (
        [FEBRUARY], [], amended("k1", "2024-04-15", 10), ("2024-02-01", "2024-03-31", 40), 10,
    ),
    "the amendment leaves no more to the days after it": (
        [FEBRUARY], [], amended("k1", "2024-04-15", 60), ("2024-04-16", "2024-05-31", 20), 12,
    ),
    "the amendment of another contract leaves that one alone": (
        [FEBRUARY, ("2024-04-01", 5)], [], amended("k1", "2024-04-15", 10), ("2024-02-01", "2024-03-31", 40), 10,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BOTH_WAYS)
def test_an_act_is_beyond_its_contracts_whichever_is_recorded_first(case):
    contracts, before, step, (since, until, amount), left = BOTH_WAYS[case]
    town = [*under(*contracts), *before]
    made = act("А-1", since, until, amount)
    assert found(*town, step, made) == [("act_drawn", Outcome.VOID, amount, left)]
    assert found(*town, made, step) == [(step.event.kind, Outcome.BREACH, amount, left)]
    enough = act("А-1", since, until, left)
    assert found(*town, step, enough) == found(*town, enough, step) == []


def test_the_same_hours_are_not_borne_out_by_acts_of_days_apart():
    """A contract ran all along; another between the acts, of which neither act is."""
    town = [
        *under(FEBRUARY, ("2024-03-01", 72)),
        ended("k2", "2024-03-31", 50),
        ended("k1", "2024-05-31", 10),
    ]
    first, second = act("А-1", "2024-02-01", "2024-02-29", 8), act("А-2", "2024-04-01", "2024-04-30", 8)
    assert found(*town, first) == []
    assert found(*town, first, second) == [("act_drawn", Outcome.VOID, 16, 10)]
    (told,) = findings(*town, first, second)
    assert "актами № А-1 и А-2 вместе с этим подтверждено: 16" in told.text.ru
    assert "that ran on the days of these acts: 10; borne out by acts А-1, А-2 with this one" in told.text.en


def test_an_act_that_a_contract_of_its_own_bears_out_is_none_the_worse_for_another():
    town = [*under(FEBRUARY, ("2024-05-01", 5)), act("А-1", "2024-02-01", "2024-03-31", 40)]
    cut, may = ended("k1", "2024-04-15", 10), act("А-2", "2024-05-01", "2024-05-31", 5)
    assert found(*town, cut) == found(*town, cut, may) == [("terminated", Outcome.BREACH, 40, 15)]


# ─── Закон ───────────────────────────────────────────────────────────────────────────────────────────────

BEGUN = st.sampled_from(["2024-02-01", "2024-03-01", "2024-04-01"])
MARKS = ("2024-02-01", "2024-02-15", "2024-03-01", "2024-03-20", "2024-04-01", "2024-04-20", "2024-05-10")
LAST, DAY = date(2024, 5, 31), timedelta(1)


@st.composite
def contracts(draw):
    """A contract: its first day, its volume, and then an amendment, a suspension, an end, or some of them."""
    begun, amount = draw(BEGUN), draw(st.integers(1, 12))
    changed = draw(st.sampled_from(["no", "amended", "suspended"]))
    on = draw(st.sampled_from([day for day in MARKS if day >= begun]))
    by_then, amount_then = sorted((draw(st.integers(0, amount)), draw(st.integers(1, amount))))
    end = draw(st.none() | st.sampled_from([day for day in MARKS if day >= on]))
    in_all = draw(st.integers(by_then if changed == "amended" else 0, amount_then))
    return begun, amount, changed, on, by_then, amount_then, end, in_all


@st.composite
def acts_drawn(draw):
    since, until = sorted(draw(st.lists(st.sampled_from(MARKS), min_size=2, max_size=2, unique=True)))
    return since, (date.fromisoformat(until) - DAY).isoformat(), draw(st.integers(1, 12))


def steps_of(case, contract):
    _, amount, changed, on, by_then, amount_then, end, in_all = contract
    if changed == "amended":
        yield amended(case, on, by_then, max(amount_then, 1))
    if changed == "suspended":
        yield suspended(case, on)
    if end is not None:
        yield ended(case, end, min(in_all, amount))


def most_on(contract, days):
    """The most that the contract can have rendered on those days, by what its papers say."""
    begun, amount, changed, on, by_then, amount_then, end, in_all = contract
    last = min(LAST, date.fromisoformat(end)) if end else LAST
    if changed == "suspended":
        last = min(last, date.fromisoformat(on))
    ran = [one for one in days if date.fromisoformat(begun) <= one <= last]
    whole = in_all if end else amount_then if changed == "amended" else amount
    if changed != "amended":
        return whole if ran else 0
    early = [one for one in ran if one <= date.fromisoformat(on)]
    if len(early) == len(ran):
        return (whole if end and end == on else by_then) if ran else 0
    return whole if early else whole - by_then


def borne_out(given_, acts):
    """Whether any acts together bear out no more than all contracts can have rendered on their days."""
    for many in range(1, len(acts) + 1):
        for some in combinations(acts, many):
            days = {
                date.fromisoformat(since) + DAY * at
                for since, until, _ in some
                for at in range((date.fromisoformat(until) - date.fromisoformat(since)).days + 1)
            }
            if sum(amount for *_, amount in some) > sum(most_on(one, days) for one in given_):
                return False
    return True


@given(
    st.lists(contracts(), min_size=1, max_size=3), st.lists(acts_drawn(), min_size=1, max_size=3), st.data()
)
@settings(max_examples=size(100, 2000))
def test_a_finding_is_made_exactly_where_the_acts_cannot_have_been_rendered(given_, acts, data):
    """In every order of the lines: what the acts bear out is shared out among the contracts, or a step is told."""
    town = [*under(*(one[:2] for one in given_))]
    queues = [[*steps_of(f"k{at}", one)] for at, one in enumerate(given_, start=1)]
    queues += [[act(f"А-{at}", *one)] for at, one in enumerate(acts, start=1)]
    order = data.draw(st.permutations([at for at, one in enumerate(queues) for _ in one]))
    steps = [queues[at].pop(0) for at in order]
    told = found(*town, *steps)
    event(f"{len(told) > 0}")
    assert bool(told) is not borne_out(given_, acts), told
    for kind, outcome, acted, gave in told:
        assert outcome is (Outcome.VOID if kind == "act_drawn" else Outcome.BREACH)
        assert acted > gave


PLACES = st.integers(0, 5)
SPANS = st.tuples(PLACES, PLACES).map(sorted).map(lambda two: [date(2024, 1, 1) + DAY * at for at in two])
PARTS = st.lists(
    st.builds(
        GivenIn,
        st.integers(0, 6).map(Decimal),
        st.lists(SPANS.map(lambda one: Stretch(*one)), max_size=2).map(tuple),
    ),
    max_size=5,
)
ACTS = st.lists(
    st.builds(lambda two, amount: Acted(*two, Decimal(amount)), SPANS, st.integers(1, 6)), max_size=5
)


@given(ACTS, PARTS)
@settings(max_examples=size(300, 5000))
def test_what_is_beyond_is_the_most_that_any_acts_together_have_too_much(acts, parts):
    def too_much(some):
        gives = [
            part.amount
            for part in parts
            if any(first <= one.until and one.since <= last for first, last in part.days for one in some)
        ]
        return sum(one.amount for one in some) - sum(gives)

    over = beyond(acts, parts)
    assert over.amount == max(
        too_much([one for one, taken in zip(acts, mask, strict=True) if taken])
        for mask in product((False, True), repeat=len(acts))
    )
    assert too_much(over.acts) == over.amount


def gave(amount, since, until):
    """A contract that has ended and gave so much in all."""
    days = (Stretch(since, until),)
    told = ((until, Decimal(amount)),)
    return Given("1", "1", Unit.PERSON_HOURS, None, None, since, until, days, told, None, Made("k", 3))


def test_an_ended_contract_beside_does_not_hide_what_an_act_bears_out_of_other_days():
    some = [
        gave(16, date(2024, 4, 20), date(2024, 7, 3)),
        gave(11, date(2024, 4, 21), date(2024, 9, 28)),
    ]
    older = gave(55, date(2024, 1, 24), date(2024, 4, 4))
    acts = [Acted(date(2024, 5, 1), date(2024, 6, 30), Decimal(18))]
    quarter = date(2024, 7, 1), date(2024, 9, 30)
    assert between(some, acts, quarter) == between([older, *some], acts, quarter) == (0, 9)
    late = gave(40, date(2024, 12, 1), date(2024, 12, 31))
    assert between([older, *some, late], acts, quarter) == (0, 9)


QUARTER = date(2024, 1, 3), date(2024, 1, 4)
GIVEN = st.builds(lambda amount, two: gave(amount, *two), st.integers(0, 3), SPANS)


@given(st.lists(GIVEN, min_size=1, max_size=3), ACTS)
@settings(max_examples=size(150, 3000))
def test_what_acts_bear_out_of_other_days_is_not_of_those_asked_for(some, acts):
    """No wider than every way to share out the contracts over the days before, of and after the report allows."""
    acts = [one for one in acts if one.until < QUARTER[0] or one.since > QUARTER[1] or one[:2] == QUARTER]
    sides = [(date(2024, 1, at), date(2024, 1, at)) for at in (1, 2)], [QUARTER], [
        (date(2024, 1, at), date(2024, 1, at)) for at in (5, 6)
    ]  # fmt: skip
    cells = [cell for side in sides for cell in side]
    spread = [[*_spread(int(one.told[-1][1]), one.days, cells)] for one in some]
    really = set()
    for way in product(*spread):
        gave_in = [sum(one[at] for one in way) for at in range(len(cells))]
        if all(
            sum(one.amount for one in acts if cells[first][0] <= one.since and one.until <= cells[last][1])
            <= sum(gave_in[first : last + 1])
            for first in range(len(cells))
            for last in range(first, len(cells))
        ):
            really.add(gave_in[cells.index(QUARTER)])
    if really:
        found = between(some, acts, QUARTER)
        assert min(really) <= found.least
        assert found.most <= max(really)


def _spread(amount, days, cells):
    """Every way to spread an amount over the cells on which a contract ran."""
    ran = [at for at, (first, last) in enumerate(cells) if any(a <= last and first <= b for a, b in days)]
    for ends in combinations_with_replacement(ran, amount):
        yield [ends.count(at) for at in range(len(cells))]


def test_a_contract_comes_in_parts_and_what_has_no_day_is_of_those_before():
    days = (Stretch(date(2024, 2, 1), date(2024, 3, 1)),)
    (part,) = parted(days, [(date(2024, 4, 15), Decimal(10))], Decimal(72))
    assert part == (72, days)
    (less,) = parted(days, [(date(2024, 2, 15), Decimal(10))], Decimal(8))
    assert less == (8, (Stretch(date(2024, 2, 1), date(2024, 2, 15)),))
    assert parted((), [], Decimal(8)) == ()
