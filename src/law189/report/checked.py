"""Проверенное (what a check found): faults of a profile file and of the decree itself, told in one form.

>>> from law189.law import Text
>>> found = Problem("fault", Level.ERROR, Text("нет ключа", "no such key"), "my.yaml", 2, 1, "titel", None)
>>> found.told("en")
'my.yaml:2:1 titel: no such key'
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from law189.errors import Fault
from law189.kinds.asked import asked, made_asked, methods_asked
from law189.law import Citation, Lang, Text, Vocabulary
from law189.law.fixed import fixed
from law189.law.signs import shown
from law189.lints.lint import ALLOWANCE, Severity
from law189.lints.lints import LINTS
from law189.lints.places import Placed
from law189.verdict import plain

__all__ = ["FAULT", "KINDS", "QUESTION", "UNREAD", "Checked", "Left", "Level", "Problem", "checked", "faulty"]

FAULT = "fault"
"""The code of what is wrong with the file itself; a lint has its own."""
QUESTION = "N-question"
"""The code of a question of `law189 new` that is not answered yet."""
UNREAD = "N-sample"
"""The code of a value that stands as in the sample: nobody has read it against the decree."""


@made_asked
class Left(NamedTuple):
    """Что осталось сделать: its code, its key, its line and column from 1, its words."""

    code: str
    key: str
    line: int
    column: int
    text: Text


class Level(Vocabulary):
    """Насколько это мешает: the words are those of SARIF."""

    ERROR = "error", "ошибка", "error"
    WARNING = "warning", "предупреждение", "warning"
    NOTE = "note", "замечание", "note"


_LEVELS = {Severity.WARNING: Level.WARNING, Severity.NOTICE: Level.NOTE}
_SEVERITIES = {level: severity for severity, level in _LEVELS.items()}


@methods_asked
@fixed
@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: its code, its level, its words, its place, its address in the decree.

    `line` and `column` count from 1 and are None where the file has no such place; `cite` is None for what is wrong
    with the file itself.
    """

    code: str
    level: Level
    text: Text
    file: str
    line: int | None
    column: int | None
    key: str
    cite: Citation | None

    @property
    def place(self) -> dict[str, Any]:
        """Where it stands, as plain JSON values."""
        return {"file": self.file, "line": self.line, "column": self.column, "key": self.key}

    def words(self, lang: Lang) -> str:
        """What is wrong, with its address in the decree."""
        return self.text[lang] if self.cite is None else f"{self.text[lang]} [{self.cite.label[lang]}]"

    def told(self, lang: Lang) -> str:
        """`file:line:column key: code words`; a lint of a shipped profile has no line."""
        place = "" if self.line is None else f":{self.line}:{self.column}"
        code = "" if self.code == FAULT else f"{self.code} "
        return f"{shown(self.file)}{place}{' ' * bool(self.key)}{self.key}: {code}{self.words(lang)}"


@methods_asked
@fixed
@dataclass(frozen=True, slots=True)
class Checked:
    """Что нашла проверка одного профиля: the name of the profile, what the reader called it, what is wrong.

    `file` is None for a shipped profile, whose file is not the reader's. `act` is the address of the whole act,
    None of a file that cannot be used.
    """

    name: str
    file: str | None
    problems: tuple[Problem, ...]
    act: Citation | None = None

    @property
    def faults(self) -> tuple[Problem, ...]:
        """What is wrong with the file itself."""
        return tuple(one for one in self.problems if one.code == FAULT)

    @property
    def lints(self) -> tuple[Problem, ...]:
        """What is wrong with the decree."""
        return tuple(one for one in self.problems if one.code not in (FAULT, QUESTION, UNREAD))

    def left(self, code: str) -> tuple[Problem, ...]:
        """What a person has still to do, of that code."""
        return tuple(one for one in self.problems if one.code == code)

    def as_json(self, lang: Lang) -> dict[str, Any]:
        """What was found as plain JSON values; the words of a fault in one language."""
        return {
            "profile": self.name,
            "errors": [{**one.place, "message": one.text[lang]} for one in self.faults],
            "lints": [
                {
                    "code": one.code,
                    "severity": _SEVERITIES[one.level].value,
                    "cite": plain(one.cite),
                    "text": plain(one.text),
                    **one.place,
                }
                for one in self.lints
            ],
            "left": [
                {"code": one.code, **one.place, "message": one.text[lang]}
                for code in (QUESTION, UNREAD)
                for one in self.left(code)
            ],
        }

    def fails(self, *, strict: bool) -> bool:
        """Whether a check ends with a failure: faults always do, all else where the check is strict."""
        return bool(self.problems if strict else self.faults)


@asked
def checked(
    name: str,
    file: str | None,
    found: Iterable[Placed],
    left: Iterable[Left] = (),
    *,
    act: Citation | None = None,
) -> Checked:
    """A profile that could be read, with what is wrong with its decree and what is left to do with its file."""
    lints = (
        Problem(
            one.finding.code,
            _LEVELS[one.finding.severity],
            one.finding.text,
            name if file is None else file,
            one.line,
            one.column,
            one.key,
            one.finding.cite,
        )
        for one in found
    )
    return Checked(name, file, (*lints, *_left(left, name if file is None else file)), act)


@asked
def faulty(name: str, faults: Iterable[Fault], left: Iterable[Left] = ()) -> Checked:
    """A profile that cannot be used, under the name that the reader gave, with everything wrong."""
    told = (Problem(FAULT, Level.ERROR, f.text, f.file, f.line, f.column, f.key, None) for f in faults)
    return Checked(name, name, (*told, *_left(left, name)))


def _left(left: Iterable[Left], file: str) -> Iterable[Problem]:
    return (
        Problem(one.code, Level.NOTE, one.text, file, one.line, one.column, one.key, None) for one in left
    )


@fixed
@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of what may be wrong: its code, its level, its title and why it matters."""

    code: str
    level: Level
    title: Text
    why: Text


KINDS: tuple[Kind, ...] = (
    Kind(
        FAULT,
        Level.ERROR,
        Text("ошибка в файле профиля", "a fault of the profile file"),
        Text(
            "Профиль с ошибкой не читается. Исправьте файл.",
            "A profile with a fault is not read. Mend the file.",
        ),
    ),
    *(
        Kind(
            lint.code,
            _LEVELS[lint.severity],
            lint.title,
            lint.why,
        )
        for lint in LINTS
    ),
    Kind(
        ALLOWANCE,
        Level.WARNING,
        Text("разрешение, которое ничего не разрешает", "an idle allowance"),
        Text(
            "Комментарий разрешает замечание, которого нет, или не называет причины. Удалите его или допишите "
            "причину.",
            "A comment allows a lint that is not there, or gives no reason. Delete it or add the reason.",
        ),
    ),
    Kind(
        QUESTION,
        Level.NOTE,
        Text("вопрос без ответа", "a question without an answer"),
        Text(
            "В файле стоит вопрос, который задаёт law189 new. Ответьте на него или впишите значение сами.",
            "The file has a question that law189 new asks. Answer it, or write the value yourself.",
        ),
    ),
    Kind(
        UNREAD,
        Level.NOTE,
        Text("не сверено с актом", "not read against the act"),
        Text(
            "Значение стоит как в образце, и пометка «не сверено» на месте. Измените его или уберите пометку.",
            "The value stands as in the sample, with the mark «unread». Change it or take the mark away.",
        ),
    ),
)
"""Every kind of what may be wrong with a profile, in the order of the codes."""
