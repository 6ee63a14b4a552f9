"""Строки того, что следует (rows of what follows): balances, counts and findings, as tables have them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from law189.casebook.postings import Account
from law189.casebook.rows import WRONG, Damaged, amount_text, compact_json, findings_of
from law189.casebook.shelf import Count, DayCounts, Kind
from law189.cases.history import History
from law189.kinds.asked import asked
from law189.measures import EXACT, Unit

__all__ = ["FOLLOW", "CountRow", "Row", "Sizes", "amount_row", "count_row", "counted", "finding_rows"]

FOLLOW = "write what follows from the records anew (store.follow())"
"""What to do where a row that follows from the records is damaged."""
Row = Mapping[str, Any]
"""The values of a row by the names of its columns."""


class CountRow(NamedTuple):
    """Строка счёта сертификатов за день: the services in JSON, the unit, how many, and for how much."""

    services: str
    unit: str
    certificates: int
    amount: str


class Sizes(NamedTuple):
    """Сколько строк следует из записей: how many rows each table has of what follows from the records."""

    keys: int = 0
    balances: int = 0
    counts: int = 0
    findings: int = 0


@asked
def counted(rows: Iterable[CountRow]) -> DayCounts:
    """The counts of the rows; those of one kind on several days together. Raises `Damaged` on what is none."""
    found: dict[Kind, Count] = {}
    for row in rows:
        try:
            kind = Kind(tuple(json.loads(row.services)), Unit(row.unit))
            had = found.get(kind, NONE)
            amount = EXACT.add(had.amount, Decimal(row.amount))
            found[kind] = Count(had.certificates + row.certificates, amount)
        except WRONG as error:
            raise Damaged(f"a count of certificates is none ({error}); {FOLLOW}") from error
    return found


NONE = Count(0, Decimal(0))


@asked
def amount_row(account: Account, amount: Decimal) -> Row:
    """What stands on an account, as a row without the text of the account."""
    way = None if account.way is None else account.way.value
    said = {"stage": account.stage.value, "unit": account.unit.value, "way": way}
    return account._asdict() | said | {"amount": amount_text(amount)}


@asked
def count_row(kind: Kind, count: Count) -> CountRow:
    """The certificates of one kind, as a row without its day."""
    return CountRow(
        compact_json(kind.services), kind.unit.value, count.certificates, amount_text(count.amount)
    )


@asked
def finding_rows(history: History[Any], since: int) -> Iterator[Row]:
    """The reasons against each record behind the first so many."""
    for number, record in enumerate(history.records[since:], start=since + 1):
        for reason, of in enumerate(findings_of(record)):
            yield {"number": number, "reason": reason, "rule": of.rule, "outcome": of.outcome.value}
