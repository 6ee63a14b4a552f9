"""Команды о делах (the commands on cases): what may be done, what is owed, the drawing of a lifecycle.

A step that is refused and a line with faults end a command with exit code 1; the rest of the file is still taken.
What may be done and what is owed is asked of a day: no line of a later day counts.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from law189.audit.replay import duty_as_json, option_as_json
from law189.casebook.book import options as options_of
from law189.casebook.cycles import CYCLES, no_lifecycle
from law189.casebook.taking.owed import owed_by
from law189.cases.fact import Described
from law189.cases.history import History
from law189.cases.lifecycle import Duty, Option
from law189.cli.console import (
    ON,
    Json,
    day_of,
    profile_of,
    say,
    say_bytes,
    say_json,
    stop,
)
from law189.cli.inputs import ByProfile, FromLines, Inputs, StepsFile
from law189.cli.language import Language
from law189.cli.standing import (
    HISTORIES,
    OneHistory,
    against,
    end,
    heading,
    standing_on,
    told_heading,
)
from law189.cli.streamed import say_streamed
from law189.cli.written import write_ics
from law189.law import Lang, Text
from law189.profile.edition import Edition
from law189.profile.profile import Profile
from law189.report import text as report
from law189.report.drawing import as_svg
from law189.report.tables import told_by
from law189.telling import joined
from law189.verdict import Outcome
from law189.workflows.certificate import lifecycle as certificates_of

__all__ = ["diagram", "due", "options"]

OnDay = Annotated[str, ON]
CERTIFICATE = certificates_of.name


# ─── options и due: что можно и что должно ───────────────────────────────────────────────────────────────


def options(
    file: StepsFile,
    on: OnDay,
    profile: ByProfile,
    history: OneHistory = None,
    form: FromLines = None,
    no_facts: Annotated[
        bool,
        typer.Option(
            "--no-facts",
            help="в JSON без описаний фактов: они в law189 schema events / "
            "no facts described in JSON: law189 schema events has them",
        ),
    ] = False,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Какие шаги возможны в этот день, а какие нет и почему / Which steps are possible, which not and why."""
    day, inputs = day_of(on), Inputs(form, file, profile)
    steps, whole = inputs.lines(file, again=True), profile_of(inputs.profile(profile), lang, as_json)
    standing = standing_on(steps, day, whole, history, lang, as_json)
    certificates = [one for one in standing.shelf.cases() if one.lifecycle == CERTIFICATE]
    asked = (
        (one, options_of(standing.shelf, one, standing.profile, day, certificates))
        for one in standing.histories
    )
    if as_json:
        less: dict[str, Any] = {"facts": []} if no_facts else {}
        found = (
            {**heading(one), "options": [{**option_as_json(o), **less} for o in listed]}
            for one, listed in asked
        )
        say_streamed(standing.as_json(day, lang), HISTORIES, found)
    else:
        for one, listed in asked:
            say([told_heading(one, lang)])
            words, edition = CYCLES[one.lifecycle].words, standing.profile.on(day)
            say(line for option in listed for line in _tell_option(option, lang, words, edition))
    end(standing)


WHO = Text("вправе", "by")
ANYBODY = Text("любое лицо", "anybody")
NOBODY = Text("никто не назван", "nobody is named")
DOCUMENT = Text("документ", "document")
NEEDS, IF = Text("нужно указать", "needs"), Text("если", "where")


def _asked_for(fact: Described, lang: Lang) -> str:
    """A fact in words, with its key; of one that only some steps need, when."""
    when = "" if fact.when is None else f", {IF[lang]} {fact.when[lang]}"
    return f"{fact.title[lang]} ({fact.name}{when})"


def _tell_option(option: Option, lang: Lang, states: Mapping[str, Text], edition: Edition) -> Iterator[str]:
    """A possible step: its mark, where it leads, who takes it and with what; then all that is against it.

    In Russian everything is told in words, and what a file writes stands after them in brackets.
    """
    mark, russian = report.MARKS[option.verdict.outcome], lang == "ru"
    state = states[option.target].ru if russian and option.target else option.target
    leads = f" → {state}" if state else ""  # an annulment leads where the rest leads
    said = (
        f"{option.title.ru}{leads} ({option.kind})" if russian else f"{option.kind}{leads}: {option.title.en}"
    )
    yield f"  {mark} {said}"
    by = [told_by(one, lang, edition) for one in option.by or ()]
    who = ANYBODY[lang] if option.by is None else joined(by, lang) if by else NOBODY[lang]
    kind = option.document
    document = [] if kind is None else [f"{DOCUMENT[lang]}: {kind.text.ru if russian else kind}"]
    needed = joined((_asked_for(fact, lang) for fact in option.needs), lang)
    needs = [f"{NEEDS[lang]}: {needed}"] if option.needs else []
    yield "      " + "; ".join([f"{WHO[lang]}: {who}", *document, *needs])
    yield from against(option.verdict, lang, 2)


def due(
    file: StepsFile,
    on: OnDay,
    profile: ByProfile,
    history: OneHistory = None,
    ics: Annotated[
        Path | None, typer.Option("--ics", metavar="ФАЙЛ / FILE", help="записать iCalendar / write iCalendar")
    ] = None,
    form: FromLines = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Открытые обязанности: последний день и что просрочено / Open duties: last day, and what is late."""
    day, inputs = day_of(on), Inputs(form, file, profile)
    steps, whole = inputs.lines(file, again=True), profile_of(inputs.profile(profile), lang, as_json)
    standing = standing_on(steps, day, whole, history, lang, as_json)
    owed = [*owed_by(standing.histories, standing.shelf, standing.profile, day)]
    if ics is not None:
        write_ics(ics, lambda: _as_ics(standing.profile, day, owed, lang), lang, as_json)
    if as_json:
        found = ({**heading(one), "duties": [duty_as_json(duty) for duty in duties]} for one, duties in owed)
        say_streamed(standing.as_json(day, lang), HISTORIES, found)
    else:
        for one, duties in owed:
            say([told_heading(one, lang)])
            say(line for duty in duties for line in _tell_duty(duty, lang, day))
    end(standing, overdue=any(duty.overdue for _, duties in owed for duty in duties))


def _as_ics(
    profile: Profile, day: date, owed: list[tuple[History[Any], tuple[Duty, ...]]], lang: Lang
) -> bytes:
    from law189.report.ics import duties_ics  # the extra `ics`

    return duties_ics(profile, day, owed, lang=lang)


LAST_DAY = Text("последний день", "last day")
OVERDUE = Text("просрочено", "overdue")
ENDS_TODAY = Text("срок истекает сегодня", "ends today")


def _tell_duty(duty: Duty, lang: Lang, on: date) -> Iterator[str]:
    """An open duty: what is owed by which step, until when or why that is not known; overdue is a breach."""
    mark = report.MARKS[Outcome.BREACH] if duty.overdue else "·"
    until = duty.ends.text[lang]
    if duty.last_day is not None:
        until = f"{LAST_DAY[lang]}: {until}"
    late = f"; {OVERDUE[lang]}" if duty.overdue else f"; {ENDS_TODAY[lang]}" if duty.last_day == on else ""
    yield f"  {mark} {duty.text[lang]} ({duty.kind}); {until}{late}"
    yield from (f"      {why[lang]}" for why in duty.waits)
    yield from (f"      {cite.label[lang]}" for cite in duty.cites)


# ─── diagram: чертёж ─────────────────────────────────────────────────────────────────────────────────────


def diagram(
    lifecycle: Annotated[str, typer.Argument(metavar="ЦИКЛ / LIFECYCLE", help=", ".join(CYCLES))],
    form: Annotated[
        Literal["mermaid", "svg"],
        typer.Option("--format", metavar="mermaid|svg", help="вид чертежа / the form of the drawing"),
    ] = "mermaid",
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Начертить жизненный цикл / Draw a lifecycle."""
    if lifecycle not in CYCLES:
        stop(no_lifecycle(lifecycle), lifecycle, lang, as_json)
    cycle = CYCLES[lifecycle]
    drawn = cycle.mermaid(lang) if form == "mermaid" else as_svg(cycle, lang)
    if as_json:
        say_json({"lifecycle": cycle.name, "format": form, "diagram": drawn})
    elif form == "svg":
        say_bytes(drawn.encode())
    else:
        say(drawn.splitlines())
