"""Дело о соглашении (case of an agreement): its states, and what its steps rest on.

>>> lifecycle.name, State.EXPECTED.value
('agreement', 'expected')
"""

from datetime import date
from typing import Annotated, Any, NamedTuple

from pydantic import Field

from law189.cases.history import Event, History
from law189.cases.lifecycle import Lifecycle
from law189.errors import NothingYet
from law189.extracts import RegisterExtract, YearSum
from law189.law import Text, Vocabulary
from law189.profile.parties import Party
from law189.rules.providers import successors

__all__ = [
    "BODY",
    "ENDED",
    "IN_FORCE",
    "REGISTER",
    "SETTLED_IN",
    "SUBSIDY",
    "TERM",
    "VOIDED",
    "AgreementEvent",
    "State",
    "Sums",
    "Terms",
    "lifecycle",
    "runs_to",
    "shown_provider",
    "terms",
]


class State(Vocabulary):
    """Состояние соглашения."""

    EXPECTED = "expected", "соглашения ещё нет", "no agreement yet"
    DRAFTED = "drafted", "проект соглашения есть", "agreement drafted"
    SIGNED_BY_PROVIDER = "signed_by_provider", "подписано исполнителем", "signed by the provider"
    CONCLUDED = "concluded", "соглашение действует", "agreement in force"
    TERMINATED = "terminated", "соглашение прекращено досрочно", "agreement ended early"
    COMPLETED = "completed", "соглашение исполнено до конца", "agreement carried out to its end"
    LAPSED = "lapsed", "проект утратил силу", "draft lapsed"


IN_FORCE = frozenset({State.CONCLUDED})
ENDED = frozenset({State.TERMINATED, State.COMPLETED})
VOIDED = frozenset({State.LAPSED})
"""Where the draft came to nothing."""


class AgreementEvent(Event):
    """Событие соглашения: what every step of an agreement is."""


lifecycle: Lifecycle[AgreementEvent] = Lifecycle(
    "agreement",
    Text("соглашение", "agreement"),
    State,
    State.EXPECTED,
    between=(Party.AUTHORIZED_BODY, Party.PROVIDER),
)
BODY = (Party.AUTHORIZED_BODY,)
SUBSIDY, REGISTER, TERM = "189-fz/art22.part2", "189-fz/art9.part16", "budget-code/art78.4.item3"
SETTLED_IN = (State.CONCLUDED, State.COMPLETED, State.TERMINATED)
"""Where what was rendered while the agreement ran may be acted, claimed, paid and settled."""
Sums = Annotated[tuple[YearSum, ...], Field(min_length=1)]


def shown_provider(history: History[Any], as_of: date = date.max) -> RegisterExtract | None:
    """The first extract of the provider put before the agreement, or that of its successor since, by that day."""
    found: RegisterExtract | None = None
    for record in history.standing:
        entry = getattr(record.event, "provider", None)
        if not isinstance(entry, RegisterExtract):
            continue
        if found is None or (record.event.on <= as_of and successors.succeeds(entry, found.provider)):
            found = entry
    return found


class Terms(NamedTuple):
    """Условия соглашения, какими они стали: the sums by year, the last day."""

    sums: tuple[YearSum, ...]
    ends_on: date


def terms(history: History[Any], as_of: date = date.max) -> Terms:
    """What the draft says, or the latest amendment by that day. Raises `NothingYet` where there is no draft yet."""
    by_then: list[Any] = [one.event for one in history.made_by(as_of) if "sums" in vars(one.event)]
    drafted = (one.event for one in history.standing if "sums" in vars(one.event))
    said: Any = by_then[-1] if by_then else next(drafted, None)
    if said is None:
        raise NothingYet(f"nothing of kind Drafted has happened in {history.lifecycle} {history.id}")
    return Terms(said.sums, said.ends_on)


def runs_to(history: History[Any]) -> date:
    """The last day on which the agreement runs: that of its term, or the day of its termination if earlier.

    Raises `NothingYet` where there is no draft yet.
    """
    ended = (record.event.on for record in history.standing if record.event.kind == "terminated")
    return min((terms(history).ends_on, *ended))
