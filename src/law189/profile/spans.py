"""Периоды (spans): a month, a quarter, a half-year, a year of the calendar.

>>> Per.QUARTER.last_month(5), Per.YEAR.last_month(5)
(6, 12)
"""

from law189.law import Text, Vocabulary

__all__ = ["Per"]


class Per(Vocabulary):
    """За какое время считают, сколько раз; in Russian as it stands after «раз в»."""

    MONTH = "month", "месяц", "month"
    QUARTER = "quarter", "квартал", "quarter"
    HALF_YEAR = "half_year", "полугодие", "half-year"
    YEAR = "year", "год", "year"

    @property
    def months(self) -> int:
        """How many months it has."""
        return {Per.MONTH: 1, Per.QUARTER: 3, Per.HALF_YEAR: 6, Per.YEAR: 12}[self]

    @property
    def after(self) -> Text:
        """The period as it stands after «следующего за»."""
        ru = {Per.MONTH: "месяцем", Per.QUARTER: "кварталом", Per.HALF_YEAR: "полугодием", Per.YEAR: "годом"}
        return Text(ru[self], self.text.en)

    def last_month(self, month: int) -> int:
        """The last month of the period to which the month of a year belongs."""
        return (month - 1) // self.months * self.months + self.months
