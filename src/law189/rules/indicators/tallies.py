"""Посчитанное (tallies): a reported value beside what the cases, or the adopted acts, can be counted for.

A share is counted as a fraction, and what is reported in per cent is compared within half of its last digit. Where
a fact is missing (the sector of a provider, the file of a consumer), a count has two ends, and a value outside both
is surely another one.

>>> three = Extent(Fraction(3), Fraction(3))
>>> units = Counts(kind="providers")
>>> told("app5.2.3", units, three, date(2024, 12, 31), Decimal(3)).outcome
<Outcome.HOLDS: 'holds'>
>>> told("app5.2.3", units, three, date(2024, 12, 31), Decimal(5)).outcome
<Outcome.BREACH: 'breach'>
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from law189.kinds.asked import asked, made_asked
from law189.law import Citation, Source, Text
from law189.profile.tallies import Counts, IndicatorUnit, Tally
from law189.rules.indicators.targets import value_of
from law189.verdict import Ask, Outcome, Rule, Verdict

__all__ = ["ENDS", "HOLDER", "SECTOR", "Extent", "told"]

COUNTED = Rule(
    "indicators.counted",
    Text(
        "Сообщено: {reported:#|ничего}; посчитано на {on}: {counted}; что считают: {what}.",
        "Reported: {reported:#|nothing}; counted on {on}: {counted}; what is counted: {what}.",
    ),
    cure=Text("Сверьте сообщённое с делами.", "Check what is reported against the cases."),
    missed=Outcome.BREACH,
    unknown=Text(
        "Сообщено: {reported:#|ничего}; посчитано на {on}: {counted}; что считают: {what}; сравнить нельзя: {why}. "
        "Нужно: {asks}.",
        "Reported: {reported:#|nothing}; counted on {on}: {counted}; what is counted: {what}; not compared: "
        "{why}. Needed: {asks}.",
    ),
    assumed=Text(
        "Ни один акт не лишает силы отчёт, который расходится с делами, но он говорит не то, что в них. "
        "Проценты сравнивают до половины последнего сообщённого знака.",
        "No act takes the effect of a report that differs from the cases, but it says another thing than they "
        "do. Per cent are compared to half of the last digit that was reported.",
    ),
)
NOT_REPORTED = Text("значение не сообщено", "no value was reported")
NOT_A_NUMBER = Text("сообщено не число", "what was reported is no number")
NOT_TOLD = Text("для точного счёта не хватает фактов", "facts are missing for an exact count")
SECTOR = Ask(
    "case.provider.sector",
    Text("сектор исполнителя", "sector of the provider"),
    Text("исполнитель", "the provider"),
)
HOLDER = Ask(
    "case.certificate",
    Source.CERTIFICATE.text,
    Text("тот, кто ведёт дело о сертификате", "whoever keeps the case of the certificate"),
)
ENDS = Ask(
    "case.rendered",
    Text(
        "сколько оказано по договорам, конец которых не записан",
        "how much was rendered under contracts whose end is not recorded",
    ),
    Text("исполнитель", "the provider"),
)
CASES = Ask(
    "case.counted",
    Text("дела, по которым считают показатель", "the cases from which the indicator is counted"),
    Text("тот, кто ведёт дела", "whoever keeps the cases"),
)
ADOPTED = Ask(
    "profile.adopted",
    Text("принятые акты", "the adopted acts"),
    Text("тот, кто ведёт профиль муниципалитета", "whoever maintains the profile of the municipality"),
)
NOTHING = Text("ничего", "nothing")


@made_asked
class Extent(NamedTuple):
    """Посчитанное: the least and the most that it may be; they are one where no fact is missing.

    A share is in per cent. `lacks` are the facts that are missing.
    """

    least: Fraction
    most: Fraction
    lacks: tuple[Ask, ...] = ()

    @property
    def exact(self) -> Decimal | None:
        """The number that it is; None where it may be several, or no decimal writes it."""
        return _decimal(self.least, 28) if self.least == self.most else None

    @property
    def text(self) -> Text:
        """The count in words; per cent that no decimal writes are told as a fraction of them."""
        if self.least == self.most:
            return _written(self.least)
        least, most = _written(self.least), _written(self.most)
        return Text(f"от {least.ru} до {most.ru}", f"from {least.en} to {most.en}")


def _written(amount: Fraction) -> Text:
    """The number as a decimal where one is exact; else its whole part and a fraction."""
    exact = _decimal(amount, 6)
    if exact is not None:
        return Text(f"{exact:f}".replace(".", ","), f"{exact:f}")
    whole, rest = divmod(amount, 1)
    return Text(f"{whole} {rest}" if whole else str(rest))


def _decimal(amount: Fraction, most: int) -> Decimal | None:
    """The exact decimal; None where there is none of so many digits after the point."""
    for digits in range(most + 1):
        scaled = amount * 10**digits
        if scaled.denominator == 1:
            return Decimal(f"{scaled.numerator}E-{digits}")
    return None


@asked
def told(
    indicator: str,
    counts: Counts,
    count: Extent | Text,
    on: date,
    reported: Decimal | bool | None,
    *cites: Citation,
) -> Verdict:
    """Whether the reported value is the one counted; UNKNOWN where nothing was reported or nothing counted.

    `count` is why nothing was counted, where that is so. `on` is the day for which it was counted.
    """
    number = None if isinstance(reported, bool) else reported
    holds: bool | None = None
    asks: tuple[Ask, ...] = ()
    if isinstance(count, Text):
        why, asks = count, (ADOPTED if counts.kind is Tally.ACTS else CASES,)
    elif number is None:
        why = NOT_REPORTED if reported is None else NOT_A_NUMBER
        asks = (value_of(indicator),)
    else:
        holds = _same(number, count, counts.unit)
        why, asks = NOT_TOLD, count.lacks
    return COUNTED.judge(
        holds,
        *cites,
        lacks=asks,
        reported=reported if reported is None or isinstance(reported, bool) else str(reported),
        on=on,
        counted=NOTHING if isinstance(count, Text) else count.text,
        least=None if isinstance(count, Text) else count.least,
        most=None if isinstance(count, Text) else count.most,
        what=counts.text,
        why=why if holds is None else None,
    )


def _same(reported: Decimal, count: Extent, unit: IndicatorUnit) -> bool | None:
    """Whether the value is the count; None where a missing fact decides it."""
    near = Fraction(0)
    if unit is IndicatorUnit.PERCENT:
        exponent = reported.as_tuple().exponent
        assert isinstance(exponent, int), "a reported number is finite"
        near = Fraction(10) ** min(exponent, 0) / 2
    value = Fraction(reported)
    if not count.least - near <= value <= count.most + near:
        return False
    return True if count.least == count.most else None
