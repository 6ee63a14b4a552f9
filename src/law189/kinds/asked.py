"""Спрошено у двери (asked at the door): a public function checks what it is given by its own annotations.

What a function says of its arguments is read once, when it is first called. After that a value of the kind that is
needed costs next to nothing. What an iterator gives is looked at value by value, when the function reads it.

>>> from datetime import date
>>> @asked
... def later(on: date, days: int, *names: str) -> bool:
...     return days > 0
>>> later(date(2024, 1, 9), 3, "a")
True
>>> later(date(2024, 1, 9), True)
Traceback (most recent call last):
    ...
law189.kinds.WrongType: days: a whole number (int) is needed, not True (bool)
>>> @asked
... def longest(names: Iterable[str]) -> int:
...     return max(map(len, names))
>>> longest(iter(["a", 5]))
Traceback (most recent call last):
    ...
law189.kinds.WrongType: names[1]: a text (str) is needed, not 5 (int)
"""

from collections.abc import Callable, Iterable, Mapping
from contextvars import ContextVar
from dataclasses import is_dataclass
from functools import wraps
from inspect import Parameter, Signature, isfunction, signature
from typing import Any, NamedTuple, ParamSpec, TypeVar

from law189.kinds import as_plain
from law189.kinds.kind import Anything, Kind, kind_of
from law189.law import Law189Error

__all__ = ["asked", "asked_once", "inside", "made_asked", "methods_asked", "unasked"]

P = ParamSpec("P")
A = TypeVar("A")


def asked(function: Callable[P, A]) -> Callable[P, A]:
    """The function, which raises `WrongType` on an argument that is not of the kind that it is annotated with.

    A number that nothing is counted by (NaN, one without end) is refused by `NoSuchNumber`, a `WrongValue`.

    Where it takes a day, one of a class of another program comes to it as a plain `date`.
    """
    doors: list[Door] = []
    inside = _INSIDE.get

    @wraps(function)
    def at_the_door(*args: P.args, **kwargs: P.kwargs) -> A:
        if inside():
            return function(*args, **kwargs)
        ordered, named, rest, _, days, late = doors[0] if doors else _kept(function, doors)
        for value, kind in zip(args, ordered, strict=False):
            if type(value) not in kind.plain and kind.wrong(value) is not None:
                raise _refused(args, kwargs, doors[0])
        for name, given in kwargs.items():
            if (
                name in named
                and type(given) not in named[name].plain
                and named[name].wrong(given) is not None
            ):
                raise _refused(args, kwargs, doors[0])
        if (
            rest is not None
            and not rest.plain.issuperset(map(type, args[len(ordered) :]))
            and any(rest.wrong(one) is not None for one in args[len(ordered) :])
        ):
            raise _refused(args, kwargs, doors[0])
        if days or late:
            called: Callable[..., A] = function
            given, by_name = _handed(args, kwargs, doors[0])
            return called(*given, **by_name)
        return function(*args, **kwargs)

    return at_the_door


def _handed(
    args: tuple[object, ...], kwargs: Mapping[str, object], door: "Door"
) -> tuple[list[object], dict[str, object]]:
    """The arguments as the function gets them: a day as a plain `date`; what is not read yet is looked at then."""
    ordered, named = [*args], dict(kwargs)
    if door.days:
        ordered, named = [*map(as_plain, args)], {name: as_plain(one) for name, one in kwargs.items()}
    if door.late:
        for place, (name, value, kind) in enumerate(_placed(ordered, door)):
            if kind.late:
                ordered[place] = kind.looked(value, name)
        for name, value in named.items():
            if name in door.named and door.named[name].late:
                named[name] = door.named[name].looked(value, name)
    return ordered, named


def asked_once(function: Callable[P, A]) -> Callable[P, A]:
    """The function, which looks at its arguments as `asked` does; what it calls then looks at none.

    For one that hands on only what it was given or has made itself, and is done when it returns.

    >>> @asked
    ... def half(number: int) -> float:
    ...     return number / 2
    >>> @asked_once
    ... def quarter(number: int) -> float:
    ...     return half(half(number))
    >>> quarter(6)
    1.5
    >>> quarter("6")
    Traceback (most recent call last):
        ...
    law189.kinds.WrongType: number: a whole number (int) is needed, not the text «6»
    """

    @wraps(function)
    def within(*args: P.args, **kwargs: P.kwargs) -> A:
        token = _INSIDE.set(True)
        try:
            return function(*args, **kwargs)
        finally:
            _INSIDE.reset(token)

    return asked(within)


def methods_asked(owner: type[A]) -> type[A]:
    """The class, which looks at its arguments as `asked` does where it is made and in its public methods.

    What it inherits does not, nor what a dataclass or an entry is made of: an entry checks its values itself.

    >>> from datetime import date
    >>> @methods_asked
    ... class Days:
    ...     def after(self, on: date) -> int:
    ...         return on.day
    >>> Days().after(1)
    Traceback (most recent call last):
        ...
    law189.kinds.WrongType: on: a day (date) is needed, not 1 (int); date(2024, 1, 9) gives one
    """
    for name, found in [*vars(owner).items()]:
        if name.startswith(("_", "model_")) and (name != "__init__" or is_dataclass(owner)):
            continue
        if isinstance(found, staticmethod | classmethod):
            setattr(owner, name, type(found)(asked(found.__func__)))
        elif isfunction(found) and not hasattr(found, "__isabstractmethod__"):
            setattr(owner, name, asked(found))
    return owner


def made_asked(owner: type[A]) -> type[A]:
    """The class, dataclass or row (NamedTuple), which looks at its values as `asked` does where it is made.

    >>> class Paid(NamedTuple):
    ...     year: int
    >>> made_asked(Paid)("2024")
    Traceback (most recent call last):
        ...
    law189.kinds.WrongType: year: a whole number (int) is needed, not the text «2024»
    """
    name = "__new__" if "__new__" in vars(owner) else "__init__"
    looking = asked(getattr(owner, name))
    setattr(owner, name, staticmethod(looking) if name == "__new__" else looking)
    return owner


def unasked(function: Callable[P, A]) -> Callable[P, A]:
    """The function as the engine asks it at every step: without a look at its arguments.

    >>> @asked
    ... def half(number: int) -> float:
    ...     return number / 2
    >>> unasked(half)(True)
    0.5
    """
    raw: Callable[P, A] = vars(function)["__wrapped__"]
    return raw


def inside(values: Iterable[A]) -> tuple[A, ...]:
    """All the values; a rule that is asked for them looks at no argument.

    An engine checks what it is given itself, once, before it asks many rules of it.

    >>> @asked
    ... def short(name: str) -> bool:
    ...     return len(name) < 3
    >>> inside(short(name) for name in [(1, 2)])
    (True,)
    """
    token = _INSIDE.set(True)
    try:
        return tuple(values)
    finally:
        _INSIDE.reset(token)


_INSIDE: ContextVar[bool] = ContextVar("inside", default=False)


class Door(NamedTuple):
    """The kinds of a function's arguments: by their place, by their name, and of those that follow (`*cites`).

    `days` says whether a day is among them, `late` whether one may hold values that nobody has read yet.
    """

    ordered: tuple[Kind, ...]
    named: dict[str, Kind]
    rest: Kind | None
    rest_name: str = ""
    days: bool = False
    late: bool = False


def opened(function: Callable[..., Any]) -> Door:
    """What the function says of its arguments."""
    ordered: list[Kind] = []
    named: dict[str, Kind] = {}
    rest, rest_name = None, ""
    for name, found in _signature(function).parameters.items():
        kind = Anything() if found.annotation is Parameter.empty else kind_of(found.annotation)
        if found.kind is Parameter.VAR_POSITIONAL:
            rest, rest_name = kind, name
        elif found.kind is not Parameter.VAR_KEYWORD:
            named[name] = kind
            ordered += [kind] if found.kind is not Parameter.KEYWORD_ONLY else []
    kinds = (*named.values(), *([] if rest is None else [rest]))
    days, late = any(kind.days for kind in kinds), any(kind.late for kind in kinds)
    return Door(tuple(ordered), named, rest, rest_name, days, late)


def _signature(function: Callable[..., Any]) -> Signature:
    """What it takes; an annotation that names what is only known elsewhere stays a text, and says nothing."""
    try:
        return signature(function, eval_str=True)
    except NameError:
        return signature(function)


def _kept(function: Callable[..., Any], doors: list[Door]) -> Door:
    doors.append(opened(function))
    return doors[0]


def _placed(args: Iterable[object], door: Door) -> list[tuple[str, object, Kind]]:
    """The arguments given by their places, each with its name and its kind."""
    values = [*args]
    given = [(name, value, door.named[name]) for name, value in zip(door.named, values, strict=False)]
    given = given[: len(door.ordered)]
    if door.rest is not None:
        given += [(door.rest_name, value, door.rest) for value in values[len(door.ordered) :]]
    return given


def _refused(args: tuple[object, ...], kwargs: Mapping[str, object], door: Door) -> Law189Error:
    """The refusal of the first argument that is of another kind."""
    given = _placed(args, door)
    given += [(name, value, door.named[name]) for name, value in kwargs.items() if name in door.named]
    name, told = next((name, told) for name, value, kind in given if (told := kind.wrong(value)) is not None)
    return told.refused(name)
