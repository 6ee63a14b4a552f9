"""Виды значений (shapes): the facts and the addresses of a verdict as a saved record writes them.

What JSON has no type for says its type; a day is a text of its form. An address is `act/address` with how a lawyer
writes it in Russian and in English.

>>> written(Decimal("72.50")), written(date(2024, 1, 10)), written("2024-01-10")
({'decimal': '72.50'}, '2024-01-10', {'text': '2024-01-10'})
>>> facts_of({"amount": {"decimal": "72.50"}})
{'amount': Decimal('72.50')}
>>> facts_of({"amount": 72.5})
Traceback (most recent call last):
    ...
law189.verdict.written.NotAVerdict: not a verdict: there is no fact like 72.5; an exact number is written as text
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from law189.facts import Fact, Frozen, read
from law189.law import Citation, Text
from law189.verdict import NotAVerdict, Outcome

__all__ = [
    "DEEPEST",
    "cite_of",
    "cited",
    "facts_of",
    "keys_of",
    "list_of",
    "outcome_of",
    "word_of",
    "written",
]

DEEPEST = 32
"""How deep facts stand within facts, and parts within parts."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def written(fact: Fact) -> Any:
    """A fact in JSON: a day is a text of its form, and what else is not seen from its shape says what it is."""
    if isinstance(fact, str):
        return fact if len(fact) != 10 or _day(fact) is None else {"text": fact}
    if fact is None or isinstance(fact, int):
        return fact
    match fact:
        case Text():
            return {"ru": fact.ru, "en": fact.en}
        case date():
            return fact.isoformat()
        case Citation():
            return {"cite": cited(fact)}
        case Decimal():
            return {"decimal": str(fact)}
        case Fraction():
            return {"fraction": str(fact)}
        case Mapping():
            return {"facts": {name: written(value) for name, value in fact.items()}}
        case _:
            return [written(value) for value in fact]


def _day(text: str) -> date | None:
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def cited(cite: Citation) -> dict[str, Any]:
    """`act/address` with how a lawyer writes it, in Russian and in English."""
    act, address, label = cite.act, cite.address, [cite.label.ru, cite.label.en]
    return {"act": act, "address": address, "label": label} if "/" in act else {f"{act}/{address}": label}


def facts_of(data: Any, depth: int = 0) -> Frozen[str, Fact]:
    """The facts that JSON holds, each by its name. Raises `NotAVerdict` on what is no fact."""
    found = keys_of(data, None)
    return Frozen({name: fact_of(value, depth + 1) for name, value in found.items()})


def fact_of(value: Any, depth: int) -> Any:
    """The fact that JSON holds, within so many others. Raises `NotAVerdict` on what is no fact."""
    if isinstance(value, str):
        return value if len(value) != 10 else _day(value) or value
    if value is None or isinstance(value, int):
        return value
    if depth > DEEPEST:
        raise NotAVerdict(f"фактов один в другом больше {DEEPEST}", f"facts within facts beyond {DEEPEST}")
    if isinstance(value, list | tuple):
        return tuple([fact_of(item, depth + 1) for item in value])
    if isinstance(value, Mapping) and len(value) in (1, 2):
        return _typed(value, depth)
    raise _no_fact(value)


def _typed(value: Mapping[Any, Any], depth: int) -> Any:
    """The fact that says of what type it is, by its one key; words have two."""
    name, held = next(iter(value.items()))
    if len(value) == 2:
        ru, en = value.get("ru"), value.get("en")
        if isinstance(ru, str) and isinstance(en, str):
            return Text(ru, en)
    elif name == "facts":
        return facts_of(held, depth)
    elif name == "cite":
        return cite_of(held)
    elif isinstance(held, str) and (name in ("decimal", "fraction") or (name == "text" and _day(held))):
        return held if name == "text" else _exact(held, name)
    raise _no_fact(value)


def _no_fact(value: Any) -> NotAVerdict:
    return NotAVerdict(
        f"факта вида {value!r:.80} не бывает; точное число пишут текстом",
        f"there is no fact like {value!r:.80}; an exact number is written as text",
    )


def _exact(number: str, kind: str) -> Fact:
    try:
        found: Fact = read(number, [[kind]])
    except ValueError as error:
        raise NotAVerdict(f"факты: {error}", f"facts: {error}") from None
    return found


def cite_of(data: Any) -> Citation:
    """The address that JSON holds. Raises `NotAVerdict` on what is none."""
    act, address, label = _address(data)
    if isinstance(label, list | tuple) and len(label) == 2:
        ru, en = label
        if isinstance(ru, str) and isinstance(en, str):
            return Citation(act, address, Text(ru, en))
    raise NotAVerdict(f"{data!r:.80} — не адрес", f"{data!r:.80} is no address")


def _address(data: Any) -> tuple[str, str, Any]:
    """The act, the address in it and the label; no label where there is no address."""
    if isinstance(data, dict) and len(data) == 1:
        ((name, label),) = data.items()
        if isinstance(name, str) and "/" in name:
            act, _, address = name.partition("/")
            return act, address, label
    elif isinstance(data, Mapping) and data.keys() == {"act", "address", "label"}:
        act, address = data["act"], data["address"]
        if isinstance(act, str) and "/" in act and isinstance(address, str):
            return act, address, data["label"]
    return "", "", None


# ─── Чего не бывает ──────────────────────────────────────────────────────────────────────────────────────


def keys_of(data: Any, known: frozenset[str] | None, *needed: str) -> Mapping[str, Any]:
    """The mapping, where it has the keys that are needed and no others than are known."""
    fits = isinstance(data, dict | Mapping) and (
        all(isinstance(key, str) for key in data) if known is None else data.keys() <= known
    )
    if not fits or not data.keys() >= {*needed}:
        named = ", ".join(sorted(known or ()))
        raise NotAVerdict(
            f"нужны ключи {named}, а не {data!r:.80}", f"keys {named} are needed, not {data!r:.80}"
        )
    return data  # type: ignore[no-any-return]  # a mapping, as was asked


def list_of(data: Any) -> list[Any] | tuple[Any, ...]:
    """The list. Raises `NotAVerdict` on anything else."""
    if not isinstance(data, list | tuple):
        raise NotAVerdict(f"нужен список, а не {data!r:.80}", f"a list is needed, not {data!r:.80}")
    return data


def word_of(data: Any) -> str:
    """The word, which is not empty. Raises `NotAVerdict` on anything else."""
    if not isinstance(data, str) or not data:
        raise NotAVerdict(f"нужно слово, а не {data!r:.80}", f"a word is needed, not {data!r:.80}")
    return data


def outcome_of(data: Any) -> Outcome:
    """The outcome of that code. Raises `NotAVerdict` where there is none."""
    if not isinstance(data, str) or data not in OUTCOMES:
        raise NotAVerdict(f"{data!r:.80} — не исход", f"{data!r:.80} is not a valid outcome")
    return OUTCOMES[data]


OUTCOMES = {one.value: one for one in Outcome}
