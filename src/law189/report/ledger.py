"""Ведомость в таблицах (ledger told): its parts as tables, as lines of text, and as a page with a drawing.

>>> from datetime import date
>>> from law189.casebook.ledger import ledger
>>> from law189.profile.loader import load_profile
>>> empty = ledger((), load_profile("kemerovo"), date(2024, 1, 15))
>>> [title for title, _ in ledger_tables(empty, "ru")], list(ledger_lines(empty, "en"))
([], ['Ledger, on 2024-01-15', 'nothing was moved'])
"""

from collections.abc import Iterable, Iterator
from typing import Any

from law189.casebook.ledger import Ledger
from law189.casebook.ledger_rows import (
    OF_CONSUMER,
    OF_PROVIDER,
    OF_SERVICE,
    Figure,
    InRoubles,
    MoneyRow,
    VolumeRow,
)
from law189.casebook.postings.moved import Flow
from law189.extracts import Way
from law189.kinds.asked import asked
from law189.law import Lang, Text
from law189.measures import Unit
from law189.report.bars import BARS, Bar, Part, bars
from law189.report.page import escaped
from law189.report.paged import Page, Table, as_lines, as_page, cell, html_section, html_table, pieces
from law189.report.registers import made_told
from law189.telling import shown

__all__ = ["ledger_book", "ledger_drawing", "ledger_lines", "ledger_page", "ledger_tables"]

TITLE = Text("Ведомость", "Ledger")
ON = Text("на", "on")
EMPTY = Text("ничего не проведено", "nothing was moved")
SERVICES = Text("По услугам", "By service")
ROUBLES = Text(
    "По услугам, в рублях по нормативным затратам, без округления",
    "By service, in roubles at the normative cost, not rounded",
)
PROVIDERS, CONSUMERS = Text("По исполнителям", "By provider"), Text("По потребителям", "By consumer")
MONEY = Text("Соглашения, в рублях", "Agreements, in roubles")
SOURCES = Text("Из каких записей числа", "Which records the figures come from")
DRAWN = Text("Куда делся объём заказа", "Where the volume of the order is")
HOW = Text(
    "Всё посчитано по записям дел. Строка сходится: заказано — это остаток доли, доли других способов и то, "
    "что в сертификатах за вычетом вернувшегося; в сертификатах — это свободно, занято, оказано и истекло. "
    "Число меньше нуля: взято больше, чем было. Принято то, о чём составлены акты за периоды; договор "
    "считается оказанным, когда кончится, и пока он идёт, принято бывает больше. Не востребовано то из суммы "
    "кончившегося соглашения, чего никто не потребовал и не оплатил; остаток — то, что ещё можно оплатить. "
    "Единый сертификат и всё по нему — в строке услуги, из которой он оплачен. Рубли по нормативным затратам — "
    "объём, умноженный на затраты, точно и без округления до копеек: это не платежи. Единицы не складываются.",
    "All is counted from the records of the cases. A row adds up: what was ordered is what is left of the share, "
    "the shares of other ways, and what was put into certificates less what returned; what is in certificates is "
    "free, held, rendered or expired. A figure below zero: more was taken than there was. What is accepted is what "
    "acts of periods say; a contract is rendered when it ends, and while it runs more may be accepted. Not claimed "
    "is what of the sum of an agreement that is over nobody has claimed or paid; left is what may still be paid. "
    "A single certificate and all under it are in the row of the service whose line pays for it. "
    "Roubles at the normative cost are the volume times the cost, exact and not rounded to kopecks: they are no "
    "payments. Units are not added.",
)
NO_SERVICE = Text("услуга не названа", "no service named")
NO_ORDER = Text("в делах нет такого заказа", "the cases have no such order")
NO_YEAR = Text("год не известен", "year not known")
NOBODY = Text("не известен", "not known")
HEADS = {
    "service": Text("услуга, год заказа, единица", "service, year of the order, unit"),
    "year": Text("год", "year"),
    "provider": Text("ИНН исполнителя", "INN of the provider"),
    "consumer": Text("номер дела потребителя", "file of the consumer"),
    "ordered": Flow.ORDERED.text,
    "formed": Flow.FORMED.text,
    "returned": Flow.RETURNED.text,
    "expired": Flow.EXPIRED.text,
    "contracted": Flow.CONTRACTED.text,
    "released": Flow.RELEASED.text,
    "rendered": Flow.RENDERED.text,
    "accepted": Flow.ACCEPTED.text,
    "live": Text("свободно по сертификатам", "free on certificates"),
    "held": Text("занято договорами", "held by contracts"),
    "remainder": Text("остаток доли сертификата", "left of the share by certificate"),
    "shares": Text("доли по способам", "shares by way"),
    "agreed": Flow.AGREED.text,
    "paid": Flow.PAID.text,
    "kept": Flow.KEPT.text,
    "given_back": Flow.GIVEN_BACK.text,
    "unclaimed": Flow.UNCLAIMED.text,
    "left": Text("остаток", "left"),
    "prices": Text("руб. за единицу", "roubles for a unit"),
}
OF_MONEY = ("agreed", "paid", "kept", "given_back", "unclaimed", "left")


@asked
def ledger_tables(told: Ledger, lang: Lang) -> tuple[tuple[str, Table], ...]:
    """The parts of the ledger that have rows, each with its title."""
    parts = (
        (SERVICES, OF_SERVICE, told.services, ()),
        (ROUBLES, (*OF_SERVICE, "prices"), told.roubles, ()),
        (PROVIDERS, OF_PROVIDER, told.providers, ("provider",)),
        (CONSUMERS, OF_CONSUMER, told.consumers, ("consumer",)),
    )
    found = [(title[lang], _table(names, rows, who, lang)) for title, names, rows, who in parts if rows]
    if told.money:
        heads = tuple(HEADS[name][lang] for name in ("year", "provider", *OF_MONEY))
        found.append((MONEY[lang], Table(heads, tuple(_of_money(row, lang) for row in told.money))))
    return tuple(found)


def _table(
    names: tuple[str, ...], rows: Iterable[VolumeRow | InRoubles], who: tuple[str, ...], lang: Lang
) -> Table:
    heads = tuple(HEADS[name][lang] for name in ("service", *who, *names))
    return Table(heads, tuple(_cells(row, names, bool(who), lang) for row in rows))


def _cells(row: VolumeRow | InRoubles, names: Iterable[str], named: bool, lang: Lang) -> tuple[str, ...]:
    volume = row.row if isinstance(row, InRoubles) else row
    who = (volume.who or NOBODY[lang],) if named else ()
    told = {"shares": _shares(volume, lang), "prices": _prices(row, lang)}
    figures = (told[name] if name in told else cell(getattr(volume, name).amount, lang) for name in names)
    return (_of(volume, lang), *who, *figures)


def _of_money(row: MoneyRow, lang: Lang) -> tuple[str, ...]:
    amounts = (cell(getattr(row, name).amount, lang) for name in OF_MONEY)
    return (_year(row.year, lang), row.who or NOBODY[lang], *amounts)


def _amount(figure: Figure, lang: Lang) -> str:
    return shown(figure.amount, lang)


def _of(row: VolumeRow, lang: Lang) -> str:
    """Which service, year and unit the row is of, and where it is so that no order of the cases is of them."""
    of = f"{row.service or NO_SERVICE[lang]}, {_year(row.year, lang)}, {row.unit.text[lang]}"
    return f"{of} ({NO_ORDER[lang]})" if row.without_order else of


def _year(year: int | None, lang: Lang) -> str:
    return NO_YEAR[lang] if year is None else cell(year, lang)


def _shares(row: VolumeRow, lang: Lang) -> str:
    return "; ".join(f"{way.text[lang]} — {_amount(share, lang)}" for way, share in row.shares)


def _prices(row: VolumeRow | InRoubles, lang: Lang) -> str:
    found: tuple[Any, ...] = row.prices if isinstance(row, InRoubles) else ()
    return "; ".join(
        f"{shown(price, lang)} ({unit.text[lang]}; {cite.label[lang]})" for unit, price, cite in found
    )


# ─── Текст и страница ────────────────────────────────────────────────────────────────────────────────────


@asked
def ledger_lines(told: Ledger, lang: Lang, *, records: bool = False) -> Iterator[str]:
    """The ledger as lines of text; with `records` also which records each figure comes from."""
    yield f"{TITLE[lang]}, {ON[lang]} {shown(told.on, lang)}"
    tables = ledger_tables(told, lang)
    if not tables:
        yield EMPTY[lang]
    for title, table in tables:
        yield ""
        yield title
        yield from as_lines(table)
    if records and tables:
        yield ""
        yield SOURCES[lang]
        for of, figures in _sources(told, lang):
            yield of
            yield from (f"    {figure}" for figure in figures)


@asked
def ledger_page(told: Ledger, lang: Lang) -> str:
    """The ledger as a whole HTML file: the drawing, the tables, and the records of each figure."""
    body = [
        f"<h2>{escaped(DRAWN[lang])}</h2>",
        *ledger_drawing(told, lang),
    ]
    tables = ledger_tables(told, lang)
    if not tables:
        body = [f"<p>{escaped(EMPTY[lang])}</p>"]
    for title, table in tables:
        body += html_section(title, html_table(table))
    if tables:
        body += html_section(SOURCES[lang], _folded(told, lang))
    return as_page(_page(told, lang), lang, body, BARS)


@asked
def ledger_drawing(told: Ledger, lang: Lang) -> Iterator[str]:
    """Where the volume of each service is, as one drawing; none where nothing was ordered."""
    yield from bars(DRAWN[lang], [_bar(row, lang) for row in told.services])


def _page(told: Ledger, lang: Lang) -> Page:
    return Page(TITLE[lang], f"{ON[lang]} {shown(told.on, lang)}", HOW[lang])


@asked
def ledger_book(told: Ledger, lang: Lang) -> tuple[Page, tuple[tuple[str, Table], ...]]:
    """What stands in a workbook of the ledger: what the tables are, and each with its title."""
    tables = ledger_tables(told, lang)
    rows = tuple(
        (of, one) for of, figures in _sources(told, lang) for each in figures for one in pieces(each)
    )
    sources = Table((HEADS["service"][lang], SOURCES[lang]), rows)
    return _page(told, lang), (*tables, (SOURCES[lang], sources)) if rows else tables


def _bar(row: VolumeRow, lang: Lang) -> Bar:
    """Where the volume of a row is: with certificates from what is done to what is not, then the other ways."""
    of = f"{_of(row, lang)}: {_amount(row.ordered, lang)}"
    names = ("rendered", "held", "live", "expired", "remainder")
    parts = [_part(name, HEADS[name], getattr(row, name), lang) for name in names]
    others = [(way, share) for way, share in row.shares if way is not Way.CERTIFICATE]
    return Bar(of, (*parts, *(_part(way.value, way.text, share, lang) for way, share in others)))


def _part(kind: str, name: Text, figure: Figure, lang: Lang) -> Part:
    return Part(kind, name[lang], figure.amount, _amount(figure, lang))


def _sources(told: Ledger, lang: Lang) -> Iterator[tuple[str, list[str]]]:
    """Of each row what it is of, and its figures that come from some records, with the records."""
    for row in (*told.services, *told.providers, *told.consumers):
        of = f"{_of(row, lang)}{f', {row.who}' if row.who else ''}"
        figures = {name: getattr(row, name) for name in ("ordered", *OF_CONSUMER, "accepted")}
        yield of, _source(figures, lang)
    for one in told.money:
        of = f"{_year(one.year, lang)}, {one.who or NOBODY[lang]}, {Unit.ROUBLES.text[lang]}"
        yield of, _source({name: getattr(one, name) for name in OF_MONEY[:-1]}, lang)


def _source(figures: dict[str, Figure], lang: Lang) -> list[str]:
    return [
        f"{HEADS[name][lang]}: {_amount(figure, lang)} — {made_told(figure.made_by)}"
        for name, figure in figures.items()
        if figure.made_by
    ]


def _folded(told: Ledger, lang: Lang) -> Iterator[str]:
    """The records of every figure, folded together row by row."""
    for of, figures in _sources(told, lang):
        yield f"<details><summary>{escaped(of)}</summary>"
        yield from (f"<p>{escaped(figure)}</p>" for figure in figures)
        yield "</details>"
