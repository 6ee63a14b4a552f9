"""Исполнение заказа в таблице (report of an order told): its rows as tables, as lines of text, and as a page.

>>> from datetime import date
>>> from law189.casebook.report import OrderReport
>>> empty = OrderReport("order", "2024/1", 2024, date(2025, 1, 15), None, (), (), ())
>>> list(report_lines(empty, "en"))
['Execution of the social order 2024/1 for 2024, by the cases on 2025-01-15', 'permitted deviation: not set']
"""

from collections.abc import Iterator

from law189.casebook.ledger_rows import Figure
from law189.casebook.report import OrderReport, OrderRow, Outside
from law189.kinds.asked import asked
from law189.law import Lang, Text
from law189.report.ledger import NO_SERVICE
from law189.report.page import escaped
from law189.report.paged import Page, Table, as_lines, as_page, cell, html_section, html_table, pieces
from law189.report.registers import made_told
from law189.telling import shown

__all__ = ["report_book", "report_lines", "report_page", "report_tables"]

TITLE = Text("Исполнение социального заказа", "Execution of the social order")
FOR, ON = Text("на год", "for"), Text("по делам на", "by the cases on")
PERMITTED = Text("допустимое отклонение", "permitted deviation")
PER_CENT, UNSET = Text("процентов", "per cent"), Text("не установлено", "not set")
ROWS = Text("По строкам заказа", "By line of the order")
OUTSIDE = Text("Оказано, но строки в заказе нет", "Rendered, and no line of the order")
SOURCES = Text("Из каких записей числа", "Which records the figures come from")
HOW = Text(
    "Считаются договоры, сертификаты которых сформированы по этому заказу; если заказ сертификата никакое дело "
    "не называет, договор считается за единственным заказом года, который отводит услугу сертификатам. Оказанное "
    "— то, что в дни года заказа оказано по договорам и актам; с этим сверяют и отчёт о заказе. Оказанное в "
    "другие дни стоит рядом и в отчёт за год не входит. Пока дела не говорят точно, рядом стоит, сколько это "
    "самое большее; отклонение считают от того, что известно. Оказанное по единому сертификату считается в "
    "строке, из которой он оплачен, какой бы из его услуг ни был договор. Отклонение — это оказанное по "
    "сертификатам без заказанного по ним; допустимое считают от той же доли. Оказано ли то, что заказано другими "
    "способами, дела не показывают. Единицы не складываются.",
    "The contracts that count are those whose certificates were formed under this order; where no case tells the "
    "order of a certificate, the contract counts for the only order of the year that gives the service to "
    "certificates. Rendered is what contracts and acts say of the days of the year of the order; the report of the "
    "order is compared with the same. What was rendered on other days stands beside it, and is not of the report "
    "of the year. Where the cases do not say exactly, it is told how much it may be at most; the deviation is "
    "counted of what is known. What was rendered under a single certificate counts for the line that pays for it, "
    "whichever of its services the contract is for. The deviation is what was rendered under certificates less "
    "what was ordered so; the permitted one is counted of the same share. Whether what was ordered in other ways "
    "was rendered the cases do not show. Units are not added.",
)
HEADS = {
    "line": Text("услуга, единица", "service, unit"),
    "ordered": Text("заказано", "ordered"),
    "shares": Text("доли по способам", "shares by way"),
    "rendered": Text("оказано по сертификатам", "rendered under certificates"),
    "most": Text("оказано самое большее", "rendered at most"),
    "other_years": Text("оказано вне года заказа", "rendered outside the year of the order"),
    "other_most": Text("вне года самое большее", "outside the year at most"),
    "deviation": Text("отклонение", "deviation"),
    "within": Text("в пределах допустимого", "within the permitted one"),
}
WITHIN = {True: Text("да", "yes"), False: Text("нет", "no"), None: Text("", "")}
LACKING = Text("нет; нарушение — только превышение", "no; only an excess is a breach")
"""Less than ordered, beyond the permitted deviation: the report of the order holds (`execution.deviated`)."""
FIGURES = ("ordered", "rendered", "other_years", "deviation")
OF_RENDERED = ("rendered", "most", "other_years", "other_most")


@asked
def report_tables(told: OrderReport, lang: Lang) -> tuple[tuple[str, Table], ...]:
    """The lines of the order, and what no line has, each with its title where there is any."""
    found = []
    if told.rows:
        heads = tuple(words[lang] for words in HEADS.values())
        found.append((ROWS[lang], Table(heads, tuple(_cells(row, lang) for row in told.rows))))
    if told.outside:
        rows = tuple((_of(one.service, one.unit.text, lang), *_rendered(one, lang)) for one in told.outside)
        heads = tuple(HEADS[name][lang] for name in ("line", *OF_RENDERED))
        found.append((OUTSIDE[lang], Table(heads, rows)))
    return tuple(found)


def _cells(row: OrderRow, lang: Lang) -> tuple[str, ...]:
    shares = "; ".join(f"{way.text[lang]} — {_amount(share, lang)}" for way, share in row.shares)
    amounts = (*_rendered(row, lang), cell(row.deviation.amount, lang))
    of = _of(row.service, row.unit.text, lang)
    lacks = row.within is False and row.deviation.amount < 0
    within = LACKING if lacks else WITHIN[row.within]
    return (of, cell(row.ordered.amount, lang), shares, *amounts, within[lang])


def _rendered(row: OrderRow | Outside, lang: Lang) -> tuple[str, ...]:
    """What was rendered in the year of the order and outside it; nothing where the latter is nothing."""
    other = row.other_years.amount
    beside = "" if not other and row.other_most is None else cell(other, lang)
    most, other_most = ("" if one is None else cell(one, lang) for one in (row.most, row.other_most))
    return cell(row.rendered.amount, lang), most, beside, other_most


def _of(service: str | None, unit: Text, lang: Lang) -> str:
    return f"{service or NO_SERVICE[lang]}, {unit[lang]}"


def _amount(figure: Figure, lang: Lang) -> str:
    return shown(figure.amount, lang)


def _about(told: OrderReport, lang: Lang) -> str:
    return f"{told.number} {FOR[lang]} {told.year}, {ON[lang]} {shown(told.on, lang)}"


def _permitted(told: OrderReport, lang: Lang) -> str:
    if told.permitted is None:
        return f"{PERMITTED[lang]}: {UNSET[lang]}"
    cites = "; ".join(cite.label[lang] for cite in told.cites)
    return f"{PERMITTED[lang]}, {PER_CENT[lang]}: {shown(told.permitted, lang)} ({cites})"


@asked
def report_lines(told: OrderReport, lang: Lang) -> Iterator[str]:
    """The report as lines of text."""
    yield f"{TITLE[lang]} {_about(told, lang)}"
    yield _permitted(told, lang)
    for title, table in report_tables(told, lang):
        yield ""
        yield title
        yield from as_lines(table)


@asked
def report_page(told: OrderReport, lang: Lang) -> str:
    """The report as a whole HTML file: its tables, and the records of each figure."""
    body = [f"<p>{escaped(_permitted(told, lang))}</p>"]
    for title, table in report_tables(told, lang):
        body += html_section(title, html_table(table))
    body += html_section(SOURCES[lang], _folded(told, lang))
    return as_page(_page(told, lang), lang, body)


def _page(told: OrderReport, lang: Lang) -> Page:
    return Page(TITLE[lang], _about(told, lang), HOW[lang])


@asked
def report_book(told: OrderReport, lang: Lang) -> tuple[Page, tuple[tuple[str, Table], ...]]:
    """What stands in a workbook of the report: what the tables are, and each with its title."""
    page = _page(told, lang)
    rows = tuple(
        (of, one) for of, figures in _sources(told, lang) for each in figures for one in pieces(each)
    )
    sources = Table((HEADS["line"][lang], SOURCES[lang]), rows)
    tables = report_tables(told, lang)
    how = page._replace(how=f"{_permitted(told, lang)}. {page.how}")
    return how, (*tables, (SOURCES[lang], sources)) if rows else tables


def _sources(told: OrderReport, lang: Lang) -> Iterator[tuple[str, list[str]]]:
    """Of each row what it is of, and its figures that come from some records, with the records."""
    for row in told.rows:
        figures = [(HEADS[name][lang], getattr(row, name)) for name in FIGURES]
        shares = [(way.text[lang], share) for way, share in row.shares]
        yield _of(row.service, row.unit.text, lang), _source([*shares, *figures], lang)
    for one in told.outside:
        of = _of(one.service, one.unit.text, lang)
        names = "rendered", "other_years"
        yield of, _source([(HEADS[name][lang], getattr(one, name)) for name in names], lang)


def _source(figures: list[tuple[str, Figure]], lang: Lang) -> list[str]:
    return [
        f"{name}: {_amount(figure, lang)} — {made_told(figure.made_by)}"
        for name, figure in figures
        if figure.made_by
    ]


def _folded(told: OrderReport, lang: Lang) -> Iterator[str]:
    """The records of every figure, folded together row by row."""
    for of, figures in _sources(told, lang):
        yield f"<details><summary>{escaped(of)}</summary>"
        yield from (f"<p>{escaped(figure)}</p>" for figure in figures)
        yield "</details>"
