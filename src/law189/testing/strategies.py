"""Стратегии (strategies): what Hypothesis draws a municipality's meetings from.

>>> from hypothesis import find, settings
>>> from law189.profile.loader import load_profile
>>> drawn = meeting_records(load_profile("kemerovo"))
>>> find(drawn, lambda record: len(record.present) >= 5, settings=settings(database=None)).profile
'kemerovo'
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from law189.audit.meeting import AgendaRecord, ItemRecord, MeetingRecord, MinutesRecord
from law189.cases.given.meeting import NoticeGiven
from law189.law.entry import says_nothing
from law189.law.signs import hidden
from law189.profile.profile import Profile
from law189.profile.regulation import Ballot
from law189.readings import READINGS
from law189.rules.voting import Vote

__all__ = ["choices", "meeting_records"]

T = TypeVar("T")
V = TypeVar("V")
ABOUT_MEETINGS = ("Q1", "Q2", "Q3", "Q4", "V1", "V2", "V3")
QUESTIONS = (
    st.text(min_size=1, max_size=20)
    .filter(lambda text: bool(text.strip()) and hidden(text) is None)
    .filter(lambda text: not says_nothing(text))
)
"""What a question may be called: a text is refused with a sign that nobody can see."""


def choices(codes: Iterable[str] = ABOUT_MEETINGS) -> SearchStrategy[dict[str, str]]:
    """A choice of some of the readings, by code."""
    listed = {code: st.sampled_from(sorted(READINGS[code].choices)) for code in codes}
    return st.fixed_dictionaries({}, optional=listed)


TIMES = st.times().map("{:%H:%M}".format)
"""The time of a meeting, as a record has it."""
PLACED: dict[str, SearchStrategy[Any]] = {
    "number": st.none() | st.sampled_from(("3", "№ 2024/1")),
    "time": st.none() | TIMES,
    "place": st.none() | QUESTIONS,
    "guests": st.just(()) | st.just(("эксперт",)),
}
"""Where and when a meeting was held, its number and its guests, each perhaps not told."""


def meeting_records(
    profile: Profile, *, strangers: Iterable[str] = ("nobody",)
) -> SearchStrategy[MeetingRecord]:
    """Meetings of the profile's group, right or wrong in every part, with any part left out.

    `strangers` are names that the composition does not have; they turn up as if they were seats. Where the decree
    sets up no group nobody else does.
    """
    group = profile.latest.working_group
    seats = [] if group is None else list(group.by_id)
    kinds = [] if group is None else list(group.business)
    anybody = st.sampled_from([*seats, *strangers])
    issued = profile.act.date or date(2024, 1, 1)
    days = st.dates(issued - timedelta(3), issued + timedelta(1000))
    items = st.builds(
        ItemRecord,
        question=QUESTIONS,
        kind=st.none() | st.sampled_from([*kinds, "something-else"]),
        votes=st.lists(st.tuples(anybody, st.sampled_from(Vote)), max_size=len(seats)).map(tuple),
        opinions=_few(st.dictionaries(anybody, st.sampled_from(Vote), max_size=2).map(_pairs)),
        conflicts=_few(st.lists(anybody, max_size=2).map(tuple)),
        ballot=st.none() | st.sampled_from(Ballot),
    )
    return st.builds(
        MeetingRecord,
        profile=st.just(profile.name),
        held_on=days,
        agenda=st.none()
        | st.builds(AgendaRecord, approved_by=st.none() | anybody, approved_on=st.none() | days),
        **PLACED,
        present=_enough(seats) | st.lists(anybody, max_size=len(seats)).map(tuple),
        alternates=_few(st.lists(anybody, max_size=2).map(tuple)),
        proxies=_few(st.dictionaries(anybody, anybody, max_size=2).map(_pairs)),
        notice=st.none()
        | st.builds(NoticeGiven, sent_on=st.none() | days, materials=st.none() | st.booleans()),
        items=st.lists(items, max_size=3).map(tuple),
        minutes=st.none() | _minutes(seats, anybody, days),
        readings=choices(),
    )


def _few(strategy: SearchStrategy[tuple[T, ...]]) -> SearchStrategy[tuple[T, ...]]:
    """Nothing, or what the strategy draws."""
    return st.just(()) | strategy


def _pairs(drawn: dict[str, V]) -> tuple[tuple[str, V], ...]:
    return tuple(drawn.items())


def _enough(seats: Sequence[str]) -> SearchStrategy[tuple[str, ...]]:
    """About half of the seats, or more, in any order."""
    return st.permutations(seats).flatmap(
        lambda order: st.integers(len(seats) // 2, len(seats)).map(lambda size: tuple(order[:size]))
    )


def _minutes(
    seats: Sequence[str], anybody: SearchStrategy[str], days: SearchStrategy[date]
) -> SearchStrategy[MinutesRecord]:
    """Minutes drafted and signed by anybody on any day, with copies for every seat or for a few."""
    return st.builds(
        MinutesRecord,
        drafted_by=st.none() | anybody | st.just("secretary"),
        drafted_on=st.none() | days,
        signed_by=st.none() | anybody | st.lists(anybody, max_size=3).map(tuple),
        signed_on=st.none() | days,
        approved_by=st.none() | anybody,
        sent_on=st.none() | days,
        dissents=_few(st.lists(anybody, max_size=2).map(tuple)),
        attached=st.none() | st.lists(anybody, max_size=2).map(tuple),
        copies_to=st.none() | st.just(tuple(seats)) | st.lists(anybody, max_size=3).map(tuple),
    )
