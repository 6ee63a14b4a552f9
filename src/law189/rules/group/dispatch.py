"""Извещение о заседании (dispatch): whether a notice goes out in the term of the regulation, with its materials.

A notice goes out not later than so many days before the meeting, counted as any such term (`days_before`, reading
D11). Neither shipped decree sets such a term.

>>> from law189.law import Citation, Norm
>>> item = Citation("x", "p1", Text("п. 1", "item 1"))
>>> said = Norm[Notice](value={"days": 3, "unit": "calendar_days"}, basis=item)
>>> [notified(date(2024, 3, day), None, date(2024, 3, 11), said, None).outcome.value for day in (8, 9)]
['holds', 'breach']
"""

from collections.abc import Mapping
from datetime import date

from law189.calendar import Calendar, CalendarNotPublished
from law189.kinds.asked import asked
from law189.law import Norm, Text
from law189.profile.regulation import Notice, TermInDays
from law189.profile.terms import Days
from law189.readings import D11, NO_CHOICES, Chosen, under
from law189.rules import asking
from law189.rules.deadlines.counting import days_before
from law189.verdict import Outcome, Rule, Verdict

__all__ = ["last_day_of_notice", "notified"]

SENT_ON = asking.written("notice.sent_on", "дата извещения о заседании", "the day of the notice")
MATERIALS = asking.written(
    "notice.materials", "направлены ли материалы заседания", "whether the materials were sent"
)
NOTICE = Rule(
    "dispatch.notice",
    Text("Извещение о заседании от {held_on}.", "The notice of the meeting of {held_on}."),
)
NOTICE_DAYS = Rule(
    "dispatch.notice_days",
    Text(
        "Извещение направлено {sent_on}, заседание — {held_on}; извещают не позднее чем за {unit}: {days}.",
        "The notice was sent on {sent_on}, the meeting was on {held_on}; it is sent at least so many {unit} "
        "before it: {days}.",
    ),
    missed=Outcome.BREACH,
    unknown=Text(
        "Направлено ли извещение не позднее чем за {unit}: {days}, неизвестно; укажите: {asks}.",
        "Unknown whether the notice was sent at least so many {unit} before the meeting: {days}; give: "
        "{asks}.",
    ),
    assumed=Text(
        "Положение не лишает силы заседание, о котором известили поздно.",
        "The regulation does not take the effect of a meeting whose notice was late.",
    ),
)
NOTICE_MATERIALS = Rule(
    "dispatch.materials",
    Text(
        "Вместе с извещением направляют материалы заседания; материалы {materials:направлены|не направлены}.",
        "The materials go out with the notice; the materials {materials:were sent|were not sent}.",
    ),
    cure=Text("Направьте материалы.", "Send the materials."),
    missed=Outcome.BREACH,
    unknown=Text(
        "Направлены ли материалы заседания, не указано; укажите: {asks}.",
        "Whether the materials were sent is not recorded; give: {asks}.",
    ),
    assumed=Text(
        "Положение не лишает силы заседание, материалы которого не направили.",
        "The regulation does not take the effect of a meeting whose materials were not sent.",
    ),
    asks=(MATERIALS,),
)


@asked
def notified(
    sent_on: date | None,
    materials: bool | None,
    held_on: date,
    said: Norm[Notice],
    calendar: Calendar | None,
    choices: Chosen = NO_CHOICES,
) -> Verdict:
    """Whether the notice was sent so many days before the meeting, with its materials where they are needed.

    None stands for what is not recorded. The last day is that of any term «not later than so many days before»
    (`days_before`); the verdict names reading D11 where its outcome turned on it. UNKNOWN where no calendar knows
    the year.
    """

    def told(choices: Mapping[str, str]) -> Verdict:
        return _sent_early(sent_on, held_on, said, calendar, choices)

    parts = [under(choices, told, D11)]
    if said.value.materials:
        parts.append(NOTICE_MATERIALS.judge(materials, said.basis, materials=materials))
    return NOTICE.judge(True, said.basis, parts=tuple(parts), held_on=held_on)


def _sent_early(
    sent_on: date | None,
    held_on: date,
    said: Norm[Notice],
    calendar: Calendar | None,
    choices: Mapping[str, str],
) -> Verdict:
    """The same of the days alone, by the choice; working days are no fewer than calendar days."""
    term, early = said.value, None
    last = days_before(held_on, term.days, term.unit, calendar, choices)
    plain = days_before(held_on, term.days, Days.CALENDAR, None, choices)
    if sent_on is not None:
        early = False if sent_on > plain.at_least else None if last.day is None else sent_on <= last.day
    return NOTICE_DAYS.judge(
        early,
        said.basis,
        lacks=(SENT_ON,) if sent_on is None else asking.days_off(last.missing_year),
        sent_on=sent_on,
        held_on=held_on,
        unit=term.unit.text,
        days=term.days,
    )


@asked
def last_day_of_notice(
    held_on: date, term: TermInDays, calendar: Calendar | None, choices: Chosen = NO_CHOICES
) -> date:
    """The last day on which a notice of the meeting is early enough (see `notified`).

    Raises `CalendarNotPublished` where the days off of a year are not known.
    """
    last = days_before(held_on, term.days, term.unit, calendar, choices)
    if last.day is None:
        raise CalendarNotPublished(last.missing_year or held_on.year)
    return last.day
