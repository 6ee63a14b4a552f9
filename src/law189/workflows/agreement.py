"""Соглашение о финансовом обеспечении (возмещении) затрат по сертификатам (agreement), from its draft to its end.

The authorised body drafts it on the standard form for a provider of the register and under a published order,
the provider signs, and with the body's own signature it is concluded. The order of paying for it is for the
act on subsidies (189-ФЗ, ст. 22, ч. 2). The district makes it electronic (подп. 4 п. 6.1) and let paper in for
2023 where the Navigator could not form it (абз. 2 п. 8); Kemerovo does not list it among its documents, and
its plan wants it concluded electronically (п. 1.2 прил. 4).

>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo")
>>> history = lifecycle.begin("7")
>>> drafted = Drafted(on=date(2023, 10, 2), by="education", number="7", mode="provision", ends_on="2023-12-31",
...                   sums=[{"year": 2023, "roubles": "120000.50"}], services=["804200О.99.0.ББ52АЖ48000"])
>>> lifecycle.judge(history, drafted, kemerovo).outcome  # nothing is put before it, and no act is adopted
<Outcome.UNKNOWN: 'unknown'>
>>> lifecycle.judge(history, drafted.model_copy(update={"by": "provider"}), kemerovo).outcome
<Outcome.VOID: 'void'>
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field

from law189.cases.clause import act_adopted, in_plan_term
from law189.cases.given.documents import Document, ProviderSigned, Signed
from law189.cases.given.grounds import Because, Reason, TerminationGround
from law189.cases.given.numbers import AgreementNumber, EndsOn
from law189.cases.given.shown import OrderShown, RegisterShown
from law189.cases.given.volumes import SUMS, FundedBy, ServicesNamed
from law189.cases.history import Event, History
from law189.cases.lifecycle import Assumed, Heading, Lifecycle, Moment, Within
from law189.extracts import AgreementExtract, RegisterExtract, Way, YearSum
from law189.kinds import must_be
from law189.law import Text, Vocabulary
from law189.profile.documents import DocumentKind, LocalAct
from law189.profile.edition import Edition
from law189.profile.parties import Party
from law189.profile.plan import Milestone
from law189.rules import agreements, asking, funding, roles, ways
from law189.rules.roles import Signature
from law189.verdict import Ask, Verdict

__all__ = [
    "AgreementEvent",
    "Amended",
    "Completed",
    "Concluded",
    "Drafted",
    "SignedByProvider",
    "Terminated",
    "extract",
    "lifecycle",
    "sums_of",
    "total",
]


class State(Vocabulary):
    """Состояние соглашения."""

    EXPECTED = "expected", "соглашения ещё нет", "no agreement yet"
    DRAFTED = "drafted", "проект соглашения есть", "agreement drafted"
    SIGNED_BY_PROVIDER = "signed_by_provider", "подписано исполнителем", "signed by the provider"
    CONCLUDED = "concluded", "соглашение действует", "agreement in force"
    TERMINATED = "terminated", "соглашение прекращено досрочно", "agreement ended early"
    COMPLETED = "completed", "соглашение исполнено до конца", "agreement carried out to its end"


class AgreementEvent(Event):
    """Событие соглашения: what every step of an agreement is."""


lifecycle: Lifecycle[AgreementEvent] = Lifecycle(
    "agreement", Text("соглашение", "agreement"), State, State.EXPECTED
)
BODY, MODES = (Party.AUTHORIZED_BODY,), "agreement.modes"
SUBSIDY, REGISTER, TERM = "189-fz/art22.part2", "189-fz/art9.part16", "budget-code/art78.4.item3"
Sums = Annotated[tuple[YearSum, ...], Field(min_length=1)]


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


def _signed(
    by: str, given: Signature | None, of: Edition, ask: Ask = asking.SIGNATURE, *, electronic: bool
) -> Verdict:
    """Whether the signature fits the form; the act that the plan promises asks for a qualified one."""
    cites = of.asked_by(LocalAct.ELECTRONIC_AGREEMENT) if electronic else ()
    return roles.signed(by, given, *cites, electronic=electronic, titles=of.titles, ask=ask)


def _draft_act(case: Moment[Any]) -> Verdict | None:
    """The act on electronic agreements, where the law or the plan asks for one; paper needs none."""
    return act_adopted(LocalAct.ELECTRONIC_AGREEMENT, case.edition, case.on) if _electronic(case) else None


class SignedByProvider(AgreementEvent):
    """Исполнитель подписал проект: какой подписью."""

    kind: Literal["signed_by_provider"] = "signed_by_provider"
    signature: Signed = None


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
        given=(_draft_act,),
        duty=Text("подписать соглашение", "sign the agreement"),
    ),
)
def sign(m: Moment[SignedByProvider]) -> Iterator[Verdict]:
    """Подпись — по форме проекта."""
    yield _signed(m.event.by, m.event.signature, m.edition, electronic=_electronic(m, m.event.signature))


# ─── Заключение: вторая подпись, исполнитель всё ещё в реестре ───────── 189-ФЗ, ст. 22, ч. 2 ────────────


class Concluded(AgreementEvent):
    """Уполномоченный орган подписал: соглашение заключено; запись реестра — по выписке на этот день."""

    kind: Literal["concluded"] = "concluded"
    signature: Signed = None
    provider: RegisterShown = None


def _latest(history: History[AgreementEvent], as_of: date = date.max) -> "Drafted | Amended":
    """The draft, or the latest amendment by that day: what the agreement says then."""
    amended = [event for event in history.events(Amended) if event.on <= as_of]
    return amended[-1] if amended else history.the(Drafted)


def _runs(case: Moment[Any]) -> Verdict:
    return funding.runs(_latest(case.history).ends_on, case.on)


def _in_plan_term(case: Moment[Any]) -> Verdict | None:
    """План даёт срок соглашениям для заказа своего года; о других годах он молчит."""
    ordered = case.history.the(Drafted).order
    return None if ordered is None else in_plan_term(case, Milestone.AGREEMENTS, ordered.year)


def _shown(history: History[AgreementEvent]) -> RegisterExtract | None:
    """The first extract of the provider that was put before the agreement."""
    events = [record.event for record in history.standing]
    shown = (event.provider for event in events if isinstance(event, Drafted | Concluded | Amended))
    return next((entry for entry in shown if entry is not None), None)


def _party(
    event: "Concluded | Amended", edition: Edition, history: History[AgreementEvent]
) -> Iterator[Verdict]:
    services, cite = history.the(Drafted).services, edition.cite(REGISTER)
    return agreements.party(event.provider, _shown(history), services, event.on, cite, edition.readings)


@lifecycle.on(
    Concluded,
    Heading(
        title=Text("соглашение заключено", "agreement concluded"),
        source=State.SIGNED_BY_PROVIDER,
        target=State.CONCLUDED,
        basis=SUBSIDY,
        by=BODY,
        within=Within("agreement.conclusion_term", since=lambda history: history.the(Drafted).on),
        given=(_draft_act, _runs, _in_plan_term),
        duty=Text("заключить соглашение", "conclude the agreement"),
    ),
)
def conclude(m: Moment[Concluded]) -> Iterator[Verdict]:
    """Подпись — по форме проекта; исполнитель тот же и в реестре."""
    electronic = _electronic(m, m.history.the(SignedByProvider).signature)
    yield _signed(m.event.by, m.event.signature, m.edition, electronic=electronic)
    yield from _party(m.event, m.edition, m.history)


# ─── Дополнительное соглашение ───────────────────────────────────────────────────────────────────────────


class Amended(AgreementEvent):
    """Соглашение изменено: номер дополнительного, новые суммы и последний день, причина, обе подписи.

    `sums` are all the sums as they are from now on. The way of paying is not changed: that is another agreement.
    """

    kind: Literal["amended"] = "amended"
    document: Document = None
    number: AgreementNumber
    sums: Annotated[Sums, SUMS]
    ends_on: EndsOn
    reason: Reason
    provider_signature: ProviderSigned = None
    signature: Signed = None
    provider: RegisterShown = None


@lifecycle.on(
    Amended,
    Heading(
        title=Text("соглашение изменено", "agreement amended"),
        source=State.CONCLUDED,
        target=State.CONCLUDED,
        basis=Assumed(
            Text(
                "Статья закона об изменении соглашения не прочитана; изменение подписывают как само соглашение.",
                "The law's article on changing an agreement was not read; a change is signed like the agreement.",
            )
        ),
        by=BODY,
        document=DocumentKind.AGREEMENT,
        given=(_runs,),
    ),
)
def amend(m: Moment[Amended]) -> Iterator[Verdict]:
    """Меняют действующее соглашение: суммы по его годам, подписи обеих сторон, исполнитель в реестре."""
    event, edition, asked = m.event, m.edition, m.edition.form_of(DocumentKind.AGREEMENT)
    electronic = agreements.electronic(event.document, asked, event.provider_signature)
    if electronic and (act := act_adopted(LocalAct.ELECTRONIC_AGREEMENT, edition, event.on)) is not None:
        yield act
    yield _signed(Party.PROVIDER, event.provider_signature, edition, asking.PROVIDERS, electronic=electronic)
    yield _signed(event.by, event.signature, edition, electronic=electronic)
    yield from _party(event, edition, m.history)
    yield funding.runs(event.ends_on, event.on)
    draft = m.history.the(Drafted)
    yield from funding.paid_in_term(event.sums, draft.on.year, event.ends_on, draft.order, edition.cite(TERM))


# ─── Прекращение: расторгнуто или завершено ──────────────────────────────────────────────────────────────


class Terminated(AgreementEvent):
    """Соглашение расторгнуто: кто (`by`), по какому основанию, почему."""

    kind: Literal["terminated"] = "terminated"
    ground: TerminationGround
    because: Because


@lifecycle.on(
    Terminated,
    Heading(
        title=Text("соглашение расторгнуто", "agreement terminated"),
        source=State.CONCLUDED,
        target=State.TERMINATED,
        basis=Assumed(
            Text(
                "Норма о расторжении здесь не прочитана; основание и причину называет тот, кто расторгает.",
                "The provision on termination was not read; whoever terminates names the ground and the reason.",
            )
        ),
        by=(*BODY, Party.PROVIDER),
        given=(lambda case: funding.still_runs(_latest(case.history).ends_on, case.on),),
    ),
)
def terminate(_: Moment[Terminated]) -> Iterator[Verdict]:
    """Основания задаёт само соглашение; здесь их записывают."""
    yield from ()


class Completed(AgreementEvent):
    """Срок соглашения прошёл, оно завершено."""

    kind: Literal["completed"] = "completed"


@lifecycle.on(
    Completed,
    Heading(
        title=Text("соглашение завершено", "agreement completed"),
        source=State.CONCLUDED,
        target=State.COMPLETED,
        basis=Assumed(
            Text(
                "Завершение нигде не описано; без него нельзя отличить исполненное соглашение от забытого.",
                "Completion is nowhere described; without it a finished agreement looks like a forgotten one.",
            )
        ),
        by=BODY,
        given=(lambda case: funding.run_out(_latest(case.history).ends_on, case.on),),
        duty=Text(
            "завершить соглашение, когда кончится срок", "complete the agreement when its term is over"
        ),
    ),
)
def complete(_: Moment[Completed]) -> Iterator[Verdict]:
    """Условие одно, и оно известно заранее: последний день настал."""
    yield from ()


# ─── Что верно на каждом шаге ────────────────────────────────────────────────────────────────────────────


@lifecycle.throughout(Drafted, SignedByProvider, Concluded)
def way_chosen(m: Moment[Any]) -> Iterator[Verdict]:
    """Способ выбран: соглашение платит за услуги по сертификату."""
    yield ways.way_chosen(Way.CERTIFICATE, m.on, m.edition.selection, m.services)


# ─── Что показывает соглашение ───────────────────────────────────────────────────────────────────────────


def extract(history: History[AgreementEvent], as_of: date) -> AgreementExtract:
    """Выписка о соглашении, каким оно было в день `as_of`: its last day as amended by then, its end if any.

    Raises LookupError where it was not concluded by that day, or where no extract ever named its provider.
    """
    found, until = must_be(history, History).events(Concluded), must_be(as_of, date)
    concluded = next((event for event in found if event.on <= until), None)
    if concluded is None:
        raise LookupError(
            f"agreement {history.id}: not concluded by {as_of.isoformat()} (state: {history.state}); an extract "
            "is taken from the day of conclusion on"
        )
    entry, drafted = _shown(history), history.the(Drafted)
    if entry is None:
        raise LookupError(f"agreement {history.id}: no register extract names its provider; add one")
    ends = [one.event.on for one in history.standing if isinstance(one.event, Terminated | Completed)]
    return AgreementExtract(
        as_of=as_of,
        number=drafted.number,
        provider=entry.provider,
        services=drafted.services,
        mode=drafted.mode,
        concluded_on=concluded.on,
        ends_on=_latest(history, as_of).ends_on,
        ended_on=next((day for day in ends if day <= as_of), None),
    )


def sums_of(history: History[AgreementEvent]) -> tuple[YearSum, ...]:
    """Суммы по годам, как они изменены последним. Raises LookupError where there is no draft yet."""
    return _latest(history).sums


def total(history: History[AgreementEvent]) -> Decimal:
    """Вся сумма соглашения, в рублях и копейках. Raises LookupError where there is no draft yet."""
    return funding.total(sums_of(history))
