"""Действует ли сертификат (live): whether the certificate of a case gives a right on a day.

>>> from law189.workflows import certificate
>>> is_live(certificate.lifecycle.begin("17"), date(2024, 1, 15))
False
"""

from datetime import date
from typing import Any

from law189.cases.history import History
from law189.workflows import certificate

__all__ = ["LIVE", "is_live"]

LIVE = ("formed", "contracted", "suspended", "suspended_contracted")
"""The states in which a certificate gives a right."""


def is_live(case: History[Any], on: date) -> bool:
    """Whether the certificate is formed and not yet over on the day; the case is as it stands."""
    live = case.lifecycle == certificate.lifecycle.name and case.state in LIVE
    return live and bool(certificate.holding_of(case).valid_until >= on)
