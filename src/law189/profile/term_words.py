"""Сроки словами (terms in words): the term that Russian words say, as a file of a profile writes it.

It reads what an act writes and what the library tells of a term; what can be meant in two ways is not read.

>>> term_of("до 01.10.2023, далее – ежегодно до 01.01")
{'kind': 'before', 'day': '2023-10-01', 'then_yearly_before': '01-01'}
>>> term_of("IV квартал 2024 год")
{'kind': 'quarter', 'year': 2024, 'quarter': 4}
>>> term_of("Не реже 1 раза в квартал (по мере необходимости)")
{'kind': 'regular', 'times': 1, 'per': 'quarter', 'as_needed': True}
>>> term_of("в течение 3 рабочих дней")
{'kind': 'after', 'days': 3, 'unit': 'working_days'}
>>> term_of("в течение 10 рабочих дней со дня утверждения Порядка")["event"]
{'kind': 'other', 'what': {'ru': 'утверждения Порядка'}}
>>> term_of("ежеквартально"), term_of("сентябрь – декабрь 2024 года")
({'kind': 'regular', 'times': 1, 'per': 'quarter'}, {'kind': 'months', 'first_year': 2024, 'first_month': 9, \
'last_year': 2024, 'last_month': 12})
>>> term_of("постоянно") is None, term_of("до конца года") is None
(True, True)
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from law189.files.said_counts import unlike
from law189.files.said_days import day_among
from law189.law import Text
from law189.profile.event_words import EVENT, SINCE, event_of
from law189.profile.months import GENITIVES, MONTHS, NUMBERS
from law189.profile.spans import Per
from law189.profile.usual_words import ORDINALS, in_line, plain_words, usual, visible
from law189.profile.whole import period_of

__all__ = ["WHICH_DAYS", "day_of", "plain_words", "term_of", "unclear", "visible"]

Term = dict[str, Any]
_MONTH = rf"(?P<month>{'|'.join(GENITIVES)})"
_YEAR = r"(?:г\.?|год|года)"
_BARE_DAY = rf"(?P<d>\d{{1,2}})(?:\.(?P<m>\d{{1,2}})\.(?P<y>\d{{4}})|\s+{_MONTH}\s+(?P<yy>\d{{4}}))"
_WHOLE_DAY = rf"{_BARE_DAY}(?:\s*{_YEAR})?"
_SHORT_DAY = rf"(?P<sd>\d{{1,2}})(?:\.(?P<sm>\d{{1,2}})|\s+{_MONTH.replace('month', 'smonth')})"
_ENDS = {"до": "before", "по": "by", "не позднее": "not_later"}
_END = r"(?P<end>до|по|не позднее)"
_PER = {per.text.ru: per.value for per in Per}
_AFTER = {per.after.ru: per for per in Per}
_PERIOD = rf"(?P<of>{'|'.join(_AFTER)})"
_UNIT = r"(?P<unit>рабочих|рабочего|календарных|календарного)"
_COUNT = r"(?P<days>\d{1,4})(?:-?(?:х|ти|и)(?= ))?"


def day_of(said: str) -> str | None:
    """The day that is written «01.10.2023», «1 октября 2023 года» or 2023-10-01, as a file has it."""
    words = plain_words(said)
    if found := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", words):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    return _whole(found) if (found := re.fullmatch(_WHOLE_DAY, words)) else None


def term_of(said: str) -> Term | None:
    """The term that the words say; None where they say none, or one that a person must read."""
    words, as_said = usual(plain_words(said)), in_line(said)
    for form, made in _FORMS:
        if found := re.fullmatch(form, words):
            worded = found.groupdict().get("worded")
            if worded is not None and day_among(worded) is not None:
                return None
            term = made(found)
            if term is not None and worded is not None:
                begins = found.start("worded") - len(words)
                what = as_said[begins : found.end("worded") - len(words) or None]
                if plain_words(what) == plain_words(worded):
                    term["event"]["what"] = {"ru": what}
            return term
    return None


def _day_of_event(words: str) -> str | None:
    """The day that stands in the words of an event, which then is no event alone."""
    found = next((found for form, _ in _FORMS if (found := re.fullmatch(form, words))), None)
    worded = None if found is None else found.groupdict().get("worded")
    return None if worded is None else day_among(worded)


WHICH_DAYS = Text(
    "не сказано, какие это дни, рабочие или календарные",
    "it is not said which days, working or calendar ones",
)


def unclear(said: str) -> Text | None:
    """Why the words are no term, where it can be told: which days, which number, a day or an event, or a wrong day.

    >>> unclear("в течение 3 дней со дня опубликования").ru, unclear("до 30.02.2024").ru, unclear("постоянно")
    ('не сказано, какие это дни, рабочие или календарные', 'дня 30.02.2024 нет в календаре', None)
    """
    words = usual(plain_words(said))
    if (two := unlike(words)) is not None:
        return two
    if re.fullmatch(rf"(?:в течение |не позднее )?{_COUNT} дн(?:ей|я)(?: {SINCE} .+)?", words):
        return WHICH_DAYS
    if (day := _day_of_event(words)) is not None:
        return Text(
            f"в словах события стоит день {day}, а срок — либо день, либо событие; оставьте одно",
            f"the day {day} stands in the words of the event, and a term is a day or an event; keep one",
        )
    none = (
        found[0] for found in re.finditer(rf"(?<![\d.]){_BARE_DAY}(?!\d)", words) if _whole(found) is None
    )
    return next((Text(f"дня {day} нет в календаре", f"no calendar has the day {day}") for day in none), None)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _whole(found: re.Match[str]) -> str | None:
    month = int(found["m"]) if found["m"] else NUMBERS[found["month"]]
    return _day(int(found["y"] or found["yy"]), month, int(found["d"]))


def _short(found: re.Match[str]) -> str | None:
    month = int(found["sm"]) if found["sm"] else NUMBERS[found["smonth"]]
    return None if _day(2000, month, int(found["sd"])) is None else f"{month:02}-{int(found['sd']):02}"


def _kept(term: Term) -> Term | None:
    """The term, unless a day of it is in no calendar."""
    return None if None in term.values() else term


def _then(found: re.Match[str]) -> Term:
    return {"then_yearly_before": _short(found)} if found["sd"] else {}


def _year(found: re.Match[str]) -> Term | None:
    return _kept({"kind": "year", "year": int(found["year"]), **_then(found)})


def _until_day(found: re.Match[str]) -> Term | None:
    kind, since = _ENDS[found["end"]], found.groupdict().get("since")
    backwards = since and (day_of(since) or "") > (_whole(found) or "")
    if (found["sd"] and kind != "before") or (since and kind == "not_later") or backwards:
        return None
    return _kept(
        {"kind": kind, "day": _whole(found), **({"since": day_of(since)} if since else {}), **_then(found)}
    )


def _period(found: re.Match[str]) -> Term | None:
    kind = "quarter" if found["what"].startswith("кв") else "half_year"
    number = ORDINALS[found["number"]]
    if kind == "half_year" and number > 2:
        return None
    return {"kind": kind, "year": int(found["year"]), kind.partition("_")[0]: number}


def _in_month(found: re.Match[str]) -> Term:
    return {"kind": "month", "year": int(found["year"]), "month": NUMBERS[found["name"]]}


def _from_to(since: tuple[int, int], last: tuple[int, int]) -> Term | None:
    """From one month to a later one, each told by its year and number: the one term that the span is.

    It names no first day, whatever the words: it says when something is planned.
    """
    return None if since >= last else period_of(since, last).model_dump(mode="json", exclude_none=True)


def _months_of_year(found: re.Match[str]) -> Term | None:
    """From one month to another, of one year or of two."""
    year = int(found["year"])
    first, last = (NUMBERS[found[key]] for key in ("name", "last"))
    return _from_to((int(found["from_year"] or year), first), (year, last))


def _years(found: re.Match[str]) -> Term | None:
    return _from_to((int(found["from_year"]), 1), (int(found["year"]), 12))


def _quarters(found: re.Match[str]) -> Term | None:
    """From one quarter to another, of one year or of two; nothing of half-years, which are a year together."""
    year, first, last = int(found["year"]), ORDINALS[found["number"]], ORDINALS[found["last"]]
    begins = int(found.groupdict().get("from_year") or year)
    return _from_to((begins, 3 * first - 2), (year, 3 * last)) if (begins, first) < (year, last) else None


def _yearly(kind: str, **more: bool) -> Callable[[re.Match[str]], Term | None]:
    return lambda found: _kept({"kind": kind, "end": _ENDS[found["end"]], "day": _short(found), **more})


def _regular(found: re.Match[str]) -> Term:
    needed = {"as_needed": True} if found["needed"] else {}
    return {
        "kind": "regular",
        "times": int(found["times"] or 1),
        "per": _PER[found["per"]],
        **needed,
    }


def _unit(found: re.Match[str]) -> str:
    return "working_days" if found["unit"].startswith("рабоч") else "calendar_days"


def _after(found: re.Match[str]) -> Term:
    return {"kind": "after", "days": int(found["days"]), "unit": _unit(found), **event_of(found)}


def _ahead(found: re.Match[str]) -> Term | None:
    """So many days before a day or before an event."""
    day = {"day": _whole(found)} if found.groupdict().get("d") else event_of(found)
    return _kept({"kind": "ahead", "days": int(found["days"]), "unit": _unit(found), **day}) if day else None


def _months(found: re.Match[str]) -> Term:
    return {"kind": "after_months", "months": int(found["months"]), **event_of(found)}


def _next_month(found: re.Match[str]) -> Term:
    of = _AFTER[found["of"]]
    after = {} if of is Per.MONTH else {"of": of.value}
    return {
        "kind": "next_month",
        **after,
        "end": _ENDS[found["end"]],
        "day": int(found["day"]),
        **event_of(found),
    }


_MONTH = "|".join((*(word.ru for word in MONTHS), *GENITIVES))
_IN_YEAR, _FROM_YEAR = (rf"(?P<{one}>20\d\d)(?: ?{_YEAR})?" for one in ("year", "from_year"))
_THEN = rf"(?:,? далее(?: -)? ежегодно(?:,)? до {_SHORT_DAY})?"
_NUMBER = rf"(?P<number>{'|'.join(sorted(ORDINALS, key=len, reverse=True))})(?:-?[йме])?"
_LAST = _NUMBER.replace("number", "last")
_WHAT = r"(?P<what>кварта(?:ла?|ле)|кв\.?|полугоди[еия])"
_NEEDED = r"(?P<needed>,? \(?по мере необходимости\)?)?"
_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Term | None]], ...] = (
    (rf"(?:в |в течение )?(?P<year>20\d\d)(?: ?{_YEAR}| году)?{_THEN}", _year),
    (rf"(?:с (?P<since>.+?) )?{_END} {_WHOLE_DAY}{_THEN}", _until_day),
    (rf"(?:во? )?{_NUMBER} {_WHAT} {_IN_YEAR}", _period),
    (
        rf"{_NUMBER} (?:квартала?|кв\.?) {_FROM_YEAR} ?(?:-|по) ?{_LAST} (?:квартала?|кв\.?) {_IN_YEAR}",
        _quarters,
    ),
    (rf"(?:в )?(?P<name>{_MONTH}) {_IN_YEAR}", _in_month),
    (_WHOLE_DAY, lambda found: _kept({"kind": "on", "day": _whole(found)})),
    (rf"ежегодно,? {_END} {_SHORT_DAY}", _yearly("yearly")),
    (
        rf"ежегодно {_END} {_SHORT_DAY} года, следующего за отчетным",
        _yearly("yearly", after_reported=True),
    ),
    (rf"{_END} {_SHORT_DAY},? ежегодно", _yearly("yearly")),
    (rf"{_END} {_SHORT_DAY} (?:ежегодно|каждого года)", _yearly("yearly")),
    (rf"{_END} {_SHORT_DAY}", _yearly("in_year")),
    (rf"с {_WHOLE_DAY}", lambda found: _kept({"kind": "from", "day": _whole(found)})),
    (
        rf"не реже (?:(?P<times>\d\d?) )?раза? в (?P<per>{'|'.join(_PER)}){_NEEDED}",
        _regular,
    ),
    (rf"раз в (?P<per>{'|'.join(_PER)}) не реже: (?P<times>\d\d?){_NEEDED}", _regular),
    (
        rf"(?:в |с )?(?P<name>{_MONTH})(?: {_FROM_YEAR})? ?(?:-|по) ?(?P<last>{_MONTH}) {_IN_YEAR}",
        _months_of_year,
    ),
    (r"(?:в |в течение )?(?P<from_year>20\d\d) ?- ?(?P<year>20\d\d) ?(?:гг\.?|год[ыа]?|годах|годов)", _years),
    (
        rf"(?:в |с )?{_NUMBER} ?(?:-|по) ?{_LAST} (?:кварталы?|кварталах|кв\.?) {_IN_YEAR}",
        _quarters,
    ),
    (r"по мере необходимости", lambda _: {"kind": "as_needed"}),
    (rf"{_UNIT} дней после {EVENT}: (?P<days>\d{{1,4}})", _after),
    (rf"(?:в течение |не позднее )?{_COUNT} {_UNIT} дн(?:ей|я)(?: {SINCE} {EVENT})?", _after),
    (rf"(?:не позднее,? )?(?:чем )?(?:за )?{_COUNT} {_UNIT} дн(?:ей|я) до {_WHOLE_DAY}", _ahead),
    (rf"(?:не позднее,? )?(?:чем )?(?:за )?{_COUNT} {_UNIT} дн(?:ей|я) до {EVENT}", _ahead),
    (rf"месяцев после {EVENT}: (?P<months>\d{{1,3}})", _months),
    (rf"(?:в течение )?(?P<months>\d{{1,3}}) месяц(?:а|ев)?(?: {SINCE} {EVENT})?", _months),
    (
        rf"{_END} (?P<day>[1-9]|[12]\d|3[01])(?:-?го)? числа месяца, следующего за {_PERIOD} {EVENT}",
        _next_month,
    ),
    (rf"в день {EVENT}", lambda found: {"kind": "same_day", **event_of(found)}),
    (
        rf"до (?:дня |даты |момента )?{EVENT}",
        lambda found: {"kind": "until", **(event_of(found) or {"event": {"kind": "cause"}})},
    ),
)
