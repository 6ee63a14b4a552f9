"""Часы в неделю (weekly hours): that they are counted as an amount, told wherever a step gives or takes some.

A load of so many hours in each week would be free again when a contract ends, and acts of two months would bear it
out twice. No act that was read says so: the decrees name no unit of a nominal. So hours a week are counted as every
other unit is, and each step says that this is assumed.

>>> counted(Volume(amount=4, unit="hours-a-week")).outcome, counted(Volume(amount=72, unit="person-hours"))
(<Outcome.HOLDS: 'holds'>, None)
"""

from law189.kinds.asked import asked
from law189.law import Text
from law189.measures import Unit, Volume
from law189.verdict import Rule, Verdict

__all__ = ["counted"]

COUNTED = Rule(
    "volumes.weekly",
    Text(
        "Часов в неделю: {amount}; их считают количеством на весь срок, и оказанное по договорам и принятое актами "
        "складывают.",
        "Hours a week: {amount}; they are counted as an amount for the whole term, and what contracts rendered and "
        "acts accepted is added up.",
    ),
    assumed=Text(
        "Ни один прочитанный акт не говорит, что нагрузка кончившегося договора снова свободна, а акты за "
        "разные месяцы подтверждают одну и ту же нагрузку. Чтобы учесть нагрузку на срок, номинал, договоры и "
        "акты пишут в человеко-часах: часы в неделю, умноженные на число недель.",
        "No act that was read says that the load of a contract which ended is free again, and that acts of "
        "several months bear out one and the same load. To count a load over a term the nominal, the contracts "
        "and the acts are written in person-hours: the hours a week times the number of weeks.",
    ),
)


@asked
def counted(volume: Volume) -> Verdict | None:
    """That hours a week are counted as an amount; it HOLDS. None of a volume in another unit."""
    return COUNTED.judge(True, amount=volume.amount) if volume.unit is Unit.HOURS_A_WEEK else None
