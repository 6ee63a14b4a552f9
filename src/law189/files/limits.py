"""Пределы (limits): how large, deep and many a file may be, and what a key may be.

No person comes near them. A file beyond them is refused while it is being read.
"""

from law189.files.wording import word
from law189.law import Text
from law189.law.signs import hidden

__all__ = ["DEPTH", "KEY", "SIZE", "VALUES", "WHOLE", "too_deep", "too_long_key", "too_many", "wrong_key"]

SIZE = 500_000
"""The most bytes a file may have; a shipped profile has under a tenth of it."""
WHOLE = 2_000_000_000
"""The most bytes a file of lines may have; each line may have as many as a whole file of another kind."""
VALUES = 8_000
"""The most values a file may have; a shipped profile has under a third of it."""
DEPTH = 24
"""The deepest nesting a file may have; a shipped profile has a quarter of it."""
KEY = 80
"""The most signs a key may have. YAML ends its look for a key at 1024, escapes counted one by one."""


def too_deep() -> Text:
    """Why a file or a mapping is refused that is nested too deep."""
    return Text(
        f"вложенность больше {DEPTH}; такой здесь не бывает, проверьте скобки и отступы",
        f"nested deeper than {DEPTH}; nothing here is, check brackets and indents",
    )


def too_many() -> Text:
    """Why a file or a mapping is refused that has too many values."""
    return Text(
        f"значений больше {VALUES}; столько здесь не бывает, проверьте файл",
        f"more than {VALUES} values; nothing here has so many, check the file",
    )


def wrong_key(key: object) -> Text | None:
    """What is wrong with a key as a key, or None."""
    if not isinstance(key, str):
        shown = word(repr(key))
        return Text(f"ключ {shown} — не слово; нужен текст", f"the key {shown} is no word; give a text")
    if not key:
        return Text(
            "ключ должен быть словом; впишите его перед двоеточием",
            "a key must be a word; write it before the colon",
        )
    if len(key) > KEY:
        return too_long_key()
    if not key.isprintable() or hidden(key) is not None:
        hard, hard_en = (" (неразрывный пробел)", " (a hard space)") if "\u00a0" in key else ("", "")
        return Text(
            f"в ключе «{word(key)}» есть невидимый знак{hard}; наберите ключ заново",
            f"the key «{word(key)}» has an invisible sign{hard_en}; type the key anew",
        )
    return None


def too_long_key() -> Text:
    """That no key is so long."""
    return Text(
        f"ключ длиннее {KEY} знаков; таких ключей нет, проверьте кавычки и двоеточие",
        f"a key is longer than {KEY} signs; there are no such keys, check the quotes and the colon",
    )
