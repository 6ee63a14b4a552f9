"""Дни исполнителя (serving): acts, claims and payments beside the entries of their provider in the register.

An act bears out what was rendered on its days. Of each day it is asked whether some entry of the provider was then
in the register for the service, and whether some licence that its entries tell of ran. What the book does not hold
is not asked. A record that has passed on to a successor is no longer the provider's from that day, unless the
agreement was shown the successor too; one that had passed on before the agreement was begun never was.
A claim and a payment rest on acts, and are told of the same days; what an office has decided of an act is decided.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from law189.casebook.dependants.passed import ever_held_by
from law189.casebook.dependants.registered import of_record, registered
from law189.casebook.keys import By
from law189.casebook.reconciled.beside import Beside
from law189.casebook.reconciled.claimed import decided
from law189.cases.history import History
from law189.extracts import Licence, RegisterExtract
from law189.law import Text
from law189.numbers import same_inn, same_number, same_service
from law189.profile.plan import Milestone
from law189.rules.acts import force
from law189.rules.agreements.payments import PeriodClaim
from law189.rules.agreements.rendering import PeriodAct
from law189.rules.identifiers import named
from law189.rules.providers import serving
from law189.rules.providers.serving import ACT, CLAIM, Stretch
from law189.verdict import Verdict
from law189.workflows import agreement, selection
from law189.workflows.agreement.case import shown_provider
from law189.workflows.agreement.payment import paid_so_far

__all__ = ["could_serve"]


class _Paper(NamedTuple):
    """An act, or a claim that rests on none: what it is, its number, its days, its services."""

    what: Text
    number: str
    since: date
    until: date
    services: tuple[str, ...]


class _Stood(NamedTuple):
    """An entry since a day: the services for which a party was in the register by it; none where it was not."""

    since: date
    services: tuple[str, ...]


def could_serve(of: Beside) -> Iterator[Verdict]:
    """В дни акта исполнитель стоял в реестре по услуге и имел лицензию."""
    shown, day = shown_provider(of.after), of.on
    if shown is None:
        return
    begun = of.after.the(agreement.Drafted).on
    own, read = of.others(By.PROVIDER, shown.provider), registered(of.after)
    known = [one for one in own if _included(one, read)]
    entries = [one for one in known if ever_held_by(one, shown.provider, begun)]
    parties = [shown.provider, *(one.provider for one in read)]
    stood = [[*_stood(one, day, parties)] for one in entries]
    asked = of.edition.licence if of.edition.licence and force.holds(of.edition.licence, day) else None
    licences = [] if asked is None else [*_licences(entries, day)]
    for paper in _papers(of) if entries else ():
        found: dict[tuple[tuple[Stretch, ...], tuple[Stretch, ...]], list[str]] = {}
        for service in paper.services:
            outside = tuple(_days(paper, _changes(stood), lambda on, of=service: not _serves(stood, on, of)))
            unlicensed = tuple(_days(paper, _ends(licences), lambda on: not _licensed(licences, on)))
            if outside or unlicensed:
                found.setdefault((outside, unlicensed), []).append(service)
        for (outside, unlicensed), services in found.items():
            register = of.edition.due_by(Milestone.REGISTER) if outside else ()
            licence = (asked.basis,) if unlicensed and asked is not None else ()
            yield serving.could_serve(
                paper.what, paper.number, paper[2:4], shown.provider, services, outside, unlicensed,
                *register, *licence,
            )  # fmt: skip


# ─── На чём стоит шаг ────────────────────────────────────────────────────────────────────────────────────


def _papers(of: Beside) -> Iterator[_Paper]:
    """The act that is drawn up, or what a claim or a payment rests on, but for acts that an office has decided."""
    event = of.event
    if isinstance(event, agreement.ActDrawn):
        yield from _of_agreed(_paper(event.told), of)
        return
    account = paid_so_far(of.after)
    claim = event.told if isinstance(event, agreement.Claimed) else account.claim(event.claim)
    if claim is None:
        return
    acts = [one for one in account.acts if _rests_on(claim, one)]
    known = decided(of.after)
    if not acts:
        services = of.after.the(agreement.Drafted).services
        if isinstance(event, agreement.Claimed) or not known.claim(claim.number):
            yield _Paper(CLAIM, claim.number, claim.since, claim.until, services)
    for act in acts:
        if not known.act(act.number):
            yield from _of_agreed(_paper(act), of)


def _of_agreed(paper: _Paper, of: Beside) -> Iterator[_Paper]:
    """The paper with the services that its agreement is for: of any other the act is void already."""
    agreed, readings = of.after.the(agreement.Drafted).services, of.edition.readings
    own = tuple(one for one in paper.services if named(one, agreed, readings) is not False)
    if own:
        yield paper._replace(services=own)


def _paper(act: PeriodAct) -> _Paper:
    return _Paper(ACT, act.number, act.since, act.until, tuple(dict.fromkeys(act.services)))


def _rests_on(claim: PeriodClaim, act: PeriodAct) -> bool:
    """Whether the claim names the act; one that names none rests on those of its days."""
    if claim.acts:
        return any(same_number(act.number, one) for one in claim.acts)
    return act.overlaps(claim.since, claim.until)


# ─── Записи реестра и лицензии по дням ───────────────────────────────────────────────────────────────────


def _included(entry: History[Any], shown: Sequence[RegisterExtract]) -> bool:
    """Whether it was in the register; by a record that was annulled, where the agreement was shown it."""
    return any(entry.events(selection.Included)) or any(of_record(entry, shown))


def _stood(entry: History[Any], until: date, parties: Sequence[str]) -> Iterator[_Stood]:
    """The entry from each of its steps on, as it is known on the day; of whoever else holds it, nothing."""
    services: tuple[str, ...] = ()
    own = False
    for record in entry.standing:
        event: Any = record.event
        if event.on > until:
            return
        services = tuple(getattr(event, "services", None) or services)
        if (holder := vars(event).get("provider")) is not None:
            own = any(same_inn(holder.inn, one) for one in parties)
        yield _Stood(event.on, services if own and record.state == selection.State.INCLUDED else ())


def _serves(stood: Sequence[Sequence[_Stood]], on: date, service: str) -> bool:
    """Whether some entry is in the register for the service at the end of the day."""
    latest = (next((one for one in reversed(entry) if one.since <= on), None) for entry in stood)
    return any(
        one is not None and any(same_service(service, name) for name in one.services) for one in latest
    )


def _licences(entries: Sequence[History[Any]], until: date) -> Iterator[Licence]:
    """The licences that the entries tell of by the day."""
    for entry in entries:
        for record in entry.standing:
            told = vars(record.event).get("provider")
            if told is not None and told.licence is not None and record.event.on <= until:
                yield told.licence


def _licensed(licences: Sequence[Licence], on: date) -> bool:
    """Whether one of the licences runs on the day; where there is none, that is not asked here."""
    return not licences or any(
        one.issued_on <= on and (one.ends_on is None or on <= one.ends_on) for one in licences
    )


def _changes(stood: Sequence[Sequence[_Stood]]) -> set[date]:
    return {one.since for entry in stood for one in entry}


def _ends(licences: Sequence[Licence]) -> set[date]:
    ends = {one.ends_on + timedelta(1) for one in licences if one.ends_on not in (None, date.max)}
    return ends | {one.issued_on for one in licences}


def _days(paper: _Paper, changes: Collection[date], wrong: Any) -> Iterator[Stretch]:
    """The days of the paper of which that is so, which only the changes can end or begin."""
    if paper.since > paper.until:
        return  # told of the period
    begins = [paper.since, *sorted(day for day in changes if paper.since < day <= paper.until)]
    since: date | None = None
    for day in begins:
        if wrong(day):
            since = since or day
        elif since is not None:
            yield Stretch(since, day - timedelta(1))
            since = None
    if since is not None:
        yield Stretch(since, paper.until)
