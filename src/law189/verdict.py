"""Вывод (verdict): an answer with its reasons.

A rule answers; it neither shrugs nor shouts. A verdict holds the outcome, the rule, the facts the rule
saw, the addresses in law, the reading it depended on, and its parts. Its sentence is one and the same
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

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NoReturn, TypeAlias

from pydantic import ConfigDict, GetCoreSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema, core_schema

from law189.law import Citation, Lang, Text, Vocabulary

__all__ = [
    "Applied",
    "Fact",
    "Otherwise",
    "Outcome",
    "Reading",
    "Rule",
    "Verdict",
    "bundle",
    "plain",
    "worst",
]

Exact: TypeAlias = int | Fraction | Decimal
Fact: TypeAlias = "str | Exact | bool | date | Text | Citation | Sequence[Fact] | Mapping[str, Fact] | None"
"""What a rule may have seen: plain values only, so that a verdict goes to JSON and back unchanged."""


class Outcome(Vocabulary):
    """Исход: HOLDS < BREACH < UNKNOWN < VOID, from best to worst."""

    HOLDS = "holds", "соблюдено", "holds"
    """Соблюдено."""
    BREACH = "breach", "нарушено", "breach"
    """Нарушено: it happened, and breaks a norm."""
    UNKNOWN = "unknown", "неизвестно", "unknown"
    """Неизвестно: a fact, an act or a value is missing; a person must decide."""
    VOID = "void", "не имеет силы", "void"
    """Ничтожно: it has no legal effect."""

    @property
    def stops(self) -> bool:
        """Whether a step with this outcome is refused."""
        return self is Outcome.UNKNOWN or self is Outcome.VOID


HOLDS, BREACH, UNKNOWN, VOID = Outcome
_RANK = {HOLDS: 0, BREACH: 1, UNKNOWN: 2, VOID: 3}


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """The worst of the outcomes; HOLDS where there are none."""
    found = HOLDS
    for outcome in outcomes:
        if outcome is not found and _RANK[outcome] > _RANK[found]:
            found = outcome
    return found


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What another choice of the same reading would have answered."""

    choice: str
    outcome: Outcome
    text: Text


class Applied:
    """A reading as a verdict depended on it: its code, the choice made, and the answers not given.

    Those answers are worked out when somebody asks for them.
    """

    __slots__ = ("_choices", "_told", "choice", "code")

    def __init__(
        self, code: str, choice: str, choices: Iterable[str], told: Callable[[str], "Verdict | Otherwise"]
    ) -> None:
        self.code, self.choice, self._choices, self._told = code, choice, choices, told

    @property
    def otherwise(self) -> tuple[Otherwise, ...]:
        """What each choice that was not made would have answered."""
        others = [(other, self._told(other)) for other in self._choices if other != self.choice]
        return tuple(Otherwise(other, said.outcome, said.text) for other, said in others)

    def __reduce__(self) -> tuple[Any, ...]:
        return _answered, (self.code, self.choice, self.otherwise)


def _answered(code: str, choice: str, otherwise: tuple[Otherwise, ...]) -> Applied:
    """A reading whose other answers are known already."""
    answers = {other.choice: other for other in otherwise}
    return Applied(code, choice, answers, answers.__getitem__)


@dataclass(frozen=True, slots=True)
class Reading:
    """Толкование: a place where the text can be read two ways, named instead of hidden.

    `choices` maps each choice to its words; `default` is one of them and `why` says why. `about` is the
    path of the profile's norm that is read two ways, or `act` where it is no single norm.
    """

    code: str
    question: Text
    choices: dict[str, Text]
    default: str
    why: Text
    about: str

    def chosen(self, choices: Mapping[str, str]) -> str:
        """The choice that `choices` (code to choice) makes, else the default.

        Raises ValueError on a choice that the reading does not have.
        """
        choice = choices.get(self.code, self.default)
        if choice not in self.choices:
            raise ValueError(
                f"{self.code} has no choice {choice!r}; choose one of: {', '.join(self.choices)}"
            )
        return choice

    def apply(self, choices: Mapping[str, str], told: Callable[[str], "Verdict"]) -> Applied:
        """The reading as a verdict depended on it; `told` answers for each choice that was not made."""
        return Applied(self.code, self.chosen(choices), self.choices, told)


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
        own = HOLDS if holds else UNKNOWN if holds is None else self.missed
        if parts:
            own = worst((own, *[part.outcome for part in parts]))
        text = self.text if holds is not None or self.unknown is None else self.unknown
        return Verdict(self.code, own, text, facts, cites, reading, parts)


class Verdict:
    """Вывод: rule code, outcome, sentence, facts, citations, reading, parts.

    Two verdicts are equal when they say the same. `bool(verdict)` is not defined.
    """

    __slots__ = ("_template", "cites", "facts", "outcome", "parts", "reading", "rule")

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
        self.rule = rule
        self.outcome = outcome
        self._template = template
        self.facts = facts
        self.cites = cites
        self.reading = reading
        self.parts = parts

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
        """The verdict as plain JSON values."""
        reading = self.reading
        return {
            "rule": self.rule,
            "outcome": self.outcome.value,
            "text": plain(self.text),
            "facts": {name: plain(fact) for name, fact in self.facts.items()},
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
        """The verdict that `as_json` wrote. Raises KeyError, TypeError or ValueError on anything else."""
        if not isinstance(data["rule"], str):
            raise TypeError(f"a rule is named by its code, not {data['rule']!r}")
        words = data["text"]
        reading = data["reading"]
        if reading is not None:
            others = tuple(
                Otherwise(o["choice"], Outcome(o["outcome"]), Text(**o["text"])) for o in reading["otherwise"]
            )
            reading = _answered(reading["code"], reading["choice"], others)
        return cls(
            rule=data["rule"],
            outcome=Outcome(data["outcome"]),
            template=Text(_escaped(words["ru"]), _escaped(words["en"])),
            facts=dict(data["facts"]),
            cites=tuple(_CITES.validate_python(data["cites"])),
            reading=reading,
            parts=tuple(cls.from_json(part) for part in data["parts"]),
        )

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
        def read(value: object) -> Verdict:
            if isinstance(value, Verdict):
                return value
            try:
                return cls.from_json(value)  # type: ignore[arg-type]  # a wrong type is refused below
            except (KeyError, TypeError, AttributeError) as error:
                raise ValueError(f"not a verdict: {error!r}") from error

        return core_schema.no_info_plain_validator_function(
            read, serialization=core_schema.plain_serializer_function_ser_schema(cls.as_json)
        )


def bundle(rule: Rule, *parts: Verdict, cites: tuple[Citation, ...] = (), **facts: Fact) -> Verdict:
    """One verdict of several: as good as its worst part, citing all that its parts cite."""
    seen = {(cite.act, cite.address): cite for cite in cites}
    for part in parts:
        for cite in part.cites:
            seen.setdefault((cite.act, cite.address), cite)
    outcome = worst([part.outcome for part in parts])
    return Verdict(rule.code, outcome, rule.text, facts, tuple(seen.values()), None, parts)


_CITES = TypeAdapter(list[Citation], config=ConfigDict(defer_build=True))
_YES: dict[bool, Text] = {True: Text("да", "yes"), False: Text("нет", "no")}


def _told(template: str, facts: Mapping[str, Fact], lang: Lang) -> str:
    return template.format_map({name: _shown(fact, lang) for name, fact in facts.items()})


def _escaped(words: str) -> str:
    if not isinstance(words, str):
        raise TypeError(f"a sentence is text, not {words!r}")
    return words.replace("{", "{{").replace("}", "}}")


def _shown(fact: Fact, lang: Lang) -> str:
    """A fact as a sentence shows it."""
    match fact:
        case None:
            return "—"
        case bool():
            return _YES[fact][lang]
        case date():
            return f"{fact:%d.%m.%Y}" if lang == "ru" else fact.isoformat()
        case Text():
            return fact[lang]
        case Citation():
            return fact.label[lang]
        case str() | int() | Fraction() | Decimal():
            return str(fact)
        case Mapping():
            return ", ".join(f"{name} — {_shown(value, lang)}" for name, value in fact.items()) or "—"
        case _:
            return ", ".join(_shown(value, lang) for value in fact) or "—"


def plain(fact: Fact) -> Any:
    """A fact as JSON holds it."""
    match fact:
        case None | bool() | str() | int():
            return fact
        case date():
            return fact.isoformat()
        case Fraction() | Decimal():
            return str(fact)
        case Text():
            return {"ru": fact.ru, "en": fact.en}
        case Citation():
            return {"act": fact.act, "address": fact.address, "label": plain(fact.label)}
        case Mapping():
            return {name: plain(value) for name, value in fact.items()}
        case _:
            return [plain(value) for value in fact]
