"""Строки ведомости (rows of the ledger): figures with the records that they come from, and what follows from them.

>>> one, other = Figure(Decimal(72), (Made("17", 3),)), Figure(Decimal(20), (Made("5", 2),))
>>> (one - other).amount, len((one - other).made_by)
(Decimal('52'), 2)
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from law189.casebook.known import Made
from law189.extracts import Way
from law189.kinds.asked import asked
from law189.law import Citation
from law189.measures import EXACT, Unit, total
from law189.verdict import plain

__all__ = ["NOTHING", "OF_CONSUMER", "OF_PROVIDER", "OF_SERVICE"]
__all__ += ["Figure", "InRoubles", "MoneyRow", "VolumeRow", "added"]


class Figure(NamedTuple):
    """Число ведомости: how much, and the records that it comes from."""

    amount: Decimal = Decimal(0)
    made_by: tuple[Made, ...] = ()

    def __add__(self, other: object) -> "Figure":
        if not isinstance(other, Figure):
            return NotImplemented
        return added((self, other))

    def __sub__(self, other: object) -> "Figure":
        if not isinstance(other, Figure):
            return NotImplemented
        return self + other._replace(amount=EXACT.minus(other.amount))

    def as_json(self) -> dict[str, Any]:
        """The figure as plain JSON values."""
        return {"amount": f"{self.amount:f}", "made_by": [one.as_json() for one in self.made_by]}


NOTHING = Figure()


@asked
def added(figures: Iterable[Figure]) -> Figure:
    """Figures together, with the records of all of them, each once."""
    found = list(figures)
    if len(found) == 1:
        return found[0]
    amount = total(one.amount for one in found)
    return Figure(amount, tuple(dict.fromkeys(made for one in found for made in one.made_by)))


OF_SERVICE = (
    *("ordered", "shares", "formed", "returned", "live", "contracted", "released", "held", "rendered"),
    *("accepted", "expired", "remainder"),
)
OF_PROVIDER = ("contracted", "released", "held", "rendered", "accepted")
OF_CONSUMER = ("formed", "returned", "live", "contracted", "released", "held", "rendered", "expired")
"""Which figures a row has, by what it is of: a provider has no certificate, a consumer no order."""


class VolumeRow(NamedTuple):
    """Строка об объёме: of one service and one year of the order, in one unit.

    `who` is the INN of the provider or the file of the consumer where the row is of one, None where it is of all or
    nobody is known. `service` is None for certificates on several services that name no line of the order, `year`
    where no extract of the order was put before the certificate. `shares` are the shares of the order by way; the
    rest is of certificates. `names` are the figures that the row has: one of a provider has what went into
    contracts and what came of it, one of a consumer nothing of the order; what it has not is zero. `accepted` is
    what acts of periods accept: a contract is rendered when it ends, so while it runs more may be accepted than
    rendered.
    """

    service: str | None
    year: int | None
    unit: Unit
    who: str | None
    shares: tuple[tuple[Way, Figure], ...]
    formed: Figure
    returned: Figure
    expired: Figure
    contracted: Figure
    released: Figure
    rendered: Figure
    accepted: Figure
    names: tuple[str, ...] = OF_SERVICE

    @property
    def without_order(self) -> bool:
        """Без заказа: whether the year of the row is known, and none of the cases is an order for the service."""
        return (
            self.year is not None and self.service is not None and "shares" in self.names and not self.shares
        )

    @property
    def ordered(self) -> Figure:
        """Заказано: all shares together."""
        return added(share for _, share in self.shares)

    @property
    def share(self) -> Figure:
        """Доля сертификата: the share of the order that certificates are formed from."""
        return dict(self.shares).get(Way.CERTIFICATE, NOTHING)

    @property
    def remainder(self) -> Figure:
        """Остаток доли: what of the share by certificate is in no certificate."""
        return self.share - self.formed + self.returned if "remainder" in self.names else NOTHING

    @property
    def live(self) -> Figure:
        """Свободно: what certificates have that no contract holds, and that has not expired."""
        if "live" not in self.names:
            return NOTHING
        return self.formed - self.returned - self.expired - self.contracted + self.released

    @property
    def held(self) -> Figure:
        """Занято: what running contracts hold."""
        return self.contracted - self.released - self.rendered

    def as_json(self) -> dict[str, Any]:
        """The row as plain JSON values, with the figures that it has."""
        key = {"service": self.service, "year": self.year, "unit": self.unit.value, "who": self.who}
        shares = {way.value: share.as_json() for way, share in self.shares}
        told: dict[str, Any] = {"shares": shares} if "shares" in self.names else {}
        told |= {"without_order": True} if self.without_order else {}
        figures = {name: getattr(self, name).as_json() for name in FIGURES if name in self.names}
        return {**key, **told, **figures}


FIGURES = (
    "ordered",
    "formed",
    "returned",
    "expired",
    "contracted",
    "released",
    "rendered",
    "accepted",
    "live",
    "held",
    "remainder",
)
"""The figures of a row, as they are called in JSON."""


class MoneyRow(NamedTuple):
    """Строка о деньгах: of the agreements of one provider for one year, in roubles.

    What is paid, kept and given back is zero until a step of the agreement tells of it. `unclaimed` is what of the
    sums of agreements that are over nobody has paid or claimed: it is not left to be paid.
    """

    year: int | None
    who: str | None
    agreed: Figure
    paid: Figure
    kept: Figure
    given_back: Figure
    unclaimed: Figure = NOTHING

    @property
    def left(self) -> Figure:
        """Остаток: what of the sum of the year may still be paid; what is kept or given back was paid before.

        Of an agreement that is over it is what was claimed and not paid.
        """
        return self.agreed - self.paid - self.unclaimed

    def as_json(self) -> dict[str, Any]:
        """The row as plain JSON values."""
        names = ("agreed", "paid", "kept", "given_back", "unclaimed", "left")
        return {"year": self.year, "who": self.who, **{one: getattr(self, one).as_json() for one in names}}


class InRoubles(NamedTuple):
    """Строка в рублях: the rows of a service and a year in all units, each at its normative cost, together.

    `prices` are the roubles for one unit, with the address that sets them; roubles themselves have none.
    """

    row: VolumeRow
    prices: tuple[tuple[Unit, Decimal, Citation], ...]

    def as_json(self) -> dict[str, Any]:
        """The row as plain JSON values."""
        told = [
            {"unit": unit.value, "roubles": f"{price:f}", "cite": plain(cite)}
            for unit, price, cite in self.prices
        ]
        return {**self.row.as_json(), "prices": told}
