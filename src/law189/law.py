"""Право: адреса и значения, у которых есть адрес (addresses, and values that carry one).

An answer is worth as much as the address beside it. This module knows how an act numbers its
provisions and how a lawyer writes such an address in Russian and in English. It reads no files: acts
and norms arrive as values.

>>> decree = Act(
...     id="kemerovo-2993", number="2993", date=date(2023, 9, 22),
...     title=Text("Об организации оказания услуг", "On organising services"),
...     label=ActLabel(ru="постановление № 2993", of="постановления № 2993",
...                    to="постановлению № 2993", en="decree No 2993"))
>>> decree.cite("app3.5.5").label.ru
'п. 5.5 прил. 3 к постановлению № 2993'
>>> decree.cite("annex 3")
Traceback (most recent call last):
    ...
law189.law.UnknownProvision: kemerovo-2993 has no address «annex 3»; write it like p3.1, ...
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Generic, Literal, Self, TypeVar

from pydantic import (
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

from law189.signs import hidden

__all__ = [
    "Act",
    "ActLabel",
    "Citation",
    "Cite",
    "Day",
    "Entry",
    "Grade",
    "Lang",
    "Law189Error",
    "Norm",
    "Period",
    "Text",
    "UnknownProvision",
    "Vocabulary",
    "flaw",
    "hidden_sign",
    "in_order",
]

Lang = Literal["ru", "en"]
T = TypeVar("T")
_STRICT = ConfigDict(extra="forbid")


class Law189Error(Exception):
    """Every error this library raises on purpose; catch this one to catch them all."""


class UnknownProvision(Law189Error, LookupError):
    """An address that the act cannot have; the message says which form was needed."""


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Russian and in English.

    >>> Text("кворум", "quorum")["en"]
    'quorum'
    """

    ru: Annotated[str, Field(min_length=1)]
    en: Annotated[str, Field(min_length=1)]
    __pydantic_config__: ClassVar = _STRICT

    def __getitem__(self, lang: Lang) -> str:
        return self.ru if lang == "ru" else self.en


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
    _words: Text

    def __new__(cls, code: str, ru: str = "", en: str = "") -> Self:
        """The member of that code and words; it has no meaning without them."""
        if not (ru and en):
            raise TypeError(f"{cls.__name__} «{code}» needs its Russian and English words")
        member = str.__new__(cls, code)
        member._value_ = code
        member._words = Text(ru, en)  # noqa: SLF001  # the member that is being made
        return member

    @property
    def text(self) -> Text:
        """The member in words."""
        return self._words

    @classmethod
    def worded(cls, code: str) -> Text | str:
        """The words of a code; a code that the list does not have, as it is."""
        return {member.value: member.text for member in cls}.get(code, code)


def flaw(code: str, ru: str, en: str, **facts: object) -> PydanticCustomError:
    """A refusal of one value, in both languages, for the reader of a file to place by line."""
    ru, en = (words.encode("utf-8", "backslashreplace").decode() for words in (ru, en))
    return PydanticCustomError("law189", "{en}", {"code": code, "ru": ru, "en": en, **facts})


def hidden_sign(sign: str) -> Text:
    """Why a text is refused that has a sign nobody can see."""
    code = f"U+{ord(sign):04X}"
    return Text(
        f"в тексте есть невидимый знак {code}; удалите его",
        f"the text has the invisible sign {code}; delete it",
    )


_EARLIEST, _LATEST = date(1900, 1, 1), date(2100, 12, 31)
"""Programs write an empty date as 0001-01-01 or 1899-12-30, and «for ever» as 9999-12-31; no day here is so far."""


def _day(value: object) -> object:
    found = value if type(value) is date else _written_day(value)
    if found < _EARLIEST:
        raise flaw(
            "empty_day",
            f"{found} — пустая дата, такого дня здесь не бывает; уберите ключ",
            f"{found} is an empty date, no day here is so early; leave the key out",
        )
    if found > _LATEST:
        raise flaw(
            "endless_day",
            f"{found} — дата без конца, такого дня здесь не бывает; уберите ключ или укажите день до 2101 года",
            f"{found} is a date without end, no day here is so late; leave the key out or give a day before 2101",
        )
    return found


def _written_day(value: object) -> date:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise flaw(
                "no_such_day",
                f"дня {value} нет в календаре; укажите существующий день",
                f"there is no day {value} in the calendar; give a day that exists",
            ) from None
    raise flaw(
        "day_form",
        f"нужен день вида ГГГГ-ММ-ДД, а указано: {value!r}",
        f"a day of the form YYYY-MM-DD is needed, not {value!r}",
    )


_WrittenDay = Annotated[
    str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", json_schema_extra={"format": "date"})
]
Day = Annotated[date, BeforeValidator(_day, json_schema_input_type=_WrittenDay)]
"""A calendar day; in a file `YYYY-MM-DD`, never a moment of time and never a number of seconds."""


class Grade(Vocabulary):
    """How well a norm is known: read in full, seen quoted, or chosen by this library."""

    FULL_TEXT = "full_text", "прочитано полностью", "read in full"
    EXCERPT = "excerpt", "известно по выдержке", "known by an excerpt"
    ASSUMED = "assumed", "принято библиотекой", "assumed by this library"


class Entry(BaseModel):
    """A frozen entry of a file or of a history: no unknown keys, nothing changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _note_keys(cls, value: object, info: ValidationInfo) -> object:
        """Leave the known keys where the reader finds them, so that it can say «did you mean»."""
        keys = (info.context or {}).get("keys") if isinstance(info.context, dict) else None
        if keys is not None and isinstance(value, dict):
            keys[id(value)] = cls.known_keys()
        elif isinstance(value, dict):  # what a file says was read sign by sign
            _seen(cls.__name__, value)
        return value

    def model_copy(
        self,
        *,
        update: Mapping[str, Any] | None = None,
        deep: bool = False,  # noqa: ARG002  # all in it is frozen: a deep copy is the same
    ) -> Self:
        """The entry with other values, and nothing kept that was worked out from the old ones."""
        copied = super().model_copy(update=update)
        for worked_out in vars(copied).keys() - type(self).model_fields:
            del vars(copied)[worked_out]
        return copied

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        """The entry itself: nothing in it can change."""
        return self

    def __getstate__(self) -> dict[Any, Any]:
        """What a pickle holds: the fields, and nothing that was worked out from them."""
        state = super().__getstate__()
        held = {name: value for name, value in state["__dict__"].items() if name in type(self).model_fields}
        return {**state, "__dict__": held}

    @classmethod
    def known_keys(cls) -> tuple[str, ...]:
        """The keys a file may use, in the order of declaration."""
        return tuple(
            str(field.validation_alias.choices[0])
            if isinstance(field.validation_alias, AliasChoices)
            else field.alias or name
            for name, field in cls.model_fields.items()
        )


def _seen(title: str, facts: Mapping[str, object]) -> None:
    """Refuse facts with a sign in them that nobody can see, each at its place."""
    found: list[InitErrorDetails] = []
    for loc, text in _texts(facts, ()):
        if (sign := hidden(text)) is not None:
            words = hidden_sign(sign)
            found.append({"type": flaw("hidden_sign", words.ru, words.en), "loc": loc, "input": text})
    if found:
        raise ValidationError.from_exception_data(title, found)


def _texts(value: object, loc: tuple[int | str, ...]) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """Every text in plain values and words, with its place; an entry has seen to its own."""
    match value:
        case str():
            yield loc, value
        case Text():
            yield from _texts({"ru": value.ru, "en": value.en}, loc)
        case Mapping():
            for key, within in value.items():
                if isinstance(key, str):
                    yield (*loc, key), key
                    yield from _texts(within, (*loc, key))
        case list() | tuple() | set() | frozenset():
            for place, within in enumerate(value):
                yield from _texts(within, (*loc, place))


@dataclass(frozen=True, slots=True)
class Citation:
    """Адрес нормы: the act's id, the address within it, and how a lawyer writes it."""

    act: str
    address: str
    label: Text
    __pydantic_config__: ClassVar = _STRICT

    @property
    def id(self) -> str:
        """`act/address`, as the list of provisions writes it."""
        return f"{self.act}/{self.address}"


Words = Annotated[str, Field(min_length=1)]


class ActLabel(Entry):
    """The act's short name: Russian nominative (`ru`), genitive (`of`), dative (`to`), and English."""

    ru: Words
    of: Words
    to: Words
    en: Words


class Numbering(Entry):
    """What an act's own numbers mean, where they are not plain «пункт».

    `subitems` lists the addresses whose children are «подпункты», `paragraphs` those whose children
    are unnumbered «абзацы», `rows` the annexes that are tables of goals and rows.
    """

    subitems: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()


_ARTICLE = re.compile(r"art(\d+(?:\.\d+)*)(?:\.part(\d+))?(?:\.item(\d+))?", re.ASCII)
_ITEM = re.compile(r"(?:app(?P<app>\d+)|p(?P<p>\d+))(?P<rest>(?:\.\d+)*)", re.ASCII)
_ADDRESS = (
    r"^([a-z0-9-]+/)?(act|preamble|title|art[0-9]+(\.[0-9]+)*(\.part[0-9]+)?(\.item[0-9]+)?"
    r"|(app|p)[0-9]+(\.[0-9]+)*)$"
)
"""What the JSON Schema says of an address in a file; the acts that it may name are known to the reader only."""
_WHOLE = {
    "act": None,
    "preamble": Text("преамбула", "preamble"),
    "title": Text("наименование", "title"),
}


class Act(Entry):
    """Правовой акт: who issued it, when, under which number, and how its provisions are addressed.

    `number` and `date` are None where the source names the act without them.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    number: str | None
    date: Day | None
    title: Text
    label: ActLabel
    numbering: Numbering = Numbering()
    published_on: Day | None = None
    grade: Grade = Grade.FULL_TEXT

    def cite(self, address: str) -> Citation:
        """The citation of `address`: `p3.1.1`, `app3.5.5`, `art20.part1`, `preamble` or `act`.

        Raises `UnknownProvision` where the address has no such form.
        """
        return Citation(self.id, address, self._label(address))

    def _label(self, address: str) -> Text:
        if address in _WHOLE:
            words = _WHOLE[address]
            if words is None:
                return Text(self.label.ru, self.label.en)
            return Text(f"{words.ru} {self.label.of}", f"{words.en} of {self.label.en}")
        if article := _ARTICLE.fullmatch(address):
            return self._article(*article.groups())
        item = _ITEM.fullmatch(address)
        if item is None:
            raise UnknownProvision(
                f"{self.id} has no address «{address}»; write it like p3.1, app3.5.5 or art20.part1"
            )
        numbers = item["rest"].split(".")[1:]
        if item["app"] is None:
            words = self._words(address, "p" + item["p"], [item["p"], *numbers], start=1)
            return Text(f"{words.ru} {self.label.of}", f"{words.en} of {self.label.en}")
        annex = Text(f"прил. {item['app']} к {self.label.to}", f"annex {item['app']} to {self.label.en}")
        if not numbers:
            return annex
        words = self._words(address, "app" + item["app"], numbers, start=0)
        return Text(f"{words.ru} {annex.ru}", f"{words.en} of {annex.en}")

    def _words(self, address: str, root: str, numbers: list[str], start: int) -> Text:
        """«подп. 1 п. 3.1», «абз. 2 п. 8», «строка 3 цели 1» or plain «п. 5.5»."""
        if root in self.numbering.rows:
            goal, *row = numbers
            if row:
                return Text(f"строка {row[0]} цели {goal}", f"row {row[0]} of goal {goal}")
            return Text(f"цель {goal}", f"goal {goal}")
        parent, _, last = address.rpartition(".")
        if len(numbers) > start:
            for parents, ru, en in (
                (self.numbering.subitems, "подп.", "sub-item"),
                (self.numbering.paragraphs, "абз.", "paragraph"),
            ):
                if parent in parents:
                    above = ".".join(numbers[:-1])
                    return Text(f"{ru} {last} п. {above}", f"{en} {last} of item {above}")
        whole = ".".join(numbers)
        return Text(f"п. {whole}", f"item {whole}")

    def _article(self, article: str, part: str | None, item: str | None) -> Text:
        ru, en = f"ст. {article} {self.label.of}", f"article {article} of {self.label.en}"
        if part:
            ru, en = f"ч. {part} {ru}", f"part {part} of {en}"
        if item:
            ru, en = f"п. {item} {ru}", f"item {item} of {en}"
        return Text(ru, en)


def _resolve(value: object, info: ValidationInfo) -> object:
    """Read `app3.5.5` or `189-fz/art20.part1` against the acts that the reader knows."""
    if not isinstance(value, str):
        return value
    context: Any = info.context if isinstance(info.context, dict) else {}
    resolve: Callable[[str], Citation] | None = context.get("cite")
    if resolve is None:
        raise flaw(
            "cite_alone",
            f"адрес {value!r} читается только вместе с актом",
            f"the address {value!r} is read only together with its act",
        )
    return resolve(value)


_WrittenCite = Annotated[str, Field(pattern=_ADDRESS)]
Cite = Annotated[Citation, BeforeValidator(_resolve, json_schema_input_type=_WrittenCite)]
"""A citation; in a file the bare address, `act/address` where it is of another act."""


def in_order(since: date | None, until: date | None) -> None:
    """Refuse a term that ends before it begins; None is a term without that end."""
    if since and until and since > until:
        raise flaw(
            "since_after_until",
            f"начало {since} позже конца {until}; поменяйте дни местами",
            f"since {since} is later than until {until}; swap the days",
        )


class Period(Entry):
    """Срок действия: from which day and to which, both within it; None where it has no such end.

    Each kind of entry declares the two days in its own place among its keys, and says which of them it needs.
    """

    if TYPE_CHECKING:
        since: Day | None
        until: Day | None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        in_order(self.since, self.until)
        return self

    def in_force(self, day: date) -> bool:
        """Whether `day` is within the term."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def days(self) -> Text | None:
        """The term in words; None where it has neither end."""
        ru, en = [], []
        if self.since is not None:
            ru, en = [f"с {self.since:%d.%m.%Y}"], [f"from {self.since.isoformat()}"]
        if self.until is not None:
            ru, en = [*ru, f"по {self.until:%d.%m.%Y}"], [*en, f"to {self.until.isoformat()}"]
        return Text(" ".join(ru), " ".join(en)) if ru else None


class Norm(Period, Generic[T]):
    """Значение с адресом: a value, the days it holds, its basis in law and how well it is known.

    `published` is the day of official publication.
    """

    value: T
    basis: Cite = Field(validation_alias=AliasChoices("cite", "basis"))
    since: Day | None = None
    until: Day | None = None
    published: Day | None = None
    grade: Grade = Grade.FULL_TEXT

    def __reduce__(self) -> tuple[Any, ...]:
        """A norm of some value is a class that no module holds: it is found again by the value's type."""
        return _norm_of, (type(self).__pydantic_generic_metadata__["args"],), self.__getstate__()


def _norm_of(args: tuple[Any, ...]) -> Norm[Any]:
    """An empty norm of that type of value, for whoever unpickles one."""
    kind: Any = Norm.__class_getitem__(args) if args else Norm
    found: Norm[Any] = kind.__new__(kind)
    return found
