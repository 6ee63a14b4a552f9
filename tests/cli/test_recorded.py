"""What is done and reported, line by line: what contradicts itself, what is later, what there is none of."""

import copy
import json

import pytest
from typer.testing import CliRunner

from law189.cli.app import app
from law189.files.rewritten import rewritten
from law189.profile.federal import shipped_data
from law189.profile.loader import shipped_source

LATER = "после этого дня, и здесь не считается то, что сказано в строках"


def run(*words):
    found = CliRunner().invoke(app, [str(word) for word in words])
    assert found.exception is None or isinstance(found.exception, SystemExit)
    return found.exit_code, found.stdout, found.stderr


@pytest.fixture
def lines(tmp_path):
    def written(*records):
        file = tmp_path / "lines.jsonl"
        file.write_text("".join(f"{json.dumps(one)}\n" for one in records), encoding="utf-8")
        return file

    return written


@pytest.fixture
def changed(tmp_path):
    """The sample with a change."""

    def written(change):
        file = tmp_path / "my.yaml"
        file.write_text(rewritten(shipped_source("kemerovo"), change), encoding="utf-8")
        return file

    return written


# ─── What is of a later day ──────────────────────────────────────────────────────────────────────────────


def test_what_is_done_later_counts_for_nothing_and_its_line_is_told(lines):
    asked = ("plan", "kemerovo", "--on", "2023-10-05", "--done")
    days = ("2023-09-30", "2023-12-01", "2024-02-01")
    file = lines(*({"id": "app4.4", "done_on": day} for day in days))
    code, out, aside = run(*asked, file)
    assert (code, aside) == (0, f"{file}: {LATER}: 2 и 3\n")
    assert run(*asked, lines({"id": "app4.4", "done_on": days[0]})) == (0, out, "")


def test_an_event_of_a_later_day_has_not_come(changed, lines):
    term = {"kind": "after_months", "months": 1, "event": {"kind": "limits"}}
    profile = changed(lambda values: values["plan"][0].update(term=term))
    item = json.loads(run("plan", profile, "--on", "2024-02-01", "--json")[1])["items"][0]["id"]
    file = lines({"id": item, "event_on": "2024-01-31"})
    for day, due, aside in (("2024-01-30", None, f"{file}: {LATER}: 1\n"), ("2024-01-31", "2024-02-29", "")):
        asked = ("plan", profile, "--on", day, "--done", file)
        assert run(*asked)[2] == aside
        assert json.loads(run(*asked, "--json")[1])["items"][0]["due"] == due


@pytest.mark.parametrize(
    ("term", "due"),
    [
        ({"kind": "until"}, "2024-01-30"),
        ({"kind": "ahead", "days": 3, "unit": "calendar_days"}, "2024-01-28"),
        ({"kind": "ahead", "days": 3, "unit": "working_days"}, "2024-01-26"),
    ],
)
def test_an_event_to_come_counts_where_the_term_runs_up_to_it(changed, lines, term, due):
    """Nobody could keep such a term if its last day were known only after the event."""
    said = {**term, "event": {"kind": "other", "what": {"ru": "слушаний", "en": "hearings"}}}
    profile = changed(lambda values: values["plan"][0].update(term=said))
    item = json.loads(run("plan", profile, "--on", "2024-02-01", "--json")[1])["items"][0]["id"]
    file = lines({"id": item, "event_on": "2024-01-31"})
    for day in ("2023-12-01", due, "2024-01-30", "2024-01-31", "2024-02-05"):
        asked = ("plan", profile, "--on", day, "--done", file)
        assert run(*asked)[2] == ""
        told = json.loads(run(*asked, "--json")[1])["items"][0]
        assert (told["due"], told["event_on"]) == (due, "2024-01-31")
        assert (told["status"] == "overdue") is (day > due)
    both = lines({"id": item, "event_on": "2024-01-31", "done_on": "2024-01-20"})
    early = run("plan", profile, "--on", "2024-01-10", "--done", both)
    assert early[2] == f"{both}: {LATER}: 1\n"


def test_what_is_reported_later_counts_for_nothing_and_its_line_is_told(lines):
    file = lines({"id": "app5.1.1", "value": 5, "on": "2024-12-01"}, {"id": "app5.2.1", "value": True})
    code, _, aside = run("indicators", "kemerovo", "--reported", file, "--on", "2024-11-30")
    assert (code, aside) == (0, f"{file}: {LATER}: 1\n")
    assert run("indicators", "kemerovo", "--reported", file)[2] == ""  # without a day nothing is later


@pytest.mark.parametrize(
    ("command", "key", "record"),
    [
        (("plan", "--done"), "done_later", {"id": "app4.4", "done_on": "2023-12-01"}),
        (("indicators", "--reported"), "reported_later", {"id": "app5.1.1", "value": 5, "on": "2023-12-01"}),
    ],
)
def test_in_json_the_lines_of_a_later_day_are_a_list(command, key, record, lines):
    name, option = command
    for day, later in (("2023-11-30", [1]), ("2023-12-01", [])):
        _, out, aside = run(name, "kemerovo", option, lines(record), "--on", day, "--json")
        assert (json.loads(out)[key], aside) == (later, "")
    assert key not in json.loads(run(name, "kemerovo", "--on", "2023-12-01", "--json")[1])


# ─── What was done before the decree ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("ru", "исполнено раньше дня самого акта; это считается, но проверьте день; строки: 1 и 4"),
        ("en", "done before the day of the act itself; it counts, but check the day; the lines: 1, 4"),
    ],
)
def test_what_was_done_before_the_decree_counts_and_its_lines_are_told(lang, words, lines):
    """The decree is of 22.09.2023; the term of app4.5.1, «до 01.09.2023», was over by then."""
    days = {
        "app4.4": "2020-09-28",
        "app4.3.1": "2023-09-22",
        "app4.5.1": "2023-08-30",
        "app4.3.4": "2023-09-21",
    }
    file = lines(*({"id": item, "done_on": day} for item, day in days.items()))
    asked = ("plan", "kemerovo", "--on", "2023-10-05", "--done", file, "--lang", lang)
    code, out, aside = run(*asked)
    assert (code, aside) == (0, f"{file}: {words}\n")
    told = json.loads(run(*asked, "--json")[1])
    assert told["done_before_act"] == [1, 4]
    (order,) = (item for item in told["items"] if item["id"] == "app4.4")
    assert [part["outcome"] for part in order["verdict"]["parts"]] == ["holds"]
    assert ("28.09.2020" if lang == "ru" else "2020-09-28") in out


def test_of_a_term_that_comes_again_the_lines_are_told_that_count_for_a_year_that_binds(lines, tmp_path):
    """«2022 год, далее ежегодно до 1 сентября» of a decree of 22.09.2023: 2022 and 2023 were over by then."""
    whole = copy.deepcopy(dict(shipped_data()["municipalities"]["kemerovo"]))
    (row,) = (one for one in whole["plan"] if one["cite"] == "app4.4")
    row["term"] = {"kind": "year", "year": 2022, "then_yearly_before": "09-01"}
    path = tmp_path / "town.json"
    path.write_text(json.dumps(whole, ensure_ascii=False, default=str), encoding="utf-8")
    file = lines(*({"id": "app4.4", "done_on": day} for day in ("2022-12-30", "2023-08-31", "2023-09-10")))
    told = json.loads(run("plan", str(path), "--on", "2023-10-05", "--done", file, "--json")[1])
    assert told["done_before_act"] == [3]
    (row,) = (item for item in told["items"] if item["id"] == "app4.4")
    assert row["due"] == "2025-08-31"


# ─── What contradicts itself ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ({"value": 5}, {"value": 6}, False),
        ({"value": 1}, {"value": True}, False),
        ({"value": 5}, {"value": 5}, True),
        ({"value": 5, "on": "2024-01-01"}, {"value": 6, "on": "2024-01-01"}, False),
        ({"value": 5, "on": "2024-01-01"}, {"value": 6, "on": "2024-01-02"}, True),
        ({"value": 5, "year": 2023}, {"value": 6, "year": 2024}, True),
        ({"value": 5, "year": 2023}, {"value": 6, "year": 2023}, False),
        ({"value": 5}, {"value": 6, "on": "2024-01-02"}, True),
    ],
)
def test_two_values_of_one_day_and_year_contradict(one, other, agree, lines):
    file = lines({"id": "app5.1.1", **one}, {"id": "app5.2.1", "value": True}, {"id": "app5.1.1", **other})
    code, _, aside = run("indicators", "kemerovo", "--reported", file)
    if agree:
        assert (code, aside) == (0, "")
    else:
        assert code == 1
        assert aside.startswith(f"{file}:3:1 value: ")
        assert "в строке 1 " in aside


def test_values_of_two_years_are_two_answers_in_order_of_time(lines):
    two = [{"id": "app5.1.1", "value": value, "year": year} for value, year in ((5, 2024), (6, 2023))]
    for records in (two, two[::-1]):
        _, out, _ = run("indicators", "kemerovo", "--reported", lines(*records), "--json")
        found = [one for one in json.loads(out)["indicators"] if one["id"] == "app5.1.1"]
        assert [one["reported"] for one in found] == ["6", "5"]


def test_every_line_that_contradicts_is_told_with_both_values(lines):
    file = lines(*({"id": "app5.1.1", "value": value} for value in (5, 6, 7)))
    told = "of the same day and year in line 1; keep one, or give their days (on)"
    assert run("indicators", "kemerovo", "--reported", file, "--lang", "en")[2] == (
        f"{file}:2:1 value: the value is 6 here, and 5 {told}\n"
        f"{file}:3:1 value: the value is 7 here, and 5 {told}\n"
    )


def test_two_days_of_one_event_contradict(changed, lines):
    term = {"kind": "after_months", "months": 1, "event": {"kind": "limits"}}
    profile = changed(lambda values: values["plan"][0].update(term=term))
    item = json.loads(run("plan", profile, "--on", "2024-02-01", "--json")[1])["items"][0]["id"]
    days = ("2024-01-31", "2024-02-01")
    file = lines(*({"id": item, "event_on": day} for day in days))
    assert run("plan", profile, "--on", "2024-03-01", "--done", file) == (
        1,
        "",
        f"{file}:2:1 event_on: день события здесь — 01.02.2024, а в строке 1 — 31.01.2024; оставьте один\n",
    )
    twice = lines(*({"id": item, "event_on": days[0]} for _ in days))
    assert run("plan", profile, "--on", "2024-03-01", "--done", twice)[0] == 0


# ─── What there is none of ───────────────────────────────────────────────────────────────────────────────


def test_a_profile_without_a_plan_or_without_indicators_says_so(changed):
    keys = ("plan", "stages", "indicators", "goals", "factor_analysis")
    profile = changed(lambda values: [values.pop(key, None) for key in keys])
    told = "плана мероприятий в профиле на этот день нет\n"
    assert run("plan", profile, "--on", "2024-01-15") == (0, told, "")
    assert run("indicators", profile) == (0, "показателей в профиле нет\n", "")
    assert json.loads(run("plan", profile, "--on", "2024-01-15", "--json")[1])["items"] == []


def test_a_row_that_another_edition_has_is_told_to_be_of_that_one(lines, changed):
    act = {"id": "kemerovo-2", "number": "2", "date": "2024-01-10", "title": {"ru": "Об изменениях"}}
    gone = {"do": "repeal", "at": ["indicators", "app5.1.2"]}
    amendment = {"act": act, "since": "2024-02-01", "changes": [gone]}
    profile = changed(lambda values: values.update(amendments=[amendment]))
    file = lines({"id": "app5.1.2", "value": 5})
    code, _, told = run("indicators", profile, "--reported", file)
    assert code == 1
    assert "в другой редакции" in told
    assert "app5.1.1" not in told


def test_a_row_is_recorded_under_its_full_address_and_as_a_document_writes_it(lines):
    file = lines(
        {"id": "kemerovo-2993/app4.5.2", "done_on": "2023-09-20"},
        {"id": "п. 5.1 прил. 4", "done_on": "2023-09-21"},
    )
    code, told, _ = run("plan", "kemerovo", "--on", "2023-10-20", "--done", file, "--json")
    assert code == 0
    done = {one["id"] for one in json.loads(told)["items"] if one["status"] == "done"}
    assert {"app4.5.1", "app4.5.2"} <= done
