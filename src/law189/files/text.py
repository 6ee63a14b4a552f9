"""Текст файла (the text of a file): bytes in, text out, or why they are no text.

>>> read_bytes("кворум: 1/2".encode(), "my.yaml")
'кворум: 1/2'
>>> read_bytes("кворум: 1/2".encode("cp1251"), "my.yaml")
Traceback (most recent call last):
    ...
law189.errors.FaultyInput: my.yaml:1:1: the text is not in UTF-8; save the file as UTF-8
"""

from law189.files.nodes import SIZE, stop
from law189.law import hidden_sign
from law189.signs import hidden

__all__ = ["place", "read_bytes"]


def read_bytes(data: bytes, file: str, *, signs: bool = True) -> str:
    """The text of a file. Raises `FaultyInput` where it is too large, not UTF-8, or has hidden signs.

    Without `signs` these are left to whoever reads the values, and knows the key.
    """
    if len(data) > SIZE:
        stop(
            file,
            f"размер больше {SIZE} байт; столько в профиле не бывает, проверьте файл",
            f"more than {SIZE} bytes; no profile is so large, check the file",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        stop(
            file,
            "текст не в кодировке UTF-8; сохраните файл в UTF-8",
            "the text is not in UTF-8; save the file as UTF-8",
            *place(error.object[: error.start].decode()),
        )
    if signs and (sign := hidden(text)) is not None:
        words = hidden_sign(sign)
        stop(file, words.ru, words.en, *place(text[: text.index(sign)]))
    return text


def place(before: str) -> tuple[int, int]:
    """The line and the column that follow a text."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")
