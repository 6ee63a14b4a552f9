"""One event of a plan's term, however it is written: the audit, the plan and the open duties have one last day.

The agreements of Kemerovo (п. 5.2 прил. 4) are given ten working days after an event. The day of a step is that of
the case itself: of this provider's inclusion, of the order that the agreement rests on.
"""

import json
import re
from pathlib import Path

import pytest
import yaml
from filled import acts
from typer.testing import CliRunner

from law189.cli.app import app
from law189.profile.federal import shipped_data

SERVICE = "804200О.99.0.ББ52АЕ59000"
NAVIGATOR = {"form": "electronic", "system": "navigator"}
ITEM = "app4.5.2"


def run(*said):
    """The code and what is told of a command."""
    result = CliRunner().invoke(app, [str(one) for one in said])
    return result.exit_code, result.stdout, result.stderr


def line(history, lifecycle, on, by, kind, **facts):
    return {"history": history, "lifecycle": lifecycle, "on": on, "by": by, "kind": kind, **facts}


def included(number, inn, on):
    """A provider who asked for the register and is in it."""
    provider = {
        "kind": "legal-entity",
        "inn": inn,
        "ogrn": "1234200000011",
        "licence": {"number": "Л-1", "issued_on": "2019-09-02"},
    }
    told = {"provider": provider, "services": [SERVICE], "document": NAVIGATOR}
    return [
        line(f"provider-{number}", "selection", "2023-10-02", "provider", "applied", **told),
        line(f"provider-{number}", "selection", on, "education", "included", record=str(number)),
    ]


PARTS = [{"way": "municipal-task", "amount": "600"}, {"way": "certificate", "amount": "400"}]
LINES = [{"service": SERVICE, "unit": "person-hours", "total": "1000", "parts": PARTS}]
ORDER = [
    line("o", "order", "2023-10-16", "education", "drafted", number="1", year=2024, lines=LINES),
    line("o", "order", "2023-11-28", "education", "approved", enabling_act="решение № 7"),
    line("o", "order", "2023-11-29", "education", "published", place="budget-portal", evidence="запись 1"),
]
REFERS = {"provider": "1", "order": "1"}
DRAFT = line(
    "a",
    "agreement",
    "2023-12-21",
    "education",
    "drafted",
    document=NAVIGATOR,
    number="С-1",
    mode="provision",
    sums=[{"year": 2024, "roubles": "60000.00"}],
    refers_to=REFERS,
    services=[SERVICE],
    ends_on="2024-12-31",
)
SIGNED = line("a", "agreement", "2023-12-25", "provider", "signed_by_provider", signature="qualified")


def book(**facts):
    """Provider 1 is in the register on 20.10.2023, the order is published on 29.11.2023, and they agree."""
    done = {"signature": "qualified", "refers_to": {"provider": "1"}, **facts}
    concluded = line("a", "agreement", "2023-12-27", "education", "concluded", **done)
    return [*included(1, "4205000016", "2023-10-20"), *ORDER, DRAFT, SIGNED, concluded]


def town(folder, event):
    """Kemerovo with invented acts, whose agreements wait for the event."""
    term = {"kind": "after", "days": 10, "unit": "working_days", "event": event}
    data = shipped_data()["municipalities"]["kemerovo"]
    plan = [
        {key: value for key, value in {**row, "term": term}.items() if key != "order_year"}
        if row["cite"] == ITEM
        else row
        for row in data["plan"]
    ]
    file = folder / "town.yaml"
    told = json.loads(json.dumps({**data, "plan": plan, "adopted": list(acts())}, default=str))
    file.write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
    return file


def written(folder, lines):
    file = folder / "book.jsonl"
    file.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in lines), encoding="utf-8")
    return file


def words(ru):
    return {"kind": "other", "what": {"ru": ru}}


INCLUSION = {
    "step": {"kind": "step", "at": "selection.included"},
    "item": {"kind": "item", "at": "app4.5.1"},
    "words": words("включения исполнителя в реестр исполнителей"),
    "shorter words": words("включения исполнителя в реестр"),
}
PUBLICATION = {
    "step": {"kind": "step", "at": "order.published"},
    "item": {"kind": "item", "at": "app4.4"},
    "words": words("размещения социального заказа"),
    "other words": words("опубликования муниципального социального заказа"),
}
EVENTS = [
    *((event, "03.11.2023") for event in INCLUSION.values()),
    *((event, "13.12.2023") for event in PUBLICATION.values()),
]
IDS = [*(f"inclusion, {one}" for one in INCLUSION), *(f"publication, {one}" for one in PUBLICATION)]


@pytest.mark.provision("kemerovo-2993/app4.5.2")
@pytest.mark.parametrize(("event", "last"), EVENTS, ids=IDS)
def test_every_door_has_the_last_day_of_the_event(event, last, tmp_path: Path):
    profile, lines = town(tmp_path, event), book()
    _, out, _ = run("audit", written(tmp_path, lines), "--profile", profile)
    assert f"соглашение заключено 27.12.2023: Последний день срока: {last}; исполнено: 27.12.2023" in out
    _, out, _ = run("plan", profile, "--on", "2024-02-01", "--steps", written(tmp_path, lines))
    row = out[out.index(f"\n{ITEM}. ") : out.index("\napp4.5.3. ")]
    assert set(re.findall(r"последний день: ([0-9.]+)", row)) == {last}
    _, out, _ = run("due", written(tmp_path, lines[:-1]), "--profile", profile, "--on", "2023-12-26")
    assert re.search(r"\(concluded\); последний день: ([0-9.]+)", out)[1] == last


@pytest.mark.parametrize("event", [words("слушаний"), {"kind": "limits"}, {"kind": "item", "at": "app4.3.3"}])
def test_a_day_that_nobody_knows_is_asked_of_the_step_and_may_be_told_there(event, tmp_path: Path):
    profile = town(tmp_path, event)
    _, out, _ = run("audit", written(tmp_path, book()), "--profile", profile)
    assert "нужно: день " in out
    assert "(event_on[plan_term])" in out
    assert "решение органа" not in out
    told = book(event_on={"plan_term": "2023-12-12"})
    _, out, _ = run("audit", written(tmp_path, told), "--profile", profile)
    assert "Последний день срока: 26.12.2023; исполнено: 27.12.2023" in out
    early = book(event_on={"plan_term": "2023-12-13"})
    _, out, _ = run("audit", written(tmp_path, early), "--profile", profile)
    assert "соглашение заключено" not in out


@pytest.mark.parametrize(("event", "told"), [(words("слушаний"), True), (INCLUSION["words"], False)])
def test_the_lint_speaks_of_the_plan_as_of_acts(event, told, tmp_path: Path):
    _, out, _ = run("check", town(tmp_path, event))
    assert ("A38" in out) is told
    if told:
        assert '"event_on": {"plan_term": "…"}' in out
        assert "включения исполнителя в реестр исполнителей" in out
