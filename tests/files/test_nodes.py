"""Reading what people wrote: places of values, faults in the order of the file, keys as a person names them."""

from typing import Literal

import pytest
from pydantic import TypeAdapter

from law189.errors import Fault
from law189.files.nodes import Node, check, fault_at, in_order, key_of, tree_of
from law189.files.parser import read_tree
from law189.law import Entry, Text
from law189.profile.terms import Term

WORDS = Text("слова", "words")


class Step(Entry):
    """An entry whose kind could be mistaken for a key."""

    kind: Literal["title"]
    title: Text


def faults(text: str, adapter: TypeAdapter[object]) -> list[str]:
    found: list[Fault] = []
    check(read_tree(text, "my.yaml"), adapter, "my.yaml", {}, found)
    return [f"{fault.line}:{fault.column} {fault.key}" for fault in found]


def test_a_node_is_found_along_a_path_and_what_is_not_there_is_skipped() -> None:
    tree = tree_of({"seats": [{"id": "chair"}, {"id": "deputy"}]})
    node, path = tree.at(("seats", 1, "id"))
    assert (node.content, path) == ("deputy", ("seats", 1, "id"))
    assert tree.at(("seats", 1, "office"))[1] == ("seats", 1)
    assert tree.at(("seats", 2, "id"))[1] == ("seats",)
    assert tree.at(("plan", 0))[0] is tree


def test_the_kind_of_a_term_is_no_key_on_the_way_to_its_fault() -> None:
    term: TypeAdapter[object] = TypeAdapter(Term)
    assert faults("{kind: year, year: x}", term) == ["1:20 year"]
    assert faults("{kind: year}", term) == ["1:1 year"]
    assert faults("{kind: year, year: 2023, yaer: 1}", term) == ["1:26 yaer"]
    assert faults("{kind: quarter, quarter: 4}", term) == ["1:1 year"]
    assert faults("{kind: yaer}", term) == ["1:8 kind"]
    assert faults("{year: 2023}", term) == ["1:1 kind"]


def test_a_kind_that_is_also_a_key_with_values_within_is_a_key() -> None:
    assert faults("{kind: title, title: {en: word}}", TypeAdapter(Step)) == ["1:22 title.ru"]


def test_a_list_is_not_called_too_short_because_its_entries_are_faulty() -> None:
    assert faults("- {kind: title}\n", TypeAdapter(tuple[Step, ...])) == ["1:3 [0].title"]


def test_a_copy_has_nodes_of_its_own_with_the_same_places() -> None:
    tree = read_tree("a: [b, {c: d}]", "my.yaml")
    copied = tree.copy()
    assert copied == tree
    copied.content["a"].content[1].content["c"] = Node("e")
    assert tree.plain() == {"a": ["b", {"c": "d"}]}


def test_faults_come_once_each_in_the_order_of_the_file_and_those_without_a_place_last() -> None:
    first, second = (Fault("my.yaml", line, 1, "", WORDS) for line in (2, 10))
    nowhere = Fault("my.yaml", None, None, "", WORDS)
    assert in_order([nowhere, second, first, second]) == [first, second, nowhere]


def test_a_place_is_named_as_a_person_would_name_it() -> None:
    assert key_of(("working_group", "seats", 2, "office")) == "working_group.seats[2].office"
    assert key_of((0, "ti\u202etle")) == r"[0].ti\u202etle"
    assert key_of(()) == ""


def test_a_fault_is_put_at_the_deepest_value_there_is() -> None:
    tree = read_tree("group:\n  head: x\n", "my.yaml")
    fault = fault_at(tree, "my.yaml", ("group", "head", "ru"), WORDS)
    assert fault.told("en") == "my.yaml:2:9 group.head: words"


@pytest.mark.parametrize("text", ["{a: {chair:for, deputy: for}}", "{a: {chair:for}}"])
@pytest.mark.parametrize("kind", [dict[str, dict[str, str]], dict[str, dict[str, Literal["for"]]]])
def test_a_key_that_holds_its_value_is_told_a_blank(text: str, kind: object) -> None:
    found: list[Fault] = []
    check(read_tree(text, "my.yaml"), TypeAdapter(kind), "my.yaml", {}, found)
    glued = [fault.text.ru for fault in found if "chair:for" in fault.key]
    assert glued
    assert set(glued) <= {"после двоеточия нужен пробел: chair: for"}


def test_a_key_with_a_colon_and_a_value_is_told_as_any_other() -> None:
    found: list[Fault] = []
    check(read_tree("{'a:b': [1]}", "my.yaml"), TypeAdapter(dict[str, str]), "my.yaml", {}, found)
    assert [fault.text.ru for fault in found] != ["после двоеточия нужен пробел: a: b"]
