"""Как факт стоит в предложении (telling): what a sentence shows of a fact, in Russian and in English.

In Russian days are ДД.ММ.ГГГГ, numbers have a decimal comma, the last of several things has «и» before it, and a
thing that has a code is told by its words with the code after them. English keeps ISO days and points.

A place in a template may hold words for what is there: `{fact:some|none}`. Of a yes or no the first words are for
yes, the second for no, the third (or the last) for what is not known. Of any other fact the last words are for
None, «—» and an empty list; in the first «…» stands for the fact, and `#` for a number that is kept as text. Zero
is a number like any other, unless a place has three words: then the second are for zero.
`{fact:или}` lists several things of which one is enough.

>>> from decimal import Decimal
>>> "{:}".format(Told(Decimal("72.50"), "ru")), "{:}".format(Told(Decimal("72.50"), "en"))
('72,50', '72.50')
>>> "{:кворум есть|кворума нет}".format(Told(False, "ru"))
'кворума нет'
>>> ["{:просрочка: …|просрочки нет|неизвестна}".format(Told(days, "ru")) for days in (3, 0, None)]
['просрочка: 3', 'просрочки нет', 'неизвестна']
>>> ["{:…|не установлено}".format(Told(allowed, "ru")) for allowed in (0, None)]
['0', 'не установлено']
>>> ["{:прекращён …|не прекращён}".format(Told(day, "ru")) for day in (date(2024, 2, 5), None)]
['прекращён 05.02.2024', 'не прекращён']
"""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from law189.law import Citation, Lang, Text
from law189.law.text import in_russian

__all__ = ["Told", "act_named", "beside", "joined", "shown"]

_YES: dict[bool, Text] = {True: Text("да", "yes"), False: Text("нет", "no")}
_NOT_TOLD = Text("не указано", "—")
_NONE = Text("нет", "—")
_NOTHING = ("none", "not given")
"""What an English sentence says of nothing; a dash stands in tables alone."""
OR = "или"
_CODE = re.compile(r"[a-z][a-z0-9_]*(?:[-.][a-z0-9_]+)*")
_COMMA = re.compile("(?<![0-9]),|,(?![0-9])")
"""A comma that is not the one of a decimal number."""
_NUMBER = re.compile(r"(-?[0-9]+)\.([0-9]+)")


def shown(fact: Any, lang: Lang, last: str = "и") -> str:
    """A fact as a sentence shows it; `last` stands before the last of several things in Russian."""
    match fact:
        case None:
            return _NOT_TOLD[lang]
        case bool():
            return _YES[fact][lang]
        case date():
            return in_russian(fact) if lang == "ru" else fact.isoformat()
        case Text():
            return fact[lang]
        case Citation():
            return fact.label[lang]
        case Decimal():
            said = f"{fact:f}"  # no 1E+6, whatever has made it
            return said.replace(".", ",") if lang == "ru" else said
        case str() | int() | Fraction():
            return str(fact)
        case Mapping():
            return joined((_entry(name, value, lang) for name, value in fact.items()), lang, last)
        case _:
            return joined((shown(value, lang) for value in fact), lang, last)


def beside(fact: Any, where: str) -> Text:
    """A fact with the case that it stands in, each language as it writes the fact.

    >>> beside(date(2014, 2, 2), "17")
    Text(ru='02.02.2014 (17)', en='2014-02-02 (17)')
    """
    return Text(f"{shown(fact, 'ru')} ({where})", f"{shown(fact, 'en')} ({where})")


def _entry(name: str, value: Any, lang: Lang) -> str:
    """One entry of a mapping: in Russian what has a code is told by its words, and the code stands after them."""
    told = shown(value, lang)
    if lang == "ru" and isinstance(value, Text) and _CODE.fullmatch(name):
        return told if told == name else f"{told} ({name})"
    return f"{name} — {told}"


def joined(told: Iterable[str], lang: Lang, last: str = "и") -> str:
    """Several things as a sentence lists them; in Russian `last` stands before the last one."""
    items = list(told)
    if not items:
        return _NONE[lang]
    if lang != "ru" or len(items) == 1:
        return ", ".join(items)
    if any(_COMMA.search(item) for item in items):
        return "; ".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


class Told:
    """A fact at its place in a template: `format` shows it in the language, with the words that the place holds."""

    __slots__ = ("_fact", "_lang")
    _lang: Lang

    def __init__(self, fact: Any, lang: Lang) -> None:
        self._fact, self._lang = fact, lang

    def __format__(self, words: str) -> str:
        fact, lang = self._fact, self._lang
        first, *others = words.split("|")
        if words in ("", OR):
            nothing = lang == "en" and (fact is None or (not fact and isinstance(fact, Collection)))
            return _NOTHING[fact is None] if nothing and fact != "" else shown(fact, lang, words or "и")
        if isinstance(fact, bool) and "…" not in first and "#" not in first:
            return (first, *others)[not fact] if others else shown(fact, lang)
        if _is_zero(fact) and len(others) > 1:
            return others[0]
        if _is_missing(fact):
            return others[-1] if others else first
        said = shown(fact, lang)
        return first.replace("…", said).replace("#", _number(said, lang)) if others else said

    def __str__(self) -> str:
        return shown(self._fact, self._lang)


def _is_zero(fact: Any) -> bool:
    """Whether the fact is the number zero: a value, and not the lack of one."""
    return isinstance(fact, int | Decimal | Fraction) and not isinstance(fact, bool) and fact == 0


def _is_missing(fact: Any) -> bool:
    """Whether there is nothing to show: None, a dash, an empty list or text; no number and no yes or no."""
    return not isinstance(fact, int | Decimal | Fraction) and (not fact or fact == "—")


def _number(said: str, lang: Lang) -> str:
    """A number that is kept as text, as the language writes it; any other words as they are."""
    return _NUMBER.sub(r"\1,\2", said) if lang == "ru" and _NUMBER.fullmatch(said) else said


_DECREE = re.compile(r"(?<!«)([Пп])остановлени(ем|[еяюи])\b(?! Правительства)")
_WITH_ITS_WORD = re.compile(
    r"(?<!«)(?:\b([Сс]ам)о |\b(?!ранее|далее|более|менее)([А-Яа-яё]{2,})(ее|ое) )?"
    r"([Пп])остановлени(ем|[еяюи])\b(?! Правительства)"
)
"""The same with the word before it, which has the gender of it: «само», «настоящее»."""
_IN_ENGLISH = re.compile(r"(?<!«)\b(?:([Aa]) )?([Dd])ecree(?=s?\b)(?! of the Government)")
_NAMED = {
    "распоряжени": "directive",
    "решени": "decision",
    "приказ": "order",
    "закон": "law",
    "указ": "edict",
}
"""The kinds of acts beside «постановление»: the part of the word that every case has, and the English word."""
_OF_AN_ACT = re.compile(rf"\b(постановлени|{'|'.join(_NAMED)})[а-я]{{0,3}}\b")
_OF_OTHERS = re.compile(
    "федеральн[а-я]+ закон[а-я]*"
    "|(?:постановлени|распоряжени|указ|приказ)[а-я]* (?:правительств|президент|министерств)"
)
_MASCULINE = {"е": "", "я": "а", "ю": "у", "ем": "ом", "и": "е"}


def act_named(words: Text, cites: Iterable[Citation]) -> Text:
    """The words, with the kind of act that is cited for «постановление» (decree), in the case that stands there.

    Acts of the federation are no act of the municipality; where a постановление is cited as well, it stays so, as
    does a word in quotes.

    >>> cites = [Citation("town-45", "p1", Text("п. 1 приказа № 45", "item 1 of order No 45"))]
    >>> act_named(Text("Группа создана постановлением.", "A decree has set up the group."), cites)
    Text(ru='Группа создана приказом.', en='An order has set up the group.')
    >>> act_named(Text("Настоящее постановление; само постановление; ранее постановление"), cites).ru
    'Настоящий приказ; сам приказ; ранее приказ'
    """
    if type(words) is not Text or not _DECREE.search(words.ru):  # what a record keeps in full stays so
        return words
    kind = _kind_cited(cites)
    if kind is None:
        return words
    return Text(
        _WITH_ITS_WORD.sub(lambda found: _agreeing(kind, found), words.ru),
        _IN_ENGLISH.sub(lambda found: _in_english(_NAMED[kind], found[1], found[2]), words.en),
    )


def _kind_cited(cites: Iterable[Citation]) -> str | None:
    """The kind of the act cited, as the part of its word; None where it is a постановление or not known."""
    labels = (_OF_OTHERS.sub("", cite.label.ru.lower()) for cite in cites)
    kinds = [found[-1] for label in labels if (found := _OF_AN_ACT.findall(label))]
    return None if "постановлени" in kinds else next(iter(kinds), None)


def _agreeing(kind: str, found: re.Match[str]) -> str:
    """The kind in the case of «постановление», and the word before it in the gender of the kind."""
    told, before = _in_case(kind, found[4], found[5]), found[0][: found.start(4) - found.start()]
    if not before or found[5] != "е" or kind.endswith("и"):
        return f"{before}{told}"
    if found[1] is not None:
        return f"{found[1]} {told}"
    ends = "ий" if found[3] == "ее" or found[2][-1] in "кгх" else "ый"
    return f"{found[2]}{ends} {told}"


def _in_case(kind: str, first: str, end: str) -> str:
    """The kind in the case that the ending of «постановление» has, with its first letter as it stood."""
    word = kind + (end if kind.endswith("и") else _MASCULINE[end])
    return word.capitalize() if first.isupper() else word


def _in_english(word: str, article: str | None, first: str) -> str:
    """The English word with its article, as they stood."""
    said = word.capitalize() if first.isupper() else word
    return said if article is None else f"{article}{'n' if word[0] in 'aeiou' else ''} {said}"
