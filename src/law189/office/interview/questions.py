"""Вопросы (questions): what a question is, and where an answer to it stands in a file.

A question is about one key of a profile. Its words are those that the model says of the key (`About`). A `Block`
is a mapping under a key, `Several` a list of entries; both have questions of their own.

>>> from law189.law import About
>>> from law189.office.interview.spoken import Word
>>> number = Ask("number", About.of("номер", "number", "Номер акта.", "The number."), Word())
>>> under(Block("", number.about, (number,)), ("number",)) is number
True
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeAlias

from law189.files.nodes import Loc
from law189.law import About, Entry, Norm, Text, about
from law189.law.words import CITE
from law189.office.interview.spoken import Address, Reader, Values

__all__ = [
    "AT",
    "Ask",
    "Block",
    "Mode",
    "Question",
    "Several",
    "Stand",
    "at_path",
    "first_of",
    "is_needed",
    "norm",
    "said_of",
    "under",
]

Stand: TypeAlias = Callable[[Any], Any]
"""What stands in a list for what is not answered yet, while the other answers are checked."""


@dataclass(frozen=True)
class Ask:
    """Вопрос об одном значении.

    `stand` is what stands in for the answer while the others are checked, or what tells it of the values and of the
    place; None where the key may be left out. `instead` is what stands in the list for the whole entry, where
    nothing can stand for the answer alone. `at` gives the reader that the place needs.
    `also` gives the keys that one answer writes, of the answer and of the list in which its entry stands; `beside`
    gives more of them, of the answer, the values and the place. `when`
    says of the entry that has been begun whether the question is asked. Where the decree is silent, `blank` writes
    null in place of leaving the key out. `rival` is a key beside it that says the same in another way, so that one
    of the two is told.
    """

    key: str
    about: About
    reader: Reader
    stand: Any = None
    also: Callable[[Any, list[Any]], Mapping[str, Any]] | None = None
    when: Callable[[Mapping[str, Any]], bool] | None = None
    blank: bool = False
    instead: tuple[Any, ...] | None = None
    at: Callable[[Values, Loc], Reader] | None = None
    rival: str | None = None
    beside: Callable[[Any, Values, Loc], Mapping[str, Any]] | None = None

    def reads(self, values: Values, path: Loc) -> Reader:
        """How an answer at the place is read: `path` is that of the value, or of the list that it begins."""
        return self.reader if self.at is None else self.at(values, path)

    def stands(self, values: Values, path: Loc) -> Any:
        """What stands in for the answer at the place."""
        return self.stand(values, path) if callable(self.stand) else self.stand

    def keys(self, value: Any, entries: list[Any], values: Values, path: Loc) -> dict[str, Any]:
        """What the answer at the path writes, by its keys."""
        keys = {self.key: value} if self.also is None else dict(self.also(value, entries))
        return keys if self.beside is None else {**keys, **self.beside(value, values, path)}


class Mode(Enum):
    """How the questions of a block come up."""

    OPEN = "each stands in the file from the beginning"
    GATE = "each stands there once it is said that the decree has the block"
    AT_ONCE = "the first is asked in the place of the block, the others after it"


@dataclass(frozen=True)
class Block:
    """Вопросы об одном разделе: those of a mapping.

    `whether` asks whether there is such a block, where other words than of a decree are needed; `rival` and `when`
    are as in an `Ask`.
    """

    key: str
    about: About
    parts: tuple["Question", ...]
    mode: Mode = Mode.OPEN
    stand: Any = None
    whether: Text | None = None
    rival: str | None = None
    when: Callable[[Mapping[str, Any]], bool] | None = None


@dataclass(frozen=True)
class Several:
    """Вопросы о записях перечня: those of each entry, one entry after another.

    `when`, `instead` and `rival` are those of an `Ask`: whether the list is asked for, and what stands for the
    entry that the list is in while it has no entry of its own.
    """

    key: str
    about: About
    parts: tuple["Question", ...]
    stand: Stand | None = None
    when: Callable[[Mapping[str, Any]], bool] | None = None
    instead: tuple[Any, ...] | None = None
    rival: str | None = None


Question: TypeAlias = Ask | Block | Several
AT = Ask("cite", CITE, Address(), stand="act")
"""The question where the decree says so; until it is answered the decree as a whole stands there."""


def said_of(entry: type[Entry], name: str) -> About:
    """What the field says of itself."""
    found = about(entry, name)
    assert found is not None, "every field of a profile says what it is"
    return found


def norm(entry: type[Entry], key: str, reader: Reader, *more: Question) -> Block:
    """The question about a norm: its value, then its address, then what else it has."""
    own = said_of(entry, key)
    value = Ask("value", own, reader)
    return Block(key, own, (value, AT, *more), Mode.AT_ONCE)


def graded(reader: Reader) -> Ask:
    """The question how well a norm is known."""
    return Ask("grade", said_of(Norm, "grade"), reader)


def under(root: Question, path: Iterable[int | str]) -> Question | None:
    """The question at the path; places within lists are passed over. None where there is none."""
    found: Question | None = root
    for step in path:
        if isinstance(step, int):
            continue
        parts = () if found is None or isinstance(found, Ask) else found.parts
        found = next((one for one in parts if one.key == step), None)
    return found


def at_path(values: Any, path: Iterable[int | str]) -> Any:
    """The plain value at the path; None where there is none."""
    for step in path:
        if isinstance(values, Mapping) and isinstance(step, str):
            values = values.get(step)
        elif isinstance(values, list) and isinstance(step, int) and step < len(values):
            values = values[step]
        else:
            return None
    return values


def first_of(question: Question) -> Ask:
    """What is asked first of a question: of a block or a list, its first part."""
    while not isinstance(question, Ask):
        question = question.parts[0]
    return question


def is_needed(question: Several) -> bool:
    """Whether what the list is in cannot be without it."""
    return question.stand is not None or question.instead is not None
