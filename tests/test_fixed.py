"""What one process shares stays as it was made: nothing public can be set, deleted or put into another's value."""

import copy
import inspect
import pickle
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cached_property, lru_cache
from importlib import import_module
from types import (
    BuiltinFunctionType,
    FunctionType,
    GenericAlias,
    MappingProxyType,
    MethodType,
    ModuleType,
    UnionType,
)
from typing import Any, TypeVar, get_origin

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError
from test_public import ROOMS, modules
from transitions import Machine

import law189
from law189 import WrongType, load_profile, shipped_profiles
from law189.calendar import Calendar
from law189.law import Vocabulary
from law189.law.fixed import Fixed, fixed
from law189.measures import EXACT
from law189.profile.federal import federal_acts, load_calendar, load_federal, shipped_data
from law189.profile.terms import After
from law189.rules.deadlines.periods import ends

HELD = (tuple, frozenset, MappingProxyType)
"""What holds other values and cannot be changed."""
PLAIN = (str, bytes, int, float, Decimal, Fraction, date, timedelta, Enum, type(None), re.Pattern)
OF_CODE = (
    TypeVar,
    ModuleType,
    type(lru_cache(max)),
    type,
    FunctionType,
    BuiltinFunctionType,
    MethodType,
    GenericAlias,
    UnionType,
    TypeAdapter,
)
ANEW = (Machine,)
"""What is made anew for each who asks: a change of it is a change of one's own."""
OF_FRAMEWORKS = {"law189.contrib.fastapi.problems.ETAG"}
"""What FastAPI is given as it needs it."""


def shared() -> Iterator[tuple[str, Any]]:
    """What every program in the process has in common, by its name."""
    for name in shipped_profiles():
        yield name, load_profile(name)
    for call in (federal_acts, load_calendar, load_federal):
        yield call.__name__, call()
    for room, _ in ROOMS:
        if not room.startswith(("law189.contrib.django", "law189.testing")):
            for module in modules(room):
                yield from ((f"{module.__name__}.{name}", getattr(module, name)) for name in module.__all__)


def faults(value: Any, at: str, seen: dict[int, Any]) -> Iterator[str]:
    """Every place, in the value and in what it gives, that can be changed."""
    if id(value) in seen or at in OF_FRAMEWORKS:
        return
    seen[id(value)] = value
    if isinstance(value, Vocabulary):
        yield from settable(value, at, seen)
    if isinstance(value, (*PLAIN, *OF_CODE, *ANEW)) or get_origin(value) is not None:
        return
    if isinstance(value, HELD):
        inner = value.items() if isinstance(value, MappingProxyType) else enumerate(value)
        for key, one in inner:
            yield from faults(one, f"{at}[{key}]", seen)
    elif not type(value).__module__.startswith("law189"):
        yield f"{at}: {type(value).__name__}"
    if type(value).__module__.startswith("law189"):
        yield from settable(value, at, seen)


def settable(value: Any, at: str, seen: dict[int, Any]) -> Iterator[str]:
    """Every name of the value that can be set, and what can be changed in what stands under it."""
    for name in [*named(value), "a_name_of_ones_own"]:
        given = getattr(value, name, None)
        try:
            setattr(value, name, given)
        except (AttributeError, ValidationError):
            pass
        else:
            yield f"{at}.{name} was set"
        yield from faults(given, f"{at}.{name}", seen)


def named(value: Any) -> Iterator[str]:
    """The names of what a value has: its fields, and what it works out of them."""
    for name in dir(type(value)) if not isinstance(value, BaseModel) else {*type(value).model_fields}:
        if not name.startswith("_") and isinstance(
            inspect.getattr_static(type(value), name, None), property | cached_property | type(member)
        ):
            yield name
    if is_dataclass(value):
        yield from (field.name for field in fields(value))
    if isinstance(value, BaseModel):
        yield from type(value).model_fields
        for kind in type(value).__mro__:
            yield from (
                name
                for name, one in vars(kind).items()
                if isinstance(one, cached_property) and name[0] != "_"
            )
    yield from (name for name in getattr(value, "__dict__", ()) if not name.startswith("_"))


class _Slotted:
    __slots__ = ("member",)


member = vars(_Slotted)["member"]


def test_nothing_that_is_shared_can_be_changed():
    seen: dict[int, Any] = {}
    assert [fault for name, value in shared() for fault in faults(value, name, seen)] == []
    assert len(seen) > 5000, "the walk goes through the profiles, the lifecycles and the lists of rules"


def test_a_day_off_of_one_region_is_no_day_off_of_another():
    term = After(kind="after", days=3, unit="working_days")
    mine = load_calendar()
    with pytest.raises(AttributeError, match="Calendar cannot be changed: regional"):
        mine.regional |= {date(2024, 5, 14)}
    with pytest.raises((AttributeError, TypeError)):
        mine.years.pop(2027)
    with pytest.raises(TypeError):
        mine.years[2027] = mine.years[2024]
    with pytest.raises(AttributeError):
        del mine.regional
    here = mine.with_regional([date(2024, 5, 14)])
    assert ends(term, date(2024, 5, 13), here).last_day == date(2024, 5, 17)
    for name in shipped_profiles():
        assert ends(term, date(2024, 5, 13), load_profile(name).latest.calendar).last_day == date(2024, 5, 16)


def test_a_calendar_is_copied_and_pickled_as_the_one_it_is():
    calendar = load_calendar().with_regional([date(2024, 5, 14)])
    assert copy.copy(calendar) is calendar
    assert copy.deepcopy(calendar) is calendar
    assert pickle.loads(pickle.dumps(calendar)) == calendar  # noqa: S301


def test_a_class_of_another_program_does_not_stand_for_the_calendar():
    """A term is counted by the days of a calendar; a method of a subclass would be asked by some answers only."""
    with pytest.raises(WrongType, match="Calendar has no subclasses"):
        type("Regional", (Calendar,), {"is_working_day": lambda *_: True})


def test_what_the_package_ships_is_read_anew():
    shipped_data()["municipalities"]["kemerovo"].clear()
    assert load_profile("kemerovo").latest.services


def test_the_calendar_of_an_edition_stays():
    edition = load_profile("kemerovo").latest
    with pytest.raises(AttributeError, match="Edition cannot be changed: calendar"):
        edition.calendar = None
    edition.model_fields_set.clear()
    assert "services" in load_profile("kemerovo").latest.model_fields_set


def test_sums_stay_exact():
    for change in (lambda: setattr(EXACT, "add", max), lambda: delattr(EXACT, "add")):
        with pytest.raises(AttributeError):
            change()
    EXACT.copy().prec = 2
    assert EXACT.add(Decimal("1200000.50"), Decimal("480000.01")) == Decimal("1680000.51")
    assert pickle.loads(pickle.dumps(EXACT)).abs(Decimal(-1)) == 1  # noqa: S301


def frozen():
    """Every class of the library that is a frozen dataclass, or declares itself unchanging."""
    for module in pkgutil.walk_packages(law189.__path__, "law189."):
        if ".django" not in module.name:
            for value in vars(import_module(module.name)).values():
                if isinstance(value, type) and value.__module__ == module.name:
                    params = getattr(value, "__dataclass_params__", None)
                    if issubclass(value, Fixed) or (params is not None and params.frozen):
                        yield value


@pytest.mark.parametrize("kind", sorted(set(frozen()), key=lambda kind: f"{kind.__module__}.{kind.__name__}"))
def test_what_is_frozen_refuses_a_name_of_another_program_as_python_does(kind):
    value = object.__new__(kind)
    for change in (lambda: setattr(value, "x_y", 1), lambda: delattr(value, "x_y")):
        with pytest.raises(AttributeError):
            change()


def test_a_class_that_python_makes_twice_needs_the_mark():
    """What the mark is for: without it another name breaks by TypeError."""
    source = inspect.getsource(fixed)
    assert "Python makes such a class twice" in source
