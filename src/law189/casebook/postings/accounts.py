"""Счета (accounts): where a volume or money is, what a posting is, and what the accounts have.

>>> from datetime import date
>>> share = Account(Stage.SHARE, "1", None, Way.CERTIFICATE, 2024, Unit.PERSON_HOURS)
>>> held = share._replace(stage=Stage.CERTIFICATE, number="17", year=None)
>>> sorted(balances([Posting(date(2024, 1, 12), Decimal(72), share, held, "17", 3)]).values())
[Decimal('-72'), Decimal('72')]
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from law189.extracts import Way
from law189.kinds.asked import asked, made_asked
from law189.law import Vocabulary
from law189.measures import EXACT, Unit
from law189.numbers import number_key, service_key

__all__ = [
    "Account",
    "Posting",
    "Stage",
    "balances",
    "changed",
    "free_on",
    "paying_lines",
    "rendered_under",
    "share_of",
    "summed",
]


class Stage(Vocabulary):
    """Где объём или деньги находятся: the stage that an account stands for."""

    ORDERED = "ordered", "заказано", "ordered"
    SHARE = "share", "доля заказа", "share of the order"
    CERTIFICATE = "certificate", "свободно по сертификату", "free on a certificate"
    CONTRACT = "contract", "занято договором", "held by a contract"
    RENDERED = "rendered", "оказано", "rendered"
    ACCEPTED = "accepted", "принято по актам", "accepted by acts"
    EXPIRED = "expired", "истекло неиспользованным", "expired unused"
    LIMITS = "limits", "лимиты года", "limits of the year"
    AGREEMENT = "agreement", "сумма соглашения", "sum of an agreement"
    PAID = "paid", "оплачено", "paid"
    KEPT = "kept", "удержано", "kept"
    GIVEN_BACK = "given-back", "возвращено", "given back"
    UNCLAIMED = "unclaimed", "не востребовано", "not claimed"


@made_asked
class Account(NamedTuple):
    """Счёт: a stage, and what is counted there.

    `number` is that of the order, certificate, contract or agreement, and `service` that of the service, both in
    the form in which `law189.numbers` compares them. What does not belong to the stage or is not known is None.
    """

    stage: Stage
    number: str | None
    service: str | None
    way: Way | None
    year: int | None
    unit: Unit


@made_asked
class Posting(NamedTuple):
    """Проводка: on which day how much (more than zero) left the account `source` for `target`.

    `record` is the record of `history`, counted from 1, that caused it.
    """

    on: date
    amount: Decimal
    source: Account
    target: Account
    history: str
    record: int


@asked
def balances(of: Iterable[Posting]) -> dict[Account, Decimal]:
    """Остатки: what each account has, by the postings given; below zero where more left it than came.

    The accounts of one unit sum to zero. An account that nothing moved is not there;
    one that was emptied is, with 0.
    """
    found: dict[Account, Decimal] = defaultdict(Decimal)
    for one in of:
        found[one.source] = EXACT.subtract(found[one.source], one.amount)
        found[one.target] = EXACT.add(found[one.target], one.amount)
    return dict(found)


Pair = tuple[Account, Account]


def changed(before: Mapping[Pair, Decimal], after: Mapping[Pair, Decimal]) -> Iterator[tuple[Pair, Decimal]]:
    """From which account to which, and how much, to get from one sum of each pair to another.

    Where it is less than before the pair is reversed.
    """
    for source, target in dict.fromkeys((*before, *after)):
        more = EXACT.subtract(
            after.get((source, target), Decimal(0)), before.get((source, target), Decimal(0))
        )
        if more > 0:
            yield (source, target), more
        elif more < 0:
            yield (target, source), EXACT.minus(more)


def summed(pairs: Iterable[tuple[Pair, Decimal]]) -> dict[Pair, Decimal]:
    """The sum of each pair."""
    found: dict[Pair, Decimal] = defaultdict(Decimal)
    for pair, amount in pairs:
        found[pair] = EXACT.add(found[pair], amount)
    return dict(found)


def share_of(number: str, service: str, year: int, unit: Unit) -> Account:
    """The account of what an order gives to certificates of one service."""
    return Account(Stage.SHARE, number_key(number), service_key(service), Way.CERTIFICATE, year, unit)


def rendered_under(agreement: str | None, service: str, unit: Unit) -> Account:
    """The account of what is rendered of a service under an agreement, from which acts take what they accept."""
    key = None if agreement is None else number_key(agreement)
    return Account(Stage.RENDERED, key, service_key(service), Way.CERTIFICATE, None, unit)


def paying_lines(services: Sequence[str], line: str | None) -> tuple[str, ...]:
    """The services of the lines that a certificate may be paid from: of the one named, else of any of its own.

    What the certificate gives counts for the line that pays for it, whichever of its services it was used for.
    """
    return tuple(dict.fromkeys(map(service_key, services if line is None else (line,))))


def free_on(number: str | None, unit: Unit) -> Account:
    """The account of a certificate; its service and its order are those of the share that it came from."""
    key = None if number is None else number_key(number)
    return Account(Stage.CERTIFICATE, key, None, Way.CERTIFICATE, None, unit)
