r"""Знаки (signs): which signs of a text nobody can see, and how a text is shown where they may stand in it.

A sign that hides, or turns round the text beside it, makes two words look alike that are not. Whatever a person
writes, in a file or in a program, is refused with such a sign; whatever is shown to a person is shown with it
written out.

>>> hidden("кворум") is None, hidden("quo\u00adrum") == "\u00ad", hidden("одна строка\nи другая") is None
(True, True, True)
>>> shown("steps\x1b[31m.jsonl")
'steps\\x1b[31m.jsonl'
"""

import re
import unicodedata

__all__ = ["hidden", "shown", "storable"]

_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_LAID_OUT = frozenset("\t\n\r")
_BLANK = re.compile(
    "["
    "\u034f"  # combining grapheme joiner
    "\u115f\u1160"  # Hangul fillers
    "\u17b4\u17b5"  # Khmer inherent vowels
    "\u180b-\u180f"  # Mongolian variation selectors
    "\u2800"  # a Braille cell without a dot
    "\u3164"  # Hangul filler
    "\ufe00-\ufe0f"  # variation selectors
    "\uffa0"  # half-width Hangul filler
    "\ufff0-\ufff8"  # never to be assigned, and not shown
    "\ufffe\uffff"  # no signs at all
    "\U000e0000-\U000e0fff"  # tags and more variation selectors
    "]"
)
"""Signs that are letters, marks or nothing to Unicode and are shown as nothing."""


def storable(*texts: str | None) -> bool:
    r"""Whether a database can hold each text: half a sign (a surrogate) and the sign of no value are in none.

    >>> storable("дело 5", None), storable("\ud800"), storable("a\0")
    (True, False, False)
    """
    return not any(text is not None and _UNSTORED.search(text) for text in texts)


_UNSTORED = re.compile("[\0\ud800-\udfff]")


def hidden(text: str) -> str | None:
    """The first sign of the text that nobody can see; None where there is none. Ends of lines and tabs are seen."""
    if text.isprintable() and _BLANK.search(text) is None:
        return None
    found = [sign for sign in set(text) if _hides(sign)]
    return min(found, key=text.index, default=None)


def _hides(sign: str) -> bool:
    if sign.isascii():
        return not sign.isprintable() and sign not in _LAID_OUT
    return unicodedata.category(sign) in _CATEGORIES or _BLANK.match(sign) is not None


def _seen(sign: str) -> bool:
    """Whether the sign is shown as it is: any blank is, which breaks no line."""
    return (sign.isprintable() or unicodedata.category(sign) == "Zs") and not _hides(sign)


def shown(text: str) -> str:
    """The text on one line, with every sign that hides or moves what stands beside it written out."""
    if text.isprintable() and hidden(text) is None:
        return text
    return "".join(sign if _seen(sign) else sign.encode("unicode_escape").decode() for sign in text)
