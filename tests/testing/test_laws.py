"""The tests that ship: they pass on the shipped profiles and on one's own, and they can fail."""

import ast
import subprocess
import sys
from pathlib import Path

import places
import pytest
from night import first_found, size

from law189 import testing
from law189.audit.meeting import MeetingRecord
from law189.profile.loader import load_profile
from law189.profile.profile import Profile

LINTS = places.DECREES


@pytest.mark.parametrize("name", ["kemerovo", "novokuznetsk_district", LINTS / "base.yaml"])
def test_the_laws_hold_for_every_profile(name: str | Path) -> None:
    testing.check_laws(load_profile(name), examples=size(10, 20))


def test_a_law_that_does_not_hold_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def always_five(record: MeetingRecord, profile: Profile) -> None:
        assert len(set(record.present)) <= len(profile.latest.working_group.seats) // 2

    laws = {**testing.LAWS, "always_five": always_five}
    monkeypatch.setattr("law189.testing.laws.LAWS", laws)
    first_found(monkeypatch, "law189.testing.laws")
    with pytest.raises(AssertionError):
        testing.check_laws(load_profile("kemerovo"), laws=["always_five"])


def test_an_unknown_law_is_refused() -> None:
    with pytest.raises(KeyError):
        testing.check_laws(load_profile("kemerovo"), laws=["no_such_law"])


@pytest.mark.parametrize(
    "module", sorted(Path(testing.__file__).parent.glob("*.py")), ids=lambda path: path.stem
)
def test_no_law_rests_on_assert_which_optimised_python_leaves_out(module: Path) -> None:
    written = ast.walk(ast.parse(module.read_text(encoding="utf-8")))
    assert not [node.lineno for node in written if isinstance(node, ast.Assert)]


def test_a_law_finds_what_is_wrong_in_optimised_python() -> None:
    said = subprocess.run(  # noqa: S603  # our own code
        [sys.executable, "-O", "-c", OPTIMISED], capture_output=True, text=True, check=False, timeout=60
    )
    assert said.returncode == 0, said.stderr
    assert said.stdout.strip() == "the records lead to expected, the state is formed"


OPTIMISED = """
from law189.testing.case_laws import is_fold_of_what_stands
from law189.workflows.certificate import lifecycle
try:
    is_fold_of_what_stands(lifecycle, lifecycle.begin("17")._replace(state="formed"))
except AssertionError as error:
    print(error)
"""
