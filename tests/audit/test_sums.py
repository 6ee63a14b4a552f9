"""Law: the sums of an audit say of contracts and certificates what the cases say that are all held in memory."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size

from law189.audit.parts.sums import Sums
from law189.casebook.known import Made
from law189.casebook.rendered.capacity import GivenIn
from law189.casebook.rendered.contracts import ContractsTold
from law189.casebook.rendered.told import CaseTold, ContractTold, FormedUnder, OrderKey, VoidLine
from law189.casebook.shelf.added import Added, OfCase, added
from law189.casebook.shelf.following import NO_CASE
from law189.measures import Unit
from law189.rules.providers.serving import Stretch

DAYS = st.dates(date(2024, 1, 1), date(2024, 12, 31))
SERVICES = st.sampled_from(["1.1", "1.2", "доп"])
UNITS = st.sampled_from([Unit.PERSON_HOURS, Unit.PERSONS])
AGREEMENTS = st.sampled_from(["с-1", "с-2", None])
NUMBERS = st.sampled_from(["к-1", "к-2", "к-3"])
AMOUNTS = st.decimals(0, 100, places=1)
CONTRACTS = st.builds(
    ContractTold, SERVICES, st.sampled_from(["1.1", "1,1"]), UNITS, st.none() | NUMBERS, AGREEMENTS, DAYS, DAYS,
    st.just(()), st.lists(st.tuples(DAYS, AMOUNTS), max_size=2).map(tuple), AMOUNTS,
    st.none() | st.builds(Made, st.just("k"), st.integers(1, 9)), st.sampled_from([None, "k"]),
)  # fmt: skip
STRETCHES = st.lists(st.builds(Stretch, DAYS, DAYS), max_size=2).map(tuple)
PARTS = st.lists(st.builds(GivenIn, AMOUNTS, STRETCHES), max_size=2).map(tuple)
FORMED = st.builds(
    FormedUnder, NUMBERS, DAYS, st.none() | st.builds(OrderKey, st.just("1"), st.just(2024)),
    st.lists(SERVICES, min_size=1, max_size=2, unique=True).map(tuple),
)  # fmt: skip


@st.composite
def cases(draw):
    """What cases say one after the other: some of them more than once, from the place at which each was begun."""
    places = dict(zip("abcdef", draw(st.permutations(range(1, 7))), strict=True))
    return [
        case(draw, one, places[one])
        for one in draw(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=12))
    ]


def case(draw, history, place):
    """What one case says: a contract, or a certificate."""
    if history >= "d":
        formed = draw(st.lists(FORMED, max_size=2).map(tuple))
        return OfCase(history, (0, 738_000, place), False, CaseTold(formed=formed))
    told = draw(st.lists(CONTRACTS, max_size=1).map(tuple))
    paid = tuple(made.agreement for made in told if made.agreement is not None)
    gives = tuple(((agreement, "1.1", Unit.PERSONS), draw(PARTS)) for agreement in paid)
    days = tuple(Stretch(one.begun, max(one.begun, one.last)) for one in told)
    return OfCase(history, (0, 738_000, place), True, CaseTold(contracts=told), paid, gives, days)


@given(said=cases(), in_file=st.booleans())
@settings(max_examples=size(60, 3000))
def test_what_is_kept_is_what_the_cases_say(tmp_path_factory, said, in_file):
    path = tmp_path_factory.mktemp("sums") / "kept" if in_file else None
    last = sorted({one.history: one for one in said}.values(), key=lambda one: one.begun)
    told = ContractsTold(one.told for one in last)
    with Sums(path) as sums:
        for one in said:
            sums.add(Added(case=one))
        kept = sums.contracts
        assert kept.named() == told.named()
        assert [*kept.named()] == [*told.named()]
        for service in ("1.1", "1.2", "доп"):
            for unit in Unit:
                assert [*kept.of((service, unit))] == [*told.of((service, unit))]
                assert kept.under(("с-1", service, unit)) == told.under(("с-1", service, unit))
        for number in ("к-1", "к-2", "к-3", "к-4"):
            assert [*kept.formed(number)] == [*told.formed(number)]
        for agreement in ("с-1", "с-2"):
            others = [one for one in last if agreement in one.paid_by and one.history != "a"]
            assert sums.some_under(agreement, "a") is bool(others)
            key = agreement, "1.1", Unit.PERSONS
            gives = tuple(part for one in others for part in dict(one.given)[key])
            assert sums.given(*key, "a") == (gives if others else None)
            assert sums.ran(agreement, "a") == (tuple(one.days for one in others) or None)


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(OSError, match="unable to open"):
        Sums(tmp_path / "no folder" / "kept")


def test_a_case_of_no_contract_makes_none(tmp_path):
    with Sums(tmp_path / "kept") as sums:
        sums.add(Added(case=OfCase("c", (0, 1, 1), False, CaseTold())))
        sums.add(Added(case=OfCase("k", (0, 1, 2), True, CaseTold())))
        assert sums.given("с-1", "1.1", Unit.PERSONS, "x") is None


@pytest.mark.parametrize("contract", [False, True])
def test_a_new_case_that_says_nothing_adds_nothing(contract):
    """An offered contract gives nothing yet, as a certificate that is applied for; a void line is said."""
    case = OfCase("k", (0, 1, 1), contract, CaseTold())
    assert added(None, case, NO_CASE, NO_CASE) is None
    for more in (
        case._replace(void=VoidLine(date(2024, 1, 9), "k", 3)),
        case._replace(paid_by=("с-1",)),
        case._replace(told=CaseTold(formed=(FormedUnder("к-1", date(2024, 1, 9), None, ("1.1",)),))),
    ):
        assert added(None, more, NO_CASE, NO_CASE) == Added(case=more)
        assert added(more, case, NO_CASE, NO_CASE) == Added(case=case)
