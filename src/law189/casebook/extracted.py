"""Выписка из дела (extracted): what a case of the book shows to another one on a day.

>>> from law189.workflows import order
>>> extract_of(Source.ORDER, order.lifecycle.begin("1"), date(2024, 1, 9)) is None
True
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from law189.cases.history import History
from law189.extracts.extract import Extract
from law189.law import Source
from law189.workflows import agreement, certificate, contract, order, selection

__all__ = ["EXTRACTS", "extract_of"]

EXTRACTS: Mapping[Source, Callable[[History[Any], date], Extract]] = {
    Source.ORDER: order.extract,
    Source.REGISTER: selection.extract,
    Source.AGREEMENT: agreement.extract,
    Source.CERTIFICATE: certificate.extract,
    Source.CONTRACT: contract.extract,
}


def extract_of(source: Source, case: History[Any], on: date) -> Extract | None:
    """The extract of the case as of the day; None where it had nothing to show by then.

    None too where what happened contradicts itself, as an agreement does that ended before it was concluded: no
    extract says that, and a finding has told it where it happened.
    """
    try:
        return EXTRACTS[source](case, on)
    except (LookupError, ValidationError):
        return None
