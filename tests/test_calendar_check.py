"""The check that says in November that the next year of the calendar is missing."""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "scripts" / "calendar_check.py"
YEARS = SCRIPT.parent.parent / "src" / "law189" / "data" / "calendar"
LAST = max(int(path.stem) for path in YEARS.glob("*.yaml"))


def run(script: Path, *given: str) -> tuple[int, str]:
    done = subprocess.run(  # noqa: S603  # our own script
        [sys.executable, script, *given], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


@pytest.mark.parametrize("day", [f"{LAST}-01-01", f"{LAST}-10-31", f"{LAST - 1}-11-01", f"{LAST - 1}-12-31"])
def test_while_the_year_that_is_needed_is_there_nothing_is_said(day: str):
    assert run(SCRIPT, day) == (0, "")


@pytest.mark.parametrize("day", [f"{LAST}-11-01", f"{LAST}-12-31", f"{LAST + 1}-01-01"])
def test_from_november_on_a_missing_next_year_fails_and_is_named(day: str):
    code, told = run(SCRIPT, day)
    assert code == 1
    assert f"no calendar for {LAST + 1}; add calendar/{LAST + 1}.yaml" in told


def test_without_a_day_it_asks_the_clock():
    code, told = run(SCRIPT)
    today = date.today()  # noqa: DTZ011  # a whole day either way is the same answer here
    needed = today.year + (today.month >= 11)
    assert (code, bool(told)) == ((0, False) if needed <= LAST else (1, True))


def test_a_file_whose_name_is_not_its_year_is_told(tmp_path: Path):
    copy = tmp_path / "scripts" / SCRIPT.name
    copy.parent.mkdir()
    shutil.copy(SCRIPT, copy)
    years = tmp_path / "src" / "law189" / "data" / "calendar"
    shutil.copytree(YEARS, years)
    shutil.copy(years / f"{LAST}.yaml", years / f"{LAST + 1}.yaml")
    code, told = run(copy, f"{LAST}-11-01")
    assert code == 1
    assert told == f"calendar/{LAST + 1}.yaml holds the year {LAST}; mend its name or its year\n"
