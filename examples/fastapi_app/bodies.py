"""Что пришло в запросе (what a request brings): its body, its ids and its If-Match, read as strictly as files are.

A key given twice, `NaN`, a body that is no JSON object: each is told with its place. Whatever is wrong below
`recipient` is told without the value, for that may be somebody's name.
"""

import re
import unicodedata
from typing import Annotated, Any, NoReturn, TypeVar

from fastapi import Request
from problems import Problem, etag
from pydantic import AfterValidator, TypeAdapter

from law189 import Fault, FaultyInput, Text
from law189.errors import Conflict
from law189.extracts import Recipient
from law189.files.json_text import read_json
from law189.files.nodes import check, tree_of
from law189.files.parser import read_bytes
from law189.files.wording import missing
from law189.law import flaw

__all__ = ["CaseId", "body_of", "read", "version_in"]

T = TypeVar("T")


# ─── Ids ─────────────────────────────────────────────────────────────────────────────────────────────────


def _one_id(case_id: str) -> str:
    """One id is one case, however its letters are put together: `й` as one sign or as two (NFC)."""
    composed = unicodedata.normalize("NFC", case_id)
    if not re.fullmatch(r"[0-9A-Za-zА-Яа-яЁё][0-9A-Za-zА-Яа-яЁё._-]{0,63}", composed):
        raise flaw(
            "case_id",
            "номер дела — до 64 букв, цифр, точек, дефисов и подчёркиваний, первой — буква или цифра",
            "the id of a case has up to 64 letters, digits, dots, hyphens and underscores, "
            "and begins with a letter or a digit",
        )
    return composed


CaseId = Annotated[str, AfterValidator(_one_id)]
"""The id of a case, in a path or in a body."""


# ─── Bodies ──────────────────────────────────────────────────────────────────────────────────────────────


def _refuse(ru: str, en: str, key: str = "") -> NoReturn:
    raise FaultyInput([Fault("body", None, None, key, Text(ru, en))])


async def body_of(request: Request) -> dict[str, Any]:
    """The JSON object in the body. Raises `FaultyInput` on what is no JSON, a key given twice, or `NaN`."""
    sent = await request.body()
    if not request.headers.get("content-type", "").split(";")[0].strip().lower().endswith("json"):
        _refuse("нужен Content-Type: application/json", "Content-Type: application/json is needed", "body")
    try:
        value = read_json(read_bytes(sent, "body"), "body").plain()
    except FaultyInput as error:
        raise FaultyInput(_placed(fault, personal=b"recipient" in sent) for fault in error.faults) from None
    if not isinstance(value, dict):
        _refuse("нужны ключи со значениями", "keys with values are needed", "body")
    return value


def _placed(fault: Fault, *, personal: bool) -> Fault:
    """What is no JSON, with its line and column as its key; without what it says where that may be of a person."""
    key = "body" if fault.line is None else f"body:{fault.line}:{fault.column}"
    return Fault(fault.file, fault.line, fault.column, key, NO_JSON if personal else fault.text)


NO_JSON = Text(
    "здесь не JSON, ключ указан дважды или есть невидимый знак; исправьте",
    "this is no JSON, a key given twice, or an invisible sign; mend it",
)


def read(values: dict[str, Any], adapter: TypeAdapter[T]) -> T:
    """The checked value of a body, or everything wrong with it at once."""
    faults: list[Fault] = []
    value: T = check(tree_of(values), adapter, "body", {}, faults)
    if faults:
        raise FaultyInput(map(_discreet, faults))
    return value


PERSONAL = Text(
    "значение не подходит; здесь оно не повторено, потому что может называть человека",
    "the value does not fit; it is not repeated here, for it may name a person",
)


def _discreet(fault: Fault) -> Fault:
    """The fault without what was said of a person: neither a value below `recipient` nor a key made of one."""
    above, dot, within = fault.key.partition("recipient")
    if not dot or above not in ("", "certificate.") or within[:1] not in ("", "."):
        return fault
    key = within.lstrip(".")
    if key and key not in Recipient.model_fields:
        return Fault(fault.file, fault.line, fault.column, f"{above}recipient", PERSONAL)
    words = fault.text if key and fault.text == missing(key) else PERSONAL
    return Fault(fault.file, fault.line, fault.column, fault.key, words)


# ─── If-Match ────────────────────────────────────────────────────────────────────────────────────────────

_TAG = re.compile(r'(W/)?"([\x21\x23-\x7e\x80-\xff]*)"')
"""An entity tag, as RFC 9110 (section 8.8.3) writes it."""


def version_in(if_match: str, found: int) -> int:
    """The version that If-Match names, by strong comparison with the one that the case has.

    Raises `Conflict` where it names another, or names one weakly, and `FaultyInput` where it is no tag.
    """
    tag = _TAG.fullmatch(if_match.strip())
    if tag is None:
        _refuse(
            'нужен ETag дела целиком, как его прислал сервер, например "3"',
            'the ETag of the case is needed whole, as the server sent it, such as "3"',
            "header.if-match",
        )
    weak, named = tag.groups()
    if weak is None and re.fullmatch(r"0|[1-9]\d{0,8}", named, re.ASCII):
        if int(named) == found:
            return found
        raise Conflict(int(named), found)
    raise Problem("conflict", WEAK if weak else UNKNOWN_TAG, etag(found))


WEAK = Text(
    "Слабый ETag (W/…) для If-Match не подходит ни к одной версии (RFC 9110, 13.1.1). Пришлите сильный.",
    "A weak ETag (W/…) matches no version in If-Match (RFC 9110, 13.1.1). Send the strong one.",
)
UNKNOWN_TAG = Text(
    "Такого ETag у дела не бывает. Прочтите дело и пришлите его ETag.",
    "No version of the case has that ETag. Read the case and send its ETag.",
)
