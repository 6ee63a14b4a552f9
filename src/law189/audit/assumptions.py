"""Что принято, а не прочитано (assumptions): every choice of this library that no provision states.

>>> next(assumed.code for assumed in assumptions() if assumed.kind == "slot")
'order.report_term'
>>> sorted({assumed.kind for assumed in assumptions()}) == sorted(AssumptionKind)
True
"""

from collections.abc import Iterator
from typing import NamedTuple

from law189.cases import lifecycle
from law189.law import Grade, Text, Vocabulary
from law189.profile.edition import Edition
from law189.profile.federal import load_calendar, load_federal
from law189.profile.loader import load_profile, shipped_profiles
from law189.rules import RULES
from law189.workflows import LIFECYCLES

__all__ = ["Assumption", "AssumptionKind", "assumptions"]


class AssumptionKind(Vocabulary):
    """Что принято: a rule's consequence, a step, a value nobody has set, an assumed number, a profile's value."""

    RULE = "rule", "правило", "rule"
    STEP = "step", "шаг", "step"
    SLOT = "slot", "незаполненное значение", "unfilled slot"
    VALUE = "value", "принятое значение", "assumed value"
    NORM = "norm", "значение профиля", "profile value"
    CALENDAR = "calendar", "год календаря", "year of the calendar"


class Assumption(NamedTuple):
    """Что здесь принято, а не прочитано: its code, its kind, and why or what."""

    code: str
    kind: AssumptionKind
    text: Text


def assumptions() -> Iterator[Assumption]:
    """Everything this library assumes: rules, steps, unfilled slots, graded values, years of the calendar."""
    for rule in RULES:
        if rule.assumed is not None:
            yield Assumption(rule.code, AssumptionKind.RULE, rule.assumed)
    for cycle in LIFECYCLES:
        bases = {(clause.code, clause.basis): None for clause in (*cycle.clauses, cycle.annulment)}
        for code, basis in bases:  # a step that leads from two states to two others has two clauses
            if isinstance(basis, lifecycle.Assumed):
                yield Assumption(code, AssumptionKind.STEP, basis.why)
    counted = {one.slot: one.counted for one in _terms()}
    for slot in load_federal().slots:
        where, act, body = slot.cite.label, slot.adopted_by, slot.competent
        words = Text(
            f"{slot.what.ru}: устанавливает {body.ru} актом «{act.text.ru}» ({where.ru})",
            f"{slot.what.en}: set by {body.en} in the act «{act.text.en}» ({where.en})",
        )
        if (since := counted.get(slot.id)) is not None:
            words = Text(
                f"{words.ru}; считается {since.ru}, если акт не называет другого события",
                f"{words.en}; counted {since.en} where the act names no other event",
            )
        yield Assumption(slot.id, AssumptionKind.SLOT, words)
    for value in load_federal().values:
        words = Text(
            f"{value.what.ru}: {value.value}. {value.why.ru}",
            f"{value.what.en}: {value.value}. {value.why.en}",
        )
        yield Assumption(value.id, AssumptionKind.VALUE, words)
    for name in shipped_profiles():
        yield from _assumed_in(load_profile(name).latest)
    yield from _assumed_years()


def _terms() -> Iterator[lifecycle.Within]:
    """The terms of steps that acts of the municipality set."""
    return (one.within for cycle in LIFECYCLES for one in cycle.clauses if one.within is not None)


def _assumed_years() -> Iterator[Assumption]:
    for year in load_calendar().years.values():
        if year.grade is Grade.ASSUMED:
            ru = "; ".join(f"{move.from_:%d.%m} → {move.to:%d.%m}" for move in year.moved)
            en = "; ".join(f"{move.from_} → {move.to}" for move in year.moved)
            words = Text(
                f"переносы выходных дней {year.year} года ({ru}) взяты из опубликованных календарей, "
                "постановление не прочитано",
                f"the days off moved in {year.year} ({en}) are taken from published calendars, "
                "the decree was not read",
            )
            yield Assumption(f"calendar.{year.year}", AssumptionKind.CALENDAR, words)


def _assumed_in(edition: Edition) -> Iterator[Assumption]:
    for indicator in edition.indicators:
        if indicator.unit is not None and indicator.unit_grade is Grade.ASSUMED:
            where, unit = indicator.cite.label, indicator.unit.text
            words = Text(
                f"единица «{unit.ru}» взята по смыслу: {where.ru}",
                f"the unit «{unit.en}» follows from the words only: {where.en}",
            )
            yield Assumption(f"{edition.profile}.indicators.{indicator.id}", AssumptionKind.NORM, words)
    for chosen in edition.selection:
        if chosen.grade is Grade.ASSUMED:
            words = Text(
                f"способ отбора взят по смыслу: {chosen.cite.label.ru}",
                f"the way of selection follows from the words only: {chosen.cite.label.en}",
            )
            yield Assumption(f"{edition.profile}.selection.{chosen.way}", AssumptionKind.NORM, words)
    for key, norm in edition.norms:
        if norm.grade is Grade.ASSUMED:
            yield Assumption(f"{edition.profile}.{key}", AssumptionKind.NORM, norm.basis.label)
