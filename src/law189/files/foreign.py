"""Чужой файл (foreign): a workbook, a document or a picture where a text is needed, or a text in another encoding.

What it is stands in its first bytes and not in its name.

>>> foreign(b"%PDF-1.7 ...").ru
'это файл PDF, а нужен текст YAML; скопируйте текст в текстовый редактор и сохраните с расширением .yaml в UTF-8'
>>> encoded("Приказ о рабочей группе".encode("cp1251"))
'windows-1251'
"""

import codecs
import math
import re

from law189.law import Text

__all__ = ["encoded", "foreign", "not_utf_8"]

_COPY = Text(
    "скопируйте текст в текстовый редактор и сохраните с расширением .yaml в UTF-8",
    "copy the text into a text editor and save it as .yaml in UTF-8",
)
_READ = Text(
    "если в ней профиль, переведите её: law189 read КНИГА.xlsx ПРОФИЛЬ.yaml; записи о делах и заседаниях пишут "
    "текстом YAML или JSON",
    "where it holds a profile, convert it: law189 read BOOK.xlsx PROFILE.yaml; records of cases and meetings are "
    "written as a text of YAML or JSON",
)
_AS_XLSX = Text(
    "если в ней профиль, сохраните её как .xlsx и переведите: law189 read КНИГА.xlsx ПРОФИЛЬ.yaml; записи о делах "
    "и заседаниях пишут текстом YAML или JSON",
    "where it holds a profile, save it as .xlsx and convert it: law189 read BOOK.xlsx PROFILE.yaml; records of "
    "cases and meetings are written as a text of YAML or JSON",
)
_OUT = Text("достаньте из него файл и укажите его", "take the file out of it and give that file")
_PARQUET = Text(
    "шаги из неё читает law189 audit ФАЙЛ.parquet, с этим окончанием имени",
    "its steps are read by law189 audit FILE.parquet, with that ending of its name",
)
_SQLITE = Text(
    "дела из неё читает law189 audit sqlite:///ПУТЬ", "its cases are read by law189 audit sqlite:///PATH"
)
_SCAN = Text("распознайте текст и впишите его", "recognise the text and write it down")

_XLSX = (Text("книга Excel (.xlsx)", "an Excel workbook (.xlsx)"), _READ)
_DOCX = (Text("документ Word (.docx)", "a Word document (.docx)"), _COPY)
_XLS = (Text("книга Excel старого вида (.xls)", "an old Excel workbook (.xls)"), _AS_XLSX)
_DOC = (Text("документ Word старого вида (.doc)", "an old Word document (.doc)"), _COPY)
_ODS = (Text("таблица OpenDocument (.ods)", "an OpenDocument spreadsheet (.ods)"), _AS_XLSX)
_ODT = (Text("документ OpenDocument (.odt)", "an OpenDocument text (.odt)"), _COPY)
_WITHIN: tuple[tuple[bytes, bytes, tuple[Text, Text]], ...] = (
    (b"PK\x03\x04", b"application/vnd.oasis.opendocument.spreadsheet", _ODS),
    (b"PK\x03\x04", b"application/vnd.oasis.opendocument.text", _ODT),
    (b"PK\x03\x04", b"xl/", _XLSX),
    (b"PK\x03\x04", b"word/", _DOCX),
    (b"PK\x03\x04", b"", (Text("архив ZIP", "a ZIP archive"), _OUT)),
    (b"\xd0\xcf\x11\xe0", "Workbook".encode("utf-16-le"), _XLS),
    (b"\xd0\xcf\x11\xe0", "WordDocument".encode("utf-16-le"), _DOC),
    (b"\xd0\xcf\x11\xe0", b"", (Text("файл Office старого вида", "an old Office file"), _COPY)),
    (b"%PDF-", b"", (Text("файл PDF", "a PDF file"), _COPY)),
    (b"{\\rtf", b"", (Text("документ RTF", "an RTF document"), _COPY)),
    (b"Rar!", b"", (Text("архив RAR", "a RAR archive"), _OUT)),
    (b"7z\xbc\xaf", b"", (Text("архив 7z", "a 7z archive"), _OUT)),
    (b"\x1f\x8b", b"", (Text("архив gzip", "a gzip archive"), _OUT)),
    (b"PAR1", b"", (Text("таблица Parquet", "a Parquet table"), _PARQUET)),
    (b"SQLite format 3\x00", b"", (Text("база SQLite", "an SQLite database"), _SQLITE)),
    (b"\x89PNG", b"", (Text("картинка PNG", "a PNG picture"), _SCAN)),
    (b"\xff\xd8\xff", b"", (Text("картинка JPEG", "a JPEG picture"), _SCAN)),
)
"""How a file begins, what stands further on in it, what it is and what to do; the first that fits."""
_HTML = re.compile(rb"\s*<(?:!doctype html|html|\?xml)", re.IGNORECASE)
_PAGE = (Text("страница HTML или XML", "an HTML or XML page"), _COPY)


_LINES = Text(
    "сохраните записи текстом по одной в строке, в UTF-8, с расширением .jsonl",
    "save the records as text, one a line, in UTF-8, as .jsonl",
)


def foreign(data: bytes, *, lines: bool = False) -> Text | None:
    """What a file is that is no text of YAML or JSON, or of JSON Lines where `lines` are needed, and what to do.

    None where it may be one.
    """
    found = next((what for start, part, what in _WITHIN if data.startswith(start) and part in data), None)
    if found is None and _HTML.match(data.removeprefix(codecs.BOM_UTF8)):
        found = _PAGE
    if found is None:
        return None
    what, do = found
    if lines:
        do = do if do in (_OUT, _PARQUET, _SQLITE) else _LINES
        return Text(
            f"это {what.ru}, а нужен текст JSON Lines; {do.ru}",
            f"this is {what.en}, and a text of JSON Lines is needed; {do.en}",
        )
    return Text(
        f"это {what.ru}, а нужен текст YAML; {do.ru}",
        f"this is {what.en}, and a text of YAML is needed; {do.en}",
    )


def not_utf_8(named: str | None) -> Text:
    """That the text is in another encoding, in which where it is known, and how it is saved anew."""
    ru, en = ("", "") if named is None else (f" (похоже, это {named})", f" (it seems to be {named})")
    return Text(
        f"текст не в кодировке UTF-8{ru}; откройте файл в текстовом редакторе и сохраните, выбрав кодировку UTF-8",
        f"the text is not in UTF-8{en}; open the file in a text editor and save it, choosing UTF-8",
    )


def encoded(data: bytes) -> str | None:
    """In which other encoding the text seems to be; None where it may be in UTF-8, or nobody can tell."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)) or _of_four(data):
        return "UTF-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _of_two(data):
        return "UTF-16"
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        read = {name: _russian(data.decode(name, "replace")) for name in _ENCODINGS}
        best, second = sorted(read, key=read.__getitem__, reverse=True)[:2]
        sure = read[best] >= ENOUGH and read[best] - read[second] >= ENOUGH
        return _ENCODINGS[best] if sure else None
    return None


_ENCODINGS = {"cp1251": "windows-1251", "koi8-r": "KOI8-R", "cp866": "DOS (866)"}
ENOUGH = 4.0
"""How much like Russian a text must be, and how much more than in another encoding, for its own to be named."""
_OFTEN = {
    "о": 110, "е": 85, "а": 80, "и": 74, "н": 67, "т": 63, "с": 55, "р": 47, "в": 45, "л": 44, "к": 35, "м": 32,
    "д": 30, "п": 28, "у": 26, "я": 20, "ы": 19, "ь": 17, "г": 17, "з": 16, "б": 16, "ч": 14, "й": 12, "х": 10,
    "ж": 9, "ш": 7, "ю": 6, "ц": 5, "щ": 4, "э": 3, "ф": 3, "ё": 1, "ъ": 1,
}  # fmt: skip
"""How often each letter stands among a thousand of a Russian text."""
_LETTER = {letter: math.log2(often * len(_OFTEN) / 1000) for letter, often in _OFTEN.items()}
_STRANGE = re.compile(
    "[а-яё](?=[А-ЯЁ])|[a-z](?=[а-яё])|[а-яё](?=[a-z])|[\ufffd\u2500-\u25ff]|[^\x00-\x7f\u0400-\u04ff«»–—№…“”„\xa0]"
)
"""What no Russian text has: a capital in the midst of a word, letters of two alphabets in one, other signs."""


def _russian(text: str) -> float:
    """How much the text looks like Russian, whatever its capitals: two of the encodings differ in those alone.

    What is the word «образ» in one of them is «НАПЮГ» in another, so only the letters tell which it is.
    """
    letters = sum(much * text.casefold().count(letter) for letter, much in _LETTER.items())
    return letters - 3 * len(_STRANGE.findall(text))


def _of_four(data: bytes) -> bool:
    """Whether the signs take four bytes each, two of them zeros, with no mark at the beginning that says so."""
    head = data[:400]
    ends = (head[at::4].count(0) + head[at + 1 :: 4].count(0) for at in (0, 2))
    return len(head) > 8 and max(ends) > 0.9 * len(head) / 2


def _of_two(data: bytes) -> bool:
    """Whether the signs take two bytes each, with no mark at the beginning that says so."""
    head = data[:400]
    return len(head) > 8 and max(_high(head[0::2]), _high(head[1::2])) > 0.8 * len(head) / 2


def _high(head: bytes) -> int:
    """How many of the bytes are upper halves of Latin or Cyrillic letters."""
    return head.count(b"\x00") + head.count(b"\x04")
