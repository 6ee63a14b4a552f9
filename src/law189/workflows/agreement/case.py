"""Дело о соглашении (case of an agreement): its states, and what its steps rest on.

>>> lifecycle.name, State.EXPECTED.value
('agreement', 'expected')
"""

from typing import Annotated, Any

from pydantic import Field

from law189.cases.history import Event, History
from law189.cases.lifecycle import Lifecycle
from law189.extracts import RegisterExtract, YearSum
from law189.law import Text, Vocabulary
from law189.profile.parties import Party

__all__ = [
    "BODY",
    "REGISTER",
    "SUBSIDY",
    "TERM",
    "AgreementEvent",
    "State",
    "Sums",
    "lifecycle",
    "shown_provider",
]


class State(Vocabulary):
    """Состояние соглашения."""

    EXPECTED = "expected", "соглашения ещё нет", "no agreement yet"
    DRAFTED = "drafted", "проект соглашения есть", "agreement drafted"
    SIGNED_BY_PROVIDER = "signed_by_provider", "подписано исполнителем", "signed by the provider"
    CONCLUDED = "concluded", "соглашение действует", "agreement in force"
    TERMINATED = "terminated", "соглашение прекращено досрочно", "agreement ended early"
    COMPLETED = "completed", "соглашение исполнено до конца", "agreement carried out to its end"


class AgreementEvent(Event):
    """Событие соглашения: what every step of an agreement is."""


lifecycle: Lifecycle[AgreementEvent] = Lifecycle(
    "agreement", Text("соглашение", "agreement"), State, State.EXPECTED
)
BODY = (Party.AUTHORIZED_BODY,)
SUBSIDY, REGISTER, TERM = "189-fz/art22.part2", "189-fz/art9.part16", "budget-code/art78.4.item3"
Sums = Annotated[tuple[YearSum, ...], Field(min_length=1)]


def shown_provider(history: History[Any]) -> RegisterExtract | None:
    """The first extract of the provider that was put before the agreement."""
    shown = (getattr(record.event, "provider", None) for record in history.standing)
    return next((entry for entry in shown if isinstance(entry, RegisterExtract)), None)
