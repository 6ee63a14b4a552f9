"""Номера и коды (identifiers): the unique number of a service; the INN and the OGRN of a provider.

A unique number has twenty-one characters without its dots. Its seventh is the sign of the all-Russian list,
the Cyrillic letter «О»; sources also print the digit 0 or a Latin O in its place, and break the number with
spaces. The district's decree prints the digit, Kemerovo's the letter: reading S1 takes them as one.

>>> same_service("8042000.99.0.ББ52АЖ48000", "804200О.99.0.ББ52АЖ48000").outcome
<Outcome.HOLDS: 'holds'>

A document is about the services that it names; unique numbers are compared under reading S1.

>>> among("8042000.99.0.ББ52АЖ48000", ("804200О.99.0.ББ52АЖ48000",), CERTIFICATE).outcome
<Outcome.HOLDS: 'holds'>
>>> among("8042000.99.0.ББ52АЖ48000", (), ORDER).outcome
<Outcome.VOID: 'void'>

An INN and an OGRN carry control digits, so a slip of the pen shows. A legal entity has an INN of ten digits and
an OGRN of thirteen, a sole proprietor an INN of twelve and an OGRNIP of fifteen, a natural person only an INN.

>>> inn("4205 000 009"), inn("4205000008")
('4205000009', None)
>>> inn_fits("4205000009", ProviderKind.LEGAL_ENTITY).outcome
<Outcome.HOLDS: 'holds'>
>>> inn_fits("4205000009", ProviderKind.SOLE_PROPRIETOR).outcome
<Outcome.VOID: 'void'>
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from stdnum.exceptions import InvalidChecksum, ValidationError
from stdnum.ru import inn as inn_digits
from stdnum.ru import ogrn as ogrn_digits

from law189.extracts import ProviderKind
from law189.kinds.asked import asked, unasked
from law189.law import Citation, Text
from law189.numbers import compact, read_service, same_inn, same_number, sign_of, stands_in, unread
from law189.readings import NO_CHOICES, S1, Chosen, under
from law189.rules import asking
from law189.rules.cures import step
from law189.verdict import Rule, Verdict

__all__ = ["AGREEMENT", "CERTIFICATE", "ORDER", "REGISTER", "among", "distinct"]
__all__ += ["each_among", "inn", "inn_fits", "named", "ogrn", "ogrn_fits", "same_provider", "same_service"]
__all__ += ["unreadable"]

# ─── Уникальный номер услуги ─────────────────────────────────────────────────────────────────────────────

SAME = Rule(
    "identifiers.same_service",
    Text(
        "Номера {one} и {other} обозначают {same:одну услугу|разные услуги|неизвестно какие услуги}.",
        "The numbers {one} and {other} mean one service: {same:yes|no|not known}.",
    ),
    unknown=Text(
        "Номера {one} и {other}: {unread}; укажите: {asks}.",
        "The numbers {one} and {other}: {unread}; give: {asks}.",
    ),
    assumed=Text(
        "Строение номера выведено из перечней, а не прочитано в приказе о нём.",
        "The structure of the number is inferred from the lists, not read in the order on it.",
    ),
    cure=step.SAME,
)


@asked
def unreadable(services: Iterable[str]) -> dict[str, Text]:
    """Those of the numbers that do not read, each with the reason."""
    return {one: why for one in services if (why := unread(one)) is not None}


@asked
def same_service(one: str, other: str, *cites: Citation, choices: Chosen = NO_CHOICES) -> Verdict:
    """Whether two unique numbers mean one service; UNKNOWN where one of them cannot be read."""
    why = unreadable((one, other))
    if why:
        return SAME.judge(
            None, *cites, lacks=asking.numbers(why), one=one, other=other, same=None, unread=why
        )

    def told(choices: Mapping[str, str]) -> Verdict:
        same = _one_service(one, other, choices)
        return SAME.judge(same, *cites, one=one, other=other, same=same)

    # where the signs differ the two are surely read under S1, though other figures differ too
    signs_differ = sign_of(one) != sign_of(other)
    return under(choices, told, *([S1] if signs_differ else []), by=None)


def _one_service(one: str, other: str, choices: Mapping[str, str]) -> bool | None:
    """Whether the two mean one service under S1; None where one of them does not read and is written otherwise."""
    first, second = read_service(one), read_service(other)
    if first is None or second is None:
        return same_number(one, other) or None
    if first == second or first[0] != second[0]:
        return first == second
    return S1.chosen(choices) != "by_letter"


# ─── ИНН и ОГРН исполнителя ──────────────────────────────────────────────────────────────────────────────


@asked
def inn(number: str) -> str | None:
    """ИНН without blanks and dashes, where its control digits are right; None for any other string."""
    digits = compact(number)
    control = _CONTROL.get(len(digits))
    # zeros alone pass every control digit, and nobody has such a number
    if control is None or not (digits.isascii() and digits.isdigit() and digits.strip("0")):
        return None
    return digits if digits.endswith(control(digits)) else None


@asked
def ogrn(number: str) -> str | None:
    """ОГРН or ОГРНИП without blanks and dashes, where its control digit is right; None for any other string.

    The first digit says what was entered: 1 or 5 a legal entity, 3 a sole proprietor, any other a later record.
    """
    digits = compact(number)
    if not digits.startswith(_FIRST.get(len(digits), ())):
        return None
    try:
        return ogrn_digits.validate(digits)
    except InvalidChecksum:
        # python-stdnum 2.2 compares an OGRNIP's last digit with the whole remainder, which may be 10, 11 or 12;
        # the control digit is the remainder's last digit
        sole = len(digits) == 15 and int(digits[:-1]) % 13 % 10 == int(digits[-1])
        return digits if sole else None
    except ValidationError:
        return None


_CONTROL = {10: inn_digits.calc_company_check_digit, 12: inn_digits.calc_personal_check_digits}
_FIRST = {13: ("1", "5"), 15: ("3",)}


class _Lengths(NamedTuple):
    """How many digits the numbers of one kind of provider have; None where it has no such number."""

    of_inn: int
    of_ogrn: int | None
    text: Text


_LENGTHS = {
    ProviderKind.LEGAL_ENTITY: _Lengths(10, 13, Text("юридическое лицо", "legal entity")),
    ProviderKind.SOLE_PROPRIETOR: _Lengths(12, 15, Text("индивидуальный предприниматель", "sole proprietor")),
    ProviderKind.NATURAL_PERSON: _Lengths(12, None, Text("физическое лицо", "natural person")),
}

INN = Rule(
    "identifiers.inn",
    Text(
        "ИНН {inn}: {valid:контрольные цифры верны|контрольные цифры неверны}; должно быть цифр: "
        "{needed} ({kind}).",
        "The INN {inn}: its control digits are right: {valid:yes|no}; digits needed: {needed} ({kind}).",
    ),
    cure=step.NAMED,
    assumed=Text(
        "Номер с ошибкой никого не обозначает; устройство номеров акт не описывает.",
        "A number with a slip names nobody; the act does not describe how the numbers are made.",
    ),
)
OGRN = Rule(
    "identifiers.ogrn",
    Text(
        "ОГРН (ОГРНИП) {ogrn:не указан}{valid:: контрольная цифра верна|: контрольная цифра "
        "неверна|}; {needed:должно быть цифр: …|номер не присваивается} ({kind}).",
        "The OGRN (OGRNIP) {ogrn:is not recorded}{valid:: its control digit is right|: its control digit is "
        "wrong|}; {needed:digits needed: …|no such number is given} ({kind}).",
    ),
    unknown=Text(
        "ОГРН (ОГРНИП) не указан; должно быть цифр: {needed} ({kind}); укажите: {asks}.",
        "The OGRN (OGRNIP) is not recorded; digits needed: {needed} ({kind}); give: {asks}.",
    ),
    assumed=INN.assumed,
    cure=step.OGRN,
)
SAME_PROVIDER = Rule(
    "identifiers.same_provider",
    Text(
        "ИНН по реестру: {before}; указанный ИНН: {after}.",
        "The INN in the register: {before}; given: {after}.",
    ),
    cure=Text("Проверьте ИНН.", "Check the INN."),
    assumed=Text(
        "Другой ИНН — другой исполнитель; у него своя заявка.",
        "Another INN is another provider, who applies for himself.",
    ),
)


@asked
def inn_fits(number: str, kind: ProviderKind) -> Verdict:
    """Whether the INN has right control digits and as many digits as that kind of provider has."""
    lengths, digits = _LENGTHS[kind], inn(number)
    holds = digits is not None and len(digits) == lengths.of_inn
    return INN.judge(holds, inn=number, valid=digits is not None, needed=lengths.of_inn, kind=lengths.text)


@asked
def ogrn_fits(number: str | None, kind: ProviderKind, *, told_at: str = "event.provider") -> Verdict:
    """The same of the OGRN (OGRNIP); UNKNOWN where it is not recorded, VOID where a natural person has one.

    `told_at` is the path of the provider, by which the number is asked for.
    """
    needed, words = _LENGTHS[kind].of_ogrn, _LENGTHS[kind].text
    if number is None:
        holds, asks = None if needed else True, (asking.ogrn(told_at),)
        return OGRN.judge(holds, lacks=asks, ogrn=None, valid=None, needed=needed, kind=words)
    digits = ogrn(number)
    holds = digits is not None and len(digits) == needed
    return OGRN.judge(holds, ogrn=number, valid=digits is not None, needed=needed, kind=words)


@asked
def same_provider(before: str, after: str) -> Verdict:
    """Whether two INNs name one provider, blanks and dashes aside."""
    return SAME_PROVIDER.judge(same_inn(before, after), before=before, after=after)


# ─── Услуга среди названных ──────────────────────────────────────────────────────────────────────────────

AMONG = Rule(
    "services.among",
    Text(
        "Услуга {service} {found:названа|не названа} {where}; названные услуги: {services}.",
        "The service {service}; {where}: {services}; named: {found:yes|no}.",
    ),
    cure=Text("Проверьте номер или выберите другую услугу.", "Check the number, or choose another service."),
    unknown=Text(
        "Услуга {service}; {where} названы: {services}; один из номеров не читается: {unread}; "
        "укажите: {asks}.",
        "The service {service}; {where}: {services}; a number does not read: {unread}; give: {asks}.",
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


@asked
def named(service: str, services: Iterable[str], choices: Chosen = NO_CHOICES) -> bool | None:
    """Whether the service is one of those; None where none is the same and a number does not read.

    A number that does not read is the same as one written exactly like it.
    """
    others = tuple(services)
    if stands_in(service, others):
        return True
    found = [_one_service(service, one, choices) for one in others]
    return True if True in found else None if None in found else False


_named = unasked(named)


@asked
def among(service: str, services: Collection[str], where: Text, choices: Chosen = NO_CHOICES) -> Verdict:
    """Whether the service is among those that a document names; `where` says which document.

    UNKNOWN where none is the same and a number cannot be read. Names reading S1 where the answer turned on it.
    """

    def told(choices: Mapping[str, str]) -> Verdict:
        found = _named(service, services, choices)
        why = unreadable((service, *services)) if found is None else None
        lacks, listed = asking.numbers(why or ()), tuple(services)
        return AMONG.judge(
            found, lacks=lacks, service=service, where=where, services=listed, found=found, unread=why
        )

    return under(choices, told, S1)


@asked
def each_among(
    services: Iterable[str], named_in: Collection[str], where: Text, choices: Chosen = NO_CHOICES
) -> Iterator[Verdict]:
    """The same of each service."""
    return (among(service, named_in, where, choices) for service in services)


@asked
def distinct(services: Iterable[str], choices: Chosen = NO_CHOICES) -> tuple[str, ...]:
    """The services, each once: one written in two ways is one service, as reading S1 has it."""
    found: list[str] = []
    for service in services:
        if _named(service, found, choices) is not True:
            found.append(service)
    return tuple(found)
