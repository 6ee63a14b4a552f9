"""Отказы по HTTP (refusals over HTTP): each a problem of RFC 9457, in Russian or in English.

A refused step carries its verdict, so that a program sees codes and addresses and a person sees sentences.
"""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import reduce
from operator import or_
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

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
from law189.law import Lang, Law189Error, Text
from law189.verdict import Outcome, Verdict

__all__ = [
    "ETAG",
    "PROBLEMS",
    "Problem",
    "Told",
    "broken_off",
    "describe_problems",
    "etag",
    "handle_problems",
    "refusals",
    "told_in",
    "told_of",
    "tongue_of",
]

PROBLEM_JSON = "application/problem+json"

PROBLEMS = MappingProxyType(
    {
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
        "broken-off": (
            500,
            Text("Ответ оборван ошибкой сервера", "A fault of the server broke the answer off"),
        ),
    }
)
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
        "/problems#broken-off",
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


class Problem(Law189Error):
    """What the server refuses without asking the law."""

    def __init__(self, kind: str, detail: Text, headers: dict[str, str] | None = None) -> None:
        super().__init__(detail.en)
        self.kind, self.detail, self.headers = kind, detail, headers or {}


def tongue_of(request: Request, lang: Lang | None = None) -> Lang:
    """`?lang=`, else the one of ru and en that Accept-Language would rather have, else Russian."""
    told = request.headers.getlist("accept-language")
    asked = lang or request.query_params.get("lang") or ", ".join(told)
    weights = {"ru": Decimal(0), "en": Decimal(0)}
    for tongue, weight in re.findall(
        r"(?:^|,)\s*(ru|en)\b[^,;]*(?:;\s*q=([01](?:\.\d{0,3})?))?", asked.lower()
    ):
        weights[tongue] = max(weights[tongue], Decimal(weight or 1))
    return "en" if weights["en"] > weights["ru"] else "ru"


def told_in(lang: Lang) -> dict[str, str]:
    """The headers of an answer in that language, which would be another in the other language."""
    return {"Content-Language": lang, "Vary": "Accept-Language"}


def etag(version: int) -> dict[str, str]:
    """The header that names a version, to be sent back as If-Match."""
    return {"ETag": f'"{version}"'}


def handle_problems(app: FastAPI) -> None:
    """Let the app answer every refusal with a problem."""
    must_be(app, FastAPI)
    for kind in (Refused, Conflict, Busy, Damaged, Problem, FaultyInput):
        app.exception_handler(kind)(_answered)
    app.exception_handler(RequestValidationError)(_unread)
    app.exception_handler(HTTPException)(_other)


class Told(NamedTuple):
    """Отказ сказан: which kind of problem it is, in which words, and what stands beside them."""

    kind: str
    detail: str
    more: Mapping[str, Any] = MappingProxyType({})
    headers: Mapping[str, str] = MappingProxyType({})

    def as_json(self, lang: Lang) -> dict[str, Any]:
        """The problem as plain JSON values (RFC 9457)."""
        status, title = PROBLEMS[self.kind]
        of = {"type": f"/problems#{self.kind}", "title": title[lang], "status": status}
        return {**of, "detail": self.detail, **self.more}


def told_of(error: Exception, lang: Lang) -> Told:
    """What an error says as a problem; one that nobody raised on purpose is told without its own words."""
    if isinstance(error, Refused):
        kind = "void" if error.verdict.outcome is Outcome.VOID else "unknown"
        return Told(kind, error.told(lang), {"verdict": error.verdict.as_json()})
    if isinstance(error, Conflict):
        words = Text(
            f"Ожидалась версия {error.expected}, а у дела версия {error.found}. Прочтите дело и решите заново.",
            f"Version {error.expected} was expected, but the case has {error.found}. Read it and decide anew.",
        )
        return Told("conflict", words[lang], {}, etag(error.found))
    if isinstance(error, Busy):
        return Told("busy", BUSY[lang], {}, {"Retry-After": "1"})
    if isinstance(error, Damaged):
        return Told("damaged", DAMAGED[lang])
    if isinstance(error, Problem):
        return Told(error.kind, error.detail[lang], {}, error.headers)
    if isinstance(error, FaultyInput):
        return _malformed(error.faults, lang)
    return broken_off(lang)


def broken_off(lang: Lang) -> Told:
    """What ends an answer that a fault of the server broke off."""
    return Told("broken-off", BROKEN_OFF[lang])


BUSY = Text(
    "База не освободилась вовремя, и ничего не записано. Повторите запрос.",
    "The database was not free in time, and nothing was written. Send the request again.",
)
DAMAGED = Text(
    "Записи дела в базе не читаются как это дело. Восстановите их из копии.",
    "The rows in the database do not read as this case. Restore them from a copy.",
)
BROKEN_OFF = Text(
    "На сервере ошибка, и это не весь ответ. Что случилось, записано в журнале сервера.",
    "The server has a fault, and this is not the whole answer. Its log says what happened.",
)


def _malformed(faults: Iterable[Fault], lang: Lang) -> Told:
    listed = [{"key": fault.key, "message": fault.text[lang]} for fault in faults]
    return Told(
        "malformed", "\n".join(f"{fault['key']}: {fault['message']}" for fault in listed), {"faults": listed}
    )


def _answered(request: Request, error: Exception) -> JSONResponse:
    return _answer(request, told_of(error, tongue_of(request)))


def _answer(request: Request, told: Told) -> JSONResponse:
    said = told.as_json(lang := tongue_of(request))
    headers = {**told_in(lang), **told.headers}
    return JSONResponse(said, said["status"], headers, PROBLEM_JSON)


def _unread(request: Request, error: RequestValidationError) -> JSONResponse:
    """What FastAPI refuses to read is told in the words of the library."""

    def words(kind: str, loc: tuple[int | str, ...], **said: Any) -> Text:
        if kind == "missing":
            return missing(str(loc[-1]))
        return worded(kind, said["input"], said.get("ctx", {}), said["msg"])

    faults = [
        Fault("", None, None, key_of(said["loc"]), words(said["type"], **said)) for said in error.errors()
    ]
    return _answer(request, _malformed(faults, tongue_of(request)))


def _other(_: Request, error: HTTPException) -> JSONResponse:
    """What the web framework itself refuses, such as a path that is not there."""
    told = {"type": "about:blank", "title": error.detail, "status": error.status_code}
    return JSONResponse(told, error.status_code, error.headers, PROBLEM_JSON)
