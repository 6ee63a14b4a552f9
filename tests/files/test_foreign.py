"""Files that are no text of YAML are named by what they are, whatever they are called; so is another encoding."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mistakes import text_of

from law189.errors import FaultyInput, ProfileError
from law189.files.foreign import encoded, foreign
from law189.files.parser import read_bytes
from law189.profile.loader import load_profile


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in names:
            archive.writestr(name, name.removeprefix("mimetype="))
    return out.getvalue()


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
FILES: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "xlsx": (
        zipped("[Content_Types].xml", "xl/workbook.xml"),
        ("книга Excel", "law189 read КНИГА.xlsx ПРОФИЛЬ.yaml"),
    ),
    "docx": (
        zipped("[Content_Types].xml", "word/document.xml"),
        ("документ Word", "текстовый редактор", "UTF-8"),
    ),
    "ods": (zipped("mimetype=application/vnd.oasis.opendocument.spreadsheet"), ("OpenDocument", ".xlsx")),
    "odt": (zipped("mimetype=application/vnd.oasis.opendocument.text"), ("документ OpenDocument", "UTF-8")),
    "zip": (zipped("profile.yaml"), ("архив ZIP", "достаньте")),
    "xls": (OLD + "Workbook".encode("utf-16-le"), ("Excel", ".xls", "law189 read")),
    "doc": (OLD + "WordDocument".encode("utf-16-le"), ("Word", ".doc", "UTF-8")),
    "old": (OLD, ("Office", "UTF-8")),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", ("PDF", "текстовый редактор")),
    "rtf": (b"{\\rtf1\\ansi\\ansicpg1251 profile}", ("RTF", "текстовый редактор")),
    "html": (b"<!DOCTYPE html>\n<html><body>profile</body></html>", ("HTML", "текстовый редактор")),
    "png": (b"\x89PNG\r\n\x1a\n", ("картинка", "распознайте")),
    "jpeg": (b"\xff\xd8\xff\xe0", ("картинка", "распознайте")),
    "rar": (b"Rar!\x1a\x07", ("архив RAR", "достаньте")),
    "parquet": (b"PAR1\x15\x04\x15", ("таблица Parquet", "law189 audit ФАЙЛ.parquet")),
    "sqlite": (b"SQLite format 3\x00\x10\x00" + b"\x00" * 90, ("база SQLite", "law189 audit sqlite:///")),
    "7z": (b"7z\xbc\xaf\x27\x1c", ("архив 7z", "достаньте")),
}


def told(data: bytes, path: Path) -> str:
    path.write_bytes(data)
    with pytest.raises(ProfileError) as error:
        load_profile(path)
    (fault,) = error.value.faults
    return fault.text.ru


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_a_file_of_another_kind_is_named_with_what_to_do(name: str, suffix: str, tmp_path: Path) -> None:
    data, words = FILES[name]
    said = told(data, tmp_path / f"my{suffix}")
    assert all(one in said for one in (*words, "YAML")), said


def test_a_large_file_of_another_kind_is_named_too(tmp_path: Path) -> None:
    assert "книга Excel" in told(FILES["xlsx"][0] + b"\x00" * 600_000, tmp_path / "my.yaml")


@pytest.mark.parametrize("name", ["village", "kemerovo", "novokuznetsk_district", "city"])
def test_a_text_in_utf_8_is_neither(name: str) -> None:
    for data in (
        text_of(name).encode(),
        text_of(name).encode("utf-8-sig"),
        text_of(name).replace("\n", "\r\n").encode(),
    ):
        assert foreign(data) is None
        assert encoded(data) is None


ENCODINGS = {
    "cp1251": "windows-1251",
    "koi8-r": "KOI8-R",
    "cp866": "DOS (866)",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
}


@pytest.mark.parametrize("name", ["village", "kemerovo", "novokuznetsk_district", "city"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_another_encoding_is_named_with_what_to_do(name: str, encoding: str, tmp_path: Path) -> None:
    data = text_of(name).encode(encoding, "ignore")
    assert encoded(data) == ENCODINGS[encoding]
    said = told(data, tmp_path / "my.yaml")
    assert f"похоже, это {ENCODINGS[encoding]}" in said
    assert "выбрав кодировку UTF-8" in said


def test_what_nobody_can_tell_is_not_named(tmp_path: Path) -> None:
    data = b"profile: \xff\xfe\xfd\xfc\x81\x8d"
    assert encoded(data) is None
    assert "похоже" not in told(data, tmp_path / "my.yaml")


def test_a_text_of_another_language_is_not_taken_for_russian() -> None:
    assert encoded("Ärger, Übung, später".encode("latin-1")) is None


@pytest.mark.parametrize("end", ["le", "be"])
@pytest.mark.parametrize("bits", [16, 32])
@pytest.mark.parametrize("marked", [True, False])
def test_wide_signs_are_named_by_their_size_and_told_at_the_beginning(bits, end, marked):
    text = "profile: «приказ» № 7\nheld_on: 2023-10-02\n" * 9
    data = f"{chr(0xFEFF) if marked else ''}{text}".encode(f"utf-{bits}-{end}")
    assert encoded(data) == f"UTF-{bits}"
    with pytest.raises(FaultyInput) as caught:
        read_bytes(data, "my.yaml")
    assert [(fault.line, fault.column) for fault in caught.value.faults] == [(1, 1)]


PHRASES = sorted(
    {
        phrase
        for name in ("kemerovo", "novokuznetsk_district")
        for phrase in re.findall("[а-яё]+(?: [а-яё]+)+", text_of(name).casefold())
    }
)
CASES = (str.lower, str.upper, str.capitalize, str.title)


@given(
    st.sampled_from(PHRASES),
    st.sampled_from(CASES),
    st.sampled_from([*ENCODINGS][:3]),
    st.text("С-1/K ", max_size=6),
)
def test_no_encoding_is_named_that_is_another_whatever_the_capitals_are(phrase, case, encoding, beside):
    """Where too little is written to tell, none is named; a long phrase is told."""
    said = f'{{"history": "{beside}", "reason": "{case(phrase)}"}}\n'
    found = encoded(said.encode(encoding))
    assert found in (None, ENCODINGS[encoding])
    assert found is not None or len(phrase) < 60


@pytest.mark.parametrize("encoding", [*ENCODINGS][:3])
@pytest.mark.parametrize(
    "said", ["УПРАВЛЕНИЕ ОБРАЗОВАНИЯ", "Управление образования", "ПРИКАЗ об организации ОТБОРА"]
)
def test_capitals_are_told_as_small_letters_are(said, encoding):
    assert encoded(f'{{"history": "{said}"}}\n'.encode(encoding)) == ENCODINGS[encoding]
