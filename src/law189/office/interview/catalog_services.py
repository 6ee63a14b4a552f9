"""Опрос о параметрах услуг (the questions about what is set for services): consumers, costs, limits, days.

>>> [one.key for one in PARAMETERS.parts][:4]
['cite', 'services', 'body', 'consumers']
"""

from law189.law import Text
from law189.law.words import CITE
from law189.measures import Unit
from law189.office.interview.questions import Ask, Block, Mode, Several, said_of
from law189.office.interview.spoken import (
    Address,
    Choice,
    Choices,
    Day,
    Offered,
    Values,
    Word,
    Words,
    of_entries,
    of_vocabulary,
)
from law189.office.interview.spoken_measures import Number, Quantum, Sum
from law189.profile.edition import Edition
from law189.profile.parameters import Consumers, Limit, Nominal, Normative, Parameters, Season
from law189.profile.slots import Ground

__all__ = ["PARAMETERS", "listed"]

_TITLE = {"ru": "?"}


def listed(values: Values) -> Offered:
    """The services of the list by their numbers, each with its title."""
    found = [one for one in values.get("services") or () if isinstance(one, dict) and "number" in one]
    return tuple((one["number"], Text(_titled(one))) for one in found)


def _titled(service: Values) -> str:
    title = service.get("title")
    ru = title.get("ru") if isinstance(title, dict) else None
    return str(ru or service["number"])


def _categories(values: Values) -> Offered:
    """The categories of consumers that the parameters have named so far."""
    parameters = [one for one in values.get("parameters") or () if isinstance(one, dict)]
    told = [one["consumers"] for one in parameters if isinstance(one.get("consumers"), dict)]
    named = [
        entry
        for one in told
        for entry in one.get("categories") or ()
        if isinstance(entry, dict) and isinstance(entry.get("id"), str)
    ]
    found = {entry["id"]: Text(str((entry.get("title") or {}).get("ru") or entry["id"])) for entry in named}
    return tuple(found.items())


def _named(key: str) -> Several:
    """A list of categories, each by its id and its words."""
    return Several(
        key,
        said_of(Consumers, key),
        (
            Ask("id", said_of(Ground, "id"), Word()),
            Ask("title", said_of(Ground, "title"), Words(), stand=_TITLE),
        ),
    )


_CONSUMERS = Block(
    "consumers",
    said_of(Parameters, "consumers"),
    (
        Ask("age_from", said_of(Consumers, "age_from"), Number()),
        Ask("age_to", said_of(Consumers, "age_to"), Number()),
        _named("categories"),
        _named("excluded"),
    ),
    Mode.GATE,
)
_NOMINALS = Several(
    "nominals",
    said_of(Parameters, "nominals"),
    (
        Ask("volume", said_of(Nominal, "volume"), Quantum()),
        Ask("category", said_of(Nominal, "category"), Choice(of=_categories)),
    ),
)
_NORMATIVES = Several(
    "normatives",
    said_of(Parameters, "normatives"),
    (
        Ask("roubles", said_of(Normative, "roubles"), Sum()),
        Ask(
            "unit",
            said_of(Normative, "unit"),
            Choice(of=of_vocabulary(Unit)),
            stand=Unit.PERSON_HOURS.value,
        ),
        Ask("category", said_of(Normative, "category"), Choice(of=_categories)),
    ),
)
_LIMITS = Several(
    "limits",
    said_of(Parameters, "limits"),
    (
        Ask("since", said_of(Limit, "since"), Day()),
        Ask("until", said_of(Limit, "until"), Day()),
        Ask("certificates", said_of(Limit, "certificates"), Number()),
        Ask("volume", said_of(Limit, "volume"), Quantum()),
    ),
)
_PERIODS = Several(
    "periods",
    said_of(Parameters, "periods"),
    (
        Ask("since", said_of(Season, "since"), Day()),
        Ask("until", said_of(Season, "until"), Day()),
    ),
)
PARAMETERS = Several(
    "parameters",
    said_of(Edition, "parameters"),
    (
        Ask("cite", CITE, Address()),
        Ask("services", said_of(Parameters, "services"), Choices(of=listed)),
        Ask("body", said_of(Parameters, "body"), Choice(of=of_entries("bodies"))),
        _CONSUMERS,
        _NOMINALS,
        _NORMATIVES,
        Ask("certificates", said_of(Parameters, "certificates"), Number()),
        _LIMITS,
        _PERIODS,
        Ask("duration", said_of(Parameters, "duration"), Words()),
        Ask("place", said_of(Parameters, "place"), Words()),
    ),
)
"""The questions about what is set for services; an entry begins with where the act says so."""
