"""Подтверждено актами (borne out): what the acts of an agreement say beside what its contracts say of some days.

An act says how much was rendered on those of its days on which contracts ran. What acts of other days bear out was
not rendered on the days asked for: a quarter gave no more than all the contracts did, less what acts tell of the
quarters before it. An act of days both asked for and not says of neither how much. Where acts and contracts differ,
both may be so.

>>> from decimal import Decimal
>>> from law189.measures import Unit
>>> march = (date(2024, 3, 1), date(2024, 3, 31))
>>> acts = [Acted(date(2024, 2, 1), date(2024, 2, 29), Decimal(30))]
>>> begun, last = date(2024, 2, 1), date(2024, 5, 31)
>>> days = (Stretch(begun, last),)
>>> given = Given("1", ("1",), Unit.PERSON_HOURS, None, None, begun, last, days, (), Decimal(72), None)
>>> between([given], acts, march)
Between(least=Decimal('0'), most=Decimal('42'))
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta

from law189.casebook.rendered.capacity import Acted, GivenIn, beyond, on_some_day
from law189.casebook.rendered.given import NONE, Given, plus, together
from law189.measures import EXACT, total
from law189.rules.providers.serving import Stretch
from law189.rules.reconciliation import Between

__all__ = ["between"]

DAY = timedelta(1)
ALL = date.min, date.max
Days = tuple[date, date]
"""A first and a last day."""


def between(some: Sequence[Given], acts: Sequence[Acted], asked: Days) -> Between:
    """How much was rendered on the days asked for, by contracts of one agreement; `acts` are all of theirs."""
    days = {stretch for one in some for stretch in one.days}
    run = min(one.begun for one in some), max(one.last for one in some)
    trimmed = [_trimmed(act, days) for act in acts]
    parts = [part for one in some for part in one.parts]
    fits = bool(trimmed) and not beyond(trimmed, parts).amount

    def within(of: Days, acts_of: Days) -> Between:
        found = together(some, *of)
        if fits:
            found = _shared_out(found, some, parts, trimmed, of)
        return _by_acts(found, trimmed, acts_of, days)

    inside, whole, beside = within(asked, asked), within(run, ALL), NONE
    for one in _beside(asked, run):
        beside = plus(beside, within(one, one))
    least = max(inside.least, EXACT.subtract(whole.least, beside.most))
    most = min(inside.most, EXACT.subtract(whole.most, beside.least))
    return Between(least, most) if least <= most else inside


def _trimmed(act: Acted, days: Iterable[Stretch]) -> Acted:
    """The act without its first and last days on which no contract ran; as it is where none did on any."""
    ran = [one for one in days if on_some_day([one], act.since, act.until)]
    if not ran:
        return act
    since, until = min(one.since for one in ran), max(one.until for one in ran)
    return act._replace(since=max(act.since, since), until=min(act.until, until))


def _beside(asked: Days, run: Days) -> Iterator[Days]:
    """The days of the contracts before those that are asked for, and after them."""
    if run[0] < asked[0]:
        yield run[0], min(run[1], asked[0] - DAY)
    if asked[1] < run[1]:
        yield max(run[0], asked[1] + DAY), run[1]


def _by_acts(found: Between, acts: Sequence[Acted], asked: Days, days: Collection[Stretch]) -> Between:
    """What acts of the days asked for add to what contracts, that ran on `days`, say of them."""
    inside = sorted(one for one in acts if asked[0] <= one.since and one.until <= asked[1])
    beside = any(one.since <= asked[1] and asked[0] <= one.until for one in acts if one not in inside)
    acted = total(one.amount for one in inside)
    ran = [one for one in days if on_some_day([one], *asked)]
    if inside and not beside and all(_covered(one, inside, asked) for one in ran):
        if found.least <= acted <= found.most:
            return Between(acted, acted)
        return Between(min(acted, found.least), max(acted, found.most))
    return Between(found.least if acted > found.most else max(found.least, acted), max(found.most, acted))


def _covered(days: Stretch, acts: Sequence[Acted], asked: Days) -> bool:
    """Whether each of the days that is asked for is one of some act; the acts come in the order of their days."""
    next_day, last = max(days.since, asked[0]), min(days.until, asked[1])
    for one in acts:
        if one.since <= next_day <= last:
            next_day = max(next_day, min(one.until, last) + DAY)
    return next_day > last


def _shared_out(
    found: Between, some: Sequence[Given], parts: Sequence[GivenIn], acts: Sequence[Acted], asked: Days
) -> Between:
    """What contracts say of the days asked for, where what acts bear out is shared out among their parts.

    What acts of other days can only have from contracts that ran on the days asked for too is not of these days.
    What acts of these days bear out beyond that which contracts gave on no other days is of these.
    """
    outside = [act for act in acts if act.until < asked[0] or asked[1] < act.since]
    within = [act for act in acts if asked[0] <= act.since and act.until <= asked[1]]
    elsewhere = [part for part in parts if not on_some_day(part.days, *asked)]
    alone = [part for one in some for part in one.sure if _only_on(part, asked)]
    of_both = [part for part in parts if on_some_day(part.days, *asked)]
    most = EXACT.subtract(total(part.amount for part in of_both), beyond(outside, elsewhere).amount)
    least = EXACT.add(total(part.amount for part in alone), beyond(within, alone).amount)
    both = Between(max(found.least, least), min(found.most, most))
    return both if both.least <= both.most else found


def _only_on(part: GivenIn, asked: Days) -> bool:
    """Whether the part was given on the days asked for and on no other."""
    return all(asked[0] <= one.since and one.until <= asked[1] for one in part.days)
