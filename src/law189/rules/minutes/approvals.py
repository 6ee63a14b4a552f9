"""Утверждение протокола и особые мнения (approvals): asked where the regulation asks for them.

>>> from law189.profile.loader import load_profile
>>> approved("chair", load_profile("kemerovo").latest.working_group) is None
True
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from law189.kinds.asked import asked
from law189.law import Text
from law189.profile.group import WorkingGroup
from law189.profile.parties import NO_TITLES
from law189.rules import asking
from law189.rules.group.chairing import as_chair, of_head
from law189.rules.minutes import said_of
from law189.verdict import DECISION, Outcome, Rule, Verdict

__all__ = ["approved", "dissents_attached"]

APPROVED_BY = asking.written("minutes.approved_by", "кто утвердил протокол", "who approved the minutes")
ATTACHED = asking.written("minutes.attached", "чьи особые мнения приложены", "whose dissents are attached")
APPROVER = Rule(
    "minutes.approver",
    Text(
        "Протокол утверждает председатель группы; утвердил: {approved_by:не указано}.",
        "The chair approves the minutes; approved by: {approved_by:not recorded}.",
    ),
    cure=Text(
        "Дайте протокол на утверждение тому, кто возглавляет группу.",
        "Let whoever leads the group approve the minutes.",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Кто утвердил протокол, не указано; укажите: {asks}.",
        "Who approved the minutes is not recorded; give: {asks}.",
    ),
    assumed=Text(
        "Положение не лишает силы подписанный протокол, который утвердил другой.",
        "The regulation does not take the effect of signed minutes that another approved.",
    ),
    asks=(APPROVED_BY,),
)
ACTING = Text(
    "Утвердил ли протокол председатель группы, неизвестно; утвердил: {approved_by:не указано}. Если "
    "его замещают, подтвердите его отсутствие в день утверждения. Укажите: {asks}.",
    "Unknown whether the chair approved the minutes; approved by: {approved_by:not recorded}. Where another "
    "acts for the chair, confirm that the chair was absent on that day. Give: {asks}.",
)
"""Where one approved who acts for the chair in the chair's absence."""
DISSENTS = Rule(
    "minutes.dissents",
    Text(
        "Особые мнения прилагают к протоколу; {missing:не приложены: …|приложены все}.",
        "Dissents are attached to the minutes; not attached: {missing:…|none}.",
    ),
    cure=Text("Приложите недостающие мнения.", "Attach the opinions that are missing."),
    missed=Outcome.BREACH,
    unknown=Text(
        "Приложены ли особые мнения к протоколу, не указано; укажите: {asks}.",
        "Whether the dissents are attached to the minutes is not recorded; give: {asks}.",
    ),
    assumed=Text(
        "Неприложенное особое мнение не лишает протокол силы.",
        "A dissent not attached does not take the effect of the minutes.",
    ),
    asks=(ATTACHED,),
)


@asked
def approved(
    approved_by: str | None, group: WorkingGroup, *, titles: Mapping[str, Text] = NO_TITLES
) -> Verdict | None:
    """Whether the chair approved the minutes; None where the regulation does not have them approved.

    UNKNOWN where one did who acts for a chair who is absent: a person must say whether the chair was.
    """
    if said_of(group).approved_by is None:
        return None
    basis, hand = group.basis("minutes"), group.named(approved_by, titles)
    if approved_by is None:
        return of_head(APPROVER, group.head).judge(None, basis, approved_by=hand)
    rule = of_head(replace(APPROVER, unknown=ACTING), group.head)
    holds = as_chair(approved_by, group)
    return rule.judge(holds, basis, lacks=(DECISION,), approved_by=hand)


@asked
def dissents_attached(
    dissents: Collection[str], attached: Collection[str] | None, group: WorkingGroup
) -> Verdict | None:
    """Whether every dissent is attached; None where there is none, or the regulation does not ask for it."""
    if said_of(group).dissents is None or not dissents:
        return None
    missing = [group.named(seat) for seat in dissents if seat not in (attached or ())]
    holds = None if attached is None else not missing
    return DISSENTS.judge(holds, group.basis("minutes"), missing=missing)
