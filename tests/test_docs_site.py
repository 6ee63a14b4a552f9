"""The documentation site: a page runs from top to bottom, its files are accepted, its links lead somewhere.

A page is followed in one empty folder. A block changes that folder or is checked in it:

- `python`: a doctest; names live on to the next block of the page;
- `console`: `$ command  # exit code 1` with the answer shown below it (three dots stand for anything); besides
  `law189` only `cp A B` and `cat A >> B`, where A may be a file of the project, and `python FILE`, a program of the
  page;
- `yaml` that begins with `# name.yaml`: a whole file; `# name.yaml, at the end` is appended to it, and
  `# name.yaml, instead` replaces the entries with the same keys; the file is then loaded, and must be accepted,
  or refused where the mark ends with «with a fault»; a block without a mark is a part of a file and is skipped;
- `sh`: commands as a shell runs them, but for those that `tests/shell_blocks.py` names with the reason why not;
- another block below a comment `<!-- name -->`: a whole file of another kind.
"""

import ast
import doctest
import json
import os
import posixpath
import re
import runpy
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple
from urllib.parse import unquote

import places
import pytest
import shell_blocks
from ruamel.yaml import YAML
from typer.testing import CliRunner

import law189
from law189.cli.app import app
from law189.law import Lang
from law189.report.drawing import as_svg
from law189.workflows import LIFECYCLES

ROOT = places.ROOT
DOCS = ROOT / "docs"
PAGES = sorted(str(path.relative_to(DOCS)) for path in DOCS.rglob("*.md"))
BY_HAND = tuple(
    f"reference/{name}{ends}"
    for name in ("commands", "deprecation", "json", "public")
    for ends in (".md", ".ru.md")
)
WRITTEN = [page for page in PAGES if not page.startswith("reference/") or page in BY_HAND]
RUSSIAN = [page for page in PAGES if page.endswith(".ru.md")]
ENGLISH = [page for page in PAGES if not page.endswith(".ru.md")]
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

    def sh(self, block: Block) -> None:
        if not shell_blocks.left_out(block.text):
            shell_blocks.run(block.text, self.page)

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
    kinds = {
        "python": follower.python,
        "console": follower.console,
        "sh": follower.sh,
        "yaml": follower.yaml,
    }
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
    keys = [line for line in both.splitlines() if line.startswith("| `") and line.count(" | ") == 3]
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


def twin(page: str) -> str:
    return (
        page.removesuffix(".ru.md") + ".md"
        if page.endswith(".ru.md")
        else page.removesuffix(".md") + ".ru.md"
    )


def test_each_page_stands_in_both_languages():
    assert [page for page in RUSSIAN if twin(page) not in ENGLISH] == []
    assert [page for page in ENGLISH if twin(page) not in RUSSIAN] == []


def levels(page: str) -> list[int]:
    """How deep each heading of a page stands, in their order."""
    return [len(marks) for marks in re.findall(r"^(#+) .+$", prose(page), re.MULTILINE)]


@pytest.mark.parametrize("page", ENGLISH)
def test_both_languages_have_the_same_headings_in_number_and_order(page):
    assert levels(page) == levels(twin(page))


OWN = re.compile(r"[\w.-]*\.(?:yaml|jsonl|json|csv|html|docx|xlsx|ics|toml)$")
"""A file of the page's own, which each language names in its own words."""


def commands(block: Block) -> list[list[str]]:
    """The commands of a block, the language and the names of the page's own files left out."""
    found = re.findall(r"^\$ (.+)$", block.text, re.MULTILINE)
    if block.word == "sh":
        found = [line for line in block.text.splitlines() if line.strip()]
    told = []
    for line in found:
        words = shlex.split(re.sub(r" --lang (en|ru)\b", "", line.partition("  # ")[0]))
        told.append(["FILE" if OWN.fullmatch(word) else word for word in words])
    return told


class Wordless(ast.NodeTransformer):
    """Python without the words that it writes and the language that it asks for."""

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        return ast.Constant("…") if isinstance(node.value, str) else node

    def visit_Attribute(self, node: ast.Attribute) -> ast.Attribute:
        self.generic_visit(node)
        return ast.Attribute(node.value, "lang", node.ctx) if node.attr in Lang.__args__ else node


def shape(block: Block) -> tuple[Any, ...]:
    """What a block is, whatever language its words are in."""
    if block.word == "python":
        examples = doctest.DocTestParser().get_examples(block.text)
        return "python", [ast.dump(Wordless().visit(ast.parse(one.source))) for one in examples]
    if block.word in ("console", "sh"):
        exits = re.findall(r"  # (?:exit code|код)[^\d\n]*(\d)", block.text)
        return block.word, commands(block), exits
    mark = MARK.match(block.text.partition("\n")[0]) if block.word == "yaml" else None
    how = (mark["how"] or "") if mark else ""
    marks = [of for of in (AT_END, INSTEAD) if how.startswith(of)] + [FAULTY] * how.endswith(FAULTY)
    return block.word, bool(block.file), bool(mark), marks


@pytest.mark.parametrize("page", ENGLISH)
def test_both_languages_have_the_same_commands_and_blocks_of_code(page):
    """One after the other: the same commands, the same Python, and files in the same places."""
    assert [shape(block) for block in blocks(page)] == [shape(block) for block in blocks(twin(page))]


LINK = re.compile(r"\]\(([^)\s#]+\.md)[^)\s]*\)")


@pytest.mark.parametrize("page", RUSSIAN)
def test_a_page_in_russian_leads_to_pages_in_russian(page):
    for target in LINK.findall(prose(page)):
        linked = str(((DOCS / page).parent / target).resolve().relative_to(DOCS))
        assert linked.endswith(".ru.md"), target


@pytest.mark.parametrize("page", ENGLISH)
def test_a_page_in_english_leads_to_pages_in_english(page):
    assert [target for target in LINK.findall(prose(page)) if target.endswith(".ru.md")] == []


CYRILLIC_PART = re.compile("[А-Яа-яЁё]{3,}")


@pytest.mark.parametrize("page", ENGLISH)
def test_headings_of_a_page_in_english_are_in_english(page):
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    assert [heading for heading in headings if CYRILLIC_PART.search(heading)] == []


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The built site; a warning is an error: every page is in the navigation, every link leads somewhere."""
    pytest.importorskip("mkdocs")
    pytest.importorskip("mkdocstrings")
    folder = tmp_path_factory.mktemp("site")
    ran = subprocess.run(  # noqa: S603  # our own site
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return folder


class Tags(HTMLParser):
    """Every tag of a page with its attributes; `ids` are the anchors."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(text)
        self.ids = {kept["id"] for _, kept in self.tags if "id" in kept}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))


@pytest.fixture(scope="module")
def html(site):
    return {
        str(path.relative_to(site)): Tags(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
        if path.name != "404.html"
    }


FETCHED = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "use": "href",
    "image": "href",
    "link": "href",
}


def test_a_reader_fetches_nothing_from_another_host(site, html):
    for name, page in html.items():
        for tag, kept in page.tags:
            asked = kept.get(FETCHED.get(tag, ""), "")
            assert not re.match(r"(https?:)?//", asked), f"{name}: {asked}"
        assert not re.search(r"mermaid(\.min)?\.js", (site / name).read_text(encoding="utf-8"))
    for style in site.rglob("*.css"):
        assert not re.search(
            r"url\([\"']?(https?:)?//|@import [\"'](https?:)?//", style.read_text(encoding="utf-8")
        )


def test_every_anchor_of_the_site_is_there(html):
    """A link within the site leads to a page that was built, and to an anchor that this page has."""
    for name, page in html.items():
        for tag, kept in page.tags:
            target = unquote(kept.get("href", ""))
            if tag != "a" or not target or re.match(r"[a-z]+:", target):
                continue
            file, _, anchor = target.partition("#")
            found = posixpath.normpath(posixpath.join(posixpath.dirname(name), file)) if file else name
            if found.endswith(".html") and found in html and anchor:
                assert anchor in html[found].ids, f"{name}: {target}"
            assert found in html or not found.endswith(".html") or found.startswith("sheets/"), (
                f"{name}: {target}"
            )


def test_every_public_name_has_its_place_on_the_pages_of_the_interface(html):
    """What `docs/reference/public.md` makes public is told with its meaning: the front door and each `__all__`."""
    ids = set().union(*(page.ids for name, page in html.items() if name.startswith("reference/api")))
    own = runpy.run_path(str(ROOT / "scripts" / "api.py"))
    for module in own["public_modules"]():
        told = {f"{module.__name__}.{name}": own["origin"](module, name) for name in module.__all__}
        assert [name for name, where in told.items() if ids.isdisjoint((name, where))] == []
    for name in law189.__all__:
        found = getattr(law189, name)
        if name != "__version__" and not isinstance(found, ModuleType):
            assert f"{found.__module__}.{found.__qualname__}" in ids, name


@pytest.mark.parametrize(
    ("page", "lang"), [("reference/lifecycles.html", "en"), ("reference/lifecycles.ru.html", "ru")]
)
def test_every_lifecycle_is_a_picture_whose_text_can_be_selected(site, page, lang):
    text = (site / page).read_text(encoding="utf-8")
    for cycle in LIFECYCLES:
        for line in as_svg(cycle, lang).splitlines():
            assert line in text, cycle.name
    assert "stateDiagram" not in text


def test_a_page_is_in_one_language_with_its_navigation_and_a_link_to_its_twin(site):
    for page, word, other in (
        ("index.html", "Home", "index.ru.html"),
        ("index.ru.html", "Начало", "index.html"),
    ):
        text = (site / page).read_text(encoding="utf-8")
        lang = "ru" if page.endswith(".ru.html") else "en"
        assert f'<html lang="{lang}"' in text
        navigation = text.partition("navbar-nav")[2].partition("</ul>\n\n")[0]
        assert word in navigation
        assert ("Справочник" in navigation) is (lang == "ru")
        assert f'href="{other}"' in text


UNSEEN = re.compile(r"^<!-- ([\w./-]+\.\w+) -->\n(?=```)", re.MULTILINE)


def test_a_file_of_a_page_is_named_where_a_reader_sees_it():
    """A comment is not shown: whoever follows the page in a browser would not know what to call the file."""
    unseen = []
    for path in sorted((places.ROOT / "docs").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        unseen += [
            f"{path.name}: {mark[1]}"
            for mark in UNSEEN.finditer(text)
            if not text[: mark.start()].endswith(f"`{mark[1]}`:\n\n")
        ]
    assert unseen == []
