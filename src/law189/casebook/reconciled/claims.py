"""Что дело занимает (claims): what a case, as it stands, takes of what all cases share.

A number, a right of a consumer, an entry of the register, a part of a share or of a limit. An annulment by which a
case claims more than before is judged beside the others, whatever record it annuls; a smaller share of an order
counts as more, since it leaves less to the others.

>>> more({"К-1": Decimal(1)}, {"К-1": Decimal(1)}), more({}, {"К-1": Decimal(1)})
(False, True)
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from law189.casebook.keys import GIVEN, formed_by, number
from law189.casebook.live import stands
from law189.casebook.postings import postings
from law189.casebook.postings.accounts import Account, Posting, Stage, balances
from law189.casebook.rendered.capacity import given_in
from law189.casebook.rendered.told import given_under, ran, served
from law189.casebook.states import VOIDED
from law189.cases.history import Event, History
from law189.extracts import Way
from law189.measures import EXACT, total
from law189.numbers import compact, number_key, service_key
from law189.workflows import certificate, selection

__all__ = [
    "Claimed",
    "Claims",
    "certificate_shares",
    "more",
    "of_certificate",
    "of_entry",
    "of_less_given",
    "of_less_share",
    "of_limits",
    "of_number",
    "of_right",
    "of_share",
    "of_steps",
    "taken_from",
]

Claims = Mapping[Any, Decimal]
"""How much is claimed of each thing."""
Claimed = Callable[[History[Any], date], Claims]
ONE = Decimal(1)


def more(before: Claims, after: Claims) -> bool:
    """Whether more of anything is claimed than before."""
    none = Decimal(0)
    return any(after.get(one, none) > before.get(one, none) for one in (*before, *after))


def of_steps(steps: tuple[type[Event], ...], history: History[Any]) -> Mapping[int, Decimal]:
    """The places of the steps of those kinds that stand."""
    return {
        place: ONE
        for place, record in enumerate(history.records)
        if place not in history.annulled and isinstance(record.event, steps)
    }


def of_number(step: type[Event]) -> Claimed:
    """The number that the step gives, until the case comes to nothing."""
    by, fact = GIVEN[step]

    def claimed(history: History[Any], _: date) -> Claims:
        if history.state in VOIDED:
            return {}
        return {number(by, getattr(event, fact)): ONE for event in history.events(step)}

    return claimed


def of_entry(history: History[Any], _: date) -> Claims:
    """The provider and each service of an entry that is in the register."""
    if history.state != selection.State.INCLUDED:
        return {}
    inn = compact(selection.provider_of(history).inn)
    return {(inn, service_key(one)): ONE for one in selection.services_of(history)}


def of_right(history: History[Any], on: date) -> Claims:
    """The consumer and each service of a certificate that stands on the day, be it suspended."""
    if not stands(history, on):
        return {}
    applied = history.the(certificate.AppliedFor)
    file = number_key(applied.recipient.file)
    return {(file, service_key(one)): ONE for one in applied.services}


def of_limits(history: History[Any], _: date) -> Claims:
    """What a certificate adds to the count of its day."""
    return {one._replace(amount=ONE): EXACT.add(ONE, one.amount) for one in formed_by(history)}


# ─── По счетам ───────────────────────────────────────────────────────────────────────────────────────────


def of_share(history: History[Any], _: date) -> Mapping[Account, Decimal]:
    """How much a certificate takes of the share of an order."""
    return _taken(postings(history), Stage.SHARE)


def of_certificate(history: History[Any], _: date) -> Mapping[Account, Decimal]:
    """How much a contract takes of its certificate."""
    return _taken(postings(history), Stage.CERTIFICATE)


def of_less_share(history: History[Any], _: date) -> Mapping[Account, Decimal]:
    """What an order gives to certificates, below zero: the less it gives the more it claims."""
    return {account: EXACT.minus(amount) for account, amount in certificate_shares(history).items()}


def of_less_given(history: History[Any], _: date) -> Claims:
    """What a contract gives of a service under its agreement, below zero: the less it gives the more it claims.

    And its days: it claims more where it begins later, ends earlier or is suspended for longer.
    """
    given, (begun, last) = given_under(history), ran(history)
    less = {one: EXACT.minus(given_in(parts)) for one, parts in given.items()}
    days = {
        "begun": Decimal(begun.toordinal() - date.max.toordinal()),
        "last": Decimal(-last.toordinal()),
        "served": Decimal(-sum((until - since).days + 1 for since, until in served(history))),
    }
    return {**less, **days} if given else {}


def certificate_shares(history: History[Any]) -> Mapping[Account, Decimal]:
    """What an order, as it stands, gives to certificates on each account."""
    shares = _taken(postings(history), Stage.SHARE)
    return {one: EXACT.minus(amount) for one, amount in shares.items() if one.way is Way.CERTIFICATE}


def taken_from(claims: Mapping[Account, Decimal]) -> Decimal:
    """All that is taken from accounts, together."""
    return total(claims.values())


def _taken(moved: Iterable[Posting], stage: Stage) -> dict[Account, Decimal]:
    """How much has left each account of the stage; below zero where more came."""
    found = balances(moved)
    return {account: EXACT.minus(amount) for account, amount in found.items() if account.stage is stage}
