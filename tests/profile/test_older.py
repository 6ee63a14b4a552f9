"""A profile of version 0.1: it is told how to convert it, and converted it says what it said."""

import json
from datetime import date

import places
import pytest
from filled import edited
from hypothesis import assume, given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from typer.testing import CliRunner

from law189.cli.app import app
from law189.errors import FaultyInput, ProfileError
from law189.files.parser import read_tree
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
    plan = [one.model_copy(update={"order_year": None}) for one in shipped.latest.plan]
    # nobody said then what is counted, who is invited, and of which order the agreements are
    said = {"indicators": tuple(found), "working_group": group, "plan": tuple(plan)}
    assert load_profile(new) == edited(shipped, said)
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


BEGUN = (
    "profile: pt\ntitle: {ru: Примерск}\nact: {kind: постановление, number: 5, date: 2023-09-01, cite: p1}\n"
)
OLD_LINE = "working_group: {agenda: {value: none, cite: app3.1}} # повестка\n"
SPOILT = {
    "a tab at the end of a line": ("profile: pt\n", "profile: pt\t\n"),
    "a day that is in no calendar": ("2023-09-01", "2023-09-31"),
    "a month that is in no calendar": ("number: 5", "number: 2023-13-45"),
    "a very long number": ("number: 5", f"number: {'9' * 5000}"),
    "a number with a dash below": ("number: 5", "number: 12_"),
    "a number with dashes between": ("number: 5", "number: 1__0"),
    "a number with a plus": ("number: 5", "number: +1"),
    "a number with a zero before it": ("number: 5", "number: 007"),
    "a truth of Python": ("number: 5", "number: True"),
    "a number in other digits": ("number: 5", "number: 0x1F"),
    "a fraction": ("number: 5", "number: 1.10"),
    "a power": ("number: 5", "number: 1e400"),
    "nothing": ("number: 5", "number: ~"),
    "a blank": ("number: 5", "number:"),
}


def convert(folder, text, name="old.yaml"):
    (folder / name).write_bytes(text.encode())
    new = folder / "new.yaml"
    ran = CliRunner().invoke(app, ["convert", str(folder / name), str(new), "--lang", "ru"])
    assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.exception
    return ran, new.read_bytes().decode() if new.exists() else None


@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_file_of_the_present_format_is_written_letter_by_letter(spoilt, tmp_path):
    text = BEGUN.replace(*SPOILT[spoilt])
    ran, written = convert(tmp_path, text)
    assert "записан без изменений" in ran.output
    assert written == text


@pytest.mark.parametrize("spoilt", SPOILT)
def test_what_is_not_of_the_older_format_stays_as_it_was_written(spoilt, tmp_path):
    text = BEGUN.replace(*SPOILT[spoilt]) + OLD_LINE
    ran, written = convert(tmp_path, text)
    assert "none → nobody" in ran.output
    wanted = read_tree(text, "").plain()
    wanted["working_group"]["agenda"]["value"] = "nobody"
    assert read_tree(written, "").plain() == wanted
    assert "# повестка" in written


def test_what_is_no_profile_is_not_written(tmp_path):
    ran, written = convert(tmp_path, '{\n  "history": "1",\n  "event": {"kind": "formed"}\n}\n', "step.json")
    assert (ran.exit_code, written) == (1, None)
    assert "это не профиль" in ran.output


SCALARS = st.one_of(
    st.text("0123456789_+-.eExX:", min_size=1, max_size=12),
    st.sampled_from(["True", "no", "~", "2023-13-45", "12:30:45", "0o17", "1_000", ".5", "<<", "=", "''"]),
)


@given(SCALARS, st.booleans())
def test_converting_changes_no_value_that_is_not_of_the_older_format(said, older):
    text = f"profile: pt\nact: {{number: 1}}\nother:\n  key: {said}\n" + OLD_LINE * older
    try:
        values = read_tree(text, "").plain()
    except FaultyInput:
        assume(False)
    if older:
        values["working_group"]["agenda"]["value"] = "nobody"
    assert read_tree(rewritten(text, converted), "").plain() == values
