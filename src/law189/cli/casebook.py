"""Команды о книге дел (the commands on many cases): the registers, the ledger, how an order is executed, on a day.

A step that was refused and a line with faults by that day are told aside and end a command with exit code 1; the
answer is of all that was taken.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from law189.casebook.ledger import ledger as ledger_of
from law189.casebook.registers import Register, RegisterDifference, RegisterKind, difference
from law189.casebook.registers import register as register_of
from law189.casebook.report import NoOrder, report_of
from law189.cli.console import ON, Json, complain, day_of, profile_of, say, say_json, stop
from law189.cli.handed import Handed, Html, Tables, Xlsx
from law189.cli.inputs import ByProfile, FromLines, Inputs, StepsFile, called
from law189.cli.language import Language, Misused
from law189.cli.standing import Standing, end, standing_on
from law189.cli.written import WRITTEN, put_new
from law189.files.given import Form
from law189.files.offered import in_words
from law189.files.wording import did_you_mean, word
from law189.law import Lang, Text
from law189.law.texts import texts
from law189.numbers import canonical, service_key, unread
from law189.report.executed import report_book, report_lines, report_page
from law189.report.ledger import ledger_book, ledger_lines, ledger_page
from law189.report.paged import as_csv, as_lines
from law189.report.registers import register_html, register_page, register_table

__all__ = ["ledger", "register", "report"]

OnDay = Annotated[str, ON]
Csv = Annotated[
    Path | None,
    typer.Option("--csv", metavar="ФАЙЛ / FILE", help="записать таблицу CSV / write a table of CSV"),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="ДЕНЬ / DAY",
        help="только то, что изменилось после этого дня / only what changed after that day",
    ),
]
WHICH = f"какой: {', '.join(RegisterKind)} / which: {', '.join(RegisterKind)}"
NOBODY = Text("записей нет", "there are no rows")


def register(
    which: Annotated[str, typer.Argument(metavar="РЕЕСТР / REGISTER", help=WHICH)],
    file: StepsFile,
    profile: ByProfile,
    on: OnDay,
    since: Since = None,
    csv: Csv = None,
    html: Html = None,
    xlsx: Xlsx = None,
    form: FromLines = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Реестр исполнителей или получателей на день / The register of providers or recipients on a day."""
    day = day_of(on)
    handed = Handed.asked(html, xlsx, lang)
    before = None if since is None else _before(since, day)
    kind = _kind(which)
    standing = _standing(file, profile, day, form, lang, as_json)
    told = _told(kind, standing, day, before)
    table, page = register_table(told, lang), register_page(told, lang)
    if csv is not None:
        put_new(csv, as_csv(table), lang, as_json)
        complain([f"{csv}: {WRITTEN[lang]}"])
    handed.write(
        lambda: register_html(told, lang), lambda: Tables(page, ((page.title, table),)), lang, as_json
    )
    lines = [f"{page.title}, {page.about}", *(as_lines(table) if table.rows else [NOBODY[lang]])]
    aside = csv is not None or handed.any
    _answer(standing, day, told.as_json() if as_json else () if aside else lines, lang)


def _before(since: str, on: date) -> date:
    """The earlier of two days; wrong usage where it is not."""
    day = day_of(since)
    if day >= on:
        raise Misused(
            Text(f"--since {since}: нужен день раньше {on}", f"--since {since}: a day before {on} is needed")
        )
    return day


def _kind(name: str) -> RegisterKind:
    """The register of that name; wrong usage where there is none."""
    if name not in set(RegisterKind):
        hint, said = in_words(name, {one.value: one.text for one in RegisterKind}), word(name)
        raise Misused(Text(f"реестра «{said}» нет; {hint.ru}", f"there is no register «{said}»; {hint.en}"))
    return RegisterKind(name)


def _standing(file: str, profile: str, day: date, form: Form | None, lang: Lang, as_json: bool) -> Standing:
    """What the file came to at the end of the day."""
    inputs = Inputs(form, file, profile)
    steps, whole = inputs.lines(file, again=True), profile_of(inputs.profile(profile), lang, as_json)
    return standing_on(steps, day, whole, None, lang, as_json)


def _told(
    which: RegisterKind, standing: Standing, day: date, before: date | None
) -> Register | RegisterDifference:
    found = register_of(which, standing.of_lines, standing.profile, day)
    if before is None:
        return found
    return difference(register_of(which, standing.of_lines, standing.profile, before), found)


def _whole(standing: Standing, day: date, lang: Lang) -> dict[str, Any]:
    """What every answer in JSON says of the file; the histories themselves are not told again."""
    whole = standing.as_json(day, lang)
    return {name: value for name, value in whole.items() if name != "histories"}


def _answer(standing: Standing, day: date, told: dict[str, Any] | Iterable[str], lang: Lang) -> None:
    """The answer as JSON with what every one says of the file, or as lines; what was not taken ends the command."""
    if isinstance(told, dict):
        say_json({**_whole(standing, day, lang), **told})
    else:
        say(told)
    end(standing)


def ledger(
    file: StepsFile,
    profile: ByProfile,
    on: OnDay,
    service: Annotated[
        str | None,
        typer.Option(
            "--service",
            metavar="НОМЕР / NUMBER",
            help="только одна услуга, по уникальному номеру / one service only, by its unique number",
        ),
    ] = None,
    html: Html = None,
    xlsx: Xlsx = None,
    records: Annotated[
        bool,
        typer.Option(
            "--records", help="из каких записей каждое число / which records each figure comes from"
        ),
    ] = False,
    form: FromLines = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Куда делось заказанное: сертификаты, договоры, оказано / Where what was ordered is on a day."""
    day = day_of(on)
    handed = Handed.asked(html, xlsx, lang)
    standing = _standing(file, profile, day, form, lang, as_json)
    if service is not None and (wrong := _no_service(service, standing, day)) is not None:
        stop(wrong, called(file), lang, as_json)
    told = ledger_of(standing.of_lines, standing.profile, day, service=service)
    handed.write(lambda: ledger_page(told, lang), lambda: Tables(*ledger_book(told, lang)), lang, as_json)
    said = told.as_json() if as_json else [] if handed.any else ledger_lines(told, lang, records=records)
    _answer(standing, day, said, lang)


def _no_service(said: str, standing: Standing, day: date) -> Text | None:
    """Why nothing can be told of that service: no profile and no case names it; None where one does."""
    rows = ledger_of(standing.of_lines, standing.profile, day)
    named = [one.number for _, edition in standing.profile.editions for one in edition.services]
    named += [row.service for row in (*rows.services, *rows.providers, *rows.consumers) if row.service]
    for history in standing.of_lines:
        facts = (record.event.model_dump(mode="json") for record in history.records)
        named += [one for text in texts(list(facts)) if (one := canonical(text)) is not None]
    known = dict.fromkeys(map(service_key, named))
    if service_key(said) in known:
        return None
    hint, shown, why = did_you_mean(service_key(said), known), word(said), unread(said)
    if not said.strip():
        return Text(f"номер услуги пуст; {hint.ru}", f"the number of the service is empty; {hint.en}")
    if why is not None:
        return Text(
            f"номер услуги «{shown}» {why.ru}; {hint.ru}",
            f"the number of a service «{shown}» {why.en}; {hint.en}",
        )
    return Text(
        f"услуги «{shown}» нет ни в профиле, ни в делах; {hint.ru}",
        f"neither the profile nor the cases have a service «{shown}»; {hint.en}",
    )


def report(
    file: StepsFile,
    profile: ByProfile,
    named: Annotated[
        str,
        typer.Option(
            "--order",
            metavar="НОМЕР / NUMBER",
            help="номер заказа или дела о нём / the number of the order, or the id of its case",
        ),
    ],
    on: OnDay,
    html: Html = None,
    xlsx: Xlsx = None,
    form: FromLines = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Как исполнен заказ: заказано, оказано, отклонение / How an order is executed on a day."""
    day = day_of(on)
    handed = Handed.asked(html, xlsx, lang)
    standing = _standing(file, profile, day, form, lang, as_json)
    try:
        told = report_of(standing.of_lines, standing.profile, named, day)
    except NoOrder as error:
        stop(error.words, called(file), lang, as_json)
    handed.write(lambda: report_page(told, lang), lambda: Tables(*report_book(told, lang)), lang, as_json)
    said = told.as_json() if as_json else [] if handed.any else report_lines(told, lang)
    _answer(standing, day, said, lang)
