r"""Страница (page): how words become text of a page, and how every page begins.

>>> escaped("<b onclick='x'>\x1b[31m & so on")
'&lt;b onclick=&#x27;x&#x27;&gt;\\x1b[31m &amp; so on'
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape

from law189.law import Lang
from law189.law.signs import shown as visible
from law189.report.style import GENERATOR, STYLE

__all__ = ["escaped", "opening", "scrolled"]


def escaped(words: str) -> str:
    """Words as text of the page, on one line: nothing in them marks up, hides or turns the signs beside it."""
    return escape(visible(" ".join(words.splitlines()).replace("\t", " ")))


def scrolled(called: str, lines: Iterable[str]) -> Iterator[str]:
    """Lines that may be wider than the page, which then scrolls them alone, by keyboard too."""
    yield f'<div class="scrolls" role="group" tabindex="0" aria-label="{escaped(called)}">'
    yield from lines
    yield "</div>"


def opening(title: str, lang: Lang, *, style: str = "", script: str = "") -> list[str]:
    """The lines of a page up to its body: one file that asks no other host for anything.

    `style` is added to that of every page. The page runs that script and no other. It has neither `<` nor `&`, so
    that programs for XML read the page too.
    """
    policy, runs = "default-src 'none'; style-src 'unsafe-inline'", ""
    if script:
        digest = b64encode(sha256(script.encode()).digest()).decode()
        policy, runs = f"{policy}; script-src 'sha256-{digest}'", f"<script>{script}</script>"
    return [
        "<!DOCTYPE html>",
        GENERATOR,
        f'<html lang="{lang}">',
        "<head>",
        '<meta charset="utf-8"/>',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"/>',
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
        '<meta name="color-scheme" content="light dark"/>',
        *([runs] if runs else []),
        f"<title>{escaped(title)}</title>",
        f"<style>{STYLE}{style}</style>",
        "</head>",
        "<body>",
    ]
