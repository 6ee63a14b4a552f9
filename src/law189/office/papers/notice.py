"""Извещение о заседании (notice): the agenda with the day, and to whom and by when it goes.

It needs no attendance: a record of a meeting that is only planned is enough.

>>> from law189.audit.meeting import judge_record
>>> from law189.office.papers.planned import PlannedRecord
>>> from law189.profile.loader import load_profile
>>> kemerovo = load_profile("kemerovo")
>>> record = PlannedRecord.model_validate({"profile": "kemerovo", "held_on": "2023-10-02",
...     "items": [{"question": "План", "kind": "plan-measures"}]})
>>> paper = notice_of(judge_record(record, kemerovo), kemerovo, "ru")
>>> paper.sentences[0], "Дата: 02.10.2023" in paper.sentences
('ИЗВЕЩЕНИЕ', True)
"""

from collections.abc import Iterator

from law189.audit.meeting import MeetingAnswer
from law189.calendar import CalendarNotPublished
from law189.cases.given.meeting import NoticeGiven
from law189.kinds.asked import asked
from law189.law import Lang, Norm, Text
from law189.office.papers.document import (
    BLANK,
    Block,
    Box,
    Document,
    Heading,
    Line,
    Note,
    Point,
    Signature,
    Title,
)
from law189.office.papers.judged import Judged, judged_of
from law189.office.papers.minutes import approval, headed, listed_questions, reasons
from law189.office.papers.seated import GUESTS, VACANT, table_of
from law189.office.papers.signing import HAND, NAME
from law189.profile.profile import Profile
from law189.profile.regulation import Notice
from law189.rules.group.agenda import within
from law189.rules.group.dispatch import last_day_of_notice

__all__ = ["notice_of"]

NOTICE = Text("ИЗВЕЩЕНИЕ", "NOTICE")
OF_MEETING = Text("о заседании рабочей группы", "of a meeting of the working group")
OF_POLL = Text("о заочном голосовании рабочей группы", "of a poll in writing of the working group")
CALLED = Text("Извещение о заседании", "Notice of the meeting")
NUMBERED = Text("{of} № {number}", "{of} No {number}")
DAY, TIME, PLACE = Text("Дата", "Day"), Text("Время", "Time"), Text("Место", "Place")
TO = Text("Кому", "To")
SECRETARY = Text("Также", "Also")
AGENDA = Text("Повестка дня", "Agenda")
BY = Text("Направить не позднее", "To be sent not later than")
BEFORE = Text("за {unit} до заседания: {days}", "{unit} before the meeting: {days}")
SENT = Text("Направлено", "Sent on")
MATERIALS = Text("Материалы", "Materials")
WITH = Text("направляют вместе с извещением", "go out with the notice")
WERE = {
    True: Text("направлены", "were sent"),
    False: Text("не направлены", "were not sent"),
    None: Text("{blank}", "{blank}"),
}
SILENT = Text(
    "Срока извещения о заседании положение не устанавливает: {act}.",
    "The regulation sets no term for the notice of a meeting: {act}.",
)
NO_CALENDAR = Text("{blank} (нет календаря на {year} год)", "{blank} (no calendar for {year})")
CHECK = Text("Проверьте до отправки", "Check before sending")
WHOEVER = Text("Должность: {blank}", "Office: {blank}")


@asked
def notice_of(answer: MeetingAnswer, profile: Profile, lang: Lang) -> Document:
    """The notice of a judged meeting, which may be one that is only planned.

    Raises `Refused` where the decree sets up no working group, `WrongLanguage` on a language other than ru and en.
    """
    judged = judged_of(answer, profile, lang)
    title = f"{CALLED[lang]}: {judged.edition.title[lang]}, {judged.day(judged.record.held_on)}"
    return Document(lang, title, tuple(_blocks(judged)))


def _blocks(judged: Judged) -> Iterator[Block]:
    lang = judged.lang
    of = (OF_MEETING if judged.poll is None else OF_POLL)[lang]
    numbered = (
        of if judged.record.number is None else NUMBERED[lang].format(of=of, number=judged.record.number)
    )
    yield Title((NOTICE[lang], numbered, *headed(judged)))
    yield Line(DAY[lang], judged.day(judged.record.held_on))
    if judged.poll is None:
        yield Line(TIME[lang], judged.record.time or BLANK)
        yield Line(PLACE[lang], judged.record.place or BLANK)
    yield Heading(AGENDA[lang])
    yield from listed_questions(judged)
    yield from approval(judged)
    yield from _sending(judged)
    yield from _to_whom(judged)
    points = _points(judged)
    if points:
        yield Box(CHECK[lang], tuple(points))
    yield Signature(WHOEVER[lang].format(blank=BLANK), HAND[lang], NAME[lang])


def _points(judged: Judged) -> list[Point]:
    """What is to be checked before the notice goes out: the agenda, the questions, a term that is missed."""
    answer = judged.answer
    asked = [answer.established, answer.agenda, answer.notice]
    kinds = [
        within(entry.kind, judged.group, asked_at=f"meeting.items[{place}].kind")
        for place, entry in enumerate(judged.record.items)
    ]
    return reasons(judged, *asked, *kinds)


def _sending(judged: Judged) -> Iterator[Block]:
    """By when the notice goes out, and whether the materials go with it."""
    lang, told = judged.lang, judged.record.notice or NoticeGiven()
    norm = judged.norm("notice") if judged.poll is None else None
    if norm is not None:
        term = norm.value
        words = BEFORE[lang].format(unit=term.unit.text[lang], days=term.days)
        yield Line(BY[lang], judged.cited(f"{_last(judged, norm)}; {words}", norm.basis))
    elif judged.poll is None:
        yield Note(SILENT[lang].format(act=judged.group.silence.label[lang]))
    if told.sent_on is not None or norm is not None:
        yield Line(SENT[lang], judged.day(told.sent_on))
    needed = norm is not None and norm.value.materials
    if needed or told.materials is not None:
        were = WERE[told.materials][lang].format(blank=BLANK)
        if needed and norm is not None:
            were = f"{judged.cited(WITH[lang], norm.basis)}; {were}"
        yield Line(MATERIALS[lang], were)


def _last(judged: Judged, norm: Norm[Notice]) -> str:
    """The last day on which the notice is early enough; a blank where no calendar knows the year."""
    try:
        held_on, calendar = judged.record.held_on, judged.edition.calendar
        day = last_day_of_notice(held_on, norm.value, calendar, judged.held.choices)
    except CalendarNotPublished as error:
        return NO_CALENDAR[judged.lang].format(blank=BLANK, year=error.year)
    return judged.day(day)


def _to_whom(judged: Judged) -> Iterator[Block]:
    """Every seat that somebody holds, of a poll those that are asked; then whoever is invited."""
    lang, record, held = judged.lang, judged.record, judged.held
    filled = [seat.id for seat in judged.group.seats if seat.id not in record.vacant]
    seats = filled if judged.poll is None else list(judged.poll.polled)
    yield Heading(TO[lang])
    yield table_of(judged, seats) if seats else Line("", BLANK)
    if judged.poll is None and held.invited:
        yield Line(SECRETARY[lang], f"{judged.called('secretary')} — {BLANK}")
    vacant = [seat.id for seat in judged.group.seats if seat.id in record.vacant]
    if vacant:
        yield Line(VACANT[lang], judged.all_called(vacant))
    guests = "; ".join(f"{guest} — {BLANK}" for guest in record.guests)
    yield Line(GUESTS[lang], guests or BLANK)
