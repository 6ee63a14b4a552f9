"""A region's layer beneath a profile: what it gives, what the profile puts instead, and how its faults are told."""

import json
from pathlib import Path
from typing import Any

import pytest
from bad_profiles import small
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from law189 import load_profile
from law189.cli.app import app
from law189.errors import ProfileError
from law189.files.nodes import tree_of
from law189.lints.linter import lint
from law189.profile.layers import LAYERED, merged
from law189.profile.loader import load_with_places, shipped_source
from law189.profile.profile import Profile
from law189.report.origins import origins

LAYER: dict[str, Any] = {
    "acts": [
        {
            "act": {
                "id": "kuzbass-7",
                "kind": "закон",
                "number": "7-ОЗ",
                "date": "2023-12-01",
                "level": "regional",
            }
        }
    ],
    "bodies": [{"id": "ministry", "title": {"ru": "министерство"}, "cite": "kuzbass-7/art1"}],
    "services": [
        {"number": "101", "title": {"ru": "кружок региона"}, "cite": "kuzbass-7/app1.1"},
        {"number": "201", "title": {"ru": "театр"}, "cite": "kuzbass-7/app1.2"},
    ],
    "systems": [{"id": "navigator", "title": {"ru": "Навигатор региона"}, "cite": "kuzbass-7/art2"}],
    "adopted": [
        {
            "act": {"id": "kuzbass-9", "number": 9, "date": "2024-01-15"},
            "adopts": ["certificate-forming"],
            "since": "2024-02-01",
            "fills": [
                {
                    "slot": "certificate.forming_term",
                    "term": {"kind": "after", "days": 5, "unit": "working_days"},
                    "cite": "kuzbass-9/p1",
                }
            ],
        }
    ],
}


def written(folder: Path, name: str, value: Any) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def town(folder: Path, extends: Any, **more: Any) -> Path:
    return written(folder, "town.json", {**small(), "extends": extends, **more})


def refusal(source: Any) -> list[str]:
    with pytest.raises(ProfileError) as caught:
        load_profile(source)
    return [fault.told("en") for fault in caught.value.faults]


def seen(profile: Profile) -> tuple[Any, ...]:
    edition = profile.latest
    return (
        [body.id for body in edition.bodies],
        [(service.number, service.title.ru, service.cite.act) for service in edition.services],
        [(system.id, system.title.ru) for system in edition.systems],
        [edition.act_of(ref).id for ref in edition.acts],
        [one.act.id for one in edition.adopted],
    )


EXPECTED = (
    ["ministry", "education"],
    [("201", "театр", "kuzbass-7"), ("101", "кружок", "small-1"), ("102", "секция", "small-1")],
    [("navigator", "Навигатор")],
    ["kuzbass-7", "189-fz"],
    ["kuzbass-9"],
)


def test_a_profile_stands_on_the_layer_of_a_file_and_puts_its_own_instead(tmp_path):
    written(tmp_path, "region/kuzbass.json", LAYER)
    profile = load_profile(town(tmp_path, "region/kuzbass.json"))
    assert seen(profile) == EXPECTED
    fill = profile.latest.fill_on("certificate.forming_term", profile.latest.adopted[0].since)
    assert fill is not None
    assert fill.cite.label.ru == "п. 1 постановления № 9 от 15.01.2024"
    assert seen(load_profile({**small(), "extends": LAYER})) == EXPECTED


def test_a_layer_may_stand_on_another_from_its_own_folder(tmp_path):
    written(tmp_path, "region/base/all.json", LAYER)
    written(
        tmp_path,
        "region/kuzbass.json",
        {
            "extends": "base/all.json",
            "bodies": [{"id": "ministry", "title": {"ru": "иное министерство"}, "cite": "kuzbass-7/art1"}],
        },
    )
    profile = load_profile(town(tmp_path, "region/kuzbass.json"))
    assert seen(profile) == EXPECTED
    assert profile.latest.bodies[0].title.ru == "иное министерство"


def test_an_amendment_changes_what_the_layer_gave(tmp_path):
    written(tmp_path, "region.json", LAYER)
    repeal = {
        "act": {"number": 12},
        "since": "2024-03-01",
        "changes": [{"do": "repeal", "at": ["bodies", "ministry"]}],
    }
    profile = load_profile(town(tmp_path, "region.json", amendments=[repeal]))
    assert [len(edition.bodies) for _, edition in profile.editions] == [2, 1]


def test_a_fault_in_a_layer_is_told_with_the_file_and_the_line_of_the_layer(tmp_path):
    layer = json.loads(json.dumps(LAYER))
    layer["bodies"][0]["titel"] = layer["bodies"][0].pop("title")
    path = written(tmp_path, "region/kuzbass.json", layer)
    told = refusal(town(tmp_path, "region/kuzbass.json"))
    line = next(n for n, words in enumerate(path.read_text().splitlines(), 1) if "titel" in words)
    assert told[-1].startswith(f"{path}:{line}:")
    assert "bodies[0].titel: there is no such key; did you mean «title»?" in told[-1]
    assert {one.partition(":")[0] for one in told} == {str(path)}


@pytest.mark.parametrize(
    ("files", "extends", "words"),
    [
        ({}, "region/nowhere.yaml", "extends: there is no file «region/nowhere.yaml»; check its name"),
        ({"a.json": {"extends": "town.json"}}, "a.json", "the layers extend one another in a circle"),
        ({"a.json": {"extends": "b.json"}, "b.json": {"extends": "a.json"}}, "a.json", "in a circle"),
        ({}, "town.json", "in a circle"),
        ({"../outside.json": LAYER}, "../outside.json", "is outside the folder of the profile"),
        ({}, "/etc/hosts", "a path from the folder of the profile is needed"),
        ({"a.json": [LAYER]}, "a.json", "a layer is keys with values"),
        ({}, 7, "extends: a layer is keys with values"),
        ({"a.json": {"plan": []}}, "a.json", "plan: a layer has no such key; possible: acts, adopted"),
        ({"a.json": {"service": []}}, "a.json", "service: a layer has no such key; did you mean «services»?"),
        ({"a.json": {"acts": 1}}, "a.json", "acts: a list (each entry after a dash) is needed"),
        (
            {},
            {"bodies": [{"id": "a", "cite": "p1"}]},
            "extends.bodies[0].cite: the address «p1» in a layer is of no act",
        ),
        ({}, ".", "it is a folder; give a file in it"),
    ],
)
def test_a_layer_that_cannot_be_used_is_one_clear_fault(tmp_path, files, extends, words):
    folder = tmp_path / "town"
    for name, value in files.items():
        written(folder, name, value)
    (told,) = refusal(town(folder, extends))
    assert words in told


def test_a_symbolic_link_does_not_lead_out_of_the_folder(tmp_path):
    written(tmp_path, "secret.json", LAYER)
    folder = tmp_path / "town"
    written(folder, "region/inside.json", LAYER)
    (folder / "out.json").symlink_to(tmp_path / "secret.json")
    (folder / "up").symlink_to(tmp_path)
    (folder / "in.json").symlink_to(folder / "region/inside.json")
    (folder / "round.json").symlink_to(folder / "round.json")
    for name in ("out.json", "up/secret.json"):
        (told,) = refusal(town(folder, name))
        assert "is outside the folder of the profile" in told
    assert refusal(town(folder, "round.json"))
    assert seen(load_profile(town(folder, "in.json"))) == EXPECTED


def test_a_mapping_has_no_folder_to_find_a_layer_in():
    (told,) = refusal({**small(), "extends": "region/kuzbass.yaml"})
    assert "the data are of no file" in told


NAMES = st.lists(st.sampled_from("abcd"), unique=True)


@given(NAMES, NAMES)
def test_of_two_lists_each_name_stands_once_and_that_of_the_profile_stands(below, above):
    layer = tree_of({"bodies": [{"id": name, "of": "layer"} for name in below]})
    own = tree_of({"bodies": [{"id": name, "of": "own"} for name in above], "extends": "x"})
    entries = merged(layer, own).plain()["bodies"]
    assert {entry["id"]: entry["of"] for entry in entries} == dict.fromkeys(below, "layer") | dict.fromkeys(
        above, "own"
    )
    assert len(entries) == len({*below, *above})
    assert "extends" not in merged(layer, own).plain()
    assert merged(tree_of({}), own).plain() == {"bodies": own.plain()["bodies"]}


def test_what_came_from_where_is_told(tmp_path):
    layer = written(tmp_path, "region/kuzbass.json", LAYER)
    path = town(tmp_path, "region/kuzbass.json")
    profile, tree = load_with_places(path)
    found = {(one.key, one.name): one.file for one in origins(profile.latest, tree, str(path))}
    assert found["bodies", "ministry"] == found["adopted", "kuzbass-9"] == str(layer)
    assert found["bodies", "education"] == found["profile", None] == str(path)
    assert found["slots", "certificate.forming_term"] == str(layer)
    assert found["slots", "order.report_term"] is None
    assert {key for key, _ in found} >= {*LAYERED, "plan"}


def test_the_command_shows_origins_in_words_and_as_json(tmp_path):
    written(tmp_path, "region/kuzbass.json", LAYER)
    path = town(tmp_path, "region/kuzbass.json")
    run = CliRunner().invoke(app, ["show", str(path), "--origin", "--lang", "en"])
    assert run.exit_code == 0
    lines = run.stdout.splitlines()
    assert any(line.startswith("bodies ministry: ") and "kuzbass.json:" in line for line in lines)
    assert "slots order.report_term: the federal layer" in lines
    run = CliRunner().invoke(app, ["show", str(path), "--origin", "--json"])
    assert {"key", "name", "file", "line"} == set(json.loads(run.stdout)[0])
    run = CliRunner().invoke(app, ["show", str(town(tmp_path, "nowhere.json")), "--origin"])
    assert run.exit_code == 1


def test_the_lints_and_the_schema_know_a_profile_on_a_layer(tmp_path):
    from jsonschema import Draft202012Validator

    written(tmp_path, "region.json", LAYER)
    assert lint(load_profile(town(tmp_path, "region.json")))
    schema = Draft202012Validator(Profile.json_schema())
    for extends in ("region.json", LAYER, {**LAYER, "extends": "all.json"}):
        assert schema.is_valid({**small(), "extends": extends})
    for extends in (7, [], {"plan": []}, {"acts": 1}):
        assert not schema.is_valid({**small(), "extends": extends})


@pytest.mark.parametrize(
    ("said", "held", "told"),
    [
        (
            ".",
            None,
            "my.yaml:{line}:10 extends: слой «.»: файл не открывается: это папка; укажите файл в ней",
        ),
        ("region.yaml", "services: [\n", "region.yaml:2:1: скобка не закрыта; закройте её"),
    ],
)
def test_a_layer_that_is_not_read_is_told_by_the_name_that_the_profile_gives(said, held, told, tmp_path):
    text = shipped_source("kemerovo").rstrip("\n") + f"\nextends: {said}\n"
    (file := tmp_path / "my.yaml").write_text(text, encoding="utf-8")
    if held is not None:
        (tmp_path / said).write_text(held, encoding="utf-8")
    with pytest.raises(ProfileError) as caught:
        load_profile(file)
    whole = told.format(line=text.count("\n"))
    assert caught.value.told("ru") == f"{tmp_path}/{whole}"
