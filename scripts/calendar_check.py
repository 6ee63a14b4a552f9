"""Tell in November whether the working days of the next year are still missing.

The Government moves the days off of a year by a decree of the summer or autumn before it. `make lint` runs this
on today's day; `python scripts/calendar_check.py 2027-11-01` asks for another one. Exit 1 where a year is missing
or a file holds another year than its name says.
"""

import sys
from datetime import UTC, date, datetime
from pathlib import Path

from law189.files.parser import read_bytes, read_tree

CALENDAR = Path(__file__).parent.parent / "src" / "law189" / "data" / "calendar"
NOVEMBER = 11


def faults(on: date, folder: Path = CALENDAR) -> list[str]:
    """What is wrong with the year files on that day, each with what to do."""
    years = {path.stem: path for path in sorted(folder.glob("*.yaml"))}
    needed = [on.year, on.year + 1] if on.month >= NOVEMBER else [on.year]
    found = [
        f"{on}: no calendar for {year}; add {folder.name}/{year}.yaml with the decree that moved its days off"
        for year in needed
        if str(year) not in years
    ]
    for name, path in years.items():
        held = read_tree(read_bytes(path.read_bytes(), path.name), path.name).plain()
        if str(held.get("year")) != name:
            found.append(
                f"{folder.name}/{path.name} holds the year {held.get('year')}; mend its name or its year"
            )
    return found


def main() -> int:
    """Print every fault of the day given, or of today; 1 where there is one."""
    given = sys.argv[1:]
    on = date.fromisoformat(given[0]) if given else datetime.now(UTC).date()
    found = faults(on)
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
