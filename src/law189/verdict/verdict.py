"""Вывод (verdict): an answer with its reasons.

A rule answers with a verdict. It holds the outcome, the rule, the facts the rule saw, the addresses in law,
the reading it depended on, and its parts. Its sentence is one and the same
whichever way it went: a mark beside it says which, so the failing sentence is already the explanation.

>>> enough = Rule(
...     "example.quorum",
...     Text("Присутствуют: {present}; нужно не менее {needed}.", "Present: {present}; needed {needed}."),
... )
>>> verdict = enough.judge(4 >= 5, present=4, needed=5)
>>> verdict.outcome, verdict.text.en
(<Outcome.VOID: 'void'>, 'Present: 4; needed 5.')
>>> if verdict: ...
Traceback (most recent call last):
    ...
TypeError: a verdict is not true or false; ask verdict.outcome or verdict.stops
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from law189.facts import Fact, Frozen, marks, plain, shown
from law189.law import Citation, Lang, Text, flaw
from law189.readings import Outcome, worst
from law189.readings.reading import Applied
from law189.verdict.form import VerdictForm
from law189.verdict.written import NotAVerdict, read_verdict

__all__ = ["Rule", "Verdict", "bundle"]


@dataclass(frozen=True, slots=True)
class Rule:
    """Правило: a code, the sentence it says either way, and what missing it means.

    `missed` is BREACH where a missed norm leaves the act standing, VOID where it takes its effect.
    `unknown` is the sentence where a fact is missing. `assumed` says why the consequence is this
    library's modelling choice; None where the provision itself states it.
    """

    code: str
    text: Text
    missed: Outcome = Outcome.VOID
    unknown: Text | None = None
    assumed: Text | None = None

    def judge(
        self,
        holds: bool | None,
        /,
        *cites: Citation,
        reading: Applied | None = None,
        parts: tuple["Verdict", ...] = (),
        **facts: Fact,
    ) -> "Verdict":
        """HOLDS on True, the rule's `missed` on False, UNKNOWN on None; at least as bad as its parts."""
        own = Outcome.HOLDS if holds else Outcome.UNKNOWN if holds is None else self.missed
        if parts:
            own = worst((own, *[part.outcome for part in parts]))
        text = self.text if holds is not None or self.unknown is None else self.unknown
        return Verdict(self.code, own, text, facts, cites, reading, parts)


class Verdict:
    """Вывод: rule code, outcome, sentence, facts, citations, reading, parts.

    Two verdicts are equal when they say the same. `bool(verdict)` is not defined.
    """

    rule: str
    outcome: Outcome
    _template: Text
    facts: Mapping[str, Fact]
    cites: tuple[Citation, ...]
    reading: Applied | None
    parts: tuple["Verdict", ...]
    __slots__ = ("rule", "outcome", "_template", "facts", "cites", "reading", "parts")  # noqa: RUF023  # as they are told

    def __init__(
        self,
        rule: str,
        outcome: Outcome,
        template: Text,
        facts: Mapping[str, Fact],
        cites: tuple[Citation, ...] = (),
        reading: Applied | None = None,
        parts: tuple["Verdict", ...] = (),
    ) -> None:
        put = object.__setattr__
        put(self, "rule", rule)
        put(self, "outcome", outcome)
        put(self, "_template", template)
        put(self, "facts", facts if type(facts) is Frozen else Frozen(facts))
        put(self, "cites", tuple(cites))
        put(self, "reading", reading)
        put(self, "parts", tuple(parts))

    def __setattr__(self, name: str, *_: object) -> NoReturn:
        raise AttributeError(f"a verdict does not change, so {name} cannot be set or deleted")

    __delattr__ = __setattr__

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), tuple(getattr(self, name) for name in self.__slots__)

    @property
    def text(self) -> Text:
        """The sentence, in both languages, with the facts in place."""
        return Text(_told(self._template.ru, self.facts, "ru"), _told(self._template.en, self.facts, "en"))

    @property
    def stops(self) -> bool:
        """Whether a step with this verdict is refused."""
        return self.outcome.stops

    def naming(self, reading: Applied) -> "Verdict":
        """The same verdict, which names the reading on which it depended."""
        return Verdict(self.rule, self.outcome, self._template, self.facts, self.cites, reading, self.parts)

    def joined(self, *parts: "Verdict") -> "Verdict":
        """The same verdict with further parts, at least as bad as each of them."""
        outcome = worst((self.outcome, *[part.outcome for part in parts]))
        parts = (*self.parts, *parts)
        return Verdict(self.rule, outcome, self._template, self.facts, self.cites, self.reading, parts)

    def walk(self) -> Iterator["Verdict"]:
        """The verdict itself and all its parts, each before its own parts."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def reasons(self, *outcomes: Outcome) -> tuple["Verdict", ...]:
        """The parts without parts of their own that have one of `outcomes`: all reasons at once."""
        return tuple(v for v in self.walk() if not v.parts and v.outcome in outcomes)

    def as_json(self) -> dict[str, Any]:
        """The verdict as plain JSON values; `types` where the type of a fact is not seen from its shape."""
        reading, types = self.reading, [mark for mark in marks(self.facts) if len(mark) > 1]
        return {
            "rule": self.rule,
            "outcome": self.outcome.value,
            "text": plain(self.text),
            "facts": plain(self.facts),
            **({"types": types} if types else {}),
            "cites": [plain(cite) for cite in self.cites],
            "reading": reading
            and {
                "code": reading.code,
                "choice": reading.choice,
                "otherwise": [
                    {"choice": o.choice, "outcome": o.outcome.value, "text": plain(o.text)}
                    for o in reading.otherwise
                ],
            },
            "parts": [part.as_json() for part in self.parts],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Verdict":
        """The verdict that `as_json` wrote. Raises `NotAVerdict`, a ValueError, on anything else."""
        return read_verdict(data, Verdict)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Verdict) and self.as_json() == other.as_json()

    def __hash__(self) -> int:
        return hash((self.rule, self.outcome))

    def __bool__(self) -> NoReturn:
        raise TypeError("a verdict is not true or false; ask verdict.outcome or verdict.stops")

    def __repr__(self) -> str:
        return f"<{self.outcome} {self.rule}: {self.text.en}>"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        def taken(value: Any) -> Verdict:
            if isinstance(value, Verdict):
                return value
            try:
                return cls.from_json(value)
            except NotAVerdict as error:
                raise flaw("verdict", error.words.ru, error.words.en) from error

        form = handler.generate_schema(VerdictForm)
        return core_schema.no_info_plain_validator_function(
            taken,
            json_schema_input_schema=form,
            serialization=core_schema.plain_serializer_function_ser_schema(cls.as_json, return_schema=form),
        )


def bundle(rule: Rule, *parts: Verdict, cites: tuple[Citation, ...] = (), **facts: Fact) -> Verdict:
    """One verdict of several: as good as its worst part, citing all that its parts cite."""
    seen = {(cite.act, cite.address): cite for cite in cites}
    for part in parts:
        for cite in part.cites:
            seen.setdefault((cite.act, cite.address), cite)
    outcome = worst([part.outcome for part in parts])
    return Verdict(rule.code, outcome, rule.text, facts, tuple(seen.values()), None, parts)


def _told(template: str, facts: Mapping[str, Fact], lang: Lang) -> str:
    return template.format_map({name: shown(fact, lang) for name, fact in facts.items()})
