"""Проверка книги по HTTP (audits): every finding of the book as JSON Lines, sent as it is found.

The status is sent before the first finding, so what goes wrong after it is told in the stream: a line is a finding,
or a problem (RFC 9457) as other paths answer with. `malformed` is of one record; after any other the stream ends.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from logging import getLogger
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import StreamingResponse

from law189.audit.bulk import Finding, audit_cases
from law189.casebook.store import Store
from law189.contrib.fastapi.problems import broken_off, refusals, told_in, told_of, tongue_of
from law189.errors import FaultyInput
from law189.law import Day, Lang
from law189.profile.profile import Profile

__all__ = ["auditing"]

JSON_LINES = "application/x-ndjson"
LOG = getLogger(__name__)


def auditing(router: APIRouter, profile: Callable[[], Profile], store: Callable[[], Store]) -> None:
    """Give the router the path of the audit."""
    said = "JSON Lines: в строке замечание или отказ / a finding or a problem on each line"
    lines = {"description": said, "content": {JSON_LINES: {"schema": {"type": "string", "title": said}}}}

    @router.get(
        "/audit",
        response_class=StreamingResponse,
        responses={200: lines, **refusals("malformed", "damaged")},
    )
    def audit_of_the_book(
        town: Annotated[Profile, Depends(profile)],
        book: Annotated[Store, Depends(store)],
        lang: Annotated[Lang, Depends(tongue_of)],
        on: Day | None = None,
    ) -> StreamingResponse:
        """Judge every record of the book anew beside all cases, as of `on`, and send each finding as it is found.

        The cases are read at one moment; others take steps meanwhile. `line` of a finding counts the records. A
        line with `type` is a problem: `malformed` of one record, any other ends the stream before its end.
        """
        with book.moment() as shelf:
            cases = [*shelf.cases()]
        found = _written(audit_cases(cases, town, on=on), lang)
        return StreamingResponse(found, headers=told_in(lang), media_type=JSON_LINES)


def _written(found: Iterable[Finding | FaultyInput], lang: Lang) -> Iterator[str]:
    """Each finding on a line, or the problem of a record; last of all the problem that breaks it off."""
    try:
        for one in found:
            told = told_of(one, lang).as_json(lang) if isinstance(one, FaultyInput) else one.as_json()
            yield _line(told)
    except Exception as error:  # the status is sent already, so whatever it is, the stream says it
        last = told_of(error, lang)
        if last.kind in ("malformed", "broken-off"):  # `malformed` would say that the stream goes on
            LOG.exception("the audit of the book broke off")
            last = broken_off(lang)
        yield _line(last.as_json(lang))


def _line(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False) + "\n"
