"""The tests that ship: they pass on the shipped profiles and on one's own, and they can fail."""

from pathlib import Path

import places
import pytest

from law189 import testing
from law189.audit.meeting import MeetingRecord
from law189.profile.loader import load_profile
from law189.profile.profile import Profile

LINTS = places.DECREES


@pytest.mark.parametrize("name", ["kemerovo", "novokuznetsk_district", LINTS / "base.yaml"])
def test_the_laws_hold_for_every_profile(name: str | Path) -> None:
    testing.check_laws(load_profile(name), examples=20)


def test_a_law_that_does_not_hold_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def always_five(record: MeetingRecord, profile: Profile) -> None:
        assert len(set(record.present)) <= len(profile.latest.working_group.seats) // 2

    laws = {**testing.LAWS, "always_five": always_five}
    monkeypatch.setattr("law189.testing.laws.LAWS", laws)
    with pytest.raises(AssertionError):
        testing.check_laws(load_profile("kemerovo"), laws=["always_five"])


def test_an_unknown_law_is_refused() -> None:
    with pytest.raises(KeyError):
        testing.check_laws(load_profile("kemerovo"), laws=["no_such_law"])
