"""Сверх прежнего (besides): what an amendment gives more of, or for longer, than was given before it.

What was given before was judged by the acts of its day: a later act looks forward and takes nothing of it away. So
an amendment is asked by the acts of its own day of what it gives besides, and of how it is made itself: who acts,
by which document and signature, on which acts.

>>> from datetime import date
>>> before = Granted({"person-hours": Decimal(72)}, date(2024, 5, 31))
>>> Granted({"person-hours": Decimal(60)}, date(2024, 5, 31)).besides(before).anything
False
>>> Granted({"person-hours": Decimal(60)}, date(2024, 6, 1)).besides(before)
Besides(more=frozenset(), longer=True)
"""

from collections.abc import Hashable, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

__all__ = ["Besides", "Granted"]


class Besides(NamedTuple):
    """Что дано сверх прежнего: of what there is more than before, and whether it is given for longer."""

    more: frozenset[Hashable]
    longer: bool

    @property
    def anything(self) -> bool:
        """Whether more is given, or for longer."""
        return bool(self.more) or self.longer


class Granted(NamedTuple):
    """Что дано: how much of each thing, and to which last day; None where what is given has none."""

    amounts: Mapping[Hashable, Decimal]
    until: date | None = None

    def besides(self, before: "Granted") -> Besides:
        """What is given besides what was given before."""
        none = Decimal(0)
        more = (one for one, amount in self.amounts.items() if amount > before.amounts.get(one, none))
        longer = self.until is not None and before.until is not None and self.until > before.until
        return Besides(frozenset(more), longer)
