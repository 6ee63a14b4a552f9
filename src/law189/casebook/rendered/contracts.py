"""Договоры и сертификаты (contracts told): what they say of what was rendered, by the line that may pay for it.

>>> told = ContractsTold(())
>>> dict(told.named()), told.formed("к-1")
({}, ())
"""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from law189.casebook.rendered.told import Agreed, CaseTold, ContractTold, FormedUnder
from law189.measures import Unit

__all__ = ["Contracts", "ContractsTold", "What"]

What = tuple[str, Unit]
"""The service of a line, as `service_key` writes it, and a unit."""


class Contracts(ABC):
    """Договоры и их сертификаты: what they say of what was rendered, whoever keeps it."""

    @abstractmethod
    def named(self) -> Mapping[What, str]:
        """Each service and unit of the contracts, in their order, with its number as an offer writes it.

        With them each line that may pay for their certificates; its number is as `service_key` writes it where no
        offer is for it.
        """

    @abstractmethod
    def of(self, what: What) -> Iterable[ContractTold]:
        """The contracts of the service, and those whose certificate its line may pay for.

        Those of one agreement come one after the other, and of them those of one service.
        """

    @abstractmethod
    def under(self, agreed: Agreed) -> int:
        """How many contracts of a service, in a unit, the agreement pays for."""

    @abstractmethod
    def formed(self, certificate: str) -> Sequence[FormedUnder]:
        """The certificates of that number, in the order in which their cases were begun."""


class ContractsTold(Contracts):
    """Договоры из дел: of cases that are given in the order in which they were begun, all held."""

    def __init__(self, cases: Iterable[CaseTold]) -> None:
        self._of: dict[What, list[ContractTold]] = {}
        self._formed: dict[str, list[FormedUnder]] = {}
        for one in cases:
            for own in one.contracts:
                self._of.setdefault((own.service, own.unit), []).append(own)
            for made in one.formed:
                self._formed.setdefault(made.number, []).append(made)
        self._paid = self._paid_from()
        self._under = Counter((one.agreement, *what) for what, several in self._of.items() for one in several)

    def named(self) -> Mapping[What, str]:
        """Each service and unit of the contracts, and each line that may pay for them."""
        every = sorted({*self._of, *self._paid})
        return {what: max((one.named for one in self._of.get(what, ())), default=what[0]) for what in every}

    def of(self, what: What) -> Iterable[ContractTold]:
        """The contracts of the service, and those that its line may pay for."""
        several = (*self._of.get(what, ()), *self._paid.get(what, ()))
        return sorted(several, key=lambda one: (one.agreement or "", one.service))

    def _paid_from(self) -> dict[What, list[ContractTold]]:
        """The contracts whose certificate the line of another service may pay for."""
        found: dict[What, list[ContractTold]] = {}
        for (service, unit), several in self._of.items():
            for one in several:
                formed = () if one.certificate is None else self.formed(one.certificate)
                for line in {line for made in formed for line in made.lines} - {service}:
                    found.setdefault((line, unit), []).append(one)
        return found

    def under(self, agreed: Agreed) -> int:
        """How many contracts the agreement pays for."""
        return self._under[agreed]

    def formed(self, certificate: str) -> Sequence[FormedUnder]:
        """The certificates of that number."""
        return self._formed.get(certificate, ())
