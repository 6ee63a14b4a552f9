"""База занята (busy): what the database says where others have it, told in one way."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError

from law189.casebook.rows import BUSY, Busy

__all__ = ["busy_told"]

STATES = {"40001", "40P01", "55P03"}
"""What PostgreSQL says where transactions cannot be put in an order, or a lock did not come in time."""


@contextmanager
def busy_told() -> Iterator[None]:
    """Raise `Busy` where the database was not free in time; every other error comes out as it is."""
    try:
        yield
    except OperationalError as error:
        said = error.__cause__
        state = getattr(said, "sqlstate", None) or getattr(said, "pgcode", None)
        if state in STATES or getattr(said, "sqlite_errorname", "").startswith("SQLITE_BUSY"):
            raise Busy(BUSY) from error
        raise
