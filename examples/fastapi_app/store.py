"""Дела в базе (cases in a database): one table, and a row that follows its history.

Everything the library asks of a database is here: a case is one row, a step is one UPDATE. Two clients who take the
next step of the same case at once are told apart by the version of the row, never by a lock.
"""

from typing import Any

from sqlalchemy import JSON, String, create_engine, inspect
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.orm.exc import StaleDataError

from law189 import Event, History, Lifecycle, Profile
from law189.cases.history import Decision
from law189.errors import Conflict, Law189Error

__all__ = ["Case", "Damaged", "Store"]


class Base(DeclarativeBase):
    """The tables."""


class Case(Base):
    """Дело: its state and version for whoever asks the database, and its history as the library dumps it."""

    __tablename__ = "cases"

    lifecycle: Mapped[str] = mapped_column(String(32), primary_key=True)
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    state: Mapped[str] = mapped_column(String(32), index=True)
    version: Mapped[int] = mapped_column()
    history: Mapped[dict[str, Any]] = mapped_column(JSON)

    # an UPDATE names the version that was read; what the version is, the history says
    __mapper_args__ = {"version_id_col": version, "version_id_generator": False}  # noqa: RUF012  # SQLAlchemy's own


class Damaged(Law189Error):
    """A row that is not the fold of its history, or has the history of another case."""


class Store:
    """Хранилище: histories in, histories out."""

    def __init__(self, url: str) -> None:
        self._engine = create_engine(url)
        try:
            Base.metadata.create_all(self._engine)
        except DBAPIError:
            if not inspect(self._engine).has_table("cases"):  # else another server has just made it
                raise

    def begin(self, cycle: Lifecycle[Any], case_id: str) -> History[Any] | None:
        """A new case; None where there is one of that id already."""
        history = cycle.begin(case_id)
        with Session(self._engine) as session:
            session.add(
                Case(
                    lifecycle=cycle.name,
                    id=case_id,
                    state=history.state,
                    version=history.version,
                    history=cycle.dump(history),
                )
            )
            try:
                session.commit()
            except IntegrityError:
                return None
        return history

    def find(self, cycle: Lifecycle[Any], case_id: str) -> History[Any] | None:
        """The case as it stands; None where there is none."""
        with Session(self._engine) as session:
            row = session.get(Case, (cycle.name, case_id))
            return None if row is None else self._read(cycle, row)

    @staticmethod
    def _read(cycle: Lifecycle[Any], row: Case) -> History[Any]:
        """The history of the row. Raises `Damaged` where it is not the history of that case."""
        try:
            history = cycle.load(row.history)
        except Law189Error as error:
            raise Damaged(f"{row.lifecycle} {row.id}: {error}") from error
        if (history.id, history.state, history.version) != (row.id, row.state, row.version):
            raise Damaged(f"the row {row.lifecycle} {row.id} has the history {history.id}, {history.state}")
        return history

    def advance(
        self,
        cycle: Lifecycle[Any],
        case_id: str,
        event: Event,
        profile: Profile,
        *,
        expected_version: int,
        decision: Decision | None = None,
    ) -> History[Any] | None:
        """The case with the step recorded; None where there is no such case.

        Raises `Refused` where the step may not be taken, and `Conflict` where somebody took one first; then the row
        stands as it stood.
        """
        with Session(self._engine, expire_on_commit=False) as session:
            row = session.get(Case, (cycle.name, case_id))
            if row is None:
                return None
            session.commit()  # the rules are asked outside a transaction, so that nobody waits for them
            followed = cycle.attach(row, "state", self._read(cycle, row))
            history = followed.advance(event, profile, decision=decision, expected_version=expected_version)
            row.version, row.history = history.version, cycle.dump(history)
            try:
                session.commit()  # UPDATE cases SET … WHERE lifecycle = … AND id = … AND version = :expected
            except StaleDataError:
                session.rollback()
                session.refresh(row)
                raise Conflict(expected_version, row.version) from None
        return history
