"""Показанные записи реестра (registered): the extracts of the register that a case was shown, and of which entry.

>>> from law189.workflows import agreement
>>> registered(agreement.lifecycle.begin("1"))
[]
"""

from collections.abc import Iterable, Iterator
from typing import Any

from law189.cases.history import History
from law189.extracts import RegisterExtract
from law189.numbers import same_number
from law189.workflows import selection

__all__ = ["of_record", "registered"]


def registered(case: History[Any]) -> list[RegisterExtract]:
    """The extracts of the register that were put before the steps of the case that stand."""
    told = [getattr(record.event, "provider", None) for record in case.standing]
    return [one for one in told if isinstance(one, RegisterExtract)]


def of_record(entry: History[Any], shown: Iterable[RegisterExtract]) -> Iterator[RegisterExtract]:
    """Those of the extracts that are of the entry, also by a record that was annulled since."""
    once = [one.event.record for one in entry.records if isinstance(one.event, selection.Included)]
    return (one for one in shown if any(same_number(one.record, record) for record in once))
