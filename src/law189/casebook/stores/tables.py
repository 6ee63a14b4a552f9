"""Таблицы (tables): what of the cases stands in which table, and the version of their form.

Cases and records are what happened. The keys, the balances, the counts and the findings follow from them, and stand
in tables of their own so that they are found without reading every case.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

__all__ = [
    "BALANCES",
    "CASES",
    "COUNTS",
    "FINDINGS",
    "FOLLOWING",
    "KEYS",
    "METADATA",
    "RECORDS",
    "SCHEMAS",
]

METADATA = MetaData()
Whole = BigInteger().with_variant(Integer, "sqlite")


def _place() -> Column[int]:
    return Column("place", Whole, ForeignKey("law189_cases.place"), primary_key=True, autoincrement=False)


def _kept(name: str) -> Column[int]:
    return Column(f"{name}_kept", Integer, nullable=False, server_default="0")


SCHEMAS = Table(
    "law189_schema",
    METADATA,
    Column("version", Integer, primary_key=True, autoincrement=False),
    *map(_kept, ("keys", "balances", "counts", "findings")),
)
"""One row: the version of the tables, and how many rows were written to each of those that follow from the records.

A step locks it, so that steps are taken one after the other.
"""

CASES = Table(
    "law189_cases",
    METADATA,
    Column("place", Whole, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("lifecycle", String(32), nullable=False),
    Column("state", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Index("law189_cases_state", "lifecycle", "state"),
)
"""A case: the how-manieth it was begun (from 1), its id, lifecycle and state, and how many records it has."""

RECORDS = Table(
    "law189_records",
    METADATA,
    _place(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("day", Date, nullable=False, index=True),
    Column("kind", String(64), nullable=False),
    Column("outcome", String(16), nullable=False),
    Column("annulled", Boolean, nullable=False),
    Column("row", Text, nullable=False),
    Column("state", String(64), nullable=False, server_default=""),
)
"""A record: its number in the case (from 1), as `row` what `Lifecycle.dump_record` writes, and where it led."""

KEYS = Table(
    "law189_keys",
    METADATA,
    Column("kind", String(32), primary_key=True),
    Column("value", Text, primary_key=True),
    _place(),
    Index("law189_keys_case", "place"),
)
"""A key by which a case is found."""

BALANCES = Table(
    "law189_balances",
    METADATA,
    Column("account", Text, primary_key=True),
    Column("stage", String(16), nullable=False),
    Column("number", Text),
    Column("service", Text),
    Column("way", String(32)),
    Column("year", Integer),
    Column("unit", String(32), nullable=False),
    Column("amount", Text, nullable=False),
)
"""What stands on an account. The amount is exact, so it is written as text; `account` is all of it in one."""

COUNTS = Table(
    "law189_counts",
    METADATA,
    Column("day", Date, primary_key=True),
    Column("services", Text, primary_key=True),
    Column("unit", String(32), primary_key=True),
    Column("certificates", Integer, nullable=False),
    Column("amount", Text, nullable=False),
)
"""How many certificates of the same services (as JSON) and unit were formed on a day, and for how much."""

FINDINGS = Table(
    "law189_findings",
    METADATA,
    _place(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("reason", Integer, primary_key=True, autoincrement=False),
    Column("rule", String(128), nullable=False),
    Column("outcome", String(16), nullable=False),
    Index("law189_findings_rule", "rule", "outcome"),
)
"""A reason of a record that does not hold: the how-manieth of it (from 0), its rule and its outcome."""

FOLLOWING = (KEYS, BALANCES, COUNTS, FINDINGS)
"""The tables whose rows follow from the records."""
