"""Муниципальный социальный заказ (social order), from its draft to the report on how it was executed.

The authorised body forms the order under the act that the law hands to the municipality (189-ФЗ, ст. 6, ч. 4),
approves it and publishes it in the term of the plan (Kemerovo: п. 4 прил. 4; the district: п. 4.1 прил. 2). The
volumes are split over ways of execution (ст. 19). Advice of the working group is attached and moves nothing.

>>> from law189 import Decision, load_profile
>>> kemerovo = load_profile("kemerovo")
>>> shares = {"way": "municipal-task", "amount": 60}, {"way": "certificate", "amount": 40}
>>> line = {"service": "804200О.99.0.ББ52АЖ48000", "unit": "person-hours", "total": 100, "parts": shares}
>>> drafted = Drafted(on=date(2023, 9, 26), by="education", number="1", year=2024, lines=[line])
>>> history = lifecycle.begin("2024")
>>> lifecycle.judge(history, drafted, kemerovo).outcome  # the act on forming orders is not adopted
<Outcome.UNKNOWN: 'unknown'>
>>> takes_it = Decision(by="head of the city", on="2023-09-26", reason="до принятия порядка")
>>> history = lifecycle.advance(history, drafted, kemerovo, decision=takes_it)
>>> advice = {"as_of": "2023-09-27", "held_on": "2023-09-26", "question": "О заказе", "adopted": False}
>>> lifecycle.judge(history, AdviceAttached(on="2023-09-27", by="chair", advice=advice), kemerovo).outcome
<Outcome.HOLDS: 'holds'>
>>> lifecycle.judge(history, Approved(on="2023-09-28", by="provider"), kemerovo).outcome
<Outcome.VOID: 'void'>
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal

from law189.cases.clause import act_adopted, in_plan_term
from law189.cases.given.documents import ENABLING, Document, Evidence, PublishedIn
from law189.cases.given.grounds import Reason
from law189.cases.given.numbers import OrderNumber, OrderYear, StatusNumber
from law189.cases.given.shown import AdviceShown
from law189.cases.given.volumes import Achieved, AchievedVolumes, OrderLines
from law189.cases.history import Event, History
from law189.cases.lifecycle import Assumed, Heading, Lifecycle, Moment, Within
from law189.extracts import OrderExtract, OrderLine, Way, Words
from law189.kinds import must_be
from law189.law import Text, Vocabulary, When
from law189.measures import Volume
from law189.profile.documents import DocumentKind, LocalAct
from law189.profile.edition import Edition
from law189.profile.parties import Party
from law189.profile.plan import Milestone
from law189.rules import orders, publication, volumes, ways
from law189.verdict import Verdict

__all__ = [
    "Achieved",
    "AdviceAttached",
    "Amended",
    "Approved",
    "Closed",
    "Drafted",
    "OrderEvent",
    "Published",
    "ReportFormed",
    "ReportPublished",
    "extract",
    "lifecycle",
    "lines_of",
]


class State(Vocabulary):
    """Состояние социального заказа."""

    PLANNED = "planned", "заказ предстоит", "order planned"
    DRAFTED = "drafted", "проект есть", "drafted"
    APPROVED = "approved", "утверждён", "approved"
    PUBLISHED = "published", "размещён", "published"
    REPORTED = "reported", "отчёт есть", "report formed"
    REPORT_PUBLISHED = "report_published", "отчёт размещён", "report published"
    CLOSED = "closed", "дело о заказе закрыто", "case of the order closed"


class OrderEvent(Event):
    """Событие социального заказа: what every step of a social order is."""


lifecycle: Lifecycle[OrderEvent] = Lifecycle(
    "order", Text("социальный заказ", "social order"), State, State.PLANNED
)
BODY, FORMING = (Party.AUTHORIZED_BODY,), (LocalAct.ORDER_FORMING,)


# ─── Проект: услуги перечня и доли, которые складываются в целое ────────── 189-ФЗ, ст. 6, ч. 4; ст. 19, ч. 1 ───


class Drafted(OrderEvent):
    """Проект составлен: номер, год заказа и строки — услуга, объём, доли по способам исполнения."""

    kind: Literal["drafted"] = "drafted"
    number: OrderNumber
    year: OrderYear
    lines: OrderLines


@lifecycle.on(
    Drafted,
    Heading(
        title=Text("проект заказа составлен", "order drafted"),
        source=(State.PLANNED, State.DRAFTED),
        target=State.DRAFTED,
        basis="189-fz/art6.part4",
        by=BODY,
        acts=FORMING,
        rests_on=(),
    ),
)
def draft(m: Moment[Drafted]) -> Iterator[Verdict]:
    """Каждая услуга — из перечня и названа один раз; доли не пересекаются и дают весь объём; способ выбран.

    The way is to be chosen on the day of the draft; whether it is for the order's year is asked at the approval.
    """
    yield from _of_lines(m.event.lines, m.edition)
    yield from ways.open_to(m.event.lines, m.on, m.edition.selection)


def _of_lines(lines: tuple[OrderLine, ...], edition: Edition) -> Iterator[Verdict]:
    annex, whole = edition.basis("direction"), edition.cite("189-fz/art19.part1")
    return orders.of_lines(lines, edition.numbers, annex, whole, edition.readings)


# ─── Рекомендация рабочей группы: приложена и ничего не решает ───────────────────────────────────────────────


class AdviceAttached(OrderEvent):
    """К проекту приложена рекомендация рабочей группы."""

    kind: Literal["advice_attached"] = "advice_attached"
    advice: AdviceShown


@lifecycle.on(
    AdviceAttached,
    Heading(
        title=Text("рекомендация приложена", "advice attached"),
        source=State.DRAFTED,
        target=State.DRAFTED,
        basis="working_group.decisions",
        rests_on=(Drafted,),
        aside=True,
    ),
)
def attach_advice(m: Moment[AdviceAttached]) -> Iterator[Verdict]:
    """Рекомендация, принятая или нет, не меняет того, что будет с заказом."""
    if (said := m.edition.norm("working_group.decisions")) is not None:
        yield orders.advice(m.event.advice, m.event.on, said)


# ─── Утверждение: кто, в какой форме, какими способами, в какой срок ────── 189-ФЗ, ст. 6, ч. 4; ст. 19, ч. 2 ───


SHARE = When(
    Text("заказ отводит долю сертификату", "the order gives a share to certificates"),
    lambda m: Way.CERTIFICATE in ways.used(lines_of(m.history)),
)


class Approved(OrderEvent):
    """Заказ утверждён; `enabling_act` предусматривает сертификат, если заказ отводит ему долю."""

    kind: Literal["approved"] = "approved"
    document: Document = None
    enabling_act: Annotated[Words | None, ENABLING.when(SHARE)] = None


def _of_ways(case: Moment[Any], lines: tuple[OrderLine, ...]) -> Iterator[Verdict]:
    """Способ с долей выбран в день шага и к началу года заказа; деньги на сертификаты перераспределены."""
    begins = date(case.history.the(Drafted).year, 1, 1)
    then = case.profile.on(begins).selection
    yield from ways.open_to(lines, case.on, case.edition.selection, begins=begins, then=then)
    asked = Way.CERTIFICATE in ways.used(lines)
    amended = act_adopted(LocalAct.BUDGET_AMENDMENT, case.edition, case.on) if asked else None
    if amended is not None:
        yield amended


def _in_plan_term(case: Moment[Any]) -> Verdict | None:
    """План даёт первый срок, затем по сроку на каждый следующий год заказа."""
    return in_plan_term(case, Milestone.ORDER, case.history.the(Drafted).year)


@lifecycle.on(
    Approved,
    Heading(
        title=Text("заказ утверждён", "order approved"),
        source=State.DRAFTED,
        target=State.APPROVED,
        basis="189-fz/art6.part4",
        by=BODY,
        document=DocumentKind.SOCIAL_ORDER,
        acts=FORMING,
        given=(_in_plan_term,),
        duty=Text("утвердить социальный заказ", "approve the social order"),
    ),
)
def approve(m: Moment[Approved]) -> Iterator[Verdict]:
    """Долю сертификата предусматривает акт, который назван."""
    cite = m.edition.cite("189-fz/art19.part2")
    return ways.enabled_for(lines_of(m.history), m.event.enabling_act, cite)


# ─── Размещение на портале бюджетной системы ─────────────────── Кемерово: п. 4; округ: п. 7 ───


class Published(OrderEvent):
    """Заказ размещён: где и чем это подтверждается."""

    kind: Literal["published"] = "published"
    place: PublishedIn
    evidence: Evidence


@lifecycle.on(
    Published,
    Heading(
        title=Text("заказ размещён", "order published"),
        source=State.APPROVED,
        target=State.PUBLISHED,
        basis="minfin-243n/act",
        by=BODY,
        given=(lambda case: None if any(case.history.events(Published)) else _in_plan_term(case),),
        duty=Text("разместить социальный заказ", "publish the social order"),
    ),
)
def publish(m: Moment[Published]) -> Iterator[Verdict]:
    """Размещают там, где говорит постановление; срок плана — для первого размещения, не для изменённого заказа."""
    yield publication.placed(m.event.place, m.event.evidence, m.edition.publication)


# ─── Изменение: снова утверждён, со следующим номером статуса ─────────────────────────────────────────────────


class Amended(OrderEvent):
    """Заказ изменён: номер статуса, новые строки и почему."""

    kind: Literal["amended"] = "amended"
    status: StatusNumber
    lines: OrderLines
    reason: Reason
    document: Document = None
    enabling_act: Annotated[Words | None, ENABLING] = None


@lifecycle.on(
    Amended,
    Heading(
        title=Text("заказ изменён", "order amended"),
        source=(State.APPROVED, State.PUBLISHED),
        target=State.APPROVED,
        basis="189-fz/art6.part4",
        by=BODY,
        document=DocumentKind.SOCIAL_ORDER,
        acts=FORMING,
        rests_on=(Drafted, Approved, Amended),
        given=(lambda case: orders.in_year(case.on, case.history.the(Drafted).year),),
    ),
)
def amend(m: Moment[Amended]) -> Iterator[Verdict]:
    """К изменённому заказу те же требования, что к проекту и утверждению; срока плана у изменения нет."""
    yield orders.next_status(m.event.status, previous=_status(m.history))
    lines, cite = m.event.lines, m.edition.cite("189-fz/art19.part2")
    yield from _of_lines(lines, m.edition)
    yield from _of_ways(m, lines)
    yield from ways.enabled_for(lines, m.event.enabling_act, cite)


def _status(history: History[OrderEvent]) -> int:
    return max((event.status for event in history.events(Amended)), default=1)


# ─── Отчёт об исполнении ─────────────────────────────────────────────────── 189-ФЗ, ст. 7, ч. 5 ───


class ReportFormed(OrderEvent):
    """Отчёт об исполнении сформирован: сколько оказано каждой услуги заказа."""

    kind: Literal["report_formed"] = "report_formed"
    achieved: AchievedVolumes
    document: Document = None


@lifecycle.on(
    ReportFormed,
    Heading(
        title=Text("отчёт об исполнении сформирован", "report formed"),
        source=State.PUBLISHED,
        target=State.REPORTED,
        basis="189-fz/art7.part5",
        by=BODY,
        document=DocumentKind.ORDER_REPORT,
        acts=FORMING,
        within=Within("order.report_term", since=lambda history: date(history.the(Drafted).year, 12, 31)),
        duty=Text("сформировать отчёт об исполнении заказа", "form the report on the order"),
    ),
)
def form_report(m: Moment[ReportFormed]) -> Iterator[Verdict]:
    """Отчёт называет каждую услугу заказа один раз и в единицах заказа; сверх заказа не оказано ничего."""
    yield orders.year_over(m.event.on, m.history.the(Drafted).year)
    ordered, choices = volumes.ordered_in(lines_of(m.history)), m.edition.readings
    achieved = [(one.service, Volume(amount=one.amount, unit=one.unit)) for one in m.event.achieved]
    yield volumes.reported(ordered, achieved, choices=choices)
    yield volumes.executed(ordered, achieved, choices=choices)


class ReportPublished(OrderEvent):
    """Отчёт размещён: где и чем это подтверждается."""

    kind: Literal["report_published"] = "report_published"
    place: PublishedIn
    evidence: Evidence


@lifecycle.on(
    ReportPublished,
    Heading(
        title=Text("отчёт об исполнении размещён", "report published"),
        source=State.REPORTED,
        target=State.REPORT_PUBLISHED,
        basis="minfin-243n/act",
        by=BODY,
        within=Within("order.publication_term", since=lambda history: history.the(ReportFormed).on),
        duty=Text("разместить отчёт об исполнении заказа", "publish the report on the order"),
    ),
)
def publish_report(m: Moment[ReportPublished]) -> Iterator[Verdict]:
    """Отчёт размещают там же, где заказ."""
    yield publication.placed(m.event.place, m.event.evidence, m.edition.publication)


class Closed(OrderEvent):
    """Дело о заказе закрыто."""

    kind: Literal["closed"] = "closed"


@lifecycle.on(
    Closed,
    Heading(
        title=Text("заказ закрыт", "order closed"),
        source=State.REPORT_PUBLISHED,
        target=State.CLOSED,
        basis=Assumed(
            Text(
                "Закрытия никто не описывает; после размещения отчёта с заказом больше ничего не делают.",
                "Nobody describes closing; once its report is published nothing more is done with an order.",
            )
        ),
        by=BODY,
    ),
)
def close(_: Moment[Closed]) -> Iterator[Verdict]:
    """Закрытие не имеет условий."""
    yield from ()


# ─── Что верно на каждом шаге ────────────────────────────────────────────────────────────────────────────


@lifecycle.throughout(Approved)
def as_drafted(m: Moment[Any]) -> Iterator[Verdict]:
    """Услуги проекта и в день утверждения стоят в перечне, способы выбраны, деньги есть."""
    lines, edition = lines_of(m.history), m.edition
    yield from orders.still_listed(lines, edition.numbers, edition.basis("direction"), edition.readings)
    yield from _of_ways(m, lines)


# ─── Что заказ показывает другим делам ───────────────────────────────────────────────────────────────────────


def lines_of(history: History[OrderEvent]) -> tuple[OrderLine, ...]:
    """The lines of the order as it stands. Raises LookupError where nothing is drafted."""
    amended = list(history.events(Amended))
    return amended[-1].lines if amended else history.the(Drafted).lines


def extract(history: History[OrderEvent], as_of: date) -> OrderExtract:
    """Выписка на день `as_of`: the order as last approved by that day, with its services by certificate.

    `published_on` is the day on which that approval was published, None where it is not yet. Raises LookupError
    where the order was not approved by that day.
    """
    known = must_be(history, History).as_of(as_of)
    approvals = [r.event.on for r in known.records if isinstance(r.event, Approved | Amended)]
    if not approvals:
        raise LookupError(
            f"the order {history.id} was not approved by {as_of}; an extract shows an approved order only"
        )
    drafted, unpublished = known.the(Drafted), known.state == State.APPROVED
    return OrderExtract(
        as_of=as_of,
        number=drafted.number,
        year=drafted.year,
        status=_status(known),
        services=tuple(line.service for line in lines_of(known) if Way.CERTIFICATE in ways.used([line])),
        approved_on=approvals[-1],
        published_on=None if unpublished else known.the(Published).on,
    )
