"""Объёмы (volumes): shares that make a whole, and volumes that a balance covers.

The shares of an order are disjoint and sum to its volume (189-ФЗ, ст. 19, ч. 1). Roubles, hours a week and
person-hours are never added, and no balance is negative.

>>> twelve = Volume(amount=12, unit="hours-a-week")
>>> covered(Volume(amount=8, unit="hours-a-week"), twelve).outcome
<Outcome.HOLDS: 'holds'>
>>> covered(Volume(amount=8, unit="roubles"), twelve).outcome
<Outcome.VOID: 'void'>
>>> task, certificate = {"way": "municipal-task", "amount": 60}, {"way": "certificate", "amount": 40}
>>> line = OrderLine(service="804200О.99.0.ББ52АЖ48000", unit="person-hours", total=100, parts=(task, certificate))
>>> shares(line).outcome, shares(line.model_copy(update={"total": Decimal(90)})).facts["difference"]
(<Outcome.HOLDS: 'holds'>, Decimal('10'))
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from law189.extracts import OrderLine
from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.measures import EXACT, Unit, Volume, total
from law189.readings import NO_CHOICES, S1, Chosen, under
from law189.rules import asking
from law189.rules.cures import order
from law189.rules.identifiers import named, unreadable
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["covered", "executed", "once", "ordered_in", "positive", "reported", "shares"]

COVERED = Rule(
    "volumes.covered",
    Text(
        "Объём, {asked_unit}: {asked}; доступно, {unit}: {balance}.",
        "The volume, {asked_unit}: {asked}; available, {unit}: {balance}.",
    ),
    cure=Text(
        "Уменьшите объём до доступного или исправьте единицу.",
        "Make the volume no more than there is, or correct its unit.",
    ),
    unknown=Text(
        "Доступный объём неизвестен; запрошено, {asked_unit}: {asked}; приложите: {asks}.",
        "Unknown how much is available; the volume, {asked_unit}: {asked}; add: {asks}.",
    ),
    assumed=Text(
        "Больше доступного или в других единицах взять нельзя. Часы в неделю считают количеством, как и другие "
        "единицы.",
        "Nobody can take more than there is, or in another unit. Hours a week are an amount, as other units are.",
    ),
    asks=(asking.CERTIFICATE,),
)
POSITIVE = Rule(
    "volumes.positive",
    Text(
        "Объём, {unit}: {amount}; должен быть больше нуля.",
        "The volume, {unit}: {amount}; it must be more than 0.",
    ),
    assumed=Text("Нулевой объём ничего не даёт.", "A volume of zero gives nothing."),
    cure=order.POSITIVE,
)
SHARES = Rule(
    "volumes.shares",
    Text(
        "Услуга {service}: объём, {unit}: {total}; сумма долей: {parted}; разница: {difference}; "
        "способы, названные более одного раза: {doubled}.",
        "The service {service}: its volume, {unit}: {total}; the shares make: {parted}; difference: "
        "{difference}; "
        "ways named more than once: {doubled}.",
    ),
    cure=Text(
        "Исправьте доли: вместе они дают весь объём, каждый способ назван один раз.",
        "Correct the shares: together they make the whole volume, each way once.",
    ),
    assumed=Text(
        "Закон отделяет объём муниципального задания от остального; заказ, доли которого не складываются в "
        "целое, не имеет силы. Нулевая доля значит, что этим способом услугу не заказывают.",
        "The law keeps the volume of a task and the rest apart; an order whose shares make no whole has no "
        "effect. A share of zero says that none is ordered in this way.",
    ),
)
ONCE = Rule(
    "volumes.once",
    Text(
        "Строк заказа: {lines}; услуги, названные более одного раза: {doubled}.",
        "Lines of the order: {lines}; services named more than once: {doubled}.",
    ),
    cure=Text("Назовите каждую услугу одной строкой.", "Give each service one line."),
    unknown=Text(
        "Строк заказа: {lines}; названа ли услуга дважды, неизвестно: {unread}; укажите: {asks}.",
        "Lines of the order: {lines}; whether a service is named twice is not known: {unread}; give: {asks}.",
    ),
    assumed=Text(
        "Две строки об одной услуге оставляют её объём неизвестным.",
        "Two lines on one service leave its volume unknown.",
    ),
)
EXECUTED = Rule(
    "volumes.executed",
    Text(
        "Заказано: {ordered}; оказано: {achieved}; отклонение: {deviation}; оказанный объём не "
        "должен превышать заказанный.",
        "Ordered: {ordered}; rendered: {achieved}; deviation: {deviation}; no more than ordered is to be "
        "rendered.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Оказанное сверх заказа никем не заказано, но отчёт, который об этом говорит, силы не теряет. Оказать "
        "меньше заказанного — не нарушение: что тогда следует, прочитанные здесь акты не говорят, а отчёт правдиво "
        "показывает, чего не сделано.",
        "What was rendered beyond the order nobody ordered, but a report that says so keeps its effect. To render "
        "less than ordered is no breach: what follows then the acts read here do not say, and the report says "
        "truly what was not done.",
    ),
    cure=order.EXECUTED,
)
REPORTED = Rule(
    "volumes.reported",
    Text(
        "В отчёте пропущены услуги заказа: {missing}; названы более одного раза: {doubled}; не "
        "входят в заказ: {foreign}; указаны в других единицах: {measured}.",
        "Services of the order left out of the report: {missing}; named in it more than once: {doubled}; "
        "not in "
        "the order: {foreign}; given in another unit: {measured}.",
    ),
    cure=Text(
        "Исправьте отчёт: по одной строке на услугу заказа, в единице заказа.",
        "Correct the report: one line for each service of the order, in the unit of the order.",
    ),
    unknown=Text(
        "Все ли услуги заказа названы в отчёте, неизвестно: {unread}; укажите: {asks}.",
        "Whether the report names every service of the order is not known: {unread}; give: {asks}.",
    ),
    assumed=Text(
        "Отчёт, который не сходится с заказом по услугам и единицам, не показывает его исполнения.",
        "A report that does not match the order in services and units does not show how it was executed.",
    ),
)


@asked
def covered(asked: Volume, balance: Volume | None, *cites: Citation) -> Verdict:
    """Whether the balance covers the volume, in the same unit; UNKNOWN where no balance is shown."""
    if balance is None:
        return COVERED.judge(None, *cites, asked=asked.amount, asked_unit=asked.unit.text)
    return within(asked, balance.amount, balance.unit, *cites)


def within(asked: Volume, left: Decimal, unit: Unit, *cites: Citation) -> Verdict:
    """The same of a balance that is a number of units."""
    return COVERED.judge(
        asked.unit is unit and asked.amount <= left,
        *cites,
        asked=asked.amount,
        asked_unit=asked.unit.text,
        balance=left,
        unit=unit.text,
    )


@asked
def positive(volume: Volume, *cites: Citation) -> Verdict:
    """Whether the volume is more than zero."""
    return POSITIVE.judge(volume.amount > 0, *cites, amount=volume.amount, unit=volume.unit.text)


@asked
def shares(line: OrderLine, *cites: Citation) -> Verdict:
    """Whether the shares are disjoint (a way at most once) and make the whole volume, exactly."""
    parted = total(part.amount for part in line.parts)
    doubled = tuple(way.text for way, times in Counter(part.way for part in line.parts).items() if times > 1)
    return SHARES.judge(
        parted == line.total and not doubled,
        *cites,
        service=line.service,
        total=line.total,
        unit=line.unit.text,
        parted=parted,
        difference=EXACT.subtract(parted, line.total),
        doubled=doubled,
    )


@asked
def once(services: Sequence[str], *cites: Citation, choices: Chosen = NO_CHOICES) -> Verdict:
    """Whether each service is named once; reading S1 says which numbers mean one service.

    UNKNOWN where none is named twice and one of several does not read.
    """

    def told(choices: Mapping[str, str]) -> Verdict:
        again = [
            (one, named(one, [*services[:at], *services[at + 1 :]], choices))
            for at, one in enumerate(services)
        ]
        doubled: tuple[str, ...] = ()
        for one, found in again:
            if found and not named(one, doubled, choices):
                doubled = (*doubled, one)
        unsure = any(found is None for _, found in again)
        holds = None if unsure and not doubled else not doubled
        why = unreadable(services) if holds is None else None
        asks = asking.numbers(why or ())
        return ONCE.judge(holds, *cites, lacks=asks, lines=len(services), doubled=doubled, unread=why)

    return under(choices, told, S1)


@asked
def ordered_in(lines: Sequence[OrderLine]) -> tuple[tuple[str, Volume], ...]:
    """The services of the lines, each with its whole volume."""
    return tuple((line.service, Volume(amount=line.total, unit=line.unit)) for line in lines)


# ─── Отчёт: услуги заказа и сколько их оказано ───────────────────────────────────────────────────────────


@asked
def reported(
    ordered: Sequence[tuple[str, Volume]],
    achieved: Sequence[tuple[str, Volume]],
    *cites: Citation,
    choices: Chosen = NO_CHOICES,
) -> Verdict:
    """Whether the report has each ordered service exactly once, in its unit; reading S1 as in `once`.

    UNKNOWN where nothing is wrong but a number that does not read, which may be that of an ordered service.
    """

    def told(choices: Mapping[str, str]) -> Verdict:
        lines, rows = [one for one, _ in ordered], [one for one, _ in achieved]
        missing = {one: named(one, rows, choices) for one in lines}
        foreign = {one: named(one, lines, choices) for one in rows}
        doubled = once(rows, choices=choices).facts["doubled"]
        measured = tuple(
            service
            for service, done, asked in _matched(ordered, achieved, choices)
            if done.unit is not asked.unit
        )
        certain = doubled or measured or False in (*missing.values(), *foreign.values())
        unsure = None in (*missing.values(), *foreign.values())
        holds = None if unsure and not certain else not certain
        unread = unreadable((*lines, *rows)) if unsure else None
        return REPORTED.judge(
            holds,
            *cites,
            lacks=asking.numbers(unread or ()),
            missing=tuple(one for one, found in missing.items() if found is False),
            doubled=doubled,
            foreign=tuple(one for one, found in foreign.items() if found is False),
            measured=measured,
            unread=unread,
        )

    return under(choices, told, S1)


@asked
def executed(
    ordered: Sequence[tuple[str, Volume]],
    achieved: Sequence[tuple[str, Volume]],
    *cites: Citation,
    choices: Chosen = NO_CHOICES,
) -> Verdict:
    """Whether no service was rendered beyond its order; tells how much of each was ordered and rendered.

    BREACH where more was rendered. Less, or nothing, HOLDS: the report then says truly what was not done, and the
    facts show it. What `reported` finds wrong (another unit, a service not ordered) is left out here.
    """

    def told(choices: Mapping[str, str]) -> Verdict:
        rows = [row for row in _matched(ordered, achieved, choices) if row[1].unit is row[2].unit]
        deviation = {service: EXACT.subtract(done.amount, asked.amount) for service, done, asked in rows}
        return EXECUTED.judge(
            all(amount <= 0 for amount in deviation.values()),
            *cites,
            ordered={service: asked.amount for service, _, asked in rows},
            achieved={service: done.amount for service, done, _ in rows},
            deviation=deviation,
        )

    return under(choices, told, S1)


def _matched(
    ordered: Sequence[tuple[str, Volume]], achieved: Sequence[tuple[str, Volume]], choices: Mapping[str, str]
) -> list[tuple[str, Volume, Volume]]:
    """Each row of the report that is of an ordered service: the service, what was rendered, what was ordered."""
    return [
        (row, done, asked)
        for row, done in achieved
        for line, asked in ordered
        if named(row, (line,), choices)
    ]
