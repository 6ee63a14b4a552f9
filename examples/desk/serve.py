"""Открыть стол (serve): the book is made, filled with the year of the examples where it is new, and served.

python examples/desk/serve.py                       serves http://127.0.0.1:8189 on desk.sqlite3
python examples/desk/serve.py --empty --database sqlite:///mine.sqlite3 --profile my.yaml
serves an empty book by another profile
"""

import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import uvicorn  # the examples stand beside this one
from a_year_in_kemerovo import the_profile
from year.played import LAST_DAY, steps
from year.town import Town

from desk.app import desk
from law189 import FaultyInput, Profile, load_profile
from law189.casebook.line import LINE
from law189.casebook.stores.sql import SqlStore
from law189.errors import Refused
from law189.files.asked_day import read_day

__all__ = ["fill", "made", "main"]

DATABASE = "sqlite:///desk.sqlite3"
TOWN = Town(providers=6, certificates=40)
BAR = 30


def fill(store: SqlStore, lines: Iterable[dict[str, object]], whole: int) -> int:
    """Take the steps, with a line that says how far it is; how many were refused: errors are planted."""
    refused = 0
    for number, line in enumerate(lines, start=1):
        try:
            store.take(LINE.validate_python(line))
        except Refused:
            refused += 1
        if sys.stderr.isatty() or number == whole:
            done = number * BAR // whole
            bar = f"[{'#' * done}{'-' * (BAR - done)}]"
            sys.stderr.write(f"\r{bar} шаги года записываются: {number} из {whole}")
            sys.stderr.flush()
    sys.stderr.write(f"; отказано: {refused}\n")
    return refused


def made(database: str, profile: Profile) -> None:
    """Make the book with the year where its file is not there yet, whole or not at all."""
    path = Path(database.removeprefix("sqlite:///"))
    if not database.startswith("sqlite:///") or path.exists():
        return
    beside = path.with_name(f"{path.name}.new")
    for old in path.parent.glob(f"{beside.name}*"):
        old.unlink()
    with SqlStore(f"sqlite:///{beside}", profile) as store:
        lines = [one.line for one in steps(TOWN, profile)]
        fill(store, lines, len(lines))
    beside.rename(path)


def day(written: str) -> date:
    """The day of an option."""
    try:
        return read_day(written, "--on")
    except FaultyInput as error:
        raise ArgumentTypeError(error.told("en")) from None


def main(arguments: list[str]) -> None:
    """Serve the desk as asked."""
    parser = ArgumentParser(description="Serves a clerk's desk in the browser.")
    parser.add_argument("--database", default=DATABASE, help="the book, as SQLAlchemy writes it")
    parser.add_argument("--profile", help="a shipped name or a file; without it Kemerovo with invented acts")
    parser.add_argument("--empty", action="store_true", help="without the year of the examples")
    parser.add_argument("--on", type=day, help="the day of a page that names none")
    parser.add_argument("--port", type=int, default=8189)
    parser.add_argument("--fill-only", action="store_true", help="make the book and end")
    asked = parser.parse_args(arguments)
    profile = the_profile() if asked.profile is None else load_profile(asked.profile)
    example = not asked.empty and asked.profile is None
    if example:
        made(asked.database, profile)
    if asked.fill_only:
        return
    store = SqlStore(asked.database, profile)
    today = asked.on or (LAST_DAY if example else None)
    sys.stderr.write(f"Стол открыт: http://127.0.0.1:{asked.port}  (закрыть — Ctrl-C)\n")
    with suppress(KeyboardInterrupt):
        uvicorn.run(desk(store, profile, today), host="127.0.0.1", port=asked.port, log_level="warning")


if __name__ == "__main__":
    main(sys.argv[1:])
