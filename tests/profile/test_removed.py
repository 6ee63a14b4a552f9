"""The law of what an amendment removes while something else of the profile still names it.

The fault names the amendment, its day and what is wrong in its edition; what it says to add to the amendment, when
added with nothing else changed, lets the profile load.
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import groupby, islice
from typing import Any

import places
import pytest
from night import at_night
from ruamel.yaml import YAML

from law189.errors import Fault, ProfileError
from law189.files.disk import read_file
from law189.files.nodes import tree_of
from law189.profile.amendments import names_of
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile

DAY, SAID = "2024-03-01", ("01.03.2024", "2024-03-01")
ACT = {
    "id": "later-1",
    "number": "77",
    "date": "2024-02-20",
    "title": {"ru": "Об изменении", "en": "A change"},
}
NAMED = ("постановление № 77 от 20.02.2024", "decree No 77 of 20.02.2024")
ADDED = re.compile(r"добавьте в это изменение (\{.*?\})(?=,? (?:укажите|или)|$)")


def _rich() -> dict[str, Any]:
    """Kemerovo with everything that may name another entry of the file."""
    told = deepcopy(shipped_data()["municipalities"]["kemerovo"])
    one, two, three = (service["number"] for service in told["services"][:3])
    told["parameters"] = [
        {"services": [one], "certificates": 1, "cite": "app1.1"},
        {"services": [one, two], "certificates": 2, "cite": "app1.2"},
        {"services": [two, three], "body": "education", "cite": "app1.3"},
    ]
    told["selection"] = [
        {"way": "certificate", "numbers": [one], "cite": "p3.1"},
        {"way": "competition", "numbers": [two, three], "cite": "p3.2"},
    ]
    subgroup = {"id": "experts", "title": {"ru": "эксперты", "en": "experts"}, "cite": "app3.9"}
    told["working_group"]["subgroups"] = [
        {**subgroup, "seats": ["member-1", "member-2"], "head": "member-2"},
        {**subgroup, "id": "jurists", "seats": ["member-2"]},
    ]
    told["acts"] = [
        {"act": {"kind": "приказ", "number": "5", "date": "2023-10-02"}, "cite": "p1"},
        *told.get("acts", ()),
    ]
    told["publication"] = [
        *told.get("publication", ()),
        {"what": "decree", "where": {"ru": "сайт"}, "responsible": "education", "cite": "order-5/p1"},
    ]
    return told


PROFILES: dict[str, dict[str, Any]] = {
    **shipped_data()["municipalities"],
    "small": read_file(places.PROFILES / "small.yaml").plain(),
    "rich": _rich(),
}


def entries(told: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every entry of a list that has a name of its own."""
    for key, held in told.items() if isinstance(told, dict) else ():
        if key in ("amendments", "extends"):
            continue
        if isinstance(held, list):
            known = [names_of(tree_of(one)) for one in held]
            for names, one in zip(known, held, strict=True):
                name = next((n for n in names if sum(n in each for each in known) == 1), None)
                if name is not None and isinstance(one, dict):
                    yield (*above, key, name)
        elif above == () and key == "working_group":
            yield from entries(held, (key,))


def amended(told: dict[str, Any], *changes: dict[str, Any]) -> dict[str, Any]:
    return {**told, "amendments": [{"act": ACT, "since": DAY, "changes": list(changes)}]}


def faults(told: dict[str, Any]) -> tuple[Fault, ...]:
    try:
        load_profile(told)
    except ProfileError as error:
        return error.faults
    return ()


def cures(found: tuple[Fault, ...]) -> list[dict[str, Any]]:
    yaml = YAML(typ="safe")
    told = dict.fromkeys(one for fault in found for one in ADDED.findall(fault.text.ru))
    return [yaml.load(one) for one in told]


def some(told: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """The entries that are taken out: by day the first two of each list, by night all of them."""
    for _, of_list in groupby(entries(told), key=lambda path: path[:-1]):
        yield from islice(of_list, None if at_night() else 2)


@pytest.mark.parametrize("name", PROFILES)
def test_what_still_names_the_removed_is_told_of_the_amendment_with_a_cure_that_passes(name: str) -> None:
    met = {path[:-1] for path in some(PROFILES[name]) if named_elsewhere(name, path)}
    assert (
        met >= {("bodies",), ("stages",), ("goals",), ("working_group", "seats")} if name != "small" else met
    )
    assert name != "rich" or met >= {("acts",), ("services",)}


def named_elsewhere(name: str, path: tuple[str, ...]) -> bool:
    """Whether something of the profile is wrong when the entry is taken out; each such fault has its cure."""
    change = {"do": "repeal", "at": list(path)}
    found = faults(amended(PROFILES[name], change))
    for fault in found:
        assert fault.key == "amendments[0].changes[0].at", fault
        for words, day, act in zip((fault.text.ru, fault.text.en), SAID, NAMED, strict=True):
            assert day in words
            assert act.removesuffix(" of 20.02.2024") in words
            assert "имели в виду" not in words
            assert "did you mean" not in words
    if found:
        assert all(ADDED.search(fault.text.ru) for fault in found), found
        assert faults(amended(PROFILES[name], change, *cures(found))) == ()
        assert faults(amended(PROFILES[name], change, *reversed(cures(found)))) == ()
    return bool(found)


def test_a_service_taken_from_the_list_while_parameters_name_it() -> None:
    told = PROFILES["rich"]
    found = faults(amended(told, {"do": "repeal", "at": ["services", "app1.1"]}))
    number = told["services"][0]["number"]
    assert found[0].text.ru == (
        "в редакции с 01.03.2024 (постановление № 77 от 20.02.2024) неверно parameters, app1.1, services: услуги "
        f"«{number}» в перечне нет; добавьте в это изменение {{do: repeal, at: [parameters, app1.1]}}, "
        "укажите там другое (do: set) или не исключайте services, app1.1"
    )
    assert {"do": "repeal", "at": ["parameters", "app1.2", "services", number], "cite": "app1.2"} in cures(
        found
    )


def test_the_last_of_several_services_is_never_taken_alone() -> None:
    """Parameters without services are those of all: an entry goes as a whole where none of its services is left."""
    told = PROFILES["rich"]
    gone = [{"do": "repeal", "at": ["services", f"app1.{one}"]} for one in (1, 2)]
    found = faults(amended(told, *gone))
    later = load_profile(amended(told, *gone, *cures(found))).latest
    assert [one.cite.address for one in later.parameters] == ["app1.3"]
    assert all(one.services for one in later.parameters)
    assert [one.numbers for one in later.selection] == [(told["services"][2]["number"],)]


def test_a_service_that_went_earlier_is_told_with_its_day() -> None:
    told = {**PROFILES["rich"], "parameters": [], "selection": []}
    number = told["services"][0]["number"]
    added = {"services": [number], "certificates": 1, "cite": "later-2/p1"}
    told["amendments"] = [
        {"act": ACT, "since": DAY, "changes": [{"do": "repeal", "at": ["services", "app1.1"]}]},
        {
            "act": {**ACT, "id": "later-2", "number": "78"},
            "since": "2024-05-01",
            "changes": [{"do": "add", "at": ["parameters"], "to": added}],
        },
    ]
    (fault,) = faults(told)
    assert fault.text.ru == (
        f"услуги «{number}» в перечне нет с 01.03.2024 (постановление № 77 от 20.02.2024)"
    )


def test_a_required_key_that_is_repealed_is_told_of_the_amendment() -> None:
    (fault,) = faults(
        amended(PROFILES["small"], {"do": "repeal", "at": ["services", "app1.1", "number"], "cite": "app1.1"})
    )
    assert fault.key == "amendments[0].changes[0].at"
    assert "в редакции с 01.03.2024 (постановление № 77 от 20.02.2024)" in fault.text.ru


def test_a_fault_that_the_first_edition_has_is_not_told_of_an_amendment() -> None:
    told = deepcopy(PROFILES["small"])
    told["authorized_body"]["value"] = "nobody"
    (fault,) = faults(amended(told, {"do": "set", "at": ["title", "ru"], "to": "город"}))
    assert fault.key == "authorized_body.value"
