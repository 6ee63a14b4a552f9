"""Кто вёл (led): which of several that may preside did, and what is told of whoever led or was elected otherwise.

«Заседание проводит председатель или, по его поручению, заместитель», co-chairs in turn: the regulation names
several and the record says which of them led. Where it lets the first present preside, another who led is told of.

>>> from law189.profile.loader import load_profile
>>> group = load_profile("kemerovo").latest.working_group
>>> may_lead({"deputy", "chair"}, group.by_id, group.presiding, Leading.ON_ORDER)
('chair', 'deputy')
>>> may_lead({"deputy", "chair"}, group.by_id, group.presiding, Leading.IN_ORDER)
('chair',)
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from law189.kinds.asked import asked
from law189.law import Citation, Norm, Text
from law189.profile.group import Role, Seat
from law189.profile.parties import NO_TITLES
from law189.profile.regulation import Leading
from law189.rules import asking
from law189.rules.cures import meeting
from law189.rules.group.chairing import Unrecorded
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["may_lead", "of_several", "otherwise"]

OF_SEVERAL = Rule(
    "presiding.of_several",
    Text(
        "По положению ведёт любой из присутствующих: {may}; председательствующий: {who:не указан}.",
        "The regulation lets any of these who are present preside: {may}; presiding: {who:not recorded}.",
    ),
    unknown=Text(
        "По положению ведёт любой из присутствующих: {may}; кто из них вёл, не указано; укажите: {asks}.",
        "The regulation lets any of these who are present preside: {may}; which of them did is not recorded; "
        "give: {asks}.",
    ),
    assumed=Text(
        "Поручение или очерёдность отдельно не спрашивают: вёл тот, кто указан в записи.",
        "The order given or the turn is not asked for by itself: whoever is recorded presided.",
    ),
)
LED_BY = Rule(
    "presiding.led_by",
    Text(
        "Заседание вёл: {who}; вправе вести: {may:никто}.",
        "Who presided in fact: {who}; who may preside: {may:nobody}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Положение не лишает силы заседание, которое вёл не тот; решающий голос и подпись остаются за тем, "
        "кто вправе вести.",
        "The regulation does not take the effect of a meeting that another led; the casting vote and the signature "
        "stay with whoever may preside.",
    ),
    cure=meeting.LED_BY,
)
IN_VAIN = Rule(
    "presiding.elected_in_vain",
    Text(
        "Избран вести: {who}; избрание не засчитано; председательствующий: {leader:нет}.",
        "Elected to preside: {who}; the election is not counted; presiding: {leader:nobody}.",
    ),
    assumed=Text(
        "Избрание вести ничего не решает там, где кому вести, говорит положение; заседания оно силы не лишает.",
        "An election to preside decides nothing where the regulation says who presides, and takes no effect away.",
    ),
)

IN_VAIN_OF_ANY = Text(
    "Избран вести: {who}; избрание не засчитано; председательствующий: {leader:не указан}.",
    "Elected to preside: {who}; the election is not counted; presiding: {leader:not recorded}.",
)
"""Where it is not recorded who of those that may preside did."""


@asked
def may_lead(
    present: Collection[str], seats: Mapping[str, Seat], order: Norm[tuple[Role, ...]], way: Leading
) -> tuple[str, ...]:
    """The seats present that may preside in that way, in the order of the roles and then of the list."""
    found = [
        [seat.id for seat in seats.values() if seat.role is role and seat.id in present]
        for role in order.value
    ]
    there = [of_role for of_role in found if of_role]
    if way is Leading.ON_ORDER:
        return tuple(dict.fromkeys(one for of_role in there for one in of_role))
    first = there[0] if there else []
    return tuple(first if way is Leading.IN_TURN else first[:1])


@asked
def of_several(
    who: str | None,
    may: Collection[str],
    *cites: Citation,
    names: Mapping[str, Text] = NO_TITLES,
    asked_at: str = "event.presided",
) -> Verdict:
    """Which of several that may preside did; UNKNOWN where it is not recorded, and asked for at `asked_at`."""
    listed = tuple(names.get(one, one) for one in may)
    leader = None if who is None else names.get(who, who)
    asks = (asking.presided(asked_at),)
    return OF_SEVERAL.judge(
        None if who is None else True, *dict.fromkeys(cites), lacks=asks, may=listed, who=leader
    )


@asked
def otherwise(
    seat: str | None,
    may: Collection[str],
    basis: Citation,
    *,
    presided: str | None,
    elected: str | None,
    names: Mapping[str, Text] = NO_TITLES,
    unrecorded: Unrecorded | None = None,
) -> Iterator[Verdict]:
    """What is told of one who led or was elected and is not the `seat` that presides by the regulation.

    `unrecorded` is who may preside where that is not known: nothing is told of these.
    """
    known = (seat,) if unrecorded is None else unrecorded.may
    if presided is not None and presided not in known:
        listed = tuple(names.get(one, one) for one in may)
        yield LED_BY.judge(False, basis, who=names.get(presided, presided), may=listed)
    if elected is not None and elected not in known:
        leader = None if seat is None else names.get(seat, seat)
        rule = IN_VAIN if unrecorded is None else replace(IN_VAIN, text=IN_VAIN_OF_ANY)
        yield rule.judge(True, basis, who=names.get(elected, elected), leader=leader)
