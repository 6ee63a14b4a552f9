"""Measure a year of records read, replayed and audited, as ratios to a plain `json.loads` scan of the same file.

    python benchmarks/bulk.py 100000                    so many events of the year of the examples, in order of time
    python benchmarks/bulk.py 100000 --order grouped    the same events, those of a case together
    python benchmarks/bulk.py 100000 --faults           every hundredth line spoilt
    python benchmarks/bulk.py 100000 --only read,audit  these tasks alone; `json.loads` is always there

Each task runs in a process of its own, all of them in turn, several rounds; of each the least counts, without the
start of the process. It prints the microseconds an event, the ratio to the scan, the most memory of one process,
that of all together, and how much more ten times as many events need. What uses several cores is measured by the
clock, everything else by processor time. Replay and audit run as the commands do, which collect seldom. Where pm4py
(`pip install pm4py`) and polars are not installed their tasks are left out; of pm4py the log and the model are made
before the clock starts.
"""

import json
import os
import resource
import subprocess
import sys
import time
from argparse import ArgumentParser, Namespace
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "examples"))

from a_year_in_kemerovo import profile_text, the_profile, write
from year.played import steps
from year.town import Town

from law189 import load_profile
from law189.audit.bulk import read_steps
from law189.audit.parts import audit_parts
from law189.audit.parts.workers import seldom_collected
from law189.audit.replay import Replay
from law189.casebook.line import Line
from law189.profile.profile import Profile

ROUNDS, TENTH, CHILDREN_OF_ONE, EVENTS_OF_ONE = 3, 10, 80, 6.6
SPOILT = 100
CORES = os.cpu_count() or 1


class Measured(NamedTuple):
    """What one process took: the seconds, and the memory at most in MB, of one process and of all together."""

    seconds: float
    memory: float
    together: float


Ready = Callable[[], object]
"""What is measured, after everything it needs was made."""


def all_of(found: Iterable[Any]) -> None:
    """Go through it, and keep nothing."""
    deque(found, maxlen=0)


def scanned(file: Path, _: Profile) -> Ready:
    """Every line read by Python's own reader of JSON, and nothing more."""

    def scan() -> None:
        with file.open("rb") as lines:
            for line in lines:
                try:
                    json.loads(line)
                except ValueError:
                    continue

    return scan


def read(file: Path, profile: Profile) -> Ready:
    """Every line checked."""
    return lambda: all_of(read_steps(file, profile))


def replayed(file: Path, profile: Profile) -> Ready:
    """Every step judged alone, in its case."""

    def replay() -> None:
        with seldom_collected():
            all_of(Replay(profile, str(file), keeps=False).read(file))

    return replay


def audited(file: Path, profile: Profile, jobs: int = 1) -> Ready:
    """Every step judged beside all cases, with its findings."""

    def audit() -> None:
        lines = ((number, line) for number, line in read_steps(file, profile) if isinstance(line, Line))
        with seldom_collected():
            all_of(audit_parts(lines, profile, jobs=jobs))

    return audit


def audited_by_all(file: Path, profile: Profile) -> Ready:
    """The same on all cores."""
    return audited(file, profile, CORES)


# ─── Рядом: what others do with the same lines ───────────────────────────────────────────────────────────


def table(file: Path) -> list[dict[str, str]]:
    """The case, the step and the day of every line."""
    rows = []
    with file.open("rb") as lines:
        for line in lines:
            try:
                told = json.loads(line)
            except ValueError:
                continue
            step = f"{told['lifecycle']}.{told['kind']}"
            rows.append({"case": told["history"], "step": step, "on": told["on"]})
    return rows


def log_of(file: Path) -> Any:
    """The lines as a log of pm4py."""
    import pandas as pd
    import pm4py

    frame = pd.DataFrame(table(file))
    frame["on"] = pd.to_datetime(frame["on"], utc=True)
    return pm4py.format_dataframe(frame, case_id="case", activity_key="step", timestamp_key="on")


def tokens(file: Path, *, cached: bool) -> Ready:
    """Token replay of a net that was discovered from the log."""
    import pm4py
    from pm4py.algo.conformance.tokenreplay import algorithm

    log = log_of(file)
    net, begins, ends = pm4py.discover_petri_net_inductive(log)
    how = {"disable_variants": not cached, "show_progress_bar": False}
    return lambda: algorithm.apply(log, net, begins, ends, parameters=how)


def declared(file: Path, _: Profile) -> Ready:
    """Conformance with a DECLARE model that was discovered from the log."""
    import pm4py

    log = log_of(file)
    model = pm4py.discover_declare(log)
    return lambda: pm4py.conformance_declare(log, model)


def in_columns(file: Path, _: Profile) -> Ready:
    """A bare scan by polars: read, sort, and the step before in each case."""
    import polars as pl

    def scan() -> object:
        columns = dict.fromkeys(("history", "kind", "on"), pl.String)
        few = pl.scan_ndjson(file, schema=columns).sort("history", "on", maintain_order=True)
        return few.with_columns(pl.col("kind").shift(1).over("history").alias("before")).collect()

    return scan


TASKS: Mapping[str, Callable[[Path, Profile], Ready]] = {
    "json.loads": scanned,
    "read": read,
    "replay": replayed,
    "audit": audited,
    "audit-all-cores": audited_by_all,
    "pm4py-cached": lambda file, _: tokens(file, cached=True),
    "pm4py-tokens": lambda file, _: tokens(file, cached=False),
    "pm4py-declare": declared,
    "polars": in_columns,
}
BY_CLOCK = ("audit-all-cores", "polars")


def run(task: str, file: str, profile: str) -> None:
    """Do the task, and print what it took; for a process of its own."""
    clock = time.perf_counter if task in BY_CLOCK else time.process_time
    work = TASKS[task](Path(file), load_profile(Path(profile)))
    started = clock()
    work()
    took = clock() - started
    own, child = (
        resource.getrusage(of).ru_maxrss / 1024 for of in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(took, max(own, child), own + child * (CORES if child else 0))


def measured(task: str, file: Path, profile: Path) -> Measured:
    """What `run` prints."""
    words = [sys.executable, __file__, "--task", task, str(file), str(profile)]
    ran = subprocess.run(words, capture_output=True, text=True, check=True)  # noqa: S603  # our own code
    return Measured(*map(float, ran.stdout.split()[-3:]))


def make(file: str, events: str, order: str, faults: str) -> None:
    """Write the steps of a town of about so many; for a process of its own, so that none begins with its memory."""
    certificates = max(40, int(int(events) / EVENTS_OF_ONE))
    town = Town(max(6, min(900, certificates // CHILDREN_OF_ONE)), certificates, 189)
    lines = (one.line for one in steps(town, the_profile()))
    if order == "grouped":
        cases: dict[str, list[dict[str, Any]]] = {}
        for line in lines:
            cases.setdefault(line["history"], []).append(line)
        lines = (line for case in cases.values() for line in case)
    if faults:
        lines = ({**one, "by": "nobody"} if not at % SPOILT else one for at, one in enumerate(lines, 1))
    write(Path(file), lines)


def made(folder: Path, events: int, asked: Namespace) -> tuple[Path, int]:
    """A file of the steps of a town of about so many, and how many there are."""
    file = folder / f"{events}.jsonl"
    of = (str(file), str(events), asked.order, "faults" if asked.faults else "")
    subprocess.run([sys.executable, __file__, "--make", *of], check=True)  # noqa: S603  # our own code
    with file.open("rb") as written:
        return file, sum(1 for _ in written)


def main(asked: Namespace) -> None:
    """Print every figure."""
    tasks = [one for one in TASKS if find_spec("pm4py") or not one.startswith("pm4py")]
    tasks = [one for one in tasks if find_spec("polars") or one != "polars"]
    if asked.only:
        tasks = [one for one in tasks if one in ("json.loads", *asked.only.split(","))]
    with TemporaryDirectory() as name:
        folder = Path(name)
        profile = folder / "my.yaml"
        profile.write_text(profile_text(), encoding="utf-8")
        tenth, _ = made(folder, asked.events // TENTH, asked)
        whole, events = made(folder, asked.events, asked)
        rounds = [{task: measured(task, whole, profile) for task in tasks} for _ in range(asked.rounds)]
        small = {task: measured(task, tenth, profile) for task in tasks}
    least = {task: min(one[task].seconds for one in rounds) for task in tasks}
    print(f"events: {events}, order: {asked.order}, cores: {CORES}")
    for task in tasks:
        each, ratio = least[task] / events * 1e6, least[task] / least["json.loads"]
        memory, together = (max(one[task][place] for one in rounds) for place in (1, 2))
        growth = memory / small[task].memory
        print(
            f"{task:21} {each:8.1f} us an event {ratio:7.1f} scans {memory:6.0f} MB, together {together:6.0f} "
            f"{growth:6.2f} of a tenth"
        )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--task"]:
        run(*sys.argv[2:5])
    elif sys.argv[1:2] == ["--make"]:
        make(*sys.argv[2:6])
    else:
        parser = ArgumentParser(description="Measures reading, replay and audit beside a json.loads scan.")
        parser.add_argument("events", type=int, nargs="?", default=33_000)
        parser.add_argument("--order", choices=("time", "grouped"), default="time")
        parser.add_argument("--faults", action="store_true")
        parser.add_argument("--only", default="")
        parser.add_argument("--rounds", type=int, default=ROUNDS)
        main(parser.parse_args())
