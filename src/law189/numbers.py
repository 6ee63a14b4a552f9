"""Номера (numbers): how the number of a person, a service or a document is read, and when two are one.

Many hands write a number: with spaces and no-break spaces, with hyphens, with «№» before it. What a document
says is read into one form, what cannot be such a number is refused, and two numbers are compared here and
nowhere else. Spaces, dashes and the case of letters tell no two numbers apart; a Latin letter in place of a
Cyrillic one does, because nobody can tell which of the two was meant.

>>> same_inn("4205 000 009", "4205000009"), same_number("№ 2024 / 1", "2024/1"), same_number("5", "6")
(True, True, False)
>>> canonical("804200О.99.0. ББ52АЖ48000")
'804200О.99.0.ББ52АЖ48000'
>>> canonical("804200О.99.0.ББ52AE48000") is None, unread("804200О.99.0.ББ52AE48000").en
(True, 'does not read; it has Latin letters')
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Annotated

from pydantic import AfterValidator, Field

from law189.law import Text, as_written, flaw
from law189.law.label import says_no_number

__all__ = [
    "SIGN",
    "Holds",
    "Inn",
    "ListedServices",
    "Number",
    "Ogrn",
    "ServiceNumber",
    "Services",
    "alike_key",
    "canonical",
    "compact",
    "doubled",
    "number_key",
    "place_of",
    "read_service",
    "same_inn",
    "same_number",
    "same_service",
    "service_key",
    "sign_of",
    "stands_in",
    "unread",
]

SIGN = "О"
"""The seventh character of a service's number: CYRILLIC CAPITAL LETTER O, the sign of the all-Russian list."""
_DASHES = re.compile("[\u002d\u2010-\u2015\u2212]")
_OTHER_DASHES = re.compile("[\u2010-\u2015\u2212]")
_SERVICE = re.compile(r"(\d{6})([ОO0])(\d\d)(\d)([А-Я]{2}\d{2}[А-Я]{2}\d{5})", re.ASCII)
_AS_LISTED = re.compile(r"(\d{6})([ОO0])\.(\d\d)\.(\d)\.([А-Я]{2}\d{2}[А-Я]{2}\d{5})", re.ASCII)
"""The same with its dots, as the classifier writes it: nothing is to be taken out of it."""
_LENGTH = 21
_SHORTENED = re.compile(r"[0-9][.,][0-9]+[eE][+]?[0-9]{1,3}|[0-9][eE][+][0-9]{1,3}")
"""A long number as Excel and programs shorten it: 1,2342E+12."""


def _said(written: str, *, before: str = "") -> str:
    """The number as it is kept, its words one plain space apart, without the signs that may stand `before` it.

    Refused where there is nothing of it, or a part only.
    """
    number = " ".join(unicodedata.normalize("NFC", written).split()).lstrip(before)
    if not number:
        raise flaw("blank", "пустой номер; впишите его", "an empty number; write it")
    if _SHORTENED.fullmatch(number):
        raise flaw(
            "shortened",
            f"номер в сокращённой записи: {as_written(number).ru}; так его пишет Excel, и цифры могли пропасть; "
            "впишите номер целиком из самого документа",
            f"a number in short form: {as_written(number).en}; Excel writes so, and figures may be lost; "
            "write the whole number as the document has it",
        )
    return number


class Holds(Enum):
    """Что в поле (what a field holds): a mark of its type, by which every such field is asked the same."""

    INN = "inn"
    SERVICES = "services"


# ─── ИНН и ОГРН: одни цифры ──────────────────────────────────────────────────────────────────────────────


def compact(written: str) -> str:
    """The number of a person without blanks and dashes."""
    return _DASHES.sub("", "".join(unicodedata.normalize("NFKC", written).split()))


def _digits(written: str) -> str:
    number = compact(_said(written))
    if not (number.isascii() and number.isdigit()):
        raise flaw(
            "digits",
            f"в ИНН и ОГРН только цифры, а указано: {as_written(written).ru}; впишите номер из реестра",
            f"an INN or OGRN has digits only, not {as_written(written).en}; write the number that the register has",
        )
    return number


Inn = Annotated[str, AfterValidator(_digits), Holds.INN]
"""ИНН: digits only. How many it needs, and its control digits, are for a rule to judge."""
Ogrn = Annotated[str, AfterValidator(_digits)]
"""ОГРН or ОГРНИП: digits only, judged as the INN is."""


def same_inn(one: str, other: str) -> bool:
    """Whether the two are one INN, blanks and dashes aside."""
    return compact(one) == compact(other)


# ─── Номер документа, записи, дела ───────────────────────────────────────────────────────────────────────


def _document(written: str) -> str:
    if len(written.strip().splitlines()) > 1:
        raise flaw(
            "lines",
            f"номер стоит в нескольких строках: {as_written(written).ru}; впишите один номер одной строкой",
            f"a number on several lines: {as_written(written).en}; write one number on one line",
        )
    number = _said(written, before="№ ")
    if not number.isalnum() and not any(map(str.isalnum, number)):
        raise flaw(
            "number",
            f"в номере нет ни цифры, ни буквы: {as_written(written).ru}; впишите номер",
            f"a number without a digit or a letter: {as_written(written).en}; write the number",
        )
    if says_no_number(number):
        raise flaw(
            "no_number",
            f"«{number}» — не номер; впишите номер, под которым документ зарегистрирован",
            f"«{number}» is no number; write the number under which the document is registered",
        )
    return number


Number = Annotated[str, AfterValidator(_document)]
"""The number of a certificate, contract, agreement, order, licence, register record or file, without «№»."""


def number_key(written: str) -> str:
    """What two writings of one document's number have in common, and no other number has.

    >>> number_key("№ 2024 / 1"), number_key("C–17") == number_key("с-17")
    ('2024/1', False)
    """
    if written.isascii():
        return "".join(written.split()).casefold()
    bare = "".join(unicodedata.normalize("NFC", written).split()).lstrip("№")
    return unicodedata.normalize("NFC", _OTHER_DASHES.sub("-", bare).casefold())


_LOOK_ALIKE = str.maketrans("авекмнорстухі", "abekmhopctyxi")


def alike_key(written: str) -> str | None:
    """What two numbers have in common that look the same, in whatever alphabet; None where no letter is in doubt.

    >>> alike_key("К-1") == alike_key("K-1"), alike_key("2024/1") is None, alike_key("Д-1") is None
    (True, True, True)
    """
    key = number_key(written).translate(_LOOK_ALIKE)
    return None if _IN_DOUBT.isdisjoint(key) else key


_IN_DOUBT = frozenset("abekmhopctyxi")


def same_number(one: str | None, other: str | None) -> bool:
    """Whether two documents have one number; two that have none (None) are alike in that."""
    if one is None or other is None:
        return one is other
    return one == other or number_key(one) == number_key(other)


def stands_in(number: str, numbers: Sequence[str]) -> bool:
    """Whether the number is one of those, written just so."""
    return number in numbers


def place_of(number: str, numbers: Sequence[str]) -> int | None:
    """Where the same number stands among those, first of all written just so; None where it does not."""
    if stands_in(number, numbers):
        return numbers.index(number)
    key = number_key(number)
    return next((place for place, one in enumerate(numbers) if number_key(one) == key), None)


# ─── Уникальный номер услуги ─────────────────────────────────────────────────────────────────────────────


def _bare(written: str) -> str:
    """The number without blanks, dots and dashes, in capital letters."""
    plain = "".join(unicodedata.normalize("NFC", written).split()).replace(".", "")
    return _DASHES.sub("", plain).upper()


def read_service(number: str) -> tuple[str, str] | None:
    """The number as the classifier writes it, and its seventh character as written; None of another form."""
    found = _AS_LISTED.fullmatch(number) or _SERVICE.fullmatch(_bare(number))
    if found is None:
        return None
    group, sign, listed, place, rest = found.groups()
    return f"{group}{SIGN}.{listed}.{place}.{rest}", sign


def canonical(number: str) -> str | None:
    """The number as the classifier writes it, with its dots; None where it has another form."""
    found = read_service(number)
    return None if found is None else found[0]


def sign_of(number: str) -> str | None:
    """The seventh character as written; None where the number has another form."""
    found = read_service(number)
    return None if found is None else found[1]


def service_key(written: str) -> str:
    """What all writings of one service's number have in common: its canonical form, where it reads.

    The seventh character is not asked, as `same_service` does not ask it.

    >>> service_key("804200о990бб52аж48000")
    '804200О.99.0.ББ52АЖ48000'
    """
    return canonical(written) or _bare(written)


def same_service(one: str, other: str) -> bool:
    """Whether two numbers are of one service, however they are written; the seventh character is not asked.

    >>> same_service("804200О.99.0.ББ52АЖ48000", "804200о990бб52аж48000")
    True
    """
    return one == other or service_key(one) == service_key(other)


def unread(number: str) -> Text | None:
    """Why the number does not read as that of a service; None where it reads."""
    if canonical(number) is not None:
        return None
    bare = _bare(number)
    if re.search("[A-Z]", bare[:6] + bare[7:]):
        return Text("не читается; в нём латинские буквы", "does not read; it has Latin letters")
    if len(bare) != _LENGTH:
        return Text(
            f"не читается; знаков без точек: {len(bare)}, нужно: {_LENGTH}",
            f"does not read; characters without its dots: {len(bare)}, needed: {_LENGTH}",
        )
    return Text(
        "не читается; цифры и буквы стоят не так, как в перечне",
        "does not read; its digits and letters stand otherwise than in the list",
    )


def doubled(services: Iterable[str]) -> tuple[str, ...]:
    """The services named again after their first time, each once, the seventh character being the same."""
    seen = set[object]()
    again: dict[object, str] = {}
    for service in services:
        key = read_service(service) or _bare(service)
        if key in seen:
            again.setdefault(key, service)
        seen.add(key)
    return tuple(again.values())


def _each_once(services: tuple[str, ...]) -> tuple[str, ...]:
    again = doubled(services)
    if again:
        named = ", ".join(again)
        raise flaw(
            "doubled_service",
            f"услуга названа более одного раза: {named}; оставьте одну запись",
            f"a service is named more than once: {named}; leave one",
        )
    return services


ServiceNumber = Annotated[str, AfterValidator(_said)]
"""The unique number of a service as the document prints it; one that does not read is for a rule to tell."""
ListedServices = Annotated[tuple[ServiceNumber, ...], AfterValidator(_each_once), Holds.SERVICES]
"""Unique numbers of services, each once; there may be none."""
Services = Annotated[
    tuple[ServiceNumber, ...], Field(min_length=1), AfterValidator(_each_once), Holds.SERVICES
]
"""Unique numbers of services, each once, and at least one."""
