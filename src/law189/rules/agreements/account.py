"""Счёт соглашения (account): what an agreement may pay by year, and what was rendered, claimed and paid under it.

>>> account = Account(FundingMode.PROVISION, (YearSum(year=2024, roubles=100),), paid=(Payment(2024, Decimal(60)),))
>>> account.sum_of(2024), account.paid_in(2024), account.sum_of(2025)
(Decimal('100'), Decimal('60'), Decimal('0'))
"""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from law189.extracts import FundingMode, YearSum
from law189.kinds.asked import made_asked, methods_asked
from law189.measures import total
from law189.numbers import same_number
from law189.rules.agreements.rendering import PeriodAct

__all__ = ["Account", "Payment", "PeriodClaim"]


@made_asked
class PeriodClaim(NamedTuple):
    """Требование об оплате: its number, its days, its sum, the acts on which it rests."""

    number: str
    since: date
    until: date
    roubles: Decimal
    acts: tuple[str, ...] = ()


@made_asked
class Payment(NamedTuple):
    """Выплата или остаток: of which year, how many roubles, on which claim (None for an advance)."""

    year: int
    roubles: Decimal
    claim: str | None = None


@made_asked
@methods_asked
class Account(NamedTuple):
    """Счёт соглашения: what it may pay by year, what was rendered, claimed, paid, and settled as left over."""

    mode: FundingMode
    sums: tuple[YearSum, ...]
    acts: tuple[PeriodAct, ...] = ()
    claims: tuple[PeriodClaim, ...] = ()
    paid: tuple[Payment, ...] = ()
    settled: tuple[Payment, ...] = ()

    def sum_of(self, year: int) -> Decimal:
        """What the agreement may pay for the year; zero where it names no sum for it."""
        return total(one.roubles for one in self.sums if one.year == year)

    def paid_in(self, year: int) -> Decimal:
        """What was paid for the year, advances and claims together."""
        return total(one.roubles for one in self.paid if one.year == year)

    def settled_in(self, year: int) -> Decimal:
        """How much of what was paid for the year was kept or returned as left over."""
        return total(one.roubles for one in self.settled if one.year == year)

    def claim(self, number: str) -> PeriodClaim | None:
        """The claim of that number; None where there is none."""
        return next(iter([one for one in self.claims if same_number(one.number, number)]), None)

    def paid_on(self, number: str) -> Decimal:
        """What was paid on the claim of that number."""
        on_it = [one for one in self.paid if one.claim is not None and same_number(one.claim, number)]
        return total([one.roubles for one in on_it])

    def paying(self, payment: Payment) -> "Account":
        """The account with one more payment."""
        return self._replace(paid=(*self.paid, payment))

    @property
    def unpaid(self) -> tuple[PeriodClaim, ...]:
        """The claims of which something is not paid yet."""
        return tuple([one for one in self.claims if self.paid_on(one.number) < one.roubles])
