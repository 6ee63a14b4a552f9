"""The command `diff`: its words, its JSON, its exit codes, and its witnesses, which the other commands read."""

import builtins
import json
from copy import deepcopy

import places
import pytest
from night import first_found, size
from typer.testing import CliRunner

from law189.audit.compare import compare
from law189.cli.app import app
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile

NAMES = ("kemerovo", "novokuznetsk_district")
SMALL = places.TESTS / "profiles" / "small.yaml"
KEYS = {"path", "title", "a", "b", "a_cite", "b_cite", "stricter", "in_words"}


def run(*words):
    result = CliRunner().invoke(app, ["diff", *map(str, words)])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def written(folder, name, **changes):
    """A file of the first shipped profile, with changes by path."""
    file = deepcopy(shipped_data()["municipalities"]["kemerovo"])
    for path, value in changes.items():
        *above, last = path.split("__")
        entry = file
        for key in above:
            entry = entry[key]
        entry[last] = value
    path = folder / name
    path.write_text(json.dumps(file, ensure_ascii=False), encoding="utf-8")
    return path


def test_two_profiles_that_decide_the_same_end_with_0():
    code, out, _ = run("kemerovo", "kemerovo")
    assert code == 0
    assert out.splitlines()[-1] == "По смыслу различий нет."
    assert run("kemerovo", "kemerovo", "--lang", "en")[1].splitlines()[-1] == "Nothing differs in meaning."


def test_every_difference_is_told_in_words_with_its_path_and_both_addresses():
    code, out, _ = run(*NAMES)
    assert code == 1
    for one in compare(*(load_profile(name).latest for name in NAMES)):
        at = out.index(f"[{one.path}]")
        assert one.title.ru in out[:at].splitlines()[-1]
        block = [*out[at:].splitlines()[1:4], ""]
        for letter, words, cite, line in (
            ("А", one.a, one.a_cite, block[0]),
            ("Б", one.b, one.b_cite, block[1]),
        ):
            assert line.strip() == f"{letter}: {words.ru}" + (f" ({cite.label.ru})" if cite else "")
        assert (one.stricter is not None) == block[2].startswith("    строже: ")


def test_json_holds_every_difference_and_no_other_key():
    code, out, _ = run(*NAMES, "--json", "--lang", "en")
    answer = json.loads(out)
    assert code == 1
    assert answer.keys() == {"a", "b", "on", "differences"}
    assert (answer["a"]["profile"], answer["b"]["profile"], answer["on"]) == (*NAMES, None)
    assert len(answer["differences"]) == len(compare(*(load_profile(name).latest for name in NAMES)))
    assert all(one.keys() == KEYS for one in answer["differences"])


def test_a_day_picks_the_editions(tmp_path):
    text = SMALL.read_text(encoding="utf-8")
    amended = tmp_path / "amended.yaml"
    more = (places.TESTS / "profiles" / "amended.yaml").read_text(encoding="utf-8")
    amended.write_text(text + more, encoding="utf-8")
    assert run(SMALL, amended, "--on", "2024-02-29")[0] == 0
    code, out, _ = run(SMALL, amended, "--on", "2024-03-01")
    assert code == 1
    assert "не менее 2/3 от числа членов группы" in out
    assert "строже: Б" in out
    assert run(SMALL, amended)[0] == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("kemerovo",), 2),
        (("kemerovo", "kemerovo", "--on", "2024-02-30"), 2),
        (("-", "-"), 2),
        (("kemerovo", "kemerova"), 1),
        (("kemerovo", "novokuznetsk_district", "kemerovo"), 2),
    ],
)
def test_misuse_ends_with_2_and_a_profile_that_is_none_with_1(words, code):
    found, out, err = run(*words)
    assert found == code
    assert err
    assert not out


def test_the_help_tells_the_exit_code():
    code, out, _ = run("--help")
    assert code == 0
    assert "код 1" in out


# ─── Свидетель ───────────────────────────────────────────────────────────────────────────────────────────


def outcomes(command, answers):
    if command == "meeting":
        return [(one["quorum"]["outcome"], [item["adopted"] for item in one["items"]]) for one in answers]
    return [one["verdict"]["outcome"] for one in answers]


def judged(command, file, *more):
    result = CliRunner().invoke(app, [command, str(file), *more, "--json"])
    assert result.stdout
    return outcomes(command, [json.loads(line) for line in result.stdout.splitlines()])


@pytest.fixture
def shortly(monkeypatch):
    """By day fewer cases are tried, and the first that is found is not made smaller.

    That it is made as small as it can be the example of `law189.testing.witness` shows by day too.
    """
    first_found(monkeypatch, "law189.testing.witness")
    monkeypatch.setattr("law189.cli.differences.EXAMPLES", size(60, 200))


@pytest.mark.usefixtures("shortly")
def test_a_witness_is_a_meeting_that_the_command_meeting_decides_differently(tmp_path):
    code, out, _ = run(*NAMES, "--witness", "--json")
    found = json.loads(out)["witness"]
    assert code == 1
    assert found["command"] == "meeting"
    assert [line["profile"] for line in found["lines"]] == [*NAMES]
    assert len({json.dumps({**line, "profile": ""}) for line in found["lines"]}) == 1
    assert found["a"] != found["b"]
    file = tmp_path / "witness.jsonl"
    file.write_text("".join(f"{json.dumps(line)}\n" for line in found["lines"]), encoding="utf-8")
    one, other = judged("meeting", file)
    assert one != other


@pytest.mark.usefixtures("shortly")
def test_a_witness_is_a_file_of_steps_where_the_group_decides_alike(tmp_path):
    other = written(tmp_path, "other.json", documents=[], paper=[], systems=[])
    code, out, _ = run("kemerovo", other, "--witness")
    lines = [line for line in out.splitlines() if line.startswith("{")]
    assert code == 1
    assert "law189 replay" in out
    file = tmp_path / "steps.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    assert judged("replay", file, "--profile", "kemerovo") != judged("replay", file, "--profile", str(other))


@pytest.mark.usefixtures("shortly")
def test_where_no_witness_is_found_that_is_said_and_proves_nothing(tmp_path):
    other = written(tmp_path, "other.json", control__value={"ru": "глава города"})
    code, out, _ = run("kemerovo", other, "--witness", "--lang", "en")
    assert code == 1
    assert "does not prove" in out
    assert not [line for line in out.splitlines() if line.startswith("{")]
    assert run("kemerovo", "kemerovo", "--witness")[1].splitlines()[-1] == "Различий нет, свидетеля не ищут."


def test_without_the_extra_it_is_said_what_to_install(monkeypatch):
    real = builtins.__import__

    def missing(name, *more, **others):
        if name == "law189.testing.witness":
            raise ModuleNotFoundError(name="hypothesis")
        return real(name, *more, **others)

    monkeypatch.setattr(builtins, "__import__", missing)
    code, out, err = run(*NAMES, "--witness")
    assert (code, out) == (2, "")
    assert "нужна добавка testing" in err
