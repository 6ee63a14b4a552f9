"""Parsing a file: YAML 1.2 and JSON into values with places; what no person writes by hand is refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import places
import pytest
from night import some
from ruamel.yaml import YAML
from ruamel.yaml.parser import Parser

from law189.errors import Fault, FaultyInput
from law189.files import parser
from law189.files.limits import SIZE
from law189.files.nodes import Node
from law189.files.parser import read_bytes, read_tree


def refused(text: str) -> Fault:
    with pytest.raises(FaultyInput) as caught:
        read_tree(text, "my.yaml")
    (fault,) = caught.value.faults
    return fault


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("false", False),
        ("2023", 2023),
        ("-7", -7),
        ("1/2", "1/2"),
        ("0.5", 0.5),
        (".inf", ".inf"),
        ("1e3", "1e3"),
        ("0x1F", "0x1F"),
        ("12345678901234567890", "12345678901234567890"),
        ("yes", "yes"),
        ("2023-09-22", "2023-09-22"),
        ('"2023"', "2023"),
        ("'true'", "true"),
        ("[1, [a], {b: c}]", [1, ["a"], {"b": "c"}]),
        ('{"a": "\\u0437\\ud83c\\udfd9"}', {"a": "з🏙"}),
        ('{"\\u0437\\ud83c\\udfd9": 1}', {"з🏙": 1}),
        ("%YAML 1.1\n---\na: yes", {"a": "yes"}),
    ],
)
def test_a_value_is_read_as_yaml_1_2_says_and_rare_numbers_stay_words(text: str, value: object) -> None:
    assert read_tree(text, "my.yaml").plain() == value


def test_each_value_and_each_key_has_its_line_and_column() -> None:
    tree = read_tree("# comment\ngroup:\n  seats: [chair,\n          deputy]\n", "my.yaml")
    seats = tree.content["group"].content["seats"]
    assert (seats.line, seats.column) == (3, 10)
    assert [(seat.line, seat.column) for seat in seats.content] == [(3, 11), (4, 11)]
    assert tree.keys == {"group": (2, 1)}


def test_a_value_that_is_not_written_has_the_place_of_its_key() -> None:
    empty = read_tree("group:\n  seats:\n\nplan: []", "my.yaml").content["group"].content["seats"]
    assert (empty.content, empty.line, empty.column) == (None, 2, 3)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: &b 1", (1, 4), "ссылки и якоря"),
        ("a: *b", (1, 4), "ссылки и якоря"),
        ("a: !!binary x", (1, 4), "метка типа «binary»"),
        ("a: 1\nb: !" + "x" * 30_000, (2, 4), "метка типа длиннее"),
        ("a: 1\na: 2", (2, 1), "ключ «a» указан дважды"),
        ('{"\\ud83c\\udfd9": 1, "🏙": 2}', (1, 21), "ключ «🏙» указан дважды"),
        ("[a]: 1", (1, 1), "ключ должен быть словом"),
        ("'': 1", (1, 1), "ключ должен быть словом"),
        ('"a\\nb": 1', (1, 1), r"в ключе «a\nb» есть невидимый знак"),
        ("a: 1\n---\nb: 2", (2, 1), "больше одного документа"),
        ('a: "\\u202e"', (1, 4), "невидимый знак U+202E"),
        ('a: "\\ud800"', (1, 4), "невидимый знак U+D800"),
        ('"\\udfd9\\ud83c": 1', (1, 1), r"в ключе «\udfd9\ud83c» есть невидимый знак"),
        ("a: [", (1, 5), "скобка не закрыта; закройте её"),
        ("a: b: c", (1, 5), "двоеточие здесь лишнее"),
        ("a:\n\tb: 1", (2, 1), "табуляция"),
        ("a: @x", (1, 4), "с этого знака значение не начинают"),
        ("a: [1, 2\nb: 3", (1, 4), "скобка не закрыта"),
        ("a: {b: 1", (1, 4), "скобка не закрыта"),
        ('a: "b', (1, 4), "кавычка не закрыта"),
        ("a: 1\nb\nc: 2", (2, 1), "после ключа нет двоеточия"),
        ('a: "\\q"', (1, 6), "обратная косая черта"),
        ('a: "b" c', (1, 8), "здесь лишний текст"),
        ("a:\n  b: 1\n c: 2", (3, 2), "строка не на своём месте"),
        ('a: "\\UFFFFFFFF"', (None, None), "строка не на своём месте"),
        ("[" * 30, (1, 26), "вложенность больше 24"),
        ("[" + "1, " * 9_000 + "]", (1, 23999), "значений больше 8000"),
    ],
)
def test_what_is_no_profile_is_refused_at_its_place(
    text: str, place: tuple[int | None, int | None], words: str
) -> None:
    fault = refused(text)
    assert (fault.line, fault.column) == place
    assert words in fault.text.ru


def test_the_words_are_the_same_where_the_parser_in_c_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = refused("a: [1, 2\nb: 3")
    monkeypatch.setattr(parser, "Parser", None)  # now the parser at hand counts as the one in C
    assert refused("a: [1, 2\nb: 3") == ours
    assert read_tree("a: [1, 2]", "my.yaml").plain() == {"a": [1, 2]}


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        (b"a" * (SIZE + 1), (None, None), "размер больше"),
        ("a: 1\nб: 2".encode("cp1251"), (2, 1), "не в кодировке UTF-8"),
        ("\ufeffимя: ".encode() + b"\xff", (1, 6), "не в кодировке UTF-8"),
        (b"a: 1\nb: \x00", (2, 4), "невидимый знак U+0000"),
        ("имя: го\u202eрод".encode(), (1, 8), "невидимый знак U+202E"),
    ],
)
def test_bytes_that_are_no_text_are_refused_at_their_place(
    data: bytes, place: tuple[int | None, int | None], words: str
) -> None:
    with pytest.raises(FaultyInput) as caught:
        read_bytes(data, "my.yaml")
    (fault,) = caught.value.faults
    assert (fault.line, fault.column) == place
    assert words in fault.text.ru


def test_the_mark_that_some_editors_put_first_is_dropped() -> None:
    assert read_bytes("\ufeffимя: город".encode(), "my.yaml") == "имя: город"


# ─── Two parsers ─────────────────────────────────────────────────────────────────────────────────────────

FILES = [
    *sorted(places.PROFILES.rglob("*.yaml")),
    *sorted(places.DECREES.glob("*.yaml")),
    *sorted((places.ROOT / "src/law189/data").rglob("*.yaml")),
]


def seen(node: Node) -> Any:
    """What a value says, with the place of everything in it."""
    content = node.content
    if isinstance(content, dict):
        content = {key: (node.keys[key], seen(inner)) for key, inner in content.items()}
    elif isinstance(content, list):
        content = [seen(inner) for inner in content]
    return node.line, node.column, content


def told(read: Callable[[], Node]) -> Any:
    """What is read, or every fault."""
    try:
        return seen(read())
    except FaultyInput as error:
        return error.faults


@pytest.mark.skipif(YAML(typ="safe").Parser is Parser, reason="the extra `fast` is not installed")
@pytest.mark.parametrize("file", some(FILES, FILES[::3]), ids=lambda file: f"{file.parent.name}/{file.name}")
def test_the_parser_in_c_reads_every_value_and_every_place_as_the_one_in_python(file: Path) -> None:
    text = read_bytes(file.read_bytes(), file.name)
    assert told(lambda: parser._tree_or_why(text, file.name)) == told(lambda: read_tree(text, file.name))
