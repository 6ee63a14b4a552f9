"""Дела порознь (apart): what a part of the cases adds to the sums of all, and what it asks of those sums.

A book may be held in parts, each of which has the cases that name one another. What no part sees is a sum: what
stands on the share of an order, the certificates of a term, what contracts give and rendered. A part says what each
of its steps adds to them, and asks; whoever adds up all parts in the order of their lines answers.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterator
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, Protocol

from law189.casebook.keys import By, number
from law189.casebook.known import on_day
from law189.casebook.postings.accounts import Account
from law189.casebook.rendered import Rendered, rendered_by
from law189.casebook.rendered.capacity import GivenIn
from law189.casebook.rendered.told import VoidLine, given_under, served
from law189.casebook.shelf import Count, Shelf
from law189.cases.history import History
from law189.measures import Unit
from law189.rules.providers.serving import Stretch
from law189.verdict import Verdict

__all__ = [
    "Accounts",
    "Answer",
    "Apart",
    "FormedTerm",
    "GivenByAll",
    "GivenInUnits",
    "GivenUnder",
    "NoneBefore",
    "Question",
    "RanUnder",
    "RenderedByAll",
    "answer_of",
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


class GivenInUnits(NamedTuple):
    """То же, и в каких других единицах его дают: what is given in the unit, and the other units."""

    agreement: str
    service: str
    unit: Unit
    but: str


class RanUnder(NamedTuple):
    """В какие дни действовали другие договоры соглашения; `but` is none of the others."""

    agreement: str
    but: str


class RenderedByAll(NamedTuple):
    """Что оказано по договорам, all of them: what a report is compared with."""


Asked = Account | Accounts | FormedTerm | NoneBefore | GivenUnder | GivenInUnits | RanUnder | RenderedByAll


class Question(NamedTuple):
    """Вопрос о сумме: the account, the term or the agreement, and who judges by the answer and by those facts."""

    of: Asked
    judge: Callable[..., Iterator[Verdict]]
    facts: tuple[Any, ...]

    def judged(self, by: Shelf) -> tuple[Verdict, ...]:
        """The verdicts, by what the shelf answers."""
        return tuple(self.judge(answer_of(by, self.of), *self.facts))


Answer = (
    Decimal
    | tuple[Decimal, ...]
    | Count
    | tuple[GivenIn, ...]
    | tuple[tuple[GivenIn, ...], tuple[Unit, ...]]
    | tuple[tuple[Stretch, ...], ...]
    | Rendered
    | None
)


def answer_of(by: Shelf, of: Asked) -> Answer:
    """What stands on the account, was formed in the term, or is given by other contracts of the agreement.

    None where there is no other contract of it; whether there is one is answered by 0 where there is none.
    """
    if isinstance(of, FormedTerm):
        return by.formed(*of)
    if isinstance(of, Account):
        return by.balance(of)
    if isinstance(of, Accounts):
        return tuple([by.balance(one) for one in of.of])
    if isinstance(of, NoneBefore):
        return Decimal(1 if _some_given(by, of) else 0)
    if isinstance(of, GivenUnder):
        return _given_by_others(by, *of)
    if isinstance(of, GivenInUnits):
        return _given_in_units(by, of)
    return _rendered(by) if isinstance(of, RenderedByAll) else _ran_under(by, *of)


def _rendered(by: Shelf) -> Rendered:
    """What the contracts rendered, as far as the cases know."""
    if isinstance(by, Apart):
        return by.rendered()
    return rendered_by(on_day(case, date.max) for case in by.cases())


def _some_given(by: Shelf, of: NoneBefore) -> bool:
    """Whether another case than that is a contract under the agreement."""
    return bool(_under(by, *of)) or (isinstance(by, Apart) and by.sums.some_under(*_keyed(of)))


def _under(by: Shelf, agreement: str, but: str) -> list[History[Any]]:
    """The contracts that are concluded under the agreement, without that case."""
    cases = (by.case(one) for one in by.found(number(By.PAID_BY, agreement)) if one != but)
    return [case for case in cases if case is not None]


def _keyed(of: NoneBefore) -> tuple[str, str]:
    return number(By.PAID_BY, of.agreement).value, of.but


def _given_by_others(
    by: Shelf, agreement: str, service: str, unit: Unit, but: str
) -> tuple[GivenIn, ...] | None:
    """What the contracts of the agreement give of the service, without that case; None where there is none."""
    key = number(By.PAID_BY, agreement).value, service, unit
    found = by.sums.given(*key, but) if isinstance(by, Apart) else None
    cases = _under(by, agreement, but)
    own = [part for case in cases for part in given_under(case).get(key, ())]
    return (*(found or ()), *own) if cases else found


def _given_in_units(by: Shelf, of: GivenInUnits) -> tuple[tuple[GivenIn, ...], tuple[Unit, ...]] | None:
    """What they give in the unit, and the other units in which they give the service."""
    given = _given_by_others(by, *of)
    if given is None:
        return None
    agreement = number(By.PAID_BY, of.agreement).value
    units = set(by.sums.units(agreement, of.service, of.but)) if isinstance(by, Apart) else set[Unit]()
    for case in _under(by, of.agreement, of.but):
        units |= {
            key[2] for key, parts in given_under(case).items() if parts and key[:2] == (agreement, of.service)
        }
    return given, tuple(one for one in Unit if one in units and one is not of.unit)


def _ran_under(by: Shelf, agreement: str, but: str) -> tuple[tuple[Stretch, ...], ...] | None:
    """The days on which each contract of the agreement ran, without that case; None where there is none."""
    found = by.sums.ran(number(By.PAID_BY, agreement).value, but) if isinstance(by, Apart) else None
    own = [served(case) for case in _under(by, agreement, but)]
    return (*(found or ()), *own) if own else found


class GivenByAll(Protocol):
    """Что дают по соглашению договоры всех частей."""

    def given(self, agreement: str, service: str, unit: Unit, but: str) -> tuple[GivenIn, ...] | None:
        """What other contracts than that one give under the agreement; None where there is none."""
        ...

    def units(self, agreement: str, service: str, but: str) -> Collection[Unit]:
        """The units in which other contracts than that one give the service under the agreement."""
        ...

    def ran(self, agreement: str, but: str) -> tuple[tuple[Stretch, ...], ...] | None:
        """On which days each other contract than that one ran under the agreement; None where there is none."""
        ...

    def some_under(self, agreement: str, but: str) -> bool:
        """Whether there is another contract than that one under the agreement."""
        ...


class Apart(ABC):
    """Полка с частью дел: it answers what only the sums of all parts say.

    `sums` are those of all parts; only the shelf that judges the acts of agreements has them.
    """

    sums: GivenByAll

    @abstractmethod
    def told(self, question: Question) -> tuple[Verdict, ...]:
        """The verdicts on the question, as far as they are known."""

    def void_line(self, history: str) -> VoidLine | None:  # noqa: ARG002  # who has the sums knows of others
        """The first void line of a case of another part, where it is known here."""
        return None

    @abstractmethod
    def rendered(self) -> Rendered:
        """What the contracts of all parts rendered."""
