"""`law189 audit`: inputs, files of findings, a comparison; what goes wrong is a sentence, and findings are kept."""

import csv
import gzip
import io
import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from books import certified, town
from jsonschema import Draft202012Validator
from night import at_night
from steps_files import KEYS, files, text_of
from typer.testing import CliRunner

from law189.audit.bulk import audit
from law189.audit.schemas import schema_of
from law189.cli import auditing
from law189.cli.app import app
from law189.cli.audit_files import CsvFile
from law189.profile.loader import load_profile
from law189.report import audited


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with steps that have one finding, at line 14, and the profile."""
    monkeypatch.chdir(tmp_path)
    files(tmp_path, town(), certified("c2", number="К-2"))
    return tmp_path


def run(*words, given=None):
    result = CliRunner().invoke(app, ["audit", *map(str, words), "--profile", "kemerovo.yaml"], input=given)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def heard():
    """An interrupt is heard by the process, though whoever runs the tests may not hear it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def process(folder, *words, **more):
    command = [sys.executable, "-m", "law189.cli", "audit", *map(str, words), "--profile", "kemerovo.yaml"]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "preexec_fn": heard, **more}
    return subprocess.Popen(command, cwd=folder, text=True, **streams)  # noqa: S603


def ended(folder, *words, **more):
    started = process(folder, *words, **more)
    out, err = started.communicate(timeout=120)
    assert "Traceback" not in err
    return started.returncode, out, err


# ─── Inputs ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def parts(desk):
    rows = (desk / "steps.jsonl").read_text("utf-8").splitlines(keepends=True)
    (desk / "parts").mkdir()
    (desk / "parts" / "a.jsonl").write_text("".join(rows[:5]), "utf-8")
    (desk / "parts" / "b.jsonl.gz").write_bytes(gzip.compress("".join(rows[5:]).encode()))
    return desk


def findings(out):
    *rows, last = [json.loads(one) for one in out.splitlines()]
    assert list(last) == ["summary"]
    assert not list(Draft202012Validator(schema_of("audit-summary")).iter_errors(last))
    return rows, last["summary"]


@pytest.mark.usefixtures("parts")
def test_a_folder_has_the_findings_of_its_files_together():
    whole, _ = findings(run("steps.jsonl", "--json")[1])
    rows, summary = findings(run("parts", "--json")[1])
    assert rows == whole
    assert summary["files"] == [
        {"name": "parts/a.jsonl", "first": 1, "lines": 5},
        {"name": "parts/b.jsonl.gz", "first": 6, "lines": 9},
    ]


@pytest.mark.usefixtures("parts")
def test_the_words_name_the_file_and_its_own_line():
    _, out, _ = run("parts/a.jsonl", "parts/b.jsonl.gz")
    assert out.startswith("✗ файл parts/b.jsonl.gz, строка 9: c2")
    assert out.splitlines()[-2:] == ["parts/a.jsonl: строк: 5", "parts/b.jsonl.gz: строк: 9"]


def test_a_faulty_line_has_its_number_through_all_files_and_its_own(parts):
    with gzip.open(parts / "parts" / "b.jsonl.gz", "at", encoding="utf-8") as file:
        file.write("{\n")
    rows, summary = findings(run("parts", "--json")[1])
    [fault] = [row for row in rows if "errors" in row]
    assert fault["line"] == 15
    assert [(one["file"], one["line"]) for one in fault["errors"]] == [("parts/b.jsonl.gz", 10)]
    assert summary["faults"] == 1


def test_a_line_that_is_not_taken_is_told_by_its_own_file_too(parts):
    other = {"history": "c1", "lifecycle": "order", "kind": "closed", "on": "2024-02-01", "by": "education"}
    (parts / "parts" / "c.jsonl").write_text(json.dumps(other) + "\n", "utf-8")
    code, _, err = run("parts")
    assert code == 1
    assert err.startswith("parts/c.jsonl:1:1 lifecycle: ")


def test_the_standard_input_beside_a_file(parts):
    rest = gzip.decompress((parts / "parts" / "b.jsonl.gz").read_bytes())
    rows, summary = findings(run("parts/a.jsonl", "-", "--json", given=rest)[1])
    assert rows == findings(run("steps.jsonl", "--json")[1])[0]
    assert [one["name"] for one in summary["files"]] == ["parts/a.jsonl", "<stdin>"]


@pytest.mark.usefixtures("parts")
def test_one_file_given_twice_is_wrong_usage():
    code, out, err = run("parts", "parts/a.jsonl", "--lang", "en")
    assert (code, out) == (2, "")
    assert "«parts/a.jsonl» is given twice" in err


@pytest.mark.parametrize(
    "way", ["link", "hard link", "path", "absolute", "folder", "link in a folder", "stream"]
)
def test_one_file_under_two_names_is_wrong_usage(way, parts):
    file, given = parts / "parts" / "a.jsonl", None
    match way:
        case "link":
            (parts / "ln.jsonl").symlink_to(file)
            words = ("ln.jsonl", "parts/a.jsonl")
        case "hard link":
            os.link(file, parts / "hl.jsonl")
            words = ("hl.jsonl", "parts/a.jsonl")
        case "path":
            words = ("parts/a.jsonl", "parts/../parts/a.jsonl")
        case "absolute":
            words = ("parts/a.jsonl", str(file))
        case "folder":
            (parts / "same").symlink_to(parts / "parts")
            words = ("parts", "same")
        case "link in a folder":
            (parts / "parts" / "c.jsonl").symlink_to(file)
            words = ("parts",)
        case _:
            words, given = ("parts/a.jsonl", "-"), file
    command = [
        sys.executable,
        "-m",
        "law189.cli",
        "audit",
        *words,
        "--profile",
        "kemerovo.yaml",
        "--lang",
        "en",
    ]
    with (given or Path(os.devnull)).open("rb") as stream:
        ended = subprocess.run(command, cwd=parts, stdin=stream, capture_output=True, text=True, check=False)  # noqa: S603
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "are one file, which is given twice" in ended.stderr.replace("\n", " ")


def test_what_needs_an_extra_says_which(parts, monkeypatch):
    (parts / "a.parquet").write_bytes(b"")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    for words in (("a.parquet",), ("steps.jsonl", "--parquet", "out.parquet")):
        code, out, err = run(*words, "--lang", "en")
        assert (code, out) == (2, "")
        assert err.startswith("the extra arrow is needed: pip install")
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    for name in [
        name for name in sys.modules if name.startswith(("law189.casebook.stores", "law189.audit.stored"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    code, out, err = run("sqlite:///book.sqlite3", "--lang", "en")
    assert (code, out) == (2, "")
    assert err.startswith("the extra store is needed: pip install")


@pytest.mark.usefixtures("desk")
def test_what_cannot_be_read_at_all_has_no_summary():
    code, out, err = run("none.jsonl", "--lang", "en")
    assert (code, out) == (1, "")
    assert err == "none.jsonl: the file does not open: there is no such file; check its name\n"
    code, out, _ = run("none.jsonl", "--json")
    assert (code, list(json.loads(out))) == (1, ["errors"])


def test_a_packed_file_that_breaks_off_keeps_its_findings(desk):
    rest = text_of(*(certified(f"d{n}", number=f"Д-{n}", file=str(n)) for n in range(300)))
    packed = gzip.compress(((desk / "steps.jsonl").read_text("utf-8") + rest).encode())
    (desk / "cut.jsonl.gz").write_bytes(packed[: len(packed) * 2 // 3])
    code, out, err = run("cut.jsonl.gz", "--lang", "en")
    assert code == 1
    assert out.startswith("✗ line 14: c2")
    assert "faulty lines: 1" in out
    assert err.startswith("cut.jsonl.gz: it is not read: it breaks off before the end")


# ─── Files of findings ───────────────────────────────────────────────────────────────────────────────────


def test_the_table_has_a_row_a_finding(desk):
    code, out, err = run("steps.jsonl", "--csv", "out.csv")
    assert code == 1
    assert out.startswith("Замечаний: 1")
    assert err == "out.csv: записан\n"
    data = (desk / "out.csv").read_text("utf-8-sig")
    heads, row = csv.reader(io.StringIO(data), delimiter=";")
    told = dict(zip(heads, row, strict=True))
    assert (desk / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert (told["строка"], told["дело"], told["правило"]) == ("14", "c2", "reconciliation.certificates_once")


def test_a_case_named_as_a_formula_is_text_in_the_table(desk):
    steps = text_of(town(), certified("=1+1", number="К-2"))
    (desk / "evil.jsonl").write_text(steps, "utf-8")
    run("evil.jsonl", "--csv", "out.csv")
    assert ";'=1+1;" in (desk / "out.csv").read_text("utf-8")


def test_parquet_has_the_columns_that_its_schema_names(desk):
    pq = pytest.importorskip("pyarrow.parquet")
    from law189.audit.columns import findings_schema

    rows, _ = findings(run("steps.jsonl", "--json")[1])
    assert run("steps.jsonl", "--parquet", "out.parquet")[0] == 1
    table = pq.read_table(desk / "out.parquet")
    assert table.schema.equals(findings_schema())
    [told] = table.to_pylist()
    assert told["on"].isoformat() == rows[0]["on"]
    assert json.loads(told["facts"]) == rows[0]["facts"]
    assert json.loads(told["cites"]) == rows[0]["cites"]
    assert {"ru": told["text_ru"], "en": told["text_en"]} == rows[0]["text"]
    for key in set(KEYS) - {"on", "facts", "cites", "text"}:
        assert told[key] == rows[0][key]
    assert {"ru": told["cure_ru"], "en": told["cure_en"]} == rows[0]["cure"]


def test_no_findings_are_a_table_without_rows(desk):
    pq = pytest.importorskip("pyarrow.parquet")
    assert (
        run(
            "steps.jsonl",
            "--on",
            "2024-01-09",
            "--csv",
            "o.csv",
            "--parquet",
            "o.parquet",
            "--html",
            "o.html",
        )[0]
        == 0
    )
    assert len((desk / "o.csv").read_text("utf-8").splitlines()) == 1
    assert pq.read_table(desk / "o.parquet").num_rows == 0
    assert "Замечаний нет." in (desk / "o.html").read_text("utf-8")


@pytest.mark.usefixtures("desk")
def test_the_report_takes_the_place_of_its_own_earlier_one():
    assert "записан\n" in run("steps.jsonl", "--html", "out.html")[2]
    assert "записан вместо прежнего" in run("steps.jsonl", "--html", "out.html")[2]


@pytest.mark.parametrize("option", ["--csv", "--parquet", "--html", "--xlsx"])
def test_nothing_is_written_over_another_file(option, desk):
    if option == "--parquet":
        pytest.importorskip("pyarrow.parquet")
    (desk / "mine").write_text("моё", "utf-8")
    (desk / "link").symlink_to(desk / "none")
    for name in ("mine", "link", "."):
        code, out, err = run("steps.jsonl", option, name, "--lang", "en")
        assert (code, out) == (1, ""), name
        assert err.startswith(f"{name}: "), name
    code, out, err = run("steps.jsonl", option, "no/folder", "--lang", "en")
    assert (code, out) == (1, "")
    assert err == "no/folder: the file was not written: there is no such folder; make it\n"
    assert (desk / "mine").read_text("utf-8") == "моё"
    assert not (desk / "none").exists()


@pytest.mark.usefixtures("desk")
def test_a_file_that_cannot_be_made_leaves_no_other_behind_unsaid():
    pytest.importorskip("pyarrow.parquet")
    code, _, err = run("steps.jsonl", "--csv", "out.csv", "--parquet", "no/folder", "--lang", "en")
    assert code == 1
    assert err.splitlines() == [
        "out.csv: written",
        "no/folder: the file was not written: there is no such folder; make it",
    ]


def many(folder, count=400):
    """Steps with a finding for each of so many certificates of one number."""
    steps = [one for n in range(count) for one in certified(f"d{n}", number="К-9", file=str(n))]
    return files(folder, town(), steps)


def limited():
    """No file may be larger than this process may write: as a disk that is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))


def test_a_full_disk_is_told_and_the_audit_goes_on(tmp_path):
    many(tmp_path, 30)
    code, out, err = ended(tmp_path, "steps.jsonl", "--csv", "out.csv", "--lang", "en", preexec_fn=limited)
    assert code == 1
    assert out.startswith("Findings: ")
    assert err.startswith(
        "out.csv: findings written: 0, the others are not: the file is larger than is permitted"
    )
    code, out, err = ended(tmp_path, "steps.jsonl", "--html", "out.html", "--lang", "en", preexec_fn=limited)
    assert code == 1
    assert "out.html: the file was not written: the file is larger than is permitted" in err
    assert not (tmp_path / "out.html").exists()
    code, _, err = ended(tmp_path, "steps.jsonl", "--xlsx", "o.xlsx", "--lang", "en", preexec_fn=limited)
    assert code == 1
    assert err.startswith("o.xlsx: the file was not written: the file is larger than is permitted")
    assert not (tmp_path / "o.xlsx").exists()
    pytest.importorskip("pyarrow.parquet")
    code, _, err = ended(
        tmp_path, "steps.jsonl", "--parquet", "o.parquet", "--lang", "en", preexec_fn=limited
    )
    assert code == 1
    assert err.startswith("o.parquet: the file was not written: the file is larger than is permitted")
    assert not (tmp_path / "o.parquet").exists()


def test_rows_that_were_written_whole_are_kept(tmp_path, monkeypatch):
    monkeypatch.setattr("law189.cli.audit_files.ROWS", 1)
    profile = load_profile("kemerovo")
    found = [*audit(enumerate(certified(), start=1), profile)]
    assert len(found) > 3
    table = CsvFile(tmp_path / "out.csv", lambda number: ("", number), "en")
    table.add(found[0])
    size = (tmp_path / "out.csv").stat().st_size

    class Full:
        def __init__(self, out):
            self.out = out

        def write(self, data):
            if len(data) > 20:
                return self.out.write(data[:20])
            raise OSError(28, "No space left on device")

        def __getattr__(self, name):
            return getattr(self.out, name)

    table._out = Full(table._out)
    for one in found[1:]:
        table.add(one)
    assert not table.close()
    assert (tmp_path / "out.csv").stat().st_size == size
    assert table.lost.en == (
        "findings written: 1, the others are not: no space is left on the disk; free some"
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_an_output_that_is_full_keeps_the_files(tmp_path):
    many(tmp_path, 40)
    with Path("/dev/full").open("w") as full:
        code, _, err = ended(
            tmp_path, "steps.jsonl", "--json", "--csv", "out.csv", "--lang", "en", stdout=full
        )
    assert code == 1
    assert "law189: the answer was not put out: no space is left on the disk; free some" in err
    assert (tmp_path / "out.csv").exists()
    assert ended(tmp_path, "steps.jsonl", "--csv", "/dev/full")[2].startswith("/dev/full: файл уже есть")


# ─── Ctrl-C ──────────────────────────────────────────────────────────────────────────────────────────────


def test_an_audit_that_is_broken_off_keeps_what_it_found(desk, monkeypatch):
    def broken(lines, profile, **_):
        for number, one in enumerate(audit(lines, profile)):
            yield one
            if number == 2:
                raise KeyboardInterrupt

    many(desk, 10)
    monkeypatch.setattr("law189.cli.audit_run.audit_parts", broken)
    code, out, err = run("steps.jsonl", "--json", "--csv", "out.csv", "--html", "out.html", "--lang", "en")
    rows, summary = findings(out)
    assert code == 130
    assert len(rows) == summary["findings"] + summary["following"]["findings"] == 3
    assert summary["interrupted"]
    assert len((desk / "out.csv").read_text("utf-8").splitlines()) == 4
    assert "The audit was broken off" in (desk / "out.html").read_text("utf-8")
    assert err.endswith("broken off: not all findings are told, only those found before\n")
    code, out, err = run("steps.jsonl", "--against", "kemerovo", "--lang", "en")
    assert (code, out, err) == (130, "", "broken off: the profiles were not compared\n")


@pytest.mark.skipif(os.name != "posix", reason="a signal of POSIX")
def test_a_process_that_is_interrupted_ends_with_a_sentence(desk):
    steps = (desk / "steps.jsonl").read_text("utf-8")
    started = process(desk, "-", "--lang", "en", stdin=subprocess.PIPE)
    try:
        started.stdin.write(steps * 200)  # it has begun to read when the pipe has room again
        started.stdin.flush()
        time.sleep(0.5)
        started.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):  # its input stays open, so it ends by the signal alone
            started.wait(timeout=60)
        out, err = started.communicate(timeout=60)
    finally:
        with suppress(ProcessLookupError):
            started.kill()
        started.wait()
    assert started.returncode == 130, err
    assert "Traceback" not in err
    assert "broken off: not all findings are told" in err
    assert "Events: " in out


# ─── Progress ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_pipe_hears_nothing_of_the_progress(desk):
    assert ended(desk, "steps.jsonl")[2] == ""


def test_a_terminal_is_shown_the_rate_and_the_time_left(desk, monkeypatch):
    many(desk, 60)
    monkeypatch.setattr("law189.cli.progress.EVERY", 0)
    for name in ("progress", "audit_run"):
        monkeypatch.setattr(f"law189.cli.{name}.on_terminal", lambda: True)
    _, out, err = run("steps.jsonl", "--lang", "en", "--csv", "out.csv")
    shown = err.split("\r\x1b[K")
    assert shown[0] == ""
    assert re.fullmatch(r"\[#+-+\] \d+ %, lines: 64, a second: \d+, left: 0:00:\d\d", shown[1])
    assert any(re.fullmatch(r"lines: \d+, findings: \d+, passed: 0:00:\d\d", one) for one in shown)
    assert shown[-1] == "out.csv: written\n"
    assert "\x1b" not in out


def test_where_it_is_not_known_how_many_lines_there_are_the_terminal_is_shown_the_rate(desk, monkeypatch):
    many(desk, 60)
    monkeypatch.setattr("law189.cli.progress.EVERY", 0)
    for name in ("progress", "audit_run"):
        monkeypatch.setattr(f"law189.cli.{name}.on_terminal", lambda: True)
    _, _, err = run("-", "--lang", "en", "--csv", "out.csv", given=(desk / "steps.jsonl").read_bytes())
    assert re.fullmatch(r"lines: 64, a second: \d+", err.split("\r\x1b[K")[1])


@pytest.mark.skipif(os.name != "posix", reason="a terminal of POSIX")
def test_a_real_terminal_is_left_as_it_was(desk):
    import pty

    ours, theirs = pty.openpty()
    started = process(desk, "steps.jsonl", "--lang", "en", "--csv", "out.csv", stderr=theirs)
    os.close(theirs)
    out, _ = started.communicate(timeout=300)
    shown = b""
    with suppress(OSError):
        while data := os.read(ours, 65536):
            shown += data
    os.close(ours)
    assert shown.decode().split("\x1b[K")[-1] == "out.csv: written\r\n"
    assert "\x1b" not in out


# ─── Against another profile ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.usefixtures("desk")
def test_what_differs_by_another_profile():
    code, out, _ = run("steps.jsonl", "--against", "kemerovo", "--json")
    *rows, last = [json.loads(one) for one in out.splitlines()]
    assert code == 1
    assert not list(Draft202012Validator(schema_of("audit-comparison")).iter_errors(last))
    for row in rows:
        assert not list(Draft202012Validator(schema_of("audit-difference")).iter_errors(row))
    summary = last["summary"]
    for change in ("appeared", "vanished", "changed"):
        assert sum(row["change"] == change for row in rows) == summary[change]
    assert summary["before"]["findings"] == 1
    assert summary["appeared"] > 10
    alone, _ = findings(
        CliRunner().invoke(app, ["audit", "steps.jsonl", "--profile", "kemerovo", "--json"]).stdout
    )
    after = [row["after"] for row in rows if row["change"] != "vanished"]
    same = [one for one in alone if one not in after]
    assert [(one["line"], one["rule"]) for one in same] == [(14, "reconciliation.certificates_once")]
    assert len(alone) == len(after) + 1


@pytest.mark.usefixtures("desk")
def test_the_same_profile_makes_no_difference():
    code, out, _ = run("steps.jsonl", "--against", "kemerovo.yaml", "--lang", "en")
    assert code == 1
    assert out.splitlines() == [
        "Before: Findings: 1 (✗ 1); first causes: 1",
        "After: Findings: 1 (✗ 1); first causes: 1",
        "The findings are the same.",
    ]


def test_the_difference_is_told_in_words_and_as_a_page_and_the_input_may_be_the_standard_one(desk):
    given = (desk / "steps.jsonl").read_bytes()
    expected = run("steps.jsonl", "--against", "kemerovo", "--lang", "en")
    assert run("-", "--against", "kemerovo", "--lang", "en", given=given) == expected
    assert "appeared: " in expected[1].splitlines()[0]
    code, out, err = run("steps.jsonl", "--against", "kemerovo", "--html", "out.html", "--lang", "en")
    assert (code, err) == (1, "out.html: written\n")
    assert len(out.splitlines()) == 3
    assert "Appeared: " in (desk / "out.html").read_text("utf-8")


def test_faults_are_told_once_by_two_profiles(desk):
    (desk / "steps.jsonl").write_text("{\n" + (desk / "steps.jsonl").read_text("utf-8"), "utf-8")
    assert run("steps.jsonl", "--against", "kemerovo.yaml")[2].count("steps.jsonl:1") == 1


def test_a_table_of_a_comparison_is_wrong_usage(desk):
    code, out, err = run("steps.jsonl", "--against", "kemerovo", "--csv", "out.csv", "--lang", "en")
    assert (code, out) == (2, "")
    assert "--csv, --parquet and --xlsx write the findings by one profile" in err
    assert not (desk / "out.csv").exists()


# ─── Size ────────────────────────────────────────────────────────────────────────────────────────────────


def peak(folder, *words):
    """The most memory that the command has held, in kB."""
    started = process(folder, *words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(started.pid, 0)
    started.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_maxrss


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="memory of a child is of POSIX")
def test_faulty_lines_take_no_memory(desk):
    most = 1_000_000 if at_night() else 6000
    for count in (1000, most):
        with (desk / f"{count}.jsonl").open("w", encoding="utf-8") as file:
            file.writelines("{\n" for _ in range(count))
    assert peak(desk, f"{most}.jsonl") < peak(desk, "1000.jsonl") + 5000


@pytest.mark.nightly
@pytest.mark.skipif(not hasattr(os, "wait4"), reason="memory of a child is of POSIX")
def test_a_line_of_a_hundred_megabytes_takes_no_memory(desk):
    steps = (desk / "steps.jsonl").read_bytes()
    with (desk / "plain.jsonl").open("wb") as file, gzip.open(desk / "packed.jsonl.gz", "wb") as packed:
        for out in (file, packed):
            out.write(b'{"a": "')
            for _ in range(100):
                out.write(b"x" * 1_000_000)
            out.write(b'"}\n' + steps)
    least = peak(desk, "steps.jsonl")
    for name in ("plain.jsonl", "packed.jsonl.gz"):
        assert peak(desk, name) < least + 10_000
        code, out, err = run(name, "--lang", "en")
        assert code == 1
        assert out.startswith("✗ line 15: c2")
        assert err.startswith(f"{name}:1:1: ")


def test_the_page_names_no_more_than_it_should(desk, monkeypatch):
    many(desk, 8)
    monkeypatch.setattr(auditing, "Kept", lambda: audited.Kept(3))
    run("steps.jsonl", "--html", "out.html", "--lang", "en")
    assert "Findings here: 3, in all: " in (desk / "out.html").read_text("utf-8")


def test_cases_that_begin_after_the_day_are_counted_and_nothing_is_said_of_findings(desk):
    steps = next(iter(desk.glob("*.jsonl")))
    whole = json.loads(run(steps, "--json")[1].splitlines()[-1])["summary"]
    cases = whole["histories"]
    assert whole["later"] == 0
    told = f"Дел, которые начинаются после этого дня и здесь не показаны: {cases}.\n"
    assert run(steps, "--on", "2000-01-01") == (0, f"Событий: 0; дел: 0; строк с ошибками: 0\n{told}", "")
    early = json.loads(run(steps, "--on", "2000-01-01", "--json")[1])["summary"]
    assert (early["events"], early["histories"], early["later"]) == (0, 0, cases)
    compared = run(steps, "--on", "2000-01-01", "--against", "kemerovo.yaml")[1]
    assert compared.endswith(told)
    page = desk / "page.html"
    run(steps, "--on", "2000-01-01", "--html", page)
    assert re.search(f"дел после этого дня, не показаны</th><td[^>]*>{cases}</td>", page.read_text("utf-8"))


def test_cases_that_begin_by_the_day_and_after_it_make_up_all(desk):
    steps = next(iter(desk.glob("*.jsonl")))
    whole = json.loads(run(steps, "--json")[1].splitlines()[-1])["summary"]["histories"]
    days = sorted({json.loads(line)["on"] for line in steps.read_text(encoding="utf-8").splitlines()})
    for day in days:
        found = json.loads(run(steps, "--on", day, "--json")[1].splitlines()[-1])["summary"]
        assert found["histories"] + found["later"] == whole


# ─── Сколько занять ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--jobs", "0"), "--jobs: a number from 1 to 256 is needed, not «0»"),
        (("--jobs", "two"), "--jobs: a number from 1 to 256 is needed, not «two»"),
        (("--memory", "0"), "--memory: a size such as 64M or 1G is needed, not «0»"),
        (("--memory", "64 MB"), "--memory: a size such as 64M or 1G is needed, not «64 MB»"),
    ],
)
@pytest.mark.usefixtures("desk")
def test_what_is_no_number_of_processes_or_no_size_is_wrong_usage(words, says):
    code, out, err = run("steps.jsonl", *words, "--lang", "en")
    assert (code, out) == (2, "")
    assert says in " ".join(err.replace("│", " ").split())


def test_two_processes_with_little_memory_find_what_one_finds(tmp_path):
    many(tmp_path, 800)
    code, out, err = ended(tmp_path, "steps.jsonl", "--json", "--jobs", "1", "--memory", "1G")
    assert (code, err) == (1, "")
    whole = out.splitlines()[:-1]
    assert len(whole) > 800
    code, out, err = ended(tmp_path, "steps.jsonl", "--json", "--jobs", "2", "--memory", "1M")
    assert (code, err) == (1, "")
    assert out.splitlines()[:-1] == whole


def test_a_full_disk_for_temporary_files_is_a_sentence(tmp_path):
    many(tmp_path, 800)
    (tmp_path / "tmp").mkdir()
    env = {**os.environ, "TMPDIR": str(tmp_path / "tmp")}
    code, _, err = ended(tmp_path, "steps.jsonl", "--jobs", "2", "--lang", "en", preexec_fn=limited, env=env)
    assert code == 1
    assert "the temporary files are not written or read" in err
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_line_of_a_hundred_megabytes_is_a_fault_and_the_rest_is_audited(desk):
    with (desk / "long.jsonl").open("w", encoding="utf-8") as file:
        file.write((desk / "steps.jsonl").read_text("utf-8"))
        for _ in range(100):
            file.write("x" * 1_000_000)
        file.write("\n")
    code, out, err = run("long.jsonl", "--lang", "en")
    assert code == 1
    assert out.startswith("✗ line 14: c2")
    assert err.startswith("long.jsonl:15:")
    assert "faulty lines: 1" in out


@pytest.mark.nightly
def test_a_million_faulty_lines_are_told_one_by_one_and_take_no_memory(desk):
    with (desk / "faulty.jsonl").open("w", encoding="utf-8") as file:
        file.write((desk / "steps.jsonl").read_text("utf-8"))
        for _ in range(1_000_000):
            file.write('{"history": "1"}\n')
    with (desk / "err").open("w") as err:
        started = process(desk, "faulty.jsonl", "--lang", "en", stderr=err)
        out, _ = started.communicate(timeout=3600)
    assert started.returncode == 1
    assert "faulty lines: 1000000" in out
    assert (desk / "err").read_text("utf-8").count("\n") >= 1_000_000
