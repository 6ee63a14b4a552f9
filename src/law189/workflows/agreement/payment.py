"""Оплата по соглашению (payment): acts of what was rendered, claims, advances, payments.

The order of paying is for the act on subsidies (189-ФЗ, ст. 22, ч. 2), of which none was read for this library. In
the mode of reimbursement a claim rests on acts; where funds are provided beforehand an advance may come first.
"""

from collections.abc import Iterator
from typing import Literal

from law189.cases.given.payments import (
    ActNumber,
    ActsNamed,
    ClaimNamed,
    ClaimNumber,
    PeriodSince,
    PeriodUntil,
    RenderedLine,
    RenderedLines,
    Roubles,
)
from law189.cases.history import History
from law189.cases.lifecycle import Assumed, Heading, Moment
from law189.law import Text
from law189.measures import Volume
from law189.profile.documents import LocalAct
from law189.profile.parties import Party
from law189.rules import identifiers, payments, rendering, volumes
from law189.rules.payments import Account, Payment, PeriodClaim
from law189.rules.rendering import PeriodAct
from law189.verdict import Verdict
from law189.workflows.agreement.case import BODY, SUBSIDY, AgreementEvent, State, lifecycle, terms
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


@lifecycle.on(
    ActDrawn,
    Heading(
        title=Text("составлен акт за период", "act of a period drawn up"),
        source=State.CONCLUDED,
        target=State.CONCLUDED,
        basis=UNREAD,
        by=(Party.PROVIDER, *BODY),
    ),
)
def draw_act(m: Moment[ActDrawn]) -> Iterator[Verdict]:
    """Период прошёл и лежит в сроке соглашения; услуги — его, и за эти дни их ещё не учли."""
    act, account, readings = m.event.told, paid_so_far(m.history), m.edition.readings
    agreed, first = m.history.the(Drafted).services, m.history.the(Concluded).on
    yield payments.new_number(act.number, [one.number for one in account.acts])
    yield rendering.act_period(act.since, act.until, m.on)
    yield rendering.act_in_term(act.since, act.until, first, terms(m.history).ends_on)
    yield from identifiers.each_among(act.services, agreed, identifiers.AGREEMENT, readings)
    for line in m.event.rendered:
        yield volumes.positive(Volume(amount=line.amount, unit=line.unit))
    yield rendering.counted_once(act, account.acts, choices=readings)


# ─── Требование об оплате ────────────────────────────────────────────────────────────────────────────────


class Claimed(AgreementEvent):
    """Предъявлено требование: номер, период, сколько рублей ещё причитается, на каких актах оно стоит."""

    kind: Literal["claimed"] = "claimed"
    number: ClaimNumber
    since: PeriodSince
    until: PeriodUntil
    roubles: Roubles
    acts: ActsNamed = ()

    @property
    def told(self) -> PeriodClaim:
        """The claim as the account keeps it."""
        return PeriodClaim(self.number, self.since, self.until, self.roubles, self.acts)


@lifecycle.on(
    Claimed,
    Heading(
        title=Text("предъявлено требование об оплате", "payment claimed"),
        source=State.CONCLUDED,
        target=State.CONCLUDED,
        basis=UNREAD,
        by=(Party.PROVIDER,),
    ),
)
def claim(m: Moment[Claimed]) -> Iterator[Verdict]:
    """Требование — за дни одного года; при возмещении оно стоит на актах, по которым ещё не требовали."""
    account, asked = paid_so_far(m.history), m.event.told
    yield payments.new_number(asked.number, [one.number for one in account.claims])
    yield payments.positive(asked.roubles)
    yield payments.claim_period(asked)
    yield payments.on_acts(asked, account)


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
        given=(lambda case: payments.advance(case.history.the(Drafted).mode),),
    ),
)
def pay_advance(m: Moment[AdvancePaid]) -> Iterator[Verdict]:
    """Вперёд платят при финансовом обеспечении и в пределах суммы года, в котором платят."""
    yield payments.positive(m.event.roubles)
    yield payments.in_year(m.event.roubles, m.on.year, paid_so_far(m.history))


class ClaimPaid(AgreementEvent):
    """Требование оплачено, целиком или частью: номер требования, сколько рублей."""

    kind: Literal["claim_paid"] = "claim_paid"
    claim: ClaimNamed
    roubles: Roubles


@lifecycle.on(
    ClaimPaid,
    Heading(
        title=Text("требование оплачено", "claim paid"),
        source=State.CONCLUDED,
        target=State.CONCLUDED,
        basis=SUBSIDY,
        by=BODY,
        acts=(LocalAct.SUBSIDY,),
        duty=Text("оплатить требование", "pay the claim"),
        owed=lambda case: bool(paid_so_far(case.history).unpaid),
    ),
)
def pay_claim(m: Moment[ClaimPaid]) -> Iterator[Verdict]:
    """Платят не больше, чем требуют, и в пределах суммы года, за который требуют."""
    account, roubles = paid_so_far(m.history), m.event.roubles
    asked = account.claim(m.event.claim)
    yield payments.positive(roubles)
    yield payments.of_claim(m.event.claim, roubles, account)
    if asked is not None:
        yield payments.in_year(roubles, asked.until.year, account)


# ─── Что уже оказано, потребовано и выплачено ────────────────────────────────────────────────────────────


def paid_so_far(history: History[AgreementEvent]) -> Account:
    """The acts, the claims and what was paid under the agreement; what is left is told apart.

    Raises LookupError where there is no draft yet.
    """
    account = Account(history.the(Drafted).mode, terms(history).sums)
    for record in history.standing:
        match record.event:
            case ActDrawn(told=act):
                account = account._replace(acts=(*account.acts, act))
            case Claimed(told=asked):
                account = account._replace(claims=(*account.claims, asked))
            case AdvancePaid(roubles=roubles, on=on):
                account = account.paying(Payment(on.year, roubles))
            case ClaimPaid(claim=number, roubles=roubles, on=on):
                of = account.claim(number)
                account = account.paying(Payment(on.year if of is None else of.until.year, roubles, number))
    return account
