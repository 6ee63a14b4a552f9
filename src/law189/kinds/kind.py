"""Вид значения (kind): what an annotation lets a value be, and the first part of a value that is something else.

>>> kind_of(list[int]).wrong([1, "2"]).at
'[1]'
>>> kind_of(int | None).wrong(None) is None
True
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from law189.kinds.plain import Anything, Kind, Number, Wrong
from law189.law import Lang

__all__ = [
    "Among",
    "Anything",
    "Held",
    "Kind",
    "Listed",
    "Mapped",
    "Number",
    "OneOf",
    "Row",
    "Wrong",
    "kind_of",
]


class OneOf(Kind):
    """A value of one of several kinds."""

    def __init__(self, kinds: Collection[Kind]) -> None:
        super().__init__(*(one for kind in kinds if type(kind) is Kind for one in kind.classes))
        self.plain = frozenset().union(*(kind.plain for kind in kinds))
        self.kinds = kinds
        self.late = any(kind.late for kind in kinds)
        self.name = " | ".join(dict.fromkeys(kind.name for kind in kinds if kind.name))

    def wrong(self, value: object) -> Wrong | None:
        """What is wrong by the kind that comes nearest."""
        found: list[Wrong] = []
        if self.classes and super().wrong(value) is None:
            return None
        for kind in self.kinds:
            if (told := kind.wrong(value)) is None:
                return None
            found.append(told)
        return next((told for told in found if told.at or told.said), Wrong("", value, self.name))

    def looked(self, value: Any, at: str) -> Any:
        """The value, looked at as the first of the kinds that it is of."""
        return next(kind for kind in self.kinds if kind.wrong(value) is None).looked(value, at)


class Listed(Kind):
    """Values one after another, each of one kind; a text is none, though Python calls it so."""

    def __init__(self, classes: type, each: Kind) -> None:
        super().__init__(classes)
        self.plain = frozenset()
        self.each = each
        self.late = not (issubclass(classes, Collection) or isinstance(each, Anything)) or each.late
        self.name = "tuple" if classes is tuple else "Iterable"

    def wrong(self, value: object) -> Wrong | None:
        """The list itself, or the first of its values that is of another kind."""
        one = type(self.each) is Kind and isinstance(
            value, self.each.classes
        )  # such as a history, which is a row
        if one or isinstance(value, str | bytes) or not isinstance(value, self.classes):
            return Wrong("", value, self.name)
        if not isinstance(value, Collection) or self.each.plain.issuperset(map(type, value)):
            return None  # what is read as it is asked for (an iterator, a file of steps) is looked at then
        return _first(value, self.each)

    def looked(self, value: Any, at: str) -> Any:
        """The values; those that are not read yet are looked at one by one."""
        if isinstance(value, Iterator):
            return _read(value, self.each, at)
        if not isinstance(value, Collection):
            return _Reread(value, self.each, at)
        return tuple(_read(value, self.each, at)) if self.each.late else value


class _Reread:
    """Values that can be read more than once, each looked at whenever it is read."""

    def __init__(self, values: Iterable[object], each: Kind, at: str) -> None:
        self._values, self._each, self._at = values, each, at

    def __iter__(self) -> Iterator[Any]:
        return _read(self._values, self._each, self._at)


def _read(values: Iterable[object], kind: Kind, at: str) -> Iterator[Any]:
    """The values, each looked at as it is read. Raises `WrongType` on one of another kind."""
    for place, value in enumerate(values):
        if type(value) not in kind.plain and (told := kind.wrong(value)) is not None:
            raise told.refused(f"{at}[{place}]")
        yield kind.looked(value, f"{at}[{place}]") if kind.late else value


def _first(values: Iterable[object], kind: Kind) -> Wrong | None:
    for place, value in enumerate(values):
        if (told := kind.wrong(value)) is not None:
            return told._replace(at=f"[{place}]{told.at}")
    return None


class Row(Kind):
    """So many values, each of its own kind."""

    def __init__(self, kinds: tuple[Kind, ...]) -> None:
        super().__init__(tuple)
        self.plain = frozenset()
        self.kinds = kinds
        self.late = any(kind.late for kind in kinds)
        self.name = f"({', '.join(kind.name for kind in kinds)})"

    def wrong(self, value: object) -> Wrong | None:
        """The row itself, or the first of its values that is of another kind."""
        if not isinstance(value, tuple | list) or len(value) != len(self.kinds):
            return Wrong("", value, self.name)
        for place, (one, kind) in enumerate(zip(value, self.kinds, strict=True)):
            if type(one) not in kind.plain and (told := kind.wrong(one)) is not None:
                return told._replace(at=f"[{place}]{told.at}")
        return None

    def looked(self, value: Any, at: str) -> Any:
        """The row; what is not read yet in it is looked at then."""
        pairs = zip(value, self.kinds, strict=True)
        return tuple(kind.looked(one, f"{at}[{place}]") for place, (one, kind) in enumerate(pairs))


class Mapped(Kind):
    """Values by their keys."""

    def __init__(self, key: Kind, value: Kind) -> None:
        super().__init__(Mapping)
        self.plain = frozenset()
        self.key, self.value = key, value

    def wrong(self, value: object) -> Wrong | None:
        """The mapping itself, or the first of its keys or values that is of another kind."""
        if not isinstance(value, Mapping):
            return Wrong("", value, self.name)
        if not value:
            return None
        if not self.key.plain.issuperset(map(type, value)) and (told := _first(value, self.key)) is not None:
            return told
        if self.value.plain.issuperset(map(type, value.values())):
            return None
        for key, one in value.items():
            if type(one) not in self.value.plain and (told := self.value.wrong(one)) is not None:
                return told._replace(at=f"[{str(key)[:40]!r}]{told.at}")
        return None


class Held(Kind):
    """A value that holds another under `value`, such as a norm."""

    def __init__(self, owner: type, inner: Kind) -> None:
        super().__init__(owner)
        self.plain = frozenset()
        self.inner = inner

    def wrong(self, value: object) -> Wrong | None:
        """The value itself, or what it holds."""
        if not isinstance(value, self.classes):
            return Wrong("", value, self.name)
        held = value.value  # type: ignore[attr-defined]
        if type(held) in self.inner.plain or (told := self.inner.wrong(held)) is None:
            return None
        return told._replace(at=f".value{told.at}")


class Among(Kind):
    """One of the values that are listed."""

    def __init__(self, values: tuple[object, ...]) -> None:
        super().__init__()
        self.values = values
        self.name = " | ".join(map(repr, values))  # the quotes tell words from classes

    def wrong(self, value: object) -> Wrong | None:
        """The value, where it is another."""
        fits = any(type(one) is type(value) and one == value for one in self.values)
        return None if fits else Wrong("", value, self.name)


def kind_of(hint: Any) -> Kind:
    """The kind that an annotation is; one that names a kind beside it (`Annotated`) is of that kind."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return next((one for one in args[1:] if isinstance(one, Kind)), None) or kind_of(args[0])
    if origin in (Union, UnionType):
        return OneOf([kind_of(one) for one in args])
    if origin is Literal:
        return Kind(str) if args == get_args(Lang) else Among(args)  # a language is asked where it is told
    if hint is None or hint is NoneType:
        return Kind(NoneType)
    if isinstance(hint, TypeVar):
        return Anything() if hint.__bound__ is None else kind_of(hint.__bound__)
    if origin is not None:
        return _of_many(origin, args)
    if hint is Any or not isinstance(hint, type) or hint is object or getattr(hint, "_is_protocol", False):
        return Anything()
    generic = getattr(hint, "__pydantic_generic_metadata__", {})
    if generic.get("origin") is not None:
        return Held(generic["origin"], kind_of(generic["args"][0]))
    return Number(*_NUMBERS[hint]) if hint in _NUMBERS else Kind(hint)


def _of_many(origin: type, args: tuple[Any, ...]) -> Kind:
    """The kind of what holds several values."""
    if not origin.__module__.startswith(_CONTAINERS):
        return Anything() if getattr(origin, "_is_protocol", False) else Kind(origin)
    if issubclass(origin, Mapping):
        return Mapped(kind_of(args[0]), kind_of(args[1]))
    if origin is tuple and not (len(args) == 2 and args[1] is Ellipsis):
        return Row(tuple(kind_of(one) for one in args))
    if issubclass(origin, Iterable):
        return Listed(origin, kind_of(args[0]))
    return Kind(origin) if origin in _ITSELF else Anything()


_NUMBERS: dict[type, tuple[type, ...]] = {int: (int,), float: (float, int), Decimal: (Decimal,)}
"""The classes of numbers, and what may stand for each."""
_ITSELF: tuple[object, ...] = (type, Callable)
"""What an annotation may name with others in brackets, and is one value all the same."""
_CONTAINERS = ("builtins", "collections", "typing")
"""Where the classes stand that only hold values; any other, such as `History[E]`, is a value itself."""
