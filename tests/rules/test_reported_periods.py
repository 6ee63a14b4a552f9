"""What reports of one order tell together, by hand: which ways are asked, and whom a contradiction leaves out."""

from datetime import date
from decimal import Decimal

from law189.extracts import OrderLine, Part, Way
from law189.measures import Unit
from law189.rules.orders.reported_periods import together
from law189.rules.orders.reported_rows import ReportRow
from law189.verdict import Outcome

SERVICE = "804200О.99.0.ББ52АЖ48000"
BEGINS = {1: date(2024, 1, 1), 2: date(2024, 4, 1), 3: date(2024, 7, 1), 4: date(2024, 10, 1)}
ENDS = {1: date(2024, 3, 31), 2: date(2024, 6, 30), 3: date(2024, 9, 30), 4: date(2024, 12, 31)}


def shares(**amounts):
    return tuple(Part(way=Way[way.upper()], amount=amount) for way, amount in amounts.items())


def reported(first, last, amount, **ways):
    return ReportRow(BEGINS[first], ENDS[last], SERVICE, Unit.PERSON_HOURS, Decimal(amount), shares(**ways))


def ordered(total, **ways):
    return (OrderLine(service=SERVICE, unit=Unit.PERSON_HOURS, total=total, parts=shares(**ways)),)


def told(row, earlier, lines):
    return {
        one.facts["way"]: (one.outcome, one.facts["before"], one.facts["together"])
        for one in together(row, earlier, lines)
    }


def test_every_ordered_way_is_asked_also_after_one_that_was_not_ordered():
    """What was rendered in a way that nobody ordered is told of its report alone."""
    order = ordered(10, certificate=10)
    assert told(
        reported(2, 2, 4, municipal_task=1, certificate=3), [reported(1, 1, 8, certificate=8)], order
    ) == {
        None: (Outcome.BREACH, Decimal(8), Decimal(12)),
        Way.CERTIFICATE.text: (Outcome.BREACH, Decimal(8), Decimal(11)),
    }


def test_an_order_of_nothing_is_asked_in_all():
    """A report of nothing adds nothing, and what was beyond the order before is not told again."""
    found = told(reported(2, 2, 0), [reported(1, 1, 8)], ordered(0, certificate=0))
    assert found == {None: (Outcome.HOLDS, Decimal(8), Decimal(8))}


def test_of_reports_that_contradict_each_other_those_count_that_agree_with_the_new_one():
    """Of the first quarter four were told, of the half-year six; five of the second quarter leave only the four."""
    earlier = [reported(1, 1, 4), reported(1, 2, 6)]
    assert told(reported(2, 2, 5), earlier, ordered(5, certificate=5)) == {
        None: (Outcome.BREACH, Decimal(6), Decimal(9)),
    }
