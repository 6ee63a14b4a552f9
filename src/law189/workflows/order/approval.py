"""Проект, утверждение и размещение заказа (approval): its draft, advice on it, approval, publication, change."""

from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from law189.cases.acts import act_adopted
from law189.cases.besides import Granted
from law189.cases.given.documents import ENABLING, Document, Evidence, PublishedIn
from law189.cases.given.events import NO_DAYS, EventDays
from law189.cases.given.grounds import Reason
from law189.cases.given.numbers import OrderNumber, OrderYear, StatusNumber
from law189.cases.given.shown import AdviceShown
from law189.cases.given.volumes import OrderLines, Planning
from law189.cases.history import History
from law189.cases.lifecycle import Heading, Moment
from law189.cases.planned import Planned
from law189.extracts import OrderLine, Part, Way, Words
from law189.law import Text, When
from law189.measures import total
from law189.numbers import service_key
from law189.profile.documents import DocumentKind, LocalAct
from law189.profile.edition import Edition
from law189.profile.plan import Milestone
from law189.rules import orders
from law189.rules.acts import publication
from law189.rules.group import subgroups
from law189.rules.orders import order_lines, ways
from law189.verdict import Verdict
from law189.workflows.order.case import BODY, FORMING, OrderEvent, State, lifecycle, lines_of

__all__ = [
    "AdviceAttached",
    "Amended",
    "Approved",
    "Drafted",
    "Published",
    "in_its_year",
    "of_ways",
    "status_of",
]

# ─── Проект: услуги перечня и доли, которые складываются в целое ────────── 189-ФЗ, ст. 6, ч. 4; ст. 19, ч. 1 ───


class Drafted(OrderEvent):
    """Проект составлен: номер, год заказа и строки — услуга, объём, доли по способам исполнения."""

    kind: Literal["drafted"] = "drafted"
    number: OrderNumber
    LATER = OrderEvent.LATER | {"planning"}

    year: OrderYear
    lines: OrderLines
    planning: Planning = ()


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

    The way is to be chosen in the order's year, as at the approval.
    """
    yield from _of_lines(m.event.lines, m.edition)
    yield from _planned(m.event, m.event.year, m.edition)
    yield from _open_ways(m, m.event.lines, m.event.year)
    yield orders.in_year(m.on, m.event.year)


def _of_lines(lines: tuple[OrderLine, ...], edition: Edition) -> Iterator[Verdict]:
    whole = edition.cite("189-fz/art19.part1")
    return orders.of_lines(lines, edition.numbers, edition.listed_at, whole, edition.readings)


def _planned(event: "Drafted | Amended", year: int, edition: Edition) -> Iterator[Verdict]:
    """Плановый период, если заказ его называет: услуги строк, два следующих года."""
    if event.planning:
        planning = [(one.service, one.year, one.unit) for one in event.planning]
        lines = [(one.service, one.unit) for one in event.lines]
        yield order_lines.planned(planning, lines, year, edition.readings)


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
    group, shown = m.edition.working_group, m.event.advice
    if group is None:
        return
    yield from subgroups.advised(group, shown.subgroup, m.event.on)
    own = subgroups.group_named(group, shown.subgroup)
    said = group.decisions if own is None else own.decisions
    if said is not None:
        yield orders.advice(shown, m.event.on, said)


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
    event_on: EventDays = NO_DAYS


def of_ways(case: Moment[Any], lines: tuple[OrderLine, ...]) -> Iterator[Verdict]:
    """Способ с долей выбран в году заказа; деньги на сертификаты перераспределены."""
    yield from _open_ways(case, lines, case.history.the(Drafted).year)
    asked = Way.CERTIFICATE in ways.used(lines)
    amended = act_adopted(LocalAct.BUDGET_AMENDMENT, case.edition, case.on) if asked else None
    if amended is not None:
        yield amended


def _open_ways(case: Moment[Any], lines: tuple[OrderLine, ...], year: int) -> Iterator[Verdict]:
    """Способ с долей выбран в какой-нибудь день года заказа, который не раньше дня шага."""
    first = max(case.on, date(year, 1, 1))
    edition = case.profile.on(first)
    yield from ways.open_to(lines, first, edition.selection, until=date(year, 12, 31), silence=edition.whole)


def in_its_year(case: Moment[Any]) -> Verdict:
    """Год заказа ещё идёт или впереди."""
    return orders.in_year(case.on, case.history.the(Drafted).year)


def _first_published(history: History[Any]) -> int | None:
    """Год заказа, пока он не размещён; у размещения изменённого заказа срока плана нет."""
    return None if any(history.events(Published)) else history.the(Drafted).year


APPROVAL_TERM = Planned(Milestone.ORDER, lambda history: history.the(Drafted).year)
"""План даёт первый срок, затем по сроку на каждый следующий год заказа."""


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
        given=(APPROVAL_TERM, in_its_year),
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
    event_on: EventDays = NO_DAYS


@lifecycle.on(
    Published,
    Heading(
        title=Text("заказ размещён", "order published"),
        source=State.APPROVED,
        target=State.PUBLISHED,
        basis="minfin-243n/act",
        by=BODY,
        given=(Planned(Milestone.ORDER, _first_published),),
        duty=Text("разместить социальный заказ", "publish the social order"),
    ),
)
def publish(m: Moment[Published]) -> Iterator[Verdict]:
    """Размещают там, где говорит постановление; срок плана — для первого размещения, не для изменённого заказа."""
    yield publication.placed(m.event.place, m.event.evidence, m.edition.publication)


# ─── Изменение: снова утверждён, со следующим номером статуса ─────────────────────────────────────────────────


NEW_SHARE = When(SHARE.text, lambda m: m.event is None or Way.CERTIFICATE in ways.used(m.event.lines))


class Amended(OrderEvent):
    """Заказ изменён: номер статуса, новые строки и почему."""

    kind: Literal["amended"] = "amended"
    LATER = OrderEvent.LATER | {"planning"}

    status: StatusNumber
    lines: OrderLines
    reason: Reason
    document: Document = None
    enabling_act: Annotated[Words | None, ENABLING.when(NEW_SHARE)] = None
    planning: Planning = ()


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
        given=(in_its_year,),
    ),
)
def amend(m: Moment[Amended]) -> Iterator[Verdict]:
    """К изменённому заказу те же требования, что к проекту и утверждению; срока плана у изменения нет.

    Стоит ли услуга в перечне и выбран ли способ, спрашивают о том, чего прежний заказ не давал.
    """
    yield orders.next_status(m.event.status, previous=status_of(m.history))
    lines, edition = m.event.lines, m.edition
    added = _added(lines, lines_of(m.history))
    yield from orders.still_listed(added, edition.numbers, edition.listed_at, edition.readings)
    yield from orders.parted(lines, edition.cite("189-fz/art19.part1"), edition.readings)
    yield from _planned(m.event, m.history.the(Drafted).year, edition)
    yield from of_ways(m, added)
    yield from ways.enabled_for(lines, m.event.enabling_act, edition.cite("189-fz/art19.part2"))


def _given(lines: Iterable[OrderLine]) -> Granted:
    """Сколько каждой услуги заказ отводит каждому способу."""
    amounts: dict[Hashable, Decimal] = {}
    for line in lines:
        for part in line.parts:
            share = service_key(line.service), line.unit, part.way
            amounts[share] = total((amounts.get(share, Decimal(0)), part.amount))
    return Granted(amounts)


def _added(lines: tuple[OrderLine, ...], before: tuple[OrderLine, ...]) -> tuple[OrderLine, ...]:
    """Строки и доли, которые дают больше прежнего, каждая целиком."""
    more = _given(lines).besides(_given(before)).more

    def grown(line: OrderLine) -> tuple[Part, ...]:
        return tuple(one for one in line.parts if (service_key(line.service), line.unit, one.way) in more)

    return tuple(line.model_copy(update={"parts": parts}) for line in lines if (parts := grown(line)))


def status_of(history: History[OrderEvent]) -> int:
    """The status number of the order: 1 at its first approval, the next at each amendment."""
    return max((event.status for event in history.events(Amended)), default=1)
