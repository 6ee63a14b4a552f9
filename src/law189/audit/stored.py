"""Шаги из базы (stored): the records of a book in SQLite or PostgreSQL as lines of an audit. Extra `store`.

The database keeps the records of each case in their order, and not that of the steps of different cases: they come
in the order of `law189.casebook.made`, and the number of a line counts them so. Nothing is written: a database
without the tables of a book is a fault.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

from law189.casebook.line import Line
from law189.casebook.made import as_made, named_in
from law189.casebook.store.driver import damage
from law189.casebook.stores.sql import SqlStore
from law189.casebook.stores.tables import SCHEMAS
from law189.cases.history import History, Record, untold_verdict
from law189.errors import Fault, FaultyInput, NeedsExtra
from law189.kinds.asked import made_asked, methods_asked
from law189.law import Law189Error, Text
from law189.profile.profile import Profile

try:
    from sqlalchemy import create_engine, inspect
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
except ImportError as error:
    raise NeedsExtra("store") from error

__all__ = ["StoreSource"]

NO_ADDRESS = Text(
    "такого адреса базы не бывает; пишите sqlite:///книга.sqlite3 или postgresql+psycopg://…",
    "there is no such address of a database; write sqlite:///book.sqlite3 or postgresql+psycopg://…",
)
NO_DRIVER = Text(
    "нет драйвера для этой базы; установите его (для PostgreSQL: psycopg)",
    "the driver of this database is missing; install it (for PostgreSQL: psycopg)",
)
NO_BOOK = Text(
    "в этой базе нет книги дел; проверьте адрес", "this database holds no book of cases; check the address"
)
NO_FILE = Text("файла базы нет; проверьте адрес", "there is no file of the database; check the address")
NO_ANSWER = Text(
    "база не отвечает или закрыта; проверьте адрес, пароль и доступ",
    "the database does not answer or is closed; check the address, the password and the access",
)


@made_asked
@methods_asked
class StoreSource(NamedTuple):
    """Книга в базе как источник шагов; `url` is the database as SQLAlchemy writes it."""

    url: str

    @property
    def name(self) -> str:
        """The address without its password."""
        try:
            return unquote(make_url(self.url).render_as_string(hide_password=True))
        except (ArgumentError, ValueError):
            return self.url.partition("://")[0] + "://…"

    def read(self, profile: Profile) -> Iterator[tuple[int, Line | FaultyInput]]:
        """Each record as a line. Raises `FaultyInput` where the database holds no book or does not answer."""
        self._look()
        try:
            with SqlStore(self.url, profile) as store:
                made = as_made(map(_unjudged, store.cases()))
        except SQLAlchemyError:
            raise self._fault(NO_ANSWER) from None
        except Law189Error as error:
            raise self._fault(Text(str(error), str(error))) from None
        yield from enumerate((line for _, line in made), start=1)

    def _look(self) -> None:
        """Raise `FaultyInput` where there is no book, and make none."""
        try:
            where = make_url(self.url)
            if where.get_backend_name() not in ("sqlite", "postgresql"):
                raise self._fault(NO_ADDRESS)
            if where.get_backend_name() == "sqlite" and not Path(where.database or "").is_file():
                raise self._fault(NO_FILE)
            engine = create_engine(self.url)
        except (ImportError, NoSuchModuleError):
            raise self._fault(NO_DRIVER) from None
        except (ArgumentError, ValueError):
            raise self._fault(NO_ADDRESS) from None
        try:
            if not inspect(engine).has_table(SCHEMAS.name):
                raise self._fault(NO_BOOK)
        except SQLAlchemyError as error:
            none = damage(getattr(error, "orig", None)) is not None  # such as a file that is no database
            raise self._fault(NO_BOOK if none else NO_ANSWER) from None
        finally:
            engine.dispose()

    def _fault(self, words: Text) -> FaultyInput:
        return FaultyInput([Fault(self.name, None, None, "", words)])


def _unjudged(case: History[Any]) -> History[Any]:
    """The case without its verdicts, which are judged anew and of which the order of records asks nothing more."""
    return case._replace(records=tuple(map(_without_verdict, case.records)))


def _without_verdict(record: Record[Any]) -> Record[Any]:
    """The record; of one that older versions saved, the cases that its step named are told by its verdict alone."""
    given = (
        record.given if record.given.refers_to else record.given._replace(refers_to=named_in(record.verdict))
    )
    return record._replace(verdict=untold_verdict(record.verdict), given=given)
