"""What happened, in order: a history only grows, and its state is the fold of its records."""

import copy
import pickle
from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from law189.cases.history import Decision, Event, History, Record, RecordAnnulled, annulled_by
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


# ─── What is annulled ────────────────────────────────────────────────────────────────────────────────────


def annulled(record, day=9):
    return RecordAnnulled(on=date(2023, 10, day), by="clerk", record=record, reason="recorded by mistake")


def folded(*events):
    plain = history(*events)
    return plain._replace(annulled=annulled_by(events))


def test_what_is_annulled_does_not_count_and_both_records_stay():
    seen = folded(knocked(2, 1), knocked(5, 2), annulled(2))
    assert seen.version == 3
    assert [record.event.times for record in seen.standing] == [1]
    assert [event.times for event in seen.events(Knocked)] == [1]
    assert seen.the(Knocked).times == 1
    assert seen.last_day == date(2023, 10, 2)


def test_an_annulment_is_no_event_of_the_case_itself():
    seen = folded(knocked(2), annulled(1))
    assert list(seen.events(RecordAnnulled)) == []
    assert (seen.standing, seen.last_day) == ((), None)
    with pytest.raises(LookupError):
        seen.the(RecordAnnulled)


def test_an_annulled_annulment_restores_and_may_be_annulled_again():
    steps = (knocked(2), annulled(1), annulled(2), annulled(3))
    assert [len(folded(*steps[:count]).standing) for count in (1, 2, 3, 4)] == [1, 0, 1, 0]
    assert annulled_by(steps) == {3 - 1, 1 - 1}


@given(st.lists(st.integers(min_value=1, max_value=8), max_size=8))
def test_annulments_fold_from_the_last_to_the_first(targets):
    """An event counts unless an annulment that itself counts names it: the definition, run the slow way."""
    events = [knocked(2), *(annulled(min(target, place)) for place, target in enumerate(targets, start=1))]

    def counts(place):
        return not any(
            isinstance(event, RecordAnnulled) and event.record - 1 == place and counts(later)
            for later, event in enumerate(events)
            if later > place
        )

    assert annulled_by(events) == {place for place in range(len(events)) if not counts(place)}


@pytest.mark.parametrize("record", [0, -1, 1.0, "1", True, None])
def test_an_annulment_names_a_record_by_its_number_from_one(record):
    with pytest.raises(ValidationError, match="record"):
        RecordAnnulled(on="2023-10-09", by="clerk", record=record, reason="ошибка")


@pytest.mark.parametrize("blank", ["", " ", "\t\n", "\u00a0", None, 7])
@pytest.mark.parametrize("name", ["by", "reason"])
def test_a_decision_says_by_whom_and_why(name, blank):
    facts = {"by": "head of department", "on": "2023-10-02", "reason": "no way to tell"}
    assert Decision(**facts).on == date(2023, 10, 2)
    with pytest.raises(ValidationError) as caught:
        Decision(**{**facts, name: blank})
    assert [error["loc"] for error in caught.value.errors()] == [(name,)]


@pytest.mark.parametrize("blank", ["", " ", None])
def test_an_annulment_says_why(blank):
    with pytest.raises(ValidationError, match="reason"):
        RecordAnnulled(on="2023-10-09", by="clerk", record=1, reason=blank)


def test_a_history_is_pickled_with_its_verdicts_and_decisions():
    decision = Decision(by="head", on="2023-10-02", reason="так решено")
    record = Record(knocked(2), "outside", VERDICT, decision)
    whole = history()._replace(
        records=(record, Record(annulled(1), "outside", VERDICT)), annulled=frozenset({0})
    )
    assert pickle.loads(pickle.dumps(whole)) == whole  # noqa: S301
    assert copy.deepcopy(whole) == whole


def test_a_record_made_by_older_code_has_no_decision():
    assert Record(knocked(2), "outside", VERDICT).decision is None
