r"""Знаки (signs): which signs of a text nobody can see, and how a text is shown where they may stand in it.

A sign that hides, or turns round the text beside it, makes two words look alike that are not. Whatever a person
writes, in a file or in a program, is refused with such a sign; whatever is shown to a person is shown with it
written out.

>>> hidden("кворум") is None, hidden("quo\u00adrum") == "\u00ad", hidden("одна строка\nи другая") is None
(True, True, True)
>>> shown("steps\x1b[31m.jsonl")
'steps\\x1b[31m.jsonl'
"""

import unicodedata

__all__ = ["hidden", "shown"]

_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_LAID_OUT = frozenset("\t\n\r")
_BLANK = (
    (0x034F, 0x034F),  # combining grapheme joiner
    (0x115F, 0x1160),  # Hangul fillers
    (0x17B4, 0x17B5),  # Khmer inherent vowels
    (0x180B, 0x180F),  # Mongolian variation selectors
    (0x2800, 0x2800),  # a Braille cell without a dot
    (0x3164, 0x3164),  # Hangul filler
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFFA0, 0xFFA0),  # half-width Hangul filler
    (0xFFF0, 0xFFF8),  # never to be assigned, and not shown
    (0xFFFE, 0xFFFF),  # no signs at all
    (0xE0000, 0xE0FFF),  # tags and more variation selectors
)
"""Signs that are letters, marks or nothing to Unicode and are shown as nothing."""


def hidden(text: str) -> str | None:
    """The first sign of the text that nobody can see; None where there is none. Ends of lines and tabs are seen."""
    if text.isascii() and text.isprintable():
        return None
    found = [sign for sign in set(text) if _hides(sign)]
    return min(found, key=text.index, default=None)


def _hides(sign: str) -> bool:
    if sign.isascii():
        return not sign.isprintable() and sign not in _LAID_OUT
    code = ord(sign)
    return unicodedata.category(sign) in _CATEGORIES or any(first <= code <= last for first, last in _BLANK)


def shown(text: str) -> str:
    """The text on one line, with every sign that hides or moves what stands beside it written out."""
    if text.isprintable() and hidden(text) is None:
        return text
    return "".join(
        sign if sign.isprintable() and not _hides(sign) else sign.encode("unicode_escape").decode()
        for sign in text
    )
