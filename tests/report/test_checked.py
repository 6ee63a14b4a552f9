"""What a check found: each finding at its line, and the forms that programs read: JSON, SARIF, JUnit."""

import json
import re
import tomllib
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import jsonschema
import places
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from typer.testing import CliRunner

from law189.cli.app import app
from law189.errors import Fault
from law189.files.parser import read_tree
from law189.law import Text
from law189.lints.lint import ALLOWANCE
from law189.lints.linter import lint
from law189.lints.lints import LINTS
from law189.lints.places import placed
from law189.profile.loader import load_with_places, shipped_profiles, shipped_source
from law189.report.checked import FAULT, KINDS, QUESTION, UNREAD, checked, faulty
from law189.report.junit import as_junit
from law189.report.sarif import as_sarif

CODES = [FAULT, *(one.code for one in LINTS), ALLOWANCE, QUESTION, UNREAD]


def run(*words):
    result = CliRunner().invoke(app, ["check", *map(str, words)])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def town(tmp_path):
    """A function that writes a file with that text and gives its path."""

    def written(text, name="town.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


# ─── Место замечания ─────────────────────────────────────────────────────────────────────────────────────


def bad(code):
    """The invented decree with what one lint finds, as one file."""
    base = (places.DECREES / "base.yaml").read_text(encoding="utf-8")
    other = (places.DECREES / f"{code}.bad.yaml").read_text(encoding="utf-8")
    both = read_tree(base, "base").plain() | read_tree(other, "other").plain()
    group = read_tree(base, "base").plain()["working_group"]
    both["working_group"] = group | read_tree(other, "other").plain().get("working_group", {})
    return both


def said_at(text, line, column):
    """What the file says from that place to the end of the line."""
    return text.splitlines()[line - 1][column - 1 :]


@pytest.mark.parametrize("name", shipped_profiles())
def test_a_finding_stands_at_the_line_that_writes_its_address(town, name):
    text = shipped_source(name)
    profile, tree = load_with_places(town(text))
    for one in placed(lint(profile), profile.latest, tree):
        said = said_at(text, one.line, one.column)
        if one.key == "act":
            assert said == "act:"
        else:
            assert said.startswith(one.finding.cite.address)
            assert one.key.endswith("cite")


@pytest.mark.parametrize("code", [one.code for one in LINTS])
def test_every_lint_has_a_place_in_a_file(town, code):
    path = town(json.dumps(bad(code), ensure_ascii=False, indent=1, default=str), "town.json")
    profile, tree = load_with_places(path)
    found = [one for one in placed(lint(profile), profile.latest, tree) if one.finding.code == code]
    assert found
    for one in found:
        said = said_at(path.read_text(encoding="utf-8"), one.line, one.column)
        address = one.finding.cite.address
        assert said.startswith((f'"{address}"', f'"{address}.', '"act"')) or f"/{address}" in said, said


def test_two_entries_of_one_address_are_told_apart(town):
    """The very entry is found, not the first one of its address."""
    seat = "    - {id: member-%d, role: member, office: {ru: %s, en: lawyer}, cite: app3}\n"
    text = (places.DECREES / "base.yaml").read_text(encoding="utf-8")
    own = next(line for line in text.splitlines(keepends=True) if "id: member-1" in line)
    doubled = text.replace(own, own + seat % (2, "повар") + seat % (3, "повар"))
    profile, tree = load_with_places(town(doubled))
    (one,) = placed(lint(profile), profile.latest, tree)
    assert (one.finding.code, one.key) == ("A13", "working_group.seats[3].cite")
    assert "member-2" in doubled.splitlines()[one.line - 1]


def test_an_amended_entry_stands_where_the_amendment_writes_it(town):
    text = (places.DECREES / "base.yaml").read_text(encoding="utf-8")
    text += """amendments:
  - act:
      id: myton-57
      number: "57"
      date: 2024-02-10
      title: {ru: Об изменениях, en: On amendments}
      label: {ru: постановление № 57, of: постановления № 57, to: постановлению № 57, en: decree No 57}
    since: 2024-02-11
    changes:
      - do: add
        at: [services]
        to: {number: "1", title: {ru: лишняя, en: another}, cite: myton-57/p1}
"""
    profile, tree = load_with_places(town(text))
    (one,) = [one for one in placed(lint(profile), profile.latest, tree) if one.finding.code == "A1"]
    assert said_at(text, one.line, one.column).startswith("myton-57/p1")
    assert one.line == len(text.splitlines())


def test_an_idle_allowance_stands_at_its_comment(town):
    text = (places.DECREES / "base.yaml").read_text(encoding="utf-8") + "# law189: allow A2 because нет\n"
    code, out, _ = run(town(text), "--strict", "--format", "json")
    (told,) = json.loads(out)["lints"]
    assert (code, told["code"], told["line"]) == (1, "A0", len(text.splitlines()))


# ─── Виды вывода ─────────────────────────────────────────────────────────────────────────────────────────


def test_text_tells_a_finding_of_a_file_with_file_line_and_column(town):
    path = town(shipped_source("kemerovo"))
    code, out, _ = run(path, "--lang", "en")
    head, *told = out.splitlines()
    assert (code, head) == (0, "kemerovo: faults of the file: 0; lints: 14")
    assert all(re.match(rf"{re.escape(str(path))}:\d+:\d+ \S+: A\d+ .* \[.+\]$", line) for line in told)
    assert len(told) == 14


def test_json_has_the_place_of_a_finding_and_none_for_a_shipped_profile(town):
    path = town(shipped_source("kemerovo"))
    own = json.loads(run(path, "--json")[1])
    shipped = json.loads(run("kemerovo", "--format", "json")[1])
    assert all(told["file"] == str(path) and told["line"] and told["column"] for told in own["lints"])
    assert {(told["file"], told["line"], told["column"]) for told in shipped["lints"]} == {
        ("kemerovo", None, None)
    }
    without = [{key: told[key] for key in ("code", "cite", "text", "key")} for told in own["lints"]]
    assert without == [
        {key: told[key] for key in ("code", "cite", "text", "key")} for told in shipped["lints"]
    ]


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit"])
@pytest.mark.parametrize("strict", [[], ["--strict"]])
def test_the_exit_code_is_the_same_in_every_form(town, form, strict):
    clean = places.DECREES / "base.yaml"
    faulty_ = town("profile: my\ntitel: 1\n")
    assert run(clean, "--format", form, *strict)[0] == 0
    assert run("kemerovo", "--format", form, *strict)[0] == (1 if strict else 0)
    assert run(faulty_, "--format", form, *strict)[0] == 1
    assert run(clean, faulty_, "--format", form, *strict)[0] == 1


def test_two_forms_at_once_are_wrong_usage():
    assert run("kemerovo", "--json", "--format", "sarif")[0] == 2
    assert run("kemerovo", "--json", "--format", "json")[0] == 0


def test_several_profiles_are_checked_at_once(town):
    wrong = town("profile: my\ntitel: 1\n")
    told = json.loads(run("kemerovo", wrong, "--json")[1])
    assert [one["profile"] for one in told] == ["kemerovo", str(wrong)]
    assert told[0]["lints"]
    assert told[1]["errors"]
    code, out, err = run(wrong, "kemerovo")
    assert code == 1
    assert "titel" in err
    assert "kemerovo: " in out


TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
SARIF = {
    "type": "object",
    "required": ["version", "$schema", "runs"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"type": "string", "format": "uri"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "language": {"pattern": "^[a-z]{2}$"},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "properties": {
                                    "rules": {
                                        "uniqueItems": True,
                                        "items": {
                                            "required": ["id"],
                                            "properties": {
                                                "shortDescription": TEXT,
                                                "fullDescription": TEXT,
                                            },
                                        },
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "items": {
                            "required": ["message", "ruleId", "ruleIndex", "level", "locations"],
                            "properties": {
                                "message": TEXT,
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "locations": {
                                    "items": {
                                        "properties": {
                                            "physicalLocation": {
                                                "required": ["artifactLocation"],
                                                "properties": {
                                                    "region": {
                                                        "required": ["startLine"],
                                                        "properties": {
                                                            "startLine": {"type": "integer", "minimum": 1},
                                                            "startColumn": {"type": "integer", "minimum": 1},
                                                        },
                                                    }
                                                },
                                            }
                                        }
                                    }
                                },
                            },
                        }
                    },
                },
            },
        },
    },
}
"""So much of the schema of SARIF 2.1.0 as a log of this library uses."""


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_sarif_has_the_form_of_its_standard_and_the_places(town, lang):
    path = town(shipped_source("kemerovo"), "мой профиль.yaml")
    wrong = town("profile: my\ntitel: 1\n", "wrong.yaml")
    log = json.loads(run(path, wrong, "kemerovo", "--format", "sarif", "--lang", lang)[1])
    jsonschema.validate(log, SARIF)
    (made,) = log["runs"]
    rules = made["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == CODES
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in made["results"])
    located = [one["locations"][0].get("physicalLocation") for one in made["results"]]
    assert located.count(None) == 14  # of the shipped profile, which is no file of the reader's
    files = {unquote(urlsplit(one["artifactLocation"]["uri"]).path) for one in located if one}
    assert {Path(file).name for file in files} == {"мой профиль.yaml", "wrong.yaml"}
    first = next(one for one in made["results"] if one["ruleId"] == "A3")
    region = first["locations"][0]["physicalLocation"]["region"]
    assert said_at(path.read_text(encoding="utf-8"), region["startLine"], region["startColumn"]) == "app4.2.2"


def test_a_relative_path_stays_relative_in_sarif(town, monkeypatch):
    monkeypatch.chdir(town(shipped_source("kemerovo"), "a b.yaml").parent)
    log = json.loads(run("a b.yaml", "--format", "sarif")[1])
    uris = {
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for one in log["runs"][0]["results"]
    }
    assert uris == {"a%20b.yaml"}


def test_junit_has_a_case_for_each_kind_and_fails_as_the_check_does(town):
    path = town(shipped_source("kemerovo"))
    for words, failures in (((), 0), (("--strict",), 14 - 2)):  # A2 is found three times
        root = ET.fromstring(run(path, "--format", "junit", *words)[1])  # noqa: S314  # our own
        (suite,) = root
        cases = suite.findall("testcase")
        assert [case.get("name").split()[0] for case in cases] == CODES
        failed = [case for case in cases if case.find("failure") is not None]
        assert len(failed) == failures == int(suite.get("failures")) == int(root.get("failures"))
        assert int(suite.get("tests")) == int(root.get("tests")) == len(CODES)
        told = [case for case in cases if len(case)]
        assert len(told) == 14 - 2
        assert all(str(path) in case[0].text for case in told)


WORDS = st.text(min_size=1, max_size=20)


@settings(max_examples=size(20, 60))
@given(file=WORDS, key=WORDS, ru=WORDS, en=WORDS, line=st.none() | st.integers(1, 9))
def test_whatever_the_words_are_every_form_is_read_back(file, key, ru, en, line):
    column = None if line is None else 1
    one = faulty(file, [Fault(file, line, column, key, Text(ru, en))])
    root = ET.fromstring(as_junit([one], "ru", strict=False))  # noqa: S314  # our own
    assert root.get("failures") == "1"
    log = json.loads(json.dumps(as_sarif([one], "en", version="1")))
    jsonschema.validate(log, SARIF)
    assert log["runs"][0]["results"][0]["message"]["text"] == en
    assert one.as_json("ru")["errors"][0] == {
        "file": file,
        "line": line,
        "column": column,
        "key": key,
        "message": ru,
    }


def test_every_kind_is_told_in_both_languages():
    assert [kind.code for kind in KINDS] == CODES
    assert all(kind.title.ru != kind.title.en and kind.why.ru != kind.why.en for kind in KINDS)
    assert checked("kemerovo", None, ()).fails(strict=True) is False


# ─── Крючок для pre-commit ───────────────────────────────────────────────────────────────────────────────


def test_the_hook_for_pre_commit_runs_the_check_with_what_it_needs():
    (hook,) = read_tree((places.ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"), "hooks").plain()
    assert hook["entry"].split() == ["law189", "check"]
    assert (hook["id"], hook["language"]) == ("law189-check", "python")
    project = tomllib.loads((places.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert hook["additional_dependencies"] == project["optional-dependencies"]["cli"]
    assert re.search(hook["files"], "decrees/my_profile.yaml")
    assert re.search(hook["files"], "profiles/town.yml")
    assert not re.search(hook["files"], "mkdocs.yml")
