"""Обозначение акта (label): what a sentence calls an act, made of its kind, number and date.

>>> made("постановление", "2993", date(2023, 9, 22))
Label(ru='постановление № 2993 от 22.09.2023', of='постановления № 2993 от 22.09.2023', \
to='постановлению № 2993 от 22.09.2023', en='decree No 2993 of 22.09.2023')
>>> declined("распоряжение администрации от 15.01.2024 № 12-р", "of")
'распоряжения администрации от 15.01.2024 № 12-р'
>>> declined("Федеральный закон № 1-ФЗ", "of") is None
True
>>> read(made("закон", "12-ОЗ", None).ru)
('12-ОЗ', None)
"""

import re
from datetime import date
from typing import Annotated, Literal, NamedTuple, TypeAlias

from pydantic import BeforeValidator

from law189.law.text import flaw, in_russian

__all__ = [
    "ActKind",
    "ActNumber",
    "Label",
    "declined",
    "disagrees",
    "document_words",
    "id_of",
    "kind_in",
    "made",
    "read",
    "says_no_number",
]

ActKind: TypeAlias = Literal["постановление", "распоряжение", "решение", "приказ", "закон", "указ"]
"""Вид акта, the word that its heading begins with."""


class Label(NamedTuple):
    """The words of a label: Russian nominative, genitive and dative, and English."""

    ru: str
    of: str
    to: str
    en: str


_KINDS: dict[str, Label] = {
    "постановление": Label("постановление", "постановления", "постановлению", "decree"),
    "распоряжение": Label("распоряжение", "распоряжения", "распоряжению", "directive"),
    "решение": Label("решение", "решения", "решению", "decision"),
    "приказ": Label("приказ", "приказа", "приказу", "order"),
    "закон": Label("закон", "закона", "закону", "law"),
    "указ": Label("указ", "указа", "указу", "edict"),
}
_DOCUMENTS = {
    "положение": ("положения", "Regulation"),
    "порядок": ("порядка", "Procedure"),
    "правила": ("правил", "Rules"),
    "план": ("плана", "Plan"),
    "перечень": ("перечня", "List"),
    "состав": ("состава", "Composition"),
    "регламент": ("регламента", "Rules of procedure"),
    "программа": ("программы", "Programme"),
    "методика": ("методики", "Method"),
    "требования": ("требований", "Requirements"),
}
_DAY = re.compile(r"(?<![0-9.])([0-9]{2}\.[0-9]{2}\.[0-9]{4})(?![0-9])")
_MADE = re.compile(r"(?:№ (?P<number>.+?))?(?:(?:^| )от (?P<date>[0-9]{2}\.[0-9]{2}\.[0-9]{4}))?")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def made(kind: ActKind | None, number: str | None, day: date | None) -> Label:
    """The label of an act: its kind (постановление where it is not given), its number and its date."""
    words = _KINDS[kind or "постановление"]
    ru = (f" № {number}" if number else "") + (f" от {in_russian(day)}" if day else "")
    en = (f" No {number}" if number else "") + (f" of {in_russian(day)}" if day else "")
    return Label(words.ru + ru, words.of + ru, words.to + ru, words.en + en)


def read(label: str) -> tuple[str | None, str | None]:
    """The number and the date (as it is written) of a Russian label that `made` has made."""
    found = _MADE.fullmatch(label.partition(" ")[2])
    return (None, None) if found is None else (found["number"], found["date"])


def kind_in(ru: str) -> ActKind | None:
    """The kind of act with which a Russian label begins; None where it begins otherwise."""
    first = ru.split(maxsplit=1)[0].lower() if ru.split() else ""
    return next((kind for kind in _KINDS if kind == first), None)  # type: ignore[misc]  # a key is a kind


def declined(ru: str, case: Literal["of", "to"]) -> str | None:
    """The label in another case; None where it does not begin with a word that is known here."""
    kind = kind_in(ru)
    if kind is None:
        return None
    word: str = getattr(_KINDS[kind], case)
    return (word.capitalize() if ru[:1].isupper() else word) + ru.removeprefix(ru[: len(kind)])


def document_words(ru: str) -> tuple[str, str]:
    """The genitive of what a document is called, and its English name; empty and `ru` where it is not known."""
    of, en = _DOCUMENTS.get(ru.lower(), ("", ru))
    return (of.capitalize() if ru[:1].isupper() else of), en


def disagrees(label: str, number: str | None, day: date | None) -> bool:
    """Whether a label names another number or another day than those of the act."""
    days = _DAY.findall(label)
    if day is not None and days and in_russian(day) not in days:
        return True
    named = [sign for sign in ("№", "No ") if sign in label]
    if number is None or not named:
        return False
    own = rf"(?:№|No)\s*{re.escape(number)}(?![\w/-])"
    return re.search(own, label) is None


def id_of(kind: str | None, number: object) -> str | None:
    """A short name made of kind and number; None where that gives no Latin word."""
    words = _KINDS.get(kind or "постановление")
    if words is None or isinstance(number, bool) or not isinstance(number, str | int):
        return None
    made_of = f"{words.en}-{number}".lower()
    return made_of if _ID.fullmatch(made_of) else None


_UNNUMBERED = re.compile(
    r"б\s*[./\\-]?\s*н\s*\.?|б\s*[./]?\s*№|без\s+(?:номера|№)|(?:номера|№)?\s*нет(?:\s+номера)?|не\s+присвоен|н\s*/\s*д"
    r"|(?:no|without)\s+(?:a\s+)?number|w/o\s+number|unnumbered|n/a|none|null",
    re.IGNORECASE,
)
"""The words that stand for a number where there is none."""


def says_no_number(said: str) -> bool:
    """Whether the words say that a document has no number.

    >>> says_no_number("б/н"), says_no_number("Без номера"), says_no_number("БН-12")
    (True, True, False)
    """
    return _UNNUMBERED.fullmatch(said.strip()) is not None


_NO_NUMBER = re.compile(r"-[0-9]+|0+")
"""A number below one, however it is written."""


def _number(value: object) -> object:
    """A number of an act as text; what is no number of one is refused."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return value
    said = str(value).strip()
    if _NO_NUMBER.fullmatch(said):
        raise flaw(
            "act_number",
            f"номер акта {said} меньше 1; впишите номер, как его пишет источник",
            f"the number {said} of an act is less than 1; write it as the source does",
        )
    if not said:
        raise flaw(
            "act_number",
            "пустой текст; впишите номер или уберите ключ, если номера нет",
            "empty text; write the number, or leave the key out where there is none",
        )
    if says_no_number(said):
        raise flaw(
            "act_number",
            f"«{said}» — не номер; если акт без номера, уберите number",
            f"«{said}» is no number; leave number out where the act has none",
        )
    if said[0] in "«“”„\"'":
        raise flaw(
            "act_number",
            f"в номере {said} лишние кавычки; уберите их",
            f"the number {said} has quotes too many; remove them",
        )
    if said.startswith(("№", "N ")) or " от " in f" {said} ":
        raise flaw(
            "act_number",
            f"в номере «{said}» лишнее слово; впишите номер без «№» и без даты, например 345-п",
            f"the number «{said}» has a word too many; write it without «№» and without a date, such as 345-п",
        )
    return said


ActNumber = Annotated[str, BeforeValidator(_number, json_schema_input_type=str | int)]
"""Номер акта: 12, "12" or 345-п, kept as text."""
