"""The commands `register` and `ledger`: their words, their JSON, their files and their exit codes."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import places
import pytest
import stories
from typer.testing import CliRunner

from law189.audit.replay import Replay
from law189.casebook.ledger import ledger
from law189.casebook.registers import RegisterKind, difference, register
from law189.casebook.report import report_of
from law189.cli.app import app
from law189.profile.loader import load_profile
from law189.report.executed import report_lines, report_page
from law189.report.ledger import ledger_lines, ledger_page
from law189.report.registers import register_table
from law189.report.style import GENERATOR
from law189.workflows import order


def run(*words: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def lines_of(story: Any) -> list[dict[str, Any]]:
    found = []
    for event, decision in story.steps:
        facts = event.model_dump(mode="json", exclude_none=True)
        facts["by"] = facts["by"].replace("clerk", "education")  # whom the profile knows
        line = apart({"history": story.id, "lifecycle": story.cycle.name, **facts})
        found.append(line if decision is None else {**line, "decision": decision.model_dump(mode="json")})
    return found


NUMBERS = {"order": "2024/9", "agreement": "77", "contract": "50"}


def apart(line: dict[str, Any]) -> dict[str, Any]:
    """The line under a number that no other case names: each life is right alone, and is no part of the others."""
    if line["lifecycle"] == "contract":  # with a provider of its own
        line = json.loads(json.dumps(line).replace(stories.INN, "4205000016"))
        line |= {"certificate": {**line["certificate"], "number": "18"}} if "certificate" in line else {}
        entry = line.get("provider")
        line |= {"provider": {**entry, "record": "13"}} if isinstance(entry, dict) else {}
    return {**line, "number": NUMBERS[line["lifecycle"]]} if line.get("number") in ("1", "5", "7") else line


def told_in(file: Path) -> list[Any]:
    """The cases of the file, each judged alone."""
    replayed = Replay(stories.KEMEROVO, "steps.jsonl")
    assert all(step.accepted for _, step in replayed.read(file))
    assert not replayed.together
    return list(replayed.histories.values())


def steps(folder: Path, *told: Any) -> Path:
    path = folder / "steps.jsonl"
    lines = [line for story in told for line in lines_of(story)]
    path.write_text("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The five lives that carry the services, under one id each."""
    own = [stories.STORIES[name] for name in ("order", "selection", "certificate", "contract")]
    return steps(tmp_path, *own, stories.AGREEMENT._replace(id="agreement-7"))


BY = ("--profile", "kemerovo")


def test_the_register_is_told_row_by_row(file):
    code, out, _ = run("register", "providers", file, *BY, "--on", "2023-12-31")
    assert code == 0
    assert out.splitlines()[:3] == [
        "Реестр исполнителей услуг, на 31.12.2023",
        "номер реестровой записи: 12",
        "    дата включения: 04.10.2023",
    ]
    assert "    номер соглашения: 77" in out.splitlines()
    assert "    дело и записи: 12: 4; agreement-7: 5" in out.splitlines()
    code, out, _ = run("register", "recipients", file, *BY, "--on", "2024-12-31", "--lang", "en")
    assert out.splitlines()[0] == "Register of recipients of the social certificate, on 2024-12-31"
    assert "    nominal: 72.50 person-hours" in out.splitlines()


def test_an_empty_register_says_so(file):
    assert run("register", "providers", file, *BY, "--on", "2023-10-01")[1].splitlines()[1] == "записей нет"


def test_json_is_what_the_library_says(file):
    code, out, _ = run("register", "providers", file, *BY, "--on", "2023-12-31", "--json")
    told = json.loads(out)
    histories = told_in(file)
    on = stories.date(2023, 12, 31)
    expected = register(RegisterKind.PROVIDERS, histories, stories.KEMEROVO, on)
    assert code == 0
    assert {name: told[name] for name in ("register", "on", "rows")} == expected.as_json()
    assert {name: told[name] for name in ("profile", "refused", "errors")} == {
        "profile": "kemerovo",
        "refused": [],
        "errors": [],
    }
    assert sorted(told["later"]) == ["17", "5"]
    _, out, _ = run(
        "register", "providers", file, *BY, "--on", "2023-12-31", "--since", "2023-10-06", "--json"
    )
    before = register(RegisterKind.PROVIDERS, histories, stories.KEMEROVO, stories.date(2023, 10, 6))
    assert json.loads(out)["changed"] == difference(before, expected).as_json()["changed"]


def test_what_changed_since_a_day_is_told_with_what_became_of_each_row(file):
    words = ("register", "providers", file, *BY, "--on", "2023-12-31", "--since")
    _, out, _ = run(*words, "2023-10-06")
    assert [line for line in out.splitlines() if line.startswith("что изменилось: ")] == [
        "что изменилось: изменена, было",
        "что изменилось: изменена, стало",
    ]
    assert out.splitlines()[0].endswith("на 31.12.2023; что изменилось после 06.10.2023")
    assert "что изменилось: добавлена" in run(*words, "2023-10-03")[1]
    code, _, err = run(*words, "2023-12-31")
    assert code == 2
    assert "нужен день раньше 2023-12-31" in err


def test_a_row_of_an_entry_made_in_error_is_gone(tmp_path):
    file = steps(tmp_path, stories.SELECTION._replace(steps=stories.SELECTION.steps[:3]))
    _, out, _ = run("register", "providers", file, *BY, "--on", "2023-10-06", "--since", "2023-10-05")
    assert "что изменилось: выбыла" in out.splitlines()


def test_csv_and_html_are_written_and_hold_the_table(file, tmp_path):
    told, page = tmp_path / "out.csv", tmp_path / "out.html"
    words = ("register", "recipients", file, *BY, "--on", "2024-12-31")
    code, out, err = run(*words, "--csv", told, "--html", page)
    assert (code, out) == (0, "")
    assert [line.rpartition(": ")[2] for line in err.splitlines()] == ["записан", "записан"]
    found = register(RegisterKind.RECIPIENTS, told_in(file), stories.KEMEROVO, stories.date(2024, 12, 31))
    table = register_table(found, "ru")
    with told.open(encoding="utf-8-sig", newline="") as opened:
        assert list(csv.reader(opened, delimiter=";")) == [list(row) for row in (table.heads, *table.rows)]
    written = page.read_text(encoding="utf-8")
    assert written.startswith(f"<!DOCTYPE html>\n{GENERATOR}")
    assert all(f">{cell}<" in written for row in table.rows for cell in row if cell)
    code, _, err = run(*words, "--csv", told)
    assert code == 1
    assert "файл уже есть" in err
    assert run(*words, "--html", page)[0] == 0


def test_what_of_the_file_was_not_taken_is_told_and_ends_with_1(tmp_path):
    undecided = stories.SELECTION._replace(steps=[(stories.SELECTION.steps[0][0], None)])
    file = steps(tmp_path, undecided, stories.AGREEMENT._replace(id="agreement-7"))
    code, out, err = run("register", "providers", file, *BY, "--on", "2023-12-31")
    assert code == 1
    assert "шаг не принят" in err
    assert "записей нет" in out


def test_a_register_that_there_is_not_is_wrong_usage(file):
    code, _, err = run("register", "provider", file, *BY, "--on", "2023-12-31", "--lang", "en")
    assert code == 2
    assert "there is no register «provider»; did you mean «providers»?" in err


# ─── ledger ──────────────────────────────────────────────────────────────────────────────────────────────


def test_the_ledger_is_told_part_by_part(file):
    code, out, _ = run("ledger", file, *BY, "--on", "2024-12-31")
    assert code == 0
    assert out.splitlines() == list(ledger_lines(whole_ledger(file), "ru"))
    assert "    оказано: 20" in out.splitlines()


def test_the_ledger_tells_the_records_of_each_figure_where_that_is_asked(file):
    code, out, _ = run("ledger", file, *BY, "--on", "2024-12-31", "--records")
    assert code == 0
    assert out.splitlines() == list(ledger_lines(whole_ledger(file), "ru", records=True))


def whole_ledger(file: Path, **how: Any) -> Any:
    return ledger(told_in(file), stories.KEMEROVO, stories.date(2024, 12, 31), **how)


def test_the_ledger_in_json_is_what_the_library_says(file):
    told = json.loads(run("ledger", file, *BY, "--on", "2024-12-31", "--json")[1])
    expected = whole_ledger(file).as_json()
    assert {name: told[name] for name in expected} == expected
    assert (told["profile"], told["errors"]) == ("kemerovo", [])


def test_the_ledger_of_one_service(file):
    words = ("ledger", file, *BY, "--on", "2024-12-31", "--json", "--service")
    own = json.loads(run(*words, stories.SERVICE.replace(".", ""))[1])
    assert own["services"] == whole_ledger(file).as_json()["services"]
    assert json.loads(run(*words, stories.KEMEROVO.latest.services[1].number)[1])["services"] == []


def test_the_ledger_as_a_page(file, tmp_path):
    page = tmp_path / "ledger.html"
    code, out, err = run("ledger", file, *BY, "--on", "2024-12-31", "--html", page, "--lang", "en")
    assert (code, out) == (0, "")
    assert err.endswith("written\n")
    assert page.read_text(encoding="utf-8") == ledger_page(whole_ledger(file), "en")


def test_a_day_sees_no_later_line(file):
    told = json.loads(run("ledger", file, *BY, "--on", "2023-10-04", "--json")[1])
    assert [row["formed"]["amount"] for row in told["services"]] == ["0"]


# ─── The execution of an order ───────────────────────────────────────────────────────────────────────────


def executed(file):
    cases = told_in(file)
    on = stories.date(2024, 12, 31)
    number = next(cases[0].events(order.Drafted)).number
    return number, report_of(cases, stories.KEMEROVO, number, on)


def test_the_execution_of_an_order_is_told_in_words_in_json_and_on_a_page(file, tmp_path):
    number, expected = executed(file)
    words = ("report", file, *BY, "--order", number, "--on", "2024-12-31")
    for lang in ("ru", "en"):
        code, out, _ = run(*words, "--lang", lang)
        assert (code, out.splitlines()) == (0, list(report_lines(expected, lang)))
    assert json.loads(run(*words, "--json")[1]).items() >= expected.as_json().items()
    page = tmp_path / "out.html"
    code, out, _ = run(*words, "--html", page)
    assert (code, out, page.read_text(encoding="utf-8")) == (0, "", report_page(expected, "ru"))
    assert GENERATOR in page.read_text(encoding="utf-8")


def test_an_order_that_is_not_there_is_a_fault_with_what_is(file):
    code, out, err = run("report", file, *BY, "--order", "2031/7", "--on", "2024-12-31")
    assert (code, out) == (1, "")
    assert "заказа «2031/7» в делах нет" in err
    code, out, _ = run(
        "report", file, *BY, "--order", "2031/7", "--on", "2024-12-31", "--json", "--lang", "en"
    )
    assert code == 1
    assert "the cases have no order «2031/7»" in json.loads(out)["errors"][0]["message"]
    assert run("report", file, *BY, "--on", "2024-12-31")[0] == 2


def test_what_the_execution_of_an_order_does_not_take_ends_with_1_and_hides_nothing(file):
    number, expected = executed(file)
    with file.open("a", encoding="utf-8") as more:
        more.write('{"history": "x", "lifecycle": "order", "kind": "drafted", "on": "2024-12-30"}\n')
    code, out, err = run("report", file, *BY, "--order", number, "--on", "2024-12-31")
    assert (code, out.splitlines()) == (1, list(report_lines(expected, "ru")))
    assert ":{}:".format(len(file.read_text(encoding="utf-8").splitlines())) in err


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("физра", "номер услуги «физра» не читается; знаков без точек: 5, нужно: 21; "),
        ("", "номер услуги пуст; "),
        ("  ", "номер услуги пуст; "),
        (
            "804200O.99.0.BB52AE11000",
            "номер услуги «804200O.99.0.BB52AE11000» не читается; в нём латинские буквы; ",
        ),
        (
            "804200О.99.0.ББ52АЖ99000",
            "услуги «804200О.99.0.ББ52АЖ99000» нет ни в профиле, ни в делах; возможно, вы имели в виду ",
        ),
    ],
)
def test_a_service_that_nothing_names_is_told_and_ends_with_1(said, told, file):
    code, out, errors = run("ledger", file, *BY, "--on", "2024-12-31", "--service", said)
    assert (code, out) == (1, "")
    assert errors.splitlines()[-1].startswith(f"{file}: {told}")


def test_a_service_of_the_profile_or_of_a_case_may_have_nothing_moved(tmp_path):
    drafted = steps(tmp_path, stories.STORIES["order"]).read_text(encoding="utf-8").splitlines()[0]
    of_case = json.loads(drafted)["lines"][0]["service"]
    (alone := tmp_path / "one.jsonl").write_text(f"{drafted}\n", encoding="utf-8")
    of_profile = load_profile("kemerovo").latest.services[0].number
    assert of_case != of_profile
    for said in (of_profile, of_case, of_case.replace(".", "").lower()):
        code, out, errors = run(
            "ledger", alone, "--profile", "kemerovo", "--on", "2024-12-31", "--service", said
        )
        assert (code, out.splitlines()[1]) == (0, "ничего не проведено"), errors


# ─── A file that leaves to its own cases what they show ──────────────────────────────────────────────────


def year_of_the_page(folder: Path) -> tuple[list[dict[str, Any]], Path]:
    """The lines of the page on many cases, and the profile that it makes."""
    written = (places.ROOT / "docs/howto/many.md").read_text(encoding="utf-8")
    (told,) = re.findall(r"<!-- year.jsonl -->\n```json\n(.*?)```", written, flags=re.DOTALL)
    profile = folder / "my.yaml"
    run("copy", "kemerovo", profile)
    with profile.open("a", encoding="utf-8") as file:
        file.write((places.ROOT / "examples/adopted_acts.yaml").read_text(encoding="utf-8"))
    return [json.loads(line) for line in told.splitlines()], profile


def without_extracts(line: dict[str, Any]) -> dict[str, Any]:
    """The line that names the cases whose extracts it had."""
    held = {name: fact for name, fact in line.items() if isinstance(fact, dict) and "as_of" in fact}
    named = {name: fact.get("number", fact.get("record")) for name, fact in held.items()}
    rest = {name: fact for name, fact in line.items() if name not in held}
    return {**rest, "refers_to": named} if named else rest


@pytest.mark.parametrize("of", [("register", "providers"), ("register", "recipients"), ("ledger",), ("due",)])
@pytest.mark.parametrize("backwards", [False, True])
def test_what_the_cases_of_the_file_show_need_not_be_handed_in(of, backwards, tmp_path):
    """Without any extract, and with the cases in any order, the answer is the same as with them."""
    lines, profile = year_of_the_page(tmp_path)
    bare = [without_extracts(line) for line in lines]
    assert sum(map(len, bare)) < sum(map(len, lines))
    if backwards:
        cases = list(dict.fromkeys(line["history"] for line in bare))
        bare.sort(key=lambda line: -cases.index(line["history"]))
    answers = []
    for name, said in (("full", lines), ("bare", bare)):
        path = tmp_path / f"{name}.jsonl"
        path.write_text("".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in said), encoding="utf-8")
        code, out, err = run(*of, path, "--profile", profile, "--on", "2024-06-01", "--json")
        assert err == ""
        told = json.loads(out)
        if "histories" in told:
            told["histories"].sort(key=lambda one: one["history"])
        answers.append((code, told))
    assert answers[0] == answers[1]


def test_a_step_whose_extract_no_case_of_the_file_shows_is_told_to_be_refused(tmp_path):
    lines, profile = year_of_the_page(tmp_path)
    bare = [{name: fact for name, fact in line.items() if name != "agreement"} for line in lines]
    path = tmp_path / "alone.jsonl"
    alone = [line for line in bare if line["lifecycle"] != "agreement"]
    path.write_text("".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in alone), encoding="utf-8")
    code, _, err = run("ledger", path, "--profile", profile, "--on", "2024-03-01", "--lang", "en")
    assert code == 1
    assert "the step was refused" in err
