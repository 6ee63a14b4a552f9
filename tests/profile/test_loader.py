"""Loading a profile: every fault at its line, in both languages, all at once; hostile files soon refused.

The bad profiles are entries of tests/profiles/bad: what was changed in small.yaml, an invented decree without
faults, and the faults that must be told; tests/bad_profiles.py reads them.
"""

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import places
import pytest
from bad_profiles import SMALL, Bad, bad_profiles, changed, small

from law189.errors import Fault, ProfileError
from law189.files.nodes import FAULTS
from law189.law import Lang
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile, shipped_profiles, shipped_source

BAD = list(bad_profiles())
LANGUAGES: tuple[Lang, ...] = ("ru", "en")


def faults(source: str | Path | dict[Any, Any]) -> list[Fault]:
    with pytest.raises(ProfileError) as caught:
        load_profile(source)
    return list(caught.value.faults)


def told(found: list[Fault], lang: Lang = "ru") -> list[str]:
    """Each fault as `line:column key: words`, without the file."""
    return [fault.told(lang).removeprefix(fault.file).lstrip(": ") for fault in found]


def edited(tmp_path: Path, *edits: tuple[str, str], name: str = "town.yaml") -> Path:
    """The invented profile with some words changed, as a file."""
    path = tmp_path / name
    path.write_text(changed(SMALL.read_text(encoding="utf-8"), *edits), encoding="utf-8")
    return path


def test_a_known_act_may_be_named_by_its_id_alone() -> None:
    """What names an act describes none, so that it cannot be another act of that name."""
    plain = {**small(), "acts": [{"id": "189-fz"}]}
    assert [act.id for act in load_profile(plain).latest.acts] == ["189-fz"]


@pytest.mark.parametrize("bad", BAD, ids=[bad.name for bad in BAD])
def test_a_bad_profile_has_exactly_the_faults_it_expects(tmp_path: Path, bad: Bad) -> None:
    found = faults(bad.saved(tmp_path))
    for lang in LANGUAGES:
        words, needed = told(found, lang), bad.faults[lang]
        for index, said in enumerate(needed):
            if said.endswith("…"):
                words[index] = words[index][: len(said) - 1] + "…"
        assert words == needed


def test_each_bad_profile_has_a_name_of_its_own() -> None:
    assert len({bad.name for bad in BAD}) == len(BAD)


def test_there_are_many_kinds_of_bad_profiles() -> None:
    assert len(BAD) >= 45


def test_the_small_profile_is_invented_and_has_no_faults() -> None:
    assert "Invented" in SMALL.read_text(encoding="utf-8")
    assert load_profile(SMALL).latest.act.title.en == "An invented decree"


def test_ten_faults_are_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = edited(
        tmp_path,
        ("profile: small_town", "profile: Small-Town"),
        ("date: 2023-09-01", "date: 01.09.2023"),
        ("{annex: 1,", "{annex: первое,"),
        ("authorized_body: {value: education", "authorized_body: {value: finance"),
        ("en: section}, cite: app1.2", "en: section}, cite: app1.1"),
        ("law: 189-fz/art9", "law: 44-fz/art9"),
        ("since: 2023-01-01, until: 2023-12-31", "since: 2023-01-01, until: 2022-12-31"),
        ("at_least: 1/2", "at_least: 3/2"),
        ("quarter: 4}", "quarter: 5}"),
        ("indicators:", "indikators: []\nindicators:"),
    )
    assert [(fault.line, fault.key) for fault in faults(path)] == [
        (2, "profile"),
        (7, "act.date"),
        (11, "approvals[0].annex"),
        (14, "authorized_body.value"),
        (17, "services[1]"),
        (19, "selection[0].law"),
        (24, "paper[0]"),
        (45, "working_group.quorum.value.at_least"),
        (58, "plan[0].term.quarter"),
        (63, "indikators"),
    ]


def test_more_faults_than_a_person_can_mend_are_counted(tmp_path: Path) -> None:
    entries = ", ".join("{number: x, title: {ru: а, en: a}}" for _ in range(FAULTS + 7))
    path = edited(tmp_path, ("powers: []", f"powers: [{entries}]"))
    found = told(faults(path))
    assert len(found) == FAULTS + 1
    assert re.fullmatch(r"и ещё ошибок: \d+; исправьте эти и проверьте снова", found[-1])


# ─── What a profile is loaded from ───


def test_a_json_file_is_as_good_as_yaml_and_a_mapping(tmp_path: Path) -> None:
    path = tmp_path / "small.json"
    path.write_text(json.dumps(small()), encoding="utf-8")
    assert load_profile(path) == load_profile(str(path)) == load_profile(SMALL) == load_profile(small())


@pytest.mark.parametrize("form", [Path, str])
def test_a_fault_in_json_has_its_line_whether_by_path_or_by_name(
    tmp_path: Path, form: Callable[[Path], str | Path]
) -> None:
    plain = small()
    plain["working_group"]["quorum"]["value"]["at_least"] = "0.5"
    path = tmp_path / "small.json"
    path.write_text(json.dumps(plain, ensure_ascii=False, indent="\t"), encoding="utf-8")
    (fault,) = faults(form(path))
    line = path.read_text(encoding="utf-8").splitlines()[fault.line - 1 if fault.line else 0]
    assert (fault.key, line.strip()) == ("working_group.quorum.value.at_least", '"at_least": "0.5",')


def test_a_sign_that_json_writes_in_two_halves_is_read_beside_another_fault(tmp_path: Path) -> None:
    plain = small() | {"title": {"ru": "Город 🏙", "en": "Town"}, "services": None}
    path = tmp_path / "small.json"
    path.write_text(json.dumps(plain), encoding="utf-8")
    assert [fault.key for fault in faults(path)] == ["services"]


def test_a_mapping_may_have_days_fractions_and_tuples() -> None:
    plain = small()
    plain["act"]["date"] = date(2023, 9, 1)
    plain["working_group"]["quorum"]["value"]["at_least"] = Fraction(1, 2)
    plain["services"] = tuple(plain["services"])
    assert load_profile(plain) == load_profile(SMALL)


def test_a_moment_of_time_is_no_day() -> None:
    plain = small()
    plain["act"]["date"] = datetime(2023, 9, 1)  # noqa: DTZ001
    assert [fault.key for fault in faults(plain)] == ["act.date"]


def test_an_unknown_name_is_told_which_profiles_there_are() -> None:
    assert told(faults("kemerov")) == ["такого профиля в поставке нет; возможно, вы имели в виду «kemerovo»"]
    assert ", ".join(shipped_profiles()) in told(faults("zzz"))[0]


def test_a_shipped_profile_can_be_copied_and_another_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(shipped_source("kemerovo"), encoding="utf-8")
    assert load_profile(path) == load_profile("kemerovo")
    with pytest.raises(ProfileError, match="did you mean «kemerovo»"):
        shipped_source("kemerov")


def test_a_file_needs_no_suffix(tmp_path: Path) -> None:
    path = tmp_path / "town"
    path.write_bytes(SMALL.read_bytes())
    assert load_profile(str(path)) == load_profile(SMALL)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("no-such-town.yaml", "файл не открывается: такого файла нет; проверьте имя"),
        (Path("no-such-town"), "файл не открывается: такого файла нет; проверьте имя"),
        (places.PROFILES, "файл не открывается: это папка; укажите файл в ней"),
        ("a\0b.yaml", "файл не открывается: такого имени не бывает; проверьте имя"),
        ("x" * 5000, "такого профиля в поставке нет"),
        ("profile: town\n" * 1000, "такого профиля в поставке нет"),
    ],
)
def test_what_does_not_open_is_a_profile_error_too(source: str | Path, words: str) -> None:
    (fault,) = faults(source)
    assert words in fault.text.ru
    assert len(fault.told("ru")) < 300


@pytest.mark.parametrize("source", [None, 7, b"kemerovo", ["kemerovo"]])
def test_anything_else_is_a_mistake_of_the_program(source: Any) -> None:
    with pytest.raises(TypeError, match="a shipped name, a path or a mapping"):
        load_profile(source)


# ─── Hostile files and mappings ───

HOSTILE: dict[str, Callable[[], str]] = {
    "ten megabytes": lambda: "a: 1\n" * 2_000_000,
    "a megabyte of brackets": lambda: "[" * 1_000_000,
    "a megabyte of braces": lambda: "{" * 1_000_000,
    "brackets": lambda: "[" * 400_000,
    "braces": lambda: "{" * 400_000,
    "dashes": lambda: "- " * 200_000,
    "questions": lambda: "? " * 200_000,
    "quotes": lambda: "'" * 400_001,
    "exclamations": lambda: "!" * 400_000,
    "empty lines": lambda: "\n" * 400_000,
    "a comment": lambda: "#" * 400_000,
    "a hundred thousand keys": lambda: "{" + ", ".join(f'"{n}":1' for n in range(100_000)) + "}",
    "too many keys": lambda: "{" + ", ".join(f'"k{n}":1' for n in range(30_000)) + "}",
    "as many keys as may be": lambda: "{" + ", ".join(f'"servises{n}":1' for n in range(7_900)) + "}",
    "a key of 900 kB": lambda: '{"' + "k" * 900_000 + '": 1}',
    "a long key": lambda: '{"' + "k" * 400_000 + '": 1}',
    "a long value": lambda: '{"profile": "' + "k" * 400_000 + '"}',
    "a long number": lambda: '{"profile": ' + "9" * 400_000 + "}",
    "a long list": lambda: '{"plan": [' + "1, " * 130_000 + "1]}",
    "the same entry again and again": lambda: '{"services": [' + '{"cite": "p1"}, ' * 3_900 + "1]}",
    "many unknown references": lambda: (
        '{"acts": [' + ", ".join(f'{{"id": "a{n}"}}' for n in range(2_500)) + "]}"
    ),
    "deep": lambda: '{"a": ' * 20_000 + "1" + "}" * 20_000,
    "aliases": lambda: "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "right to left": lambda: "profile: \u202enwot\u202c\n",
    "a key right to left": lambda: '{"\\u202eeltit": 1}',
    "half a sign": lambda: '{"profile": "\\ud800"}',
    "no such sign": lambda: '{"profile": "\\UFFFFFFFF"}',
}


@contextmanager
def untraced() -> Iterator[None]:
    """Without the coverage tracer, which makes the parser five times slower."""
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracer)


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
@pytest.mark.parametrize("written", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_and_never_hangs(
    tmp_path: Path, written: Callable[[], str], suffix: str
) -> None:
    path = tmp_path / f"hostile{suffix}"
    path.write_text(written(), encoding="utf-8")
    with untraced():
        begun = time.process_time()
        found = faults(path)
        spent = time.process_time() - begun
    assert spent < 5, "it takes about one; another suite may run beside this one"
    assert len(found) <= 2 * FAULTS + 1
    assert all(len(fault.told(lang)) < 1_000 for fault in found for lang in LANGUAGES)
    assert all(fault.told("ru").isprintable() for fault in found)


def contains_itself() -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    mapping["profile"] = mapping
    return mapping


def nested(times: int) -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    for _ in range(times):
        mapping = {"profile": mapping}
    return mapping


def shared() -> dict[str, Any]:
    """Ten million entries in the memory of sixty."""
    entries: list[Any] = ["x"]
    for _ in range(7):
        entries = [entries] * 10
    return {"plan": entries}


def endless() -> Iterator[str]:
    while True:
        yield "x"


@pytest.mark.parametrize(
    ("mapping", "words"),
    [
        (contains_itself(), "вложенность больше 24"),
        (nested(5_000), "вложенность больше 24"),
        (shared(), "значений больше 8000"),
        ({1: "x"}, "ключ 1 — не слово"),
        ({"title": {None: "x"}}, "title: ключ None — не слово"),
        ({"": "x"}, "ключ должен быть словом"),
        ({"ti\u200btle": "x"}, r"в ключе «ti\u200btle» есть невидимый знак"),
        ({"title": {"ru": "го\u202eрод"}}, "title.ru: в тексте есть невидимый знак U+202E"),
        ({"title": {"ru": "\ud800"}}, "title.ru: в тексте есть невидимый знак U+D800"),
        ({"title": b"x"}, "title: значение типа bytes не читается"),
        ({"plan": {"x"}}, "plan: значение типа set не читается"),
        ({"plan": endless()}, "plan: значение типа generator не читается"),
    ],
)
def test_a_hostile_mapping_is_refused_with_its_key(mapping: dict[Any, Any], words: str) -> None:
    (found,) = told(faults(mapping))
    assert words in found


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("арр3.5", "type «app3.5» in Latin letters"),
        ("app3.5.а.1", "write it like p3.1, app3.5.5 or art20.part1"),
        ("app3.5.x", "write it like p3.1, app3.5.5 or art20.part1"),
        ("reg.2.1", "the act has no document «reg» with numbers of its own; none is listed here"),
        ("rf-1694/p1", "the act «rf-1694» is not known; possible: "),
    ],
)
def test_a_hint_leads_neither_in_a_circle_nor_to_another_act(address: str, words: str) -> None:
    data = dict(shipped_data()["municipalities"]["kemerovo"])
    data["control"] = {**data["control"], "cite": address}
    with pytest.raises(ProfileError) as caught:
        load_profile(data)
    assert [words in fault.text.en for fault in caught.value.faults] == [True]
