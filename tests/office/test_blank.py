"""The commented skeleton: it names every key of a profile, and every section of it can be read."""

import re

import pytest
from typer.testing import CliRunner

from law189.cli.app import app
from law189.files.parser import read_tree
from law189.office.interview.blank import blank
from law189.office.interview.examples import EXAMPLES
from law189.profile.loader import load_profile
from law189.profile.profile import Profile

SCHEMA = Profile.json_schema()
SECTIONS = list(SCHEMA["properties"])
NEEDED = {
    "authorized_body": ["bodies"],
    "publication": ["bodies"],
    "plan": ["bodies", "stages"],
    "indicators": ["bodies", "goals"],
    "amendments": ["working_group"],
}
FIRST = ["profile", "title", "act"]


def run(*words):
    return CliRunner().invoke(app, [str(word) for word in words])


def uncommented(text, sections):
    """The skeleton with the lines of the sections read, as an editor takes one comment sign away."""
    lines, section = [], ""
    for line in text.splitlines():
        if found := re.match(r"# ([a-z_]+):", line):
            section = found[1]
        of_it = line.startswith("# ") and not line.startswith("# yaml") and section in sections
        lines.append(line[2:] if of_it else line)
    return "\n".join(lines) + "\n"


def test_there_is_an_example_of_every_section_and_of_no_other():
    assert list(EXAMPLES) == sorted(EXAMPLES, key=SECTIONS.index)
    assert set(EXAMPLES) == set(SECTIONS)


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_is_read_with_what_it_rests_on_and_no_more(section):
    told = {*FIRST, *NEEDED.get(section, []), section}
    plain = read_tree(uncommented(blank("ru", ""), told), "blank").plain()
    assert set(plain) == told
    load_profile(plain)


def test_the_sections_are_read_one_after_another_and_all_together():
    """A section may rest on one that stands below it, and that one is taken with it."""
    text, told = blank("ru", ""), set(FIRST)
    for section in SECTIONS:
        told |= {section, *NEEDED.get(section, [])}
        load_profile(read_tree(uncommented(text, told), "blank").plain())
    assert told == set(SECTIONS)


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_every_key_that_a_profile_may_have_is_named_with_its_words(lang):
    text = blank(lang, "")
    keys = set(re.findall(r"^## +([a-z_]+)", text, re.MULTILINE))
    reached, ahead = set(), [SCHEMA]
    while ahead:
        one = ahead.pop()
        if isinstance(one, dict):
            if "$ref" in one and (name := one["$ref"].rpartition("/")[2]) not in reached:
                reached.add(name)
                ahead.append(SCHEMA["$defs"][name])
            ahead += [value for key, value in one.items() if key not in ("$defs", "x-law189", "examples")]
        elif isinstance(one, list):
            ahead += one
    wanted = {key for name in reached - {"Text"} for key in SCHEMA["$defs"][name].get("properties", {})}
    assert wanted | set(SECTIONS) <= keys


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_every_word_that_a_key_may_be_is_told(lang):
    text = blank(lang, "")
    for word in ("more_than", "for_and_against", "day_after_publication", "not_later", "half_year"):
        assert word in text
    assert ("списочного состава" if lang == "ru" else "the seats of the composition") in text


def test_it_is_written_with_no_question_asked(tmp_path):
    path = tmp_path / "blank.yaml"
    assert run("new", path, "--blank").exit_code == 0
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=file:")
    assert all(line.startswith("#") or not line for line in text.splitlines())
    path.write_text(uncommented(text, set(SECTIONS)), encoding="utf-8")
    assert run("check", path).exit_code == 0
