"""What mypy and pyright say to a program that uses the library: of right lines nothing, of wrong ones each."""

import inspect
import json
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import get_args

import places
import pytest

from law189.cases.history import Event, RecordAnnulled
from law189.workflows import LIFECYCLES

HERE = places.ROOT / "tests/typing"
FILES = [HERE / "right.py", HERE / "wrong.py"]
DECIMALS = HERE / "decimals.py"


def marked(file):
    """The lines of the file that a checker has to refuse."""
    lines = enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
    return {(file.name, number) for number, line in lines if line.endswith("  # wrong")}


MARKED = marked(FILES[1])


def said(*command):
    """What a checker prints; it ends with 1, because wrong lines are there."""
    run = subprocess.run(  # noqa: S603  # our own files
        [sys.executable, "-m", *command],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "MYPYPATH": str(places.ROOT / "src")},
    )
    assert run.returncode == 1, run.stdout + run.stderr
    return run.stdout


@pytest.mark.skipif(find_spec("mypy") is None, reason="mypy is a tool of developers")
def test_mypy_reports_every_wrong_line_and_no_other(tmp_path):
    out = said("mypy", "--strict", "--config-file=", f"--cache-dir={tmp_path}", *map(str, FILES))
    found = re.findall(r"^(\S+):(\d+): error:", out, re.MULTILINE)
    assert {(Path(file).name, int(line)) for file, line in found} == MARKED, out


@pytest.mark.skipif(find_spec("mypy") is None, reason="mypy is a tool of developers")
def test_mypy_refuses_arithmetic_that_the_context_of_the_embedder_decides(tmp_path):
    """With the settings of the project: what `make lint` says of such a line."""
    settings = f"--config-file={places.ROOT / 'pyproject.toml'}"
    out = said("mypy", settings, f"--cache-dir={tmp_path}", str(DECIMALS))
    found = re.findall(r"^(\S+):(\d+): error:", out, re.MULTILINE)
    assert {(Path(file).name, int(line)) for file, line in found} == marked(DECIMALS), out


@pytest.mark.skipif(find_spec("pyright") is None, reason="pyright is a tool of developers")
def test_pyright_reports_every_wrong_line_and_no_other():
    out = said("pyright", "-p", str(HERE), "--pythonpath", sys.executable, "--outputjson")
    found = json.loads(out[out.index("{") :])["generalDiagnostics"]
    assert {(Path(one["file"]).name, one["range"]["start"]["line"] + 1) for one in found} == MARKED, found


def test_wrong_lines_are_many_and_right_ones_ignore_nothing():
    assert len(MARKED) > 30
    assert "ignore" not in FILES[0].read_text(encoding="utf-8").partition('"""\n')[2]


@pytest.mark.parametrize("cycle", LIFECYCLES, ids=[cycle.name for cycle in LIFECYCLES])
def test_the_events_of_a_lifecycle_have_a_class_of_their_own_in_common(cycle):
    (common,) = {base for clause in cycle.clauses for base in clause.event.__bases__}
    declared = inspect.getmodule(common).__annotations__["lifecycle"]
    assert get_args(declared) == (common,)
    assert common.__name__ == f"{cycle.name.capitalize()}Event"
    assert common.__bases__ == (Event,)
    assert {clause.event.__bases__ for clause in cycle.clauses} == {(common,)}


EVENTS = dict.fromkeys([RecordAnnulled, *(clause.event for cycle in LIFECYCLES for clause in cycle.clauses)])


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: f"{event.__module__}.{event.__name__}")
def test_the_signature_of_an_event_shows_its_fields(event):
    assert list(inspect.signature(event).parameters) == list(event.model_fields)


def test_the_signature_shows_the_fields_before_the_first_use():
    code = (
        "import inspect; from law189 import order; inspect.signature(order.OrderEvent);"
        "print(*inspect.signature(order.Approved).parameters)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  # our own code
    assert run.stdout.split() == ["on", "by", "local", "kind", "document", "enabling_act", "event_on"]


def test_an_entry_itself_has_no_signature():
    annulled = RecordAnnulled(on="2024-01-10", by="chair", record=1, reason="?")
    assert not hasattr(annulled, "__signature__")
