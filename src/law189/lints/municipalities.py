r"""Имена муниципалитетов (municipalities): which other municipality a text names, by the form of the words.

It looks for what a decree of that sort says of itself alone. The decree of a city names no other city, district or
urban okrug; that of a district names places that lie in it, but no other district; that of a settlement names its
district, but no other settlement, and no body of a city. What is not sure is not told.

>>> other_named("администрация города Осинска", "Город Большереченск")
'города Осинска'
>>> other_named("в Осинском муниципальном районе", "Северный район")
'Осинском муниципальном районе'
>>> other_named("глава Северного района", "Северный район") is None
True
>>> other_named("школа посёлка Осинка", "Северный район") is None  # it lies in the district
True
"""

import re
from collections.abc import Iterator

from law189.law import Vocabulary

__all__ = ["Sort", "names_in", "other_named", "sort_of"]


class Sort(Vocabulary):
    """Каково муниципальное образование: what may lie in it, and in what it may lie."""

    CITY = "city", "город", "city"
    DISTRICT = "district", "район или округ", "district"
    SETTLEMENT = "settlement", "поселение", "settlement"


_SORTS = (
    (Sort.SETTLEMENT, re.compile(r"поселени|пос[её]л[ок]|\bсело\b|деревн|станиц|хутор|\bпгт\b")),
    (Sort.CITY, re.compile(r"\bгород\b|городско\w+ округ|\bг\.")),
    (Sort.DISTRICT, re.compile(r"район|округ")),
)
_NAME = r"[А-ЯЁ][а-яё]{2,}(?:-[А-Яа-яЁё]+)*"
_BODY = r"(?i:администраци\w+|глав\w+|дум\w+|совет\w*|бюджет\w*)\s+"
_TOWN = rf"(?:(?i:г\.)\s*|(?i:город(?:а|е|у|ом)?)\s+)(?P<name>{_NAME})"
_ENDS = r"(?:ск|цк|н|в)(?:ий|ый|ого|его|ому|ему|им|ым|ом|ем)"
_ADJECTIVE = rf"(?P<name>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*{_ENDS})"
_OF_DISTRICT = r"(?:(?i:муниципальн|городск)\w+\s+(?i:район|округ)\w*)"
_OF_SETTLEMENT = r"(?:(?i:сельск|городск)\w+\s+(?i:поселени)\w+)"
_PLACE = r"(?:(?i:пос[её]л\w+|пос\.|пгт\.?|сел[оаеу]|селом|деревн\w+|станиц\w+)\s+)"
CITIES = (rf"(?<!\w){_TOWN}",)
DISTRICTS = (rf"\b{_ADJECTIVE}\s+{_OF_DISTRICT}", rf"\b{_OF_DISTRICT}\s+(?P<name>{_NAME})")
PLACES = (
    rf"\b{_ADJECTIVE}\s+{_OF_SETTLEMENT}",
    rf"\b{_OF_SETTLEMENT}\s+(?P<name>{_NAME})",
    rf"\b{_PLACE}(?P<name>{_NAME})",
)
_FORMS = {
    Sort.CITY: tuple(re.compile(form) for form in (*CITIES, *DISTRICTS)),
    Sort.DISTRICT: tuple(re.compile(form) for form in DISTRICTS),
    Sort.SETTLEMENT: tuple(re.compile(form) for form in (*PLACES, rf"\b{_BODY}{_TOWN}")),
}
_NO_NAME = re.compile(
    r"(?i:данн|отдельн|друг|ин[оы]|кажд|указанн|названн|определ[её]нн|соседн|настоящ|сельск|городск|муниципальн|"
    r"федеральн|государственн|автономн|администр|глав|дом|двор|центр|цдт|совет|школ|управлен|департамент|отдел|"
    r"комитет|дум|трудов|воинск|геро|москв|санкт|росси|официальн)"
)
_COMMON = re.compile(r"(?i:город|муниципал|округ|район|поселен|сель|посёл|посел|край|област|село|деревн)")
_ENDING = re.compile(r"(?:ск|цк)?(?:ий|ый|ой|ого|его|ому|ему|им|ым|ом|ем|ая|яя|ое|ее|ые|ие|[аеиоуыэюяьй])?$")


def sort_of(title: str) -> Sort | None:
    """What the title says the municipality is; None where it does not say.

    >>> sort_of("Посёлок Осинка"), sort_of("Город Осинск"), sort_of("Осинский муниципальный округ")
    (<Sort.SETTLEMENT: 'settlement'>, <Sort.CITY: 'city'>, <Sort.DISTRICT: 'district'>)
    """
    said = title.casefold()
    return next((sort for sort, form in _SORTS if form.search(said)), None)


def other_named(said: str, title: str) -> str | None:
    """The words that name another municipality than that of the title; None where none do, or it is not sure."""
    sort = sort_of(title)
    own = [_stem(word) for word in re.findall(r"\w+(?:-\w+)*", title) if not _COMMON.match(word)]
    if sort is None or not own:
        return None
    for words, name in names_in(said, sort):
        if _NO_NAME.match(name) is None and not any(_is_called(name, stem) for stem in own):
            return words
    return None


def names_in(said: str, sort: Sort) -> Iterator[tuple[str, str]]:
    """The places of the text where a municipality is named in a form that is told to one of that sort."""
    for form in _FORMS[sort]:
        for found in form.finditer(said):
            yield found[0], found["name"]


def _stem(word: str) -> str:
    """The word without its ending, one that a name may change by.

    >>> _stem("Кемерово"), _stem("Новокузнецкий"), _stem("Заречный")
    ('кемеров', 'новокузне', 'заречн')
    """
    bare = word.casefold().replace("ё", "е")
    found = _ENDING.sub("", bare, count=1)
    return found if len(found) > 1 else bare


def _is_called(name: str, stem: str) -> bool:
    """Whether the name may be of that stem: a vowel of it comes and goes, and its last letter may change."""
    said = name.casefold().replace("ё", "е")
    alike = 0
    while alike < min(len(said), len(stem)) and said[alike] == stem[alike]:
        alike += 1
    return alike >= max(2, len(stem) - 2)
