"""A book of many certificates: a step taken in it against the same step judged alone, its registers, its memory.

    python benchmarks/casebook.py [CERTIFICATES]

It prints ratios of one run: a step of the book to the judgement of that step in its case alone, with the same
extracts put before it; the seconds of processor time that a register and the ledger of a day take, whatever else
the machine does; and the memory of the book, as the most that the process has grown while it was built.
"""

import gc
import resource
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from books import PROFILE, agreed, certified, contracted, fulfilled, included, ordered

from law189.casebook.book import Casebook
from law189.casebook.cycles import CYCLES
from law189.casebook.ledger import ledger
from law189.casebook.line import Line
from law189.casebook.registers import RegisterKind, register
from law189.casebook.taking import judged

SAMPLE = 200


def town(certificates: int) -> Iterator[Line]:
    """An order that covers them all, an entry, an agreement, and so many certificates with a contract each."""
    yield from ordered(shares=(("804200О.99.0.ББ52АЖ48000", certificates * 72),))
    yield from included()
    yield from agreed()
    for number in range(certificates):
        on = (date(2024, 1, 10) + timedelta(number % 3)).isoformat()
        yield from certified(f"c{number}", number=f"К-{number}", file=str(number), on=on)
        yield from contracted(f"k{number}", number=f"Д-{number}", certificate=f"К-{number}")


def seconds(call: Callable[[], Any]) -> float:
    """How long one call keeps the processor."""
    start = time.process_time()
    call()
    return time.process_time() - start


def against_alone(book: Casebook, steps: list[Line]) -> float:
    """The median of the time to take a step in the book to the time to judge its events in their cases alone."""
    ratios = []
    for step in steps:
        taken = judged(book.shelf, step, PROFILE)
        cases = [(book.shelf.case(one.id), one) for one in taken.cases]

        def alone(cases: list[Any] = cases) -> None:
            for before, after in cases:
                cycle = CYCLES[after.lifecycle]
                cycle.advance(before or cycle.begin(after.id), after.records[-1].event, PROFILE)

        own = min(seconds(alone) for _ in range(5))
        ratios.append(min(seconds(partial(book.take, step)) for _ in range(5)) / own)
    return median(ratios)


def _memory() -> int:
    """The most that the process has had so far, in KB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main(certificates: int) -> None:
    """Build the book, then measure."""
    before, started = _memory(), time.perf_counter()
    book = Casebook(PROFILE)
    for line in town(certificates):
        book = book.take(line)
    took, held = time.perf_counter() - started, _memory() - before
    records = sum(len(case.records) for case in book.cases())
    print(f"cases: {sum(1 for _ in book.cases())}; records: {records}, taken in {took:.0f} s")
    print(f"memory: {held / 1024:.0f} MB, {held / records:.1f} KB a record")
    gc.collect()
    places = range(0, certificates, max(1, certificates // SAMPLE))
    ends = [next(iter(fulfilled(f"k{place}"))) for place in places]
    starts = [next(iter(certified(f"n{place}", number=f"Н-{place}", file=f"n{place}"))) for place in places]
    print(
        f"a contract fulfilled, with the certificate, to both judged alone: {against_alone(book, ends):.2f}"
    )
    print(f"an application to the same judged alone: {against_alone(book, starts):.2f}")
    day = date(2024, 3, 1)
    cases = list(book.cases())
    for kind in RegisterKind:
        took = seconds(partial(register, kind, cases, PROFILE, day))
        print(f"register {kind.value} of a day: {took:.2f} s")
    print(f"ledger of a day: {seconds(partial(book.ledger, day)):.2f} s")
    print(f"the same of the cases alone: {seconds(partial(ledger, cases, PROFILE, day)):.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
