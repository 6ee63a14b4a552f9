"""Акты и договоры (acted): acts of periods bear out no more than the contracts of their agreement give.

An act bears out what was rendered in its days and in its unit, so only contracts that ran then can have given it,
and no more than their amendments and their ends leave to those days (`law189.casebook.rendered.capacity`). A step
is told of where it leaves more of the acts than before that nobody can have rendered: an act; a contract that
gives less after it, or on fewer days: amended, ended, suspended, or its record annulled. The first contract of an
agreement is asked of acts of days before it alone: others may yet come to give the rest.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any, NamedTuple, TypeAlias

from law189.casebook.keys import By
from law189.casebook.reconciled.beside import Beside
from law189.casebook.reconciled.claimed import is_first
from law189.casebook.rendered.capacity import Acted, Beyond, GivenIn, beyond, given_in, on_some_day, patterns
from law189.casebook.rendered.told import given_under
from law189.casebook.shelf.apart import GivenInUnits, GivenUnder, NoneBefore
from law189.cases.history import History
from law189.measures import Unit, total
from law189.numbers import number_key, service_key
from law189.rules import identifiers
from law189.rules.providers.serving import ACT
from law189.rules.reconciliation import contracts_held, sufficiency
from law189.verdict import Verdict
from law189.workflows import agreement, contract

__all__ = ["acts_before", "acts_covered", "acts_of", "of_contracts"]

Acts: TypeAlias = tuple[Acted, ...]
Given: TypeAlias = tuple[GivenIn, ...]
Days: TypeAlias = tuple[date | None, date | None]
"""A first and a last day; None where it is the first or the last of all."""


def of_contracts(of: Beside) -> Iterator[Verdict]:
    """Акты подтверждают не больше, чем в их дни могли оказать по договорам соглашения."""
    drafted, event = of.after.the(agreement.Drafted), of.event
    first = event.since <= event.until <= of.on
    for line in event.rendered:
        service = service_key(line.service)
        if identifiers.named(line.service, drafted.services, of.edition.readings) is False:
            continue  # the case of the agreement says that it is none of its services
        under = GivenInUnits(drafted.number, service, line.unit, of.history.id)
        yield from of.told(under, _acted, of.history, of.after, event, line, first)
        first = False


def _acted(
    answer: tuple[Given, tuple[Unit, ...]] | None,
    before: History[Any],
    after: History[Any],
    event: agreement.ActDrawn,
    line: Any,
    first: bool,
) -> Iterator[Verdict]:
    """The act beside what the contracts of its agreement give of the service.

    Where there is no contract, that is said once: of the `first` service of the first act or claim that is asked.
    """
    number = after.the(agreement.Drafted).number
    if answer is None:
        if first and is_first(before):
            yield contracts_held.of_agreement(number, ACT, event.number, (event.since, event.until))
        return
    given, elsewhere = answer
    service, unit = service_key(line.service), line.unit
    acts = acts_of([after], service, unit)
    over = beyond(acts, given)
    if over.amount > beyond(acts_of([before], service, unit), given).amount:
        days = _days(acts, lambda since, until: since <= event.since and event.until <= until)
        told = _told(acts, given, over, (one for one in days if one[1] is not None))
    elif not over.amount:
        own = tuple(one for one in acts if one.until <= event.until)
        told = _Told(_sum(own), given_in(given, until=event.until), until=event.until)
    else:
        return
    yield sufficiency.of_contracts(
        told.acted, told.given, unit, number=number, service=line.service,
        since=told.since, until=told.until, acts=told.acts,
        elsewhere=elsewhere if told.acted > told.given else (),
    )  # fmt: skip


def acts_covered(of: Beside) -> Iterator[Verdict]:
    """Договор, который даёт меньше прежнего, всё ещё даёт то, что по нему подтвердили акты."""
    after = given_under(of.after)
    for (agreed, service, unit), was in given_under(of.history).items():
        now = after.get((agreed, service, unit), ())
        acts = () if now == was else acts_of(of.others(By.AGREEMENT, agreed), service, unit)
        if patterns(acts, was) == patterns(acts, now):
            continue  # for the acts it is the same
        shown, offered = of.history.the(contract.Concluded).agreement, of.history.the(contract.Offered)
        number = agreed if shown is None else shown.number
        under = GivenUnder(agreed, service, unit, of.history.id)
        yield from of.told(under, _covered, acts, was, now, unit, number, offered.service, offered.number)


def _covered(
    others: Given | None,
    acts: Acts,
    was: Given,
    now: Given,
    unit: Unit,
    number: str,
    service: str,
    named: str,
) -> Iterator[Verdict]:
    """The acts beside what the contract and the others give; nothing where they were as much beyond it before."""
    given = (*(others or ()), *now)
    over = beyond(acts, given)
    if over.amount and over.amount <= beyond(acts, (*(others or ()), *was)).amount:
        return
    told = _Told(_sum(acts), given_in(given))
    if over.amount:
        days = _days(acts, lambda *days: given_in(now, *days) < given_in(was, *days))
        told = _told(acts, given, over, days)
    yield sufficiency.acts_covered(
        told.acted, told.given, unit, number=number, service=service, contract=named,
        since=told.since, until=told.until, acts=told.acts,
    )  # fmt: skip


# ─── Какими словами это сказать ──────────────────────────────────────────────────────────────────────────


class _Told(NamedTuple):
    """What acts bear out and contracts give: of days in a row, or of the days of those acts alone."""

    acted: Decimal
    given: Decimal
    since: date | None = None
    until: date | None = None
    acts: tuple[str, ...] = ()


def _told(acts: Acts, given: Given, over: Beyond, days: Iterable[Days]) -> _Told:
    """The first days in a row of which the acts bear out too much; else the acts that do so together."""
    for since, until in days:
        first, last = since or date.min, until or date.max
        acted = _sum(one for one in acts if first <= one.since and one.until <= last)
        gives = given_in(given, first, last)
        if acted > gives:
            return _Told(acted, gives, since, until)
    own = (part for part in given if any(on_some_day(part.days, one.since, one.until) for one in over.acts))
    numbers = dict.fromkeys(one.number for one in over.acts)
    return _Told(_sum(over.acts), total(part.amount for part in own), acts=tuple(numbers))


def _days(acts: Acts, wanted: Callable[[date, date], bool]) -> Iterator[Days]:
    """All days, and those from the beginning of some act or from the first to the end of one, that are wanted."""
    sinces, untils = sorted({one.since for one in acts}), sorted({one.until for one in acts})
    for since, until in ((None, None), *product((None, *sinces), untils)):
        if wanted(since or date.min, until or date.max):
            yield since, until


def _sum(acts: Iterable[Acted]) -> Decimal:
    return total(one.amount for one in acts)


def acts_of(agreements: Iterable[History[Any]], service: str, unit: Unit) -> Acts:
    """What the acts of the agreements bear out of the service."""
    acts = (act for case in agreements for act in case.events(agreement.ActDrawn))
    return tuple(
        Acted(act.since, act.until, line.amount, act.number)
        for act in acts
        for line in act.rendered
        if service_key(line.service) == service and line.unit is unit and line.amount > 0
    )


# ─── Первый договор ──────────────────────────────────────────────────────────────────────────────────────


def acts_before(of: Beside) -> Iterator[Verdict]:
    """Первый договор соглашения: за дни до него оказывать было не по чему, и актов за них нет."""
    shown = of.event.agreement
    if shown is None:
        return
    offered, concluded_on = of.after.the(contract.Offered), of.event.on
    held = of.others(By.AGREEMENT, shown.number)
    acts = [act for case in held for act in case.events(agreement.ActDrawn) if act.until < concluded_on]
    told = [(service_key(line.service), line.unit, line.service) for act in acts for line in act.rendered]
    for service, unit, written in {(one, unit): (one, unit, named) for one, unit, named in told}.values():
        until = max(act.until for act in acts)
        acted = _sum(one for one in acts_of(held, service, unit) if one.until <= until)
        if acted > 0:
            none = NoneBefore(number_key(shown.number), of.history.id)
            yield from of.told(none, _before, acted, unit, shown.number, written, offered.number, until)


def _before(
    others: Decimal, acted: Decimal, unit: Unit, number: str, service: str, named: str, until: date
) -> Iterator[Verdict]:
    """The acts of days before the first contract; nothing where there are others, of which the acts were asked."""
    if not others:
        yield sufficiency.acts_covered(
            acted, Decimal(0), unit, number=number, service=service, contract=named, until=until
        )
