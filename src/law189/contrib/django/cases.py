"""Модель дела (cases): a row that takes the steps of a lifecycle, each judged, cited and written with its version.

A model takes `CaseModel` and declares one `CaseField`. The number of the row is the id of its case; `state` and
`version` are those of the case, for whoever asks the database. A new row is written with its case, whatever writes
it; then all three and the case itself are written by `advance` alone: `save` writes the other fields.
"""

from datetime import date
from typing import Any

from django.core import checks
from django.core.exceptions import ValidationError
from django.db import models, router, transaction

from law189.casebook.rows import Damaged
from law189.cases.history import Decision, Event, History
from law189.cases.ids import composed, read_id
from law189.cases.lifecycle import Duty, Lifecycle, Option
from law189.contrib.django.busy import busy_told
from law189.contrib.django.chosen import the_language, the_profile
from law189.contrib.django.fields import DAMAGED, CaseField, CaseNumber, CaseState, CaseVersion
from law189.errors import Conflict
from law189.law import Law189Error, Text
from law189.profile.profile import Profile
from law189.verdict import Verdict

__all__ = ["CaseModel"]

OWN = ("number", "state", "version")
"""The fields that say of the case what `advance` writes."""
ONE_LINE = Text(
    "номер дела — одна строка без пробелов по краям и невидимых знаков",
    "the number of a case is one line without spaces at its ends and without invisible signs",
)
OTHER_NUMBER = Text(
    "номер начатого дела не меняют: заведите новое дело",
    "the number of a case that is begun does not change: begin another case",
)


def one_line(number: str) -> None:
    """Raise `ValidationError` on what cannot be the number of a case."""
    try:
        read_id(number)
    except Law189Error as error:
        raise ValidationError(ONE_LINE[the_language()], code="number") from error


def _other_number(row: models.Model) -> Law189Error:
    return Law189Error(f"{type(row).__name__}: {OTHER_NUMBER.en}")


def _known(profile: Profile | None) -> Profile:
    return the_profile() if profile is None else profile


class CaseModel(models.Model):
    """Дело в своей таблице: a model declares beside it one `CaseField`, whose lifecycle it follows."""

    number: Any = CaseNumber(max_length=200, unique=True, validators=[one_line])
    state: Any = CaseState(max_length=64, editable=False, db_index=True)
    version: Any = CaseVersion(default=0, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.cycle().title[the_language()]} {self.number}"

    # ─── Дело ───

    @classmethod
    def case_field(cls) -> CaseField:
        """The field that holds the case. Raises `Law189Error` where the model has none, or several."""
        found = [field for field in cls._meta.concrete_fields if isinstance(field, CaseField)]
        if len(found) != 1:
            raise Law189Error(f"{cls.__name__} needs one CaseField, and has {len(found)}")
        return found[0]

    @classmethod
    def cycle(cls) -> Lifecycle[Any]:
        """The lifecycle of the cases of this model."""
        return cls.case_field().cycle

    @property
    def history(self) -> History[Any]:
        """The case; of a row that is not saved yet, the case that its number begins.

        Raises `Law189Error` where the number is none, and `ValidationError` where the field holds what is no case
        of this lifecycle.
        """
        held = self._held()
        return self.cycle().begin(self.number) if held is None else held

    def _held(self) -> History[Any] | None:
        """What the field of the case holds, as the field reads whatever it was given."""
        field = self.case_field()
        return field.to_python(getattr(self, field.attname))

    def judge(self, event: Event, profile: Profile | None = None) -> Verdict:
        """Whether the step may be taken; nothing is written. `profile` is that of the settings unless given."""
        return self.cycle().judge(self.history, event, _known(profile))

    def options(self, on: date, profile: Profile | None = None) -> tuple[Option, ...]:
        """Every step, permitted on the day or with all that is against it."""
        return self.cycle().options(self.history, _known(profile), on)

    def due(self, on: date, profile: Profile | None = None) -> tuple[Duty, ...]:
        """The open duties, each with its last day."""
        return self.cycle().due(self.history, _known(profile), on)

    def advance(
        self,
        event: Event,
        profile: Profile | None = None,
        *,
        decision: Decision | None = None,
        expected_version: int | None = None,
    ) -> History[Any]:
        """Take the step and write it, where the row still has the version that this object has read.

        Raises `Refused` with every reason, `Conflict` where somebody took a step first, and `Busy` where the
        database was not free in time. Then nothing is written and this object is as it was: `refresh_from_db`
        reads it anew. A step is one UPDATE; an `atomic` of your own takes other rows with it.
        """
        before, field = self.history, self.case_field()
        after = field.cycle.advance(
            before, event, _known(profile), decision=decision, expected_version=expected_version
        )
        now = {field.attname: after, "state": after.state, "version": after.version}
        using = router.db_for_write(type(self), instance=self)
        rows = type(self)._base_manager.using(using).filter(pk=self.pk)  # noqa: SLF001  # Django names it so
        with busy_told(), transaction.atomic(using=using):
            if not rows.filter(number=before.id, version=before.version).update(**now):
                number, version = rows.values_list("number", "version").get()
                if number != before.id:
                    raise _other_number(self)
                raise Conflict(before.version, version, before.id)
        for name, value in now.items():
            setattr(self, name, value)
        return after

    # ─── Строка ───

    def save(self, **how: Any) -> None:
        """Write the row: a new one with its case, of one that is there the other fields alone.

        A new row never takes the place of one that is there: Django tells of its key as of any that is there twice.
        """
        named = how.get("update_fields")
        if self._state.adding and named is None and not how.get("force_update"):
            self.begin_case()
            how["force_insert"] = how.get("force_insert") or True
        elif not how.get("force_insert"):
            kept = {*OWN, self.case_field().name, *self.get_deferred_fields()}
            every = [one.name for one in self._meta.concrete_fields if not one.primary_key]
            how["update_fields"] = [name for name in (every if named is None else named) if name not in kept]
        super().save(**how)

    def begin_case(self) -> None:
        """Give a row that is not written yet its case: the one that it was given, or the one its number begins.

        Whatever writes a new row asks this first. Raises `Law189Error` on what cannot be a number, and where the
        case has another one; `ValidationError` on what is no case of this lifecycle.
        """
        history = self.history
        if not self._numbers(history):
            raise _other_number(self)
        self.number, self.state, self.version = history.id, history.state, history.version
        setattr(self, self.case_field().attname, history)

    def _numbers(self, history: History[Any]) -> bool:
        """Whether the number of the row is the id of that case, however its letters are put together."""
        return isinstance(self.number, str) and composed(self.number) == composed(history.id)

    def clean(self) -> None:
        """Raise `ValidationError` where the number of a case that is begun was changed."""
        super().clean()
        try:
            held = self._held()
        except (
            ValidationError
        ):  # the field has told it, or it is left out and a new row is refused when written
            return
        except Damaged:
            raise ValidationError(DAMAGED[the_language()], code="case") from None
        if held is not None and not self._numbers(held):
            raise ValidationError({"number": OTHER_NUMBER[the_language()]}, code="number")
        if isinstance(self.number, str):
            self.number = composed(self.number) if held is None else held.id

    @classmethod
    def check(cls, **how: Any) -> list[checks.CheckMessage]:
        """What Django checks of the model, and that it has one case."""
        found: list[checks.CheckMessage] = super().check(**how)
        fields = [field for field in cls._meta.concrete_fields if isinstance(field, CaseField)]
        if len(fields) != 1:
            words = f"{cls.__name__} needs one CaseField, and has {len(fields)}"
            found.append(checks.Error(words, obj=cls, id="law189.E001"))
        return found
