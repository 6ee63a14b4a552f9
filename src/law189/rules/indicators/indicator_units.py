"""Единица показателя (indicator units): whether a reported value is one of the unit of its indicator.

A share of a whole («доля», «удельный вес») is from nothing to a hundred percent, but where the table itself has
more. Any other percentage may be: an order is executed by 102 percent, a number grows by -1 percent.

>>> from law189.profile.loader import load_profile
>>> rows = {row.id: row for row in load_profile("kemerovo").latest.indicators}
>>> in_its_unit(rows["app5.2.4"], Decimal(102)), in_its_unit(rows["app5.5.3"], Decimal(102))
(False, True)
"""

import re
from decimal import Decimal

from law189.kinds.asked import asked
from law189.law import Text
from law189.measures import EXACT
from law189.profile.indicators import Indicator, IndicatorUnit, IndicatorValue, Range
from law189.verdict import Rule, Verdict

__all__ = ["in_its_unit", "of_another_unit"]

NO_UNIT = Text("единица не указана", "no unit stated")
UNIT = Rule(
    "indicators.unit",
    Text(
        "Сообщено: {reported:#|ничего}; единица показателя: {unit}; {fits:значение соответствует "
        "единице|значение не соответствует единице}.",
        "Reported: {reported:#|nothing}; unit of the indicator: {unit}; the value fits the unit: {fits:yes|no}.",
    ),
    cure=Text("Сообщите значение в единице показателя.", "Report the value in the unit of the indicator."),
    assumed=Text(
        "Значение не в той единице — не значение. Доля целого — от нуля до ста процентов, если сама таблица не "
        "называет больше; другой процент, как исполнение или прирост, может быть и больше ста, и меньше нуля.",
        "A value in another unit is no value. A share of a whole is from nothing to a hundred percent where the "
        "table itself has no more; another percentage, as of execution or growth, may be above and below that.",
    ),
)

_SHARE = re.compile(r"\b(?:дол[яиюе]|долей|удельн[а-яё]+ вес)\b", re.IGNORECASE)


@asked
def of_another_unit(indicator: Indicator, reported: Decimal | bool) -> Verdict:
    """That the value is none of the unit of the indicator."""
    shown = reported if isinstance(reported, bool) else str(reported)
    unit = NO_UNIT if indicator.unit is None else indicator.unit.text
    return UNIT.judge(False, indicator.cite, reported=shown, unit=unit, fits=False)


@asked
def in_its_unit(indicator: Indicator, reported: Decimal | bool) -> bool:
    """Whether the value is one of the unit; units and persons are whole numbers, roubles have kopecks."""
    unit = indicator.unit
    if unit is None:
        return True
    if unit in (IndicatorUnit.YES_NO, IndicatorUnit.EXISTS_NONE):
        return isinstance(reported, bool)
    if isinstance(reported, bool):
        return False
    if unit is not IndicatorUnit.PERCENT:
        smallest = EXACT.scaleb(reported, 2 if unit is IndicatorUnit.ROUBLES else 0)  # roubles have kopecks
        return reported >= 0 and smallest == smallest.to_integral_value()
    return not _of_a_whole(indicator) or 0 <= reported <= WHOLE


WHOLE = Decimal(100)


def _of_a_whole(indicator: Indicator) -> bool:
    """Whether it is a share of a whole, by its words or by what is counted, and the table has no more."""
    counted = indicator.counts is not None
    own = (indicator.base, *indicator.every_target)
    shares = counted or _SHARE.search(indicator.title.ru) is not None
    return shares and not any(_beyond_whole(one) for one in own if one is not None)


def _beyond_whole(said: IndicatorValue) -> bool:
    """Whether the table has more than a hundred percent there."""
    bounds = (said.value.at_least, said.value.at_most) if isinstance(said.value, Range) else (said.value,)
    return any(isinstance(one, Decimal) and one > WHOLE for one in bounds)
