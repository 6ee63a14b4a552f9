"""Mistakes that a lawyer makes in a profile, and forms that are right, as changes of good profiles.

Each table is written from what the person who made the mistake needs to read, and not from what the code says. A
mistake names the profile that it is made in, the words that are changed, and parts of the Russian answer: what is
wrong and what to write. The answer must stand at the line of the change, or at that of the words in `at`.
"""

from functools import cache
from typing import NamedTuple

import places

from law189.profile.loader import shipped_source

__all__ = ["Mistake", "Right", "mistake", "right", "text_of"]


class Mistake(NamedTuple):
    """One mistake: its name, the profile, what is changed in it, and what the answer must say at which words."""

    name: str
    of: str
    changes: tuple[tuple[str, str], ...]
    says: tuple[str, ...]
    at: str | None = None

    @property
    def text(self) -> str:
        """The profile with the mistake in it."""
        text = text_of(self.of)
        for old, new in self.changes:
            assert text.count(old) == 1, f"{self.name}: {old!r} stands {text.count(old)} times"
            text = text.replace(old, new)
        return text

    @property
    def line(self) -> int:
        """The line, counted from 1, at which the answer must stand."""
        before, after = text_of(self.of), self.text
        if self.at is None:
            same = next(
                (n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before)
            )
        else:
            assert after.count(self.at) == 1, f"{self.name}: {self.at!r} stands {after.count(self.at)} times"
            same = after.index(self.at)
        return after.count("\n", 0, same) + 1


class Right(NamedTuple):
    """One right form: its name, the profile, and what is changed in it without changing what it says."""

    name: str
    of: str
    changes: tuple[tuple[str, str], ...]

    text = Mistake.text


def mistake(name: str, of: str, old: str, new: str, *says: str, at: str | None = None) -> Mistake:
    """A mistake that is one change; an empty `old` is the end of the file."""
    if not old:
        return mistake(name, of, text_of(of)[-40:], text_of(of)[-40:] + new, *says, at=at)
    return Mistake(name, of, ((old, new),), says, at)


def right(name: str, of: str, *changes: tuple[str, str]) -> Right:
    return Right(name, of, changes)


@cache
def text_of(name: str) -> str:
    """The text of a good profile: a shipped one or a town of the tests."""
    if name in ("kemerovo", "novokuznetsk_district"):
        return shipped_source(name)
    return (places.PROFILES / "towns" / f"{name}.yaml").read_text(encoding="utf-8")
