"""Столбцы по месяцам (months): how many first causes there are in each month, by outcome, as one drawing in SVG.

The columns are measured alike, and each outcome has a colour and a hatching of its own, so that it is told apart in
black and white too. Where there are more months than a page holds, the columns are years.

>>> svg = "".join(months("Замечания", {"2024-01": {"void": 2}}, "ru"))
>>> svg.startswith('<svg class="months"'), "2024-01" in svg, "не имеет силы: 2" in svg
(True, True, True)
>>> "".join(months("Замечания", {}, "ru"))
''
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from law189.law import Lang
from law189.report.page import escaped
from law189.verdict import Outcome

__all__ = ["MONTHS", "months"]

MOST = 36
"""How many months a page holds."""
WIDTH, HEIGHT, TOP, BOTTOM, LEFT = 1000, 240, 34, 40, 50
LEGEND, WIDEST = 200, 60
OUTCOMES = (Outcome.VOID, Outcome.BREACH, Outcome.UNKNOWN)
HATCHING = {Outcome.VOID: "", Outcome.BREACH: "M0 8 L8 0", Outcome.UNKNOWN: "M4 3.5 L4 4.5"}
MONTHS = """
.months { width: 100%; height: auto; margin: .5em 0 1em; color: inherit }
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


def months(title: str, by_month: Mapping[str, Mapping[str, int]], lang: Lang) -> Iterator[str]:
    """The drawing as lines of SVG; none where nothing was found."""
    columns = _columns(by_month)
    most = max((sum(column.values()) for column in columns.values()), default=0)
    if not most:
        return
    yield f'<svg class="months" viewBox="0 0 {WIDTH} {TOP + HEIGHT + BOTTOM}" role="img">'
    yield f"<title>{escaped(title)}</title>"
    yield from _legend(lang)
    base = TOP + HEIGHT
    yield f'<path class="axis" d="M{LEFT} {TOP} V{base} H{WIDTH}"/>'
    yield f'<text x="{LEFT - 8}" y="{TOP + 10}" text-anchor="end">{most}</text>'
    yield f'<text x="{LEFT - 8}" y="{base}" text-anchor="end">0</text>'
    each = (WIDTH - LEFT) / len(columns)
    beside = max(1, round(len(columns) * 62 / (WIDTH - LEFT) + 0.49))
    for number, (name, column) in enumerate(columns.items()):
        x = LEFT + number * each
        yield from _column(name, column, x, each, most, lang)
        if number % beside == 0:
            yield f'<text x="{x + each / 2:.1f}" y="{base + 20}" text-anchor="middle">{escaped(name)}</text>'
    yield "</svg>"


def _columns(by_month: Mapping[str, Mapping[str, int]]) -> dict[str, Counter[str]]:
    """The count of each month in order, or of each year where the months are too many."""
    size = 7 if len(by_month) <= MOST else 4
    columns: dict[str, Counter[str]] = {}
    for month in sorted(by_month):
        columns.setdefault(month[:size], Counter()).update(by_month[month])
    return columns


def _legend(lang: Lang) -> Iterator[str]:
    yield "<defs>"
    for outcome, path in HATCHING.items():
        if path:
            yield f'<pattern id="m-{outcome.value}" width="8" height="8" patternUnits="userSpaceOnUse">'
            yield f'<path class="hatching" d="{path}"/></pattern>'
    yield "</defs>"
    for number, outcome in enumerate(OUTCOMES):
        x = LEFT + number * LEGEND
        yield from _box(outcome, x, 4, 14, 14, outcome.text[lang])
        yield f'<text x="{x + 22}" y="16">{escaped(outcome.text[lang])}</text>'


def _column(
    name: str, column: Mapping[str, int], x: float, each: float, most: int, lang: Lang
) -> Iterator[str]:
    width = min(each * 0.8, WIDEST)
    left, y = x + (each - width) / 2, float(TOP + HEIGHT)
    for outcome in OUTCOMES:
        count = column.get(outcome.value, 0)
        if count:
            height = count * HEIGHT / most
            y -= height
            yield from _box(outcome, left, y, width, height, f"{name}, {outcome.text[lang]}: {count}")


def _box(outcome: Outcome, x: float, y: float, width: float, height: float, says: str) -> Iterator[str]:
    where = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    yield f'<rect class="part {outcome.value}" {where}><title>{escaped(says)}</title></rect>'
    if HATCHING[outcome]:
        yield f'<rect fill="url(#m-{outcome.value})" pointer-events="none" {where}/>'
