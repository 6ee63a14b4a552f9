"""No answer depends on the decimal context of the program that asks: its digits, how it rounds, what it traps."""

import json
from datetime import date
from decimal import ROUND_UP, Context, Decimal, localcontext
from fractions import Fraction

import pytest
from book_worlds import worlds
from books import FULL_TIME, TECHNICAL, agreed, certified, contracted, included, line, ordered, volume
from filled import filled
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import run_state_machine_as_test
from night import size

from law189.audit.bulk import Audit, in_time
from law189.audit.compare.meaning import Side, meant
from law189.casebook.ledger import ledger
from law189.casebook.line import LINE
from law189.casebook.registers import RegisterKind, register
from law189.casebook.report import report_of
from law189.cases.moment import Moment
from law189.extracts import OrderLine, YearSum
from law189.measures import EXACT, Unit, Volume
from law189.report.ledger import ledger_page
from law189.rules import volumes
from law189.rules.agreements import funding
from law189.rules.indicators import tallies
from law189.rules.orders import execution, reported_parts
from law189.testing import RIGHT, begins, case_machine
from law189.testing.walk import path, ways
from law189.workflows import LIFECYCLES

PROFILE = filled("kemerovo")
CONTEXTS = {
    "six digits": Context(prec=6, traps=[]),
    "six digits, away from zero": Context(prec=6, rounding=ROUND_UP, traps=[]),
    "the usual digits, away from zero": Context(prec=28, rounding=ROUND_UP),
    "the usual digits, none may be lost": Context(prec=28, traps=[*Context().flags]),
    "one digit, none may be lost": Context(prec=1, traps=[*Context().flags]),
    "small exponents": Context(prec=6, Emax=3, Emin=-3, traps=[]),
}
"""What a program that embeds the library may work in."""

in_every_context = pytest.mark.parametrize("context", CONTEXTS.values(), ids=[*CONTEXTS])


def json_of(told):
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


# ─── Написано рукой ──────────────────────────────────────────────────────────────────────────────────────


def order_line(total, *parts):
    ways_ = ("municipal-task", "certificate")
    told = [{"way": way, "amount": amount} for way, amount in zip(ways_, parts, strict=True)]
    return OrderLine(service=FULL_TIME, unit="person-hours", total=total, parts=told)


@in_every_context
def test_shares_that_make_the_whole_make_it_in_any_context(context):
    with localcontext(context):
        whole = volumes.shares(order_line("1234567.89", "1000000.01", "234567.88"))
        short = volumes.shares(order_line("1234567.90", "1000000.01", "234567.88"))
    assert whole.outcome.value == "holds"
    assert (str(whole.facts["parted"]), str(whole.facts["difference"])) == ("1234567.89", "0.00")
    assert short.outcome.value == "void"
    assert str(short.facts["difference"]) == "-0.01"
    assert "разница: -0,01" in short.text.ru


@in_every_context
def test_the_sums_of_an_agreement_are_told_to_the_kopeck_in_any_context(context):
    sums = (YearSum(year=2023, roubles="1200000.50"), YearSum(year=2024, roubles="480000.01"))
    with localcontext(context):
        assert f"{funding.total(sums)}" == "1680000.51"


@in_every_context
def test_a_deviation_is_permitted_to_the_hundredth_in_any_context(context):
    ordered_, deviation = Decimal("1234567.80"), Decimal("-123456.78")
    with localcontext(context):
        assert execution.permits(Decimal(10), ordered_, deviation)
        assert not execution.permits(Decimal(10), ordered_, Decimal("-123456.79"))
        parts = order_line("1234567.89", "1000000.01", "234567.88").parts
        parted = reported_parts.parted(FULL_TIME, Unit.PERSON_HOURS, Decimal("1234567.89"), parts)
    assert parted.outcome.value == "holds"


@in_every_context
def test_a_volume_is_told_in_full_in_any_context(context):
    with localcontext(context):
        told = Volume(amount=Decimal("1E+6"), unit="roubles").text
    assert (told.ru, told.en) == ("1000000 руб.", "1000000 roubles")


@in_every_context
def test_a_count_is_told_as_the_same_number_in_any_context(context):
    with localcontext(context):
        told = [
            tallies.Extent(one, one) for one in (Fraction(1234567), Fraction(2501, 200), Fraction(100, 3))
        ]
        assert [one.exact for one in told] == [Decimal(1234567), Decimal("12.505"), None]
        assert [one.text.ru for one in told] == ["1234567", "12,505", "33 1/3"]


@in_every_context
def test_numbers_of_two_profiles_differ_in_any_context_where_one_digit_does(context):
    side = Side(PROFILE.latest, {})
    with localcontext(context):
        assert meant(Decimal("1234567.8"), side) != meant(Decimal("1234567.9"), side)
        assert meant(Decimal("1234567.80"), side) == meant(Decimal("1234567.8"), side)


MUCH = "1000000.01"


def big_town():
    """An order, an entry, an agreement, two certificates and contracts with sums of nine digits; most end."""
    yield from ordered(shares=((FULL_TIME, 3000000), (TECHNICAL, 1234567)), task=2000001)
    yield from included()
    yield from agreed(sums="1200000.50")
    yield from certified(nominal=MUCH)
    yield from certified("c2", number="К-2", file="18", nominal="234567.88")
    yield from contracted(amount="700000.07")
    yield from contracted("k2", number="Д-2", certificate="К-2", amount="234567.87")
    yield line(
        "agreement", "agreement", "act_drawn", "2024-03-01", "provider", number="А-1",
        since="2024-02-01", until="2024-02-29", rendered=[{"service": FULL_TIME, **volume("123456.78")}],
    )  # fmt: skip
    yield line(
        "k1", "contract", "terminated", "2024-04-01", "provider", because="переезд",
        rendered=volume("650000.03"),
    )  # fmt: skip
    yield line(
        "c1", "certificate", "annulled", "2024-04-02", "education", reason="переезд", ground="own-request"
    )
    parts = [{"way": "certificate", "amount": "800000.02"}]
    lines = [{"service": FULL_TIME, "unit": "person-hours", "total": "800000.02", "parts": parts}]
    yield line(
        "order", "order", "amended", "2024-04-03", "education", status=2, lines=lines, reason="изменение",
        enabling_act="решение № 8", document={"form": "paper"},
    )  # fmt: skip


def said_of(steps, profile=PROFILE):
    """All that is said of a book: what an audit finds, its cases, its ledger, registers and reports, as JSON."""
    asked = Audit(profile)
    found = [one.as_json() for at, told in in_time(list(enumerate(steps, 1))) for one in asked.take(at, told)]
    cases = list(asked.book.cases())
    cycles = {cycle.name: cycle for cycle in LIFECYCLES}
    kept = ledger(cases, profile, date(2024, 12, 31))
    told = {
        "findings": found,
        "saved": [cycles[one.lifecycle].dump(one) for one in cases],
        "ledger": kept.as_json(),
        "page": [ledger_page(kept, lang) for lang in ("ru", "en")],
        "registers": [register(one, cases, profile, kept.on).as_json() for one in RegisterKind],
        "reports": [
            report_of(cases, profile, one.id, kept.on).as_json()
            for one in cases
            if one.lifecycle == "order" and one.state not in ("drafted", "cancelled")
        ],
    }
    return json_of(told)


@in_every_context
def test_a_book_of_large_sums_says_the_same_in_any_context(context):
    usual = said_of([*big_town()])
    assert "1000000.01" in usual
    assert "234567.87" in usual
    with localcontext(context):
        assert said_of([*big_town()]) == usual


# ─── Нарисовано ──────────────────────────────────────────────────────────────────────────────────────────

TIMES = Decimal("10007.01")


def larger(told):
    """The line with every amount in it so many times what it was: sums of seven and more digits."""
    if isinstance(told, dict):
        return {
            key: str(EXACT.multiply(Decimal(one), TIMES)) if key in ("amount", "total") else larger(one)
            for key, one in told.items()
        }
    return [larger(one) for one in told] if isinstance(told, list) else told


def test_any_book_says_the_same_in_any_context():
    @given(lines=worlds([]))
    @settings(max_examples=size(8, 60), phases=[Phase.generate])
    def tried(lines):
        usual = said_of([LINE.validate_python(larger(one)) for one in lines])
        for context in CONTEXTS.values():
            with localcontext(context):
                assert said_of([LINE.validate_python(larger(one)) for one in lines]) == usual

    tried()


def life(lifecycle, profile, data):
    """The events of a drawn way to a drawn step, right ones, as far as they are taken."""
    history, day, told = lifecycle.begin("1"), begins(profile)[0], []
    for way in path(data.draw, lifecycle, data.draw(st.sampled_from(ways(lifecycle)))):
        if history.state != way.source:
            break
        day = history.last_day or day
        told.append(RIGHT[lifecycle.name][way.kind](Moment(day, history, profile), data.draw))
        if lifecycle.judge(history, told[-1], profile).stops:
            break
        history = lifecycle.advance(history, told[-1], profile)
    return told


def lived(lifecycle, events, profile):
    """What is said of each step, and the case as it is saved."""
    history, said = lifecycle.begin("1"), []
    for event in events:
        verdict = lifecycle.judge(history, event, profile)
        said.append((verdict.as_json(), verdict.text.ru, verdict.text.en))
        if not verdict.stops:
            history = lifecycle.advance(history, event, profile)
    return json_of([said, lifecycle.dump(history)])


@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda cycle: cycle.name)
def test_a_life_of_each_lifecycle_says_the_same_in_any_context(lifecycle):
    @given(st.data())
    @settings(max_examples=size(6, 100), phases=[Phase.generate])
    def tried(data):
        events = life(lifecycle, PROFILE, data)
        usual = lived(lifecycle, events, PROFILE)
        for context in CONTEXTS.values():
            with localcontext(context):
                read = [type(one).model_validate(one.model_dump(mode="json")) for one in events]
                assert lived(lifecycle, read, PROFILE) == usual

    tried()


@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda cycle: cycle.name)
@pytest.mark.parametrize("context", ["six digits, away from zero", "one digit, none may be lost"])
def test_the_machine_of_each_lifecycle_keeps_its_laws_in_any_context(lifecycle, context):
    with localcontext(CONTEXTS[context]):
        machine = case_machine(lifecycle, PROFILE)
        run_state_machine_as_test(
            machine,
            settings=settings(max_examples=size(4, 40), stateful_step_count=8, phases=[Phase.generate]),
        )
    assert machine.seen
