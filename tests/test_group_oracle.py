"""The oracle of meetings, against examples worked by hand."""

import ast
import json
from collections import Counter
from contextlib import suppress
from pathlib import Path

import group_oracle
import oracle
import pytest
from group_drawn import cases, meetings
from group_worked import SILENT, WORKED, group, poll, votes
from hypothesis import Phase, find, given, settings
from hypothesis.errors import NoSuchExample
from night import size


def said_of(regulation, record):
    said = group_oracle.answer(regulation, record)
    first = said["items"][0] if said["items"] else {}
    return said | {f"item_{key}": value for key, value in first.items()}


@pytest.mark.parametrize(("regulation", "record", "expected"), WORKED)
def test_an_example_worked_by_hand(regulation, record, expected):
    said = said_of(regulation, record)
    assert {key: said[key] for key in expected} == expected


def test_two_questions_of_a_poll_have_a_quorum_each():
    """3 answers of 5 to the first, 1 of 5 to the second."""
    record = poll("chair+ deputy+ m1+")
    record["items"].append({"question": "Заказ", "votes": votes("chair+")})
    said = group_oracle.answer(group(absentee={"allowed": True}), record)
    assert [item["quorum"] for item in said["items"]] == ["holds", "void"]
    assert said["quorum"] is None


OLD = ("held_on", "present", "vacant", "elected", "items", "readings")


@pytest.mark.parametrize("which", oracle.MEMBERS)
def test_it_answers_of_the_two_decrees_what_their_own_oracle_answers(which):
    regulation = group(oracle.MEMBERS[which], secretary=SILENT)
    if oracle.SECRETARY[which]:
        regulation["secretary"] = {"cite": "p1", "duties": []}

    @settings(max_examples=size(150, 1500))
    @given(meetings(regulation))
    def agree(record):
        record = {key: value for key, value in record.items() if key in OLD} | {"profile": which}
        record.setdefault("present", [])
        items = [{key: item[key] for key in ("question", "votes")} for item in record.get("items", ())]
        record["items"] = items
        old, new = oracle.answer(record), group_oracle.answer(regulation, record)
        assert (old["quorum"], old["presiding"]) == (new["quorum"], new["presiding"])
        assert (old["present"], old["led"] == "unknown") == (len(new["present"]), not new["presiding_known"])
        marks = [item["mark"].replace("holds", "decided") for item in old["items"]]
        assert marks == [item["mark"] for item in new["items"]]
        for key in ("adopted", "counted"):
            assert [item[key] for item in old["items"]] == [item[key] for item in new["items"]]
        assert bool(old["strays"]) == bool(new["breaches"])

    agree()


def test_the_oracle_imports_nothing_of_the_library():
    tree = ast.parse(Path(group_oracle.__file__).read_text(encoding="utf-8"))
    modules = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    modules += [name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]
    assert modules
    assert not [name for name in modules if name.split(".")[0] == "law189"]


# ─── What is drawn ───────────────────────────────────────────────────────────────────────────────────────


@settings(max_examples=size(100, 1000))
@given(cases())
def test_what_is_drawn_is_plain_and_has_an_answer(case):
    regulation, record = case
    assert json.loads(json.dumps([regulation, record])) == [regulation, record]
    said = group_oracle.answer(regulation, record)
    assert said["quorum"] in ("holds", "void", "unknown", None)
    for item in said["items"]:
        assert (item["adopted"] is None) == bool(item["why"]) == (item["mark"] != "decided")
        if item["adopted"] is not None:
            assert item["quorum"] == "holds"


@settings(max_examples=size(100, 1000))
@given(cases())
def test_saying_what_was_left_out_never_contradicts_the_answer(case):
    """Whatever the regulation turns out to say, what was answered without it stands."""
    regulation, record = case
    said = group_oracle.answer(regulation, record)
    voting = {seat["role"] for seat in regulation["seats"] if seat.get("votes", True)}
    for key, values in group_oracle.COULD_BE.items():
        if key in regulation:
            continue
        for value in values if key != "conflict_of_interest" else ("abstains",):
            told = group_oracle.answer(regulation | {key: {"value": value, "cite": "p1"}}, record)
            assert said["quorum"] in ("unknown", None, told["quorum"])
            for one, other in zip(said["items"], told["items"], strict=True):
                asked = (
                    key == "casting_vote" and other["adopted"] is None
                )  # nobody there could give that vote
                asked = asked and value != "nobody" and (value not in voting or "subgroup" in record)
                assert asked or one["adopted"] in (None, other["adopted"])


def test_every_kind_of_answer_is_drawn():
    seen = Counter()

    def all_seen(case):
        said = group_oracle.answer(*case)
        seen.update(
            {f"quorum {said['quorum']}", f"form {said['form']}", f"presiding {said['presiding_known']}"}
        )
        seen.update(f"silent {key}" for key in said["silent"])
        seen.update({f"breach {key}" for key, _ in said["breaches"]})
        for item in said["items"]:
            seen.update({f"adopted {item['adopted']}", *item["why"]})
            seen.update({f"breach {key}" for key, _ in item["breaches"]})
        return kinds <= seen.keys()

    kinds = {
        "quorum holds", "quorum void", "quorum unknown", "form meeting", "form absentee", "presiding True",
        "presiding False", "silent proxies", "silent absentee", "silent invited", "silent presiding",
        "silent quorum", "breach present", "breach proxies", "breach alternates", "breach vacant",
        "breach polled", "breach guests", "breach votes", "breach opinions", "breach conflicts", "adopted True",
        "adopted False", "adopted None", "quorum silent", "presiding void", "presiding unknown",
        "adoption silent", "absentee void", "absentee silent", "no votes", "casting_vote silent",
        "proxies silent", "opinions silent", "conflict_of_interest silent",
    }  # fmt: skip
    quiet = settings(max_examples=2_000, phases=[Phase.generate])
    with suppress(NoSuchExample):
        find(cases(), all_seen, settings=quiet)
    assert not [kind for kind in sorted(kinds) if not seen[kind]]
