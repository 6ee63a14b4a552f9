"""Местные условия (local conditions): whether what a municipality's act adds to a step is met.

The condition itself, its words, its address and what missing it means stand in the profile. An answer that is not
given, or that is of another kind, leaves the step UNKNOWN.

>>> from law189.law import Citation
>>> cite = Citation("town-5", "p3", Text("п. 3 постановления № 5", "item 3 of decree No 5"))
>>> three = LocalCondition(id="programmes", step="certificate.applied_for", title=Text("число программ"),
...     asks={"kind": "at_most", "amount": 3, "counted": Text("программ")}, missing="void", cite=cite)
>>> local(three, {"programmes": 4}, date(2024, 1, 9)).text.ru
'Условие: число программ; нужно: не более 3 программ; указано: 4.'
>>> local(three, {}, date(2024, 1, 9)).outcome
<Outcome.UNKNOWN: 'unknown'>
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import Any

from law189.calendar import Calendar
from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.profile.conditions import (
    NO_ANSWERS,
    Answer,
    AtLeast,
    AtMost,
    ByDay,
    FromDay,
    LiveCases,
    LocalCondition,
    OneOf,
    TermKept,
)
from law189.profile.terms import After
from law189.readings import D3, D6, NO_CHOICES, Chosen, under
from law189.rules import asking
from law189.rules.deadlines.counting import moved_two_ways
from law189.rules.deadlines.periods import ends
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["local", "unasked"]

_SAID = Text(
    "Условие: {title}; нужно: {needed}; указано: {told:не указано}.",
    "Condition: {title}; needed: {needed}; given: {told:nothing}.",
)
_UNSAID = Text(
    "Условие: {title}; нужно: {needed}; указано: {told:не указано}{form:; так не читается, нужно: …|}; укажите: "
    "{asks}.",
    "Condition: {title}; needed: {needed}; given: {told:nothing}{form:; this does not read, needed is …|}; give: "
    "{asks}.",
)
_CURE = Text("Выполните условие или исправьте ответ.", "Meet the condition, or correct the answer.")
EFFECT = Rule("conditions.effect", _SAID, unknown=_UNSAID, cure=_CURE)
ORDER = Rule("conditions.order", _SAID, missed=Outcome.BREACH, unknown=_UNSAID, cure=_CURE)
UNASKED = Rule(
    "conditions.unasked",
    Text(
        "Местное условие «{name}» у этого шага не предусмотрено; предусмотрены: {known:нет}.",
        "The profile has no condition «{name}» at this step; it has: {known:none}.",
    ),
    cure=Text(
        "Исправьте имя условия или уберите ответ.",
        "Correct the name of the condition, or take the answer out.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Лишний ответ ничего не решает, но сказан зря: имя условия могло быть написано с ошибкой.",
        "An answer to no condition decides nothing; its name may be misspelt.",
    ),
)


@asked
def local(
    condition: LocalCondition,
    answers: Mapping[str, Answer],
    on: date,
    *,
    calendar: Calendar | None = None,
    choices: Chosen = NO_CHOICES,
    of_day: Callable[[date], LocalCondition | None] | None = None,
) -> Verdict:
    """Whether the condition is met by what the step of the day answers to it.

    VOID or BREACH, as the condition says, where it is not; UNKNOWN without an answer that it can read. Reading D3
    says from which day a term is counted, reading D9 whether it moves off a day off. `of_day` gives the condition
    as it was on another day: reading D6 says which of both holds for a term that began before it was changed.
    """
    rule = EFFECT if condition.missing == "void" else ORDER
    try:
        told = condition.asks.read(answers[condition.id])
    except (KeyError, ValueError):
        said = answers.get(condition.id)
        form = None if said is None else condition.asks.form
        return _told(rule, condition, None, said, (asking.local(condition),), form)
    if not isinstance(condition.asks, TermKept):
        return _told(rule, condition, _met(condition, told), told)
    began = None if of_day is None or told > on else of_day(told)

    def in_term(choices: Mapping[str, str]) -> Verdict:
        begun = began if began is not None and D6.chosen(choices) == "as_begun" else condition
        held = begun if isinstance(begun.asks, TermKept) else condition
        found = ends(_after(held.asks), told, calendar, choices=choices)
        over = found.over(on)
        asks = asking.days_off(found.missing_year)
        return _told(rule, held, None if over is None else not (over or on < told), told, asks)

    return under(choices, in_term, *moved_two_ways(_after(condition.asks)), D3, D6)


def _after(asks: Any) -> After:
    return After(kind="after", days=asks.days, unit=asks.unit)


def _told(
    rule: Rule,
    condition: LocalCondition,
    holds: bool | None,
    told: Any,
    asks: tuple[Any, ...] = (),
    form: Text | None = None,
) -> Verdict:
    shown = told
    if isinstance(condition.asks, OneOf):
        shown = {one.id: one.title for one in condition.asks.values}.get(told, told)
    return rule.judge(
        holds,
        condition.cite,
        lacks=asks,
        condition=condition.id,
        title=condition.title,
        needed=condition.asks.text,
        told=shown,
        form=form,
    )


def _met(condition: LocalCondition, told: Any) -> bool:
    match condition.asks:
        case OneOf(values=values):
            return told in [one.id for one in values]
        case AtMost(amount=most) | LiveCases(at_most=most):
            return bool(told <= most)
        case AtLeast(amount=least):
            return bool(told >= least)
        case ByDay(day=day):
            return bool(told <= day)
        case FromDay(day=day):
            return bool(told >= day)
        case _:
            return bool(told)


@asked
def unasked(
    answers: Mapping[str, Answer], conditions: Collection[LocalCondition], *cites: Citation
) -> Iterator[Verdict]:
    """Each answer to a condition that the step does not have: a BREACH."""
    known = [one.id for one in conditions]
    for name in answers or NO_ANSWERS:
        if name not in known:
            yield UNASKED.judge(False, *cites, name=name, known=known)
