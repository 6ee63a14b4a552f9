"""Форма шага (forms): a form made of what an option needs; a refusal stands beside the fields it asks for.

What is asked, in which words, from which choices and why, the option says. The form reads the event as strictly as
a file is read, and tells what is wrong beside the field.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import NoneType
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import BadRequest
from django.forms.utils import ErrorDict
from django.utils import timezone
from pydantic import TypeAdapter

from law189.audit.names import Names
from law189.cases.fact import Described, facts_of
from law189.cases.history import Decision, Event
from law189.cases.lifecycle import Lifecycle, Option
from law189.contrib.django.asked import Asked, asked_of
from law189.contrib.django.chosen import the_language
from law189.errors import Conflict, Fault, FaultyInput, Refused
from law189.files.asked_day import read_day
from law189.files.nodes import check, key_of, tree_of
from law189.kinds import must_be
from law189.law import Lang, Text
from law189.law.text import in_language
from law189.profile.profile import Profile
from law189.verdict import Outcome, Verdict

__all__ = ["FaultyAddress", "StepForm", "day_asked", "step_form"]

DECISION = "decision"
OFFICE = Text("решение органа", "decision of an office")
NO_ROOM = Text(
    "прислано больше строк, чем есть в форме, и они не записаны: «{}»; откройте форму с большим числом строк",
    "more entries were sent than the form has room for, and they are not recorded: «{}»; open it with more rows",
)
_ENTRY = re.compile(r"__[0-9]+(?=__)")
IN_PART = Text(
    "решение записывают целиком: кто, когда и чем обосновано",
    "a decision is given whole: who, when and what it rests on",
)


class FaultyAddress(FaultyInput, BadRequest):
    """An address that gives what no page can be of; `str` tells the faults in the language of the settings."""

    def __str__(self) -> str:
        return self.told(the_language())


def day_asked(written: str) -> date:
    """День из адреса: the day that an address gives, today where it gives none.

    Raises `FaultyAddress`, which Django answers with 400, on what is no day and on one that no file may have.
    """
    if not must_be(written, str):
        return timezone.localdate()
    try:
        return read_day(written, "on")
    except FaultyInput as error:
        raise FaultyAddress(error.faults) from None


class StepForm(forms.Form):
    """Форма одного шага: `event` is what was filled in, once `is_valid` said so.

    Where the law leaves something unknown, an office may decide: the last three fields are its decision.
    """

    cycle: ClassVar[Lifecycle[Any]]
    option: ClassVar[Option]
    lang: ClassVar[Lang]
    asked: ClassVar[tuple[Asked, ...]]
    given: ClassVar[Mapping[str, Any]]
    profile: ClassVar[Profile | None]
    event: Event
    decision: Decision | None

    def clean(self) -> dict[str, Any]:
        """Read the event; what is wrong with it is told beside its field."""
        cleaned: dict[str, Any] = super().clean()
        for title in dict.fromkeys(self._beyond()):
            self.add_error(None, NO_ROOM[self.lang].format(title))
        if self.errors:
            return cleaned
        facts = self._facts(cleaned)
        office = facts.pop(DECISION, None)
        faults: list[Fault] = []
        event = self._read({"kind": self.option.kind, **facts, **self.given}, self.cycle.events, faults)
        if event is not None and self.profile is not None:
            found = Names(self.profile).of(event)
            faults += [Fault("", None, None, key_of(loc), words) for loc, words in found]
        self._tell(faults)
        self.decision = None
        if office is not None:
            wrong: list[Fault] = []
            self.decision = self._read(office, TypeAdapter(Decision), wrong)
            for _ in wrong[:1]:
                self.add_error(f"{DECISION}__by", IN_PART[self.lang])
        if event is not None:
            self.event = event
        return cleaned

    @property
    def lists(self) -> bool:
        """Whether the form has a list whose entries have fields of their own."""
        return any(isinstance(step, int) for one in self.asked for step in one.path)

    def untold(self) -> None:
        """Leave what was filled in as it is, and say nothing of it yet."""
        self._errors = ErrorDict()

    def _beyond(self) -> Iterator[str]:
        """The titles of what was sent for an entry for which no list of the form has room."""
        for name in self.data:
            first = _ENTRY.sub("__0", name)
            if name not in self.fields and first in self.fields and any(self._sent(name)):
                yield str(self.fields[first].label)

    def _sent(self, name: str) -> list[Any]:
        """Every value of that name."""
        of_all = getattr(self.data, "getlist", None)
        return [self.data[name]] if of_all is None else [*of_all(name)]

    def take(self, step: Callable[..., Any]) -> Any:
        """What `step(event, decision=…)` answers; None where it refuses, and then the form says why.

        `step` is `advance` of a model with a case, or whatever takes a step as it does.
        """
        try:
            return step(self.event, decision=self.decision)
        except Refused as refused:
            self.refuse(refused.verdict)
        except Conflict as conflict:
            self.add_error(None, conflict.told(self.lang))
        return None

    def refuse(self, verdict: Verdict) -> None:
        """Put each reason of the refusal beside the field it asks for; above the form where it asks for none."""
        for reason in must_be(verdict, Verdict).reasons(Outcome.UNKNOWN, Outcome.VOID):
            cites = "; ".join(cite.label[self.lang] for cite in reason.cites)
            told = f"{reason.text[self.lang]} [{cites}]" if cites else reason.text[self.lang]
            places = [ask.path.partition(".")[2] for ask in reason.asks if ask.kind == "event"]
            fields = [field for place in places if (field := self._beside(place)) is not None]
            for field in dict.fromkeys(fields) or [None]:
                self.add_error(field, told)

    # ─── Значения ───

    def _facts(self, cleaned: Mapping[str, Any]) -> dict[str, Any]:
        """The facts as a file holds them."""
        facts: dict[str | int, Any] = {}
        for one in self.asked:
            value = one.value(cleaned.get(one.name))
            if value is not None:
                _put(facts, one.path, value)
        listed: dict[str, Any] = _listed(facts)
        return listed

    def _read(self, values: Mapping[str, Any], adapter: TypeAdapter[Any], faults: list[Fault]) -> Any:
        try:
            return check(tree_of(values), adapter, "", {}, faults)
        except FaultyInput as error:
            faults += error.faults
            return None

    def _tell(self, faults: Iterable[Fault]) -> None:
        for fault in faults:
            field = self._beside(fault.key)
            told = fault.text[self.lang]
            self.add_error(field, told if field is not None or not fault.key else f"{fault.key}: {told}")

    def _beside(self, place: str) -> str | None:
        """The field of that place in the event: its own, or the first of those within it or above it."""
        steps = re.findall(r"[^.\[\]]+", place)
        while steps:
            name = "__".join(steps)
            found = [one.name for one in self.asked if one.name == name or one.name.startswith(f"{name}__")]
            if found:
                return found[0]
            steps = steps[:-1]
        return None


def step_form(
    cycle: Lifecycle[Any],
    option: Option,
    *,
    profile: Profile | None = None,
    given: Mapping[str, Any] | None = None,
    optional: bool = False,
    rows: int = 3,
    more: int = 0,
    lang: Lang | None = None,
) -> type[StepForm]:
    """The class of the form of one step, made of what the option needs.

    `given` are facts that the program has itself, such as an extract of another case: they are not asked.
    `optional` asks for what may be left out too. `rows` is how many entries at least a list has room for, and one
    whose entries choose among more, as an order does among the services, has room for each; `more` are added to
    each list. What is sent for further entries is an error of the form. With `profile` the names of seats, bodies
    and questions are checked as those of a file are.
    """
    must_be(cycle, Lifecycle)
    must_be(profile, Profile, NoneType)
    must_be(option, Option)
    must_be(given, Mapping, NoneType)
    known = dict(given or {})
    event, facts = _facts_of(cycle, option, known, optional=optional)
    schemas = TypeAdapter(event).json_schema()["properties"]
    said = the_language() if lang is None else in_language(lang)
    asked = (*asked_of(facts, schemas, said, must_be(rows, int), must_be(more, int)), *_decision(said))
    fields: dict[str, Any] = {one.name: one.field for one in asked}
    told = {
        "cycle": cycle,
        "option": option,
        "lang": said,
        "asked": asked,
        "given": known,
        "profile": profile,
    }
    return type("StepForm", (StepForm,), {**fields, **told})


def _facts_of(
    cycle: Lifecycle[Any], option: Option, known: Mapping[str, Any], *, optional: bool
) -> tuple[type[Event], list[Described]]:
    """The event of the option, and the facts that the form asks for."""
    event = next(one.event for one in (*cycle.clauses, cycle.annulment) if one.kind == option.kind)
    facts = [fact for fact in option.needs if fact.name not in known]
    if optional:
        named = {fact.name for fact in option.needs} | {"local", "readings"}
        facts += [one for one in facts_of(event) if one.name not in named and one.name not in known]
    return event, facts


def _decision(lang: Lang) -> Iterator[Asked]:
    """The fields of an office's decision, all or none of which are filled in."""
    for one in asked_of(facts_of(Decision), {}, lang, 1):
        one.field.required = False
        one.field.label = f"{OFFICE[lang]}: {one.field.label}"
        yield Asked((DECISION, *one.path), one.field)


def _put(facts: dict[str | int, Any], path: tuple[str | int, ...], value: Any) -> None:
    for step in path[:-1]:
        facts = facts.setdefault(step, {})
    facts[path[-1]] = value


def _listed(value: Any) -> Any:
    """The values with a list where the keys are numbers; entries that were left empty are not there."""
    if not isinstance(value, dict):
        return value
    inner = {key: _listed(one) for key, one in value.items()}
    return [*inner.values()] if inner and all(isinstance(key, int) for key in inner) else inner
