"""Заказ изменён после отчётов (amended after reports): it covers what was reported already.

>>> from datetime import date
>>> from decimal import Decimal
>>> from law189.extracts import Part
>>> parts = (Part(way="municipal-task", amount=100),)
>>> line = OrderLine(service="804200О.99.0.ББ52АЖ48000", unit="person-hours", total=100, parts=parts)
>>> row = ReportRow(date(2024, 1, 1), date(2024, 3, 31), line.service, line.unit, Decimal(80))
>>> less = line.model_copy(update={"total": Decimal(70), "parts": (Part(way="municipal-task", amount=70),)})
>>> [one.outcome.value for one in amended_below((line,), (less,), (row,))]
['breach']
>>> list(amended_below((line,), (line,), (row,)))
[]
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from law189.extracts import OrderLine, Way
from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.readings import NO_CHOICES, S1, Chosen, under
from law189.rules.cures import order
from law189.rules.identifiers import named
from law189.rules.orders.reported_rows import ReportRow, beyond, may_be_of, ordered_of, rendered_of, spans_of
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["amended_below"]

BELOW = Rule(
    "execution.amended_below",
    Text(
        "Услуга {service}{way:; способ: …|}; было заказано, {unit}: {before}; теперь: {ordered}; по отчётам "
        "оказано: {together}; допустимое отклонение, процентов: {permitted}; заказ не уменьшают "
        "ниже оказанного и единицы оказанного не меняют.",
        "The service {service}{way:; the way: …|}; ordered before, {unit}: {before}; now: {ordered}; rendered by "
        "the reports: {together}; permitted deviation, per cent: {permitted}; an order is not cut "
        "below what was rendered, nor is its unit changed.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "После такого изменения оказанное остаётся без заказа, как и оказанное сверх него; изменённый заказ силы "
        "не теряет.",
        "After such a change what was rendered is left without an order, as what is rendered beyond one; the "
        "amended order keeps its effect.",
    ),
    cure=order.AMENDED_BELOW,
)


@asked
def amended_below(
    before: Sequence[OrderLine],
    lines: Sequence[OrderLine],
    reports: Sequence[ReportRow],
    *cites: Citation,
    permitted: Decimal | None = None,
    choices: Chosen = NO_CHOICES,
) -> Iterator[Verdict]:
    """Whether the lines that take the place of `before` still cover what was reported; a BREACH where not.

    Told of each line, and of each share of one, that gives less than before. A line that is left out, or is in
    another unit now, gives nothing.
    """
    for line in before:
        of_it = [one for one in reports if may_be_of(one, line.service, line.unit)]
        for way in (None, *(part.way for part in line.parts)) if of_it else ():
            verdict = _below(line, lines, of_it, way, permitted, cites, choices)
            if verdict is not None:
                yield verdict
            if way is None and verdict is not None and verdict.outcome is not Outcome.HOLDS:
                break


def _below(
    line: OrderLine,
    lines: Sequence[OrderLine],
    reports: Sequence[ReportRow],
    way: Way | None,
    permitted: Decimal | None,
    cites: Sequence[Citation],
    choices: Mapping[str, str],
) -> Verdict | None:
    before = ordered_of((line,), way)

    def told(choices: Mapping[str, str]) -> Verdict:
        own = [one for one in lines if named(line.service, (one.service,), choices) and one.unit is line.unit]
        ordered, rendered = (
            ordered_of(own, way),
            rendered_of(spans_of(reports, line.service, way, choices), line.unit),
        )
        return BELOW.judge(
            ordered >= before or not beyond(rendered, ordered, permitted),
            *cites,
            service=line.service,
            way=None if way is None else way.text,
            unit=line.unit.text,
            before=before,
            ordered=ordered,
            together=rendered,
            permitted=permitted,
        )

    verdict = under(choices, told, S1)
    same = Decimal(str(verdict.facts["ordered"])) >= before
    return None if same and verdict.reading is None else verdict
