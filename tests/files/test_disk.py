"""Files from disk: one value or a value a line, with places, or every fault with its line."""

import json
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from law189.errors import FaultyInput
from law189.files.disk import WHOLE, is_lines, read_all, read_file, read_lines, read_one, read_records
from law189.files.limits import SIZE
from law189.files.nodes import FAULTS, Loc
from law189.law import Entry, Text

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
    path = written(tmp_path, 'ur: x\nen: ""\n', "my.yaml")
    ((number, read),) = read_one(path, TEXT)
    assert number == 1
    assert isinstance(read, FaultyInput)
    assert [(fault.line, fault.key) for fault in read.faults] == [(1, "ru"), (1, "ur"), (2, "en")]


def test_each_line_is_a_value_or_its_faults_and_empty_lines_are_skipped(tmp_path: Path) -> None:
    path = written(tmp_path, f'{GOOD}\n\n{{"en": "x"}}\n{{"ru": [\n{GOOD}')
    assert outcomes(path) == [
        (1, "quorum"),
        (3, "3:1 ru: the Russian text is missing; add ru"),
        (4, "4:9: a bracket is not closed; close it"),
        (5, "quorum"),
    ]


def test_a_doubled_key_in_a_line_is_refused_and_yaml_is_no_json(tmp_path: Path) -> None:
    path = written(tmp_path, '{"ru": "x", "ru": "y", "en": "z"}\n{ru: кворум, en: quorum}\n')
    assert outcomes(path) == [
        (1, "1:13: the key «ru» is given twice; keep one"),
        (2, "2:2: the key «ru» is not in double quotes; put it in them"),
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


# ─── Every door is the same door ─────────────────────────────────────────────────────────────────────────


class Anything(Entry):
    """A value of any kind that a file may hold."""

    value: object


ANYTHING: TypeAdapter[Anything] = TypeAdapter(Anything)
NAMES = ["my.yaml", "my.YML", "my.json", "my.JSON", "my.jsonl", "my.JSONL", "my.ndjson", "my.NDJSON"]


def read_as(folder: Path, name: str, written_value: str) -> object:
    """The value as the file of that name gives it; None of a faulty one's values, but the class of the fault."""
    path = written(folder, '{"value": ' + written_value + "}\n", name)
    try:
        ((_, read),) = read_records(path, ANYTHING)
    except FaultyInput:
        return FaultyInput
    return FaultyInput if isinstance(read, FaultyInput) else read.value


@pytest.mark.parametrize(
    "value",
    [
        "7",
        "-7",
        "0",
        "0.5",
        "-12.25",
        "1" + "0" * 17,
        "true",
        "false",
        "null",
        '"1_000"',
        '"кворум"',
        '["a", 1]',
        *('"\\u0437\\ud83c\\udfd9"', '{"a": {"b": []}}', '"NaN"', '"1e2"'),
    ],
)
def test_one_text_is_one_value_whatever_the_name_of_its_file(tmp_path: Path, value: str) -> None:
    assert [read_as(tmp_path, name, value) for name in NAMES] == [json.loads(value)] * len(NAMES)


@pytest.mark.parametrize(
    "value",
    [
        "NaN",
        "None",
        "undefined",
        '"so\u00adft"',
        '"a\u0085b"',
        '"a\u2028b"',
        '"\u3164"',
        '"a\ufe0f"',
        '"\ue000"',
        *('"\\u00ad"', '"\\u0085"', '"\\u115f"', '"\\ud800"', '{"a": 1, "a": 2}', "[" * 30 + "]" * 30, "{"),
    ],
)
def test_what_one_file_refuses_every_file_refuses(tmp_path: Path, value: str) -> None:
    assert {read_as(tmp_path, name, value) for name in NAMES} == {FaultyInput}


@pytest.mark.parametrize(
    "number",
    ["1_000", "٣", "1e2", "1E+2", "+5", "0x10", "1:30", "007", ".5", "5.", "1" * 30, "Infinity", "-NaN"],
)
def test_no_file_reads_as_a_number_what_is_not_written_in_plain_digits(tmp_path: Path, number: str) -> None:
    for name in NAMES:
        read = read_as(tmp_path, name, number)
        assert read is FaultyInput or isinstance(read, str), (name, read)


@pytest.mark.parametrize(
    ("line", "place", "words"),
    [
        ('{"by": NaN}', 8, "«NaN» is no value of JSON; write null"),
        ('{"a": "NaN", "by": NaN}', 20, "«NaN» is no value of JSON; write null"),
        ('{"by": None}', 8, "«None» is no value of JSON; write null"),
        ('{"by": undefined}', 8, "«undefined» is no value of JSON; write null"),
        ('{"by": -Infinity}', 8, "«-Infinity» is no value of JSON"),
        ('{"by": True}', 8, "«True» is no value of JSON; write null where there is none, true or false"),
        ("{'by': 1}", 2, "the key «by» is not in double quotes"),
        ('{"n": 1_000}', 7, "«1_000» is no number of JSON"),
        ('{"n": 1e2}', 7, "«1e2» is a number in short form"),
        ('{"n": ' + "7" * 30 + "}", 7, "has 30 figures, and up to 19 are read"),
        ('{"n": 0.' + "7" * 50 + "}", 7, "too many figures after the point"),
        ('{"n": 012}', 7, "«012» is no number of JSON"),
        ('{"n": ٣}', 7, "«٣» is no number of JSON"),
        ('{"n": 1:30}', 8, "a comma, a colon or a bracket is missing here"),
        ('{"n" 1}', 6, "a comma, a colon or a bracket is missing here"),
        ("[1 2]", 4, "a comma, a colon or a bracket is missing here"),
        ('{"n": 1,}', 9, "a comma too many"),
        ('{"n": }', 7, "a comma too many, or no value after it"),
        ('{"n": :}', 7, "a value is missing here"),
        ('{"n": "a}', 7, "a quote is not closed"),
        ('{"n": "a\tb"}', 9, "a line break or a tab stands in the text"),
        ('{"n": "\\q"}', 8, "a backslash stands in double quotes"),
        ("{} {}", 4, "more text follows the value"),
        ("# a comment", 1, "JSON has no comments"),
    ],
)
def test_a_line_that_is_no_json_is_told_at_its_place(
    tmp_path: Path, line: str, place: int, words: str
) -> None:
    ((number, read),) = read_lines(written(tmp_path, line), ANYTHING)
    assert isinstance(read, FaultyInput)
    (fault,) = read.faults
    assert (number, fault.line) == (1, 1)
    assert words in fault.text.en
    assert fault.text.ru
    if not line.startswith('{"n": }') and "1,}" not in line:  # where Python stops differs by its version
        assert fault.column == place


def test_a_fault_in_right_json_is_told_at_its_place_and_the_value_is_that_of_json(tmp_path: Path) -> None:
    path = written(tmp_path, '{"ru": "x",\t"en": 5}\n{"' + "k" * 2_000 + '": 1}')
    assert outcomes(path)[0][1].startswith("1:19 en: text is needed, not 5")
    assert outcomes(path)[1][1].startswith("2:2: a key is longer than")


@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_only_the_file_may_begin_with_the_mark_that_some_editors_put_first(tmp_path: Path, mark: str) -> None:
    read = outcomes(written(tmp_path, f"\ufeff{GOOD}\n{mark}{GOOD}"))
    assert read[0] == (1, "quorum")
    assert read[1] == (2, "2:1: the text has the invisible sign U+FEFF; delete it" if mark else "quorum")


# ─── What is read can be told ────────────────────────────────────────────────────────────────────────────


@contextmanager
def in_seconds(seconds: int) -> Iterator[None]:
    """Fail rather than hang."""

    def fail(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, fail)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def test_only_a_plain_file_is_read_so_that_no_reading_is_without_end(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jsonl")
    for path, words in (
        (Path("/dev/zero"), "a device or a pipe"),
        (tmp_path / "pipe.jsonl", "a device or a pipe"),
        (tmp_path, "it is a folder"),
    ):
        for read in (read_lines, read_one, read_records):
            with in_seconds(20), pytest.raises(FaultyInput, match=words):
                next(iter(read(path, TEXT)))


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    os.truncate(path, WHOLE + 1)  # a hole: it takes no room
    with in_seconds(20), pytest.raises(FaultyInput, match="more than 2000000000 bytes; part it"):
        next(read_lines(path, TEXT))


@pytest.mark.parametrize("text", ["", "\n", " \n\t\r\n", "\ufeff"])
def test_a_file_of_lines_without_a_record_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(FaultyInput, match="the file has no record; write them one a line"):
        list(read_lines(written(tmp_path, text), TEXT))


def test_a_file_of_one_value_without_it_is_told(tmp_path: Path) -> None:
    with pytest.raises(FaultyInput, match="the file is empty; write the value"):
        next(read_one(written(tmp_path, "\n", "my.json"), ANYTHING))
    ((_, read),) = read_one(written(tmp_path, "\n", "my.yaml"), ANYTHING)
    assert isinstance(read, FaultyInput)
    assert "but the value is empty" in read.told("en")


def test_all_records_come_at_once_or_a_hundred_faults_and_how_many_more(tmp_path: Path) -> None:
    quorum = Text("кворум", "quorum")
    assert read_all(written(tmp_path, f"{GOOD}\n{GOOD}"), TEXT) == [(1, quorum), (2, quorum)]
    with pytest.raises(FaultyInput) as caught:
        read_all(written(tmp_path, f'{GOOD}\n{{"en": "x"}}\n' * 150), TEXT)
    assert len(caught.value.faults) == FAULTS + 1
    assert caught.value.faults[-1].text.en == "and more faults: 50; mend these and check again"
    assert caught.value.faults[-1].text.ru.startswith("и ещё ошибок: 50")


def test_what_else_is_wrong_with_a_value_is_told_at_its_place(tmp_path: Path) -> None:
    def also(text: Text) -> Iterator[tuple[Loc, Text]]:
        if text.en == "quorum":
            yield ("en",), Text("не то слово", "not the word")

    path = written(tmp_path, f'{GOOD}\n{{"ru": "x", "en": "y"}}')
    told = [
        read.told("en") if isinstance(read, FaultyInput) else read.en
        for _, read in read_lines(path, TEXT, also)
    ]
    assert told == [f"{path}:1:24 en: not the word", "y"]


def test_the_name_says_whether_a_file_is_one_of_lines() -> None:
    assert [is_lines(Path(name)) for name in NAMES] == [False] * 4 + [True] * 4
