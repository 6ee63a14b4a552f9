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

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from law189.casebook.known import Made
from law189.casebook.registers import ProviderRow, RecipientRow, Register, RegisterDifference, RegisterKind
from law189.law import Citation, Lang, Text, Vocabulary
from law189.measures import Volume
from law189.report.paged import Page, Table
from law189.telling import shown

__all__ = ["made_told", "register_page", "register_table"]

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


def made_told(made: Iterable[Made]) -> str:
    """Which records of which cases: `12: 2, 3; 7: 3`."""
    by_case: dict[str, list[str]] = {}
    for one in made:
        by_case.setdefault(one.history, []).append(str(one.record))
    return "; ".join(f"{case}: {', '.join(records)}" for case, records in by_case.items())


def register_page(told: Register | RegisterDifference, lang: Lang) -> Page:
    """What stands above the table on a page."""
    title = told.kind.text[lang]
    return Page(f"{title[:1].upper()}{title[1:]}", _days(told, lang), HOW[lang])


def _days(told: Register | RegisterDifference, lang: Lang) -> str:
    def day(one: date) -> str:
        return shown(one, lang)

    if isinstance(told, Register):
        return f"{ON[lang]} {day(told.on)}"
    return f"{ON[lang]} {day(told.on)}; {SINCE[lang]} {day(told.since)}"
