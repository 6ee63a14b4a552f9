"""Отчёт по способам (report by way): how much of what was rendered was rendered in which way.

The volumes of a task, of certificates and of other ways are kept apart (189-ФЗ, ст. 19, ч. 1), so a report that
tells them apart names each way once, its parts make the whole, and each is compared with the share of its way.

>>> parts = Part(way="municipal-task", amount=60), Part(way="certificate", amount=40)
>>> parted("804200О.99.0.ББ52АЖ48000", Unit.PERSON_HOURS, Decimal(100), parts).outcome
<Outcome.HOLDS: 'holds'>
>>> parted("804200О.99.0.ББ52АЖ48000", Unit.PERSON_HOURS, Decimal(90), parts).outcome
<Outcome.VOID: 'void'>
>>> line = OrderLine(service="804200О.99.0.ББ52АЖ48000", unit="person-hours", total=100, parts=parts)
>>> moved = Part(way="municipal-task", amount=30), Part(way="certificate", amount=70)
>>> [one.outcome.value for one in by_share(line.service, Unit.PERSON_HOURS, moved, (line,))]
['holds', 'breach']
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from law189.extracts import OrderLine, Part, Way
from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.measures import EXACT, Unit, total
from law189.readings import NO_CHOICES, S1, Chosen, under
from law189.rules.cures import order
from law189.rules.identifiers import named
from law189.rules.orders import ways
from law189.rules.orders.execution import permits
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["by_share", "ordered_ways", "parted"]

PARTED = Rule(
    "volumes.reported_parts",
    Text(
        "Услуга {service}: оказано, {unit}: {amount}; по способам вместе: {parted}; разница: {difference}; "
        "способы, названные более одного раза: {doubled:…|нет}.",
        "The service {service}: rendered, {unit}: {amount}; by way, together: {parted}; difference: "
        "{difference}; ways named more than once: {doubled:…|none}.",
    ),
    cure=Text(
        "Исправьте части: вместе они дают всё оказанное, каждый способ назван один раз.",
        "Correct the parts: together they make all that was rendered, each way once.",
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
        "The service {service}: rendered in the ways: {reported:…|none}; ordered in the ways: "
        "{ordered:…|none}; rendered but not ordered: {beyond:…|none}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Оказанного способом, которого в заказе нет, никто не заказывал, но отчёт, который об этом говорит, силы "
        "не теряет.",
        "What was rendered in a way that the order does not have nobody ordered, but a report that says so keeps "
        "its effect.",
    ),
    cure=order.REPORTED_WAYS,
)
SHARES = Rule(
    "volumes.reported_shares",
    Text(
        "Услуга {service}; способ: {way}; заказано, {unit}: {ordered}; оказано: {achieved}; отклонение: "
        "{deviation}; допустимое отклонение, процентов: {permitted:…|не установлено}; больше доли своего способа "
        "не оказывают.",
        "The service {service}; the way: {way}; ordered, {unit}: {ordered}; rendered: {achieved}; "
        "deviation: {deviation}; permitted deviation, per cent: {permitted:…|not set}; no more than the "
        "share of the way is to be rendered.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Закон отделяет долю задания от остального, поэтому недостача одной доли не покрывает избытка другой; "
        "оказанного сверх доли никто не заказывал, но отчёт, который об этом говорит, силы не теряет. Допустимое "
        "отклонение считают от каждой доли. Оказать меньше доли — не нарушение, как и меньше заказанного.",
        "The law keeps the share of a task and the rest apart, so what lacks in one share does not make up for "
        "what is over in another; what was rendered beyond a share nobody ordered, but a report that says so keeps "
        "its effect. The permitted deviation is counted of each share. To render less than a share is no breach, "
        "as to render less than was ordered is none.",
    ),
    cure=order.REPORTED_SHARES,
)


@asked
def parted(service: str, unit: Unit, amount: Decimal, parts: Sequence[Part], *cites: Citation) -> Verdict:
    """Whether the parts name each way once and make the amount of the row, exactly; VOID where they do not."""
    whole = total(part.amount for part in parts)
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


@asked
def ordered_ways(
    service: str,
    parts: Sequence[Part],
    lines: Sequence[OrderLine],
    *cites: Citation,
    choices: Chosen = NO_CHOICES,
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


@asked
def by_share(
    service: str,
    unit: Unit,
    parts: Sequence[Part],
    lines: Sequence[OrderLine],
    *cites: Citation,
    permitted: Decimal | None = None,
    choices: Chosen = NO_CHOICES,
) -> Iterator[Verdict]:
    """Whether no more was rendered in each ordered way than its share; a BREACH where more was.

    `permitted` is the permitted deviation in per cent of the share, None where no act sets one. A way without a
    share is for `ordered_ways` to tell, another unit for `volumes.reported`. Reading S1 says
    which lines are of the service, and `ordered_ways` names it where the answer turned on it.
    """
    own = [one for one in lines if named(service, (one.service,), choices) and one.unit is unit]
    ordered, achieved = _by_way(part for line in own for part in line.parts), _by_way(parts)
    for way, share in ordered.items():
        if share > 0:
            yield _of_share(service, unit, way, share, achieved[way], permitted, cites)


def _of_share(
    service: str,
    unit: Unit,
    way: Way,
    share: Decimal,
    achieved: Decimal,
    permitted: Decimal | None,
    cites: Sequence[Citation],
) -> Verdict:
    deviation = EXACT.subtract(achieved, share)
    allowed = permitted is not None and permits(permitted, share, deviation)
    return SHARES.judge(
        deviation <= 0 or allowed,
        *cites,
        service=service,
        unit=unit.text,
        way=way.text,
        ordered=share,
        achieved=achieved,
        deviation=deviation,
        permitted=permitted,
    )


def _by_way(parts: Iterable[Part]) -> dict[Way, Decimal]:
    """How much in each way, as the law lists them."""
    amounts = dict.fromkeys(Way, Decimal(0))
    for part in parts:
        amounts[part.way] = EXACT.add(amounts[part.way], part.amount)
    return amounts
