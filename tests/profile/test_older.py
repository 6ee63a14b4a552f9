"""A profile of version 0.1: it is told how to convert it, and converted it says what it said."""

import json
from datetime import date

import places
import pytest
from filled import edited
from ruamel.yaml import YAML
from typer.testing import CliRunner

from law189.cli.app import app
from law189.errors import ProfileError
from law189.files.rewritten import rewritten
from law189.profile.loader import load_profile
from law189.profile.older import converted, is_older

OLDER = places.PROFILES / "older"
SHIPPED = ("kemerovo", "novokuznetsk_district")


def text_of(name):
    return (OLDER / f"{name}.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SHIPPED)
def test_an_older_file_is_refused_with_the_way_to_convert_it(name):
    with pytest.raises(ProfileError) as caught:
        load_profile(OLDER / f"{name}.yaml")
    assert "law189 convert" in caught.value.faults[0].text.ru


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_decree_in_the_older_format_converts_to_itself(name, tmp_path):
    new = tmp_path / "new.yaml"
    ran = CliRunner().invoke(app, ["convert", str(OLDER / f"{name}.yaml"), str(new)])
    assert ran.exit_code == 0, ran.output
    shipped = load_profile(name)
    found = [one.model_copy(update={"counts": None}) for one in shipped.latest.indicators]
    group = shipped.latest.working_group.model_copy(update={"invited": None})
    # nobody said then what is counted, and who is invited
    assert load_profile(new) == edited(shipped, {"indicators": tuple(found), "working_group": group})
    assert "приложение" in new.read_text(encoding="utf-8") or "Этап" in new.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_converted_is_not_converted_again(name):
    plain = YAML(typ="safe", pure=True).load(text_of(name))
    assert is_older(plain)
    assert converted(plain)
    assert not is_older(plain)
    assert converted(plain) == []


def test_a_file_of_the_present_format_is_written_as_it_is(tmp_path):
    new = tmp_path / "new.yaml"
    source = places.PROFILES / "small.yaml"
    ran = CliRunner().invoke(app, ["convert", str(source), str(new), "--json"])
    assert json.loads(ran.output) == {"file": str(source), "changed": [], "new": str(new)}
    assert load_profile(new) == load_profile(source)


def test_comments_stay_where_they_were():
    new = rewritten(text_of("kemerovo"), converted)
    comments = [line for line in text_of("kemerovo").splitlines() if line.lstrip().startswith("#")]
    assert [line for line in new.splitlines() if line.lstrip().startswith("#")] == comments


def test_json_is_converted_too(tmp_path):
    plain = YAML(typ="safe", pure=True).load(text_of("kemerovo"))
    source, new = tmp_path / "old.json", tmp_path / "new.json"
    source.write_text(json.dumps(plain, default=date.isoformat), encoding="utf-8")
    assert CliRunner().invoke(app, ["convert", str(source), str(new)]).exit_code == 0
    group = load_profile("kemerovo").latest.working_group
    assert load_profile(new).latest.working_group == group.model_copy(update={"invited": None})


def test_an_amendment_is_converted_with_its_path():
    changes = [
        {"do": "set", "at": ["working_group", "advisory", "value"], "to": False},
        {"do": "set", "at": ["working_group", "casting_vote", "value"], "to": "none"},
        {"do": "repeal", "at": ["excluded_schools", "art-school"]},
        {"do": "set", "at": ["plan", "app4.3.1", "term"], "to": {"kind": "each_quarter"}},
        {"do": "set", "at": ["working_group", "agenda"], "to": {"value": "none", "cite": "p2"}},
    ]
    converted({"amendments": [{"changes": changes}]})
    assert [change["at"][:2] for change in changes[:3]] == [
        ["working_group", "decisions"],
        ["working_group", "casting_vote"],
        ["excluded_providers", "art-school"],
    ]
    assert [change.get("to") for change in changes] == [
        {"force": "binding"},
        "nobody",
        None,
        {"kind": "regular", "times": 1, "per": "quarter"},
        {"value": "nobody", "cite": "p2"},
    ]


def test_no_file_is_written_over_another(tmp_path):
    new = tmp_path / "new.yaml"
    new.write_text("mine", encoding="utf-8")
    ran = CliRunner().invoke(app, ["convert", str(OLDER / "small.yaml"), str(new)])
    assert ran.exit_code != 0
    assert new.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("text", ["- a list", "a: [b", "profile: x\nprofile: y"])
def test_what_is_no_profile_is_refused(text, tmp_path):
    source = tmp_path / "old.yaml"
    source.write_text(text, encoding="utf-8")
    ran = CliRunner().invoke(app, ["convert", str(source), str(tmp_path / "new.yaml")])
    assert ran.exit_code != 0
    assert not (tmp_path / "new.yaml").exists()
