"""Поле с делом (fields): a history in one column of text, in its compact form.

The field names the lifecycle. What it gives is a `History`; what stands in the column is what `Lifecycle.dump`
writes, as JSON without spaces. A history is frozen, so an object never changes it in place.
"""

import json
from collections.abc import Mapping
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import Promise

from law189.casebook.cycles import CYCLES, no_lifecycle
from law189.casebook.rows import Damaged, compact_json
from law189.cases.history import History
from law189.cases.lifecycle import Lifecycle
from law189.contrib.django.chosen import in_settings, the_language
from law189.errors import FaultyInput
from law189.kinds import must_be
from law189.law import Law189Error, Text

__all__ = ["DAMAGED", "CaseField", "CaseNumber", "CaseState", "CaseVersion"]

DAMAGED = Text(
    "Записи дела в базе испорчены. Верните их из копии.",
    "The records of the case are damaged in the database. Restore them from a copy.",
)
"""What is told in place of a case whose rows are none."""
NO_CASE = Text(
    "это не дело «{}», как его записывает law189; возьмите значение, которое она записала",
    "this is no case of «{}» as law189 writes one; take a value that it wrote",
)


class OfCase(models.Field):
    """Поле строки с делом: a field of a `CaseModel`, whose case is there whenever a new row of it is written.

    `save` alone is not asked by every way to write a row: `bulk_create` is one that goes past it.
    """

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """The value to write; of a new row once it has its case."""
        if add and (begin := getattr(model_instance, "begin_case", None)) is not None:
            begin()
        return super().pre_save(model_instance, add)


class OfRow(OfCase):
    """Поле строки с делом, которое в миграции — обычное поле Django."""

    TITLE: ClassVar[Text]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if not args:
            kwargs.setdefault("verbose_name", in_settings(self.TITLE))
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """What a migration writes: the field of Django that it is, whatever the language of the settings."""
        name, _, args, kwargs = super().deconstruct()
        if isinstance(kwargs["verbose_name"], Promise):
            kwargs["verbose_name"] = self.TITLE.ru
        return name, f"django.db.models.{self.get_internal_type()}", args, kwargs


class CaseNumber(OfRow, models.CharField):
    """Номер дела строки: the id of its case."""

    TITLE = Text("номер дела", "number of the case")


class CaseState(OfRow, models.CharField):
    """Состояние дела строки: its code."""

    TITLE = Text("состояние", "state")


class CaseVersion(OfRow, models.PositiveIntegerField):
    """Версия дела строки: how many records it has."""

    TITLE = Text("версия", "version")


class CaseField(OfCase, models.TextField):
    """Дело: a `History` of one lifecycle. Raises `Law189Error` on a lifecycle that there is not.

    Forms leave it out, for a case changes by steps alone. What is no case of that lifecycle is a `ValidationError`
    in the language of the settings; a column that does not read as one is `Damaged`.
    """

    description = "Дело по Закону № 189-ФЗ"
    empty_strings_allowed = False

    def __init__(self, lifecycle: str, *args: Any, **kwargs: Any) -> None:
        if must_be(lifecycle, str) not in CYCLES:
            raise Law189Error(no_lifecycle(lifecycle).en)
        self.lifecycle = lifecycle
        kwargs.setdefault("editable", False)
        super().__init__(*args, **kwargs)

    @property
    def cycle(self) -> Lifecycle[Any]:
        """The lifecycle of the cases in the column."""
        return CYCLES[self.lifecycle]

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """What a migration writes: the field with its lifecycle."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, [self.lifecycle, *args], kwargs

    def from_db_value(self, value: str | None, *_: Any) -> History[Any] | None:
        """The case in the column. Raises `Damaged` where it is none."""
        if value is None:
            return None
        try:
            return self.cycle.load(json.loads(value))
        except (ValueError, Law189Error) as error:
            raise Damaged(f"{self.model.__name__}.{self.name}: {error}") from error

    def to_python(self, value: Any) -> History[Any] | None:
        """The case that was given as a history, or as its JSON. Raises `ValidationError` on anything else."""
        if value is None:
            return None
        try:
            if isinstance(value, History):
                return self._own(value)
            said = json.loads(value) if isinstance(value, str) else value
            return self.cycle.load(must_be(said, Mapping))
        except FaultyInput as error:
            raise ValidationError(error.told(the_language()), code="case") from error
        except (ValueError, TypeError, Law189Error) as error:
            told = NO_CASE[the_language()].format(self.cycle.title[the_language()])
            raise ValidationError(told, code="case") from error

    def get_prep_value(self, value: Any) -> str | None:
        """What stands in the column."""
        history = self.to_python(value)
        return None if history is None else compact_json(self.cycle.dump(history))

    def value_to_string(self, obj: models.Model) -> str | None:
        """The case as `dumpdata` writes it."""
        return self.get_prep_value(self.value_from_object(obj))

    def _own(self, history: History[Any]) -> History[Any]:
        if history.lifecycle != self.lifecycle:
            raise Law189Error(f"a case of {self.lifecycle} is needed, not of {history.lifecycle}")
        return history
