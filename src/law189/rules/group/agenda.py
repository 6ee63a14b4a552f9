"""Повестка (agenda): whether each question is the group's to consider.

What the group may consider are its tasks, powers and functions. Only one of the two groups may request
information. Who approves the agenda and when is in `law189.rules.group.approving`.

>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo").latest.working_group
>>> within("order-proposals", kemerovo).outcome, within("request-information", kemerovo).outcome
(<Outcome.HOLDS: 'holds'>, <Outcome.VOID: 'void'>)
>>> within("request-information", load_profile("novokuznetsk_district").latest.working_group).outcome
<Outcome.HOLDS: 'holds'>
"""

from dataclasses import replace

from law189.kinds.asked import asked
from law189.law import Text, Vocabulary
from law189.profile.group import WorkingGroup
from law189.rules import asking
from law189.rules.cures import meeting
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["POWERS", "KnownPower", "unrecorded", "within"]


class KnownPower(Vocabulary):
    """Что какое-нибудь положение даёт как полномочие: without it the group cannot do the thing at all."""

    CONSIDER_QUESTIONS = "consider-questions", "рассматривать вопросы", "to consider questions"
    CONSIDER_MATERIALS = "consider-materials", "рассматривать материалы", "to consider materials"
    INVOLVE_EXPERTS = "involve-experts", "привлекать экспертов", "to involve experts"
    DRAFT_RECOMMENDATIONS = "draft-recommendations", "готовить рекомендации", "to draft recommendations"
    REQUEST_INFORMATION = "request-information", "запрашивать сведения", "to request information"


POWERS = frozenset(KnownPower)
"""Every power that some regulation gives."""

ITEMS = Rule(
    "agenda.items",
    Text("Вопросы заседания записаны.", "The questions of the meeting are recorded."),
    unknown=Text(
        "Какие вопросы решали и как, не указано; укажите: {asks}. Если вопросов не было, запишите пустой список.",
        "Which questions were decided, and how, is not recorded; give: {asks}. Where there were none, give an "
        "empty list.",
    ),
    asks=(asking.written("items", "вопросы", "the questions"),),
)
WITHIN = Rule(
    "agenda.within",
    Text(
        "Вид вопроса: {title}; {listed:относится|не относится} к задачам, полномочиям и функциям рабочей группы.",
        "The kind of question: {title}; it is {listed:among|not among} the group's tasks, powers and functions.",
    ),
    cure=Text(
        "Снимите вопрос с повестки или укажите, к какой задаче, полномочию или функции он относится.",
        "Take the question off the agenda, or say to which task, power or function it belongs.",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Вид вопроса не указан (один из: {possible:или}); укажите: {asks}.",
        "The kind of question is not recorded (one of: {possible}); give: {asks}.",
    ),
    assumed=Text(
        "Вопрос вне задач группы рассмотрен напрасно, но силы заседания не лишает.",
        "A question outside the tasks is considered in vain, but does not spoil the meeting.",
    ),
)
OF_SUBGROUP = Text(
    "Вид вопроса: {title}; {listed:относится|не относится} к тому, что вправе рассматривать подгруппа.",
    "The kind of question: {title}; it is {listed:among|not among} what the subgroup may consider.",
)
ANY = Rule(
    "agenda.any",
    Text(
        "Вид вопроса: {title:не указан}; задач, полномочий и функций рабочей группы положение не перечисляет, "
        "поэтому рассмотреть можно любой вопрос.",
        "The kind of question: {title:not recorded}; the regulation lists no tasks, powers or functions of "
        "the group, so any question may be considered.",
    ),
)
POWER = Rule(
    "agenda.power",
    Text(
        "Полномочие «{power}» группе {listed:предоставлено|не предоставлено}; предоставлены "
        "полномочия: {possible}.",
        "The power «{power}» is {listed:given|not given} to the group; it has: {possible}.",
    ),
    cure=meeting.POWER,
)


@asked
def unrecorded(group: WorkingGroup) -> Verdict:
    """That the record of a meeting does not say which questions were decided: UNKNOWN."""
    return ITEMS.judge(None, group.basis("agenda"))


@asked
def within(kind: str | None, group: WorkingGroup, *, asked_at: str = "event.question_kind") -> Verdict:
    """Whether a question of this kind is the group's: VOID without the power, BREACH outside the tasks.

    Where the regulation lists no tasks, powers or functions any question is. `asked_at` is the path by which the
    kind is asked for where it is not recorded.
    """
    entry = group.business.get(kind) if kind else None
    if not group.business:
        return ANY.judge(True, group.basis("purpose"), kind=kind, title=kind)
    rule = WITHIN if group.subgroup is None else replace(WITHIN, text=OF_SUBGROUP)
    if entry is not None:
        return rule.judge(True, entry.cite, kind=kind, title=entry.title, listed=True)
    if kind in POWERS:
        possible = [power.title for power in group.powers]
        cites = [power.cite for power in group.powers] or [group.basis("purpose")]
        return POWER.judge(
            False, *cites, kind=kind, power=KnownPower(kind).text, listed=False, possible=possible
        )
    return rule.judge(
        None if kind is None else False,
        *([task.cite for task in group.tasks] or [group.basis("purpose")]),
        kind=kind,
        lacks=(asking.kind(asked_at),),
        title=kind,
        listed=False,
        possible=list(group.business),
    )
