r"""Номер истории (ids): what an id of a history may be, checked alike in a file and in Python.

>>> read_id("2023/17")
'2023/17'
>>> read_id("17\n18")
Traceback (most recent call last):
    ...
law189.law.text.Law189Error: id: the history id «17\n18» has a line break or a space at its end; take it out
"""

from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter, ValidationError

from law189.files.refused import worded
from law189.files.wording import word
from law189.law import Law189Error, flaw, hidden_sign
from law189.law.signs import hidden

__all__ = ["read_id"]


def _one_line(history_id: str) -> str:
    """An answer names the history on one line, so its id may not break one or hide in it."""
    if (sign := hidden(history_id)) is not None:
        words = hidden_sign(sign)
        raise flaw("history_id", f"номер истории: {words.ru}", f"the history id: {words.en}")
    if not history_id.isprintable() or history_id != history_id.strip():
        raise flaw(
            "history_id",
            f"в номере истории «{word(history_id)}» есть перенос строки или пробел с краю; уберите его",
            f"the history id «{word(history_id)}» has a line break or a space at its end; take it out",
        )
    return history_id


HistoryId = Annotated[str, Field(min_length=1), AfterValidator(_one_line)]
"""Номер истории: words on one line, without a space at the ends."""
_ID: TypeAdapter[str] = TypeAdapter(HistoryId, config=ConfigDict(strict=True))


def read_id(history_id: object) -> str:
    """The id, where it is one. Raises `Law189Error` on what no file may have for an id."""
    try:
        return _ID.validate_python(history_id)
    except ValidationError as error:
        details = error.errors(include_url=False)[0]
        words = worded(details["type"], details["input"], details.get("ctx", {}), details["msg"])
        raise Law189Error(f"id: {words.en}") from None
