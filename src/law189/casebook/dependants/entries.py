"""Записи исполнителя (entries): those of a provider in the register, on which a contract or an agreement rests.

>>> from law189.casebook.shelf import MemoryShelf
>>> Entries.of(MemoryShelf(), "4205000009", date(2024, 1, 9), ()).on(date(2024, 2, 1))
[]
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from law189.casebook.dependants.grounds import as_of, state_of
from law189.casebook.dependants.passed import ever_held_by
from law189.casebook.dependants.registered import of_record
from law189.casebook.keys import By, number
from law189.casebook.shelf import Shelf
from law189.cases.history import History
from law189.extracts import RegisterExtract
from law189.law import Text
from law189.numbers import same_service
from law189.workflows import selection

__all__ = ["Entries"]


class Entries(NamedTuple):
    """Записи реестра исполнителя: those that were the provider's when a case was begun, or since.

    The case rests on none that passed on before. `shown` are the extracts of the register that the case was shown.
    """

    cases: Sequence[History[Any]]
    provider: str
    begun: date
    shown: Sequence[RegisterExtract]

    @classmethod
    def of(cls, shelf: Shelf, provider: str, begun: date, shown: Sequence[RegisterExtract]) -> "Entries":
        """The entries of the shelf that were ever the provider's, for a case that was begun on that day."""
        found = (shelf.case(one) for one in shelf.found(number(By.PROVIDER, provider)))
        return cls([one for one in found if one is not None], provider, begun, shown)

    def on(self, day: date) -> list[History[Any]]:
        """The entries as they stood at the end of the day."""
        held = (as_of(one, day) for one in self.cases)
        return [one for one in held if one.records and ever_held_by(one, self.provider, self.begun)]

    def serving(self, service: str, day: date) -> list[History[Any]]:
        """Those that gave the service on the day, whoever held them."""
        return [
            one for one in self.on(day) if one.state == selection.State.INCLUDED and _serves(one, service)
        ]

    def gave(self, entry: History[Any], service: str) -> bool:
        """Whether the entry was excluded, was once in the register for the service, or was shown to the case so.

        What a record said that is annulled it never said, but for a case that rests on it.
        """
        if entry.state == selection.State.EXCLUDED:
            return True
        events: list[Any] = [record.event for record in entry.standing]
        named = [one for event in events for one in getattr(event, "services", None) or ()]
        if any(entry.events(selection.Included)) and any(same_service(service, one) for one in named):
            return True
        told = (one for extract in of_record(entry, self.shown) for one in extract.services)
        return any(same_service(service, one) for one in told)

    def without(self, entry: str, service: str, day: date) -> Text | None:
        """In what state the entry of that id was, where it gave the service and on the day no entry gives it."""
        held = next((one for one in self.on(day) if one.id == entry), None)
        if held is None or not self.gave(held, service) or self.serving(service, day):
            return None
        if held.state != selection.State.INCLUDED:
            return state_of(held)
        return Text(f"услуги {service} в записи нет", f"it does not have the service {service}")


def _serves(entry: History[Any], service: str) -> bool:
    return any(same_service(service, one) for one in selection.services_of(entry))
