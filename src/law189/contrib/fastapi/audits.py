"""Проверка книги по HTTP (audits): every finding of the book as JSON Lines, sent as it is found."""

import json
from collections.abc import Callable, Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import StreamingResponse

from law189.audit.bulk import audit
from law189.casebook.line import Line
from law189.casebook.store import Store
from law189.contrib.fastapi.problems import refusals
from law189.errors import FaultyInput
from law189.law import Day
from law189.profile.profile import Profile

__all__ = ["auditing"]

JSON_LINES = "application/x-ndjson"


def auditing(router: APIRouter, profile: Callable[[], Profile], store: Callable[[], Store]) -> None:
    """Give the router the path of the audit."""
    said = "JSON Lines: замечание в строке / a finding on each line"
    lines = {"description": said, "content": {JSON_LINES: {"schema": {"type": "string", "title": said}}}}

    @router.get(
        "/audit",
        response_class=StreamingResponse,
        responses={200: lines, **refusals("malformed", "damaged")},
    )
    def audit_of_the_book(
        town: Annotated[Profile, Depends(profile)],
        book: Annotated[Store, Depends(store)],
        on: Day | None = None,
    ) -> StreamingResponse:
        """Judge every record of the book anew beside all cases, as of `on`, and send each finding as it is found.

        The cases are read at one moment; others take steps meanwhile. `line` of a finding counts the records.
        """
        records = [*_lines_of(book)]
        found = audit(records, town, on=on)
        return StreamingResponse(map(_written, found), media_type=JSON_LINES)


def _lines_of(book: Store) -> Iterator[tuple[int, Line]]:
    """The line of every record, with the number of the record in its case."""
    with book.moment() as shelf:
        for case in shelf.cases():
            for number, record in enumerate(case.records, start=1):
                known = {"history": case.id, "lifecycle": case.lifecycle, "decision": record.decision}
                yield number, Line(event=record.event, **known)


def _written(found: Any) -> str:
    """A finding on one line; of a record that cannot be judged, what is wrong with it."""
    if isinstance(found, FaultyInput):
        told = {"faults": [{"key": one.key, "message": one.text.ru} for one in found.faults]}
    else:
        told = found.as_json()
    return json.dumps(told, ensure_ascii=False) + "\n"
