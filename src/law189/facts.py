"""Факты (facts): the plain values that a verdict has seen, as nobody can change them and as JSON holds them.

JSON has fewer types than a verdict. Words, addresses, days and lists are known by their shape; where the shape of
a fact would be taken for another type (an exact number is written as text), the form says so beside the facts.

>>> seen = Frozen({"amount": Decimal("72.50"), "services": ["A", "B"]})
>>> seen["services"], seen == {"amount": Decimal("72.50"), "services": ["A", "B"]}
(('A', 'B'), True)
>>> marks(seen)
[['amount', 'decimal']]
>>> read({"amount": "72.50", "services": ["A", "B"]}, marks(seen)) == seen
True
>>> seen["amount"] = 1
Traceback (most recent call last):
    ...
TypeError: 'Frozen' object does not support item assignment
>>> Frozen({"amount": 72.5})
Traceback (most recent call last):
    ...
law189.kinds.WrongType: a fact (text, an exact number, a day, words, an address, a list or mapping of these) \
is needed, not 72.5 (float)
"""

import re
from collections.abc import Callable, ItemsView, Iterable, Iterator, KeysView, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from types import MappingProxyType
from typing import Any, NoReturn, TypeAlias, TypeVar, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from law189.kinds import refusal
from law189.law import Citation, Text, WrongValue
from law189.law.days import is_day, plain_day
from law189.telling import shown

__all__ = ["AS_IS", "Fact", "Frozen", "frozen", "marks", "plain", "read", "same", "shown"]

K = TypeVar("K")
V = TypeVar("V")
Exact: TypeAlias = int | Fraction | Decimal
Fact: TypeAlias = "str | Exact | bool | date | Text | Citation | Sequence[Fact] | Mapping[str, Fact] | None"
"""What a rule may have seen: plain values only, so that a verdict goes to JSON and back unchanged."""


class Frozen(Mapping[K, V]):
    """A mapping that nobody can change, with everything in it; it is copied, pickled and hashed by what it holds.

    It equals any mapping that would freeze to the same.
    """

    __slots__ = ("_items",)
    _items: Mapping[K, V]

    def __init__(self, items: Mapping[K, V] | Iterable[tuple[K, V]] = ()) -> None:
        held: dict[K, Any] = dict(items)
        for name, fact in held.items():
            if type(fact) not in AS_IS and not (type(fact) is tuple and AS_IS.issuperset(map(type, fact))):
                held[name] = frozen(fact)
        object.__setattr__(self, "_items", MappingProxyType(held))

    def __getitem__(self, key: K) -> V:
        return self._items[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def get(self, key: K, default: Any = None) -> Any:
        """What the name holds, else the default."""
        return self._items.get(key, default)

    def keys(self) -> KeysView[K]:
        """The names."""
        return self._items.keys()

    def items(self) -> ItemsView[K, V]:
        """The names with what they hold."""
        return self._items.items()

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a frozen mapping does not change, so {name} cannot be set")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a frozen mapping does not change, so {name} cannot be deleted")

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Frozen):
            return bool(self._items == other._items)
        if not isinstance(other, Mapping):
            return NotImplemented
        try:
            return bool(self._items == Frozen(other)._items)
        except TypeError:
            return False

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return repr(dict(self._items))

    def __reduce__(self) -> tuple[Any, ...]:
        return thawed, (type(self), dict(self._items))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        key, value = get_args(source) or (str, Any)
        return core_schema.no_info_after_validator_function(
            cls,
            handler.generate_schema(dict[key, value]),  # type: ignore[valid-type]  # known only here
            serialization=core_schema.plain_serializer_function_ser_schema(dict),
        )


def thawed(kind: type[Frozen[K, V]], items: dict[K, V]) -> Frozen[K, V]:
    """The mapping that a pickle holds; all that hold nothing are one."""
    return kind(items) if items or kind is not Frozen else _NOTHING


_NOTHING: Frozen[Any, Any] = Frozen()
AS_IS = frozenset((type(None), bool, int, str, date, Text, Citation))
"""What is frozen as it is."""


def frozen(fact: Any) -> Any:
    """The fact as nobody can change it: mappings frozen, lists as tuples, a code of a vocabulary as its text.

    Raises TypeError on what is no fact.
    """
    if type(fact) in AS_IS:
        return fact
    if type(fact) is tuple or type(fact) is list:
        return tuple([value if type(value) in AS_IS else frozen(value) for value in fact])
    match fact:
        case str():
            return str.__str__(fact)
        case int():
            return int(fact)
        case Decimal() if fact.is_finite():
            return fact
        case date() if is_day(fact):
            return plain_day(fact)
        case dict() | Mapping():
            return Frozen({_name(name): value for name, value in fact.items()})
        case Text() | Citation() | Fraction():
            return fact
        case Sequence() | AbstractSet() if not isinstance(fact, bytes | bytearray | memoryview):
            return tuple(frozen(value) for value in fact)
        case _:
            raise refusal(fact, "Fact")


def _name(name: Any) -> str:
    if not isinstance(name, str):
        raise refusal(name, "str", "facts")
    return str.__str__(name)


def same(one: Fact, other: Fact) -> bool:
    """Whether both facts are held alike: of one type, with the same digits, and in the same order.

    >>> same(Decimal("1.0"), Decimal("1.0")), same(Decimal("1.0"), Decimal("1")), same(True, 1)
    (True, False, False)
    """
    if type(one) is not type(other) or one != other:
        return False
    if isinstance(one, Decimal):
        return str(one) == str(other)
    if isinstance(one, Frozen) and isinstance(other, Frozen):
        return [*one] == [*other] and all(map(same, one.values(), other.values()))
    if isinstance(one, tuple) and isinstance(other, tuple):
        return all(map(same, one, other))
    return True


# ─── В JSON и обратно ────────────────────────────────────────────────────────────────────────────────────


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


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_KINDS: dict[str, Callable[[str], Fact]] = {"decimal": Decimal, "fraction": Fraction, "text": str}
_DEEPEST = 32
WORDS, ADDRESS = {"ru", "en"}, {"act", "address", "label"}


def marks(fact: Fact) -> list[list[str | int]]:
    """Where the shape of a fact in JSON would be taken for another type: the path to it, then its type."""
    match fact:
        case Fraction():
            return [["fraction"]]
        case Decimal():
            return [["decimal"]]
        case str():
            return [["text"]] if _by_shape(fact) != fact else []
        case None | bool() | int() | date() | Text() | Citation():
            return []
        case Mapping():
            within: list[tuple[str | int, Fact]] = [*fact.items()]
            here: list[list[str | int]] = [["mapping"]] if _by_shape(plain(fact)) is not None else []
        case _:
            within, here = [*enumerate(fact)], []
    return here + [[step, *mark] for step, value in within for mark in marks(value)]


def _by_shape(value: Any) -> Any:
    """The words, the address or the day that a shape stands for; another text as it is; None for anything else."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value) if _DAY.fullmatch(value) else value
        except ValueError:
            return value
    if not isinstance(value, Mapping):
        return None
    if value.keys() == WORDS and all(isinstance(words, str) for words in value.values()):
        return Text(value["ru"], value["en"])
    if value.keys() == ADDRESS and isinstance(value["act"], str) and isinstance(value["address"], str):
        label = _by_shape(value["label"])
        return Citation(value["act"], value["address"], label) if isinstance(label, Text) else None
    return None


def read(value: Any, marked: Any = (), depth: int = 0) -> Any:
    """The fact that JSON holds as `plain` wrote it, where `marked` is what `marks` said of it.

    Raises `WrongValue` on a value that is no fact, or a mark that does not fit it.
    """
    if depth > _DEEPEST:
        raise WrongValue(f"facts within facts beyond {_DEEPEST}")
    if not isinstance(marked, list | tuple) or not all(isinstance(mark, list) and mark for mark in marked):
        raise WrongValue(f"types are a list of paths, each with its type at the end, not {marked!r}")
    here = [mark[0] for mark in marked if len(mark) == 1]
    if here and here != ["mapping"]:
        return _of_kind(value, here)
    shape = None if here else _by_shape(value)
    if shape is not None and not marked:
        return shape
    below = [mark for mark in marked if len(mark) > 1]
    if isinstance(value, Mapping) and all(isinstance(name, str) for name in value):
        _fitting(below, list(value))
        return Frozen({name: read(item, _under(name, below), depth + 1) for name, item in value.items()})
    if isinstance(value, list) and not here:
        _fitting(below, list(range(len(value))))
        return tuple(read(item, _under(place, below), depth + 1) for place, item in enumerate(value))
    if marked or not (value is None or isinstance(value, bool | int)):
        raise WrongValue(f"there is no fact like {value!r}; an exact number is written as text")
    return value


def _of_kind(value: Any, kinds: list[Any]) -> Fact:
    kind = _KINDS.get(kinds[0]) if len(kinds) == 1 and isinstance(kinds[0], str) else None
    if kind is None or not isinstance(value, str):
        raise WrongValue(f"the type of the fact {value!r} cannot be {kinds!r}; known: {', '.join(_KINDS)}")
    try:
        found = kind(value)
    except (InvalidOperation, ValueError, ZeroDivisionError):
        found = None
    if found is None or plain(found) != value or (isinstance(found, Decimal) and not found.is_finite()):
        raise WrongValue(f"{value!r} is no {kinds[0]}")
    return found


def _under(step: str | int, marked: list[Any]) -> list[Any]:
    return [mark[1:] for mark in marked if mark[0] == step and type(mark[0]) is type(step)]


def _fitting(marked: list[Any], steps: list[Any]) -> None:
    for mark in marked:
        if not any(mark[0] == step and type(mark[0]) is type(step) for step in steps):
            raise WrongValue(f"there is no fact at {mark!r}")
