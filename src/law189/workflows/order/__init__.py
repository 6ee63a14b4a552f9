"""Муниципальный социальный заказ (social order), from its draft to the report on how it was executed.

The authorised body forms the order under the act that the law hands to the municipality (189-ФЗ, ст. 6, ч. 4),
approves it and publishes it in the term of the plan (Kemerovo: п. 4 прил. 4; the district: п. 4.1 прил. 2). The
volumes are split over ways of execution (ст. 19). Advice of the working group is attached and moves nothing.

>>> from law189 import Decision, load_profile
>>> kemerovo = load_profile("kemerovo")
>>> shares = {"way": "municipal-task", "amount": 60}, {"way": "certificate", "amount": 40}
>>> line = {"service": "804200О.99.0.ББ52АЖ48000", "unit": "person-hours", "total": 100, "parts": shares}
>>> drafted = Drafted(on=date(2023, 9, 26), by="education", number="1", year=2024, lines=[line])
>>> history = lifecycle.begin("2024")
>>> lifecycle.judge(history, drafted, kemerovo).outcome  # the act on forming orders is not adopted
<Outcome.UNKNOWN: 'unknown'>
>>> takes_it = Decision(by="head of the city", on="2023-09-26", reason="до принятия порядка")
>>> history = lifecycle.advance(history, drafted, kemerovo, decision=takes_it)
>>> advice = {"as_of": "2023-09-27", "held_on": "2023-09-26", "question": "О заказе", "adopted": False}
>>> lifecycle.judge(history, AdviceAttached(on="2023-09-27", by="chair", advice=advice), kemerovo).outcome
<Outcome.HOLDS: 'holds'>
>>> lifecycle.judge(history, Approved(on="2023-09-28", by="provider"), kemerovo).outcome
<Outcome.VOID: 'void'>
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from law189.cases.given.volumes import PlannedVolume
from law189.cases.history import History
from law189.cases.lifecycle import Moment
from law189.errors import NothingYet
from law189.extracts import CertificateLine, OrderExtract, OrderLine, Way
from law189.kinds.asked import asked
from law189.rules import orders
from law189.verdict import Verdict
from law189.workflows.order.approval import (
    AdviceAttached,
    Amended,
    Approved,
    Drafted,
    Published,
    of_ways,
    status_of,
)
from law189.workflows.order.case import OrderEvent, State, lifecycle, lines_of
from law189.workflows.order.report import (
    Achieved,
    Cancelled,
    Closed,
    PeriodReported,
    ReportFormed,
    ReportPublished,
)

__all__ = [
    "Achieved",
    "AdviceAttached",
    "Amended",
    "Approved",
    "Cancelled",
    "Closed",
    "Drafted",
    "OrderEvent",
    "PeriodReported",
    "PlannedVolume",
    "Published",
    "ReportFormed",
    "ReportPublished",
    "State",
    "extract",
    "lifecycle",
    "lines_of",
]


# ─── Что верно на каждом шаге ────────────────────────────────────────────────────────────────────────────


@lifecycle.throughout(Approved)
def as_drafted(m: Moment[Any]) -> Iterator[Verdict]:
    """Услуги проекта и в день утверждения стоят в перечне, способы выбраны, деньги есть."""
    lines, edition = lines_of(m.history), m.edition
    yield from orders.still_listed(lines, edition.numbers, edition.listed_at, edition.readings)
    yield from of_ways(m, lines)


# ─── Что заказ показывает другим делам ───────────────────────────────────────────────────────────────────────


@asked
def extract(history: History[OrderEvent], as_of: date) -> OrderExtract:
    """Выписка на день `as_of`: the order as last approved by that day, with its services by certificate.

    `published_on` is the day on which that approval was published, None where it is not yet. Raises `NothingYet`
    where the order was not approved by that day, or was cancelled by it.
    """
    known = history.as_of(as_of)
    approvals = [r.event.on for r in known.records if isinstance(r.event, Approved | Amended)]
    if not approvals:
        raise NothingYet(
            f"the order {history.id} was not approved by {as_of}; an extract shows an approved order only"
        )
    if known.state == State.CANCELLED:
        raise NothingYet(f"the order {history.id} was cancelled by {as_of}; there is nothing to show of it")
    drafted, unpublished = known.the(Drafted), known.state == State.APPROVED
    ordered = [(line.service, lines) for line in lines_of(known) if (lines := _by_certificate(line))]
    return OrderExtract(
        as_of=as_of,
        number=drafted.number,
        year=drafted.year,
        status=status_of(known),
        services=tuple([service for service, _ in ordered]),
        approved_on=approvals[-1],
        published_on=None if unpublished else known.the(Published).on,
        lines=tuple([one for _, lines in ordered for one in lines]),
    )


def _by_certificate(line: OrderLine) -> list[CertificateLine]:
    """How much of the service is ordered by certificate, in the words that its line was read in."""
    shares = [part.amount for part in line.parts if part.way is Way.CERTIFICATE and part.amount > 0]
    made = CertificateLine.model_construct
    return [made(service=line.service, unit=line.unit, amount=share) for share in shares]
