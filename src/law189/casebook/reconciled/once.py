"""Один раз (once): a number, an entry of the register and a certificate that no other case may have."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from law189.casebook.dependants.passed import held_by
from law189.casebook.keys import GIVEN, By, alike
from law189.casebook.live import stands
from law189.casebook.reconciled.beside import Beside
from law189.casebook.shelf.used import is_used_up
from law189.casebook.states import VOIDED
from law189.cases.history import History
from law189.extracts import Provider
from law189.numbers import compact, same_number, service_key
from law189.profile.edition import Edition
from law189.profile.parameters import Parameters
from law189.rules.reconciliation import once
from law189.verdict import Verdict
from law189.workflows import certificate, order, selection

__all__ = [
    "number_of",
    "one_certificate",
    "one_consumer",
    "one_contract",
    "one_licence",
    "one_provider",
    "one_record",
]


def number_of(by: By) -> Callable[[Beside], Iterator[Verdict]]:
    """Whether no other case has the number that the step gives; of a record, no case of another provider."""
    (fact,) = (fact for of, fact in GIVEN.values() if of is by)

    def judge(of: Beside) -> Iterator[Verdict]:
        written = getattr(of.event, fact)
        others = [case for case in of.others(by, written) if _is_another(by, of, case)]
        if others:
            yield once.number_once(written, by.text, [case.id for case in others])
        else:
            yield from _alike(by, of, written)

    return judge


def _is_another(by: By, of: Beside, case: History[Any]) -> bool:
    """Whether the number of the case may not be given again: it came to something, and is not of the same thing."""
    if case.state in VOIDED:
        return False
    if by is By.ORDER:
        return bool(case.the(order.Drafted).year == of.event.year)
    if by is By.RECORD:
        return not held_by(case, selection.provider_of(of.after).inn)
    if by is By.RECIPIENT:
        return not same_number(_consumer(case), _consumer(of.after))
    return True


def _consumer(case: History[Any]) -> str:
    file: str = case.the(certificate.AppliedFor).recipient.file
    return file


def _alike(by: By, of: Beside, written: str) -> Iterator[Verdict]:
    """Whether another case has a number that only looks like this one."""
    key = alike(by, written)
    cases = () if key is None else of.found(key)
    told = [
        f"{theirs} ({case.id})"
        for case in cases
        if _is_another(by, of, case)
        for theirs in [_written(by, case)]
        if theirs is not None and not same_number(theirs, written)
    ]
    if told:
        yield once.number_alike(written, by.text, told, latin=re.search("[A-Za-z]", written) is not None)


def _written(by: By, case: History[Any]) -> str | None:
    """The number of that kind as the case has it now."""
    if by is By.CONSUMER:
        return _consumer(case)
    step, fact = next((step, fact) for step, (of, fact) in GIVEN.items() if of is by)
    given = [getattr(event, fact) for event in case.events(step)]
    return given[-1] if given else None


def one_consumer(of: Beside) -> Iterator[Verdict]:
    """Под номером дела один потребитель: номер не похож на другой, а день рождения везде один."""
    told = of.event.recipient
    yield from _alike(By.CONSUMER, of, told.file)
    others = [
        (born, case.id)
        for case in of.others(By.CONSUMER, told.file)
        if case.state not in VOIDED and (born := case.the(certificate.AppliedFor).recipient.born) != told.born
    ]
    if others:
        yield once.born_alike(told.file, told.born, others)


def one_provider(of: Beside) -> Iterator[Verdict]:
    """Юридическое лицо во всех делах под одним ИНН и одним ОГРН."""
    told = of.event.provider
    found = [*of.others(By.PROVIDER, told.inn), *of.others(By.OGRN, told.ogrn or told.inn)]
    cases = {case.id: case for case in found}
    others = [
        f"{one.inn}, {one.ogrn} ({case.id})"
        for case in cases.values()
        if case.state not in VOIDED
        for one in dict.fromkeys(_providers(case))
        if told.contradicts(one)
    ]
    if others:
        yield once.registered_alike(told.inn, told.ogrn, others)


def one_licence(of: Beside) -> Iterator[Verdict]:
    """Лицензия выдана одному лицу: под её номером во всех делах один ИНН.

    Whoever a provider became by reorganisation may have its licence: the entries are passed on one after another.
    """
    told = of.event.provider
    if told.licence is None:
        return
    kin = {compact(told.inn)}
    for case in (of.after, *of.others(By.PROVIDER, told.inn)):
        if any(case.events(selection.Succeeded)):
            kin.update(compact(one.inn) for one in _providers(case))
    others = [
        f"{one.inn} ({case.id})"
        for case in of.others(By.LICENCE, told.licence.number)
        if case.state not in VOIDED
        for one in [selection.provider_of(case)]
        if compact(one.inn) not in kin
        and one.licence is not None
        and same_number(one.licence.number, told.licence.number)
    ]
    if others:
        yield once.licensed_alike(told.licence.number, told.inn, others)


def _providers(case: History[Any]) -> Iterator[Provider]:
    """Every provider that the case tells of."""
    for record in case.standing:
        told = vars(record.event).get("provider")
        if told is not None:
            yield told


def one_contract(of: Beside) -> Iterator[Verdict]:
    """Договор, который кончился, сертификата снова не занимает: новый договор — под новым номером."""
    written = of.event.contract.number
    ended = [one.contract.number for one in of.history.events(certificate.ContractEnded)]
    ended += [one.contract.number for one in of.history.events(certificate.Used)]
    if any(same_number(one, written) for one in ended):
        yield once.number_once(written, By.CONTRACT.text, [of.history.id])


def one_record(of: Beside) -> Iterator[Verdict]:
    """Исполнитель по услуге стоит в реестре один раз; запись, перешедшая к правопреемнику, — уже не его."""
    provider = selection.provider_of(of.after)
    services = {service_key(one): one for one in selection.services_of(of.after)}
    others, shared = [], []
    for case in of.others(By.PROVIDER, provider.inn):
        if case.state == selection.State.INCLUDED and held_by(case, provider.inn):
            standing = selection.services_of(case)
            both = [services[key] for one in standing if (key := service_key(one)) in services]
            if both:
                others.append(f"{case.the(selection.Included).record} ({case.id})")
                shared.extend(both)
    if others:
        yield once.record_once(provider.inn, list(dict.fromkeys(shared)), others)


def one_certificate(of: Beside) -> Iterator[Verdict]:
    """У потребителя на услугу один неоконченный сертификат, если акт не допускает больше.

    One that is formed only after the last day of this one never stands beside it, be this one recorded late.
    """
    applied = of.after.the(certificate.AppliedFor)
    own = {service_key(one): one for one in applied.services}
    own_cases = of.others(By.CONSUMER, applied.recipient.file)
    until = certificate.holding_of(of.after).valid_until
    standing = [
        one
        for one in own_cases
        if stands(one, of.on)
        and one.the(certificate.Formed).on <= until
        and not is_used_up(of.shelf, one, of.on)
    ]
    for services, said in _by_parameters(own, of.edition):
        others = [case.the(certificate.Formed).number for case in standing if _is_for(case, services)]
        allowed, cites = (1, ()) if said is None else (said.certificates or 1, (said.cite,))
        if others:
            yield once.certificates_once(
                applied.recipient.file, list(services.values()), others, allowed, *cites
            )


def _is_for(case: History[Any], services: Mapping[str, str]) -> bool:
    return any(service_key(one) in services for one in case.the(certificate.AppliedFor).services)


def _by_parameters(
    services: Mapping[str, str], edition: Edition
) -> Iterator[tuple[dict[str, str], Parameters | None]]:
    """The services, parted by the number of certificates that an act sets for them; None where none does."""
    rest = dict(services)
    for said in edition.parameters:
        if said.certificates is not None:
            found = {key: rest.pop(key) for key, one in [*rest.items()] if said.of(one)}
            if found:
                yield found, said
    if rest:
        yield rest, None
