"""The law of names of a row: however a record calls an item or an indicator, the library answers alike.

The command reads the same records; its answer is the same too.
"""

import json
import tempfile
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from typer.testing import CliRunner

from law189.audit.indicators import Reported, indicators_on, latest_by_id, reported_by_id
from law189.audit.plan import Done, done_by_item, events_by_item, plan_on
from law189.cli.app import app
from law189.law import UnknownProvision
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile

ON = date(2024, 12, 20)
RUNS = settings(max_examples=size(25, 500))
DAYS = st.integers(0, 300).map(lambda days: date(2023, 9, 1) + timedelta(days))
OFTEN = {"kind": "regular", "times": 2, "per": "quarter"}
AFTER = {"kind": "after_months", "months": 1, "event": {"kind": "limits"}}


@cache
def town(name: str = "kemerovo"):
    """The decree, its first item due twice a quarter, its second counted from an event."""
    file = shipped_data()["municipalities"][name]
    plan = [dict(item) for item in file["plan"]]
    plan[0] |= {"term": OFTEN}
    plan[1] |= {"term": AFTER}
    return load_profile({**file, "plan": plan})


def names(row) -> list[str]:
    """The id of a row, its whole address, and the address as a document writes it."""
    annex, item = row.id.removeprefix("app").split(".", 1)
    return [row.id, f"{row.cite.act}/{row.id}", f"п. {item} прил. {annex}"]


def spelled(row) -> st.SearchStrategy[str]:
    return st.sampled_from(names(row))


def plain(row, records):
    return [record.model_copy(update={"id": row.id}) for record in records]


@given(st.data())
@RUNS
def test_what_is_done_is_done_once_by_whatever_name(data):
    item = town().latest.plan[0]
    records = [
        Done(id=name, done_on=day)
        for name, day in data.draw(st.lists(st.tuples(spelled(item), DAYS), max_size=6))
    ]
    twice = [*records, *(one.model_copy(update={"id": data.draw(spelled(item))}) for one in records)]
    assert plan_on(town(), ON, done_by_item(twice)) == plan_on(town(), ON, done_by_item(plain(item, records)))


@given(st.data())
@RUNS
def test_of_several_events_the_last_record_counts_by_whatever_name(data):
    item = town().latest.plan[1]
    told = data.draw(st.lists(st.tuples(spelled(item), DAYS), min_size=1, max_size=6))
    records = [Done(id=name, event_on=day) for name, day in told]
    (found,) = (one for one in plan_on(town(), ON, events=events_by_item(records)) if one.item.id == item.id)
    assert found.event_on == records[-1].event_on


@given(st.data())
@RUNS
def test_of_several_values_the_latest_counts_by_whatever_name(data):
    row = town().latest.indicators[0]
    told = data.draw(
        st.lists(
            st.tuples(spelled(row), st.none() | DAYS, st.none() | st.integers(2023, 2024)),
            min_size=1,
            max_size=6,
        )
    )
    records = [
        Reported(id=name, value=number, on=day, year=year) for number, (name, day, year) in enumerate(told)
    ]
    for by_id in (latest_by_id, reported_by_id):
        assert indicators_on(town(), by_id(records), ON) == indicators_on(
            town(), by_id(plain(row, records)), ON
        )


@pytest.mark.parametrize("name", ["kemerovo", "novokuznetsk_district"])
def test_the_command_and_the_library_know_every_row_by_every_name(name):
    profile = load_profile(name)
    for row in profile.latest.plan:
        done = [one.done for one in plan_on(profile, ON, {row.id: [date(2023, 9, 1)]})]
        for said in names(row):
            if said != row.id:
                assert [one.done for one in plan_on(profile, ON, {said: [date(2023, 9, 1)]})] == done
            assert list(done_by_item([Done(id=said, done_on=ON)])) in ([row.id], [f"{row.cite.act}/{row.id}"])
    for row in profile.latest.indicators:
        (value,) = {one.reported for said in names(row) for one in indicators_on(profile, {said: 7})} - {None}
        assert value == 7


def amended():
    """The decree with a row that an amendment has moved and one that it has taken out."""
    act = {"id": "kemerovo-2", "number": "2", "date": "2024-01-10", "title": {"ru": "Об изменениях"}}
    file = shipped_data()["municipalities"]["kemerovo"]
    changes = [{"do": "repeal", "at": ["indicators", "app5.1.2"]}]
    return load_profile({**file, "amendments": [{"act": act, "since": "2024-02-01", "changes": changes}]})


def test_a_row_of_another_edition_is_told_to_be_of_that_one():
    with pytest.raises(UnknownProvision, match=r"«app5\.1\.2» is in another edition of the act"):
        indicators_on(amended(), {"app5.1.2": 5}, ON)
    assert indicators_on(amended(), {"app5.1.2": 5}, date(2024, 1, 20))


def test_the_command_tells_the_item_done_under_two_names_as_the_library_does():
    item, days = town().latest.plan[3], ("2023-09-25", "2023-11-10")
    records = [{"id": name, "done_on": day} for day in days[:1] for name in names(item)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "done.jsonl"
        file.write_text("".join(f"{json.dumps(one)}\n" for one in records), encoding="utf-8")
        words = ["plan", "kemerovo", "--on", ON.isoformat(), "--done", str(file), "--json"]
        told = json.loads(CliRunner().invoke(app, words).stdout)["items"]
    done = done_by_item(Done(**one) for one in records)
    assert told == [one.as_json() for one in plan_on(load_profile("kemerovo"), ON, done)]
