"""Сверка дел (reconciliation): whether an extract, a report and a case say what the other cases say.

Neither the law as far as it is known here nor the decrees say what follows where they differ; each consequence is
this library's choice, with its reason.

>>> what = Text("социальный сертификат", "social certificate")
>>> held_by = Text("номер договора", "number of the contract")
>>> extract_agrees(what, "К-1", date(2024, 2, 1), fact=held_by, handed=None, case="17", held="5").outcome
<Outcome.BREACH: 'breach'>
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from law189.facts import Fact
from law189.kinds.asked import asked, made_asked
from law189.law import Citation, Text
from law189.measures import EXACT, Unit
from law189.rules import asking
from law189.rules.cures import money
from law189.rules.providers import successors
from law189.verdict import DECISION, Outcome, Rule, Verdict

__all__ = [
    "Between",
    "already_taken",
    "case_named",
    "extract_agrees",
    "licence_runs",
    "passed_on",
    "report_agrees",
    "rests_on",
]

AGREES = Rule(
    "reconciliation.extract_agrees",
    Text(
        "{title} № {number}, «{fact}» на {as_of}: в приложенной выписке — {handed:не указано}; в деле {case} — "
        "{held:не указано}.",
        "{title} {number}, «{fact}» on {as_of}: the extract handed in says {handed:nothing}; the case {case} says "
        "{held:nothing}.",
    ),
    cure=Text("Приложите выписку из этого дела.", "Attach an extract of that case."),
    missed=Outcome.BREACH,
    assumed=Text(
        "Выписка показывает дело; где она с ним расходится, ошибочна она, и шаг судят по делу.",
        "An extract shows a case; where they differ the extract is wrong, and the step is judged on the case.",
    ),
)
NAMED = Rule(
    "reconciliation.case_named",
    Text(
        "Шаг ссылается на дело с номером {number}; дела с этим номером: {held:нет}.",
        "The step refers to a case of the number {number}; cases of this number: {held:none}.",
    ),
    unknown=Text(
        "Шаг ссылается на дело с номером {number}; "
        "{held:на этот день показать нечего, а дело есть: …|дела с этим номером нет}; исправьте номер, внесите "
        "дело до нужного шага или приложите: {asks}.",
        "The step refers to a case of the number {number}; "
        "{held:it has nothing to show on the day, and it is there: …|there is no case of this number}; mend the "
        "number, record the case up to the step that is needed, or add: {asks}.",
    ),
    assumed=Text(
        "Ссылка на дело, которого нет, ничего не показывает: это описка или дело ещё не внесено.",
        "A reference to a case that is not there shows nothing: it is a slip, or the case is not recorded yet.",
    ),
)
LIKE = Text(
    "Шаг ссылается на дело с номером {number}; "
    "{held:на этот день показать нечего, а дело есть: …|дела с этим номером нет}; похожее дело есть: {near}; "
    "исправьте номер, внесите дело до нужного шага или приложите: {asks}.",
    "The step refers to a case of the number {number}; "
    "{held:it has nothing to show on the day, and it is there: …|there is no case of this number}; a case like it "
    "is there: {near}; mend the number, record the case up to the step that is needed, or add: {asks}.",
)
TAKEN = Rule(
    "reconciliation.already_taken",
    Text(
        "Шаг уже записан {on} вместе с шагом дела {case}.",
        "The step was recorded already on {on}, together with the step of the case {case}.",
    ),
)
LICENCE = Rule(
    "reconciliation.licence_runs",
    Text(
        "Лицензия исполнителя (ИНН {provider}) № {licence} действует по {ends_on}; день шага: {on}.",
        "The licence {licence} of the provider {provider} runs to {ends_on}; the day of the step: {on}.",
    ),
    cure=Text("Внесите в запись сведения о новой лицензии.", "Write the new licence into the record."),
    assumed=Text(
        "Исполнитель, у которого лицензия кончилась, услугу оказывать не вправе, хотя ещё и стоит в реестре.",
        "A provider whose licence has ended may not render the service, though it is still in the register.",
    ),
)
REPORT = Rule(
    "reconciliation.report_agrees",
    Text(
        "Услуга {service} ({unit}), с {since} по {until}: в отчёте: {reported}, в том числе по сертификатам: "
        "{told:не выделено}; по делам этого заказа оказано по сертификатам: {rendered}{most:, самое большее …|}; "
        "заказано другими способами: {others}{void:; шаги не имеют силы в делах: …|}.",
        "The service {service} ({unit}), from {since} to {until}: reported: {reported}, of it under certificates: "
        "{told:not told apart}; by the cases of this order rendered under certificates: "
        "{rendered}{most:, at most …|}; ordered in other ways: {others}{void:; steps are void in the cases: …|}.",
    ),
    cure=Text("Исправьте отчёт или дополните дела.", "Correct the report, or complete the cases."),
    missed=Outcome.BREACH,
    unknown=Text(
        "Услуга {service} ({unit}), с {since} по {until}: в отчёте: {reported}, в том числе по сертификатам: "
        "{told:не выделено}; по делам этого заказа оказано по сертификатам: {rendered}{most:, самое большее …|}; "
        "заказано другими способами: {others}{void:; шаги не имеют силы в делах: …|}; больше здешние дела не "
        "говорят; подтвердите: {asks}.",
        "The service {service} ({unit}), from {since} to {until}: reported: {reported}, of it under certificates: "
        "{told:not told apart}; by the cases of this order rendered under certificates: "
        "{rendered}{most:, at most …|}; ordered in other ways: {others}{void:; steps are void in the cases: …|}; "
        "the cases here say no more; confirm: {asks}.",
    ),
    assumed=Text(
        "Отчёт, который расходится с делами, размещён, но неверен. Оказанное по договору считают в дни, когда он "
        "действовал, как бы поздно ни записали его конец, а оказанное по единому сертификату — в строке заказа, из "
        "которой он оплачен.",
        "A report that differs from the cases is published all the same, but it is not true. What was rendered "
        "under a contract counts on the days on which it ran, however late its end is recorded; under a single "
        "certificate it counts for the line of the order that pays for it.",
    ),
)
RESTS = Rule(
    "reconciliation.rests_on",
    Text(
        "{what} № {number} действует на {on}, а {ground} {named} — {state} с {since}.",
        "{what} {number} is in force on {on}, yet {ground} {named}: {state} since {since}.",
    ),
    missed=Outcome.BREACH,
    assumed=Text(
        "Дело опирается на запись другого дела; когда её не стало, дело прекращают или переводят на другую.",
        "A case rests on the record of another; when that is gone the case is ended or moved to another one.",
    ),
    cure=money.RESTS,
)


PASSED = Rule(
    "reconciliation.passed_on",
    Text(
        "{what} № {number} действует на {on}, исполнитель — ИНН {provider}; запись реестра {record} с {since} — у "
        "правопреемника: {successor:нет}.",
        "{what} {number} is in force on {on}, the provider is {provider}; the record {record} of the register is "
        "since {since} of a successor: {successor:none}.",
    ),
    unknown=Text(
        "{what} № {number} действует на {on}, исполнитель — ИНН {provider}, а запись реестра {record} с {since} — "
        "у правопреемника (ИНН {successor}); перешло ли к нему и это, неизвестно; прекратите это либо запишите "
        "изменение, где показана запись правопреемника и есть: {asks}.",
        "{what} {number} is in force on {on}, the provider is {provider}, and the record {record} of the register "
        "is since {since} of a successor ({successor}); whether this has passed on too is unknown; end it, or "
        "record a change that shows the successor's record and has: {asks}.",
    ),
    assumed=successors.ASSUMED,
    asks=(DECISION,),
)


@asked
def passed_on(
    what: Text, number: str, on: date, *, provider: str, record: str, successor: str, since: date
) -> Verdict:
    """That a case is in force on the day while the record of its provider is of a successor since that day."""
    return PASSED.judge(
        None,
        what=_capital(what),
        number=number,
        on=on,
        provider=provider,
        record=record,
        successor=successor,
        since=since,
    )


@asked
def already_taken(on: date, case: str) -> Verdict:
    """That a linked step was recorded with the step of another case."""
    return TAKEN.judge(True, on=on, case=case)


@asked
def case_named(
    fact: str, number: str, cases: Mapping[str, Text], near: Mapping[str, Text] | None = None
) -> Verdict:
    """That the case which a step refers to shows nothing; `fact` takes its extract.

    `cases` are those that have the number, by their ids, each with what it is and how far it has come; `near` are
    cases that may be meant, by their own numbers.
    """
    held, like = (
        tuple(Text(f"{one} ({said.ru})", f"{one} ({said.en})") for one, said in found.items())
        for found in (cases, near or {})
    )
    told: dict[str, Any] = {"fact": fact, "number": number, "cases": tuple(cases), "held": held}
    told |= {"near": like} if like else {}
    rule = replace(NAMED, unknown=LIKE) if like else NAMED
    return rule.judge(None, lacks=(asking.extract(fact),), **told)


@asked
def extract_agrees(
    of: Text, number: str, as_of: date, *, fact: Text, handed: Fact, case: str, held: Fact
) -> Verdict:
    """Whether the extract handed in says of one fact what the case says of it."""
    return AGREES.judge(
        handed == held,
        title=_capital(of),
        number=number,
        as_of=as_of,
        fact=fact,
        handed=handed,
        case=case,
        held=held,
    )


@asked
def licence_runs(provider: str, licence: str, ends_on: date, on: date, *cites: Citation) -> Verdict:
    """Whether the licence of a provider of the register still runs on the day, its last day included."""
    return LICENCE.judge(on <= ends_on, *cites, provider=provider, licence=licence, ends_on=ends_on, on=on)


@made_asked
class Between(NamedTuple):
    """Сколько оказано: at least, and at most, in the unit asked for."""

    least: Decimal
    most: Decimal


@asked
def report_agrees(
    service: str,
    unit: Unit,
    reported: Decimal,
    told: Decimal | None,
    rendered: Between,
    others: Decimal,
    period: tuple[date, date],
    void: Sequence[str] = (),
) -> Verdict:
    """Whether the report says what the cases say was rendered under certificates of the order in the period.

    `told` is how much of `reported` it tells to be under certificates, `others` what was ordered in other ways.
    `void` are the cases of contracts with void steps, without which it could be said otherwise.
    BREACH where the two cannot both be; UNKNOWN where they can, and the report does not tell the ways apart or the
    cases do not say exactly how much was rendered by the last day of the period.
    """
    least, most = rendered
    exact = least == most
    if told is not None:
        possible = least <= told <= most
    else:
        possible, exact = least <= reported <= EXACT.add(most, others), exact and others == 0
    return REPORT.judge(
        False if not possible else True if exact else None,
        service=service,
        unit=unit.text,
        since=period[0],
        until=period[1],
        reported=reported,
        told=told,
        rendered=least,
        most=None if least == most else most,
        others=others,
        void=tuple(void),
    )


@asked
def rests_on(
    what: Text, number: str, on: date, *, ground: Text, named: str, state: Text, since: date
) -> Verdict:
    """That a case is in force on the day while what it rests on is not, since that day."""
    return RESTS.judge(
        since > on,
        what=_capital(what),
        number=number,
        on=on,
        ground=ground,
        named=named,
        state=state,
        since=since,
    )


def _capital(words: Text) -> Text:
    return Text(words.ru[:1].upper() + words.ru[1:], words.en[:1].upper() + words.en[1:])
