"""Повестка (agenda): who approved it and when, and whether each question is the group's to consider.

The presiding officer approves the agenda before the meeting (Kemerovo: п. 5.3 прил. 3; the district:
подп. 3 п. 5.4 прил. 4). What the group may consider are its tasks, powers and functions. Only one of the
two groups may request information.

>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo").latest.working_group
>>> within("order-proposals", kemerovo).outcome, within("request-information", kemerovo).outcome
(<Outcome.HOLDS: 'holds'>, <Outcome.VOID: 'void'>)
>>> within("request-information", load_profile("novokuznetsk_district").latest.working_group).outcome
<Outcome.HOLDS: 'holds'>
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from law189.kinds.asked import asked
from law189.law import Text, Vocabulary
from law189.profile.group import WorkingGroup
from law189.profile.parties import NO_TITLES
from law189.profile.regulation import AgendaApprover
from law189.readings import NO_CHOICES, Q3, Chosen
from law189.rules import asking
from law189.rules.chairing import Unrecorded, as_chair, as_leader
from law189.rules.cures import meeting
from law189.rules.regulation import lacking
from law189.verdict import DECISION, Outcome, Rule, Verdict

__all__ = ["POWERS", "KnownPower", "approval", "approvers", "presided", "unrecorded", "within"]


class KnownPower(Vocabulary):
    """Что какое-нибудь положение даёт как полномочие: without it the group cannot do the thing at all."""

    CONSIDER_QUESTIONS = "consider-questions", "рассматривать вопросы", "to consider questions"
    CONSIDER_MATERIALS = "consider-materials", "рассматривать материалы", "to consider materials"
    INVOLVE_EXPERTS = "involve-experts", "привлекать экспертов", "to involve experts"
    DRAFT_RECOMMENDATIONS = "draft-recommendations", "готовить рекомендации", "to draft recommendations"
    REQUEST_INFORMATION = "request-information", "запрашивать сведения", "to request information"


POWERS = frozenset(KnownPower)
"""Every power that some regulation gives."""

APPROVED_BY = asking.written("agenda.approved_by", "кто утвердил повестку", "who approved the agenda")
APPROVED_ON = asking.written("agenda.approved_on", "дата утверждения повестки", "the day of its approval")
APPROVER = Rule(
    "agenda.approver",
    Text(
        "Повестку утверждает председательствующий; утвердил: {approved_by:не указано}; "
        "председательствующий: {presiding:не определён}.",
        "The presiding officer approves the agenda; approved by: {approved_by:not recorded}, presiding: "
        "{presiding:not known}.",
    ),
    cure=meeting.APPROVER,
    missed=Outcome.BREACH,
    unknown=Text(
        "Утвердил ли повестку тот, кто вправе, неизвестно; утвердил: {approved_by:не указано}; "
        "председательствующий: {presiding:не определён}. Если утвердил тот, кто ведёт заседание в отсутствие "
        "другого, подтвердите это отсутствие в день утверждения. Укажите: {asks}.",
        "Unknown whether it was theirs to approve: approved by: {approved_by:not recorded}, presiding: "
        "{presiding:not known}. Where it is one who presides in the absence of another, confirm that "
        "absence on the day of approval. Give: {asks}.",
    ),
    assumed=Text(
        "Положение не лишает силы заседание без утверждённой повестки.",
        "The regulation does not take the effect of a meeting without an approved agenda.",
    ),
)
UNRECORDED_LEADER = Text(
    "Повестку утверждает председательствующий; утвердил: {approved_by}; кто вёл, не указано; укажите: {asks}.",
    "Whoever presides approves the agenda; approved by: {approved_by}; who did is not recorded; give: {asks}.",
)
"""Where it is not recorded who led, and whoever approved may have."""
CHAIR_APPROVER = Rule(
    "agenda.chair_approver",
    Text(
        "Повестку утверждает председатель, кто бы ни вёл заседание; утвердил: {approved_by:не указано}.",
        "The chair approves the agenda, whoever presides; approved by: {approved_by:not recorded}.",
    ),
    cure=meeting.CHAIR_APPROVER,
    missed=Outcome.BREACH,
    unknown=Text(
        "Утвердил ли повестку председатель, неизвестно; утвердил: {approved_by:не указано}. Если его "
        "замещают, подтвердите его отсутствие в день утверждения. Укажите: {asks}.",
        "Unknown whether the chair approved the agenda; approved by: {approved_by:not recorded}. Where "
        "another acts for the chair, confirm that the chair was absent on that day. Give: {asks}.",
    ),
    assumed=APPROVER.assumed,
)
BEFORE = Rule(
    "agenda.before_meeting",
    Text(
        "Повестка утверждена {approved_on}, заседание — {held_on}; повестку утверждают не позднее дня заседания.",
        "The agenda was approved on {approved_on}, the meeting was on {held_on}; it is approved by that day.",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Дата утверждения повестки не указана; укажите: {asks}.",
        "When the agenda was approved is not recorded; give: {asks}.",
    ),
    assumed=APPROVER.assumed,
    asks=(APPROVED_ON,),
)
APPROVED = Rule(
    "agenda.approved",
    Text("Повестка заседания от {held_on}.", "The agenda of the meeting of {held_on}."),
)
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
def approval(
    approved_by: str | None,
    approved_on: date | None,
    presiding: str | None,
    held_on: date,
    group: WorkingGroup,
    *,
    titles: Mapping[str, Text] = NO_TITLES,
    unrecorded: Unrecorded | None = None,
) -> Verdict:
    """Whether the agenda was approved by who may, not later than the day of the meeting.

    None stands for what is not recorded and makes that part UNKNOWN. The chair may always approve, and who is first
    in the order of presiding; the acting deputy where the deputy presides. Where the deputy approved and the chair
    presided, a person must say whether the chair was absent on the day of approval. The same goes for whoever else
    presides in the absence of another, and `unrecorded` is who may have presided where that is not known. Where the
    regulation does not say who approves, it is UNKNOWN.
    """
    basis, silent = group.basis("agenda"), lacking(group, "agenda")
    parts: tuple[Verdict, ...] = () if silent is None else (silent,)
    if group.agenda is not None and group.agenda.value in (AgendaApprover.PRESIDING, AgendaApprover.CHAIR):
        early = None if approved_on is None else approved_on <= held_on
        before = BEFORE.judge(early, basis, approved_on=approved_on, held_on=held_on)
        parts = (_approver(approved_by, presiding, group, titles, unrecorded), before)
    return APPROVED.judge(True, basis, parts=parts, held_on=held_on)


def _approver(
    approved_by: str | None,
    presiding: str | None,
    group: WorkingGroup,
    titles: Mapping[str, Text],
    unrecorded: Unrecorded | None,
) -> Verdict:
    """Whether who presides approved the agenda, or who may in the place of one who is absent."""
    approver, leader = group.named(approved_by, titles), group.named(presiding, titles)
    allowed = None if approved_by is None else _may_approve(approved_by, presiding, group)
    rule, basis = CHAIR_APPROVER if _by_chair(group) else APPROVER, group.basis("agenda")
    if unrecorded is not None and rule is APPROVER and not allowed and approved_by in unrecorded.may:
        asked_who = replace(APPROVER, unknown=UNRECORDED_LEADER)
        return asked_who.judge(None, basis, lacks=unrecorded.asks, approved_by=approver, presiding=leader)
    asks = (APPROVED_BY,) if approved_by is None else (DECISION,)
    return rule.judge(allowed, basis, lacks=asks, approved_by=approver, presiding=leader)


def _may_approve(approved_by: str, presiding: str | None, group: WorkingGroup) -> bool | None:
    """Whether the agenda was theirs to approve; None where a person must say who was absent that day."""
    if _by_chair(group):
        return as_chair(approved_by, group)
    return True if approved_by == presiding else as_leader(approved_by, group)


def _by_chair(group: WorkingGroup) -> bool:
    """Whether the chair approves the agenda, whoever presides."""
    return group.agenda is not None and group.agenda.value is AgendaApprover.CHAIR


@asked
def approvers(group: WorkingGroup, choices: Chosen = NO_CHOICES) -> tuple[str, ...]:
    """Who may approve the agenda before it is known who presides: whoever may turn out to preside.

    These are the seats of the roles that the regulation lets preside; under reading Q3 «elected», and where it does
    not say who presides, any seat. Where nobody approves the agenda, or it is not said who does, anybody of the
    group and its secretary. Of a subgroup those of the whole group besides.

    >>> from law189.profile.loader import load_profile
    >>> approvers(load_profile("kemerovo").latest.working_group)
    ('chair', 'deputy')
    """
    if group.agenda is None or group.agenda.value == "nobody":
        return tuple(dict.fromkeys((*group.by_id, *group.whole.by_id, "secretary")))
    every = tuple(dict.fromkeys((*group.by_id, *group.whole.by_id)))
    if Q3.chosen(choices) == "elected" and not _by_chair(group):
        return every
    return tuple(one for one in every if _may_approve(one, None, group) is not False)


@asked
def presided(
    approved_by: str,
    presiding: str | None,
    group: WorkingGroup,
    *,
    choices: Chosen = NO_CHOICES,
    titles: Mapping[str, Text] = NO_TITLES,
    unrecorded: Unrecorded | None = None,
) -> Verdict | None:
    """What is to say of who approved the agenda once it is known who presides.

    None where it was theirs to approve, and where they could not have presided: then that was said before.
    """
    asked_for = group.agenda is not None and group.agenda.value == "presiding"
    if not asked_for or approved_by == presiding or approved_by not in approvers(group, choices):
        return None
    told = _approver(approved_by, presiding, group, titles, unrecorded)
    return None if told.outcome is Outcome.HOLDS else told


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
