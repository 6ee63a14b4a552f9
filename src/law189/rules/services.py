"""Услуга среди названных (services): whether a case's service is one that another document names.

Unique numbers are compared under reading S1, so that the digit in one decree and the letter in another mean
one service.

>>> among("8042000.99.0.ББ52АЖ48000", ("804200О.99.0.ББ52АЖ48000",), CERTIFICATE).outcome
<Outcome.HOLDS: 'holds'>
>>> among("8042000.99.0.ББ52АЖ48000", (), ORDER).outcome
<Outcome.VOID: 'void'>
"""

from collections.abc import Collection, Iterable, Mapping

from law189.law import Text
from law189.readings import S1
from law189.rules.identifiers import same_service
from law189.rules.quorum import NO_CHOICES
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["AGREEMENT", "CERTIFICATE", "ORDER", "REGISTER", "among", "distinct"]

AMONG = Rule(
    "services.among",
    Text(
        "Услуга {service}; {where}: {services}; названа: {found}.",
        "The service {service}; {where}: {services}; named: {found}.",
    ),
    unknown=Text(
        "Услуга {service}; {where}: {services}; один из номеров не читается; сверьте номера с перечнем.",
        "The service {service}; {where}: {services}; a number does not read; check the numbers against the list.",
    ),
    assumed=Text(
        "Документ относится только к тем услугам, которые в нём названы.",
        "A document is about the services that it names, and no others.",
    ),
)
CERTIFICATE = Text("в сертификате", "in the certificate")
ORDER = Text("в заказе по сертификатам", "in the order, by certificate")
REGISTER = Text("в записи реестра исполнителей", "in the register entry of the provider")
AGREEMENT = Text("в соглашении", "in the agreement")


def among(
    service: str, services: Collection[str], where: Text, choices: Mapping[str, str] = NO_CHOICES
) -> Verdict:
    """Whether the service is among those that a document names; `where` says which document.

    UNKNOWN where none is the same and a number cannot be read. Names reading S1 where the answer turned on it.
    """
    if service in services:
        return AMONG.judge(True, service=service, where=where, services=tuple(services), found=True)

    def told(choice: str) -> bool | None:
        same = {same_service(service, one, choices={**choices, S1.code: choice}).outcome for one in services}
        if Outcome.HOLDS in same:
            return True
        return None if Outcome.UNKNOWN in same else False

    def said(choice: str) -> Verdict:
        found = told(choice)
        return AMONG.judge(found, service=service, where=where, services=tuple(services), found=found)

    found = told(S1.chosen(choices))
    reading = S1.apply(choices, said) if any(told(choice) is not found for choice in S1.choices) else None
    return AMONG.judge(
        found, reading=reading, service=service, where=where, services=tuple(services), found=found
    )


def distinct(services: Iterable[str], choices: Mapping[str, str] = NO_CHOICES) -> tuple[str, ...]:
    """The services, each once: one written in two ways is one service, as reading S1 has it."""
    found: list[str] = []
    for service in services:
        same = (same_service(service, one, choices=choices).outcome for one in found)
        if service not in found and Outcome.HOLDS not in same:
            found.append(service)
    return tuple(found)
