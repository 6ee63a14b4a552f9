"""Команда проверки (the command that audits): a file of steps as one book of cases."""

from typing import Annotated

import typer

from law189.audit.bulk import Finding, audit, read_steps
from law189.casebook.line import Line
from law189.cli.console import ON, Json, complain, day_of, fail, fault_as_json, profile_of, say, say_json
from law189.cli.inputs import ByProfile, From, Inputs, StepsFile
from law189.cli.language import Language
from law189.errors import FaultyInput
from law189.law import Lang
from law189.report.findings import tell_finding, tell_findings
from law189.verdict import Outcome

__all__ = ["audit_steps"]


def audit_steps(
    file: StepsFile,
    profile: ByProfile,
    on: Annotated[str | None, ON] = None,
    form: From = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Проверить файл шагов как одну книгу дел / Audit a file of steps as one book of cases."""
    inputs = Inputs(form, file, profile)
    steps, day = inputs.lines(file), None if on is None else day_of(on)
    judged_by = profile_of(inputs.profile(profile), lang, as_json)
    lines: list[tuple[int, Line]] = []
    found: list[Finding] = []
    good = True
    try:
        for number, line in read_steps(steps, judged_by):
            if isinstance(line, FaultyInput):
                good = _faulty(number, line, lang, as_json)
            else:
                lines.append((number, line))
    except FaultyInput as error:
        fail(error, lang, as_json)
    for one in audit(lines, judged_by, on=day, file=str(steps)):
        if isinstance(one, FaultyInput):
            good = _faulty(one.faults[0].line or 0, one, lang, as_json)
            continue
        found.append(one)
        if as_json:
            say_json(one.as_json(), indent=None)
        else:
            say([tell_finding(one, lang)])
    if not as_json:
        say(tell_findings(found, lang))
    if not good or any(one.outcome in (Outcome.BREACH, Outcome.VOID) for one in found):
        raise typer.Exit(1)


def _faulty(number: int, error: FaultyInput, lang: Lang, as_json: bool) -> bool:
    """Tell what is wrong with a line; nothing is good after that."""
    if as_json:
        say_json(
            {"line": number, "errors": [fault_as_json(fault, lang) for fault in error.faults]}, indent=None
        )
    else:
        complain(fault.told(lang) for fault in error.faults)
    return False
