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

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from law189.kinds.asked import asked, unasked
from law189.law import Act, Citation, Day, Norm, Text
from law189.profile.validity import Lapse
from law189.readings import NO_CHOICES
from law189.rules import asking
from law189.rules.cures import step
from law189.rules.force import covers, decree, parts
from law189.verdict import Rule, Verdict

__all__ = ["Standing", "lapsed", "standing"]

LAPSED = Rule(
    "force.lapsed",
    Text(
        "Норма — {what}: {lapse}; день шага: {on}.", "The norm is {what}: {lapse}; the day of the step: {on}."
    ),
    unknown=Text(
        "Норма — {what}: {lapse}; день шага: {on}. Действует ли она в день шага, неизвестно; внесите в профиль: "
        "{asks}.",
        "The norm is {what}: {lapse}; the day of the step: {on}. Unknown whether it is in force then; write in the "
        "profile: {asks}.",
    ),
    assumed=Text(
        "Под тем, что утратило силу, истекло или приостановлено, шаг не сделан.",
        "Under what is repealed, expired or suspended no step is taken.",
    ),
    cure=step.LAPSED,
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
            )


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
    on: date, law: Standing, rests: Collection[Citation], choices: Mapping[str, str] = NO_CHOICES
) -> Iterator[Verdict]:
    """Whether the decree, and each part of it on which the step rests, is in force on the day."""
    act, says, whole = law.act, law.says, law.act.whole
    cites = (whole, *(() if says is None else (says.basis,)))
    yield _decree(on, act.date, act.published_on, says, *cites, covered=law.covered, choices=choices)
    yield from _parts(on, rests, act.date, act.published_on, says, choices)
    yield from _lapsed(on, rests, law.lapses, whole)
