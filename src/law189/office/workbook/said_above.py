"""Сказанное заголовком (said above): what a heading says of its column beside what the column is.

A year, a month, a bound, a unit and an end of a term are taken into what is read; every other word is left to ask.

>>> said_above("target", ["Целевое значение на 2024 год (не менее), %"])
Said(year=2024, month=None, bound='at_least', unit='percent', scale=None, end=None, yearly=False, left=())
>>> said_above("base", ["Базовая величина на 01.01.2024"]).left, said_above("term", ["Срок исполнения (до)"]).end
(('на 01.01.2024',), 'до')
>>> said_above("target", ["Целевые значения, тыс. чел.", "июнь 2025 г."])[:5]
(2025, 6, None, None, 'тыс. чел')
"""

import re
from collections.abc import Iterable
from functools import reduce
from itertools import groupby, pairwise

from law189.office.workbook.headings import is_value
from law189.office.workbook.measured import unit_of
from law189.office.workbook.quantities import BOUNDS
from law189.office.workbook.said import Said
from law189.profile.months import GENITIVES, NUMBERS
from law189.profile.term_words import plain_words

__all__ = ["said_above"]


_MONTH = "|".join(sorted(NUMBERS, key=len, reverse=True))
_YEAR = r"(?<![\d.,])20\d\d(?![\d])"
_AFTER_YEAR = r"(?: ?(?:годах|годов|годам|годы|году|года|год|гг\.?|г(?![а-я])\.?))?"
_DAY = rf"(?<!\d)\d{{1,2}}(?:\.\d{{1,2}}\.| (?:{'|'.join(GENITIVES)}) )20\d\d(?!\d){_AFTER_YEAR}"
_SCALE = r"(?<![а-я])(?:тыс(?:яч[а-я]*)?|млн|миллион[а-я]*|млрд|миллиард[а-я]*)(?![а-я])\.?"
_UNIT = (
    r"(?:%|(?<![а-я])(?:процент[а-я]*|проц|руб(?:л[а-я]+)?|чел(?:овека?)?|ед(?!\.? ?изм)|единиц[аы]?(?! изм)"
    r"|(?:да|есть) ?(?:/|или) ?нет)(?![а-я])\.?)"
)
_PIECES = re.compile(
    rf"(?P<day>(?:(?<![а-я])(?:по состоянию )?(?:на|к|до|с|по|от) )?{_DAY})"
    rf"|(?P<years>(?:(?<![а-я])(?:на|в|за|к|с) )?{_YEAR}(?: ?(?:-|,|и|по) ?{_YEAR})+{_AFTER_YEAR})"
    rf"|(?:(?<![а-я])(?:на|в|за) )?(?<![а-я])(?P<month>{_MONTH}) (?P<of>{_YEAR}){_AFTER_YEAR}"
    rf"|(?:(?<![а-я])(?:на|в|за|к) )?(?P<year>{_YEAR}){_AFTER_YEAR}"
    rf"|(?P<bound>{'|'.join(BOUNDS)})(?: чем)?"
    rf"|(?P<scale>{_SCALE}(?: ?{_UNIT})?)"
    rf"|(?P<unit>{_UNIT})"
    r"|(?P<yearly>(?<![а-я])ежегодно)"
    r"|(?P<end>(?<![а-я])(?:не позднее(?: чем)?|(?:до|по)(?=\)?$)))"
)
_OF_ALL = (
    "на|в|за|по|и|к|г|год[а-я]{0,4}|период[а-я]{0,4}|значени[а-я]{1,3}|величин[а-я]{1,3}|показател[а-я]{1,3}|"
    "индикатор[а-я]{0,4}|эффективност[а-я]{1,3}|реализаци[а-я]{1,3}|результат[а-я]{0,4}|муниципальн[а-я]{1,3}|"
    "социальн[а-я]{1,3}|заказ[а-я]{0,4}|услуг[а-я]{0,4}|апробаци[а-я]{1,3}|план|плана|планов[а-я]{1,3}|"
    "планируем[а-я]{1,3}|мероприяти[а-я]{1,3}|этап[а-я]{0,4}"
)
_OF_VALUES = {
    "base": "баз[а-я]{0,4}|базов[а-я]{1,3}|уров[а-я]{1,3}|данные|факт[а-я]{0,7}|отчет(?:н[а-я]{1,3})?|"
    + _OF_ALL,
    "target": "цел[а-я]{1,5}|прогноз[а-я]{0,5}|ориентир[а-я]{0,4}|" + _OF_ALL,
}
_OF_TERMS = (
    "срок[а-я]{0,4}|дат[аы]|день|число|месяц|квартал|с|исполнени[а-я]{1,3}|выполнени[а-я]{1,3}|"
    "проведени[а-я]{1,3}|достижени[а-я]{1,3}|осуществлени[а-я]{1,3}|наступлени[а-я]{1,3}|завершени[а-я]{1,3}|"
    "окончани[а-я]{1,3}|кон(?:ец|ца)|начал[а-я]{1,3}|работы?|подготовки|разработки|принятия|утверждения|издания|"
    f"представления|{_OF_ALL}"
)
"""Words that say what a column is; they say nothing more of what stands in it."""
_BEFORE_A_WORD = frozenset(
    ["от", "до", "из", "не", "с", "со", "без", "при", "для", "об", "о", "у", "над", "под"]
)
"""What is no part of a word that is broken at the end of a line."""


def said_above(role: str, levels: Iterable[str]) -> Said:
    """What the words above a column say; `levels` are those of each row of headings, the uppermost first.

    Where two rows say the same thing in two ways, the lower one holds and the other is left.
    """
    rows = [*dict.fromkeys(map(plain_words, levels))]
    return reduce(lambda upper, words: _joined(upper, _said(role, words), rows[0]), rows, Said())


def _joined(upper: Said, lower: Said, over: str) -> Said:
    """What both rows say; years that stand above a year of theirs are told by it."""
    told = {
        key: getattr(lower, key) or getattr(upper, key) for key in ("bound", "unit", "scale", "end", "yearly")
    }
    left = [over] if any(_apart(upper, lower, key) for key in ("bound", "unit", "year")) else []
    year, month = (lower.year, lower.month) if lower.year is not None else (upper.year, upper.month)
    above = [one for one in upper.left if not _has(one, lower.year)]
    return Said(year=year, month=month, **told, left=(*above, *left, *lower.left))


def _apart(upper: Said, lower: Said, key: str) -> bool:
    both = getattr(upper, key), getattr(lower, key)
    return None not in both and both[0] != both[1]


def _has(words: str, year: int | None) -> bool:
    """Whether the words are a span of years with that one in it."""
    years = [int(one) for one in re.findall(_YEAR, words)]
    return year is not None and len(years) > 1 and min(years) <= year <= max(years)


def _said(role: str, words: str) -> Said:
    """What one row says above a column."""
    taken: dict[str, str] = {}
    left: list[str] = []
    for found in _PIECES.finditer(words):
        kinds = {kind: said for kind, said in found.groupdict().items() if said is not None}
        kinds = {"year" if kind == "of" else kind: said for kind, said in kinds.items()}
        if _takes(role) >= kinds.keys() and all(
            taken.get(kind, said) == said for kind, said in kinds.items()
        ):
            taken |= kinds
        elif not _names(role, found[0]):
            left.append(found[0])
    left += _strange(role, _PIECES.sub(" ", words))
    return Said(
        year=int(taken["year"]) if "year" in taken else None,
        month=NUMBERS.get(taken.get("month", "")),
        bound=BOUNDS.get(taken.get("bound", "")),
        unit=unit_of(taken["unit"]) if "unit" in taken else None,
        scale=taken["scale"].rstrip(".") if "scale" in taken else None,
        end=taken["end"].removesuffix(" чем") if "end" in taken else None,
        yearly="yearly" in taken,
        left=tuple(left),
    )


def _takes(role: str) -> frozenset[str]:
    """What is taken of a heading into what is read of its column."""
    if is_value(role):
        return frozenset({"year", "month", "bound", "scale", "unit"})
    return _TAKEN.get(role, frozenset())


_TAKEN = {"term": frozenset({"year", "end", "yearly"}), "title": frozenset({"unit"})}


def _names(role: str, piece: str) -> bool:
    """Whether a piece only says what the column is: «По», «да/нет» above types of values."""
    return role in ("unit", "number", "type") or (not is_value(role) and piece in ("по", "до"))


def _strange(role: str, words: str) -> list[str]:
    """The words above values and terms that do not say what the column is."""
    known = _OF_TERMS if role in ("since", "term") else None
    if is_value(role):
        known = _OF_VALUES["base" if role == "base" else "target"]
    if known is None:
        return []
    bare = re.sub(r"(?<=[а-я])\d{1,2}\b|[^а-яa-z0-9]", " ", words).split()
    whole = [re.fullmatch(known, one) is not None for one in bare]
    broken = [
        re.fullmatch(known, one + other) is not None and not {one, other} & _BEFORE_A_WORD
        for one, other in pairwise(bare)
    ]
    named = [whole[place] or any(broken[max(0, place - 1) : place + 1]) for place in range(len(bare))]
    runs = groupby(zip(bare, named, strict=True), key=lambda one: one[1])
    return [" ".join(word for word, _ in run) for is_name, run in runs if not is_name]
