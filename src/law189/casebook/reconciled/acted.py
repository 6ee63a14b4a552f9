"""Акты и договоры (acted): acts of periods bear out no more than the contracts of their agreement give.

An act bears out what was rendered in its days, so only contracts that ran then count: concluded by the last of
them, and not over before the first. It is asked of an act; again of a contract that gives less after it, or is over
before the days of an act: amended, ended, or its record annulled; and of the first contract of an agreement, where
acts are of days before it.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

from law189.casebook.accounts import balances, rendered_under
from law189.casebook.apart import GivenUnder, NoneBefore, Under, given_by_others
from law189.casebook.keys import By
from law189.casebook.postings import postings
from law189.casebook.reconciled.beside import Beside
from law189.casebook.reconciled.claimed import is_first
from law189.casebook.told import GivenIn, given_in, given_under, on_some_day, served
from law189.cases.history import History, RecordAnnulled
from law189.measures import EXACT, Unit, total
from law189.numbers import number_key, service_key
from law189.rules import contracts_held, identifiers, sufficiency
from law189.rules.serving import ACT
from law189.verdict import Outcome, Verdict
from law189.workflows import agreement, contract

__all__ = ["acts_before", "acts_covered", "of_contracts"]


def of_contracts(of: Beside) -> Iterator[Verdict]:
    """Акты за одни дни подтверждают не больше, чем оказывают по договорам, которые в эти дни действуют."""
    drafted, acts = of.after.the(agreement.Drafted), [*of.after.events(agreement.ActDrawn)]
    untils = sorted({act.until for act in acts if act.until >= of.event.until})
    sinces = [None, *sorted({act.since for act in acts if act.since <= of.event.since})]
    for line in of.event.rendered:
        service = service_key(line.service)
        if identifiers.named(line.service, drafted.services, of.edition.readings) is False:
            continue  # the case of the agreement says that it is none of its services
        given = given_by_others(of.shelf, drafted.number, service, line.unit, of.history.id)
        if given is None:
            if of.event.since <= of.event.until <= of.on and is_first(of.history):
                yield contracts_held.of_agreement(
                    drafted.number, ACT, of.event.number, (of.event.since, of.event.until)
                )
            return
        told = [
            sufficiency.of_contracts(
                _acted([of.after], service, line.unit, until, since or date.min),
                given_in(given, since or date.min, until),
                line.unit,
                number=drafted.number,
                service=line.service,
                since=since,
                until=until,
            )
            for since, until in product(sinces, untils)
        ]
        yield next((verdict for verdict in told if verdict.outcome is not Outcome.HOLDS), told[-1])


def acts_covered(of: Beside) -> Iterator[Verdict]:
    """Договор, который даёт меньше прежнего, всё ещё даёт то, что по нему подтвердили акты."""
    if isinstance(of.after.records[-1].event, RecordAnnulled):
        yield from _covered_again(of)
        return
    terms = contract.terms_of(of.history)
    ends = isinstance(of.event, contract.Fulfilled | contract.Terminated)
    if ends and of.event.rendered == terms.volume and terms.ends_on <= of.on:
        return  # it gave all that it was to give, in all its days
    if _left_alone(of):
        yield from _covered_again(of)
        return
    before, after = given_under(of.history), given_under(of.after)
    for (agreed, service, unit), gave in before.items():
        now = after.get((agreed, service, unit), Decimal(0))
        acted = _acted(of.others(By.AGREEMENT, agreed), service, unit) if now < gave else Decimal(0)
        if acted <= 0:
            continue
        shown, offered = of.history.the(contract.Concluded).agreement, of.history.the(contract.Offered)
        number = agreed if shown is None else shown.number
        under = Under(agreed, service, unit, of.history.id, _moved(of, agreed, service, unit))
        yield from of.told(under, _covered, acted, now, unit, number, offered.service, offered.number)


def _left_alone(of: Beside) -> bool:
    """Whether an act is of days on which the contract was to run, and now runs on none of them."""
    was, now = served(of.history), served(of.after)
    agreed = dict.fromkeys(key[0] for key in given_under(of.history)) if now != was else ()
    cases = [case for number in agreed for case in of.others(By.AGREEMENT, number)]
    return any(
        on_some_day(was, act.since, act.until) and not on_some_day(now, act.since, act.until)
        for case in cases
        for act in case.events(agreement.ActDrawn)
    )


def _covered_again(of: Beside) -> Iterator[Verdict]:
    """The same by days: the acts were of days in which the contract ran, and no more does or gives less."""
    after, none = given_under(of.after), Decimal(0)
    for (agreed, service, unit), gave in given_under(of.history).items():
        acts = tuple(
            (act.since, act.until, line.amount)
            for case in of.others(By.AGREEMENT, agreed)
            for act in case.events(agreement.ActDrawn)
            for line in act.rendered
            if service_key(line.service) == service and line.unit is unit and line.amount > 0
        )
        if not acts:
            continue
        was = GivenIn(gave, served(of.history))
        now = GivenIn(after.get((agreed, service, unit), none), served(of.after))
        shown, offered = of.history.the(contract.Concluded).agreement, of.history.the(contract.Offered)
        number = agreed if shown is None else shown.number
        under = GivenUnder(agreed, service, unit, of.history.id)
        yield from of.told(under, _in_days, acts, was, now, unit, number, offered.service, offered.number)


def _in_days(
    others: tuple[GivenIn, ...],
    acts: tuple[tuple[date, date, Decimal], ...],
    was: GivenIn,
    now: GivenIn,
    unit: Unit,
    number: str,
    service: str,
    named: str,
) -> Iterator[Verdict]:
    """The acts of all days, and of any days in which the contract gave more than it gives now."""
    sinces, untils = sorted({since for since, *_ in acts}), sorted({until for _, until, _ in acts})
    told = []
    for since, until in ((None, None), *product((None, *sinces), untils)):
        first, last = since or date.min, until or date.max
        acted = total(much for begun, over, much in acts if first <= begun and over <= last)
        if acted > 0 and given_in([now], first, last) < given_in([was], first, last):
            given = given_in((*others, now), first, last)
            told.append(
                sufficiency.acts_covered(
                    acted,
                    given,
                    unit,
                    number=number,
                    service=service,
                    contract=named,
                    since=since,
                    until=until,
                )
            )
    yield from [one for one in told if one.outcome is not Outcome.HOLDS][:1] or told[:1]


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
        acted = _acted(held, service, unit, until)
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


def _moved(of: Beside, agreed: str, service: str, unit: Unit) -> Decimal:
    """How much more stands rendered under the agreement after the step."""
    account, none = rendered_under(agreed, service, unit), Decimal(0)
    was, now = (balances(postings(one)).get(account, none) for one in (of.history, of.after))
    return EXACT.subtract(now, was)


def _covered(
    others: Decimal | None, acted: Decimal, own: Decimal, unit: Unit, number: str, service: str, named: str
) -> Iterator[Verdict]:
    """The acts beside what the contract and the others give; nothing where acts accept what was rendered."""
    if others is not None:
        given = EXACT.add(own, others)
        yield sufficiency.acts_covered(acted, given, unit, number=number, service=service, contract=named)


def _acted(
    agreements: Iterable[History[Any]],
    service: str,
    unit: Unit,
    until: date = date.max,
    since: date = date.min,
) -> Decimal:
    """How much of the service the acts of the agreements bear out, of days from the first to the last."""
    acts = (act for case in agreements for act in case.events(agreement.ActDrawn))
    lines = (one for act in acts if since <= act.since and act.until <= until for one in act.rendered)
    return total(one.amount for one in lines if service_key(one.service) == service and one.unit is unit)
