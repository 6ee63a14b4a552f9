"""The law of the number of a record: in every command it means the same line of the file.

An agreement is drawn with lines that leave no record before an annulment: steps without force by their state or by
who took them, lines that cannot be read. The annulment names the N-th line of the case.
"""

import json

import pytest
from books import agreed, certified, contracted, included, line, ordered
from filled import acts
from hypothesis import given, settings
from hypothesis import strategies as st
from night import size
from typer.testing import CliRunner

from law189.audit.lines.case_lines import CaseLines
from law189.cli.app import app
from law189.profile.federal import shipped_data

CASE, DAY = "agreement", "2024-03-20"
NOTHING = "lifecycle.annuls_nothing"
LINES = {
    "advance": ("advance_paid", "education", {"roubles": "10.00"}),
    "state": ("signed_by_provider", "provider", {"signature": "qualified"}),
    "stranger": ("advance_paid", "дворник", {"roubles": "10.00"}),
    "unread": ("advance_paid", "education", {"roubles": "x"}),
}
"""What may stand before the annulment: only an advance by whoever may pay it is a record to every command."""


def row(one):
    told = {"history": one.history, "lifecycle": one.lifecycle, **one.event.model_dump(mode="json")}
    more = {"refers_to": dict(one.refers_to)} if one.refers_to else {}
    return {**{key: value for key, value in told.items() if value is not None}, **more}


def step(kind, by, on, **facts):
    return {"history": CASE, "lifecycle": "agreement", "kind": kind, "on": on, "by": by, **facts}


def asked(*words):
    result = CliRunner().invoke(app, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.stdout


def reasons(verdict):
    yield verdict
    for part in verdict["parts"]:
        yield from reasons(part)


def told_of(verdict):
    """Which record the verdict names, by which rules it is refused, and the line that it names."""
    found = [one for one in reasons(verdict) if one["outcome"] != "holds" and "record" in one["facts"]]
    return (
        {one["facts"]["record"] for one in found},
        {one["rule"] for one in found},
        {one["facts"]["line"] for one in found if "line" in one["facts"]},
    )


@pytest.fixture(scope="module")
def profile(tmp_path_factory):
    path = tmp_path_factory.mktemp("profile") / "kemerovo.json"
    data = {**shipped_data()["municipalities"]["kemerovo"], "adopted": list(acts())}
    path.write_text(json.dumps(data, default=str), encoding="utf-8")
    return path


@given(
    st.lists(st.sampled_from(list(LINES)), min_size=1, max_size=5),
    st.integers(0, 3),
)
@settings(max_examples=size(6, 300))
def test_the_number_of_a_record_means_one_line_to_every_command(profile, tmp_path_factory, drawn, back):
    before = [row(one) for one in (*ordered(), *included(), *agreed(), *certified(), *contracted())]
    more = [step(LINES[one][0], LINES[one][1], "2024-03-04", **LINES[one][2]) for one in drawn]
    own = [at for at, one in enumerate([*before, *more], start=1) if one["history"] == CASE]
    number = max(1, len(own) - back)
    target, what = own[number - 1], ["record"] * 3 + drawn
    undo = step("record_annulled", "education", "2024-03-05", record=number, reason="ошибка")
    file = tmp_path_factory.mktemp("steps") / "steps.jsonl"
    rows = [*before, *more, undo]
    file.write_text("".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in rows), encoding="utf-8")
    given_to = (file, "--profile", profile, "--json")
    kind = what[number - 1]

    found = [json.loads(one) for one in asked("audit", *given_to).splitlines()]
    audited = [one for one in found if one.get("line") == len(rows) and "rule" in one]
    replayed = [json.loads(one) for one in asked("replay", *given_to).splitlines()]
    [undone] = [one for one in replayed if one.get("kind") == "record_annulled"]
    told = {"replay": undone["verdict"]}
    for command in ("ledger", "due", "options"):
        answer = json.loads(asked(command, *given_to, "--on", DAY))
        refused = [one for one in answer["refused"] if one["kind"] == "record_annulled"]
        assert bool(refused) is not undone["accepted"], command
        told.update((command, one["verdict"]) for one in refused)
    if kind == "advance" and "advance" not in drawn[number - 3 :]:
        assert undone["accepted"]
        assert not audited
    for verdict in told.values():
        if undone["accepted"]:
            continue
        records, rules, lines = told_of(verdict)
        assert records == {number}
        if kind in ("state", "stranger", "unread"):
            assert rules == {NOTHING}
            assert lines == {target}
    for one in audited:
        assert one["facts"]["record"] == number
        assert one["facts"]["line"] == target
        if kind in ("state", "unread"):
            assert (one["rule"], one["cause"]) == (NOTHING, target)


def test_a_line_counts_once_and_in_its_place():
    lines = CaseLines()
    for number in (5, 2, 9, 5):
        lines.add("a", number)
    assert list(lines.of("a")) == [2, 5, 9]
    assert [lines.line("a", one) for one in (0, 1, 3, 4)] == [None, 2, 9, None]
    assert list(lines.of("b")) == []
    assert lines.place("a", 9) == 3
    assert line(CASE, "agreement", "completed", "2024-12-31", "education").history == CASE
