"""Свидетель (witness): a smallest meeting, or a smallest file of steps, that two profiles decide differently.

Hypothesis draws records that both profiles can read (only seats and kinds of question that both know) and makes
the first one found as small as it can. Not finding one proves nothing: it is said how many were tried.

>>> from law189.profile.loader import load_profile
>>> found = witness(load_profile("kemerovo"), load_profile("novokuznetsk_district"))
>>> found.command, found.part.ru, (found.a.ru, found.b.ru)
('meeting', 'кворум', ('не имеет силы', 'соблюдено'))
>>> witness(load_profile("kemerovo"), load_profile("kemerovo"), examples=20) is None
True
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any, Literal, TypeVar

from hypothesis import HealthCheck, find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample
from hypothesis.strategies import SearchStrategy

from law189.audit.meeting import MeetingAnswer, MeetingRecord, judge_record
from law189.audit.names import Names
from law189.audit.replay import Replay
from law189.casebook.line import LINE, Line
from law189.cases.history import Decision
from law189.cases.moment import Moment
from law189.errors import FaultyInput, Refused
from law189.law import Text
from law189.law.fixed import fixed
from law189.profile.edition import Edition
from law189.profile.profile import Profile
from law189.testing.steps import RIGHT, begins
from law189.testing.strategies import meeting_records
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES

__all__ = ["Witness", "witness"]

LONGEST = 8
"""A file of steps has no more lines."""
YES, NO, NONE = (
    Text("принято", "adopted"),
    Text("не принято", "not adopted"),
    Text("не решено", "not decided"),
)


@fixed
@dataclass(frozen=True, slots=True)
class Witness:
    """Свидетель: lines of JSON that a command reads, and the first part that the two profiles answer differently.

    `command` says which: `law189 meeting` judges two lines, the same meeting by each profile; `law189 replay` takes
    the lines with one profile and then with the other.
    """

    command: Literal["meeting", "replay"]
    lines: tuple[dict[str, Any], ...]
    part: Text
    a: Text
    b: Text


T = TypeVar("T")
Differs = Iterator[tuple[Text, Text, Text]]


def witness(
    a: Profile,
    b: Profile,
    *,
    names: tuple[str, str] | None = None,
    of: tuple[Edition, Edition] | None = None,
    examples: int = 200,
) -> Witness | None:
    """A smallest record that the two decide differently; None where none is among those tried.

    `names` are what the records of a meeting call the two profiles, `of` the editions whose days alone are drawn,
    `examples` how many meetings, and how many files of steps, are tried at most.
    """
    editions = of or (a.latest, b.latest)
    return _meeting(a, b, names or (a.name, b.name), editions, examples) or _steps(a, b, editions, examples)


def _found(drawn: SearchStrategy[T], differs: Callable[[T], bool], examples: int) -> T | None:
    quiet = settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much),
    )
    try:
        return find(drawn, differs, settings=quiet)
    except NoSuchExample:
        return None


def _within(on: date, profiles: tuple[Profile, Profile], of: tuple[Edition, Edition]) -> bool:
    """Whether the day is one of the editions compared, and not before either decree."""
    return all(
        profile.recorded(on) is edition and (edition.act.date is None or edition.act.date <= on)
        for profile, edition in zip(profiles, of, strict=True)
    )


# ─── Заседание ───────────────────────────────────────────────────────────────────────────────────────────


def _meeting(
    a: Profile, b: Profile, names: tuple[str, str], of: tuple[Edition, Edition], examples: int
) -> Witness | None:
    known = [Names(profile) for profile in (a, b)]
    profiles = (a, b)

    def told(record: MeetingRecord, decided: bool) -> tuple[Text, Text, Text] | None:
        if not _within(record.held_on, profiles, of):
            return None
        if any(next(iter(one.of_meeting(record)), None) for one in known):
            return None
        answers = [judge_record(record, profile) for profile in profiles]
        return next(_parts(answers[0], answers[1], decided=decided), None)

    common = _common(of)
    if common is None:
        return None
    drawn = meeting_records(common, strangers=())
    for decided in (True, False):  # what is decided first, then any other answer
        differs = partial(_some, told, decided)
        record = _found(drawn, differs, examples)
        if record is not None and (found := told(record, decided)) is not None:
            lines = [record.model_copy(update={"profile": name}) for name in names]
            return Witness("meeting", tuple(_written(line) for line in lines), *found)
    return None


def _some(told: Callable[[MeetingRecord, bool], object], decided: bool, record: MeetingRecord) -> bool:
    return told(record, decided) is not None


def _common(of: tuple[Edition, Edition]) -> Profile | None:
    """The first edition with the seats and kinds of question alone that both have; None where one has no group."""
    group, other = (edition.working_group for edition in of)
    if group is None or other is None:
        return None
    seats = tuple(seat for seat in group.seats if other.seat(seat.id) is not None)
    business = {
        name: tuple(entry for entry in getattr(group, name) if entry.kind in other.business)
        for name in ("tasks", "powers", "functions")
    }
    common = group.model_copy(update={"seats": seats or group.seats, **business})
    edition = of[0].model_copy(update={"working_group": common})
    return Profile(((date.min, edition),))


def _written(record: MeetingRecord) -> dict[str, Any]:
    return record.model_dump(mode="json", exclude_defaults=True)


def _parts(a: MeetingAnswer, b: MeetingAnswer, *, decided: bool) -> Differs:
    """What the two answer differently: the quorum and what is adopted, or any other part too."""
    if a.quorum.outcome is not b.quorum.outcome:
        yield Text("кворум", "quorum"), a.quorum.outcome.text, b.quorum.outcome.text
    for place, (one, other) in enumerate(zip(a.items, b.items, strict=True), start=1):
        if one.adopted is not other.adopted:
            yield Text(f"вопрос {place}", f"item {place}"), _adopted(one.adopted), _adopted(other.adopted)
    if not decided:
        for ours, theirs in zip(a.verdicts, b.verdicts, strict=True):
            if ours.outcome is not theirs.outcome:
                yield Text(ours.rule, ours.rule), ours.outcome.text, theirs.outcome.text


def _adopted(adopted: bool | None) -> Text:
    return {True: YES, False: NO, None: NONE}[adopted]


# ─── Файл шагов ──────────────────────────────────────────────────────────────────────────────────────────


def _steps(a: Profile, b: Profile, of: tuple[Edition, Edition], examples: int) -> Witness | None:
    profiles = (a, b)

    def told(lines: list[Line]) -> tuple[Text, Text, Text] | None:
        if not all(_within(line.event.on, profiles, of) for line in lines):
            return None
        answers = [_outcomes(lines, profile) for profile in profiles]
        if any(one is None for one in answers):
            return None
        pairs = zip(*answers, strict=True)
        for number, (one, other) in enumerate(pairs, start=1):
            if one is not other:
                return Text(f"шаг {number}", f"step {number}"), one.text, other.text
        return None

    for profile in profiles:
        lines = _found(_drawn(profile), lambda lines: told(lines) is not None, examples)
        if lines is not None and (found := told(lines)) is not None:
            return Witness("replay", tuple(_line(line) for line in lines), *found)
    return None


def _outcomes(lines: list[Line], profile: Profile) -> list[Outcome] | None:
    """The outcome of each step; None where the profile does not know a name in one of them."""
    replayed = Replay(profile, "")
    try:
        return [replayed.take(number, line).verdict.outcome for number, line in enumerate(lines, start=1)]
    except FaultyInput:
        return None


@st.composite
def _drawn(draw: st.DrawFn, profile: Profile) -> list[Line]:
    """Right steps of one case by the profile, from its first step on, some of them decided by an office."""
    cycle = draw(st.sampled_from(LIFECYCLES))
    history, day, lines = cycle.begin("1"), begins(profile)[-1], []
    for _ in range(draw(st.integers(1, LONGEST))):
        kinds = [clause.kind for clause in cycle.clauses if history.state in clause.source]
        if not kinds:
            break
        day = max(day, history.last_day or day) + timedelta(draw(st.integers(0, 2)))
        try:
            event = RIGHT[cycle.name][draw(st.sampled_from(kinds))](Moment(day, history, profile), draw)
        except LookupError:
            break
        decision = Decision(by="head", on=event.on, reason="до принятия акта")
        lines.append(
            LINE.validate_python(
                {
                    "history": "1",
                    "lifecycle": cycle.name,
                    "decision": decision,
                    **event.model_dump(mode="json"),
                }
            )
        )
        try:
            history = cycle.advance(history, event, profile, decision=decision)
        except Refused:
            break
    return lines


def _line(line: Line) -> dict[str, Any]:
    own = line.model_dump(mode="json", exclude_none=True, exclude={"event"})
    facts = {name: fact for name, fact in line.event.model_dump(mode="json").items() if fact is not None}
    return {**own, **facts}
