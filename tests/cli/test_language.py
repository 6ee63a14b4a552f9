"""One language: help and usage errors of every command are wholly in the language of the line."""

import itertools
import re
from io import StringIO

import pytest
from night import some
from typer.main import get_command
from typer.testing import CliRunner

from law189.casebook.cycles import CYCLES
from law189.casebook.registers import RegisterKind
from law189.cli.app import app
from law189.cli.language import Misused, chosen, side

GROUP = get_command(app)
COMMANDS = GROUP.commands
EVERY = [(), *((name,) for name in COMMANDS)]
NAMES = {
    "schema": "a command",
    "events": "what the command schema shows",
    "law189": "the name of the program",
    "LAW189_LANG": "the name of a variable",
    "YAML": "the name of a form of files",
    "CSV": "the name of a form of files",
    "JSON": "the name of a form of files",
    "Parquet": "the name of a form of files",
    "gzip": "the name of a program that packs files",
    "Lines": "a part of the name JSON Lines",
    "Schema": "a part of the name JSON Schema",
    "iCalendar": "the name of a form of files",
    "HTML": "the name of a form of files",
    "docx": "the name of a form of files",
    "office": "the name of an extra",
    "Excel": "the name of a program",
    "xlsx": "how the name of a workbook ends",
    "app4": "an address",
    "svg": "a value",
    "Graphviz": "the name of a program",
    **dict.fromkeys(COMMANDS, "a command"),
    **dict.fromkeys(CYCLES, "a value"),
    **dict.fromkeys(RegisterKind, "a value"),
    **dict.fromkeys(("ru", "en", "yaml", "json", "jsonl", "text", "sarif", "junit", "mermaid"), "a value"),
}
"""The words of Latin letters that Russian words may have, each with what it is; options begin with `--`."""
LATIN = re.compile(r"(?<![\w-])(?!--)[A-Za-z]\w*(?:-\w+)*")
CYRILLIC = re.compile(r"[а-яё]+", re.IGNORECASE)


def call(*words, lang=None, **environment):
    env = {"LAW189_LANG": lang, **environment}
    found = CliRunner().invoke(app, list(words), env=env)
    assert found.exception is None or isinstance(found.exception, SystemExit), found.exception
    return found.exit_code, found.stdout, found.stderr


def foreign(words, lang, also=()):
    """The words that are not in that language."""
    if lang == "en":
        return CYRILLIC.findall(words)
    return [one for one in LATIN.findall(words) if one not in NAMES and one not in also]


def test_the_test_sees_foreign_words():
    assert foreign("--help  Show this", "ru") == ["Show", "this"]
    assert foreign("--from yaml|json: вид JSON Lines", "ru") == []
    assert foreign("the file / файл", "en") == ["файл"]


# ─── Help ────────────────────────────────────────────────────────────────────────────────────────────────


HELPS = list(itertools.product(EVERY, ("ru", "en"), ("option", "before", "variable")))
HALF = [one for place, one in enumerate(HELPS) if (place + place // 6) % 2 == 0]
"""What is asked by day: every way to choose a language meets both of them, with one command and the next."""


def test_by_day_every_help_is_asked_for_and_every_way_meets_both_languages():
    assert {command for command, _, _ in HALF} == set(EVERY)
    assert len({(lang, how) for _, lang, how in HALF}) == 6


@pytest.mark.parametrize(("command", "lang", "how"), some(HELPS, HALF))
def test_help_is_in_one_language(command, lang, how):
    told = ["--lang", lang] if how != "variable" else []
    line = [*told, *command, "--help"] if how == "before" else [*command, *told, "--help"]
    code, out, err = call(*line, lang=lang if how == "variable" else None)
    assert (code, err, foreign(out, lang)) == (0, "", [])
    assert ("Использование: law189" if lang == "ru" else "Usage: law189") in out


@pytest.mark.parametrize("command", EVERY)
def test_every_help_has_two_sides_and_every_value_a_place(command):
    told = GROUP if not command else COMMANDS[command[0]]
    said = [told.help, *(param.help for param in told.params if not param.name.endswith("_completion"))]
    if command == ("diagram",):
        said.remove(", ".join(CYCLES))  # names, the same in both
    for words in said:
        assert words.count(" / ") == 1, words
        assert CYRILLIC.search(side(words, "ru")), words
        assert not CYRILLIC.search(side(words, "en")), words
    for param in told.params:
        flag = getattr(param, "is_flag", False) or param.name.endswith("_completion")
        assert flag is (param.metavar is None), param.name
        if param.metavar and "|" not in param.metavar:
            assert param.metavar.count(" / ") == 1, param.name


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_help_shows_every_parameter_with_what_is_so_without_it(lang):
    for name, command in COMMANDS.items():
        _, out, _ = call(name, "--help", lang=lang)
        flat = " ".join(re.sub("[│╭╮╰╯─]", " ", out).split())
        for param in command.params:
            place = side(param.metavar, lang)
            shown = param.opts[0] if param.param_type_name == "option" else place
            assert shown in flat
            assert place in flat
            if param.required and param.param_type_name == "option":
                assert ("обязательно" if lang == "ru" else "required") in flat
        assert ("без ключа ru" if lang == "ru" else "default ru") in flat


def test_a_narrow_terminal_loses_no_word(monkeypatch):
    from rich.console import Console

    from law189.cli import commands

    wide, narrow = Console(width=200, file=StringIO()), Console(width=44, file=StringIO())
    for name in COMMANDS:
        told = []
        for console in (wide, narrow):
            monkeypatch.setattr(commands, "OUT", console)
            told.append(call(name, "--help")[1])
        assert "…" not in told[1]
        assert sorted(filter(str.isalpha, told[0])) == sorted(filter(str.isalpha, told[1])), name


def test_without_a_command_the_help_is_shown_and_the_usage_is_wrong():
    for words in ((), ("--lang", "en")):
        code, out, err = call(*words)
        assert (code, err) == (2, "")
        assert out.strip() == call(*words, "--help")[1].strip()


# ─── Wrong usage ─────────────────────────────────────────────────────────────────────────────────────────


def arguments(command):
    return ["111" for param in command.params if param.param_type_name == "argument" and param.required]


def misuses():
    """A line of each kind of wrong usage of each command, with what it is about."""
    yield ["1111"], "1111"
    yield ["chek"], "check"
    yield ["--9999"], "--9999"
    yield ["--lang"], "--lang"
    yield ["--version=1"], "--version"
    for name, command in COMMANDS.items():
        given = arguments(command)
        needed = [p for p in command.params if p.required and p.param_type_name == "option"]
        rest = [word for param in needed for word in (param.opts[0], "111")]
        yield [name, *given, *rest, "--9999"], "--9999"
        yield [name, *given, *rest, "-9"], "-9"
        yield [name, *given, *rest, "--lan"], "--lang"
        if not any(param.nargs == -1 for param in command.params):
            optional = [param for param in command.params if param.param_type_name == "argument"][
                len(given) :
            ]
            yield [name, *given, *["1" for _ in optional], *rest, "222", "333"], "222"
        for param in command.params:
            if param.param_type_name == "argument":
                if param.required:
                    yield [name, *given[1:], *rest], ""
                continue
            option = param.opts[0]
            if param.metavar is None:
                yield [name, *given, *rest, f"{option}=1"], option
                continue
            yield [name, *given, *rest, option], option
            if "|" in param.metavar:
                yield [name, *given, *rest, option, "444"], "444"
            if param.name == "on":
                yield [name, *["kemerovo" for _ in given], *rest, option, "2023-02-31"], "--on"
        for param in needed:
            others = [word for one in needed if one is not param for word in (one.opts[0], "111")]
            yield [name, *given, *others], param.opts[0]


MISUSES = [(*misuse, lang) for misuse in misuses() for lang in ("ru", "en")]
"""By day the one is asked in Russian and the next in English."""


@pytest.mark.parametrize(("line", "about", "lang"), some(MISUSES, MISUSES[::4] + MISUSES[3::4]), ids=str)
def test_wrong_usage_is_told_in_one_language(line, about, lang):
    code, out, err = call(*line, lang=lang)
    assert (code, out) == (2, "")
    assert about in err
    assert foreign(err.replace("chek", ""), lang) == []
    first, said, last = err.splitlines()  # how it is written, what is wrong, where the help is
    assert first.startswith("Использование: law189 " if lang == "ru" else "Usage: law189 ")
    assert said.startswith("Ошибка: " if lang == "ru" else "Error: ")
    assert last.endswith("--help")


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize(
    "line",
    [
        ["check", "kemerovo", "--json", "--format", "sarif"],
        ["check", "-", "-"],
        ["show", "kemerovo", "--from", "yaml"],
        ["show", "-", "--from", "jsonl"],
    ],
)
def test_what_commands_refuse_themselves_is_in_one_language_too(line, lang):
    code, out, err = call(*line, "--lang", lang)
    assert (code, out, foreign(err, lang)) == (2, "", [])


def test_signs_that_steer_a_terminal_are_shown_by_their_codes():
    _, _, err = call("\x1b[31m", lang="en")
    assert "\x1b" not in err
    _, _, err = call("show", "a", "\x1b[31m\nb", lang="en")
    assert len(err.splitlines()) == 3


# ─── Which language ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "variable", "lang"),
    [
        (["profiles"], None, "ru"),
        (["profiles"], "", "ru"),
        (["profiles"], "en", "en"),
        (["profiles", "--lang", "ru"], "en", "ru"),
        (["--lang", "ru", "profiles"], "en", "ru"),
        (["--lang", "en", "profiles"], None, "en"),
        (["--lang=en", "profiles"], "ru", "en"),
        (["--lang", "ru", "profiles", "--lang", "en"], None, "en"),
        (["profiles", "--lang", "ru", "--lang", "en"], None, "en"),
    ],
)
def test_answers_speak_the_language_of_the_line(line, variable, lang):
    code, out, _ = call(*line, lang=variable)
    assert code == 0
    assert ("город Кемерово" in out or "Город Кемерово" in out) is (lang == "ru")
    assert ("City of Kemerovo" in out) is (lang == "en")


def test_a_language_that_is_none_chooses_nothing():
    assert chosen(["--lang", "de"], {"LAW189_LANG": "en"}) == "en"
    assert chosen(["--lang", "en", "--lang", "de"], {}) == "en"
    assert chosen(["--lang"], {}) == chosen([], {"LAW189_LANG": "EN"}) == "ru"
    code, _, err = call("profiles", lang="de")
    assert code == 2
    assert "LAW189_LANG" in err
    assert "«de»; возможны: ru, en" in err


def test_an_answer_that_is_stopped_is_told(monkeypatch):
    import typer

    from law189.cli import app as module

    def stopped(*_):
        raise typer.Abort

    monkeypatch.setattr(module, "shipped_profiles", stopped)
    assert call("profiles", lang="en") == (130, "", "law189: aborted\n")


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_completion_helps_in_one_language(lang):
    ctx = GROUP.make_context("law189", ["--lang", lang], resilient_parsing=True)
    found = GROUP.shell_complete(ctx, "")
    assert {item.value for item in found} >= set(COMMANDS)
    for item in found:
        assert foreign(item.help or "", lang) == [], item.value
    ctx = COMMANDS["check"].make_context("check", [], parent=ctx, resilient_parsing=True)
    for item in COMMANDS["check"].shell_complete(ctx, "--"):
        assert foreign(item.help or "", lang) == [], item.value


def test_misused_tells_both():
    from law189.law import Text

    assert Misused(Text("нет", "no")).words == Text("нет", "no")
