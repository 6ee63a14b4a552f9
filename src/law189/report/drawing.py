"""Чертёж (drawing): a lifecycle as Graphviz draws it, by the same clauses as everything else.

>>> from law189.workflows.meeting import lifecycle as meeting
>>> print(as_dot(meeting, "en").splitlines()[4])
    "planned";
>>> import os
>>> from unittest import mock
>>> with mock.patch.dict(os.environ, PATH=""):
...     as_svg(meeting, "en")
Traceback (most recent call last):
    ...
law189.errors.FaultyInput: meeting: there is no program dot here; install Graphviz, or take --format mermaid
"""

import shutil
import subprocess
from typing import Any

from law189.cases.lifecycle import Lifecycle
from law189.cases.table import AT_ANY_TIME, flat
from law189.errors import Fault, FaultyInput
from law189.files.wording import word
from law189.kinds import must_be
from law189.law import Lang, Text

__all__ = ["as_dot", "as_svg"]


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


def as_svg(cycle: Lifecycle[Any], lang: Lang) -> str:
    """The drawing by Graphviz, a program of its own. Raises `FaultyInput` where it is not here or fails."""
    must_be(cycle, Lifecycle)
    program = shutil.which("dot")
    if program is None:
        words = Text(
            "программы dot здесь нет; поставьте Graphviz или возьмите --format mermaid",
            "there is no program dot here; install Graphviz, or take --format mermaid",
        )
        raise FaultyInput([Fault(cycle.name, None, None, "", words)])
    ran = subprocess.run(  # noqa: S603  # the program that PATH names, with a text of our own
        [program, "-Tsvg"], input=as_dot(cycle, lang).encode(), capture_output=True, check=False
    )
    if ran.returncode != 0:
        said = word((ran.stderr.decode(errors="replace").splitlines() or ["—"])[0])
        words = Text(
            f"dot не начертил (код {ran.returncode}): {said}; возьмите --format mermaid",
            f"dot drew nothing (exit code {ran.returncode}): {said}; take --format mermaid",
        )
        raise FaultyInput([Fault(cycle.name, None, None, "", words)])
    return ran.stdout.decode()


def _quoted(words: str) -> str:
    """The words as one quoted text of Graphviz, whatever they hold."""
    escaped = flat(words).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
