"""Что чему отвечает (matched): which entry of one list stands for which of the other, whatever their order.

Services are matched by number, documents by kind, items of the plan by what they adopt or by their milestone,
adopted acts by what they adopt. What has a title only is matched by it, first by the same words, then by words
that are near enough; of several near ones the nearest, and those under one stage, goal and type before others.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Any, NamedTuple

from law189.audit.compare.meaning import Side, meant, same_words, written
from law189.law import Entry, Text
from law189.numbers import canonical
from law189.profile.acts import Approval
from law189.profile.conditions import LocalCondition
from law189.profile.documents import InformationSystem
from law189.profile.indicators import Goal, Indicator
from law189.profile.parties import Body
from law189.profile.plan import PlanItem, Stage

__all__ = ["BY_KEY", "Pair", "matched"]

NEAR_ENOUGH = 0.5
"""The share of common words from which two titles are near enough; under one heading they are nearer by `SAME`."""
SAME = 0.25
ALL = "*"
BY_KEY = (
    ("PlanItem", "adopts"),
    ("PlanItem", "milestone"),
    ("PaperRule", "documents"),
    ("Adopted", "adopts"),
)
"""The fields that have a key for each of their values: what one side adds there has no pair on the other."""


class Pair(NamedTuple):
    """Пара записей: the key of both, and the entries; None on the side that has none."""

    key: str
    a: Any
    b: Any


def matched(a: Iterable[Entry], b: Iterable[Entry], sides: tuple[Side, Side]) -> Iterator[Pair]:
    """Every entry of either list once for each of its keys, beside the one that it stands for on the other side."""
    left, right = (_grouped(entries, side) for entries, side in zip((a, b), sides, strict=True))
    for one, other in _near(left, right, sides):
        key = min(one, other)
        found = left.pop(one), right.pop(other)
        left[key], right[key] = found
    for key in sorted({*left, *right}, key=lambda key: (_place(key, left, right), key)):
        yield from _zipped(
            key, [entry for _, entry in left.get(key, [])], [e for _, e in right.get(key, [])], sides
        )


Groups = dict[str, list[tuple[int, Any]]]


def _grouped(entries: Iterable[Entry], side: Side) -> Groups:
    found: Groups = {}
    for place, entry in enumerate(entries):
        for key in dict.fromkeys(_keys(entry, side)):
            found.setdefault(key, []).append((place, entry))
    return found


def _place(key: str, left: Groups, right: Groups) -> int:
    return min(place for groups in (left, right) for place, _ in groups.get(key, ()))


def _zipped(key: str, a: list[Any], b: list[Any], sides: tuple[Side, Side]) -> Iterator[Pair]:
    """Entries of one key: those that mean the same go together, the others in the order of what they mean."""
    left, right = (
        sorted(
            ((written(meant(one, side)), place, one) for place, one in enumerate(many)), key=lambda x: x[:2]
        )
        for many, side in zip((a, b), sides, strict=True)
    )
    means = [said for said, _, _ in right]
    for same in [one for one in left if one[0] in means]:
        if same[0] in means:
            at = means.index(same[0])
            left.remove(same)
            del means[at], right[at]
    for number, (one, other) in enumerate(zip_longest(left, right), start=1):
        shown = key if len(a) < 2 and len(b) < 2 else f"{key}#{number}"
        yield Pair(shown, one and one[2], other and other[2])


# ─── По чему сопоставляют ────────────────────────────────────────────────────────────────────────────────


def _keys(entry: Entry, side: Side) -> tuple[str, ...]:
    """What the entry is matched by; an act or an item that adopts several things has a key for each of them."""
    found = _KEYS.get(type(entry).__name__)
    keys = (_named(entry),) if found is None else found(entry, side)
    return tuple(str(key) for key in keys)


def _of_plan(item: PlanItem, _: Side) -> tuple[str, ...]:
    named = (*item.adopts, *((item.milestone,) if item.milestone else ()))
    return named or (same_words(item.title.ru),)


def _titled(entry: Any, _: Side) -> tuple[str, ...]:
    return (same_words(_title(entry).ru),)


_KEYS: Mapping[str, Callable[[Any, Side], Iterable[str]]] = {
    "Service": lambda entry, _: (canonical(entry.number) or same_words(entry.number),),
    "PlanItem": _of_plan,
    "Adopted": lambda entry, _: entry.adopts,
    "PaperRule": lambda entry, _: entry.documents,
    "Selection": lambda entry, _: (entry.way,),
    "Publication": lambda entry, _: (entry.what,),
    "Fill": lambda entry, _: (entry.slot,),
    "Approval": _titled,
    "ExcludedProvider": lambda entry, _: (same_words(entry.name.ru),),
    "Indicator": _titled,
    "Goal": _titled,
    "Stage": _titled,
    "Body": _titled,
    "InformationSystem": _titled,
    "LocalCondition": lambda entry, _: (f"{entry.step}: {same_words(entry.title.ru)}",),
    "Parameters": lambda entry, side: (", ".join(meant(entry.services, side, "services")) or ALL,),
    "Nominal": lambda entry, _: (entry.category or ALL,),
    "Normative": lambda entry, _: (entry.category or ALL,),
    "Limit": lambda entry, _: (f"{entry.since or '…'} — {entry.until or '…'}",),
}
"""What is matched by something else than its kind, its number or its id; what has none goes together in order."""


def _named(entry: Entry) -> str:
    """The key of an entry that has no rule of its own: its kind, its number or its id."""
    return next(
        (str(found) for name in ("kind", "number", "id") if (found := getattr(entry, name, None))), ALL
    )


# ─── По близким названиям ────────────────────────────────────────────────────────────────────────────────


def _near(left: Groups, right: Groups, sides: tuple[Side, Side]) -> list[tuple[str, str]]:
    """The keys that one side only has and that stand for one another, the nearest first, each once."""
    ours = {key: many[0][1] for key, many in left.items() if key not in right and _alone(many)}
    theirs = {key: many[0][1] for key, many in right.items() if key not in left and _alone(many)}
    scored: list[tuple[float, str, str, str, str]] = [
        (-_nearness(one, other, sides), min(mine, their), max(mine, their), mine, their)
        for mine, one in ours.items()
        for their, other in theirs.items()
    ]
    found: list[tuple[str, str]] = []
    for score, _, _, mine, their in sorted(scored):
        if -score >= NEAR_ENOUGH and mine in ours and their in theirs:
            del ours[mine], theirs[their]
            found.append((mine, their))
    return found


def _alone(many: list[tuple[int, Any]]) -> bool:
    """Whether it is one entry that nothing but its title tells apart."""
    (_, entry), *others = many
    if isinstance(entry, PlanItem):
        return not others and not entry.adopts and entry.milestone is None
    return not others and isinstance(
        entry, Indicator | Goal | Stage | Body | InformationSystem | Approval | LocalCondition
    )


def _nearness(a: Any, b: Any, sides: tuple[Side, Side]) -> float:
    if isinstance(a, Body | InformationSystem | LocalCondition) and a.id == b.id:
        return 1 if getattr(a, "step", None) == getattr(b, "step", None) else 0
    if isinstance(a, Body | LocalCondition):
        return 0
    ours, theirs = (_stems(_title(one).ru) for one in (a, b))
    common = 2 * len(ours & theirs) / ((len(ours) + len(theirs)) or 1)
    headings = [_heading(one, side) for one, side in zip((a, b), sides, strict=True)]
    return common + (SAME if common and headings[0] == headings[1] is not None else 0)


def _title(entry: Any) -> Text:
    title: Text = getattr(entry, "what", None) or entry.title
    return title


def _heading(entry: Any, side: Side) -> tuple[Any, ...] | None:
    """The stage of an item of the plan; the goal and the type of an indicator."""
    if isinstance(entry, PlanItem):
        return (side.key("stages", entry.stage),)
    return (side.key("goals", entry.goal), entry.type) if isinstance(entry, Indicator) else None


def _stems(words: str) -> frozenset[str]:
    """The words of three letters and more, each by its beginning, so that cases of one word are one."""
    return frozenset(word[:5] for word in re.findall(r"\w{3,}", same_words(words)))
