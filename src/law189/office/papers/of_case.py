"""Запись по делу (record of a case): a meeting taken step by step, as the record that its papers are made of.

>>> from law189.profile.loader import load_profile
>>> from law189.workflows.meeting import Convened, lifecycle
>>> kemerovo = load_profile("kemerovo")
>>> convened = Convened(on="2023-09-29", by="chair", held_on="2023-10-02")
>>> record = record_of(lifecycle.advance(lifecycle.begin("1"), convened, kemerovo), kemerovo)
>>> record.held_on.isoformat(), record.agenda.approved_by, record.items
('2023-10-02', 'chair', ())
"""

from collections.abc import Iterator
from typing import Any, TypeVar

from law189.cases.history import Event, History
from law189.cases.moment import chosen_in
from law189.kinds import must_be
from law189.kinds.asked import asked
from law189.law import Law189Error
from law189.office.papers.planned import PlannedRecord
from law189.profile.profile import Profile
from law189.workflows import meeting

__all__ = ["record_of"]

E = TypeVar("E", bound=Event)
SHARED = ("vacant", "alternates", "proxies", "guests", "notice", "elected", "presided")
"""What the step that opens a meeting says as the record does."""
OF_ITEM = ("question", "votes", "opinions", "conflicts", "ballot")


@asked
def record_of(history: History[Any], profile: Profile) -> PlannedRecord:
    """The record of a meeting or of a poll, as far as the case has come.

    Raises `Law189Error` on a case of another lifecycle, and where neither a meeting was convened nor a poll opened.
    """
    must_be(profile, Profile)
    if must_be(history, History).lifecycle != meeting.lifecycle.name:
        raise Law189Error(f"the case «{history.id}» is of {history.lifecycle}; give a case of a meeting")
    told = {"profile": profile.name, "readings": chosen_in(history), **dict(_begun(history))}
    items = [
        {"kind": one.question_kind, **{name: getattr(one, name) for name in OF_ITEM}}
        for record in history.standing
        if isinstance(one := record.event, meeting.ItemVoted | meeting.ItemPolled)
    ]
    return PlannedRecord.model_validate({**told, "items": items, "minutes": _minutes(history)})


def _begun(history: History[Any]) -> Iterator[tuple[str, Any]]:
    """How it began: a meeting that was convened and maybe opened, or a poll."""
    polled, convened = _last(history, meeting.PollOpened), _last(history, meeting.Convened)
    if polled is not None:
        closed = _last(history, meeting.PollClosed)
        yield "form", "absentee"
        yield "held_on", polled.answers_by if closed is None else closed.on
        yield from ((name, getattr(polled, name)) for name in ("subgroup", "polled", "vacant"))
        return
    if convened is None:
        raise Law189Error(f"no meeting was convened in the case «{history.id}», and no poll opened")
    opened = _last(history, meeting.Opened) or _last(history, meeting.NotHeld)
    yield "held_on", convened.held_on if opened is None else opened.on
    yield "subgroup", convened.subgroup
    yield "agenda", {"approved_by": convened.by, "approved_on": convened.on}
    over = _last(history, meeting.Closed)
    if opened is not None and over is not None and over.on != opened.on:
        yield "closed_on", over.on
    if opened is not None:
        yield "present", opened.present
        yield from ((name, getattr(opened, name)) for name in SHARED if hasattr(opened, name))


def _minutes(history: History[Any]) -> dict[str, Any] | None:
    """Who drafted and signed the minutes, and who got copies; None where nothing of it was done."""
    told: dict[str, Any] = {}
    if (drafted := _last(history, meeting.MinutesDrafted)) is not None:
        told |= {"drafted_by": drafted.by, "drafted_on": drafted.on}
    if (signed := _last(history, meeting.MinutesSigned)) is not None:
        hands = (signed.by, *signed.also_signed)
        told |= {"signed_by": hands if signed.also_signed else signed.by, "signed_on": signed.on}
        told |= {name: getattr(signed, name) for name in ("approved_by", "dissents", "attached")}
    if (sent := _last(history, meeting.CopiesSent)) is not None:
        every = (one for event in history.events(meeting.CopiesSent) for one in event.copies_to)
        told |= {"copies_to": tuple(dict.fromkeys(every)), "sent_on": sent.on}
    return told or None


def _last(history: History[Any], kind: type[E]) -> E | None:
    """The latest event of the kind that counts; None where there is none."""
    return next(iter(reversed([*history.events(kind)])), None)
