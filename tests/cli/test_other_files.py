"""A name that is a folder, and a file of another kind: what is said names what it is, and what to do.

Every option and argument that a file is written to; a file of steps where a saved history is read, and back.
"""

import json
from pathlib import Path

import pytest
from stories import STORIES
from typer.testing import CliRunner

from law189.casebook.line import LINE
from law189.cli.app import app
from law189.law import Law189Error

pytest.importorskip("xlsxwriter", reason="the extra office is not installed")
pytest.importorskip("pyarrow.parquet", reason="the extra arrow is not installed")

STEP = {"history": "1", "lifecycle": "meeting", "kind": "convened", "on": "2023-09-29", "by": "chair",
        "held_on": "2023-10-02"}  # fmt: skip
MEETING = {"profile": "kemerovo", "held_on": "2023-10-02", "items": []}
FOLDER = {"ru": "это папка; добавьте к ней имя файла", "en": "this is a folder; add the name of a file to it"}


def run(*words):
    found = CliRunner().invoke(app, [str(word) for word in words])
    return found.exit_code, found.stdout, found.stderr


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("steps.jsonl").write_text(json.dumps(STEP) + "\n", "utf-8")
    Path("meeting.json").write_text(json.dumps(MEETING), "utf-8")
    cycle = STORIES["meeting"].cycle
    whole = cycle.dump(STORIES["meeting"].told())
    Path("saved.json").write_text(json.dumps(whole, ensure_ascii=False), "utf-8")
    row = cycle.dump_record(STORIES["meeting"].told(), 1)
    both = [json.dumps(one, ensure_ascii=False) for one in (whole, row)]
    Path("saved.jsonl").write_text("\n".join(both) + "\n", "utf-8")


BY = ("--profile", "kemerovo")
ON = ("--on", "2023-12-01")
WRITING = [
    *[("audit", "steps.jsonl", *BY, option) for option in ("--csv", "--parquet", "--xlsx", "--html")],
    ("audit", "steps.jsonl", *BY, "--against", "novokuznetsk_district", "--html"),
    *[("replay", "steps.jsonl", *BY, "--history", "1", option) for option in ("--html", "--xlsx")],
    ("due", "steps.jsonl", *BY, "--on", "2023-09-30", "--ics"),
    *[("register", "providers", "steps.jsonl", *BY, *ON, option) for option in ("--csv", "--xlsx", "--html")],
    *[("ledger", "steps.jsonl", *BY, *ON, option) for option in ("--xlsx", "--html")],
    *[("plan", "kemerovo", *ON, option) for option in ("--ics", "--html", "--xlsx")],
    *[("indicators", "kemerovo", option) for option in ("--html", "--xlsx")],
    *[("minutes", "meeting.json", option) for option in ("--html", "--docx")],
    *[("agenda", "meeting.json", option) for option in ("--html", "--docx")],
    ("show", "kemerovo", "--html"),
    ("copy", "kemerovo"),
    ("new",),
]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("words", WRITING, ids=" ".join)
def test_a_name_that_is_a_folder_is_told_to_be_one(words, lang):
    code, _, err = run(*words, "folder", "--lang", lang)
    assert code == 1
    assert err.splitlines()[-1] == f"folder: {FOLDER[lang]}"
    assert not [*Path("folder").iterdir()]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("name", ["copy", "new", "show"])
def test_a_link_to_a_folder_is_a_folder_too(name):
    Path("link").symlink_to("folder")
    words = {"copy": ("copy", "kemerovo"), "new": ("new",), "show": ("show", "kemerovo", "--html")}[name]
    code, _, err = run(*words, "link")
    assert (code, err) == (1, f"link: {FOLDER['ru']}\n")


# ─── A file of another kind ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("words", [("verify",), ("recheck", *BY)], ids=["verify", "recheck"])
@pytest.mark.parametrize("form", ["steps.jsonl", "one.json", "list.json"])
def test_a_file_of_steps_is_told_to_be_one_where_a_saved_history_is_read(words, form):
    Path("one.json").write_text(json.dumps(STEP), "utf-8")
    Path("list.json").write_text(json.dumps([STEP]), "utf-8")
    code, out, err = run(words[0], form, *words[1:])
    assert (code, out) == (1, "")
    assert "это шаг из файла шагов, а не сохранённая история" in err
    assert "law189 replay и law189 audit" in err
    code, _, err = run(words[0], form, *words[1:], "--lang", "en")
    assert "this is a step of a file of steps, and no saved history; law189 replay and law189 audit" in err


@pytest.mark.parametrize("name", STORIES)
def test_a_step_is_no_history_that_can_be_loaded(name):
    cycle, event = STORIES[name].cycle, STORIES[name].told().records[0].event
    step = {"history": "1", "lifecycle": name, **event.model_dump(mode="json")}
    for load in (cycle.load, lambda one: cycle.load_records([one])):
        with pytest.raises(Law189Error, match="this is a step of a file of steps"):
            load(step)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    "words",
    [("replay",), ("audit",), ("options", *ON), ("due", *ON), ("ledger", *ON)],
    ids=lambda one: one[0],
)
def test_a_saved_history_is_told_to_be_one_where_steps_are_read(words):
    code, out, err = run(words[0], "saved.jsonl", *words[1:], *BY)
    assert code == 1
    said = [one for one in (out + err).splitlines() if one.startswith("saved.jsonl:")]
    assert len(said) == 2
    assert all("это сохранённая история, а не шаг" in one and "law189 verify" in one for one in said)


def test_a_line_of_a_saved_history_is_refused_in_python_too():
    cycle = STORIES["meeting"].cycle
    for saved in (cycle.dump(STORIES["meeting"].told()), cycle.dump_record(STORIES["meeting"].told(), 1)):
        with pytest.raises(ValueError, match="this is a saved history, and no step"):
            LINE.validate_python(saved)
