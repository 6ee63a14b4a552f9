"""Протокол (minutes): drafted by the secretary where there is one, signed by who presided, copied to all.

Kemerovo: п. 5.7 прил. 3; the district: подп. 3 п. 5.8 and п. 5.10 прил. 4. Neither decree sets a term. What a
regulation may say besides (two signatures, approval, dissents, terms) is asked where it says so.

>>> from datetime import date
>>> from law189.profile.loader import load_profile
>>> group = load_profile("novokuznetsk_district").latest.working_group
>>> drafted("secretary", group).outcome
<Outcome.HOLDS: 'holds'>
>>> signed("deputy", date(2023, 10, 3), "chair", date(2023, 10, 2), group).outcome
<Outcome.VOID: 'void'>
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from law189.kinds.asked import asked, unasked
from law189.law import Text
from law189.profile.group import WorkingGroup
from law189.profile.parties import NO_TITLES
from law189.profile.regulation import Minutes
from law189.rules import asking
from law189.rules.cures import meeting
from law189.rules.group.chairing import Unrecorded, led_by
from law189.verdict import DECISION, Outcome, Rule, Verdict, bundle

__all__ = ["SIGNED_ON", "drafted", "may_draft", "may_sign", "said_of", "signed", "whole"]

DRAFTED_BY = asking.written("minutes.drafted_by", "кто вёл протокол", "who kept the minutes")
SIGNED_BY = asking.written("minutes.signed_by", "кто подписал протокол", "who signed the minutes")
SIGNED_ON = asking.written(
    "minutes.signed_on", "дата подписания протокола", "the day on which they were signed"
)
DRAFTER = Rule(
    "minutes.drafter",
    Text(
        "Протокол ведёт секретарь; протокол вёл: {drafted_by:не указано}.",
        "The secretary keeps the minutes; kept by: {drafted_by:not recorded}.",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Кто вёл протокол, не указано; укажите: {asks}.",
        "Who kept the minutes is not recorded; give: {asks}.",
    ),
    assumed=Text(
        "Протокол, который вёл не секретарь, но подписал председательствующий, остаётся протоколом.",
        "Minutes kept by another hand but signed by who presided are still minutes.",
    ),
    asks=(DRAFTED_BY,),
    cure=meeting.DRAFTER,
)
SIGNER = Rule(
    "minutes.signer",
    Text(
        "Протокол подписывает председательствующий; подписал: {signed_by:не указано}; "
        "председательствующий: {presiding:не определён}.",
        "Whoever presided signs the minutes; signed by: {signed_by:not recorded}, presided: {presiding:not "
        "known}.",
    ),
    cure=Text("Дайте протокол на подпись председательствующему.", "Let whoever presided sign the minutes."),
    unknown=Text(
        "Кто подписал протокол, не указано (председательствующий: {presiding:не определён}); "
        "укажите: {asks}.",
        "Who signed the minutes is not recorded (presided: {presiding:not known}); give: {asks}.",
    ),
    assumed=Text(
        "Решение оформляется подписанным протоколом; подпись другого лица его не оформляет.",
        "The decision is recorded in signed minutes; another person's signature does not record it.",
    ),
    asks=(SIGNED_BY,),
)
UNRECORDED_LEADER = Text(
    "Протокол подписывает председательствующий; подписал: {signed_by:не указано}; кто вёл заседание, не указано; "
    "укажите: {asks}.",
    "Whoever presided signs the minutes; signed by: {signed_by:not recorded}; who presided is not recorded; "
    "give: {asks}.",
)
"""Where it is not recorded who of those that may have presided did."""
LED_DRAFTER = Rule(
    "minutes.led_drafter",
    Text(
        "Протокол ведёт председательствующий; протокол вёл: {drafted_by:не указано}; председательствующий: "
        "{presiding:не определён}.",
        "Whoever presides keeps the minutes; kept by: {drafted_by:not recorded}, presided: {presiding:not "
        "known}.",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Вёл ли протокол председательствующий, неизвестно; протокол вёл: {drafted_by:не указано}; "
        "председательствующий: {presiding:не определён}; укажите: {asks}.",
        "Unknown whether whoever presided kept the minutes; kept by: {drafted_by:not recorded}, presided: "
        "{presiding:not known}; give: {asks}.",
    ),
    assumed=Text(
        "Протокол, который вёл другой, но подписали те, кто должен, остаётся протоколом.",
        "Minutes kept by another hand but signed by whoever must are still minutes.",
    ),
    cure=meeting.LED_DRAFTER,
)
UNLED_SIGNER = Rule(
    "minutes.unled_signer",
    Text(
        "Протокол подписывает председательствующий; подписал: {signed_by:не указано}.",
        "Whoever presided signs the minutes; signed by: {signed_by:not recorded}.",
    ),
    unknown=Text(
        "Протокол подписывает председательствующий, а заочное голосование никто не ведёт; подписал: "
        "{signed_by:не указано}; нужно: {asks}.",
        "Whoever presided signs the minutes, and nobody presides a poll; signed by: {signed_by:not "
        "recorded}; needed: {asks}.",
    ),
    assumed=Text(
        "Положение не говорит, кто подписывает протокол заочного голосования.",
        "The regulation does not say who signs the minutes of a poll.",
    ),
    cure=meeting.UNLED_SIGNER,
)
SECRETARY_SIGNER = Rule(
    "minutes.secretary_signer",
    Text(
        "Протокол подписывает секретарь; подписал: {signed_by:не указано}.",
        "The secretary signs the minutes; signed by: {signed_by:not recorded}.",
    ),
    cure=Text("Дайте протокол на подпись секретарю.", "Let the secretary sign the minutes."),
    unknown=Text(
        "Подписал ли протокол секретарь, не указано; укажите: {asks}.",
        "Whether the secretary signed the minutes is not recorded; give: {asks}.",
    ),
    assumed=Text(
        "Решение оформляется протоколом, который подписан всеми, кто должен его подписать.",
        "The decision is recorded in minutes that are signed by everybody who must sign them.",
    ),
    asks=(SIGNED_BY,),
)
PRESENT_SIGNER = Rule(
    "minutes.present_signers",
    Text(
        "Протокол подписывают все присутствующие члены; {missing:не подписали: …|подписали все}.",
        "Every member present signs the minutes; not signed by: {missing:…|nobody}.",
    ),
    unknown=Text(
        "Подписали ли протокол все присутствующие члены, не указано; укажите: {asks}.",
        "Whether every member present signed the minutes is not recorded; give: {asks}.",
    ),
    assumed=SECRETARY_SIGNER.assumed,
    asks=(SIGNED_BY,),
    cure=meeting.PRESENT_SIGNER,
)
AFTER = Rule(
    "minutes.after_meeting",
    Text(
        "Протокол подписан {signed_on}, заседание — {held_on}; протокол подписывают не раньше дня заседания.",
        "The minutes were signed on {signed_on}, the meeting was on {held_on}; they are signed no earlier "
        "than that day.",
    ),
    cure=Text(
        "Исправьте дату подписания или подпишите протокол заново.",
        "Correct the day of signing, or sign the minutes anew.",
    ),
    unknown=Text(
        "Дата подписания протокола не указана; укажите: {asks}.",
        "When the minutes were signed is not recorded; give: {asks}.",
    ),
    assumed=Text(
        "Протокол, подписанный до заседания, не может содержать его решений.",
        "Minutes signed before the meeting cannot hold its decisions.",
    ),
    asks=(SIGNED_ON,),
)
SIGNED = Rule("minutes.signed", Text("Подпись под протоколом.", "The signature of the minutes."))
MINUTES = Rule(
    "meeting.minutes", Text("Протокол заседания от {held_on}.", "The minutes of the meeting of {held_on}.")
)


@asked
def said_of(group: WorkingGroup) -> Minutes:
    """What the regulation says of the minutes; nothing where it is silent."""
    return Minutes() if group.minutes is None else group.minutes.value


_said_of, _led_by = unasked(said_of), unasked(led_by)


@asked
def drafted(
    drafted_by: str | None,
    group: WorkingGroup,
    *,
    presiding: str | None = None,
    titles: Mapping[str, Text] = NO_TITLES,
    unrecorded: Unrecorded | None = None,
) -> Verdict | None:
    """Whether the right hand kept the minutes; None where the regulation names nobody.

    `unrecorded` is who may have presided where that is not known.
    """
    said = _said_of(group)
    basis, hand = said.drafted_by_cite or group.basis("minutes"), group.named(drafted_by, titles)
    if said.drafted_by == "secretary":  # a secretary who is a member is named by the seat as well
        holds = None if drafted_by is None else drafted_by in ("secretary", *group.secretaries)
        return DRAFTER.judge(holds, basis, drafted_by=hand)
    if said.drafted_by == "presiding":
        holds = None if drafted_by is None or presiding is None else drafted_by == presiding
        asks = (DRAFTED_BY,) if drafted_by is None else (DECISION,) if unrecorded is None else unrecorded.asks
        leader = group.named(presiding, titles)
        return LED_DRAFTER.judge(holds, basis, lacks=asks, drafted_by=hand, presiding=leader)
    return None


@asked
def signed(
    signed_by: str | Collection[str] | None,
    signed_on: date | None,
    presiding: str | None,
    held_on: date,
    group: WorkingGroup,
    *,
    titles: Mapping[str, Text] = NO_TITLES,
    led: bool = True,
    present: Collection[str] = (),
    unrecorded: Unrecorded | None = None,
) -> Verdict:
    """Whether all signed who must, and not before the meeting; None stands for what is not recorded.

    `presiding` is who led, and None where nobody did; `unrecorded` is who may have where that is not known.
    `led` is False of a poll, which nobody presides: whether the right hand signed for who presides is UNKNOWN.
    `present` are the members who were there, of a poll those who were asked.
    """
    basis, leader = group.basis("minutes"), group.named(presiding, titles)
    hands = (signed_by,) if isinstance(signed_by, str) else signed_by
    signers = None if hands is None else [group.named(hand, titles) for hand in hands]
    signer = signers[0] if signers and len(signers) == 1 else signers
    after = None if signed_on is None else signed_on >= held_on
    parts: list[Verdict] = []
    if "presiding" in _said_of(group).signed_by:
        by = _led_by(hands, presiding, unrecorded) if led else None
        asks = (SIGNED_BY,) if hands is None else (DECISION,) if unrecorded is None else unrecorded.asks
        rule = SIGNER if led else UNLED_SIGNER
        if led and hands is not None and unrecorded is not None:
            rule = replace(SIGNER, unknown=UNRECORDED_LEADER)
        parts.append(rule.judge(by, basis, lacks=asks, signed_by=signer, presiding=leader))
    if "secretary" in _said_of(group).signed_by:
        by = None if hands is None else not {"secretary", *group.secretaries}.isdisjoint(hands)
        parts.append(SECRETARY_SIGNER.judge(by, basis, signed_by=signer))
    if "present" in _said_of(group).signed_by:
        missing = [group.named(seat, titles) for seat in present if seat not in (hands or ())]
        parts.append(PRESENT_SIGNER.judge(None if hands is None else not missing, basis, missing=missing))
    parts.append(AFTER.judge(after, basis, signed_on=signed_on, held_on=held_on))
    return SIGNED.judge(True, basis, parts=tuple(parts))


@asked
def may_draft(group: WorkingGroup, presiding: str | None) -> tuple[str, ...] | None:
    """Who may keep the minutes (see `drafted`); None where anybody may, or it is not known who presided."""
    said = _said_of(group).drafted_by
    if said == "secretary":
        return group.secretaries or ("secretary",)
    return (presiding,) if said == "presiding" and presiding is not None else None


@asked
def may_sign(
    group: WorkingGroup, presiding: str | None, present: Collection[str], *, led: bool = True
) -> tuple[str, ...] | None:
    """Whose signatures the minutes need (see `signed`); None where it is not known whose."""
    said = _said_of(group).signed_by
    if "presiding" in said and (presiding is None or not led):
        return None
    leads = (presiding,) if "presiding" in said and presiding is not None else ()
    keeps = (group.secretaries or ("secretary",)) if "secretary" in said else ()
    return tuple(dict.fromkeys((*leads, *keeps, *(present if "present" in said else ()))))


@asked
def whole(held_on: date, *parts: Verdict) -> Verdict:
    """What the rules say of the minutes, as one verdict."""
    return bundle(MINUTES, *parts, held_on=held_on)
