"""Порядок дней протокола (order of the minutes): the meeting, then the draft, the signature, the copies.

Neither decree writes the order down; it follows from what minutes are. Of a meeting written down as a whole every
day is asked; step by step no step is taken before the last one.

>>> from law189.profile.loader import load_profile
>>> group = load_profile("kemerovo").latest.working_group
>>> [one.outcome.value for one in in_order(date(2023, 10, 2), date(2023, 9, 1), None, None, group)]
['void']
>>> list(in_order(date(2023, 10, 2), date(2023, 10, 2), date(2023, 10, 3), date(2023, 10, 3), group))
[]
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from law189.kinds.asked import asked
from law189.law import Text
from law189.profile.group import WorkingGroup
from law189.verdict import Rule, Verdict

__all__ = ["in_order"]

HELD = Text("заседание проведено", "the meeting was held")
SIGNING = Text("протокол подписан", "the minutes were signed")
DAYS = (
    HELD,
    Text("протокол составлен", "the minutes were drafted"),
    SIGNING,
    Text("копии протокола направлены", "copies of the minutes were sent"),
)
"""What is done of a meeting, in its order."""
ORDER = Rule(
    "minutes.order",
    Text(
        "Сначала: {first} ({before}); потом: {then} ({day}); второе не бывает раньше первого.",
        "First: {first} ({before}); then: {then} ({day}); the second is not done before the first.",
    ),
    assumed=Text(
        "Протокол, составленный до заседания, не может содержать его решений, а копии снимают с подписанного.",
        "Minutes drafted before the meeting cannot hold its decisions, and copies are made of signed minutes.",
    ),
    cure=Text(
        "Исправьте день, который указан неверно, или сделайте это заново.",
        "Correct the day that is wrong, or do it anew.",
    ),
)


@asked
def in_order(
    held_on: date,
    drafted_on: date | None,
    signed_on: date | None,
    sent_on: date | None,
    group: WorkingGroup,
) -> Iterator[Verdict]:
    """Every day that stands before the one that it must follow; nothing where the days stand in their order.

    That of signing after the meeting is judged by `minutes.signed`. None stands for what is not recorded.
    """
    days = [(day, said) for day, said in zip((held_on, drafted_on, signed_on, sent_on), DAYS, strict=True)]
    known = [(day, said) for day, said in days if day is not None]
    for (before, first), (day, then) in pairwise(known):
        if day < before and (first, then) != (HELD, SIGNING):
            yield ORDER.judge(False, group.basis("minutes"), first=first, before=before, then=then, day=day)
