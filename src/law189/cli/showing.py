"""Показ профиля (the command `show`): what a municipality decided, as text, JSON or a sheet beside the decree."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.cells import cell_len
from rich.table import Table

from law189.cli.checking import allowed_in, show_origins
from law189.cli.console import ON, OUT, Json, ProfileName, day_of, one_line, profile_of, say, say_json
from law189.cli.inputs import FromTree, Inputs
from law189.cli.language import Language
from law189.cli.written import write_html
from law189.lints.linter import lint
from law189.profile.profile import Profile
from law189.report import text as report

__all__ = ["show_profile"]

ORIGIN = typer.Option("--origin", help="откуда что взято: файл и строка / which file each part comes from")
HTML = typer.Option(
    "--html",
    metavar="ФАЙЛ / FILE",
    help="вместо текста записать лист HTML для сверки / write an HTML sheet to check, not the text",
)


def show_profile(
    profile: ProfileName,
    on: Annotated[str | None, ON] = None,
    origin: Annotated[bool, ORIGIN] = False,
    html: Annotated[Path | None, HTML] = None,
    form: FromTree = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Что решил муниципалитет, с адресами / What a municipality decided, with addresses."""
    source = Inputs(form, profile).profile(profile)
    if origin:
        show_origins(source, lang, as_json)
        return
    whole = profile_of(source, lang, as_json)
    found = whole.latest if on is None else whole.on(day_of(on))
    if html is not None:
        from law189.report.html import as_html  # only a sheet needs them
        from law189.report.sheet import sheet

        findings = lint(Profile(((date.min, found),)), allowed_in(source))
        write_html(html, as_html(sheet(whole, found, findings, lang)), lang, as_json)
    values = report.shown(found)
    if as_json:
        say_json(values)
    if as_json or html is not None:  # the sheet says all that the text would
        return
    say([f"{found.title[lang]}: {found.act.heading[lang]}", ""])
    for title, rows in report.sections(values, lang):
        _say_table(title, rows)
        say([""])


PADDING = 2
"""How many signs stand beside each cell of a table."""


def _say_table(title: str, rows: Iterable[Iterable[str]]) -> None:
    """Rows of three cells to the output, below their title; no word is cut.

    Where the longest words do not stand side by side, each cell has a line of its own.
    """
    told = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(map(_longest, cells)) for cells in zip(*told, strict=True)]
    if sum(widths) + len(widths) * PADDING > OUT.width:
        cells = ((number, cell) for row in told for number, cell in enumerate(row) if cell)
        say([title, *(f"    {cell}" if number else cell for number, cell in cells)])
        return
    table = Table(title=one_line(title), show_header=False, title_justify="left", box=None)
    for width in widths:
        table.add_column("", min_width=width)
    for row in told:
        table.add_row(*row)
    with OUT.capture() as captured:
        OUT.print(table)
    say(captured.get().splitlines())


def _longest(cell: str) -> int:
    return max(map(cell_len, cell.split()), default=0)
