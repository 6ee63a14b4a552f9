"""Заголовки граф (headings): which role a heading gives to its column, the best match first, stacked ones combined.

>>> best([(0, "Вид показателя"), (1, "Показатель"), (2, "Целевой ориентир (2024 год)")])
{'type': 0, 'title': 1, 'target': 2}
>>> best([(0, "Целевой ориентир (2024 год)"), (1, "Целевой ориентир (2025 год)")])
{'year:2024': 0, 'year:2025': 1}
>>> role_of("2023 год (факт)"), role_of("2024 год (план)"), role_of("2024 год (оценка)")
('base', 'year:2024', None)
>>> role_of("№ мероприятия"), role_of("Срок начала"), role_of("Срок окончания")
('number', 'since', 'term')
"""

import re
from collections.abc import Iterable, Mapping

from law189.profile.term_words import plain_words

__all__ = ["best", "is_value", "of_measures", "role_of", "stacked", "year_in"]

_HEADS: tuple[tuple[str, str], ...] = (
    ("number", r"(no|номер)?(пп)?(строки)?|(no|номер)(показателя|индикатора|мероприятия)"),
    ("type", r"тип.*|вид(показателя|индикатора)?"),
    ("goal", r"цел[ьи].*|наименованиецел[ьи].*"),
    ("unit", r"ед(иница|иницы)?(изм.*)?"),
    ("base", r"(г|год|года)?баз(ов|а).*"),
    ("target", r"целев.*|плановоезначение.*"),
    ("since", r"(срок|дата)?начал[оа].*|с"),
    ("term", r".*срок.*|(дата)?(окончани|завершени)[ея].*|(дата)?кон(ец|ца)(исполнения|работы?)?|по|до"),
    ("responsible", r".*(ответствен|исполнител).*"),
    ("stage", r"(номеринаименование|наименование)?этап.*|раздел.*"),
    ("result", r".*результат.*"),
    ("title", r".*(мероприяти|индикатор|показател).*"),
)
_YEAR = r"(?:год )?20\d\d ?(?:г|год|года)?\.?"
_OF_A_YEAR = r"г|год[ау]?|на|за|в|значени[ея]|величин[аы]|уровень"
_PLANNED = r"план(?:ов[а-я]{2,3})?|прогноз(?:н[а-я]{2,3})?|целев[а-я]{2,3}"
_ACTUAL = r"факт(?:ическ[а-я]{2,3})?|отчет(?:н[а-я]{2,3})?"
"""Words beside a year that say what its values are: what is to be reached, or what was; an estimate is neither."""
_GOAL_OF_A_YEAR = (
    r"цел[ьи](на|к|в|за)?(г|год|года|году)?(план)?((неменее|неболее|нениже|невыше).*|ед|чел|руб)?"
)
"""A goal that a year is named with is what is to be reached in it, and no words of a goal."""
_NAMED_TARGET = r"целев(ой|ые)(показател[ьи]|индикатор[ы]?)(?!.*год).*"
"""How an indicator itself is headed where no other column is headed by it."""
_EXACT = r"(наименование)?(мероприяти[ея]|мероприятий|индикатора?|индикаторов|показател[ья]|показателей)"


def year_in(words: str) -> int | None:
    """The year that a heading names; None where it names none, or more than one."""
    years = set(re.findall(r"\b20\d\d\b", words))
    return int(years.pop()) if len(years) == 1 else None


def _squeezed(words: str) -> str:
    """Letters only: a heading may be broken anywhere, and have the mark of a footnote."""
    return re.sub(r"[^a-zа-я]", "", plain_words(words.replace("№", "no")))


def role_of(words: str) -> str | None:
    """What a heading says of its column; None where it is no heading that is known."""
    if re.fullmatch(_YEAR, plain_words(words)):
        return f"year:{year_in(words)}"
    squeezed = _squeezed(words)
    if not squeezed or len(squeezed) > 80:
        return None
    if re.fullmatch(_GOAL_OF_A_YEAR, squeezed) and year_in(words) is not None:
        return "target"
    return next((role for role, form in _HEADS if re.fullmatch(form, squeezed)), None) or _marked(words)


def _marked(words: str) -> str | None:
    """The role of a year that is marked as planned, or as a fact; None where nothing or something else marks it."""
    year, beside = year_in(words), re.findall("[а-яa-z]+", plain_words(words))
    marks = [word for word in beside if not re.fullmatch(_OF_A_YEAR, word)]
    if year is None or not marks:
        return None
    if all(re.fullmatch(_PLANNED, word) for word in marks):
        return f"year:{year}"
    return "base" if all(re.fullmatch(_ACTUAL, word) for word in marks) else None


def best(headings: Iterable[tuple[int, str]]) -> dict[str, int]:
    """The column of each role: that whose words are the role itself, else the first.

    Columns of targets, each with a year of its own, are those years, where they are several. Of facts of several
    years, of which none is called the base, none is known to be it.
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for column, words in headings:
        if (role := role_of(words)) is not None:
            found.setdefault(role, []).append((column, words))
    if "title" not in found:
        named = [one for one in found.get("target", ()) if re.fullmatch(_NAMED_TARGET, _squeezed(one[1]))]
        if len(named) == 1:
            found["title"] = named
            found["target"].remove(named[0])
    targets = found.get("target", [])
    years = [year_in(words) for _, words in targets]
    alone = len(targets) < 2 and not any(role.startswith("year:") for role in found)
    if not alone and None not in years and len(set(years)) == len(years):
        found.pop("target", None)
        for year, one in zip(years, targets, strict=True):
            found.setdefault(f"year:{year}", []).append(one)
    found["base"] = _called(found.get("base", []))
    return {role: min(many, key=_rank)[0] for role, many in found.items() if many}


def _called(bases: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Those of the bases that are called so, else the only fact; of several facts none is known to be the base."""
    called = [one for one in bases if _marked(one[1]) is None]
    return called or (bases if len(bases) == 1 else [])


def _rank(heading: tuple[int, str]) -> tuple[bool, int]:
    column, words = heading
    return re.fullmatch(_EXACT, _squeezed(words)) is None, column


def of_measures(title: str) -> bool:
    """Whether a column of titles is headed as that of measures, which a term makes a plan."""
    return "мероприят" in _squeezed(title)


def is_value(role: str) -> bool:
    """Whether a column holds values of an indicator."""
    return role in ("base", "target") or role.startswith("year:")


def stacked(above: Mapping[int, str], below: Mapping[int, str], heads: Mapping[str, int]) -> dict[str, int]:
    """The roles of two rows of headings: years under a base are of the base, years under a target are targets.

    Of several years under one base, or marked as facts, none is known to be it. Empty where the lower row heads
    nothing.
    """
    roles = {column: role_of(words) for column, words in below.items()}
    over = {column: max((one for one in above if one <= column), default=column) for column in below}
    common = {column: role_of(above.get(over[column], "")) for column in below}
    valued = {column: role for column, role in roles.items() if role is not None and is_value(role)}
    dated = {column: role for column, role in roles.items() if role in ("since", "term")}
    if set(dated.values()) == {"since", "term"} and all(common[column] == "term" for column in dated):
        return {role: column for role, column in heads.items() if role != "term"} | {
            role: column for column, role in dated.items()
        }
    if not valued or ("term" in heads and of_measures(above[heads["title"]])):
        return {}
    found: dict[str, int] = {}
    based = [
        column
        for column, role in valued.items()
        if role == "base" or (common[column] == "base" and role != "target")
    ]
    called = [column for column, _ in _called([(column, below[column]) for column in based])]
    for column, role in sorted(valued.items()):
        if column not in based:
            found.setdefault(role, column)
    if len(called) == 1:
        [found["base"]] = called
    taken = {*valued, *found.values()}
    return {
        role: column for role, column in heads.items() if column not in taken and role not in found
    } | found
