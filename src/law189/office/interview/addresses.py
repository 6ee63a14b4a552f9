"""Адрес словами (addresses): an address as a lawyer writes it in Russian, read into the form of a file.

It reads what `law189.law.address.worded` writes, and the words in full: «пункт», «приложение», «раздел».

>>> address_in("пункт 5.5 приложения № 3"), address_in("подп. «а» п. 3.1"), address_in("ч. 2 ст. 9")
('app3.5.5', 'p3.1.a', 'art9.part2')
>>> address_in("p3.1"), address_in("третий пункт") is None
('p3.1', True)
"""

import re
from collections.abc import Iterable
from typing import Any

from law189.law.address import WHOLE, normal
from law189.law.label import document_words

__all__ = ["address_in", "in_document"]

_SHORT = (
    (r"подпункт\w*", "подп"),
    (r"пункт\w*", "п"),
    (r"приложени\w+", "прил"),
    (r"раздел\w*", "разд"),
    (r"стать\w+", "ст"),
    (r"част\w+", "ч"),
    (r"таблиц\w+", "табл"),
    (r"строк\w+", "строка"),
    (r"примечани\w+", "прим"),
    (r"цел[иья]\w*", "цель"),
)
_PART = re.compile(
    r"(подп|прил|разд|табл|строка|прим|цель|ст|ч|п)\.?\s*(?:(?:№|n)\s*)?(«[а-яё]»|[ivxlc]+(?![\w])|[0-9]+(?:\.[0-9]+)*)?"
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def address_in(said: str) -> str | None:
    """The address that is said, in Russian or in the form of a file; None where it is none."""
    bare = said.strip()
    if normal(bare) is not None or "/" in bare:
        return bare
    words = " ".join(bare.casefold().split())
    for code, text in WHOLE.items():
        if text is not None and words in (text.ru, f"{text.ru}".rstrip("а") + "е"):
            return code
    for full, short in _SHORT:
        words = re.sub(rf"\b{full}\b", short, words)
    parts: list[tuple[str, str]] = []
    left = _PART.sub(lambda found: parts.append((found[1], found[2] or "")) or "", words)  # type: ignore[func-returns-value]
    if not parts or left.replace("к", "").strip(" ,;.") or len({word for word, _ in parts}) < len(parts):
        return None
    found = _joined(dict(reversed(parts)))
    return found if found is not None and normal(found) is not None else None


def in_document(said: str, approvals: Iterable[Any]) -> str | None:
    """The address in a document with numbers of its own that the decree approves; None where it is in none.

    >>> in_document("п. 2.1 Положения", [{"id": "reg", "document": {"ru": "Положение"}}])
    'reg.2.1'
    """
    for one in approvals:
        document = one.get("document") if isinstance(one, dict) else None
        if not isinstance(document, dict) or "id" not in one:
            continue
        of = str(document.get("of") or document_words(str(document.get("ru")))[0])
        inner, named, rest = said.casefold().partition(f" {of.casefold()}")
        found = address_in(inner) if named and of and not rest else None
        if found is not None:
            return f"{one['id']}.{found.removeprefix('p')}"
    return None


def _joined(parts: dict[str, str]) -> str | None:
    """The parts, from the outermost, as one address; None where they do not stand in each other."""
    steps: list[str] = []
    if "ст" in parts:
        steps = [f"art{parts.pop('ст')}"]
        steps += [f"part{parts.pop('ч')}"] if "ч" in parts else []
        steps += [f"item{parts.pop('п')}"] if "п" in parts else []
    else:
        annex = "прил" in parts
        steps += [f"app{parts.pop('прил')}"] if annex else []
        steps += [f"sec{_arabic(parts.pop('разд'))}"] if "разд" in parts else []
        steps += [
            code + parts.pop(word) for word, code in (("табл", "tab"), ("прим", "note")) if word in parts
        ]
        for word in ("цель", "строка"):
            if word in parts:
                table = any(step.startswith("tab") for step in steps)
                steps.append(("row" if table and word == "строка" else "") + parts.pop(word))
        if "п" in parts:
            steps.append(("" if steps else "p") + parts.pop("п"))
    if "подп" in parts:
        letter = parts.pop("подп").strip("«»")
        steps.append(letter if letter.isalpha() else "?")
    if parts or not steps:
        return None
    return normal(".".join(steps))


def _arabic(number: str) -> str:
    """A number that may be Roman, in digits."""
    if number.isdigit() or not number:
        return number
    total = 0
    for sign, after in zip(number, [*number[1:], ""], strict=True):
        value = _ROMAN[sign]
        total += -value if after and _ROMAN[after] > value else value
    return str(total)
