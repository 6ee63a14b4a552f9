"""Верные шаги (right steps): what a diligent office records at each step of each lifecycle.

`RIGHT` gives for each step an event that is right in its history: the next number, extracts as of the day, a
volume within the balance. What the profile leaves open stays open: without the acts such an event is UNKNOWN.

>>> from hypothesis import find, settings
>>> from law189.loader import load_profile
>>> district, quiet = load_profile("novokuznetsk_district"), settings(database=None)
>>> case = Case(begins(district)[0], district, contract.contract.begin("5"), district)
>>> offered = find(right_step(case, RIGHT["contract"]["offered"]), lambda event: True, settings=quiet)
>>> contract.contract.judge(case.history, offered, district).outcome
<Outcome.HOLDS: 'holds'>
>>> RIGHT["contract"]["refunded"]
Traceback (most recent call last):
    ...
KeyError: 'refunded'
"""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from law189.clauses import Case
from law189.documents import DocumentKind, Form, Handed
from law189.extracts import (
    AdviceExtract,
    AgreementExtract,
    CertificateExtract,
    ContractExtract,
    FundingMode,
    Licence,
    OrderExtract,
    OrderLine,
    Part,
    Provider,
    ProviderKind,
    Recipient,
    RegisterExtract,
    Way,
    YearSum,
)
from law189.history import Event
from law189.measures import Unit, Volume
from law189.parties import Party
from law189.profile import Profile
from law189.rules import eligibility, ways
from law189.rules.periods import last_day_of
from law189.rules.roles import Signature
from law189.rules.voting import Vote
from law189.sections import Milestone
from law189.verdict import Outcome
from law189.workflows import agreement, certificate, contract, meeting, order, selection

__all__ = ["RIGHT", "Right", "begins", "right_step"]

Right = Callable[[Case, DrawFn], Event]
"""What is right to record on the day of a case: the event, with its free facts drawn.

Its day is that of the case, or a later one where the step must wait. Where no event would be right it gives one
that is refused.
"""
R = TypeVar("R", bound=Right)

RIGHT: dict[str, dict[str, Right]] = {}
"""The right steps of each lifecycle by its name, each by the kind of its event."""

INN, OTHER_INN, OGRN = "4205000009", "4205000000", "1024200000000"
STRANGE_SERVICE = "804200О.99.0.ББ52АЖ48001"
CENT = Decimal("0.01")
A_DAY = timedelta(1)


def right(lifecycle: str, kind: str) -> Callable[[R], R]:
    """Write the function down as the right step of that kind."""

    def written(function: R) -> R:
        RIGHT.setdefault(lifecycle, {})[kind] = function
        return function

    return written


@st.composite
def right_step(draw: DrawFn, case: Case, step: Right) -> Event:
    """What is right on the day of the case."""
    return step(case, draw)


def begins(profile: Profile) -> tuple[date, ...]:
    """For each edition the first day on which its decree and all its acts hold."""
    editions = [(date.min, profile.on(date.min)), *((day, profile.on(day)) for day in profile.editions)]
    return tuple(
        max(since, edition.act.date or date(2024, 1, 1), *(one.since for one in edition.adopted))
        for since, edition in editions
    )


# ─── What the profile asks on the day ────────────────────────────────────────────────────────────────────


def _body(case: Case) -> str:
    """The authorised body; some body where the profile names none so."""
    named = case.profile.authorized_body
    return case.profile.bodies[0].id if named is None else named.value


def _handed(kind: DocumentKind, case: Case) -> Handed:
    """The document in the form and from the system that the decree asks for on the day."""
    asked = case.profile.form_of(kind)
    if asked is None:
        return Handed(form=Form.ELECTRONIC)
    on_paper = any(
        paper.since <= case.on <= paper.until and paper.condition == "unconditional" for paper in asked.paper
    )
    form = Form.PAPER if on_paper else asked.rule.form
    return Handed(
        form=form, system=asked.systems[0].id if form is Form.ELECTRONIC and asked.systems else None
    )


def _entries(slot: str, case: Case) -> tuple[str, ...]:
    """The ids that the act in force lists; none where no act does."""
    fill = case.profile.fill_on(slot, case.on)
    return () if fill is None else tuple(entry.id for entry in fill.entries or ())


def _service(case: Case) -> str:
    return case.profile.services[0].number


def _year_after(day: date) -> date:
    """The last day of the next year."""
    return date(day.year + 1, 12, 31)


def _part(volume: Volume, draw: DrawFn, *, least: Decimal = CENT) -> Volume:
    """All of the volume, half of it, or nearly nothing."""
    half = (volume.amount / 2).quantize(CENT, ROUND_DOWN)
    amount = draw(st.sampled_from((volume.amount, max(half, least), least)))
    return Volume(amount=min(amount, volume.amount), unit=volume.unit)


def _in_register(case: Case) -> RegisterExtract:
    return RegisterExtract(
        as_of=case.on, provider=INN, record="12", services=(_service(case),), included_on=case.on
    )


def _order(case: Case, services: tuple[str, ...]) -> OrderExtract:
    """The order for the next year, published by the day."""
    return OrderExtract(
        as_of=case.on,
        number="1",
        year=case.on.year + 1,
        status=1,
        services=services,
        approved_on=case.on,
        published_on=case.on,
    )


# ─── Заседание ───────────────────────────────────────────────────────────────────────────────────────────


@right("meeting", "convened")
def _convened(case: Case, draw: DrawFn) -> Event:
    held_on = case.on + timedelta(draw(st.integers(0, 9)))
    return meeting.Convened(on=case.on, by="chair", held_on=held_on)


def _held_on(case: Case) -> date:
    return max(case.on, case.history.the(meeting.Convened).held_on)


@right("meeting", "opened")
def _opened(case: Case, draw: DrawFn) -> Event:
    """The chair and so many members that there is a quorum."""
    group = case.profile.working_group
    seats = sorted((seat.id for seat in group.seats), key=lambda seat_id: seat_id != "chair")
    least = group.quorum.value.people(len(seats))
    present = seats[: draw(st.integers(least, len(seats)))]
    return meeting.Opened(on=_held_on(case), by="chair", present=tuple(present))


@right("meeting", "not_held")
def _not_held(case: Case, _: DrawFn) -> Event:
    return meeting.NotHeld(on=_held_on(case), by="chair", present=())


@right("meeting", "item_voted")
def _item_voted(case: Case, draw: DrawFn) -> Event:
    """A question that is the group's own; everybody present votes."""
    votes = {seat: draw(st.sampled_from(Vote)) for seat in case.history.the(meeting.Opened).present}
    kind = draw(st.sampled_from(list(case.profile.working_group.business)))
    return meeting.ItemVoted.model_validate(
        {"on": case.on, "by": "chair", "question": "План", "question_kind": kind, "votes": votes}
    )


@right("meeting", "closed")
def _closed(case: Case, _: DrawFn) -> Event:
    return meeting.Closed(on=case.on, by="chair")


@right("meeting", "minutes_drafted")
def _minutes_drafted(case: Case, _: DrawFn) -> Event:
    return meeting.MinutesDrafted(
        on=case.on, by=case.profile.working_group.minutes.value.drafted_by or "chair"
    )


@right("meeting", "minutes_signed")
def _minutes_signed(case: Case, _: DrawFn) -> Event:
    return meeting.MinutesSigned(on=case.on, by="chair")


@right("meeting", "copies_sent")
def _copies_sent(case: Case, _: DrawFn) -> Event:
    everybody = tuple(seat.id for seat in case.profile.working_group.seats)
    return meeting.CopiesSent(on=case.on, by="secretary", copies_to=everybody)


# ─── Социальный заказ ────────────────────────────────────────────────────────────────────────────────────


def _lines(case: Case, year: int, draw: DrawFn) -> tuple[OrderLine, ...]:
    """One line, with a share by certificate if that way is chosen on the day and as the year begins."""
    days = (case.on, max(case.on, date(year, 1, 1)))
    chosen = (ways.way_chosen(Way.CERTIFICATE, day, case.editions.on(day).selection) for day in days)
    open_ = all(verdict.outcome is Outcome.HOLDS for verdict in chosen)
    share = Decimal(draw(st.sampled_from((40, 0))) if open_ else 0)
    parts = Part(way=Way.MUNICIPAL_TASK, amount=100 - share), Part(way=Way.CERTIFICATE, amount=share)
    return (OrderLine(service=_service(case), unit=Unit.PERSON_HOURS, total=Decimal(100), parts=parts),)


@right("order", "drafted")
def _order_drafted(case: Case, draw: DrawFn) -> Event:
    year = case.on.year + 1
    return order.Drafted(on=case.on, by=_body(case), number="1", year=year, lines=_lines(case, year, draw))


@right("order", "advice_attached")
def _advice_attached(case: Case, draw: DrawFn) -> Event:
    adopted = draw(st.sampled_from((True, False, None)))
    advice = AdviceExtract(as_of=case.on, held_on=case.on, question="О заказе", adopted=adopted)
    return order.AdviceAttached(on=case.on, by="chair", advice=advice)


@right("order", "approved")
def _approved(case: Case, _: DrawFn) -> Event:
    document = _handed(DocumentKind.SOCIAL_ORDER, case)
    return order.Approved(on=case.on, by=_body(case), document=document, enabling_act="решение № 5")


def _place(case: Case) -> Any:
    duties = (duty for duty in case.profile.publication if duty.what == "law-documents")
    return next((duty.place for duty in duties if duty.place is not None), "budget-portal")


@right("order", "published")
def _published(case: Case, _: DrawFn) -> Event:
    return order.Published(on=case.on, by=_body(case), place=_place(case), evidence="запись 17")


@right("order", "amended")
def _order_amended(case: Case, draw: DrawFn) -> Event:
    """The next number of the status; the first approval has 1."""
    before, year = len(list(case.history.events(order.Amended))), case.history.the(order.Drafted).year
    return order.Amended(
        on=case.on,
        by=_body(case),
        status=before + 2,
        lines=_lines(case, year, draw),
        reason="спрос",
        document=_handed(DocumentKind.SOCIAL_ORDER, case),
        enabling_act="решение № 5",
    )


@right("order", "report_formed")
def _report_formed(case: Case, _: DrawFn) -> Event:
    """Not before the year of the order is over."""
    on = max(case.on, date(case.history.the(order.Drafted).year, 12, 31))
    achieved = tuple(
        order.Achieved(service=line.service, unit=line.unit, amount=line.total)
        for line in order.lines_of(case.history)
    )
    document = _handed(DocumentKind.ORDER_REPORT, case._replace(on=on))
    return order.ReportFormed(on=on, by=_body(case), achieved=achieved, document=document)


@right("order", "report_published")
def _report_published(case: Case, _: DrawFn) -> Event:
    return order.ReportPublished(on=case.on, by=_body(case), place=_place(case), evidence="запись 18")


@right("order", "closed")
def _order_closed(case: Case, _: DrawFn) -> Event:
    return order.Closed(on=case.on, by=_body(case))


# ─── Отбор исполнителей ──────────────────────────────────────────────────────────────────────────────────


def _provider(licence: Licence | None) -> Provider:
    return Provider(kind=ProviderKind.LEGAL_ENTITY, inn=INN, ogrn=OGRN, licence=licence)


LICENCE = Licence(number="17", issued_on=date(2020, 2, 3))


@right("selection", "applied")
def _applied(case: Case, draw: DrawFn) -> Event:
    """Not before the selection begins; an applicant without a licence may apply too, and will be refused."""
    item = case.profile.milestone(Milestone.SELECTION)
    first = None if item is None else eligibility.begun(case.on, item.term).facts["first"]
    on = max(case.on, first) if isinstance(first, date) else case.on
    return selection.Applied(
        on=on,
        by=Party.PROVIDER,
        provider=_provider(draw(st.sampled_from((LICENCE, LICENCE, None)))),
        services=(_service(case),),
        document=_handed(DocumentKind.PROVIDER_APPLICATION, case._replace(on=on)),
    )


@right("selection", "included")
def _included(case: Case, _: DrawFn) -> Event:
    return selection.Included(on=case.on, by=_body(case), record="12")


@right("selection", "application_refused")
def _application_refused(case: Case, draw: DrawFn) -> Event:
    """On the decree's own ground where the application bears it out, else on one from the act's list."""
    grounds = _entries("selection.refusal_grounds", case) or ("incomplete-application",)
    unlicensed = selection.provider_of(case.history).licence is None
    ground = eligibility.Objection.NO_LICENCE if unlicensed else draw(st.sampled_from(grounds))
    return selection.ApplicationRefused(on=case.on, by=_body(case), ground=ground, because="из заявки")


@right("selection", "withdrawn")
def _withdrawn(case: Case, _: DrawFn) -> Event:
    return selection.Withdrawn(on=case.on, by=Party.PROVIDER)


@right("selection", "changed")
def _changed(case: Case, draw: DrawFn) -> Event:
    services = tuple(service.number for service in case.profile.services)
    return selection.Changed(
        on=case.on,
        by=draw(st.sampled_from((Party.PROVIDER.value, _body(case)))),
        provider=_provider(LICENCE),
        services=services[: draw(st.integers(1, len(services)))],
        reason="новая лицензия",
    )


@right("selection", "excluded")
def _excluded(case: Case, draw: DrawFn) -> Event:
    grounds = _entries("selection.exclusion_grounds", case) or ("own-request",)
    ground = draw(st.sampled_from(grounds))
    return selection.Excluded(on=case.on, by=_body(case), ground=ground, because="заявление")


# ─── Соглашение ──────────────────────────────────────────────────────────────────────────────────────────


def _sums(case: Case, draw: DrawFn) -> tuple[YearSum, ...]:
    roubles = draw(st.sampled_from((Decimal("120000.50"), CENT)))
    return (YearSum(year=case.on.year + 1, roubles=roubles),)


@right("agreement", "drafted")
def _agreement_drafted(case: Case, draw: DrawFn) -> Event:
    modes = _entries("agreement.modes", case) or tuple(FundingMode)
    return agreement.Drafted(
        on=case.on,
        by=_body(case),
        document=_handed(DocumentKind.AGREEMENT, case),
        number="7",
        mode=FundingMode(draw(st.sampled_from(modes))),
        sums=_sums(case, draw),
        provider=_in_register(case),
        order=_order(case, (_service(case),)),
        services=(_service(case),),
        ends_on=_year_after(case.on),
    )


def _signature(document: Handed | None) -> Signature:
    on_paper = document is not None and document.form is Form.PAPER
    return Signature.HANDWRITTEN if on_paper else Signature.QUALIFIED


@right("agreement", "signed_by_provider")
def _signed_by_provider(case: Case, _: DrawFn) -> Event:
    signature = _signature(case.history.the(agreement.Drafted).document)
    return agreement.SignedByProvider(on=case.on, by=Party.PROVIDER, signature=signature)


@right("agreement", "concluded")
def _agreement_concluded(case: Case, _: DrawFn) -> Event:
    signature = _signature(case.history.the(agreement.Drafted).document)
    return agreement.Concluded(on=case.on, by=_body(case), signature=signature, provider=_in_register(case))


@right("agreement", "amended")
def _agreement_amended(case: Case, draw: DrawFn) -> Event:
    document = _handed(DocumentKind.AGREEMENT, case)
    return agreement.Amended(
        on=case.on,
        by=_body(case),
        document=document,
        number="7/1",
        sums=_sums(case, draw),
        ends_on=_year_after(case.on),
        reason="спрос",
        provider_signature=_signature(document),
        signature=_signature(document),
        provider=_in_register(case),
    )


@right("agreement", "terminated")
def _agreement_terminated(case: Case, draw: DrawFn) -> Event:
    by = draw(st.sampled_from((_body(case), Party.PROVIDER.value)))
    return agreement.Terminated(on=case.on, by=by, ground="пункт 7.2", because="лицензия отозвана")


@right("agreement", "completed")
def _completed(case: Case, _: DrawFn) -> Event:
    """Not before the last day of the agreement as last amended."""
    amended = list(case.history.events(agreement.Amended))
    last = amended[-1] if amended else case.history.the(agreement.Drafted)
    return agreement.Completed(on=max(case.on, last.ends_on), by=_body(case))


# ─── Социальный сертификат ───────────────────────────────────────────────────────────────────────────────


@right("certificate", "applied_for")
def _applied_for(case: Case, draw: DrawFn) -> Event:
    """A child acts through a representative, a consumer of age alone."""
    own_age = case.profile.federal.value("consumer.own_age").value
    by, years = draw(
        st.sampled_from(((Party.REPRESENTATIVE, 10), (Party.REPRESENTATIVE, 16), (Party.CONSUMER, own_age)))
    )
    return certificate.AppliedFor(
        on=case.on,
        by=by,
        document=_handed(DocumentKind.CONSUMER_APPLICATION, case),
        recipient=Recipient(file="17", born=date(case.on.year - years, 1, 1)),
        services=(_service(case),),
        asks=("enrolment", "certificate"),
    )


@right("certificate", "recipient_registered")
def _recipient_registered(case: Case, _: DrawFn) -> Event:
    return certificate.RecipientRegistered(on=case.on, by=_body(case), record="17")


@right("certificate", "recipient_refused")
def _recipient_refused(case: Case, draw: DrawFn) -> Event:
    grounds = _entries("certificate.refusal_grounds", case) or ("no-right",)
    ground = draw(st.sampled_from(grounds))
    return certificate.RecipientRefused(on=case.on, by=_body(case), ground=ground, because="записей нет")


@right("certificate", "formed")
def _formed(case: Case, draw: DrawFn) -> Event:
    """Valid for half a year, or for as long as the act allows."""
    profile, until = case.profile, case.on + timedelta(180)
    fill = profile.fill_on("certificate.validity_term", case.on)
    if fill is not None and fill.term is not None:
        last = last_day_of(fill.term, case.on, profile.calendar, choices=profile.readings)
        until = until if last is None else min(until, last)
    unit = draw(st.sampled_from(Unit))
    return certificate.Formed(
        on=case.on,
        by=_body(case),
        document=_handed(DocumentKind.CERTIFICATE, case),
        number="C-17",
        nominal=Volume(amount=draw(st.sampled_from((Decimal(144), Decimal("1000.01"), CENT))), unit=unit),
        valid_until=until,
        order=_order(case, case.history.the(certificate.AppliedFor).services),
    )


@right("certificate", "contracted")
def _contracted(case: Case, draw: DrawFn) -> Event:
    """A contract of the day on all of the balance or on a part of it; the next one has the next number."""
    number = len(list(case.history.events(certificate.Contracted))) + 1
    held = ContractExtract(
        as_of=case.on,
        number=f"{number}",
        provider=INN,
        certificate=case.history.the(certificate.Formed).number,
        service=case.history.the(certificate.AppliedFor).services[0],
        volume=_part(certificate.balance(case.history), draw),
        concluded_on=case.on,
    )
    return certificate.Contracted(on=case.on, by=Party.PROVIDER, contract=held)


def _over(case: Case, rendered: Volume) -> ContractExtract:
    """The contract that holds the certificate, ended on the day."""
    held = case.history.the(certificate.Contracted).contract
    whole = rendered == held.volume
    return held.model_copy(
        update={"as_of": case.on, "ended_on": case.on, "rendered": rendered, "fulfilled": whole}
    )


@right("certificate", "contract_ended")
def _contract_ended(case: Case, draw: DrawFn) -> Event:
    """Something is left: of the contract, or of what it did not hold."""
    volume = case.history.the(certificate.Contracted).contract.volume
    rendered = _part(volume, draw, least=Decimal(0))
    if rendered == volume and certificate.balance(case.history).amount == 0:
        rendered = Volume(amount=volume.amount - CENT, unit=volume.unit)
    return certificate.ContractEnded(on=case.on, by=_body(case), contract=_over(case, rendered))


@right("certificate", "used")
def _used(case: Case, _: DrawFn) -> Event:
    """Right where the contract held the whole balance: else something is left, and this is refused."""
    volume = case.history.the(certificate.Contracted).contract.volume
    return certificate.Used(on=case.on, by=Party.PROVIDER, contract=_over(case, volume))


@right("certificate", "annulled")
def _annulled(case: Case, _: DrawFn) -> Event:
    return certificate.Annulled(on=case.on, by=_body(case), reason="отказ получателя")


@right("certificate", "expired")
def _expired(case: Case, _: DrawFn) -> Event:
    on = max(case.on, case.history.the(certificate.Formed).valid_until + A_DAY)
    return certificate.Expired(on=on, by=_body(case))


# ─── Договор ─────────────────────────────────────────────────────────────────────────────────────────────

SEVENTY_TWO = Volume(amount=Decimal(72), unit=Unit.PERSON_HOURS)


@right("contract", "offered")
def _offered(case: Case, draw: DrawFn) -> Event:
    return contract.Offered(
        on=case.on,
        by=Party.PROVIDER,
        number="5",
        provider=INN,
        service=_service(case),
        volume=_part(SEVENTY_TWO, draw),
        ends_on=case.on + timedelta(90),
        terms=_entries("contract.mandatory_terms", case),
    )


@right("contract", "declined")
def _declined(case: Case, draw: DrawFn) -> Event:
    by = draw(st.sampled_from((Party.REPRESENTATIVE, Party.CONSUMER, Party.PROVIDER)))
    return contract.Declined(on=case.on, by=by)


@right("contract", "concluded")
def _contract_concluded(case: Case, _: DrawFn) -> Event:
    """On a certificate, a register entry and an agreement of the day, all on the service that was offered."""
    offered = case.history.the(contract.Offered)
    services, ends_on = (offered.service,), _year_after(case.on)
    return contract.Concluded(
        on=case.on,
        by=Party.REPRESENTATIVE,
        document=_handed(DocumentKind.CONTRACT, case),
        certificate=CertificateExtract(
            as_of=case.on,
            number="C-17",
            recipient=Recipient(file="17", born=date(case.on.year - 10, 1, 1)),
            services=services,
            nominal=offered.volume,
            balance=offered.volume,
            formed_on=case.on,
            valid_until=max(ends_on, offered.ends_on),
        ),
        provider=_in_register(case).model_copy(update={"provider": offered.provider, "services": services}),
        agreement=AgreementExtract(
            as_of=case.on,
            number="3",
            provider=offered.provider,
            services=services,
            mode=FundingMode.PROVISION,
            concluded_on=case.on,
            ends_on=ends_on,
        ),
    )


@right("contract", "fulfilled")
def _fulfilled(case: Case, draw: DrawFn) -> Event:
    rendered = _part(case.history.the(contract.Offered).volume, draw)
    return contract.Fulfilled(on=case.on, by=Party.PROVIDER, act="акт № 9", rendered=rendered)


@right("contract", "terminated")
def _contract_terminated(case: Case, draw: DrawFn) -> Event:
    rendered = _part(case.history.the(contract.Offered).volume, draw, least=Decimal(0))
    by = draw(st.sampled_from((Party.REPRESENTATIVE.value, Party.PROVIDER.value, _body(case))))
    return contract.Terminated(on=case.on, by=by, because="переезд", rendered=rendered)
