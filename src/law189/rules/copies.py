"""Копии протокола (copies of the minutes): to whom they go, and whether they went to everybody.

Kemerovo: п. 5.7 прил. 3; the district: п. 5.10 прил. 4: to every member.

>>> from law189.profile.loader import load_profile
>>> group = load_profile("novokuznetsk_district").latest.working_group
>>> copied(["chair"], ["chair", "deputy"], group).outcome.value, copied(None, ["chair"], group).outcome.value
('breach', 'unknown')
"""

from collections.abc import Collection, Iterable
from dataclasses import replace

from law189.kinds.asked import asked
from law189.law import Text
from law189.profile.group import WorkingGroup
from law189.rules import asking
from law189.rules.minutes import said_of
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["copied"]

COPIES_TO = asking.written("minutes.copies_to", "кому направлены копии протокола", "to whom copies were sent")
COPIES = Rule(
    "minutes.copies",
    Text(
        "Копии протокола направляют всем членам рабочей группы; {missing:не направлены: …|направлены всем}.",
        "Copies of the minutes go to every member; not sent to: {missing}.",
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
OF_SUBGROUP = Text(
    "Копии протокола направляют всем членам подгруппы; {missing:не направлены: …|направлены всем}.",
    "Copies of the minutes go to every member of the subgroup; not sent to: {missing}.",
)
NO_MAILING = Text(
    "Рассылка копий протокола не предусмотрена.", "The regulation has no copies of the minutes sent."
)


@asked
def copied(copies_to: Collection[str] | None, members: Iterable[str], group: WorkingGroup) -> Verdict | None:
    """Whether every member got a copy; None where the regulation does not say who gets one."""
    said, basis = said_of(group).copies_to, group.basis("minutes")
    if said is None:
        return None
    if said == "nobody":
        return replace(COPIES, text=NO_MAILING).judge(True, basis, missing=[])
    sent = frozenset(copies_to or ())
    missing = [member for member in members if member not in sent]
    holds = None if copies_to is None and missing else not missing
    rule = COPIES if group.subgroup is None else replace(COPIES, text=OF_SUBGROUP)
    return rule.judge(holds, basis, missing=[group.named(member) for member in missing])
