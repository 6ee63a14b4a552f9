"""Столбики (bars): parts of a whole as horizontal bars in SVG, for a screen, light or dark, and for paper.

Each part has a colour and a hatching of its own, so that it is told apart in black and white too. A bar is as wide
as the page whatever it measures: bars of two units are not compared. A part below zero has no place in a bar; it is
told beside what the bar is of. Words are as large on a narrow screen as on a wide one.

>>> drawn = "".join(bars("Заказ", [Bar("2024", (Part("rendered", "оказано", Decimal(20), "20"),))]))
>>> drawn.startswith('<div class="bars"'), 'class="part rendered"' in drawn
(True, True)
>>> "".join(bars("Заказ", []))
''
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from law189.report.page import escaped

__all__ = ["BARS", "HATCHINGS", "LEGEND", "NARROW", "Bar", "Part", "bars", "box", "legend", "patterns"]

BAR, LINE = 26, 18
"""The height of a bar and of a line of words."""
LETTER, NARROW = 8, 320
"""About how wide a letter is, and a drawing on the narrowest screen."""

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

LEGEND = """
.legend { display: flex; flex-wrap: wrap; gap: .2em 1.4em; margin: .3em 0 .8em; padding: 0; list-style: none }
.legend svg { width: 16px; height: 16px; margin-right: .4em; vertical-align: -3px }
.patterns { position: absolute; width: 0; height: 0 }
@media print { .legend, .legend * { print-color-adjust: exact; -webkit-print-color-adjust: exact } }
"""
"""How the legend of a drawing looks."""

_BARS = """
.bars { margin: .5em 0 1em }
.bars > svg { display: block; width: 100%; overflow: hidden }
.bars text { font: 14px "PT Sans", "Liberation Sans", "DejaVu Sans", Arial, sans-serif; fill: currentColor }
.bars .of { font-weight: bold; margin: .6em 0 .1em }
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
BARS = f"{LEGEND}{_BARS}"
"""How the drawing looks."""


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
    """The drawing as lines of HTML with SVG; none where there are no bars."""
    if not of:
        return
    yield f'<div class="bars" role="group" aria-label="{escaped(title)}">'
    yield from patterns("h", HATCHINGS)
    yield from legend(
        "h", dict.fromkeys((_kind(part), part.name) for bar in of for part in bar.parts), HATCHINGS
    )
    for bar in of:
        yield from _bar(bar)
    yield "</div>"


def _kind(part: Part) -> str:
    return part.kind if part.kind in HATCHINGS else "other"


def patterns(name: str, hatchings: Mapping[str, str]) -> Iterator[str]:
    """The hatchings of a drawing, which takes no room."""
    yield '<svg class="patterns" aria-hidden="true"><defs>'
    for kind, path in hatchings.items():
        if path:
            yield f'<pattern id="{name}-{kind}" width="8" height="8" patternUnits="userSpaceOnUse">'
            yield f'<path class="hatching" d="{path}"/></pattern>'
    yield "</defs></svg>"


def legend(name: str, kinds: Iterable[tuple[str, str]], hatchings: Mapping[str, str]) -> Iterator[str]:
    """What each kind of part is called."""
    yield '<ul class="legend">'
    for kind, called in kinds:
        yield '<li><svg aria-hidden="true">'
        yield from box(name, kind, 'x="1" y="1" width="14" height="14"', "", hatchings)
        yield f"</svg>{escaped(called)}</li>"
    yield "</ul>"


def box(name: str, kind: str, where: str, says: str, hatchings: Mapping[str, str]) -> Iterator[str]:
    """A box of that kind, with its hatching over it."""
    told = f"<title>{escaped(says)}</title>" if says else ""
    yield f'<rect class="part {kind}" {where}>{told}</rect>'
    if hatchings[kind]:
        yield f'<rect fill="url(#{name}-{kind})" pointer-events="none" {where}/>'


def _bar(bar: Bar) -> Iterator[str]:
    """The words of a bar, the bar, and below it how much each part is that is wide enough."""
    below = "".join(f"; {part.name}: {part.words}" for part in bar.parts if part.amount < 0)
    shown = [part for part in bar.parts if part.amount > 0]
    whole, x = sum(float(part.amount) for part in shown), 0.0
    says = "; ".join(f"{part.name}: {part.words}" for part in shown)
    yield f'<p class="of">{escaped(f"{bar.of}{below}")}</p>'
    yield f'<svg height="{BAR + LINE + 2}" role="img" aria-label="{escaped(f"{bar.of}. {says}")}">'
    for part in shown:
        width = float(part.amount) * 100 / whole
        where = f'x="{x:.3f}%" y="1" width="{width:.3f}%" height="{BAR}"'
        yield from box("h", _kind(part), where, f"{part.name}: {part.words}", HATCHINGS)
        if width * NARROW / 100 >= LETTER * len(part.words) + 6:
            yield f'<text x="{x:.3f}%" dx="3" y="{BAR + LINE - 1}">{escaped(part.words)}</text>'
        x += width
    yield "</svg>"
