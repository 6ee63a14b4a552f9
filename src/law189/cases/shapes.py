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
    match fact:
        case str():
            return fact if _day(fact) is None else {"text": fact}
        case Text():
            return {"ru": fact.ru, "en": fact.en}
        case date():
            return fact.isoformat()
        case None | bool() | int():
            return fact
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
    try:
        return date.fromisoformat(text) if len(text) == 10 and _DAY.fullmatch(text) else None
    except ValueError:
        return None


def cited(cite: Citation) -> dict[str, Any]:
    """`act/address` with how a lawyer writes it, in Russian and in English."""
    label = [cite.label.ru, cite.label.en]
    return {"act": cite.act, "address": cite.address, "label": label} if "/" in cite.act else {cite.id: label}


def facts_of(data: Any, depth: int = 0) -> Frozen[str, Fact]:
    """The facts that JSON holds, each by its name. Raises `NotAVerdict` on what is no fact."""
    found = keys_of(data, None)
    return Frozen({name: fact_of(value, depth + 1) for name, value in found.items()})


def fact_of(value: Any, depth: int) -> Any:
    """The fact that JSON holds, within so many others. Raises `NotAVerdict` on what is no fact."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return _day(value) or value
    if depth > DEEPEST:
        raise NotAVerdict(f"фактов один в другом больше {DEEPEST}", f"facts within facts beyond {DEEPEST}")
    if isinstance(value, list | tuple):
        return tuple([fact_of(item, depth + 1) for item in value])
    if isinstance(value, Mapping) and value.keys() == {"facts"}:
        return facts_of(value["facts"], depth)
    return _typed(value)


def _typed(value: Any) -> Fact:
    match value:
        case {"ru": str(ru), "en": str(en), **rest} if not rest:
            return Text(ru, en)
        case {"text": str(text), **rest} if not rest and _day(text) is not None:
            return text
        case {"cite": cite, **rest} if not rest:
            return cite_of(cite)
        case {"decimal": str(number), **rest} if not rest:
            return _exact(number, "decimal")
        case {"fraction": str(number), **rest} if not rest:
            return _exact(number, "fraction")
    raise NotAVerdict(
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
    match data:
        case {"act": str(act), "address": str(address), "label": [str(ru), str(en)], **rest} if (
            not rest and "/" in act
        ):
            return Citation(act, address, Text(ru, en))
        case dict() if len(data) == 1:
            ((name, label),) = data.items()
            match label:
                case [str(ru), str(en)] if isinstance(name, str) and "/" in name:
                    act, _, address = name.partition("/")
                    return Citation(act, address, Text(ru, en))
    raise NotAVerdict(f"{data!r:.80} — не адрес", f"{data!r:.80} is no address")


# ─── Чего не бывает ──────────────────────────────────────────────────────────────────────────────────────


def keys_of(data: Any, known: frozenset[str] | None, *needed: str) -> Mapping[str, Any]:
    """The mapping, where it has the keys that are needed and no others than are known."""
    fits = isinstance(data, Mapping) and (
        all(isinstance(key, str) for key in data) if known is None else data.keys() <= known
    )
    if not fits or not all(key in data for key in needed):
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
