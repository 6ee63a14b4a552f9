"""Выписка на день шага (handed): whether an extract that is put before a step was there on its day.

>>> at_hand("order", date(2024, 1, 9), date(2024, 1, 9)).outcome.value
'holds'
>>> at_hand("order", date(2024, 1, 10), date(2024, 1, 9)).outcome.value
'unknown'
"""

from datetime import date

from law189.kinds.asked import asked
from law189.law import Text
from law189.rules import asking
from law189.verdict import Rule, Verdict

__all__ = ["at_hand"]

AT_HAND = Rule(
    "standing.at_hand",
    Text(
        "Дата выписки: {as_of} ({title}); день шага: {on}.",
        "Day of the extract: {as_of} ({title}); the day of the step: {on}.",
    ),
    unknown=Text(
        "Дата выписки: {as_of} ({title}), а день шага — {on}: выписки тогда не было; оформите "
        "решение или приложите на этот день: {asks}.",
        "Day of the extract: {as_of} ({title}), yet the day of the step is {on}: there was none then; add, "
        "of that day: {asks}; or record a decision.",
    ),
    assumed=Text(
        "Кто делал шаг, не мог видеть выписки, сделанной позже; по чему он судил, подтверждает человек.",
        "Who took the step could not see an extract taken later; what it was judged on is for a person to "
        "confirm.",
    ),
)


@asked
def at_hand(name: str, as_of: date, on: date) -> Verdict:
    """Whether the extract that is put before a step as `name` was there on its day; UNKNOWN if it is later."""
    ask = asking.extract(name)
    holds = True if as_of <= on else None
    return AT_HAND.judge(holds, lacks=(ask,), name=name, title=ask.title, as_of=as_of, on=on)
