"""По соглашению (agreed): what the steps of an agreement move: roubles, and the volumes that its acts accept.

Concluding takes the sums of the years from the limits; an amendment what differs from them. Advances and paid
claims leave the sum of their year; what is left of what was paid is kept by the provider or given back. An act of a
period accepts what was rendered under the agreement: no act known here has another step of acceptance.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from law189.casebook.accounts import Account, Pair, Posting, Stage, changed, rendered_under, summed
from law189.casebook.known import Known
from law189.extracts import YearSum
from law189.measures import Unit
from law189.numbers import number_key, same_number
from law189.workflows import agreement

__all__ = ["of_agreement"]


def of_agreement(known: Known) -> Iterator[Posting]:
    """Проводки соглашения: from the limits to the sum of a year, from there to what was paid, and what is left."""
    sums: dict[Pair, Decimal] = {}
    for record, event in known.events:
        drafted = known.history.the(agreement.Drafted)
        match event:
            case agreement.Concluded():
                said = drafted.sums
            case agreement.Amended():
                said = event.sums
            case _:
                for pair, amount in (*_paid(known, drafted.number, event), *_accepted(drafted.number, event)):
                    yield Posting(event.on, amount, *pair, known.history.id, record)
                continue
        after = summed(_of_sums(drafted.number, said))
        for pair, amount in changed(sums, after):
            yield Posting(event.on, amount, *pair, known.history.id, record)
        sums = after


def _of_sums(number: str, sums: tuple[YearSum, ...]) -> Iterator[tuple[Pair, Decimal]]:
    for one in sums:
        limits = Account(Stage.LIMITS, None, None, None, one.year, Unit.ROUBLES)
        yield (limits, limits._replace(stage=Stage.AGREEMENT, number=number_key(number))), one.roubles


def _accepted(number: str, event: Any) -> Iterator[tuple[Pair, Decimal]]:
    """What an act of a period accepts of each service."""
    if isinstance(event, agreement.ActDrawn):
        for line in event.rendered:
            source = rendered_under(number, line.service, line.unit)
            if line.amount > 0:
                yield (source, source._replace(stage=Stage.ACCEPTED)), line.amount


def _paid(known: Known, number: str, event: Any) -> Iterator[tuple[Pair, Decimal]]:
    """What a payment moves, of the year for which it is paid, and what is left of it."""
    match event:
        case agreement.AdvancePaid():
            found = Stage.AGREEMENT, Stage.PAID, event.on.year
        case agreement.ClaimPaid():
            found = Stage.AGREEMENT, Stage.PAID, _year_of(known, event)
        case agreement.RemainderKept():
            found = Stage.PAID, Stage.KEPT, event.year
        case agreement.RemainderReturned():
            found = Stage.PAID, Stage.GIVEN_BACK, event.year
        case _:
            return
    source, target, year = found
    account = Account(source, number_key(number), None, None, year, Unit.ROUBLES)
    if event.roubles > 0:
        yield (account, account._replace(stage=target)), event.roubles


def _year_of(known: Known, paid: agreement.ClaimPaid) -> int:
    """The year of the claim that is paid; that of the payment where no claim has the number."""
    claims = [one for one in known.history.events(agreement.Claimed) if same_number(one.number, paid.claim)]
    return claims[-1].until.year if claims else paid.on.year
