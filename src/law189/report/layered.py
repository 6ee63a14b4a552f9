"""Расстановка по слоям (layered): where the boxes of a drawing stand and how its lines run, from top to bottom.

Boxes stand in rows, so that a line leads from a row to a lower one; a line that leads up is laid the other way
round. Where a line passes a row it has a place of its own there, so no line crosses a box and no two boxes overlap.
The same boxes and lines always give the same places.

>>> laid = layered({"a": Size(40, 20), "b": Size(60, 20)}, [("a", "b")])
>>> laid.places["a"], laid.places["b"]
(Place(x=30.0, y=10.0), Place(x=30.0, y=78.0))
>>> laid.width, laid.height, laid.lines[0].points[0], laid.lines[0].points[-1]
(60.0, 88.0, Place(x=30.0, y=20.0), Place(x=30.0, y=68.0))
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

__all__ = ["Laid", "Line", "Place", "Size", "layered"]

ASIDE, BETWEEN, STRAIGHT, THREAD, PORT, PASSES = 18.0, 48.0, 10.0, 10.0, 14.0, 24
"""The free space beside a box and between rows, how far a line runs straight out of a row, how wide a passing line
and a port are, how often it is tried."""


class Size(NamedTuple):
    """Размер: how wide and how high a box is."""

    width: float
    height: float


class Place(NamedTuple):
    """Место: a point of the drawing; of a box its middle."""

    x: float
    y: float


class Line(NamedTuple):
    """Линия: from which box to which, and the points that it passes, in pairs from the end of a row to the next."""

    source: str
    target: str
    points: tuple[Place, ...]


class Laid(NamedTuple):
    """Расстановка: the middle of every box, every line, and how large the whole is."""

    places: dict[str, Place]
    lines: tuple[Line, ...]
    width: float
    height: float


def layered(sizes: Mapping[str, Size], lines: Sequence[tuple[str, str]]) -> Laid:
    """The places of boxes and lines; a line whose source stands after its target in `sizes` leads up."""
    order = {name: number for number, name in enumerate(sizes)}
    down = [(a, b) if order[a] < order[b] else (b, a) for a, b in lines]
    rows, chains = _threaded(_rows(list(sizes), down), down)
    wide = {name: sizes[name].width if name in sizes else THREAD for row in rows for name in row}
    edges = [pair for chain in chains for pair in pairwise(chain)]
    rows = _untangled(rows, edges)
    across = _across(rows, edges, wide)
    least = min((across[name] - wide[name] / 2 for name in wide), default=0.0)
    across = {name: x - least for name, x in across.items()}
    heights = [max((sizes[name].height for name in row if name in sizes), default=0.0) for row in rows]
    tops = [sum(heights[:number]) + BETWEEN * number for number in range(len(rows))]
    middle = {name: tops[n] + heights[n] / 2 for n, row in enumerate(rows) for name in row}
    places = {name: Place(across[name], middle[name]) for name in sizes}
    bounds = {
        name: (tops[n] - STRAIGHT, tops[n] + heights[n] + STRAIGHT)
        for n, row in enumerate(rows)
        for name in row
    }
    ports = _ports(chains, across, wide)
    drawn = []
    for number, ((a, b), chain) in enumerate(zip(lines, chains, strict=True)):
        points = tuple(_points(number, chain, sizes, across, bounds, middle, ports))
        drawn.append(Line(a, b, points if chain[0] == a else points[::-1]))
    width = max((across[name] + wide[name] / 2 for name in wide), default=0.0)
    return Laid(places, tuple(drawn), width, tops[-1] + heights[-1] if rows else 0.0)


def _rows(names: list[str], down: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Each box one row below the lowest of those that lead to it."""
    row = dict.fromkeys(names, 0)
    for name in names:
        row[name] = max((row[a] + 1 for a, b in down if b == name), default=0)
    return [
        [name for name in names if row[name] == number] for number in range(max(row.values(), default=-1) + 1)
    ]


def _threaded(
    rows: list[list[str]], down: Sequence[tuple[str, str]]
) -> tuple[list[list[str]], list[tuple[str, ...]]]:
    """The rows with a place for every line that passes one, and of each line the places that it passes."""
    rows = [list(row) for row in rows]
    of = {name: number for number, row in enumerate(rows) for name in row}
    chains = []
    for number, (a, b) in enumerate(down):
        passed = []
        for between in range(of[a] + 1, of[b]):
            passed.append(f"\0{number}\0{between}")
            rows[between].append(passed[-1])
        chains.append((a, *passed, b))
    return rows, chains


def _untangled(rows: list[list[str]], edges: list[tuple[str, str]]) -> list[list[str]]:
    """The rows in an order in which few lines cross: each by the mean of its neighbours, down and up again."""
    best, fewest = rows, _crossings(rows, edges)
    for turn in range(PASSES):
        rows = [list(row) for row in rows]
        numbers = range(1, len(rows)) if turn % 2 == 0 else range(len(rows) - 2, -1, -1)
        for number in numbers:
            other = rows[number - 1 if turn % 2 == 0 else number + 1]
            at = {name: place for place, name in enumerate(other)}
            near = {name: _near(name, edges, at) for name in rows[number]}
            own = {name: float(place) for place, name in enumerate(rows[number])}
            mean = {name: sum(ps) / len(ps) if (ps := near[name]) else own[name] for name in rows[number]}
            rows[number].sort(key=mean.__getitem__)
        if (crossed := _crossings(rows, edges)) < fewest:
            best, fewest = rows, crossed
    return best


def _near(name: str, edges: list[tuple[str, str]], at: Mapping[str, int]) -> list[int]:
    return [at[b if a == name else a] for a, b in edges if name in (a, b) and (b if a == name else a) in at]


def _crossings(rows: list[list[str]], edges: list[tuple[str, str]]) -> int:
    at = {name: place for row in rows for place, name in enumerate(row)}
    row_of = {name: number for number, row in enumerate(rows) for name in row}
    crossed = 0
    for number, (a, b) in enumerate(edges):
        for c, d in edges[number + 1 :]:
            if row_of[a] == row_of[c] and (at[a] - at[c]) * (at[b] - at[d]) < 0:
                crossed += 1
    return crossed


def _across(
    rows: list[list[str]], edges: list[tuple[str, str]], wide: Mapping[str, float]
) -> dict[str, float]:
    """The middle of each place from left to right: as near to its neighbours as the row lets it."""
    across: dict[str, float] = {}
    for row in rows:
        across.update(_apart(row, dict.fromkeys(row, 0.0), wide))
    for turn in range(PASSES):
        for row in rows if turn % 2 == 0 else rows[::-1]:
            wanted = {}
            for name in row:
                near = [across[b if a == name else a] for a, b in edges if name in (a, b)]
                wanted[name] = sum(near) / len(near) if near else across[name]
            across.update(_apart(row, wanted, wide))
    return across


def _apart(row: list[str], wanted: Mapping[str, float], wide: Mapping[str, float]) -> dict[str, float]:
    """The row as near to what is wanted as its widths allow (least squares, by pooling what would overlap)."""
    offset, offsets = 0.0, [0.0][: len(row)]
    for left, right in pairwise(row):
        offset += (wide[left] + wide[right]) / 2 + ASIDE
        offsets.append(offset)
    pools: list[tuple[float, int]] = []
    for name, shift in zip(row, offsets, strict=True):
        mean, count = wanted[name] - shift, 1
        while pools and pools[-1][0] > mean:
            before, many = pools.pop()
            mean, count = (before * many + mean * count) / (many + count), many + count
        pools.append((mean, count))
    means = [mean for mean, count in pools for _ in range(count)]
    return {name: mean + shift for name, mean, shift in zip(row, means, offsets, strict=True)}


Ports = Mapping[tuple[int, str], float]
"""Where a line begins or ends on a box: by the number of the line and the name of the box."""


def _ports(chains: list[tuple[str, ...]], across: Mapping[str, float], wide: Mapping[str, float]) -> Ports:
    """Lines at one side of a box stand beside each other, in the order of where they lead."""
    sides: dict[tuple[str, bool], list[tuple[float, int]]] = {}
    for number, chain in enumerate(chains):
        sides.setdefault((chain[0], True), []).append((across[chain[1]], number))
        sides.setdefault((chain[-1], False), []).append((across[chain[-2]], number))
    ports = {}
    for (name, _), found in sides.items():
        step = min(PORT, wide[name] / (len(found) + 1))
        for place, (_, number) in enumerate(sorted(found)):
            ports[number, name] = across[name] + (place - (len(found) - 1) / 2) * step
    return ports


def _points(
    number: int,
    chain: tuple[str, ...],
    sizes: Mapping[str, Size],
    across: Mapping[str, float],
    bounds: Mapping[str, tuple[float, float]],
    middle: Mapping[str, float],
    ports: Ports,
) -> Iterator[Place]:
    """From the lower edge of the first box, along the rows that are passed, to the upper edge of the last."""
    first, *passed, last = chain
    x = ports[number, first]
    yield Place(x, middle[first] + sizes[first].height / 2)
    yield Place(x, bounds[first][1])
    for name in passed:
        yield from (Place(across[name], edge) for edge in bounds[name])
    x = ports[number, last]
    yield Place(x, bounds[last][0])
    yield Place(x, middle[last] - sizes[last].height / 2)
