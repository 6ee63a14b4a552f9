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
from law189.casebook.book import Casebook
from law189.casebook.shelf import MemoryShelf
from law189.casebook.store import Store
from law189.kinds import NoSuchNumber
from law189.kinds.asked import opened
from law189.kinds.plain import Anything
from law189.law import Citation, Law189Error, WrongValue
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


HANDED = (
    "law189.rules",
    "law189.report.paged",
    "law189.office.papers.document",
    "law189.cases.lifecycle",
    "law189.casebook.keys",
    "law189.casebook.postings",
)
ANSWERS = {"Clause", "Moment", "Option", "Duty", "Heading", "Lifecycle", "Formed"}
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


# ─── Все классы страницы ─────────────────────────────────────────────────────────────────────────────────


def others() -> dict[str, type]:
    """Every public class of the page that does not look at its values where it is made."""
    found = {}
    for room, _ in ROOMS:
        for module in () if room.startswith(("law189.contrib", "law189.testing")) else modules(room):
            for name in module.__all__:
                kind = getattr(module, name)
                ours = isinstance(kind, type) and kind.__module__.startswith("law189")
                plain = ours and not issubclass(kind, (BaseModel, Exception, StrEnum, *LOOKING))
                if (
                    plain
                    and not getattr(kind, "_is_protocol", False)
                    and not hasattr(door(kind), "__wrapped__")
                ):
                    found[f"{kind.__module__.removeprefix('law189.')}.{name}"] = kind
    return found


LOOKING = (Casebook, MemoryShelf, Store)
"""What looks at its values by itself, or is abstract."""
OF_RULES = {
    *("verdict.verdict.Verdict", "verdict.rule.Rule", "verdict.ask.Ask"),
    *(f"readings.reading.{one}" for one in ("Applied", "Otherwise", "Reading")),
    *("cases.clause.Heading", "cases.clause.Clause", "cases.moment.Moment"),
}
"""Made by rules and by the engine, a verdict many times at every step, so that nothing is looked at there.

A heading is looked at where its lifecycle declares it.
"""
GIVEN_BACK = {
    *("audit.assumptions.Assumption", "audit.compare.Difference", "audit.compared.FindingDifference"),
    *("audit.finding.Finding", "audit.indicators.CountedValue", "audit.indicators.Judged"),
    *("audit.plan.ItemOnDay", "audit.provisions.Provision", "audit.recheck.ChangedReason"),
    *("audit.recheck.Difference", "audit.replay.Step", "audit.summary.Following", "audit.summary.Summary"),
    *("audit.verify.Traced", "casebook.dependants.Dependant", "casebook.keys.Formed", "casebook.known.Known"),
    *("casebook.known.Made", "casebook.ledger.Ledger", "casebook.listed.CaseList"),
    *(f"casebook.ledger_rows.{one}" for one in ("Figure", "InRoubles", "MoneyRow", "VolumeRow")),
    *(f"casebook.listed.{one}" for one in ("ListedCase", "ToRead", "Wanted")),
    *("casebook.milestones.Reached", "casebook.rows.RecordFinding", "casebook.rows.Sought"),
    *(f"casebook.registers.rows.{one}" for one in ("ProviderRow", "RecipientRow", "Register")),
    *(f"casebook.registers.rows.{one}" for one in ("RegisterDifference", "RowChange")),
    *(f"casebook.report.{one}" for one in ("OrderReport", "OrderRow", "Outside")),
    *(f"casebook.shelf.{one}" for one in ("Changed", "Count", "Kind", "Placed")),
    *("casebook.taking.Taken", "casebook.tallies.Tallied", "cases.outlook.Duty", "cases.outlook.Option"),
    *("lints.linter.Finding", "lints.places.Placed", "office.workbook.book.Read"),
    *("office.workbook.from_tables.FromTables", "profile.documents.Asked"),
    *("report.checked.Checked", "report.checked.Problem", "report.left_out.Silence"),
    *(f"report.sheet.{one}" for one in ("Changed", "Choice", "EditionTold", "Section", "Sheet")),
}
"""What a function gives back: a program reads it, and hands it in as it got it."""


def test_what_does_not_look_at_its_values_is_what_the_library_makes():
    assert others().keys() == OF_RULES | GIVEN_BACK


WORDS = Text("п. 1", "item 1")
BELOW = [(Text, {"ru": "да", "en": "yes"}), (Citation, {"act": "x", "address": "p1", "label": WORDS})]


@pytest.mark.parametrize(("kind", "right"), BELOW, ids=["Text", "Citation"])
def test_what_stands_below_the_look_at_arguments_looks_itself(kind, right):
    """Words and an address are made of a value of another kind nowhere."""
    assert kind(**right)
    for key, held in right.items():
        for value in LOOKED_AT:
            if not isinstance(value, type(held)):
                with pytest.raises(WrongValue, match=f"^{key}: .* is needed, not {type(value).__name__}"):
                    kind(**right | {key: value})
