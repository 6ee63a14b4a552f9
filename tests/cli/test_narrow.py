"""A narrow terminal: what `show` tells is wrapped, and no word of it is cut."""

import re

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
