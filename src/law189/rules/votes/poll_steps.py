"""Ход заочного голосования (poll steps): answers in their days, an end in its day, a poll that came to nothing.

>>> from datetime import date
>>> from law189.profile.loader import load_profile
>>> cite = load_profile("kemerovo").latest.working_group.silence
>>> in_time(date(2023, 10, 9), date(2023, 10, 6), cite).outcome
<Outcome.BREACH: 'breach'>
>>> closed(date(2023, 10, 5), date(2023, 10, 6), cite, full=True).outcome
<Outcome.HOLDS: 'holds'>
>>> failed(date(2023, 10, 5), date(2023, 10, 6), cite, could=True).outcome
<Outcome.BREACH: 'breach'>
"""

from collections.abc import Mapping, Sequence
from datetime import date

from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.profile.parties import NO_TITLES
from law189.rules.cures import meeting
from law189.verdict import Ask, Outcome, Rule, Verdict

__all__ = ["closed", "failed", "in_time", "in_vain"]

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
        "Ответы принимали по {until} включительно; заочное голосование завершено {on}; {full:ничьих ответов "
        "больше не ждали|ответили не все опрошенные|ответили не все опрошенные}{barred:; из-за конфликта интересов "
        "не ждали ответа: …|}.",
        "Answers were taken to {until}, that day included; the poll was closed on {on}; {full:nobody's answer "
        "was waited for any more|not all who were polled answered|not all who were polled answered}{barred:; for a "
        "conflict of interest no answer was waited for from: …|}.",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Ответы принимали по {until} включительно; заочное голосование завершено {on}; не ответили только те, у "
        "кого конфликт интересов: {barred}; голосуют ли они, положение не говорит; нужно: {asks}.",
        "Answers were taken to {until}, that day included; the poll was closed on {on}; only those with a conflict "
        "of interest did not answer: {barred}; the regulation does not say whether they vote; needed: {asks}.",
    ),
    assumed=Text(
        "Положение не лишает силы опрос, завершённый раньше последнего дня, в который принимали ответы.",
        "The regulation does not take the effect of a poll closed before the last day on which answers were "
        "taken.",
    ),
    cure=meeting.CLOSED,
)
FAILED = Rule(
    "polls.failed",
    Text(
        "Ответы принимали по {until} включительно; несостоявшимся заочное голосование признано {on}; {early:"
        "ответы, которых ещё нет, могли дать кворум|ждать ответов было больше незачем}.",
        "Answers were taken to {until}, that day included; the poll was said to have failed on {on}; {early:"
        "the answers that were missing could make the quorum|there was nothing more to wait for}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Положение не говорит, когда опрос признают несостоявшимся; пока ответы принимают, не известно, что "
        "кворума нет.",
        "The regulation does not say when a poll has failed; while answers are taken it is not known that there is "
        "no quorum.",
    ),
    cure=meeting.FAILED,
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
def closed(
    on: date,
    until: date,
    *cites: Citation,
    full: bool | None,
    barred: Sequence[str] = (),
    names: Mapping[str, Text] = NO_TITLES,
    asks: tuple[Ask, ...] = (),
) -> Verdict:
    """Whether a poll was closed on its last day or later, or when all had answered (`full`); BREACH where not.

    `barred` are those who did not answer and may not vote for a conflict of interest: nobody waits for them. `full`
    is None where it turns on whether they may, and `asks` what would tell it; UNKNOWN then before the last day.
    """
    told = tuple(names.get(one, one) for one in barred)
    holds = True if on >= until else full
    return CLOSED.judge(holds, *cites, lacks=asks, on=on, until=until, full=full, barred=told)


@asked
def failed(on: date, until: date, *cites: Citation, could: bool) -> Verdict:
    """Whether a poll was said to have failed when nothing more could make a quorum; BREACH where earlier.

    `could` is whether there would be a quorum if all answered who were polled.
    """
    early = could and on < until
    return FAILED.judge(not early, *cites, on=on, until=until, early=early)


@asked
def in_vain(
    answered: Sequence[str], *cites: Citation, quorum: bool, names: Mapping[str, Text] = NO_TITLES
) -> Verdict:
    """Whether a poll came to nothing for lack of a quorum; BREACH where there was one."""
    told = tuple(names.get(one, one) for one in answered)
    return IN_VAIN.judge(not quorum, *cites, answered=told, quorum=quorum)
