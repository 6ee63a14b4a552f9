"""Первый день нормы (first days): from which day what the decree counts by periods or years is counted.

A norm owes nothing for a period that began before it held: the first day is that of the entry into force, and never
one before the day of the decree itself. Where a day of publication is not recorded it is the first day on which the
decree could hold: as if it were published on its own day.

>>> from law189.profile.loader import load_profile
>>> district = load_profile("novokuznetsk_district").latest
>>> first_day(district.act, district.entry_into_force)
datetime.date(2023, 9, 23)
>>> published = district.act.model_copy(update={"published_on": date(2023, 9, 29)})
>>> first_day(published, district.entry_into_force)
datetime.date(2023, 9, 30)
"""

from datetime import date
from typing import Any

from law189.kinds.asked import asked
from law189.law import Act, Citation, Norm
from law189.readings import NO_CHOICES, Chosen
from law189.rules.acts.force import begins

__all__ = ["first_day"]


@asked
def first_day(
    act: Act,
    says: Norm[Any] | None,
    choices: Chosen = NO_CHOICES,
    *,
    of: Citation | None = None,
) -> date | None:
    """From which day a norm of the decree holds, by its word or by reading D5; None where no day is recorded.

    `says` is what the decree says of its entry into force, `of` the provision that has the norm, where a part of
    the decree begins to hold by itself.
    """
    known = (act.date, begins(act.date, act.published_on or act.date, says, choices, of=of))
    return max((day for day in known if day is not None), default=None)
