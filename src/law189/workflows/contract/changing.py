"""Действующий договор (changing): amended by both sides, moved to another group, suspended and resumed.

A suspended contract still holds its part of the certificate. It is resumed or terminated, and complained of; it is
not fulfilled, amended or moved until it is resumed.

>>> lifecycle.clause("suspended").target, lifecycle.clause("amended").source
('suspended', ('concluded',))
"""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from law189.cases.besides import Besides, Granted
from law189.cases.given.documents import Document
from law189.cases.given.grounds import Reason
from law189.cases.given.numbers import EndsOn
from law189.cases.given.people import AgreedBy, Group, Programme
from law189.cases.given.shown import AGREEMENT, CERTIFICATE, REGISTER
from law189.cases.given.volumes import ContractVolume, Rendered
from law189.cases.history import History
from law189.cases.lifecycle import Assumed, Heading, Moment
from law189.cases.listed import on_list
from law189.extracts import AgreementExtract, CertificateExtract, RegisterExtract, Way
from law189.kinds.asked import asked
from law189.law import Text, When
from law189.numbers import same_number
from law189.profile.documents import DocumentKind
from law189.profile.parties import Party
from law189.rules import certificates, identifiers, volumes
from law189.rules.agreements import rendering, weekly
from law189.rules.certificates import consumers
from law189.rules.contracts import contract_changes
from law189.rules.orders import ways
from law189.verdict import Verdict
from law189.workflows.contract.offer import Concluded, Offered, for_consumer, of_age_recorded, paid_for
from law189.workflows.contract.table import (
    SIDES,
    ContractEvent,
    State,
    lifecycle,
)

__all__ = ["Amended", "Moved", "Resumed", "Suspended", "no_less_rendered", "terms_of"]


# ─── Изменение по соглашению сторон ──────────────────────────────────────────────────────────────────────


def _given(terms: "Offered | Amended") -> Granted:
    return Granted({terms.volume.unit: terms.volume.amount}, terms.ends_on)


def _besides(m: Moment[Any]) -> Besides:
    """Что договор даёт сверх прежнего."""
    return _given(m.event).besides(_given(terms_of(m.history)))


TAKES_MORE = When(
    Text("договор даёт больше или дольше прежнего", "the contract gives more, or for longer"),
    lambda m: m.event is None or _besides(m).anything,
)


class Amended(ContractEvent):
    """Договор изменён: объём и последний день, какими они стали, сколько оказано, кто ещё согласен.

    The certificate, the register entry and the agreement are shown where the contract gives more or runs longer.
    """

    kind: Literal["amended"] = "amended"
    document: Document = None
    volume: ContractVolume
    ends_on: EndsOn
    rendered: Rendered
    agreed_by: AgreedBy = None
    certificate: Annotated[CertificateExtract | None, CERTIFICATE.when(TAKES_MORE)] = None
    provider: Annotated[RegisterExtract | None, REGISTER.when(TAKES_MORE)] = None
    agreement: Annotated[AgreementExtract | None, AGREEMENT.when(TAKES_MORE)] = None


@asked
def terms_of(history: History[ContractEvent]) -> Offered | Amended:
    """Объём и последний день, какие действуют: of the latest amendment, else of the offer.

    A volume in another unit than that of the offer changes nothing: the latest one in its unit stays.
    """
    terms: list[Offered | Amended] = [history.the(Offered), *history.events(Amended)]
    volumes_told = [one.volume for one in terms if one.volume.unit is terms[0].volume.unit]
    last = terms[-1]
    if last.volume.unit is terms[0].volume.unit:
        return last
    return last.model_copy(update={"volume": volumes_told[-1]})


def not_over(case: Moment[Any]) -> Verdict:
    """Срок договора ещё идёт."""
    return certificates.not_over(terms_of(case.history).ends_on, case.on)


@lifecycle.on(
    Amended,
    Heading(
        title=Text("договор изменён", "contract amended"),
        source=State.CONCLUDED,
        target=State.CONCLUDED,
        basis=Assumed(
            Text(
                "Норма об изменении договора не прочитана; его изменяют обе стороны и так, как заключают, пока "
                "срок идёт. Приостановленный сначала возобновляют.",
                "The provision on amending a contract was not read; both sides amend it, in the way in which it is "
                "concluded, while it runs. A suspended one is resumed first.",
            )
        ),
        by=SIDES,
        document=DocumentKind.CONTRACT,
        given=(not_over,),
        in_person=of_age_recorded,
    ),
)
def amend(m: Moment[Amended]) -> Iterator[Verdict]:
    """Оказанное остаётся покрыто, а разницу покрывает остаток сертификата по свежей выписке.

    Сроки программы спрашивают, если последний день стал позже: прежний назначен при акте своего дня.
    """
    event, before, besides = m.event, terms_of(m.history), _besides(m)
    yield contract_changes.both_sides(event.by, event.agreed_by, m.edition.titles)
    if event.agreed_by == Party.CONSUMER:  # who agrees acts too
        yield from of_age_recorded(m, event.agreed_by)
    yield volumes.positive(event.volume)
    if (counted := weekly.counted(event.volume)) is not None:
        yield counted
    yield certificates.ahead(event.ends_on, event.on)
    yield rendering.rendered(event.rendered, event.volume)
    yield from no_less_rendered(m)
    if besides.longer:
        yield from consumers.in_season(event.ends_on, m.edition.parameters_of(m.services))
    held = _holds(event.certificate, m)
    yield contract_changes.covers_more(before.volume, event.volume, event.certificate, held=held)
    if besides.anything:
        yield from _takes_more(m)


def _holds(certificate: CertificateExtract | None, m: Moment[Any]) -> bool:
    """Whether the extract shows the certificate as held by this contract: by its number, or by its service."""
    if certificate is None:
        return False
    service, choices = m.history.the(Offered).service, m.edition.readings
    by_number = same_number(certificate.contract, m.history.the(Offered).number)
    return by_number or identifiers.named(service, certificate.taken, choices) is True


def _takes_more(m: Moment[Amended]) -> Iterator[Verdict]:
    """Больше услуг или на больший срок дают сертификат, запись реестра и соглашение этого дня."""
    event, edition, concluded = m.event, m.edition, m.history.the(Concluded)
    yield ways.way_chosen(Way.CERTIFICATE, m.on, edition.selection, m.services, silence=edition.whole)
    yield from on_list(m.services, edition)
    yield contract_changes.certificate_live(event.certificate, event.on)
    if event.certificate is not None:
        if concluded.certificate is not None:
            number = concluded.certificate.number
            yield contract_changes.same_certificate(event.certificate.number, number)
        yield certificates.within_validity(event.ends_on, event.certificate.valid_until)
        yield from for_consumer(m, event.certificate)
    yield from paid_for(m, event.ends_on)


def no_less_rendered(m: Moment[Any]) -> Iterator[Verdict]:
    """Оказано не меньше, чем записали при последнем изменении в единице договора."""
    unit = m.history.the(Offered).volume.unit
    amended = [one for one in m.history.events(Amended) if one.rendered.unit is unit]
    before, since = (amended[-1].rendered, amended[-1].on) if amended else (None, None)
    yield from contract_changes.no_less_rendered(m.event.rendered, before, since)


# ─── Перевод в другую группу ─────────────────────────────────────────────────────────────────────────────


class Moved(ContractEvent):
    """Потребитель переведён в другую группу, может быть другой программы; объём и срок прежние."""

    kind: Literal["moved"] = "moved"
    group: Group
    programme: Programme = None


@lifecycle.on(
    Moved,
    Heading(
        title=Text("перевод в другую группу", "moved to another group"),
        source=State.CONCLUDED,
        target=State.CONCLUDED,
        basis=Assumed(
            Text(
                "Известные нам акты о переводе молчат; услуга, объём и последний день при нём не меняются, и "
                "записать его может любая сторона.",
                "The acts known here are silent on moving; the service, the volume and the last day stay, and "
                "either side may record it.",
            )
        ),
        by=SIDES,
        given=(not_over,),
        in_person=of_age_recorded,
    ),
)
def move(_: Moment[Moved]) -> Iterator[Verdict]:
    """Переводят, пока срок договора идёт; потребитель сам — с возраста."""
    yield from ()


# ─── Приостановление ─────────────────────────────────────────────────────────────────────────────────────


class Suspended(ContractEvent):
    """Договор приостановлен; почему."""

    kind: Literal["suspended"] = "suspended"
    reason: Reason


PAUSED = Assumed(
    Text(
        "Известные нам акты о приостановлении договора молчат. Приостановленный договор по-прежнему занимает свою "
        "часть сертификата, его последний день не переносится; его возобновляют или расторгают, и на исполнителя "
        "можно пожаловаться. Исполняют, изменяют и переводят в другую группу по возобновлённому.",
        "The acts known here are silent on suspending a contract. A suspended one still holds its part of the "
        "certificate and keeps its last day; it is resumed or terminated, and the provider may be complained of. "
        "It is fulfilled, amended or moved to another group when it is resumed.",
    )
)


@lifecycle.on(
    Suspended,
    Heading(
        title=Text("договор приостановлен", "contract suspended"),
        source=State.CONCLUDED,
        target=State.SUSPENDED,
        basis=PAUSED,
        by=SIDES,
        given=(not_over,),
        in_person=of_age_recorded,
    ),
)
def suspend(_: Moment[Suspended]) -> Iterator[Verdict]:
    """Приостанавливают идущий договор; потребитель сам — с возраста."""
    yield from ()


class Resumed(ContractEvent):
    """Договор возобновлён; почему."""

    kind: Literal["resumed"] = "resumed"
    reason: Reason


@lifecycle.on(
    Resumed,
    Heading(
        title=Text("договор возобновлён", "contract resumed"),
        source=State.SUSPENDED,
        target=State.CONCLUDED,
        basis=PAUSED,
        by=SIDES,
        in_person=of_age_recorded,
    ),
)
def resume(_: Moment[Resumed]) -> Iterator[Verdict]:
    """Возобновляет любая сторона; потребитель сам — с возраста."""
    yield from ()
