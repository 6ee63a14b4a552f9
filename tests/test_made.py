"""What a program makes to hand in is looked at where it is made, and not where something breaks on it later."""

import inspect
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from pydantic import BaseModel
from test_kinds import LOOKED_AT, made
from test_public import ROOMS, modules

from law189 import Lifecycle, Profile, Text, WrongType, load_profile
from law189.calendar import Calendar
from law189.kinds import NoSuchNumber
from law189.kinds.asked import opened
from law189.kinds.plain import Anything
from law189.law import Law189Error, WrongValue
from law189.profile.federal import load_calendar
from law189.rules.agreements.payments import Payment

KEMEROVO = load_profile("kemerovo")


def made_by_programs() -> dict[str, type]:
    """The public classes that rules are handed, and those of papers, tables, lifecycles, sources and profiles."""
    found: dict[str, type] = {"profile.Profile": Profile, "calendar.Calendar": Calendar}
    for room, _ in ROOMS:
        if not room.startswith(HANDED):
            continue
        for module in modules(room):
            for name in module.__all__:
                kind = getattr(module, name)
                if isinstance(kind, type) and not issubclass(kind, (BaseModel, Exception, StrEnum)):
                    found[f"{module.__name__.removeprefix('law189.')}.{name}"] = kind
    return {name: kind for name, kind in found.items() if kind.__name__ not in ANSWERS}


HANDED = ("law189.rules", "law189.report.paged", "law189.office.papers.document", "law189.cases.lifecycle")
ANSWERS = {"Clause", "Moment", "Option", "Duty", "Heading", "Lifecycle"}
"""What a lifecycle makes itself; a heading it looks at when it is declared by it; itself it is tried below."""
MADE = made_by_programs()


def door(kind: type) -> Any:
    """The call that makes one."""
    return kind.__new__ if "__new__" in vars(kind) else kind.__init__


@pytest.mark.parametrize("kind", MADE.values(), ids=MADE)
def test_a_value_of_another_kind_is_refused_where_it_is_made(kind):
    call = door(kind)
    assert hasattr(call, "__wrapped__"), "its values are looked at"
    named = {
        key: one for key, one in opened(inspect.unwrap(call)).named.items() if key not in ("self", "_cls")
    }
    right = {key: made(one) for key, one in named.items()}
    for key, one in named.items():
        for value in () if isinstance(one, Anything) else LOOKED_AT:
            if one.wrong(value) is not None:
                with pytest.raises((WrongType, NoSuchNumber), match=f"^{key}"):
                    kind(**right | {key: value})


def test_the_walk_goes_through_many_classes():
    known = {"rules.agreements.payments.Payment", "office.papers.document.Document", "report.paged.Table"}
    assert known <= MADE.keys()
    assert len(MADE) > 40


@pytest.mark.parametrize(
    "call",
    [
        lambda: Calendar(None),
        lambda: Calendar([2024]),
        lambda: Calendar(load_calendar().years.values(), ["2024-05-14"]),
        lambda: Profile(None),
        lambda: Profile(()),
        lambda: Profile(((date(2024, 1, 9), KEMEROVO.latest), (date.min, KEMEROVO.latest))),
        lambda: Profile(((date.min, "kemerovo"),)),
        lambda: Lifecycle("x", "x", StrEnum, None),
        lambda: Lifecycle(None, Text("x"), StrEnum, None),
    ],
)
def test_what_is_no_part_of_it_is_refused_in_words_of_this_library(call):
    with pytest.raises(Law189Error):
        call()


def test_a_payment_of_no_number_is_refused():
    with pytest.raises(NoSuchNumber, match=r"^roubles: a number of at most 18 digits"):
        Payment(year=2024, roubles=Decimal("NaN"))
    with pytest.raises(WrongValue, match="at least one edition"):
        Profile(())


def test_a_row_is_still_a_row():
    """It is unpacked, replaced and compared as before."""
    paid = Payment(2024, Decimal(5))
    assert paid._replace(year=2025)[:2] == (2025, Decimal(5))
    assert Payment(*paid) == paid
