"""What is written as one text and must be keys with values is shown as an entry that the library takes."""

import json
from importlib import import_module

import pytest
from pydantic import TypeAdapter

from law189.files.nodes import check, tree_of
from law189.files.parser import read_tree
from law189.files.shapes import EXAMPLES, shape
from law189.profile.terms import Term

ROOMS = {
    "Threshold": "profile.thresholds",
    "Notice": "profile.regulation",
    "TermInDays": "profile.regulation",
    "Decisions": "profile.regulation",
    "Minutes": "profile.regulation",
    "Occasion": "profile.counted",
    "Handed": "profile.documents",
    "Recipient": "extracts.parties",
    "Volume": "measures",
    "Suspension": "profile.validity",
    "Absentee": "profile.regulation",
    "Consumers": "profile.parameters",
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_example_is_taken_as_it_is_written(name):
    entry = getattr(import_module(f"law189.{ROOMS[name]}"), name)
    faults = []
    refused = check(tree_of({"a": "x"}), TypeAdapter(dict[str, entry]), "f", {}, faults)
    assert refused is None
    [fault] = faults
    said = fault.text.ru.rpartition("пишите ")[2]
    for text in (said, shape("model_type", name, "x").ru.removeprefix("пишите ")):
        found = []
        assert (
            check(read_tree(f"a: {text}", "f"), TypeAdapter(dict[str, entry]), "f", {}, found) is not None
        ), found
    json.dumps(EXAMPLES[name])


@pytest.mark.parametrize("said", ["постоянно", "5 рабочих дней", 5, True, None])
def test_a_term_in_words_is_shown_how_it_is_written(said):
    faults = []
    assert check(tree_of({"a": said}), TypeAdapter(dict[str, Term]), "f", {}, faults) is None
    [fault] = faults
    form, found = fault.text.ru.rpartition("пишите ")[2], []
    assert check(read_tree(f"a: {form}", "f"), TypeAdapter(dict[str, Term]), "f", {}, found) is not None, (
        found
    )
    assert json.loads(form) == {"kind": "after", "days": 5, "unit": "working_days"}


def test_what_has_a_kind_is_told_to_have_one():
    assert shape("model_attributes_type", None, "постоянно").ru == "пишите {kind: …}"
    assert shape("model_type", "Notice", []) is None
