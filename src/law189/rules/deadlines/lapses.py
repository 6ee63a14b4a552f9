"""Прекращение действия (lapses): whether the decree, and what a step rests on, is in force on the day of the step.

An act may be repealed, expire or be suspended, as a whole or in some of its provisions. A step under what is not in
force is not taken.

>>> from law189.profile.loader import load_profile
>>> whole = load_profile("kemerovo").latest.cite("act")
>>> repealed = Lapse(repealed_on=date(2025, 1, 1), cite=whole)
>>> [v.outcome.value for v in lapsed(date(2025, 1, 1), (), [repealed], whole)]
['void']
>>> list(lapsed(date(2024, 12, 31), (), [repealed], whole))
[]
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from law189.kinds.asked import asked, made_asked, unasked
from law189.law import Act, Citation, Day, Norm, Text
from law189.profile.effect import Absence
from law189.profile.terms import Term
from law189.profile.validity import Lapse
from law189.readings import NO_CHOICES, Chosen
from law189.rules import asking
from law189.rules.acts.force import covers, decree, parts
from law189.rules.cures import step
from law189.rules.deadlines import Due, Status
from law189.verdict import Rule, Verdict

__all__ = ["Standing", "held_to", "lapsed", "not_measured", "not_owed", "standing"]

LAPSED = Rule(
    "force.lapsed",
    Text(
        "Норма — {what}: {lapse}{ended_by: (…)|}; день шага: {on}.",
        "The norm is {what}: {lapse}{ended_by: (…)|}; the day of the step: {on}.",
    ),
    unknown=Text(
        "Норма — {what}: {lapse}{ended_by: (…)|}; день шага: {on}. Действует ли она в день шага, неизвестно; "
        "внесите в профиль: {asks}.",
        "The norm is {what}: {lapse}{ended_by: (…)|}; the day of the step: {on}. Unknown whether it is in force "
        "then; write in the profile: {asks}.",
    ),
    assumed=Text(
        "Под тем, что утратило силу, истекло или приостановлено, шаг не сделан.",
        "Under what is repealed, expired or suspended no step is taken.",
    ),
    cure=step.LAPSED,
)

NOT_OWED = Rule(
    "force.not_owed",
    Text(
        "Состояние на {on}: {status}; срок: {term}; норма — {what}: {lapse}.",
        "On {on}: the term is {term}; state: {status}; the norm is {what}: {lapse}.",
    ),
    unknown=Text(
        "Состояние на {on} неизвестно; срок: {term}; норма — {what}: {lapse}; внесите в профиль: {asks}.",
        "On {on}: the term is {term}; the state is not known; the norm is {what}: {lapse}; write in the profile: "
        "{asks}.",
    ),
    assumed=Text(
        "Чего не требовалось исполнить к последнему дню действия нормы, того она, пока не действует, не требует; "
        "просроченное раньше остаётся просроченным.",
        "What was not due by the last day on which a norm held it does not ask while it does not hold; what was "
        "late before stays late.",
    ),
)
NOT_MEASURED = Rule(
    "force.not_measured",
    Text(
        "Показатель: {title}; норма — {what}: {lapse}; на {on} его не измеряют.",
        "Indicator: {title}; the norm is {what}: {lapse}; on {on} it is not measured.",
    ),
    unknown=Text(
        "Показатель: {title}; норма — {what}: {lapse}; измеряют ли его на {on}, неизвестно; внесите в профиль: "
        "{asks}.",
        "Indicator: {title}; the norm is {what}: {lapse}; unknown whether it is measured on {on}; write in the "
        "profile: {asks}.",
    ),
    assumed=Text(
        "Ориентир, время которого кончается, когда норма не действует, не считают ни достигнутым, ни нарушенным.",
        "A target whose time ends when the norm does not hold any more is neither reached nor missed.",
    ),
)


@asked
def lapsed(
    on: date, rests: Collection[Citation], lapses: Iterable[Lapse], whole: Citation
) -> Iterator[Verdict]:
    """That the decree (`whole`), or what the step rests on, is repealed, expired or suspended on the day.

    UNKNOWN where that depends on a day that is not recorded; nothing where it is in force.
    """
    for lapse in lapses:
        about = lapse.of or (whole,)
        touched = [one for one in about if one == whole or any(covers(one, cite) for cite in rests)]
        holds = lapse.in_force(on)
        if touched and holds is not True:
            yield LAPSED.judge(
                holds,
                touched[0],
                lapse.cite,
                lacks=(asking.LAPSE,) if holds is None else (),
                what=touched[0],
                lapse=lapse.text,
                on=on,
                ended_by=lapse.cite if lapse.cite.act != whole.act else None,
            )


@made_asked
class Standing(NamedTuple):
    """Действие постановления: the act, what it says of its entry into force, and what ended or was suspended.

    `covered` is the day from which it covers relations that arose before it was in force.
    """

    act: Act
    says: Norm[Any] | None
    lapses: tuple[Lapse, ...] = ()
    covered: Norm[Day] | None = None


_decree, _parts, _lapsed = unasked(decree), unasked(parts), unasked(lapsed)


@asked
def standing(
    on: date, law: Standing, rests: Collection[Citation], choices: Chosen = NO_CHOICES
) -> Iterator[Verdict]:
    """Whether the decree, and each part of it on which the step rests, is in force on the day."""
    act, says, whole = law.act, law.says, law.act.whole
    cites = (whole, *(() if says is None else (says.basis,)))
    yield _decree(on, act.date, act.published_on, says, *cites, covered=law.covered, choices=choices)
    if says is not None and isinstance(says.value, tuple):
        yield from _parts(on, rests, act.date, act.published_on, says, choices)
    if law.lapses:
        yield from _lapsed(on, rests, law.lapses, whole)


@asked
def not_owed(found: Due, term: Term, on: date, gone: Absence, cite: Citation) -> Due:
    """What is due of a provision that does not hold on the day: only what was due by the last day on which it did.

    What was done, and how late, stays told; what awaits a day that nobody knows stays unknown. UNKNOWN where it is
    not known whether the provision holds (`gone.unknown`).
    """
    last = found.last_day or found.verdict.facts.get("at_least")
    awaits = last is None and found.status is Status.UNKNOWN
    owed = isinstance(last, date) and _held_to(gone, last)
    if found.status is Status.DONE or awaits or owed:
        return found
    status = Status.UNKNOWN if gone.unknown else Status.NOT_IN_FORCE
    verdict = NOT_OWED.judge(
        None if gone.unknown else True,
        cite,
        gone.cite,
        parts=found.verdict.parts,
        lacks=(asking.LAPSE,) if gone.unknown else (),
        on=on,
        status=status.text,
        term=term.text,
        what=gone.above(cite) or cite,
        lapse=gone.text,
    )
    return found._replace(last_day=None, status=status, verdict=verdict)


@asked
def not_measured(title: Text, on: date, gone: Absence, cite: Citation) -> Verdict:
    """That an indicator is not measured, as its row does not hold at the end of its target's time.

    UNKNOWN where it is not known whether the row holds (`gone.unknown`).
    """
    return NOT_MEASURED.judge(
        None if gone.unknown else True,
        cite,
        gone.cite,
        lacks=(asking.LAPSE,) if gone.unknown else (),
        title=title,
        what=gone.above(cite) or cite,
        lapse=gone.text,
        on=on,
    )


@asked
def held_to(gone: Absence, day: date) -> bool:
    """Whether what does not hold now still held on the earlier day."""
    return gone.until is not None and day <= gone.until


_held_to = unasked(held_to)
