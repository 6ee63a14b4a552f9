"""Команды о плане и показателях (the commands on the plan and the indicators).

What is done and what is reported stands in files of JSON Lines; every fault of such a file is told at once. What
cases have done of the plan is taken from their file of steps.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any, NamedTuple, TypeVar

import typer

from law189.audit.indicators import Judged, indicators_on
from law189.audit.plan import ItemOnDay, done_by_item, events_by_item, plan_on
from law189.casebook.milestones import Reached, done_by_cases, events_by_cases
from law189.cli.console import (
    ON,
    Json,
    ProfileName,
    breaks,
    day_of,
    fail,
    profile_of,
    say,
    say_json,
)
from law189.cli.handed import Handed, Html, Tables, Xlsx
from law189.cli.inputs import FromLines, Inputs, called
from law189.cli.language import Language, Misused
from law189.cli.recorded import NOTHING, done_in, reported_in
from law189.cli.standing import Standing, end, standing_on
from law189.cli.written import write_ics
from law189.errors import FaultyInput
from law189.files.given import Source
from law189.law import Lang, Text
from law189.profile.profile import Profile
from law189.report import text as report
from law189.report.indicated import indicator_book, indicator_page
from law189.report.planned import BY_CASES, plan_book, plan_page
from law189.report.registers import made_told
from law189.telling import shown
from law189.verdict import Outcome

__all__ = ["judge_indicators", "plan"]

T = TypeVar("T")
DoneFile = Annotated[
    str | None,
    typer.Option(
        "--done",
        metavar="ФАЙЛ / FILE",
        help="сделанное, JSON Lines, или «-» / what is done, JSON Lines, or «-»",
    ),
]
StepsBeside = Annotated[
    str | None,
    typer.Option(
        "--steps",
        metavar="ФАЙЛ / FILE",
        help="шаги дел, JSON Lines, или «-»; сделанное по ним / steps of cases, JSON Lines, or «-»; what they did",
    ),
]
Ics = Annotated[
    Path | None, typer.Option("--ics", metavar="ФАЙЛ / FILE", help="записать iCalendar / write iCalendar")
]


def plan(
    profile: ProfileName,
    on: Annotated[str, ON],
    done: DoneFile = None,
    steps: StepsBeside = None,
    ics: Ics = None,
    html: Html = None,
    xlsx: Xlsx = None,
    form: FromLines = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """План на день: что в срок, что просрочено / The plan on a day: what is due and what is late."""
    inputs, handed = Inputs(form, profile, done, steps), Handed.asked(html, xlsx, lang)
    found, day = profile_of(inputs.profile(profile), lang, as_json), day_of(on)
    lines = NOTHING if done is None else _read(done_in, inputs.lines(done), found, day, lang, as_json)
    cases = None if steps is None else _cases(inputs.lines(steps, again=True), day, found, lang, as_json)
    recorded, events = done_by_item(lines.counted), events_by_item(lines.counted)
    by_cases = {} if cases is None else cases.beside(recorded)
    made: Doings = {**recorded, **by_cases}
    events |= {} if cases is None else events_by_cases(cases.standing.of_lines, found, day)
    entries = plan_on(found, day, made, events=events)
    if ics is not None:
        write_ics(ics, lambda: _as_ics(found, day, made, events, lang), lang, as_json)
    of = found.on(day).title[lang], day, lang
    _hand_over(handed, entries, (*of, by_cases), as_json)
    if as_json:
        told = [entry.as_json() for entry in entries]
        whole: dict[str, Any] = {"profile": found.name, "on": day.isoformat(), "items": told}
        of_lines = {"done_later": list(lines.later), "done_before_act": list(lines.before_act)}
        whole |= {} if done is None else of_lines
        say_json(whole if cases is None else {**whole, **_of_cases(by_cases, cases.standing, day, lang)})
    else:
        lines.told(called(done), lang)
        say(() if handed.any else _told_plan(entries, by_cases, lang))
    if cases is not None:
        end(cases.standing)


def _hand_over(
    handed: Handed, entries: Sequence[ItemOnDay], of: tuple[str, date, Lang, "Steps"], as_json: bool
) -> None:
    """Write the page and the workbook that are asked for; `of` is whose plan, the day, and what the cases did."""
    title, day, lang, done = of
    handed.write(
        lambda: plan_page(entries, title, day, lang, done=done),
        lambda: Tables(*plan_book(entries, title, day, lang, done=done)),
        lang,
        as_json,
    )


def _read(
    read: Callable[[Source, Profile, Any], T],
    file: Source,
    profile: Profile,
    day: date | None,
    lang: Lang,
    as_json: bool,
) -> T:
    """What a file records, or its faults and exit code 1."""
    try:
        return read(file, profile, day)
    except FaultyInput as error:
        fail(error, lang, as_json)


def _told_plan(entries: Sequence[ItemOnDay], by_cases: "Steps", lang: Lang) -> Iterator[str]:
    yield from (line for entry in entries for line in report.tell_item(entry, lang))
    yield from () if entries else (NO_PLAN[lang],)
    yield from _told_of_cases(by_cases, lang)


class _Cases(NamedTuple):
    """What a file of steps came to, and what it did of the plan."""

    standing: Standing
    done: "Steps"

    def beside(self, days: Collection[str]) -> "Steps":
        """What it did of the items of which nothing else is recorded."""
        return {item: told for item, told in self.done.items() if item not in days}


def _cases(file: Source, day: date, profile: Profile, lang: Lang, as_json: bool) -> _Cases:
    standing = standing_on(file, day, profile, None, lang, as_json)
    return _Cases(standing, done_by_cases(standing.of_lines, profile, day))


NO_PLAN = Text("плана мероприятий в профиле на этот день нет", "the profile has no plan on that day")
NO_INDICATORS = Text("показателей в профиле нет", "the profile has no indicators")
BREACH = Text("; шаг сделан с нарушением", "; the step is a breach")
Steps = Mapping[str, tuple[Reached, ...]]
Doings = Mapping[str, Sequence[date | Reached]]


def _told_of_cases(cases: Steps, lang: Lang) -> Iterator[str]:
    """Which record of which case did each occurrence of an item."""
    if cases:
        yield ""
        yield f"{BY_CASES[lang]}:"
    for item, told in cases.items():
        for one in told:
            breach = BREACH[lang] if one.outcome is Outcome.BREACH else ""
            yield f"  {item}: {shown(one.on, lang)} ({made_told([one.made_by])}){breach}"


def _of_cases(cases: Steps, standing: Standing, day: date, lang: Lang) -> dict[str, Any]:
    """What the cases did, and what of their file was not taken, as plain JSON values."""
    done = {item: [one.as_json() for one in some] for item, some in cases.items()}
    return {"done_by_cases": done, **_not_taken(standing, day, lang)}


def _not_taken(standing: Standing, day: date, lang: Lang) -> dict[str, Any]:
    """What of the file was not taken, as plain JSON values."""
    told = standing.as_json(day, lang)
    return {name: told[name] for name in ("later", "refused", "errors")}


def _as_ics(profile: Profile, day: date, done: "Doings", events: dict[str, date], lang: Lang) -> bytes:
    from law189.report.ics import plan_ics  # the extra `ics`

    return plan_ics(profile, day, done, events=events, lang=lang)


ReportedFile = Annotated[
    str | None,
    typer.Option(
        "--reported",
        metavar="ФАЙЛ / FILE",
        help="значения, JSON Lines, или «-» / values, JSON Lines, or «-»",
    ),
]
StepsCounted = Annotated[
    str | None,
    typer.Option(
        "--steps",
        metavar="ФАЙЛ / FILE",
        help="шаги дел, JSON Lines, или «-»: считать по ним на день --on / steps of cases to count, with --on",
    ),
]


def judge_indicators(
    profile: ProfileName,
    reported: ReportedFile = None,
    steps: StepsCounted = None,
    on: Annotated[str | None, ON] = None,
    html: Html = None,
    xlsx: Xlsx = None,
    form: FromLines = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Показатели: что сообщено против базы, ориентира и дел / Indicators against base, target and cases."""
    inputs, handed = Inputs(form, profile, reported, steps), Handed.asked(html, xlsx, lang)
    found = profile_of(inputs.profile(profile), lang, as_json)
    day = None if on is None else day_of(on)
    edition = found.latest if day is None else found.on(day)
    records = NOTHING
    if reported is not None:
        records = _read(reported_in, inputs.lines(reported), found, day, lang, as_json)
    cases = None if steps is None else _counted(inputs.lines(steps, again=True), day, found, lang, as_json)
    histories = None if cases is None else cases.of_lines
    judged = indicators_on(found, records.counted, day, histories=histories)
    of = edition.title[lang], day, lang
    handed.write(
        lambda: indicator_page(judged, *of), lambda: Tables(*indicator_book(judged, *of)), lang, as_json
    )
    if as_json:
        whole = _whole(found, on, judged, None if reported is None else records.later)
        say_json(whole if cases is None or day is None else {**whole, **_not_taken(cases, day, lang)})
    else:
        records.told(called(reported), lang)
        say(() if handed.any else _told_indicators(judged, lang))
    if cases is not None:
        end(cases)
    if breaks(entry.verdict for entry in judged):
        raise typer.Exit(1)


def _whole(
    profile: Profile, on: str | None, judged: Sequence[Judged], later: Iterable[int] | None
) -> dict[str, Any]:
    """Every indicator as plain JSON values, and which lines of what is reported are of a later day."""
    rows = [entry.as_json() for entry in judged]
    whole: dict[str, Any] = {"profile": profile.name, "on": on, "indicators": rows}
    return whole if later is None else {**whole, "reported_later": list(later)}


def _told_indicators(judged: Sequence[Judged], lang: Lang) -> Iterator[str]:
    yield from (line for entry in judged for line in report.tell(entry.verdict, lang))
    yield from () if judged else (NO_INDICATORS[lang],)


def _counted(file: Source, day: date | None, profile: Profile, lang: Lang, as_json: bool) -> Standing:
    """The cases from which the indicators are counted; wrong usage without the day."""
    if day is None:
        raise Misused(Text("к --steps нужен день; добавьте --on", "--steps needs a day; add --on"))
    return standing_on(file, day, profile, None, lang, as_json)
