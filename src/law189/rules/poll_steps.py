"""Ход заочного голосования (poll steps): answers in their days, an end in its day, a poll that came to nothing.

>>> from datetime import date
>>> from law189.profile.loader import load_profile
>>> cite = load_profile("kemerovo").latest.working_group.silence
>>> in_time(date(2023, 10, 9), date(2023, 10, 6), cite).outcome
<Outcome.BREACH: 'breach'>
>>> closed(date(2023, 10, 5), date(2023, 10, 6), cite, full=True).outcome
<Outcome.HOLDS: 'holds'>
"""

from collections.abc import Mapping, Sequence
from datetime import date

from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.profile.parties import NO_TITLES
from law189.rules.cures import meeting
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["closed", "in_time", "in_vain"]

IN_TIME = Rule(
    "polls.in_time",
    Text(
        "Ответы принимали по {until} включительно; ответы по вопросу собраны {on}.",
        "Answers were taken to {until}, that day included; those on the question were in on {on}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Положение не лишает силы ответ, полученный позже последнего дня, в который их принимали.",
        "The regulation does not take the effect of an answer after the last day.",
    ),
)
CLOSED = Rule(
    "polls.closed",
    Text(
        "Ответы принимали по {until} включительно; заочное голосование завершено {on}; {full:ответили все "
        "опрошенные|ответили не все опрошенные}.",
        "Answers were taken to {until}, that day included; the poll was closed on {on}; {full:all who were "
        "polled answered|not all who were polled answered}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Положение не лишает силы опрос, завершённый раньше последнего дня, в который принимали ответы.",
        "The regulation does not take the effect of a poll closed before the last day on which answers were "
        "taken.",
    ),
    cure=meeting.CLOSED,
)
IN_VAIN = Rule(
    "polls.in_vain",
    Text(
        "{answered:Ответили: …|Никто не ответил}; {quorum:кворум имеется|кворума нет}; заочное голосование не "
        "состоялось.",
        "Answered: {answered:nobody}; {quorum:there is a quorum|there is no quorum}; the poll failed.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Положение не запрещает оставить правомочный опрос без решения, но проведён он напрасно.",
        "The regulation does not forbid leaving a competent poll undecided, but it was held in vain.",
    ),
    cure=meeting.IN_VAIN,
)


@asked
def in_time(on: date, until: date, *cites: Citation) -> Verdict:
    """Whether the answers to a question were in by the last day; BREACH where later."""
    return IN_TIME.judge(on <= until, *cites, on=on, until=until)


@asked
def closed(on: date, until: date, *cites: Citation, full: bool) -> Verdict:
    """Whether a poll was closed on its last day or later, or when all had answered (`full`); BREACH where not."""
    return CLOSED.judge(full or on >= until, *cites, on=on, until=until, full=full)


@asked
def in_vain(
    answered: Sequence[str], *cites: Citation, quorum: bool, names: Mapping[str, Text] = NO_TITLES
) -> Verdict:
    """Whether a poll came to nothing for lack of a quorum; BREACH where there was one."""
    told = tuple(names.get(one, one) for one in answered)
    return IN_VAIN.judge(not quorum, *cites, answered=told, quorum=quorum)
