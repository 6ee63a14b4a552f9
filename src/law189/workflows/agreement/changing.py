"""Изменение и прекращение соглашения (changing): an additional agreement, termination, completion."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from law189.cases.besides import Granted
from law189.cases.clause import act_adopted
from law189.cases.given.documents import Document, ProviderSigned, Signed
from law189.cases.given.grounds import Because, Reason, TerminationGround
from law189.cases.given.numbers import AmendmentNumber, EndsOn
from law189.cases.given.shown import RegisterShown
from law189.cases.given.volumes import SUMS
from law189.cases.lifecycle import Assumed, Heading, Moment
from law189.cases.listed import on_list
from law189.extracts import Way
from law189.law import Text
from law189.profile.documents import DocumentKind, LocalAct
from law189.profile.parties import Party
from law189.rules import agreements, asking
from law189.rules.agreements import debts, funding, payments
from law189.rules.orders import ways
from law189.verdict import Outcome, Verdict
from law189.workflows.agreement.case import BODY, TERM, AgreementEvent, State, Sums, Terms, lifecycle, terms
from law189.workflows.agreement.conclusion import Concluded, Drafted, party, services_and_way, signed
from law189.workflows.agreement.payment import paid_so_far

__all__ = ["Amended", "Completed", "Terminated"]

# ─── Дополнительное соглашение ───────────────────────────────────────────────────────────────────────────


def _given(said: "Amended | Terms") -> Granted:
    """Сколько соглашение платит за каждый год и до какого дня."""
    return Granted({one.year: one.roubles for one in said.sums}, said.ends_on)


class Amended(AgreementEvent):
    """Соглашение изменено: номер дополнительного, новые суммы и последний день, причина, обе подписи.

    `sums` are all the sums as they are from now on. The way of paying is not changed: that is another agreement.
    """

    kind: Literal["amended"] = "amended"
    document: Document = None
    number: AmendmentNumber
    sums: Annotated[Sums, SUMS]
    ends_on: EndsOn
    reason: Reason
    provider_signature: ProviderSigned = None
    signature: Signed = None
    provider: RegisterShown = None


def _runs(case: Moment[Any]) -> Verdict:
    return funding.runs(terms(case.history).ends_on, case.on)


def _by_list(m: Moment[Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Услуги соглашения, которые стоят в перечне или могут в нём стоять, и исключённые из него."""
    found = [*zip(m.services, on_list(m.services, m.edition), strict=True)]
    gone = tuple(one for one, told in found if told.outcome is Outcome.VOID)
    return tuple(one for one in m.services if one not in gone), gone


def _more_for_services(m: Moment[Any], kept: tuple[str, ...], gone: tuple[str, ...]) -> Iterator[Verdict]:
    """Способ выбран, а услуги стоят в перечне, все или некоторые."""
    if not (kept and gone):
        yield from services_and_way(m)
        return
    yield ways.way_chosen(Way.CERTIFICATE, m.on, m.edition.selection, m.services, silence=m.edition.whole)
    yield from on_list(kept, m.edition)
    yield agreements.some_listed(kept, gone, *m.edition.listed_at)


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
        acts=(LocalAct.STANDARD_AGREEMENT, LocalAct.SUBSIDY),
        given=(_runs,),
    ),
)
def amend(m: Moment[Amended]) -> Iterator[Verdict]:
    """Меняют действующее соглашение: суммы по его годам, подписи обеих сторон, исполнитель в реестре.

    Больше или дольше платят за услуги, которые в этот день стоят в перечне, и выбранным способом; где из него
    исключены не все, решает человек.
    """
    event, edition, asked = m.event, m.edition, m.edition.form_of(DocumentKind.AGREEMENT)
    kept, gone = _by_list(m)
    if _given(event).besides(_given(terms(m.history))).anything:
        yield from _more_for_services(m, kept, gone)
    electronic = agreements.electronic(event.document, asked, event.provider_signature)
    if electronic and (act := act_adopted(LocalAct.ELECTRONIC_AGREEMENT, edition, event.on)) is not None:
        yield act
    yield signed(Party.PROVIDER, event.provider_signature, edition, asking.PROVIDERS, electronic=electronic)
    yield signed(event.by, event.signature, edition, electronic=electronic)
    yield from party(event.provider, m, kept or None)
    yield funding.runs(event.ends_on, event.on)
    numbers = [one.number for one in m.history.events(Amended)]
    yield payments.new_number(event.number, [m.history.the(Drafted).number, *numbers])
    account = paid_so_far(m.history)
    yield payments.still_covered(event.sums, account)
    if (covered := debts.claims_covered(account, account._replace(sums=event.sums))) is not None:
        yield covered
    order, first = m.history.the(Drafted).order, m.history.the(Concluded).on.year
    agreed_to = terms(m.history).ends_on
    yield from funding.paid_in_term(
        event.sums, first, event.ends_on, order, edition.cite(TERM), agreed_to=agreed_to
    )


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
        given=(
            lambda case: funding.still_runs(terms(case.history).ends_on, case.on),
            lambda case: debts.owing(paid_so_far(case.history)),
        ),
    ),
)
def terminate(_: Moment[Terminated]) -> Iterator[Verdict]:
    """Основания задаёт само соглашение; здесь их записывают. Долг по требованиям остаётся и назван."""
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
        given=(
            lambda case: funding.run_out(terms(case.history).ends_on, case.on),
            lambda case: debts.paid_off(paid_so_far(case.history)),
        ),
        duty=Text(
            "завершить соглашение, когда кончится срок", "complete the agreement when its term is over"
        ),
    ),
)
def complete(_: Moment[Completed]) -> Iterator[Verdict]:
    """Что нужно, известно заранее: последний день настал, требования оплачены."""
    yield from ()
