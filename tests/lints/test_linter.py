"""The decree linter: each lint on a good and a bad profile, the real decrees, and what a profile allows.

The files under tests/decrees hold what differs from base.yaml, an invented decree without faults.
"""

import json
import re
from pathlib import Path
from typing import Any

import places
import pytest
from typer.testing import CliRunner

from law189.cli.app import app
from law189.files.parser import read_tree
from law189.lints.linter import Allowance, allowances, lint
from law189.lints.lints import LINTS
from law189.profile.documents import LocalAct
from law189.profile.loader import load_profile, shipped_source
from law189.profile.profile import Profile

FOLDER = places.DECREES
CODES = [rule.code for rule in LINTS]


def merged(base: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    both = base | other
    for key in base.keys() & other.keys():
        if isinstance(base[key], dict) and isinstance(other[key], dict) and key == "working_group":
            both[key] = base[key] | other[key]
    return both


def read(name: str) -> dict[str, Any]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    plain: dict[str, Any] = read_tree(text, name).plain()
    return plain


def profile_of(name: str) -> Profile:
    return load_profile(merged(read("base.yaml"), read(name)))


def places(profile: Profile) -> list[tuple[str, str]]:
    return [(found.code, found.cite.address) for found in lint(profile)]


def test_a_code_is_of_one_lint() -> None:
    assert len(set(CODES)) == len(CODES)


def test_a_decree_without_faults_has_no_lints() -> None:
    assert lint(load_profile(FOLDER / "base.yaml")) == ()


@pytest.mark.parametrize("code", CODES)
def test_the_good_profile_has_none(code: str) -> None:
    assert places(profile_of(f"{code}.good.yaml")) == []


@pytest.mark.parametrize("code", CODES)
def test_the_bad_profile_has_it_at_its_address(code: str) -> None:
    first = (FOLDER / f"{code}.bad.yaml").read_text(encoding="utf-8").splitlines()[0]
    expected = [(code, address) for address in first.removeprefix("# expect: ").split()]
    assert [found for found in places(profile_of(f"{code}.bad.yaml")) if found[0] == code] == expected


def test_a_number_that_does_not_read_is_told_to_have_latin_letters_and_no_seventh_character() -> None:
    said = [found.text.en for found in lint(profile_of("A1.bad.yaml"))]
    assert said == [
        "in the number 8042000.99.0.ББ52АЖ48000 the seventh character is «0», not the letter «О»",
        "the number 804200О.99.0.ББ52AE11000 does not read; it has Latin letters",
    ]


OTHERS = sorted(path.name.removesuffix(".bad.yaml") for path in FOLDER.glob("*.*.bad.yaml"))


@pytest.mark.parametrize("name", OTHERS)
def test_another_bad_and_another_good_profile_of_the_same_kind(name: str) -> None:
    code, bad = name.partition(".")[0], f"{name}.bad.yaml"
    first = (FOLDER / bad).read_text(encoding="utf-8").splitlines()[0]
    expected = [(code, address) for address in first.removeprefix("# expect: ").split()]
    assert [found for found in places(profile_of(bad)) if found[0] == code] == expected
    assert [found for found in places(profile_of(f"{name}.good.yaml")) if found[0] == code] == []


@pytest.mark.parametrize("code", CODES)
def test_a_finding_shows_no_bare_code_of_an_act_a_seat_or_a_body(code: str) -> None:
    profile = profile_of(f"{code}.bad.yaml")
    codes = {*LocalAct, *profile.latest.working_group.by_id, *(body.id for body in profile.latest.bodies)}
    for found in lint(profile):
        assert not codes & set(re.findall(r"[a-z][a-z0-9-]*", found.text.ru)), found.text.ru


def test_a_drafter_without_a_secretary_is_a_role_that_nobody_has() -> None:
    group = read("base.yaml")["working_group"]
    group["minutes"]["value"] |= {"drafted_by": "secretary", "drafted_by_cite": "app2.14"}
    assert ("A9", "app2.14") in places(load_profile(merged(read("base.yaml"), {"working_group": group})))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "kemerovo",
            {
                ("A2", "app4.5.1"),
                ("A2", "app4.5.2"),
                ("A2", "app4.5.3"),
                ("A3", "app4.2.2"),
                ("A4", "app5"),
                ("A5", "p3.1"),
                ("A6", "app4.4"),
                ("A11", "art20.part9"),
                ("A12", "app4.2.5"),
                ("A13", "app2"),
                ("A14", "act"),
                ("A15", "app5"),
                ("A16", "app4.4"),
                ("A28", "app4.7"),
            },
        ),
        (
            "novokuznetsk_district",
            {
                ("A1", "app1.1"),
                ("A4", "app3.5.1"),
                ("A4", "app3"),
                ("A4", "app5"),
                ("A5", "app4.5.8.3"),
                ("A6", "app4.5.10"),
                ("A8", "p6.1.1"),
                ("A8", "p6.1.2"),
                ("A9", "app4.5.7"),
                ("A19", "p11"),
                ("A28", "app2.7.1"),
                ("A28", "app2.7.2"),
            },
        ),
    ],
)
def test_the_real_decrees_show_theirs(name: str, expected: set[tuple[str, str]]) -> None:
    assert set(places(load_profile(name))) == expected


def test_every_lint_and_finding_speaks_both_languages() -> None:
    for rule in LINTS:
        assert rule.title.ru != rule.title.en
        assert rule.why.ru != rule.why.en
    for name in ("kemerovo", "novokuznetsk_district"):
        for found in lint(load_profile(name)):
            assert found.text.ru
            assert found.text.en
            assert found.as_json()["cite"]["label"]["ru"]


def test_an_allowance_with_a_reason_silences_its_code_and_no_other() -> None:
    allowed = [Allowance("A2", "сроки согласованы раньше", 3)]
    codes = {found.code for found in lint(load_profile("kemerovo"), allowed)}
    assert "A2" not in codes
    assert "A3" in codes


@pytest.mark.parametrize("allowance", [Allowance("A1", "причина", 3), Allowance("A2", "", 3)])
def test_an_idle_or_unreasoned_allowance_is_itself_reported(allowance: Allowance) -> None:
    found = lint(load_profile("kemerovo"), [allowance])
    assert [(f.code, f.severity) for f in found if f.code == "A0"] == [("A0", "warning")]
    assert "строка 3" in found[-1].text.ru
    assert any(f.code == "A2" for f in found)


def test_allowances_are_read_with_their_lines() -> None:
    text = "profile: a\n# law189: allow A2 because раньше\nplan: []  #law189: allow A13\n# law189 allow A1\n"
    assert allowances(text) == [Allowance("A2", "раньше", 2), Allowance("A13", "", 3)]


def run(*words: str | Path) -> tuple[int, Any]:
    result = CliRunner().invoke(app, ["check", *map(str, words), "--json"])
    return result.exit_code, json.loads(result.stdout)


def test_check_reports_lints_and_only_strict_makes_them_fail(tmp_path: Path) -> None:
    code, answer = run("kemerovo")
    assert code == 0
    assert {"code", "severity", "cite", "text", "file", "line", "column", "key"} == set(answer["lints"][0])
    assert run("kemerovo", "--strict")[0] == 1
    assert run(FOLDER / "base.yaml", "--strict") == (
        0,
        {"profile": "myton", "errors": [], "lints": [], "left": []},
    )
    path = tmp_path / "my.yaml"
    base = (FOLDER / "base.yaml").read_text(encoding="utf-8").replace("804200О", "8042000")
    path.write_text(base + "# law189: allow A1 because так в источнике\n", encoding="utf-8")
    assert run(path, "--strict")[0] == 0
    path.write_text(base, encoding="utf-8")
    assert run(path, "--strict")[0] == 1


def test_a_decree_without_an_authorised_body_is_a_lint_of_the_act_as_a_whole() -> None:
    nameless = {key: value for key, value in read("base.yaml").items() if key != "authorized_body"}
    assert places(load_profile(nameless)) == [("A16", "act")]


def amended(**act: object) -> list[tuple[str, str]]:
    """What is found in the decree of 01.02.2024, amended from 10.03.2024 by an act that is described so."""
    change = {"do": "set", "at": ["control", "value", "ru"], "to": "глава", "cite": "p8"}
    entry = {"act": {"number": 20, **act}, "since": "2024-03-10", "changes": [change]}
    return [
        (found.code, found.text.ru)
        for found in lint(load_profile(read("base.yaml") | {"amendments": [entry]}))
    ]


def test_a_decree_of_a_later_day_than_the_act_that_amends_it_is_told_so() -> None:
    assert amended(date="2024-03-01") == []
    assert amended(date="2024-01-31") == [
        ("A21", "изменяющий акт — от 31.01.2024, постановление — от 01.02.2024")
    ]


def test_an_amendment_that_holds_before_its_own_act_is_told_so() -> None:
    assert amended(date="2024-03-10") == []
    assert amended(date="2024-03-11") == [("A17", "изменение действует с 10.03.2024, а принято 11.03.2024")]


def test_a_copy_of_a_sample_whose_head_alone_was_changed_is_told_every_place_that_is_left() -> None:
    plain = read_tree(shipped_source("kemerovo"), "copy.yaml").plain()
    title, act = {"ru": "Город Примерск", "en": "Town of Primersk"}, plain["act"]
    plain |= {"profile": "primersk", "title": title, "act": act | {"id": "primersk-77", "number": "77"}}
    told = [found for found in lint(load_profile(plain)) if found.code == "A24"]
    left = re.findall("ru: .*Кемерово", shipped_source("kemerovo"))
    assert len(told) == len(left) - 1  # the title of the town
    assert all("«Город Примерск»" in found.text.ru for found in told)


@pytest.mark.parametrize("name", ["village", "north", "south", "sports", "city", "home_care"])
def test_no_town_of_its_own_words_is_taken_for_a_copy_or_names_a_person(name: str) -> None:
    found = {code for code, _ in places(load_profile(FOLDER.parent / "profiles" / "towns" / f"{name}.yaml"))}
    assert not found & {"A24", "A25"}
