"""Сертификат (certificates): one application, the register, validity, what a contract under it must keep.

One application asks for enrolment and for the certificate where the act says so (Kemerovo: подп. 1 п. 3.1; the
district: подп. 5 п. 6.1). What contracts take of a certificate and leave of it is in `rules.certificates.holding`.

>>> both = (Asks.ENROLMENT, Asks.CERTIFICATE)
>>> one_application(("enrolment", "certificate"), both).outcome, one_application(("certificate",), both).outcome
(<Outcome.HOLDS: 'holds'>, <Outcome.BREACH: 'breach'>)
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from law189.calendar import Calendar
from law189.extracts import OrderExtract
from law189.kinds.asked import asked
from law189.law import Citation, Text
from law189.numbers import same_inn
from law189.profile.documents import Asks
from law189.profile.terms import Term
from law189.readings import NO_CHOICES, Chosen, under
from law189.readings.reading import Consulted
from law189.rules import asking, extracts
from law189.rules.cures import certificate
from law189.rules.deadlines.counting import STILL
from law189.rules.deadlines.occurrences import occasion, read_two_ways
from law189.rules.deadlines.periods import begun_by, ends
from law189.rules.identifiers import ORDER, among
from law189.verdict import DECISION, Ask, Outcome, Rule, Verdict

__all__ = [
    "ahead",
    "expired",
    "not_over",
    "one_application",
    "registered",
    "same_provider",
    "still_valid",
    "terms_kept",
    "under_order",
    "valid_within",
    "within_validity",
]

# ─── Заявление и сертификат ──────────────────────────────────────────────────────────────────────────────


ONE_APPLICATION = Rule(
    "certificates.one_application",
    Text(
        "Одним заявлением просят о: {needed}; в этом заявлении просят о: {asks:не указано}.",
        "One application asks for: {needed}; this one asks for: {asks:not recorded}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Заявление, в котором просят не обо всём, не теряет силы.",
        "An application that does not ask for all of them keeps its effect.",
    ),
    cure=certificate.ONE_APPLICATION,
)
REGISTERED = Rule(
    "certificates.registered",
    Text(
        "Получатель включён в реестр: запись № {record} от {since}.",
        "The recipient is in the register: record {record} of {since}.",
    ),
    assumed=Text(
        "Сертификат формируют по данным реестра получателей; без записи формировать его не на кого.",
        "A certificate is formed from the register of recipients; without a record there is nobody to form "
        "it for.",
    ),
    cure=certificate.REGISTERED,
)
VALID_WITHIN = Rule(
    "certificates.valid_within",
    Text(
        "Сертификат от {since} действует по {until}; последний день, допускаемый актом: "
        "{last_day:не известен}.",
        "The certificate of {since} is valid to {until}; the last day that the act allows: {last_day:not "
        "known}.",
    ),
    cure=certificate.NO_LATER,
    unknown=Text(
        "Сертификат от {since} действует по {until}; последний день, допускаемый актом, неизвестен; нужно: {asks}.",
        "The certificate of {since} is valid to {until}; the last day that the act allows is not known; needed: "
        "{asks}.",
    ),
    assumed=Text(
        "Сертификат на больший срок, чем позволяет акт, не формируют. Его действие — право, а не обязанность: "
        "последний день с выходного не переносится, если акт не говорит иного.",
        "A certificate for longer than the act allows is not formed. Its validity is a right and no duty: its last "
        "day does not move from a day off unless the act says so.",
    ),
)
AHEAD = Rule(
    "certificates.ahead",
    Text(
        "Последний день: {ends_on}; день шага: {on}; последний день не может быть раньше дня шага.",
        "The last day: {ends_on}; the day of the step: {on}; the last day must not be before the step.",
    ),
    assumed=Text("По истёкшему сроку права не возникает.", "A term that is past gives no right."),
    cure=certificate.AHEAD,
)
NOT_OVER = Rule(
    "certificates.not_over",
    Text(
        "Последний день: {ends_on}; день шага: {on}; шаг делают не позже последнего дня.",
        "The last day: {ends_on}; the day of the step: {on}; the step is taken no later than the last day.",
    ),
    assumed=Text("Того, чей срок истёк, не изменяют.", "What is over is not changed any more."),
    cure=certificate.NOT_OVER,
)
STILL_VALID = Rule(
    "certificates.still_valid",
    Text(
        "Последний день действия сертификата: {until}; день шага: {on}.",
        "The certificate's last day: {until}; the day of the step: {on}.",
    ),
    unknown=Text(
        "Последний день действия сертификата: {until}; день шага: {on}. Договор, заключённый "
        "после последнего дня, силы не имеет; чтобы записать договор, заключённый раньше, нужно: "
        "{asks}.",
        "The certificate's last day: {until}; the day of the step: {on}. A contract concluded after the "
        "last day has no effect; to record one concluded before it is needed: {asks}.",
    ),
    assumed=Text(
        "Истёкший сертификат нового договора не даёт, а записать прежний с опозданием может решить человек.",
        "An expired certificate gives no new contract; recording an earlier one late is for a person to "
        "decide.",
    ),
    asks=(DECISION,),
)
EXPIRED = Rule(
    "certificates.expired",
    Text(
        "Последний день действия сертификата: {until}; день шага: {on}; срок считается истёкшим "
        "на следующий день после последнего.",
        "The certificate's last day: {until}; the day of the step: {on}; it expires on the day after its "
        "last.",
    ),
    assumed=Text("Срок истекает после своего последнего дня.", "A term ends after its last day."),
    cure=certificate.EXPIRED,
)

# ─── Условия договора ────────────────────────────────────────────────────────────────────────────────────

WITHIN_VALIDITY = Rule(
    "certificates.contract_within",
    Text(
        "Договор действует по {ends_on}, сертификат — по {until}; срок договора не должен "
        "превышать срок сертификата.",
        "The contract runs to {ends_on}, the certificate to {until}; the contract must not run longer.",
    ),
    cure=Text(
        "Назначьте последний день договора не позднее последнего дня сертификата.",
        "Let the contract end no later than the certificate.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Услугу, начатую по сертификату, оказывают до конца; срок дольше сертификата — нарушение.",
        "A service begun under a certificate is rendered to its end; a term beyond the certificate is a "
        "breach.",
    ),
)
SAME_PROVIDER = Rule(
    "certificates.same_provider",
    Text(
        "ИНН исполнителя по выписке: {shown}; по договору: {wanted}.",
        "The provider by the extract: {shown}; by the contract: {wanted}.",
    ),
    cure=Text(
        "Приложите выписку об исполнителе договора.", "Attach an extract about the provider of the contract."
    ),
    assumed=Text(
        "Выписка о другом исполнителе ничего не показывает.",
        "An extract about another provider shows nothing.",
    ),
)
TERMS_KEPT = Rule(
    "certificates.contract_terms",
    Text(
        "Иные условия, которые акт предписывает включить в договор: {needed}; не включены: {missing}.",
        "Other terms that the act has put in the contract: {needed}; missing: {missing}.",
    ),
    cure=certificate.OFFER_ANEW,
    assumed=Text(
        "Договор без условия, которое предписывает включить акт, считается незаключённым.",
        "A contract without a term that the act has put in it counts as not concluded.",
    ),
)


@asked
def one_application(asks: Collection[str], needed: Collection[Asks], *cites: Citation) -> Verdict:
    """Whether one application asks for all that the act puts in it."""
    holds = set(needed) <= set(asks)
    return ONE_APPLICATION.judge(
        holds, *cites, asks=[Asks.worded(one) for one in asks], needed=[one.text for one in needed]
    )


@asked
def registered(record: str, since: date, on: date, *cites: Citation) -> Verdict:
    """Whether the recipient is in the register by the day."""
    return REGISTERED.judge(since <= on, *cites, record=record, since=since)


@asked
def under_order(
    order: OrderExtract | None,
    services: Iterable[str],
    on: date,
    *cites: Citation,
    choices: Chosen = NO_CHOICES,
    until: date | None = None,
) -> Iterator[Verdict]:
    """Whether the order of a certificate to `until` is published, of its years, and has every service of it."""
    yield extracts.ordered(order, on, *cites)
    if order is not None:
        yield extracts.of_year(order, on, *cites, ends_on=until)
    yield from [among(one, order.services, ORDER, choices) for one in services if order is not None]


@asked
def valid_within(
    until: date,
    since: date,
    term: Term,
    calendar: Calendar | None,
    *cites: Citation,
    choices: Chosen = NO_CHOICES,
    event: date | None = None,
    asks: tuple[Ask, ...] = (),
) -> Verdict:
    """Whether a certificate formed on `since` is valid no longer than the act's term allows.

    `event` is the day of the event from which the term is counted, where that is not the forming; `asks` gives it.
    UNKNOWN where that turns on a year that the calendar lacks, or on an event whose day nobody gives. The verdict
    names the first of the readings D3, D11, D8, D1 and D2 on which it turned. A last day off moves only as the act
    says.
    """
    event = event or begun_by(term, since)
    if event is None and (awaited := occasion(term)) is not None:
        asks = asks or asking.occasion(awaited.of)
        return VALID_WITHIN.judge(None, *cites, lacks=asks, until=until, since=since, last_day=None)

    def told(choices: Mapping[str, str]) -> Verdict:
        found = ends(term, event, calendar, choices=Consulted(choices, STILL))
        holds = None if (over := found.over(until)) is None else not over
        last_day = found.bound if holds else found.last_day
        off = asking.days_off(found.missing_year)
        return VALID_WITHIN.judge(holds, *cites, lacks=off, until=until, since=since, last_day=last_day)

    return under(choices, told, *read_two_ways(term))


@asked
def ahead(ends_on: date, on: date) -> Verdict:
    """Whether the last day of a certificate or of a contract is not before the step that sets it."""
    return AHEAD.judge(on <= ends_on, ends_on=ends_on, on=on)


@asked
def not_over(ends_on: date, on: date) -> Verdict:
    """Whether what the step is about still runs on the day; its last day `ends_on` is inside."""
    return NOT_OVER.judge(on <= ends_on, ends_on=ends_on, on=on)


@asked
def still_valid(until: date, on: date) -> Verdict:
    """Whether the last day of the certificate is not past; UNKNOWN where it is."""
    return STILL_VALID.judge(True if on <= until else None, until=until, on=on)


@asked
def expired(until: date, on: date) -> Verdict:
    """Whether the last day of the certificate is past."""
    return EXPIRED.judge(on > until, until=until, on=on)


@asked
def terms_kept(
    terms: Collection[str], needed: Mapping[str, Text], *cites: Citation, rule: Rule = TERMS_KEPT
) -> Verdict:
    """Whether the contract has every mandatory term of the act, by its id; an offer has another `rule`."""
    missing = {name: title for name, title in needed.items() if name not in terms}
    return rule.judge(not missing, *cites, needed=needed, missing=missing)


@asked
def within_validity(ends_on: date, until: date) -> Verdict:
    """Whether the contract ends while the certificate is still valid; BREACH where it does not."""
    return WITHIN_VALIDITY.judge(ends_on <= until, ends_on=ends_on, until=until)


@asked
def same_provider(shown: str, wanted: str) -> Verdict:
    """Whether an extract is about the provider of the contract, by INN."""
    return SAME_PROVIDER.judge(same_inn(shown, wanted), shown=shown, wanted=wanted)
