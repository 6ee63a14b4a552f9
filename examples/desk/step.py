"""Шаг на столе (step): the form of one step, what was filled in as a line, and a refusal put beside its fields."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desk.fields import Field, Sent, fields_of, number_of, value_of
from law189 import Fault, FaultyInput, History, Profile, Verdict
from law189.audit.names import Names
from law189.casebook.cycles import CYCLES
from law189.casebook.line import LINE, Line
from law189.casebook.words import DECISION
from law189.cases.fact import Described, Shape, facts_of
from law189.cases.history import Decision
from law189.cases.lifecycle import Moment, Option
from law189.files.nodes import check, key_of, tree_of
from law189.verdict import Outcome

__all__ = ["StepForm", "form_of", "line_of"]


@dataclass(slots=True)
class StepForm:
    """Форма шага: the step, what it needs, what it may have besides, an office's decision, and what was said."""

    case: History[Any]
    option: Option
    on: date
    needed: tuple[Field, ...]
    besides: tuple[Field, ...]
    decision: Field
    version: int
    refused: Verdict | None = None
    elsewhere: list[str] = field(default_factory=list)
    conflict: str = ""

    @property
    def fields(self) -> Iterator[Field]:
        """Every field of the form."""
        for one in (*self.needed, *self.besides, self.decision):
            yield from one.inner

    @property
    def wrong(self) -> list[Field]:
        """The fields against which something was said, in their order."""
        return [one for one in self.fields if one.errors]

    @property
    def said(self) -> bool:
        """Whether anything was said against it."""
        return self.refused is not None or bool(self.elsewhere or self.conflict or self.wrong)

    @property
    def opens(self) -> bool:
        """Whether what may be given besides is asked for, or stands there already."""
        return any(one.errors or one.values or one.number for each in self.besides for one in each.inner)

    @property
    def decides(self) -> bool:
        """Whether an office may end the matter, or has."""
        unknown = self.refused is not None and self.refused.outcome is Outcome.UNKNOWN
        return unknown or any(one.errors or one.values for one in self.decision.inner)

    # ─── Что сказано ───

    def faulty(self, faults: Iterable[Fault]) -> None:
        """Put each fault beside the field that it is of."""
        for fault in faults:
            self._put(fault.key, fault.text.ru)

    def refuse(self, verdict: Verdict) -> None:
        """Put what the verdict asks for beside the fields, and keep its reasons."""
        self.refused = verdict
        for reason in verdict.walk():
            for ask in reason.lacks:
                if ask.kind == "event":
                    self._put(ask.path.removeprefix("event."), reason.text.ru)
                elif ask.kind == "decision":
                    self._put("decision", reason.text.ru)

    def _put(self, path: str, words: str) -> None:
        """Beside the deepest field along the path; above the form where there is none."""
        known = {one.path: one for one in self.fields}
        at = re.sub(r"\[([^\]]*[^\]\d][^\]]*)\]", r".\1", path)
        while at and at not in known:
            at = re.sub(r"(\.?[^.\[]+|\[[^\]]*\])$", "", at)
        told = known[at].errors if at else self.elsewhere
        if words not in told:
            told.append(words)


def form_of(case: History[Any], option: Option, on: date, profile: Profile, sent: Sent) -> StepForm:
    """The form of the step on the day, with what was sent for it."""
    cycle = CYCLES[case.lifecycle]
    event = cycle.annulment.event if option.kind == cycle.annulment.kind else cycle.clause(option.kind).event
    moment: Moment[None] = Moment(on, cycle.as_of(case, on), profile)
    named = {fact.name for fact in option.needs}
    more = [fact for fact in facts_of(event, moment) if fact.name not in named]
    sent = {"on": (on.isoformat(),), **sent}
    return StepForm(
        case,
        option,
        on,
        fields_of(option.needs, sent),
        fields_of(more, sent),
        fields_of([_decision(moment)], sent)[0],
        number_of(sent, "version", case.version),
    )


def _decision(moment: Moment[None]) -> Described:
    facts = facts_of(Decision, moment)
    return Described("decision", DECISION.title, DECISION.help, Shape.GROUP, None, fields=facts)


def line_of(form: StepForm, profile: Profile) -> Line:
    """What was filled in as a step of the case. Raises `FaultyInput` with every fault of it."""
    told = {
        one.fact.name: value for one in (*form.needed, *form.besides) if (value := value_of(one)) is not None
    }
    told |= {"history": form.case.id, "lifecycle": form.case.lifecycle, "kind": form.option.kind}
    told["expected_version"] = form.version
    refers = {
        one.fact.name: one.number.strip()
        for one in (*form.needed, *form.besides)
        if one.number is not None and one.number.strip()
    }
    decision = value_of(form.decision)
    told |= {"refers_to": refers} if refers else {}
    told |= {"decision": decision} if decision else {}
    faults: list[Fault] = []
    line: Line | None = check(tree_of(told), LINE, "form", {}, faults)
    if line is not None:
        wrong = Names(profile).of(line.event)
        faults = [Fault("form", None, None, key_of(loc), words) for loc, words in wrong]
    if faults or line is None:
        raise FaultyInput(faults)
    return line
