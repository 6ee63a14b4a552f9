"""Print the lowest version that `pyproject.toml` allows of each dependency, as constraints for pip.

`make lowest` installs exactly these and runs a part of the suite on them, so that a floor is a version that works.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parent.parent / "pyproject.toml"
FLOOR = re.compile(r"(?P<name>[\w.-]+)(?:\[[\w,]+\])?[^;]*?>=\s*(?P<floor>[\w.]+)")


def floors(extras: tuple[str, ...], project: Path = PROJECT) -> Iterator[str]:
    """`name==floor` of each dependency of the library and of the extras; the higher floor of two comes last.

    Raises ValueError on a dependency without a floor, KeyError on an extra that is not there.
    """
    table = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
    lowest: dict[str, str] = {}
    for needed in (
        *table["dependencies"],
        *(one for e in extras for one in table["optional-dependencies"][e]),
    ):
        found = FLOOR.match(needed)
        if found is None:
            raise ValueError(f"{needed}: no floor; write it like name>=1.2")
        lowest[found["name"]] = found["floor"]
    yield from (f"{name}=={floor}" for name, floor in lowest.items())


def main() -> int:
    """Print a constraint on each line, for the library and the extras that are named."""
    for line in floors(tuple(sys.argv[1:])):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
