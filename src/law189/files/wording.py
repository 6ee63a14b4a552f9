"""Слова об ошибках (wording): what is wrong, what is needed and what to do, in both languages.

>>> missing("cite").ru
'у значения нет адреса нормы; добавьте cite, например cite: app3.5.5'
>>> did_you_mean("quorom", ["quorum", "minutes"]).en
'did you mean «quorum»?'
"""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice, takewhile

from law189.law import Text
from law189.law.fixed import fixed
from law189.law.signs import shown

__all__ = [
    "Missing",
    "among",
    "did_you_mean",
    "in_latin",
    "in_russian_letters",
    "missing",
    "near",
    "parted",
    "word",
]

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
    return unicodedata.normalize("NFKC", said).translate(_LOOK_ALIKE)


_LOOK_ALIKE = str.maketrans("аеікорсухјѕһАВЕКМНОРСТХαινορ", "aeikopcyxjshABEKMHOPCTXaivop")


def in_russian_letters(said: str) -> str:
    """The word with Russian letters in place of the Latin ones that look the same.

    >>> in_russian_letters("pешение") == "решение"
    True
    """
    return said.translate(_ALIKE)


_ALIKE = str.maketrans("aeopcyxkuABEKMHOPCTX", "аеорсухкиАВЕКМНОРСТХ")


def did_you_mean(said: str, known: Iterable[object]) -> Text:
    """«Возможно, вы имели в виду …», or the list of what is known.

    Codes that have words are told by `law189.files.coded.in_words`.
    """
    listed = tuple(map(str, islice(known, _KNOWN)))
    if not listed:
        return Text("здесь не перечислено ни одного", "none is listed here")
    return near(said, listed) or among(dict.fromkeys(listed))


def among(known: Mapping[str, Text | None]) -> Text:
    """What is possible: the words of each, and its code in «…»; the code alone where it has no words.

    >>> among({"formed": Text("сформирован", "formed"), "used": None}).ru
    'возможны: сформирован («formed»), used'
    """
    shown, more = [*islice(known.items(), _LISTED)], ", …" if len(known) > _LISTED else ""
    ru = (word(code) if told is None else f"{word(told.ru)} («{word(code)}»)" for code, told in shown)
    en = (word(code) if told is None else f"{word(told.en)} («{word(code)}»)" for code, told in shown)
    return Text(f"возможны: {', '.join(ru)}{more}", f"possible: {', '.join(en)}{more}")


@lru_cache(maxsize=1024)
def near(said: str, known: tuple[str, ...]) -> Text | None:
    """Which of the words known is meant by one that reads almost like it; None where none does."""
    bare = "".join(said.split())
    if bare != said and bare in known:
        return Text(
            f"в слове лишний пробел; наберите «{bare}» без пробелов",
            f"the word has a space too many; type «{bare}» without spaces",
        )
    several = re.findall(r"[^\s,;]+", said)
    if len(several) > 1 and set(several) <= set(known):
        return parted(several)
    latin = in_latin(bare)
    if latin != bare and latin in known:
        return Text(
            f"в слове русские буквы, похожие на латинские; наберите «{latin}» латиницей",
            f"the word has Russian letters that look Latin; type «{latin}» in Latin letters",
        )
    alike = [one for one in known if "." in said or _numbers(one) == _numbers(said)]
    if re.search(r"[,;]", said):  # a list is no misspelling of one of its words
        return None
    close = (
        difflib.get_close_matches(said, alike, n=3, cutoff=0.6)
        if said not in _OWN and len(said) <= _WORD
        else []
    )
    close = [max(close, key=partial(_nearness, said))] if close else []
    close = close or [one for one in known if one.casefold() == latin.casefold()]
    if close:
        return Text(f"возможно, вы имели в виду «{word(close[0])}»", f"did you mean «{word(close[0])}»?")
    return None


_OWN = frozenset(("absent", "present", "co-chair", "chair", "member", "secretary", "deputy", "presiding"))
"""Words with a meaning of their own in law, which are no misspelling of another one."""


def parted(codes: Iterable[str]) -> Text:
    """To write several codes apart: each as an entry of a file, or in a cell with a semicolon between."""
    listed = "; ".join(codes)
    return Text(
        f"здесь несколько слов; пишите каждое отдельной записью, в ячейке — через «;»: {listed}; если нужно одно, "
        "оставьте одно",
        f"these are several words; write each as an entry of its own, in a cell with «;» between: {listed}; where "
        "one is needed, keep one",
    )


def _nearness(said: str, one: str) -> tuple[float, int]:
    """How near the word is; of two that are equally near the one that begins alike."""
    alike = sum(1 for _ in takewhile(lambda signs: signs[0] == signs[1], zip(said, one, strict=False)))
    return difflib.SequenceMatcher(None, one, said).ratio(), alike


def _numbers(said: str) -> list[str]:
    """The numbers in an id: another number is another act or seat, and no misspelling of this one."""
    return re.findall(r"\d+", said)


def missing(key: str, *, quoted: bool = False) -> Text:
    """That a required key is missing; `quoted` is how JSON writes the example."""
    told = _MISSING.get(key) or Text(
        f"нет обязательного ключа {key}; добавьте его", f"the required key {key} is missing; add it"
    )
    if quoted:
        told = Text(*(_EXAMPLE.sub(rf'"{key}": "\1"', words) for words in (told.ru, told.en)))
    return Missing(told.ru, told.en, key)


@fixed
@dataclass(frozen=True, slots=True)
class Missing(Text):
    """Чего нет: that a required key is missing, and which."""

    key: str = ""


_EXAMPLE = re.compile(r"(?:cite|of|to): (\S.*)$")


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
