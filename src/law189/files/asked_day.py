"""Спрошенный день (asked day): a day that an address, an option or a field gives, read alike at every door.

>>> read_day("2023-10-02", "on")
datetime.date(2023, 10, 2)
>>> read_day("9999-12-31", "on")
Traceback (most recent call last):
    ...
law189.errors.FaultyInput: on: 9999-12-31 is a date without end, no day here is so late; give a day before 2101
"""

from datetime import date

from pydantic import TypeAdapter, ValidationError

from law189.errors import Fault, FaultyInput
from law189.files.refused import worded
from law189.kinds import must_be
from law189.law import Day

__all__ = ["read_day"]

_DAY: TypeAdapter[date] = TypeAdapter(Day)


def read_day(written: str, where: str) -> date:
    """The day, written as files write it; `where` is what gives it, such as `on` of an address.

    Raises `FaultyInput`, whose one fault says what is wrong and what to give.
    """
    try:
        return _DAY.validate_python(must_be(written, str))
    except ValidationError as error:
        said = error.errors(include_url=False)[0]
        words = worded(said["type"], written, said.get("ctx", {}), said["msg"])
        raise FaultyInput([Fault(where, None, None, "", words)]) from None
