"""Опрос о местных условиях (the questions about local conditions): at which step, what is asked, in which words.

>>> [one.key for one in CONDITIONS.parts]
['step', 'id', 'title', 'asks', 'missing', 'cite', 'since', 'until']
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from law189.files.nodes import Loc
from law189.law import Entry, Text
from law189.office.interview.questions import AT, Ask, Block, Mode, Several, said_of
from law189.office.interview.spoken import (
    Choice,
    Day,
    Offered,
    Reader,
    Values,
    Word,
    Words,
    of_vocabulary,
)
from law189.office.interview.spoken_measures import Number, Sum
from law189.profile.conditions import (
    AtMost,
    ByDay,
    Confirmed,
    LiveCases,
    LocalCondition,
    OneOf,
    TermKept,
)
from law189.profile.counted import Days
from law189.profile.edition import Edition
from law189.profile.slots import Ground
from law189.workflows import LIFECYCLES

__all__ = ["CONDITIONS"]

_TITLE = {"ru": "?"}
_KINDS: Offered = (
    ("confirmed", Text("подтверждение: да", "a confirmation: yes")),
    ("handed_in", Text("документ приложен", "a document is handed in")),
    ("one_of", Text("одно из перечня", "one of a list")),
    ("at_most", Text("количество не более", "an amount at most")),
    ("at_least", Text("количество не менее", "an amount at least")),
    ("not_later", Text("день не позднее", "a day not later than")),
    ("not_earlier", Text("день не ранее", "a day not earlier than")),
    ("live_cases", Text("открытых дел не более", "live cases at most")),
    ("term_kept", Text("срок соблюдён", "a term is kept")),
)
_MISSING: Offered = (
    ("void", Text("шаг не имеет силы", "the step has no effect")),
    ("breach", Text("нарушение, но шаг в силе", "it breaks a norm, and the step stands")),
)


@cache
def _known_steps() -> Offered:
    found = {
        f"{lifecycle.name}.{clause.kind}": Text(
            f"{lifecycle.title.ru}: {clause.title.ru}", f"{lifecycle.title.en}: {clause.title.en}"
        )
        for lifecycle in LIFECYCLES
        for clause in lifecycle.clauses
    }
    return tuple(found.items())


def _steps(_values: Values) -> Offered:
    """Every step of the lifecycles."""
    return _known_steps()


def _own_id(_values: Values, path: Loc) -> str:
    """An id that no other condition has: as many letters as the entry's number."""
    return f"condition-{'i' * (1 + int(path[1]))}"


def _of_kind(*kinds: str) -> Callable[[Mapping[str, Any]], bool]:
    return lambda keys: keys.get("kind") in kinds


def _asked(entry: type[Entry], key: str, reader: Reader, stand: Any, *kinds: str) -> Ask:
    """What a condition of those kinds asks besides its kind; `stand` is None where it may be left out."""
    return Ask(key, said_of(entry, key), reader, stand=stand, when=_of_kind(*kinds))


def _some(told: Any) -> list[Any]:
    return list(told or ({"id": "answer", "title": _TITLE},))


_VALUES = Several(
    "values",
    said_of(OneOf, "values"),
    (
        Ask("id", said_of(Ground, "id"), Word()),
        Ask("title", said_of(Ground, "title"), Words(), stand=_TITLE),
    ),
    stand=_some,
    when=_of_kind("one_of"),
)
_ASKS = Block(
    "asks",
    said_of(LocalCondition, "asks"),
    (
        Ask("kind", said_of(Confirmed, "kind"), Choice(of=lambda _values: _KINDS)),
        _VALUES,
        _asked(AtMost, "amount", Sum(), 1, "at_most", "at_least"),
        _asked(AtMost, "counted", Words(), None, "at_most", "at_least"),
        _asked(ByDay, "day", Day(), "2024-01-01", "not_later", "not_earlier"),
        _asked(LiveCases, "at_most", Number(), 1, "live_cases"),
        _asked(TermKept, "days", Number(), 1, "term_kept"),
        _asked(TermKept, "unit", Choice(of=of_vocabulary(Days)), Days.WORKING.value, "term_kept"),
    ),
    Mode.AT_ONCE,
    stand={"kind": "confirmed"},
)
CONDITIONS = Several(
    "conditions",
    said_of(Edition, "conditions"),
    (
        Ask("step", said_of(LocalCondition, "step"), Choice(of=_steps)),
        Ask("id", said_of(LocalCondition, "id"), Word(), stand=_own_id),
        Ask("title", said_of(LocalCondition, "title"), Words(), stand=_TITLE),
        _ASKS,
        Ask("missing", said_of(LocalCondition, "missing"), Choice(of=lambda _values: _MISSING), stand="void"),
        AT,
        Ask("since", said_of(LocalCondition, "since"), Day()),
        Ask("until", said_of(LocalCondition, "until"), Day()),
    ),
)
"""The questions about local conditions; an entry begins with its step."""
