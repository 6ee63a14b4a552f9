"""Дела порознь (apart): what a part of the cases adds to the sums of all, and what it asks of those sums.

A book may be held in parts, each of which has the cases that name one another. What no part sees is a sum: what
stands on the share of an order, the certificates of a term, what contracts give and rendered. A part says what each
of its steps adds to them, and asks; whoever adds up all parts in the order of their lines answers.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, Protocol

from law189.casebook.accounts import Account, Stage, rendered_under
from law189.casebook.keys import By, Formed, number
from law189.casebook.known import on_day
from law189.casebook.rendered import Rendered
from law189.casebook.shelf import (
    Consequences,
    Count,
    Shelf,
    moved_between,
)
from law189.casebook.told import Agreed, CaseTold, GivenIn, given_in, given_under, ran, told_by
from law189.cases.history import History
from law189.measures import EXACT, Unit
from law189.verdict import Verdict
from law189.workflows import certificate, contract

__all__ = [
    "Accounts",
    "Added",
    "Apart",
    "FormedTerm",
    "GivenByAll",
    "GivenUnder",
    "NoneBefore",
    "OfCase",
    "Question",
    "Under",
    "added",
    "answer_of",
    "given_by_others",
    "of_case",
]


class FormedTerm(NamedTuple):
    """Срок, за который считают сертификаты: of which services (as `service_key` writes them), unit and days."""

    services: tuple[str, ...]
    unit: Unit
    since: date | None
    until: date | None


class Accounts(NamedTuple):
    """Несколько счетов: what stands on each of them is asked at once."""

    of: tuple[Account, ...]


class Under(NamedTuple):
    """Что дают по соглашению другие договоры: of a service, without `but`; `moved` is rendered more."""

    agreement: str
    service: str
    unit: Unit
    but: str
    moved: Decimal


class NoneBefore(NamedTuple):
    """Есть ли по соглашению другие договоры, than that of the case."""

    agreement: str
    but: str


class GivenUnder(NamedTuple):
    """Что дают по соглашению другие договоры и в какие дни: of which service; `but` is none of the others."""

    agreement: str
    service: str
    unit: Unit
    but: str


Asked = Account | Accounts | FormedTerm | Under | NoneBefore | GivenUnder


class Question(NamedTuple):
    """Вопрос о сумме: the account, the term or the agreement, and who judges by the answer and by those facts."""

    of: Asked
    judge: Callable[..., Iterator[Verdict]]
    facts: tuple[Any, ...]

    def judged(self, by: Shelf) -> tuple[Verdict, ...]:
        """The verdicts, by what the shelf answers."""
        return tuple(self.judge(answer_of(by, self.of), *self.facts))


Answer = Decimal | tuple[Decimal, ...] | Count | tuple[GivenIn, ...]


def answer_of(by: Shelf, of: Asked) -> Answer | None:
    """What stands on the account, was formed in the term, or is given by other contracts of the agreement.

    Whether there are other contracts is answered by 0 where there is none. Of what they give None where all that
    acts accept is rendered, so that nobody need ask what the contracts give.
    """
    if isinstance(of, FormedTerm):
        return by.formed(*of)
    if isinstance(of, Account):
        return by.balance(of)
    if isinstance(of, Accounts):
        return tuple(by.balance(one) for one in of.of)
    if isinstance(of, NoneBefore):
        return Decimal(1 if _some_given(by, of) else 0)
    if isinstance(of, GivenUnder):
        return given_by_others(by, *of) or ()
    account = rendered_under(of.agreement, of.service, of.unit)
    if EXACT.add(by.balance(account), of.moved) >= 0:
        return None
    return given_in(given_by_others(by, *of[:4]) or ())


def _some_given(by: Shelf, of: NoneBefore) -> bool:
    """Whether another case than that is a contract under the agreement."""
    key = number(By.PAID_BY, of.agreement)
    own = any(one != of.but for one in by.found(key))
    return own or (isinstance(by, Apart) and by.sums.some_under(key.value, of.but))


def given_by_others(
    by: Shelf, agreement: str, service: str, unit: Unit, but: str
) -> tuple[GivenIn, ...] | None:
    """What each contract of the agreement gives of the service, without that case; None where there is none."""
    key = number(By.PAID_BY, agreement).value, service, unit
    found = by.sums.given(*key, but) if isinstance(by, Apart) else None
    cases = (by.case(one) for one in by.found(number(By.PAID_BY, agreement)) if one != but)
    own = [GivenIn(given_under(case).get(key, Decimal(0)), *ran(case)) for case in cases if case is not None]
    return (*(found or ()), *own) if own else found


class GivenByAll(Protocol):
    """Что дают по соглашению договоры всех частей."""

    def given(self, agreement: str, service: str, unit: Unit, but: str) -> tuple[GivenIn, ...] | None:
        """What each other contract than that one gives under the agreement; None where there is none."""

    def some_under(self, agreement: str, but: str) -> bool:
        """Whether there is another contract than that one under the agreement."""


class Apart(ABC):
    """Полка с частью дел: it answers what only the sums of all parts say.

    `sums` are those of all parts; only the shelf that judges the acts of agreements has them.
    """

    sums: GivenByAll

    @abstractmethod
    def told(self, question: Question) -> tuple[Verdict, ...]:
        """The verdicts on the question, as far as they are known."""

    def void_line(self, history: str) -> int | None:  # noqa: ARG002  # who has the sums knows of others
        """The first void line of a case of another part, where it is known here."""
        return None

    @abstractmethod
    def rendered(self, on: date) -> Rendered | None:
        """What the contracts rendered, as it is known on the day; None where there is no contract."""


# ─── Что добавляет шаг ───────────────────────────────────────────────────────────────────────────────────


class OfCase(NamedTuple):
    """Дело, каким его видят другие части: since when it is there, whether a contract, and what it says.

    `begun` orders the cases of all parts. `paid_by` are the agreements of a contract, `given` what it gives from
    the day on which it was `concluded` to its `last` one, `void` its first line that is void.
    """

    history: str
    begun: tuple[int, int, int]
    contract: bool
    told: CaseTold
    paid_by: tuple[str, ...] = ()
    given: tuple[tuple[Agreed, Decimal], ...] = ()
    concluded: date = date.min
    last: date = date.max
    void: int | None = None


class Added(NamedTuple):
    """Что дело добавило к суммам одним шагом: on accounts, to the certificates formed, and what it says now."""

    moved: tuple[tuple[Account, Decimal], ...] = ()
    formed: tuple[tuple[Formed, ...], tuple[Formed, ...]] = ((), ())
    case: OfCase | None = None


NOTHING_ADDED = Added()
ADDED_UP = (Stage.SHARE, Stage.RENDERED)
"""The accounts that cases of several parts move."""


def added(was: OfCase | None, now: OfCase | None, had: Consequences, has: Consequences) -> Added | None:
    """What the case adds to the sums by becoming what it is now; None where that is nothing.

    `was` is None where the case is new, and both are where other parts need nothing of it.
    """
    moved = tuple(pair for pair in moved_between(had, has).items() if pair[0].stage in ADDED_UP)
    formed = (had.formed, has.formed) if had.formed != has.formed else ((), ())
    same = now == was and repr(now) == repr(was)  # 72 and 72.0 are written otherwise
    new = was is None and now is not None and not now.contract and not now.told.formed
    found = Added(moved, formed, None if same or new else now)
    return None if found == NOTHING_ADDED else found


def of_case(case: History[Any], begun: tuple[int, int, int]) -> OfCase | None:
    """What other parts need of a contract and of a certificate; of others nothing."""
    if case.lifecycle == certificate.lifecycle.name:
        return OfCase(case.id, begun, False, told_by(on_day(case, date.max)))
    if case.lifecycle != contract.lifecycle.name:
        return None
    concluded = (one.agreement for one in case.events(contract.Concluded))
    paid_by = dict.fromkeys(number(By.PAID_BY, one.number).value for one in concluded if one is not None)
    told, given = told_by(on_day(case, date.max)), given_under(case)
    return OfCase(case.id, begun, True, told, tuple(paid_by), tuple(given.items()), *ran(case))
