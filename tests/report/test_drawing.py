"""The drawing, for Graphviz and as a picture of our own: the same clauses, and no title breaks out of its words."""

import re
from enum import StrEnum
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from law189.cases.lifecycle import Heading, Lifecycle
from law189.law import Text
from law189.report.drawing import as_dot, as_svg
from law189.workflows import LIFECYCLES
from law189.workflows.meeting import Closed

EVERY = pytest.mark.parametrize("cycle", LIFECYCLES, ids=lambda cycle: cycle.name)
WORD = r'"(?:[^"\\]|\\.)*"'
EDGE = re.compile(rf"^    ({WORD}) -> ({WORD})(?: \[label=({WORD})\])?;$", re.MULTILINE)
SVG = "{http://www.w3.org/2000/svg}"
STATE = re.compile(rf"^    ({WORD})( \[peripheries=2\])?;$", re.MULTILINE)


@EVERY
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_drawing_has_every_state_and_every_step_and_nothing_else(cycle, lang):
    drawn = as_dot(cycle, lang)
    steps = [
        (f'"{source}"', f'"{c.target}"', f'"{c.title[lang]}"') for c in cycle.clauses for source in c.source
    ]
    assert EDGE.findall(drawn) == [('"[*]"', f'"{cycle.initial}"', ""), *steps]
    left = {source for source, target, _ in steps if source != target}
    assert STATE.findall(drawn) == [
        (f'"{state}"', "" if f'"{state}"' in left else " [peripheries=2]") for state in cycle.states
    ]
    note = 1  # that a record made in error is annulled
    assert len(drawn.splitlines()) == 5 + len(cycle.states) + 1 + len(steps) + note


def test_quotes_and_backslashes_in_a_title_stay_in_the_title():
    class State(StrEnum):
        OPEN = "open"

    cycle = Lifecycle("odd", Text("а", "a"), State, State.OPEN)
    cycle.on(
        Closed,
        Heading(
            title=Text('акт «"]; x\\', 'act "]; x\\'),
            source=State.OPEN,
            target=State.OPEN,
            basis="189-fz/art20.part1",
        ),
    )(lambda _: iter(()))
    assert EDGE.findall(as_dot(cycle, "en"))[1:] == [('"open"', '"open"', r'"act \"]; x\\"')]


NASTY = [
    "a\n    open --> [*]: b",
    'x"];\n"a" -> "b',
    "a:b;c{d}e",
    "%% note",
    "<script>",
    "#quot;",
    "a\x1b[31m\u2028b\r",
]


@pytest.mark.parametrize("title", NASTY)
def test_whatever_a_title_holds_stays_in_the_label_of_its_edge(title):
    class State(StrEnum):
        OPEN = "open"

    cycle = Lifecycle("odd", Text("а", "a"), State, State.OPEN)
    heading = Heading(
        title=Text(title, title), source=State.OPEN, target=State.OPEN, basis="189-fz/art20.part1"
    )
    cycle.on(Closed, heading)(lambda _: iter(()))
    drawn = cycle.mermaid("en")
    assert len(drawn.split("\n")) == len(drawn.splitlines()) + 1
    edges = [line for line in drawn.splitlines() if line.startswith("    open --> open: ")]
    (label,) = (edge.removeprefix("    open --> open: ") for edge in edges)
    assert not re.search(r'[":{}<>%]', re.sub(r"#\d+;", "", label))
    back = re.sub(r"#(\d+);", lambda code: chr(int(code[1])), label)
    assert back.split() == "".join(sign if sign.isprintable() else " " for sign in title).split()
    assert len(EDGE.findall(as_dot(cycle, "en"))) == 2
    assert len(as_dot(cycle, "en").splitlines()) == 9


def texts(svg):
    """What the boxes of a picture say, each as one line, by what they are of."""
    root = ET.fromstring(svg)  # noqa: S314  # drawn by us
    return [
        (group.get("class"), " ".join(text.text for text in group.iter(f"{SVG}text")))
        for group in root.iter(f"{SVG}g")
    ]


def frames(svg):
    root = ET.fromstring(svg)  # noqa: S314  # drawn by us
    for group in root.iter(f"{SVG}g"):
        rect = next(group.iter(f"{SVG}rect"))
        x, y, width, height = (float(rect.get(name)) for name in ("x", "y", "width", "height"))
        yield x, y, x + width, y + height, group


@EVERY
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_picture_says_every_state_and_every_step_with_its_provision(cycle, lang):
    said = texts(as_svg(cycle, lang))
    assert sum(kind == "state" for kind, _ in said) == len(cycle.states)
    for state in cycle.states:
        assert any(words.startswith(cycle.words[state][lang]) for kind, words in said if kind == "state")
    for clause in cycle.clauses:
        stays = clause.target in clause.source
        assert not stays or any(f"↻ {clause.title[lang]}" in words for _, words in said), clause.kind
        steps = [words for kind, words in said if kind == "step" and words.startswith(clause.title[lang])]
        assert steps or {*clause.source} == {clause.target}, clause.kind
    provisions = " ".join(words for _, words in said)
    assert ("принято библиотекой" if lang == "ru" else "assumed by this library") in provisions
    assert re.search(r"189-ФЗ|рабочей группе" if lang == "ru" else r"189-FZ|working group", provisions)


@EVERY
@pytest.mark.parametrize("lang", ["ru", "en"])
def test_no_box_overlaps_another_and_all_stand_within_the_picture(cycle, lang):
    svg = as_svg(cycle, lang)
    root = ET.fromstring(svg)  # noqa: S314  # drawn by us
    left, top, width, height = map(float, root.get("viewBox").split())
    boxes = list(frames(svg))
    for x, y, right, bottom, _ in boxes:
        assert left <= x < right <= left + width
        assert top <= y < bottom <= top + height
    for (x, y, right, bottom, _), (x2, y2, right2, bottom2, _) in combinations(boxes, 2):
        assert right <= x2 or right2 <= x or bottom <= y2 or bottom2 <= y


@EVERY
def test_words_stand_within_their_box(cycle):
    for x, y, right, bottom, group in frames(as_svg(cycle, "ru")):
        for text in group.iter(f"{SVG}text"):
            assert x < float(text.get("x")) < right
            assert y < float(text.get("y")) < bottom


@EVERY
def test_a_picture_asks_no_host_runs_nothing_and_is_always_the_same(cycle):
    svg = as_svg(cycle, "en")
    assert svg == as_svg(cycle, "en")
    assert re.findall(r"https?://[^\"]+", svg) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"<script|<image|<use|\son\w+=|url\(|@import", svg)


@pytest.mark.parametrize("title", NASTY)
def test_whatever_a_title_holds_is_text_of_the_picture(title):
    class State(StrEnum):
        OPEN = "open"

    cycle = Lifecycle("odd", Text(title, title), State, State.OPEN)
    heading = Heading(
        title=Text(title, title), source=State.OPEN, target=State.OPEN, basis="189-fz/art20.part1"
    )
    cycle.on(Closed, heading)(lambda _: iter(()))
    [(kind, said)] = texts(as_svg(cycle, "en"))
    assert kind == "state"
    assert "".join(said.split()).startswith("open↻")
    assert said.endswith("of 13.07.2020")
