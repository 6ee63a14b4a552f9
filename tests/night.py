"""Two sizes of the suite: by day what everybody waits for, by night the same laws over far more.

Hypothesis's option `--hypothesis-profile=night`, which `make nightly` gives, chooses the night. What runs at night
alone has the mark `nightly`. By day the same examples are drawn in every run, so that what failed for one fails for
all; by night others each time. No example has a limit of time: whole books and files are drawn.
"""

from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings

DAY, NIGHT = "day", "night"
T = TypeVar("T")
LARGE = [
    HealthCheck.too_slow,
    HealthCheck.data_too_large,
    HealthCheck.large_base_example,
    HealthCheck.filter_too_much,
]
settings.register_profile(
    DAY,
    settings.default,
    max_examples=100,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=LARGE,
)
settings.register_profile(NIGHT, settings.get_profile(DAY), max_examples=1000, derandomize=False)


def at_night() -> bool:
    """Whether the larger size was asked for."""
    return settings.default.max_examples == settings.get_profile(NIGHT).max_examples


def size(by_day: int, by_night: int) -> int:
    """How many are drawn or walked over."""
    return by_night if at_night() else by_day


def some(values: Sequence[T], by_day: Sequence[T]) -> Sequence[T]:
    """What a walk goes over: by day some of the values, one for each way to be read, by night all of them."""
    assert by_day, "a walk over nothing proves nothing"
    assert all(value in values for value in by_day)
    return values if at_night() else by_day


def first_found(patched: pytest.MonkeyPatch, module: str) -> None:
    """By day the first example that the module finds is not made smaller, which costs more than to find it."""
    if not at_night():
        patched.setattr(import_module(module), "settings", partial(settings, phases=[Phase.generate]))
