r"""Типы столбцов (column types): what a column of Arrow may hold by its type, and a line of JSON in one of text.

Text is text however it is held: large, as bytes, listed once (a dictionary), or an extension of one, such as JSON.

>>> json_line(b'{"history":\n "1"}'), json_line(None)
(b'{"history":  "1"}', b'null')
"""

from typing import Any

__all__ = ["is_text", "is_whole", "json_line"]


def json_line(line: str | bytes | None) -> bytes:
    """The JSON of a line in one line, of text or of bytes; of nothing `null`, which is no step."""
    data = line if isinstance(line, bytes) else (line or "null").encode(errors="surrogatepass")
    return b" ".join(data.splitlines())


def is_text(kind: Any) -> bool:
    """Whether a column holds texts, be they listed once or as bytes."""
    import pyarrow as pa

    if kind is None:
        return False
    if pa.types.is_dictionary(kind):
        return is_text(kind.value_type)
    if isinstance(kind, pa.BaseExtensionType):
        return is_text(kind.storage_type)
    forms = (
        "is_string",
        "is_large_string",
        "is_string_view",
        "is_binary",
        "is_large_binary",
        "is_binary_view",
    )
    return any(getattr(pa.types, form)(kind) for form in forms if hasattr(pa.types, form))


def is_whole(kind: Any) -> bool:
    """Whether a column holds whole numbers, be they listed once."""
    import pyarrow as pa

    if pa.types.is_dictionary(kind):
        return is_whole(kind.value_type)
    return bool(pa.types.is_integer(kind))
