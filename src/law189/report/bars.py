"""Столбики (bars): parts of a whole as horizontal bars in SVG, for a screen, light or dark, and for paper.

Each part has a colour and a hatching of its own, so that it is told apart in black and white too. A bar is as wide
as the page whatever it measures: bars of two units are not compared. A part below zero has no place in a bar; it is
told beside what the bar is of.

>>> svg = "".join(bars("Заказ", [Bar("2024", (Part("rendered", "оказано", Decimal(20), "20"),))]))
>>> svg.startswith('<svg class="bars"'), 'class="part rendered"' in svg
(True, True)
>>> "".join(bars("Заказ", []))
''
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from law189.report.page import escaped

__all__ = ["BARS", "HATCHINGS", "Bar", "Part", "bars"]

WIDTH, BAR, LINE, LEGEND = 1000, 26, 18, 210
"""The width of the drawing, the height of a bar and of a line of words, the width of a place in the legend."""
LETTER = 8
"""About how wide a letter is."""

HATCHINGS = {
    "rendered": "",
    "held": "M0 8 L8 0",
    "live": "M4 3.5 L4 4.5",
    "expired": "M0 8 L8 0 M0 0 L8 8",
    "remainder": "M0 4 L8 4",
    "municipal-task": "M4 0 L4 8",
    "competition": "M4 0 L4 8 M0 4 L8 4",
    "done": "",
    "due": "M0 8 L8 0",
    "overdue": "M0 8 L8 0 M0 0 L8 8",
    "ahead": "M4 3.5 L4 4.5",
    "other": "M0 0 L8 8",
}
"""How each kind of part is hatched: a path in a square of 8; no path leaves it plain."""

BARS = """
.bars { width: 100%; height: auto; margin: .5em 0 1em; color: inherit }
.bars text { font: 14px "PT Sans", "Liberation Sans", "DejaVu Sans", Arial, sans-serif; fill: currentColor }
.bars .of { font-weight: bold }
.bars .part { stroke: currentColor; stroke-width: 1 }
.bars .hatching { stroke: currentColor; stroke-width: 1; fill: none }
.bars .rendered { fill: #3f7fbf }
.bars .done { fill: #8fc79a }
.bars .due { fill: #f1c55f }
.bars .overdue { fill: #dd8a80 }
.bars .ahead { fill: #dbe6f2 }
.bars .held { fill: #9cc3e6 }
.bars .live { fill: #d7ecd9 }
.bars .expired { fill: #e3b9a5 }
.bars .remainder { fill: #fff6d6 }
.bars .municipal-task, .bars .competition, .bars .other { fill: #e4e4e4 }
@media print { .bars, .bars * { print-color-adjust: exact; -webkit-print-color-adjust: exact } }
@media screen and (prefers-color-scheme: dark) {
  .bars .rendered { fill: #2f6ba6 }
  .bars .held { fill: #254a6b }
  .bars .done { fill: #2c6238 }
  .bars .due { fill: #7d5a12 }
  .bars .overdue { fill: #8a352c }
  .bars .ahead { fill: #2c3b4c }
  .bars .live { fill: #27472c }
  .bars .expired { fill: #6a3d2a }
  .bars .remainder { fill: #55491a }
  .bars .municipal-task, .bars .competition, .bars .other { fill: #3a3a3a }
}
"""


class Part(NamedTuple):
    """Часть: its kind, its name, how much it is, and that in words."""

    kind: str
    name: str
    amount: Decimal
    words: str


class Bar(NamedTuple):
    """Столбик: what it is of, and its parts from left to right."""

    of: str
    parts: tuple[Part, ...]


def bars(title: str, of: Sequence[Bar]) -> Iterator[str]:
    """The drawing as lines of SVG; none where there are no bars."""
    if not of:
        return
    legend = dict.fromkeys((_kind(part), part.name) for bar in of for part in bar.parts)
    rows = -(-len(legend) * LEGEND // WIDTH)
    top = rows * (LINE + 6)
    each = BAR + 2 * LINE + 14
    height = top + len(of) * each
    yield f'<svg class="bars" viewBox="0 0 {WIDTH} {height}" role="img">'
    yield f"<title>{escaped(title)}</title>"
    yield from _hatchings()
    yield from _legend(legend)
    for number, bar in enumerate(of):
        yield from _bar(bar, top + number * each)
    yield "</svg>"


def _kind(part: Part) -> str:
    return part.kind if part.kind in HATCHINGS else "other"


def _hatchings() -> Iterator[str]:
    yield "<defs>"
    for kind, path in HATCHINGS.items():
        if path:
            yield f'<pattern id="h-{kind}" width="8" height="8" patternUnits="userSpaceOnUse">'
            yield f'<path class="hatching" d="{path}"/></pattern>'
    yield "</defs>"


def _box(kind: str, x: float, y: int, width: float, height: int, says: str) -> Iterator[str]:
    """A box of that kind, with its hatching over it."""
    where = f'x="{x:.1f}" y="{y}" width="{width:.1f}" height="{height}"'
    yield f'<rect class="part {kind}" {where}><title>{escaped(says)}</title></rect>'
    if HATCHINGS[kind]:
        yield f'<rect fill="url(#h-{kind})" pointer-events="none" {where}/>'


def _legend(names: Iterable[tuple[str, str]]) -> Iterator[str]:
    in_row = WIDTH // LEGEND
    for number, (kind, name) in enumerate(names):
        x, y = number % in_row * LEGEND, number // in_row * (LINE + 6)
        yield from _box(kind, x + 1, y + 2, 14, 14, name)
        yield f'<text x="{x + 22}" y="{y + 14}">{escaped(name)}</text>'


def _bar(bar: Bar, top: int) -> Iterator[str]:
    """The words of a bar, the bar, and below it how much each part is that is wide enough."""
    below = "".join(f"; {part.name}: {part.words}" for part in bar.parts if part.amount < 0)
    yield f'<text class="of" x="0" y="{top + LINE}">{escaped(f"{bar.of}{below}")}</text>'
    shown = [part for part in bar.parts if part.amount > 0]
    whole, x = sum(float(part.amount) for part in shown), 1.0
    for part in shown:
        width = float(part.amount) * (WIDTH - 2) / whole
        yield from _box(_kind(part), x, top + LINE + 6, width, BAR, f"{part.name}: {part.words}")
        if width >= LETTER * len(part.words) + 6:
            yield f'<text x="{x + 2:.1f}" y="{top + LINE + BAR + 22}">{escaped(part.words)}</text>'
        x += width
