"""Цифры над строкой и под строкой (raised and lowered figures): what they are of the words before them.

After a number a raised figure is part of it: 78¹, 5¹. After a unit of length it is a power. Elsewhere, and after a
year or a decimal, it marks a footnote and is no word (`law189.office.workbook.marked`).

>>> raised("1", "статье 78"), raised("2", "5 м"), raised("1", "величина") == raised("1", "2024") == NOTE
('¹', '²', True)
>>> raised("й", "1"), raised(" ", "1")
('й', ' ')
>>> lowered("1", "78"), lowered("2", "H")
('₁', '2')
"""

import re

from law189.office.workbook.marked import NOTE, struck

__all__ = ["in_book", "lowered", "raised"]

_UP, _DOWN = (str.maketrans("0123456789", signs) for signs in ("⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉"))
_UNIT = re.compile(r"(?<![^\W\d_])(?:мм|см|дм|м|км)$")
_NUMBER = re.compile(r"(?:^|[^\d,])\d{1,3}[ \u00a0]?$", re.ASCII)
_NEAR = 10
"""So many signs before a figure tell what it is of."""


def raised(said: str, before: str) -> str:
    """What a figure above the line says after those words: itself, or that a footnote is of them."""
    near = before[-_NEAR:]
    if not said.strip() or re.fullmatch(r"[\d\s,;*)]*", said, re.ASCII) is None:
        return said
    if said.strip() in ("2", "3") and _UNIT.search(near):
        return said.strip().translate(_UP)
    return said.translate(_UP) if said.strip().isdecimal() and _NUMBER.search(near) else NOTE


def lowered(said: str, before: str) -> str:
    """What a figure below the line says after those words."""
    return said.translate(_DOWN) if re.search(r"\d$", before, re.ASCII) else said


# ─── Книга ───────────────────────────────────────────────────────────────────────────────────────────────

_TEXT = re.compile(r"<((?:\w+:)?(?:si|is))\b[^>]*>.*?</\1>", re.DOTALL)
_RUN = re.compile(
    r"(?P<head><(?:\w+:)?r\b[^>]*>(?P<looks>.*?)<(?:\w+:)?t\b[^>]*>)(?P<said>[^<]*)(?=</)", re.DOTALL
)
_ALIGN = re.compile(r"<(?:\w+:)?vertAlign\b[^>]*\bval=[\"'](superscript|subscript)[\"']")


_STRIKE = re.compile(r"<(?:\w+:)?strike\b(?![^>]*\bval=[\"'](?:0|false)[\"'])")


def in_book(part: bytes) -> bytes:
    """A part of a workbook in which raised and lowered figures, and struck words, stand as what they say."""
    if b"vertAlign" not in part and b"strike" not in part:
        return part
    try:
        return _TEXT.sub(lambda found: _told(found[0]), part.decode()).encode()
    except UnicodeDecodeError:
        return part


def _told(text: str) -> str:
    """The runs of one text, each with what it says after those before it."""
    before = ""

    def run(found: re.Match[str]) -> str:
        nonlocal before
        said, look = found["said"], _ALIGN.search(found["looks"])
        if look is not None:
            said = (raised if look[1] == "superscript" else lowered)(said, before)
        if _STRIKE.search(found["looks"]):
            said = struck(said)
        before += said
        return found["head"] + said

    return _RUN.sub(run, text)
