"""Вывод (verdict): an answer with its reasons, as a rule gives it.

It holds the outcome, the rule, the facts the rule saw, the addresses in law, the reading it depended on, and its
parts. Its sentence is one and the same whichever way it went: a mark beside it says which, so the failing sentence
is already the explanation.

>>> verdict = Verdict("example.quorum", Outcome.VOID, Text("Нужно {needed}.", "Needed {needed}."), {"needed": 5})
>>> verdict.text.en
'Needed 5.'
>>> if verdict: ...
Traceback (most recent call last):
    ...
law189.kinds.WrongType: a verdict is not true or false; ask verdict.outcome or verdict.stops
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NoReturn

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from law189.facts import AS_IS, Fact, Frozen, marks, plain, same
from law189.kinds import WrongType
from law189.law import Citation, Lang, Text, flaw
from law189.readings import Outcome, worst
from law189.readings.reading import Applied
from law189.telling import Told, act_named
from law189.verdict.ask import Ask, gathered, listed
from law189.verdict.form import VerdictForm
from law189.verdict.written import NotAVerdict, read_verdict

__all__ = ["OF_CASE", "Verdict"]


RULE: Final = 0
TEMPLATE: Final = 2
FACTS: Final = 3
CITES: Final = 4
READING: Final = 5
PARTS: Final = 6
ASKS: Final = 7
CURE: Final = 8


class Verdict:
    """Вывод: rule code, outcome, sentence, facts, citations, reading, parts, and what it asks for where UNKNOWN.

    A rule makes it (`Rule.judge`), and looks at nothing where it does: it is made many times at every step. Two
    verdicts are equal when they say the same; what can be done about it (`cure`) does not count, as it is told
    by the rule of today. `bool(verdict)` is not defined.
    """

    _kept: tuple[
        str,
        Outcome,
        Text,
        Mapping[str, Fact],
        tuple[Citation, ...],
        Applied | None,
        tuple["Verdict", ...],
        tuple[Ask, ...],
        Text | None,
    ]
    """What it holds, in the order of `__init__`; `asks` and `cure` are its own, without those of its parts."""
    outcome: Outcome
    """How it went."""
    __slots__ = ("_kept", "outcome")

    def __init__(
        self,
        rule: str,
        outcome: Outcome,
        template: Text,
        facts: Mapping[str, Fact],
        cites: tuple[Citation, ...] = (),
        reading: Applied | None = None,
        parts: tuple["Verdict", ...] = (),
        asks: tuple[Ask, ...] = (),
        cure: Text | None = None,
    ) -> None:
        seen: Mapping[str, Fact] = facts if type(facts) is Frozen else dict(facts)
        if type(seen) is dict and not AS_IS.issuperset(map(type, seen.values())):
            seen = Frozen(seen)
        kept = (rule, outcome, template, seen, tuple(cites), reading, tuple(parts), tuple(asks), cure)
        object.__setattr__(self, "_kept", kept)
        object.__setattr__(self, "outcome", outcome)

    def __setattr__(self, name: str, *_: object) -> NoReturn:
        raise AttributeError(f"a verdict does not change, so {name} cannot be set or deleted")

    __delattr__ = __setattr__

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), tuple(self._kept)

    def _but(self, **changed: Any) -> "Verdict":
        """The same verdict with some of what it holds changed."""
        held: dict[str, Any] = dict(zip(HELD, self._kept, strict=True))
        return Verdict(**held | changed)

    @property
    def rule(self) -> str:
        """The code of the rule."""
        return self._kept[RULE]

    @property
    def facts(self) -> Mapping[str, Fact]:
        """What the rule saw."""
        return seen if type(seen := self._kept[FACTS]) is Frozen else Frozen(seen)  # plain ones lie in a dict

    @property
    def cites(self) -> tuple[Citation, ...]:
        """Where the law says so."""
        return self._kept[CITES]

    @property
    def reading(self) -> Applied | None:
        """The reading on which it depended; None where it depended on none."""
        return self._kept[READING]

    @property
    def parts(self) -> tuple["Verdict", ...]:
        """The verdicts that it is made of."""
        return self._kept[PARTS]

    @property
    def text(self) -> Text:
        """The sentence, in both languages, with the facts and what to give in place."""
        asks = self._kept[ASKS] or self.asks  # a sentence may list what its parts ask for
        facts = {"asks": listed(asks), **self.facts} if asks else self.facts
        template = act_named(self._kept[TEMPLATE], self.cites)
        return Text(_told(template.ru, facts, "ru"), _told(template.en, facts, "en"))

    @property
    def lacks(self) -> tuple[Ask, ...]:
        """What its own sentence lists to be given; what its parts ask for is left out (see `asks`)."""
        return self._kept[ASKS]

    @property
    def asks(self) -> tuple[Ask, ...]:
        """What a person must give to end the UNKNOWN, here and in its parts, each once; else empty."""
        if self.outcome is not Outcome.UNKNOWN:
            return ()
        return gathered((*self._kept[ASKS], *(ask for part in self.parts for ask in part.asks)))

    @property
    def cure(self) -> Text | None:
        """What a person can do where the rule itself is missed, and not a part of it; None where it is not said."""
        missed = self.outcome in (Outcome.BREACH, Outcome.VOID)
        own = missed and all(part.outcome is Outcome.HOLDS for part in self.parts)
        cure = self._kept[CURE] if own else None
        return None if cure is None else act_named(cure, self.cites)

    @property
    def template(self) -> Text:
        """The sentence before the facts are put in place."""
        return self._kept[TEMPLATE]

    @property
    def stops(self) -> bool:
        """Whether a step with this verdict is refused."""
        return self.outcome.stops

    def naming(self, reading: Applied) -> "Verdict":
        """The same verdict, which names the reading on which it depended."""
        rule, outcome, template, facts, cites, _, parts, asks, cure = self._kept
        return Verdict(rule, outcome, template, facts, cites, reading, parts, asks, cure)

    def asking(self, asks: Iterable[Ask]) -> "Verdict":
        """The same verdict, whose own sentence lists these things to be given."""
        return self._but(asks=tuple(asks))

    def curing(self, cures: Mapping[str, Text]) -> "Verdict":
        """The same verdict, which says what can be done by the rules of today, and so do its parts."""
        parts = tuple(part.curing(cures) for part in self.parts)
        return self._but(parts=parts, cure=cures.get(self.rule))

    def of_case(self, case: str) -> "Verdict":
        """The same verdict and its parts, each said of that case, which is not the one of the step."""
        said = Text(
            f"Дело {{{OF_CASE}}}: {self._kept[TEMPLATE].ru}",
            f"The case {{{OF_CASE}}}: {self._kept[TEMPLATE].en}",
        )
        parts = tuple(part.of_case(case) for part in self.parts)
        return self._but(template=said, facts={**self.facts, OF_CASE: case}, parts=parts)

    def joined(self, *parts: "Verdict") -> "Verdict":
        """The same verdict with further parts, at least as bad as each of them."""
        outcome = worst((self.outcome, *[part.outcome for part in parts]))
        return self._but(outcome=outcome, parts=(*self.parts, *parts))

    def excused(self, why: "Verdict") -> "Verdict":
        """The same verdict, whose own norm is not missed, with the part that says why."""
        parts = (*self.parts, why)
        return self._but(outcome=worst([part.outcome for part in parts]), parts=parts)

    def walk(self) -> Iterator["Verdict"]:
        """The verdict itself and all its parts, each before its own parts."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def reasons(self, *outcomes: Outcome) -> tuple["Verdict", ...]:
        """The parts without parts of their own that have one of `outcomes`: all reasons at once."""
        return tuple(v for v in self.walk() if not v.parts and v.outcome in outcomes)

    def as_json(self) -> dict[str, Any]:
        """The verdict as plain JSON values.

        `asks` stands there where it is UNKNOWN, `types` where a fact's type is not seen, `cure` where something can
        be done.
        """
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
            **({"asks": [ask.as_json() for ask in asks]} if (asks := self.asks) else {}),
            **({"cure": plain(cure)} if (cure := self.cure) is not None else {}),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Verdict":
        """The verdict that `as_json` wrote. Raises `NotAVerdict`, a ValueError, on anything else."""
        return read_verdict(data, Verdict)

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Verdict) and _say_the_same(self, other))

    def __hash__(self) -> int:
        return hash((self.rule, self.outcome))

    def __bool__(self) -> NoReturn:
        raise WrongType(
            Text(
                "вердикт — не да и не нет; спросите verdict.outcome или verdict.stops",
                "a verdict is not true or false; ask verdict.outcome or verdict.stops",
            )
        )

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


HELD = ("rule", "outcome", "template", "facts", "cites", "reading", "parts", "asks", "cure")
"""What a verdict holds, in the order of its arguments."""
OF_CASE = "of_case"
"""The fact that names the case which a verdict is said of, where that is not the case of the step."""


def _say_the_same(one: Verdict, other: Verdict) -> bool:
    """Whether both and their parts say the same, but for what can be done about it.

    Their sentences are told only where what is put in them is not held the same.
    """
    if one.rule != other.rule or one.outcome is not other.outcome:
        return False
    alike = same(one.facts, other.facts)
    if not alike and (plain(one.facts), marks(one.facts)) != (plain(other.facts), marks(other.facts)):
        return False
    if one.cites != other.cites or one.parts != other.parts or one.reading != other.reading:
        return False
    if alike and one.template == other.template and one.lacks == other.lacks:
        return True
    return one.asks == other.asks and one.text == other.text


def _told(template: str, facts: Mapping[str, Fact], lang: Lang) -> str:
    return template.format_map({name: Told(fact, lang) for name, fact in facts.items()})
