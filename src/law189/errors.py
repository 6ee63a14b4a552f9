"""Отказы и ошибки (refusals and errors): what was wrong, where, what was needed, what to do.

>>> fault = Fault("my.yaml", 12, 5, "quorum.at_least",
...               Text("доля больше целого; укажите от 0 до 1", "the share exceeds the whole; give 0 to 1"))
>>> print(ProfileError([fault]).told("ru"))
my.yaml:12:5 quorum.at_least: доля больше целого; укажите от 0 до 1
>>> Refused("no verdict")
Traceback (most recent call last):
    ...
law189.kinds.WrongType: Refused carries a Verdict
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

from law189.kinds import WrongType
from law189.kinds.asked import made_asked
from law189.law import Lang, Law189Error, Text, UnknownProvision, WrongValue
from law189.law.fixed import fixed
from law189.law.signs import shown
from law189.law.text import WrongLanguage, in_language
from law189.verdict import Outcome, Verdict

__all__ = [
    "Conflict",
    "Fault",
    "FaultyInput",
    "Law189Error",
    "NeedsExtra",
    "NothingYet",
    "ProfileError",
    "Refused",
    "UnknownProvision",
    "WrongLanguage",
    "WrongType",
    "WrongValue",
    "needs_extra",
]


def needs_extra(extra: str) -> Text:
    """What to install for an extra that is missing; on no package index is there a law189 to name alone."""
    here, wheel = f"'.[{extra}]'", f"'law189-{version('law189')}-py3-none-any.whl[{extra}]'"
    return Text(
        f"нужна добавка {extra}: pip install {here} в папке проекта или pip install {wheel} с файлом wheel",
        f"the extra {extra} is needed: pip install {here} in a checkout, or pip install {wheel} with the wheel",
    )


class NeedsExtra(Law189Error, ImportError):
    """A module that needs a package which only an extra of law189 brings; `extra` is its name."""

    def __init__(self, extra: str) -> None:
        super().__init__(extra)
        self.extra = extra

    def told(self, lang: Lang) -> str:
        """What to install, in one language."""
        return needs_extra(self.extra)[lang]

    def __str__(self) -> str:
        return self.told("en")


class Refused(Law189Error):
    """The step may not be taken; `verdict` says why, with every reason and its address."""

    def __init__(self, verdict: Verdict) -> None:
        if not isinstance(verdict, Verdict):
            raise WrongType(Text("Refused несёт вердикт (Verdict)", "Refused carries a Verdict"))
        super().__init__(verdict)
        self.verdict = verdict

    def told(self, lang: Lang) -> str:
        """All reasons in one language, one a line, each with its address."""
        in_language(lang)
        return "\n".join(
            f"{reason.text[lang]} [{'; '.join(cite.label[lang] for cite in reason.cites) or '—'}]"
            for reason in self.verdict.reasons(Outcome.UNKNOWN, Outcome.VOID)
        )

    def __str__(self) -> str:
        return self.told("en")


class NothingYet(Law189Error, LookupError):
    """What a history is asked for has not happened in it; the message says what."""


class Conflict(Law189Error):
    """Somebody else recorded a step first: the history has another version than was expected.

    `history` is its id, where one is known.
    """

    def __init__(self, expected: int, found: int, history: str | None = None) -> None:
        super().__init__(expected, found, history)
        self.expected, self.found, self.history = expected, found, history

    def told(self, lang: Lang) -> str:
        """What was expected, what was found and what to do, in one language."""
        named = "" if self.history is None else f" {shown(self.history)}"
        if in_language(lang) == "ru":
            return (
                f"ожидалась версия истории{named} {self.expected}, а у неё версия {self.found}; "
                "загрузите её снова и судите шаг заново"
            )
        return (
            f"version {self.expected} of the history{named} was expected, but it has version {self.found}; "
            "load it again and judge the step anew"
        )

    def __str__(self) -> str:
        return self.told("en")


@made_asked
@fixed
@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in an input: its place (line and column from 1, where known), key and words."""

    file: str
    line: int | None
    column: int | None
    key: str
    text: Text

    def told(self, lang: Lang) -> str:
        """`file:line:column key: words`."""
        file = shown(self.file)
        place = file if self.line is None else f"{file}:{self.line}:{self.column}"
        return f"{place} {self.key}: {self.text[lang]}" if self.key else f"{place}: {self.text[lang]}"


class FaultyInput(Law189Error):
    """An input that cannot be used; `faults` lists everything wrong with it, not the first only.

    `given` is the value as it was written, where it could be parsed and was refused; of a line that is no JSON the
    texts that could be read; None else.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        self.given: Any = None
        super().__init__(self.faults)

    def told(self, lang: Lang) -> str:
        """Every fault in one language, one a line."""
        in_language(lang)
        return "\n".join(fault.told(lang) for fault in self.faults)

    def __str__(self) -> str:
        return self.told("en")


class ProfileError(FaultyInput):
    """A municipality's profile that cannot be used."""
