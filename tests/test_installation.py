"""What a page or a message tells to install can be installed, and every dependency has a floor."""

import re
import runpy
import subprocess
import sys
import tomllib
from importlib.metadata import metadata
from itertools import chain
from pathlib import Path

import pytest

from law189.errors import needs_extra

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*.md")]
SOURCES = [*PAGES, *ROOT.glob("src/**/*.py")]
WHEEL = f"law189-{PROJECT['version']}-py3-none-any.whl"
floors = runpy.run_path(str(ROOT / "scripts" / "floors.py"))["floors"]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_tells_to_install_law189_by_its_name_from_an_index(path: Path):
    told = re.findall(r"pip install (?:--\S+ )*'?(law189\b[^\s']*)", path.read_text(encoding="utf-8"))
    assert [name for name in told if "{" not in name] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_wheel_that_a_page_names_is_the_one_that_this_checkout_builds(path: Path):
    assert set(re.findall(r"law189-[\w.-]+\.whl", path.read_text(encoding="utf-8"))) <= {WHEEL}


@pytest.mark.parametrize("extra", EXTRAS)
def test_the_message_on_a_missing_extra_names_the_checkout_and_the_wheel(extra: str):
    for words in (needs_extra(extra).ru, needs_extra(extra).en):
        assert f"pip install '.[{extra}]'" in words
        assert f"pip install '{WHEEL}[{extra}]'" in words


def test_without_the_extra_the_command_line_says_in_both_languages_what_to_install():
    script = "import sys; sys.modules['typer'] = None; from law189.cli.__main__ import main; main()"
    ran = subprocess.run(  # noqa: S603  # our own code
        [sys.executable, "-X", "utf8", "-c", script],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stderr == f"law189: {needs_extra('cli').ru}\nlaw189: {needs_extra('cli').en}\n"


def test_every_dependency_has_a_floor_and_the_extras_too():
    needed = {re.match(r"[\w.-]+", one)[0] for one in chain(PROJECT["dependencies"], *EXTRAS.values())}
    lowest = dict(line.split("==") for line in floors(tuple(EXTRAS)))
    assert lowest.keys() == needed
    assert lowest["typer"] == "0.26.1"


def test_a_dependency_without_a_floor_is_refused(tmp_path: Path):
    project = tmp_path / "pyproject.toml"
    project.write_text(
        "[project]\ndependencies = ['rich<15']\noptional-dependencies = {}\n", encoding="utf-8"
    )
    with pytest.raises(ValueError, match="no floor"):
        list(floors((), project))


@pytest.mark.parametrize(
    "name", ["README.md", "README.ru.md", "docs/howto/install.md", "docs/howto/install.ru.md"]
)
def test_a_dependency_under_the_lgpl_is_told(name: str):
    told = (ROOT / name).read_text(encoding="utf-8")
    for needed in PROJECT["dependencies"]:
        found = metadata(re.match(r"[\w.-]+", needed)[0])
        licence = " ".join([*found.get_all("License", []), *found.get_all("License-Expression", [])])
        if "LGPL" in licence or "Lesser" in licence:
            assert re.search(rf"{found['Name']}[^.]*LGPL", told), found["Name"]
