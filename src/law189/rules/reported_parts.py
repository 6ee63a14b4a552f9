"""Отчёт по способам (report by way): how much of what was rendered was rendered in which way.

The volumes of a task, of certificates and of other ways are kept apart (189-ФЗ, ст. 19, ч. 1), so a report that
tells them apart names each way once, and its parts make the whole.

>>> parts = Part(way="municipal-task", amount=60), Part(way="certificate", amount=40)
>>> parted("804200О.99.0.ББ52АЖ48000", Unit.PERSON_HOURS, Decimal(100), parts).outcome
<Outcome.HOLDS: 'holds'>
>>> parted("804200О.99.0.ББ52АЖ48000", Unit.PERSON_HOURS, Decimal(90), parts).outcome
<Outcome.VOID: 'void'>
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from law189.extracts import OrderLine, Part
from law189.law import Citation, Text
from law189.measures import EXACT, Unit
from law189.readings import S1, under
from law189.rules import ways
from law189.rules.identifiers import named
from law189.rules.quorum import NO_CHOICES
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["ordered_ways", "parted"]

PARTED = Rule(
    "volumes.reported_parts",
    Text(
        "Услуга {service}: оказано, {unit}: {amount}; по способам вместе: {parted}; разница: {difference}; "
        "способы, названные более одного раза: {doubled:…|нет}.",
        "The service {service}: rendered, {unit}: {amount}; by way, together: {parted}; difference: {difference}; "
        "ways named more than once: {doubled}.",
    ),
    assumed=Text(
        "Отчёт, части которого не складываются в целое, не показывает, сколько оказано каким способом.",
        "A report whose parts make no whole does not show how much was rendered in which way.",
    ),
)
ORDERED_WAYS = Rule(
    "volumes.reported_ways",
    Text(
        "Услуга {service}: оказано способами: {reported:…|нет}; заказано способами: {ordered:…|нет}; оказано, но "
        "не заказано: {beyond:…|нет}.",
        "The service {service}: rendered in the ways: {reported}; ordered in the ways: {ordered}; rendered but not "
        "ordered: {beyond}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Оказанного способом, которого в заказе нет, никто не заказывал, но отчёт, который об этом говорит, силы "
        "не теряет.",
        "What was rendered in a way that the order does not have nobody ordered, but a report that says so keeps "
        "its effect.",
    ),
)


def parted(service: str, unit: Unit, amount: Decimal, parts: Sequence[Part], *cites: Citation) -> Verdict:
    """Whether the parts name each way once and make the amount of the row, exactly; VOID where they do not."""
    whole = Decimal(0)
    for part in parts:
        whole = EXACT.add(whole, part.amount)
    doubled = tuple(way.text for way, times in Counter(part.way for part in parts).items() if times > 1)
    return PARTED.judge(
        whole == amount and not doubled,
        *cites,
        service=service,
        unit=unit.text,
        amount=amount,
        parted=whole,
        difference=EXACT.subtract(whole, amount),
        doubled=doubled,
    )


def ordered_ways(
    service: str,
    parts: Sequence[Part],
    lines: Sequence[OrderLine],
    *cites: Citation,
    choices: Mapping[str, str] = NO_CHOICES,
) -> Iterator[Verdict]:
    """Whether the order has a share for each way that something was rendered in; a BREACH where it has none.

    Nothing is said where no line of the order is surely of the service: `volumes.reported` tells that. Reading S1
    says which numbers mean one service.
    """
    rendered = tuple(dict.fromkeys(part.way for part in parts if part.amount > 0))
    if not any(named(service, (line.service,), choices) for line in lines):
        return

    def told(choices: Mapping[str, str]) -> Verdict:
        ordered = ways.used(line for line in lines if named(service, (line.service,), choices))
        beyond = tuple(way for way in rendered if way not in ordered)
        return ORDERED_WAYS.judge(
            not beyond,
            *cites,
            service=service,
            reported=tuple(way.text for way in rendered),
            ordered=tuple(way.text for way in ordered),
            beyond=tuple(way.text for way in beyond),
        )

    yield under(choices, told, S1)
