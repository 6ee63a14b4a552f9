"""Знак процента (percents): a value of an indicator with a percent sign, whose unit is not the percent.

The sign is no part of a value: the unit says it. Where the unit is another, nobody knows which of the two is meant.
"""

from collections.abc import Iterable, Iterator

from law189.errors import Fault
from law189.files.wording import word
from law189.law import Text
from law189.office.workbook.cures import column_at
from law189.office.workbook.faults import Place, cell_name, fault_in
from law189.office.workbook.table import Table, one_line
from law189.office.workbook.taken import Taken
from law189.profile.indicators import IndicatorUnit

__all__ = ["percents"]


def percents(tables: Iterable[Table], taken: Taken) -> Iterator[Fault]:
    """A fault at each cell of a value with a percent sign, beside a unit that is another or is not given."""
    cells = {Place(table.title, *at): cell for table in tables for at, cell in table.cells.items()}
    for loc, place in taken.places.items():
        column, said = column_at(loc), cells.get(place)
        if column is None or column.leaf.told not in ("quantity", "values") or not isinstance(said, str):
            continue
        unit = taken.values[str(loc[0])][loc[1]].get("unit")
        if "%" in said and unit != IndicatorUnit.PERCENT:
            yield fault_in(taken.file, place, _told(said, unit, taken.at((*loc[:2], "unit"))))


def _told(said: str, unit: object, at: Place | None) -> Text:
    """That the sign and the unit disagree, and the two ways to mend it."""
    shown, named = word(one_line(said)), _named(unit)
    where = Text("", "") if at is None else Text(f" в {cell_name(*at[1:])}", f" in {cell_name(*at[1:])}")
    percent = IndicatorUnit.PERCENT.text.ru
    return Text(
        f"у значения «{shown}» стоит знак процента, а единица показателя{where.ru} — {named.ru}; впишите туда "
        f"«{percent}» или уберите знак",
        f"the value «{shown}» has a percent sign, and the unit of the indicator{where.en} is {named.en}; write "
        f"«{percent}» there or take the sign away",
    )


def _named(unit: object) -> Text:
    known = next((one.text for one in IndicatorUnit if one == unit), None)
    if known is not None:
        return Text(f"«{known.ru}»", f"«{known.en}»")
    return _NOT_GIVEN if unit is None else Text(f"«{word(str(unit))}»", f"«{word(str(unit))}»")


_NOT_GIVEN = Text("не указана", "not given")
