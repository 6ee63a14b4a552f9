"""SQLAlchemy: a column that holds a case, and a row that takes its steps with its version.

It needs the extra `store`, which brings SQLAlchemy. A history is frozen, so the column needs no `Mutable`: a step
puts another history in the place of the old one, and that is what a session writes. The version of a `CaseRow` is
its `version_id_col`: of two sessions with one row the second is told `StaleDataError` and writes nothing. Whatever
is assigned to the row, a session writes the number, the state and the version of its case.
"""

import json
from typing import Any

from law189.casebook.cycles import CYCLES, no_lifecycle
from law189.casebook.rows import Damaged, compact_json
from law189.cases.history import Decision, Event, History
from law189.cases.ids import composed
from law189.cases.lifecycle import Lifecycle
from law189.errors import NeedsExtra
from law189.kinds import must_be
from law189.law import Law189Error, as_written
from law189.profile.profile import Profile

try:
    from sqlalchemy import Dialect, String, Text, event, inspect
    from sqlalchemy.orm import Mapped, declared_attr, mapped_column
    from sqlalchemy.types import TypeDecorator
except ImportError as error:
    raise NeedsExtra("store") from error

__all__ = ["CaseRow", "CaseType"]

OWN = ("number", "state", "version")
"""The attributes of a row that say of the case what the case says."""


class CaseType(TypeDecorator[History[Any]]):
    """Дело в столбце: a `History` of one lifecycle, in the compact form that `Lifecycle.dump` writes, as text.

    Raises `Law189Error` on a lifecycle that there is not, and on a history of another one. A column that does not
    read as a case of it is `Damaged`.
    """

    impl = Text
    cache_ok = True

    def __init__(self, lifecycle: str) -> None:
        if must_be(lifecycle, str) not in CYCLES:
            raise Law189Error(no_lifecycle(lifecycle).en)
        super().__init__()
        self.lifecycle = lifecycle

    @property
    def cycle(self) -> Lifecycle[Any]:
        """The lifecycle of the cases in the column."""
        return CYCLES[self.lifecycle]

    @property
    def python_type(self) -> type[Any]:
        """What the column gives."""
        return History

    def process_bind_param(self, value: History[Any] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """What stands in the column."""
        if value is None:
            return None
        if must_be(value, History).lifecycle != self.lifecycle:
            raise Law189Error(f"a case of {self.lifecycle} is needed, not of {value.lifecycle}")
        return compact_json(self.cycle.dump(value))

    def process_result_value(self, value: Any, dialect: Dialect) -> History[Any] | None:  # noqa: ARG002
        """The case in the column. Raises `Damaged` where it is none."""
        if value is None:
            return None
        try:
            return self.cycle.load(json.loads(value))
        except (ValueError, Law189Error) as error:
            raise Damaged(f"{self.lifecycle}: {error}") from error


class CaseRow:
    """Строка с делом: a mixin of a declarative class that has one column of `CaseType`.

    `number` is the id of the case, `state` and `version` are those of the case, for whoever asks the database: a
    session writes them as the case has them, and begins the case of a row that has none. It raises `Law189Error`
    where the number is that of another case. So does a case that is assigned to a row which is written already, and
    does not go on from its own.
    """

    number: Mapped[str] = mapped_column(String(200), unique=True)
    state: Mapped[str] = mapped_column(String(64), index=True)
    version: Mapped[int] = mapped_column()

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805  # SQLAlchemy gives it the class
        return {"version_id_col": cls.version, "version_id_generator": False}

    @classmethod
    def begin(cls, number: str, **more: Any) -> Any:
        """A new row with a case in which nothing has happened yet; add it to a session."""
        name, kind = _case_in(cls)
        history = kind.cycle.begin(number)
        said = {name: history, "number": number, "state": history.state, "version": history.version}
        return cls(**said, **more)

    def advance(
        self,
        event: Event,
        profile: Profile,
        *,
        decision: Decision | None = None,
        expected_version: int | None = None,
    ) -> History[Any]:
        """Take the step in this object; the session writes it where the row still has the version that was read.

        Raises `Refused` with every reason, and `Conflict` where the case has another version than was expected;
        then the object is as it was. Where another session was first, `flush` raises `StaleDataError`: roll back,
        read the row again and judge anew.
        """
        name, kind = _case_in(type(self))
        history = kind.cycle.advance(
            _held(self), event, profile, decision=decision, expected_version=expected_version
        )
        setattr(self, name, history)
        self.state, self.version = history.state, history.version
        return history


def _case_in(rows: type[Any]) -> tuple[str, CaseType]:
    """The attribute that holds the case, and its type. Raises `Law189Error` where there is none, or several."""
    columns = inspect(rows).columns
    found = [(name, one.type) for name, one in columns.items() if isinstance(one.type, CaseType)]
    if len(found) != 1:
        raise Law189Error(f"{rows.__name__} needs one column of CaseType, and has {len(found)}")
    return found[0]


def _held(row: CaseRow) -> History[Any]:
    """The case of the row; of one that has none yet, the case that its number begins."""
    name, kind = _case_in(type(row))
    held: History[Any] | None = getattr(row, name)
    return kind.cycle.begin(row.number) if held is None else must_be(held, History)


# ─── Что сессия делает со строкой ────────────────────────────────────────────────────────────────────────


@event.listens_for(CaseRow, "before_insert", propagate=True)
def _together(_: Any, __: Any, row: CaseRow) -> None:
    """Give the row its case, and the number, the state and the version that the case has."""
    history = _held(row)
    if not isinstance(row.number, str) or composed(row.number) != composed(history.id):
        raise Law189Error(
            f"{type(row).__name__}: the number {as_written(row.number).en} is not that of the case "
            f"{as_written(history.id).en}; begin another row for another case"
        )
    setattr(row, _case_in(type(row))[0], history)
    row.number, row.state, row.version = history.id, history.state, history.version


@event.listens_for(CaseRow, "before_update", propagate=True)
def _kept_together(mapper: Any, connection: Any, row: CaseRow) -> None:
    attributes = inspect(row).attrs
    if any(attributes[one].history.has_changes() for one in (_case_in(type(row))[0], *OWN)):
        _together(mapper, connection, row)


@event.listens_for(CaseRow, "attribute_instrument", propagate=True)
def _instrumented(_: type[Any], __: str, attribute: Any) -> None:
    """Let every assignment to the column with the case be looked at, beside the case that it takes the place of."""
    columns = getattr(attribute.property, "columns", ())
    if any(isinstance(one.type, CaseType) for one in columns):
        event.listen(attribute, "set", _assigned, active_history=True)


def _assigned(row: CaseRow, given: Any, held: Any, _: Any) -> None:
    """Raise `Law189Error` where a row that is written would lose a record of its case."""
    if inspect(row).key is None or not isinstance(held, History):
        return
    goes_on = isinstance(given, History) and composed(given.id) == composed(held.id)
    if not goes_on or given.records[: held.version] != held.records:
        raise Law189Error(
            f"{type(row).__name__}: the case given does not go on from the case {as_written(held.id).en} of the "
            f"row, whose version is {held.version}; take steps by advance, and begin another row for another case"
        )
