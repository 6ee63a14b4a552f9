"""Утверждение повестки (approving): who approved it and when, and who may before it is known who presides.

The presiding officer approves the agenda before the meeting (Kemerovo: п. 5.3 прил. 3; the district:
подп. 3 п. 5.4 прил. 4). Neither says that an agenda approved by another, or late, takes the effect of the meeting:
it is a breach, of a record and of the step alike.

>>> from datetime import date
>>> from law189.profile.loader import load_profile
>>> group, day = load_profile("kemerovo").latest.working_group, date(2023, 9, 29)
>>> [foreseen(who, day, day, group).outcome.value for who in ("chair", "member-1")]
['holds', 'breach']
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from law189.kinds.asked import asked
from law189.law import Text
from law189.profile.group import WorkingGroup
from law189.profile.parties import NO_TITLES
from law189.profile.regulation import AgendaApprover
from law189.readings import NO_CHOICES, Q3, Chosen, under
from law189.rules import asking
from law189.rules.cures import meeting
from law189.rules.group.chairing import Unrecorded, as_chair, as_leader, of_head
from law189.rules.group.regulation import lacking
from law189.verdict import DECISION, Outcome, Rule, Verdict

__all__ = ["approval", "approvers", "asked_for", "foreseen", "presided"]

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
    return _approved(
        _approver(approved_by, presiding, group, titles, unrecorded), approved_on, held_on, group
    )


def _approved(by: Verdict, approved_on: date | None, held_on: date, group: WorkingGroup) -> Verdict:
    """Whether the agenda was approved: `by` is the answer whether by who may."""
    basis, silent = group.basis("agenda"), lacking(group, "agenda")
    parts: tuple[Verdict, ...] = () if silent is None else (silent,)
    if asked_for(group):
        early = None if approved_on is None else approved_on <= held_on
        parts = (by, BEFORE.judge(early, basis, approved_on=approved_on, held_on=held_on))
    return APPROVED.judge(True, basis, parts=parts, held_on=held_on)


@asked
def asked_for(group: WorkingGroup) -> bool:
    """Whether the regulation says that somebody approves the agenda."""
    return group.agenda is not None and group.agenda.value in (AgendaApprover.PRESIDING, AgendaApprover.CHAIR)


@asked
def foreseen(
    approved_by: str,
    approved_on: date,
    held_on: date,
    group: WorkingGroup,
    choices: Chosen = NO_CHOICES,
    *,
    titles: Mapping[str, Text] = NO_TITLES,
) -> Verdict:
    """`approval` before it is known who presides: it was theirs where they may turn out to (`approvers`).

    It names reading Q3 where it turns on whether somebody may be elected to preside.
    """

    def told(choices: Mapping[str, str]) -> Verdict:
        leads = approved_by if approved_by in approvers(group, choices) else None
        return _approver(approved_by, leads, group, titles, None)

    return _approved(under(choices, told, Q3), approved_on, held_on, group)


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
    return of_head(rule, group.head).judge(allowed, basis, lacks=asks, approved_by=approver, presiding=leader)


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
    if not asked_for(group):
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
