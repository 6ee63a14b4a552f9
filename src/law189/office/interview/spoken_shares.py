"""Порог словами (spoken shares): what share of what whole a regulation asks for, as it says it.

>>> Threshold().read("более половины списочного состава", {}), Threshold().read("не менее 5 членов группы", {})
({'more_than': '1/2', 'of': 'list'}, {'persons': 5, 'of': 'members'})
"""

import re
from dataclasses import dataclass
from typing import Any

from law189.law import Text
from law189.office.interview.spoken import Misread, Offered, Reader, Values
from law189.profile.thresholds import Whole

__all__ = ["Threshold"]

_SHARES = {
    "половины": "1/2",
    "половина": "1/2",
    "одной второй": "1/2",
    "трети": "1/3",
    "одной трети": "1/3",
    "двух третей": "2/3",
    "четверти": "1/4",
    "трёх четвертей": "3/4",
    "трех четвертей": "3/4",
    "half": "1/2",
    "a half": "1/2",
    "a third": "1/3",
    "two thirds": "2/3",
    "three quarters": "3/4",
}
_AT_LEAST, _MORE_THAN = ("не менее", "не меньше", "at least"), ("более", "больше", "свыше", "more than")
_WHOLES = "|".join(re.escape(side) for whole in Whole for side in (whole.text.ru, whole.text.en))
_SAID = re.compile(
    rf"({'|'.join((*_AT_LEAST, *_MORE_THAN))}) (?:чем )?(?:от )?(.+?)"
    rf"(?: (?:от |of )?(?:общего )?(?:числа )?({_WHOLES}))?"
)
_NUMBER = re.compile(
    rf"(?:{'|'.join(_AT_LEAST)}) (?:чем )?([1-9][0-9]{{0,2}})(?: of)? "
    rf"({_WHOLES}|членов(?: рабочей группы)?|человек|members)"
)
_NO_THRESHOLD = Text(
    "порог не понят; ответьте номером или словами: более (не менее) доли, от чего её считают",
    "no such threshold; give a number, or words: more than (at least) a share, of what it is counted",
)


_THRESHOLD_HINT = Text(
    "или словами, например: не менее 2/3 замещённых мест; не менее 5 членов группы",
    "or in words, such as: at least 2/3 of the filled seats; at least 5 of the members",
)


@dataclass(frozen=True)
class Threshold(Reader):
    """Порог: «не менее двух третей присутствующих», «более 1/2 списочного состава»."""

    hint: Text | None = _THRESHOLD_HINT
    wholes: tuple[Whole, ...] = (Whole.MEMBERS, Whole.LIST)

    def offered(self, values: Values) -> Offered:  # noqa: ARG002  # as every reader has it
        """More than half and at least half of each whole."""
        return tuple(
            ({key: "1/2", "of": whole.value}, Text(f"{ru} {whole.text.ru}", f"{en} {whole.text.en}"))
            for whole in self.wholes
            for key, ru, en in (
                ("more_than", "более половины", "more than half of"),
                ("at_least", "не менее половины", "at least half of"),
            )
        )

    def read(self, said: str, values: Values) -> Any:
        """The threshold; a share that is none, as it is, for the model to refuse. Raises `Misread`."""
        offered = self.offered(values)
        if re.fullmatch("[0-9]{1,3}", said) and 1 <= int(said) <= len(offered):
            return offered[int(said) - 1][0]
        words = " ".join(said.casefold().replace("замещенных", "замещённых").split())
        if (number := _NUMBER.fullmatch(words)) is not None:
            of = next((one for one in Whole if number[2] in (one.text.ru, one.text.en)), Whole.MEMBERS)
            return {"persons": int(number[1]), "of": of.value}
        found = _SAID.fullmatch(words)
        if found is None:
            raise Misread(_NO_THRESHOLD)
        key = "at_least" if found[1] in _AT_LEAST else "more_than"
        share = _SHARES.get(found[2], found[2])
        whole = next((w for w in Whole if found[3] in (w.text.ru.casefold(), w.text.en.casefold())), None)
        if whole is None:
            raise Misread(_NO_THRESHOLD)
        return {key: share, "of": whole.value}
