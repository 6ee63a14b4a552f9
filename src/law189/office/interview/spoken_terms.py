"""Сроки словами (spoken terms): how often a group meets, when an act begins to hold, by when a plan item is due.

>>> Term().read("до 01.10.2023", {}), Term().read("IV квартал 2024 года", {})
({'kind': 'before', 'day': '2023-10-01'}, {'kind': 'quarter', 'year': 2024, 'quarter': 4})
>>> Force().read("через 10 дней после опубликования", {})
{'days_after_publication': 10}
"""

import re
from dataclasses import dataclass
from typing import Any

from law189.files.said_counts import unlike
from law189.files.said_days import says_when
from law189.law import Text
from law189.office.interview.spoken import Misread, Offered, Reader, Values, day_in
from law189.profile.counted import Days
from law189.profile.dated import End
from law189.profile.often import Span, often_of
from law189.profile.regulation_words import days_of, no_days_said
from law189.profile.term_words import WHICH_DAYS, term_of, unclear
from law189.profile.validity import begins_of

__all__ = ["Force", "Frequency", "InDays", "Term"]

_UNITS = {"working": Days.WORKING, "calendar": Days.CALENDAR}


def _plainly(said: str) -> str:
    """The words with single spaces and small letters."""
    return " ".join(said.casefold().split())


_IN_DAYS_HINT = Text(
    "например: 3 рабочих дня; 5 календарных дней", "such as: 3 working days; 5 calendar days"
)


@dataclass(frozen=True)
class InDays(Reader):
    """Срок в днях: «3 рабочих дня» до заседания, or after what `since` names, a `meeting` or a `signing`."""

    hint: Text | None = _IN_DAYS_HINT
    materials: bool = False
    since: str | None = None

    def read(self, said: str, values: Values) -> Any:  # noqa: ARG002  # as every reader has it
        """The number of days and what days they are. Raises `Misread`."""
        plain, with_them = re.subn(r",? (?:с материалами|with materials)$", "", _plainly(said))
        found = days_of(plain, self.since) or _in_days(plain)
        if found is None or (with_them and not self.materials):
            unsaid = _WHICH_DAYS if no_days_said(plain, self.since) else _NO_DAYS[self.since]
            raise Misread(unlike(plain) or unsaid)
        return {**found, "materials": True} if with_them else found


def _no_days(ru: str, such: str, en: str) -> Text:
    """That the words are no term of such a question: from what it is counted, and words of that direction."""
    return Text(
        f"срок не понят; срок считают {ru}, нужно число рабочих или календарных дней: 3 рабочих дня; {such}",
        f"no such term; the term is counted {en}, a number of working or of calendar days is needed: 3 working "
        "days; 5 calendar days",
    )


_NO_DAYS = {
    None: _no_days(
        "до заседания",
        "за 5 календарных дней; не позднее чем за один рабочий день до заседания",
        "back from the meeting",
    ),
    "meeting": _no_days(
        "после заседания",
        "в течение 5 календарных дней; не позднее одного рабочего дня со дня заседания",
        "from the meeting on",
    ),
    "signing": _no_days(
        "после подписания протокола",
        "в течение 5 календарных дней; не позднее одного рабочего дня со дня подписания протокола",
        "from the signing of the minutes on",
    ),
}


def _in_days(words: str) -> dict[str, Any] | None:
    found = re.fullmatch(r"(?:not later than )?([1-9][0-9]{0,2}) (working|calendar) days?", words)
    return None if found is None else {"days": int(found[1]), "unit": _UNITS[found[2]].value}


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
        if words == "as needed":
            return "as_needed"
        spans = {word: span.value for span in Span for word in (span.text.en, span.value)}
        found = re.fullmatch(rf"at least ([0-9]+)(?: times)? ?(?:in )?({'|'.join(spans)})", words)
        often = often_of(said) if found is None else {"at_least": int(found[1]), "per": spans[found[2]]}
        if often is None:
            raise Misread(unlike(said) or _NO_FREQUENCY)
        return often


_NO_FREQUENCY = Text(
    "не понято, как часто; нужно: по мере необходимости; не реже 1 раза в квартал; ежеквартально; не реже двух раз "
    "в год — время бывает: " + ", ".join(span.text.ru for span in Span),
    "no such frequency; needed: as needed; at least 2 a year; the time may be: "
    + ", ".join(span.value for span in Span),
)


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
            unlike(said)
            or Text(
                "не понято, когда акт вступает в силу; ответьте номером или словами: "
                + "; ".join(told.ru for _, told in _WORDS)
                + "; через 10 дней после опубликования; по истечении 10 дней после дня опубликования; с 01.01.2024",
                "no such beginning; give a number of the list, or words: "
                + "; ".join(told.en for _, told in _WORDS)
                + "; 10 days after publication; from 2024-01-01",
            )
        )


# ─── Срок мероприятия ────────────────────────────────────────────────────────────────────────────────────

_DAY_KINDS = {"before": "before", "by": "by", "not later than": "not_later", "from": "from", "": "on"}
_ENDS = {"before": End.BEFORE, "by": End.BY}
_NO_TERM = Text(
    "срок не понят; нужно, например: до 01.10.2023; не позднее 01.03.2024; до конца 2023 года; IV квартал 2024 "
    "года; 2023 год; ежегодно до 01.03; не реже двух раз в год; 1 раз в полугодие; 5 рабочих дней со дня "
    "официального опубликования; до утверждения порядка; за 10 рабочих дней до 01.09.2024; по мере необходимости",
    "no such term; needed: such as before 2023-10-01, quarter 4 2024, 2023, 5 working days, as needed",
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
        if (why := unclear(said)) is not None:
            raise Misread(_WHICH_DAYS if why == WHICH_DAYS else why)
        words = _plainly(said).removesuffix(".")
        for read in (_as_needed, _on_a_day, _in_a_period, _each_year, _after, _after_months):
            if (found := read(words)) is not None:
                return found
        raise Misread(_NO_TERM)


# Words in English, which no act says; Russian ones have one reader, law189.profile.term_words.


def _as_needed(words: str) -> dict[str, Any] | None:
    return {"kind": "as_needed"} if words == "as needed" else None


def _on_a_day(words: str) -> dict[str, Any] | None:
    found = re.fullmatch(r"(before|by|not later than|from|until) (.+)|([0-9].*)", words)
    if found is not None and found[1] == "until":
        if says_when(found[2]):
            return None
        return {"kind": "until", "event": {"kind": "other", "what": {"ru": found[2]}}}
    day = None if found is None else day_in(found[2] or found[3])
    return None if found is None or day is None else {"kind": _DAY_KINDS[found[1] or ""], "day": day}


def _in_a_period(words: str) -> dict[str, Any] | None:
    if found := re.fullmatch("[0-9]{4}", words):
        return {"kind": "year", "year": int(words)}
    if found := re.fullmatch(r"quarter ([1-4]) ([0-9]{4})", words):
        return {"kind": "quarter", "year": int(found[2]), "quarter": int(found[1])}
    return None


def _each_year(words: str) -> dict[str, Any] | None:
    found = re.fullmatch(r"each year (before|by) (.+?)( of the year after the one reported on)?", words)
    if found is None:
        return None
    day = day_in(f"{found[2]}.2024") or day_in(f"{found[2]} 2024")
    if day is None:
        return None
    reported = {"after_reported": True} if found[3] else {}
    return {"kind": "yearly", "end": _ENDS[found[1]].value, "day": day[5:], **reported}


def _after(words: str) -> dict[str, Any] | None:
    found = re.fullmatch("([0-9]{1,4}) (working|calendar) days?", words)
    return None if found is None else {"kind": "after", "days": int(found[1]), "unit": _UNITS[found[2]].value}


def _after_months(words: str) -> dict[str, Any] | None:
    found = re.fullmatch("([0-9]{1,3}) months?", words)
    return None if found is None else {"kind": "after_months", "months": int(found[1])}
