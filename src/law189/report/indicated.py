"""Показатели в таблице (indicators told): each with its base, its target, what was reported and counted.

>>> from law189.audit.indicators import indicators_on
>>> from law189.profile.loader import load_profile
>>> told = indicators_on(load_profile("kemerovo"), {"app5.2.1": True})
>>> [(row[0], row[5], row[8]) for row in indicator_table(told, "ru").rows if row[5]]
[('app5.2.1', 'да', 'соблюдено')]
"""

from collections.abc import Sequence
from datetime import date
from types import NoneType

from law189.audit.indicators import CountedValue, Judged
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Lang, Text
from law189.profile.indicators import IndicatorValue
from law189.report.page import escaped
from law189.report.paged import Cell, Page, Table, as_page, cell, html_section, html_table
from law189.report.reasons import OTHERWISE, cures_of, otherwise_of
from law189.report.registers import made_told
from law189.report.text import DO
from law189.rules.indicators.tallies import Extent
from law189.telling import shown
from law189.verdict import Outcome

__all__ = ["indicator_book", "indicator_page", "indicator_table"]

TITLE, ON = Text("Показатели эффективности", "Indicators"), Text("на", "on")
EMPTY = Text("Показателей в профиле нет.", "The profile has no indicators.")
HOW = Text(
    "Сообщённое значение стоит рядом с базовым, с целевым и с тем, что сосчитано по делам.",
    "The reported value stands beside the base, the target and what was counted of the cases.",
)
HEADS = (
    Text("пункт", "item"),
    Text("показатель", "indicator"),
    Text("единица", "unit"),
    Text("базовое значение", "base"),
    Text("целевое значение", "target"),
    Text("сообщено", "reported"),
    Text("сосчитано по делам", "counted of the cases"),
    Text("дело: записи", "case: records"),
    Text("исход", "outcome"),
    Text("почему", "why"),
    Text("нормы", "provisions"),
    DO,
    OTHERWISE,
)


@asked
def indicator_table(told: Sequence[Judged], lang: Lang) -> Table:
    """Every indicator as a row."""
    rows = tuple(_cells(one, lang) for one in told)
    return Table(tuple(head[lang] for head in HEADS), rows)


def _cells(one: Judged, lang: Lang) -> tuple[str, ...]:
    indicator = one.indicator
    cites = dict.fromkeys(cite.label[lang] for part in one.verdict.walk() for cite in part.cites)
    reported = one.reported
    return (
        indicator.id,
        indicator.title[lang],
        "" if indicator.unit is None else indicator.unit.text[lang],
        _value(indicator.base, lang),
        _value(one.target, lang),
        shown(reported, lang) if isinstance(reported, bool) else cell(reported, lang),
        _counted(one.counted, lang),
        "" if one.counted is None else made_told(one.counted.tallied.made_by),
        one.verdict.outcome.text[lang],
        " ".join(reason.text[lang] for reason in one.verdict.reasons(*Outcome)),
        "; ".join(cites),
        cures_of(one.verdict, lang),
        otherwise_of(one.verdict, lang),
    )


def _value(value: IndicatorValue | None, lang: Lang) -> str:
    return "" if value is None else value.text[lang]


def _counted(counted: CountedValue | None, lang: Lang) -> str:
    if counted is None:
        return ""
    found = counted.tallied.found
    if not isinstance(found, Extent):
        return found[lang]
    said, exact = found.text[lang], found.exact
    return said if exact is None else Cell(said, exact)


@asked
def indicator_page(told: Sequence[Judged], of: str, on: date | None, lang: Lang) -> str:
    """The indicators as a whole HTML file; `of` is the name of the municipality."""
    must_be(on, date, NoneType)
    table = indicator_table(told, lang)
    body = html_table(table) if table.rows else [f"<p>{escaped(EMPTY[lang])}</p>"]
    return as_page(_page(of, on, lang), lang, html_section(TITLE[lang], body))


def _page(of: str, on: date | None, lang: Lang) -> Page:
    return Page(TITLE[lang], of if on is None else f"{of}, {ON[lang]} {shown(on, lang)}", HOW[lang])


@asked
def indicator_book(
    told: Sequence[Judged], of: str, on: date | None, lang: Lang
) -> tuple[Page, tuple[tuple[str, Table], ...]]:
    """What stands in a workbook of the indicators: what the table is, and the table with its title."""
    must_be(on, date, NoneType)
    return _page(of, on, lang), ((TITLE[lang], indicator_table(told, lang)),)
