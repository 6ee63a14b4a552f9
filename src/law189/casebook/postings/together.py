"""Проводки дел вместе (together): what each case moved, a certificate beside its contracts.

What a certificate gives back when it is annulled or expires is what its contracts leave of it. A file need not
write a step of a contract a second time in the case of the certificate: a contract that has a case of its own is
counted by that case, and any other one by what the certificate's case says of it.

>>> from law189.workflows import certificate
>>> together(moved_by([certificate.lifecycle.begin("17")], date(2024, 1, 15))).cases[0][1]
()
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from law189.casebook.known import Known, on_day
from law189.casebook.postings import posted
from law189.casebook.postings.accounts import Account, Posting, Stage
from law189.cases.history import History
from law189.kinds.asked import inside
from law189.workflows import certificate, contract

__all__ = ["FormedCase", "Together", "formed_for", "moved_by", "together"]


class FormedCase(NamedTuple):
    """A certificate of the cases: its case, when it was formed, from which share, for whom."""

    history: str
    on: date
    share: Account
    consumer: str


Forming = Mapping[Account, list[FormedCase]]


Moved = tuple[Known, tuple[Posting, ...]]
"""A case as it stood on a day, and what it had moved by its end, as far as it says that itself."""


class Together(NamedTuple):
    """Каждое дело с его проводками, and the certificates by their accounts.

    `consumers` are for whom they are, by their cases.
    """

    cases: tuple[Moved, ...]
    certificates: Forming
    consumers: Mapping[str, str]


def moved_by(histories: Iterable[History[Any]], on: date) -> Iterator[Moved]:
    """Each case as it stood at the end of the day, with what it had moved by then.

    Raises `Law189Error` on a case of a lifecycle that the library has not.
    """
    return ((known, posted(known)) for history in histories for known in (on_day(history, on),))


def together(cases: Iterable[Moved]) -> Together:
    """What each case has moved beside the others, all as they stood at the end of one day."""
    alone = inside(cases)
    certificates, consumers = _formed(alone)
    ended = {
        known.history.id: known
        for known, _ in alone
        if known.history.state in ENDS and known.history.lifecycle == certificate.lifecycle.name
    }
    if not ended:
        return Together(alone, certificates, consumers)
    under: dict[str, list[tuple[Posting, ...]]] = {}
    for known, found in alone:
        if found and known.history.lifecycle == contract.lifecycle.name:
            formed = formed_for(found[0], certificates)
            if formed is not None and formed.history in ended:
                under.setdefault(formed.history, []).append(found)
    whole = {one: posted(ended[one], contracts) for one, contracts in under.items()}
    return Together(
        tuple((known, whole.get(known.history.id, found)) for known, found in alone),
        certificates,
        consumers,
    )


def _formed(cases: Iterable[Moved]) -> tuple[Forming, Mapping[str, str]]:
    """The certificates by their accounts, and for whom they are, by their cases."""
    certificates: dict[Account, list[FormedCase]] = {}
    consumers: dict[str, str] = {}
    for known, found in cases:
        history = known.history
        if not found or history.lifecycle != certificate.lifecycle.name:
            continue
        file = consumers[history.id] = history.the(certificate.AppliedFor).recipient.file
        for one in found:
            if one.source.stage is SHARE and one.target.stage is FREE:
                made = FormedCase(history.id, one.on, one.source, file)
                certificates.setdefault(one.target, []).append(made)
    return certificates, consumers


ENDS = (certificate.State.ANNULLED, certificate.State.EXPIRED)
"""The states whose beginning has moved what a certificate's contracts leave; while it lives they leave all."""
SHARE, FREE = Stage.SHARE, Stage.CERTIFICATE


def formed_for(first: Posting, certificates: Forming) -> FormedCase | None:
    """The certificate from which a contract took its volume by that posting; None where no case has it.

    Where several cases have a certificate of that number, it is the latest that was formed by then.
    """
    found = certificates.get(first.source, [])
    if len(found) == 1:
        return found[0]
    before = [formed for formed in found if formed.on <= first.on] or found[:1]
    return max(before, key=lambda formed: formed.on) if before else None
