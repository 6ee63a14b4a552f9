"""Посчитанное по делам (tallies): what an indicator counts, of the cases as they stood on a day, with the records.

A count has two ends where a fact is missing: a provider of no told sector, a contract without an extract of its
certificate or without a recorded end. Where the cases hold nothing of the kind nothing is counted, and why is said.

>>> from law189.profile.loader import load_profile
>>> tallied(Counts(kind="providers"), (), load_profile("kemerovo").latest, date(2024, 12, 31)).found.ru
'отбора исполнителей в делах нет'
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from law189.casebook.known import Known, Made
from law189.casebook.live import is_live, used_up
from law189.casebook.rendered.providers import Providers, applied, latest, registered
from law189.casebook.rendered.served import of_all, of_some, served_in
from law189.extracts import OrderLine, Way
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Text
from law189.measures import total
from law189.numbers import number_key, service_key
from law189.profile.edition import Edition
from law189.profile.tallies import Counts, Tally
from law189.rules.indicators.tallies import SECTOR, Extent
from law189.workflows import certificate, contract, order

__all__ = ["Tallied", "tallied"]

NO_SELECTION = Text("отбора исполнителей в делах нет", "the cases hold no selection of providers")
NO_PROVIDER = Text("исполнителей в реестре нет", "there is no provider in the register")
NO_CERTIFICATE = Text("сертификатов в делах нет", "the cases hold no certificate")
NO_CONTRACT = Text("договоров в делах нет", "the cases hold no contract")
NOBODY_SERVED = Text(
    "по договорам этого года никому не оказано", "nobody was served under contracts of the year"
)
NO_ORDER = Text("заказов в делах нет", "the cases hold no order")
NO_ORDER_OF_YEAR = Text(
    "утверждённого заказа на этот год в делах нет", "the cases hold no approved order for the year"
)
NO_VOLUME = Text("в заказе нет объёма", "the order has no volume")
UNITS = Text("у строк заказа разные единицы", "the lines of the order have different units")
NO_ACTS = Text("принятых актов в профиле нет", "the profile has no adopted acts")


class Tallied(NamedTuple):
    """Посчитано: the count, or why there is none; and the records of the cases that it comes from."""

    found: Extent | Text
    made_by: tuple[Made, ...] = ()


class _Asked(NamedTuple):
    """What is counted, of which cases, on which day."""

    counts: Counts
    cases: Sequence[Known]
    on: date


@asked
def tallied(counts: Counts, cases: Sequence[Known], edition: Edition, on: date) -> Tallied:
    """What is counted, of the cases as they stood on the day and of the acts of the edition."""
    must_be(edition, Edition)
    must_be(on, date)
    if must_be(counts, Counts).kind is Tally.ACTS:
        return _acts(counts, edition, on)
    return COUNTED[counts.kind](_Asked(counts, cases, on))


def _exactly(many: int | Fraction, made: Iterable[Made]) -> Tallied:
    return Tallied(Extent(Fraction(many), Fraction(many)), tuple(dict.fromkeys(made)))


def _percent(part: int | Decimal, whole: int | Decimal) -> Fraction:
    """The share in per cent, never more than all of it."""
    return min(Fraction(100), Fraction(part) * 100 / Fraction(whole))


def _acts(counts: Counts, edition: Edition, on: date) -> Tallied:
    """Every act in force on the day, each once; its kinds are those that are counted, or any."""
    if not edition.adopted:
        return Tallied(NO_ACTS)
    found = [
        one
        for one in edition.adopted
        if one.in_force(on) and (not counts.acts or set(one.adopts) & set(counts.acts))
    ]
    return _exactly(len(found), ())


# ─── Исполнители ─────────────────────────────────────────────────────────────────────────────────────────


def _applicants(of: _Asked) -> Tallied:
    found = applied(of.cases)
    return _counted_providers(Providers(of.counts, of.cases), found) if found else Tallied(NO_SELECTION)


def _counted_providers(providers: Providers, found: Mapping[str, Made], *, share: bool = False) -> Tallied:
    answers = {inn: providers.wanted(inn) for inn in found}
    sure = sum(answer is True for answer in answers.values())
    most = sum(answer is not False for answer in answers.values())
    made = tuple(found[inn] for inn, answer in answers.items() if share or answer is not False)
    ends = [_percent(many, len(found)) if share else Fraction(many) for many in (sure, most)]
    return Tallied(Extent(ends[0], ends[1], (SECTOR,) if sure < most else ()), made)


def _providers(of: _Asked) -> Tallied:
    """Who is in the register on the day, or which share of them."""
    if not applied(of.cases):
        return Tallied(NO_SELECTION)
    found, share = registered(of.cases), of.counts.kind is Tally.PROVIDERS_SHARE
    if share and not found:
        return Tallied(NO_PROVIDER)
    return _counted_providers(Providers(of.counts, of.cases), found, share=share)


# ─── Потребители и сертификаты ───────────────────────────────────────────────────────────────────────────


def _of(cases: Sequence[Known], lifecycle: str) -> list[Known]:
    """The cases of the lifecycle in which something had happened by the day."""
    return [one for one in cases if one.history.lifecycle == lifecycle and one.events]


def _live(of: _Asked) -> Tallied:
    """The certificates that give a right on the day, or the consumers who have them; a suspended one gives none."""
    if not _of(of.cases, certificate.lifecycle.name):
        return Tallied(NO_CERTIFICATE)
    made, files, used = [], set(), used_up(of.cases)
    for known in of.cases:
        if known.history.id not in used and is_live(known.history, of.on):
            formed = latest(known, certificate.Formed)
            assert formed is not None, "a live certificate was formed"
            made.append(Made(known.history.id, formed[0]))
            files.add(number_key(known.history.the(certificate.AppliedFor).recipient.file))
    return _exactly(len(files) if of.counts.kind is Tally.HOLDERS else len(made), made)


def _served(of: _Asked) -> Tallied:
    """Whoever was served in the year of the day, by then; each consumer once."""
    if not _of(of.cases, contract.lifecycle.name):
        return Tallied(NO_CONTRACT)
    found, share = (
        served_in(of.cases, Providers(of.counts, of.cases), of.on),
        of.counts.kind is Tally.SERVED_SHARE,
    )
    if share and not found:
        return Tallied(NOBODY_SERVED)
    made = tuple(one.made for one in found if share or one.wanted is not False)
    return Tallied((of_some if share else of_all)(found), made)


# ─── Заказы ──────────────────────────────────────────────────────────────────────────────────────────────


def _approved(cases: Sequence[Known]) -> list[tuple[Known, Made]]:
    """The orders that were approved and not cancelled, each with the record of its approval."""
    found = []
    for known in _of(cases, order.lifecycle.name):
        record = latest(known, order.Approved)
        if record is not None and known.history.state != order.State.CANCELLED:
            found.append((known, Made(known.history.id, record[0])))
    return found


def _orders(of: _Asked) -> Tallied:
    if not _of(of.cases, order.lifecycle.name):
        return Tallied(NO_ORDER)
    found = _approved(of.cases)
    return _exactly(len(found), (made for _, made in found))


def _of_year(cases: Sequence[Known], year: int) -> tuple[list[OrderLine], list[Made]]:
    """The lines of the approved orders for the year, and the records that left them so."""
    lines: list[OrderLine] = []
    made = []
    for known, _ in _approved(cases):
        if known.history.the(order.Drafted).year == year:
            lines.extend(order.lines_of(known.history))
            left = [number for number, event in known.events if getattr(event, "lines", None) is not None]
            made.append(Made(known.history.id, left[-1]))
    return lines, made


def _certified(line: OrderLine) -> Decimal:
    amounts = (part.amount for part in line.parts if part.way is Way.CERTIFICATE)
    return total(amounts)


def _services_share(of: _Asked) -> Tallied:
    lines, made = _of_year(of.cases, of.on.year)
    if not lines:
        return Tallied(NO_ORDER_OF_YEAR)
    every = {service_key(line.service) for line in lines}
    certified = {service_key(line.service) for line in lines if _certified(line) > 0}
    return _exactly(_percent(len(certified), len(every)), made)


def _volume_share(of: _Asked) -> Tallied:
    lines, made = _of_year(of.cases, of.on.year)
    if not lines:
        return Tallied(NO_ORDER_OF_YEAR)
    if len({line.unit for line in lines}) > 1:
        return Tallied(UNITS)
    whole = total(part.amount for line in lines for part in line.parts)
    if not whole:
        return Tallied(NO_VOLUME)
    return _exactly(_percent(total(map(_certified, lines)), whole), made)


COUNTED: Mapping[Tally, Callable[[_Asked], Tallied]] = {
    Tally.APPLICANTS: _applicants,
    Tally.PROVIDERS: _providers,
    Tally.PROVIDERS_SHARE: _providers,
    Tally.HOLDERS: _live,
    Tally.CERTIFICATES: _live,
    Tally.SERVED: _served,
    Tally.SERVED_SHARE: _served,
    Tally.ORDERS: _orders,
    Tally.SERVICES_SHARE: _services_share,
    Tally.VOLUME_SHARE: _volume_share,
}
"""How each count of the cases is made."""
