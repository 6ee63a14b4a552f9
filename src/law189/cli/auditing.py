"""Команда проверки (the command that audits): steps of files, folders and databases as one book of cases.

Exit codes: 1 where anything is a breach or has no effect, or a line could not be read; 2 on wrong usage; 130 where
Ctrl-C broke the audit off, with the findings so far.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from law189.audit.columns import needed
from law189.audit.compared import compared, counted
from law189.audit.finding import Finding
from law189.audit.parts import MEMORY
from law189.audit.summary import Summary
from law189.cli.audit_files import CsvFile, FindingsFile, ParquetFile, XlsxFile
from law189.cli.audit_run import Asked, Run, sources_of
from law189.cli.console import ON, Json, complain, day_of, profile_of, say, say_json, stop
from law189.cli.handed import Html, Xlsx, check_xlsx
from law189.cli.inputs import ByProfile, FromLines, Inputs
from law189.cli.language import Language, Misused
from law189.cli.limits import Jobs, Memory, jobs_of, size_of
from law189.cli.written import check_html, not_written, write_html
from law189.errors import NeedsExtra
from law189.law import Lang, Text
from law189.profile.profile import Profile
from law189.report.audited import Kept, audit_page, comparison_page
from law189.report.findings import tell_difference, tell_differences, tell_finding, tell_summary

__all__ = ["audit_steps"]

StepsFiles = Annotated[
    list[str],
    typer.Argument(
        metavar="ФАЙЛ / FILE",
        help="шаги: JSON Lines (и после gzip), Parquet, папка с ними, адрес базы или «-» "
        "/ steps: JSON Lines (also packed by gzip), Parquet, a folder of them, the address of a database, or «-»",
    ),
]
Csv = Annotated[
    Path | None,
    typer.Option("--csv", metavar="ФАЙЛ / FILE", help="записать замечания в CSV / write the findings as CSV"),
]
Parquet = Annotated[
    Path | None,
    typer.Option(
        "--parquet",
        metavar="ФАЙЛ / FILE",
        help="записать замечания в Parquet / write the findings as Parquet",
    ),
]
Against = Annotated[
    str | None,
    typer.Option(
        "--against",
        metavar="ПРОФИЛЬ / PROFILE",
        help="чем отличаются замечания по другому профилю (или «-») "
        "/ what differs in the findings by another profile (or «-»)",
    ),
]
INTERRUPTED = Text(
    "прервано: замечания названы не все, только найденные до этого",
    "broken off: not all findings are told, only those found before",
)
NOT_COMPARED = Text("прервано: профили не сравнены", "broken off: the profiles were not compared")
NO_TABLES = Text(
    "--csv, --parquet и --xlsx пишут замечания по одному профилю; уберите их или --against",
    "--csv, --parquet and --xlsx write the findings by one profile; take them away, or --against",
)


AsTables = Mapping[type[FindingsFile], Path | None]
"""The kinds of files that the findings may go to, and their names where they are asked for."""


def audit_steps(
    file: StepsFiles,
    profile: ByProfile,
    on: Annotated[str | None, ON] = None,
    against: Against = None,
    csv: Csv = None,
    parquet: Parquet = None,
    html: Html = None,
    xlsx: Xlsx = None,
    jobs: Jobs = None,
    memory: Memory = None,
    form: FromLines = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Проверить шаги как одну книгу дел / Audit steps as one book of cases."""
    tables = {CsvFile: csv, ParquetFile: parquet, XlsxFile: xlsx}
    if against is not None and any(tables.values()):
        raise Misused(NO_TABLES)
    check_xlsx(xlsx, lang)
    inputs, day = Inputs(form, *file, profile, against), None if on is None else day_of(on)
    try:
        if parquet is not None:
            needed()
        sources = sources_of(file, inputs, lang, as_json, again=against is not None)
    except NeedsExtra as missing:
        complain([missing.told(lang)])
        raise typer.Exit(2) from None
    asked = Asked(sources, day, lang, as_json, jobs_of(jobs), MEMORY if memory is None else size_of(memory))
    judged_by = profile_of(inputs.profile(profile), lang, as_json)
    if html is not None:
        check_html(html, lang, as_json)
    if against is None:
        _alone(asked, judged_by, tables, html)
    else:
        _against(asked, judged_by, profile_of(inputs.profile(against), lang, as_json), html)


def _alone(asked: Asked, profile: Profile, tables: AsTables, html: Path | None) -> None:
    run, kept, interrupted = Run(asked, profile), Kept() if html is not None else None, False
    files = _opened(run, tables, asked)
    try:
        _told(run, files, kept, asked)
    except KeyboardInterrupt:
        interrupted = True
    finally:
        run.progress.clear()
        whole = [file.close() for file in files]
    summary, lang = run.summary(interrupted=interrupted), asked.lang
    if html is not None and kept is not None:
        title = profile.latest.title[lang]
        page = audit_page(summary, kept, title, lang, run.place, profile.latest)
        write_html(html, page, lang, asked.as_json)
    if run.lines or interrupted:  # where nothing was read there is nothing to sum up
        _sum_up(summary, profile, asked)
    if interrupted:
        complain([INTERRUPTED[lang]])
        raise typer.Exit(130)
    if summary.bad or not all(whole):
        raise typer.Exit(1)


def _told(run: Run, files: list[FindingsFile], kept: Kept | None, asked: Asked) -> None:
    """Give each finding to the files and the page; say it where there are none, and as JSON always."""
    told = asked.as_json or (kept is None and not files)
    for one in run.findings():
        for file in files:
            file.add(one)
        if kept is not None:
            kept.add(one)
        if told:
            run.progress.clear()
            _say(run, one, asked)


def _sum_up(summary: Summary, profile: Profile, asked: Asked) -> None:
    if asked.as_json:
        say_json({"summary": summary.as_json()}, indent=None)
    else:
        say(tell_summary(summary, asked.lang, profile.latest))


def _opened(run: Run, tables: AsTables, asked: Asked) -> list[FindingsFile]:
    """The files that the findings go to; why not, and exit code 1, where one cannot be made."""
    files: list[FindingsFile] = []
    for kind, path in tables.items():
        if path is None:
            continue
        try:
            files.append(kind(path, run.place, asked.lang))
        except (OSError, ValueError) as error:
            for one in files:
                one.close()
            stop(not_written(error, path), str(path), asked.lang, asked.as_json)
    return files


def _say(run: Run, one: Finding, asked: Asked) -> None:
    if asked.as_json:
        say_json(one.as_json(), indent=None)
    else:
        say([tell_finding(one, asked.lang, run.place)])


def _against(asked: Asked, old: Profile, new: Profile, html: Path | None) -> None:
    """What differs between the findings by the two profiles."""
    lang: Lang = asked.lang
    runs = Run(asked, old), Run(asked, new, quiet=True)
    try:
        found = compared(runs[0].findings(), runs[1].findings())
    except KeyboardInterrupt:
        runs[0].progress.clear()
        runs[1].progress.clear()
        complain([NOT_COMPARED[lang]])
        raise typer.Exit(130) from None
    before, after = runs[0].summary(), runs[1].summary()
    if html is not None:
        titles = (
            (old.name, new.name)
            if old.name != new.name
            else (old.act.whole.label[lang], new.act.whole.label[lang])
        )
        page = comparison_page(found, (before, after), titles, lang, runs[1].place)
        write_html(html, page, lang, asked.as_json)
    if asked.as_json:
        for one in found:
            say_json(one.as_json(), indent=None)
        both = {"before": before.as_json(), "after": after.as_json(), **counted(found)}
        if runs[0].lines:
            say_json({"summary": both}, indent=None)
    elif runs[0].lines:
        if html is None:
            say(line for one in found for line in tell_difference(one, lang, runs[1].place))
        say(tell_differences(found, before, after, lang))
    if before.bad or after.bad:
        raise typer.Exit(1)
