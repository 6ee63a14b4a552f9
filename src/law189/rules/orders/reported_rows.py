"""Строки отчётов о заказе (rows of reports): what each tells of its days, of one service, in all and by way.

Amounts of separate days are added, but for persons, of whom one may be told of twice, and hours a week, which are
so many in each week.

>>> row = ReportRow(date(2024, 1, 1), date(2024, 3, 31), "804200О.99.0.ББ52АЖ48000", Unit.PERSON_HOURS, Decimal(80))
>>> both = row.span(None), row._replace(since=date(2024, 4, 1), until=date(2024, 6, 30)).span(None)
>>> rendered_of(both, Unit.PERSON_HOURS), rendered_of(both, Unit.PERSONS)
(Decimal('160'), Decimal('80'))
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from law189.extracts import OrderLine, Part, Way
from law189.kinds.asked import asked, made_asked, methods_asked
from law189.measures import EXACT, Unit, total
from law189.readings import S1, Chosen
from law189.rules.identifiers import named
from law189.rules.orders.execution import permits
from law189.rules.orders.summed import SpanTold, agreeing, exactly, of_days

__all__ = [
    "NOT_ADDED",
    "ReportRow",
    "beyond",
    "in_all",
    "may_be_of",
    "ordered_of",
    "rendered_of",
    "spans_of",
    "ways_of",
]

NOTHING = Decimal(0)


@made_asked
@methods_asked
class ReportRow(NamedTuple):
    """Строка отчёта: its period, the service, how much of it, and of that in each way where the report says so."""

    since: date
    until: date
    service: str
    unit: Unit
    amount: Decimal
    parts: tuple[Part, ...] = ()

    def span(self, way: Way | None) -> SpanTold:
        """How much in the way, or in all; where the report does not tell the ways apart, no more than all."""
        if way is None:
            return exactly(self.since, self.until, self.amount)
        if not self.parts:
            return SpanTold(self.since, self.until, NOTHING, self.amount, self.amount)
        return exactly(self.since, self.until, _of_way(self.parts, way))


def _of_way(parts: Iterable[Part], way: Way) -> Decimal:
    return total(part.amount for part in parts if part.way is way)


# ─── Какие строки — об одной услуге, и сколько в них вместе ──────────────────────────────────────────────

NOT_ADDED = frozenset({Unit.PERSONS, Unit.HOURS_A_WEEK})
"""One person may be told of in two periods, and hours a week are so many in each week."""


@asked
def may_be_of(row: ReportRow, service: str, unit: Unit) -> bool:
    """Whether the row is of the service in that unit under some choice of reading S1."""
    return row.unit is unit and any(named(service, (row.service,), {S1.code: one}) for one in S1.choices)


@asked
def spans_of(
    rows: Iterable[ReportRow], service: str, way: Way | None, choices: Chosen
) -> tuple[SpanTold, ...]:
    """What the rows of the service say, in the way or in all; reading S1 says which numbers mean one service."""
    return tuple(one.span(way) for one in rows if named(service, (one.service,), choices))


@asked
def ways_of(*rows: ReportRow) -> tuple[Way, ...]:
    """The ways that the rows tell, as the law lists them."""
    told = {part.way for row in rows for part in row.parts}
    return tuple(way for way in Way if way in told)


@asked
def ordered_of(lines: Iterable[OrderLine], way: Way | None) -> Decimal:
    """How much the lines order in the way, or in all."""
    return total(line.total if way is None else _of_way(line.parts, way) for line in lines)


@asked
def rendered_of(spans: Sequence[SpanTold], unit: Unit) -> Decimal:
    """How much was rendered at least by the reports; of what is not added, the most that one of them tells."""
    if unit in NOT_ADDED:
        return max((one.least for one in spans if one.forward), default=NOTHING)
    return max(in_all(group) for group in agreeing(spans))


@asked
def in_all(spans: Sequence[SpanTold]) -> Decimal:
    """How much on all days of the spans together, at least."""
    if not spans:
        return NOTHING
    return of_days(spans, min(one.since for one in spans), max(one.until for one in spans)).least


@asked
def beyond(amount: Decimal, ordered: Decimal, permitted: Decimal | None) -> bool:
    """Whether so much is more than ordered, and more than a permitted deviation allows."""
    over = EXACT.subtract(amount, ordered)
    return over > 0 and not (permitted is not None and permits(permitted, ordered, over))
