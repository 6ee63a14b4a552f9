"""Исчерпанный объём (exhausted): whether a refusal because the volume is used up is borne out.

>>> share = ShareLeft("2024/1", "804200О.99.0.ББ52АЖ48000", Unit.PERSON_HOURS, Decimal(600), Decimal(24))
>>> exhausted("limit-exhausted", [share]).outcome, exhausted("limit-exhausted", [share._replace(left=0)]).outcome
(<Outcome.VOID: 'void'>, <Outcome.HOLDS: 'holds'>)
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from law189.kinds.asked import asked, made_asked
from law189.law import Lang, Text
from law189.measures import EXACT, Unit
from law189.telling import shown
from law189.verdict import Rule, Verdict

__all__ = ["ShareLeft", "exhausted"]

EXHAUSTED = Rule(
    "reconciliation.exhausted",
    Text(
        "Отказ из-за исчерпанного объёма: доли сертификатов в заказах: {orders}; остаток: {left:нет}; основание "
        "подтверждено, когда остатка нет.",
        "Refusal because the volume is exhausted: shares of certificates in the orders: {orders}; left: "
        "{left:nothing}; the ground is borne out where nothing is left.",
    ),
    cure=Text(
        "Назовите другое основание или сформируйте сертификат.",
        "Name another ground, or form the certificate.",
    ),
    assumed=Text(
        "Отказ из-за исчерпанного объёма не подтверждается, пока объём есть.",
        "A refusal because the volume is exhausted is not borne out while there is volume.",
    ),
)


@made_asked
class ShareLeft(NamedTuple):
    """Остаток доли: how much of the share of certificates of an order for a service is left, in the unit."""

    number: str
    service: str
    unit: Unit
    share: Decimal
    left: Decimal


@asked
def exhausted(ground: str, shares: Sequence[ShareLeft]) -> Verdict:
    """Whether nothing is left of the shares of all orders of the year, as the refusal says; it is one refusal.

    The sentence names the orders of which something is left, else all of them; no more of them than it can.
    """
    over = [one for one in shares if one.left > 0]
    numbers = dict.fromkeys(one.number for one in over or shares)
    orders = [Text(f"№ {number}", f"No {number}") for number in numbers]
    more = len(orders) - NAMED
    others = (Text(f"других: {more}", f"others: {more}"),) if more > 0 else ()
    named = (*orders[:NAMED], *others)
    return EXHAUSTED.judge(not over, ground=ground, orders=named, left=tuple(_lefts(over)))


NAMED = 5
"""So many orders a sentence names; of the others it says how many there are."""


def _lefts(shares: Iterable[ShareLeft]) -> Iterator[Text]:
    """What is left of each service in each unit, of how much."""
    sums: dict[tuple[str, Unit], tuple[Decimal, Decimal]] = {}
    for one in shares:
        left, share = sums.get((one.service, one.unit), (Decimal(0), Decimal(0)))
        sums[one.service, one.unit] = EXACT.add(left, one.left), EXACT.add(share, one.share)
    for (service, unit), (left, share) in sums.items():
        ru, en = ([shown(one, lang) for one in (left, share)] for lang in LANGS)
        yield Text(
            f"услуга {service} ({unit.text.ru}): {ru[0]} из {ru[1]}",
            f"the service {service} ({unit.text.en}): {en[0]} of {en[1]}",
        )


LANGS: tuple[Lang, Lang] = ("ru", "en")
