"""Числа (numerals): a number as a person writes it in a file, with a comma or a point, exact.

>>> number("87,5"), number(87.5), number("1e5")
(Decimal('87.5'), Decimal('87.5'), None)
"""

import re
from decimal import Decimal

__all__ = ["WRITTEN", "number"]

WRITTEN = re.compile(r"-?(0|[1-9][0-9]{0,30})([.,][0-9]{1,60})?")
_EXACT = 15
"""So many digits of a number with a point a computer keeps as they are written."""


def number(value: object) -> Decimal | None:
    """The number that is written, with a comma or a point («87,5» and 87.5), exact; None where it is none.

    A decimal without quotes has at most 15 digits: more of them would be rounded before they are read.
    """
    if isinstance(value, bool):
        return None
    # digits only: Decimal would also read 1e5, 1_000, +5 and the digits of other scripts
    whole = isinstance(value, int) and abs(value) < 10**31
    said = float.__repr__(value) if isinstance(value, float) else str(value)
    if isinstance(value, float) and sum(sign.isdigit() for sign in said) > _EXACT:
        return None
    if (whole or isinstance(value, str | float | Decimal)) and WRITTEN.fullmatch(said):
        return Decimal(said.replace(",", "."))
    return None
