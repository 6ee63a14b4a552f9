"""Профиль записи (the profile of a record): a meeting whose record names one profile and is judged by another.

>>> named("kemerovo", "kemerovo") is None, named("towns/kemerovo.yaml", "my") is None
(True, True)
>>> named("kemerovo", "novokuznetsk_district").outcome.value
'holds'
"""

import re

from law189.kinds.asked import asked
from law189.law import Text
from law189.verdict import Rule, Verdict

__all__ = ["named"]

ANOTHER = Rule(
    "meeting.of_profile",
    Text(
        "Запись называет профиль «{named}», а заседание оценено по профилю «{judged}»; если это ошибка, исправьте "
        "имя в записи.",
        "The record names the profile «{named}», yet the meeting is judged by «{judged}»; if that is a mistake, "
        "mend the name in the record.",
    ),
)


@asked
def named(profile: str, judged: str) -> Verdict | None:
    """That the record names another profile than it is judged by; None where it does not, or names a file."""
    if profile == judged or re.fullmatch("[a-z]+(_[a-z]+)*", profile) is None:
        return None
    return ANOTHER.judge(True, named=profile, judged=judged)
