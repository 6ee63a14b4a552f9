"""Measure schema 2 of a saved history against schema 1: the size in bytes, the time to dump and to load.

`python benchmarks/saved_size.py` prints each for the first five records of a certificate, and the ratio 2 to 1. The
times are the least of many windows taken in turn, so that noise falls on both; a row is `dump_record` of the last.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from certificate_life import LIFE

from law189 import load_profile
from law189.cases.history import Decision, History
from law189.workflows.certificate import lifecycle as certificate

RECORDS, WINDOWS = 5, 300


def lived() -> History[Any]:
    """A certificate whose office decides on what no act has set."""
    profile, history = load_profile("kemerovo"), certificate.begin("17")
    for event in LIFE[:RECORDS]:
        decision = Decision(by="head of the department", on=event.on, reason="before the act is adopted")
        history = certificate.advance(history, event, profile, decision=decision)
    return history


def schema_1(history: History[Any]) -> dict[str, Any]:
    """What older versions wrote: every verdict with its sentences in both languages."""
    return {
        "schema": 1,
        "lifecycle": history.lifecycle,
        "id": history.id,
        "records": [
            {
                "event": record.event.model_dump(mode="json"),
                "state": record.state,
                "verdict": record.verdict.as_json(),
                "decision": record.decision and record.decision.model_dump(mode="json"),
            }
            for record in history.records
        ],
    }


def older(saved: Any) -> Any:
    """The same as older versions wrote it, in which no verdict said what it asks for."""
    if isinstance(saved, dict):
        later = {"asks"} if "rule" in saved else set()
        return {key: older(item) for key, item in saved.items() if key not in later}
    return [older(item) for item in saved] if isinstance(saved, list) else saved


def least(*actions: Callable[[], object]) -> list[float]:
    """Milliseconds of each action, the least of many windows taken in turn."""
    found = [float("inf")] * len(actions)
    for _ in range(WINDOWS):
        for place, action in enumerate(actions):
            begun = time.perf_counter()
            action()
            found[place] = min(found[place], (time.perf_counter() - begun) * 1000)
    return found


def main() -> None:
    """Print the figures."""
    history = lived()
    old, new = schema_1(history), certificate.dump(history)
    loaded = certificate.load(new)
    sizes = [len(json.dumps(one, ensure_ascii=False).encode()) for one in (older(old), new)]
    dumps = least(
        lambda: schema_1(history), lambda: certificate.dump(history), lambda: certificate.dump(loaded)
    )
    loads = least(lambda: certificate.load(old), lambda: certificate.load(new))
    (row,) = least(lambda: certificate.dump_record(loaded, RECORDS))
    both = [loads[0] + dumps[0], loads[1] + dumps[2]]
    print(f"bytes        {sizes[0]:8} {sizes[1]:8}   {sizes[1] / sizes[0]:.3f}")
    print(f"dump, ms     {dumps[0]:8.3f} {dumps[1]:8.3f}   {dumps[1] / dumps[0]:.3f}")
    print(f"loaded, ms   {dumps[0]:8.3f} {dumps[2]:8.3f}   {dumps[2] / dumps[0]:.3f}")
    print(f"a row, ms    {dumps[0]:8.3f} {row:8.3f}   {row / dumps[0]:.3f}")
    print(f"load, ms     {loads[0]:8.3f} {loads[1]:8.3f}   {loads[1] / loads[0]:.3f}")
    print(f"both, ms     {both[0]:8.3f} {both[1]:8.3f}   {both[1] / both[0]:.3f}")


if __name__ == "__main__":
    main()
