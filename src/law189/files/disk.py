"""Файлы (files): what people wrote, from disk, each value with its place or every fault with its line.

JSON that is right is read fast and without places; where anything is wrong, the slow reader finds where.

>>> from pydantic import TypeAdapter
>>> next(read_one(Path("no-such.yaml"), TypeAdapter(int)))
Traceback (most recent call last):
    ...
law189.errors.FaultyInput: no-such.yaml: the file does not open: there is no such file; check its name
"""

import errno
import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NoReturn, TypeVar

from pydantic import TypeAdapter

from law189.errors import Fault, FaultyInput
from law189.files.nodes import SIZE, Node, check, in_order, stop, tree_of
from law189.law import Text

__all__ = ["read_file", "read_lines", "read_one"]

T = TypeVar("T")


def read_file(path: Path, *, places: bool = True) -> Node:
    """The values of a YAML or JSON file. Raises `FaultyInput` where it cannot be read."""
    from law189.files.parser import (
        read_bytes,
        read_tree,
    )

    file = str(path)
    try:
        with path.open("rb") as opened:
            data = opened.read(SIZE + 1)
    except (OSError, ValueError) as error:
        _unopened(file, error)
    text = read_bytes(data, file)
    if path.suffix != ".json":
        return read_tree(text, file)
    if not places and (tree := _fast(text)) is not None:
        return tree
    return read_tree(_untabbed(text), file)


def read_one(path: Path, adapter: TypeAdapter[T]) -> Iterator[tuple[int, T | FaultyInput]]:
    """The one value of a YAML or JSON file, with its line, or what is wrong with it.

    Raises `FaultyInput` where the file cannot be read at all.
    """
    faults: list[Fault] = []
    tree = read_file(path)
    value = check(tree, adapter, str(path), {}, faults)
    yield tree.line or 1, FaultyInput(in_order(faults)) if faults else value


def read_lines(path: Path, adapter: TypeAdapter[T]) -> Iterator[tuple[int, T | FaultyInput]]:
    """Each line of a JSON Lines file, with its number, or what is wrong with it; empty lines are skipped.

    Raises `FaultyInput` where the file does not open.
    """
    try:
        opened = path.open("rb")
    except (OSError, ValueError) as error:
        _unopened(str(path), error)
    with opened:
        for number, data in enumerate(_lines(opened), start=1):
            if data.strip():
                faults: list[Fault] = []
                value = _line(data, str(path), adapter, faults)
                found = [Fault(f.file, number, f.column, f.key, f.text) for f in in_order(faults)]
                yield number, FaultyInput(found) if found else value


def _lines(opened: IO[bytes]) -> Iterator[bytes]:
    """Each line; of one that is too long, as much as shows that it is."""
    while data := opened.readline(SIZE + 1):
        yield data
        while len(data) > SIZE and not data.endswith(b"\n"):
            data = opened.readline(SIZE + 1)


def _line(data: bytes, file: str, adapter: TypeAdapter[Any], faults: list[Fault]) -> Any:
    from law189.files.parser import read_bytes, read_tree  # slow to import

    try:
        text = read_bytes(data, file)
        tree = _fast(text)
        found: list[Fault] = []
        value = check(tree, adapter, file, {}, found) if tree is not None else None
        if tree is not None and not found:
            return value
        return check(read_tree(_untabbed(text), file), adapter, file, {}, faults)
    except FaultyInput as error:
        faults.extend(error.faults)
        return None


def _fast(text: str) -> Node | None:
    """The values of a JSON text without their places, or None where the slow reader must say what is wrong."""
    try:
        return tree_of(json.loads(text, object_pairs_hook=_once))
    except (ValueError, RecursionError, FaultyInput):
        return None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key is given twice")
    return found


def _untabbed(text: str) -> str:
    """JSON may be indented with tabs, which YAML may not; every place stays as it is."""
    return text.replace("\t", " ")


_UNOPENED = {
    errno.ENOENT: Text("такого файла нет; проверьте имя", "there is no such file; check its name"),
    errno.EISDIR: Text("это папка; укажите файл в ней", "it is a folder; give a file in it"),
    errno.EACCES: Text("нет права читать; откройте доступ", "reading is not permitted; give access"),
}


def _unopened(file: str, error: OSError | ValueError) -> NoReturn:
    other = Text("такого имени не бывает; проверьте имя", "there can be no such name; check it")
    words = _UNOPENED.get(getattr(error, "errno", 0), other)
    stop(file, f"файл не открывается: {words.ru}", f"the file does not open: {words.en}")
