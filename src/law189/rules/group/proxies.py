"""Доверенность и письменное мнение (proxies and opinions): what an absent member has instead of being there.

«Засчитывается» makes a proxy count as if its seat were present, and a written opinion as a vote on its question.
Where it is only allowed nothing counts; where it is forbidden its record is a BREACH besides.

>>> held_by({"member-1": "chair", "chair": "member-2"}, {"chair"}, {"chair", "member-1", "member-2"})
{'member-1': 'chair'}
"""

from collections.abc import Collection, Iterator, Mapping

from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.profile.parties import NO_TITLES
from law189.profile.regulation import Permission
from law189.rules.cures import meeting
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["held_by", "opinions_told", "proxies_told", "voiced"]

NOT_SAID = Text(
    "Положение не говорит, что делать с такой записью; она не засчитывается, решение остаётся в силе.",
    "The regulation does not say what to do with such an entry; it is not counted, the decision stands.",
)
PROXY = Rule(
    "proxies.proxy",
    Text(
        "Доверенность ({who}), голосует {holder}: {reason}.",
        "The proxy of «{who}», held by «{holder}»: {reason}.",
    ),
    missed=Outcome.BREACH,
    assumed=NOT_SAID,
    cure=meeting.PROXY,
)
OPINION = Rule(
    "proxies.opinion",
    Text("Письменное мнение ({who}): {reason}.", "The written opinion of «{who}»: {reason}."),
    missed=Outcome.BREACH,
    assumed=NOT_SAID,
    cure=meeting.OPINION,
)
REASONS = {
    "no_seat": Text(
        "места с правом голоса, которое кто-либо занимает, такого нет",
        "there is no filled seat with a vote like it",
    ),
    "present": Text("место само присутствует", "the seat itself is present"),
    "holder": Text("того, кто по ней голосует, на заседании нет", "whoever holds it is not present"),
    "conflict": Text("у места конфликт интересов", "the seat has a conflict of interest"),
    "proxy": Text("за место уже голосуют по доверенности", "the seat votes by proxy already"),
}


@asked
def held_by(proxies: Mapping[str, str], present: Collection[str], filled: Collection[str]) -> dict[str, str]:
    """The proxies that may count: of a filled seat that is absent, held by a seat that is present."""
    return {
        seat: holder
        for seat, holder in proxies.items()
        if _amiss(seat, present, filled) is None and holder in present
    }


def _amiss(seat: str, present: Collection[str], filled: Collection[str]) -> str | None:
    """Why an absent member's proxy or opinion is none; None where it is one."""
    if seat not in filled:
        return "no_seat"
    return "present" if seat in present else None


@asked
def proxies_told(
    proxies: Mapping[str, str],
    present: Collection[str],
    filled: Collection[str],
    permission: Permission | None,
    basis: Citation,
    names: Mapping[str, Text] = NO_TITLES,
) -> Iterator[Verdict]:
    """Whether each proxy that is recorded may be; `permission` is None where the regulation is silent.

    `present` are the voting seats that are there themselves, `filled` those that somebody holds.
    """
    for seat, holder in proxies.items():
        why = _amiss(seat, present, filled) or (None if holder in present else "holder")
        told = _told(why, permission)
        if told is not None:
            holds, reason = told
            who, holding = names.get(seat, seat), names.get(holder, holder)
            yield PROXY.judge(holds, basis, seat=seat, held_by=holder, who=who, holder=holding, reason=reason)


@asked
def voiced(opinions: Mapping[str, str], present: Collection[str], filled: Collection[str]) -> dict[str, str]:
    """The opinions that may count: of a filled seat that is absent; `present` has those who vote by proxy too."""
    return {seat: vote for seat, vote in opinions.items() if _amiss(seat, present, filled) is None}


@asked
def opinions_told(
    opinions: Mapping[str, str],
    present: Collection[str],
    proxied: Collection[str],
    filled: Collection[str],
    permission: Permission | None,
    basis: Citation,
    names: Mapping[str, Text] = NO_TITLES,
    *,
    barred: Collection[str] = (),
    secret: bool = False,
) -> Iterator[Verdict]:
    """Whether each written opinion may be; `proxied` are the seats that vote by proxy.

    `barred` are those whose conflict of interest keeps an opinion that would count from counting. Of a `secret`
    ballot it is not told what the opinion is.
    """
    for seat, vote in opinions.items():
        why = _amiss(seat, present, filled) or ("proxy" if seat in proxied else None)
        if why is None and permission is Permission.COUNTED and seat in barred:
            why = "conflict"
        told = _told(why, permission)
        if told is not None:
            holds, reason = told
            which, who = None if secret else vote, names.get(seat, seat)
            yield OPINION.judge(holds, basis, seat=seat, vote=which, who=who, reason=reason)


def _told(why: str | None, permission: Permission | None) -> tuple[bool, Text] | None:
    """How an entry went and why; None where nothing is amiss with it and the regulation is silent."""
    if why is not None:
        return False, REASONS[why]
    if permission is None:
        return None
    return permission is not Permission.FORBIDDEN, permission.text
