"""Протокол (minutes): drafted by the secretary where there is one, signed by who presided, copied to all.

Kemerovo: п. 5.7 прил. 3; the district: подп. 3 п. 5.8 and п. 5.10 прил. 4. Neither decree sets a term.

>>> from datetime import date
>>> from law189.profile.loader import load_profile
>>> group = load_profile("novokuznetsk_district").latest.working_group
>>> drafted("secretary", group).outcome
<Outcome.HOLDS: 'holds'>
>>> signed("deputy", date(2023, 10, 3), "chair", date(2023, 10, 2), group).outcome
<Outcome.VOID: 'void'>
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from law189.law import Text
from law189.profile.group import WorkingGroup
from law189.profile.parties import NO_TITLES
from law189.rules import asking
from law189.verdict import Outcome, Rule, Verdict, bundle

__all__ = ["copied", "drafted", "signed", "whole"]

DRAFTED_BY = asking.written("minutes.drafted_by", "кто вёл протокол", "who kept the minutes")
SIGNED_BY = asking.written("minutes.signed_by", "кто подписал протокол", "who signed the minutes")
SIGNED_ON = asking.written(
    "minutes.signed_on", "дата подписания протокола", "the day on which they were signed"
)
COPIES_TO = asking.written("minutes.copies_to", "кому направлены копии протокола", "to whom copies were sent")
DRAFTER = Rule(
    "minutes.drafter",
    Text(
        "Протокол ведёт секретарь; протокол вёл: {drafted_by:не указано}.",
        "The secretary keeps the minutes; kept by: {drafted_by}.",
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
)
SIGNER = Rule(
    "minutes.signer",
    Text(
        "Протокол подписывает председательствующий; подписал: {signed_by:не указано}; "
        "председательствующий: {presiding:не определён}.",
        "Whoever presided signs the minutes; signed by: {signed_by}, presided: {presiding}.",
    ),
    unknown=Text(
        "Кто подписал протокол, не указано (председательствующий: {presiding:не определён}); "
        "укажите: {asks}.",
        "Who signed the minutes is not recorded (presided: {presiding}); give: {asks}.",
    ),
    assumed=Text(
        "Решение оформляется подписанным протоколом; подпись другого лица его не оформляет.",
        "The decision is recorded in signed minutes; another person's signature does not record it.",
    ),
    asks=(SIGNED_BY,),
)
AFTER = Rule(
    "minutes.after_meeting",
    Text(
        "Протокол подписан {signed_on}, заседание — {held_on}; протокол подписывают не раньше дня заседания.",
        "The minutes were signed on {signed_on}, the meeting was on {held_on}; they are signed after it.",
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
COPIES = Rule(
    "minutes.copies",
    Text(
        "Копии протокола направляют всем членам рабочей группы; {missing:копии не направлены, "
        "адресаты: …|копии направлены всем}.",
        "Copies of the minutes go to every member; not sent to: {missing}.",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Кому направлены копии протокола, не указано; укажите: {asks}.",
        "To whom copies were sent is not recorded; give: {asks}.",
    ),
    assumed=Text(
        "Ненаправленная копия не лишает протокол силы.",
        "A copy not sent does not take the effect of the minutes.",
    ),
    asks=(COPIES_TO,),
)

NO_MAILING = Text(
    "Рассылка копий протокола не предусмотрена.", "The regulation has no copies of the minutes sent."
)


def drafted(
    drafted_by: str | None, group: WorkingGroup, *, titles: Mapping[str, Text] = NO_TITLES
) -> Verdict | None:
    """Whether the right hand kept the minutes; None where the regulation names nobody."""
    basis = group.minutes.value.drafted_by_cite
    if basis is None:
        return None
    hands: list[str | None] = [group.minutes.value.drafted_by]
    if group.secretary is not None:
        hands.append(group.secretary.seat)  # a secretary who is a member is named by the seat as well
    holds = None if drafted_by is None else drafted_by in hands
    return DRAFTER.judge(holds, basis, drafted_by=group.named(drafted_by, titles))


def signed(
    signed_by: str | None,
    signed_on: date | None,
    presiding: str | None,
    held_on: date,
    group: WorkingGroup,
    *,
    titles: Mapping[str, Text] = NO_TITLES,
) -> Verdict:
    """Whether who presided signed, and not before the meeting; None stands for what is not recorded."""
    basis, signer, leader = group.minutes.basis, group.named(signed_by, titles), group.named(presiding)
    by = None if signed_by is None else signed_by == presiding
    after = None if signed_on is None else signed_on >= held_on
    parts = (
        SIGNER.judge(by, basis, signed_by=signer, presiding=leader),
        AFTER.judge(after, basis, signed_on=signed_on, held_on=held_on),
    )
    return SIGNED.judge(True, basis, parts=parts)


def copied(copies_to: Collection[str] | None, members: Iterable[str], group: WorkingGroup) -> Verdict:
    """Whether every member got a copy; None stands for what is not recorded."""
    sent = frozenset(copies_to or ())
    owed = members if group.minutes.value.copies_to == "members" else ()
    missing = [member for member in owed if member not in sent]
    if group.minutes.value.copies_to == "none":
        return replace(COPIES, text=NO_MAILING).judge(True, group.minutes.basis, missing=[])
    holds = None if copies_to is None and missing else not missing
    return COPIES.judge(holds, group.minutes.basis, missing=[group.named(member) for member in missing])


def whole(held_on: date, *parts: Verdict) -> Verdict:
    """What the rules say of the minutes, as one verdict."""
    return bundle(MINUTES, *parts, held_on=held_on)
