"""Употребление (usage): the help of a command and what is wrong with a command line, in one language.

What typer raises is known here by the names of its exceptions and of their parts, which its versions share.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text as Styled

from law189.cli.language import VARIABLE, Misused, lang_of, side
from law189.files.opened import EMPTY_NAME
from law189.files.wording import did_you_mean, word
from law189.law import Lang, Text

__all__ = [
    "empty_name",
    "help_of",
    "no_command",
    "no_stream",
    "one_file",
    "synopsis",
    "tell_help",
    "tell_misuse",
    "too_many",
]

USAGE = Text("Использование", "Usage")
OPTIONS = Text("Ключи", "Options")
ARGUMENTS = Text("Аргументы", "Arguments")
COMMANDS = Text("Команды", "Commands")
ERROR = Text("Ошибка", "Error")
HELP = Text("Справка", "Help")
REQUIRED = Text("обязательно", "required")
DEFAULT = Text("без ключа", "default")
ENVIRONMENT = Text("переменная", "variable")
OPTIONS_PLACE = Text("[КЛЮЧИ]", "[OPTIONS]")
COMMAND_PLACE = Text("КОМАНДА [АРГУМЕНТЫ]...", "COMMAND [ARGS]...")

LIBRARY = {
    "--help": Text("показать эту справку и выйти", "show this help and exit"),
    "--install-completion": Text(
        "установить дополнение команд и ключей в текущую оболочку",
        "install the completion of commands and options in the current shell",
    ),
    "--show-completion": Text(
        "показать скрипт дополнения для текущей оболочки",
        "show the script of completion for the current shell",
    ),
}
"""The help of the options that typer adds itself."""


# ─── Справка: usage, arguments, options, commands ────────────────────────────────────────────────────────


def _place(param: Any, lang: Lang) -> str:
    """What stands for the value of a parameter; nothing for a flag."""
    return side(param.metavar, lang)


def help_of(param: Any, lang: Lang) -> str:
    """What a parameter is for."""
    return LIBRARY[param.opts[0]][lang] if param.opts[0] in LIBRARY else side(param.help, lang)


def _is_argument(param: Any) -> bool:
    return bool(param.param_type_name == "argument")


def synopsis(command: Any, ctx: Any) -> str:
    """`Usage: law189 check [OPTIONS] PROFILE...`."""
    lang = lang_of(ctx)
    pieces = [ctx.command_path, OPTIONS_PLACE[lang]]
    for param in filter(_is_argument, command.get_params(ctx)):
        place = _place(param, lang) + ("..." if param.nargs == -1 else "")
        pieces.append(place if param.required else f"[{place}]")
    if _commands(command):
        pieces.append(COMMAND_PLACE[lang])
    return f"{USAGE[lang]}: {' '.join(pieces)}"


def _commands(command: Any) -> dict[str, Any]:
    return getattr(command, "commands", {})


def tell_help(command: Any, ctx: Any, console: Console) -> str:
    """The whole help of a command, as the console shows it."""
    lang = lang_of(ctx)
    params = [param for param in command.get_params(ctx) if not param.hidden]
    arguments = [_row(param, lang) for param in params if _is_argument(param)]
    options = [_row(param, lang) for param in params if not _is_argument(param)]
    commands = [(name, side(one.help, lang)) for name, one in _commands(command).items() if not one.hidden]
    with console.capture() as captured:
        console.print(Styled(synopsis(command, ctx)), Styled(f"\n{side(command.help, lang)}\n"), sep="\n")
        for title, rows in ((ARGUMENTS, arguments), (OPTIONS, options), (COMMANDS, commands)):
            if rows:
                console.print(_panel(title[lang], rows))
    return captured.get()


def _panel(title: str, rows: Iterable[tuple[str, ...]]) -> Panel:
    """Rows in a frame: all but the last column are kept whole."""
    listed = list(rows)
    table = Table(box=None, show_header=False, expand=True, pad_edge=False)
    for column in range(len(listed[0])):
        last = column == len(listed[0]) - 1
        ratio, style = (1 if last else None), (None if column else "bold cyan")
        table.add_column(no_wrap=not last, overflow="fold", ratio=ratio, style=style)
    for row in listed:
        table.add_row(*map(Styled, row))
    return Panel(table, title=title, title_align="left", border_style="dim")


def _row(param: Any, lang: Lang) -> tuple[str, str, str]:
    """The names of a parameter, what stands for its value, its help with what is so without it."""
    words, place, marks = help_of(param, lang), _place(param, lang), []
    if param.envvar:
        marks.append(f"{ENVIRONMENT[lang]} {param.envvar}")
    if isinstance(param.default, str):
        marks.append(f"{DEFAULT[lang]} {param.default}")
    if param.required:
        marks.append(REQUIRED[lang])
    told = f"{words} [{'; '.join(marks)}]" if marks else words
    return (place, "", told) if _is_argument(param) else (", ".join(param.opts), place, told)


# ─── Ошибки употребления ─────────────────────────────────────────────────────────────────────────────────


def no_command(name: str, commands: Iterable[str]) -> Misused:
    """There is no command of that name; which was meant."""
    hint, said = did_you_mean(name, commands), word(name)
    return Misused(Text(f"команды «{said}» нет; {hint.ru}", f"there is no command «{said}»; {hint.en}"))


def too_many(rest: Iterable[str]) -> Misused:
    """More arguments than the command takes."""
    said = ", ".join(f"«{word(one)}»" for one in rest)
    return Misused(Text(f"лишнее: {said}; уберите это", f"too much is given: {said}; take it away"))


def no_stream(params: Iterable[Any], given: Mapping[str, Any]) -> Misused | None:
    """A file that must stand on a disk is given as `-`; None where none is."""
    found = next((one for one in params if given.get(one.name) == Path("-")), None)
    if found is None:
        return None
    misuse = Misused(
        Text(
            "«-» здесь не файл и не поток; укажите имя файла",
            "«-» is no file and no stream here; give the name of a file",
        )
    )
    misuse.param = found
    return misuse


def one_file(params: Iterable[Any], given: Mapping[str, Any]) -> Misused | None:
    """That two options name one file, and one of them would be written over the other; None where none do."""
    called: dict[str, str] = {}
    for param in params:
        opt, file = param.opts[0], given.get(param.name)
        if not (opt.startswith("--") and isinstance(file, Path)):
            continue
        place = os.path.normcase(os.path.realpath(file))
        if place in called:
            other = called[place]
            return Misused(
                Text(
                    f"{other} и {opt} называют один файл: «{word(str(file))}»; дайте каждому свой",
                    f"{other} and {opt} name one file: «{word(str(file))}»; give each its own",
                )
            )
        called[place] = opt
    return None


def empty_name(args: Sequence[str], params: Iterable[Any]) -> Misused | None:
    """That a file is named with no sign, by an argument or an option; None where none is."""
    named = {opt: param.metavar or "" for param in params for opt in param.opts}
    for place, arg in enumerate(takewhile(lambda one: one != "--", args)):
        before = args[place - 1] if place else ""
        option, equals, value = arg.partition("=")
        if arg == "":
            option = before if before in named and "|" not in named[before] else ""
        elif not (option in named and equals and value == ""):
            continue
        if option and not any(word in named[option] for word in _NAMES):
            continue
        where = f"{option}: " if option else ""
        return Misused(Text(where + EMPTY_NAME.ru, where + EMPTY_NAME.en))
    return None


_NAMES = ("FILE", "PROFILE", "BOOK", "FOLDER")
"""In what stands for the value of an option that names a file."""


def tell_misuse(error: Any, lang: Lang) -> Iterator[str]:
    """What is wrong with the command line, where, and what to do, line by line."""
    ctx = getattr(error, "ctx", None)
    if ctx is not None:
        yield synopsis(ctx.command, ctx)
    yield f"{ERROR[lang]}: {_words(error, ctx)[lang]}"
    if ctx is not None:
        yield f"{HELP[lang]}: {ctx.command_path} --help"


def _words(error: Any, ctx: Any) -> Text:
    match type(error).__name__:
        case "Misused":
            name = _named(error)
            where = Text(f"{name.ru}: ", f"{name.en}: ") if name is not None else Text("", "")
            return Text(where.ru + error.words.ru, where.en + error.words.en)
        case "NoSuchOption":
            return _no_option(error.option_name, ctx)
        case "BadOptionUsage":
            return _bad_option(error.option_name, ctx)
        case "MissingParameter":
            return _missing(error.param)
        case "BadParameter":
            return _bad_value(error)
    return Text(error.format_message(), error.format_message())


def _named(error: Any) -> Text | None:
    """What the parameter is called that an error is of."""
    param = getattr(error, "param", None)
    if param is None:
        return None
    if _is_argument(param):
        return Text(_place(param, "ru"), _place(param, "en"))
    return Text(param.opts[0], param.opts[0])


def _no_option(name: str, ctx: Any) -> Text:
    params = [] if ctx is None else ctx.command.get_params(ctx)
    known = [opt for param in params if not _is_argument(param) for opt in param.opts]
    hint, said = did_you_mean(name, known), word(name)
    return Text(f"ключа «{said}» нет; {hint.ru}", f"there is no option «{said}»; {hint.en}")


def _bad_option(name: str, ctx: Any) -> Text:
    """An option without the value that it needs, or a flag with one."""
    params = ctx.command.get_params(ctx) if ctx is not None else []
    param = next((one for one in params if name in one.opts), None)
    if param is None or param.metavar is None:
        return Text(f"ключ {name} не принимает значения; уберите его", f"{name} takes no value; take it away")
    ru, en = _place(param, "ru"), _place(param, "en")
    return Text(f"ключу {name} нужно значение: {name} {ru}", f"{name} needs a value: {name} {en}")


def _missing(param: Any) -> Text:
    ru, en = (side(param.help, lang) for lang in ("ru", "en"))
    place_ru, place_en = _place(param, "ru"), _place(param, "en")
    if not _is_argument(param):
        place_ru, place_en = f"{param.opts[0]} {place_ru}", f"{param.opts[0]} {place_en}"
    return Text(f"не указано: {place_ru} ({ru})", f"missing: {place_en} ({en})")


_SAID = re.compile(r"'(?P<said>.*)' is not one of", re.DOTALL)


def _bad_value(error: Any) -> Text:
    """A value that is none of the choices; typer tells it in its own words."""
    param, found = error.param, _SAID.search(error.message)
    said = word(found["said"]) if found else ""
    name, choices = _named(error), ", ".join((param.metavar or "").split("|"))
    label = "" if name is None else name.ru
    variable = Text("", "")
    if param.envvar:
        variable = Text(f" (или переменной {VARIABLE})", f" (or variable {VARIABLE})")
    return Text(
        f"у ключа {label}{variable.ru} не бывает значения «{said}»; возможны: {choices}",
        f"{label}{variable.en} has no value «{said}»; it may be: {choices}",
    )
