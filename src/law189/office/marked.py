"""Отметка (mark): how a docx that this library wrote is told from any other, and from one that was changed since.

The comment at the end of the archive has a hash of all that stands before it. A program that saves the file writes
an archive of its own, without the comment.

>>> from io import BytesIO
>>> from zipfile import ZipFile
>>> with ZipFile(out := BytesIO(), "w") as made:
...     made.writestr("word/document.xml", "<x/>")
>>> data = marked(out.getvalue())
>>> unchanged(data), unchanged(data.replace(b"<x/>", b"<y/>")), unchanged(out.getvalue()), unchanged(b"")
(True, False, False, False)
>>> ZipFile(BytesIO(data)).namelist()
['word/document.xml']
"""

from hashlib import sha256

__all__ = ["marked", "unchanged"]

MARK = b"law189: paper "
LENGTH = len(MARK) + 64
NO_COMMENT = b"\0\0"
"""How an archive ends that has no comment: the length of the comment, which is 0."""


def marked(data: bytes) -> bytes:
    """The archive with the mark as its comment; it has none yet."""
    return data[:-2] + LENGTH.to_bytes(2, "little") + MARK + sha256(data).hexdigest().encode()


def unchanged(data: bytes) -> bool:
    """Whether it is such an archive as it was marked."""
    before = data[: -LENGTH - 2] + NO_COMMENT
    return data.startswith(b"PK\x03\x04") and data.endswith(MARK + sha256(before).hexdigest().encode())
