"""Строки заказа (order lines): volumes of the planning period, and what a certificate takes of a line.

The report on an order is for its year and a planning period (постановление Правительства № 1694 has the form); here
that is the two years after the year of the order.

>>> from decimal import Decimal
>>> line = CertificateLine(service="804200О.99.0.ББ52АЖ48000", unit="person-hours", amount=144)
>>> nominal = Volume(amount=144, unit="person-hours")
>>> within_line(nominal, (line.service,), (line,)).outcome
<Outcome.HOLDS: 'holds'>
>>> within_line(nominal, (line.service,), (line.model_copy(update={"amount": Decimal(143)}),)).outcome
<Outcome.VOID: 'void'>
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from law189.extracts import CertificateLine, OrderExtract
from law189.kinds.asked import asked, unasked
from law189.law import Text
from law189.measures import Unit, Volume, total
from law189.readings import NO_CHOICES, S1, Chosen, under
from law189.rules import asking
from law189.rules.cures import order
from law189.rules.identifiers import named, unreadable
from law189.verdict import DECISION, Rule, Verdict

__all__ = ["of_lines", "planned", "within_line"]

_named, _total = unasked(named), unasked(total)

PLANNING = Rule(
    "orders.planning",
    Text(
        "Плановый период — годы {first} и {second}; объёмы на другие годы: {years:…|нет}; по услугам, которых нет "
        "в строках: {foreign:…|нет}; дважды на один год: {doubled:…|нет}; в других единицах: {measured:…|нет}.",
        "The planning period is the years {first} and {second}; volumes for other years: {years:…|none}; of "
        "services that no line has: {foreign:…|none}; twice for one year: {doubled:…|none}; in another "
        "unit: {measured:…|none}.",
    ),
    unknown=Text(
        "Плановый период — годы {first} и {second}; о тех ли услугах объёмы, неизвестно: {unread}; "
        "укажите: {asks}.",
        "The planning period is the years {first} and {second}; whether the volumes are of these services is not "
        "known: {unread}; give: {asks}.",
    ),
    assumed=Text(
        "Плановый период — два года после года заказа; заказ может сказать и об объёмах за его пределами. Объём, о "
        "котором нельзя понять, чей он и на какой год, и объём на год заказа или прошлый ничего не планирует. Ноль "
        "на год значит, что на этот год услугу не планируют.",
        "The planning period is the two years after the year of the order; an order may tell volumes beyond it. "
        "A volume of which nobody can tell whose it is and for which year, and one for the year of the order or a "
        "past one, plans nothing. Zero for a year says that none is planned for it.",
    ),
    cure=order.PLANNING,
)
BEYOND = Text(
    "Плановый период — годы {first} и {second}; за его пределами: {beyond}; объёмы на год заказа или прошлые: "
    "{years:…|нет}; по услугам, которых нет в строках: {foreign:…|нет}; дважды на один год: {doubled:…|нет}; в "
    "других единицах: {measured:…|нет}.",
    "The planning period is the years {first} and {second}; beyond it: {beyond}; volumes for the year of "
    "the order or past ones: {years:…|none}; of services that no line has: {foreign:…|none}; twice for one "
    "year: {doubled:…|none}; in another unit: {measured:…|none}.",
)
WITHIN_LINE = Rule(
    "orders.within_line",
    Text(
        "Номинал, {asked_unit}: {asked}; по сертификату заказано: {ordered:в этой единице ничего}; единицы строк: "
        "{units}.",
        "The nominal, {asked_unit}: {asked}; ordered by certificate: {ordered:nothing in this unit}; the units of "
        "the lines: {units}.",
    ),
    unknown=Text(
        "Номинал, {asked_unit}: {asked}; по сертификату заказано в этой единице: {ordered}; единицы строк: "
        "{units}; разные единицы не складывают, и покрывают ли строки номинал вместе, неизвестно; измените заказ "
        "так, чтобы строки были в одной единице, или получите: {asks}.",
        "The nominal, {asked_unit}: {asked}; ordered by certificate in this unit: {ordered}; the units of the "
        "lines: {units}; different units are not added, and whether the lines together cover the nominal is "
        "unknown; amend the order so that the lines are in one unit, or get: {asks}.",
    ),
    asks=(DECISION,),
    cure=Text(
        "Уменьшите номинал, исправьте единицу или сначала измените заказ.",
        "Make the nominal smaller, correct its unit, or amend the order first.",
    ),
    assumed=Text(
        "Сертификат даёт то, что заказано: в единицах своей строки и не больше её; единый сертификат — не больше "
        "своих строк вместе, а где они в разных единицах, вместе их не сложить, и решает человек.",
        "A certificate gives what is ordered: in the unit of its line and no more; a single certificate no more "
        "than its lines together; where they are in different units they make no sum, and a person decides.",
    ),
)


@asked
def planned(
    planning: Sequence[tuple[str, int, Unit]],
    lines: Sequence[tuple[str, Unit]],
    year: int,
    choices: Chosen = NO_CHOICES,
) -> Verdict:
    """Whether each volume is of a service of the lines, in its unit, and once for a year after that of the order.

    `planning` has the service, the year and the unit of each; years beyond the two that follow are told. Reading S1
    says which numbers mean one service.
    """
    listed = [service for service, _ in lines]
    wrong = tuple(dict.fromkeys(one for _, one, _ in planning if one <= year))
    beyond = tuple(str(one) for one in sorted({one for _, one, _ in planning if one > year + 2}))
    rule = replace(PLANNING, text=BEYOND) if beyond else PLANNING
    told_of: dict[str, Any] = {"beyond": beyond} if beyond else {}

    def told(choices: Mapping[str, str]) -> Verdict:
        known = {service: _named(service, listed, choices) for service, _, _ in planning}
        foreign = tuple(service for service, found in known.items() if found is False)
        doubled, measured = _amiss(planning, lines, choices)
        certain = wrong or foreign or doubled or measured
        why = unreadable((*known, *listed)) if None in known.values() and not certain else None
        return rule.judge(
            None if why else not certain,
            lacks=asking.numbers(why or ()),
            first=year + 1,
            second=year + 2,
            years=wrong,
            foreign=foreign,
            doubled=doubled,
            measured=measured,
            unread=why,
            **told_of,
        )

    return under(choices, told, S1)


def _amiss(
    planning: Sequence[tuple[str, int, Unit]], lines: Sequence[tuple[str, Unit]], choices: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The services that are planned twice for one year, and those planned in another unit than their line's."""
    doubled, measured = [], []
    for at, (service, of_year, unit) in enumerate(planning):
        before = [one for one, then, _ in planning[:at] if then == of_year]
        if _named(service, before, choices):
            doubled.append(service)
        if any(unit is not asked for one, asked in lines if _named(service, (one,), choices)):
            measured.append(service)
    return tuple(dict.fromkeys(doubled)), tuple(dict.fromkeys(measured))


# ─── Сертификат и строка заказа ──────────────────────────────────────────────────────────────────────────


@asked
def of_lines(
    nominal: Volume,
    order: OrderExtract | None,
    services: Sequence[str],
    choices: Chosen = NO_CHOICES,
) -> Iterator[Verdict]:
    """The same as `within_line`, where the extract shows lines of the order for these services."""
    own = _own(services, () if order is None else order.lines, choices)
    if own:
        yield _within(nominal, own)


@asked
def within_line(
    nominal: Volume,
    services: Sequence[str],
    lines: Sequence[CertificateLine],
    choices: Chosen = NO_CHOICES,
) -> Verdict:
    """Whether the nominal has the unit of the lines of these services, and is no more than they order together.

    UNKNOWN where the lines are in several units, and the nominal in one of them: they make no sum.
    """
    return _within(nominal, _own(services, lines, choices))


def _own(
    services: Sequence[str], lines: Sequence[CertificateLine], choices: Mapping[str, str]
) -> list[CertificateLine]:
    """The lines of these services."""
    return [line for line in lines if _named(line.service, services, choices)]


def _within(nominal: Volume, own: list[CertificateLine]) -> Verdict:
    units = dict.fromkeys([line.unit for line in own])
    mixed = len(units) > 1
    ordered = _total([line.amount for line in own if not mixed or line.unit is nominal.unit])
    known = nominal.unit in units
    return WITHIN_LINE.judge(
        None if known and mixed else known and nominal.amount <= ordered,
        asked=nominal.amount,
        asked_unit=nominal.unit.text,
        ordered=None if mixed and not known else ordered,
        units=tuple([unit.text for unit in units]),
    )
