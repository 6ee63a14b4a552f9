"""Верные шаги заседания, заказа и отбора (right steps of meetings, orders and selections).

>>> from law189.testing.cases import RIGHT
>>> sorted(RIGHT["selection"])[:2]
['application_refused', 'applied']
>>> RIGHT["order"]["shelved"]
Traceback (most recent call last):
    ...
KeyError: 'shelved'
"""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from law189.cases.clause import Moment
from law189.cases.history import Event
from law189.extracts import (
    AdviceExtract,
    Licence,
    OrderLine,
    Part,
    Provider,
    ProviderKind,
    Way,
)
from law189.measures import Unit
from law189.profile.documents import DocumentKind
from law189.profile.parties import Party
from law189.profile.plan import Milestone
from law189.rules import eligibility, ways
from law189.rules.voting import Vote
from law189.testing.cases import (
    INN,
    OGRN,
    body_of,
    entries_of,
    handed_for,
    right,
    service_of,
)
from law189.verdict import Outcome
from law189.workflows import meeting, order, selection

# ─── Заседание ───────────────────────────────────────────────────────────────────────────────────────────


@right("meeting", "convened")
def _convened(case: Moment[None], draw: DrawFn) -> Event:
    held_on = case.on + timedelta(draw(st.integers(0, 9)))
    return meeting.Convened(on=case.on, by="chair", held_on=held_on)


def _held_on(case: Moment[None]) -> date:
    return max(case.on, case.history.the(meeting.Convened).held_on)


@right("meeting", "opened")
def _opened(case: Moment[None], draw: DrawFn) -> Event:
    """The chair and so many members that there is a quorum."""
    group = case.profile.working_group
    seats = sorted((seat.id for seat in group.seats), key=lambda seat_id: seat_id != "chair")
    least = group.quorum.value.people(len(seats))
    present = seats[: draw(st.integers(least, len(seats)))]
    return meeting.Opened(on=_held_on(case), by="chair", present=tuple(present))


@right("meeting", "not_held")
def _not_held(case: Moment[None], _: DrawFn) -> Event:
    return meeting.NotHeld(on=_held_on(case), by="chair", present=())


@right("meeting", "item_voted")
def _item_voted(case: Moment[None], draw: DrawFn) -> Event:
    """A question that is the group's own; everybody present votes."""
    votes = {seat: draw(st.sampled_from(Vote)) for seat in case.history.the(meeting.Opened).present}
    kind = draw(st.sampled_from(list(case.profile.working_group.business)))
    return meeting.ItemVoted.model_validate(
        {"on": case.on, "by": "chair", "question": "План", "question_kind": kind, "votes": votes}
    )


@right("meeting", "closed")
def _closed(case: Moment[None], _: DrawFn) -> Event:
    return meeting.Closed(on=case.on, by="chair")


@right("meeting", "minutes_drafted")
def _minutes_drafted(case: Moment[None], _: DrawFn) -> Event:
    return meeting.MinutesDrafted(
        on=case.on, by=case.profile.working_group.minutes.value.drafted_by or "chair"
    )


@right("meeting", "minutes_signed")
def _minutes_signed(case: Moment[None], _: DrawFn) -> Event:
    return meeting.MinutesSigned(on=case.on, by="chair")


@right("meeting", "copies_sent")
def _copies_sent(case: Moment[None], _: DrawFn) -> Event:
    everybody = tuple(seat.id for seat in case.profile.working_group.seats)
    return meeting.CopiesSent(on=case.on, by="secretary", copies_to=everybody)


# ─── Социальный заказ ────────────────────────────────────────────────────────────────────────────────────


def _lines(case: Moment[None], year: int, draw: DrawFn) -> tuple[OrderLine, ...]:
    """One line, with a share by certificate if that way is chosen on the day and as the year begins."""
    days = (case.on, max(case.on, date(year, 1, 1)))
    chosen = (ways.way_chosen(Way.CERTIFICATE, day, case.editions.on(day).selection) for day in days)
    open_ = all(verdict.outcome is Outcome.HOLDS for verdict in chosen)
    share = Decimal(draw(st.sampled_from((40, 0))) if open_ else 0)
    parts = Part(way=Way.MUNICIPAL_TASK, amount=100 - share), Part(way=Way.CERTIFICATE, amount=share)
    return (OrderLine(service=service_of(case), unit=Unit.PERSON_HOURS, total=Decimal(100), parts=parts),)


@right("order", "drafted")
def _order_drafted(case: Moment[None], draw: DrawFn) -> Event:
    year = case.on.year + 1
    return order.Drafted(on=case.on, by=body_of(case), number="1", year=year, lines=_lines(case, year, draw))


@right("order", "advice_attached")
def _advice_attached(case: Moment[None], draw: DrawFn) -> Event:
    adopted = draw(st.sampled_from((True, False, None)))
    advice = AdviceExtract(as_of=case.on, held_on=case.on, question="О заказе", adopted=adopted)
    return order.AdviceAttached(on=case.on, by="chair", advice=advice)


@right("order", "approved")
def _approved(case: Moment[None], _: DrawFn) -> Event:
    document = handed_for(DocumentKind.SOCIAL_ORDER, case)
    return order.Approved(on=case.on, by=body_of(case), document=document, enabling_act="решение № 5")


def _place(case: Moment[None]) -> Any:
    duties = (duty for duty in case.profile.publication if duty.what == "law-documents")
    return next((duty.place for duty in duties if duty.place is not None), "budget-portal")


@right("order", "published")
def _published(case: Moment[None], _: DrawFn) -> Event:
    return order.Published(on=case.on, by=body_of(case), place=_place(case), evidence="запись 17")


@right("order", "amended")
def _order_amended(case: Moment[None], draw: DrawFn) -> Event:
    """The next number of the status; the first approval has 1."""
    before, year = len(list(case.history.events(order.Amended))), case.history.the(order.Drafted).year
    return order.Amended(
        on=case.on,
        by=body_of(case),
        status=before + 2,
        lines=_lines(case, year, draw),
        reason="спрос",
        document=handed_for(DocumentKind.SOCIAL_ORDER, case),
        enabling_act="решение № 5",
    )


@right("order", "report_formed")
def _report_formed(case: Moment[None], _: DrawFn) -> Event:
    """Not before the year of the order is over."""
    on = max(case.on, date(case.history.the(order.Drafted).year, 12, 31))
    achieved = tuple(
        order.Achieved(service=line.service, unit=line.unit, amount=line.total)
        for line in order.lines_of(case.history)
    )
    document = handed_for(DocumentKind.ORDER_REPORT, replace(case, on=on))
    return order.ReportFormed(on=on, by=body_of(case), achieved=achieved, document=document)


@right("order", "report_published")
def _report_published(case: Moment[None], _: DrawFn) -> Event:
    return order.ReportPublished(on=case.on, by=body_of(case), place=_place(case), evidence="запись 18")


@right("order", "closed")
def _order_closed(case: Moment[None], _: DrawFn) -> Event:
    return order.Closed(on=case.on, by=body_of(case))


# ─── Отбор исполнителей ──────────────────────────────────────────────────────────────────────────────────


def _provider(licence: Licence | None) -> Provider:
    return Provider(kind=ProviderKind.LEGAL_ENTITY, inn=INN, ogrn=OGRN, licence=licence)


LICENCE = Licence(number="17", issued_on=date(2020, 2, 3))


@right("selection", "applied")
def _applied(case: Moment[None], draw: DrawFn) -> Event:
    """Not before the selection begins; an applicant without a licence may apply too, and will be refused."""
    item = case.profile.milestone(Milestone.SELECTION)
    first = None if item is None else eligibility.begun(case.on, item.term).facts["first"]
    on = max(case.on, first) if isinstance(first, date) else case.on
    return selection.Applied(
        on=on,
        by=Party.PROVIDER,
        provider=_provider(draw(st.sampled_from((LICENCE, LICENCE, None)))),
        services=(service_of(case),),
        document=handed_for(DocumentKind.PROVIDER_APPLICATION, replace(case, on=on)),
    )


@right("selection", "included")
def _included(case: Moment[None], _: DrawFn) -> Event:
    return selection.Included(on=case.on, by=body_of(case), record="12")


@right("selection", "application_refused")
def _application_refused(case: Moment[None], draw: DrawFn) -> Event:
    """On the decree's own ground where the application bears it out, else on one from the act's list."""
    listed = entries_of("selection.refusal_grounds", case)
    grounds = [one for one in listed if one not in set(eligibility.Objection)] or ["incomplete-application"]
    unlicensed = selection.provider_of(case.history).licence is None
    ground = eligibility.Objection.NO_LICENCE if unlicensed else draw(st.sampled_from(grounds))
    return selection.ApplicationRefused(on=case.on, by=body_of(case), ground=ground, because="из заявки")


@right("selection", "withdrawn")
def _withdrawn(case: Moment[None], _: DrawFn) -> Event:
    return selection.Withdrawn(on=case.on, by=Party.PROVIDER)


@right("selection", "changed")
def _changed(case: Moment[None], draw: DrawFn) -> Event:
    services = tuple(service.number for service in case.profile.services)
    return selection.Changed(
        on=case.on,
        by=draw(st.sampled_from((Party.PROVIDER.value, body_of(case)))),
        provider=_provider(LICENCE),
        services=services[: draw(st.integers(1, len(services)))],
        reason="новая лицензия",
    )


@right("selection", "excluded")
def _excluded(case: Moment[None], draw: DrawFn) -> Event:
    grounds = entries_of("selection.exclusion_grounds", case) or ("own-request",)
    ground = draw(st.sampled_from(grounds))
    return selection.Excluded(on=case.on, by=body_of(case), ground=ground, because="заявление")
