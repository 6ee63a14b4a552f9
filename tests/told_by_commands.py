"""What the commands answer, and what of it is a profile's own words."""

from typer.testing import CliRunner

from law189.cli.app import app


def said(*args):
    """What the command says, aside too."""
    told = CliRunner().invoke(app, [str(one) for one in args])
    assert told.exception is None or isinstance(told.exception, SystemExit), told.exception
    return told.output


def own_words(value, pattern):
    """The texts within the value that the pattern is in: a profile's own stay as its act writes them."""
    if isinstance(value, dict):
        value = list(value.values())
    for one in value if isinstance(value, list) else ():
        yield from own_words(one, pattern)
    if isinstance(value, str) and pattern.search(value):
        yield value
