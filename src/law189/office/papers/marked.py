"""Отметка (mark): how a paper that this library wrote is told from any other, and from one that was changed since.

The comment at the end of a docx has a hash of all that stands before it; a program that saves the file writes an
archive of its own, without the comment. The second line of a page has a hash of all that stands below. So a draft
that somebody has filled in is never taken for one that may be replaced.

>>> from io import BytesIO
>>> from zipfile import ZipFile
>>> with ZipFile(out := BytesIO(), "w") as made:
...     made.writestr("word/document.xml", "<x/>")
>>> data = marked(out.getvalue())
>>> unchanged(data), unchanged(data.replace(b"<x/>", b"<y/>")), unchanged(out.getvalue()), unchanged(b"")
(True, False, False, False)
>>> ZipFile(BytesIO(data)).namelist()
['word/document.xml']
>>> page = marked_page("<html></html>")
>>> unchanged_page(page.encode()), unchanged_page(page.replace("<html>", "<html> ").encode())
(True, False)
"""

import re
from hashlib import sha256

__all__ = ["PAGE", "marked", "marked_page", "unchanged", "unchanged_page"]

MARK = b"law189: paper "
LENGTH = len(MARK) + 64
PAGE = "<!-- law189: paper "
"""How the second line of a page begins."""
_PAGE = re.compile(rb"<!DOCTYPE html>\n<!-- law189: paper ([0-9a-f]{64}) -->\n")
NO_COMMENT = b"\0\0"
"""How an archive ends that has no comment: the length of the comment, which is 0."""


def marked(data: bytes) -> bytes:
    """The archive with the mark as its comment; it has none yet."""
    return data[:-2] + LENGTH.to_bytes(2, "little") + MARK + sha256(data).hexdigest().encode()


def unchanged(data: bytes) -> bool:
    """Whether it is such an archive as it was marked."""
    before = data[: -LENGTH - 2] + NO_COMMENT
    return data.startswith(b"PK\x03\x04") and data.endswith(MARK + sha256(before).hexdigest().encode())


def marked_page(page: str) -> str:
    """The page with its first line and the mark above it."""
    return f"<!DOCTYPE html>\n{PAGE}{sha256(page.encode()).hexdigest()} -->\n{page}"


def unchanged_page(data: bytes) -> bool:
    """Whether it is such a page as it was marked."""
    found = _PAGE.match(data)
    return found is not None and sha256(data[found.end() :]).hexdigest() == found[1].decode()
