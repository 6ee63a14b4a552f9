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
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from law189.extracts import OrderLine
from law189.law import Citation, Text
from law189.measures import Unit, Volume
from law189.readings import S1
from law189.rules.identifiers import canonical, sign_of
from law189.rules.quorum import NO_CHOICES
from law189.verdict import Applied, Rule, Verdict

__all__ = ["covered", "once", "positive", "reported", "shares"]

COVERED = Rule(
    "volumes.covered",
    Text(
        "Объём, {asked_unit}: {asked}; доступно, {unit}: {balance}.",
        "The volume, {asked_unit}: {asked}; available, {unit}: {balance}.",
    ),
    unknown=Text(
        "Неизвестно, сколько доступно; объём, {asked_unit}: {asked}; приложите выписку.",
        "Unknown how much is available; the volume, {asked_unit}: {asked}; add the extract.",
    ),
    assumed=Text(
        "Больше доступного или в других единицах взять нельзя.",
        "Nobody can take more than there is, or in another unit.",
    ),
)
POSITIVE = Rule(
    "volumes.positive",
    Text(
        "Объём, {unit}: {amount}; должен быть больше нуля.",
        "The volume, {unit}: {amount}; it must be more than nought.",
    ),
    assumed=Text("Нулевой объём ничего не даёт.", "A volume of nought gives nothing."),
)
SHARES = Rule(
    "volumes.shares",
    Text(
        "Услуга {service}: объём, {unit}: {total}; доли вместе: {parted}; разница: {difference}; "
        "способы, названные более одного раза: {doubled}.",
        "The service {service}: its volume, {unit}: {total}; the shares make: {parted}; difference: "
        "{difference}; "
        "ways named more than once: {doubled}.",
    ),
    assumed=Text(
        "Закон отделяет объём муниципального задания от остального; заказ, доли которого не складываются в "
        "целое, не имеет силы.",
        "The law keeps the volume of a task and the rest apart; an order whose shares make no whole has no "
        "effect.",
    ),
)
ONCE = Rule(
    "volumes.once",
    Text(
        "Строк заказа: {lines}; услуги, названные более одного раза: {doubled}.",
        "Lines of the order: {lines}; services named more than once: {doubled}.",
    ),
    assumed=Text(
        "Две строки об одной услуге оставляют её объём неизвестным.",
        "Two lines on one service leave its volume unknown.",
    ),
)
REPORTED = Rule(
    "volumes.reported",
    Text(
        "Услуги заказа, пропущенные в отчёте: {missing}; названные в нём более одного раза: {doubled}; лишние, "
        "которых нет в заказе: {foreign}; указанные в других единицах: {measured}.",
        "Services of the order left out of the report: {missing}; named in it more than once: {doubled}; not in "
        "the order: {foreign}; given in another unit: {measured}.",
    ),
    assumed=Text(
        "Отчёт, который не сходится с заказом по услугам и единицам, не показывает его исполнения.",
        "A report that does not match the order in services and units does not show how it was executed.",
    ),
)


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


def positive(volume: Volume, *cites: Citation) -> Verdict:
    """Whether the volume is more than nought."""
    return POSITIVE.judge(volume.amount > 0, *cites, amount=volume.amount, unit=volume.unit.text)


def shares(line: OrderLine, *cites: Citation) -> Verdict:
    """Whether the shares are disjoint (a way at most once) and make the whole volume, exactly."""
    parted = sum((part.amount for part in line.parts), Decimal(0))
    doubled = tuple(way.text for way, times in Counter(part.way for part in line.parts).items() if times > 1)
    return SHARES.judge(
        parted == line.total and not doubled,
        *cites,
        service=line.service,
        total=line.total,
        unit=line.unit.text,
        parted=parted,
        difference=parted - line.total,
        doubled=doubled,
    )


def once(services: Sequence[str], *cites: Citation, choices: Mapping[str, str] = NO_CHOICES) -> Verdict:
    """Whether each service is named once; reading S1 says which numbers mean one service."""

    def told(choices: Mapping[str, str], reading: Applied | None = None) -> Verdict:
        times = Counter(_key(service, choices) for service in services)
        doubled = tuple(service for service in services if times[_key(service, choices)] > 1)
        return ONCE.judge(not doubled, *cites, reading=reading, lines=len(services), doubled=doubled)

    return _under_s1(told, choices)


def reported(
    ordered: Mapping[str, Unit],
    achieved: Sequence[tuple[str, Unit]],
    *cites: Citation,
    choices: Mapping[str, str] = NO_CHOICES,
) -> Verdict:
    """Whether the report has each ordered service exactly once, in its unit; reading S1 as in `once`."""

    def told(choices: Mapping[str, str], reading: Applied | None = None) -> Verdict:
        units = {_key(service, choices): unit for service, unit in ordered.items()}
        keys = [(_key(service, choices), service, unit) for service, unit in achieved]
        times = Counter(key for key, _, _ in keys)
        missing = tuple(service for service in ordered if not times[_key(service, choices)])
        doubled = tuple(service for key, service, _ in keys if times[key] > 1)
        foreign = tuple(service for key, service, _ in keys if key not in units)
        measured = tuple(service for key, service, unit in keys if units.get(key, unit) is not unit)
        return REPORTED.judge(
            not (missing or doubled or foreign or measured),
            *cites,
            reading=reading,
            missing=missing,
            doubled=doubled,
            foreign=foreign,
            measured=measured,
        )

    return _under_s1(told, choices)


def _key(service: str, choices: Mapping[str, str]) -> tuple[str | None, ...]:
    """What two numbers of one service have in common; a number that does not read stands for itself."""
    if canonical(service) is None:
        return (service,)
    return (canonical(service), sign_of(service) if S1.chosen(choices) == "by_letter" else None)


def _under_s1(
    told: Callable[[Mapping[str, str], Applied | None], Verdict], choices: Mapping[str, str]
) -> Verdict:
    """The verdict, with reading S1 where the other choice would have answered another way."""

    def other(choice: str) -> Verdict:
        return told({**choices, "S1": choice}, None)

    verdict = told(choices, None)
    if any(other(choice).outcome is not verdict.outcome for choice in S1.choices):
        return told(choices, S1.apply(choices, other))
    return verdict
