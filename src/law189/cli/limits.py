"""Сколько занять (limits): how many processes work at once, and how much memory their lines take.

>>> size_of("64M"), size_of("1000"), jobs_of("2")
(67108864, 1000, 2)
"""

import os
import re
from typing import Annotated

import typer

from law189.cli.language import Misused
from law189.files.wording import word
from law189.law import Text

__all__ = ["Jobs", "Memory", "jobs_of", "size_of"]

Jobs = Annotated[
    str | None,
    typer.Option(
        "--jobs",
        metavar="ЧИСЛО / N",
        help="сколько процессов работает сразу; без ключа по числу ядер "
        "/ how many processes work at once; by default as many as there are cores",
    ),
]
Memory = Annotated[
    str | None,
    typer.Option(
        "--memory",
        metavar="РАЗМЕР / SIZE",
        help="сколько памяти занимают строки дел: 64M, 1G; остальные ждут на диске "
        "/ how much memory the lines of cases take: 64M, 1G; the others wait on the disk",
    ),
]
UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}
MOST_JOBS = 256


def jobs_of(said: str | None) -> int:
    """How many processes work at once; wrong usage where that is no number of them."""
    if said is None:
        return _cores()
    if re.fullmatch(r"[0-9]{1,3}", said) is None or not 1 <= int(said) <= MOST_JOBS:
        raise Misused(
            Text(
                f"--jobs: нужно число от 1 до {MOST_JOBS}, а указано «{word(said)}»",
                f"--jobs: a number from 1 to {MOST_JOBS} is needed, not «{word(said)}»",
            )
        )
    return int(said)


def size_of(said: str) -> int:
    """The size in bytes; wrong usage where it is none, or so small that no case has room in it."""
    found = re.fullmatch(r"([0-9]{1,12})([KMG]?)B?", said.upper())
    size = 0 if found is None else int(found[1]) * UNITS[found[2]]
    if size < 1:
        raise Misused(
            Text(
                f"--memory: нужен размер вида 64M или 1G, а указано «{word(said)}»",
                f"--memory: a size such as 64M or 1G is needed, not «{word(said)}»",
            )
        )
    return size


def _cores() -> int:
    """How many cores this process may use."""
    try:
        return min(MOST_JOBS, len(os.sched_getaffinity(0)))
    except AttributeError:  # not on every system
        return min(MOST_JOBS, os.cpu_count() or 1)
