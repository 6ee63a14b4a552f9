"""Оплата по соглашению (payment): acts of what was rendered, claims, advances, payments.

The order of paying is for the act on subsidies (189-ФЗ, ст. 22, ч. 2), of which none was read for this library. In
the mode of reimbursement a claim rests on acts; where funds are provided beforehand an advance may come first.
What was rendered while the agreement ran is acted, claimed and paid after its end too.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from law189.cases.given.events import NO_DAYS, EventDays
from law189.cases.given.payments import (
    ACTS_NAMED,
    ActNumber,
    ClaimNamed,
    ClaimNumber,
    PeriodSince,
    PeriodUntil,
    RenderedLine,
    RenderedLines,
    Roubles,
)
from law189.cases.history import History
from law189.cases.lifecycle import Assumed, Heading, Moment, Owing, Within
from law189.extracts import FundingMode
from law189.law import Text, When
from law189.measures import Volume
from law189.numbers import Number, number_key, same_number
from law189.profile.documents import LocalAct
from law189.profile.parties import Party
from law189.rules import identifiers, volumes
from law189.rules.agreements import debts, funding, payments, rendering, weekly
from law189.rules.agreements.payments import Account, Payment, PeriodClaim
from law189.rules.agreements.rendering import PeriodAct
from law189.verdict import Outcome, Verdict
from law189.workflows.agreement.case import (
    BODY,
    SETTLED_IN,
    SUBSIDY,
    AgreementEvent,
    State,
    lifecycle,
    runs_to,
    terms,
)
from law189.workflows.agreement.conclusion import Concluded, Drafted

__all__ = ["ActDrawn", "AdvancePaid", "ClaimPaid", "Claimed", "RenderedLine", "paid_so_far"]

UNREAD = Assumed(
    Text(
        "Порядок оплаты устанавливает акт о субсидиях; для этой библиотеки ни один не прочитан.",
        "The order of paying is set by the act on subsidies; none was read for this library.",
    )
)


# ─── Акт об оказанном за период ──────────────────────────────────────────────────────────────────────────


class ActDrawn(AgreementEvent):
    """Составлен акт: номер, первый и последний день периода, сколько каждой услуги оказано."""

    kind: Literal["act_drawn"] = "act_drawn"
    number: ActNumber
    since: PeriodSince
    until: PeriodUntil
    rendered: RenderedLines

    @property
    def told(self) -> PeriodAct:
        """The act as the account keeps it."""
        return PeriodAct(self.number, self.since, self.until, tuple(line.service for line in self.rendered))


def draw_act(m: Moment[ActDrawn]) -> Iterator[Verdict]:
    """Период прошёл и лежит в сроке соглашения; услуги — его, и за эти дни их ещё не учли."""
    act, account, readings = m.event.told, paid_so_far(m.history), m.edition.readings
    agreed, (first, last) = m.history.the(Drafted).services, _term(m)
    yield payments.new_number(act.number, [one.number for one in account.acts])
    yield rendering.act_period(act.since, act.until, m.on)
    yield rendering.act_in_term(act.since, act.until, first, last)
    yield from identifiers.each_among(act.services, agreed, identifiers.AGREEMENT, readings)
    for line in m.event.rendered:
        volume = Volume(amount=line.amount, unit=line.unit)
        yield volumes.positive(volume)
        if (counted := weekly.counted(volume)) is not None:
            yield counted
    yield rendering.counted_once(act, account.acts, choices=readings)


def _term(case: Moment[Any]) -> tuple[date, date]:
    """The first and the last day on which the agreement runs."""
    return case.history.the(Concluded).on, runs_to(case.history)


def _days_left(case: Moment[Any]) -> Verdict:
    services, acts = case.history.the(Drafted).services, paid_so_far(case.history).acts
    return rendering.days_left(services, acts, *_term(case), case.on, choices=case.edition.readings)


# ─── Требование об оплате ────────────────────────────────────────────────────────────────────────────────


REIMBURSED = When(
    Text("затраты возмещают", "costs are reimbursed"),
    lambda m: m.history.the(Drafted).mode is FundingMode.REIMBURSEMENT,
)


class Claimed(AgreementEvent):
    """Предъявлено требование: номер, период, сколько рублей ещё причитается, на каких актах оно стоит."""

    kind: Literal["claimed"] = "claimed"
    number: ClaimNumber
    since: PeriodSince
    until: PeriodUntil
    roubles: Roubles
    acts: Annotated[tuple[Number, ...], ACTS_NAMED.when(REIMBURSED)] = ()

    @property
    def told(self) -> PeriodClaim:
        """The claim as the account keeps it."""
        return PeriodClaim(self.number, self.since, self.until, self.roubles, self.acts)


def claim(m: Moment[Claimed]) -> Iterator[Verdict]:
    """Требование — за дни одного года, иначе его год решают; при возмещении оно стоит на своих актах."""
    account, asked = paid_so_far(m.history), m.event.told
    yield payments.new_number(asked.number, [one.number for one in account.claims])
    yield payments.positive(asked.roubles)
    period, in_term = payments.claim_period(asked), debts.claim_in_term(asked, *_term(m))
    yield from (period, in_term)
    yield payments.on_acts(asked, account)
    if Outcome.VOID not in (period.outcome, in_term.outcome):
        yield debts.claim_covered(asked, account)  # a claim of other days is of no year of the agreement


KOPECK: Decimal = Decimal("0.01")
"""The least that can be paid."""


# ─── Аванс и оплата требования ───────────────────────────────────────── 189-ФЗ, ст. 22, ч. 2 ────────────


class AdvancePaid(AgreementEvent):
    """Выплачен аванс: сколько рублей."""

    kind: Literal["advance_paid"] = "advance_paid"
    roubles: Roubles


@lifecycle.on(
    AdvancePaid,
    Heading(
        title=Text("выплачен аванс", "advance paid"),
        source=State.CONCLUDED,
        target=State.CONCLUDED,
        basis=SUBSIDY,
        by=BODY,
        acts=(LocalAct.SUBSIDY,),
        given=(
            lambda case: payments.advance(case.history.the(Drafted).mode),
            lambda case: funding.runs(terms(case.history).ends_on, case.on),
        ),
        fits=(
            lambda case: debts.advance_left(paid_so_far(case.history), case.on.year),
            lambda case: _claims_covered(case, KOPECK),
        ),
    ),
)
def pay_advance(m: Moment[AdvancePaid]) -> Iterator[Verdict]:
    """Вперёд платят при финансовом обеспечении, в пределах суммы года и не в счёт предъявленных требований."""
    yield payments.positive(m.event.roubles)
    yield payments.in_year(m.event.roubles, m.on.year, paid_so_far(m.history))
    if (covered := _claims_covered(m, m.event.roubles)) is not None:
        yield covered


def _claims_covered(case: Moment[Any], roubles: Decimal) -> Verdict | None:
    """Whether so much paid ahead leaves enough for the claims."""
    account = paid_so_far(case.history)
    return debts.claims_covered(account, account.paying(Payment(case.on.year, roubles)))


class ClaimPaid(AgreementEvent):
    """Требование оплачено, целиком или частью: номер требования, сколько рублей."""

    kind: Literal["claim_paid"] = "claim_paid"
    claim: ClaimNamed
    roubles: Roubles
    event_on: EventDays = NO_DAYS


def pay_claim(m: Moment[ClaimPaid]) -> Iterator[Verdict]:
    """Платят не больше, чем требуют, и в пределах суммы года, за который требуют."""
    account, roubles = paid_so_far(m.history), m.event.roubles
    asked = account.claim(m.event.claim)
    yield payments.positive(roubles)
    yield payments.of_claim(m.event.claim, roubles, account)
    if asked is not None:
        yield payments.in_year(roubles, asked.until.year, account)


def _to_pay(history: History[Any]) -> list[Claimed]:
    """The claims on which something can be paid, the earliest first."""
    numbers = [one.number for one in debts.covered(paid_so_far(history))]
    return [
        one for one in history.events(Claimed) if any(same_number(one.number, number) for number in numbers)
    ]


def _first_to_pay(history: History[Any]) -> date | None:
    """The day of the earliest claim on which something can be paid; None where there is none."""
    return next((one.on for one in _to_pay(history)), None)


def _each_to_pay(case: Moment[Any]) -> tuple[Owing, ...]:
    """Each claim on which something can be paid, with its day; beyond the sum of its year nothing is owed."""
    return tuple(Owing(Text(f"№ {one.number}", f"No {one.number}"), one.on) for one in _to_pay(case.history))


def _claim_made(event: ClaimPaid, history: History[Any]) -> date | None:
    """The day of the claim that is paid; None where the case has none of that number."""
    return next((one.on for one in history.events(Claimed) if same_number(one.number, event.claim)), None)


for _state in SETTLED_IN:  # the end of an agreement ends no debt; where the agreement stands, it stays
    lifecycle.on(
        ActDrawn,
        Heading(
            title=Text("составлен акт за период", "act of a period drawn up"),
            source=_state,
            target=_state,
            basis=UNREAD,
            by=(Party.PROVIDER, *BODY),
            given=(_days_left,),
        ),
    )(draw_act)
    lifecycle.on(
        Claimed,
        Heading(
            title=Text("предъявлено требование об оплате", "payment claimed"),
            source=_state,
            target=_state,
            basis=UNREAD,
            by=(Party.PROVIDER,),
            fits=(lambda case: debts.acted(paid_so_far(case.history)),),
        ),
    )(claim)
    lifecycle.on(
        ClaimPaid,
        Heading(
            title=Text("требование оплачено", "claim paid"),
            source=_state,
            target=_state,
            basis=SUBSIDY,
            by=BODY,
            acts=(LocalAct.SUBSIDY,),
            within=Within(
                "agreement.payment_term",
                since=_first_to_pay,
                needed=False,
                told=_claim_made,
                counted=Text("со дня требования", "from the claim"),
            ),
            fits=(lambda case: debts.payable(paid_so_far(case.history)),),
            duty=Text("оплатить требование", "pay the claim"),
            owing=_each_to_pay,
        ),
    )(pay_claim)


# ─── Что уже оказано, потребовано и выплачено ────────────────────────────────────────────────────────────


def paid_so_far(history: History[AgreementEvent]) -> Account:
    """The acts, the claims and what was paid under the agreement; what is left is told apart.

    Raises `NothingYet` where there is no draft yet.
    """
    acts, claims, paid = list[PeriodAct](), list[PeriodClaim](), list[Payment]()
    of_number: dict[str, PeriodClaim] = {}
    for record in history.standing:
        match record.event:
            case ActDrawn(told=act):
                acts.append(act)
            case Claimed(told=asked):
                claims.append(asked)
                of_number.setdefault(number_key(asked.number), asked)
            case AdvancePaid(roubles=roubles, on=on):
                paid.append(Payment(on.year, roubles))
            case ClaimPaid(claim=number, roubles=roubles, on=on):
                of = of_number.get(number_key(number))
                paid.append(Payment(on.year if of is None else of.until.year, roubles, number))
    return Account(history.the(Drafted).mode, terms(history).sums, tuple(acts), tuple(claims), tuple(paid))
