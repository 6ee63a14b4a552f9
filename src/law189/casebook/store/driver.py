"""Что говорит драйвер базы (driver): why the database refused, in the words of SQLite and of PostgreSQL.

>>> import sqlite3
>>> try:
...     sqlite3.connect(":memory:").execute("select * from law189_cases")
... except sqlite3.Error as error:
...     print(damage(error))
the tables of the book are not those that the library writes (no such table: law189_cases); restore it from a copy
"""

from typing import Any

from law189.casebook.rows import Damaged

__all__ = ["BROKEN_OFF", "WAITED", "broken_off", "damage", "waited"]

BROKEN_OFF = ("40001", "40P01")
"""What PostgreSQL says where it cannot put two transactions in an order, or they wait for each other."""
WAITED = "55P03"
"""What PostgreSQL says where the lock did not come in time."""
IN_SQLITE = ("SQLITE_ERROR", "SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_CONSTRAINT", "SQLITE_MISMATCH")
"""How the names begin of what SQLite says of a file, a table, a column or a row that is none of a book."""
IN_POSTGRESQL = ("42P01", "42703", "42804", "42883", "22", "23", "XX")
"""How the codes begin of what PostgreSQL says of them: no such table, column, type; a value, a row, a page."""


def _state(error: Any) -> str:
    """What PostgreSQL calls the error, as each of its drivers tells it; empty where none does."""
    args = getattr(error, "args", ())
    told = args[0] if args and isinstance(args[0], dict) else {}
    return getattr(error, "sqlstate", None) or getattr(error, "pgcode", None) or told.get("C") or ""


def broken_off(error: BaseException | None) -> bool:
    """Whether the database itself has broken off the transaction, which may be tried again."""
    return _state(error) in BROKEN_OFF


def waited(error: BaseException | None) -> bool:
    """Whether the database was not free in time."""
    return _state(error) == WAITED or getattr(error, "sqlite_errorname", "").startswith("SQLITE_BUSY")


def damage(error: BaseException | None) -> Damaged | None:
    """What is wrong with the tables, where that is why the database refused; None on any other reason."""
    name = getattr(error, "sqlite_errorname", "")
    if not name.startswith(IN_SQLITE) and not _state(error).startswith(IN_POSTGRESQL):
        return None
    said = next(iter(str(error).splitlines()), name)
    return Damaged(
        f"the tables of the book are not those that the library writes ({said}); restore it from a copy"
    )
