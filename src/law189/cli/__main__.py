"""`python -m law189.cli`: the command line, or which extra it needs."""

import os
import sys
from collections.abc import MutableMapping

from law189.errors import needs_extra

NARROWEST = 20
"""The fewest signs on a line in which anything can be read."""


def seen(environment: MutableMapping[str, str]) -> None:
    """Leave out a width in which nothing can be read: COLUMNS=0 is what programs write who do not know it.

    >>> said = {"COLUMNS": "0", "TERM": "xterm"}
    >>> seen(said)
    >>> said
    {'TERM': 'xterm'}
    """
    width = environment.get("COLUMNS", "")
    if width.isdecimal() and int(width) < NARROWEST:
        del environment["COLUMNS"]


def main() -> None:
    """Run the command line, or say which extra it needs."""
    seen(os.environ)
    try:
        from law189.cli.app import app
    except ModuleNotFoundError as missing:
        if missing.name not in ("typer", "rich", "click"):
            raise
        words = needs_extra("cli")
        sys.exit(f"law189: {words.ru}\nlaw189: {words.en}")
    app(prog_name="law189")


if __name__ == "__main__":
    main()
