"""A column of SQLAlchemy holds a case, and a row takes its steps with its version, in SQLite and in PostgreSQL."""

from contextlib import contextmanager
from itertools import count

import pytest
from filled import filled
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from sqlalchemy import create_engine, event, select, text
from sqlalchemy.exc import IntegrityError, SQLAlchemyError, StatementError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, defer, mapped_column
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import StaticPool
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


# ─── Номер, состояние и версия — те, что у дела ──────────────────────────────────────────────────────────

MEETING = CYCLES["meeting"]
FIVE = Opened(on="2023-10-02", by="chair", present=("chair", "deputy", "member-1", "member-2", "member-3"))


def moved(number, *steps):
    """The case of that number after the steps."""
    history = MEETING.begin(number)
    for step in steps:
        history = MEETING.advance(history, step, KEMEROVO)
    return history


CASES = [
    *(moved(number, *steps) for number in ("1", "9") for steps in ((), (CONVENED,), (CONVENED, FIVE))),
    moved("1", CONVENED.model_copy(update={"by": "deputy"})),
    None,
]
ASSIGNED = st.one_of(
    st.tuples(st.just("case"), st.sampled_from(CASES)),
    st.tuples(st.just("number"), st.sampled_from(["1", "9", "", "1\n", None])),
    st.tuples(st.just("state"), st.sampled_from(["planned", "open", "x"])),
    st.tuples(st.just("version"), st.sampled_from([0, 1, 2, 9])),
    st.tuples(st.just("room"), st.sampled_from(["214", "300"])),
)
DONE = st.one_of(
    ASSIGNED,
    st.tuples(st.just("advance"), st.sampled_from([CONVENED, FIVE])),
    st.tuples(st.sampled_from(["flush", "commit", "expire", "rollback"]), st.none()),
)


def do(session, row, what, value):
    match what:
        case "advance":
            row.advance(value, KEMEROVO)
        case "expire":
            session.expire(row)
        case "flush" | "commit" | "rollback":
            getattr(session, what)()
        case _:
            setattr(row, what, value)


def stored(engine):
    """The one row as the database has it, where it is one whole."""
    with Session(engine) as session:
        row = found(session)
        assert (row.number, row.state, row.version) == (row.case.id, row.case.state, row.case.version)
        return row.case


@pytest.mark.parametrize("steps", [(), (CONVENED,), (CONVENED, FIVE)], ids=len)
@settings(max_examples=size(150, 1000))
@given(st.lists(DONE, max_size=8))
def test_no_order_of_assignments_and_flushes_parts_a_row_from_its_case(steps, done):
    engine = create_engine("sqlite://", poolclass=StaticPool)
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(Meeting.begin("1"))
        session.flush()
        for step in steps:
            found(session).advance(step, KEMEROVO)
        session.commit()
    was = stored(engine)
    with Session(engine) as session:
        row = found(session)
        for what, value in [*done, ("commit", None)]:
            try:
                do(session, row, what, value)
            except (Refused, Law189Error, SQLAlchemyError):
                session.rollback()
    now = stored(engine)
    assert now.records[: was.version] == was.records
    assert now.id == "1"
    engine.dispose()


@given(st.lists(ASSIGNED, max_size=5))
@settings(max_examples=size(100, 1000))
def test_no_order_of_assignments_parts_a_new_row_from_its_case(assigned):
    engine = create_engine("sqlite://", poolclass=StaticPool)
    Base.metadata.create_all(engine)
    row = Meeting()
    for name, value in assigned:
        setattr(row, name, value)
    given_case, number = row.case, row.number
    fits = number in ("1", "9") and given_case in (None, *(one for one in CASES if one and one.id == number))
    with Session(engine) as session:
        session.add(row)
        if fits:
            session.commit()
        else:
            with pytest.raises(Law189Error):
                session.commit()
    if fits:
        assert stored(engine) == (given_case or MEETING.begin(number))
    engine.dispose()


def test_a_plain_row_begins_its_case(engine):
    with Session(engine) as session:
        session.add_all([Meeting(number="2"), Meeting(number="дело-и\u0306")])
        session.add(early := Meeting(number="meeting/1"))
        early.advance(CONVENED, KEMEROVO)
        session.commit()
        rows = session.scalars(select(Meeting).where(Meeting.number != "1").order_by(Meeting.id)).all()
        assert [(row.number, row.case.id, row.state, row.version) for row in rows] == [
            ("2", "2", "planned", 0),
            ("дело-й", "дело-й", "planned", 0),
            ("meeting/1", "meeting/1", "convened", 1),
        ]


def test_a_case_that_would_lose_records_is_refused_where_it_is_assigned(engine):
    with Session(engine) as session:
        row = found(session)
        row.advance(CONVENED, KEMEROVO)
        row.advance(FIVE, KEMEROVO)
        session.commit()
        for given_case in CASES[:5]:
            if given_case != row.case:
                with pytest.raises(Law189Error, match="does not go on from the case «1» of the row"):
                    row.case = given_case
        row.number = "9"
        with pytest.raises(Law189Error, match="the number «9» is not that of the case «1»"):
            session.commit()
        session.rollback()
        row.state, row.version, row.room = "x", 9, "300"
        session.commit()
        assert (row.number, row.state, row.version, row.room) == ("1", "open", 2, "300")


def test_saving_another_column_reads_no_case(engine):
    """A case that was left out of the query is not read for a room."""
    with Session(engine) as session:
        row = session.scalars(select(Meeting).options(defer(Meeting.case))).one()
        row.room = "300"
        with counted(engine) as statements:
            session.flush()
        assert not [one for one in statements if one.startswith("SELECT") and '"case"' in one]


@contextmanager
def counted(engine):
    """The statements that the engine is given meanwhile."""
    statements = []

    def told(_, __, statement, *___):
        statements.append(statement)

    event.listen(engine, "before_cursor_execute", told)
    yield statements
    event.remove(engine, "before_cursor_execute", told)
