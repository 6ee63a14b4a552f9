"""Командная строка (the command line), with Russian or English words, or JSON.

Exit codes: 0 fine, 1 refused, breached or faulty, 2 wrong usage, 130 broken off, 141 whoever read the output has
closed it.
"""

from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from typing import Annotated

import typer

from law189.audit.assumptions import assumptions as all_assumptions
from law189.audit.demo import MEETINGS
from law189.audit.meeting import judge_record
from law189.audit.meeting.often import Met
from law189.audit.provisions import list_provisions
from law189.audit.records import Meetings
from law189.cli import books as cli_books
from law189.cli import casebook as cli_casebook
from law189.cli import cases as cli_cases
from law189.cli import differences as cli_differences
from law189.cli import papers as cli_papers
from law189.cli import plan as cli_plan
from law189.cli import saved as cli_saved
from law189.cli import schemas as cli_schemas
from law189.cli.auditing import audit_steps
from law189.cli.checking import check_profiles
from law189.cli.commands import App, Commands
from law189.cli.complaints import Complaints
from law189.cli.console import (
    Json,
    breaks,
    fail,
    fault_as_json,
    say,
    say_json,
)
from law189.cli.converting import convert
from law189.cli.inputs import From, Inputs
from law189.cli.language import Language, speak
from law189.cli.new import new_profile, schema_address
from law189.cli.replaying import replay
from law189.cli.showing import show_profile
from law189.cli.written import put_new
from law189.errors import FaultyInput
from law189.files.disk import is_lines
from law189.law import Lang, Text
from law189.office.interview.heads import with_schema
from law189.profile.loader import load_profile, shipped_profiles, shipped_source
from law189.readings import READINGS
from law189.report import text as report
from law189.verdict import plain

__all__ = ["app"]

app = App(
    name="law189",
    cls=Commands,
    help="189-ФЗ: можно ли сделать этот шаг и где это сказано. / May this step be taken, and by which law?",
    add_completion=True,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def _about(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="номер версии / the version")] = False,
    lang: Language = "ru",
) -> None:
    """189-ФЗ: можно ли сделать этот шаг и где это сказано. / May this step be taken, and by which law?"""
    if version:
        say([f"law189 {metadata.version('law189')}"])
        raise typer.Exit
    speak(ctx, lang)
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())
        raise typer.Exit(2)


@app.command()
def demo(lang: Language = "ru", as_json: Json = False) -> None:
    """Главное на двух настоящих постановлениях / The main job on the two real decrees."""
    answers = [judge_record(record, load_profile(record.profile)) for _, record in MEETINGS]
    if as_json:
        say_json([answer.as_json() for answer in answers])
        return
    languages: tuple[Lang, ...] = ("ru", "en") if lang == "ru" else ("en", "ru")
    for language in languages:
        for name in shipped_profiles():
            say([*report.summary(load_profile(name).latest, language), ""])
        for (title, record), answer in zip(MEETINGS, answers, strict=True):
            say(["─" * 80, title[language]])
            say([*report.tell_meeting(answer, load_profile(record.profile), language), ""])


@app.command("copy")
def copy_profile(
    profile: Annotated[
        str, typer.Argument(metavar="ПРОФИЛЬ / PROFILE", help="имя из поставки / a shipped name")
    ],
    file: Annotated[Path, typer.Argument(metavar="ФАЙЛ / FILE", help="куда записать / where to write")],
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Скопировать профиль, чтобы изменить под себя / Copy a profile to adapt it."""
    try:
        text = shipped_source(profile)
    except FaultyInput as error:
        fail(error, lang, as_json)
    put_new(file, with_schema(text, schema_address()), lang, as_json)
    if as_json:
        say_json({"profile": profile, "file": str(file)})
    else:
        words = Text("записан; измените и проверьте: law189 check", "written; change it, then: law189 check")
        say([f"{file}: {words[lang]} {file}"])


@app.command()
def profiles(lang: Language = "ru", as_json: Json = False) -> None:
    """Профили в поставке / The shipped profiles."""
    found = [load_profile(name) for name in shipped_profiles()]
    if as_json:
        say_json(
            [{"profile": p.name, "title": plain(p.latest.title), "act": plain(p.act.whole)} for p in found]
        )
        return
    for profile in found:
        say([f"{profile.name}: {profile.latest.title[lang]} ({profile.act.cite('act').label[lang]})"])


app.command("show")(show_profile)


@app.command()
def provisions(lang: Language = "ru", as_json: Json = False) -> None:
    """Какая норма чем исполнена / Which provision is carried by what."""
    found = list_provisions()
    if as_json:
        say_json([provision.as_json() for provision in found])
    else:
        say(
            f"{provision.id} ({provision.label[lang]}): "
            f"{', '.join(provision.carried_by) or provision.not_modelled}"
            for provision in found
        )
    if any(not provision.carried_by and provision.not_modelled is None for provision in found):
        raise typer.Exit(1)


@app.command()
def meeting(
    file: Annotated[
        str,
        typer.Argument(
            metavar="ФАЙЛ / FILE",
            help="YAML, JSON или JSON Lines, или «-» / YAML, JSON or JSON Lines, or «-»",
        ),
    ],
    form: From = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Судить о заседании, или о каждом по строке / Judge a meeting, or one a line."""
    source, good, faulty = Inputs(form, file).records(file), True, False
    meetings, aside, met = Meetings(source), Complaints(lang), dict[str, Met]()
    try:
        indent = None if is_lines(source) else 2
        for number, answer in meetings:
            if isinstance(answer, FaultyInput):
                good, faulty = False, True
                if as_json:
                    errors = [fault_as_json(fault, lang) for fault in answer.faults]
                    say_json({"line": number, "errors": errors}, indent=indent)
                else:
                    aside.tell(answer)
                continue
            good = good and not breaks(answer.verdicts)
            met.setdefault(answer.record.profile, Met()).add(answer)
            if as_json:
                say_json(answer.as_json(), indent=indent)
            else:
                say([*report.tell_meeting(answer, meetings.profiles[answer.record.profile], lang), ""])
        good = (faulty or _met_often(met, meetings, lang, indent if as_json else False)) and good
    except FaultyInput as error:
        aside.end()
        fail(error, lang, as_json)
    aside.end()
    if not good:
        raise typer.Exit(1)


def _met_often(met: Mapping[str, Met], meetings: Meetings, lang: Lang, indent: int | None) -> bool:
    """Whether each group met as often as it must, told where that was judged; as JSON unless `indent` is False.

    It is not asked where a record of the file cannot be read: it is not known when that meeting was held.
    """
    good = True
    for name, days in met.items():
        profile = meetings.profiles[name]
        often = days.often(profile)
        good = good and not breaks(often)
        if often and indent is not False:
            say_json({"profile": name, "meetings": [one.as_json() for one in often]}, indent=indent)
        elif often:
            say([*report.tell_often(often, profile, lang), ""])
    return good


app.command()(cli_papers.minutes)
app.command()(cli_papers.agenda)
app.command("new")(new_profile)
app.command("check")(check_profiles)
app.command()(convert)
app.command()(cli_books.workbook)
app.command()(cli_books.read)
app.command()(replay)
app.command("audit")(audit_steps)
app.command()(cli_cases.options)
app.command()(cli_cases.due)
app.command()(cli_cases.diagram)
app.command()(cli_casebook.register)
app.command()(cli_casebook.ledger)
app.command()(cli_casebook.report)
app.command()(cli_saved.verify)
app.command()(cli_saved.recheck)
app.command()(cli_plan.plan)
app.command("indicators")(cli_plan.judge_indicators)
app.command("diff")(cli_differences.diff)
app.command("schema")(cli_schemas.show_schema)


@app.command()
def readings(lang: Language = "ru", as_json: Json = False) -> None:
    """Где текст можно прочесть двояко / Where the text can be read two ways."""
    if as_json:
        say_json(
            [
                {
                    "code": reading.code,
                    "question": plain(reading.question),
                    "choices": plain(reading.choices),
                    "default": reading.default,
                    "why": plain(reading.why),
                    "about": reading.about,
                }
                for reading in READINGS.values()
            ]
        )
        return
    default = Text("по умолчанию", "default")
    for reading in READINGS.values():
        say([f"{reading.code}. {reading.question[lang]}"])
        for choice, words in reading.choices.items():
            mark = f" ({default[lang]}: {reading.why[lang]})" if choice == reading.default else ""
            say([f"    {choice}: {words[lang]}{mark}"])


@app.command()
def assumptions(lang: Language = "ru", as_json: Json = False) -> None:
    """Что здесь принято, а не прочитано / What is assumed here rather than read."""
    found = list(all_assumptions())
    if as_json:
        say_json([{"code": a.code, "kind": a.kind, "text": plain(a.text)} for a in found])
        return
    for assumed in found:
        say([f"{assumed.kind.text[lang]} {assumed.code}: {assumed.text[lang]}"])
