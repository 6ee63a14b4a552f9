"""Файлы (files): what people wrote, from disk, each value with its place or every fault with its line.

Only plain files are read, and no more of them than a person writes. JSON Lines is JSON in every line; JSON that is
right is read without places, and where anything is wrong, the slow reader finds where.

>>> from pydantic import TypeAdapter
>>> next(read_one(Path("no-such.yaml"), TypeAdapter(int)))
Traceback (most recent call last):
    ...
law189.errors.FaultyInput: no-such.yaml: the file does not open: there is no such file; check its name
"""

import codecs
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from pydantic import TypeAdapter

from law189.errors import Fault, FaultyInput
from law189.files.clean import clean
from law189.files.given import Given, Source
from law189.files.json_text import placed, read_json, texts_told
from law189.files.limits import SIZE, WHOLE
from law189.files.nodes import Loc, Node, capped, check, fault_at, in_order, stop
from law189.files.opened import NO_NAME, lines_in, not_read, open_plain
from law189.files.shaped import said_of_lines
from law189.law import Text
from law189.law.signs import shown

__all__ = [
    "WHOLE",
    "Also",
    "beside",
    "careful",
    "is_json",
    "is_lines",
    "read_all",
    "read_data",
    "read_file",
    "read_lines",
    "read_one",
    "read_records",
    "read_text",
]

T = TypeVar("T")
Also: TypeAlias = Callable[[T], Iterable[tuple[Loc, Text]]]
"""What else is wrong with a value, each with its place in it."""


def read_data(path: Path, most: int) -> bytes:
    """The bytes of a file that is no text; one more than `most` where it has more. Raises `FaultyInput`."""
    with open_plain(path) as opened:
        return opened.read(most + 1)


def read_text(path: Source) -> str:
    """The text of a YAML or JSON file. Raises `FaultyInput` where it cannot be read."""
    from law189.files.parser import read_bytes  # slow to import

    return read_bytes(_whole(path), str(path))


def read_file(path: Source, *, places: bool = True) -> Node:
    """The values of a YAML or JSON file. Raises `FaultyInput` where it cannot be read."""
    from law189.files.parser import read_tree  # slow to import

    file, text = str(path), read_text(path)
    if not is_json(path):
        return read_tree(text, file)
    tree = read_json(text, file)
    return placed(tree, text, file) if places else tree


def read_one(
    path: Source, adapter: TypeAdapter[T], also: Also[T] | None = None
) -> Iterator[tuple[int, T | FaultyInput]]:
    """The one value of a YAML or JSON file, with its line, or what is wrong with it.

    `also` says what else is wrong with the value that was read. Raises `FaultyInput` where the file cannot be read
    at all.
    """
    tree = read_file(path)
    value, faults = _checked(tree, adapter, str(path), also)
    if isinstance(tree.content, list) and any(
        not fault.key for fault in faults
    ):  # the list itself is refused
        stop(str(path), A_LIST.ru, A_LIST.en, tree.line, tree.column)
    yield tree.line or 1, FaultyInput(in_order(faults)) if faults else value


def read_lines(
    path: Source, adapter: TypeAdapter[T], also: Also[T] | None = None
) -> Iterator[tuple[int, T | FaultyInput]]:
    """Each line of a JSON Lines file, with its number, or what is wrong with it; empty lines are skipped.

    `also` says what else is wrong with the value of a line. Raises `FaultyInput` where the file does not open,
    and at its end where it has no line.
    """
    empty, foreign = True, True
    for number, data in enumerate(_lines_of(path), start=1):
        if data.strip() and (number > 1 or data.strip() != codecs.BOM_UTF8):
            if empty or (foreign and not data.isascii()):
                words = said_of_lines(data, _head(path, data), first=empty)
                if words is not None:
                    stop(str(path), words.ru, words.en, number, 1)
                foreign = foreign and data.isascii()
            empty = False
            value: T | FaultyInput = _line(data, number, str(path), adapter, also)
            yield number, value
    if empty:
        stop(
            str(path),
            "в файле нет ни одной записи; впишите их по одной в строке",
            "the file has no record; write them one a line",
        )


def read_records(
    path: Source, adapter: TypeAdapter[T], also: Also[T] | None = None
) -> Iterator[tuple[int, T | FaultyInput]]:
    """The records of a file: each line of JSON Lines, or the one value of YAML or JSON."""
    return (read_lines if is_lines(path) else read_one)(path, adapter, also)


def read_all(path: Source, adapter: TypeAdapter[T], also: Also[T] | None = None) -> list[tuple[int, T]]:
    """Every record of a JSON Lines file, with its line. Raises `FaultyInput` with its faults, a hundred at most."""
    faults: list[Fault] = []
    found: list[tuple[int, T]] = []
    for number, record in read_lines(path, adapter, also):
        if isinstance(record, FaultyInput):
            faults += record.faults
        else:
            found.append((number, record))
    if faults:
        raise FaultyInput(capped(faults, str(path)))
    return found


def _head(path: Source, line: bytes) -> bytes:
    """The beginning of the file; of a stream the line that is at hand."""
    return line if isinstance(path, Given) else read_data(path, HEAD)


A_LIST = Text(
    "это список, а нужна одна запись; несколько запишите по одной в строке, без [ ] и запятых между ними, в файл с "
    "концом .jsonl",
    "this is a list, and one record is needed; write several one a line, without [ ] and commas between them, in a "
    "file whose name ends with .jsonl",
)
HEAD = 65_536
"""How many bytes show what a file is."""


def is_lines(path: Source) -> bool:
    """Whether it is JSON Lines: by the name of a file, by the form of a stream.

    Raises `FaultyInput` where a stream cannot be read.
    """
    if isinstance(path, Given):
        return _form(path) == "jsonl"
    return path.suffix.lower() in (".jsonl", ".ndjson")


def is_json(path: Source) -> bool:
    """Whether it is JSON, by the name of a file or the form of a stream. Raises `FaultyInput` as `is_lines`."""
    return _form(path) == "json" if isinstance(path, Given) else path.suffix.lower() == ".json"


def _form(given: Given) -> str:
    try:
        return given.form
    except (OSError, ValueError) as error:
        not_read(given, error)


def _whole(path: Source) -> bytes:
    """All bytes of a file, or as many as show that it is too large."""
    if isinstance(path, Given):
        try:
            return path.whole()
        except (OSError, ValueError) as error:
            not_read(path, error)
    with open_plain(path) as opened:
        return opened.read(SIZE + 1)


def _lines_of(path: Source) -> Iterator[bytes]:
    """Each line of it. Raises `FaultyInput` where it cannot be read, or not to its end."""
    if isinstance(path, Given):
        try:
            yield from path.lines()
        except (OSError, ValueError) as error:
            not_read(path, error)
        return
    with open_plain(path) as opened:
        yield from lines_in(opened)


def _line(data: bytes, number: int, file: str, adapter: TypeAdapter[Any], also: Also[Any] | None) -> Any:
    """The value of one line, or what is wrong with it; the first may begin with signs of a whole file."""
    found = clean(data, adapter, also) if number > 1 else None
    return careful(data, number, file, adapter, also) if found is None else found


def careful(
    data: bytes, number: int, file: str, adapter: TypeAdapter[T], also: Also[T] | None = None
) -> T | FaultyInput:
    """The value of one line of a file, or every fault of it with its place."""
    from law189.files.parser import read_bytes  # slow to import

    try:
        text = read_bytes(data, file, first=number == 1)
        tree = read_json(text, file)
        value, faults = _checked(tree, adapter, file, also)
        if faults:
            value, faults = _checked(placed(tree, text, file), adapter, file, also)
    except FaultyInput as error:
        refused = FaultyInput(_of_line(error.faults, number))
        refused.given = texts_told(data.decode("utf-8", "replace"))
        return refused
    if not faults:
        return value  # type: ignore[no-any-return]  # what the adapter made
    refused = FaultyInput(_of_line(faults, number))
    refused.given = tree.plain()
    return refused


def _of_line(faults: Iterable[Fault], number: int) -> list[Fault]:
    """The faults, in their order, as those of that line of the file."""
    return [Fault(f.file, number, f.column or 1, f.key, f.text) for f in in_order(faults)]


def _checked(tree: Node, adapter: TypeAdapter[T], file: str, also: Also[T] | None) -> tuple[Any, list[Fault]]:
    faults: list[Fault] = []
    value = check(tree, adapter, file, {}, faults)
    if also is not None and not faults:
        faults.extend(capped([fault_at(tree, file, loc, words) for loc, words in also(value)], file))
    return value, faults


def beside(root: Path, folder: Path, name: str) -> Path | Text:
    """The file of that name, written from `folder`, or why it may not be read: it must stand within `root`.

    A symbolic link is followed first, so that none leads out.
    """
    if Path(name).is_absolute():
        return Text(
            "нужен путь от папки профиля, а не от корня диска",
            "a path from the folder of the profile is needed, not from the root of the disk",
        )
    try:
        found, within = (folder / name).resolve(), root.resolve()
    except (OSError, ValueError, RuntimeError):  # such as a loop of links
        return NO_NAME
    if not found.is_relative_to(within):
        return Text(
            f"файл «{shown(name)}» стоит вне папки профиля (или туда ведёт ссылка); перенесите его в неё",
            f"the file «{shown(name)}» is outside the folder of the profile (or a link leads there); move it in",
        )
    if not found.exists():
        return Text(
            f"файла «{shown(name)}» нет; проверьте имя", f"there is no file «{shown(name)}»; check its name"
        )
    return found
