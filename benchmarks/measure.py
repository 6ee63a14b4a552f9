"""Measure what the documentation claims, as ratios against a peer in the same run.

`python benchmarks/measure.py` prints one line a figure: what, value, bound, and whether it is kept.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from transitions import Event as MachineEvent

from law189 import load_profile
from law189.profile.federal import federal_acts, shipped_data
from law189.workflows.meeting import (
    Closed,
    Convened,
    CopiesSent,
    ItemVoted,
    MeetingEvent,
    MinutesDrafted,
    MinutesSigned,
    Opened,
)
from law189.workflows.meeting import lifecycle as meeting

ROUNDS = 7
WINDOWS, TIMES = 600, 25
SHIPPED = Path(__file__).parent.parent / "src" / "law189" / "data" / "municipalities"


def main() -> None:
    """Print every figure."""
    ours = _imported("import law189")
    used = _imported("from law189 import load_profile, judge_record, meeting")
    peer = _imported("import pydantic; pydantic.BaseModel")
    _say("import law189, ms", ours * 1e3, "< 250")
    _say("import of all that a meeting needs, ms", used * 1e3, "")
    _say("  of it, ratio to `import pydantic`", used / peer, "")
    _say("a shipped profile, first load, ms", _cold() * 1e3, "< 50")
    _say("a shipped profile, loaded again, ms", _timed(lambda: load_profile("kemerovo"), 5) * 1e3, "< 50")
    path = SHIPPED / "kemerovo.yaml"
    _say("the same profile from YAML, ms", _timed(lambda: load_profile(path), 3) * 1e3, "")
    for name, ratio, bound in _steps():
        _say(f"judge and advance, in bare triggers, {name}", ratio, bound)


def _say(what: str, value: float, bound: str) -> None:
    print(f"{what:75} {value:9.2f}  {bound}")


def _imported(statement: str) -> float:
    """Seconds that a statement's imports take in a fresh interpreter, the median of several."""
    return _fresh(f"import time; t = time.perf_counter(); {statement}; print(time.perf_counter() - t)")


def _cold() -> float:
    """Seconds of the first load in a process, after the imports."""
    return _fresh(
        "import time; from law189 import load_profile; import law189.profile.loader; t = time.perf_counter(); "
        "load_profile('kemerovo'); print(time.perf_counter() - t)"
    )


def _fresh(code: str) -> float:
    """What a fresh interpreter prints, the median of several."""
    command = [sys.executable, "-c", code]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(ROUNDS)]  # noqa: S603  # our own code
    return statistics.median(float(run.stdout) for run in runs)


def _timed(action: Callable[[], object], times: int) -> float:
    """Seconds of one action, the median of several rounds."""
    rounds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for _ in range(times):
            action()
        rounds.append((time.perf_counter() - start) / times)
    return statistics.median(rounds)


def _least(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    """Seconds of either action, the least of many short windows taken in turn, so that noise falls on both."""
    found = [float("inf"), float("inf")]
    for _ in range(WINDOWS):
        for place, action in enumerate((ours, theirs)):
            start = time.process_time()
            for _ in range(TIMES):
                action()
            found[place] = min(found[place], (time.process_time() - start) / TIMES)
    return found[0], found[1]


class Row:
    """A bare object that a class-level machine moves."""

    __slots__ = ("state",)

    def __init__(self, state: str) -> None:
        self.state = state


def _steps() -> list[tuple[str, float, str]]:
    """Each step of a meeting against the same step of a bare class-level machine, and their mean."""
    profile = load_profile("novokuznetsk_district")
    day = date(2023, 10, 2)
    everybody = ("chair", "deputy", "member-1", "member-2", "member-3")
    events: list[MeetingEvent] = [
        Convened(on=date(2023, 9, 29), by="chair", held_on=day),
        Opened(on=day, by="chair", present=everybody),
        ItemVoted.model_validate(
            {
                "on": day,
                "by": "chair",
                "question": "the plan",
                "question_kind": "plan-measures",
                "votes": dict.fromkeys(everybody, "for"),
            }
        ),
        Closed(on=day, by="chair"),
        MinutesDrafted(on=day, by="secretary"),
        MinutesSigned(on=day, by="chair"),
        CopiesSent(on=day, by="secretary", copies_to=everybody),
    ]
    found = []
    ours, bare = 0.0, 0.0
    history = meeting.begin("bench")
    for event in events:
        kind = str(event.model_dump()["kind"])
        bare_step = partial(_bare, Row(history.state), history.state, meeting.machine.events[kind])
        mine, theirs = _least(partial(meeting.advance, history, event, profile), bare_step)
        ours, bare = ours + mine, bare + theirs
        found.append((f"{kind} ({mine * 1e6:.1f} against {theirs * 1e6:.1f} us)", mine / theirs, ""))
        history = meeting.advance(history, event, profile)
    return [
        *found,
        (f"a step, mean of the meeting ({ours * 1e6:.1f} against {bare * 1e6:.1f} us)", ours / bare, "< 10"),
    ]


def _bare(row: Row, state: str, event: MachineEvent) -> None:
    row.state = state
    event.trigger(row)


if __name__ == "__main__":
    shipped_data()
    federal_acts()
    main()
