"""Таблица договора (table): where a contract may stand, and who its sides are.

>>> lifecycle.name, lifecycle.initial.text.en
('contract', 'no offer yet')
"""

from law189.cases.history import Event
from law189.cases.lifecycle import Assumed, Lifecycle
from law189.law import Text, Vocabulary
from law189.profile.parties import CONSUMERS, Party

__all__ = [
    "IN_FORCE",
    "SIDES",
    "UNREAD",
    "VOIDED",
    "ContractEvent",
    "State",
    "lifecycle",
]


class State(Vocabulary):
    """Состояние договора."""

    EXPECTED = "expected", "предложения ещё нет", "no offer yet"
    OFFERED = "offered", "договор предложен", "contract offered"
    DECLINED = "declined", "предложение отклонено", "offer declined"
    CONCLUDED = "concluded", "договор действует", "contract in force"
    SUSPENDED = "suspended", "договор приостановлен", "contract suspended"
    FULFILLED = "fulfilled", "договор исполнен", "contract fulfilled"
    TERMINATED = "terminated", "договор расторгнут", "contract terminated"


IN_FORCE = frozenset({State.CONCLUDED, State.SUSPENDED})
VOIDED = frozenset({State.DECLINED})
"""Where the offer came to nothing."""


class ContractEvent(Event):
    """Событие договора с получателем сертификата: what every step of a contract is."""


lifecycle: Lifecycle[ContractEvent] = Lifecycle(
    "contract",
    Text("договор с получателем сертификата", "contract with a certificate holder"),
    State,
    State.EXPECTED,
    between=(Party.PROVIDER, Party.CONSUMER),
)
SIDES = (*CONSUMERS, Party.PROVIDER)
UNREAD = Assumed(
    Text(
        "Статья закона о договоре здесь не прочитана; порядок шагов взят из практики оферт.",
        "The law's article on the contract was not read for this library; the order of steps follows the "
        "practice of offers.",
    )
)
