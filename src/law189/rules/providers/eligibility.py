"""Допуск (eligibility): whether a service, a provider and a refusal of one come under the decree.

A provider enters the register on application, and the ground is a licence (Kemerovo: п. 5.1 прил. 4; the
district: п. 5.1 прил. 2). Kemerovo leaves out art schools of eight special names (п. 1). What is wrong with an
applicant makes inclusion void and refusal right.

>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo")
>>> numbers = [(service.number, service.cite) for service in kemerovo.latest.services]
>>> listed("8042000.99.0.ББ52АЖ48000", numbers, kemerovo.latest.act.cite("app1")).outcome
<Outcome.HOLDS: 'holds'>
>>> listed("804200О.99.0.ББ52АЖ48001", numbers, kemerovo.latest.act.cite("app1")).outcome
<Outcome.VOID: 'void'>
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from law189.extracts import Licence, Provider
from law189.kinds.asked import asked, made_asked, methods_asked, unasked
from law189.law import Citation, Norm, Text, Vocabulary
from law189.numbers import place_of
from law189.profile.services import ExcludedProvider
from law189.profile.terms import Before, By, From, HalfYear, Month, Months, On, Quarter, Term, Year
from law189.profile.whole import first_day
from law189.readings import NO_CHOICES, S1, Chosen, under
from law189.rules import asking
from law189.rules.acts import force
from law189.rules.cures import order
from law189.rules.identifiers import inn_fits, named, ogrn_fits, same_service, unreadable
from law189.rules.providers import admitted, licensed
from law189.verdict import Outcome, Rule, Verdict, bundle

__all__ = [
    "Admission",
    "Objection",
    "admissible",
    "begun",
    "listed",
    "objected",
]

# ─── Услуга перечня ──────────────────────────────────────────────────────────────────────────────────────

LISTED = Rule(
    "eligibility.listed",
    Text(
        "Услуга {service} {found:включена в перечень|в перечень не включена: проверьте номер или внесите в "
        "профиль акт, который её включил}.",
        "The service {service} {found:is in the list|is not in the list: check the number, or write the act "
        "that lists it in the profile}.",
    ),
    unknown=Text(
        "Услуга {service}; включена ли она в перечень, неизвестно: {unread}; укажите: {asks}.",
        "The service {service}; whether the list has it is not known: {unread}; give: {asks}.",
    ),
    assumed=Text(
        "Акт организует услуги своего перечня; другие под него не подпадают. О перечне спрашивают в "
        "день каждого шага: начатое до исключения услуги после него не завершают включением, сертификатом, "
        "соглашением или договором, а уже заключённое исполняют. Заявку исполнителя о другой услуге принимают: "
        "на неё отвечают отказом.",
        "The act organises the services of its list; others do not come under it. The list is asked on the day "
        "of each step: what was begun before a service left it is not brought to inclusion, a certificate, an "
        "agreement or a contract after that, and what was concluded is carried out. The application of a provider "
        "for another service is taken: its answer is a refusal.",
    ),
    cure=order.LISTED,
)

_named = unasked(named)
LIST = Text("перечень услуг", "the list of services")


@asked
def listed(
    service: str,
    services: Collection[tuple[str, Citation]],
    *cites: Citation,
    choices: Chosen = NO_CHOICES,
) -> Verdict:
    """Whether the service is among those listed (number and address), under reading S1.

    Cites the entry that it is; `cites` where it is none of them. UNKNOWN where it is none of them and a number does
    not read, and where the decree lists no services. Names the reading where the answer turned on it.
    """
    if not services:
        return force.silent("services", LIST, *cites)
    entries = tuple(services)
    numbers = [number for number, _ in entries]
    # where the list has the number written just so, that entry is cited
    if (place := place_of(service, numbers)) is not None:
        return LISTED.judge(True, entries[place][1], service=service, found=True)

    def told(choices: Mapping[str, str]) -> Verdict:
        for number, cite in entries:
            if _named(service, (number,), choices):
                same = same_service(service, number, cite, choices=choices)
                return LISTED.judge(True, cite, parts=(same,), service=service, found=True)
        found = _named(service, numbers, choices)
        why = unreadable([service, *numbers]) if found is None else None
        asks = asking.numbers(why or ())
        return LISTED.judge(found, *cites, lacks=asks, service=service, found=found, unread=why)

    return under(choices, told, S1)


# ─── Отбор: с какого дня принимают заявки ────────────────────────────────────────────────────────────────

BEGUN = Rule(
    "eligibility.begun",
    Text(
        "Срок отбора по плану: {term}; первый день: {first:не установлен}; заявка подана {on}.",
        "The term of the selection by the plan: {term}; first day: {first:not set}; the application is of "
        "{on}.",
    ),
    assumed=Text(
        "До первого дня отбора подавать заявку не на что. Последний день обязывает того, кто проводит отбор: "
        "заявка после него ничего не нарушает.",
        "Before the first day of the selection there is nothing to apply to. The last day binds whoever holds "
        "it: an application after it breaks nothing.",
    ),
    cure=order.BEGUN,
)


@asked
def begun(on: date, term: Term, *cites: Citation) -> Verdict:
    """Whether the selection has begun by the day, as the plan sets its term."""
    first: date | None
    match term:
        case From() | On():
            first = term.day
        case Before() | By():
            first = term.since
        case Year() | HalfYear() | Quarter() | Month() | Months():
            first = first_day(term)
        case _:
            first = None
    return BEGUN.judge(first is None or on >= first, *cites, term=term.text, first=first, on=on)


# ─── Всё вместе: допуск и возражение ─────────────────────────────────────────────────────────────────────


class Objection(Vocabulary):
    """Основание отказа, которое не ждёт акта: условия допуска из постановления и верные номера."""

    NO_LICENCE = "no-licence", "нет действующей лицензии", "no licence in force"
    EXCLUDED_PROVIDER = (
        "excluded-school",
        "организация со специальным наименованием",
        "an organisation of a special name",
    )
    SERVICE_NOT_LISTED = "service-not-listed", "услуги нет в перечне", "a service not in the list"
    WRONG_IDENTIFIERS = "wrong-identifiers", "неверны ИНН или ОГРН", "a wrong INN or OGRN"


@made_asked
@methods_asked
class Admission(NamedTuple):
    """Условия допуска: what the decree asks of a provider, each with its addresses.

    `services` are those listed, `list_basis` is where the decree says that it organises them, `licence`
    the norm by which it asks for a licence, None where it asks for none: one that does not hold on the day leaves
    unknown whether a licence is needed. `told_at` is the path by which what the provider
    lacks is asked for.
    """

    excluded: tuple[ExcludedProvider, ...]
    services: tuple[tuple[str, Citation], ...]
    list_basis: tuple[Citation, ...]
    licence: Norm[Any] | None
    choices: Mapping[str, str] = NO_CHOICES
    told_at: str = "event.provider"

    def checks(
        self, provider: Provider, services: Iterable[str], on: date
    ) -> dict[Objection, tuple[Verdict, ...]]:
        """Every condition of admission, by the objection that it would be."""
        excluded = (admitted(provider.school, self.excluded),) if self.excluded else ()
        licence = self.licence
        return {
            Objection.NO_LICENCE: () if licence is None else (self._by_norm(provider, licence, on),),
            Objection.EXCLUDED_PROVIDER: excluded,
            Objection.SERVICE_NOT_LISTED: tuple(
                listed(service, self.services, *self.list_basis, choices=self.choices) for service in services
            ),
            Objection.WRONG_IDENTIFIERS: (
                inn_fits(provider.inn, provider.kind),
                ogrn_fits(provider.ogrn, provider.kind, told_at=self.told_at),
            ),
        }

    def licence_ends(self, provider: Provider, on: date) -> date | None:
        """The last day of the licence without which the provider is not admitted; None where it has none."""
        if self.licence is None or provider.licence is None or not force.holds(self.licence, on):
            return None
        without = self._licensed(provider, None, on, self.licence.basis)
        return None if without.outcome is Outcome.HOLDS else provider.licence.ends_on

    def _by_norm(self, provider: Provider, norm: Norm[Any], on: date) -> Verdict:
        """Whether the licence is in force; UNKNOWN where the norm that asks for it does not hold on the day."""
        ended = force.norm("licence", norm, on)
        return self._licensed(provider, provider.licence, on, norm.basis) if ended is None else ended

    def _licensed(self, provider: Provider, licence: Licence | None, on: date, basis: Citation) -> Verdict:
        return licensed(
            licence,
            on,
            basis,
            kind=provider.kind,
            alone=provider.alone,
            choices=self.choices,
            told_at=self.told_at,
        )


ADMISSIBLE = Rule(
    "eligibility.admissible",
    Text(
        "Исполнитель (ИНН {provider}); услуги: {services:прежние}.",
        "The provider {provider}; the services: {services:as before}.",
    ),
)
OBJECTED = Rule(
    "eligibility.objected",
    Text(
        "Основание отказа: {ground} ({because}); {confirmed:подтверждается|не подтверждается|не "
        "проверено}. {seen:…|Подтверждающих сведений нет.}",
        "The ground: {ground} ({because}); it is borne out: {confirmed:yes|no|not checked}. What was found: "
        "{seen:…|nothing.}",
    ),
    unknown=Text(
        "Основание отказа: {ground} ({because}); подтверждается ли оно, неизвестно. {seen:…|Сведений нет.}",
        "The ground: {ground} ({because}); whether it is borne out is not known. What was found: "
        "{seen:…|nothing.}",
    ),
    assumed=Text(
        "Условие, без которого включение не имело бы силы, само есть основание отказа; его показывают факты.",
        "A condition without which inclusion would be void is a ground of refusal; the facts must show it.",
    ),
    cure=order.OBJECTED,
)


@asked
def admissible(admission: Admission, provider: Provider, services: Collection[str], on: date) -> Verdict:
    """Whether the provider may be in the register with those services on the day: every reason at once."""
    checks = admission.checks(provider, services, on).values()
    parts = [verdict for verdicts in checks for verdict in verdicts]
    return bundle(ADMISSIBLE, *parts, provider=provider.inn, services=tuple(services))


@asked
def objected(
    ground: Objection,
    because: str,
    admission: Admission,
    provider: Provider,
    services: Collection[str],
    on: date,
) -> Verdict:
    """Whether the ground is borne out: some condition of its kind fails. UNKNOWN where a fact is missing."""
    checks = admission.checks(provider, services, on)[ground]
    outcomes = [verdict.outcome for verdict in checks]
    confirmed = True if Outcome.VOID in outcomes else None if Outcome.UNKNOWN in outcomes else False
    decisive = Outcome.VOID if confirmed else Outcome.UNKNOWN if confirmed is None else Outcome.HOLDS
    shown = [verdict for verdict in checks if verdict.outcome is decisive]
    cites = {cite.id: cite for verdict in shown for cite in verdict.cites}
    return OBJECTED.judge(
        confirmed,
        *cites.values(),
        lacks=tuple(ask for verdict in checks for ask in verdict.asks),
        ground=ground.text,
        because=because,
        confirmed=confirmed,
        seen=shown[0].text if shown else None,
    )
