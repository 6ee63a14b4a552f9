"""Команды о сохранённых историях (the commands on saved histories): verify their hashes, judge them again.

A file holds one history as `dump` wrote it, or its rows; a file of JSON Lines holds a history or a row a line.
A record that was changed, and one that held and holds no longer, end a command with exit code 1.
"""

from collections.abc import Iterator
from typing import Annotated, Any, NoReturn

import typer
from pydantic import TypeAdapter

from law189.audit.recheck import Difference
from law189.audit.recheck import recheck as judged_again
from law189.audit.verify import last_hash
from law189.audit.verify import verify as traces
from law189.casebook.cycles import CYCLES, no_lifecycle
from law189.cases.history import History
from law189.cli.console import Json, fail, profile_of, say, say_json, stop
from law189.cli.inputs import ByProfile, From, Inputs
from law189.cli.language import Language
from law189.errors import FaultyInput
from law189.files.disk import read_records
from law189.files.given import Source
from law189.law import Lang, Law189Error, Text
from law189.report import text as report

__all__ = ["recheck", "verify"]

SavedFile = Annotated[
    str,
    typer.Argument(
        metavar="ФАЙЛ / FILE",
        help="история, JSON или JSON Lines, или «-» / a history, JSON or JSON Lines, or «-»",
    ),
]
_ANY: TypeAdapter[Any] = TypeAdapter(Any)


def _histories(file: Source, lang: Lang, as_json: bool) -> list[Any]:
    """What each history of the file is in JSON: a mapping, or the list of its rows."""
    found: list[Any] = []
    rows: dict[tuple[str, str], list[Any]] = {}
    try:
        for _, value in read_records(file, _ANY):
            if isinstance(value, FaultyInput):
                raise value
            if isinstance(value, dict) and "event" in value:
                of = (str(value.get("lifecycle")), str(value.get("id")))
                if of not in rows:
                    found.append(rows.setdefault(of, []))
                rows[of].append(value)
            else:
                found.append(value)
    except FaultyInput as error:
        fail(error, lang, as_json)
    return found


def _of(saved: Any) -> tuple[str, str]:
    """The id and the lifecycle that a saved history names."""
    named = saved[0] if isinstance(saved, list) and saved else saved
    known = named if isinstance(named, dict) else {}
    return str(known.get("id")), str(known.get("lifecycle"))


def _refused(error: Law189Error, file: Source, saved: Any, lang: Lang, as_json: bool) -> NoReturn:
    if isinstance(error, FaultyInput):
        fail(error, lang, as_json)
    name = " ".join(_of(saved))
    words = Text(f"история «{name}» не читается: {error}", f"the history «{name}» is not read: {error}")
    stop(words, str(file), lang, as_json)


# ─── verify: сверить хеши ────────────────────────────────────────────────────────────────────────────────

LAST = Text("хеш последней", "the last hash")
WHOLE = Text("следов изменений нет", "no trace of a change")
CUT = Text(
    "Срезанное с конца и переписанное целиком так не видно: сверьте хеш последней записи с тем, "
    "что храните отдельно.",
    "What was cut off at the end, or written anew as a whole, does not show so: compare the last hash with the one "
    "you keep elsewhere.",
)


def verify(file: SavedFile, form: From = None, lang: Language = "ru", as_json: Json = False) -> None:
    """Сверить хеши записей: что изменено, удалено, переставлено / Verify the hashes of the records."""
    found, source = [], Inputs(form, file).records(file)
    for saved in _histories(source, lang, as_json):
        try:
            found.append((saved, traces(saved), last_hash(saved)))
        except Law189Error as error:
            _refused(error, source, saved, lang, as_json)
    if as_json:
        say_json(
            [
                {
                    "history": _of(saved)[0],
                    "lifecycle": _of(saved)[1],
                    "last_hash": last,
                    "traces": [trace.as_json() for trace in traced],
                }
                for saved, traced, last in found
            ]
        )
    else:
        for saved, traced, last in found:
            say(
                [
                    f"{' '.join(_of(saved))}: {LAST[lang]}: {last or '—'}"
                    + ("" if traced else f"; {WHOLE[lang]}")
                ]
            )
            say(
                f"  ✗ {one.text[lang]}" if one.number is None else f"  ✗ {one.number}: {one.text[lang]}"
                for one in traced
            )
        say([CUT[lang]])
    if any(traced for _, traced, _ in found):
        raise typer.Exit(1)


# ─── recheck: судить заново ──────────────────────────────────────────────────────────────────────────────

SAME = Text("ответы те же", "the answers are the same")
JUDGED = Text("судила версия", "judged by version")
UNNOTED = Text("не записана", "not noted")


def recheck(
    file: SavedFile, profile: ByProfile, form: From = None, lang: Language = "ru", as_json: Json = False
) -> None:
    """Судить записи заново: что держалось и не держится / Judge the records again: what holds no longer."""
    inputs = Inputs(form, file, profile)
    source, whole = inputs.records(file), profile_of(inputs.profile(profile), lang, as_json)
    found: list[tuple[History[Any], tuple[Difference, ...]]] = []
    for saved in _histories(source, lang, as_json):
        name = _of(saved)[1]
        if name not in CYCLES:
            stop(no_lifecycle(name), str(source), lang, as_json)
        cycle = CYCLES[name]
        try:
            history = cycle.load_records(saved) if isinstance(saved, list) else cycle.load(saved)
        except Law189Error as error:
            _refused(error, source, saved, lang, as_json)
        found.append((history, judged_again(history, whole)))
    if as_json:
        say_json(
            [
                {"history": h.id, "lifecycle": h.lifecycle, "differences": [one.as_json() for one in differ]}
                for h, differ in found
            ]
        )
    else:
        for history, differ in found:
            say([f"{history.id} {history.lifecycle}: {'' if differ else SAME[lang]}".rstrip()])
            say(line for one in differ for line in _told(one, lang))
    if any(one.worse for _, differ in found for one in differ):
        raise typer.Exit(1)


def _told(one: Difference, lang: Lang) -> Iterator[str]:
    """The record with what it was and is, and which version judged it; then each reason that is another."""
    was, now = one.record.verdict.outcome, one.now.outcome
    version = one.law189 or UNNOTED[lang]
    yield (
        f"  {one.number} {one.record.kind} {one.record.event.on}: {was.text[lang]} → {now.text[lang]}"
        f" ({JUDGED[lang]}: {version})"
    )
    for change in one.changes:
        mark = "✗" if change.worse else "·"
        yield f"    {mark} {change.text[lang]}"
        if change.now is not None:
            yield from (f"    {line}" for line in report.tell(change.now, lang, 1, brief=True))
