"""Every example runs and says what its file promises."""

import json
import subprocess
import sys
from pathlib import Path

import places
import pytest
from typer.testing import CliRunner

from law189.cli.app import app

EXAMPLES = places.EXAMPLES
SMALLER = {"a_year_in_kemerovo.py": ("--providers", "6", "--certificates", "40")}
"""What is given to a script that takes longer without it; `test_year` plays the whole year at night."""


@pytest.mark.parametrize("script", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.name)
def test_every_script_runs(script: Path) -> None:
    words = [sys.executable, str(script), *SMALLER.get(script.name, ())]
    ran = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603  # our own code
    assert (ran.returncode, ran.stderr) == (0, "")


def test_the_embedded_row_moves_only_with_a_step_that_holds() -> None:
    script = str(EXAMPLES / "embed_a_meeting.py")
    ran = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)  # noqa: S603
    lines = ran.stdout.splitlines()
    assert [lines[0], lines[1], lines[-1]] == ["convened", "convened", "open"]
    assert "Присутствуют: 2 из 10; для кворума нужно не менее 5." in lines[2]


def test_the_example_meeting_holds() -> None:
    ran = CliRunner().invoke(app, ["meeting", str(EXAMPLES / "meeting.yaml"), "--json"])
    assert ran.exit_code == 0
    assert json.loads(ran.stdout)["outcome"] == "holds"


def test_the_example_of_done_items_is_taken() -> None:
    words = ["plan", "kemerovo", "--on", "2023-12-01", "--done", str(EXAMPLES / "done.jsonl"), "--json"]
    ran = CliRunner().invoke(app, words)
    items = {item["id"]: item for item in json.loads(ran.stdout)["items"]}
    assert items["app4.3.4"]["status"] == "done"
    assert (items["app4.4"]["status"], items["app4.4"]["due"]) == ("upcoming", "2023-12-31")


def test_the_example_of_reported_values_is_judged() -> None:
    words = ["indicators", "kemerovo", "--reported", str(EXAMPLES / "reported.jsonl"), "--json"]
    judged = {entry["id"]: entry for entry in json.loads(CliRunner().invoke(app, words).stdout)["indicators"]}
    assert judged["app5.2.1"]["verdict"]["outcome"] == "holds"
    assert judged["app5.4.5"]["verdict"]["parts"][-1]["outcome"] == "breach"
