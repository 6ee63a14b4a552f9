"""Шаги в админке (steps): what the admin of any model with a case shows, and the page that takes a step.

Where the case is kept and how a step is written, the admin of the model says (`law189.contrib.django.admin`).
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from law189.casebook.rows import Damaged
from law189.cases.history import Decision, Event, History
from law189.cases.lifecycle import Lifecycle, Option
from law189.contrib.django.chosen import in_settings, the_language, the_profile
from law189.contrib.django.fields import DAMAGED
from law189.contrib.django.forms import day_asked, step_form
from law189.contrib.django.told import told_history, told_options
from law189.law import Text
from law189.profile.profile import Profile
from law189.report.text import MARKS

__all__ = ["StepsAdmin"]

ON = "_law189_on"
"""Where a row holds the day of its page."""
ONE = Text("Выберите одно дело.", "Choose one case.")
DONE = Text("Шаг записан: {} {}", "The step is recorded: {} {}")
NOTHING = "—"
"""What is told of the case of a row that is not in the database yet."""
TAKE = Text("Записать шаг", "Record the step")
MORE = Text("Ещё строки в списках", "More rows in the lists")
ROWS_AT_ONCE, MOST_ROWS = 3, 48
_NUMBER = re.compile("[0-9]{1,9}")
T = TypeVar("T")
TITLES = {
    "number_told": Text("номер дела", "number of the case"),
    "state_told": Text("состояние", "state"),
    "version_told": Text("записей", "records"),
    "history_told": Text("история", "history"),
    "options_told": Text("возможные шаги", "steps"),
}


class StepsAdmin(admin.ModelAdmin):
    """Админка дел: the history told, the steps of the day with their reasons, and a form for each step.

    The day is today's unless the address says another (`?on=2024-02-01`).
    """

    # ─── Что говорит админка своей модели ───

    def history_of(self, obj: Any) -> History[Any]:
        """The case of the row."""
        raise NotImplementedError

    def options_of(self, obj: Any, on: date) -> Sequence[Option]:
        """The steps of the case on the day."""
        raise NotImplementedError

    def take(self, obj: Any, event: Event, decision: Decision | None, version: int) -> History[Any]:
        """The case after the step, written. Raises as `Lifecycle.advance`."""
        raise NotImplementedError

    def cycle_of(self, obj: Any) -> Lifecycle[Any]:
        """The lifecycle of the row."""
        raise NotImplementedError

    def profile_of(self, _: HttpRequest) -> Profile:
        """The municipality; that of the settings unless you say another."""
        return the_profile()

    # ─── Что показывает страница дела ───

    def number_told(self, obj: Any) -> str:
        """The number of the case."""
        return str(obj.number)

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """The row of a page, which is of the day that the address gives. Raises as `day_asked`."""
        obj = super().get_object(request, object_id, from_field)
        if obj is not None:
            setattr(obj, ON, day_asked(request.GET.get("on", "")))
        return obj

    def state_told(self, obj: Any) -> str:
        """The state in words."""
        if _is_new(obj):
            return NOTHING

        def told() -> str:
            state = self.history_of(obj).state if hasattr(obj, ON) else obj.state
            return self.cycle_of(obj).words.get(state, Text(state, state))[the_language()]

        return _or_damaged(told)

    def version_told(self, obj: Any) -> str:
        """How many records the case has that the page tells of."""
        if _is_new(obj):
            return NOTHING
        return _or_damaged(lambda: str(self.history_of(obj).version if hasattr(obj, ON) else obj.version))

    def history_told(self, obj: Any) -> SafeString:
        """The records, each with its verdict, its reasons and their addresses."""
        if _is_new(obj):
            return SafeString(NOTHING)
        return _or_damaged(
            lambda: told_history(self.cycle_of(obj), self.history_of(obj), the_language(), the_profile())
        )

    def options_told(self, obj: Any) -> SafeString:
        """The steps of the day, with a link to the form of each that may be taken."""
        if _is_new(obj):
            return SafeString(NOTHING)
        on = getattr(obj, ON, None) or timezone.localdate()

        def link(option: Option) -> str:
            return f"{self._address(obj, option.kind)}?{urlencode({'on': on.isoformat()})}"

        return _or_damaged(
            lambda: told_options(self.options_of(obj, on), the_language(), the_profile(), link)
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Sequence[str]:
        """What is shown and not changed: the number of a case that is begun, and all that is told of it."""
        told = ("state_told", "version_told", "history_told", "options_told")
        begun = () if obj is None else ("number",)
        return (*super().get_readonly_fields(request, obj), *begun, *told)

    def get_list_display(self, request: HttpRequest) -> Sequence[str]:
        """The columns of the list; yours, where you name them."""
        named = super().get_list_display(request)
        return ("number_told", "state_told", "version_told") if tuple(named) == ("__str__",) else named

    # ─── Шаг ───

    def get_urls(self) -> list[Any]:
        """The pages of the admin, and that of a step."""
        step = path(
            "<path:object_id>/step/<slug:kind>/",
            self.admin_site.admin_view(self.step_view),
            name=self._name("step"),
        )
        return [step, *super().get_urls()]

    def _name(self, page: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{page}"

    def _address(self, obj: Any, kind: str) -> str:
        return reverse(f"{self.admin_site.name}:{self._name('step')}", args=[obj.pk, kind])

    def step_view(self, request: HttpRequest, object_id: str, kind: str) -> HttpResponse:
        """The form of a step; a refusal stands beside the fields that it asks for."""
        obj = self.get_object(request, object_id)
        if obj is None:
            raise Http404
        if not self.has_step_permission(request, obj):
            raise PermissionDenied
        try:
            return self._step_of(request, obj, kind)
        except Damaged:
            messages.error(request, DAMAGED[the_language()])
            return redirect(self._page_of(obj))

    def _page_of(self, obj: Any) -> str:
        return reverse(f"{self.admin_site.name}:{self._name('change')}", args=[obj.pk])

    def _step_of(self, request: HttpRequest, obj: Any, kind: str) -> HttpResponse:
        """The page of a step of a case that is there."""
        on = day_asked(request.GET.get("on", ""))
        option = next((one for one in self.options_of(obj, on) if one.kind == kind), None)
        if option is None:
            raise Http404
        rows = min(_number(request.POST.get("more_rows", ""), 0), MOST_ROWS)
        rows += ROWS_AT_ONCE if (more := "more" in request.POST) else 0
        profile = self.profile_of(request)
        made = step_form(self.cycle_of(obj), option, profile=profile, optional=True, more=rows)
        version = self.history_of(obj).version
        form = made(request.POST or None, initial={"on": on})
        if more:
            form.untold()
        elif request.method == "POST" and form.is_valid():
            expected = _number(request.POST.get("version", ""), version)
            taken = form.take(lambda event, decision: self.take(obj, event, decision, expected))
            if taken is not None:
                return self._done(request, obj, taken)
        said = {
            **self.admin_site.each_context(request),
            "title": f"{obj}: {option.title[the_language()]}",
            "opts": self.opts,
            "original": obj,
            "form": form,
            "version": version,
            "rows": rows,
            "take": TAKE[the_language()],
            "more": MORE[the_language()] if form.lists else "",
            "against": told_options([option], the_language(), the_profile(), lambda _: ""),
            "back": self._page_of(obj),
        }
        return TemplateResponse(request, "law189/step.html", said)

    def has_step_permission(self, request: HttpRequest, obj: Any) -> bool:
        """Whether the user may take a step: whoever may change the case, unless you say otherwise."""
        return bool(self.has_change_permission(request, obj))

    def _done(self, request: HttpRequest, obj: Any, after: History[Any]) -> HttpResponse:
        verdict = after.records[-1].verdict
        told = DONE[the_language()].format(MARKS[verdict.outcome], verdict.text[the_language()])
        messages.success(request, told)
        return redirect(self._page_of(obj))

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """The actions of the list: each step of the lifecycle, for one case that is chosen."""
        found: dict[str, Any] = super().get_actions(request)
        for kind, title in self.steps():
            found[f"step_{kind}"] = (_chosen(kind), f"step_{kind}", title[the_language()])
        return found

    def steps(self) -> Sequence[tuple[str, Text]]:
        """The kinds of steps that the list offers, each with its words."""
        return ()


def _or_damaged(told: Callable[[], T]) -> T | SafeString:
    """What is told of a case; of one whose rows are none, that it is damaged."""
    try:
        return told()
    except Damaged:
        return SafeString(DAMAGED[the_language()])


def _number(written: str, otherwise: int) -> int:
    """The number that a hidden field holds."""
    return int(written) if _NUMBER.fullmatch(written) else otherwise


def _is_new(obj: Any) -> bool:
    """Whether the row is not in the database yet, as that of an empty form: it has no case, whatever its number."""
    return obj is None or obj._state.adding  # noqa: SLF001  # Django names it so


def _chosen(kind: str) -> Callable[[StepsAdmin, HttpRequest, Any], HttpResponse | None]:
    """The action that leads to the form of the step."""

    def action(of: StepsAdmin, request: HttpRequest, rows: Any) -> HttpResponse | None:
        chosen = [*rows[:2]]
        if len(chosen) != 1:
            messages.error(request, ONE[the_language()])
            return None
        return redirect(of._address(chosen[0], kind))  # noqa: SLF001  # the action is of that admin

    return action


for _name, _title in TITLES.items():
    getattr(StepsAdmin, _name).short_description = in_settings(_title)
StepsAdmin.number_told.admin_order_field = "number"  # type: ignore[attr-defined]
