"""Один раз (once): numbers, register records and certificates that many cases may not have twice.

Neither the law as far as it is known here nor the decrees say what follows where they have; each consequence is
this library's choice, with its reason. A limit stands in an act of the municipality.

>>> number_once("К-1", Text("номер сертификата", "number of the certificate"), ["17"]).outcome
<Outcome.VOID: 'void'>
>>> certificates_once("17", ["804200О.99.0.ББ52АЖ48000"], ["К-1"], 2).outcome
<Outcome.HOLDS: 'holds'>
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from law189.facts import Fact
from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.measures import Unit
from law189.rules import asking
from law189.telling import beside
from law189.verdict import DECISION, Ask, Rule, Verdict

__all__ = [
    "born_alike",
    "certificates_once",
    "licensed_alike",
    "number_alike",
    "number_once",
    "record_once",
    "registered_alike",
    "within_limit",
]

NUMBER = Rule(
    "reconciliation.number_once",
    Text(
        "Указан {what} {number}; другие дела с этим номером: {others:нет}.",
        "Given is the {what} {number}; other cases of this number: {others:none}.",
    ),
    cure=Text("Дайте номер, которого нет у других дел.", "Give a number that no other case has."),
    assumed=Text(
        "Два документа под одним номером не различить, поэтому второй номера не получает.",
        "Two documents of one number cannot be told apart, so the second does not get the number.",
    ),
)
ALIKE = Rule(
    "reconciliation.number_alike",
    Text(
        "Указан {what} {number}; дела с номером, который отличается только алфавитом букв: {others:нет}.",
        "Given is the {what} {number}; cases of a number that differs only in the alphabet of its letters: "
        "{others:none}.",
    ),
    unknown=Text(
        "Указан {what} {number}{latin: (в нём латинские буквы)|}; дела с номером, который отличается только "
        "алфавитом букв: {others}; один ли это номер, неизвестно; исправьте букву или получите: {asks}.",
        "Given is the {what} {number}{latin: (it has Latin letters)|}; cases of a number that differs only in the "
        "alphabet of its letters: {others}; whether it is one number is unknown; mend the letter or get: {asks}.",
    ),
    assumed=Text(
        "Номера, которые отличаются только алфавитом букв, выглядят одинаково: один это номер или два, решает "
        "человек.",
        "Numbers that differ only in the alphabet of their letters look the same: whether they are one or two is "
        "for a person to decide.",
    ),
)
SAME = Rule(
    "reconciliation.told_alike",
    Text(
        "{who} {number}, «{fact}»: указано {told}; записи, где иначе: {others:нет}.",
        "{who} {number}, «{fact}»: given is {told}; records that say otherwise: {others:none}.",
    ),
    unknown=Text(
        "{who} {number}, «{fact}»: указано {told}; записи, где иначе: {others}; что верно, неизвестно; "
        "исправьте ошибочную запись или укажите: {asks}.",
        "{who} {number}, «{fact}»: given is {told}; records that say otherwise: {others}; which is right is "
        "unknown; mend the wrong record, or give: {asks}.",
    ),
    assumed=Text(
        "У одного лица один день рождения, у юридического лица один ОГРН на один ИНН, лицензия выдана одному "
        "лицу: если записи говорят разное, ошибочна одна из них.",
        "A person has one day of birth, a legal entity one OGRN for one INN, a licence is issued to one: where "
        "records differ one of them is wrong.",
    ),
)
RECORD = Rule(
    "reconciliation.record_once",
    Text(
        "Исполнитель (ИНН {provider}), услуги: {services}; другие действующие записи реестра о нём на эти услуги: "
        "{others:нет}.",
        "The provider {provider}, services: {services}; other live records of the register of it for these "
        "services: {others:none}.",
    ),
    cure=Text(
        "Измените действующую запись или сначала закройте её.",
        "Change the record that stands, or close it first.",
    ),
    assumed=Text(
        "Исполнитель состоит в реестре по услуге один раз: вторая запись прав не добавляет, а учёт удваивает.",
        "A provider is in the register once for a service: a second record adds no right and doubles the count.",
    ),
)
ONCE = Rule(
    "reconciliation.certificates_once",
    Text(
        "Потребитель (дело {consumer}), услуги: {services}; другие неоконченные сертификаты на них: "
        "{others:нет}; допускается: {allowed}.",
        "The consumer of the file {consumer}, services: {services}; other certificates for them that are not over: "
        "{others:none}; allowed: {allowed}.",
    ),
    cure=Text(
        "Новый сертификат формируют, когда закончился прежний.",
        "A new certificate is formed when the earlier one has ended.",
    ),
    assumed=Text(
        "Сертификат уже даёт право на услугу, приостановленный — снова даст, когда его возобновят; второй дал бы "
        "его дважды. Иное число устанавливает акт.",
        "A certificate gives the right to the service already, a suspended one again when it is resumed; a second "
        "would give it twice. An act may set another number.",
    ),
)
LIMIT = Rule(
    "reconciliation.within_limit",
    Text(
        "За {period} сертификатов с этим: {certificates}{elsewhere:, из них в других единицах: …|}, объём"
        "{elsewhere: остальных|} ({unit}): {amount}; предусмотрено: "
        "{most_certificates:…|любое число}; {most_amount:объём …|любой объём}.",
        "In {period} certificates with this one: {certificates}{elsewhere:, of them in other units: …|}, volume"
        "{elsewhere: of the rest|} ({unit}): {amount}; provided for: "
        "{most_certificates:…|any number}; {most_amount:volume …|any volume}.",
    ),
    unknown=Text(
        "За {period} сертификатов с этим: {certificates}, из них в других единицах: {elsewhere}; объём остальных "
        "({unit}): {amount}; предусмотрено: {most_certificates:…|любое число}; объём {most_amount}; разные единицы "
        "не складывают, и в пределе ли все вместе, неизвестно; исправьте единицу номинала или предела или "
        "получите: {asks}.",
        "In {period} certificates with this one: {certificates}, of them in other units: {elsewhere}; the volume "
        "of the rest ({unit}): {amount}; provided for: {most_certificates:…|any number}; volume {most_amount}; "
        "different units are not added, and whether all together keep within the limit is unknown; mend the unit "
        "of the nominal or of the limit, or get: {asks}.",
    ),
    asks=(DECISION,),
    cure=Text(
        "Уменьшите объём или внесите в профиль акт, который увеличил предел.",
        "Make the volume smaller, or write the act that raised the limit in the profile.",
    ),
    assumed=Text(
        "Сверх предела, который установил акт, сертификат не обеспечен. Аннулированный сертификат занимает в нём "
        "то, что по нему оказано, а если не оказано ничего — не занимает ничего.",
        "Beyond the limit that the act sets nothing pays for a certificate. One that was annulled takes of it what "
        "was rendered under it, and nothing where nothing was.",
    ),
)


@asked
def number_once(number: str, what: Text, others: Sequence[str]) -> Verdict:
    """Whether no other case has the number; `others` are the ids of those that have."""
    return NUMBER.judge(not others, number=number, what=what, others=tuple(others))


@asked
def number_alike(number: str, what: Text, others: Sequence[str], *, latin: bool) -> Verdict:
    """Whether no case has a number that only looks the same; UNKNOWN where `others`, each with its number, have.

    `latin` is whether the number itself has Latin letters.
    """
    return ALIKE.judge(
        None if others else True, number=number, what=what, others=tuple(others), latin=latin or None
    )


@asked
def born_alike(file: str, born: date, others: Sequence[tuple[date, str]]) -> Verdict:
    """Whether no other case has another day of birth of the consumer; UNKNOWN where `others` have one each.

    Each of the others is its day of birth and the case where that stands.
    """
    who = Text("Потребитель, дело №", "The consumer of the file")
    return _told_alike(who, file, asking.BORN, born, [beside(other, where) for other, where in others])


@asked
def registered_alike(inn: str, ogrn: str | None, others: Sequence[str]) -> Verdict:
    """Whether a legal entity has its INN and OGRN alike everywhere; UNKNOWN where `others` say otherwise.

    Each of the others is its INN, its OGRN and where that stands.
    """
    return _told_alike(
        Text("Исполнитель, ИНН", "The provider, INN"), inn, asking.ogrn("event.provider"), ogrn, others
    )


@asked
def licensed_alike(licence: str, inn: str, others: Sequence[str]) -> Verdict:
    """Whether the licence is told of one provider; UNKNOWN where `others`, each with its INN, have it too."""
    return _told_alike(Text("Лицензия №", "The licence"), licence, asking.INN, inn, others)


def _told_alike(who: Text, number: str, ask: Ask, told: Fact, others: Sequence[Fact]) -> Verdict:
    return SAME.judge(
        None if others else True,
        lacks=(ask,),
        who=who,
        number=number,
        fact=ask.title,
        told=told,
        others=tuple(others),
    )


@asked
def record_once(provider: str, services: Sequence[str], others: Sequence[str]) -> Verdict:
    """Whether the provider is in the register once for these services; `others` are its other records."""
    return RECORD.judge(not others, provider=provider, services=tuple(services), others=tuple(others))


@asked
def certificates_once(
    consumer: str, services: Sequence[str], others: Sequence[str], allowed: int, *cites: Citation
) -> Verdict:
    """Whether the consumer has, with this one, no more certificates for these services than allowed.

    `others` are its other ones that are not over, suspended or not.
    """
    holds = len(others) < allowed
    return ONCE.judge(
        holds, *cites, consumer=consumer, services=tuple(services), others=tuple(others), allowed=allowed
    )


@asked
def within_limit(
    certificates: int,
    amount: Decimal,
    unit: Unit,
    *cites: Citation,
    period: Text,
    most_certificates: int | None,
    most_amount: Decimal | None,
    elsewhere: int = 0,
) -> Verdict:
    """Whether the certificates of a period, with this one, keep within the limit of the act.

    `elsewhere` of them are in other units than `unit`, and `amount` is without these. UNKNOWN where the act limits
    the volume and the rest keeps within it: what is in another unit is not added to it.
    """
    few = most_certificates is None or certificates <= most_certificates
    little = most_amount is None or amount <= most_amount
    mixed = most_amount is not None and elsewhere > 0
    return LIMIT.judge(
        False if not (few and little) else None if mixed else True,
        *cites,
        period=period,
        certificates=certificates,
        amount=amount,
        unit=unit.text,
        most_certificates=most_certificates,
        most_amount=most_amount,
        elsewhere=elsewhere or None,
    )
