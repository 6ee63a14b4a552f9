"""Чертёж (drawing): a lifecycle as a picture, by the same clauses as everything else.

`as_svg` draws it here, for a page light or dark and for paper: states in boxes, steps between them, each with its
provision. A step that leaves the state as it is stands inside the box of that state. `as_dot` writes the same for
Graphviz.

>>> from law189.workflows.meeting import lifecycle as meeting
>>> print(as_dot(meeting, "en").splitlines()[4])
    "planned";
>>> print(as_svg(meeting, "en").splitlines()[1])
<title>meeting of the working group</title>
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from law189.cases.clause import Assumed, Clause
from law189.cases.lifecycle import Lifecycle
from law189.cases.table import AT_ANY_TIME, flat
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Act, Lang, Text, about
from law189.profile.federal import federal_acts
from law189.profile.group import WorkingGroup
from law189.report.layered import Line, Place, Size, layered
from law189.report.page import escaped

__all__ = ["as_dot", "as_svg"]

ASSUMED = Text("принято библиотекой", "assumed by this library")
OF_GROUP = Text("положение о рабочей группе: ", "regulation of the working group: ")
LARGE, SMALL, EDGE, MARGIN = 13, 11, 9, 12
"""The height of letters of names and of provisions, the free edge within a box, that around the drawing."""
WIDEST = 190
"""How wide the words of a box may be before they go on to the next line."""
STYLE = (
    ".lifecycle{color:inherit;max-width:none;height:auto}"
    ".lifecycle:root{color:#1b1f24;background:#fff}"
    "@media (prefers-color-scheme:dark){.lifecycle:root{color:#e6e8ea;background:#15191d}}"
    '.lifecycle text{font:13px "PT Sans","Liberation Sans","DejaVu Sans",Arial,sans-serif;fill:currentColor}'
    ".lifecycle .state text.name{font-weight:bold}"
    ".lifecycle text.basis{font-size:11px;opacity:.8}"
    ".lifecycle rect{stroke:currentColor;fill:none}"
    ".lifecycle .state rect{fill:currentColor;fill-opacity:.07;stroke-width:1.5}"
    ".lifecycle .step rect{stroke-opacity:.45;stroke-dasharray:3 3}"
    ".lifecycle path.line{fill:none;stroke:currentColor;stroke-opacity:.7;stroke-width:1.3}"
    ".lifecycle path.head{fill:currentColor}"
)


class _Words(NamedTuple):
    """One line of words in a box: what it is (`name`, `step` or `basis`) and what it says."""

    kind: str
    said: str


class _Box(NamedTuple):
    """A box: what it is of, its lines, whether nothing follows it."""

    kind: str
    lines: tuple[_Words, ...]
    final: bool = False

    @property
    def size(self) -> Size:
        widths = [_width(one.said, SMALL if one.kind == "basis" else LARGE) for one in self.lines]
        return Size(max(widths) + 2 * EDGE, sum(_height(one) for one in self.lines) + 2 * EDGE)


@asked
def as_dot(cycle: Lifecycle[Any], lang: Lang) -> str:
    """The lifecycle in the language of Graphviz; a state where nothing follows has a double border."""
    final = must_be(cycle, Lifecycle).final
    lines = [
        f"digraph {_quoted(cycle.name)} {{",
        '    node [shape=box, style=rounded, fontname="sans-serif"];',
    ]
    lines += ['    edge [fontname="sans-serif"];', '    "[*]" [shape=point, label=""];']
    for state in cycle.states:
        lines.append(f"    {_quoted(state.value)}{' [peripheries=2]' if state.value in final else ''};")
    lines.append(f'    "[*]" -> {_quoted(cycle.initial.value)};')
    for clause in cycle.clauses:
        label = _quoted(clause.title[lang])
        lines += [f"    {_quoted(s)} -> {_quoted(clause.target)} [label={label}];" for s in clause.source]
    note = _quoted(AT_ANY_TIME[lang])
    lines.append(f'    "annulment" [shape=note, label={note}];')
    return "\n".join([*lines, "}"]) + "\n"


@asked
def as_svg(cycle: Lifecycle[Any], lang: Lang) -> str:
    """The lifecycle as a picture (SVG): every state and every step in words, with the provision of the step.

    A state where nothing follows has a double border. The text can be selected and searched; nothing is fetched.
    """
    boxes, leads = _boxes(must_be(cycle, Lifecycle), lang)
    laid = layered({name: box.size for name, box in boxes.items()}, leads)
    note = list(_wrapped(AT_ANY_TIME[lang], max(laid.width, WIDEST), SMALL))
    width = max([laid.width, *(_width(words, SMALL) for words in note)]) + 2 * MARGIN
    height = laid.height + 2 * MARGIN + (SMALL + 4) * len(note) + 6
    area = (
        f' width="{width:.0f}" height="{height:.0f}" viewBox="{-MARGIN} {-MARGIN} {width:.0f} {height:.0f}"'
    )
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="lifecycle" role="img" lang="{lang}"{area}>',
        f"<title>{escaped(cycle.title[lang])}</title>",
        f"<style>{STYLE}</style>",
    ]
    for line in laid.lines:
        lines += _line(line, 8 if boxes[line.target].kind == "state" else 6)
    for name, box in boxes.items():
        lines += _drawn(box, laid.places[name])
    for number, words in enumerate(note):
        y = laid.height + 6 + (SMALL + 4) * (number + 1)
        lines.append(f'<text class="basis" x="0" y="{y:.0f}">{escaped(words)}</text>')
    return "\n".join([*lines, "</svg>"]) + "\n"


def _boxes(cycle: Lifecycle[Any], lang: Lang) -> tuple[dict[str, _Box], list[tuple[str, str]]]:
    """Boxes by name, in the order in which the case goes on, and which of them lead to which."""
    boxes, leads = dict[str, _Box](), list[tuple[str, str]]()
    known = [state.value for state in cycle.states]
    between: dict[str, list[tuple[str, _Box]]] = {name: [] for name in known}
    for number, clause in enumerate(cycle.clauses):
        sources = [source for source in clause.source if source != clause.target]
        if sources:
            name = f"step {number}"
            after = min([*sources, clause.target], key=known.index)
            between[after].append((name, _Box("step", tuple(_step(clause, lang)))))
            leads += [*((source, name) for source in sources), (name, clause.target)]
    for state in cycle.states:
        title = cycle.words[state.value][lang]
        lines = [_Words("name", said) for said in _wrapped(title, WIDEST, LARGE)]
        for clause in cycle.clauses:
            if state.value == clause.target and state.value in clause.source:
                lines += _step(clause, lang, "↻ ")
        boxes[state.value] = _Box("state", tuple(lines), final=state.value in cycle.final)
        boxes.update(between[state.value])
    return boxes, leads


def _step(clause: Clause, lang: Lang, mark: str = "") -> Iterator[_Words]:
    """The name of a step and its provision."""
    yield from (_Words("step", said) for said in _wrapped(mark + clause.title[lang], WIDEST, LARGE))
    yield from (_Words("basis", said) for said in _wrapped(_provision(clause.basis, lang), WIDEST, SMALL))


def _provision(basis: str | Assumed, lang: Lang) -> str:
    """Which provision names the step: of a federal act, of the regulation of the group, or none that was read."""
    if isinstance(basis, Assumed):
        return ASSUMED[lang]
    act, slash, within = basis.partition("/")
    if slash:
        return _acts()[act].cite(within).label[lang]
    said = about(WorkingGroup, basis.rpartition(".")[2])
    assert said is not None, f"no key of the working group is called {basis}"
    return OF_GROUP[lang] + said.title[lang]


@cache
def _acts() -> Mapping[str, Act]:
    return federal_acts()


def _line(line: Line, head: int) -> Iterator[str]:
    """A line through its points, bent between two rows and straight along a row, with a head at its end."""
    first, *rest = line.points
    path = [f"M{first.x:.1f} {first.y:.1f}"]
    for number, (before, point) in enumerate(pairwise(line.points)):
        if number % 2 == 0:
            path.append(f"L{point.x:.1f} {point.y:.1f}")
        else:
            bend = (before.y + point.y) / 2
            path.append(f"C{before.x:.1f} {bend:.1f} {point.x:.1f} {bend:.1f} {point.x:.1f} {point.y:.1f}")
    end = rest[-1]
    back = -head if first.y < end.y else head
    yield f'<path class="line" d="{" ".join(path)}"/>'
    yield f'<path class="head" d="M{end.x:.1f} {end.y:.1f} l{-head / 2:g} {back} h{head} z"/>'


def _drawn(box: _Box, at: Place) -> Iterator[str]:
    """The box with its lines of words, each from its left edge."""
    width, height = box.size
    left, top = at.x - width / 2, at.y - height / 2
    yield f'<g class="{box.kind}">'
    radius = 8 if box.kind == "state" else 2
    for inner in (0, 3) if box.final else (0,):
        yield (
            f'<rect x="{left + inner:.1f}" y="{top + inner:.1f}" width="{width - 2 * inner:.1f}" '
            f'height="{height - 2 * inner:.1f}" rx="{radius}"/>'
        )
    y = top + EDGE
    for one in box.lines:
        y += _height(one)
        yield f'<text class="{one.kind}" x="{left + EDGE:.1f}" y="{y - 4:.1f}">{escaped(one.said)}</text>'
    yield "</g>"


def _wrapped(words: str, widest: float, letters: int) -> Iterator[str]:
    """The words in lines that are no wider, or of one word; a number stays with its «№»."""
    line = ""
    for word in flat(words).replace("№ ", "№\0").replace("No ", "No\0").split(" "):
        if line and _width(f"{line} {word}", letters) > widest:
            yield line
            line = ""
        line = f"{line} {word}".strip().replace("\0", " ")
    yield line or "—"


def _height(words: _Words) -> int:
    return (SMALL if words.kind == "basis" else LARGE) + 4


def _width(words: str, letters: int) -> float:
    """About how wide the words are in bold letters of any usual face, sooner too wide than too narrow."""
    return letters * sum(NARROW.get(sign, 0.92 if sign.isupper() or sign in WIDE else 0.71) for sign in words)


NARROW = dict.fromkeys(" .,:;()!'|-·", 0.42) | dict.fromkeys("iljtfrгтI1", 0.58)
WIDE = "жмфшщыюmw№—↻"


def _quoted(words: str) -> str:
    """The words as one quoted text of Graphviz, whatever they hold."""
    escaped = flat(words).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
