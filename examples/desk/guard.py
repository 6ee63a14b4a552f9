"""Защита (guard): what a form must bring so that nobody else has filled it in, and what every answer carries."""

import hmac
import secrets
from collections.abc import Sequence
from urllib.parse import parse_qs

from fastapi import Request, Response
from starlette.exceptions import HTTPException

__all__ = ["COOKIE", "REPORT", "guarded", "posted", "token_of"]

COOKIE = "desk"
LARGEST = 1_000_000
"""How many bytes a form may have."""
SECRET = secrets.token_bytes(32)
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
REPORT = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"
"""The policy of a report: it brings its own style."""


def token_of(visitor: str) -> str:
    """The token that a form of this visitor carries."""
    return hmac.new(SECRET, visitor.encode(), "sha256").hexdigest()


def guarded(response: Response, visitor: str | None, policy: str = POLICY) -> Response:
    """The answer with its policy; `visitor` is who gets the cookie, None where there is one already."""
    headers = response.headers
    headers.setdefault("Content-Security-Policy", policy)
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    headers["Cache-Control"] = "no-store"
    if visitor is not None:
        response.set_cookie(COOKIE, visitor, httponly=True, samesite="strict")
    return response


async def posted(request: Request) -> dict[str, Sequence[str]]:
    """What the form brings. 400 where it is no form or too large, 403 where the desk did not give it out."""
    if request.headers.get("content-type", "").split(";")[0].strip() != "application/x-www-form-urlencoded":
        raise HTTPException(400, "Форма не читается.")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            raise HTTPException(400, "Форма слишком велика.")
    try:
        sent = parse_qs(body.decode(), keep_blank_values=True, errors="strict", max_num_fields=5000)
    except ValueError:
        raise HTTPException(400, "Форма не читается.") from None
    visitor, told = request.cookies.get(COOKIE, ""), sent.pop("token", [""])[0]
    if not visitor or not hmac.compare_digest(told.encode(), token_of(visitor).encode()):
        raise HTTPException(403, "Форма устарела или пришла с другого сайта. Откройте страницу заново.")
    return {name: tuple(values) for name, values in sent.items()}
