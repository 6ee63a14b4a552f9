"""A profile made from a sample: what nobody has touched is told with its line and value."""

import json
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname
from xml.etree import ElementTree as ET

import jsonschema
import places
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from typer.testing import CliRunner

from law189.cli.app import app
from law189.files.parser import read_tree
from law189.office.interview.sample import marked, marked_from, sample_of, unread
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile, shipped_profiles, shipped_source

EACH = pytest.mark.parametrize("name", shipped_profiles())


def run(*words):
    result = CliRunner().invoke(app, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def leaves(value, path=()):
    if isinstance(value, dict):
        return [one for key, inner in value.items() for one in leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [one for n, inner in enumerate(value) for one in leaves(inner, (*path, n))]
    return [(path, value)]


@EACH
def test_every_value_of_a_sample_is_unread_at_first(name):
    text = marked(shipped_source(name), name, "ru")
    assert len(unread(text)) == len(leaves(shipped_data()["municipalities"][name]))
    assert load_profile(read_tree(text, "").plain()).latest == load_profile(name).latest


@EACH
@settings(max_examples=size(3, 6))
@given(data=st.data())
def test_to_take_a_mark_away_or_to_change_a_value_is_to_touch_it(name, data):
    text = marked(shipped_source(name), name, "ru")
    before, lines = unread(text), text.splitlines()
    one = data.draw(st.sampled_from(before))
    if not lines[one.line - 1].endswith(" # не сверено"):
        return  # the value goes on over several lines
    on_it = {each.key for each in before if each.line == one.line}
    lines[one.line - 1] = lines[one.line - 1].removesuffix(" # не сверено")
    after = {each.key for each in unread("\n".join(lines))}
    assert {each.key for each in before} - after == on_it


def test_a_value_that_was_changed_is_read_though_its_mark_stands():
    text = marked(shipped_source("kemerovo"), "kemerovo", "ru")
    changed = text.replace("{at_least: 1/2, of: members}", "{at_least: 2/3, of: members}")
    gone = {one.key for one in unread(text)} - {one.key for one in unread(changed)}
    assert gone == {"working_group.quorum.value.at_least"}


def test_an_entry_that_was_taken_out_moves_no_other():
    text = marked(shipped_source("kemerovo"), "kemerovo", "ru")
    lines = [line for line in text.splitlines() if "id: choir-school" not in line]
    assert len(unread("\n".join(lines))) == len(unread(text)) - 4


@pytest.mark.parametrize(
    ("name", "lang", "mark"),
    [("kemerovo", "ru", "# не сверено"), ("novokuznetsk_district", "en", "# unread")],
)
def test_a_check_tells_each_unread_value_with_its_line(tmp_path, name, lang, mark):
    path = tmp_path / "my.yaml"
    assert run("new", path, "--from", name, "--lang", lang)[0] == 0
    text = path.read_text(encoding="utf-8")
    assert sample_of(text) == name
    assert mark in text
    found = unread(text)
    code, out, _ = run("check", path, "--lang", "en")
    assert code == 0
    assert f"{name}: values not read against the decree: {len(found)}" in out
    one = found[5]
    assert f"{path}:{one.line}:{one.column} {one.key}: N-sample stands as in the sample: " in out
    assert run("check", path, "--strict", "--lang", "en")[0] == 1
    told = json.loads(run("check", path, "--json")[1])
    assert len(told["left"]) == len(found)
    assert {"code", "file", "line", "column", "key", "message"} == set(told["left"][0])
    assert not {"N-sample", "N-question"} & {lint["code"] for lint in told["lints"]}


def test_other_forms_of_a_check_tell_what_is_left_too(tmp_path):
    path = tmp_path / "my.yaml"
    run("new", path, "--from", "kemerovo")
    count = len(unread(path.read_text(encoding="utf-8")))
    sarif = json.loads(run("check", path, "--format", "sarif")[1])
    assert sum(one["ruleId"] == "N-sample" for one in sarif["runs"][0]["results"]) == count
    junit = ET.fromstring(run("check", path, "--format", "junit")[1])  # noqa: S314  # ours
    assert any(case.get("name").startswith("N-sample") and len(case) for case in junit.iter("testcase"))


TOWNS = sorted((places.PROFILES / "towns").glob("*.yaml"))
OF_TOWNS = pytest.mark.parametrize("town", TOWNS, ids=lambda path: path.stem)


@OF_TOWNS
def test_the_file_of_any_profile_is_a_sample(tmp_path, town):
    path = tmp_path / "my.yaml"
    assert run("new", path, "--from", town)[0] == 0
    text = path.read_text(encoding="utf-8")
    plain = read_tree(town.read_text(encoding="utf-8"), "").plain()
    assert read_tree(text, "").plain() == plain
    assert sample_of(text) == town.name
    assert str(town.parent) not in text
    assert len(unread(text)) == len(leaves(plain))


@OF_TOWNS
@settings(max_examples=size(2, 20))
@given(data=st.data())
def test_to_touch_a_value_of_a_file_is_to_take_its_mark_away_or_to_change_it(town, data):
    text = marked_from(town.read_text(encoding="utf-8"), town.name, "ru")
    before, lines = unread(text), text.splitlines()
    one = data.draw(st.sampled_from([each for each in before if isinstance(each.value, str)]))
    line = lines[one.line - 1]
    if str(one.value) not in line:
        return  # the value is quoted or goes on over several lines
    at = line.index(str(one.value), one.column - 1)
    lines[one.line - 1] = f"{line[:at]}{one.value}я{line[at + len(one.value) :]}"
    gone = {each.key for each in before} - {each.key for each in unread("\n".join(lines))}
    assert gone == {one.key}
    lines[one.line - 1] = line.removesuffix(" # не сверено")
    gone = {each.key for each in before} - {each.key for each in unread("\n".join(lines))}
    assert gone == {each.key for each in before if each.line == one.line}


def test_a_check_tells_what_stands_as_in_the_file(tmp_path):
    path, town = tmp_path / "my.yaml", places.PROFILES / "towns" / "village.yaml"
    told = json.loads(run("new", path, "--from", town, "--json")[1])
    assert told == {"file": str(path), "sample": str(town)}
    code, out, _ = run("check", path, "--lang", "en")
    assert code == 0
    assert f"values not read against the decree: {len(unread(path.read_text(encoding='utf-8')))}" in out


def test_a_sample_of_a_sample_has_one_mark_at_a_value_and_the_signs_of_the_last(tmp_path):
    first, second = tmp_path / "first.yaml", tmp_path / "second.yaml"
    run("new", first, "--from", "kemerovo")
    text = first.read_text(encoding="utf-8").replace(
        "title: {ru: Город Кемерово", "title: {ru: Город Примерск"
    )
    first.write_text(text, encoding="utf-8")
    assert run("new", second, "--from", first)[0] == 0
    text = second.read_text(encoding="utf-8")
    assert "не сверено # не сверено" not in text
    assert text.count("образец:") == 0
    assert "title.ru" in [one.key for one in unread(text)]
    assert sample_of(text) == "first.yaml"


def test_without_the_signs_the_marks_alone_decide():
    town = places.PROFILES / "towns" / "village.yaml"
    text = marked_from(town.read_text(encoding="utf-8"), town.name, "ru")
    bare = "\n".join(line for line in text.splitlines() if not line.startswith("# знаки"))
    changed = bare.replace("библиотекарь", "учитель")
    assert [one.key for one in unread(changed)] == [one.key for one in unread(text)]


def test_a_file_that_is_no_profile_is_no_sample(tmp_path):
    wrong, path = tmp_path / "wrong.yaml", tmp_path / "my.yaml"
    wrong.write_text("profile: 1\nnew: key\n", encoding="utf-8")
    code, _, err = run("new", path, "--from", wrong)
    assert code == 1
    assert f"{wrong}:2:1" in err
    assert not path.exists()
    (tmp_path / "ended.yaml").write_text(
        (places.PROFILES / "towns" / "village.yaml").read_text(encoding="utf-8") + "...\n", encoding="utf-8"
    )
    code, _, err = run("new", path, "--from", tmp_path / "ended.yaml")
    assert code in (0, 1)
    assert path.exists() == (code == 0)


def test_what_is_neither_a_shipped_profile_nor_a_file_is_no_sample(tmp_path):
    code, _, err = run("new", tmp_path / "my.yaml", "--from", "kemerova")
    assert code == 1
    assert "kemerovo" in err
    assert not list(tmp_path.iterdir())


def test_a_profile_without_a_sample_has_nothing_unread():
    assert unread("profile: kemerovo # не сверено\n") == []
    assert unread("# образец: nowhere\nprofile: kemerovo # не сверено\n") == []


# ─── Схема для редактора ─────────────────────────────────────────────────────────────────────────────────

WRITES = {
    "copy": ("copy", "kemerovo"),
    "from": ("new", "--from", "kemerovo"),
    "blank": ("new", "--blank"),
    "new": ("new",),
}


def schema_named(text):
    first = text.splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=file:///")
    return Path(url2pathname(unquote(urlsplit(first.partition("=")[2]).path)))


@pytest.mark.parametrize("words", WRITES.values(), ids=WRITES)
def test_the_first_line_names_a_schema_that_is_there(tmp_path, words):
    path = tmp_path / "my.yaml"
    result = CliRunner().invoke(app, [*words, str(path)], input="")
    assert result.exit_code == 0, result.output
    schema = json.loads(schema_named(path.read_text(encoding="utf-8")).read_text(encoding="utf-8"))
    assert schema["$id"] == "urn:law189:v1:profile"
    assert schema["properties"]["services"]["title"] == "перечень услуг"


@EACH
def test_the_schema_takes_the_profile_and_refuses_a_wrong_one(tmp_path, name):
    path = tmp_path / "my.yaml"
    run("copy", name, path)
    text = path.read_text(encoding="utf-8")
    schema = jsonschema.Draft202012Validator(json.loads(schema_named(text).read_text(encoding="utf-8")))
    plain = read_tree(text, "").plain()
    schema.validate(plain)
    assert list(schema.iter_errors({**plain, "titel": 1}))


def test_a_conversion_keeps_the_comment(tmp_path):
    path, new = tmp_path / "my.yaml", tmp_path / "new.yaml"
    run("copy", "kemerovo", path)
    first = path.read_text(encoding="utf-8").splitlines()[0]
    path.write_text(
        path.read_text(encoding="utf-8").replace("agenda: {value: presiding", "agenda: {value: none"), "utf-8"
    )
    assert run("convert", path, new)[0] == 0
    assert new.read_text(encoding="utf-8").splitlines()[0] == first
    assert load_profile(new).latest.working_group.agenda.value == "nobody"
