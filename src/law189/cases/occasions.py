"""Дни событий (occasions): on which day the event came from which a term is counted, as far as the case knows it.

A term of an act may be counted from another step or from an item of the plan. The case knows its own steps, steps
of other cases by the extracts that it was shown, and items of the plan by the acts that the profile records.

>>> from law189.profile.loader import load_profile
>>> from law189.workflows.order import Drafted, lifecycle
>>> from law189.profile.terms import Occasion
>>> moment = Moment(date(2024, 1, 15), lifecycle.begin("1"), load_profile("kemerovo"))
>>> come_on(Occasion(kind="step", at="order.drafted"), moment) is None
True
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from law189.cases.history import RecordAnnulled
from law189.cases.moment import Moment
from law189.extracts import (
    AgreementExtract,
    CertificateExtract,
    ContractExtract,
    Extract,
    OrderExtract,
    RegisterExtract,
)
from law189.profile.slots import Adopted
from law189.profile.terms import Occasion, OccasionKind, Term
from law189.rules import periods
from law189.rules.occurrences import occasion

__all__ = ["begun_by", "come_on"]

_SHOWN: dict[str, tuple[type[Extract], str]] = {
    "order.approved": (OrderExtract, "approved_on"),
    "order.published": (OrderExtract, "published_on"),
    "selection.included": (RegisterExtract, "included_on"),
    "selection.excluded": (RegisterExtract, "excluded_on"),
    "agreement.concluded": (AgreementExtract, "concluded_on"),
    "certificate.formed": (CertificateExtract, "formed_on"),
    "contract.concluded": (ContractExtract, "concluded_on"),
}
"""Which extract shows the day of a step of another case."""


def begun_by(term: Term, cause: date, adopted: Adopted, moment: Moment[Any]) -> date | None:
    """The day from which a step's term is counted; None where nobody has given the day of its event.

    `cause` is the day from which the step's own term runs, `adopted` the act that sets the term.
    """
    event = occasion(term)
    known = None if event is None else come_on(event, moment)
    return periods.begun_by(term, cause, adopted.act.published_on, adopted.since, known)


def come_on(event: Occasion, moment: Moment[Any]) -> date | None:
    """The latest day by the moment on which a step was taken, or an item of the plan was done.

    None where the case does not know it, and of an event of another kind.
    """
    if event.kind is OccasionKind.ITEM and event.at is not None:
        return moment.edition.done_by_acts(event.at, moment.on)
    if event.at is None:
        return None
    days = (day for day in _days(event.at, moment) if day is not None and day <= moment.on)
    return max(days, default=None)


def _days(step: str, moment: Moment[Any]) -> Iterator[date | None]:
    """The days of the step: of records of the case itself, else of what extracts show of other cases."""
    lifecycle, _, kind = step.partition(".")
    taken = [record for record in moment.history.standing if not isinstance(record.event, RecordAnnulled)]
    if lifecycle == moment.history.lifecycle:
        yield from (record.event.on for record in taken if record.kind == kind)
        return
    if step not in _SHOWN:
        return
    shown, day = _SHOWN[step]
    for event in (*(record.event for record in taken), *(() if moment.event is None else (moment.event,))):
        for name in type(event).model_fields:
            value = getattr(event, name)
            if isinstance(value, shown):
                yield getattr(value, day)
