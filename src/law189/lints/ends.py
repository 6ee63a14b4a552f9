"""Замечания о прекращении норм (lints of ends): a lapse or a later beginning of which nothing follows.

>>> from law189.profile.loader import load_profile
>>> list(nothing_ends.find(load_profile("kemerovo")))
[]
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from law189.law import Citation, Text
from law189.lints.lint import Place, Severity, declared
from law189.profile.edition import Edition
from law189.profile.effect import bearing, covers, staying
from law189.profile.profile import Profile
from law189.profile.validity import begins_on

__all__ = ["nothing_ends"]

DAY = timedelta(1)

NOTHING = Text(
    "в профиле там нет того, о чём спрашивают в день шага, плана или показателя; проверьте адрес",
    "the profile has nothing there that is asked on the day of a step, of the plan or of an indicator; check the "
    "address",
)
STAYS = Text(
    "места состава, секретарь, органы и подгруппы этого адреса остаются; если их больше нет, внесите изменение под "
    "amendments",
    "seats, the secretary, bodies and subgroups of that address stay; where they are no more, write that under "
    "amendments",
)


@declared(
    "L-stays",
    Severity.WARNING,
    Text("прекращено или ещё не начато то, что остаётся", "an end, or a later beginning, of what stays"),
    Text(
        "Адрес в of (lapses или entry_into_force) не касается ничего, что решает, либо касается тех, кого называют "
        "другие нормы: их прекращение ничего не меняет. Исправьте адрес или внесите изменение под amendments.",
        "An address under of (lapses or entry_into_force) is of nothing that decides, or of whom other norms name: "
        "its end changes nothing. Mend the address, or write an amendment under amendments.",
    ),
    over_time=True,
)
def nothing_ends(profile: Profile) -> Iterator[Place]:
    """Addresses of ends and of later beginnings that cover nothing that decides, or something that stays.

    An end that an amendment meets on its first day is of what stood on the day before.
    """
    edition = profile.latest
    federal = {delegation.cite.act for delegation in edition.federal.delegations}
    found: dict[Place, None] = {}
    for one, days in _of(edition):
        if one == edition.whole or one.act in federal:  # steps rest on the law itself
            continue
        if any(covers(one, cite) for at in _of_days(profile, days) for cite in staying(at)):
            found[one, STAYS] = None
        elif not any(covers(one, cite) for at in _about(profile, days) for cite in _decides(at)):
            found[one, NOTHING] = None
    yield from found


class _Days(NamedTuple):
    """The days on which a provision does not hold: the first and the last; date.min and date.max where none is."""

    first: date = date.min
    last: date = date.max


def _of(edition: Edition) -> Iterator[tuple[Citation, _Days]]:
    """Every provision that a lapse, or a part of the entry into force, is of, and when it does not hold."""
    for lapse in edition.lapses:
        last = None if lapse.suspended is None else lapse.suspended.until
        first = lapse.first and (lapse.first + DAY if lapse.expires_on else lapse.first)
        yield from ((one, _Days(first or date.min, last or date.max)) for one in lapse.of)
    says, act = edition.entry_into_force, edition.act
    for part in says.value if says is not None and isinstance(says.value, tuple) else ():
        first = begins_on(part.starts, act.date, act.published_on)
        yield from ((one, _Days() if first is None else _Days(last=first - DAY)) for one in part.of)


def _of_days(profile: Profile, days: _Days) -> Iterator[Edition]:
    """The editions of those days."""
    for place, (since, edition) in enumerate(profile.editions):
        following = profile.editions[place + 1 :]
        if since <= days.last and (not following or days.first < following[0][0]):
            yield edition


def _about(profile: Profile, days: _Days) -> Iterator[Edition]:
    """The editions of those days, of the day before them and of the day after."""
    first = days.first if days.first == date.min else days.first - DAY
    last = days.last if days.last == date.max else days.last + DAY
    return _of_days(profile, _Days(first, last))


def _decides(edition: Edition) -> Iterator[Citation]:
    return chain(bearing(edition), staying(edition))
