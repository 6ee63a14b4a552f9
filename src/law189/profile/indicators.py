"""Показатели (indicators): goals, and what is measured for each, with its base and its target.

>>> IndicatorValue(value="tbd", year=2023).value
'tbd'
>>> IndicatorValue(value=0.5, year=2023)
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for IndicatorValue
value
  ...
"""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StrictInt

from law189.law import Day, Entry, Grade, Text, Vocabulary, flaw
from law189.profile.references import BodyId, Number, known
from law189.profile.words import plan as words
from law189.profile.words.common import Cited, Titled

__all__ = ["FactorAnalysis", "Goal", "Indicator", "IndicatorType", "IndicatorUnit", "IndicatorValue"]


def _quantity(value: object) -> object:
    if isinstance(value, bool) or value == "tbd" or (isinstance(value, Decimal) and value.is_finite()):
        return value
    if isinstance(value, int):
        return Decimal(value)
    raise flaw(
        "indicator_value",
        f"нужно целое число, true, false или tbd (будет определено), а указано: {value!r}",
        f"a whole number, true, false or tbd (to be determined) is needed, not {value!r}",
    )


class IndicatorType(Vocabulary):
    """Тип показателя."""

    PROCESS = "process", "процесс", "process"
    INTERMEDIATE = "intermediate", "промежуточный результат", "intermediate result"
    FINAL = "final", "итоговый результат", "final result"


class IndicatorUnit(Vocabulary):
    """Единица измерения показателя."""

    UNITS = "units", "единиц", "units"
    PERSONS = "persons", "человек", "persons"
    PERCENT = "percent", "процентов", "percent"
    YES_NO = "yes_no", "да или нет", "yes or no"
    EXISTS_NONE = "exists_none", "есть или нет", "exists or none"


class IndicatorValue(Entry):
    """Значение показателя: a number, yes or no, or `tbd`, which is a state and not a zero.

    `year` is None where the source leaves it blank; `month` where the source names none.
    """

    value: Annotated[
        Decimal | bool | Literal["tbd"],
        BeforeValidator(_quantity, json_schema_input_type=int | bool | Literal["tbd"]),
        words.QUANTITY,
    ]
    year: Annotated[Annotated[StrictInt, Field(ge=2000, le=2100)] | None, words.YEAR]
    month: Annotated[Annotated[StrictInt, Field(ge=1, le=12)] | None, words.MONTH] = None


class Indicator(Entry):
    """Показатель эффективности: goal, type, unit, base and target.

    `unit` is None where nothing tells it, and graded `assumed` where it follows from the words only;
    `responsible` is None where the source leaves the cell blank.
    """

    goal: Annotated[Number, known("goals", "цели", "goal"), words.GOAL]
    type: Annotated[IndicatorType, words.TYPE]
    title: Annotated[Text, words.INDICATOR]
    unit: Annotated[IndicatorUnit | None, words.UNIT]
    unit_grade: Annotated[Grade, words.UNIT_GRADE] = Grade.FULL_TEXT
    base: Annotated[IndicatorValue, words.BASE]
    target: Annotated[IndicatorValue, words.TARGET]
    responsible: Annotated[BodyId | None, words.RESPONSIBLE]
    cite: Cited

    @property
    def id(self) -> str:
        """Its address, which is how the list of provisions calls it."""
        return self.cite.address


class Goal(Entry):
    """Цель, по которой сгруппированы показатели."""

    id: Annotated[Number, words.GOAL_ID]
    title: Titled
    cite: Cited


class FactorAnalysis(Entry):
    """Пофакторный анализ: until when it must give the values that are still to be determined."""

    before: Annotated[Day, words.ANALYSED_BEFORE]
    method: Annotated[Text, words.METHOD]
