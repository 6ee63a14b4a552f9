"""Команды о сохранённых историях (the commands on saved histories): verify their hashes, judge them again.

A file holds one history as `dump` wrote it, or its rows; a file of JSON Lines holds a history or a row a line.
A record that was changed, and one that held and holds no longer, end a command with exit code 1.
"""

import re
from collections.abc import Iterator
from typing import Annotated, Any, NamedTuple, NoReturn

import typer
from pydantic import TypeAdapter

from law189.audit.recheck import Difference, not_asked
from law189.audit.recheck import recheck as judged_again
from law189.audit.unreadable import Unreadable, broken, shape, unbroken
from law189.audit.verify import last_hash
from law189.audit.verify import verify as traces
from law189.casebook.cycles import CYCLES, no_lifecycle
from law189.cases.history import History
from law189.cases.lifecycle import Lifecycle
from law189.cli.console import Json, fail, profile_of, say, say_json
from law189.cli.inputs import ByProfile, From, Inputs
from law189.cli.language import Language
from law189.errors import Fault, FaultyInput
from law189.files.disk import is_lines, read_records
from law189.files.given import Source
from law189.law import Lang, Law189Error, Text
from law189.law.text import in_russian
from law189.report import text as report
from law189.verdict import Verdict

__all__ = ["recheck", "verify"]

SavedFile = Annotated[
    str,
    typer.Argument(
        metavar="ФАЙЛ / FILE",
        help="история, JSON или JSON Lines, или «-» / a history, JSON or JSON Lines, or «-»",
    ),
]
_ANY: TypeAdapter[Any] = TypeAdapter(Any)
Left = tuple[tuple[int, Verdict], ...]
"""What was not asked again, by the numbers of the records."""


class Saved(NamedTuple):
    """Сохранённое: a history as JSON holds it, a mapping or the list of its rows, with the lines that hold it."""

    value: Any
    lines: tuple[int | None, ...]

    @property
    def named(self) -> tuple[str | None, str | None]:
        """The id and the lifecycle that it names; None where it names none."""
        said = self.value[0] if isinstance(self.value, list) and self.value else self.value
        known = said if isinstance(said, dict) else {}
        told = [
            one if isinstance(one := known.get(key), str) and one else None for key in ("id", "lifecycle")
        ]
        return told[0], told[1]

    def as_json(self) -> dict[str, Any]:
        """Which history it is, as plain JSON values."""
        return dict(zip(("history", "lifecycle"), self.named, strict=True))

    def line(self, record: int = 0) -> int | None:
        """The line in which a record stands, counted from 0; None where the file is one value."""
        return self.lines[record] if record < len(self.lines) else self.lines[0]


def _histories(file: Source, lang: Lang, as_json: bool) -> list[Saved]:
    """What each history of the file is in JSON; one that is there twice is a fault."""
    found: list[Saved] = []
    rows: dict[tuple[str, str], tuple[list[Any], list[int | None]]] = {}
    whole: dict[tuple[str | None, str | None], int | None] = {}
    lined = False
    try:
        lined = is_lines(file)
        for number, value in read_records(file, _ANY):
            if isinstance(value, FaultyInput):
                raise value
            line = number if lined else None
            if isinstance(value, dict) and "event" in value:
                of = (str(value.get("lifecycle")), str(value.get("id")))
                if of not in rows:
                    rows[of] = [], []
                    found.append(Saved(rows[of][0], ()))
                rows[of][0].append(value)
                rows[of][1].append(line)
                continue
            one = Saved(value, (line,))
            if one.named in whole and None not in one.named:
                _twice(file, number, one, whole[one.named])
            whole[one.named] = line
            found.append(one)
    except FaultyInput as error:
        fail(error, lang, as_json)
    lines = {id(values): tuple(of) for values, of in rows.values()}
    return [one._replace(lines=lines.get(id(one.value), one.lines)) for one in found]


def _twice(file: Source, line: int, one: Saved, first: int | None) -> NoReturn:
    words = Text(
        f"{told_case(*one.named, 'ru')}: эта история уже есть в строке {first}; оставьте одну",
        f"{told_case(*one.named, 'en')}: the history is in line {first} already; keep one",
    )
    raise FaultyInput([Fault(str(file), line, 1, "", words)])


def told_case(history: str | None, lifecycle: str | None, lang: Lang) -> str:
    """`id, lifecycle`, in Russian in words; nothing of what is not known."""
    known = lang == "ru" and lifecycle in CYCLES
    parts = [history, CYCLES[lifecycle].title.ru if known and lifecycle is not None else lifecycle]
    return (", " if lang == "ru" else " ").join(one for one in parts if one)


def _refused(why: Text, file: Source, saved: Saved, lang: Lang, as_json: bool) -> NoReturn:
    ru, en = (f" «{told}»" if (told := told_case(*saved.named, one)) else "" for one in LANGS)
    words = Text(f"история{ru} не читается: {why.ru}", f"the history{en} is not read: {why.en}")
    line = saved.line()
    fail(FaultyInput([Fault(str(file), line, line and 1, "", words)]), lang, as_json)


def _placed(error: FaultyInput, file: Source, saved: Saved) -> FaultyInput:
    """The faults of a history as those of its file, each in the line of its record where it has one."""
    found = []
    for one in error.faults:
        record = _RECORD.match(one.key)
        line = saved.line(int(record[1]) if record else 0)
        found.append(Fault(str(file), line, line and 1, one.key, one.text))
    return FaultyInput(found)


LANGS: tuple[Lang, Lang] = ("ru", "en")
_RECORD = re.compile(r"records\[([0-9]+)\]")


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
        if (wrong := shape(saved.value)) is not None:
            _refused(wrong, source, saved, lang, as_json)
        try:
            found.append((saved, traces(saved.value), last_hash(saved.value)))
        except Unreadable as error:
            _refused(error.words, source, saved, lang, as_json)
    if as_json:
        say_json(
            [
                {**saved.as_json(), "last_hash": last, "traces": [trace.as_json() for trace in traced]}
                for saved, traced, last in found
            ]
        )
    else:
        for saved, traced, last in found:
            say(
                [
                    f"{told_case(saved.named[0], saved.named[1], lang)}: {LAST[lang]}: {last or '—'}"
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
NOT_ASKED = Text(
    "не спрошено заново, стоит как записано (отвечают другие дела книги; книгу судит recheck_book)",
    "not asked again, stands as recorded (other cases of the book answer it; recheck_book judges a book)",
)


def recheck(
    file: SavedFile, profile: ByProfile, form: From = None, lang: Language = "ru", as_json: Json = False
) -> None:
    """Судить записи заново: что держалось и не держится / Judge the records again: what holds no longer."""
    inputs = Inputs(form, file, profile)
    source, whole = inputs.records(file), profile_of(inputs.profile(profile), lang, as_json)
    found: list[tuple[History[Any], tuple[Difference, ...], Left]] = []
    for saved in _histories(source, lang, as_json):
        history = _loaded(saved, source, lang, as_json)
        found.append((history, judged_again(history, whole), not_asked(history, whole)))
    if as_json:
        say_json(
            [
                {
                    "history": h.id,
                    "lifecycle": h.lifecycle,
                    "differences": [one.as_json() for one in differ],
                    "not_asked": [{"record": number, "verdict": one.as_json()} for number, one in left],
                }
                for h, differ, left in found
            ]
        )
    else:
        for history, differ, left in found:
            name = told_case(history.id, history.lifecycle, lang)
            say([f"{name}: {'' if differ else SAME[lang]}".rstrip()])
            say(line for one in differ for line in _told(one, CYCLES[history.lifecycle], lang))
            say(_left(left, lang))
    if any(one.worse for _, differ, _ in found for one in differ):
        raise typer.Exit(1)


def _left(left: Left, lang: Lang) -> Iterator[str]:
    """What was not asked again, by its records, each once; nothing where there is none."""
    told = dict.fromkeys(f"{number} {one.rule}: {one.outcome.text[lang]}" for number, one in left)
    if told:
        yield f"  · {NOT_ASKED[lang]}: {'; '.join(told)}"


def _loaded(saved: Saved, file: Source, lang: Lang, as_json: bool) -> History[Any]:
    """The history that was saved; why it is not read, and exit code 1, where it is none."""
    rows = isinstance(saved.value, list)
    wrong = shape(saved.value) or (unbroken(saved.value) if rows else None)
    name = saved.named[1] or ""
    if wrong is None and name not in CYCLES:
        wrong = no_lifecycle(name)
    if wrong is not None:
        _refused(wrong, file, saved, lang, as_json)
    cycle = CYCLES[name]
    try:
        return cycle.load_records(saved.value) if rows else cycle.load(saved.value)
    except FaultyInput as error:
        fail(_placed(error, file, saved), lang, as_json)
    except Law189Error as error:
        _refused(broken(saved.value, cycle, error), file, saved, lang, as_json)


def _told(one: Difference, cycle: Lifecycle[Any], lang: Lang) -> Iterator[str]:
    """The record with what it was and is, and which version judged it; then each reason that is another."""
    was, now = one.record.verdict.outcome, one.now.outcome
    version, on = one.law189 or UNNOTED[lang], one.record.event.on
    step = (
        f"{cycle.called(one.record.event).ru} {in_russian(on)}" if lang == "ru" else f"{one.record.kind} {on}"
    )
    yield (f"  {one.number} {step}: {was.text[lang]} → {now.text[lang]} ({JUDGED[lang]}: {version})")
    for change in one.changes:
        mark = "✗" if change.worse else "·"
        yield f"    {mark} {change.text[lang]}"
        if change.now is not None:
            yield from (f"    {line}" for line in report.tell(change.now, lang, 1, brief=True))
