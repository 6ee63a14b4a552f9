"""Значения словами (spoken values): what ends an act, what a municipality sets of its own, as they are said.

>>> Lapsing().read("утрачивает силу с 01.01.2026", {})
{'repealed_on': '2026-01-01'}
>>> Lapsing().read("приостановлено с 01.02.2025 по 30.06.2025", {})
{'suspended': {'since': '2025-02-01', 'until': '2025-06-30'}}
>>> Own().read("12 месяцев со дня формирования сертификата", {})["term"]["months"], Own().read("1200,50 руб.", {})
(12, {'amount': '1200.50'})
"""

import re
from dataclasses import dataclass
from typing import Any

from law189.files.said_counts import once, unlike
from law189.law import Text
from law189.office.interview.spoken import Address, Misread, Offered, Reader, Values, day_in
from law189.office.interview.spoken_measures import Quantity, Sum
from law189.office.interview.spoken_terms import Term

__all__ = ["Addresses", "Lapsing", "Own", "latin", "spelt"]

# ─── Прекращение и приостановление ───────────────────────────────────────────────────────────────────────

_LAPSES: Offered = (
    (
        {"repealed_on": None},
        Text("утрачивает силу, день не известен", "repealed, on a day that is not known"),
    ),
    (
        {"expires_on": None},
        Text("срок действия кончается, день не известен", "expires, on a day that is not known"),
    ),
    (
        {"suspended": {}},
        Text("действие приостановлено, дни не известны", "suspended, on days that are not known"),
    ),
)
_LAPSE_HINT = Text(
    "или: утрачивает силу с 01.01.2026; действует по 31.12.2025; приостановлено с 01.02.2025 по 30.06.2025",
    "or: repealed from 2026-01-01; in force to 2025-12-31; suspended from 2025-02-01 to 2025-06-30",
)
_NO_LAPSE = Text(
    "не понято, что с актом; ответьте номером или, например: утрачивает силу с 01.01.2026; действует по "
    "31.12.2025; приостановлено с 01.02.2025",
    "no such end; give a number or, such as: repealed from 2026-01-01; in force to 2025-12-31; suspended from "
    "2025-02-01",
)
_REPEALED = re.compile("(?:утрачивает силу|утратило силу|отменено|repealed)(?: с| from| on)? (.+)")
_EXPIRES = re.compile(
    "(?:действует(?: по| до)|срок действия (?:кончается|истекает)|in force to|expires(?: on| after)?) (.+)"
)
_SUSPENDED = re.compile(
    "(?:действие )?(?:приостановлено|suspended)(?: с| from) (.+?)(?: (?:по|до|to) (.+?))?(?: включительно)?"
)


@dataclass(frozen=True)
class Lapsing(Reader):
    """Что с актом или его нормами: repealed, expired or suspended, and when."""

    hint: Text | None = _LAPSE_HINT

    def offered(self, values: Values) -> Offered:  # noqa: ARG002  # as every reader has it
        """The three of which the day is not known."""
        return _LAPSES

    def read(self, said: str, values: Values) -> Any:
        """The key that a file writes for it, with its day. Raises `Misread`."""
        offered = self.offered(values)
        words = " ".join(said.split()).casefold().removesuffix(".")
        if re.fullmatch("[1-3]", words):
            return dict(offered[int(words) - 1][0])
        for value, told in offered:
            if words in (told.ru, told.en, told.ru.partition(",")[0]):
                return dict(value)
        if found := _REPEALED.fullmatch(words):
            return {"repealed_on": _day(found[1])}
        if found := _EXPIRES.fullmatch(words):
            return {"expires_on": _last(words, _day(found[1]))}
        if found := _SUSPENDED.fullmatch(words):
            until = {} if found[2] is None else {"until": _day(found[2])}
            return {"suspended": {"since": _day(found[1]), **until}}
        raise Misread(_NO_LAPSE)


def _day(said: str) -> str:
    day = day_in(said)
    if day is None:
        raise Misread(_NO_LAPSE)
    return day


_UP_TO = Text(
    "«действует до» — сам этот день входит? скажите «действует по» последний день, в который это действует",
    "say «in force to» the last day on which it holds",
)


def _last(words: str, day: str) -> str:
    """The last day; «до» may leave it out, and then it is asked for."""
    if words.startswith("действует до"):
        raise Misread(_UP_TO)
    return day


_ADDRESSES_HINT = Text(
    "адреса через точку с запятой, например: п. 7; п. 5.5 прил. 3; если речь обо всём акте — «молчит»",
    "addresses with semicolons between them, such as p7; app3.5.5; of the whole act: «silent»",
)


@dataclass(frozen=True)
class Addresses(Reader):
    """Адреса норм, one or several."""

    hint: Text | None = _ADDRESSES_HINT

    def read(self, said: str, values: Values) -> Any:
        """The addresses as a file writes them; what is none, as it is, for the model to refuse."""
        return [Address().read(one.strip(), values) for one in re.split("[;,]", said) if one.strip()]


# ─── Своё значение ───────────────────────────────────────────────────────────────────────────────────────

_OWN_HINT = Text(
    "срок (12 месяцев; до 31 августа), сумма с «руб.» (1200,50 руб.), число (15), «да» или «нет», "
    "либо перечень: инвалиды; сироты",
    "a term (12 months; until the approval), a sum (1200.50 roubles), a number (15), «yes» or «no», "
    "or a list: orphans; refugees",
)
_NO_OWN = Text(
    "значение не понято; нужен срок, сумма с «руб.», число, «да» или «нет», либо «перечень: первое; второе»",
    "no such value; needed: a term, a sum of roubles, a number, «yes» or «no», or «list: one; another»",
)
_LETTERS = dict(zip("абвгдеёзийклмнопрстуфыэ", "abvgdeeziyklmnoprstufye", strict=True)) | {
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "sch",
    "ъ": "",
    "ь": "",
    "ю": "yu",
    "я": "ya",
}


def spelt(words: str) -> str:
    """The words in Latin letters and figures, with hyphens for whatever else stands in them.

    >>> spelt("1347-ПП"), spelt("44-А/2023"), spelt("П-44")
    ('1347-pp', '44-a-2023', 'p-44')
    """
    letters = "".join(_LETTERS.get(sign, sign) for sign in words.casefold())
    return re.sub("[^a-z0-9]+", "-", letters).strip("-")


def latin(words: str, taken: set[Any]) -> str:
    """An id of Latin letters for what has those words, that nothing else has yet."""
    parts = re.findall("[a-z]+", spelt(words))[:3] or ["entry"]
    found = "-".join(parts)
    while found in taken:
        found += "-one-more"
    return found


@dataclass(frozen=True)
class Own(Reader):
    """Своё значение муниципалитета: a term, a sum, a number, a yes or no, or a list."""

    hint: Text | None = _OWN_HINT

    def read(self, said: str, values: Values) -> Any:
        """The key that a file writes for it, with the value. Raises `Misread`."""
        words = " ".join(said.split())
        if found := re.fullmatch("(?:перечень|список|list) ?: ?(.+)", words, re.IGNORECASE):
            return {"entries": _entries(found[1])}
        if words.casefold() in ("да", "нет", "yes", "no"):
            return {"yes_no": words.casefold() in ("да", "yes")}
        plain = once(words)
        if plain is not None and re.fullmatch(r"-?[0-9]+(?:[.,][0-9]+)?", plain):
            return {"number": Quantity().read(plain, values)}
        if plain is not None and (amount := Sum().read(plain, values)) != plain:
            return {"amount": amount}
        try:
            return {"term": Term().read(words, values)}
        except Misread:
            raise Misread(unlike(words) or _NO_OWN) from None


def _entries(said: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for words in (one.strip() for one in said.split(";")):
        if words:
            found.append({"id": latin(words, {one["id"] for one in found}), "title": {"ru": words}})
    return found
