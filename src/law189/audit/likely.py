"""Что имелось в виду (likely): which of the words known a word is near that is none of them, by signs or by title.

>>> near("навигатр", {"навигатор": Text("система", "system")}, "нет «{}»", "no «{}»").ru
'нет «навигатр»; возможно, вы имели в виду «навигатор»'
"""

import difflib
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from law189.files.offered import in_words
from law189.files.refused import worded
from law189.files.wording import in_latin, word
from law189.law import Text
from law189.profile.conditions import OneOf, Question

__all__ = ["folded", "near", "unread"]


def unread(asks: Question, said: Any) -> Text | None:
    """Why the answer cannot be read, and what to write, or which of the words listed is near it."""
    listed = {one.id: one.title for one in asks.values} if isinstance(asks, OneOf) else {}
    try:
        asks.validated(said)
    except ValidationError as error:
        (first, *_) = error.errors()
        told = worded(first["type"], said, first.get("ctx", {}), first["msg"], quoted=True)
        alike = near(str(said), listed, "такого ответа нет: «{}»", "there is no such answer: «{}»")
        return alike or (told if not listed else _among(str(said), listed))
    return near(said, listed, "такого ответа нет: «{}»", "there is no such answer: «{}»") if listed else None


def _among(said: str, listed: Mapping[str, Text]) -> Text:
    hint, shown = in_words(said, listed), word(said)
    return Text(f"такого ответа нет: «{shown}»; {hint.ru}", f"there is no such answer: «{shown}»; {hint.en}")


def near(said: str, known: Mapping[str, Text], ru: str, en: str) -> Text | None:
    """Which of those known a word is near that is none of them: by its signs, or by the words of its title.

    A title is meant by the words with which it begins, or by several of its words.
    """
    if said in known or not said.strip():
        return None
    bare, heard = _plain(said), _plain(said).split()
    for one, title in known.items():
        titles = [*(_plain(title[lang]).split() for lang in ("ru", "en")), one.casefold().split("-")]
        begins = any(heard and heard == words[: len(heard)] for words in titles)
        several = len(heard) > 1 and any(set(heard) <= set(words) for words in titles)
        if in_latin(bare) == in_latin(one.casefold()) or begins or several:
            break
    else:
        alike = difflib.get_close_matches(bare, known, n=1, cutoff=0.8)
        figures = [one for one in alike if re.findall(r"\d+", one) == re.findall(r"\d+", bare)]
        if not figures:
            return None
        one = figures[0]
    shown = word(said)
    return Text(
        f"{ru.format(shown)}; возможно, вы имели в виду «{one}»", f"{en.format(shown)}; did you mean «{one}»?"
    )


def _plain(said: str) -> str:
    """The words in small letters, without quotes and with single blanks."""
    return " ".join(re.findall(r"[\w-]+", unicodedata.normalize("NFKC", said).casefold()))


def folded(said: str) -> str:
    """The words in small letters with single blanks."""
    return " ".join(said.split()).casefold()
