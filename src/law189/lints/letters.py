"""Замечания о буквах (lints of letters): Latin letters in a Russian word, which look the same.

>>> from law189.profile.loader import load_profile
>>> list(letters_of_two_alphabets.find(load_profile("kemerovo").latest))
[]
>>> mixed_in("О pабочей группе IT-куба XXI века")
'pабочей'
"""

import re
from collections.abc import Iterator

from law189.files.wording import in_russian_letters
from law189.law import Text
from law189.lints.lint import Place, Severity, declared, texts_of
from law189.profile.edition import Edition

__all__ = ["letters_of_two_alphabets", "mixed_in"]


def mixed_in(said: str) -> str | None:
    """The first word of letters of two alphabets that could be of the Russian one; None where there is none."""
    for word in re.findall("[A-Za-zА-Яа-яЁё]+", said):
        russian = in_russian_letters(word)
        if russian != word and not word.isascii() and re.fullmatch("[А-Яа-яЁё]+", russian):
            return str(word)
    return None


@declared(
    "A32",
    Severity.NOTICE,
    Text("латинские буквы в русском слове", "Latin letters in a Russian word"),
    Text(
        "Слово выглядит как обычное, но поиском не находится и с таким же не совпадает. Наберите его заново "
        "русскими буквами.",
        "The word looks as any other, but no search finds it, and it is unlike the same word. Type it anew "
        "in Russian letters.",
    ),
)
def letters_of_two_alphabets(edition: Edition) -> Iterator[Place]:
    """Russian texts with a word of letters of two alphabets."""
    for cite, text in texts_of(edition):
        word = mixed_in(text.ru)
        if word is not None:
            yield (
                cite,
                Text(
                    f"в слове «{word}» есть латинские буквы, похожие на русские",
                    f"the word «{word}» has Latin letters that look Russian",
                ),
            )
