"""The bytes of a plain file: whoever reads them is told in words where the disk gives no more of them."""

import gzip
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from law189.errors import FaultyInput
from law189.files.disk import read_data, read_lines, read_text
from law189.files.opened import _Plain, open_plain
from law189.files.packed import gzipped

MEMORY = Path("/proc/self/mem")
"""A plain file that opens, and at whose beginning nothing can be read."""


def closed_after(path, read):
    with open_plain(path) as opened:
        return read(opened)


READERS = {
    "data": lambda path: read_data(path, 10),
    "text": read_text,
    "lines": lambda path: list(read_lines(path, TypeAdapter(int))),
    "packed": lambda path: list(gzipped(path).lines()),
    "all": lambda path: closed_after(path, lambda opened: opened.read()),
    "raw": lambda path: closed_after(path, lambda opened: opened.raw.readall()),
}


@pytest.mark.skipif(not MEMORY.exists(), reason="a file of Linux")
@pytest.mark.parametrize("name", READERS)
def test_whoever_reads_is_told_in_words_that_the_file_is_not_read(name):
    with pytest.raises(FaultyInput) as caught:
        READERS[name](MEMORY)
    assert caught.value.told("ru") == (
        f"{MEMORY}: файл не читается до конца; проверьте диск или скопируйте данные в обычный файл"
    )


def test_what_breaks_off_in_the_middle_is_told_too(tmp_path, monkeypatch):
    (file := tmp_path / "long.jsonl").write_bytes(b"1\n" * 1_000_000)
    left = [3]

    class Breaking(_Plain):
        def _next(self, buffer):
            left[0] -= 1
            if not left[0]:
                raise OSError(5, "Input/output error")
            return super()._next(buffer)

    monkeypatch.setattr("law189.files.opened._Plain", Breaking)
    with pytest.raises(FaultyInput, match="not read to its end"):
        list(read_lines(file, TypeAdapter(int)))


def test_all_of_a_file_is_read(tmp_path):
    (file := tmp_path / "steps.jsonl.gz").write_bytes(gzip.compress(b"1\n2\n"))
    with open_plain(file) as opened:
        assert opened.read() == file.read_bytes()
    assert list(gzipped(file).lines()) == [b"1\n", b"2\n"]
