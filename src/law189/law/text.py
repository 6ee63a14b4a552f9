"""Слова (texts): the same words in Russian and in English, codes that carry words, and the refusal of a value.

>>> Text("кворум", "quorum")["en"]
'quorum'
>>> flaw("blank", "пусто", "empty").context["ru"]
'пусто'
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import (
    ConfigDict,
    Field,
)
from pydantic_core import PydanticCustomError

from law189.law.fixed import fixed, stays
from law189.law.signs import shown

__all__ = [
    "Lang",
    "Law189Error",
    "Text",
    "Vocabulary",
    "WrongLanguage",
    "WrongValue",
    "as_written",
    "flaw",
    "hidden_sign",
    "in_language",
    "in_russian",
    "must_hold",
]

Lang = Literal["ru", "en"]


class Law189Error(Exception):
    """Every error this library raises on purpose, but for those of Python, of files and of frameworks."""


class WrongValue(Law189Error, ValueError):
    """A value of the right kind that a function cannot take, such as a term of no days."""


def must_hold(held: object, kinds: Mapping[str, type]) -> None:
    """Raise `WrongValue` on the first value that the object was given and that is of another kind, by its name.

    What stands below the look at arguments (`law189.kinds`) looks so itself, where it is made.
    """
    for name, kind in kinds.items():
        if not isinstance(value := getattr(held, name), kind):
            raise WrongValue(f"{name}: {NEEDED[kind]} is needed, not {type(value).__name__}")


class WrongLanguage(Law189Error, ValueError):
    """A language in which nothing is told here: all is told in `ru` and in `en`."""

    def __init__(self, lang: object) -> None:
        super().__init__(lang)
        self.lang = lang

    def told(self, lang: Lang) -> str:
        """Which languages there are, in one of them."""
        said = ascii(self.lang)[:40]
        return f"говорят на ru или en, а не {said}" if lang == "ru" else f"it is told in ru or en, not {said}"

    def __str__(self) -> str:
        return self.told("en")


def in_language(lang: Lang) -> Lang:
    """The language, where it is one in which all is told. Raises `WrongLanguage` on another.

    >>> in_language("de")
    Traceback (most recent call last):
        ...
    law189.law.text.WrongLanguage: it is told in ru or en, not 'de'
    """
    if lang not in ("ru", "en"):
        raise WrongLanguage(lang)
    return lang


def _described(title: tuple[str, str], told: tuple[str, str]) -> Any:
    """Words of at least one sign, with what the JSON Schema says of them; `About` is made of texts itself."""
    words: dict[str, Any] = {"title": dict(zip(("ru", "en"), title, strict=True))}
    words["description"] = dict(zip(("ru", "en"), told, strict=True))
    return Field(min_length=1, title=title[0], description=told[0], json_schema_extra={"x-law189": words})


@fixed
@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Russian and in English; where English is left out, the Russian words serve.

    >>> Text("кворум", "quorum")["en"], Text("кворум").en
    ('quorum', 'кворум')
    """

    ru: Annotated[str, _described(("по-русски", "in Russian"), ("Русские слова.", "The Russian words."))]
    en: Annotated[
        str,
        _described(
            ("по-английски", "in English"),
            (
                "Английские слова; без них служат русские.",
                "The English words; without them the Russian ones serve.",
            ),
        ),
    ] = field(default_factory=str)
    __pydantic_config__: ClassVar = ConfigDict(
        extra="forbid", json_schema_serialization_defaults_required=True
    )

    def __post_init__(self) -> None:
        """Where English is left out, the Russian words serve. Raises `WrongValue` on what is no text."""
        if type(self.ru) is not str or type(self.en) is not str:
            must_hold(self, {"ru": str, "en": str})
        if not self.en:
            object.__setattr__(self, "en", self.ru)

    def __getitem__(self, lang: Lang) -> str:
        return self.ru if lang == "ru" else self.en if lang == "en" else self[in_language(lang)]


NEEDED: Mapping[type, str] = {str: "a text (str)", Text: "words (Text)"}
"""What is needed, in words, by its class."""


class Vocabulary(StrEnum):
    """Словарь: a closed list of codes; each member is its code and carries its Russian and English words.

    A member is declared as its code and its words. It compares, is read and is written as the code.

    >>> class Vote(Vocabulary):
    ...     FOR = "for", "за", "in favour"
    >>> Vote("for"), Vote.FOR == "for", Vote.FOR.text.ru
    (<Vote.FOR: 'for'>, True, 'за')
    >>> Vote("yes")
    Traceback (most recent call last):
        ...
    ValueError: 'yes' is not a valid Vote
    """

    _value_: str
    text: Text
    """The member in words."""

    def __new__(cls, code: str, ru: str = "", en: str = "") -> Self:
        """The member of that code and words; it has no meaning without them."""
        if not (ru and en):
            raise WrongValue(f"{cls.__name__} «{code}» needs its Russian and English words")
        member = str.__new__(cls, code)
        member._value_ = code
        vars(member)["text"] = Text(ru, en)
        return member

    def __setattr__(self, name: str, value: object) -> None:
        if not name.startswith("_"):  # such names an enumeration gives its members where it makes them
            raise stays(self, name)
        super().__setattr__(name, value)

    @classmethod
    def worded(cls, code: str) -> Text | str:
        """The words of a code; a code that the list does not have, as it is."""
        member: Any = cls._value2member_map_.get(code) if isinstance(code, str) else None
        return code if member is None else member.text


def flaw(code: str, ru: str, en: str, **facts: object) -> PydanticCustomError:
    """A refusal of one value, in both languages, for the reader of a file to place by line.

    `within` among the facts is the path to the part of the value that is wrong.
    """
    ru, en = (words.encode("utf-8", "backslashreplace").decode() for words in (ru, en))
    return PydanticCustomError("law189", "{en}", {"code": code, "ru": ru, "en": en, **facts})


def as_written(value: object) -> Text:
    r"""A value that was refused as its file has it, and not as a program would show it.

    >>> as_written(None).ru, as_written(True).ru, as_written("2\\3").ru, as_written({"y": 2024}).en
    ('null', 'true', '«2\\3»', 'keys with values')
    """
    if isinstance(value, Mapping):
        return Text("ключи со значениями", "keys with values")
    if isinstance(value, list | tuple | set | frozenset):
        return Text("список", "a list")
    if value is None or isinstance(value, bool):
        said = "null" if value is None else str(value).lower()
    elif isinstance(value, str):
        cut = "…" if len(value) > _SHOWN else ""
        said = f"«{shown(value[:_SHOWN])}{cut}»"
    else:
        said = repr(value) if isinstance(value, int | float) else str(value)
        said = said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"
    return Text(said)


_SHOWN = 60  # the most signs of a value that a message shows


def in_russian(day: date) -> str:
    """The day as a Russian sentence has it.

    >>> in_russian(date(24, 1, 5))
    '05.01.0024'
    """
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def hidden_sign(sign: str) -> Text:
    """Why a text is refused that has a sign nobody can see."""
    code = f"U+{ord(sign):04X}"
    return Text(
        f"в тексте есть невидимый знак {code}; удалите его",
        f"the text has the invisible sign {code}; delete it",
    )


OCTETS = Text(
    "байты, а нужен текст; раскодируйте их: value.decode()", "bytes, not a text; value.decode() gives one"
)
"""What is said of bytes in the place of a text, which nothing here reads as one."""


def octets(facts: Mapping[str, object]) -> Iterator[str]:
    """The names of the facts that are bytes, or hold some among values one after another.

    >>> list(octets({"by": b"chair", "services": ("1", b"2"), "on": "2024-01-09"}))
    ['by', 'services']
    """
    for name, value in facts.items():
        if isinstance(value, _BYTES) or (
            isinstance(value, _SEVERAL) and [one for one in value if isinstance(one, _BYTES)]
        ):
            yield name


_BYTES = (bytes, bytearray, memoryview)
_SEVERAL = (list, tuple, set, frozenset)
