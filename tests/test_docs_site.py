"""The documentation site: a page runs from top to bottom, its files are accepted, its links lead somewhere.

A page is followed in one empty folder. A block changes that folder or is checked in it:

- `python`: a doctest; names live on to the next block of the page;
- `console`: `$ command  # exit code 1` with the answer shown below it (three dots stand for anything); besides
  `law189` only `cp A B` and `cat A >> B`, where A may be a file of the project, and `python FILE`, a program of the
  page;
- `yaml` that begins with `# name.yaml`: a whole file; `# name.yaml, at the end` is appended to it, and
  `# name.yaml, instead` replaces the entries with the same keys; the file is then loaded, and must be accepted,
  or refused where the mark ends with «with a fault»; a block without a mark is a part of a file and is skipped;
- another block below a comment `<!-- name -->`: a whole file of another kind.
"""

import doctest
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import places
import pytest
from ruamel.yaml import YAML
from typer.testing import CliRunner

from law189.cli.app import app

ROOT = places.ROOT
DOCS = ROOT / "docs"
PAGES = sorted(str(path.relative_to(DOCS)) for path in DOCS.rglob("*.md"))
WRITTEN = [page for page in PAGES if not page.startswith("reference/") or page == "reference/json.md"]
MARK = re.compile(r"# (?P<file>[\w.-]+\.ya?ml)(?:, (?P<how>.+))?")
AT_END, INSTEAD = ("at the end", "в конец файла"), ("instead", "вместо прежнего")
FAULTY = ("with a fault", "с ошибкой")


class Block(NamedTuple):
    """A fenced block: the file that a comment above it names, its word, its text, the line it begins on."""

    file: str
    word: str
    text: str
    line: int


def read(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


def blocks(page: str) -> Iterator[Block]:
    text = read(page)
    for found in re.finditer(r"^(?:<!-- (\S+) -->\n)?```(\w*)\n((?:.*\n)*?)```$", text, re.MULTILINE):
        yield Block(found[1] or "", found[2], found[3], text.count("\n", 0, found.start(3)))


def prose(page: str) -> str:
    """The page without its fenced blocks."""
    return re.sub(r"^```.*\n(?:.*\n)*?```$", "", read(page), flags=re.MULTILINE)


class Follower:
    """One page on its way from top to bottom, in the current folder."""

    def __init__(self, page: str) -> None:
        self.page = page
        self.names: dict[str, Any] = {}

    def python(self, block: Block) -> None:
        example = doctest.DocTestParser().get_doctest(
            block.text, self.names, f"{self.page}:{block.line}", self.page, block.line
        )
        assert example.examples, f"{self.page}:{block.line}: an example without >>> is not tested"
        told: list[str] = []
        failed, _ = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(
            example, out=told.append, clear_globs=False
        )
        assert not failed, "".join(told)
        self.names = example.globs

    def console(self, block: Block) -> None:
        for command in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
            first, _, shown = command.partition("\n")
            line, _, beside = first.partition("  # ")
            stated = re.search(r"\d", beside)
            self.command(line.strip(), int(stated[0]) if stated else 0, shown)

    def command(self, line: str, code: int, shown: str) -> None:
        program, *words = shlex.split(line)
        if program == "cp":
            source, target = words
            shutil.copy(source if Path(source).exists() else ROOT / source, target)
            return
        if program == "cat":
            source, _, target = words
            with Path(target).open("a", encoding="utf-8") as opened:
                opened.write((ROOT / source).read_text(encoding="utf-8"))
            return
        if program == "python":
            ran = subprocess.run(  # noqa: S603  # a program of the page
                [sys.executable, "-X", "utf8", *words],
                env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=False,
            )
            self.answered(line, code, shown, ran.returncode, ran.stdout + ran.stderr)
            return
        assert program == "law189", f"{self.page}: no way to run «{line}»"
        ran = CliRunner().invoke(app, words)
        self.answered(line, code, shown, ran.exit_code, ran.output)

    def answered(self, line: str, code: int, shown: str, ended: int, output: str) -> None:
        assert ended == code, f"{self.page}: {line}\n{output}"
        told = output.rstrip("\n") + "\n"
        same = doctest.OutputChecker().check_output(shown, told, doctest.ELLIPSIS)
        assert same or not shown.strip(), f"{self.page}: {line}\n{told}"

    def yaml(self, block: Block) -> None:
        first, _, rest = block.text.partition("\n")
        mark = MARK.fullmatch(first)
        if mark is None:
            return
        file, how = Path(mark["file"]), mark["how"] or ""
        faulty = how.endswith(FAULTY)
        if how.startswith(AT_END):
            rest = file.read_text(encoding="utf-8").rstrip("\n") + "\n\n" + rest
        elif how.startswith(INSTEAD):
            rest = replaced(file.read_text(encoding="utf-8"), rest)
        else:
            assert how in ("", *FAULTY), f"{self.page}:{block.line}: no such mark «{how}»"
        file.write_text(rest, encoding="utf-8")
        said = refused(file)
        assert bool(said) == faulty, f"{self.page}:{block.line}: {said or 'accepted'}"

    def other(self, block: Block) -> None:
        if block.file:
            Path(block.file).parent.mkdir(parents=True, exist_ok=True)
            Path(block.file).write_text(block.text, encoding="utf-8")


def replaced(whole: str, entries: str) -> str:
    """The file with each entry of `entries` in the place of the one with the same key and indent."""
    indent = re.match(" *", entries)[0]
    for entry in re.split(rf"^(?={indent}\w)", entries, flags=re.MULTILINE)[1:]:
        key = entry.partition(":")[0]
        old = re.compile(rf"^{key}:.*\n(?:{indent} +.*\n)*", re.MULTILINE)
        assert len(old.findall(whole)) == 1, f"no single «{key}»"
        whole = old.sub(lambda _, entry=entry: entry, whole)
    return whole


def refused(file: Path) -> str:
    """What the library says against a whole profile or meeting; empty where it accepts it."""
    kind = "check" if re.search(r"^act:", file.read_text(encoding="utf-8"), re.MULTILINE) else "meeting"
    ran = CliRunner().invoke(app, [kind, str(file), "--json"])
    faults = json.loads(ran.stdout).get("errors")
    return json.dumps(faults, ensure_ascii=False) if faults else ""


@pytest.mark.parametrize("page", [page for page in WRITTEN if list(blocks(page))])
def test_a_page_runs_from_top_to_bottom(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    follower = Follower(page)
    kinds = {"python": follower.python, "console": follower.console, "yaml": follower.yaml}
    for block in blocks(page):
        kinds.get(block.word, follower.other)(block)


@pytest.mark.parametrize("page", WRITTEN)
def test_every_example_is_in_a_block_that_is_run(page):
    assert ">>>" not in prose(page).replace("`>>>`", "")
    for block in blocks(page):
        if ">>>" in block.text:
            assert block.word == "python", f"{page}:{block.line}"
        if re.search(r"^(\$ )?law189 ", block.text, re.MULTILINE):
            assert block.word == "console", f"{page}:{block.line}"


def test_there_are_whole_profiles_and_meetings_among_the_files():
    marks = [MARK.match(block.text) for page in WRITTEN for block in blocks(page) if block.word == "yaml"]
    assert {mark["file"] for mark in marks if mark} >= {"primersk.yaml", "zasedanie.yaml", "meeting.yaml"}


def test_the_generated_pages_are_fresh():
    script = str(ROOT / "scripts" / "reference.py")
    ran = subprocess.run(  # noqa: S603  # our own script
        [sys.executable, script, "--check"], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_every_key_of_a_profile_has_an_example_in_russian_that_is_yaml():
    page, both = (read(f"reference/profile_keys{lang}.md") for lang in (".ru", ""))
    rows = re.findall(r"^\| `(\w+)` \|.*\| `([^|]*)` \|$", page, re.MULTILINE)
    written = [(key, YAML(typ="safe", pure=True).load(example)) for key, example in rows]
    assert [(key, example) for key, example in written if [*example] != [key]] == []
    keys = [line for line in both.splitlines() if line.startswith("| `") and line.count(" | ") == 4]
    assert sorted(key for key, _ in rows) == sorted(re.findall(r"\w+", line)[0] for line in keys)
    assert len(rows) > 300


@pytest.mark.parametrize("page", WRITTEN)
def test_every_extra_that_an_installation_names_exists(page):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for extras in re.findall(r"pip install '.*\[(.+)\]'", read(page)):
        assert set(extras.split(",")) <= set(project["optional-dependencies"]), page


def anchors(page: str) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES)
def test_every_internal_link_leads_somewhere(page):
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(page)):
        if re.match(r"https?://", target):
            continue
        file, _, anchor = target.partition("#")
        found = (DOCS / page).parent / file if file else DOCS / page
        assert found.is_file(), f"{page}: {target}"
        assert found.resolve().is_relative_to(DOCS), f"{page}: {target} is not on the site"
        if anchor:
            assert anchor in anchors(str(found.resolve().relative_to(DOCS))), f"{page}: {target}"


def test_the_site_builds_without_a_warning_and_fetches_nothing(tmp_path):
    """Every page is in the navigation, every link leads somewhere, and a reader's browser asks nobody else."""
    pytest.importorskip("mkdocs")
    ran = subprocess.run(  # noqa: S603  # our own site
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    for page in PAGES:
        html = (tmp_path / page).with_suffix(".html").read_text(encoding="utf-8")
        fetched = re.findall(
            r'<(?:script|img|iframe)[^>]*\ssrc="(https?:)?//|<link[^>]*\shref="https?://', html
        )
        assert fetched == [], page
