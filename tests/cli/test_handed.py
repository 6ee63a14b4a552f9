"""Reports handed over: the same two options on every command that has a table to give, and what they write."""

import io
import json
from itertools import combinations
from pathlib import Path

import pytest
import stories
from python_calamine import CalamineWorkbook
from typer.main import get_command
from typer.testing import CliRunner

from law189.cli.app import app
from law189.report.style import GENERATOR

COMMANDS = get_command(app).commands
GIVES = ("audit", "indicators", "ledger", "plan", "register", "replay", "report")
BY = ("--profile", "kemerovo")


def run(*words):
    result = CliRunner().invoke(app, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "steps.jsonl"
    lines = []
    for name in ("order", "selection", "certificate", "contract"):
        story = stories.STORIES[name]
        for event, decision in story.steps:
            facts = event.model_dump(mode="json", exclude_none=True)
            facts["by"] = facts["by"].replace("clerk", "education")
            line = {"history": story.id, "lifecycle": story.cycle.name, **facts}
            lines.append(line if decision is None else {**line, "decision": decision.model_dump(mode="json")})
    path.write_text("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines), "utf-8")
    return path


def test_the_options_are_the_same_wherever_there_is_a_table():
    told = {
        name: {
            opt: param.help for param in command.params for opt in param.opts if opt in ("--html", "--xlsx")
        }
        for name, command in COMMANDS.items()
    }
    assert {name for name, opts in told.items() if "--xlsx" in opts} == set(GIVES)
    assert len({json.dumps(told[name], sort_keys=True) for name in GIVES}) == 1


WORDS = {
    "register": ("register", "providers", "FILE", *BY, "--on", "2024-12-31"),
    "ledger": ("ledger", "FILE", *BY, "--on", "2024-12-31"),
    "report": ("report", "FILE", *BY, "--on", "2024-12-31", "--order", "2024"),
    "plan": ("plan", "kemerovo", "--on", "2023-12-05"),
    "indicators": ("indicators", "kemerovo"),
    "replay": ("replay", "FILE", *BY, "--history", "17"),
    "audit": ("audit", "FILE", *BY),
}


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("command", GIVES)
def test_both_files_are_written_and_the_text_is_not_said(command, lang, file, tmp_path):
    words = [file if word == "FILE" else word for word in WORDS[command]]
    page, book = tmp_path / "out.html", tmp_path / "out.xlsx"
    code, out, err = run(*words, "--html", page, "--xlsx", book, "--lang", lang)
    assert code == (0 if command in ("plan", "indicators") else 1), (
        "the cases contradict each other as one book"
    )
    assert command == "audit" or out == ""
    assert {f"{page}: ", f"{book}: "} <= {line[: len(str(page)) + 2] for line in err.splitlines()}
    assert page.read_text("utf-8").startswith(f"<!DOCTYPE html>\n{GENERATOR}")
    read = CalamineWorkbook.from_filelike(io.BytesIO(book.read_bytes()))
    assert read.sheet_names[-1] == {"ru": "О таблицах", "en": "About"}[lang]
    assert len(read.get_sheet_by_index(0).to_python()) > 1


def outputs(command):
    """The options of a command that name a file to be written."""
    written = {"--csv", "--html", "--xlsx", "--docx", "--ics", "--parquet"}
    return [opt for param in COMMANDS[command].params for opt in param.opts if opt in written]


PAIRS = [(command, one, other) for command in COMMANDS for one, other in combinations(outputs(command), 2)]
STEPS = ("no.jsonl", *BY)
DAY = ("--on", "2024-03-01")
ASKED = {
    "register": ("providers", *STEPS, *DAY),
    "audit": STEPS,
    "replay": (*STEPS, "--history", "1"),
    "ledger": (*STEPS, *DAY),
    "report": (*STEPS, *DAY, "--order", "1"),
    "plan": ("kemerovo", *DAY),
    "indicators": ("kemerovo",),
    "minutes": ("no.yaml",),
    "agenda": ("no.yaml",),
}
"""What each command is given besides, none of which is there."""


@pytest.mark.parametrize(("command", "one", "other"), PAIRS)
def test_two_options_that_name_one_file_are_wrong_usage_before_any_work(
    command, one, other, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    for same in ("z.out", "./z.out", str(tmp_path / "z.out")):
        code, out, err = run(command, *ASKED[command], one, "z.out", other, same, "--lang", "en")
        assert (code, out) == (2, ""), err
        assert f"{one} and {other} name one file" in " ".join(err.split()), err
    assert not [*tmp_path.iterdir()]


def test_a_workbook_is_never_written_over_another_file(file, tmp_path):
    book = tmp_path / "mine.xlsx"
    book.write_text("моё", "utf-8")
    words = [file if word == "FILE" else word for word in WORDS["ledger"]]
    code, _, err = run(*words, "--xlsx", book)
    assert (code, book.read_text("utf-8")) == (1, "моё")
    assert "файл уже есть; выберите другое имя" in err


@pytest.mark.parametrize("command", GIVES)
def test_without_the_extra_it_is_named_before_anything_is_read(command, tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    words = [tmp_path / "none" if word == "FILE" else word for word in WORDS[command]]
    code, out, err = run(*words, "--xlsx", tmp_path / "out.xlsx", "--lang", "en")
    assert (code, out) == (2, "")
    assert "the extra office is needed" in err


def test_one_case_of_a_file_is_told(file, tmp_path):
    code, out, _ = run("replay", file, *BY, "--history", "17", "--brief")
    assert out.count("\n") == sum(story.version for story in [stories.STORIES["certificate"].told()])
    assert run("replay", file, *BY, "--html", tmp_path / "o.html")[0] == 2
    assert "назовите его: --history" in run("replay", file, *BY, "--xlsx", tmp_path / "o.xlsx")[2]
    code, _, err = run("replay", file, *BY, "--history", "71")
    assert code == 1
    assert "истории «71» в файле нет" in err


def test_a_refused_step_of_the_case_is_told_beside_the_page(file, tmp_path):
    lines = file.read_text("utf-8").splitlines()
    line = json.loads(next(one for one in lines if '"applied_for"' in one))
    paper = {**line, "history": "18", "document": {"form": "paper"}}
    file.write_text(f"{json.dumps(paper, ensure_ascii=False)}\n", "utf-8")
    code, out, err = run("replay", file, *BY, "--history", "18", "--html", tmp_path / "o.html")
    assert (code, out) == (1, "")
    assert "форма: бумажная" in err or "форма" in err
    assert "В деле ещё ничего не произошло." in (tmp_path / "o.html").read_text("utf-8")
