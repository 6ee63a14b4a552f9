"""The two real decrees: what each profile must hold, counted against the sources, with every provision cited."""

import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

import places
import pytest
from pydantic import BaseModel

from law189.law import Citation, Text
from law189.profile.documents import Form
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile, shipped_profiles
from law189.profile.profile import Profile

TESTS = places.TESTS
DATA = TESTS.parent / "src" / "law189" / "data" / "municipalities"
LISTED = dict(line.split(" ") for line in (TESTS / "provisions.txt").read_text(encoding="utf-8").splitlines())
"""Every provision of both decrees that a reader of the sources listed, with its kind."""


def values(entry: Any) -> Iterator[Any]:
    """Every value within an entry, however deep."""
    yield entry
    if isinstance(entry, BaseModel):
        for name in type(entry).model_fields:
            yield from values(getattr(entry, name))
    elif isinstance(entry, tuple):
        for inner in entry:
            yield from values(inner)


@cache
def cited(profile: str) -> frozenset[str]:
    return frozenset(
        value.id for value in values(load_profile(profile).latest) if isinstance(value, Citation)
    )


def listed(profile: Profile, kind: str) -> list[str]:
    """The addresses of one kind in the list of provisions, as the list orders them."""
    decree = f"{profile.act.id}/"
    return [
        name.removeprefix(decree) for name, of in LISTED.items() if of == kind and name.startswith(decree)
    ]


@pytest.mark.parametrize("name", shipped_profiles())
def test_a_profile_is_the_same_from_its_name_its_file_and_a_mapping(name: str) -> None:
    named = load_profile(name)
    assert named.name == name
    assert (
        named == load_profile(DATA / f"{name}.yaml") == load_profile(shipped_data()["municipalities"][name])
    )


@pytest.mark.parametrize(
    ("name", "services", "seats", "plan", "indicators", "documents", "systems"),
    [("kemerovo", 7, 10, 20, 21, 3, 4), ("novokuznetsk_district", 1, 5, 24, 21, 7, 4)],
)
def test_a_profile_holds_as_many_entries_as_its_decree(
    name: str, services: int, seats: int, plan: int, indicators: int, documents: int, systems: int
) -> None:
    profile = load_profile(name)
    assert len(profile.latest.services) == services
    assert len(profile.latest.working_group.seats) == seats
    assert len(profile.latest.plan) == plan
    assert len(profile.latest.indicators) == indicators
    assert len(profile.latest.documents) == documents
    assert {rule.form for rule in profile.latest.documents} == {Form.ELECTRONIC}
    assert len(profile.latest.systems) == systems
    assert (len(profile.latest.stages), len(profile.latest.goals)) == (7, 5)


def test_kemerovo_leaves_out_schools_of_eight_special_names() -> None:
    assert len({school.name.ru for school in load_profile("kemerovo").latest.excluded_providers}) == 8
    assert load_profile("novokuznetsk_district").latest.excluded_providers == ()


@pytest.mark.parametrize("name", shipped_profiles())
def test_every_provision_is_cited_by_the_profile_itself_or_below_it(name: str) -> None:
    decree = load_profile(name).latest.act.id
    missing = [
        provision
        for provision in LISTED
        if provision.startswith(f"{decree}/")
        and not any(address == provision or address.startswith(f"{provision}.") for address in cited(name))
    ]
    assert missing == []


def test_the_list_has_every_provision_of_both_decrees() -> None:
    assert len(LISTED) == 161
    assert {name.partition("/")[0] for name in LISTED} == {
        load_profile(profile).latest.act.id for profile in shipped_profiles()
    }


@pytest.mark.parametrize("name", shipped_profiles())
@pytest.mark.parametrize(
    ("kind", "entries"), [("plan", "plan"), ("indicator", "indicators"), ("service", "services")]
)
def test_the_entries_are_those_of_the_list_in_its_order(name: str, kind: str, entries: str) -> None:
    profile = load_profile(name)
    assert [entry.id for entry in getattr(profile.latest, entries)] == listed(profile, kind)


PATRONYMIC = re.compile(
    r"\b[А-ЯЁ][а-яё]+(?:[ое]вич(?:а|у|ем|е)?|[ое]вна)\b"
    r"|\b[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+[ое]вн(?:ы|е|у|ой)\b"  # with the name before it: «основной» is nobody
)
INITIALS = re.compile(r"\b[А-ЯЁA-Z]\. ?[А-ЯЁA-Z]\.")


@pytest.mark.parametrize("name", shipped_profiles())
def test_offices_are_named_and_persons_are_not(name: str) -> None:
    texts = [value for value in values(load_profile(name).latest) if isinstance(value, Text)]
    assert len(texts) > 100
    for text in texts:
        for words in (text.ru, text.en):
            assert not PATRONYMIC.search(words)
            assert not INITIALS.search(words)


def test_the_guard_against_names_would_find_one() -> None:
    assert PATRONYMIC.search("председатель Иван Петрович")
    assert PATRONYMIC.search("при участии Анны Сергеевны")
    assert INITIALS.search("председатель И.П. Иванов")


def test_the_compiled_data_are_fresh() -> None:
    script = TESTS.parent / "scripts" / "compile_data.py"
    done = subprocess.run([sys.executable, script, "--check"], check=False, capture_output=True, text=True)  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr
