"""Проводки дел вместе (together): what each case moved, a certificate beside its contracts.

What a certificate gives back when it is annulled or expires is what its contracts leave of it. A file need not
write a step of a contract a second time in the case of the certificate: a contract that has a case of its own is
counted by that case, and any other one by what the certificate's case says of it.

>>> from datetime import date
>>> from law189.casebook.known import on_day
>>> from law189.workflows import certificate
>>> together([on_day(certificate.lifecycle.begin("17"), date(2024, 1, 15))]).cases[0][1]
()
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from law189.casebook.accounts import Account, Posting, Stage
from law189.casebook.known import Known
from law189.casebook.postings import posted
from law189.cases.history import History
from law189.kinds.asked import inside
from law189.workflows import certificate, contract

__all__ = ["FormedCase", "Together", "formed_for", "together"]


class FormedCase(NamedTuple):
    """A certificate of the cases: its case, when it was formed, from which share, for whom."""

    history: str
    on: date
    share: Account
    consumer: str


Forming = Mapping[Account, list[FormedCase]]


class Together(NamedTuple):
    """Каждое дело с его проводками, and the certificates by their accounts."""

    cases: tuple[tuple[Known, tuple[Posting, ...]], ...]
    certificates: Forming


def together(cases: Sequence[Known]) -> Together:
    """What each case has moved by the end of the day on which the cases stood so."""
    alone = inside((known, posted(known)) for known in cases)
    certificates: dict[Account, list[FormedCase]] = {}
    for known, found in alone:
        for one in found:
            if one.source.stage is Stage.SHARE and one.target.stage is Stage.CERTIFICATE:
                file = known.history.the(certificate.AppliedFor).recipient.file
                made = FormedCase(known.history.id, one.on, one.source, file)
                certificates.setdefault(one.target, []).append(made)
    ended = {known.history.id: known for known, _ in alone if _has_ended(known.history)}
    if not ended:
        return Together(alone, certificates)
    under: dict[str, list[tuple[Posting, ...]]] = {}
    for known, found in alone:
        if found and known.history.lifecycle == contract.lifecycle.name:
            formed = formed_for(found[0], certificates)
            if formed is not None and formed.history in ended:
                under.setdefault(formed.history, []).append(found)
    whole = {one: posted(ended[one], contracts) for one, contracts in under.items()}
    return Together(
        tuple((known, whole.get(known.history.id, found)) for known, found in alone), certificates
    )


def _has_ended(history: History[Any]) -> bool:
    """Whether it is a certificate whose end has moved what its contracts leave; while it lives they leave all."""
    ends = (certificate.State.ANNULLED, certificate.State.EXPIRED)
    return history.lifecycle == certificate.lifecycle.name and history.state in ends


def formed_for(first: Posting, certificates: Forming) -> FormedCase | None:
    """The certificate from which a contract took its volume by that posting; None where no case has it.

    Where several cases have a certificate of that number, it is the latest that was formed by then.
    """
    found = certificates.get(first.source, [])
    if len(found) == 1:
        return found[0]
    before = [formed for formed in found if formed.on <= first.on] or found[:1]
    return max(before, key=lambda formed: formed.on) if before else None
