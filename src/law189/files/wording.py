"""Слова об ошибках (wording): what is wrong, what is needed and what to do, in both languages.

>>> missing("cite").ru
'у значения нет адреса нормы; добавьте cite, например cite: app3.5.5'
>>> did_you_mean("quorom", ["quorum", "minutes"]).en
'did you mean «quorum»?'
"""

import difflib
import re
from collections.abc import Iterable, Mapping
from itertools import islice
from types import MappingProxyType
from unicodedata import normalize

from law189.law import Text
from law189.signs import hidden, shown

__all__ = ["did_you_mean", "in_latin", "missing", "told", "word"]

_WORD = 60  # the longest word that a message shows whole
_KNOWN = 200  # the most words among which a misspelt one is looked for
_LISTED = 30  # the most of them that a message lists


def word(said: str) -> str:
    r"""A word of the file as a message shows it: not too long, and no invisible signs.

    >>> word("ci\u202ete")
    'ci\\u202ete'
    """
    return shown(said[:_WORD]) + ("…" if len(said) > _WORD else "")


def in_latin(said: str) -> str:
    """The word with Latin letters in place of the Russian ones that look the same.

    >>> in_latin("сite") == "cite"
    True
    """
    return said.translate(_LOOK_ALIKE)


_LOOK_ALIKE = str.maketrans("аеіорсухАВЕКМНОРСТХ", "aeiopcyxABEKMHOPCTX")


def did_you_mean(
    said: str, known: Iterable[object], words: Mapping[str, object] = MappingProxyType({})
) -> Text:
    """«Возможно, вы имели в виду …», or the list of what is known; `words` say what is known in other words.

    An act or a seat is never taken for one with another number.
    """
    listed = tuple(map(str, islice(known, _KNOWN)))
    if not listed:
        return Text("здесь не перечислено ни одного", "none is listed here")
    if len(said) <= _WORD:
        seen = _alike(said)
        if (same := next((one for one in listed if _alike(one) == seen), None)) is not None:
            return _look_alike(said, same)
        other = {_alike(name): str(meant) for name, meant in words.items()}
        meant = other.get(seen) or _close(said, listed) or other.get(_close(seen, other))
        if meant is not None:
            return Text(f"возможно, вы имели в виду «{word(meant)}»", f"did you mean «{word(meant)}»?")
    shown = ", ".join(map(word, listed[:_LISTED])) + (", …" if len(listed) > _LISTED else "")
    return Text(f"возможны: {shown}", f"possible: {shown}")


def _close(said: str, known: Iterable[str]) -> str:
    numbers = _NUMBERS.findall(said)
    same = [one for one in known if _NUMBERS.findall(one) == numbers]
    return next(iter(difflib.get_close_matches(said, same, n=1, cutoff=0.6)), "")


_NUMBERS = re.compile("(?<=-)[0-9]+|[0-9]+(?=-)")
"""The numbers of acts and of seats, such as rf-1564 and member-1."""


def _alike(said: str) -> str:
    """The word without what the eye passes over: blanks, kinds of dashes and blanks, case, look-alike letters."""
    seen = "".join(sign for sign in normalize("NFKC", said) if hidden(sign) is None)
    return in_latin(_DASHES.sub("-", " ".join(seen.split()))).casefold()


_DASHES = re.compile("[\u2010-\u2015\u2212]")


def _look_alike(said: str, known: str) -> Text:
    """How to type a word that only looks like the one that is known."""
    shown = word(known)
    if known.isascii() and _CYRILLIC.search(said):
        return Text(
            f"в слове русские буквы, похожие на латинские; наберите «{shown}» латиницей",
            f"the word has Russian letters that look Latin; type «{shown}» in Latin letters",
        )
    if _CYRILLIC.search(known) and _LATIN.search(said):
        return Text(
            f"в слове латинские буквы, похожие на русские; наберите «{shown}» по-русски",
            f"the word has Latin letters that look Russian; type «{shown}» in Russian letters",
        )
    return Text(
        f"иначе набраны пробелы, дефисы или буквы; пишите «{shown}»",
        f"its blanks, hyphens or letters are typed otherwise; write «{shown}»",
    )


_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z]")


def missing(key: str) -> Text:
    """That a required key is missing."""
    return _MISSING.get(key) or Text(
        f"нет обязательного ключа {key}; добавьте его", f"the required key {key} is missing; add it"
    )


_MISSING = {
    "cite": Text(
        "у значения нет адреса нормы; добавьте cite, например cite: app3.5.5",
        "the value has no address in law; add cite, such as cite: app3.5.5",
    ),
    "kind": Text("не указан вид; добавьте kind", "the kind is missing; add kind"),
    "ru": Text("нет текста по-русски; добавьте ru", "the Russian text is missing; add ru"),
    "en": Text("нет текста по-английски; добавьте en", "the English text is missing; add en"),
    "of": Text(
        "нет названия акта в родительном падеже; добавьте of, например of: постановления № 1",
        "the act's name in the genitive is missing; add of, such as of: постановления № 1",
    ),
    "to": Text(
        "нет названия акта в дательном падеже; добавьте to, например to: постановлению № 1",
        "the act's name in the dative is missing; add to, such as to: постановлению № 1",
    ),
}


def told(kind: str, value: object, facts: Mapping[str, object], said: str) -> Text:
    """What is wrong with one value, by pydantic's `kind` and `facts`; `said` is its own sentence."""
    if kind == "law189":
        return Text(_short(str(facts["ru"])), _short(str(facts["en"])))
    if kind in _NEEDED:
        return _needed(kind, value)
    if kind in ("literal_error", "enum", "union_tag_invalid"):
        known = re.findall(r"'([^']+)'", str(facts.get("expected") or facts["expected_tags"]))
        given = facts.get("tag", value)
        hint = did_you_mean(str(given), known)
        shown = Text(word(given), word(given)) if isinstance(given, str) else _shown(given)
        return Text(
            f"нет такого значения: «{shown.ru}»; {hint.ru}",
            f"there is no such value: «{shown.en}»; {hint.en}",
        )
    if kind == "string_pattern_mismatch":
        pattern = str(facts["pattern"])
        form = _FORMS.get(pattern, Text(pattern, pattern))
        return Text(
            f"значение «{word(str(value))}» не той формы; нужно: {form.ru}",
            f"the value «{word(str(value))}» has a wrong form; needed: {form.en}",
        )
    words = _WORDS.get(kind, Text("неверное значение {input}: {said}", "a wrong value {input}: {said}"))
    given_ru, given_en = _shown(value).ru, _shown(value).en
    return Text(
        words.ru.format_map({**facts, "input": given_ru, "said": said}),
        words.en.format_map({**facts, "input": given_en, "said": said}),
    )


def _short(words: str) -> str:
    """The beginning and the end: what is wrong and what to do, where a value between them is long."""
    return words if len(words) <= 500 else f"{words[:250]} … {words[-200:]}"


def _needed(kind: str, value: object) -> Text:
    needed = _NEEDED[kind]
    if value is None:
        return Text(f"{needed.ru}, а значение пустое", f"{needed.en}, but the value is empty")
    shown = _shown(value)
    told = Text(f"{needed.ru}, а указано: {shown.ru}", f"{needed.en}, not {shown.en}")
    if kind == "string_type" and isinstance(value, int | float):
        return Text(f"{told.ru}; возьмите в кавычки", f"{told.en}; put it in quotes")
    return told


def _shown(value: object) -> Text:
    if isinstance(value, dict):
        return Text("ключи со значениями", "keys with values")
    if isinstance(value, list):
        return Text("список", "a list")
    words = str(value).lower() if isinstance(value, bool) else word(repr(value))
    return Text("пусто", "nothing") if value is None else Text(words, words)


_NEEDED = {
    "string_type": Text("нужен текст", "text is needed"),
    "int_type": Text("нужно целое число без кавычек", "a whole number without quotes is needed"),
    "bool_type": Text("нужно true или false без кавычек", "true or false without quotes is needed"),
    "tuple_type": Text("нужен список (каждая запись с дефиса)", "a list (each entry after a dash) is needed"),
    "model_type": Text("нужны ключи со значениями", "keys with values are needed"),
}
for _kind in ("dict_type", "model_attributes_type", "dataclass_type"):
    _NEEDED[_kind] = _NEEDED["model_type"]
_NEEDED["bool_parsing"] = _NEEDED["bool_type"]

_WORDS = {
    "string_too_short": Text("пустой текст; впишите значение", "empty text; write the value"),
    "greater_than_equal": Text(
        "{input} меньше допустимого; нужно не меньше {ge}", "{input} is too small; at least {ge} is needed"
    ),
    "less_than_equal": Text(
        "{input} больше допустимого; нужно не больше {le}", "{input} is too large; at most {le} is needed"
    ),
    "too_short": Text(
        "записей: {actual_length}; нужно не менее {min_length}",
        "entries: {actual_length}; at least {min_length} needed",
    ),
}

_FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": Text(
        "строчные латинские буквы, цифры и дефисы, например kemerovo-2993",
        "small Latin letters, digits and hyphens, such as kemerovo-2993",
    ),
    r"^[a-z]+(_[a-z]+)*$": Text(
        "строчные латинские буквы и подчёркивания, например novokuznetsk_district",
        "small Latin letters and underscores, such as novokuznetsk_district",
    ),
    r"^[a-z]+(-[a-z]+)*$": Text(
        "строчные латинские буквы и дефисы, например plan-measures",
        "small Latin letters and hyphens, such as plan-measures",
    ),
    r"^(chair|deputy|member-[1-9][0-9]*)$": Text(
        "chair, deputy или member-1, member-2 и так далее", "chair, deputy, or member-1, member-2 and so on"
    ),
}
