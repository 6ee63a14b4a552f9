"""What happened, in order: a history only grows, and its state is the fold of its records."""

from datetime import date
from typing import Literal

import pytest
from pydantic import ValidationError

from law189.history import Event, History, Record
from law189.law import Text
from law189.verdict import Outcome, Verdict

VERDICT = Verdict("test.step", Outcome.HOLDS, Text("шаг", "step"), {})


class Knocked(Event):
    kind: Literal["knocked"] = "knocked"
    times: int = 1


class Rang(Event):
    kind: Literal["rang"] = "rang"


def knocked(day, times=1):
    return Knocked(on=date(2023, 10, day), by="guest", times=times)


def history(*events):
    records = tuple(Record(event, "outside", VERDICT) for event in events)
    return History("door", "front", "outside", records)


def test_a_history_begins_without_records_and_without_a_day():
    new = history()
    assert (new.version, new.last_day, list(new.events(Knocked))) == (0, None, [])


def test_the_version_counts_the_records_and_the_last_day_is_that_of_the_last():
    two = history(knocked(2), Rang(on="2023-10-03", by="guest"))
    assert (two.version, two.last_day) == (2, date(2023, 10, 3))


def test_events_of_one_kind_come_from_first_to_last():
    mixed = history(knocked(2, 1), Rang(on="2023-10-02", by="guest"), knocked(3, 2))
    assert [event.times for event in mixed.events(Knocked)] == [1, 2]


def test_the_event_of_a_kind_is_the_latest_one():
    assert history(knocked(2, 1), knocked(3, 2)).the(Knocked).times == 2


def test_asking_for_what_has_not_happened_says_so():
    with pytest.raises(LookupError, match="nothing of kind Rang has happened in door front"):
        history(knocked(2)).the(Rang)


def test_a_history_a_record_and_an_event_are_frozen():
    frozen = history(knocked(2))
    for thing, name in ((frozen, "state"), (frozen.records[0], "state")):
        with pytest.raises(AttributeError):
            setattr(thing, name, "inside")
    with pytest.raises(ValidationError, match="frozen"):
        frozen.records[0].event.by = "host"


@pytest.mark.parametrize(
    "facts",
    [{"by": "guest"}, {"on": "2023-10-02"}, {"on": "yesterday", "by": "guest"}, {"on": 7, "by": "guest"}],
    ids=["no day", "no actor", "no calendar day", "a number"],
)
def test_an_event_has_a_day_and_an_actor(facts):
    with pytest.raises(ValidationError):
        Rang(**facts)


def test_an_event_has_no_facts_of_other_kinds():
    with pytest.raises(ValidationError, match="Extra inputs"):
        Rang(on="2023-10-02", by="guest", times=3)
