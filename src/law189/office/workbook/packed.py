"""Распаковка (packed): the parts of a file of Office, bounded before anything of it is opened."""

import io
import re
import zipfile
from typing import NoReturn

from law189.files.foreign import encoded
from law189.files.nodes import stop
from law189.law import Text

__all__ = ["LARGEST", "UNPACKED", "broken", "parts_of"]

LARGEST = 5_000_000
"""The most bytes a workbook or a text may have."""
UNPACKED = 60_000_000
"""The most bytes its parts may have together once they are unpacked."""
_PARTS = 2000
_HEAD = 400
"""So many bytes tell a text."""
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def parts_of(data: bytes, file: str) -> dict[str, bytes]:
    """The parts of a file of Office, unpacked. Raises `FaultyInput` where it is no such file, or too large."""
    if len(data) > LARGEST:
        stop(
            file,
            f"файл больше {LARGEST} байт; таких профилей не бывает",
            f"more than {LARGEST} bytes; no profile is",
        )
    _no_pack(data, file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return _unpacked(packed, file)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
    ):
        broken(file)
    except (zipfile.zlib.error, UnicodeError):  # type: ignore[attr-defined]  # zipfile imports it
        broken(file)


def _no_pack(data: bytes, file: str) -> None:
    """Refuse by its beginning what is not packed as files of Office are."""
    if data.startswith(_OLD):
        stop(
            file,
            "файл закрыт паролем или записан в старом формате (.xls, .doc); снимите пароль и сохраните книгу как "
            ".xlsx, а текст как .docx",
            "the file has a password or the old format (.xls, .doc); remove the password and save a workbook as "
            ".xlsx, a text as .docx",
        )
    if (
        printed := next((name for head, name in _PRINTED.items() if data.startswith(head)), None)
    ) is not None:
        stop(
            file,
            f"это {printed}; откройте его в Word и сохраните как .docx",
            f"this is {printed}; open it in Word and save it as .docx",
        )
    head = data[:_HEAD]
    named = encoded(head)
    if _is_text(head, named):
        said = _text_in(named)
        stop(file, said.ru, said.en)


def _unpacked(packed: zipfile.ZipFile, file: str) -> dict[str, bytes]:
    listed = packed.infolist()
    if len(listed) > _PARTS or sum(one.file_size for one in listed) > UNPACKED:
        stop(
            file,
            f"в распакованном виде файл больше {UNPACKED} байт; таких профилей не бывает, проверьте файл",
            f"unpacked the file has more than {UNPACKED} bytes; no profile is so large, check the file",
        )
    parts: dict[str, bytes] = {}
    for one in listed:
        name = one.filename.lstrip("/")
        if one.flag_bits & 1 or name in parts:
            raise zipfile.BadZipFile(name)
        parts[name] = packed.read(one)  # no more than it says, and as much
        if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in parts[name][:4096]:
            raise zipfile.BadZipFile(name)
    return parts


def _text_in(named: str | None) -> Text:
    """That a file is a text, in which other encoding than UTF-8 where it is known, and what reads it."""
    ru, en, opened, chosen = "", "", "", ""
    if named is not None:
        ru, en = f" (похоже, это {named})", f" (it seems to be {named})"
        opened, chosen = ", выбрав эту кодировку,", " in this encoding"
    return Text(
        f"это текст{ru}, а не книга .xlsx; профиль в YAML проверяет law189 check, книгу из него делает law189 "
        f"workbook, а таблицу CSV откройте в Excel{opened} и сохраните как .xlsx",
        f"this is a text{en} and no .xlsx workbook; law189 check checks a profile in YAML, law189 workbook makes a "
        f"book; open a table of CSV in Excel{chosen} and save it as .xlsx",
    )


_PRINTED = {b"%PDF-": "PDF", b"{\\rtf": "RTF"}
"""How a file begins that Word opens, and no reader of tables does."""


def _is_text(head: bytes, named: str | None) -> bool:
    """Whether the file begins as a text does, in whichever encoding, and not as what a program packs."""
    signs = head.decode(named if named in ("UTF-16", "UTF-32") else "latin-1", "replace")
    return re.fullmatch(r"[^\x00-\x08\x0e-\x1f]+", signs) is not None


def broken(file: str) -> NoReturn:
    """Refuse a file that is damaged."""
    stop(
        file,
        "файл не читается как книга .xlsx или текст .docx; откройте его в Excel или Word и сохраните заново как "
        ".xlsx или .docx",
        "the file is not read as an .xlsx workbook or a .docx text; open it in Excel or Word and save it anew as "
        ".xlsx or .docx",
    )
