"""Номера и коды (identifiers): the unique number of a service, and when two numbers mean one service.

A unique number has twenty-one characters without its dots. Its seventh is the sign of the all-Russian list,
the Cyrillic letter «О»; sources also print the digit 0 or a Latin O in its place, and break the number with
spaces. The district's decree prints the digit, Kemerovo's the letter: reading S1 takes them as one.

>>> same_service("8042000.99.0.ББ52АЖ48000", "804200О.99.0.ББ52АЖ48000").outcome
<Outcome.HOLDS: 'holds'>
>>> canonical("804200О.99.0. ББ52АЖ48000")
'804200О.99.0.ББ52АЖ48000'
>>> canonical("804200") is None
True
"""

import re
from collections.abc import Mapping

from law189.law import Citation, Text
from law189.readings import S1
from law189.rules.quorum import NO_CHOICES
from law189.verdict import Rule, Verdict

__all__ = ["SIGN", "canonical", "same_service", "sign_of"]

SIGN = "О"
"""The seventh character: CYRILLIC CAPITAL LETTER O, the sign of the all-Russian list."""

_NUMBER = re.compile(r"(\d{6})([ОO0])\.?(\d\d)\.?(\d)\.?([А-Я]{2}\d{2}[А-Я]{2}\d{5})")

SAME = Rule(
    "identifiers.same_service",
    Text(
        "Номера {one} и {other} обозначают одну услугу: {same}.",
        "The numbers {one} and {other} mean one service: {same}.",
    ),
    unknown=Text(
        "Номер не читается как уникальный номер услуги: {one} или {other}; сверьте его с перечнем.",
        "One of {one} and {other} does not read as a service's unique number; check it against the list.",
    ),
    assumed=Text(
        "Строение номера выведено из перечней, а не прочитано в приказе о нём.",
        "The structure of the number is inferred from the lists, not read in the order on it.",
    ),
)


def canonical(number: str) -> str | None:
    """The number as the classifier writes it, with its dots; None where it has another form."""
    found = _NUMBER.fullmatch("".join(number.split()))
    if found is None:
        return None
    group, _, listed, sign, rest = found.groups()
    return f"{group}{SIGN}.{listed}.{sign}.{rest}"


def sign_of(number: str) -> str | None:
    """The seventh character as written; None where the number has another form."""
    found = _NUMBER.fullmatch("".join(number.split()))
    return found[2] if found is not None else None


def same_service(one: str, other: str, *cites: Citation, choices: Mapping[str, str] = NO_CHOICES) -> Verdict:
    """Whether two unique numbers mean one service; UNKNOWN where one of them cannot be read."""

    def told(choice: str) -> bool | None:
        if canonical(one) is None or canonical(other) is None:
            return None
        if choice == "by_letter" and sign_of(one) != sign_of(other):
            return False
        return canonical(one) == canonical(other)

    def said(choice: str) -> Verdict:
        holds = told(choice)
        return SAME.judge(holds, *cites, one=one, other=other, same=holds)

    holds = told(S1.chosen(choices))
    reading = S1.apply(choices, said) if holds is not None and sign_of(one) != sign_of(other) else None
    return SAME.judge(holds, *cites, reading=reading, one=one, other=other, same=holds)
