"""Зависимые дела (dependants): cases in force on a day while what they rest on is not.

A contract rests on its certificate, on the entry of its provider in the register and on the agreement; an agreement
on the entry and on the order; a certificate on the order; an entry on the licence. What the step asked is asked
again: whether the other case still shows what it showed, with the service and to the last day, or its record was
annulled. A case past its last day is in force no more, whether its end is recorded or not: nothing rests on it, and
until its end is recorded it is asked of its last day. What the book does not hold is not asked.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any, NamedTuple

from law189.casebook.cycles import CYCLES
from law189.casebook.dependants.entries import Entries
from law189.casebook.dependants.grounds import as_of, changing, gone, past, rests_on, state_of
from law189.casebook.dependants.passed import held_by, passed_on
from law189.casebook.dependants.registered import registered
from law189.casebook.extracted import extract_of
from law189.casebook.shelf import Shelf
from law189.casebook.shown.silent import known_by, silent
from law189.casebook.states import IN_FORCE
from law189.cases.history import History
from law189.extracts import AgreementExtract, OrderExtract
from law189.kinds.asked import asked
from law189.law import Source, Text
from law189.numbers import same_service
from law189.rules import reconciliation
from law189.rules.providers import successors
from law189.telling import shown
from law189.verdict import Outcome, Verdict
from law189.workflows import agreement, certificate, contract, order, selection

__all__ = ["Dependant", "dependants", "of_case"]


class Dependant(NamedTuple):
    """Зависимое дело: the case, the verdict on it, and the case that it rests on, as both stood on the day."""

    history: History[Any]
    verdict: Verdict
    ground: History[Any]


@asked
def dependants(shelf: Shelf, on: date) -> Iterator[Dependant]:
    """Every case in force at the end of the day, beside what it rests on that is in force no more.

    A case whose end is not recorded is in force to its last day, and is asked of that day.
    """
    for case in shelf.cases():
        yield from of_case(shelf, case, on)


@asked
def of_case(shelf: Shelf, case: History[Any], on: date) -> Iterator[Dependant]:
    """The same of one case, which need not stand on the shelf."""
    then = CYCLES[case.lifecycle].known_on(case, on)
    ask = ASKED.get(case.lifecycle)
    if ask is not None and then.state in IN_FORCE[case.lifecycle]:
        for ground, verdict in ask(shelf, then, past(then, on) or on):
            if verdict.outcome is not Outcome.HOLDS:
                yield Dependant(then, verdict, ground)


Found = Iterator[tuple[History[Any], Verdict]]


def _shown(case: History[Any], name: str) -> tuple[date, Any] | None:
    """The latest extract of that name that was put before a step that stands, with the day of the step."""
    events: list[Any] = [record.event for record in case.standing]
    told = [(one.on, shown) for one in events if (shown := getattr(one, name, None)) is not None]
    return told[-1] if told else None


def _of_contract(shelf: Shelf, case: History[Any], on: date) -> Found:
    offered, begun = case.the(contract.Offered), case.the(contract.Concluded).on
    named = offered.number
    entries = Entries.of(shelf, _party(case, offered.provider), begun, registered(case))
    yield from _entry(entries, case, named, (offered.service,), on)
    if (certified := _shown(case, "certificate")) is not None:
        yield from _over(shelf, case, named, Source.CERTIFICATE, certified[1].number, on)
    if (agreed := _shown(case, "agreement")) is not None:
        yield from _over(shelf, case, named, Source.AGREEMENT, agreed[1].number, on)
        yield from _shortened(shelf, case, named, agreed[1], on)


def _party(case: History[Any], provider: str) -> str:
    """The INN of the party: that one, or its successor where the latest extract put before the case is of it."""
    entries = registered(case)
    return entries[-1].provider if entries and successors.succeeds(entries[-1], provider) else provider


def _over(shelf: Shelf, case: History[Any], named: str, source: Source, written: str, on: date) -> Found:
    """The certificate or the agreement of that number, where it has ended or its record was annulled."""
    cases = [*known_by(shelf, source, written)]

    def days(one: History[Any]) -> set[date]:
        last = past(as_of(one, on), on)
        return changing(cases) | (set() if last is None else {last + timedelta(1)})

    for one in cases:
        state = partial(_ended, one, source, cases)
        yield from rests_on(case, named, on, one, written, state, partial(days, one))


def _ended(one: History[Any], source: Source, cases: Sequence[History[Any]], on: date) -> Text | None:
    """In what state the case is where nothing rests on it on the day, nor on another one of its number."""
    held = as_of(one, on)
    if gone(held) or (held.records and all(silent(source, as_of(other, on), on) for other in cases)):
        return state_of(held)
    last = past(held, on)
    return None if last is None else _run_out(last)


def _run_out(last: date) -> Text:
    return Text(
        f"срок истёк {shown(last, 'ru')}, не действует",
        f"its term ended on {shown(last, 'en')}, not in force",
    )


def _shortened(shelf: Shelf, case: History[Any], named: str, agreed: AgreementExtract, on: date) -> Found:
    """The agreement, where it ran as long as the contract and now ends before it."""
    ends_on = contract.terms_of(case).ends_on

    def runs_to(one: History[Any], on: date) -> Text | None:
        now = extract_of(Source.AGREEMENT, as_of(one, on), on)
        # one that has run out by the day is told already
        if isinstance(now, AgreementExtract) and on <= now.ends_on < ends_on <= agreed.ends_on:
            return Text(f"действует по {shown(now.ends_on, 'ru')}", f"runs to {shown(now.ends_on, 'en')}")
        return None

    for one in known_by(shelf, Source.AGREEMENT, agreed.number):
        yield from rests_on(
            case, named, on, one, agreed.number, partial(runs_to, one), partial(changing, [one])
        )


def _entry(entries: Entries, case: History[Any], named: str, services: Iterable[str], on: date) -> Found:
    """The provider's entry that gave a service and gives it no more, where no other one stands for it.

    Of several of which the same is told it is the one that was changed last.
    """
    told: list[History[Any]] = []
    said = set[Text]()
    provider = entries.provider
    now = sorted(entries.on(on), key=lambda one: one.records[-1].event.on, reverse=True)
    for service in services:
        serving = entries.serving(service, on)
        if serving:
            if not any(held_by(one, provider) for one in serving) and serving[0] not in told:
                told.append(serving[0])
                yield serving[0], passed_on(case, named, provider, serving[0], on)
            continue
        for one in now:
            if one not in told and entries.gave(one, service):
                told.append(one)
                state = partial(entries.without, one.id, service)
                days = partial(changing, entries.cases)
                for ground, verdict in rests_on(case, named, on, one, provider, state, days):
                    if verdict.text not in said:
                        said.add(verdict.text)
                        yield ground, verdict


def _of_agreement(shelf: Shelf, case: History[Any], on: date) -> Found:
    """The entry of the provider, where some extract ever named the provider; and the order."""
    drafted = case.the(agreement.Drafted)
    if (entry := _shown(case, "provider")) is not None:
        provider = entry[1].provider
        entries = Entries.of(shelf, provider, drafted.on, registered(case))
        yield from _entry(entries, case, drafted.number, drafted.services, on)
    yield from _ordered(shelf, case, drafted.number, drafted.services, on)


def _of_certificate(shelf: Shelf, case: History[Any], on: date) -> Found:
    services = case.the(certificate.AppliedFor).services
    return _ordered(shelf, case, case.the(certificate.Formed).number, services, on)


def _ordered(shelf: Shelf, case: History[Any], named: str, services: Iterable[str], on: date) -> Found:
    """The order, where it no longer has a service by certificate, or its approval or publication is annulled."""
    shown = _shown(case, "order")
    if shown is None:
        return
    day, told = shown
    cases = [*known_by(shelf, Source.ORDER, told.number)]

    def state(one: History[Any], on: date) -> Text | None:
        return next(
            (words for of, words in _disordered(cases, day, told, services, on) if of == one.id), None
        )

    for one in cases:
        yield from rests_on(case, named, on, one, told.number, partial(state, one), partial(changing, cases))


def _disordered(
    cases: Iterable[History[Any]], day: date, told: OrderExtract, services: Iterable[str], on: date
) -> list[tuple[str, Text]]:
    """The orders of the extract, each with its state on the day; none where one has every service.

    `day` is that of the step before which the extract was put.
    """
    found = []
    for held in (as_of(one, on) for one in cases):
        if not any(getattr(record.event, "year", None) == told.year for record in held.records):
            continue
        now = extract_of(Source.ORDER, held, on)
        if isinstance(now, OrderExtract) and (told.published_on is None or _placed(held, day)):
            lost = next((one for one in services if not _has(now, one)), None)
            if lost is None:
                return []
            found.append((held.id, _not_by_certificate(lost)))
        else:
            found.append((held.id, state_of(held)))
    return found


def _placed(held: History[Any], day: date) -> bool:
    """Whether the order, as it was approved last by the day, was published by it."""
    known = held.made_by(day)
    return bool(known) and known[-1].state in PLACED


PLACED = (
    order.State.PUBLISHED,
    order.State.REPORTED,
    order.State.REPORT_PUBLISHED,
    order.State.CLOSED,
)


def _not_by_certificate(service: str) -> Text:
    return Text(f"услуги {service} по сертификату в нём нет", f"it does not have {service} by certificate")


def _has(shown: OrderExtract, service: str) -> bool:
    return any(same_service(service, one) for one in shown.services)


def _of_entry(_: Shelf, case: History[Any], on: date) -> Found:
    """The licence of a provider of the register has ended."""
    provider = selection.provider_of(case)
    licence = provider.licence
    if licence is not None and licence.ends_on is not None and licence.ends_on < on:
        verdict = reconciliation.rests_on(
            Text("запись реестра исполнителей", "entry of the register of providers"),
            case.the(selection.Included).record,
            on,
            ground=Text("лицензия", "licence"),
            named=licence.number,
            state=_run_out(licence.ends_on),
            since=licence.ends_on + timedelta(1),
        )
        yield case, verdict


ASKED: Mapping[str, Callable[[Shelf, History[Any], date], Found]] = {
    contract.lifecycle.name: _of_contract,
    agreement.lifecycle.name: _of_agreement,
    certificate.lifecycle.name: _of_certificate,
    selection.lifecycle.name: _of_entry,
}
