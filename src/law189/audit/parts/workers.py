"""Работники (workers): the parts of an audit, each judged by a process, or one after the other by this one.

A process is begun anew and not copied, so that it is the same whatever threads or files the caller has. Ctrl-C is
the caller's: a process that works is told to stop, and ends after the line at hand. Where the caller was killed,
its processes end at once.
"""

import gc
import os
import signal
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from datetime import date
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple, Self

from law189.audit.lines.timed import KnownUntil
from law189.audit.parts.core import Core
from law189.audit.parts.part import PartAudit
from law189.audit.parts.spill import PickledFile, lines_of_part, read_pickled
from law189.casebook.shelf.apart import Answer, Question
from law189.errors import Fault, FaultyInput
from law189.law import Text
from law189.profile.profile import Profile

__all__ = ["Task", "Workers", "ended", "seldom_collected"]

SELDOM = 50_000
"""So many more things are made than dropped before the collector looks for those that hold one another."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """While a process reads and judges: the collector looks seldom, and never at what was there before.

    Nearly nothing that is read or judged holds itself, so looking for it finds nothing. It is of the whole process:
    for whoever owns one, a command or a worker, and not for a library.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


class Task(NamedTuple):
    """Задание: which part, how often it was judged, beside which core, until and as of which day, what is answered.

    With `undone` the lines of days later than `day` that were annulled by it are asked for, and not what stands
    wrong at its end. Where labels are given in `only`, the cases that have none of them are left out.
    """

    part: int
    time: int
    core: int
    until: KnownUntil
    day: date
    answers: Mapping[tuple[int, Question], tuple[Answer]]
    only: frozenset[int] | None
    undone: bool


class _Stopped(Exception):
    """The caller needs the part no more."""


class _Place:
    """Where the parts of an audit stand, and what every part needs: the profile and the core."""

    def __init__(self, folder: Path, profile: Profile, stop: Any = None) -> None:
        self._folder, self._profile, self._stop = folder, profile, stop
        self._core: tuple[int, Core] | None = None

    def put(self, number: int, core: Core) -> None:
        """Keep the core of that number, so that it need not be read."""
        self._core = number, core

    def drop(self) -> None:
        """Keep no core."""
        self._core = None

    def run(self, task: Task) -> int:
        """Judge a part: write its findings, and what it added and asked, each to a file of its own; its number."""
        if self._core is None or self._core[0] != task.core:
            self._core = None  # there is room for one
            self._core = task.core, Core.of_pieces(read_pickled(_core_file(self._folder, task.core)))
        asked = PartAudit(self._profile, self._core[1], task.answers)
        lines, labels, unread = lines_of_part(self._folder, task.part, task.only)
        name = f"{task.part}.{task.time}"
        of = {kind: self._folder / f"{name}.{kind}" for kind in ("found", "told", "undone")}
        with PickledFile(of["found"]) as found, PickledFile(of["told"]) as told:
            for place, (history, answer, added) in enumerate(asked.steps(lines, task.until, unread)):
                if answer[1]:
                    found.put((labels[history], *answer))
                if added[1]:
                    told.put((labels[history], *added))
                if not place % 64:
                    self._go_on()
            for history, answer in () if task.undone else asked.standing(task.day):
                found.put((labels[history], *answer))
        if task.undone:
            with PickledFile(of["undone"]) as undone:
                for number, line in asked.undone(lines, task.day):
                    undone.put((labels[line.history], (0, 0, number), (number, line)))
        return task.part

    def _go_on(self) -> None:
        if self._stop is not None and self._stop.is_set():
            raise _Stopped


def _core_file(folder: Path, number: int) -> Path:
    """Where the core of that number is for other processes."""
    return folder / f"core.{number}"


class Workers:
    """Несколько процессов или один этот: a context that ends them."""

    def __init__(self, folder: Path, profile: Profile, jobs: int) -> None:
        self._place, self._jobs = _Place(folder, profile), jobs
        self._begun = (folder, profile)
        self._pool: ProcessPoolExecutor | None = None
        self._stop: Any = None

    def __enter__(self) -> Self:
        if self._jobs > 1:
            context = get_context("spawn")
            self._stop = context.Event()
            self._pool = ProcessPoolExecutor(
                self._jobs, context, initializer=_begin, initargs=(*self._begun, self._stop)
            )
            with _uninterrupted():
                self._pool.submit(int)  # with a first task all processes begin
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._stop.set()
            self._pool.shutdown(wait=True, cancel_futures=True)

    def put(self, number: int, core: Core) -> None:
        """Give all of them the core of that number. Raises OSError where the disk takes no more."""
        if self._pool is None:
            self._place.put(number, core)
            return
        with PickledFile(_core_file(self._begun[0], number)) as file:
            for piece in core.pieces():
                file.put(piece)

    def drop(self) -> None:
        """Keep no core in this process, until the next is put."""
        self._place.drop()

    def run(self, tasks: Iterable[Task]) -> Iterator[int]:
        """Each part as it is done. Raises OSError where the disk takes no more."""
        if self._pool is None:
            for task in tasks:
                yield self._place.run(task)
            return
        with _uninterrupted():
            ahead = [self._pool.submit(_run, task) for task in tasks]
        for done in as_completed(ahead):
            yield done.result()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """While processes begin, Ctrl-C and its like wait; they take over that Ctrl-C is not for them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, *_ending()})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_HERE: list[_Place] = []
"""In a process of its own: what it was begun with."""


def _ending() -> set[signal.Signals]:
    """What else asks a process to end, where the system knows it."""
    return {signal.Signals[name] for name in ("SIGTERM", "SIGHUP") if name in signal.Signals.__members__}


def _end_with_caller() -> None:
    """Wait until the process that began this one is gone, and end then; nobody is left to answer to."""
    caller = parent_process()
    if caller is not None:
        caller.join()
        os._exit(1)


def _begin(folder: Path, profile: Profile, stop: Any) -> None:
    Thread(target=_end_with_caller, daemon=True).start()
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ending())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _HERE[:] = [_Place(folder, profile, stop)]


def _run(task: Task) -> int:
    with seldom_collected():
        return _HERE[0].run(task)


def ended() -> FaultyInput:
    """That a process was ended from outside, and what to do."""
    words = Text(
        "процесс проверки закрыт извне, возможно, из-за нехватки памяти; дайте меньше --jobs или --memory",
        "a process of the audit was ended from outside, maybe for want of memory; give less --jobs or --memory",
    )
    return FaultyInput([Fault("law189", None, None, "", words)])
