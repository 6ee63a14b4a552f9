"""`python -m law189.cli`: the command line, or which extra it needs."""

import sys

from law189.errors import needs_extra


def main() -> None:
    """Run the command line, or say which extra it needs."""
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
