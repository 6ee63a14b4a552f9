"""Refusals and faults: every one is a Law189Error, speaks both languages, and survives another process."""

import ast
import copy
import pickle
import pkgutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import Any, get_type_hints

import places
import pydantic
import pytest
from django.core.exceptions import PermissionDenied
from django.core.exceptions import ValidationError as OfDjango
from django.http import Http404
from doors import DOOR, KEMEROVO, annulled, pushed, walk

import law189
from law189.audit.indicators import indicators_on
from law189.calendar import Calendar
from law189.errors import Conflict, Fault, FaultyInput, Law189Error, ProfileError, Refused, UnknownProvision
from law189.facts import Frozen
from law189.law import Text
from law189.measures import Volume
from law189.profile.federal import load_calendar
from law189.profile.loader import load_profile
from law189.rules.quorum import quorum
from law189.testing import check_cases, drawn_from
from law189.verdict import Ask
from law189.workflows import order

FAULT = Fault("my.yaml", 12, 5, "control", Text("нет ключа", "no key"))


def refused():
    with pytest.raises(Refused) as caught:
        DOOR.advance(walk(), pushed(by="guest", strength=0), KEMEROVO)
    return caught.value


ERRORS = {
    "refused": refused(),
    "conflict": Conflict(3, 4),
    "faulty": FaultyInput([FAULT, FAULT]),
    "profile": ProfileError([FAULT]),
    "provision": UnknownProvision("no such address"),
}


@pytest.mark.parametrize("error", ERRORS.values(), ids=ERRORS)
def test_every_error_is_caught_by_one_name(error):
    assert isinstance(error, Law189Error)


@pytest.mark.parametrize("error", ERRORS.values(), ids=ERRORS)
@pytest.mark.parametrize("again", [lambda e: pickle.loads(pickle.dumps(e)), copy.copy, copy.deepcopy])  # noqa: S301
def test_every_error_is_pickled_and_copied_with_all_it_says(error, again):
    there = again(error)
    assert type(there) is type(error)
    assert str(there) == str(error)
    assert repr(there) == repr(error)
    for name in ("verdict", "faults", "expected", "found"):
        assert getattr(there, name, None) == getattr(error, name, None)


def test_a_conflict_in_a_worker_is_the_same_conflict_in_its_master():
    history = order.lifecycle.begin("1")
    event = order.Published(on="2023-10-02", by="education", place="own-site", evidence="17")
    step = partial(order.lifecycle.advance, expected_version=1)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool, pytest.raises(Conflict) as caught:
        pool.submit(step, history, event, load_profile("kemerovo")).result()
    assert (caught.value.expected, caught.value.found) == (1, 0)


def test_a_conflict_says_both_versions_and_what_to_do_in_both_languages():
    conflict = Conflict(3, 4)
    assert conflict.told("ru") == (
        "ожидалась версия истории 3, а у неё версия 4; загрузите её снова и судите шаг заново"
    )
    assert str(conflict) == conflict.told("en")
    assert "version 3" in str(conflict)
    assert "version 4" in str(conflict)


def test_a_refusal_tells_each_reason_with_its_address_in_both_languages():
    error = refused()
    assert error.told("en").splitlines() == [
        "Acting: guest; entitled: host. [part 3 of article 28 of Federal Law No 189-FZ of 13.07.2020]",
        "Strength: 0. [item 1 of decree No 2993 of 22.09.2023]",
    ]
    assert error.told("ru").splitlines()[1] == "Сила: 0. [п. 1 постановления № 2993 от 22.09.2023]"


def test_a_refusal_without_an_address_says_so_by_a_dash():
    with pytest.raises(Refused) as caught:
        DOOR.advance(walk(), annulled(1), KEMEROVO)
    assert str(caught.value).endswith("[—]")


@pytest.mark.parametrize("verdict", ["no", None, True])
def test_a_refusal_carries_a_verdict_and_nothing_else(verdict):
    with pytest.raises(TypeError, match="Refused carries a Verdict"):
        Refused(verdict)


def test_a_fault_without_a_line_names_its_key_and_one_without_a_key_its_line():
    words = Text("пусто", "empty")
    assert Fault("f", None, None, "a.b", words).told("ru") == "f a.b: пусто"
    assert Fault("f", 1, 2, "", words).told("en") == "f:1:2: empty"
    assert FaultyInput([FAULT, FAULT]).told("en").count("\n") == 1


# ─── Каждая ошибка: what the library raises on purpose is a Law189Error ─────────────────────────────────────

OF_OTHERS = (
    NotImplementedError,
    AttributeError,
    AssertionError,
    OSError,
    pickle.PicklingError,
    pydantic.ValidationError,
    OfDjango,
    Http404,
    PermissionDenied,
)
"""What keeps a class of its own, as `howto/embed` says: of Python, of files, of pydantic and of the frameworks."""
WITHIN = {
    "law189.audit.parts.workers._Stopped",
    "law189.files.json_text._Bare",
    "law189.files.json_text._NoKey",
    "law189.office.interview.inserted.Misplaced",
    "law189.office.interview.spoken.Misread",
    "law189.office.workbook.cells.Unreadable",
    "law189.office.workbook.opened.ValueError",
    "law189.office.workbook.packed.BadZipFile",
    "law189.office.workbook.word_tables.ValueError",
}
"""What is caught in the room that raises it, and leaves it as what a file says of itself."""
CUSTOM = "pydantic_core._pydantic_core.PydanticCustomError"
"""What a validator raises; pydantic gives its own `ValidationError` instead."""


def raised() -> Iterator[tuple[str, Any]]:
    """Each place where the library raises an error that it names, but for those of the command line."""
    for one in pkgutil.walk_packages(law189.__path__, "law189."):
        if one.name.startswith("law189.cli") or one.name.endswith("__main__"):
            continue
        module = import_module(one.name)
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Raise) and node.exc is not None:
                call = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
                name = ast.unparse(call)
                known = vars(import_module("builtins")) | vars(module)
                if name.partition(".")[0] in known:
                    yield f"{one.name}:{node.lineno}", eval(name, known)  # noqa: S307  # our own source


def of_class(error: Any) -> type:
    """The class of what is raised: itself, or what the function that makes it says."""
    if isinstance(error, type):
        return error
    owner = getattr(error, "__self__", None)
    return owner if isinstance(owner, type) else get_type_hints(error)["return"]


def test_every_error_raised_on_purpose_is_caught_by_one_name():
    found = {at: of_class(error) for at, error in raised()}
    assert len(found) > 150
    others = {
        at: kind
        for at, kind in found.items()
        if not issubclass(kind, (Law189Error, *OF_OTHERS))
        and f"{kind.__module__}.{kind.__name__}" not in {*WITHIN, CUSTOM}
        and f"{at.partition(':')[0]}.{kind.__name__}" not in WITHIN
    }
    assert not others


def test_the_page_names_each_class_that_is_of_others():
    for name in ("embed.md", "embed.ru.md"):
        page = (places.ROOT / "docs/howto" / name).read_text(encoding="utf-8")
        for kind in (NotImplementedError, AttributeError, AssertionError, OSError, pickle.PicklingError):
            assert f"`{kind.__name__}`" in page, (name, kind)


GROUP = load_profile("kemerovo").latest.working_group


@pytest.mark.parametrize(
    ("call", "kind"),
    [
        (lambda: Volume(amount=1, unit="roubles") - Volume(amount=1, unit="person-hours"), ValueError),
        (lambda: quorum(4, 10, GROUP.quorum, choices={"Q1": "nonsense"}), ValueError),
        (lambda: Ask("x", Text("а", "a")), ValueError),
        (lambda: check_cases(load_profile("kemerovo"), lifecycles=[order.lifecycle], right={}), ValueError),
        (lambda: bool(quorum(4, 10, GROUP.quorum)), TypeError),
        (lambda: Refused("no"), TypeError),
        (lambda: Frozen({"a": object()}), TypeError),
        (lambda: Frozen({"a": {1: "b"}}), TypeError),
        (lambda: load_calendar().add_working_days(date(2024, 1, 9), 0), ValueError),
        (lambda: Calendar(()), ValueError),
        (lambda: drawn_from(int), TypeError),
        (lambda: indicators_on(load_profile("kemerovo"), {}, histories=()), ValueError),
    ],
)
def test_what_python_calls_by_another_name_too_is_caught_by_both(call, kind):
    with pytest.raises(Law189Error) as caught:
        call()
    assert isinstance(caught.value, kind)
