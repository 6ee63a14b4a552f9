"""Избранный председательствующий (elected): whose vote decides equal votes where those present elect who leads.

Kemerovo (п. 5.6 прил. 3) and the district (п. 5.9 прил. 4) give the casting vote to whoever leads the group and to
the acting deputy; one who is elected under reading Q3 presides in their place.

>>> from law189.profile.loader import load_profile
>>> group = load_profile("kemerovo").latest.working_group
>>> here, read = ["member-1", "member-2"], {"Q3": "elected"}
>>> elected_decides(Sitting(group, here, elected="member-1", choices=read)).outcome.value
'holds'
>>> elected_decides(Sitting(group, ["chair", *here])) is None
True
"""

from law189.kinds.asked import asked, unasked
from law189.law import Text
from law189.rules.group.presiding import by_role
from law189.rules.group.sitting import Sitting
from law189.verdict import Rule, Verdict

__all__ = ["elected_decides"]

_by_role = unasked(by_role)

ELECTED_DECIDES = Rule(
    "presiding.elected_decides",
    Text(
        "Заседание вёл избранный присутствующими: {who}; при равенстве голосов его голос принят за голос "
        "председательствующего.",
        "Who presided was elected by those present: {who}; of equal votes that vote is taken as the presiding "
        "officer's.",
    ),
    assumed=Text(
        "Кого избрали вести, тому положение решающего голоса прямо не даёт; принято, что он у того, кто ведёт "
        "заседание.",
        "The regulation does not plainly give a casting vote to whom those present elected; it is taken to be of "
        "whoever presides.",
    ),
)


@asked
def elected_decides(held: Sitting) -> Verdict | None:
    """That the vote of whom they elected decides equal votes, an assumption; None where an officer presides."""
    order, who, group = held.said("presiding"), held.seat, held.group
    if who is None or (order is not None and _by_role(held.here, group.by_id, order) is not None):
        return None
    return ELECTED_DECIDES.judge(True, group.basis("casting_vote"), who=group.names.get(who, who))
