"""What a lawyer who makes a mistake reads, and that nothing is told of what is right.

The tables in tests/mistakes say, of each mistake, what the Russian answer must contain and at which line. Here each
is written to a file, checked as the command does it, and compared.
"""

import itertools
import re
from collections import Counter
from pathlib import Path
from typing import Any

import places
import pytest
from bad_profiles import bad_profiles
from mistakes import Mistake, Right, addresses, days, decree, form, rights, text_of

from law189.errors import ProfileError
from law189.files.disk import read_file
from law189.lints.linter import lint
from law189.lints.places import placed
from law189.profile.loader import load_profile, load_with_places

TABLES = {
    f"{table}: {one.name}": one
    for module in (days, addresses, form, decree)
    for table, mistakes in module.TABLE.items()
    for one in mistakes
}
BASES = ("village", "kemerovo", "novokuznetsk_district", "city")


def told(data: bytes, folder: Path, of: str) -> list[tuple[int | None, str]]:
    """What the check says of the file, with lines: its faults, or where it has none what is found in the decree."""
    region = folder / "region"
    if of == "south" and not region.exists():
        region.mkdir()
        (region / "layer.yaml").write_text(text_of("region/layer"), encoding="utf-8")
    path = folder / "my.yaml"
    path.write_bytes(data)
    try:
        profile, tree = load_with_places(path)
    except ProfileError as error:
        return [(fault.line, f"{fault.key}: {fault.text.ru}") for fault in error.faults]
    found = placed(lint(profile), profile.latest, tree)
    return [(one.line, f"{one.key}: {one.finding.code} {one.finding.text.ru}") for one in found]


def test_there_are_many_mistakes_and_no_two_of_one_name() -> None:
    assert len(TABLES) >= 150
    assert len(rights.RIGHT + rights.OTHERWISE) >= 40
    made = Counter((one.text, one.at) for one in TABLES.values())
    assert max(made.values()) == 1


@pytest.mark.parametrize("one", list(TABLES.values()), ids=list(TABLES))
def test_a_mistake_is_told_at_its_line_with_the_words_that_help(one: Mistake, tmp_path: Path) -> None:
    before = {words for _, words in told(text_of(one.of).encode(), tmp_path, one.of)}
    after = [
        (line, words) for line, words in told(one.text.encode(), tmp_path, one.of) if words not in before
    ]
    assert after, "nothing is told"
    here = "\n".join(words for line, words in after if line == one.line)
    everything = "\n".join(f"{line}: {words}" for line, words in after)
    assert here, f"nothing is told at line {one.line}:\n{everything}"
    missing = [words for words in one.says if words.lower() not in here.lower()]
    assert not missing, f"{missing} is not told at line {one.line}:\n{everything}"


QUOTED = re.compile(r"'[^']*'|«[^»]*»|(?:пишите|сначала пишут месяц, потом число:) \S+|ГГГГ-ММ-ДД")
"""What stands in the file, and what is to be written there."""


def decree_of(path: Path) -> dict[str, Any]:
    """A decree with faults: what differs from the good one, within it."""
    base, other = (read_file(one).plain() for one in (places.DECREES / "base.yaml", path))
    for key in other:
        base[key] = base[key] | other[key] if key == "working_group" else other[key]
    return dict(base)


def test_a_russian_answer_has_its_days_as_documents_do(tmp_path: Path) -> None:
    said = [words for one in TABLES.values() for _, words in told(one.text.encode(), tmp_path, one.of)]
    said += [
        finding.text.ru
        for path in sorted(places.DECREES.glob("*.bad.yaml"))
        for finding in lint(load_profile(decree_of(path)))
    ]
    assert sum(re.search(r"[0-9]{2}\.[0-9]{2}\.[0-9]{4}", words) is not None for words in said) > 20
    assert [words for words in said if re.search(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", QUOTED.sub("", words))] == []


def test_every_bad_profile_has_its_days_as_documents_do() -> None:
    for bad in bad_profiles():
        for words in bad.faults["ru"]:
            assert re.search(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", QUOTED.sub("", words)) is None, words


@pytest.mark.parametrize("one", rights.RIGHT, ids=lambda one: one.name)
def test_a_right_form_says_what_the_profile_said(one: Right, tmp_path: Path) -> None:
    path, plain = tmp_path / "my.yaml", tmp_path / "plain.yaml"
    path.write_bytes(one.text.encode())
    plain.write_bytes(text_of(one.of).encode())
    assert load_profile(path) == load_profile(plain)


@pytest.mark.parametrize("one", rights.OTHERWISE, ids=lambda one: one.name)
def test_a_right_form_of_other_words_is_told_nothing_new(one: Right, tmp_path: Path) -> None:
    codes = [words for _, words in told(text_of(one.of).encode(), tmp_path, one.of)]
    assert [words for _, words in told(one.text.encode(), tmp_path, one.of)] == codes


SAVED = {
    "with a mark of UTF-8": lambda text: text.encode("utf-8-sig"),
    "with ends of lines of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "with ends of lines of old Macs": lambda text: text.replace("\n", "\r").encode(),
    "with both": lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
    "with empty lines between": lambda text: text.replace("\n", "\n\n").encode(),
    "with empty lines at the end": lambda text: (text + "\n\n\n").encode(),
    "with spaces at the ends of lines": lambda text: text.replace("\n", "  \n").encode(),
    "with a comment at the end": lambda text: (text + "# конец\n").encode(),
}

WITHIN_A_FOLDED_TEXT = ("with empty lines between", "with spaces at the ends of lines")
"""What YAML keeps in a text that is folded with >-: no mistake, but other words."""


@pytest.mark.parametrize(("how", "of"), list(itertools.product(SAVED, BASES)))
def test_a_file_saved_otherwise_says_the_same(how: str, of: str, tmp_path: Path) -> None:
    path, plain = tmp_path / "my.yaml", tmp_path / "plain.yaml"
    path.write_bytes(SAVED[how](text_of(of)))
    plain.write_bytes(text_of(of).encode())
    if ">-" in text_of(of) and how in WITHIN_A_FOLDED_TEXT:
        assert len(lint(load_profile(path))) == len(lint(load_profile(plain)))
    else:
        assert load_profile(path) == load_profile(plain)
