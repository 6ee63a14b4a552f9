"""The year of a town, played through a casebook: what was planted is told, all else holds, the ledger balances."""

import json
import sys
from collections import Counter
from decimal import Decimal

import places
import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from law189.audit.bulk import audit
from law189.audit.finding import Finding
from law189.audit.schemas import schema_of
from law189.casebook.ledger import ledger
from law189.casebook.line import LINE
from law189.casebook.postings import postings
from law189.cli.app import app
from law189.verdict import Outcome

FINDINGS = places.EXAMPLES / "a_year_in_kemerovo.findings.jsonl"
SIZES = [
    pytest.param((6, 200), id="6 providers, 200 certificates"),
    pytest.param((60, 5000), id="60 providers, 5000 certificates", marks=pytest.mark.nightly),
]


@pytest.fixture(scope="module")
def example():
    """The module of the example, and its package."""
    with pytest.MonkeyPatch.context() as patched:
        patched.syspath_prepend(places.EXAMPLES)
        import a_year_in_kemerovo

        yield a_year_in_kemerovo
        for name in [one for one in sys.modules if one.partition(".")[0] in {"year", "a_year_in_kemerovo"}]:
            del sys.modules[name]


@pytest.fixture(scope="module", params=SIZES)
def year(request, example):
    """The town, its profile, and the year as the book took it."""
    town, profile = example.Town(*request.param), example.the_profile()
    return town, profile, example.play(town, profile)


def rows_of(played, example):
    return [example.finding(one) for one in played.found]


def test_the_findings_agree_with_the_file_line_by_line(year, example):
    rows = rows_of(year[2], example)
    expected = [json.loads(line) for line in FINDINGS.read_text(encoding="utf-8").splitlines()]
    differ = [pair for pair in zip(rows, expected, strict=False) if pair[0] != pair[1]]
    assert not differ[:3]
    assert len(rows) == len(expected) > 36


def test_each_planted_rule_tells_and_nothing_else_does(year):
    played = year[2]
    assert {(one.history, one.kind, one.rule) for one in played.found} == played.planted


def test_the_ledger_balances(year, example):
    """By the accounts, by the cases themselves, and by the plan of the town."""
    town, profile, played = year
    told = ledger(played.book.cases(), profile, example.LAST_DAY)
    assert example.differences(played.book, told, town) == []
    rendered = sum(row.rendered.amount for row in told.services)
    assert rendered > town.certificates * 50
    more = told._replace(services=tuple(row._replace(rendered=row.expired) for row in told.services))
    assert example.differences(played.book, more, town)  # it can fail


def test_the_audit_of_the_file_finds_what_the_book_found_step_by_step(year, example, tmp_path):
    town, profile, played = year
    file = tmp_path / "year.jsonl"
    example.write(file, (one.line for one in example.steps(town, profile)))
    with file.open(encoding="utf-8") as lines:
        read = [(number, LINE.validate_json(text)) for number, text in enumerate(lines, start=1)]
    days = [line.event.on for _, line in read]
    assert days == sorted(days)
    assert len(read) == played.handed
    found = [*audit(read, profile)]
    assert all(isinstance(one, Finding) for one in found)

    def told(one, line):
        text = None if one.outcome is Outcome.UNKNOWN else one.text  # what is decided asks for nothing more
        return one.history, one.lifecycle, one.kind, line, one.rule, one.outcome, text

    # a case that stands wrong on the last day has no line of its own in the book
    steps = [told(one, one.line) for one in found if one.rule != "reconciliation.rests_on"]
    standing = [told(one, 0) for one in found if one.rule == "reconciliation.rests_on"]
    assert Counter([*steps, *standing]) == Counter(told(one, one.line) for one in played.found)


def test_the_year_has_what_it_promises(year):
    town, _, played = year
    cases = list(played.book.cases())
    states = Counter((case.lifecycle, case.state) for case in cases)
    assert sum(1 for case in cases if case.id.startswith("certificate/") and case.id[12:].isdigit()) == (
        town.certificates + 2
    )
    events = [record.event for case in cases for record in case.records]
    kinds = Counter(event.kind for event in events)
    assert states["order", "closed"] == 1
    assert kinds["succeeded"] == 1
    assert [event.ground for event in events if event.kind == "excluded"].count("licence-lost") == 1
    exhausted = [one for one in events if getattr(one, "ground", None) == "limit-exhausted"]
    assert sum(event.on.month == 9 for event in exhausted) == 2
    for kind in ("moved", "annulled", "terminated", "expired", "claim_paid", "remainder_kept"):
        assert kinds[kind] > 3, kind
    assert sum(kinds[one] for one in ("remainder_kept", "remainder_returned")) == town.providers + 1
    paid = Counter(event.on.month for event in events if event.kind == "claim_paid")
    assert set(paid) >= {3, 4, 5, 6, 10, 11, 12}


def test_a_child_that_moves_takes_what_is_left_to_another_provider(year):
    town, _, played = year
    moving = [child for child in town.children if len(child.stays) == 2]
    assert moving
    for child in moving:
        before, after = (played.book.case(f"contract/{stay.contract}") for stay in child.stays)
        assert (before.state, after.state) == ("terminated", "fulfilled")
        assert played.book.case(f"certificate/{child.number}").state == "used"


def test_a_town_of_one_seed_is_one_town(example):
    towns = [example.Town(6, 60, seed) for seed in (1, 1, 2)]
    lines = [[one.line for one in example.steps(town, example.the_profile())] for town in towns]
    assert lines[0] == lines[1] != lines[2]


def test_nobody_has_a_name_and_every_line_is_as_the_schema_says(example):
    lines = [one.line for one in example.steps(example.Town(6, 60), example.the_profile())]
    schema = Draft202012Validator(schema_of("line"))
    kinds = {(one["lifecycle"], one["kind"]): one for one in lines}
    assert len(kinds) > 35
    assert all(map(schema.is_valid, kinds.values()))
    recipients = [one["recipient"] for one in lines if "recipient" in one]
    assert {key for one in recipients for key in one} == {"file", "born"}


def test_the_command_line_reads_what_the_example_writes(example, tmp_path, capsys):
    steps, profile, findings = tmp_path / "year.jsonl", tmp_path / "my.yaml", tmp_path / "findings.jsonl"
    size = ["--providers", "6", "--certificates", "60"]
    example.main([*size, "--write", str(steps), "--profile", str(profile), "--findings", str(findings)])
    assert "register of providers" in capsys.readouterr().out
    assert findings.read_text(encoding="utf-8") == FINDINGS.read_text(encoding="utf-8")
    ran = CliRunner().invoke(app, ["audit", str(steps), "--profile", str(profile), "--json"])
    assert ran.exit_code == 1
    *rows, summary = [json.loads(line) for line in ran.stdout.splitlines()]
    assert "summary" in summary
    assert len(rows) == len(findings.read_text(encoding="utf-8").splitlines())


def test_a_town_that_is_too_small_is_refused(example, capsys):
    with pytest.raises(SystemExit):
        example.main(["--providers", "5"])
    assert "from 6 to 900 providers" in capsys.readouterr().err


def test_the_amounts_of_every_posting_are_exact(year):
    amounts = [one.amount for case in year[2].book.cases() for one in postings(case)]
    assert all(isinstance(one, Decimal) for one in amounts)
