"""Сроки словами (spoken terms): how often a group meets, when an act begins to hold, by when a plan item is due.

>>> Term().read("до 01.10.2023", {}), Term().read("IV квартал 2024 года", {})
({'kind': 'before', 'day': '2023-10-01'}, {'kind': 'quarter', 'year': 2024, 'quarter': 4})
>>> Force().read("через 10 дней после опубликования", {})
{'days_after_publication': 10}
"""

import re
from dataclasses import dataclass
from typing import Any

from law189.law import Text
from law189.office.interview.spoken import Misread, Offered, Reader, Values, day_in
from law189.profile.counted import Days
from law189.profile.dated import MONTHS, End
from law189.profile.regulation import Span
from law189.profile.term_words import begins_of, counts_days, term_of

__all__ = ["Force", "Frequency", "InDays", "Term"]

_UNITS = {
    "рабочих": Days.WORKING,
    "рабочий": Days.WORKING,
    "рабочего": Days.WORKING,
    "working": Days.WORKING,
    "календарных": Days.CALENDAR,
    "календарный": Days.CALENDAR,
    "календарного": Days.CALENDAR,
    "calendar": Days.CALENDAR,
}
_UNIT = "|".join(_UNITS)


def _plainly(said: str) -> str:
    """The words with single spaces and small letters."""
    return " ".join(said.casefold().split())


_IN_DAYS_HINT = Text(
    "например: 3 рабочих дня; 5 календарных дней", "such as: 3 working days; 5 calendar days"
)


@dataclass(frozen=True)
class InDays(Reader):
    """Срок в днях: «3 рабочих дня»."""

    hint: Text | None = _IN_DAYS_HINT
    materials: bool = False

    def read(self, said: str, values: Values) -> Any:  # noqa: ARG002  # as every reader has it
        """The number of days and what days they are. Raises `Misread`."""
        found = re.fullmatch(
            rf"(?:за |not later than )?([0-9]+) ({_UNIT}) (?:день|дня|дней|days?)(.*)", _plainly(said)
        )
        with_them = found is not None and bool(re.search("с материалами|with materials", found[3]))
        if found is None or (found[3].strip() and not with_them):
            raise Misread(
                Text(
                    "срок не понят; нужно, например: 3 рабочих дня",
                    "no such term; needed: such as 3 working days",
                )
            )
        term = {"days": int(found[1]), "unit": _UNITS[found[2]].value}
        return {**term, "materials": True} if with_them and self.materials else term


_FREQUENCY_HINT = Text(
    "например: по мере необходимости; не реже 1 раза в квартал",
    "such as: as needed; at least 2 a half_year",
)


@dataclass(frozen=True)
class Frequency(Reader):
    """Как часто заседают: «по мере необходимости», «не реже 2 раз в полугодие»."""

    hint: Text | None = _FREQUENCY_HINT

    def read(self, said: str, values: Values) -> Any:  # noqa: ARG002  # as every reader has it
        """The frequency. Raises `Misread`."""
        words = _plainly(said)
        if words in ("по мере необходимости", "as needed"):
            return "as_needed"
        spans = {word: span.value for span in Span for word in (span.text.ru, span.text.en, span.value)}
        one = "|".join(re.escape(word) for word in spans)
        found = re.fullmatch(
            rf"(?:не реже|не менее|at least)(?: чем)? ?([0-9]*) ?(?:раз[а]?|times)? ?(?:в|in)? ?({one})",
            words,
        )
        if found is None:
            raise Misread(
                Text(
                    "не понято, как часто; нужно, например: не реже 1 раза в квартал",
                    "no such frequency; needed: such as at least 2 a half_year",
                )
            )
        return {"at_least": int(found[1] or 1), "per": spans[found[2]]}


_WORDS: Offered = (
    ("on_signing", Text("со дня подписания", "on signing")),
    ("on_publication", Text("со дня официального опубликования", "on publication")),
    (
        "day_after_publication",
        Text("на следующий день после официального опубликования", "on the day after publication"),
    ),
)


_FORCE_HINT = Text(
    "или: через 10 дней после опубликования; с 01.01.2024",
    "or: 10 days after publication; from 2024-01-01",
)


@dataclass(frozen=True)
class Force(Reader):
    """Вступление в силу: one of the usual words, so many days after publication, or a day."""

    hint: Text | None = _FORCE_HINT

    def offered(self, values: Values) -> Offered:  # noqa: ARG002  # as every reader has it
        """The three words."""
        return _WORDS

    def read(self, said: str, values: Values) -> Any:
        """When the act begins to hold. Raises `Misread`."""
        words = _plainly(said)
        if re.fullmatch("[1-3]", words):
            return _WORDS[int(words) - 1][0]
        for value, told in self.offered(values):
            if words in (value, told.en):
                return value
        if (begins := begins_of(said)) is not None:
            return begins
        if found := re.fullmatch(
            "(?:in )?([0-9]+) (?:calendar )?days after (?:official )?publication", words
        ):
            return {"days_after_publication": int(found[1])}
        if (found := re.fullmatch("(?:from )?(.+)", words)) and (day := day_in(found[1])) is not None:
            return {"on_day": day}
        raise Misread(
            Text(
                "не понято, когда акт вступает в силу; ответьте номером, числом дней после опубликования или днём",
                "no such beginning; give a number of the list, so many days after publication, or a day",
            )
        )


# ─── Срок мероприятия ────────────────────────────────────────────────────────────────────────────────────

_DAY_KINDS = {
    "до": "before",
    "before": "before",
    "по": "by",
    "by": "by",
    "не позднее": "not_later",
    "not later than": "not_later",
    "с": "from",
    "from": "from",
    "": "on",
}
_ENDS = {"до": End.BEFORE, "по": End.BY, "не позднее": End.NOT_LATER, "before": End.BEFORE, "by": End.BY}
_NUMBERS = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "1-й": 1,
    "2-й": 2,
    "3-й": 3,
    "4-й": 4,
}
_NAMES = [month.ru for month in MONTHS]
_SPANS = {"месяц": "month", "квартал": "quarter", "полугодие": "half_year", "год": "year", "month": "month"}
_SPANS |= {"quarter": "quarter", "year": "year"}
_EVENTS = {
    "доведения лимитов бюджетных обязательств": "limits",
    "официального опубликования": "publication",
    "вступления в силу": "in_force",
}
_NO_TERM = Text(
    "срок не понят; нужно, например: до 01.10.2023; IV квартал 2024 года; 2023 год; по мере необходимости",
    "no such term; needed: such as before 2023-10-01, quarter 4 2024, 2023, as needed",
)


_WHICH_DAYS = Text(
    "не сказано, какие это дни; скажите «рабочих дней» или «календарных дней»",
    "it is not said which days; say «working days» or «calendar days»",
)
_TERM_HINT = Text(
    "например: до 01.10.2023; не позднее 01.03.2024; IV квартал 2024 года; 2023 год; ежегодно до 01.03; "
    "не реже раза в квартал; 5 рабочих дней со дня официального опубликования; до утверждения порядка; "
    "за 10 рабочих дней до 01.09.2024; в день подписания соглашения; по мере необходимости",
    "such as: before 2023-10-01; not later than 2024-03-01; quarter 4 2024; 2023; 5 working days; until the "
    "approval of the order; as needed",
)


@dataclass(frozen=True)
class Term(Reader):
    """Срок мероприятия плана, как его пишет акт."""

    hint: Text | None = _TERM_HINT

    def read(self, said: str, values: Values) -> Any:  # noqa: ARG002  # as every reader has it
        """The term as a file writes it. Raises `Misread`."""
        if (as_written := term_of(said)) is not None:
            return as_written
        if counts_days(said):
            raise Misread(_WHICH_DAYS)
        words = _plainly(said).removeprefix("в течение ").removesuffix(".")
        for read in (_as_needed, _on_a_day, _in_a_period, _each_year, _so_often, _after, _after_months):
            if (found := read(words)) is not None:
                return found
        raise Misread(_NO_TERM)


def _as_needed(words: str) -> dict[str, Any] | None:
    return {"kind": "as_needed"} if words in ("по мере необходимости", "as needed") else None


def _on_a_day(words: str) -> dict[str, Any] | None:
    found = re.fullmatch(r"(?:(до|по|не позднее|с|before|by|not later than|from|until) )?(.+)", words)
    day = None if found is None else day_in(found[2])
    if found is not None and found[1] == "until":
        return {"kind": "until", "event": {"kind": "other", "what": {"ru": found[2]}}}
    return None if found is None or day is None else {"kind": _DAY_KINDS[found[1] or ""], "day": day}


def _in_a_period(words: str) -> dict[str, Any] | None:
    year = r"([0-9]{4})(?: ?(?:года?|году|г\.?))?"
    which = "|".join(sorted(_NUMBERS, key=len, reverse=True))
    if found := re.fullmatch(rf"(?:в )?{year}", words):
        return {"kind": "year", "year": int(found[1])}
    if found := re.fullmatch(rf"(?:в )?({which}) квартале? {year}|quarter ([1-4]) ([0-9]{{4}})", words):
        return {
            "kind": "quarter",
            "year": int(found[2] or found[4]),
            "quarter": _NUMBERS[found[1] or found[3]],
        }
    if found := re.fullmatch(rf"(?:в )?({which}|первое|второе|первом|втором) полугоди[ие] {year}", words):
        return {
            "kind": "half_year",
            "year": int(found[2]),
            "half": _NUMBERS.get(found[1]) or 1 + (found[1][0] == "в"),
        }
    if found := re.fullmatch(rf"({'|'.join(_NAMES)}) {year}", words):
        return {"kind": "month", "year": int(found[2]), "month": _NAMES.index(found[1]) + 1}
    return None


def _each_year(words: str) -> dict[str, Any] | None:
    found = re.fullmatch(r"(?:ежегодно|каждый год|each year) (до|по|не позднее|before|by) (.+)", words)
    if found is None:
        return None
    day = day_in(f"{found[2]}.2024") or day_in(f"{found[2]} 2024")
    return None if day is None else {"kind": "yearly", "end": _ENDS[found[1]].value, "day": day[5:]}


def _so_often(words: str) -> dict[str, Any] | None:
    found = re.fullmatch(rf"(?:не реже )?([0-9]*) ?раза? в ({'|'.join(_SPANS)})", words)
    return (
        None if found is None else {"kind": "regular", "times": int(found[1] or 1), "per": _SPANS[found[2]]}
    )


def _after(words: str) -> dict[str, Any] | None:
    found = re.fullmatch(
        rf"([0-9]+) ({_UNIT}) (?:дней|дня|день|days?)(?: (?:после|со дня|after) (.+))?", words
    )
    if found is None:
        return None
    term = {"kind": "after", "days": int(found[1]), "unit": _UNITS[found[2]].value}
    return term if found[3] is None else _counted_from(term, found[3])


def _after_months(words: str) -> dict[str, Any] | None:
    found = re.fullmatch(r"([0-9]+) (?:месяцев|месяца|месяц|months?)(?: (?:после|со дня|after) (.+))?", words)
    if found is None:
        return None
    term = {"kind": "after_months", "months": int(found[1])}
    return term if found[2] is None else _counted_from(term, found[2])


def _counted_from(term: dict[str, Any], of: str) -> dict[str, Any] | None:
    kind = _EVENTS.get(of)
    return None if kind is None else {**term, "event": {"kind": kind}}
