"""Рабочие дни (working days): which days are off, and what a term of days comes to.

The holidays are those of the Labour Code (ст. 112); each year adds the Government decree that moved days
off. A year without data is never guessed; a year whose decree was not read says so by its grade. The
arithmetic is pure: the data come in as values.

>>> from datetime import date, timedelta
>>> from law189.profile.federal import load_calendar
>>> calendar = load_calendar()
>>> calendar.add_working_days(date(2024, 4, 26), 2)  # Saturday 27.04.2024 was a working day
datetime.date(2024, 5, 2)
>>> calendar.is_working_day(date(2031, 1, 9))
Traceback (most recent call last):
    ...
law189.calendar.CalendarNotPublished: no calendar for 2031; add data/calendar/2031.yaml with its decree
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Annotated, Any, Self, final

from pydantic import Field, StrictInt, model_validator

from law189.kinds import WrongType, as_plain
from law189.kinds.asked import asked, methods_asked
from law189.law import About, Citation, Cite, Day, Entry, Grade, Law189Error, Text, WrongValue, flaw
from law189.law.days import SATURDAY, is_holiday, is_plain_day_off
from law189.law.fixed import Fixed
from law189.law.text import in_russian
from law189.law.words import GRADE

__all__ = ["Calendar", "CalendarNotPublished", "CalendarYear", "Follows", "Moved", "shifted"]


class CalendarNotPublished(Law189Error, LookupError):
    """A year whose days off are not known here; the message says what to add."""

    def __init__(self, year: int) -> None:
        super().__init__(f"no calendar for {year}; add data/calendar/{year}.yaml with its decree")
        self.year = year


class Moved(Entry):
    """Перенос по постановлению: a day off moved from one day to another."""

    from_: Annotated[
        Day,
        About.of("с какого дня", "from", "Выходной, который перенесли.", "The day off that was moved."),
    ] = Field(alias="from")
    to: Annotated[
        Day,
        About.of("на какой день", "to", "Рабочий день, который стал выходным.", "The day that became one."),
    ]


class Follows(Entry):
    """Перенос по кодексу: the working day after a holiday that fell on a day off."""

    holiday: Annotated[
        Day,
        About.of("праздник", "holiday", "Праздник в выходной день.", "A holiday that fell on a day off."),
    ]
    day: Annotated[
        Day,
        About.of("выходной", "day off", "Рабочий день, который стал выходным.", "The day off given for it."),
    ]


class CalendarYear(Entry):
    """Один год: the decree that moved its days off, and the days that differ from the plain week.

    `grade` is assumed where the decree itself was not read and the days come from published calendars.
    """

    year: Annotated[
        StrictInt,
        Field(ge=2000, le=2100),
        About.of("год", "year", "Какой это год.", "Which year it is."),
    ]
    moved_by: Annotated[
        Cite,
        About.of("адрес переноса", "address", "Чем перенесены выходные.", "What moved the days off."),
    ]
    grade: Annotated[Grade, GRADE] = Grade.EXCERPT
    moved: Annotated[
        tuple[Moved, ...],
        About.of("переносы по постановлению", "days moved", "Что перенесено.", "Which days off were moved."),
    ]
    follows: Annotated[
        tuple[Follows, ...],
        About.of(
            "переносы по кодексу",
            "days that follow holidays",
            "Выходные за праздники, которые совпали с выходными.",
            "The days off for holidays that fell on days off.",
        ),
    ]

    @model_validator(mode="after")
    def _whole(self) -> Self:
        self._of_the_year()
        for moved in self.moved:
            if not is_plain_day_off(moved.from_) or is_plain_day_off(moved.to):
                raise flaw(
                    "moved",
                    f"переносят выходной на рабочий день, а не с {in_russian(moved.from_)} "
                    f"на {in_russian(moved.to)}",
                    f"a day off is moved to a working day, not from {moved.from_} to {moved.to}",
                )
        for follows in self.follows:
            if not is_holiday(follows.holiday) or follows.holiday.weekday() < SATURDAY:
                raise flaw(
                    "follows",
                    f"{in_russian(follows.holiday)} — не праздник, совпавший с выходным",
                    f"{follows.holiday} is no holiday that fell on a day off",
                )
            if follows.day != self._first_working_day_after(follows):
                raise flaw(
                    "follows_day",
                    f"за праздником {in_russian(follows.holiday)} следует рабочий день "
                    f"{in_russian(self._first_working_day_after(follows))}, а указано: {in_russian(follows.day)}",
                    f"the working day after the holiday {follows.holiday} is "
                    f"{self._first_working_day_after(follows)}, not {follows.day}",
                )
        return self

    def _of_the_year(self) -> None:
        """Refuse a day of another year, and a day off that is moved or given twice."""
        left = [moved.from_ for moved in self.moved] + [follows.holiday for follows in self.follows]
        given = [moved.to for moved in self.moved] + [follows.day for follows in self.follows]
        for day in (*left, *given):
            if day.year != self.year:
                raise flaw(
                    "another_year",
                    f"день {in_russian(day)} — не {self.year} года; исправьте день или год",
                    f"the day {day} is not of {self.year}; mend the day or the year",
                )
        for days in (left, given):
            for day in days:
                if days.count(day) > 1:
                    raise flaw(
                        "moved_twice",
                        f"день {in_russian(day)} указан дважды; оставьте один перенос",
                        f"the day {day} is given twice; keep one move",
                    )

    def _first_working_day_after(self, follows: Follows) -> date:
        taken = {moved.to for moved in self.moved} | {other.day for other in self.follows if other != follows}
        day = follows.holiday + timedelta(1)
        while is_plain_day_off(day) or day in taken:
            day += timedelta(1)
        return day

    def days_off(self) -> frozenset[date]:
        """Every day off of the year, weekends and holidays included."""
        days = (date(self.year, 1, 1) + timedelta(n) for n in range(366))
        off = {day for day in days if day.year == self.year and is_plain_day_off(day)}
        off |= {moved.to for moved in self.moved} | {follows.day for follows in self.follows}
        worked = {moved.from_ for moved in self.moved if not is_holiday(moved.from_)}
        return frozenset(off - worked)


NO_SUBCLASS = Text(
    "от Calendar не наследуют: with_regional добавляет нерабочие дни, а перенос пишут в CalendarYear.moved",
    "Calendar has no subclasses: with_regional adds days off, and a day that is moved stands in CalendarYear.moved",
)


@final
@methods_asked
class Calendar(Fixed):
    """Календарь: some years' working days, for questions about single days and terms.

    `regional` are further days off of a region, by its own acts; they only add to the federal ones. A calendar is
    shared by all profiles of a process and does not change: `with_regional` gives another. It has no subclasses.
    """

    __slots__ = ("_last", "_starts", "_working", "regional", "years")
    years: Mapping[int, CalendarYear]
    regional: frozenset[date]
    _starts: int
    _last: int
    _working: tuple[int, ...]

    def __init__(self, years: Iterable[CalendarYear], regional: Iterable[date] = ()) -> None:
        ordered = sorted(years, key=lambda year: year.year)
        numbers = [year.year for year in ordered]
        if not numbers or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
            raise WrongValue(f"a calendar has its years each once, without a gap, not {numbers}")
        starts, last = date(numbers[0], 1, 1).toordinal(), date(numbers[-1], 12, 31).toordinal()
        more = frozenset(regional)
        off = {day.toordinal() for day in more.union(*(year.days_off() for year in ordered))}
        self._hold(
            years=MappingProxyType({year.year: year for year in ordered}),
            regional=more,
            _starts=starts,
            _last=last,
            _working=tuple(day for day in range(starts, last + 1) if day not in off),
        )

    def __init_subclass__(cls, **_: object) -> None:
        """Refused, as terms are counted by days and would not ask another method. Raises `WrongType`."""
        raise WrongType(NO_SUBCLASS)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._held == other._held

    def __hash__(self) -> int:
        return hash(self._held)

    def __reduce__(self) -> tuple[Any, ...]:
        """What a pickle holds: what it is made of."""
        return Calendar, self._held

    @property
    def _held(self) -> tuple[tuple[CalendarYear, ...], frozenset[date]]:
        """What a calendar is made of; all else follows from it."""
        return tuple(self.years.values()), self.regional

    def cite(self, day: date) -> Citation:
        """The decree that moved the days off of that day's year."""
        self._known(day.toordinal())
        return self.years[day.year].moved_by

    def is_working_day(self, day: date) -> bool:
        """Whether `day` is a working day. Raises `CalendarNotPublished` for a year without data."""
        number = day.toordinal()
        self._known(number)
        place = bisect_left(self._working, number)
        return place < len(self._working) and self._working[place] == number

    def add_working_days(self, day: date, working_days: int) -> date:
        """The last day of a term of `working_days` (1 or more) that begins the day after `day`.

        Raises `WrongValue` on fewer than one day, `CalendarNotPublished` where the term leaves the known years.
        """
        number = self._begun(day, working_days)
        place = bisect_right(self._working, number) + working_days - 1
        if place >= len(self._working):
            raise CalendarNotPublished(max(self.years) + 1)
        return date.fromordinal(self._working[place])

    def subtract_working_days(self, day: date, working_days: int) -> date:
        """The working day that is `working_days` (1 or more) before `day`, which itself does not count.

        Raises `WrongValue` on fewer than one day, `CalendarNotPublished` where the term leaves the known years.
        """
        place = bisect_left(self._working, self._begun(day, working_days)) - working_days
        if place < 0:
            raise CalendarNotPublished(min(self.years) - 1)
        return date.fromordinal(self._working[place])

    def next_working_day(self, day: date) -> date:
        """`day` itself where it is a working day, else the first one after it."""
        number = day.toordinal()
        self._known(number)
        place = bisect_left(self._working, number)
        if place >= len(self._working):
            raise CalendarNotPublished(max(self.years) + 1)
        return date.fromordinal(self._working[place])

    @property
    def last_day(self) -> date:
        """The last day whose being a day off is known."""
        return date.fromordinal(self._last)

    def working_days_between(self, after: date, until: date) -> int:
        """How many working days there are after the day `after` up to and including the day `until`."""
        first, last = after.toordinal(), until.toordinal()
        self._known(first)
        self._known(last)
        return bisect_right(self._working, last) - bisect_right(self._working, first)

    def with_regional(self, days: Iterable[date]) -> "Calendar":
        """The same calendar with further days off of a region."""
        return Calendar(self.years.values(), self.regional | frozenset(map(as_plain, days)))

    def _begun(self, day: date, working_days: int) -> int:
        """The number of the day from which a term of so many working days is counted."""
        if working_days < 1:
            raise WrongValue(f"a term has at least one working day, not {working_days}")
        number = day.toordinal()
        self._known(number)
        return number

    def _known(self, number: int) -> None:
        if not self._starts <= number <= self._last:
            raise CalendarNotPublished(date.fromordinal(number).year)


@asked
def shifted(day: date, days: int) -> date:
    """The day so many days later (earlier where negative), or the first or the last day that there is."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
