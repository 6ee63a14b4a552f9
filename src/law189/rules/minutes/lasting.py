"""Заседание в несколько дней (lasting): from which day the terms of its minutes run.

>>> from datetime import date
>>> from law189.law import Citation, Text
>>> item = Citation("x", "p1", Text("п. 1", "item 1"))
>>> first, last = date(2024, 6, 6), date(2024, 6, 20)
>>> told = LASTED.judge(True, item, held_on=first, closed_on=last)
>>> from_closing(first, last, told).parts[0].text.en
'The meeting was opened on 2024-06-06 and closed on 2024-06-20; the term runs from the closing.'
>>> from_closing(first, first, told).parts
()
"""

from datetime import date

from law189.kinds.asked import asked
from law189.law import Text
from law189.verdict import Rule, Verdict

__all__ = ["from_closing"]

LASTED = Rule(
    "dispatch.lasted",
    Text(
        "Заседание открыто {held_on}, закрыто {closed_on}; срок считают от дня закрытия.",
        "The meeting was opened on {held_on} and closed on {closed_on}; the term runs from the closing.",
    ),
    assumed=Text(
        "Положение не говорит, от какого дня считать срок, когда заседание длилось несколько дней; до закрытия "
        "составлять протокол не о чем.",
        "The regulation does not say from which day the term runs where the meeting lasted several; before the "
        "closing there is nothing to draft minutes of.",
    ),
)


@asked
def from_closing(held_on: date, closed_on: date | None, told: Verdict | None) -> Verdict | None:
    """The same answer of a term, which says that it runs from the closing where the meeting lasted to another day.

    None where there is no term.
    """
    if told is None or closed_on in (None, held_on):
        return told
    return told.joined(LASTED.judge(True, *told.cites, held_on=held_on, closed_on=closed_on))
