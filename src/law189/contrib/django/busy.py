"""База отказала (busy): what it says where others have it, or where its tables are none, told in one way."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, OperationalError

from law189.casebook.rows import BUSY, Busy
from law189.casebook.store.driver import broken_off, damage, waited

__all__ = ["busy_told", "refusals_told"]


@contextmanager
def busy_told() -> Iterator[None]:
    """Raise `Busy` where the database was not free in time; every other error comes out as it is."""
    try:
        yield
    except OperationalError as error:
        if waited(error.__cause__) or broken_off(error.__cause__):
            raise Busy(BUSY) from error
        raise


@contextmanager
def refusals_told() -> Iterator[None]:
    """Raise `Busy` so, and `Damaged` where the tables are none of a book or hold a row that was to be written."""
    try:
        with busy_told():
            yield
    except DatabaseError as error:
        if (told := damage(error.__cause__)) is not None:
            raise told from error
        raise
