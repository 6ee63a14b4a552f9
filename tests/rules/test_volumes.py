"""Shares that make a whole, services named once, reports that match the order, and balances."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from law189.extracts import OrderLine, Way
from law189.measures import Unit, Volume
from law189.profile.loader import load_profile
from law189.rules.volumes import covered, executed, once, positive, reported, shares
from law189.verdict import Outcome, Verdict

CITE = load_profile("kemerovo").latest.cite("189-fz/art19.part1")
LETTER, DIGIT, OTHER = "804200О.99.0.ББ52АЖ48000", "8042000.99.0.ББ52АЖ48000", "804200О.99.0.ББ52АЕ11000"
BY_LETTER = {"S1": "by_letter"}
HOURS, ROUBLES = Unit.PERSON_HOURS, Unit.ROUBLES
UNITS = st.sampled_from(list(Unit))
AMOUNTS = st.integers(0, 10**14).map(lambda kopecks: Decimal(kopecks).scaleb(-2))


def line(total, *parts, unit=HOURS):
    split = [{"way": way, "amount": amount} for way, amount in parts]
    return OrderLine(service=LETTER, unit=unit, total=total, parts=split)


@st.composite
def splits(draw):
    """A disjoint split of a whole: each way at most once, and what the shares make."""
    ways = draw(st.lists(st.sampled_from(list(Way)), min_size=1, unique=True))
    parts = [(way, draw(AMOUNTS)) for way in ways]
    return parts, sum((amount for _, amount in parts), Decimal(0)), draw(UNITS)


# ─── Shares ──────────────────────────────────────────────────────────────────────────────────────────────


@given(splits())
def test_any_disjoint_split_of_a_whole_holds(split):
    parts, total, unit = split
    verdict = shares(line(total, *parts, unit=unit), CITE)
    assert verdict.outcome is Outcome.HOLDS
    assert verdict.facts["difference"] == 0
    assert verdict.cites == (CITE,)


@given(splits(), AMOUNTS)
def test_a_split_that_misses_the_whole_by_a_kopeck_or_more_is_void_and_says_by_how_much(split, total):
    parts, whole, unit = split
    assume(total != whole)
    verdict = shares(line(total, *parts, unit=unit), CITE)
    assert verdict.outcome is Outcome.VOID
    assert verdict.facts["difference"] == whole - total


@given(splits(), st.data())
def test_a_split_in_which_a_way_comes_twice_is_void_though_it_makes_the_whole(split, data):
    parts, whole, unit = split
    way, again = data.draw(st.sampled_from(parts)), data.draw(AMOUNTS)
    assume(whole + again < 10**15)
    verdict = shares(line(whole + again, *parts, (way[0], again), unit=unit), CITE)
    assert verdict.outcome is Outcome.VOID
    assert verdict.facts["difference"] == 0
    assert verdict.facts["doubled"] == (way[0].text,)


def test_shares_are_exact_where_binary_fractions_would_not_be():
    parts = (("municipal-task", "0.10"), ("certificate", "0.20"))
    assert shares(line("0.30", *parts)).outcome is Outcome.HOLDS
    assert shares(line("0.31", *parts)).outcome is Outcome.VOID


def test_a_sentence_on_shares_shows_the_difference_and_the_way_that_came_twice():
    said = shares(line(10, ("certificate", 4), ("certificate", 5))).text
    assert "difference: -1; ways named more than once: social certificate" in said.en
    assert "разница: -1; способы, названные более одного раза: социальный сертификат" in said.ru


# ─── Each service once ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("services", "doubled"),
    [
        ([LETTER], ()),
        ([LETTER, OTHER], ()),
        ([LETTER, OTHER, LETTER], (LETTER,)),
        ([LETTER, LETTER, OTHER, LETTER, OTHER], (LETTER, OTHER)),
        ([LETTER, " 804200О.99.0. ББ52АЖ48000"], (LETTER,)),
        (["кружок", "кружок"], ("кружок",)),
    ],
)
def test_each_service_is_named_once_however_its_number_is_printed(services, doubled):
    verdict = once(services, CITE)
    assert verdict.outcome is (Outcome.VOID if doubled else Outcome.HOLDS)
    assert (verdict.facts["doubled"], verdict.reading, verdict.cites) == (doubled, None, (CITE,))


@pytest.mark.parametrize(
    ("services", "outcome"),
    [
        (["кружок"], Outcome.HOLDS),
        (["кружок", "секция"], Outcome.UNKNOWN),
        ([LETTER, "кружок"], Outcome.UNKNOWN),
        ([LETTER, LETTER, "кружок"], Outcome.VOID),
    ],
)
def test_a_number_that_does_not_read_may_be_that_of_another_line(services, outcome):
    verdict = once(services)
    assert verdict.outcome is outcome
    assert ("кружок — does not read" in verdict.text.en) is (outcome is Outcome.UNKNOWN)


def test_reading_s1_says_whether_the_digit_and_the_letter_are_the_same_line():
    one_service = once([DIGIT, LETTER])
    assert one_service.outcome is Outcome.VOID
    assert (one_service.reading.code, one_service.reading.choice) == ("S1", "one_service")
    assert [other.outcome for other in one_service.reading.otherwise] == [Outcome.HOLDS]
    by_letter = once([DIGIT, LETTER], choices=BY_LETTER)
    assert by_letter.outcome is Outcome.HOLDS
    assert [other.outcome for other in by_letter.reading.otherwise] == [Outcome.VOID]


# ─── The report ──────────────────────────────────────────────────────────────────────────────────────────


def of(service, amount, unit=HOURS):
    return service, Volume(amount=amount, unit=unit)


ORDERED = [of(LETTER, 1000), of(OTHER, 500, ROUBLES)]
DONE, PAID = ORDERED
CLUB, LATIN = of("804200О.99.0.ББ52АЖ48001", 1), of("804200О.99.0.ББ52AE11000", 500, ROUBLES)


@pytest.mark.parametrize(
    ("achieved", "wrong"),
    [
        ([DONE, PAID], {}),
        ([PAID, DONE], {}),
        ([DONE], {"missing": (OTHER,)}),
        ([], {"missing": (LETTER, OTHER)}),
        ([DONE, PAID, PAID], {"doubled": (OTHER,)}),
        ([DONE, PAID, CLUB], {"foreign": (CLUB[0],)}),
        ([DONE, of(OTHER, 500)], {"measured": (OTHER,)}),
        (
            [of(LETTER, 1000, ROUBLES), CLUB],
            {"missing": (OTHER,), "foreign": (CLUB[0],), "measured": (LETTER,)},
        ),
    ],
)
def test_a_report_has_each_ordered_service_exactly_once_and_in_its_unit(achieved, wrong):
    verdict = reported(ORDERED, achieved, CITE)
    assert verdict.outcome is (Outcome.VOID if wrong else Outcome.HOLDS)
    assert {name: fact for name, fact in verdict.facts.items() if fact} == wrong
    assert (verdict.reading, verdict.cites) == (None, (CITE,))


@given(st.permutations(ORDERED), st.integers(0, 1))
def test_a_report_in_any_order_holds_and_without_any_one_of_its_lines_does_not(achieved, place):
    assert reported(ORDERED, achieved).outcome is Outcome.HOLDS
    assert reported(ORDERED, achieved[:place] + achieved[place + 1 :]).outcome is Outcome.VOID


def test_a_report_that_prints_the_digit_turns_on_reading_s1():
    printed = [of(DIGIT, 1500), PAID]
    verdict = reported(ORDERED, printed)
    assert (verdict.outcome, verdict.reading.choice) == (Outcome.HOLDS, "one_service")
    by_letter = reported(ORDERED, printed, choices=BY_LETTER)
    assert (by_letter.outcome, by_letter.facts["foreign"]) == (Outcome.VOID, (DIGIT,))
    over = executed(ORDERED, printed)
    assert (over.outcome, over.reading.code) == (Outcome.BREACH, "S1")
    assert executed(ORDERED, printed, choices=BY_LETTER).outcome is Outcome.HOLDS


def test_a_number_that_does_not_read_leaves_open_whether_the_report_is_whole():
    verdict = reported(ORDERED, [DONE, LATIN], CITE)
    assert (verdict.outcome, verdict.facts["missing"], verdict.facts["foreign"]) == (Outcome.UNKNOWN, (), ())
    assert "does not read; it has Latin letters" in verdict.text.en
    assert reported(ORDERED, [DONE, LATIN, CLUB]).outcome is Outcome.VOID


# ─── Quantities are compared where both stand in one case ────────────────────────────────────────────────


@given(AMOUNTS, AMOUNTS, UNITS)
def test_a_report_tells_what_was_ordered_rendered_and_the_exact_deviation_and_more_is_a_breach(
    asked, done, unit
):
    verdict = executed([of(LETTER, asked, unit)], [of(LETTER, done, unit)], CITE)
    assert verdict.outcome is (Outcome.BREACH if done > asked else Outcome.HOLDS)
    assert verdict.facts == {
        "ordered": {LETTER: asked},
        "achieved": {LETTER: done},
        "deviation": {LETTER: done - asked},
    }
    assert (verdict.reading, verdict.cites) == (None, (CITE,))
    assert Verdict.from_json(verdict.as_json()) == verdict


def test_nothing_rendered_is_told_and_is_no_fault_of_the_report():
    verdict = executed(ORDERED, [of(LETTER, 0), PAID])
    assert verdict.outcome is Outcome.HOLDS
    assert f"deviation: {LETTER} — -1000, {OTHER} — 0" in verdict.text.en
    assert f"отклонение: {LETTER} — -1000 и {OTHER} — 0" in verdict.text.ru


def test_one_service_beyond_its_order_is_a_breach_whatever_the_others_left_undone():
    assert executed(ORDERED, [of(LETTER, "1000.01"), of(OTHER, 0, ROUBLES)]).outcome is Outcome.BREACH
    assert executed(ORDERED, [of(LETTER, 1000), of(OTHER, 0, ROUBLES)]).outcome is Outcome.HOLDS


def test_what_has_another_unit_or_was_not_ordered_is_compared_with_nothing():
    verdict = executed(ORDERED, [of(LETTER, 5000, ROUBLES), CLUB])
    assert (verdict.outcome, verdict.facts["deviation"]) == (Outcome.HOLDS, {})


# ─── Balances ────────────────────────────────────────────────────────────────────────────────────────────


@given(AMOUNTS, AMOUNTS, UNITS, UNITS)
def test_a_balance_covers_what_is_no_more_than_it_in_the_same_unit(asked, there, unit, other):
    verdict = covered(Volume(amount=asked, unit=unit), Volume(amount=there, unit=other), CITE)
    assert (verdict.outcome is Outcome.HOLDS) is (unit is other and asked <= there)
    assert verdict.outcome in {Outcome.HOLDS, Outcome.VOID}
    assert verdict.cites == (CITE,)


def test_without_a_balance_nobody_knows():
    verdict = covered(Volume(amount=8, unit="roubles"), None, CITE)
    assert (verdict.outcome, verdict.cites) == (Outcome.UNKNOWN, (CITE,))
    assert [ask.path for ask in verdict.asks] == ["event.certificate"]


@given(AMOUNTS, UNITS)
def test_only_more_than_zero_is_a_volume(amount, unit):
    verdict = positive(Volume(amount=amount, unit=unit), CITE)
    assert verdict.outcome is (Outcome.HOLDS if amount else Outcome.VOID)
    assert verdict.cites == (CITE,)
