"""Неизменяемое (fixed): an object whose values are given where it is made, and a mapping that nobody can change.

What many cases of one process share is not to be changed by one of them: the others would get other answers.

>>> class Limit(Fixed):
...     days: int
...
...     def __init__(self, days: int) -> None:
...         self._hold(days=days)
>>> limit = Limit(5)
>>> limit.days = 6
Traceback (most recent call last):
    ...
AttributeError: Limit cannot be changed: days stays as it was given
"""

from collections.abc import Callable
from decimal import Context, Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar

__all__ = ["Exact", "Fixed", "FixedParts", "fixed", "stays"]

AnyFixed = TypeVar("AnyFixed")


def stays(value: object, name: str) -> AttributeError:
    """The refusal to set or to delete a value of what does not change."""
    return AttributeError(
        f"{type(value).__name__} cannot be changed: {name} stays as it was given", name=name, obj=value
    )


class Fixed:
    """Объект, который не меняется: setting or deleting a value raises AttributeError."""

    __slots__ = ()

    def _hold(self, **values: object) -> None:
        """Keep the values; for the object itself, where it is made."""
        for name, value in values.items():
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise stays(self, name)

    def __delattr__(self, name: str) -> NoReturn:
        raise stays(self, name)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self


class FixedParts:
    """Что следует из значений: what an object works out of its values (`cached_property`) is not set either."""

    if not TYPE_CHECKING:  # a checker of types would take it for leave to set any name

        def __setattr__(self, name: str, value: object) -> None:
            """Pydantic lets it be set, though the entry is frozen."""
            if isinstance(getattr(type(self), name, None), cached_property):
                raise stays(self, name)
            super().__setattr__(name, value)


def fixed(made: type[AnyFixed]) -> type[AnyFixed]:
    """The frozen dataclass with slots, which refuses a name that it does not have by AttributeError too.

    Python makes such a class twice, and what it wrote for the first one breaks there by TypeError.

    >>> from dataclasses import dataclass
    >>> @fixed
    ... @dataclass(frozen=True, slots=True)
    ... class Limit:
    ...     days: int
    >>> Limit(5).weeks = 1
    Traceback (most recent call last):
        ...
    AttributeError: Limit cannot be changed: weeks stays as it was given
    """
    for name in ("__setattr__", "__delattr__"):
        setattr(made, name, vars(Fixed)[name])
    return made


class Exact(Fixed):
    """Точный счёт: what a context of decimal numbers reckons, in a context that nobody can change.

    >>> from decimal import Inexact
    >>> Exact(Context(prec=4, traps=[Inexact])).multiply(Decimal(12), Decimal(12))
    Decimal('144')
    """

    __slots__ = ("abs", "add", "copy", "divide_int", "fma", "minus", "multiply", "scaleb", "subtract")
    abs: Callable[[Decimal], Decimal]
    add: Callable[[Decimal, Decimal | int], Decimal]
    copy: Callable[[], Context]
    divide_int: Callable[[Decimal, Decimal | int], Decimal]
    fma: Callable[[Decimal, Decimal | int, Decimal], Decimal]
    minus: Callable[[Decimal], Decimal]
    multiply: Callable[[Decimal, Decimal | int], Decimal]
    scaleb: Callable[[Decimal, Decimal | int], Decimal]
    subtract: Callable[[Decimal, Decimal | int], Decimal]

    def __init__(self, context: Context) -> None:
        self._hold(**{name: getattr(context, name) for name in Exact.__slots__})

    def __reduce__(self) -> tuple[Any, ...]:
        """What a pickle holds: a context alike."""
        return Exact, (self.copy(),)
