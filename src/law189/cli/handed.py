"""Что передают (handed): reports that a command writes as a page and as a workbook, by the same two options."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, NamedTuple, Self

import typer

from law189.cli.console import complain
from law189.cli.written import WRITTEN, put_new, write_html
from law189.errors import needs_extra
from law189.law import Lang
from law189.report.paged import Page, Table

__all__ = ["Handed", "Html", "Tables", "Xlsx", "check_xlsx"]

Html = Annotated[
    Path | None,
    typer.Option("--html", metavar="ФАЙЛ / FILE", help="записать отчёт HTML / write a report as HTML"),
]
Xlsx = Annotated[
    Path | None,
    typer.Option(
        "--xlsx",
        metavar="ФАЙЛ / FILE",
        help="записать таблицы книгой xlsx (добавка office) / write the tables as xlsx (extra office)",
    ),
]


class Tables(NamedTuple):
    """Таблицы отчёта: what stands above them, and each with its title."""

    page: Page
    tables: tuple[tuple[str, Table], ...]


class Handed(NamedTuple):
    """Куда записать: the names of the two files, None where one is not asked for."""

    html: Path | None
    xlsx: Path | None

    @classmethod
    def asked(cls, html: Path | None, xlsx: Path | None, lang: Lang) -> Self:
        """What is asked for; exit code 2 where a workbook is and the extra `office` is missing."""
        check_xlsx(xlsx, lang)
        return cls(html, xlsx)

    @property
    def any(self) -> bool:
        """Whether a file is asked for; then the text is not said."""
        return self.html is not None or self.xlsx is not None

    def write(self, page: Callable[[], str], tables: Callable[[], Tables], lang: Lang, as_json: bool) -> None:
        """Write what is asked for and say where it went."""
        if self.html is not None:
            write_html(self.html, page(), lang, as_json)
        if self.xlsx is not None:
            from law189.office.tables import as_xlsx  # only a workbook needs it

            told = tables()
            put_new(self.xlsx, as_xlsx(told.page, told.tables, lang), lang, as_json)
            complain([f"{self.xlsx}: {WRITTEN[lang]}"])


def check_xlsx(file: Path | None, lang: Lang) -> None:
    """End the command with exit code 2 where a workbook is asked for and the extra `office` is missing."""
    if file is None:
        return
    try:
        import xlsxwriter as _  # noqa: F401  # what is written with
    except ModuleNotFoundError:
        complain([needs_extra("office")[lang]])
        raise typer.Exit(2) from None
