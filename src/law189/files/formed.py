"""Не той формы (formed): what is told of a text that has another form than is needed, and the text in that form.

>>> formed("^[a-z]+(-[a-z]+)*$", "Plan measures").ru.rpartition("; ")[2]
'пишите plan-measures'
"""

import re

from law189.files.coded import codes_of
from law189.files.meant import meant
from law189.files.needed import CLOCK, FORMS
from law189.files.wording import in_latin, word
from law189.law import Text

__all__ = ["formed"]


def formed(pattern: str, value: str) -> Text:
    """That a value has another form than is needed, and the value in that form where it is near."""
    form = FORMS.get(pattern, Text(pattern, pattern))
    told = Text(
        f"значение «{word(value)}» не той формы; нужно: {form.ru}",
        f"the value «{word(value)}» has a wrong form; needed: {form.en}",
    )
    if pattern == CLOCK and (time := meant("clock", value)) is not None:
        return Text(f"{told.ru}; {time.ru}", f"{told.en}; {time.en}")
    bare = value.strip("«»“”„‘’ ")
    if bare != value and re.search(pattern, bare):
        return Text(
            f"{told.ru}; без этих кавычек: пишите {bare}", f"{told.en}; without these quotes: write {bare}"
        )
    latin = in_latin(value)
    if latin != value and re.search(pattern, latin):
        return Text(
            f"{told.ru}; в слове русские буквы, похожие на латинские; наберите «{latin}» латиницей",
            f"{told.en}; the word has Russian letters that look Latin; type «{latin}» in Latin letters",
        )
    for mark in "-_":
        near = re.sub(r"[\s_-]+", mark, value.strip().lower())
        if near != value and re.search(pattern, near):
            return Text(f"{told.ru}; пишите {near}", f"{told.en}; write {near}")
    found = list(codes_of(value, _SEATS)) if "co-chair" in pattern else []
    if not found:
        return told
    said = ", ".join(f"{one}-1" if one in ("co-chair", "member") else one for one in found)
    ru, en = ("пишите", "write") if len(found) == 1 else ("возможны:", "possible:")
    return Text(f"{told.ru}; {ru} {said}", f"{told.en}; {en} {said}")


_SEATS = ("chair", "co-chair", "deputy", "secretary", "member")
