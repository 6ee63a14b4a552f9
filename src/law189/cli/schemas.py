"""Схемы JSON в командной строке (schemas): their names, and one of them printed."""

from typing import Annotated

import typer

from law189.audit.schemas import SCHEMAS, NoSchema, schema_of
from law189.cli.console import Json, say, say_json, stop
from law189.cli.language import Language

__all__ = ["show_schema"]


def show_schema(
    name: Annotated[
        str | None,
        typer.Argument(metavar="ИМЯ / NAME", help="имя; без него — все имена / a name; none: all names"),
    ] = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """JSON Schema того, что читается и пишется / The JSON Schema of what is read and written."""
    if name is None:
        names = sorted(SCHEMAS)
        say_json(names) if as_json else say(names)
        return
    try:
        say_json(schema_of(name))
    except NoSchema as error:
        stop(error.words, name, lang, as_json)
