"""Отказы по HTTP (refusals over HTTP): each a problem of RFC 9457, in Russian or in English.

A refused step carries its verdict, so that a program sees codes and addresses and a person sees sentences.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any, Literal

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from law189.casebook.rows import Busy, Damaged
from law189.errors import Conflict, Fault, FaultyInput, Refused
from law189.files.nodes import key_of
from law189.files.refused import worded
from law189.files.wording import missing
from law189.kinds import must_be
from law189.law import Lang, Text
from law189.verdict import Outcome, Verdict

__all__ = [
    "ETAG",
    "PROBLEMS",
    "Problem",
    "describe_problems",
    "etag",
    "handle_problems",
    "refusals",
    "tongue_of",
]

PROBLEM_JSON = "application/problem+json"

PROBLEMS = {
    "void": (409, Text("Шаг не имел бы силы", "The step would have no effect")),
    "unknown": (422, Text("Для шага чего-то не хватает", "Something is missing for the step")),
    "malformed": (422, Text("В запросе ошибки", "The request has faults")),
    "conflict": (412, Text("У дела уже другая версия", "The case has another version by now")),
    "no-version": (428, Text("Не указана версия дела", "The version of the case is not given")),
    "no-case": (404, Text("Такого дела нет", "There is no such case")),
    "no-lifecycle": (404, Text("Такого жизненного цикла нет", "There is no such lifecycle")),
    "exists": (409, Text("Такое дело уже есть", "There is such a case already")),
    "busy": (503, Text("База занята", "The database is busy")),
    "damaged": (500, Text("Запись дела в базе испорчена", "The row of the case is damaged")),
}
"""Every kind of problem: its status and its title."""


# ─── What they are in OpenAPI ────────────────────────────────────────────────────────────────────────────


class Refusal(BaseModel):
    """Отказ (RFC 9457): its type, which never changes, and its words in one language."""

    type: Literal[
        "/problems#conflict",
        "/problems#no-version",
        "/problems#no-case",
        "/problems#no-lifecycle",
        "/problems#exists",
        "/problems#busy",
        "/problems#damaged",
    ]
    title: str
    status: int
    detail: str


class RefusedStep(Refusal):
    """Отказ в шаге: the verdict says why."""

    type: Literal["/problems#void", "/problems#unknown"]  # type: ignore[assignment]
    verdict: Verdict


class FaultOfRequest(BaseModel):
    """Ошибка запроса: at which key, and what to do."""

    key: str
    message: str


class Malformed(Refusal):
    """Ошибки в запросе: all of them at once."""

    type: Literal["/problems#malformed"]  # type: ignore[assignment]
    faults: list[FaultOfRequest]


FORMS: dict[str, type[Refusal]] = {"void": RefusedStep, "unknown": RefusedStep, "malformed": Malformed}
ETAG: dict[str, Any] = {"headers": {"ETag": {"required": True, "schema": {"type": "string"}}}}
"""The header of an answer that names the version of the case, for `responses`."""


def refusals(*kinds: str) -> dict[int | str, dict[str, Any]]:
    """What `responses` of a path says of the kinds of problem that it may answer with."""
    said: dict[int | str, dict[str, Any]] = {}
    for status in dict.fromkeys(PROBLEMS[kind][0] for kind in kinds):
        those = [kind for kind in kinds if PROBLEMS[kind][0] == status]
        said[status] = {
            "description": "; ".join(
                f"{kind}: {PROBLEMS[kind][1].ru} / {PROBLEMS[kind][1].en}" for kind in those
            ),
            "model": reduce(or_, (FORMS.get(kind, Refusal) for kind in those)),
            **(ETAG if "conflict" in those else {}),
        }
    return said


def describe_problems(app: FastAPI) -> None:
    """Let the OpenAPI say that a refusal is `application/problem+json`; FastAPI says `application/json`."""
    plain = must_be(app, FastAPI).openapi

    def openapi() -> dict[str, Any]:
        described = plain()
        for path in described["paths"].values():
            for operation in path.values():
                for status, answer in operation["responses"].items():
                    content = answer.get("content", {})
                    if status >= "400" and "application/json" in content:
                        answer["content"] = {PROBLEM_JSON: content["application/json"]}
        return described

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI documents this way


# ─── How they are answered ───────────────────────────────────────────────────────────────────────────────


class Problem(Exception):
    """What the server refuses without asking the law."""

    def __init__(self, kind: str, detail: Text, headers: dict[str, str] | None = None) -> None:
        super().__init__(detail.en)
        self.kind, self.detail, self.headers = kind, detail, headers or {}


def tongue_of(request: Request, lang: Lang | None = None) -> Lang:
    """`?lang=`, else the one of ru and en that Accept-Language would rather have, else Russian."""
    asked = lang or request.query_params.get("lang") or request.headers.get("accept-language", "")
    weights = {"ru": Decimal(0), "en": Decimal(0)}
    for tongue, weight in re.findall(
        r"(?:^|,)\s*(ru|en)\b[^,;]*(?:;\s*q=([01](?:\.\d{0,3})?))?", asked.lower()
    ):
        weights[tongue] = max(weights[tongue], Decimal(weight or 1))
    return "en" if weights["en"] > weights["ru"] else "ru"


def etag(version: int) -> dict[str, str]:
    """The header that names a version, to be sent back as If-Match."""
    return {"ETag": f'"{version}"'}


def handle_problems(app: FastAPI) -> None:
    """Let the app answer every refusal with a problem."""
    must_be(app, FastAPI).exception_handler(Refused)(_refused)
    app.exception_handler(Conflict)(_conflict)
    app.exception_handler(Busy)(_busy)
    app.exception_handler(Damaged)(_damaged)
    app.exception_handler(Problem)(_problem)
    app.exception_handler(FaultyInput)(_faulty)
    app.exception_handler(RequestValidationError)(_unread)
    app.exception_handler(HTTPException)(_other)


def _answer(request: Request, kind: str, detail: str, headers: dict[str, str], **more: Any) -> JSONResponse:
    (status, title), lang = PROBLEMS[kind], tongue_of(request)
    return JSONResponse(
        {"type": f"/problems#{kind}", "title": title[lang], "status": status, "detail": detail, **more},
        status,
        {"Content-Language": lang, "Vary": "Accept-Language", **headers},
        PROBLEM_JSON,
    )


def _refused(request: Request, error: Refused) -> JSONResponse:
    """VOID: do something else. UNKNOWN: give what is missing, or let a named office decide."""
    kind = "void" if error.verdict.outcome is Outcome.VOID else "unknown"
    return _answer(request, kind, error.told(tongue_of(request)), {}, verdict=error.verdict.as_json())


def _conflict(request: Request, error: Conflict) -> JSONResponse:
    words = Text(
        f"Ожидалась версия {error.expected}, а у дела версия {error.found}. Прочтите дело и решите заново.",
        f"Version {error.expected} was expected, but the case has {error.found}. Read it and decide anew.",
    )
    return _answer(request, "conflict", words[tongue_of(request)], etag(error.found))


def _busy(request: Request, _: Busy) -> JSONResponse:
    return _answer(request, "busy", BUSY[tongue_of(request)], {"Retry-After": "1"})


def _damaged(request: Request, _: Damaged) -> JSONResponse:
    return _answer(request, "damaged", DAMAGED[tongue_of(request)], {})


BUSY = Text(
    "База не освободилась вовремя, и ничего не записано. Повторите запрос.",
    "The database was not free in time, and nothing was written. Send the request again.",
)
DAMAGED = Text(
    "Записи дела в базе не читаются как это дело. Восстановите их из копии.",
    "The rows in the database do not read as this case. Restore them from a copy.",
)


def _problem(request: Request, error: Problem) -> JSONResponse:
    return _answer(request, error.kind, error.detail[tongue_of(request)], error.headers)


def _faulty(request: Request, error: FaultyInput) -> JSONResponse:
    return _malformed(request, error.faults)


def _unread(request: Request, error: RequestValidationError) -> JSONResponse:
    """What FastAPI refuses to read is told in the words of the library."""

    def words(kind: str, loc: tuple[int | str, ...], **said: Any) -> Text:
        if kind == "missing":
            return missing(str(loc[-1]))
        return worded(kind, said["input"], said.get("ctx", {}), said["msg"])

    faults = [
        Fault("", None, None, key_of(said["loc"]), words(said["type"], **said)) for said in error.errors()
    ]
    return _malformed(request, faults)


def _malformed(request: Request, faults: Iterable[Fault]) -> JSONResponse:
    lang = tongue_of(request)
    listed = [{"key": fault.key, "message": fault.text[lang]} for fault in faults]
    detail = "\n".join(f"{fault['key']}: {fault['message']}" for fault in listed)
    return _answer(request, "malformed", detail, {}, faults=listed)


def _other(_: Request, error: HTTPException) -> JSONResponse:
    """What the web framework itself refuses, such as a path that is not there."""
    told = {"type": "about:blank", "title": error.detail, "status": error.status_code}
    return JSONResponse(told, error.status_code, error.headers, PROBLEM_JSON)
