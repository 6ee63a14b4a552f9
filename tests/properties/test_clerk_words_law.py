"""What a clerk writes as a document has it is told how a file has it; who obeys the words is understood."""

import gzip
import json
import re
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError
from typer.testing import CliRunner

from law189.audit.indicators import Reported
from law189.audit.meeting import MeetingRecord, judge_record
from law189.casebook.cycles import CYCLES, no_lifecycle
from law189.casebook.line import LINE
from law189.cli.app import app
from law189.errors import FaultyInput
from law189.files.disk import read_lines
from law189.files.foreign import encoded
from law189.files.nodes import check, tree_of
from law189.files.opened import open_plain
from law189.files.shaped import said_of_lines
from law189.numbers import Number
from law189.profile.loader import load_profile, shipped_source
from law189.report.paged import csv_rows

HELD = {"profile": "kemerovo", "held_on": "2023-10-02", "present": ["chair"], "items": []}
YEAR = "term: {kind: year, year: 2023}"


def run(*words):
    result = CliRunner().invoke(app, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def written(path: Path, *records):
    path.write_text(
        "\n".join(json.dumps(one, ensure_ascii=False) for one in records) + "\n", encoding="utf-8"
    )
    return path


def faults(path: Path, adapter, *records):
    found = [one for _, one in read_lines(written(path, *records), adapter)]
    return [[fault.text for fault in one.faults] if isinstance(one, FaultyInput) else [] for one in found]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("78.5%", "78.5"),
        ("78,5 %", "78.5"),
        ("1 000", 1000),
        ("1\u00a0000,50", "1000.50"),
        ("1.234,50", "1234.50"),
        ("5 ед.", 5),
        ("5 человек", 5),
        ("да", True),
        ("нет", False),
        (87.5, "87.5"),
    ],
)
def test_a_reported_value_is_told_how_it_is_written_and_who_obeys_is_understood(tmp_path, said, meant):
    adapter = TypeAdapter(Reported)
    [[words]] = faults(tmp_path / "r.jsonl", adapter, {"id": "app5.1.1", "value": said})
    value = json.loads(words.ru.rpartition("пишите ")[2])
    assert value == meant
    assert faults(tmp_path / "r.jsonl", adapter, {"id": "app5.1.1", "value": value}) == [[]]


@pytest.mark.parametrize("value", [None, "1\u00a0000,50", "1.234,50", "NaN", "много"])
@pytest.mark.parametrize("key", ["roubles", "kind", "on", "number", "history", "by", "lifecycle"])
def test_no_message_for_a_clerk_is_in_the_spelling_of_python(tmp_path, key, value):
    line = {"history": "1", "lifecycle": "agreement", "kind": "claimed", "on": "2024-01-12", "by": "provider"}
    line |= {"number": "1", "since": "2024-01-01", "until": "2024-01-31", "roubles": 100, "acts": ["1"]}
    for words in (one for found in faults(tmp_path / "e.jsonl", LINE, line | {key: value}) for one in found):
        for told in (words.ru, words.en):
            assert not re.search(r"\\x|\bNone\b|\bTrue\b|\bFalse\b|'[^']*'", told), told


@pytest.mark.parametrize("name", CYCLES)
def test_a_lifecycle_in_russian_is_told_its_code(name):
    first = {"order": "заказ", "selection": "отбор", "certificate": "сертификат", "contract": "договор"}
    said = first.get(name, CYCLES[name].title.ru.split()[0])
    assert no_lifecycle(said).ru.endswith(f"здесь это пишут «{name}»")


@pytest.mark.parametrize(
    ("term", "code"),
    [
        ("{kind: month, year: 2024, month: март}", "пишите 3"),
        ("{kind: month, year: 2024, month: Сентября}", "пишите 9"),
        ("{kind: квартал, year: 2024, quarter: 1}", "«quarter»"),
        ("{kind: полугодие, year: 2024, half: 1}", "«half_year»"),
        ("{kind: год, year: 2024}", "«year»"),
        ("{kind: ежегодно, end: before, day: 03-01}", "«yearly»"),
    ],
)
def test_a_term_in_russian_words_is_told_its_codes(tmp_path, term, code):
    text = shipped_source("kemerovo")
    assert YEAR in text
    (tmp_path / "k.yaml").write_text(text.replace(YEAR, f"term: {term}", 1), encoding="utf-8")
    with pytest.raises(FaultyInput) as refused:
        load_profile(tmp_path / "k.yaml")
    assert any(code in fault.text.ru for fault in refused.value.faults)


def test_hours_are_told_the_units_in_words(tmp_path):
    line = {
        "history": "1",
        "lifecycle": "certificate",
        "kind": "formed",
        "on": "2024-01-12",
        "by": "education",
    }
    line |= {"number": "1", "valid_until": "2024-12-31", "nominal": {"amount": 72, "unit": "ч"}}
    [[words]] = faults(tmp_path / "e.jsonl", LINE, line)
    assert "человеко-часов («person-hours»)" in words.ru


# ─── Сделанное ───────────────────────────────────────────────────────────────────────────────────────────


def test_an_item_that_is_done_once_is_not_done_on_two_days(tmp_path):
    first, second = ({"id": "app4.1.1", "done_on": day} for day in ("2023-09-28", "2023-10-02"))
    asked = ("plan", "kemerovo", "--on", "2023-10-05", "--done", tmp_path / "done.jsonl")
    written(asked[-1], first, second)
    code, out, err = run(*asked)
    assert (code, "оставьте один" in err + out) == (1, True)
    written(asked[-1], first, first)
    assert run(*asked)[0] == 0


def test_an_item_that_comes_again_may_be_done_on_many_days(tmp_path):
    again = next(one for one in load_profile("kemerovo").latest.plan if one.term.kind == "regular")
    rows = [{"id": again.id, "done_on": day} for day in ("2023-09-28", "2023-10-02")]
    file = written(tmp_path / "done.jsonl", *rows)
    assert run("plan", "kemerovo", "--on", "2023-10-05", "--done", file)[0] == 0


def test_what_is_counted_from_an_event_is_not_done_before_it(tmp_path):
    profile = tmp_path / "k.yaml"
    term = "term: {kind: after, days: 5, unit: working_days, event: {kind: limits}}"
    profile.write_text(shipped_source("kemerovo").replace(YEAR, term, 1), encoding="utf-8")
    item = next(one.id for one in load_profile(profile).latest.plan if one.term.kind == "after")
    for event, code in (("2023-10-01", 1), ("2023-09-28", 0)):
        file = written(tmp_path / "done.jsonl", {"id": item, "done_on": "2023-09-28", "event_on": event})
        assert run("plan", profile, "--on", "2023-10-05", "--done", file)[0] == code


# ─── Файлы ───────────────────────────────────────────────────────────────────────────────────────────────


def test_a_list_of_meetings_is_told_to_stand_one_a_line(tmp_path):
    file = tmp_path / "m.json"
    file.write_text(json.dumps([HELD, HELD]), encoding="utf-8")
    code, out, err = run("meeting", file)
    assert (code, "с концом .jsonl" in out + err) == (1, True)


def test_meetings_packed_by_gzip_are_judged(tmp_path):
    plain, packed = written(tmp_path / "m.jsonl", HELD, HELD), tmp_path / "m.jsonl.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert run("meeting", packed)[:2] == run("meeting", plain)[:2]
    packed.write_bytes(b"no gzip")
    assert run("meeting", packed)[0] == 1


def test_one_word_none_does_not_make_the_file_an_older_one(tmp_path):
    file, text = tmp_path / "k.yaml", shipped_source("kemerovo")
    changed = text.replace("casting_vote: {value: presiding", "casting_vote: {value: none", 1)
    assert changed != text
    file.write_text(changed, encoding="utf-8")
    code, out, err = run("check", file)
    assert code == 1
    assert "напишите nobody" in out + err
    assert "версии 0.1" not in out + err


def test_a_folder_is_told_to_be_one(tmp_path):
    code, out, err = run("copy", "kemerovo", tmp_path)
    assert (code, "это папка" in out + err) == (1, True)


def test_a_record_that_names_another_profile_is_told_so():
    record = MeetingRecord.model_validate(HELD)

    def rules(profile):
        return {one.rule for one in judge_record(record, load_profile(profile)).established.walk()}

    assert "meeting.of_profile" in rules("novokuznetsk_district")
    assert "meeting.of_profile" not in rules("kemerovo")


@pytest.mark.parametrize("sign", ["=", "＝", "+", "＋", "-", "@", "＠", "\t"])
def test_a_cell_of_csv_is_no_formula_in_any_width(sign):
    assert csv_rows([[f"{sign}1+1", "x"]]).startswith(("'", "\"'"))


@pytest.mark.parametrize("number", ["5\n6", "5\r\n6", "№ 5\u20286"])
def test_a_number_stands_on_one_line(number):
    with pytest.raises(ValidationError, match="on several lines"):
        TypeAdapter(Number).validate_python(number)
    assert TypeAdapter(Number).validate_python(" № 5 \n") == "5"


def test_a_link_to_itself_is_told_so(tmp_path):
    loop = tmp_path / "loop.json"
    loop.symlink_to(loop)
    with pytest.raises(FaultyInput, match="the link leads to itself"):
        open_plain(loop)


@pytest.mark.parametrize("text", ["804200О.99.0.ББ52АЖ48000", "АЖ", "№ 12-П"])
@pytest.mark.parametrize("code", ["cp1251", "koi8-r", "cp866"])
def test_no_encoding_is_guessed_from_a_few_capitals(text, code):
    assert encoded(f'{{"number": "{text}"}}'.encode(code, "replace")) is None


def test_a_line_that_breaks_off_is_no_json_on_several_lines():
    assert said_of_lines(b'{"history": "5", "kind": "offered",', b"", first=True) is None
    assert "several lines" in said_of_lines(b'{"history": "5",\n', b"", first=True).en


@pytest.mark.parametrize("day", ["", "-", " . . "])
def test_a_day_that_must_be_there_is_not_told_to_be_left_out(day):
    found = []
    check(tree_of(HELD | {"held_on": day}), TypeAdapter(MeetingRecord), "f", {}, found)
    assert [fault.text.en.rpartition("; ")[2] for fault in found] == ["give one"]


@pytest.mark.parametrize(
    "line",
    ["№ п/п;Дата;Номер дела", "id;done_on", "id,done_on", "Дата\tВид шага", "1;01.09.2024 г.;С-1;Действует"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
def test_a_table_of_cells_is_told_to_be_one_in_whatever_encoding(line, encoding):
    said = line.encode(encoding, "replace") + b"\r\n"
    told = said_of_lines(said, said, first=True)
    assert "JSON Lines" in told.ru
    assert "CSV" in told.en


@pytest.mark.parametrize(
    "line",
    ['"history": "17", "kind": "formed"}', '{"history": "17", "kind": "formed"', "[1, 2]", "17", "null"],
)
def test_a_broken_record_is_no_table(line):
    said = line.encode()
    assert "CSV" not in str(said_of_lines(said, said, first=True))
