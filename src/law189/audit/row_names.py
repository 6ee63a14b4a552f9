"""Строка плана или показателей, как её ни назови (row names): one row under every name that an edition knows.

A row is named by its id, by its address in any spelling, or by an address that it had in another edition.

>>> from law189.profile.loader import load_profile
>>> items = RowNames.of_plan(load_profile("kemerovo"), date(2024, 4, 25))
>>> [items.row(said).id for said in ("app4.3.1", "п. 3.1 прил. 4")], items.row("app4.99")
(['app4.3.1', 'app4.3.1'], None)
"""

from datetime import date
from typing import Generic, NamedTuple, TypeVar

from law189.files.wording import did_you_mean, word
from law189.law import Text
from law189.profile.called import called, found_by
from law189.profile.indicators import Indicator
from law189.profile.plan import PlanItem
from law189.profile.profile import Profile

__all__ = ["RowNames"]

R = TypeVar("R", PlanItem, Indicator)
NONE = Text("«{said}» в профиле нет", "no «{said}» in the profile")
GONE = Text(
    "строка «{said}» есть в другой редакции акта, а в редакции на этот день её нет; уберите запись или "
    "спросите на другой день",
    "the row «{said}» is in another edition of the act, and not in that of this day; leave the record out, or "
    "ask for another day",
)


class RowNames(NamedTuple, Generic[R]):
    """Строки таблицы на день: the rows of the edition by which it is asked, and those of every edition."""

    main: str
    present: tuple[R, ...]
    others: tuple[R, ...]

    @staticmethod
    def of_plan(profile: Profile, on: date) -> "RowNames[PlanItem]":
        """The items of the plan."""
        edition, others = profile.on(on), (row for _, one in profile.editions for row in one.plan)
        return RowNames(edition.act.id, edition.plan, tuple(others))

    @staticmethod
    def of_indicators(profile: Profile, on: date | None) -> "RowNames[Indicator]":
        """The indicators; of the latest edition without a day."""
        edition = profile.latest if on is None else profile.on(on)
        others = (row for _, one in profile.editions for row in one.indicators)
        return RowNames(edition.act.id, edition.indicators, tuple(others))

    def row(self, said: str) -> R | None:
        """The row that the words name; None where there is none."""
        return found_by(said, self.present, self.main, self.others)

    def unknown(self, said: str, none: Text = NONE) -> Text:
        """That there is no such row, in the words `none`, or that there is none on that day."""
        shown = word(said)
        if any(row.id == called(said, self.main) for row in self.others):
            return Text(GONE.ru.format(said=shown), GONE.en.format(said=shown))
        hint = did_you_mean(said, [row.id for row in self.present])
        return Text(f"{none.ru.format(said=shown)}; {hint.ru}", f"{none.en.format(said=shown)}; {hint.en}")
