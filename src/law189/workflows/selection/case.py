"""Дело об отборе исполнителя (case of a selection): its states, and what the application and the register share.

>>> lifecycle.name, State.EXPECTED.value
('selection', 'expected')
"""

from datetime import date
from typing import Any, NamedTuple

from law189.cases.acts import value_unset
from law189.cases.history import Event, History
from law189.cases.lifecycle import Lifecycle, Moment
from law189.errors import NothingYet
from law189.extracts import Provider, Services
from law189.kinds.asked import asked
from law189.law import Text, Vocabulary
from law189.numbers import same_inn
from law189.profile.edition import Edition
from law189.rules.acts import adoption
from law189.rules.providers import eligibility
from law189.verdict import Verdict

__all__ = [
    "ENDED",
    "IN_FORCE",
    "VOIDED",
    "Entry",
    "SelectionEvent",
    "State",
    "admission",
    "before",
    "entry",
    "grounded",
    "lifecycle",
    "objected",
    "provider_of",
]


class State(Vocabulary):
    """Состояние заявки исполнителя."""

    EXPECTED = "expected", "заявки ещё нет", "no application yet"
    APPLIED = "applied", "заявка подана", "application handed in"
    INCLUDED = "included", "исполнитель в реестре", "provider in the register"
    REFUSED = "refused", "во включении отказано", "inclusion refused"
    EXCLUDED = "excluded", "исполнитель исключён", "provider excluded"
    WITHDRAWN = "withdrawn", "заявка отозвана", "application withdrawn"


IN_FORCE = frozenset({State.INCLUDED})
ENDED = frozenset({State.EXCLUDED})
VOIDED = frozenset({State.REFUSED, State.WITHDRAWN})
"""Where the application came to nothing."""


class SelectionEvent(Event):
    """Событие отбора исполнителя: what every step of the selection of a provider is."""


lifecycle: Lifecycle[SelectionEvent] = Lifecycle(
    "selection", Text("отбор исполнителей", "selection of providers"), State, State.EXPECTED
)


class Entry(NamedTuple):
    """Запись реестра или заявка, какой она стала: the provider and the services."""

    provider: Provider
    services: tuple[str, ...]


def entry(history: History[Any], by: date = date.max) -> Entry:
    """The entry as the latest step by that day left it. Raises `NothingYet` where nobody has applied."""
    provider, services = None, None
    for record in history.made_by(by):
        provider = vars(record.event).get("provider", provider)
        services = vars(record.event).get("services", services)
    if provider is None or services is None:
        raise NothingYet(f"{history.lifecycle} {history.id}: nobody has applied yet (state: {history.state})")
    return Entry(provider, services)


def before(history: History[Any], by: date = date.max) -> tuple[str, ...]:
    """The INN of those whose the record was by that day before it passed on, each once, the first one first."""
    told = (vars(record.event).get("provider") for record in history.standing if record.event.on <= by)
    inns = [provider.inn for provider in told if provider is not None]
    return tuple(dict.fromkeys(inn for inn in inns if not same_inn(inn, inns[-1])))


@asked
def provider_of(history: History[SelectionEvent]) -> Provider:
    """The provider as last applied for or changed. Raises `NothingYet` where nobody has applied."""
    return entry(history).provider


@asked
def services_of(history: History[SelectionEvent]) -> Services:
    """The services as last applied for or changed. Raises `NothingYet` where nobody has applied."""
    return entry(history).services


def admission(edition: Edition) -> eligibility.Admission:
    """What the decree asks of a provider on that day; what is lacking is a fact of an earlier step."""
    return eligibility.Admission(
        edition.excluded_providers,
        edition.numbers,
        edition.listed_at,
        edition.licence,
        edition.readings,
        "case.provider",
    )


def objected(m: Moment[Any]) -> Verdict | None:
    """Whether a ground that follows from the decree itself is borne out; None for any other ground."""
    if m.event.ground not in set(eligibility.Objection):
        return None
    latest = entry(m.history)
    return eligibility.objected(
        eligibility.Objection(m.event.ground),
        m.event.because,
        admission(m.edition),
        latest.provider,
        latest.services,
        m.event.on,
    )


def grounded(m: Moment[Any], slot_id: str) -> Verdict:
    """Whether the ground is in the list that the municipality's act sets."""
    edition = m.edition
    fill = edition.fill_on(slot_id, m.event.on)
    if fill is None:
        return value_unset(slot_id, edition)
    return adoption.grounded(m.event.ground, m.event.because, edition.federal.slot(slot_id), fill)
