"""The law of one file and one answer: what the audit says is without force, no other command lets stand.

Drawn worlds of cases, many of them wrong, are read as a file by every command that takes a file of steps. The first
step that the audit finds void is told as refused by each, with the rules of the audit; what was refused stands in
no figure; and a case has one state, whoever is asked. `ALONE` are the commands that judge each case alone.
"""

import json
import re
from contextlib import suppress
from datetime import date

import pytest
from book_worlds import worlds
from books import PROFILE as FILLED
from books import agreed, certified, contracted, included, ordered
from filled import acts
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from night import size
from places import EXAMPLES, ROOT
from pydantic import ValidationError
from typer.main import get_command
from typer.testing import CliRunner

from law189.audit.bulk import Audit, in_time
from law189.audit.replay import Replay
from law189.casebook.book import Casebook
from law189.casebook.extracted import ASKED
from law189.casebook.ledger import ledger
from law189.casebook.line import LINE
from law189.casebook.registers import RegisterKind, register
from law189.cli.app import app
from law189.cli.standing import standing_on
from law189.errors import FaultyInput, Refused
from law189.files.parser import read_tree
from law189.profile.federal import shipped_data
from law189.profile.loader import load_profile
from law189.verdict import Outcome

ACTS = read_tree((EXAMPLES / "adopted_acts.yaml").read_text(encoding="utf-8"), "adopted_acts.yaml").plain()
KEMEROVO = {**shipped_data()["municipalities"]["kemerovo"], "adopted": ACTS["adopted"]}
PROFILE = load_profile(KEMEROVO)
END = date(2025, 2, 1)
READ = {
    "due": (),
    "options": ("--no-facts",),
    "ledger": (),
    "report": ("--order", "1"),
    "register": (),
    "plan": (),
    "indicators": (),
    "replay": (),
    "audit": (),
}
"""Every command that takes a file of steps, with what else it must be given."""
ALONE = ("replay",)
"""Which of them judges each case alone, where no line names another case; its pages say so."""
ALONE_SAID = {
    "docs/howto/replay.ru.md": "каждое дело судят отдельно",
    "docs/howto/replay.md": "each case is judged alone",
}


FILLED_DATA = {**shipped_data()["municipalities"]["kemerovo"], "adopted": list(acts())}
YEAR = [*ordered(), *included(), *agreed(), *certified(), *contracted()]


def row(line):
    told = {"history": line.history, "lifecycle": line.lifecycle, **line.event.model_dump(mode="json")}
    more = {"refers_to": dict(line.refers_to)} if line.refers_to else {}
    return {**{key: one for key, one in told.items() if one is not None}, **more}


def run(*words):
    result = CliRunner().invoke(app, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def words_of(command, file, profile):
    given = ("--profile", profile, "--on", END, "--json")
    if command in ("plan", "indicators"):
        return command, profile, "--steps", file, "--on", END, "--json"
    if command == "register":
        return command, "recipients", file, *given
    if command in ("replay", "audit"):
        return command, file, "--profile", profile, "--json"
    return command, file, *given, *READ[command]


def written(folder, lines):
    path = folder / "steps.jsonl"
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in lines), encoding="utf-8")
    return path


def first_void(lines, profile=PROFILE):
    """The first line that the audit finds void, with the rules by which; None where there is none."""
    asked = Audit(profile)
    for number, line in in_time([(at, LINE.validate_python(one)) for at, one in enumerate(lines, 1)]):
        rules = {one.rule for one in asked.take(number, line) if one.outcome is Outcome.VOID}
        if rules:
            return number, rules
    return None


def naming(lines):
    """The lines, of which one names the case of its own extract: the file is a book to everybody."""
    if any(one.get("refers_to") for one in lines):
        return lines
    for at, one in enumerate(lines):
        for name in ("certificate", "agreement", "order", "contract"):
            event = type(LINE.validate_python(one).event)
            if "number" in (one.get(name) or ()) and name in dict(ASKED.get(event, ())):
                return [*lines[:at], {**one, "refers_to": {name: one[name]["number"]}}, *lines[at + 1 :]]
    return lines


def without(lines, out):
    """The lines without some; an annulment names the same line by the number that it has now."""
    left, places = [], {}
    for at, one in enumerate(lines, 1):
        place = None if out(at, one) else sum(1 for kept in left if kept["history"] == one["history"]) + 1
        places.setdefault(one["history"], []).append(place)
        if place is not None:
            of = (
                {"record": places[one["history"]][one["record"] - 1]}
                if one["kind"] == "record_annulled"
                else {}
            )
            left.append({**one, **of})
    return left


def void_rules(verdict):
    own = {verdict["rule"]} if verdict["outcome"] == "void" and not verdict["parts"] else set()
    return own.union(*(void_rules(part) for part in verdict["parts"]))


def told_refused(command, out):
    """Each line that the command tells as refused, with the rules by which it is void."""
    if command == "replay":
        steps = [json.loads(one) for one in out.splitlines()]
        return [
            ((one["history"], one["kind"], one["on"]), void_rules(one["verdict"]))
            for one in steps
            if "errors" not in one and not one["accepted"]
        ]
    told = json.loads(out)["refused"]
    return [((one["history"], one["kind"], one["on"]), void_rules(one["verdict"])) for one in told]


def test_every_command_that_takes_a_file_of_steps_is_asked():
    """What takes a file of steps says so in its help."""
    taking = {
        name
        for name, command in get_command(app).commands.items()
        for one in command.params
        if re.match(r"шаги\b", getattr(one, "help", None) or "")
    }
    assert taking == set(READ)


@pytest.mark.parametrize(("page", "words"), ALONE_SAID.items())
def test_what_judges_a_case_alone_says_so(page, words):
    assert words in (ROOT / page).read_text(encoding="utf-8").replace("\n", " ")


def another(line, **facts):
    return {**row(line), "history": "k2", **facts}


def second_contract():
    """A second contract for the service of a certificate which another contract occupies."""
    return [another(line, on="2024-02-15", **({"number": "Д-2"} if "number" in row(line) else {}))
            for line in contracted()]  # fmt: skip


SPOILT = {
    "a second contract": second_contract,
    "a number given twice": lambda: [another(next(iter(contracted())), on="2024-02-15")],
    "a second certificate": lambda: [
        {**row(line), "on": "2024-02-15", **({"number": "К-2"} if "number" in row(line) else {})}
        for line in certified("c2")
    ],
    "more than was ordered": lambda: [
        row(line) for line in certified("c2", number="К-2", file="18", nominal=9000)
    ],
}


@pytest.mark.parametrize("spoilt", SPOILT)
def test_what_the_audit_finds_void_is_refused_by_every_command(spoilt, tmp_path):
    every_command_refuses([*(row(one) for one in YEAR), *SPOILT[spoilt]()], tmp_path, FILLED_DATA)


@pytest.mark.nightly
@settings(max_examples=size(1, 200))
@given(lines=worlds())
def test_what_the_audit_finds_void_in_drawn_worlds_is_refused_by_every_command(tmp_path_factory, lines):
    assume(any(one.get("refers_to") for one in naming(lines)))
    every_command_refuses(naming(lines), tmp_path_factory.mktemp("one"), KEMEROVO)


def every_command_refuses(lines, folder, data):
    profile = folder / "my.json"
    profile.write_text(json.dumps(data, ensure_ascii=False, default=str), encoding="utf-8")
    file, found = written(folder, lines), first_void(lines, load_profile(data))
    said = None if found is None else tuple(lines[found[0] - 1][key] for key in ("history", "kind", "on"))
    answers = {}
    for command in READ:
        if command == "audit":
            continue
        code, out, _ = run(*words_of(command, file, profile))
        if command == "report" and "errors" in json.loads(out) and "rows" not in json.loads(out):
            continue  # no order was taken, and that is told
        refused = answers[command] = told_refused(command, out)
        if found is not None:
            assert code == 1, command
            assert (said, found[1]) in refused, (command, found, refused)
    everywhere = {json.dumps([(key, sorted(rules)) for key, rules in one]) for one in answers.values()}
    assert len(everywhere) == 1


@settings(max_examples=size(12, 1500))
@given(lines=worlds(), data=st.data())
def test_what_is_refused_is_in_no_figure_and_a_case_has_one_state(tmp_path_factory, lines, data):
    folder = tmp_path_factory.mktemp("one")
    file = written(folder, naming(lines))
    day = data.draw(st.sampled_from(sorted({date.fromisoformat(one["on"]) for one in lines})))
    standing = standing_on(file, day, PROFILE, None, "ru", True)
    out = {*standing.refused, *standing.faulty}
    taken = without(naming(lines), lambda at, one: at in out or one["on"] > day.isoformat())
    found = first_void(lines)
    if found is not None and lines[found[0] - 1]["on"] <= day.isoformat():
        assert found[0] in {**standing.refused, **standing.faulty}
    if not taken:
        return
    (again := folder / "again").mkdir()
    alone = standing_on(written(again, naming(taken)), day, PROFILE, None, "ru", True)
    assert not alone.refused
    for answer in (
        lambda one: ledger(one.of_lines, PROFILE, day).as_json(),
        lambda one: register(RegisterKind.PROVIDERS, one.of_lines, PROFILE, day).as_json(),
        lambda one: register(RegisterKind.RECIPIENTS, one.of_lines, PROFILE, day).as_json(),
        lambda one: {case.id: case.state for case in one.histories if case.version},
    ):
        assert without_records(answer(alone)) == without_records(answer(standing))
    as_book = without_records(ledger([*standing.shelf.cases()], PROFILE, day).as_json())
    assert without_records(ledger(standing.of_lines, PROFILE, day).as_json()) == as_book
    replayed = Replay(PROFILE, "steps.jsonl")
    until = [one for one in naming(lines) if one["on"] <= day.isoformat()]
    if any(one.get("refers_to") for one in until):
        [*replayed.read(written(again, until))]
        told = {one.id: one.state for one in replayed.histories.values()}
        assert told.items() >= {one.id: one.state for one in standing.histories}.items()


def without_records(told):
    if isinstance(told, dict):
        return {key: without_records(one) for key, one in told.items() if key != "made_by"}
    return [without_records(one) for one in told] if isinstance(told, list) else told


@settings(max_examples=size(8, 600))
@given(lines=worlds())
def test_the_file_takes_what_the_book_takes(tmp_path_factory, lines):
    """Where nothing is annulled, which a file counts otherwise, the lines are those that `Casebook` takes."""
    lines = naming([one for one in lines if one["kind"] != "record_annulled"])
    standing = standing_on(written(tmp_path_factory.mktemp("one"), lines), END, PROFILE, None, "ru", True)
    book, refused = Casebook(PROFILE), []
    for number, line in in_time([(at, LINE.validate_python(one)) for at, one in enumerate(lines, 1)]):
        try:
            book = book.take(line)
        except Refused:
            refused.append(number)
    assert sorted(refused) == sorted({**standing.refused, **standing.faulty})
    states = {one.id: one.state for one in standing.histories if one.version}
    assert states == {one.id: one.state for one in book.cases()}
    for case in book.cases():
        for option in book.options(case.id, END):
            taken = [one for one in steps_of(option, case) if book.judge(one).outcome is not Outcome.VOID]
            assert option.verdict.outcome is not Outcome.VOID or not taken


def steps_of(option, case):
    """The step with no fact but those of every step, by each of those who may take it."""
    for who in option.by or ():
        facts = {"kind": option.kind, "on": END.isoformat(), "by": who}
        with suppress(ValidationError):
            yield LINE.validate_python({"history": case.id, "lifecycle": case.lifecycle, **facts})


# ─── replay and the cases that lines name ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("stream", [False, True])
def test_replay_looks_up_the_cases_that_lines_name(stream, tmp_path):
    file = written(tmp_path, [row(one) for one in YEAR])
    replayed = Replay(FILLED, "steps.jsonl")
    if stream:
        steps = [replayed.take(at, one) for at, one in enumerate(YEAR, 1)]
    else:
        steps = [step for _, step in replayed.read(file)]
    assert all(step.accepted for step in steps)
    assert replayed.together
    assert replayed.anew == []
    asked = standing_on(file, END, FILLED, None, "ru", True)
    assert {one.id: one.state for one in asked.histories} == {
        one.id: one.state for one in replayed.histories.values()
    }


def test_a_file_that_names_no_case_is_judged_case_by_case(tmp_path):
    one, two = ({**row(next(iter(contracted()))), "history": history} for history in ("k1", "k2"))
    replayed = Replay(FILLED, "steps.jsonl")
    answers = [step for _, step in replayed.read(written(tmp_path, [one, two]))]
    assert [step.accepted for step in answers] == [True, True]
    assert not replayed.together
    standing = standing_on(tmp_path / "steps.jsonl", END, FILLED, None, "ru", True)
    assert [*standing.refused] == [2]


def test_an_earlier_line_of_a_stream_is_told_again_where_the_book_says_otherwise():
    one, two = (
        LINE.validate_python({**row(next(iter(contracted()))), "history": name}) for name in ("k1", "k2")
    )
    replayed = Replay(FILLED, "steps.jsonl")
    assert [replayed.take(at, line).accepted for at, line in enumerate((one, two), 1)] == [True, True]
    replayed.take(3, next(line for line in agreed() if line.refers_to))
    assert [(at, step.accepted) for at, step in replayed.anew if not isinstance(step, FaultyInput)] == [
        (2, False)
    ]
    assert replayed.histories["k2"].version == 0


def test_a_contract_whose_only_certificate_is_taken_is_not_possible():
    """The book has no certificate under which it may be concluded: options says why, of which certificate."""
    second = next({**row(line), "history": "k2"} for line in contracted()) | {
        "number": "Д-2",
        "on": "2024-02-15",
    }
    book = Casebook(FILLED)
    for line in (*YEAR, LINE.validate_python(second)):
        book = book.take(line)
    (option,) = [one for one in book.options("k2", date(2024, 2, 16)) if one.kind == "concluded"]
    assert option.verdict.outcome is Outcome.VOID
    assert "standing.formed" in {one.rule for one in option.verdict.reasons(Outcome.VOID)}
    for line in certified("c2", number="К-2", file="18"):
        book = book.take(line)
    (option,) = [one for one in book.options("k2", date(2024, 2, 16)) if one.kind == "concluded"]
    assert option.verdict.outcome is not Outcome.VOID
