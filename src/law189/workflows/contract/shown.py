"""Что верно на каждом шаге и что показывает договор (shown): the standing condition and the extract.

>>> from datetime import date
>>> extract(lifecycle.begin("5"), date(2024, 2, 1))
Traceback (most recent call last):
    ...
law189.errors.NothingYet: nothing has happened in contract 5 by 2024-02-01
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from law189.cases.history import History
from law189.cases.lifecycle import Moment
from law189.cases.listed import on_list
from law189.errors import NothingYet
from law189.extracts import ContractExtract, Way
from law189.kinds.asked import asked
from law189.measures import Volume
from law189.rules.orders import ways
from law189.verdict import Verdict
from law189.workflows.contract.changing import Amended
from law189.workflows.contract.ending import Fulfilled, Terminated
from law189.workflows.contract.offer import Concluded, Offered
from law189.workflows.contract.table import ContractEvent, lifecycle

__all__ = ["extract", "service_and_way"]


# ─── Что верно на каждом шаге ────────────────────────────────────────────────────────────────────────────


@lifecycle.throughout(Offered, Concluded)
def service_and_way(m: Moment[Any]) -> Iterator[Verdict]:
    """Способ выбран и услуга стоит в перечне: договор предлагают и заключают по сертификату."""
    yield ways.way_chosen(Way.CERTIFICATE, m.on, m.edition.selection, m.services, silence=m.edition.whole)
    yield from on_list(m.services, m.edition)


# ─── Что показывает договор ──────────────────────────────────────────────────────────────────────────────


@asked
def extract(history: History[ContractEvent], as_of: date) -> ContractExtract:
    """Выписка: the contract as it stood on the day `as_of`, its volume in the unit of the offer.

    Raises `NothingYet` where it was not concluded by that day.
    """
    known = history.as_of(as_of)
    offered = concluded = ended = None
    terms: Offered | Amended | None = None
    volume: Volume | None = None
    for event in [record.event for record in known.records]:
        match event:
            case Offered():
                offered = terms = event
                volume = event.volume
            case Amended():
                terms = event
                volume = event.volume if volume is None or event.volume.unit is volume.unit else volume
            case Concluded():
                concluded = event
            case Fulfilled() | Terminated():
                ended = event
    if offered is None or terms is None or volume is None or concluded is None:
        raise NothingYet(f"contract {history.id}: not concluded by {as_of.isoformat()}")
    return ContractExtract(
        as_of=as_of,
        number=offered.number,
        provider=offered.provider,
        certificate=None if concluded.certificate is None else concluded.certificate.number,
        service=offered.service,
        volume=volume,
        concluded_on=concluded.on,
        ended_on=None if ended is None else ended.on,
        rendered=None if ended is None else ended.rendered,
        fulfilled=isinstance(ended, Fulfilled),
        ends_on=terms.ends_on,
    )
