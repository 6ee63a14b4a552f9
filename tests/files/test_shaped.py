"""A file of steps that is no JSON Lines is told so once, with what to do, and nothing of it is judged."""

import gzip
import io
import json
import zipfile

import pytest
from pydantic import TypeAdapter
from typer.testing import CliRunner

from law189.cli.app import app
from law189.errors import FaultyInput
from law189.files.disk import read_lines
from law189.files.given import Given
from law189.files.shaped import said_of_lines
from law189.profile.loader import load_profile

STEPS = [
    {"history": str(number), "lifecycle": "order", "kind": "approved", "on": "2024-01-09", "by": "education"}
    for number in range(3)
]
RIGHT = [f"{json.dumps(step)}\n".encode() for step in STEPS]


def zipped(name):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "x" * 300)
    return out.getvalue()


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
FILES = {
    "xlsx": zipped("xl/workbook.xml"),
    "docx": zipped("word/document.xml"),
    "xls": OLD + "Workbook".encode("utf-16-le"),
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "html": b"<!DOCTYPE html>\n<html></html>",
    "7z": b"7z\xbc\xaf\x27\x1c",
}
ANY = TypeAdapter(dict[str, object])
PRETTY = json.dumps(STEPS[0], indent=2, ensure_ascii=False).encode()
ARRAY = json.dumps(STEPS, ensure_ascii=False).encode()
LINES = b"".join(RIGHT)
RUSSIAN = "".join(
    json.dumps(
        {"history": str(number), "reason": "описка в дате" if number % 3 else "Да"}, ensure_ascii=False
    )
    + "\n"
    for number in range(40)
)
OTHERS = {
    "array": (ARRAY, "массив JSON"),
    "array of lines": (b"[\n" + b",\n".join(one.strip() for one in RIGHT) + b"\n]\n", "массив JSON"),
    "pretty": (PRETTY, "JSON на нескольких строках"),
    "pretty, several": (PRETTY + b"\n" + PRETTY, "JSON на нескольких строках"),
    "pretty after a mark": (b"\xef\xbb\xbf\n" + PRETTY, "JSON на нескольких строках"),
    "YAML": (b"- history: s1\n  lifecycle: order\n  'on': '2024-01-09'\n", "это YAML"),
    "YAML with a mark": (b"---\nhistory: s1\nlifecycle: order\n", "это YAML"),
    "YAML, one step": (b"history: s1\nlifecycle: order\n", "это YAML"),
    "YAML in quotes": (b"'history': s1\n", "это YAML"),
    "YAML, an entry below": (b"-\n  history: s1\n", "это YAML"),
    "old Mac": (LINES.replace(b"\r\n", b"\n").replace(b"\n", b"\r"), "строки кончаются знаком CR"),
    "windows-1251": (RUSSIAN.encode("cp1251"), "похоже, это windows-1251"),
    "KOI8-R": (RUSSIAN.encode("koi8-r"), "похоже, это KOI8-R"),
    "866": (RUSSIAN.encode("cp866"), "похоже, это DOS (866)"),
    "UTF-16": (RUSSIAN.encode("utf-16"), "похоже, это UTF-16"),
    "UTF-16 without a mark": (LINES.decode().encode("utf-16-le"), "похоже, это UTF-16"),
    "gzip": (gzip.compress(LINES), "архив gzip"),
    "zip": (zipped("steps.jsonl"), "архив ZIP"),
    **{name: (data, "нужен текст JSON Lines") for name, data in FILES.items()},
}


def all_of(source):
    """Every line that is read before the file is refused, and why it is."""
    read = []
    with pytest.raises(FaultyInput) as refused:
        read.extend(read_lines(source, ANY))
    return read, refused.value


@pytest.mark.parametrize("name", OTHERS)
def test_it_is_told_once_and_nothing_of_it_is_read(name, tmp_path):
    data, words = OTHERS[name]
    file = tmp_path / "steps.jsonl"
    file.write_bytes(data)
    read, refused = all_of(file)
    assert not [one for _, one in read if isinstance(one, FaultyInput)]
    (fault,) = refused.faults
    assert words in fault.text.ru
    assert "YAML" not in fault.text.ru.removeprefix("это YAML")
    assert fault.text.ru.count(";") + fault.text.ru.count("например") >= 1


@pytest.mark.parametrize("name", ["array", "pretty", "old Mac", "UTF-16", "gzip", "xlsx", "pdf"])
def test_so_is_a_stream(name):
    _, refused = all_of(Given("<stdin>", lambda: io.BytesIO(OTHERS[name][0]), ("jsonl",), "jsonl"))
    (fault,) = refused.faults
    assert fault.file == "<stdin>"


@pytest.mark.parametrize("line", [b'{"history": 1}', b'"on": 1', b"-1", b"nothing", b"[1]", b"12:30", b"{"])
def test_what_begins_otherwise_is_no_yaml_to_it(line):
    said = said_of_lines(line + b"\n", line, first=True)
    assert said is None or "YAML" not in said.en


def test_what_dash_takes_is_what_the_command_offers():
    """A form that the help offers is taken, for one of the two that `-` may be, or for the only one."""
    for command, offered in {
        "replay": "jsonl",
        "audit": "jsonl",
        "due": "jsonl",
        "show": "yaml|json",
        "check": "yaml|json",
    }.items():
        told = " ".join(CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "200"}).output.split())
        assert offered in told
        assert ("jsonl" in told.partition("--from")[2]) is ("jsonl" in offered)


def test_what_is_json_lines_is_read(tmp_path):
    file = tmp_path / "steps.jsonl"
    file.write_bytes(LINES + RUSSIAN.encode())
    assert not [one for _, one in read_lines(file, ANY) if isinstance(one, FaultyInput)]


def test_one_line_of_another_encoding_is_a_fault_of_that_line(tmp_path):
    file = tmp_path / "steps.jsonl"
    file.write_bytes(RUSSIAN.encode() + '{"reason": "описка"}\n'.encode("cp1251") + RUSSIAN.encode())
    wrong = [one for _, one in read_lines(file, ANY) if isinstance(one, FaultyInput)]
    (fault,) = wrong[0].faults
    assert (len(wrong), fault.line) == (1, 41)
    assert "не в кодировке UTF-8" in fault.text.ru


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"a": 1},', "после записи стоит лишняя запятая; уберите её"),
        ('{"a":\u00a01}', "неразрывный"),
        ('{\u00a0"a": 1}', "неразрывный"),
        ('{"a": 1\u202f}', "неразрывный"),
    ],
)
def test_a_sign_too_many_is_named_at_its_place(line, words, tmp_path):
    file = tmp_path / "steps.jsonl"
    file.write_text(f'{{"a": 1}}\n{line}\n', encoding="utf-8")
    (_, _), (number, wrong) = read_lines(file, ANY)
    (fault,) = wrong.faults
    assert words in fault.text.ru
    assert number == fault.line == 2
    assert fault.column > 1
    assert "профил" not in fault.text.ru


def test_a_line_that_is_too_large_or_too_deep_speaks_of_no_profile(tmp_path):
    file = tmp_path / "steps.jsonl"
    deep, many, large = "[" * 40 + "]" * 40, "[" + "1," * 9000 + "1]", '"' + "x" * 600_000
    file.write_text(f'{{"a": {deep}}}\n{{"a": {many}}}\n{{"a": {large}')
    for _, wrong in read_lines(file, ANY):
        assert "профил" not in wrong.faults[0].text.ru
        assert "profile" not in wrong.faults[0].text.en


def run(*args):
    return CliRunner().invoke(app, list(args))


def test_a_command_tells_at_most_a_hundred_faults_and_how_many_more_there_are(tmp_path):
    file = tmp_path / "steps.jsonl"
    file.write_text('{"history": 1}\n' * 300)
    said = run("replay", str(file), "--profile", "kemerovo")
    assert said.exit_code == 1
    assert said.stderr.count("\n") == 101
    assert "и ещё ошибок: " in said.stderr
    said = run("options", str(file), "--profile", "kemerovo", "--on", "2024-01-09")
    assert said.stderr.count("\n") == 101
    meetings = tmp_path / "meetings.jsonl"
    meetings.write_text('{"profile": 1}\n' * 300)
    assert run("meeting", str(meetings)).stderr.count("\n") == 101


@pytest.mark.parametrize(
    "args",
    [
        ("replay", "", "--profile", "kemerovo"),
        ("replay", "steps.jsonl", "--profile", ""),
        ("plan", "kemerovo", "--on", "2024-01-09", "--done", ""),
        ("plan", "kemerovo", "--on", "2024-01-09", "--done="),
        ("show", "kemerovo", "--html", ""),
        ("check", ""),
        ("new", ""),
        ("read", ""),
    ],
)
def test_an_empty_name_of_a_file_is_told(args):
    said = run(*args)
    assert said.exit_code == 2
    assert "имя файла пустое; укажите файл" in said.stderr


def test_so_it_is_in_a_program():
    with pytest.raises(FaultyInput, match="the name of the file is empty; give a file"):
        load_profile("")
