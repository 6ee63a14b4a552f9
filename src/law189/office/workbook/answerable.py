"""Ответственные в таблице (answerable): who answers for a row of a table, by the titles of the bodies."""

import re
from collections.abc import Mapping
from typing import Any

from law189.files.wording import word
from law189.law import Text
from law189.office.workbook.found import left
from law189.office.workbook.table import one_line
from law189.profile.term_words import plain_words

__all__ = ["NO_BODIES", "answerable"]

NO_BODIES = Text(
    "органы, которые названы в таблице, не с чем сравнить; добавьте --bodies с файлом профиля, где есть bodies "
    "(в книге — заполните лист «Органы»)",
    "there is nothing to compare the bodies of the table with; add --bodies with a profile that has bodies (in a "
    "workbook fill in the sheet «Органы»)",
)


def answerable(words: str, bodies: Mapping[str, str], asked: list[Text], *, several: bool) -> dict[str, Any]:
    """Who answers for it, by the titles of the bodies; a question where nobody is found."""
    whole = bodies.get(plain_words(words))
    if whole is not None:
        return {"responsible": whole}
    parts = [one for one in re.split(r"[;,\n]+", words) if one.strip()]
    found = [bodies.get(plain_words(one)) for one in parts]
    if several and len(parts) > 1 and None not in found:
        return {"responsible": list(dict.fromkeys(found))}
    shown, plain = word(one_line(words)), plain_words(words)
    titles = bodies.items()
    alike = {body for title, body in titles if plain.startswith(title) or title.startswith(plain)}
    hint = (
        Text(f" (похоже на {word(*alike)})", f" (like {word(*alike)})") if len(alike) == 1 else Text("", " ")
    )
    asked.append(
        left(
            "responsible",
            f"ответственный «{shown}» не найден среди органов{hint.ru}",
            f"«{shown}» is not among the bodies{hint.en.rstrip()}",
        )
    )
    return {}
