"""Refusals and faults: every one is a Law189Error, speaks both languages, and survives another process."""

import copy
import pickle
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

import pytest
from doors import DOOR, KEMEROVO, annulled, pushed, walk

from law189.errors import Conflict, Fault, FaultyInput, Law189Error, ProfileError, Refused, UnknownProvision
from law189.law import Text
from law189.profile.loader import load_profile
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
