"""Местные условия (local conditions): what a municipality's act adds to a step, out of a small closed set.

There is no language of expressions. What the kinds here cannot say is written as a fact that a person confirms.
A step gives the answers under `local`, each by the id of its condition.

>>> from pydantic import TypeAdapter
>>> TypeAdapter(Question).validate_python({"kind": "at_most", "amount": 3, "counted": {"ru": "программ"}}).text.ru
'не более 3 программ'
>>> TypeAdapter(Question).validate_python({"kind": "if"})
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for tagged-union[...
"""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StrictBool, StrictInt, TypeAdapter, ValidationError

from law189.facts import Frozen
from law189.law import Day, Description, Entry, Period, Text, WrongValue, as_written, flaw
from law189.law.days import is_day, plain_day
from law189.law.text import in_russian
from law189.measures import Amount
from law189.profile.slots import Ground, Word
from law189.profile.terms import Days
from law189.profile.words import conditions as words
from law189.profile.words.common import Cited, Since, Until
from law189.telling import shown

__all__ = [
    "NO_ANSWERS",
    "Answer",
    "Answers",
    "AtLeast",
    "AtMost",
    "ByDay",
    "Confirmed",
    "FromDay",
    "HandedIn",
    "LiveCases",
    "LocalCondition",
    "OneOf",
    "Question",
    "TermKept",
]

Answer = bool | int | str
"""An answer as JSON holds it: a day and an exact number are texts."""


class _Kind(Entry):
    """A kind of question: `answer` is the type of its answers, `text` what is needed in words."""

    @property
    def text(self) -> Text:
        """What is needed, in words."""
        raise NotImplementedError

    @property
    def form(self) -> Text:
        """How an answer is written, in words."""
        return _FORMS[type(self)]

    def validated(self, answer: Answer) -> Any:
        """The answer as its type. Raises pydantic's `ValidationError` on an answer of another kind."""
        return _READERS[type(self)].validate_python(answer)

    def read(self, answer: Answer) -> Any:
        """The same, for a rule. Raises `WrongValue` on an answer of another kind."""
        try:
            return self.validated(answer)
        except ValidationError:
            raise WrongValue(answer) from None


class Confirmed(_Kind):
    """Подтверждено: a person confirms the fact."""

    kind: Annotated[Literal["confirmed"], words.KIND]

    @property
    def text(self) -> Text:
        """What is needed, in words."""
        return Text("должно быть подтверждено", "it must be confirmed")


class HandedIn(_Kind):
    """Документ приложен: the document that the title names is handed in."""

    kind: Annotated[Literal["handed_in"], words.KIND]

    @property
    def text(self) -> Text:
        """What is needed, in words."""
        return Text("документ должен быть приложен", "the document must be handed in")


class OneOf(_Kind):
    """Одно из: the fact is one of those listed."""

    kind: Annotated[Literal["one_of"], words.KIND]
    values: Annotated[Annotated[tuple[Ground, ...], Field(min_length=1)], words.VALUES]

    @property
    def form(self) -> Text:
        """How an answer is written: one of the ids."""
        ids = ", ".join(one.id for one in self.values)
        return Text(f"одно из имён: {ids}", f"one of the ids: {ids}")

    @property
    def text(self) -> Text:
        """What is needed, in words."""
        ru, en = (", ".join(one.title[lang] for one in self.values) for lang in ("ru", "en"))
        return Text(f"одно из: {ru}", f"one of: {en}")


class AtMost(_Kind):
    """Не более: an amount at most."""

    kind: Annotated[Literal["at_most"], words.KIND]
    amount: Annotated[Amount, words.AMOUNT]
    counted: Annotated[Description | None, words.COUNTED] = None

    @property
    def text(self) -> Text:
        """What is needed, in words."""
        return _amount("не более", "at most", self.amount, self.counted)


class AtLeast(_Kind):
    """Не менее: an amount at least."""

    kind: Annotated[Literal["at_least"], words.KIND]
    amount: Annotated[Amount, words.AMOUNT]
    counted: Annotated[Description | None, words.COUNTED] = None

    @property
    def text(self) -> Text:
        """What is needed, in words."""
        return _amount("не менее", "at least", self.amount, self.counted)


class ByDay(_Kind):
    """Не позднее дня: the day that is told is that day or an earlier one."""

    kind: Annotated[Literal["not_later"], words.KIND]
    day: Annotated[Day, words.DAY]

    @property
    def text(self) -> Text:
        """What is needed, in words."""
        return Text(f"не позднее {in_russian(self.day)}", f"not later than {self.day.isoformat()}")


class FromDay(_Kind):
    """Не ранее дня: the day that is told is that day or a later one."""

    kind: Annotated[Literal["not_earlier"], words.KIND]
    day: Annotated[Day, words.DAY]

    @property
    def text(self) -> Text:
        """What is needed, in words."""
        return Text(f"не ранее {in_russian(self.day)}", f"not earlier than {self.day.isoformat()}")


class LiveCases(_Kind):
    """Число открытых дел: at most so many live cases of the same person or provider, this one included."""

    kind: Annotated[Literal["live_cases"], words.KIND]
    at_most: Annotated[Annotated[StrictInt, Field(ge=1, le=10_000)], words.MOST_LIVE]

    @property
    def text(self) -> Text:
        """What is needed, in words."""
        return Text(f"открытых дел не более: {self.at_most}", f"live cases, at most: {self.at_most}")


class TermKept(_Kind):
    """Срок соблюдён: the step is taken within so many days after the day that is told."""

    kind: Annotated[Literal["term_kept"], words.KIND]
    days: Annotated[Annotated[StrictInt, Field(ge=1, le=3660)], words.DAYS]
    unit: Annotated[Days, words.DAY_UNIT]

    @property
    def text(self) -> Text:
        """What is needed, in words."""
        unit = self.unit.text
        return Text(f"в течение срока, {unit.ru}: {self.days}", f"within a term, {unit.en}: {self.days}")


Question = Annotated[
    Confirmed | HandedIn | OneOf | AtMost | AtLeast | ByDay | FromDay | LiveCases | TermKept,
    Field(discriminator="kind"),
]
_YES: TypeAdapter[Any] = TypeAdapter(StrictBool)
_AMOUNT: TypeAdapter[Any] = TypeAdapter(Amount)
_DAY: TypeAdapter[Any] = TypeAdapter(Day)
_READERS: dict[type[_Kind], TypeAdapter[Any]] = {
    Confirmed: _YES,
    HandedIn: _YES,
    OneOf: TypeAdapter(Word),
    AtMost: _AMOUNT,
    AtLeast: _AMOUNT,
    ByDay: _DAY,
    FromDay: _DAY,
    LiveCases: TypeAdapter(Annotated[StrictInt, Field(ge=0)]),
    TermKept: _DAY,
}
_YES_NO = Text("true или false без кавычек", "true or false without quotes")
_NUMBER = Text('число: целое или в кавычках вида "36.5"', 'a number: whole, or in quotes like "36.5"')
_A_DAY = Text('день вида "2024-06-01"', 'a day like "2024-06-01"')
_FORMS: dict[type[_Kind], Text] = {
    Confirmed: _YES_NO,
    HandedIn: _YES_NO,
    AtMost: _NUMBER,
    AtLeast: _NUMBER,
    ByDay: _A_DAY,
    FromDay: _A_DAY,
    LiveCases: Text("целое число без кавычек", "a whole number without quotes"),
    TermKept: _A_DAY,
}


def _amount(ru: str, en: str, amount: Decimal, counted: Text | None) -> Text:
    if counted is None:
        return Text(f"{ru} {shown(amount, 'ru')}", f"{en} {shown(amount, 'en')}")
    return Text(f"{ru} {shown(amount, 'ru')} {counted.ru}", f"{en} {shown(amount, 'en')} {counted.en}")


class LocalCondition(Period):
    """Местное условие: at which step, what is asked, in which words, and what it means where it is not met."""

    id: Annotated[Word, words.CONDITION_ID]
    step: Annotated[str, Field(pattern=r"^[a-z]+\.[a-z_]+$"), words.STEP]
    asks: Annotated[Question, words.ASKS]
    title: Annotated[Description, words.TITLE]
    missing: Annotated[Literal["void", "breach"], words.MISSING]
    since: Since = None
    until: Until = None
    cite: Cited


def _written(answer: object) -> object:
    """A day and an exact number as JSON holds them, so that an answer is the same through every door."""
    if isinstance(answer, bool | int | str):
        return answer
    if isinstance(answer, Decimal):
        return str(answer)
    if is_day(answer):
        return plain_day(answer).isoformat()
    raise flaw(
        "answer",
        f"нужны да или нет, слово, число или день, а указано: {as_written(answer).ru}",
        f"yes or no, a word, a number or a day is needed, not {as_written(answer).en}",
    )


_AnyAnswer = StrictBool | StrictInt | str
Answers = Frozen[Word, Annotated[_AnyAnswer, BeforeValidator(_written, json_schema_input_type=_AnyAnswer)]]
"""The answers to local conditions, each by the condition's id."""
NO_ANSWERS: Frozen[str, Answer] = Frozen()
"""No answer is given."""
