"""A day is a day, of whatever class a program has it: it is taken everywhere, and what is kept is a plain `date`.

`pendulum.Date` is such a class, and `date` under a library that stops the clock: that one is put in the place
of the name `date` in every module.
"""

import sys
from datetime import date, datetime, time, timedelta

import pytest
from pydantic import TypeAdapter
from stories import HELD_ON, STORIES

from law189.casebook.book import Casebook
from law189.casebook.line import LINE
from law189.facts import Frozen, frozen
from law189.kinds import must_be
from law189.law import Text
from law189.law.days import is_day, plain_day
from law189.profile.conditions import Answers
from law189.profile.loader import load_profile
from law189.verdict import Rule, plain

KEMEROVO = load_profile("kemerovo")
TOLD = {name: story.told() for name, story in STORIES.items()}

MOMENT = datetime.combine(date(2023, 9, 29), time())


class Theirs(date):
    """A day of another program."""


class _Seen(type):
    def __instancecheck__(cls, value):
        return isinstance(value, date)

    def __subclasscheck__(cls, other):
        return issubclass(other, date)


class Stopped(date, metaclass=_Seen):
    """A day as a library that stops the clock has it."""


KINDS = pytest.mark.parametrize("kind", [Theirs, Stopped])


def other(value, kind):
    """The value with each day in it of another class."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return kind(value.year, value.month, value.day)
    if isinstance(value, dict | Frozen):
        return {name: other(one, kind) for name, one in value.items()}
    return [other(one, kind) for one in value] if isinstance(value, list | tuple) else value


def days(value):
    """Every day in plain values, entries and tuples."""
    if isinstance(value, date):
        yield value
    elif isinstance(value, dict | Frozen):
        for one in value.values():
            yield from days(one)
    elif isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from days(one)
    elif hasattr(type(value), "model_fields"):
        yield from days(dict(value))


@KINDS
@pytest.mark.parametrize("name", STORIES)
def test_every_event_takes_such_a_day_and_keeps_a_plain_one(name, kind):
    seen = 0
    for record in TOLD[name].records:
        event = record.event
        facts = other(event.model_dump(exclude_unset=True), kind)
        for made in (type(event)(**facts), type(event).model_validate(facts)):
            assert made == event
            assert {type(one) for one in days(made)} == {date}
        line = {"history": "1", "lifecycle": name, **facts, "kind": event.kind}
        assert LINE.validate_python(line).event == event
        seen += 1
    assert seen


@KINDS
def test_a_moment_is_refused_still(kind):
    assert not is_day(MOMENT)
    event = TOLD["meeting"].records[0].event
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        type(event)(**{**event.model_dump(exclude_unset=True), "on": MOMENT})
    with pytest.raises(TypeError, match="moment"):
        KEMEROVO.on(MOMENT)
    assert type(plain_day(kind(2023, 9, 29))) is date
    assert type(must_be(kind(2023, 9, 29), date)) is date


@KINDS
def test_the_facts_of_a_verdict_and_the_answers_to_local_conditions_are_plain(kind):
    day = kind(2023, 9, 29)
    assert type(frozen(day)) is type(frozen([day])[0]) is date
    verdict = Rule("some.rule", Text("{day}", "{day}")).judge(True, KEMEROVO.latest.whole, day=day)
    assert {type(one) for one in days(verdict.facts)} == {date}
    assert verdict == Rule("some.rule", Text("{day}", "{day}")).judge(
        True, KEMEROVO.latest.whole, day=date(2023, 9, 29)
    )
    assert plain(verdict.facts) == {"day": "2023-09-29"}
    answers = TypeAdapter(Answers).validate_python({"signed": day})
    assert answers == TypeAdapter(Answers).validate_python({"signed": date(2023, 9, 29)})


@KINDS
@pytest.mark.parametrize("name", STORIES)
def test_every_answer_of_a_day_is_the_same(name, kind):
    cycle, history = STORIES[name].cycle, TOLD[name]
    for record in history.records:
        for day in (record.event.on, record.event.on + timedelta(40)):
            theirs = kind(day.year, day.month, day.day)
            for ask in (cycle.options, cycle.due):
                assert repr(ask(history, KEMEROVO, theirs)) == repr(ask(history, KEMEROVO, day))
            assert KEMEROVO.on(theirs) is KEMEROVO.on(day)
    book = Casebook(KEMEROVO)
    assert [*book.due(kind(2023, 9, 29))] == []


def test_a_stopped_clock_changes_no_class_of_what_is_kept(monkeypatch):
    """The class stands in place of `date` in every module of the library, as such a library puts it."""
    event = TOLD["meeting"].records[0].event
    written, facts = event.model_dump(mode="json"), event.model_dump(exclude_unset=True)
    for module in [one for name, one in sys.modules.items() if name.startswith("law189")]:
        for name, value in [*vars(module).items()]:
            if value is date:
                monkeypatch.setattr(module, name, Stopped)
    for made in (type(event)(**facts), type(event)(**other(facts, Stopped)), type(event)(**written)):
        assert made == event
        assert {type(one) for one in days(made)} == {date}
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        type(event)(**{**facts, "on": MOMENT})
    with pytest.raises(TypeError, match="moment"):
        KEMEROVO.on(MOMENT)
    assert type(frozen(Stopped(2023, 9, 29))) is date
    assert STORIES["meeting"].cycle.options(TOLD["meeting"], KEMEROVO, HELD_ON)
