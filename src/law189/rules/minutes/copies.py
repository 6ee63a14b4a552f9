"""Копии протокола (copies of the minutes): to whom they go, and whether they went to everybody.

Kemerovo: п. 5.7 прил. 3; the district: п. 5.10 прил. 4: to every member.

>>> from law189.profile.loader import load_profile
>>> group = load_profile("novokuznetsk_district").latest.working_group
>>> copied(["chair"], ["chair", "deputy"], group).outcome.value, copied(None, ["chair"], group).outcome.value
('breach', 'unknown')
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from law189.kinds.asked import asked, unasked
from law189.law import Citation, Text
from law189.profile.group import WorkingGroup
from law189.profile.parties import NO_TITLES
from law189.rules import asking
from law189.rules.cures import meeting
from law189.rules.minutes import said_of
from law189.verdict import Outcome, Rule, Verdict, bundle

__all__ = ["copied", "owed", "rest", "unsaid"]

_said_of = unasked(said_of)

COPIES_TO = asking.written("minutes.copies_to", "кому направлены копии протокола", "to whom copies were sent")
COPIES = Rule(
    "minutes.copies",
    Text(
        "Копии протокола направляют всем членам рабочей группы; {missing:не направлены: …|направлены всем}.",
        "Copies of the minutes go to every member; not sent to: {missing:…|nobody}.",
    ),
    cure=Text("Направьте копии остальным.", "Send the copies to the others."),
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
_UNTOLD = COPIES.unknown
TO_AUTHORIZED = Rule(
    "minutes.copy_authorized",
    Text(
        "Копию протокола направляют уполномоченному органу{bodies: (…)|}; {sent:направлена|не направлена}.",
        "A copy of the minutes goes to the authorised body{bodies: (…)|}; sent: {sent:yes|no}.",
    ),
    missed=Outcome.BREACH,
    unknown=_UNTOLD,
    assumed=COPIES.assumed,
    asks=(COPIES_TO,),
    cure=meeting.COPY,
)
TO_CONCERNED = Rule(
    "minutes.copies_concerned",
    Text(
        "Копии протокола направляют заинтересованным; направлены: {sent:…|никому}.",
        "Copies of the minutes go to whoever is concerned; sent to: {sent:…|nobody}.",
    ),
    missed=Outcome.BREACH,
    unknown=_UNTOLD,
    assumed=COPIES.assumed,
    asks=(COPIES_TO,),
    cure=meeting.COPY,
)
REST = Rule(
    "minutes.copies_left",
    Text(
        "Копии протокола уже направлены; остались те, кому они не направлены: {left}.",
        "Copies of the minutes were sent already; some who must have one are left: {left}.",
    ),
    assumed=Text(
        "Когда копии есть у всех, кому их направляют, направлять больше некому.",
        "Where all who must have a copy have one, there is nobody left to send it to.",
    ),
    cure=Text(
        "Если копия направлена не тому или не в тот день, аннулируйте прежнюю запись и сделайте верную.",
        "Where a copy went to another or on another day, annul the earlier record and make the right one.",
    ),
)
ALL = Rule("minutes.all_copies", Text("Копии протокола.", "The copies of the minutes."))
OF_SUBGROUP = Text(
    "Копии протокола направляют всем членам подгруппы; {missing:не направлены: …|направлены всем}.",
    "Copies of the minutes go to every member of the subgroup; not sent to: {missing:…|nobody}.",
)
NO_MAILING = Text(
    "Рассылка копий протокола не предусмотрена.", "The regulation has no copies of the minutes sent."
)

NOT_SAID = Text(
    "Кому направляют копии протокола, положение не говорит.",
    "The regulation does not say who gets copies of the minutes.",
)
SEND = Text("направить копии протокола", "send copies of the minutes")
ADDRESSEES = {
    "members": Text("всем членам", "to every member"),
    "authorized": Text("уполномоченному органу", "to the authorised body"),
    "concerned": Text("заинтересованным", "to whoever is concerned"),
}


@asked
def copied(
    copies_to: Collection[str] | None,
    members: Iterable[str],
    group: WorkingGroup,
    *,
    authorized: Collection[str] = (),
    titles: Mapping[str, Text] = NO_TITLES,
) -> Verdict | None:
    """Whether all got a copy who must; None where the regulation does not say who gets one.

    `authorized` are the ids of the authorised bodies, `titles` what a sentence calls them. Who is concerned nobody
    but the office knows: that some copy went out is asked.
    """
    found = []
    for whom in _said_of(group).copied:
        match whom:
            case "members":
                found.append(_members(copies_to, members, group))
            case "authorized":
                found.append(_authorized(copies_to, authorized, group, titles))
            case "concerned":
                found.append(_concerned(copies_to, group, titles))
            case _:
                none_asked = replace(COPIES, text=NO_MAILING)
                found.append(none_asked.judge(True, group.basis("minutes"), missing=[]))
    if len(found) > 1:
        return bundle(ALL, *found)
    return found[0] if found else None


@asked
def unsaid(*cites: Citation) -> Verdict:
    """That the regulation does not say who gets copies, so that nobody must have one."""
    return replace(COPIES, text=NOT_SAID).judge(True, *cites, missing=[])


@asked
def owed(addressees: Collection[str]) -> Text:
    """What has to be done with the copies that go to them (`Minutes.copied`); to whom is left out where it is."""
    to = [ADDRESSEES[one] for one in addressees if one in ADDRESSEES]
    return Text(
        " ".join((SEND.ru, " и ".join(one.ru for one in to))).strip(),
        " ".join((SEND.en, " and ".join(one.en for one in to))).strip(),
    )


@asked
def rest(left: bool, *cites: Citation) -> Verdict:
    """Whether somebody who must have a copy has none yet, so that one more step may send it; else VOID."""
    return REST.judge(left, *cites, left=left)


def _authorized(
    copies_to: Collection[str] | None,
    bodies: Collection[str],
    group: WorkingGroup,
    titles: Mapping[str, Text],
) -> Verdict:
    """Whether one of the bodies got a copy; where some did, only those are named."""
    basis = group.basis("minutes")
    if copies_to is not None and not bodies:
        return TO_AUTHORIZED.judge(None, basis, lacks=(asking.AUTHORIZED_BODY,), bodies=[], sent=False)
    sent = None if copies_to is None else not frozenset(bodies).isdisjoint(copies_to)
    named = [one for one in bodies if not sent or one in (copies_to or ())]
    return TO_AUTHORIZED.judge(sent, basis, bodies=[group.named(one, titles) for one in named], sent=sent)


def _concerned(copies_to: Collection[str] | None, group: WorkingGroup, titles: Mapping[str, Text]) -> Verdict:
    sent = [] if copies_to is None else [group.named(one, titles) for one in copies_to]
    return TO_CONCERNED.judge(None if copies_to is None else bool(sent), group.basis("minutes"), sent=sent)


def _members(copies_to: Collection[str] | None, members: Iterable[str], group: WorkingGroup) -> Verdict:
    basis = group.basis("minutes")
    sent = frozenset(copies_to or ())
    missing = [member for member in members if member not in sent]
    holds = None if copies_to is None and missing else not missing
    rule = COPIES if group.subgroup is None else replace(COPIES, text=OF_SUBGROUP)
    return rule.judge(holds, basis, missing=[group.named(member) for member in missing])
