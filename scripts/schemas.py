"""Write the JSON Schemas of the library into src/law189/data/schemas, a folder a version.

`python scripts/schemas.py` writes them; `--check` only says whether they are fresh (exit 1 where not).
"""

import json
import sys
from pathlib import Path

from law189.audit.schemas import SCHEMAS, VERSION, schema_of

FOLDER = Path(__file__).parent.parent / "src" / "law189" / "data" / "schemas" / f"v{VERSION}"


def main() -> int:
    """Write the files, or with --check compare them."""
    fresh = {f"{name}.json": json.dumps(schema_of(name), ensure_ascii=False) + "\n" for name in SCHEMAS}
    if "--check" in sys.argv[1:]:
        there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
        if there == fresh:
            return 0
        print("src/law189/data/schemas is stale: run `make data`")
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in fresh.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
