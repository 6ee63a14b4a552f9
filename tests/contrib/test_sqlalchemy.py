"""A column of SQLAlchemy holds a case, and a row takes its steps with its version, in SQLite and in PostgreSQL."""

from itertools import count

import pytest
from filled import filled
from sqlalchemy import create_engine, select, text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.orm.exc import StaleDataError
from stored import base, postgres

from law189.casebook.cycles import CYCLES
from law189.casebook.rows import Damaged
from law189.cases.history import History
from law189.contrib.sqlalchemy import CaseRow, CaseType
from law189.errors import Conflict, Refused
from law189.law import Law189Error
from law189.workflows.meeting import Convened, Opened

KEMEROVO = filled("kemerovo")
CONVENED = Convened(on="2023-09-29", by="chair", held_on="2023-10-02")
TOO_FEW = Opened(on="2023-10-02", by="chair", present=("chair", "deputy"))
names = count()


class Base(DeclarativeBase):
    pass


class Meeting(CaseRow, Base):
    __tablename__ = "meetings"
    id: Mapped[int] = mapped_column(primary_key=True)
    case: Mapped[History] = mapped_column(CaseType("meeting"))
    room: Mapped[str | None]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def where(request, tmp_path_factory):
    if request.param == "sqlite":
        folder = tmp_path_factory.mktemp("rows")
        yield lambda: f"sqlite:///{folder / f'{next(names)}.sqlite3'}"
    else:
        with postgres() as server:
            yield lambda: base(server, f"of_rows_{next(names)}")


@pytest.fixture
def engine(where):
    engine = create_engine(where())
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(Meeting.begin("1", room="214"))
        session.commit()
    yield engine
    engine.dispose()


def found(session):
    return session.scalars(select(Meeting)).one()


def test_what_was_written_is_read_as_the_same_history(engine):
    with Session(engine) as session:
        row = found(session)
        assert row.case == CYCLES["meeting"].begin("1")
        after = row.advance(CONVENED, KEMEROVO)
        session.commit()
    with Session(engine) as session:
        row = found(session)
        assert (row.case, row.state, row.version, row.room) == (after, "convened", 1, "214")
        assert not session.dirty


def test_a_refused_step_leaves_the_row_as_it_was(engine):
    with Session(engine) as session:
        row = found(session)
        row.advance(CONVENED, KEMEROVO)
        session.commit()
        with pytest.raises(Refused):
            row.advance(TOO_FEW, KEMEROVO)
        with pytest.raises(Conflict):
            row.advance(TOO_FEW, KEMEROVO, expected_version=0)
        assert not session.is_modified(row)


def test_of_two_sessions_with_one_row_the_second_writes_nothing(engine):
    with Session(engine) as one, Session(engine) as two:
        first, second = found(one), found(two)
        first.advance(CONVENED, KEMEROVO)
        second.advance(CONVENED.model_copy(update={"by": "deputy"}), KEMEROVO)
        one.commit()
        with pytest.raises(StaleDataError):
            two.commit()
        two.rollback()
        assert second.case.records[0].event == CONVENED


def test_a_case_is_found_by_its_column(engine):
    with Session(engine) as session:
        assert session.scalars(select(Meeting).where(Meeting.case == CYCLES["meeting"].begin("1"))).one()
        assert session.scalars(select(Meeting).where(Meeting.state == "planned")).one().number == "1"


def test_a_number_is_begun_once(engine):
    with Session(engine) as session:
        session.add(Meeting.begin("1"))
        with pytest.raises(IntegrityError):
            session.flush()


def test_what_is_no_case_of_the_lifecycle_is_refused(engine):
    with Session(engine) as session:
        found(session).case = CYCLES["order"].begin("1")
        with pytest.raises(StatementError, match="a case of meeting is needed, not of order"):
            session.flush()
        session.rollback()
        session.execute(text("UPDATE meetings SET \"case\" = '{}'"))
        with pytest.raises(Damaged, match="meeting"):
            session.scalars(select(Meeting)).all()


def test_a_lifecycle_that_there_is_not_is_told():
    with pytest.raises(Law189Error, match="did you mean «meeting»"):
        CaseType("meating")


def test_a_row_has_one_column_with_a_case():
    class Bare(CaseRow, Base):
        __tablename__ = "bare"
        id: Mapped[int] = mapped_column(primary_key=True)

    with pytest.raises(Law189Error, match="Bare needs one column of CaseType, and has 0"):
        Bare.begin("1")


def test_a_row_without_a_case_has_none(engine):
    kind = CaseType("meeting")
    assert kind.process_bind_param(None, engine.dialect) is None
    assert kind.process_result_value(None, engine.dialect) is None
    assert kind.python_type is History
