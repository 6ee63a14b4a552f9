"""Ход работы (progress): how far a long command has come, on a terminal; in a pipe it is silent.

One line of the error output that is written over: lines of all lines, lines a second, time left. Where it is not
known how many lines there are, it tells how many are read. What a command says stands above it.

>>> told(50, 100, 10.0, 0, "en")
'[##########----------] 50 %, lines: 50, a second: 5, left: 0:00:10'
>>> told(100, 100, 10.0, 3, "en")
'lines: 100, findings: 3, passed: 0:00:10'
"""

import os
import shutil
import sys
from contextlib import suppress
from datetime import timedelta
from time import perf_counter

from law189.law import Lang, Text

__all__ = ["Progress", "on_terminal", "told"]

EVERY = 0.2
"""How many seconds a line stands before it is written over."""
WIDTH = 20
LINES, RATE, LEFT = Text("строк", "lines"), Text("в секунду", "a second"), Text("осталось", "left")
FOUND, PASSED = Text("замечаний", "findings"), Text("прошло", "passed")


def told(lines: int, whole: int | None, seconds: float, found: int, lang: Lang) -> str:
    """How far it is: while lines are read a bar, and after that what is found."""
    if whole is not None and lines >= whole:
        passed = timedelta(seconds=int(seconds))
        return f"{LINES[lang]}: {lines}, {FOUND[lang]}: {found}, {PASSED[lang]}: {passed}"
    rate = lines / seconds if seconds else 0.0
    said = f"{LINES[lang]}: {lines}, {RATE[lang]}: {rate:.0f}"
    if whole is None or not lines:
        return said
    done = lines * WIDTH // whole
    left = timedelta(seconds=int((whole - lines) / rate)) if rate else "?"
    bar = "#" * done + "-" * (WIDTH - done)
    return f"[{bar}] {lines * 100 // whole} %, {said}, {LEFT[lang]}: {left}"


class Progress:
    """Строка хода работы: told of every line and finding, and written now and then."""

    def __init__(self, whole: int | None, lang: Lang) -> None:
        self.whole = whole
        self.lang: Lang = lang
        self._shown = on_terminal()
        self._began = self._last = perf_counter()
        self._lines = self._found = 0
        self._standing = False

    def read(self) -> None:
        """A line more is read."""
        self._lines += 1
        if self._shown and not self._lines % 64:
            self._write()

    def ended(self) -> None:
        """All lines are read."""
        self.whole = self._lines

    def found(self) -> None:
        """A finding more is made."""
        self._found += 1
        if self._shown:
            self._write()

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return perf_counter() - self._began

    def clear(self) -> None:
        """Take the line away, so that something else can be said."""
        if self._standing:
            self._put("\r\x1b[K")
            self._standing = False

    def _write(self) -> None:
        now = perf_counter()
        if now - self._last < EVERY:
            return
        self._last, self._standing = now, True
        line = told(self._lines, self.whole, self.seconds, self._found, self.lang)
        self._put(f"\r\x1b[K{line[: shutil.get_terminal_size().columns - 1]}")

    def _put(self, words: str) -> None:
        with suppress(OSError, ValueError):
            sys.stderr.write(words)
            sys.stderr.flush()


def on_terminal() -> bool:
    """Whether the error output is a terminal on which a line can be written over."""
    stream = sys.stderr
    try:
        return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
    except ValueError:  # it is closed
        return False
