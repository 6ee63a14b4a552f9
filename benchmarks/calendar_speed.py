"""Measure working-day questions after loading, against the `holidays` package in the same run.

`python benchmarks/calendar_speed.py` prints one line a question: our answers a second, those of the peer,
and the ratio. It fails (exit 1) where an answer differs from the peer's or fewer than 100,000 come a second.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta

import holidays

from law189.profile.federal import load_calendar

AIM = 100_000
ROUNDS = 7
FIRST, DAYS = date(2022, 1, 1), 5 * 365
MOST = 30


def main() -> int:
    """Print every figure; 1 where the aim is missed or an answer differs."""
    start = time.perf_counter()
    ours = load_calendar()
    print(f"loaded in {(time.perf_counter() - start) * 1e3:.1f} ms")
    peer = holidays.country_holidays("RU", years=range(2022, 2028))
    draw = random.Random(189)  # noqa: S311  # no secret
    days = [FIRST + timedelta(draw.randrange(DAYS)) for _ in range(2000)]
    counts = [draw.randint(1, MOST) for _ in days]
    ends = [day + timedelta(count) for day, count in zip(days, counts, strict=True)]
    after = [day + timedelta(1) for day in days]  # the peer counts its first day, we do not
    questions: list[tuple[str, Callable[[], list[object]], Callable[[], list[object]]]] = [
        (
            "is_working_day",
            lambda: [*map(ours.is_working_day, days)],
            lambda: [*map(peer.is_working_day, days)],
        ),
        (
            f"add_working_days, 1 to {MOST}",
            lambda: [*map(ours.add_working_days, days, counts)],
            lambda: [*map(peer.get_nth_working_day, days, counts)],
        ),
        (
            f"working_days_between, 1 to {MOST} days",
            lambda: [*map(ours.working_days_between, days, ends)],
            lambda: [*map(peer.get_working_days_count, after, ends)],
        ),
    ]
    good = True
    for name, mine, theirs in questions:
        fast, slow = _a_second(mine, len(days)), _a_second(theirs, len(days))
        same = mine() == theirs()
        good = good and same and fast >= AIM
        print(
            f"{name:40} {fast:11,.0f} a second (aim {AIM:,}); holidays {slow:9,.0f}; "
            f"ratio {fast / slow:6.1f}; answers {'agree' if same else 'DIFFER'}"
        )
    return 0 if good else 1


def _a_second(ask: Callable[[], object], questions: int) -> float:
    """Answers a second, the median of several rounds after one to warm up."""
    ask()
    rounds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        ask()
        rounds.append(time.perf_counter() - start)
    return questions / statistics.median(rounds)


if __name__ == "__main__":
    sys.exit(main())
