"""Measure a year of records read, replayed and audited, as ratios to a plain `json.loads` scan of the same file.

`python benchmarks/bulk.py` writes the year of the examples with 5,000 certificates in the order of time, and a
tenth of it; the first argument is another number of certificates, from 400. Each task runs in a process of its own,
all of them in turn, several rounds; of each the least processor time counts, without the start of the process. It
prints the microseconds an event, the ratio to the scan, the most memory, and how much more of it ten times as many
events need.
"""

import json
import resource
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "examples"))

from a_year_in_kemerovo import profile_text, the_profile, write
from year.played import steps
from year.town import Town

from law189 import load_profile
from law189.audit.bulk import audit, read_steps
from law189.audit.replay import Replay
from law189.casebook.line import Line
from law189.profile.profile import Profile

ROUNDS, TENTH, CHILDREN_OF_ONE = 3, 10, 80


class Measured(NamedTuple):
    """What one process took: the seconds of processor time, and the memory at most, in MB."""

    seconds: float
    memory: float


def all_of(found: Iterable[Any]) -> None:
    """Go through it, and keep nothing."""
    deque(found, maxlen=0)


def scanned(file: Path, _: Profile) -> None:
    """Every line read by Python's own reader of JSON, and nothing more."""
    with file.open("rb") as lines:
        all_of(json.loads(line) for line in lines)


def read(file: Path, profile: Profile) -> None:
    """Every line checked."""
    all_of(read_steps(file, profile))


def replayed(file: Path, profile: Profile) -> None:
    """Every step judged alone, in its case."""
    all_of(Replay(profile, str(file), keeps=False).read(file))


def audited(file: Path, profile: Profile) -> None:
    """Every step judged beside all cases, with its findings."""
    lines = ((number, line) for number, line in read_steps(file, profile) if isinstance(line, Line))
    all_of(audit(lines, profile))


TASKS: Mapping[str, Callable[[Path, Profile], None]] = {
    "json.loads": scanned,
    "read": read,
    "replay": replayed,
    "audit": audited,
}


def run(task: str, file: str, profile: str) -> None:
    """Do the task, and print what it took; for a process of its own."""
    judged_by = load_profile(Path(profile))
    started = time.process_time()
    TASKS[task](Path(file), judged_by)
    took = time.process_time() - started
    print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def measured(task: str, file: Path, profile: Path) -> Measured:
    """What `run` prints."""
    words = [sys.executable, __file__, task, str(file), str(profile)]
    ran = subprocess.run(words, capture_output=True, text=True, check=True)  # noqa: S603  # our own code
    return Measured(*map(float, ran.stdout.split()))


def made(folder: Path, certificates: int) -> tuple[Path, int]:
    """A file of the steps of a town, and how many there are."""
    file = folder / f"{certificates}.jsonl"
    town = Town(max(6, min(900, certificates // CHILDREN_OF_ONE)), certificates, 189)
    write(file, (one.line for one in steps(town, the_profile())))
    with file.open("rb") as lines:
        return file, sum(1 for _ in lines)


def main(certificates: int) -> None:
    """Print every figure."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        profile = folder / "my.yaml"
        profile.write_text(profile_text(), encoding="utf-8")
        tenth, _ = made(folder, certificates // TENTH)
        whole, events = made(folder, certificates)
        rounds = [{task: measured(task, whole, profile) for task in TASKS} for _ in range(ROUNDS)]
        small = {task: measured(task, tenth, profile) for task in TASKS}
    least = {task: min(one[task].seconds for one in rounds) for task in TASKS}
    print(f"events: {events}")
    for task in TASKS:
        each, ratio = least[task] / events * 1e6, least[task] / least["json.loads"]
        memory = max(one[task].memory for one in rounds)
        growth = memory / small[task].memory
        print(
            f"{task:12} {each:8.1f} us an event {ratio:7.1f} scans {memory:8.0f} MB {growth:6.2f} of a tenth"
        )


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in TASKS:
        run(*sys.argv[1:4])
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
