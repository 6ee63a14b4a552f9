"""Основание оказанного (grounded): what a contract says was rendered, beside the cases that it rested on then.

A contract whose ground is gone is told of while it runs (`law189.casebook.dependants`). Its end and its
amendment, which say how much was rendered, do not mend that, nor does a ground that was regained: they are asked
how much of it can have been rendered on the days without one (`law189.casebook.reconciled.lost`). What an earlier
amendment says was rendered is of the days up to that one. Acts of the days with a ground say how much of it is of
those, where no other contract of the agreement can have given that; acts of the days without say the same of these.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from law189.casebook.cycles import CYCLES
from law189.casebook.dependants import Dependant
from law189.casebook.keys import By
from law189.casebook.reconciled.acted import acts_of
from law189.casebook.reconciled.beside import Beside
from law189.casebook.reconciled.lost import Lost, lost
from law189.casebook.rendered.capacity import Acted, GivenIn, beyond, last_served, on_some_day, parted
from law189.casebook.rendered.told import served
from law189.casebook.shelf.apart import GivenUnder
from law189.cases.history import History
from law189.law import Text
from law189.measures import EXACT, Volume
from law189.numbers import number_key, service_key
from law189.rules.providers.serving import Stretch
from law189.rules.reconciliation import Between, without_ground
from law189.verdict import Verdict
from law189.workflows import contract

__all__ = ["rendered_without"]

DAY = timedelta(1)


class _Since(NamedTuple):
    """What was rendered since the last word of it, on which days, and in which parts what was rendered before."""

    rendered: Volume
    begun: date
    until: date
    days: tuple[Stretch, ...]
    before: tuple[GivenIn, ...]


def rendered_without(of: Beside) -> Iterator[Verdict]:
    """Оказанное с прежней записи могло быть оказано и в дни, когда основания у договора не было.

    Of a ground that was gone when the contract was concluded the step that concluded it is told.
    """
    since = _since(of.history, of.event)
    if since is None:
        return
    for one in lost(of.shelf, of.history, of.history.the(contract.Concluded).on, since.until):
        days = _common(since.days, one.days)
        if days:
            yield from _told(of, since, one, days)


def _told(of: Beside, since: _Since, one: Lost, days: tuple[Stretch, ...]) -> Iterator[Verdict]:
    """How much of it was rendered on those days, by the acts of the agreement that the contract was shown first."""
    offered, shown = of.history.the(contract.Offered), of.history.the(contract.Concluded).agreement
    if shown is None:
        yield from _without((), since, one, days, (), offered.number)
        return
    agreed, service, unit = number_key(shown.number), service_key(offered.service), since.rendered.unit
    acts = acts_of(of.others(By.AGREEMENT, agreed), service, unit)
    under = GivenUnder(agreed, service, unit, of.history.id)
    yield from of.told(under, _without, since, one, days, acts, offered.number)


def _without(
    others: Sequence[GivenIn] | None,
    since: _Since,
    one: Lost,
    days: tuple[Stretch, ...],
    acts: tuple[Acted, ...],
    number: str,
) -> Iterator[Verdict]:
    """What was rendered on the days without a ground, beside what the other contracts of the agreement give."""
    ground = _ground(one.found)
    yield without_ground.rendered_without(
        number,
        since.rendered,
        (since.begun, since.until),
        ground=ground.title,
        named=ground.named,
        state=ground.state,
        since=one.since,
        regained=one.regained,
        without=_between((*(others or ()), *since.before), since, days, acts),
    )


def _between(
    others: Sequence[GivenIn], since: _Since, days: tuple[Stretch, ...], acts: tuple[Acted, ...]
) -> Between:
    """Between which amounts was rendered on those days, `others` being whatever else the acts can be of.

    Acts that bear out more than was rendered in all say nothing of it.
    """
    amount = since.rendered.amount
    if all(_within(one, days) for one in since.days):
        return Between(amount, amount)
    if beyond(acts, (*others, GivenIn(amount, since.days))).amount:
        return Between(Decimal(0), amount)
    own = [(act, tuple(_common(since.days, Stretch(act.since, act.until)))) for act in acts]
    beside = [act for act, _ in own if not on_some_day(days, act.since, act.until)]
    inside = [act for act, ran in own if all(_within(one, days) for one in ran)]
    least = beyond([one for one in inside if one not in beside], others).amount
    return Between(least, EXACT.subtract(amount, beyond(beside, others).amount))


def _within(days: Stretch, several: Sequence[Stretch]) -> bool:
    return any(one.since <= days.since and days.until <= one.until for one in several)


def _common(several: Sequence[Stretch], days: Stretch) -> tuple[Stretch, ...]:
    """Those of the days that are of the others too."""
    both = [Stretch(max(one.since, days.since), min(one.until, days.until)) for one in several]
    return tuple(one for one in both if one.since <= one.until)


def _since(before: History[Any], event: Any) -> _Since | None:
    """What the step says was rendered beyond what was known; None where that is nothing, or no day was for it."""
    days = served(before)
    told = [one for one in before.events(contract.Amended) if one.rendered.unit is event.rendered.unit]
    known = max((one.rendered.amount for one in told), default=Decimal(0))
    amount = EXACT.subtract(event.rendered.amount, known)
    if not days or amount <= 0:
        return None
    until = last_served(days, event.on)
    begun = last_served(days, told[-1].on) + DAY if told else days[0].since
    begun = min(begun, until)
    parts = parted(days, [(one.on, one.rendered.amount) for one in told], known)
    own = _common(days, Stretch(begun, until))
    return _Since(Volume(amount=amount, unit=event.rendered.unit), begun, until, own, parts)


class _Ground(NamedTuple):
    """What a contract rested on, its number, and in what state that is."""

    title: Text
    named: str
    state: Text


def _ground(found: Dependant) -> _Ground:
    facts: Any = found.verdict.facts
    if "ground" in facts:
        return _Ground(facts["ground"], facts["named"], facts["state"])
    passed = Text(f"у правопреемника (ИНН {facts['successor']})", f"of a successor ({facts['successor']})")
    return _Ground(CYCLES[found.ground.lifecycle].title, facts["record"], passed)
