"""A year of the social order in Kemerovo, played through a casebook, from the meeting to the published report.

The decree is the real one; everything after it is invented: the acts that fill what the decree leaves open
(`adopted_acts.yaml`), the providers with their numbers, the children, the certificates and the contracts. In one
district things go wrong; `a_year_in_kemerovo.findings.jsonl` has every finding, which is the same in a town of any
size.

    python examples/a_year_in_kemerovo.py                      plays 60 providers and 5,000 certificates
    python examples/a_year_in_kemerovo.py --providers 6 --certificates 200 --write year.jsonl --profile my.yaml
        plays a small town, and writes its steps and its profile, for
        law189 audit year.jsonl --profile my.yaml
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from year.counted import differences
from year.played import LAST_DAY, play, steps
from year.told import finding, tell
from year.town import Town

from law189 import Profile, load_profile
from law189.casebook.ledger import ledger
from law189.profile.loader import shipped_source

ACTS = Path(__file__).parent / "adopted_acts.yaml"


def profile_text() -> str:
    """Kemerovo's decree with the invented acts, as a clerk would put the two files together."""
    return shipped_source("kemerovo") + ACTS.read_text(encoding="utf-8")


def the_profile() -> Profile:
    """The same, loaded."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "kemerovo.yaml"
        path.write_text(profile_text(), encoding="utf-8")
        return load_profile(path)


def write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    """Write the rows as JSON Lines, one at a time."""
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def main(arguments: list[str]) -> None:
    """Play the year, tell it in figures, and write what is asked for."""
    parser = ArgumentParser(description="Plays a year of a town through a casebook.")
    parser.add_argument("--providers", type=int, default=60, help="from 6 to 900")
    parser.add_argument("--certificates", type=int, default=5000, help="forty or more")
    parser.add_argument("--seed", type=int, default=189)
    parser.add_argument("--write", type=Path, help="a file for the steps, in the order of time")
    parser.add_argument("--profile", type=Path, help="a file for the profile with the invented acts")
    parser.add_argument("--findings", type=Path, help="a file for the findings")
    asked = parser.parse_args(arguments)
    if not 6 <= asked.providers <= 900 or asked.certificates < 40:
        parser.error("a town has from 6 to 900 providers, and 40 certificates or more")
    town, profile = Town(asked.providers, asked.certificates, asked.seed), the_profile()
    if asked.write is not None:
        write(asked.write, (one.line for one in steps(town, profile)))
    if asked.profile is not None:
        asked.profile.write_text(profile_text(), encoding="utf-8")
    played = play(town, profile)
    told = ledger(played.book.cases(), profile, LAST_DAY)
    against = differences(played.book, told, town)
    assert not against, against
    if asked.findings is not None:
        write(asked.findings, map(finding, played.found))
    for line in tell(played, told, profile):
        print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
