"""Толкование (a reading): a place where the text can be read two ways, and an answer under it.

An answer is given under the choices made. Where another choice would have answered otherwise, the verdict names
the reading and says what the other choices would have answered.

>>> which = Reading("T1", Text("Как?", "How?"), {"a": Text("так", "so"), "b": Text("иначе", "else")}, "a",
...                 Text("так проще", "simpler"), about="act")
>>> which.chosen({}), which.chosen({"T1": "b"})
('a', 'b')
>>> which.chosen({"T1": "c"})
Traceback (most recent call last):
    ...
law189.law.text.WrongValue: T1 has no choice 'c'; choose one of: a, b
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Protocol, Self, TypeVar

from pydantic import PlainSerializer

from law189.facts import Fact, Frozen
from law189.law import Text, Vocabulary, WrongValue
from law189.law.fixed import fixed

__all__ = [
    "HOLDS",
    "UNKNOWN",
    "Applied",
    "Consulted",
    "Otherwise",
    "Outcome",
    "Reading",
    "Said",
    "answered",
    "outcome",
    "said",
    "under",
    "worst",
]


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
        return self is UNKNOWN or self is VOID


HOLDS, BREACH, UNKNOWN, VOID = Outcome
_RANK = {HOLDS: 0, BREACH: 1, UNKNOWN: 2, VOID: 3}


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """The worst of the outcomes; HOLDS where there are none."""
    found = HOLDS
    for outcome in outcomes:
        if outcome is not found and _RANK[outcome] > _RANK[found]:
            found = outcome
    return found


@fixed
@dataclass(frozen=True, slots=True)
class Otherwise:
    """What another choice of the same reading would have answered."""

    choice: str
    outcome: Outcome
    text: Text


class Said(Protocol):
    """What a reading compares: an answer with its outcome and its sentence."""

    @property
    def outcome(self) -> Outcome:
        """How it went."""
        ...  # pyright asks for a body

    @property
    def text(self) -> Text:
        """The sentence."""
        ...  # pyright asks for a body


@fixed
@dataclass(frozen=True, slots=True)
class Applied:
    """A reading as a verdict depended on it: its code, the choice made, and the answers not given."""

    code: str
    choice: str
    others: tuple[tuple[str, Said], ...]
    """Each choice that was not made, with the answer that it would have given."""

    @property
    def otherwise(self) -> tuple[Otherwise, ...]:
        """What each choice that was not made would have answered."""
        return tuple(Otherwise(choice, said.outcome, said.text) for choice, said in self.others)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Applied):
            return NotImplemented
        named = self.code == other.code and self.choice == other.choice
        return named and self.otherwise == other.otherwise  # their sentences are told for that

    def __hash__(self) -> int:
        return hash((self.code, self.choice))


def answered(code: str, choice: str, otherwise: tuple[Otherwise, ...]) -> Applied:
    """A reading whose other answers are known already."""
    return Applied(code, choice, tuple((other.choice, other) for other in otherwise))


@fixed
@dataclass(frozen=True, slots=True)
class Reading:
    """Толкование: a place where the text can be read two ways, named instead of hidden.

    `choices` maps each choice to its words; `default` is one of them and `why` says why. `about` is the
    path of the profile's norm that is read two ways, or `act` where it is no single norm.
    """

    code: str
    question: Text
    choices: Annotated[Mapping[str, Text], PlainSerializer(dict)]
    default: str
    why: Text
    about: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "choices", Frozen(self.choices))

    def chosen(self, choices: Mapping[str, str]) -> str:
        """The choice that `choices` (code to choice) makes, else the default.

        Raises `WrongValue` on a choice that the reading does not have.
        """
        choice = choices.get(self.code, self.default)
        if choice is not self.default and choice not in self.choices:
            raise WrongValue(
                f"{self.code} has no choice {choice!r}; choose one of: {', '.join(self.choices)}"
            )
        return choice


# ─── Одна функция для всех правил ────────────────────────────────────────────────────────────────────────


class Answer(Said, Protocol):
    """An answer that may name the reading on which it depended: a verdict."""

    @property
    def facts(self) -> Mapping[str, Fact]:
        """What the rule saw."""
        ...  # pyright asks for a body

    def walk(self) -> Iterator[Self]:
        """The answer and all its parts."""
        ...  # pyright asks for a body

    def naming(self, reading: Applied) -> Self:
        """The same answer, which names the reading."""
        ...  # pyright asks for a body


A = TypeVar("A", bound=Answer)


def outcome(answer: Answer) -> Outcome:
    """What makes one answer another: its outcome."""
    return answer.outcome


def said(answer: Answer) -> tuple[object, ...]:
    """What makes one answer another: its facts, and how everything in it went."""
    return answer.facts, [part.outcome for part in answer.walk()]


_AS_MADE: Mapping[str, str] = {}


class Consulted(Mapping[str, str]):
    """Спрошенные выборы: the choices, some of them made `instead`, and of which readings they were asked.

    An answer that has not asked of a reading is the same under each of its choices. Whoever goes through all the
    choices has asked of every reading.

    >>> choices = Consulted({"D2": "moves"}, {"D1": "included"})
    >>> choices.get("D1"), choices.get("D3"), choices.asked("D3"), choices.asked("D2")
    ('included', None, True, False)
    """

    __slots__ = ("_all", "_asked", "_instead", "_made")

    def __init__(self, made: Mapping[str, str], instead: Mapping[str, str] = _AS_MADE) -> None:
        self._made, self._instead = made, instead
        self._asked, self._all = set[str](), False

    def asked(self, code: str) -> bool:
        """Whether anybody has asked of the reading."""
        return self._all or code in self._asked

    def get(self, code: str, default: Any = None) -> Any:
        """The choice of the reading; the default where none is made."""
        self._asked.add(code)
        return self._instead[code] if code in self._instead else self._made.get(code, default)

    def __getitem__(self, code: str) -> str:
        self._asked.add(code)
        return self._instead[code] if code in self._instead else self._made[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def _whole(self) -> dict[str, str]:
        self._all = True
        return {**self._made, **self._instead}


def under(
    choices: Mapping[str, str],
    told: Callable[[Mapping[str, str]], A],
    *readings: Reading,
    by: Callable[[A], object] | None = outcome,
) -> A:
    """The answer under the choices; it names the first of the readings under which it would be another.

    `told` answers under any choices and names no reading of `readings` itself; under the other choices of a reading
    it is asked again only where it has asked of that reading. `by` is what makes one answer another: `outcome`, or
    `said` where the facts matter too; a reading that turns the outcome is named before one that turns the facts
    alone. None where the text is surely read under the first reading, which is then named even if its choices agree
    here. Raises `WrongValue` on a choice that a reading does not have.
    """
    consulted = Consulted(choices)
    verdict = told(consulted)
    beside = None
    for reading in readings:
        chosen = reading.chosen(choices)
        if by is not None and not consulted.asked(reading.code):
            continue
        others: list[tuple[str, A]] = []
        turned = by is None
        for one in reading.choices:
            if one != chosen:
                other = told(Consulted(choices, {reading.code: one}))
                turned = turned or other.outcome is not verdict.outcome
                others.append((one, other))
        if turned:
            return verdict.naming(Applied(reading.code, chosen, tuple(others)))
        if by is None or by is outcome or beside is not None:
            continue
        if any(by(other) != by(verdict) for _, other in others):
            beside = Applied(reading.code, chosen, tuple(others))
    return verdict if beside is None else verdict.naming(beside)
