"""What is written as one text and must be keys with values is shown as an entry that the library takes."""

import json
from importlib import import_module
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

import pytest
from pydantic import TypeAdapter

from law189.files.nodes import check, tree_of
from law189.files.parser import read_tree
from law189.files.shapes import EXAMPLES, shape
from law189.law import Entry
from law189.profile.terms import Term


def told(words):
    """What the words say to write, or the forms that they show."""
    return words.rpartition("в таком виде: " if "в таком виде" in words else "пишите ")[2].split(" или ")


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
    said = told(fault.text.ru)
    for text in said if name == "Threshold" else (*said, *told(shape("model_type", name, "x").ru)):
        found = []
        assert (
            check(read_tree(f"a: {text}", "f"), TypeAdapter(dict[str, entry]), "f", {}, found) is not None
        ), found
    json.dumps(EXAMPLES[name])


TERMS = TypeAdapter(dict[str, Term])


@pytest.mark.parametrize("said", ["постоянно", "5 дней", 5, True, None])
def test_a_term_that_words_do_not_say_is_shown_in_several_forms(said):
    faults = []
    assert check(tree_of({"a": said}), TERMS, "f", {}, faults) is None
    [fault] = faults
    assert "; пишите" not in fault.text.ru
    assert len(told(fault.text.ru)) > 1
    for form in told(fault.text.ru):
        assert check(read_tree(f"a: {form}", "f"), TERMS, "f", {}, []) is not None


@pytest.mark.parametrize(
    ("said", "term"),
    [
        ("2023 год", {"kind": "year", "year": 2023}),
        (2023, {"kind": "year", "year": 2023}),
        ("ежеквартально", {"kind": "regular", "times": 1, "per": "quarter"}),
        ("5 рабочих дней", {"kind": "after", "days": 5, "unit": "working_days"}),
        ("до утверждения порядка: нового", None),
    ],
)
def test_the_term_that_words_say_is_told_to_be_written(said, term):
    faults = []
    assert check(tree_of({"a": said}), TERMS, "f", {}, faults) is None
    [fault] = faults
    if term is None:
        assert "; пишите" not in fault.text.ru
        return
    [form] = told(fault.text.ru)
    assert read_tree(f"a: {form}", "f").plain() == {"a": json.loads(json.dumps(term))}
    assert check(read_tree(f"a: {form}", "f"), TERMS, "f", {}, []) is not None


def test_an_event_in_words_is_taken_over_as_it_is_said():
    assert told(shape("model_type", "Occasion", "утверждения заказа").ru) == [
        "{kind: other, what: {ru: утверждения заказа}}"
    ]


def test_what_has_a_kind_is_shown_to_have_one():
    assert shape("model_attributes_type", None, "постоянно").ru.endswith("{kind: …}")
    assert shape("model_type", "Notice", []) is None


def members(annotation):
    """The members of the unions of a type of the profile, each as a list."""
    inner = get_args(annotation)
    if get_origin(annotation) in (Union, UnionType):
        yield [one for one in inner if one is not NoneType]
    for one in inner:
        yield from members(one)


def shapes_of(member):
    """What a message must name of a member: its words, or the keys that it must have or may have."""
    inner = get_args(member)
    if get_origin(member) is Annotated:
        yield from shapes_of(inner[0])
    elif get_origin(member) is Literal:
        yield from (frozenset({str(one)}) for one in inner)
    elif isinstance(member, type) and issubclass(member, Entry):
        yield frozenset(member.known_keys())


def unions():
    """Every union of words and entries under a key of the profile."""
    seen = {}
    for entry in ENTRIES:
        for name, field in entry.model_fields.items():
            if field.discriminator is not None:  # its members are told apart by their kind alone
                continue
            for some in members(
                Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
            ):
                keys = [one for member in some for one in shapes_of(member)]
                if len(some) > 1 and any(len(one) > 1 for one in keys) and any(len(one) == 1 for one in keys):
                    seen[f"{entry.__name__}.{name}"] = (field, keys)
    return seen


def every(entry):
    """The entry and all that are made of it."""
    for one in entry.__subclasses__():
        yield one
        yield from every(one)


ENTRIES = {
    one for one in every(Entry) if one.__module__.startswith("law189.profile") and not one.__subclasses__()
}
UNIONS = unions()


@pytest.mark.parametrize("name", UNIONS)
@pytest.mark.parametrize("said", ["нечто иное", "something", 3.25])
def test_a_hint_names_every_member_of_a_union(name, said):
    field, keys = UNIONS[name]
    adapter = TypeAdapter(dict[str, Annotated[field.annotation, *field.metadata]])
    faults = []
    taken = check(tree_of({"a": said}), adapter, "f", {}, faults)
    if taken is not None:
        return
    words = " ".join(fault.text.ru for fault in faults)
    for one in keys:
        assert any(key in words for key in one), (one, words)
