"""Что говорит дело об оказанном (told): what one case says of what was rendered, small enough to be handed on.

A contract says how much it gave by which day, a certificate of which order it is, an agreement what its acts bear
out, an order what it gives to certificates. What they say together is `law189.casebook.rendered`.

>>> order_key("№ 1", 2024)
OrderKey(number='1', year=2024)
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from law189.casebook.known import Known, Made
from law189.casebook.postings.accounts import paying_lines
from law189.casebook.rendered.capacity import Acted, GivenIn, on_served, parted
from law189.cases.history import History
from law189.extracts import Way
from law189.kinds.asked import asked
from law189.measures import Unit
from law189.numbers import number_key, service_key
from law189.rules.providers.serving import Stretch
from law189.verdict import Outcome
from law189.workflows import agreement, certificate, contract, order

__all__ = [
    "Agreed",
    "CaseTold",
    "ContractTold",
    "FormedUnder",
    "OrderKey",
    "VoidLine",
    "given_under",
    "order_key",
    "ran",
    "served",
    "told_by",
    "void_amounts",
]


class OrderKey(NamedTuple):
    """Заказ: its number, in the form in which `law189.numbers` compares it, and its year."""

    number: str
    year: int


def order_key(number: str, year: int) -> OrderKey:
    """The key of an order as somebody has written its number."""
    return OrderKey(number_key(number), year)


class ContractTold(NamedTuple):
    """Заключённый договор: `told` are the days by which it is known how much was rendered in all.

    `certificate` and `agreement` are None where the contract shows none. `last` is its last day, `days` those on
    which it ran and was not suspended, `volume` what it may come to, `end` the record of its end. `service` is as
    `service_key` writes it, `named` as the offer does. `void` is the case, where a step by which it is known how
    much was rendered is void, as an audit records it. Without `force` it was concluded by a void step, and what it
    gave is only what is recorded. `said` are the records that say how much was rendered.
    """

    service: str
    named: str
    unit: Unit
    certificate: str | None
    agreement: str | None
    begun: date
    last: date
    days: tuple[Stretch, ...]
    told: tuple[tuple[date, Decimal], ...]
    volume: Decimal
    end: Made | None
    void: str | None = None
    force: bool = True
    said: tuple[Made, ...] = ()


class FormedUnder(NamedTuple):
    """Сформированный сертификат: its number, the day, and its order; None where no extract of one was shown.

    `lines` are the services of the lines that may pay for it, as `service_key` writes them; one where it is known.
    """

    number: str
    on: date
    order: OrderKey | None
    lines: tuple[str, ...]


Agreed = tuple[str, str, Unit]
"""An agreement, a service and a unit."""


class VoidLine(NamedTuple):
    """Ничтожная строка: the day of the step, its case and its line; of several the first is told as the cause."""

    on: date
    history: str
    line: int


class CaseTold(NamedTuple):
    """Что сказало одно дело; a case says what its lifecycle has."""

    contracts: tuple[ContractTold, ...] = ()
    formed: tuple[FormedUnder, ...] = ()
    acts: tuple[tuple[Agreed, Acted], ...] = ()
    ordered: tuple[tuple[OrderKey, str, Unit], ...] = ()


NOTHING_TOLD = CaseTold()


def told_by(known: Known) -> CaseTold:
    """What the case says of what was rendered, as far as it is known."""
    name = known.history.lifecycle
    if name == contract.lifecycle.name:
        return CaseTold(contracts=tuple(_contracted(known)))
    if name == certificate.lifecycle.name:
        return CaseTold(formed=tuple(_formed(known)))
    if name == agreement.lifecycle.name:
        return CaseTold(acts=tuple(_acts(known)))
    return CaseTold(ordered=tuple(_ordered(known))) if name == order.lifecycle.name else NOTHING_TOLD


def _formed(known: Known) -> Iterator[FormedUnder]:
    for event in known.history.events(certificate.Formed):
        shown = event.order
        key = None if shown is None else order_key(shown.number, shown.year)
        services = known.history.the(certificate.AppliedFor).services
        yield FormedUnder(number_key(event.number), event.on, key, paying_lines(services, event.line))


def _acts(known: Known) -> Iterator[tuple[Agreed, Acted]]:
    """What the acts of an agreement bear out; one that an audit has found void bears out nothing."""
    numbers = zip(known.numbers, known.history.records, strict=True)
    made = {id(record): Made(known.history.id, number) for number, record in numbers}
    for record in known.history.standing:
        event = record.event
        if not isinstance(event, agreement.ActDrawn) or record.verdict.outcome is Outcome.VOID:
            continue
        agreed = number_key(known.history.the(agreement.Drafted).number)
        for line in event.rendered:
            act = Acted(event.since, event.until, line.amount, event.number, made[id(record)])
            yield (agreed, service_key(line.service), line.unit), act


def _ordered(known: Known) -> Iterator[tuple[OrderKey, str, Unit]]:
    """What the order gives a share of to certificates, from its approval until it is cancelled."""
    history = known.history
    if not any(history.events(order.Approved)) or history.state == order.State.CANCELLED:
        return
    drafted = history.the(order.Drafted)
    for line in order.lines_of(history):
        if any(part.way is Way.CERTIFICATE and part.amount > 0 for part in line.parts):
            yield order_key(drafted.number, drafted.year), service_key(line.service), line.unit


def _contracted(known: Known) -> Iterator[ContractTold]:
    """What a concluded contract gave; nothing of one that was not concluded."""
    history = known.history
    if not any(history.events(contract.Concluded)):
        return
    concluded, terms = history.the(contract.Concluded), contract.terms_of(history)
    shown, agreed, named = concluded.certificate, concluded.agreement, history.the(contract.Offered).service
    ends = [pair for pair in known.events if isinstance(pair[1], ENDS)]
    unit = ends[-1][1].rendered.unit if ends else terms.volume.unit
    told = [(one.on, one.rendered) for one in history.events(contract.Amended)]
    force = all(one.verdict.outcome is not Outcome.VOID for one in history.standing if one.event is concluded)
    told += [(event.on, event.rendered) for _, event in ends[-1:]]
    days = served(history)
    yield ContractTold(
        service_key(named),
        named,
        unit,
        None if shown is None else number_key(shown.number),
        None if agreed is None else number_key(agreed.number),
        concluded.on,
        min(terms.ends_on, ends[-1][1].on) if ends else terms.ends_on,
        days,
        on_served(days, [(day, volume.amount) for day, volume in told if volume.unit is unit]),
        terms.volume.in_unit(unit),
        Made(history.id, ends[-1][0]) if ends else None,
        history.id if void_amounts(history) else None,
        force,
        tuple(Made(history.id, at) for at, event in known.events if isinstance(event, SAYS_AMOUNTS)),
    )


@asked
def void_amounts(history: History[Any]) -> tuple[int, ...]:
    """The places of the void steps of a contract that say how much was rendered.

    Of one without an end that was concluded by a void step it is that step.
    """
    void = [
        (at, one.event)
        for at, one in enumerate(history.records)
        if at not in history.annulled and one.verdict.outcome is Outcome.VOID
    ]
    found = tuple(at for at, event in void if isinstance(event, SAYS_AMOUNTS))
    if found or any(isinstance(one.event, ENDS) for one in history.standing):
        return found
    concluded = [*history.events(contract.Concluded)][-1:]
    return tuple(at for at, event in void if event in concluded)


ENDS = (contract.Fulfilled, contract.Terminated)
SAYS_AMOUNTS = (contract.Amended, *ENDS)


def ran(history: History[Any]) -> tuple[date, date]:
    """The day on which a contract was concluded and its last one; where it was not, the last of all days."""
    begun = [one.on for one in history.events(contract.Concluded)]
    if not begun:
        return date.max, date.max
    ended = [
        one for one in history.standing if isinstance(one.event, contract.Fulfilled | contract.Terminated)
    ]
    return begun[-1], min([contract.terms_of(history).ends_on, *(one.event.on for one in ended[-1:])])


def served(history: History[Any]) -> tuple[Stretch, ...]:
    """The days on which services could be rendered under a contract: it ran then, and was not suspended.

    The day of a suspension and that on which it ended count. None of a contract that was not concluded.
    """
    begun, last = ran(history)
    if begun == date.max:
        return ()
    since: date | None = begun
    found: list[Stretch] = []
    for event in [record.event for record in history.standing]:
        if isinstance(event, contract.Suspended) and since is not None:
            found.append(Stretch(since, min(event.on, last)))
            since = None
        elif isinstance(event, contract.Resumed) and since is None and event.on <= last:
            since = event.on
    return (*found, *(() if since is None else (Stretch(since, last),)))


def given_under(history: History[Any]) -> Mapping[Agreed, tuple[GivenIn, ...]]:
    """What a contract gives of a service under its agreement, in parts: what was rendered where it has ended.

    An end in another unit does not say how much of its own was rendered: up to its volume.
    """
    concluded = [*history.events(contract.Concluded)]
    offered = [*history.events(contract.Offered)]
    if not concluded or not offered or concluded[-1].agreement is None:
        return {}
    ends = [one.event for one in history.standing if isinstance(one.event, ENDS)]
    terms = contract.terms_of(history).volume
    volume = ends[-1].rendered if ends and ends[-1].rendered.unit is terms.unit else terms
    told = [(one.on, one.rendered) for one in (*history.events(contract.Amended), *ends[-1:])]
    words = [(day, amount.amount) for day, amount in told if amount.unit is volume.unit]
    key = number_key(concluded[-1].agreement.number), service_key(offered[-1].service), volume.unit
    return {key: parted(served(history), words, volume.amount)}
