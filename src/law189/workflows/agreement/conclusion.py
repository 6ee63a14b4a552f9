"""Заключение соглашения (conclusion): its draft on the standard form, the provider's signature, the body's."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Literal

from law189.cases.acts import act_adopted
from law189.cases.given.documents import Document, Signed
from law189.cases.given.events import NO_DAYS, EventDays
from law189.cases.given.grounds import Because
from law189.cases.given.numbers import AgreementNumber, EndsOn
from law189.cases.given.shown import OrderShown, RegisterShown
from law189.cases.given.volumes import SUMS, FundedBy, ServicesNamed
from law189.cases.history import History
from law189.cases.lifecycle import Assumed, Heading, Moment, Within
from law189.cases.listed import on_list
from law189.cases.planned import Planned
from law189.extracts import RegisterExtract, Way
from law189.law import Text
from law189.profile.documents import DocumentKind, LocalAct
from law189.profile.edition import Edition
from law189.profile.parties import Party
from law189.profile.plan import Milestone
from law189.rules import agreements, asking
from law189.rules.agreements import funding
from law189.rules.deadlines.periods import Absent
from law189.rules.orders import ways
from law189.rules.step import roles
from law189.rules.step.roles import Signature
from law189.verdict import Ask, Verdict
from law189.workflows.agreement.case import (
    BODY,
    REGISTER,
    SUBSIDY,
    TERM,
    AgreementEvent,
    State,
    Sums,
    lifecycle,
    shown_provider,
)

__all__ = ["Concluded", "Drafted", "Lapsed", "SignedByProvider", "party", "services_and_way", "signed"]

MODES, SIGNING = "agreement.modes", "agreement.signing_term"

# ─── Проект по типовой форме ─────────────────────────────────────────── 189-ФЗ, ст. 22, ч. 2 ────────────


class Drafted(AgreementEvent):
    """Составлен проект: номер, способ и суммы финансирования, исполнитель, заказ, услуги, последний день."""

    kind: Literal["drafted"] = "drafted"
    document: Document = None
    number: AgreementNumber
    mode: FundedBy
    sums: Annotated[Sums, SUMS]
    provider: RegisterShown = None
    order: OrderShown = None
    services: ServicesNamed
    ends_on: EndsOn


@lifecycle.on(
    Drafted,
    Heading(
        title=Text("проект составлен", "drafted"),
        source=State.EXPECTED,
        target=State.DRAFTED,
        basis=SUBSIDY,
        by=BODY,
        document=DocumentKind.AGREEMENT,
        acts=(LocalAct.STANDARD_AGREEMENT, LocalAct.SUBSIDY),
        values=(MODES,),
        duty=Text("составить проект соглашения", "draft the agreement"),
    ),
)
def draft(m: Moment[Drafted]) -> Iterator[Verdict]:
    """Исполнитель в реестре, заказ года размещён; услуги есть и там и там; деньги по годам соглашения."""
    event, edition, on = m.event, m.edition, m.event.on
    register, order, readings = edition.cite(REGISTER), event.order, edition.readings
    plan = edition.due_by(Milestone.AGREEMENTS)
    yield from agreements.grounds(event.provider, order, event.services, on, register, plan, readings)
    if (fill := edition.fill_on(MODES, on)) is not None:
        allowed = [entry.id for entry in fill.entries or ()]
        yield funding.in_mode(event.mode, allowed, edition.cite(SUBSIDY), fill.cite)
    yield funding.runs(event.ends_on, on)
    yield from funding.paid_in_term(event.sums, on.year, event.ends_on, order, edition.cite(TERM))


# ─── Подпись исполнителя ─────────────────────────────────────────────────────────────────────────────────


def _electronic(case: Moment[Any], first: Signature | None = None) -> bool:
    asked = case.edition.form_of(DocumentKind.AGREEMENT)
    return agreements.electronic(case.history.the(Drafted).document, asked, first)


def signed(
    by: str, given: Signature | None, of: Edition, ask: Ask = asking.SIGNATURE, *, electronic: bool
) -> Verdict:
    """Whether the signature fits the form; the act that the plan promises asks for a qualified one.

    Where no such act is promised, and on paper, the provisions are those on the form of the document: the decree
    says no more of its signature.
    """
    asked = of.form_of(DocumentKind.AGREEMENT)
    form = (
        () if asked is None else (asked.rule.cite, *(() if electronic else (one.cite for one in asked.paper)))
    )
    cites = of.asked_by(LocalAct.ELECTRONIC_AGREEMENT) if electronic else ()
    return roles.signed(by, given, *cites, electronic=electronic, titles=of.titles, ask=ask, form=form)


def _draft_act(case: Moment[Any]) -> Verdict | None:
    """The act on electronic agreements, where the law or the plan asks for one; paper needs none."""
    return act_adopted(LocalAct.ELECTRONIC_AGREEMENT, case.edition, case.on) if _electronic(case) else None


class SignedByProvider(AgreementEvent):
    """Исполнитель подписал проект: какой подписью."""

    kind: Literal["signed_by_provider"] = "signed_by_provider"
    signature: Signed = None
    event_on: EventDays = NO_DAYS


@lifecycle.on(
    SignedByProvider,
    Heading(
        title=Text("исполнитель подписал", "signed by the provider"),
        source=State.DRAFTED,
        target=State.SIGNED_BY_PROVIDER,
        basis=Assumed(
            Text(
                "Кто подписывает первым, ни закон, насколько он здесь известен, ни постановления не говорят.",
                "Neither the law as far as it is known here nor the decrees say who signs first.",
            )
        ),
        by=(Party.PROVIDER,),
        within=Within(
            SIGNING,
            since=lambda history: history.the(Drafted).on,
            needed=False,
            counted=Text("со дня проекта", "from the draft"),
        ),
        given=(_draft_act,),
        duty=Text("подписать соглашение", "sign the agreement"),
    ),
)
def sign(m: Moment[SignedByProvider]) -> Iterator[Verdict]:
    """Подпись — по форме проекта."""
    yield signed(m.event.by, m.event.signature, m.edition, electronic=_electronic(m, m.event.signature))


class Lapsed(AgreementEvent):
    """Проект утратил силу: исполнитель уклонился от подписания; в чём это видно."""

    kind: Literal["lapsed"] = "lapsed"
    because: Because
    event_on: EventDays = NO_DAYS


def _evaded(case: Moment[Any]) -> Verdict | None:
    """Whether the term to sign is over; None where no act sets one."""
    ends = lifecycle.clause("signed_by_provider").ends(case.history, case.profile, case.on, event=case.event)
    return None if ends.absent is Absent.NOT_SET else agreements.evaded(ends, case.on, *ends.cites)


@lifecycle.on(
    Lapsed,
    Heading(
        title=Text("проект утратил силу", "draft lapsed"),
        source=State.DRAFTED,
        target=State.LAPSED,
        basis=Assumed(
            Text(
                "Об уклонении от подписания известные нам акты молчат; без этого шага неподписанный проект ждал бы "
                "подписи без конца.",
                "The acts known here are silent on evading to sign; without this step an unsigned draft would wait "
                "for its signature without end.",
            )
        ),
        by=BODY,
        values=(SIGNING,),
        given=(_evaded,),
    ),
)
def lapse(_: Moment[Lapsed]) -> Iterator[Verdict]:
    """Условие известно заранее: срок подписания, который установил акт, истёк, а подписи нет."""
    yield from ()


# ─── Заключение: вторая подпись, исполнитель всё ещё в реестре ───────── 189-ФЗ, ст. 22, ч. 2 ────────────


class Concluded(AgreementEvent):
    """Уполномоченный орган подписал: соглашение заключено; запись реестра — по выписке на этот день."""

    kind: Literal["concluded"] = "concluded"
    signature: Signed = None
    provider: RegisterShown = None
    event_on: EventDays = NO_DAYS


def _runs(case: Moment[Any]) -> Verdict:
    return funding.runs(case.history.the(Drafted).ends_on, case.on)


def _of_its_years(case: Moment[Any]) -> Verdict:
    draft = case.history.the(Drafted)
    return funding.in_years(draft.sums, case.on.year, draft.ends_on.year)


def _year_of_order(history: History[Any]) -> int | None:
    ordered = history.the(Drafted).order
    return None if ordered is None else ordered.year


PLAN_TERM = Planned(Milestone.AGREEMENTS, _year_of_order)
"""План даёт срок соглашениям для заказа своего года; о других годах он молчит."""


def party(
    shown: RegisterExtract | None, case: Moment[Any], services: Sequence[str] | None = None
) -> Iterator[Verdict]:
    """Whether the provider is in the register on the day with the services, and is the one of the draft.

    Where no services are named, they are those of the draft.
    """
    draft, register = case.history.the(Drafted), case.edition.cite(REGISTER)
    drafted, readings = shown_provider(case.history), case.edition.readings
    begun = draft.number if case.history.state == State.CONCLUDED else None
    named = draft.services if services is None else services
    return agreements.party(shown, drafted, named, case.on, register, readings, begun=begun)


@lifecycle.on(
    Concluded,
    Heading(
        title=Text("соглашение заключено", "agreement concluded"),
        source=State.SIGNED_BY_PROVIDER,
        target=State.CONCLUDED,
        basis=SUBSIDY,
        by=BODY,
        acts=(LocalAct.STANDARD_AGREEMENT, LocalAct.SUBSIDY),
        within=Within(
            "agreement.conclusion_term",
            since=lambda history: history.the(SignedByProvider).on,
            counted=Text("со дня подписи исполнителя", "from the provider's signature"),
        ),
        given=(_draft_act, _runs, _of_its_years, PLAN_TERM),
        duty=Text("заключить соглашение", "conclude the agreement"),
    ),
)
def conclude(m: Moment[Concluded]) -> Iterator[Verdict]:
    """Подпись — по форме проекта; исполнитель тот же и в реестре; деньги — на годы, в которые оно действует."""
    electronic = _electronic(m, m.history.the(SignedByProvider).signature)
    yield signed(m.event.by, m.event.signature, m.edition, electronic=electronic)
    yield from party(m.event.provider, m)


# ─── Что верно на каждом шаге до заключения ──────────────────────────────────────────────────────────────


@lifecycle.throughout(Drafted, SignedByProvider, Concluded)
def services_and_way(m: Moment[Any]) -> Iterator[Verdict]:
    """Способ выбран и услуги стоят в перечне: соглашение платит за услуги по сертификату."""
    yield ways.way_chosen(Way.CERTIFICATE, m.on, m.edition.selection, m.services, silence=m.edition.whole)
    yield from on_list(m.services, m.edition)
