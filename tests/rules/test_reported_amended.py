"""An order that takes the place of another, beside what was reported: who is not cut is not to blame."""

from datetime import date
from decimal import Decimal

from law189.extracts import OrderLine, Part, Way
from law189.measures import Unit
from law189.rules.orders.reported_amended import amended_below
from law189.rules.orders.reported_rows import ReportRow
from law189.verdict import Outcome

LETTER, DIGIT = "804200О.99.0.ББ52АЖ48000", "8042000.99.0.ББ52АЖ48000"
"""One service, its seventh character the letter «О» or the digit 0."""


def line(service, amount):
    part = Part(way=Way.CERTIFICATE, amount=amount)
    return OrderLine(service=service, unit=Unit.PERSON_HOURS, total=amount, parts=(part,))


def reported(amount):
    return ReportRow(date(2024, 1, 1), date(2024, 3, 31), LETTER, Unit.PERSON_HOURS, Decimal(amount))


def test_a_line_of_as_much_as_before_is_not_below_what_was_reported_beyond_it():
    """More was reported than either orders. What turns on is only whether the new line is of that service."""
    found = [*amended_below((line(LETTER, 10),), (line(DIGIT, 10),), [reported(12)])]
    assert [(one.outcome, one.reading.code, one.facts["ordered"]) for one in found] == [
        (Outcome.HOLDS, "S1", Decimal(10))
    ]


def test_a_line_of_as_much_as_before_is_not_asked_of():
    assert [*amended_below((line(LETTER, 10),), (line(LETTER, 10),), [reported(12)])] == []
