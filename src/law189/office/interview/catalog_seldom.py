"""Опрос о редком (the questions about what few decrees say): ends of an act, values of its own, readings, names.

>>> [one.key for one in LAPSES.parts], [one.key for one in VALUES.parts]
(['repealed_on', 'of', 'cite'], ['what', 'term', 'cite'])
"""

from collections.abc import Mapping
from typing import Any

from law189.law import About, Text
from law189.office.interview.questions import AT, Ask, Block, Mode, Several, said_of
from law189.office.interview.spoken import (
    Address,
    Choice,
    Day,
    Offered,
    Values,
    Words,
    of_entries,
)
from law189.office.interview.spoken_values import Addresses, Lapsing, Own, latin
from law189.profile.acts import Alias, Blank, Mention
from law189.profile.edition import Edition
from law189.profile.indicators import FactorAnalysis
from law189.profile.slots import OwnValue
from law189.profile.validity import Lapse
from law189.readings import READINGS as KNOWN
from law189.readings import Reading

__all__ = ["ALIASES", "BLANKS", "FACTOR_ANALYSIS", "LAPSES", "MENTIONS", "READINGS", "VALUES"]

_TITLE = {"ru": "?"}


def _as_read(value: Any, _entries: list[Any]) -> Mapping[str, Any]:
    """The keys that the words themselves say."""
    return dict(value)


_WHAT_BECOMES = About.of(
    "что с актом",
    "what becomes of it",
    "Утрачивает силу, действует по какой-то день или приостановлено.",
    "It is repealed, expires or is suspended.",
)
LAPSES = Several(
    "lapses",
    said_of(Edition, "lapses"),
    (
        Ask("repealed_on", _WHAT_BECOMES, Lapsing(), also=_as_read),
        Ask("of", said_of(Lapse, "of"), Addresses()),
        AT,
    ),
)
"""The questions about the end and the suspension of the decree or of its provisions."""


def _own_value(value: Any, entries: list[Any]) -> Mapping[str, Any]:
    """The value under an id made of its words."""
    taken = {one.get("id") for one in entries if isinstance(one, dict)}
    return {"id": latin(str(value.get("ru", "")), taken), "what": value}


_VALUE = About.of(
    "само значение",
    "the value itself",
    "Чему оно равно.",
    "What it is.",
)
VALUES = Several(
    "values",
    said_of(Edition, "values"),
    (
        Ask("what", said_of(OwnValue, "what"), Words(), also=_own_value),
        Ask("term", _VALUE, Own(), also=_as_read, instead=()),
        AT,
    ),
)
"""The questions about what the municipality has set beside the values of the law."""


def _choices(reading: Reading) -> Choice:
    """The choices in words; the one that holds where nothing is said has its mark."""
    found: Offered = tuple(
        (code, Text(f"{words.ru} (если молчать)", f"{words.en} (where nothing is said)"))
        if code == reading.default
        else (code, words)
        for code, words in reading.choices.items()
    )
    return Choice(of=lambda _values: found)


READINGS = Block(
    "readings",
    said_of(Edition, "readings"),
    tuple(
        Ask(code, About(Text(code), reading.question), _choices(reading)) for code, reading in KNOWN.items()
    ),
    Mode.GATE,
    whether=Text(
        "выбрать, как читать места, которые можно понять двояко?",
        "choose how the places are read that can be understood in two ways?",
    ),
)
"""The questions about readings: each in its own words, with its choices."""

_NO_BODY = Text("орган не назван", "no body is named")


def _bodies(values: Values) -> Offered:
    """The bodies of the file, and that none is named."""
    return (*of_entries("bodies")(values), (None, _NO_BODY))


MENTIONS = Several(
    "mentions",
    said_of(Edition, "mentions"),
    (
        Ask("name", said_of(Mention, "name"), Words()),
        Ask("body", said_of(Mention, "body"), Choice(of=_bodies), blank=True, instead=()),
        AT,
    ),
)
ALIASES = Several(
    "aliases",
    said_of(Edition, "aliases"),
    (
        Ask("name", said_of(Alias, "name"), Words()),
        Ask("name_cite", said_of(Alias, "name_cite"), Address(), stand="act"),
        Ask("also", said_of(Alias, "also"), Words(), stand=_TITLE),
        Ask("cite", said_of(Alias, "cite"), Address(), stand="act"),
    ),
)
BLANKS = Several(
    "blanks",
    said_of(Edition, "blanks"),
    (Ask("what", said_of(Blank, "what"), Words()), AT),
)
FACTOR_ANALYSIS = Block(
    "factor_analysis",
    said_of(Edition, "factor_analysis"),
    (
        Block(
            "value",
            said_of(Edition, "factor_analysis"),
            (
                Ask("before", said_of(FactorAnalysis, "before"), Day(), stand="2100-01-01"),
                Ask("method", said_of(FactorAnalysis, "method"), Words(), stand=_TITLE),
            ),
            stand={},
        ),
        AT,
    ),
    Mode.GATE,
)
"""The questions about the analysis that must give the values still to be determined."""
