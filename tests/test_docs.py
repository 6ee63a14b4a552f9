"""What is written is tested: examples run, commands answer as shown, links and paths lead somewhere."""

import doctest
import re
import shlex
import shutil
import tomllib
from pathlib import Path
from typing import NamedTuple

import places
import pytest
from typer.main import get_command
from typer.testing import CliRunner

from law189 import load_profile
from law189.cli.app import app
from law189.law import UnknownProvision

ROOT = places.ROOT
READMES = ("README.md", "README.ru.md")
PAGES = (*READMES, "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/reference/glossary.md")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
KEMEROVO = (ROOT / "src/law189/data/municipalities/kemerovo.yaml").read_text(encoding="utf-8")


class Block(NamedTuple):
    """A fenced block of a page: the word beside the fence, and the lines within."""

    word: str
    text: str


class Shown(NamedTuple):
    """A command of a page, the exit code stated beside it (0 where none is), and the answer shown."""

    line: str
    code: int
    answer: str


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str, *words: str) -> list[Block]:
    found = re.findall(r"^```(\w*)\n(.*?)^```$", page(name), re.MULTILINE | re.DOTALL)
    return [Block(word, text) for word, text in found if word in words]


def shown(text: str) -> list[Shown]:
    """The commands of a `console` block: lines that begin with `$ `, each with the lines after it."""
    commands = re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]
    found = []
    for command in commands:
        first, _, answer = command.partition("\n")
        line, _, beside = first.partition("  # ")
        code = re.search(r"\d", beside)
        found.append(Shown(line.strip(), int(code[0]) if code else 0, answer))
    return found


def code_of(name: str) -> list[str]:
    """All that a page sets as code: fenced blocks and words between backticks."""
    text = page(name)
    inline = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL))
    return inline + [block.text for block in blocks(name, "sh", "console")]


def named(name: str) -> set[str]:
    """The files that a page makes for its own examples."""
    made = {Path(text.split()[1].rstrip(",")).name for _, text in blocks(name, "yaml") if text[:2] == "# "}
    written = {"year.jsonl", "kemerovo_with_acts.yaml", "with_acts.yaml"}
    return made | written | {"mine.yaml", "my.yaml", "my_faulty.yaml", "my_mispathed.yaml"}


def lay_out(name: str, folder: Path) -> None:
    """Put down the files that the examples of a page speak of; a comment may name the file of the block below."""
    (folder / "my.yaml").write_text(KEMEROVO, encoding="utf-8")
    for file, text in re.findall(
        r"^<!-- (\S+) -->\n```\w*\n(.*?)^```$", page(name), re.MULTILINE | re.DOTALL
    ):
        (folder / file).write_text(text, encoding="utf-8")
    for _, text in blocks(name, "yaml"):
        file, _, end = text.splitlines()[0].removeprefix("# ").partition(", ")
        with (folder / file).open("a" if end else "w", encoding="utf-8") as opened:
            opened.write(text)
    if (folder / "acts.yaml").exists():
        acts = (folder / "acts.yaml").read_text(encoding="utf-8")
        (folder / "with_acts.yaml").write_text(KEMEROVO + acts, encoding="utf-8")
    amended = (folder / "my.yaml").read_text(encoding="utf-8")
    for file, right, wrong in (
        ("my_faulty.yaml", "{at_least: 1/2, of: members}", "{at_least: 0.5, of: members}"),
        ("my_mispathed.yaml", "at: [working_group, quorum]", "at: [working_grup, quorum]"),
    ):
        (folder / file).write_text(amended.replace(right, wrong), encoding="utf-8")


@pytest.mark.parametrize("name", [name for name in PAGES if blocks(name, "python")])
def test_every_python_example_runs_and_answers_as_shown(name, tmp_path, monkeypatch):
    lay_out(name, tmp_path)
    monkeypatch.chdir(tmp_path)
    for number, block in enumerate(blocks(name, "python"), start=1):
        example = doctest.DocTestParser().get_doctest(block.text, {}, f"{name} [{number}]", name, 0)
        assert example.examples, f"{name}: an example without >>> is not tested"
        told = []
        failed, _ = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=told.append)
        assert not failed, "".join(told)


@pytest.mark.parametrize("name", READMES)
def test_the_first_example_is_about_ten_lines_long(name):
    first = blocks(name, "python")[0].text.splitlines()
    assert len(first) in range(9, 12)
    assert any("load_profile" in line for line in first)


@pytest.mark.parametrize("name", [name for name in PAGES if blocks(name, "console")])
def test_every_command_ends_and_answers_as_shown(name, tmp_path, monkeypatch):
    lay_out(name, tmp_path)
    monkeypatch.chdir(tmp_path)
    for command in [command for block in blocks(name, "console") for command in shown(block.text)]:
        program, *words = shlex.split(command.line)
        if program == "cp":
            source, target = words
            shutil.copy(ROOT / source, target)
            continue
        if program == "echo":
            text, _, target = words
            Path(target).write_text(text, encoding="utf-8")
            continue
        assert program == "law189", f"{name}: no way to run «{command.line}»"
        result = CliRunner().invoke(app, words)
        assert result.exit_code == command.code, f"{command.line}\n{result.output}"
        same = doctest.OutputChecker().check_output(
            command.answer, result.output.rstrip("\n") + "\n", doctest.ELLIPSIS
        )
        assert same or command.answer == "", f"{command.line}\n{result.output}"


@pytest.mark.parametrize("name", PAGES)
def test_every_command_and_target_that_a_page_names_exists(name):
    program = get_command(app)
    commands = {*program.commands, *(option for param in program.params for option in param.opts)}
    targets = set(re.findall(r"^([a-z]+):", page("Makefile"), re.MULTILINE))
    for code in code_of(name):
        for line in code.splitlines():
            words = line.removeprefix("$ ").split()
            if words[:1] == ["law189"] and len(words) > 1:
                assert words[1] in commands, line
            if words[:1] == ["make"] and len(words) > 1:
                assert words[1] in targets, line
            for extra in re.findall(r"pip install '.*\[(.+)\]'", line):
                assert set(extra.split(",")) <= set(PROJECT["project"]["optional-dependencies"])


@pytest.mark.parametrize("ends", [".md", ".ru.md"])
def test_the_page_of_commands_tells_every_command_and_option_and_that_of_installation_every_extra(ends):
    text = page(f"docs/reference/commands{ends}")
    for command in get_command(app).commands.values():
        assert f"| `law189 {command.name}" in text
        options = {option for param in command.params for option in param.opts if option.startswith("--")}
        assert all(f"`{option}" in text for option in options)
    for extra in PROJECT["project"]["optional-dependencies"]:
        assert f"| `{extra}` |" in page(f"docs/howto/install{ends}")


@pytest.mark.parametrize("name", READMES)
def test_a_readme_takes_a_screen_and_a_half(name):
    assert len(page(name).splitlines()) <= 80
    assert len(page(name)) <= 6000


def test_the_two_readmes_tell_the_same():
    """As many headings, tables and examples, and the same commands but for the language."""
    english, russian = (page(name) for name in READMES)
    for mark in (r"^#+ ", r"^\| `", r"^- ", r"^\d\. "):
        assert len(re.findall(mark, english, re.MULTILINE)) == len(re.findall(mark, russian, re.MULTILINE))
    said = [
        [
            command.line.replace(" --lang en", "")
            for block in blocks(name, "console")
            for command in shown(block.text)
        ]
        for name in READMES
    ]
    assert said[0] == said[1]
    assert [b.text for b in blocks(READMES[0], "sh")] == [b.text for b in blocks(READMES[1], "sh")]


def anchors(name: str) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page(name), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(name):
    for target in re.findall(r"\]\(([^)\s]+)\)", page(name)):
        if re.match(r"https?://", target):
            continue
        file, _, anchor = target.partition("#")
        found = ((ROOT / name).parent / file).resolve() if file else ROOT / name
        assert found.exists(), f"{name}: {target}"
        if anchor:
            assert anchor in anchors(str(found.relative_to(ROOT))), f"{name}: {target}"


def leads_nowhere(word: str, made: set[str]) -> bool:
    """Whether a word looks like a path and leads neither into the project nor to a provision."""
    looks = re.fullmatch(r"[\w.-]*[a-z_][\w.-]*(/[\w.-]+)+/?|[\w-]+\.(md|py|toml|yaml|json)", word)
    if not looks or word in made:
        return False
    if any((ROOT / folder / word).exists() for folder in ("", "src", "src/law189")):
        return False
    try:
        load_profile("kemerovo").latest.cite(word)
    except UnknownProvision:
        return True
    return False


@pytest.mark.parametrize("name", [*READMES, "ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_a_page_names_no_path_that_does_not_exist(name):
    words = [word for code in code_of(name) for word in code.split()]
    assert [word for word in words if leads_nowhere(word, named(name))] == []


def test_the_architecture_tells_every_room_of_the_import_contract_in_its_order():
    layers = PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
    row = {
        room.strip(): row for row, layer in enumerate(reversed(layers)) for room in re.split("[|:]", layer)
    }
    told = re.findall(r"^\| `(\w+)` \|", page("ARCHITECTURE.md"), re.MULTILINE)
    assert sorted(told) == sorted(row)
    assert [row[room] for room in told] == sorted(row.values())


def test_the_changelog_knows_the_version():
    assert PROJECT["project"]["version"] in page("CHANGELOG.md")


@pytest.mark.parametrize("page", ["record_keys.ru.md", "profile_keys.ru.md"])
def test_a_russian_page_of_keys_has_no_english_words_out_of_code(page):
    text = re.sub(
        r"`[^`]*`|<!--.*?-->|\([^)]*\)", "", (ROOT / "docs" / "reference" / page).read_text("utf-8")
    )
    assert re.findall(r"(?:\b[a-z]{2,} ){2,}[a-z]{2,}\b", text) == []


def test_an_english_page_of_keys_has_no_russian_words_outside_its_tables():
    text = (ROOT / "docs" / "reference" / "record_keys.md").read_text("utf-8")
    assert [one for one in text.splitlines() if not one.startswith("|") and re.search("[а-яё]", one)] == []
