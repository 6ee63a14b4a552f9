"""Версия таблиц (schema): the tables are made once, and those of an older version are brought up to today's.

A migration changes the tables by one version. What follows from the records is then written anew, since a newer
version may find other keys in them or post otherwise.
"""

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, bindparam, insert, inspect, select, text, update

from law189.casebook.rows import SCHEMA, Damaged, OtherSchema, state_of
from law189.casebook.stores.opened import Database
from law189.casebook.stores.rack import KEPT, SqlRack
from law189.casebook.stores.tables import CASES, METADATA, RECORDS, SCHEMAS

__all__ = ["MIGRATIONS", "fitting", "follow", "prepare"]


def _posts_otherwise(connection: Connection) -> None:
    """Version 2 has the same tables: what is rendered stands under its agreement, and acts accept it."""


def _finds_annulled(connection: Connection) -> None:
    """Version 3 has the same tables: a case is found by the numbers of its annulled records too."""


def _parts_unclaimed(connection: Connection) -> None:
    """Version 4 has the same tables: what nobody has claimed of an agreement that is over stands apart."""


def _finds_alike(connection: Connection) -> None:
    """Version 5 has the same tables: a case is found by what looks like its number, by OGRN and recipient too."""


def _finds_licences(connection: Connection) -> None:
    """Version 6 has the same tables: an entry of the register is found by the licence of its provider too."""


def _finds_undone(connection: Connection) -> None:
    """Version 7 has the same tables: a contract is found by the agreement of its annulled conclusion too."""


def _keeps_sizes(connection: Connection) -> None:
    """Version 8 keeps how many rows follow from the records, so that it is seen where they are gone."""
    for column in KEPT.values():
        connection.execute(
            text(f"ALTER TABLE {SCHEMAS.name} ADD COLUMN {column.name} INTEGER DEFAULT 0 NOT NULL")
        )


def _keeps_states(connection: Connection) -> None:
    """Version 9 keeps where each record led, so that the state of a day is found without reading the cases."""
    column = RECORDS.c.state
    connection.execute(
        text(f"ALTER TABLE {RECORDS.name} ADD COLUMN {column.name} VARCHAR(64) DEFAULT '' NOT NULL")
    )
    one = (RECORDS.c.place == bindparam("at")) & (RECORDS.c.number == bindparam("which"))
    for place in connection.scalars(select(CASES.c.place)).all():
        rows = connection.execute(select(RECORDS.c.number, RECORDS.c.row).where(RECORDS.c.place == place))
        led = [{"at": place, "which": number, "led": state_of(row)} for number, row in rows]
        if led:
            connection.execute(update(RECORDS).where(one).values(state=bindparam("led")), led)


MIGRATIONS: Mapping[int, Callable[[Connection], None]] = {
    1: _posts_otherwise,
    2: _finds_annulled,
    3: _parts_unclaimed,
    4: _finds_alike,
    5: _finds_licences,
    6: _finds_undone,
    7: _keeps_sizes,
    8: _keeps_states,
}
"""For each version of the tables, what changes them into the next."""


def prepare(database: Database) -> None:
    """Make the tables where there are none, and migrate those of an older version.

    Raises `OtherSchema` on a newer version, and on an older one from which no migration leads here, and `Damaged`
    where the version of the tables is not there; then nothing has changed.
    """

    def made(connection: Connection) -> None:
        here = {*inspect(connection).get_table_names()}
        if SCHEMAS.name not in here:
            if not here.isdisjoint(METADATA.tables):
                raise Damaged(f"{SCHEMAS.name}: there is no such table; restore the book from a copy")
            METADATA.create_all(connection)
            connection.execute(insert(SCHEMAS), {"version": SCHEMA})

    database.create(made)
    database.write(_migrated)


def fitting(found: int) -> None:
    """Raise `OtherSchema` where the tables are not of today's version."""
    if found != SCHEMA:
        raise OtherSchema(found)


def _migrated(connection: Connection, found: int) -> None:
    if found == SCHEMA:
        return
    steps = [MIGRATIONS.get(version) for version in range(found, SCHEMA)]
    if found > SCHEMA or None in steps:
        raise OtherSchema(found)
    for step in steps:
        assert step is not None, "a missing one is refused above"
        step(connection)
    connection.execute(update(SCHEMAS).values(version=SCHEMA))
    follow(connection)


def follow(connection: Connection) -> None:
    """Write all that follows from the records anew, a case at a time."""
    rack = SqlRack(connection)
    rack.clear_following()
    for place, history in rack.placed():
        rack.put_following(place, None, history)
