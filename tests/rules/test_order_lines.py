"""A certificate beside the lines of the order: lines in different units make no sum, and that is said."""

from hypothesis import given
from hypothesis import strategies as st

from law189.extracts import CertificateLine
from law189.measures import Unit, Volume
from law189.rules.orders.order_lines import within_line
from law189.verdict import DECISION, Outcome

SERVICES = ("804200О.99.0.ББ52АЖ48000", "804200О.99.0.ББ52АЖ72000", "804200О.99.0.ББ52АЖ96000")
UNITS = (Unit.PERSON_HOURS, Unit.HOURS_A_WEEK, Unit.ROUBLES)
LINES = st.lists(st.tuples(st.sampled_from(UNITS), st.integers(1, 100)), min_size=1, max_size=3)


@given(LINES, st.sampled_from(UNITS), st.integers(1, 250))
def test_lines_in_different_units_are_not_added(lines, unit, asked):
    own = [
        CertificateLine(service=service, unit=line, amount=amount)
        for service, (line, amount) in zip(SERVICES, lines, strict=False)
    ]
    told = within_line(Volume(amount=asked, unit=unit), SERVICES, own)
    units, inside = {line for line, _ in lines}, sum(amount for line, amount in lines if line is unit)
    if unit not in units:
        assert told.outcome is Outcome.VOID
        assert told.facts["ordered"] == (sum(amount for _, amount in lines) if len(units) == 1 else None)
        return
    assert told.facts["ordered"] == inside
    if len(units) > 1:
        assert (told.outcome, told.asks) == (Outcome.UNKNOWN, (DECISION,))
    else:
        assert told.outcome is (Outcome.HOLDS if asked <= inside else Outcome.VOID)
