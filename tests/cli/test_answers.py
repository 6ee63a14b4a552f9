"""Whatever a command answers with `--json` is as the schemas of that command say, in both languages, faults too."""

import json
import re
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
import typer
from books import certified, contracted, fulfilled, included, line, ordered, town
from cases_at_hand import FULL_TIME
from filled import acts
from jsonschema import Draft202012Validator
from places import EXAMPLES, PROFILES, ROOT
from steps_files import text_of
from typer.testing import CliRunner

from law189 import load_profile
from law189.audit.meeting import MeetingRecord
from law189.audit.replay import Replay
from law189.audit.schemas import ANSWERS, SCHEMAS, schema_of
from law189.casebook.cycles import CYCLES
from law189.casebook.known import Made
from law189.casebook.ledger import Ledger
from law189.casebook.ledger_rows import Figure, MoneyRow, VolumeRow
from law189.casebook.report import OrderReport, Outside
from law189.cli.app import app
from law189.files.disk import read_file
from law189.measures import Unit
from law189.profile.federal import shipped_data

COMMANDS = typer.main.get_command(app).commands
ANSWERED = {*(name for names in ANSWERS.values() for name in names), "faults"}
READ = {"done", "events", "history", "line", "meeting", "planned-meeting", "profile", "reported", "row"}
OPEN = {"schema-answer"}
"""The answer of `schema` with a name is any JSON Schema."""


@cache
def validator(name):
    return Draft202012Validator(schema_of(name))


def values(text):
    """The JSON values of an output: one that is written over lines, or one a line."""
    found, decoder = [], json.JSONDecoder()
    while text := text.lstrip():
        value, end = decoder.raw_decode(text)
        found.append(value)
        text = text[end:]
    return found


def wrong(command, value):
    """Why the value is as no schema of the command says."""
    names = (*ANSWERS[command], "faults")
    told = {name: list(validator(name).iter_errors(value)) for name in names}
    if not all(told.values()):
        return []
    return [f"{name} {one.json_path}: {one.message[-200:]}" for name, found in told.items() for one in found]


# ─── Один ответ на всё ───────────────────────────────────────────────────────────────────────────────────


def test_one_place_says_of_every_command_with_json_what_its_answers_are():
    with_json = {
        name for name, command in COMMANDS.items() if any("--json" in param.opts for param in command.params)
    }
    assert with_json == COMMANDS.keys()
    assert ANSWERS.keys() == with_json
    assert SCHEMAS.keys() >= ANSWERED
    assert SCHEMAS.keys() - ANSWERED - READ == {"duty", "option", "verdict"}  # parts of other answers


def pages():
    return [(ROOT / f"docs/reference/json{lang}.md").read_text(encoding="utf-8") for lang in ("", ".ru")]


def test_the_page_says_of_every_command_which_schemas_its_answers_have():
    for page in pages():
        rows = re.findall(r"^\| `law189 ([\w-]+)` \| (.*) \|$", page, re.MULTILINE)
        assert {name: tuple(re.findall(r"`([\w-]+)`", told)) for name, told in rows} == ANSWERS


@pytest.mark.parametrize("name", sorted(ANSWERED - OPEN))
def test_an_answer_has_no_key_that_its_schema_does_not_name(name):
    def closed(schema):
        if isinstance(schema, dict):
            named = schema.get("properties")
            yield from [] if named is None else [schema.get("additionalProperties") is False]
            for key, one in schema.items():
                yield from () if key in ("x-law189", "examples") else closed(one)
        elif isinstance(schema, list):
            for one in schema:
                yield from closed(one)

    assert all(closed(schema_of(name)))


# ─── Ответы на деле ──────────────────────────────────────────────────────────────────────────────────────


def told_steps():
    """A town with a contract, a step that is refused, and a case of a later year."""
    yield from town()
    yield from certified("c2", number="К-2", file="18")
    yield from contracted()
    yield from contracted("k2", number="Д-2", certificate="К-2", on="2024-02-02")
    yield from fulfilled()
    yield from included("other", inn="4205000016", record="2")
    out = {"ground": "own-request", "because": "заявление № 3"}
    yield line("other", "selection", "excluded", "2024-03-01", "education", **out)
    yield line("order", "order", "closed", "2024-02-01", "education")
    yield from ordered("next", number="2027/1", year=2027)


FAULTY = (
    '{"history": "bad", "lifecycle": "contract", "kind": "offred", "on": "2024-01-10", "by": "provider"}\n'
)


def meetings(profile):
    """Records of a year."""
    for day in ("2023-10-02", "2024-02-01", "2024-09-30"):
        yield load_example() | {"profile": profile, "held_on": day, "agenda": {"approved_by": "chair"}}


def load_example():
    record = MeetingRecord.model_validate(read_file(EXAMPLES / "meeting.yaml").plain())
    return record.model_dump(mode="json", exclude_none=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """What the commands are given: steps, a profile, meetings, saved histories, what is done and reported."""
    folder = tmp_path_factory.mktemp("answers")
    steps, profile = folder / "steps.jsonl", folder / "town.json"
    steps.write_text(text_of(told_steps()), encoding="utf-8")
    profile.write_text(json.dumps(of_town(), default=str), encoding="utf-8")
    with steps.open("a", encoding="utf-8") as file:
        file.write(FAULTY)
    replayed = Replay(load_profile(profile), str(steps), together=True)
    list(replayed.read(steps))
    saved = [CYCLES[one.lifecycle].dump(one) for one in replayed.histories.values()]
    put(folder / "saved.jsonl", *saved)
    order = next(one for one in replayed.histories.values() if one.lifecycle == "order")
    rows = [CYCLES["order"].dump_record(order, number) for number in range(1, order.version + 1)]
    put(folder / "changed.json", [rows[0] | {"state": "closed"}, *rows[1:]])
    put(folder / "broken.json", {"schema": 99, "lifecycle": "order", "id": "1", "records": []})
    put(folder / "unnamed.json", {"schema": 2, "records": []})
    put(folder / "year.jsonl", *meetings(str(profile)))
    put(folder / "meetings.jsonl", *meetings("kemerovo"), load_example() | {"held_on": "завтра"})
    put(
        folder / "done.jsonl",
        {"id": "app4.4", "done_on": "2023-09-20"},
        {"id": "app4.1.1", "done_on": "2030-01-01"},
    )
    put(folder / "bad.jsonl", {"id": "nothing", "value": "x", "done_on": "вчера"})
    put(
        folder / "reported.jsonl",
        {"id": "app5.2.1", "value": True},
        {"id": "app5.4.5", "value": "1", "on": "2030-01-01"},
    )
    for words in (("blank.yaml", "--blank"), ("sample.yaml", "--from", "kemerovo")):
        CliRunner().invoke(app, ["new", str(folder / words[0]), *words[1:]])
    return folder


def of_town():
    """Kemerovo with its acts, a permitted deviation, a normative cost, and meetings of each month."""
    data, adopted = shipped_data()["municipalities"]["kemerovo"], list(acts())
    own = next(one for one in adopted if "order-forming" in one["adopts"])
    fill = {"slot": "order.permitted_deviation", "number": 5, "cite": f"{own['act']['id']}/p9"}
    own["fills"] = [*own["fills"], fill]
    cost = {"roubles": "150.25", "unit": "person-hours"}
    parameters = [{"services": [FULL_TIME], "normatives": [cost], "cite": "p1"}]
    group = {
        **data["working_group"],
        "meetings": {"value": {"at_least": 1, "per": "month"}, "cite": "app3.5.4"},
    }
    return {**data, "adopted": adopted, "parameters": parameters, "working_group": group}


def put(file, *lines):
    """The lines as JSON, one a line."""
    file.write_text("".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in lines), encoding="utf-8")


STEPS = ("{steps.jsonl}", "--profile", "{town.json}")
BY_DAY = (*STEPS, "--on", "2024-06-03")
RUNS = {
    "agenda": (("{examples}/meeting.yaml",), ("{meetings.jsonl}",)),
    "assumptions": ((),),
    "audit": (
        STEPS,
        (*STEPS, "--against", "kemerovo"),
        (*STEPS, "--on", "2024-01-31"),
        ("{nothing}", "--profile", "kemerovo"),
    ),
    "check": (
        ("kemerovo",),
        ("kemerovo", "{town.json}", "{profiles}/bad/values.yaml"),
        ("{blank.yaml}", "{sample.yaml}"),
        ("{profiles}/small.yaml",),
        ("{nothing}",),
    ),
    "convert": (
        ("{profiles}/older/small.yaml",),
        ("{profiles}/older/small.yaml", "{new}"),
        ("{steps.jsonl}",),
    ),
    "copy": (("kemerovo", "{new}"), ("kemerova", "{new}"), ("kemerovo", "{steps.jsonl}")),
    "demo": ((),),
    "diagram": (("meeting",), ("order", "--format", "svg"), ("orders",)),
    "diff": (("kemerovo", "novokuznetsk_district"), ("kemerovo", "kemerovo", "--on", "2024-01-01")),
    "due": (BY_DAY, (*BY_DAY, "--history", "order"), (*BY_DAY, "--history", "none")),
    "indicators": (
        ("kemerovo",),
        ("{town.json}", "--reported", "{reported.jsonl}", "--on", "2024-12-31"),
        ("{profiles}/towns/city.yaml", "--steps", "{steps.jsonl}", "--on", "2024-12-31"),
        ("kemerovo", "--reported", "{bad.jsonl}"),
    ),
    "ledger": (BY_DAY, (*BY_DAY, "--service", FULL_TIME), (*BY_DAY, "--service", "1")),
    "meeting": (("{examples}/meeting.yaml",), ("{year.jsonl}",), ("{meetings.jsonl}",)),
    "minutes": (("{examples}/meeting.yaml",), ("{bad.jsonl}",)),
    "new": (
        ("{new}", "--blank"),
        ("{new}", "--from", "kemerovo"),
        ("{new}",),
        ("{new}", "--from", "kemerova"),
    ),
    "options": (BY_DAY, (*BY_DAY, "--no-facts"), (*BY_DAY, "--history", "none")),
    "plan": (
        ("kemerovo", "--on", "2024-06-03"),
        (
            *("{town.json}", "--on", "2024-06-03", "--done", "{done.jsonl}"),
            *("--steps", "{steps.jsonl}"),
        ),
        ("kemerovo", "--on", "2024-06-03", "--done", "{bad.jsonl}"),
    ),
    "profiles": ((),),
    "provisions": ((),),
    "read": (("{book.xlsx}",), ("{book.xlsx}", "{new}"), ("{steps.jsonl}",)),
    "readings": ((),),
    "recheck": (
        ("{saved.jsonl}", "--profile", "{town.json}"),
        ("{saved.jsonl}", "--profile", "novokuznetsk_district"),
        ("{broken.json}", "--profile", "kemerovo"),
    ),
    "register": (
        ("providers", *BY_DAY),
        ("recipients", *BY_DAY),
        ("providers", *BY_DAY, "--since", "2023-11-01"),
        ("recipients", *BY_DAY, "--since", "2024-01-20"),
        ("recipients", "{nothing}", *BY_DAY[1:]),
    ),
    "replay": (STEPS, (*STEPS, "--history", "none")),
    "report": ((*BY_DAY, "--order", "2024/1"), (*BY_DAY, "--order", "2025/1")),
    "schema": ((), ("verdict",), ("verdicts",)),
    "show": (
        ("kemerovo",),
        ("{town.json}", "--on", "2024-01-01"),
        *(
            (f"{{profiles}}/{name}.yaml",)
            for name in ("adopted", "amended", "small", "towns/city", "towns/rare")
        ),
        ("kemerovo", "--origin"),
        ("{profiles}/adopted.yaml", "--origin"),
        ("{profiles}/bad/values.yaml",),
    ),
    "verify": (("{saved.jsonl}",), ("{changed.json}",), ("{unnamed.json}",), ("{broken.json}",)),
    "workbook": (("kemerovo", "{new}"), ("{nothing}", "{new}")),
}
"""What each command is run with; `{name}` is a file of the folder, `{new}` one that is not there yet."""
NO_FAULTS = ("assumptions", "check", "demo", "diff", "profiles", "provisions", "readings")
"""What is given no file and no name that is wrong; `check` tells of a file with faults as of any."""


def answers(command, words, folder, lang, new):
    """The JSON values that the command answers with."""
    places = {"examples": EXAMPLES, "profiles": PROFILES, "new": new}
    told = [
        re.sub(r"\{([^}]*)\}", lambda found: str(places.get(found[1], folder / found[1])), word)
        for word in words
    ]
    ran = CliRunner().invoke(app, [command, *told, "--json", "--lang", lang])
    assert ran.exit_code in (0, 1), (command, told, ran.output, ran.exception)
    return values(ran.stdout)


def test_every_command_is_run():
    assert RUNS.keys() == ANSWERS.keys()


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("command", RUNS)
def test_whatever_a_command_answers_is_as_its_schemas_say(command, lang, folder, tmp_path):
    if command == "read":
        CliRunner().invoke(app, ["workbook", "kemerovo", str(folder / "book.xlsx")])
    met = set()
    for number, words in enumerate(RUNS[command]):
        found = answers(command, words, folder, lang, tmp_path / str(number))
        assert found, words
        for value in found:
            assert not wrong(command, value), (words, wrong(command, value)[:5])
            met |= {name for name in (*ANSWERS[command], "faults") if validator(name).is_valid(value)}
    assert met == {*ANSWERS[command]} | ({"faults"} if command not in NO_FAULTS else set())


def test_rows_that_none_of_these_files_has_are_as_the_schemas_say():
    """A service without an order, and what was rendered outside the lines of one."""
    whole = {"profile": "kemerovo", "on": "2024-06-03", "later": ["c9"], "refused": [], "errors": []}
    some, day = Figure(Decimal("7.50"), (Made("k1", 3),)), date(2024, 6, 3)
    row = VolumeRow(FULL_TIME, 2024, Unit.PERSON_HOURS, None, (), *[some] * 7)
    money = MoneyRow(2024, None, *[some] * 4)
    told = Ledger(day, (row, row._replace(service=None)), (), (), (), (money,)).as_json()
    assert told["services"][0]["without_order"]
    assert not wrong("ledger", {**whole, **told})
    outside = (Outside(None, Unit.ROUBLES, some),)
    report = OrderReport("order", "2024/1", 2024, day, None, (), (), outside)
    assert not wrong("report", {**whole, **report.as_json()})
