"""По соглашению (agreed): what the steps of an agreement move: roubles, and the volumes that its acts accept.

Concluding takes the sums of the years from the limits; an amendment what differs from them. Advances and paid
claims leave the sum of their year; what is left of what was paid is kept by the provider or given back. What of
the sum of a year nobody has paid or claimed when the agreement is at its end is not left to be paid; a claim made
later, for what was rendered while it ran, takes it back. An act of a period accepts what was rendered under the
agreement: no act known here has another step of acceptance.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from law189.casebook.known import Known
from law189.casebook.postings.accounts import Account, Pair, Posting, Stage, changed, rendered_under, summed
from law189.extracts import YearSum
from law189.measures import EXACT, Unit
from law189.numbers import number_key
from law189.workflows import agreement
from law189.workflows.agreement.case import terms

__all__ = ["OverUnsaid", "of_agreement", "over_unsaid"]

ENDS = agreement.Terminated | agreement.Completed


def of_agreement(known: Known) -> Iterator[Posting]:
    """Проводки соглашения: from the limits to the sum of a year, from there to what was paid, and what is left."""
    if not known.events:
        return
    sums: dict[Pair, Decimal] = {}
    unclaimed: dict[Pair, Decimal] = {}
    pairs: dict[Pair, Pair] = {}  # many postings name the same accounts, and hold them once
    years, so_far = _years_of_claims(known), _SoFar()
    drafted = known.history.the(agreement.Drafted)
    over = False
    for record, event in known.events:
        moved: list[tuple[Pair, Decimal]] = []
        match event:
            case agreement.Concluded() | agreement.Amended():
                so_far.sums = drafted.sums if isinstance(event, agreement.Concluded) else event.sums
                after = summed(_of_sums(drafted.number, so_far.sums))
                moved += changed(sums, after)
                sums = after
            case _:
                moved += _paid(years, drafted.number, event)
                moved += _accepted(drafted.number, event)
        so_far.take(event, years)
        over = over or isinstance(event, ENDS)
        if over:
            after = summed(_of_unclaimed(drafted.number, so_far.unclaimed))
            moved += changed(unclaimed, after)
            unclaimed = after
        for pair, amount in moved:
            yield Posting(event.on, amount, *pairs.setdefault(pair, pair), known.history.id, record)


class _SoFar:
    """What was agreed, claimed and paid of each year, as far as the steps were read."""

    def __init__(self) -> None:
        self.sums: tuple[YearSum, ...] = ()
        self._claims: list[agreement.Claimed] = []
        self._paid: dict[int, Decimal] = {}
        self._on_claim: dict[str, Decimal] = {}

    def take(self, event: Any, years: Mapping[str, int]) -> None:
        """Read one more step; `years` are those of the claims."""
        match event:
            case agreement.Claimed():
                self._claims.append(event)
            case agreement.AdvancePaid():
                self._pay(event.on.year, event.roubles)
            case agreement.ClaimPaid():
                self._pay(_year_of(years, event), event.roubles)
                key = number_key(event.claim)
                before = self._on_claim.get(key, Decimal(0))
                self._on_claim[key] = EXACT.add(before, event.roubles)

    def _pay(self, year: int, roubles: Decimal) -> None:
        self._paid[year] = EXACT.add(self._paid.get(year, Decimal(0)), roubles)

    @property
    def unclaimed(self) -> Mapping[int, Decimal]:
        """What of the sum of each year was neither paid nor claimed."""
        left: dict[int, Decimal] = {}
        for one in self.sums:
            left[one.year] = EXACT.add(left.get(one.year, Decimal(0)), one.roubles)
        for year, roubles in self._paid.items():
            left[year] = EXACT.subtract(left.get(year, Decimal(0)), roubles)
        for claim in self._claims:
            owed = EXACT.subtract(claim.roubles, self._on_claim.get(number_key(claim.number), Decimal(0)))
            left[claim.until.year] = EXACT.subtract(
                left.get(claim.until.year, Decimal(0)), max(owed, Decimal(0))
            )
        return {year: roubles for year, roubles in left.items() if roubles > 0}


class OverUnsaid(NamedTuple):
    """Соглашение кончилось, а конец не записан: its last day, the record that set it, what nobody claimed."""

    last: date
    record: int
    unclaimed: Mapping[Pair, Decimal]


def over_unsaid(known: Known, on: date) -> OverUnsaid | None:
    """What nobody claimed of an agreement past its last day; None where it runs or its end is recorded."""
    sets = [pair for pair in known.events if isinstance(pair[1], agreement.Concluded | agreement.Amended)]
    if not sets or any(isinstance(event, ENDS) for _, event in known.events):
        return None
    last = terms(known.history).ends_on
    if last >= on:
        return None
    drafted, years, so_far = known.history.the(agreement.Drafted), _years_of_claims(known), _SoFar()
    for _, event in known.events:
        if isinstance(event, agreement.Concluded | agreement.Amended):
            so_far.sums = drafted.sums if isinstance(event, agreement.Concluded) else event.sums
        so_far.take(event, years)
    return OverUnsaid(last, sets[-1][0], summed(_of_unclaimed(drafted.number, so_far.unclaimed)))


def _of_sums(number: str, sums: tuple[YearSum, ...]) -> Iterator[tuple[Pair, Decimal]]:
    for one in sums:
        limits = Account(Stage.LIMITS, None, None, None, one.year, Unit.ROUBLES)
        yield (limits, limits._replace(stage=Stage.AGREEMENT, number=number_key(number))), one.roubles


def _of_unclaimed(number: str, unclaimed: Mapping[int, Decimal]) -> Iterator[tuple[Pair, Decimal]]:
    for year, roubles in unclaimed.items():
        agreed = Account(Stage.AGREEMENT, number_key(number), None, None, year, Unit.ROUBLES)
        yield (agreed, agreed._replace(stage=Stage.UNCLAIMED)), roubles


def _accepted(number: str, event: Any) -> Iterator[tuple[Pair, Decimal]]:
    """What an act of a period accepts of each service."""
    if isinstance(event, agreement.ActDrawn):
        for line in event.rendered:
            source = rendered_under(number, line.service, line.unit)
            if line.amount > 0:
                yield (source, source._replace(stage=Stage.ACCEPTED)), line.amount


def _paid(years: Mapping[str, int], number: str, event: Any) -> Iterator[tuple[Pair, Decimal]]:
    """What a payment moves, of the year for which it is paid, and what is left of it."""
    match event:
        case agreement.AdvancePaid():
            found = Stage.AGREEMENT, Stage.PAID, event.on.year
        case agreement.ClaimPaid():
            found = Stage.AGREEMENT, Stage.PAID, _year_of(years, event)
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


def _years_of_claims(known: Known) -> dict[str, int]:
    """The year of each claim, by its number; where several have one number, of the latest."""
    return {number_key(one.number): one.until.year for one in known.history.events(agreement.Claimed)}


def _year_of(years: Mapping[str, int], paid: agreement.ClaimPaid) -> int:
    """The year of the claim that is paid; that of the payment where no claim has the number."""
    return years.get(number_key(paid.claim), paid.on.year)
