"""Показанное число (a shown number): what a number format shows of a number, sign by sign, and what that reads as.

A person copies from an act what a cell shows, and never sees what it holds. It follows the rules of Excel, with the
cell as wide as it needs to be. A fraction that is shown is the nearest with so many digits.

>>> shown("0.0", 200 / 3), shown("0", 79.5), shown("#,##0.00", 1200.0), shown("0%", 0.875), shown("", 200 / 3)
('66.7', '80', '1 200.00', '88%', '66.66666667')
>>> shown('0"-п"', 77), shown("0;(0)", -5), shown("# ?/?", 1.5), shown(";;;", 5)
('77-п', '(5)', '1 1/2', '')
>>> as_number("1 200.00"), as_number("1 1/2"), as_number("0077"), as_number("88%")
(Fraction(1200, 1), Fraction(3, 2), None, None)
"""

import re
import unicodedata
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import NamedTuple

__all__ = ["as_number", "shown", "shown_text"]

_EXCEL = Context(prec=15, rounding=ROUND_HALF_UP)
"""Excel shows at most fifteen digits of a number; what is beyond them is a trace of a calculation."""
_SIX = Context(prec=6, rounding=ROUND_HALF_UP)
_WIDE = Context(prec=2000, rounding=ROUND_HALF_UP)
_MOST, _GENERAL = 400, 11
"""The most decimals that are told; the most signs of a number in a cell that has no format of its own."""
_SIGN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<room>.)|\*.|\[\$(?P<money>[^\]-]*)[^\]]*\]'
    r"|\[(?P<when>[<>=]+)(?P<than>-?[0-9]+(?:\.[0-9]+)?)\]|\[[^\]]*\]"
    r"|(?P<general>general|основной|@)|(?P<end>;)|(?P<sign>.)",
    re.DOTALL | re.IGNORECASE,
)
_PLACES = frozenset("0#?")


class _Part(NamedTuple):
    """A part of a format: a sign that stands for the number (`own`), or words that are shown as they are."""

    text: str
    own: bool


class _Section(NamedTuple):
    """What a format says of one kind of numbers, and of which kind where it says so itself."""

    parts: tuple[_Part, ...]
    when: tuple[str, Decimal] | None

    def holds(self, number: Decimal) -> bool:
        """Whether the section is for that number."""
        if self.when is None:
            return True
        sign, than = self.when
        found = "=" if number == than else "<" if number < than else ">"
        return found in sign


# ─── Что показано ────────────────────────────────────────────────────────────────────────────────────────


def shown(code: str, number: float) -> str:
    """What the format shows of the number, with a point before its decimals; nothing where it hides it."""
    exact = _EXCEL.create_decimal(repr(number))
    if not code:
        return ("-" if exact < 0 else "") + _general(exact.copy_abs())
    section, minus = _chosen(tuple(_sections(code)), exact)
    body = _body(section.parts, exact.copy_abs()).strip()
    return ("-" if minus and exact < 0 and section.parts else "") + body


def shown_text(code: str, text: str) -> str:
    """What the format shows of a text: the text, words around it, or nothing."""
    sections = tuple(_sections(code))
    last = sections[-1].parts
    if len(sections) < 4 and (len(last) == 1 or _Part("@", True) not in last or "@" not in code):
        return text
    return "".join(text if one == _Part("@", True) else one.text for one in last)


def _sections(code: str) -> Iterator[_Section]:
    parts: list[_Part] = []
    when: tuple[str, Decimal] | None = None
    for one in _SIGN.finditer(code):
        if one["end"]:
            yield _Section(tuple(parts), when)
            parts, when = [], None
        elif one["when"]:
            when = one["when"], Decimal(one["than"])
        elif one["general"]:
            parts.append(_Part("@", True))
        elif one["sign"]:
            own = one["sign"] in "0#?.,%/eE+-" or one["sign"].isalpha()
            parts.append(_Part(one["sign"], own))
        else:
            words = one["quoted"] or one["escaped"] or one["money"] or ("" if one["room"] is None else " ")
            parts += [_Part(words, False)] if words else []
    yield _Section(tuple(parts), when)


def _chosen(sections: tuple[_Section, ...], number: Decimal) -> tuple[_Section, bool]:
    """The section for a number, and whether a minus stands before one below zero."""
    if any(one.when for one in sections):
        return next((one for one in sections[:3] if one.holds(number)), _Section((), None)), True
    if number < 0 and len(sections) > 1:
        return sections[1], False
    return sections[2 if number == 0 and len(sections) > 2 else 0], True


def _body(parts: tuple[_Part, ...], number: Decimal) -> str:
    """The number without its sign, with the words around it."""
    if _Part("@", True) in parts:
        return "".join(_general(number) if one == _Part("@", True) else one.text for one in parts)
    if _Part("/", True) in parts:
        return _fraction(parts, number)
    places = [at for at, one in enumerate(parts) if _is_place(one)]
    if not places:
        return "".join(one.text for one in parts)
    commas = sum(1 for at in range(len(parts)) if _scales(parts, at))
    number = _WIDE.scaleb(number, 2 * parts.count(_Part("%", True)) - 3 * commas)
    kept = tuple(one for at, one in enumerate(parts) if not _scales(parts, at))
    power = next((at for at, one in enumerate(kept[:-1]) if one.own and one.text in "eE"), None)
    if power is not None and kept[power + 1].text in "+-":
        return _scientific(kept, power, number)
    return _plain(kept, number)


def _is_place(part: _Part) -> bool:
    return part.own and part.text in _PLACES


def _scales(parts: tuple[_Part, ...], at: int) -> bool:
    """Whether it is a comma after all digits before the point or after it, which divides by a thousand."""
    if parts[at] != _Part(",", True):
        return False
    after = next((one for one in parts[at:] if one != _Part(",", True)), None)
    before = next((one for one in reversed(parts[:at]) if one != _Part(",", True)), None)
    stands = before is not None and before.own and before.text in "0#?."
    return stands and (after is None or not _is_place(after))


def _plain(parts: tuple[_Part, ...], number: Decimal) -> str:
    point = parts.index(_Part(".", True)) if _Part(".", True) in parts else len(parts)
    whole, rest = parts[:point], parts[point + 1 :]
    decimals = min(sum(map(_is_place, rest)), _MOST)
    told = f"{_rounded(number, decimals):f}"
    digits, _, tail = told.partition(".")
    left = _whole(whole, digits.lstrip("0"))
    return left if point == len(parts) else f"{left}.{_tail(rest, tail)}"


def _whole(parts: tuple[_Part, ...], digits: str) -> str:
    """The digits before the point in their places from the right; the first place takes all that are left."""
    places = [at for at, one in enumerate(parts) if _is_place(one)]
    grouped = any(one == _Part(",", True) for one in parts)
    left, out, count = list(digits), list[str](), 0
    for at in range(len(parts) - 1, -1, -1):
        if not _is_place(parts[at]):
            out += [] if parts[at] == _Part(",", True) else [parts[at].text]
            continue
        taken = [left.pop() if left else {"0": "0", "?": " "}.get(parts[at].text, "")]
        while left and at == places[0]:
            taken.append(left.pop())
        for digit in taken:
            out += [" "] if grouped and count and count % 3 == 0 and digit.isdigit() else []
            out.append(digit)
            count += digit.isdigit()
    return "".join([*reversed(left), *reversed(out)] if not places else reversed(out))


def _tail(parts: tuple[_Part, ...], digits: str) -> str:
    out, number = "", 0
    for one in parts:
        if not _is_place(one):
            out += one.text
            continue
        spare = one.text != "0" and not digits[number:].strip("0")
        out += {"#": "", "?": " "}[one.text] if spare else digits[number : number + 1]
        number += 1
    return out


def _scientific(parts: tuple[_Part, ...], power: int, number: Decimal) -> str:
    mantissa = parts[:power]
    point = mantissa.index(_Part(".", True)) if _Part(".", True) in mantissa else len(mantissa)
    step = max(1, sum(map(_is_place, mantissa[:point])))
    exponent = number.adjusted() // step * step if number else 0
    body = _plain(mantissa, _WIDE.scaleb(number, -exponent))
    width = sum(map(_is_place, parts[power:]))
    words = "".join(one.text for one in parts[power + 2 :] if not _is_place(one))
    return f"{body}E{'-' if exponent < 0 else '+'}{abs(exponent):0{max(width, 1)}}{words}"


def _fraction(parts: tuple[_Part, ...], number: Decimal) -> str:
    """The number as a fraction, its whole part apart where the format has places for it."""
    at = parts.index(_Part("/", True))
    above = "".join("0" if _is_place(one) else " " for one in parts[:at]).split()
    below = re.match(
        r"[0-9#?]*", "".join(one.text for one in parts[at + 1 :] if one.own or one.text.isdigit())
    )
    named = below[0] if below else ""
    value = Fraction(number)
    whole = int(value) if len(above) > 1 else 0
    if named.isdigit() and int(named):
        over = round((value - whole) * int(named))
        told = f"{over}/{named}" if over else ""
    else:
        near = (value - whole).limit_denominator(10 ** min(max(len(named), 1), 15) - 1)
        told = f"{near.numerator}/{near.denominator}" if near or len(above) < 2 else ""
    words = "".join(one.text for one in parts if not one.own)
    return " ".join(one for one in (str(whole) if whole or not told else "", told, words.strip()) if one)


def _rounded(number: Decimal, decimals: int) -> Decimal:
    return _WIDE.quantize(number, _WIDE.scaleb(Decimal(1), -decimals))


def _general(number: Decimal) -> str:
    """A number in a cell without a format of its own: eleven signs, its point and its power among them."""
    whole = f"{_rounded(number, 0):f}"
    if len(whole) <= _GENERAL:
        room = max(0, _GENERAL - 1 - len(f"{int(number)}"))
        near = _rounded(number, room)
        if near == number or number >= Decimal("0.0001"):
            return f"{near:f}".rstrip("0").rstrip(".") if "." in f"{near:f}" else f"{near:f}"
    return f"{_SIX.plus(number):.5E}"


# ─── Что прочтёт человек ─────────────────────────────────────────────────────────────────────────────────

_NUMBER = re.compile(r"[+-]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:E[+-][0-9]+)?")
_FRACTION = re.compile(r"(-?)(?:([0-9]+) +)?([0-9]+)/([1-9][0-9]*)")


def as_number(text: str) -> Fraction | None:
    """The number that a person reads in what is shown; None where there are other words, or zeros before it.

    Blanks between its digits and a sign of money beside it are no words.
    """
    bare = "".join(" " if sign.isspace() else sign for sign in text if unicodedata.category(sign) != "Sc")
    if (parts := _FRACTION.fullmatch(bare.strip())) is not None:
        size = int(parts[2] or 0) + Fraction(int(parts[3]), int(parts[4]))
        return -size if parts[1] else size
    bare = bare.replace(" ", "")
    return Fraction(Decimal(bare)) if _NUMBER.fullmatch(bare) else None
