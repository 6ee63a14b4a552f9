"""Municipalities that decided quite differently: each is read, checked, shown, judged and compared without code."""

import json
from contextlib import nullcontext
from datetime import date
from itertools import permutations

import places
import pytest
from typer.testing import CliRunner

from law189.audit.compare import compare
from law189.audit.meeting import judge_record
from law189.audit.meeting.meeting_record import MeetingRecord
from law189.cases.history import Decision
from law189.cli.app import app
from law189.errors import Refused
from law189.profile.loader import load_profile
from law189.testing import NotReached, check_cases
from law189.verdict import Outcome
from law189.workflows import LIFECYCLES, certificate, meeting, selection

TOWNS = places.PROFILES / "towns"
NAMES = ("village", "city", "north", "south", "home_care", "sports", "rare")
EACH = pytest.mark.parametrize("name", NAMES)
HOLDS, UNKNOWN, VOID = Outcome.HOLDS, Outcome.UNKNOWN, Outcome.VOID


def file_of(name):
    return TOWNS / f"{name}.yaml"


def town(name):
    return load_profile(file_of(name))


def ran(*words):
    return CliRunner().invoke(app, [str(word) for word in words])


def met(name, **facts):
    record = {"profile": name, "held_on": "2024-04-01", "present": [], "items": [], **facts}
    return judge_record(MeetingRecord.model_validate(record), town(name))


@EACH
@pytest.mark.parametrize(
    "words",
    [
        ("check", "{}"),
        ("show", "{}"),
        ("show", "{}", "--json"),
        ("show", "{}", "--origin"),
        ("plan", "{}", "--on", "2024-06-01"),
        ("diff", "{}", "{}"),
    ],
    ids=lambda words: "-".join(words).replace("{}", "it"),
)
def test_every_command_takes_the_profile(name, words):
    said = ran(*(word.format(file_of(name)) for word in words))
    assert said.exit_code in (0, 1), said.output  # a plan may be overdue
    assert said.exception is None or isinstance(said.exception, SystemExit)


BORN, SERVICE = "2014-05-01", "804200О.99.0.ББ52АЖ48000"
STEPS = (
    {"kind": "convened", "on": "2024-04-01", "by": "chair", "held_on": "2024-04-05"},
    {
        "kind": "applied_for",
        "on": "2024-04-01",
        "by": "representative",
        "recipient": {"file": "17", "born": BORN},
        "services": [SERVICE],
    },
)
LINES = [
    json.dumps({"lifecycle": lifecycle, "history": lifecycle, "event": event})
    for lifecycle, event in zip(("meeting", "certificate"), STEPS, strict=True)
]
MEETING = """
profile: {}
held_on: 2024-04-05
present: [chair, member-1]
items: [{{question: План, votes: {{chair: for, member-1: for}}}}]
""".lstrip()


@EACH
@pytest.mark.parametrize(
    "words",
    [
        ("meeting", "{meeting}"),
        ("minutes", "{meeting}"),
        ("agenda", "{meeting}"),
        ("replay", "{steps}", "--profile", "{}"),
        ("options", "{steps}", "--profile", "{}", "--on", "2024-04-02"),
        ("due", "{steps}", "--profile", "{}", "--on", "2024-04-02"),
    ],
    ids=lambda words: words[0],
)
def test_meetings_and_steps_are_judged_by_the_profile(name, words, tmp_path):
    """Exit code 1 is an answer: a step that is refused, a paper of a group that nobody set up."""
    meeting, steps = tmp_path / "meeting.yaml", tmp_path / "steps.jsonl"
    meeting.write_text(MEETING.format(file_of(name)), encoding="utf-8")
    steps.write_text("\n".join(LINES), encoding="utf-8")
    said = ran(*(word.format(file_of(name), meeting=meeting, steps=steps) for word in words))
    assert said.exit_code in (0, 1), said.output
    assert said.exception is None or isinstance(said.exception, SystemExit)
    assert said.output.strip()


@EACH
def test_the_sheet_is_written(name, tmp_path):
    assert ran("show", file_of(name), "--html", tmp_path / "sheet.html").exit_code == 0
    assert town(name).latest.title.ru in (tmp_path / "sheet.html").read_text(encoding="utf-8")


@EACH
def test_every_lifecycle_runs(name):
    """Nothing of the library's own conditions is written for one field of services alone.

    The south chose a competition, so that nothing is done there by certificate, and that is told.
    """
    with pytest.warns(NotReached, match="social certificate") if name == "south" else nullcontext():
        check_cases(town(name), examples=4, steps=4)


@pytest.mark.parametrize(("on", "taken"), [("2024-02-25", True), ("2023-12-31", False)])
def test_an_office_decides_of_the_days_before_the_decree_that_it_covers(on, taken):
    """The decree is of 01.03.2024 and covers what was done since 01.01.2024."""
    rare = town("rare")
    assert rare.latest.covers_since.value == date(2024, 1, 1) < rare.latest.act.date
    convened = meeting.Convened(on=on, by="chair", held_on="2024-04-10")
    decision = Decision(by="head", on=on, reason="положение молчит")
    history = meeting.lifecycle.begin("1")
    if taken:
        assert meeting.lifecycle.advance(history, convened, rare, decision=decision).state == "convened"
    else:
        with pytest.raises(Refused):
            meeting.lifecycle.advance(history, convened, rare, decision=decision)


@EACH
@pytest.mark.parametrize("lifecycle", LIFECYCLES, ids=lambda one: one.name)
def test_options_and_duties_are_told_at_the_beginning(name, lifecycle):
    profile, on = town(name), date(2024, 4, 1)
    assert lifecycle.options(lifecycle.begin("1"), profile, on)
    assert lifecycle.due(lifecycle.begin("1"), profile, on) is not None


@pytest.mark.parametrize(("one", "other"), list(permutations(NAMES, 2)))
def test_what_differs_is_told_the_same_from_both_sides(one, other):
    a, b = town(one).latest, town(other).latest
    there, back = compare(a, b), compare(b, a)
    assert there
    assert {difference.mirrored for difference in there} == set(back)


# ─── Село: положение молчит ──────────────────────────────────────────────────────────────────────────────

SEATS = ("chair", "member-1", "member-2")


def test_a_silent_regulation_leaves_unknown_only_what_it_is_silent_on():
    votes = dict.fromkeys(SEATS, "for")
    said = met("village", present=SEATS, items=[{"question": "О плане", "votes": votes}])
    assert said.quorum.outcome is HOLDS
    assert said.presiding.outcome is UNKNOWN
    assert "profile.working_group.presiding" in [ask.path for ask in said.presiding.asks]
    assert said.agenda.outcome is UNKNOWN


def test_too_few_are_too_few_whatever_else_is_not_said():
    assert met("village", present=["chair"]).quorum.outcome is VOID


# ─── Нет группы ──────────────────────────────────────────────────────────────────────────────────────────


def test_a_meeting_of_a_group_that_nobody_set_up_is_unknown():
    assert met("home_care", present=["chair"]).outcome is UNKNOWN


# ─── Город: всё сказано ──────────────────────────────────────────────────────────────────────────────────


def test_a_city_counts_votes_for_and_against_and_asks_the_chair_where_they_are_equal():
    present = ["chair", "deputy-1", "deputy-2", "member-1", "member-2"]
    votes = {
        "chair": "for",
        "deputy-1": "against",
        "deputy-2": "against",
        "member-1": "for",
        "member-2": "abstain",
    }
    said = met("city", present=present, items=[{"question": "О плане", "votes": votes}])
    assert said.quorum.outcome is HOLDS  # five of six
    assert said.items[0].adopted is True  # two to two, and the chair is for


def test_a_secretary_without_a_vote_makes_no_quorum():
    said = met("city", present=["chair", "deputy-1", "secretary"])  # two of six; four are needed
    assert said.quorum.outcome is VOID


def test_a_poll_has_a_quorum_and_a_majority_of_its_own():
    votes = {"chair": "for", "deputy-1": "for", "member-1": "for", "member-2": "against"}
    said = met("city", form="absentee", items=[{"question": "О плане", "votes": votes}])
    assert said.items[0].adopted is False  # three of six polled are no more than half


# ─── Слой региона ────────────────────────────────────────────────────────────────────────────────────────


def test_what_a_region_decided_stands_beneath_both_of_its_municipalities():
    north, south = town("north").latest, town("south").latest
    assert north.services[0].cite.act == south.services[0].cite.act == "region-7"
    assert north.documents[0].form == "electronic"
    assert south.documents[0].form == "paper"  # its own word stands instead of the region's


# ─── Не образование ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("born", "categories", "local", "outcome"),
    [
        ("1950-01-01", ("alone",), {"needs-care": True}, HOLDS),
        ("1990-01-01", ("alone",), {"needs-care": True}, VOID),  # 34 is too young
        ("1950-01-01", None, {"needs-care": True}, UNKNOWN),
        ("1950-01-01", (), {"needs-care": True}, VOID),
        ("1950-01-01", ("alone",), {}, UNKNOWN),
        ("1950-01-01", ("alone",), {"needs-care": False}, VOID),
    ],
)
def test_home_care_asks_for_its_own_conditions_and_for_no_enrolment(born, categories, local, outcome):
    event = certificate.AppliedFor(
        on="2024-04-01",
        by="consumer",
        recipient={"file": "17", "born": born, "categories": categories},
        services=("870000О.99.0.АЭ22АА00000",),
        asks=("certificate",),
        local=local,
    )
    said = certificate.lifecycle.judge(certificate.lifecycle.begin("17"), event, town("home_care"))
    assert said.outcome is outcome
    assert "certificates.one_application" not in [part.rule for part in said.walk()]


def test_home_care_asks_no_provider_for_a_licence():
    provider = {"kind": "legal-entity", "inn": "4205000009", "ogrn": "1024200000003"}
    applied = selection.Applied(
        on="2024-04-01", by="provider", provider=provider, services=("870000О.99.0.АЭ22АА00000",)
    )
    decision = Decision(by="заместитель главы", on="2024-04-01", reason="до принятия порядка")
    history = selection.lifecycle.advance(
        selection.lifecycle.begin("1"), applied, town("home_care"), decision=decision
    )
    included = selection.Included(on="2024-04-02", by="social", record="1")
    said = selection.lifecycle.judge(history, included, town("home_care"))
    assert "eligibility.licensed" not in [part.rule for part in said.walk()]
