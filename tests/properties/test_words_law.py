"""What a person writes in words says something: no blank text passes, and no yes or no stands for words."""

import inspect
import json
import pkgutil
from importlib import import_module

import pytest
from pydantic import TypeAdapter, ValidationError

import law189
from law189.casebook.line import LINE
from law189.errors import FaultyInput
from law189.files.clean import clean
from law189.files.nodes import check, tree_of
from law189.law import Entry, Text, Words
from law189.profile.documents import Handed
from law189.profile.edition import Edition

STEP = {"history": "1", "lifecycle": "order", "kind": "approved", "on": "2024-01-09"}
BLANKS = (" ", "   ", "\t", "\u00a0")
NOTHING = (True, False, "да", "Нет", "true", "false", "-", "—", "…", "отсутствует")
ROOMS = ("cases", "extracts", "law", "profile", "workflows", "audit", "casebook")


def entries():
    """Every class of entry of this library."""
    for room in ROOMS:
        package = import_module(f"law189.{room}")
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            import_module(found.name)
    ahead, seen = [Entry], {}
    while ahead:
        for one in ahead.pop().__subclasses__():
            if one.__module__.startswith(law189.__name__) and not inspect.isabstract(one) and one not in seen:
                seen[one] = None
                ahead.append(one)
    return [one for one in seen if one.model_fields]


ENTRIES = [one for one in entries() if one is not Edition]  # which is read with its profile alone


def of_words(annotation):
    return _NAME in str(annotation)


_NAME = "_words at"
WORDED = [
    (one, name)
    for one in ENTRIES
    for name, field in one.model_fields.items()
    if of_words((field.annotation, field.metadata)) and "tuple" not in str(field.annotation)
]


def said_of(entry, key, value):
    """The reasons for which a constructor refuses that key."""
    alias = entry.model_fields[key].alias or key
    with pytest.raises(ValidationError) as refused:
        entry(**{alias: value})
    return [one for one in refused.value.errors() if one["loc"] and one["loc"][0] in (key, alias)]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda one: one.__name__)
def test_no_constructor_takes_a_blank_text(entry):
    for key in entry.model_fields:
        for value in BLANKS:
            assert said_of(entry, key, value), (key, value)


@pytest.mark.parametrize(("entry", "key"), WORDED, ids=[f"{one.__name__}-{key}" for one, key in WORDED])
def test_no_yes_or_no_stands_for_words(entry, key):
    for value in NOTHING:
        for told in said_of(entry, key, value):
            assert "quotes" not in told["msg"], told
        assert said_of(entry, key, value)


def test_many_fields_are_of_words():
    names = {(one.__name__, key) for one, key in WORDED}
    assert {("Handed", "impossibility"), ("Decision", "reason"), ("ItemRecord", "question")} <= names
    assert len(names) > 30


@pytest.mark.parametrize("value", BLANKS)
def test_no_file_gives_a_blank_text(value):
    faults = []
    assert check(tree_of({"a": ["x", {"b": value}]}), TypeAdapter(dict), "f", {}, faults) is None
    assert [fault.told("en") for fault in faults] == ["f a[1].b: empty text; write the value"]
    for escaped in (True, False):
        line = json.dumps({"a": value}, ensure_ascii=escaped).encode()
        assert clean(line, TypeAdapter(dict)) is None
    assert clean(b'{"a" : "x" , "b":"y"}', TypeAdapter(dict)) == {"a": "x", "b": "y"}


@pytest.mark.parametrize("value", ["нет связи", "б/н", "17", "акт о сбое № 4", "Да будет так"])
def test_words_that_say_something_pass(value):
    assert TypeAdapter(Words).validate_python(value) == value
    assert Handed(form="paper", impossibility=value).impossibility == value


@pytest.mark.parametrize("value", NOTHING)
def test_the_record_of_an_impossibility_is_no_yes_or_no(value):
    faults = []
    assert (
        check(tree_of({"form": "paper", "impossibility": value}), TypeAdapter(Handed), "f", {}, faults)
        is None
    )
    [fault] = faults
    assert "впишите, чем подтверждена невозможность; если её не было, уберите ключ" in fault.text.ru
    assert "кавычки" not in fault.text.ru


def test_a_blank_word_of_a_file_is_told_once():
    faults = []
    check(tree_of({"form": "paper", "impossibility": "  "}), TypeAdapter(Handed), "f", {}, faults)
    assert len(faults) == 1
    with pytest.raises((FaultyInput, ValidationError)):
        LINE.validate_python(
            {"history": "1", "lifecycle": "order", "kind": "approved", "on": "2024-01-09", "by": " "}
        )
    assert Text("а").en == "а"
