"""Админка (admin): of a model with a case, and of the book's own cases."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from typing import Any, NamedTuple

from django.contrib import admin
from django.http import HttpRequest

from law189.casebook.book import options_on
from law189.casebook.cycles import CYCLES
from law189.casebook.line import Line
from law189.casebook.rows import Damaged
from law189.cases.history import Decision, Event, History
from law189.cases.lifecycle import Lifecycle, Option
from law189.contrib.django.chosen import in_settings, the_language
from law189.contrib.django.models import Case
from law189.contrib.django.steps import ON, StepsAdmin
from law189.contrib.django.store import DjangoStore
from law189.law import Text

__all__ = ["BookAdmin", "CaseAdmin"]


class OfLifecycle(admin.SimpleListFilter):
    """Отбор по процессу, названному словами."""

    title = in_settings(Text("процесс", "lifecycle"))
    parameter_name = "lifecycle"

    def lookups(self, *_: Any) -> list[tuple[str, str]]:
        """Every lifecycle with its words."""
        return [(name, cycle.title[the_language()]) for name, cycle in CYCLES.items()]

    def queryset(self, _: HttpRequest, rows: Any) -> Any:
        """The cases of the lifecycle that is chosen."""
        return rows if self.value() is None else rows.filter(lifecycle=self.value())


class OfState(admin.SimpleListFilter):
    """Отбор по состоянию, названному словами; one code is a state of several lifecycles."""

    title = in_settings(Text("состояние", "state"))
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """The states of the cases that are there, of the lifecycle that is chosen, each with its words."""
        chosen, lang = request.GET.get(OfLifecycle.parameter_name), the_language()
        there = {*model_admin.get_queryset(request).order_by().values_list("lifecycle", "state").distinct()}
        return [
            (f"{name}:{state}", f"{cycle.title[lang]}: {words[lang]}")
            for name, cycle in CYCLES.items()
            if chosen in (None, name)
            for state, words in cycle.words.items()
            if (name, state) in there
        ]

    def queryset(self, request: HttpRequest, rows: Any) -> Any:  # noqa: ARG002  # Django gives it
        """The cases in the state that is chosen."""
        lifecycle, _, state = (self.value() or "").rpartition(":")
        of = {"lifecycle": lifecycle} if lifecycle else {}
        return rows.filter(state=state, **of) if state else rows


class CaseAdmin(StepsAdmin):
    """Админка модели с делом: register your model with it, or with a class that takes it."""

    def get_queryset(self, request: HttpRequest) -> Any:
        """The rows without their cases, which a list does not read: one that is damaged keeps no other away."""
        return super().get_queryset(request).defer(self.model.case_field().name)

    def history_of(self, obj: Any) -> History[Any]:
        """The case of the row."""
        found: History[Any] = obj.history
        return found

    def options_of(self, obj: Any, on: date) -> Sequence[Option]:
        """The steps of the case on the day."""
        found: Sequence[Option] = obj.options(on)
        return found

    def take(self, obj: Any, event: Event, decision: Decision | None, version: int) -> History[Any]:
        """The case after the step, written as `CaseModel.advance` writes it."""
        found: History[Any] = obj.advance(event, decision=decision, expected_version=version)
        return found

    def cycle_of(self, obj: Any) -> Lifecycle[Any]:
        """The lifecycle of the row."""
        found: Lifecycle[Any] = obj.cycle()
        return found

    def steps(self) -> Sequence[tuple[str, Text]]:
        """Every step of the lifecycle of the model."""
        cycle = self.model.cycle()
        return [*{one.kind: (one.kind, one.title) for one in (*cycle.clauses, cycle.annulment)}.values()]


class _Seen(NamedTuple):
    """Что видит страница: the day, the case and its steps on that day, read at one moment."""

    on: date
    case: History[Any]
    options: Sequence[Option]


SEEN = "_law189_seen"
"""Where a row holds what its page tells of it."""


@admin.register(Case)
class BookAdmin(StepsAdmin):
    """Админка книги дел: every case of the book, each step taken beside all of them.

    What a page tells of a case, it and its steps, is of one moment of the book.
    """

    list_filter = (OfLifecycle, OfState)
    search_fields = ("number",)
    fields = ("number_told", "state_told", "version_told", "history_told", "options_told")
    readonly_fields = ("number_told",)

    def _store(self, obj: Any) -> DjangoStore:
        return DjangoStore(using=obj._state.db)  # noqa: SLF001  # Django names it so

    def _seen(self, obj: Any, on: date) -> _Seen:
        """The case and its steps on the day, as they were when the page first asked for them."""
        seen: _Seen | None = getattr(obj, SEEN, None)
        if seen is None or seen.on != on:
            store = self._store(obj)
            with store.moment() as shelf:
                case = shelf.case(obj.number) or CYCLES[obj.lifecycle].begin(obj.number)
                seen = _Seen(on, case, options_on(shelf, case, store.profile, on))
            setattr(obj, SEEN, seen)
        return seen

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """The row of a page, with its case and the steps of the day that the address gives."""
        obj = super().get_object(request, object_id, from_field)
        if obj is not None:
            with suppress(Damaged):  # what is told of it says so
                self._seen(obj, getattr(obj, ON))
        return obj

    def history_of(self, obj: Any) -> History[Any]:
        """The case of the row."""
        seen: _Seen | None = getattr(obj, SEEN, None)
        if seen is not None:
            return seen.case
        found = self._store(obj).case(obj.number)
        return CYCLES[obj.lifecycle].begin(obj.number) if found is None else found

    def options_of(self, obj: Any, on: date) -> Sequence[Option]:
        """The steps of the case on the day; what the book takes from its own cases is not asked."""
        return self._seen(obj, on).options

    def take(self, obj: Any, event: Event, decision: Decision | None, version: int) -> History[Any]:
        """The case after the step, taken beside all cases of the book."""
        line = Line(
            history=obj.number,
            lifecycle=obj.lifecycle,
            event=event,
            decision=decision,
            expected_version=version,
        )
        return self._store(obj).take(line).history

    def cycle_of(self, obj: Any) -> Lifecycle[Any]:
        """The lifecycle of the row."""
        return CYCLES[obj.lifecycle]

    def save_model(self, *_: Any) -> None:
        """Nothing is saved: the row of a case is written by its steps alone."""

    def has_add_permission(self, _: HttpRequest) -> bool:
        """A case of the book begins with its first step."""
        return False

    def has_delete_permission(self, _: HttpRequest, __: Any = None) -> bool:
        """Nothing is deleted: a record made in error is annulled."""
        return False
