"""Файлы (files): what people wrote, from disk, each value with its place or every fault with its line.

JSON that is right is read fast and without places; where anything is wrong, the slow reader finds where. Only
files are read: a pipe or a device may never end.

>>> from pydantic import TypeAdapter
>>> next(read_one(Path("no-such.yaml"), TypeAdapter(int)))
Traceback (most recent call last):
    ...
law189.errors.FaultyInput: no-such.yaml: the file does not open: there is no such file; check its name
"""

import errno
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import IO, Any, NoReturn, TypeAlias, TypeVar

from pydantic import TypeAdapter

from law189.errors import Fault, FaultyInput
from law189.files.json_parser import quick, read_json
from law189.files.nodes import SIZE, Loc, Node, check, fault_at, in_order, stop
from law189.files.text import read_bytes
from law189.law import Text

__all__ = ["JSON_LINES", "Asked", "is_lines", "read_file", "read_lines", "read_one"]

T = TypeVar("T")
Asked: TypeAlias = Callable[[T], Iterable[tuple[Loc, Text]]]
"""What else is asked of a value that is right in itself: the place within it and the words of each fault."""
JSON_LINES = (".jsonl", ".ndjson")
"""How the name of a JSON Lines file ends, in any case of letters."""


def is_lines(path: Path) -> bool:
    """Whether the file is JSON Lines by its name."""
    return path.suffix.lower() in JSON_LINES


def read_file(path: Path, *, places: bool = True) -> Node:
    """The values of a YAML or JSON file. Raises `FaultyInput` where it cannot be read."""
    file = str(path)
    with _opened(path) as opened:
        data = opened.read(SIZE + 1)
    text = read_bytes(data, file)
    if path.suffix.lower() == ".json":
        return (None if places else quick(text)) or read_json(text, file)
    from law189.files.parser import read_tree  # slow to import

    return read_tree(text, file)


def read_one(
    path: Path, adapter: TypeAdapter[T], asked: Asked[T] | None = None
) -> Iterator[tuple[int, T | FaultyInput]]:
    """The one value of a YAML or JSON file, with its line, or what is wrong with it.

    Raises `FaultyInput` where the file cannot be read at all.
    """
    tree, file = read_file(path), str(path)
    faults: list[Fault] = []
    value = check(tree, adapter, file, {}, faults)
    if not faults and asked is not None:
        faults += [fault_at(tree, file, loc, words) for loc, words in asked(value)]
    yield tree.line or 1, FaultyInput(in_order(faults)) if faults else value


def read_lines(
    path: Path, adapter: TypeAdapter[T], asked: Asked[T] | None = None, *, empty: bool = False
) -> Iterator[tuple[int, T | FaultyInput]]:
    """Each line of a JSON Lines file, with its number, or what is wrong with it; empty lines are skipped.

    Raises `FaultyInput` where the file does not open, or has no line at all and may not be `empty`.
    """
    with _opened(path) as opened:
        for number, data in enumerate(_lines(opened), start=1):
            if data.strip():
                empty = True
                faults: list[Fault] = []
                value = _line(data, str(path), adapter, faults, asked)
                found = [Fault(f.file, number, f.column, f.key, f.text) for f in in_order(faults)]
                yield number, FaultyInput(found) if found else value
    if not empty:
        stop(
            str(path),
            "файл пуст: в нём нет ни одной строки; впишите их или не указывайте файл",
            "the file is empty: it has no line; write them, or do not give the file",
        )


def _lines(opened: IO[bytes]) -> Iterator[bytes]:
    """Each line; of one that is too long, as much as shows that it is."""
    while data := opened.readline(SIZE + 1):
        yield data
        while len(data) > SIZE and not data.endswith(b"\n"):
            data = opened.readline(SIZE + 1)


def _line(
    data: bytes, file: str, adapter: TypeAdapter[T], faults: list[Fault], asked: Asked[T] | None
) -> Any:
    try:
        text = read_bytes(data, file)
        tree = quick(text) or read_json(text, file)
        found: list[Fault] = []
        value = check(tree, adapter, file, {}, found)
        told = list(asked(value)) if asked is not None and not found else []
        if not (found or told):
            return value
        tree = read_json(text, file)  # with places
        check(tree, adapter, file, {}, faults)
        faults += [fault_at(tree, file, loc, words) for loc, words in told]
    except FaultyInput as error:
        faults += error.faults
    return None


def _opened(path: Path) -> IO[bytes]:
    """The file, open. Raises `FaultyInput` where it does not open or is none."""
    try:
        mode = path.stat().st_mode
        if not S_ISREG(mode):
            _unopened(str(path), errno.EISDIR if S_ISDIR(mode) else errno.ESPIPE)
        return path.open("rb")
    except (OSError, ValueError) as error:
        _unopened(str(path), getattr(error, "errno", 0))


_UNOPENED = {
    errno.ENOENT: Text("такого файла нет; проверьте имя", "there is no such file; check its name"),
    errno.EISDIR: Text("это папка; укажите файл в ней", "it is a folder; give a file in it"),
    errno.EACCES: Text("нет права читать; откройте доступ", "reading is not permitted; give access"),
    errno.ESPIPE: Text(
        "это не файл, а канал или устройство; сохраните данные в файл",
        "it is a pipe or a device and no file; save the data to a file",
    ),
}


def _unopened(file: str, code: int | None) -> NoReturn:
    other = Text("такого имени не бывает; проверьте имя", "there can be no such name; check it")
    words = _UNOPENED.get(code or 0, other)
    stop(file, f"файл не открывается: {words.ru}", f"the file does not open: {words.en}")
