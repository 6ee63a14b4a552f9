"""The profile that a record of a meeting names, beside the one by which it is judged."""

import pytest

from law189.rules.group.of_profile import named
from law189.verdict import Outcome


@pytest.mark.parametrize(
    ("profile", "judged"),
    [
        ("kemerovo", "novokuznetsk_district"),
        ("novokuznetsk_district", "kemerovo"),
        ("my_own_town", "kemerovo"),
        ("z", "kemerovo"),
    ],
)
def test_another_name_is_told_and_breaks_nothing(profile, judged):
    verdict = named(profile, judged)
    assert (verdict.rule, verdict.outcome) == ("meeting.of_profile", Outcome.HOLDS)
    assert (
        f"Запись называет профиль «{profile}», а заседание оценено по профилю «{judged}»" in verdict.text.ru
    )


@pytest.mark.parametrize(
    "profile", ["kemerovo", "towns/other.yaml", "other.yaml", "C:\\other", "other town", "_other", ""]
)
def test_the_same_name_and_what_names_a_file_tell_nothing(profile):
    assert named(profile, "kemerovo") is None
