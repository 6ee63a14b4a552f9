"""Compile the YAML under src/law189/data into data/index.json, which loads fifty times faster.

`python scripts/compile_data.py` writes it; `--check` only says whether it is fresh (exit 1 where not).
"""

import csv
import json
import sys
from pathlib import Path

from law189.files.parser import read_bytes, read_tree

DATA = Path(__file__).parent.parent / "src" / "law189" / "data"
INDEX = DATA / "index.json"


def compiled() -> str:
    """The index as it should be."""
    acts = {path.stem: _plain(path) for path in sorted((DATA / "acts").glob("*.yaml"))}
    municipalities = {path.stem: _plain(path) for path in sorted((DATA / "municipalities").glob("*.yaml"))}
    calendar = [_plain(path) for path in sorted((DATA / "calendar").glob("*.yaml"))]
    federal = _plain(DATA / "federal.yaml")
    with (DATA / "provisions.csv").open(encoding="utf-8", newline="") as rows:
        provisions = list(csv.DictReader(rows))
    index = {
        "acts": acts,
        "calendar": calendar,
        "federal": federal,
        "municipalities": municipalities,
        "provisions": provisions,
    }
    return json.dumps(index, ensure_ascii=False, indent=1) + "\n"


def _plain(path: Path) -> object:
    return read_tree(read_bytes(path.read_bytes(), path.name), path.name).plain()


def main() -> int:
    """Write the index, or with --check compare it."""
    fresh = compiled()
    if "--check" in sys.argv[1:]:
        if INDEX.exists() and INDEX.read_text(encoding="utf-8") == fresh:
            return 0
        print("src/law189/data/index.json is stale: run `make data`")
        return 1
    INDEX.write_text(fresh, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
