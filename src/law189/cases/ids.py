r"""Номер истории (ids): what an id of a history may be, checked alike in a file and in Python.

One id is one case however its letters are put together: «й» of one sign and «й» of two (as macOS writes names of
files) are read as one sign (NFC), as numbers are. An id that was saved before that stays as it was saved, as the
hashes of its records hold it.

>>> read_id("2023/17")
'2023/17'
>>> read_id("17\n18")
Traceback (most recent call last):
    ...
law189.law.text.Law189Error: id: the history id «17\n18» has a line break; take it out
"""

import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter, ValidationError

from law189.files.refused import worded
from law189.files.wording import word
from law189.law import Law189Error, Text, flaw, hidden_sign
from law189.law.signs import hidden
from law189.numbers import alike_key, number_key

__all__ = ["A_STEP", "AlikeIds", "HistoryId", "SavedId", "composed", "is_step", "no_step", "read_id"]


def composed(history_id: str) -> str:
    r"""The id with each letter as one sign where there is one.

    >>> composed("дело-и\u0306") == "дело-й"
    True
    """
    return history_id if history_id.isascii() else unicodedata.normalize("NFC", history_id)


def _one_line(history_id: str) -> str:
    """An answer names the history on one line, so its id may not break one or hide in it."""
    if (sign := hidden(history_id)) is not None:
        words = hidden_sign(sign)
        raise flaw("history_id", f"номер истории: {words.ru}", f"the history id: {words.en}")
    if (why := _why_not_plain(history_id)) is not None:
        raise flaw(
            "history_id",
            f"в номере истории «{word(history_id)}» {why.ru}",
            f"the history id «{word(history_id)}» {why.en}",
        )
    return history_id


def _why_not_plain(history_id: str) -> Text | None:
    """What stands in the id beside plain signs, with what to do; None where nothing does."""
    if history_id != history_id.strip():
        return _AT_THE_EDGE
    place = next((at for at, sign in enumerate(history_id) if not sign.isprintable()), None)
    if place is None:
        return None
    if history_id[place] in _BREAKS:
        return _BROKEN
    named, code = _HARD.get(history_id[place], _OTHER), f"U+{ord(history_id[place]):04X}"
    return Text(
        f"есть {named.ru} ({code}), знак {place + 1}; замените его обычным пробелом или уберите",
        f"has {named.en} ({code}), sign {place + 1}; put a plain space in its place or take it out",
    )


_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_HARD = {
    "\u00a0": Text("неразрывный пробел", "a no-break space"),
    "\u202f": Text("узкий неразрывный пробел", "a narrow no-break space"),
    "\t": Text("знак табуляции", "a tab"),
}
_OTHER = Text("знак, который не виден", "a sign that is not seen")
_AT_THE_EDGE = Text(
    "есть перенос строки или пробел с краю; уберите его",
    "has a line break or a space at its end; take it out",
)
_BROKEN = Text("есть перенос строки; уберите его", "has a line break; take it out")


SavedId = Annotated[str, Field(min_length=1), AfterValidator(_one_line)]
"""Номер сохранённой истории: words on one line, without a space at the ends, as they were saved."""
HistoryId = Annotated[SavedId, AfterValidator(composed)]
"""Номер истории: the same, each letter as one sign."""
_ID: TypeAdapter[str] = TypeAdapter(HistoryId, config=ConfigDict(strict=True))


def read_id(history_id: object) -> str:
    """The id, where it is one. Raises `Law189Error` on what no file may have for an id."""
    try:
        return _ID.validate_python(history_id)
    except ValidationError as error:
        details = error.errors(include_url=False)[0]
        words = worded(details["type"], details["input"], details.get("ctx", {}), details["msg"])
        raise Law189Error(f"id: {words.en}") from None


A_STEP = Text(
    "это шаг из файла шагов, а не сохранённая история; файл шагов проверяют law189 replay и law189 audit",
    "this is a step of a file of steps, and no saved history; law189 replay and law189 audit check a file of steps",
)
"""What is said of a step where a history is read that was saved."""


def is_step(given: Mapping[str, Any]) -> bool:
    """Whether it is a line of a file of steps: it names its history where a saved one has its id."""
    return "history" in given and "kind" in given and "id" not in given


def no_step(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """What is given, where it is no step. Raises `Law189Error`, which names what reads steps."""
    if is_step(given):
        raise Law189Error(A_STEP.en)
    return given


class AlikeIds:
    """Похожие номера: of the ids that it is told, those that differ from an earlier one in nothing that is seen.

    Two ids look alike where only Latin and Russian letters of one look, the case of letters, blanks or dashes
    differ. Of each id one number is kept, and of a few (`found`) the id with its first line.

    >>> alike = AlikeIds()
    >>> for line, history in enumerate(("order-1", "order-2", "ordеr-1", "ORDER-2", "ordеr-1"), start=1):
    ...     alike.read(line, history)
    >>> alike.found
    {'ordеr-1': 3, 'ORDER-2': 4}
    >>> len(alike)
    4
    """

    def __init__(self) -> None:
        self.hashes: set[int] = set()
        self._looks: dict[int, int] = {}
        self.found: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.hashes)

    def read(self, line: int, history_id: str) -> None:
        """Note the id of a line."""
        own = hash(history_id)
        if own in self.hashes:
            return
        self.hashes.add(own)
        look = hash(alike_key(history_id) or number_key(history_id))
        if self._looks.setdefault(own if look == own else look, own) != own and len(self.found) < MOST:
            self.found[history_id] = line


MOST = 20
"""How many ids that look alike are told."""
