"""Соглашение о финансовом обеспечении (возмещении) затрат по сертификатам (agreement), from its draft to its end.

The authorised body drafts it on the standard form for a provider of the register and under a published order,
the provider signs, and with the body's own signature it is concluded. The order of paying for it is for the
act on subsidies (189-ФЗ, ст. 22, ч. 2). The district makes it electronic (подп. 4 п. 6.1) and let paper in for
2023 where the Navigator could not form it (абз. 2 п. 8); Kemerovo does not list it among its documents, and
its plan wants it concluded electronically (п. 1.2 прил. 4). What was rendered in a period, what is claimed and what
is paid of the sums by year are told while it runs.

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

from datetime import date
from decimal import Decimal

from law189.cases.history import History
from law189.errors import NothingYet
from law189.extracts import AgreementExtract, YearSum
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.rules.agreements import funding
from law189.workflows.agreement.case import AgreementEvent, State, lifecycle, shown_provider, terms
from law189.workflows.agreement.changing import Amended, Completed, Terminated
from law189.workflows.agreement.conclusion import Concluded, Drafted, Lapsed, SignedByProvider
from law189.workflows.agreement.payment import ActDrawn, AdvancePaid, Claimed, ClaimPaid, RenderedLine
from law189.workflows.agreement.remainder import RemainderKept, RemainderReturned, account_of

__all__ = [
    "ActDrawn",
    "AdvancePaid",
    "AgreementEvent",
    "Amended",
    "ClaimPaid",
    "Claimed",
    "Completed",
    "Concluded",
    "Drafted",
    "Lapsed",
    "RemainderKept",
    "RemainderReturned",
    "RenderedLine",
    "SignedByProvider",
    "State",
    "Terminated",
    "account_of",
    "extract",
    "lifecycle",
    "sums_of",
    "total",
]


# ─── Что показывает соглашение ───────────────────────────────────────────────────────────────────────────


@asked
def extract(history: History[AgreementEvent], as_of: date) -> AgreementExtract:
    """Выписка о соглашении, каким оно было в день `as_of`: its last day as amended by then, its end if any.

    Raises `NothingYet` where it was not concluded by that day, or where no extract ever named its provider.
    """
    found, until = must_be(history, History).events(Concluded), must_be(as_of, date)
    concluded = next((event for event in found if event.on <= until), None)
    if concluded is None:
        raise NothingYet(
            f"agreement {history.id}: not concluded by {as_of.isoformat()} (state: {history.state}); an extract "
            "is taken from the day of conclusion on"
        )
    entry, drafted = shown_provider(history, as_of), history.the(Drafted)
    if entry is None:
        raise NothingYet(f"agreement {history.id}: no register extract names its provider; add one")
    ends = [one.event.on for one in history.standing if isinstance(one.event, Terminated | Completed)]
    return AgreementExtract(
        as_of=as_of,
        number=drafted.number,
        provider=entry.provider,
        services=drafted.services,
        mode=drafted.mode,
        concluded_on=concluded.on,
        ends_on=terms(history, as_of).ends_on,
        ended_on=next((day for day in ends if day <= as_of), None),
    )


@asked
def sums_of(history: History[AgreementEvent]) -> tuple[YearSum, ...]:
    """Суммы по годам, как они изменены последним. Raises `NothingYet` where there is no draft yet."""
    return terms(history).sums


@asked
def total(history: History[AgreementEvent]) -> Decimal:
    """Вся сумма соглашения, в рублях и копейках. Raises `NothingYet` where there is no draft yet."""
    return funding.total(sums_of(history))
