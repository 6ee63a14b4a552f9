"""What is written is written in plain words: no figure of speech that a reader must first take apart.

The words below stood in pages, docstrings and messages once. A file that must name them says so in `NAMED`.
"""

import re

import places
import pytest

ROOT = places.ROOT
FIGURES = {
    "nought": "say zero, or 0",
    "shrugs": "say what a verdict holds",
    "shouts": "say what a verdict holds",
    r"own(s|ed|ing)? up": "say what is told",
    r"nobody here( has|) read": "say: not read for this library",
    r"what nobody has read": "say: what was not read",
    r"the house\b": "say: the code, the rooms",
    r"by its verb": "name the room",
    r"\b(up|down)stream\b|\briver\b": "say in which order",
    r"hot path": "say what is done there",
    r"in silence": "say: without saying so",
}
FOLDERS = ("src", "docs", "examples", "scripts", "benchmarks", "tests")
SUFFIXES = {".py", ".pyi", ".md", ".yaml", ".yml", ".toml"}
NAMED = {"tests/test_plain_words.py"}
WRITTEN = sorted(
    path
    for path in (*ROOT.glob("*.*"), *(inner for name in FOLDERS for inner in (ROOT / name).rglob("*")))
    if path.suffix in SUFFIXES and path.relative_to(ROOT).as_posix() not in NAMED
)


@pytest.mark.parametrize("figure", FIGURES)
def test_a_figure_of_speech_is_written_nowhere(figure):
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{number}: {line.strip()}"
        for path in WRITTEN
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if re.search(figure, line, re.IGNORECASE)
    ]
    assert not found, f"{FIGURES[figure]}: {found}"


def test_the_pages_and_the_sources_are_looked_through():
    names = {path.relative_to(ROOT).as_posix() for path in WRITTEN}
    assert {"README.md", "ARCHITECTURE.md", "src/law189/measures.py", "docs/explanation/cases.md"} <= names
