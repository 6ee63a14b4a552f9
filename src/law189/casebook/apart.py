"""Дела порознь (apart): what a part of the cases adds to the sums of all, and what it asks of those sums.

A book may be held in parts, each of which has the cases that name one another. What no part sees is a sum: how much
stands on the share of an order, how many certificates were formed in a term, what contracts rendered and give under
an agreement. A part says what each of its steps adds to them, and asks its questions; whoever adds up all parts in
the order of their lines answers.

>>> sums = Sums()
>>> sums.add(Added(given=((Given("С-1", "S", Unit.PERSON_HOURS), Decimal(72), 1),)))
>>> sums.given("С-1", "S", Unit.PERSON_HOURS), sums.given("С-2", "S", Unit.PERSON_HOURS)
(Decimal('72'), Decimal('0'))
"""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from law189.casebook.accounts import Account, Stage
from law189.casebook.keys import Formed
from law189.casebook.known import on_day
from law189.casebook.ledger_rows import NOTHING, Figure
from law189.casebook.rendered import rendered_in
from law189.casebook.shelf import (
    NO_CASE,
    Consequences,
    Count,
    DayCounts,
    Shelf,
    changed_days,
    counted_in,
    moved_between,
)
from law189.cases.history import History
from law189.measures import EXACT, Unit, Volume
from law189.numbers import number_key, service_key
from law189.verdict import Verdict
from law189.workflows import contract

__all__ = ["Added", "Apart", "FormedTerm", "Given", "Question", "Rendered", "Sums", "added", "given_by"]


class FormedTerm(NamedTuple):
    """Срок, за который считают сертификаты: of which services (as `service_key` writes them), unit and days."""

    services: tuple[str, ...]
    unit: Unit
    since: date | None
    until: date | None


class Question(NamedTuple):
    """Вопрос о сумме: the account or the term, and who judges by what stands there and by those facts."""

    of: Account | FormedTerm
    judge: Callable[..., Iterator[Verdict]]
    facts: tuple[Any, ...]

    def judged(self, by: Shelf) -> tuple[Verdict, ...]:
        """The verdicts, by what the shelf has on the account or in the term."""
        return tuple(self.judge(answer_of(by, self.of), *self.facts))


Answer = Decimal | Count


def answer_of(by: Shelf, of: Account | FormedTerm) -> Answer:
    """What stands on the account, or was formed in the term."""
    return by.formed(*of) if isinstance(of, FormedTerm) else by.balance(of)


class Apart(ABC):
    """Полка с частью дел: it answers what only the sums of all parts say."""

    @abstractmethod
    def told(self, question: Question) -> tuple[Verdict, ...]:
        """The verdicts on the question, as far as they are known."""

    @abstractmethod
    def rendered(self, year: int) -> Mapping[tuple[str, Unit], Figure] | None:
        """What the contracts of the year rendered; None where there is no contract."""

    @abstractmethod
    def given(self, agreement: str, service: str, unit: Unit) -> Decimal | None:
        """How much the contracts under the agreement give of the service; None where there is no contract."""


# ─── Что добавляет шаг ───────────────────────────────────────────────────────────────────────────────────


class Rendered(NamedTuple):
    """Оказано: in which year, of which service."""

    year: int
    service: str
    unit: Unit


class Given(NamedTuple):
    """Оказывают по договорам: under which agreement, of which service."""

    agreement: str
    service: str
    unit: Unit


Told = tuple[Any, Decimal, int]
"""Of what, how much, and 1 where it is added or -1 where it is taken back."""


class Added(NamedTuple):
    """Что дело добавило к суммам одним шагом, the shares of orders, the certificates formed, its contract."""

    moved: tuple[tuple[Account, Decimal], ...] = ()
    formed: tuple[tuple[Formed, ...], tuple[Formed, ...]] = ((), ())
    given: tuple[Told, ...] = ()


NOTHING_ADDED = Added()


def added(
    before: History[Any] | None, after: History[Any], had: Consequences, has: Consequences
) -> Added | None:
    """What the case adds to the sums by becoming what it is after; None where that is nothing."""
    moved = tuple(pair for pair in moved_between(had, has).items() if pair[0].stage is Stage.SHARE)
    formed = (had.formed, has.formed) if had.formed != has.formed else ((), ())
    given: tuple[Told, ...] = ()
    if after.lifecycle == contract.lifecycle.name:
        was, now = (() if before is None else tuple(_of_contract(before))), tuple(_of_contract(after))
        if was != now:
            given = (*((of, much, -1) for of, much in was), *((of, much, 1) for of, much in now))
    found = Added(moved, formed, given)
    return None if found == NOTHING_ADDED else found


CONTRACT = "contract"
"""That there is a contract at all."""


def _of_contract(case: History[Any]) -> Iterator[tuple[Any, Decimal]]:
    """What a contract adds: that it is there, what it rendered by years, what it gives under its agreements."""
    yield CONTRACT, Decimal(1)
    ended = [*case.events(contract.Fulfilled), *case.events(contract.Terminated)]
    for year in sorted({event.on.year for event in ended}):
        for (service, unit), figure in rendered_in((on_day(case, date.max),), year).items():
            yield Rendered(year, service, unit), figure.amount
    concluded = [*case.events(contract.Concluded)]
    agreed = {number_key(one.agreement.number) for one in concluded if one.agreement is not None}
    for one in sorted(agreed):
        service, volume = given_by(case)
        yield Given(one, "", Unit.PERSON_HOURS), Decimal(1)
        yield Given(one, service, volume.unit), volume.amount


def given_by(case: History[Any]) -> tuple[str, Volume]:
    """Of which service a contract gives how much: what was rendered where it has ended."""
    offered, terms = case.the(contract.Offered), contract.terms_of(case)
    events = [record.event for record in case.standing]
    ended = [one.rendered for one in events if isinstance(one, contract.Fulfilled | contract.Terminated)]
    return service_key(offered.service), ended[-1] if ended else terms.volume


# ─── Суммы ───────────────────────────────────────────────────────────────────────────────────────────────


class Sums:
    """Суммы всех частей, as far as their steps were added, each number written as its addends are."""

    def __init__(self) -> None:
        self._balances: dict[Account, Decimal] = {}
        self._days: dict[date, DayCounts] = {}
        self._given: dict[Any, tuple[Decimal, Counter[int]]] = {}

    def add(self, more: Added) -> None:
        """Add what one step has added."""
        for account, amount in more.moved:
            self._balances[account] = EXACT.add(self._balances.get(account, Decimal(0)), amount)
        if more.formed[0] != more.formed[1]:
            had, has = (NO_CASE._replace(formed=one) for one in more.formed)
            self._days |= changed_days(self._days.get, had, has)
        for of, amount, sign in more.given:
            total, digits = self._given.setdefault(of, (Decimal(0), Counter()))
            digits[int(amount.as_tuple().exponent)] += sign
            self._given[of] = EXACT.add(total, amount if sign > 0 else EXACT.minus(amount)), digits

    def balance(self, account: Account) -> Decimal:
        """How much stands on the account."""
        return self._balances.get(account, Decimal(0))

    def formed(self, *of: Any) -> Count:
        """The certificates formed in the term."""
        services, unit, since, until = of
        days = {day for day in self._days if (since or day) <= day <= (until or day)}
        return counted_in((self._days[day] for day in sorted(days)), services, unit)

    @property
    def contracts(self) -> bool:
        """Whether there is a contract."""
        return bool(self._total(CONTRACT))

    def rendered(self, year: int) -> dict[tuple[str, Unit], Figure]:
        """What contracts rendered in the year, without the records."""
        keys = (one for one, (_, digits) in self._given.items() if digits.total())
        found = (one for one in keys if isinstance(one, Rendered) and one.year == year)
        return {(one.service, one.unit): NOTHING._replace(amount=self._total(one)) for one in found}

    def concluded(self, agreement: str) -> bool:
        """Whether there is a contract under the agreement, as `number_key` writes it."""
        return bool(self._total(Given(agreement, "", Unit.PERSON_HOURS)))

    def given(self, agreement: str, service: str, unit: Unit) -> Decimal:
        """How much contracts give of the service under the agreement."""
        return self._total(Given(agreement, service, unit))

    def _total(self, of: Any) -> Decimal:
        """The sum with as many decimals as its addends have, and none of those taken back."""
        total, digits = self._given.get(of, (Decimal(0), Counter()))
        least = min([0, *(one for one, count in digits.items() if count)])
        return total.quantize(Decimal(1).scaleb(least), context=EXACT)
