"""Версии в заголовках (tags): the entity tag of a case, If-Match and If-None-Match (RFC 9110, 8.8.3 and 13.1).

The tag of a case is strong: it begins with the version, for a step must name the version that was read. Where the
case itself is told, a digest of what is told stands after it, so that the Russian and the English answer have two
tags; a step takes either. What is told of a case on a day depends on the other cases and on the profile too, so its
tag is of what is told, and weak: it saves sending again, and no step may rest on it.
"""

import re
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import NoReturn

from fastapi import Request, Response
from pydantic import BaseModel

from law189.contrib.fastapi.problems import Problem, etag
from law189.errors import Conflict, Fault, FaultyInput
from law189.law import Text

__all__ = ["matches", "strong_tag", "tag_of", "unless_read", "version_in", "weak_tag"]

_TAG = re.compile(r'(W/)?"([\x21\x23-\x7e\x80-\xff]*)"')
"""An entity tag."""


def tag_of(version: int) -> dict[str, str]:
    """The header that names the version of a case strongly, to be sent back as If-Match."""
    return etag(version)


def unless_read(
    told: BaseModel, request: Request, response: Response, headers: Mapping[str, str]
) -> BaseModel | Response:
    """The answer with its headers, of which one is its tag; 304 where If-None-Match has that tag."""
    if matches(request, headers["ETag"]):
        return Response(status_code=304, headers=dict(headers))
    response.headers.update(headers)
    return told


def weak_tag(told: BaseModel) -> dict[str, str]:
    """The header that names what was told of a case: two answers have one tag where they say the same."""
    return {"ETag": f'W/"{_digest(told)}"'}


def strong_tag(version: int, told: BaseModel) -> dict[str, str]:
    """The header that names the version of a case and what was told of it, to be sent back as If-Match."""
    return {"ETag": f'"{version}-{_digest(told)}"'}


def _digest(told: BaseModel) -> str:
    return blake2b(told.model_dump_json().encode(), digest_size=16).hexdigest()


def matches(request: Request, tag: str) -> bool:
    """Whether If-None-Match has that tag, compared weakly, so that nothing need be sent again.

    Several lines of one header are one list (RFC 9110, 5.3).
    """
    said = ", ".join(request.headers.getlist("if-none-match"))
    if said.strip() == "*":
        return True
    return tag.removeprefix("W/") in [f'"{named}"' for _, named in _TAG.findall(said)]


def version_in(lines: Sequence[str], found: int) -> int:
    """The version that the lines of If-Match name, by strong comparison with the one that the case has.

    Raises `Conflict` where it names another, `Problem` where it names one weakly, and `FaultyInput` where it is no
    tag, or several: a client has read one version.
    """
    tag = _TAG.fullmatch(", ".join(lines).strip())
    if tag is None:
        _refuse(
            'нужен ETag дела целиком, как его прислал сервер, например "3"',
            'the ETag of the case is needed whole, as the server sent it, such as "3"',
        )
    weak, named = tag.groups()
    version = _VERSION.fullmatch(named)
    if weak is None and version is not None:
        if int(version[1]) == found:
            return found
        raise Conflict(int(version[1]), found)
    raise Problem("conflict", WEAK if weak else UNKNOWN_TAG, etag(found))


_VERSION = re.compile(r"(0|[1-9]\d{0,8})(?:-[0-9a-f]{32})?", re.ASCII)
"""What the tag of a case says: its version, and after it what was told."""


def _refuse(ru: str, en: str) -> NoReturn:
    raise FaultyInput([Fault("body", None, None, "header.if-match", Text(ru, en))])


WEAK = Text(
    "Слабый ETag (W/…) для If-Match не подходит ни к одной версии (RFC 9110, 13.1.1). Пришлите сильный.",
    "A weak ETag (W/…) matches no version in If-Match (RFC 9110, 13.1.1). Send the strong one.",
)
UNKNOWN_TAG = Text(
    "Такого ETag у дела не бывает. Прочтите дело и пришлите его ETag.",
    "No version of the case has that ETag. Read the case and send its ETag.",
)
