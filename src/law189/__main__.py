"""`python -m law189`: the command line."""

import sys


def main() -> None:
    """Run the command line, or say which extra it needs."""
    try:
        from law189.cli.app import app
    except ModuleNotFoundError as missing:
        if missing.name not in ("typer", "rich", "click"):
            raise
        sys.exit(
            "law189: командной строке нужна добавка / the command line needs the extra: "
            "pip install 'law189[cli]'"
        )
    app(prog_name="law189")


if __name__ == "__main__":
    main()
