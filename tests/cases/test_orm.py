"""Rows of two ORMs that follow a history: the state column, the JSON column, and the version that guards both."""

import json
from datetime import date

import pytest
from doors import DOOR, KEMEROVO, annulled, decided, pulled, pushed

from law189.errors import Conflict, Law189Error, Refused

sqlalchemy = pytest.importorskip("sqlalchemy", minversion="2")
django = pytest.importorskip("django")

from django.conf import settings  # noqa: E402
from sqlalchemy import JSON, String, create_engine  # noqa: E402
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column  # noqa: E402
from sqlalchemy.orm.exc import StaleDataError  # noqa: E402

# ─── SQLAlchemy 2 ────────────────────────────────────────────────────────────────────────────────────────


class Base(DeclarativeBase):
    pass


class Door(Base):
    """A row: who it is, the state for queries, the history for the law, the version for writers."""

    __tablename__ = "doors"
    id: Mapped[str] = mapped_column(String, primary_key=True)
    state: Mapped[str | None]
    history: Mapped[dict] = mapped_column(JSON)
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version, "version_id_generator": False}  # noqa: RUF012

    def follow(self):
        return DOOR.attach(self, "state", DOOR.load(self.history))

    def step(self, event, *, decision=None, expected_version=None):
        """What an embedder writes once: judge, move, and keep the JSON and the version beside the state."""
        history = self.follow().advance(event, KEMEROVO, decision=decision, expected_version=expected_version)
        self.history, self.version = DOOR.dump(history), history.version


@pytest.fixture
def engine(tmp_path):
    """A database in a file, so that two sessions have two connections, as two writers do."""
    engine = create_engine(f"sqlite:///{tmp_path / 'doors.db'}")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(Door(id="front", state=None, history=DOOR.dump(DOOR.begin("front")), version=0))
        session.commit()
    yield engine
    engine.dispose()


def stored(engine):
    with Session(engine) as session:
        row = session.get(Door, "front")
        return row.state, row.version, DOOR.load(row.history)


def test_a_row_of_sqlalchemy_has_the_state_of_its_history_after_every_step(engine):
    steps = [
        (pushed(), None, "open"),
        (pulled("2023-10-03"), None, "ajar"),
        (pushed("2023-10-04", strength=None), decided(), "open"),
        (annulled(3), None, "ajar"),
    ]
    for number, (event, decision, state) in enumerate(steps, start=1):
        with Session(engine) as session:
            row = session.get(Door, "front")
            row.step(event, decision=decision, expected_version=number - 1)
            assert row.state == state
            session.commit()
        found, version, history = stored(engine)
        assert (found, version) == (state, number)
        assert (history.state, history.version) == (state, number)


def test_a_refused_step_leaves_the_row_clean_and_the_database_as_it_was(engine):
    before = stored(engine)
    with Session(engine) as session:
        row = session.get(Door, "front")
        row.follow()
        session.commit()
        before = stored(engine)
        for event in (pushed(strength=0), pulled(), pushed(strength=None), annulled(1)):
            with pytest.raises(Refused):
                row.step(event)
            assert not session.is_modified(row)
            assert not session.dirty
        session.commit()
    assert stored(engine) == before


def test_a_row_without_a_state_takes_that_of_its_history(engine):
    with Session(engine) as session:
        row = session.get(Door, "front")
        assert row.state is None
        row.follow()
        assert row.state == "shut"


def test_a_row_that_says_another_state_than_its_history_is_not_followed(engine):
    with Session(engine) as session:
        row = session.get(Door, "front")
        row.state = "open"
        with pytest.raises(Law189Error, match=r"Door\.state is «open», but its history is «shut»"):
            row.follow()


def test_of_two_sessions_with_one_row_the_second_writes_nothing(engine):
    with Session(engine) as one, Session(engine) as two:
        first, second = one.get(Door, "front"), two.get(Door, "front")
        first.step(pushed(), expected_version=0)
        second.step(pushed(noise=9), expected_version=0)  # both read version 0, so both may take the step
        one.commit()
        with pytest.raises(StaleDataError):
            two.commit()
        two.rollback()
        with pytest.raises(Conflict) as caught:  # the row is read again: the expected version is the old one
            second.step(pulled(), expected_version=0)
        assert (caught.value.expected, caught.value.found) == (0, 1)
        two.rollback()
    state, version, history = stored(engine)
    assert (state, version, history.version) == ("open", 1, 1)
    assert history.records[0].event == pushed()


def test_the_loser_loads_again_judges_anew_and_nothing_is_lost(engine):
    with Session(engine) as one, Session(engine) as two:
        first, second = one.get(Door, "front"), two.get(Door, "front")
        first.step(pushed())
        one.commit()
        second.step(pushed(noise=9))
        with pytest.raises(StaleDataError):
            two.commit()
        two.rollback()
        with pytest.raises(Refused):  # the same step is lawful no more
            second.step(pushed(noise=9))
        second.step(pulled("2023-10-03"), expected_version=1)
        two.commit()
    state, version, history = stored(engine)
    assert (state, version) == ("ajar", 2)
    assert [record.event for record in history.records] == [pushed(), pulled("2023-10-03")]


# ─── Django ──────────────────────────────────────────────────────────────────────────────────────────────

if not settings.configured:
    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=[],
        USE_TZ=True,
    )
    django.setup()

from django.db import connection, models, transaction  # noqa: E402


class DjangoDoor(models.Model):
    id = models.CharField(primary_key=True, max_length=20)
    state = models.CharField(max_length=20, null=True)  # noqa: DJ001  # None until the row follows a history
    history = models.JSONField()
    version = models.IntegerField()

    class Meta:
        app_label = "doors"

    def __str__(self):
        return self.id

    def step(self, event, *, decision=None, expected_version=None):
        """Judge, move, and write where the version is still the one that was read. Raises `Conflict`."""
        read = self.version
        attached = DOOR.attach(self, "state", DOOR.load(self.history))
        history = attached.advance(event, KEMEROVO, decision=decision, expected_version=expected_version)
        changed = {"state": history.state, "history": DOOR.dump(history), "version": history.version}
        with transaction.atomic():
            if not DjangoDoor.objects.filter(pk=self.pk, version=read).update(**changed):
                raise Conflict(read, DjangoDoor.objects.get(pk=self.pk).version)
        self.history, self.version = changed["history"], changed["version"]


@pytest.fixture
def row():
    with connection.schema_editor() as editor:
        editor.create_model(DjangoDoor)
    yield DjangoDoor.objects.create(id="front", state=None, history=DOOR.dump(DOOR.begin("front")), version=0)
    with connection.schema_editor() as editor:
        editor.delete_model(DjangoDoor)
    connection.close()


def found():
    row = DjangoDoor.objects.get(pk="front")
    return row.state, row.version, DOOR.load(row.history)


@pytest.mark.usefixtures("row")
def test_a_row_of_django_has_the_state_of_its_history_after_every_step():
    steps = [
        (pushed(), None, "open"),
        (pulled("2023-10-03"), None, "ajar"),
        (pushed("2023-10-04", strength=None), decided("ключ потерян"), "open"),
        (annulled(3), None, "ajar"),
    ]
    for number, (event, decision, state) in enumerate(steps, start=1):
        DjangoDoor.objects.get(pk="front").step(event, decision=decision, expected_version=number - 1)
        now, version, history = found()
        assert (now, version, history.state, history.version) == (state, number, state, number)
    assert DjangoDoor.objects.filter(state="ajar").count() == 1
    assert found()[2].records[2].decision == decided("ключ потерян")


def test_a_refused_step_leaves_the_object_and_the_database_as_they_were(row):
    for event in (pushed(strength=0), pulled(), pushed(strength=None), annulled(1)):
        before = json.dumps(row.history), row.version
        with pytest.raises(Refused):
            row.step(event)
        assert (row.state, json.dumps(row.history), row.version) == ("shut", *before)
    assert found() == (None, 0, DOOR.begin("front"))


def test_of_two_copies_of_one_object_the_second_is_told_of_the_conflict_and_writes_nothing(row):
    other = DjangoDoor.objects.get(pk="front")
    row.step(pushed())
    with pytest.raises(Conflict) as caught:
        other.step(pushed(noise=9))
    assert (caught.value.expected, caught.value.found) == (0, 1)
    assert [record.event for record in found()[2].records] == [pushed()]
    other.refresh_from_db()
    other.step(pulled("2023-10-03"), expected_version=1)
    assert found()[0] == "ajar"


def test_an_expected_version_of_another_reader_is_a_conflict_before_anything_is_written(row):
    row.step(pushed())
    with pytest.raises(Conflict):
        row.step(pulled(), expected_version=0)
    assert (row.state, row.version, found()[:2]) == ("open", 1, ("open", 1))


def test_a_django_object_goes_on_from_its_json_column(row):
    row.step(pushed())
    again = DjangoDoor.objects.get(pk="front")
    again.step(pulled("2023-10-03"))
    history = found()[2]
    assert [record.event for record in history.standing] == [pushed(), pulled("2023-10-03")]
    assert history.last_day == date(2023, 10, 3)
