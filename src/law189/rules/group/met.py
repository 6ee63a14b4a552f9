"""Состоялось ли заседание (met): whether the group existed on its day, was it that day's, was it unheld in vain.

>>> from law189.profile.loader import load_profile
>>> group = load_profile("kemerovo").latest.working_group
>>> established(date(2023, 9, 21), date(2023, 9, 22), group.basis("composition")).outcome.value
'void'
"""

from collections.abc import Mapping, Sequence
from datetime import date

from law189.kinds.asked import asked
from law189.law import Citation, Day, Norm, Text
from law189.profile.parties import NO_TITLES
from law189.rules import asking
from law189.rules.cures import meeting
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["as_convened", "established", "in_vain", "unheld"]

ESTABLISHED = Rule(
    "sitting.established",
    Text(
        "Рабочая группа создана постановлением от {issued}; заседание — {held_on}.",
        "The group was set up by the decree of {issued}; the meeting is of {held_on}.",
    ),
    unknown=Text(
        "Заседание — {held_on}; дата постановления о рабочей группе не указана; внесите в профиль: {asks}.",
        "The meeting is of {held_on}; the day of the decree on the group is not known; write in the "
        "profile: {asks}.",
    ),
    asks=(asking.ACT_DATE,),
    cure=meeting.ESTABLISHED,
)
COVERED = Rule(
    "sitting.covered",
    Text(
        "Рабочая группа создана постановлением от {issued}, действие которого распространено на отношения, "
        "возникшие с {covered}; заседание — {held_on}.",
        "The group was set up by the decree of {issued}, which covers relations that arose from {covered}; the "
        "meeting is of {held_on}.",
    ),
    assumed=Text(
        "Заседание группы до дня акта — отношение, на которое он распространяется.",
        "A meeting of the group before the day of the act is a relation that it covers.",
    ),
)
DAY = Rule(
    "meeting.day",
    Text(
        "Заседание назначено на {held_on}, открыто {on}.",
        "The meeting was convened for {held_on} and opened on {on}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Положение не лишает силы заседание, открытое в другой день.",
        "The regulation does not take the effect of a meeting opened on another day.",
    ),
    cure=meeting.DAY,
)
UNHELD = Rule(
    "meeting.unheld",
    Text(
        "Заседание назначено на {held_on}, несостоявшимся признано {on}; {early:кто явится, раньше этого дня "
        "не известно|день заседания наступил}.",
        "The meeting was convened for {held_on} and said not to be held on {on}; {early:who comes is not known "
        "before that day|its day had come}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Положение не говорит об отмене заседания; нет ли на нём кворума, раньше его дня не известно.",
        "The regulation does not speak of calling a meeting off; that it has no quorum is not known before "
        "its day.",
    ),
    cure=meeting.UNHELD,
)
NO_MEETING = Rule(
    "meeting.in_vain",
    Text(
        "{came:Явились: …|Никто не явился}; {quorum:кворум имеется|кворума нет}; "
        "{led:председательствующий есть|председательствующего нет}; заседание не состоялось.",
        "Came: {came:nobody}; {led:somebody may preside|nobody may preside}; {quorum:there is a "
        "quorum|there is no quorum}; it was not held.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Положение не запрещает не проводить правомочное заседание, но созвано оно напрасно.",
        "The regulation does not forbid leaving a competent meeting unheld, but it was convened in vain.",
    ),
    cure=meeting.NO_MEETING,
)


@asked
def established(
    held_on: date, issued: date | None, basis: Citation, covered: Norm[Day] | None = None
) -> Verdict:
    """Whether the group existed on the day of the meeting: VOID before its decree was issued.

    `basis` is the address of the composition, `covered` the day from which the decree covers what was before it.
    """
    if covered is not None and issued is not None and covered.value <= held_on < issued:
        cites = dict.fromkeys((basis, covered.basis))
        return COVERED.judge(True, *cites, held_on=held_on, issued=issued, covered=covered.value)
    holds = None if issued is None else held_on >= issued
    return ESTABLISHED.judge(holds, basis, held_on=held_on, issued=issued)


@asked
def as_convened(planned: date, on: date, *cites: Citation) -> Verdict:
    """Whether the meeting was opened on the day for which it was convened; BREACH where it was not."""
    return DAY.judge(planned == on, *cites, held_on=planned, on=on)


@asked
def unheld(planned: date, on: date, *cites: Citation) -> Verdict:
    """Whether a meeting was said not to be held on the day for which it was convened or later; BREACH if before."""
    return UNHELD.judge(on >= planned, *cites, held_on=planned, on=on, early=on < planned)


@asked
def in_vain(
    present: Sequence[str],
    *cites: Citation,
    quorum: bool,
    led: bool,
    names: Mapping[str, Text] = NO_TITLES,
) -> Verdict:
    """Whether a meeting was left unheld for lack of quorum or of somebody to preside; BREACH where not so."""
    came = tuple(names.get(seat, seat) for seat in present)
    holds = not (quorum and led)
    return NO_MEETING.judge(holds, *cites, present=tuple(present), came=came, quorum=quorum, led=led)
