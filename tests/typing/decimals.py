"""Arithmetic on exact numbers, which the checker of types refuses where the embedder's context decides the result.

A line that ends with «wrong» is refused, no other one is.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from law189.measures import EXACT, Volume, total

one, other = Decimal("1000000.01"), Decimal("0.02")
many: Sequence[Decimal] = [one, other]

EXACT.add(one, other)
EXACT.subtract(one, other)
EXACT.multiply(one, 2)
EXACT.abs(one)
EXACT.minus(one)
total(many)
max(one, other)
max(many)
told: object = (one < other, one == 1, f"{one:f}", int(one), Fraction(one), 1 + 2, sum([1, 2]), abs(-1))


def asked(volume: Volume, maybe: Decimal | None, either: Decimal | int) -> Iterator[object]:
    """Operands of every kind."""
    yield volume + volume
    yield one + other  # wrong
    yield one - 1  # wrong
    yield 1 - one  # wrong
    yield one * other  # wrong
    yield one / 2  # wrong
    yield one // 2  # wrong
    yield one % 2  # wrong
    yield one**2  # wrong
    yield -one  # wrong
    yield +one  # wrong
    yield abs(one)  # wrong
    yield round(one, 2)  # wrong
    yield divmod(one, 2)  # wrong
    yield sum(many)  # wrong
    yield sum((part for part in many), Decimal(0))  # wrong
    yield sum({"a": one}.values())  # wrong
    yield volume.amount - one  # wrong
    yield (maybe or Decimal(0)) + one  # wrong
    yield either + 1  # wrong
    yield one.quantize(other)  # wrong
    yield one.normalize()  # wrong
    yield one.scaleb(-2)  # wrong
    counted = one
    counted += other  # wrong
    counted *= 2  # wrong
