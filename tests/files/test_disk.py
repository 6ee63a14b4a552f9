"""Files from disk: one value or a value a line, with places, or every fault with its line."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter

from law189.errors import FaultyInput
from law189.files.disk import read_file, read_lines, read_one
from law189.files.nodes import SIZE
from law189.law import Text

TEXT: TypeAdapter[Text] = TypeAdapter(Text)
GOOD = '{"ru": "кворум", "en": "quorum"}'


def written(tmp_path: Path, text: str | bytes, name: str = "my.jsonl") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def outcomes(path: Path) -> list[tuple[int, str]]:
    """Each line's number, and its value or its faults."""
    return [
        (number, read.told("en").removeprefix(f"{path}:") if isinstance(read, FaultyInput) else read.en)
        for number, read in read_lines(path, TEXT)
    ]


def test_json_is_read_with_places_or_faster_without(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD, "my.json")
    assert read_file(path).line == 1
    assert read_file(path, places=False).line is None
    assert read_file(path).plain() == read_file(path, places=False).plain()


def test_json_indented_with_tabs_keeps_its_places(tmp_path: Path) -> None:
    tree = read_file(written(tmp_path, '{\n\t"ru": "кворум",\n\t"en": "quorum"\n}', "my.json"))
    assert tree.keys == {"ru": (2, 2), "en": (3, 2)}


def test_yaml_is_read_with_places_always(tmp_path: Path) -> None:
    assert read_file(written(tmp_path, "ru: x", "my.yaml"), places=False).line == 1


def test_one_value_comes_with_its_line(tmp_path: Path) -> None:
    path = written(tmp_path, "# comment\nru: кворум\nen: quorum\n", "my.yaml")
    assert list(read_one(path, TEXT)) == [(2, Text("кворум", "quorum"))]


def test_one_faulty_value_comes_with_all_its_faults_in_order(tmp_path: Path) -> None:
    path = written(tmp_path, 'ne: x\nru: ""\n', "my.yaml")
    ((number, read),) = read_one(path, TEXT)
    assert number == 1
    assert isinstance(read, FaultyInput)
    assert [(fault.line, fault.key) for fault in read.faults] == [(1, "en"), (1, "ne"), (2, "ru")]


def test_each_line_is_a_value_or_its_faults_and_empty_lines_are_skipped(tmp_path: Path) -> None:
    path = written(tmp_path, f'{GOOD}\n\n{{"ru": "x"}}\n{{"ru": [\n{GOOD}')
    assert outcomes(path) == [
        (1, "quorum"),
        (3, "3:1 en: the English text is missing; add en"),
        (4, "4:8: a bracket is not closed; close it"),
        (5, "quorum"),
    ]


def test_a_doubled_key_in_a_line_is_refused_and_so_is_a_line_of_yaml(tmp_path: Path) -> None:
    path = written(tmp_path, '{"ru": "x", "ru": "y", "en": "z"}\n{ru: кворум, en: quorum}\n')
    assert outcomes(path) == [
        (1, "1:13: the key «ru» is given twice; keep one"),
        (2, "2:2: a key in double quotes is needed here; put it in quotes"),
    ]


def test_a_line_that_is_too_long_is_one_fault_and_the_next_keeps_its_number(tmp_path: Path) -> None:
    path = written(tmp_path, "[" * (3 * SIZE) + "\n" + GOOD + "\n" + "[" * (SIZE + 1))
    assert [number for number, _ in outcomes(path)] == [1, 2, 3]
    assert outcomes(path)[1] == (2, "quorum")


def test_a_deep_line_is_refused_where_it_grows_too_deep(tmp_path: Path) -> None:
    ((_, words),) = outcomes(written(tmp_path, "[" * 500 + "]" * 500))
    assert words.startswith("1:26: nested deeper than 24")


@pytest.mark.parametrize("name", ["none.jsonl", "a\0b", "x" * 5000])
def test_a_file_that_does_not_open_is_said_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(FaultyInput, match="the file does not open"):
        next(read_lines(tmp_path / name, TEXT))
    with pytest.raises(FaultyInput, match="the file does not open"):
        next(read_one(tmp_path / name, TEXT))
