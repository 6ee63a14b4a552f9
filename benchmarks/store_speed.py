"""Measure the book in a database: every record read with flat memory, and a step taken against one judged alone.

`python benchmarks/store_speed.py` makes a book of a million records in SQLite, in a folder that is deleted
afterwards. The first argument is another number of records, the second another URL for the steps, of an empty
PostgreSQL base. It prints ratios: how much more memory a book ten times as large needs to be read, and how many
times as long as judging alone a step of the store takes, with all that it reads and writes.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, insert, select

from law189 import load_profile
from law189.casebook.book import Casebook
from law189.casebook.line import LINE, Line
from law189.casebook.shelf import Shelf
from law189.casebook.stores.sql import SqlStore
from law189.casebook.stores.tables import CASES, RECORDS
from law189.casebook.taking import take

AT_ONCE, STEPS = 200, 200
PROFILE = load_profile("kemerovo")


def meetings(count: int) -> Iterator[Line]:
    """The first step of so many meetings."""
    for number in range(count):
        yield LINE.validate_python(
            {
                "history": f"2023-10-02/{number}",
                "lifecycle": "meeting",
                "kind": "convened",
                "on": "2023-09-29",
                "by": "chair",
                "held_on": "2023-10-02",
            }
        )


def fill(store: SqlStore, records: int) -> None:
    """Copy the rows of one case of one record until there are so many; the copies differ in their ids."""
    store.take(next(meetings(1)))

    def copied(connection: Connection, _: int) -> None:
        case, record = [dict(connection.execute(select(of)).mappings().one()) for of in (CASES, RECORDS)]
        first, row = case["id"], record["row"]
        for start in range(2, records + 1, AT_ONCE):
            places = range(start, min(start + AT_ONCE, records + 1))
            cases = [{**case, "place": place, "id": f"{first}-{place}"} for place in places]
            rows = [
                {**record, "place": one["place"], "row": row.replace(f'"{first}"', f'"{one["id"]}"')}
                for one in cases
            ]
            connection.execute(insert(CASES), cases)
            connection.execute(insert(RECORDS), rows)

    store._database.write(copied)  # noqa: SLF001  # faster than so many steps


def read(url: str) -> None:
    """Read every case, and print how many records there were, the seconds and the memory at most, in kB."""
    with SqlStore(url, PROFILE) as store:
        started = time.perf_counter()
        shelf: Shelf = store
        records = sum(case.version for case in shelf.cases())
        took = time.perf_counter() - started
    print(records, took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def measured(url: str) -> tuple[int, float, int]:
    """What `read` prints, of a process of its own."""
    ran = subprocess.run(  # noqa: S603  # our own code
        [sys.executable, __file__, "read", url], capture_output=True, text=True, check=True
    )
    records, took, memory = ran.stdout.split()
    return int(records), float(took), int(memory)


def seconds(work: Callable[[Line], object]) -> float:
    """How long the work takes for the steps, one after the other."""
    lines = [*meetings(STEPS)]
    started = time.perf_counter()
    for line in lines:
        work(line)
    return time.perf_counter() - started


def main() -> int:
    """Print every ratio."""
    if sys.argv[1:2] == ["read"]:
        read(sys.argv[2])
        return 0
    records = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with TemporaryDirectory() as folder:
        files = [
            f"sqlite:///{Path(folder) / name}" for name in ("tenth.sqlite3", "whole.sqlite3", "steps.sqlite3")
        ]
        found = []
        for url, count in zip(files, (records // 10, records), strict=False):
            with SqlStore(url, PROFILE) as store:
                fill(store, count)
            found.append(measured(url))
        tenth, whole = found
        print(f"records read: {whole[0]} in {whole[1]:.1f} s, {whole[2] / 1024:.0f} MB at most")
        print(f"memory, against a tenth of them: {whole[2] / tenth[2]:.2f} times")
        shelf = Casebook(PROFILE).shelf
        alone = seconds(lambda line: take(shelf, line, PROFILE))
        with SqlStore(sys.argv[2] if len(sys.argv) > 2 else files[2], PROFILE) as store:
            kept = seconds(store.take)
    print(f"a step, against judging it alone: {kept / alone:.1f} times ({1000 * kept / STEPS:.1f} ms)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
