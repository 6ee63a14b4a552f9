"""A stream in place of a file: the same values and the same faults, within the same bounds."""

import io
import json
from collections import deque

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from night import size
from pydantic import TypeAdapter

from law189.errors import FaultyInput
from law189.files import given as module
from law189.files.disk import is_lines, read_all, read_file, read_lines, read_records, read_text
from law189.files.foreign import encoded
from law189.files.given import FORMS, Given, Unread, form_of
from law189.files.limits import SIZE
from law189.law import Text

ANY = TypeAdapter(dict[str, int])
NAME = "given"


def stream(data, forms=FORMS, form=None, **more):
    return Given(NAME, lambda: io.BytesIO(data), forms, form, **more)


def told(read):
    """What was read, or every fault, whatever the file is called."""
    try:
        found = list(read())
    except FaultyInput as error:
        found = [(0, error)]
    return [
        (n, [(f.line, f.column, f.key, f.text) for f in v.faults] if isinstance(v, FaultyInput) else v)
        for n, v in found
    ]


PIECES = st.sampled_from(
    [
        '{"a": 1}',
        '{"a": "x"}',
        "{",
        "}",
        "[",
        "a: 1",
        "\n",
        "\r\n",
        " ",
        "\ufeff",
        "\x00",
        "«",
        '{"a": 1, "a": 2}',
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=12).map("".join).map(str.encode),
    st.binary(max_size=40),
    st.just(b'{"a": "' + b"x" * SIZE + b'"}\n{"a": 1}'),
    st.just(b"\xff\n" + b"x" * (2 * SIZE) + b"\n"),
)


@pytest.mark.parametrize("form", FORMS)
@given(data=TEXTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=size(60, 600))
def test_a_stream_is_read_as_the_file_of_that_form(form, data, tmp_path):
    """Where one line is at hand and where all lines are, they seem to be in the same encoding."""
    if len(data) < SIZE and not all(encoded(line) in (None, encoded(data)) for line in data.splitlines()):
        return
    file = tmp_path / f"file.{form}"
    file.write_bytes(data)
    found = stream(data, form=form)
    assert is_lines(found) is is_lines(file)
    assert told(lambda: read_records(stream(data, form=form), ANY)) == told(lambda: read_records(file, ANY))


@given(data=TEXTS)
def test_lines_that_are_kept_are_read_again(data):
    kept = stream(data, ("jsonl",), "jsonl", again=True)
    first = told(lambda: read_lines(kept, ANY))
    assert told(lambda: read_lines(kept, ANY)) == first
    assert first == told(lambda: read_lines(stream(data, form="jsonl"), ANY))


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_a_text_is_read_again(form):
    kept = stream(b'{"a": 1}', form=form)
    assert read_file(kept).plain() == read_file(kept).plain() == {"a": 1}
    assert read_text(kept) == '{"a": 1}'


# ─── The form, where nobody says it ──────────────────────────────────────────────────────────────────────

PLAIN = st.recursive(st.integers() | st.text(max_size=5), lambda one: st.lists(one, max_size=3), max_leaves=5)
MAPPINGS = st.dictionaries(st.text(max_size=5), PLAIN, max_size=4)


@given(value=MAPPINGS | st.lists(MAPPINGS, max_size=3), indent=st.sampled_from([None, 1, 2, 4]))
def test_json_is_known_by_its_bracket(value, indent):
    data = json.dumps(value, indent=indent).encode()
    assert stream(data).form == stream(b"\xef\xbb\xbf\n \n" + data).form == "json"


@given(st.lists(MAPPINGS, min_size=2, max_size=4))
def test_json_lines_are_known_by_two_brackets_where_they_are_read(values):
    data = "\n\n".join(map(json.dumps, values)).encode()
    assert stream(data).form == "jsonl"
    assert stream(data, ("yaml", "json")).form == "json"


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"profile: my\n", b"- {a: 1}\n", b"# {\n{a: 1}", b"\xff\xfe{", b"---\n{"]
)
def test_everything_else_is_yaml(data):
    assert stream(data).form == form_of([data], FORMS) == "yaml"


def test_json_with_a_mistake_stays_json():
    """The text is right YAML, and it is refused."""
    with pytest.raises(FaultyInput, match=r"given:1:7: .*no value of JSON"):
        read_file(stream(b'{"a": no}'))


# ─── Bounds and streams that break ───────────────────────────────────────────────────────────────────────


class Endless(io.RawIOBase):
    """Gives that piece for ever, and counts what was taken of it."""

    def __init__(self, piece):
        self.piece, self.taken = piece, 0

    def readable(self):
        return True

    def readinto(self, buffer):
        size = min(len(buffer), len(self.piece))
        buffer[:size] = self.piece[:size]
        self.taken += size
        return size


@pytest.mark.parametrize("piece", [b"\0" * 4096, b"x\n" * 2048, b"\n" * 4096, b'{"a": 1}\n' * 400])
@pytest.mark.parametrize("form", [*FORMS, None])
def test_a_stream_without_end_is_left_at_the_bound(piece, form, monkeypatch):
    monkeypatch.setattr(module, "WHOLE", 20_000)
    endless = Endless(piece)
    found = Given(NAME, lambda: io.BufferedReader(endless), FORMS, form)
    with pytest.raises(FaultyInput, match="more than"):
        deque(read_records(found, ANY), maxlen=0)
    assert endless.taken <= SIZE + 2 * io.DEFAULT_BUFFER_SIZE


def broken(error):
    def opens():
        raise error

    return opens


@pytest.mark.parametrize(
    "read", [read_text, lambda g: read_all(g, ANY), is_lines, lambda g: list(read_records(g, ANY))]
)
@pytest.mark.parametrize("form", [None, "json", "jsonl"])
def test_a_stream_that_breaks_is_a_fault(read, form):
    if read is is_lines and form is not None:
        return  # what is known is not read
    with pytest.raises(FaultyInput, match="given: it is not read: gone; get another"):
        read(Given(NAME, broken(Unread(Text("нет", "gone; get another"))), FORMS, form))
    for error in (OSError(5, "broken"), ValueError("I/O operation on closed file")):
        with pytest.raises(FaultyInput, match="broke off or is closed; check"):
            read(Given(NAME, broken(error), FORMS, form))
