"""Перевод профиля (converting): a profile of the older format written as it is written now, with its comments."""

from pathlib import Path
from typing import Annotated

import typer

from law189.cli.console import Json, complain, fail, say, say_json, stop
from law189.cli.inputs import FromTree, Inputs
from law189.cli.language import Language
from law189.cli.written import put_new
from law189.errors import FaultyInput
from law189.files.disk import is_json, read_file, read_text
from law189.files.rewritten import rewritten
from law189.law import Text
from law189.profile.older import converted

__all__ = ["convert"]


def convert(
    file: Annotated[
        str,
        typer.Argument(metavar="ФАЙЛ / FILE", help="прежний профиль или «-» / the older profile, or «-»"),
    ],
    new: Annotated[
        Path | None,
        typer.Argument(metavar="НОВЫЙ / NEW", help="куда записать; без него — на экран / where to write it"),
    ] = None,
    form: FromTree = None,
    lang: Language = "ru",
    as_json: Json = False,
) -> None:
    """Перевести профиль из прежнего формата / Write a profile of the older format as it is written now."""
    given = Inputs(form, file).profile(file)
    source = Path(given) if isinstance(given, str) else given
    try:
        tree, text, json = read_file(source), read_text(source), is_json(source)
    except FaultyInput as error:
        fail(error, lang, as_json)
    if not isinstance(tree.content, dict) or not PROFILE & tree.content.keys():
        stop(NO_PROFILE, str(source), lang, as_json)
    if told := converted(tree.plain()):
        try:
            text = rewritten(text, converted, is_json=json, file=str(source))
        except FaultyInput as error:
            fail(error, lang, as_json)
    if new is not None:
        put_new(new, text, lang, as_json)
    if as_json:
        where = {"text": text} if new is None else {"new": str(new)}
        say_json({"file": str(source), "changed": [one[lang] for one in told], **where})
        return
    complain(one[lang] for one in told)
    if new is None:
        say(text.splitlines())
    else:
        say([f"{new}: {WRITTEN[lang]} {new}" if told else f"{new}: {SAME[lang]}"])


PROFILE = {"profile", "title", "act"}
"""Keys of which every profile has at least one, finished or not."""
NO_PROFILE = Text(
    "это не профиль: в нём нет ни одного из ключей profile, title, act; укажите файл профиля",
    "this is no profile: it has none of the keys profile, title, act; give the file of a profile",
)
WRITTEN = Text("записан; проверьте: law189 check", "written; now check it: law189 check")
SAME = Text("записан без изменений: формат и так новый", "written as it was: the format is the present one")
