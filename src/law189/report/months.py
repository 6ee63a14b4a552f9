"""Столбцы по месяцам (months): how many first causes there are in each month, by outcome, as one drawing in SVG.

The columns are measured alike, and each outcome has a colour and a hatching of its own, so that it is told apart in
black and white too. Where there are more months than a page holds, the columns are years.

>>> svg = "".join(months("Замечания", {"2024-01": {"void": 2}}, "ru"))
>>> svg.startswith('<div class="months"'), "2024-01" in svg, "не имеет силы: 2" in svg
(True, True, True)
>>> "".join(months("Замечания", {}, "ru"))
''
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from law189.law import Lang
from law189.report.bars import LEGEND, NARROW, box, legend, patterns
from law189.report.page import escaped
from law189.verdict import Outcome

__all__ = ["MONTHS", "months"]

MOST = 36
"""How many months a page holds."""
HEIGHT, TOP, BOTTOM = 240, 22, 30
LABEL, LETTERS = 62, 16
"""How wide the name of a month is, and how many per cent of its place a column leaves free on each side."""
OUTCOMES = (Outcome.VOID, Outcome.BREACH, Outcome.UNKNOWN)
HATCHING = {Outcome.VOID.value: "", Outcome.BREACH.value: "M0 8 L8 0", Outcome.UNKNOWN.value: "M4 3.5 L4 4.5"}
_MONTHS = """
.months { margin: .5em 0 1em }
.months > svg { display: block; width: 100%; overflow: hidden }
.months text { font: 13px "PT Sans", "Liberation Sans", "DejaVu Sans", Arial, sans-serif; fill: currentColor }
.months .part { stroke: currentColor; stroke-width: 1 }
.months .axis, .months .hatching { stroke: currentColor; stroke-width: 1; fill: none }
.months .void { fill: #b3404a }
.months .breach { fill: #e9b872 }
.months .unknown { fill: #cfd8e3 }
@media print { .months, .months * { print-color-adjust: exact; -webkit-print-color-adjust: exact } }
@media screen and (prefers-color-scheme: dark) {
  .months .void { fill: #b8525b }
  .months .breach { fill: #7d5a22 }
  .months .unknown { fill: #3a4652 }
}
"""
MONTHS = f"{LEGEND}{_MONTHS}"
"""How the drawing looks."""


def months(title: str, by_month: Mapping[str, Mapping[str, int]], lang: Lang) -> Iterator[str]:
    """The drawing as lines of HTML with SVG; none where nothing was found."""
    columns = _columns(by_month)
    most = max((sum(column.values()) for column in columns.values()), default=0)
    if not most:
        return
    base, height = TOP + HEIGHT, TOP + HEIGHT + BOTTOM
    yield f'<div class="months" role="group" aria-label="{escaped(title)}">'
    yield from patterns("m", HATCHING)
    yield from legend("m", [(one.value, one.text[lang]) for one in OUTCOMES], HATCHING)
    yield f'<svg height="{height}" role="img" aria-label="{escaped(title)}">'
    yield f'<text x="0" y="14">{most}</text>'
    yield f'<line class="axis" x1="0" x2="100%" y1="{TOP}" y2="{TOP}" stroke-dasharray="2 4"/>'
    yield f'<line class="axis" x1="0" x2="100%" y1="{base}" y2="{base}"/>'
    each = 100 / len(columns)
    beside = -(-len(columns) * LABEL // NARROW)
    for number, (name, column) in enumerate(columns.items()):
        x = number * each
        yield from _column(name, column, x, each, most, lang)
        if number % beside == 0:
            yield f'<text x="{x + each / 2:.3f}%" y="{base + 20}" text-anchor="middle">{escaped(name)}</text>'
    yield "</svg></div>"


def _columns(by_month: Mapping[str, Mapping[str, int]]) -> dict[str, Counter[str]]:
    """The count of each month in order, or of each year where the months are too many."""
    size = 7 if len(by_month) <= MOST else 4
    columns: dict[str, Counter[str]] = {}
    for month in sorted(by_month):
        columns.setdefault(month[:size], Counter()).update(by_month[month])
    return columns


def _column(
    name: str, column: Mapping[str, int], x: float, each: float, most: int, lang: Lang
) -> Iterator[str]:
    width = each * (100 - 2 * LETTERS) / 100
    left, y = x + (each - width) / 2, float(TOP + HEIGHT)
    for outcome in OUTCOMES:
        count = column.get(outcome.value, 0)
        if count:
            height = count * HEIGHT / most
            y -= height
            where = f'x="{left:.3f}%" y="{y:.1f}" width="{width:.3f}%" height="{height:.1f}"'
            yield from box("m", outcome.value, where, f"{name}, {outcome.text[lang]}: {count}", HATCHING)
