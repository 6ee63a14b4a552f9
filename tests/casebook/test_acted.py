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
from law189.casebook.known import Made
from law189.casebook.rendered.borne_out import between
from law189.casebook.rendered.capacity import Acted, GivenIn, beyond, given_in, on_served, parted
from law189.casebook.rendered.given import Given
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
def contracts(draw, may=None):
    """A contract: its first day, its volume, and what then came of it, step by step, on days near each other too.

    No step gives more than there was before, so acts fit after it only if they did, in whatever order they come.
    """
    may = may or MAY
    begun, volume_ = draw(BEGUN), draw(st.integers(1, 12))
    amount = volume_
    story, on, least, state = [], date.fromisoformat(begun), 0, "runs"
    for _ in range(draw(st.integers(0, 4))):
        later = [one for mark in MARKS if (one := date.fromisoformat(mark)) > on]
        on = draw(st.sampled_from([on, min(on + DAY, LAST), *later]))
        kind = draw(st.sampled_from(may[state]))
        if kind in ("amended", "ended"):
            least = draw(st.integers(least, amount))
        if kind == "amended":
            amount = draw(st.integers(max(least, 1), amount))
        story.append((kind, on.isoformat(), least, amount))
        state = {"suspended": "waits", "resumed": "runs", "ended": "over"}.get(kind, state)
        if state == "over":
            break
    return begun, volume_, story


MAY = {"runs": ("amended", "amended", "suspended", "ended"), "waits": ("ended",)}
AGAIN = {**MAY, "waits": ("resumed", "ended")}


@st.composite
def acts_drawn(draw):
    since, until = sorted(draw(st.lists(st.sampled_from(MARKS), min_size=2, max_size=2, unique=True)))
    return since, (date.fromisoformat(until) - DAY).isoformat(), draw(st.integers(1, 12))


def steps_of(case, contract):
    for kind, on, rendered, amount in contract[2]:
        match kind:
            case "amended":
                yield amended(case, on, rendered, amount)
            case "suspended":
                yield suspended(case, on)
            case _:
                yield ended(case, on, rendered)


def stretches(contract):
    """What the contract gave between one word of it and the next, on which days; what has no days was not given.

    More that is told where no day was since the last word was given on the very last day.
    """
    begun, amount, story = contract
    served, last = _days_served(begun, story), []
    words = [
        (date.fromisoformat(on), rendered) for kind, on, rendered, _ in story if kind in ("amended", "ended")
    ]
    gave, found = 0, []
    for on, rendered in words:
        own = [one for one in served if one <= on]
        served = served[len(own) :]
        last = own or last[-1:]
        found.append((rendered - gave, last))
        gave = rendered
    volume = ([amount, *(one[3] for one in story)])[-1]
    over = any(kind == "ended" for kind, *_ in story)
    return [*found, (volume - gave, [] if over else served)]


def _days_served(begun, story):
    since, found = date.fromisoformat(begun), set()
    last = min([LAST, *(date.fromisoformat(on) for kind, on, *_ in story if kind == "ended")])
    for kind, on, *_ in [*story, ("over", last.isoformat())]:
        day = date.fromisoformat(on)
        if kind in ("suspended", "over") and since is not None:
            found |= {since + DAY * at for at in range((day - since).days + 1)}
            since = None
        if kind == "resumed":
            since = day
    return sorted(found)


def most_on(contract, days):
    """The most that the contract can have rendered on those days, by what its papers say."""
    return sum(amount for amount, own in stretches(contract) if days & {*own})


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


def test_a_contract_comes_in_parts_and_what_has_no_day_is_not_given():
    days = (Stretch(date(2024, 2, 1), date(2024, 3, 1)),)
    whole, on = [(date(2024, 4, 15), Decimal(10))], date(2024, 3, 1)
    assert parted(days, whole, Decimal(72)) == ((10, days),)
    assert parted(days, [(on, Decimal(10))], Decimal(72)) == ((10, days),)
    (less,) = parted(days, [(date(2024, 2, 15), Decimal(10))], Decimal(8))
    assert less == (8, (Stretch(date(2024, 2, 1), date(2024, 2, 15)),))
    assert parted((), [], Decimal(8)) == ()
    before, then = parted(days, [(on, Decimal(10)), (date(2024, 4, 15), Decimal(60))], Decimal(60))
    assert before == (10, (Stretch(date(2024, 2, 1), date(2024, 2, 29)),))
    assert then == (50, (Stretch(on, on),))


ON_ITS_LAST_DAY = {
    "amended on its last day": [amended("k1", "2024-05-31", 30)],
    "amended and suspended on one day": [amended("k1", "2024-05-20", 30), suspended("k1", "2024-05-20")],
    "amended and ended on one day": [amended("k1", "2024-05-20", 30), ended("k1", "2024-05-20", 30)],
}


@pytest.mark.parametrize("case", ON_ITS_LAST_DAY)
def test_no_more_is_of_the_days_up_to_an_amendment_where_no_day_follows_it_either(case):
    town, made = [*under(FEBRUARY)], act("А-1", "2024-03-01", "2024-03-31", 50)
    steps = ON_ITS_LAST_DAY[case]
    assert found(*town, *steps, made) == [("act_drawn", Outcome.VOID, 50, 30)]
    (told,) = found(*town, made, *steps)
    assert told[1:] == (Outcome.BREACH, 50, 30)
    assert found(*town, *steps, act("А-1", "2024-03-01", "2024-03-31", 30)) == []


def test_what_the_end_tells_beyond_an_amendment_of_the_last_day_is_of_that_day_alone():
    town = [*under(FEBRUARY), amended("k1", "2024-05-31", 30), ended("k1", "2024-06-03", 60)]
    assert found(*town, act("А-1", "2024-05-01", "2024-05-31", 60)) == []
    assert found(*town, act("А-1", "2024-05-01", "2024-05-30", 50)) == [("act_drawn", Outcome.VOID, 50, 30)]


@given(contracts(AGAIN), acts_drawn(), st.data())
@settings(max_examples=size(60, 1500))
def test_the_day_of_a_word_does_not_matter_where_no_served_day_is_between(contract, act_, data):
    """What the contract gave on any days is the same however the words that no day is between are dated."""
    begun, _, story = contract
    served = _days_served(begun, story)
    spans = tuple(Stretch(one, one) for one in served)
    words = [
        (date.fromisoformat(on), Decimal(rendered)) for kind, on, rendered, _ in story
        if kind in ("amended", "ended")
    ]  # fmt: skip
    moved, floor = [], date.min
    for on, rendered in words:
        after = next((one for one in served if one > on), on + DAY * 9)
        first = max([floor, *(one for one in served if one <= on)])
        floor = data.draw(st.dates(first, max(first, after - DAY)))
        moved.append((floor, rendered))
    since, until = (date.fromisoformat(one) for one in act_[:2])

    def told(words):
        given_ = Given("1", ("1",), Unit.PERSON_HOURS, None, None, served[0], LAST, spans,
                       on_served(spans, words), Decimal(12), None)  # fmt: skip
        return given_.within(since, until), parted(spans, words, Decimal(12))

    assert told(words) == told(moved)
    between_, parts = told(words)
    days = {since + DAY * at for at in range((until - since).days + 1)}
    sure = [(amount, {*own}) for amount, own in stretches((begun, 12, story))[: len(words)]]
    maybe = 12 - sum(amount for amount, _ in sure) if served and days & {*_after(served, words)} else 0
    assert between_.least == sum(amount for amount, own in sure if own <= days)
    assert between_.most == sum(amount for amount, own in sure if own & days) + maybe
    assert between_.most == given_in(parts, since, until)


def _after(served, words):
    """The days on which it served after the last word."""
    return [one for one in served if not words or one > words[-1][0]]


# ─── Другие единицы ──────────────────────────────────────────────────────────────────────────────────────


OTHER_UNITS = [one for one in Unit if one is not Unit.PERSON_HOURS]


def in_unit(step, unit):
    """The act in another unit."""
    rendered = tuple(one.model_copy(update={"unit": unit}) for one in step.event.rendered)
    return step.model_copy(update={"event": step.event.model_copy(update={"rendered": rendered})})


@pytest.mark.parametrize("unit", OTHER_UNITS)
def test_an_act_in_another_unit_than_the_contracts_is_not_compared_with_them(unit):
    """It is not said that the contracts give nothing: in what they give the act is not measured."""
    acts = [in_unit(act("1", "2024-02-01", "2024-05-31", 10), unit)]
    (told,) = findings(*under(("2024-02-01", 72)), *acts)
    assert told.outcome is Outcome.UNKNOWN
    assert [one.en for one in told.facts["elsewhere"]] == [Unit.PERSON_HOURS.text.en]
    assert "не складывают" in told.text.ru
    assert "are not added" in told.text.en


@pytest.mark.parametrize("unit", OTHER_UNITS)
def test_an_act_in_another_unit_takes_nothing_of_what_acts_in_the_unit_of_the_contract_bear_out(unit):
    first = in_unit(act("1", "2024-02-01", "2024-03-31", 10), unit)
    second = act("2", "2024-04-01", "2024-05-31", 72)
    found = findings(*under(("2024-02-01", 72)), first, second)
    assert [one.outcome for one in found] == [Outcome.UNKNOWN]


def test_an_act_beyond_contracts_that_are_all_in_its_unit_is_still_void():
    (told,) = findings(*under(("2024-02-01", 72)), act("1", "2024-02-01", "2024-05-31", 73))
    assert (told.outcome, told.facts["elsewhere"]) == (Outcome.VOID, None)
