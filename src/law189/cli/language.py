"""Язык (language): which of the two languages a command line speaks, and its words in that one.

The language is that of the last `--lang` on the line, wherever it stands, else that of LAW189_LANG, else Russian.
A help is written once as `по-русски / in English`; who reads it sees one side.

>>> side("сделать шаг / take a step", "en")
'take a step'
>>> chosen(["--lang", "en", "check", "my.yaml"], {})
'en'
>>> chosen(["check", "my.yaml"], {"LAW189_LANG": "en"}), chosen(["check", "--", "--lang", "en"], {})
('en', 'ru')
"""

import os
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Annotated, Any, get_args

import typer

from law189.law import Lang, Text

__all__ = ["VARIABLE", "Language", "Misused", "chosen", "lang_of", "side", "speak"]

VARIABLE = "LAW189_LANG"
DEFAULT: Lang = "ru"
_OPTION = "--lang"
_META = "law189.lang"


class Misused(typer.BadParameter):
    """Wrong usage, told in both languages: what is wrong, and what to do."""

    def __init__(self, words: Text, ctx: Any = None) -> None:
        super().__init__(words.en, ctx)
        self.words = words


def side(words: str | None, lang: Lang) -> str:
    """The side of `по-русски / in English` that is in that language; words without sides are both."""
    ru, _, en = (words or "").partition(" / ")
    return ru if lang == "ru" else en or ru


def chosen(args: Sequence[str], environment: Mapping[str, str] | None = None) -> Lang:
    """The language of a command line, before it is parsed; what is no language chooses nothing."""
    variables = os.environ if environment is None else environment
    given = list(takewhile(lambda arg: arg != "--", args))
    told = [variables.get(VARIABLE, "")]
    for number, arg in enumerate(given):
        name, equals, value = arg.partition("=")
        if name == _OPTION:
            told.append(value if equals else next(iter(given[number + 1 :]), ""))
    known: dict[str, Lang] = {lang: lang for lang in get_args(Lang)}
    named: list[Lang] = [known[one] for one in told if one in known]
    return (DEFAULT, *named)[-1]


def speak(ctx: Any, lang: Lang) -> None:
    """Let a command line speak that language: the context, and every one below it."""
    ctx.meta[_META] = lang


def lang_of(ctx: Any) -> Lang:
    """The language that a context speaks."""
    found: Lang = ctx.meta.get(_META, DEFAULT)
    return found


def _settled(ctx: typer.Context, value: Lang) -> Lang:
    """The language of an option: its own where it was given, else that of the line."""
    source = ctx.get_parameter_source("lang")
    return value if source is not None and source.name == "COMMANDLINE" else lang_of(ctx)


Language = Annotated[
    Lang,
    typer.Option(
        _OPTION,
        envvar=VARIABLE,
        metavar="ru|en",
        callback=_settled,
        help="язык справки, ответов и ошибок / the language of help, answers and errors",
    ),
]
