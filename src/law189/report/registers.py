"""Реестры в таблицах (registers told): a register on a day, or what changed in it, as one table.

>>> from datetime import date
>>> from law189.casebook.registers import RegisterKind, register
>>> from law189.profile.loader import load_profile
>>> empty = register(RegisterKind.RECIPIENTS, (), load_profile("kemerovo"), date(2024, 1, 15))
>>> register_table(empty, "ru").heads[:3], register_table(empty, "ru").rows
(('номер реестровой записи', 'дата включения', 'номер дела получателя'), ())
>>> register_page(empty, "ru").about
'на 15.01.2024'
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from law189.casebook.known import Made
from law189.casebook.registers import ProviderRow, RecipientRow, Register, RegisterDifference, RegisterKind
from law189.kinds.asked import asked
from law189.law import Citation, Lang, Text, Vocabulary
from law189.measures import Volume
from law189.report.bars import BARS, Bar, Part, bars
from law189.report.paged import Page, Table, as_page, cell, html_section, html_table
from law189.telling import shown

__all__ = ["made_told", "register_drawing", "register_html", "register_page", "register_table"]

HEADS = {
    "record": Text("номер реестровой записи", "number of the record"),
    "included_on": Text("дата включения", "included on"),
    "changed_on": Text("дата изменения", "changed on"),
    "excluded_on": Text("дата исключения", "excluded on"),
    "inn": Text("ИНН", "INN"),
    "ogrn": Text("ОГРН (ОГРНИП)", "OGRN (OGRNIP)"),
    "kind": Text("вид исполнителя", "kind of provider"),
    "sector": Text("сектор", "sector"),
    "services": Text("уникальные номера услуг", "unique numbers of services"),
    "agreement": Text("номер соглашения", "number of the agreement"),
    "agreement_on": Text("дата соглашения", "agreement concluded on"),
    "agreement_ended_on": Text("соглашение прекращено", "agreement ended on"),
    "file": Text("номер дела получателя", "file of the recipient"),
    "born": Text("дата рождения", "born on"),
    "categories": Text("категории", "categories"),
    "certificate": Text("номер сертификата", "number of the certificate"),
    "nominal": Text("номинал", "nominal"),
    "formed_on": Text("сертификат сформирован", "certificate formed on"),
    "valid_until": Text("действует по", "valid until"),
    "suspended_on": Text("сертификат приостановлен с", "certificate suspended on"),
    "ended_on": Text("сертификат прекращён", "certificate ended on"),
    "live": Text("сертификат действует", "certificate live"),
    "cites": Text("норма", "provision"),
    "made_by": Text("дело и записи", "case and records"),
}
"""What each column is called; the id of the case stands with its records."""
COLUMNS = {
    RegisterKind.PROVIDERS: tuple(name for name in ProviderRow._fields if name in HEADS),
    RegisterKind.RECIPIENTS: tuple(name for name in RecipientRow._fields if name in HEADS),
}
WHAT = Text("что изменилось", "what changed")
ADDED, GONE = Text("добавлена", "added"), Text("выбыла", "gone")
WAS, IS = Text("изменена, было", "changed, before"), Text("изменена, стало", "changed, after")
ON, SINCE = Text("на", "on"), Text("что изменилось после", "what changed after")
HOW = Text(
    "Составлено по записям дел. Наименований, адресов и контактов в делах нет, поэтому нет и здесь.",
    "Made of the records of the cases. They hold no names, addresses and contacts, and so there are none here.",
)


DRAWN, ROWS = Text("Записей по услугам", "Rows by service"), Text("Записи", "Rows")
NOBODY = Text("записей нет", "there are no rows")
STANDING = (
    ("done", Text("в реестре", "in the register")),
    ("expired", Text("исключены", "excluded")),
    ("remainder", Text("сертификата ещё нет", "no certificate yet")),
    ("live", Text("сертификат действует", "certificate in force")),
    ("rendered", Text("сертификат прекращён", "certificate ended")),
    ("held", Text("сертификат приостановлен", "certificate suspended")),
)
"""How a row stands: the kind of its part in the drawing, and its words."""
DIFFERENCE = {ADDED: ("live", ADDED), IS: ("held", Text("изменена", "changed")), GONE: ("expired", GONE)}


@asked
def register_table(told: Register | RegisterDifference, lang: Lang) -> Table:
    """The register as a table; of a difference the first column says what became of the row."""
    names = COLUMNS[told.kind]
    heads = tuple(HEADS[name][lang] for name in names)
    if isinstance(told, Register):
        return Table(heads, tuple(_cells(row, names, lang) for row in told.rows))
    rows = [(words[lang], *_cells(row, names, lang)) for words, row in _marked(told)]
    return Table((WHAT[lang], *heads), tuple(rows))


def _marked(told: RegisterDifference) -> Iterator[tuple[Text, ProviderRow | RecipientRow]]:
    yield from ((ADDED, row) for row in told.added)
    for change in told.changed:
        yield from ((WAS, change.before), (IS, change.after))
    yield from ((GONE, row) for row in told.gone)


def _cells(row: ProviderRow | RecipientRow, names: Iterable[str], lang: Lang) -> tuple[str, ...]:
    return tuple(_cell(getattr(row, name), lang) for name in names)


def _cell(value: Any, lang: Lang) -> str:
    match value:
        case None | ():
            return ""
        case date():
            return cell(value, lang)
        case Volume():
            return value.text[lang]
        case Vocabulary():
            return value.text[lang]
        case (Made(), *_):
            return made_told(value)
        case (Citation() | str(), *_):
            return ", ".join(shown(one, lang) for one in value)
        case _:
            return shown(value, lang)


@asked
def made_told(made: Iterable[Made]) -> str:
    """Which records of which cases: `12: 2, 3; 7: 3`."""
    by_case: dict[str, list[str]] = {}
    for one in made:
        by_case.setdefault(one.history, []).append(str(one.record))
    return "; ".join(f"{case}: {', '.join(records)}" for case, records in by_case.items())


@asked
def register_page(told: Register | RegisterDifference, lang: Lang) -> Page:
    """What stands above the table on a page."""
    title = told.kind.text[lang]
    return Page(f"{title[:1].upper()}{title[1:]}", _days(told, lang), HOW[lang])


@asked
def register_drawing(told: Register | RegisterDifference, lang: Lang) -> Iterator[str]:
    """How the rows stand, by service: one drawing in SVG; none where there are no rows."""
    if isinstance(told, Register):
        rows = [(_standing(row, told.on), row) for row in told.rows]
    else:
        rows = [(DIFFERENCE[words], row) for words, row in _marked(told) if words is not WAS]
    counted: dict[str, Counter[tuple[str, Text]]] = {}
    for how, row in rows:
        for service in dict.fromkeys(row.services):
            counted.setdefault(service, Counter())[how] += 1
    order = dict.fromkeys((*STANDING, *DIFFERENCE.values()))
    yield from bars(
        DRAWN[lang],
        [
            Bar(
                f"{service}: {counts.total()}",
                tuple(
                    Part(how[0], how[1][lang], Decimal(counts[how]), str(counts[how]))
                    for how in order
                    if counts[how]
                ),
            )
            for service, counts in counted.items()
        ],
    )


def _standing(row: ProviderRow | RecipientRow, on: date) -> tuple[str, Text]:
    """How a row stands on the day: a provider in the register or out of it, a recipient by the certificate."""
    if isinstance(row, ProviderRow):
        return STANDING[0] if row.held else STANDING[1]
    if row.certificate is None or row.valid_until is None:
        return STANDING[2]
    if row.live:
        return STANDING[3]
    paused = row.suspended_on is not None and row.ended_on is None and row.valid_until >= on
    return STANDING[5] if paused else STANDING[4]


@asked
def register_html(told: Register | RegisterDifference, lang: Lang) -> str:
    """The register as a whole HTML file: the drawing and the table."""
    table, drawing = register_table(told, lang), [*register_drawing(told, lang)]
    body = html_section(DRAWN[lang], drawing) if drawing else []
    body += html_section(ROWS[lang], html_table(table) if table.rows else [f"<p>{NOBODY[lang]}</p>"])
    return as_page(register_page(told, lang), lang, body, BARS)


def _days(told: Register | RegisterDifference, lang: Lang) -> str:
    def day(one: date) -> str:
        return shown(one, lang)

    if isinstance(told, Register):
        return f"{ON[lang]} {day(told.on)}"
    return f"{ON[lang]} {day(told.on)}; {SINCE[lang]} {day(told.since)}"
