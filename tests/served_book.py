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


def served():
    """The application on the store whose address the environment gives."""
    app, store = FastAPI(), SqlStore(os.environ["LAW189_BOOK"], PROFILE)

    @app.post("/steps")
    def take(step: dict[str, Any]) -> Any:
        """201 with the versions of the cases, or the codes of the reasons against the step."""
        taken = store.take(LINE.validate_python(step))
        return JSONResponse({case.id: case.version for case in taken.cases}, 201)

    app.exception_handler(Refused)(refused)
    app.exception_handler(Conflict)(conflict)
    app.exception_handler(Busy)(busy)
    return app


def refused(_: Request, error: Refused) -> JSONResponse:
    """409 with the codes of the reasons."""
    found = error.verdict.reasons(Outcome.UNKNOWN, Outcome.VOID)
    return JSONResponse(sorted({one.rule for one in found}), 409)


def conflict(_: Request, error: Conflict) -> JSONResponse:
    """412 with the case."""
    return JSONResponse(error.history, 412)


def busy(_: Request, error: Busy) -> JSONResponse:
    """503 with what to do."""
    return JSONResponse(str(error), 503)
