"""Договор по сертификату (contracts): its last day, and the contract that an extract shows at its end.

A contract does not run longer than the agreement that pays for it, and it is fulfilled by its last day. What is
shown of a contract that holds a certificate must be that contract, in everything that does not change.

>>> within_agreement(date(2024, 12, 31), date(2024, 12, 31)).outcome
<Outcome.HOLDS: 'holds'>
>>> terminated_in_time(date(2024, 5, 31), date(2024, 5, 31)).outcome
<Outcome.HOLDS: 'holds'>
>>> late = fulfilled_in_time(date(2024, 6, 3), date(2024, 5, 31))
>>> late.outcome, late.facts["late"]
(<Outcome.BREACH: 'breach'>, 3)
"""

from collections.abc import Collection, Mapping
from datetime import date

from law189.extracts import ContractExtract
from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.numbers import same_inn, same_number
from law189.readings import NO_CHOICES, S1, Chosen, under
from law189.rules import asking
from law189.rules.cures import certificate
from law189.rules.identifiers import named, unreadable
from law189.rules.naming import look_alike
from law189.verdict import Fact, Outcome, Rule, Verdict

__all__ = ["TERMS_OFFERED", "fulfilled_in_time", "same_contract", "terminated_in_time", "within_agreement"]

# ─── Последний день ──────────────────────────────────────────────────────────────────────────────────────

WITHIN_AGREEMENT = Rule(
    "contracts.within_agreement",
    Text(
        "Договор действует по {ends_on}, соглашение, по которому он финансируется, — по "
        "{last_day}; срок договора не должен превышать срок соглашения.",
        "The contract runs to {ends_on}, the agreement that pays for it to {last_day}; the contract must not run "
        "longer.",
    ),
    cure=Text(
        "Назначьте последний день договора не позднее последнего дня соглашения.",
        "Let the contract end no later than the agreement.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Соглашение могут продлить, а услугу, начатую по договору, оказывают до конца; срок дольше соглашения, "
        "которое есть, — нарушение.",
        "An agreement may be prolonged, and a service begun under a contract is rendered to its end; a term "
        "beyond the agreement that there is counts as a breach.",
    ),
)
TERMS_OFFERED = Rule(
    "contracts.terms_offered",
    Text(
        "Акт предписывает включить в договор: {needed}; {missing:в предложении нет: …|всё это в предложении есть}.",
        "The act has put in the contract: {needed}; missing in the offer: {missing:…|nothing}.",
    ),
    cure=certificate.INTO_OFFER,
    missed=Outcome.BREACH,
    assumed=Text(
        "Договор заключают на условиях предложения, поэтому их спрашивают уже в нём; предложение без них не "
        "принимают, но отклонить его и предложить заново можно.",
        "A contract is concluded on the terms of the offer, so they are asked of it already; an offer without them "
        "is not accepted, and can be declined and made anew.",
    ),
)
FULFILLED_IN_TIME = Rule(
    "contracts.fulfilled_in_time",
    Text(
        "Последний день договора: {ends_on}; исполнен: {on}; {late:просрочка, календарных дней: …|просрочки "
        "нет|просрочки нет}.",
        "Last day of the contract: {ends_on}; fulfilled: {on}; late, calendar days: {late:…|0|0}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Договор, исполнение которого записано после его последнего дня, исполнен, но срок нарушен; сколько по "
        "нему оказано, считается оказанным в дни, когда он действовал.",
        "A contract whose fulfilment is recorded after its last day is fulfilled, and its term is broken; what was "
        "rendered under it counts as rendered on the days on which it ran.",
    ),
)
TERMINATED_IN_TIME = Rule(
    "contracts.terminated_in_time",
    Text(
        "Последний день договора: {ends_on}; расторгнут: {on}; {late:после последнего дня, календарных "
        "дней: …|срок договора не истёк|срок договора не истёк}.",
        "Last day of the contract: {ends_on}; terminated: {on}; after the last day, calendar days: {late:…|0|0}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Досрочно прекращают то, что ещё идёт. Договор, который не исполнен и не расторгнут в срок, всё же надо "
        "закончить, чтобы неоказанное вернулось в сертификат: он кончается, срок нарушен.",
        "What still runs is ended early. A contract neither fulfilled nor terminated in its term has to end all "
        "the same, so that what was not rendered goes back to the certificate: it ends, and the term is broken.",
    ),
)


@asked
def within_agreement(ends_on: date, last_day: date, *cites: Citation) -> Verdict:
    """Whether the contract ends by the last day of the agreement that pays for it; BREACH where it does not."""
    return WITHIN_AGREEMENT.judge(ends_on <= last_day, *cites, ends_on=ends_on, last_day=last_day)


@asked
def fulfilled_in_time(on: date, ends_on: date) -> Verdict:
    """Whether the contract was fulfilled by its last day; BREACH, with the days late, where it was not."""
    late = max((on - ends_on).days, 0)
    return FULFILLED_IN_TIME.judge(late == 0, on=on, ends_on=ends_on, late=late)


@asked
def terminated_in_time(on: date, ends_on: date) -> Verdict:
    """Whether the contract was terminated by its last day; BREACH, with the days after it, where it was not."""
    late = max((on - ends_on).days, 0)
    return TERMINATED_IN_TIME.judge(late == 0, on=on, ends_on=ends_on, late=late)


# ─── Тот же договор ──────────────────────────────────────────────────────────────────────────────────────

SAME_CONTRACT = Rule(
    "contracts.same_contract",
    Text(
        "Сертификат занят договором № {number}; {differ:выписка расходится с ним, а именно: "
        "…|выписка с ним совпадает}{shown:; по выписке: …|}{held:; записано: …|}{alike:; номера различаются только "
        "латинскими и русскими буквами|}.",
        "The contract {number} holds the certificate; {differ:the extract differs from it in: …|the extract "
        "agrees with it}{shown:; the extract has: …|}{held:; recorded is: …|}{alike:; the numbers differ in "
        "Latin and Russian letters alone|}.",
    ),
    cure=Text(
        "Приложите выписку о договоре, которым занят сертификат.",
        "Attach an extract of the contract that holds the certificate.",
    ),
    unknown=Text(
        "Договор № {number}: относится ли выписка к той же услуге, неизвестно: {unread}; укажите: {asks}.",
        "The contract {number}: whether the extract is of the same service is not known: {unread}; give: {asks}.",
    ),
    assumed=Text(
        "Услуга, исполнитель, сертификат и день заключения договора не меняются: иные — у другого договора. Новый "
        "объём записывают как изменение договора.",
        "A contract keeps its service, provider, certificate and day: other ones are of another contract. A new "
        "volume is recorded as an amendment of the contract.",
    ),
)
NAMES = {
    "number": Text("номер", "number"),
    "provider": Text("исполнитель", "provider"),
    "certificate": Text("сертификат", "certificate"),
    "service": Text("услуга", "service"),
    "volume": Text("объём", "volume"),
    "concluded_on": Text("день заключения", "day of conclusion"),
    "ended_on": Text("прекращён до заключения", "ended before it was concluded"),
}


@asked
def same_contract(
    shown: ContractExtract,
    held: ContractExtract,
    choices: Chosen = NO_CHOICES,
    *,
    but: str | None = None,
) -> Verdict:
    """Whether an extract shows the contract that holds the certificate (`held`); the facts have both values.

    `but` is what may differ: the volume of a contract that was amended. The numbers are compared as numbers, the
    service under reading S1: UNKNOWN where all else agrees and the number of the service does not read.
    """

    def told(choices: Mapping[str, str]) -> Verdict:
        service = named(shown.service, (held.service,), choices)
        alike = {
            "number": same_number(shown.number, held.number),
            "provider": same_inn(shown.provider, held.provider),
            "certificate": same_number(shown.certificate, held.certificate),
            "service": service is not False,
            "volume": shown.volume == held.volume,
            "concluded_on": shown.concluded_on == held.concluded_on,
            "ended_on": shown.ended_on is None or held.concluded_on <= shown.ended_on,
        }
        differ = [name for name, same in alike.items() if not same and name != but]
        holds = False if differ else None if service is None else True
        unread = unreadable((shown.service, held.service)) if holds is None else None
        return SAME_CONTRACT.judge(
            holds,
            lacks=asking.numbers(unread or ()),
            number=held.number,
            differ=tuple(NAMES[name] for name in differ),
            shown=tuple(_value(shown, name) for name in differ),
            held=tuple(_value(held, name) for name in differ),
            unread=unread,
            alike=look_alike(shown.number, held.number) or look_alike(shown.certificate, held.certificate),
        )

    return under(choices, told, S1)


def _value(contract: ContractExtract, name: str) -> Fact:
    value: Fact = contract.volume.text if name == "volume" else getattr(contract, name)
    return value


# ─── Услуги сертификата и договоры, которые идут ─────────────────────────────────────────────────────────

SERVICE_FREE = Rule(
    "contracts.service_free",
    Text(
        "Услуга {service}; услуги действующих договоров по сертификату: {taken}; услуга "
        "{free:свободна|занята|не проверена}.",
        "The service {service}; services of the running contracts under the certificate: {taken}; it is "
        "free: {free:yes|no|not checked}.",
    ),
    cure=Text(
        "Выберите свободную услугу или дождитесь конца договора на эту.",
        "Choose a service that is free, or wait for the end of the contract on this one.",
    ),
    unknown=Text(
        "Услуга {service}; услуги действующих договоров по сертификату: {taken}; свободна ли "
        "услуга, неизвестно: {unread}; укажите: {asks}.",
        "The service {service}; services of the running contracts under the certificate: {taken}; whether "
        "it is free is not known: {unread}; give: {asks}.",
    ),
    assumed=Text(
        "Пока идёт договор на услугу, второй договор на неё по тому же сертификату не заключают.",
        "While a contract on a service runs, no second one on it is concluded under the same certificate.",
    ),
)
SOME_FREE = Rule(
    "contracts.some_free",
    Text(
        "Услуги сертификата: {services}; заняты действующими договорами: {taken}.",
        "Services of the certificate: {services}; held by running contracts: {taken}.",
    ),
    assumed=SERVICE_FREE.assumed,
    cure=certificate.SOME_FREE,
)
LAST_ONE = Rule(
    "contracts.last_one",
    Text(
        "Договоры, занимающие сертификат: {running}; сертификат считается использованным, когда "
        "прекращён последний из них.",
        "Contracts that hold the certificate: {running}; it is used when the last of them ends.",
    ),
    assumed=Text(
        "Пока идёт другой договор, сертификат ещё не использован.",
        "While another contract runs, the certificate is not used yet.",
    ),
    cure=certificate.LAST_ONE,
)


def service_free(service: str, taken: Collection[str], choices: Mapping[str, str] = NO_CHOICES) -> Verdict:
    """Whether no running contract under the certificate is on the service; `taken` are the services of those."""

    def told(choices: Mapping[str, str]) -> Verdict:
        found = named(service, taken, choices)
        free = None if found is None else not found
        unread = unreadable((service, *taken)) if free is None else None
        return SERVICE_FREE.judge(
            free,
            lacks=asking.numbers(unread or ()),
            service=service,
            taken=tuple(taken),
            free=free,
            unread=unread,
        )

    return under(choices, told, S1)


def some_free(
    services: Collection[str], taken: Collection[str], choices: Mapping[str, str] = NO_CHOICES
) -> Verdict:
    """Whether some service of the certificate is held by no running contract."""

    def told(choices: Mapping[str, str]) -> Verdict:
        free = any(named(service, taken, choices) is not True for service in services)
        return SOME_FREE.judge(free, services=tuple(services), taken=tuple(taken))

    return under(choices, told, S1)


def last_one(running: Collection[str]) -> Verdict:
    """Whether the contract that ends is the last one that holds the certificate, by the running numbers."""
    return LAST_ONE.judge(len(running) <= 1, running=tuple(running))
