"""The command `new`: answers from a file, left anywhere and taken up again; what it does not touch."""

import json
import os
import subprocess
import sys
from pathlib import Path

import places
import pytest
from answers import VILLAGE, told
from night import some
from typer.testing import CliRunner

from law189.cli.app import app
from law189.cli.written import write_again
from law189.profile.loader import load_profile

TOWNS = places.PROFILES / "towns"


def run(*words, said=None):
    result = CliRunner().invoke(app, [str(word) for word in words], input=said)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def test_answers_from_a_file_make_a_profile(tmp_path):
    path = tmp_path / "selo.yaml"
    code, out, err = run("new", path, said="\n".join(told(VILLAGE)) + "\n")
    assert (code, err) == (0, "")
    assert "вопросов без ответа нет" in out
    assert load_profile(path).latest == load_profile(TOWNS / "village.yaml").latest
    code, out, _ = run("check", path)
    assert code == 0
    assert "ошибок в файле: 0" in out
    assert "вопросов без ответа" not in out


@pytest.mark.parametrize("cut", [1, 17, 40])
def test_the_end_of_the_input_leaves_and_the_next_time_goes_on(tmp_path, cut):
    path, lines = tmp_path / "selo.yaml", told(VILLAGE)
    while cut and lines[cut - 1] == "да":  # an entry begins with its first answer
        cut -= 1
    code, out, _ = run("new", path, said="".join(f"{line}\n" for line in lines[:cut]))
    assert code == 0
    assert f"продолжить: law189 new {path}" in out
    run("new", path, said="".join(f"{line}\n" for line in lines[cut:]))
    assert load_profile(path).latest == load_profile(TOWNS / "village.yaml").latest


def test_a_check_tells_the_questions_that_stand_with_their_lines(tmp_path):
    path = tmp_path / "selo.yaml"
    run("new", path, said="Село\nselo\nмолчит\n12\nвыход\nне ответ\n")
    lines = path.read_text(encoding="utf-8").splitlines()
    code, out, _ = run("check", path)
    assert code == 0
    standing = [n for n, line in enumerate(lines, start=1) if line.lstrip().startswith("# ? ")]
    assert f"selo: вопросов без ответа: {len(standing)}" in out
    for number in standing:
        key = lines[number - 1].strip().removeprefix("# ? ").partition(":")[0]
        assert f"{path}:{number}:" in out
        assert f" {key}: N-question " in out
    assert run("check", path, "--strict")[0] == 1


def test_a_file_that_cannot_be_used_yet_has_faults_and_its_questions_told(tmp_path):
    path = tmp_path / "selo.yaml"
    run("new", path, said="Село\nвыход\n")
    code, out, err = run("check", path)
    assert code == 1
    assert "нет обязательного ключа profile" in err
    assert "вопросов без ответа: " in out


def test_help_explains_and_the_question_stays(tmp_path):
    _, out, _ = run("new", tmp_path / "a.yaml", said="?\nСело\nвыход\n")
    assert out.count("[муниципальное образование]") == 2
    assert "title: Как муниципальное образование называют в ответах." in out


@pytest.mark.parametrize("held", ["profile: my\n", "", "x" * 10_000])
def test_a_file_of_another_is_not_touched(tmp_path, held):
    path = tmp_path / "my.yaml"
    path.write_text(held, encoding="utf-8")
    for words in (("new", path), ("new", path, "--blank"), ("new", path, "--from", "kemerovo")):
        code, _, err = run(*words, "--lang", "en", said="Town\n")
        assert code == 1
        assert "choose another name" in err
        assert path.read_text(encoding="utf-8") == held


@pytest.mark.parametrize("leads", ["nowhere", "to a file", "to one begun"])
def test_nothing_is_written_through_a_link(tmp_path, leads):
    target, link = tmp_path / "target.yaml", tmp_path / "link.yaml"
    if leads == "to a file":
        target.write_text("profile: my\n", encoding="utf-8")
    elif leads == "to one begun":
        run("new", target, said="")
    held = target.read_bytes() if target.exists() else None
    link.symlink_to(target)
    for words in (("new", link), ("new", link, "--blank"), ("new", link, "--from", "kemerovo")):
        assert run(*words, said="Село\n")[0] == 1
    assert link.is_symlink()
    assert (target.read_bytes() if target.exists() else None) == held


def test_a_file_that_is_no_yaml_any_more_is_told_by_its_line_and_left(tmp_path):
    path = tmp_path / "my.yaml"
    run("new", path, said="Село\n")
    held = path.read_text(encoding="utf-8") + "a: [b\n"
    path.write_text(held, encoding="utf-8")
    code, _, err = run("new", path, said="selo\n")
    assert code == 1
    assert "скобка не закрыта" in err
    assert path.read_text(encoding="utf-8") == held


def test_ends_of_lines_and_rights_of_the_file_are_kept(tmp_path):
    path = tmp_path / "my.yaml"
    run("new", path, said="")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    path.chmod(0o640)
    run("new", path, said="Село\nselo\n")
    data = path.read_bytes()
    assert b"title: {ru: \xd0\xa1\xd0\xb5\xd0\xbb\xd0\xbe}\r\n" in data
    assert data.count(b"\n") == data.count(b"\r\n")
    assert path.stat().st_mode & 0o777 == 0o640


def test_two_ways_at_once_are_wrong_usage(tmp_path):
    code, _, err = run("new", tmp_path / "a.yaml", "--blank", "--from", "kemerovo")
    assert code == 2
    assert "укажите одно" in err


def test_as_json_the_talk_goes_aside_and_the_answer_is_one_value(tmp_path):
    path = tmp_path / "a.yaml"
    code, out, err = run("new", path, "--json", said="Село\nвыход\n")
    assert code == 0
    assert json.loads(out)["file"] == str(path)
    assert json.loads(out)["left"] > 10
    assert "[муниципальное образование]" in err
    code, out, err = run("new", path, "--blank", "--json")
    assert code == 1
    assert json.loads(out)["errors"][0]["file"] == str(path)
    code, out, _ = run("new", tmp_path / "b.yaml", "--from", "kemerovo", "--json")
    assert json.loads(out) == {"file": str(tmp_path / "b.yaml"), "sample": "kemerovo"}


def test_a_file_changed_meanwhile_is_not_written_over(tmp_path):
    path = tmp_path / "a.yaml"
    run("new", path, said="")
    held = path.read_bytes()
    with pytest.raises(FileExistsError):
        write_again(path, held + b"#", b"other")
    path.unlink()
    path.symlink_to(tmp_path / "b.yaml")
    (tmp_path / "b.yaml").write_bytes(held)
    with pytest.raises(FileExistsError):
        write_again(path, held, b"other")
    assert (tmp_path / "b.yaml").read_bytes() == held


@pytest.mark.parametrize("encoding", some(["cp1251", "cp866", "ascii", "utf-8"], ["cp866", "ascii"]))
def test_questions_come_out_whatever_the_encoding_is(tmp_path, encoding):
    env = os.environ | {"PYTHONIOENCODING": encoding}
    said = "Town\nselo\nвыход\n".encode(encoding, "replace")
    ran = subprocess.run(  # noqa: S603  # ours
        [sys.executable, "-m", "law189.cli", "new", str(tmp_path / "a.yaml")],
        input=said,
        capture_output=True,
        env=env,
        check=False,
    )
    assert ran.returncode == 0
    assert b"Traceback" not in ran.stderr
    assert load_keys(tmp_path / "a.yaml") == {"title", "profile"}


def load_keys(path: Path) -> set[str]:
    from law189.files.parser import read_tree

    return set(read_tree(path.read_text(encoding="utf-8"), "").plain())
