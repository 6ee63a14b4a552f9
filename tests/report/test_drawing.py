"""The drawing for Graphviz: the same clauses, in a text that nothing in a title can break out of."""

import re
import stat
from enum import StrEnum

import pytest

from law189.cases.lifecycle import Heading, Lifecycle
from law189.errors import FaultyInput
from law189.law import Text
from law189.report.drawing import as_dot, as_svg
from law189.workflows import LIFECYCLES
from law189.workflows.meeting import Closed
from law189.workflows.meeting import lifecycle as meeting

EVERY = pytest.mark.parametrize("cycle", LIFECYCLES, ids=lambda cycle: cycle.name)
WORD = r'"(?:[^"\\]|\\.)*"'
EDGE = re.compile(rf"^    ({WORD}) -> ({WORD})(?: \[label=({WORD})\])?;$", re.MULTILINE)
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


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Put a program `dot` of our own on the path, or none."""

    def put(*lines):
        monkeypatch.setenv("PATH", str(tmp_path))
        if lines:
            path = tmp_path / "dot"
            path.write_text("\n".join(["#!/bin/sh", *lines]) + "\n", encoding="utf-8")
            path.chmod(path.stat().st_mode | stat.S_IXUSR)

    return put


def test_the_program_gets_the_text_and_its_picture_comes_back(program):
    program('echo "<svg>$1"', 'while IFS= read -r line; do echo "$line"; done', "echo '</svg>'")
    assert as_svg(meeting, "ru") == f"<svg>-Tsvg\n{as_dot(meeting, 'ru')}</svg>\n"


@pytest.mark.parametrize(
    ("lines", "ru", "en"),
    [
        ((), "поставьте Graphviz", "there is no program dot here; install Graphviz"),
        (
            ("echo 'no such font' >&2; exit 3",),
            "(код 3): no such font",
            "(exit code 3): no such",
        ),
        (("exit 1",), "(код 1): —", "(exit code 1): —"),
        (("printf '\\033[31m\\377' >&2; exit 1",), r"\x1b[31m", r"\x1b[31m"),
    ],
    ids=["no program", "an error", "an error without words", "an error with signs"],
)
def test_where_there_is_no_picture_both_languages_say_what_to_do(program, lines, ru, en):
    program(*lines)
    with pytest.raises(FaultyInput) as caught:
        as_svg(meeting, "ru")
    (fault,) = caught.value.faults
    assert fault.file == "meeting"
    assert ru in fault.text.ru
    assert en in fault.text.en
    assert "--format mermaid" in fault.text.ru
    assert "--format mermaid" in fault.text.en
