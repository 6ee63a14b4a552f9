"""Команды (commands): how a command line is parsed and ends, in one language, whatever the streams are.

The language is settled before anything is parsed, so that help and errors are in it too.
"""

import io
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from law189.cli.console import OUT, Lost, complain, end_of_output, lost
from law189.cli.language import chosen, lang_of, side, speak
from law189.cli.usage import (
    empty_name,
    help_of,
    no_command,
    no_stream,
    one_file,
    synopsis,
    tell_help,
    tell_misuse,
    too_many,
)
from law189.law import Lang, Text

__all__ = ["App", "Commands"]

_MISUSE: Any = typer.BadParameter.__mro__[1]
"""The exception of all wrong usage: typer and click, whichever stands below it, call it UsageError."""
UNREAD = 141
"""What a shell gives for a program that wrote into a pipe which nobody reads (128 and the signal, 13)."""
ABORTED = Text("прервано", "aborted")


ENDING = ("SIGTERM", "SIGHUP")
"""What asks a program to end: a command then ends as by Ctrl-C, and leaves nothing behind."""


@contextmanager
def _as_ctrl_c() -> Iterator[None]:
    """While a command runs, whatever asks it to end does what Ctrl-C does; what is ignored (`nohup`) stays so."""
    found = [] if threading.current_thread() is not threading.main_thread() else ENDING
    told = [number for name in found if (number := getattr(signal, name, None)) is not None]
    before = {number: signal.getsignal(number) for number in told}
    ours = [number for number, handler in before.items() if handler is signal.SIG_DFL]
    try:
        for number in ours:
            signal.signal(number, signal.default_int_handler)
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)


class _Bilingual:
    """What a command and the group of them share: usage and help in the language of the line."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """The line that says how the command is written."""
        formatter.write(f"{synopsis(self, ctx)}\n")

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The whole help."""
        formatter.write(tell_help(self, ctx, OUT))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse a line; what is wrong with it knows of which command it is."""
        try:
            rest: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]  # mixed into commands alone
        except _MISUSE as error:
            error.ctx = error.ctx or ctx
            raise
        return rest

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """What a shell may put in, each with its help in the language of the line."""
        found: Any = super().shell_complete(ctx, incomplete)  # type: ignore[misc]  # as above
        lang = lang_of(ctx)
        helps = {name: side(one.help, lang) for name, one in getattr(self, "commands", {}).items()}
        helps |= {opt: help_of(param, lang) for param in self.get_params(ctx) for opt in param.opts}  # type: ignore[attr-defined]
        for item in found:
            item.help = helps.get(item.value, item.help)
        return found


class _Command(_Bilingual, TyperCommand):
    allow_extra_args = True  # and refuse them in our own words

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the line of one command, which takes no more than it names."""
        if not ctx.resilient_parsing and (misuse := empty_name(args, self.get_params(ctx))) is not None:
            misuse.ctx = ctx
            raise misuse
        rest = super().parse_args(ctx, args)
        if ctx.resilient_parsing:
            return rest
        params = self.get_params(ctx)
        misuse = too_many(rest) if rest else no_stream(params, ctx.params) or one_file(params, ctx.params)
        if misuse is not None:
            misuse.ctx = ctx
            raise misuse
        return rest


class Commands(_Bilingual, TyperGroup):
    """The commands behind one door: whatever the streams are, an answer comes out or it is told why not."""

    def main(self, args: Any = None, *more: Any, **extra: Any) -> Any:
        """Run a command and exit: 1 where the output is closed or full, 2 on wrong usage, each told.

        Where whoever reads the output has read enough (`| head`), nothing is told and the code is 141.
        """
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="law189")
        lang = chosen(sys.argv[1:] if args is None else args)
        try:
            with _as_ctrl_c():
                code = self._told(lang, args, *more, **{**extra, "standalone_mode": False})
        except Lost as answer:
            code = UNREAD if answer.unread else 1
            if not answer.unread:
                complain([f"law189: {answer.words[lang]}"])
        raise SystemExit(code if isinstance(code, int) else 0)

    def _told(self, lang: Lang, *args: Any, **extra: Any) -> Any:
        """Run a command to its exit code. Raises `Lost` where its answer cannot be put out."""
        if sys.stdout is None:
            lost(None)
        try:
            return super().main(*args, **extra)
        except _MISUSE as error:
            complain(tell_misuse(error, lang))
            return 2
        except typer.Abort:
            complain([f"law189: {ABORTED[lang]}"])
            return 130
        except OSError as error:
            lost(error)
        finally:
            end_of_output()

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Settle the language of the whole line, then parse what stands before the command."""
        speak(ctx, chosen(args))
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command of that name. Raises `Misused` where there is none."""
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            misuse = no_command(args[0], self.commands)
            misuse.ctx = ctx
            raise misuse
        return super().resolve_command(ctx, args)


class App(typer.Typer):
    """The application: every command of it speaks the language of the line."""

    def command(self, name: str | None = None, **settings: Any) -> Callable[[Any], Any]:
        """A function as a command."""
        return super().command(name, cls=_Command, **settings)
