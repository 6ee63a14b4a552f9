"""A book behind HTTP for the tests: a step comes as a line, the answer says whether it stands and why not."""

import os
from typing import Any

from books import PROFILE
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from law189.casebook.line import LINE
from law189.casebook.stores.sql import Busy, SqlStore
from law189.errors import Conflict, Refused
from law189.verdict import Outcome

STORE = SqlStore(os.environ["LAW189_BOOK"], PROFILE)
app = FastAPI()


@app.post("/steps")
def take(step: dict[str, Any]) -> Any:
    """201 with the versions of the cases, or the codes of the reasons against the step."""
    taken = STORE.take(LINE.validate_python(step))
    return JSONResponse({case.id: case.version for case in taken.cases}, 201)


@app.exception_handler(Refused)
def refused(_: Request, error: Refused) -> JSONResponse:
    """409 with the codes of the reasons."""
    return JSONResponse(
        sorted({one.rule for one in error.verdict.reasons(Outcome.UNKNOWN, Outcome.VOID)}), 409
    )


@app.exception_handler(Conflict)
def conflict(_: Request, error: Conflict) -> JSONResponse:
    """412 with the case."""
    return JSONResponse(error.history, 412)


@app.exception_handler(Busy)
def busy(_: Request, error: Busy) -> JSONResponse:
    """503 with what to do."""
    return JSONResponse(str(error), 503)
