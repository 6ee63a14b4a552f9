"""An unknown that a recorded decision has settled is told with who decided; nothing is asked, nothing is open."""

import csv
import json

import pytest
from books import PROFILE, certified, line
from typer.testing import CliRunner

from law189.audit.bulk import audit
from law189.audit.causes.settled import asking, settled
from law189.audit.summary import AuditCount
from law189.cli.app import app
from law189.report.findings import tell_finding, tell_summary
from law189.rules import RULES

WHO = "заместитель Главы города"
DECISION = {"by": WHO, "on": "2024-01-10", "reason": "акт ещё не принят"}


def decided(with_decision=True):
    """A certificate for which nobody shows an order: unknown, and decided."""
    more = {"decision": DECISION} if with_decision else {}
    return [*certified(**more)]


def found(lines):
    return [*audit(list(enumerate(lines, start=1)), PROFILE)]


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_words_say_who_decided_and_ask_for_nothing(lang):
    one, other = (
        next(one for one in found(decided(with_decision)) if one.rule == "standing.ordered")
        for with_decision in (True, False)
    )
    assert (one.decided_by, other.decided_by) == (WHO, None)
    assert f": {WHO})" in tell_finding(one, lang)
    assert WHO not in tell_finding(other, lang)
    assert other.text[lang].startswith(one.text[lang].rstrip("."))
    assert len(one.text[lang]) < len(other.text[lang])
    assert (one.open, other.open) == (False, True)


def test_a_settled_unknown_is_no_first_cause_of_the_summary():
    lines, tally = decided(), AuditCount()
    for number, one in enumerate(lines, start=1):
        tally.read(number, one)
    told = found(lines)
    for one in told:
        tally.found(one)
    summary = tally.summary(seconds=0)
    assert summary.decided == len([one for one in told if one.decided_by]) > 0
    assert summary.told == len(told)
    assert summary.findings == 0
    assert summary.as_json()["decided"] == summary.decided
    assert f"решено: {summary.decided}" in next(iter(tell_summary(summary, "ru")))


def test_no_sentence_of_a_rule_asks_for_anything_once_it_is_settled():
    asked = [
        one for rule in RULES for one in (rule.text, rule.unknown) if one is not None and "{asks}" in one.ru
    ]
    assert len(asked) > 50
    left = [one.ru for one in asked if "{asks}" in asking(one.ru)]
    assert all(one.startswith("Не установлено: {asks}") for one in left), "which says what is not set"
    assert all(asking(one[lang]).endswith(".") for one in asked for lang in ("ru", "en"))


def test_what_asks_for_nothing_stays_as_it_is():
    told = next(one for one in found(decided(with_decision=False)) if one.rule == "standing.ordered")
    assert settled.__name__ == "settled"
    assert asking(told.text.ru) == told.text.ru


def test_every_form_has_who_decided_and_the_ground_of_each_finding(tmp_path):
    """Each finding has an address, or why it is assumed, in words, in the table, on the page and as JSON."""
    pytest.importorskip("pyarrow", reason="the extra `arrow`")
    from pyarrow import parquet

    lines = [*decided(), line("c2", "certificate", "used", "2024-01-10", "education", contract={
        "as_of": "2024-01-10", "number": "Д-9", "provider": "4205000009", "certificate": "К-1",
        "service": "804200О.99.0.ББ52АЖ48000", "volume": {"amount": 1, "unit": "person-hours"},
        "concluded_on": "2024-01-10",
    })]  # fmt: skip
    rows = []
    for one in lines:
        event = {key: value for key, value in one.event.model_dump(mode="json").items() if value is not None}
        more = {} if one.decision is None else {"decision": DECISION}
        rows.append({"history": one.history, "lifecycle": one.lifecycle, **event, **more})
    file = tmp_path / "steps.jsonl"
    file.write_text("".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in rows), encoding="utf-8")
    names = {one: tmp_path / f"found.{one}" for one in ("csv", "html", "parquet")}
    words = [word for name, path in names.items() for word in (f"--{name}", str(path))]
    asked = ["audit", str(file), "--profile", "kemerovo"]
    CliRunner().invoke(app, [*asked, *words])
    out = CliRunner().invoke(app, [*asked, "--json"]).stdout
    told = [one for one in map(json.loads, out.splitlines()) if "rule" in one]
    assert {"assumed" in one for one in told} == {True, False}
    assert all(bool(one["cites"]) is not ("assumed" in one) for one in told)
    page = names["html"].read_text(encoding="utf-8")
    with names["csv"].open(encoding="utf-8-sig", newline="") as opened:
        table = [*csv.DictReader(opened, delimiter=";")]
    columns = parquet.read_table(names["parquet"]).to_pylist()
    for one, row, column in zip(told, table, columns, strict=True):
        assert row["нормы"].startswith("принято: ") is ("assumed" in one)
        assert row["нормы"]
        assert column["assumed_ru"] == one.get("assumed", {}).get("ru")
        by = one["facts"].get("decided_by") if one["outcome"] == "unknown" else None
        assert (row["решение"] or None, column["decided_by"]) == (by, by)
    assert f"решение: {WHO}" in page
    assert "принято: " in page
