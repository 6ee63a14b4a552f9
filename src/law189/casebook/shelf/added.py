"""Добавленное (added): what each step of a part adds to the sums of all parts."""

from decimal import Decimal
from typing import Any, NamedTuple

from law189.casebook.keys import By, Formed, number
from law189.casebook.known import whole
from law189.casebook.postings.accounts import Account, Stage
from law189.casebook.rendered.capacity import GivenIn
from law189.casebook.rendered.told import Agreed, CaseTold, VoidLine, given_under, told_by
from law189.casebook.shelf.following import Consequences, made_since, moved_between
from law189.cases.history import Event, History
from law189.kinds.asked import unasked
from law189.rules.providers.serving import Stretch
from law189.workflows import certificate, contract

__all__ = ["Added", "OfCase", "added", "of_case", "says_the_same"]


class OfCase(NamedTuple):
    """Дело, каким его видят другие части: since when it is there, whether a contract, and what it says.

    `begun` orders the cases of all parts. `paid_by` are the agreements under which a contract is concluded, `given`
    what it gives, `days` those on which it ran, `void` its first line that is void.
    """

    history: str
    begun: tuple[int, int, int]
    contract: bool
    told: CaseTold
    paid_by: tuple[str, ...] = ()
    given: tuple[tuple[Agreed, tuple[GivenIn, ...]], ...] = ()
    days: tuple[Stretch, ...] = ()
    void: VoidLine | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether it is as if the case were not there: no contract, no certificate formed, no void line."""
        return not (self.told.contracts or self.told.formed or self.paid_by or self.void)


class Added(NamedTuple):
    """Что дело добавило к суммам одним шагом: on accounts, to the certificates formed, and what it says now."""

    moved: tuple[tuple[Account, Decimal], ...] = ()
    formed: tuple[tuple[Formed, ...], tuple[Formed, ...]] = ((), ())
    case: OfCase | None = None


NOTHING_ADDED = Added()
ADDED_UP = (Stage.SHARE,)
"""The accounts that cases of several parts move."""


def added(was: OfCase | None, now: OfCase | None, had: Consequences, has: Consequences) -> Added | None:
    """What the case adds to the sums by becoming what it is now; None where that is nothing.

    `was` is None where the case is new, and both are where other parts need nothing of it.
    """
    moved = tuple([pair for pair in _moved_between(had, has).items() if pair[0].stage in ADDED_UP])
    formed = (had.formed, has.formed) if had.formed != has.formed else ((), ())
    same = now is was or (now == was and repr(now) == repr(was))  # 72 and 72.0 are written otherwise
    new = was is None and now is not None and now.says_nothing
    found = Added(moved, formed, None if same or new else now)
    return None if found == NOTHING_ADDED else found


_moved_between = unasked(moved_between)
SAYING: frozenset[type[Event]] = frozenset(
    (
        *(certificate.AppliedFor, certificate.Formed, contract.Offered, contract.Concluded, contract.Amended),
        *(contract.Suspended, contract.Resumed, contract.Fulfilled, contract.Terminated),
    )
)
"""The steps by which a case says something to other parts; with any other one it says what it said."""


def says_the_same(before: History[Any], case: History[Any]) -> bool:
    """Whether the case says no more to other parts than it did before."""
    made = made_since(before, case)
    return made is not None and made.isdisjoint(SAYING)


def of_case(case: History[Any], begun: tuple[int, int, int]) -> OfCase | None:
    """What other parts need of a contract and of a certificate; of others nothing."""
    if case.lifecycle == certificate.lifecycle.name:
        return OfCase(case.id, begun, False, told_by(whole(case)))
    if case.lifecycle != contract.lifecycle.name:
        return None
    agreed = [one.agreement.number for one in case.events(contract.Concluded) if one.agreement is not None]
    paid_by = dict.fromkeys([number(By.PAID_BY, one).value for one in agreed])
    told = told_by(whole(case))
    if not told.contracts:
        return OfCase(case.id, begun, True, told, tuple(paid_by))
    given = tuple(given_under(case).items())
    return OfCase(case.id, begun, True, told, tuple(paid_by), given, told.contracts[0].days)
