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

from law189.facts import Fact, Frozen, marks, plain, read, shown
from law189.law import Citation, Lang, Law189Error, Text, flaw
from law189.readings import READINGS, Otherwise, Outcome, Reading, worst
from law189.readings.reading import Applied, answered

__all__ = [
    "Applied",
    "Fact",
    "NotAVerdict",
    "Otherwise",
    "Outcome",
    "Reading",
    "Rule",
    "Verdict",
    "bundle",
    "plain",
    "worst",
]


class NotAVerdict(Law189Error, ValueError):
    """What was read is no verdict; `words` say why in both languages."""

    def __init__(self, ru: str, en: str) -> None:
        super().__init__(f"not a verdict: {en}")
        self.words = Text(f"не вывод: {ru}", f"not a verdict: {en}")

    def __reduce__(self) -> tuple[Any, ...]:
        ru, en = (words.partition(": ")[2] for words in (self.words.ru, self.words.en))
        return type(self), (ru, en)


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
        return _verdict(data, 0)

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

        return core_schema.no_info_plain_validator_function(
            taken, serialization=core_schema.plain_serializer_function_ser_schema(cls.as_json)
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


_DEEPEST = 32


def _verdict(data: Any, depth: int) -> Verdict:
    if depth > _DEEPEST:
        raise NotAVerdict(f"частей одна в другой больше {_DEEPEST}", f"parts within parts beyond {_DEEPEST}")
    found = _mapping(data, {"rule", "outcome", "text", "facts", "cites", "reading", "parts"}, "types")
    words, cites = _text(found["text"]), [_fact(cite) for cite in _list(found["cites"])]
    if not all(isinstance(cite, Citation) for cite in cites):
        raise NotAVerdict("в cites не адрес", "there is something else than an address in cites")
    parts = tuple(_verdict(part, depth + 1) for part in _list(found["parts"]))
    outcome = _outcome(found["outcome"])
    if worst([outcome, *(part.outcome for part in parts)]) is not outcome:
        raise NotAVerdict(
            f"исход {outcome} лучше исхода одной из частей", f"the outcome {outcome} is better than a part's"
        )
    facts = _fact(_mapping(found["facts"], None), [["mapping"], *_list(found.get("types", []))])
    template = Text(*(said.replace("{", "{{").replace("}", "}}") for said in (words.ru, words.en)))
    reading = None if found["reading"] is None else _reading(found["reading"])
    return Verdict(_word(found["rule"]), outcome, template, facts, tuple(cites), reading, parts)


def _fact(data: Any, marked: Any = ()) -> Any:
    try:
        return read(data, marked)
    except (ValueError, TypeError) as error:
        raise NotAVerdict(f"факты: {error}", f"facts: {error}") from None


def _reading(data: Any) -> Applied:
    """The reading that JSON holds. Raises `NotAVerdict` where it or a choice does not exist."""
    found = _mapping(data, {"code", "choice", "otherwise"})
    code, choice = _word(found["code"]), _word(found["choice"])
    said = [_mapping(other, {"choice", "outcome", "text"}) for other in _list(found["otherwise"])]
    others = [Otherwise(_word(o["choice"]), _outcome(o["outcome"]), _text(o["text"])) for o in said]
    choices = [choice, *(other.choice for other in others)]
    known = READINGS[code].choices if code in READINGS else choices
    wrong = [one for one in choices if one not in known]
    if wrong or len(set(choices)) < len(choices):
        raise NotAVerdict(
            f"у толкования {code} нет такого выбора или он назван дважды: {', '.join(choices)}",
            f"the reading {code} has no such choice, or it is named twice: {', '.join(choices)}",
        )
    return answered(code, choice, tuple(others))


def _mapping(data: Any, keys: set[str] | None, *more: str) -> Mapping[str, Any]:
    given = set(data) if isinstance(data, Mapping) else None
    if given is None or (keys is not None and not keys <= given <= keys | set(more)):
        wanted = "" if keys is None else f" {', '.join(sorted(keys))}"
        raise NotAVerdict(
            f"нужны ключи{wanted}, а не {data!r:.80}", f"keys{wanted} are needed, not {data!r:.80}"
        )
    return data  # type: ignore[no-any-return]  # a mapping, as was asked


def _list(data: Any) -> list[Any]:
    if not isinstance(data, list | tuple):
        raise NotAVerdict(f"нужен список, а не {data!r:.80}", f"a list is needed, not {data!r:.80}")
    return list(data)


def _word(data: Any) -> str:
    if not isinstance(data, str) or not data:
        raise NotAVerdict(f"нужно слово, а не {data!r:.80}", f"a word is needed, not {data!r:.80}")
    return data


def _text(data: Any) -> Text:
    words = _mapping(data, {"ru", "en"})
    return Text(_word(words["ru"]), _word(words["en"]))


def _outcome(data: Any) -> Outcome:
    if data not in [one.value for one in Outcome]:
        raise NotAVerdict(f"{data!r:.80} — не исход", f"{data!r:.80} is not a valid outcome")
    return Outcome(data)
