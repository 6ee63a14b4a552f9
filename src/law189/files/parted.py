"""Запятая внутри скобок (parted by a comma): a value within braces whose commas have made keys of its end.

>>> beside = {"value": "не менее 78", "5 %": None, "year": 2023}
>>> parted(beside, "value"), parted(beside, "5 %"), parted(beside, "year")
('не менее 78,5 %', 'не менее 78,5 %', None)
>>> fell_apart({"cite": "app4", "1": None, "8": None}, "8").ru
'внутри скобок запятая разделяет записи; адрес пишут без запятой: app4.1.8'
>>> fell_apart(beside, "value").ru
'внутри скобок запятая разделяет записи, и «не менее 78,5 %» распалось; возьмите значение в кавычки'
"""

import re
from collections.abc import Collection, Mapping
from decimal import Decimal
from itertools import takewhile

from law189.files.addressed import in_file
from law189.files.hint import BLANKS
from law189.files.meant import meant
from law189.files.wording import word
from law189.law import Text

__all__ = ["fell_apart", "parted"]

_NUMBER = re.compile(f"(?:[0-9]{{1,3}}(?:[{BLANKS}][0-9]{{3}})+|[0-9]+),[0-9]+")
_OF_AN_ADDRESS = re.compile(r"(?:[a-z0-9-]+/)?(?:[a-z]+[0-9]*|[а-яё].*)(?:\.[a-z0-9]+)*,.*")


def parted(beside: Mapping[str, object], key: str, loose: Collection[str] = ()) -> str | None:
    """The whole value whose first part the key has, or of which the key is a part; None where none fell apart.

    A part is a key without a value that begins with a figure, or one of the `loose` ones.
    """
    found = _parts(beside, key, loose)
    if found is None:
        return None
    first, rest = found
    said = str(beside[first])
    for one in rest:
        said += f",{one}" if said[-1:].isdigit() and one[:1].isdigit() else f", {one}"
    return said


def _parts(beside: Mapping[str, object], key: str, loose: Collection[str]) -> tuple[str, list[str]] | None:
    """The key that has the first part of a value, and the keys that are the rest of it."""
    keys = [*beside]

    def is_part(said: str) -> bool:
        return beside[said] is None and (said[:1].isdigit() or said in loose)

    if key not in beside:
        return None
    at = keys.index(key)
    while at and is_part(keys[at]):
        at -= 1
    first, rest = beside[keys[at]], [*takewhile(is_part, keys[at + 1 :])]
    if not rest or isinstance(first, bool) or not isinstance(first, str | int | Decimal | float):
        return None
    return keys[at], rest


def fell_apart(beside: Mapping[str, object], key: str, loose: Collection[str] = ()) -> Text | None:
    """That the value of the key, or the value that the key is a part of, has fallen apart; None where none has."""
    said, found = parted(beside, key, loose), _parts(beside, key, loose)
    if said is None or found is None:
        return None
    of_address = found[0].endswith("cite")
    if _NUMBER.fullmatch(said) and not of_address:
        return _decimal(said)
    if (of_address or _OF_AN_ADDRESS.fullmatch(said)) and (address := _address(said)) is not None:
        return Text(
            f"внутри скобок запятая разделяет записи; адрес пишут без запятой: {address}",
            f"a comma within braces parts the entries; an address has no comma: {address}",
        )
    shown = word(said)
    return Text(
        f"внутри скобок запятая разделяет записи, и «{shown}» распалось; возьмите значение в кавычки",
        f"a comma within braces parts the entries, and «{shown}» fell apart; put the value in quotes",
    )


def _address(said: str) -> str | None:
    """The address that is meant, of another act too."""
    act, stroke, within = said.rpartition("/")
    found = in_file(within)
    return None if found is None else f"{act}{stroke}{found}"


def _decimal(said: str) -> Text:
    """A number with a comma that stands within braces."""
    share = meant("share_form", said)
    more = "" if share is None else f"; долю пишут дробью: {share.ru}"
    more_en = "" if share is None else f"; a share is a fraction: {share.en}"
    return Text(
        f"внутри скобок запятая разделяет записи, и «{said}» распалось; возьмите число в кавычки{more}",
        f"a comma within braces parts the entries, and «{said}» fell apart; put the number in quotes{more_en}",
    )
