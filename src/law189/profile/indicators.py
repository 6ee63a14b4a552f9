"""Показатели (indicators): goals, and what is measured for each, with its base and its target.

>>> IndicatorValue(value="tbd", year=2023).value
'tbd'
>>> IndicatorValue(value="87,5", year=2024).value, IndicatorValue(value={"at_most": 5}, year=2024).text.ru
(Decimal('87.5'), 'не более 5')
>>> IndicatorValue(value="много", year=2023)
Traceback (most recent call last):
    ...
pydantic_core._pydantic_core.ValidationError: 1 validation error for IndicatorValue
value
  ...
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Discriminator, Field, StrictInt, Tag, model_validator
from pydantic_core import PydanticCustomError

from law189.law import Day, Description, Entry, Grade, Text, Vocabulary, as_written, flaw
from law189.profile.called import RowId
from law189.profile.indicator_parts import not_counted_so
from law189.profile.numerals import WRITTEN, number
from law189.profile.references import BodyId, Number, known
from law189.profile.tallies import Counts, IndicatorUnit
from law189.profile.words import plan as words
from law189.profile.words.common import Cited, Titled
from law189.telling import shown

__all__ = [
    "FactorAnalysis",
    "Goal",
    "Indicator",
    "IndicatorType",
    "IndicatorUnit",
    "IndicatorValue",
    "Range",
    "not_counted_so",
]


def _flawed(value: object) -> PydanticCustomError:
    return flaw(
        "indicator_value",
        "нужно число (87,5), не менее (at_least) и не более (at_most) числа, true, false или tbd (будет "
        f"определено), а указано: {as_written(value).ru}",
        f"a number (87.5), at_least and at_most a number, true, false or tbd (to be determined) is needed, "
        f"not {as_written(value).en}",
    )


def _quantity(value: object) -> object:
    if isinstance(value, bool | Range | Mapping) or value == "tbd":
        return value
    found = number(value)
    if found is None:
        raise _flawed(value)
    return found


def _number(value: object) -> Decimal | None:
    found = None if value is None else number(value)
    if found is None and value is not None:
        raise _flawed(value)
    return found


_WrittenNumber = int | float | Annotated[str, Field(pattern=rf"^{WRITTEN.pattern}$")]
Bound = Annotated[Decimal | None, BeforeValidator(_number, json_schema_input_type=_WrittenNumber | None)]


class Range(Entry):
    """Границы значения: «не менее», «не более», «от … до»; both are within it, and one may be left out."""

    at_least: Annotated[Bound, words.RANGE_FROM] = None
    at_most: Annotated[Bound, words.RANGE_TO] = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.at_least is None and self.at_most is None:
            raise flaw("range_empty", "добавьте at_least или at_most", "add at_least or at_most")
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            raise flaw(
                "range_order",
                f"не менее {self.at_least} и не более {self.at_most} не бывает; поменяйте границы местами",
                f"nothing is at least {self.at_least} and at most {self.at_most}; swap the bounds",
            )
        return self

    def has(self, value: Decimal) -> bool:
        """Whether the value is within the bounds."""
        above = self.at_least is None or value >= self.at_least
        return above and (self.at_most is None or value <= self.at_most)

    @property
    def bounds(self) -> dict[str, Decimal]:
        """Each bound that there is, by its key."""
        both = {"at_least": self.at_least, "at_most": self.at_most}
        return {key: one for key, one in both.items() if one is not None}

    @property
    def text(self) -> Text:
        """The bounds in words."""
        low, high = self.at_least, self.at_most
        if high is None:
            return Text(f"не менее {shown(low, 'ru')}", f"not less than {low}")
        if low is None:
            return Text(f"не более {shown(high, 'ru')}", f"not more than {high}")
        return Text(f"от {shown(low, 'ru')} до {shown(high, 'ru')}", f"from {low} to {high}")


class IndicatorType(Vocabulary):
    """Тип показателя."""

    PROCESS = "process", "процесс", "process"
    INTERMEDIATE = "intermediate", "промежуточный результат", "intermediate result"
    FINAL = "final", "итоговый результат", "final result"


_IN_WORDS = (IndicatorUnit.YES_NO, IndicatorUnit.EXISTS_NONE)


def _form(value: object) -> str:
    """Which of the two a value is, so that the faults of bounds are told and no others."""
    return "range" if isinstance(value, Range | Mapping) else "plain"


class IndicatorValue(Entry):
    """Значение показателя: a number, yes or no, or `tbd`, which is a state and not a zero.

    `year` is None where the source leaves it blank; `month` where the source names none.
    """

    value: Annotated[
        Annotated[Decimal | bool | Literal["tbd"], Tag("plain")] | Annotated[Range, Tag("range")],
        Discriminator(_form),
        BeforeValidator(_quantity, json_schema_input_type=_WrittenNumber | bool | Literal["tbd"] | Range),
        words.QUANTITY,
    ]
    year: Annotated[Annotated[StrictInt, Field(ge=2000, le=2100)] | None, words.YEAR]
    month: Annotated[Annotated[StrictInt, Field(ge=1, le=12)] | None, words.MONTH] = None

    @property
    def text(self) -> Text:
        """The value in words."""
        value = self.value
        if isinstance(value, Range):
            return value.text
        return _TBD if value == "tbd" else Text(shown(value, "ru"), shown(value, "en"))

    @property
    def in_words(self) -> bool | None:
        """Whether it is a yes or no, and no number; None where it is still to be determined."""
        return None if self.value == "tbd" else isinstance(self.value, bool)


_TBD = Text("подлежит определению", "to be determined")


class Indicator(Entry):
    """Показатель эффективности: goal, type, unit, base, and one target or a target for each year.

    `type` and `base` are None where the table has no such column. `unit` is None where nothing tells it, and graded
    `assumed` where it follows from the words only; `responsible` is None where the source leaves the cell blank.
    `counts` is what the cases can be counted for, None where its words do not make that plain.
    """

    goal: Annotated[Number, known("goals", "цели", "goal"), words.GOAL]
    type: Annotated[IndicatorType | None, words.TYPE] = None
    title: Annotated[Description, words.INDICATOR]
    unit: Annotated[IndicatorUnit | None, words.UNIT] = None
    unit_grade: Annotated[Grade, words.UNIT_GRADE] = Grade.FULL_TEXT
    base: Annotated[IndicatorValue | None, words.BASE] = None
    target: Annotated[IndicatorValue | None, words.TARGET] = None
    targets: Annotated[tuple[IndicatorValue, ...], words.TARGETS] = ()
    responsible: Annotated[BodyId | None, words.RESPONSIBLE] = None
    counts: Annotated[Counts | None, words.COUNTS] = None
    cite: Cited
    id: Annotated[RowId, words.ROW_ID] = ""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.target is None) == (not self.targets):
            raise flaw(
                "indicator_target",
                "укажите ровно одно из target (один ориентир) и targets (ориентиры по годам)",
                "give exactly one of target (one target) and targets (a target for each year)",
                within=("targets",) if self.targets else (),
            )
        years = [value.year for value in self.targets]
        if None in years or len(set(years)) < len(years):
            raise flaw(
                "indicator_years",
                "у каждого ориентира из targets свой год; добавьте year или уберите повтор",
                "each target of targets has a year of its own; add year or leave the repetition out",
                within=("targets",),
            )
        self._of_one_kind()
        self._as_counted()
        return self

    def _as_counted(self) -> None:
        """Refuse a number that its unit does not have."""
        for path, value in self._placed():
            numbers = value.value.bounds if isinstance(value.value, Range) else {"": value.value}
            for key, one in numbers.items():
                if (why := not_counted_so(self.unit, one)) is not None:
                    raise flaw(
                        "indicator_parts", why.ru, why.en, within=(*path, "value", *([key] if key else []))
                    )

    def _of_one_kind(self) -> None:
        """Refuse values that cannot be compared with each other or with the unit."""
        of_words = {path: value.in_words for path, value in self._placed() if value.in_words is not None}
        kinds = set(of_words.values())
        if self.counts is not None and (True in kinds or self.unit not in (None, self.counts.unit)):
            raise flaw(
                "indicator_counts",
                f"то, что считают, — в единице «{self.counts.unit.text.ru}», а показатель не в ней; исправьте "
                "counts или unit",
                f"what is counted is in the unit «{self.counts.unit.text.en}», and the indicator is not; mend "
                "counts or unit",
                within=("counts",),
            )
        needed = next(iter(of_words.values()), None) if self.unit is None else self.unit in _IN_WORDS
        other = next((path for path, one in of_words.items() if one is not needed), None)
        if other is None:
            return
        if self.unit is not None:
            raise flaw(
                "indicator_unit",
                f"значение не в единице показателя ({self.unit.text.ru}); исправьте значение или unit",
                f"the value is not in the unit of the indicator ({self.unit.text.en}); mend the value or unit",
                within=(*other, "value"),
            )
        raise flaw(
            "indicator_kinds",
            "база и ориентир разного рода: одно — число, другое — да или нет; приведите к одному",
            "base and target are of different kinds: one is a number, another yes or no; make them one kind",
            within=(*other, "value"),
        )

    def _placed(self) -> Iterator[tuple[tuple[str | int, ...], IndicatorValue]]:
        """The values with their places in the entry, as a file has them."""
        if self.base is not None:
            yield ("base",), self.base
        if self.target is not None:
            yield ("target",), self.target
        for place, value in enumerate(self.targets):
            yield ("targets", place), value

    @property
    def every_target(self) -> tuple[IndicatorValue, ...]:
        """The targets in order of time; the one target, where there is one."""
        if self.target is not None:
            return (self.target,)
        return tuple(sorted(self.targets, key=lambda value: value.year or 0))


class Goal(Entry):
    """Цель, по которой сгруппированы показатели."""

    id: Annotated[Number, words.GOAL_ID]
    title: Titled
    cite: Cited


class FactorAnalysis(Entry):
    """Пофакторный анализ: until when it must give the values that are still to be determined."""

    before: Annotated[Day, words.ANALYSED_BEFORE]
    method: Annotated[Description, words.METHOD]
