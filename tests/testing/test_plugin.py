"""The plugin of pytest: found by its entry point or named with -p, light, and the same plugin either way."""

import subprocess
import sys

import places
import pytest

import law189.files.parser  # noqa: F401  # a run within this one forgets what it loads, and the part in C loads once

pytest_plugins = ("pytester",)
NAMED = ("-p", "law189.testing.plugin")
ASKS = """
def test_of_our_town(profile):
    assert profile.name == "{name}"
"""


def ran(pytester, *words):
    """A run in a process of its own, as a person starts it."""
    return pytester.runpytest_subprocess("-q", "-p", "no:cacheprovider", "-W", "error", *words)


def tried(pytester, *words):
    """A run within this one, which is quicker."""
    return pytester.runpytest_inprocess("-q", "-p", "no:cacheprovider", *NAMED, *words)


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("named", [(), NAMED], ids=["by its entry point", "with -p too"])
def test_the_installed_plugin_gives_the_profile_and_knows_the_marker(pytester, named):
    pytester.makepyfile(
        "import pytest\n@pytest.mark.provision('kemerovo-2993/app3.5.5')" + ASKS.format(name="kemerovo")
    )
    found = ran(pytester, *named, "--strict-markers", "--law189-profile", "kemerovo")
    found.assert_outcomes(passed=1)


def test_without_an_entry_point_it_is_named_with_p(pytester, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", f"{places.ROOT / 'src'}")
    pytester.makepyfile(ASKS.format(name="novokuznetsk_district"))
    ran(pytester, *NAMED, "--law189-profile=novokuznetsk_district").assert_outcomes(passed=1)


def test_without_the_option_a_test_that_asks_is_skipped_and_told_why(pytester):
    pytester.makepyfile(ASKS.format(name="kemerovo") + "\ndef test_other(): pass\n")
    found = tried(pytester, "-rs")
    found.assert_outcomes(skipped=1, passed=1)
    found.stdout.fnmatch_lines(["*no profile is named; give --law189-profile NAME_OR_FILE*"])


@pytest.mark.parametrize("folder", [".", "inner"])
def test_a_file_is_found_from_where_pytest_starts_or_from_its_root(pytester, monkeypatch, folder):
    town = (places.DECREES / "base.yaml").read_text(encoding="utf-8")
    (pytester.path / "town.yaml").write_text(town, encoding="utf-8")
    pytester.makeini("[pytest]\naddopts = --law189-profile town.yaml\n")
    test = pytester.mkpydir("inner") / "test_town.py"
    test.write_text(ASKS.format(name="myton"), encoding="utf-8")
    monkeypatch.chdir(pytester.path / folder)
    tried(pytester, str(test)).assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ("kemerova", "*kemerova: there is no such shipped profile; did you mean «kemerovo»?*"),
        ("bad.yaml", "*bad.yaml:2:1 titel: there is no such key*"),
    ],
)
def test_a_profile_that_cannot_be_used_is_told_with_its_faults(pytester, named, words):
    (pytester.path / "bad.yaml").write_text("profile: my\ntitel: {ru: а, en: a}\n", encoding="utf-8")
    pytester.makepyfile(ASKS.format(name="my"))
    found = tried(pytester, "--law189-profile", named)
    found.assert_outcomes(errors=1)
    found.stdout.fnmatch_lines([words])


@pytest.mark.usefixtures("installed")
def test_a_run_that_does_not_use_it_loads_nothing_of_the_library(pytester):
    pytester.makepyfile(
        """
        import sys
        def test_nothing_is_loaded():
            ours = {name for name in sys.modules if name.startswith("law189")}
            assert ours <= {"law189", "law189.testing", "law189.testing.plugin"}
            assert not {"hypothesis", "pydantic"} & set(sys.modules)
        """
    )
    # the plugin of schemathesis loads hypothesis, and that every entry point of its own
    ran(pytester, "-p", "no:schemathesis").assert_outcomes(passed=1)


def test_a_name_of_testing_is_loaded_only_when_it_is_used():
    code = (
        "import sys, law189.testing as testing\n"
        "assert 'hypothesis' not in sys.modules\n"
        "assert 'contract' in testing.RIGHT and len(testing.RIGHT) == 6\n"
        "assert all(getattr(testing, name) is not None for name in dir(testing))\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603  # our own code
