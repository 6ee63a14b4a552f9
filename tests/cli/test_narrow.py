"""A narrow terminal: what `show` tells is wrapped, and no word of it is cut."""

import os
import re
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from law189.cli import console
from law189.cli.app import app
from law189.profile.loader import load_profile, shipped_profiles


def words_of(width, profile, monkeypatch):
    monkeypatch.setattr(console.OUT, "_width", width)
    found = CliRunner().invoke(app, ["show", profile])
    assert found.exit_code == 0
    return found.stdout


@pytest.mark.parametrize("profile", shipped_profiles())
@pytest.mark.parametrize("width", [1, 20, 40, 60, 80, 120])
def test_the_same_words_are_told_whatever_the_width(width, profile, monkeypatch):
    wide = words_of(2_000, profile, monkeypatch)
    told = words_of(width, profile, monkeypatch)
    assert "…" not in told
    assert sorted(re.findall(r"\S+", told)) == sorted(re.findall(r"\S+", wide))
    for service in load_profile(profile).latest.services:
        assert service.number in told


def help_told(width):
    """What a process tells with that width in its environment."""
    return subprocess.run(
        [sys.executable, "-m", "law189.cli", "--help"],
        env={**os.environ, "COLUMNS": width},
        capture_output=True,
        check=True,
        stdin=subprocess.DEVNULL,
    ).stdout


@pytest.fixture(scope="module")
def help_of_no_width():
    return help_told("")


@pytest.mark.parametrize("width", ["0", "00", "1", "19"])
def test_a_width_in_which_nothing_can_be_read_is_none(width, help_of_no_width):
    """The help is told as where no width is known."""
    assert help_told(width) == help_of_no_width
    assert len(help_of_no_width.splitlines()) > 20
